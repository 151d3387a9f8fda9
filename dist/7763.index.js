export const id = 7763;
export const ids = [7763];
export const modules = {

/***/ 89961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VF: () => (/* binding */ NOT_READ),
  kC: () => (/* binding */ SHOWN),
  Vr: () => (/* binding */ heldBy),
  FG: () => (/* binding */ measureReading),
  zC: () => (/* binding */ readElsewhere),
  dn: () => (/* binding */ sharedIn),
  KO: () => (/* binding */ sharedWith)
});

// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/three-way.js
var three_way = __webpack_require__(56724);
;// CONCATENATED MODULE: ./lib/engine/in-effect.js


/**
 * The changes that end what is still in effect of a mitigation in one resource: of the objects that it changed, those that
 * are not as before and that the measure would not change again. Pure.
 * @param saved the state before the mitigation
 */
function inEffect(resource, saved, live, mitigates) {
    const { provider } = resource;
    const objectsOf = (changes) => new Set(changes.map(({ id }) => (0,three_way/* objectOf */.Xy)(id)));
    const own = objectsOf(provider.plan((0,mitigation/* eased */.RK)(resource, saved, mitigates).desired, saved));
    const given = (0,mitigation/* settled */.gu)(resource, live);
    const overtaken = objectsOf(provider.plan((0,mitigation/* eased */.RK)(resource, given, mitigates).desired, given));
    for (const object of provider.capabilities?.mitigation?.partly?.(live) ?? [])
        overtaken.delete(object);
    return provider.plan(saved, live).filter(({ id }) => own.has((0,three_way/* objectOf */.Xy)(id)) && !overtaken.has((0,three_way/* objectOf */.Xy)(id)));
}

// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/commands/mitigate/reading.js











/** Changes that a reading names. */
const SHOWN = 10;
const NOT_READ = 'its resource is not in the configuration, or not in --scope';
/** Why nothing can be said of an object if the configuration or the credential leads to another one. */
const readElsewhere = ({ before, after }) => `another object was read: ${before ?? 'none'} instead of ${after ?? 'none'}`;
/**
 * Whether something that a mitigation changed is still as it made it. What another plan or a person set to a third value is
 * in effect no more. Read-only.
 * @param only id of a resource; null: all that it changed or may have changed
 */
async function measureReading(facts, found, only) {
    const held = await heldBy(facts, found, only);
    if (typeof held === 'string')
        return { state: 'unknown', why: held };
    const left = held.flatMap(({ changes }) => changes).map(({ target }) => target);
    return left.length === 0
        ? { state: 'met', why: 'nothing of it is in effect any more' }
        : { state: 'holds', why: `still in effect: ${left.slice(0, SHOWN).join(', ')}` };
}
/**
 * The objects of a mitigation that are in effect and that another one asks for, too. Read-only.
 * @returns texts of their changes; none if they cannot be read
 */
async function sharedWith(facts, found, asked) {
    const held = await heldBy(facts, found, null);
    return typeof held === 'string' ? [] : sharedIn(held, asked).map(({ target }) => target);
}
/** What is in effect of one mitigation and another one asks for, too, with the keys of the objects. Pure. */
function sharedIn(held, { mitigates, ids }) {
    return held
        .filter(({ resource }) => ids.includes(resource.id) && (0,mitigation/* takes */.ny)(resource, mitigates.measure))
        .flatMap(({ resource, saved, changes }) => {
        const asked = resource.provider.plan((0,mitigation/* eased */.RK)(resource, saved, mitigates).desired, saved);
        const objects = new Set(asked.map(({ id }) => (0,three_way/* objectOf */.Xy)(id)));
        return changes
            .filter(({ id }) => objects.has((0,three_way/* objectOf */.Xy)(id)))
            .map(({ id, target }) => ({ key: (0,three_way/* objectKeyOf */.Gs)(resource.id, id), target }));
    });
}
/**
 * What of a mitigation is in effect, in every resource that it may have changed: also in those whose stage its journal does
 * not tell. Read-only.
 * @returns a text that says why nobody knows
 */
