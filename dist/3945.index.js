export const id = 3945;
export const ids = [3945];
export const modules = {

/***/ 78648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeApproval)
/* harmony export */ });
/** "requested by ada; approved by bob" */
function describeApproval({ requestedBy, kind, approvedBy, skipped }) {
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}`;
    const omitted = skipped === null ? '' : `; skipped: ${skipped}`;
    return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${omitted}`;
}


/***/ }),

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

/***/ 20118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ claimOfProject)
/* harmony export */ });
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22186);

/** The claim about all resources of the configuration and of the snapshot, also those out of scope. */
function claimOfProject({ config }, manifest, facts) {
    return (0,_engine_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)({
        environment: manifest.environment,
        snapshot: manifest.id,
        configured: config.resources.map(({ id }) => id),
        captured: manifest.resources.map(({ id }) => id),
        ...facts,
    });
}


/***/ }),

/***/ 46904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ flags)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _cli_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51971);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8892);



const digest = {
    ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('sha256', 'Digest of the approved plan. Required.'),
    allowed: 'the 64 hexadecimal digits from "rewind plan"',
    parse: (given) => (/^[0-9a-f]{64}$/.test(given) ? given : undefined),
};
const flags = {
    digest,
    plan: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.plan,
    snapshot: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.snapshot,
    database: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.database,
    'include-later-changes': _cli_release_js__WEBPACK_IMPORTED_MODULE_1__/* .includeLater */ .hF,
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    approval: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .APPROVAL_KINDS */ ._1, 'reviewed', '"expedited" if the plan needs no review.'),
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    out: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out,
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};


/***/ }),

/***/ 23945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./lib/engine/apply.js
var apply = __webpack_require__(20546);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/engine/confirmation.js
var confirmation = __webpack_require__(34309);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(82913);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var runtime_errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/trust.js
var trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/release.js
var cli_release = __webpack_require__(51971);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(43339);
// EXTERNAL MODULE: ./lib/runtime/program.js
var program = __webpack_require__(81132);
;// CONCATENATED MODULE: ./lib/report/timeline.js
/** Durations of the steps, for the chart of the report and the figures of a drill. */
class Timeline {
    clock;
    entries = [];
    startedAt;
    start;
    constructor(clock) {
        this.clock = clock;
        this.start = clock.monotonic();
        this.startedAt = clock.now();
    }
    async step(what, work) {
        const from = this.clock.monotonic();
        try {
            return await work();
        }
        finally {
            this.add(what, from, this.clock.monotonic());
        }
    }
    /** @param from and to on the clock's monotonic scale */
    add(what, from, to) {
        this.entries.push({ what, from: Math.round(from - this.start), to: Math.round(to - this.start) });
    }
    totalMs() {
        return Math.round(this.clock.monotonic() - this.start);
    }
    /** Mermaid chart; GitHub draws it in a job summary. */
    mermaid() {
        const rows = this.entries.map(({ what, from, to }) => `  ${what.replace(/[^\p{L}\p{N} ._/()-]/gu, ' ')} : ${from}, ${Math.max(to, from + 1)}`);
        return ['```mermaid', 'gantt', '  dateFormat x', '  axisFormat %M:%S', '  title Timeline', ...rows, '```'].join('\n');
    }
}

// EXTERNAL MODULE: ./lib/store/artifact-names.js
var artifact_names = __webpack_require__(50918);
// EXTERNAL MODULE: ./lib/commands/rollback/approved-plan.js
var approved_plan = __webpack_require__(12446);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/cli/project-claim.js
var project_claim = __webpack_require__(20118);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 3 modules
var live_plan = __webpack_require__(75236);
// EXTERNAL MODULE: ./lib/engine/drift.js
var engine_drift = __webpack_require__(25661);
// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(34903);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/report/verdict.js
var verdict = __webpack_require__(60975);
;// CONCATENATED MODULE: ./lib/report/probe-chart.js


