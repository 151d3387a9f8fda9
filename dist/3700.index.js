export const id = 3700;
export const ids = [3700];
export const modules = {

/***/ 33975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ authorOf)
/* harmony export */ });
/* harmony import */ var _runtime_operator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74698);

/** Who runs the command: for records that people read later. */
function authorOf({ run, context }) {
    return {
        by: run?.triggeredBy ?? (0,_runtime_operator_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorOf */ .g)(context.env),
        run: run?.url ?? null,
        redact: (text) => context.masker.redact(text),
    };
}


/***/ }),

/***/ 21722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ undoCommand),
/* harmony export */   a: () => (/* binding */ commandLine)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26751);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);


/** Commands that are printed and write no report. */
const WITHOUT_OUT = new Set(['replay', 'verify', 'migrate']);
/** A command line that works where this one was called: it repeats the files that are not at their default place. */
function commandLine({ inputs }, words) {
    const places = [
        ...(inputs.config === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMON_FLAGS */ .gd.config.default ? [] : ['--config', inputs.config]),
        ...(inputs.out === undefined || inputs.out === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out.default || WITHOUT_OUT.has(words[0] ?? '')
            ? []
            : ['--out', inputs.out]),
    ];
    return ['rewind', ...words, ...places].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
}
/** The one command that undoes a rollback. */
const undoCommand = (session, digest) => commandLine(session, ['undo', digest.slice(0, 12)]);


/***/ }),

/***/ 59246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ openOrNewRecorder),
/* harmony export */   HA: () => (/* binding */ announceRecord),
/* harmony export */   LS: () => (/* binding */ openRecorder),
/* harmony export */   MU: () => (/* binding */ recorderOf),
/* harmony export */   bJ: () => (/* binding */ openIncidentsOf),
/* harmony export */   q2: () => (/* binding */ openIncidentsToChoose),
/* harmony export */   zp: () => (/* binding */ warnIfLocal)
/* harmony export */ });
/* harmony import */ var _engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94365);
/* harmony import */ var _incident_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99069);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21022);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78101);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50918);
/* harmony import */ var _author_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33975);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21722);








const TO_VERIFY = 'Run "rewind incident verify".';
/**
 * The record to write to: of the named incident, else of the newest open one.
 * @throws RewindError incident-not-found, incident-corrupt, input-invalid for a closed one
 */
async function openRecorder(session, { store, config }, id) {
    const { environment } = config;
    const openOne = (0,_command_line_js__WEBPACK_IMPORTED_MODULE_4__/* .commandLine */ .a)(session, ['incident', 'open', '--title', 'what is wrong']);
    const [status, ...others] = id === undefined
        ? await openIncidentsToChoose(session, store, environment)
        : [(0,_incident_status_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c2)(await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(store, environment, id))];
    if (others.length > 0) {
        const all = [status, ...others].map((one) => `${one?.id ?? ''} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(one?.title ?? '')})`);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `${all.length} incidents are open: ${all.join(', ')}.`, {
            remedy: 'Give the id of the one that you mean.',
        });
    }
    if (status === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('incident-not-found', `No incident of "${environment}" is open.`, {
            remedy: `Nothing has to be discharged or closed. To note something, open one: ${openOne}.`,
        });
    }
    if (status.closed !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `Incident ${status.id} was closed at ${status.closed.at}.`, {
            remedy: `A closed record is not changed. Open a new incident: ${openOne}.`,
        });
    }
    return recorderOf(session, { store, config }, status.id);
}
const recorderOf = (session, { store, config }, incident) => new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, config.environment, incident, (0,_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session), session.context.clock);
/**
 * The open incident that tells of one of these rollbacks; else the newest open one; else a new one with this title.
 * @param digests of the rollback, and of the one that it undoes
 * @throws RewindError incident-corrupt, store-write-failed
 */
