export const id = 5882;
export const ids = [5882];
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

/***/ 32832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isTerminal)
/* harmony export */ });
/**
 * A terminal with a person at both ends. A log of CI may have one too, and nobody answers there.
 * @param ci the variable CI
 * @param output where questions are shown
 */
const isTerminal = (ci, output = process.stdout) => process.stdin.isTTY && output.isTTY && (ci === undefined || ci === 'false');


/***/ }),

/***/ 95888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ announceIndex)
/* harmony export */ });
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50918);

/** Sets the outputs for the upload of the entry in an index (store "artifact"). */
function announceIndex(session, { config }, index) {
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_0__/* .indexArtifact */ .V4)(config.store, index, config.environment);
    if (upload === null)
        return;
    session.setOutput('index-artifact', upload.name);
    session.setOutput('index-path', upload.path);
}


/***/ }),

/***/ 85882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commands_drill)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/drill-history.js
var drill_history = __webpack_require__(59418);
;// CONCATENATED MODULE: ./lib/engine/drill-phases.js
/** Time in which no phase was open. */
const BETWEEN = 'between the phases';
/**
 * Splits the time of a drill into phases. At each moment the phase that was opened last takes the time, so the sum of the
 * phases is the time of the drill, also when phases lie inside each other or run at once.
 */
class PhaseClock {
    clock;
    open = [];
    spent = new Map();
    last;
    constructor(clock) {
        this.clock = clock;
        this.last = clock.monotonic();
    }
    /** Runs a part. Its error passes through, and its time counts. */
    run = async (name, part) => {
        this.charge();
        this.open.push(name);
        try {
            return await part();
        }
        finally {
            this.charge();
            this.open.splice(this.open.lastIndexOf(name), 1);
        }
    };
    /** The phases up to now, in the order in which they took time first. Milliseconds, with fractions. */
    phases() {
        this.charge();
        return [...this.spent].map(([name, ms]) => ({ name, ms }));
    }
    charge() {
        const now = this.clock.monotonic();
        const name = this.open.at(-1) ?? BETWEEN;
        if (now > this.last)
            this.spent.set(name, (this.spent.get(name) ?? 0) + now - this.last);
        this.last = now;
    }
}

// EXTERNAL MODULE: ./lib/engine/drill-record.js
var drill_record = __webpack_require__(44753);
;// CONCATENATED MODULE: ./lib/engine/game-day-faults.js
/** What a game day can inject. */
const GAME_DAY_FAULTS = {
    errors: { what: 'the home page answers 500', probe: 'home', criterion: 'critical-functionality' },
    slow: { what: 'the home page takes almost a second longer', probe: 'home', criterion: 'performance' },
    login: {
        what: 'the login sets its cookie for the wrong path, so nobody stays logged in',
        probe: 'login',
        criterion: 'critical-functionality',
    },
    asset: {
        what: 'the script behind the CDN calls the wrong server',
        probe: 'asset',
        criterion: 'critical-functionality',
    },
    'payments-failing': {
        what: 'the checkout sends Stripe a parameter that Stripe does not know',
        probe: 'payments',
        criterion: 'payments',
    },
    'payments-silent': {
        what: 'the checkout says "paid" and charges nothing',
        probe: 'payments',
        criterion: 'payments',
    },
    'corrupted-rows': {
        what: 'the checkout writes orders without customer and amount',
        probe: 'orders',
        criterion: 'data-integrity',
        alsoRight: 'restore',
    },
};
const GAME_DAY_FAULT_NAMES = Object.keys(GAME_DAY_FAULTS);
const faultOf = (name) => GAME_DAY_FAULTS[name];
/** The same fault for the same seed. Pure. @param seed a whole number that is not negative */
function drawFault(seed) {
    // Seeds that people choose are close together: mixed, so that their faults are not in order (the finaliser of MurmurHash3).
    let mixed = Math.imul((seed ^ (seed >>> 16)) >>> 0, 0x85ebca6b);
    mixed = Math.imul((mixed ^ (mixed >>> 13)) >>> 0, 0xc2b2ae35);
    const at = ((mixed ^ (mixed >>> 16)) >>> 0) % GAME_DAY_FAULT_NAMES.length;
    return GAME_DAY_FAULT_NAMES[at] ?? GAME_DAY_FAULT_NAMES[0];
}

// EXTERNAL MODULE: ./lib/engine/manifest.js
var engine_manifest = __webpack_require__(94365);
// EXTERNAL MODULE: ./lib/report/drill.js
var drill = __webpack_require__(29943);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/runtime/json.js
var runtime_json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/cli/uploads.js
var uploads = __webpack_require__(95888);
// EXTERNAL MODULE: ./lib/store/artifact-names.js
var artifact_names = __webpack_require__(50918);
;// CONCATENATED MODULE: ./lib/commands/drill/conclude.js




const targetsOf = ({ config }) => ({
    rtoMinutes: config.drill.targets['rto-minutes'] ?? null,
    rpoMinutes: config.drill.targets['rpo-minutes'] ?? null,
});
const snapshotOf = (manifest) => manifest === null ? null : { id: manifest.id, takenAt: manifest.createdAt };
const checksOf = (checks) => checks.map(({ resource, id, outcome, findings }) => ({
    resource,
    id,
    outcome,
    codes: findings.map(({ code }) => code),
}));
/** Draws the verdict. Pure. @param run URL of the workflow run; null on a command line */
function recordOf(project, measured, run) {
    const { id, startedAt, endedAt, manifest, scope, checks, waitMs, point } = measured;
    const phases = measured.phases.map(({ name, ms }) => ({ name, ms: Math.round(ms * 10) / 10 }));
    const targets = targetsOf(project);
    const values = { rtoMs: (0,drill_record/* recoveryMs */.cG)(phases), waitMs, rpoMs: point.ms, targets };
    return {
        version: 1,
        id,
        environment: project.config.environment,
        kind: 'drill',
        startedAt: startedAt.toISOString(),
        endedAt: endedAt.toISOString(),
        run,
        snapshot: snapshotOf(manifest),
        scope: scope === null ? null : [...scope],
        ...(0,drill_record/* verdictOf */.Vj)({ ...values, checks }),
        phases,
        ...values,
        rowsSince: point.rows,
        missed: (0,drill_record/* missedTargets */.Ec)({ ...values, checks }),
        checks: checksOf(checks),
    };
}
/** Writes the record into the store, and announces its upload. @throws RewindError store-write-failed, disk-full */
async function keep(session, project, record, { drills }) {
    await (0,drill_history/* writeDrill */.h8)(project.store, record, drills);
    const upload = (0,artifact_names/* drillArtifact */.E5)(project.config.store, record.environment, record.id);
    if (upload === null)
        return;
    (0,uploads/* announceIndex */.s)(session, project, 'records');
    session.setOutput('drill-artifact', upload.name);
    session.setOutput('drill-path', upload.path);
    session.setOutput('retention-days', String((0,artifact_names/* retentionDays */.Ol)(project.config)));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var terminal = __webpack_require__(32832);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./lib/engine/drill.js
var engine_drill = __webpack_require__(39263);
;// CONCATENATED MODULE: ./lib/engine/game-day.js



const amount = schemas/* number */.aig().nonnegative();
const word = schemas/* string */.YjP().regex(/^[a-z][a-z0-9-]{0,40}$/);
/** What a person or the program did, in order. `nothing`: they left production as it was. */
const step = schemas/* strictObject */.rej({
    /** Kind of the option that was chosen (`OptionKind`), or `nothing`. */
    option: word,
    /** `rewind decide` recommended it at that moment. */
    recommended: schemas/* boolean */.zMY(),
    /** From the moment the choice was shown until the plan was approved, in our time; null: nothing was approved, or the program chose. */
    decideMs: amount.nullable(),
    /** The approved plan was carried out to its end. */
    done: schemas/* boolean */.zMY(),
    /** From the approval to the end of the command and of its watch, in the time of the sandbox; null: nothing was carried out. */
    tookMs: amount.nullable(),
});
/** What was measured in the sandbox. Times of the sandbox are those of its programs, `clock` times as fast as ours. */
const playedGame = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    fault: schemas/* enum */.k5n(GAME_DAY_FAULT_NAMES),
    /** Decided by the program, without a person. */
    auto: schemas/* boolean */.zMY(),
    clock: amount,
    /** What the watch of the deployment found; null: it did not end. */
    watch: schemas/* strictObject */.rej({
        level: word,
        /** From the deploy with the fault to the verdict, in the time of the sandbox. */
        detectMs: amount,
        /** The rules that led to the verdict. */
        evidence: schemas/* array */.YOg(schemas/* strictObject */.rej({ criterion: word, probe: word })),
    })
        .nullable(),
    /** Kinds of the options that `rewind decide` recommended when the first choice was made; empty: none. */
    recommended: schemas/* array */.YOg(word),
    steps: schemas/* array */.YOg(step),
    /** What the probes said after the last rollback. `inconclusive`, `not-watched`: not proven either way. */
    recovery: schemas/* enum */.k5n(['recovered', 'not-recovered', 'inconclusive', 'not-watched']),
    /** What must be gone at the end. */
    left: schemas/* strictObject */.rej({ folder: schemas/* string */.YjP(), pids: schemas/* array */.YOg(schemas/* number */.aig().int().positive()) }),
});
/** Points of each part, in all 100. */
const GAME_DAY_PARTS = {
    detection: 20,
    evidence: 15,
    decision: 30,
    speed: 10,
    recovery: 20,
    tidiness: 5,
};
/** Milliseconds up to which a part has all its points, and from which on the time earns none. */
const TIMES = {
    detection: { full: 120_000, none: 600_000 },
    speed: { full: 180_000, none: 900_000 },
    recovery: { full: 300_000, none: 1_200_000 },
};
/** Of the points for recovery: those for the proof alone, however late. */
const PROOF = 10;
const scored = schemas/* strictObject */.rej({
    part: schemas/* enum */.k5n(Object.keys(GAME_DAY_PARTS)),
    points: amount.nullable(),
    of: amount,
});
/** The result of a game day. No text of a person or a service. */
const gameDayRecord = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    startedAt: iso/* datetime */.w$(),
    endedAt: iso/* datetime */.w$(),
    verdict: schemas/* enum */.k5n(['passed', 'failed', 'unverified']),
    /** Number that the fault was drawn with; null: it was named. */
    seed: schemas/* number */.aig().int().nonnegative().nullable(),
    ...playedGame.omit({ version: true, left: true }).shape,
    /** Nothing of the sandbox is left; null: it could not be looked at. */
    clean: schemas/* boolean */.zMY().nullable(),
    scores: schemas/* array */.YOg(scored),
    points: amount,
    /** Points of the parts that were measured: 100 if all were. */
    measured: amount,
});
/** The rules that led to the verdict name the probe and the criterion of the fault; null: there is no verdict. Pure. */
function namedFault({ fault, watch }) {
    if (watch === null || watch.level === 'inconclusive')
        return null;
    const { probe, criterion } = faultOf(fault);
    return watch.evidence.some((one) => one.probe === probe && one.criterion === criterion);
}
/** The watch said that something is wrong; null: it could not tell. Pure. */
function detected({ watch }) {
    if (watch === null || watch.level === 'inconclusive')
        return null;
    return watch.level === 'roll-back' || watch.level === 'mitigate';
}
const isRight = ({ fault }, { recommended, option }) => recommended || option === faultOf(fault).alsoRight;
/** Position of the step that decides: a mitigation that nobody recommended eases, and what follows it decides. -1: none. Pure. */
function decisive(facts) {
    const at = facts.steps.findIndex((one) => isRight(facts, one) || one.option !== 'mitigate');
    return at === -1 ? Math.min(0, facts.steps.length - 1) : at;
}
/** The option that was chosen, a kind of `rewind decide` or `nothing`; null: none was. Pure. */
const decisionOf = (facts) => facts.steps[decisive(facts)]?.option ?? null;
/** The decision is one that `rewind decide` recommended, or that the fault needs; null: nothing was chosen or recommended. Pure. */
function decidedRight(facts) {
    const chosen = facts.steps[decisive(facts)];
    return chosen === undefined || facts.recommended.length === 0 ? null : isRight(facts, chosen);
}
/** Real time that a person took for the decision; null: it was not measured. Pure. */
function decideMs(facts) {
    const times = facts.steps.slice(0, decisive(facts) + 1).map((one) => one.decideMs);
    return times.length === 0 || times.includes(null) ? null : times.reduce((sum, ms) => sum + (ms ?? 0), 0);
}
/** Time of all that was carried out, in the time of the sandbox; null: nothing was. Pure. */
function recoverMs({ steps }) {
    const times = steps.flatMap(({ tookMs }) => tookMs ?? []);
    return times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0);
}
/** The probes say that production is well again after what was carried out; null: they could not tell. Pure. */
function recovered(facts) {
    if (facts.recovery === 'not-recovered')
        return false;
    return facts.recovery === 'recovered' && recoverMs(facts) !== null ? true : null;
}
/** From 1 to 0. */
const shareOf = (ms, { full, none }) => Math.max(0, Math.min(1, (none - ms) / (none - full)));
const round = (points) => Math.round(points * 10) / 10;
/** The points of each part. What was not measured has none, and is not part of what was measured. Pure. */
function scoreGame(facts) {
    const right = decidedRight(facts);
    const spent = decideMs(facts);
    const share = {
        detection: onlyIf(detected(facts), () => shareOf(facts.watch?.detectMs ?? Infinity, TIMES.detection)),
        evidence: onlyIf(namedFault(facts), () => 1),
        decision: onlyIf(right, () => 1),
        // A quick wrong decision earns nothing.
        speed: right === true && spent === null ? null : onlyIf(right, () => shareOf(spent ?? Infinity, TIMES.speed)),
        recovery: onlyIf(recovered(facts), () => {
            const proof = PROOF / GAME_DAY_PARTS.recovery;
            return proof + (1 - proof) * shareOf(recoverMs(facts) ?? Infinity, TIMES.recovery);
        }),
        tidiness: onlyIf(facts.clean, () => 1),
    };
    return Object.keys(GAME_DAY_PARTS).map((part) => {
        const [of, got] = [GAME_DAY_PARTS[part], share[part]];
        return { part, points: got === null ? null : round(of * got), of };
    });
}
const onlyIf = (held, share) => held === null ? null : held ? share() : 0;
/** Each question of a game day. Speed is no question: it only earns points. Pure. */
function outcomesOf(facts) {
    const of = (held) => (held === null ? 'unverified' : held ? 'passed' : 'failed');
    return {
        detected: of(detected(facts)),
        named: of(namedFault(facts)),
        decided: of(decidedRight(facts)),
        recovered: of(recovered(facts)),
        clean: of(facts.clean),
    };
}
/** The whole result. Pure. */
function gameDayRecordOf(played, more) {
    const { version, fault, auto, clock, watch, recommended, steps, recovery } = played;
    const facts = { fault, auto, clock, watch, recommended, steps, recovery };
    const all = { ...facts, clean: more.clean };
    const scores = scoreGame(all);
    const measured = scores.filter(({ points }) => points !== null);
    return {
        version,
        ...more,
        ...facts,
        verdict: (0,engine_drill/* drillOutcome */.q)(Object.values(outcomesOf(all)).map((outcome) => ({ outcome }))),
        scores,
        points: round(measured.reduce((sum, { points }) => sum + (points ?? 0), 0)),
        measured: measured.reduce((sum, { of }) => sum + of, 0),
    };
}

// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/game-day.js





/** What the options of `rewind decide` are called. */
const OPTIONS = {
    dependency: 'look at what both deployments use',
    flags: 'flags back',
    'flags-off': 'flags off',
    mitigate: 'ease it with the mitigation',
    code: 'code and configuration back, the database stays',
    down: 'code back and migrations down',
    restore: 'code back and the database restored',
    fix: 'fix forward',
    nothing: 'do nothing',
};
const named = (option) => OPTIONS[option] ?? option;
const PARTS = {
    detection: 'Detection: time from the deploy to the verdict',
    evidence: 'Evidence: the verdict names the fault',
    decision: 'Decision: what "rewind decide" recommends',
    speed: 'Speed: time from the verdict to the approval',
    recovery: 'Recovery: proven by the probes',
    tidiness: 'Tidiness: nothing of the sandbox is left',
};
const VERDICTS = { passed: 'passed', failed: 'FAILED', unverified: 'could not be measured in full' };
const lasting = (ms) => (0,progress/* seconds */.YA)(ms / 1000);
/** One line, e.g. "Game day passed: 98 of 100 points." */
function gameDayTitle({ verdict, points, measured }) {
    const left = measured === 100
        ? ''
        : `; ${(0,runtime_text/* plural */.LS)(100 - measured, 'point was not measured and does', 'points were not measured and do')} not count`;
    return `Game day ${VERDICTS[verdict]}: ${points} of 100 points${left}.`;
}
/** What happened, a sentence each. */
function gameDayLines(record) {
    const { fault, auto, seed, clock, watch, recommended, steps, clean } = record;
    const chosen = decisionOf(record);
    const right = decidedRight(record);
    const took = recoverMs(record);
    const spent = decideMs(record);
    const well = recovered(record);
    const rule = watch?.evidence.map(({ criterion, probe }) => `${criterion} (probe ${probe})`).join(', ') ?? '';
    const own = namedFault(record);
    return [
        `Fault: ${fault}: ${faultOf(fault).what}${seed === null ? '' : ` (seed ${seed})`}.`,
        `Decided by ${auto ? 'the program' : 'a person'}. Times of the sandbox are those of its programs, whose clock runs ${clock} times as fast as ours.`,
        watch === null
            ? 'Detection was not measured: the watch did not end.'
            : detected(record) === null
                ? 'Detection was not measured: the watch could not tell.'
                : `The watch said "${watch.level}" ${lasting(watch.detectMs)} after the deploy (time of the sandbox)${detected(record) === true ? '' : ', and did not find the fault'}.`,
        own === null
            ? 'Whether the evidence names the fault was not measured.'
            : `The evidence ${own ? 'names the fault' : 'does not name the fault'}${rule === '' ? '' : `: ${rule}`}.`,
        chosen === null
            ? 'Nothing was decided.'
            : `Decision: ${named(chosen)}. ${right === null
                ? 'Whether it was right was not measured: "rewind decide" recommended nothing.'
                : right
                    ? 'That was right.'
                    : `That was not what the evidence called for. It called for: ${[...recommended, ...[faultOf(fault).alsoRight ?? []].flat()].map(named).join(', or ')}.`}`,
        ...(steps.length > 1 ? [`All steps: ${steps.map(({ option }) => named(option)).join(', then ')}.`] : []),
        spent === null
            ? 'The time to the approval was not measured.'
            : `From the choice to the approval: ${lasting(spent)} (our time).`,
        well === null
            ? 'Recovery was not measured: the probes could not tell.'
            : well
                ? `Recovered by the probes${took === null ? '' : `, ${lasting(took)} after the approval (time of the sandbox)`}.`
                : 'Production did not recover.',
        clean === null
            ? 'Whether something of the sandbox is left was not measured.'
            : clean
                ? 'Nothing of the sandbox is left.'
                : 'Something of the sandbox is left. The next game day removes it.',
    ];
}
const pointsOf = (points) => (points === null ? 'not measured' : String(points));
/** For a terminal. */
const gameDayText = (record) => (0,runtime_text/* textOf */.b6)([
    gameDayTitle(record),
    ...gameDayLines(record),
    ...record.scores.map(({ part, points, of }) => `  ${PARTS[part]}: ${pointsOf(points)} of ${of}`),
]);
const SIGNS = { passed: '✅', failed: '❌', unverified: '❔' };
/** The scoring sheet, also for a job summary. */
const gameDayMarkdown = (record) => [
    `## ${SIGNS[record.verdict]} ${(0,markdown/* escapeText */.X1)(gameDayTitle(record))}`,
    gameDayLines(record)
        .map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`)
        .join('\n'),
    (0,markdown/* table */.tp)(['Part', 'Points', 'Of'], record.scores.map(({ part, points, of }) => [PARTS[part], pointsOf(points), String(of)])),
].join('\n\n');

;// CONCATENATED MODULE: ./lib/commands/drill/game-day/outside.js

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
/** An address in a text: its scheme and what follows up to a space or a quote. */
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s'"<>]+/gi;
const resource = schemas/* looseObject */._H3({ id: schemas/* string */.YjP(), provider: schemas/* string */.YjP(), url: schemas/* string */.YjP().exactOptional() });
const resources = schemas/* looseObject */._H3({ resources: schemas/* array */.YOg(schemas/* unknown */.L5J()) });
/**
 * What a configuration names beside this machine: resources of a service, values of the environment, and addresses. A
 * resource without an address of its own is one of a service. Pure.
 * @param document the configuration as YAML gives it
 * @returns a few words each, without a value of the environment; empty: it names this machine alone
 */
function outsideOf(document) {
    const found = [];
    const listed = resources.safeParse(document);
    for (const [at, given] of (listed.success ? listed.data.resources : []).entries()) {
        const { data } = resource.safeParse(given);
        if (data === undefined)
            found.push(`resource ${at + 1}, which cannot be read`);
        else if (data.url === undefined)
            found.push(`resource "${data.id}" (${data.provider})`);
    }
    for (const text of textsIn(document)) {
        if (/\$\{/.test(text))
            found.push(`a value of the environment (${text.match(/\$\{\w*\}?/)?.[0] ?? '${…}'})`);
        for (const [address] of text.matchAll(ADDRESS)) {
            const host = URL.canParse(address) ? new URL(address).hostname : '';
            if (!LOOPBACK.test(host))
                found.push(`an address (${host === '' ? 'unreadable' : host})`);
        }
    }
    return [...new Set(found)];
}
function* textsIn(value) {
    if (typeof value === 'string')
        yield value;
    else if (typeof value === 'object' && value !== null)
        for (const one of Object.values(value))
            yield* textsIn(one);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/commands/drill/game-day/sandbox.js






const SCRIPT = 'test/sandbox/game-day/main.ts';
const LOADER = 'node_modules/tsx/dist/loader.mjs';
/** Status of the sandbox for a game that a person or a signal ended. */
const STOPPED = 130;
/** Only these variables reach the sandbox: no credential, no address of a service, and no home with credentials in it. */
const VARIABLES = /^(PATH|TMPDIR|TZ|LANG|LC_\w+|SystemRoot)$/;
/** The checkout that this program belongs to; null: a package without the sandbox. Never a folder of the caller. */
function ownCheckout(program = process.argv[1] ?? '.') {
    let folder = (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(program));
    while (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'package.json'))) {
        if ((0,external_node_path_.dirname)(folder) === folder)
            return null;
        folder = (0,external_node_path_.dirname)(folder);
    }
    const { data } = schemas/* looseObject */._H3({ name: schemas/* string */.YjP() }).safeParse(readJson((0,external_node_path_.join)(folder, 'package.json')));
    return data?.name === 'rewind' && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, SCRIPT)) ? folder : null;
}
function readJson(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
/**
 * The checkout, ready to run the sandbox.
 * @throws RewindError game-day-no-sandbox
 */
function sandboxIn(checkout) {
    if (checkout === null) {
        throw new errors.RewindError('game-day-no-sandbox', 'This program does not include the sandbox of a game day.');
    }
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(checkout, LOADER))) {
        throw new errors.RewindError('game-day-no-sandbox', `${checkout} has no installed dependencies.`, {
            remedy: 'Run "npm ci" there, and then "npm run game-day".',
        });
    }
    return checkout;
}
/**
 * Plays one game in a sandbox of its own. The terminal belongs to the sandbox meanwhile; stdout stays free for the result.
 * @throws RewindError cancelled, game-day-failed
 */
async function playInSandbox(ctx, checkout, options) {
    const result = (0,external_node_path_.join)(ctx.scratch, 'game.json');
    const program = [process.execPath, ...process.execArgv, (0,external_node_fs_.realpathSync)(process.argv[1] ?? '.')];
    const words = ['--fault', options.fault, '--result', result, ...(options.auto ? ['--auto'] : [])];
    const status = await runSandbox(ctx, checkout, [...words, '--', ...program]);
    if (status === 0) {
        const read = playedGame.safeParse(readJson(result));
        if (read.success)
            return read.data;
    }
    // It may have been killed. One that ended in order has nothing to remove.
    const tidied = await runSandbox({ ...ctx, signal: new AbortController().signal }, checkout, ['--tidy']);
    const rest = tidied === 0 ? 'Nothing of it is left.' : 'The next game day removes what it left.';
    if (status === STOPPED || ctx.signal.aborted) {
        throw new errors.RewindError('cancelled', `The game day was stopped before its end. It has no score. ${rest}`, {
            remedy: 'Start another one.',
        });
    }
    const how = status === null ? 'was killed' : status === 0 ? 'gave no result' : `ended with status ${status}`;
    throw new errors.RewindError('game-day-failed', `The sandbox ${how}. The game day has no score. ${rest}`);
}
/** @returns its exit status; null: a signal ended it */
async function runSandbox(ctx, checkout, words) {
    const variables = Object.entries(ctx.childEnv).filter(([name]) => VARIABLES.test(name));
    const child = (0,external_node_child_process_.spawn)(process.execPath, ['--import', `file://${(0,external_node_path_.join)(checkout, LOADER)}`, (0,external_node_path_.join)(checkout, SCRIPT), ...words], {
        cwd: checkout,
        // The compiler keeps no files of its own beside the sandbox.
        env: { ...Object.fromEntries(variables), TSX_DISABLE_CACHE: '1' },
        stdio: ['inherit', 2, 'inherit'],
    });
    const stop = () => void child.kill('SIGTERM');
    ctx.signal.addEventListener('abort', stop, { once: true });
    try {
        return await new Promise((resolve, reject) => {
            child.on('error', (error) => reject(new errors.RewindError('game-day-failed', `The sandbox could not be started: ${(0,errors/* messageOf */.bD)(error)}`)));
            child.on('close', resolve);
        });
    }
    finally {
        ctx.signal.removeEventListener('abort', stop);
    }
}
/** Nothing of the game is left: neither its folder nor its server; null: it cannot be told. */
function nothingLeft({ left: { folder, pids } }) {
    const runs = pids.map((pid) => {
        try {
            process.kill(pid, 0);
            return true;
        }
        catch (error) {
            const { data } = schemas/* object */.Ikc({ code: schemas/* string */.YjP() }).safeParse(error);
            return data?.code === 'ESRCH' ? false : null;
        }
    });
    if ((0,external_node_fs_.existsSync)(folder) || runs.includes(true))
        return false;
    return runs.includes(null) ? null : true;
}

