export const id = 5836;
export const ids = [5836];
export const modules = {

/***/ 49198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   e6: () => (/* binding */ plannedChangeOf),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* harmony import */ var _configured_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72028);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98479);


/**
 * True for what was changed after the deploy and stays. The database mode is a choice of its own, and migrations after the
 * deploy cannot stay without those before them.
 */
const isKept = ({ origin, database }, resource, includeLater) => origin === 'later' && database === undefined && !includeLater.includes(resource);
/** The change of a provider as a plan holds it. @throws ZodError for a change of no valid shape */
const plannedChangeOf = (resource, provider, change) => {
    const rest = { ...change };
    // Only the comparison needs them.
    delete rest.parts;
    delete rest.follows;
    delete rest.builds;
    return _plan_js__WEBPACK_IMPORTED_MODULE_1__/* .plannedChange */ .p8.parse({ ...rest, resource, provider });
};
/** Nobody chooses a database mode for an undo, so what only another mode would change is for a person. */
const NO_MODE = 'An undo runs no migration. Undo it by hand, or restore the database.';
/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
function assemblePlan(input) {
    const undo = (input.undoes ?? null) !== null;
    const ofMode = ({ database }) => database === undefined || database === input.database || (database === 'up' && input.database === 'down');
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChangeOf(id, provider, undo && !ofMode(change) ? { manual: NO_MODE, ...change } : change)));
    const inOrder = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .stagesOf */ .ZL)(input)
        .flatMap((stage) => all.filter((change) => change.stage === stage))
        .map((change) => (input.database === 'up' ? change : asRollback(change)));
    const chosen = (change) => undo || ofMode(change);
    const includeLater = [...(input.includeLater ?? [])].sort();
    const stays = (change) => isKept(change, change.resource, includeLater);
    const remaining = inOrder.filter((change) => !stays(change));
    // What a change of another resource does is not left to a person.
    const byOther = ({ action, target, resource, manual }) => manual !== undefined &&
        action === 'create' &&
        remaining.some((other) => other.target === target && other.resource !== resource && other.manual === undefined);
    const toUndo = remaining.filter((change) => !byOther(change));
    const content = {
        program: input.program,
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        undoes: input.undoes ?? null,
        ...(input.recovers === undefined ? {} : { recovers: input.recovers }),
        ...(input.mitigates === undefined ? {} : { mitigates: input.mitigates }),
        release: input.release ?? null,
        includeLater,
        ...(input.stays === undefined || input.stays.length === 0 ? {} : { stays: [...input.stays].sort() }),
        ...(0,_configured_js__WEBPACK_IMPORTED_MODULE_0__/* .configuredIn */ .O$)(input.resources, toUndo),
        changes: exposureFirst(toUndo.filter((change) => chosen(change) && change.manual === undefined)),
        manual: toUndo.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: toUndo.filter((change) => !chosen(change)),
        later: inOrder.filter(stays),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planDigest */ .Gb)(content),
    };
}
/** Only a recovery applies migrations again; a rollback leaves that to a person. */
function asRollback(change) {
    const { byHand, ...rest } = change;
    return byHand === undefined ? change : { ...rest, manual: byHand };
}
/** Moves the changes that wait for no stage to the front. */
function exposureFirst(changes) {
    const early = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .earlyChanges */ .Hj)(changes);
    return [...changes.filter((change) => early.has(change)), ...changes.filter((change) => !early.has(change))];
}


/***/ }),

/***/ 72028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ otherwiseConfigured),
/* harmony export */   O$: () => (/* binding */ configuredIn),
/* harmony export */   uI: () => (/* binding */ configuredOf)
/* harmony export */ });
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);

/**
 * Keys that say how Rewind works, not what it restores. A person may correct them in the middle of a rollback, e.g. raise a
 * time limit, and the rollback goes on.
 */
const HOW = ['client-bin', 'compress', 'drill', 'keep-days', 'maintenance', 'maintenance-database', 'wait'];
const isHow = (key) => HOW.includes(key) || key.endsWith('-seconds');
/** Enough of SHA-256 that nobody finds another value with the same digest. */
const DIGEST_LENGTH = 32;
/** Each list is a set, e.g. of paths or targets: another order of the same entries covers the same. */
function sorted(value) {
    if (Array.isArray(value)) {
        return value.map(sorted).sort((a, b) => ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(a) < (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(b) ? -1 : 1));
    }
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
}
/**
 * What a resource was planned with: a digest of the value of each key. The configuration holds no secrets, only names of variables (`${NAME}`). Pure.
 */
