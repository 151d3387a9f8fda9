export const id = 6886;
export const ids = [6886];
export const modules = {

/***/ 66886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24955);
/* harmony import */ var _post_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73150);




const config = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_1__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('mastodon')
        .describe('A public post for each phase on Mastodon, only by "rewind notify --public".'),
    audience: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('external').default('external').describe('Everybody reads a post: no other text is possible.'),
    server: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^https:\/\/[a-zA-Z0-9.-]+(:\d+)?$/, 'must be the address of the server, like https://mastodon.social')
        .describe('Address of the server of the account.'),
    token: (0,_channel_js__WEBPACK_IMPORTED_MODULE_1__/* .reference */ .ir)('MASTODON_ACCESS_TOKEN').describe('Access token of an application with the scope write:statuses.'),
});
/** What a server takes if it does not say: Mastodon's default. */
const CHARACTERS = 500;
/** Mastodon knows a key for one hour. Its clock is not ours. */
const KEY_MS = 50 * 60_000;
const instance = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    configuration: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ statuses: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ max_characters: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(100) }) }),
});
const adapter = {
    id: 'mastodon',
    config,
    public: true,
    repeat: 'same-key',
    async send(entry, { message, unsureSince }, ctx) {
        // With a key that Mastodon has forgotten, the same message would be a second post.
        if (unsureSince !== null && ctx.clock.now().getTime() - Date.parse(unsureSince) > KEY_MS) {
            return { ref: null, perhaps: true };
        }
        const about = await (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .beforeWrite */ .pA)(ctx.http.request({ ...call(entry, ctx, 'GET', '/api/v2/instance', 'read the limits of the server'), accept: [404] }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()));
        const characters = instance.safeParse(about.data).data?.configuration.statuses.max_characters ?? CHARACTERS;
        const request = call(entry, ctx, 'POST', '/api/v1/statuses', 'post a message');
        const { data } = await ctx.http.request({
            ...request,
            headers: { ...request.headers, 'idempotency-key': message.key },
            json: {
                status: (0,_post_text_js__WEBPACK_IMPORTED_MODULE_3__/* .postText */ .i)(message, { characters, bytes: 4 * characters }),
                visibility: 'public',
                language: 'en',
            },
            repeatable: true,
        }, zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
        return { ref: data.id };
    },
    async inspect(entry, ctx) {
        const request = call(entry, ctx, 'GET', '/api/v1/apps/verify_credentials', 'check the token');
        // Older servers want a scope for this that a post does not need; a wrong token is 401.
        await ctx.http.request({ ...request, accept: [403] }, zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
    },
};
function call({ server, token }, ctx, method, path, what) {
    return {
        ...{ service: 'Mastodon', what, resource: ctx.resource, method },
        url: `${ctx.env.url('MASTODON_API_URL', server)}${path}`,
        headers: { authorization: `Bearer ${ctx.env.resolve(token, ctx.resource)}` },
    };
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
