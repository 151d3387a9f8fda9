export const id = 2798;
export const ids = [2798,1450];
export const modules = {

/***/ 32798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ vercel_deployment)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
// EXTERNAL MODULE: ./lib/services/vercel/client.js
var client = __webpack_require__(95239);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/services/vercel/deployments.js
var deployments = __webpack_require__(40330);
;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/client.js



const domain = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    redirect: schemas/* string */.YjP().nullish(),
    gitBranch: schemas/* string */.YjP().nullish(),
    customEnvironmentId: schemas/* string */.YjP().nullish(),
});
const released = deployments/* deploymentRef */.f8.nullish();
const release = schemas/* object */.Ikc({
    rollingRelease: schemas/* object */.Ikc({ state: schemas/* string */.YjP(), currentDeployment: released, canaryDeployment: released }).nullable(),
});
const stage = schemas/* object */.Ikc({
    /** From 0. */
    index: schemas/* number */.aig(),
    targetPercentage: schemas/* number */.aig(),
    isFinalStage: schemas/* boolean */.zMY(),
    /** Seconds until the next stage; null if it waits for an approval. */
    duration: schemas/* number */.aig().nullish(),
});
const rollout = schemas/* object */.Ikc({
    rollingRelease: schemas/* object */.Ikc({
        state: schemas/* string */.YjP(),
        substate: schemas/* string */.YjP().nullish(),
        currentDeployment: released,
        canaryDeployment: released,
        advancementType: schemas/* string */.YjP(),
        stages: schemas/* array */.YOg(stage),
        activeStage: stage.nullish(),
        nextStage: stage.nullish(),
        startedAt: schemas/* number */.aig(),
    })
        .nullable(),
});
/** Vercel returns the domain of a row as a string or as an object. */
const failedAlias = schemas/* object */.Ikc({ status: schemas/* string */.YjP(), alias: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ alias: schemas/* string */.YjP() })]) });
/** Vercel REST API: projects, deployments, aliases, rolling releases. Never `/v2/user`: project-scoped tokens lack it. */
function client_client(config, ctx) {
    const api = (0,client/* vercelApi */.a)(ctx, config.team);
    const path = `/v9/projects/${config.project}`;
    return {
        ...(0,deployments/* vercelDeployments */.g6)(ctx, config),
        /** Names of the production domains. */
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
        /** Null without an active rolling release. */
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
        /** The last rolling release, also if it ended; null if there never was one. */
        rollout: async () => {
            const path = `/v1/projects/${config.project}/rolling-release`;
            return (await api.request({ method: 'GET', path, what: 'read the rolling release' }, rollout)).data
                .rollingRelease;
        },
        /** Begins the next stage. Not repeatable: read the state before you send it again. */
        approveStage: async (canary, active, next) => {
            await api.request({
                method: 'POST',
                path: `/v1/projects/${config.project}/rolling-release/approve-stage`,
                what: `approve stage ${next.index + 1} of the rolling release to ${canary}`,
                json: { nextStageIndex: next.index, activeStageIndex: active.index, canaryDeploymentId: canary },
                permission: deployments/* DEPLOY_PERMISSION */.mq,
            }, schemas/* unknown */.L5J());
        },
        /** Moves all traffic to the canary. Not repeatable: read the state before you send it again. */
        completeRelease: async (canary) => {
            await api.request({
                method: 'POST',
                path: `/v1/projects/${config.project}/rolling-release/complete`,
                what: `complete the rolling release to ${canary}`,
                json: { canaryDeploymentId: canary },
                permission: deployments/* DEPLOY_PERMISSION */.mq,
            }, schemas/* unknown */.L5J());
        },
        /** Domains that the last switch failed to move. */
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
            }, schemas/* unknown */.L5J());
        },
    };
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/production-pin.js
/**
 * Tells whether a rollback pins production: automatic assignment is off, and the last switch is a rollback.
 *
 * Ignores `lastRollbackTarget`, which Vercel sets only while domains move. `free` with assignment off means that the
 * owner or a pause switched it off. `unknown` means that a field or the last switch is missing: a deploy must stop.
 *
 * @param project as read with `rollbackInfo=true`
 * @param configured the automatic assignment as the configuration has it: then no switch on record means that the owner
 *   switched it off
 */
function pinnedByRollback(project, configured) {
    if (project.autoAssignCustomDomains === true)
        return 'free';
    // Null: there was none. Absent: Vercel does not say.
    if (project.autoAssignCustomDomains === false && project.lastAliasRequest === null && configured === false)
        return 'free';
    if (project.autoAssignCustomDomains === undefined || !project.lastAliasRequest)
        return 'unknown';
    return project.lastAliasRequest.type === 'rollback' ? 'pinned' : 'free';
}

// EXTERNAL MODULE: ./lib/services/vercel/maintenance-page.js
var maintenance_page = __webpack_require__(1709);
;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/described.js

/** A deployment as a state holds it. @param meta as Vercel returns it */
function described({ id, url, createdAt }, meta) {
    const rebuildOf = first(meta, 'rewindRebuildOf');
    const maintenance = isMaintenance(meta) ? { maintenance: true } : {};
    return { id, url, createdAt, commit: commitOf(meta), rebuildOf, ref: refOf(meta), ...maintenance };
}
/** The release that counts: during maintenance the one that the page stands in for. Null if there is none, or it is unknown. */
const releaseOf = ({ production, instead }) => production?.maintenance === true ? (instead ?? null) : production;
/** The state as it would be without the page. It does not show the automatic assignment that the owner chose. */
function withoutMaintenance({ instead = null, ...state }) {
    const { production: page } = state;
    if (page?.maintenance !== true || instead === null)
        return state;
    const domains = state.domains.map(({ name, deployment }) => ({
        name,
        deployment: deployment === page.id ? instead.id : deployment,
    }));
    return { ...state, production: instead, autoAssign: null, domains };
}
/** Whether Rewind made the deployment for maintenance. */
const isMaintenance = (meta) => meta?.[maintenance_page/* MAINTENANCE */.Ar] === '1';
/** Commit of a build; null if Git is not connected. */
const commitOf = (meta) => first(meta, 'githubCommitSha', 'gitlabCommitSha', 'bitbucketCommitSha', 'gitCommitSha');
/** Branch of a build; null if Git is not connected. */
const refOf = (meta) => first(meta, 'githubCommitRef', 'gitlabCommitRef', 'bitbucketCommitRef', 'gitCommitRef');
function first(meta, ...keys) {
    const value = keys.map((key) => meta?.[key]).find((candidate) => typeof candidate === 'string');
    return typeof value === 'string' ? value : null;
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/production.js

/**
 * For a project that names no deployment in production, because the field is optional: the one that its production domains
 * serve. Null if they serve none, or more than one.
 */
async function servedByDomains(config, domains, vercel) {
    const [id, ...others] = new Set(domains.flatMap(({ deployment }) => deployment ?? []));
    if (id === undefined || others.length > 0)
        return null;
    const found = await vercel.deployment(id);
    if (found?.url === undefined || found.createdAt === undefined)
        return null;
    if (found.projectId !== config.project || found.target !== 'production')
        return null;
    const by = found.creator?.username;
    return { ...described({ id, url: found.url, createdAt: found.createdAt }, found.meta), ...(by ? { by } : {}) };
}
/** Whether a project that names no deployment in production serves one all the same, or served one before. */
async function wasDeployed(domains, vercel) {
    if (domains.some(({ deployment }) => deployment !== null))
        return true;
    const rows = await vercel.recent();
    return rows.some(({ readyState, readySubstate }) => readyState === 'READY' && readySubstate !== 'STAGED');
}

// EXTERNAL MODULE: ./lib/services/gate.js
var services_gate = __webpack_require__(33861);
;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/state.js


const deployment = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    url: schemas/* string */.YjP(),
    /** Milliseconds since 1970. */
    createdAt: schemas/* number */.aig(),
    /** Commit of the build, if Git is connected. */
    commit: schemas/* string */.YjP().nullable(),
    ref: schemas/* string */.YjP().nullable(),
    /** Name of the user who made it; not compared. */
    by: schemas/* string */.YjP().exactOptional(),
    /** The original deployment, if this is Rewind's rebuild with a new secret. */
    rebuildOf: schemas/* string */.YjP().nullable().default(null),
    /** Rewind made it ahead: it says that the site is under maintenance. */
    maintenance: schemas/* literal */.euz(true).exactOptional(),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    project: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    /** Null if the project was never deployed to production, or with `productionUnknown`. */
    production: deployment.nullable(),
    /** The project serves a deployment, or served one, and Vercel does not say which one is in production now. */
    productionUnknown: schemas/* literal */.euz(true).exactOptional(),
    /** Set while the deployment for maintenance is in production: the one that was there before. Null if unknown. */
    instead: deployment.nullable().exactOptional(),
    /** Null if unknown, which differs from "not rolled back". */
    autoAssign: schemas/* boolean */.zMY().nullable(),
    /** True if a rollback pins production: new deployments stay STAGED. */
    pinned: schemas/* boolean */.zMY(),
    /** Deployment that receives the traffic of an active rolling release. */
    canary: schemas/* string */.YjP().nullable(),
    /** Commit of that build; not compared. */
    canaryCommit: schemas/* string */.YjP().exactOptional(),
    /** Percentages of a rolling release; empty if none is configured. vercel-project restores them. */
    stages: schemas/* array */.YOg(schemas/* number */.aig()).default([]),
    /** When Vercel was last asked to move production, by its clock; null: never. Absent if unknown. Not compared. */
    lastSwitch: schemas/* number */.aig().nullable().exactOptional(),
    /**
     * Set in the state before a rollback that found another deployment in production than its checks had: the one of the
     * checks. `production` is the one that the rollback replaced.
     */
    overtaken: deployment.exactOptional(),
    /** Set in a goal, never in a snapshot: the deployment may be staged, so only a promote reaches it. */
    forward: schemas/* literal */.euz(true).exactOptional(),
    /** Set in the goal of a recovery that releases in stages. */
    gate: services_gate/* gate */.Gj.exactOptional(),
    /** The deployment that each production domain serves. */
    domains: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), deployment: schemas/* string */.YjP().nullable() })),
});
const UNKNOWN_REMEDY = 'Promote a deployment in Vercel, and grant the token full read access to the project.';
/** The part of a change that `apply` reads. */
const params = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('switch'),
        method: schemas/* enum */.k5n(['rollback', 'promote']),
        to: schemas/* string */.YjP(),
        domains: schemas/* array */.YOg(schemas/* string */.YjP()),
        autoAssign: schemas/* boolean */.zMY().nullable(),
        /** With the percentages that the approver saw; absent: a rolling release is completed at once. */
        gate: services_gate/* gate */.Gj.extend({ stages: schemas/* array */.YOg(schemas/* number */.aig()) }).exactOptional(),
    }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('alias'), domain: schemas/* string */.YjP(), to: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('auto-assign'), to: schemas/* boolean */.zMY() }),
]);

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/capture.js






