export const id = 2012;
export const ids = [2012];
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

/***/ 2186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ REASONS_OF_CLAIMS),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   hz: () => (/* binding */ VERDICTS_OF_CLAIMS),
/* harmony export */   p: () => (/* binding */ presentValue),
/* harmony export */   qy: () => (/* binding */ claimSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8479);


const reason = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([
    // Differences
    'changed',
    'by-hand',
    'database-mode',
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
    /** `changed`: differs. `by-hand`: differs, and only a person can restore it. `database-mode`: differs, left by choice. */
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
    ];
}
/** A change that another database mode would make has its difference in `before`; its `after` says what that mode does. */
function detailOf(change, why) {
    const text = why === 'database-mode' ? (change.before ?? 'absent') : (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change);
    return `${change.target}: ${text}`;
}
function sentenceOf(facts, total, { equal, differs, notCompared }) {
    const { environment, snapshot, database } = facts;
    if (equal.length === total && notCompared.length === 0) {
        return `"${environment}" equals snapshot ${snapshot} (${count(total)} compared)`;
    }
    const of = (why) => differs.filter((entry) => entry.reason === why);
    const parts = [
        `${equal.length} of ${count(total)} of "${environment}" ${equal.length === 1 ? 'equals' : 'equal'} snapshot ${snapshot}`,
        ...of('changed').map(({ resource, detail }) => `${resource} differs: ${brief(detail)}`),
        ...of('by-hand').map(({ resource, detail }) => `${resource} must be restored by hand: ${brief(detail)}`),
        ...of('database-mode').map(({ resource, detail }) => `${resource} left as it is by choice (--database ${database}): ${brief(detail)}`),
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
    const { changes, manual, notSelected } = live.plan;
    const found = [...changes, ...manual, ...notSelected].find((other) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(other) === (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(change));
    return (found ? found.before : change.after) ?? 'absent';
}


/***/ }),

/***/ 2657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ Journal),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   ZQ: () => (/* binding */ begunIn),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8795);




const entry = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    event: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['open', 'before', 'run', 'begin', 'end', 'fail', 'stage', 'backup', 'finish']),
    /** URL of the workflow run, key of the change, name of the stage, id of the snapshot (`before`, `backup`), or digest of the plan. */
    what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    note: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
});
const NEWLINE = 0x0a;
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
        (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_2__/* .makeFolder */ .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        this.file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a', 0o600);
        // A kill in the middle of a write leaves half a line, which must not swallow the next one.
        const written = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
        if (written.length > 0 && written.at(-1) !== NEWLINE)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, '\n');
    }
    record(event, what, note) {
        const line = { at: this.clock.now().toISOString(), event, what, note };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.file);
    }
    /** Notes which attempt of which workflow run opened the journal, before it does anything. */
    opened(url, attempt) {
        this.record('open', url, attemptNote(attempt));
    }
    /** True if an earlier run began to carry out the plan. */
    wasBegun() {
        return this.previous.some(({ event }) => event === 'run');
    }
    /** True if an earlier attempt of this workflow run began the plan. @param url URL of the run */
    wasBegunBy(url) {
        return url !== '' && this.previous.some(({ event, note }) => event === 'run' && note?.endsWith(`; run ${url}`));
    }
    /** All entries: earlier runs, then this one. */
    entries() {
        return [...this.previous, ...parseJournal((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, 'utf8'))];
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.file);
    }
}
const attemptNote = (attempt) => `attempt ${attempt}`;
/** The entries of one attempt of a workflow run; null if it did not open this journal. */
function entriesOf(entries, url, attempt) {
    const from = entries.findLastIndex(({ event, what, note }) => event === 'open' && what === url && note === attemptNote(attempt));
    if (from < 0)
        return null;
    const own = entries.slice(from + 1);
    const next = own.findIndex(({ event }) => event === 'open');
    return next < 0 ? own : own.slice(0, next);
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
/** The changes that the runs of this journal began, and those of them that did not end. */
function begunIn(entries) {
    const ever = new Set();
    const open = new Set();
    for (const { event, what } of entries) {
        if (event === 'begin') {
            ever.add(what);
            open.add(what);
        }
        if (event === 'end')
            open.delete(what);
    }
    return { ever, open };
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8795);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8479);
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2186);
/* harmony import */ var _rollback_report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5815);








