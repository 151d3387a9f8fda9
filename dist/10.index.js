export const id = 10;
export const ids = [10,1894];
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
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 5 modules
var create_context = __webpack_require__(29519);
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

/***/ 97629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ recover)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/report/incident.js
var incident = __webpack_require__(1550);
;// CONCATENATED MODULE: ./lib/report/recovery.js




const WORDS = { holds: 'still so', met: 'no longer so', unknown: 'CANNOT BE READ' };
function recoveryHeadline(status) {
    const { environment, place, incidents, obligations, unrecorded, unread, waiting, command } = status;
    const left = obligations.filter(({ reading }) => reading.state !== 'met').length;
    if (left + unrecorded.length > 0)
        return `"${environment}" is not yet normal: ${left + unrecorded.length} left.`;
    if (unread.length > 0)
        return `Nobody can say whether "${environment}" is normal: ${unread.length} not read.`;
    // An incident is open, and what was approved to end it has not happened.
    if (incidents.length > 0 && waiting)
        return `An incident of "${environment}" is open, and a plan that was given to a rollback is not carried out.`;
    if (obligations.length > 0)
        return `"${environment}" is normal, and "${command(['recover'])}" records ${obligations.length} obligation(s) as discharged.`;
    if (incidents.length === 0)
        return `No incident of "${environment}" is open in ${place}: nothing is left to be undone or finished.`;
    const them = incidents.length === 1 ? 'incident' : `${incidents.length} incidents`;
    const close = incidents.map((id) => command(['incident', 'close', id, '--reason', 'why']));
    return `"${environment}" is normal. To close the ${them}: ${close.join('; ')}`;
}
/** The obligations that are shown: those that are still so before those that are no longer so, each in their order. */
const shownOf = ({ obligations }) => {
    const isMet = ({ reading }) => reading.state === 'met';
    if (obligations.length <= incident/* SHOWN */.kC)
        return [...obligations];
    return [...obligations.filter((one) => !isMet(one)), ...obligations.filter(isMet)].slice(0, incident/* SHOWN */.kC);
};
const unrecordedTexts = ({ unrecorded, command }) => unrecorded.map(({ resource, why }) => `Production of "${resource}" is pinned, and no incident says so: ${why}. To discharge: ${command(['recover', '--deployment', 'latest'])}`);
const dischargeOf = ({ reading, discharge }, { command }) => reading.state === 'met' ? command(['recover']) : discharge;
const unreadText = ({ what, why }) => `CANNOT BE READ: ${what}: ${why}`;
/** For a terminal. */
function recoveryText(status, now) {
    return (0,runtime_text/* textOf */.b6)([
        recoveryHeadline(status),
        ...shownOf(status).flatMap((one) => [
            `  - ${one.what}`,
            `      since ${one.since} (${(0,progress/* age */.KW)(now.getTime() - Date.parse(one.since))}); incident ${one.incident}; id ${one.id}`,
            `      production: ${WORDS[one.reading.state]}: ${one.reading.why}`,
            `      to discharge: ${dischargeOf(one, status)}`,
        ]),
        ...(0,incident/* moreOf */.bd)(status.obligations).map((line) => `  - ${line}`),
        ...unrecordedTexts(status).map((text) => `  - ${text}`),
        ...status.unread.map((one) => `  - ${unreadText(one)}`),
    ]);
}
/** For a job summary. */
function recoveryMarkdown(status) {
    return `${[
        `## ${(0,markdown/* escapeText */.X1)(recoveryHeadline(status))}`,
        ...(status.obligations.length === 0
            ? []
            : [
                (0,markdown/* table */.tp)(['What', 'Since', 'Production', 'To discharge'], shownOf(status).map((one) => [
                    one.what,
                    one.since,
                    `${WORDS[one.reading.state]}: ${one.reading.why}`,
                    dischargeOf(one, status),
                ])),
                ...(0,incident/* moreOf */.bd)(status.obligations),
            ]),
        ...unrecordedTexts(status).map(markdown/* escapeText */.X1),
        ...status.unread.map((one) => (0,markdown/* escapeText */.X1)(unreadText(one))),
    ].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 5 modules