const WIDTH = 900;
const HEIGHT = 90;
/** Room above the bars for the mark of a failure. */
const TOP = 16;
/** Cells of a chart during the changes, and after the verification. */
const CELLS = { during: 30, after: 60 };
/** A chart and a table of the same values for each probe, in HTML; '' without a probe. */
function probeCharts(watched) {
    if (watched === null || watched.series.length === 0)
        return '';
    const charts = watched.series.map(({ during, after }) => {
        const bars = [...barsOf('during', during.samples), ...barsOf('after', after.samples)];
        const { id, area } = after.probe;
        const name = (0,markdown/* escapeHtml */.ZD)(`${id} (${area}): ${(0,verdict/* seriesText */.L4)(after)}`);
        return bars.length === 0
            ? ''
            : `<figure><figcaption>${name}</figcaption>${svgOf(bars, name)}${tableOf(bars)}</figure>`;
    });
    const legend = 'A bar is the slowest response of its samples; ✗ and a full bar: a failure. The line is the verification.';
    return `<h3>Probes during and after the changes</h3><p>${legend}</p>${charts.join('')}`;
}
const barsOf = (phase, samples) => (0,verdict/* cellsOf */.nc)(samples, CELLS[phase]).map((cell) => {
    const timed = cell.some((one) => one.kind === 'check' && one.latencyMs !== undefined);
    return {
        phase,
        at: cell[0]?.at ?? 0,
        samples: cell.length,
        bad: cell.filter(verdict/* isBad */.e2).length,
        slowestMs: timed ? (0,verdict/* slowestOf */.xM)(cell) : null,
    };
});
function svgOf(bars, name) {
    const step = WIDTH / bars.length;
    const slowest = Math.max(1, ...bars.map(({ slowestMs }) => slowestMs ?? 0));
    const rects = bars.map(({ bad, slowestMs }, index) => {
        const height = bad > 0 ? HEIGHT - TOP : Math.max(2, ((slowestMs ?? 0) / slowest) * (HEIGHT - TOP));
        const x = (index * step).toFixed(1);
        const color = bad > 0 ? '#cf222e' : '#2da44e';
        const rect = `<rect x="${x}" y="${(HEIGHT - height).toFixed(1)}" width="${(step * 0.8).toFixed(1)}" height="${height.toFixed(1)}" fill="${color}"/>`;
        return bad > 0 ? `${rect}<text x="${x}" y="12">✗</text>` : rect;
    });
    const before = bars.filter(({ phase }) => phase === 'during').length;
    const x = (before * step - step * 0.1).toFixed(1);
    const line = before === 0 ? '' : `<line x1="${x}" x2="${x}" y1="0" y2="${HEIGHT}" stroke="currentColor"/>`;
    return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" role="img" font-size="12" fill="currentColor"><title>${name}</title>${rects.join('')}${line}</svg>`;
}
function tableOf(bars) {
    const rows = bars.map(({ at, phase, samples, bad, slowestMs }) => `<tr><td>${new Date(at).toISOString()}</td><td>${phase}</td><td>${samples}</td><td>${bad}</td><td>${slowestMs === null ? '–' : Math.round(slowestMs)}</td></tr>`);
    const head = ['From (UTC)', 'Changes', 'Samples', 'Bad', 'Slowest (ms)'].map((one) => `<th scope="col">${one}</th>`);
    return `<details><summary>Values</summary><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}

;// CONCATENATED MODULE: ./lib/report/html.js


const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f6f8fa}code{background:#f6f8fa;padding:.1rem .3rem;border-radius:4px}
@media(prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}th,code{background:#161b22}th,td{border-color:#30363d}}`;
/** One file without scripts or external resources, to mail or to archive. */
async function htmlReport(report) {
    const { marked } = await __webpack_require__.e(/* import() */ 8022).then(__webpack_require__.bind(__webpack_require__, 48022));
    const withoutChart = report.markdown.replace(/^```mermaid$[\s\S]*?^```$/m, '');
    const body = await marked.parse(withoutChart, { async: true });
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${(0,markdown/* escapeHtml */.ZD)(report.title)}</title><style>${STYLE}</style></head>
<body>${body}${probeCharts(report.watched)}${timelineSvg(report.timeline)}</body></html>
`;
}
/** The timeline as bars, one a step. */
function timelineSvg(timeline) {
    const rowHeight = 26;
    const label = 330;
    const width = 1000;
    const end = Math.max(1, ...timeline.entries.map(({ to }) => to));
    const scale = (width - label - 80) / end;
    const rows = timeline.entries.map(({ what, from, to }, index) => {
        const y = index * rowHeight;
        const bar = Math.max(2, (to - from) * scale);
        const text = what.length > 42 ? `${what.slice(0, 41)}…` : what;
        return `<text x="0" y="${y + 17}">${(0,markdown/* escapeHtml */.ZD)(text)}</text><rect x="${label + from * scale}" y="${y + 5}" width="${bar}" height="16" rx="3" fill="#2da44e"/><text x="${label + from * scale + bar + 6}" y="${y + 17}">${((to - from) / 1000).toFixed(1)} s</text>`;
    });
    const height = Math.max(rowHeight, timeline.entries.length * rowHeight);
    return `<h3>Timeline</h3><svg viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="Timeline" font-size="13" fill="currentColor">${rows.join('')}</svg>`;
}

// EXTERNAL MODULE: ./lib/report/result-file.js
var result_file = __webpack_require__(38028);
// EXTERNAL MODULE: ./lib/report/rollback-report.js
var rollback_report = __webpack_require__(45815);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/engine/rollback-files.js
var rollback_files = __webpack_require__(28230);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/incident/obligations.js


/** What must be undone or finished after a rollback (law 11). Pure. */
function obligationsAfter(facts) {
    const { incident, digest, snapshot, done, manual, holds, replays, commit, kept, aside, pinned, command } = facts;
    const byHand = (id, reason) => command(['incident', 'discharge', incident, '--obligation', id, '--reason', reason]);
    const of = (all) => all.map((one) => ({ ...one, rollback: digest }));
    const beside = [
        ...kept.map((one) => keptObject(one, byHand, command)),
        ...[...aside].flatMap(([resource, objects]) => objects.flatMap((object) => (object.kind === 'unfinished' ? [leftover(resource, object, byHand)] : []))),
    ];
    const pin = (resource) => ({
        id: `production-pinned:${resource}`,
        kind: 'production-pinned',
        what: `Production of "${resource}" is pinned to an earlier deployment: new deployments do not reach it.`,
        resource,
        items: [],
        discharge: `Deploy the fix and check it. ${command(['recover', '--deployment', 'latest'])} plans to promote it. If it was promoted in Vercel: ${byHand(`production-pinned:${resource}`, 'the fix is live')}`,
    });
    // What an undo or a recovery does not bring back is what the rollback undid.
    if (facts.undoes) {
        const { recovers } = facts;
        const by = recovers === null
            ? { name: 'undo', left: '' }
            : { name: 'recovery', left: `${command(['undo', recovers.slice(0, 12)])} plans to bring it back.` };
        const left = unique(manual).map((resource) => lost(resource, manual, by, byHand));
        return of([...[...pinned].map(pin), ...left, ...beside]);
    }
    const switched = done.filter(({ stage, resource }) => stage === 'deployment' && holds.has(resource));
    const others = done.filter((change) => !switched.includes(change));
    const restored = unique(done.filter(({ database }) => database === 'restore'));
    return of([
        ...unique(switched).map(pin),
        ...unique(others).map((resource) => {
            const own = others.filter((change) => change.resource === resource);
            const items = own.map(engine_plan/* keyOf */.TN);
            const undo = command(['undo', digest.slice(0, 12)]);
            // A recovery never brings back the data that a restore replaced.
            const back = own.every(({ database }) => database === 'restore')
                ? `${undo} plans to bring all changes of the rollback back; a recovery does not bring data back.`
                : `${command(['recover', '--scope', resource])} plans to bring them back, ${undo} plans to bring all of them back.`;
            return {
                id: `changes-undone:${resource}`,
                kind: 'changes-undone',
                what: `${items.length} change(s) of "${resource}" are undone. They must come back with the fix, or not at all.`,
                resource,
                items,
                discharge: `${back} If they stay undone: ${byHand(`changes-undone:${resource}`, 'why')}`,
            };
        }),
        ...(restored.length === 0 ? [] : [...replays]).map((resource) => ({
            id: `events-to-replay:${resource}`,
            kind: 'events-to-replay',
            what: `What the application wrote for events of "${resource}" since snapshot ${snapshot} was taken back with the database.`,
            resource,
            items: [snapshot, ...restored],
            discharge: `${command(['replay', '--scope', [resource, ...restored].join(',')])} plans to send the events again. If that is not needed: ${byHand(`events-to-replay:${resource}`, 'why')}`,
        })),
        ...beside,
        ...(commit === null ? [] : switched.slice(0, 1).map(({ resource }) => quarantined(commit, resource, byHand))),
    ]);
}
/** The open obligations that production shows to be met, and how. One that could not be read is not met. Pure. */
function metObligations(open, { undo, undid, undone, pinned, aside }) {
    return open.flatMap(({ id, kind, resource, items, rollback, since }) => {
        const byUndo = undo === null ? [] : [{ id, how: `${undo.word} by the plan ${undo.digest.slice(0, 12)}` }];
        if (kind === 'unfinished-rollback') {
            if (items.includes(undo?.of ?? ''))
                return byUndo;
            // Undone, so nobody finishes it.
            return undid === null || !items.includes(undid.of)
                ? []
                : [{ id, how: `undone by the plan ${undid.digest.slice(0, 12)}` }];
        }
        // The database with what was written for them is back.
        if (kind === 'events-to-replay') {
            return undo?.of === rollback && items.slice(1).every((database) => undone.has(database)) ? byUndo : [];
        }
        if (resource === null)
            return [];
        if (kind === 'changes-undone' || kind === 'production-pinned') {
            // What an earlier rollback left is open: production is again as that one left it.
            const covered = undo !== null && (rollback === undo.of || (undo.began !== null && since >= undo.began));
            const met = covered && undone.has(resource) && (kind === 'changes-undone' || !pinned.has(resource));
            return met ? byUndo : [];
        }
        const objects = aside.get(resource);
        if ((kind !== 'kept-database' && kind !== 'leftover') || objects === undefined)
            return [];
        const there = objects.some(({ what, kind: now }) => items.includes(what) && (now === 'unmarked' || (now === 'kept') === (kind !== 'leftover')));
        return there ? [] : [{ id, how: `${items.join(', ')}: not there any more` }];
    });
}
const quarantined = (commit, resource, byHand) => ({
    id: `quarantined-commit:${commit}`,
    kind: 'quarantined-commit',
    what: `Commit ${commit.slice(0, 12)} was rolled back. The guard lets no deploy of it through.`,
    resource,
    items: [commit],
    discharge: byHand(`quarantined-commit:${commit}`, 'why it is safe now'),
});
const unique = (changes) => [...new Set(changes.map(({ resource }) => resource))];
function lost(resource, manual, by, byHand) {
    const id = `changes-undone:${resource}`;
    const own = manual.filter((change) => change.resource === resource);
    return {
        id,
        kind: 'changes-undone',
        what: `The ${by.name} did not bring back ${own.map(({ target }) => target).join(', ')}.`,
        resource,
        items: own.map(engine_plan/* keyOf */.TN),
        discharge: `${own.map((change) => change.manual ?? by.left).join(' ')} Then: ${byHand(id, 'how')}`,
    };
}
function keptObject({ resource, what, since, drop, name }, byHand, command) {
    const id = `kept-database:${(0,digest/* sha256 */.sc)(`${resource} ${what}`).slice(0, 12)}`;
    return {
        id,
        kind: 'kept-database',
        what: `${what} (kept since ${since})`,
        resource,
        items: [what],
        discharge: `When nobody needs it any more: ${name === undefined ? '' : `${command(['recover', '--drop-database', name])} plans to drop it after some days. By hand: `}${drop}. Then: ${byHand(id, 'dropped')}`,
    };
}
function leftover(resource, { what, why, drop }, byHand) {
    const id = `leftover:${(0,digest/* sha256 */.sc)(`${resource} ${what}`).slice(0, 12)}`;
    return {
        id,
        kind: 'leftover',
        what: why,
        resource,
        items: [what],
        discharge: `Run the rollback again, or: ${drop}. Then: ${byHand(id, 'dropped')}`,
    };
}

// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 3 modules
var publish_plan = __webpack_require__(74462);
;// CONCATENATED MODULE: ./lib/commands/rollback/incident.js
















/** Before the first change: what was planned and who approved it. Opens an incident if none is open. */
async function recordBegin(run) {
    const { session, approved, approval } = run;
    const { digest, snapshot, database, changes, createdAt } = approved;
    await attempt(run, async () => {
        const recorder = await openRecord(run);
        // An earlier run of this rollback was interrupted.
        if ((0,incident_status/* openObligations */.CJ)((0,incident_status/* statusOf */.c2)(await recorder.entries())).some(({ id }) => id === (0,incident_status/* unfinishedId */.Fg)(digest)))
            return null;
        const command = (0,publish_plan/* rollbackCommand */.Ct)(session, approved, session.inputs.plan);
        await recorder.add('planned', {
            digest,
            snapshot,
            database,
            changes: changes.length,
            plannedAt: createdAt,
            command,
            leave: (0,command_line/* commandLine */.a)(session, (0,incident_status/* leaveWords */.ZK)(recorder.incident, digest)),
            ...(run.release === null ? {} : { releasedAt: run.release.createdAt }),
        });
        const how = (0,approval_record/* describeApproval */.x)(approval);
        await recorder.add('approved', { digest, how, by: [...approval.approvedBy] });
        return null;
    });
}
/**
 * After the verification: the outcome, and what is now to be undone or finished. A run that had nothing to do adds only to
 * a record that is open and tells of this rollback.
 * @returns what the record says then; null if nothing was written, or could be
 */
async function recordEnd(run, outcome) {
    const { session, project, approved } = run;
    return attempt(run, async () => {
        const open = await (0,cli_incident/* openIncidentsOf */.bJ)(session, project.store, approved.environment);
        const told = outcome.acted || open.some((one) => (0,incident_status/* tellsOf */.Cz)(one, approved.digest));
        const recorder = told ? await openRecord(run) : null;
        const undoes = await bringsBack(run);
        const pinned = undoes ? await pinnedNow(run, outcome) : new Set();
        if (recorder !== null)
            await recordOutcome(run, outcome, recorder, { undoes, pinned });
        await dischargeMet(run, outcome, { undoes, pinned });
        return recorder === null
            ? null
            : (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(project.store, approved.environment, recorder.incident));
    });
}
/** After the watch: what the probes say of each area. @returns what the record says then */
async function recordWatch(run, incident, { minutes, areas }) {
    const { session, project, approved } = run;
    const told = await attempt(run, async () => {
        const recorder = (0,cli_incident/* recorderOf */.MU)(session, project, incident.id);
        const now = (0,incident_status/* statusOf */.c2)(await recorder.entries());
        // A person closed it while production was watched.
        if (now.closed !== null)
            return now;
        const stated = areas.map(({ area, state, probes }) => ({ area, state, probes: [...probes] }));
        await recorder.add('observed', { digest: approved.digest, minutes, areas: stated });
        return (0,incident_status/* statusOf */.c2)(await recorder.entries());
    });
    return told ?? incident;
}
/** An undo may return to a deployment by an instant rollback, or to a state that an earlier rollback pinned. */
async function pinnedNow({ session, resources }, { begun }) {
    const switched = new Set(begun.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
    const read = await (0,engine_resources/* settleResources */.D6)(resources.filter(({ id }) => switched.has(id)), async ({ id, provider, config }) => provider.capabilities?.hold?.read(config, (0,create_context/* forResource */.i_)(session.context, id)));
    return new Set(read.flatMap(({ resource, value }) => (value?.pinned === 'held' ? [resource.id] : [])));
}
async function recordOutcome(run, outcome, recorder, after) {
    const { approved, journal, resources, session } = run;
    const { ok, title, claim, acted, left, begun, manual, kept, aside, before } = outcome;
    const { digest, snapshot } = approved;
    const open = new Set(left.map(engine_plan/* keyOf */.TN));
    const done = begun.filter((change) => !open.has((0,engine_plan/* keyOf */.TN)(change)));
    const obligations = obligationsAfter({
        incident: recorder.incident,
        digest,
        done,
        manual,
        snapshot,
        replays: new Set(run.project.resources.flatMap(({ id, provider }) => (provider.capabilities?.replay === undefined ? [] : [id]))),
        holds: new Set(resources.flatMap(({ id, provider }) => (provider.capabilities?.hold === undefined ? [] : [id]))),
        commit: await commitBefore(run, before),
        kept,
        aside,
        ...after,
        recovers: approved.recovers?.rollback ?? null,
        command: (words) => (0,command_line/* commandLine */.a)(session, words),
    });
    // First: a run that is killed after the next line must not leave something temporary without a word.
    for (const obligation of obligations) {
        if (await isNews(run, recorder, obligation))
            await recorder.add('obligation', obligation);
    }
    const entries = await recorder.entries();
    const unfinished = (0,incident_status/* openObligations */.CJ)((0,incident_status/* statusOf */.c2)(entries)).some(({ id }) => id === (0,incident_status/* unfinishedId */.Fg)(digest));
    if (acted || unfinished) {
        const startedAt = journal.log.entries().find(({ event }) => event === 'run')?.at ?? approved.createdAt;
        const result = { digest, ok, failed: [...open], snapshot, title, done: done.map(engine_plan/* keyOf */.TN), startedAt };
        if (approved.recovers === undefined)
            await recorder.add('rolled-back', result);
        else
            await recorder.add('recovered', { ...result, deployments: approved.recovers.deployments });
    }
    else {
        const last = entries.findLast(({ kind }) => ['rolled-back', 'recovered', 'verified'].includes(kind));
        if (last === undefined || last.kind === 'verified')
            return;
    }
    await recorder.add('verified', { digest, ok, statement: claim.sentence });
}
/** An obligation that is open with this content, or that was discharged after the last change of its resource, is not. */
async function isNews({ approved, journal }, recorder, obligation) {
    const known = (0,incident_status/* statusOf */.c2)(await recorder.entries()).obligations.find(({ id }) => id === obligation.id);
    if (known === undefined)
        return true;
    const { discharged } = known;
    if (discharged === null)
        return known.what !== obligation.what || known.discharge !== obligation.discharge;
    const later = journal.log.entries().filter(({ at }) => at > discharged.at);
    return (0,undo/* begunChanges */.Ps)(approved, later).some(({ resource }) => resource === obligation.resource);
}
/** What an undo brought back, and what does not lie beside production any more; in every open incident. */
async function dischargeMet(run, outcome, { undoes, pinned }) {
    const { session, project, approved } = run;
    const { ok, begun, left, manual, aside } = outcome;
    const notDone = new Set([...left, ...manual].map(({ resource }) => resource));
    const undone = new Set(begun.flatMap(({ resource }) => (notDone.has(resource) ? [] : [resource])));
    const of = approved.undoes ?? approved.recovers?.rollback ?? null;
    const word = approved.undoes === null ? 'recovered' : 'undone';
    const undo = ok && undoes && of !== null
        ? { digest: approved.digest, of, began: await beginOf(run, of), word }
        : null;
    const undid = ok && approved.undoes !== null ? { digest: approved.digest, of: approved.undoes } : null;
    for (const status of await (0,cli_incident/* openIncidentsOf */.bJ)(session, project.store, approved.environment)) {
        const recorder = (0,cli_incident/* recorderOf */.MU)(session, project, status.id);
        for (const met of metObligations((0,incident_status/* openObligations */.CJ)(status), { undo, undid, undone, pinned, aside })) {
            await recorder.add('discharged', met);
        }
    }
}
/** When a rollback began; null if the store does not tell. */
async function beginOf({ project, approved }, digest) {
    const entries = await (0,rollback_files/* readJournal */.a0)(project.store, approved.environment, digest);
    return entries.find(({ event }) => event === 'run')?.at ?? null;
}
/** True for a recovery and for the undo of a rollback. The undo of an undo is the rollback once more. */
async function bringsBack({ project, approved }) {
    let plan = approved;
    let undo = false;
    while (plan !== undefined && plan.undoes !== null) {
        undo = !undo;
        plan = await (0,rollback_files/* readApprovedPlan */.h6)(project.store, approved.environment, plan.undoes);
    }
    return plan?.recovers === undefined ? undo : !undo;
}
function openRecord({ session, project, approved }) {
    const title = session.inputs.reason ?? `Rollback to snapshot ${approved.snapshot}`;
    return (0,cli_incident/* openOrNewRecorder */.GC)(session, project, title, [approved.digest, approved.undoes, approved.recovers?.rollback ?? null].filter((digest) => digest !== null));
}
/** A record that cannot be written never stops a rollback. @returns null if it failed */
async function attempt({ session }, write) {
    try {
        return await write();
    }
    catch (error) {
        session.context.log.warn(`The record of the incident could not be written: ${(0,runtime_errors/* asRewindError */.m2)(error).message} The rollback goes on. What it leaves to be undone or finished is only in its report, and the guard does not know its commit.`);
        return null;
    }
}
/** The commit that served production before the rollback; null if it is unknown. */
async function commitBefore({ project, resources }, id) {
    if (id === null)
        return null;
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, id, project.origin).catch(() => null);
    for (const captured of manifest?.resources ?? []) {
        const provider = resources.find((resource) => resource.id === captured.id)?.provider;
        const commit = provider === undefined ? undefined : (0,engine_provider/* describeState */.Jw)(provider, captured.state).commit;
        if (commit !== undefined)
            return commit;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/commands/rollback/conclude.js



















/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
async function reread(run) {
    const { session, project, approved, manifest, release, resources } = run;
    const { context: ctx } = session;
    // A cancelled run has seconds left, and its requests no longer go out.
    if (ctx.signal.aborted)
        return { notRead: 'production was not read again, because the run was cancelled' };
    try {
        const { database, scope, undoes, recovers, includeLater } = approved;
        const choice = { database, scope, undoes, recovers, release, includeLater, approved };
        return await (0,live_plan/* compareWithLive */._f)({ ...project, resources, ctx, manifest, ...choice });
    }
    catch (error) {
        return { notRead: `production could not be read again: ${(0,runtime_errors/* asRewindError */.m2)(error).message}` };
    }
}
/** Writes the outcome into the record of the incident. A run that is killed later leaves nothing without a word. */
async function conclude(run, plan, outcomes, reread) {
    const { session, project, manifest, approved, timeline, approval } = run;
    const { database, scope } = approved;
    const entries = run.journal.log.entries();
    const begun = (0,undo/* begunChanges */.Ps)(approved, entries);
    // What the application wrote after the restore is no difference that this rollback left.
    const written = 'notRead' in reread ? [] : (0,engine_drift/* writtenSinceRestore */.kb)(approved, reread.plan);
    const live = 'notRead' in reread ? reread : { ...reread, plan: (0,engine_plan/* withoutChanges */.MT)(reread.plan, written) };
    const done = outcomes.every(({ status }) => status === 'done');
    const read = !('notRead' in live) && live.failures.length === 0;
    const aside = await asideOf(run);
    const facts = {
        ok: done && read && live.plan.changes.length === 0,
        cancelled: session.context.signal.aborted,
        manifest,
        approved,
        outcomes,
        live,
        claim: (0,project_claim/* claimOfProject */.Z)(project, manifest, { database, scope, live, recovers: approved.recovers }),
        manual: 'notRead' in live ? plan.manual : live.plan.manual,
        written: written.flatMap(({ since }) => since?.written ?? []),
        undo: begun.length === 0 ? null : (0,command_line/* undoCommand */.E)(session, approved.digest),
        command: (words) => (0,command_line/* commandLine */.a)(session, words),
        before: begun.length === 0 ? null : (0,undo/* stateBefore */.L9)(entries),
        kept: keptBy(aside, begun, manifest.id),
        timeline,
        tookMs: timeline.totalMs(),
        watched: null,
        reason: session.inputs.reason,
        approval,
    };
    const incident = await recordEnd(run, {
        ...facts,
        title: (0,rollback_report/* rollbackReport */.F3)(facts).title,
        left: outcomes.flatMap(({ change, status }) => (status === 'done' ? [] : [change])),
        acted: outcomes.length > 0,
        begun,
        aside,
        manual: [...facts.manual, ...leftInRecovery(approved, live)],
    });
    return { facts, incident };
}
/** Writes the report and the result. */
async function present(run, { facts, incident }) {
    const { session, manifest } = run;
    const { outcomes } = facts;
    const report = (0,rollback_report/* rollbackReport */.F3)(facts);
    const verdict = (0,rollback_report/* verdictOf */.Vj)(facts);
    const paths = await writeReport(session, report);
    const result = (0,result_file/* rollbackResult */.Ax)(facts, {
        title: report.title,
        commit: await switchedTo(run, outcomes),
        incident: incident === null
            ? null
            : { id: incident.id, head: (0,chain/* headText */.W)(incident.head), quarantined: quarantinedBy(incident) },
        report: paths,
    });
    await (0,result_file/* writeResult */.Zk)(session.path((0,external_node_path_.join)(session.inputs.out, 'result.json')), session.context.masker.redact(JSON.stringify(result)));
    return {
        exit: verdict === 'rolled-back' ? 0 : 1,
        json: result,
        text: `${report.text}\nReport: ${paths.markdown}${incident === null ? '' : `\nWhat is not yet normal: ${(0,command_line/* commandLine */.a)(session, ['incident', 'show', incident.id])}`}`,
        summary: report.markdown,
        outputs: {
            verdict,
            'snapshot-id': manifest.id,
            'report-path': paths.html,
            changes: String(outcomes.length),
            ...(incident === null ? {} : { 'incident-id': incident.id }),
        },
    };
}
const quarantinedBy = (status) => (0,incident_status/* openObligations */.CJ)(status).flatMap(({ kind, items, discharge }) => kind === 'quarantined-commit' ? items.map((commit) => ({ commit, lift: discharge })) : []);
/** Also of what is out of scope: its credential may be missing, and nobody asked for it. */
async function asideOf({ session, project, resources }) {
    const { context: ctx } = session;
    // The requests of a cancelled run no longer go out.
    if (ctx.signal.aborted)
        return new Map();
    return (0,aside/* readAside */.z)([...project.resources, ...project.backups], ctx, (id, why) => {
        if (!resources.some((resource) => resource.id === id))
            return;
        ctx.log.warn(`"${id}": what rollbacks put aside could not be read: ${why}`);
    });
}
/** What the changes of this rollback put aside. */
function keptBy(aside, begun, snapshot) {
    const changed = [...aside].filter(([id]) => begun.some(({ resource }) => resource === id));
    return changed.flatMap(([resource, objects]) => objects.flatMap((object) => {
        if (object.kind !== 'kept' || object.snapshot !== snapshot)
            return [];
        const { what, since, name, drop } = object;
        return [{ resource, what, since, drop, ...(name === undefined ? {} : { name }) }];
    }));
}
/** Writes report.md and report.html (self-contained) into the output directory. */
async function writeReport(session, report) {
    const { out } = session.inputs;
    const { masker } = session.context;
    (0,files/* makeFolder */.fc)(session.path(out));
    const paths = { markdown: (0,external_node_path_.join)(out, 'report.md'), html: (0,external_node_path_.join)(out, 'report.html') };
    await (0,promises_.writeFile)(session.path(paths.markdown), masker.redact(report.markdown));
    await (0,promises_.writeFile)(session.path(paths.html), masker.redact(await htmlReport(report)));
    return paths;
}
/** What a recovery leaves besides what is for a person; what came after the rollback is no part of what it undid. */
function leftInRecovery({ recovers }, live) {
    if (recovers === undefined || 'notRead' in live)
        return [];
    return live.plan.notSelected.filter(({ database }) => database !== 'down');
}
/** The commit of the deployment that serves production again; null if the plan did not switch it, or it failed. */
async function switchedTo({ session, manifest, approved, resources }, outcomes) {
    // From the approved plan: an earlier, interrupted run may have switched it.
    const change = approved.changes.find(({ stage }) => stage === 'deployment');
    if (!change || outcomes.some((outcome) => outcome.status !== 'done' && outcome.change.stage === 'deployment'))
        return null;
    const resource = resources.find(({ id }) => id === change.resource);
    const captured = manifest.resources.find(({ id }) => id === change.resource);
    if (resource === undefined || captured === undefined)
        return null;
    try {
        const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
        const goal = await (0,live_plan/* goalOf */.ZZ)(resource, saved, approved.recovers, (0,create_context/* forSnapshot */.C)(session.context, manifest));
        return (0,engine_provider/* describeState */.Jw)(resource.provider, goal).commit ?? null;
    }
    catch {
        // The report says what could not be read; only the page of GitHub is without the commit.
        return null;
    }
}

// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/commands/rollback/preflight.js




/**
 * Opens the payloads that the plan needs, and compares them with the manifest: the plan shows what the manifest says, so what
 * would be written must be the same. Called before production is read, so that every secret in them is masked before a text
 * from outside can print.
 */
async function provePayloads(run) {
    const ctx = (0,create_context/* forSnapshot */.C)(run.session.context, run.manifest);
    const touched = new Set(run.approved.changes.map(({ resource }) => resource));
    return (0,engine_resources/* settleResources */.D6)(run.resources.filter(({ id }) => touched.has(id)), async (resource) => {
        const { provider, config } = resource;
        const state = provider.state.parse(capturedOf(run, resource).state);
        const source = sourceOf(run, resource);
        return (await provider.prove?.(config, state, (0,create_context/* forResource */.i_)(ctx, resource.id), source, 'contents')) ?? [];
    });
}
/**
 * The payloads are intact and open with the identity; the providers confirm that their changes would succeed.
 * @throws RewindError snapshot-corrupt, preflight-failed, and those of a provider
 */
async function preflight(run, plan, proofs) {
    const { project, manifest, session } = run;
    const touched = new Set(plan.changes.map(({ resource }) => resource));
    const problems = await (0,snapshot_files/* checkPayloads */.M1)(project.store, manifest, touched);
    if (problems.length > 0) {
        throw new runtime_errors/* RewindError */.Ir('snapshot-corrupt', 'Sealed parts of the snapshot are damaged. Nothing was changed.', {
            problems,
        });
    }
    const ctx = (0,create_context/* forSnapshot */.C)(session.context, manifest);
    const outcomes = await (0,engine_resources/* settleResources */.D6)(run.resources.filter(({ id }) => touched.has(id)), async (resource) => {
        const source = sourceOf(run, resource);
        // The header proves that the identity opens it; the checksum covers the rest.
        for (const ref of source.refs)
            (await source.open(ref.name)).destroy();
        const proof = proofs.find((outcome) => outcome.resource.id === resource.id);
        if (proof?.error !== undefined)
            throw (0,runtime_errors/* asRewindError */.m2)(proof.error, resource.id);
        const { provider, config } = resource;
        const changes = plan.changes.filter((change) => change.resource === resource.id);
        const within = (0,create_context/* forResource */.i_)(ctx, resource.id);
        return [...(proof?.value ?? []), ...((await provider.preflight?.(config, changes, within, source)) ?? [])];
    });
    const errors = outcomes.flatMap(({ resource, value, error }) => {
        if (error !== undefined)
            return [(0,runtime_errors/* asRewindError */.m2)(error, resource.id)];
        return (value ?? [])
            .filter(({ level }) => level === 'error')
            .map(({ code, message, remedy }) => new runtime_errors/* RewindError */.Ir(code.endsWith('payload-differs') ? 'snapshot-corrupt' : 'preflight-failed', message, {
            resource: resource.id,
            remedy,
        }));
    });
    const [first] = errors;
    if (first && errors.length === 1)
        throw first;
    if (first) {
        throw new runtime_errors/* RewindError */.Ir('preflight-failed', `${errors.length} checks failed. Nothing was changed.`, {
            problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy}`),
        });
    }
}
function capturedOf({ manifest }, resource) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (!captured)
        throw new runtime_errors/* RewindError */.Ir('internal', `"${resource.id}" is planned but not in the snapshot.`);
    return captured;
}
function sourceOf(run, resource) {
    return new snapshot_files/* SealedSource */._y(run.project.store, run.manifest, capturedOf(run, resource), run.project.identities);
}

