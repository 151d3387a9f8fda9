export const id = 517;
export const ids = [517];
export const modules = {

/***/ 8648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeApproval)
/* harmony export */ });
/** "requested by ada; approved by bob" */
function describeApproval({ requestedBy, kind, approvedBy, skipped }) {
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}`;
    const left = skipped === null ? '' : `; skipped: ${skipped}`;
    return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${left}`;
}


/***/ }),

/***/ 7517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/engine/live-plan.js
var live_plan = __webpack_require__(6112);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var runtime_errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(8479);
// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
;// CONCATENATED MODULE: ./lib/engine/apply.js




/**
 * Applies the changes of a plan, stage by stage; inside a stage, resources in parallel and the changes of one resource in
 * order. After a failure the rest of the stage is still done, later stages are not begun: code must be back before the
 * schema, and a person decides how to go on. Never throws for a failed change: the outcome of each is returned.
 */
async function applyPlan(request) {
    const outcomes = [];
    let stopped = false;
    for (const stage of provider/* STAGES */.an) {
        const changes = request.plan.changes.filter((change) => change.stage === stage);
        if (changes.length === 0)
            continue;
        if (stopped || request.signal.aborted) {
            outcomes.push(...changes.map((change) => notBegun(change)));
            stopped = true;
            continue;
        }
        const results = await applyStage(request, stage, changes);
        outcomes.push(...results);
        stopped = results.some(({ status }) => status !== 'done');
    }
    return outcomes;
}
const notBegun = (change, error) => ({
    change,
    status: 'not-begun',
    durationMs: 0,
    ...(error ? { error } : {}),
});
async function applyStage(request, stage, changes) {
    request.journal.record('stage', stage);
    try {
        await request.beforeStage?.(stage, changes);
    }
    catch (error) {
        const failure = (0,runtime_errors/* asRewindError */.m2)(error);
        request.journal.record('fail', stage, failure.code);
        return changes.map((change) => notBegun(change, failure));
    }
    const perResource = request.resources.map(async (resource) => {
        const results = [];
        for (const change of changes.filter((candidate) => candidate.resource === resource.id)) {
            const blocked = results.some(({ status }) => status !== 'done') || request.signal.aborted;
            results.push(blocked ? notBegun(change) : await applyChange(request, resource, change));
        }
        return results;
    });
    return (await Promise.all(perResource)).flat();
}
async function applyChange(request, resource, change) {
    const ctx = request.contextOf(resource);
    const start = ctx.clock.monotonic();
    const took = () => Math.round(ctx.clock.monotonic() - start);
    request.journal.record('begin', (0,plan/* keyOf */.TN)(change));
    ctx.log.info(`${change.target}: ${change.before ?? 'absent'} → ${change.after ?? 'absent'} …`);
    try {
        await resource.provider.apply(resource.config, change, ctx, request.sourceOf(resource));
    }
    catch (error) {
        const failure = (0,runtime_errors/* asRewindError */.m2)(error, resource.id);
        request.journal.record('fail', (0,plan/* keyOf */.TN)(change), failure.code);
        ctx.log.error((0,runtime_errors/* explain */.WE)(failure));
        request.onChange?.(change, start, ctx.clock.monotonic());
        return { change, status: 'failed', error: failure, durationMs: took() };
    }
    request.journal.record('end', (0,plan/* keyOf */.TN)(change));
    request.onChange?.(change, start, ctx.clock.monotonic());
    ctx.log.info(`${change.target}: done in ${(0,progress/* seconds */.YA)(took() / 1000)}`);
    return { change, status: 'done', durationMs: took() };
}

// EXTERNAL MODULE: ./lib/engine/journal.js
var journal = __webpack_require__(2657);
// EXTERNAL MODULE: ./lib/engine/resources.js
var resources = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/engine/snapshot.js
var snapshot = __webpack_require__(7732);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js + 1 modules
var snapshot_files = __webpack_require__(9461);
// EXTERNAL MODULE: ./lib/store/artifact-names.js
var artifact_names = __webpack_require__(918);
// EXTERNAL MODULE: ./lib/providers/vercel-deployment/state.js
var state = __webpack_require__(3913);
// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(2367);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/rollback-report.js