async function openOrNewRecorder(session, project, title, digests) {
    const { store, config } = project;
    const { clock, randomHex, log } = session.context;
    const all = await openIncidentsOf(session, store, config.environment);
    const open = all.find((one) => digests.some((digest) => (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_5__/* .tellsOf */ .Cz)(one, digest))) ?? all[0];
    if (open !== undefined && all.length > 1) {
        warnOnce(log, `${all.length} incidents are open. This rollback is written to ${open.id} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(open.title)}).`);
    }
    const id = open?.id ?? (0,_engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotIdAt */ .P1)(clock.now(), randomHex(3));
    const recorder = recorderOf(session, project, id);
    if (open === undefined)
        await recorder.add('opened', { title, severity: null });
    announceRecord(session, project, id);
    return recorder;
}
/** The open incidents, newest first. A damaged one is a warning. */
function openIncidentsOf({ context }, store, environment) {
    return (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openIncidents */ .Gy)(store, environment, ({ message }) => warnOnce(context.log, `${message} ${TO_VERIFY}`));
}
/**
 * As `openIncidentsOf`, for a command that was given no id.
 * @throws RewindError incident-corrupt if none is open and a record is damaged, because that one may be open
 */
async function openIncidentsToChoose({ context }, store, environment) {
    const damaged = [];
    const open = await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openIncidents */ .Gy)(store, environment, (error) => damaged.push(error));
    if (open.length === 0 && damaged[0] !== undefined)
        throw damaged[0];
    for (const { message } of damaged)
        warnOnce(context.log, `${message} ${TO_VERIFY}`);
    return open;
}
/** One command reads the incidents several times. */
const warned = new WeakMap();
function warnOnce(log, message) {
    const before = warned.get(log) ?? new Set();
    if (before.has(message))
        return;
    warned.set(log, before.add(message));
    log.warn(message);
}
/** With the store "artifact", only a workflow step can upload what was written. */
function warnIfLocal({ run, context }, { config }, id) {
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_7__/* .incidentArtifact */ .vj)(config.store, config.environment, id);
    if (upload === null || run !== null)
        return;
    context.log.warn(`The entry is only in ${upload.path} on this machine: the store "artifact" takes records from workflows only. Write it with the workflow of examples/incident.yml.`);
}
/** Sets the outputs for the upload of the record (store "artifact"). */
function announceRecord(session, { config }, id) {
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_7__/* .incidentArtifact */ .vj)(config.store, config.environment, id);
    if (upload === null)
        return;
    session.setOutput('incident-artifact', upload.name);
    session.setOutput('incident-path', upload.path);
}


/***/ }),

