export const id = 502;
export const ids = [502];
export const modules = {

/***/ 6129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ client)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);
/* harmony import */ var _services_vercel_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5239);


const aliasRequest = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    jobStatus: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    requestedAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    fromDeploymentId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    toDeploymentId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const target = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    meta: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
});
const project = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    autoAssignCustomDomains: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    targets: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ production: target.nullish() }).optional(),
    lastAliasRequest: aliasRequest.nullish(),
    /** Its configuration, for deployments to come; null or absent = off. A release in flight may outlive it. */
    rollingRelease: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ stages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ targetPercentage: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })).nullish() }).nullish(),
});
const deployment = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** A caller of low rights gets an answer without it: no access, rather than another project. */
    projectId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    readyState: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    readySubstate: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    softDeletedByRetention: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    meta: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
});
const domain = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    redirect: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    gitBranch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    customEnvironmentId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
});
const released = target.nullish();
const release = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    rollingRelease: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), currentDeployment: released, canaryDeployment: released }).nullable(),
});
/** A row names its domain flatly or as an object; both forms are known. */
const failedAlias = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), alias: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ alias: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })]) });
/** Vercel REST API: projects, deployments, aliases, rolling releases. Never `/v2/user`: project-scoped tokens lack it. */
function client(config, ctx) {
    const api = (0,_services_vercel_client_js__WEBPACK_IMPORTED_MODULE_1__/* .vercelApi */ .a)(ctx, config.team);
    const path = `/v9/projects/${config.project}`;
    return {
        /** With `rollbackInfo`, which alone brings `lastAliasRequest`. */
        project: async () => (await api.request({
            method: 'GET',
            path,
            what: `read project ${config.project}`,
            query: { rollbackInfo: true },
            permission: 'read access to the project',
        }, project)).data,
        deployment: async (id) => {
            const { status, data } = await api.request({ method: 'GET', path: `/v13/deployments/${id}`, what: `read deployment ${id}`, accept: [404, 410] }, zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([deployment, zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J() })]));
            return status === 404 || status === 410 || 'error' in data ? null : data;
        },
        /** Names of the domains that serve production. */
        productionDomains: async () => {
            const rows = await api.all({
                method: 'GET',
                path: `${path}/domains`,
                what: 'list the production domains',
                query: { production: true, redirects: false, verified: true },
            }, 'domains', domain);
            return rows
                .filter(({ redirect, gitBranch, customEnvironmentId }) => !redirect && !gitBranch && !customEnvironmentId)
                .map(({ name }) => name);
        },
        /** Id of the deployment that a host name serves; null when none. */
        aliasTarget: async (name) => {
            const { data } = await api.request({
                method: 'GET',
                path: `/v4/aliases/${encodeURIComponent(name)}`,
                what: `read what ${name} serves`,
                accept: [404],
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ deploymentId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish() }));
            return data.deploymentId ?? null;
        },
        /** Null when no rolling release is in flight. */
        release: async () => {
            const { data } = await api.request({
                method: 'GET',
                path: `/v1/projects/${config.project}/rolling-release`,
                what: 'read the rolling release',
                query: { state: 'ACTIVE' },
            }, release);
            const found = data.rollingRelease;
            if (found?.state !== 'ACTIVE')
                return null;
            return { base: found.currentDeployment ?? null, canary: found.canaryDeployment?.id ?? null };
        },
        /** Gives the canary all of the traffic. Not repeatable: state is read before it is sent again. */
        completeRelease: async (canary) => {
            await api.request({
                method: 'POST',
                path: `/v1/projects/${config.project}/rolling-release/complete`,
                what: `complete the rolling release to ${canary}`,
                json: { canaryDeploymentId: canary },
                permission: 'deploy to production (member, developer, project administrator, or Full Production Deployment)',
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
        },
        /** @returns once Vercel accepted it; not when it is done. Not repeatable: state is read before it is sent again. */
        requestSwitch: async (method, to, description) => {
            const version = method === 'rollback' ? '/v1' : '/v10';
            await api.request({
                method: 'POST',
                path: `${version}/projects/${config.project}/${method}/${to}`,
                what: `${method} production to ${to}`,
                json: {},
                permission: 'deploy to production (member, developer, project administrator, or Full Production Deployment)',
                ...(method === 'rollback' ? { query: { description } } : {}),
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
        },
        /** Domains that the last switch could not move. */
        failedAliases: async (method) => {
            const version = method === 'rollback' ? '/v9' : '/v1';
            const rows = await api.all({
                method: 'GET',
                path: `${version}/projects/${config.project}/${method}/aliases`,
                what: 'list the domains that were not moved',
                query: { failedOnly: true, limit: 20 },
            }, 'aliases', failedAlias);
            return rows.map(({ alias }) => (typeof alias === 'string' ? alias : alias.alias));
        },
        pointDomain: async (name, to) => {
            await api.request({
                method: 'POST',
                path: `/v2/deployments/${to}/aliases`,
                what: `point ${name} at ${to}`,
                json: { alias: name },
                repeatable: true,
                permission: 'manage the domains of the project',
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
        },
        setAutoAssign: async (value) => {
            await api.request({
                method: 'PATCH',
                path,
                what: 'set the automatic assignment of domains',
                json: { autoAssignCustomDomains: value },
                repeatable: true,
                permission: 'change the project settings',
            }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
        },
    };
}


/***/ }),

/***/ 2502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ vercel_deployment)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/providers/vercel-deployment/client.js
var client = __webpack_require__(6129);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/eligible.js

/** @throws RewindError deployment-not-eligible */
function assertEligible(deployment, wanted, config, ctx) {
    const problem = ineligible(deployment, wanted, config);
    if (problem === null)
        return;
    throw new errors/* RewindError */.Ir('deployment-not-eligible', `${wanted.to} cannot take production: ${problem}.`, {
        resource: ctx.resource,
    });
}
/** Why a deployment cannot take production; null when it can. */
function ineligible(deployment, wanted, config) {
    if (deployment === null)
        return 'it does not exist any more (deleted, or removed by the retention policy)';
    if (deployment.projectId === undefined)
        return 'this token may not see enough of it to tell';
    if (deployment.projectId !== config.project)
        return `it belongs to project ${deployment.projectId}`;
    if (deployment.softDeletedByRetention === true)
        return 'the retention policy has removed it';
    if (deployment.readyState !== 'READY')
        return `its state is ${deployment.readyState}, not READY`;
    if (deployment.target !== 'production')
        return 'it is a preview, not a production deployment';
    if (wanted.method === 'rollback' &&
        deployment.readySubstate !== undefined &&
        deployment.readySubstate !== 'PROMOTED') {
        return `it never served production (${deployment.readySubstate})`;
    }
    return null;
}

// EXTERNAL MODULE: ./lib/providers/vercel-deployment/pinned.js
var vercel_deployment_pinned = __webpack_require__(9252);
// EXTERNAL MODULE: ./lib/providers/vercel-deployment/state.js
var state = __webpack_require__(3913);
// EXTERNAL MODULE: ./lib/runtime/http.js
var http = __webpack_require__(1906);
;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/switch.js



/** Clocks of Vercel and of the runner may differ by this much. */
const CLOCK_SKEW_MS = 30_000;
const FIRST_POLL_MS = 300;
const POLL_GROWTH = 1.5;
/** Longest pause between polls in the first half minute, and later. */
const POLL_MAX_MS = 1_000;
const POLL_LATE_MS = 5_000;
const LATE_AFTER_MS = 30_000;
const LONGEST_DOMAIN_PAUSE_MS = 2_500;
/** Requests to switch that may be sent when none of them is seen to have arrived. */
const MAX_POSTS = 3;
/** Project reads after a lost answer or a 409, before it is believed that nothing was begun: reads may lag behind. */
const DOUBTFUL_READS = 4;
/**
 * Moves production to a deployment and returns when every domain serves it. Decides from what it reads, so that a re-run
 * after a crash, or another operator's equal request, ends well.
 *
 * @throws RewindError deployment-not-eligible, deployment-switch-failed, vercel-plan-limit, api-conflict, deadline-exceeded
 */
async function switchProduction(wanted, vercel, config, ctx) {
    const deadline = ctx.clock.monotonic() + config['timeout-seconds'] * 1000;
    const project = await vercel.project();
    const before = project.lastAliasRequest ?? null;
    const underWay = before !== null && isRunning(before);
    if (underWay && !isFor(before, wanted))
        throw busy(before, ctx);
    // With a rolling release under way the base already is "production", and only a rollback ends the release. It may
    // outlive its configuration.
    const mayRelease = Boolean(project.rollingRelease) || productionOf(project) === wanted.to;
    const release = mayRelease ? await vercel.release() : null;
    const notBefore = underWay ? 0 : (before?.requestedAt ?? ctx.clock.now().getTime() - CLOCK_SKEW_MS) + 1;
    const waiting = { deadline, notBefore, releasing: release !== null };
    if (wanted.method === 'promote' && project.rollingRelease && !underWay) {
        await promoteByRelease(wanted, vercel, config, ctx, waiting);
    }
    else {
        let seen = project;
        if (!underWay && (productionOf(project) !== wanted.to || release !== null)) {
            assertEligible(await vercel.deployment(wanted.to), wanted, config, ctx);
            seen = await request(wanted, vercel, before, release !== null, ctx);
        }
        await settled(wanted, vercel, ctx, waiting, seen);
    }
    await confirmDomains(`Production is ${wanted.to}`, wanted.to, wanted.domains, vercel, ctx);
}
const productionOf = (project) => project.targets?.production?.id;
const isRunning = (request) => ['pending', 'in-progress'].includes(request.jobStatus);
const isFor = (request, wanted) => request.type === wanted.method && request.toDeploymentId === wanted.to;
function busy(request, ctx) {
    return new errors/* RewindError */.Ir('api-conflict', `Another ${request.type} (to ${request.toDeploymentId}) is under way on Vercel; it allows one at a time.`, { resource: ctx.resource, remedy: 'Wait until it has ended, make a new plan, and have that approved.' });
}
/**
 * Sends the request. A lost answer or a 409 is decided from what the project says then.
 *
 * @returns the project, where it was read already
 */
async function request(wanted, vercel, before, releasing, ctx) {
    for (let posts = 1;; posts += 1) {
        try {
            await vercel.requestSwitch(wanted.method, wanted.to, `Rewind: back to snapshot ${ctx.snapshotId}`);
            return null;
        }
        catch (error) {
            if (!isDoubtful(error))
                throw error instanceof http/* HttpFailure */.H ? refused(error, ctx) : error;
            const project = await begun(wanted, vercel, before, releasing, ctx);
            if (project !== null)
                return project;
            if (error.status === 409 || posts >= MAX_POSTS)
                throw error;
            ctx.log.warn(`${error.message}; production is unchanged, asking again`);
        }
    }
}
/** Was it carried out or not? The answer does not tell. */
const isDoubtful = (error) => error instanceof http/* HttpFailure */.H &&
    (error.status === undefined || error.status >= 500 || error.status === 409 || error.malformed);
/** The project, when it shows that the switch was begun (or is done); null when it does not, asked several times. */
async function begun(wanted, vercel, before, releasing, ctx) {
    for (let reads = 1, pause = FIRST_POLL_MS;; reads += 1, pause *= POLL_GROWTH) {
        const project = await vercel.project();
        const last = project.lastAliasRequest ?? null;
        if (productionOf(project) === wanted.to && !releasing)
            return project;
        const newer = last !== null && last.requestedAt !== before?.requestedAt;
        if (newer && isFor(last, wanted))
            return project;
        if (last !== null && isRunning(last))
            throw busy(last, ctx);
        if (reads >= DOUBTFUL_READS)
            return null;
        await ctx.clock.sleep(pause, ctx.signal);
    }
}
/**
 * With rolling releases configured, a promote starts one instead of moving the domains; completed at once, it does what
 * is wanted. Each step is asked for once, and again only when state shows that it did not arrive.
 */
async function promoteByRelease(wanted, vercel, config, ctx, { deadline, notBefore }) {
    const started = ctx.clock.monotonic();
    let posts = 0;
    let accepted = 'nothing';
    for (let pause = FIRST_POLL_MS;; pause = nextPause(pause, ctx.clock.monotonic() - started)) {
        const [project, release] = await Promise.all([vercel.project(), vercel.release()]);
        if (release === null && productionOf(project) === wanted.to)
            return;
        if (release !== null && release.canary !== wanted.to) {
            throw new errors/* RewindError */.Ir('api-conflict', `A rolling release to ${release.canary ?? 'another deployment'} is under way.`, {
                resource: ctx.resource,
                remedy: 'Make a new plan, and have that approved: it ends the release.',
            });
        }
        const last = project.lastAliasRequest ?? null;
        const ours = last !== null && isFor(last, wanted) && last.requestedAt >= notBefore;
        if (ours && last.jobStatus === 'failed')
            await failed(wanted, vercel, ctx);
        if (ctx.clock.monotonic() >= deadline)
            throw late(wanted, ctx.clock.monotonic() - started, ctx);
        const step = release === null ? 'promote' : 'complete';
        const due = accepted === 'nothing' || (accepted === 'promote' && step === 'complete');
        if (due && !(ours && isRunning(last))) {
            if (step === 'promote')
                assertEligible(await vercel.deployment(wanted.to), wanted, config, ctx);
            posts += 1;
            try {
                await (step === 'promote' ? vercel.requestSwitch('promote', wanted.to, '') : vercel.completeRelease(wanted.to));
                accepted = step;
            }
            catch (error) {
                if (!isDoubtful(error))
                    throw error instanceof http/* HttpFailure */.H ? refused(error, ctx) : error;
                if (posts >= MAX_POSTS)
                    throw error;
                ctx.log.warn(`${error.message}; looking what became of it`);
            }
        }
        await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
    }
}
/** Jitter, so that two runs do not ask in step. */
const jittered = (pause, ctx) => pause * (0.8 + 0.4 * ctx.random());
const nextPause = (pause, waited) => Math.min(pause * POLL_GROWTH, waited > LATE_AFTER_MS ? POLL_LATE_MS : POLL_MAX_MS);
function late(wanted, waited, ctx) {
    return new errors/* RewindError */.Ir('deadline-exceeded', `Vercel has not finished the ${wanted.method} to ${wanted.to} after ${Math.round(waited / 1000)} s; it may still go on there.`, { resource: ctx.resource });
}
function refused(error, ctx) {
    if (error.status === 402)
        return new errors/* RewindError */.Ir('vercel-plan-limit', error.message, { resource: ctx.resource, cause: error });
    if (error.status === 422 || error.status === 410 || error.status === 404) {
        return new errors/* RewindError */.Ir('deployment-not-eligible', error.message, { resource: ctx.resource, cause: error });
    }
    return error;
}
/**
 * Waits until the project itself says that our request has succeeded: of our type, to our deployment, not older than ours.
 * An old request that is still shown, or none at all, proves nothing; then only production's own deployment counts.
 *
 * @param seen the project as read just now; null = not read since the request
 */
async function settled(wanted, vercel, ctx, waiting, seen) {
    const started = ctx.clock.monotonic();
    const progress = ctx.progress(`switching production to ${wanted.to}`, 'items');
    let pause = FIRST_POLL_MS;
    let project = seen;
    for (let polls = 0;; polls += 1) {
        if (project !== null && (await isDone(wanted, vercel, ctx, waiting, project))) {
            progress.end(`${polls} polls`);
            return;
        }
        const waited = ctx.clock.monotonic() - started;
        if (ctx.clock.monotonic() >= waiting.deadline)
            throw late(wanted, waited, ctx);
        await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
        pause = nextPause(pause, waited);
        project = await vercel.project();
        progress.update(polls, null);
    }
}
/** @throws RewindError deployment-switch-failed */
async function isDone(wanted, vercel, ctx, { notBefore, releasing }, project) {
    const last = project.lastAliasRequest ?? null;
    const ours = last !== null && isFor(last, wanted) && last.requestedAt >= notBefore;
    const serves = productionOf(project) === wanted.to;
    if (ours && last.jobStatus === 'failed')
        await failed(wanted, vercel, ctx);
    // "skipped" is neither: what production serves decides.
    if (ours && last.jobStatus === 'skipped' && !serves) {
        throw new errors/* RewindError */.Ir('deployment-switch-failed', `Vercel skipped the ${wanted.method} to ${wanted.to}; production is unchanged.`, { resource: ctx.resource });
    }
    if (!serves || (ours && isRunning(last)))
        return false;
    return !releasing || ours || (await vercel.release()) === null;
}
async function failed(wanted, vercel, ctx) {
    const names = await vercel.failedAliases(wanted.method);
    throw new errors/* RewindError */.Ir('deployment-switch-failed', `Vercel could not ${wanted.method} to ${wanted.to}${names.length === 0 ? '' : `: ${names.join(', ')} did not move`}.`, { resource: ctx.resource });
}
/**
 * What counts in the end is what each host name serves.
 *
 * @param done what was achieved before, for the message
 * @throws RewindError deployment-switch-failed
 */
async function confirmDomains(done, to, domains, vercel, ctx) {
    // A moment is given to the slow; a domain that was never attached to production does not come by waiting.
    for (let pause = FIRST_POLL_MS;; pause *= 2) {
        const serving = await Promise.all(domains.map(async (name) => ({ name, deployment: await vercel.aliasTarget(name) })));
        const stuck = serving.filter(({ deployment }) => deployment !== to);
        if (stuck.length === 0)
            return;
        if (pause > LONGEST_DOMAIN_PAUSE_MS) {
            throw new errors/* RewindError */.Ir('deployment-switch-failed', `${done}, but ${stuck.map(({ name, deployment }) => `${name} serves ${deployment ?? 'nothing'}`).join(', ')}.`, { resource: ctx.resource, remedy: 'Run "rewind plan" again: it shows these domains as changes of their own.' });
        }
        await ctx.clock.sleep(pause, ctx.signal);
    }
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/index.js







async function capture(config, ctx) {
    const vercel = (0,client/* client */.S)(config, ctx);
    const [project, names, release] = await Promise.all([vercel.project(), vercel.productionDomains(), vercel.release()]);
    const domains = await Promise.all([...names].sort().map(async (name) => ({ name, deployment: await vercel.aliasTarget(name) })));
    return {
        schemaVersion: 1,
        project: project.id,
        name: project.name,
        production: await vercel_deployment_productionOf(project, release, vercel),
        autoAssign: project.autoAssignCustomDomains ?? null,
        // Assignment that is off may be a rollback's when Vercel does not say: it is not switched on by a plan.
        pinned: project.autoAssignCustomDomains === false && (0,vercel_deployment_pinned/* pinnedByRollback */.G)(project) !== 'free',
        canary: release === null ? null : (release.canary ?? 'unknown'),
        stages: project.rollingRelease?.stages?.map(({ targetPercentage }) => targetPercentage) ?? [],
        domains,
    };
}
/** While a rolling release is in flight, two deployments serve: what is known to be good is the base. */
async function vercel_deployment_productionOf(project, release, vercel) {
    const named = project.targets?.production;
    const found = release?.base ?? named;
    if (!found)
        return null;
    // The release names its deployments without their commits.
    const meta = found.id === named?.id ? named.meta : (await vercel.deployment(found.id))?.meta;
    const first = (...keys) => {
        const value = keys.map((key) => meta?.[key]).find((candidate) => typeof candidate === 'string');
        return typeof value === 'string' ? value : null;
    };
    return {
        id: found.id,
        url: found.url,
        createdAt: found.createdAt,
        commit: first('githubCommitSha', 'gitlabCommitSha', 'bitbucketCommitSha', 'gitCommitSha'),
        rebuildOf: first('rewindRebuildOf'),
        ref: first('githubCommitRef', 'gitlabCommitRef', 'bitbucketCommitRef', 'gitCommitRef'),
    };
}
async function check(config, ctx) {
    const vercel = (0,client/* client */.S)(config, ctx);
    const [project, release] = await Promise.all([vercel.project(), vercel.release()]);
    const findings = [];
    const current = release?.base ?? project.targets?.production;
    if (!current) {
        findings.push({
            level: 'warning',
            code: 'no-production-deployment',
            message: `${project.name} was never deployed to production: there is nothing to go back to yet.`,
        });
    }
    else {
        const problem = ineligible(await vercel.deployment(current.id), { method: 'promote', to: current.id }, config);
        if (problem !== null) {
            findings.push({
                level: 'error',
                code: 'deployment-not-eligible',
                message: `The deployment in production (${current.id}) could not be returned to: ${problem}.`,
                remedy: 'Deploy again, and check the retention policy of the project.',
            });
        }
    }
    const pinned = (0,vercel_deployment_pinned/* pinnedByRollback */.G)(project);
    if (pinned === 'pinned') {
        findings.push({
            level: 'warning',
            code: 'production-pinned',
            message: 'Production is held by an earlier rollback: new pushes are built but stay STAGED.',
            remedy: 'When the repair is deployed, run "rewind recover" or promote it in the dashboard.',
        });
    }
    else if (pinned === 'unknown') {
        findings.push({
            level: 'warning',
            code: 'production-pin-unknown',
            message: project.autoAssignCustomDomains === undefined
                ? 'Vercel did not say whether production is held by a rollback.'
                : 'Production domains are not assigned automatically, and Vercel does not say whether a rollback did that.',
            remedy: 'Look at the production deployment in the dashboard, and give the token full read access to the project.',
        });
    }
    if (release !== null) {
        findings.push({
            level: 'warning',
            code: 'rolling-release-active',
            message: `A rolling release to ${release.canary ?? 'another deployment'} is under way: two deployments serve production. A snapshot holds the base.`,
        });
    }
    return findings;
}
async function apply(config, change, ctx) {
    const vercel = (0,client/* client */.S)(config, ctx);
    const wanted = state/* params */.tz.parse(change.params);
    switch (wanted.kind) {
        case 'switch': {
            await switchProduction(wanted, vercel, config, ctx);
            // A promote turns the automatic assignment on, whatever the owner had chosen.
            if (wanted.method === 'promote' && wanted.autoAssign === false)
                await vercel.setAutoAssign(false);
            return;
        }
        case 'alias': {
            if ((await vercel.aliasTarget(wanted.domain)) === wanted.to)
                return;
            await vercel.pointDomain(wanted.domain, wanted.to);
            await confirmDomains(`${wanted.domain} was pointed at ${wanted.to}`, wanted.to, [wanted.domain], vercel, ctx);
            return;
        }
        case 'auto-assign': {
            const project = await vercel.project();
            if (project.autoAssignCustomDomains !== wanted.to)
                await vercel.setAutoAssign(wanted.to);
            return;
        }
    }
}
/** After the approval: would Vercel take each deployment? The retention policy may have removed one meanwhile. */
async function preflight(config, changes, ctx) {
    const vercel = (0,client/* client */.S)(config, ctx);
    const findings = [];
    for (const change of changes) {
        const wanted = state/* params */.tz.parse(change.params);
        if (wanted.kind === 'auto-assign')
            continue;
        const method = wanted.kind === 'switch' ? wanted.method : 'promote';
        const problem = ineligible(await vercel.deployment(wanted.to), { method, to: wanted.to }, config);
        if (problem === null)
            continue;
        findings.push({
            level: 'error',
            code: 'deployment-not-eligible',
            message: `${wanted.to} cannot take production: ${problem}.`,
            remedy: 'Choose a snapshot whose deployment still exists, or deploy its commit again.',
        });
    }
    return findings;
}
/* harmony default export */ const vercel_deployment = ((0,provider/* defineProvider */.Nj)({
    id: 'vercel-deployment',
    state: state/* state */.wk,
    check,
    capture,
    plan: state/* plan */.et,
    apply,
    preflight,
}));


/***/ }),

/***/ 9252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readPin),
/* harmony export */   G: () => (/* binding */ pinnedByRollback)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6129);