// EXTERNAL MODULE: ./lib/engine/journal.js
var engine_journal = __webpack_require__(12657);
// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(82367);
// EXTERNAL MODULE: ./lib/commands/rollback/obstacles.js
var obstacles = __webpack_require__(48537);
// EXTERNAL MODULE: ./lib/commands/rollback/quarantine.js
var quarantine = __webpack_require__(26007);
;// CONCATENATED MODULE: ./lib/commands/rollback/recheck.js












/** Laws 4 and 5: checks and captures everything again; the new plan must match the approved one. */
async function recheck(run) {
    const { session, project, approved, manifest, release, resources } = run;
    const { context: ctx } = session;
    const { database, scope, undoes, recovers, includeLater } = approved;
    const [findings, found] = await Promise.all([
        (0,live_plan/* checkResources */.EB)(resources.filter(({ id }) => manifest.resources.some((captured) => captured.id === id)), (0,create_context/* forSnapshot */.C)(ctx, manifest)),
        (0,live_plan/* planFromLive */.qY)({
            ...project,
            resources,
            ctx,
            manifest,
            database,
            scope,
            undoes,
            recovers,
            release,
            includeLater,
            approved,
        }),
    ]);
    // An interrupted run of this plan restored the data: a second restore would take away what was written since.
    const now = (0,engine_plan/* withoutChanges */.MT)(found, (0,engine_drift/* writtenSinceRestore */.kb)(approved, found));
    await (0,quarantine/* assertNotQuarantined */.c)(session, project, now, manifest, resources, (0,create_context/* forSnapshot */.C)(ctx, manifest));
    const errors = findings.filter(({ level, resource, code }) => level === 'error' && (0,obstacles/* isInTheWay */.M5)(resource, code, now.changes));
    (0,obstacles/* assertNothingInTheWay */.F0)([...errors, ...(await (0,obstacles/* backupObstacles */.fi)(project, now, (0,create_context/* forSnapshot */.C)(ctx, manifest)))]);
    if (now.snapshotDigest !== approved.snapshotDigest) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `Snapshot ${manifest.id} changed after the plan was made.`);
    }
    if (run.approval.kind === 'expedited')
        (0,gate/* assertExpedited */.ZN)(ctx, project.config, now, manifest, run.trust);
    const drift = (0,engine_drift/* driftOf */.$p)(approved, now, await begunBefore(run));
    if (drift.length > 0) {
        const file = besidePlan(session.inputs.plan);
        await (0,publish_plan/* writePlan */.pD)(session, now, file);
        ctx.log.info(`\n${(0,plan_text/* planText */.Pt)(now)}\n`);
        throw new runtime_errors/* RewindError */.Ir('plan-drift', 'Production changed after the plan was made. Nothing was changed.', {
            problems: drift,
            remedy: `Review the new plan and get it approved. To apply it: ${(0,publish_plan/* rollbackCommand */.Ct)(session, now, file)}`,
        });
    }
    return now;
}
/**
 * What earlier runs of this plan began. A change that another plan began after them is no interrupted work any more:
 * production may be what that plan made of it.
 */
