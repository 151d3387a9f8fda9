export const id = 5032;
export const ids = [5032];
export const modules = {

/***/ 65032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter),
  config: () => (/* binding */ config),
  countResponses: () => (/* binding */ countResponses)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
// EXTERNAL MODULE: ./lib/services/vercel/deployments.js
var deployments = __webpack_require__(40330);
// EXTERNAL MODULE: ./lib/services/vercel/client.js
var client = __webpack_require__(95239);
;// CONCATENATED MODULE: ./lib/services/vercel/runtime-logs.js


/** A busy project writes more in a minute; then the reading ends early. */
const MOST_BYTES = 20_000_000;
const row = schemas/* object */.Ikc({
    rowId: schemas/* string */.YjP(),
    /** A row "delimiter" belongs to no request: Vercel says that it ends the stream. */
    source: schemas/* string */.YjP(),
    timestampInMs: schemas/* number */.aig(),
    /** Below 100: there was no response. */
    responseStatusCode: schemas/* number */.aig(),
});
/**
 * Listens to the runtime logs of a deployment. Vercel sends what is written from now on, for 5 minutes at most, and takes
 * no times.
 *
 * @param ms how long to listen
 * @throws HttpFailure; RewindError credential-missing
 */
async function listenToLogs(ctx, { project, team }, deployment, ms) {
    const { data } = await (0,client/* vercelApi */.a)(ctx, team).request({
        method: 'GET',
        what: 'read the runtime logs',
        path: `/v1/projects/${encodeURIComponent(project)}/deployments/${encodeURIComponent(deployment)}/runtime-logs`,
        headers: { accept: 'application/stream+json' },
        permission: 'read access to the logs of the project',
        decode: linesOf,
        readMs: ms,
        maxBytes: MOST_BYTES,
        deadlineMs: ms + 10_000,
    }, 
    // Nothing was written.
    schemas/* array */.YOg(row).default([]));
    return data;
}
/** @throws SyntaxError if a line is not JSON */
const linesOf = (text) => text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

// EXTERNAL MODULE: ./lib/probes/not-watched.js
var not_watched = __webpack_require__(32173);
// EXTERNAL MODULE: ./lib/probes/question.js
var question = __webpack_require__(94399);
// EXTERNAL MODULE: ./lib/probes/service-fields.js
var service_fields = __webpack_require__(21504);
;// CONCATENATED MODULE: ./lib/probes/adapters/vercel-runtime.js








/** Kept free at the end of a tick. */
const MARGIN_MS = 2_000;
/** Of a tick that begins at its end. */
const SHORTEST_MS = 200;
const config = schemas/* strictObject */.rej({
    ...(0,service_fields/* serviceFields */.$)('content', 60),
    adapter: schemas/* literal */.euz('vercel-runtime')
        .describe('Responses with status 5xx, among all in the runtime logs of the production deployment on Vercel.'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    every: schemas/* number */.aig()
        .int()
        .min(30)
        .max(270)
        .default(60)
        .describe('Seconds between two samples. Rewind listens nearly all of this time.'),
});
/**
 * Counts what is written while it listens. There is no past to read, so the baseline is one interval, which it
 * listens to during the snapshot. What Vercel sends of before is left out.
 */
const adapter = {
    id: 'vercel-runtime',
    kind: 'count',
    config,
    run: (entry, tick, context) => (0,question/* runQuestion */._B)(tick, context, async (ctx) => ({ samples: [await listen(entry, tick.dueAt, ctx)] })),
    history: (entry, span, context) => (0,question/* runQuestion */._B)({ dueAt: span.to, signal: context.signal }, context, async (ctx) => ({
        samples: [await listen(entry, span.to, ctx)],
    })),
    inspect: (entry, ctx) => (0,not_watched/* notWatched */.q)(entry, 'The runtime logs', ctx, async () => {
        await listenToLogs(ctx, entry, await productionOf(entry, ctx), 1);
        return [];
    }),
};
/** @param since when the interval of `every` seconds began, in milliseconds since the epoch */
async function listen(entry, since, ctx) {
    const now = () => ctx.clock.now().getTime();
    const deployment = await productionOf(entry, ctx);
    const from = now();
    const ends = since + entry.every * 1000 - MARGIN_MS;
    const rows = await listenToLogs(ctx, entry, deployment, Math.max(SHORTEST_MS, ends - from));
    return { kind: 'count', from, at: now(), ...countResponses(rows, from) };
}
/** A request that writes several rows counts several times. @param from milliseconds since the epoch */
function countResponses(rows, from) {
    const statuses = new Map();
    for (const { rowId, source, timestampInMs: at, responseStatusCode: status } of rows) {
        if (source !== 'delimiter' && at >= from && status >= 100)
            statuses.set(rowId, status);
    }
    return { bad: [...statuses.values()].filter((status) => status >= 500).length, total: statuses.size };
}
async function productionOf(entry, ctx) {
    const { targets } = await (0,deployments/* vercelDeployments */.g6)(ctx, entry).project();
    const id = targets?.production?.id;
    if (id !== undefined)
        return id;
    throw new errors/* RewindError */.Ir('api-not-found', `The project ${entry.project} has no production deployment.`, {
        resource: ctx.resource,
    });
}


/***/ }),

