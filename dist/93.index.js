export const id = 93;
export const ids = [93];
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
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84346);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64227);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82913);
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

/***/ 73009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ backupsFor)
/* harmony export */ });
/** The resources that back up databases of the changes which no configured resource backs up. */
function backupsFor({ backups }, changes) {
    const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
    return backups.filter(({ backsUp }) => backsUp?.some((id) => asking.has(id)) === true);
}


/***/ }),

/***/ 48537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ assertNothingInTheWay),
/* harmony export */   M5: () => (/* binding */ isInTheWay),
/* harmony export */   fi: () => (/* binding */ backupObstacles),
/* harmony export */   qA: () => (/* binding */ obstaclesTo)
/* harmony export */ });
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85836);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21223);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73009);





/**
 * What would refuse these changes after an approval, as far as it can be known without the payloads. Read-only; reports every
 * problem of every resource.
 */
async function obstaclesTo(resources, changes, ctx) {
    const of = (id) => changes.filter(({ resource }) => resource === id);
    const touched = resources.filter(({ id }) => of(id).length > 0);
    const [checked, ahead] = await Promise.all([
        (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .EB)(touched, ctx),
        (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .settleResources */ .D6)(touched, async ({ id, provider, config }) => provider.preflight?.(config, of(id), (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__/* .forResource */ .i_)(ctx, id), null)),
    ]);
    const preflights = ahead.flatMap(({ resource: { id }, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asRewindError */ .m2)(error, id);
        return [{ level: 'error', code, message, remedy, resource: id }];
    });
    const known = new Set();
    return [...checked, ...preflights].filter((finding) => {
        const { level, resource, code, message } = finding;
        const key = JSON.stringify([resource, code, message]);
        if (level !== 'error' || known.has(key) || !isInTheWay(resource, code, changes))
            return false;
        known.add(key);
        return true;
    });
}
/** Findings about a resource that the changes do not touch, or that its change repairs, do not stop them. */
function isInTheWay(resource, code, changes) {
    const own = changes.filter((change) => change.resource === resource);
    return own.length > 0 && !own.some(({ repairs }) => repairs?.includes(code));
}
/** What keeps Rewind from taking the backup that changes of the plan need. Without it no down migration runs. */
async function backupObstacles(project, plan, ctx) {
    return (await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .EB)((0,_backup_js__WEBPACK_IMPORTED_MODULE_4__/* .backupsFor */ .B)(project, plan.changes), ctx))
        .filter(({ level }) => level === 'error')
        .map((finding) => ({
        ...finding,
        message: `The database cannot be backed up before the down migrations: ${finding.message}`,
    }));
}
/** @throws RewindError preflight-failed with every problem */
function assertNothingInTheWay(findings) {
    if (findings.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('preflight-failed', `${findings.length} check(s) failed. Nothing was changed.`, {
        problems: findings.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
    });
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
// EXTERNAL MODULE: ./lib/engine/mitigated.js
var mitigated = __webpack_require__(69156);
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
        const live = await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, resource.id), new snapshot_files/* DiscardingSink */.AP(returned, request.recentMs));
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
        const stays = new Set([...(mitigates?.leaves ?? []), ...(mitigates?.holds ?? []), ...held]);
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