async function begunBefore({ journal, project, approved }) {
    const { previous } = journal.log;
    if (!journal.log.wasBegun())
        return (0,engine_journal/* begunIn */.ZQ)(previous);
    const others = await (0,rollback_files/* otherJournals */.rl)(project.store, approved.environment, approved.digest);
    return (0,engine_journal/* begunIn */.ZQ)(previous, (0,engine_journal/* overtakenIn */.Vk)(previous, others, 'begin'));
}
/** The approved plan stays where it is: the same rollback may be started again. */
const besidePlan = (file) => `${file.replace(/\.json$/, '')}-new.json`;

// EXTERNAL MODULE: ./lib/commands/rollback/flags.js
var flags = __webpack_require__(46904);
;// CONCATENATED MODULE: ./lib/commands/rollback/rehearse.js




/**
 * Carries out, on a copy of the database, the changes that a provider can rehearse. A failure there stops them before
 * production is changed.
 * @param backup holds the database as it is now
 * @throws RewindError of the change that failed, or why there is no copy
 */
async function rehearse({ session, project, resources }, backup, changes) {
    const ctx = (0,create_context/* forSnapshot */.C)(session.context, backup);
    const all = [...project.resources, ...project.backups];
    for (const change of changes) {
        const resource = resources.find(({ id }) => id === change.resource);
        const able = resource?.provider.capabilities?.database;
        if (change.database !== 'up' || resource === undefined || able?.rehearse === undefined)
            continue;
        const database = (0,engine_resources/* databaseOf */.zJ)(resource, ctx);
        const holder = all.find((other) => other.provider.capabilities?.database?.withCopy !== undefined && (0,engine_resources/* databaseOf */.zJ)(other, ctx) === database);
        const captured = backup.resources.find(({ id }) => id === holder?.id);
        if (holder === undefined || captured === undefined) {
            ctx.log.warn(`${change.target}: not tried on a copy, because no provider can make one.`);
            continue;
        }
        const source = new snapshot_files/* SealedSource */._y(project.store, backup, captured, project.identities);
        const within = (0,create_context/* forResource */.i_)(ctx, holder.id);
        await holder.provider.capabilities?.database?.withCopy?.(holder.config, (0,live_plan/* parseState */.Bu)(holder, captured.state), within, source, async (copy) => able.rehearse?.(resource.config, change, (0,create_context/* forResource */.i_)(ctx, resource.id), copy));
        ctx.log.info(`${change.target}: tried on a copy of the database`);
    }
}