;// CONCATENATED MODULE: ./lib/commands/drill/game-day/index.js













const STATUS = { passed: 0, failed: 1, unverified: 3 };
/** At most this many things of a refused configuration are listed. */
const LISTED = 5;
/**
 * A fault in a sandbox of its own, and how it was met. Reads no credential, and no configuration but to refuse it.
 * @throws RewindError input-invalid, game-day-not-sandbox, game-day-no-sandbox, game-day-failed, cancelled
 */
async function gameDay(session) {
    const { inputs, context: ctx } = session;
    if (inputs.fault !== null && inputs.seed !== null) {
        throw new errors.RewindError('input-invalid', '--fault and --seed cannot be combined.');
    }
    const own = ownCheckout();
    await assertSandbox(session, own);
    const checkout = sandboxIn(own);
    if (!inputs.yes && !(0,terminal/* isTerminal */.H)(ctx.env.text('CI'), process.stderr)) {
        throw new errors.RewindError('input-invalid', 'There is no terminal, so nobody can play the game day.', {
            remedy: 'Run it on a terminal, or add --yes: the program then plays alone.',
        });
    }
    const seed = inputs.fault === null ? (inputs.seed ?? (0,external_node_crypto_.randomInt)(1_000_000)) : null;
    const fault = inputs.fault ?? drawFault(seed ?? 0);
    const json = `${inputs.out}/game-day.json`;
    const page = `${inputs.out}/game-day.md`;
    // Fail before the game, not after it, if the report cannot be written.
    await (0,files/* assertWritable */.Bz)('out', session.path(page));
    const startedAt = ctx.clock.now().toISOString();
    const played = await playInSandbox(ctx, checkout, { fault, auto: inputs.yes });
    const endedAt = ctx.clock.now().toISOString();
    const record = gameDayRecordOf(played, { startedAt, endedAt, seed, clean: nothingLeft(played) });
    const summary = gameDayMarkdown(record);
    await (0,files/* writeOutput */.zh)('out', session.path(json), `${JSON.stringify(record, null, 2)}\n`);
    await (0,files/* writeOutput */.zh)('out', session.path(page), `${summary}\n`);
    return {
        exit: STATUS[record.verdict],
        json: (0,runtime_json/* toJson */.aB)({ ok: record.verdict === 'passed', ...record, report: page }),
        text: `${gameDayText(record)}\nScoring sheet: ${page}`,
        summary,
        outputs: { verdict: record.verdict, 'report-path': page },
    };
}
/**
 * Refuses to run beside the configuration of a real environment. The game day would not use that configuration, but a
 * person who names it expects that the game day works on production.
 */
async function assertSandbox(session, checkout) {
    const { inputs } = session;
    const named = inputs.given.has('config');
    // The checkout of the sandbox has a configuration for its own tests.
    if (!named && checkout !== null && session.path(inputs.config) === (0,external_node_path_.join)(checkout, inputs.config))
        return;
    let text;
    try {
        text = await (0,promises_.readFile)(session.path(inputs.config), 'utf8');
    }
    catch (error) {
        if (!named)
            return;
        throw new errors.RewindError('config-not-found', `${inputs.config} could not be read.`, {
            remedy: 'Leave --config out: a game day makes its own configuration.',
            cause: error,
        });
    }
    const outside = outsideOf(documentIn(text));
    if (outside.length === 0)
        return;
    const more = outside.length > LISTED ? `, and ${outside.length - LISTED} more` : '';
    throw new errors.RewindError('game-day-not-sandbox', `${inputs.config} names more than this machine: ${outside.slice(0, LISTED).join(', ')}${more}. No game day was started.`);
}
/** What cannot be read may name anything. */
function documentIn(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch {
        return { resources: [null] };
    }
}
const isFault = (text) => GAME_DAY_FAULT_NAMES.find((name) => name === text);

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
;// CONCATENATED MODULE: ./lib/commands/drill/checks.js

/** Errors that stop a part of a drill and say nothing of the snapshot: the part was not tried. */
const NOT_TRIED = new Set([
    'address-refused',
    'api-conflict',
    'api-forbidden',
    'api-rate-limited',
    'api-unauthorized',
    'api-unavailable',
    'api-unexpected-answer',
    'cancelled',
    'credential-missing',
    'database-auth-failed',
    'database-permission',
    'database-pooled-url',
    'database-unreachable',
    'database-url-invalid',
    'deadline-exceeded',
    'disk-full',
    'drill-place-is-production',
    'environment-locked',
    'identity-missing',
    'input-invalid',
    'internal',
    'migration-lock',
    'migrations-unreadable',
    'pg-client-missing',
    'pg-client-version',
    'program-damaged',
    'store-unreadable',
    'tool-failed',
    'tool-missing',
]);
const passed = (question, findings = []) => ({
    ...question,
    outcome: 'passed',
    findings,
});
const failed = (question, ...findings) => ({
    ...question,
    outcome: 'failed',
    findings,
});
const unverified = (question, ...findings) => ({
    ...question,
    outcome: 'unverified',
    findings,
});
/** Nobody asked for it. It is listed, and proves nothing. */
const notConfigured = (question, message, remedy) => ({
    ...question,
    outcome: 'not-configured',
    findings: [{ level: 'info', code: 'drill-part-unconfigured', message, remedy }],
});
/** What an error means for a check. @param error thrown by the part that answers the question */
function outcomeOfError(error, resource) {
    const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error, resource);
    const outcome = NOT_TRIED.has(code) ? 'unverified' : 'failed';
    return { outcome, finding: { level: 'error', code, message, remedy } };
}
/** The checks of a part; an error of it becomes the outcome of its question. Never throws. */
async function answered(question, part) {
    try {
        return await part();
    }
    catch (error) {
        const { outcome, finding } = outcomeOfError(error, question.resource);
        return [{ ...question, outcome, findings: [finding] }];
    }
}
/** Checks of a provider, under the id of its resource. */
const underResource = (resource, checks) => checks.map((check) => ({ ...check, resource }));
/** Proofs of a provider as one check. What was not rehearsed, and what is only warned of, is not proven. Pure. */
function ofFindings(question, findings) {
    if (findings.some(({ level }) => level === 'error'))
        return failed(question, ...findings);
    const open = findings.filter(({ level, code }) => level === 'warning' || code === 'not-rehearsed');
    return open.length > 0 ? unverified(question, ...open) : passed(question, findings);
}

// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
;// CONCATENATED MODULE: ./lib/commands/drill/production.js






/** Reads what is quick to read of production, and the figures of its databases. Read-only. Never throws. */
async function readProduction(resources, ctx) {
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, async ({ id, provider, config }) => {
        const within = (0,create_context/* forResource */.i_)(ctx, id);
        const written = (await provider.capabilities?.database?.written?.(config, within)) ?? null;
        const quick = provider.slow !== true;
        return { written, state: quick ? await provider.capture(config, within, new payload_files/* DiscardingSink */.AP()) : undefined };
    });
    return outcomes.map(({ resource, value, error }) => value === undefined ? { resource, written: null, error } : { resource, ...value });
}
/**
 * Whether production is as it was before the drill. A change that the credential of this run cannot have made is one of
 * others, and counts as passed. The title says what was compared.
 */
async function compareProduction(before, after, ctx) {
    return Promise.all(after.map(async (now) => {
        const { id } = now.resource;
        const then = before.find(({ resource }) => resource.id === id);
        const question = {
            resource: drill_record/* SUBJECTS */.u0.production,
            id: `untouched-${id}`,
            title: `"${id}" is as before the drill`,
        };
        const error = then?.error ?? now.error;
        if (then === undefined || error !== undefined)
            return unverified(question, unread(id, (0,errors/* messageOf */.bD)(error)));
        const { changes, equal, gaps, log } = compared(then, now);
        if (equal.length === 0)
            return unverified(question, unread(id, 'nothing of it can be read quickly'));
        const title = `${question.title} (equal: ${equal.join(', ')}${log === '' ? '' : `; ${log}`})`;
        if (changes.length === 0 && gaps.length === 0)
            return passed({ ...question, title });
        const access = await accessOf(now.resource, ctx);
        if (access?.writes === false) {
            const what = [...changes.map((one) => `changed: ${one}`), ...gaps.map((one) => `not compared: ${one}`)].join('; ');
            return passed({ ...question, title: `"${id}" was not written by this run: ${access.why} (${what})` });
        }
        return unverified(question, changes.length > 0 ? changed(id, changes) : notCompared(id, gaps));
    }));
}
async function accessOf({ id, provider, config }, ctx) {
    try {
        return (await provider.capabilities?.access?.(config, (0,create_context/* forResource */.i_)(ctx, id))) ?? null;
    }
    catch {
        return null;
    }
}
/**
 * Pure. The position of the log stands beside the figures and replaces none: a checkpoint, a vacuum and other databases move
 * it, and neither an unlogged table nor most numbers of a sequence do.
 */
function compared(then, now) {
    const { provider } = now.resource;
    const quick = then.state !== undefined && now.state !== undefined;
    const states = quick ? provider.plan(then.state, now.state).map(({ target }) => target) : [];
    const same = quick ? ['what a rollback would change'] : [];
    if (then.written === null || now.written === null)
        return { changes: states, equal: same, gaps: [], log: '' };
    const [one, other] = [then.written, now.written];
    const names = [...new Set([...Object.keys(one.figures), ...Object.keys(other.figures)])];
    const moved = names.filter((name) => one.figures[name] !== other.figures[name]);
    const stood = one.position !== null && one.position === other.position;
    return {
        changes: [...states, ...moved],
        equal: [...same, ...names.filter((name) => !moved.includes(name)), ...(stood ? ['position of the log'] : [])],
        gaps: [...new Set([...one.unread, ...other.unread])],
        log: stood ? '' : logText(one.position, other.position),
    };
}
const logText = (one, other) => one === null || other === null
    ? 'the position of the log of the server cannot be read'
    : `the log of the server moved by ${BigInt(other) - BigInt(one)} bytes, as at a checkpoint or by a write to another database`;
const unread = (id, why) => ({
    level: 'warning',
    code: 'drill-production-unread',
    message: `Nothing proves that the drill left "${id}" alone: ${why}.`,
    remedy: 'Correct the cause, and run the drill again.',
});
const notCompared = (id, gaps) => ({
    ...unread(id, `not compared: ${gaps.join('; ')}`),
    remedy: 'Run the drill with credentials that only read, and let them read everything (GRANT SELECT ON ALL SEQUENCES IN SCHEMA …).',
});
const changed = (id, what) => ({
    level: 'warning',
    code: 'drill-production-changed',
    message: `"${id}" changed in production during the drill, by the drill or by others: ${what.slice(0, 5).join('; ')}.`,
    remedy: 'Run the drill with credentials that only read, or at a quiet time.',
});

// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/read-back.js
var read_back = __webpack_require__(76314);
;// CONCATENATED MODULE: ./lib/commands/drill/restore.js







