export const id = 737;
export const ids = [737];
export const modules = {

/***/ 2151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure),
/* harmony export */   u: () => (/* binding */ createHttpClient)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(370);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4995);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(972);




/** A failed request: the status and the service's own code, so that a provider can decide from them. */
class HttpFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir {
    status;
    body;
    garbled;
    name = 'HttpFailure';
    constructor(code, message, details, 
    /** Undefined when there was no answer at all. */
    status, 
    /** The parsed body of the failure, where it was JSON. */
    body, 
    /** The answer was no JSON at all: an error page, or cut short. */
    garbled = false) {
        super(code, message, details);
        this.status = status;
        this.body = body;
        this.garbled = garbled;
    }
}
const MAX_RETRIES = 8;
const MAX_BACKOFF_MS = 30_000;
/** The connection broke, timed out or the body was cut short: nothing is known about what the server did. */
const NO_ANSWER = undefined;
function createHttpClient(settings) {
    const limits = new Map();
    const limitFor = (url) => {
        const host = new URL(url).host;
        const known = limits.get(host);
        if (known)
            return known;
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(settings.concurrency);
        limits.set(host, limit);
        return limit;
    };
    return {
        request: (request, schema) => limitFor(request.url)(() => sendWithRetries(settings, request, schema)),
    };
}
/** A failure of one try, and how long the server asked us to wait. */
class TryFailure extends Error {
    failure;
    retryAfterMs;
    constructor(failure, retryAfterMs) {
        super(failure.message);
        this.failure = failure;
        this.retryAfterMs = retryAfterMs;
    }
}
async function sendWithRetries(settings, request, schema) {
    const deadlineAt = settings.clock.monotonic() + (request.deadlineMs ?? 120_000);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .Ay)(() => sendOnce(settings, request, schema, deadlineAt), {
            retries: MAX_RETRIES,
            minTimeout: 0,
            maxTimeout: 0,
            signal: settings.signal,
            shouldRetry: async ({ error, attemptNumber }) => {
                if (!(error instanceof TryFailure) || !mayRepeat(request, error.failure))
                    return false;
                const wait = error.retryAfterMs ?? backoff(settings, attemptNumber);
                if (settings.clock.monotonic() + wait >= deadlineAt)
                    return false;
                settings.log.debug(`${request.service}: ${request.what}: ${error.message}; trying again in ${(wait / 1000).toFixed(1)} s`);
                await settings.clock.sleep(wait, settings.signal);
                return true;
            },
        });
    }
    catch (error) {
        throw error instanceof TryFailure ? error.failure : error;
    }
}
/** Exponential with ±50 % jitter, so that many callers do not come back at the same moment. */
function backoff(settings, attempt) {
    return Math.min(MAX_BACKOFF_MS, settings.backoffMs * 2 ** (attempt - 1)) * (0.5 + settings.random());
}
function mayRepeat(request, failure) {
    if (failure.status === 429)
        return true;
    const repeatable = request.repeatable ?? ['GET', 'PUT', 'DELETE'].includes(request.method);
    if (!repeatable)
        return false;
    return failure.status === NO_ANSWER || failure.status === 408 || failure.status >= 500 || failure.garbled;
}
async function sendOnce(settings, request, schema, deadlineAt) {
    const left = Math.max(1, deadlineAt - settings.clock.monotonic());
    const timeout = AbortSignal.timeout(Math.ceil(Math.min(settings.timeoutMs, left)));
    let response;
    let text;
    try {
        response = await settings.fetch(urlOf(request), {
            method: request.method,
            headers: headersOf(settings, request),
            signal: AbortSignal.any([settings.signal, timeout]),
            redirect: 'error',
            ...bodyOf(request),
        });
        text = await response.text();
    }
    catch (error) {
        if (settings.signal.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('cancelled', `stopped while ${request.what}`, { cause: error });
        throw new TryFailure(noAnswer(request, error, timeout.aborted), undefined);
    }
    const body = parseJson(text);
    if (!response.ok && !(request.accept ?? []).includes(response.status)) {
        throw new TryFailure(refusal(settings, request, response, body), retryAfterMs(settings, response));
    }
    const parsed = schema.safeParse(body === NOT_JSON ? text : body);
    if (parsed.success)
        return { status: response.status, headers: response.headers, data: parsed.data };
    const problem = body === NOT_JSON
        ? `the answer is not JSON (it begins with ${JSON.stringify(settings.masker.redact(text.slice(0, 60)))})`
        : parsed.error.issues
            .slice(0, 5)
            .map((issue) => `${issue.path.join('.') || 'answer'}: ${issue.message}`)
            .join('; ');
    throw new TryFailure(garbled(request, response, problem, body === NOT_JSON), undefined);
}
function urlOf(request) {
    const url = new URL(request.url);
    for (const [key, value] of Object.entries(request.query ?? {})) {
        if (value !== undefined)
            url.searchParams.set(key, String(value));
    }
    return url;
}
function headersOf(settings, request) {
    return {
        'user-agent': settings.userAgent,
        accept: 'application/json',
        ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
    };
}
function bodyOf(request) {
    if (request.json !== undefined)
        return { body: JSON.stringify(request.json) };
    return request.body === undefined ? {} : { body: request.body };
}
const NOT_JSON = Symbol('not json');
function parseJson(text) {
    if (text.trim() === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return NOT_JSON;
    }
}
/** Milliseconds from Retry-After (seconds or a date), else from X-RateLimit-Reset. */
function retryAfterMs(settings, response) {
    if (response.status !== 429 && response.status !== 503)
        return undefined;
    const now = settings.clock.now().getTime();
    const header = response.headers.get('retry-after');
    if (header !== null) {
        const seconds = Number(header);
        const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
        if (Number.isFinite(wait))
            return Math.max(0, wait);
    }
    const reset = Number(response.headers.get('x-ratelimit-reset') ?? Number.NaN);
    if (response.status !== 429 || !Number.isFinite(reset))
        return undefined;
    // Seconds since 1970 as a rule; LaunchDarkly counts milliseconds.
    return Math.max(0, (reset > 1e11 ? reset : reset * 1000) - now);
}
function noAnswer(request, error, timedOut) {
    // fetch says only "fetch failed"; the reason is its cause.
    const cause = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error.cause) ? error.cause : error;
    const why = timedOut ? 'no answer in time' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause);
    const message = `${request.service} could not be reached to ${request.what}: ${why}`;
    return new HttpFailure('api-unavailable', message, detailsOf(request, error), NO_ANSWER, undefined);
}
function garbled(request, response, problem, broken) {
    const message = `${request.service} gave an answer to "${request.what}" that Rewind cannot use: ${problem}${requestId(response)}`;
    // A body that is no JSON is a proxy's error page or a cut connection and may be asked again; a wrong shape will stay.
    return new HttpFailure('api-unexpected-answer', message, detailsOf(request), response.status, undefined, broken);
}
function refusal(settings, request, response, body) {
    const said = settings.masker.redact(serviceMessage(body)).slice(0, 300);
    const message = `${request.service} answered ${response.status} to "${request.what}"${said ? `: ${said}` : ''}${requestId(response)}`;
    const permission = response.status === 403 && request.permission !== undefined
        ? { remedy: `Grant the credential this permission: ${request.permission}.` }
        : {};
    const details = { ...detailsOf(request), ...permission };
    return new HttpFailure(codeOf(response.status), message, details, response.status, body === NOT_JSON ? undefined : body);
}
function codeOf(status) {
    if (status === 401)
        return 'api-unauthorized';
    if (status === 403)
        return 'api-forbidden';
    if (status === 404 || status === 410)
        return 'api-not-found';
    if (status === 409 || status === 412)
        return 'api-conflict';
    if (status === 429)
        return 'api-rate-limited';
    return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}
