export const id = 7581;
export const ids = [7581];
export const modules = {

/***/ 49837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zg: () => (/* binding */ heldBack),
  xB: () => (/* binding */ showHeld),
  Kc: () => (/* binding */ showLifted),
  zM: () => (/* binding */ statusNotWritten)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/runtime/shell-word.js
var shell_word = __webpack_require__(26751);
// EXTERNAL MODULE: ./lib/incident/quarantine.js
var quarantine = __webpack_require__(62424);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/statuses.js

const statuses_status = schemas/* looseObject */._H3({ state: schemas/* string */.YjP(), context: schemas/* string */.YjP() });
/** GitHub rejects longer descriptions (REST API, "Create a commit status"). */
const DESCRIPTION_LIMIT = 140;
const permission = 'statuses: write';
/**
 * The state that GitHub shows for a context of a commit; null if it has no such status. GitHub REST API, "List commit
 * statuses for a reference": newest first.
 * @throws HttpFailure
 */
async function commitState(github, sha, context) {
    const all = await github.all({ what: `read the statuses of commit ${sha.slice(0, 12)}`, permission }, schemas/* array */.YOg(statuses_status), (page) => ({ items: page }), (rest, target) => rest.repos.listCommitStatusesForRef({ ...target, ref: sha }));
    return all.find((one) => one.context === context)?.state ?? null;
}
/** Adds a status to a commit; it replaces the one that GitHub shows for the context. @throws HttpFailure */
async function addCommitStatus(github, sha, context, { state, description, url }) {
    await github.request(
    // The same status twice says the same.
    { what: `set the status of commit ${sha.slice(0, 12)}`, permission, repeatable: true }, schemas/* unknown */.L5J(), (rest, target) => rest.repos.createCommitStatus({
        ...target,
        sha,
        context,
        state,
        description: description.slice(0, DESCRIPTION_LIMIT),
        ...(url === null ? {} : { target_url: url }),
    }));
}

;// CONCATENATED MODULE: ./lib/cli/quarantine-status.js







/**
 * Context of the status. It carries the environment: a commit may be held back in one and run in another. The record of
 * the incident is read too, so a status that somebody changes frees no commit that the record holds back.
 */
const contextOf = (environment) => `rewind/quarantine (${environment})`;
/** How a person lifts a quarantine, as the end of a sentence. */
const liftOf = (session, { incident, commit }) => {
    const obligation = ['--obligation', `quarantined-commit:${commit}`];
    return `To lift it: ${(0,command_line/* commandLine */.ay)(session, ['incident', 'discharge', incident, ...obligation, '--reason', 'why it is safe'])}`;
};
/**
 * A commit that was rolled back is not deployed again until a person lifts it. The record of the incidents says so. Without a
 * record, the failing status of the commit says so: a record that was removed frees no commit.
 * @param commit whole, or its first digits
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function heldBack(session, { store, config: { environment } }, commit) {
    const found = (await (0,quarantine/* quarantinedIn */.u)(store, environment)).find((one) => one.commit.startsWith(commit));
    if (found === undefined)
        return heldOnGitHub(session.context, { commit, environment });
    const why = `${commit.slice(0, 12)} was rolled back in incident ${found.incident}.`;
    return { held: true, why, lift: liftOf(session, found) };
}
/** What GitHub shows of the quarantine of a commit. One that cannot be read holds nothing back. */
async function heldOnGitHub(ctx, place) {
    const { commit, environment } = place;
    const context = contextOf(environment);
    try {
        const state = await commitState((0,client.createGitHub)(ctx), commit, context);
        if (state !== 'failure' && state !== 'error')
            return { held: false, why: '', lift: '' };
        return {
            held: true,
            why: `GitHub shows the failing status "${context}" of commit ${commit.slice(0, 12)}, but no incident holds it back.`,
            lift: `Either its record was removed, or the commit was lifted and the status was not written. Bring the record back from a backup of the store. If the commit is safe: ${byHand(place, 'success')} -f description="why it is safe"`,
        };
    }
    catch (error) {
        const { message } = (0,errors/* asRewindError */.m2)(error);
        const why = `The status "${context}" was not read, so only the record decides: ${message}`;
        return { held: false, why, lift: '' };
    }
}
const byHand = ({ commit, environment }, state) => `gh api 'repos/{owner}/{repo}/statuses/${commit}' -f state=${state} -f context=${(0,shell_word/* shellWord */.r)(contextOf(environment))}`;
/**
 * Shows on GitHub that a commit was rolled back. Writes nothing if GitHub shows that already.
 * @param url of the run, whose summary has the command that lifts it
 * @returns a sentence
 * @throws HttpFailure
 */