/** How old the names of the domains may be that a switch confirms and that are not read again after it. */
const NAMES_MS = 60_000;
async function capture(config, ctx, { saved, recentMs = 0 }) {
    const vercel = client_client(config, ctx);
    const known = ctx.reads.get(client/* VERCEL */.g, keyOf('state', config), recentMs);
    if (known !== undefined)
        return known;
    const against = saved === undefined ? undefined : state.safeParse(saved).data;
    const reading = vercel.project();
    const [project, serving, release] = await Promise.all([
        reading,
        vercel.serving(ctx.reads.read(client/* VERCEL */.g, keyOf('names', config), vercel.productionDomains)),
        against === undefined
            ? vercel.release()
            : reading.then((found) => (mayRelease(found, against) ? vercel.release() : null)),
    ]);
    return stateOf(config, project, serving, release, vercel);
}
/** Names of one resource in what a run read: two resources may be of one project. */
const keyOf = (what, { id, project }) => `${what} ${id} ${project}`;
/** The production domains as this run listed them shortly before; undefined if it must list them again. */
const recentNames = (config, ctx) => ctx.reads.get(client/* VERCEL */.g, keyOf('names', config), NAMES_MS);
/**
 * Keeps the state after a rollback, which its last reads proved, for a verification that follows at once.
 *
 * @param names of all production domains
 */
async function remember(config, ctx, { project, serving, since }, names) {
    if (mayRelease(project, undefined) || isMaintenance(project.targets?.production?.meta))
        return;
    const own = new Map(names.map((name) => [name, serving.get(name) ?? null]));
    const read = () => stateOf(config, project, own, null, client_client(config, ctx));
    await ctx.reads.read(client/* VERCEL */.g, keyOf('state', config), read, since);
}
async function stateOf(config, project, serving, release, vercel) {
    const domains = [...serving.keys()].sort().map((name) => ({ name, deployment: serving.get(name) ?? null }));
    const [named, canaryCommit] = await Promise.all([
        productionOf(project, release, vercel),
        canaryCommitOf(release, vercel),
    ]);
    const production = named ?? (await servedByDomains(config, domains, vercel));
    const isUnknown = production === null && (await wasDeployed(domains, vercel));
    return {
        schemaVersion: 1,
        project: project.id,
        name: project.name,
        production,
        ...(isUnknown ? { productionUnknown: true } : {}),
        ...(production?.maintenance === true ? { instead: await replacedBy(production.id, project, vercel) } : {}),
        autoAssign: project.autoAssignCustomDomains ?? null,
        // If Vercel does not say why assignment is off, a rollback may be the cause, so no plan switches it on.
        pinned: project.autoAssignCustomDomains === false && pinnedByRollback(project) !== 'free',
        canary: release === null ? null : (release.canary ?? 'unknown'),
        ...(canaryCommit === null ? {} : { canaryCommit }),
        stages: project.rollingRelease?.stages?.map(({ targetPercentage }) => targetPercentage) ?? [],
        ...(project.lastAliasRequest === undefined ? {} : { lastSwitch: project.lastAliasRequest?.requestedAt ?? null }),
        domains,
    };
}
/**
 * Whether a rolling release that is under way would change the plan. It may outlive its configuration. False if only a
 * rollback leads to the saved state, because it ends every release, and if such a rollback has pinned production: only a
 * promote begins a release, and ends the pin.
 */
