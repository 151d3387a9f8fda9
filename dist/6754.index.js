export const id = 6754;
export const ids = [6754];
export const modules = {

/***/ 43028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ awsClientOptions)
/* harmony export */ });
const TIMEOUTS = { connectMs: 5_000, requestMs: 30_000 };
/** Attempts for one call, including the first; the SDK backs off with jitter between them (20 s at most). */
const MAX_ATTEMPTS = 5;
/**
 * Options of every AWS client. Endpoints, credentials and the number of attempts come from the standard AWS
 * variables; without AWS_ACCESS_KEY_ID the SDK's own chain applies (profiles, OIDC, instance roles).
 *
 * @param service as in AWS_ENDPOINT_URL_<service>
 */
function awsClientOptions(ctx, service, region, timeouts = TIMEOUTS) {
    const { env } = ctx;
    const endpoint = env.url(`AWS_ENDPOINT_URL_${service}`, env.url('AWS_ENDPOINT_URL', ''));
    const accessKeyId = env.secret('AWS_ACCESS_KEY_ID');
    const sessionToken = env.secret('AWS_SESSION_TOKEN');
    const attempts = Number(env.text('AWS_MAX_ATTEMPTS') ?? '');
    return {
        region,
        retryMode: 'standard',
        maxAttempts: Number.isInteger(attempts) && attempts > 0 ? attempts : MAX_ATTEMPTS,
        requestHandler: {
            connectionTimeout: timeouts.connectMs,
            requestTimeout: timeouts.requestMs,
            throwOnRequestTimeout: true,
        },
        ...(endpoint === '' ? {} : { endpoint }),
        ...(accessKeyId === undefined
            ? {}
            : {
                credentials: {
                    accessKeyId,
                    secretAccessKey: env.require('AWS_SECRET_ACCESS_KEY', ctx.resource),
                    ...(sessionToken !== undefined && { sessionToken }),
                },
            }),
    };
}


/***/ }),

/***/ 85127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ isThrottling),
/* harmony export */   My: () => (/* binding */ isWrongRegion),
/* harmony export */   OQ: () => (/* binding */ AwsFailure),
/* harmony export */   es: () => (/* binding */ awsError),
/* harmony export */   jX: () => (/* binding */ sdkErrorStatus),
/* harmony export */   qe: () => (/* binding */ sdkErrorName)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _raw_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87091);


