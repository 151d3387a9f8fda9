export const id = 268;
export const ids = [268,667];
export const modules = {

/***/ 7667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   writePlan: () => (/* binding */ writePlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3444);
/* harmony import */ var _core_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4587);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2367);





/** What would be changed to return to the snapshot. Reads only; writes the plan file whose digest is approved. */
async function plan(session) {
    const { inputs, parts } = session;
    const project = await session.open();
    const manifest = await (0,_core_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .findSnapshot */ .Cb)(project.store, inputs.snapshot, project.origin);
    for (const id of (0,_core_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .notInSnapshot */ .$J)(project.resources, manifest)) {
        parts.log.warn(`"${id}" is not in snapshot ${manifest.id}: it was configured later and will not be rolled back.`);
    }
    const made = await (0,_core_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .planAgainst */ .JY)({ ...project, parts, manifest, database: inputs.database, scope: inputs.scope });
    await writePlan(session, made);
    return {
        exit: inputs.exitCode && made.changes.length > 0 ? 3 : 0,
        json: made,
        text: `${(0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__/* .planText */ .Pt)(made)}\n\nWritten to ${inputs.plan}. To carry it out:\n  rewind rollback --plan ${inputs.plan} --digest ${made.digest}`,
        summary: (0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_4__/* .planMarkdown */ .Xg)(made),
        outputs: {
            'snapshot-id': made.snapshot,
            'plan-digest': made.digest,
            'plan-path': inputs.plan,
            changes: String(made.changes.length),
        },
    };
}
async function writePlan(session, made) {
    const path = session.path(session.inputs.plan);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
}


/***/ }),

/***/ 3268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./lib/core/compare.js
var compare = __webpack_require__(3444);
// EXTERNAL MODULE: ./lib/core/errors.js + 1 modules
var core_errors = __webpack_require__(972);
// EXTERNAL MODULE: ./lib/core/plan.js
var core_plan = __webpack_require__(3504);
// EXTERNAL MODULE: ./lib/core/provider.js
var provider = __webpack_require__(7990);
// EXTERNAL MODULE: ./lib/core/progress.js
var progress = __webpack_require__(6264);
;// CONCATENATED MODULE: ./lib/core/apply.js




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
        const failure = (0,core_errors/* asRewindError */.m2)(error);
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
    request.journal.record('begin', (0,core_plan/* keyOf */.TN)(change));
    ctx.log.info(`${change.target}: ${change.before ?? 'absent'} → ${change.after ?? 'absent'} …`);
    try {
        await resource.provider.apply(resource.config, change, ctx, request.sourceOf(resource));
    }
    catch (error) {
        const failure = (0,core_errors/* asRewindError */.m2)(error, resource.id);
        request.journal.record('fail', (0,core_plan/* keyOf */.TN)(change), failure.code);
        ctx.log.error((0,core_errors/* explain */.WE)(failure));
        request.onChange?.(change, start, ctx.clock.monotonic());
        return { change, status: 'failed', error: failure, durationMs: took() };
    }
    request.journal.record('end', (0,core_plan/* keyOf */.TN)(change));
    request.onChange?.(change, start, ctx.clock.monotonic());
    ctx.log.info(`${change.target}: done in ${(0,progress/* seconds */.YA)(took() / 1000)}`);
    return { change, status: 'done', durationMs: took() };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./lib/core/journal.js