function mayRelease(project, saved) {
    if (project.rollingRelease)
        return true;
    const live = project.targets?.production;
    const last = project.lastAliasRequest;
    const endedByRollback = last?.jobStatus === 'succeeded' && last.toDeploymentId === live?.id;
    if (endedByRollback && pinnedByRollback(project) === 'pinned')
        return false;
    const target = saved?.production;
    const isBackwards = live && target && target.createdAt < live.createdAt;
    return !isBackwards || saved.forward === true || target.maintenance === true || isMaintenance(live.meta);
}
/** During a rolling release two deployments serve; this returns the base, which is known to be good. */
async function productionOf(project, release, vercel) {
    const named = project.targets?.production;
    const found = release?.base ?? named;
    if (!found)
        return null;
    // The release contains no commits.
    const read = found.id === named?.id ? named : await vercel.deployment(found.id);
    const by = read?.creator?.username;
    return { ...described(found, read?.meta), ...(by ? { by } : {}) };
}
/** What a rollback that ends a rolling release takes back; null if it is unknown, which stops no capture. */
async function canaryCommitOf(release, vercel) {
    if (!release?.canary)
        return null;
    const found = await vercel.deployment(release.canary).catch(() => null);
    return commitOf(found?.meta);
}
/** The deployment that was in production before the one for maintenance; null if Vercel does not tell. */
async function replacedBy(maintenance, { lastAliasRequest }, vercel) {
    let before = lastAliasRequest?.toDeploymentId === maintenance ? lastAliasRequest.fromDeploymentId : undefined;
    if (!before) {
        // A promote by a rolling release is no alias request.
        const rollout = await vercel.rollout();
        before = rollout?.canaryDeployment?.id === maintenance ? rollout.currentDeployment?.id : undefined;
    }
    const found = !before ? null : await vercel.deployment(before);
    if (found?.url === undefined || found.createdAt === undefined)
        return null;
    return described({ id: found.id, url: found.url, createdAt: found.createdAt }, found.meta);
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/eligibility.js

/** @throws RewindError deployment-not-eligible */
function assertEligible(deployment, wanted, config, ctx) {
    const problem = ineligible(deployment, wanted, config);
    if (problem === null)
        return;
    throw new errors.RewindError('deployment-not-eligible', `${wanted.to} cannot take production: ${problem}.`, {
        resource: ctx.resource,
    });
}
/** A finding if a deployment cannot take production. Read-only. */
async function returnableTo(to, method, config, vercel) {
    const problem = ineligible(await vercel.deployment(to), { method, to }, config);
    if (problem === null)
        return [];
    return [
        {
            level: 'error',
            code: 'deployment-not-eligible',
            message: `${to} cannot take production: ${problem}.`,
            remedy: method === 'promote'
                ? 'Deploy the fix, then: "rewind recover --deployment latest". Or deploy this commit again.'
                : 'Choose a snapshot whose deployment still exists, or deploy its commit again.',
        },
    ];
}
/** Why a deployment cannot serve production; null if it can. */
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
    if (wanted.method === 'rollback' && Boolean(deployment.readySubstate) && deployment.readySubstate !== 'PROMOTED') {
        return `it never served production (${deployment.readySubstate})`;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/alias-request.js
const alias_request_productionOf = (project) => project.targets?.production?.id;
const isRunning = (request) => ['pending', 'in-progress'].includes(request.jobStatus);
/** Compares times of Vercel only: its clock may differ from that of the runner. */
const isAfter = (request, earlier) => isAfterTime(request, earlier?.requestedAt ?? null);
/** @param earlier by the clock of Vercel; null: there was no request before */
const isAfterTime = (request, earlier) => earlier === null || request.requestedAt > earlier;

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/polling.js
/** From one poll to the next in the first ten seconds, in which most switches end. The answer is a part of it. */
const FIRST_POLL_MS = 275;
const SLOWER_AFTER_MS = 10_000;
const POLL_GROWTH = 1.5;
/** Maximum pause between polls, in the first half minute and later. */
const POLL_MAX_MS = 1_000;
const POLL_LATE_MS = 5_000;
const LATE_AFTER_MS = 30_000;
/** Reads in a row that prove what they show, e.g. that no switch began after a lost response: reads may lag. */
const DOUBTFUL_READS = 4;
/** Pause after a slow answer. */
const SHORTEST_PAUSE_MS = 50;
/** What is left of a pause that began with the request. */
const restOf = (pause, sinceRequest) => Math.max(SHORTEST_PAUSE_MS, pause - sinceRequest);
/** Jitter prevents two runs from polling in step. */
const jittered = (pause, ctx) => pause * (0.91 + 0.18 * ctx.random());
const nextPause = (pause, waited) => waited < SLOWER_AFTER_MS
    ? FIRST_POLL_MS
    : Math.min(pause * POLL_GROWTH, waited > LATE_AFTER_MS ? POLL_LATE_MS : POLL_MAX_MS);

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/confirm.js



/** Minimum time for the domains, also if the switch took all of its own. */
const DOMAINS_MS = 5_000;
/** Looks whether production still is the target, while its domains follow. Reads may lag, so one read proves nothing. */
function keptBy({ desired, vercel, ctx }, after) {
    let lost = 0;
    return async () => {
        const project = await vercel.project();
        const now = alias_request_productionOf(project) ?? desired.to;
        lost = now === desired.to ? 0 : lost + 1;
        if (lost < DOUBTFUL_READS)
            return;
        const last = project.lastAliasRequest ?? null;
        const why = last !== null && last.toDeploymentId === now && isAfter(last, after)
            ? `a later ${last.type} by somebody else has ${last.jobStatus}`
            : 'a build went live by itself, or somebody promoted it';
        throw new errors.RewindError('api-conflict', `Production was ${desired.to} for a moment, and is ${now} now: ${why}.`, {
            resource: ctx.resource,
            remedy: 'Ask who did that on Vercel. Then make a new plan and get it approved.',
            unwritten: true,
        });
    };
}
/**
 * Waits until each domain serves a deployment. Does not wait for one that somebody took away: several reads show that it
 * serves nothing, or neither what it served before nor the target.
 *
 * @param done the result so far, for the message
 * @param deadline on the monotonic clock; the domains get some seconds in any case
 * @returns what each of them serves
 * @throws RewindError deployment-switch-failed
 */
async function confirmDomains({ vercel, ctx }, done, { to, domains, others = [], from, watch }, deadline) {
    const started = ctx.clock.monotonic();
    const end = Math.max(deadline, started + DOMAINS_MS);
    const strayReads = new Map();
    const isStray = (deployment) => {
        if (from === undefined || from.size === 0)
            return deployment === null;
        return deployment !== to && !from.has(deployment);
    };
    const serving = await vercel.serving([...new Set([...domains, ...others])]);
    for (let pause = FIRST_POLL_MS;; pause = nextPause(pause, ctx.clock.monotonic() - started)) {
        const stuck = domains.filter((name) => serving.get(name) !== to);
        if (stuck.length === 0)
            return serving;
        for (const name of stuck) {
            strayReads.set(name, isStray(serving.get(name) ?? null) ? (strayReads.get(name) ?? 0) + 1 : 0);
        }
        const nowServed = stuck.map((name) => `${name} serves ${serving.get(name) ?? 'nothing'}`).join(', ');
        // Later than `watch`: production that moved away takes its domains along, and says more.
        if (stuck.every((name) => (strayReads.get(name) ?? 0) > DOUBTFUL_READS)) {
            throw new errors.RewindError('deployment-switch-failed', `${done}, but ${nowServed}: somebody moved or removed ${stuck.length === 1 ? 'it' : 'them'} meanwhile.`, {
                resource: ctx.resource,
                remedy: 'Ask who did that on Vercel. Then run "rewind plan" again: it shows these domains as changes of their own.',
            });
        }
        if (ctx.clock.monotonic() >= end) {
            throw new errors.RewindError('deployment-switch-failed', `${done}, but ${nowServed}.`, {
                resource: ctx.resource,
                remedy: 'Run "rewind plan" again: it shows these domains as changes of their own.',
            });
        }
        await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
        const [again] = await Promise.all([vercel.serving(stuck), watch?.()]);
        for (const [name, deployment] of again)
            serving.set(name, deployment);
    }
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/switch-errors.js



/** Vercel switches one thing at a time. */
function busy(request, ctx) {
    return new errors.RewindError('api-conflict', `Another ${request.type} (to ${request.toDeploymentId}) is in progress on Vercel, which allows one at a time.`, {
        resource: ctx.resource,
        remedy: 'Wait until it ends, then make a new plan and get it approved.',
        unwritten: true,
    });
}
/** Milliseconds for a request; none is sent after the deadline. @throws RewindError deadline-exceeded */
function timeLeft({ desired, config, ctx }, deadline) {
    const left = deadline - ctx.clock.monotonic();
    if (left > 0)
        return left;
    throw new errors.RewindError('deadline-exceeded', `The ${desired.method} to ${desired.to} could not be requested within ${config['timeout-seconds']} s. Production is unchanged.`, { resource: ctx.resource });
}
/** The time of the step is over. @param isQueued Vercel waits for the end of a rolling release */
function late({ desired, ctx }, waited, isQueued = false) {
    const [what, seconds] = [`the ${desired.method} to ${desired.to}`, Math.round(waited / 1000)];
    return new errors.RewindError('deadline-exceeded', isQueued
        ? `Vercel has queued ${what} behind a rolling release, and has not begun it after ${seconds} s; it may still begin.`
        : `Vercel has not finished ${what} after ${seconds} s; the switch may still finish.`, {
        resource: ctx.resource,
        ...(isQueued
            ? { remedy: 'Complete or abort the rolling release in Vercel. Then run the same command again.' }
            : {}),
    });
}
/** The refusal of a switch, by what it means for a person. */
function refused(error, ctx) {
    if (error.status === 402)
        return new errors.RewindError('vercel-plan-limit', error.message, { resource: ctx.resource, cause: error });
    if (error.status === 422 || error.status === 410 || error.status === 404) {
        return new errors.RewindError('deployment-not-eligible', error.message, { resource: ctx.resource, cause: error });
    }
    return error;
}
/**
 * `unwritten`: what Rewind requested is not in effect, and the approval does not cover what is.
 * @param last the request that took production instead of ours
 */
function switch_errors_replacedBy({ desired, ctx }, last) {
    const done = isRunning(last) ? 'is in progress' : `has ${last.jobStatus}`;
    return new errors.RewindError('api-conflict', `Somebody else replaced the ${desired.method} to ${desired.to}: a later ${last.type} to ${last.toDeploymentId} ${done}.`, {
        resource: ctx.resource,
        remedy: 'Ask who requested it on Vercel. Then make a new plan and get it approved.',
        unwritten: true,
    });
}
/** The error of a read after Vercel accepted the request: production may have moved. */
function afterAccepted({ desired, ctx }, error) {
    return new errors.RewindError(error.code, `Vercel accepted the ${desired.method} to ${desired.to}, so production may move to it. The result could not be read: ${error.message}`, { resource: ctx.resource, remedy: `${error.remedy} Then run the same command again: it continues.`, cause: error });
}
const skipped = ({ desired, ctx }) => new errors.RewindError('deployment-switch-failed', `Vercel skipped the ${desired.method} to ${desired.to}; production is unchanged.`, { resource: ctx.resource });
/** @throws RewindError deployment-switch-failed, with the domains that did not move */
async function failed({ desired, vercel, ctx }) {
    const names = await vercel.failedAliases(desired.method);
    throw new errors.RewindError('deployment-switch-failed', `Vercel could not ${(0,deployments/* switchText */.yn)(desired.method, desired.to)}${names.length === 0 ? '' : `: ${names.join(', ')} did not move`}.`, { resource: ctx.resource });
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/switch.js










/** Maximum number of switch requests while Vercel shows none of them. */
const MAX_POSTS = 3;
/**
 * Moves production to a deployment and returns when every domain serves it. Decides from the live state, so a rerun
 * after a crash and an equal request by another operator succeed.
 *
 * @param others domains that are read with those of the switch, wherever they lead
 * @returns null if a rolling release moved it
 * @throws RewindError deployment-not-eligible, deployment-switch-failed, vercel-plan-limit, api-conflict, deadline-exceeded
 */
async function switchProduction(run, others = []) {
    const { desired, vercel, config, ctx } = run;
    const deadline = ctx.clock.monotonic() + config['timeout-seconds'] * 1000;
    const known = await vercel.recentProject();
    // If somebody has begun a switch since, Vercel refuses ours.
    const project = known && isPlain(known, desired) ? known : await vercel.project();
    const before = project.lastAliasRequest ?? null;
    const underWay = before !== null && isRunning(before);
    if (underWay && !isFor(before, desired))
        throw busy(before, ctx);
    // During a rolling release, the base already is "production", and only a rollback ends the release. A release may
    // outlive its configuration.
    const mayRelease = Boolean(project.rollingRelease) || alias_request_productionOf(project) === desired.to;
    const release = mayRelease ? await vercel.release() : null;
    const after = underWay || before === null ? null : before;
    const waiting = { deadline, after, releasing: release !== null };
    const confirm = (settledAs) => {
        const watch = keptBy(run, after);
        // A build may have gone live after the project was read.
        const from = new Set([project, settledAs].flatMap((one) => servedBefore(one, release)));
        return confirmDomains(run, `Production is ${desired.to}`, { ...desired, others, from, watch }, deadline);
    };
    if (desired.method === 'promote' && project.rollingRelease && !underWay) {
        await promoteByRelease(run, waiting);
        await confirm(null);
        return null;
    }
    let begun = { seen: project };
    if (!underWay && (alias_request_productionOf(project) !== desired.to || release !== null)) {
        assertEligible(await vercel.deployment(desired.to, deployments/* RECENT_MS */.NN), desired, config, ctx);
        begun = await request(run, before, waiting);
    }
    try {
        const settledAs = await settled(run, waiting, begun);
        return { project: settledAs, since: ctx.reads.now(client/* VERCEL */.g), serving: await confirm(settledAs) };
    }
    catch (error) {
        throw begun.accepted !== undefined && error instanceof http_failure/* HttpFailure */.HR ? afterAccepted(run, error) : error;
    }
}
/** What a domain may serve that has not moved yet. Empty if Vercel does not say it. */
function servedBefore(project, release) {
    if (project === null)
        return [];
    const last = project.lastAliasRequest;
    const ids = [alias_request_productionOf(project), last?.fromDeploymentId, last?.toDeploymentId, release?.base?.id, release?.canary];
    return ids.filter((id) => typeof id === 'string');
}
/** Whether nothing but a request for this switch is due. */
const isPlain = ({ rollingRelease, lastAliasRequest, targets }, { to }) => !rollingRelease && !(lastAliasRequest && isRunning(lastAliasRequest)) && targets?.production?.id !== to;
const isFor = (request, desired) => request.type === desired.method && request.toDeploymentId === desired.to;
/** Sends the request, not after the deadline; after a lost response or a 409, the project decides. */
async function request(run, before, { deadline, releasing }) {
    const { desired, vercel, ctx, note = `Rewind: back to snapshot ${ctx.snapshotId}` } = run;
    for (let posts = 1;; posts += 1) {
        const left = timeLeft(run, deadline);
        try {
            return { seen: null, accepted: await vercel.requestSwitch(desired.method, desired.to, note, left) };
        }
        catch (error) {
            if (!isDoubtful(error))
                throw error instanceof http_failure/* HttpFailure */.HR ? refused(error, ctx) : error;
            const seen = await begun(run, before, releasing);
            if (seen !== null)
                return { seen };
            if (error.status === 409 || posts >= MAX_POSTS)
                throw error;
            ctx.log.warn(`${error.message}; production is unchanged; sending the request again`);
        }
    }
}
/** True if Vercel may have executed the request. */
const isDoubtful = (error) => error instanceof http_failure/* HttpFailure */.HR &&
    (error.status === undefined || error.status >= 500 || error.status === 409 || error.malformed);
/** The project if it shows that the switch began (or is done); null if several reads show none. */
async function begun({ desired, vercel, ctx }, before, releasing) {
    for (let reads = 1, pause = FIRST_POLL_MS;; reads += 1, pause *= POLL_GROWTH) {
        const project = await vercel.project();
        const last = project.lastAliasRequest ?? null;
        if (alias_request_productionOf(project) === desired.to && !releasing)
            return project;
        const newer = last !== null && last.requestedAt !== before?.requestedAt;
        if (newer && isFor(last, desired))
            return project;
        if (last !== null && isRunning(last))
            throw busy(last, ctx);
        if (reads >= DOUBTFUL_READS)
            return null;
        await ctx.clock.sleep(pause, ctx.signal);
    }
}
/**
 * With rolling releases configured, a promote starts a release instead of moving the domains; this completes it at once.
 * Sends each step once, and again only if the live state shows that it did not arrive.
 */
async function promoteByRelease(run, { deadline, after }) {
    const { desired, vercel, config, ctx } = run;
    const started = ctx.clock.monotonic();
    let posts = 0;
    let accepted = 'nothing';
    let isQueued = false;
    for (let pause = FIRST_POLL_MS;; pause = nextPause(pause, ctx.clock.monotonic() - started)) {
        const [project, release] = await Promise.all([vercel.project(), vercel.release()]);
        if (release === null && alias_request_productionOf(project) === desired.to)
            return;
        if (release !== null && release.canary !== desired.to) {
            throw new errors.RewindError('api-conflict', `A rolling release to ${release.canary ?? 'another deployment'} is active.`, {
                resource: ctx.resource,
                remedy: 'Make a new plan and get it approved: it ends the release.',
                unwritten: true,
            });
        }
        const last = project.lastAliasRequest ?? null;
        const ours = last !== null && isFor(last, desired) && isAfter(last, after);
        if (ours && last.jobStatus === 'failed')
            await failed(run);
        if (ctx.clock.monotonic() >= deadline)
            throw late(run, ctx.clock.monotonic() - started, isQueued);
        const step = release === null ? 'promote' : 'complete';
        const due = accepted === 'nothing' || (accepted === 'promote' && step === 'complete');
        if (due && !(ours && isRunning(last))) {
            if (step === 'promote')
                assertEligible(await vercel.deployment(desired.to), desired, config, ctx);
            posts += 1;
            try {
                if (step === 'promote') {
                    const left = timeLeft(run, deadline);
                    isQueued = (await vercel.requestSwitch('promote', desired.to, '', left)) === 'queued';
                }
                else
                    await vercel.completeRelease(desired.to);
                accepted = step;
            }
            catch (error) {
                if (!isDoubtful(error))
                    throw error instanceof http_failure/* HttpFailure */.HR ? refused(error, ctx) : error;
                if (posts >= MAX_POSTS)
                    throw error;
                ctx.log.warn(`${error.message}; reading the live state`);
            }
        }
        await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
    }
}
/**
 * Waits until the project shows that our request succeeded: same type, same deployment, not older. Otherwise only the
 * production deployment decides.
 *
 * @returns the project as it was read last
 * @throws RewindError api-conflict if a later request of somebody else replaced ours
 */
async function settled(run, waiting, { seen, accepted }) {
    const { desired, vercel, ctx } = run;
    const started = ctx.clock.monotonic();
    const progress = ctx.progress(`switching production to ${desired.to}`, 'items');
    let pause = FIRST_POLL_MS;
    let project = seen;
    let asked = started;
    let wasShown = false;
    let replaced = 0;
    for (let polls = 0;; polls += 1) {
        if (project !== null) {
            if (await isDone(run, waiting, project)) {
                progress.end((0,runtime_text/* plural */.LS)(polls, 'poll'));
                return project;
            }
            const last = project.lastAliasRequest ?? null;
            wasShown ||= last !== null && isOurs(last, desired, waiting);
            replaced = last !== null && isReplaced(last, desired, waiting) ? replaced + 1 : 0;
            // A slow read may show a request that ended before ours began.
            if (last !== null && replaced >= (wasShown ? 1 : DOUBTFUL_READS))
                throw switch_errors_replacedBy(run, last);
        }
        const waited = ctx.clock.monotonic() - started;
        if (ctx.clock.monotonic() >= waiting.deadline)
            throw late(run, waited, accepted === 'queued');
        await ctx.clock.sleep(restOf(jittered(pause, ctx), ctx.clock.monotonic() - asked), ctx.signal);
        pause = nextPause(pause, waited);
        asked = ctx.clock.monotonic();
        project = await vercel.project();
        progress.update(polls, null);
    }
}
const isOurs = (last, desired, { after }) => isFor(last, desired) && isAfter(last, after);
/** True for a request to another deployment that is not the one before ours. */
const isReplaced = (last, desired, { after }) => last.toDeploymentId !== desired.to && isAfter(last, after);
/** @throws RewindError deployment-switch-failed */
async function isDone(run, waiting, project) {
    const { desired, vercel } = run;
    const last = project.lastAliasRequest ?? null;
    const ours = last !== null && isOurs(last, desired, waiting);
    const named = alias_request_productionOf(project);
    // A project need not name its production. The domains are read afterwards.
    const serves = named === desired.to || (named === undefined && ours && last.jobStatus === 'succeeded');
    if (ours && last.jobStatus === 'failed')
        await failed(run);
    // For "skipped", the production deployment decides.
    if (ours && last.jobStatus === 'skipped' && !serves) {
        throw skipped(run);
    }
    if (!serves || (ours && isRunning(last)))
        return false;
    // A later request of somebody else takes production away again.
    if (last !== null && isRunning(last) && isReplaced(last, desired, waiting))
        return false;
    return !waiting.releasing || ours || (await vercel.release()) === null;
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/stages.js









/**
 * Promotes by a rolling release, stage by stage. Before each further stage, the gate command decides; if it fails, or Vercel
 * does, production returns to the base. What a person or a gate of Vercel does meanwhile is not overridden. A rerun goes on
 * with the stage that is active.
 *
 * @throws RewindError release-gate-failed, rolling-release-stopped, and as `switchProduction`
 */
async function releaseByStages(run, gate) {
    const { desired } = run;
    let base = null;
    try {
        const rollout = await start(run);
        if (rollout !== null) {
            base = rollout.currentDeployment?.id ?? null;
            await advance(run, gate, rollout);
        }
    }
    catch (error) {
        if (run.ctx.signal.aborted || isInterference(error))
            throw error;
        throw await backToBase(run, base, error);
    }
    const deadline = run.ctx.clock.monotonic() + run.config['timeout-seconds'] * 1000;
    await confirmDomains(run, `Production is ${desired.to}`, desired, deadline);
}
/** Somebody else acted: Rewind leaves production as they made it. */
const isInterference = (error) => error instanceof errors.RewindError &&
    !(error instanceof http_failure/* HttpFailure */.HR) &&
    (error.code === 'rolling-release-stopped' || error.code === 'api-conflict');
const isActive = (rollout) => rollout?.state === 'ACTIVE';
/** Starts the release, unless it is under way. @returns null if the deployment is production already */
async function start(run) {
    const { desired, vercel, config, ctx } = run;
    const started = ctx.clock.monotonic();
    const deadline = started + config['timeout-seconds'] * 1000;
    const sender = new Sender(run);
    let earlier;
    for (let pause = FIRST_POLL_MS;; pause = nextPause(pause, ctx.clock.monotonic() - started)) {
        const [project, rollout] = await Promise.all([vercel.project(), vercel.rollout()]);
        if (isActive(rollout)) {
            assertOurs(run, rollout);
            return rollout;
        }
        const at = rollout?.startedAt ?? 0;
        const isNew = rollout?.canaryDeployment?.id === desired.to && earlier !== undefined && at > earlier;
        if (alias_request_productionOf(project) === desired.to) {
            if (isNew)
                noteSkipped(run, null, rollout);
            return null;
        }
        earlier ??= at;
        // The project may lag behind the release.
        if (isNew && rollout.state !== 'COMPLETE')
            throw stopped(run, null, rollout);
        if (ctx.clock.monotonic() >= deadline)
            throw late(run, ctx.clock.monotonic() - started);
        const last = project.lastAliasRequest ?? null;
        if (last !== null && isRunning(last))
            throw busy(last, ctx);
        if (!isNew)
            await sender.send('promote', async () => {
                assertEligible(await vercel.deployment(desired.to), desired, config, ctx);
                await vercel.requestSwitch('promote', desired.to);
            });
        await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
    }
}
/** Sends each request once, and again only if several reads show that it did not arrive. */
class Sender {
    run;
    what = '';
    posts = 0;
    reads = 0;
    accepted = false;
    constructor(run) {
        this.run = run;
    }
    /** Call it after each read that shows that `what` is still to be done. @throws RewindError, HttpFailure */
    async send(what, request) {
        if (what !== this.what)
            Object.assign(this, { what, posts: 0, reads: 0, accepted: false });
        this.reads += 1;
        if (this.accepted || (this.posts > 0 && this.reads <= DOUBTFUL_READS))
            return;
        this.posts += 1;
        this.reads = 0;
        try {
            await request();
            this.accepted = true;
        }
        catch (error) {
            if (!isDoubtful(error))
                throw error instanceof http_failure/* HttpFailure */.HR ? refused(error, this.run.ctx) : error;
            if (this.posts >= MAX_POSTS)
                throw error;
            this.run.ctx.log.warn(`${error.message}; reading the live state`);
        }
    }
}
async function advance(run, gate, first) {
    const { desired, vercel, config, ctx } = run;
    const sender = new Sender(run);
    const limit = config['timeout-seconds'] * 1000;
    let since = ctx.clock.monotonic();
    let wait = limit;
    let judged = null;
    for (let pause = FIRST_POLL_MS;; pause = nextPause(pause, ctx.clock.monotonic() - since)) {
        const [project, rollout] = await Promise.all([vercel.project(), vercel.rollout()]);
        if (!isActive(rollout)) {
            if (alias_request_productionOf(project) === desired.to && rollout?.state !== 'ABORTED') {
                noteSkipped(run, judged, first);
                return;
            }
            // The project may lag behind the release.
            if (rollout?.state !== 'COMPLETE')
                throw stopped(run, judged, rollout);
        }
        else {
            assertOurs(run, rollout);
            if (rollout.substate === 'PAUSED')
                throw stopped(run, rollout.activeStage ?? judged, rollout);
            const { activeStage: active, nextStage: next } = rollout;
            if (active && !active.isFinalStage && active.index !== judged?.index) {
                await judge(run, gate, rollout, active);
                judged = active;
                since = ctx.clock.monotonic();
                wait = limit + (active.duration ?? 0) * 1000;
                pause = FIRST_POLL_MS;
                // The command may have taken long: read again before the next action.
                continue;
            }
            if (active && next && rollout.advancementType === 'manual-approval') {
                await sender.send(`approve ${next.index}`, () => vercel.approveStage(desired.to, active, next));
            }
            if (active?.isFinalStage === true)
                await sender.send('complete', () => vercel.completeRelease(desired.to));
        }
        if (ctx.clock.monotonic() - since >= wait)
            throw late(run, ctx.clock.monotonic() - since);
        await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
    }
}
/** "stage 2 of 3 (50 %)" */
const named = (stage, { stages }) => `stage ${stage.index + 1} of ${stages.length} (${stage.targetPercentage} %)`;
/** @throws RewindError release-gate-failed, cancelled */
async function judge(run, gate, rollout, active) {
    const { ctx, desired } = run;
    ctx.log.info(`${desired.to} is at ${named(active, rollout)}; the gate command runs …`);
    const at = { stage: active.index + 1, stages: rollout.stages.length, percentage: active.targetPercentage };
    await (0,services_gate/* runGate */.Rg)(ctx, gate, named(active, rollout), at, { REWIND_DEPLOYMENT: desired.to });
}
/** @throws RewindError api-conflict */
function assertOurs({ desired, ctx }, { canaryDeployment }) {
    if (canaryDeployment?.id === desired.to)
        return;
    throw new errors.RewindError('api-conflict', `A rolling release to ${canaryDeployment?.id ?? 'another deployment'} is active.`, {
        resource: ctx.resource,
        remedy: 'Complete or abort it in Vercel. Then make a new plan and get it approved.',
        unwritten: true,
    });
}
function stopped({ desired, ctx }, stage, rollout) {
    const where = stage === null || rollout === null ? '' : ` at ${named(stage, rollout)}`;
    const paused = isActive(rollout);
    return new errors.RewindError('rolling-release-stopped', `The rolling release to ${desired.to} was ${paused ? 'paused' : 'ended'}${where}, by a person or by a gate of Vercel. ${paused ? 'Two deployments serve production.' : `${desired.to} does not serve production.`}`, {
        resource: ctx.resource,
        remedy: paused
            ? 'Ask who paused it. Continue it in Vercel, then run the same command again. Or abort it in Vercel.'
            : 'Ask who ended it. To release again, run the same command again.',
    });
}
/** Says that somebody else completed the release, so that the command did not see all stages. */
function noteSkipped({ ctx, desired }, judged, rollout) {
    const missed = rollout.stages.filter(({ index, isFinalStage }) => !isFinalStage && index > (judged?.index ?? -1));
    const [next] = missed;
    if (next === undefined)
        return;
    ctx.log.warn(`The rolling release to ${desired.to} was completed by somebody else: the gate command did not pass ${named(next, rollout)}.`);
}
/** Ends the release, if it is still active. @returns the error to throw: why, and what serves production now */
async function backToBase(run, known, why) {
    const { desired, vercel, ctx } = run;
    const reason = why instanceof errors.RewindError ? why : new errors.RewindError('internal', String(why), { resource: ctx.resource, cause: why });
    const because = (now, remedy = reason.remedy) => new errors.RewindError(reason.code, `${reason.message} ${now}`, { resource: ctx.resource, remedy, cause: why });
    let base = known;
    try {
        const [project, rollout] = await Promise.all([vercel.project(), vercel.rollout()]);
        if (!isActive(rollout) || rollout.canaryDeployment?.id !== desired.to) {
            const now = alias_request_productionOf(project) ?? 'an unknown deployment';
            return because(`No rolling release to ${desired.to} is active; production is ${now}.`);
        }
        base = rollout.currentDeployment?.id ?? known;
        if (base === null)
            throw new Error('Vercel does not name the base of the release');
        ctx.log.warn(`${reason.message} Production returns to ${base} …`);
        await switchProduction({
            ...run,
            desired: { method: 'rollback', to: base, domains: desired.domains },
            note: `Rewind: the release of ${desired.to} failed`,
        });
        return because(`The rolling release was ended: production is ${base} again, and pinned to it.`);
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return because(`The return to ${base ?? 'the base'} failed, so two deployments may serve production: ${message}`, 'Abort the rolling release in Vercel. Then run "rewind recover --status".');
    }
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/apply.js








async function apply(config, change, ctx) {
    const vercel = client_client(config, ctx);
    const step = params.parse(change.params);
    switch (step.kind) {
        case 'switch': {
            const run = { desired: step, vercel, config, ctx };
            if (step.gate === undefined) {
                const names = await recentNames(config, ctx);
                const switched = await switchProduction(run, names);
                if (switched && names)
                    await remember(config, ctx, switched, names);
            }
            else
                await releaseByStages(run, step.gate);
            // A promote turns the automatic assignment on and overrides the owner's choice.
            if (step.method === 'promote' && step.autoAssign !== null)
                await apply_assign(vercel, step.autoAssign, ctx);
            return;
        }
        case 'alias': {
            const before = await vercel.aliasTarget(step.domain);
            if (before === step.to)
                return;
            const deadline = ctx.clock.monotonic() + config['timeout-seconds'] * 1000;
            await point(vercel, step);
            const wanted = { to: step.to, domains: [step.domain], from: new Set([before]) };
            await confirmDomains({ vercel, ctx }, `${step.domain} was pointed at ${step.to}`, wanted, deadline);
            return;
        }
        case 'auto-assign': {
            await apply_assign(vercel, step.to, ctx);
            return;
        }
    }
}
async function point(vercel, { domain, to }) {
    try {
        await vercel.pointDomain(domain, to);
    }
    catch (error) {
        // Vercel also refuses what is done already, e.g. by a request whose response was lost.
        const isRefused = error instanceof http_failure/* HttpFailure */.HR && error.status === 409;
        if (!isRefused || (await vercel.aliasTarget(domain)) !== to)
            throw error;
    }
}
/** Sets the automatic assignment, and reads it back. @throws RewindError deployment-switch-failed */
async function apply_assign(vercel, wanted, ctx) {
    const read = async () => (await vercel.project()).autoAssignCustomDomains;
    if ((await read()) === wanted)
        return;
    await vercel.setAutoAssign(wanted);
    const now = await read();
    if (now === wanted)
        return;
    const [asked, found] = [wanted, now].map((value) => (value === undefined ? 'unknown' : value ? 'on' : 'off'));
    throw new errors.RewindError('deployment-switch-failed', `The automatic assignment of domains was set ${asked ?? ''}, but Vercel shows it ${found ?? ''}.`, { resource: ctx.resource, remedy: 'Set it in the project settings on Vercel, then run again.' });
}

// EXTERNAL MODULE: ./lib/services/vercel/access.js
var access = __webpack_require__(31614);
;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/forward.js




/** The way forward: a promote of the fix, or of the deployment before the rollback. */
const forward = { choose, desired };
async function choose(config, ctx, before, wanted, isHeld) {
    if (wanted === 'latest')
        return (await newest(client_client(config, ctx), before, isHeld, ctx)).uid;
    return (await find(config, ctx, wanted))?.id ?? null;
}
/**
 * A deployment that may be promoted; null if it belongs to another project, or does not exist.
 * @param wanted its id or its host
 * @throws RewindError deployment-not-eligible
 */
async function find(config, ctx, wanted) {
    const found = await client_client(config, ctx).deployment(wanted);
    if (found === null || (found.projectId !== undefined && found.projectId !== config.project))
        return null;
    assertEligible(found, { method: 'promote', to: found.id }, config, ctx);
    return { id: found.id, commit: commitOf(found.meta) };
}
/** The newest ready deployment of the production branch that is newer than the one before the rollback. */
async function newest(vercel, before, isHeld, ctx) {
    const [project, rows] = await Promise.all([vercel.project(), vercel.recent()]);
    const branch = project.link?.productionBranch ?? null;
    const production = releaseOf(before);
    // One that went live after the checks of the rollback was not judged.
    const since = (before.overtaken ?? production)?.createdAt ?? 0;
    const newer = rows.filter(({ createdAt = 0 }) => createdAt > since);
    const ready = newer.filter(({ readyState }) => readyState === 'READY');
    const own = ready.filter(({ meta }) => !isMaintenance(meta) && (branch === null || refOf(meta) === branch));
    for (const row of own.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))) {
        const commit = commitOf(row.meta);
        if (commit === null || !(await isHeld(commit)))
            return row;
    }
    const of = branch === null ? '' : ` of branch "${branch}"`;
    const others = newer.map(({ uid, readyState, meta }) => `${uid} (${readyState ?? '?'}, ${refOf(meta) ?? 'no branch'})`);
    throw new errors.RewindError('deployment-not-eligible', `"${before.name}" has no ready deployment${of} that is newer than ${production?.id ?? 'the one before the rollback'} and whose commit is not held back. Newer ones: ${others.slice(0, 5).join(', ') || 'none'}.`, { resource: ctx.resource, remedy: 'Deploy the fix, or name a deployment: --deployment ID.' });
}
async function desired(config, ctx, given, id, gate) {
    const before = withoutMaintenance(given);
    const goal = {
        ...before,
        forward: true,
        canary: null,
        pinned: false,
        // Under an earlier rollback, the snapshot does not show the setting of the owner.
        autoAssign: before.pinned ? (config['auto-assign'] ?? null) : before.autoAssign,
        ...(gate === null ? {} : { gate: { command: gate, seconds: config['gate-timeout-seconds'] } }),
    };
    if (id === null)
        return goal;
    const found = await client_client(config, ctx).deployment(id);
    if (found?.url === undefined || found.createdAt === undefined) {
        throw new errors.RewindError('deployment-not-eligible', `${id} cannot take production: it does not exist any more.`, {
            resource: ctx.resource,
            remedy: 'Deploy the fix, then: "rewind recover --deployment latest".',
        });
    }
    const production = described({ id, url: found.url, createdAt: found.createdAt }, found.meta);
    const domains = before.domains.map(({ name, deployment }) => ({
        name,
        deployment: deployment === before.production?.id ? id : deployment,
    }));
    return { ...goal, production, domains };
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/plan.js

/** "dpl_1 (1a2b3c4 main)" */
function plan_named(one) {
    if (one.maintenance === true)
        return `${one.id} (maintenance page)`;
    const commit = one.commit === null ? '' : ` (${one.commit.slice(0, 7)}${one.ref === null ? '' : ` ${one.ref}`})`;
    return `${one.id}${commit}`;
}
/**
 * Findings of the check that do not stop a change: a rollback leaves a deployment that is broken, and needs no page for
 * maintenance.
 */
const repairs = ['production-not-returnable', 'production-unknown', 'maintenance-missing'];
/** @throws RewindError snapshot-foreign if live is another project than in the snapshot */
function plan(saved, found) {
    if (saved.project !== found.project) {
        // Not left to a person as a setting is: a rollback of the database alone would meet the code that stays.
        const { message, remedy } = otherProject(saved.project, found.project);
        throw new errors.RewindError('snapshot-foreign', message, { remedy });
    }
    if (saved.production === null)
        return found.production === null ? [] : [withoutTarget(saved, found.production)];
    const live = asOriginal(saved.production.id, found);
    const switched = switchChange(saved, saved.production, live);
    const aliases = aliasChanges(saved, saved.production.id, live, switched !== null);
    const autoAssign = switched === null ? autoAssignChange(saved, live) : null;
    return [...(switched === null ? [] : [switched]), ...aliases, ...(autoAssign === null ? [] : [autoAssign])];
}
/** Vercel has no way back to a project without a deployment. */
function withoutTarget({ name }, live) {
    return {
        id: 'switch',
        stage: 'deployment',
        action: 'update',
        target: `production of ${name} on Vercel`,
        before: plan_named(live),
        after: null,
        effect: 'live',
        undo: null,
        manual: 'The snapshot has no deployment to return to. Choose a newer snapshot, or delete the deployment in Vercel.',
        warnings: [],
        params: {},
    };
}
/** True also for Rewind's rebuild of the saved deployment, which only has a new signing secret. */
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
    const overtaken = releasing && live.canary !== target.id;
    const method = methodOf(saved, target, live, overtaken);
    const before = live.production === null ? null : plan_named(live.production);
    return {
        id: 'switch',
        stage: 'deployment',
        action: 'update',
        target: `production of ${saved.name} on Vercel (${method})`,
        before: releasing ? `${before ?? 'nothing'}, rolling release to ${live.canary ?? ''} under way` : before,
        after: plan_named(target),
        effect: 'live',
        undo: undoOf(target, live),
        warnings: [
            ...(method === 'rollback'
                ? [
                    'Afterwards production is pinned: new pushes are built but stay STAGED until somebody promotes a deployment: "rewind recover --deployment latest".',
                ]
                : []),
            ...(target.maintenance === true ? [duringMaintenance(target)] : []),
            ...(overtaken && method === 'rollback' ? ['The rolling release under way is ended.'] : []),
            ...(method === 'promote' ? stagesWarning(saved, live) : []),
            'The deployment brings the environment variables and cron jobs that it was built with.',
        ],
        builds: { at: target.createdAt, project: [saved.project, saved.name] },
        // All domains of production move, one after the other, and a promote sets the automatic assignment last.
        repairs,
        sideEffects: [...moving(live).map((name) => `alias:${name}`), 'auto-assign'],
        params: {
            kind: 'switch',
            method,
            to: target.id,
            domains: carriedAlong(saved, target.id, live),
            autoAssign: method === 'promote' ? saved.autoAssign : null,
            ...(method === 'promote' && saved.gate !== undefined ? { gate: { ...saved.gate, stages: live.stages } } : {}),
        },
    };
}
/** Of a rolling release that is ended, production goes on with its base: only the release can be begun again. */
function undoOf(target, { production, canary }) {
    if (production === null)
        return null;
    return production.id === target.id
        ? `begin the rolling release to ${canary ?? ''} again`
        : `promote ${production.id}`;
}
/**
 * A move backwards is a rollback: it pins production and ends a rolling release to another deployment. A move forwards after
 * a rollback is a promote. The undo of a later rollback promoted too, so only the assignment is still off.
 */
function methodOf(saved, target, live, overtaken) {
    // The deployment for maintenance may be staged, and a rollback to it would pin it.
    if (saved.forward === true || target.maintenance === true)
        return 'promote';
    if (live.production?.maintenance === true) {
        // The end of maintenance pins nothing that was not pinned. Any other target is a rollback, whatever their ages.
        return live.instead?.id === target.id && !saved.pinned && !overtaken ? 'promote' : 'rollback';
    }
    const held = live.pinned || live.autoAssign === false;
    const forwards = held && live.production !== null && target.createdAt > live.production.createdAt;
    return forwards && !overtaken ? 'promote' : 'rollback';
}
/** Everybody who may deploy can set the mark, and the address may be protected, so a person must look at the page. */
const duringMaintenance = ({ id, url }) => `Everybody gets ${id}: users, API clients and webhooks. Read https://${url} before you approve: Rewind reads only the mark that "rewind maintenance" sets. The page of that command has status 503, so senders of webhooks repeat them later. New pushes are built but stay STAGED until the maintenance ends.`;
function stagesWarning({ gate }, { stages, production }) {
    if (stages.length === 0)
        return [];
    if (gate === undefined)
        return ['A promote starts a rolling release: it is completed at once, past its stages and their approvals.'];
    return [
        `A promote starts a rolling release: ${stages.map((percentage) => `${percentage} %`).join(' → ')}. Before each further stage this shell command runs, for at most ${gate.seconds} s: ${gate.command}`,
        `If the command fails, production returns to ${production?.id ?? 'the deployment before'}, and stays pinned to it.`,
    ];
}
/** Domains that a switch moves, wanted or not. The end of a rolling release may move each of them. */
const moving = (live) => live.domains
    .filter(({ deployment }) => live.canary !== null || deployment === live.production?.id)
    .map(({ name }) => name);
/** Domains that move with production: they serve the live deployment and should serve the target. */
function carriedAlong(saved, target, live) {
    const now = new Map(live.domains.map((domain) => [domain.name, domain.deployment]));
    return saved.domains
        .filter(({ name, deployment: wanted }) => {
        const serves = now.get(name);
        return wanted === target && (serves === target || (serves !== null && serves === live.production?.id));
    })
        .map(({ name }) => name);
}
/** Domains that a switch does not move, because they serve another deployment than production. */
function aliasChanges(saved, target, live, switching) {
    const now = new Map(live.domains.map((domain) => [domain.name, domain.deployment]));
    return saved.domains.flatMap((domain) => {
        const serves = now.get(domain.name);
        if (domain.deployment === null)
            return [];
        if (serves === undefined)
            return [vanished(domain.name, domain.deployment, saved.name)];
        // A switch moves all domains of the live production deployment, including those that should stay.
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
                repairs,
                warnings: [],
                params: { kind: 'alias', domain: domain.name, to: domain.deployment },
            },
        ];
    });
}
/** A change of vercel-project with the same target adds the domain again; then the plan leaves this one out. */
const vanished = (name, served, project) => ({
    id: `domain:${name}`,
    stage: 'deployment',
    action: 'create',
    target: `domain ${name} of ${project}`,
    before: null,
    after: served,
    effect: 'live',
    undo: null,
    manual: `${name} is no longer a production domain of the project: it was removed, is not verified, or redirects. Restore it in the project settings on Vercel. Then make the plan again.`,
    warnings: [],
    params: {},
});
/**
 * The owner's setting. A rollback switches it off so that the next push does not undo the rollback; this is not a
 * difference.
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
        repairs,
        warnings: saved.autoAssign ? ['The next push to production goes live by itself again.'] : [],
        params: { kind: 'auto-assign', to: saved.autoAssign },
    };
}
/** @param configured the project in the configuration */
const otherProject = (saved, configured) => ({
    message: `The snapshot holds a deployment of project ${saved}, but the configuration names ${configured}.`,
    remedy: `Set project ${saved} in the configuration, or choose a newer snapshot.`,
});

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/deploy.js





/** A promote of a build that Vercel left staged. */
const deploy = { find: find, run };
async function run(config, ctx, id, mayWrite) {
    const live = await capture(config, ctx, {});
    // A promote switches it on. Then the next push would go live without a snapshot.
    const autoAssign = config['auto-assign'] ?? false;
    const wanted = await desired(config, ctx, live, id, null);
    const superseded = isNewer(live, wanted);
    const goal = { ...(superseded ? live : wanted), autoAssign };
    const changes = plan(goal, live);
    if (!superseded)
        warnOfOthers(live, id, ctx);
    if (changes.length > 0) {
        await mayWrite();
        try {
            for (const change of changes)
                await apply(config, change, ctx);
        }
        catch (error) {
            if (!autoAssign)
                await staged(config, ctx);
            throw error;
        }
        const left = plan(goal, await capture(config, ctx, {}));
        if (left.length > 0) {
            const now = left.map(({ target, before }) => `${target} is ${before ?? 'nothing'}`).join(', ');
            throw new errors.RewindError('deployment-switch-failed', `${id} was promoted, but ${now}.`, { resource: ctx.resource });
        }
    }
    if (live.autoAssign === true && config['auto-assign'] === undefined) {
        ctx.log.warn('The automatic assignment of domains was on, and is off now: new builds stay staged. To leave it on, set "auto-assign: true" on the resource.');
    }
    if (superseded)
        return { kind: 'superseded', by: live.production?.id ?? '' };
    return { kind: live.production?.id === id ? 'unchanged' : 'promoted', by: id };
}
/** Whether production serves a build that was made later. Rewind's rebuild of an older one does not count. */
function isNewer({ production: live }, { production: build }) {
    if (live === null || build === null || live.rebuildOf !== null)
        return false;
    return live.createdAt > build.createdAt;
}
/** After a failed promote, so that no push goes live without a snapshot. */
async function staged(config, ctx) {
    try {
        const live = await capture(config, ctx, {});
        for (const change of plan({ ...live, autoAssign: false }, live))
            await apply(config, change, ctx);
    }
    catch (error) {
        ctx.log.warn(`The automatic assignment of domains may be on: ${(0,errors/* messageOf */.bD)(error)} Run this command again.`);
    }
}
/** A promote moves only the domains that serve the deployment before. */
function warnOfOthers({ production, domains }, id, ctx) {
    for (const { name, deployment } of domains) {
        if (deployment === null || deployment === production?.id || deployment === id)
            continue;
        ctx.log.warn(`${name} serves ${deployment}, not the deployment in production. It stays there.`);
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/services/vercel/env.js
var env = __webpack_require__(94813);
;// CONCATENATED MODULE: ./lib/services/vercel/maintenance.js









/** A build of static files takes seconds; Vercel may queue it. */
const LIMIT_MS = 300_000;
const POLL_MS = 1_000;
/** Digest of the page, so that a second run does not make a second deployment. */
const PAGE = 'rewindMaintenancePage';
/**
 * The newest deployment that Rewind made for maintenance and that can still take production; null if there is none.
 *
 * @param page only one with this page, also if its build is not finished
 */
async function findMaintenance(ctx, at, page) {
    const vercel = (0,deployments/* vercelDeployments */.g6)(ctx, at);
    const rows = await vercel.marked(page === undefined ? { [maintenance_page/* MAINTENANCE */.Ar]: '1' } : { [PAGE]: digestOf(page) });
    // The newest first. The list shows some that are removed.
    for (const { uid } of rows) {
        const found = await vercel.deployment(uid);
        if (found === null || found.projectId !== at.project || found.target !== env/* PRODUCTION */.e)
            continue;
        if (found.softDeletedByRetention === true || found.meta?.[maintenance_page/* MAINTENANCE */.Ar] !== '1')
            continue;
        if (found.readyState === 'READY' || (page !== undefined && !isOver(found.readyState)))
            return found;
    }
    return null;
}
/**
 * Makes the deployment, and waits until it is ready. It is staged: it gets no domain, and production stays as it is. Does
 * nothing if one with this page exists.
 *
 * @param page a whole HTML document without files of its own: it answers every path
 * @throws RewindError maintenance-not-made, deadline-exceeded
 */
async function makeMaintenance(ctx, at, page) {
    const html = page ?? (0,maintenance_page/* maintenancePage */.PK)();
    const vercel = (0,deployments/* vercelDeployments */.g6)(ctx, at);
    const project = await vercel.project();
    const before = project.targets?.production?.id;
    if (before === undefined) {
        throw notMade(ctx, `"${project.name}" has no production deployment yet`, 'Deploy it to production, then run again.');
    }
    const found = await findMaintenance(ctx, at, html);
    const id = found?.id ?? (await create(ctx, at, project.name, html));
    await untilReady(ctx, at, id);
    const now = (await vercel.project()).targets?.production?.id;
    if (now === id && before !== id) {
        throw notMade(ctx, `Vercel gave production to ${id} at once, although it was to be staged`, `Users see the maintenance page. Promote ${before} in Vercel now.`);
    }
    return { id, made: found === null };
}
const digestOf = (page) => (0,digest/* sha256 */.sc)(page).slice(0, 32);
const isOver = (state) => ['ERROR', 'CANCELED', 'DELETED', 'BLOCKED'].includes(state);
const maintenance_event = schemas/* object */.Ikc({ type: schemas/* string */.YjP(), payload: schemas/* unknown */.L5J() });
const created = schemas/* object */.Ikc({ id: schemas/* string */.YjP() });
/** By the official client, which is loaded only here. @returns the id, as soon as the deployment exists */
async function create(ctx, { project, team }, name, page) {
    // The client adds this variable to every request, also if the configuration names another team.
    if (ctx.env.text('VERCEL_TEAM_ID') !== undefined) {
        throw notMade(ctx, 'the variable VERCEL_TEAM_ID is set', 'Unset it: the team is in the configuration.');
    }
    const path = (0,external_node_path_.join)(ctx.scratch, `maintenance-${ctx.randomHex(6)}`);
    const vercelOutputDir = (0,external_node_path_.join)(path, '.vercel', 'output');
    await writeOutput(vercelOutputDir, page);
    const { createDeployment } = await Promise.all(/* import() */[__webpack_require__.e(1208), __webpack_require__.e(4865)]).then(__webpack_require__.t.bind(__webpack_require__, 61208, 19));
    const options = {
        name,
        project,
        target: env/* PRODUCTION */.e,
        // Else it would take production as soon as it is ready.
        autoAssignCustomDomains: false,
        meta: { [maintenance_page/* MAINTENANCE */.Ar]: '1', [PAGE]: digestOf(page) },
    };
    const events = createDeployment({
        token: ctx.env.token('VERCEL_TOKEN', ctx.resource),
        apiUrl: ctx.env.url('VERCEL_API_URL', 'https://api.vercel.com'),
        ...(team ? { teamId: team } : {}),
        path,
        vercelOutputDir,
        prebuilt: true,
        force: true,
        skipAutoDetectionConfirmation: true,
    }, options);
    const limit = new AbortController();
    const stop = AbortSignal.any([ctx.signal, limit.signal]);
    const late = ctx.clock.sleep(LIMIT_MS, stop).then(() => Promise.reject(tooLate(ctx)), (error) => Promise.reject(error instanceof Error ? error : tooLate(ctx)));
    late.catch(() => undefined);
    try {
        for (;;) {
            // The client has no limit of its own, and it polls forever while no domain is assigned: it is left at `created`.
            const step = await Promise.race([events.next(), late]);
            if (step.done === true)
                throw notMade(ctx, 'the client of Vercel ended without a result');
            const { type, payload } = maintenance_event.parse(step.value);
            if (type === 'created')
                return created.parse(payload).id;
            if (type === 'error' || type === 'canceled')
                throw maintenance_refused(ctx, payload);
        }
    }
    finally {
        limit.abort();
    }
}
/** Build Output API, version 3: what a build would have written. */
async function writeOutput(directory, page) {
    const headers = { 'retry-after': String(maintenance_page/* RETRY_AFTER_SECONDS */.mB), 'cache-control': 'no-store' };
    const config = { version: 3, routes: [{ src: '/(.*)', status: 503, headers, dest: '/index.html' }] };
    await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'static'), { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'config.json'), JSON.stringify(config));
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'static', 'index.html'), page);
}
/** @throws RewindError maintenance-not-made, deadline-exceeded */
async function untilReady(ctx, at, id) {
    const vercel = (0,deployments/* vercelDeployments */.g6)(ctx, at);
    const deadline = ctx.clock.monotonic() + LIMIT_MS;
    for (;;) {
        const found = await vercel.deployment(id);
        if (found === null)
            throw notMade(ctx, `${id} does not exist any more`);
        if (found.readyState === 'READY')
            return;
        if (isOver(found.readyState))
            throw notMade(ctx, `the state of ${id} is ${found.readyState}`);
        if (ctx.clock.monotonic() >= deadline)
            throw tooLate(ctx);
        await ctx.clock.sleep(POLL_MS, ctx.signal);
    }
}
const problem = schemas/* object */.Ikc({ code: schemas/* string */.YjP().optional(), message: schemas/* string */.YjP(), status: schemas/* number */.aig().optional() });
/** What the client reports: the body of a refusal, or an Error. */
function maintenance_refused(ctx, payload) {
    const parsed = problem.safeParse(external_node_util_.types.isNativeError(payload) ? { message: withCause(payload) } : payload);
    const { code, message, status } = parsed.success
        ? parsed.data
        : { code: undefined, message: 'no reason', status: undefined };
    const parts = [status === undefined ? '' : `HTTP ${status}`, code ?? '', message].filter((part) => part !== '');
    return notMade(ctx, `Vercel refused it: ${parts.join(', ')}`, status === 401 || status === 403 ? `Give VERCEL_TOKEN the permission to ${deployments/* DEPLOY_PERMISSION */.mq}.` : undefined);
}
/** Fetch says why only in its cause. */
const withCause = ({ message, cause }) => cause === undefined ? message : `${message}: ${(0,errors/* messageOf */.bD)(cause)}`;
const notMade = (ctx, why, remedy) => new errors.RewindError('maintenance-not-made', `The maintenance deployment was not made: ${why}.`, {
    resource: ctx.resource,
    ...(remedy === undefined ? {} : { remedy }),
});
const tooLate = (ctx) => new errors.RewindError('deadline-exceeded', `The maintenance deployment was not ready within ${LIMIT_MS / 1000} s.`, {
    resource: ctx.resource,
    remedy: 'Look at it in Vercel, then run again: a deployment that exists is not made twice.',
});

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/mitigation.js