async function heldBy({ project, ctx }, { plan, entries }, only) {
    const { mitigates } = plan;
    const ids = [...new Set(plan.changes.map(({ resource }) => resource))].filter((id) => only === null || id === only);
    const before = (0,undo/* stateBefore */.L9)(entries);
    if (before === null || mitigates === undefined)
        return 'the store does not hold the state before it';
    const resources = project.resources.filter(({ id }) => ids.includes(id));
    if (resources.length < ids.length)
        return NOT_READ;
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, before, project.origin);
    const within = (0,create_context/* forSnapshot */.C)(ctx, manifest);
    const read = await (0,engine_resources/* settleResources */.D6)(resources, async (resource) => {
        const { id, provider, providerId, config } = resource;
        const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
        if (captured === undefined)
            return null;
        const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
        const live = await provider.capture(config, (0,create_context/* forResource */.i_)(within, id), new payload_files/* DiscardingSink */.AP(saved));
        const other = provider.plan(saved, live).find(other_object/* isOtherObject */.gK);
        if (other !== undefined)
            return readElsewhere(other);
        return { resource, saved, changes: inEffect(resource, saved, live, mitigates) };
    });
    const failed = read.find(({ error }) => error !== undefined);
    if (failed !== undefined)
        return (0,errors/* whyOf */.gf)(failed.error, failed.resource.id);
    const missing = read.find(({ value }) => value === null);
    if (missing !== undefined)
        return `snapshot ${before} does not hold "${missing.resource.id}"`;
    const held = read.flatMap(({ value }) => value ?? []);
    return held.find((each) => typeof each === 'string') ?? held.filter((each) => typeof each !== 'string');
}


/***/ }),

/***/ 38557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ readingsOf)
});

// EXTERNAL MODULE: ./lib/cli/release.js
var release = __webpack_require__(51971);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/configured.js
var configured = __webpack_require__(72028);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/drift.js
var drift = __webpack_require__(25661);
// EXTERNAL MODULE: ./lib/engine/journal.js
var journal = __webpack_require__(12657);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/rollback-files.js
var rollback_files = __webpack_require__(28230);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/replay.js
var replay = __webpack_require__(79375);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/commands/mitigate/reading.js + 1 modules
var reading = __webpack_require__(89961);
// EXTERNAL MODULE: ./lib/commands/replay/plan-file.js
var plan_file = __webpack_require__(35372);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
;// CONCATENATED MODULE: ./lib/commands/recover/reading-facts.js




const holds = (why) => ({ state: 'holds', why });
const met = (why) => ({ state: 'met', why });
const unknown = (why) => ({ state: 'unknown', why });
const resourceOf = ({ resource }, { project }) => [...project.resources, ...project.backups].find(({ id }) => id === resource);
/**
 * The snapshot that the rollback of an obligation took before its first change; null if the store has none. One rollback leaves
 * an obligation for each resource, and finding a snapshot reads the manifests of the store.
 */
function manifestBefore({ rollback: digest }, facts) {
    const found = facts.manifests.get(digest) ?? findBefore(digest, facts);
    facts.manifests.set(digest, found);
    return found;
}
async function findBefore(digest, { project, past }) {
    const { store, config } = project;
    // A plan that cannot be read hides no state from before its rollback.
    const entries = past.find(({ plan }) => plan.digest === digest)?.entries ?? (await (0,rollback_files/* readJournal */.a0)(store, config.environment, digest));
    const before = (0,undo/* stateBefore */.L9)(entries);
    return before === null ? null : (0,choose/* findSnapshot */.Cb)(store, before, project.origin);
}
/** The state of the resource before the rollback; undefined if the store does not hold it. */
async function stateOfBefore(obligation, resource, facts) {
    const captured = (await manifestBefore(obligation, facts))?.resources.find(({ id }) => id === resource.id);
    return captured === undefined ? undefined : (0,live_plan/* parseState */.Bu)(resource, captured.state);
}

// EXTERNAL MODULE: ./lib/incident/beside.js
var beside = __webpack_require__(55426);
;// CONCATENATED MODULE: ./lib/commands/recover/readings-beside.js




