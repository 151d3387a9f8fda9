export const id = 9621;
export const ids = [9621];
export const modules = {

/***/ 78648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeApproval)
/* harmony export */ });
/** "requested by ada; approved by bob" */
function describeApproval({ requestedBy, kind, approvedBy, skipped }) {
    const how = kind === 'digest' ? ', who typed the digest' : kind === 'comment' ? ' in a comment' : '';
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}${how}`;
    const omitted = skipped === null ? '' : `; skipped: ${skipped}`;
    return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${omitted}`;
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98479);
/* harmony import */ var _other_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57314);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23714);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78101);





const reason = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n([
    // Differences
    'changed',
    'by-hand',
    'database-mode',
    'database-by-hand',
    'later',
    // Not compared
    'out-of-scope',
    'not-in-snapshot',
    'not-configured',
    'other-object',
    'unreadable',
    'unreadable-value',
]);
const REASONS_OF_CLAIMS = reason.options;
const remainder = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** `changed`: differs. `by-hand`: differs, and only a person can restore it. `database-mode`: differs, left by choice. `database-by-hand`: left, and no mode restores it without a person. `later`: differs, because somebody changed it after the deploy; it stays. */
    reason,
    detail: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
const verdict = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['equal', 'partly-compared', 'differs', 'not-compared']);
const VERDICTS_OF_CLAIMS = verdict.options;
const claimSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /**
     * `equal`: every resource was compared and is equal. `partly-compared`: what was compared is equal, something was not
     * compared. `differs`: a difference is known, also one that is left by choice. `not-compared`: nothing was compared.
     */
    verdict,
    /** The whole claim in one line, without a full stop. */
    sentence: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Ids of the resources that were read and equal the snapshot. */
    equal: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Ids of the resources that were read and compared: the equal ones and the different ones. */
    compared: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    differs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(remainder),
    notCompared: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(remainder),
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
    if (failure)
        return { resource, reason: 'unreadable', detail: failure.message };
    const { manual, notSelected, later } = live.plan;
    const other = [...manual, ...notSelected, ...later].find((change) => change.resource === resource && (0,_other_object_js__WEBPACK_IMPORTED_MODULE_3__/* .isOtherObject */ .gK)(change));
    return other && { resource, reason: 'other-object', detail: (0,_other_object_js__WEBPACK_IMPORTED_MODULE_3__/* .sidesOf */ .Mm)(other) };
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
        ...own(live.plan.notSelected.filter(({ manual }) => manual === undefined), 'database-mode'),
        ...own(live.plan.notSelected.filter(({ manual }) => manual !== undefined), 'database-by-hand'),
        ...own(live.plan.later, 'later'),
    ];
}
/** A change that another database mode would make has its difference in `before`; its `after` says what that mode does. */
function detailOf(change, why) {
    const text = why === 'database-mode' || why === 'later' ? (change.before ?? 'absent') : (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change);
    return `${change.target}: ${text}`;
}
/** Differences of one reason that a sentence describes; of the others it counts them by resource. */
const DESCRIBED = 10;
/** What is said of the others. */
const MORE = {
    changed: 'further differences',
    'by-hand': 'further ones to restore by hand',
    'database-mode': 'further ones left as they are',
    'database-by-hand': 'further ones left to a person',
    later: 'further ones kept as they are',
};
function sentenceOf(facts, total, { equal, differs, notCompared }) {
    const { environment, database, recovers, mitigates } = facts;
    const chosen = Object.entries(recovers?.deployments ?? {}).map(([id, deployment]) => `${id}: ${deployment}`);
    const snapshot = `${facts.snapshot}${chosen.length === 0 ? '' : `, with the chosen deployment (${chosen.join(', ')})`}`;
    if (mitigates?.lifts !== false && equal.length === total && notCompared.length === 0) {
        return `"${environment}" equals snapshot ${snapshot} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(total, 'resource')} compared)`;
    }
    const each = (why, say) => {
        const all = differs.filter((entry) => entry.reason === why);
        const more = new Map();
        for (const { resource } of all.slice(DESCRIBED))
            more.set(resource, (more.get(resource) ?? 0) + 1);
        const counts = [...more].map(([id, times]) => `${id} (${times})`).join(', ');
        return [...all.slice(0, DESCRIBED).map(say), ...(counts === '' ? [] : [`${MORE[why] ?? why}: ${counts}`])];
    };
    const isUndo = !('notRead' in facts.live) && facts.live.plan.undoes !== null;
    const since = mitigates !== undefined ? 'mitigation' : isUndo ? 'rollback' : 'deploy';
    const parts = [
        mitigates?.lifts === false
            ? `the measure ${(0,_mitigation_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(mitigates)} is in effect in ${equal.length === 0 ? 'no resource' : equal.join(', ')} of "${environment}"`
            : `${equal.length} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(total, 'resource')} of "${environment}" ${equal.length === 1 ? 'equals' : 'equal'} snapshot ${snapshot}`,
        ...each('changed', ({ resource, detail }) => `${resource} differs: ${brief(detail)}`),
        ...each('by-hand', ({ resource, detail }) => `${resource} must be restored by hand: ${brief(detail)}`),
        ...each('database-mode', ({ resource, detail }) => `${resource} left as it is ${recovers === undefined ? `by choice (--database ${database})` : 'in a recovery'}: ${brief(detail)}`),
        ...each('database-by-hand', ({ resource, detail }) => `${resource} left as it is (${recovers === undefined ? `--database ${database}` : 'a recovery'}; only a person can restore it): ${brief(detail)}`),
        ...each('later', ({ resource, detail }) => `${resource} kept as it is, because it was changed after the ${since}: ${brief(detail)}`),
        // A mitigation says nothing of what is out of its scope.
        ...grouped(mitigates?.lifts === false ? notCompared.filter(({ reason: why }) => why !== 'out-of-scope') : notCompared),
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

/***/ 65102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   QL: () => (/* binding */ againText),
/* harmony export */   Rr: () => (/* binding */ lossesOf),
/* harmony export */   Sd: () => (/* binding */ meanwhileText),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   Wm: () => (/* binding */ headingOf),
/* harmony export */   YV: () => (/* binding */ toneOf),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   _1: () => (/* binding */ remainingOf),
/* harmony export */   as: () => (/* binding */ doneOf),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   dv: () => (/* binding */ redFacts),
/* harmony export */   kF: () => (/* binding */ lostText),
/* harmony export */   pK: () => (/* binding */ unrecordedText),
/* harmony export */   qb: () => (/* binding */ notComparedOf),
/* harmony export */   zV: () => (/* binding */ targets)
/* harmony export */ });
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98479);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83997);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24408);
/* harmony import */ var _risk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10207);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);