/***/ 46613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I1: () => (/* binding */ connectionFields),
/* harmony export */   K7: () => (/* binding */ probeUrl),
/* harmony export */   OW: () => (/* binding */ stepUrl),
/* harmony export */   PF: () => (/* binding */ checkCaptured),
/* harmony export */   U1: () => (/* binding */ jsonPath),
/* harmony export */   eE: () => (/* binding */ probeFields),
/* harmony export */   hH: () => (/* binding */ requestFields),
/* harmony export */   nQ: () => (/* binding */ assetExpectation),
/* harmony export */   yG: () => (/* binding */ checkRequest)
/* harmony export */ });
/* unused harmony exports expectation, METHODS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _json_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66773);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10377);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14476);




/** Keys that each probe has. */
const probeFields = {
    id: _probe_js__WEBPACK_IMPORTED_MODULE_0__/* .probeSpec */ .Kt.shape.id.describe('Name of the probe in verdicts and reports.'),
    area: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .AREAS */ .xS).describe('Part of the system that the probe answers for.'),
    critical: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false).describe('true: this probe alone may lead to the verdict roll-back.'),
    every: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1).max(3600).default(5).describe('Seconds between two samples.'),
    'limit-ms': _probe_js__WEBPACK_IMPORTED_MODULE_0__/* .probeSpec */ .Kt.shape.limitMs.describe('A check that takes longer is slow, whatever the baseline is.'),
};
/** Rewind sets them, or they change where a request ends. */
const OWN_HEADERS = /^(host|content-length|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|proxy-.*)$/;
const headerName = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'must be the name of a header')
    .refine((name) => !OWN_HEADERS.test(name.toLowerCase()), 'is a header that Rewind sets itself; remove it');