const facts = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), url: schemas/* string */.YjP(), createdAt: schemas/* number */.aig() });
/** The deployment that was made ahead takes production. The undo returns to the deployment and the assignment before. */
const mitigation = {
    kinds: ['maintenance'],
    facts: async (config, ctx, measure) => (isOfOthers(measure) ? {} : maintenanceOf(config, ctx)),
    ease: (_, live, measure, given) => isOfOthers(measure)
        ? { desired: live, unknown: [], impossible: ['A deployment takes maintenance without "flag" and "item".'] }
        : { desired: withMaintenance(live, given), unknown: [] },
    prepare: async (config, ctx, page) => {
        const { id, made } = await makeMaintenance(ctx, config, page);
        return { id, made };
    },
};
/** Whether it names what only another resource has. */
const isOfOthers = (measure) => measure.kind === 'maintenance' && (measure.flag !== undefined || measure.item !== undefined);
/** @throws RewindError maintenance-missing */
async function maintenanceOf(config, ctx) {
    const found = await findMaintenance(ctx, config);
    if (found?.url === undefined || found.createdAt === undefined) {
        throw new errors.RewindError('maintenance-missing', 'The project has no maintenance deployment that can take production.', {
            resource: ctx.resource,
        });
    }
    return { id: found.id, url: found.url, createdAt: found.createdAt };
}
function withMaintenance(live, given) {
    // A push must not replace it. While this is off, Vercel builds pushes and leaves them staged.
    const autoAssign = false;
    // Another deployment for maintenance, made later, changes nothing for users.
    if (live.production?.maintenance === true)
        return { ...live, autoAssign };
    const production = described(facts.parse(given), { [maintenance_page/* MAINTENANCE */.Ar]: '1' });
    return {
        ...live,
        forward: true,
        canary: null,
        pinned: false,
        autoAssign,
        production,
        instead: live.production,
        domains: live.domains.map(({ name, deployment }) => ({
            name,
            deployment: deployment === live.production?.id ? production.id : deployment,
        })),
    };
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/overtaken.js





/**
 * Finds a deployment that went live after the last read of the state before, and that the switch replaced. Vercel names it
 * in the request for the switch. Says nothing unless that request is later than the state, leads to the deployment of the
 * switch, and this deployment is in production.
 *
 * @param changes of the plan that switched production
 * @returns the state before with that deployment; null if the switch replaced what the state holds
 */
async function replaced(config, ctx, before, changes) {
    const to = changes.flatMap(({ params: of }) => {
        const step = params.safeParse(of).data;
        return step?.kind === 'switch' ? [step.to] : [];
    })[0];
    const { production, lastSwitch } = before;
    if (to === undefined || production === null || lastSwitch === undefined)
        return null;
    const vercel = client_client(config, ctx);
    const project = (await vercel.recentProject()) ?? (await vercel.project());
    const last = project.lastAliasRequest;
    const from = last?.fromDeploymentId;
    // The end of a rolling release has two deployments before it.
    if (!last || !from || last.fromRollingReleaseId || !isAfterTime(last, lastSwitch))
        return null;
    if (last.toDeploymentId !== to || alias_request_productionOf(project) !== to)
        return null;
    if ([production.id, to].includes(from))
        return null;
    const found = await vercel.deployment(from);
    const { url, createdAt, meta } = found ?? {};
    if (url === undefined || createdAt === undefined)
        return { state: null, expected: plan_named(production), replaced: from };
    const really = described({ id: from, url, createdAt }, meta);
    const domains = before.domains.map(({ name, deployment }) => ({
        name,
        deployment: deployment === production.id ? from : deployment,
    }));
    return {
        state: { ...before, production: really, overtaken: production, domains },
        expected: plan_named(production),
        replaced: plan_named(really),
    };
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/capabilities.js











const capabilities = {
    access: access/* vercelAccess */.g,
    describeState: (state) => {
        const release = releaseOf(state);
        return {
            project: state.name,
            ...(release === null ? {} : { deployment: release.id, address: addressOf(release.url) }),
            ...(release?.commit ? { commit: release.commit } : {}),
            ...(state.canaryCommit === undefined ? {} : { arriving: state.canaryCommit }),
            ...(release?.by ? { deployedBy: release.by } : {}),
            ...(release?.rebuildOf ? { rebuildOf: release.rebuildOf } : {}),
            ...(state.production === null && state.productionUnknown !== true
                ? { leftOut: [`a deployment to return to: ${state.name} was never deployed to production`] }
                : {}),
            ...(state.production?.maintenance === true ? { content: 'maintenance page in production' } : {}),
        };
    },
    blindSpots: (saved, live) => saved.productionUnknown === true || live.productionUnknown === true ? ['which deployment is in production'] : [],
    unreturnable: ({ productionUnknown, name }) => productionUnknown === true
        ? { message: `Vercel does not say which deployment of ${name} is in production.`, remedy: UNKNOWN_REMEDY }
        : null,
    notReturnable: ['production-not-returnable'],
    stillThere: async (config, { project, production }, ctx) => {
        if (project !== config.project)
            return [{ level: 'error', code: 'deployment-not-eligible', ...otherProject(project, config.project) }];
        if (production === null)
            return [];
        const vercel = client_client(config, ctx);
        const findings = await returnableTo(production.id, 'rollback', config, vercel);
        // Of a project that the token does not reach, Vercel knows no deployment either, which proves nothing.
        if (findings.length > 0)
            await vercel.project();
        return findings;
    },
    aliasOf: (config, ctx, host) => client_client(config, ctx).aliasTarget(host, ALIAS_MS),
    hold: { read: readHold },
    forward: forward,
    replaced: replaced,
    deploy: deploy,
    mitigation: mitigation,
};
/** A tick of a probe must not wait longer for Vercel. */
const ALIAS_MS = 5_000;
/** Vercel gives the host of a deployment, without a scheme. */
const addressOf = (host) => (/^https?:/.test(host) ? host : `https://${host}`);
/** @throws HttpFailure */
async function readHold(config, ctx, before) {
    // The pin of another project says nothing of the one that the rollback set.
    if (before !== undefined && before.project !== config.project) {
        return { pinned: 'unknown', why: otherProject(before.project, config.project).message };
    }
    const project = await client_client(config, ctx).project();
    if (isMaintenance(project.targets?.production?.meta)) {
        return { pinned: 'held', why: 'the maintenance page is in production' };
    }
    const pin = pinnedByRollback(project, config['auto-assign']);
    // The undo of a later rollback promotes, and leaves the assignment off as that rollback found it.
    if (pin === 'free' && project.autoAssignCustomDomains === false && before?.autoAssign === true) {
        return { pinned: 'held', why: 'the automatic assignment of domains is off, and was on before the rollback' };
    }
    const target = project.lastAliasRequest?.toDeploymentId ?? 'an earlier deployment';
    const why = {
        free: 'production follows the newest deployment, or the owner assigns it manually',
        pinned: `rolled back to ${target}; it stays pinned until you promote another deployment`,
        unknown: 'Vercel did not say whether a rollback pins production; check the dashboard and the permissions of the token',
    }[pin];
    return { pinned: pin === 'pinned' ? 'held' : pin, why };
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/git-integration.js




/** What makes "snapshot, then promote" useless: nothing is promoted, or the build changes production before the snapshot. */
async function gitIntegrationFindings(config, project, ctx) {
    const wanted = config['auto-assign'];
    if (wanted === undefined)
        return [];
    return [...autoAssignFindings(wanted, project), ...(wanted ? [] : await buildFindings(project, ctx))];
}
function autoAssignFindings(wanted, project) {
    const found = project.autoAssignCustomDomains;
    if (found === undefined || found === wanted)
        return [];
    if (!wanted) {
        return [
            {
                level: 'error',
                code: 'auto-assign-on',
                message: `New builds of ${project.name} get the production domains by themselves, although auto-assign is false: they go live without a snapshot, and the workflow that promotes them does not run.`,
                remedy: 'Turn off "Auto-assign Custom Production Domains" in Vercel (Settings, Environments, Production). If a promote was interrupted, run "rewind promote" again.',
            },
        ];
    }
    if (pinnedByRollback(project) === 'pinned')
        return [];
    return [
        {
            level: 'warning',
            code: 'auto-assign-off',
            message: `New builds of ${project.name} stay STAGED, although auto-assign is true.`,
            remedy: 'Turn on "Auto-assign Custom Production Domains" in Vercel, or remove auto-assign from the resource.',
        },
    ];
}
const MIGRATES = /\bprisma(?:@\S+)?\s+(?:migrate\s+(?:deploy|dev|reset)|db\s+push)\b/;
/** What Vercel runs when it installs and builds, unless the project has a command of its own. */
const BUILD_SCRIPTS = ['vercel-build', 'build', 'preinstall', 'install', 'postinstall'];
const packageJson = schemas/* object */.Ikc({ scripts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}) });
/** A build ends before its snapshot begins. */
async function buildFindings(project, ctx) {
    const scripts = await scriptsOf(project, ctx);
    const found = migrating(project.buildCommand ?? '', scripts);
    if (found === null)
        return [];
    return [
        {
            level: 'warning',
            code: 'build-migrates',
            message: `The build of ${project.name} migrates the database (${JSON.stringify(found)}), and it ends before the snapshot is taken: the snapshot holds the migrated database.`,
            remedy: 'Run the migrations between the snapshot and the promote, in a job of the workflow.',
        },
    ];
}
/** The command that migrates; null if none is seen. */
function migrating(command, scripts) {
    const names = command === '' ? BUILD_SCRIPTS : [...BUILD_SCRIPTS.slice(2), ...calledBy(command, scripts)];
    const seen = new Set();
    if (MIGRATES.test(command))
        return command;
    for (const name of names) {
        const script = scripts.get(name);
        if (script === undefined || seen.has(name))
            continue;
        seen.add(name);
        if (MIGRATES.test(script))
            return script;
        names.push(`pre${name}`, `post${name}`, ...calledBy(script, scripts));
    }
    return null;
}
const calledBy = (command, scripts) => [...command.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:.-]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => scripts.has(name));
/** Of the checked-out repository; empty if it has no readable package.json. */
async function scriptsOf({ rootDirectory }, ctx) {
    const folder = rootDirectory ?? '';
    if (folder.split(/[\\/]/).includes('..'))
        return new Map();
    try {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(ctx.root, folder, 'package.json'), 'utf8');
        return new Map(Object.entries(packageJson.parse(JSON.parse(text)).scripts));
    }
    catch {
        return new Map();
    }
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/check.js