/**
 * Is production held by a rollback? A rollback switches the automatic assignment of domains off, and is the last switch.
 *
 * Never read from `lastRollbackTarget`, which is filled only while domains move. `free` with assignment off means that
 * something else switched it off: the owner, or a pause. `unknown` when a field is missing or no switch is on record:
 * whoever must not deploy over a rollback has to stop then.
 *
 * @param project as read with `rollbackInfo=true`
 */
function pinnedByRollback(project) {
    if (project.autoAssignCustomDomains === true)
        return 'free';
    if (project.autoAssignCustomDomains === undefined || !project.lastAliasRequest)
        return 'unknown';
    return project.lastAliasRequest.type === 'rollback' ? 'pinned' : 'free';
}
/** Asks Vercel, for whoever must not deploy over a rollback. @throws HttpFailure */
async function readPin(config, ctx) {
    const project = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .client */ .S)(config, ctx).project();
    const pin = pinnedByRollback(project);
    const last = project.lastAliasRequest;
    const why = {
        free: 'production follows the newest deployment, or the owner assigns it by hand',
        pinned: `rolled back to ${last?.toDeploymentId ?? 'an earlier deployment'}; it stays there until somebody promotes another`,
        unknown: 'Vercel did not say whether a rollback holds production; look at the dashboard, and at the rights of the token',
    }[pin];
    return { pin, why };
}


