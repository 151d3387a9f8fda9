export const id = 353;
export const ids = [353];
export const modules = {

/***/ 4610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan),
  writePlan: () => (/* binding */ writePlan)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/compare.js
var compare = __webpack_require__(3444);
// EXTERNAL MODULE: ./lib/core/snapshot.js
var snapshot = __webpack_require__(4587);
;// CONCATENATED MODULE: ./lib/report/affected.js
/** Who feels a change of each provider, in words for the approver. */
const WHO = {
    'vercel-deployment': 'everybody who uses the site: requests go to the older deployment within seconds',
    'vercel-env': 'nobody at once: variables count from the next deployment on',
    'vercel-project': 'visitors of the domains and redirects that change; builds from now on',
    'vercel-flags': 'users of the flags that change',
    'vercel-edge-config': 'users of the flags and settings that change, within seconds',
    launchdarkly: 'users of the flags that change, within seconds',
    unleash: 'users of the toggles that change, when their client asks next',
    postgres: 'every user and job that writes: connections are cut for the moment of the exchange',
    prisma: 'code that uses what the migrations had added; tables are locked while they run',
    'stripe-webhooks': 'payments: Stripe sends its events to the endpoints as they were',
    's3-bucket': 'whoever reads or writes the bucket, under the older rules',
    cloudfront: 'visitors, while the distribution spreads and its caches fill again (minutes)',
};
/** One entry for each provider with a change; empty for a plan without changes. */
function affectedBy(plan) {
    const groups = new Map();
    for (const change of plan.changes) {
        groups.set(change.provider, [...(groups.get(change.provider) ?? []), change]);
    }
    return [...groups].map(([provider, changes]) => ({ who: WHO[provider] ?? `users of ${provider}`, changes }));
}

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/approver.js


function approverMarkdown(plan, facts) {
    const { manifest, asked, reason, cautions, contacts } = facts;
    const affected = affectedBy(plan);
    return [
        affected.length === 0
            ? ''
            : `### Who is affected\n\n${(0,markdown/* table */.t)(['Who', 'By'], affected.map(({ who, changes }) => [who, changes.map(({ target }) => target).join(', ')]))}`,
        '### Circumstances',
        [
            ...(asked === null
                ? []
                : [`- Asked by: **${(0,markdown/* escapeText */.X)(asked)}**${reason === null ? '' : `: ${(0,markdown/* escapeText */.X)(reason)}`}`]),
            `- Snapshot: \`${manifest.id}\`, taken ${manifest.createdAt} (${manifest.reason}, at commit \`${manifest.commit ?? '-'}\`)`,
            ...laneLines(facts),
            ...cautions.map(({ message, remedy }) => `- ⚠️ ${(0,markdown/* escapeText */.X)(`${message} ${remedy ?? ''}`.trim())}`),
        ].join('\n'),
        contacts.length === 0
            ? ''
            : `### Whom to call\n\n${(0,markdown/* table */.t)(['Who', 'For', 'How'], contacts.map(({ name, role, reach }) => [name, role, reach]))}`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function laneLines({ decision, fast, asked }) {
    if (asked === null || fast === null)
        return [];
    if (decision.lane === 'fast') {
        return [
            `- **Fast lane**: it runs in "${(0,markdown/* escapeText */.X)(fast.environment)}", without the usual review, for the snapshot is at most ${fast.minutes} minutes old and nothing is lost.`,
        ];
    }
    return [`- The fast lane is closed: ${(0,markdown/* escapeText */.X)(decision.closed.join('; '))}.`];
}

// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(2367);
// EXTERNAL MODULE: ./lib/commands/approval.js + 1 modules
var approval = __webpack_require__(999);
;// CONCATENATED MODULE: ./lib/commands/plan.js







/** What would be changed to return to the snapshot. Reads only; writes the plan file whose digest is approved. */
async function plan(session) {
    const { inputs, parts } = session;
    const project = await session.open();
    (0,approval/* assertEnvironment */.Wc)(session, project);
    const cautions = await (0,approval/* assertProtected */.jq)(session, project);
    const manifest = await (0,snapshot/* findSnapshot */.Cb)(project.store, inputs.snapshot, project.origin);
    for (const id of (0,compare/* notInSnapshot */.$J)(project.resources, manifest)) {
        parts.log.warn(`"${id}" is not in snapshot ${manifest.id}: it was configured later and will not be rolled back.`);
    }
    const made = await (0,compare/* planAgainst */.JY)({ ...project, parts, manifest, database: inputs.database, scope: inputs.scope });
    await writePlan(session, made);
    const decision = await (0,approval/* chooseLane */.kk)(session, project, made, manifest);
    const facts = {
        manifest,
        decision,
        fast: project.config['fast-lane'] ?? null,
        asked: session.run?.triggeredBy ?? null,
        reason: inputs.reason,
        cautions,
        contacts: project.config.contacts,
    };
    return {
        exit: inputs.exitCode && made.changes.length > 0 ? 3 : 0,
        json: made,
        text: `${(0,plan_text/* planText */.Pt)(made)}\n\nWritten to ${inputs.plan}. To carry it out:\n  rewind rollback --plan ${inputs.plan} --digest ${made.digest}`,
        summary: (0,plan_text/* planMarkdown */.Xg)(made, approverMarkdown(made, facts)),
        outputs: {
            'snapshot-id': made.snapshot,
            'plan-digest': made.digest,
            'plan-path': inputs.plan,
            changes: String(made.changes.length),
            lane: decision.lane,
        },
    };
}
async function writePlan(session, made) {
    const path = session.path(session.inputs.plan);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
}


/***/ }),

