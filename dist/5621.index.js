export const id = 5621;
export const ids = [5621,4903];
export const modules = {

/***/ 5621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sw: () => (/* binding */ choose),
/* harmony export */   hO: () => (/* binding */ releaseText),
/* harmony export */   mn: () => (/* binding */ openSnapshots)
/* harmony export */ });
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3389);
/* harmony import */ var _engine_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7578);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6449);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4257);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1223);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4346);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4227);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(525);
/* harmony import */ var _services_github_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4903);
/* harmony import */ var _services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(506);











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
            mergeCommit: (pull) => (0,_services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__/* .readMergeCommit */ .y)((0,_services_github_client_js__WEBPACK_IMPORTED_MODULE_8__.createGitHub)(session.context), pull),
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
    const recent = await history.slice(0, 10);
    const shown = new Set(recent.flatMap(({ releases }) => [...releases.keys()]));
    const ids = config.resources.map(({ id }) => id).filter((id) => shown.has(id));
    if (ids.length === 0)
        return null;
    try {
        const resources = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .loadResources */ ._H)(config.resources, ids, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C);
        const reading = Promise.all(resources.map(async ({ id, provider, config: own }) => {
            const state = await provider.capture(own, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__/* .forResource */ .i_)(ctx, id), new _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
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
async function withLimit(reading, ctx) {
    const limit = new AbortController();
    const late = ctx.clock.sleep(LIVE_MS, limit.signal).then(() => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
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

/***/ 3389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   Ip: () => (/* binding */ chooseSnapshot),
/* harmony export */   KL: () => (/* binding */ PAGE),
/* harmony export */   Yx: () => (/* binding */ newestBefore),
/* harmony export */   qm: () => (/* binding */ rankedIds)
/* harmony export */ });
/* unused harmony export covers */
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7578);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4365);
/* harmony import */ var _selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4257);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4346);





/** Manifests that are read at once, and that a plan shows. */
const PAGE = 10;
/**
 * Finds the snapshot that a selector names.
 *
 * @param text as the user gave it
 * @throws RewindError snapshot-not-found, snapshot-foreign, snapshot-corrupt, snapshot-unsupported, input-invalid
 */
async function chooseSnapshot(store, history, text, circumstances) {
    const selector = (0,_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSelector */ .P)(text);
    if (selector === undefined)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `"${text}" names no snapshot.`);
    switch (selector.kind) {
        case 'id':
            return { manifest: await byId(store, history, selector.id, circumstances), because: null };
        case 'newest':
            return byRank(history, selector.back, text, circumstances);
        case 'time': {
            const upTo = history.ids.findIndex((id) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotTime */ .mS)(id) <= selector.at.getTime());
            const found = upTo < 0 ? undefined : await firstOf(history, upTo, circumstances, isOrdinary(circumstances));
            if (found === undefined)
                throw notFound(history, `was taken at or before ${selector.at.toISOString()}`, circumstances);
            return { manifest: found, because: `It is the newest one at or before ${selector.at.toISOString()}.` };
        }
        case 'mark':
            return byMark(history, selector, circumstances);
        case 'commit':
            return byCommit(history, selector.sha, `commit ${selector.sha}`, circumstances);
        case 'pull': {
            const sha = await circumstances.mergeCommit(selector.number);
            return byCommit(history, sha, `#${selector.number} (merged as ${sha.slice(0, 12)})`, circumstances);
        }
    }
}
/** The newest snapshot from before the deployments that are live; undefined if there is none, or they are unknown. */
async function newestBefore(history, circumstances) {
    if (circumstances.live === null)
        return undefined;
    const { before } = await ranked(history, 1, circumstances);
    return before.find(({ manifest }) => manifest !== null)?.id;
}
/**
 * Ids that `latest`, `previous` and `~2` … stand for, as far as they are in these entries; none after one that cannot be
 * read, because a choice stops there.
 */