/***/ }),

/***/ 3913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   tz: () => (/* binding */ params),
/* harmony export */   wk: () => (/* binding */ state)
/* harmony export */ });
/* unused harmony export named */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const deployment = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Milliseconds since 1970. */
    createdAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** Commit that it was built from, where Git is connected. */
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Set when Rewind has built it anew from another deployment, so that a new secret reaches the same code. */
    rebuildOf: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().default(null),
});
const state = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    project: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Null: the project was never deployed to production. */
    production: deployment.nullable(),
    /** Null when the API did not say; that must not be taken for "not rolled back". */
    autoAssign: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullable(),
    /** Production is held by a rollback: new deployments are built and stay STAGED. */
    pinned: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Deployment that an active rolling release is moving traffic to. */
    canary: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Percentages that a rolling release goes through; empty = none is configured. vercel-project restores them. */
    stages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()).default([]),
    /** What each production domain serves. */
    domains: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })),
});
/** Commit of the deployment that a captured state says was in production; null when it is not known. */
function commitOf(captured) {
    const parsed = state.safeParse(captured);
    return parsed.success ? (parsed.data.production?.commit ?? null) : null;
}
/** What `apply` is told in a change's params. */
const params = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('switch'),
        method: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['rollback', 'promote']),
        to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        domains: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        autoAssign: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullable(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('alias'), domain: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('auto-assign'), to: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }),
]);
/** "dpl_1 (1a2b3c4 main)" */
function named(one) {
    const commit = one.commit === null ? '' : ` (${one.commit.slice(0, 7)}${one.ref === null ? '' : ` ${one.ref}`})`;
    return `${one.id}${commit}`;
}
function plan(saved, found) {
    if (saved.production === null)
        return [];
    const live = asOriginal(saved.production.id, found);
    const switched = switchChange(saved, saved.production, live);
    const aliases = aliasChanges(saved, saved.production.id, live, switched !== null);
    const autoAssign = switched === null ? autoAssignChange(saved, live) : null;
    return [...(switched === null ? [] : [switched]), ...aliases, ...(autoAssign === null ? [] : [autoAssign])];
}
/** A rebuild of the saved deployment, made by Rewind for a new signing secret, stands for that deployment. */
function asOriginal(saved, live) {
    const rebuilt = live.production;
    if (rebuilt?.rebuildOf !== saved)
        return live;
    return {
        ...live,
        production: { ...rebuilt, id: saved },
        domains: live.domains.map(({ name, deployment: serves }) => ({
            name,
            deployment: serves === rebuilt.id ? saved : serves,
        })),
    };
}
function switchChange(saved, target, live) {
    const releasing = live.canary !== null && live.canary !== saved.canary;
    if (live.production?.id === target.id && !releasing)
        return null;
    // Backwards is a rollback, which pins production and ends a rolling release to something else. Forwards again, out of
    // a rollback, is what Vercel calls a promote.
    const forwards = live.pinned && live.production !== null && target.createdAt > live.production.createdAt;
    const overtaken = releasing && live.canary !== target.id;
    const method = forwards && !overtaken ? 'promote' : 'rollback';
    const before = live.production === null ? null : named(live.production);
    return {
        id: 'switch',
        stage: 'deployment',
        action: 'update',
        target: `production of ${saved.name} on Vercel (${method})`,
        before: releasing ? `${before ?? 'nothing'}, rolling release to ${live.canary ?? ''} under way` : before,
        after: named(target),
        effect: 'live',
        undo: live.production === null ? null : `promote ${live.production.id}`,
        warnings: [
            ...(method === 'rollback'
                ? [
                    'Afterwards production is pinned: new pushes are built but stay STAGED until "rewind recover" (or a promote in the dashboard).',
                ]
                : []),
            ...(overtaken ? ['The rolling release under way is ended.'] : []),
            ...(method === 'promote' && live.stages.length > 0
                ? ['A promote starts a rolling release: it is completed at once, past its stages and their approvals.']
                : []),
            'The deployment brings the environment variables and cron jobs that it was built with.',
        ],
        params: {
            kind: 'switch',
            method,
            to: target.id,
            domains: carriedAlong(saved, target.id, live),
            autoAssign: method === 'promote' ? saved.autoAssign : null,
        },
    };
}
/** Domains that move with production: those that serve what production serves now, and are to serve the target. */
function carriedAlong(saved, target, live) {
    const now = new Map(live.domains.map((domain) => [domain.name, domain.deployment]));
    return saved.domains
        .filter(({ name, deployment: wanted }) => {
        const serves = now.get(name);
        return wanted === target && (serves === target || (serves !== null && serves === live.production?.id));
    })
        .map(({ name }) => name);
}
/** Domains that a switch does not carry along: they do not serve what production serves. */
function aliasChanges(saved, target, live, switching) {
    const now = new Map(live.domains.map((domain) => [domain.name, domain.deployment]));
    return saved.domains.flatMap((domain) => {
        const serves = now.get(domain.name);
        // A domain that was removed from the project since is a matter of the project's settings.
        if (domain.deployment === null || serves === undefined)
            return [];
        // The domains of the present production deployment move with it, also those that are to stay.
        const moves = switching && serves !== null && serves === live.production?.id;
        if ((moves ? target : serves) === domain.deployment)
            return [];
        return [
            {
                id: `alias:${domain.name}`,
                stage: 'deployment',
                action: 'update',
                target: `domain ${domain.name}`,
                before: moves && serves === domain.deployment ? `${serves}, but moves along with production` : serves,
                after: domain.deployment,
                effect: 'live',
                undo: serves === null ? null : `point ${domain.name} at ${serves}`,
                warnings: [],
                params: { kind: 'alias', domain: domain.name, to: domain.deployment },
            },
        ];
    });
}
/**
 * The owner's own setting. After a rollback it is off on purpose, so that the next push does not undo the rollback: that
 * is no difference.
 */