/** A failed call, with AWS's own error code and the HTTP status. */
class AwsFailure extends _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError {
    awsCode;
    status;
    name = 'AwsFailure';
    /** The remedy of this failure; undefined if only the general one of its code applies. */
    ownRemedy;
    constructor(code, message, details, 
    /** AWS's code, e.g. NoSuchBucketPolicy; '' without a response. */
    awsCode, status) {
        super(code, message, details);
        this.awsCode = awsCode;
        this.status = status;
        this.ownRemedy = details.remedy;
    }
}
const BAD_CREDENTIAL = new Set([
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidToken',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'SignatureDoesNotMatch',
    'RequestExpired',
    'MissingAuthenticationToken',
    'TokenRefreshRequired',
]);
/** Has status 403, but no permission is missing. */
const WRONG_CLOCK = 'RequestTimeTooSkewed';
const THROTTLED = new Set(['SlowDown', 'Throttling', 'ThrottlingException', 'TooManyRequests', 'RequestLimitExceeded']);
const WRONG_REGION = new Set([
    'PermanentRedirect',
    'AuthorizationHeaderMalformed',
    'IllegalLocationConstraintException',
]);
/** Turns what the SDK throws into an AwsFailure; RewindErrors pass. */
function awsError(ctx, error, call) {
    if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError)
        return error;
    if (ctx.signal.aborted || sdkErrorName(error) === 'AbortError') {
        return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('cancelled', `stopped while trying to ${call.what}`, {
            resource: ctx.resource,
            cause: error,
        });
    }
    const { status, requestId, attempts } = metadataOf(error);
    const awsCode = status === undefined || error instanceof _raw_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .MalformedResponse */ .PJ ? '' : sdkErrorName(error);
    const reported = ctx.masker.redact((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)).split('\n')[0]?.slice(0, 300) ?? '';
    const code = errorCodeOf(error, awsCode, status);
    const tries = attempts !== undefined && attempts > 1 ? ` after ${attempts} tries` : '';
    const answer = isUnsendable(error)
        ? 'was not asked to'
        : status === undefined
            ? 'could not be reached to'
            : `answered ${status}${awsCode && ` ${awsCode}`} to`;
    const id = requestId === undefined ? '' : ` (request ${requestId})`;
    const quoted = status === undefined ? call.what : `"${call.what}"`;
    const message = `${call.service} ${answer} ${quoted}${tries}: ${reported}${id}`;
    const remedy = call.remedies?.[awsCode] ?? remedyOf(code, awsCode, call);
    const details = { resource: ctx.resource, cause: error, ...(remedy !== undefined && { remedy }) };
    return new AwsFailure(code, message, details, awsCode, status);
}
function errorCodeOf(error, awsCode, status) {
    if (sdkErrorName(error) === 'CredentialsProviderError')
        return 'credential-missing';
    if (isUnsendable(error))
        return 'input-invalid';
    if (status === undefined)
        return 'api-unavailable';
    if (awsCode === WRONG_CLOCK)
        return 'api-rejected';
    if (BAD_CREDENTIAL.has(awsCode) || status === 401)
        return 'api-unauthorized';
    if (THROTTLED.has(awsCode) || status === 429)
        return 'api-rate-limited';
    if (status === 403)
        return 'api-forbidden';
    if (status === 404)
        return 'api-not-found';
    if (status === 409 || status === 412)
        return 'api-conflict';
    if (status >= 500)
        return 'api-unavailable';
    return status < 300 || error instanceof _raw_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .MalformedResponse */ .PJ ? 'api-unexpected-answer' : 'api-rejected';
}
/** A credential with a line break or the like: Node refuses the header, and nothing is sent. */
const isUnsendable = (error) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_INVALID_CHAR';
function remedyOf(code, awsCode, call) {
    if (code === 'api-forbidden') {
        return `Grant the credential the IAM action ${call.action} (in its own policy and the resource's policy, without a Deny).`;
    }
    if (code === 'api-unauthorized') {
        return 'Get new AWS credentials (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, or the assumed role) and run again.';
    }
    if (code === 'input-invalid') {
        return 'AWS_ACCESS_KEY_ID or AWS_SESSION_TOKEN holds a line break or another character that none has: copy it again, one line, nothing else.';
    }
    if (code === 'credential-missing') {
        return 'Set AWS credentials: assume a role with OIDC in the workflow, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
    }
    if (awsCode === WRONG_CLOCK)
        return 'Set the clock of this machine (it differs from that of AWS), and run again.';
    if (isWrongRegion(awsCode))
        return 'Correct "region" of this resource in the configuration.';
    return undefined;
}
/** The SDK's name of an error; '' for anything else. */
function sdkErrorName(error) {
    return error instanceof Error ? error.name : '';
}
/** HTTP status that the SDK attached to an error. */
function sdkErrorStatus(error) {
    return metadataOf(error).status;
}
/** True for AWS's codes of a rate limit; the Query protocol sends them with status 400. */
function isThrottling(awsCode) {
    return THROTTLED.has(awsCode);
}
/** True if the request went to another region than the bucket's. */
function isWrongRegion(awsCode) {
    return WRONG_REGION.has(awsCode);
}
function metadataOf(error) {
    if (typeof error !== 'object' || error === null || !('$metadata' in error))
        return {};
    const metadata = error.$metadata;
    if (typeof metadata !== 'object' || metadata === null)
        return {};
    const { httpStatusCode, requestId, attempts } = metadata;
    return {
        status: typeof httpStatusCode === 'number' ? httpStatusCode : undefined,
        requestId: typeof requestId === 'string' ? requestId : undefined,
        attempts: typeof attempts === 'number' ? attempts : undefined,
    };
}


/***/ }),

/***/ 36754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   JO: () => (/* binding */ queryApi),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   mg: () => (/* binding */ tagIn)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _signed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93068);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59599);