async function check(config, ctx) {
    const vercel = client_client(config, ctx);
    const [project, release] = await Promise.all([vercel.project(), vercel.release()]);
    const findings = [];
    const named = release?.base ?? project.targets?.production;
    const domains = named ? [] : await servedNow(vercel);
    const current = named ?? (await servedByDomains(config, domains, vercel));
    if (!current) {
        findings.push((await wasDeployed(domains, vercel)) ? unknown(project.name, domains) : neverDeployed(project.name));
    }
    else {
        const problem = ineligible(await vercel.deployment(current.id), { method: 'promote', to: current.id }, config);
        if (problem !== null) {
            findings.push({
                level: 'error',
                code: 'production-not-returnable',
                message: `The deployment in production (${current.id}) could not be returned to: ${problem}.`,
                remedy: 'Deploy again, and check the retention policy of the project.',
            });
        }
    }
    if (isMaintenance(named?.meta)) {
        findings.push({
            level: 'warning',
            code: 'maintenance-live',
            message: 'The maintenance page is in production, and new pushes stay STAGED. A snapshot would hold this page.',
            remedy: 'End the mitigation: its undo returns to the deployment before.',
        });
    }
    if (config.maintenance)
        findings.push(...(await maintenanceFindings(config, ctx)));
    const pinned = pinnedByRollback(project, config['auto-assign']);
    if (pinned === 'pinned') {
        findings.push({
            level: 'warning',
            code: 'production-pinned',
            message: 'Production is pinned by an earlier rollback: new pushes are built but stay STAGED.',
            remedy: 'Deploy the fix, check it, then: "rewind recover --deployment latest".',
        });
    }
    else if (pinned === 'unknown') {
        findings.push({
            level: 'warning',
            code: 'production-pin-unknown',
            message: project.autoAssignCustomDomains === undefined
                ? 'Vercel did not say whether a rollback pins production.'
                : 'Production domains are not assigned automatically, and Vercel does not say whether a rollback did that.',
            remedy: 'Check the production deployment in the dashboard and grant the token full read access to the project.',
        });
    }
    findings.push(...(await gitIntegrationFindings(config, project, ctx)));
    if (release !== null) {
        findings.push({
            level: 'warning',
            code: 'rolling-release-active',
            message: `A rolling release to ${release.canary ?? 'another deployment'} is under way: two deployments serve production. A snapshot holds the base.`,
        });
    }
    return findings;
}
const servedNow = async (vercel) => [...(await vercel.serving(vercel.productionDomains()))].map(([name, deployment]) => ({ name, deployment }));
const neverDeployed = (name) => ({
    level: 'warning',
    code: 'no-production-deployment',
    message: `${name} was never deployed to production: there is nothing to go back to yet.`,
});
function unknown(name, domains) {
    const served = domains.map((one) => `${one.name} serves ${one.deployment ?? 'nothing'}`).join(', ');
    return {
        level: 'error',
        code: 'production-unknown',
        message: `Vercel does not say which deployment of ${name} is in production${served === '' ? '' : ` (${served})`}. A snapshot would hold nothing to go back to.`,
        remedy: UNKNOWN_REMEDY,
    };
}
/** Found before each deploy, and not in the incident that needs it. */
async function maintenanceFindings(config, ctx) {
    if ((await findMaintenance(ctx, config)) !== null)
        return [];
    return [
        {
            level: 'error',
            code: 'maintenance-missing',
            message: 'The project has no maintenance deployment that can take production: it was never made, was deleted, or was removed by the retention policy.',
            remedy: 'Make one: "rewind maintenance".',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/preflight.js



/** Checks that Vercel accepts each deployment. The retention policy may have removed one. */
async function preflight(config, changes, ctx) {
    const vercel = client_client(config, ctx);
    const findings = [];
    for (const change of changes) {
        const desired = params.parse(change.params);
        if (desired.kind === 'auto-assign')
            continue;
        if (desired.kind === 'switch' && desired.method === 'promote') {
            const release = await vercel.release();
            if (release !== null && release.canary !== desired.to)
                findings.push(inTheWay(release.canary));
            if (desired.gate?.stages.length === 0)
                findings.push(NO_STAGES);
        }
        const method = desired.kind === 'switch' ? desired.method : 'promote';
        findings.push(...(await returnableTo(desired.to, method, config, vercel)));
    }
    return findings;
}
const NO_STAGES = {
    level: 'error',
    code: 'rolling-release-missing',
    message: 'The gate command would never run: the project has no rolling releases.',
    remedy: 'Configure the stages of a rolling release in Vercel. Or plan without --gate-command.',
};
/** Vercel promotes nothing else while a rolling release is under way. */
const inTheWay = (canary) => ({
    level: 'error',
    code: 'rolling-release-active',
    message: `A rolling release to ${canary ?? 'another deployment'} is under way: no other deployment can be promoted.`,
    remedy: 'Complete or abort it in Vercel. Then make the plan again.',
});

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/index.js








/* harmony default export */ const vercel_deployment = ((0,provider/* defineProvider */.Nj)({
    id: 'vercel-deployment',
    state: state,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    preflight: preflight,
    preflightIsEnough: true,
    capabilities: capabilities,
}));


/***/ }),

/***/ 71450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell),
/* harmony export */   runProgram: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46193);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);



