export const id = 2488;
export const ids = [2488];
export const modules = {

/***/ 118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ claimOfProject)
/* harmony export */ });
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2186);

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

/***/ 2446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ readLocalJournal),
/* harmony export */   XB: () => (/* binding */ approvedPlan),
/* harmony export */   _0: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6112);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(525);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8795);
/* harmony import */ var _engine_journal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2657);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8479);
/* harmony import */ var _engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8230);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4257);
/* harmony import */ var _cli_choose_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5621);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2529);











/**
 * Finds the approved plan by its digest: in the plan file, else in the store (from an interrupted run), else by a new plan,
 * which has the same digest if nothing changed.
 * @throws RewindError approval-missing, plan-unreadable, plan-mismatch
 */
async function approvedPlan(session, project) {
    const { digest, plan: file } = session.inputs;
    if (digest === null)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('approval-missing', '--digest is missing. Pass the digest of the approved plan.');
    const path = session.path(file);
    const given = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? await fromFile(path, file) : undefined;
    // A later plan may have been written over the file; an interrupted run left the approved one in the store.
    const found = given?.digest === digest
        ? given
        : ((await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readApprovedPlan */ .h6)(project.store, project.config.environment, digest)) ?? given);
    const plan = found ?? (await planAgain(session, project));
    if (plan.digest !== digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('plan-mismatch', `Plan digest ${plan.digest} does not match the approved digest ${digest}.`);
    }
    if (plan.environment !== project.config.environment) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('plan-mismatch', `The plan is for "${plan.environment}"; the configuration is for "${project.config.environment}".`);
    }
    await assertSameChoice(session, project, plan);
    return plan;
}
/**
 * The flags say how the plan is made again; the plan that was found decides. A flag that contradicts it is refused: a
 * narrower scope would leave changes out, and any other would not be what the operator asked for.
 * @throws RewindError plan-mismatch; as `choose` if the snapshot is named by other than its id
 */
