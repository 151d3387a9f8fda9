export const id = 980;
export const ids = [980];
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


/***/ }),

/***/ 84945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XQ: () => (/* binding */ assertPrefix),
/* harmony export */   dX: () => (/* binding */ byKey),
/* harmony export */   sM: () => (/* binding */ assertKey),
/* harmony export */   wk: () => (/* binding */ isSegment)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/** One part of a key. `.` and `..` match too; isSegment refuses them. */
const SEGMENT = /^[A-Za-z0-9._-]{1,200}$/;
function isSegment(text) {
    return SEGMENT.test(text) && text !== '.' && text !== '..';
}
/**
 * Refuses every key that is not a plain path below the root of the store: a forged manifest must not point outside.
 *
 * @throws RewindError input-invalid
 */
function assertKey(key) {
    if (key.length <= 900 && key.split('/').every(isSegment))
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `${JSON.stringify(key.slice(0, 100))} is not a valid name in a store.`, {
        remedy: 'Use letters, digits, dots, dashes and underscores, separated by forward slashes.',
    });
}
/** The same for a prefix: a folder path or ''. Returns it without the slash at its end. */
function assertPrefix(prefix) {
    const folder = prefix.replace(/\/$/, '');
    if (folder !== '')
        assertKey(folder);
    return folder;
}
/** Order of keys, the same in every store: by code point. */
function byKey(a, b) {
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}


/***/ }),

/***/ 40980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createS3Store: () => (/* binding */ createS3Store)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-s3/dist-cjs/index.js
var dist_cjs = __webpack_require__(53711);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/shell-word.js
var shell_word = __webpack_require__(26751);
// EXTERNAL MODULE: ./lib/store/keys.js
var keys = __webpack_require__(84945);
// EXTERNAL MODULE: ./lib/services/aws/client-options.js
var client_options = __webpack_require__(43028);
// EXTERNAL MODULE: ./lib/services/aws/errors.js
var aws_errors = __webpack_require__(85127);
;// CONCATENATED MODULE: ./lib/store/s3/client.js