/** @throws RewindError credential-missing */
async function queryApi(ctx, service) {
    const api = await (0,_signed_js__WEBPACK_IMPORTED_MODULE_0__/* .signedApi */ .v)(ctx, service);
    return {
        async send(action, parameters, { what, remedies }) {
            const set = present({ Action: action, Version: service.version, ...parameters });
            const read = isRead(action) && service.onlyPost !== true;
            return api.send({
                method: read ? 'GET' : 'POST',
                accept: 'text/xml',
                decode: (text) => decode(action, text),
                ...(read ? { query: set } : { contentType: FORM, body: new URLSearchParams(set).toString() }),
            }, zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY((value) => isElement(value)), { what, action, ...(remedies && { remedies }) });
        },
    };
}
const present = (parameters) => Object.fromEntries(Object.entries(parameters).filter((entry) => entry[1] !== undefined));
const isRead = (action) => /^(Describe|List)/.test(action);
const FORM = 'application/x-www-form-urlencoded; charset=utf-8';
const isElement = (value) => typeof value === 'object' && value !== null && 'children' in value;
/** @throws SyntaxError for text that is no document of the service */
function decode(action, text) {
    const root = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .parseXml */ .NO)(text);
    if (root.name === 'ErrorResponse') {
        const awsCode = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(root, 'Error', 'Code');
        if (awsCode === undefined)
            throw new SyntaxError('an error without a code');
        const requestId = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(root, 'RequestId');
        return { awsCode, message: (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(root, 'Error', 'Message') ?? '', ...(requestId && { requestId }) };
    }
    // A write without an output has no result.
    const result = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(root, `${action}Result`) ?? (isRead(action) ? undefined : root);
    if (root.name !== `${action}Response` || result === undefined) {
        throw new SyntaxError(`expected <${action}Response>, but got <${root.name}>`);
    }
    return result;
}
/** The parameters of a list: `listOf('Tags.Tag', ['a'])` is `{'Tags.Tag.1': 'a'}`. */
function listOf(name, values) {
    return Object.fromEntries(values.map((value, at) => [`${name}.${at + 1}`, value]));
}
/** Tags as parameters, in the form of RDS. */
function tagsOf(tags) {
    return Object.fromEntries(Object.entries(tags).flatMap(([key, value], at) => [
        [`Tags.Tag.${at + 1}.Key`, key],
        [`Tags.Tag.${at + 1}.Value`, value],
    ]));
}
/** The value of a tag in a `<TagList>`. */
function tagIn(parent, key) {
    const tags = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)((0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(parent, 'TagList') ?? parent, 'Tag');
    return (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(tags.find((tag) => (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(tag, 'Key') === key) ?? { name: '', text: '', children: [] }, 'Value');
}


/***/ }),

/***/ 87091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ MalformedResponse),
/* harmony export */   c5: () => (/* binding */ carryRawDocuments),
/* harmony export */   kR: () => (/* binding */ withRawDocument)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var _runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17761);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59599);



const current = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
/** Runs one SDK call with its raw document. */
function withRawDocument(raw, call) {
    return current.run(raw, call);
}
/** A truncated response, or one from something else than the service (a proxy's page). */
class MalformedResponse extends Error {
    name = 'MalformedResponse';
    /** Tells the SDK's retry strategy to repeat the request. */
    $retryable = { throttling: false };
    $metadata;
    constructor(message, status, requestId) {
        super(message);
        this.$metadata = { httpStatusCode: status, ...(requestId === undefined ? {} : { requestId }) };
    }
}
/** Makes an SDK client send and return raw documents. */
function carryRawDocuments(stack) {
    stack.add((next) => async (args) => {
        replaceBody(args.request);
        return next(args);
    }, { step: 'serialize', priority: 'low', name: 'rewindBody' });
    stack.add((next) => async (args) => {
        const result = await next(args);
        await readResponse(result.response);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'rewindResponse' });
}
/** For the SDK's `serialize` step, inside its own serializer. */
function replaceBody(request) {
    const body = current.getStore()?.body;
    if (body !== undefined && typeof request === 'object' && request !== null && 'body' in request)
        request.body = body;
}
/**
 * For the SDK's `deserialize` step, inside its own deserializer: reads the whole response and rejects anything but a
 * document of the service. The SDK itself accepts an HTML page as a document without members ("nothing is set").
 *
 * @throws MalformedResponse
 */
