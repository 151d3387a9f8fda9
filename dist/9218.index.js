export const id = 9218;
export const ids = [9218];
export const modules = {

/***/ 95621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ withLimit),
/* harmony export */   Sw: () => (/* binding */ choose),
/* harmony export */   hO: () => (/* binding */ releaseText),
/* harmony export */   mn: () => (/* binding */ openSnapshots)
/* harmony export */ });
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _engine_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(16449);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64257);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21223);
/* harmony import */ var _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92684);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64227);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67217);
/* harmony import */ var _services_github_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(44903);
/* harmony import */ var _services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19694);











/** A read-only look at production must not hold up the list of snapshots. */
const LIVE_MS = 15_000;
/**
 * Lists the snapshots and reads which deployments are live. A failure to read those is a warning: then the newest snapshot
 * counts as `latest`.
 */
async function openSnapshots(session, project, lookAtLive = true) {
    const { config, origin, store } = project;
    const history = await _engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .History */ .BZ.open(store, config.environment, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C, session.context.clock.now());
    return {
        history,
        circumstances: {
            origin,
            scope: session.inputs.scope,
            configured: config.resources.map(({ id }) => id),
            live: lookAtLive ? await liveReleases(session, project, history) : null,
            mergeCommit: (pull) => (0,_services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__/* .readMergeCommit */ .yB)((0,_services_github_client_js__WEBPACK_IMPORTED_MODULE_8__.createGitHub)(session.context), pull),
        },
    };
}
/**
 * The snapshot that a selector names.
 * @param comparing true to compare it with what is live also if the choice does not depend on that
 * @throws RewindError as `chooseSnapshot`
 */
async function choose(session, project, selector, comparing = false) {
    const dependsOnLive = (0,_engine_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSelector */ .P)(selector)?.kind === 'newest';
    const snapshots = await openSnapshots(session, project, comparing || dependsOnLive);
    const { history, circumstances } = snapshots;
    const choice = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseSnapshot */ .Ip)(project.store, history, selector, circumstances);
    if (choice.because !== null)
        session.context.log.info(`Snapshot ${choice.manifest.id}: ${choice.because}`);
    return { ...snapshots, ...choice, notice: await noticeOf(choice, snapshots) };
}
async function noticeOf({ manifest }, { history, circumstances }) {
    const { releases } = await history.entry(manifest.id);
    if (!(0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(releases, circumstances.live))
        return null;
    const before = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .newestBefore */ .Yx)(history, circumstances);
    const rest = before === undefined ? 'There is none from before it.' : `The one before it is ${before}.`;
    return `The snapshot shows the deployment that is live now (${releaseText(releases)}). ${rest}`;
}
/** "dpl_123 (commit 0123456)" */
function releaseText(releases) {
    return [...releases.values()].map(oneRelease).join(', ');
}
function oneRelease({ deployment, commit }) {
    const short = commit === null ? null : `commit ${commit.slice(0, 7)}`;
    if (deployment === null)
        return short ?? 'unknown';
    return short === null ? deployment : `${deployment}, ${short}`;
}
/** The deployments of all configured resources that a recent snapshot shows, also of those out of scope. */
async function liveReleases({ context: ctx }, { config }, history) {
    // Recent ones that nobody believes, or of a part of the configuration, tell nothing.
    const recent = await history.newest((read) => read.some(({ manifest, releases }) => releases.size > 0 || manifest?.scope === null));
    const shown = new Set(recent.flatMap(({ releases }) => [...releases.keys()]));
    const ids = config.resources.map(({ id }) => id).filter((id) => shown.has(id));
    if (ids.length === 0)
        return null;
    try {
        const resources = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .loadResources */ ._H)(config.resources, ids, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C);
        const reading = Promise.all(resources.map(async ({ id, provider, config: own }) => {
            const state = await provider.capture(own, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__/* .forResource */ .i_)(ctx, id), new _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
            const release = (0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOf */ .l7)((0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_10__/* .describeState */ .Jw)(provider, state));
            return release === null ? [] : [[id, release]];
        }));
        return new Map((await withLimit(reading, ctx)).flat());
    }
    catch (error) {
        ctx.log.warn(`Could not read which deployment is live, so "latest" is the newest snapshot: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`);
        return null;
    }
}
/** @throws RewindError deadline-exceeded after 15 seconds */
async function withLimit(reading, ctx) {
    const limit = new AbortController();
    const late = ctx.clock.sleep(LIVE_MS, limit.signal).then(() => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__.RewindError('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
    });
    try {
        return await Promise.race([reading, late]);
    }
    finally {
        limit.abort();
        late.catch(() => undefined);
        reading.catch(() => undefined);
    }
}


