export const id = 1980;
export const ids = [1980,7503];
export const modules = {

/***/ 41980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config),
/* harmony export */   signatureOf: () => (/* binding */ signatureOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16986);
/* harmony import */ var _services_probe_http_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30734);
/* harmony import */ var _services_probe_http_send_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17503);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24955);







const config = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_5__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('webhook')
        .describe('A signed request to your own service (Standard Webhooks). It drops a Webhook-Id that it has seen.'),
    url: (0,_channel_js__WEBPACK_IMPORTED_MODULE_5__/* .reference */ .ir)('REWIND_WEBHOOK_URL').describe('Address, with https://; with allow-private also http://. Redirects are not followed.'),
    secret: (0,_channel_js__WEBPACK_IMPORTED_MODULE_5__/* .reference */ .ir)('REWIND_WEBHOOK_SECRET').describe('Key of the signature: whsec_ and base64, or a text.'),
    'allow-private': zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY()
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
        const { status, headers: answered } = await (0,_services_probe_http_send_js__WEBPACK_IMPORTED_MODULE_4__.send)({
            ...{ method: 'POST', url, headers, body: Buffer.from(body), redirects: 0, timeoutMs: deadlineMs },
            ...{ allowPrivate: entry['allow-private'], maxBytes: 0 },
        }, ctx).catch((error) => {
            throw failureOf(error, ctx);
        });
        if (status >= 200 && status < 300)
            return { ref: null };
        const retryAfterMs = (0,_runtime_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfterIn */ .KD)(answered['retry-after'], ctx.clock.now());
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(codeOf(status), `The webhook responded ${status}.`, { resource: ctx.resource, retryAfterMs });
    },
};
/** @throws RewindError address-refused; the address is a secret, so no message repeats it */
function addressOf({ url: given, 'allow-private': allowPrivate }, ctx) {
    const text = ctx.env.resolve(given, ctx.resource);
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && url.username + url.password !== '') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('address-refused', `${given} holds a user name or a password.`, {
            resource: ctx.resource,
            remedy: 'Remove them from the address. The signature proves who sends.',
        });
    }
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && allowPrivate))
        return url;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('address-refused', `${given} is not an https:// address.`, { resource: ctx.resource });
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
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `The webhook was not reached: ${error.message}.`, {
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
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91688);
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
const isGone = (error) => error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR && (error.code === 'api-not-found' || error.status === 301);


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


/***/ }),

/***/ 17503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  send: () => (/* binding */ send)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./node_modules/ipaddr.js/lib/ipaddr.js
var ipaddr = __webpack_require__(48280);
;// CONCATENATED MODULE: ./lib/services/probe-http/address.js


/** Ranges that `allow-private` opens. */
const PRIVATE = new Set(['private', 'uniqueLocal', 'loopback', 'carrierGradeNat']);
/**
 * Never opened, although they lie in an open range: the metadata services of clouds (Azure, Alibaba, AWS, Google, Oracle),
 * which hand out credentials; and IPv4 addresses in IPv6 form (`::7f00:1`), which count as unicast.
 */
const NEVER = ['168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::/32', 'fd20:ce::/32', 'fd00:c1::/32', '::/96'].map((range) => ipaddr.parseCIDR(range));
/**
 * Why a probe must not connect to an address; null if it may.
 *
 * @param address IPv4 or IPv6, without brackets
 * @param allowPrivate also private ranges and loopback; never link-local addresses, metadata services and special ranges
 */
function refusalOf(address, allowPrivate) {
    if (!ipaddr.isValid(address))
        return 'is not an IP address';
    // An IPv4 address in IPv6 form (::ffff:127.0.0.1) becomes the IPv4 address.
    const parsed = ipaddr.process(address);
    const range = parsed.range();
    if (range === 'loopback')
        return allowPrivate ? null : 'is private (loopback)';
    if (NEVER.some(([net, bits]) => net.kind() === parsed.kind() && parsed.match(net, bits))) {
        return 'belongs to a metadata service or a reserved range';
    }
    if (range === 'unicast')
        return null;
    if (PRIVATE.has(range))
        return allowPrivate ? null : `is private (${range})`;
    return `is not public (${range})`;
}
/** The IP address that a URL names literally; null for a name. The URL parser has made `0x7f.1` and `①②⑦.0.0.1` 127.0.0.1. */
function literalAddress(url) {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return (0,external_node_net_.isIP)(host) === 0 ? null : host;
}