/** Address of a server for scratch databases; without it, the provider starts one of its own. */
const PLACE = 'REWIND_SCRATCH_DATABASE_URL';
const placeOf = (ctx) => ctx.env.secret(PLACE) ?? null;
const MIGRATIONS = { id: 'migrations', title: 'migrations taken down and applied again on the restored copy' };
/** Restores each resource that can be restored elsewhere, one after the other, and proves the payloads of the others. */
async function restoreAll(drill, manifest) {
    const checks = [];
    for (const resource of drill.resources) {
        if (resource.backsUp !== undefined && !manifest.resources.some(({ id }) => id === resource.id))
            continue;
        checks.push(...(await checkResource(drill, manifest, resource)));
    }
    // A restore that stopped before it, or no restore at all.
    for (const { id } of drill.resources.filter(hasMigrations)) {
        if (checks.some((check) => check.resource === id && check.id.startsWith(MIGRATIONS.id)))
            continue;
        checks.push(unverified({ ...MIGRATIONS, resource: id }, {
            level: 'warning',
            code: 'drill-not-tried',
            message: 'The migrations were not tried: no copy of their database was restored.',
            remedy: 'Add the database itself to the resources (provider: postgres), and correct what its restore reports.',
        }));
    }
    return checks;
}
const hasMigrations = ({ provider }) => provider.capabilities?.database?.roundTrip !== undefined;
async function checkResource(drill, manifest, resource) {
    const { id, providerId, provider } = resource;
    const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
    if (captured === undefined) {
        const question = { resource: id, id: 'in-snapshot', title: 'the snapshot holds the resource' };
        const message = `Snapshot ${manifest.id} does not hold "${id}" (${providerId}).`;
        const remedy = 'Take a snapshot of the whole configuration.';
        return [unverified(question, { level: 'warning', code: 'drill-not-in-snapshot', message, remedy })];
    }
    const able = provider.capabilities?.drill;
    if (able === undefined)
        return provePayloads(drill, manifest, resource);
    const extra = [];
    const question = { resource: id, id: drill_record/* RESTORE_CHECK */.Kx, title: 'the backup was restored into a scratch place' };
    const checks = await answered(question, async () => {
        const { context } = drill.session;
        const source = new payload_files/* SealedSource */._y(drill.project.store, manifest, captured, drill.project.identities);
        const ctx = (0,create_context/* forResource */.i_)((0,create_context/* forSnapshot */.C)(context, manifest), id);
        const found = await drill.phases.run('restore', () => able.restore(resource.config, (0,live_plan/* parseState */.Bu)(resource, captured.state), ctx, source, {
            place: placeOf(context),
            run: drill.id,
            phase: drill.phases.run,
            work: async (copy) => {
                extra.push(...(await onCopy(drill, manifest, resource, copy)));
                return [];
            },
        }));
        if (found.length > 0)
            return underResource(id, found);
        const message = 'The restore ended, and nothing of it was checked.';
        return [unverified(question, { level: 'warning', code: 'drill-nothing-checked', message })];
    });
    return [...checks, ...extra];
}
/** What other resources try on the restored copy of their database. */
async function onCopy(drill, manifest, restored, copy) {
    const ctx = (0,create_context/* forSnapshot */.C)(drill.session.context, manifest);
    const database = (0,engine_resources/* databaseOf */.zJ)(restored, ctx);
    const checks = [];
    for (const resource of drill.resources) {
        const able = resource.provider.capabilities?.database;
        if (able?.roundTrip === undefined || database === null || (0,engine_resources/* databaseOf */.zJ)(resource, ctx) !== database)
            continue;
        checks.push(...(await drill.phases.run('migrations', () => answered({ ...MIGRATIONS, resource: resource.id }, async () => underResource(resource.id, (await able.roundTrip?.(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id), copy)) ?? [])))));
    }
    return checks;
}
/** For a resource that has no scratch place: its payloads are opened and read, and what it refers to is still there. */
async function provePayloads(drill, manifest, resource) {
    const { session, project, phases } = drill;
    const payloads = {
        resource: resource.id,
        id: 'payloads',
        title: 'the saved state was opened and read; applying it was not tried',
    };
    const there = {
        resource: resource.id,
        id: 'still-there',
        title: 'what the saved state refers to is still there',
    };
    return phases.run('payloads', async () => {
        const proven = await answered(payloads, async () => {
            const proof = { ...project, resources: [resource], ctx: session.context, manifest, depth: 'readable' };
            return [ofFindings(payloads, await (0,read_back/* proveSnapshot */.j)(proof))];
        });
        const { capabilities } = resource.provider;
        if (capabilities?.stillThere === undefined)
            return [...proven];
        const referred = await answered(there, async () => {
            const captured = manifest.resources.find(({ id }) => id === resource.id);
            const ctx = (0,create_context/* forResource */.i_)((0,create_context/* forSnapshot */.C)(session.context, manifest), resource.id);
            const saved = (0,live_plan/* parseState */.Bu)(resource, captured?.state);
            const gone = (await capabilities.stillThere?.(resource.config, saved, ctx)) ?? [];
            return [gone.some(({ level }) => level === 'error') ? failed(there, ...gone) : passed(there, gone)];
        });
        return [...proven, ...referred];
    });
}
/** Removes what killed drills left in the scratch places. Never stops the drill. */
async function tidyAll(drill) {
    const { context } = drill.session;
    const checks = [];
    for (const { id, provider, config } of drill.resources) {
        const able = provider.capabilities?.drill;
        if (able === undefined)
            continue;
        const question = { resource: id, id: 'tidy', title: 'no scratch object of an earlier drill is left' };
        const found = await answered(question, async () => {
            const removed = await able.tidy(config, (0,create_context/* forResource */.i_)(context, id), placeOf(context));
            for (const what of removed)
                context.log.info(`[${id}] removed what an earlier drill left: ${what}`);
            return [];
        });
        checks.push(...found);
    }
    return checks;
}

// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/probes/control.js
var control = __webpack_require__(31650);
// EXTERNAL MODULE: ./lib/probes/prepare.js + 1 modules
var prepare = __webpack_require__(66910);
// EXTERNAL MODULE: ./lib/probes/run-probes.js
var run_probes = __webpack_require__(64388);
;// CONCATENATED MODULE: ./lib/commands/drill/smoke.js








const isHttp = (entry) => entry.adapter === 'http' || entry.adapter === 'content' || entry.adapter === 'flow';
/** Runs each HTTP probe of the configuration once on a deployment that is not production. */
async function smoke(drill, manifest, production) {
    const { context } = drill.session;
    const { config } = drill.project;
    const entries = config.probes.filter(isHttp);
    if (entries.length === 0) {
        const question = {
            resource: drill_record/* SUBJECTS */.u0.application,
            id: 'probes',
            title: 'probes on a deployment beside production',
        };
        const message = 'The configuration has no HTTP probe, so no request was sent to the application.';
        return [notConfigured(question, message, 'Add probes (docs/probes.md).')];
    }
    const preview = previewOf(config.drill.preview, drill.resources, manifest);
    const probes = await (0,prepare/* loadProbes */.y)(entries);
    const shared = await productionProblem(preview, drill, production);
    return Promise.all(probes.map(async (probe) => {
        const { id } = probe.spec;
        const question = { resource: drill_record/* SUBJECTS */.u0.application, id: `probe-${id}`, title: `probe "${id}" on the deployment` };
        if (preview === null)
            return unverified(question, noPreview());
        if (shared !== null)
            return unverified(question, shared);
        const [check] = await answered(question, async () => [await runProbe(drill, probe, preview, question, context)]);
        return check ?? unverified(question, noPreview());
    }));
}
async function runProbe({ project }, probe, preview, question, context) {
    const { entry } = probe;
    if (!isHttp(entry))
        return unverified(question, noPreview());
    if (!preview.writes && mayWrite(entry)) {
        return unverified(question, {
            level: 'warning',
            code: 'drill-probe-not-run',
            message: `Probe "${entry.id}" sends more than GET and HEAD. ${preview.address} has the data of production, so the probe was not run.`,
            remedy: 'Set drill.preview to a deployment without production data.',
        });
    }
    const elsewhere = writesElsewhere(entry);
    if (elsewhere !== null) {
        return unverified(question, {
            level: 'warning',
            code: 'drill-probe-not-run',
            message: `Step "${elsewhere.name}" of probe "${entry.id}" may write to ${elsewhere.host}, which is not the preview. The probe was not run.`,
            remedy: 'Name the path alone in the step if the preview has it, too.',
        });
    }
    const { monitor } = project.config;
    const neutral = { url: monitor.neutral, allowPrivate: monitor['allow-private'] };
    const moved = { ...probe, entry: onPreview(entry, preview, context) };
    const around = { control: null, stays: true, controlled: null, identity: null, neutral, facts: null };
    const ready = (0,prepare/* readyProbe */.I)(moved, context, around);
    const now = () => context.clock.now().getTime();
    const { samples, errors } = await (0,run_probes/* runOnce */.J)(ready, now(), context.signal, now);
    const [sample] = samples;
    const [error] = errors;
    if (error !== undefined || sample?.kind !== 'check') {
        const why = error?.message ?? 'it gave no sample';
        const message = `Probe "${entry.id}" says nothing about ${preview.address}: ${why}.`;
        return unverified(question, { level: 'warning', code: 'drill-probe-not-run', message });
    }
    if (sample.ok)
        return passed({ ...question, title: `probe "${entry.id}" on ${preview.address}` });
    const message = `Probe "${entry.id}" failed on ${preview.address}: ${sample.error ?? 'no reason was given'}.`;
    const finding = {
        level: 'error',
        code: 'drill-probe-failed',
        message,
        remedy: 'Find out whether a rollback to this snapshot would work.',
    };
    // The machine of the drill has no network.
    return sample.neutral?.ok === false ? unverified(question, finding) : failed(question, finding);
}
const READS = new Set(['GET', 'HEAD']);
/** A step or a request that is neither GET nor HEAD may write. Pure. */
function mayWrite(entry) {
    if (entry.adapter === 'content')
        return false;
    return entry.adapter === 'http' ? !READS.has(entry.method) : entry.steps.some(({ method }) => !READS.has(method));
}
/** The host that a step of a flow names; null: that of the flow. */
const otherHost = (step, flow) => {
    const { host } = new URL(step, flow);
    return host === new URL(flow).host ? null : host;
};
/** The first step that may write to a host which stays where it is. Pure. */
function writesElsewhere(entry) {
    if (entry.adapter !== 'flow')
        return null;
    for (const { name, url, method } of entry.steps) {
        const host = otherHost(url, entry.url);
        if (host !== null && !READS.has(method))
            return { name, host };
    }
    return null;
}
/** The same probe on another host. Steps that name another host than that of the flow stay there. Pure but for the secret. */
function onPreview(entry, { address, writes }, ctx) {
    const moved = { ...entry, url: (0,control/* onControl */.R)(new URL(entry.url), address).href };
    if (moved.adapter === 'flow') {
        // Placeholders stay as they are, so the address is not parsed.
        const pathOf = (url) => url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/');
        const steps = moved.steps.map((step) => otherHost(step.url, entry.url) === null ? { ...step, url: pathOf(step.url) } : step);
        return { ...moved, steps };
    }
    // The secret belongs to the deployments of Vercel only, and no placeholder may be in it.
    const headers = writes ? {} : (0,control/* bypassHeaders */.h)(ctx);
    const plain = Object.values(headers).every((value) => /^[\w-]+$/.test(value));
    return !plain ? moved : { ...moved, headers: { ...moved.headers, ...headers } };
}
/** The address that is configured, or the permanent address of the saved deployment. */
function previewOf(given, resources, manifest) {
    if (given !== undefined)
        return { address: given, writes: true };
    for (const { id, provider, providerId } of resources) {
        const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
        const { address } = captured === undefined ? {} : (0,engine_provider/* describeState */.Jw)(provider, captured.state);
        if (address !== undefined)
            return { address, writes: false };
    }
    return null;
}
/** Why a configured address is no preview: a probe watches it, or it serves the live deployment. Null: nothing says so. */
async function productionProblem(preview, { session, project, resources }, production) {
    if (preview?.writes !== true)
        return null;
    const { host } = new URL(preview.address);
    const watched = project.config.probes.find((entry) => isHttp(entry) && new URL(entry.url).host === host);
    if (watched !== undefined)
        return isProduction(host, `probe "${watched.id}" watches it`);
    for (const { id, provider, config } of resources) {
        const ctx = (0,create_context/* forResource */.i_)(session.context, id);
        try {
            const served = await provider.capabilities?.aliasOf?.(config, ctx, host);
            const state = production.find(({ resource }) => resource.id === id)?.state;
            const live = state === undefined ? undefined : (0,engine_provider/* describeState */.Jw)(provider, state).deployment;
            if (served != null && served === live)
                return isProduction(host, `it serves the live deployment ${live}`);
        }
        catch (error) {
            return isProduction(host, `which deployment it serves could not be read (${(0,errors/* messageOf */.bD)(error)})`);
        }
    }
    return null;
}
const isProduction = (host, why) => ({
    level: 'error',
    code: 'drill-preview-is-production',
    message: `drill.preview (${host}) may be production: ${why}. No probe was run.`,
    remedy: 'Give the address of a deployment without production data.',
});
const noPreview = () => ({
    level: 'warning',
    code: 'drill-no-preview',
    message: 'The snapshot names no deployment that the probes could ask beside production.',
    remedy: 'Set drill.preview, or add the deployment to the resources (provider: vercel-deployment).',
});

;// CONCATENATED MODULE: ./lib/commands/drill/perform.js











/**
 * Carries the whole drill out. A part that cannot be carried out becomes a check; what stops it is a cancelled run, and a
 * snapshot of the command line that the store does not have.
 * @param report of an earlier drill: it is removed when this one begins
 */
