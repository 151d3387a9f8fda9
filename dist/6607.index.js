export const id = 6607;
export const ids = [6607,3208];
export const modules = {

/***/ 26607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listEvents: () => (/* binding */ listEvents)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _sdk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93208);


/** Stripe's maximum for one page. */
const PAGE = 100;
const page = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()), has_more: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() });
/**
 * The events of a time span, newest first, as Stripe lists them. Page by page, so that a caller keeps only what it needs of
 * each, and may stop.
 *
 * @throws RewindError
 */
async function* listEvents(calls, event, { from, until, types }) {
    let after;
    for (;;) {
        const params = {
            created: { gte: from, lt: until },
            limit: PAGE,
            ...(types === undefined ? {} : { types: [...types] }),
            ...(after === undefined ? {} : { starting_after: after }),
        };
        const { data, has_more: more } = (0,_sdk_js__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .q)(calls, page, await (0,_sdk_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(calls, calls.sdk.events.list(params)), 'a list');
        const found = data.map((item) => (0,_sdk_js__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .q)(calls, event, item, 'an event'));
        yield* found;
        after = found.at(-1)?.id;
        if (!more || after === undefined)
            return;
    }
}


/***/ }),

/***/ 93208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openStripe: () => (/* binding */ openStripe),
  q: () => (/* binding */ parse),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
;// CONCATENATED MODULE: ./lib/services/stripe/http-client.js


const READ = 'Webhook endpoints: read';
const WRITE = 'Webhook endpoints: write';
/** Time limit of a creation under one idempotency key, because v1 keeps repeating a stored failure. */
const CREATE_DEADLINE_MS = 30_000;
const DROPPED_HEADERS = new Set(['content-length', 'user-agent', 'x-stripe-client-user-agent']);
const CONFLICT_TRIES = 5;
/** Sends the SDK's requests through Rewind's HTTP client. */
function stripeHttpClient(ctx) {
    return {
        getClientName: () => 'rewind',
        async makeRequest(host, port, path, method, headers, body, protocol) {
            const verb = schemas/* enum */.k5n(['GET', 'POST', 'DELETE']).parse(method);
            const send = () => ctx.http.request({
                service: 'Stripe',
                credential: 'STRIPE_API_KEY',
                what: `${verb} ${path.split('?')[0] ?? path}`,
                resource: ctx.resource,
                method: verb,
                url: `${protocol}://${host}:${port}${path}`,
                headers: plainHeaders(headers, keepsKey(path, verb)),
                ...(verb === 'POST' ? { body } : {}),
                // Creations have an idempotency key; all other requests are idempotent.
                repeatable: true,
                permission: permissionFor(path, verb),
                ...(isCreate(path, verb) ? { deadlineMs: CREATE_DEADLINE_MS } : {}),
            }, schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()));
            const answer = await retryConflicts(ctx, send);
            return {
                getStatusCode: () => answer.status,
                getHeaders: () => Object.fromEntries(answer.headers),
                getRawResponse: () => ({}),
                toStream: () => undefined,
                toJSON: () => Promise.resolve(answer.data),
            };
        },
    };
}
/** A 409 from Stripe is temporary: another request holds the same key or object. */
async function retryConflicts(ctx, send) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await send();
        }
        catch (error) {
            if (!(error instanceof http_failure/* HttpFailure */.HR) || error.status !== 409 || attempt === CONFLICT_TRIES)
                throw error;
            await ctx.clock.sleep(250 * 2 ** attempt * (0.5 + ctx.random()), ctx.signal);
        }
    }
}
function plainHeaders(headers, keepKey) {
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
    const kept = lower.filter(([name]) => !DROPPED_HEADERS.has(name) && (keepKey || name !== 'idempotency-key'));
    return Object.fromEntries(kept);
}
/**
 * The SDK adds an idempotency key to every POST. v1 keeps repeating a stored failure for a key, so v1 updates (which
 * are idempotent) are sent without one. Creations need one, and v2 executes a failed request again.
 */
function keepsKey(path, method) {
    return path.startsWith('/v2/') || isCreate(path, method);
}
function permissionFor(path, method) {
    const level = method === 'GET' ? 'read' : 'write';
    if (path.startsWith('/v2/'))
        return `Event destinations: ${level} (or set event-destinations: false)`;
    if (path.startsWith('/v1/events'))
        return 'Events: read';
    return method === 'GET' ? READ : WRITE;
}
function isCreate(path, method) {
    return method === 'POST' && /\/(webhook_endpoints|event_destinations)$/.test(path);
}

;// CONCATENATED MODULE: ./lib/services/stripe/sdk.js


/**
 * Stripe's SDK builds the requests (encoding, version and idempotency headers, pages); Rewind's HTTP client sends them.
 * The SDK's own retries are off, because it neither repeats a 429 nor obeys Retry-After.
 *
 * @param key of STRIPE_API_KEY
 */
async function openStripe(ctx, key) {
    const { default: StripeSdk } = await __webpack_require__.e(/* import() */ 7405).then(__webpack_require__.bind(__webpack_require__, 7405));
    const { protocol, hostname, port } = new URL(ctx.env.url('STRIPE_API_URL', 'https://api.stripe.com'));
    const scheme = protocol === 'http:' ? 'http' : 'https';
    const sdk = new StripeSdk(key, {
        protocol: scheme,
        host: hostname,
        port: port === '' ? (scheme === 'http' ? 80 : 443) : port,
        maxNetworkRetries: 0,
        telemetry: false,
        httpClient: stripeHttpClient(ctx),
    });
    return { sdk, resource: ctx.resource };
}
/** The SDK wraps errors of its HTTP client; the caller needs the original. @throws RewindError */
async function run(calls, call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof errors.RewindError)
            throw error;
        if (error instanceof Error && 'detail' in error && error.detail instanceof errors.RewindError)
            throw error.detail;
        throw new errors.RewindError('api-unexpected-answer', `Stripe's SDK failed: ${error instanceof Error ? error.message : 'unknown'}`, {
            resource: calls.resource,
            cause: error,
        });
    }
}
/** @param what e.g. `an endpoint` @throws RewindError api-unexpected-answer */
function parse(calls, schema, answer, what) {
    const parsed = schema.safeParse(answer);
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new errors.RewindError('api-unexpected-answer', `Stripe described ${what} in an unknown way: ${problems.join('; ')}`, {
        resource: calls.resource,
    });
}


/***/ })

};