/** Time between SIGTERM and SIGKILL, and for the output that is left after the end. */
const GRACE_MS = 2_000;
/** More lines of output are counted, not logged. */
const MAX_LINES = 500;
/** The rest of a longer line is dropped. */
const MAX_LINE = 2_000;
/**
 * Runs a command with `sh -c` and logs its output line by line. It gets no credential of Rewind: the environment of child
 * processes, the variables GATE_…, and what the caller adds.
 *
 * @throws RewindError tool-missing, cancelled
 */
async function runShell(ctx, command, env, seconds) {
    for (const [name, value] of Object.entries(ctx.childEnv))
        if (name.startsWith('GATE_'))
            ctx.masker.add(value);
    let count = 0;
    return runProgram(ctx, ['sh', '-c', command], { ...ctx.childEnv, ...env }, seconds, (line) => {
        count += 1;
        if (count <= MAX_LINES)
            ctx.log.info(`  | ${line}`);
        if (count === MAX_LINES)
            ctx.log.info('  | … (more output is not shown)');
    });
}
/**
 * Runs a program in the root of the repository. At the time limit, and when the run is cancelled, it and its children are
 * ended.
 *
 * @param env the whole environment of the program
 * @param onLine gets each line of the output that is not empty, cut to 2,000 characters
 * @throws RewindError tool-missing, cancelled
 */