// EXTERNAL MODULE: ./lib/commands/rollback/undo-snapshot.js
var undo_snapshot = __webpack_require__(16410);
;// CONCATENATED MODULE: ./lib/commands/rollback/index.js


























/** Runs a rollback. Changes nothing before `apply`. */
/* harmony default export */ const rollback = ((0,command/* defineCommand */.N)({
    name: 'rollback',
    summary: 'Apply an approved plan, then compare production with the snapshot.',
    flags: flags/* flags */.M,
    examples: ['rollback --digest DIGEST', 'rollback --digest DIGEST --confirm-data-loss shop'],
    verdicts: ['rolled-back', 'not-recovered', 'incomplete'],
    notes: [
        'Exit status 0 ("rolled-back"): every approved change is done, and nothing that the plan covers differs. The title, the',
        'report and the field "claim" of the JSON also name what the plan leaves as it is, e.g. the database with --database none.',
        'Exit status 1 ("not-recovered"): production equals the snapshot, and a probe proves that an area does not work.',
        'Exit status 1 ("incomplete"): a change failed or was not begun, a difference is left, or production was not read again.',
    ],
    outputs: [
        'snapshot-id',
        'report-path',
        'changes',
        'retention-days',
        'rollback-artifact',
        'rollback-path',
        'undo-config-artifact',
        'undo-config-path',
        'undo-database-artifact',
        'undo-database-path',
        'incident-id',
        'incident-artifact',
        'incident-path',
    ],
    async run(session) {
        const timeline = new Timeline(session.context.clock);
        const begun = await timeline.step('plan and approval', () => begin(session));
        const { project, approved, journal } = begun;
        const resources = (0,engine_resources/* inScope */.SB)([...project.resources, ...project.backups], approved.scope);
        (0,undo_snapshot/* announceUpload */.xj)(session, 'rollback', (0,artifact_names/* rollbackArtifact */.Rr)(project.config.store, approved.environment, approved.digest));
        session.setOutput('retention-days', String((0,artifact_names/* retentionDays */.Ol)(project.config)));
        const watch = watchBeside({ session, resources, ...begun });
        try {
            const { run, concluded } = await (0,environment_lock/* underLock */.y)(session, project, 'rollback', approved.digest, async (lock) => {
                journal.log.lockedAs(lock.order);
                const own = { session, resources, lock, timeline, ...begun };
                return { run: own, concluded: await rollBack(own) };
            });
            // Without the lock: if production has not recovered, nobody must wait for the end of the watch.
            return await present(run, await watched(run, concluded, await watch));
        }
        finally {
            journal.log.close();
            void watch.then((beside) => beside?.stop());
        }
    },
}));
/**
 * Runs the configured probes from now on. Nothing waits for them, and nothing is loaded without them.
 * @returns null without probes; never rejects
 */
async function watchBeside(run) {
    const { probes, monitor } = run.project.config;
    if (probes.length === 0 || monitor['after-rollback-minutes'] === 0)
        return null;
    try {
        const { beginWatch } = await Promise.all(/* import() */[__webpack_require__.e(8646), __webpack_require__.e(8455)]).then(__webpack_require__.bind(__webpack_require__, 88455));
        return beginWatch(run);
    }
    catch (error) {
        run.session.context.log.warn(`The probes could not run: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        return null;
    }
}
/** Adds what the probes say after the verification. */
async function watched(run, concluded, watch) {
    if (watch === null)
        return concluded;
    const { session } = run;
    const { facts, incident } = concluded;
    const found = await watch.conclude(facts.ok ? null : 'not watched, because the changes are not complete');
    if (found.proof !== null) {
        await (0,files/* writeOutput */.zh)('out', session.path(`${session.inputs.out}/recovery.json`), `${JSON.stringify(found.proof)}\n`);
    }
    return {
        facts: { ...facts, watched: found },
        incident: incident === null ? null : await recordWatch(run, incident, found),
    };
}
async function rollBack(run) {
    const { session, journal, timeline } = run;
    try {
        const proofs = await timeline.step('sealed values', () => provePayloads(run));
        const plan = await timeline.step('checks and drift', () => recheck(run));
        await timeline.step('pre-flight', () => preflight(run, plan, proofs));
        if (plan.changes.length > 0) {
            // The record names the command that finishes this rollback; on another machine it needs the plan.
            await journal.persist();
            await recordBegin(run);
        }
        const before = plan.changes.length === 0 ? null : await takeBefore(run, plan);
        const outcomes = await rollback_apply(run, plan, before);
        const live = await timeline.step('verification', () => reread(run));
        return await conclude(run, plan, outcomes, live);
    }
    finally {
        // A store that fails now, also because the run was cancelled, must not take the place of the report.
        await journal.persist().catch((error) => {
            session.context.log.warn(`The journal could not be copied to the store: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        });
    }
}
/** Finds the approved plan and its snapshot, and who approved it. */
async function begin(session) {
    const project = await session.open();
    (0,gate/* assertEnvironment */.Wc)(session, project);
    const approved = await (0,approved_plan/* approvedPlan */.XB)(session, project);
    // Of the approved plan, not of what is left of it: the same command finishes an interrupted rollback.
    (0,confirmation/* assertConfirmed */._K)(approved, session.inputs.confirmDataLoss);
    const found = findTrusted(session, project, approved.snapshot);
    // Awaited below. A rejection before that must not end the program: the reason would be a stack trace.
    found.catch(() => undefined);
    const journal = await (0,approved_plan/* openJournal */._0)(session, project, approved);
    try {
        if (session.run !== null)
            journal.log.opened(session.run.url, session.run.attempt);
        assertFresh(session, project, approved, journal.log);
        const begun = journal.log.wasBegunBy(session.run?.url ?? '');
        const [{ manifest, trust }, approval, release] = await Promise.all([
            found,
            (0,gate/* approvalOf */.xf)(session, project, approved, begun, found),
            (0,cli_release/* releaseOfPlan */.Ge)(project, approved),
        ]);
        return { project, approved, manifest, release, trust, approval, journal };
    }
    catch (error) {
        journal.log.close();
        await found.catch(() => undefined);
        throw error;
    }
}
/** How far the clock of the machine that made the plan may be ahead: 5 minutes. */
const CLOCK_SKEW_HOURS = 5 / 60;
/**
 * A plan is for the production of its day and for the program that made it. A rollback that already began goes on.
 * @throws RewindError plan-expired, plan-mismatch
 */