async function showHeld(github, { commit, environment }, incident, url) {
    const context = contextOf(environment);
    const said = `The status ${context} of commit ${commit.slice(0, 12)}`;
    if ((await commitState(github, commit, context)) === 'failure')
        return `${said} is failure already.`;
    await addCommitStatus(github, commit, context, {
        state: 'failure',
        description: `Rolled back in incident ${incident}. To lift it: rewind incident discharge (this run shows the command).`,
        url,
    });
    return `${said} is failure.`;
}
/**
 * Shows on GitHub that a person lifted the quarantine of a commit. Writes nothing if GitHub shows no failing status.
 * @returns a sentence; null if nothing was written
 * @throws HttpFailure
 */
async function showLifted(github, { commit, environment }, { by, reason, url }) {
    const context = contextOf(environment);
    const shown = await commitState(github, commit, context);
    if (shown === null || shown === 'success')
        return null;
    const description = (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(`Lifted by ${by}: ${reason}`));
    await addCommitStatus(github, commit, context, { state: 'success', description, url });
    return `The status ${context} of commit ${commit.slice(0, 12)} is now success.`;
}
/** The status could not be written. The quarantine itself stands in the record. */
function statusNotWritten(place, state, error) {
    const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
    return {
        level: 'warning',
        code: 'quarantine-status-not-written',
        message: `GitHub does not show the status ${contextOf(place.environment)} with ${state} of commit ${place.commit.slice(0, 12)}: ${message}`,
        remedy: `${remedy} To write the status by hand: ${byHand(place, state)}`,
    };
}


/***/ }),

/***/ 62424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ quarantinedIn)
/* harmony export */ });
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46466);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99069);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);



/**
 * Commits that were rolled back and that nobody released since. Those of closed incidents included: an incident is closed
 * only after each of them was discharged.
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function quarantinedIn(store, environment) {
    const all = await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_0__/* .mapLimited */ .bB)(await (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .listIncidents */ .MZ)(store, environment), _record_js__WEBPACK_IMPORTED_MODULE_1__/* .INCIDENTS_AT_ONCE */ .Q1, async (incident) => {
        const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(await (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(store, environment, incident));
        const open = (0,_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).filter(({ kind }) => kind === 'quarantined-commit');
        return open.flatMap(({ items }) => items.map((commit) => ({ commit, incident })));
    });
    return all.flat();
}


/***/ }),

/***/ 86512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isUnrecorded)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99069);

/**
 * True if no record mentions a rollback: its store refused the entries. What it left is then no obligation anywhere. A person
 * who closed an incident after it has judged it. Reads the newest records first, in the usual case only one.
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function isUnrecorded(store, environment, { digest, at }) {
    for (const id of (await (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .listIncidents */ .MZ)(store, environment)).reverse()) {
        const entries = await (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readEntries */ .$2)(store, environment, id);
        if (entries.some((entry) => mentions(entry, digest) || (entry.kind === 'closed' && entry.at > at)))
            return false;
    }
    return true;
}
const mentions = ({ data }, digest) => 'digest' in data && data.digest === digest;


/***/ }),

/***/ 24408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ areasClause),
/* harmony export */   W0: () => (/* binding */ statesText),
/* harmony export */   eq: () => (/* binding */ areasMarkdown),
/* harmony export */   g_: () => (/* binding */ areasText),
/* harmony export */   gf: () => (/* binding */ whyOf),
/* harmony export */   o3: () => (/* binding */ comparedWith),
/* harmony export */   p1: () => (/* binding */ notRecovered),
/* harmony export */   q9: () => (/* binding */ WORDS)
/* harmony export */ });
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8892);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36447);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60975);