const WORD = { done: 'done', failed: 'FAILED', 'not-begun': 'not begun' };
/** Says exactly what is done, what is not, and how to go on. */
function rollbackReport(facts) {
    const title = headline(facts);
    const next = nextSteps(facts);
    return {
        title,
        timeline: facts.timeline,
        text: [title, ...lines(facts), ...next].join('\n'),
        markdown: rollback_report_markdown(facts, title, next),
    };
}
function headline({ ok, cancelled, manifest, outcomes, timeline }) {
    const took = (0,progress/* seconds */.YA)(timeline.totalMs() / 1000);
    if (ok && outcomes.length === 0)
        return `Nothing to do: "${manifest.environment}" already equals snapshot ${manifest.id}.`;
    if (ok)
        return `Rolled back: "${manifest.environment}" equals snapshot ${manifest.id} again (${outcomes.length} change(s), ${took}).`;
    const done = outcomes.filter(({ status }) => status === 'done').length;
    const what = cancelled ? 'Rollback cancelled' : 'Rollback INCOMPLETE';
    return `${what}: ${done} of ${outcomes.length} change(s) done after ${took}.`;
}
function lines({ outcomes, left, verifyError }) {
    return [
        ...outcomes.map(({ change, status, error, durationMs }) => {
            const why = error ? `: ${error.message}` : '';
            return `  ${WORD[status]}: ${change.target} (${(0,plan/* describe */.q0)(change).replaceAll('\n', '; ')}, ${(0,progress/* seconds */.YA)(durationMs / 1000)})${why}`;
        }),
        ...left.map((change) => `  still different: ${change.target} (${(0,plan/* describe */.q0)(change).replaceAll('\n', '; ')})`),
        ...(verifyError ? [`  could not be verified: ${verifyError.message}`] : []),
    ];
}
function nextSteps(facts) {
    const { ok, outcomes, manual, undo, approved, left, verifyError } = facts;
    const steps = [];
    if (!ok && outcomes.some(({ status }) => status !== 'done')) {
        const remedies = new Set(outcomes.flatMap(({ error }) => (error ? [error.remedy] : [])));
        steps.push(...remedies);
        steps.push(`Then run the same rollback again (digest ${approved.digest}): what is done is not done twice.`);
    }
    else if (!ok && left.length > 0) {
        steps.push('Run "rewind plan" and read what is left; have it approved and run it.');
    }
    if (verifyError)
        steps.push(`${verifyError.remedy} Then run "rewind verify".`);
    steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
    const warnings = new Set(outcomes.filter(({ status }) => status === 'done').flatMap(({ change }) => change.warnings));
    steps.push(...[...warnings].map((warning) => `Keep in mind: ${warning}`));
    if (undo.length > 0)
        steps.push(`To undo this rollback: rewind plan --snapshot ${undo.join(' and ')}`);
    return steps.length === 0 ? [] : ['What next:', ...steps.map((step) => `  - ${step}`)];
}
function rollback_report_markdown(facts, title, next) {
    const { outcomes, ok, reason, manifest, approved, timeline, verifyError, left } = facts;
    const rows = outcomes.map(({ change, status, error, durationMs }) => [
        status === 'done' ? '✅' : status === 'failed' ? '❌' : '⏸️',
        (0,plan/* keyOf */.TN)(change),
        change.target,
        change.before ?? 'absent',
        change.after ?? 'absent',
        (0,progress/* seconds */.YA)(durationMs / 1000),
        error?.message ?? '',
    ]);
    const proof = verifyError
        ? `❓ Production could not be read again: ${(0,markdown/* escapeText */.X)(verifyError.message)}`
        : left.length === 0
            ? '✅ Captured again: nothing differs from the snapshot.'
            : `❌ Captured again: ${left.length} difference(s) left: ${(0,markdown/* escapeText */.X)(left.map((change) => change.target).join(', '))}`;
    const parts = [
        `## ${ok ? '✅' : '❌'} ${(0,markdown/* escapeText */.X)(title)}`,
        `${(0,markdown/* escapeText */.X)((0,approval_record/* describeApproval */.x)(facts.evidence))}${reason === null ? '' : `\n\nReason: ${(0,markdown/* escapeText */.X)(reason)}`}`,
        rows.length === 0 ? '' : (0,markdown/* table */.t)(['', 'Change', 'What', 'Before', 'Now', 'Took', ''], rows),
        `### Proof\n\n${proof}`,
        next.length === 0
            ? ''
            : `### ${next[0] ?? ''}\n\n${next
                .slice(1)
                .map((line) => (0,markdown/* escapeText */.X)(line.trim()))
                .join('\n')}`,
        timeline.mermaid(),
        `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./lib/report/result-file.js
var result_file = __webpack_require__(8028);
;// CONCATENATED MODULE: ./lib/report/timeline.js
/** What took how long; for the report's chart and for the figures of a drill. */
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

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 1 modules
var create_context = __webpack_require__(7516);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./lib/commands/approved-plan.js









/**
 * The plan that a person read and approved, named by its digest: from the plan file; else from the store, where an
 * interrupted run of the same plan left it; else made anew, if nothing has changed since.
 * @throws RewindError approval-missing, plan-unreadable, plan-mismatch
 */
async function approvedPlan(session, project) {
    const { digest, plan: file } = session.inputs;
    if (digest === null)
        throw new runtime_errors/* RewindError */.Ir('approval-missing', 'No digest of an approved plan was given.');
    const path = session.path(file);
    const plan = (0,external_node_fs_.existsSync)(path)
        ? await fromFile(path, file)
        : ((await fromStore(project, digest)) ?? (await madeAnew(session, project)));
    if (plan.digest !== digest) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `The plan at hand has the digest ${plan.digest}; approved was ${digest}.`);
    }
    if (plan.environment !== project.config.environment) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `The plan is for "${plan.environment}"; configured is "${project.config.environment}".`);
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
    return (0,plan/* parsePlan */.vS)(content);
}
const folderOf = (project, digest) => `rollbacks/${project.config.environment}/${digest}`;
async function fromStore(project, digest) {
    const content = await readFromStore(project, `${folderOf(project, digest)}/plan.json`);
    return content === undefined ? undefined : (0,plan/* parsePlan */.vS)(JSON.parse(content));
}
async function readFromStore({ store }, key) {
    const found = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return found ? (0,consumers_.text)(await store.open(key)) : undefined;
}
async function madeAnew(session, project) {
    const { inputs, parts } = session;
    const manifest = await (0,snapshot/* findSnapshot */.Cb)(project.store, inputs.snapshot, project.origin);
    return (0,live_plan/* planFromLive */.qY)({ ...project, parts, manifest, database: inputs.database, scope: inputs.scope });
}
async function openJournal(session, project, plan) {
    const path = session.path(`${session.inputs.out}/journal/${plan.digest}.jsonl`);
    const folder = folderOf(project, plan.digest);
    const local = (0,external_node_fs_.existsSync)(path) ? (0,journal/* parseJournal */.z8)(await (0,promises_.readFile)(path, 'utf8')) : [];
    const remote = (0,journal/* parseJournal */.z8)((await readFromStore(project, `${folder}/journal.jsonl`)) ?? '');
    const log = new journal/* Journal */.CQ(path, session.parts.clock ?? create_context/* systemClock */.ml, merge(remote, local));
    return {
        log,
        persist: async () => {
            const lines = merge(log.previous, log.entries()).map((entry) => JSON.stringify(entry));
            await project.store.put(`${folder}/plan.json`, Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
            await project.store.put(`${folder}/journal.jsonl`, Buffer.from(`${lines.join('\n')}\n`));
        },
    };
}
/** Union in order of time: the two copies of one journal overlap. */
function merge(first, second) {
    const all = new Map([...first, ...second].map((entry) => [JSON.stringify(entry), entry]));
    return [...all.values()].sort((a, b) => a.at.localeCompare(b.at));
}

// EXTERNAL MODULE: ./lib/commands/plan.js + 2 modules
var commands_plan = __webpack_require__(4610);
;// CONCATENATED MODULE: ./lib/report/html.js

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f6f8fa}code{background:#f6f8fa;padding:.1rem .3rem;border-radius:4px}
@media(prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}th,code{background:#161b22}th,td{border-color:#30363d}}`;
/** One file, no script, nothing loaded from elsewhere: it can be mailed or kept as evidence. */
async function htmlReport(report) {
    const { marked } = await __webpack_require__.e(/* import() */ 22).then(__webpack_require__.bind(__webpack_require__, 8022));
    const withoutChart = report.markdown.replace(/```mermaid[\s\S]*?```/, '');
    const body = await marked.parse(withoutChart, { async: true });
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${(0,markdown/* escapeText */.X)(report.title)}</title><style>${STYLE}</style></head>
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
        return `<text x="0" y="${y + 17}">${(0,markdown/* escapeText */.X)(text)}</text><rect x="${label + from * scale}" y="${y + 5}" width="${bar}" height="16" rx="3" fill="#2da44e"/><text x="${label + from * scale + bar + 6}" y="${y + 17}">${((to - from) / 1000).toFixed(1)} s</text>`;
    });
    const height = Math.max(rowHeight, timeline.entries.length * rowHeight);
    return `<h3>Timeline</h3><svg viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="Timeline" font-size="13" fill="currentColor">${rows.join('')}</svg>`;
}