var create_context = __webpack_require__(29519);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/store/index.js
var lib_store = __webpack_require__(86225);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
// EXTERNAL MODULE: ./lib/commands/rollback/flags.js
var rollback_flags = __webpack_require__(46904);
// EXTERNAL MODULE: ./lib/commands/rollback/plan-flags.js
var plan_flags = __webpack_require__(81894);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 7 modules
var publish_plan = __webpack_require__(38240);
// EXTERNAL MODULE: ./lib/commands/rollback/quarantine.js
var quarantine = __webpack_require__(26007);
// EXTERNAL MODULE: ./lib/commands/undo/past-rollbacks.js
var past_rollbacks = __webpack_require__(79649);
// EXTERNAL MODULE: ./lib/approval/typed-digest.js + 1 modules
var typed_digest = __webpack_require__(91544);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js
var environment_lock = __webpack_require__(49463);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/obligations.js
var obligations = __webpack_require__(55087);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/store/lock.js + 3 modules
var lock = __webpack_require__(79653);
// EXTERNAL MODULE: ./lib/cli/author.js
var author = __webpack_require__(33975);
// EXTERNAL MODULE: ./lib/commands/undo/untold.js
var undo_untold = __webpack_require__(9035);
// EXTERNAL MODULE: ./lib/cli/release.js
var release = __webpack_require__(51971);
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
// EXTERNAL MODULE: ./lib/engine/rollback-files.js
var rollback_files = __webpack_require__(28230);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/replay.js
var replay = __webpack_require__(79375);
// EXTERNAL MODULE: ./lib/commands/mitigate/reading.js + 1 modules
var reading = __webpack_require__(89961);
// EXTERNAL MODULE: ./lib/commands/replay/plan-file.js
var plan_file = __webpack_require__(35372);
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
                return await beside(obligation, facts);
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
    const rollback = past.find(({ plan }) => plan.digest === digest);
    const before = rollback === undefined ? null : (0,undo/* stateBefore */.L9)(rollback.entries);
    return before === null ? null : (0,choose/* findSnapshot */.Cb)(project.store, before, project.origin);
}
/** The state of the resource before the rollback; undefined if the store does not hold it. */
async function stateOfBefore(obligation, resource, facts) {
    const captured = (await manifestBefore(obligation, facts))?.resources.find(({ id }) => id === resource.id);
    return captured === undefined ? undefined : (0,live_plan/* parseState */.Bu)(resource, captured.state);
}
async function pinned(obligation, facts) {
    const resource = resourceOf(obligation, facts);
    if (resource === undefined)
        return unknown(reading/* NOT_READ */.VF);
    const hold = await resource.provider.capabilities?.hold?.read(resource.config, (0,create_context/* forResource */.i_)(facts.ctx, resource.id), await stateOfBefore(obligation, resource, facts));
    if (hold === undefined)
        return unknown('its provider cannot read it');
    return { held: holds, free: met, unknown }[hold.pinned](hold.why);
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
        return holds(`${left.length} of them differ(s) from snapshot ${before}: ${names}`);
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
    if (left.length > 0)
        return holds(`${left.length} of its ${approved.changes.length} change(s) are not done`);
    const changed = new Set(approved.changes.map(({ resource }) => resource));
    if ([...changed].some((resource) => !read.has(resource)))
        return unknown(reading/* NOT_READ */.VF);
    const other = plan.manual.find((change) => (0,other_object/* isOtherObject */.gK)(change) && changed.has(change.resource));
    if (other !== undefined)
        return unknown((0,reading/* readElsewhere */.zC)(other));
    const also = differs.length > 0 ? `, or another plan changed the same later (${differs.length})` : '';
    return met(`each of its ${approved.changes.length} change(s) is done${also}`);
}
/** The plan of a run that ended before its first change: its journal in the store says so before each stage. */
async function withoutRun(items, { project }) {
    const [digest] = items;
    if (digest === undefined)
        return undefined;
    const plan = await (0,rollback_files/* readApprovedPlan */.h6)(project.store, project.config.environment, digest);
    return plan === undefined ? undefined : { plan, entries: [] };
}
async function beside(obligation, facts) {
    const resource = resourceOf(obligation, facts);
    if (resource === undefined)
        return unknown(reading/* NOT_READ */.VF);
    const found = await resource.provider.capabilities?.aside?.(resource.config, (0,create_context/* forResource */.i_)(facts.ctx, resource.id), await stateOfBefore(obligation, resource, facts));
    if (found === undefined)
        return unknown('its provider cannot read it');
    const isKept = obligation.kind === 'kept-database';
    const still = found.find(({ what, kind }) => obligation.items.includes(what) && (kind === 'unmarked' || (kind === 'kept') === isKept));
    if (still === undefined)
        return met('it is not there any more, or has its name again');
    if (still.kind === 'unmarked')
        return unknown(still.why);
    return holds(still.kind === 'kept' ? `it is there, since ${still.since}` : 'it is there');
}
/** The service does not tell what was sent again; the store does. */
async function replayed({ resource, items }, { project }) {
    for (const { plan, progress } of await (0,plan_file/* pastReplays */.F7)(project)) {
        if (plan.resource !== resource || plan.snapshot !== items[0])
            continue;
        const all = (0,replay/* deliveriesOf */.K)(plan.facts).length;
        if (progress.done < all)
            return holds(`${progress.done} of ${all} event(s) were sent`);
        const refused = progress.refused.length;
        return refused > 0
            ? holds(`the application refused ${refused} of ${all} event(s)`)
            : met(`${all} event(s) were sent`);
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

;// CONCATENATED MODULE: ./lib/commands/recover/obligations.js











/** Reads the open obligations of the open incidents, and production. Read-only. */
async function readStatus(session, project, past) {
    const { context: ctx } = session;
    const unread = [];
    const incidents = await (0,record/* openIncidents */.Gy)(project.store, project.config.environment, ({ message }) => unread.push({ what: 'the record of an incident', why: `${message} To see where: "rewind incident verify".` }));
    const untold = await (0,undo_untold/* untoldRollback */.V)(project, past);
    if (untold !== null)
        unread.push({ what: untold.what, why: untold.why((words) => (0,command_line/* commandLine */.ay)(session, words)) });
    const open = incidents.flatMap((incident) => (0,incident_status/* openObligations */.CJ)(incident).map((obligation) => ({ ...obligation, incident: incident.id })));
    const readings = await readingsOf(open, { project, ctx, past });
    const obligations = open.flatMap((obligation, at) => {
        const reading = readings[at];
        return reading === undefined ? [] : [{ ...obligation, reading }];
    });
    const known = new Set(open.flatMap(({ kind, resource }) => (kind === 'production-pinned' ? [resource] : [])));
    const holds = await (0,engine_resources/* settleResources */.D6)(project.resources.filter(({ id, provider }) => provider.capabilities?.hold !== undefined && !known.has(id)), async ({ id, provider, config }) => provider.capabilities?.hold?.read(config, (0,create_context/* forResource */.i_)(ctx, id)));
    return {
        incidents: incidents.map(({ id }) => id),
        obligations: obligations.sort((a, b) => (0,runtime_text/* inOrder */.al)(a.since, b.since)),
        unrecorded: holds.flatMap(({ resource: { id }, value, error }) => {
            const what = `whether production of "${id}" is pinned`;
            if (error !== undefined)
                unread.push({ what, why: (0,errors/* whyOf */.gf)(error, id) });
            if (value?.pinned === 'unknown')
                unread.push({ what, why: value.why });
            return value?.pinned === 'held' ? [{ resource: id, why: value.why }] : [];
        }),
        unread,
    };
}
/**
 * Discharges what production shows as met. A record that cannot be written is a warning.
 * @returns the obligations that were discharged
 */
async function dischargeMet(session, project, status) {
    const { context } = session;
    const discharged = [];
    for (const obligation of status.obligations) {
        const { id, incident, since, reading } = obligation;
        if (reading.state !== 'met')
            continue;
        const recorder = new record/* Recorder */.vk(project.store, project.config.environment, incident, (0,author/* authorOf */.r)(session), context.clock);
        try {
            await recorder.add('discharged', { id, how: `production was read: ${reading.why}` }, `discharged:${id}:${since}`);
            (0,cli_incident/* announceRecord */.HA)(session, project, incident);
            discharged.push(obligation);
        }
        catch (error) {
            const why = `"${id}" is met, but the record could not be written: ${(0,errors/* asRewindError */.m2)(error).message}`;
            context.log.warn((0,runtime_text/* sentences */.hC)(why, 'To write it, run the same command again.'));
        }
    }
    return discharged;
}

;// CONCATENATED MODULE: ./lib/commands/recover/gone.js












/** The command, as the lock names it. */
const DROP = 'recover --drop-database';
/** What is approved: this very database. @param since as the comment of the database says it (ISO 8601) */
const digestOfDrop = ({ config: { environment } }, name, since, resource) => (0,digest/* digestOf */.ol)({ drop: name, since, resource, environment });
/**
 * The same drop again, when no database of this name is kept: the first one dropped it, or an undo gave it its old name back.
 * The digest must be that of the database of which a record tells, or of the drop that had the lock last: its digest was that of
 * the database itself, whose comment people can edit. The record of an open obligation says then that it is met.
 * @returns null if no record tells of this database, or production does not show that it is gone
 * @throws RewindError plan-mismatch
 */
async function goneBefore(session, project, name, digest) {
    const known = await toldOf(session, project, name);
    const same = known.filter(({ what, resource }) => {
        const since = (0,obligations/* keptSince */.hM)(what);
        return since !== null && digestOfDrop(project, name, since, resource) === digest;
    });
    const told = same.length === 0 && (await wasBegun(project, digest)) ? known : same;
    const [own] = told;
    if (known.length === 0)
        return null;
    if (own === undefined) {
        const incidents = [...new Set(known.map(({ incident }) => incident))].join(', ');
        throw new errors/* RewindError */.Ir('plan-mismatch', `No database "${name}" is kept any more. The record of incident ${incidents} tells of one whose digest is not ${digest}.`, {
            remedy: `This run dropped nothing. "${(0,command_line/* commandLine */.ay)(session, ['recover'])}" writes off what production shows as finished.`,
        });
    }
    const past = await (0,past_rollbacks/* pastRollbacks */.cM)(session, project);
    const [reading] = await readingsOf([own], { project, ctx: session.context, past });
    if (reading?.state !== 'met')
        return null;
    const open = told.flatMap((one) => (one.discharged === null ? [{ ...one, reading }] : []));
    const written = await dischargeMet(session, project, { obligations: open });
    const before = own.discharged === null ? '' : ` Incident ${own.incident} says so since ${own.discharged.at}.`;
    const text = `The database "${name}" is not kept any more: ${reading.why}. This run dropped nothing.${before}${written.map(({ incident }) => ` Incident ${incident} says so now.`).join('')}`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ database: name, resource: own.resource, digest, dropped: false }),
        text,
        summary: `## Drop of a kept database\n\n${(0,markdown/* codeBlock */.DV)('text', text)}`,
        outputs: { verdict: 'not-kept', 'plan-digest': digest, changes: '0' },
    };
}
/** True if the drop with this digest had the lock last. */
async function wasBegun({ store, config }, digest) {
    const owner = await (0,lock/* lastOwner */.Y)(store, config.environment);
    return owner?.command === DROP && owner.digest === digest;
}
/** What the records tell of databases of this name, newest incident first. A damaged record is a warning. */
async function toldOf({ context }, { store, config }, name) {
    const told = [];
    for (const incident of (await (0,record/* listIncidents */.MZ)(store, config.environment)).reverse()) {
        try {
            const { obligations } = (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(store, config.environment, incident));
            for (const one of obligations) {
                const { kind, items, resource } = one;
                if (kind !== 'kept-database' || resource === null || !items.some((item) => item.endsWith(`"${name}"`)))
                    continue;
                told.push({ ...one, resource, incident });
            }
        }
        catch (error) {
            context.log.warn(`${(0,errors/* asRewindError */.m2)(error).message} Run "rewind incident verify".`);
        }
    }
    return told;
}