/** A record of an earlier version does not say where the object lies, and neither does one whose provider could not tell. */
async function placeOf(obligation, resource, facts) {
    const { where } = obligation;
    if (where !== undefined)
        return { where };
    const before = await stateOfBefore(obligation, resource, facts);
    return before === undefined ? null : { before };
}
/** What lies beside production in the place of an obligation, or why that is unknown. */
async function objectsBeside(obligation, facts) {
    const resource = resourceOf(obligation, facts);
    if (resource === undefined)
        return reading/* NOT_READ */.VF;
    const of = await placeOf(obligation, resource, facts);
    // Without it nothing tells whether the configuration leads to the same server.
    if (of === null)
        return 'the store does not hold its state before the rollback';
    const found = await resource.provider.capabilities?.aside?.(resource.config, (0,create_context/* forResource */.i_)(facts.ctx, resource.id), of);
    return found ?? 'its provider cannot read it';
}
/** Whether what a rollback kept or left still lies beside production. */
async function readings_beside_beside(obligation, facts) {
    const found = await objectsBeside(obligation, facts);
    if (typeof found === 'string')
        return unknown(found);
    const still = (0,beside/* stillBeside */.bs)(obligation, found);
    if (still === undefined)
        return met('it is not there any more, or has its name again');
    if (still.kind === 'unmarked')
        return unknown(still.why);
    if (still.kind !== 'kept')
        return holds('it is there');
    const isRenamed = still.begins === undefined && !obligation.items.includes(still.what);
    return holds(`it has been there${isRenamed ? ` under another name, as ${still.what},` : ''} since ${still.since}`);
}
/** Also met if an undo brought the kept object back, or if it was dropped: then nothing replicates there. */
async function replication(obligation, facts) {
    const found = await objectsBeside(obligation, facts);
    if (typeof found === 'string')
        return unknown(found);
    const [kept = ''] = obligation.items;
    const still = found.find(({ what }) => what === kept);
    if (still === undefined)
        return met(`the ${kept} is not kept any more`);
    if (still.kind !== 'kept')
        return unknown(still.why);
    const left = (0,beside/* stillReplicated */.yg)(obligation, still);
    return left.length > 0
        ? holds(`not moved: ${left.join(', ')} of the ${kept}`)
        : met(`nothing of it is left in the ${kept}`);
}

;// CONCATENATED MODULE: ./lib/commands/recover/readings.js




















/**
 * Reads from production which obligations still hold. Read-only, never throws: what cannot be read is `unknown`.
 * @returns in the order of the obligations
 */