const entry = schemas/* strictObject */.rej({
    at: iso/* datetime */.w$(),
    event: schemas/* enum */.k5n(['run', 'begin', 'end', 'fail', 'stage', 'finish']),
    /** Key of the change, name of the stage, or digest of the plan. */
    what: schemas/* string */.YjP(),
    note: schemas/* string */.YjP().optional(),
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
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        this.file = (0,external_node_fs_.openSync)(path, 'a', 0o600);
    }
    record(event, what, note) {
        const line = {
            at: this.clock.now().toISOString(),
            event,
            what,
            ...(note === undefined ? {} : { note }),
        };
        (0,external_node_fs_.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        (0,external_node_fs_.fsyncSync)(this.file);
    }
    /** Everything so far: earlier runs, then this one. */
    entries() {
        return [...this.previous, ...parseJournal((0,external_node_fs_.readFileSync)(this.path, 'utf8'))];
    }
    close() {
        (0,external_node_fs_.closeSync)(this.file);
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

// EXTERNAL MODULE: ./lib/core/resources.js + 1 modules
var resources = __webpack_require__(1829);
// EXTERNAL MODULE: ./lib/core/snapshot.js
var snapshot = __webpack_require__(4587);
// EXTERNAL MODULE: ./lib/core/snapshot-files.js + 1 modules
var snapshot_files = __webpack_require__(2712);
// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(2367);
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
            return `  ${WORD[status]}: ${change.target} (${(0,core_plan/* describe */.q0)(change).replaceAll('\n', '; ')}, ${(0,progress/* seconds */.YA)(durationMs / 1000)})${why}`;
        }),
        ...left.map((change) => `  still different: ${change.target} (${(0,core_plan/* describe */.q0)(change).replaceAll('\n', '; ')})`),
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
        (0,core_plan/* keyOf */.TN)(change),
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
        reason === null ? '' : `Reason: ${(0,markdown/* escapeText */.X)(reason)}`,
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

// EXTERNAL MODULE: ./lib/runtime.js + 1 modules
var runtime = __webpack_require__(7341);
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
        throw new core_errors/* RewindError */.Ir('approval-missing', 'No digest of an approved plan was given.');
    const path = session.path(file);
    const plan = (0,external_node_fs_.existsSync)(path)
        ? await fromFile(path, file)
        : ((await fromStore(project, digest)) ?? (await madeAnew(session, project)));
    if (plan.digest !== digest) {
        throw new core_errors/* RewindError */.Ir('plan-mismatch', `The plan at hand has the digest ${plan.digest}; approved was ${digest}.`);
    }
    if (plan.environment !== project.config.environment) {
        throw new core_errors/* RewindError */.Ir('plan-mismatch', `The plan is for "${plan.environment}"; configured is "${project.config.environment}".`);
    }
    return plan;
}
async function fromFile(path, shown) {
    let content;
    try {
        content = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        throw new core_errors/* RewindError */.Ir('plan-unreadable', `${shown} could not be read: ${(0,core_errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    return (0,core_plan/* parsePlan */.vS)(content);
}
const folderOf = (project, digest) => `rollbacks/${project.config.environment}/${digest}`;
async function fromStore(project, digest) {
    const content = await readFromStore(project, `${folderOf(project, digest)}/plan.json`);
    return content === undefined ? undefined : (0,core_plan/* parsePlan */.vS)(JSON.parse(content));
}
async function readFromStore({ store }, key) {
    const found = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return found ? (0,consumers_.text)(await store.open(key)) : undefined;
}
async function madeAnew(session, project) {
    const { inputs, parts } = session;
    const manifest = await (0,snapshot/* findSnapshot */.Cb)(project.store, inputs.snapshot, project.origin);
    return (0,compare/* planAgainst */.JY)({ ...project, parts, manifest, database: inputs.database, scope: inputs.scope });
}
async function openJournal(session, project, plan) {
    const path = session.path(`${session.inputs.out}/journal/${plan.digest}.jsonl`);
    const folder = folderOf(project, plan.digest);
    const local = (0,external_node_fs_.existsSync)(path) ? parseJournal(await (0,promises_.readFile)(path, 'utf8')) : [];
    const remote = parseJournal((await readFromStore(project, `${folder}/journal.jsonl`)) ?? '');
    const log = new Journal(path, session.parts.clock ?? runtime/* systemClock */.ml, merge(remote, local));
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

// EXTERNAL MODULE: ./lib/commands/plan.js
var plan = __webpack_require__(7667);
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
    const timeline = new Timeline(session.parts.clock ?? runtime/* systemClock */.ml);
    const project = await session.open();
    const approved = await approvedPlan(session, project);
    const manifest = await (0,snapshot/* findSnapshot */.Cb)(project.store, approved.snapshot, project.origin);
    const resources = inScope(project, approved);
    const journal = await openJournal(session, project, approved);
    try {
        const run = { session, project, approved, manifest, resources, journal, timeline };
        const plan = await timeline.step('checks and drift', () => recheck(run));
        confirmDataLoss(session, plan);
        await timeline.step('pre-flight', () => preflight(run, plan));
        const undo = plan.changes.length === 0 ? [] : [await timeline.step('pre-rollback snapshot', () => preRollback(run, 'fast'))];
        const outcomes = await apply(run, plan, undo);
        const left = await timeline.step('verification', () => remaining(run));
        return await conclude(run, plan, outcomes, left, undo);
    }
    finally {
        await journal.persist();
        journal.log.close();
    }
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
        (0,compare/* checkAll */.K7)(resources, parts, manifest),
        (0,compare/* planAgainst */.JY)({ ...project, resources, parts, manifest, database: approved.database, scope: approved.scope }),
    ]);
    const touched = new Set(now.changes.map(({ resource }) => resource));
    const errors = findings.filter(({ level, resource }) => level === 'error' && touched.has(resource));
    if (errors.length > 0) {
        throw new core_errors/* RewindError */.Ir('preflight-failed', `${errors.length} check(s) failed. Nothing was changed.`, {
            problems: errors.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
        });
    }
    if (now.snapshotDigest !== approved.snapshotDigest) {
        throw new core_errors/* RewindError */.Ir('plan-mismatch', `Snapshot ${manifest.id} is not the one that the plan was made from.`);
    }
    const drift = (0,core_plan/* driftOf */.$p)(approved, now, interrupted(run.journal.log.previous));
    if (drift.length > 0) {
        await (0,plan.writePlan)(session, now);
        parts.log.info(`\n${(0,plan_text/* planText */.Pt)(now)}\n`);
        throw new core_errors/* RewindError */.Ir('plan-drift', 'Production changed after the plan was made. Nothing was changed.', {
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
        throw new core_errors/* RewindError */.Ir('data-loss-unconfirmed', `${change.target}: ${change.after ?? ''} loses what was written since.`, {
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
        throw new core_errors/* RewindError */.Ir('snapshot-corrupt', 'Sealed parts of the snapshot are damaged. Nothing was changed.', {
            problems,
        });
    }
    const contextOf = (0,resources/* contextsFor */.Wu)(session.parts, manifest);
    const outcomes = await (0,resources/* forEachResource */.xg)(run.resources.filter(({ id }) => touched.has(id)), async (resource) => {
        const source = sourceOf(run, resource);
        // The header is enough to know that the identity opens it; the rest is covered by the checksum.
        for (const ref of source.refs)
            (await source.open(ref.name)).destroy();
        const changes = plan.changes.filter((change) => change.resource === resource.id);
        return (await resource.provider.preflight?.(resource.config, changes, contextOf(resource), source)) ?? [];
    });
    const errors = outcomes.flatMap(({ resource, value, error }) => {
        if (error !== undefined)
            return [(0,core_errors/* asRewindError */.m2)(error, resource.id)];
        return (value ?? [])
            .filter(({ level }) => level === 'error')
            .map(({ message, remedy }) => new core_errors/* RewindError */.Ir('preflight-failed', message, {
            resource: resource.id,
            ...(remedy === undefined ? {} : { remedy }),
        }));
    });
    const [first] = errors;
    if (first && errors.length === 1)
        throw first;
    if (first) {
        throw new core_errors/* RewindError */.Ir('preflight-failed', `${errors.length} checks failed. Nothing was changed.`, {
            problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy}`),
        });
    }
}
function sourceOf({ project, manifest }, resource) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (!captured)
        throw new core_errors/* RewindError */.Ir('internal', `"${resource.id}" is planned but not in the snapshot.`);
    return new snapshot_files/* SealedSource */._y(project.store, manifest, captured, project.identities);
}
/** Law 6: a rollback can be rolled back. Databases are backed up only before a change that needs it. */
async function preRollback({ session, project }, which) {
    // All of them, whatever the scope: the undo must not be smaller than what a wrong scope may have done.
    const resources = project.resources.filter(({ provider }) => (provider.slow ?? false) === (which === 'slow'));
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
    session.parts.log.info(`Snapshot ${manifest.id} holds the state before this rollback (${manifest.resources.map(({ id }) => id).join(', ')}).`);
    return manifest.id;
}
async function apply(run, plan, undo) {
    const { session, manifest, journal, timeline } = run;
    journal.log.record('run', plan.digest, `undo: ${undo.join(', ')}`);
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
            undo.push(await timeline.step(`backup before ${stage}`, () => preRollback(run, 'slow')));
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
        return { plan: await (0,compare/* planAgainst */.JY)({ ...project, resources, parts: session.parts, manifest, database, scope }) };
    }
    catch (error) {
        return { error: (0,core_errors/* asRewindError */.m2)(error) };
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
        ...(left.error ? { verifyError: left.error } : {}),
    });
    const paths = await writeReport(session, report);
    return {
        exit: ok ? 0 : 1,
        json: JSON.parse(JSON.stringify({
            ok,
            snapshot: manifest.id,
            digest: approved.digest,
            applied: outcomes.filter(({ status }) => status === 'done').map(({ change }) => (0,core_plan/* keyOf */.TN)(change)),
            failed: unfinished.map(({ change, status, error }) => ({
                change: (0,core_plan/* keyOf */.TN)(change),
                status,
                code: error?.code ?? null,
                message: error?.message ?? null,
            })),
            planAfter: left.plan ? differences.length : null,
            manual: left.plan?.manual.map(core_plan/* keyOf */.TN) ?? [],
            undo: undo.filter((id) => id !== 'none needed'),
            durationMs: timeline.totalMs(),
            report: paths,
        })),
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


/***/ }),

