export const id = 1980;
export const ids = [1980];
export const modules = {

/***/ 41980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16986);
/* harmony import */ var _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30734);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24955);






const config = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_4__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('webhook')
        .describe('A signed request to your own service (Standard Webhooks). It drops a Webhook-Id that it has seen.'),
    url: (0,_channel_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('REWIND_WEBHOOK_URL').describe('Address, with https://; with allow-private also http://. Redirects are not followed.'),
    secret: (0,_channel_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('REWIND_WEBHOOK_SECRET').describe('Key of the signature: whsec_ and base64, or a text.'),
    'allow-private': zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .default(false)
        .describe('true: the host may have a private address. Link-local addresses and metadata services stay refused.'),
});
const adapter = {
    id: 'webhook',
    config,
    repeat: 'same-key',
    inspect(entry, ctx) {
        addressOf(entry, ctx);
        return Promise.resolve();
    },
    async send(entry, { message, deadlineMs }, ctx) {
        const url = addressOf(entry, ctx);
        const secret = ctx.env.resolve(entry.secret, ctx.resource);
        const body = JSON.stringify(bodyOf(message));
        const timestamp = String(Math.floor(ctx.clock.now().getTime() / 1000));
        const headers = {
            'content-type': 'application/json',
            'user-agent': 'rewind',
            'webhook-id': message.key,
            'webhook-timestamp': timestamp,
            'webhook-signature': `v1,${signatureOf(secret, `${message.key}.${timestamp}.${body}`)}`,
        };
        // The configuration's schema loads this file in each run.
        const { send } = await __webpack_require__.e(/* import() */ 7503).then(__webpack_require__.bind(__webpack_require__, 17503));
        const { status, headers: answered } = await send({
            ...{ method: 'POST', url, headers, body: Buffer.from(body), redirects: 0, timeoutMs: deadlineMs },
            ...{ allowPrivate: entry['allow-private'], maxBytes: 0 },
        }, ctx).catch((error) => {
            throw failureOf(error, ctx);
        });
        if (status >= 200 && status < 300)
            return { ref: null };
        const retryAfterMs = (0,_runtime_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfterIn */ .KD)(answered['retry-after'], ctx.clock.now());
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(codeOf(status), `The webhook responded ${status}.`, { resource: ctx.resource, retryAfterMs });
    },
};
/** @throws RewindError address-refused; the address is a secret, so no message repeats it */
function addressOf({ url: given, 'allow-private': allowPrivate }, ctx) {
    const text = ctx.env.resolve(given, ctx.resource);
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && url.username + url.password !== '') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('address-refused', `${given} holds a user name or a password.`, {
            resource: ctx.resource,
            remedy: 'Remove them from the address. The signature proves who sends.',
        });
    }
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && allowPrivate))
        return url;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('address-refused', `${given} is not an https:// address.`, { resource: ctx.resource });
}
/** https://www.standardwebhooks.com */
function signatureOf(secret, content) {
    const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(content).digest('base64');
}
function bodyOf({ key, incident, phase, severity, audience, at, headline, lines, url }) {
    return {
        type: `rewind.incident.${phase}`,
        timestamp: at,
        data: {
            key,
            incident,
            phase,
            severity,
            audience,
            headline: headline.text,
            lines: lines.map(({ text }) => text),
            url,
        },
    };
}
function codeOf(status) {
    if (status === 401 || status === 403)
        return 'api-unauthorized';
    if (status === 404 || status === 410)
        return 'api-not-found';
    if (status === 429)
        return 'api-rate-limited';
    return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}
function failureOf(error, ctx) {
    if (!(error instanceof _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .ProbeFailure */ .BU))
        return error;
    const code = error.kind === 'refused' ? 'address-refused' : error.kind === 'stopped' ? 'cancelled' : 'api-unavailable';
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(code, `The webhook was not reached: ${error.message}.`, {
        resource: ctx.resource,
        cause: error,
    });
}


/***/ }),

/***/ 24955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   dy: () => (/* binding */ channelFields),
/* harmony export */   ir: () => (/* binding */ reference)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _incident_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61022);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72201);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20010);




/** Keys that each channel has. */
const channelFields = {
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
        .describe('Name of the channel in the record and in reports.'),
    severities: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_incident_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .oC))
        .min(1)
        .default([..._incident_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .oC])
        .describe('Severities of the incidents that this channel reports. It also reports an incident without a severity.'),
    audience: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .AUDIENCES */ .Mh)
        .default('internal')
        .describe('external: a text for everybody, without hosts, tables, persons and secrets.'),
};
/** A secret, or an address that holds one. */
const reference = (name) => zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: do not put secrets in this file')
    .default(`\${${name}}`);
/** True if the first message of the incident is not there any more: it was deleted, or moved elsewhere. */
const isGone = (error) => error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR && (error.code === 'api-not-found' || error.status === 301);


/***/ }),

/***/ 30734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   BU: () => (/* binding */ ProbeFailure),
/* harmony export */   KM: () => (/* binding */ addPhases)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** Adds the parts of one more request. */
function addPhases(sum, part) {
    for (const [phase, ms] of Object.entries(part))
        sum[phase] = (sum[phase] ?? 0) + ms;
}
/** A request without a usable response. The message is ours: it holds no header, no body, and of
 * the text from outside only the host of a refused redirect. */
class ProbeFailure extends Error {
    kind;
    phases;
    name = 'ProbeFailure';
    constructor(kind, message, phases = {}) {
        super(message);
        this.kind = kind;
        this.phases = phases;
    }
}
const REASONS = [
    [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'the name of the host could not be resolved'],
    [/^ECONNREFUSED$/, 'the host refused the connection'],
    [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, 'the host broke the connection'],
    [/^(ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$/, 'the host is unreachable'],
    [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'the certificate has expired or is not valid yet'],
    [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'the certificate belongs to another host'],
    [/CERT|ISSUER|SELF_SIGNED|VERIFY/, 'the certificate is not trusted'],
    [/SSL|TLS|^EPROTO$/, 'TLS could not be established'],
    [/^HPE_HEADER_OVERFLOW$/, 'the headers are too large'],
    [/^HPE_/, 'the response is not HTTP'],
];
/** The reason in our words and the code of Node; never the message of Node, which repeats names from the certificate. */
function reasonOf(error) {
    const code = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'the request failed';
    return `${reason} (${code})`;
}


/***/ })

};
