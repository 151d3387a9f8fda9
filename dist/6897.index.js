export const id = 6897;
export const ids = [6897];
export const modules = {

/***/ 56897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LIMITS: () => (/* binding */ LIMITS),
  adapter: () => (/* binding */ adapter),
  config: () => (/* binding */ config),
  mailOf: () => (/* binding */ mailOf)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/services/smtp/send.js




/**
 * Sends a mail, once.
 * @param address as in "smtps://user:password@mail.example.com"
 * @returns how many recipients the server refused; others got the mail
 * @throws RewindError, `unwritten` if the server certainly did not take the mail
 */
async function sendMail(ctx, address, mail, deadlineMs) {
    const { from, to, subject, text, html, messageId, thread, invitation } = mail;
    const transport = await transportTo(ctx, address, deadlineMs);
    let began = false;
    // The server reads the mail after it took sender and recipients. Before, it cannot take the mail.
    transport.use('stream', ({ message: node }, done) => {
        node.processFunc((content) => external_node_stream_.Readable.from((async function* () {
            began = true;
            yield* content;
        })(), { objectMode: false }));
        done();
    });
    const message = {
        ...{ from, to: [...to], subject, text, html, messageId },
        ...{ disableFileAccess: true, disableUrlAccess: true },
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(thread === null ? {} : { inReplyTo: thread, references: [thread] }),
        ...(invitation === null ? {} : { icalEvent: { ...invitation, filename: 'invitation.ics' } }),
        signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(deadlineMs)]),
    };
    try {
        return (await transport.sendMail(message)).rejected.length;
    }
    catch (error) {
        throw failureOf(ctx, error, began);
    }
    finally {
        transport.close();
    }
}
/** Connects and logs in, without a mail. @throws RewindError like `sendMail` */
async function verifyMail(ctx, address, deadlineMs) {
    const transport = await transportTo(ctx, address, deadlineMs);
    try {
        await transport.verify();
    }
    catch (error) {
        throw failureOf(ctx, error, false);
    }
    finally {
        transport.close();
    }
}
async function transportTo(ctx, address, deadlineMs) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
        throw new errors.RewindError('address-refused', 'The address of the mail server is not smtps://… or smtp://….', {
            resource: ctx.resource,
            remedy: 'Use smtps://user:password@host, with a password in URL encoding.',
        });
    }
    const secure = url.protocol === 'smtps:';
    const [user, pass] = [(0,runtime_text/* uriDecoded */.BG)(url.username), (0,runtime_text/* uriDecoded */.BG)(url.password)];
    if (pass !== '')
        ctx.masker.add(pass);
    // Without it, a start takes the time to load it.
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    return createTransport({
        ...{ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || (secure ? 465 : 587), secure },
        // Nothing leaves this machine in clear.
        requireTLS: !secure && !/^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname),
        ...(user === '' ? {} : { auth: { user, pass } }),
        ...{
            connectionTimeout: deadlineMs,
            greetingTimeout: deadlineMs,
            socketTimeout: deadlineMs,
            dnsTimeout: deadlineMs,
        },
        ...{ disableFileAccess: true, disableUrlAccess: true },
    });
}
/** @param began the mail was on its way to the server */
function failureOf(ctx, thrown, began) {
    const { code, responseCode } = external_node_util_.types.isNativeError(thrown) ? thrown : {};
    const said = ctx.masker.redact((0,errors/* messageOf */.bD)(thrown)).replace(/\s+/g, ' ').slice(0, 200);
    const reply = typeof responseCode === 'number' && responseCode >= 400 ? responseCode : null;
    const refused = reply !== null || !began;
    const what = reply !== null ? 'refused the mail' : refused ? 'did not take the mail' : 'did not answer';
    return new errors.RewindError(codeOf(code, reply), `The mail server ${what}: ${said}`, {
        ...{ resource: ctx.resource, cause: thrown, unwritten: refused },
    });
}
function codeOf(code, reply) {
    if (code === 'EAUTH')
        return 'api-unauthorized';
    return reply === null ? 'api-unavailable' : reply < 500 ? 'api-rate-limited' : 'api-rejected';
}

// EXTERNAL MODULE: ./lib/channels/channel.js
var channel = __webpack_require__(24955);
;// CONCATENATED MODULE: ./lib/channels/invitation.js

/** The meeting of the team after an incident began. */
const syncFields = schemas/* strictObject */.rej({
    after: schemas/* int */.Whr().min(0).max(1_440).default(15).describe('Minutes from the beginning of the incident to the meeting.'),
    minutes: schemas/* int */.Whr().min(5).max(480).default(30).describe('Length of the meeting.'),
    place: schemas/* string */.YjP().min(1).max(500).describe('Where the team meets: an address of a call, or a room.'),
})
    .describe('Sends an invitation to the meeting of the team with the first mail, and withdraws it if the incident is closed before.');
