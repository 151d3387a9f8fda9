export const id = 8455;
export const ids = [8455];
export const modules = {

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

/***/ 88455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  beginWatch: () => (/* binding */ beginWatch)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/goal.js
var engine_goal = __webpack_require__(98079);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/rollback-files.js
var rollback_files = __webpack_require__(28230);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/probes/baseline.js
var baseline = __webpack_require__(29504);
// EXTERNAL MODULE: ./lib/cli/served.js + 1 modules
var served = __webpack_require__(69100);
// EXTERNAL MODULE: ./lib/probes/prepare.js + 1 modules
var prepare = __webpack_require__(66910);
// EXTERNAL MODULE: ./lib/probes/probe.js
var probe = __webpack_require__(10377);
// EXTERNAL MODULE: ./lib/probes/rules.js + 1 modules
var rules = __webpack_require__(90263);
;// CONCATENATED MODULE: ./lib/probes/recovery.js



/**
 * The criteria of the watch after a rollback. A check of `security` that fails proves something here, although its failures
 * alone are by default no reason for a rollback.
 */
const recoveryCriteria = (criteria) => {
    const { security } = criteria['at-most'];
    return { ...criteria, 'at-most': { ...criteria['at-most'], security: security === 'watch' ? 'mitigate' : security } };
};
/**
 * What the watch after a rollback says of each area. An area is recovered when every probe that watches it is healthy. The
 * response time of every check belongs to the area `performance`. Pure.
 */
function recoveryOf(verdict, record) {
    const judged = record.plan.probes.flatMap(({ spec }) => {
        const one = verdict.probes.find(({ probe }) => probe === spec.id);
        return one === undefined ? [] : [{ spec, one }];
    });
    return probe/* AREAS */.xS.map((area) => {
        const found = judged.flatMap(({ spec, one }) => {
            const seen = seenBy(area, spec, one, record);
            return seen === null ? [] : [{ ...seen, probe: spec.id }];
        });
        const state = worst(found);
        const decisive = found.find((one) => one.state === state && one.measure !== null);
        return {
            area,
            state,
            probes: found.map(({ probe }) => probe),
            decisive: decisive?.measure == null ? null : { ...decisive.measure, probe: decisive.probe },
            doubts: state === 'inconclusive' ? [...new Set(found.flatMap(({ doubts }) => doubts))] : [],
        };
    });
}
/** The areas when nobody watched after the changes. @param specs without `kind` if the adapters could not be loaded */
function unwatchedAreas(specs) {
    return probe/* AREAS */.xS.map((area) => {
        const probes = specs.flatMap((one) => (watches(area, one) ? [one.id] : []));
        const none = { area, probes, decisive: null };
        return probes.length === 0
            ? { ...none, state: 'not-watched', doubts: [] }
            : { ...none, state: 'inconclusive', doubts: ['no-watch'] };
    });
}
/** Each check also measures a response time. */
const watches = (area, { kind, area: own }) => own === area || (area === 'performance' && kind === 'check');
function worst(found) {
    if (found.length === 0)
        return 'not-watched';
    const states = found.map(({ state }) => state);
    return states.includes('not-recovered')
        ? 'not-recovered'
        : states.includes('inconclusive')
            ? 'inconclusive'
            : 'recovered';
}
/** What a probe says of an area; null if it does not watch it. */
function seenBy(area, spec, one, record) {
    if (!watches(area, spec))
        return null;
    if (one.level === 'inconclusive')
        return { state: 'inconclusive', measure: null, doubts: one.doubts };
    const own = [...(one.raised === null ? [] : [one.raised.measure]), ...one.measures].filter((measure) => spec.area === 'performance' ? true : (measure.criterion === 'performance') === (area === 'performance'));
    const top = own.reduce((high, next) => ((0,rules/* levelOf */.In)(next.level) > rank(high) ? next : high), null);
    if (top !== null)
        return alarmBy(top, spec, one.doubts, record);
    const doubtful = area === 'performance' && spec.kind === 'check' && !isTimed(own, spec, record);
    return doubtful
        ? { state: 'inconclusive', measure: null, doubts: ['few-latencies'] }
        : { state: 'recovered', measure: null, doubts: [] };
}
const rank = (measure) => (0,rules/* levelOf */.In)(measure?.level ?? 'healthy');
/** True if enough response times were compared. A check that fails has none. */
function isTimed(measures, spec, record) {
    const { startedAt, criteria } = record.plan;
    const from = startedAt + criteria.latency['warm-up-seconds'] * 1000;
    const timed = samplesOf(spec, record).filter((one) => one.kind === 'check' && one.at >= from && one.ok && one.latencyMs !== undefined);
    return timed.length >= criteria.latency.tail.of && measures.some(({ criterion }) => criterion === 'performance');
}
function alarmBy(measure, spec, doubts, record) {
    if (measure.level === 'watch')
        return { state: 'inconclusive', measure, doubts: [...doubts, 'unusual'] };
    // The verdict `roll-back` never goes down again. After a rollback it may be the time that the system needed to settle.
    const isSettled = measure.criterion !== 'performance' && endsGood(samplesOf(spec, record), record);
    return isSettled
        ? { state: 'inconclusive', measure, doubts: [...doubts, 'settled'] }
        : { state: 'not-recovered', measure, doubts: [] };
}
const samplesOf = ({ id }, { ticks }) => ticks.flatMap(({ probe, samples }) => (probe === id ? samples : []));
function endsGood(samples, { plan }) {
    const wanted = plan.criteria['clean-samples'];
    const newest = samples.slice(-wanted);
    return newest.length === wanted && newest.every(isGood);
}
function isGood(one) {
    switch (one.kind) {
        case 'check':
            return !(0,baseline/* failedFirst */.Yk)(one);
        case 'count':
            return one.bad === 0 && one.total > 0;
        case 'assertion':
            return one.holds;
        case 'alert':
            return !one.firing;
    }
}

// EXTERNAL MODULE: ./lib/probes/run-probes.js
var run_probes = __webpack_require__(64388);
// EXTERNAL MODULE: ./lib/probes/verdict.js + 1 modules
var probes_verdict = __webpack_require__(88646);
// EXTERNAL MODULE: ./lib/report/verdict.js
var report_verdict = __webpack_require__(60975);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/commands/rollback/watch.js

















/** A watch may last so much longer, until each check has the samples that `healthy` needs. */
const EXTENSION = 1.2;
const PROGRESS_MS = 30_000;
/** Kept of each probe during the changes; more do not fit into a chart. */
const KEPT_SAMPLES = 2_000;
/** Begins at once, and does not wait for anything. */
function beginWatch(run) {
    const { context } = run.session;
    const stop = new AbortController();
    const listening = AbortSignal.any([context.signal, stop.signal]);
    // Each check in flight listens to it, and Node warns of a leak beyond ten listeners.
    (0,external_node_events_.setMaxListeners)(0, listening);
    const prepared = watch_prepare(run);
    const during = prepared
        .then((ready) => runDuring(run, ready, listening))
        .catch((error) => {
        context.log.warn(`The probes did not run during the changes: ${(0,errors/* asRewindError */.m2)(error).message}`);
        return [];
    });
    return {
        stop: () => stop.abort(),
        async conclude(unwatched) {
            stop.abort();
            const before = await during;
            try {
                const ready = await prepared;
                const specs = ready.probes.map(({ spec }) => spec);
                const none = { areas: unwatchedAreas(specs), minutes: 0, proof: null, series: paired(ready, before, []) };
                if (unwatched !== null)
                    return { ...none, unwatched };
                return await watchAfter(run, ready, before);
            }
            catch (error) {
                const { message } = (0,errors/* asRewindError */.m2)(error);
                context.log.warn(`Whether production has recovered is not known: the probes could not run: ${message}`);
                const areas = unwatchedAreas(run.project.config.probes);
                return { areas, minutes: 0, proof: null, series: [], unwatched: 'the probes could not run' };
            }
        },
    };
}
async function watch_prepare(run) {
    const [probes, baselines] = await Promise.all([(0,prepare/* loadProbes */.y)(run.project.config.probes), baselinesOf(run)]);
    return { probes, baselines: new Map(baselines.map((one) => [one.probe, one])) };
}
/**
 * The baseline of the snapshot that production returned to. An undo and a recovery go to a state that has none; they are
 * held to that of the snapshot of their rollback, from before the deploy.
 */
async function baselinesOf(run) {
    const { session, project, approved } = run;
    const { log, clock } = session.context;
    try {
        const of = approved.undoes ?? approved.recovers?.rollback ?? null;
        let found = run;
        if (found.manifest.baselines === undefined && of !== null) {
            const first = await (0,rollback_files/* readApprovedPlan */.h6)(project.store, approved.environment, of);
            const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, first?.snapshot ?? found.manifest.id, project.origin);
            found = { manifest, trust: await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, clock.now()) };
        }
        const { manifest, trust } = found;
        if (manifest.baselines === undefined) {
            log.warn(`Snapshot ${manifest.id} holds no baseline, so the probes cannot tell whether production has recovered.`);
            return [];
        }
        // A forged baseline would call a broken production recovered.
        if (trust.kind === 'unsigned' && project.signKeys.length > 0) {
            log.warn(`The baseline of snapshot ${manifest.id} is not used: ${trust.reason}.`);
            return [];
        }
        return manifest.baselines.map((one) => baseline/* probeBaseline */.Es.parse(one));
    }
    catch (error) {
        log.warn(`The baseline from before the deploy could not be read: ${(0,errors/* asRewindError */.m2)(error).message}`);
        return [];
    }
}
const neutralOf = ({ project }) => {
    const { neutral, 'allow-private': allowPrivate } = project.config.monitor;
    return { url: neutral, allowPrivate };
};
const factsOf = ({ baselines }) => new Map([...baselines].map(([id, one]) => [id, one.facts]));
/**
 * During the changes, only checks run. Other probes would take locks of a database that is being changed, or a part of the
 * rate limit of a service. Nothing here is judged: it is for the chart.
 */
