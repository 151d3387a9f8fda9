export const id = 8646;
export const ids = [8646];
export const modules = {

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

/***/ 26090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ criteriaConfig),
/* harmony export */   Nk: () => (/* binding */ criterionOf),
/* harmony export */   Pu: () => (/* binding */ ALARMS),
/* harmony export */   wf: () => (/* binding */ CRITERIA)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** What the runbook decides by. */
const CRITERIA = ['critical-functionality', 'data-integrity', 'security', 'performance', 'payments'];
/** What a finding asks for, in ascending order. */
const ALARMS = ['watch', 'mitigate', 'roll-back'];
const alarm = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ALARMS);
const risk = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(0.5);
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().min(1).max(1000);
const slowness = (factor, add, of, share) => zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    factor: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(1).max(100).default(factor).describe('Slow: this many times the baseline …'),
    'add-ms': zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(60_000).default(add).describe('… and at least this many milliseconds above it.'),
    of: count.default(of).describe('Number of newest samples to look at.'),
    share: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(1).default(share).describe('Share of them that must be slow.'),
})
    .prefault({});
const recent = (failures, of) => zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    failures: count.default(failures).describe('Number of failures among the newest samples.'),
    of: count.default(of).describe('Number of newest samples to look at.'),
})
    .refine((one) => one.failures <= one.of, { path: ['failures'], message: 'must not be above "of"' })
    .prefault({});
/** The section `criteria` of rewind.yml. The defaults are those that bench/verdict.ts measures. */
const criteriaConfig = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    'at-most': zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        'critical-functionality': alarm.default('roll-back').describe('Checks that fail.'),
        'data-integrity': alarm.default('roll-back').describe('Assertions about data that are false.'),
        security: alarm.default('watch').describe('Alerts of security.'),
        performance: alarm.default('mitigate').describe('Checks that are slow.'),
        payments: alarm.default('roll-back').describe('Payments that fail or stop.'),
    })
        .prefault({})
        .describe('The highest verdict that each criterion may lead to.'),
    'false-alarms': zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        'roll-back': risk.default(0.001).describe('roll-back because of failures.'),
        mitigate: risk.default(0.01).describe('mitigate because of failures or silence.'),
        watch: risk.default(0.2).describe('watch because of failures.'),
        slow: risk.default(0.001).describe('mitigate because of latency.'),
        'slow-watch': risk.default(0.1).describe('watch because of latency.'),
    })
        .prefault({})
        .describe('Probability of a false verdict in one watch, for each probe. Probes beyond the tenth share it.'),
    failures: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        lowest: risk.default(0.01).describe('A failure rate up to this one is always normal.'),
        highest: risk
            .default(0.05)
            .describe('A failure rate above this one is never normal; the baseline of a check must be below it.'),
        'roll-back': recent(3, 6),
        mitigate: recent(3, 24),
    })
        .refine((one) => one.lowest <= one.highest, { path: ['lowest'], message: 'must not be above "highest"' })
        .prefault({})
        .describe('Which failure rate is normal, and which failures must be recent.'),
    latency: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        'warm-up-seconds': zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
            .int()
            .min(0)
            .max(3600)
            .default(60)
            .describe('Latency does not count for this time after the start of the watch.'),
        tail: slowness(1.5, 100, 24, 0.2).describe('A few slow checks: against the 95th percentile of the baseline.'),
        body: slowness(1.3, 50, 12, 0.75).describe('Most checks slow: against the median of the baseline.'),
    })
        .prefault({})
        .describe('Which latency is slow.'),
    'baseline-samples': zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .int()
        .min(24)
        .max(10_000)
        .default(60)
        .describe('With fewer samples in the baseline of a check, the verdict is neither healthy nor roll-back.'),
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        .int()
        .min(60)
        .max(100_000)
        .default(60)
        .describe('Number of samples of each critical check that the verdict healthy needs.'),
    'clean-samples': count.default(24).describe('Number of good samples in a row after which a verdict goes down.'),
})
    .prefault({})
    .describe('When a deploy counts as bad.');
/** The criterion that the failures of a probe belong to. Slowness always belongs to `performance`. */
function criterionOf({ kind, area }) {
    if (kind === 'assertion' || area === 'data')
        return 'data-integrity';
    return area === 'payments' || area === 'security' ? area : 'critical-functionality';
}


/***/ }),

/***/ 90263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dR: () => (/* binding */ FailureRule),
  A_: () => (/* binding */ LEVELS),
  qb: () => (/* binding */ SilenceRule),
  wc: () => (/* binding */ SlowRule),
  oB: () => (/* binding */ StateRule),
  uo: () => (/* binding */ capped),
  In: () => (/* binding */ levelOf)
});

// UNUSED EXPORTS: RULES