/***/ 4353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/compare.js
var compare = __webpack_require__(3444);
// EXTERNAL MODULE: ./lib/core/errors.js + 1 modules
var core_errors = __webpack_require__(972);
// EXTERNAL MODULE: ./lib/core/plan.js
var plan = __webpack_require__(3504);
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
    request.journal.record('begin', (0,plan/* keyOf */.TN)(change));
    ctx.log.info(`${change.target}: ${change.before ?? 'absent'} → ${change.after ?? 'absent'} …`);
    try {
        await resource.provider.apply(resource.config, change, ctx, request.sourceOf(resource));
    }
    catch (error) {
        const failure = (0,core_errors/* asRewindError */.m2)(error, resource.id);
        request.journal.record('fail', (0,plan/* keyOf */.TN)(change), failure.code);
        ctx.log.error((0,core_errors/* explain */.WE)(failure));
        request.onChange?.(change, start, ctx.clock.monotonic());
        return { change, status: 'failed', error: failure, durationMs: took() };
    }
    request.journal.record('end', (0,plan/* keyOf */.TN)(change));
    request.onChange?.(change, start, ctx.clock.monotonic());
    ctx.log.info(`${change.target}: done in ${(0,progress/* seconds */.YA)(took() / 1000)}`);
    return { change, status: 'done', durationMs: took() };
}

// EXTERNAL MODULE: ./lib/core/journal.js
var journal = __webpack_require__(3396);
// EXTERNAL MODULE: ./lib/core/resources.js + 1 modules
var resources = __webpack_require__(1829);
// EXTERNAL MODULE: ./lib/core/snapshot.js
var snapshot = __webpack_require__(4587);
// EXTERNAL MODULE: ./lib/core/snapshot-files.js + 1 modules
var snapshot_files = __webpack_require__(2712);
// EXTERNAL MODULE: ./lib/core/store/parcels.js
var parcels = __webpack_require__(4735);
// EXTERNAL MODULE: ./lib/providers/vercel-deployment/state.js
var state = __webpack_require__(3913);
// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(2367);
// EXTERNAL MODULE: ./lib/report/rollback-report.js
var rollback_report = __webpack_require__(5815);
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

