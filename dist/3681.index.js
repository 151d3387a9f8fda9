export const id = 3681;
export const ids = [3681];
export const modules = {

/***/ 73681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5308);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24955);
/* harmony import */ var _slack_message_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73934);





const config = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_2__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('slack')
        .describe('One message in a Slack channel for each incident: it shows the newest phase; its thread holds all of them.'),
    channel: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[CG][A-Z0-9]{6,20}$/, 'must be the id of a channel, like C0123456789 (in Slack: channel details)')
        .describe('Id of the channel. The app of the token must be a member of it.'),
    token: (0,_channel_js__WEBPACK_IMPORTED_MODULE_2__/* .reference */ .ir)('SLACK_BOT_TOKEN').describe('Token of a Slack app with chat:write. With channels:history too, Rewind can look up a message after a crash.'),
});
const posted = zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true), ts: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
const page = zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
    ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true),
    has_more: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY().optional(),
    messages: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
        ts: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        metadata: zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ event_type: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), event_payload: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()) }).optional(),
    })),
});
const EVENT = 'rewind_message';
/** Clocks differ; Slack keeps its own time. */
const SLACK_MS = 60_000;
const adapter = {
    id: 'slack',
    config,
    repeat: 'look-up',
    async send(entry, delivery, ctx) {
        const { message, unsureSince } = delivery;
        const { channel } = entry;
        const token = ctx.env.resolve(entry.token, ctx.resource);
        const content = { channel, ...(0,_slack_message_js__WEBPACK_IMPORTED_MODULE_3__/* .slackMessage */ .y)(message), parse: 'none' };
        // Before the reply: it may be repeated, the reply may not.
        const first = delivery.first === null ? null : await update(ctx, { token, content, ts: delivery.first });
        const threads = unsureSince === null ? [] : [...new Set([delivery.first, first])];
        for (const thread of threads) {
            const found = await lookUp(entry, { message, unsureSince, first: thread }, token, ctx);
            if (found !== null)
                return found;
        }
        const metadata = { event_type: EVENT, event_payload: { key: message.key } };
        const fields = { ...content, metadata, mrkdwn: false, unfurl_links: false, unfurl_media: false };
        const post = { method: 'chat.postMessage', what: 'post a message', token, repeatable: false };
        const reply = first === null ? {} : { thread_ts: first };
        const { ts } = await (0,_services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callSlack */ .f)(ctx, { ...post, fields: { ...fields, ...reply } }, posted);
        return { ref: first ?? ts };
    },
    async inspect(entry, ctx) {
        const token = ctx.env.resolve(entry.token, ctx.resource);
        const call = { method: 'auth.test', what: 'check the token', token, fields: {}, repeatable: true };
        await (0,_services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callSlack */ .f)(ctx, call, zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true) }));
    },
};
/**
 * Shows the newest phase in the first message. If Slack refuses that, the reply still tells it.
 * @returns the thread for the reply; null: somebody deleted the message
 */
async function update(ctx, { token, content, ts }) {
    const call = { method: 'chat.update', what: 'update the message', token, repeatable: true };
    try {
        await (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .beforeWrite */ .pA)((0,_services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callSlack */ .f)(ctx, { ...call, fields: { ...content, ts } }, posted));
        return ts;
    }
    catch (error) {
        const { code } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error);
        if (code === 'api-not-found')
            return null;
        if (code !== 'api-rejected' && code !== 'api-forbidden')
            throw error;
        ctx.log.warn((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .whyOf */ .gf)(error, ctx.resource));
        return ts;
    }
}
/** @returns null if the message is certainly not there */
async function lookUp({ channel }, { message, unsureSince, first }, token, ctx) {
    const oldest = String((Date.parse(unsureSince ?? message.at) - SLACK_MS) / 1000);
    const call = {
        method: first === null ? 'conversations.history' : 'conversations.replies',
        what: 'look up a message',
        token,
        repeatable: true,
        fields: { channel, oldest, limit: 999, include_all_metadata: true, ...(first === null ? {} : { ts: first }) },
    };
    try {
        const { messages, has_more: more } = await (0,_services_slack_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callSlack */ .f)(ctx, call, page);
        const found = messages.find(({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload.key === message.key);
        if (found !== undefined)
            return { ref: first ?? found.ts };
        return more === true ? { ref: first, perhaps: true } : null;
    }
    catch (error) {
        const { code } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error);
        // The token may not read the channel.
        if (code === 'api-forbidden')
            return { ref: first, perhaps: true };
        // Somebody deleted the thread.
        if (code === 'api-not-found' && first !== null)
            return null;
        throw error;
    }
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
