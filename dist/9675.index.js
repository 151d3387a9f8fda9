export const id = 9675;
export const ids = [9675,91];
export const modules = {

/***/ 80091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadChannels: () => (/* binding */ loadChannels)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
    webhook: () => Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(1980)]).then(__webpack_require__.bind(__webpack_require__, 41980)),
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
            throw new errors/* RewindError */.Ir('internal', `No adapter of channels is registered as "${entry.adapter}".`);
        const adapter = (await load()).adapter;
        const audience = entry.audience ?? (await adapter.audience?.((0,deadline/* within */.u)(ctx, AUDIENCE_MS))) ?? 'external';
        return { entry: { ...entry, audience, contactsAt }, adapter };
    }));
    return which === 'all' ? loaded : loaded.filter(({ adapter }) => adapter.public !== true);
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
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/commands/notify.js

















const notify_flags = {
    preview: (0,flags/* toggle */.L$)('Show every message of the incident, or of an example if there is none. Sends and writes nothing.'),
    public: (0,flags/* toggle */.L$)('Also post to the channels that everybody reads (bluesky, mastodon). Without it, nothing is public. For a closed incident, name it.'),
};
/** Sends what the record of an incident asks for and what was not told. */
/* harmony default export */ const commands_notify = ((0,command/* defineCommand */.N)({
    name: 'notify',
    summary: 'Tell the configured channels of an incident: each phase once, from its record.',
    arguments: [
        {
            name: 'incident',
            description: 'Id of the incident. Default: the newest one with something to tell. Of a closed one, this is only what is left for channels that were told of it before.',
        },
    ],
    flags: notify_flags,
    examples: ['notify --preview', 'notify', 'notify --public'],
    notes: [
        'A message is sent once. After a crash, a channel that cannot tell whether it arrived gets it no second time: the record then says "perhaps sent".',
        'Exit status 1 ("not-told"): a message was not sent, or nobody knows. Run the same command again.',
    ],
    verdicts: ['told', 'not-told', 'none'],
    outputs: ['incident-id', 'incident-artifact', 'incident-path', 'index-artifact', 'index-path'],
    async run(session) {
        const [id] = session.inputs.args;
        if (id !== undefined && !entry/* INCIDENT_ID */.zP.test(id)) {
            throw new errors/* RewindError */.Ir('input-invalid', `"${id}" is not the id of an incident (20261126T030405Z-1a2b3c).`);
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
        context.log.warn(`Incident ${id} is closed. These channels were not told of it before, and are not told now: ${others.join(', ')}.`);
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
            if (!(error instanceof errors/* RewindError */.Ir) || error.code !== 'incident-corrupt')
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
        : `Incident ${incident}: ${due} of ${messages.length} message(s) not yet told.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment: config.environment, incident: found === null ? null : incident, messages }),
        text: (0,notify/* previewText */.Wi)(headline, messages),
        summary: (0,notify/* previewMarkdown */.ib)(headline, messages),
        outputs: { verdict: found === null ? 'none' : due === 0 ? 'told' : 'not-told' },
    };
}
function nothing({ config }) {
    const text = `No incident of "${config.environment}" is open: there is nothing to tell.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment: config.environment, incident: null, messages: [] }),
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
        ? `Incident ${incident}: every channel was told everything.`
        : `Incident ${incident}: ${sent} of ${attempts.length} message(s) sent.`;
    const lines = (0,notify/* attemptLines */.xS)(attempts);
    return {
        exit: ok ? 0 : 1,
        json: (0,json/* toJson */.a)({ environment: project.config.environment, incident, messages: attempts.map(notify_json) }),
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

/***/ 94365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_2__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _mitigated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69156);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8892);





const SCHEMA_VERSION = 1;
const payloadRef = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().nonnegative(),
    sealedBytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().nonnegative(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const json = zod__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq9();
const capturedResource = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    capturedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nonnegative(),
    /** The provider's own schema parses it before use. */
    state: json,
    payloads: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(payloadRef),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('rewind-snapshot'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(SCHEMA_VERSION),
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_ID */ .dn),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Version of Rewind that wrote it. */
    writtenBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** URL of the workflow run, where there was one. */
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** Login of the person who started that run, and the event that did. */
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    event: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .REASONS */ .ez),
    /**
     * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
     * that their fingerprints can be compared.
     */
    after: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_ID */ .dn), digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).exactOptional(),
    /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
    override: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), closed: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).exactOptional(),
    /** Mitigations that were in effect; not in a snapshot that a rollback took. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_mitigated_js__WEBPACK_IMPORTED_MODULE_1__/* .mitigatedSchema */ .aJ).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(capturedResource),
    /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
    baselines: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(json).exactOptional(),
});

/** What tells another format. */
const head = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), writtenBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${id} is not JSON.`, { cause: error });
    }
    const told = head.safeParse(content);
    if (told.success && told.data.kind === 'rewind-snapshot' && told.data.schemaVersion !== SCHEMA_VERSION) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-unsupported', `Snapshot ${id} has format ${told.data.schemaVersion} (written by Rewind ${told.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`);
    }
    const parsed = manifest.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${id} is not a valid manifest.`, {
            problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
        });
    }
    if (parsed.data.id !== id) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `The manifest of snapshot ${id} names another snapshot, ${parsed.data.id}.`);
    }
    return parsed.data;
}
/** The time in a snapshot id, in milliseconds since 1970; NaN for another form. */
function snapshotTime(id) {
    return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
/** `20261123T030405Z-1a2b3c`: sorts by time, and two in one second differ. */
function snapshotIdAt(at, random) {
    return `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z-${random}`;
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

/***/ 56724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ objectKeyOf),
/* harmony export */   NZ: () => (/* binding */ withAuthors),
/* harmony export */   Qz: () => (/* binding */ changesWithOrigin),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   mN: () => (/* binding */ asApproved)
/* harmony export */ });
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
    const originOf = originsIn(touched(plan(saved, release)), touched(plan(release, asked)));
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


/***/ })

};
