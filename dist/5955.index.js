export const id = 5955;
export const ids = [5955,91];
export const modules = {

/***/ 80091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadChannels: () => (/* binding */ loadChannels)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/channels/adapters/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const CHANNEL_ADAPTERS = {
    bluesky: () => __webpack_require__.e(/* import() */ 9548).then(__webpack_require__.bind(__webpack_require__, 99548)),
    'github-issue': () => __webpack_require__.e(/* import() */ 2976).then(__webpack_require__.bind(__webpack_require__, 82976)),
    'incident-io': () => __webpack_require__.e(/* import() */ 740).then(__webpack_require__.bind(__webpack_require__, 740)),
    mastodon: () => __webpack_require__.e(/* import() */ 6886).then(__webpack_require__.bind(__webpack_require__, 66886)),
    pagerduty: () => __webpack_require__.e(/* import() */ 698).then(__webpack_require__.bind(__webpack_require__, 70698)),
    slack: () => __webpack_require__.e(/* import() */ 3681).then(__webpack_require__.bind(__webpack_require__, 73681)),
    'slack-webhook': () => __webpack_require__.e(/* import() */ 3621).then(__webpack_require__.bind(__webpack_require__, 63621)),
    smtp: () => __webpack_require__.e(/* import() */ 6897).then(__webpack_require__.bind(__webpack_require__, 56897)),
    statuspage: () => __webpack_require__.e(/* import() */ 9640).then(__webpack_require__.bind(__webpack_require__, 49640)),
    webhook: () => __webpack_require__.e(/* import() */ 1980).then(__webpack_require__.bind(__webpack_require__, 41980)),
};

// EXTERNAL MODULE: ./lib/channels/deadline.js
var deadline = __webpack_require__(56462);
;// CONCATENATED MODULE: ./lib/channels/load.js



/** Milliseconds to ask who reads a channel; no message is sent before. */
const AUDIENCE_MS = 1_000;
/**
 * Loads the adapters that the configuration names; the schema has parsed their entries.
 * @param which `private`: without those that everybody reads, which only a person's own words may reach
 * @param contactsAt whom internal messages name
 * @throws RewindError internal
 */
async function loadChannels(entries, ctx, which = 'private', contactsAt = () => []) {
    const loaders = CHANNEL_ADAPTERS;
    const loaded = await Promise.all(entries.map(async (entry) => {
        const load = loaders[entry.adapter];
        if (!load)
            throw new errors.RewindError('internal', `No adapter of channels is registered as "${entry.adapter}".`);
        const adapter = (await load()).adapter;
        const audience = entry.audience ?? (await adapter.audience?.((0,deadline/* within */.u)(ctx, AUDIENCE_MS))) ?? 'external';
        return { entry: { ...entry, audience, contactsAt }, adapter };
    }));
    return which === 'all' ? loaded : loaded.filter(({ adapter }) => adapter.public !== true);
}


/***/ }),

/***/ 92923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ warnOfUntold),
/* harmony export */   HN: () => (/* binding */ aloneTelling),
/* harmony export */   Ku: () => (/* binding */ tellBeside),
/* harmony export */   hb: () => (/* binding */ tellAlarm),
/* harmony export */   mx: () => (/* binding */ tellNow)
/* harmony export */ });
/* harmony import */ var _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61952);
/* harmony import */ var _config_contacts_now_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45812);
/* harmony import */ var _report_notify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36333);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78101);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21722);
/* harmony import */ var _environment_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90829);
/* harmony import */ var _incident_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59246);








/** Tells the configured channels beside this run. */
function tellBeside(session, project, pace = _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .BESIDE */ .Zv) {
    const { context } = session;
    const { contacts } = project.config;
    const channels = channelsOf(session, project);
    if (channels.length === 0)
        return _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .SILENT */ .ZA;
    return (0,_channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .createTeller */ .Ld)({
        ctx: context,
        // Loaded beside the run, and once.
        channels: once(async () => {
            const { loadChannels } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 80091));
            return loadChannels(channels, context, 'private', await (0,_config_contacts_now_js__WEBPACK_IMPORTED_MODULE_6__/* .loadContacts */ .u)(contacts));
        }),
        steps: (incident) => (0,_incident_js__WEBPACK_IMPORTED_MODULE_5__/* .recorderOf */ .MU)(session, project, incident),
        alone: (incident, work) => aloneTelling(session, project, incident, work),
        way: (incident) => wayToSend(session, project, incident),
        pace,
    });
}
/** The channels of the configuration that this run can reach. */
function channelsOf({ context }, { config: { channels } }) {
    const [first, ...others] = channels;
    // The default of the configuration. Without a token, "check" reports it to a person who did not ask for it.
    const isDefault = first?.id === 'github-issue' && first.adapter === 'github-issue' && others.length === 0;
    const hasGitHub = context.env.secret('GITHUB_TOKEN') !== undefined && context.env.text('GITHUB_REPOSITORY');
    return isDefault && !hasGitHub ? [] : channels;
}
/** Tells the team of something that belongs to no incident. A channel that it does not reach is a warning. */
async function tellAlarm(session, project, alarm) {
    const { context } = session;
    const entries = channelsOf(session, project);
    if (entries.length === 0)
        return;
    const [{ loadChannels }, { sendAlarm }] = await Promise.all([
        __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 80091)),
        __webpack_require__.e(/* import() */ 4573).then(__webpack_require__.bind(__webpack_require__, 24573)),
    ]);
    const failed = await sendAlarm(await loadChannels(entries, context), alarm, context);
    for (const { channel, error } of failed) {
        context.log.warn((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .sentences */ .hC)(`The channel ${channel} was not notified: ${error.message}`, error.remedy));
    }
}
/** Tells the channels of what a command wrote into a record. What does not surely arrive is a warning. */
async function tellNow(session, project, incident) {
    const teller = tellBeside(session, project, _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .ALONE */ .qY);
    teller.wake(incident);
    warnOfUntold(session, await teller.finish());
}
/** Names each message that did not surely arrive. */
function warnOfUntold(session, told) {
    for (const line of (0,_report_notify_js__WEBPACK_IMPORTED_MODULE_1__/* .untoldLines */ .e7)(told))
        session.context.log.warn(line);
    if (told === null || !(0,_channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .isLeft */ .OC)(told))
        return;
    session.context.log.warn(`To send what was not sent: ${told.way}`);
}
/**
 * Runs what sends messages while no other run tells the same channels. No environment begins with "_", so this lock is not
 * that of a rollback.
 * @throws RewindError environment-locked; input-invalid if workflows could not read what this run writes
 */