/** An S3 client for this configuration, with the endpoints, credentials and retries of all AWS clients. */
function connectS3(config, ctx) {
    // A part of 128 MiB takes longer than a request for settings. Idle sockets have no limit: a restore may pause its
    // stream for minutes.
    const options = (0,client_options/* awsClientOptions */.B)(ctx, 'S3', config.region, { connectMs: 10_000, requestMs: 120_000 });
    return new dist_cjs.S3Client({
        ...options,
        // Rewind compares the SHA-256 of an object with the manifest; S3's own checksum does not cover a resumed download.
        responseChecksumValidation: 'WHEN_REQUIRED',
        // Few S3-compatible stores have a host name for each bucket.
        forcePathStyle: 'endpoint' in options,
    });
}
/** Runs a request. @throws RewindError store-unreadable | store-write-failed | cancelled, with the remedy */
async function attemptS3(purpose, request) {
    try {
        return await request();
    }
    catch (error) {
        throw toStoreError(purpose, error);
    }
}
/** The SDK's name of an error, also of one that `attemptS3` has mapped. */
function s3ErrorName(error) {
    return (0,aws_errors/* sdkErrorName */.qe)(sdkErrorOf(error));
}
/** HTTP status of an error, also of one that `attemptS3` has mapped. */
function s3ErrorStatus(error) {
    return (0,aws_errors/* sdkErrorStatus */.jX)(sdkErrorOf(error));
}
function sdkErrorOf(error) {
    if (!(error instanceof errors.RewindError))
        return error;
    return error.cause instanceof aws_errors/* AwsFailure */.OQ ? error.cause.cause : error.cause;
}
function toStoreError({ aim, permission, place, ctx }, error) {
    if (error instanceof errors.RewindError)
        return error;
    const failure = (0,aws_errors/* awsError */.es)(ctx, error, {
        service: 'S3',
        what: `${aim} ${place}`,
        action: permission,
        remedies: REMEDIES,
    });
    if (!(failure instanceof aws_errors/* AwsFailure */.OQ))
        return failure;
    const remedy = remedyFor(failure, permission, place);
    return new errors.RewindError(aim === 'read' ? 'store-unreadable' : 'store-write-failed', failure.message, {
        cause: failure,
        ...(remedy !== undefined && { remedy }),
    });
}
/** Also for refusals with status 403 that no permission changes. */
const REMEDIES = {
    NoSuchBucket: 'Create the bucket, or correct store.bucket in the configuration.',
    InvalidObjectState: 'A lifecycle rule moved the object to an archive. Bring it back with "aws s3api restore-object", wait until it can be read, ' +
        'and run again. Then take the prefix of the store out of that rule.',
};
/** The remedy of the store if its configuration is involved, else the one of the AWS failure. */
function remedyFor({ code, awsCode, status, ownRemedy }, permission, place) {
    if (REMEDIES[awsCode] !== undefined)
        return REMEDIES[awsCode];
    if (awsCode.startsWith('KMS.')) {
        return 'Make the KMS key of the object usable (enable it, or cancel its deletion), or correct store.kms-key. Then run again.';
    }
    if (code === 'api-rate-limited' || (status !== undefined && status >= 500)) {
        return 'S3 limits requests or is not available. Wait some minutes, and run again.';
    }
    if (code === 'api-forbidden') {
        return (`Grant ${permission} on ${place}, and on what else lies below the prefix of the store, to the role that Rewind runs as ` +
            '(with store.kms-key also kms:GenerateDataKey and kms:Decrypt; with store.bucket-owner check the account id).');
    }
    if (status === 301 || (0,aws_errors/* isWrongRegion */.My)(awsCode)) {
        return 'The bucket is in another region: correct store.region in the configuration.';
    }
    return ownRemedy;
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/store/s3/lifecycle.js

/** Storage classes whose objects cannot be read before somebody brings them back. */
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);
/** What an enabled rule does to the current objects below a prefix, so that a snapshot cannot be read any more; null if nothing. Pure. */
function harmOf(rule, prefix) {
    const { Filter, Expiration, Transitions = [] } = rule;
    // Rewind sets no tags, so a rule for tagged objects finds none of its own.
    const ofTags = Filter?.Tag !== undefined || (Filter?.And?.Tags ?? []).length > 0;
    const folder = `${prefix}/`;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- old rules still have it
    const of = Filter?.Prefix ?? Filter?.And?.Prefix ?? rule.Prefix ?? '';
    if (ofTags || !(folder.startsWith(of) || of.startsWith(folder)))
        return null;
    const archives = Transitions.filter(({ StorageClass = '' }) => ARCHIVES.has(StorageClass));
    const done = [
        ...(isSet(Expiration) ? [`deletes objects ${whenOf(Expiration)}`] : []),
        ...archives.map((each) => `moves objects to ${each.StorageClass ?? ''} ${whenOf(each)}`),
    ];
    if (done.length === 0)
        return null;
    return `the rule "${(0,runtime_text/* cutText */.IN)((0,runtime_text/* oneLine */.TN)(rule.ID ?? ''), 60)}" ${done.join(' and ')}`;
}
/** An expiration may also be only about delete markers. */
const isSet = (when) => when?.Days !== undefined || when?.Date !== undefined;
const whenOf = ({ Days, Date: at }) => Days === undefined ? `on ${at?.toISOString().slice(0, 10) ?? 'a date'}` : `after ${(0,runtime_text/* plural */.LS)(Days, 'day')}`;

;// CONCATENATED MODULE: ./lib/store/s3/check.js