async function perform(drill, report) {
    const { session, phases, project } = drill;
    const ctx = session.context;
    const before = await phases.run('production before', () => readProduction(drill.resources, ctx));
    const checks = [...(await phases.run('tidy', () => tidyAll(drill)))];
    const found = { manifest: null, misnamed: null };
    const isNamed = session.inputs.given.has('snapshot') && session.inputs.snapshot !== 'latest';
    checks.push(...(await phases.run('choose the snapshot', () => answered({ resource: drill_record/* SUBJECTS */.u0.snapshot, id: 'choose', title: 'a snapshot was found' }, async () => {
        try {
            found.manifest = await chosen(drill);
        }
        catch (error) {
            if (isNamed && error instanceof errors.RewindError && error.code === 'snapshot-not-found')
                found.misnamed = error;
            throw error;
        }
        return [];
    }))));
    // A mistake on the command line is no result of a drill, and belongs neither into the history nor into an issue.
    if (found.misnamed !== null)
        throw found.misnamed;
    // A drill that is killed from here on leaves no report that looks like its own.
    await (0,promises_.rm)(report, { force: true });
    const { manifest } = found;
    if (manifest !== null) {
        const sound = await phases.run('check the snapshot', () => soundness(drill, manifest));
        checks.push(...sound);
        // Nothing of a snapshot that another key signed, or that was changed, is run anywhere.
        if (sound.every(({ outcome }) => outcome === 'passed' || outcome === 'not-configured')) {
            checks.push(...(await restoreAll(drill, manifest)));
            checks.push(...(await phases.run('probes', () => smoke(drill, manifest, before))));
        }
    }
    const after = await phases.run('production after', () => readProduction(drill.resources, ctx));
    checks.push(...(await phases.run('production after', () => compareProduction(before, after, ctx))));
    if (ctx.signal.aborted)
        throw new errors.RewindError('cancelled', 'The drill was cancelled. Its result is not kept.');
    ctx.log.debug(`${checks.length} checks of ${project.config.environment}`);
    return { manifest, checks };
}
/** The snapshot that a rollback would take; with --random, any that a rollback could take. */
async function chosen({ session, project }) {
    if (!session.inputs.random)
        return (await (0,choose/* choose */.Sw)(session, project, session.inputs.snapshot)).manifest;
    const { history } = await (0,choose/* openSnapshots */.mn)(session, project, false);
    await history.reach(() => false);
    const left = [...history.ids];
    while (left.length > 0) {
        const index = Number.parseInt(session.context.randomHex(6), 16) % left.length;
        const [id = ''] = left.splice(index, 1);
        const { manifest } = await history.entry(id);
        // An unreadable one is a find of its own: `choose` tells why.
        if (manifest === null || !vocabulary/* NEVER_LATEST */.VI.includes(manifest.reason)) {
            return (await (0,choose/* choose */.Sw)(session, project, id)).manifest;
        }
    }
    return (await (0,choose/* choose */.Sw)(session, project, 'latest')).manifest;
}
/** What a rollback checks of a snapshot before it believes it. */
async function soundness({ session, project }, manifest) {
    const { context: ctx } = session;
    const signature = { resource: drill_record/* SUBJECTS */.u0.snapshot, id: 'signature', title: 'a key of the configuration signed it' };
    const checksums = {
        resource: drill_record/* SUBJECTS */.u0.snapshot,
        id: 'checksums',
        title: 'each payload has the checksum of the manifest',
    };
    const trusted = await answered(signature, async () => {
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now());
        if (trust.kind === 'signed')
            return [passed(signature)];
        if (project.signKeys.length === 0) {
            const message = 'The configuration names no keys, so it is unknown who wrote the snapshot.';
            return [notConfigured(signature, message, 'Create a key with "minisign -G -W", and add sign.keys.')];
        }
        // A rollback would ask a person. A drill asks nobody, so it runs nothing of it.
        const message = `Snapshot ${manifest.id} is not signed: ${trust.reason}. Nothing of it was restored.`;
        const remedy = 'Set REWIND_SIGNING_KEY in the snapshot job, and take a new snapshot.';
        return [unverified(signature, { level: 'warning', code: 'snapshots-unsigned', message, remedy })];
    });
    const intact = await answered(checksums, async () => {
        const damaged = await (0,payload_files/* checkPayloads */.M1)(project.store, manifest);
        if (damaged.length === 0)
            return [passed(checksums)];
        const parts = damaged.slice(0, 5).map((part) => part.replace(/\.$/, ''));
        const message = `Snapshot ${manifest.id} is damaged: ${parts.join('; ')}.`;
        const remedy = 'Take a new snapshot, and find out who or what changed this one.';
        return [failed(checksums, { level: 'error', code: 'snapshot-corrupt', message, remedy })];
    });
    return [...trusted, ...intact];
}

// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/runtime/markdown-cut.js
var markdown_cut = __webpack_require__(10166);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/issues.js
var issues = __webpack_require__(28012);
;// CONCATENATED MODULE: ./lib/commands/drill/issue.js







const LABEL = 'rewind-drill';
/** GitHub rejects longer titles and bodies. */
const LIMITS = { title: 256, body: 65_000 };
/** All issues with the label: there is one for each environment. */
const SINCE = '1970-01-01T00:00:00Z';
/**
 * Opens the issue of the environment if the drill did not pass, or brings it up to date; closes it after a drill that passed.
 * Safe against a kill at any request: the next drill finds the issue. A failure never changes the result of the drill.
 * @returns what was done, whole sentences
 */
async function tellIssue(session, facts) {
    if (session.run === null)
        return [];
    try {
        return await writeIssue((0,client.createGitHub)(session.context), (text) => session.context.masker.redact((0,command_line/* completeMarkdown */.hD)(session, text)), facts);
    }
    catch (error) {
        const note = `The issue about the drill was not written: ${(0,errors/* messageOf */.bD)(error)}. Grant the job "issues: write".`;
        session.context.log.warn(note);
        return [note];
    }
}
/** The same with a client. @throws HttpFailure */
async function writeIssue(github, redact, facts) {
    const { record } = facts;
    const marker = (0,issues/* markerOf */.we)(`drill/${record.environment}`);
    const found = (await (0,issues/* findIssues */.I0)(github, LABEL, [marker], SINCE)).get(marker);
    const body = `${marker}\n${(0,markdown_cut/* cutMarkdown */.G)(redact((0,drill/* drillMarkdown */.Vd)(facts)), { most: LIMITS.body, rest: 'The job summary has all of it.' })}`;
    if (record.verdict === 'passed') {
        if (found === undefined || found.state === 'closed')
            return [];
        await (0,issues/* editIssue */._e)(github, found.number, body, 'closed');
        return [`Issue #${found.number} was closed: the drill passed.`];
    }
    if (found !== undefined) {
        await (0,issues/* editIssue */._e)(github, found.number, body, 'open');
        return [`Issue #${found.number} reports this drill: ${found.url}`];
    }
    const title = (0,runtime_text/* cutText */.IN)(redact((0,drill/* drillTitle */.Qf)(facts)), LIMITS.title);
    const { number, url } = await (0,issues/* createIssue */.Ko)(github, { title, body, label: LABEL });
    return [`Issue #${number} reports this drill: ${url}`];
}

// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/incident/approval-waits.js
/** The times from a plan to its first approval in one record, in milliseconds. Pure. */
function approvalWaits(entries) {
    const plans = new Map();
    const waits = new Map();
    for (const entry of entries) {
        if (entry.kind === 'planned' && entry.data.plan === 'rollback') {
            plans.set(entry.data.digest, Date.parse(entry.data.plannedAt));
        }
        if (entry.kind !== 'approved' || waits.has(entry.data.digest))
            continue;
        const planned = plans.get(entry.data.digest);
        if (planned !== undefined)
            waits.set(entry.data.digest, Math.max(0, Date.parse(entry.at) - planned));
    }
    return [...waits.values()];
}
/** The middle value; of an even number the lower one of the two. Null of none. Pure. */
function middle(values) {
    return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}

// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
;// CONCATENATED MODULE: ./lib/commands/drill/recovery-point.js







/** Records that are read for the usual wait. */
const RECORDS = 20;
/**
 * How much a restore would lose now. Reads production.
 * @param drills earlier ones, and this one with the checks that it made so far
 */