/***/ 3444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ notInSnapshot),
/* harmony export */   JY: () => (/* binding */ planAgainst),
/* harmony export */   K7: () => (/* binding */ checkAll)
/* harmony export */ });
/* unused harmony export throwAll */
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7341);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(972);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3504);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1829);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2712);





/**
 * Captures the live state (read-only) and plans what would make it equal to the snapshot.
 * @throws RewindError: the one failure, or preflight-failed with one line for each resource that could not be read
 */
async function planAgainst(request) {
    const { manifest, parts, resources } = request;
    const contextOf = (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .contextsFor */ .Wu)(parts, manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .forEachResource */ .xg)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // A resource configured after the snapshot was taken: nothing is known to go back to.
        if (!captured)
            return [];
        if (captured.provider !== resource.providerId) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `In the snapshot, "${resource.id}" is a ${captured.provider}, in the configuration a ${resource.providerId}.`, { resource: resource.id });
        }
        const saved = parseState(resource, captured.state);
        const live = await resource.provider.capture(resource.config, contextOf(resource), new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
        return resource.provider.plan(saved, live);
    });
    throwAll(outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id)])));
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .assemblePlan */ .SL)({
        createdAt: (parts.clock ?? _runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml).now(),
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestDigest */ .It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        resources: outcomes.map(({ resource, value }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: value ?? [],
        })),
    });
}
function parseState(resource, state) {
    const parsed = resource.provider.state.safeParse(state);
    if (parsed.success)
        return parsed.data;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-unsupported', `The state of "${resource.id}" in the snapshot cannot be read by this version.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources of the configuration that the snapshot does not hold: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/** Law 4: asks every provider, and reports all problems together. */
async function checkAll(resources, parts, snapshot) {
    const contextOf = (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .contextsFor */ .Wu)(parts, snapshot);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .forEachResource */ .xg)(resources, (resource) => resource.provider.check(resource.config, contextOf(resource)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/** One error as it is; several as one `preflight-failed` that lists them. */
function throwAll(errors) {
    const [first] = errors;
    if (!first)
        return;
    if (errors.length === 1)
        throw first;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
    });
}


/***/ }),