/***/ }),

/***/ 12657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ Journal),
/* harmony export */   M3: () => (/* binding */ LEFT),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   OG: () => (/* binding */ endedIn),
/* harmony export */   Vk: () => (/* binding */ overtakenIn),
/* harmony export */   ZQ: () => (/* binding */ begunIn),
/* harmony export */   d8: () => (/* binding */ isLater),
/* harmony export */   ui: () => (/* binding */ unreadableLine),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58795);




const entry = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    event: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n([
        'open',
        'lock',
        'refused',
        'before',
        'run',
        'begin',
        'end',
        'fail',
        'stage',
        'backup',
        'replaced',
        'finish',
    ]),
    /**
     * URL of the workflow run, key of the change, name of the stage, id of the snapshot (`before`, `backup`, `replaced`), or digest
     * of the plan (`lock`, `refused`, `run`, `finish`).
     */
    what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** `refused`: the code of the error. */
    note: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    /** Of the lock that the run held. A later run has a higher one, whatever its clock says. */
    order: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().optional(),
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
    order;
    ran = false;
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
    /**
     * Notes that a run of the plan has the lock. Without a `run` after it, that run ended before its first change.
     * @param order of the lock; null where the store has no lock
     */
    locked(digest, order) {
        this.order = order ?? undefined;
        // Nothing waits for this line to be on disk: the copy in the store is what another run reads.
        this.write('lock', digest);
    }
    /**
     * Notes that this run of the plan ended by itself before its first change. Never fails: it must not hide the error.
     * @param code of the error
     */
    refused(digest, code) {
        try {
            this.record('refused', digest, code);
        }
        catch {
            // Without this line the plan is named without a reason.
        }
    }
    record(event, what, note) {
        this.write(event, what, note);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.file);
    }
    write(event, what, note) {
        const line = { at: this.clock.now().toISOString(), event, what, note, order: this.order };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        if (event === 'run')
            this.ran = true;
    }
    /** True if this run came to its first change. */
    cameToFirstChange() {
        return this.ran;
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
    return text.split('\n').flatMap((line) => entryIn(line) ?? []);
}
/** Number of the first line that is no entry of this version of Rewind; null if each is one. */
function unreadableLine(text) {
    const at = text.split('\n').findIndex((line) => line !== '' && entryIn(line) === null);
    return at < 0 ? null : at + 1;
}
function entryIn(line) {
    try {
        return entry.parse(JSON.parse(line));
    }
    catch {
        return null;
    }
}
/** Note of a failed change that wrote nothing, because somebody had changed its object after the plan. */
const LEFT = 'api-conflict: left as it was';
/**
 * The changes that the runs of this journal began, and those of them that did not end.
 * @param overtaken keys of changes that count as not begun
 */