;// CONCATENATED MODULE: ./lib/commands/write-report.js



/** Writes report.md and report.html (self-contained) into the output directory. */
async function writeReport(session, report) {
    const { out } = session.inputs;
    const { masker } = session.parts;
    await (0,promises_.mkdir)(session.path(out), { recursive: true });
    const paths = { markdown: (0,external_node_path_.join)(out, 'report.md'), html: (0,external_node_path_.join)(out, 'report.html') };
    await (0,promises_.writeFile)(session.path(paths.markdown), masker.redact(report.markdown));
    await (0,promises_.writeFile)(session.path(paths.html), masker.redact(await htmlReport(report)));
    return paths;
}

;// CONCATENATED MODULE: ./lib/commands/rollback.js





















/** The story of a rollback. Nothing is changed before `applyPlan`. */
async function rollback(session) {
    const timeline = new Timeline(session.parts.clock ?? create_context/* systemClock */.ml);
    const { project, approved, manifest, evidence } = await timeline.step('plan and approval', () => begin(session));
    const resources = inScope(project, approved);
    const journal = await openJournal(session, project, approved);
    announceUpload(session, 'rollback', (0,artifact_names/* rollbackArtifact */.Rr)(project.config.store, approved.environment, approved.digest));
    session.setOutput('retention-days', String((0,artifact_names/* retentionDays */.Ol)(project.config)));
    try {
        const run = { session, project, approved, manifest, evidence, resources, journal, timeline };
        const plan = await timeline.step('checks and drift', () => recheck(run));
        confirmDataLoss(session, plan);
        await timeline.step('pre-flight', () => preflight(run, plan));
        const undo = plan.changes.length === 0
            ? []
            : [await timeline.step('pre-rollback snapshot', () => preRollbackSnapshot(run, 'config'))];
        const outcomes = await apply(run, plan, undo);
        const left = await timeline.step('verification', () => remaining(run));
        return await conclude(run, plan, outcomes, left, undo);
    }
    finally {
        await journal.persist();
        journal.log.close();
    }
}
/** What is to be carried out, and that it may be. */
async function begin(session) {
    const project = await session.open();
    (0,gate/* assertEnvironment */.Wc)(session, project);
    const approved = await approvedPlan(session, project);
    const found = (0,snapshot/* findSnapshot */.Cb)(project.store, approved.snapshot, project.origin);
    const [manifest, evidence] = await Promise.all([found, (0,gate/* approvalOf */.xf)(session, project, approved, found)]);
    return { project, approved, manifest, evidence };
}
/** The scope that was approved is the scope that is applied. */
function inScope(project, approved) {
    return project.resources.filter(({ id }) => approved.scope === null || approved.scope.includes(id));
}
/** Laws 4 and 5: everything is checked and captured again; what is found must be what was approved. */
async function recheck(run) {
    const { session, project, approved, manifest, resources } = run;
    const { parts } = session;
    const [findings, now] = await Promise.all([
        (0,live_plan/* checkResources */.EB)(resources, parts, manifest),
        (0,live_plan/* planFromLive */.qY)({ ...project, resources, parts, manifest, database: approved.database, scope: approved.scope }),
    ]);
    const touched = new Set(now.changes.map(({ resource }) => resource));
    const errors = findings.filter(({ level, resource }) => level === 'error' && touched.has(resource));
    if (errors.length > 0) {
        throw new runtime_errors/* RewindError */.Ir('preflight-failed', `${errors.length} check(s) failed. Nothing was changed.`, {
            problems: errors.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
        });
    }
    if (now.snapshotDigest !== approved.snapshotDigest) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `Snapshot ${manifest.id} is not the one that the plan was made from.`);
    }
    const drift = (0,plan/* driftOf */.$p)(approved, now, (0,journal/* interrupted */.VM)(run.journal.log.previous));
    if (drift.length > 0) {
        await (0,commands_plan.writePlan)(session, now);
        parts.log.info(`\n${(0,plan_text/* planText */.Pt)(now)}\n`);
        throw new runtime_errors/* RewindError */.Ir('plan-drift', 'Production changed after the plan was made. Nothing was changed.', {
            problems: drift,
            remedy: `Read the new plan (written to ${session.inputs.plan}) and have it approved: its digest is ${now.digest}.`,
        });
    }
    return now;
}
function confirmDataLoss({ inputs }, plan) {
    for (const change of plan.changes) {
        if (change.confirm === undefined || change.confirm === inputs.confirmDataLoss)
            continue;
        throw new runtime_errors/* RewindError */.Ir('data-loss-unconfirmed', `${change.target}: ${change.after ?? ''} loses what was written since.`, {
            resource: change.resource,
            remedy: `Type the name of the database: --confirm-data-loss ${change.confirm}`,
        });
    }
}
/** Payloads are what was written and open with the identity; providers confirm that their changes would succeed. */
async function preflight(run, plan) {
    const { project, manifest, session } = run;
    const touched = new Set(plan.changes.map(({ resource }) => resource));
    const problems = await (0,snapshot_files/* checkPayloads */.M1)(project.store, manifest, touched);
    if (problems.length > 0) {
        throw new runtime_errors/* RewindError */.Ir('snapshot-corrupt', 'Sealed parts of the snapshot are damaged. Nothing was changed.', {
            problems,
        });
    }
    const contextOf = (0,resources/* contextsFor */.Wu)(session.parts, manifest);
    const outcomes = await (0,resources/* settleResources */.D6)(run.resources.filter(({ id }) => touched.has(id)), async (resource) => {
        const source = sourceOf(run, resource);
        // The header is enough to know that the identity opens it; the rest is covered by the checksum.
        for (const ref of source.refs)
            (await source.open(ref.name)).destroy();
        const changes = plan.changes.filter((change) => change.resource === resource.id);
        return (await resource.provider.preflight?.(resource.config, changes, contextOf(resource), source)) ?? [];
    });
    const errors = outcomes.flatMap(({ resource, value, error }) => {
        if (error !== undefined)
            return [(0,runtime_errors/* asRewindError */.m2)(error, resource.id)];
        return (value ?? [])
            .filter(({ level }) => level === 'error')
            .map(({ message, remedy }) => new runtime_errors/* RewindError */.Ir('preflight-failed', message, {
            resource: resource.id,
            ...(remedy === undefined ? {} : { remedy }),
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
function sourceOf({ project, manifest }, resource) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (!captured)
        throw new runtime_errors/* RewindError */.Ir('internal', `"${resource.id}" is planned but not in the snapshot.`);
    return new snapshot_files/* SealedSource */._y(project.store, manifest, captured, project.identities);
}
/** At once: the next step uploads it even when this one is stopped in the middle. */
function announceUpload(session, what, parcel) {
    if (parcel === null)
        return;
    session.setOutput(`${what}-artifact`, parcel.name);
    session.setOutput(`${what}-path`, parcel.path);
}
/** Law 6: a rollback can be rolled back. Databases are backed up only before a change that needs it. */
async function preRollbackSnapshot({ session, project }, which) {
    // All of them, whatever the scope: the undo must not be smaller than what a wrong scope may have done.
    const resources = project.resources.filter(({ provider }) => (provider.slow ?? false) === (which === 'database'));
    if (resources.length === 0)
        return 'none needed';
    const manifest = await (0,snapshot/* takeSnapshot */.W9)({
        resources,
        store: project.store,
        parts: session.parts,
        origin: project.origin,
        reason: 'pre-rollback',
        recipients: project.config.seal.recipients,
        identities: [],
    });
    announceUpload(session, `undo-${which}`, (0,artifact_names/* snapshotArtifact */.Pm)(project.config.store, manifest.environment, manifest.id));
    session.parts.log.info(`Snapshot ${manifest.id} holds the state before this rollback (${manifest.resources.map(({ id }) => id).join(', ')}).`);
    return manifest.id;
}
async function apply(run, plan, undo) {
    const { session, manifest, journal, timeline } = run;
    journal.log.record('run', plan.digest, `undo: ${undo.join(', ')}; ${(0,approval_record/* describeApproval */.x)(run.evidence)}`);
    const outcomes = await applyPlan({
        plan,
        resources: run.resources,
        contextOf: (0,resources/* contextsFor */.Wu)(session.parts, manifest),
        sourceOf: (resource) => sourceOf(run, resource),
        journal: journal.log,
        signal: session.parts.signal,
        beforeStage: async (stage, changes) => {
            await journal.persist();
            if (!changes.some(({ backupFirst }) => backupFirst === true))
                return;
            undo.push(await timeline.step(`backup before ${stage}`, () => preRollbackSnapshot(run, 'database')));
        },
        onChange: (change, from, to) => timeline.add(`${change.resource}: ${change.target}`, from, to),
    });
    journal.log.record('finish', plan.digest, outcomes.every(({ status }) => status === 'done') ? 'done' : 'incomplete');
    return outcomes;
}
/** Law 2: what is left after the rollback must be nothing. A resource that cannot be read now is reported, not hidden. */
async function remaining(run) {
    const { session, project, approved, manifest, resources } = run;
    try {
        const { database, scope } = approved;
        return { plan: await (0,live_plan/* planFromLive */.qY)({ ...project, resources, parts: session.parts, manifest, database, scope }) };
    }
    catch (error) {
        return { error: (0,runtime_errors/* asRewindError */.m2)(error) };
    }
}
async function conclude(run, plan, outcomes, left, undo) {
    const { session, manifest, approved, timeline } = run;
    const unfinished = outcomes.filter(({ status }) => status !== 'done');
    const differences = left.plan?.changes ?? [];
    const ok = unfinished.length === 0 && left.error === undefined && differences.length === 0;
    const report = rollbackReport({
        ok,
        cancelled: session.parts.signal.aborted,
        manifest,
        approved,
        outcomes,
        left: differences,
        manual: left.plan?.manual ?? plan.manual,
        undo: undo.filter((id) => id !== 'none needed'),
        timeline,
        reason: session.inputs.reason,
        evidence: run.evidence,
        ...(left.error ? { verifyError: left.error } : {}),
    });
    const paths = await writeReport(session, report);
    const result = (0,result_file/* rollbackResult */.Ax)({
        ok,
        title: report.title,
        manifest,
        approved,
        outcomes,
        left: left.plan?.changes ?? null,
        manual: left.plan?.manual ?? [],
        undo: undo.filter((id) => id !== 'none needed'),
        evidence: run.evidence,
        timeline,
        commit: switchedTo(manifest, approved, outcomes),
        report: paths,
    });
    await (0,result_file/* writeResult */.Zk)(session.path((0,external_node_path_.join)(session.inputs.out, 'result.json')), session.parts.masker.redact(JSON.stringify(result)));
    return {
        exit: ok ? 0 : 1,
        json: result,
        text: `${report.text}\nReport: ${paths.markdown}`,
        summary: report.markdown,
        outputs: {
            verdict: ok ? 'rolled-back' : 'incomplete',
            'snapshot-id': manifest.id,
            'report-path': paths.html,
            changes: String(outcomes.length),
        },
    };
}
/** The commit of the deployment that serves production again; null when the plan did not switch it, or it failed. */
function switchedTo(manifest, approved, outcomes) {
    // From the approved plan: an interrupted run before this one may have done it.
    const change = approved.changes.find(({ stage }) => stage === 'deployment');
    if (!change || outcomes.some((outcome) => outcome.status !== 'done' && outcome.change.stage === 'deployment'))
        return null;
    return (0,state/* commitOf */.D3)(manifest.resources.find(({ id }) => id === change.resource)?.state);
}


/***/ }),

/***/ 2657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ Journal),
/* harmony export */   VM: () => (/* binding */ interrupted),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);



const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    event: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['run', 'begin', 'end', 'fail', 'stage', 'finish']),
    /** Key of the change, name of the stage, or digest of the plan. */
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
});
/**
 * What was begun and ended, and when: one JSON line each, on disk (fsync) before the step it announces begins, so that it
 * is true even when the process is killed. Never holds a secret.
 */