function detailsOf(request, cause) {
    return { ...(request.resource === undefined ? {} : { resource: request.resource }), ...(cause ? { cause } : {}) };
}
/** Services name the request in one of these headers; their support asks for it. */
function requestId(response) {
    const names = ['x-vercel-id', 'request-id', 'x-request-id', 'x-amzn-requestid', 'x-github-request-id'];
    const id = names.map((name) => response.headers.get(name)).find((value) => value !== null);
    return id === undefined ? '' : ` (request ${id})`;
}
/** The human message in the error bodies of the services that we talk to. */
function serviceMessage(body) {
    if (typeof body !== 'object' || body === null)
        return '';
    const record = body;
    if (typeof record.error === 'object' && record.error !== null)
        return serviceMessage(record.error);
    const parts = [record.code, record.message, record.error].filter((part) => typeof part === 'string');
    return parts.join(': ');
}


/***/ }),

/***/ 6264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   mf: () => (/* binding */ createProgress),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
const EVERY_MS = 2_000;
/** Says at most every two seconds: what, how much of how much, how fast, how long still. */
function createProgress({ what, unit, clock, log }) {
    const start = clock.monotonic();
    let shown = start;
    let last = 0;
    const rateOf = (done) => done / Math.max(0.001, (clock.monotonic() - start) / 1000);
    return {
        update(done, total) {
            last = done;
            const now = clock.monotonic();
            if (now - shown < EVERY_MS)
                return;
            shown = now;
            const rate = rateOf(done);
            const of = total == null ? '' : ` of ${amount(total, unit)} (${((100 * done) / Math.max(1, total)).toFixed(0)} %)`;
            const left = total == null || rate === 0 ? '' : `, about ${seconds((total - done) / rate)} left`;
            log.info(`${what}: ${amount(done, unit)}${of}, ${amount(rate, unit)}/s${left}`);
        },
        end(note) {
            const took = seconds((clock.monotonic() - start) / 1000);
            const much = last === 0 ? '' : `: ${amount(last, unit)} in ${took}, ${amount(rateOf(last), unit)}/s`;
            log.info(`${what} done${much === '' ? ` in ${took}` : much}${note ? ` (${note})` : ''}`);
        },
    };
}
/** "12.3 MB", "1,204 rows". */
function amount(value, unit) {
    if (unit !== 'bytes')
        return `${Math.round(value).toLocaleString('en-US')} ${unit}`;
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let size = value;
    let index = 0;
    while (size >= 1000 && index < units.length - 1) {
        size /= 1000;
        index += 1;
    }
    return `${index === 0 ? Math.round(size) : size.toFixed(1)} ${units[index] ?? 'TB'}`;
}
/** "0.4 s", "12 s", "3 min 20 s". */
function seconds(value) {
    if (value < 10)
        return `${Math.max(0, value).toFixed(1)} s`;
    if (value < 90)
        return `${Math.round(value)} s`;
    return `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`;
}