;// CONCATENATED MODULE: ./lib/commands/recover/drop.js















/**
 * Drops a database that a restore kept: first it shows what would be dropped, then, by its digest, drops it.
 * @throws RewindError input-invalid, drop-too-early before its days are over, plan-mismatch
 */
async function dropDatabase(session, project, name) {
    const found = await findDroppable(session, project, name);
    if ('gone' in found)
        return found.gone;
    return session.inputs.digest === null
        ? shown(session, project, found)
        : drop(session, project, found, session.inputs.digest);
}
async function findDroppable(session, project, name) {
    const { context: ctx } = session;
    const able = project.resources.filter(({ provider }) => provider.capabilities?.dropKept !== undefined);
    const outcomes = await (0,engine_resources/* settleResources */.D6)(able, ({ id, provider, config }) => Promise.resolve(provider.capabilities?.aside?.(config, (0,create_context/* forResource */.i_)(ctx, id)) ?? []));
    const failure = outcomes.find(({ error }) => error !== undefined);
    if (failure !== undefined)
        throw (0,errors/* asRewindError */.m2)(failure.error, failure.resource.id);
    const all = outcomes.flatMap(({ resource, value }) => (value ?? []).flatMap((kept) => kept.kind === 'kept' && kept.name !== undefined ? [{ resource, kept: { ...kept, name: kept.name } }] : []));
    const found = all.find(({ kept }) => kept.name === name);
    if (found === undefined) {
        const { digest } = session.inputs;
        const gone = digest === null ? null : await goneBefore(session, project, name, digest);
        if (gone !== null)
            return { gone };
        throw new errors/* RewindError */.Ir('input-invalid', `No database "${name}" is kept.`, {
            remedy: `Kept are: ${all.map(({ kept }) => kept.name).join(', ') || 'none'}.`,
        });
    }
    const days = project.config.recovery['keep-days'];
    const from = new Date(Date.parse(found.kept.since) + days * progress/* DAY_MS */.sO);
    // People can edit the comment of the database that holds the time.
    if (Number.isNaN(from.getTime())) {
        const message = `The comment of "${name}" does not say since when it is kept ("${found.kept.since}").`;
        throw new errors/* RewindError */.Ir('drop-too-early', message, {
            resource: found.resource.id,
            remedy: `Find out when it was kept: "rewind incident show" has the time. When nobody needs it any more: ${found.kept.drop}`,
        });
    }
    if (ctx.clock.now() < from) {
        throw new errors/* RewindError */.Ir('drop-too-early', `"${name}" is kept since ${found.kept.since}. It may be dropped from ${from.toISOString()} on (recovery.keep-days: ${days}).`, { resource: found.resource.id });
    }
    const digest = digestOfDrop(project, name, found.kept.since, found.resource.id);
    return { ...found, digest };
}
function shown(session, { config: { approval } }, { kept: { name, since }, resource, digest }) {
    const waits = session.run !== null && session.inputs.typedDigest === null && (0,typed_digest/* isDigestRule */.bq)(approval);
    const apply = (0,command_line/* commandLine */.ay)(session, ['recover', '--drop-database', name, '--digest', digest]);
    const text = `The database "${name}" is kept since ${since} by "${resource.id}". Its rows are lost when it is dropped: "rewind salvage" and "rewind undo" cannot use it any more.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ database: name, since, resource: resource.id, digest, dropped: false }),
        text: `${text}\n\n${waits ? (0,typed_digest/* howToType */.Og)(approval, digest) : `To drop it:\n  ${apply}`}`,
        summary: `## Drop of a kept database\n\n${(0,markdown/* codeBlock */.DV)('text', text)}\n\nDigest: \`${digest}\`${waits ? `\n\n${(0,typed_digest/* howToType */.Og)(approval, digest)}` : ''}`,
        outputs: { verdict: 'planned', approval: waits ? 'digest' : 'reviewed', 'plan-digest': digest, changes: '1' },
    };
}
async function drop(session, project, found, approved) {
    const { resource, kept, digest } = found;
    if (approved !== digest) {
        throw new errors/* RewindError */.Ir('plan-mismatch', `The approved digest ${approved} is not the one of this database (${digest}).`, {
            remedy: `Run "${(0,command_line/* commandLine */.ay)(session, ['recover', '--drop-database', kept.name])}" again, and get its digest approved.`,
        });
    }
    const approval = await (0,gate/* reviewOf */.QR)(session, project.config, { digest }, false);
    const gone = await (0,environment_lock/* underLock */.y)(session, project, DROP, digest, async () => {
        // Another run may have dropped it, or given it its name back, before this one had the lock.
        const now = await findDroppable(session, project, kept.name);
        if ('gone' in now)
            return now.gone;
        if (now.digest !== digest)
            throw new errors/* RewindError */.Ir('plan-drift', `"${kept.name}" is not the same database any more.`);
        await resource.provider.capabilities?.dropKept?.(resource.config, (0,create_context/* forResource */.i_)(session.context, resource.id), kept.name);
        return null;
    });
    if (gone !== null)
        return gone;
    await writeDrop(session, project);
    const text = `Dropped the database "${kept.name}" (${(0,approval_record/* describeApproval */.x)(approval)}).`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ database: kept.name, since: kept.since, resource: resource.id, digest, dropped: true }),
        text,
        summary: `## Drop of a kept database\n\n${(0,markdown/* codeBlock */.DV)('text', text)}`,
        outputs: { verdict: 'dropped', 'plan-digest': digest, changes: '1' },
    };
}
/** A record that cannot be read or written is a warning: the database is gone all the same. */
async function writeDrop(session, project) {
    try {
        await dischargeMet(session, project, await readStatus(session, project, await (0,past_rollbacks/* pastRollbacks */.cM)(session, project)));
    }
    catch (error) {
        session.context.log.warn((0,runtime_text/* sentences */.hC)(`The database was dropped, but the record could not be read: ${(0,errors/* asRewindError */.m2)(error).message}`, 'To write it, run the same command again.'));
    }
}