async function readResponse(response) {
    const raw = current.getStore();
    if (raw === undefined || !isResponse(response))
        return;
    const bytes = await readAll(response.body);
    response.body = bytes;
    const requestId = response.headers['x-amz-request-id'] ?? response.headers['x-amzn-requestid'];
    const text = bytes.toString('utf8');
    const ok = response.statusCode < 300;
    const problem = ok
        ? problemOf(text, raw.expect, response.headers)
        : response.statusCode >= 400
            ? errorProblem(text)
            : undefined;
    if (problem !== undefined)
        throw new MalformedResponse(problem, response.statusCode, requestId);
    if (ok)
        raw.response = text;
}
function isResponse(value) {
    return typeof value === 'object' && value !== null && 'statusCode' in value && 'headers' in value && 'body' in value;
}
async function readAll(body) {
    if (body === undefined || body === null)
        return Buffer.alloc(0);
    if (body instanceof Uint8Array)
        return Buffer.from(body);
    return (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimited */ .tk)(body, 'the response of AWS');
}
function problemOf(text, expect, headers) {
    // Code has no shape to check, but CloudFront always sends its version; a proxy does not.
    if (expect === 'code')
        return headers.etag === undefined ? 'the response has no version (ETag)' : undefined;
    // A single word is harmless (moto sends "True"); no write returns a document.
    if (expect === 'empty')
        return /^\s*</.test(text) ? `expected no content, but got ${begin(text)}` : undefined;
    try {
        if (expect === 'json') {
            JSON.parse(text);
            return undefined;
        }
        const root = (0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .parseXml */ .NO)(text);
        return root.name === expect.root || root.name === expect.alias
            ? undefined
            : `expected <${expect.root}>, but got ${begin(text)}`;
    }
    catch {
        return `the response is truncated or not from the service: ${begin(text)}`;
    }
}
function errorProblem(text) {
    if (text.trim() === '')
        return undefined;
    try {
        if (['Error', 'ErrorResponse'].includes((0,_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .parseXml */ .NO)(text).name))
            return undefined;
    }
    catch {
        // Not XML: reported below.
    }
    return `the error page is not from the service: ${begin(text)}`;
}
const begin = (text) => JSON.stringify(text.slice(0, 60));


/***/ }),

/***/ 93068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ signedApi)
/* harmony export */ });
/* harmony import */ var _smithy_core_serde__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92430);
/* harmony import */ var _smithy_signature_v4__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75118);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);
/* harmony import */ var _client_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43028);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85127);






/** An error in AWS's form. */
const refusal = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ awsCode: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), requestId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional() });
/** @throws RewindError credential-missing */
async function signedApi(ctx, service) {
    const { name, title = name, prefix, iam = prefix, region } = service;
    const options = (0,_client_options_js__WEBPACK_IMPORTED_MODULE_1__/* .awsClientOptions */ .B)(ctx, name, region);
    const credentials = options.credentials ?? (await chain());
    const signer = new _smithy_signature_v4__WEBPACK_IMPORTED_MODULE_4__.SignatureV4({ service: prefix, region, credentials, sha256: _smithy_core_serde__WEBPACK_IMPORTED_MODULE_5__.Hash.bind(null, 'sha256') });
    const endpoint = new URL(options.endpoint ?? `https://${prefix}.${region}.amazonaws.com${domainOf(region)}`);
    return {
        async send({ method, path, query = {}, headers: more, contentType, body, accept, decode }, answer, given) {
            const { what } = given;
            const call = { ...given, service: title, action: `${iam}:${given.action}` };
            const url = new URL(path === undefined ? endpoint.href : endpoint.pathname.replace(/\/$/, '') + path, endpoint);
            try {
                const { headers } = await signer.sign({
                    method,
                    protocol: endpoint.protocol,
                    hostname: endpoint.hostname,
                    path: url.pathname,
                    query,
                    headers: { ...more, host: endpoint.host, ...(contentType && { 'content-type': contentType }) },
                    ...(body !== undefined && { body }),
                }, { signingDate: ctx.clock.now() });
                const request = {
                    service: title,
                    resource: ctx.resource,
                    what,
                    method,
                    url: url.href,
                    headers: { ...without(headers, 'host'), accept },
                    query,
                    ...(body !== undefined && { body }),
                    repeatable: true,
                    decode,
                    isThrottled: (failure) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isThrottling */ .E2)(refusal.safeParse(failure).data?.awsCode ?? ''),
                };
                return (await ctx.http.request(request, answer)).data;
            }
            catch (error) {
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .awsError */ .es)(ctx, asSdkError(error), call);
            }
        },
    };
}
/** The SDK's own chain: profiles, OIDC, container and instance roles. Loaded on first use. */
async function chain() {
    const { defaultProvider } = await __webpack_require__.e(/* import() */ 5861).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19));
    return defaultProvider();
}
const domainOf = (region) => (region.startsWith('cn-') ? '.cn' : '');
/** A refusal as the SDK throws it, for `awsError`. */
function asSdkError(error) {
    if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR))
        return error;
    const found = refusal.safeParse(error.body);
    if (!found.success || error.status === undefined)
        return error;
    const { awsCode, message, requestId } = found.data;
    return Object.assign(new Error(message, { cause: error }), {
        name: awsCode,
        $metadata: { httpStatusCode: error.status, requestId },
    });
}
const without = (headers, name) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));