function readingsOf(obligations, facts) {
    const shared = { ...facts, manifests: new Map() };
    return Promise.all(obligations.map((obligation) => readingOf(obligation, shared)));
}
async function readingOf(obligation, facts) {
    try {
        switch (obligation.kind) {
            case 'production-pinned':
                return await pinned(obligation, facts);
            case 'changes-undone':
                return await undone(obligation, facts);
            case 'unfinished-rollback':
                return await unfinished(obligation, facts);
            case 'kept-database':
            case 'leftover':
                return await readings_beside_beside(obligation, facts);
            case 'replication-left':
                return await replication(obligation, facts);
            case 'events-to-replay':
                return await replayed(obligation, facts);
            case 'flag-off':
            case 'maintenance-on':
            case 'scaled-up':
                return await mitigated(obligation, facts);
            case 'quarantined-commit':
                return await quarantined(obligation, facts);
        }
    }
    catch (error) {
        return unknown((0,errors/* whyOf */.gf)(error));
    }
}
async function pinned(obligation, facts) {
    const resource = resourceOf(obligation, facts);
    if (resource === undefined)
        return unknown(reading/* NOT_READ */.VF);
    const hold = await resource.provider.capabilities?.hold?.read(resource.config, (0,create_context/* forResource */.i_)(facts.ctx, resource.id), await stateOfBefore(obligation, resource, facts));
    if (hold === undefined)
        return unknown('its provider cannot read it');
    return { held: holds, free: met, unknown: unknown }[hold.pinned](hold.why);
}
/** Whether something that a mitigation changed is still as it made it. */
async function mitigated(obligation, facts) {
    const found = facts.past.find(({ plan }) => plan.digest === obligation.rollback);
    return found === undefined
        ? unknown('the store does not hold the state before it')
        : (0,reading/* measureReading */.FG)(facts, found, obligation.resource);
}
/** Compares with the state before the rollback. What people changed in other places of the resource does not count. */
async function undone(obligation, facts) {
    const { project, ctx } = facts;
    const resource = resourceOf(obligation, facts);
    if (resource === undefined)
        return unknown(reading/* NOT_READ */.VF);
    const manifest = await manifestBefore(obligation, facts);
    if (manifest === null)
        return unknown('the store has no snapshot from before the rollback');
    const before = manifest.id;
    if (!manifest.resources.some(({ id }) => id === resource.id))
        return unknown(`snapshot ${before} does not hold it`);
    const { plan, failures, blind } = await (0,live_plan/* compareWithLive */._f)({
        store: project.store,
        resources: [resource],
        ctx,
        manifest,
        database: 'up',
        scope: [resource.id],
    });
    const [failure] = failures;
    if (failure !== undefined)
        throw failure;
    const differences = [...plan.changes, ...plan.manual, ...plan.notSelected];
    const other = differences.find(other_object/* isOtherObject */.gK);
    if (other !== undefined)
        return unknown((0,reading/* readElsewhere */.zC)(other));
    const left = differences.filter((change) => isOf(obligation, change));
    const more = left.length > reading/* SHOWN */.kC ? ` and ${left.length - reading/* SHOWN */.kC} more` : '';
    const names = `${left
        .slice(0, reading/* SHOWN */.kC)
        .map(({ target }) => target)
        .join('; ')}${more}`;
    if (left.length > 0)
        return holds(`${left.length} of them ${left.length === 1 ? 'differs' : 'differ'} from snapshot ${before}: ${names}`);
    if (blind.length > 0)
        return unknown(`not comparable: ${blind.map(({ what }) => what).join('; ')}`);
    return met(`production holds what snapshot ${before} says of them`);
}
/** The way back of a change of a database has another id; migrations that came later are no part of it. */
const isOf = ({ items }, change) => change.database === undefined ? items.includes((0,engine_plan/* keyOf */.TN)(change)) : change.database !== 'down';
async function unfinished({ items }, facts) {
    const { project, ctx, past } = facts;
    const own = past.find(({ plan }) => items.includes(plan.digest)) ?? (await withoutRun(items, facts));
    if (own === undefined)
        return unknown('the store does not hold its plan: it changed nothing, or its journal is lost');
    const approved = own.plan;
    if (own.entries.length === 0)
        return holds('no run of it has changed anything');
    if (approved.mitigates !== undefined) {
        // Only its end finishes a mitigation: one that was done completely must still be lifted.
        const begun = approved.mitigates.lifts ? past.find(({ plan }) => plan.digest === approved.undoes) : own;
        return begun === undefined
            ? unknown('the store does not hold the mitigation that it lifts')
            : (0,reading/* measureReading */.FG)(facts, begun, null);
    }
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, approved.snapshot, project.origin);
    const { database, scope, undoes, recovers, includeLater, stays } = approved;
    const resources = (0,engine_resources/* inScope */.SB)([...project.resources, ...project.backups], scope);
    const { plan, failures } = await (0,live_plan/* compareWithLive */._f)({
        store: project.store,
        resources,
        ctx,
        manifest,
        database,
        scope,
        undoes,
        recovers,
        includeLater,
        stays,
        release: await (0,release/* releaseOfPlan */.Ge)(project, approved),
        approved,
    });
    const [failure] = failures;
    if (failure !== undefined)
        throw failure;
    const now = new Set((0,engine_plan/* withoutChanges */.MT)(plan, (0,drift/* writtenSinceRestore */.kb)(approved, plan)).changes.map(engine_plan/* keyOf */.TN));
    const read = new Set(resources.map(({ id }) => id));
    // A plan that was carried out and taken back can be approved again: only what came after its last run counts.
    const lock = own.entries.findLast(({ event }) => event === 'lock');
    const others = past
        .filter((one) => one !== own)
        .map(({ entries }) => (lock === undefined ? entries : entries.filter((entry) => (0,journal/* isLater */.d8)(entry, lock))));
    const overtaken = (0,journal/* overtakenIn */.Vk)(own.entries, others, 'end');
    const differs = approved.changes.filter((change) => now.has((0,engine_plan/* keyOf */.TN)(change)));
    const left = differs.filter((change) => !overtaken.has((0,engine_plan/* keyOf */.TN)(change)));
    const all = approved.changes.length;
    if (left.length > 0)
        return holds(all === 1
            ? 'its one change is not done'
            : `${left.length} of its ${all} changes ${left.length === 1 ? 'is' : 'are'} not done`);
    const changed = new Set(approved.changes.map(({ resource }) => resource));
    if ([...changed].some((resource) => !read.has(resource)))
        return unknown(reading/* NOT_READ */.VF);
    const ended = (0,journal/* endedIn */.OG)(own.entries, (0,journal/* overtakenIn */.Vk)(own.entries, others, 'begin'));
    const unproven = new Set(approved.changes.filter((one) => !ended.has((0,engine_plan/* keyOf */.TN)(one))).map(({ resource }) => resource));
    const [reconfigured] = [...(0,configured/* otherwiseConfigured */.BE)(approved, resources, plan.program)].filter(([id]) => unproven.has(id));
    if (reconfigured !== undefined)
        return unknown(`the configuration of ${reconfigured[0]} was changed since its plan`);
    const other = plan.manual.find((change) => (0,other_object/* isOtherObject */.gK)(change) && changed.has(change.resource));
    if (other !== undefined)
        return unknown((0,reading/* readElsewhere */.zC)(other));
    const also = differs.length > 0 ? `, or another plan changed the same later (${differs.length})` : '';
    return met(`${all === 1 ? 'its one change' : `each of its ${all} changes`} is done${also}`);
}
/** The plan of a run that ended before its first change: its journal in the store says so before each stage. */
async function withoutRun(items, { project }) {
    const [digest] = items;
    if (digest === undefined)
        return undefined;
    const { store, config } = project;
    const plan = await (0,rollback_files/* readApprovedPlan */.h6)(store, config.environment, digest);
    // One that cannot be read does not say that nothing was begun.
    await (0,rollback_files/* readJournal */.a0)(store, config.environment, digest);
    return plan === undefined ? undefined : { plan, entries: [] };
}
/** The service does not tell what was sent again; the store does. */
async function replayed({ resource, items }, { project }) {
    for (const { plan, progress } of await (0,plan_file/* pastReplays */.F7)(project)) {
        if (plan.resource !== resource || plan.snapshot !== items[0])
            continue;
        const all = (0,replay/* deliveriesOf */.K)(plan.facts).length;
        if (progress.done < all)
            return holds(`${progress.done} of ${(0,runtime_text/* plural */.LS)(all, 'event')} ${progress.done === 1 ? 'was' : 'were'} sent`);
        const refused = progress.refused.length;
        if (refused > 0)
            return holds(`the application refused ${refused} of ${(0,runtime_text/* plural */.LS)(all, 'event')}`);
        // What is left out of a plan was not sent, however few events are in it.
        const [skipped] = plan.facts.skipped;
        if (skipped !== undefined)
            return holds(`nothing was sent to ${skipped.address}: ${skipped.reason}`);
        if (plan.facts.targets.length === 0)
            return holds('no endpoint was there to send to');
        return met(`${(0,runtime_text/* plural */.LS)(all, 'event was', 'events were')} sent`);
    }
    return holds('no event was sent again');
}
/** A person lifts a quarantine; production only tells whether the commit is live. */
async function quarantined({ items }, { project, ctx }) {
    const able = project.resources.filter(({ provider }) => provider.capabilities?.forward !== undefined);
    const serving = await Promise.all(able.map(async ({ id, provider, config }) => {
        const live = await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, id), new payload_files/* DiscardingSink */.AP());
        return { id, commit: (0,engine_provider/* describeState */.Jw)(provider, live).commit };
    }));
    const live = serving.find(({ commit }) => commit !== undefined && items.includes(commit));
    return holds(live === undefined ? 'production does not serve it' : `production of "${live.id}" serves it`);
}