/** Error names that mean "not set". */
const NONE_SET = new Set([
    'NoSuchBucketPolicy',
    'NoSuchLifecycleConfiguration',
    'NoSuchPublicAccessBlockConfiguration',
    'ObjectLockConfigurationNotFoundError',
    'ServerSideEncryptionConfigurationNotFoundError',
]);
/** Undefined when the bucket has no such setting. */
async function orNone(request) {
    try {
        return await request;
    }
    catch (error) {
        if (NONE_SET.has(s3ErrorName(error)))
            return undefined;
        throw error;
    }
}
const versioning = async (client, bucket, _config, options) => {
    const { Status } = await client.send(new dist_cjs.GetBucketVersioningCommand(bucket), options);
    if (Status === 'Enabled')
        return null;
    return {
        level: 'warning',
        code: 'store-not-versioned',
        message: `The bucket ${bucket.Bucket} keeps no versions: a snapshot deleted or overwritten by mistake is gone.`,
        remedy: `aws s3api put-bucket-versioning --bucket ${bucket.Bucket} --versioning-configuration Status=Enabled`,
    };
};
const lifecycle = async (client, bucket, config, options) => {
    const found = await orNone(client.send(new dist_cjs.GetBucketLifecycleConfigurationCommand(bucket), options));
    const rules = (found?.Rules ?? []).filter((rule) => rule.Status === 'Enabled');
    const harms = rules.flatMap((rule) => harmOf(rule, config.prefix) ?? []);
    const taken = {
        level: 'warning',
        code: 'store-objects-expire',
        message: `The lifecycle of the bucket ${bucket.Bucket} deletes or archives snapshots that "rewind list" still shows: ${harms.join('; ')}.`,
        remedy: `Take s3://${bucket.Bucket}/${config.prefix}/ out of the rule. "retention" in the configuration removes old snapshots.`,
    };
    const kept = {
        level: 'info',
        code: 'store-versions-kept-forever',
        message: `The bucket ${bucket.Bucket} keeps old versions forever: retention hides old snapshots, but you still pay for them.`,
        remedy: 'Add a lifecycle rule with NoncurrentVersionExpiration.',
    };
    const { Status } = await client.send(new dist_cjs.GetBucketVersioningCommand(bucket), options);
    const isKept = Status === 'Enabled' && rules.every((rule) => rule.NoncurrentVersionExpiration === undefined);
    return [...(harms.length > 0 ? [taken] : []), ...(isKept ? [kept] : [])];
};
const encryption = async (client, bucket, config, options) => {
    if (config['kms-key'] !== undefined)
        return null;
    const found = await orNone(client.send(new dist_cjs.GetBucketEncryptionCommand(bucket), options));
    if ((found?.ServerSideEncryptionConfiguration?.Rules ?? []).length > 0)
        return null;
    return {
        level: 'warning',
        code: 'store-not-encrypted',
        message: `The bucket ${bucket.Bucket} has no encryption at rest. Payloads are always sealed; manifests are not.`,
        remedy: "Set the bucket's default encryption, or store.kms-key.",
    };
};
const publicAccess = async (client, bucket, _config, options) => {
    const status = await orNone(client.send(new dist_cjs.GetBucketPolicyStatusCommand(bucket), options));
    const block = await orNone(client.send(new dist_cjs.GetPublicAccessBlockCommand(bucket), options));
    const { BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets } = block?.PublicAccessBlockConfiguration ?? {};
    const remedy = `aws s3api put-public-access-block --bucket ${bucket.Bucket} --public-access-block-configuration ` +
        'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true';
    if (status?.PolicyStatus?.IsPublic === true && RestrictPublicBuckets !== true) {
        return {
            level: 'error',
            code: 'store-public',
            message: `The policy of the bucket ${bucket.Bucket} is public: anyone can read manifests, or more.`,
            remedy,
        };
    }
    if (BlockPublicAcls === true &&
        BlockPublicPolicy === true &&
        IgnorePublicAcls === true &&
        RestrictPublicBuckets === true) {
        return null;
    }
    return {
        level: 'warning',
        code: 'store-public-access-possible',
        message: `The bucket ${bucket.Bucket} could become public: its public access block is incomplete.`,
        remedy,
    };
};
const objectLock = async (client, bucket, config, options) => {
    if (config['object-lock'] === undefined)
        return null;
    const found = await orNone(client.send(new dist_cjs.GetObjectLockConfigurationCommand(bucket), options));
    if (found?.ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled')
        return null;
    return {
        level: 'error',
        code: 'store-object-lock-off',
        message: `store.object-lock is configured, but the bucket ${bucket.Bucket} has no object lock: every write would fail.`,
        remedy: 'Create the bucket with object lock enabled, or remove store.object-lock.',
    };
};
/** Each check with the permission that it needs. */
const QUESTIONS = [
    ['s3:GetBucketVersioning', versioning],
    ['s3:GetLifecycleConfiguration', lifecycle],
    ['s3:GetEncryptionConfiguration', encryption],
    ['s3:GetBucketPolicyStatus and s3:GetBucketPublicAccessBlock', publicAccess],
    ['s3:GetBucketObjectLockConfiguration', objectLock],
];
/** Checks the protection of the bucket. Reports a setting that it cannot read, but not as an error. Read-only. */
async function bucketFindings(client, bucket, config, abortSignal) {
    const answers = await Promise.all(QUESTIONS.map(async ([permission, ask]) => {
        try {
            return await ask(client, bucket, config, { abortSignal });
        }
        catch (error) {
            const forbidden = s3ErrorStatus(error) === 403;
            return {
                level: 'info',
                code: 'store-check-incomplete',
                message: `A setting of the bucket ${bucket.Bucket} could not be read: ${s3ErrorName(error)}: ${(0,errors/* messageOf */.bD)(error)}`,
                ...(forbidden ? { remedy: `Grant ${permission}, so that "rewind check" can read the setting.` } : {}),
            };
        }
    }));
    return answers.flatMap((found) => found ?? []);
}

;// CONCATENATED MODULE: ./lib/store/s3/page.js

const LOOK = 'look at what answers as S3: the address in AWS_ENDPOINT_URL_S3, or a proxy in between.';
/**
 * Fails for an answer that is no page of a list: the SDK reads the page of a proxy, sent with status 200, as an empty list.
 * S3 says in each page whether there are more.
 *
 * @throws RewindError store-unreadable
 */
function assertPage({ IsTruncated }, bucket) {
    if (IsTruncated !== undefined)
        return;
    throw new errors.RewindError('store-unreadable', `The answer to a list of s3://${bucket} is not one of S3.`, {
        remedy: `Run again. If it happens again, ${LOOK}`,
    });
}
/**
 * Where the next page of a list begins; undefined after the last one.
 *
 * @param before where this page began
 * @throws RewindError store-unreadable if the answer is no page, or if the list never ends
 */
function nextPage(page, before, bucket) {
    assertPage(page, bucket);
    const { IsTruncated, NextContinuationToken: next } = page;
    if (IsTruncated !== true)
        return undefined;
    if (next !== undefined && next !== before)
        return next;
    const problem = next === undefined ? 'does not say where its next page begins' : 'does not end';
    throw new errors.RewindError('store-unreadable', `${bucket} sent a list that ${problem}.`, {
        remedy: `Run again. If it happens again, ${LOOK}`,
    });
}

;// CONCATENATED MODULE: ./lib/store/s3/stall.js
/** Milliseconds after which a body that sends nothing counts as broken, while somebody waits for it. */
const STALLED_MS = 60_000;
/** @param ms how long a body may send nothing while it is waited for; a reader that pauses is no stall */
function watchStalls(ms) {
    let awaited = null;
    // One timer for all pieces: a dump has millions.
    const timer = setTimeout(() => awaited?.destroy(new Error(`no data for ${ms / 1000} s`)), ms).unref();
    return {
        waitFor: async (body, next) => {
            awaited = body;
            timer.refresh();
            try {
                return await next();
            }
            finally {
                awaited = null;
            }
        },
        end: () => clearTimeout(timer),
    };
}

;// CONCATENATED MODULE: ./lib/store/s3/resumable.js




/** Limit of consecutive resumptions without a new byte. */
const RESUMES = 5;
/**
 * A stream that survives a broken or a stalled connection: it resumes at the next byte, in the same version of the object. S3 closes
 * connections that are idle for minutes, and a restore may pause for that long.
 */
async function resumable(purpose, stalledMs, openAt) {
    let { body, version } = await attemptS3(purpose, () => openAt(0, undefined));
    let iterator = body[Symbol.asyncIterator]();
    let position = 0;
    let fruitless = 0;
    const stalls = watchStalls(stalledMs);
    const next = async () => {
        for (;;) {
            try {
                const { done, value } = (await stalls.waitFor(body, () => iterator.next()));
                if (done === true)
                    return null;
                position += value.length;
                fruitless = 0;
                return value;
            }
            catch (error) {
                fruitless += 1;
                if (fruitless > RESUMES || s3ErrorName(error) === 'AbortError')
                    throw error;
                ({ body, version } = await openAt(position, version));
                iterator = body[Symbol.asyncIterator]();
            }
        }
    };
    return new external_node_stream_.Readable({
        read() {
            attemptS3(purpose, next).then((data) => this.push(data), (error) => this.destroy(error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error))));
        },
        destroy(error, done) {
            stalls.end();
            body.destroy();
            done(error);
        },
    });
}

