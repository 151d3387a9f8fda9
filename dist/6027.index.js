export const id = 6027;
export const ids = [6027];
export const modules = {

/***/ 63389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   Ip: () => (/* binding */ chooseSnapshot),
/* harmony export */   Yx: () => (/* binding */ newestBefore),
/* harmony export */   qm: () => (/* binding */ rankedIds)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94365);
/* harmony import */ var _selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64257);
/* harmony import */ var _eligible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39853);
/* harmony import */ var _snapshot_not_found_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78073);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84346);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8892);








/**
 * Finds the snapshot that a selector names.
 *
 * @param text as the user gave it
 * @throws RewindError snapshot-not-found, snapshot-foreign, snapshot-corrupt, snapshot-unsupported, input-invalid
 */
async function chooseSnapshot(store, history, text, circumstances) {
    try {
        return await choose(store, history, text, circumstances);
    }
    catch (error) {
        // None is listed. There may have been some; an id is looked for by itself.
        const isNone = error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError && error.code === 'snapshot-not-found' && history.ids.length === 0;
        if (!isNone || (0,_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSelector */ .P)(text)?.kind === 'id')
            throw error;
        const { environment } = history;
        const why = await store.whyMissing?.(`snapshots/${environment}`);
        throw why ?? (0,_snapshot_not_found_js__WEBPACK_IMPORTED_MODULE_5__/* .noneYet */ .pb)(history, await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_6__/* .otherEnvironments */ .Z9)(store, environment));
    }
}
async function choose(store, history, text, circumstances) {
    const selector = (0,_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSelector */ .P)(text);
    if (selector === undefined)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `"${text}" names no snapshot.`);
    switch (selector.kind) {
        case 'id':
            return { manifest: await byId(store, history, selector.id, circumstances), because: null };
        case 'newest':
            return byRank(history, selector.back, text, circumstances);
        case 'time': {
            await history.reach((ids) => ids.some((id) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotTime */ .mS)(id) <= selector.at.getTime()));
            const upTo = history.ids.findIndex((id) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotTime */ .mS)(id) <= selector.at.getTime());
            const found = upTo < 0 ? undefined : await firstOf(history, upTo, circumstances, (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isOrdinary */ .P)(circumstances));
            if (found === undefined)
                throw (0,_snapshot_not_found_js__WEBPACK_IMPORTED_MODULE_5__/* .notFound */ .mX)(history, `was taken at or before ${selector.at.toISOString()}`, circumstances);
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
    const broken = chosen.findIndex(_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isBroken */ .Qr);
    return (broken < 0 ? chosen : chosen.slice(0, broken)).map(({ id }) => id);
}
async function byRank(history, back, text, circumstances) {
    const { entries, before, chosen } = await ranked(history, back + 1, circumstances);
    const found = atRank(chosen, back, circumstances);
    const newer = found === undefined
        ? entries
        : entries.slice(0, entries.findIndex(({ id }) => id === found.id));
    const others = passedOver(newer, new Set(chosen), circumstances);
    if (found === undefined) {
        // The store of another repository: that it is the wrong one says more than that nothing fits.
        const known = entries.flatMap(({ manifest }) => (manifest === null ? [] : [manifest]));
        if (!known.some((manifest) => (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isOurs */ .MU)(manifest, circumstances.origin))) {
            for (const manifest of known.slice(0, 1))
                (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .assertOurs */ .cH)(manifest, circumstances.origin);
        }
        const counts = chosen.filter((entry) => (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .readable */ .HD)(entry) !== null).length;
        const unread = history.ids.length - entries.length;
        if (counts > 0 && unread === 0)
            throw (0,_snapshot_not_found_js__WEBPACK_IMPORTED_MODULE_5__/* .tooFew */ .dI)(history, text, back, counts);
        const time = entries.find(({ problem }) => problem?.code === 'snapshot-time')?.problem?.message;
        throw (0,_snapshot_not_found_js__WEBPACK_IMPORTED_MODULE_5__/* .notFound */ .mX)(history, 'covers the scope', circumstances, { others, unread, time });
    }
    const which = back === 0 ? 'the newest one' : `${back} before the newest one`;
    const reasons = [
        ...(circumstances.live === null || chosen !== before
            ? []
            : [`It is ${which} from before the deployment that is live now.`]),
        ...(others === '' ? [] : [`Newer ones that do not count: ${others}.`]),
    ];
    return { manifest: found, because: reasons.length === 0 ? null : reasons.join(' ') };
}
/** How many of the entries do not count, and why: "2 not believed, 1 of another repository or environment". Pure. */
function passedOver(entries, chosen, { origin, ...circumstances }) {
    const reasons = entries.flatMap((entry) => {
        const { manifest } = entry;
        if (manifest === null)
            return [(0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isBroken */ .Qr)(entry) ? 'damaged' : 'not believed'];
        if (!(0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isOurs */ .MU)(manifest, origin))
            return ['of another repository or environment'];
        if (manifest.reason === 'pre-rollback')
            return ['taken by a rollback'];
        if (_vocabulary_js__WEBPACK_IMPORTED_MODULE_7__/* .NEVER_LATEST */ .VI.includes(manifest.reason))
            return ['taken after a deploy'];
        if (!(0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .covers */ .hU)(manifest, circumstances))
            return ['of other resources'];
        return chosen.has(entry) ? [] : ['not from before the live deployment'];
    });
    return [...new Set(reasons)]
        .map((reason) => `${reasons.filter((other) => other === reason).length} ${reason}`)
        .join(', ');
}
/** Reads as many pages as are needed for that many snapshots. `entries`: all that were read. */
async function ranked(history, wanted, circumstances) {
    const counts = (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isOrdinary */ .P)(circumstances);
    const entries = await history.newest((read) => rank(read, circumstances).before.filter(counts).length >= wanted);
    return { entries, ...rank(entries, circumstances) };
}
/**
 * Pure. A snapshot that is newer than one which shows the live deployments was taken after they went live, even if it shows
 * others: production was rolled back in between.
 */
