export const id = 6763;
export const ids = [6763];
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

/***/ 6763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 3 modules
var create_context = __webpack_require__(358);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var runtime_errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(8479);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
;// CONCATENATED MODULE: ./lib/engine/apply.js





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
    const early = (0,engine_plan/* earlyChanges */.Hj)(plan.changes);
    const exposure = await beginExposure(request, [...early]);
    const outcomes = [];
    for (const stage of engine_provider/* STAGES */.an) {
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
        const failure = (0,runtime_errors/* asRewindError */.m2)(error);
        request.journal.record('fail', stage, failure.code);
        return failure;
    }
}
/** Lets the providers hold what must not change between the backup and their changes. */
async function prepareStage(request, changes, held) {
    for (const change of changes.filter(({ backupFirst }) => backupFirst === true)) {
        const resource = request.resources.find(({ id }) => id === change.resource);
        const ctx = (0,create_context/* forResource */.i_)(request.ctx, change.resource);
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
    const ctx = (0,create_context/* forResource */.i_)(request.ctx, resource.id);
    const start = ctx.clock.monotonic();
    const took = () => Math.round(ctx.clock.monotonic() - start);
    const onCancel = () => ctx.log.warn(`Cancelled; still running, and ended safely: ${change.target}`);
    ctx.signal.addEventListener('abort', onCancel, { once: true });
    request.journal.record('begin', (0,engine_plan/* keyOf */.TN)(change));
    ctx.log.info(`${change.target}: ${change.before ?? 'absent'} → ${change.after ?? 'absent'} …`);
    try {
        await resource.provider.apply(resource.config, change, ctx, request.sourceOf(resource), prepared);
    }
    catch (error) {
        const failure = (0,runtime_errors/* asRewindError */.m2)(error, resource.id);
        request.journal.record('fail', (0,engine_plan/* keyOf */.TN)(change), failure.code);
        ctx.log.error((0,runtime_errors/* explain */.WE)(failure));
        request.onChange?.(change, start, ctx.clock.monotonic());
        return { change, status: 'failed', error: failure, durationMs: took() };
    }
    finally {
        ctx.signal.removeEventListener('abort', onCancel);
    }
    request.journal.record('end', (0,engine_plan/* keyOf */.TN)(change));
    request.onChange?.(change, start, ctx.clock.monotonic());
    ctx.log.info(`${change.target}: done in ${(0,progress/* seconds */.YA)(took() / 1000)}`);
    return { change, status: 'done', durationMs: took() };
}

// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/engine/confirmation.js
var confirmation = __webpack_require__(4309);
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
        const rows = this.entries.map(({ what, from, to }) => `  ${what.replace(/[:;#,]/g, ' ')} : ${from}, ${Math.max(to, from + 1)}`);
        return ['```mermaid', 'gantt', '  dateFormat x', '  axisFormat %M:%S', '  title Timeline', ...rows, '```'].join('\n');
    }
}

// EXTERNAL MODULE: ./lib/store/artifact-names.js
var artifact_names = __webpack_require__(918);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./lib/engine/live-plan.js
var live_plan = __webpack_require__(6112);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(8795);
// EXTERNAL MODULE: ./lib/engine/journal.js
var journal = __webpack_require__(2657);
// EXTERNAL MODULE: ./lib/cli/choose.js
var cli_choose = __webpack_require__(5621);
;// CONCATENATED MODULE: ./lib/commands/rollback/approved-plan.js









/**
 * Finds the approved plan by its digest: in the plan file, else in the store (from an interrupted run), else by a new plan,
 * which has the same digest if nothing changed.
 * @throws RewindError approval-missing, plan-unreadable, plan-mismatch
 */
