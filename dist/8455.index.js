export const id = 8455;
export const ids = [8455];
export const modules = {

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
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
    log.info(`Watching production for ${minutes} min with ${ready.probes.length} probe(s): has it recovered?`);
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
        const goal = await (0,live_plan/* goalOf */.ZZ)(resource, saved, approved.recovers, (0,create_context/* forSnapshot */.C)(session.context, manifest));
        return (0,provider/* describeState */.Jw)(resource.provider, goal).deployment ?? null;
    }
    catch {
        // Samples of another deployment then count too.
        return null;
    }
}


/***/ })

};