const headerValue = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[\t\x20-\x7e\xa0-\xff]*$/, 'must be one line without special characters');
/** Placeholders come after the host, so that no value decides where a request goes. */
const ABSOLUTE = /^https?:\/\/[^/?#{}$\\@\s]+(?=[/?#]|$)/;
const absolute = (url) => ABSOLUTE.test(url) && URL.canParse(url);
/** An address on which a probe begins. */
const probeUrl = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine(absolute, 'must be an address like https://shop.example.com/path, without a user name or a password');
/** An address, or a path on the host of the flow. */
const stepUrl = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine((url) => absolute(url) || /^\/(?![/\\])/.test(url), 'must be a path like /login or an address with https://');
const status = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(100).max(599);
const jsonPath = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine((path) => (0,_json_path_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePath */ .R)(path) !== null, 'must be a path to one value, like $.items[0].name');

const expectations = {
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([status, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(status).min(1)])
        .optional()
        .describe('Status, or a list of them; any from 200 to 299 when left out.'),
    headers: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(headerName, zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional().describe('Texts that these headers must hold.'),
};
/** What a response must be. */
const expectation = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ...expectations,
    text: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1), zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1)).min(1)])
        .optional()
        .describe('Text, or a list of texts, that the body must hold.'),
    json: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(jsonPath, zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9())
        .optional()
        .describe('Values that a JSON body must hold, by their paths, e.g. $.status.'),
});
/** What an asset must be, besides its checksum. */
const assetExpectation = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(expectations);
const seconds = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0.1).max(60);
/** How a probe connects. */
const connectionFields = {
    'timeout-seconds': seconds.default(5).describe('A request that takes longer, redirects included, has failed.'),
    'max-bytes': zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1).max(50_000_000).default(5_000_000).describe('A larger body is a failure.'),
    'tls-days': zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .int()
        .min(1)
        .max(365)
        .optional()
        .describe('The certificate must be valid for so many more days.'),
    'allow-private': zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(false)
        .describe('true: the host may have a private address. Link-local addresses and metadata services stay refused.'),
};
const redirects = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
    .int()
    .min(0)
    .max(10)
    .describe('Redirects to follow; 0: a redirect is the response. Nothing configured is sent to another origin.');
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** POST is left out: logins and questions need it. */
const WRITING = ['PUT', 'PATCH', 'DELETE'];
/** One request. */
const requestFields = {
    method: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(METHODS).default('GET').describe('PUT, PATCH and DELETE need allow-change: true.'),
    'allow-change': zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(false)
        .describe('true: the request may change data at every check, e.g. DELETE of the session of a login.'),
    headers: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(headerName, headerValue).default({}).describe('Headers; secrets only as ${NAME}.'),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('Body as text.'),
    json: zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9().optional().describe('Body as JSON.'),
    form: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional().describe('Body as the fields of a form.'),
    expect: expectation.prefault({}).describe('What the response must be.'),
    redirects: redirects.default(5),
};
/** What Rewind reads for other purposes. A probe must not carry it away. */
const OWN_CREDENTIAL = /^(REWIND_|AWS_|GITHUB_|ACTIONS_|PG)|^(VERCEL_TOKEN|STRIPE_API_KEY|NEON_API_KEY|LAUNCHDARKLY_ACCESS_TOKEN|UNLEASH_API_TOKEN|DATABASE_URL)$/;
/** Mistakes in a request that no single key shows. */
function checkRequest(request, base, allowPrivate, add) {
    const bodies = ['body', 'json', 'form'].filter((key) => request[key] !== undefined);
    const [first, second] = bodies;
    if (second !== undefined)
        add([second], `is a second body beside "${first}"; keep one`);
    if (first !== undefined && (request.method === 'GET' || request.method === 'HEAD')) {
        add([first], `is a body, and ${request.method} has none; set method`);
    }
    if (WRITING.includes(request.method) && request['allow-change'] !== true) {
        add(['method'], `must not be ${request.method}: it changes data at every check; use GET or POST, or set allow-change: true`);
    }
    const variables = (0,_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .variablesOf */ .ht)(request);
    const own = variables.find((name) => OWN_CREDENTIAL.test(name));
    if (own !== undefined)
        add([], `sends ${own}, which is a credential of Rewind; give the probe one of its own`);
    const clear = (request.url.startsWith('/') ? base : request.url).startsWith('http:');
    if (variables.length > 0 && clear && !allowPrivate)
        add(['url'], 'must begin with https://: the request holds a secret');
}
/** Mistakes of placeholders for captured values. @param known names that earlier steps capture */
function checkCaptured(value, known, add) {
    for (const { text, path } of (0,_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .stringsIn */ .QQ)(value)) {
        for (const name of (0,_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .placeholdersIn */ .Qf)(text).captured) {
            if (!known.has(name))
                add(path, `{{${name}}} is not captured by a step before this one`);
        }
    }
}


/***/ }),

