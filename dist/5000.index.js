export const id = 5000;
export const ids = [5000];
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
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67217);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__.RewindError('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
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

/***/ 69100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ identityIn),
  j: () => (/* binding */ liveAddress)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
;// CONCATENATED MODULE: ./lib/probes/identity.js

/** Probes are spread over their interval; each of them would ask the service. */
const FRESH_MS = 1000;
/** A service that does not answer is not asked by every tick: each would wait for it. */
const RETRY_MS = 10_000;
/**
 * Which deployment each host serves. The probes of one second share one request for a host.
 *
 * @param aliasOf reads the deployment that a host serves; null if it is no alias of the service
 * @returns a function of a host and the time at which the tick was due. Its result: the id of the deployment; null if it
 *   could not be read; undefined if the host is no such alias, e.g. that of a CDN
 */
function identityOf(ctx, aliasOf) {
    const read = new Map();
    return async (host, dueAt) => {
        const known = read.get(host);
        if (known !== undefined && dueAt > known.from && dueAt < known.to)
            return known.served;
        const asked = { from: dueAt - FRESH_MS, to: dueAt + FRESH_MS, served: target(host) };
        read.set(host, asked);
        const served = await asked.served;
        if (served === null)
            asked.to = dueAt + RETRY_MS;
        return served;
    };
    async function target(host) {
        try {
            return (await aliasOf(host)) ?? undefined;
        }
        catch (error) {
            if (!(error instanceof http_failure/* HttpFailure */.HR))
                throw error;
            ctx.log.debug(`which deployment ${host} serves could not be read: ${error.message}`);
            return null;
        }
    }
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/cli/served.js





/** Reads which deployment a host serves, by the first resource that knows; null if none does. */
function identityIn(ctx, resources) {
    for (const { id, provider, config } of resources) {
        const { capabilities } = provider;
        const within = (0,create_context/* forResource */.i_)(ctx, id);
        if (capabilities?.aliasOf === undefined)
            continue;
        return identityOf(within, async (host) => (await capabilities.aliasOf?.(config, within, host)) ?? null);
    }
    return null;
}
/** Immutable address of the deployment that is live; null if no resource tells it. What cannot be read is a warning. */
async function liveAddress(ctx, resources) {
    for (const { id, provider, config } of resources) {
        if (provider.capabilities?.aliasOf === undefined)
            continue;
        try {
            const state = await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, id), new payload_files/* DiscardingSink */.AP());
            return (0,engine_provider/* describeState */.Jw)(provider, state).address ?? null;
        }
        catch (error) {
            ctx.log.warn(`The address of the live deployment could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    return null;
}


/***/ }),

/***/ 92923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ warnOfUntold),
/* harmony export */   HN: () => (/* binding */ aloneTelling),
/* harmony export */   Ku: () => (/* binding */ tellBeside),
/* harmony export */   hb: () => (/* binding */ tellAlarm),
/* harmony export */   mx: () => (/* binding */ tellNow)
/* harmony export */ });
/* harmony import */ var _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61952);
/* harmony import */ var _config_contacts_now_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45812);
/* harmony import */ var _report_notify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36333);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78101);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21722);
/* harmony import */ var _environment_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90829);
/* harmony import */ var _incident_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59246);








/** Tells the configured channels beside this run. */
function tellBeside(session, project, pace = _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .BESIDE */ .Zv) {
    const { context } = session;
    const { contacts } = project.config;
    const channels = channelsOf(session, project);
    if (channels.length === 0)
        return _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .SILENT */ .ZA;
    return (0,_channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .createTeller */ .Ld)({
        ctx: context,
        // Loaded beside the run, and once.
        channels: once(async () => {
            const { loadChannels } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 80091));
            return loadChannels(channels, context, 'private', await (0,_config_contacts_now_js__WEBPACK_IMPORTED_MODULE_6__/* .loadContacts */ .u)(contacts));
        }),
        steps: (incident) => (0,_incident_js__WEBPACK_IMPORTED_MODULE_5__/* .recorderOf */ .MU)(session, project, incident),
        alone: (incident, work) => aloneTelling(session, project, incident, work),
        way: (incident) => wayToSend(session, project, incident),
        pace,
    });
}
/** The channels of the configuration that this run can reach. */
function channelsOf({ context }, { config: { channels } }) {
    const [first, ...others] = channels;
    // The default of the configuration. Without a token, "check" reports it to a person who did not ask for it.
    const isDefault = first?.id === 'github-issue' && first.adapter === 'github-issue' && others.length === 0;
    const hasGitHub = context.env.secret('GITHUB_TOKEN') !== undefined && context.env.text('GITHUB_REPOSITORY');
    return isDefault && !hasGitHub ? [] : channels;
}
/** Tells the team of something that belongs to no incident. A channel that it does not reach is a warning. */
async function tellAlarm(session, project, alarm) {
    const { context } = session;
    const entries = channelsOf(session, project);
    if (entries.length === 0)
        return;
    const [{ loadChannels }, { sendAlarm }] = await Promise.all([
        __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 80091)),
        __webpack_require__.e(/* import() */ 4573).then(__webpack_require__.bind(__webpack_require__, 24573)),
    ]);
    const failed = await sendAlarm(await loadChannels(entries, context), alarm, context);
    for (const { channel, error } of failed) {
        context.log.warn((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .sentences */ .hC)(`The channel ${channel} was not notified: ${error.message}`, error.remedy));
    }
}
/** Tells the channels of what a command wrote into a record. What does not surely arrive is a warning. */
async function tellNow(session, project, incident) {
    const teller = tellBeside(session, project, _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .ALONE */ .qY);
    teller.wake(incident);
    warnOfUntold(session, await teller.finish());
}
/** Names each message that did not surely arrive. */
function warnOfUntold(session, told) {
    for (const line of (0,_report_notify_js__WEBPACK_IMPORTED_MODULE_1__/* .untoldLines */ .e7)(told))
        session.context.log.warn(line);
    if (told === null || !(0,_channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .isLeft */ .OC)(told))
        return;
    session.context.log.warn(`To send what was not sent: ${told.way}`);
}
/**
 * Runs what sends messages while no other run tells the same channels. No environment begins with "_", so this lock is not
 * that of a rollback.
 * @throws RewindError environment-locked; input-invalid if workflows could not read what this run writes
 */
async function aloneTelling(session, project, incident, work) {
    const { store, config } = project;
    const isAlone = session.run === null && store.expires === true;
    if (isAlone && isOfWorkflow(await (0,_incident_js__WEBPACK_IMPORTED_MODULE_5__/* .recorderOf */ .MU)(session, project, incident).entries())) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('input-invalid', `A workflow wrote to incident ${incident}, and workflows cannot read what this machine writes: they would send each message once more.`, { remedy: `Let a workflow send the messages: ${inWorkflow(incident)}.` });
    }
    const own = { store, config: { ...config, environment: `_notify-${config.environment}` } };
    return (0,_environment_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .underLock */ .yP)(session, own, 'notify', null, work, 'tell');
}
const isOfWorkflow = (entries) => entries.some(({ run }) => run !== null);
/** With the store "artifact", a workflow reads only what workflows wrote. */
const wayToSend = (session, { store }, incident) => session.run !== null && store.expires === true ? inWorkflow(incident) : (0,_command_line_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, ['notify', incident]);
const inWorkflow = (incident) => `start the workflow of examples/incident.yml with the action notify and the incident ${incident}`;
function once(make) {
    let made;
    return () => (made ??= make());
}


/***/ }),

/***/ 67344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/cli/tell.js
var tell = __webpack_require__(92923);
// EXTERNAL MODULE: ./lib/report/verdict.js
var report_verdict = __webpack_require__(60975);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/dispatch.js

const repository = schemas/* looseObject */._H3({ default_branch: schemas/* string */.YjP() });
const runs = schemas/* looseObject */._H3({ workflow_runs: schemas/* array */.YOg(schemas/* looseObject */._H3({ html_url: schemas/* string */.YjP(), created_at: schemas/* string */.YjP() })) });
const permission = 'actions: write';
/** The clock of a runner may be ahead of GitHub's. */
const SKEW_MS = 60_000;
/** Runs that are looked at. */
const NEWEST = 20;
/**
 * Starts a workflow of the default branch that has the event `workflow_dispatch`. Never repeated: an answer that is lost may
 * belong to a run that began.
 *
 * @param workflow file name, e.g. `rollback-production.yml`
 * @throws HttpFailure
 */
async function dispatchWorkflow(github, workflow, inputs) {
    const { default_branch: ref } = await github.request({ what: 'read the default branch', permission: 'contents: read' }, repository, (rest, target) => rest.repos.get(target));
    await github.request({ what: `start the workflow ${workflow}`, permission }, schemas/* unknown */.L5J(), (rest, target) => rest.actions.createWorkflowDispatch({ ...target, workflow_id: workflow, ref, inputs: { ...inputs } }));
}
/**
 * The newest run of a workflow that `workflow_dispatch` started at this time or later, or a minute before; null if there is
 * none.
 * @throws HttpFailure
 */
async function dispatchedRun(github, workflow, since) {
    const { workflow_runs: found } = await github.request({ what: `read the runs of the workflow ${workflow}`, permission: 'actions: read' }, runs, (rest, target) => rest.actions.listWorkflowRuns({
        ...target,
        workflow_id: workflow,
        event: 'workflow_dispatch',
        // Newest first. GitHub has a parameter for the time too, but its description contradicts its format.
        per_page: NEWEST,
    }));
    // GitHub's times have whole seconds.
    const earliest = Math.floor((since.getTime() - SKEW_MS) / 1000) * 1000;
    return found.find(({ created_at: at }) => Date.parse(at) >= earliest)?.html_url ?? null;
}

;// CONCATENATED MODULE: ./lib/commands/monitor/consequences.js






/** True for a verdict that is written into the record, and has consequences. */
const isHarmful = ({ level }) => level === 'mitigate' || level === 'roll-back';
/**
 * Writes verdicts from `mitigate` on into the incident record, each once for a deployment. Opens an incident if none is open.
 * The record is not a condition of the verdict: what cannot be written is a warning.
 *
 * @returns null if nothing was written. With the store "artifact" nothing is: its record has one writer at a time, and a
 *   watch must not hold up a rollback
 */
async function tellIncident(session, project, { deployment }, reached) {
    const told = reached.filter(isHarmful);
    const [worst] = told.slice(-1);
    if (worst === undefined || project.store.expires === true)
        return null;
    try {
        const title = `Deployment ${deployment ?? 'of production'}: ${(0,report_verdict/* verdictLine */.MT)(worst)}`;
        const recorder = await (0,cli_incident/* openOrNewRecorder */.GC)(session, project, title, []);
        for (const verdict of told) {
            const data = entryOf(verdict, deployment);
            if (data !== null)
                await recorder.add('verdict', data, `verdict:${deployment ?? 'production'}:${verdict.level}`);
        }
        return recorder;
    }
    catch (error) {
        const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
        session.context.log.warn(`The verdict is not in the incident record: ${message} ${remedy}`);
        return null;
    }
}
function entryOf(verdict, deployment) {
    const top = (0,report_verdict/* highestOf */.Pi)(verdict);
    if (top?.decisive == null || verdict.level === 'inconclusive')
        return null;
    const { probe, rule, bad, total, p0, evidence, thresholds } = top.decisive;
    const threshold = verdict.level === 'healthy' ? undefined : thresholds[verdict.level];
    return {
        level: verdict.level,
        deployment,
        criterion: top.criterion,
        probe,
        rule,
        bad,
        total,
        normal: (0,json/* finite */.E2)(p0),
        evidence: (0,json/* finite */.E2)(evidence),
        threshold: (0,json/* finite */.E2)(threshold),
        suspect: verdict.suspect,
        reachedAt: new Date(verdict.at).toISOString(),
    };
}
/**
 * Starts a workflow for a deployment, once in each incident: the decision is written before the workflow is started. If the
 * decision stands already, a run of the workflow since then counts as its start. Without a record, a run since the snapshot
 * does.
 *
 * @returns what happened, whole sentences
 */
async function dispatchOnce(session, { workflow, inputs }, { deployment, takenAt }, recorder, verdict) {
    const { context, run } = session;
    if (run === null)
        return `${workflow} was not started: this is not a workflow run. Start it in GitHub.`;
    const line = (0,report_verdict/* verdictLine */.MT)(verdict);
    const reason = (recorder === null ? line : `${line} (incident ${recorder.incident})`).slice(0, 500);
    try {
        const github = (0,client.createGitHub)(context);
        const since = recorder === null ? takenAt : await decided(recorder, { workflow, deployment, reason }, inputs.mitigation);
        const started = since === null ? null : await startedSince(context, github, workflow, since);
        if (started !== null)
            return `${workflow} was started already for this deployment: ${started}`;
        await dispatchWorkflow(github, workflow, { reason, ...inputs });
        return `${workflow} was started. Its plan waits for the approval.`;
    }
    catch (error) {
        const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return `${workflow} was not started: ${message} ${remedy} Start it in GitHub.`;
    }
}
/** From a decision to the run that it starts. */
const START_MS = 30_000;
const POLL_MS = 3_000;
/** The run that was started since then. A watch beside this one that has just decided it may be about to start it. */
async function startedSince({ clock, signal }, github, workflow, since) {
    for (;;) {
        const started = await dispatchedRun(github, workflow, new Date(since));
        const age = clock.now().getTime() - Date.parse(since);
        if (started !== null || age < 0 || age >= START_MS)
            return started;
        await clock.sleep(POLL_MS, signal);
    }
}
/**
 * @param mitigation one workflow can start both, a mitigation and a rollback
 * @returns when the same was decided before; null: it is a new decision
 */
async function decided(recorder, decision, mitigation) {
    const what = mitigation === undefined ? '' : `:mitigate:${mitigation}`;
    const key = `dispatch:${decision.workflow}:${decision.deployment ?? 'production'}${what}`;
    if (await recorder.add('decided', decision, key))
        return null;
    return (await recorder.entries()).find((entry) => entry.key === key)?.at ?? null;
}

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/served.js + 1 modules
var served = __webpack_require__(69100);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/probes/baseline.js
var baseline = __webpack_require__(29504);
;// CONCATENATED MODULE: ./lib/commands/monitor/frame.js







/**
 * Finds the deployment to watch, and what is known from before it. What is missing is a warning: without it the verdict is
 * `inconclusive`, not wrong.
 *
 * @param wanted id of the deployment; null: the one that is live now
 * @throws RewindError snapshot-not-found for another name than `latest`
 */
async function frameOf(session, project, selector, wanted) {
    const { log } = session.context;
    const before = await snapshotBefore(session, project, selector);
    const deployment = wanted ?? before?.live ?? null;
    if (before === null) {
        return {
            snapshot: null,
            takenAt: null,
            deployment,
            control: null,
            identity: (0,served/* identityIn */.K)(session.context, project.resources),
            baselines: new Map(),
        };
    }
    const { manifest } = before;
    const believed = await isBelieved(session, project, manifest);
    if (believed && manifest.baselines === undefined) {
        log.warn(`Snapshot ${manifest.id} holds no baseline: no probe was configured when it was taken.`);
    }
    const baselines = believed ? (manifest.baselines ?? []).map((one) => baseline/* probeBaseline */.Es.parse(one)) : [];
    return {
        snapshot: manifest.id,
        takenAt: manifest.createdAt,
        deployment,
        control: believed ? await controlOf(manifest, deployment) : null,
        identity: (0,served/* identityIn */.K)(session.context, project.resources),
        baselines: new Map(baselines.map((one) => [one.probe, one])),
    };
}
async function snapshotBefore(session, project, selector) {
    try {
        const { manifest, circumstances } = await (0,choose/* choose */.Sw)(session, project, selector, true);
        const [live] = [...(circumstances.live?.values() ?? [])];
        return { manifest, live: live?.deployment ?? null };
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        // A name that leads nowhere is a mistake of the caller: the watch would end without a verdict.
        const isMisnamed = code === 'snapshot-not-found' && selector !== 'latest';
        if (!(error instanceof errors.RewindError) || code === 'input-invalid' || isMisnamed)
            throw error;
        session.context.log.warn(`Nothing is known from before the deploy: ${message} ${remedy}`);
        return null;
    }
}
/** A forged baseline would hide a bad deploy. */
async function isBelieved({ context }, { store, signKeys }, manifest) {
    const refuse = (why) => {
        context.log.warn(`The baseline of snapshot ${manifest.id} is not used: ${why}`);
        return false;
    };
    try {
        const trust = await (0,engine_trust/* trustOf */.An)(store, manifest, signKeys, context.clock.now());
        return trust.kind === 'unsigned' && signKeys.length > 0 ? refuse(`${trust.reason}.`) : true;
    }
    catch (error) {
        const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return refuse(`${message} ${remedy}`);
    }
}
/** The deployment that served production at the snapshot, unless it is the watched one. */
async function controlOf(manifest, watched) {
    for (const { provider: id, state } of manifest.resources) {
        const provider = await (0,load/* loadProvider */.C)(id).catch(() => null);
        if (provider === null || provider.slow === true)
            continue;
        const { address, deployment } = (0,engine_provider/* describeState */.Jw)(provider, state);
        if (address !== undefined && deployment !== watched)
            return address;
    }
    return null;
}

// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/services/github/workflow-run.js
var workflow_run = __webpack_require__(30233);
;// CONCATENATED MODULE: ./lib/commands/monitor/next.js



/** What a person does after the verdict, a line each. @param inEffect the mitigations in effect, a sentence each */
function nextOf(session, { config }, { snapshot }, verdict, incident, inEffect) {
    // Of the places of this command, the others know only the configuration.
    const caller = { inputs: { config: session.inputs.config } };
    if (verdict.level === 'healthy' || verdict.level === 'watch')
        return [];
    if (verdict.level === 'inconclusive')
        return ['Look at production yourself. Then remove the cause named above, and watch again.'];
    const plan = (0,command_line/* commandLine */.ay)(caller, [
        'plan',
        ...(snapshot === null ? [] : ['--snapshot', snapshot]),
        '--reason',
        (0,report_verdict/* verdictLine */.MT)(verdict).slice(0, 200),
    ]);
    const orStart = (workflow) => {
        const page = (0,workflow_run/* workflowPage */.ZP)(session.context.env, workflow);
        return page === null ? [] : [`Or start the workflow: ${page}`];
    };
    const { mitigation } = config.monitor;
    const ease = inEffect.length > 0 || mitigation === undefined
        ? inEffect
        : [
            `Ease it first, with a time limit: ${(0,command_line/* commandLine */.ay)(caller, ['mitigate', mitigation])}`,
            ...orStart(config.monitor['mitigate-workflow']),
        ];
    return [
        ...(verdict.suspect === 'shared'
            ? [
                'The previous deployment fails too: look at the database and the providers first. A rollback of the code may not help.',
            ]
            : []),
        ...ease,
        `See what changed and which ways there are: ${(0,command_line/* commandLine */.ay)(session, ['decide'])}`,
        `Plan a rollback: ${plan}`,
        ...orStart(config.monitor.workflow),
        ...(incident === null ? [] : [`Incident: ${(0,command_line/* commandLine */.ay)(caller, ['incident', 'show', incident])}`]),
    ];
}

// EXTERNAL MODULE: ./lib/probes/prepare.js + 1 modules
var prepare = __webpack_require__(66910);
// EXTERNAL MODULE: ./lib/probes/run-probes.js
var run_probes = __webpack_require__(64388);
// EXTERNAL MODULE: ./lib/probes/verdict.js + 1 modules
var probes_verdict = __webpack_require__(88646);
// EXTERNAL MODULE: ./lib/probes/rules.js + 1 modules
var rules = __webpack_require__(90263);
;// CONCATENATED MODULE: ./lib/commands/monitor/observe.js







/** Time between two lines of progress. */
const PROGRESS_MS = 30_000;
/** A verdict is drawn at most so often: it looks at every probe. */
const VERDICT_MS = 1_000;
/**
 * Watches production for a time; ends early at `roll-back`, because nothing that follows changes it.
 * @param onReached is called with the first verdict of each level above `healthy`, at once
 */
async function observe({ context }, { config }, frame, minutes, onReached = () => undefined) {
    const { clock, log } = context;
    const loaded = await (0,prepare/* loadProbes */.y)(config.probes);
    const startedAt = clock.now().getTime();
    const durationMs = minutes * 60_000;
    const watch = new probes_verdict/* Watch */.ox({
        startedAt,
        durationMs,
        deployment: frame.deployment,
        criteria: config.criteria,
        probes: loaded.map(({ spec, entry }) => ({
            spec,
            intervalMs: entry.every * 1000,
            baseline: frame.baselines.get(spec.id) ?? null,
        })),
    });
    const facts = new Map([...frame.baselines].map(([id, one]) => [id, one.facts]));
    const neutral = { url: config.monitor.neutral, allowPrivate: config.monitor['allow-private'] };
    const { control, identity } = frame;
    const controlled = new Set([...frame.baselines.values()].filter(baseline/* controlWorks */.C2).map(({ probe }) => probe));
    const ready = loaded.map((one) => (0,prepare/* readyProbe */.I)(one, context, { control, controlled, identity, neutral, facts }));
    const reached = [];
    const reach = (verdict) => {
        reached.push(verdict);
        onReached(verdict);
    };
    let highest = 'healthy';
    let [drawn, shown] = [-VERDICT_MS, 0];
    const silent = new Set();
    const elsewhere = new Set();
    const isElsewhere = (one) => one.kind === 'check' &&
        one.deployment !== undefined &&
        (one.deployment === null || (frame.deployment !== null && one.deployment !== frame.deployment));
    const { series, cancelled, skipped, endedAt } = await (0,run_probes/* runProbes */.j)(ready, context, {
        durationMs,
        onRun({ probe }, run, elapsedMs) {
            watch.take(probe.id, run);
            const [error] = run.errors;
            const other = run.samples.find(isElsewhere);
            // Once for each probe, and at once: nobody should wait for the end of the watch to learn that a credential is missing.
            if (error !== undefined && !silent.has(probe.id)) {
                silent.add(probe.id);
                log.warn(`[${probe.id}] A check gave no sample: ${error.message}`);
            }
            else if (other !== undefined && !elsewhere.has(`${probe.id} ${other.deployment ?? ''}`)) {
                elsewhere.add(`${probe.id} ${other.deployment ?? ''}`);
                log.warn(`[${probe.id}] ${elsewhereText(other.deployment ?? null, frame.deployment ?? 'the deploy')}`);
            }
            if (elapsedMs - drawn < VERDICT_MS)
                return false;
            drawn = elapsedMs;
            const verdict = watch.verdict(startedAt + Math.round(elapsedMs));
            const { level } = verdict;
            if (level !== 'inconclusive' && (0,rules/* levelOf */.In)(level) > (0,rules/* levelOf */.In)(highest)) {
                highest = level;
                reach(verdict);
                log.warn(`${clockOf(elapsedMs)} ${(0,report_verdict/* verdictLine */.MT)(verdict)}`);
            }
            else if (elapsedMs - shown >= PROGRESS_MS) {
                log.info(`${clockOf(elapsedMs)} of ${clockOf(durationMs)}: ${progressOf(verdict)}`);
            }
            else
                return false;
            shown = elapsedMs;
            return level === 'roll-back';
        },
    });
    // The watch was planned for its whole time: one that ended early proves nothing about the rest.
    const at = Math.max(endedAt, highest === 'roll-back' || cancelled ? endedAt : startedAt + durationMs);
    const verdict = watch.verdict(at);
    if (verdict.level !== 'inconclusive' && (0,rules/* levelOf */.In)(verdict.level) > (0,rules/* levelOf */.In)(highest))
        reach(verdict);
    return { verdict, record: watch.record(at), series, cancelled, skipped, reached };
}
const elsewhereText = (served, watched) => served === null
    ? `Which deployment the domain serves could not be read. While it cannot, failures lead to "mitigate" at most, and good checks prove nothing of ${watched}.`
    : `The deployment behind the domain is ${served}. A check of another one than ${watched} does not count.`;
/** "3:20" */
function clockOf(ms) {
    const whole = Math.round(ms / 1000);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
function progressOf(verdict) {
    const counted = verdict.probes.reduce((sum, one) => sum + one.counted, 0);
    const nearest = (0,report_verdict/* decisiveOf */.O3)(verdict);
    const level = verdict.level === 'inconclusive' ? 'nothing found yet' : verdict.level;
    return `${(0,runtime_text/* plural */.LS)(counted, 'sample')} of ${(0,runtime_text/* plural */.LS)(verdict.probes.length, 'probe')}, ${level}${nearest === null ? '' : `; ${nearest}`}`;
}

;// CONCATENATED MODULE: ./lib/commands/monitor/execute.js












/** What cannot be called healthy must not look so in a workflow: also a `watch` of a deployment that nobody could judge. */
const isGood = ({ level, doubts }) => level === 'healthy' || (level === 'watch' && doubts.length === 0);
/** Changes nothing in production. */
async function execute(session) {
    const project = await session.open();
    const { inputs, context } = session;
    const { config } = project;
    const { mitigation } = config.monitor;
    assertUsable(config, inputs.onMitigate);
    const frame = await frameOf(session, project, inputs.snapshot, inputs.deployment);
    const length = inputs.minutes ?? config.monitor.minutes;
    const path = session.path(`${inputs.out}/verdict.json`);
    // Fails before the watch if the path cannot be written, and removes the verdict of an earlier watch.
    await (0,files/* assertWritable */.Bz)('out', path);
    await (0,promises_.rm)(path, { force: true });
    context.log.info(`Watching ${frame.deployment ?? 'production'} for ${(0,runtime_text/* plural */.LS)(length, 'minute')} with ${(0,runtime_text/* plural */.LS)(config.probes.length, 'probe')}.`);
    const inEffect = await (0,cli_incident/* mitigationsInEffect */.lm)(session, project);
    for (const what of inEffect)
        context.log.warn(`${what} The verdict is about production with it.`);
    // At once: the rest of the watch does not delay what eases the incident.
    const easing = [];
    const ease = async (verdict) => {
        const workflow = config.monitor['mitigate-workflow'];
        if (inEffect.length > 0)
            return `${workflow} was not started, because a mitigation is in effect.`;
        const recorder = await tellIncident(session, project, frame, [verdict]);
        const start = { workflow, inputs: mitigation === undefined ? {} : { mitigation } };
        const text = await dispatchOnce(session, start, frame, recorder, verdict);
        context.log.info(text);
        return text;
    };
    const begin = context.clock.monotonic();
    const observed = await observe(session, project, frame, length, (verdict) => {
        if (inputs.onMitigate === 'dispatch' && isHarmful(verdict) && easing.length === 0) {
            easing.push(ease(verdict));
        }
    });
    const { verdict, record, series } = observed;
    const elapsedMs = context.clock.monotonic() - begin;
    // Before the consequences: the person who approves a rollback can read it, also if they fail. And they follow without it.
    const text = `${JSON.stringify({ verdict, record })}\n`;
    await (0,files/* writeOutput */.zh)('out', path, text).catch((error) => context.log.warn((0,errors/* asRewindError */.m2)(error).message));
    const eased = await Promise.all(easing);
    const recorder = await tellIncident(session, project, frame, observed.reached);
    // Beside the start of the workflow.
    const teller = (0,tell/* tellBeside */.Ku)(session, project);
    if (recorder !== null)
        teller.wake(recorder.incident);
    const rollback = {
        workflow: config.monitor.workflow,
        inputs: frame.snapshot === null ? {} : { snapshot: frame.snapshot },
    };
    const dispatched = [
        ...(verdict.level === 'roll-back' && inputs.onRollBack === 'dispatch'
            ? [await dispatchOnce(session, rollback, frame, recorder, verdict)]
            : []),
        ...eased,
    ];
    (0,tell/* warnOfUntold */.A2)(session, await teller.finish());
    const incident = recorder?.incident ?? null;
    const next = [...dispatched, ...nextOf(session, project, frame, verdict, incident, inEffect)];
    const shown = { verdict, series, deployment: frame.deployment, elapsedMs, next };
    if (observed.skipped > 0)
        context.log.warn(`${(0,runtime_text/* plural */.LS)(observed.skipped, 'tick was', 'ticks were')} left out: a probe was still running.`);
    return {
        exit: isGood(verdict) ? 0 : 3,
        json: (0,json/* toJson */.aB)({
            ok: isGood(verdict),
            ...frame,
            identity: undefined,
            baselines: undefined,
            verdict,
            incident,
            mitigations: inEffect,
            next,
        }),
        text: (0,report_verdict/* verdictText */.nt)(shown),
        summary: (0,report_verdict/* verdictMarkdown */.BT)(shown),
        outputs: {
            verdict: verdict.level,
            'report-path': path,
            ...(incident === null ? {} : { 'incident-id': incident }),
            ...(frame.snapshot === null ? {} : { 'snapshot-id': frame.snapshot }),
        },
    };
}
/** @throws RewindError input-invalid */
function assertUsable(config, onMitigate) {
    if (config.probes.length === 0) {
        throw new errors.RewindError('input-invalid', 'The configuration has no probes, so nothing can be watched.', {
            remedy: 'Add a section "probes" to the configuration. docs/verdict.md has an example.',
        });
    }
    if (onMitigate === 'dispatch' && config.monitor.mitigation === undefined) {
        throw new errors.RewindError('input-invalid', '--on-mitigate dispatch needs to know which mitigation it starts.', {
            remedy: 'Set monitor.mitigation of the configuration to the id of a mitigation.',
        });
    }
}


/***/ }),

/***/ 45812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ contactsAt),
/* harmony export */   u: () => (/* binding */ loadContacts)
/* harmony export */ });
/**
 * The contacts at an instant: of a rotation, the one who is on call, and until when. Loads what a rotation needs: start-up
 * stays quick without one.
 */
async function loadContacts(contacts) {
    const turnOf = contacts.some(({ rotation }) => rotation !== undefined)
        ? (await Promise.all(/* import() */[__webpack_require__.e(7490), __webpack_require__.e(8734)]).then(__webpack_require__.bind(__webpack_require__, 98734))).turnOf
        : () => null;
    return (now) => contacts.map(({ name, role, reach, rotation }) => {
        if (rotation === undefined)
            return { name, role, reach };
        const turn = turnOf(rotation, now);
        if (turn === null)
            return { name: `${name} (nobody before ${rotation.start} ${rotation.timezone})`, role, reach };
        return { name: `${turn.person} (${name}, until ${turn.until})`, role, reach };
    });
}
/** The contacts at an instant. */
const contactsAt = async (contacts, now) => (await loadContacts(contacts))(now);


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

/***/ 8060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ loadAdapter),
  r: () => (/* binding */ specOf)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/probes/adapters/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROBE_ADAPTERS = {
    cloudwatch: () => __webpack_require__.e(/* import() */ 4902).then(__webpack_require__.bind(__webpack_require__, 24902)),
    command: () => __webpack_require__.e(/* import() */ 7597).then(__webpack_require__.bind(__webpack_require__, 87597)),
    content: () => Promise.all(/* import() */[__webpack_require__.e(4457), __webpack_require__.e(1013)]).then(__webpack_require__.bind(__webpack_require__, 81013)),
    datadog: () => __webpack_require__.e(/* import() */ 8395).then(__webpack_require__.bind(__webpack_require__, 68395)),
    flow: () => Promise.all(/* import() */[__webpack_require__.e(4457), __webpack_require__.e(9921)]).then(__webpack_require__.bind(__webpack_require__, 29921)),
    'github-security': () => __webpack_require__.e(/* import() */ 947).then(__webpack_require__.bind(__webpack_require__, 90947)),
    http: () => Promise.all(/* import() */[__webpack_require__.e(4457), __webpack_require__.e(9278)]).then(__webpack_require__.bind(__webpack_require__, 49278)),
    sentry: () => __webpack_require__.e(/* import() */ 7965).then(__webpack_require__.bind(__webpack_require__, 87965)),
    'sentry-issues': () => __webpack_require__.e(/* import() */ 8482).then(__webpack_require__.bind(__webpack_require__, 38482)),
    sql: () => __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 83940)),
    'stripe-payments': () => __webpack_require__.e(/* import() */ 7163).then(__webpack_require__.bind(__webpack_require__, 27163)),
    'vercel-runtime': () => Promise.all(/* import() */[__webpack_require__.e(5032), __webpack_require__.e(5173)]).then(__webpack_require__.bind(__webpack_require__, 65032)),
};

;// CONCATENATED MODULE: ./lib/probes/load.js


/**
 * Loads an adapter when a configuration names it. `unknown` stands for its own Config, which the schema of the configuration
 * has parsed.
 *
 * @throws RewindError internal
 */
async function loadAdapter(id) {
    const loaders = PROBE_ADAPTERS;
    const load = loaders[id];
    if (!load)
        throw new errors.RewindError('internal', `No adapter of probes is registered as "${id}".`);
    return (await load()).adapter;
}
/** What the verdict needs to know of an entry of `probes`. */
function specOf(entry, { kind }) {
    const { id, area, critical, limitMs } = entry;
    return { id, kind, area, critical, ...(limitMs === undefined ? {} : { limitMs }) };
}


/***/ }),

/***/ 66910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ loadProbes),
  I: () => (/* binding */ readyProbe)
});

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/probes/load.js + 1 modules
var load = __webpack_require__(8060);
// EXTERNAL MODULE: ./lib/services/probe-http/failure.js
var failure = __webpack_require__(30734);
;// CONCATENATED MODULE: ./lib/probes/neutral.js

/**
 * Does a target answer that has nothing to do with production? If not, Rewind itself has no network. Any response
 * counts, whatever its status. Null: the request was stopped, so nobody knows.
 */
async function answers({ url, allowPrivate }, ctx, signal) {
    const { send } = await __webpack_require__.e(/* import() */ 7503).then(__webpack_require__.bind(__webpack_require__, 17503));
    const connection = { redirects: 0, allowPrivate, timeoutMs: 5_000, maxBytes: 1_000_000 };
    try {
        await send({ method: 'HEAD', url: new URL(url), headers: {}, ...connection }, ctx, signal);
        return true;
    }
    catch (error) {
        if (error instanceof failure/* ProbeFailure */.BU)
            return error.kind === 'stopped' ? null : false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/probes/prepare.js



/** Loads the adapters that the configuration names. */
function loadProbes(entries) {
    return Promise.all(entries.map(async (entry) => {
        const adapter = await (0,load/* loadAdapter */.i)(entry.adapter);
        const limitMs = 'limit-ms' in entry ? entry['limit-ms'] : undefined;
        const { id, area, critical } = entry;
        return { entry, adapter, spec: (0,load/* specOf */.r)({ id, area, critical, limitMs }, adapter) };
    }));
}
/** A probe that can run: its adapter, and what only the watch knows of each tick. */
function readyProbe({ entry, spec, adapter }, ctx, { control, stays = false, controlled, identity, neutral, facts }) {
    const context = { ...(0,create_context/* forResource */.i_)(ctx, spec.id), clock: steadyClock(ctx.clock) };
    const baseline = facts === null ? null : (facts.get(spec.id) ?? {});
    const host = spec.kind === 'check' ? hostOf(entry) : null;
    return {
        spec,
        everyMs: entry.every * 1000,
        timeoutMs: limitOf(entry),
        async run({ dueAt, signal }) {
            const startedAt = context.clock.now().getTime();
            // Before the check: what is read after it could belong to the next deployment.
            const deployment = host === null || identity === null ? undefined : await identity(host, dueAt);
            // A host that serves no deployment, e.g. that of a CDN, is not what the previous deployment would answer.
            const beside = deployment === undefined || controlled?.has(spec.id) === false ? null : control;
            const ran = await adapter.run(entry, { dueAt, control: beside, stays, baseline, signal }, context);
            // A service that is slow to say which deployment is served makes no tick late: late ticks mean that we are too slow.
            const run = { ...ran, timings: { ...ran.timings, startedAt: Math.min(startedAt, ran.timings.startedAt) } };
            if (spec.kind !== 'check')
                return run;
            const failed = run.samples.some((one) => one.kind === 'check' && (!one.ok || one.retried === true));
            // Asked after a failure only: the answer matters for nothing else.
            const sees = failed ? await answers(neutral, context, signal) : null;
            const more = {
                ...(deployment === undefined ? {} : { deployment }),
                ...(sees === null ? {} : { neutral: { ok: sees } }),
            };
            return { ...run, samples: run.samples.map((one) => (one.kind === 'check' ? { ...one, ...more } : one)) };
        },
    };
}
/**
 * The time since now, by the monotonic clock. A system clock that is corrected during a watch would move its samples: forward
 * they would count as late, backward as older than the watch.
 */
function steadyClock(clock) {
    const [began, at] = [clock.now().getTime(), clock.monotonic()];
    return { ...clock, now: () => new Date(began + clock.monotonic() - at) };
}
/** The host that a check asks; null if it asks none. */
function hostOf(entry) {
    const url = 'url' in entry && entry.adapter !== 'sql' ? entry.url : null;
    return url !== null && URL.canParse(url) ? new URL(url).host : null;
}
/** For what a tick asks beside its check: which deployment is served, and whether the neutral target answers. */
const BESIDE_SECONDS = 8;
/** Milliseconds for a tick: a check that takes its whole time, each step of a flow, and all of it a second time. */
function limitOf(entry) {
    const one = 'timeout-seconds' in entry ? entry['timeout-seconds'] : 'timeout' in entry ? entry.timeout : 10;
    const requests = 'steps' in entry ? entry.steps.length : 1;
    return 1000 * Math.max(entry.every, 2 * requests * one + BESIDE_SECONDS);
}


/***/ }),

/***/ 64388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runOnce),
/* harmony export */   j: () => (/* binding */ runProbes)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10377);


/**
 * Runs probes for a time, each at its own interval. Deadlines are monotonic, so that neither a slow tick nor a corrected
 * clock moves later ones. Ticks that were missed are not made up: a burst of requests would measure itself.
 *
 * Never throws for a probe: what an adapter throws is an error of its series. What `onRun` throws ends the run.
 */
async function runProbes(probes, { clock, signal: cancelled }, { durationMs, onRun, signal = cancelled }) {
    const begin = clock.monotonic();
    const startedAt = clock.now().getTime();
    const epochOf = (monotonic) => Math.round(startedAt + monotonic - begin);
    const end = begin + durationMs;
    const all = probes.map((probe, index) => {
        // Spread over the interval, so that the probes do not measure each other.
        const due = begin + (probe.everyMs * index) / probes.length;
        return { probe, series: { probe: probe.spec, samples: [], errors: [] }, due, busy: false };
    });
    const flights = new Set();
    const stop = new AbortController();
    const over = AbortSignal.any([signal, stop.signal]);
    let skipped = 0;
    let fault;
    const fly = async (one, due) => {
        const { probe, series } = one;
        const run = await runOnce(probe, epochOf(due), signal, () => epochOf(clock.monotonic()));
        (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .appendRun */ .ah)(series, run);
        one.busy = false;
        if (onRun?.(series, run, clock.monotonic() - begin) === true)
            stop.abort();
    };
    while (!over.aborted) {
        const now = clock.monotonic();
        for (const one of all) {
            if (one.due > now || one.due >= end)
                continue;
            const due = one.due;
            const missed = Math.floor((now - due) / one.probe.everyMs);
            one.due += (missed + 1) * one.probe.everyMs;
            skipped += missed;
            if (one.busy) {
                skipped += 1;
                continue;
            }
            one.busy = true;
            const flight = fly(one, due + missed * one.probe.everyMs)
                .catch((error) => {
                fault ??= asError(error);
                stop.abort();
            })
                .finally(() => flights.delete(flight));
            flights.add(flight);
        }
        const next = Math.min(...all.map(({ due }) => due));
        if (next >= end)
            break;
        await clock.sleep(Math.max(0, next - clock.monotonic()), over).catch(() => undefined);
    }
    // The last ticks run to their own end, at most their time limit.
    await Promise.all(flights);
    if (fault !== undefined)
        throw fault;
    return {
        series: all.map(({ series }) => series),
        startedAt,
        endedAt: epochOf(clock.monotonic()),
        skipped,
        cancelled: signal.aborted,
    };
}
/** One tick within its time limit, also if the adapter ignores the signal. */
async function runOnce(probe, dueAt, cancelled, now) {
    const startedAt = now();
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new Error(`no end within ${probe.timeoutMs} ms`)), probe.timeoutMs);
    const onCancel = () => limit.abort(cancelled.reason);
    cancelled.addEventListener('abort', onCancel, { once: true });
    const ended = new Promise((_, reject) => {
        limit.signal.addEventListener('abort', () => reject(asError(limit.signal.reason)), { once: true });
    });
    try {
        return await Promise.race([probe.run({ dueAt, signal: limit.signal }), ended]);
    }
    catch (error) {
        const at = now();
        const message = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).slice(0, 500);
        return { samples: [], errors: [{ at, reason: 'provider', message }], timings: { dueAt, startedAt, endedAt: at } };
    }
    finally {
        clearTimeout(timer);
        cancelled.removeEventListener('abort', onCancel);
    }
}
const asError = (reason) => (reason instanceof Error ? reason : new Error((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(reason)));


/***/ }),

/***/ 64227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    'aws-scaling': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5951), __webpack_require__.e(9509)]).then(__webpack_require__.bind(__webpack_require__, 19509)),
    cloudfront: () => Promise.all(/* import() */[__webpack_require__.e(6292), __webpack_require__.e(9752)]).then(__webpack_require__.bind(__webpack_require__, 49752)),
    'lambda-concurrency': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5951), __webpack_require__.e(7143)]).then(__webpack_require__.bind(__webpack_require__, 37143)),
    launchdarkly: () => Promise.all(/* import() */[__webpack_require__.e(8591), __webpack_require__.e(2204)]).then(__webpack_require__.bind(__webpack_require__, 32204)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 1329).then(__webpack_require__.bind(__webpack_require__, 51329)),
    'neon-compute': () => __webpack_require__.e(/* import() */ 5196).then(__webpack_require__.bind(__webpack_require__, 35196)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(1176), __webpack_require__.e(4014), __webpack_require__.e(9304), __webpack_require__.e(384)]).then(__webpack_require__.bind(__webpack_require__, 80384)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1176), __webpack_require__.e(5602), __webpack_require__.e(4014), __webpack_require__.e(2946), __webpack_require__.e(2699)]).then(__webpack_require__.bind(__webpack_require__, 92699)),
    'rds-snapshot': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(3849), __webpack_require__.e(1176), __webpack_require__.e(6754), __webpack_require__.e(4014), __webpack_require__.e(7914)]).then(__webpack_require__.bind(__webpack_require__, 87914)),
    's3-bucket': () => Promise.all(/* import() */[__webpack_require__.e(6292), __webpack_require__.e(417)]).then(__webpack_require__.bind(__webpack_require__, 72798)),
    'stripe-webhooks': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(3763)]).then(__webpack_require__.bind(__webpack_require__, 13763)),
    unleash: () => Promise.all(/* import() */[__webpack_require__.e(8591), __webpack_require__.e(9695)]).then(__webpack_require__.bind(__webpack_require__, 49695)),
    'vercel-deployment': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(2798)]).then(__webpack_require__.bind(__webpack_require__, 32798)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 275).then(__webpack_require__.bind(__webpack_require__, 40275)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 7889).then(__webpack_require__.bind(__webpack_require__, 57889)),
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
        throw new errors.RewindError('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
}


/***/ }),

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ verdictMarkdown),
/* harmony export */   IS: () => (/* binding */ chartOf),
/* harmony export */   L4: () => (/* binding */ seriesText),
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   O3: () => (/* binding */ decisiveOf),
/* harmony export */   Pi: () => (/* binding */ highestOf),
/* harmony export */   Y3: () => (/* binding */ ruleText),
/* harmony export */   YV: () => (/* binding */ quantile),
/* harmony export */   e2: () => (/* binding */ isBad),
/* harmony export */   gG: () => (/* binding */ DOUBTS),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   kD: () => (/* binding */ measureText),
/* harmony export */   nc: () => (/* binding */ cellsOf),
/* harmony export */   nt: () => (/* binding */ verdictText),
/* harmony export */   xM: () => (/* binding */ slowestOf),
/* harmony export */   xW: () => (/* binding */ lastFailure)
/* harmony export */ });
/* unused harmony export headlineOf */
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);


const HEADLINES = {
    healthy: 'healthy: nothing was found',
    inconclusive: 'inconclusive: it is unknown whether the deploy is good',
    watch: 'watch: something is unusual, and it proves nothing yet',
    mitigate: 'mitigate: the deploy does harm, or something behind it does',
    'roll-back': 'roll back: the deploy is bad',
};
const DOUBTS = {
    running: 'the watch ended before its time was over',
    'few-samples': 'a critical probe has too few samples',
    'no-data': 'samples stopped coming',
    provider: 'a service that is asked does not answer',
    'not-watched': 'what a probe asks is not watched, or the credential may not read it',
    refused: 'a probe could not be run',
    'partly-answered': 'one of the alarms of a probe gives no answer',
    blind: 'a neutral target did not answer either, so the network of Rewind fails',
    late: 'samples came late, so the runner is overloaded',
    elsewhere: 'the domain served another deployment',
    'unknown-deployment': 'which deployment the domain serves could not be read',
    'fails-on-baseline': 'a probe failed before the deploy too',
    'no-baseline': 'a probe has no baseline from before the deploy',
    'short-baseline': 'a baseline has too few samples',
};
const RULES = {
    failures: 'failures',
    'unknown-deployment': 'failures, while it was unknown which deployment the domain serves',
    'in-a-row': 'failures in a row',
    'slow-tail': 'much slower than the slowest before',
    'slow-body': 'slower than usual',
    'slow-limit': 'above the limit',
    silence: 'no events',
    assertion: 'false assertions',
    alert: 'firing alerts',
    'slower-at-end': 'slower over the whole watch',
};
/** Without a level there is nothing to claim, so the sentence says what is unproven. */
const headlineOf = ({ level }) => HEADLINES[level];
/** "mitigate: … (performance, probe home: slower than usual, 12 of 24)" */
function verdictLine(verdict) {
    const decisive = decisiveOf(verdict);
    const shared = verdict.suspect === 'shared'
        ? '; the previous deployment fails too: suspect the database or a provider before the code'
        : '';
    return `${headlineOf(verdict)}${decisive === null ? '' : ` (${decisive}${shared})`}`;
}
/** What led to the verdict, or is nearest to an alarm; null if no rule sees anything. */
function decisiveOf(verdict) {
    const top = highestOf(verdict);
    if (top?.decisive == null || top.decisive.bad === 0)
        return null;
    return `${top.criterion}, probe ${top.decisive.probe}: ${measureText(top.decisive)}`;
}
const ORDER = [
    'not-watched',
    'healthy',
    'inconclusive',
    'watch',
    'mitigate',
    'roll-back',
];
/** The criterion with the highest level. */
function highestOf({ criteria }) {
    return criteria.reduce((top, one) => (top === null || ORDER.indexOf(one.level) > ORDER.indexOf(top.level) ? one : top), null);
}
/** "failures, 12 of 30 (normal: at most 5.0 %), evidence 14.2 of 9.8" */
function measureText({ rule, bad, total, p0, evidence, thresholds, level }) {
    const normal = p0 === null ? '' : ` (normal: up to ${(100 * p0).toFixed(1)} %)`;
    const needed = level === 'healthy' ? (thresholds.watch ?? thresholds.mitigate) : thresholds[level];
    const proof = evidence === null || needed === undefined || !Number.isFinite(evidence)
        ? ''
        : `, evidence ${evidence.toFixed(1)} of ${needed.toFixed(1)}`;
    return `${RULES[rule]}, ${bad} of ${total}${normal}${proof}`;
}
const doubtsText = (doubts) => doubts.map((one) => DOUBTS[one]).join('; ');
const CELLS = 60;
const BARS = '▁▂▃▄▅▆▇█';
/**
 * A chart of one probe in one line, oldest first: the height is the latency, ✗ a failure, · nothing. A cell holds the worst
 * of its samples.
 *
 * @param top latency of the highest bar in milliseconds
 */
function chartOf({ probe, samples }, width = CELLS, top = slowestOf(samples)) {
    if (samples.length === 0)
        return '(no samples)';
    return cellsOf(samples, width)
        .map((cell) => {
        if (cell.some(isBad))
            return '✗';
        if (probe.kind !== 'check')
            return cell.some((one) => one.kind === 'count' && one.total > 0) ? '▄' : '·';
        const worst = Math.max(...cell.map((one) => (one.kind === 'check' ? (one.latencyMs ?? 0) : 0)));
        return BARS[Math.min(BARS.length - 1, Math.floor((worst / top) * BARS.length))] ?? '';
    })
        .join('');
}
/** Neighbouring samples together, in at most `width` groups. */
function cellsOf(samples, width) {
    const size = Math.max(1, Math.ceil(samples.length / width));
    return Array.from({ length: Math.ceil(samples.length / size) }, (_, index) => samples.slice(index * size, (index + 1) * size));
}
/** The highest latency, in milliseconds; at least 1. */
const slowestOf = (samples) => samples.reduce((top, one) => Math.max(top, one.kind === 'check' ? (one.latencyMs ?? 0) : 0), 1);
function isBad(one) {
    switch (one.kind) {
        case 'check':
            return !one.ok;
        case 'count':
            return one.bad > 0;
        case 'assertion':
            return !one.holds;
        case 'alert':
            return one.firing;
    }
}
/** @param latencies ascending */
const quantile = (latencies, share) => latencies.length === 0
    ? null
    : Math.round(latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0);
function figuresOf(samples) {
    const latencies = samples
        .flatMap((one) => (one.kind === 'check' && one.ok && one.latencyMs !== undefined ? [one.latencyMs] : []))
        .sort((a, b) => a - b);
    return {
        samples: samples.length,
        bad: samples.filter(isBad).length,
        median: quantile(latencies, 0.5),
        p95: quantile(latencies, 0.95),
        events: samples.reduce((sum, one) => one.kind === 'count' ? { bad: (sum?.bad ?? 0) + one.bad, total: (sum?.total ?? 0) + one.total } : sum, null),
    };
}
/** "median 120 ms, p95 340 ms, 3 of 60 bad" */
function seriesText({ samples, errors }) {
    const { bad, median, p95 } = figuresOf(samples);
    return [
        ...(median === null ? [] : [`median ${median} ms, p95 ${p95} ms`]),
        `${bad} of ${samples.length} bad`,
        ...(errors.length === 0 ? [] : [`${errors.length} not answered`]),
    ].join(', ');
}
const levelText = ({ level, doubts }) => level === 'inconclusive' ? `inconclusive: ${doubtsText(doubts)}` : level;
function subjectOf({ deployment, elapsedMs }) {
    const seconds = Math.round(elapsedMs / 1000);
    return `${deployment ?? 'production'} after ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** Why the newest bad sample is bad, else why the newest tick has none; text of a service. */
const lastFailure = ({ samples, errors }) => {
    const bad = samples.filter(isBad).at(-1);
    const text = bad?.kind === 'check' ? bad.error : bad?.kind === 'assertion' || bad?.kind === 'alert' ? bad.detail : undefined;
    return text ?? errors.at(-1)?.message ?? null;
};
function criterionRow({ criterion, level, probes, decisive }) {
    const why = decisive === null ? (probes.length === 0 ? 'no probe' : '') : `${decisive.probe}: ${measureText(decisive)}`;
    return [criterion, level === 'not-watched' ? 'not watched' : level, why];
}
function nextOf({ next }) {
    return next.length === 0 ? [] : ['', 'What to do:', ...next.map((line) => `  ${line}`)];
}
/** For a terminal. */
function verdictText(shown) {
    const { verdict, series } = shown;
    const width = Math.max(...verdict.criteria.map(({ criterion }) => criterion.length));
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)([
        `Verdict on ${subjectOf(shown)}: ${verdictLine(verdict)}.`,
        ...(verdict.level === 'inconclusive' ? [`Why: ${doubtsText(verdict.doubts) || 'no probe is critical'}.`] : []),
        '',
        ...verdict.criteria.map((one) => {
            const [criterion = '', level = '', why = ''] = criterionRow(one);
            return `  ${criterion.padEnd(width)}  ${level.padEnd(12)}  ${why}`.trimEnd();
        }),
        '',
        ...series.flatMap((one) => {
            const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
            const why = lastFailure(one);
            return [
                `  ${one.probe.id} (${one.probe.area}${one.probe.critical ? ', critical' : ''}): ${judged === undefined ? '' : levelText(judged)}`,
                `    ${chartOf(one)}  ${seriesText(one)}`,
                ...(why === null ? [] : [`    last: ${why}`]),
            ];
        }),
        ...nextOf(shown),
    ]);
}
/** For a job summary. */
function verdictMarkdown(shown) {
    const { verdict, series } = shown;
    const mark = { healthy: '🟢', inconclusive: '⚪', watch: '🟡', mitigate: '🟠', 'roll-back': '🔴' }[verdict.level];
    return `${[
        `## ${mark} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(`Verdict: ${verdictLine(verdict)}`)}`,
        `Of ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(subjectOf(shown))}.`,
        ...(verdict.level === 'inconclusive'
            ? [`**Why:** ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(doubtsText(verdict.doubts) || 'no probe is critical')}.`]
            : []),
        ...(shown.next.length === 0 ? [] : [`### What to do`, (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', shown.next.join('\n'))]),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Criterion', 'Verdict', 'Evidence'], verdict.criteria.map(criterionRow)),
        '### Probes',
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', series.map((one) => `${one.probe.id}\n  ${chartOf(one)}\n  ${seriesText(one)}`).join('\n')),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Probe', 'Area', 'Critical', 'Verdict', 'Last failure'], series.map((one) => {
            const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
            return [
                one.probe.id,
                one.probe.area,
                one.probe.critical ? 'yes' : 'no',
                judged === undefined ? '' : levelText(judged),
                lastFailure(one) ?? '',
            ];
        })),
        'One cell is the worst of its samples, oldest first: the height is the latency, ✗ a failure, · nothing.',
    ].join('\n\n')}\n`;
}
/** A rule in words; an entry of the incident record holds only its name. */
const ruleText = (rule) => new Map(Object.entries(RULES)).get(rule) ?? rule;


/***/ }),

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ assertWritable),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   PJ: () => (/* binding */ isLink),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67217);





/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs in a commit. */
const OWN_FOLDER = '.rewind';
/** True for a symbolic link, also one that leads nowhere. */
const isLink = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
/**
 * Creates a folder and the folders above it. The recursive mkdir of Node never returns if a parent exists and refuses the
 * new folder with ENOENT, as /proc does. Git ignores a new folder `.rewind` and everything in it.
 *
 * @param mode of each new folder
 */
function makeFolder(path, mode = 0o777) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode });
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path) === OWN_FOLDER)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, '.gitignore'), '*\n');
    }
    catch (error) {
        const code = node_util__WEBPACK_IMPORTED_MODULE_3__.types.isNativeError(error) && 'code' in error ? error.code : undefined;
        if (code === 'EEXIST') {
            assertFolder(path);
            return;
        }
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        if (code !== 'ENOENT' || parent === path || isFolder(parent))
            throw error;
        makeFolder(parent, mode);
        makeFolder(path, mode);
    }
}
/** A broken link counts as existing for mkdir, and as missing for everything below it: the recursion would not end. */
function assertFolder(path) {
    if (isFolder(path))
        return;
    // Another run may have removed the folder since, and made it again.
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined || found.isDirectory())
        return;
    const why = `ENOTDIR: ${path} is a file, or a link that leads nowhere, not a folder`;
    throw Object.assign(new Error(why), { code: 'ENOTDIR' });
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** True if a path lies in a folder that exists. A link in the folder may lead out of it. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder), realPathOf(path));
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/** Links that lead to each other have no end. The limit is that of Linux. */
const MAX_LINKS = 40;
/** With the links resolved, also one to a file that does not exist yet. */
function realPathOf(path, links = MAX_LINKS) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (parent === path)
        return path;
    const real = `${realPathOf(parent, links)}${path.slice(parent === '/' ? 0 : parent.length)}`;
    const target = links === 0 ? null : targetOf(path);
    return target === null ? real : realPathOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real), target), links - 1);
}
/** Null if the path is no link. */
function targetOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path);
    }
    catch {
        return null;
    }
}
/** Writes a file that the user named with a flag, and its folder. @throws RewindError input-invalid, disk-full */
async function writeOutput(flag, path, text, mode = 0o666) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { mode });
    }
    catch (error) {
        throw unwritable(flag, path, error);
    }
}
/** Finds out early whether `writeOutput` can write a file. Changes no file. @throws RewindError input-invalid, disk-full */
async function assertWritable(flag, path) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        const isThere = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path);
        await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'a')).close();
        if (!isThere)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path);
    }
    catch (error) {
        throw unwritable(flag, path, error);
    }
}
/** The error for a path that the user named with a flag and that cannot be written. */
function unwritable(flag, path, error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
    if (known.code !== 'internal')
        return known;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('input-invalid', `--${flag}: ${path} could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
        remedy: `Name a path with --${flag} that this user can write.`,
        cause: error,
    });
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
  L4: () => (/* binding */ MOST_COMMITS),
  iB: () => (/* binding */ byFlag),
  RO: () => (/* binding */ pullsBetween),
  w0: () => (/* binding */ pullsOf),
  yB: () => (/* binding */ readMergeCommit),
  Xl: () => (/* binding */ readNamedFlags)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
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
/** Looks up at most this many commits, the newest. */
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
    throw new errors.RewindError('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
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
/**
 * Pull requests with commits after `base` (live again), up to `head` (rolled back).
 * @returns `unread`: why it may not be all of them, as a sentence; empty if it is
 * @throws HttpFailure
 */
async function pullsBetween(github, base, head) {
    const compared = await (0,compare/* compareCommits */.k)(github, base, head);
    if (compared === null) {
        const unread = `GitHub does not know ${base.slice(0, 7)} or ${head.slice(0, 7)}, so the pull requests between them are unknown.`;
        return { pulls: [], unread };
    }
    const { total, commits } = compared;
    const pulls = await pullsOf(github, commits.map(({ sha }) => sha));
    const unread = total > MOST_COMMITS ? `Only the newest ${MOST_COMMITS} of ${total} commits were looked up.` : '';
    return { pulls, unread };
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


/***/ }),