// EXTERNAL MODULE: ./lib/runtime.js + 1 modules
var runtime = __webpack_require__(7341);
// EXTERNAL MODULE: ./lib/commands/approval.js + 1 modules
var approval = __webpack_require__(999);
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
    return (0,compare/* planAgainst */.JY)({ ...project, parts, manifest, database: inputs.database, scope: inputs.scope });
}
async function openJournal(session, project, plan) {
    const path = session.path(`${session.inputs.out}/journal/${plan.digest}.jsonl`);
    const folder = folderOf(project, plan.digest);
    const local = (0,external_node_fs_.existsSync)(path) ? (0,journal/* parseJournal */.z8)(await (0,promises_.readFile)(path, 'utf8')) : [];
    const remote = (0,journal/* parseJournal */.z8)((await readFromStore(project, `${folder}/journal.jsonl`)) ?? '');
    const log = new journal/* Journal */.CQ(path, session.parts.clock ?? runtime/* systemClock */.ml, merge(remote, local));
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
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
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
    const { project, approved, manifest, evidence } = await timeline.step('plan and approval', () => begin(session));
    const resources = inScope(project, approved);
    const journal = await openJournal(session, project, approved);
    announceUpload(session, 'rollback', (0,parcels/* rollbackParcel */.W8)(project.config.store, approved.environment, approved.digest));
    session.emit('retention-days', String((0,parcels/* retentionDays */.Ol)(project.config)));
    try {
        const run = { session, project, approved, manifest, evidence, resources, journal, timeline };
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
/** What is to be carried out, and that it may be. */
async function begin(session) {
    const project = await session.open();
    (0,approval/* assertEnvironment */.Wc)(session, project);
    const approved = await approvedPlan(session, project);
    const found = (0,snapshot/* findSnapshot */.Cb)(project.store, approved.snapshot, project.origin);
    const [manifest, evidence] = await Promise.all([found, (0,approval/* evidenceOf */.X1)(session, project, approved, found)]);
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
    const drift = (0,plan/* driftOf */.$p)(approved, now, (0,journal/* interrupted */.VM)(run.journal.log.previous));
    if (drift.length > 0) {
        await (0,commands_plan.writePlan)(session, now);
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
/** At once: the next step uploads it even when this one is stopped in the middle. */
function announceUpload(session, what, parcel) {
    if (parcel === null)
        return;
    session.emit(`${what}-artifact`, parcel.name);
    session.emit(`${what}-path`, parcel.path);
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
    announceUpload(session, `undo-${which}`, (0,parcels/* snapshotParcel */.Iz)(project.config.store, manifest.environment, manifest.id));
    session.parts.log.info(`Snapshot ${manifest.id} holds the state before this rollback (${manifest.resources.map(({ id }) => id).join(', ')}).`);
    return manifest.id;
}
async function apply(run, plan, undo) {
    const { session, manifest, journal, timeline } = run;
    journal.log.record('run', plan.digest, `undo: ${undo.join(', ')}; ${(0,rollback_report/* sayEvidence */.$)(run.evidence)}`);
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
    const report = (0,rollback_report/* rollbackReport */.F)({
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

/***/ 4735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   Iz: () => (/* binding */ snapshotParcel),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   W8: () => (/* binding */ rollbackParcel),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact)
/* harmony export */ });
/** Below the repository: what this run writes for the store `artifact`, until a step of the workflow uploads it. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null where the store needs no upload by a step */
function snapshotParcel(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
        path: `${STAGING}/snapshots/${environment}/${id}`,
    };
}
/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
function rollbackParcel(store, environment, digest) {
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
/**
 * The plan for a job summary: what the approver reads.
 * @param circumstances what the approver should know beside the plan, in Markdown
 */
function planMarkdown(plan, circumstances = '') {
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
    parts.push(circumstances, `Digest (this is what is approved): \`${plan.digest}\``);
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