/***/ }),

/***/ 1829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wu: () => (/* binding */ contextsFor),
  xg: () => (/* binding */ forEachResource),
  _H: () => (/* binding */ loadResources)
});

// EXTERNAL MODULE: ./lib/runtime.js + 1 modules
var runtime = __webpack_require__(7341);
// EXTERNAL MODULE: ./lib/core/errors.js + 1 modules
var errors = __webpack_require__(972);
;// CONCATENATED MODULE: ./lib/core/registry.js

/**
 * Every provider, loaded only when a configuration names it: the SDKs behind them are what makes start-up slow.
 * `unknown` stands for each provider's own Config and State; both are parsed by schemas before they get there.
 */
const LOADERS = {
    cloudfront: () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(886)]).then(__webpack_require__.bind(__webpack_require__, 6886)),
    launchdarkly: () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(239)]).then(__webpack_require__.bind(__webpack_require__, 5239)),
    'vercel-deployment': () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(349)]).then(__webpack_require__.bind(__webpack_require__, 349)),
    'vercel-env': () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(906)]).then(__webpack_require__.bind(__webpack_require__, 906)),
    'vercel-project': () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(831)]).then(__webpack_require__.bind(__webpack_require__, 831)),
    'vercel-flags': () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(550)]).then(__webpack_require__.bind(__webpack_require__, 1550)),
    'vercel-edge-config': () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(135)]).then(__webpack_require__.bind(__webpack_require__, 7135)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(260), __webpack_require__.e(849), __webpack_require__.e(597)]).then(__webpack_require__.bind(__webpack_require__, 597)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(849), __webpack_require__.e(24)]).then(__webpack_require__.bind(__webpack_require__, 6024)),
    's3-bucket': () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(557)]).then(__webpack_require__.bind(__webpack_require__, 1557)),
    'stripe-webhooks': () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(566)]).then(__webpack_require__.bind(__webpack_require__, 6566)),
    unleash: () => Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(2)]).then(__webpack_require__.bind(__webpack_require__, 5002)),
};
const PROVIDER_IDS = Object.keys(LOADERS);
async function loadProvider(id) {
    const load = LOADERS[id];
    if (!load)
        throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
}

;// CONCATENATED MODULE: ./lib/core/resources.js