/***/ 30734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   BU: () => (/* binding */ ProbeFailure),
/* harmony export */   KM: () => (/* binding */ addPhases)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** Adds the parts of one more request. */
function addPhases(sum, part) {
    for (const [phase, ms] of Object.entries(part))
        sum[phase] = (sum[phase] ?? 0) + ms;
}
/** A request without a usable response. The message is ours: it holds no header, no body, and of
 * the text from outside only the host of a refused redirect. */
class ProbeFailure extends Error {
    kind;
    phases;
    name = 'ProbeFailure';
    constructor(kind, message, phases = {}) {
        super(message);
        this.kind = kind;
        this.phases = phases;
    }
}
const REASONS = [
    [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'the name of the host could not be resolved'],
    [/^ECONNREFUSED$/, 'the host refused the connection'],
    [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, 'the host broke the connection'],
    [/^(ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$/, 'the host is unreachable'],
    [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'the certificate has expired or is not valid yet'],
    [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'the certificate belongs to another host'],
    [/CERT|ISSUER|SELF_SIGNED|VERIFY/, 'the certificate is not trusted'],
    [/SSL|TLS|^EPROTO$/, 'TLS could not be established'],
    [/^HPE_HEADER_OVERFLOW$/, 'the headers are too large'],
    [/^HPE_/, 'the response is not HTTP'],
];
/** The reason in our words and the code of Node; never the message of Node, which repeats names from the certificate. */
function reasonOf(error) {
    const code = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'the request failed';
    return `${reason} (${code})`;
}


/***/ })

};