/***/ 3504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3871);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(972);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7990);




const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
});
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['create', 'update', 'delete', 'run']),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['live', 'next-deployment']),
    undo: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['down', 'restore']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: another content under the same id is another plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    /** What will be applied, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that Rewind cannot restore: a person must. */
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** Pure: orders the changes by stage, sorts out what is not to be applied, and seals it all with a digest. */
function assemblePlan(input) {
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChange.parse({ ...change, resource: id, provider })));
    const inOrder = _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an.flatMap((stage) => all.filter((change) => change.stage === stage));
    const chosen = (change) => change.database === undefined || change.database === input.database;
    const content = {
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        changes: inOrder.filter((change) => chosen(change) && change.manual === undefined),
        manual: inOrder.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: inOrder.filter((change) => !chosen(change)),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: planDigest(content),
    };
}
/**
 * What is approved: everything that would be done, and to what. Left out is only what grows by itself while people read
 * (when the plan was made, how many rows have been written since).
 */
function planDigest(content) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
    });
}
/** A change without its volatile part. */
function essence(change) {
    const rest = { ...change };
    delete rest.dataAtRisk;
    return rest;
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'The plan file is not a plan of this version.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The plan file was altered: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/**
 * Law 5: what is applied is what was planned. Compares the plan made now with the approved one: each change of now must
 * have been approved in just this form. A change that was approved and is not needed any more was done before (by an
 * interrupted run, or by hand) and is left out. A change that an interrupted run of ours had begun may look different
 * on its
 * "before" side, and may have less left to do, never more.
 *
 * @param begun keys of changes that a journal shows as begun and not ended
 * @returns what differs, one line each; empty when the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    return now.changes.flatMap((change) => {
        const before = known.get(keyOf(change));
        if (!before)
            return [`${keyOf(change)}: not in the approved plan (${change.target}: ${describe(change)})`];
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(before)) === (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)))
            return [];
        if (begun.has(keyOf(change)) && isRemainder(before.params, change.params))
            return [];
        return [`${keyOf(change)}: approved as ${describe(before)}, now ${describe(change)}`];
    });
}
/** What is left of a change that was begun: the same parameters, lists at most as long as the approved ones. */
function isRemainder(approved, now) {
    return [...new Set([...Object.keys(approved), ...Object.keys(now)])].every((name) => {
        const before = approved[name];
        const after = now[name];
        if (!Array.isArray(before) || !Array.isArray(after))
            return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before) === (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(after);
        const known = new Set(before.map((entry) => (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
        return after.every((entry) => known.has((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
    });
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}


/***/ }),

/***/ 2367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Xg: () => (/* binding */ planMarkdown)
/* harmony export */ });
/* unused harmony export riskText */
/* harmony import */ var _core_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3504);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);


