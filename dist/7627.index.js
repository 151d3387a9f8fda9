export const id = 7627;
export const ids = [7627];
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
// EXTERNAL MODULE: ./lib/runtime/http.js + 3 modules
var http = __webpack_require__(91688);
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
            if (!(error instanceof http/* HttpFailure */.HR))
                throw error;
            ctx.log.debug(`which deployment ${host} serves could not be read: ${error.message}`);
            return null;
        }
    }
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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

/***/ 29504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   C2: () => (/* binding */ controlWorks),
/* harmony export */   Es: () => (/* binding */ probeBaseline),
/* harmony export */   Yk: () => (/* binding */ failedFirst),
/* harmony export */   iE: () => (/* binding */ isBlind),
/* harmony export */   lS: () => (/* binding */ isLate)
/* harmony export */ });
/* unused harmony export FEWEST_SAMPLES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10377);
/* harmony import */ var _statistics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17052);



/** With fewer samples, a baseline says nothing. */
const FEWEST_SAMPLES = 24;
/** How a probe behaved before the deploy. It holds what was seen; `limitsOf` draws the conclusions. */
const probeBaseline = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    probe: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .SAMPLE_KINDS */ .xF),
    /** Samples that count. */
    samples: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    /** Checks whose first attempt failed, false assertions, firing alerts; of `count`, 0. */
    failures: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    /** Milliseconds of the checks that succeeded, ascending, to a tenth. */
    latencies: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative()),
    /** How much the latency of a check depends on that of the check before it, 0 … 0.95; 0 if it may be chance. */
    correlation: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(0.95),
    /** Of `count`: the same hours of the last days. */
    windows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ms: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
        bad: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
        total: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    })),
    /**
     * Checks that the immutable address of the same deployment answered too, and those in which it failed while production
     * was good: with a wrong bypass secret it always fails, and would excuse every deploy.
     */
    control: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ asked: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(), failed: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative() }),
    /** What the adapter compares later runs with, e.g. the checksum of an asset. */
    facts: _probe_js__WEBPACK_IMPORTED_MODULE_0__/* .probeRun */ .ej.shape.facts,
});
/** True if we were the ones who saw badly: without network, or behind our own clock. */
const isBlind = (one, intervalMs) => (one.kind === 'check' && one.neutral?.ok === false) || isLate(one, intervalMs);
/** A tick that begins later than half its interval says more of our runner than of production. */
const isLate = (one, intervalMs) => (one.lateMs ?? 0) > Math.max(1000, intervalMs / 2);
/** True if the first attempt failed. A second attempt that succeeds does not change what a user would have met. */
const failedFirst = (one) => !one.ok || one.retried === true;
/** What a series from before the deploy tells. @param intervalMs of the probe's ticks */
function baselineOf({ probe, samples }, intervalMs) {
    const counted = samples.filter((one) => !isBlind(one, intervalMs));
    const checks = counted.filter((one) => one.kind === 'check');
    const latencies = counted.flatMap((one) => one.kind === 'check' && one.ok && one.latencyMs !== undefined ? [Math.round(one.latencyMs * 10) / 10] : []);
    return {
        probe: probe.id,
        kind: probe.kind,
        samples: counted.length,
        failures: counted.filter((one) => (one.kind === 'check' && failedFirst(one)) ||
            (one.kind === 'assertion' && !one.holds) ||
            (one.kind === 'alert' && one.firing)).length,
        latencies: [...latencies].sort((a, b) => a - b),
        correlation: correlationOf(latencies.map((value) => Math.log(value + 1))),
        control: {
            asked: checks.filter(({ ok, control }) => ok && control !== undefined).length,
            failed: checks.filter(({ ok, control }) => ok && control?.ok === false).length,
        },
        windows: counted.flatMap((one) => one.kind === 'count' ? [{ ms: one.at - one.from, bad: one.bad, total: one.total }] : []),
    };
}
/** True if the previous deployment, asked at its immutable address, answers as production does. */
const controlWorks = ({ control }) => control.asked > 0 && control.failed <= control.asked / 2;
/** What a probe is held to. Without a baseline it cannot be judged. */
function limitsOf(spec, baseline, criteria) {
    const none = { refused: null, short: false, failures: criteria.failures.highest, slow: [], eventsPerMs: 0 };
    if (baseline === null || baseline.samples === 0)
        return { ...none, refused: 'no-baseline', short: true };
    if (spec.kind === 'assertion' || spec.kind === 'alert') {
        return { ...none, refused: baseline.failures > 0 ? 'fails-on-baseline' : null };
    }
    return spec.kind === 'check' ? checkLimits(spec, baseline, criteria) : countLimits(baseline, criteria);
}
function checkLimits(spec, baseline, criteria) {
    const { samples, failures, latencies } = baseline;
    const { lowest, highest } = criteria.failures;
    const fails = failures > samples * highest;
    const few = samples < FEWEST_SAMPLES;
    return {
        refused: fails ? 'fails-on-baseline' : few ? 'no-baseline' : null,
        short: samples < criteria['baseline-samples'],
        failures: Math.min(highest, Math.max(lowest, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .upperRate */ .hG)(failures, samples))),
        slow: latencies.length < FEWEST_SAMPLES ? [] : slowLimits(spec, baseline, criteria),
        eventsPerMs: 0,
    };
}
/**
 * The normal rates hold for every distribution of latency: whatever lies above an order statistic has a probability that
 * follows a Beta distribution of the rank alone. Its upper bound of 95 % is taken. Samples that depend on each other say as
 * much as fewer samples that do not.
 */