/***/ 66773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parsePath),
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
const SEGMENT = /\.([\p{L}_][\p{L}\p{N}_]*)|\[(0|-?[1-9]\d*)\]|\['((?:[^'\\]|\\['\\])*)'\]|\["((?:[^"\\]|\\["\\])*)"\]/uy;
/** Null for a text that is not such a path. Wildcards, slices and filters are not supported: they name many values. */
function parsePath(text) {
    if (!text.startsWith('$'))
        return null;
    const path = [];
    for (let at = 1; at < text.length; at = SEGMENT.lastIndex) {
        SEGMENT.lastIndex = at;
        const found = SEGMENT.exec(text);
        if (!found)
            return null;
        const [, name, index, ...quoted] = found;
        path.push(index === undefined ? (name ?? unescaped(quoted)) : Number(index));
    }
    return path;
}
const unescaped = (quoted) => (quoted.find((text) => text !== undefined) ?? '').replace(/\\(.)/g, '$1');
/** The value at the path; undefined if there is none. An index below 0 counts from the end. */
function valueAt(value, path) {
    return path.reduce((inside, part) => {
        if (typeof part === 'number')
            return Array.isArray(inside) ? inside.at(part) : undefined;
        if (typeof inside !== 'object' || inside === null || Array.isArray(inside))
            return undefined;
        return Object.hasOwn(inside, part) ? inside[part] : undefined;
    }, value);
}


/***/ }),

/***/ 32173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ inactive),
/* harmony export */   q: () => (/* binding */ notWatched)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94399);


/** A finding about what a probe asks. Only a critical probe makes it an error. */
function inactive({ critical }, code, message) {
    return { level: critical ? 'error' : 'warning', code, message };
}
const REFUSALS = ['api-forbidden', 'api-not-found', 'api-unauthorized'];
/**
 * A question that the service may refuse: then it is not watched, never well. Another failure is a warning, because an
 * outage of the service says nothing about the alarm.
 *
 * @param what completes "… cannot be read"
 */
async function notWatched(entry, what, ctx, question) {
    try {
        return await question();
    }
    catch (thrown) {
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
        const said = (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(ctx, message);
        if (code === 'internal')
            throw thrown;
        if (REFUSALS.includes(code)) {
            return [{ ...inactive(entry, 'alarm-not-watched', `${what} cannot be read: not watched. ${said}`), remedy }];
        }
        const level = code === 'credential-missing' && entry.critical ? 'error' : 'warning';
        return [{ level, code, message: `${what} cannot be read now. ${said}`, remedy }];
    }
}


/***/ }),

/***/ 94399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   _B: () => (/* binding */ runQuestion),
/* harmony export */   os: () => (/* binding */ shortText)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78101);


/** As in the schema of samples. */
const LONGEST_TEXT = 500;
/**
 * One tick: runs the question until it is answered or the tick ends, and turns a failure into an error of the result.
 * A question that is left behind at the end of its tick must end by itself; its context has the signal.
 *
 * @throws what is not a RewindError: a fault of the program
 */