function autoAssignChange(saved, live) {
    if (saved.autoAssign === null || live.autoAssign === null || saved.autoAssign === live.autoAssign)
        return null;
    if (saved.autoAssign && live.pinned)
        return null;
    return {
        id: 'auto-assign',
        stage: 'configuration',
        action: 'update',
        target: `automatic assignment of production domains of ${saved.name}`,
        before: live.autoAssign ? 'on' : 'off',
        after: saved.autoAssign ? 'on' : 'off',
        effect: 'next-deployment',
        undo: 'set it back in the project settings',
        warnings: saved.autoAssign ? ['The next push to production goes live by itself again.'] : [],
        params: { kind: 'auto-assign', to: saved.autoAssign },
    };
}


/***/ }),

/***/ 5239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ vercelApi)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

/** How many pages a list may have before we take the paging for broken. */
const MAX_PAGES = 100;
/**
 * @param team sent with every request: without it a team's token falls into its default team
 * @throws RewindError credential-missing
 */
function vercelApi(ctx, team) {
    const base = ctx.credentials.address('VERCEL_API_URL', 'https://api.vercel.com');
    const token = ctx.credentials.require('VERCEL_TOKEN', ctx.resource);
    const request = ({ path, query, headers, ...rest }, schema) => ctx.http.request({
        service: 'Vercel',
        resource: ctx.resource,
        ...rest,
        url: `${base}${path}`,
        headers: { ...headers, authorization: `Bearer ${token}` },
        query: { ...query, teamId: team },
    }, schema);
    return {
        request,
        all: async (call, field, row) => {
            const page = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
                [field]: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(row),
                pagination: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ next: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()]).nullable() }).optional(),
            });
            const rows = [];
            let until;
            for (let pages = 0; pages < MAX_PAGES; pages += 1) {
                const { data } = await request({ ...call, query: { limit: 100, ...call.query, until } }, page);
                rows.push(...data[field]);
                const next = data.pagination?.next ?? null;
                if (next === null)
                    return rows;
                until = next;
            }
            throw new Error(`${call.what}: the list does not end`);
        },
    };
}


/***/ })

};