/***/ 93700:
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
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/incident.js
var incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/engine/manifest.js
var manifest = __webpack_require__(94365);
// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(34903);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(61022);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/report/areas.js
var areas = __webpack_require__(24408);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
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
            : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${(0,chain/* headText */.W)(status.head)}`,
    ]);
}
/** Entries that are shown: the summary of a job holds 1 MiB. */
const SHOWN = 100;
const newest = (entries) => entries.slice(-SHOWN);
const timelineTitle = ({ length }) => `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;
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
                `### ${timelineTitle(entries)}`,
                (0,markdown/* table */.tp)(['UTC', 'By', 'What'], newest(entries).map((entry) => [entry.at, entry.by, sentenceOf(entry)])),
            ]),
        `Head of the record: ${(0,markdown/* codeSpan */.SS)((0,chain/* headText */.W)(status.head))}`,
    ].join('\n\n')}\n`;
}
const TOLD = {
    intent: 'about to be sent',
    sent: 'sent',
    'not-sent': 'NOT SENT',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
};
/** What an entry says. */
function sentenceOf(entry) {
    switch (entry.kind) {
        case 'opened':
            return `opened by ${entry.by}: ${entry.data.title}`;
        case 'note':
            return `${entry.by}: ${entry.data.text}`;
        case 'verdict': {
            const { level, deployment, criterion, probe, rule, bad, total, suspect } = entry.data;
            const shared = suspect === 'shared' ? '; the previous deployment fails too' : '';
            return `verdict on ${deployment ?? 'production'}: ${level} (${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad${shared})`;
        }
        case 'decided':
            return `started ${entry.data.workflow}: ${entry.data.reason}`;
        case 'planned': {
            const { changes, snapshot, database, digest } = entry.data;
            return `planned: ${changes} change(s) to return to snapshot ${snapshot} (database: ${database}), digest ${digest.slice(0, 12)}`;
        }
        case 'approved':
            return entry.data.how;
        case 'mitigated':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
        case 'observed':
            return `watched for ${entry.data.minutes} min after the rollback: ${(0,areas/* statesText */.W0)(entry.data.areas)}`;
        case 'obligation':
            return `to be undone or finished: ${entry.data.what}`;
        case 'discharged':
            return `discharged ${entry.data.id}: ${entry.data.how}`;
        case 'told':
            return `message "${entry.data.phase}" to ${entry.data.channel}: ${TOLD[entry.data.step]}`;
        case 'closed':
            return `closed by ${entry.by}: ${entry.data.reason}`;
    }
}

// EXTERNAL MODULE: ./lib/runtime/flow.js
var flow = __webpack_require__(24085);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/cli/author.js
var author = __webpack_require__(33975);
// EXTERNAL MODULE: ./lib/cli/quarantine-status.js + 1 modules
var quarantine_status = __webpack_require__(49837);
// EXTERNAL MODULE: ./lib/incident/quarantine.js
var quarantine = __webpack_require__(62424);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
;// CONCATENATED MODULE: ./lib/commands/incident/lift.js




/**
 * After the discharge of an obligation: if it was a quarantine, the status of its commit on GitHub becomes success. The lift
 * stands in the record already, so a failure is a warning.
 * @param id of the obligation
 */
async function liftOnGitHub(session, { store, config }, recorder, id) {
    const { context: ctx, run, inputs } = session;
    const entries = await recorder.entries();
    const held = entries.flatMap((entry) => entry.kind === 'obligation' && entry.data.kind === 'quarantined-commit' && entry.data.id === id ? [entry] : []);
    // Only a workflow writes the status.
    if (run === null && held.every((entry) => entry.run === null))
        return;
    const { by } = (0,author/* authorOf */.r)(session);
    for (const commit of new Set(held.flatMap(({ data }) => data.items))) {
        const place = { commit, environment: config.environment };
        try {
            const still = (await (0,quarantine/* quarantinedIn */.u)(store, config.environment)).find((one) => one.commit === commit);
            const said = still === undefined
                ? await (0,quarantine_status/* showLifted */.Kc)((0,client.createGitHub)(ctx), place, {
                    by,
                    reason: ctx.masker.redact(inputs.reason ?? ''),
                    url: run?.url ?? null,
                })
                : `Commit ${commit.slice(0, 12)} is still held back in incident ${still.incident}.`;
            if (said !== null)
                ctx.log.info(said);
        }
        catch (error) {
            const { message, remedy, code } = (0,quarantine_status/* statusNotWritten */.zM)(place, 'success', error);
            ctx.log.warn(`${message} (${code}) ${remedy ?? ''}`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/commands/incident/actions.js














/** Each action by its name. */
const ACTIONS = { open: actions_open, list, show, note, discharge, close: actions_close, verify };
async function run(action, session, id) {
    if (id !== undefined && !entry/* INCIDENT_ID */.zP.test(id)) {
        throw new errors/* RewindError */.Ir('input-invalid', `"${id}" is not the id of an incident (20261126T030405Z-1a2b3c).`);
    }
    if (id !== undefined && (action === 'open' || action === 'list')) {
        throw new errors/* RewindError */.Ir('input-invalid', `incident ${action} takes no id (got "${id}").`, {
            remedy: action === 'open' ? 'A new incident gets its id from Rewind. Leave it out.' : 'To see one: incident show.',
        });
    }
    // A head that is not compared would look like a proof.
    if (session.inputs.head !== null && action !== 'verify') {
        throw new errors/* RewindError */.Ir('input-invalid', `incident ${action} compares no head: --head belongs to incident verify.`, {
            remedy: `Leave --head out, or run: ${(0,command_line/* commandLine */.a)(session, ['incident', 'verify', '--head', (0,chain/* headText */.W)(session.inputs.head)])}`,
        });
    }
    return ACTIONS[action](session, await session.open(), id);
}
async function actions_open(session, project) {
    const { context: ctx, inputs } = session;
    const title = required(inputs.title, 'title', 'open');
    for (const before of await (0,incident/* openIncidentsOf */.bJ)(session, project.store, project.config.environment)) {
        ctx.log.warn(`Incident ${before.id} is still open: ${incidentLine(before, ctx.clock.now())}`);
    }
    const recorder = (0,incident/* recorderOf */.MU)(session, project, (0,manifest/* snapshotIdAt */.P1)(ctx.clock.now(), ctx.randomHex(3)));
    await recorder.add('opened', { title, severity: inputs.severity });
    return shown(session, project, recorder.incident);
}
async function list(session, project) {
    const { environment } = project.config;
    const now = session.context.clock.now();
    const ids = (await (0,record/* listIncidents */.MZ)(project.store, environment)).reverse();
    const rows = await (0,flow/* mapLimited */.b)(ids, record/* INCIDENTS_AT_ONCE */.Q1, async (id) => {
        try {
            const status = (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(project.store, environment, id));
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
    const openOnes = id === undefined ? incident/* openIncidentsToChoose */.q2 : incident/* openIncidentsOf */.bJ;
    const open = await openOnes(session, project.store, project.config.environment);
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
    const status = (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(project.store, project.config.environment, recorder.incident));
    const known = (0,incident_status/* openObligations */.CJ)(status).map(({ id: name }) => name);
    if (!known.includes(obligation)) {
        throw new errors/* RewindError */.Ir('input-invalid', `Incident ${status.id} has no open obligation "${obligation}".`, {
            remedy: known.length === 0 ? 'No obligation is open.' : `Open are: ${known.join(', ')}.`,
        });
    }
    await recorder.add('discharged', { id: obligation, how: reason });
    await liftOnGitHub(session, project, recorder, obligation);
    return shown(session, project, recorder.incident);
}
async function actions_close(session, project, id) {
    const reason = required(session.inputs.reason, 'reason', 'close');
    const recorder = await (0,incident/* openRecorder */.LS)(session, project, id);
    const status = (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(project.store, project.config.environment, recorder.incident));
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
    const ids = id === undefined ? await (0,record/* listIncidents */.MZ)(project.store, environment) : [id];
    const { head } = session.inputs;
    if (id !== undefined && head !== null)
        await assertNotOfAnother(session, project, id, head);
    const records = await (0,flow/* mapLimited */.b)(ids, record/* INCIDENTS_AT_ONCE */.Q1, async (incident) => ({
        incident,
        ...(await (0,record/* readRecord */.aE)(project.store, environment, incident)),
    }));
    const checked = records.map(({ incident, stored, head: own }) => ({
        incident,
        entries: stored.length,
        problems: (0,chain/* problemsOf */.G)(stored, incident, own, id === undefined ? null : head),
    }));
    const entries = records.flatMap(({ stored }) => stored.map(({ entry }) => entry?.hash));
    const lost = head === null || id !== undefined || entries.includes(head.hash)
        ? []
        : [`No record of "${environment}" holds entry ${(0,chain/* headText */.W)(head)}: a record was cut, replaced or removed.`];
    const damaged = checked.filter(({ problems }) => problems.length > 0);
    const lines = checked.flatMap(({ incident, entries: count, problems }) => [
        `${incident}: ${problems.length === 0 ? `sound (${count} entries)` : 'DAMAGED'}`,
        ...problems.map((problem) => `  ${problem}`),
    ]);
    const sound = checked.length === 0
        ? `"${environment}" has no incidents: there is nothing to verify.`
        : `Each entry of ${checked.length} incident(s) is as it was written.`;
    const headline = lost[0] ??
        (damaged.length === 0
            ? sound
            : `${damaged.length} of ${checked.length} incident(s) were changed after they were written.`);
    const ok = damaged.length === 0 && lost.length === 0;
    return {
        exit: ok ? 0 : 3,
        json: (0,json/* toJson */.a)({ ok, incidents: checked, problems: lost }),
        text: (0,runtime_text/* textOf */.b6)([headline, ...lines]),
        summary: [`## ${(0,markdown/* escapeText */.X1)(headline)}`, ...lines.map((line) => `- ${(0,markdown/* escapeText */.X1)(line.trim())}`)].join('\n\n'),
        outputs: { verdict: ok ? 'sound' : 'damaged' },
    };
}
/** @throws RewindError input-invalid if the head is that of another incident: it says nothing about this one */
async function assertNotOfAnother(session, { store, config }, id, head) {
    const { environment } = config;
    const all = await (0,flow/* mapLimited */.b)(await (0,record/* listIncidents */.MZ)(store, environment), record/* INCIDENTS_AT_ONCE */.Q1, async (incident) => {
        const { stored } = await (0,record/* readRecord */.aE)(store, environment, incident);
        return stored.some(({ entry }) => entry?.hash === head.hash) ? [incident] : [];
    });
    const [owner, ...more] = all.flat();
    if (owner === undefined || owner === id || more.includes(id))
        return;
    throw new errors/* RewindError */.Ir('input-invalid', `The head ${(0,chain/* headText */.W)(head)} belongs to incident ${owner}, not to ${id}.`, {
        remedy: `Verify the incident that it belongs to: ${(0,command_line/* commandLine */.a)(session, ['incident', 'verify', owner, '--head', (0,chain/* headText */.W)(head)])}`,
    });
}
/** @param details null after a write, for the state without the timeline */
async function shown(session, project, id, details = null) {
    const { config, store } = project;
    const entries = await (0,record/* readEntries */.$2)(store, config.environment, id);
    const status = (0,incident_status/* statusOf */.c2)(entries);
    const now = session.context.clock.now();
    (0,incident/* announceRecord */.HA)(session, project, id);
    if (details === null)
        (0,incident/* warnIfLocal */.zp)(session, project, id);
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
/** Every list and every message repeats a title; a timeline holds each other text. In characters. */
const LIMITS = { title: 200 };
const LIMIT = 4000;
/** @throws RewindError input-invalid */
function required(value, flag, action) {
    if (value === null || value.trim() === '') {
        throw new errors/* RewindError */.Ir('input-invalid', `incident ${action} needs --${flag}.`);
    }
    const most = LIMITS[flag] ?? LIMIT;
    if (value.length <= most)
        return value;
    throw new errors/* RewindError */.Ir('input-invalid', `--${flag} has ${value.length} characters; at most ${most} are allowed.`, {
        remedy: 'Shorten it. A record is append-only: keep long texts elsewhere and give their address.',
    });
}

;// CONCATENATED MODULE: ./lib/commands/incident/flags.js


const severity = {
    ...(0,flags/* text */.Qq)(entry/* SEVERITIES */.oC.join('|'), 'How bad it is (incident open).'),
    allowed: `one of ${entry/* SEVERITIES */.oC.join(', ')}`,
    parse: (given) => entry/* SEVERITIES */.oC.find((word) => word === given),
    absent: null,
};
const head = {
    ...(0,flags/* text */.Qq)('seq:hash', 'End of the record as it was once shown; it must still be part of a record (incident verify).'),
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
        {
            name: 'incident',
            description: 'Id of the incident. Needed if several are open; "show" takes the newest of them, "verify" checks all. "open" and "list" take none.',
        },
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
    /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
    override: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ by: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), closed: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(capturedResource),
    /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
    baselines: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(json).exactOptional(),
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

/***/ 34903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf),
/* harmony export */   W: () => (/* binding */ headText)
/* harmony export */ });
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61022);