function assertFresh(session, { config }, approved, journal) {
    if (journal.wasBegun())
        return;
    const hours = (session.context.clock.now().getTime() - Date.parse(approved.createdAt)) / 3_600_000;
    // The digest does not cover this time. A plan with a time far in the future would stay valid until then.
    if (hours < -CLOCK_SKEW_HOURS) {
        throw new runtime_errors/* RewindError */.Ir('plan-expired', `The plan has a time in the future: ${approved.createdAt}.`, {
            remedy: 'Check the clocks of the machines that plan and roll back. Make a new plan, and get it approved.',
        });
    }
    if (hours > config['plan-hours']) {
        throw new runtime_errors/* RewindError */.Ir('plan-expired', `The plan was made ${Math.floor(hours)} hours ago.`);
    }
    if (approved.program !== (0,program/* programId */.W)()) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `Rewind ${approved.program} made the plan; this is Rewind ${(0,program/* programId */.W)()}. Nothing was changed.`, { remedy: 'Use the same version in both jobs: pin the action to a commit. Then run the workflow again.' });
    }
}
async function findTrusted({ context: ctx }, project, id) {
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, id, project.origin);
    return { manifest, trust: await (0,trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now()) };
}
/** Takes the snapshot that the undo returns to, and records its id. */
async function takeBefore(run, plan) {
    const manifest = await run.timeline.step('pre-rollback snapshot', () => (0,undo_snapshot/* snapshotBefore */.mz)(run));
    run.journal.log.record('before', manifest.id, (0,undo/* noteOf */.kH)(run.approved, plan, () => true));
    return manifest;
}
/** The same with the databases, directly before they are changed. */
async function takeBackup(run, plan, before, changes) {
    const { session, project, journal, timeline, approved } = run;
    const manifest = await timeline.step('backup before database', async () => (0,undo_snapshot/* backupBefore */.eg)({ session, project }, changes, await firstBefore(run, before)));
    if (manifest === null)
        return;
    journal.log.record('backup', manifest.id, (0,undo/* noteOf */.kH)(approved, plan, ({ backupFirst }) => backupFirst === true));
    // On another machine, an undo knows only what is in the store.
    await journal.persist();
    if (changes.some(({ database }) => database === 'up'))
        await timeline.step('rehearsal', () => rehearse(run, manifest, changes));
}
/** The snapshot before the first run of this rollback; that of this run if it cannot be read. */
async function firstBefore({ project, journal, session }, own) {
    const id = (0,undo/* stateBefore */.L9)(journal.log.entries().filter(({ event }) => event === 'before'));
    if (id === null || id === own?.id)
        return own;
    return (0,choose/* findSnapshot */.Cb)(project.store, id, project.origin).catch((error) => {
        session.context.log.warn(`Snapshot ${id} could not be read: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        return own;
    });
}
async function rollback_apply(run, plan, before) {
    const { session, manifest, journal, timeline } = run;
    journal.log.record('run', plan.digest, `${(0,approval_record/* describeApproval */.x)(run.approval)}; run ${run.approval.url ?? 'on a command line'}`);
    const outcomes = await (0,apply/* applyPlan */.g)({
        plan,
        resources: run.resources,
        ctx: (0,create_context/* forSnapshot */.C)(session.context, manifest),
        sourceOf: (resource) => sourceOf(run, resource),
        journal: journal.log,
        beforeStage: async (_stage, changes) => {
            await run.lock.assertHeld();
            await journal.persist();
            if (changes.some(({ backupFirst }) => backupFirst === true))
                await takeBackup(run, plan, before, changes);
        },
        onChange: (change, from, to) => timeline.add(`${change.resource}: ${change.target}`, from, to),
    });
    journal.log.record('finish', plan.digest, outcomes.every(({ status }) => status === 'done') ? 'done' : 'incomplete');
    return outcomes;
}


/***/ }),

/***/ 26007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ assertNotQuarantined)
/* harmony export */ });
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21722);
/* harmony import */ var _cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49837);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75236);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16449);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);





/**
 * A recovery must not deploy a commit that was rolled back, until a person lifts the quarantine. A record that cannot be
 * read stops it; a status of GitHub that cannot be read does not.
 * @param ctx for the snapshot of the plan
 * @throws RewindError commit-quarantined, incident-corrupt, store-unreadable
 */
async function assertNotQuarantined(session, project, plan, manifest, resources, ctx) {
    if (plan.recovers === undefined)
        return;
    const switched = new Set(plan.changes.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
    for (const resource of resources.filter(({ id }) => switched.has(id))) {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        const goal = await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .goalOf */ .ZZ)(resource, (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, captured?.state), plan.recovers, ctx);
        const { commit, deployment } = (0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(resource.provider, goal);
        if (commit === undefined)
            continue;
        const { held, why, lift } = await (0,_cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_1__/* .heldBack */ .Zg)(session, project, commit);
        if (why !== '' && !held)
            session.context.log.info(why);
        if (!held)
            continue;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('commit-quarantined', `${deployment ?? 'The deployment'} is a build of a commit that is held back: ${why}`, {
            resource: resource.id,
            remedy: `Deploy the fix, then: ${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .a)(session, ['recover', '--deployment', 'latest'])}. Or recover only the other resources with --scope. ${lift}`,
        });
    }
}


/***/ }),

/***/ 22186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ REASONS_OF_CLAIMS),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   hz: () => (/* binding */ VERDICTS_OF_CLAIMS),
/* harmony export */   p: () => (/* binding */ presentValue),
/* harmony export */   qy: () => (/* binding */ claimSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98479);


const reason = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([
    // Differences
    'changed',
    'by-hand',
    'database-mode',
    'later',
    // Not compared
    'out-of-scope',
    'not-in-snapshot',
    'not-configured',
    'unreadable',
    'unreadable-value',
]);
const REASONS_OF_CLAIMS = reason.options;
const remainder = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** `changed`: differs. `by-hand`: differs, and only a person can restore it. `database-mode`: differs, left by choice. `later`: differs, because somebody changed it after the deploy; it stays. */
    reason,
    detail: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const verdict = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['equal', 'partly-compared', 'differs', 'not-compared']);
const VERDICTS_OF_CLAIMS = verdict.options;
const claimSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /**
     * `equal`: every resource was compared and is equal. `partly-compared`: what was compared is equal, something was not
     * compared. `differs`: a difference is known, also one that is left by choice. `not-compared`: nothing was compared.
     */
    verdict,
    /** The whole claim in one line, without a full stop. */
    sentence: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Ids of the resources that were read and equal the snapshot. */
    equal: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    /** Ids of the resources that were read and compared: the equal ones and the different ones. */
    compared: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    differs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(remainder),
    notCompared: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(remainder),
});
/** Law 10: a claim is never larger than its proof. Pure. */
function claimOf(facts) {
    const all = [...facts.configured, ...facts.captured.filter((id) => !facts.configured.includes(id))];
    const equal = [];
    const compared = [];
    const differs = [];
    const notCompared = [];
    for (const resource of all) {
        const missing = whyNotCompared(resource, facts);
        if (missing) {
            notCompared.push(missing);
            continue;
        }
        compared.push(resource);
        const found = differencesOf(resource, facts);
        differs.push(...found);
        if (found.length === 0)
            equal.push(resource);
        if ('notRead' in facts.live)
            continue;
        for (const blind of facts.live.blind.filter((entry) => entry.resource === resource)) {
            notCompared.push({ resource, reason: 'unreadable-value', detail: blind.what });
        }
    }
    const verdict = differs.length > 0
        ? 'differs'
        : compared.length === 0
            ? 'not-compared'
            : notCompared.length > 0
                ? 'partly-compared'
                : 'equal';
    const lists = { equal, compared, differs, notCompared };
    return { verdict, sentence: sentenceOf(facts, all.length, lists), ...lists };
}
function whyNotCompared(resource, facts) {
    const { configured, captured, scope, live } = facts;
    if (!configured.includes(resource)) {
        return { resource, reason: 'not-configured', detail: 'in the snapshot, but no longer in the configuration' };
    }
    if (scope !== null && !scope.includes(resource))
        return { resource, reason: 'out-of-scope', detail: 'out of scope' };
    if (!captured.includes(resource))
        return { resource, reason: 'not-in-snapshot', detail: 'not in the snapshot' };
    if ('notRead' in live)
        return { resource, reason: 'unreadable', detail: live.notRead };
    const failure = live.failures.find((error) => error.resource === resource);
    return failure && { resource, reason: 'unreadable', detail: failure.message };
}
function differencesOf(resource, { live }) {
    if ('notRead' in live)
        return [];
    const own = (changes, why) => changes
        .filter((change) => change.resource === resource)
        .map((change) => ({ resource, reason: why, detail: detailOf(change, why) }));
    return [
        ...own(live.plan.changes, 'changed'),
        ...own(live.plan.manual, 'by-hand'),
        ...own(live.plan.notSelected, 'database-mode'),
        ...own(live.plan.later, 'later'),
    ];
}
/** A change that another database mode would make has its difference in `before`; its `after` says what that mode does. */
function detailOf(change, why) {
    const text = why === 'database-mode' || why === 'later' ? (change.before ?? 'absent') : (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change);
    return `${change.target}: ${text}`;
}
function sentenceOf(facts, total, { equal, differs, notCompared }) {
    const { environment, database, recovers } = facts;
    const chosen = Object.entries(recovers?.deployments ?? {}).map(([id, deployment]) => `${id}: ${deployment}`);
    const snapshot = `${facts.snapshot}${chosen.length === 0 ? '' : `, with the chosen deployment (${chosen.join(', ')})`}`;
    if (equal.length === total && notCompared.length === 0) {
        return `"${environment}" equals snapshot ${snapshot} (${count(total)} compared)`;
    }
    const of = (why) => differs.filter((entry) => entry.reason === why);
    const parts = [
        `${equal.length} of ${count(total)} of "${environment}" ${equal.length === 1 ? 'equals' : 'equal'} snapshot ${snapshot}`,
        ...of('changed').map(({ resource, detail }) => `${resource} differs: ${brief(detail)}`),
        ...of('by-hand').map(({ resource, detail }) => `${resource} must be restored by hand: ${brief(detail)}`),
        ...of('database-mode').map(({ resource, detail }) => `${resource} left as it is ${recovers === undefined ? `by choice (--database ${database})` : 'in a recovery'}: ${brief(detail)}`),
        ...of('later').map(({ resource, detail }) => `${resource} kept as it is, because it was changed after the deploy: ${brief(detail)}`),
        ...grouped(notCompared),
    ];
    return parts.join('; ');
}
/** One clause for each reason: "not compared: cdn, media (out of scope)". */
function grouped(entries) {
    const byDetail = new Map();
    for (const { resource, detail } of entries) {
        const text = brief(detail);
        byDetail.set(text, [...(byDetail.get(text) ?? []), resource]);
    }
    return [...byDetail].map(([detail, ids]) => `not compared: ${ids.join(', ')} (${detail})`);
}
const count = (total) => `${total} ${total === 1 ? 'resource' : 'resources'}`;
function brief(text) {
    const line = text.replaceAll('\n', ', ');
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
/**
 * The present value of a change's object, by a comparison that was made after it.
 * @returns undefined if it was not read again
 */
function presentValue(change, live) {
    if ('notRead' in live || live.failures.some(({ resource }) => resource === change.resource))
        return undefined;
    const { changes, manual, notSelected, later } = live.plan;
    const found = [...changes, ...manual, ...notSelected, ...later].find((other) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(other) === (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(change));
    return (found ? found.before : change.after) ?? 'absent';
}


/***/ }),

/***/ 38028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ rollbackResult),
/* harmony export */   F: () => (/* binding */ parseResult),
/* harmony export */   Zk: () => (/* binding */ writeResult)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58795);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98479);
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22186);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8892);
/* harmony import */ var _probes_probe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10377);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(24408);
/* harmony import */ var _rollback_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(45815);











const result = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_10__/* .literal */ .euz('rewind-result'),
    ok: zod__WEBPACK_IMPORTED_MODULE_10__/* .boolean */ .zMY(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(['rolled-back', 'not-recovered', 'incomplete']),
    title: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    /** True for a plan forwards. */
    recovery: zod__WEBPACK_IMPORTED_MODULE_10__/* .boolean */ .zMY(),
    /** What is proven of production, and what is not. */
    claim: _engine_claim_js__WEBPACK_IMPORTED_MODULE_5__/* .claimSchema */ .qy,
    /** What the probes say of each part of the system; null if none ran. */
    areas: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        area: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(_probes_probe_js__WEBPACK_IMPORTED_MODULE_7__/* .AREAS */ .xS),
        state: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_6__/* .RECOVERIES */ .Ym),
        /** Ids of the probes that watch it. */
        probes: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
        why: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    }))
        .nullable(),
    environment: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
    applied: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        change: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
        message: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
    })),
    /** Number of changes that a new plan would contain; null if production could not be read again. */
    remaining: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig().nullable(),
    manual: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
    /** Command that undoes it; null if it changed nothing. */
    undo: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
    /** Snapshot that holds the state before it. */
    before: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
    /** What it put aside, e.g. the previous database. */
    kept: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ resource: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), what: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), since: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), drop: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP() })),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig(),
    /** Steps, in milliseconds since the program began. */
    timeline: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig(), to: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig() })),
    /** The record that the rollback wrote to; null if none was written. */
    incident: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        /** Its head, `SEQ:HASH`. */
        head: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        /** Commits that are held back, each with the command that lifts it. */
        quarantined: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ commit: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), lift: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP() })),
    })
        .nullable(),
    /** Commit that production serves now; null if it is unknown or the deployment was not switched. */
    commit: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
    approval: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        requestedBy: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(['reviewed', 'expedited', 'none', 'command line']),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()),
        skipped: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
        url: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().nullable(),
        attempt: zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig().nullable(),
    }),
    report: zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({ markdown: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), html: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP() }),
});
function rollbackResult(facts, rest) {
    const { manifest, approved, outcomes, live, claim, manual, undo, before, kept, approval, timeline, watched, tookMs } = facts;
    const verdict = (0,_rollback_report_js__WEBPACK_IMPORTED_MODULE_9__/* .verdictOf */ .Vj)(facts);
    const done = outcomes.filter(({ status }) => status === 'done');
    return {
        kind: 'rewind-result',
        ...rest,
        ok: verdict === 'rolled-back',
        verdict,
        claim,
        areas: watched?.areas.map((one) => ({
            area: one.area,
            state: one.state,
            probes: [...one.probes],
            why: (0,_areas_js__WEBPACK_IMPORTED_MODULE_8__/* .whyOf */ .gf)(one, watched),
        })) ?? null,
        environment: manifest.environment,
        snapshot: manifest.id,
        digest: approved.digest,
        recovery: approved.recovers !== undefined,
        applied: done.map(({ change }) => (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change)),
        failed: outcomes
            .filter(({ status }) => status !== 'done')
            .map(({ change, status, error }) => ({
            change: (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change),
            status,
            code: error?.code ?? null,
            message: error?.message ?? null,
        })),
        remaining: 'notRead' in live || live.failures.length > 0 ? null : (0,_rollback_report_js__WEBPACK_IMPORTED_MODULE_9__/* .remainingOf */ ._1)(live).length,
        manual: manual.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN),
        undo,
        before,
        kept: kept.map(({ resource, what, since, drop }) => ({ resource, what, since, drop })),
        durationMs: tookMs,
        timeline: [...timeline.entries],
        approval: { ...approval, approvedBy: [...approval.approvedBy] },
    };
}
/** @param text JSON without secrets */
async function writeResult(path, text) {
    (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${text}\n`);
}
/** @throws RewindError plan-unreadable */
function parseResult(content) {
    const parsed = result.safeParse(content);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-unreadable', 'Another version of Rewind wrote the result file.', {
        problems: parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
}


/***/ }),

