export const id = 2645;
export const ids = [2645];
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
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8801);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50525);
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

/***/ 51971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ releaseOfPlan),
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   kO: () => (/* binding */ includedResources)
/* harmony export */ });
/* harmony import */ var _engine_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35819);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84346);
/* harmony import */ var _engine_trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89952);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);




/** @throws RewindError scope-unknown */
function includedResources({ config }, given) {
    const known = config.resources.map(({ id }) => id);
    if (given === null)
        return [];
    if (given.length === 1 && given[0] === 'all')
        return known;
    const unknown = given.filter((id) => !known.includes(id));
    if (unknown.length === 0)
        return [...given];
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('scope-unknown', `--include-later-changes names ${unknown.join(', ')}; the configuration has ${known.join(', ')}.`);
}
/**
 * Finds the release capture after a snapshot. One that would not be believed counts as none.
 * @param chosen a snapshot, and what is live
 */
async function findRelease({ context: ctx }, { store, signKeys }, { manifest, history, circumstances }) {
    const digest = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(store, manifest.environment, manifest.id);
    const release = await (0,_engine_release_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseAfter */ .Y)(history, manifest, digest, circumstances.live);
    if (release === null)
        return null;
    const unbelieved = (problem) => {
        ctx.log.warn(`The release capture ${release.id} is not used: ${problem}`);
        return null;
    };
    try {
        const trust = await (0,_engine_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .trustOf */ .An)(store, release, signKeys, ctx.clock.now());
        return trust.kind === 'unsigned' && signKeys.length > 0 ? unbelieved(`${trust.reason}.`) : release;
    }
    catch (error) {
        return unbelieved((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asRewindError */ .m2)(error).message);
    }
}
/** The release capture of an approved plan, as it was then. @throws RewindError plan-mismatch, and those of the store */
async function releaseOfPlan({ store }, { environment, release }) {
    if (release === null)
        return null;
    if ((await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(store, environment, release.id)) !== release.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('plan-mismatch', `The release capture ${release.id} changed after the plan was made.`);
    }
    return (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(store, environment, release.id);
}


/***/ }),

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
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var runtime_errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var runtime_progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/program.js
var runtime_program = __webpack_require__(81132);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
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
        const returned = await goalOf(resource, parseState(resource, captured.state), request.recovers, ctx, begun);
        const live = await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, resource.id), new payload_files/* DiscardingSink */.AP(returned, request.recentMs));
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
            changes: atOnce ? changes.map(notInSteps) : changes,
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
    const changes = withStaleVariables(outcomes.flatMap(({ resource, value }) => (value ? [{ resource: resource.id, ...value }] : [])), (change, resource) => (0,engine_plan/* isKept */.t8)(change, resource, includeLater));
    const restored = restoredDatabases(outcomes, request.database, ctx);
    const covers = (resource, change) => isCovered(resource, change, request.database, restored, ctx);
    const plan = (0,engine_plan/* assemblePlan */.SL)({
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
            changes: (changes.get(resource.id) ?? []).filter((change) => !covers(resource, change)),
        })),
    });
    return {
        plan,
        covered: outcomes.flatMap(({ resource, value }) => (value?.changes ?? [])
            .filter((change) => covers(resource, change))
            .map((change) => (0,engine_plan/* plannedChangeOf */.e6)(resource.id, resource.providerId, change))),
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
        throw new runtime_errors/* RewindError */.Ir('cancelled', 'The run was cancelled. Nothing was changed.', { cause: cancelled });
    if (errors.length === 1) {
        if (wayOut === null)
            throw first;
        const { code, message, resource, remedy, problems, cause } = first;
        throw new runtime_errors/* RewindError */.Ir(code, message, { resource, remedy: `${remedy} ${wayOut}`, problems, cause });
    }
    throw new runtime_errors/* RewindError */.Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${(0,runtime_text/* sentences */.hC)(error.message, error.remedy)} (${error.code})`),
        ...(wayOut === null ? {} : { remedy: `Solve each problem, then run the same command again. ${wayOut}` }),
    });
}


/***/ }),

/***/ 57314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ otherObject),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   J3: () => (/* binding */ otherNames),
/* harmony export */   gK: () => (/* binding */ isOtherObject)
/* harmony export */ });
/** The parts of a name that the configuration holds under the same keys as the state. Pure. */
function nameParts(keys, saved, live) {
    return keys.map((key) => ({ key, saved: saved[key], live: live[key] }));
}
/**
 * What names the object on both sides, e.g. `project prj_1`: only the parts that differ.
 * @returns null if it is the same object
 */
function otherNames(parts) {
    const different = parts.filter(({ saved, live }) => saved !== live);
    if (different.length === 0)
        return null;
    const named = (side) => different.map((part) => `${part.key} ${part[side]}`).join(', ');
    return { saved: named('saved'), live: named('live') };
}
/** True for the change that `otherObject` makes. */
const isOtherObject = ({ id }) => id === ID;
const ID = 'other-object';
/**
 * The only change of a plan if the configuration names another object than the snapshot holds: it is left to a person.
 * What was captured of one object must never be written to another one.
 *
 * @param what of the object is restored, e.g. `environment variables`
 * @param rebuilt what to do if a person built the object again under the other name; a whole sentence
 * @returns null if it is the same object
 */
function otherObject(what, parts, rebuilt) {
    const names = otherNames(parts);
    if (names === null)
        return null;
    return {
        id: ID,
        stage: 'configuration',
        action: 'run',
        target: `${what} of ${names.saved}`,
        before: `${names.live} (in the configuration)`,
        after: `${names.saved} (in the snapshot)`,
        effect: 'live',
        undo: null,
        manual: [
            `Set ${names.saved} in the configuration and plan again, or choose a newer snapshot.`,
            ...(rebuilt === undefined ? [] : [rebuilt]),
        ].join(' '),
        warnings: [],
        params: {},
    };
}


/***/ }),

/***/ 35819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ snapshotBeforeDeploy),
/* harmony export */   Y: () => (/* binding */ releaseAfter)
/* harmony export */ });
/* harmony import */ var _choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);


/** Snapshots that are looked at to find the one before a deploy. */
const LOOK_BACK = 3 * _history_js__WEBPACK_IMPORTED_MODULE_1__/* .PAGE */ .KL;
/**
 * The snapshot that was taken before the deploy that is live, and after the one before it. A release capture of another
 * deployment that is newer than every snapshot proves that there is none. Without a resource that shows a deployment, the
 * newest snapshot counts.
 */
async function snapshotBeforeDeploy(history, { live, configured, origin }) {
    const ordinary = (0,_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .isOrdinary */ .P)({ scope: null, configured, origin });
    const all = await history.slice(0, LOOK_BACK);
    const entries = all.filter(({ manifest }) => manifest !== null && (0,_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(manifest, origin));
    const shown = (entry) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(entry.releases, live);
    const at = entries.findIndex((entry) => (ordinary(entry) || (entry.manifest?.reason === 'release' && live !== null)) && !shown(entry));
    const found = entries[at];
    if (entries.slice(at + 1).some((entry) => at >= 0 && shown(entry)))
        return { kind: 'returned' };
    if (found?.manifest && ordinary(found))
        return { kind: 'found', manifest: found.manifest };
    const why = found === undefined
        ? entries.some(shown)
            ? 'Every snapshot in the store shows this deployment already.'
            : none(all)
        : `The newest capture of the deployment before it is ${found.id}, and no snapshot was taken after that one.`;
    return { kind: 'none', why };
}
/** Why none of these counts. A snapshot that cannot be believed, e.g. one from the future of this machine's clock, is one. */
function none(all) {
    const [newest] = all;
    if (newest === undefined)
        return 'The store has no snapshot.';
    const why = newest.problem?.message ?? 'It is of another repository or environment.';
    return `None of the ${all.length} newest snapshot(s) in the store counts. The newest is ${newest.id}: ${why}`;
}
/**
 * The newest release capture that can tell the deploy's changes from later ones: it belongs to the snapshot, and no deploy
 * followed it. A rollback of that deploy may have followed.
 *
 * @param snapshot the one that a rollback returns to
 * @param digest SHA-256 of its manifest
 * @returns null if there is none
 */
async function releaseAfter(history, snapshot, digest, live) {
    await history.reach((ids) => ids.includes(snapshot.id));
    const newer = await history.slice(0, Math.max(0, history.ids.indexOf(snapshot.id)));
    const before = (await history.entry(snapshot.id)).releases;
    for (const { manifest, releases } of newer) {
        const deploying = manifest?.reason === 'pre-deploy' && manifest.scope === null;
        const { after } = manifest ?? {};
        if (manifest && after?.snapshot === snapshot.id && after.digest === digest && manifest.salt === snapshot.salt) {
            return sameDeploy(releases, before, live) === false ? null : manifest;
        }
        // Nobody says which deployment is live, and there may be a newer one.
        if (deploying && sameDeploy(releases, releases, live) === undefined)
            return null;
    }
    return null;
}
/** Whether production serves what the release or the snapshot before it shows; undefined if nobody says. */
function sameDeploy(release, before, live) {
    const known = [...(live ?? [])].filter(([id]) => release.has(id));
    if (known.length === 0)
        return undefined;
    return known.every(([id, { key }]) => release.get(id)?.key === key || before.get(id)?.key === key);
}


/***/ }),

/***/ 64227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    'aws-scaling': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5152), __webpack_require__.e(9509)]).then(__webpack_require__.bind(__webpack_require__, 19509)),
    cloudfront: () => Promise.all(/* import() */[__webpack_require__.e(6876), __webpack_require__.e(7371)]).then(__webpack_require__.bind(__webpack_require__, 49752)),
    'lambda-concurrency': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5152), __webpack_require__.e(7143)]).then(__webpack_require__.bind(__webpack_require__, 37143)),
    launchdarkly: () => Promise.all(/* import() */[__webpack_require__.e(6087), __webpack_require__.e(6841)]).then(__webpack_require__.bind(__webpack_require__, 66841)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 1329).then(__webpack_require__.bind(__webpack_require__, 51329)),
    'neon-compute': () => __webpack_require__.e(/* import() */ 5196).then(__webpack_require__.bind(__webpack_require__, 35196)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(7111), __webpack_require__.e(8710), __webpack_require__.e(1309)]).then(__webpack_require__.bind(__webpack_require__, 61309)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(5602), __webpack_require__.e(2946), __webpack_require__.e(2699)]).then(__webpack_require__.bind(__webpack_require__, 92699)),
    'rds-snapshot': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(6754), __webpack_require__.e(8710), __webpack_require__.e(5009)]).then(__webpack_require__.bind(__webpack_require__, 5009)),
    's3-bucket': () => Promise.all(/* import() */[__webpack_require__.e(6876), __webpack_require__.e(2798)]).then(__webpack_require__.bind(__webpack_require__, 72798)),
    'stripe-webhooks': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(8205)]).then(__webpack_require__.bind(__webpack_require__, 88205)),
    unleash: () => Promise.all(/* import() */[__webpack_require__.e(6087), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 80845)),
    'vercel-deployment': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(1409)]).then(__webpack_require__.bind(__webpack_require__, 1409)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 275).then(__webpack_require__.bind(__webpack_require__, 40275)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 4302).then(__webpack_require__.bind(__webpack_require__, 44302)),
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
        throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
}


/***/ }),

/***/ 81132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ programId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29984);






/** Files of the program that are read at once. */
const AT_ONCE = 4;
let known;
/**
 * Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. Reading them
 * takes tens of milliseconds beside the main thread: a command that needs the text asks for it early.
 * @throws Error if a file of the program cannot be read
 */
function programId() {
    known ??= contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.argv[1] ?? '.'))).then((sha256) => `${_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x} (sha256 ${sha256})`);
    return known;
}
/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
async function contentOf(folder) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder)).filter((name) => /\.(js|cjs|mjs|ts|wasm)$/.test(name)).sort();
    const digests = await (0,_flow_js__WEBPACK_IMPORTED_MODULE_4__/* .mapLimited */ .bB)(names, AT_ONCE, async (name) => node_crypto__WEBPACK_IMPORTED_MODULE_0__.webcrypto.subtle.digest('SHA-256', await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name))));
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    digests.forEach((digest, index) => hash.update(`${names[index] ?? ''}\0`).update(new Uint8Array(digest)));
    return hash.digest('hex').slice(0, 16);
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
  iB: () => (/* binding */ byFlag),
  RO: () => (/* binding */ pullsBetween),
  w0: () => (/* binding */ pullsOf),
  yB: () => (/* binding */ readMergeCommit),
  Xl: () => (/* binding */ readNamedFlags)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
/** Looks up at most this many commits. */
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
    throw new errors/* RewindError */.Ir('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
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
/** Pull requests with commits after `base` (live again), up to `head` (rolled back). @throws HttpFailure */
async function pullsBetween(github, base, head) {
    const compared = await (0,compare/* compareCommits */.k)(github, base, head);
    return pullsOf(github, (compared?.commits ?? []).map(({ sha }) => sha));
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