;// CONCATENATED MODULE: ./lib/store/s3/unfinished-uploads.js






/** Milliseconds after which an unfinished upload counts as the leftover of a crash. */
const ABANDONED = progress/* DAY_MS */.sO;
/** Aborts unfinished uploads of crashed runs, which are invisible but cost money. A failure here is only a warning. */
async function abortUnfinished(place) {
    const { client, bucket, config, ctx, signal } = place;
    try {
        for (const { Key, UploadId } of await unfinishedUploads(place)) {
            await attemptS3({ aim: 'write', permission: 's3:AbortMultipartUpload', place: `s3://${config.bucket}/${config.prefix}/`, ctx }, () => client.send(new dist_cjs.AbortMultipartUploadCommand({ ...bucket, Key, UploadId }), { abortSignal: signal }));
            ctx.log.info(`Removed the unfinished upload of ${Key ?? ''} that an earlier run left in s3://${config.bucket}.`);
        }
    }
    catch (error) {
        const remedy = error instanceof errors.RewindError ? error.remedy : '';
        const problem = `Could not remove unfinished uploads from s3://${config.bucket}: ${(0,errors/* messageOf */.bD)(error)}`;
        ctx.log.warn((0,runtime_text/* sentences */.hC)(problem, remedy));
    }
}
/** Unfinished uploads below our prefix that no run works on any more. */
async function unfinishedUploads({ client, bucket, config, ctx, signal, }) {
    const before = ctx.clock.now().getTime() - ABANDONED;
    const found = [];
    let marker = {};
    while (marker !== undefined) {
        const command = new dist_cjs.ListMultipartUploadsCommand({
            ...bucket,
            Prefix: `${config.prefix}/`,
            ...marker,
        });
        const page = await attemptS3({ aim: 'read', permission: 's3:ListBucketMultipartUploads', place: `s3://${bucket.Bucket}`, ctx }, () => client.send(command, { abortSignal: signal }));
        assertPage(page, bucket.Bucket);
        for (const entry of page.Uploads ?? []) {
            if (entry.Initiated !== undefined && entry.Initiated.getTime() < before)
                found.push(entry);
        }
        marker =
            page.IsTruncated === true
                ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
                : undefined;
    }
    return found;
}
function leftoverFindings(left, config) {
    if (left.length === 0)
        return [];
    return [
        {
            level: 'warning',
            code: 'store-unfinished-uploads',
            message: `${(0,runtime_text/* plural */.LS)(left.length, 'unfinished upload of a crashed run remains', 'unfinished uploads of crashed runs remain')} in s3://${config.bucket}/${config.prefix}: invisible, but you pay for ${left.length === 1 ? 'it' : 'them'}.`,
            remedy: 'The next snapshot aborts them. Add a lifecycle rule with AbortIncompleteMultipartUpload to abort them without Rewind.',
        },
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/store/s3/upload.js





const CHECKED = { ChecksumAlgorithm: 'SHA256' };
const MiB = 1024 * 1024;
/** Parallel parts. Memory holds two more: those that the splitter fills. */
const CONCURRENT = 3;
/** Milliseconds that the clean-up after a failure may take. */
const CLEAN_UP = 15_000;
/**
 * Bytes of a part. S3 allows 10,000 parts, and the length of a stream is unknown until its end. Therefore parts grow: 8 MiB
 * up to 16 GB, 32 MiB up to 120 GB. The limit is 800 GB.
 */
function partSize(number) {
    return (number <= 2000 ? 8 : number <= 5000 ? 32 : 128) * MiB;
}
const MAX_PARTS = 10_000;
/**
 * Streams content into one object, with SHA-256 checksums that S3 checks. The object appears complete or not at all. Aborts
 * the upload after a failure: S3 would keep its invisible parts and charge for them.
 *
 * @returns bytes written
 * @throws RewindError store-write-failed | cancelled, or the unchanged error of the content
 */
async function upload(client, destination, content, purpose, signal) {
    const spare = [];
    const parts = cut(content, spare);
    const first = await parts.next();
    const second = first.done === true ? first : await parts.next();
    if (second.done !== true && first.done !== true) {
        return uploadParts(client, destination, chain(first.value, second.value, parts), spare, purpose, signal);
    }
    const body = first.done === true ? Buffer.alloc(0) : first.value;
    await attemptS3(purpose, () => client.send(new dist_cjs.PutObjectCommand({ ...destination, Body: body, ...CHECKED, ChecksumSHA256: sha256(body) }), {
        abortSignal: signal,
    }));
    return body.length;
}
async function uploadParts(client, destination, parts, spare, purpose, signal) {
    const { Bucket, Key, ExpectedBucketOwner } = destination;
    const { UploadId } = await attemptS3(purpose, () => client.send(new dist_cjs.CreateMultipartUploadCommand({ ...destination, ...CHECKED }), {
        abortSignal: signal,
    }));
    const target = { Bucket, Key, UploadId, ...(ExpectedBucketOwner === undefined ? {} : { ExpectedBucketOwner }) };
    const giveUp = new AbortController();
    const abortSignal = AbortSignal.any([signal, giveUp.signal]);
    const uploaded = [];
    const underWay = new Set();
    let bytes = 0;
    let number = 0;
    const start = (data, PartNumber) => {
        const ChecksumSHA256 = sha256(data);
        const sending = attemptS3(purpose, async () => {
            const command = new dist_cjs.UploadPartCommand({ ...target, PartNumber, Body: data, ...CHECKED, ChecksumSHA256 });
            const { ETag } = await client.send(command, { abortSignal });
            uploaded.push({ PartNumber, ETag, ChecksumSHA256 });
            underWay.delete(sending);
            spare.push(data);
        });
        // A failed part stays in the set: waiting for the set, now or later, fails with it.
        sending.catch(() => undefined);
        underWay.add(sending);
    };
    try {
        for await (const data of parts) {
            number += 1;
            if (number > MAX_PARTS)
                throw new errors.RewindError('store-write-failed', `${purpose.place} is too large for S3.`);
            if (underWay.size >= CONCURRENT)
                await Promise.race(underWay);
            bytes += data.length;
            start(data, number);
        }
        await Promise.all(underWay);
        uploaded.sort((a, b) => (a.PartNumber ?? 0) - (b.PartNumber ?? 0));
        await attemptS3(purpose, () => complete(client, target, uploaded, bytes, abortSignal));
        return bytes;
    }
    catch (error) {
        giveUp.abort();
        // S3 keeps a part that arrives after the abort: wait for all parts, then abort, even if the run is cancelled. If the
        // abort fails, the next run aborts the leftover.
        await Promise.allSettled(underWay);
        await client
            .send(new dist_cjs.AbortMultipartUploadCommand(target), { abortSignal: AbortSignal.timeout(CLEAN_UP) })
            .catch(() => undefined);
        throw error;
    }
}
/**
 * Completes the upload. If the response is lost, the SDK repeats the request, and some services (MinIO) no longer know the
 * upload. Then the size and checksum of the existing object decide.
 */
async function complete(client, target, parts, bytes, abortSignal) {
    try {
        const command = new dist_cjs.CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts: [...parts] } });
        await client.send(command, { abortSignal });
    }
    catch (error) {
        if (s3ErrorName(error) !== 'NoSuchUpload')
            throw error;
        const { Bucket, Key, ExpectedBucketOwner } = target;
        const found = await client
            .send(new dist_cjs.HeadObjectCommand({ Bucket, Key, ExpectedBucketOwner, ChecksumMode: 'ENABLED' }), { abortSignal })
            .catch(() => undefined);
        if (found?.ContentLength !== bytes || !sameChecksum(found.ChecksumSHA256, checksumOf(parts)))
            throw error;
    }
}
/** Amazon appends the number of parts after a dash; moto does not. */
const sameChecksum = (found, expected) => found?.replace(/-\d+$/, '') === expected;
/** The checksum of a multipart object: SHA-256 of the SHA-256s of its parts. */
function checksumOf(parts) {
    const all = (0,external_node_crypto_.createHash)('sha256');
    for (const { ChecksumSHA256 = '' } of parts)
        all.update(Buffer.from(ChecksumSHA256, 'base64'));
    return all.digest('base64');
}
/**
 * Cuts content into parts of the size that S3 requires; the last may be shorter.
 *
 * @param spare buffers of sent parts, for reuse: the garbage collector frees them too late
 */