function rank(entries, circumstances) {
    const last = entries.findLastIndex(({ releases }) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(releases, circumstances.live));
    const counts = (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isOrdinary */ .P)(circumstances);
    // Entries that cannot be read stay: the command that reaches one says so.
    const countable = (entry) => (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isBroken */ .Qr)(entry) || counts(entry);
    const before = entries.slice(last + 1).filter(countable);
    if (before.some(counts))
        return { before, chosen: before };
    const all = entries.filter(countable);
    // One that shows another deployment is newer than the live one, for example the release that was rolled back.
    const unmoved = all.filter(({ releases }) => !(0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsOther */ .Hr)(releases, circumstances.live));
    return { before, chosen: unmoved.some(counts) ? unmoved : all };
}
/** The entry at a place; those that cannot be believed do not count. @throws the problem of a damaged one before it */
function atRank(entries, back, { origin }) {
    let left = back;
    for (const entry of entries) {
        const manifest = (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .readable */ .HD)(entry);
        if (manifest === null || !(0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isOurs */ .MU)(manifest, origin))
            continue;
        if (left === 0)
            return manifest;
        left -= 1;
    }
    return undefined;
}
async function firstOf(history, from, circumstances, fits) {
    for (let start = from;; start += _history_js__WEBPACK_IMPORTED_MODULE_1__/* .PAGE */ .KL) {
        // Reading a page lists it, so `ids` does not tell yet whether there is one.
        const entries = await history.slice(start, start + _history_js__WEBPACK_IMPORTED_MODULE_1__/* .PAGE */ .KL);
        if (entries.length === 0)
            return undefined;
        for (const entry of entries) {
            const manifest = (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .readable */ .HD)(entry);
            if (manifest !== null && fits(entry))
                return manifest;
        }
    }
}
/** Production served the commit; else the snapshot was taken for the deploy of it, before it. */
async function byCommit(history, sha, what, circumstances) {
    const entries = (await history.slice(0)).filter((0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .isOrdinary */ .P)(circumstances));
    const is = (commit) => commit?.toLowerCase().startsWith(sha) === true;
    const chosen = (entry, because) => {
        const manifest = (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .readable */ .HD)(entry);
        if (manifest === null)
            throw (0,_snapshot_not_found_js__WEBPACK_IMPORTED_MODULE_5__/* .notFound */ .mX)(history, `is of ${what}`, circumstances);
        return { manifest, because };
    };
    const served = entries.find(({ releases }) => [...releases.values()].some(({ commit }) => is(commit)));
    if (served)
        return chosen(served, `Production served ${what} when it was taken.`);
    const deploying = entries.find(({ manifest }) => is(manifest?.commit ?? null));
    if (deploying)
        return chosen(deploying, `A run of ${what} took it, before that commit was deployed.`);
    throw (0,_snapshot_not_found_js__WEBPACK_IMPORTED_MODULE_5__/* .notFound */ .mX)(history, `is of ${what}`, circumstances);
}
async function byMark(history, { name }, circumstances) {
    const fits = ({ marks, manifest }) => (name === null ? marks.length > 0 : marks.includes(name)) &&
        manifest !== null &&
        manifest.reason !== 'release' &&
        (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .covers */ .hU)(manifest, circumstances);
    const ids = history.ids.filter((id) => history.marks.has(id));
    for (const id of ids) {
        const entry = await history.entry(id);
        const wanted = name === null || entry.marks.includes(name);
        const manifest = wanted ? (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .readable */ .HD)(entry) : null;
        if (manifest !== null && fits(entry)) {
            (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .assertOurs */ .cH)(manifest, circumstances.origin);
            return { manifest, because: `It is the newest one with the mark ${name ?? entry.marks.join(', ')}.` };
        }
    }
    const known = [...new Set([...history.marks.values()].flat())].sort();
    throw (0,_snapshot_not_found_js__WEBPACK_IMPORTED_MODULE_5__/* .notFound */ .mX)(history, name === null ? 'has a mark' : `has the mark "${name}"`, circumstances, { marks: known });
}
async function byId(store, history, id, { origin }) {
    if (!(await history.holds(id))) {
        const elsewhere = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentsHolding */ ._n)(store, id);
        if (elsewhere.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-foreign', `${id} is a snapshot of "${elsewhere.join('", "')}", not of "${origin.environment}".`);
        }
        const known = await store.whyMissing?.(`snapshots/${origin.environment}/${id}`);
        if (known)
            throw known;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-not-found', `The store has no snapshot ${id} of "${origin.environment}".`);
    }
    const { manifest, problem } = await history.entry(id);
    if (problem !== null)
        throw problem;
    if (manifest === null)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('internal', `Snapshot ${id} was not read.`);
    (0,_eligible_js__WEBPACK_IMPORTED_MODULE_4__/* .assertOurs */ .cH)(manifest, origin);
    return manifest;
}
/** For commands that need no live production: `latest` is the newest one that covers the scope. */
async function findSnapshot(store, text, origin, known = {}) {
    const history = await _history_js__WEBPACK_IMPORTED_MODULE_1__/* .History */ .BZ.open(store, origin.environment, null);
    const circumstances = {
        origin,
        scope: null,
        configured: [],
        live: null,
        mergeCommit: () => Promise.reject(new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', 'This command knows no pull requests.')),
        ...known,
    };
    return (await chooseSnapshot(store, history, text, circumstances)).manifest;
}


/***/ }),