async function aloneTelling(session, project, incident, work) {
    const { store, config } = project;
    const isAlone = session.run === null && store.expires === true;
    if (isAlone && isOfWorkflow(await (0,_incident_js__WEBPACK_IMPORTED_MODULE_5__/* .recorderOf */ .MU)(session, project, incident).entries())) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('input-invalid', `A workflow wrote to incident ${incident}, and workflows cannot read what this machine writes: they would send each message once more.`, { remedy: `Let a workflow send the messages: ${inWorkflow(incident)}.` });
    }
    const own = { store, config: { ...config, environment: `_notify-${config.environment}` } };
    return (0,_environment_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .underLock */ .yP)(session, own, 'notify', null, work, 'tell');
}
const isOfWorkflow = (entries) => entries.some(({ run }) => run !== null);
/** With the store "artifact", a workflow reads only what workflows wrote. */
const wayToSend = (session, { store }, incident) => session.run !== null && store.expires === true ? inWorkflow(incident) : (0,_command_line_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, ['notify', incident]);
const inWorkflow = (incident) => `start the workflow of examples/incident.yml with the action notify and the incident ${incident}`;
function once(make) {
    let made;
    return () => (made ??= make());
}


/***/ }),

/***/ 14214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commands_notify)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/cli/tell.js
var tell = __webpack_require__(92923);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(61022);
;// CONCATENATED MODULE: ./lib/channels/example.js

/** A record with every phase, for a preview without an incident. Pure. @param now when its first phase began */
function exampleRecord(environment, now) {
    const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '');
    const incident = `${stamp}Z-000000`;
    const digest = '0'.repeat(64);
    const startedAt = now.toISOString();
    const end = { digest, snapshot: incident, done: [], startedAt };
    const rollback = { ...end, undoes: null, manual: [] };
    const contents = [
        { kind: 'opened', data: { title: 'Example: checkout fails', severity: 'critical' } },
        { kind: 'mitigated', data: { digest, ok: true, title: 'Example: the new checkout is switched off' } },
        {
            kind: 'rolled-back',
            data: { ...rollback, runs: 1, ok: false, title: 'Example: 1 of 2 changes done', failed: ['web/promote'] },
        },
        {
            kind: 'rolled-back',
            data: { ...rollback, runs: 2, ok: true, title: 'Example: 2 of 2 changes done', failed: [] },
        },
        { kind: 'verified', data: { digest, ok: true, statement: 'Example: production equals the snapshot' } },
        {
            kind: 'observed',
            data: { digest, minutes: 5, areas: [{ area: 'payments', state: 'recovered', probes: ['checkout'] }] },
        },
        { kind: 'recovered', data: { ...end, ok: true, title: 'Example: the fix is live', failed: [], deployments: {} } },
        { kind: 'closed', data: { reason: 'Example: nothing is left to do' } },
    ];
    return contents.reduce((entries, content, index) => {
        const at = new Date(now.getTime() + index * 60_000).toISOString();
        const head = { incident, environment, at, by: 'rewind', run: null, key: null };
        return [...entries, (0,entry/* chain */.cy)({ ...head, ...content }, entries.at(-1))];
    }, []);
}

// EXTERNAL MODULE: ./lib/channels/load.js + 1 modules
var load = __webpack_require__(80091);
// EXTERNAL MODULE: ./lib/channels/message.js + 2 modules
var message = __webpack_require__(18775);
// EXTERNAL MODULE: ./lib/channels/send.js
var send = __webpack_require__(48204);
// EXTERNAL MODULE: ./lib/channels/told.js
var told = __webpack_require__(29155);
// EXTERNAL MODULE: ./lib/config/contacts-now.js
var contacts_now = __webpack_require__(45812);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/report/notify.js
var notify = __webpack_require__(36333);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/commands/notify.js

