/** As it is shown, and as `incident verify --head` takes it. */
const headText = ({ seq, hash }) => `${seq}:${hash}`;
/**
 * What is wrong with a record, one sentence for each entry and each gap; empty for a sound one. A chain alone shows a change in the middle, not
 * a missing end, therefore the head is kept apart.
 *
 * @param stored in the order of their numbers
 * @param own the head of the store
 * @param shown a head that stood elsewhere, which must be part of the chain
 */
function problemsOf(stored, incident, own, shown = null) {
    const problems = [];
    let previous = null;
    let expected = 1;
    for (const { seq, entry } of stored) {
        if (expected < seq)
            problems.push(missing(expected, seq - 1));
        expected = seq + 1;
        const problem = entry === null ? 'cannot be read' : problemOf(entry, seq, incident, previous);
        if (problem !== null)
            problems.push(`Entry ${seq} ${problem}.`);
        previous = entry;
    }
    // A writer that was killed after the very first entry left no head.
    if (own === null && stored.length > 1)
        problems.push('head.json is missing: nobody can say whether the record ends here.');
    if (own === 'unreadable')
        problems.push('head.json cannot be read.');
    for (const head of [own, shown]) {
        if (head === null || head === 'unreadable')
            continue;
        const found = stored.find(({ seq }) => seq === head.seq);
        if (found === undefined)
            problems.push(`Entry ${head.seq} is missing: the record once ended with it.`);
        else if (found.entry !== null && found.entry.hash !== head.hash)
            problems.push(`Entry ${head.seq} is not the one that the record once ended with.`);
    }
    return [...new Set(problems)];
}
const missing = (from, to) => from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;
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