async function runProgram(ctx, [program, ...rest], env, seconds, onLine = () => undefined) {
    assertNotCancelled(ctx);
    // A process group of its own, so that its children end with it.
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, rest, { cwd: ctx.root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let last = null;
    for (const output of [child.stdout, child.stderr]) {
        eachLine(output, (line) => {
            last = line;
            onLine(line);
        });
    }
    const limit = { reached: false };
    const timer = setTimeout(() => {
        limit.reached = true;
        stop(child);
    }, seconds * 1000);
    const onAbort = () => stop(child);
    ctx.signal.addEventListener('abort', onAbort, { once: true });
    try {
        const { status, failure } = await ended(child, program, ctx);
        assertNotCancelled(ctx);
        return { status, failure: limit.reached ? `no end after ${seconds} s` : failure, lastLine: last };
    }
    finally {
        clearTimeout(timer);
        ctx.signal.removeEventListener('abort', onAbort);
    }
}
/** @throws RewindError cancelled */
function assertNotCancelled({ signal, resource }) {
    if (signal.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('cancelled', 'The run was cancelled.', { resource });
}
function ended(child, program, ctx) {
    return new Promise((resolve, reject) => {
        child.on('error', (error) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('tool-missing', `${program} could not be started: ${error.message}`, {
            resource: ctx.resource,
        })));
        child.on('exit', (status, signal) => {
            const how = { status, failure: signal ?? (status === 0 ? null : `exit status ${status}`) };
            // A child that it left behind may hold the output open.
            const timer = setTimeout(() => resolve(how), GRACE_MS);
            child.on('close', () => {
                clearTimeout(timer);
                resolve(how);
            });
            kill(child, 'SIGTERM');
        });
    });
}
function stop(child) {
    kill(child, 'SIGTERM');
    setTimeout(() => kill(child, 'SIGKILL'), GRACE_MS).unref();
}
function kill({ pid }, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // The whole group has ended.
    }
}
/** Keeps no more than one line, cut, in memory, however long a line is. */
function eachLine(input, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    let begun = '';
    const add = (text) => {
        begun += text.slice(0, MAX_LINE - begun.length);
    };
    const end = () => {
        const line = begun.trimEnd();
        begun = '';
        if (line.trim() !== '')
            onLine(line);
    };
    input.on('data', (bytes) => {
        const [first = '', ...others] = decoder.write(bytes).split('\n');
        add(first);
        for (const text of others) {
            end();
            add(text);
        }
    });
    input.on('end', end);
}