/***/ }),

/***/ 35372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ pastReplays),
/* harmony export */   Qy: () => (/* binding */ noteProgress),
/* harmony export */   gQ: () => (/* binding */ readProgress),
/* harmony export */   lU: () => (/* binding */ storePlan),
/* harmony export */   m3: () => (/* binding */ readPlan)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _engine_replay_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79375);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);




/** `replays/<environment>/<digest>/plan.json`, and beside it how far the sending is. */
const fileOf = (environment, digest, name) => `replays/${environment}/${digest}/${name}.json`;
const bytesOf = (content) => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
async function storePlan({ store }, plan) {
    await store.put(fileOf(plan.environment, plan.digest, 'plan'), bytesOf(plan));
}
/** @throws RewindError plan-mismatch when the store holds no such plan */
async function readPlan(project, digest) {
    const { environment } = project.config;
    const content = await read(project, fileOf(environment, digest, 'plan'));
    if (content === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-mismatch', `The store holds no replay plan ${digest} of "${environment}".`, {
            remedy: 'Run "rewind replay" and get that plan approved.',
        });
    }
    const plan = (0,_engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReplayPlan */ .kl)(content);
    if (plan.digest === digest && plan.environment === environment)
        return plan;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-mismatch', `The store holds another replay plan under the digest ${digest}.`);
}
/** Every replay of the store, newest plan first. */
async function pastReplays(project) {
    const folder = `replays/${project.config.environment}`;
    const keys = (await project.store.list(folder)).flatMap(({ key }) => (key.endsWith('/plan.json') ? [key] : []));
    const plans = await Promise.all(keys.map(async (key) => (0,_engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReplayPlan */ .kl)(await read(project, key))));
    const all = await Promise.all(plans.map(async (plan) => ({ plan, progress: await readProgress(project, plan) })));
    return all.sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(b.plan.createdAt, a.plan.createdAt));
}
async function readProgress(project, { digest }) {
    const content = await read(project, fileOf(project.config.environment, digest, 'progress'));
    return content === undefined ? _engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_BEGUN */ .gr : (0,_engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProgress */ .TS)(content);
}
async function noteProgress({ store }, plan, progress) {
    await store.put(fileOf(plan.environment, plan.digest, 'progress'), bytesOf(progress));
}
/** Undefined if the store does not hold it; null if it is not JSON. */
async function read({ store }, key) {
    const folder = key.slice(0, key.lastIndexOf('/'));
    if (!(await store.list(folder)).some((object) => object.key === key))
        return undefined;
    try {
        return JSON.parse(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(await store.open(key)));
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
    }
}