function slowLimits(spec, { latencies: sorted, correlation }, { latency }) {
    const n = sorted.length;
    const worth = (1 - correlation) / (1 + correlation);
    const limit = (rule, quantile) => {
        const { factor, 'add-ms': add } = rule === 'slow-tail' ? latency.tail : latency.body;
        const value = (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .orderStatistic */ .vu)(sorted, quantile);
        const rank = (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .rankOf */ .IQ)(quantile, n);
        return {
            rule,
            aboveMs: Math.max(value * factor, value + add),
            p0: (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .betaQuantile */ .O9)(0.95, (n - rank + 1) * worth, rank * worth),
        };
    };
    const limits = [limit('slow-tail', 0.95), limit('slow-body', 0.5)];
    if (spec.limitMs === undefined)
        return limits;
    const above = sorted.filter((value) => value > (spec.limitMs ?? 0)).length;
    return [...limits, { rule: 'slow-limit', aboveMs: spec.limitMs, p0: Math.min(0.99, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .upperRate */ .hG)(above, n)) }];
}
/** Correlation of each value with the next one. */
function correlationOf(values) {
    const n = values.length;
    if (n < FEWEST_SAMPLES)
        return 0;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const pairs = values
        .slice(1)
        .reduce((sum, value, index) => sum + (value - mean) * ((values[index] ?? mean) - mean), 0);
    const found = variance === 0 ? 0 : pairs / variance;
    return found < 2 / Math.sqrt(n) ? 0 : Math.min(0.95, found);
}
/**
 * Counts vary from day to day by more than chance. So the normal rate of failures is the rate of all windows, or that of the
 * worst tenth if it is higher; and the events that are sure to come are half of those of the quietest window.
 */
function countLimits({ windows }, criteria) {
    const bad = windows.reduce((sum, one) => sum + one.bad, 0);
    const total = windows.reduce((sum, one) => sum + one.total, 0);
    const ms = windows.reduce((sum, one) => sum + one.ms, 0);
    const rates = windows.filter((one) => one.total >= 20).map((one) => one.bad / one.total);
    rates.sort((a, b) => a - b);
    const worst = rates.length === 0 ? 0 : (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .orderStatistic */ .vu)(rates, 0.9);
    const quietest = Math.min(...windows.map((one) => (one.ms === 0 ? 0 : one.total / one.ms)));
    return {
        refused: total > 0 && bad > total / 2 ? 'fails-on-baseline' : total < FEWEST_SAMPLES ? 'no-baseline' : null,
        short: false,
        failures: Math.min(0.9, Math.max(criteria.failures.lowest, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .upperRate */ .hG)(bad, total), worst)),
        slow: [],
        eventsPerMs: ms === 0 ? 0 : Math.min(quietest, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .lowerCount */ .Pp)(total) / ms) / 2,
    };
}


/***/ }),

/***/ 8060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ loadAdapter),
  r: () => (/* binding */ specOf)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
        throw new errors/* RewindError */.Ir('internal', `No adapter of probes is registered as "${id}".`);
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

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/probes/load.js + 1 modules
var load = __webpack_require__(8060);
// EXTERNAL MODULE: ./lib/services/probe-http/failure.js
var failure = __webpack_require__(30734);
;// CONCATENATED MODULE: ./lib/probes/neutral.js

/**
 * Does a target answer that has nothing to do with production? If not, Rewind is the one without network. Any response
 * counts, whatever its status. Null: the request was stopped, so nobody knows.
 */
async function answers({ url, allowPrivate }, ctx, signal) {
    const { send } = await Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(7503)]).then(__webpack_require__.bind(__webpack_require__, 17503));
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
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