async function runQuestion(tick, ctx, question) {
    const now = () => ctx.clock.now().getTime();
    const startedAt = now();
    const signal = AbortSignal.any([ctx.signal, tick.signal]);
    let found;
    try {
        found = await untilAborted(() => question({ ...ctx, signal }, startedAt), signal);
    }
    catch (error) {
        if (!signal.aborted && !(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir))
            throw error;
        const ended = ctx.signal.aborted
            ? { at: startedAt, reason: 'refused', message: 'The run was cancelled.' }
            : tick.signal.aborted
                ? { at: startedAt, reason: 'provider', message: 'No answer before the end of the tick.' }
                : null;
        found = { samples: [], errors: [ended ?? errorOf(ctx, error, startedAt)] };
    }
    return {
        samples: [...found.samples],
        errors: [...(found.errors ?? [])],
        ...(found.facts !== undefined && { facts: found.facts }),
        timings: { dueAt: tick.dueAt, startedAt, endedAt: now() },
    };
}
async function untilAborted(work, signal) {
    signal.throwIfAborted();
    const running = work();
    running.catch(() => undefined);
    let stop = () => undefined;
    const aborted = new Promise((_resolve, reject) => {
        stop = () => reject(new Error('aborted'));
        signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([running, aborted]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}
/** The service answers, but not to us, or we cannot ask it at all. */
const NOT_WATCHED = new Set([
    'api-forbidden',
    'api-not-found',
    'api-unauthorized',
    'credential-missing',
    'database-auth-failed',
    'database-permission',
    'database-pooled-url',
    'database-url-invalid',
    'input-invalid',
    'tool-missing',
]);
/** A failure as an error of a tick. */
function errorOf(ctx, error, at) {
    const code = error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir ? error.code : null;
    const reason = code === 'address-refused' ? 'refused' : code !== null && NOT_WATCHED.has(code) ? 'not-watched' : 'provider';
    return { at, reason, message: shortText(ctx, (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) };
}
/** A text of a service or about it: one line, inert, without secrets, short enough for a sample. */
function shortText(ctx, text) {
    const line = (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(ctx.masker.redact(text)));
    return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}


/***/ }),

/***/ 21504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ serviceFields)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _http_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46613);


/** Keys of each probe that asks a service from time to time. @param every default, in seconds */
function serviceFields(area, every) {
    const { id, area: areas, critical } = _http_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .probeFields */ .eE;
    return {
        id,
        area: areas.default(area),
        critical,
        every: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1).max(3600).default(every).describe('Seconds between two samples.'),
    };
}


/***/ }),

/***/ 14476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dz: () => (/* binding */ literalPart),
/* harmony export */   QQ: () => (/* binding */ stringsIn),
/* harmony export */   Qf: () => (/* binding */ placeholdersIn),
/* harmony export */   dN: () => (/* binding */ Filler),
/* harmony export */   ht: () => (/* binding */ variablesOf)
/* harmony export */ });
/** `${NAME}` is a variable of the environment; `{{name}}` is what an earlier step of a flow captured. */
const PLACEHOLDER = /\$\{([A-Z_][A-Z0-9_]*)\}|\{\{([a-z][a-z0-9-]*)\}\}/g;
/** The text without its placeholders. */
const literalPart = (text) => text.replace(PLACEHOLDER, '');
/** Names of the variables and of the captured values in a text. */
function placeholdersIn(text) {
    const found = [...text.matchAll(PLACEHOLDER)];
    return {
        variables: found.flatMap(([, variable]) => variable ?? []),
        captured: found.flatMap(([, , captured]) => captured ?? []),
    };
}
/** All strings inside of a value, each with its path. */
function stringsIn(value, path = []) {
    if (typeof value === 'string')
        return [{ text: value, path }];
    if (Array.isArray(value))
        return value.flatMap((one, index) => stringsIn(one, [...path, index]));
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, one]) => stringsIn(one, [...path, key]));
}
/** Names of the variables that a configuration reads, sorted. */
const variablesOf = (config) => [...new Set(stringsIn(config).flatMap(({ text }) => placeholdersIn(text).variables))].sort();
/** Fills placeholders. The values are put in after the text was taken apart, so they cannot add placeholders. */
class Filler {
    env;
    probe;
    captured;
    constructor(env, probe, captured = new Map()) {
        this.env = env;
        this.probe = probe;
        this.captured = captured;
    }
    /**
     * @param encode how a value stands in the text, e.g. encoded for a URL
     * @throws RewindError credential-missing
     */
    text(text, encode = (value) => value) {
        return this.fill(text, (name) => encode(this.env.require(name, this.probe)), encode);
    }
    /** @throws RewindError credential-missing; input-invalid if no header can hold the variable */
    header(text) {
        return this.fill(text, (name) => this.env.token(name, this.probe));
    }
    fill(text, read, encode = (value) => value) {
        return text.replace(PLACEHOLDER, (_all, variable, captured) => variable === undefined ? encode(this.captured.get(captured ?? '') ?? '') : read(variable));
    }
    /** Fills all strings of a JSON value. @throws RewindError credential-missing */
    json(value) {
        if (typeof value === 'string')
            return this.text(value);
        if (Array.isArray(value))
            return value.map((one) => this.json(one));
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.json(one)]));
    }
}