function rankedIds(entries, circumstances) {
    const { chosen } = rank(entries, circumstances);
    const broken = chosen.findIndex(isBroken);
    return (broken < 0 ? chosen : chosen.slice(0, broken)).map(({ id }) => id);
}
async function byRank(history, back, text, circumstances) {
    const { before, chosen } = await ranked(history, back + 1, circumstances);
    const found = atRank(chosen, back, circumstances);
    if (found === undefined)
        throw notFound(history, back === 0 ? 'covers the scope' : `is "${text}"`, circumstances);
    if (circumstances.live === null || chosen !== before)
        return { manifest: found, because: null };
    const which = back === 0 ? 'the newest one' : `${back} before the newest one`;
    return { manifest: found, because: `It is ${which} from before the deployment that is live now.` };
}
/** Reads as many pages as are needed for so many snapshots. */
async function ranked(history, wanted, circumstances) {
    for (let end = PAGE;; end += PAGE) {
        const result = rank(await history.slice(0, end), circumstances);
        if (end >= history.ids.length || result.before.filter(isOrdinary(circumstances)).length >= wanted)
            return result;
    }
}
/**
 * Pure. A snapshot that is newer than one which shows the live deployments was taken after they went live, even if it shows
 * others: production was rolled back in between.
 */
function rank(entries, circumstances) {
    const last = entries.findLastIndex(({ releases }) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(releases, circumstances.live));
    const counts = isOrdinary(circumstances);
    // Entries that cannot be read stay: the command that reaches one says so.
    const countable = (entry) => isBroken(entry) || counts(entry);
    const before = entries.slice(last + 1).filter(countable);
    if (before.some(counts))
        return { before, chosen: before };
    const all = entries.filter(countable);
    // One that shows another deployment is newer than the live one, for example the release that was rolled back.
    const unmoved = all.filter(({ releases }) => !(0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsOther */ .Hr)(releases, circumstances.live));
    return { before, chosen: unmoved.some(counts) ? unmoved : all };
}
/** The entry at a place; those that cannot be believed do not count. @throws the problem of a damaged one before it */
function atRank(entries, back, circumstances) {
    let left = back;
    for (const entry of entries) {
        const manifest = readable(entry, circumstances);
        if (manifest === null)
            continue;
        if (left === 0)
            return manifest;
        left -= 1;
    }
    return undefined;
}
/** What nobody believes does not count: it must not hide the honest ones. */
const UNBELIEVED = ['snapshot-untrusted', 'snapshot-time'];
const isBroken = ({ problem }) => problem !== null && !UNBELIEVED.includes(problem.code);
/**
 * The manifest of an entry; null for one that is not believed: anyone who may push can upload an artifact, and a wrong clock
 * gives a time in the future, which would stay the newest.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported, snapshot-foreign
 */
function readable({ manifest, problem }, { origin }) {
    if (problem !== null && isBroken({ problem }))
        throw problem;
    if (manifest !== null)
        assertOurs(manifest, origin);
    return manifest;
}
/** Covers the scope, and is not the state in the middle of an incident. */
const isOrdinary = (circumstances) => ({ manifest }) => manifest !== null && manifest.reason !== 'pre-rollback' && covers(manifest, circumstances);
/**
 * A snapshot of only some resources does not stand for all. One of the whole configuration does, although resources may
 * have been added later.
 */