/***/ 61022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   zP: () => (/* binding */ INCIDENT_ID)
/* harmony export */ });
/* unused harmony exports OBLIGATIONS, PHASES, VERDICTS, KINDS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _engine_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77936);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);





/** `20261126T030405Z-1a2b3c`, as for snapshots. */
const INCIDENT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;
const SEVERITIES = ['critical', 'major', 'minor'];
/** Kinds of obligations. Each one has a command that discharges it (law 11). */
const OBLIGATIONS = [
    /** A rollback that was begun and has not succeeded. Calculated, not written. */
    'unfinished-rollback',
    /** A rollback pinned production: deploys do not reach it. */
    'production-pinned',
    /** The rollback undid changes of the release, e.g. flags, variables or migrations. They come back with the fix. */
    'changes-undone',
    /** The restore kept the previous database. It is dropped after some days. */
    'kept-database',
    /** An interrupted rollback left an object that nothing uses. */
    'leftover',
    /** A restore took back what the application wrote for events of a service. They are sent again. */
    'events-to-replay',
    /** A commit that must not be deployed again. */
    'quarantined-commit',
];
/** What messages tell: one for each phase of a rollback and of its incident. */
const PHASES = ['opened', 'mitigated', 'rolled-back', 'verified', 'failed', 'recovered', 'closed'];
const digest = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const outcome = {
    digest,
    snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    done: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** When the approved run began. */
    startedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
};
const obligation = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    /** Identity within the incident, e.g. `pinned:web`. A second one with the same id is the same obligation. */
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(OBLIGATIONS),
    /** One sentence: what is not normal. */
    what: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    resource: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** What exactly: ids of changes, the name of a database, a commit. */
    items: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** Digest of the rollback that left it. */
    rollback: digest,
    /** Command that discharges it. */
    discharge: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
});
/** What a watch of a deployment can find, from good to bad; `inconclusive` is everything unproven. */
const VERDICTS = ['healthy', 'inconclusive', 'watch', 'mitigate', 'roll-back'];
/** The content of an entry, by its kind. No secrets: an entry may be shown to everybody who may read the repository. */
const CONTENT = {
    opened: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), severity: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(SEVERITIES).nullable() }),
    note: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ text: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** What a watch found, and the evidence of the rule that led to it. Counts, no texts of a service. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        level: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(VERDICTS),
        /** Id of the watched deployment; null: any. */
        deployment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        criterion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        probe: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        rule: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        bad: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
        total: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
        /** Normal rate; null: the rule has none. */
        normal: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        /** Natural logarithm of the evidence, and what it had to reach; null: the rule has none. */
        evidence: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        threshold: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        /** `shared`: the previous deployment fails too. */
        suspect: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['deploy', 'shared']).nullable(),
        /** When the watch reached the level. */
        reachedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    }),
    /** What was started because of a verdict. Written before it is started, so that it is started once. */
    decided: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ workflow: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), deployment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(), reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    planned: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        digest,
        snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        database: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_engine_change_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAN_DATABASE_MODES */ .ps),
        changes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int(),
        /** When the plan was made; the wait for the approval begins here. */
        plannedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
        /** Command that carries it out, and finishes it after an interruption. */
        command: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        /** Command for a person who does not finish it. */
        leave: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().exactOptional(),
        /** When the release capture that the plan uses was taken, just after the deploy; absent without one. */
        releasedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$().exactOptional(),
    }),
    approved: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, how: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), by: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) }),
    'rolled-back': zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej(outcome),
    /** The outcome of a recovery. `deployments`: what took production, by resource. */
    recovered: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...outcome, deployments: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) }),
    verified: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), statement: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** What the probes say after a rollback, by area. `probes`: their ids. No texts of a service. */
    observed: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        digest,
        /** Length of the watch after the verification; 0: there was none. */
        minutes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
        areas: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ area: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), state: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .RECOVERIES */ .Ym), probes: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) })),
    }),
    obligation,
    discharged: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), how: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** The outcome of a mitigation. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /**
     * A step of sending a message. `intent` stands before each attempt; after a crash it has no result, and nobody knows
     * whether the message arrived.
     */
    told: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        /** `rewind/<rollback id>/<phase>/<channel>` */
        message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        channel: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        phase: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(PHASES),
        step: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['intent', 'sent', 'not-sent', 'perhaps-sent']),
        /** What the channel calls the message; null: it has no name, or is not known. */
        ref: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    }),
    closed: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
};
const KINDS = Object.keys(CONTENT);
const head = {
    incident: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(INCIDENT_ID),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    seq: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive(),
    at: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** Login of the person, or user of the machine. */
    by: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Names the event, so that the same event is recorded once however often its writer is run; null for what people write. */
    key: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Hash of the entry before; null for the first one. */
    previous: digest.nullable(),
    hash: digest,
};
const schema = zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('opened'), data: CONTENT.opened }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('note'), data: CONTENT.note }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('verdict'), data: CONTENT.verdict }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('decided'), data: CONTENT.decided }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('planned'), data: CONTENT.planned }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('approved'), data: CONTENT.approved }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rolled-back'), data: CONTENT['rolled-back'] }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('recovered'), data: CONTENT.recovered }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('verified'), data: CONTENT.verified }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('observed'), data: CONTENT.observed }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('obligation'), data: CONTENT.obligation }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('discharged'), data: CONTENT.discharged }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('mitigated'), data: CONTENT.mitigated }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('told'), data: CONTENT.told }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('closed'), data: CONTENT.closed }),
]);
/** SHA-256 of the canonical JSON of an entry without its hash. */
function hashOf(entry) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)({ ...entry, hash: undefined }));
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('incident-corrupt', `${key} is not an entry of an incident.`, { cause: error });
    }
}