function configuredOf(config) {
    return Object.fromEntries(Object.entries(config ?? {})
        .filter(([key, value]) => value !== undefined && !isHow(key))
        .map(([key, value]) => [key, (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(sorted(value)).slice(0, DIGEST_LENGTH)]));
}
/** What the resources of these changes were planned with, for the plan. Pure. */
function configuredIn(resources, changes) {
    const entries = resources
        .filter(({ id }) => changes.some(({ resource }) => resource === id))
        .flatMap(({ id, configured }) => (configured === undefined ? [] : [[id, { ...configured }]]));
    return entries.length === 0 ? {} : { configured: Object.fromEntries(entries) };
}
/**
 * The resources whose configuration is another one than the plan was made with. What it no longer covers differs from nothing,
 * so its approved changes would count as done. Resources that are not configured any more are not in the result. Pure.
 *
 * @param program the running version of Rewind. Another one may know more keys than the one that made the plan; then only the
 * keys of the plan count
 * @returns the keys that differ, by resource; empty also for a plan of a version that did not write them down
 */
function otherwiseConfigured({ configured = {}, program: planned }, resources, program) {
    return new Map(resources.flatMap(({ id, config }) => {
        const before = configured[id];
        if (before === undefined)
            return [];
        const now = configuredOf(config);
        const keys = Object.keys(planned === program ? { ...before, ...now } : before);
        const different = keys.filter((key) => before[key] !== now[key]).sort();
        return different.length === 0 ? [] : [[id, different]];
    }));
}


/***/ }),

/***/ 98079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ goalOf),
/* harmony export */   y: () => (/* binding */ notInSteps)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);

/**
 * The state that a plan returns to: that of the snapshot; in a recovery, with the chosen deployment or in steps.
 * @param begun plans that may be half done; only steps need them
 */
async function goalOf({ id, provider, config }, saved, recovers, ctx, begun = []) {
    const { capabilities } = provider;
    const { gate, steps } = recovers ?? {};
    if (capabilities?.inSteps !== undefined && steps !== undefined && gate !== undefined) {
        const own = begun.flatMap(({ changes }) => changes.filter(({ resource }) => resource === id));
        return capabilities.inSteps(config, saved, { percentages: steps, gate, earlier: own.map(({ params }) => params) });
    }
    const forward = capabilities?.forward;
    if (recovers === undefined || forward === undefined)
        return saved;
    const stages = steps === undefined ? (gate ?? null) : null;
    return forward.desired(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, id), saved, recovers.deployments[id] ?? null, stages);
}
/** In a recovery with steps: what the approver must know of a provider without percentages. */
const notInSteps = (change) => ({
    ...change,
    warnings: [...change.warnings, 'changes at once, not in steps, and does not wait for the gate command'],
});


/***/ }),

/***/ 85836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _f: () => (/* binding */ compareWithLive),
  $J: () => (/* binding */ notInSnapshot),
  Bu: () => (/* binding */ parseState),
  qY: () => (/* binding */ planFromLive),
  I$: () => (/* binding */ throwCombined)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/change.js
var change = __webpack_require__(77936);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var runtime_errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/program.js
var runtime_program = __webpack_require__(81132);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/engine/configured.js
var configured = __webpack_require__(72028);
;// CONCATENATED MODULE: ./lib/engine/flags-on.js
/**
 * The flags of one resource that are on now, and when each was turned on. Pure.
 * @param release the state just after the deploy; null: unknown
 */
function flagsOn(resource, { saved, release, live }) {
    return [...(live.flags ?? [])].flatMap(([key, on]) => {
        if (!on)
            return [];
        if (saved.flags?.get(key) === true)
            return [{ resource, key, since: 'before' }];
        const later = release !== null && release.flags?.get(key) !== true;
        return [{ resource, key, since: later ? 'later' : 'deploy' }];
    });
}

// EXTERNAL MODULE: ./lib/engine/goal.js
var goal = __webpack_require__(98079);
// EXTERNAL MODULE: ./lib/engine/assemble-plan.js
var assemble_plan = __webpack_require__(49198);
// EXTERNAL MODULE: ./lib/engine/mitigated.js
var mitigated = __webpack_require__(69156);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
;// CONCATENATED MODULE: ./lib/engine/stale-variables.js

