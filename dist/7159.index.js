export const id = 7159;
export const ids = [7159];
export const modules = {

/***/ 3975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ authorOf)
/* harmony export */ });
/* harmony import */ var _runtime_operator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4698);

/** Who runs the command: for records that people read later. */
function authorOf({ run, context }) {
    return { by: run?.triggeredBy ?? (0,_runtime_operator_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorOf */ .g)(context.env), run: run?.url ?? null };
}


/***/ }),

/***/ 9246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ openOrNewRecorder),
/* harmony export */   HA: () => (/* binding */ announceRecord),
/* harmony export */   LS: () => (/* binding */ openRecorder)
/* harmony export */ });
/* harmony import */ var _engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4365);
/* harmony import */ var _incident_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9069);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8641);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(918);
/* harmony import */ var _author_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3975);






/**
 * The record to write to: of the named incident, else of the newest open one.
 * @throws RewindError incident-not-found, incident-corrupt, input-invalid for a closed one
 */
async function openRecorder(session, { store, config }, id) {
    const { environment } = config;
    const status = id === undefined ? await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .findOpen */ .Ee)(store, environment) : (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(store, environment, id));
    if (status === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('incident-not-found', `No incident of "${environment}" is open.`, {
            remedy: 'Open one: rewind incident open --title "what is wrong".',
        });
    }
    if (status.closed !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `Incident ${status.id} was closed at ${status.closed.at}.`, {
            remedy: 'A closed record is not changed. Open a new incident: rewind incident open --title "what is wrong".',
        });
    }
    return new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, environment, status.id, (0,_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session), session.context.clock);
}
/** The newest open incident, or a new one with this title. @throws RewindError incident-corrupt, store-write-failed */
async function openOrNewRecorder(session, project, title) {
    const { store, config } = project;
    const { clock, randomHex } = session.context;
    const open = await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .findOpen */ .Ee)(store, config.environment);
    const id = open?.id ?? (0,_engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotIdAt */ .P1)(clock.now(), randomHex(3));
    const recorder = new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, config.environment, id, (0,_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session), clock);
    if (open === null)
        await recorder.add('opened', { title, severity: null });
    announceRecord(session, project, id);
    return recorder;
}
/** Sets the outputs for the upload of the record (store "artifact"). */
function announceRecord(session, { config }, id) {
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_5__/* .incidentArtifact */ .vj)(config.store, config.environment, id);
    if (upload === null)
        return;
    session.setOutput('incident-artifact', upload.name);
    session.setOutput('incident-path', upload.path);
}


/***/ }),