class Journal {
    path;
    clock;
    previous;
    file;
    /** @param previous what earlier runs of the same plan had written */
    constructor(path, clock, previous = []) {
        this.path = path;
        this.clock = clock;
        this.previous = previous;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        this.file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a', 0o600);
    }
    record(event, what, note) {
        const line = {
            at: this.clock.now().toISOString(),
            event,
            what,
            ...(note === undefined ? {} : { note }),
        };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.file);
    }
    /** Everything so far: earlier runs, then this one. */
    entries() {
        return [...this.previous, ...parseJournal((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, 'utf8'))];
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.file);
    }
}
/** A last line cut off by a crash is dropped: its step was not announced in full and so was not begun. */
function parseJournal(text) {
    return text.split('\n').flatMap((line) => {
        if (line === '')
            return [];
        try {
            return [entry.parse(JSON.parse(line))];
        }
        catch {
            return [];
        }
    });
}
/** Changes that were begun and did not end: the process died in them, or they failed half-way. */
function interrupted(entries) {
    const open = new Set();
    for (const { event, what } of entries) {
        if (event === 'begin')
            open.add(what);
        if (event === 'end')
            open.delete(what);
    }
    return open;
}


/***/ }),

/***/ 3913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   tz: () => (/* binding */ params),
/* harmony export */   wk: () => (/* binding */ state)
/* harmony export */ });
/* unused harmony export named */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const deployment = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Milliseconds since 1970. */
    createdAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** Commit that it was built from, where Git is connected. */
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Set when Rewind has built it anew from another deployment, so that a new secret reaches the same code. */
    rebuildOf: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().default(null),
});
const state = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    project: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Null: the project was never deployed to production. */
    production: deployment.nullable(),
    /** Null when the API did not say; that must not be taken for "not rolled back". */
    autoAssign: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullable(),
    /** Production is held by a rollback: new deployments are built and stay STAGED. */
    pinned: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Deployment that an active rolling release is moving traffic to. */
    canary: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Percentages that a rolling release goes through; empty = none is configured. vercel-project restores them. */
    stages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()).default([]),
    /** What each production domain serves. */
    domains: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })),
});
/** Commit of the deployment that a captured state says was in production; null when it is not known. */
function commitOf(captured) {
    const parsed = state.safeParse(captured);
    return parsed.success ? (parsed.data.production?.commit ?? null) : null;
}
/** What `apply` is told in a change's params. */
const params = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('switch'),
        method: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['rollback', 'promote']),
        to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        domains: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        autoAssign: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullable(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('alias'), domain: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('auto-assign'), to: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }),
]);
/** "dpl_1 (1a2b3c4 main)" */
function named(one) {
    const commit = one.commit === null ? '' : ` (${one.commit.slice(0, 7)}${one.ref === null ? '' : ` ${one.ref}`})`;
    return `${one.id}${commit}`;
}
function plan(saved, found) {
    if (saved.production === null)
        return [];
    const live = asOriginal(saved.production.id, found);
    const switched = switchChange(saved, saved.production, live);
    const aliases = aliasChanges(saved, saved.production.id, live, switched !== null);
    const autoAssign = switched === null ? autoAssignChange(saved, live) : null;
    return [...(switched === null ? [] : [switched]), ...aliases, ...(autoAssign === null ? [] : [autoAssign])];
}
/** A rebuild of the saved deployment, made by Rewind for a new signing secret, stands for that deployment. */
function asOriginal(saved, live) {
    const rebuilt = live.production;
    if (rebuilt?.rebuildOf !== saved)
        return live;
    return {
        ...live,
        production: { ...rebuilt, id: saved },
        domains: live.domains.map(({ name, deployment: serves }) => ({
            name,
            deployment: serves === rebuilt.id ? saved : serves,
        })),
    };
}
function switchChange(saved, target, live) {
    const releasing = live.canary !== null && live.canary !== saved.canary;
    if (live.production?.id === target.id && !releasing)
        return null;
    // Backwards is a rollback, which pins production and ends a rolling release to something else. Forwards again, out of
    // a rollback, is what Vercel calls a promote.
    const forwards = live.pinned && live.production !== null && target.createdAt > live.production.createdAt;
    const overtaken = releasing && live.canary !== target.id;
    const method = forwards && !overtaken ? 'promote' : 'rollback';
    const before = live.production === null ? null : named(live.production);
    return {
        id: 'switch',
        stage: 'deployment',
        action: 'update',
        target: `production of ${saved.name} on Vercel (${method})`,
        before: releasing ? `${before ?? 'nothing'}, rolling release to ${live.canary ?? ''} under way` : before,
        after: named(target),
        effect: 'live',
        undo: live.production === null ? null : `promote ${live.production.id}`,
        warnings: [
            ...(method === 'rollback'
                ? [
                    'Afterwards production is pinned: new pushes are built but stay STAGED until "rewind recover" (or a promote in the dashboard).',
                ]
                : []),
            ...(overtaken ? ['The rolling release under way is ended.'] : []),
            ...(method === 'promote' && live.stages.length > 0
                ? ['A promote starts a rolling release: it is completed at once, past its stages and their approvals.']
                : []),
            'The deployment brings the environment variables and cron jobs that it was built with.',
        ],
        params: {
            kind: 'switch',
            method,
            to: target.id,
            domains: carriedAlong(saved, target.id, live),
            autoAssign: method === 'promote' ? saved.autoAssign : null,
        },
    };
}
/** Domains that move with production: those that serve what production serves now, and are to serve the target. */
function carriedAlong(saved, target, live) {
    const now = new Map(live.domains.map((domain) => [domain.name, domain.deployment]));
    return saved.domains
        .filter(({ name, deployment: wanted }) => {
        const serves = now.get(name);
        return wanted === target && (serves === target || (serves !== null && serves === live.production?.id));
    })
        .map(({ name }) => name);
}
/** Domains that a switch does not carry along: they do not serve what production serves. */
function aliasChanges(saved, target, live, switching) {
    const now = new Map(live.domains.map((domain) => [domain.name, domain.deployment]));
    return saved.domains.flatMap((domain) => {
        const serves = now.get(domain.name);
        // A domain that was removed from the project since is a matter of the project's settings.
        if (domain.deployment === null || serves === undefined)
            return [];
        // The domains of the present production deployment move with it, also those that are to stay.
        const moves = switching && serves !== null && serves === live.production?.id;
        if ((moves ? target : serves) === domain.deployment)
            return [];
        return [
            {
                id: `alias:${domain.name}`,
                stage: 'deployment',
                action: 'update',
                target: `domain ${domain.name}`,
                before: moves && serves === domain.deployment ? `${serves}, but moves along with production` : serves,
                after: domain.deployment,
                effect: 'live',
                undo: serves === null ? null : `point ${domain.name} at ${serves}`,
                warnings: [],
                params: { kind: 'alias', domain: domain.name, to: domain.deployment },
            },
        ];
    });
}
/**
 * The owner's own setting. After a rollback it is off on purpose, so that the next push does not undo the rollback: that
 * is no difference.
 */