function begunIn(entries, overtaken = new Set()) {
    const ever = new Set();
    const open = new Set();
    /** Begun by an earlier attempt than the last one. */
    const before = new Set();
    for (const { event, what, note } of entries) {
        if (overtaken.has(what))
            continue;
        if (event === 'begin') {
            if (ever.has(what))
                before.add(what);
            ever.add(what);
            open.add(what);
        }
        if (event === 'end')
            open.delete(what);
        // What somebody made of it is no interrupted work of ours: the same approval does not cover it.
        if (event === 'fail' && note === LEFT) {
            open.delete(what);
            if (!before.has(what))
                ever.delete(what);
        }
    }
    return { ever, open };
}
/** The keys of the changes that were carried out. Parameters as above. */
function endedIn(entries, overtaken = new Set()) {
    const ended = new Set();
    for (const { event, what } of entries) {
        if (event === 'begin')
            ended.delete(what);
        if (event === 'end' && !overtaken.has(what))
            ended.add(what);
    }
    return ended;
}
/**
 * Keys of the changes that another plan took up after the runs of this journal: what these runs left of them is gone. The
 * order in which the runs took the lock decides, whatever their clocks say. Only a store without a lock leaves it to the clocks.
 * @param others the journals of the other plans
 * @param event what another plan must have noted of the change
 */
function overtakenIn(own, others, event) {
    const last = new Map(own.flatMap((entry) => (entry.event === 'begin' ? [[entry.what, entry]] : [])));
    const later = others.flat().filter((entry) => {
        const begun = last.get(entry.what);
        return entry.event === event && begun !== undefined && isLater(entry, begun);
    });
    return new Set(later.map(({ what }) => what));
}
/** Of two runs the order of their locks decides; without it, the clocks. */
const isLater = (a, b) => a.order === undefined || b.order === undefined ? a.at > b.at : a.order > b.order;


/***/ }),

/***/ 28230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ rollbackDigests),
/* harmony export */   NV: () => (/* binding */ rollbackFile),
/* harmony export */   O: () => (/* binding */ readableJournal),
/* harmony export */   Vj: () => (/* binding */ mergeJournals),
/* harmony export */   ZG: () => (/* binding */ planUnreadable),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   h6: () => (/* binding */ readApprovedPlan),
/* harmony export */   lS: () => (/* binding */ copiesOf),
/* harmony export */   rl: () => (/* binding */ otherJournals)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12657);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98479);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78101);






/**
 * Files of one rollback, under `rollbacks/<environment>/<digest of its plan>/`:
 *   plan.json       the approved plan
 *   journal.jsonl   what was begun and ended, of all its runs
 *   lift-….json     of a mitigation: what its lift without a person acts on, signed
 */