// EXTERNAL MODULE: ./lib/cli/quarantine-status.js + 1 modules
var quarantine_status = __webpack_require__(49837);
;// CONCATENATED MODULE: ./lib/commands/recover/goal.js






/** Obligations that a recovery plans; the others are discharged in other ways. */
const isPlanned = ({ kind }) => kind === 'production-pinned' || kind === 'changes-undone';
/**
 * The rollback whose state before is the goal: the first one that left what is still open. Without such an obligation, the
 * newest one that changed something.
 */
function rollbackToRecover(past, open) {
    const left = new Set(open.filter(isPlanned).map(({ rollback }) => rollback));
    return (past.findLast(({ plan }) => left.has(plan.digest)) ??
        past.find(({ plan, entries }) => plan.undoes === null &&
            plan.recovers === undefined &&
            plan.mitigates === undefined &&
            (0,undo/* begunChanges */.Ps)(plan, entries).length > 0));
}
/**
 * The resources of a plan: those of --scope; with a deployment, those that it can serve; with steps, those with open
 * obligations and percentages; else those with open obligations, and those that see the same databases.
 */
function resourcesToRecover({ resources }, inputs, open, ctx) {
    if (inputs.scope !== null)
        return [...resources];
    if (inputs.deployment !== null)
        return resources.filter(({ provider }) => provider.capabilities?.forward !== undefined);
    const ids = new Set(open.filter(isPlanned).flatMap(({ resource }) => (resource === null ? [] : [resource])));
    if (inputs.flagSteps !== null)
        return resources.filter(({ id, provider }) => ids.has(id) && provider.capabilities?.inSteps !== undefined);
    return (0,engine_resources/* withSharedDatabases */.s2)(resources, ids, ctx);
}
/** @throws RewindError deployment-not-eligible, input-invalid */
async function chooseDeployments(session, project, wanted, manifest, resources, ctx) {
    if (wanted === null)
        return { deployments: {}, resources };
    const deployments = {};
    const others = new Set();
    for (const resource of resources) {
        const { id, config } = resource;
        const { forward } = resource.provider.capabilities ?? {};
        const captured = manifest.resources.find((one) => one.id === id);
        if (forward === undefined || captured === undefined)
            continue;
        const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
        const isHeld = async (commit) => (await (0,quarantine_status/* heldBack */.Zg)(session, project, commit)).held;
        const chosen = await forward.choose(config, (0,create_context/* forResource */.i_)(ctx, id), saved, wanted, isHeld);
        if (chosen === null)
            others.add(id);
        else
            deployments[id] = chosen;
    }
    if (Object.keys(deployments).length > 0) {
        return { deployments, resources: resources.filter(({ id }) => !others.has(id)) };
    }
    if (others.size > 0) {
        throw new errors/* RewindError */.Ir('deployment-not-eligible', `${wanted} is no deployment of ${[...others].join(', ')}, or it does not exist any more.`, { remedy: 'Name the id of a deployment of production: --deployment ID.' });
    }
    throw new errors/* RewindError */.Ir('input-invalid', '--deployment needs a resource in scope that holds what serves production.', {
        remedy: 'Add that resource to --scope, or leave --deployment out.',
    });
}