const WORDS = {
    recovered: 'recovered',
    'not-recovered': 'not recovered',
    inconclusive: 'inconclusive',
    'not-watched': 'not watched',
};
const ICONS = { recovered: '🟢', 'not-recovered': '🔴', inconclusive: '⚪', 'not-watched': '➖' };
const OTHER_DOUBTS = {
    unusual: 'something is unusual, and it proves nothing yet',
    settled: 'it failed after the rollback, and the newest samples are good',
    'few-latencies': 'too few response times to compare',
    'no-watch': 'nobody watched after the changes',
};
const DOUBT_TEXTS = { ..._verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .DOUBTS */ .gG, ...OTHER_DOUBTS };
const namesOf = (areas, state) => areas.flatMap((one) => (one.state === state ? [one.area] : []));
/** "recovered: content, performance; not recovered: payments; not watched: data" */
const statesText = (areas) => _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .RECOVERIES */ .Ym.flatMap((state) => {
    const names = namesOf(areas, state);
    return names.length === 0 ? [] : [`${WORDS[state]}: ${names.join(', ')}`];
}).join('; ');
/** Areas that a probe proves to be not recovered. */
const notRecovered = (watched) => watched === null ? [] : namesOf(watched.areas, 'not-recovered');
/** What the title adds to "production equals the snapshot": ", but payments is not recovered; recovered: content" */
function areasClause(watched) {
    if (watched === null)
        return '';
    const bad = notRecovered(watched);
    const [good, open] = [namesOf(watched.areas, 'recovered'), namesOf(watched.areas, 'inconclusive')];
    return [
        bad.length === 0 ? '' : `, but ${bad.join(' and ')} ${bad.length === 1 ? 'is' : 'are'} not recovered`,
        good.length === 0 ? '' : `; recovered: ${good.join(', ')}`,
        open.length === 0 ? '' : `; recovery inconclusive: ${open.join(', ')}`,
    ].join('');
}
/** Why an area has its state, without the text of a service. */
function whyOf({ state, decisive, doubts, probes }, { unwatched }) {
    if (state === 'not-watched')
        return 'no probe';
    if (unwatched !== null)
        return unwatched;
    const found = decisive === null ? [] : [`${decisive.probe}: ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .measureText */ .kD)(decisive)}`];
    const why = [...doubts.map((one) => DOUBT_TEXTS[one]), ...found];
    return why.length === 0 ? `healthy: ${probes.join(', ')}` : why.join('; ');
}
/** What the watch was held to. */
const comparedWith = ({ series }) => series.some(({ before }) => before !== null)
    ? 'compared with the time before the deploy'
    : 'with nothing to compare with: there is no baseline from before the deploy';
/** Lines for a terminal. */
function areasText(watched) {
    const width = Math.max(...watched.areas.map(({ area }) => area.length));
    return [
        `Recovery by area${watched.minutes === 0 ? '' : `, watched for ${watched.minutes} min after the verification`}:`,
        ...watched.areas.flatMap((one) => [
            `  ${one.area.padEnd(width)}  ${WORDS[one.state].padEnd(13)}  ${whyOf(one, watched)}`,
            ...chartsOf(watched, one.area).map((line) => `    ${line}`),
        ]),
        ...(watched.series.length === 0 ? [] : [`  ${LEGEND}`]),
    ];
}
/** For the report and the job summary. */
function areasMarkdown(watched) {
    return [
        `### Recovery by area`,
        watched.minutes === 0
            ? ''
            : `Watched for ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(watched.minutes, 'minute')} after the verification, ${comparedWith(watched)}.`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['', 'Area', 'State', 'Why'], watched.areas.map((one) => [ICONS[one.state], one.area, WORDS[one.state], whyOf(one, watched)])),
        ...(watched.series.length === 0
            ? []
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)('text', watched.areas
                    .flatMap(({ area }) => {
                    const charts = chartsOf(watched, area);
                    return charts.length === 0 ? [] : [area, ...charts.map((line) => `  ${line}`)];
                })
                    .join('\n')),
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeText */ .X1)(LEGEND),
            ]),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
const LEGEND = 'Before the mark │: during the rollback; after it: the watch. The height is the response time, ✗ a failure, · nothing.';
/** "home  ▁▁✗✗│▁▁▁▁  median 12 ms, p95 20 ms, 0 of 60 bad" */
function chartsOf({ series }, area) {
    return series.flatMap(({ during, after }) => {
        if (after.probe.area !== area || during.samples.length + after.samples.length === 0)
            return [];
        const top = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .slowestOf */ .xM)([...during.samples, ...after.samples]);
        const before = during.samples.length === 0 ? '' : (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .chartOf */ .IS)(during, 30, top);
        const why = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .lastFailure */ .xW)(after);
        return [
            after.samples.length === 0
                ? `${after.probe.id}  ${before}│  during the changes: ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesText */ .L4)(during)}`
                : `${after.probe.id}  ${before}│${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .chartOf */ .IS)(after, 60, top)}  ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesText */ .L4)(after)}`,
            ...(why === null ? [] : [`  last failure: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(why)}`]),
        ];
    });
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


/***/ })

};