// EXTERNAL MODULE: ./lib/services/probe-http/failure.js
var probe_http_failure = __webpack_require__(30734);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(40610);
;// CONCATENATED MODULE: ./lib/services/probe-http/lookup.js

const running = new Map();
/**
 * Looks up a name, once at a time: later callers share the lookup that runs. No lookup can be ended, and Node runs two at
 * once, so two lookups of a name that hangs would hold back every other name. Nothing is kept after the answer.
 *
 * @throws the error of Node: the name is unknown, or its server did not answer
 */
function lookupOnce(name, { family, hints }) {
    const key = `${name} ${family ?? 0} ${hints ?? 0}`;
    const known = running.get(key);
    if (known !== undefined)
        return known;
    const lookup = new Promise((resolve, reject) => {
        external_node_dns_.lookup(name, { family, hints, all: true }, (error, found) => {
            if (error === null)
                resolve(found ?? []);
            else
                reject(error);
        });
    }).finally(() => running.delete(key));
    running.set(key, lookup);
    return lookup;
}

;// CONCATENATED MODULE: ./lib/services/probe-http/exchange.js








/** Words for what did not end in time. */
const WAITING = [
    ['lookup', 'the lookup of the name'],
    ['connect', 'the connection'],
    ['tls', 'the TLS handshake'],
    ['firstByte', 'the response'],
    ['download', 'the body'],
];
/**
 * Sends one request to a checked address: a literal one before the socket exists, each looked-up one before the connection.
 * @throws ProbeFailure
 */