/**
 * Adds a warning to each change that brings back an old build: variables that were set after it was built come back with the
 * value of then, for example a password that was changed. Not for those that the plan returns to a value from before the
 * build, and not if the plan builds again. Pure.
 *
 * @param stays whether a change of a resource is left out of the plan
 * @param approved the changes of the approved plan, if an earlier run of it may have made some: their variables count as
 * returned by the plan, or the rest of an interrupted plan would differ from what was approved
 * @returns the changes by resource
 */
function withStaleVariables(compared, stays, approved = []) {
    const undone = ({ resource, changes }) => changes.filter((change) => change.manual === undefined && !stays(change, resource));
    const returned = new Set(approved.map(plan/* keyOf */.TN));
    const rebuilds = [...approved, ...compared.flatMap(undone)].some(({ deploys }) => deploys === true);
    const variables = rebuilds ? [] : compared.flatMap((of) => variablesAfter(of, undone(of), returned));
    return new Map(compared.map(({ resource, changes }) => [resource, changes.map((change) => withWarning(change, variables))]));
}
function withWarning(change, variables) {
    const { builds } = change;
    if (builds === undefined)
        return change;
    const stale = variables.filter(({ project, changedAt }) => builds.project.includes(project) && changedAt > builds.at);
    if (stale.length === 0)
        return change;
    const names = stale.map(({ name, changedAt }) => `${name} (changed ${iso(changedAt)})`).join(', ');
    const warning = `It was built ${iso(builds.at)}. Variables that were changed later come back as they were then: ${names}. Check that the old values are still valid.`;
    return { ...change, warnings: [...change.warnings, warning] };
}
/** The variables of production as the plan leaves them. */
function variablesAfter({ resource, saved, live }, undone, returned) {
    const restored = new Set(undone.map(({ id }) => id));
    const isRestored = (id) => restored.has(id) || returned.has((0,plan/* keyOf */.TN)({ resource, id }));
    const of = ({ variables = [] }, wanted) => variables.filter(({ change }) => isRestored(change) === wanted);
    return [...of(live, false), ...of(saved, true)];
}
const iso = (milliseconds) => `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;

// EXTERNAL MODULE: ./lib/engine/three-way.js
var three_way = __webpack_require__(56724);
;// CONCATENATED MODULE: ./lib/engine/live-plan.js



















/** Captures the live state (read-only) and compares it with the snapshot. No failure of one resource hides another. */
async function compareWithLive(request) {
    const { manifest, resources } = request;
    const ctx = (0,create_context/* forSnapshot */.C)(request.ctx, manifest);
    const deployedBy = deployerOf(request);
    const program = (0,runtime_program/* programId */.W)();
    // Awaited below. A resource that fails before that must not leave a rejection that nobody handles.
    program.catch(() => undefined);
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // The resource was configured after the snapshot, which holds no state of it.
        if (!captured)
            return { changes: [], saved: {}, live: {}, on: [], blind: [], hazards: [] };
        (0,engine_resources/* assertSameProvider */.Wo)(resource, captured.provider);
        const { provider, config } = resource;
        const begun = [...(request.approved ? [request.approved] : []), ...(request.earlier ?? [])];
        const returned = await (0,goal/* goalOf */.Z)(resource, parseState(resource, captured.state), request.recovers, ctx, begun);
        const then = request.liveOf?.resources.find(({ id }) => id === resource.id);
        const live = then === undefined
            ? await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, resource.id), new payload_files/* DiscardingSink */.AP(returned, request.recentMs))
            : parseState(resource, then.state);
        const { mitigates } = request;
        // A mitigation changes what is live; only its lift returns to a snapshot.
        const saved = mitigates?.lifts === false ? (0,mitigation/* eased */.RK)(resource, live, mitigates).desired : returned;
        const { capabilities } = provider;
        const after = request.release?.resources.find(({ id }) => id === resource.id);
        const describe = (state) => capabilities?.describeState?.(state) ?? {};
        const released = mitigates?.lifts === true
            ? { state: (0,mitigation/* eased */.RK)(resource, saved, mitigates).desired }
            : after?.provider === resource.providerId
                ? { state: parseState(resource, after.state) }
                : null;
        const described = {
            saved: describe(saved),
            release: released && describe(released.state),
            live: describe(live),
        };
        const threeWay = (release) => {
            const asked = mitigates === undefined ? live : (0,mitigation/* settled */.gu)(resource, live);
            const found = (0,three_way/* changesWithOrigin */.Qz)(provider, saved, release, live, asked);
            const approved = (request.approved?.changes ?? []).filter((change) => change.resource === resource.id);
            return (0,three_way/* withAuthors */.NZ)((0,three_way/* asApproved */.mN)(found, approved), { ...described, release: describe(release) }, deployedBy);
        };
        // A measure that the snapshot holds is not what the deploy replaced: its end is a later change.
        const held = mitigates === undefined ? (0,mitigated/* mitigatedKeys */.BA)(manifest.mitigated ?? []) : [];
        const stays = new Set([
            ...(request.stays ?? []),
            ...(mitigates?.leaves ?? []),
            ...(mitigates?.holds ?? []),
            ...held,
        ]);
        const changes = (released ? threeWay(released.state) : provider.plan(saved, live)).map((change) => stays.has((0,three_way/* objectKeyOf */.Gs)(resource.id, change.id)) ? { ...change, origin: 'later' } : change);
        const atOnce = request.recovers?.steps !== undefined && capabilities?.inSteps === undefined;
        return {
            changes: atOnce ? changes.map(goal/* notInSteps */.y) : changes,
            saved: described.saved,
            live: described.live,
            on: flagsOn(resource.id, described),
            blind: capabilities?.blindSpots?.(saved, live) ?? [],
            // What another database lacks says nothing of what the code meets in its own.
            hazards: capabilities?.database
                ? [changes.some(other_object/* isOtherObject */.gK) ? null : capabilities.database.hazards(saved, live)]
                : [],
        };
    });
    const includeLater = request.includeLater ?? [];
    const changes = withStaleVariables(outcomes.flatMap(({ resource, value }) => (value ? [{ resource: resource.id, ...value }] : [])), (change, resource) => (0,assemble_plan/* isKept */.t8)(change, resource, includeLater), request.approved?.changes);
    const restored = restoredDatabases(outcomes, request.database, ctx);
    const covers = (resource, change) => isCovered(resource, change, request.database, restored, ctx);
    const plan = (0,assemble_plan/* assemblePlan */.SL)({
        createdAt: ctx.clock.now(),
        program: await program,
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,snapshot_files/* manifestDigest */.It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        undoes: request.undoes ?? null,
        recovers: request.recovers,
        mitigates: request.mitigates,
        release: request.release
            ? {
                id: request.release.id,
                digest: await (0,snapshot_files/* manifestDigest */.It)(request.store, manifest.environment, request.release.id),
            }
            : null,
        includeLater,
        stays: request.stays ?? [],
        resources: outcomes.map(({ resource }) => ({
            id: resource.id,
            provider: resource.providerId,
            configured: (0,configured/* configuredOf */.uI)(resource.config),
            changes: (changes.get(resource.id) ?? []).filter((change) => !covers(resource, change)),
        })),
    });
    return {
        plan,
        covered: outcomes.flatMap(({ resource, value }) => (value?.changes ?? [])
            .filter((change) => covers(resource, change))
            .map((change) => (0,assemble_plan/* plannedChangeOf */.e6)(resource.id, resource.providerId, change))),
        described: new Map(outcomes.flatMap(({ resource, value }) => (value ? [[resource.id, value.live]] : []))),
        flagsOn: outcomes.flatMap(({ value }) => value?.on ?? []),
        flags: (0,engine_provider/* mergedFlags */.uY)(outcomes.flatMap(({ value }) => value?.live ?? [])),
        failures: outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [inResource(error, resource.id)])),
        blind: outcomes.flatMap(({ resource, value }) => (value?.blind ?? []).map((what) => ({ resource: resource.id, what }))),
        hazards: outcomes.flatMap(({ resource, value }) => (value?.hazards ?? []).map((found) => ({ resource: resource.id, found }))),
    };
}
/** Who made the deployment of the release capture; null if no resource tells. */
function deployerOf({ resources, release }) {
    const names = (release?.resources ?? []).flatMap(({ id, state }) => {
        const provider = resources.find((resource) => resource.id === id)?.provider;
        return provider === undefined ? [] : ((0,engine_provider/* describeState */.Jw)(provider, state).deployedBy ?? []);
    });
    return names[0] ?? null;
}
/** The databases that the plan restores whole. */
function restoredDatabases(outcomes, mode, ctx) {
    return new Set(outcomes.flatMap(({ resource, value }) => {
        const restores = value?.changes.some(({ database, manual }) => database === 'restore' && manual === undefined);
        return mode === 'restore' && restores === true ? ((0,engine_resources/* databaseOf */.zJ)(resource, ctx) ?? []) : [];
    }));
}
/** True for what another database mode would change inside a database that the plan restores whole. */
function isCovered(resource, { database }, mode, restored, ctx) {
    if (database === undefined || database === mode)
        return false;
    const own = (0,engine_resources/* databaseOf */.zJ)(resource, ctx);
    return own !== null && restored.has(own);
}
/** The claim names each resource that was not read, so the error must name it too. */
function inResource(error, resource) {
    const known = (0,runtime_errors/* asRewindError */.m2)(error, resource);
    if (known.resource === resource)
        return known;
    const { code, message, remedy, problems, cause } = known;
    return new runtime_errors.RewindError(code, message, { resource, remedy, problems, cause });
}
/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
async function planFromLive(request) {
    const { plan, failures } = await compareWithLive(request);
    throwCombined(failures);
    return plan;
}
/** The state of a resource in a manifest. @throws RewindError snapshot-unsupported */
function parseState(resource, state) {
    const parsed = resource.provider.state.safeParse(state);
    if (parsed.success)
        return parsed.data;
    throw new runtime_errors.RewindError('snapshot-unsupported', `This version of Rewind cannot read the state of "${resource.id}" in the snapshot.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources that the snapshot does not contain: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/**
 * Throws a single error as it is, several as one `preflight-failed` that lists them.
 * @param wayOut a sentence for the remedy: what works without these resources
 */