async function approvedPlan(session, project) {
    const { digest, plan: file } = session.inputs;
    if (digest === null)
        throw new runtime_errors/* RewindError */.Ir('approval-missing', '--digest is missing. Pass the digest of the approved plan.');
    const path = session.path(file);
    const given = (0,external_node_fs_.existsSync)(path) ? await fromFile(path, file) : undefined;
    // A later plan may have been written over the file; an interrupted run left the approved one in the store.
    const plan = given?.digest === digest
        ? given
        : ((await fromStore(project, digest)) ?? given ?? (await planAgain(session, project)));
    if (plan.digest !== digest) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `Plan digest ${plan.digest} does not match the approved digest ${digest}.`);
    }
    if (plan.environment !== project.config.environment) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `The plan is for "${plan.environment}"; the configuration is for "${project.config.environment}".`);
    }
    return plan;
}
async function fromFile(path, shown) {
    let content;
    try {
        content = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        throw new runtime_errors/* RewindError */.Ir('plan-unreadable', `${shown} could not be read: ${(0,runtime_errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    return (0,engine_plan/* parsePlan */.vS)(content);
}
const folderOf = (project, digest) => `rollbacks/${project.config.environment}/${digest}`;
async function fromStore(project, digest) {
    const content = await readFromStore(project, `${folderOf(project, digest)}/plan.json`);
    return content === undefined ? undefined : (0,engine_plan/* parsePlan */.vS)(JSON.parse(content));
}
async function readFromStore({ store }, key) {
    const found = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return found ? (0,consumers_.text)(await store.open(key)) : undefined;
}
async function planAgain(session, project) {
    const { inputs, context: ctx } = session;
    const { manifest } = await (0,cli_choose/* choose */.Sw)(session, project, inputs.snapshot);
    const resources = [...project.resources, ...project.backups];
    return (0,live_plan/* planFromLive */.qY)({ ...project, resources, ctx, manifest, database: inputs.database, scope: inputs.scope });
}
async function openJournal(session, project, plan) {
    const path = session.path(`${session.inputs.out}/journal/${plan.digest}.jsonl`);
    const folder = folderOf(project, plan.digest);
    const local = (0,external_node_fs_.existsSync)(path) ? (0,journal/* parseJournal */.z8)(await (0,promises_.readFile)(path, 'utf8')) : [];
    const remote = (0,journal/* parseJournal */.z8)((await readFromStore(project, `${folder}/journal.jsonl`)) ?? '');
    const log = createJournal(path, session, merge(remote, local));
    return {
        log,
        persist: async () => {
            const lines = merge(log.previous, log.entries()).map((entry) => JSON.stringify(entry));
            await project.store.put(`${folder}/plan.json`, Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
            await project.store.put(`${folder}/journal.jsonl`, Buffer.from(`${lines.join('\n')}\n`));
        },
    };
}
/** @throws RewindError input-invalid if the output directory cannot be written */
function createJournal(path, session, previous) {
    try {
        return new journal/* Journal */.CQ(path, session.context.clock, previous);
    }
    catch (error) {
        throw (0,files/* unwritable */.mP)('out', path, error);
    }
}
/** Union, sorted by time: the two copies of one journal overlap. */
function merge(first, second) {
    const all = new Map([...first, ...second].map((entry) => [JSON.stringify(entry), entry]));
    return [...all.values()].sort((a, b) => a.at.localeCompare(b.at));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/cli/project-claim.js
var project_claim = __webpack_require__(118);
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
    const withoutChart = report.markdown.replace(/```mermaid[\s\S]*?```/, '');
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
;// CONCATENATED MODULE: ./lib/commands/rollback/conclude.js











/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
async function reread(run) {
    const { session, project, approved, manifest, resources } = run;
    const { context: ctx } = session;
    // A cancelled run has seconds left, and its requests no longer go out.
    if (ctx.signal.aborted)
        return { notRead: 'production was not read again, because the run was cancelled' };
    try {
        const { database, scope } = approved;
        return await (0,live_plan/* compareWithLive */._f)({ ...project, resources, ctx, manifest, database, scope });
    }
    catch (error) {
        return { notRead: `production could not be read again: ${(0,runtime_errors/* asRewindError */.m2)(error).message}` };
    }
}
async function conclude(run, plan, outcomes, reread, undo) {
    const { session, project, manifest, approved, timeline, approval } = run;
    const { database, scope } = approved;
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
        undo: [...undo.config, ...undo.database],
        backups: undo.database,
        timeline,
        reason: session.inputs.reason,
        approval,
    };
    const report = (0,rollback_report/* rollbackReport */.F3)(facts);
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
        text: `${report.text}\nReport: ${paths.markdown}`,
        summary: report.markdown,
        outputs: {
            verdict: facts.ok ? 'rolled-back' : 'incomplete',
            'snapshot-id': manifest.id,
            'report-path': paths.html,
            changes: String(outcomes.length),
        },
    };
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




/** The payloads are intact and open with the identity; the providers confirm that their changes would succeed. */
async function preflight(run, plan) {
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
        const { provider, config } = resource;
        const changes = plan.changes.filter((change) => change.resource === resource.id);
        const within = (0,create_context/* forResource */.i_)(ctx, resource.id);
        const state = provider.state.parse(capturedOf(run, resource).state);
        // The plan shows what the manifest says: what would be written must be the same.
        return [
            ...((await provider.prove?.(config, state, within, source, 'contents')) ?? []),
            ...((await provider.preflight?.(config, changes, within, source)) ?? []),
        ];
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

// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(2367);
// EXTERNAL MODULE: ./lib/commands/plan.js + 15 modules
var plan = __webpack_require__(9909);
// EXTERNAL MODULE: ./lib/commands/rollback/backup.js
var backup = __webpack_require__(3009);
;// CONCATENATED MODULE: ./lib/commands/rollback/recheck.js








/** Laws 4 and 5: checks and captures everything again; the new plan must match the approved one. */
async function recheck(run) {
    const { session, project, approved, manifest, resources } = run;
    const { context: ctx } = session;
    const [findings, found] = await Promise.all([
        (0,live_plan/* checkResources */.EB)(resources.filter(({ id }) => manifest.resources.some((captured) => captured.id === id)), (0,create_context/* forSnapshot */.C)(ctx, manifest)),
        (0,live_plan/* planFromLive */.qY)({ ...project, resources, ctx, manifest, database: approved.database, scope: approved.scope }),
    ]);
    // An interrupted run of this plan restored the data: a second restore would take away what was written since.
    const now = (0,engine_plan/* withoutChanges */.MT)(found, (0,engine_plan/* writtenSinceRestore */.kb)(approved, found));
    const errors = findings.filter(({ level, resource, code }) => level === 'error' && isInTheWay(resource, code, now.changes));
    if (errors.length > 0) {
        throw new runtime_errors/* RewindError */.Ir('preflight-failed', `${errors.length} check(s) failed. Nothing was changed.`, {
            problems: errors.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
        });
    }
    await (0,backup/* assertBackupPossible */.o)(project, now, (0,create_context/* forSnapshot */.C)(ctx, manifest));
    if (now.snapshotDigest !== approved.snapshotDigest) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `Snapshot ${manifest.id} changed after the plan was made.`);
    }
    const drift = (0,engine_plan/* driftOf */.$p)(approved, now, (0,journal/* begunIn */.ZQ)(run.journal.log.previous));
    if (drift.length > 0) {
        const file = besidePlan(session.inputs.plan);
        await (0,plan.writePlan)(session, now, file);
        ctx.log.info(`\n${(0,plan_text/* planText */.Pt)(now)}\n`);
        throw new runtime_errors/* RewindError */.Ir('plan-drift', 'Production changed after the plan was made. Nothing was changed.', {
            problems: drift,
            remedy: `Review the new plan and get it approved. To apply it: rewind rollback --plan ${file} --digest ${now.digest}`,
        });
    }
    return now;
}
/** The approved plan stays where it is: the same rollback may be started again. */
const besidePlan = (file) => `${file.replace(/\.json$/, '')}-new.json`;
/** Findings about a resource that the plan does not touch, or that its change repairs, do not stop it. */
function isInTheWay(resource, code, changes) {
    const own = changes.filter((change) => change.resource === resource);
    return own.length > 0 && !own.some(({ repairs }) => repairs?.includes(code));
}

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
    ],
    async run(session) {
        const timeline = new Timeline(session.context.clock);
        const { project, approved, manifest, approval, journal } = await timeline.step('plan and approval', () => begin(session));
        const resources = (0,engine_resources/* inScope */.SB)([...project.resources, ...project.backups], approved.scope);
        (0,undo_snapshot/* announceUpload */.x)(session, 'rollback', (0,artifact_names/* rollbackArtifact */.Rr)(project.config.store, approved.environment, approved.digest));
        session.setOutput('retention-days', String((0,artifact_names/* retentionDays */.Ol)(project.config)));
        try {
            const run = { session, project, approved, manifest, approval, resources, journal, timeline };
            const plan = await timeline.step('checks and drift', () => recheck(run));
            await timeline.step('pre-flight', () => preflight(run, plan));
            const undo = { config: [], database: backupsIn(journal.log.previous) };
            if (plan.changes.length > 0)
                await snapshotFirst(run, 'pre-rollback snapshot', 'config', undo);
            const outcomes = await apply(run, plan, undo);
            const live = await timeline.step('verification', () => reread(run));
            return await conclude(run, plan, outcomes, live, undo);
        }
        finally {
            // A store that fails now, also because the run was cancelled, must not take the place of the report.
            await journal.persist().catch((error) => {
                session.context.log.warn(`The journal could not be copied to the store: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
            });
            journal.log.close();
        }
    },
}));
/** Finds the approved plan and its snapshot, and who approved it. */
async function begin(session) {
    const project = await session.open();
    (0,gate/* assertEnvironment */.Wc)(session, project);
    const approved = await approvedPlan(session, project);
    // Of the approved plan, not of what is left of it: the same command finishes an interrupted rollback.
    (0,confirmation/* assertConfirmed */._K)(approved, session.inputs.confirmDataLoss);
    const found = findTrusted(session, project, approved.snapshot);
    // Awaited below. A rejection before that must not end the program: the reason would be a stack trace.
    found.catch(() => undefined);
    const journal = await openJournal(session, project, approved);
    try {
        assertFresh(session, project, approved, journal.log);
        const begun = journal.log.wasBegunBy(session.run?.url ?? '');
        const [{ manifest }, approval] = await Promise.all([found, (0,gate/* approvalOf */.xf)(session, project, approved, begun, found)]);
        return { project, approved, manifest, approval, journal };
    }
    catch (error) {
        journal.log.close();
        await found.catch(() => undefined);
        throw error;
    }
}
/**
 * A plan is for the production of its day and for the program that made it. A rollback that already began goes on.
 * @throws RewindError plan-expired, plan-mismatch
 */