function exchange(hop) {
    const { url, allowPrivate, signals, now } = hop;
    const literal = literalAddress(url);
    const refusal = literal === null ? null : refusalOf(literal, allowPrivate);
    if (refusal !== null)
        return Promise.reject(refused(refusal));
    if (signals.some(({ aborted }) => aborted)) {
        return Promise.reject(new probe_http_failure/* ProbeFailure */.BU('stopped', 'the request was stopped'));
    }
    return new Promise((resolve, reject) => {
        const phases = {};
        let last = now();
        const mark = (phase) => {
            const at = now();
            phases[phase] = at - last;
            last = at;
        };
        let failure;
        let certificateEnds = null;
        const request = newRequest(hop, literal ?? url.hostname, () => mark('lookup'));
        /** The first reason counts; what the destroyed socket reports after it does not. */
        const fail = (reason) => {
            failure ??= reason;
            request.destroy(failure);
            finish();
            reject(failure);
        };
        const onAbort = () => fail(new probe_http_failure/* ProbeFailure */.BU('stopped', 'the request was stopped', phases));
        const timer = setTimeout(() => fail(new probe_http_failure/* ProbeFailure */.BU('failed', late(hop, phases), phases)), hop.timeoutMs);
        const finish = () => {
            clearTimeout(timer);
            for (const signal of signals)
                signal.removeEventListener('abort', onAbort);
        };
        const onError = (error) => fail(error instanceof probe_http_failure/* ProbeFailure */.BU ? error : new probe_http_failure/* ProbeFailure */.BU('failed', (0,probe_http_failure/* reasonOf */.A3)(error), phases));
        // Not AbortSignal.any: it leaves something behind in a signal that lives as long as the run.
        for (const signal of signals)
            signal.addEventListener('abort', onAbort);
        request.on('socket', (socket) => {
            socket.once('connect', () => mark('connect'));
            if (!(socket instanceof external_node_tls_.TLSSocket))
                return;
            socket.once('secureConnect', () => {
                mark('tls');
                certificateEnds = new Date(socket.getPeerCertificate().valid_to);
            });
        });
        request.on('error', onError);
        // Without a listener, Node would leave the socket to nobody.
        request.on('upgrade', () => onError(new probe_http_failure/* ProbeFailure */.BU('failed', 'the response changes the protocol', phases)));
        request.on('response', (response) => {
            mark('firstByte');
            const { statusCode: status = 0, headers } = response;
            if (hop.maxBytes === 0) {
                finish();
                resolve({ status, headers, body: Buffer.alloc(0), phases, certificateEnds });
                request.destroy();
                return;
            }
            const parts = [];
            let bytes = 0;
            response.on('data', (part) => {
                bytes += part.length;
                parts.push(part);
                if (bytes > hop.maxBytes)
                    onError(new probe_http_failure/* ProbeFailure */.BU('failed', tooLarge(hop.maxBytes), phases));
            });
            response.on('error', onError);
            response.on('end', () => {
                if (failure !== undefined)
                    return;
                mark('download');
                finish();
                resolve({ status, headers, body: Buffer.concat(parts), phases, certificateEnds });
            });
        });
        request.end(hop.body);
    });
}
/** @throws ProbeFailure for a header that no request can hold, e.g. with a captured line break */
function newRequest({ url, method, headers, allowPrivate }, hostname, lookedUp) {
    try {
        return (url.protocol === 'https:' ? external_node_https_ : external_node_http_).request({
            protocol: url.protocol,
            hostname,
            ...(url.port !== '' && { port: url.port }),
            path: `${url.pathname}${url.search}`,
            method,
            headers,
            agent: false,
            lookup: checkedLookup(allowPrivate, lookedUp),
        });
    }
    catch {
        throw new probe_http_failure/* ProbeFailure */.BU('failed', 'a header would hold a character that no header can hold');
    }
}
/** The connection goes to an address that was checked, and to no other: nothing is looked up a second time. */
function checkedLookup(allowPrivate, done) {
    return (hostname, options, callback) => {
        lookupOnce(hostname, options).then((addresses) => {
            // One private address among public ones is not left out: such a name is a trap or a mistake.
            const refusals = addresses.map(({ address }) => refusalOf(address, allowPrivate));
            const refusal = refusals.find((reason) => reason !== null);
            const [first] = addresses;
            if (refusal !== undefined)
                callback(refused(refusal, 'the address of the host'), []);
            else if (first === undefined)
                callback(new probe_http_failure/* ProbeFailure */.BU('failed', 'the name of the host has no address'), []);
            else {
                done();
                if (options.all === true)
                    callback(null, [...addresses]);
                else
                    callback(null, first.address, first.family);
            }
        }, (error) => callback(external_node_util_.types.isNativeError(error) ? error : new Error((0,errors/* messageOf */.bD)(error)), []));
    };
}
const refused = (refusal, what = 'the address') => new probe_http_failure/* ProbeFailure */.BU('refused', `${what} ${refusal}; set allow-private only for your own services`);
const tooLarge = (limit) => `the body is larger than ${limit.toLocaleString('en-US')} bytes`;
function late({ url, timeoutMs }, phases) {
    const left = { tls: url.protocol !== 'https:', lookup: literalAddress(url) !== null };
    const steps = WAITING.filter(([phase]) => !(phase in left) || !left[phase]);
    const next = steps[steps.findLastIndex(([phase]) => phases[phase] !== undefined) + 1]?.[1] ?? 'the request';
    return `${next} did not end within ${(timeoutMs / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./lib/services/probe-http/send.js




const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * Sends a request of a probe, each time on a new connection. Unlike `ctx.http` it repeats nothing, measures each phase, and
 * connects to public addresses only. To another origin goes neither a configured header nor a body, and never from https to
 * http.
 *
 * @param signal ends the request, like the signal of the run
 * @throws ProbeFailure
 */
async function send(request, { clock, signal: run }, signal = run) {
    const phases = {};
    const ends = clock.monotonic() + request.timeoutMs;
    let { url, method, body } = request;
    let own = true;
    for (let followed = 0;; followed += 1) {
        const response = await hop({ ...request, url, method, body, headers: own ? request.headers : {} }, ends);
        const location = REDIRECTS.has(response.status) ? response.headers.location : undefined;
        if (location === undefined || request.redirects === 0) {
            const decoded = await decode(response, request.maxBytes, phases);
            return { ...response, body: decoded, url, phases };
        }
        if (followed === request.redirects)
            throw failed(`there are more than ${request.redirects} redirects`);
        const next = target(url, location);
        const keeps = response.status >= 307 || method === 'GET' || method === 'HEAD';
        if (!keeps)
            [method, body] = ['GET', undefined];
        if (next.origin !== url.origin) {
            if (method !== 'GET' && method !== 'HEAD')
                throw failed(`the response redirects a ${method} to another origin`);
            [own, body] = [false, undefined];
        }
        if (request.stayOn !== undefined && next.host !== request.stayOn && next.host !== request.url.host) {
            throw new probe_http_failure/* ProbeFailure */.BU('refused', `not proven: redirected to ${next.host}, which would answer in its place (with "redirects: 0" the redirect itself is the response)`, phases);
        }
        url = next;
    }
    function failed(message) {
        return new probe_http_failure/* ProbeFailure */.BU('failed', message, phases);
    }
    async function hop(one, endsAt) {
        const cookie = [one.headers.cookie, await one.cookies?.header(one.url)].filter(Boolean).join('; ');
        const headers = {
            'user-agent': 'rewind-probe',
            accept: '*/*',
            'accept-encoding': 'identity',
            ...one.headers,
            ...(cookie !== '' && { cookie }),
            ...(one.body !== undefined && { 'content-length': String(one.body.length) }),
        };
        try {
            const timeoutMs = Math.max(1, endsAt - clock.monotonic());
            const raw = await exchange({
                ...{ url: one.url, method: one.method, headers, body: one.body, allowPrivate: one.allowPrivate },
                ...{ timeoutMs, maxBytes: one.maxBytes, signals: [run, signal], now: () => clock.monotonic() },
            });
            (0,probe_http_failure/* addPhases */.KM)(phases, raw.phases);
            await one.cookies?.store(one.url, raw.headers['set-cookie'] ?? []);
            return raw;
        }
        catch (error) {
            if (!(error instanceof probe_http_failure/* ProbeFailure */.BU))
                throw error;
            (0,probe_http_failure/* addPhases */.KM)(phases, error.phases);
            // The address that the file names is a mistake of the file; one that a redirect names is a fault of production.
            const redirected = one.url !== request.url && error.kind === 'refused';
            const message = redirected
                ? `the response redirects to a host that is not opened: ${error.message}`
                : error.message;
            throw new probe_http_failure/* ProbeFailure */.BU(redirected ? 'failed' : error.kind, message, phases);
        }
    }
    function target(from, location) {
        if (!URL.canParse(location, from.href))
            throw failed('the response redirects to something that is no address');
        const to = new URL(location, from.href);
        if (to.protocol !== 'https:' && to.protocol !== 'http:') {
            throw failed('the response redirects to another protocol than http');
        }
        if (from.protocol === 'https:' && to.protocol === 'http:')
            throw failed('the response redirects from https to http');
        to.username = '';
        to.password = '';
        return to;
    }
}
const DECODERS = {
    gzip: (0,external_node_util_.promisify)(external_node_zlib_.gunzip),
    'x-gzip': (0,external_node_util_.promisify)(external_node_zlib_.gunzip),
    deflate: (0,external_node_util_.promisify)(external_node_zlib_.inflate),
    br: (0,external_node_util_.promisify)(external_node_zlib_.brotliDecompress),
};
/** @throws ProbeFailure */
async function decode({ body, headers }, maxOutputLength, phases) {
    const coding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
    if (coding === 'identity' || coding === '' || body.length === 0)
        return body;
    if (!Object.hasOwn(DECODERS, coding)) {
        throw new probe_http_failure/* ProbeFailure */.BU('failed', 'the body has a content-encoding that was not asked for', phases);
    }
    try {
        return await DECODERS[coding](body, { maxOutputLength });
    }
    catch (error) {
        const large = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
        throw new probe_http_failure/* ProbeFailure */.BU('failed', large ? tooLarge(maxOutputLength) : 'the body is not in its content-encoding', phases);
    }
}


/***/ })

};