;// CONCATENATED MODULE: ./lib/commands/recover/index.js
























const recover_flags = {
    status: (0,flags/* toggle */.L$)('Only show what is not yet normal, and what production says of it. Changes nothing.'),
    deployment: (0,flags/* text */.Qq)('id', 'The fix that takes production: the id of a deployment, or latest.'),
    'flag-steps': {
        ...(0,flags/* text */.Qq)('percentages', 'Bring flags forward in these steps, e.g. 10,50,100. Needs --gate-command.'),
        allowed: 'two or more rising whole numbers from 1 to 100, comma-separated; the last is 100',
        parse: stepsOf,
        absent: null,
    },
    'gate-command': {
        ...(0,flags/* text */.Qq)('command', 'With --deployment or --flag-steps: release in stages, and run this shell command before each further stage.'),
        allowed: 'a shell command',
        // An empty command would pass every stage.
        parse: (given) => (given.trim() === '' ? undefined : given),
    },
    'drop-database': (0,flags/* text */.Qq)('name', 'Plan the drop of this database, which a restore kept. With --digest: drop it.'),
    digest: { ...rollback_flags/* flags */.M.digest, description: 'Digest of the approved drop (--drop-database).' },
    ...plan_flags/* planFlags */.j,
    incident: flags/* FLAGS */.Wg.incident,
    out: flags/* FLAGS */.Wg.out,
};
/** The way forward after a rollback. Plans; the plan is approved and carried out like any other. */
/* harmony default export */ const recover = ((0,command/* defineCommand */.N)({
    name: 'recover',
    summary: 'Show what is not yet normal after a rollback, and plan the way forward: the fix, and the changes that were undone.',
    arguments: [
        {
            name: 'rollback',
            description: 'First digits of the digest of its plan, or latest. Default: the first one that left something to recover.',
        },
    ],
    flags: recover_flags,
    examples: [
        'recover --status',
        'recover --deployment latest',
        "recover --deployment latest --gate-command './smoke-test.sh'",
        "recover --flag-steps 10,50,100 --gate-command './check-errors.sh'",
        'recover --scope flags,env',
        'recover --drop-database shop_before_20261126t030405z_1a2b3c',
    ],
    notes: [
        'Without --status, the incident first records as discharged what production shows as finished. What cannot be read stays open.',
        'The goal is the state before the rollback. With --deployment it is that deployment in production, and nothing else, unless',
        '--scope names more resources. Migrations that were taken down are applied again; data that a restore replaced comes back',
        'only by "rewind undo". "rewind rollback --digest DIGEST" applies the plan.',
        'The gate command stands in the plan. It runs with "sh -c" in the root of the repository. Its environment has REWIND_STAGE,',
        'REWIND_STAGES, REWIND_PERCENTAGE, REWIND_DEPLOYMENT or REWIND_FLAGS, the variables GATE_…, and no credential of Rewind.',
        'Exit status 0: the next stage begins; any other: production returns to the deployment before, or the flags return to what',
        'they were before the first step, and the recovery is incomplete.',
        '--flag-steps needs a flag service with percentages. Without --scope it plans the resources of such services. Bring the',
        'deployment forward first: flags are changed before a deployment of the same plan. The plan names the flags that change',
        'at once.',
        'A build of a commit that was rolled back is refused until a person lifts the quarantine.',
    ],
    verdicts: ['normal', 'open', 'planned', 'dropped', 'not-kept'],
    outputs: [...plan_flags/* PLAN_OUTPUTS */.l, 'incident-artifact', 'incident-path', 'index-artifact', 'index-path'],
    async run(session) {
        const project = await session.open();
        const { dropDatabase: name } = session.inputs;
        assertTogether(session.inputs);
        if (name !== null) {
            if (session.inputs.digest === null)
                await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
            else
                (0,gate/* assertEnvironment */.Wc)(session, project);
            return dropDatabase(session, project, name);
        }
        const rollbacks = await (0,past_rollbacks/* rollbacksOfStore */.kZ)(session, project);
        const { past } = rollbacks;
        const waiting = (0,past_rollbacks/* unbegunNotice */.t1)(rollbacks, (words) => (0,command_line/* commandLine */.ay)(session, words));
        const isWaiting = waiting !== null;
        if (session.inputs.status) {
            return recover_shown(session, project, { ...(await readStatus(session, project, past)), waiting: isWaiting }, waiting);
        }
        const cautions = await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
        const found = await readStatus(session, project, past);
        const discharged = await dischargeMet(session, project, found);
        for (const { id, reading } of discharged)
            session.context.log.info(`Discharged ${id}: ${reading.why}.`);
        const obligations = found.obligations.filter((one) => !discharged.includes(one));
        const status = { ...found, obligations, waiting: isWaiting };
        const chosen = chosenRollback(session, project, rollbacks, status);
        if (chosen === null)
            return recover_shown(session, project, status, session.inputs.flagSteps === null ? waiting : NO_STEPS);
        const earlier = past.map((one) => one.plan).filter(({ recovers }) => recovers?.rollback === chosen.plan.digest);
        return plan(session, project, { cautions, past: chosen, earlier, status });
    },
}));
/** @returns undefined if they are no steps */
function stepsOf(given) {
    const steps = given.split(',').map((one) => (/^ *\d{1,3} *$/.test(one) ? Number(one) : Number.NaN));
    const rise = steps.every((one, at) => one > (steps[at - 1] ?? 0));
    return steps.length > 1 && rise && steps.at(-1) === 100 ? steps : undefined;
}
const NO_STEPS = 'Nothing is planned: no resource whose changes are undone belongs to a flag service with percentages. Without --flag-steps, changes come back at once.';
/** A flag that would be ignored is refused: above all, --status never drops a database. @throws RewindError input-invalid */
function assertTogether(inputs) {
    const { status, deployment, dropDatabase: name, digest, args, flagSteps, gateCommand } = inputs;
    const given = [
        ...(args.length === 0 ? [] : ['a rollback']),
        ...(deployment === null ? [] : ['--deployment']),
        ...(flagSteps === null ? [] : ['--flag-steps']),
        ...(gateCommand === null ? [] : ['--gate-command']),
        ...(name === null ? [] : ['--drop-database']),
        ...(digest === null ? [] : ['--digest']),
    ];
    const refuse = (flag, others) => {
        if (others.length === 0)
            return;
        throw new errors/* RewindError */.Ir('input-invalid', `${flag} does not go together with ${others.join(', ')}.`, {
            remedy: `Leave ${flag} or ${others.join(', ')} out.`,
        });
    };
    if (status)
        refuse('--status', given);
    if (flagSteps !== null && deployment !== null)
        refuse('--flag-steps', ['--deployment']);
    if (flagSteps !== null && gateCommand === null) {
        throw new errors/* RewindError */.Ir('input-invalid', '--flag-steps needs --gate-command.', {
            remedy: 'Name the command that decides before each further step, or leave --flag-steps out.',
        });
    }
    if (gateCommand !== null && deployment === null && flagSteps === null && name === null) {
        throw new errors/* RewindError */.Ir('input-invalid', '--gate-command needs --deployment or --flag-steps.', {
            remedy: 'Name the deployment or the steps, or leave --gate-command out.',
        });
    }
    if (name !== null) {
        refuse('--drop-database', given.filter((one) => one !== '--drop-database' && one !== '--digest'));
    }
    else if (digest !== null) {
        throw new errors/* RewindError */.Ir('input-invalid', '--digest belongs to --drop-database.', {
            remedy: 'To apply the plan of a recovery: "rewind rollback --digest DIGEST".',
        });
    }
}
const statusFacts = (session, { environment, store }, status) => ({
    ...status,
    environment,
    place: (0,lib_store/* placeOf */.$)(store, session.context),
    command: (words) => (0,command_line/* commandLine */.ay)(session, words),
});
/** @param notice a sentence before it */
function recover_shown(session, { config }, status, notice = null) {
    const { environment } = config;
    const facts = statusFacts(session, config, status);
    const normal = !(status.waiting && status.incidents.length > 0) &&
        status.unrecorded.length + status.unread.length === 0 &&
        status.obligations.every(({ reading }) => reading.state === 'met');
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment, normal, ...status }),
        text: [...(notice === null ? [] : [notice]), recoveryText(facts, session.context.clock.now())].join('\n'),
        summary: [...(notice === null ? [] : [(0,markdown/* escapeText */.X1)(notice)]), recoveryMarkdown(facts)].join('\n\n'),
        outputs: { verdict: normal ? 'normal' : 'open', changes: '0' },
    };
}
/** Null if there is nothing to plan: what is left is discharged in other ways. */
function chosenRollback({ inputs, context: ctx }, project, { past, unbegun }, { obligations }) {
    const [named] = inputs.args;
    if (named !== undefined)
        return (0,past_rollbacks/* findRollback */.a5)(past, named, project.config.environment, unbegun);
    const asked = inputs.deployment !== null || inputs.scope !== null;
    if (!asked && resourcesToRecover(project, inputs, obligations, ctx).length === 0)
        return null;
    const found = rollbackToRecover(past, obligations);
    if (found !== undefined)
        return found;
    throw new errors/* RewindError */.Ir('rollback-not-found', `The store has no rollback of "${project.config.environment}" to recover from.`);
}
async function plan(session, project, { cautions, past, earlier, status }) {
    const { inputs, context: ctx } = session;
    const { gateCommand: gate, flagSteps: steps } = inputs;
    const before = (0,undo/* stateBefore */.L9)(past.entries);
    if (before === null) {
        throw new errors/* RewindError */.Ir('rollback-not-found', `The rollback ${past.plan.digest.slice(0, 12)} changed nothing.`, {
            remedy: 'There is nothing to recover from.',
        });
    }
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, before, project.origin);
    const within = (0,create_context/* forSnapshot */.C)(ctx, manifest);
    const wanted = resourcesToRecover(project, inputs, status.obligations, ctx);
    for (const id of (0,live_plan/* notInSnapshot */.$J)(wanted, manifest)) {
        ctx.log.warn(`"${id}" is not in snapshot ${manifest.id}, so it will not be recovered.`);
    }
    const { deployments, resources } = await chooseDeployments(session, project, inputs.deployment, manifest, wanted, within);
    const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, null);
    const made = await (0,live_plan/* planFromLive */.qY)({
        ...project,
        resources,
        ctx,
        manifest,
        database: 'up',
        scope: resources.map(({ id }) => id),
        recovers: {
            rollback: past.plan.digest,
            deployments,
            ...(gate === null ? {} : { gate }),
            ...(steps === null ? {} : { steps: [...steps] }),
        },
        earlier,
    });
    await (0,quarantine/* assertNotQuarantined */.c)(session, project, made, manifest, resources, within);
    if (made.changes.length + made.manual.length === 0) {
        return recover_shown(session, project, status, `No change is planned: a recovery has none to make in ${quoted(resources)}.`);
    }
    const notice = noticeOf(session, past, status, project);
    const facts = {
        manifest,
        trust,
        resources,
        cautions,
        chosen: null,
        notice,
        findings: [...(await (0,cli_incident/* openMitigationFindings */.Ix)(session, project)), ...(await (0,aside/* leftBeside */.e)(resources, ctx))],
        advice: null,
    };
    const { exit, json, text: shownPlan, summary, outputs } = await (0,publish_plan/* publishPlan */.JL)(session, project, made, facts);
    return { exit, json, text: shownPlan, summary, outputs: { ...outputs, verdict: 'planned' } };
}
const quoted = (resources) => resources.map(({ id }) => `"${id}"`).join(', ');
function noticeOf(session, { plan: of, at }, status, { config }) {
    const what = `This recovers from the rollback ${of.digest.slice(0, 12)}, last begun at ${at} (to snapshot ${of.snapshot}).`;
    return `${what} ${recoveryHeadline(statusFacts(session, config, status))}`;
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-mismatch', `The store holds no replay plan ${digest} of "${environment}".`, {
            remedy: 'Run "rewind replay" and get that plan approved.',
        });
    }
    const plan = (0,_engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReplayPlan */ .kl)(content);
    if (plan.digest === digest && plan.environment === environment)
        return plan;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-mismatch', `The store holds another replay plan under the digest ${digest}.`);
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
/** Undefined if the store does not hold it; null if it is no JSON. */
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