async function recoveryPoint(drill, drills) {
    const proven = (0,drill_record/* newestProven */.t$)(drills);
    if (proven === null)
        return { ms: null, snapshot: null, rows: null };
    const ms = Math.max(0, drill.session.context.clock.now().getTime() - Date.parse(proven.takenAt));
    return { ms, snapshot: proven.id, rows: await rowsSince(drill, proven.id) };
}
/** Null if a database cannot tell, or if there is none. What cannot be read is a warning. */
async function rowsSince({ session, project, resources }, id) {
    const { context } = session;
    let sum = null;
    try {
        const manifest = await (0,snapshot_files/* readManifest */.WI)(project.store, project.config.environment, id);
        for (const resource of resources) {
            const { capabilities } = resource.provider;
            const captured = manifest.resources.find((one) => one.id === resource.id && one.provider === resource.providerId);
            if (capabilities?.measureLoss === undefined || captured === undefined)
                continue;
            const ctx = (0,create_context/* forResource */.i_)((0,create_context/* forSnapshot */.C)(context, manifest), resource.id);
            const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
            const { losses } = await capabilities.measureLoss(resource.config, saved, ctx, 0);
            for (const { written, replaced } of losses) {
                if (written === null)
                    return null;
                sum = (sum ?? 0) + written + Math.max(0, replaced ?? 0);
            }
            sum ??= 0;
        }
        return sum;
    }
    catch (error) {
        context.log.warn(`The rows written since snapshot ${id} could not be counted: ${(0,errors/* messageOf */.bD)(error)}`);
        return null;
    }
}
/** The usual wait from a plan to its approval, from the records of incidents; null if no record has one. */
async function usualWait({ session, project }) {
    const { store, config } = project;
    const waits = [];
    try {
        for (const id of (await (0,record/* listIncidents */.MZ)(store, config.environment)).slice(-RECORDS)) {
            waits.push(...approvalWaits(await (0,record/* readEntries */.$2)(store, config.environment, id)));
        }
    }
    catch (error) {
        session.context.log.warn(`A record of an incident does not count for the usual wait: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return middle(waits);
}

;// CONCATENATED MODULE: ./lib/commands/drill/index.js
















const drill_STATUS = { passed: 0, failed: 1, 'target-missed': 1, unverified: 3 };
/** Restores a snapshot beside production, checks it there, measures, and keeps the result in the store. */
/* harmony default export */ const commands_drill = ((0,command/* defineCommand */.N)({
    name: 'drill',
    summary: 'Rehearse a rollback beside production: restore a snapshot, check it, measure RTO and RPO.',
    flags: {
        snapshot: flags/* FLAGS */.Wg.snapshot,
        random: (0,flags/* toggle */.L$)('Take any snapshot of the store instead of the newest.'),
        'game-day': (0,flags/* toggle */.L$)('Inject a fault into a sandbox, and score how it is detected, decided and undone. No production.'),
        fault: {
            ...(0,flags/* text */.Qq)('name', `With --game-day: the fault, one of ${GAME_DAY_FAULT_NAMES.join(', ')}; drawn if not given.`),
            allowed: `one of ${GAME_DAY_FAULT_NAMES.join(', ')}`,
            parse: isFault,
            absent: null,
        },
        seed: {
            ...(0,flags/* text */.Qq)('number', 'With --game-day: draws the fault; the same number draws the same fault.'),
            allowed: 'a whole number from 0 to 999999999',
            parse: (given) => (/^\d{1,9}$/.test(given) ? Number(given) : undefined),
            absent: null,
        },
        yes: (0,flags/* toggle */.L$)('With --game-day: the program plays alone, without a person and a terminal.'),
        out: flags/* FLAGS */.Wg.out,
        'install-client': flags/* FLAGS */.Wg['install-client'],
    },
    examples: ['drill', 'drill --random', 'drill --snapshot ~3', 'drill --game-day'],
    verdicts: drill_record/* DRILL_VERDICTS */.D7,
    notes: [
        'The database is restored into a scratch place: the server of REWIND_SCRATCH_DATABASE_URL, else a server that Rewind',
        'starts on this machine. Of other resources the saved state is opened and read. Production is only read, before and',
        'after, and compared. The HTTP probes run on drill.preview, or on the permanent address of the saved deployment.',
        'With --game-day, nothing of this is done: a sandbox on this machine plays an incident (docs/training.md).',
        'Exit status 0: each check passed and each target was reached. 1: a check failed ("failed"), or a target was missed',
        '("target-missed"). 3: something could not be verified ("unverified"); this is never counted as passed.',
    ],
    outputs: [
        'snapshot-id',
        'drill-artifact',
        'drill-path',
        'index-artifact',
        'index-path',
        'retention-days',
        'report-path',
    ],
    async run(session) {
        if (session.inputs.gameDay)
            return gameDay(withoutDrill(session));
        for (const flag of ['fault', 'seed', 'yes']) {
            if (session.inputs.given.has(flag))
                throw new errors.RewindError('input-invalid', `--${flag} needs --game-day.`);
        }
        const project = await session.open();
        if (project.identities.length === 0) {
            throw new errors.RewindError('identity-missing', 'A drill needs an identity to open the snapshot.');
        }
        if (session.inputs.random && session.inputs.given.has('snapshot')) {
            throw new errors.RewindError('input-invalid', '--random and --snapshot cannot be combined.');
        }
        // Fails before the restore, not after it.
        await (0,files/* assertWritable */.Bz)('out', session.path(pageOf(session)));
        const history = await (0,drill_history/* readDrills */.f)(project.store, project.config.environment);
        const { record, facts } = await measured(session, project, history);
        const notes = [...facts.notes];
        await keep(session, project, record, history);
        notes.push(...(await tellIssue(session, { ...facts, notes })));
        const done = { ...facts, notes };
        const page = await writePage(session, done);
        return {
            exit: drill_STATUS[record.verdict],
            json: (0,runtime_json/* toJson */.aB)({
                ok: record.verdict === 'passed',
                ...record,
                checks: facts.checks,
                report: page,
                notes,
            }),
            text: (0,drill/* drillText */.vZ)(done),
            summary: (0,drill/* drillMarkdown */.Vd)(done),
            outputs: {
                verdict: record.verdict,
                'report-path': page,
                ...(record.snapshot === null ? {} : { 'snapshot-id': record.snapshot.id }),
            },
        };
    },
}));
/** A game day takes no snapshot of a store. @throws RewindError input-invalid */
function withoutDrill(session) {
    for (const flag of ['snapshot', 'random', 'scope']) {
        if (!session.inputs.given.has(flag))
            continue;
        throw new errors.RewindError('input-invalid', `--${flag} and --game-day cannot be combined.`);
    }
    return session;
}
async function measured(session, project, history) {
    const { context: ctx } = session;
    const startedAt = ctx.clock.now();
    const phases = new PhaseClock(ctx.clock);
    const id = (0,engine_manifest/* snapshotIdAt */.P1)(startedAt, ctx.randomHex(2));
    const drill = { session, project, resources: [...project.resources, ...project.backups], phases, id };
    const { manifest, checks } = await perform(drill, session.path(pageOf(session)));
    const { scope } = session.inputs;
    const own = {
        startedAt: startedAt.toISOString(),
        snapshot: snapshotOf(manifest),
        scope: scope === null ? null : [...scope],
        checks: checksOf(checks),
    };
    const [point, waitMs] = await phases.run('recovery point', async () => [
        await recoveryPoint(drill, [...history.drills, own]),
        await usualWait(drill),
    ]);
    const measurement = {
        ...{ id, startedAt, manifest, scope, checks, waitMs, point },
        phases: phases.phases(),
        endedAt: ctx.clock.now(),
    };
    const record = recordOf(project, measurement, session.run?.url ?? null);
    return {
        record,
        facts: { record, checks, earlier: history.drills, notes: history.problems },
    };
}
const pageOf = ({ inputs }) => `${inputs.out}/drill.html`;
/** Writes the report as a page. @returns its path, relative to the repository */
async function writePage(session, facts) {
    const { drillPage } = await __webpack_require__.e(/* import() */ 7323).then(__webpack_require__.bind(__webpack_require__, 87323));
    const path = pageOf(session);
    await (0,files/* writeOutput */.zh)('out', session.path(path), session.context.masker.redact(await drillPage(facts)));
    return path;
}


/***/ }),

/***/ 59418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readDrills),
/* harmony export */   h8: () => (/* binding */ writeDrill)
/* harmony export */ });
/* unused harmony export SHOWN_DRILLS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17761);
/* harmony import */ var _drill_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44753);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94365);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78101);






/** Drills that a report shows, and that the file of a drill carries along where a service deletes older ones. */
const SHOWN_DRILLS = 12;
/** `drills/<environment>/<id>/drill.json`: a file is written once. */
const keyOf = (environment, id) => `drills/${environment}/${id}/drill.json`;
const file = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    drill: _drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .drillRecord */ .Z1,
    /** Earlier drills, oldest first; only in a store that deletes them after a time. */
    earlier: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .drillRecord */ .Z1).max(SHOWN_DRILLS),
});
/**
 * The last drills of an environment. A file that is damaged, or of another environment, does not count.
 * @throws RewindError store-unreadable
 */
async function readDrills(store, environment) {
    const objects = await store.list(`drills/${environment}`, SHOWN_DRILLS);
    const ids = [...new Set(objects.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn.test(id));
    const newest = ids.sort().slice(-SHOWN_DRILLS);
    const problems = [];
    const found = new Map();
    for (const id of newest) {
        try {
            const key = keyOf(environment, id);
            const content = await (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimited */ .tk)(await store.open(key), key);
            const { drill, earlier } = file.parse(JSON.parse(content.toString('utf8')));
            if (drill.id !== id)
                throw new Error(`it is the drill ${drill.id}`);
            for (const one of [...earlier, drill]) {
                if (one.environment !== environment)
                    throw new Error(`it belongs to "${one.environment}"`);
            }
            for (const one of [...earlier, drill])
                found.set(one.id, one);
        }
        catch (error) {
            problems.push(`Drill ${id} could not be read and does not count: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).split('\n')[0] ?? ''}.`);
        }
    }
    return { drills: [...found.values()].sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .al)(a.id, b.id)).slice(-SHOWN_DRILLS), problems };
}
/** Adds a drill. @param earlier as `readDrills` @throws RewindError store-write-failed, disk-full */
async function writeDrill(store, drill, earlier) {
    const kept = store.expires === true ? earlier.slice(-(SHOWN_DRILLS - 1)) : [];
    const content = file.parse({ version: 1, drill, earlier: kept });
    await store.put(keyOf(drill.environment, drill.id), Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}


/***/ }),

/***/ 44753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ DRILL_VERDICTS),
/* harmony export */   Ec: () => (/* binding */ missedTargets),
/* harmony export */   Kx: () => (/* binding */ RESTORE_CHECK),
/* harmony export */   R_: () => (/* binding */ hasRestored),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   Z1: () => (/* binding */ drillRecord),
/* harmony export */   cG: () => (/* binding */ recoveryMs),
/* harmony export */   t$: () => (/* binding */ newestProven),
/* harmony export */   u0: () => (/* binding */ SUBJECTS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39263);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94365);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78101);




const DRILL_VERDICTS = ['passed', 'failed', 'unverified', 'target-missed'];
/** Phases of a drill that no rollback has. All others count for the recovery time. */
const DRILL_ONLY = [
    'production before',
    'production after',
    'tidy',
    'scratch server',
    'removal of the copy',
    'stop of the scratch server',
    'migrations',
    'recovery point',
    'watch',
    'decision',
];
const amount = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative();
/** One drill: times, counts and codes. No text of a service, no row, no secret. */
const drillRecord = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .SNAPSHOT_ID */ .dn),
    environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('drill'),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    endedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    /** Null: no snapshot could be chosen. */
    snapshot: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), takenAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() }).nullable(),
    /** Resource ids that were asked for; null: all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['passed', 'failed', 'unverified']),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(DRILL_VERDICTS),
    /** Milliseconds. Their sum is the time of the drill. */
    phases: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(100), ms: amount })),
    /** Time of the phases that a rollback has, without a person. */
    rtoMs: amount,
    /** Median wait from a plan to its approval in past rollbacks; null: not measured. */
    waitMs: amount.nullable(),
    /** Age of the newest snapshot that passed its last drill; null: none did. */
    rpoMs: amount.nullable(),
    /** Rows that a restore of that snapshot would take; null: not known. */
    rowsSince: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative().nullable(),
    targets: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ rtoMinutes: amount.nullable(), rpoMinutes: amount.nullable() }),
    missed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['rto', 'rpo'])),
    checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        resource: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['passed', 'failed', 'unverified', 'not-configured']),
        codes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    })),
});
/** The check that something was restored into a scratch place. */
const RESTORE_CHECK = 'restore';
/** Whether the drill restored something. One that did not has measured no recovery time. Pure. */
const hasRestored = (checks) => checks.some(({ id, outcome }) => id === RESTORE_CHECK && outcome === 'passed');
/** The recovery time: the phases that a rollback has. Pure. */
const recoveryMs = (phases) => phases.reduce((sum, { name, ms }) => (DRILL_ONLY.includes(name) ? sum : sum + ms), 0);
/** The targets that were missed. A value that is not known misses none; `verdictOf` tells what it means. Pure. */
function missedTargets({ checks, rtoMs, waitMs, rpoMs, targets }) {
    const over = (ms, target) => target !== null && ms > target * 60_000;
    return [
        ...(hasRestored(checks) && over(rtoMs + (waitMs ?? 0), targets.rtoMinutes) ? ['rto'] : []),
        ...(rpoMs !== null && over(rpoMs, targets.rpoMinutes) ? ['rpo'] : []),
    ];
}
/**
 * `passed` only if each check passed and each target was measured and reached. A failed check outweighs one that could not
 * be carried out, and both outweigh a target. Pure.
 */
function verdictOf(measured) {
    const outcome = (0,_drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillOutcome */ .q)(measured.checks);
    if (outcome !== 'passed')
        return { outcome, verdict: outcome };
    if (missedTargets(measured).length > 0)
        return { outcome, verdict: 'target-missed' };
    const { targets, rpoMs, checks } = measured;
    const unknown = (targets.rpoMinutes !== null && rpoMs === null) || (targets.rtoMinutes !== null && !hasRestored(checks));
    return { outcome, verdict: unknown ? 'unverified' : 'passed' };
}
/** What a check is about, if it is no resource of the configuration. */
const SUBJECTS = { snapshot: 'snapshot', application: 'application', production: 'production' };
/** What a drill says of the snapshot alone: not of the deployment that served the smoke probes, not of production. */
const testOf = ({ checks }) => (0,_drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillOutcome */ .q)(checks.filter(({ resource }) => resource !== SUBJECTS.application && resource !== SUBJECTS.production));
/**
 * The newest snapshot that passed its last drill; null if there is none. Only drills of the whole configuration count: what a
 * drill left out was not tested. Pure.
 */
function newestProven(drills) {
    const last = new Map();
    for (const one of [...drills].sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(a.startedAt, b.startedAt))) {
        if (one.snapshot !== null && one.scope === null)
            last.set(one.snapshot.id, one);
    }
    const proven = [...last.values()].flatMap((one) => testOf(one) === 'passed' && one.snapshot !== null ? [one.snapshot] : []);
    return proven.sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(b.takenAt, a.takenAt))[0] ?? null;
}


/***/ }),

/***/ 39263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ drillOutcome)
/* harmony export */ });
/** Pure. No check at all is no proof, and neither are checks that nobody configured. */
function drillOutcome(checks) {
    if (checks.some(({ outcome }) => outcome === 'failed'))
        return 'failed';
    const asked = checks.filter(({ outcome }) => outcome !== 'not-configured');
    return asked.length > 0 && asked.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'unverified';
}


/***/ }),

/***/ 76314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readBack),
/* harmony export */   j: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85836);
/* harmony import */ var _payload_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92684);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21223);





/**
 * Checks all payloads, and proves those of the resources; without an identity it only checks. Reads each payload once: a proof
 * reads payloads to their end, and the check reads only the others. A restore carries out what a dump says, so before that
 * the check reads all, and a damaged snapshot is not restored.
 *
 * @throws RewindError of the store, if it cannot be read
 */
async function readBack(request) {
    const { store, manifest, identities, depth } = request;
    const intact = new Set();
    const prove = async () => identities.length === 0 ? [] : proveSnapshot({ ...request, intact });
    if (depth === 'restorable') {
        const damaged = await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPayloads */ .M1)(store, manifest);
        return { damaged, findings: damaged.length > 0 ? [] : await prove() };
    }
    const findings = await prove();
    return { findings, damaged: await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPayloads */ .M1)(store, manifest, undefined, intact) };
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities, request.intact);
        (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .assertSameProvider */ .Wo)(resource, captured.provider);
        const state = (0,_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}


/***/ }),

/***/ 99069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Gy: () => (/* binding */ openIncidents),
/* harmony export */   MZ: () => (/* binding */ listIncidents),
/* harmony export */   Q1: () => (/* binding */ INCIDENTS_AT_ONCE),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34903);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61022);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21022);







/**
 * Files of one incident, under `incidents/<environment>/<id>/`:
 *   000001.json …   entries, one object each, never written twice
 *   head.json       number and hash of the last entry, written after it
 */
const folderOf = (environment, id) => `incidents/${environment}/${id}`;
const FILE = /\/(\d{6})\.json$/;
const keyOf = (environment, id, seq) => `${folderOf(environment, id)}/${String(seq).padStart(6, '0')}.json`;
const headKey = (environment, id) => `${folderOf(environment, id)}/head.json`;
const head = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ seq: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().positive(), hash: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() });
/** Times that an entry is placed again because another process wrote the same number. */
const RETRIES = 20;
/** Records that are read at once. */
const INCIDENTS_AT_ONCE = 4;
/** Entries of a record that are read at once. */
const READS = 32;
/** Ids of the incidents of an environment, oldest first. */
async function listIncidents(store, environment) {
    const objects = await store.list(`incidents/${environment}`);
    const own = objects.filter(({ key }) => FILE.test(key) || key.endsWith('/head.json'));
    return [...new Set(own.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _entry_js__WEBPACK_IMPORTED_MODULE_4__/* .INCIDENT_ID */ .zP.test(id)).sort();
}
/**
 * Reads what is there, also if it is damaged.
 * @param known the first entries, as they were read before: entries are never written twice
 * @throws RewindError incident-not-found
 */
async function readRecord(store, environment, id, known = []) {
    const folder = folderOf(environment, id);
    const listed = await store.list(folder);
    const end = await readHead(store, environment, id, listed);
    // Another writer may have added entries after the listing. A head is written after its entry, so a new listing has it.
    const isOld = end !== null && end !== 'unreadable' && !listed.some(({ key }) => key === keyOf(environment, id, end.seq));
    const numbered = (isOld ? await store.list(folder) : listed).flatMap(({ key }) => {
        const seq = FILE.exec(key)?.[1];
        return seq === undefined ? [] : [{ key, seq: Number(seq) }];
    });
    if (numbered.length === 0 && end === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('incident-not-found', `There is no incident ${id} in "${environment}".`);
    }
    const stored = await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .mapLimited */ .bB)(numbered, READS, async ({ key, seq }) => {
        const before = known[seq - 1];
        if (before !== undefined)
            return { seq, entry: before };
        const content = await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text);
        try {
            return { seq, entry: (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(content, key) };
        }
        catch {
            return { seq, entry: null };
        }
    });
    return { stored, head: end };
}
async function readHead(store, environment, id, objects) {
    const key = headKey(environment, id);
    // A writer that was killed between the first entry and its head.
    if (!objects.some((object) => object.key === key))
        return null;
    try {
        return head.parse(JSON.parse(await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)));
    }
    catch {
        return 'unreadable';
    }
}
/**
 * The entries of a sound record.
 * @param known the first entries, as they were read before
 * @throws RewindError incident-not-found, incident-corrupt
 */
async function readEntries(store, environment, id, known = []) {
    const { stored, head: end } = await readRecord(store, environment, id, known);
    const problems = (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsOf */ .G)(stored, id, end);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
    }
    return stored.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}
/**
 * The incidents that are not closed, newest first.
 * @param onDamaged gets the error of each damaged record; the result leaves that incident out
 */
async function openIncidents(store, environment, onDamaged) {
    const open = [];
    for (const id of (await listIncidents(store, environment)).reverse()) {
        try {
            const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_6__/* .statusOf */ .c2)(await readEntries(store, environment, id));
            if (status.closed === null)
                open.push(status);
        }
        catch (error) {
            if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError) || error.code !== 'incident-corrupt')
                throw error;
            onDamaged(error);
        }
    }
    return open;
}
/** Reads and writes one record. Entries with a key are written once. */
class Recorder {
    store;
    environment;
    incident;
    author;
    clock;
    /** The record as this process knows it: each entry is read once, because a record grows. */
    known = null;
    /** True: there may be more entries. */
    isOld = false;
    /** Number of entries that this process copied. */
    carried = 0;
    /** One step at a time: messages are sent beside a rollback, and both write. */
    last = Promise.resolve();
    constructor(store, environment, incident, author, clock) {
        this.store = store;
        this.environment = environment;
        this.incident = incident;
        this.author = author;
        this.clock = clock;
    }
    /**
     * Appends an entry. Safe against a kill at any write and against a second writer: a number is written only once.
     * @returns false if the entry with this key was there already
     * @throws RewindError incident-corrupt, store-unreadable, store-write-failed
     */
    add(kind, data, key = null) {
        return this.inTurn(() => this.append(kind, data, key));
    }
    /** The entries, with those that this process wrote. @throws RewindError incident-not-found, incident-corrupt */
    entries() {
        return this.inTurn(() => this.read(false));
    }
    /** Looks for new entries before the next step: another process may have written. */
    refresh() {
        this.isOld = true;
    }
    inTurn(step) {
        const turn = this.last.then(step, step);
        this.last = turn.catch(() => undefined);
        return turn;
    }
    async append(kind, data, key) {
        const { environment, incident, store } = this;
        for (let tries = 0; tries < RETRIES; tries += 1) {
            const entries = await this.read(kind === 'opened');
            if (key !== null && entries.some((entry) => entry.key === key))
                return false;
            const { by, run, redact } = this.author;
            const at = this.clock.now().toISOString();
            const clean = JSON.parse(redact(JSON.stringify(data)));
            const content = { incident, environment, at, by, run, key, kind, data: clean };
            const entry = (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .chain */ .cy)(content, entries.at(-1));
            await this.carry(entries);
            if (!(await create(store, keyOf(environment, incident, entry.seq), entry))) {
                // Another writer was faster.
                this.isOld = true;
                continue;
            }
            this.known = [...entries, entry];
            await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
            return true;
        }
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('store-write-failed', `Another process keeps writing to incident ${incident}.`);
    }
    async read(first) {
        if (this.known !== null && !this.isOld)
            return this.known;
        this.isOld = false;
        try {
            this.known = await readEntries(this.store, this.environment, this.incident, this.known ?? []);
            return this.known;
        }
        catch (error) {
            if (first && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError && error.code === 'incident-not-found')
                return [];
            this.isOld = true;
            throw error;
        }
    }
    /** An artifact of a run holds the whole record, because the artifacts of earlier runs expire. */
    async carry(entries) {
        if (this.store.expires !== true)
            return;
        for (const entry of entries.slice(this.carried)) {
            await this.store.put(keyOf(this.environment, this.incident, entry.seq), encode(entry));
        }
        this.carried = entries.length;
    }
}
const encode = (content) => Buffer.from(`${JSON.stringify(content)}\n`);
/** @returns false if the object exists. A store that cannot tell is used by one run at a time. */
async function create(store, key, entry) {
    if (store.create !== undefined)
        return store.create(key, encode(entry));
    await store.put(key, encode(entry));
    return true;
}


/***/ }),

/***/ 31650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ onControl),
/* harmony export */   h: () => (/* binding */ bypassHeaders)
/* harmony export */ });
/** Vercel's own name of the secret that opens protected deployments to programs. */
const BYPASS = 'VERCEL_AUTOMATION_BYPASS_SECRET';
/** The same path on the previous deployment. */
function onControl(url, control) {
    const moved = new URL(control);
    // Set apart: a path like //host would name another host if it were resolved.
    moved.pathname = url.pathname;
    moved.search = url.search;
    return moved;
}
/** The headers that open a protected deployment, for its host only. */
function bypassHeaders(ctx) {
    const secret = ctx.env.secret(BYPASS);
    return secret === undefined ? {} : { 'x-vercel-protection-bypass': secret };
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

/***/ 10377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kt: () => (/* binding */ probeSpec),
/* harmony export */   XM: () => (/* binding */ sample),
/* harmony export */   ah: () => (/* binding */ appendRun),
/* harmony export */   ej: () => (/* binding */ probeRun),
/* harmony export */   vF: () => (/* binding */ probeError),
/* harmony export */   xF: () => (/* binding */ SAMPLE_KINDS),
/* harmony export */   xS: () => (/* binding */ AREAS)
/* harmony export */ });
/* unused harmony export probeSeries */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** What a probe checks; the parts of a system that the report answers for. */
const AREAS = ['authentication', 'payments', 'content', 'performance', 'data', 'security'];
/**
 * What the samples of a probe are:
 * - `check`: one request, or one flow of requests; it succeeds or fails, with a latency
 * - `count`: bad events among all events of an interval (payments, errors of an application)
 * - `assertion`: a statement about the data that must be true
 * - `alert`: the state of an alarm or a monitor of another service
 */
const SAMPLE_KINDS = ['check', 'count', 'assertion', 'alert'];
const instant = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().describe('Milliseconds since the epoch.');
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative();
/** Short text of ours or of a service; inert, without secrets. */
const shortText = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(500);
/** What all code needs to know of a probe. The configuration of its adapter holds the rest. */
const probeSpec = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter'),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(SAMPLE_KINDS),
    area: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(AREAS),
    /** True: the probe alone may lead to the verdict `roll-back`. */
    critical: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Latency in milliseconds above which a check counts as slow, whatever the baseline is. */
    limitMs: milliseconds.positive().optional(),
});
/** Milliseconds of each part of a request, as far as it went. */
const phases = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    lookup: milliseconds.optional(),
    connect: milliseconds.optional(),
    tls: milliseconds.optional(),
    firstByte: milliseconds.optional(),
    download: milliseconds.optional(),
});
const lateMs = milliseconds.optional().describe('How much later than planned the tick began. Set by `appendRun`.');
const checkSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('check'),
    /** When the request began. */
    at: instant,
    /** The result; of the second attempt if there was one. */
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    latencyMs: milliseconds.optional(),
    phases: phases.optional(),
    /** Why it failed. */
    error: shortText.optional(),
    /** True: the first attempt failed, and this is the second one, on a new connection. */
    retried: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    /** The same check of the previous deployment at its immutable address, in the same tick. */
    control: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), latencyMs: milliseconds.optional() }).optional(),
    /** A check of a target that has nothing to do with production, in the same tick. False: we are the ones without network. */
    neutral: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }).optional(),
    /**
     * Id of the deployment that served the request, or that the domain pointed at. `null`: it could not be read. Absent: the
     * check does not go to a deployment.
     */
    deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200).nullable().optional(),
    lateMs,
});
const countSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('count'),
    /** The interval, from (inclusive) … at (exclusive). Intervals of one probe do not overlap. */
    from: instant,
    at: instant,
    bad: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** All events, the bad ones included. 0 is an answer (silence); an interval that could not be read has no sample. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    lateMs,
});
const assertionSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('assertion'),
    at: instant,
    holds: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** What was found, e.g. "3 orders without a customer". */
    detail: shortText.optional(),
    lateMs,
});
const alertSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('alert'),
    at: instant,
    /** Name of the alarm in its service. */
    name: shortText,
    firing: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    detail: shortText.optional(),
    lateMs,
});
const sample = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [checkSample, countSample, assertionSample, alertSample])
    .refine((one) => one.kind !== 'count' || (one.bad <= one.total && one.from <= one.at), 'bad events exceed all events');
/**
 * Why a tick has no sample:
 * - `not-watched`: the service refuses to answer (403, 404), or the alarm does not exist or is switched off
 * - `provider`: the service failed or did not answer in time
 * - `refused`: we did not ask, e.g. the address is private
 */
const ERROR_REASONS = ['not-watched', 'provider', 'refused'];
const probeError = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ at: instant, reason: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ERROR_REASONS), message: shortText });
/** What an adapter returns for one tick. An unreachable production is a failed sample; everything else is an error. */
const probeRun = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
    /** What a later run compares with, e.g. the checksum of an asset. The baseline keeps the last ones. */
    facts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(40), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200)).optional(),
    timings: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ dueAt: instant, startedAt: instant, endedAt: instant }),
});
/** All that is known of one probe, in the order of time. */
const probeSeries = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    probe: probeSpec,
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
});
/** Adds a tick to the series, in place: a watch of a day has many. A late tick marks its samples. */
function appendRun(series, run) {
    const late = Math.max(0, run.timings.startedAt - run.timings.dueAt);
    for (const one of run.samples)
        series.samples.push(late === 0 ? one : { ...one, lateMs: late });
    series.errors.push(...run.errors);
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

/***/ 29943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ recoveryTime),
/* harmony export */   FF: () => (/* binding */ rtoText),
/* harmony export */   Qf: () => (/* binding */ drillTitle),
/* harmony export */   U4: () => (/* binding */ historyRows),
/* harmony export */   Vd: () => (/* binding */ drillMarkdown),
/* harmony export */   Xs: () => (/* binding */ rowsText),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS),
/* harmony export */   eB: () => (/* binding */ HISTORY_HEAD),
/* harmony export */   nC: () => (/* binding */ rpoText),
/* harmony export */   nS: () => (/* binding */ lasting),
/* harmony export */   nx: () => (/* binding */ OUTCOME_WORDS),
/* harmony export */   vZ: () => (/* binding */ drillText)
/* harmony export */ });
/* unused harmony export notComparedText */
/* harmony import */ var _engine_drill_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44753);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36447);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);




const VERDICT_WORDS = {
    passed: 'passed',
    failed: 'FAILED',
    unverified: 'could not verify everything',
    'target-missed': 'missed a target',
};
const OUTCOME_WORDS = {
    passed: 'passed',
    failed: 'FAILED',
    unverified: 'not verified',
    'not-configured': 'not configured',
};
/** "9 min 30 s" of milliseconds. */
const lasting = (ms) => (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(ms / 1000);
/** One line, e.g. "Drill passed: snapshot … of production." */
function drillTitle({ record }) {
    const of = record.snapshot === null ? 'no snapshot' : `snapshot ${record.snapshot.id}`;
    const counted = (outcome) => record.checks.filter((one) => one.outcome === outcome).length;
    const sums = `${counted('passed')} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(record.checks.length - counted('not-configured'), 'check')} passed, ${counted('failed')} failed, ${counted('unverified')} not verified`;
    const limits = notComparedText(record);
    return `Drill of "${record.environment}" ${VERDICT_WORDS[record.verdict]}: ${of}, ${sums}${limits === '' ? '' : `; ${limits}`}.`;
}
/** What the checks leave out that nobody configured, by the id of the check. */
const LEFT_OUT = {
    'row-content': 'contents of the rows, which were only counted',
    canary: 'a canary row',
    signature: 'who signed the snapshot',
    probes: 'answers of the application',
};
/**
 * What a verdict does not cover: what nobody configured, and saved states that were read and not applied. Empty if there is
 * nothing of it. Pure.
 */
function notComparedText({ checks }) {
    const of = new Map();
    for (const { id, resource } of checks.filter(({ outcome }) => outcome === 'not-configured')) {
        const what = LEFT_OUT[id] ?? id;
        of.set(what, [...(of.get(what) ?? []), ...(isSubject(resource) ? [] : [resource])]);
    }
    const left = [...of].map(([what, resources]) => resources.length === 0 ? what : `${what} (${resources.join(', ')})`);
    const read = checks.filter(({ id, outcome }) => id === 'payloads' && outcome === 'passed');
    return [
        ...(left.length === 0 ? [] : [`not compared: ${left.join(', ')}`]),
        ...(read.length === 0 ? [] : [`read and not applied: ${read.map(({ resource }) => resource).join(', ')}`]),
    ].join('; ');
}
const isSubject = (resource) => Object.values(_engine_drill_record_js__WEBPACK_IMPORTED_MODULE_0__/* .SUBJECTS */ .u0).includes(resource);
/** The verdict of a row of the history, and what it does not cover. */
function resultText(record) {
    const limits = notComparedText(record);
    return limits === '' ? VERDICT_WORDS[record.verdict] : `${VERDICT_WORDS[record.verdict]} (${limits})`;
}
/** The recovery time with its target. Says what it leaves out. */
function rtoText({ checks, rtoMs, waitMs, targets, missed }) {
    if (!(0,_engine_drill_record_js__WEBPACK_IMPORTED_MODULE_0__/* .hasRestored */ .R_)(checks)) {
        return `Recovery time (RTO): not measured, because nothing was restored. ${targetText(targets.rtoMinutes, false, false)}`;
    }
    const wait = waitMs === null
        ? 'the wait for an approval was not measured and is not in it'
        : `with the usual wait for an approval, ${lasting(waitMs)}, ${lasting(rtoMs + waitMs)}`;
    return `Recovery time (RTO): ${lasting(rtoMs)}; ${wait}. ${targetText(targets.rtoMinutes, missed.includes('rto'), true)}`;
}
/** The recovery time of a table or a tile. */
const recoveryTime = ({ checks, rtoMs }) => (0,_engine_drill_record_js__WEBPACK_IMPORTED_MODULE_0__/* .hasRestored */ .R_)(checks) ? lasting(rtoMs) : 'not measured';
/** An updated row counts twice: as a row that a restore takes, and as one that comes back. */
const rowsText = (count) => count === 0 ? 'no row' : `at most ${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;
/** The recovery point with its target. */
function rpoText({ rpoMs, rowsSince, targets, missed }) {
    const rows = rowsSince === null ? 'how many rows changed since is not known' : `${rowsText(rowsSince)} changed since`;
    const point = rpoMs === null
        ? 'no snapshot passed its last drill'
        : `the newest snapshot that passed its last drill is ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(rpoMs)} old; ${rows}`;
    return `Recovery point (RPO): ${point}. ${targetText(targets.rpoMinutes, missed.includes('rpo'), rpoMs !== null)}`;
}
function targetText(minutes, missed, known) {
    if (minutes === null)
        return 'There is no target.';
    const target = `Target ${minutes} min`;
    return !known ? `${target}: not verified.` : missed ? `${target}: MISSED.` : `${target}: reached.`;
}
/** For a terminal. */
function drillText(facts) {
    const { record, checks, notes } = facts;
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)([
        drillTitle(facts),
        ...checks.map(({ outcome, resource, title }) => `  ${OUTCOME_WORDS[outcome]}: [${resource}] ${title}`),
        ...checks.flatMap(findingLines),
        rtoText(record),
        ...record.phases.map(({ name, ms }) => `  ${name}: ${lasting(ms)}`),
        rpoText(record),
        ...notes,
    ]);
}
const findingLines = ({ resource, findings }) => findings.map(({ level, message, remedy, code }) => {
    const next = remedy === undefined ? '' : ` What to do: ${remedy}`;
    return `${level}: [${resource}] ${message} (${code})${next}`;
});
/** The last drills as rows, newest first. */
function historyRows({ record, earlier }) {
    return [...earlier, record]
        .reverse()
        .map((one) => [
        one.startedAt.slice(0, 16).replace('T', ' '),
        one.kind,
        resultText(one),
        recoveryTime(one),
        one.rpoMs === null ? 'not known' : (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(one.rpoMs),
        one.snapshot?.id ?? '-',
    ]);
}
const HISTORY_HEAD = ['When (UTC)', 'What', 'Result', 'RTO', 'RPO', 'Snapshot'];
const SIGN = { passed: '✅', failed: '❌', unverified: '❔', 'not-configured': '➖' };
const VERDICT_SIGN = {
    passed: '✅',
    failed: '❌',
    unverified: '❔',
    'target-missed': '⏱️',
};
/** For a job summary and for the issue. */
function drillMarkdown(facts) {
    const { record, checks, notes } = facts;
    const rows = checks.map(({ outcome, resource, title, findings }) => [
        `${SIGN[outcome]} ${OUTCOME_WORDS[outcome]}`,
        resource,
        title,
        findings.map(({ message, remedy }) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .indented */ .gu)(`${message} ${remedy ?? ''}`.trim())).join(' '),
    ]);
    const sum = record.phases.reduce((all, { ms }) => all + ms, 0);
    return [
        `## ${VERDICT_SIGN[record.verdict]} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeText */ .X1)(drillTitle(facts))}`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeText */ .X1)(rtoText(record)),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeText */ .X1)(rpoText(record)),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Result', 'Resource', 'Check', 'Found'], rows),
        '### Time',
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Phase', 'Took'], [
            ...record.phases.map(({ name, ms }) => [name, lasting(ms)]),
            ['all', lasting(sum)],
            ['of these, a rollback has', lasting((0,_engine_drill_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recoveryMs */ .cG)(record.phases))],
        ]),
        '### The last drills',
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([...HISTORY_HEAD], historyRows(facts)),
        ...notes.map(_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeText */ .X1),
    ].join('\n\n');
}


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