function assertFresh(session, { config }, approved, journal) {
    if (journal.previous.length > 0)
        return;
    const hours = (session.context.clock.now().getTime() - Date.parse(approved.createdAt)) / 3_600_000;
    if (hours > config['plan-hours']) {
        throw new runtime_errors/* RewindError */.Ir('plan-expired', `The plan was made ${Math.floor(hours)} hours ago.`);
    }
    if (approved.program !== (0,program/* programId */.W)()) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `Rewind ${approved.program} made the plan; this is Rewind ${(0,program/* programId */.W)()}. Nothing was changed.`, { remedy: 'Use the same version in both jobs: pin the action to a commit. Then run the workflow again.' });
    }
}
async function findTrusted({ context: ctx }, project, id) {
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, id, project.origin);
    return { manifest, trust: await (0,trust/* trustOf */.A)(project.store, manifest, project.signKeys, ctx.clock.now()) };
}
const backupsIn = (entries) => entries.flatMap(({ event, what }) => (event === 'backup' ? [what] : []));
/** Takes a snapshot that undoes the next changes, and records its id. */
async function snapshotFirst(run, step, which, undo, changes = []) {
    const id = await run.timeline.step(step, () => (0,undo_snapshot/* preRollbackSnapshot */.E)(run, which, changes));
    if (id === null)
        return;
    undo[which].push(id);
    if (which === 'database')
        run.journal.log.record('backup', id);
}
async function apply(run, plan, undo) {
    const { session, manifest, journal, timeline } = run;
    journal.log.record('run', plan.digest, `undo: ${undo.config.join(', ') || 'none'}; ${(0,approval_record/* describeApproval */.x)(run.approval)}; run ${run.approval.url ?? 'on a command line'}`);
    const outcomes = await applyPlan({
        plan,
        resources: run.resources,
        ctx: (0,create_context/* forSnapshot */.C)(session.context, manifest),
        sourceOf: (resource) => sourceOf(run, resource),
        journal: journal.log,
        beforeStage: async (stage, changes) => {
            await journal.persist();
            if (!changes.some(({ backupFirst }) => backupFirst === true))
                return;
            await snapshotFirst(run, `backup before ${stage}`, 'database', undo, changes);
        },
        onChange: (change, from, to) => timeline.add(`${change.resource}: ${change.target}`, from, to),
    });
    journal.log.record('finish', plan.digest, outcomes.every(({ status }) => status === 'done') ? 'done' : 'incomplete');
    return outcomes;
}