const notify_flags = {
    preview: (0,flags/* toggle */.L$)('Show every message of the incident, or of an example if there is none. Sends and writes nothing.'),
    public: (0,flags/* toggle */.L$)('Also post to the channels that everybody reads (bluesky, mastodon). Without it, nothing is public. For a closed incident, give its id.'),
};
/** Sends what the record of an incident asks for and what was not told. */
/* harmony default export */ const commands_notify = ((0,command/* defineCommand */.N)({
    name: 'notify',
    summary: 'Notify the configured channels of an incident: each phase once, from its record.',
    arguments: [
        {
            name: 'incident',
            description: 'Id of the incident. Default: the newest one with something to tell. Of a closed one, it sends only what is left for channels that were notified before.',
        },
    ],
    flags: notify_flags,
    examples: ['notify --preview', 'notify', 'notify --public'],
    notes: [
        'A message is sent once. After a crash, a channel that cannot tell whether it arrived does not get it again: the record then says "perhaps sent".',
        'Exit status 1 ("not-told"): a message was not sent, or it is unknown whether it was sent. Run the same command again.',
    ],
    verdicts: ['told', 'not-told', 'none'],
    outputs: ['incident-id', 'incident-artifact', 'incident-path', 'index-artifact', 'index-path'],
    async run(session) {
        const [id] = session.inputs.args;
        if (id !== undefined && !entry/* INCIDENT_ID */.zP.test(id)) {
            throw (0,entry/* noIncidentId */.H7)(id);
        }
        const project = await session.open();
        const { preview: shown, public: told } = session.inputs;
        const { channels: configured, contacts } = project.config;
        const which = shown || told ? 'all' : 'private';
        const channels = await (0,load.loadChannels)(configured, session.context, which, await (0,contacts_now/* loadContacts */.u)(contacts));
        const found = id === undefined ? await chosen(session, project, channels) : await named(session, project, channels, id);
        if (session.inputs.preview)
            return preview(session, project, found ?? { entries: null, channels });
        return found === null ? nothing(project) : notify_send(session, project, found);
    },
}));
async function named({ context }, { store, config }, all, id) {
    const entries = await (0,record/* readEntries */.$2)(store, config.environment, id);
    const channels = (0,told/* recipientsOf */.wX)(entries, all, true);
    const others = all.filter((one) => !channels.includes(one)).map(({ entry }) => entry.id);
    if (others.length > 0) {
        context.log.warn(`Incident ${id} is closed. These channels were not notified of it before, and are not notified now: ${others.join(', ')}.`);
    }
    return { entries, channels };
}
/**
 * The newest incident with something to tell, else the newest open one; null if there is none.
 * @throws RewindError incident-corrupt if there is none and a record is damaged, because that one may be open
 */
async function chosen({ context }, { store, config }, all) {
    let open = null;
    let damaged = null;
    for (const id of (await (0,record/* listIncidents */.MZ)(store, config.environment)).reverse()) {
        try {
            const entries = await (0,record/* readEntries */.$2)(store, config.environment, id);
            const channels = (0,told/* recipientsOf */.wX)(entries, all, false);
            const isDue = shownOf(entries, channels).some(({ state }) => state === 'due' || state === 'unsure');
            if (isDue)
                return { entries, channels };
            if (!entries.some(({ kind }) => kind === 'closed'))
                open ??= { entries, channels };
        }
        catch (error) {
            if (!(error instanceof errors.RewindError) || error.code !== 'incident-corrupt')
                throw error;
            damaged ??= error;
            context.log.warn(`${error.message} Run "rewind incident verify".`);
        }
    }
    if (open === null && damaged !== null)
        throw damaged;
    return open;
}
const shownOf = (entries, channels) => channels.flatMap(({ entry }) => (0,message/* messagesOf */.cr)(entries, entry).map((message) => ({
    channel: entry.id,
    adapter: entry.adapter,
    message,
    state: (0,told/* tellingOf */.Nr)(entries, message.key).state,
})));
function preview({ context }, { config }, { entries: found, channels }) {
    const entries = found ?? exampleRecord(config.environment, context.clock.now());
    const messages = shownOf(entries, channels);
    const due = messages.filter(({ state }) => state === 'due' || state === 'unsure').length;
    const incident = entries[0]?.incident ?? '';
    const headline = found === null
        ? `No incident is open. These are the messages of an example, ${messages.length} in all.`
        : `Incident ${incident}: ${due} of ${(0,runtime_text/* plural */.LS)(messages.length, 'message')} not yet sent.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ environment: config.environment, incident: found === null ? null : incident, messages }),
        text: (0,notify/* previewText */.Wi)(headline, messages),
        summary: (0,notify/* previewMarkdown */.ib)(headline, messages),
        outputs: { verdict: found === null ? 'none' : due === 0 ? 'told' : 'not-told' },
    };
}
function nothing({ config }) {
    const text = `No incident of "${config.environment}" is open: there is nothing to send.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ environment: config.environment, incident: null, messages: [] }),
        text,
        summary: `${(0,markdown/* escapeText */.X1)(text)}\n`,
        outputs: { verdict: 'none' },
    };
}
async function notify_send(session, project, { entries, channels }) {
    const incident = entries[0]?.incident ?? '';
    const recorder = (0,cli_incident/* recorderOf */.MU)(session, project, incident);
    const attempts = await (0,tell/* aloneTelling */.HN)(session, project, incident, () => (0,send/* tell */.qz)(recorder, channels, session.context));
    (0,cli_incident/* announceRecord */.HA)(session, project, incident);
    if (attempts.length > 0)
        (0,cli_incident/* warnIfLocal */.zp)(session, project, incident);
    const sent = attempts.filter(({ outcome }) => outcome === 'sent').length;
    const ok = sent === attempts.length;
    const headline = attempts.length === 0
        ? `Incident ${incident}: every channel was notified of everything.`
        : `Incident ${incident}: ${sent} of ${(0,runtime_text/* plural */.LS)(attempts.length, 'message')} sent.`;
    const lines = (0,notify/* attemptLines */.xS)(attempts);
    return {
        exit: ok ? 0 : 1,
        json: (0,json/* toJson */.aB)({ environment: project.config.environment, incident, messages: attempts.map(notify_json) }),
        text: (0,runtime_text/* textOf */.b6)([headline, ...lines.map((line) => `  ${line}`)]),
        summary: `${[`## ${(0,markdown/* escapeText */.X1)(headline)}`, ...lines.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`)].join('\n\n')}\n`,
        outputs: { 'incident-id': incident, verdict: ok ? 'told' : 'not-told' },
    };
}
const notify_json = ({ error, ...attempt }) => ({
    ...attempt,
    error: error === null ? null : { code: error.code, message: error.message, remedy: error.remedy },
});


