export const id = 7246;
export const ids = [7246];
export const modules = {

/***/ 9035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ untoldRollback)
/* harmony export */ });
/* harmony import */ var _engine_undo_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70826);
/* harmony import */ var _incident_told_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29681);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);



/**
 * Finds the newest rollback whose record its store refused: nothing else says what it left.
 * @param past newest first
 * @throws RewindError store-unreadable
 */
async function untoldRollback({ store, config }, past) {
    const newest = past.find(({ plan, entries }) => (0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_0__/* .begunChanges */ .Ps)(plan, entries).length > 0);
    if (newest === undefined)
        return null;
    const { plan, at } = newest;
    const { digest, snapshot } = plan;
    const untold = await (0,_incident_told_js__WEBPACK_IMPORTED_MODULE_1__/* .isUntold */ .N)(store, config.environment, { digest, at }).catch((error) => {
        // Another line says that a record is damaged; it may be the one that tells of this rollback.
        if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir && error.code === 'incident-corrupt')
            return false;
        throw error;
    });
    if (!untold)
        return null;
    return {
        digest,
        what: `what the rollback ${digest.slice(0, 12)} of ${at} (to snapshot ${snapshot}) left`,
        why: (command) => `no record of an incident tells of it. If nothing changed production since, run it again: it writes the record: ${command(['rollback', '--digest', digest])}. Else read its report, open an incident by hand, and close it when nothing is left: ${command(['incident', 'open', '--title', 'what is wrong'])}`,
    };
}


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

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   bd: () => (/* binding */ moreOf),
/* harmony export */   kC: () => (/* binding */ SHOWN),
/* harmony export */   kM: () => (/* binding */ incidentMarkdown),
/* harmony export */   vV: () => (/* binding */ incidentLine)
/* harmony export */ });
/* harmony import */ var _incident_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34903);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);






/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).length;
    const of = `${open} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(status.obligations.length, 'obligation')} open`;
    const state = status.closed === null ? `open for ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)([
        `Incident ${status.id}: ${incidentLine(status, now)}`,
        ...(status.closed === null
            ? []
            : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
        ...figures(status).map((line) => `  ${line}`),
        ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
        ...open.slice(0, SHOWN).flatMap((obligation) => obligationText(obligation, now)),
        ...moreOf(open).map((line) => `  - ${line}`),
        ...(entries === null
            ? []
            : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${(0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head)}`,
    ]);
}
/** Entries and obligations that are shown: the summary of a job holds 1 MiB. */
const SHOWN = 100;
const newest = (entries) => entries.slice(-SHOWN);
const timelineTitle = ({ length }) => `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;
/** A line about what is not shown, if anything is not. */
const moreOf = ({ length }) => length > SHOWN ? [`… and ${length - SHOWN} more (--json shows all)`] : [];
function obligationText({ id, what, since, discharge }, now) {
    return [
        `  - ${what}`,
        `      since ${since} (${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(since))}); id ${id}`,
        `      to discharge: ${discharge}`,
    ];
}
function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(ms / 1000);
    return [
        ...(deployToRestoredMs === null
            ? []
            : [`from the release capture after the deploy to the verified rollback: ${took(deployToRestoredMs)}`]),
        ...(detectedToRestoredMs === null
            ? []
            : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
        ...(approvalWaitMs === null ? [] : [`from the plan to the start of the approved run: ${took(approvalWaitMs)}`]),
    ];
}
/** An incident for a job summary. */
function incidentMarkdown(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return `${[
        `## Incident ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(status.id)}`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(incidentLine(status, now)),
        ...figures(status).map((line) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line)}`),
        ...(open.length === 0
            ? ['No obligation is open.']
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Not yet normal', 'Since', 'To discharge'], open.slice(0, SHOWN).map(({ what, since, discharge }) => [what, since, discharge])),
                ...moreOf(open),
            ]),
        ...(entries === null
            ? []
            : [
                `### ${timelineTitle(entries)}`,
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['UTC', 'By', 'What'], newest(entries).map((entry) => [entry.at, entry.by, sentenceOf(entry)])),
            ]),
        `Head of the record: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)((0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head))}`,
    ].join('\n\n')}\n`;
}
const TOLD = {
    intent: 'about to be sent',
    sent: 'sent',
    'not-sent': 'NOT SENT',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
};
/** What an entry says. */
function sentenceOf(entry) {
    switch (entry.kind) {
        case 'opened':
            return `opened by ${entry.by}: ${entry.data.title}`;
        case 'note':
            return `${entry.by}: ${entry.data.text}`;
        case 'verdict': {
            const { level, deployment, criterion, probe, rule, bad, total, suspect } = entry.data;
            const shared = suspect === 'shared' ? '; the previous deployment fails too' : '';
            return `verdict on ${deployment ?? 'production'}: ${level} (${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad${shared})`;
        }
        case 'decided':
            return `started ${entry.data.workflow}: ${entry.data.reason}`;
        case 'planned': {
            const { plan, changes, snapshot, database, digest } = entry.data;
            const to = plan === 'rollback' ? ` to snapshot ${snapshot} (database: ${database})` : '';
            return `planned: ${plan}${to}, ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(changes, 'change')}, digest ${digest.slice(0, 12)}`;
        }
        case 'approved':
            return entry.data.how;
        case 'mitigated':
        case 'lifted':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
        case 'observed':
            return `watched for ${entry.data.minutes} min after the rollback: ${(0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .statesText */ .W0)(entry.data.areas)}`;
        case 'obligation':
            return `to be undone or finished: ${entry.data.what}`;
        case 'discharged':
            return `discharged ${entry.data.id}: ${entry.data.how}`;
        case 'told':
            return `message "${entry.data.phase}" to ${entry.data.channel}: ${TOLD[entry.data.step]}`;
        case 'closed':
            return `closed by ${entry.by}: ${entry.data.reason}`;
    }
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
    inconclusive: 'inconclusive: nobody can say whether the deploy is good',
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
    blind: 'a neutral target did not answer either, so the network of Rewind fails',
    late: 'samples came late, so the runner is overloaded',
    elsewhere: 'the domain served another deployment',
    'unknown-deployment': 'nobody could read which deployment the domain serves',
    'fails-on-baseline': 'a probe failed before the deploy too',
    'no-baseline': 'a probe has no baseline from before the deploy',
    'short-baseline': 'a baseline has too few samples',
};
const RULES = {
    failures: 'failures',
    'unknown-deployment': 'failures, while nobody could read which deployment the domain serves',
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
const subjectOf = ({ deployment, elapsedMs }) => `${deployment ?? 'production'} after ${Math.floor(elapsedMs / 60_000)} min ${Math.round((elapsedMs % 60_000) / 1000)} s`;
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

/***/ 86225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ openStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where the store is, for people. */
function placeOf(config, ctx) {
    switch (config.kind) {
        case 'directory':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path);
        case 's3':
            return `s3://${config.bucket}/${config.prefix}`;
        case 'artifact':
            return `the artifacts of ${ctx.env.text('GITHUB_REPOSITORY') ?? 'the repository'}`;
    }
}
/** The configured store. Loads each kind only when needed: the S3 SDK takes 90 ms to load. */
async function openStore(config, ctx) {
    switch (config.kind) {
        case 'directory': {
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 3606).then(__webpack_require__.bind(__webpack_require__, 3606));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(980)]).then(__webpack_require__.bind(__webpack_require__, 40980));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(3606), __webpack_require__.e(1766)]).then(__webpack_require__.bind(__webpack_require__, 91766)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
}


/***/ })

};