/***/ }),

/***/ 6410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ preRollbackSnapshot),
/* harmony export */   x: () => (/* binding */ announceUpload)
/* harmony export */ });
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7732);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(918);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3009);



/** Sets the outputs immediately, so that the next step uploads the directory even if this one is killed. */
function announceUpload(session, what, upload) {
    if (upload === null)
        return;
    session.setOutput(`${what}-artifact`, upload.name);
    session.setOutput(`${what}-path`, upload.path);
}
/**
 * Law 6: a rollback can be rolled back. Backs up databases only before a change that needs it.
 * @returns the id of the snapshot; null if there is nothing to capture
 */
async function preRollbackSnapshot({ session, project }, which, changes = []) {
    // All resources, even those out of scope: the undo must also cover a rollback with a wrong scope.
    const resources = [
        ...project.resources.filter(({ provider }) => (provider.slow ?? false) === (which === 'database')),
        ...(which === 'database' ? (0,_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .backupsFor */ .B)(project, changes) : []),
    ];
    if (resources.length === 0)
        return null;
    const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .takeSnapshot */ .W)({
        resources,
        scope: resources.map(({ id }) => id),
        store: project.store,
        ctx: session.context,
        origin: project.origin,
        reason: 'pre-rollback',
        recipients: project.config.seal.recipients,
        identities: [],
        // The approved job does not hold the signing key: whoever undoes this rollback gets a review.
        signKeys: [],
        signer: null,
        // A database that an interrupted restore closed is what this rollback repairs. A backup leaves nothing out.
        leaveOut: which === 'config' ? ['database-fenced'] : [],
    });
    announceUpload(session, `undo-${which}`, (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id));
    session.context.log.info(`Snapshot ${manifest.id} holds the state before this rollback (${manifest.resources.map(({ id }) => id).join(', ')}).`);
    return manifest.id;
}