/***/ 45815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ rollbackReport),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   _1: () => (/* binding */ remainingOf),
/* harmony export */   b$: () => (/* binding */ WHY)
/* harmony export */ });
/* harmony import */ var _approval_approval_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78648);
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22186);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98479);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);







/** What a plan is called. */
const wordsOf = ({ undoes, recovers }) => recovers !== undefined
    ? { name: 'Recovery', done: 'Recovered' }
    : undoes === null
        ? { name: 'Rollback', done: 'Rolled back' }
        : { name: 'Undo', done: 'Undone' };
const WORD = { done: 'done', failed: 'FAILED', 'not-begun': 'not begun' };
/** Reports the done changes, the open changes and the next steps. */
function rollbackReport(facts) {
    const title = headline(facts);
    const next = nextSteps(facts);
    return {
        title,
        timeline: facts.timeline,
        watched: facts.watched,
        text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)([title, ...lines(facts), ...next]),
        markdown: markdown(facts, title, next),
    };
}
/** `not-recovered`: production equals the snapshot, and a probe proves that an area does not work. */
const verdictOf = ({ ok, watched }) => !ok ? 'incomplete' : (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .notRecovered */ .p1)(watched).length > 0 ? 'not-recovered' : 'rolled-back';
function headline({ ok, cancelled, claim, outcomes, tookMs, approved, watched }) {
    const took = (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(tookMs / 1000);
    const sentence = `${claim.sentence}${(0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .areasClause */ .Ir)(watched)}`;
    const byHand = claim.differs.some(({ reason }) => reason === 'by-hand');
    if (ok && outcomes.length === 0)
        return `${byHand ? 'Nothing was changed' : 'Nothing to do'}: ${sentence}.`;
    if (ok)
        return `${wordsOf(approved).done}${byHand ? ' in part' : ''}: ${sentence} (${outcomes.length} change(s), ${took}).`;
    const done = outcomes.filter(({ status }) => status === 'done').length;
    const what = `${wordsOf(approved).name} ${cancelled ? 'cancelled' : 'INCOMPLETE'}`;
    return `${what}: ${done} of ${outcomes.length} change(s) done after ${took}.`;
}
/** Changes that a new plan would contain; none if production was not read again. */
const remainingOf = (live) => ('notRead' in live ? [] : live.plan.changes);
function lines({ outcomes, live, ok, claim, written, watched }) {
    return [
        ...outcomes.map(({ change, status, error, durationMs }) => {
            const why = error ? `: ${error.message}` : '';
            return `  ${WORD[status]}: ${change.target} (${oneLine((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change))}, ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(durationMs / 1000)})${why}`;
        }),
        ...remainingOf(live).map((change) => `  still different: ${change.target} (${oneLine((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change))})`),
        ...(written.length === 0 ? [] : [`  ${writtenText(written)}`]),
        // The title of a success is the claim.
        ...(ok ? [] : [`  ${'notRead' in live ? live.notRead : claim.sentence}`]),
        ...(watched === null ? [] : (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .areasText */ .g_)(watched)),
    ];
}
const oneLine = (text) => text.replaceAll('\n', '; ');
/** "At least 3 row(s) were written since by the application: public.orders (3)" */
function writtenText(written) {
    const rows = written.reduce((sum, { rows: count }) => sum + (count ?? 0), 0);
    const tables = written.map(({ what, rows: count }) => (count === null ? what : `${what} (${count})`)).join(', ');
    return `${rows === 0 ? 'Rows' : `At least ${rows} row(s)`} were written since by the application: ${tables}`;
}
function nextSteps(facts) {
    const { ok, cancelled, outcomes, manual, undo, kept, approved, live, command } = facts;
    const steps = [];
    if (cancelled) {
        steps.push(`Run the same rollback again (digest ${approved.digest}): it goes on where this run stopped.`);
    }
    else if (!ok && outcomes.some(({ status }) => status !== 'done')) {
        const remedies = new Set(outcomes.flatMap(({ change, error }) => (error ? [`${change.resource}: ${error.remedy}`] : [])));
        steps.push(...remedies);
        steps.push(`Then run the same rollback again (digest ${approved.digest}): it skips the changes that are done.`);
        const failed = new Set(outcomes.filter(({ error }) => error).map(({ change }) => change.resource));
        const waiting = new Set(outcomes.filter(({ status }) => status === 'not-begun').map(({ change }) => change.resource));
        const free = [...waiting].filter((id) => !failed.has(id));
        if (free.length > 0 && approved.recovers === undefined) {
            steps.push(`To apply what was not begun without the rest: ${command(['plan', '--scope', free.join(',')])}. Then get that plan approved.`);
        }
    }
    else if (!ok && remainingOf(live).length > 0) {
        const again = approved.recovers === undefined ? 'plan' : 'recover';
        steps.push(`Run "${command([again])}" to see what remains, get the plan approved, and run it.`);
    }
    const broken = ok ? (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .notRecovered */ .p1)(facts.watched) : [];
    if (broken.length > 0) {
        steps.push(`Production equals the snapshot, and a probe of ${broken.join(' and ')} still fails. Look at the services that production uses, and at what the snapshot does not hold.`, `To watch again, run the same rollback again (digest ${approved.digest}): it skips the changes that are done.`);
    }
    if ('notRead' in live)
        steps.push(`Run "${command(['verify'])}" to see what production is now.`);
    else
        steps.push(...new Set(live.failures.map(({ remedy }) => `${remedy} Then run "${command(['verify'])}".`)));
    steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
    const warnings = outcomes.flatMap(({ status, change: { resource, target, warnings: of } }) => status === 'done' ? of.map((warning) => `Keep in mind for ${resource} (${target}): ${warning}`) : []);
    steps.push(...new Set(warnings));
    steps.push(...kept.map(({ what, since, name, drop }) => {
        const way = name === undefined ? drop : command(['recover', '--drop-database', name]);
        return `Kept since ${since}: ${what}. When nobody needs it: ${way}`;
    }));
    if (undo !== null) {
        // A restore beside production replaces no data: what it made is not in the snapshot that an undo returns to.
        const stays = outcomes.flatMap(({ status, change }) => status === 'done' && change.database === 'restore' && change.undo?.includes('rewind undo') === false
            ? [`It does not undo ${change.target}. To undo that: ${change.undo}`]
            : []);
        const hasData = outcomes.some(({ change }) => change.database !== undefined);
        const data = hasData && stays.length === 0 ? ', data included' : '';
        steps.push([`To undo this ${wordsOf(approved).name.toLowerCase()}${data}: ${undo}`, ...stays].join('. '));
    }
    return steps.length === 0 ? [] : ['What next:', ...steps.map((step) => `  - ${step}`)];
}
/** Why a resource is not among the equal ones, for a reader. */
const WHY = {
    changed: 'differs',
    'by-hand': 'must be restored by hand',
    'database-mode': 'left as it is by choice',
    later: 'kept: it was changed after the deploy',
    'out-of-scope': 'not compared: out of scope',
    'not-in-snapshot': 'not compared: not in the snapshot',
    'not-configured': 'not compared: not in the configuration',
    unreadable: 'not compared: could not be read again',
    'unreadable-value': 'not compared: a value cannot be read',
};
/** Rows of a table before the rest is folded. */
const ROWS = 25;
function markdown(facts, title, next) {
    const { reason, manifest, approved, timeline, claim, written, watched } = facts;
    const red = redFacts(facts);
    const parts = [
        `## ${verdictOf(facts) === 'rolled-back' ? '✅' : '❌'} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(title)}`,
        red.length === 0 ? '' : red.map((line) => `- 🔴 ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line)}`).join('\n'),
        `${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)((0,_approval_approval_record_js__WEBPACK_IMPORTED_MODULE_6__/* .describeApproval */ .x)(facts.approval))}${reason === null ? '' : `\n\nReason: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(reason)}`}`,
        next.length === 0
            ? ''
            : `### ${next[0] ?? ''}\n\n${next
                .slice(1)
                .map((line) => listItem(line.trim()))
                .join('\n')}`,
        outcomesTable(facts),
        `### Proof\n\n${PROOF_ICON[claim.verdict]} Captured again: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(claim.sentence)}.`,
        written.length === 0 ? '' : (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(`${writtenText(written)}.`),
        notEqualTable(claim),
        watched === null ? '' : (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .areasMarkdown */ .eq)(watched),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .details */ .zH)('Timeline', timeline.mermaid()),
        `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
/** What is not as it must be, the failures first. */
function redFacts({ outcomes, live, watched }) {
    const notBegun = outcomes.filter(({ status }) => status === 'not-begun').length;
    return [
        ...outcomes.flatMap(({ change, status, error }) => status === 'failed' ? [`Failed: ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change)}: ${error?.message ?? 'no reason is known'}`] : []),
        ...(notBegun === 0 ? [] : [`Not begun: ${notBegun} of ${outcomes.length} change(s)`]),
        ...('notRead' in live ? [`Not proven: ${live.notRead}`] : []),
        ...remainingOf(live).map((change) => `Still different: ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change)}: ${oneLine((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change))}`),
        ...(0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .notRecovered */ .p1)(watched).map((area) => `Does not work: ${area}`),
    ];
}
function outcomesTable({ outcomes, live }) {
    if (outcomes.length === 0)
        return '';
    const head = ['', 'What', 'Before', 'Now', 'Took'];
    const rows = outcomes.map(({ change, status, durationMs }) => [
        status === 'done' ? '✅' : status === 'failed' ? '❌' : '⏸️',
        `${change.resource}: ${change.target}`,
        change.before ?? 'absent',
        (0,_engine_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .presentValue */ .p)(change, live) ?? 'not read again',
        (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(durationMs / 1000),
    ]);
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .foldedTable */ .vd)(head, rows, ROWS);
}
function notEqualTable({ differs, notCompared }) {
    const left = [...differs, ...notCompared];
    if (left.length === 0)
        return '';
    const rows = left.map(({ resource, reason, detail }) => [resource, WHY[reason], detail]);
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .foldedTable */ .vd)(['Resource', 'Why it is not called equal', 'What'], rows, ROWS);
}
const PROOF_ICON = { equal: '✅', 'partly-compared': '🟡', differs: '🟡', 'not-compared': '❓' };
/** A line of our own list: its bullet stays, its text is escaped. */
const listItem = (line) => line.startsWith('- ') ? `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line.slice(2))}` : (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line);


/***/ })

};
