export const id = 6572;
export const ids = [6572];
export const modules = {

/***/ 57159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commands_incident)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/cli/incident.js
var incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/engine/manifest.js
var manifest = __webpack_require__(94365);
// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(34903);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(61022);
// EXTERNAL MODULE: ./lib/incident/record.js
var incident_record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
;// CONCATENATED MODULE: ./lib/report/incident.js




/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,incident_status/* openObligations */.CJ)(status).length;
    const of = `${open} of ${status.obligations.length} obligation(s) open`;
    const state = status.closed === null ? `open for ${(0,progress/* age */.KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,runtime_text/* oneLine */.TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,incident_status/* openObligations */.CJ)(status);
    return (0,runtime_text/* textOf */.b6)([
        `Incident ${status.id}: ${incidentLine(status, now)}`,
        ...(status.closed === null
            ? []
            : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
        ...figures(status).map((line) => `  ${line}`),
        ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
        ...open.flatMap((obligation) => obligationText(obligation, now)),
        ...(entries === null
            ? []
            : ['', 'Timeline (UTC):', ...entries.map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${status.head.seq}:${status.head.hash}`,
    ]);
}
function obligationText({ id, what, since, discharge }, now) {
    return [
        `  - ${what}`,
        `      since ${since} (${(0,progress/* age */.KW)(now.getTime() - Date.parse(since))}); id ${id}`,
        `      to discharge: ${discharge}`,
    ];
}
function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,progress/* seconds */.YA)(ms / 1000);
    return [
        ...(deployToRestoredMs === null
            ? []
            : [`from the release capture after the deploy to the verified rollback: ${took(deployToRestoredMs)}`]),
        ...(detectedToRestoredMs === null
            ? []
            : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
        ...(approvalWaitMs === null ? [] : [`from the plan to the start of the approved run: ${took(approvalWaitMs)}`]),
    ];
}
/** An incident for a job summary. */
function incidentMarkdown(status, entries, now) {
    const open = (0,incident_status/* openObligations */.CJ)(status);
    return `${[
        `## Incident ${(0,markdown/* codeSpan */.SS)(status.id)}`,
        (0,markdown/* escapeText */.X1)(incidentLine(status, now)),
        ...figures(status).map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`),
        ...(open.length === 0
            ? ['No obligation is open.']
            : [
                (0,markdown/* table */.tp)(['Not yet normal', 'Since', 'To discharge'], open.map(({ what, since, discharge }) => [what, since, discharge])),
            ]),
        ...(entries === null
            ? []
            : [
                '### Timeline',
                (0,markdown/* table */.tp)(['UTC', 'By', 'What'], entries.map((entry) => [entry.at, entry.by, sentenceOf(entry)])),
            ]),
        `Head of the record: ${(0,markdown/* codeSpan */.SS)(`${status.head.seq}:${status.head.hash}`)}`,
    ].join('\n\n')}\n`;
}
/** What an entry says. */
function sentenceOf(entry) {
    switch (entry.kind) {
        case 'opened':
            return `opened by ${entry.by}: ${entry.data.title}`;
        case 'note':
            return `${entry.by}: ${entry.data.text}`;
        case 'planned': {
            const { changes, snapshot, database, digest } = entry.data;
            return `planned: ${changes} change(s) to return to snapshot ${snapshot} (database: ${database}), digest ${digest.slice(0, 12)}`;
        }
        case 'approved':
            return entry.data.how;
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
        case 'obligation':
            return `to be undone or finished: ${entry.data.what}`;
        case 'discharged':
            return `discharged ${entry.data.id}: ${entry.data.how}`;
        case 'closed':
            return `closed by ${entry.by}: ${entry.data.reason}`;
    }
}

// EXTERNAL MODULE: ./lib/runtime/flow.js
var flow = __webpack_require__(24085);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
;// CONCATENATED MODULE: ./lib/commands/incident/actions.js