/***/ 28012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ addSubIssue),
/* harmony export */   BC: () => (/* binding */ addComment),
/* harmony export */   I0: () => (/* binding */ findIssues),
/* harmony export */   Ko: () => (/* binding */ createIssue),
/* harmony export */   QR: () => (/* binding */ hasComment),
/* harmony export */   Ry: () => (/* binding */ findIssue),
/* harmony export */   _e: () => (/* binding */ editIssue),
/* harmony export */   gi: () => (/* binding */ findParent),
/* harmony export */   lo: () => (/* binding */ listSubIssues),
/* harmony export */   to: () => (/* binding */ isFoundAgain),
/* harmony export */   wS: () => (/* binding */ closeIssue),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72201);


const user = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish();
const issue = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    user,
    author_association: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
});
const comment = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(), user, author_association: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const permission = 'issues: write';
const AUTHOR = 'github-actions[bot]';
const MEMBERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/** An invisible line by which a text is found again. @param name letters, digits, dashes, slashes */
const markerOf = (name) => `<!-- rewind:${name} -->`;
/**
 * Everybody who may comment can write a marker. It counts only in a text of the job's own token, of a member, or of the
 * token that is used now: an app of your own, or a member whom GitHub shows to nobody else.
 */
async function isOurs(github, { body, user: author, author_association: association }, marker) {
    if (body?.startsWith(marker) !== true)
        return false;
    if (author?.type === 'Bot' && author.login === AUTHOR)
        return true;
    return MEMBERS.includes(association) || (author != null && author.login === (await github.login()));
}
async function firstOfOurs(github, all, marker) {
    for (const one of all)
        if (await isOurs(github, one, marker))
            return one;
    return null;
}
const issueOf = (one) => ({
    ...{ id: one.id, number: one.number, url: one.html_url, body: one.body ?? '', written: one },
    state: one.state === 'closed' ? 'closed' : 'open',
});
/** False if a later run would not find this issue again. */
const isFoundAgain = (github, { written }, marker) => isOurs(github, written, marker);
/**
 * The issues that begin with one of these markers, by marker. Issues are listed by their label, because the index of the
 * search lags minutes behind.
 * @param since ISO 8601; older issues are not read
 * @throws HttpFailure
 */