/***/ }),

/***/ 45812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ contactsAt),
/* harmony export */   u: () => (/* binding */ loadContacts)
/* harmony export */ });
/**
 * The contacts at an instant: of a rotation, the one who is on call, and until when. Loads what a rotation needs: start-up
 * stays quick without one.
 */
async function loadContacts(contacts) {
    const turnOf = contacts.some(({ rotation }) => rotation !== undefined)
        ? (await Promise.all(/* import() */[__webpack_require__.e(7490), __webpack_require__.e(8734)]).then(__webpack_require__.bind(__webpack_require__, 98734))).turnOf
        : () => null;
    return (now) => contacts.map(({ name, role, reach, rotation }) => {
        if (rotation === undefined)
            return { name, role, reach };
        const turn = turnOf(rotation, now);
        if (turn === null)
            return { name: `${name} (nobody before ${rotation.start} ${rotation.timezone})`, role, reach };
        return { name: `${turn.person} (${name}, until ${turn.until})`, role, reach };
    });
}
/** The contacts at an instant. */
const contactsAt = async (contacts, now) => (await loadContacts(contacts))(now);


/***/ }),

/***/ 94365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_3__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33220);
/* harmony import */ var _mitigated_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69156);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8892);






const SCHEMA_VERSION = 1;
const payloadRef = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    bytes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
    sealedBytes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const json = _runtime_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .IL;
const capturedResource = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    capturedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
    /** The provider's own schema parses it before use. */
    state: json,
    payloads: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(payloadRef),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rewind-snapshot'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(SCHEMA_VERSION),
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** Version of Rewind that wrote it. */
    writtenBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** URL of the workflow run, where there was one. */
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Login of the person who started that run, and the event that did. */
    actor: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    event: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .REASONS */ .ez),
    /**
     * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
     * that their fingerprints can be compared.
     */
    after: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn), digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }).exactOptional(),
    /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
    override: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ by: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), closed: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }).exactOptional(),
    /** Mitigations that were in effect; not in a snapshot that a rollback took. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_mitigated_js__WEBPACK_IMPORTED_MODULE_2__/* .mitigatedSchema */ .aJ).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(capturedResource),
    /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
    baselines: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(json).exactOptional(),
});

/** What tells another format. */
const head = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), schemaVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), writtenBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/**
 * Parses the text of manifest.json, after its checksum was verified.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
function parseManifest(text, id) {
    let content;
    try {
        content = JSON.parse(text);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} is not JSON.`, { cause: error });
    }
    const told = head.safeParse(content);
    if (told.success && told.data.kind === 'rewind-snapshot' && told.data.schemaVersion !== SCHEMA_VERSION) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-unsupported', `Snapshot ${id} has format ${told.data.schemaVersion} (written by Rewind ${told.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`);
    }
    const parsed = manifest.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} is not a valid manifest.`, {
            problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
        });
    }
    if (parsed.data.id !== id) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `The manifest of snapshot ${id} names another snapshot, ${parsed.data.id}.`);
    }
    return parsed.data;
}
/** The time in a snapshot id, in milliseconds since 1970; NaN for another form. */
function snapshotTime(id) {
    return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
/**
 * `20261123T030405Z-1a2b3c`: ids sort by time. The first two digits after the dash are the 256th part of the second, so that of
 * two snapshots of one second the later one is the latest; the other four are random.
 * @param random four hexadecimal digits
 */
function snapshotIdAt(at, random) {
    const part = Math.floor((at.getUTCMilliseconds() * 256) / 1000);
    const second = at.toISOString().replace(/[-:]/g, '').slice(0, 15);
    return `${second}Z-${part.toString(16).padStart(2, '0')}${random}`;
}


/***/ }),