/***/ }),

/***/ 97455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ secretReference),
/* harmony export */   TU: () => (/* binding */ vercelTeam),
/* harmony export */   Ue: () => (/* binding */ awsRegion),
/* harmony export */   a: () => (/* binding */ resourceId),
/* harmony export */   tD: () => (/* binding */ vercelProject),
/* harmony export */   w_: () => (/* binding */ neonProject)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Field types shared by the configurations of providers. */
const resourceId = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
    .describe('Name of this resource in plans, reports and --scope.');
/** `${NAME}`: read from the environment when Rewind needs it. A literal secret in the file is an error. */
const secretReference = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: do not put secrets in this file');
/** Vercel ids, as in the dashboard's settings pages. */
const vercelProject = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^prj_\w+$/, 'must be a project id (prj_…), not a name')
    .describe('Vercel project id.');
const vercelTeam = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^team_\w+$/, 'must be a team id (team_…)')
    .optional()
    .describe('Vercel team id; leave out for a personal account.');
const awsRegion = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1');
const neonProject = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z0-9-]{1,60}$/, 'must be the id of a Neon project, not its name')
    .describe('Neon project id.');


/***/ }),

/***/ 95239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ vercelApi)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91688);


/** A list with more pages counts as broken paging. */
const MAX_PAGES = 100;
/**
 * @param team sent with every request; without it, Vercel uses the token's default team
 * @throws RewindError credential-missing
 */
function vercelApi(ctx, team) {
    const base = ctx.env.url('VERCEL_API_URL', 'https://api.vercel.com');
    const token = ctx.env.token('VERCEL_TOKEN', ctx.resource);
    const request = async ({ path, query, headers, ...rest }, schema) => {
        try {
            return await ctx.http.request({
                service: 'Vercel',
                resource: ctx.resource,
                ...rest,
                url: `${base}${path}`,
                headers: { ...headers, authorization: `Bearer ${token}` },
                query: { ...query, teamId: team ?? undefined },
            }, schema);
        }
        catch (error) {
            throw invalidToken(error) ?? error;
        }
    };
    return {
        request,
        all: async (call, field, row) => {
            const page = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
                [field]: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(row),
                pagination: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ next: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()]).nullable() }).optional(),
            });
            const rows = [];
            let until;
            for (let pages = 0; pages < MAX_PAGES; pages += 1) {
                const { data } = await request({ ...call, query: { limit: 100, ...call.query, until } }, page);
                rows.push(...data[field]);
                const next = data.pagination?.next ?? null;
                if (next === null)
                    return rows;
                until = next;
            }
            throw new Error(`${call.what}: the list does not end`);
        },
    };
}
const refusal = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ invalidToken: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true) }) });
/** Vercel refuses a token that is wrong, expired or revoked with 403 as well, and says so in the body. */
function invalidToken(error) {
    if (!(error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR) || !refusal.safeParse(error.body).success)
        return undefined;
    const remedy = 'Replace VERCEL_TOKEN: Vercel does not know this token (it is mistyped, expired or revoked).';
    const { message, resource, status, body } = error;
    return new _runtime_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR('api-unauthorized', message, { resource, remedy, cause: error }, status, body);
}


/***/ }),

/***/ 40330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f8: () => (/* binding */ deploymentRef),
/* harmony export */   g6: () => (/* binding */ vercelDeployments),
/* harmony export */   mq: () => (/* binding */ DEPLOY_PERMISSION)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95239);
/* harmony import */ var _env_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94813);