/** Each action by its name. */
const ACTIONS = { open: actions_open, list, show, note, discharge, close: actions_close, verify };
async function run(action, session, id) {
    if (id !== undefined && !entry/* INCIDENT_ID */.zP.test(id)) {
        throw new errors/* RewindError */.Ir('input-invalid', `"${id}" is not the id of an incident (20261126T030405Z-1a2b3c).`);
    }
    return ACTIONS[action](session, await session.open(), id);
}
async function actions_open(session, project) {
    const { context: ctx, inputs } = session;
    const title = required(inputs.title, 'title', 'open');
    const [before] = await (0,incident/* openIncidentsOf */.bJ)(session, project.store, project.config.environment);
    if (before !== undefined)
        ctx.log.warn(`Incident ${before.id} is still open: ${incidentLine(before, ctx.clock.now())}`);
    const recorder = (0,incident/* recorderOf */.MU)(session, project, (0,manifest/* snapshotIdAt */.P1)(ctx.clock.now(), ctx.randomHex(3)));
    await recorder.add('opened', { title, severity: inputs.severity });
    return shown(session, project, recorder.incident);
}
async function list(session, project) {
    const { environment } = project.config;
    const now = session.context.clock.now();
    const ids = (await (0,incident_record/* listIncidents */.MZ)(project.store, environment)).reverse();
    const rows = await (0,flow/* mapLimited */.b)(ids, incident_record/* INCIDENTS_AT_ONCE */.Q1, async (id) => {
        try {
            const status = (0,incident_status/* statusOf */.c2)(await (0,incident_record/* readEntries */.$2)(project.store, environment, id));
            return { id, status, line: incidentLine(status, now) };
        }
        catch (error) {
            return { id, status: null, line: `DAMAGED: ${(0,errors/* asRewindError */.m2)(error).message}` };
        }
    });
    const empty = `"${environment}" has no incidents.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment, incidents: rows.map(({ id, status, line }) => status ?? { id, problem: line }) }),
        text: rows.length === 0 ? empty : (0,runtime_text/* textOf */.b6)(rows.map(({ id, line }) => `${id}  ${line}`)),
        summary: `## Incidents of ${(0,markdown/* codeSpan */.SS)(environment)}\n\n${rows.length === 0
            ? (0,markdown/* escapeText */.X1)(empty)
            : rows.map(({ id, line }) => `- ${(0,markdown/* codeSpan */.SS)(id)} ${(0,markdown/* escapeText */.X1)(line)}`).join('\n')}\n`,
    };
}
async function show(session, project, id) {
    const open = await (0,incident/* openIncidentsOf */.bJ)(session, project.store, project.config.environment);
    const chosen = id ?? open[0]?.id;
    if (chosen !== undefined) {
        return shown(session, project, chosen, { alsoOpen: open.filter((one) => one.id !== chosen) });
    }
    const text = `No incident of "${project.config.environment}" is open: nothing is left to be undone or finished.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment: project.config.environment, incident: null }),
        text,
        summary: `${(0,markdown/* escapeText */.X1)(text)}\n`,
        outputs: { verdict: 'none' },
    };
}
async function note(session, project, id) {
    const text = required(session.inputs.text, 'text', 'note');
    const recorder = await (0,incident/* openRecorder */.LS)(session, project, id);
    await recorder.add('note', { text });
    return shown(session, project, recorder.incident);
}
async function discharge(session, project, id) {
    const obligation = required(session.inputs.obligation, 'obligation', 'discharge');
    const reason = required(session.inputs.reason, 'reason', 'discharge');
    const recorder = await (0,incident/* openRecorder */.LS)(session, project, id);
    const status = (0,incident_status/* statusOf */.c2)(await (0,incident_record/* readEntries */.$2)(project.store, project.config.environment, recorder.incident));
    const known = (0,incident_status/* openObligations */.CJ)(status).map(({ id: name }) => name);
    if (!known.includes(obligation)) {
        throw new errors/* RewindError */.Ir('input-invalid', `Incident ${status.id} has no open obligation "${obligation}".`, {
            remedy: known.length === 0 ? 'No obligation is open.' : `Open are: ${known.join(', ')}.`,
        });
    }
    await recorder.add('discharged', { id: obligation, how: reason });
    return shown(session, project, recorder.incident);
}
async function actions_close(session, project, id) {
    const reason = required(session.inputs.reason, 'reason', 'close');
    const recorder = await (0,incident/* openRecorder */.LS)(session, project, id);
    const status = (0,incident_status/* statusOf */.c2)(await (0,incident_record/* readEntries */.$2)(project.store, project.config.environment, recorder.incident));
    const left = (0,incident_status/* openObligations */.CJ)(status);
    if (left.length > 0) {
        throw new errors/* RewindError */.Ir('incident-open', `Incident ${status.id} has ${left.length} open obligation(s).`, {
            problems: left.map(({ id: name, what, discharge: how }) => `${name}: ${what} To discharge: ${how}`),
        });
    }
    await recorder.add('closed', { reason });
    return shown(session, project, recorder.incident);
}
async function verify(session, project, id) {
    const { environment } = project.config;
    const ids = id === undefined ? await (0,incident_record/* listIncidents */.MZ)(project.store, environment) : [id];
    const { head } = session.inputs;
    if (head !== null && id === undefined) {
        throw new errors/* RewindError */.Ir('input-invalid', '--head belongs to one incident: name its id.');
    }
    const checked = await (0,flow/* mapLimited */.b)(ids, incident_record/* INCIDENTS_AT_ONCE */.Q1, async (incident) => {
        const record = await (0,incident_record/* readRecord */.aE)(project.store, environment, incident);
        const problems = (0,chain/* problemsOf */.G)(record.stored, incident, record.head, head);
        return { incident, entries: record.stored.length, problems };
    });
    const damaged = checked.filter(({ problems }) => problems.length > 0);
    const lines = checked.flatMap(({ incident, entries, problems }) => [
        `${incident}: ${problems.length === 0 ? `sound (${entries} entries)` : 'DAMAGED'}`,
        ...problems.map((problem) => `  ${problem}`),
    ]);
    const headline = damaged.length === 0
        ? `Each entry of ${checked.length} incident(s) is as it was written.`
        : `${damaged.length} of ${checked.length} incident(s) were changed after they were written.`;
    return {
        exit: damaged.length === 0 ? 0 : 3,
        json: (0,json/* toJson */.a)({ ok: damaged.length === 0, incidents: checked }),
        text: (0,runtime_text/* textOf */.b6)([headline, ...lines]),
        summary: [`## ${headline}`, ...lines.map((line) => `- ${(0,markdown/* escapeText */.X1)(line.trim())}`)].join('\n\n'),
        outputs: { verdict: damaged.length === 0 ? 'sound' : 'damaged' },
    };
}
/** @param details null after a write, for the state without the timeline */
async function shown(session, project, id, details = null) {
    const { config, store } = project;
    const entries = await (0,incident_record/* readEntries */.$2)(store, config.environment, id);
    const status = (0,incident_status/* statusOf */.c2)(entries);
    const now = session.context.clock.now();
    (0,incident/* announceRecord */.HA)(session, project, id);
    const timeline = details === null ? null : entries;
    const { alsoOpen } = details ?? { alsoOpen: [] };
    const others = alsoOpen.length === 0
        ? []
        : [
            `Also open: ${alsoOpen.length} incident(s).`,
            ...alsoOpen.map((one) => `  ${one.id}  ${incidentLine(one, now)}`),
        ];
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ ...status, ...(details === null ? {} : { entries, alsoOpen: alsoOpen.map((one) => one.id) }) }),
        text: [incidentText(status, timeline, now), (0,runtime_text/* textOf */.b6)(others)].filter((part) => part !== '').join('\n\n'),
        summary: [incidentMarkdown(status, timeline, now), ...others.map((line) => (0,markdown/* escapeText */.X1)(line.trim()))].join('\n'),
        outputs: { 'incident-id': id, verdict: status.closed === null ? 'open' : 'closed' },
    };
}
/** @throws RewindError input-invalid */
function required(value, flag, action) {
    if (value !== null && value.trim() !== '')
        return value;
    throw new errors/* RewindError */.Ir('input-invalid', `incident ${action} needs --${flag}.`);
}

