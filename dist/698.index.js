export const id = 698;
export const ids = [698];
export const modules = {

/***/ 70698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24955);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18775);




const config = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_1__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('pagerduty').describe('One incident in PagerDuty: opened, acknowledged and resolved with ours.'),
    'routing-key': (0,_channel_js__WEBPACK_IMPORTED_MODULE_1__/* .reference */ .ir)('PAGERDUTY_ROUTING_KEY').describe('Integration key of an "Events API v2" integration.'),
});
/** A trigger after a resolve would open another incident: only `closed` resolves. */
const ACTIONS = {
    opened: 'trigger',
    failed: 'trigger',
    mitigated: 'acknowledge',
    'rolled-back': 'acknowledge',
    verified: 'acknowledge',
    recovered: 'acknowledge',
    closed: 'resolve',
};
const SEVERITIES = { critical: 'critical', major: 'error', minor: 'warning' };
/** PagerDuty rejects longer summaries, and events of more than 512 KB. */
const LIMITS = { summary: 1_024, details: 100_000 };
const adapter = {
    id: 'pagerduty',
    config,
    // All events of one incident have one dedup_key, and each action may be repeated.
    repeat: 'same-key',
    // The Events API has no call that tries a key without an event, so only its form is checked before an incident.
    inspect(entry, ctx) {
        const { 'routing-key': given } = entry;
        if (/^[a-z0-9]{32}$/i.test(ctx.env.resolve(given, ctx.resource)))
            return Promise.resolve();
        // A warning only: what the service accepts is its decision.
        const message = `${given} does not look like an integration key, which has 32 letters and digits.`;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unauthorized', message, {
            resource: ctx.resource,
            remedy: 'Copy the integration key of an "Events API v2" integration of the service. Do not use an API key.',
        });
    },
    async send(entry, { message }, ctx) {
        const { headline, lines, severity, phase, incident, url, at } = message;
        const key = `rewind/${incident}/${entry.id}`;
        const details = (0,_message_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(lines.map(({ text }) => text), LIMITS.details);
        await ctx.http.request({
            service: 'PagerDuty',
            what: `${ACTIONS[phase]} an incident`,
            resource: ctx.resource,
            method: 'POST',
            url: `${ctx.env.url('PAGERDUTY_EVENTS_URL', 'https://events.pagerduty.com')}/v2/enqueue`,
            json: {
                routing_key: ctx.env.resolve(entry['routing-key'], ctx.resource),
                event_action: ACTIONS[phase],
                dedup_key: key,
                payload: {
                    summary: (0,_message_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(headline.text, LIMITS.summary),
                    source: 'rewind',
                    severity: severity === null ? 'error' : SEVERITIES[severity],
                    timestamp: at,
                    custom_details: { phase, message: details.join('\n') },
                },
                client: 'Rewind',
                ...(url === null ? {} : { client_url: url, links: [{ href: url, text: 'The run' }] }),
            },
            repeatable: true,
        }, zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ status: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('success') }));
        return { ref: key };
    },
};


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


/***/ })

};