function autoAssignChange(saved, live) {
    if (saved.autoAssign === null || live.autoAssign === null || saved.autoAssign === live.autoAssign)
        return null;
    if (saved.autoAssign && live.pinned)
        return null;
    return {
        id: 'auto-assign',
        stage: 'configuration',
        action: 'update',
        target: `automatic assignment of production domains of ${saved.name}`,
        before: live.autoAssign ? 'on' : 'off',
        after: saved.autoAssign ? 'on' : 'off',
        effect: 'next-deployment',
        undo: 'set it back in the project settings',
        warnings: saved.autoAssign ? ['The next push to production goes live by itself again.'] : [],
        params: { kind: 'auto-assign', to: saved.autoAssign },
    };
}


/***/ }),

/***/ 8028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ rollbackResult),
/* harmony export */   F: () => (/* binding */ parseResult),
/* harmony export */   Zk: () => (/* binding */ writeResult)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8234);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8479);





const result = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rewind-result'),
    ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    applied: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        change: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    })),
    /** Changes that a new plan would hold; null when production could not be read again. */
    planAfter: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
    manual: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    undo: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    /** What took how long, in milliseconds since the program began. */
    timeline: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), to: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig() })),
    /** Commit that production serves now, as far as it is known; null when the deployment was not switched. */
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        requestedBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['reviewed', 'expedited', 'none', 'command line']),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
        skipped: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    }),
    report: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ markdown: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), html: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
});
function rollbackResult(facts) {
    const { ok, title, manifest, approved, outcomes, left, manual, undo, evidence, timeline, commit, report } = facts;
    const done = outcomes.filter(({ status }) => status === 'done');
    return {
        kind: 'rewind-result',
        ok,
        title,
        environment: manifest.environment,
        snapshot: manifest.id,
        digest: approved.digest,
        applied: done.map(({ change }) => (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(change)),
        failed: outcomes
            .filter(({ status }) => status !== 'done')
            .map(({ change, status, error }) => ({
            change: (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(change),
            status,
            code: error?.code ?? null,
            message: error?.message ?? null,
        })),
        planAfter: left === null ? null : left.length,
        manual: manual.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN),
        undo: [...undo],
        durationMs: timeline.totalMs(),
        timeline: [...timeline.entries],
        commit,
        evidence: { ...evidence, approvedBy: [...evidence.approvedBy] },
        report,
    };
}
/** @param text as JSON, with secrets already taken out */
async function writeResult(path, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${text}\n`);
}
/** @throws RewindError plan-unreadable */
function parseResult(content) {
    const parsed = result.safeParse(content);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-unreadable', 'The result file is not one of this version.', {
        problems: parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
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
/** Below the repository: what this run writes for the store `artifact`, until a step of the workflow uploads it. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null where the store needs no upload by a step */
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
/** Days that GitHub is asked to keep the artifacts. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ })

};