/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ assertProven)
/* harmony export */ });
/* harmony import */ var _runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1181);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);


/** Codes that prove damage. Any other failure says only that the proof could not be made. */
const DAMAGE = new Set([
    'snapshot-corrupt',
    'seal-corrupt',
    'dump-unreadable',
    'restore-mismatch',
]);
/** Also `payload-differs`, and the code of a provider that ends with it. */
const isDamage = (code) => DAMAGE.has(code) || code.endsWith('payload-differs');
/**
 * Passes if no finding is an error. A missing credential or a wrong identity is not a damaged snapshot: somebody would
 * throw a good backup away.
 * @throws RewindError snapshot-corrupt for damage; the code of the failures if they share one; else snapshot-unproven
 */
function assertProven(snapshot, findings) {
    const errors = findings.filter(({ level }) => level === 'error');
    const [first, ...more] = errors;
    if (!first)
        return;
    const problems = errors.map(({ resource, message, remedy, code }) => `${resource}: ${message} ${remedy ?? ''} (${code})`);
    if (errors.some(({ code }) => isDamage(code))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `Snapshot ${snapshot} cannot be restored.`, { problems });
    }
    const codes = new Set(errors.map(({ code }) => code));
    const code = codes.size === 1 && isErrorCode(first.code) ? first.code : 'snapshot-unproven';
    if (more.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `Snapshot ${snapshot} could not be proven: ${first.message}`, {
            resource: first.resource,
            remedy: first.remedy,
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `Snapshot ${snapshot} could not be proven in ${errors.length} resources.`, { problems });
}
const isErrorCode = (code) => Object.hasOwn(_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .O, code);


