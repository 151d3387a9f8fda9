export const id = 8646;
export const ids = [8646];
export const modules = {

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
/** The newest starts are all kept; of older ones, so many for each doubling of the age. */
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

/***/ 88646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ox: () => (/* binding */ Watch),
  ZK: () => (/* binding */ recompute),
  Z5: () => (/* binding */ verdictRecord)
});

// UNUSED EXPORTS: watchPlan

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
/** Of so many newest ticks, half must count. */
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
    miss({ at, reason }) {
        this.#note(at, reason);
    }
    take(one) {
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
    /** Production fails, and nobody can say that the watched deployment does: never more than `mitigate`. */
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
        const sum = { bad: later.length, total: later.length };
        return [
            {
                ...sum,
                rule: 'slower-at-end',
                criterion: 'performance',
                level: p < END_RISK && ratio >= END_RATIO ? 'watch' : 'healthy',
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
        tick.samples.forEach((one) => judge.take(one));
        tick.errors.forEach((one) => judge.miss(one));
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
        const doubtful = measures.length === 0 || mine.some((one) => one.level === 'inconclusive' && one.critical);
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