function throwCombined(errors, wayOut = null) {
    const [first] = errors;
    if (!first)
        return;
    // A cancelled run fails everywhere for one reason, and nothing needs repair.
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled)
        throw new runtime_errors.RewindError('cancelled', 'The run was cancelled. This run changed nothing.', { cause: cancelled });
    if (errors.length === 1) {
        if (wayOut === null)
            throw first;
        const { code, message, resource, remedy, problems, cause } = first;
        throw new runtime_errors.RewindError(code, message, { resource, remedy: `${remedy} ${wayOut}`, problems, cause });
    }
    throw new runtime_errors.RewindError('preflight-failed', `${errors.length} resources could not be read. This run changed nothing.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${(0,runtime_text/* sentences */.hC)(error.message, error.remedy)} (${error.code})`),
        ...(wayOut === null ? {} : { remedy: `Solve each problem, then run the same command again. ${wayOut}` }),
    });
}


/***/ }),

/***/ 23714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RK: () => (/* binding */ eased),
  xh: () => (/* binding */ factsFor),
  vd: () => (/* binding */ mitigationSchema),
  Vb: () => (/* binding */ nameOf),
  gu: () => (/* binding */ settled),
  ny: () => (/* binding */ takes),
  lb: () => (/* binding */ unknownToAll)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/engine/measure.js