/***/ 39853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   P: () => (/* binding */ isOrdinary),
/* harmony export */   Qr: () => (/* binding */ isBroken),
/* harmony export */   cH: () => (/* binding */ assertOurs),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);


/** What nobody believes does not count: it must not hide the honest ones. */
const UNBELIEVED = ['snapshot-untrusted', 'snapshot-time'];
const isBroken = ({ problem }) => problem !== null && !UNBELIEVED.includes(problem.code);
/**
 * The manifest of an entry; null for one that is not believed: anyone who may push can upload an artifact, and a wrong clock
 * gives a time in the future, which would stay the newest.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
function readable({ manifest, problem }) {
    if (problem !== null && isBroken({ problem }))
        throw problem;
    return manifest;
}
/** Of this repository, covers the scope, and is neither the state in the middle of an incident nor the one after a deploy. */
const isOrdinary = (circumstances) => ({ manifest }) => manifest !== null &&
    isOurs(manifest, circumstances.origin) &&
    !_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .NEVER_LATEST */ .VI.includes(manifest.reason) &&
    covers(manifest, circumstances);
/**
 * A snapshot of only some resources does not stand for all. One of the whole configuration does, although resources may
 * have been added later.
 */
function covers(manifest, { scope, configured }) {
    const holds = (id) => manifest.resources.some((captured) => captured.id === id);
    const wanted = scope ?? configured;
    return wanted.every(holds) || (manifest.scope === null && (scope === null || scope.some(holds)));
}
function isOurs({ environment, repository }, origin) {
    const foreign = repository !== null && origin.repository !== null && repository.toLowerCase() !== origin.repository.toLowerCase();
    return environment === origin.environment && !foreign;
}
function assertOurs(manifest, origin) {
    if (isOurs(manifest, origin))
        return;
    const { id, environment, repository } = manifest;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-foreign', `Snapshot ${id} belongs to ${repository ?? 'no repository'}, environment "${environment}".`, environment === origin.environment
        ? {
            remedy: 'If this repository had that name before: its older snapshots are not used. Take a new one. Otherwise correct the store in the configuration.',
        }
        : {});
}


