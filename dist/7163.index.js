export const id = 7163;
export const ids = [7163];
export const modules = {

/***/ 27163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _in_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6824);
/* harmony import */ var _intervals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83909);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94399);
/* harmony import */ var _service_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21504);





/** Stripe lists an event some seconds after it happened. */
const SETTLE_SECONDS = 15;
/** Events of one reading. A longer span is cut at its beginning. */
const MOST_EVENTS = 5000;
const statuses = ['incomplete', 'incomplete_expired', 'past_due', 'unpaid', 'paused'];
const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...(0,_service_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceFields */ .$)('payments', 60),
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('stripe-payments').describe('Payments or subscriptions of a Stripe account that go wrong.'),
    count: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['failures', 'declines', 'subscriptions'])
        .default('failures')
        .describe('What is bad. failures: payments that failed, except cards that were declined. declines: cards that were declined. ' +
        'subscriptions: those that changed to one of the statuses.'),
    statuses: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(statuses))
        .min(1)
        .default(['incomplete_expired', 'past_due', 'unpaid', 'paused'])
        .describe('Bad statuses. Leave out incomplete if every new subscription begins so.'),
});
/**
 * Counts events of an interval. All payments stand in the total, so that none at all is silence. Several attempts at one
 * payment count several times.
 */
const adapter = {
    id: 'stripe-payments',
    kind: 'count',
    config,
    run: (entry, tick, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .runQuestion */ ._B)(tick, context, async (ctx) => ({
        samples: [await (0,_in_time_js__WEBPACK_IMPORTED_MODULE_0__/* .inTime */ .R)(ctx, (within) => count(entry, (0,_intervals_js__WEBPACK_IMPORTED_MODULE_4__/* .intervalOf */ .X)(tick, entry.every, SETTLE_SECONDS), within))],
    })),
    history: (entry, span, context) => (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .runQuestion */ ._B)({ dueAt: span.to, signal: context.signal }, context, async (ctx) => {
        const samples = [];
        for (const day of (0,_intervals_js__WEBPACK_IMPORTED_MODULE_4__/* .daysBefore */ .p)(span))
            samples.push(await (0,_in_time_js__WEBPACK_IMPORTED_MODULE_0__/* .inTime */ .R)(ctx, (within) => count(entry, day, within)));
        return { samples };
    }),
};
const head = { id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), created: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int() };
const payment = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...head,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['payment_intent.succeeded', 'payment_intent.payment_failed']),
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ object: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ last_payment_error: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).nullish() }) }),
});
const subscription = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...head,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.paused']),
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        object: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
        previous_attributes: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional() }).nullish(),
    }),
});
async function count(entry, span, ctx) {
    const { openStripe } = await __webpack_require__.e(/* import() */ 3208).then(__webpack_require__.bind(__webpack_require__, 93208));
    const { listEvents } = await __webpack_require__.e(/* import() */ 6607).then(__webpack_require__.bind(__webpack_require__, 26607));
    const calls = await openStripe(ctx, ctx.env.token('STRIPE_API_KEY', ctx.resource));
    const query = { from: Math.floor(span.from / 1000), until: Math.floor(span.to / 1000) };
    if (entry.count === 'subscriptions') {
        const events = listEvents(calls, subscription, { ...query, types: subscription.shape.type.options });
        const read = await firstOf(events, span);
        return { ...read.span, ...countSubscriptions(read.events, new Set(entry.statuses)) };
    }
    const read = await firstOf(listEvents(calls, payment, { ...query, types: payment.shape.type.options }), span);
    return { ...read.span, ...countPayments(read.events, entry.count) };
}
/** A declined card is the fault of the customer; every other failure may be ours. */
function countPayments(events, bad) {
    const isBad = ({ type, data }) => type === 'payment_intent.payment_failed' &&
        (data.object.last_payment_error?.type === 'card_error') === (bad === 'declines');
    return { bad: events.filter(isBad).length, total: events.length };
}
/** Each subscription that is new or changed its status counts once, with its last status. @param events newest first */
function countSubscriptions(events, bad) {
    const last = new Map();
    for (const { type, data } of events) {
        const changed = type !== 'customer.subscription.updated' || data.previous_attributes?.status !== undefined;
        if (changed && !last.has(data.object.id))
            last.set(data.object.id, data.object.status);
    }
    return { bad: [...last.values()].filter((status) => bad.has(status)).length, total: last.size };
}
/** The newest events. If there are too many, the span begins after the oldest one that was read. */
async function firstOf(source, span) {
    const events = [];
    for await (const event of source) {
        events.push(event);
        if (events.length === MOST_EVENTS)
            break;
    }
    const oldest = events.length < MOST_EVENTS ? null : (events.at(-1)?.created ?? null);
    // The second of the oldest event may hold more events.
    const kept = oldest === null ? events : events.filter(({ created }) => created > oldest);
    const from = oldest === null ? span.from : (oldest + 1) * 1000;
    return { events: kept, span: { kind: 'count', from, at: span.to } };
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

/***/ 6824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ inTime)
/* harmony export */ });
/* harmony import */ var _runtime_clock_skew_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7177);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



/** The interval that these probes count unless told otherwise: clocks that are further apart do not mean the same one. */
const APART_MS = 60_000;
/**
 * Asks a service for what happened in an interval of the clock of this run. If the clock of the service is elsewhere, its
 * answer is about another time: what was well then is not well now, and what has not happened yet is no silence. A service
 * that does not tell its time is believed.
 *
 * Not `ctx.skew`: one near answer of any other service would do there, and a watch keeps its clock when that of the machine is
 * corrected.
 * @throws RewindError clock-apart; what the question throws
 */
async function inTime(ctx, question) {
    const skew = new _runtime_clock_skew_js__WEBPACK_IMPORTED_MODULE_1__/* .ClockSkew */ .D();
    const http = {
        request: async (request, schema) => {
            const answer = await ctx.http.request(request, schema);
            skew.heard(request.service, answer.headers, ctx.clock.now());
            return answer;
        },
    };
    const answer = await question({ ...ctx, http });
    const found = skew.beyond(APART_MS);
    if (found === null)
        return answer;
    const minutes = Math.round(Math.abs(found.ms) / 60_000);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('clock-apart', `The clock of this run is ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(minutes, 'minute')} ${found.ms > 0 ? 'ahead of' : 'behind'} that of ${found.service}: what it counts belongs to another time.`, { resource: ctx.resource });
}


/***/ }),

/***/ 83909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ intervalOf),
/* harmony export */   p: () => (/* binding */ daysBefore)
/* harmony export */ });
const DAY_MS = 86_400_000;
/**
 * The interval that a tick counts, in whole seconds. The intervals of regular ticks follow one another without a gap.
 *
 * @param every seconds between two ticks
 * @param settle seconds after which the service shows an event
 */
function intervalOf({ dueAt }, every, settle) {
    const to = (Math.floor(dueAt / 1000) - settle) * 1000;
    return { from: to - every * 1000, to };
}
/** The same hours of each of the last 7 days, the oldest first. */
function daysBefore({ from, to }) {
    return [7, 6, 5, 4, 3, 2, 1].map((days) => ({ from: from - days * DAY_MS, to: to - days * DAY_MS }));
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


/***/ })

};
