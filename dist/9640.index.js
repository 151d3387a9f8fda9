export const id = 9640;
export const ids = [9640];
export const modules = {

/***/ 49640:
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
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20010);




const config = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ..._channel_js__WEBPACK_IMPORTED_MODULE_0__/* .channelFields */ .dy,
    audience: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .AUDIENCES */ .Mh)
        .default('external')
        .describe('external, the default here: everybody reads a status page. internal: for a page that only the team sees.'),
    adapter: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('statuspage').describe('One incident on a page of Statuspage, with an update for each phase.'),
    page: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[a-z0-9]{6,40}$/, 'must be the id of a page, like kctbh9vrtdwd (in Statuspage: API info)')
        .describe('Id of the page.'),
    token: (0,_channel_js__WEBPACK_IMPORTED_MODULE_0__/* .reference */ .ir)('STATUSPAGE_API_KEY').describe('API key of a user who may manage incidents of the page.'),
    'notify-subscribers': zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .default(true)
        .describe('false: the page shows the incident, and Statuspage writes to no subscriber. For drills.'),
});
const STATUS = {
    opened: 'investigating',
    failed: 'identified',
    mitigated: 'identified',
    'rolled-back': 'monitoring',
    verified: 'monitoring',
    recovered: 'monitoring',
    closed: 'resolved',
};
/** Statuspage publishes no limits; the column of a name holds 255 characters. */
const LIMITS = { name: 255, body: 5_000 };
/** Statuspage keeps an object for each integration and shows it to nobody. `last`: the key of the newest message. */
const incident = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    metadata: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ rewind: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ incident: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), last: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).optional() }).nullish(),
});
const adapter = {
    id: 'statuspage',
    config,
    repeat: 'look-up',
    async send(entry, { message, unsureSince, first }, ctx) {
        const call = callOf(entry, ctx);
        const known = unsureSince === null ? null : await lookUp(call, first, message);
        if (known?.metadata?.rewind?.last === message.key)
            return { ref: known.id };
        const content = {
            status: STATUS[message.phase],
            body: bodyOf(message),
            metadata: { rewind: { incident: message.incident, last: message.key } },
            deliver_notifications: entry['notify-subscribers'],
        };
        const id = unsureSince === null ? first : (known?.id ?? null);
        if (id !== null) {
            const edit = { incident: content };
            const edited = await found(call('PATCH', `/incidents/${id}`, 'report an incident', incident, edit));
            if (edited !== null)
                return { ref: id };
        }
        const made = { incident: { name: (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(message.headline.text, LIMITS.name), ...content } };
        return { ref: (await call('POST', '/incidents', 'report an incident', incident, made)).id };
    },
    async inspect(entry, ctx) {
        await callOf(entry, ctx)('GET', '', 'read the page', zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }));
    },
};
/** An incident, or null if somebody deleted it. */
async function found(work) {
    try {
        return await work;
    }
    catch (error) {
        if ((0,_channel_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
            return null;
        throw error;
    }
}
/** The first message is looked up among the incidents: those that are open first, then the newest, if somebody resolved it. */
async function lookUp(call, first, { incident: own }) {
    const known = first === null ? null : await found(call('GET', `/incidents/${first}`, 'look up an incident', incident));
    if (known !== null)
        return known;
    for (const path of ['/incidents/unresolved', '/incidents']) {
        const listed = await call('GET', path, 'look up an incident', zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(incident));
        const one = listed.find(({ metadata }) => metadata?.rewind?.incident === own);
        if (one !== undefined)
            return one;
    }
    return null;
}
/** Requests about the page. */
function callOf({ page, token }, ctx) {
    const base = `${ctx.env.url('STATUSPAGE_API_URL', 'https://api.statuspage.io')}/v1/pages/${page}`;
    const headers = { authorization: `OAuth ${ctx.env.resolve(token, ctx.resource)}` };
    return async (method, path, what, schema, json) => {
        const { data } = await ctx.http.request({
            ...{ service: 'Statuspage', what, resource: ctx.resource, method, url: base + path, headers },
            ...(json === undefined ? {} : { json }),
            repeatable: method === 'GET',
        }, schema);
        return data;
    };
}
function bodyOf({ headline, lines, url }) {
    const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
    return (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)(texts, LIMITS.body).join('\n');
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