async function runDuring(run, ready, signal) {
    const surroundings = {
        control: null,
        controlled: null,
        identity: null,
        neutral: neutralOf(run),
        facts: factsOf(ready),
    };
    const checks = ready.probes.filter(({ spec }) => spec.kind === 'check');
    if (checks.length === 0)
        return [];
    const { series } = await (0,run_probes/* runProbes */.j)(checks.map((one) => (0,prepare/* readyProbe */.I)(one, run.session.context, surroundings)), run.session.context, {
        durationMs: Number.POSITIVE_INFINITY,
        signal,
        onRun: ({ samples }) => {
            if (samples.length > KEPT_SAMPLES)
                samples.splice(0, samples.length - KEPT_SAMPLES);
            return false;
        },
    });
    return series;
}
function paired({ probes, baselines }, during, after) {
    return probes.map(({ spec }) => {
        const none = { probe: spec, samples: [], errors: [] };
        const of = (all) => all.find(({ probe }) => probe.id === spec.id) ?? none;
        return { before: baselines.get(spec.id) ?? null, during: of(during), after: of(after) };
    });
}
/** Watches production for the configured time, and says of each area whether it has recovered. */
async function watchAfter(run, ready, during) {
    const { session, project } = run;
    const { clock, log } = session.context;
    const { config } = project;
    const minutes = config.monitor['after-rollback-minutes'];
    const durationMs = Math.round(minutes * 60_000);
    log.info(`Watching production for ${minutes} min with ${(0,runtime_text/* plural */.LS)(ready.probes.length, 'probe')}: has it recovered?`);
    const deployment = await servedNow(run);
    const startedAt = clock.now().getTime();
    const watch = new probes_verdict/* Watch */.ox({
        startedAt,
        durationMs,
        deployment,
        criteria: recoveryCriteria(config.criteria),
        probes: ready.probes.map(({ spec, entry }) => ({
            spec,
            intervalMs: entry.every * 1000,
            baseline: ready.baselines.get(spec.id) ?? null,
        })),
    });
    const identity = deployment === null ? null : (0,served/* identityIn */.K)(session.context, project.resources);
    const surroundings = { control: null, controlled: null, identity, neutral: neutralOf(run), facts: factsOf(ready) };
    let shown = 0;
    const { series, endedAt, cancelled } = await (0,run_probes/* runProbes */.j)(ready.probes.map((one) => (0,prepare/* readyProbe */.I)(one, session.context, surroundings)), session.context, {
        durationMs: EXTENSION * durationMs,
        onRun({ probe }, tick, elapsedMs) {
            watch.take(probe.id, tick);
            const over = elapsedMs >= durationMs;
            if (!over && elapsedMs - shown < PROGRESS_MS)
                return false;
            shown = elapsedMs;
            const verdict = watch.verdict(startedAt + Math.round(elapsedMs));
            if (over)
                return !verdict.probes.some(({ doubts }) => doubts.includes('few-samples'));
            const nearest = (0,report_verdict/* decisiveOf */.O3)(verdict);
            log.info(`${Math.round(elapsedMs / 1000)} s of ${Math.round(durationMs / 1000)} s${nearest === null ? '' : `: ${nearest}`}`);
            return false;
        },
    });
    const at = cancelled ? endedAt : Math.max(endedAt, startedAt + durationMs);
    const [verdict, record] = [watch.verdict(at), watch.record(at)];
    const areas = recoveryOf(verdict, record);
    return { areas, minutes, unwatched: null, series: paired(ready, during, series), proof: { verdict, record } };
}
/** Id of the deployment that the plan switched production to; null: it switched none, or it is unknown. */
async function servedNow({ session, approved, resources, manifest }) {
    // A rebuild has an id of its own.
    if (approved.changes.some(({ deploys }) => deploys === true))
        return null;
    const change = approved.changes.find(({ stage }) => stage === 'deployment');
    const resource = resources.find(({ id }) => id === change?.resource);
    const captured = manifest.resources.find(({ id }) => id === change?.resource);
    if (resource === undefined || captured === undefined)
        return null;
    try {
        const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
        const goal = await (0,engine_goal/* goalOf */.Z)(resource, saved, approved.recovers, (0,create_context/* forSnapshot */.C)(session.context, manifest));
        return (0,provider/* describeState */.Jw)(resource.provider, goal).deployment ?? null;
    }
    catch {
        // Samples of another deployment then count too.
        return null;
    }
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