/***/ }),

/***/ 59599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   ND: () => (/* binding */ element),
/* harmony export */   NO: () => (/* binding */ parseXml),
/* harmony export */   hG: () => (/* binding */ writeXml),
/* harmony export */   jf: () => (/* binding */ child),
/* harmony export */   vr: () => (/* binding */ withChild)
/* harmony export */ });
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/y;
/** @throws SyntaxError when the text is not one well-formed element (cut short, an HTML page, not XML at all) */
function parseXml(source) {
    const text = source.replace(/^\uFEFF/, '');
    const open = [];
    let root;
    let at = 0;
    const close = (element) => {
        const done = { ...element, text: element.children.length > 0 ? '' : element.text };
        const parent = open.at(-1);
        if (parent)
            parent.children.push(done);
        else
            root = done;
    };
    while (at < text.length) {
        TOKEN.lastIndex = at;
        const token = TOKEN.exec(text);
        if (!token)
            throw new SyntaxError(`not XML at character ${at}`);
        at = TOKEN.lastIndex;
        const [whole, cdata, slash, name, attributes = '', selfClosing, characters] = token;
        if (name !== undefined) {
            if (slash === '/') {
                const top = open.pop();
                if (top?.name !== name)
                    throw new SyntaxError(`</${name}> closes nothing`);
                close(top);
            }
            else {
                refuseAttributes(name, attributes);
                if (root !== undefined && open.length === 0)
                    throw new SyntaxError('more than one root element');
                const element = { name, text: '', children: [] };
                if (selfClosing === '/')
                    close(element);
                else
                    open.push(element);
            }
        }
        else if (characters !== undefined || cdata !== undefined) {
            const top = open.at(-1);
            if (top)
                top.text += cdata ?? decode(whole);
            else if (whole.trim() !== '')
                throw new SyntaxError('text outside the root element');
        }
    }
    if (open.length > 0 || root === undefined)
        throw new SyntaxError('the document ends too early');
    return root;
}
function refuseAttributes(name, attributes) {
    const [found] = attributes.match(/[^\s=]+(?=\s*=\s*["'])/g)?.filter((each) => !/^xmlns(:|$)/.test(each)) ?? [];
    if (found !== undefined)
        throw new SyntaxError(`<${name}> has the attribute ${found}`);
}
/** @param namespace put on the root element */
function writeXml(root, namespace) {
    return `<?xml version="1.0" encoding="UTF-8"?>${write(root, ` xmlns="${namespace}"`)}`;
}
function write({ name, text, children }, attributes = '') {
    const inner = children.length > 0 ? children.map((each) => write(each)).join('') : encode(text);
    return `<${name}${attributes}>${inner}</${name}>`;
}
function element(name, content = '') {
    return typeof content === 'string' ? { name, text: content, children: [] } : { name, text: '', children: content };
}
function child(parent, name) {
    return parent.children.find((each) => each.name === name);
}
function childrenOf(parent, name) {
    return parent.children.filter((each) => each.name === name);
}
/** Text of the element at a path of names; undefined if it is missing. */
function textAt(parent, ...path) {
    let at = parent;
    for (const name of path)
        at = at && child(at, name);
    return at?.text;
}
/**
 * Replaces the child of that name in its position, because some services read members in a fixed order. Appends it if
 * there is none; undefined removes it.
 */
function withChild(parent, name, replacement) {
    const at = parent.children.findIndex((each) => each.name === name);
    const others = parent.children.filter((each) => each.name !== name);
    if (replacement)
        others.splice(at === -1 ? others.length : at, 0, replacement);
    return { ...parent, children: others };
}
function decode(text) {
    return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, entity) => {
        if (entity.startsWith('#x'))
            return String.fromCodePoint(parseInt(entity.slice(2), 16));
        if (entity.startsWith('#'))
            return String.fromCodePoint(parseInt(entity.slice(1), 10));
        return { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[entity] ?? whole;
    });
}
function encode(text) {
    return text.replace(/[<>&"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}


/***/ })

};