function covers(manifest, { scope, configured }) {
    const holds = (id) => manifest.resources.some((captured) => captured.id === id);
    const wanted = scope ?? configured;
    return wanted.every(holds) || (manifest.scope === null && (scope === null || scope.some(holds)));
}
async function firstOf(history, from, circumstances, fits) {
    for (let start = from; start < history.ids.length; start += PAGE) {
        for (const entry of await history.slice(start, start + PAGE)) {
            const manifest = readable(entry, circumstances);
            if (manifest !== null && fits(entry))
                return manifest;
        }
    }
    return undefined;
}
/** Production served the commit; else the snapshot was taken for the deploy of it, before it. */
async function byCommit(history, sha, what, circumstances) {
    const entries = (await history.slice(0)).filter(isOrdinary(circumstances));
    const is = (commit) => commit?.toLowerCase().startsWith(sha) === true;
    const chosen = (entry, because) => {
        const manifest = readable(entry, circumstances);
        if (manifest === null)
            throw notFound(history, `is of ${what}`, circumstances);
        return { manifest, because };
    };
    const served = entries.find(({ releases }) => [...releases.values()].some(({ commit }) => is(commit)));
    if (served)
        return chosen(served, `Production served ${what} when it was taken.`);
    const deploying = entries.find(({ manifest }) => is(manifest?.commit ?? null));
    if (deploying)
        return chosen(deploying, `A run of ${what} took it, before that commit was deployed.`);
    throw notFound(history, `is of ${what}`, circumstances);
}
async function byMark(history, { name }, circumstances) {
    const fits = ({ marks, manifest }) => (name === null ? marks.length > 0 : marks.includes(name)) && manifest !== null && covers(manifest, circumstances);
    const ids = history.ids.filter((id) => history.marks.has(id));
    for (const id of ids) {
        const entry = await history.entry(id);
        const wanted = name === null || entry.marks.includes(name);
        const manifest = wanted ? readable(entry, circumstances) : null;
        if (manifest !== null && fits(entry)) {
            return { manifest, because: `It is the newest one with the mark ${name ?? entry.marks.join(', ')}.` };
        }
    }
    const known = [...new Set([...history.marks.values()].flat())].sort();
    throw notFound(history, name === null ? 'has a mark' : `has the mark "${name}"`, circumstances, known);
}
async function byId(store, history, id, { origin }) {
    if (!history.ids.includes(id)) {
        const elsewhere = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentsHolding */ ._n)(store, id);
        if (elsewhere.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-foreign', `${id} is a snapshot of "${elsewhere.join('", "')}", not of "${origin.environment}".`);
        }
        const known = await store.whyMissing?.(`snapshots/${origin.environment}/${id}`);
        if (known)
            throw known;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-not-found', `The store has no snapshot ${id} of "${origin.environment}".`);
    }
    const { manifest, problem } = await history.entry(id);
    if (problem !== null)
        throw problem;
    if (manifest === null)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('internal', `Snapshot ${id} was not read.`);
    assertOurs(manifest, origin);
    return manifest;
}
function assertOurs({ id, environment, repository }, origin) {
    const foreign = repository !== null && origin.repository !== null && repository.toLowerCase() !== origin.repository.toLowerCase();
    if (environment === origin.environment && !foreign)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-foreign', `Snapshot ${id} belongs to ${repository ?? 'no repository'}, environment "${environment}".`);
}
function noneYet({ environment }) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-not-found', `The store has no snapshot of "${environment}" yet.`, {
        remedy: 'Run "rewind snapshot" before each deploy; see examples/pre-deploy-snapshot.yml.',
    });
}
function notFound(history, which, { scope }, marks = []) {
    if (history.ids.length === 0)
        return noneYet(history);
    const of = scope === null ? '' : ` (scope: ${scope.join(', ')})`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-not-found', `No snapshot of "${history.environment}" ${which}${of}.`, {
        ...(marks.length === 0 ? {} : { remedy: `The store has the marks ${marks.join(', ')}. Run "rewind list".` }),
    });
}
/** For commands that need no live production: `latest` is the newest one that covers the scope. */
async function findSnapshot(store, text, origin, known = {}) {
    const history = await _history_js__WEBPACK_IMPORTED_MODULE_1__/* .History */ .BZ.open(store, origin.environment, null);
    const circumstances = {
        origin,
        scope: null,
        configured: [],
        live: null,
        mergeCommit: () => Promise.reject(new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', 'This command knows no pull requests.')),
        ...known,
    };
    return (await chooseSnapshot(store, history, text, circumstances)).manifest;
}


/***/ }),

/***/ 7578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ History),
/* harmony export */   Hr: () => (/* binding */ showsOther),
/* harmony export */   d7: () => (/* binding */ showsLive),
/* harmony export */   l7: () => (/* binding */ releaseOf)
/* harmony export */ });
/* unused harmony export releasesOf */
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4346);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9952);