/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope) {
    const known = configs.map((config) => config.id);
    const strangers = (scope ?? []).filter((id) => !known.includes(id));
    if (strangers.length > 0) {
        throw new errors/* RewindError */.Ir('scope-unknown', `--scope names ${strangers.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/** One context for each resource, with the salt of the snapshot in hand. */
function contextsFor(parts, snapshot) {
    const base = (0,runtime/* createContext */.q6)(parts, snapshot);
    return (resource) => (0,runtime/* forResource */.i_)(base, resource.id);
}
/** Runs a step for each resource at once; every outcome is kept, none hides another's. */
async function forEachResource(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
}


/***/ }),

/***/ 5737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openProject: () => (/* binding */ openProject)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/core/errors.js + 1 modules
var errors = __webpack_require__(972);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/core/store/config.js

const directory = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('directory'),
    path: schemas/* string */.YjP().min(1).describe('Directory, relative to the repository or absolute. Made when it is missing.'),
});
const s3 = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('s3'),
    bucket: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, not an address or an ARN')
        .describe('Bucket, used for snapshots only.'),
    prefix: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'must be a path like "rewind/shop", without slashes at its ends')
        .default('rewind')
        .describe('Path inside the bucket below which everything is kept; several projects may share a bucket.'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'must be a region like eu-central-1')
        .describe('Region of the bucket.'),
    'kms-key': schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe("KMS key (ARN, id or alias) to encrypt with on S3's side; left out, the bucket's default applies."),
    'object-lock': schemas/* strictObject */.rej({
        mode: schemas/* enum */.k5n(['governance', 'compliance'])
            .describe('governance: who has a special permission can still delete; compliance: nobody can.'),
        days: schemas/* number */.aig().int().min(1).max(36_500).describe('For how long nothing can be deleted.'),
    })
        .optional()
        .describe('Object lock for what is written; the bucket must have been created with object lock on.'),
    'bucket-owner': schemas/* string */.YjP()
        .regex(/^\d{12}$/, 'must be an AWS account id: 12 digits, in quotes')
        .optional()
        .describe('Account that must own the bucket; each request is refused when another one does.'),
});
const artifact = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('artifact'),
    'retention-days': schemas/* number */.aig()
        .int()
        .min(1)
        .max(400)
        .optional()
        .describe("Days that GitHub keeps the artifacts; left out, the repository's setting applies."),
    name: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9._-]{1,60}$/, 'must be letters, digits, dot, dash or underscore')
        .optional()
        .describe('First part of the names of the artifacts; "rewind" when left out.'),
});
/** Where snapshots are kept, as in rewind.yml. */
const storeConfig = schemas/* discriminatedUnion */.gMt('kind', [directory, s3, artifact]);

;// CONCATENATED MODULE: ./lib/core/fields.js

/** Field types shared by the configurations of providers. */
const resourceId = schemas/* string */.YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
    .describe('Name of this resource in plans, reports and --scope.');
/** `${NAME}`: read from the environment when it is needed. A literal secret in the file is an error. */
const secretReference = schemas/* string */.YjP()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: a secret does not belong into this file');
/** Vercel ids, as in the dashboard's settings pages. */
const vercelProject = schemas/* string */.YjP()
    .regex(/^prj_\w+$/, 'must be a project id (prj_…), not a name')
    .describe('Vercel project id.');
const vercelTeam = schemas/* string */.YjP()
    .regex(/^team_\w+$/, 'must be a team id (team_…)')
    .optional()
    .describe('Vercel team id; leave out for a personal account.');

;// CONCATENATED MODULE: ./lib/providers/cloudfront/config.js


const config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('cloudfront').describe('One CloudFront distribution and the CloudFront Functions it uses.'),
    distribution: schemas/* string */.YjP()
        .regex(/^E[A-Z0-9]{5,}$/, 'must be a distribution id (E…), not a domain name')
        .describe('Id of the distribution.'),
    invalidate: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\//, 'must begin with /'))
        .max(3000)
        .default([])
        .describe('Paths whose cached copies are dropped after a restore, e.g. ["/*"]; empty = none.'),
    wait: schemas/* int */.Whr()
        .min(0)
        .max(7200)
        .default(1800)
        .describe('Seconds to wait until a restored distribution is Deployed everywhere; 0 = do not wait.'),
    'poll-seconds': schemas/* number */.aig()
        .min(0.01)
        .max(120)
        .default(10)
        .describe('Seconds between two looks at the status while waiting.'),
});

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/config.js


const key = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][\w.-]*$/, 'must be a LaunchDarkly key (letters, digits, dots, dashes, underscores), not a name');
const config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('launchdarkly').describe('Feature flags of one LaunchDarkly project in one environment.'),
    project: key.describe('Key of the project, as in the address bar of the dashboard.'),
    environment: key.describe('Key of the environment whose targeting is captured and restored.'),
});

;// CONCATENATED MODULE: ./lib/providers/postgres/config.js


const postgres_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('postgres'),
    url: secretReference.describe('Direct (not pooled) URL of the database, e.g. "${DATABASE_URL}".'),
    integrity: schemas/* enum */.k5n(['rows', 'content'])
        .default('rows')
        .describe('What a restore is compared by: the exact number of rows of each table, or also a hash of their content.'),
    restore: schemas/* enum */.k5n(['auto', 'swap', 'in-place'])
        .default('auto')
        .describe('swap: into a new database that then takes the name (the old one is kept); in-place: one transaction in the same database; auto: swap where this user may create databases.'),
    'maintenance-database': schemas/* string */.YjP()
        .default('postgres')
        .describe('A database of the same server to be connected to while names are swapped.'),
    'client-bin': schemas/* string */.YjP()
        .optional()
        .describe("Directory of pg_dump and pg_restore of the server's major version, when they are in an unusual place."),
    compress: schemas/* string */.YjP()
        .regex(/^[a-z0-9:=,-]+$/)
        .optional()
        .describe("pg_dump's --compress, e.g. zstd:3 (PostgreSQL 16 and later) or 1; left out: pg_dump's default."),
})
    .describe('A PostgreSQL database: schema and rows.');

;// CONCATENATED MODULE: ./lib/providers/prisma/config.js


const prisma_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('prisma'),
    url: secretReference.describe('Direct (not pooled) URL of the database, e.g. "${DATABASE_URL}".'),
    migrations: schemas/* string */.YjP()
        .min(1)
        .default('prisma/migrations')
        .describe('Directory of the migrations, relative to the repository.'),
    schema: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('Database schema of the migrations; left out: "schema" of the URL, else public.'),
    'lock-timeout-seconds': schemas/* number */.aig()
        .int()
        .min(1)
        .max(600)
        .default(30)
        .describe('How long a down migration may wait for locks on tables before it gives up.'),
})
    .describe('The migration history of Prisma, with a down.sql beside each migration.sql.');

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/config.js


const s3_bucket_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('s3-bucket').describe('The settings of one Amazon S3 bucket (not its objects).'),
    bucket: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name (3 to 63 lower-case letters, digits, dots, dashes)')
        .describe('Name of the bucket.'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1')
        .describe('AWS region of the bucket.'),
    'expected-owner': schemas/* string */.YjP()
        .regex(/^\d{12}$/, 'must be a 12-digit AWS account id')
        .optional()
        .describe('Account that must own the bucket; S3 refuses every call when another one does.'),
});

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/config.js


const envName = schemas/* string */.YjP().regex(/^[A-Za-z_]\w*$/, 'must be the name of an environment variable');
/** Where the signing secret of a re-created endpoint goes. */
const secretTarget = schemas/* strictObject */.rej({
    'vercel-env': schemas/* union */.KCZ([envName, schemas/* array */.YOg(envName).min(1)])
        .describe('Name (or names) of the Vercel environment variable that holds the signing secret.'),
    project: vercelProject,
    team: vercelTeam,
    secret: secretReference
        .optional()
        .describe('The signing secret in use now, as ${NAME}: only needed for verify-events.'),
});
const stripe_webhooks_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('stripe-webhooks').describe('Webhook endpoints and event destinations of a Stripe account.'),
    endpoints: schemas/* array */.YOg(schemas/* url */.OZ5())
        .min(1)
        .optional()
        .describe('Only endpoints whose URL begins with one of these; all when left out.'),
    connect: schemas/* array */.YOg(schemas/* url */.OZ5())
        .optional()
        .describe('URLs of Connect endpoints. Stripe never says which those are, and a re-created one must be told.'),
    'event-destinations': schemas/* boolean */.zMY()
        .default(true)
        .describe('Also capture event destinations of the v2 API (thin events, EventBridge).'),
    'signing-secrets': schemas/* record */.g1P(schemas/* string */.YjP().min(1), secretTarget)
        .optional()
        .describe('By endpoint URL (without query) or description: where the signing secret of a re-created endpoint is written. ' +
        'An endpoint without an entry is never re-created by Rewind.'),
    'verify-events': schemas/* boolean */.zMY()
        .default(false)
        .describe('Post one correctly and one wrongly signed test event to each endpoint when a restore is proven.'),
});

;// CONCATENATED MODULE: ./lib/providers/unleash/config.js


const config_name = schemas/* string */.YjP().regex(/^[A-Za-z0-9][\w.~-]*$/, 'must be an Unleash id (letters, digits, . _ ~ -)');
const unleash_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('unleash').describe('Feature flags of one Unleash project in one environment.'),
    project: config_name.default('default').describe('Id of the project, as in the address bar of the dashboard.'),
    environment: config_name.describe('Environment whose switches, strategies and variants are captured and restored.'),
});

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/config.js


const vercel_deployment_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('vercel-deployment'),
    project: vercelProject,
    team: vercelTeam,
    'timeout-seconds': schemas/* number */.aig()
        .int()
        .min(10)
        .max(3600)
        .default(300)
        .describe('How long a switch of production may take.'),
})
    .describe('The deployment that serves production on Vercel, domain by domain.');

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/config.js


const vercel_edge_config_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('vercel-edge-config'),
    store: schemas/* string */.YjP()
        .regex(/^ecfg_\w+$/, 'must be the id of an Edge Config store (ecfg_…)')
        .describe('Edge Config (Global Config) store id.'),
    team: vercelTeam,
})
    .describe('The items of a Vercel Edge Config (Global Config) store: flags, maintenance mode.');

;// CONCATENATED MODULE: ./lib/providers/vercel-env/config.js


const vercel_env_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('vercel-env'),
    project: vercelProject,
    team: vercelTeam,
    targets: schemas/* array */.YOg(schemas/* enum */.k5n(['production', 'preview', 'development']))
        .default(['production'])
        .describe('Variables of these targets are captured; one that also has other targets is captured whole.'),
    'custom-environments': schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Ids of custom environments whose variables are captured too.'),
    ignore: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Keys that are left alone, such as signing secrets that stripe-webhooks writes.'),
    'git-branches': schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether variables of single Git branches (of the target preview) are captured too.'),
})
    .describe('Environment variables of a Vercel project; a change takes effect with the next deployment.');

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/config.js


const vercel_flags_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('vercel-flags'),
    project: vercelProject,
    team: vercelTeam,
    environments: schemas/* array */.YOg(schemas/* enum */.k5n(['production', 'preview', 'development']))
        .min(1)
        .default(['production'])
        .describe('Environments whose targeting is captured and restored.'),
})
    .describe('Vercel Flags of a project: variants, and per environment on or off, rules, targets.');

;// CONCATENATED MODULE: ./lib/providers/vercel-project/config.js


const vercel_project_config_config = schemas/* strictObject */.rej({
    id: resourceId,
    provider: schemas/* literal */.euz('vercel-project'),
    project: vercelProject,
    team: vercelTeam,
})
    .describe('Settings of a Vercel project: build, security, domains and redirects, crons, firewall, rolling releases.');

;// CONCATENATED MODULE: ./lib/config/schema.js














/** The one source of the types, of the validation and of schema/rewind.schema.json. */
const resource = schemas/* discriminatedUnion */.gMt('provider', [
    config,
    config_config,
    unleash_config_config,
    vercel_deployment_config_config,
    vercel_edge_config_config_config,
    vercel_env_config_config,
    vercel_project_config_config,
    vercel_flags_config_config,
    postgres_config_config,
    prisma_config_config,
    s3_bucket_config_config,
    stripe_webhooks_config_config,
]);
const recipient = schemas/* string */.YjP()
    .regex(/^age1[0-9a-z]+$/, 'must be a public key (age1…); the identity (AGE-SECRET-KEY-1…) never belongs into this file');
const withIds = schemas/* looseObject */._H3({ resources: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* string */.YjP() })) });
const rewindConfig = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe('Version of this file format.'),
    environment: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be the name of a GitHub environment without spaces or slashes')
        .describe('The GitHub environment whose reviewers approve a rollback.'),
    store: storeConfig.describe('Where snapshots are kept.'),
    retention: schemas/* strictObject */.rej({
        'keep-last': schemas/* number */.aig().int().min(1).default(20).describe('Snapshots that are kept whatever their age.'),
        'keep-days': schemas/* number */.aig().int().min(1).default(90).describe('Snapshots younger than this are kept.'),
    })
        .prefault({})
        .describe('What is kept; older snapshots are removed after a successful new one.'),
    seal: schemas/* strictObject */.rej({ recipients: schemas/* array */.YOg(recipient).min(1).describe('age public keys (X25519).') })
        .describe('To whom snapshots are sealed. The identity is REWIND_IDENTITY, in the approved job only.'),
    resources: schemas/* array */.YOg(resource).min(1).describe('Everything that a deploy can change.'),
})
    .superRefine((config, context) => {
    const seen = new Set();
    config.resources.forEach(({ id }, index) => {
        if (seen.has(id)) {
            context.addIssue({ code: 'custom', path: ['resources', index, 'id'], message: `"${id}" is used twice` });
        }
        seen.add(id);
    });
}, 
// Also when there are other mistakes: all are told at once.
{ when: ({ value }) => withIds.safeParse(value).success });
/** JSON Schema for editors (yaml-language-server), of what a person writes. */
function jsonSchema() {
    return z.toJSONSchema(rewindConfig, { io: 'input', target: 'draft-7' });
}

;// CONCATENATED MODULE: ./lib/config/load.js




/**
 * Reads, parses and validates rewind.yml; reports every problem at once, each with file, line, key and remedy.
 *
 * @param path as given by the user, for messages
 * @param absolute where it lies
 * @throws RewindError config-not-found, config-invalid
 */
function loadConfig(path, absolute) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(absolute, 'utf8');
    }
    catch (error) {
        throw new errors/* RewindError */.Ir('config-not-found', `${path} could not be read: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    const result = parseConfig(text);
    if ('config' in result)
        return result.config;
    throw new errors/* RewindError */.Ir('config-invalid', `${path} has ${result.problems.length} mistake(s). Nothing was changed.`, {
        problems: result.problems.map(({ line, column, key, message }) => `${path}:${line}:${column}: ${key}: ${message}`),
    });
}
/** Pure part of `loadConfig`. */
function parseConfig(text) {
    const lines = new dist/* LineCounter */.HN();
    // logLevel: what the parser would print itself may repeat what is in the file.
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
    const at = (offset) => {
        const position = lines.linePos(offset);
        return { line: position.line, column: position.col };
    };
    // A warning is a tag or a version that the parser does not know and would guess at.
    const broken = [...document.errors, ...document.warnings];
    if (broken.length > 0) {
        return { problems: broken.map((error) => ({ ...at(error.pos[0]), key: 'YAML', message: yamlMessage(error) })) };
    }
    const plain = plainValue(document, at);
    if ('problems' in plain)
        return plain;
    const parsed = rewindConfig.safeParse(plain.value);
    if (parsed.success)
        return { config: parsed.data };
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, document, plain.value, at));
    return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}