/** A measure as a plan holds it. */
const measureSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('flags-off'), flags: schemas/* array */.YOg(schemas/* string */.YjP()), tags: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('maintenance'),
        flag: schemas/* string */.YjP().exactOptional(),
        item: schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: json/* jsonValue */.IL }).exactOptional(),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('scale-up'),
        min: schemas/* number */.aig().exactOptional(),
        max: schemas/* number */.aig().exactOptional(),
    }),
]);
const MEASURES = (/* unused pure expression or super */ null && (['flags-off', 'maintenance', 'scale-up']));

;// CONCATENATED MODULE: ./lib/engine/mitigation.js





/** What makes a plan a mitigation, or the lift of one. */
const mitigationSchema = schemas/* strictObject */.rej({
    /** Id in the configuration; null: its measure was named on the command line. */
    id: schemas/* string */.YjP().nullable(),
    measure: measureSchema,
    /** What the measure needs besides the live state, by resource. */
    facts: (0,json/* recordOf */.zv)((0,json/* recordOf */.zv)(json/* jsonValue */.IL)),
    /** After this many minutes it may be lifted without a person. */
    minutes: schemas/* number */.aig().int().positive(),
    /** True for the plan that lifts it: the one that returns to the state before. */
    lifts: schemas/* boolean */.zMY(),
    /** Of a lift: objects (`resource/object`) that it leaves as they are, because the measure is not in effect there any more. */
    leaves: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
    /** Of a lift: objects that it leaves as they are until another mitigation is lifted, too. */
    holds: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
});
/** What a mitigation is called in texts. */
const nameOf = ({ id, measure, }) => (id === null ? measure.kind : `${measure.kind} "${id}"`);
/** True if the provider of the resource can take the measure. */
const takes = ({ provider }, measure) => provider.capabilities?.mitigation?.kinds.includes(measure.kind) === true;
/**
 * The state with the measure. Pure.
 * @throws RewindError mitigation-impossible
 */