/***/ }),

/***/ 7732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ takeSnapshot),
/* harmony export */   j: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3220);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4365);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8540);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4346);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9952);









/**
 * Captures all resources in parallel, writes the snapshot and verifies it (law 9). Removes it after a failure.
 * @throws RewindError snapshot-incomplete with one line per resource that failed; snapshot-corrupt; store errors
 */
async function takeSnapshot(request) {
    const { ctx, store, origin } = request;
    const { clock } = ctx;
    const head = { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotIdAt */ .P1)(clock.now(), ctx.randomHex(3)), salt: ctx.randomHex(16) };
    try {
        const manifest = {
            kind: 'rewind-snapshot',
            schemaVersion: _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_VERSION */ .hh,
            ...head,
            createdAt: clock.now().toISOString(),
            writtenBy: origin.version,
            environment: origin.environment,
            repository: origin.repository,
            commit: origin.commit,
            run: origin.run,
            actor: origin.actor,
            event: origin.event,
            reason: request.reason,
            recipients: [...request.recipients],
            scope: request.scope === null ? null : [...request.scope],
            resources: await captureAll(request, head),
        };
        const { signer } = request;
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_6__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_7__/* .commentOf */ .v)(manifest))));
        await verifyWritten(request, manifest);
        return manifest;
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .removeSnapshot */ .Bw)(store, origin.environment, head.id).catch((cleanup) => {
            ctx.log.warn(`The unfinished snapshot ${head.id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function captureAll(request, head) {
    const { resources, store, origin, recipients } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, head);
    const { clock } = ctx;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(resources, async (resource) => {
        const sink = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id);
        const start = clock.monotonic();
        const captured = await resource.provider.capture(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), sink);
        // Through JSON and the schema, because the snapshot is read back that way.
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_8__/* .toJson */ .a)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_8__/* .toJson */ .a)(state),
            payloads: sink.refs,
        };
    });
    const failures = outcomes.filter(({ resource, error }) => {
        if (error === undefined)
            return false;
        const { code, message } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        if (request.leaveOut?.includes(code) !== true)
            return true;
        ctx.log.warn(`"${resource.id}" is not in this snapshot: ${message}`);
        return false;
    });
    if (failures.length === 0)
        return outcomes.flatMap(({ value }) => (value ? [value] : []));
    const errors = failures.map(({ error, resource }) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id));
    // A single failure keeps its code and remedy; several are reported together.
    const [first] = errors;
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('cancelled', 'The run was cancelled before the snapshot was complete.', { cause: cancelled });
    }
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
        remedy: 'Fix all of them. Do not deploy before a snapshot succeeds.',
    });
}
async function verifyWritten(request, written) {
    const { store, ctx, identities } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readManifest */ .WI)(store, written.environment, written.id);
    const problems = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .checkPayloads */ .M1)(store, manifest);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', 'The new snapshot cannot be read back.', { problems });
    }
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_7__/* .trustOf */ .A)(store, manifest, request.signKeys, ctx.clock.now());
    if (identities.length > 0) {
        (0,_proof_js__WEBPACK_IMPORTED_MODULE_3__/* .assertProven */ .L)(manifest.id, await proveSnapshot({ ...request, manifest, depth: 'readable' }));
    }
    ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities);
        const state = resource.provider.state.parse(captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
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
/* harmony export */   sM: () => (/* binding */ folderOfArtifact)
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
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
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