/***/ }),

/***/ 26007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ quarantinedByUndo),
/* harmony export */   c: () => (/* binding */ assertNotQuarantined)
/* harmony export */ });
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21722);
/* harmony import */ var _cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49837);
/* harmony import */ var _engine_goal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98079);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85836);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16449);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67217);







/**
 * The deployments of a plan that are builds of commits that were rolled back.
 * @param ctx for the snapshot of the plan
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function heldIn(session, project, { changes, recovers }, manifest, resources, ctx) {
    const switched = new Set(changes.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
    const found = [];
    for (const resource of resources.filter(({ id }) => switched.has(id))) {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        const goal = await (0,_engine_goal_js__WEBPACK_IMPORTED_MODULE_2__/* .goalOf */ .Z)(resource, (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .parseState */ .Bu)(resource, captured?.state), recovers, ctx);
        const { commit, deployment } = (0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_6__/* .describeState */ .Jw)(resource.provider, goal);
        if (commit === undefined)
            continue;
        const { held, why, lift } = await (0,_cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_1__/* .heldBack */ .Zg)(session, project, commit);
        if (held)
            found.push({ resource: resource.id, name: deployment ?? 'The deployment', why, lift });
        else if (why !== '')
            session.context.log.info(why);
    }
    return found;
}
/**
 * A recovery must not deploy a commit that was rolled back, until a person lifts the quarantine. A record that cannot be
 * read stops it; a status of GitHub that cannot be read does not.
 * @param ctx for the snapshot of the plan
 * @throws RewindError commit-quarantined, incident-corrupt, store-unreadable
 */
async function assertNotQuarantined(session, project, plan, manifest, resources, ctx) {
    if (plan.recovers === undefined)
        return;
    const [first] = await heldIn(session, project, plan, manifest, resources, ctx);
    if (first === undefined)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('commit-quarantined', `${first.name} is a build of a commit that is held back: ${first.why}`, {
        resource: first.resource,
        remedy: `Deploy the fix, then: ${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .ay)(session, ['recover', '--deployment', 'latest'])}. Or recover only the other resources with --scope. ${first.lift}`,
    });
}
/**
 * The undo of a mitigation returns to the deployment from before it, which may have been rolled back since.
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function quarantinedByUndo(session, project, plan, manifest, resources) {
    if (plan.mitigates?.lifts !== true)
        return [];
    const held = await heldIn(session, project, plan, manifest, resources, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__/* .forSnapshot */ .C)(session.context, manifest));
    return held.map(({ resource, name, why }) => ({
        level: 'warning',
        code: 'undo-quarantined',
        resource,
        message: `The undo gives production to ${name}, a build of a commit that is held back: ${why}`,
        remedy: `Deploy the fix, and bring production forward instead: ${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .ay)(session, ['recover', '--deployment', 'latest'])}`,
    }));
}