async function assertSameChoice(session, project, plan) {
    const { inputs } = session;
    const { scope } = inputs;
    const covered = plan.scope ?? project.config.resources.map(({ id }) => id);
    if (scope !== null && !(covered.every((id) => scope.includes(id)) && scope.every((id) => covered.includes(id)))) {
        throw contradiction('scope', scope.join(','), `covers ${plan.scope?.join(', ') ?? 'all resources'}`);
    }
    // An action passes the default if the workflow gives no mode, so the default says nothing.
    if (inputs.database !== _cli_flags_js__WEBPACK_IMPORTED_MODULE_10__/* .FLAGS */ .Wg.database.default && inputs.database !== plan.database) {
        throw contradiction('database', inputs.database, `has the database mode ${plan.database}`);
    }
    // What `latest`, `previous` and `~N` name depends on what is live, which an interrupted run of this plan may have changed.
    const selector = (0,_engine_selector_js__WEBPACK_IMPORTED_MODULE_8__/* .parseSelector */ .P)(inputs.snapshot);
    if (selector === undefined || selector.kind === 'newest')
        return;
    const asPlanned = { ...session, inputs: { ...inputs, scope: plan.scope } };
    const named = selector.kind === 'id' ? selector.id : (await (0,_cli_choose_js__WEBPACK_IMPORTED_MODULE_9__/* .choose */ .Sw)(asPlanned, project, inputs.snapshot)).manifest.id;
    if (named !== plan.snapshot) {
        throw contradiction('snapshot', inputs.snapshot, `restores the snapshot ${plan.snapshot}`);
    }
}
const contradiction = (flag, given, planned) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('plan-mismatch', `The approved plan ${planned}; this command has --${flag} ${given}. Nothing was changed.`, { remedy: `Leave --${flag} out. Or make a new plan with --${flag} ${given}, and get that plan approved.` });
async function fromFile(path, shown) {
    let content;
    try {
        content = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8'));
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('plan-unreadable', `${shown} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    return (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlan */ .vS)(content);
}
async function planAgain(session, project) {
    const { inputs, context: ctx } = session;
    const { manifest } = await (0,_cli_choose_js__WEBPACK_IMPORTED_MODULE_9__/* .choose */ .Sw)(session, project, inputs.snapshot);
    const resources = [...project.resources, ...project.backups];
    return (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planFromLive */ .qY)({ ...project, resources, ctx, manifest, database: inputs.database, scope: inputs.scope });
}
async function openJournal(session, project, plan) {
    const { store } = project;
    const path = journalPath(session, plan.digest);
    const remote = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_7__/* .readJournal */ .a0)(store, plan.environment, plan.digest);
    const log = createJournal(path, session, (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_7__/* .mergeJournals */ .Vj)(remote, await readLocalJournal(session, plan.digest)));
    return {
        log,
        persist: () => (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_7__/* .writeRollback */ .Ml)(store, plan, (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_7__/* .mergeJournals */ .Vj)(log.previous, log.entries())),
    };
}
const journalPath = (session, digest) => session.path(`${session.inputs.out}/journal/${digest}.jsonl`);
/** The journal of this machine: it may have lines that no run copied to the store. */
async function readLocalJournal(session, digest) {
    const path = journalPath(session, digest);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJournal */ .z8)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8')) : [];
}
/** @throws RewindError input-invalid if the output directory cannot be written */
function createJournal(path, session, previous) {
    try {
        return new _engine_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .Journal */ .CQ(path, session.context.clock, previous);
    }
    catch (error) {
        throw (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_4__/* .unwritable */ .mP)('out', path, error);
    }
}


/***/ }),

/***/ 6904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ flags)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);


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
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    approval: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .APPROVAL_KINDS */ ._1, 'reviewed', '"expedited" if the plan needs no review.'),
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    out: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out,
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};


/***/ }),

/***/ 2488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./lib/engine/apply.js
var apply = __webpack_require__(546);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(826);
// EXTERNAL MODULE: ./lib/engine/confirmation.js
var confirmation = __webpack_require__(4309);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(2913);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var runtime_errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(3389);
// EXTERNAL MODULE: ./lib/engine/trust.js
var trust = __webpack_require__(9952);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(9859);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(3339);
// EXTERNAL MODULE: ./lib/runtime/program.js
var program = __webpack_require__(1132);
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
var artifact_names = __webpack_require__(918);
// EXTERNAL MODULE: ./lib/commands/rollback/approved-plan.js
var approved_plan = __webpack_require__(2446);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/cli/project-claim.js
var project_claim = __webpack_require__(118);
// EXTERNAL MODULE: ./lib/engine/live-plan.js
var live_plan = __webpack_require__(6112);
// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(8479);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(1722);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/html.js

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f6f8fa}code{background:#f6f8fa;padding:.1rem .3rem;border-radius:4px}
@media(prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}th,code{background:#161b22}th,td{border-color:#30363d}}`;
/** One file without scripts or external resources, to mail or to archive. */
async function htmlReport(report) {
    const { marked } = await __webpack_require__.e(/* import() */ 8022).then(__webpack_require__.bind(__webpack_require__, 8022));
    const withoutChart = report.markdown.replace(/^```mermaid$[\s\S]*?^```$/m, '');
    const body = await marked.parse(withoutChart, { async: true });
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${(0,markdown/* escapeHtml */.ZD)(report.title)}</title><style>${STYLE}</style></head>
<body>${body}${timelineSvg(report.timeline)}</body></html>
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
var result_file = __webpack_require__(8028);
// EXTERNAL MODULE: ./lib/report/rollback-report.js
var rollback_report = __webpack_require__(5815);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(8795);
// EXTERNAL MODULE: ./lib/cli/incident.js
var incident = __webpack_require__(9246);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var runtime_digest = __webpack_require__(6362);
;// CONCATENATED MODULE: ./lib/incident/obligations.js


/** What must be undone or finished after a rollback (law 11). Pure. */
function obligationsAfter({ incident, digest, done, holds, commit, kept, undoes }) {
    const byHand = (id, reason) => `rewind incident discharge ${incident} --obligation ${id} --reason "${reason}"`;
    const aside = kept.map((one) => keptObject(one, byHand));
    if (undoes)
        return aside;
    const switched = done.filter(({ stage, resource }) => stage === 'deployment' && holds.has(resource));
    const others = done.filter((change) => !switched.includes(change));
    return [
        ...unique(switched).map((resource) => ({
            id: `production-pinned:${resource}`,
            kind: 'production-pinned',
            what: `Production of "${resource}" is pinned to an earlier deployment: new deployments do not reach it.`,
            resource,
            items: [],
            discharge: `Deploy the fix, check it, and promote it in Vercel. Then: ${byHand(`production-pinned:${resource}`, 'the fix is live')}`,
        })),
        ...unique(others).map((resource) => {
            const items = others.filter((change) => change.resource === resource).map(engine_plan/* keyOf */.TN);
            return {
                id: `changes-undone:${resource}`,
                kind: 'changes-undone',
                what: `${items.length} change(s) of "${resource}" are undone. They must come back with the fix, or not at all.`,
                resource,
                items,
                discharge: `rewind undo ${digest.slice(0, 12)} brings all of them back. If they stay undone: ${byHand(`changes-undone:${resource}`, 'why')}`,
            };
        }),
        ...aside,
        ...(commit === null || switched.length === 0 ? [] : [quarantined(commit, byHand)]),
    ];
}
const quarantined = (commit, byHand) => ({
    id: `quarantined-commit:${commit}`,
    kind: 'quarantined-commit',
    what: `Commit ${commit.slice(0, 12)} was rolled back. The guard lets no deploy of it through.`,
    resource: null,
    items: [commit],
    discharge: byHand(`quarantined-commit:${commit}`, 'why it is safe now'),
});
const unique = (changes) => [...new Set(changes.map(({ resource }) => resource))];
function keptObject({ what, since, drop }, byHand) {
    const id = `kept-database:${(0,runtime_digest/* sha256 */.sc)(what).slice(0, 12)}`;
    return {
        id,
        kind: 'kept-database',
        what: `${what} (kept since ${since})`,
        resource: null,
        items: [what],
        discharge: `When nobody needs it any more: ${drop}. Then: ${byHand(id, 'dropped')}`,
    };
}

// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(9069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(8641);
;// CONCATENATED MODULE: ./lib/commands/rollback/incident.js










/** Before the first change: what was planned and who approved it. Opens an incident if none is open. */
async function recordBegin(run) {
    const { approved, approval } = run;
    const { digest, snapshot, database, changes, createdAt } = approved;
    await attempt(run, async (recorder) => {
        const planned = { digest, snapshot, database, changes: changes.length, plannedAt: createdAt };
        await recorder.add('planned', planned, `planned:${digest}`);
        const how = (0,approval_record/* describeApproval */.x)(approval);
        await recorder.add('approved', { digest, how, by: [...approval.approvedBy] }, `approved:${digest}`);
    });
}
/**
 * After the verification: the outcome, and what is now to be undone or finished.
 * @returns the id of the incident; null if the record could not be written
 */
async function recordEnd(run, outcome) {
    const { approved, journal, resources } = run;
    const { ok, title, claim, left, begun, kept } = outcome;
    const { digest, snapshot } = approved;
    const open = new Set(left.map(engine_plan/* keyOf */.TN));
    const done = begun.filter((change) => !open.has((0,engine_plan/* keyOf */.TN)(change)));
    const startedAt = journal.log.entries().find(({ event }) => event === 'run')?.at ?? approved.createdAt;
    const commit = await commitBefore(run, outcome.before);
    return attempt(run, async (recorder) => {
        const obligations = obligationsAfter({
            incident: recorder.incident,
            digest,
            done,
            holds: new Set(resources.flatMap(({ id, provider }) => (provider.capabilities?.hold === undefined ? [] : [id]))),
            commit,
            kept,
            undoes: approved.undoes !== null,
        });
        // First: a run that is killed after the next line must not leave something temporary without a word.
        for (const obligation of obligations) {
            await recorder.add('obligation', obligation, `obligation:${obligation.id}:${digest}`);
        }
        if (approved.undoes !== null && ok)
            await dischargeUndone(run, recorder, done);
        const result = { digest, ok, failed: [...open] };
        const key = (0,runtime_digest/* digestOf */.ol)(result);
        await recorder.add('rolled-back', { ...result, snapshot, title, done: done.map(engine_plan/* keyOf */.TN), startedAt }, `rolled-back:${key}`);
        await recorder.add('verified', { digest, ok, statement: claim.sentence }, `verified:${key}`);
    });
}
/** A record that cannot be written never stops a rollback. @returns the id of the incident; null if it failed */
async function attempt({ session, project, approved }, write) {
    try {
        const title = session.inputs.reason ?? `Rollback to snapshot ${approved.snapshot}`;
        const recorder = await (0,incident/* openOrNewRecorder */.GC)(session, project, title);
        await write(recorder);
        return recorder.incident;
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
/** An undo brings the changes of its resources back, and the deployment of before. */
async function dischargeUndone({ project, approved }, recorder, done) {
    const entries = await (0,record/* readEntries */.$2)(project.store, approved.environment, recorder.incident);
    const resources = new Set(done.map(({ resource }) => resource));
    for (const { id, kind, resource } of (0,incident_status/* openObligations */.C)((0,incident_status/* statusOf */.c)(entries))) {
        const returned = kind === 'changes-undone' || kind === 'production-pinned';
        if (!returned || resource === null || !resources.has(resource))
            continue;
        const how = `undone by the plan ${approved.digest.slice(0, 12)}`;
        await recorder.add('discharged', { id, how }, `discharged:${id}:${approved.digest}`);
    }
}

;// CONCATENATED MODULE: ./lib/commands/rollback/conclude.js
















/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
async function reread(run) {
    const { session, project, approved, manifest, resources } = run;
    const { context: ctx } = session;
    // A cancelled run has seconds left, and its requests no longer go out.
    if (ctx.signal.aborted)
        return { notRead: 'production was not read again, because the run was cancelled' };
    try {
        const { database, scope, undoes } = approved;
        return await (0,live_plan/* compareWithLive */._f)({ ...project, resources, ctx, manifest, database, scope, undoes });
    }
    catch (error) {
        return { notRead: `production could not be read again: ${(0,runtime_errors/* asRewindError */.m2)(error).message}` };
    }
}
async function conclude(run, plan, outcomes, reread) {
    const { session, project, manifest, approved, timeline, approval } = run;
    const { database, scope } = approved;
    const entries = run.journal.log.entries();
    const begun = (0,undo/* begunChanges */.Ps)(approved, entries);
    // What the application wrote after the restore is no difference that this rollback left.
    const written = 'notRead' in reread ? [] : (0,engine_plan/* writtenSinceRestore */.kb)(approved, reread.plan);
    const live = 'notRead' in reread ? reread : { ...reread, plan: (0,engine_plan/* withoutChanges */.MT)(reread.plan, written) };
    const done = outcomes.every(({ status }) => status === 'done');
    const read = !('notRead' in live) && live.failures.length === 0;
    const facts = {
        ok: done && read && live.plan.changes.length === 0,
        cancelled: session.context.signal.aborted,
        manifest,
        approved,
        outcomes,
        live,
        claim: (0,project_claim/* claimOfProject */.Z)(project, manifest, { database, scope, live }),
        manual: 'notRead' in live ? plan.manual : live.plan.manual,
        written: written.flatMap(({ since }) => since?.written ?? []),
        undo: begun.length === 0 ? null : (0,command_line/* undoCommand */.Eb)(session, approved.digest),
        before: begun.length === 0 ? null : (0,undo/* stateBefore */.L9)(entries),
        kept: await keptBy(run, begun),
        timeline,
        reason: session.inputs.reason,
        approval,
    };
    const report = (0,rollback_report/* rollbackReport */.F3)(facts);
    const incident = await recordEnd(run, {
        ...facts,
        title: report.title,
        left: outcomes.flatMap(({ change, status }) => (status === 'done' ? [] : [change])),
        begun,
    });
    const paths = await writeReport(session, report);
    const result = (0,result_file/* rollbackResult */.Ax)(facts, {
        title: report.title,
        commit: switchedTo(run, outcomes),
        report: paths,
    });
    await (0,result_file/* writeResult */.Zk)(session.path((0,external_node_path_.join)(session.inputs.out, 'result.json')), session.context.masker.redact(JSON.stringify(result)));
    return {
        exit: facts.ok ? 0 : 1,
        json: result,
        text: `${report.text}\nReport: ${paths.markdown}${incident === null ? '' : `\nWhat is not yet normal: rewind incident show ${incident}`}`,
        summary: report.markdown,
        outputs: {
            verdict: facts.ok ? 'rolled-back' : 'incomplete',
            'snapshot-id': manifest.id,
            'report-path': paths.html,
            changes: String(outcomes.length),
            ...(incident === null ? {} : { 'incident-id': incident }),
        },
    };
}
/** What the changes of this rollback put aside, read from production. A failure to read it hides nothing else. */
async function keptBy({ session, manifest, resources }, begun) {
    const { context: ctx } = session;
    if (ctx.signal.aborted)
        return [];
    const changed = resources.filter(({ id }) => begun.some(({ resource }) => resource === id));
    const outcomes = await (0,engine_resources/* settleResources */.D6)(changed, ({ id, config, provider }) => Promise.resolve(provider.capabilities?.kept?.(config, (0,create_context/* forResource */.i_)(ctx, id), manifest.id) ?? []));
    for (const { error, resource } of outcomes) {
        if (error === undefined)
            continue;
        ctx.log.warn(`"${resource.id}": what was kept could not be read: ${(0,runtime_errors/* asRewindError */.m2)(error, resource.id).message}`);
    }
    return outcomes.flatMap(({ value }) => value ?? []);
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
/** The commit of the deployment that serves production again; null if the plan did not switch it, or it failed. */
function switchedTo({ manifest, approved, resources }, outcomes) {
    // From the approved plan: an earlier, interrupted run may have switched it.
    const change = approved.changes.find(({ stage }) => stage === 'deployment');
    if (!change || outcomes.some((outcome) => outcome.status !== 'done' && outcome.change.stage === 'deployment'))
        return null;
    const provider = resources.find(({ id }) => id === change.resource)?.provider;
    const captured = manifest.resources.find(({ id }) => id === change.resource);
    return (provider && (0,engine_provider/* describeState */.Jw)(provider, captured?.state).commit) ?? null;
}

// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(4346);
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
var journal = __webpack_require__(2657);
// EXTERNAL MODULE: ./lib/report/plan-text.js + 1 modules
var plan_text = __webpack_require__(9427);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 15 modules
var publish_plan = __webpack_require__(8523);
// EXTERNAL MODULE: ./lib/commands/rollback/obstacles.js
var obstacles = __webpack_require__(8537);
;// CONCATENATED MODULE: ./lib/commands/rollback/recheck.js









/** Laws 4 and 5: checks and captures everything again; the new plan must match the approved one. */
async function recheck(run) {
    const { session, project, approved, manifest, resources } = run;
    const { context: ctx } = session;
    const { database, scope, undoes } = approved;
    const [findings, found] = await Promise.all([
        (0,live_plan/* checkResources */.EB)(resources.filter(({ id }) => manifest.resources.some((captured) => captured.id === id)), (0,create_context/* forSnapshot */.C)(ctx, manifest)),
        (0,live_plan/* planFromLive */.qY)({ ...project, resources, ctx, manifest, database, scope, undoes }),
    ]);
    // An interrupted run of this plan restored the data: a second restore would take away what was written since.
    const now = (0,engine_plan/* withoutChanges */.MT)(found, (0,engine_plan/* writtenSinceRestore */.kb)(approved, found));
    const errors = findings.filter(({ level, resource, code }) => level === 'error' && (0,obstacles/* isInTheWay */.M5)(resource, code, now.changes));
    (0,obstacles/* assertNothingInTheWay */.F0)([...errors, ...(await (0,obstacles/* backupObstacles */.fi)(project, now, (0,create_context/* forSnapshot */.C)(ctx, manifest)))]);
    if (now.snapshotDigest !== approved.snapshotDigest) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `Snapshot ${manifest.id} changed after the plan was made.`);
    }
    if (run.approval.kind === 'expedited')
        (0,gate/* assertExpedited */.ZN)(ctx, project.config, now, manifest, run.trust);
    const drift = (0,engine_plan/* driftOf */.$p)(approved, now, (0,journal/* begunIn */.ZQ)(run.journal.log.previous));
    if (drift.length > 0) {
        const file = besidePlan(session.inputs.plan);
        await (0,publish_plan/* writePlan */.pD)(session, now, file);
        ctx.log.info(`\n${(0,plan_text/* planText */.P)(now)}\n`);
        throw new runtime_errors/* RewindError */.Ir('plan-drift', 'Production changed after the plan was made. Nothing was changed.', {
            problems: drift,
            remedy: `Review the new plan and get it approved. To apply it: ${(0,publish_plan/* rollbackCommand */.Ct)(session, now, file)}`,
        });
    }
    return now;
}
/** The approved plan stays where it is: the same rollback may be started again. */
const besidePlan = (file) => `${file.replace(/\.json$/, '')}-new.json`;

// EXTERNAL MODULE: ./lib/commands/rollback/flags.js
var flags = __webpack_require__(6904);
// EXTERNAL MODULE: ./lib/commands/rollback/undo-snapshot.js
var undo_snapshot = __webpack_require__(6410);
;// CONCATENATED MODULE: ./lib/commands/rollback/index.js























/** Runs a rollback. Changes nothing before `apply`. */
/* harmony default export */ const rollback = ((0,command/* defineCommand */.N)({
    name: 'rollback',
    summary: 'Apply an approved plan, then compare production with the snapshot.',
    flags: flags/* flags */.M,
    examples: ['rollback --digest DIGEST', 'rollback --digest DIGEST --confirm-data-loss shop'],
    verdicts: ['rolled-back', 'incomplete'],
    notes: [
        'Exit status 0 ("rolled-back"): every approved change is done, and nothing that the plan covers differs. The title, the',
        'report and the field "claim" of the JSON also name what the plan leaves as it is, e.g. the database with --database none.',
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
        const { project, approved, manifest, trust, approval, journal } = await timeline.step('plan and approval', () => begin(session));
        const resources = (0,engine_resources/* inScope */.SB)([...project.resources, ...project.backups], approved.scope);
        (0,undo_snapshot/* announceUpload */.xj)(session, 'rollback', (0,artifact_names/* rollbackArtifact */.Rr)(project.config.store, approved.environment, approved.digest));
        session.setOutput('retention-days', String((0,artifact_names/* retentionDays */.Ol)(project.config)));
        try {
            return await (0,environment_lock/* underLock */.y)(session, project, 'rollback', approved.digest, (lock) => rollBack({ session, project, approved, manifest, trust, approval, resources, journal, lock, timeline }));
        }
        finally {
            journal.log.close();
        }
    },
}));
async function rollBack(run) {
    const { session, journal, timeline } = run;
    try {
        const proofs = await timeline.step('sealed values', () => provePayloads(run));
        const plan = await timeline.step('checks and drift', () => recheck(run));
        await timeline.step('pre-flight', () => preflight(run, plan, proofs));
        if (plan.changes.length > 0)
            await recordBegin(run);
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
        const [{ manifest, trust }, approval] = await Promise.all([
            found,
            (0,gate/* approvalOf */.xf)(session, project, approved, begun, found),
        ]);
        return { project, approved, manifest, trust, approval, journal };
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

/***/ 546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ EXPOSURE),
/* harmony export */   g: () => (/* binding */ applyPlan)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8479);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3997);





/** Stands in the journal for the changes that wait for no stage. */
const EXPOSURE = 'exposure';
/**
 * Applies the changes of a plan, stage by stage; within a stage, resources in parallel and the changes of one resource in
 * order. What closes an exposure begins at once, beside the stages. A failed change does not throw: the result holds its
 * outcome, and a person decides what to do next. It holds back what needs it:
 * - a failed live change holds back the later changes of its resource and all later stages: code must be back before the
 *   schema;
 * - a failed change that would take effect with the next deployment holds back its like in the resource, and what deploys.
 */
async function applyPlan(request) {
    const { plan, ctx } = request;
    const early = (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .earlyChanges */ .Hj)(plan.changes);
    const exposure = await beginExposure(request, [...early]);
    const outcomes = [];
    for (const stage of _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an) {
        const changes = plan.changes.filter((change) => change.stage === stage && !early.has(change));
        if (changes.length === 0)
            continue;
        if (ctx.signal.aborted || outcomes.some((outcome) => isOpen(outcome) && outcome.change.effect === 'live')) {
            outcomes.push(...changes.map((change) => notBegun(change)));
            continue;
        }
        outcomes.push(...(await applyStage(request, stage, changes, exposure, outcomes.filter(isOpen))));
    }
    return [...(await Promise.all(exposure.values())).flat(), ...outcomes];
}
const isOpen = ({ status }) => status !== 'done';
/** True if a change that is not done holds this one back. */
function isHeldBack(change, { change: open }) {
    if (open.effect === 'next-deployment' && change.deploys === true)
        return true;
    if (open.resource !== change.resource)
        return false;
    return open.effect === 'live' || change.effect === 'next-deployment';
}
const notBegun = (change, error) => ({
    change,
    status: 'not-begun',
    durationMs: 0,
    error,
});
async function beginExposure(request, changes) {
    if (changes.length === 0)
        return new Map();
    const failure = await beginStage(request, EXPOSURE, changes, new Map());
    const resources = request.resources.filter(({ id }) => changes.some(({ resource }) => resource === id));
    return new Map(resources.map((resource) => {
        const own = changes.filter((change) => change.resource === resource.id);
        const run = failure
            ? Promise.resolve(own.map((change) => notBegun(change, failure)))
            : applyInOrder(request, resource, own, [], new Map());
        return [resource.id, run];
    }));
}
/** @returns the error if the stage must not begin */
async function beginStage(request, stage, changes, held) {
    request.journal.record('stage', stage);
    try {
        await prepareStage(request, changes, held);
        await request.beforeStage?.(stage, changes);
        return undefined;
    }
    catch (error) {
        const failure = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error);
        request.journal.record('fail', stage, failure.code);
        return failure;
    }
}
/** Lets the providers hold what must not change between the backup and their changes. */
async function prepareStage(request, changes, held) {
    for (const change of changes.filter(({ backupFirst }) => backupFirst === true)) {
        const resource = request.resources.find(({ id }) => id === change.resource);
        const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(request.ctx, change.resource);
        const prepared = await resource?.provider.prepare?.(resource.config, change, ctx);
        if (prepared)
            held.set(change, prepared);
    }
}
/** @param open outcomes of earlier stages that are not done */
async function applyStage(request, stage, changes, exposure, open) {
    const held = new Map();
    try {
        const failure = await beginStage(request, stage, changes, held);
        if (failure)
            return changes.map((change) => notBegun(change, failure));
        const perResource = request.resources.map(async (resource) => {
            const own = changes.filter((change) => change.resource === resource.id);
            if (own.length === 0)
                return [];
            const before = (await exposure.get(resource.id)) ?? [];
            return applyInOrder(request, resource, own, [...open, ...before.filter(isOpen)], held);
        });
        return (await Promise.all(perResource)).flat();
    }
    finally {
        await Promise.all([...held.values()].map((prepared) => prepared.release()));
    }
}
/** Applies changes of one resource, one after the other. @param open earlier outcomes that may hold one back */
async function applyInOrder(request, resource, changes, open, held) {
    const results = [];
    for (const change of changes) {
        const blocked = [...open, ...results.filter(isOpen)].some((outcome) => isHeldBack(change, outcome));
        const may = !blocked && !request.ctx.signal.aborted;
        results.push(may ? await applyChange(request, resource, change, held.get(change) ?? null) : notBegun(change));
    }
    return results;
}
async function applyChange(request, resource, change, prepared) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(request.ctx, resource.id);
    const start = ctx.clock.monotonic();
    const took = () => Math.round(ctx.clock.monotonic() - start);
    const onCancel = () => ctx.log.warn(`Cancelled; still running, and ended safely: ${change.target}`);
    ctx.signal.addEventListener('abort', onCancel, { once: true });
    request.journal.record('begin', (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(change));
    ctx.log.info(`${change.target}: ${change.before ?? 'absent'} → ${change.after ?? 'absent'} …`);
    try {
        await resource.provider.apply(resource.config, change, ctx, request.sourceOf(resource), prepared);
    }
    catch (error) {
        const failure = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        request.journal.record('fail', (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(change), failure.code);
        ctx.log.error((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(failure));
        request.onChange?.(change, start, ctx.clock.monotonic());
        return { change, status: 'failed', error: failure, durationMs: took() };
    }
    finally {
        ctx.signal.removeEventListener('abort', onCancel);
    }
    request.journal.record('end', (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(change));
    request.onChange?.(change, start, ctx.clock.monotonic());
    ctx.log.info(`${change.target}: done in ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(took() / 1000)}`);
    return { change, status: 'done', durationMs: took() };
}


/***/ }),

/***/ 8230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ rollbackDigests),
/* harmony export */   Ml: () => (/* binding */ writeRollback),
/* harmony export */   Vj: () => (/* binding */ mergeJournals),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   h6: () => (/* binding */ readApprovedPlan)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2657);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8479);



/**
 * Files of one rollback, under `rollbacks/<environment>/<digest of its plan>/`:
 *   plan.json       the approved plan
 *   journal.jsonl   what was begun and ended, of all its runs
 */
const folderOf = (environment, digest) => `rollbacks/${environment}/${digest}`;
/** Digests of the plans that were carried out, or of which a rollback was begun. In no order. */
async function rollbackDigests(store, environment) {
    const objects = await store.list(`rollbacks/${environment}`);
    const digests = new Set(objects.map(({ key }) => key.split('/')[2] ?? ''));
    return [...digests].filter((digest) => /^[0-9a-f]{64}$/.test(digest));
}
/** @throws RewindError plan-unreadable, plan-mismatch */
async function readApprovedPlan(store, environment, digest) {
    const content = await read(store, `${folderOf(environment, digest)}/plan.json`);
    return content === undefined ? undefined : (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlan */ .vS)(JSON.parse(content));
}
async function readJournal(store, environment, digest) {
    return (0,_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJournal */ .z8)((await read(store, `${folderOf(environment, digest)}/journal.jsonl`)) ?? '');
}
async function writeRollback(store, plan, entries) {
    const folder = folderOf(plan.environment, plan.digest);
    const lines = entries.map((entry) => JSON.stringify(entry));
    await store.put(`${folder}/plan.json`, Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
    await store.put(`${folder}/journal.jsonl`, Buffer.from(`${lines.join('\n')}\n`));
}
async function read(store, key) {
    const found = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return found ? (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(await store.open(key)) : undefined;
}
/** Union, sorted by time: the two copies of one journal overlap. */
function mergeJournals(first, second) {
    const all = new Map([...first, ...second].map((entry) => [JSON.stringify(entry), entry]));
    return [...all.values()].sort((a, b) => a.at.localeCompare(b.at));
}


/***/ }),

/***/ 826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ stateBefore),
/* harmony export */   Ps: () => (/* binding */ begunChanges),
/* harmony export */   kH: () => (/* binding */ noteOf)
/* harmony export */ });
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(546);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8479);


