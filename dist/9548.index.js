export const id = 9548;
export const ids = [9548];
export const modules = {

/***/ 99548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config),
/* harmony export */   recordKey: () => (/* binding */ recordKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24955);
/* harmony import */ var _post_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73150);





const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_2__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('bluesky').describe('A public post for each phase on Bluesky, only by "rewind notify --public".'),
    audience: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('external').default('external').describe('Everybody reads a post: no other text is possible.'),
    handle: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+$/, 'must be a handle like status.example.com, without "@"')
        .describe('Handle of the account that posts.'),
    password: (0,_channel_js__WEBPACK_IMPORTED_MODULE_2__/* .reference */ .ir)('BLUESKY_APP_PASSWORD').describe('App password of the account (Settings, App passwords).'),
});
const LIMITS = { characters: 300, bytes: 3_000 };
const COLLECTION = 'app.bsky.feed.post';
const session = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ did: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^did:/), accessJwt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1) });
const adapter = {
    id: 'bluesky',
    config,
    public: true,
    // The post has a name that follows from the key, and a record is the same each time.
    repeat: 'same-key',
    async send(entry, { message }, ctx) {
        const { did, accessJwt } = await (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .beforeWrite */ .pA)(signIn(entry, ctx));
        const { data } = await ctx.http.request({
            service: 'Bluesky',
            what: 'post a message',
            resource: ctx.resource,
            method: 'POST',
            url: address(ctx, 'com.atproto.repo.putRecord'),
            headers: { authorization: `Bearer ${accessJwt}` },
            json: {
                repo: did,
                collection: COLLECTION,
                rkey: recordKey(message),
                record: { $type: COLLECTION, text: (0,_post_text_js__WEBPACK_IMPORTED_MODULE_4__/* .postText */ .i)(message, LIMITS), createdAt: message.at, langs: ['en'] },
            },
            repeatable: true,
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ uri: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().startsWith('at://') }));
        return { ref: data.uri };
    },
    async inspect(entry, ctx) {
        await signIn(entry, ctx);
    },
};
/** @throws HttpFailure; RewindError credential-missing */
async function signIn({ handle, password }, ctx) {
    const { data } = await ctx.http.request({
        service: 'Bluesky',
        what: 'sign in',
        resource: ctx.resource,
        method: 'POST',
        url: address(ctx, 'com.atproto.server.createSession'),
        json: { identifier: handle, password: ctx.env.resolve(password, ctx.resource) },
        repeatable: true,
    }, session);
    ctx.masker.add(data.accessJwt);
    return data;
}
const address = (ctx, method) => `${ctx.env.url('BLUESKY_API_URL', 'https://bsky.social')}/xrpc/${method}`;
const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
/**
 * The name of the post: a TID (64 bits: 0, 53 of microseconds, 10 of a clock's id). The time is that of the phase; the rest
 * follows from the key, so that two phases of one millisecond have two names. https://atproto.com/specs/tid
 */
function recordKey({ key, at }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest();
    const microseconds = BigInt(Date.parse(at)) * 1000n + BigInt(hash.readUInt16BE(0) % 1_000);
    const bits = (microseconds << 10n) | BigInt(hash.readUInt16BE(2) & 0x3ff);
    return Array.from({ length: 13 }, (_, index) => ALPHABET.charAt(Number((bits >> BigInt(60 - 5 * index)) & 31n))).join('');
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

/***/ 73150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ postText)
/* harmony export */ });
/* unused harmony export graphemes */
const MARK = '…';
/** Made at the first use: it takes some milliseconds, and each command loads this file with the configuration. */
let segmenter;
/** Characters as a reader counts them. */
const graphemes = (text) => {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
};
/**
 * The text of a public post: the headline, and the lines that fit. A line that does not fit leaves a mark, never half of
 * itself. Pure. @param limits at least 2 characters and 4 bytes
 */
function postText({ headline, lines }, limits) {
    const fits = (text) => Buffer.byteLength(text) <= limits.bytes && graphemes(text).length <= limits.characters;
    const texts = [headline.text, ...lines.map(({ text }) => text)];
    for (let count = texts.length; count > 0; count -= 1) {
        const rest = count === texts.length ? [] : [MARK];
        const text = [...texts.slice(0, count), ...rest].join('\n');
        if (fits(text))
            return text;
    }
    const kept = graphemes(headline.text);
    while (kept.length > 0 && !fits(kept.join('') + MARK))
        kept.pop();
    return kept.join('') + MARK;
}


/***/ })

};