const folderOf = (environment, digest) => `rollbacks/${environment}/${digest}`;
/** Key of a file of a rollback in the store. */
const rollbackFile = (environment, digest, name) => `${folderOf(environment, digest)}/${name}`;
const PLAN = 'plan.json';
const JOURNAL = 'journal.jsonl';
/** Journals that are read at once. */
const JOURNALS_AT_ONCE = 8;
/** Digests of the plans that were carried out, or of which a rollback was begun. In no order. */
async function rollbackDigests(store, environment) {
    const objects = await store.list(`rollbacks/${environment}`);
    const digests = new Set(objects.map(({ key }) => key.split('/')[2] ?? ''));
    return [...digests].filter((digest) => /^[0-9a-f]{64}$/.test(digest));
}
/** @throws RewindError plan-unreadable, plan-mismatch also for a plan that lies in the place of another one */
async function readApprovedPlan(store, environment, digest) {
    const content = await read(store, rollbackFile(environment, digest, PLAN));
    if (content === undefined)
        return undefined;
    let plan;
    try {
        plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePlan */ .vS)(JSON.parse(content));
    }
    catch (error) {
        throw planUnreadable(environment, digest, `cannot be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, error);
    }
    if (plan.digest === digest && plan.environment === environment)
        return plan;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-mismatch', `In the place of the plan ${digest.slice(0, 12)} of "${environment}", the store has the plan ${plan.digest.slice(0, 12)} of "${plan.environment}".`, { remedy: 'Find out who wrote to the store.' });
}
/** @param problem what is wrong with the file, e.g. "is missing" */
const planUnreadable = (environment, digest, problem, cause) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-unreadable', `The plan of the rollback ${digest.slice(0, 12)} in the store (${rollbackFile(environment, digest, PLAN)}) ${problem.replace(/\.$/, '')}.`, {
    cause,
    remedy: 'Bring the file back from a backup of the store, or use the version of Rewind that wrote it. Otherwise make a new plan: "rewind list" shows the snapshot that was taken before the rollback.',
});
/**
 * The journal of a rollback as the store has it: written as a whole, so that no crash leaves a part of a line.
 * @throws RewindError journal-unreadable: without a line, what the rollback changed is unknown
 */
async function readJournal(store, environment, digest) {
    const content = await journalText(store, environment, digest);
    const line = (0,_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadableLine */ .ui)(content);
    if (line === null)
        return (0,_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJournal */ .z8)(content);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('journal-unreadable', `Line ${line} of the journal of the rollback ${digest.slice(0, 12)} cannot be read: the file ${rollbackFile(environment, digest, JOURNAL)} in the store is damaged, or another version of Rewind wrote it. What this rollback changed is unknown.`);
}
/** What can be read of a journal. */
const readableJournal = async (store, environment, digest) => (0,_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJournal */ .z8)(await journalText(store, environment, digest));
const journalText = async (store, environment, digest) => (await read(store, rollbackFile(environment, digest, JOURNAL))) ?? '';
/** The journals of the other rollbacks of the environment, as far as they can be read: none of them stops this one. */
async function otherJournals(store, environment, digest) {
    const digests = (await rollbackDigests(store, environment)).filter((one) => one !== digest);
    return (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .mapLimited */ .bB)(digests, JOURNALS_AT_ONCE, (one) => readableJournal(store, environment, one));
}
/**
 * Copies an approved plan and its journal into the store. The plan is written until that succeeds once, because it does not
 * change. One copy at a time: an older journal must not replace a newer one.
 * @param entries the journal as it is now
 * @returns what makes one more copy; rejects with the errors of the store
 */
function copiesOf(store, plan, entries) {
    const put = (name, content) => store.put(rollbackFile(plan.environment, plan.digest, name), Buffer.from(content));
    let hasPlan = false;
    const copy = async () => {
        if (!hasPlan)
            await put(PLAN, `${JSON.stringify(plan, null, 2)}\n`);
        hasPlan = true;
        const lines = entries().map((entry) => `${JSON.stringify(entry)}\n`);
        await put(JOURNAL, lines.join(''));
    };
    let last = Promise.resolve();
    return () => (last = last.then(copy, copy));
}
async function read(store, key) {
    const found = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return found ? (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(await store.open(key)) : undefined;
}
/** Union, sorted by time: the two copies of one journal overlap. */
function mergeJournals(first, second) {
    const all = new Map([...first, ...second].map((entry) => [JSON.stringify(entry), entry]));
    return [...all.values()].sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .al)(a.at, b.at));
}


/***/ }),

/***/ 64227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    'aws-scaling': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5951), __webpack_require__.e(9509)]).then(__webpack_require__.bind(__webpack_require__, 19509)),
    cloudfront: () => Promise.all(/* import() */[__webpack_require__.e(6292), __webpack_require__.e(9752)]).then(__webpack_require__.bind(__webpack_require__, 49752)),
    'lambda-concurrency': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5951), __webpack_require__.e(7143)]).then(__webpack_require__.bind(__webpack_require__, 37143)),
    launchdarkly: () => Promise.all(/* import() */[__webpack_require__.e(8591), __webpack_require__.e(2204)]).then(__webpack_require__.bind(__webpack_require__, 32204)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 1329).then(__webpack_require__.bind(__webpack_require__, 51329)),
    'neon-compute': () => __webpack_require__.e(/* import() */ 5196).then(__webpack_require__.bind(__webpack_require__, 35196)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(1176), __webpack_require__.e(4014), __webpack_require__.e(9304), __webpack_require__.e(384)]).then(__webpack_require__.bind(__webpack_require__, 80384)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1176), __webpack_require__.e(5602), __webpack_require__.e(4014), __webpack_require__.e(2946), __webpack_require__.e(2699)]).then(__webpack_require__.bind(__webpack_require__, 92699)),
    'rds-snapshot': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(3849), __webpack_require__.e(1176), __webpack_require__.e(6754), __webpack_require__.e(4014), __webpack_require__.e(7914)]).then(__webpack_require__.bind(__webpack_require__, 87914)),
    's3-bucket': () => Promise.all(/* import() */[__webpack_require__.e(6292), __webpack_require__.e(417)]).then(__webpack_require__.bind(__webpack_require__, 72798)),
    'stripe-webhooks': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(3763)]).then(__webpack_require__.bind(__webpack_require__, 13763)),
    unleash: () => Promise.all(/* import() */[__webpack_require__.e(8591), __webpack_require__.e(9695)]).then(__webpack_require__.bind(__webpack_require__, 49695)),
    'vercel-deployment': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(2798)]).then(__webpack_require__.bind(__webpack_require__, 32798)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 275).then(__webpack_require__.bind(__webpack_require__, 40275)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 7889).then(__webpack_require__.bind(__webpack_require__, 57889)),
    'vercel-flags': () => __webpack_require__.e(/* import() */ 646).then(__webpack_require__.bind(__webpack_require__, 90646)),
    'vercel-project': () => __webpack_require__.e(/* import() */ 5239).then(__webpack_require__.bind(__webpack_require__, 5239)),
};

;// CONCATENATED MODULE: ./lib/providers/load.js


/**
 * Loads a provider when a configuration names it: the SDKs of providers make start-up slow.
 * `unknown` stands for each provider's own Config and State; schemas parse both before a provider gets them.
 *
 * @throws RewindError internal
 */
async function loadProvider(id) {
    const loaders = PROVIDERS;
    const load = loaders[id];
    if (!load)
        throw new errors.RewindError('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
}


/***/ }),

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ assertWritable),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   PJ: () => (/* binding */ isLink),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67217);





/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs in a commit. */
const OWN_FOLDER = '.rewind';
/** True for a symbolic link, also one that leads nowhere. */
const isLink = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
/**
 * Creates a folder and the folders above it. The recursive mkdir of Node never returns if a parent exists and refuses the
 * new folder with ENOENT, as /proc does. Git ignores a new folder `.rewind` and everything in it.
 *
 * @param mode of each new folder
 */
function makeFolder(path, mode = 0o777) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode });
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path) === OWN_FOLDER)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, '.gitignore'), '*\n');
    }
    catch (error) {
        const code = node_util__WEBPACK_IMPORTED_MODULE_3__.types.isNativeError(error) && 'code' in error ? error.code : undefined;
        if (code === 'EEXIST') {
            assertFolder(path);
            return;
        }
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        if (code !== 'ENOENT' || parent === path || isFolder(parent))
            throw error;
        makeFolder(parent, mode);
        makeFolder(path, mode);
    }
}
/** A broken link counts as existing for mkdir, and as missing for everything below it: the recursion would not end. */
function assertFolder(path) {
    if (isFolder(path))
        return;
    // Another run may have removed the folder since, and made it again.
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory())
        return;
    const why = `ENOTDIR: ${path} is a file, or a link that leads nowhere, not a folder`;
    throw Object.assign(new Error(why), { code: 'ENOTDIR' });
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** True if a path lies in a folder that exists. A link in the folder may lead out of it. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder), realPathOf(path));
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/** Links that lead to each other have no end. The limit is that of Linux. */
const MAX_LINKS = 40;
/** With the links resolved, also one to a file that does not exist yet. */
function realPathOf(path, links = MAX_LINKS) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (parent === path)
        return path;
    const real = `${realPathOf(parent, links)}${path.slice(parent === '/' ? 0 : parent.length)}`;
    const target = links === 0 ? null : targetOf(path);
    return target === null ? real : realPathOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real), target), links - 1);
}
/** Null if the path is no link. */
function targetOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path);
    }
    catch {
        return null;
    }
}
/** Writes a file that the user named with a flag, and its folder. @throws RewindError input-invalid, disk-full */
async function writeOutput(flag, path, text, mode = 0o666) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { mode });
    }
    catch (error) {
        throw unwritable(flag, path, error);
    }
}
/** Finds out early whether `writeOutput` can write a file. Changes no file. @throws RewindError input-invalid, disk-full */
async function assertWritable(flag, path) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        const isThere = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path);
        await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'a')).close();
        if (!isThere)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path);
    }
    catch (error) {
        throw unwritable(flag, path, error);
    }
}
/** The error for a path that the user named with a flag and that cannot be written. */
function unwritable(flag, path, error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
    if (known.code !== 'internal')
        return known;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('input-invalid', `--${flag}: ${path} could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
        remedy: `Name a path with --${flag} that this user can write.`,
        cause: error,
    });
}