/***/ 7159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commands_incident)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(9859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/cli/incident.js
var incident = __webpack_require__(9246);
// EXTERNAL MODULE: ./lib/cli/author.js
var author = __webpack_require__(3975);
// EXTERNAL MODULE: ./lib/engine/manifest.js
var manifest = __webpack_require__(4365);
// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(7284);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(1022);
// EXTERNAL MODULE: ./lib/incident/record.js
var incident_record = __webpack_require__(9069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(8641);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(8101);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/incident.js




/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,incident_status/* openObligations */.C)(status).length;
    const of = `${open} of ${status.obligations.length} obligation(s) open`;
    const state = status.closed === null ? `open for ${(0,progress/* age */.KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,runtime_text/* oneLine */.TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,incident_status/* openObligations */.C)(status);
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
function figures({ figures: { detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,progress/* seconds */.YA)(ms / 1000);
    return [
        ...(detectedToRestoredMs === null
            ? []
            : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
        ...(approvalWaitMs === null ? [] : [`of it waiting for the approval: ${took(approvalWaitMs)}`]),
    ];
}
/** An incident for a job summary. */
function incidentMarkdown(status, entries, now) {
    const open = (0,incident_status/* openObligations */.C)(status);
    return `${[
        `## Incident ${(0,markdown/* codeSpan */.SS)(status.id)}`,
        (0,markdown/* escapeText */.X1)(incidentLine(status, now)),
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

// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(3220);
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
    const before = await (0,incident_record/* findOpen */.Ee)(project.store, project.config.environment);
    if (before !== null)
        ctx.log.warn(`Incident ${before.id} is still open: ${incidentLine(before, ctx.clock.now())}`);
    const recorder = recorderOf(session, project, (0,manifest/* snapshotIdAt */.P1)(ctx.clock.now(), ctx.randomHex(3)));
    await recorder.add('opened', { title, severity: inputs.severity });
    return shown(session, project, recorder.incident);
}
async function list(session, project) {
    const { environment } = project.config;
    const now = session.context.clock.now();
    const ids = (await (0,incident_record/* listIncidents */.MZ)(project.store, environment)).reverse();
    const rows = await Promise.all(ids.map(async (id) => {
        try {
            const status = (0,incident_status/* statusOf */.c)(await (0,incident_record/* readEntries */.$2)(project.store, environment, id));
            return { id, status, line: incidentLine(status, now) };
        }
        catch (error) {
            return { id, status: null, line: `DAMAGED: ${(0,errors/* asRewindError */.m2)(error).message}` };
        }
    }));
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
    const chosen = id ?? (await (0,incident_record/* findOpen */.Ee)(project.store, project.config.environment))?.id;
    if (chosen !== undefined)
        return shown(session, project, chosen, true);
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
    const status = (0,incident_status/* statusOf */.c)(await (0,incident_record/* readEntries */.$2)(project.store, project.config.environment, recorder.incident));
    const known = (0,incident_status/* openObligations */.C)(status).map(({ id: name }) => name);
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
    const status = (0,incident_status/* statusOf */.c)(await (0,incident_record/* readEntries */.$2)(project.store, project.config.environment, recorder.incident));
    const left = (0,incident_status/* openObligations */.C)(status);
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
    const checked = await Promise.all(ids.map(async (incident) => {
        const record = await (0,incident_record/* readRecord */.aE)(project.store, environment, incident);
        const heads = [record.head, head].filter((one) => one !== null);
        return { incident, entries: record.stored.length, problems: (0,chain/* problemsOf */.G)(record.stored, incident, heads) };
    }));
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
const recorderOf = (session, { store, config }, incident) => new incident_record/* Recorder */.vk(store, config.environment, incident, (0,author/* authorOf */.r)(session), session.context.clock);
async function shown(session, project, id, timeline = false) {
    const { config, store } = project;
    const entries = await (0,incident_record/* readEntries */.$2)(store, config.environment, id);
    const status = (0,incident_status/* statusOf */.c)(entries);
    const now = session.context.clock.now();
    (0,incident/* announceRecord */.HA)(session, project, id);
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ ...status, ...(timeline ? { entries } : {}) }),
        text: incidentText(status, timeline ? entries : null, now),
        summary: incidentMarkdown(status, timeline ? entries : null, now),
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
        'incident discharge --obligation kept-database:db --reason dropped',
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

/***/ 4365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_1__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
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

/***/ 7284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf)
/* harmony export */ });
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1022);

/**
 * What is wrong with a record, one sentence per entry; empty for a sound one. A chain alone shows a change in the middle, not
 * a missing end, therefore the head is kept apart.
 *
 * @param stored in the order of their numbers
 * @param heads that must be part of the chain: the one of the store, and one that a person gives
 */