/** The same in whole sentences. */
const meanwhileText = ({ resource, expected, replaced, undoReturns }) => `${replaced} went live in "${resource}" after the checks, which saw ${expected}. The switch replaced it. An undo returns to ${undoReturns ? replaced : expected}.`;
/** What a plan is called. */
const wordsOf = (plan) => WORDS[(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planKind */ .yM)(plan)];
const WORDS = {
    rollback: { name: 'Rollback', done: 'Rolled back' },
    undo: { name: 'Undo', done: 'Undone' },
    recovery: { name: 'Recovery', done: 'Recovered' },
    mitigation: { name: 'Mitigation', done: 'Mitigated' },
    lift: { name: 'Lift', done: 'Lifted' },
};
/** `not-recovered`: every change is made and verified, and a probe proves that an area does not work. */
const verdictOf = ({ ok, watched }) => !ok ? 'incomplete' : (0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .notRecovered */ .p1)(watched).length > 0 ? 'not-recovered' : 'rolled-back';
/** Changes that a new plan would contain; none if production was not read again. */
const remainingOf = (live) => ('notRead' in live ? [] : live.plan.changes);
/** Changes of the plan that are made, by this run or by an earlier one. */
const doneOf = ({ earlier, outcomes }) => [
    ...earlier,
    ...outcomes.flatMap(({ change, status }) => (status === 'done' ? [change] : [])),
];
/** How a change ended, for a reader. `uncertain`: it was sent, and nothing says whether it is in effect. */
const statusOf = ({ status, error, }) => status === 'failed' && error?.uncertain === true ? 'uncertain' : status;
/** "4 of 5 changes done" or "5 changes", "2 of them by an earlier run". */
function countText(facts) {
    const { earlier, outcomes, ok } = facts;
    const all = earlier.length + outcomes.length;
    const by = earlier.length === all ? 'all' : `${earlier.length} of them`;
    const figure = ok ? (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(all, 'change') : `${doneOf(facts).length} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(all, 'change')} done`;
    return `${figure}${earlier.length === 0 ? '' : `, ${by} by an earlier run`}`;
}
/** What the changes came to, whether or not production works. */
function outcomeWords({ ok, cancelled, approved, claim, earlier, outcomes }) {
    const { name, done } = wordsOf(approved);
    if (!ok)
        return `${name} ${cancelled ? 'cancelled' : 'incomplete'}`;
    const byHand = [...claim.differs, ...claim.notCompared].some(({ reason }) => reason === 'by-hand' || reason === 'other-object');
    if (earlier.length + outcomes.length === 0)
        return byHand ? 'Nothing was changed' : 'Nothing to do';
    return `${done}${byHand ? ' in part' : ''}`;
}
/** What the whole run came to, in a few words. */
function headingOf(facts) {
    const bad = facts.ok ? (0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .notRecovered */ .p1)(facts.watched) : [];
    const but = bad.length === 0 ? '' : `, but ${bad.join(' and ')} ${bad.length === 1 ? 'has' : 'have'} not recovered`;
    return `${outcomeWords(facts)}${but}`;
}
/** What the whole run came to, in one line: the first line of each report. */
function titleOf(facts) {
    const { ok, claim, outcomes, earlier, tookMs, watched } = facts;
    const took = (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(tookMs / 1000);
    const words = outcomeWords(facts).replace('incomplete', 'INCOMPLETE');
    if (!ok)
        return `${words}: ${countText(facts)} after ${took}${whyNotProven(facts)}.`;
    const figures = outcomes.length + earlier.length === 0 ? '' : ` (${countText(facts)}, ${took})`;
    return `${words}: ${claim.sentence}${(0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .areasClause */ .Ir)(watched)}${figures}.`;
}
/** Why a run is not complete although each of its changes is done. */
function whyNotProven({ cancelled, outcomes, live }) {
    if (cancelled || outcomes.some(({ status }) => status !== 'done'))
        return '';
    if ('notRead' in live || live.failures.length > 0)
        return ', but not all of production could be read again';
    return `, but ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(live.plan.changes.length, 'difference is', 'differences are')} left`;
}
/** The colour of the whole report. */
function toneOf(facts) {
    if (verdictOf(facts) !== 'rolled-back')
        return 'bad';
    const { differs } = facts.claim;
    const calm = differs.length === 0 &&
        facts.meanwhile.length === 0 &&
        facts.unrecorded === null &&
        notComparedOf(facts).length === 0 &&
        lossesOf(facts).length === 0;
    return calm ? 'good' : 'warn';
}
/** What was not compared although the plan says something of it: a measure is only for its scope. */
const notComparedOf = ({ claim, approved }) => approved.mitigates?.lifts === false
    ? claim.notCompared.filter(({ reason }) => reason !== 'out-of-scope')
    : claim.notCompared;
/** What the changes gave up, or may have given up when they failed; those of an earlier run, too. */
const lossesOf = ({ outcomes, earlier }) => [...earlier, ...outcomes.flatMap(({ change, status }) => (status === 'not-begun' ? [] : [change]))].flatMap(
// Rows that only come back are no loss.
({ dataAtRisk = [] }) => dataAtRisk.filter(({ rows }) => rows !== 0));
/** "3 rows", "at least 3 rows", "at most 3 rows", "an unknown number of rows" */
function lostText(lost) {
    const rows = lost.reduce((sum, one) => sum + (one.rows ?? 0), 0);
    const unknown = lost.some((one) => one.rows === null);
    // Two statements of one script can concern the same row of a table.
    const repeated = new Set(lost.map(({ what }) => what)).size < lost.length;
    if (unknown && (rows === 0 || repeated))
        return 'an unknown number of rows';
    return `${unknown ? 'at least ' : repeated ? 'at most ' : ''}${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(rows, 'row')}`;
}
/** What a reader must know before anything else: the failures first, then what was lost. */
function redFacts(facts) {
    const { outcomes, watched, live, kept, meanwhile, unrecorded } = facts;
    const failed = outcomes.flatMap(({ change, status, error }) => status === 'failed'
        ? [{ title: `${error?.uncertain === true ? 'Result unknown' : 'Failed'}: ${named(change)}`, ...whyAndHow(error) }]
        : []);
    const waiting = outcomes.flatMap(({ change, status }) => (status === 'not-begun' ? [change] : []));
    const open = new Set(outcomes.flatMap(({ change, status }) => (status === 'done' ? [] : [(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(change)])));
    const left = remainingOf(live).filter((change) => !open.has((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(change)));
    const broken = watched?.areas.filter(({ state }) => state === 'not-recovered') ?? [];
    const lost = lossesOf(facts);
    return [
        ...failed,
        ...some(waiting, (all) => ({ title: `Not begun: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(all.length, 'change')}`, lines: [targets(all)] })),
        ...broken.map((one) => ({
            title: `Not recovered: ${one.area}`,
            lines: watched === null ? [] : [(0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .whyOf */ .gf)(one, watched)],
        })),
        ...meanwhile.map((one) => ({
            title: `Went live meanwhile: ${one.replaced}`,
            lines: [meanwhileText(one)],
            how: `Read what it changed: it may be the fix. ${facts.command(['recover', '--deployment', 'ID'])} plans to promote it.`,
        })),
        ...(unrecorded === null ? [] : [{ title: NOT_RECORDED, lines: [unrecorded, MISSED], how: againText(facts) }]),
        ...some(left, (all) => ({ title: `Still different: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(all.length, 'change')}`, lines: [targets(all)] })),
        ...('notRead' in live
            ? [{ title: 'Not verified', lines: [live.notRead] }]
            : live.failures.map((error) => ({
                title: `Not verified: ${error.resource ?? 'a resource'}`,
                ...whyAndHow(error),
            }))),
        ...some(lost, (all) => ({
            title: `Given up: ${lostText(all)}`,
            lines: [...shown(all.map(_risk_js__WEBPACK_IMPORTED_MODULE_4__/* .riskText */ .P)), `${LOST}${kept.length > 0 ? ` ${KEPT}` : ''}`],
        })),
    ];
}
const NOT_RECORDED = 'Not recorded in the incident';
const MISSED = 'Only this report says what is left to be undone or finished, and the guard may not hold back the commit that was rolled back.';
/** The same in whole sentences; null if the record says everything. */
const unrecordedText = ({ unrecorded }) => unrecorded === null ? null : `${NOT_RECORDED}: ${unrecorded} ${MISSED}`;
/** How the record is written later. */
const againText = ({ approved, command }) => `When the store can be written again, and before anything else changes production, run the same ${wordsOf(approved).name.toLowerCase()} again: it skips the changes that are done, and writes the record: ${command(['rollback', '--digest', approved.digest])}`;
const LOST = 'This was written after the snapshot, and production no longer has it.';
const KEPT = 'The database from before the rollback is kept, see below.';
const some = (all, fact) => all.length === 0 ? [] : [fact(all)];
const whyAndHow = (error) => error === undefined ? { lines: ['The reason is not known.'] } : { lines: [error.message], how: error.remedy };
const named = ({ resource, target }) => `${target} (${resource})`;
/** More stand in the list of changes. */
const SHOWN = 8;
const shown = (names) => [
    ...names.slice(0, SHOWN),
    ...(names.length > SHOWN ? [`and ${names.length - SHOWN} more, see below`] : []),
];
/** The names of changes in one line. */
const targets = (changes) => shown(changes.map(named)).join('; ');


/***/ }),

/***/ 38028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ rollbackResult),
/* harmony export */   Df: () => (/* binding */ rollbackFailure),
/* harmony export */   F: () => (/* binding */ parseResult),
/* harmony export */   Zk: () => (/* binding */ writeResult)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58795);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98479);
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22186);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8892);
/* harmony import */ var _channels_send_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48204);
/* harmony import */ var _incident_entry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(61022);
/* harmony import */ var _probes_probe_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(10377);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24408);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(65102);