/***/ 17052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   Ik: () => (/* binding */ betaCdf),
/* harmony export */   O9: () => (/* binding */ betaQuantile),
/* harmony export */   Pi: () => (/* binding */ mannWhitney),
/* harmony export */   Pp: () => (/* binding */ lowerCount),
/* harmony export */   hG: () => (/* binding */ upperRate),
/* harmony export */   l_: () => (/* binding */ lnBeta),
/* harmony export */   vu: () => (/* binding */ orderStatistic)
/* harmony export */ });
/* unused harmony exports lnGamma, normalUpper */
/** The functions of statistics that the verdict needs, held to SciPy by tests to 1e-9. Pure. */
// Read once: the loops below run thousands of times a second, and tests run in a context where globals are slow.
const { abs, ceil, exp, log, log1p, max, sqrt } = Math;
/** Natural logarithm of the gamma function, x > 0. Stirling's series, after the recursion to x ≥ 15. */
function lnGamma(x) {
    let shift = 1;
    let y = x;
    while (y < 15) {
        shift *= y;
        y += 1;
    }
    const z = 1 / (y * y);
    const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / y;
    return (y - 0.5) * log(y) - y + 0.5 * log(2 * Math.PI) + series - log(shift);
}
/** Natural logarithm of the beta function. */
const lnBeta = (a, b) => lnGamma(a) + lnGamma(b) - lnGamma(a + b);
/** Distribution function of Beta(a, b) at x: the regularized incomplete beta function. */
function betaCdf(x, a, b) {
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const front = exp(a * log(x) + b * log1p(-x) - lnBeta(a, b));
    // The continued fraction converges fast on this side of the mean only.
    return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}
/** Lentz's method. It needs about √max(a, b) steps. */
function betaFraction(x, a, b) {
    const tiny = 1e-300;
    const away = (value) => (abs(value) < tiny ? tiny : value);
    let c = 1;
    let d = 1 / away(1 - ((a + b) * x) / (a + 1));
    let sum = d;
    for (let m = 1; m <= 10_000; m += 1) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        sum *= c * d;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        const factor = c * d;
        sum *= factor;
        if (abs(factor - 1) < 1e-15)
            break;
    }
    return sum;
}
/** The x at which Beta(a, b) has the probability p below it. By bisection: it is needed a few times a watch. */
function betaQuantile(p, a, b) {
    let low = 0;
    let high = 1;
    for (let step = 0; step < 60; step += 1) {
        const middle = (low + high) / 2;
        if (betaCdf(middle, a, b) < p)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
/** Upper bound of a rate after k of n, by Clopper and Pearson. 1 if nothing is known. */
const upperRate = (k, n, confidence = 0.95) => k >= n ? 1 : betaQuantile(confidence, k + 1, n - k);
/** Lower bound of the mean of a Poisson count, by Byar: below the exact one, by less than 1 % from 3 events on. */
function lowerCount(events) {
    if (events === 0)
        return 0;
    const z = 1.6448536269514722;
    return events * max(0, 1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3;
}
/** P(Z > z) of the standard normal distribution. */
function normalUpper(z) {
    if (z < 0)
        return 1 - normalUpper(-z);
    const density = exp((-z * z) / 2) / sqrt(2 * Math.PI);
    if (z > 3) {
        let fraction = z;
        for (let level = 100; level >= 1; level -= 1)
            fraction = z + level / fraction;
        return density / fraction;
    }
    let term = z;
    let sum = z;
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
        term *= (z * z) / odd;
        sum += term;
    }
    return 0.5 - density * sum;
}
/**
 * Mann–Whitney, one-sided: the probability that `later` lies above `earlier` by chance as far as it does. The normal
 * approximation with the corrections for ties and for continuity; 1 if the values do not differ at all.
 */
function mannWhitney(later, earlier) {
    const all = [...later.map((value) => ({ value, mine: true })), ...earlier.map((value) => ({ value, mine: false }))];
    all.sort((a, b) => a.value - b.value);
    const n = all.length;
    let ranks = 0;
    let ties = 0;
    for (let start = 0, end = 0; start < n; start = end) {
        while (end < n && all[end]?.value === all[start]?.value)
            end += 1;
        const size = end - start;
        ties += size ** 3 - size;
        for (let index = start; index < end; index += 1)
            if (all[index]?.mine === true)
                ranks += (start + end + 1) / 2;
    }
    const pairs = later.length * earlier.length;
    const variance = (pairs / 12) * (n + 1 - ties / (n * (n - 1)));
    if (!(variance > 0))
        return 1;
    const above = ranks - (later.length * (later.length + 1)) / 2;
    return normalUpper((above - pairs / 2 - 0.5) / sqrt(variance));
}
/** Rank (from 1) of the order statistic that stands for a quantile of n values. */
const rankOf = (quantile, n) => max(1, ceil(quantile * n - 1e-9));
/** The value of that rank. @param sorted at least one, ascending */
const orderStatistic = (sorted, quantile) => sorted[rankOf(quantile, sorted.length) - 1] ?? Number.NaN;


/***/ })

};
