export const id = 841;
export const ids = [841];
export const modules = {

/***/ 85836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EB: () => (/* binding */ checkResources),
  _f: () => (/* binding */ compareWithLive),
  ZZ: () => (/* binding */ goalOf),
  $J: () => (/* binding */ notInSnapshot),
  Bu: () => (/* binding */ parseState),
  qY: () => (/* binding */ planFromLive),
  I$: () => (/* binding */ throwCombined)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/change.js
var change = __webpack_require__(77936);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(82913);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var runtime_errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var runtime_progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/program.js
var program = __webpack_require__(81132);
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

// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/engine/stale-variables.js
/**
 * Adds a warning to each change that brings back an old build: variables that were set after it was built come back with the
 * value of then, for example a password that was changed. Not for those that the plan returns to a value from before the
 * build, and not if the plan builds again. Pure.
 *
 * @param stays whether a change of a resource is left out of the plan
 * @returns the changes by resource
 */
function withStaleVariables(compared, stays) {
    const undone = ({ resource, changes }) => changes.filter((change) => change.manual === undefined && !stays(change, resource));
    const rebuilds = compared.some((of) => undone(of).some(({ deploys }) => deploys === true));
    const variables = rebuilds ? [] : compared.flatMap((of) => variablesAfter(of, undone(of)));
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
function variablesAfter({ saved, live }, undone) {
    const restored = new Set(undone.map(({ id }) => id));
    const of = ({ variables = [] }, wanted) => variables.filter(({ change }) => restored.has(change) === wanted);
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
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // The resource was configured after the snapshot, which holds no state of it.
        if (!captured)
            return { changes: [], saved: {}, live: {}, on: [], blind: [], hazards: [] };
        if (captured.provider !== resource.providerId) {
            throw new runtime_errors/* RewindError */.Ir('snapshot-foreign', `"${resource.id}" is a ${captured.provider} in the snapshot, but a ${resource.providerId} in the configuration.`, { resource: resource.id });
        }
        const { provider, config } = resource;
        const begun = [...(request.approved ? [request.approved] : []), ...(request.earlier ?? [])];
        const returned = await goalOf(resource, parseState(resource, captured.state), request.recovers, ctx, begun);
        const live = await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, resource.id), new snapshot_files/* DiscardingSink */.AP(returned));
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
        const stays = new Set([...(mitigates?.leaves ?? []), ...(mitigates?.holds ?? [])]);
        const changes = (released ? threeWay(released.state) : provider.plan(saved, live)).map((change) => stays.has((0,three_way/* objectKeyOf */.Gs)(resource.id, change.id)) ? { ...change, origin: 'later' } : change);
        const atOnce = request.recovers?.steps !== undefined && capabilities?.inSteps === undefined;
        return {
            changes: atOnce ? changes.map(notInSteps) : changes,
            saved: described.saved,
            live: described.live,
            on: flagsOn(resource.id, described),
            blind: capabilities?.blindSpots?.(saved, live) ?? [],
            hazards: capabilities?.database ? [capabilities.database.hazards(saved, live)] : [],
        };
    });
    const includeLater = request.includeLater ?? [];
    const changes = withStaleVariables(outcomes.flatMap(({ resource, value }) => (value ? [{ resource: resource.id, ...value }] : [])), (change, resource) => (0,engine_plan/* isKept */.t8)(change, resource, includeLater));
    const restored = restoredDatabases(outcomes, request.database, ctx);
    const covers = (resource, change) => isCovered(resource, change, request.database, restored, ctx);
    const plan = (0,engine_plan/* assemblePlan */.SL)({
        createdAt: ctx.clock.now(),
        program: (0,program/* programId */.W)(),
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
        resources: outcomes.map(({ resource }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: (changes.get(resource.id) ?? []).filter((change) => !covers(resource, change)),
        })),
    });
    return {
        plan,
        covered: outcomes.flatMap(({ resource, value }) => (value?.changes ?? [])
            .filter((change) => covers(resource, change))
            .map((change) => (0,engine_plan/* plannedChangeOf */.e6)(resource.id, resource.providerId, change))),
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
    return forward.desired(config, (0,create_context/* forResource */.i_)(ctx, id), saved, recovers.deployments[id] ?? null, stages);
}
/** In a recovery with steps: what the approver must know of a provider without percentages. */
const notInSteps = (change) => ({
    ...change,
    warnings: [...change.warnings, 'changes at once, not in steps, and does not wait for the gate command'],
});
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
    return new runtime_errors/* RewindError */.Ir(code, message, { resource, remedy, problems, cause });
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
    throw new runtime_errors/* RewindError */.Ir('snapshot-unsupported', `This version of Rewind cannot read the state of "${resource.id}" in the snapshot.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources that the snapshot does not contain: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/** Law 4: runs the check of every provider and reports all problems together. */
async function checkResources(resources, ctx) {
    const { clock, log } = ctx;
    const progress = (0,runtime_progress/* createProgress */.mf)({ what: 'Checking the resources', unit: 'items', clock, log });
    let checked = 0;
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, (resource) => resource.provider
        .check(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id))
        .finally(() => progress.update((checked += 1), resources.length)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,runtime_errors/* asRewindError */.m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/** Throws a single error as it is, several as one `preflight-failed` that lists them. */
function throwCombined(errors) {
    const [first] = errors;
    if (!first)
        return;
    // A cancelled run fails everywhere for one reason, and nothing needs repair.
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled)
        throw new runtime_errors/* RewindError */.Ir('cancelled', 'The run was cancelled. Nothing was changed.', { cause: cancelled });
    if (errors.length === 1)
        throw first;
    throw new runtime_errors/* RewindError */.Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
    });
}


/***/ }),

/***/ 21223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82913);


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

/***/ 56724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ objectKeyOf),
/* harmony export */   NZ: () => (/* binding */ withAuthors),
/* harmony export */   Qz: () => (/* binding */ changesWithOrigin),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   mN: () => (/* binding */ asApproved)
/* harmony export */ });
/**
 * Tells what the deploy changed from what was changed after it, by three comparisons of one provider: snapshot with live,
 * snapshot with release, release with live. Pure.
 *
 * A difference counts as `later` only if the deploy did not touch its object in any way. In doubt it is the deploy's, and a
 * rollback undoes it.
 *
 * @param release the state just after the deploy; its fingerprints have the salt of `saved`
 * @param asked the live state as it was asked for, if the service did not give all of it
 * @returns the changes that make live equal to the snapshot
 */
function changesWithOrigin({ plan, narrow }, saved, release, live, asked = live) {
    const originOf = originsIn(touched(plan(saved, release)), touched(plan(release, asked)));
    const changes = plan(saved, live).flatMap((change) => {
        const { id, parts } = change;
        if (!parts || !narrow)
            return [{ ...change, origin: originOf(objectOf(id)) }];
        const later = parts.filter((part) => originOf(partOf(id, part)) === 'later');
        const others = parts.filter((part) => !later.includes(part));
        const both = others.some((part) => originOf(partOf(id, part)) === 'both');
        return [
            ...narrow(saved, live, others).map((one) => ({ ...one, origin: both ? 'both' : 'deploy' })),
            ...narrow(saved, live, later).map((one) => ({ ...one, id: `${id}:later`, origin: 'later' })),
        ];
    });
    return afterCauses(withSideEffects(changes));
}
/**
 * Adds who made each difference that is not the deploy's alone. A name counts only if the service wrote it between the two
 * states: the name on what is left of an object does not tell who deleted the rest. Pure.
 * @param deployedBy who made the deployment; null if unknown
 */
function withAuthors(changes, { saved, release, live }, deployedBy) {
    const authorOf = (object, before, after) => {
        const last = after.authors?.get(object);
        return last === undefined || last.at <= (before.authors?.get(object)?.at ?? 0) ? null : last.by;
    };
    return changes.map((change) => {
        if (change.origin !== 'both' && change.origin !== 'later')
            return change;
        const object = objectOf(change.id);
        const deploy = change.origin === 'both' ? (authorOf(object, saved, release) ?? deployedBy) : null;
        return { ...change, authors: { deploy, later: authorOf(object, release, live) } };
    });
}
/** What an undone change touches on its way cannot stay as it is. */
function withSideEffects(changes) {
    const undone = changes.filter(({ origin }) => origin !== 'later');
    const side = new Set(undone.flatMap(({ sideEffects = [] }) => sideEffects));
    const caught = changes.filter(({ id, origin }) => origin === 'later' && side.has(id));
    if (caught.length === 0)
        return changes;
    return withSideEffects(changes.map((change) => (caught.includes(change) ? { ...change, origin: 'both' } : change)));
}
/** A change that only follows others goes or stays with them. */
function afterCauses(changes) {
    return changes.map((change) => {
        const causes = changes.filter(({ id }) => change.follows?.includes(id) === true);
        if (causes.length === 0)
            return change;
        if (causes.every(({ origin }) => origin === 'later'))
            return { ...change, origin: 'later' };
        return change.origin === 'later' ? { ...change, origin: 'both' } : change;
    });
}
/**
 * The changes of an approved plan keep the origin that was approved: a run that was interrupted left objects half-way, and
 * what a change touches on its way is no later change of somebody else.
 */
function asApproved(changes, approved) {
    const known = new Map(approved.map((change) => [change.id, change]));
    const side = new Set(approved.flatMap(({ sideEffects = [] }) => sideEffects));
    const approvedOrigins = changes.map((change) => {
        const same = known.get(change.id);
        if (same?.origin !== undefined)
            return { ...change, origin: same.origin };
        return change.origin === 'later' && side.has(change.id) ? { ...change, origin: 'both' } : change;
    });
    return afterCauses(approvedOrigins);
}
const originsIn = (byDeploy, since) => (object) => !since.has(object) ? 'deploy' : byDeploy.has(object) ? 'both' : 'later';
/** The objects of changes, of their parts, and of their side effects. */
function touched(changes) {
    return new Set(changes.flatMap(({ id, parts = [], sideEffects = [] }) => [
        ...[id, ...sideEffects].map(objectOf),
        ...parts.map((part) => partOf(id, part)),
    ]));
}
/** `update:we_1` and `create:we_1` are about one object. */
const objectOf = (id) => id.slice(id.indexOf(':') + 1);
/** Key of the object of a change across resources. */
const objectKeyOf = (resource, id) => `${resource}/${objectOf(id)}`;
const partOf = (id, part) => `${id}/${part}`;


/***/ }),

/***/ 33220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 81132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ programId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29984);




let known;
/** Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. */
function programId() {
    known ??= `${_version_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x} (sha256 ${contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.argv[1] ?? '.')))})`;
    return known;
}
/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
function contentOf(folder) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder).sort()) {
        if (/\.(js|cjs|mjs|ts|wasm)$/.test(name))
            hash.update(`${name}\0`).update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)));
    }
    return hash.digest('hex').slice(0, 16);
}


/***/ })

};