/***/ }),

/***/ 17578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ History),
/* harmony export */   Hr: () => (/* binding */ showsOther),
/* harmony export */   KL: () => (/* binding */ PAGE),
/* harmony export */   d7: () => (/* binding */ showsLive),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* unused harmony export LIMIT */
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84346);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16449);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89952);




/** Manifests that are read at once, and that a plan shows. */
const PAGE = 10;
/** A choice looks at this many of the newest snapshots: every one costs a request or more. */
const LIMIT = 200;
/** The snapshots of one environment, newest first. Reads each manifest once, when it is asked for. */
class History {
    store;
    environment;
    loadProvider;
    now;
    entries = new Map();
    listed = [];
    isComplete = false;
    named = new Map();
    constructor(store, environment, loadProvider, now) {
        this.store = store;
        this.environment = environment;
        this.loadProvider = loadProvider;
        this.now = now;
    }
    /**
     * @param loadProvider reads the deployments from the manifests; without it they stay unknown
     * @param now a snapshot from the future has the problem snapshot-time; null: times are not compared
     * @throws RewindError store-unreadable
     */
    static async open(store, environment, loadProvider, now = null) {
        const history = new History(store, environment, loadProvider, now);
        await history.list(PAGE);
        return history;
    }
    /** Newest first; a store may have older ones, which `reach` lists. */
    get ids() {
        return this.listed;
    }
    /** Names by snapshot id. */
    get marks() {
        return this.named;
    }
    /** Lists older snapshots until there are enough, or no more; at most LIMIT where each costs a request. */
    async reach(enough) {
        while (!this.isComplete && !enough(this.listed))
            await this.list(2 * Math.max(PAGE, this.listed.length));
    }
    /** Whether the store has a snapshot, also one that was not listed. */
    async holds(id) {
        if (this.listed.includes(id))
            return true;
        return (await this.store.holds?.(`snapshots/${this.environment}/${id}`)) ?? false;
    }
    async list(newest) {
        const wanted = Math.min(newest, LIMIT);
        const objects = await this.store.list(`snapshots/${this.environment}`, wanted);
        this.listed = (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotIds */ .Ns)(objects).reverse();
        this.isComplete = this.store.holds === undefined || wanted === LIMIT || this.listed.length < wanted;
        this.named = (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(objects);
    }
    entry(id) {
        const known = this.entries.get(id) ?? this.read(id);
        this.entries.set(id, known);
        return known;
    }
    /** The entries from one place to another in `ids`, read in parallel. */
    async slice(from, to) {
        await this.reach((ids) => to !== undefined && ids.length >= to);
        return Promise.all(this.ids.slice(from, to).map((id) => this.entry(id)));
    }
    /** The newest entries: page by page, until they are enough. At most LIMIT. */
    async newest(enough) {
        for (let end = PAGE;; end += PAGE) {
            const entries = await this.slice(0, end);
            if (enough(entries) || entries.length < end || end >= LIMIT)
                return entries;
        }
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

/***/ 78073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dI: () => (/* binding */ tooFew),
/* harmony export */   fq: () => (/* binding */ CHECK_CLOCKS),
/* harmony export */   mX: () => (/* binding */ notFound),
/* harmony export */   pb: () => (/* binding */ noneYet),
/* harmony export */   tK: () => (/* binding */ TAKE_ONE),
/* harmony export */   xV: () => (/* binding */ OTHER_ENVIRONMENT)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78101);


/** How one comes to a snapshot. */
const TAKE_ONE = 'Run "rewind snapshot" before each deploy; see examples/pre-deploy-snapshot.yml.';
/** What to do about a time that is not believed: a clock that is behind sees each new snapshot in the future. */
const CHECK_CLOCKS = 'Check the clock of this machine, and of the one that took the snapshot.';
/** What to do if another environment is meant. */
const OTHER_ENVIRONMENT = 'If you mean another environment, use its configuration: --config FILE, or correct "environment" in rewind.yml.';
/** @param others a sentence that names the other environments of the store; '' if there are none */
function noneYet({ environment }, others = '') {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-not-found', (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sentences */ .hC)(`The store has no snapshot of "${environment}" yet.`, others), { remedy: others === '' ? TAKE_ONE : `${TAKE_ONE} ${OTHER_ENVIRONMENT}` });
}
function notFound(history, which, { scope }, { marks = [], others = '', unread = 0, time } = {}) {
    if (history.ids.length === 0)
        return noneYet(history);
    const of = scope === null ? '' : ` (scope: ${scope.join(', ')})`;
    const passed = others === '' ? '' : ` Snapshots that do not count: ${others}.`;
    const beyond = unread > 0 ? ` ${unread === 1 ? 'The older one was' : `The ${unread} older ones were`} not looked at.` : '';
    const remedy = marks.length > 0
        ? `The store has the marks ${marks.join(', ')}. Run "rewind list".`
        : unread > 0
            ? 'Name a snapshot: an id of "rewind list", a mark, a commit or a time.'
            : time === undefined
                ? undefined
                : `${time} ${CHECK_CLOCKS} "rewind list" says of each why it cannot be used.`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-not-found', `No snapshot of "${history.environment}" ${which}${of}.${passed}${beyond}`, remedy === undefined ? {} : { remedy });
}
/** `previous` and `~N` name a place in a list that is too short. @param counts how many snapshots are in it */
function tooFew(history, text, back, counts) {
    const have = counts === 1 ? 'only one snapshot counts' : `only ${counts} snapshots count`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-not-found', `"${text}" is the snapshot ${back === 1 ? 'before the newest one' : `${back} before the newest one`}, but ${have} in "${history.environment}".`, { remedy: 'Use "latest", or name a snapshot by an id of "rewind list".' });
}


/***/ }),

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72201);
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30233);