/***/ }),

/***/ 33861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ gate),
/* harmony export */   Rg: () => (/* binding */ runGate),
/* harmony export */   rD: () => (/* binding */ gateTimeout)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71450);



/** A shell command that decides whether a release goes on, and how many seconds it may run. */
const gate = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ command: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() });
/** The setting `gate-timeout-seconds` of a provider. */
const gateTimeout = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(1).max(21_600).default(600);
/**
 * Runs the gate command at one stage of a release.
 * @param where names the stage in an error, e.g. "stage 2 of 3 (50 %)"
 * @param env variables besides those of the stage
 * @throws RewindError release-gate-failed, cancelled
 */
async function runGate(ctx, { command, seconds }, where, { stage, stages, percentage }, env) {
    const all = {
        REWIND_STAGE: String(stage),
        REWIND_STAGES: String(stages),
        REWIND_PERCENTAGE: String(percentage),
        ...env,
    };
    const { failure, lastLine } = await (0,_runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runShell */ .E)(ctx, command, all, seconds);
    if (failure === null)
        return;
    const said = lastLine === null ? '' : `: ${ctx.masker.redact(lastLine).slice(0, 300)}`;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('release-gate-failed', `The gate command failed at ${where} with ${failure}${said}.`, {
        resource: ctx.resource,
    });
}


/***/ }),

/***/ 31614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ vercelAccess)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95239);



const WRITERS = ['OWNER', 'MEMBER'];
const READERS = ['VIEWER', 'VIEWER_FOR_PLUS', 'BILLING', 'SECURITY'];
const membership = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ membership: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ role: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).optional() });
/**
 * A token has the rights of its user in the team. The other roles depend on the project, so they tell nothing.
 * `/v2/user` is not asked: it is unknown to a token of one project.
 */
async function vercelAccess({ team }, ctx) {
    const credential = 'VERCEL_TOKEN';
    if (!team)
        return { credential, writes: null, why: 'no team is configured whose members Vercel could name' };
    const role = await roleIn(team, ctx);
    if (role === undefined)
        return { credential, writes: null, why: 'Vercel does not show its role in the team' };
    const writes = WRITERS.includes(role) ? true : READERS.includes(role) ? false : null;
    return { credential, writes, why: `its user has the role ${role} in the team` };
}
async function roleIn(team, ctx) {
    try {
        const call = { method: 'GET', what: 'read the team', path: `/v2/teams/${encodeURIComponent(team)}` };
        return (await (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .vercelApi */ .a)(ctx, team).request(call, membership)).data.membership?.role;
    }
    catch (error) {
        // A token of one project may not read the team.
        if (error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && (error.status === 403 || error.status === 404))
            return undefined;
        throw error;
    }
}


/***/ })

};
