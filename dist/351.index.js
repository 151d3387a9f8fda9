export const id = 351;
export const ids = [351];
export const modules = {

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   Wu: () => (/* binding */ contextsFor),
/* harmony export */   _H: () => (/* binding */ loadResources)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7516);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
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
    const base = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .createContext */ .q6)(parts, snapshot);
    return (resource) => (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(base, resource.id);
}
/** Runs a step for each resource at once; every outcome is kept, none hides another's. */
async function settleResources(resources, step) {
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

/***/ 7732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   jr: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7516);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8234);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4365);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9461);






/**
 * Captures every resource at once, writes, and verifies what was written (law 9). Leaves nothing behind when it fails.
 * @throws RewindError snapshot-incomplete with one line for each resource that failed; snapshot-corrupt; store errors
 */
async function takeSnapshot(request) {
    const { parts, store, origin } = request;
    const clock = parts.clock ?? _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .ml;
    const hex = parts.randomHex ?? ((bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(bytes).toString('hex'));
    const head = { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotIdAt */ .P1)(clock.now(), hex(3)), salt: hex(16) };
    try {
        const manifest = {
            kind: 'rewind-snapshot',
            schemaVersion: _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST_VERSION */ .hh,
            ...head,
            createdAt: clock.now().toISOString(),
            writtenBy: origin.version,
            environment: origin.environment,
            repository: origin.repository,
            commit: origin.commit,
            run: origin.run,
            reason: request.reason,
            recipients: [...request.recipients],
            resources: await captureAll(request, head),
        };
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .commitSnapshot */ .Ge)(store, manifest);
        await verifyWritten(request, manifest);
        return manifest;
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .removeSnapshot */ .Bw)(store, origin.environment, head.id).catch((cleanup) => {
            parts.log.warn(`The unfinished snapshot ${head.id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function captureAll(request, head) {
    const { resources, store, parts, origin, recipients } = request;
    const clock = parts.clock ?? _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .ml;
    const contextOf = (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .contextsFor */ .Wu)(parts, head);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(resources, async (resource) => {
        const sink = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id);
        const start = clock.monotonic();
        const captured = await resource.provider.capture(resource.config, contextOf(resource), sink);
        // Through JSON and the schema: what is read back later must mean the same.
        const state = resource.provider.state.parse(JSON.parse(JSON.stringify(captured)));
        const left = resource.provider.plan(state, captured);
        if (left.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('internal', `The state just captured differs from itself: ${left.map((c) => c.id).join(', ')}.`);
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: JSON.parse(JSON.stringify(state)),
            payloads: sink.refs,
        };
    });
    const failures = outcomes.filter((outcome) => outcome.error !== undefined);
    if (failures.length === 0)
        return outcomes.flatMap(({ value }) => (value ? [value] : []));
    const errors = failures.map(({ error, resource }) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id));
    // One cause keeps its own code and remedy; several are told together.
    const [first] = errors;
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
        remedy: 'Repair all of them; the deploy should wait until a snapshot succeeds.',
    });
}
async function verifyWritten(request, written) {
    const { store, parts, identities } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readManifest */ .WI)(store, written.environment, written.id);
    const problems = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .checkPayloads */ .M1)(store, manifest);
    if (identities.length > 0) {
        const findings = await proveSnapshot({ ...request, manifest, depth: 'readable' });
        problems.push(...findings.filter(({ level }) => level === 'error').map(({ resource, message }) => `${resource}: ${message}`));
    }
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-corrupt', 'What was written cannot be read back.', { problems });
    }
    parts.log.debug(`snapshot ${manifest.id} was read back and is what was written`);
}
/** Opens every payload with the identity, and asks the providers that know more to prove more. */
async function proveSnapshot(request) {
    const contextOf = (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .contextsFor */ .Wu)(request.parts, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities);
        const state = resource.provider.state.parse(captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, contextOf(resource), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/**
 * Finds a snapshot by id, or the newest that is not a `pre-rollback` by `latest`, and checks its manifest.
 * @throws RewindError snapshot-not-found, snapshot-foreign, snapshot-corrupt, snapshot-unsupported
 */
async function findSnapshot(store, wanted, origin) {
    const ids = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .listSnapshotIds */ .DB)(store, origin.environment);
    if (wanted !== 'latest' && !ids.includes(wanted)) {
        const elsewhere = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentsHolding */ ._n)(store, wanted);
        if (elsewhere.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-foreign', `${wanted} is a snapshot of "${elsewhere.join('", "')}", not of "${origin.environment}".`);
        }
        const known = await store.whyMissing?.(`snapshots/${origin.environment}/${wanted}`);
        if (known)
            throw known;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-not-found', `There is no snapshot ${wanted} of "${origin.environment}" in the store.`);
    }
    for (const id of wanted === 'latest' ? ids.reverse() : [wanted]) {
        const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readManifest */ .WI)(store, origin.environment, id);
        if (manifest.environment !== origin.environment || isForeign(manifest.repository, origin.repository)) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-foreign', `Snapshot ${id} is of ${manifest.repository ?? 'no repository'}, environment "${manifest.environment}".`);
        }
        if (wanted !== 'latest' || manifest.reason !== 'pre-rollback')
            return manifest;
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-not-found', `There is no snapshot of "${origin.environment}" in the store yet.`, {
        remedy: 'Run "rewind snapshot" before each deploy; see examples/pre-deploy-snapshot.yml.',
    });
}
const isForeign = (theirs, ours) => theirs !== null && ours !== null && theirs.toLowerCase() !== ours.toLowerCase();


/***/ }),

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q6: () => (/* binding */ createContext),
  i_: () => (/* binding */ forResource),
  ml: () => (/* binding */ systemClock)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/runtime/env.js
var env = __webpack_require__(3031);
;// CONCATENATED MODULE: ./lib/runtime/fingerprint.js

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

// EXTERNAL MODULE: ./lib/runtime/http.js
var http = __webpack_require__(1906);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
;// CONCATENATED MODULE: ./lib/runtime/create-context.js






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
        fetch: parts.fetch ?? fetch,
        log: parts.log,
        masker: parts.masker,
        credentials: (0,env/* createCredentials */.z)(parts.env, parts.masker),
        signal: parts.signal,
        scratch: parts.scratch,
        root: parts.root,
        resource,
        snapshotId: snapshot.id,
        mayInstall: parts.mayInstall ?? false,
        childEnv: (0,env/* childEnv */.g)(parts.env),
        fingerprint: createFingerprint(snapshot.salt, parts.env.REWIND_FINGERPRINT_KEY),
        progress: (what, unit) => (0,progress/* createProgress */.mf)({ what, unit: unit ?? 'bytes', clock, log: parts.log }),
    };
}
/** The same context, for one resource. */
function forResource(ctx, resource) {
    return { ...ctx, resource };
}


/***/ }),

/***/ 3031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ childEnv),
/* harmony export */   z: () => (/* binding */ createCredentials)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('credential-missing', `The environment variable ${name} is not set.`, {
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


/***/ }),

/***/ 1906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure),
/* harmony export */   u: () => (/* binding */ createHttpClient)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(370);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4995);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);




/** A failed request: the status and the service's own code, so that a provider can decide from them. */
class HttpFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir {
    status;
    body;
    malformed;
    name = 'HttpFailure';
    constructor(code, message, details, 
    /** Undefined when there was no answer at all. */
    status, 
    /** The parsed body of the failure, where it was JSON. */
    body, 
    /** The answer was no JSON at all: an error page, or cut short. */
    malformed = false) {
        super(code, message, details);
        this.status = status;
        this.body = body;
        this.malformed = malformed;
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
class AttemptError extends Error {
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
                if (!(error instanceof AttemptError) || !mayRepeat(request, error.failure))
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
        throw error instanceof AttemptError ? error.failure : error;
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
    return failure.status === NO_ANSWER || failure.status === 408 || failure.status >= 500 || failure.malformed;
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
        throw new AttemptError(networkError(request, error, timeout.aborted), undefined);
    }
    const body = parseJson(text);
    if (!response.ok && !(request.accept ?? []).includes(response.status)) {
        throw new AttemptError(errorResponse(settings, request, response, body), retryAfterMs(settings, response));
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
    throw new AttemptError(malformedResponse(request, response, problem, body === NOT_JSON), undefined);
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
function networkError(request, error, timedOut) {
    // fetch says only "fetch failed"; the reason is its cause.
    const cause = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error.cause) ? error.cause : error;
    const why = timedOut ? 'no answer in time' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause);
    const message = `${request.service} could not be reached to ${request.what}: ${why}`;
    return new HttpFailure('api-unavailable', message, detailsOf(request, error), NO_ANSWER, undefined);
}
function malformedResponse(request, response, problem, broken) {
    const message = `${request.service} gave an answer to "${request.what}" that Rewind cannot use: ${problem}${requestId(response)}`;
    // A body that is no JSON is a proxy's error page or a cut connection and may be asked again; a wrong shape will stay.
    return new HttpFailure('api-unexpected-answer', message, detailsOf(request), response.status, undefined, broken);
}
function errorResponse(settings, request, response, body) {
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

/***/ 3997:
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


/***/ })

};
