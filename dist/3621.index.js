export const id = 3621;
export const ids = [3621];
export const modules = {

/***/ 63621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24955);
/* harmony import */ var _slack_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73934);




const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_1__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('slack-webhook')
        .describe('A message for each phase through an incoming webhook of Slack. It cannot be updated or looked up.'),
    url: (0,_channel_js__WEBPACK_IMPORTED_MODULE_1__/* .reference */ .ir)('SLACK_WEBHOOK_URL').describe('Address of the webhook, which is a secret.'),
});
const adapter = {
    id: 'slack-webhook',
    config,
    repeat: 'never',
    inspect(entry, ctx) {
        addressOf(entry, ctx);
        return Promise.resolve();
    },
    async send(entry, { message }, ctx) {
        const url = addressOf(entry, ctx);
        await ctx.http.request({
            service: 'Slack',
            what: 'post a message through a webhook',
            resource: ctx.resource,
            method: 'POST',
            url,
            json: { ...(0,_slack_message_js__WEBPACK_IMPORTED_MODULE_2__/* .slackMessage */ .y)(message), mrkdwn: false },
            decode: wordOf,
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('ok'));
        return { ref: null };
    },
};
/** @throws RewindError address-refused; the address is a secret, so no message repeats it */
function addressOf({ url: given }, ctx) {
    const url = ctx.env.resolve(given, ctx.resource);
    if (/^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(url) && URL.canParse(url))
        return url;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('address-refused', `${given} is not an https:// address.`, { resource: ctx.resource });
}
/** Slack answers with one word. @throws for another text, e.g. the page of a proxy */
function wordOf(text) {
    if (/^\w{1,60}$/.test(text.trim()))
        return text.trim();
    throw new Error('not an answer of Slack');
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

/***/ 73934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ slackMessage)
/* harmony export */ });
/* harmony import */ var _services_slack_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5308);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18775);


/** A block with more characters is refused. */
const LIMIT = 3_000;
/**
 * A message for Slack: plain, without a mention. `text` is what notifications show.
 * https://docs.slack.dev/reference/block-kit/composition-objects/text-object
 */
function slackMessage({ headline, lines, url }) {
    const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
    const text = (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)(texts.map(_services_slack_client_js__WEBPACK_IMPORTED_MODULE_0__/* .slackText */ .a), LIMIT).join('\n');
    // chat.update knows no `mrkdwn: false`: only such a block stays plain.
    return { text, blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }] };
}


/***/ }),

/***/ 5308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ slackText),
/* harmony export */   f: () => (/* binding */ callSlack)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);


/** Slack answers a refusal with status 200 and `ok: false`. */
const refusal = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ ok: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(false), error: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
/**
 * Calls a method of Slack's Web API. SLACK_API_URL replaces the address of the service.
 * @throws HttpFailure, also for a refusal
 */
async function callSlack(ctx, call, schema) {
    const { method, what, token, fields, repeatable } = call;
    const form = new URLSearchParams(Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]));
    const { data } = await ctx.http.request({
        service: 'Slack',
        what,
        resource: ctx.resource,
        method: 'POST',
        url: `${ctx.env.url('SLACK_API_URL', 'https://slack.com/api')}/${method}`,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: form.toString(),
        repeatable,
    }, zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([refusal, schema]));
    const refused = refusal.safeParse(data);
    if (refused.success)
        throw failureOf(ctx, call, refused.data.error);
    return schema.parse(data);
}
const CODES = [
    [/auth|token|account_inactive|not_allowed_token_type/, 'api-unauthorized'],
    [/missing_scope|not_in_channel|restricted|access_denied|no_permission|is_archived/, 'api-forbidden'],
    [/not_found/, 'api-not-found'],
    [/rate_?limited/, 'api-rate-limited'],
    // Slack's documentation: what these ended may have been carried out in part.
    [/fatal_error|internal_error|request_timeout|service_unavailable/, 'api-unavailable'],
];
function failureOf(ctx, { what, method }, error) {
    const code = CODES.find(([pattern]) => pattern.test(error))?.[1] ?? 'api-rejected';
    const said = ctx.masker.redact(error).slice(0, 100);
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR(code, `Slack refused to ${what}: ${said}`, {
        resource: ctx.resource,
        remedy: `Look the error of ${method} up at https://docs.slack.dev/reference/methods/${method}.`,
    }, 200, { error });
}
/** Text in which nothing is a mention, a channel or a link of its own. https://docs.slack.dev/messaging/formatting-message-text */
const slackText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');


/***/ })

};