/** Stands in the journal beside a snapshot that was taken before anything of its part of the plan was done. */
const WHOLE = 'nothing was done yet';
const PARTLY = 'an earlier run had begun';
/**
 * The note of a snapshot that a rollback takes before it changes something.
 * @param of the changes that the snapshot is taken for
 */
function noteOf(approved, now, of) {
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .untouchedOf */ .hu)(approved, now).filter(of).length === approved.changes.filter(of).length ? WHOLE : PARTLY;
}
/**
 * Id of the snapshot that holds the state before a rollback; null if none was taken. An interrupted rollback that was run
 * again has several: the right one is the last that was taken before anything was done. One with the databases is
 * complete, because it includes the one without.
 */
function stateBefore(entries) {
    return before(entries, 'backup') ?? before(entries, 'before');
}
function before(entries, kind) {
    const all = entries.filter(({ event }) => event === kind);
    return (all.findLast(({ note }) => note === WHOLE) ?? all[0])?.what ?? null;
}
/**
 * The changes that a rollback made or may have made. The journal in the store knows the stages that were begun; what was
 * begun in them is only in the journal of the machine, which may be lost.
 */
function begunChanges(plan, entries) {
    const early = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .earlyChanges */ .Hj)(plan.changes);
    const stages = new Set(entries.flatMap(({ event, what }) => (event === 'stage' ? [what] : [])));
    return plan.changes.filter((change) => stages.has(early.has(change) ? _apply_js__WEBPACK_IMPORTED_MODULE_0__/* .EXPOSURE */ .E : change.stage));
}


/***/ })

};