/** The parser's words, without the excerpt of the file and without the name of a tag: either may be a secret. */
function yamlMessage(error) {
    if (error.code === 'TAG_RESOLVE_FAILED')
        return 'a tag (!…) has no meaning here; quote the value if it is a text';
    return error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not YAML';
}
/** The document as plain values. Aliases are resolved only now: they may lead nowhere, or multiply without end. */
function plainValue(document, at) {
    const offsets = [];
    const problems = [];
    (0,dist/* visit */.YR)(document, {
        Alias: (_key, alias) => {
            const offset = alias.range?.[0] ?? 0;
            offsets.push(offset);
            if (alias.resolve(document) === undefined) {
                problems.push({
                    ...at(offset),
                    key: 'YAML',
                    message: 'an alias (*…) stands before its anchor (&…), or has none',
                });
            }
        },
    });
    if (problems.length > 0)
        return { problems };
    try {
        return { value: document.toJS() };
    }
    catch {
        const message = 'aliases (*…) that multiply beyond measure; write the values out';
        return { problems: [{ ...at(offsets[0] ?? 0), key: 'YAML', message }] };
    }
}
function problemsOf(issue, document, value, at) {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({
            ...at(offsetOf(document, [...path, key], 'key')),
            key: keyText([...path, key]),
            message: 'unknown key; remove it or correct its spelling',
        }));
    }
    return [
        { ...at(offsetOf(document, path, 'value')), key: keyText(path), message: sentence(issue, valueAt(value, path)) },
    ];
}
/** zod's words, with the value that was found: never for what may hold a secret. */
function sentence(issue, found) {
    if (issue.code === 'invalid_type' && found === undefined)
        return `is missing; expected ${issue.expected}`;
    if (issue.code === 'invalid_type')
        return `expected ${issue.expected}, found ${Array.isArray(found) ? 'array' : typeof found}`;
    if (issue.code === 'invalid_union' && issue.path.at(-1) === 'provider') {
        return 'unknown provider; see docs/providers for the list';
    }
    return issue.message;
}
function keyText(path) {
    const text = path.reduce((sum, part) => (typeof part === 'number' ? `${sum}[${part}]` : `${sum}.${part}`), '');
    return text.replace(/^\./, '') || 'file';
}
function valueAt(value, path) {
    return path.reduce((inside, part) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, part) : undefined), value);
}
/** Where the key or value lies in the text; for something missing, where its parent begins. */
function offsetOf(document, path, what) {
    for (let length = path.length; length > 0; length -= 1) {
        const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
        const last = path[length - 1];
        if ((0,dist/* isMap */.jh)(parent)) {
            const pair = parent.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === last);
            const node = what === 'key' || !pair?.value ? pair?.key : pair.value;
            if (node?.range)
                return node.range[0];
        }
        if ((0,dist/* isSeq */.oP)(parent) && typeof last === 'number') {
            const node = parent.items[last];
            if (node?.range)
                return node.range[0];
        }
    }
    return document.contents?.range?.[0] ?? 0;
}