/***/ }),

/***/ 79375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ deliveriesOf),
/* harmony export */   R4: () => (/* binding */ PER_SECOND),
/* harmony export */   SV: () => (/* binding */ replayDigest),
/* harmony export */   Sl: () => (/* binding */ sendAll),
/* harmony export */   TS: () => (/* binding */ parseProgress),
/* harmony export */   gr: () => (/* binding */ NOT_BEGUN),
/* harmony export */   kl: () => (/* binding */ parseReplayPlan)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);



/**
 * Sending events again that a service delivered after the snapshot: a restore took back what the application wrote for
 * them. A plan names events by id and type; their content, personal data, is read from the service when they are sent.
 */
const facts = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** Events created from here (inclusive) to here (exclusive); ISO 8601. */
    from: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    until: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    /** Oldest first: the order of sending. */
    events: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        created: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
        /** Indices into `targets`. */
        targets: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative()),
    })),
    /** The endpoints that get them; the address may be shown. */
    targets: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    /** Endpoints that get nothing, and why. */
    skipped: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), remedy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-replay'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** True if the operator named the snapshot (--from); else the databases said that they were restored from it. */
    named: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    facts,
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** The digest that is approved: everything but the time. */
const replayDigest = ({ environment, resource, snapshot, named, facts: sent, }) => (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({ environment, resource, snapshot, named, facts: sent });
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parseReplayPlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-unreadable', 'The replay plan could not be read.');
    if (replayDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-mismatch', 'The replay plan was changed: its content does not match its digest.');
    }
    return parsed.data;
}
/** Events that are sent in a second. An application that was just restored should not be flooded. */
const PER_SECOND = 5;
/** Every delivery of a plan, in the order of sending. */
const deliveriesOf = ({ events, targets }) => events.flatMap((event) => event.targets.flatMap((at) => (targets[at] ? [{ event, target: targets[at] }] : [])));
const progress = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** Deliveries that are finished, from the first. */
    done: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
    /** True: the next one was begun; whether it arrived is unknown. */
    begun: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    /** Deliveries, by their number, that the application refused, with its answer. */
    refused: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ at: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int(), answer: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    /** Deliveries, by their number, that were sent a second time because a run ended between sending and noting it. */
    repeated: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int()),
});
const NOT_BEGUN = { done: 0, begun: false, refused: [], repeated: [] };
/** @throws RewindError plan-unreadable */
function parseProgress(content) {
    const parsed = progress.safeParse(content);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-unreadable', 'The store holds a damaged note of how many events were sent.', {
        remedy: 'Compare the events that the application received with the plan. Then make a new plan: "rewind replay".',
    });
}
/**
 * Sends what is not sent yet, in order, at most PER_SECOND a second.
 * @param note keeps the progress before and after each delivery
 * @throws RewindError of the sender; a later call with the progress noted last goes on there
 */
async function sendAll(deliveries, before, ctx, send, note) {
    let state = before.begun
        ? { ...before, begun: false, repeated: [...before.repeated, before.done] }
        : before;
    for (const [at, delivery] of deliveries.entries()) {
        if (at < state.done)
            continue;
        ctx.signal.throwIfAborted();
        const started = ctx.clock.now().getTime();
        await note({ ...state, begun: true });
        const answer = await send(delivery);
        const refused = answer.kind === 'refused' ? [...state.refused, { at, answer: answer.answer }] : state.refused;
        state = { ...state, done: at + 1, begun: false, refused };
        await note(state);
        const rest = 1000 / PER_SECOND - (ctx.clock.now().getTime() - started);
        if (rest > 0 && at + 1 < deliveries.length)
            await ctx.clock.sleep(rest, ctx.signal);
    }
    return state;
}


/***/ })

};