const aliasRequest = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    jobStatus: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    requestedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    fromDeploymentId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    toDeploymentId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
const metaSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()).nullish();
const creator = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ username: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish() }).nullish();
/** A deployment as it appears in a project. */
const deploymentRef = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    meta: metaSchema,
    creator,
});
const project = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    autoAssignCustomDomains: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
    /** The Git repository; `productionBranch` builds for production. */
    link: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ productionBranch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish() }).nullish(),
    targets: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ production: deploymentRef.nullish() }).nullish(),
    lastAliasRequest: aliasRequest.nullish(),
    /** The configuration for later deployments; null or absent = off. An active release may outlive it. */
    rollingRelease: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ stages: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ targetPercentage: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() })).nullish() }).nullish(),
});
const deployment = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Absent if the token has no access to the project, so absence does not prove another project. */
    projectId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    readyState: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    readySubstate: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    softDeletedByRetention: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
    /** Absent if the token has no access to the project. */
    url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional(),
    meta: metaSchema,
    creator,
});
const deploymentRow = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    uid: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    readyState: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional(),
    meta: metaSchema,
});
const DEPLOY_PERMISSION = 'deploy to production (member, developer, project administrator, or Full Production Deployment)';
/** Vercel REST API: one project, its deployments, and which of them serves production. */
function vercelDeployments(ctx, { project: id, team }) {
    const api = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .vercelApi */ .a)(ctx, team);
    const path = `/v9/projects/${id}`;
    return {
        /** Sends `rollbackInfo`: only then does Vercel return `lastAliasRequest`. */
        project: async () => {
            const query = { rollbackInfo: true };
            const permission = 'read access to the project';
            return (await api.request({ method: 'GET', path, what: `read project ${id}`, query, permission }, project)).data;
        },
        /** Null if it does not exist (any more). */
        deployment: async (wanted) => {
            const { status, data } = await api.request({ method: 'GET', path: `/v13/deployments/${wanted}`, what: `read deployment ${wanted}`, accept: [404, 410] }, zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([deployment, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J() })]));
            return status === 404 || status === 410 || 'error' in data ? null : data;
        },
        /** Id of the deployment that a host name serves; null if none. @param deadlineMs for all attempts together */
        aliasTarget: async (name, deadlineMs) => {
            const { data } = await api.request({
                method: 'GET',
                path: `/v4/aliases/${encodeURIComponent(name)}`,
                what: `read what ${name} serves`,
                accept: [404],
                deadlineMs,
            }, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ deploymentId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish() }));
            return data.deploymentId ?? null;
        },
        /** The newest deployments to production. */
        recent: async () => {
            const query = { projectId: id, target: _env_js__WEBPACK_IMPORTED_MODULE_1__/* .PRODUCTION */ .e, limit: 50 };
            const { data } = await api.request({ method: 'GET', path: '/v7/deployments', what: 'list the deployments', query }, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ deployments: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(deploymentRow) }));
            return data.deployments;
        },
        /** The deployments to production with these entries in their meta, newest first. */
        marked: async (meta) => {
            // The description of the API lacks this filter; the official CLI uses it.
            const filter = Object.entries(meta).map(([key, value]) => [`meta-${key}`, value]);
            const query = { projectId: id, target: _env_js__WEBPACK_IMPORTED_MODULE_1__/* .PRODUCTION */ .e, ...Object.fromEntries(filter) };
            const rows = await api.all({ method: 'GET', path: '/v7/deployments', what: 'list the deployments for maintenance', query }, 'deployments', deploymentRow);
            return rows
                .filter((row) => Object.entries(meta).every(([key, value]) => row.meta?.[key] === value))
                .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
        },
        /** Builds a deployment again with the current variables. @returns the id of the new deployment */
        rebuild: async (name, of, meta) => {
            const { data } = await api.request({
                method: 'POST',
                path: '/v13/deployments',
                what: `build ${of} again`,
                query: { forceNew: 1 },
                json: { name, project: id, deploymentId: of, target: _env_js__WEBPACK_IMPORTED_MODULE_1__/* .PRODUCTION */ .e, meta: { ...meta } },
                permission: DEPLOY_PERMISSION,
            }, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
            return data.id;
        },
        /**
         * Returns when Vercel accepts the request; the domains move later. Not repeatable: read the project before you send
         * it again.
         *
         * @param description shown in the dashboard; only for a rollback
         */
        requestSwitch: async (method, to, description = '') => {
            const version = method === 'rollback' ? '/v1' : '/v10';
            await api.request({
                method: 'POST',
                path: `${version}/projects/${id}/${method}/${to}`,
                what: `${method} production to ${to}`,
                json: {},
                query: method === 'rollback' ? { description } : {},
                permission: DEPLOY_PERMISSION,
            }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
        },
        setAutoAssign: async (value) => {
            await api.request({
                method: 'PATCH',
                path,
                what: 'set the automatic assignment of domains',
                json: { autoAssignCustomDomains: value },
                repeatable: true,
                permission: 'change the project settings',
            }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
        },
    };
}


/***/ }),