/** The snapshots of one environment, newest first. Reads each manifest once, when it is asked for. */
class History {
    store;
    environment;
    ids;
    marks;
    loadProvider;
    now;
    entries = new Map();
    constructor(store, environment, 
    /** Newest first. */
    ids, 
    /** Names by snapshot id. */
    marks, loadProvider, now) {
        this.store = store;
        this.environment = environment;
        this.ids = ids;
        this.marks = marks;
        this.loadProvider = loadProvider;
        this.now = now;
    }
    /**
     * @param loadProvider reads the deployments from the manifests; without it they stay unknown
     * @param now a snapshot from the future has the problem snapshot-time; null: times are not compared
     * @throws RewindError store-unreadable
     */
    static async open(store, environment, loadProvider, now = null) {
        const objects = await store.list(`snapshots/${environment}`);
        return new History(store, environment, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotIds */ .Ns)(objects).reverse(), (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(objects), loadProvider, now);
    }
    entry(id) {
        const known = this.entries.get(id) ?? this.read(id);
        this.entries.set(id, known);
        return known;
    }
    /** The entries from one place to another in `ids`, read in parallel. */
    slice(from, to) {
        return Promise.all(this.ids.slice(from, to).map((id) => this.entry(id)));
    }
    async read(id) {
        const marks = this.marks.get(id) ?? [];
        try {
            const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(this.store, this.environment, id);
            if (this.now !== null)
                (0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .assertTime */ .Qk)(manifest, this.now);
            const releases = this.loadProvider === null ? new Map() : await releasesOf(manifest, this.loadProvider);
            return { id, marks, manifest, problem: null, releases };
        }
        catch (error) {
            return { id, marks, manifest: null, problem: (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error), releases: new Map() };
        }
    }
}
/** The deployments that a snapshot shows. */
async function releasesOf(manifest, loadProvider) {
    const all = await Promise.all(manifest.resources.map(async ({ id, provider: providerId, state }) => {
        // A provider of another version of Rewind may be unknown here.
        const provider = await loadProvider(providerId).catch(() => null);
        // A database shows no deployment, and its state may be large.
        const release = provider === null || provider.slow === true ? null : releaseOf((0,_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .describeState */ .Jw)(provider, state));
        return release === null ? [] : [[id, release]];
    }));
    return new Map(all.flat());
}
/** Null if the description names no deployment. */
function releaseOf(described) {
    const { deployment = null, commit = null, rebuildOf } = described;
    const key = rebuildOf ?? deployment ?? commit;
    return key === null ? null : { deployment, commit, key };
}
/** True if a snapshot shows the deployments that are live: all that both know are the same. */
function showsLive(shown, live) {
    const known = knownToBoth(shown, live);
    return known.length > 0 && known.every(([id, { key }]) => shown.get(id)?.key === key);
}
/** True if a snapshot shows a deployment that is not the live one. */
function showsOther(shown, live) {
    return knownToBoth(shown, live).some(([id, { key }]) => shown.get(id)?.key !== key);
}
const knownToBoth = (shown, live) => [...(live ?? [])].filter(([id]) => shown.has(id));


/***/ }),

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2913);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/** The resources in a scope (null = all), and those that back up a database of them. */
function inScope(resources, scope) {
    return resources.filter(({ id, backsUp }) => scope === null || scope.includes(id) || backsUp?.some((of) => scope.includes(of)) === true);
}
/** What identifies the database that a resource works on; null if it works on none, or its address is not known. */
function databaseOf(resource, ctx) {
    return identityOf(resource, ctx)?.database ?? null;
}
function identityOf({ id, provider, config }, ctx) {
    try {
        return provider.capabilities?.database?.identify(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, id)) ?? null;
    }
    catch {
        // The resource itself reports a missing variable or a wrong URL.
        return null;
    }
}
/** The resources with these ids, and those that work on the same databases. */
function withSharedDatabases(resources, ids, ctx) {
    const databases = new Set(resources.map((resource) => (ids.has(resource.id) ? databaseOf(resource, ctx) : null)));
    return resources.filter((resource) => {
        const database = databaseOf(resource, ctx);
        return ids.has(resource.id) || (database !== null && databases.has(database));
    });
}
/** Runs a step for all resources in parallel and keeps every outcome: no failure hides another. */
async function settleResources(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
}


/***/ }),