/***/ }),

/***/ 73041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ compareCommits)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const person = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish();
const comparison = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    total_commits: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().optional(),
    commits: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), author: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish() }).optional(),
        author: person,
    })),
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).optional(),
});
/** Commits of a page. */
const PAGE = 100;
/**
 * Compares two commits. GitHub REST API, "Compare two commits".
 * @returns null if GitHub does not know one of them
 * @throws HttpFailure
 */
async function compareCommits(github, base, head) {
    const call = { what: `compare ${base.slice(0, 7)} with ${head.slice(0, 7)}`, permission: 'contents: read' };
    const basehead = `${base}...${head}`;
    const found = await github.find(call, comparison, (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead }));
    if (found === null)
        return null;
    const total = found.total_commits ?? found.commits.length;
    // GitHub sends the first 250, the oldest ones. The last page may hold one commit only.
    const last = Math.ceil(total / PAGE);
    const newest = total <= found.commits.length
        ? [found]
        : await Promise.all([last - 1, last].filter((page) => page > 0).map(pageOf));
    return {
        url: found.html_url ?? null,
        total,
        commits: newest
            .flatMap(({ commits }) => commits)
            .map(({ sha, html_url: url, commit, author }) => ({
            sha,
            subject: commit?.message.split('\n')[0] ?? '',
            author: author?.login ?? commit?.author?.name ?? null,
            url: url ?? null,
        })),
        files: found.files?.length ?? null,
    };
    function pageOf(page) {
        return github.request(call, comparison, (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead, per_page: PAGE, page }));
    }
}