const result = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz('rewind-result'),
    ok: zod__WEBPACK_IMPORTED_MODULE_7__/* .boolean */ .zMY(),
    title: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    /** What is proven of production, and what is not. */
    claim: _engine_claim_js__WEBPACK_IMPORTED_MODULE_5__/* .claimSchema */ .qy,
    environment: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
    applied: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
        change: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().nullable(),
        message: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().nullable(),
    })),
    /** Number of changes that a new plan would contain; null if production could not be read again. */
    remaining: zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig().nullable(),
    manual: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
    /** Command that undoes it; null if it changed nothing. */
    undo: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().nullable(),
    /** Snapshot that holds the state before it. */
    before: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().nullable(),
    /** What it put aside, e.g. the previous database. */
    kept: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), since: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), drop: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP() })),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig(),
    /** Steps, in milliseconds since the program began. */
    timeline: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig(), to: zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig() })),
    /** Commit that production serves now; null if it is unknown or the deployment was not switched. */
    commit: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().nullable(),
    approval: zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
        requestedBy: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_7__/* ["enum"] */ .k5n(['reviewed', 'expedited', 'none', 'command line']),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()),
        skipped: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().nullable(),
        url: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().nullable(),
        attempt: zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig().nullable(),
    }),
    report: zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({ markdown: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), html: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP() }),
});
function rollbackResult(facts, rest) {
    const { ok, manifest, approved, outcomes, live, claim, manual, undo, before, kept, approval, timeline } = facts;
    const done = outcomes.filter(({ status }) => status === 'done');
    return {
        kind: 'rewind-result',
        ...rest,
        ok,
        claim,
        environment: manifest.environment,
        snapshot: manifest.id,
        digest: approved.digest,
        applied: done.map(({ change }) => (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change)),
        failed: outcomes
            .filter(({ status }) => status !== 'done')
            .map(({ change, status, error }) => ({
            change: (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change),
            status,
            code: error?.code ?? null,
            message: error?.message ?? null,
        })),
        remaining: 'notRead' in live || live.failures.length > 0 ? null : (0,_rollback_report_js__WEBPACK_IMPORTED_MODULE_6__/* .remainingOf */ ._1)(live).length,
        manual: manual.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN),
        undo,
        before,
        kept: [...kept],
        durationMs: timeline.totalMs(),
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

/***/ 5815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ rollbackReport),
/* harmony export */   _1: () => (/* binding */ remainingOf),
/* harmony export */   b$: () => (/* binding */ WHY)
/* harmony export */ });
/* harmony import */ var _approval_approval_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8648);
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2186);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8479);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8101);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3021);