;// CONCATENATED MODULE: ./lib/commands/incident/flags.js


const severity = {
    ...(0,flags/* text */.Qq)(entry/* SEVERITIES */.oC.join('|'), 'How bad it is (incident open).'),
    allowed: `one of ${entry/* SEVERITIES */.oC.join(', ')}`,
    parse: (given) => entry/* SEVERITIES */.oC.find((word) => word === given),
    absent: null,
};
const head = {
    ...(0,flags/* text */.Qq)('seq:hash', 'End of the record as it was once shown; it must still be part of the record (incident verify).'),
    allowed: 'a number, a colon and 64 hexadecimal digits',
    parse: (given) => {
        const [, seq, hash] = /^(\d{1,6}):([0-9a-f]{64})$/.exec(given) ?? [];
        return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
    },
    absent: null,
};
const flags_flags = {
    title: (0,flags/* text */.Qq)('text', 'What is wrong, in a few words (incident open).'),
    severity,
    text: (0,flags/* text */.Qq)('text', 'The note (incident note).'),
    obligation: (0,flags/* text */.Qq)('id', 'Obligation that is undone or finished (incident discharge).'),
    reason: (0,flags/* text */.Qq)('text', 'Why it is closed, or how the obligation was discharged.'),
    head,
};

;// CONCATENATED MODULE: ./lib/commands/incident/index.js