function problemsOf(stored, incident, heads) {
    const problems = [];
    let previous = null;
    let expected = 1;
    for (const { seq, entry } of stored) {
        for (; expected < seq; expected += 1)
            problems.push(`Entry ${expected} is missing.`);
        expected = seq + 1;
        const problem = entry === null ? 'cannot be read' : problemOf(entry, seq, incident, previous);
        if (problem !== null)
            problems.push(`Entry ${seq} ${problem}.`);
        previous = entry;
    }
    for (const head of heads) {
        const found = stored.find(({ seq }) => seq === head.seq);
        if (found === undefined)
            problems.push(`Entry ${head.seq} is missing: the record once ended with it.`);
        else if (found.entry !== null && found.entry.hash !== head.hash)
            problems.push(`Entry ${head.seq} is not the one that the record once ended with.`);
    }
    return [...new Set(problems)];
}
function problemOf(entry, seq, incident, previous) {
    if (entry.hash !== (0,_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .qQ)(entry))
        return 'was changed: its hash does not match its content';
    if (entry.incident !== incident)
        return `belongs to incident ${entry.incident}`;
    if (entry.seq !== seq)
        return `has the number ${entry.seq}`;
    if (seq === 1 && (entry.kind !== 'opened' || entry.previous !== null))
        return 'does not open an incident';
    if (previous !== null && entry.previous !== previous.hash)
        return `does not follow entry ${previous.seq}`;
    return null;
}


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   zP: () => (/* binding */ INCIDENT_ID)
/* harmony export */ });
/* unused harmony exports OBLIGATIONS, KINDS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);




/** `20261126T030405Z-1a2b3c`, as for snapshots. */
const INCIDENT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;
const SEVERITIES = ['critical', 'major', 'minor'];
/** Kinds of obligations. Each one has a command that discharges it (law 11). */
const OBLIGATIONS = [
    /** A rollback pinned production: deploys do not reach it. */
    'production-pinned',
    /** The rollback undid changes of the release, e.g. flags, variables or migrations. They come back with the fix. */
    'changes-undone',
    /** The restore kept the database of before. It is dropped after some days. */
    'kept-database',
    /** A commit that must not be deployed again. */
    'quarantined-commit',
];
const digest = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const obligation = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** Identity within the incident, e.g. `pinned:web`. A second one with the same id is the same obligation. */
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(OBLIGATIONS),
    /** One sentence: what is not normal. */
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** What exactly: ids of changes, the name of a database, a commit. */
    items: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Command that discharges it. */
    discharge: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** The content of an entry, by its kind. No secrets: an entry may be shown to everybody who may read the repository. */
const CONTENT = {
    opened: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), severity: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(SEVERITIES).nullable() }),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ text: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    planned: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        digest,
        snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_engine_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
        changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int(),
        /** When the plan was made; the wait for the approval begins here. */
        plannedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    }),
    approved: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ digest, how: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), by: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) }),
    'rolled-back': zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        digest,
        snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        ok: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        done: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        failed: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        /** When the approved run began. */
        startedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    }),
    verified: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), statement: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    obligation,
    discharged: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), how: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    closed: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
};
const KINDS = Object.keys(CONTENT);
const head = {
    incident: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(INCIDENT_ID),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    seq: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().positive(),
    at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Login of the person, or user of the machine. */
    by: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Names the event, so that the same event is recorded once however often its writer is run; null for what people write. */
    key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Hash of the entry before; null for the first one. */
    previous: digest.nullable(),
    hash: digest,
};
const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('opened'), data: CONTENT.opened }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('note'), data: CONTENT.note }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('planned'), data: CONTENT.planned }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('approved'), data: CONTENT.approved }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rolled-back'), data: CONTENT['rolled-back'] }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('verified'), data: CONTENT.verified }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('obligation'), data: CONTENT.obligation }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('discharged'), data: CONTENT.discharged }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('closed'), data: CONTENT.closed }),
]);
/** SHA-256 of the canonical JSON of an entry without its hash. */
function hashOf(entry) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)({ ...entry, hash: undefined }));
}
/** Puts an entry behind another one. */
function chain(entry, last) {
    const placed = { ...entry, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? null };
    return schema.parse({ ...placed, hash: hashOf(placed) });
}
/** @throws RewindError incident-corrupt */
function parseEntry(text, key) {
    try {
        return schema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-corrupt', `${key} is not an entry of an incident.`, { cause: error });
    }
}


