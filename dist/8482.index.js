export const id = 8482;
export const ids = [8482];
export const modules = {

/***/ 38482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87183);
/* harmony import */ var _not_watched_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32173);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94399);
/* harmony import */ var _sentry_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34988);
/* harmony import */ var _service_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21504);






const NAME = 'new issues';
const MOST = 100;
const config = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ...(0,_service_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceFields */ .$)('content', 60),
    adapter: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('sentry-issues').describe('Issues that Sentry did not know when the baseline was taken.'),
    ..._sentry_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .sentryFields */ .R,
    query: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .max(500)
        .default('is:unresolved')
        .describe("Sentry's search, e.g. is:unresolved level:error firstRelease:latest."),
});
/** Sentry numbers issues in ascending order. The baseline keeps the newest of all; a search may find others later. */
const adapter = {
    id: 'sentry-issues',
    kind: 'alert',
    config,
    run: (entry, tick, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_2__/* .runQuestion */ ._B)(tick, context, async (ctx, at) => {
        const quiet = { kind: 'alert', at, name: NAME, firing: false };
        if (tick.baseline === null) {
            const [newest] = await (0,_services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .newestIssues */ .L)(ctx, entry, '', 1);
            return { samples: [quiet], facts: { newest: newest?.id ?? '0' } };
        }
        const known = tick.baseline?.newest;
        if (known === undefined) {
            const message = 'The baseline does not know the issues, so none can be called new.';
            return { samples: [], errors: [{ at, reason: 'not-watched', message }] };
        }
        const found = (await (0,_services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .newestIssues */ .L)(ctx, entry, entry.query, MOST)).filter(({ id }) => Number(id) > Number(known));
        const [first] = found;
        if (first === undefined)
            return { samples: [quiet] };
        const more = found.length === 1 ? '' : `${found.length}${found.length === MOST ? ' or more' : ''} new issues. `;
        const detail = (0,_question_js__WEBPACK_IMPORTED_MODULE_2__/* .shortText */ .os)(ctx, `${more}${first.shortId}, ${first.level}: ${first.title}`);
        return { samples: [{ ...quiet, firing: true, detail }] };
    }),
    inspect: (entry, ctx) => (0,_not_watched_js__WEBPACK_IMPORTED_MODULE_1__/* .notWatched */ .q)(entry, 'The list of issues', ctx, async () => {
        await (0,_services_sentry_client_js__WEBPACK_IMPORTED_MODULE_0__/* .newestIssues */ .L)(ctx, entry, entry.query, 1);
        return [];
    }),
};


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
        .describe('The certificate must be valid for this many more days.'),
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
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
        if (code === 'internal' || code === 'program-damaged')
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
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
        if (!signal.aborted && !(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError))
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
    'clock-apart',
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
    const code = error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError ? error.code : null;
    const reason = code === 'address-refused' ? 'refused' : code !== null && NOT_WATCHED.has(code) ? 'not-watched' : 'provider';
    return { at, reason, message: shortText(ctx, (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) };
}
/** A text of a service or about it: one line, inert, without secrets, short enough for a sample. */
function shortText(ctx, text) {
    const line = (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(ctx.masker.redact(text)));
    return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}


/***/ }),

/***/ 34988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sentryFields)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Keys of each probe that asks Sentry. */
const sentryFields = {
    organization: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, 'must be the slug of the organization, as in the address of its pages')
        .describe('Slug of the organization.'),
    projects: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().positive())
        .min(1)
        .max(20)
        .describe('Ids of the projects: the number after "project=" in the address of their pages.'),
    environment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(64).default('production').describe('Environment in Sentry.'),
};


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

/***/ 87183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ newestIssues),
/* harmony export */   j: () => (/* binding */ countSessions)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);


const CREDENTIAL = 'SENTRY_AUTH_TOKEN';
const issue = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** Digits. A later issue has a higher id. */
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\d+$/),
    /** As people name it, e.g. SHOP-12. */
    shortId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    level: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const FIELD = 'sum(session)';
const sessions = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    start: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    end: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    intervals: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$()),
    groups: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        by: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ 'session.status': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
        series: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ [FIELD]: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative().nullable()) }),
    })),
});
/**
 * Issues, the newest first.
 *
 * @param query in Sentry's search syntax; empty: also those that are resolved or ignored
 * @param limit at most 100
 * @throws HttpFailure; RewindError credential-missing
 */
async function newestIssues(ctx, scope, query, limit) {
    const parameters = [
        ['query', query],
        ['sort', 'new'],
        ['limit', String(limit)],
        ['collapse', 'stats'],
    ];
    return read(ctx, scope, { path: 'issues', what: 'list the issues', scope: 'event:read' }, parameters, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(issue));
}
/**
 * Sessions that began in a span, and those of them with an error or a crash.
 *
 * @param from and `to`: full minutes, milliseconds since the epoch
 * @throws HttpFailure; RewindError credential-missing; api-unexpected-answer if Sentry did not count each minute
 */
async function countSessions(ctx, scope, { from, to }) {
    const parameters = [
        ['field', FIELD],
        ['groupBy', 'session.status'],
        ['interval', '1m'],
        ['start', new Date(from).toISOString()],
        ['end', new Date(to).toISOString()],
    ];
    const call = { path: 'sessions', what: 'count the sessions', scope: 'org:read' };
    const { start, end, intervals, groups } = await read(ctx, scope, call, parameters, sessions);
    const inside = intervals.flatMap((at, index) => (Date.parse(at) >= from && Date.parse(at) < to ? [index] : []));
    // The answer may hold more than was asked for, and steps of an hour, which its documentation names as the shortest.
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
    const isWhole = groups.every(({ series }) => series[FIELD].length === intervals.length);
    if (inside.length !== (to - from) / 60_000 || Math.ceil(minutes) !== intervals.length || !isWhole) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unexpected-answer', 'Sentry did not count the sessions of each minute.', {
            resource: ctx.resource,
        });
    }
    const counts = groups.map(({ by, series }) => ({
        healthy: by['session.status'] === 'healthy',
        count: inside.reduce((sum, index) => sum + (series[FIELD][index] ?? 0), 0),
    }));
    const sum = (of) => of.reduce((all, { count }) => all + count, 0);
    return { bad: sum(counts.filter(({ healthy }) => !healthy)), total: sum(counts) };
}
async function read(ctx, { organization, projects, environment }, { path, what, scope }, parameters, schema) {
    const query = new URLSearchParams([
        ...parameters.map(([name, value]) => [name, value]),
        ...projects.map((id) => ['project', String(id)]),
        ['environment', environment],
    ]);
    const { data } = await ctx.http.request({
        service: 'Sentry',
        credential: CREDENTIAL,
        what,
        resource: ctx.resource,
        method: 'GET',
        url: `${ctx.env.url('SENTRY_URL', 'https://sentry.io')}/api/0/organizations/${organization}/${path}/?${query.toString()}`,
        headers: { authorization: `Bearer ${ctx.env.token(CREDENTIAL, ctx.resource)}` },
        permission: `the scope ${scope} of SENTRY_AUTH_TOKEN`,
    }, schema);
    return data;
}


/***/ })

};