/** The record of an incident: what happened, and what is not yet normal. Writes to the store only. */
/* harmony default export */ const commands_incident = ((0,command/* defineCommand */.N)({
    name: 'incident',
    summary: 'Read and write the record of an incident: what happened, and what is not yet normal.',
    arguments: [
        { name: 'action', description: `${Object.keys(ACTIONS).join(', ')}.`, required: true },
        { name: 'incident', description: 'Id of the incident; the newest open one if not given.' },
    ],
    flags: { ...flags_flags, out: flags/* FLAGS */.Wg.out },
    examples: [
        'incident open --title checkout-broken --severity critical',
        'incident show',
        'incident discharge --obligation production-pinned:web --reason promoted',
        'incident verify',
    ],
    notes: [
        'An incident opens by itself with the first rollback. It can be closed when no obligation is open.',
        'Exit status 3 ("damaged"): "verify" found an entry that was changed, removed or moved.',
    ],
    verdicts: ['sound', 'damaged', 'open', 'closed', 'none'],
    outputs: ['incident-id', 'incident-artifact', 'incident-path'],
    async run(session) {
        const [action = '', id, ...rest] = session.inputs.args;
        if (!Object.hasOwn(ACTIONS, action) || rest.length > 0) {
            throw new errors/* RewindError */.Ir('input-invalid', `incident needs one of ${Object.keys(ACTIONS).join(', ')} (got "${action}").`);
        }
        return run(action, session, id);
    },
}));


/***/ }),

/***/ 94365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_1__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);




const SCHEMA_VERSION = 1;
const payloadRef = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
    sealedBytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const json = zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9();
const capturedResource = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    capturedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    /** The provider's own schema parses it before use. */
    state: json,
    payloads: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(payloadRef),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-snapshot'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(SCHEMA_VERSION),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .SNAPSHOT_ID */ .dn),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    /** Version of Rewind that wrote it. */
    writtenBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** URL of the workflow run, where there was one. */
    run: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Login of the person who started that run, and the event that did. */
    actor: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    event: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .REASONS */ .ez),
    /**
     * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
     * that their fingerprints can be compared.
     */
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .SNAPSHOT_ID */ .dn), digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(capturedResource),
});

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
    const head = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), writtenBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).safeParse(content);
    if (head.success && head.data.kind === 'rewind-snapshot' && head.data.schemaVersion !== SCHEMA_VERSION) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-unsupported', `Snapshot ${id} has format ${head.data.schemaVersion} (written by Rewind ${head.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`);
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

/***/ 24085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ bothEnds),
/* harmony export */   b: () => (/* binding */ mapLimited)
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
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 74698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);


/**
 * Who runs the program outside of GitHub Actions: `ada on build-7`, with the name of git's configuration for an account that
 * several people share, `root on build-7 (git: Ada Lovelace)`. Another CI system names the person in GITHUB_ACTOR.
 */
function operatorOf(env) {
    const actor = env.text('GITHUB_ACTOR');
    if (actor !== undefined)
        return actor;
    const account = env.text('SUDO_USER') ?? accountName(env);
    const shared = account === null || account === 'root' ? gitName(env) : null;
    const name = account ?? `user ${process.getuid?.() ?? 'without an account'}`;
    return `${name} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}${shared === null ? '' : ` (git: ${shared})`}`;
}
/** A container may run a user id that has no account. */
function accountName(env) {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username;
    }
    catch {
        return env.text('USER') ?? env.text('LOGNAME') ?? null;
    }
}
function gitName(env) {
    const variables = { PATH: env.text('PATH'), HOME: env.text('HOME') };
    const { status, stdout } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', ['config', 'user.name'], {
        encoding: 'utf8',
        env: variables,
        timeout: 2_000,
    });
    const name = status === 0 ? stdout.trim() : '';
    return name === '' ? null : name;
}


/***/ })

};