/***/ 94813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ vercelEnv),
/* harmony export */   e: () => (/* binding */ PRODUCTION)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95239);



/** The environment whose variables the app reads in production. */
const PRODUCTION = 'production';
const envRow = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    value: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())])
        .nullish()
        .transform((value) => [value ?? []].flat()),
    gitBranch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    customEnvironmentIds: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    decrypted: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    system: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullish(),
    visibility: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    configurationId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    edgeConfigTokenId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    updatedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish(),
    /** Ids of users. */
    createdBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    updatedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
});
const envList = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ envs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(envRow), hiddenProductionEnvCount: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional() }),
    // Vercel may return a single variable without a list.
    envRow,
]);
const created = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    failed: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ code: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish() }) })).nullish(),
});
/** Vercel REST API: environment variables of one project. Every write sets a value, so it can be repeated. */
function vercelEnv(ctx, { project, team }) {
    const api = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .vercelApi */ .a)(ctx, team);
    const path = `/v10/projects/${project}/env`;
    const permission = `read and write the environment variables of project ${project}`;
    const write = { repeatable: true, permission };
    return {
        /** Rows, and the number of production rows hidden from this token. @param decrypt requests clear values */
        list: async (decrypt) => {
            const query = decrypt ? { decrypt } : {};
            const { data } = await api.request({ method: 'GET', path, what: 'list the environment variables', query, permission }, envList);
            return 'envs' in data
                ? { rows: data.envs, hidden: data.hiddenProductionEnvCount ?? 0 }
                : { rows: [data], hidden: 0 };
        },
        read: async ({ id, key }) => {
            const one = `/v1/projects/${project}/env/${id}`;
            const { data } = await api.request({ method: 'GET', path: one, what: `read the value of ${key}`, permission }, envRow);
            return data;
        },
        /** Sends one request. A 201 may still contain failures. @throws RewindError api-rejected */
        create: async (entries) => {
            const what = `write ${entries.map(({ key }) => key).join(', ')}`;
            const { data } = await api.request({ method: 'POST', path, what, query: { upsert: true }, json: entries.map((entry) => ({ ...entry })), ...write }, created);
            const failed = data.failed ?? [];
            if (failed.length === 0)
                return;
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('api-rejected', `Vercel rejected ${failed.length} of ${entries.length} variable(s).`, {
                resource: ctx.resource,
                problems: failed.map(({ error }) => `${error.code}: ${error.message ?? 'no message'}`),
                remedy: `Repair the variables (${entries.map(({ key }) => key).join(', ')}) in Vercel project ${project}, then run the same command again.`,
            });
        },
        /** Omitted fields keep their value. */
        edit: async ({ id, key }, change) => {
            const one = `/v9/projects/${project}/env/${id}`;
            await api.request({ method: 'PATCH', path: one, what: `change ${key}`, json: { ...change }, ...write }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
        },
        remove: async ({ id, key }) => {
            const one = `/v9/projects/${project}/env/${id}`;
            await api.request({ method: 'DELETE', path: one, what: `remove ${key}`, accept: [404], permission }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
        },
    };
}


/***/ })

};