function eased(resource, state, { measure, facts }) {
    const { mitigation } = resource.provider.capabilities ?? {};
    if (mitigation === undefined || !takes(resource, measure))
        throw impossible(resource, measure);
    return mitigation.ease(resource.config, state, measure, facts[resource.id] ?? {});
}
/** Names that none of the resources has. @param unknown of each resource */
function unknownToAll(unknown) {
    const [first = [], ...others] = unknown;
    return first.filter((name) => others.every((names) => names.includes(name)));
}
/** The state as it was asked for: without what the service alone made of it. Pure. */
const settled = ({ provider }, state) => provider.capabilities?.mitigation?.settled?.(state) ?? state;
/** What the measure needs of each resource. Read-only. @throws RewindError mitigation-impossible, and those of a provider */
async function factsFor(resources, ctx, measure) {
    const found = await Promise.all(resources.map(async (resource) => {
        const { mitigation } = resource.provider.capabilities ?? {};
        if (mitigation === undefined || !takes(resource, measure))
            throw impossible(resource, measure);
        const facts = await mitigation.facts?.(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id), measure);
        return facts === undefined ? [] : [[resource.id, { ...facts }]];
    }));
    return mitigationSchema.shape.facts.parse(Object.fromEntries(found.flat()));
}
const impossible = ({ id, providerId }, { kind }) => new errors.RewindError('mitigation-impossible', `"${id}" (${providerId}) has no measure ${kind}.`, { resource: id });


/***/ }),

/***/ 98479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   Pf: () => (/* binding */ essence),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   p8: () => (/* binding */ plannedChange),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   tQ: () => (/* binding */ EFFECTS),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   xZ: () => (/* binding */ afterApprovals),
/* harmony export */   yM: () => (/* binding */ planKind)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64377);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33220);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77936);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23714);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8892);







const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
});
const ACTIONS = ['create', 'update', 'delete', 'run'];
const EFFECTS = ['live', 'next-deployment'];
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** Absent if it is unknown. Covered by the digest. */
    origin: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_5__/* .ORIGINS */ .o9).exactOptional(),
    /** Who made the difference, if it is not the deploy's alone; null: unknown. Not covered by the digest. */
    authors: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ deploy: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(), later: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable() }).exactOptional(),
    stage: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(ACTIONS),
    target: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(EFFECTS),
    closes: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['down', 'restore', 'up']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    byHand: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    params: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonValue */ .IL),
});
const recovery = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    /** Digest of the rollback whose state before is the goal. */
    rollback: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** The deployments that take production instead of those of that state, by resource. */
    deployments: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    /** Runs before each further stage of a rolling release, or step of flags; absent: no stages and no steps. */
    gate: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    /** Percentages in which flags come back, ascending to 100; absent: at once. */
    steps: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig()).exactOptional(),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_7__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_3__/* .PLAN_DATABASE_MODES */ .ps),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).nullable(),
    /** Digest of the rollback that this plan undoes; else null. */
    undoes: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Set for a recovery: a plan forwards. */
    recovers: recovery.exactOptional(),
    /** Set for a mitigation, and for the plan that lifts one. */
    mitigates: _mitigation_js__WEBPACK_IMPORTED_MODULE_4__/* .mitigationSchema */ .vd.exactOptional(),
    /** The release capture that tells the deploy's changes from later ones, and SHA-256 of its manifest; null: none. */
    release: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).nullable(),
    /** Resource ids whose later changes are undone, too. */
    includeLater: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
    approvalsBefore: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().int().exactOptional(),
    /** Of an undo: the objects (`resource/object`) that somebody changed after the rollback. */
    stays: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    /** What each resource with a difference was planned with; plans of earlier versions do not say it. */
    configured: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP())).exactOptional(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that somebody made after the deploy, or after the rollback that is undone. They stay. */
    later: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
});
const planKind = ({ undoes, recovers, mitigates }) => mitigates !== undefined
    ? mitigates.lifts
        ? 'lift'
        : 'mitigation'
    : recovers !== undefined
        ? 'recovery'
        : undoes === null
            ? 'rollback'
            : 'undo';