const result = zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_12__/* .literal */ .euz('rewind-result'),
    ok: zod__WEBPACK_IMPORTED_MODULE_12__/* .boolean */ .zMY(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_12__/* ["enum"] */ .k5n(['rolled-back', 'not-recovered', 'incomplete']),
    title: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
    /** True for a plan forwards. */
    recovery: zod__WEBPACK_IMPORTED_MODULE_12__/* .boolean */ .zMY(),
    /** What is proven of production, and what is not. */
    claim: _engine_claim_js__WEBPACK_IMPORTED_MODULE_5__/* .claimSchema */ .qy,
    /** What the probes say of each part of the system; null if none ran. */
    areas: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
        area: zod__WEBPACK_IMPORTED_MODULE_12__/* ["enum"] */ .k5n(_probes_probe_js__WEBPACK_IMPORTED_MODULE_9__/* .AREAS */ .xS),
        state: zod__WEBPACK_IMPORTED_MODULE_12__/* ["enum"] */ .k5n(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_6__/* .RECOVERIES */ .Ym),
        /** Ids of the probes that watch it. */
        probes: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()),
        why: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
    }))
        .nullable(),
    environment: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
    applied: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()),
    /** Changes of the plan that an earlier, interrupted run began and that nothing is left to do of. */
    earlier: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
        change: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
        message: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    })),
    /** Number of changes that a new plan would contain; null if production could not be read again. */
    remaining: zod__WEBPACK_IMPORTED_MODULE_12__/* .number */ .aig().nullable(),
    manual: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()),
    /** Command that undoes it; null if it changed nothing. */
    undo: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    /** Snapshot that holds the state before it. */
    before: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    /** What it put aside, e.g. the previous database. */
    kept: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({ resource: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), what: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), since: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), drop: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP() })),
    /** What went live between the checks and the switch. Results of earlier versions do not have it. */
    meanwhile: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({ resource: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), expected: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), replaced: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), undoReturns: zod__WEBPACK_IMPORTED_MODULE_12__/* .boolean */ .zMY() }))
        .default([]),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_12__/* .number */ .aig(),
    /** Steps, in milliseconds since the program began. */
    timeline: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_12__/* .number */ .aig(), to: zod__WEBPACK_IMPORTED_MODULE_12__/* .number */ .aig() })),
    /** The record that the rollback wrote to; null if none was written. */
    incident: zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
        /** Its head, `SEQ:HASH`. */
        head: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
        /** Commits that are held back, each with the command that lifts it. */
        quarantined: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({ commit: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), lift: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP() })),
    })
        .nullable(),
    /** Why the record does not say what this rollback left; null: it does. Results of earlier versions do not have it. */
    unrecorded: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable().default(null),
    /** Messages to the channels that this run tried or had to leave; null: there was nothing to tell. */
    told: zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
        messages: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
            channel: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
            phase: zod__WEBPACK_IMPORTED_MODULE_12__/* ["enum"] */ .k5n(_incident_entry_js__WEBPACK_IMPORTED_MODULE_8__/* .PHASES */ .ZG),
            outcome: zod__WEBPACK_IMPORTED_MODULE_12__/* ["enum"] */ .k5n(_channels_send_js__WEBPACK_IMPORTED_MODULE_7__/* .OUTCOMES */ .im),
            code: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
            message: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
        })),
        /** Why none of the others was sent; null: nothing hindered it. */
        hindrance: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    })
        .nullable(),
    /** What the rollback switched, one for each deployment that is a resource. */
    deployments: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
        resource: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
        /** Name of the project, if the service has one. */
        project: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
        /** Whether the environment has other deployments, too. */
        isShared: zod__WEBPACK_IMPORTED_MODULE_12__/* .boolean */ .zMY(),
        /** Commit that it serves now; null if that is unknown, or the switch failed. */
        commit: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    })),
    /** Commit that production serves now, of the first deployment; null if it is unknown or the deployment was not switched. */
    commit: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    /** Why it was started, as the operator wrote it; null: no reason was given. */
    reason: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    approval: zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
        requestedBy: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_12__/* ["enum"] */ .k5n(['reviewed', 'comment', 'digest', 'expedited', 'none', 'covered', 'command line']),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()),
        skipped: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
        url: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
        attempt: zod__WEBPACK_IMPORTED_MODULE_12__/* .number */ .aig().nullable(),
    }),
    /** The files of the report; null: it could not be written. */
    report: zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({ markdown: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(), html: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable() }),
});
function rollbackResult(facts, rest) {
    const { manifest, approved, outcomes, earlier, live, claim, manual, undo, before, kept, meanwhile, reason, approval, timeline, watched, tookMs, } = facts;
    const verdict = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_11__/* .verdictOf */ .Vj)(facts);
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
            why: (0,_areas_js__WEBPACK_IMPORTED_MODULE_10__/* .whyOf */ .gf)(one, watched),
        })) ?? null,
        environment: manifest.environment,
        snapshot: manifest.id,
        digest: approved.digest,
        recovery: approved.recovers !== undefined,
        applied: done.map(({ change }) => (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change)),
        earlier: earlier.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN),
        failed: outcomes
            .filter(({ status }) => status !== 'done')
            .map(({ change, status, error }) => ({
            change: (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change),
            status,
            code: error?.code ?? null,
            message: error?.message ?? null,
        })),
        remaining: 'notRead' in live || live.failures.length > 0 ? null : (0,_outcome_js__WEBPACK_IMPORTED_MODULE_11__/* .remainingOf */ ._1)(live).length,
        manual: manual.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN),
        undo,
        before,
        kept: kept.map(({ resource, what, since, drop }) => ({ resource, what, since, drop })),
        meanwhile: meanwhile.map((one) => ({ ...one })),
        unrecorded: facts.unrecorded,
        told: facts.told && {
            messages: facts.told.attempts.map(({ channel, phase, outcome, error }) => ({
                channel,
                phase,
                outcome,
                code: error?.code ?? null,
                message: error?.message ?? null,
            })),
            hindrance: facts.told.hindrance?.message ?? null,
        },
        durationMs: tookMs,
        timeline: [...timeline.entries],
        reason,
        approval: { ...approval, approvedBy: [...approval.approvedBy] },
    };
}
const failure = zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_12__/* .literal */ .euz('rewind-failure'),
    code: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
    message: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
    remedy: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(),
    problems: zod__WEBPACK_IMPORTED_MODULE_12__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP()),
    resource: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP().nullable(),
    /** The run, and its attempt. */
    approval: zod__WEBPACK_IMPORTED_MODULE_12__/* .strictObject */ .rej({ url: zod__WEBPACK_IMPORTED_MODULE_12__/* .string */ .YjP(), attempt: zod__WEBPACK_IMPORTED_MODULE_12__/* .number */ .aig() }),
});
const rollbackFailure = (error, run) => ({
    kind: 'rewind-failure',
    code: error.code,
    message: error.message,
    remedy: error.remedy,
    problems: [...error.problems],
    resource: error.resource ?? null,
    approval: run,
});
/** @param text JSON without secrets */
async function writeResult(path, text) {
    (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${text}\n`);
}
/** @throws RewindError plan-unreadable */
function parseResult(content) {
    const parsed = zod__WEBPACK_IMPORTED_MODULE_12__/* .discriminatedUnion */ .gMt('kind', [result, failure]).safeParse(content);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-unreadable', 'Another version of Rewind wrote the result file.', {
        problems: parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
}


/***/ }),

/***/ 20426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b$: () => (/* binding */ WHY),
  lf: () => (/* binding */ notEqualRows),
  F3: () => (/* binding */ rollbackReport),
  Hc: () => (/* binding */ tookOf),
  v4: () => (/* binding */ writtenText)
});

// EXTERNAL MODULE: ./lib/engine/as-planned.js
var as_planned = __webpack_require__(50603);
// EXTERNAL MODULE: ./lib/channels/beside.js
var beside = __webpack_require__(61952);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/engine/claim.js
var claim = __webpack_require__(22186);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/runtime/error-codes.js + 6 modules
var error_codes = __webpack_require__(87895);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/report/areas.js
var areas = __webpack_require__(24408);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/report/notify.js
var notify = __webpack_require__(36333);
;// CONCATENATED MODULE: ./lib/report/plan-again.js

/**
 * The words of the command that plans the same way once more: to the same snapshot, with the same choices. Without them,
 * `plan` would go to the newest snapshot, and after an undo it would plan the rollback that was undone. Pure.
 * @param only the changes that the new plan is for; the new plan holds their resources. Null: the whole plan
 * @param done changes that are done: a database that is restored is not restored again
 */
function planAgain(approved, only = null, done = []) {
    const { undoes, recovers, mitigates, snapshot, database, includeLater, scope } = approved;
    if (mitigates !== undefined)
        return ['mitigate'];
    if (recovers !== undefined)
        return ['recover'];
    const ids = only !== null ? [...new Set(only.map(({ resource }) => resource))] : undoes === null ? scope : null;
    const later = includeLater.filter((id) => ids === null || ids.includes(id));
    const keys = only === null ? null : new Set(only.map(plan/* keyOf */.TN));
    const made = new Set(done.map(plan/* keyOf */.TN));
    // A mode without a database in scope is refused.
    const hasDatabase = approved.changes.some((change) => change.database !== undefined && keys?.has((0,plan/* keyOf */.TN)(change)) !== false && !made.has((0,plan/* keyOf */.TN)(change)));
    return [
        ...(undoes === null ? ['plan', '--snapshot', snapshot] : ['undo', undoes.slice(0, 12)]),
        ...(undoes === null && database !== 'none' && hasDatabase ? ['--database', database] : []),
        ...(later.length === 0 ? [] : ['--include-later-changes', later.join(',')]),
        ...(ids === null ? [] : ['--scope', ids.join(',')]),
    ];
}

// EXTERNAL MODULE: ./lib/report/outcome.js
var outcome = __webpack_require__(65102);
;// CONCATENATED MODULE: ./lib/report/rollback-report.js














const NEXT = 'What next:';
const WORD = { done: 'done', failed: 'FAILED', uncertain: 'RESULT UNKNOWN', 'not-begun': 'not begun' };
/** Reports the done changes, the open changes and the next steps. */
function rollbackReport(facts) {
    const title = (0,outcome/* titleOf */.Gg)(facts);
    const next = nextSteps(facts);
    return {
        title,
        next,
        text: (0,runtime_text/* textOf */.b6)([title, ...lines(facts), ...(next.length === 0 ? [] : [NEXT, ...next.map((step) => `  - ${step}`)])]),
        markdown: rollback_report_markdown(facts, title, next),
    };
}
function lines(facts) {
    const { outcomes, earlier, live, ok, claim, written, watched, told, meanwhile } = facts;
    const unrecorded = (0,outcome/* unrecordedText */.pK)(facts);
    return [
        ...earlier.map((change) => `  done by an earlier run: ${change.target} (${oneLine((0,plan/* describe */.q0)(change))})`),
        ...outcomes.map(({ change, status, error, durationMs }) => {
            const why = error ? `: ${error.message}` : '';
            const word = WORD[(0,outcome/* statusOf */.c2)({ status, error })];
            return `  ${word}: ${change.target} (${oneLine((0,plan/* describe */.q0)(change))}, ${(0,progress/* seconds */.YA)(durationMs / 1000)})${why}`;
        }),
        ...meanwhile.map((one) => `  Went live meanwhile: ${oneLine((0,outcome/* meanwhileText */.Sd)(one))}`),
        ...(0,outcome/* remainingOf */._1)(live).map((change) => `  still different: ${change.target} (${oneLine((0,plan/* describe */.q0)(change))})`),
        ...('notRead' in live
            ? []
            : live.failures.map(({ resource, message }) => `  not verified: ${resource ?? 'a resource'}: ${message}`)),
        ...(written.length === 0 ? [] : [`  ${writtenText(written)}`]),
        // The title of a success is the claim.
        ...(ok ? [] : [`  ${'notRead' in live ? live.notRead : claim.sentence}`]),
        ...(watched === null ? [] : (0,areas/* areasText */.g_)(watched)),
        ...(0,notify/* untoldLines */.e7)(told).map((line) => `  ${oneLine(line)}`),
        ...(unrecorded === null ? [] : [`  ${oneLine(unrecorded)}`]),
    ];
}
const oneLine = (text) => text.replaceAll('\n', '; ');
/** "At least 3 rows were written since by the application: public.orders (3)" */
function writtenText(written) {
    const rows = written.reduce((sum, { rows: count }) => sum + (count ?? 0), 0);
    const tables = written.map(({ what, rows: count }) => (count === null ? what : `${what} (${count})`)).join(', ');
    return `${rows === 0 ? 'Rows were' : `At least ${(0,runtime_text/* plural */.LS)(rows, 'row was', 'rows were')}`} written since by the application: ${tables}`;
}
function nextSteps(facts) {
    const { ok, cancelled, outcomes, earlier, manual, undo, kept, approved, live, command } = facts;
    const steps = [];
    const name = (0,outcome/* wordsOf */.Z9)(approved).name.toLowerCase();
    const remaining = new Set((0,outcome/* remainingOf */._1)(live).map(plan/* keyOf */.TN));
    const made = (0,outcome/* doneOf */.as)(facts).filter((change) => !remaining.has((0,plan/* keyOf */.TN)(change)));
    if (cancelled) {
        steps.push(`Run the same ${name} again (digest ${approved.digest}): it goes on where this run stopped.`);
    }
    else if (!ok && outcomes.some(({ status }) => status !== 'done')) {
        const remedies = new Set(outcomes.flatMap(({ change, error }) => (error ? [`${change.resource}: ${error.remedy}`] : [])));
        steps.push(...remedies);
        steps.push(outcomes.some(({ error }) => error !== undefined && (0,as_planned/* isOvertaken */.iN)(error))
            ? `To see what remains: "${command(planAgain(approved, null, made))}". The same ${name} is refused while the changed value is live.`
            : `Then run the same ${name} again (digest ${approved.digest}): it skips the changes that are done.`);
        const failed = new Set(outcomes.filter(({ error }) => error).map(({ change }) => change.resource));
        const free = outcomes.flatMap(({ change, status }) => status === 'not-begun' && !failed.has(change.resource) ? [change] : []);
        // Another plan needs the same store.
        const needsStore = outcomes.some(({ error }) => error !== undefined && (0,error_codes/* isOfStore */.te)(error.code));
        if (free.length > 0 && !needsStore && approved.recovers === undefined && approved.mitigates === undefined) {
            steps.push(`To apply what was not begun without the rest: ${command(planAgain(approved, free))}. Then get that plan approved.`);
        }
    }
    else if (!ok && (0,outcome/* remainingOf */._1)(live).length > 0) {
        steps.push(`Run "${command(planAgain(approved, null, made))}" to see what remains, get the plan approved, and run it.`);
    }
    const broken = ok ? (0,areas/* notRecovered */.p1)(facts.watched) : [];
    if (broken.length > 0) {
        steps.push(`A probe of ${broken.join(' and ')} still fails. What is verified: ${facts.claim.sentence}. Look at the services that production uses, and at what the snapshot does not hold.`, `To watch again, run the same ${name} again (digest ${approved.digest}): it skips the changes that are done.`);
    }
    if ('notRead' in live)
        steps.push(`Run "${command(['verify'])}" to see what production is now.`);
    else
        steps.push(...new Set(live.failures.map(({ remedy }) => `${remedy} Then run "${command(['verify'])}".`)));
    steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
    const warnings = (0,outcome/* doneOf */.as)(facts).flatMap(({ resource, target, warnings: of }) => of.map((warning) => `Keep in mind for ${resource} (${target}): ${warning}`));
    steps.push(...new Set(warnings));
    steps.push(...kept.map(({ what, since, name, drop }) => {
        const way = name === undefined ? drop : command(['recover', '--drop-database', name]);
        return `Kept since ${since}: ${what}. When nobody needs it: ${way}`;
    }));
    if (facts.unrecorded !== null)
        steps.push((0,outcome/* againText */.QL)(facts));
    if (facts.told !== null && (0,beside/* isLeft */.OC)(facts.told)) {
        steps.push(`To send the messages that were not sent: ${facts.told.way}`);
    }
    if (undo !== null) {
        // A restore beside production replaces no data: what it made is not in the snapshot that an undo returns to.
        const stays = (0,outcome/* doneOf */.as)(facts).flatMap(({ database, target, undo: own }) => database === 'restore' && own?.includes('rewind undo') === false
            ? [`It does not undo ${target}. To undo that: ${own}`]
            : []);
        const hasData = [...earlier, ...outcomes.map(({ change }) => change)].some(({ database }) => database !== undefined);
        const data = hasData && stays.length === 0 ? ', data included' : '';
        steps.push([`To undo this ${name}${data}: ${undo}`, ...stays].join('. '));
    }
    return steps.map((step) => (0,command_line/* withCommands */.lZ)(step, command));
}
/** Why a resource is not among the equal ones, for a reader. */
const WHY = {
    changed: 'differs',
    'by-hand': 'must be restored by hand',
    'database-mode': 'left as it is by choice',
    'database-by-hand': 'left as it is: only a person can restore it',
    later: 'kept: it was changed later',
    'out-of-scope': 'not compared: out of scope',
    'not-in-snapshot': 'not compared: not in the snapshot',
    'not-configured': 'not compared: not in the configuration',
    'other-object': 'not compared: the configuration is another one',
    unreadable: 'not compared: could not be read again',
    'unreadable-value': 'not compared: a value cannot be read',
};
/** Rows of a table before the rest is folded. */
const ROWS = 25;
function rollback_report_markdown(facts, title, next) {
    const { reason, manifest, approved, timeline, claim, written, watched, told } = facts;
    const red = (0,outcome/* redFacts */.dv)(facts);
    const parts = [
        `## ${ICON[(0,outcome/* toneOf */.YV)(facts)]} ${(0,markdown/* escapeText */.X1)((0,outcome/* headingOf */.Wm)(facts))}`,
        (0,markdown/* escapeText */.X1)(title),
        red.map((fact) => `- 🔴 ${redLine(fact)}`).join('\n'),
        `${(0,markdown/* escapeText */.X1)((0,approval_record/* describeApproval */.x)(facts.approval))}${reason === null ? '' : `\n\nReason:${(0,markdown/* remark */.Vg)(reason)}`}`,
        (0,notify/* untoldLines */.e7)(told)
            .map((line) => `- ⚠️ ${(0,markdown/* escapeText */.X1)(oneLine(line))}`)
            .join('\n'),
        next.length === 0 ? '' : `### ${NEXT}\n\n${next.map((step) => `- ${(0,markdown/* escapeText */.X1)(step)}`).join('\n')}`,
        outcomesTable(facts),
        `### Proof\n\n${proofLine(facts)}`,
        written.length === 0 ? '' : (0,markdown/* escapeText */.X1)(`${writtenText(written)}.`),
        notEqualTable(claim),
        watched === null ? '' : (0,areas/* areasMarkdown */.eq)(watched),
        (0,markdown/* details */.zH)('Timeline', timeline.markdown()),
        `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
const ICON = { good: '✅', warn: '🟡', bad: '❌' };
const redLine = ({ title, lines: of, how }) => (0,markdown/* escapeText */.X1)(oneLine(`${title}: ${[...of, ...(how === undefined ? [] : [how])].map(withStop).join(' ')}`));
const withStop = (text) => (/[.!?:]$/.test(text) ? text : `${text}.`);
function proofLine({ claim, live }) {
    const read = 'notRead' in live ? 'Production was NOT captured again' : 'Captured again';
    return `${PROOF_ICON[claim.verdict]} ${read}: ${(0,markdown/* escapeText */.X1)(claim.sentence)}.`;
}
function outcomesTable({ outcomes, earlier, live }) {
    const row = (icon, change, took) => [
        icon,
        `${change.resource}: ${change.target}`,
        change.before ?? 'absent',
        (0,claim/* presentValue */.p)(change, live) ?? 'not read again',
        took,
    ];
    const rows = [
        ...earlier.map((change) => row('✅', change, 'earlier run')),
        ...outcomes.map(({ change, status, error, durationMs }) => row(STATUS[(0,outcome/* statusOf */.c2)({ status, error })], change, tookOf(status, durationMs))),
    ];
    return rows.length === 0 ? '' : (0,markdown/* foldedTable */.vd)(['', 'What', 'Before', 'Now', 'Took'], rows, ROWS);
}
const STATUS = { done: '✅', failed: '❌', uncertain: '❓', 'not-begun': '⏸️' };
/** How long a change took: "4.8 s". */
const tookOf = (status, durationMs) => status === 'not-begun' ? '–' : (0,progress/* seconds */.YA)(durationMs / 1000);
/** What is not called equal: resources, why, what. Those with the same reason and text are in one row. */
function notEqualRows({ differs, notCompared }) {
    const rows = new Map();
    for (const { resource, reason, detail } of [...differs, ...notCompared]) {
        const key = `${reason} ${detail}`;
        const [ids] = rows.get(key) ?? [];
        rows.set(key, [ids === undefined ? resource : `${ids}, ${resource}`, WHY[reason], detail]);
    }
    return [...rows.values()];
}
function notEqualTable(claim) {
    const rows = notEqualRows(claim);
    return rows.length === 0 ? '' : (0,markdown/* foldedTable */.vd)(['Resource', 'Why it is not called equal', 'What'], rows, ROWS);
}
const PROOF_ICON = { equal: '✅', 'partly-compared': '🟡', differs: '🟡', 'not-compared': '❓' };


/***/ })

};