/***/ 75095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   u: () => (/* binding */ switched)
/* harmony export */ });
/** Names in one list. */
const NAMED = 5;
/** "3 items: banner, maintenance, new-checkout" */
function counted(count, noun, names = []) {
    const more = names.length - NAMED;
    const listed = names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}${listed}`;
}
/** "14 flags, 3 on" */
function switched(flags) {
    return `${counted(flags.length, 'flag')}, ${flags.filter((on) => on).length} on`;
}


/***/ }),

/***/ 66833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ PROVIDER_FACTS)
});

;// CONCATENATED MODULE: ./lib/providers/aws-scaling/facts.js
const facts = {
    title: 'AWS scalable target',
    captured: 'minimum, maximum, what is suspended',
    restored: 'by registration, which sets only what differs',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'scaling policies, scheduled actions, the present capacity',
    peer: 'moto',
    affects: 'every user of the service, if its capacity is too low for the load',
    findings: {
        'scaling-out-suspended': {
            meaning: 'The target does not scale out on its own, so a higher maximum adds no capacity.',
            remedy: 'Resume scaling out in AWS if that is not intended.',
        },
        'scaling-target-absent': {
            meaning: 'No such scalable target is registered in this region and account.',
            remedy: 'Correct target, dimension and region, or register the target.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/cloudfront/facts.js
const facts_facts = {
    title: 'Amazon CloudFront distribution',
    captured: 'distribution config and associated functions',
    restored: 'with ETag; then invalidation',
    live: 'everything, in minutes',
    nextDeployment: 'nothing',
    notRestored: 'deleted distributions',
    peer: "moto (parts), botocore's description, the AWS SDK",
    affects: 'visitors, while the distribution deploys and its caches fill again (minutes)',
    findings: {
        'cloudfront-continuous-deployment': {
            meaning: 'The distribution takes part in a continuous deployment, which Rewind leaves alone.',
            remedy: 'Finish or abandon it before a rollback.',
        },
        'cloudfront-function-missing': {
            meaning: 'A CloudFront Function in use has no LIVE stage.',
            remedy: 'Publish it, or remove it from the distribution.',
        },
        'cloudfront-key-value-store': {
            meaning: 'A function reads a key-value store, which is not captured.',
            remedy: 'Keep its contents under version control.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/facts.js
const lambda_concurrency_facts_facts = {
    title: 'AWS Lambda concurrency',
    captured: 'reserved concurrency; provisioned concurrency of one alias',
    restored: 'each by its own call; what was not there is taken away',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'code and aliases of the function; provisioned concurrency of other aliases',
    peer: 'moto for reserved concurrency; our emulator for the rest',
    affects: 'every caller of the function, if its concurrency is too low for the load',
    findings: {
        'lambda-provision-failed': {
            meaning: 'AWS could not provide the provisioned concurrency of the alias.',
            remedy: 'Read its status in the Lambda console, and set it again.',
        },
        'lambda-switched-off': {
            meaning: 'The reserved concurrency of the function is 0, so it does not run.',
            remedy: 'Raise or remove the reservation if that is not intended.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/facts.js
const launchdarkly_facts_facts = {
    title: 'LaunchDarkly flags',
    captured: 'targeting of every flag in one environment, variations, archive',
    restored: 'one semantic patch for each flag; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'experiments; segments',
    peer: 'official client launchdarkly-api',
    affects: 'users of the flags that change, within seconds',
    findings: {
        'launchdarkly-approval-required': {
            meaning: 'The environment requires an approval for flag changes.',
            remedy: 'Grant the token bypassRequiredApproval.',
        },
        'launchdarkly-manual-flags': {
            meaning: 'A flag has an experiment or a disabled rule, which Rewind cannot write back.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/neon-branch/facts.js
const neon_branch_facts_facts = {
    title: 'Neon branch',
    captured: 'all databases of the branch, as a child branch without a compute',
    restored: 'from the child branch, in seconds; Neon keeps the state before as another branch',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'rows written since (in the kept branch, not merged); a snapshot whose branch was deleted',
    peer: "Neon's official client and OpenAPI description, against our emulator; no real Neon",
    affects: 'every user and job of all databases of the branch: Neon interrupts their connections for some seconds',
    findings: {
        'neon-branch-expires': {
            meaning: "Production's branch has an expiration, so Neon makes no child of it.",
            remedy: 'Remove the expiration.',
        },
        'neon-branch-kept': {
            meaning: 'Restores kept branches with what production held before.',
            remedy: 'Delete them when they are not needed, if Neon allows it.',
        },
        'neon-branch-limit': {
            meaning: 'The project has too few branches left for a snapshot and a restore.',
            remedy: 'Delete branches, lower keep-days, or raise the limit.',
        },
        'neon-branch-protected': {
            meaning: "Production's branch is protected; Neon may refuse to restore it.",
            remedy: 'Rehearse, and remove the protection before a rollback if Neon refuses.',
        },
        'neon-copy-gone': {
            meaning: 'The branch of a snapshot was deleted or expired, or a different branch has its name.',
            remedy: 'Recover it within 7 days, or choose another snapshot.',
        },
        'neon-copy-touched': {
            meaning: 'The branch of a snapshot has a read-write compute, was reset, or was written to.',
            remedy: 'Compare its rows before a restore.',
        },
        'neon-history-short': {
            meaning: 'The history window is shorter than the time that snapshots are kept.',
            remedy: 'Do not delete branches of snapshots, or raise the window.',
        },
        'neon-restore-restricted': {
            meaning: 'Neon does not restore this branch at present.',
            remedy: 'Remove the reason that Neon names.',
        },
        'neon-restore-unfinished': {
            meaning: 'An interrupted rollback has begun a restore.',
            remedy: 'Run the same rollback again.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/neon-compute/facts.js
const neon_compute_facts_facts = {
    title: 'Neon compute',
    captured: 'autoscaling limits, time until it is suspended',
    restored: 'each by its own call',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'settings of PostgreSQL, pooling, read replicas; a compute that was deleted',
    peer: "Neon's official client and OpenAPI description, against our emulator; no real Neon",
    affects: 'every query on the branch, if the compute is too small for the load; a restart of it may break connections',
    findings: {},
};

;// CONCATENATED MODULE: ./lib/providers/postgres/facts.js
const postgres_facts_facts = {
    title: 'PostgreSQL database',
    captured: 'schema, exact rows, a dump of the same moment',
    restored: 'into a new database that takes the name, or in place',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'roles and other objects of the server; rows written since (kept aside)',
    peer: 'PostgreSQL itself; the stock age program',
    affects: 'every user and job that writes: connections are cut while the databases are swapped',
    findings: {
        'database-connections': {
            meaning: 'The connection limit of the database or the role is too low for a backup.',
            remedy: 'Raise the limit.',
        },
        'database-client-outdated': {
            meaning: 'The client is from before August 2025: a restore with it can run commands that a name in the database holds.',
            remedy: 'Update the client programs.',
        },
        'database-gone': {
            meaning: 'The database does not exist.',
            remedy: 'Correct the URL, or restore the database: the restored one takes the name.',
        },
        'database-in-place': {
            meaning: 'A restore locks the tables while it runs, because it cannot create a database.',
            remedy: 'Grant CREATEDB, unless "restore: in-place" is intended.',
        },
        'database-in-place-impossible': {
            meaning: 'A restore in place would fail: of objects that this user may not replace, or for want of locks.',
            remedy: 'Do what the finding says before an incident, or let a restore swap databases.',
        },
        'database-kept': {
            meaning: 'An earlier restore kept a database.',
            remedy: 'Drop it when it is not needed any more.',
        },
        'database-not-dumped': {
            meaning: 'A snapshot lacks something: this user may not read it, or the owner of a materialized view could not fill it again.',
            remedy: 'Do what the finding says, or keep what re-creates the object elsewhere.',
        },
        'database-prepared-transactions': {
            meaning: 'A prepared transaction keeps the database from being renamed.',
            remedy: 'COMMIT PREPARED or ROLLBACK PREPARED it.',
        },
        'database-replication-slots': {
            meaning: 'Logical replication slots stay with the old database after a restore.',
            remedy: 'Recreate the slots after a restore.',
        },
        'database-sessions': {
            meaning: 'Rewind cannot end sessions that would stop the swap.',
            remedy: 'Grant pg_signal_backend, or end the sessions first.',
        },
        'database-space': {
            meaning: 'A restore needs disk space for a second copy of the database.',
            remedy: 'Compare it with the free space of the server.',
        },
        'database-unfinished': {
            meaning: 'An interrupted restore left a new database.',
            remedy: 'Run the same rollback again, or drop it.',
        },
        'database-restorable': { meaning: 'The dump was restored on a scratch server and compared.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/prisma/facts.js
const prisma_facts_facts = {
    title: 'Prisma migrations',
    captured: 'migration history, down.sql of each migration',
    restored: 'by down.sql, newest first; in a recovery, by the migration.sql of those that were taken down',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'content of dropped columns and tables',
    peer: 'real Prisma 7',
    affects: 'code that uses what the migrations added; tables are locked while they run',
    findings: {
        'migration-directory-missing': {
            meaning: 'An applied migration is not in this checkout.',
            remedy: 'Check out the deployed commit.',
        },
        'migration-failed-row': {
            meaning: 'A migration failed halfway; "prisma migrate deploy" stops with P3009.',
            remedy: 'Undo it, then run "prisma migrate resolve".',
        },
        'migration-outside-transaction': {
            meaning: 'A statement cannot run in a transaction.',
            remedy: 'Give this statement its own migration.',
        },
        'migrations-none': { meaning: 'Prisma has not migrated this database yet.' },
        'migrations-pending': { meaning: 'The next "prisma migrate deploy" applies migrations.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/facts.js
const rds_snapshot_facts_facts = {
    title: 'RDS and Aurora',
    captured: 'the whole instance or Aurora cluster, as a snapshot, an instant of its backups, or a clone; schema and exact rows of one database, read through SQL',
    restored: 'into a new instance or cluster beside production; a person switches the application to it',
    live: 'nothing of production',
    nextDeployment: 'the switch, by hand: the host in the database URL',
    notRestored: 'rows written since; a copy that was deleted or has expired; reader instances',
    peer: "moto and the API description of AWS's SDK, and PostgreSQL itself; no real RDS",
    affects: 'nobody, until the application is switched to what was restored',
    findings: {
        'rds-backups-expire': {
            meaning: 'Snapshots are instants of the automated backups, which RDS deletes after their retention.',
            remedy: 'Raise the backup retention period if a rollback may be needed later.',
        },
        'rds-clone-limit': {
            meaning: 'The cluster has so many clones that Aurora makes the next one as a full copy.',
            remedy: 'Delete clones that no snapshot needs.',
        },
        'rds-copy-gone': {
            meaning: 'The copy in RDS was deleted, or a different one has its identifier.',
            remedy: 'Choose another snapshot, or restore from the automated backups.',
        },
        'rds-copy-unusable': {
            meaning: 'The copy in RDS cannot be restored: not available, expired, or in use.',
            remedy: 'Choose another snapshot, or read its events in the RDS console.',
        },
        'rds-instance-busy': {
            meaning: "Production's instance or cluster is not available, so RDS makes no copy of it.",
            remedy: 'Wait, or repair the instance.',
        },
        'rds-instance-kept': {
            meaning: 'A rollback restored an instance or cluster beside production, and it still exists.',
            remedy: 'Switch the application to it, or delete it.',
        },
        'rds-instance-limit': {
            meaning: 'The account has hardly any DB instance or cluster left, and a restore makes one.',
            remedy: 'Delete some, or raise the quota.',
        },
        'rds-snapshot-limit': {
            meaning: 'The account has hardly any manual snapshot left, and a snapshot makes one.',
            remedy: 'Delete manual snapshots, or raise the quota.',
        },
        'rds-snapshots-kept': {
            meaning: 'Rewind made snapshots or clones in RDS, which never expire.',
            remedy: 'Delete those that no snapshot needs.',
        },
        'rds-source-wrong': {
            meaning: 'The URL does not lead to the instance or cluster, or it cannot be captured (another engine, no backups).',
            remedy: 'Correct "instance", "cluster", "url" or "method", or set "alias".',
        },
        'rds-unencrypted': {
            meaning: 'The storage of production and of its copies is not encrypted.',
            remedy: 'Move to encrypted storage.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/facts.js
const s3_bucket_facts_facts = {
    title: 'Amazon S3 bucket',
    captured: 'policy, CORS, public access block, ownership, versioning, encryption, lifecycle, website',
    restored: 'each as the document that it was; "not set" too',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'versioning that was never set; MFA delete',
    peer: 'moto',
    affects: 'everyone who reads or writes the bucket, under the older rules',
    findings: {
        's3-acl-not-captured': {
            meaning: 'ACLs are in force, and they are not captured.',
            remedy: 'Set object ownership to BucketOwnerEnforced.',
        },
        's3-mfa-delete': {
            meaning: 'MFA delete is on: only the root user can change versioning.',
            remedy: 'Expect a manual step.',
        },
        's3-policy-dead-principal': {
            meaning: 'The policy names users or roles that do not exist.',
            remedy: 'Remove them from the policy.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/facts.js
const stripe_webhooks_facts_facts = {
    title: 'Stripe webhook endpoints',
    captured: 'endpoints: url, events, status, description, metadata, API version, connect',
    restored: 'in place; re-created where Stripe allows nothing else',
    live: 'endpoints',
    nextDeployment: 'a new signing secret reaches the code with a deployment',
    notRestored: 'the signing secret of a deleted endpoint',
    peer: 'stripe-mock',
    affects: 'payments: Stripe sends its events to the endpoints of the snapshot',
    findings: {
        'stripe-endpoint-disabled': { meaning: 'An endpoint is disabled.', remedy: 'Enable it, or delete it.' },
        'stripe-endpoint-limit': {
            meaning: 'The account has no room for the endpoints to recreate.',
            remedy: 'Delete unused endpoints.',
        },
        'stripe-endpoint-unreachable': {
            meaning: 'A test event did not reach an endpoint.',
            remedy: 'Check the deployment behind the URL.',
        },
        'stripe-endpoints': { meaning: 'Number of endpoints in scope.' },
        'stripe-key-invalid': { meaning: 'Stripe rejects the API key.', remedy: 'Replace STRIPE_API_KEY.' },
        'stripe-live-key': {
            meaning: 'A live key is used for a resource whose name says that it is not production.',
            remedy: 'Check that this is the intended key.',
        },
        'stripe-mode-mismatch': {
            meaning: 'The snapshot and the key are of different modes.',
            remedy: 'Use a key of the mode of the snapshot.',
        },
        'stripe-near-limit': { meaning: 'The account is near the limit of endpoints.', remedy: 'Delete unused endpoints.' },
        'stripe-no-secret-target': {
            meaning: 'A new signing secret of an endpoint has no target.',
            remedy: 'Add it under signing-secrets.',
        },
        'stripe-payload-differs': {
            meaning: 'The sealed endpoints do not match the manifest.',
            remedy: 'Take a new snapshot.',
        },
        'stripe-permission': { meaning: 'The key lacks a permission.', remedy: 'Grant the permission in the message.' },
        'stripe-secret-target-missing': {
            meaning: 'The variable for a signing secret does not exist.',
            remedy: 'Check its name under signing-secrets.',
        },
        'stripe-secret-target-unreachable': {
            meaning: 'A new signing secret could not be written to its target.',
            remedy: 'Grant access to the target.',
        },
        'stripe-signature-refused': {
            meaning: 'The application rejects correctly signed events.',
            remedy: 'Deploy it with the right signing secret.',
        },
        'stripe-signature-unchecked': {
            meaning: 'The application accepts wrongly signed events.',
            remedy: 'Verify the Stripe-Signature header.',
        },
        'stripe-signature-untested': {
            meaning: 'The signing secret is unknown, so the signature was not tested.',
            remedy: 'Add it under signing-secrets.',
        },
        'stripe-unfinished-restore': {
            meaning: 'A rollback that recreated an endpoint did not finish.',
            remedy: 'Run the rollback again.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/unleash/facts.js
const unleash_facts_facts = {
    title: 'Unleash toggles',
    captured: 'toggles, strategies, variants, segments used, per environment',
    restored: 'flag by flag; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'release plans; dependencies between flags',
    peer: 'real Unleash server 8.2 with PostgreSQL',
    affects: 'users of the toggles that change, when their client polls next',
    findings: {
        'unleash-environment': {
            meaning: 'The environment does not exist or is disabled.',
            remedy: 'Check "environment" in the configuration.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/facts.js
const vercel_deployment_facts_facts = {
    title: 'Vercel production deployment',
    captured: 'deployment in production, what each domain serves, automatic assignment, rolling release',
    restored: 'by instant rollback or promote; stray domains; automatic assignment',
    live: 'deployment and domains, in seconds',
    nextDeployment: 'automatic assignment of domains',
    notRestored: 'deleted deployments; a rolling release under way',
    peer: 'official Vercel CLI and SDK, against the same emulator',
    affects: 'everyone who uses the site: requests go to the older deployment within seconds',
    findings: {
        'no-production-deployment': { meaning: 'The project was never deployed to production.' },
        'production-not-returnable': {
            meaning: 'The deployment in production could not be returned to after the next deploy.',
            remedy: 'Deploy again, and check the retention policy of the project.',
        },
        'production-unknown': {
            meaning: 'Vercel does not say which deployment is in production.',
            remedy: 'Promote a deployment in Vercel, and grant the token full read access to the project.',
        },
        'production-pin-unknown': {
            meaning: 'Vercel does not say whether a rollback pins production.',
            remedy: 'Grant the token read access to the project.',
        },
        'auto-assign-on': {
            meaning: 'Pushes go live without a snapshot: the automatic assignment is on, and auto-assign is false.',
            remedy: 'Turn off "Auto-assign Custom Production Domains" in Vercel.',
        },
        'auto-assign-off': { meaning: 'New builds stay staged: the automatic assignment is off, and auto-assign is true.' },
        'build-migrates': {
            meaning: 'The build on Vercel migrates the database before the snapshot is taken.',
            remedy: 'Run the migrations between the snapshot and the promote.',
        },
        'rolling-release-missing': {
            meaning: 'A recovery has a gate command, but the project has no rolling releases.',
            remedy: 'Configure the stages of a rolling release in Vercel. Or plan without --gate-command.',
        },
        'maintenance-live': {
            meaning: 'The maintenance page is in production.',
            remedy: 'End the mitigation: its undo returns to the deployment before.',
        },
        'rolling-release-active': { meaning: 'A rolling release is in progress; a snapshot holds its base.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/facts.js
const vercel_edge_config_facts_facts = {
    title: 'Vercel Edge Config',
    captured: 'every item: key, value, description',
    restored: 'all items in one request',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'stores owned by Vercel Flags or an integration',
    peer: 'none speaks this API: the SDK has no such operation; our emulator',
    affects: 'users of the flags and settings that change, within seconds',
    findings: {},
};

;// CONCATENATED MODULE: ./lib/providers/vercel-env/facts.js
const vercel_env_facts_facts = {
    title: 'Vercel environment variables',
    captured: 'variables with value, type, targets, branch, comment',
    restored: 'created, changed, removed, key by key',
    live: 'nothing',
    nextDeployment: 'everything',
    notRestored: 'sensitive values that are not supplied; variables of integrations',
    peer: 'official Vercel CLI and SDK (listing), against the same emulator',
    affects: 'no running deployment: variables take effect with the next deployment',
    findings: {
        'env-sensitive': {
            meaning: 'Vercel does not return the value of a sensitive variable.',
            remedy: 'Provide it as the secret REWIND_ENV_<KEY>.',
        },
        'env-skipped': { meaning: 'Variables that Vercel or an integration manages are not captured.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/facts.js
const vercel_flags_facts_facts = {
    title: 'Vercel Flags',
    captured: 'variants, on or off, rules, targets, per environment',
    restored: 'with the ETag of what was read; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'experiments; segments',
    peer: 'our emulator; shapes from the official SDK',
    affects: 'users of the flags that change',
    findings: {
        'flag-experiment': {
            meaning: 'A flag runs an experiment, which Rewind cannot write back.',
            remedy: 'Note its settings.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-project/facts.js
const vercel_project_facts_facts = {
    title: 'Vercel project settings',
    captured: 'build and security settings, domains, crons, firewall version, rolling release configuration',
    restored: 'each by its own call',
    live: 'protection, domains, redirects, crons, firewall',
    nextDeployment: 'build settings, rolling releases',
    notRestored: 'passwords; removing the last firewall configuration',
    peer: 'official Vercel SDK (reading), against the same emulator',
    affects: 'visitors of the domains and redirects that change; builds from now on',
    findings: {
        'project-password-not-captured': {
            meaning: 'Vercel does not return the password of the project.',
            remedy: 'Set it again in the dashboard if a deploy changes it.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/facts.js
// Generated from the folder by "npm run generate". Do not edit.

















const PROVIDER_FACTS = {
    'aws-scaling': facts,
    cloudfront: facts_facts,
    'lambda-concurrency': lambda_concurrency_facts_facts,
    launchdarkly: launchdarkly_facts_facts,
    'neon-branch': neon_branch_facts_facts,
    'neon-compute': neon_compute_facts_facts,
    postgres: postgres_facts_facts,
    prisma: prisma_facts_facts,
    'rds-snapshot': rds_snapshot_facts_facts,
    's3-bucket': s3_bucket_facts_facts,
    'stripe-webhooks': stripe_webhooks_facts_facts,
    unleash: unleash_facts_facts,
    'vercel-deployment': vercel_deployment_facts_facts,
    'vercel-edge-config': vercel_edge_config_facts_facts,
    'vercel-env': vercel_env_facts_facts,
    'vercel-flags': vercel_flags_facts_facts,
    'vercel-project': vercel_project_facts_facts,
};


/***/ }),

/***/ 40949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M7: () => (/* binding */ deployFlagsMarkdown),
/* harmony export */   OX: () => (/* binding */ deployFlagsText),
/* harmony export */   aq: () => (/* binding */ deployFlagsLines),
/* harmony export */   lF: () => (/* binding */ deployFlagsJson)
/* harmony export */ });
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);


const TITLE = 'Flags that the pull requests of this deploy name';
const ADVICE = 'To turn such a flag off is faster than a rollback, and it loses nothing.';
/** Before a plan, for a terminal; '' if there is nothing to say. */
function deployFlagsText(flags) {
    const lines = deployFlagsLines(flags);
    return lines.length === 0 ? '' : `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(lines)}\n\n`;
}
/** The same as lines; none if there is nothing to say. */
function deployFlagsLines(flags) {
    if (flags === null)
        return [];
    if (flags.missing !== null)
        return [`${TITLE}: unknown. ${flags.missing}`];
    if (flags.named.length === 0)
        return [];
    return [
        `${TITLE}:`,
        ...flags.named.map((flag) => `  - ${flag.key}: ${stateOf(flag, flags)}; ${pullsOf(flag)}`),
        ADVICE,
    ];
}
/** The same for a job summary. */
function deployFlagsMarkdown(flags) {
    if (flags === null)
        return '';
    if (flags.missing !== null)
        return `${TITLE}: unknown. ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(flags.missing)}\n\n`;
    if (flags.named.length === 0)
        return '';
    const rows = flags.named.map((flag) => [flag.key, stateOf(flag, flags), pullsOf(flag)]);
    return `### ${TITLE}\n\n${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Flag', 'Now', 'Named by'], rows)}\n\n${ADVICE}\n\n`;
}
function stateOf({ key }, { live }) {
    const on = live?.get(key);
    return on === undefined ? 'not among the flags that were read' : on ? 'on' : 'off';
}
const pullsOf = ({ pulls }) => pulls.map(({ number, title }) => `#${number} ${title}`).join(', ');
/** The same for programs. `on`: null if the flag is not among those that were read. */
const deployFlagsJson = ({ named, missing, live }) => ({
    named: named.map(({ key, pulls }) => ({ key, on: live?.get(key) ?? null, pulls })),
    missing,
});


/***/ }),

/***/ 10207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ riskText)
/* harmony export */ });
/** "132 row(s) of fans (written since the snapshot)" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : `${risk.rows.toLocaleString('en-US')} row(s) of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}


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