/***/ 69156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ mitigatedText),
/* harmony export */   BA: () => (/* binding */ mitigatedKeys),
/* harmony export */   aJ: () => (/* binding */ mitigatedSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _three_way_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56724);


/** A mitigation that was in effect when a snapshot was taken: the snapshot holds what it changed as it made it. */
const mitigatedSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Digest of its plan. */
    plan: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What it is called in texts. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Id of the resource. */
    resource: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What was as the mitigation made it; null: that could not be read. */
    objects: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).nullable(),
});
/** Objects named in one line. */
const NAMED = 5;
/** `the mitigation flags-off "checkout-off" (0123456789ab): Flag "checkout", Flag "banner"` */
function mitigatedText({ plan, name, resource, objects }) {
    const targets = objects?.map(({ target }) => target) ?? null;
    const more = (targets?.length ?? 0) - NAMED;
    const what = targets === null
        ? `"${resource}" (which objects could not be read)`
        : `${targets.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `the mitigation ${name} (${plan.slice(0, 12)}): ${what}`;
}
/** The objects (`resource/object`) of all of them. */
const mitigatedKeys = (all) => new Set(all.flatMap(({ resource, objects }) => (objects ?? []).map(({ id }) => (0,_three_way_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKeyOf */ .Gs)(resource, id))));


/***/ }),

/***/ 23714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RK: () => (/* binding */ eased),
  xh: () => (/* binding */ factsFor),
  vd: () => (/* binding */ mitigationSchema),
  Vb: () => (/* binding */ nameOf),
  gu: () => (/* binding */ settled),
  ny: () => (/* binding */ takes),
  lb: () => (/* binding */ unknownToAll)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/engine/measure.js


/** A measure as a plan holds it. */
const measureSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('flags-off'), flags: schemas/* array */.YOg(schemas/* string */.YjP()), tags: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('maintenance'),
        flag: schemas/* string */.YjP().exactOptional(),
        item: schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: json/* jsonValue */.IL }).exactOptional(),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('scale-up'),
        min: schemas/* number */.aig().exactOptional(),
        max: schemas/* number */.aig().exactOptional(),
    }),
]);
const MEASURES = (/* unused pure expression or super */ null && (['flags-off', 'maintenance', 'scale-up']));

;// CONCATENATED MODULE: ./lib/engine/mitigation.js





/** What makes a plan a mitigation, or the lift of one. */
const mitigationSchema = schemas/* strictObject */.rej({
    /** Id in the configuration; null: its measure was named on the command line. */
    id: schemas/* string */.YjP().nullable(),
    measure: measureSchema,
    /** What the measure needs besides the live state, by resource. */
    facts: (0,json/* recordOf */.zv)((0,json/* recordOf */.zv)(json/* jsonValue */.IL)),
    /** After this many minutes it may be lifted without a person. */
    minutes: schemas/* number */.aig().int().positive(),
    /** True for the plan that lifts it: the one that returns to the state before. */
    lifts: schemas/* boolean */.zMY(),
    /** Of a lift: objects (`resource/object`) that it leaves as they are, because the measure is not in effect there any more. */
    leaves: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
    /** Of a lift: objects that it leaves as they are until another mitigation is lifted, too. */
    holds: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
});
/** What a mitigation is called in texts. */
const nameOf = ({ id, measure, }) => (id === null ? measure.kind : `${measure.kind} "${id}"`);
/** True if the provider of the resource can take the measure. */
const takes = ({ provider }, measure) => provider.capabilities?.mitigation?.kinds.includes(measure.kind) === true;
/**
 * The state with the measure. Pure.
 * @throws RewindError mitigation-impossible
 */
function eased(resource, state, { measure, facts }) {
    const { mitigation } = resource.provider.capabilities ?? {};
    if (mitigation === undefined || !takes(resource, measure))
        throw impossible(resource, measure);
    return mitigation.ease(resource.config, state, measure, facts[resource.id] ?? {});
}
/** Names that none of the resources has. @param unknown of each resource */
function unknownToAll(unknown) {
    const [first = [], ...others] = unknown;
    return first.filter((name) => others.every((names) => names.includes(name)));
}
/** The state as it was asked for: without what the service alone made of it. Pure. */
const settled = ({ provider }, state) => provider.capabilities?.mitigation?.settled?.(state) ?? state;
/** What the measure needs of each resource. Read-only. @throws RewindError mitigation-impossible, and those of a provider */
async function factsFor(resources, ctx, measure) {
    const found = await Promise.all(resources.map(async (resource) => {
        const { mitigation } = resource.provider.capabilities ?? {};
        if (mitigation === undefined || !takes(resource, measure))
            throw impossible(resource, measure);
        const facts = await mitigation.facts?.(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id), measure);
        return facts === undefined ? [] : [[resource.id, { ...facts }]];
    }));
    return mitigationSchema.shape.facts.parse(Object.fromEntries(found.flat()));
}
const impossible = ({ id, providerId }, { kind }) => new errors.RewindError('mitigation-impossible', `"${id}" (${providerId}) has no measure ${kind}.`, { resource: id });


/***/ }),

/***/ 57314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ otherObject),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   J3: () => (/* binding */ otherNames),
/* harmony export */   Mm: () => (/* binding */ sidesOf),
/* harmony export */   gK: () => (/* binding */ isOtherObject)
/* harmony export */ });
/** The parts of a name that the configuration holds under the same keys as the state. Pure. */
function nameParts(keys, saved, live) {
    return keys.map((key) => ({ key, saved: saved[key], live: live[key] }));
}
/**
 * What names the object on both sides, e.g. `project prj_1`: only the parts that differ.
 * @returns null if it is the same object
 */
function otherNames(parts) {
    const different = parts.filter(({ saved, live }) => saved !== live);
    if (different.length === 0)
        return null;
    const named = (side) => different.map((part) => `${part.key} ${part[side]}`).join(', ');
    return { saved: named('saved'), live: named('live') };
}
/** True for the change that `otherObject` makes. */
const isOtherObject = ({ id }) => id === ID;
const ID = 'other-object';
const LIVE = 'in the configuration';
const SAVED = 'in the snapshot';
/** What the two sides of the change that `otherObject` makes are: "project a in the configuration, project b in the snapshot". */
const sidesOf = ({ before, after }) => [before, after].map((side) => (side ?? '').replace(/ \(([^()]*)\)$/, ' $1')).join(', ');
/**
 * The only change of a plan if the configuration names another object than the snapshot holds: it is left to a person.
 * What was captured of one object must never be written to another one.
 *
 * @param what of the object is restored, e.g. `environment variables`
 * @param rebuilt what to do if a person built the object again under the other name; a whole sentence
 * @returns null if it is the same object
 */
function otherObject(what, parts, rebuilt) {
    const names = otherNames(parts);
    if (names === null)
        return null;
    return {
        id: ID,
        stage: 'configuration',
        action: 'run',
        target: `${what} of ${names.saved}`,
        before: `${names.live} (${LIVE})`,
        after: `${names.saved} (${SAVED})`,
        effect: 'live',
        undo: null,
        manual: [
            `Set ${names.saved} in the configuration and plan again, or choose a newer snapshot.`,
            ...(rebuilt === undefined ? [] : [rebuilt]),
        ].join(' '),
        warnings: [],
        params: {},
    };
}


/***/ }),

/***/ 98479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   Pf: () => (/* binding */ essence),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   p8: () => (/* binding */ plannedChange),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   tQ: () => (/* binding */ EFFECTS),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   xZ: () => (/* binding */ afterApprovals),
/* harmony export */   yM: () => (/* binding */ planKind)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64377);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33220);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77936);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23714);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8892);







const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
});
const ACTIONS = ['create', 'update', 'delete', 'run'];
const EFFECTS = ['live', 'next-deployment'];
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** Absent if it is unknown. Covered by the digest. */
    origin: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_5__/* .ORIGINS */ .o9).exactOptional(),
    /** Who made the difference, if it is not the deploy's alone; null: unknown. Not covered by the digest. */
    authors: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ deploy: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(), later: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable() }).exactOptional(),
    stage: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(ACTIONS),
    target: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(EFFECTS),
    closes: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['down', 'restore', 'up']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    byHand: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    params: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonValue */ .IL),
});
const recovery = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    /** Digest of the rollback whose state before is the goal. */
    rollback: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** The deployments that take production instead of those of that state, by resource. */
    deployments: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    /** Runs before each further stage of a rolling release, or step of flags; absent: no stages and no steps. */
    gate: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    /** Percentages in which flags come back, ascending to 100; absent: at once. */
    steps: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig()).exactOptional(),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_7__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_3__/* .PLAN_DATABASE_MODES */ .ps),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).nullable(),
    /** Digest of the rollback that this plan undoes; else null. */
    undoes: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Set for a recovery: a plan forwards. */
    recovers: recovery.exactOptional(),
    /** Set for a mitigation, and for the plan that lifts one. */
    mitigates: _mitigation_js__WEBPACK_IMPORTED_MODULE_4__/* .mitigationSchema */ .vd.exactOptional(),
    /** The release capture that tells the deploy's changes from later ones, and SHA-256 of its manifest; null: none. */
    release: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).nullable(),
    /** Resource ids whose later changes are undone, too. */
    includeLater: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
    approvalsBefore: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().int().exactOptional(),
    /** Of an undo: the objects (`resource/object`) that somebody changed after the rollback. */
    stays: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    /** What each resource with a difference was planned with; plans of earlier versions do not say it. */
    configured: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP())).exactOptional(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that somebody made after the deploy, or after the rollback that is undone. They stay. */
    later: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
});
const planKind = ({ undoes, recovers, mitigates }) => mitigates !== undefined
    ? mitigates.lifts
        ? 'lift'
        : 'mitigation'
    : recovers !== undefined
        ? 'recovery'
        : undoes === null
            ? 'rollback'
            : 'undo';
/** The stages of a plan, in their order. */
const stagesOf = ({ recovers }) => recovers === undefined ? _change_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an : _change_js__WEBPACK_IMPORTED_MODULE_3__/* .FORWARD_STAGES */ .sr;
/** The changes that close an exposure, and those of the same resource and stage that come before one. */
function earlyChanges(changes) {
    return new Set(changes.filter((change, index) => changes.some((other, at) => other.closes !== undefined &&
        other.resource === change.resource &&
        other.stage === change.stage &&
        at >= index)));
}
/**
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan, the number of rows written since the snapshot, and who made a difference.
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)({
        program: content.program,
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        undoes: content.undoes,
        ...(content.recovers === undefined ? {} : { recovers: content.recovers }),
        ...(content.mitigates === undefined ? {} : { mitigates: content.mitigates }),
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
        release: content.release,
        includeLater: content.includeLater,
        later: content.later.map(essence),
        ...(content.stays === undefined ? {} : { stays: content.stays }),
        ...(content.configured === undefined ? {} : { configured: content.configured }),
        ...(content.approvalsBefore === undefined ? {} : { approvalsBefore: content.approvalsBefore }),
    });
}
/** The plan with the approvals that were given before it, which its digest covers. */
function afterApprovals(plan, count) {
    if (count === 0)
        return plan;
    const content = { ...plan, approvalsBefore: count };
    return { ...content, digest: planDigest(content) };
}
/** A change without its volatile part. */
function essence(change) {
    const { since, ...rest } = change;
    delete rest.dataAtRisk;
    delete rest.authors;
    return since === undefined ? rest : { ...rest, since: since.restore };
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-unreadable', 'Another version of Rewind wrote the plan file.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-mismatch', 'The plan file was changed: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/** The plan without changes that need not be applied. */
function withoutChanges(plan, done) {
    return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}


/***/ }),

/***/ 56724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ objectKeyOf),
/* harmony export */   NZ: () => (/* binding */ withAuthors),
/* harmony export */   Qz: () => (/* binding */ changesWithOrigin),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   mN: () => (/* binding */ asApproved)
/* harmony export */ });
/* harmony import */ var _other_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57314);

/**
 * Tells what the deploy changed from what was changed after it, by three comparisons of one provider: snapshot with live,
 * snapshot with release, release with live. Pure.
 *
 * A difference counts as `later` only if the deploy did not touch its object in any way. In doubt it is the deploy's, and a
 * rollback undoes it.
 *
 * @param release the state just after the deploy; its fingerprints have the salt of `saved`
 * @param asked the live state as it was asked for, if the service did not give all of it
 * @returns the changes that make live equal to the snapshot
 */
function changesWithOrigin({ plan, narrow }, saved, release, live, asked = live) {
    const [byDeploy, since] = [plan(saved, release), plan(release, asked)];
    // A capture of another object tells nothing of this one. As later changes, those of the deploy would stay.
    if ([...byDeploy, ...since].some(_other_object_js__WEBPACK_IMPORTED_MODULE_0__/* .isOtherObject */ .gK))
        return plan(saved, live);
    const originOf = originsIn(touched(byDeploy), touched(since));
    const changes = plan(saved, live).flatMap((change) => {
        const { id, parts } = change;
        if (!parts || !narrow)
            return [{ ...change, origin: originOf(objectOf(id)) }];
        const later = parts.filter((part) => originOf(partOf(id, part)) === 'later');
        const others = parts.filter((part) => !later.includes(part));
        const both = others.some((part) => originOf(partOf(id, part)) === 'both');
        return [
            ...narrow(saved, live, others).map((one) => ({ ...one, origin: both ? 'both' : 'deploy' })),
            ...narrow(saved, live, later).map((one) => ({ ...one, id: `${id}:later`, origin: 'later' })),
        ];
    });
    return afterCauses(withSideEffects(changes));
}
/**
 * Adds who made each difference that is not the deploy's alone. A name counts only if the service wrote it between the two
 * states: the name on what is left of an object does not tell who deleted the rest. Pure.
 * @param deployedBy who made the deployment; null if unknown
 */
function withAuthors(changes, { saved, release, live }, deployedBy) {
    const authorOf = (object, before, after) => {
        const last = after.authors?.get(object);
        return last === undefined || last.at <= (before.authors?.get(object)?.at ?? 0) ? null : last.by;
    };
    return changes.map((change) => {
        if (change.origin !== 'both' && change.origin !== 'later')
            return change;
        const object = objectOf(change.id);
        const deploy = change.origin === 'both' ? (authorOf(object, saved, release) ?? deployedBy) : null;
        return { ...change, authors: { deploy, later: authorOf(object, release, live) } };
    });
}
/** What an undone change touches on its way cannot stay as it is. */
function withSideEffects(changes) {
    const undone = changes.filter(({ origin }) => origin !== 'later');
    const side = new Set(undone.flatMap(({ sideEffects = [] }) => sideEffects));
    const caught = changes.filter(({ id, origin }) => origin === 'later' && side.has(id));
    if (caught.length === 0)
        return changes;
    return withSideEffects(changes.map((change) => (caught.includes(change) ? { ...change, origin: 'both' } : change)));
}
/** A change that only follows others goes or stays with them. */
function afterCauses(changes) {
    return changes.map((change) => {
        const causes = changes.filter(({ id }) => change.follows?.includes(id) === true);
        if (causes.length === 0)
            return change;
        if (causes.every(({ origin }) => origin === 'later'))
            return { ...change, origin: 'later' };
        return change.origin === 'later' ? { ...change, origin: 'both' } : change;
    });
}
/**
 * The changes of an approved plan keep the origin that was approved: a run that was interrupted left objects half-way, and
 * what a change touches on its way is no later change of somebody else.
 */
function asApproved(changes, approved) {
    const known = new Map(approved.map((change) => [change.id, change]));
    const side = new Set(approved.flatMap(({ sideEffects = [] }) => sideEffects));
    const approvedOrigins = changes.map((change) => {
        const same = known.get(change.id);
        if (same?.origin !== undefined)
            return { ...change, origin: same.origin };
        return change.origin === 'later' && side.has(change.id) ? { ...change, origin: 'both' } : change;
    });
    return afterCauses(approvedOrigins);
}
const originsIn = (byDeploy, since) => (object) => !since.has(object) ? 'deploy' : byDeploy.has(object) ? 'both' : 'later';
/** The objects of changes, of their parts, and of their side effects. */
function touched(changes) {
    return new Set(changes.flatMap(({ id, parts = [], sideEffects = [] }) => [
        ...[id, ...sideEffects].map(objectOf),
        ...parts.map((part) => partOf(id, part)),
    ]));
}
/** `update:we_1` and `create:we_1` are about one object. */
const objectOf = (id) => id.slice(id.indexOf(':') + 1);
/** Key of the object of a change across resources. */
const objectKeyOf = (resource, id) => `${resource}/${objectOf(id)}`;
const partOf = (id, part) => `${id}/${part}`;


/***/ }),

/***/ 46466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SG: () => (/* binding */ bothEnds),
/* harmony export */   bB: () => (/* binding */ mapLimited),
/* harmony export */   v_: () => (/* binding */ bothOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * Waits for both ends of a stream: the pipeline that fills `between`, and the reader that empties it. If one end fails, the
 * other one only sees a broken stream, so the first error that says more than that is the cause.
 *
 * @throws the cause
 */
async function bothEnds(between, filling, reading) {
    const failures = [];
    const end = (work) => work.catch((error) => {
        failures.push(error);
        // A reader that failed may have left the stream open; then the pipeline would wait for it without end.
        between.destroy(node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) ? error : undefined);
    });
    await Promise.all([end(filling), end(reading)]);
    if (failures.length > 0)
        throw failures.find((error) => !isBrokenStream(error)) ?? failures[0];
}
/** As `Promise.all` for two, but a failure of one waits until the other has ended: nothing is left that still writes. */
async function bothOf(first, second) {
    await Promise.allSettled([first, second]);
    return Promise.all([first, second]);
}
/** As `Promise.all` over `items.map(work)`, with at most `limit` at once: each may hold an open file or a connection. */
async function mapLimited(items, limit, work) {
    const results = [];
    // The workers share one iterator, so each takes the next item that is left.
    const left = items.entries();
    const worker = async () => {
        for (const [at, item] of left)
            results[at] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}
function isBrokenStream(error) {
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error))
        return false;
    const code = 'code' in error ? error.code : undefined;
    return (error.name === 'AbortError' ||
        code === 'ERR_STREAM_PREMATURE_CLOSE' ||
        code === 'ERR_STREAM_DESTROYED' ||
        code === 'EPIPE');
}


/***/ }),

/***/ 33220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   IL: () => (/* binding */ jsonValue),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));
/** A number that JSON can hold; null for infinity, NaN and no number. */
const finite = (value) => value == null || !Number.isFinite(value) ? null : value;
/** A member by a name from outside: `constructor` and the like are no members of a record that does not hold them. */
const own = (record, key) => Object.hasOwn(record, key) ? record[key] : undefined;
/** A value out of a JSON text, as it is: `z.json()` leaves out a member with the name `__proto__`, at any depth. */
const jsonValue = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => value !== undefined);
/**
 * A record by names from outside, e.g. those of columns or of metadata: `z.record()` leaves out the name `__proto__`, so that a
 * difference in it would not be seen.
 */
const recordOf = (value) => zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => typeof given === 'object' && given !== null && !Array.isArray(given), 'expected an object')
    .transform((given, ctx) => {
    const entries = Object.entries(given).map(([name, each]) => {
        const parsed = value.safeParse(each);
        if (parsed.success)
            return [name, parsed.data];
        for (const { path, message } of parsed.error.issues) {
            ctx.issues.push({ code: 'custom', path: [name, ...path], message, input: each });
        }
        return [name, undefined];
    });
    return Object.fromEntries(entries);
});


/***/ })

};