// EXTERNAL MODULE: ./lib/core/resources.js + 1 modules
var core_resources = __webpack_require__(1829);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/core/store/open.js


/** The store of the configuration. Each kind is loaded only when it is used: the SDK behind s3 takes 90 ms to load. */
async function openStore(config, ctx) {
    switch (config.kind) {
        case 'directory': {
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 146).then(__webpack_require__.bind(__webpack_require__, 4146));
            return createDirectoryStore((0,external_node_path_.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(711), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 4735));
            return createS3Store(config, ctx);
        }
        case 'artifact':
            throw new errors/* RewindError */.Ir('config-invalid', `The store "${config.kind}" is not available in this version.`, {
                remedy: 'Use a store of kind s3 or directory; see docs/stores.md.',
            });
    }
}

// EXTERNAL MODULE: ./lib/runtime.js + 1 modules
var runtime = __webpack_require__(7341);
;// CONCATENATED MODULE: ./lib/version.js
/** Version of Rewind; a test holds it against package.json. */
const VERSION = '0.1.0';

;// CONCATENATED MODULE: ./lib/project.js





/** @throws RewindError config-not-found, config-invalid, scope-unknown */
async function openProject(invocation, parts, path) {
    const { env, inputs } = invocation;
    const config = loadConfig(inputs.config, path(inputs.config));
    const resources = await (0,core_resources/* loadResources */._H)(config.resources, inputs.scope);
    const identity = (0,runtime/* createCredentials */.zd)(env, parts.masker).get('REWIND_IDENTITY');
    return {
        config,
        resources,
        store: await openStore(config.store, (0,runtime/* createContext */.q6)(parts, { id: '', salt: '' })),
        origin: {
            environment: config.environment,
            repository: env.GITHUB_REPOSITORY ?? null,
            commit: env.GITHUB_SHA ?? null,
            run: env.GITHUB_RUN_ID === undefined
                ? null
                : `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID}`,
            version: VERSION,
        },
        identities: (identity ?? '')
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line.startsWith('AGE-')),
    };
}