async function findIssues(github, label, markers, since) {
    const issues = await github.all({ what: `list the issues with the label ${label}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(issue), (page) => ({ items: page }), (rest, target) => rest.issues.listForRepo({ ...target, labels: label, state: 'all', since }));
    const own = issues.filter((one) => one.pull_request === undefined);
    const found = new Map();
    for (const marker of markers) {
        const one = await firstOfOurs(github, own, marker);
        if (one !== null)
            found.set(marker, issueOf(one));
    }
    return found;
}
/** The number of the issue that begins with a marker; null if there is none. @throws HttpFailure */
async function findIssue(github, label, marker, since) {
    return (await findIssues(github, label, [marker], since)).get(marker)?.number ?? null;
}
/** @throws HttpFailure */
async function createIssue(github, given) {
    const { title, body, label } = given;
    return issueOf(await github.request({ what: 'create an issue', permission }, issue, (rest, target) => rest.issues.create({ ...target, title, body, labels: [label] })));
}
/** @param state opens or closes it in the same request; absent: it stays as it is @throws HttpFailure */
async function editIssue(github, number, body, state) {
    await github.request({ what: `edit issue #${number}`, permission, repeatable: true }, issue, (rest, target) => rest.issues.update({ ...target, issue_number: number, body, ...(state === undefined ? {} : { state }) }));
}
/** Ids of the sub-issues of an issue. GitHub REST API, "List sub-issues". @throws HttpFailure */
async function listSubIssues(github, number) {
    return github.all({ what: `list the sub-issues of #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() })), (page) => ({ items: page.map(({ id }) => id) }), (rest, target) => rest.issues.listSubIssues({ ...target, issue_number: number }));
}
/**
 * Makes an issue a sub-issue.
 * @param id of the issue that becomes a sub-issue, not its number
 * @returns false if it has another parent: somebody moved it
 * @throws HttpFailure
 */
async function addSubIssue(github, number, id) {
    try {
        await github.request({ what: `add a sub-issue to #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), (rest, target) => rest.issues.addSubIssue({ ...target, issue_number: number, sub_issue_id: id }));
        return true;
    }
    catch (error) {
        const moved = error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && error.status === 422 && /one parent/.test(JSON.stringify(error.body));
        if (!moved)
            throw error;
        return false;
    }
}
/** The parent of a sub-issue, if it is ours and begins with the marker; else null. @throws HttpFailure */
async function findParent(github, number, marker) {
    const call = { what: `read the parent of issue #${number}`, permission };
    const parent = await github.find(call, issue, (rest, target) => rest.issues.getParent({ ...target, issue_number: number }));
    return parent !== null && (await isOurs(github, parent, marker)) ? issueOf(parent) : null;
}
/** @throws HttpFailure */
async function closeIssue(github, number) {
    await github.request({ what: `close issue #${number}`, permission, repeatable: true }, issue, (rest, target) => rest.issues.update({ ...target, issue_number: number, state: 'closed' }));
}
/** True if the issue has a comment that begins with the marker. @throws HttpFailure */
async function hasComment(github, number, marker) {
    const comments = await github.all({ what: `read the comments of #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: number }));
    return (await firstOfOurs(github, comments, marker)) !== null;
}
/** @throws HttpFailure */
async function addComment(github, number, body) {
    await github.request({ what: `comment in #${number}`, permission }, comment, (rest, target) => rest.issues.createComment({ ...target, issue_number: number, body }));
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


/***/ }),

/***/ 50918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   E5: () => (/* binding */ drillArtifact),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   V4: () => (/* binding */ indexArtifact),
/* harmony export */   mo: () => (/* binding */ indexName),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact),
/* harmony export */   vj: () => (/* binding */ incidentArtifact)
/* harmony export */ });
/** Directory in the repository for files of the store `artifact`, until a workflow step uploads them. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null if the store needs no upload by a step */
function snapshotArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
        path: `${STAGING}/snapshots/${environment}/${id}`,
    };
}
/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
function rollbackArtifact(store, environment, digest) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}rollback-${environment}-${digest}`,
        path: `${STAGING}/rollbacks/${environment}/${digest}`,
    };
}
/** The record of an incident. The workflow adds `-<run>-<attempt>`: each artifact holds the record up to its run. */
function incidentArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}incident-${environment}-${id}`,
        path: `${STAGING}/incidents/${environment}/${id}`,
    };
}
/** The result of a drill. Its id is new in each run. */
function drillArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}drill-${environment}-${id}`,
        path: `${STAGING}/drills/${environment}/${id}`,
    };
}
/**
 * A small artifact with the same name in each run that uploads something of an environment. GitHub finds artifacts only
 * by their whole name: in a repository with many artifacts this name leads to the runs. What it holds is not read.
 */
function indexName(config, index, environment) {
    return `${artifactPrefix(config)}${index}-${environment}`;
}
/** @returns patterns of files, one a line, as `path` */
function indexArtifact(store, index, environment) {
    if (store.kind !== 'artifact')
        return null;
    const files = index === 'snapshots'
        ? [`snapshots/${environment}/*/manifest.json`]
        : [
            `rollbacks/${environment}/*/plan.json`,
            `incidents/${environment}/*/head.json`,
            `drills/${environment}/*/drill.json`,
        ];
    return { name: indexName(store, index, environment), path: files.map((file) => `${STAGING}/${file}`).join('\n') };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        /^(drill)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ })

};
