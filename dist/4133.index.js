export const id = 4133;
export const ids = [4133];
export const modules = {

/***/ 8648:
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

/***/ 4133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 3 modules
var create_context = __webpack_require__(358);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var runtime_errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(8479);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
;// CONCATENATED MODULE: ./lib/engine/apply.js





/**
 * Applies the changes of a plan, stage by stage; within a stage, resources in parallel and the changes of one resource in
 * order. After a failure, the other resources of the stage continue, and later stages are not begun: code must be back before
 * the schema, and a person decides what to do next. A failed change does not throw: the result holds its outcome.
 */
async function applyPlan(request) {
    const outcomes = [];
    let stopped = false;
    for (const stage of engine_provider/* STAGES */.an) {
        const changes = request.plan.changes.filter((change) => change.stage === stage);
        if (changes.length === 0)
            continue;
        if (stopped || request.ctx.signal.aborted) {
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
    error,
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
            const blocked = results.some(({ status }) => status !== 'done') || request.ctx.signal.aborted;
            results.push(blocked ? notBegun(change) : await applyChange(request, resource, change));
        }
        return results;
    });
    return (await Promise.all(perResource)).flat();
}
async function applyChange(request, resource, change) {
    const ctx = (0,create_context/* forResource */.i_)(request.ctx, resource.id);
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

// EXTERNAL MODULE: ./lib/engine/snapshot.js
var snapshot = __webpack_require__(7732);
// EXTERNAL MODULE: ./lib/engine/trust.js
var trust = __webpack_require__(9952);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(9859);
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
// EXTERNAL MODULE: ./lib/engine/journal.js
var journal = __webpack_require__(2657);
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
    const plan = (0,external_node_fs_.existsSync)(path)
        ? await fromFile(path, file)
        : ((await fromStore(project, digest)) ?? (await planAgain(session, project)));
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
async function planAgain(session, project) {
    const { inputs, context: ctx } = session;
    const manifest = await (0,snapshot/* findSnapshot */.Cb)(project.store, inputs.snapshot, project.origin);
    return (0,live_plan/* planFromLive */.qY)({ ...project, ctx, manifest, database: inputs.database, scope: inputs.scope });
}
async function openJournal(session, project, plan) {
    const path = session.path(`${session.inputs.out}/journal/${plan.digest}.jsonl`);
    const folder = folderOf(project, plan.digest);
    const local = (0,external_node_fs_.existsSync)(path) ? (0,journal/* parseJournal */.z8)(await (0,promises_.readFile)(path, 'utf8')) : [];
    const remote = (0,journal/* parseJournal */.z8)((await readFromStore(project, `${folder}/journal.jsonl`)) ?? '');
    const log = new journal/* Journal */.CQ(path, session.context.clock, merge(remote, local));
    return {
        log,
        persist: async () => {
            const lines = merge(log.previous, log.entries()).map((entry) => JSON.stringify(entry));
            await project.store.put(`${folder}/plan.json`, Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
            await project.store.put(`${folder}/journal.jsonl`, Buffer.from(`${lines.join('\n')}\n`));
        },
    };
}
/** Union, sorted by time: the two copies of one journal overlap. */
function merge(first, second) {
    const all = new Map([...first, ...second].map((entry) => [JSON.stringify(entry), entry]));
    return [...all.values()].sort((a, b) => a.at.localeCompare(b.at));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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

// EXTERNAL MODULE: ./lib/report/result-file.js
var result_file = __webpack_require__(8028);
;// CONCATENATED MODULE: ./lib/report/rollback-report.js




const WORD = { done: 'done', failed: 'FAILED', 'not-begun': 'not begun' };
/** Reports the done changes, the open changes and the next steps. */
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
function lines({ outcomes, remaining, verifyError }) {
    return [
        ...outcomes.map(({ change, status, error, durationMs }) => {
            const why = error ? `: ${error.message}` : '';
            return `  ${WORD[status]}: ${change.target} (${(0,plan/* describe */.q0)(change).replaceAll('\n', '; ')}, ${(0,progress/* seconds */.YA)(durationMs / 1000)})${why}`;
        }),
        ...remaining.map((change) => `  still different: ${change.target} (${(0,plan/* describe */.q0)(change).replaceAll('\n', '; ')})`),
        ...(verifyError ? [`  could not be verified: ${verifyError.message}`] : []),
    ];
}
function nextSteps(facts) {
    const { ok, outcomes, manual, undo, approved, remaining, verifyError } = facts;
    const steps = [];
    if (!ok && outcomes.some(({ status }) => status !== 'done')) {
        const remedies = new Set(outcomes.flatMap(({ error }) => (error ? [error.remedy] : [])));
        steps.push(...remedies);
        steps.push(`Then run the same rollback again (digest ${approved.digest}): it skips the changes that are done.`);
    }
    else if (!ok && remaining.length > 0) {
        steps.push('Run "rewind plan" to see what remains, get the plan approved, and run it.');
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
    const { outcomes, ok, reason, manifest, approved, timeline, verifyError, remaining } = facts;
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
        : remaining.length === 0
            ? '✅ Captured again: nothing differs from the snapshot.'
            : `❌ Captured again: ${remaining.length} difference(s) remain: ${(0,markdown/* escapeText */.X)(remaining.map((change) => change.target).join(', '))}`;
    const parts = [
        `## ${ok ? '✅' : '❌'} ${(0,markdown/* escapeText */.X)(title)}`,
        `${(0,markdown/* escapeText */.X)((0,approval_record/* describeApproval */.x)(facts.approval))}${reason === null ? '' : `\n\nReason: ${(0,markdown/* escapeText */.X)(reason)}`}`,
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

;// CONCATENATED MODULE: ./lib/commands/rollback/conclude.js








/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
async function replan(run) {
    const { session, project, approved, manifest, resources } = run;
    try {
        const { database, scope } = approved;
        return { plan: await (0,live_plan/* planFromLive */.qY)({ ...project, resources, ctx: session.context, manifest, database, scope }) };
    }
    catch (error) {
        return { error: (0,runtime_errors/* asRewindError */.m2)(error) };
    }
}
async function conclude(run, plan, outcomes, live, undo) {
    const { session, manifest, approved, timeline, approval } = run;
    const remaining = live.plan?.changes ?? [];
    const done = outcomes.every(({ status }) => status === 'done');
    const facts = {
        ok: done && live.error === undefined && remaining.length === 0,
        cancelled: session.context.signal.aborted,
        manifest,
        approved,
        outcomes,
        remaining,
        manual: live.plan?.manual ?? plan.manual,
        undo,
        timeline,
        reason: session.inputs.reason,
        approval,
        verifyError: live.error,
    };
    const report = rollbackReport(facts);
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
    await (0,promises_.mkdir)(session.path(out), { recursive: true });
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

// EXTERNAL MODULE: ./lib/engine/resources.js
var resources = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js + 1 modules
var snapshot_files = __webpack_require__(9461);
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
    const outcomes = await (0,resources/* settleResources */.D)(run.resources.filter(({ id }) => touched.has(id)), async (resource) => {
        const source = sourceOf(run, resource);
        // The header proves that the identity opens it; the checksum covers the rest.
        for (const ref of source.refs)
            (await source.open(ref.name)).destroy();
        const changes = plan.changes.filter((change) => change.resource === resource.id);
        return ((await resource.provider.preflight?.(resource.config, changes, (0,create_context/* forResource */.i_)(ctx, resource.id), source)) ?? []);
    });
    const errors = outcomes.flatMap(({ resource, value, error }) => {
        if (error !== undefined)
            return [(0,runtime_errors/* asRewindError */.m2)(error, resource.id)];
        return (value ?? [])
            .filter(({ level }) => level === 'error')
            .map(({ message, remedy }) => new runtime_errors/* RewindError */.Ir('preflight-failed', message, {
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
function sourceOf({ project, manifest }, resource) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (!captured)
        throw new runtime_errors/* RewindError */.Ir('internal', `"${resource.id}" is planned but not in the snapshot.`);
    return new snapshot_files/* SealedSource */._y(project.store, manifest, captured, project.identities);
}

// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(2367);
// EXTERNAL MODULE: ./lib/commands/plan.js + 14 modules
var commands_plan = __webpack_require__(2267);
;// CONCATENATED MODULE: ./lib/commands/rollback/recheck.js







/** Laws 4 and 5: checks and captures everything again; the new plan must match the approved one. */
async function recheck(run) {
    const { session, project, approved, manifest, resources } = run;
    const { context: ctx } = session;
    const [findings, now] = await Promise.all([
        (0,live_plan/* checkResources */.EB)(resources, (0,create_context/* forSnapshot */.C)(ctx, manifest)),
        (0,live_plan/* planFromLive */.qY)({ ...project, resources, ctx, manifest, database: approved.database, scope: approved.scope }),
    ]);
    const touched = new Set(now.changes.map(({ resource }) => resource));
    const errors = findings.filter(({ level, resource }) => level === 'error' && touched.has(resource));
    if (errors.length > 0) {
        throw new runtime_errors/* RewindError */.Ir('preflight-failed', `${errors.length} check(s) failed. Nothing was changed.`, {
            problems: errors.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
        });
    }
    if (now.snapshotDigest !== approved.snapshotDigest) {
        throw new runtime_errors/* RewindError */.Ir('plan-mismatch', `Snapshot ${manifest.id} changed after the plan was made.`);
    }
    const drift = (0,plan/* driftOf */.$p)(approved, now, (0,journal/* interrupted */.VM)(run.journal.log.previous));
    if (drift.length > 0) {
        await (0,commands_plan.writePlan)(session, now);
        ctx.log.info(`\n${(0,plan_text/* planText */.Pt)(now)}\n`);
        throw new runtime_errors/* RewindError */.Ir('plan-drift', 'Production changed after the plan was made. Nothing was changed.', {
            problems: drift,
            remedy: `Review the new plan (written to ${session.inputs.plan}) and get it approved. Its digest is ${now.digest}.`,
        });
    }
    return now;
}
function confirmDataLoss({ inputs }, plan) {
    for (const change of plan.changes) {
        if (change.confirm === undefined || change.confirm === inputs.confirmDataLoss)
            continue;
        throw new runtime_errors/* RewindError */.Ir('data-loss-unconfirmed', `${change.target}: ${change.after ?? ''} loses data written since the snapshot.`, {
            resource: change.resource,
            remedy: `Confirm with the name of the database: --confirm-data-loss ${change.confirm}`,
        });
    }
}

// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
;// CONCATENATED MODULE: ./lib/commands/rollback/flags.js


const digest = {
    ...(0,flags/* text */.Qq)('sha256', 'Digest of the approved plan. Required.'),
    allowed: 'the 64 hexadecimal digits from "rewind plan"',
    parse: (given) => (/^[0-9a-f]{64}$/.test(given) ? given : undefined),
};
const flags_flags = {
    digest,
    plan: flags/* FLAGS */.Wg.plan,
    snapshot: flags/* FLAGS */.Wg.snapshot,
    database: flags/* FLAGS */.Wg.database,
    'confirm-data-loss': flags/* FLAGS */.Wg['confirm-data-loss'],
    approval: (0,flags/* choice */.Yq)(vocabulary/* APPROVAL_KINDS */._1, 'reviewed', '"expedited" if the plan needs no review.'),
    reason: flags/* FLAGS */.Wg.reason,
    environment: flags/* FLAGS */.Wg.environment,
    out: flags/* FLAGS */.Wg.out,
    'install-client': flags/* FLAGS */.Wg['install-client'],
};

;// CONCATENATED MODULE: ./lib/commands/rollback/undo-snapshot.js


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
async function preRollbackSnapshot({ session, project }, which) {
    // All resources, even those out of scope: the undo must also cover a rollback with a wrong scope.
    const resources = project.resources.filter(({ provider }) => (provider.slow ?? false) === (which === 'database'));
    if (resources.length === 0)
        return null;
    const manifest = await (0,snapshot/* takeSnapshot */.W9)({
        resources,
        store: project.store,
        ctx: session.context,
        origin: project.origin,
        reason: 'pre-rollback',
        recipients: project.config.seal.recipients,
        identities: [],
        // The approved job does not hold the signing key: whoever undoes this rollback gets a review.
        signKeys: [],
        signer: null,
    });
    announceUpload(session, `undo-${which}`, (0,artifact_names/* snapshotArtifact */.Pm)(project.config.store, manifest.environment, manifest.id));
    session.context.log.info(`Snapshot ${manifest.id} holds the state before this rollback (${manifest.resources.map(({ id }) => id).join(', ')}).`);
    return manifest.id;
}

;// CONCATENATED MODULE: ./lib/commands/rollback/index.js















/** Runs a rollback. Changes nothing before `apply`. */
/* harmony default export */ const rollback = ((0,command/* defineCommand */.N)({
    name: 'rollback',
    summary: 'Apply an approved plan, then prove that production equals the snapshot.',
    flags: flags_flags,
    examples: ['rollback --digest DIGEST', 'rollback --digest DIGEST --confirm-data-loss shop'],
    verdicts: ['rolled-back', 'incomplete'],
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
        const { project, approved, manifest, approval } = await timeline.step('plan and approval', () => begin(session));
        const resources = inScope(project, approved);
        const journal = await openJournal(session, project, approved);
        announceUpload(session, 'rollback', (0,artifact_names/* rollbackArtifact */.Rr)(project.config.store, approved.environment, approved.digest));
        session.setOutput('retention-days', String((0,artifact_names/* retentionDays */.Ol)(project.config)));
        try {
            const run = { session, project, approved, manifest, approval, resources, journal, timeline };
            const plan = await timeline.step('checks and drift', () => recheck(run));
            confirmDataLoss(session, plan);
            await timeline.step('pre-flight', () => preflight(run, plan));
            const undo = [];
            if (plan.changes.length > 0)
                await snapshotFirst(run, 'pre-rollback snapshot', 'config', undo);
            const outcomes = await apply(run, plan, undo);
            const live = await timeline.step('verification', () => replan(run));
            return await conclude(run, plan, outcomes, live, undo);
        }
        finally {
            await journal.persist();
            journal.log.close();
        }
    },
}));
/** Finds the approved plan and its snapshot, and who approved it. */
async function begin(session) {
    const project = await session.open();
    (0,gate/* assertEnvironment */.Wc)(session, project);
    const approved = await approvedPlan(session, project);
    const found = findTrusted(session, project, approved.snapshot);
    const [{ manifest }, approval] = await Promise.all([found, (0,gate/* approvalOf */.xf)(session, project, approved, found)]);
    return { project, approved, manifest, approval };
}
async function findTrusted({ context: ctx }, project, id) {
    const manifest = await (0,snapshot/* findSnapshot */.Cb)(project.store, id, project.origin);
    return { manifest, trust: await (0,trust/* trustOf */.A)(project.store, manifest, project.signKeys, ctx.clock.now()) };
}
/** The resources in the approved scope. */
function inScope(project, approved) {
    return project.resources.filter(({ id }) => approved.scope === null || approved.scope.includes(id));
}
/** Takes a snapshot that undoes the next changes, and records its id. */
async function snapshotFirst(run, step, which, undo) {
    const id = await run.timeline.step(step, () => preRollbackSnapshot(run, which));
    if (id !== null)
        undo.push(id);
}
async function apply(run, plan, undo) {
    const { session, manifest, journal, timeline } = run;
    journal.log.record('run', plan.digest, `undo: ${undo.join(', ') || 'none'}; ${(0,approval_record/* describeApproval */.x)(run.approval)}`);
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
            await snapshotFirst(run, `backup before ${stage}`, 'database', undo);
        },
        onChange: (change, from, to) => timeline.add(`${change.resource}: ${change.target}`, from, to),
    });
    journal.log.record('finish', plan.digest, outcomes.every(({ status }) => status === 'done') ? 'done' : 'incomplete');
    return outcomes;
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
 * Records the begin and the end of each step: one JSON line each. A line is on disk (fsync) before its step begins, so the
 * journal stays correct even after a kill. It never holds a secret.
 */
class Journal {
    path;
    clock;
    previous;
    file;
    /** @param previous entries of earlier runs of the same plan */
    constructor(path, clock, previous = []) {
        this.path = path;
        this.clock = clock;
        this.previous = previous;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        this.file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a', 0o600);
    }
    record(event, what, note) {
        const line = { at: this.clock.now().toISOString(), event, what, note };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.file);
    }
    /** All entries: earlier runs, then this one. */
    entries() {
        return [...this.previous, ...parseJournal((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, 'utf8'))];
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.file);
    }
}
/** Drops a last line that a crash truncated: its step was not begun. */
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
/** Changes that were begun and did not end: the process died, or they failed. */
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
    /** Number of changes that a new plan would contain; null if production could not be read again. */
    remaining: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
    manual: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    undo: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    /** Steps, in milliseconds since the program began. */
    timeline: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), to: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig() })),
    /** Commit that production serves now; null if it is unknown or the deployment was not switched. */
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    approval: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        requestedBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['reviewed', 'expedited', 'none', 'command line']),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
        skipped: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    }),
    report: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ markdown: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), html: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
});
function rollbackResult(facts, rest) {
    const { ok, manifest, approved, outcomes, remaining, manual, undo, approval, timeline, verifyError } = facts;
    const done = outcomes.filter(({ status }) => status === 'done');
    return {
        kind: 'rewind-result',
        ...rest,
        ok,
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
        remaining: verifyError ? null : remaining.length,
        manual: manual.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN),
        undo: [...undo],
        durationMs: timeline.totalMs(),
        timeline: [...timeline.entries],
        approval: { ...approval, approvedBy: [...approval.approvedBy] },
    };
}
/** @param text JSON without secrets */
async function writeResult(path, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
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