async function* cut(content, spare) {
    let number = 1;
    let part = Buffer.allocUnsafe(content instanceof external_node_stream_.Readable ? partSize(1) : Math.min(partSize(1), content.length));
    let used = 0;
    for await (const piece of content instanceof external_node_stream_.Readable ? content : [content]) {
        const data = piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
        for (let offset = 0; offset < data.length;) {
            if (used === part.length) {
                yield part;
                number += 1;
                const sent = spare.pop();
                part = sent?.length === partSize(number) ? sent : Buffer.allocUnsafe(partSize(number));
                used = 0;
            }
            const fitting = data.subarray(offset, offset + part.length - used);
            part.set(fitting, used);
            used += fitting.length;
            offset += fitting.length;
        }
    }
    if (used > 0)
        yield part.subarray(0, used);
}
async function* chain(first, second, rest) {
    yield first;
    yield second;
    yield* rest;
}
function sha256(data) {
    return (0,external_node_crypto_.createHash)('sha256').update(data).digest('base64');
}

;// CONCATENATED MODULE: ./lib/store/s3/index.js















/**
 * A store in a bucket of S3 or a compatible service. S3 guarantees that objects appear complete or not at all.
 * @param stalledMs how long a download may send nothing; tests make it small
 */
function createS3Store(config, ctx, stalledMs = STALLED_MS) {
    const client = connectS3(config, ctx);
    const bucket = {
        Bucket: config.bucket,
        ...(config['bucket-owner'] === undefined ? {} : { ExpectedBucketOwner: config['bucket-owner'] }),
    };
    // A separate signal: every request in flight listens to it, and Node warns of a leak beyond ten listeners.
    const signal = AbortSignal.any([ctx.signal]);
    (0,external_node_events_.setMaxListeners)(0, signal);
    const options = { abortSignal: signal };
    const fullKey = (key) => `${config.prefix}/${key}`;
    const purpose = (aim, permission, key = '') => ({
        aim,
        permission,
        place: `s3://${config.bucket}/${fullKey(key)}`,
        ctx,
    });
    const uploads = { client, bucket, config, ctx, signal };
    let swept;
    const write = async (key, content) => {
        const destination = { ...bucket, Key: fullKey(key), ...protection(config, true, ctx) };
        return { key, bytes: await upload(client, destination, content, purpose('write', 's3:PutObject', key), signal) };
    };
    const put = async (key, content) => {
        // The content may fail before the upload reads it: the loop that reads it reports that.
        if (content instanceof external_node_stream_.Readable)
            content.on('error', () => undefined);
        try {
            (0,keys/* assertKey */.sM)(key);
            swept ??= abortUnfinished(uploads);
            await swept;
            return await write(key, content);
        }
        catch (error) {
            if (content instanceof external_node_stream_.Readable)
                content.destroy();
            throw error;
        }
    };
    /** Without s3:ListBucket on the whole bucket, S3 answers 403 instead of 404 for missing keys. */
    const isAbsent = async (key) => {
        const listing = new dist_cjs.ListObjectsV2Command({ ...bucket, Prefix: fullKey(key) });
        return client.send(listing, options).then(({ Contents = [] }) => !Contents.some(({ Key }) => Key === fullKey(key)), () => false);
    };
    const openKey = async (key) => {
        (0,keys/* assertKey */.sM)(key);
        const reading = purpose('read', 's3:GetObject', key);
        const request = { ...bucket, Key: fullKey(key) };
        try {
            return await resumable(reading, stalledMs, async (from, version) => {
                const range = from === 0 ? {} : { Range: `bytes=${from}-`, IfMatch: version };
                const { Body, ETag } = await client.send(new dist_cjs.GetObjectCommand({ ...request, ...range }), options);
                if (!(Body instanceof external_node_stream_.Readable))
                    throw new Error('S3 responded without a body');
                return { body: Body, version: ETag };
            });
        }
        catch (error) {
            const notFound = s3ErrorName(error) === 'NoSuchKey' || (s3ErrorStatus(error) === 404 && s3ErrorName(error) !== 'NoSuchBucket');
            if (notFound || (s3ErrorStatus(error) === 403 && (await isAbsent(key)))) {
                throw new errors.RewindError('snapshot-corrupt', `${key} is missing in the store (looked for ${reading.place}).`);
            }
            throw error;
        }
    };
    const list = async (prefix) => {
        const folder = (0,keys/* assertPrefix */.XQ)(prefix);
        const objects = [];
        let ContinuationToken;
        do {
            const page = await attemptS3(purpose('read', 's3:ListBucket', folder), () => client.send(new dist_cjs.ListObjectsV2Command({
                ...bucket,
                Prefix: fullKey(folder === '' ? '' : `${folder}/`),
                ContinuationToken,
            }), options));
            for (const { Key = '', Size = 0 } of page.Contents ?? []) {
                const key = Key.slice(config.prefix.length + 1);
                if (key.split('/').every(keys/* isSegment */.wk))
                    objects.push({ key, bytes: Size });
            }
            ContinuationToken = nextPage(page, ContinuationToken, config.bucket);
        } while (ContinuationToken !== undefined);
        return objects.sort(keys/* byKey */.dX);
    };
    const folders = async (prefix) => {
        const below = fullKey(`${(0,keys/* assertPrefix */.XQ)(prefix)}/`);
        const { CommonPrefixes = [] } = await attemptS3(purpose('read', 's3:ListBucket', prefix), () => client.send(new dist_cjs.ListObjectsV2Command({ ...bucket, Prefix: below, Delimiter: '/' }), options));
        return CommonPrefixes.map(({ Prefix = '' }) => Prefix.slice(below.length, -1)).filter(keys/* isSegment */.wk);
    };
    const remove = async (key) => {
        (0,keys/* assertKey */.sM)(key);
        await attemptS3(purpose('write', 's3:DeleteObject', key), () => client.send(new dist_cjs.DeleteObjectCommand({ ...bucket, Key: fullKey(key) }), options));
    };
    /** False also if what was there is gone again: a lock that was taken over. */
    const holds = async (key, content) => {
        try {
            return (await (0,consumers_.buffer)(await openKey(key))).equals(content);
        }
        catch (error) {
            if (error instanceof errors.RewindError && error.code === 'snapshot-corrupt')
                return false;
            throw error;
        }
    };
    const create = async (key, content) => {
        (0,keys/* assertKey */.sM)(key);
        const writing = purpose('write', 's3:PutObject', key);
        const destination = {
            ...bucket,
            Key: fullKey(key),
            ...protection(config, false, ctx),
            IfNoneMatch: '*',
        };
        for (let tries = 3;; tries -= 1) {
            try {
                await upload(client, destination, content, writing, signal);
                return true;
            }
            catch (error) {
                // The answer to our own request may have been lost, and the SDK repeated it.
                if (s3ErrorStatus(error) === 412)
                    return await holds(key, content);
                // Another write of this key is under way.
                if (s3ErrorStatus(error) !== 409 || tries === 0)
                    throw error;
                await ctx.clock.sleep(200, signal);
            }
        }
    };
    return {
        kind: 's3',
        put,
        create,
        open: openKey,
        list,
        folders,
        delete: remove,
        describe: async (key) => {
            // An object that may not be read can still be listed.
            const listing = new dist_cjs.ListObjectsV2Command({ ...bucket, Prefix: fullKey(key) });
            const written = await client.send(listing, options).then(({ Contents = [] }) => Contents.find(({ Key }) => Key === fullKey(key))?.LastModified ?? null, () => null);
            return { written, remove: `aws s3 rm ${(0,shell_word/* shellWord */.r)(`s3://${config.bucket}/${fullKey(key)}`)}` };
        },
        check: async () => {
            const probe = `rewind-probe-${ctx.randomHex(8)}`;
            try {
                const left = await unfinishedUploads(uploads);
                const written = Buffer.from(probe);
                await create(probe, written);
                const repeated = await create(probe, Buffer.from('another'));
                const read = await (0,consumers_.buffer)(await openKey(probe));
                await remove(probe);
                if (repeated) {
                    throw new errors.RewindError('store-write-failed', 'The service ignores If-None-Match, which the lock of a rollback needs.', {
                        remedy: 'Use a service (or a newer version of it) that supports conditional writes.',
                    });
                }
                if (!read.equals(written))
                    throw new errors.RewindError('store-unreadable', 'The bucket does not return what was written.');
                return [...leftoverFindings(left, config), ...(await bucketFindings(client, bucket, config, signal))];
            }
            catch (error) {
                return [
                    {
                        level: 'error',
                        code: 'store-unusable',
                        message: `The store s3://${config.bucket}/${config.prefix} cannot be used: ${(0,errors/* messageOf */.bD)(error)}`,
                        ...(error instanceof errors.RewindError ? { remedy: error.remedy } : {}),
                    },
                ];
            }
        },
    };
}
/** Encryption and lock of what is written. */
function protection(config, locked, ctx) {
    const key = config['kms-key'];
    const lock = locked ? config['object-lock'] : undefined;
    return {
        ...(key === undefined ? {} : { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key }),
        ...(lock === undefined
            ? {}
            : {
                ObjectLockMode: lock.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
                ObjectLockRetainUntilDate: new Date(ctx.clock.now().getTime() + lock.days * progress/* DAY_MS */.sO),
            }),
    };
}


/***/ })

};