/***/ }),

/***/ 19694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L4: () => (/* binding */ MOST_COMMITS),
  iB: () => (/* binding */ byFlag),
  RO: () => (/* binding */ pullsBetween),
  w0: () => (/* binding */ pullsOf),
  yB: () => (/* binding */ readMergeCommit),
  Xl: () => (/* binding */ readNamedFlags)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/services/flags/named.js

/** More flags in one pull request are not read. */
const MOST = 20;
/** Of a text from outside that is shown. */
const LONGEST = 200;
/** A key as LaunchDarkly, Unleash, Vercel Flags and Edge Config allow it. */
const KEY = /^[A-Za-z0-9_][A-Za-z0-9._~-]{0,255}$/;
const LABEL = /^flag:\s*(.*)$/i;
const LINE = /^[ \t>*-]*rewind-flag[ \t]*:(.*)$/gim;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const NONE = /^none(?=$|[\s:,;.(])[\s:,;.–-]*/i;
/**
 * Reads labels `flag:KEY` and lines `Rewind-Flag: KEY` or `Rewind-Flag: none: reason`. Several keys are separated by commas.
 * Comments of Markdown are left out, because templates contain examples. Pure.
 */
function namedFlags(labels, description) {
    const fromLabels = labels.flatMap((label) => LABEL.exec(label)?.[1] ?? []);
    const fromLines = [...description.replace(COMMENT, '').matchAll(LINE)].map(([, rest = '']) => rest.trim());
    const reasons = fromLines.filter((text) => NONE.test(text)).map((text) => text.replace(NONE, '').trim());
    const words = [...fromLabels, ...fromLines.filter((text) => !NONE.test(text)).flatMap((text) => text.split(','))]
        .map((text) => text.trim().replace(/^([`'"])(.*)\1$/, '$2'))
        .filter((text) => text !== '');
    const distinct = [...new Set(words)].slice(0, MOST);
    const reason = reasons.find((text) => text !== '');
    return {
        keys: distinct.filter((text) => KEY.test(text)),
        none: reason === undefined ? null : shown(reason),
        malformed: [
            ...distinct.filter((text) => !KEY.test(text)).map(shown),
            ...(reasons.length > 0 && reason === undefined ? ['none'] : []),
        ],
    };
}
function shown(text) {
    const line = (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(text));
    return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}

// EXTERNAL MODULE: ./lib/services/github/compare.js
var compare = __webpack_require__(73041);
;// CONCATENATED MODULE: ./lib/services/github/pulls.js




const pulls_text = schemas/* looseObject */._H3({ body: schemas/* string */.YjP().nullish(), labels: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })) });
const pulls = schemas/* array */.YOg(pulls_text.extend({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }).nullish(),
}));
/** Looks up at most this many commits, the newest. */
const MOST_COMMITS = 30;
const merged = schemas/* looseObject */._H3({ merged: schemas/* boolean */.zMY(), merge_commit_sha: schemas/* string */.YjP().nullish() });
/**
 * The commit with which a pull request was merged. GitHub REST API, "Get a pull request".
 * @throws RewindError input-invalid if it does not exist or is not merged; credential-missing; HttpFailure
 */
async function readMergeCommit(github, number) {
    const pull = await github.find({ what: `read pull request #${number}`, permission: 'pull-requests: read' }, merged, (rest, target) => rest.pulls.get({ ...target, pull_number: number }));
    if (pull?.merged === true && pull.merge_commit_sha)
        return pull.merge_commit_sha;
    const problem = pull === null ? 'does not exist' : 'is not merged';
    throw new errors.RewindError('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
}
/**
 * The flags that a pull request names. GitHub REST API, "Get a pull request".
 * @returns null if it does not exist
 * @throws HttpFailure
 */
async function readNamedFlags(github, number) {
    const pull = await github.find({ what: `read pull request #${number}`, permission: 'pull-requests: read' }, pulls_text, (rest, target) => rest.pulls.get({ ...target, pull_number: number }));
    return pull === null ? null : flagsOf(pull);
}
const flagsOf = ({ body, labels }) => namedFlags(labels.map(({ name }) => name), body ?? '');
/**
 * Pull requests with commits after `base` (live again), up to `head` (rolled back).
 * @returns `unread`: why it may not be all of them, as a sentence; empty if it is
 * @throws HttpFailure
 */
async function pullsBetween(github, base, head) {
    const compared = await (0,compare/* compareCommits */.k)(github, base, head);
    if (compared === null) {
        const unread = `GitHub does not know ${base.slice(0, 7)} or ${head.slice(0, 7)}, so the pull requests between them are unknown.`;
        return { pulls: [], unread };
    }
    const { total, commits } = compared;
    const pulls = await pullsOf(github, commits.map(({ sha }) => sha));
    const unread = total > MOST_COMMITS ? `Only the newest ${MOST_COMMITS} of ${total} commits were looked up.` : '';
    return { pulls, unread };
}
/** Pull requests of the last 30 of these commits, newest first. @throws HttpFailure */
async function pullsOf(github, commits) {
    const pages = await Promise.all(commits
        .slice(-MOST_COMMITS)
        .map((sha) => github.request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }))));
    const all = new Map(pages.flat().map((pull) => [pull.number, pull]));
    return [...all.values()]
        .sort((a, b) => b.number - a.number)
        .map(({ number, title, html_url: url, user, ...rest }) => ({
        number,
        title,
        url,
        flags: flagsOf(rest).keys,
        author: user?.login ?? null,
    }));
}
/** The flags of a deploy, by the pull requests in it. Pure. */
function byFlag(pulls) {
    const distinct = [...new Map(pulls.map((pull) => [pull.number, pull])).values()];
    const keys = [...new Set(distinct.flatMap(({ flags }) => flags))].sort();
    return keys.map((key) => ({ key, pulls: distinct.filter(({ flags }) => flags.includes(key)) }));
}


/***/ })

};