const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/** All waits of one client for GitHub's limits together. The hourly quota can be further away than that. */
const PATIENCE_MS = 180_000;
/** GitHub asks for a minute at least, where it does not say how long. */
const UNSAID_MS = 60_000;
/** A service that asks for no wait at all must not be asked without end. */
const LEAST_WAIT_MS = 1_000;
const viewer = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ viewer: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }) }).nullish(),
});
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @param patienceMs how long all waits for GitHub's limits may take together; 0 for what nobody must wait for
 * @throws RewindError credential-missing
 */
function createGitHub(ctx, given, patienceMs = PATIENCE_MS) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = given ?? ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const once = async (call, schema, send) => {
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
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    let patience = patienceMs;
    let pause;
    /** Requests that meet the limit at the same time wait together. @throws HttpFailure */
    const waitForLimit = (error) => {
        if (pause !== undefined)
            return pause;
        const wait = Math.max(error.retryAfterMs ?? UNSAID_MS, LEAST_WAIT_MS) * (1 + ctx.random() / 10);
        if (wait > patience)
            throw overLimit(ctx, error);
        patience -= wait;
        ctx.log.info(`GitHub limits the requests of this repository: waiting ${Math.ceil(wait / 1000)} s.`);
        pause = ctx.clock.sleep(wait, ctx.signal).finally(() => (pause = undefined));
        return pause;
    };
    const request = async (call, schema, send) => {
        for (;;) {
            try {
                return await once(call, schema, send);
            }
            catch (error) {
                if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR) || error.code !== 'api-rate-limited')
                    throw error;
                await waitForLimit(error);
            }
        }
    };
    let login;
    const readLogin = async () => {
        const { data } = await ctx.http.request({
            ...{ service: 'GitHub', what: 'read the login of the token', method: 'POST', repeatable: true },
            // GitHub Enterprise Server: /api/v3 and /api/graphql.
            url: ctx.env.url('GITHUB_GRAPHQL_URL', `${baseUrl.replace(/\/v3$/, '')}/graphql`),
            headers: { authorization: `Bearer ${token}` },
            json: { query: '{ viewer { login } }' },
            deadlineMs: DEADLINE_MS,
        }, viewer);
        return data.data?.viewer.login ?? null;
    };
    return {
        repository,
        request,
        login: () => (login ??= readLogin().catch(() => null)),
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
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
/** Every workflow of a repository takes from the same hourly quota, 1,000 requests with GITHUB_TOKEN. */
function overLimit(ctx, { message, status, body, retryAfterMs }) {
    const until = retryAfterMs === undefined ? undefined : new Date(ctx.clock.now().getTime() + retryAfterMs);
    const when = until === undefined ? 'in some minutes' : `after ${until.toISOString().slice(11, 16)} UTC`;
    const remedy = `Run again ${when}. The requests of all workflows of the repository count for this limit: see which of them send many, or give Rewind the token of a GitHub App (github-token), which has its own.`;
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR('api-rate-limited', message, { remedy, retryAfterMs }, status, body);
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
        // A secondary limit may come with status 403 and without a header; it says nothing about permissions.
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_4__/* .loadActionsGitHub */ .H_)();
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError ? error.cause : error;
}


/***/ })

};