// EXTERNAL MODULE: ./lib/probes/criteria.js
var probes_criteria = __webpack_require__(26090);
// EXTERNAL MODULE: ./lib/probes/statistics.js
var statistics = __webpack_require__(17052);
;// CONCATENATED MODULE: ./lib/probes/evidence.js

// Read once: see statistics.ts.
const { ceil, exp, floor, log, log1p, max, min } = Math;
const NONE = -Infinity;
/** Samples of an epoch of the latency rules. */
const EPOCH = 60;
/** The newest starts are all kept; of older ones, this many for each doubling of the age. */
const STARTS = 64;
/**
 * Evidence that the rate of bad samples is above p0, as the natural logarithm of E: how much better any rate above p0
 * (weighed by Jeffreys' prior, cut off at p0) explains `bad` of `total` than p0 does. -Infinity if bad ≤ total · p0.
 *
 * While the rate is at most p0, E is a supermartingale that begins at 1, so P(E ever ≥ 1/α) ≤ α at any number of looks.
 * The cut below total · p0 only lowers E; it also keeps the subtraction below from cancelling.
 */
function evidenceAbove(p0) {
    const prior = (0,statistics/* lnBeta */.l_)(0.5, 0.5) + log1p(-(0,statistics/* betaCdf */.Ik)(p0, 0.5, 0.5));
    const [lnBad, lnGood] = [log(p0), log1p(-p0)];
    return (bad, total) => {
        if (bad <= total * p0)
            return NONE;
        const [a, b] = [0.5 + bad, 0.5 + total - bad];
        return (0,statistics/* lnBeta */.l_)(a, b) + log1p(-(0,statistics/* betaCdf */.Ik)(p0, a, b)) - prior - bad * lnBad - (total - bad) * lnGood;
    };
}
/** Bad events among all, tick by tick. Sums over any stretch take one subtraction. */
class Tally {
    #bad = [0];
    #total = [0];
    /** One tick: a check pushes (0 or 1, 1), an interval its events. */
    push(bad, total = 1) {
        this.#bad.push((this.#bad.at(-1) ?? 0) + bad);
        this.#total.push((this.#total.at(-1) ?? 0) + total);
    }
    get ticks() {
        return this.#bad.length - 1;
    }
    /** Sums from a tick (0 is the first one) to now. */
    since(tick) {
        const start = max(0, tick);
        return {
            bad: (this.#bad.at(-1) ?? 0) - (this.#bad[start] ?? 0),
            total: (this.#total.at(-1) ?? 0) - (this.#total[start] ?? 0),
        };
    }
    /** Sums of the newest ticks. */
    last(ticks) {
        return this.since(this.ticks - ticks);
    }
}
/**
 * Evidence of a change at an unknown tick, by Shiryaev and Roberts: the sum of E since each start. While the rate is at
 * most p0, P(sum ever ≥ planned/α) ≤ α: the sum, plus 1 for each start that is still to come, is a supermartingale that
 * begins at `planned`.
 *
 * Only some starts are summed, about 32 for each doubling of their age, so that a tick takes O(log n). The sum over some
 * starts is at most the sum over all, so the bound holds. The nearest start lies at most 1/16 of its age from a change.
 *
 * @param planned ticks of the whole watch; later ticks are no starts
 */
function evidenceOfChange(tally, evidence, planned) {
    if (tally.since(0).bad === 0)
        return bestOf([], tally);
    const terms = startsOf(tally.ticks, planned)
        .map((since) => termSince(tally, evidence, since))
        .filter(({ ln }) => ln !== NONE);
    const best = bestOf(terms, tally);
    const sum = terms.reduce((total, { ln }) => total + exp(ln - best.ln), 0);
    return { ...best, ln: terms.length === 0 ? NONE : best.ln + log(sum) };
}
/** The starts that are summed at a tick, newest first. */
function startsOf(ticks, planned) {
    const starts = [];
    let spacing = 1;
    for (let start = ticks - 1; start >= 0; start -= spacing) {
        while (ticks - start > STARTS * spacing)
            spacing *= 2;
        start -= start % spacing;
        if (start < planned)
            starts.push(start);
    }
    return starts;
}
/**
 * Evidence of a lasting rate above p0: the larger E since the first tick and since the beginning of the newest epoch of 60
 * ticks. P(ever ≥ (epochs + 1)/α) ≤ α. It is slower than `evidenceOfChange`, and is not misled by short waves, which
 * latency has.
 */
function evidenceOfLevel(tally, evidence, planned) {
    const epoch = min(ceil(planned / EPOCH) - 1, floor(max(0, tally.ticks - 1) / EPOCH));
    const starts = [0, max(0, epoch) * EPOCH];
    return bestOf(starts.map((since) => termSince(tally, evidence, since)), tally);
}
/** What `evidenceOfLevel` must reach, as a natural logarithm. */
const levelThreshold = (planned, risk) => log((max(1, ceil(planned / EPOCH)) + 1) / risk);
/** What `evidenceOfChange` must reach. */
const changeThreshold = (planned, risk) => log(max(1, planned) / risk);
function termSince(tally, evidence, since) {
    const sum = tally.since(since);
    return { ...sum, since, ln: evidence(sum.bad, sum.total) };
}
const bestOf = (terms, tally) => terms.reduce((best, term) => (term.ln > best.ln ? term : best), { ...tally.since(0), since: 0, ln: NONE });

;// CONCATENATED MODULE: ./lib/probes/rules.js


/**
 * What led to a level. `unknown-deployment`: failures while nobody can read which deployment is served. `in-a-row`: two
 * failures after each other. `slower-at-end`: one comparison when time is over.
 */
const RULES = (/* unused pure expression or super */ null && ([
    'failures',
    'unknown-deployment',
    'in-a-row',
    'slow-tail',
    'slow-body',
    'slow-limit',
    'silence',
    'assertion',
    'alert',
    'slower-at-end',
]));
const LEVELS = ['healthy', ...probes_criteria/* ALARMS */.Pu];
const levelOf = (level) => LEVELS.indexOf(level);
/** Bad samples, and those that only the watched deployment had. */
class Pair {
    all = new Tally();
    own = new Tally();
    push(bad, total, shared) {
        this.all.push(bad, total);
        this.own.push(shared ? 0 : bad, total);
    }
    /** True if the control had at least half of the recent failures too. It may excuse the deploy, it never accuses it. */
    shared(ticks) {
        const [all, own] = [this.all.last(ticks).bad, this.own.last(ticks).bad];
        return all > 0 && (all - own) * 2 >= all;
    }
}
/** Failures of checks or of counted events. */
class FailureRule {
    #pair = new Pair();
    /** Failures whose repetition failed too. */
    #confirmed = new Tally();
    #evidence;
    #context;
    constructor(context) {
        this.#context = context;
        this.#evidence = evidenceAbove(context.limits.failures);
    }
    /**
     * @param shared the previous deployment fails too
     * @param confirmed the failure was repeated, or is a count
     */
    push(bad, total, shared, confirmed) {
        this.#pair.push(bad, total, shared);
        this.#confirmed.push(confirmed ? bad : 0, total);
    }
    measures() {
        const { spec, limits, criteria, planned, share } = this.#context;
        const risks = criteria['false-alarms'];
        const { 'roll-back': back, mitigate } = criteria.failures;
        const thresholds = {
            watch: changeThreshold(planned, risks.watch * share.all),
            mitigate: changeThreshold(planned, risks.mitigate * share.all),
            'roll-back': changeThreshold(planned, risks['roll-back'] * share.critical),
        };
        const all = evidenceOfChange(this.#pair.all, this.#evidence, planned);
        const shared = this.#pair.shared(mitigate.of);
        // Without shared failures, the evidence against the deploy is the same.
        const own = () => this.#pair.own.since(0).bad === this.#pair.all.since(0).bad
            ? all.ln
            : evidenceOfChange(this.#pair.own, this.#evidence, planned).ln;
        const reached = () => {
            if (all.ln >= thresholds['roll-back'] &&
                this.#pair.own.last(back.of).bad >= back.failures &&
                this.#confirmed.last(mitigate.of).bad > 0 &&
                own() >= thresholds['roll-back']) {
                return 'roll-back';
            }
            if (all.ln >= thresholds.mitigate && this.#pair.all.last(mitigate.of).bad >= mitigate.failures)
                return 'mitigate';
            return all.ln >= thresholds.watch ? 'watch' : 'healthy';
        };
        const criterion = (0,probes_criteria/* criterionOf */.Nk)(spec);
        const measure = {
            ...of(all),
            rule: 'failures',
            criterion,
            level: reached(),
            p0: limits.failures,
            thresholds,
            recent: this.#pair.all.last(mitigate.of),
            shared,
        };
        const row = this.#pair.all.last(2);
        if (spec.kind !== 'check' || row.bad < 2)
            return [measure];
        const since = this.#pair.all.ticks - 2;
        const two = { p0: null, evidence: null, thresholds: {}, recent: row, since, shared };
        return [measure, { ...two, ...row, rule: 'in-a-row', criterion, level: 'watch' }];
    }
}
/** Checks that succeed, but are slower than a limit. */
class SlowRule {
    #pair = new Pair();
    #evidence;
    #context;
    limit;
    constructor(context, limit) {
        this.#context = context;
        this.limit = limit;
        this.#evidence = evidenceAbove(limit.p0);
    }
    push(latencyMs, control) {
        const slow = latencyMs > this.limit.aboveMs;
        this.#pair.push(slow ? 1 : 0, 1, slow && control !== undefined && control > this.limit.aboveMs);
    }
    measures() {
        const { criteria, planned, share } = this.#context;
        const risks = criteria['false-alarms'];
        const { of: size, share: part } = this.limit.rule === 'slow-body' ? criteria.latency.body : criteria.latency.tail;
        const slow = levelThreshold(planned, risks.slow * share.all);
        const thresholds = {
            watch: levelThreshold(planned, risks['slow-watch'] * share.all),
            mitigate: slow,
            'roll-back': levelThreshold(planned, risks.slow * share.critical),
        };
        const enough = (tally) => tally.ticks >= 0.8 * size && tally.last(size).bad >= part * size;
        const all = evidenceOfLevel(this.#pair.all, this.#evidence, planned);
        const reached = () => {
            if (all.ln >= slow && enough(this.#pair.all)) {
                const own = evidenceOfLevel(this.#pair.own, this.#evidence, planned).ln;
                return own >= thresholds['roll-back'] && enough(this.#pair.own) ? 'roll-back' : 'mitigate';
            }
            return all.ln >= thresholds.watch ? 'watch' : 'healthy';
        };
        return [
            {
                ...of(all),
                rule: this.limit.rule,
                criterion: 'performance',
                level: reached(),
                p0: this.limit.p0,
                thresholds,
                recent: this.#pair.all.last(size),
                shared: this.#pair.shared(size),
            },
        ];
    }
}
/** No event at all, although some were sure to come. */
class SilenceRule {
    #silentMs = 0;
    #ticks = 0;
    #context;
    constructor(context) {
        this.#context = context;
    }
    push(total, ms) {
        this.#silentMs = total === 0 ? this.#silentMs + ms : 0;
        this.#ticks = total === 0 ? this.#ticks + 1 : 0;
    }
    measures(tick) {
        const { spec, limits, criteria, planned, share } = this.#context;
        if (limits.eventsPerMs === 0)
            return [];
        // P(no event in a given stretch) = exp(-expected); a watch has at most `planned` stretches. 7: never above 0.1 % each.
        const threshold = Math.max(7, changeThreshold(planned, criteria['false-alarms'].mitigate * share.all));
        const expected = limits.eventsPerMs * this.#silentMs;
        const sum = { bad: this.#ticks, total: this.#ticks };
        return [
            {
                ...sum,
                rule: 'silence',
                criterion: (0,probes_criteria/* criterionOf */.Nk)(spec),
                level: expected >= threshold ? 'mitigate' : 'healthy',
                p0: null,
                evidence: expected,
                thresholds: { mitigate: threshold },
                recent: sum,
                since: tick - this.#ticks,
                shared: false,
            },
        ];
    }
}
/** False twice in a row: roll back. Once: watch. An alert that fires is one more thing to look at. */
class StateRule {
    #tally = new Tally();
    #context;
    constructor(context) {
        this.#context = context;
    }
    push(bad) {
        this.#tally.push(bad ? 1 : 0);
    }
    measures() {
        const { spec } = this.#context;
        const [one, two] = [this.#tally.last(1), this.#tally.last(2)];
        const assertion = spec.kind === 'assertion';
        return [
            {
                ...this.#tally.since(0),
                rule: assertion ? 'assertion' : 'alert',
                criterion: (0,probes_criteria/* criterionOf */.Nk)(spec),
                level: one.bad === 0 ? 'healthy' : assertion && two.bad === 2 ? 'roll-back' : 'watch',
                p0: null,
                evidence: null,
                thresholds: {},
                recent: two,
                since: 0,
                shared: false,
            },
        ];
    }
}
const of = ({ bad, total, ln, since }) => ({ bad, total, since, evidence: ln === -Infinity ? null : ln });
/** The measure within what the configuration allows: by criterion, and only a critical probe rolls back. */
function capped(measure, { spec, limits, criteria }) {
    const caps = [criteria['at-most'][measure.criterion]];
    if (!spec.critical || limits.short)
        caps.push('mitigate');
    if (limits.refused !== null)
        caps.push('watch');
    const most = Math.min(...caps.map(levelOf), levelOf(measure.level));
    return { ...measure, level: LEVELS[most] ?? 'healthy' };
}


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
/* unused harmony export normalUpper */
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


/***/ }),

/***/ 88646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ox: () => (/* binding */ Watch),
  ZK: () => (/* binding */ recompute),
  Z5: () => (/* binding */ verdictRecord)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/probes/baseline.js
var baseline = __webpack_require__(29504);
// EXTERNAL MODULE: ./lib/probes/criteria.js
var criteria = __webpack_require__(26090);
// EXTERNAL MODULE: ./lib/probes/rules.js + 1 modules
var probes_rules = __webpack_require__(90263);
// EXTERNAL MODULE: ./lib/probes/statistics.js
var statistics = __webpack_require__(17052);
;// CONCATENATED MODULE: ./lib/probes/judge.js



/** Ticks in which two blind ones are enough to believe nothing. */
const CLEAR_VIEW = 24;
/** Of this many newest ticks, half must count. */
const NEWEST = 6;
/** So long after the last reading of the domain, a check counts for the deployment that it pointed at then. */
const SERVED_MS = 60_000;
const END_RISK = 0.01;
const END_RATIO = 1.1;
/** The counts of a watch may begin and end so much inside of it, or two intervals: services show an event with a delay. */
const EDGE_MS = 60_000;
/** Judges one probe tick by tick. Two judges that take the same ticks say the same. */
class Judge {
    #probe;
    #frame;
    #context;
    #limits;
    #failures;
    /** Of all checks, also of those for which nobody could read the deployment. */
    #unattributed;
    #unread = false;
    #slow;
    #silence;
    #state;
    #latencies = [];
    #outcomes = [];
    /** Of the newest ticks with samples: true if something that was asked gave none. */
    #lacks = [];
    /** When the newest answer came. */
    #lastTick;
    /** A check that takes longer than its interval leaves ticks out. */
    #paceMs;
    /** The last deployment that the domain was read to point at. */
    #served = null;
    #counted = 0;
    /** What the counts cover: from the first to the last one, and without the gaps. */
    #covered = { from: Number.POSITIVE_INFINITY, to: 0, ms: 0, events: 0 };
    #raised = null;
    #clean = 0;
    #measures = [];
    constructor(probe, frame, share) {
        this.#probe = probe;
        this.#frame = frame;
        this.#limits = (0,baseline/* limitsOf */.Af)(probe.spec, probe.baseline, frame.criteria);
        const planned = Math.max(1, Math.round(frame.durationMs / probe.intervalMs));
        this.#context = { spec: probe.spec, limits: this.#limits, criteria: frame.criteria, planned, share };
        this.#failures = new probes_rules/* FailureRule */.dR(this.#context);
        this.#unattributed = new probes_rules/* FailureRule */.dR(this.#context);
        this.#slow = this.#limits.slow.map((limit) => new probes_rules/* SlowRule */.wc(this.#context, limit));
        this.#silence = new probes_rules/* SilenceRule */.qb(this.#context);
        this.#state = new probes_rules/* StateRule */.oB(this.#context);
        this.#lastTick = frame.startedAt;
        this.#paceMs = probe.intervalMs;
    }
    /** One tick. Errors beside samples take nothing away from what was seen, but the whole was not. */
    tick(samples, errors) {
        for (const one of samples)
            this.#take(one);
        if (samples.length === 0)
            for (const { at, reason } of errors)
                this.#note(at, reason);
        else
            this.#lacks = [...this.#lacks.slice(1 - NEWEST), errors.length > 0];
    }
    #take(one) {
        // An interval that begins before the watch also counts what the deployment before did. It says nothing, for or against.
        if (one.kind === 'count' && one.from < this.#frame.startedAt)
            return;
        const outcome = this.#outcomeOf(one);
        const tookMs = one.kind === 'check' ? (one.latencyMs ?? 0) : 0;
        this.#note(one.at + tookMs, outcome);
        this.#paceMs = Math.max(this.#probe.intervalMs, tookMs);
        if (outcome !== 'counted' && outcome !== 'unknown-deployment')
            return;
        if (outcome === 'counted')
            this.#counted += 1;
        else
            this.#unread = true;
        if (one.kind === 'check')
            pushFailure(this.#unattributed, one);
        const good = outcome === 'counted' ? this.#push(one) : one.kind === 'check' && !(0,baseline/* failedFirst */.Yk)(one);
        this.#measures = this.#measure();
        this.#hold(good, one.at);
    }
    verdict(now) {
        const { spec } = this.#probe;
        const over = now >= this.#frame.startedAt + this.#frame.durationMs;
        const doubts = this.#doubts(now, over);
        const end = over ? this.#slowerAtEnd() : [];
        const last = highest(end);
        const raised = this.#raised ?? (last === null ? null : { at: now, measure: last });
        const level = raised?.measure.level ?? 'healthy';
        const counts = level === 'roll-back' || !doubts.some((doubt) => UNSEEN.has(doubt));
        return {
            probe: spec.id,
            critical: spec.critical,
            level: level !== 'healthy' && counts ? level : doubts.length === 0 ? 'healthy' : 'inconclusive',
            counted: this.#counted,
            doubts,
            raised,
            measures: [...this.#measures, ...end],
        };
    }
    #note(at, outcome) {
        this.#lastTick = Math.max(this.#lastTick, at);
        this.#outcomes = [...this.#outcomes.slice(1 - CLEAR_VIEW), outcome];
    }
    #outcomeOf(one) {
        const { intervalMs } = this.#probe;
        if ((0,baseline/* isBlind */.iE)(one, intervalMs))
            return (0,baseline/* isLate */.lS)(one, intervalMs) ? 'late' : 'blind';
        const { deployment } = this.#frame;
        const served = this.#servedAt(one);
        if (one.at < this.#frame.startedAt)
            return 'elsewhere';
        if (served === null)
            return 'unknown-deployment';
        return served === undefined || deployment === null || served === deployment ? 'counted' : 'elsewhere';
    }
    /** The deployment behind a check; undefined: it goes to none; null: nobody could read it for a while. */
    #servedAt(one) {
        if (one.kind !== 'check' || one.deployment === undefined)
            return undefined;
        if (one.deployment !== null)
            this.#served = { deployment: one.deployment, at: one.at };
        return this.#served !== null && one.at - this.#served.at <= SERVED_MS ? this.#served.deployment : null;
    }
    /** True if the sample is good. */
    #push(one) {
        switch (one.kind) {
            case 'check':
                return this.#pushCheck(one);
            case 'count':
                this.#cover(one);
                this.#failures.push(one.bad, one.total, false, true);
                this.#silence.push(one.total, one.at - one.from);
                return one.bad <= one.total * this.#limits.failures && one.total > 0;
            case 'assertion':
                this.#state.push(!one.holds);
                return one.holds;
            case 'alert':
                this.#state.push(one.firing);
                return !one.firing;
        }
    }
    #pushCheck(one) {
        const failed = (0,baseline/* failedFirst */.Yk)(one);
        pushFailure(this.#failures, one);
        const { 'warm-up-seconds': warmUp } = this.#frame.criteria.latency;
        const { latencyMs } = one;
        if (!one.ok || latencyMs === undefined || one.at < this.#frame.startedAt + warmUp * 1000)
            return !failed;
        this.#latencies.push(latencyMs);
        for (const rule of this.#slow)
            rule.push(latencyMs, one.control?.latencyMs);
        return !failed && this.#slow.every(({ limit }) => latencyMs <= limit.aboveMs);
    }
    #measure() {
        const { kind } = this.#probe.spec;
        const rules = kind === 'check'
            ? [
                ...this.#failures.measures(),
                ...this.#unattributedMeasures(),
                ...this.#slow.flatMap((rule) => rule.measures()),
            ]
            : kind === 'count'
                ? [...this.#failures.measures(), ...this.#silence.measures(this.#counted)]
                : this.#state.measures();
        return rules.map((one) => (0,probes_rules/* capped */.uo)(one, this.#context));
    }
    /** Production fails, and it is unknown whether the watched deployment does: never more than `mitigate`. */
    #unattributedMeasures() {
        const [measure] = this.#unread ? this.#unattributed.measures() : [];
        if (measure === undefined)
            return [];
        const level = measure.level === 'roll-back' ? 'mitigate' : measure.level;
        return [{ ...measure, rule: 'unknown-deployment', level }];
    }
    /** Up at once, down after enough good samples in a row; roll-back stays. A blurred view never raises. */
    #hold(good, at) {
        const measure = highest(this.#measures);
        const [seen, held] = [(0,probes_rules/* levelOf */.In)(measure?.level ?? 'healthy'), (0,probes_rules/* levelOf */.In)(this.#raised?.measure.level ?? 'healthy')];
        if (this.#raised?.measure.level === 'roll-back')
            return;
        const up = seen > held && !this.#isBlurred();
        this.#clean = good && seen < held ? this.#clean + 1 : 0;
        if (!up && this.#clean < this.#frame.criteria['clean-samples'])
            return;
        this.#raised = measure === null ? null : { at, measure };
        this.#clean = 0;
    }
    /** Two blind or late ticks: with a network that fails now and then, the failures of production are ours. */
    #isBlurred() {
        return this.#outcomes.filter((one) => one === 'blind' || one === 'late').length >= 2;
    }
    #doubts(now, over) {
        const { criteria, startedAt } = this.#frame;
        const doubts = new Set();
        if (this.#limits.refused !== null)
            doubts.add(this.#limits.refused);
        else if (this.#limits.short)
            doubts.add('short-baseline');
        if (this.#isBlurred())
            for (const one of this.#outcomes)
                if (one === 'blind' || one === 'late')
                    doubts.add(one);
        const newest = this.#outcomes.slice(-NEWEST).filter((one) => one !== 'counted');
        if (newest.length >= NEWEST / 2 || newest.length === this.#outcomes.length)
            for (const one of newest)
                doubts.add(one);
        const lacking = this.#lacks.filter(Boolean).length;
        if (lacking > 0 && lacking >= Math.min(NEWEST, this.#lacks.length) / 2)
            doubts.add('partly-answered');
        const patience = Math.max(NEWEST * this.#paceMs, this.#probe.spec.kind === 'count' ? EDGE_MS : 0);
        if (now - this.#lastTick > patience)
            doubts.add('no-data');
        if (!over)
            doubts.add('running');
        else if (!this.#enough(criteria, startedAt, now))
            doubts.add('few-samples');
        return [...doubts];
    }
    #cover({ from, at, total }) {
        const { from: first, to, ms, events } = this.#covered;
        this.#covered = {
            from: Math.min(first, from),
            to: Math.max(to, at),
            ms: ms + at - from,
            events: events + total,
        };
    }
    #enough(criteria, startedAt, now) {
        const { kind } = this.#probe.spec;
        if (kind === 'check')
            return this.#counted >= criteria.samples;
        return this.#counted >= 2 && (kind !== 'count' || this.#coversWatch(startedAt, now));
    }
    /** No gaps, and nearly the whole watch. If not one event came, nobody has seen that events succeed. */
    #coversWatch(startedAt, now) {
        const { from, to, ms, events } = this.#covered;
        const edge = Math.max(EDGE_MS, 2 * this.#probe.intervalMs);
        return this.#counted >= 3 && events > 0 && ms >= 0.9 * (to - from) && from - startedAt <= edge && now - to <= edge;
    }
    /** One comparison of all latencies with the baseline. Alone it only asks to look. */
    #slowerAtEnd() {
        const earlier = this.#probe.baseline?.latencies ?? [];
        const later = [...this.#latencies].sort((a, b) => a - b);
        if (this.#limits.slow.length === 0 || later.length < this.#frame.criteria.samples)
            return [];
        // The smallest number keeps the logarithm finite.
        const p = Math.max(Number.MIN_VALUE, (0,statistics/* mannWhitney */.Pi)(later, earlier));
        const ratio = (0,statistics/* orderStatistic */.vu)(later, 0.5) / (0,statistics/* orderStatistic */.vu)(earlier, 0.5);
        const slower = p < END_RISK && ratio >= END_RATIO;
        const sum = { bad: slower ? later.length : 0, total: later.length };
        return [
            {
                ...sum,
                rule: 'slower-at-end',
                criterion: 'performance',
                level: slower ? 'watch' : 'healthy',
                p0: null,
                evidence: -Math.log(p),
                thresholds: { watch: -Math.log(END_RISK) },
                recent: sum,
                since: 0,
                shared: false,
            },
        ];
    }
}
const pushFailure = (rule, one) => rule.push((0,baseline/* failedFirst */.Yk)(one) ? 1 : 0, 1, one.control?.ok === false, !one.ok && one.retried === true);
/** Doubts in which what was seen before does not count any more, except a roll-back. */
const UNSEEN = new Set([
    'no-data',
    'provider',
    'not-watched',
    'refused',
    'blind',
    'late',
    'elsewhere',
]);
/** The measure with the highest level; null if none sees anything. */
const highest = (measures) => measures.reduce((top, one) => ((0,probes_rules/* levelOf */.In)(one.level) > (0,probes_rules/* levelOf */.In)(top?.level ?? 'healthy') ? one : top), null);

// EXTERNAL MODULE: ./lib/probes/probe.js
var probe = __webpack_require__(10377);
;// CONCATENATED MODULE: ./lib/probes/verdict.js






const instant = schemas/* number */.aig().int().nonnegative();
/** What a watch knows before its first tick. */
const watchPlan = schemas/* strictObject */.rej({
    startedAt: instant,
    durationMs: schemas/* number */.aig().int().positive(),
    deployment: schemas/* string */.YjP().nullable(),
    criteria: criteria/* criteriaConfig */.Is,
    probes: schemas/* array */.YOg(schemas/* strictObject */.rej({ spec: probe/* probeSpec */.Kt, intervalMs: schemas/* number */.aig().int().positive(), baseline: baseline/* probeBaseline */.Es.nullable() })),
});
/** All that is needed to draw a verdict once more, without Rewind's memory. It holds no text of a service. */
const verdictRecord = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    plan: watchPlan,
    ticks: schemas/* array */.YOg(schemas/* strictObject */.rej({ probe: schemas/* string */.YjP(), samples: schemas/* array */.YOg(probe/* sample */.XM), errors: schemas/* array */.YOg(probe/* probeError */.vF) })),
    at: instant,
});
/** Probes up to this number have the whole risk of a false alarm each; more share that of ten. */
const UNSHARED = 10;
/** A watch of one deployment. Takes ticks, tells the verdict at any time, and keeps what is needed to repeat it. */
class Watch {
    #plan;
    #judges;
    #ticks = [];
    constructor(plan) {
        this.#plan = plan;
        const part = (probes) => Math.min(1, UNSHARED / Math.max(1, probes));
        const share = {
            all: part(plan.probes.length),
            critical: part(plan.probes.filter(({ spec }) => spec.critical).length),
        };
        this.#judges = new Map(plan.probes.map((probe) => [probe.spec.id, new Judge(probe, plan, share)]));
    }
    /** The ticks of one probe come in the order of time. A tick of an unknown probe counts for nothing. */
    take(probe, { samples, errors, timings }) {
        const late = Math.max(0, timings.startedAt - timings.dueAt);
        this.#take({
            probe,
            samples: samples.map((one) => decisive(late === 0 ? one : { ...one, lateMs: late })),
            errors: errors.map((one) => ({ ...one, message: '' })),
        });
    }
    #take(tick) {
        const judge = this.#judges.get(tick.probe);
        if (judge === undefined)
            return;
        this.#ticks.push(tick);
        judge.tick(tick.samples, tick.errors);
    }
    /** @param now milliseconds since the epoch, not before the last tick */
    verdict(now) {
        const probes = this.#plan.probes.flatMap(({ spec }) => this.#judges.get(spec.id)?.verdict(now) ?? []);
        return { at: now, probes, ...total(probes), criteria: criteria/* CRITERIA */.wf.map((one) => this.#criterion(one, probes)) };
    }
    record(now) {
        return { version: 1, plan: this.#plan, ticks: [...this.#ticks], at: now };
    }
    #criterion(criterion, probes) {
        const specs = new Map(this.#plan.probes.map(({ spec }) => [spec.id, spec]));
        const mine = probes.filter(({ probe }) => {
            const spec = specs.get(probe);
            return (spec !== undefined &&
                ((0,criteria/* criterionOf */.Nk)(spec) === criterion || (criterion === 'performance' && spec.kind === 'check')));
        });
        const raised = mine.flatMap(({ probe, level, raised: one }) => one?.measure.criterion === criterion && level !== 'inconclusive' ? [{ ...one.measure, probe }] : []);
        const measures = mine.flatMap((one) => one.measures.flatMap((measure) => (measure.criterion === criterion ? [{ ...measure, probe: one.probe }] : [])));
        raised.sort((a, b) => (0,probes_rules/* levelOf */.In)(b.level) - (0,probes_rules/* levelOf */.In)(a.level));
        measures.sort((a, b) => nearness(b) - nearness(a));
        const doubtful = measures.length === 0 ||
            mine.every(({ level }) => level === 'inconclusive') ||
            mine.some((one) => one.level === 'inconclusive' && one.critical) ||
            // In a short watch no response time comes after the warm-up.
            (criterion === 'performance' && !measures.some((one) => isTimed(one, this.#plan.criteria)));
        const calm = doubtful ? 'inconclusive' : 'healthy';
        return {
            criterion,
            level: mine.length === 0 ? 'not-watched' : (raised[0]?.level ?? calm),
            probes: mine.map(({ probe }) => probe),
            decisive: raised[0] ?? measures[0] ?? null,
        };
    }
}
/** Draws the verdict of a record once more. */
function recompute(record) {
    const watch = new Watch(record.plan);
    for (const { probe, samples, errors } of record.ticks) {
        watch.take(probe, { samples, errors, timings: { dueAt: 0, startedAt: 0, endedAt: 0 } });
    }
    return watch.verdict(record.at);
}
function total(probes) {
    const critical = probes.filter((one) => one.critical);
    const doubts = [...new Set(critical.flatMap((one) => one.doubts))];
    const top = Math.max(0, ...probes.map(({ level }) => (level === 'inconclusive' ? 0 : (0,probes_rules/* levelOf */.In)(level))));
    const alarming = probes.filter(({ level }) => level !== 'inconclusive' && (0,probes_rules/* levelOf */.In)(level) === top);
    const proven = critical.length > 0 && critical.every(({ level }) => level === 'healthy');
    return {
        level: top > 0 ? (probes_rules/* LEVELS */.A_[top] ?? 'healthy') : proven ? 'healthy' : 'inconclusive',
        doubts,
        suspect: top === 0 ? null : alarming.some(({ raised }) => raised?.measure.shared === true) ? 'shared' : 'deploy',
    };
}
/** True if enough response times were compared. */
const isTimed = ({ rule, recent }, { latency }) => rule === 'slow-tail' && recent.total >= latency.tail.of;
/** How near the evidence is to its first threshold; for the choice of what to show. */
function nearness({ evidence, thresholds }) {
    const first = thresholds.watch ?? thresholds.mitigate;
    return evidence === null || first === undefined ? -1 : evidence / first;
}
/** The sample without what no rule looks at. */
function decisive(one) {
    if (one.kind === 'check') {
        return { ...one, phases: undefined, error: undefined };
    }
    return one.kind === 'count' ? one : { ...one, detail: undefined };
}


/***/ })

};
