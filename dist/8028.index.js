export const id = 8028;
export const ids = [8028];
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

/***/ 10377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kt: () => (/* binding */ probeSpec),
/* harmony export */   XM: () => (/* binding */ sample),
/* harmony export */   ah: () => (/* binding */ appendRun),
/* harmony export */   ej: () => (/* binding */ probeRun),
/* harmony export */   vF: () => (/* binding */ probeError),
/* harmony export */   xF: () => (/* binding */ SAMPLE_KINDS),
/* harmony export */   xS: () => (/* binding */ AREAS)
/* harmony export */ });
/* unused harmony exports checkSample, countSample, assertionSample, alertSample, ERROR_REASONS, probeSeries */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** What a probe checks; the parts of a system that the report answers for. */
const AREAS = ['authentication', 'payments', 'content', 'performance', 'data', 'security'];
/**
 * What the samples of a probe are:
 * - `check`: one request, or one flow of requests; it succeeds or fails, with a latency
 * - `count`: bad events among all events of an interval (payments, errors of an application)
 * - `assertion`: a statement about the data that must be true
 * - `alert`: the state of an alarm or a monitor of another service
 */
const SAMPLE_KINDS = ['check', 'count', 'assertion', 'alert'];
const instant = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().describe('Milliseconds since the epoch.');
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative();
/** Short text of ours or of a service; inert, without secrets. */
const shortText = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(500);
/** What all code needs to know of a probe. The configuration of its adapter holds the rest. */
const probeSpec = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter'),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(SAMPLE_KINDS),
    area: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(AREAS),
    /** True: the probe alone may lead to the verdict `roll-back`. */
    critical: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Latency in milliseconds above which a check counts as slow, whatever the baseline is. */
    limitMs: milliseconds.positive().optional(),
});
/** Milliseconds of each part of a request, as far as it went. */
const phases = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    lookup: milliseconds.optional(),
    connect: milliseconds.optional(),
    tls: milliseconds.optional(),
    firstByte: milliseconds.optional(),
    download: milliseconds.optional(),
});
const lateMs = milliseconds.optional().describe('How much later than planned the tick began. Set by `appendRun`.');
const checkSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('check'),
    /** When the request began. */
    at: instant,
    /** The result; of the second attempt if there was one. */
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    latencyMs: milliseconds.optional(),
    phases: phases.optional(),
    /** Why it failed. */
    error: shortText.optional(),
    /** True: the first attempt failed, and this is the second one, on a new connection. */
    retried: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    /** The same check of the previous deployment at its immutable address, in the same tick. */
    control: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), latencyMs: milliseconds.optional() }).optional(),
    /** A check of a target that has nothing to do with production, in the same tick. False: we are the ones without network. */
    neutral: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }).optional(),
    /**
     * Id of the deployment that served the request, or that the domain pointed at. `null`: it could not be read. Absent: the
     * check does not go to a deployment.
     */
    deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200).nullable().optional(),
    lateMs,
});
const countSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('count'),
    /** The interval, from (inclusive) … at (exclusive). Intervals of one probe do not overlap. */
    from: instant,
    at: instant,
    bad: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** All events, the bad ones included. 0 is an answer (silence); an interval that could not be read has no sample. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    lateMs,
});
const assertionSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('assertion'),
    at: instant,
    holds: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** What was found, e.g. "3 orders without a customer". */
    detail: shortText.optional(),
    lateMs,
});
const alertSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('alert'),
    at: instant,
    /** Name of the alarm in its service. */
    name: shortText,
    firing: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    detail: shortText.optional(),
    lateMs,
});
const sample = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [checkSample, countSample, assertionSample, alertSample])
    .refine((one) => one.kind !== 'count' || (one.bad <= one.total && one.from <= one.at), 'bad events exceed all events');
/**
 * Why a tick has no sample:
 * - `not-watched`: the service refuses to answer (403, 404), or the alarm does not exist or is switched off
 * - `provider`: the service failed or did not answer in time
 * - `refused`: we did not ask, e.g. the address is private
 */
const ERROR_REASONS = ['not-watched', 'provider', 'refused'];
const probeError = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ at: instant, reason: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ERROR_REASONS), message: shortText });
/** What an adapter returns for one tick. An unreachable production is a failed sample; everything else is an error. */
const probeRun = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
    /** What a later run compares with, e.g. the checksum of an asset. The baseline keeps the last ones. */
    facts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(40), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200)).optional(),
    timings: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ dueAt: instant, startedAt: instant, endedAt: instant }),
});
/** All that is known of one probe, in the order of time. */
const probeSeries = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    probe: probeSpec,
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
});
/** Adds a tick to the series, in place: a watch of a day has many. A late tick marks its samples. */
function appendRun(series, run) {
    const late = Math.max(0, run.timings.startedAt - run.timings.dueAt);
    for (const one of run.samples)
        series.samples.push(late === 0 ? one : { ...one, lateMs: late });
    series.errors.push(...run.errors);
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
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63021);







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
        const data = stays.length === 0 ? ', data included' : '';
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
function markdown(facts, title, next) {
    const { outcomes, reason, manifest, approved, timeline, live, claim, written, watched } = facts;
    const rows = outcomes.map(({ change, status, error, durationMs }) => [
        status === 'done' ? '✅' : status === 'failed' ? '❌' : '⏸️',
        (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change),
        change.target,
        change.before ?? 'absent',
        (0,_engine_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .presentValue */ .p)(change, live) ?? 'not read again',
        (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(durationMs / 1000),
        error?.message ?? '',
    ]);
    const left = [...claim.differs, ...claim.notCompared];
    const parts = [
        `## ${verdictOf(facts) === 'rolled-back' ? '✅' : '❌'} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(title)}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)((0,_approval_approval_record_js__WEBPACK_IMPORTED_MODULE_6__/* .describeApproval */ .x)(facts.approval))}${reason === null ? '' : `\n\nReason: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(reason)}`}`,
        rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['', 'Change', 'What', 'Before', 'Now', 'Took', ''], rows),
        `### Proof\n\n${PROOF_ICON[claim.verdict]} Captured again: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(claim.sentence)}.`,
        written.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(`${writtenText(written)}.`),
        left.length === 0
            ? ''
            : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Resource', 'Why it is not called equal', 'What'], left.map(({ resource, reason: why, detail }) => [resource, WHY[why], detail])),
        watched === null ? '' : (0,_areas_js__WEBPACK_IMPORTED_MODULE_2__/* .areasMarkdown */ .eq)(watched),
        next.length === 0
            ? ''
            : `### ${next[0] ?? ''}\n\n${next
                .slice(1)
                .map((line) => listItem(line.trim()))
                .join('\n')}`,
        timeline.mermaid(),
        `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
const PROOF_ICON = { equal: '✅', 'partly-compared': '🟡', differs: '🟡', 'not-compared': '❓' };
/** A line of our own list: its bullet stays, its text is escaped. */
const listItem = (line) => line.startsWith('- ') ? `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line.slice(2))}` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line);


/***/ })

};