/***/ }),

/***/ 7341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q6: () => (/* binding */ createContext),
  zd: () => (/* binding */ createCredentials),
  i_: () => (/* binding */ forResource),
  ml: () => (/* binding */ systemClock)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/core/errors.js + 1 modules
var errors = __webpack_require__(972);
;// CONCATENATED MODULE: ./lib/core/fingerprint.js

/** scrypt at N=2^12, r=8 takes about 10 ms: guessing a short secret from a public manifest becomes costly. */
const COST = { N: 4096, r: 8, p: 1 };
/**
 * A comparable stand-in for secret values: HMAC when a key is given (REWIND_FINGERPRINT_KEY), else scrypt with the
 * snapshot's salt. See docs/adr on fingerprints.
 */
function createFingerprint(salt, key) {
    const known = new Map();
    const compute = (value) => {
        if (key !== undefined && key !== '') {
            return Promise.resolve((0,external_node_crypto_.createHmac)('sha256', key).update(salt).update('\0').update(value).digest('hex').slice(0, 32));
        }
        return new Promise((resolve, reject) => {
            (0,external_node_crypto_.scrypt)(value, salt, 16, COST, (error, hash) => (error ? reject(error) : resolve(hash.toString('hex'))));
        });
    };
    return (value) => {
        const cached = known.get(value);
        if (cached)
            return cached;
        const result = compute(value);
        known.set(value, result);
        return result;
    };
}

// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(2151);
// EXTERNAL MODULE: ./lib/core/progress.js
var progress = __webpack_require__(6264);
;// CONCATENATED MODULE: ./lib/runtime.js






const systemClock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => (0,promises_.setTimeout)(ms, undefined, signal ? { signal } : {}),
};
/** @param snapshot the snapshot in hand: its id, and its salt for fingerprints */
function createContext(parts, snapshot, resource = '') {
    const clock = parts.clock ?? systemClock;
    const random = parts.random ?? Math.random;
    return {
        clock,
        random,
        randomHex: parts.randomHex ?? ((bytes) => (0,external_node_crypto_.randomBytes)(bytes).toString('hex')),
        http: (0,http/* createHttpClient */.u)({
            fetch: parts.fetch ?? fetch,
            clock,
            random,
            log: parts.log,
            masker: parts.masker,
            signal: parts.signal,
            userAgent: 'rewind',
            backoffMs: 500,
            concurrency: 8,
            timeoutMs: 30_000,
            ...parts.http,
        }),
        log: parts.log,
        masker: parts.masker,
        credentials: createCredentials(parts.env, parts.masker),
        signal: parts.signal,
        scratch: parts.scratch,
        root: parts.root,
        resource,
        snapshotId: snapshot.id,
        childEnv: childEnv(parts.env),
        fingerprint: createFingerprint(snapshot.salt, parts.env.REWIND_FINGERPRINT_KEY),
        progress: (what, unit) => (0,progress/* createProgress */.mf)({ what, unit: unit ?? 'bytes', clock, log: parts.log }),
    };
}
/** The same context, for one resource. */
function forResource(ctx, resource) {
    return { ...ctx, resource };
}
function createCredentials(env, masker) {
    const get = (name) => {
        const value = env[name];
        if (value === undefined || value === '')
            return undefined;
        masker.add(value);
        return value;
    };
    const require = (name, resource) => {
        const value = get(name);
        if (value !== undefined)
            return value;
        throw new errors/* RewindError */.Ir('credential-missing', `The environment variable ${name} is not set.`, {
            ...(resource === undefined ? {} : { resource }),
            remedy: `Set ${name} (in a workflow: env: { ${name}: \${{ secrets.${name} }} }) and run again.`,
        });
    };
    return {
        get,
        require,
        resolve: (reference, resource) => {
            const name = /^\$\{(\w+)\}$/.exec(reference)?.[1];
            return name === undefined ? reference : require(name, resource);
        },
        address: (name, fallback) => {
            const value = env[name];
            return value === undefined || value === '' ? fallback : value.replace(/\/+$/, '');
        },
    };
}
/**
 * What child processes may see: everything that configures tools and the network, none of the credentials. Listed rather
 * than filtered, so that an unknown secret is left out by default.
 */
function childEnv(env) {
    const names = /^(PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|PGSSL\w+|PGOPTIONS|PGCONNECT_TIMEOUT|SystemRoot)$/;
    const result = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && names.test(name))
            result[name] = value;
    }
    return result;
}


/***/ })

};