/***/ }),

/***/ 21022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ openObligations),
/* harmony export */   Cz: () => (/* binding */ tellsOf),
/* harmony export */   Fg: () => (/* binding */ unfinishedId),
/* harmony export */   ZK: () => (/* binding */ leaveWords),
/* harmony export */   c2: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26751);

/** Pure. @param entries of a sound record, at least one */
function statusOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const obligations = new Map();
    const plans = new Map();
    let closed = null;
    for (const { kind, data, at, by } of entries) {
        if (kind === 'planned')
            plans.set(data.digest, data);
        if (kind === 'approved') {
            const opened = unfinished(first.incident, data.digest, at, plans.get(data.digest));
            obligations.set(opened.id, opened);
        }
        if ((kind === 'rolled-back' || kind === 'recovered') && data.ok) {
            const id = unfinishedId(data.digest);
            const open = obligations.get(id);
            if (open !== undefined)
                obligations.set(id, { ...open, discharged: { at, by, how: data.title } });
        }
        if (kind === 'obligation') {
            const open = obligations.get(data.id);
            // A rollback that is run again, or a second one, states its obligations again. They are open since the first time.
            const still = open?.discharged === null ? open : null;
            const since = still?.since ?? at;
            const rollback = still?.rollback ?? data.rollback;
            const items = [...new Set([...(still?.items ?? []), ...data.items])];
            obligations.set(data.id, { ...data, rollback, items, since, discharged: null });
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
/** A rollback that was approved is to be finished, also if its run was killed before it wrote anything else. */
function unfinished(incident, digest, since, plan) {
    const leave = plan?.leave ?? ['rewind', ...leaveWords(incident, digest)].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r).join(' ');
    return {
        id: unfinishedId(digest),
        kind: 'unfinished-rollback',
        what: `The plan ${digest.slice(0, 12)} was approved, and is not carried out completely. To leave it so: ${leave}`,
        resource: null,
        items: [digest],
        rollback: digest,
        discharge: plan?.command ?? `rewind rollback --digest ${digest}`,
        since,
        discharged: null,
    };
}
/** Of the obligation to finish a rollback. */
const unfinishedId = (digest) => `unfinished-rollback:${digest.slice(0, 12)}`;
/** Words of the command for a person who does not finish a rollback. */
const leaveWords = (incident, digest) => [
    ...['incident', 'discharge', incident, '--obligation', unfinishedId(digest)],
    ...['--reason', 'why it stays unfinished'],
];
/** True if the record tells of the rollback with this digest. */
const tellsOf = ({ obligations }, digest) => obligations.some(({ kind, items }) => kind === 'unfinished-rollback' && items.includes(digest));
const openObligations = ({ obligations }) => obligations.filter(({ discharged }) => discharged === null);
function figuresOf(entries) {
    const restored = entries.find((entry) => entry.kind === 'verified' && entry.data.ok);
    const rollback = entries.find((entry) => entry.kind === 'rolled-back');
    const restoring = restored === undefined ? undefined : planOf(entries, restored.data);
    const planned = rollback === undefined ? undefined : planOf(entries, rollback.data);
    const between = (from, to) => from === undefined || to === undefined ? null : Date.parse(to) - Date.parse(from);
    return {
        deployToRestoredMs: between(restoring?.releasedAt, restored?.at),
        detectedToRestoredMs: between(entries[0]?.at, restored?.at),
        approvalWaitMs: between(planned?.plannedAt, rollback?.data.startedAt),
    };
}
function planOf(entries, { digest }) {
    return entries.flatMap((entry) => (entry.kind === 'planned' && entry.data.digest === digest ? [entry.data] : []))[0];
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


/***/ }),