/***/ }),

/***/ 9069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Ee: () => (/* binding */ findOpen),
/* harmony export */   MZ: () => (/* binding */ listIncidents),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7284);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8641);






/**
 * Files of one incident, under `incidents/<environment>/<id>/`:
 *   000001.json …   entries, one object each, never written twice
 *   head.json       number and hash of the last entry, written after it
 */
const folderOf = (environment, id) => `incidents/${environment}/${id}`;
const FILE = /\/(\d{6})\.json$/;
const keyOf = (environment, id, seq) => `${folderOf(environment, id)}/${String(seq).padStart(6, '0')}.json`;
const headKey = (environment, id) => `${folderOf(environment, id)}/head.json`;
const head = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ seq: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive(), hash: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/** Times that an entry is placed again because another process wrote the same number. */
const RETRIES = 20;
/** Ids of the incidents of an environment, oldest first. */
async function listIncidents(store, environment) {
    const objects = await store.list(`incidents/${environment}`);
    return [...new Set(objects.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _entry_js__WEBPACK_IMPORTED_MODULE_3__/* .INCIDENT_ID */ .zP.test(id)).sort();
}
/** Reads what is there, also if it is damaged. @throws RewindError incident-not-found */
async function readRecord(store, environment, id) {
    const objects = await store.list(folderOf(environment, id));
    const numbered = objects.flatMap(({ key }) => {
        const seq = FILE.exec(key)?.[1];
        return seq === undefined ? [] : [{ key, seq: Number(seq) }];
    });
    if (numbered.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-not-found', `There is no incident ${id} in "${environment}".`);
    }
    const stored = await Promise.all(numbered.map(async ({ key, seq }) => {
        const content = await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text);
        try {
            return { seq, entry: (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEntry */ .ER)(content, key) };
        }
        catch {
            return { seq, entry: null };
        }
    }));
    return { stored, head: await readHead(store, environment, id, objects) };
}
async function readHead(store, environment, id, objects) {
    const key = headKey(environment, id);
    // A writer that was killed between the first entry and its head.
    if (!objects.some((object) => object.key === key))
        return null;
    const parsed = head.safeParse(JSON.parse(await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)));
    return parsed.success ? parsed.data : { seq: 0, hash: 'unreadable' };
}
/**
 * The entries of a sound record.
 * @throws RewindError incident-not-found, incident-corrupt
 */
async function readEntries(store, environment, id) {
    const { stored, head: end } = await readRecord(store, environment, id);
    const problems = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .problemsOf */ .G)(stored, id, end === null ? [] : [end]);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
    }
    return stored.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}
/** The newest incident that is not closed; null if there is none. @throws RewindError incident-corrupt */
async function findOpen(store, environment) {
    for (const id of (await listIncidents(store, environment)).reverse()) {
        const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(await readEntries(store, environment, id));
        if (status.closed === null)
            return status;
    }
    return null;
}
/** Writes to one record. Entries with a key are written once. */
class Recorder {
    store;
    environment;
    incident;
    author;
    clock;
    constructor(store, environment, incident, author, clock) {
        this.store = store;
        this.environment = environment;
        this.incident = incident;
        this.author = author;
        this.clock = clock;
    }
    /**
     * Appends an entry. Safe against a kill at any write and against a second writer: a number is written only once.
     * @returns false if the entry with this key was there already
     * @throws RewindError incident-corrupt, store-unreadable, store-write-failed
     */
    async add(kind, data, key = null) {
        const { environment, incident, store } = this;
        for (let tries = 0; tries < RETRIES; tries += 1) {
            const entries = await this.entries(kind === 'opened');
            if (key !== null && entries.some((entry) => entry.key === key))
                return false;
            const content = { incident, environment, at: this.clock.now().toISOString(), ...this.author, key, kind, data };
            const entry = (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .chain */ .cy)(content, entries.at(-1));
            await this.carry(entries);
            if (!(await create(store, keyOf(environment, incident, entry.seq), entry)))
                continue;
            await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
            return true;
        }
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('store-write-failed', `Another process keeps writing to incident ${incident}.`);
    }
    async entries(first) {
        try {
            return await readEntries(this.store, this.environment, this.incident);
        }
        catch (error) {
            if (first && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir && error.code === 'incident-not-found')
                return [];
            throw error;
        }
    }
    /** An artifact of a run holds the whole record, because the artifacts of earlier runs expire. */
    async carry(entries) {
        if (this.store.expires !== true)
            return;
        for (const entry of entries) {
            await this.store.put(keyOf(this.environment, this.incident, entry.seq), encode(entry));
        }
    }
}
const encode = (content) => Buffer.from(`${JSON.stringify(content)}\n`);
/** @returns false if the object exists. A store that cannot tell is used by one run at a time. */
async function create(store, key, entry) {
    if (store.create !== undefined)
        return store.create(key, encode(entry));
    await store.put(key, encode(entry));
    return true;
}