/***/ 4227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    cloudfront: () => __webpack_require__.e(/* import() */ 9752).then(__webpack_require__.bind(__webpack_require__, 9752)),
    launchdarkly: () => __webpack_require__.e(/* import() */ 1577).then(__webpack_require__.bind(__webpack_require__, 1577)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 9897).then(__webpack_require__.bind(__webpack_require__, 9897)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(1260), __webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(7104)]).then(__webpack_require__.bind(__webpack_require__, 2342)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(2946), __webpack_require__.e(8949)]).then(__webpack_require__.bind(__webpack_require__, 8949)),
    's3-bucket': () => __webpack_require__.e(/* import() */ 2798).then(__webpack_require__.bind(__webpack_require__, 2798)),
    'stripe-webhooks': () => __webpack_require__.e(/* import() */ 2403).then(__webpack_require__.bind(__webpack_require__, 2403)),
    unleash: () => __webpack_require__.e(/* import() */ 2680).then(__webpack_require__.bind(__webpack_require__, 2680)),
    'vercel-deployment': () => __webpack_require__.e(/* import() */ 4885).then(__webpack_require__.bind(__webpack_require__, 4885)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 5074).then(__webpack_require__.bind(__webpack_require__, 5074)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 4302).then(__webpack_require__.bind(__webpack_require__, 4302)),
    'vercel-flags': () => __webpack_require__.e(/* import() */ 2349).then(__webpack_require__.bind(__webpack_require__, 2349)),
    'vercel-project': () => __webpack_require__.e(/* import() */ 5239).then(__webpack_require__.bind(__webpack_require__, 7620)),
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
        throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
}


/***/ }),

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9966);



const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @throws RewindError credential-missing
 */
function createGitHub(ctx) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const request = async (call, schema, send) => {
        const { rest } = await (octokit ??= loadOctokit(ctx, token, baseUrl));
        const responses = [];
        const fetch = async (url, init) => {
            const response = await ctx.http.request(requestOf(call, url, init), schema);
            responses.push(response);
            return Response.json(response.data ?? null);
        };
        try {
            await send(rest, { owner, repo, headers, request: { fetch } });
        }
        catch (error) {
            throw unwrapped(error);
        }
        const [response] = responses;
        if (response === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    return {
        repository,
        request,
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H && error.status === 404)
                    return null;
                throw error;
            }
        },
        all: async (call, schema, itemsOf, send) => {
            const read = async (page) => itemsOf(await request(call, schema, (rest, target) => send(rest, { ...target, per_page: PAGE, page })));
            const first = await read(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2)));
                return [...items, ...others.flatMap((page) => page.items)];
            }
            for (let page = 2, last = first; last.items.length === PAGE; page += 1) {
                last = await read(page);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({
            url: `${baseUrl}/repos/${repository}${path}`,
            headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        }),
    };
}
function requestOf({ what, permission, repeatable }, url, init) {
    const { method, headers, body } = init;
    return {
        service: 'GitHub',
        what,
        method,
        url,
        headers,
        body,
        repeatable,
        deadlineMs: DEADLINE_MS,
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ }),

/***/ 506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ pullsBetween),
/* harmony export */   y: () => (/* binding */ readMergeCommit)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);


const comparison = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ commits: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })) });
const pulls = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), html_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }));
/** Looks up at most this many commits. */
const MOST_COMMITS = 30;
const merged = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ merged: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), merge_commit_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish() });
/**
 * The commit with which a pull request was merged. GitHub REST API, "Get a pull request".
 * @throws RewindError input-invalid if it does not exist or is not merged; credential-missing; HttpFailure
 */
async function readMergeCommit(github, number) {
    const pull = await github.find({ what: `read pull request #${number}`, permission: 'pull-requests: read' }, merged, (rest, target) => rest.pulls.get({ ...target, pull_number: number }));
    if (pull?.merged === true && pull.merge_commit_sha)
        return pull.merge_commit_sha;
    const problem = pull === null ? 'does not exist' : 'is not merged';
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
}
/** Pull requests with commits after `base` (live again), up to `head` (rolled back). */
async function pullsBetween(github, base, head) {
    const compared = await github.find({ what: `compare ${base.slice(0, 7)} with ${head.slice(0, 7)}`, permission: 'contents: read' }, comparison, (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead: `${base}...${head}` }));
    const pages = await Promise.all((compared?.commits ?? [])
        .slice(-MOST_COMMITS)
        .map(({ sha }) => github.request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }))));
    const all = new Map(pages.flat().map((pull) => [pull.number, pull]));
    return [...all.values()]
        .sort((a, b) => b.number - a.number)
        .map(({ number, title, html_url: url }) => ({ number, title, url }));
}


/***/ })

};