/***/ 46904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ flags),
/* harmony export */   r: () => (/* binding */ RUN_OUTPUTS)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);


const digest = {
    ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('sha256', 'Digest of the approved plan. Required.'),
    allowed: 'the 64 hexadecimal digits from "rewind plan"',
    parse: (given) => {
        const digits = given.trim().toLowerCase();
        return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
    },
};
const flags = {
    digest,
    plan: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.plan,
    snapshot: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.snapshot,
    database: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.database,
    'include-later-changes': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['include-later-changes'],
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    approval: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .APPROVAL_KINDS */ ._1, 'reviewed', '"expedited" if the plan needs no review.'),
    'typed-digest': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['typed-digest'],
    incident: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.incident,
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    out: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out,
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};
/** Outputs of the commands that carry a plan out. */
const RUN_OUTPUTS = [
    'label',
    'snapshot-id',
    'report-path',
    'changes',
    'index-artifact',
    'index-path',
    'retention-days',
    'rollback-artifact',
    'rollback-path',
    'undo-config-artifact',
    'undo-config-path',
    'undo-database-artifact',
    'undo-database-path',
    'incident-id',
    'incident-artifact',
    'incident-path',
];


/***/ }),

/***/ 81894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ planFlags),
/* harmony export */   l: () => (/* binding */ PLAN_OUTPUTS)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);

/** Flags of the commands that make a plan. */
const planFlags = {
    plan: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.plan,
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    'typed-digest': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['typed-digest'],
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    'plan-environment': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['plan-environment'],
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};
const PLAN_OUTPUTS = [
    'snapshot-id',
    'label',
    'plan-digest',
    'plan-path',
    'changes',
    'approval',
    'unconfirmed',
];


/***/ }),

/***/ 26007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ quarantinedByUndo),
/* harmony export */   c: () => (/* binding */ assertNotQuarantined)
/* harmony export */ });
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21722);
/* harmony import */ var _cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49837);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85836);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16449);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29519);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67217);






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
        const goal = await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .goalOf */ .ZZ)(resource, (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, captured?.state), recovers, ctx);
        const { commit, deployment } = (0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_5__/* .describeState */ .Jw)(resource.provider, goal);
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
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RewindError */ .Ir('commit-quarantined', `${first.name} is a build of a commit that is held back: ${first.why}`, {
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
    const held = await heldIn(session, project, plan, manifest, resources, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_3__/* .forSnapshot */ .C)(session.context, manifest));
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'The replay plan could not be read.');
    if (replayDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The replay plan was changed: its content does not match its digest.');
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
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'The store holds a damaged note of how many events were sent.', {
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