/**
 * The part of a mail that calendars understand. It holds the id of the incident and nothing else of the record.
 * @param first true for the first mail of the incident
 * @returns null if the mail brings no invitation
 */
async function invitationOf({ from, to, sync }, { incident, phase, at }, first) {
    const cancelled = phase === 'closed';
    if (sync === undefined || first === cancelled)
        return null;
    const start = startOf(incident, sync);
    const end = new Date(start.getTime() + sync.minutes * 60_000);
    // A meeting that is over stays in the calendars.
    if (cancelled && Date.parse(at) >= end.getTime())
        return null;
    const { default: ical, ICalCalendarMethod, ICalEventStatus } = await __webpack_require__.e(/* import() */ 6182).then(__webpack_require__.bind(__webpack_require__, 66182));
    const method = cancelled ? 'CANCEL' : 'REQUEST';
    const calendar = ical({ prodId: '//rewind//rewind//EN', method: ICalCalendarMethod[method] });
    calendar.createEvent({
        ...{ id: `${incident}@${from.split('@')[1] ?? 'rewind'}`, stamp: new Date(at), start, end },
        // A calendar drops what is not newer than what it has.
        sequence: cancelled ? 1 : 0,
        status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        ...{ summary: `Incident ${incident}`, location: sync.place },
        organizer: { name: 'Rewind', email: from },
        attendees: to.map((email) => ({ email, rsvp: true })),
    });
    return { method, content: calendar.toString() };
}
/** The id of an incident begins with its time: 20261126T140300Z-abcdef. Rounded up to five minutes. */
function startOf(incident, { after }) {
    const opened = incident.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z');
    const slot = 300_000;
    return new Date(Math.ceil((Date.parse(opened) + after * 60_000) / slot) * slot);
}

// EXTERNAL MODULE: ./lib/channels/message.js + 2 modules
var channels_message = __webpack_require__(18775);
;// CONCATENATED MODULE: ./lib/channels/adapters/smtp.js







const address = schemas/* string */.YjP()
    .max(254)
    .regex(/^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, 'must be a mail address like team@example.com');
const config = schemas/* strictObject */.rej({
    ...channel/* channelFields */.dy,
    adapter: schemas/* literal */.euz('smtp').describe('A mail for each phase, in one thread for each incident.'),
    url: (0,channel/* reference */.ir)('SMTP_URL').describe('Address of the mail server, like smtps://user:password@mail.example.com.'),
    from: address.describe('Sender.'),
    to: schemas/* array */.YOg(address).min(1).max(50).describe('Recipients.'),
    sync: syncFields.optional(),
});
/** A header line and a mail that each server takes. */
const LIMITS = { subject: 200, body: 100_000 };
/** For the inspection. */
const VERIFY_MS = 5_000;
const adapter = {
    id: 'smtp',
    config,
    // Mailboxes do not drop a second mail with the same Message-ID.
    repeat: 'never',
    async send(entry, { message, first, deadlineMs }, ctx) {
        const refused = await sendMail(ctx, ctx.env.resolve(entry.url, ctx.resource), { ...mailOf(entry, message, first), invitation: await invitationOf(entry, message, first === null) }, deadlineMs);
        if (refused > 0)
            ctx.log.warn(`${ctx.resource}: the mail server refused ${refused} of ${(0,runtime_text/* plural */.LS)(entry.to.length, 'recipient')}.`);
        return { ref: nameOf(entry, { message, first }) };
    },
    nameOf,
    async inspect(entry, ctx) {
        await verifyMail(ctx, ctx.env.resolve(entry.url, ctx.resource), VERIFY_MS);
    },
};
/** The same for the same message. A key holds letters, digits, dashes and slashes only. */
const idOf = ({ from }, { key }) => `<${key.replaceAll('/', '.')}@${from.split('@')[1] ?? ''}>`;
/** The Message-ID of the first mail. */
function nameOf(entry, { message, first }) {
    return first ?? idOf(entry, message);
}
/** Pure. @param first Message-ID of the first mail of the incident; null: this is the first */
function mailOf(entry, message, first) {
    const { headline, lines, url } = message;
    const texts = (0,channels_message/* fitting */._Q)([headline.text, ...lines.map(({ text }) => text)], LIMITS.body);
    const link = url === null ? '' : `<p><a href="${(0,markdown/* escapeHtml */.ZD)(url).replaceAll('"', '&quot;')}">The run</a></p>`;
    const [head = '', ...rest] = texts.map((text) => `<p>${(0,markdown/* escapeHtml */.ZD)(text)}</p>`);
    return {
        ...{ from: entry.from, to: entry.to, messageId: idOf(entry, message), thread: first },
        subject: (0,channels_message/* cut */.Jj)(headline.text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' '), LIMITS.subject),
        text: `${[...texts, ...(url === null ? [] : [url])].join('\n\n')}\n`,
        html: `<!doctype html><html lang="en"><body><strong>${head}</strong>${rest.join('')}${link}</body></html>`,
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


/***/ })

};