/***/ }),

/***/ 8641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openObligations),
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/** Pure. @param entries of a sound record, at least one */
function statusOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const obligations = new Map();
    let closed = null;
    for (const { kind, data, at, by } of entries) {
        if (kind === 'obligation') {
            const open = obligations.get(data.id);
            // A rollback that is run again states its obligations again. They are open since the first time.
            const since = open?.discharged === null ? open.since : at;
            obligations.set(data.id, { ...data, since, discharged: null });
        }
        if (kind === 'discharged') {
            const open = obligations.get(data.id);
            if (open !== undefined)
                obligations.set(data.id, { ...open, discharged: { at, by, how: data.how } });
        }
        if (kind === 'closed')
            closed = { at, by, reason: data.reason };
    }
    return {
        id: first.incident,
        environment: first.environment,
        title: first.data.title,
        severity: first.data.severity,
        openedAt: first.at,
        openedBy: first.by,
        closed,
        obligations: [...obligations.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
        figures: figuresOf(entries),
        head: { seq: last.seq, hash: last.hash },
    };
}
const openObligations = ({ obligations }) => obligations.filter(({ discharged }) => discharged === null);
function figuresOf(entries) {
    const restored = entries.find((entry) => entry.kind === 'verified' && entry.data.ok);
    const rollback = entries.find((entry) => entry.kind === 'rolled-back');
    const planned = rollback === undefined ? undefined : planOf(entries, rollback.data);
    const between = (from, to) => from === undefined || to === undefined ? null : Date.parse(to) - Date.parse(from);
    return {
        detectedToRestoredMs: between(entries[0]?.at, restored?.at),
        approvalWaitMs: between(planned?.plannedAt, rollback?.data.startedAt),
    };
}
function planOf(entries, { digest }) {
    return entries.flatMap((entry) => (entry.kind === 'planned' && entry.data.digest === digest ? [entry.data] : []))[0];
}


/***/ }),

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 4698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


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


/***/ }),

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact),
/* harmony export */   vj: () => (/* binding */ incidentArtifact)
/* harmony export */ });
/** Directory in the repository for files of the store `artifact`, until a workflow step uploads them. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null if the store needs no upload by a step */
function snapshotArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
        path: `${STAGING}/snapshots/${environment}/${id}`,
    };
}
/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
function rollbackArtifact(store, environment, digest) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}rollback-${environment}-${digest}`,
        path: `${STAGING}/rollbacks/${environment}/${digest}`,
    };
}
/** The record of an incident. The workflow adds `-<run>-<attempt>`: each artifact holds the record up to its run. */
function incidentArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}incident-${environment}-${id}`,
        path: `${STAGING}/incidents/${environment}/${id}`,
    };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ })

};