const WORD = { done: 'done', failed: 'FAILED', 'not-begun': 'not begun' };
/** Reports the done changes, the open changes and the next steps. */
function rollbackReport(facts) {
    const title = headline(facts);
    const next = nextSteps(facts);
    return {
        title,
        timeline: facts.timeline,
        text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)([title, ...lines(facts), ...next]),
        markdown: markdown(facts, title, next),
    };
}
function headline({ ok, cancelled, claim, outcomes, timeline, approved }) {
    const took = (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(timeline.totalMs() / 1000);
    if (ok && outcomes.length === 0)
        return `Nothing to do: ${claim.sentence}.`;
    if (ok)
        return `${approved.undoes === null ? 'Rolled back' : 'Undone'}: ${claim.sentence} (${outcomes.length} change(s), ${took}).`;
    const done = outcomes.filter(({ status }) => status === 'done').length;
    const what = `${approved.undoes === null ? 'Rollback' : 'Undo'} ${cancelled ? 'cancelled' : 'INCOMPLETE'}`;
    return `${what}: ${done} of ${outcomes.length} change(s) done after ${took}.`;
}
/** Changes that a new plan would contain; none if production was not read again. */
const remainingOf = (live) => ('notRead' in live ? [] : live.plan.changes);
function lines({ outcomes, live, ok, claim, written }) {
    return [
        ...outcomes.map(({ change, status, error, durationMs }) => {
            const why = error ? `: ${error.message}` : '';
            return `  ${WORD[status]}: ${change.target} (${oneLine((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change))}, ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(durationMs / 1000)})${why}`;
        }),
        ...remainingOf(live).map((change) => `  still different: ${change.target} (${oneLine((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change))})`),
        ...(written.length === 0 ? [] : [`  ${writtenText(written)}`]),
        // The title of a success is the claim.
        ...(ok ? [] : [`  ${'notRead' in live ? live.notRead : claim.sentence}`]),
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
    const { ok, cancelled, outcomes, manual, undo, kept, approved, live } = facts;
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
        if (free.length > 0) {
            steps.push(`To apply what was not begun without the rest: rewind plan --scope ${free.join(',')}, then get that plan approved.`);
        }
    }
    else if (!ok && remainingOf(live).length > 0) {
        steps.push('Run "rewind plan" to see what remains, get the plan approved, and run it.');
    }
    if ('notRead' in live)
        steps.push('Run "rewind verify" to see what production is now.');
    else
        steps.push(...new Set(live.failures.map(({ remedy }) => `${remedy} Then run "rewind verify".`)));
    steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
    const warnings = new Set(outcomes.filter(({ status }) => status === 'done').flatMap(({ change }) => change.warnings));
    steps.push(...[...warnings].map((warning) => `Keep in mind: ${warning}`));
    steps.push(...kept.map(({ what, since, drop }) => `Kept since ${since}: ${what}. When nobody needs it: ${drop}`));
    if (undo !== null) {
        steps.push(`To undo this ${approved.undoes === null ? 'rollback' : 'undo'}, data included: ${undo}`);
    }
    return steps.length === 0 ? [] : ['What next:', ...steps.map((step) => `  - ${step}`)];
}
/** Why a resource is not among the equal ones, for a reader. */
const WHY = {
    changed: 'differs',
    'by-hand': 'must be restored by hand',
    'database-mode': 'left as it is by choice',
    'out-of-scope': 'not compared: out of scope',
    'not-in-snapshot': 'not compared: not in the snapshot',
    'not-configured': 'not compared: not in the configuration',
    unreadable: 'not compared: could not be read again',
    'unreadable-value': 'not compared: a value cannot be read',
};
function markdown(facts, title, next) {
    const { outcomes, ok, reason, manifest, approved, timeline, live, claim, written } = facts;
    const rows = outcomes.map(({ change, status, error, durationMs }) => [
        status === 'done' ? '✅' : status === 'failed' ? '❌' : '⏸️',
        (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change),
        change.target,
        change.before ?? 'absent',
        (0,_engine_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .presentValue */ .p)(change, live) ?? 'not read again',
        (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(durationMs / 1000),
        error?.message ?? '',
    ]);
    const left = [...claim.differs, ...claim.notCompared];
    const parts = [
        `## ${ok ? '✅' : '❌'} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(title)}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)((0,_approval_approval_record_js__WEBPACK_IMPORTED_MODULE_5__/* .describeApproval */ .x)(facts.approval))}${reason === null ? '' : `\n\nReason: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(reason)}`}`,
        rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['', 'Change', 'What', 'Before', 'Now', 'Took', ''], rows),
        `### Proof\n\n${PROOF_ICON[claim.verdict]} Captured again: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(claim.sentence)}.`,
        written.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(`${writtenText(written)}.`),
        left.length === 0
            ? ''
            : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['Resource', 'Why it is not called equal', 'What'], left.map(({ resource, reason: why, detail }) => [resource, WHY[why], detail])),
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
const listItem = (line) => line.startsWith('- ') ? `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(line.slice(2))}` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(line);


/***/ })

};