/** The plan for a terminal. */
function planText(plan) {
    const lines = [`Plan: return "${plan.environment}" to snapshot ${plan.snapshot} (database: ${plan.database})`, ''];
    if (plan.changes.length === 0)
        lines.push('Nothing to do: production equals the snapshot in all that this plan covers.');
    let stage = '';
    plan.changes.forEach((change, index) => {
        if (change.stage !== stage)
            lines.push(`${change.stage}:`);
        stage = change.stage;
        lines.push(`  ${index + 1}. ${change.target}`, `     ${(0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change).replaceAll('\n', '; ')}${when(change)}`, ...details(change, '     '));
    });
    lines.push(...section('By hand (Rewind cannot do these):', plan.manual, (change) => change.manual ?? ''));
    lines.push(...section('Not in this plan:', plan.notSelected, (change) => `use --database ${change.database ?? ''}`));
    lines.push('', `Digest: ${plan.digest}`);
    return lines.join('\n');
}
const when = (change) => change.effect === 'live' ? '' : '  (takes effect with the next deployment)';
function details(change, indent) {
    return [
        ...change.warnings.map((warning) => `${indent}! ${warning}`),
        ...(change.dataAtRisk ?? []).map((risk) => `${indent}! data at risk: ${riskText(risk)}`),
        ...(change.confirm === undefined ? [] : [`${indent}! needs --confirm-data-loss ${change.confirm}`]),
        `${indent}undo: ${change.undo ?? 'not possible'}`,
    ];
}
function section(title, changes, note) {
    if (changes.length === 0)
        return [];
    return ['', title, ...changes.map((change) => `  - ${change.target}: ${(0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change)}: ${note(change)}`)];
}
/** "132 rows of fans (written since the snapshot)" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : `${risk.rows.toLocaleString('en-US')} row(s) of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}
/** The plan for a job summary: what the approver reads. */
function planMarkdown(plan) {
    const parts = [`## Rollback plan: \`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(plan.environment)}\` → snapshot \`${plan.snapshot}\``];
    parts.push(plan.changes.length === 0
        ? '**Nothing to do**: production equals the snapshot in all that this plan covers.'
        : `**${plan.changes.length} change(s)**, database: \`${plan.database}\`. Nothing has been changed yet.`);
    if (plan.changes.length > 0)
        parts.push(changesTable(plan.changes), riskMarkdown(plan.changes));
    if (plan.manual.length > 0) {
        parts.push('### By hand', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['Resource', 'What', 'Now → then', 'What to do'], plan.manual.map((change) => [change.resource, change.target, (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change), change.manual ?? ''])));
    }
    if (plan.notSelected.length > 0) {
        parts.push('### Not in this plan', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['Resource', 'What', 'Now → then', 'Would need'], plan.notSelected.map((change) => [
            change.resource,
            change.target,
            (0,_core_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change),
            `database: ${change.database ?? ''}`,
        ])));
    }
    parts.push(`Digest (this is what is approved): \`${plan.digest}\``);
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function changesTable(changes) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['#', 'Stage', 'Resource', 'What', 'Now', 'Then', 'Effect', 'Undo'], changes.map((change, index) => [
        String(index + 1),
        change.stage,
        change.resource,
        change.target,
        change.before ?? 'absent',
        change.after ?? 'absent',
        change.effect === 'live' ? 'at once' : 'next deployment',
        change.undo ?? 'not possible',
    ]));
}
function riskMarkdown(changes) {
    const warnings = changes.flatMap((change) => [
        ...change.warnings.map((warning) => `- ⚠️ **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(change.target)}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(warning)}`),
        ...(change.dataAtRisk ?? []).map((risk) => `- 🔴 **data at risk**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(riskText(risk))}`),
        ...(change.confirm === undefined
            ? []
            : [`- 🔴 the operator must type the name of the database: \`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(change.confirm)}\``]),
    ]);
    return warnings.length === 0 ? '' : ['### Read this before you approve', ...warnings].join('\n');
}


/***/ })

};