/** The stages of a plan, in their order. */
const stagesOf = ({ recovers }) => recovers === undefined ? _change_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an : _change_js__WEBPACK_IMPORTED_MODULE_3__/* .FORWARD_STAGES */ .sr;
/** The changes that close an exposure, and those of the same resource and stage that come before one. */
function earlyChanges(changes) {
    return new Set(changes.filter((change, index) => changes.some((other, at) => other.closes !== undefined &&
        other.resource === change.resource &&
        other.stage === change.stage &&
        at >= index)));
}
/**
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan, the number of rows written since the snapshot, and who made a difference.
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)({
        program: content.program,
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        undoes: content.undoes,
        ...(content.recovers === undefined ? {} : { recovers: content.recovers }),
        ...(content.mitigates === undefined ? {} : { mitigates: content.mitigates }),
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
        release: content.release,
        includeLater: content.includeLater,
        later: content.later.map(essence),
        ...(content.stays === undefined ? {} : { stays: content.stays }),
        ...(content.configured === undefined ? {} : { configured: content.configured }),
        ...(content.approvalsBefore === undefined ? {} : { approvalsBefore: content.approvalsBefore }),
    });
}
/** The plan with the approvals that were given before it, which its digest covers. */
function afterApprovals(plan, count) {
    if (count === 0)
        return plan;
    const content = { ...plan, approvalsBefore: count };
    return { ...content, digest: planDigest(content) };
}
/** A change without its volatile part. */
function essence(change) {
    const { since, ...rest } = change;
    delete rest.dataAtRisk;
    delete rest.authors;
    return since === undefined ? rest : { ...rest, since: since.restore };
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-unreadable', 'Another version of Rewind wrote the plan file.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-mismatch', 'The plan file was changed: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/** The plan without changes that need not be applied. */
function withoutChanges(plan, done) {
    return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}


/***/ }),

/***/ 81132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_fs__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
var node_crypto__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ programId)
/* harmony export */ });
/* unused harmony export contentOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29984);





/** This many files are read at once, by the main thread: starting another one would take longer. */
const FEW = 8;
let known;
/**
 * Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. Reading them
 * takes tens of milliseconds, in a thread of its own: a command that needs the text asks for it early.
 * @throws Error if a file of the program cannot be read
 */
function programId() {
    known ??= contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync(process.argv[1] ?? '.'))).then((sha256) => `${_version_js__WEBPACK_IMPORTED_MODULE_4__/* .VERSION */ .x} (sha256 ${sha256})`);
    return known;
}
/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
async function contentOf(folder) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder)).filter((name) => /\.(js|cjs|mjs|ts|wasm)$/.test(name)).sort();
    const files = names.map((name) => ({ name, path: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name) }));
    return files.length <= FEW ? hashOf(/*#__PURE__*/ (node_fs__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_fs__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_fs__WEBPACK_IMPORTED_MODULE_1__, 2))), /*#__PURE__*/ (node_crypto__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_crypto__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __webpack_require__.t(node_crypto__WEBPACK_IMPORTED_MODULE_0__, 2))), files) : hashBeside(files);
}
/** Its text also runs in a thread, which has no bundle: it may use nothing but its arguments. */
function hashOf({ readFileSync }, { createHash }, files) {
    const hash = createHash('sha256');
    for (const { name, path } of files) {
        hash.update(`${name}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
    }
    return hash.digest('hex').slice(0, 16);
}
/**
 * Some 170 small files cost the main thread 60 ms through the promises of `fs`, in the time in which it loads what a rollback
 * needs; the thread costs it 4 ms.
 */
async function hashBeside(files) {
    const { Worker } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 75919, 19));
    const script = `const { parentPort, workerData } = require('node:worker_threads');
    parentPort.postMessage((${hashOf.toString()})(require('node:fs'), require('node:crypto'), workerData));`;
    return new Promise((resolve, reject) => {
        // No environment: the thread needs no credential.
        const thread = new Worker(script, { eval: true, workerData: files, env: {}, execArgv: [] });
        thread.once('message', (sha256) => resolve(String(sha256)));
        thread.once('error', reject);
        thread.once('exit', () => reject(new Error('The files of the program could not be read.')));
    });
}


/***/ })

};
