export const id = 740;
export const ids = [740];
export const modules = {

/***/ 740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LIMITS: () => (/* binding */ LIMITS),
/* harmony export */   adapter: () => (/* binding */ adapter),
/* harmony export */   config: () => (/* binding */ config)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _channel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24955);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18775);



const config = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_0__/* .channelFields */ .dy,
    adapter: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('incident-io').describe('One incident in incident.io. Its summary is the newest phase.'),
    token: (0,_channel_js__WEBPACK_IMPORTED_MODULE_0__/* .reference */ .ir)('INCIDENT_IO_API_KEY').describe('API key that may view, create and edit incidents.'),
    visibility: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['public', 'private']).default('public').describe('Who in your organization sees the incident.'),
    mode: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['standard', 'test']).default('standard').describe('test: for drills. It pages nobody.'),
    'severity-id': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[A-Z0-9]{26}$/, 'must be the id of a severity, 26 letters and digits')
        .optional(),
    'closed-status-id': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[A-Z0-9]{26}$/, 'must be the id of a status, 26 letters and digits')
        .optional()
        .describe('Status that the incident gets when ours is closed. Without it, a person closes the incident.'),
});
/** incident.io publishes no limits; these are far below what it showed. */
const LIMITS = { name: 200, summary: 5_000 };
const answer = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    incident: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z0-9-]{1,64}$/), summary: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish() }),
});
const adapter = {
    id: 'incident-io',
    config,
    // A key makes repeated creations one incident. An edit has no key, and each edit is a message in the incident's chat.
    repeat: 'look-up',
    async send(entry, { message, unsureSince, first }, ctx) {
        const summary = summaryOf(message);
        if (first !== null) {
            try {
                await edit(entry, ctx, { message, unsureSince, first }, summary);
                return { ref: first };
            }
            catch (error) {
                // Somebody deleted the incident: a new one takes its place.
                if (!(0,_channel_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
                    throw error;
            }
        }
        const { incident } = await call(entry, ctx, {
            what: 'create an incident',
            method: 'POST',
            path: '',
            json: {
                idempotency_key: first === null ? `rewind/${message.incident}/${entry.id}` : message.key,
                name: (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(message.headline.text, LIMITS.name),
                summary,
                visibility: entry.visibility,
                mode: entry.mode,
                ...(entry['severity-id'] === undefined ? {} : { severity_id: entry['severity-id'] }),
            },
        });
        return { ref: incident.id };
    },
    async inspect(entry, ctx) {
        await request(entry, ctx, { what: 'check the key', method: 'GET', path: '/v1/identity' }, zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({}));
    },
};
async function edit(entry, ctx, { message, unsureSince, first }, summary) {
    if (unsureSince !== null) {
        const look = { what: 'look up an incident', method: 'GET', path: `/${first}` };
        const { incident } = await call(entry, ctx, look);
        if (incident.summary?.includes(message.key) === true)
            return;
    }
    const status = message.phase === 'closed' ? entry['closed-status-id'] : undefined;
    await call(entry, ctx, {
        what: 'edit an incident',
        method: 'POST',
        path: `/${first}/actions/edit`,
        json: {
            incident: { summary, ...(status === undefined ? {} : { incident_status_id: status }) },
            notify_incident_channel: true,
        },
        repeatable: false,
    });
}
const call = (entry, ctx, given) => request(entry, ctx, { repeatable: true, ...given, path: `/v2/incidents${given.path}` }, answer);
async function request({ token }, ctx, { path, ...given }, schema) {
    const { data } = await ctx.http.request({
        ...{ service: 'incident.io', resource: ctx.resource, ...given },
        url: ctx.env.url('INCIDENT_IO_API_URL', 'https://api.incident.io') + path,
        headers: { authorization: `Bearer ${ctx.env.resolve(token, ctx.resource)}` },
    }, schema);
    return data;
}
/** The key at its end names the phase, for the look-up. */
function summaryOf({ headline, lines, url, key }) {
    const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
    return [...(0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)(texts, LIMITS.summary - 300), key].join('\n');
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


/***/ })

};