/***/ 26751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as one would type it in a shell. */
const shellWord = (word) => /^[\w.,@%+=:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;


/***/ }),

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9966);



const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @throws RewindError credential-missing
 */
function createGitHub(ctx, given) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = given ?? ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const request = async (call, schema, send) => {
        const { rest } = await (octokit ??= loadOctokit(ctx, token, baseUrl));
        const responses = [];
        const fetch = async (url, init) => {
            const response = await ctx.http.request(requestOf(call, url, init), schema);
            responses.push(response);
            return Response.json(response.data ?? null);
        };
        try {
            await send(rest, { owner, repo, headers, request: { fetch } });
        }
        catch (error) {
            throw unwrapped(error);
        }
        const [response] = responses;
        if (response === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    return {
        repository,
        request,
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
                    return null;
                throw error;
            }
        },
        all: async (call, schema, itemsOf, send) => {
            const read = async (page) => itemsOf(await request(call, schema, (rest, target) => send(rest, { ...target, per_page: PAGE, page })));
            const first = await read(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2)));
                return [...items, ...others.flatMap((page) => page.items)];
            }
            for (let page = 2, last = first; last.items.length === PAGE; page += 1) {
                last = await read(page);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({
            url: `${baseUrl}/repos/${repository}${path}`,
            headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        }),
    };
}
function requestOf({ what, permission, repeatable }, url, init) {
    const { method, headers, body } = init;
    return {
        service: 'GitHub',
        what,
        method,
        url,
        headers,
        body,
        repeatable,
        deadlineMs: DEADLINE_MS,
        // A secondary limit may come with status 403 and without a header; it says nothing about permissions.
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ }),

/***/ 50918:
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


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
