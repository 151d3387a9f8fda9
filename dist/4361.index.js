export const id = 4361;
export const ids = [4361];
export const modules = {

/***/ 18775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jj: () => (/* binding */ cut),
  _Q: () => (/* binding */ fitting),
  cr: () => (/* binding */ messagesOf)
});

// EXTERNAL MODULE: ./lib/probes/probe.js
var probe = __webpack_require__(10377);
// EXTERNAL MODULE: ./lib/channels/phases.js
var phases = __webpack_require__(20010);
;// CONCATENATED MODULE: ./lib/channels/external.js


const SENTENCES = {
    opened: 'We are looking into a problem with our service.',
    mitigated: 'We have reduced the effect of a problem with our service.',
    'rolled-back': 'We have returned our service to an earlier state.',
    verified: 'We have checked our service after our changes.',
    failed: 'Our changes to end a problem with our service are not complete. We keep working on it.',
    recovered: 'We have brought our service forward to a corrected state.',
    closed: 'We have closed the incident of our service.',
};
/**
 * The text for everybody. It holds sentences of ours, times and names of areas, and nothing else of the record: so it cannot
 * name a host, a table, a person or a secret.
 */
function externalText(told) {
    const { phase, entry, entries } = told;
    const [first] = entries;
    return {
        headline: { text: SENTENCES[phase], from: [entry.seq] },
        lines: [
            { text: `Time: ${(0,phases/* timeText */.Tc)(entry.at)}`, from: [entry.seq] },
            ...(first === undefined || first.seq === entry.seq
                ? []
                : [{ text: `Known since: ${(0,phases/* timeText */.Tc)(first.at)}`, from: [first.seq] }]),
            ...areas(told),
        ],
    };
}
function areas(told) {
    const observed = (0,phases/* sameRollback */.F1)(told, 'observed');
    if (observed === undefined)
        return [];
    const inState = (state) => probe/* AREAS */.xS.filter((area) => observed.data.areas.some((one) => one.area === area && one.state === state));
    const line = (what, names) => names.length === 0 ? [] : [{ text: `${what}: ${names.join(', ')}`, from: [observed.seq] }];
    return [
        ...line('Works again', inState('recovered')),
        ...line('Does not work yet', inState('not-recovered')),
        ...line('Not yet certain', inState('inconclusive')),
    ];
}

// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(34903);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/channels/internal.js





/** The text for the team: what happened, who approved it, what is not yet normal, how to go on, and whom to call. */
function internalText(told, contactsAt = () => []) {
    const { entry, entries } = told;
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const { title, severity } = first.data;
    const said = saidOf(told);
    return {
        headline: { text: (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(`[${told.phase}] ${title}`)), from: [entry.seq, first.seq] },
        lines: [
            ...(said === null ? [] : [line(said, entry.seq)]),
            line(`Time: ${(0,phases/* timeText */.Tc)(entry.at)}, by ${entry.by}`, entry.seq),
            line(`Incident ${first.incident} (${severity ?? 'no severity'}) of ${first.environment}, open since ${(0,phases/* timeText */.Tc)(first.at)}`, first.seq),
            ...(told.phase === 'opened' ? [] : aboutRollback(told)),
            ...notNormal(told),
            ...(told.phase === 'closed' ? [] : contactsAt(new Date(entry.at))).map(({ name, role, reach }) => line(`Contact: ${name}, ${role}: ${reach}`, entry.seq)),
            line(`Head of the record: ${(0,chain/* headText */.W)({ seq: last.seq, hash: last.hash })}`, last.seq),
        ],
    };
}
const line = (text, ...from) => ({ text: (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(text)), from });
/** What the entry itself says, besides its phase. */
function saidOf({ entry }) {
    switch (entry.kind) {
        case 'mitigated':
        case 'lifted':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return entry.data.statement;
        case 'closed':
            return `Closed: ${entry.data.reason}`;
        default:
            return null;
    }
}
function aboutRollback(told) {
    const { entry, entries, phase } = told;
    const [plan, approved] = [(0,phases/* sameRollback */.F1)(told, 'planned'), (0,phases/* sameRollback */.F1)(told, 'approved')];
    const [verified, observed] = [(0,phases/* sameRollback */.F1)(told, 'verified'), (0,phases/* sameRollback */.F1)(told, 'observed')];
    const failed = 'failed' in entry.data ? entry.data.failed : [];
    const [first] = entries;
    return [
        ...(approved === undefined ? [] : [line(approved.data.how, approved.seq)]),
        ...(failed.length === 0 ? [] : [line(`Not done: ${failed.join(', ')}`, entry.seq)]),
        // The next run lifts what is left; to apply the mitigation again is no end of it.
        ...(phase !== 'failed' || plan === undefined || entry.kind === 'lifted'
            ? []
            : [line(`To finish it: ${plan.data.command}`, plan.seq)]),
        ...(phase !== 'verified' || verified === undefined || first === undefined
            ? []
            : [
                line(`From the first entry to here: ${(0,progress/* seconds */.YA)((Date.parse(entry.at) - Date.parse(first.at)) / 1000)}`, first.seq, entry.seq),
            ]),
        ...(observed === undefined
            ? []
            : [
                line(`Watched for ${observed.data.minutes} min: ${observed.data.areas.map(({ area, state }) => `${area} ${state.replaceAll('-', ' ')}`).join(', ')}`, observed.seq),
            ]),
    ];
}
function notNormal({ entries }) {
    return (0,incident_status/* openObligations */.CJ)((0,incident_status/* statusOf */.c2)(entries)).map(({ id, what, discharge, since }) => {
        // An obligation to finish a rollback is calculated; the approval is its entry.
        const from = entries.findLast((one) => one.kind === 'obligation'
            ? one.data.id === id
            : one.kind === 'approved' && id.endsWith(one.data.digest.slice(0, 12)));
        return line(`Not yet normal since ${(0,phases/* timeText */.Tc)(since)}: ${what} To discharge: ${discharge}`, ...(from === undefined ? [] : [from.seq]));
    });
}

;// CONCATENATED MODULE: ./lib/channels/message.js



/**
 * The messages that a record asks for, in the order of its phases: a view of the record and, for the team, of the contacts. Pure.
 * @param entries of a sound record
 */
function messagesOf(entries, { id, audience, severities, contactsAt }) {
    const [first] = entries;
    const severity = first?.kind === 'opened' ? first.data.severity : null;
    if (severity !== null && !severities.includes(severity))
        return [];
    return (0,phases/* phasesIn */.qb)(entries).map((told) => ({
        key: `rewind/${told.rollback}/${told.phase}/${id}`,
        ...{ incident: told.entry.incident, phase: told.phase, severity, audience, at: told.entry.at },
        ...(audience === 'external' ? externalText(told) : internalText(told, contactsAt)),
        url: audience === 'external' ? null : told.entry.run,
    }));
}
/** The first characters of a text, with a mark if it is longer. @param most in UTF-16 units, at least 1 */
function cut(text, most) {
    if (text.length <= most)
        return text;
    let end = most - 1;
    // Half of a pair is no character.
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1)))
        end -= 1;
    return `${text.slice(0, end)}…`;
}
/**
 * The lines that fit. What does not fit is named, never left out in silence.
 * @param rendered as the channel writes them
 * @param most UTF-16 units for all, at least 200
 */
function fitting(rendered, most) {
    const kept = [];
    let left = most - 100;
    for (const [index, text] of rendered.entries()) {
        const short = cut(text, Math.max(1, Math.floor(most / 2)));
        left -= short.length + 1;
        if (left < 0)
            return [...kept, `… and ${rendered.length - index} more line(s): rewind incident show`];
        kept.push(short);
    }
    return kept;
}


/***/ }),

/***/ 20010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ sameRollback),
/* harmony export */   Mh: () => (/* binding */ AUDIENCES),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   qb: () => (/* binding */ phasesIn)
/* harmony export */ });
/** `internal`: the team. `external`: everybody; such a text names no host, table, person or secret. */
const AUDIENCES = ['internal', 'external'];
/**
 * The phases of a record. Each one comes once for a rollback: one that is run again tells only what is new. Pure.
 * @param entries of a sound record
 */
function phasesIn(entries) {
    const told = new Map();
    entries.forEach((entry, index) => {
        const phase = phaseOf(entry);
        if (phase === null)
            return;
        const rollback = 'digest' in entry.data ? `${entry.incident}-${entry.data.digest.slice(0, 12)}` : entry.incident;
        const key = `${rollback}/${phase}`;
        if (!told.has(key))
            told.set(key, { phase, rollback, entry, index });
    });
    const begins = [...told.values()];
    return begins.map(({ phase, rollback, entry }, at) => ({
        ...{ phase, rollback, entry },
        entries: entries.slice(0, begins[at + 1]?.index).filter(({ kind }) => kind !== 'told'),
    }));
}
function phaseOf(entry) {
    switch (entry.kind) {
        case 'opened':
        case 'closed':
            return entry.kind;
        case 'mitigated':
        case 'rolled-back':
        case 'recovered':
        case 'verified':
            return entry.data.ok ? entry.kind : 'failed';
        case 'lifted':
            return entry.data.ok ? null : 'failed';
        default:
            return null;
    }
}
/** "2026-11-26 14:03 UTC" */
const timeText = (at) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
/** The last entry of a kind that belongs to the same rollback as the phase. */
function sameRollback({ entry, entries }, kind) {
    if (!('digest' in entry.data))
        return undefined;
    const { digest } = entry.data;
    return entries.findLast((one) => one.kind === kind && 'digest' in one.data && one.data.digest === digest);
}


/***/ }),

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
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8801);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50525);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
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

/***/ 37293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ monitor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/cli/tell.js
var tell = __webpack_require__(92923);
// EXTERNAL MODULE: ./lib/report/verdict.js
var report_verdict = __webpack_require__(60975);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/services/github/workflow-run.js
var workflow_run = __webpack_require__(30233);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
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
 * The record is no condition of the verdict: what cannot be written is a warning.
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
    const finite = (value) => value == null || !Number.isFinite(value) ? null : value;
    return {
        level: verdict.level,
        deployment,
        criterion: top.criterion,
        probe,
        rule,
        bad,
        total,
        normal: finite(p0),
        evidence: finite(evidence),
        threshold: finite(threshold),
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
        return `${workflow} was not started: this is no workflow run. Start it in GitHub.`;
    const line = (0,report_verdict/* verdictLine */.MT)(verdict);
    const reason = (recorder === null ? line : `${line} (incident ${recorder.incident})`).slice(0, 500);
    try {
        const github = (0,client.createGitHub)(context);
        const since = recorder === null ? takenAt : await decided(recorder, { workflow, deployment, reason }, inputs.mitigation);
        const started = since === null ? null : await dispatchedRun(github, workflow, new Date(since));
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
        if (!(error instanceof errors/* RewindError */.Ir) || code === 'input-invalid')
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
    return `${counted} samples of ${verdict.probes.length} probe(s), ${level}${nearest === null ? '' : `; ${nearest}`}`;
}

;// CONCATENATED MODULE: ./lib/commands/monitor/index.js














const minutes = {
    ...(0,flags/* text */.Qq)('minutes', 'How long to watch; default: monitor.minutes of the configuration.'),
    allowed: 'a whole number of minutes from 1 to 1440',
    parse: (given) => (/^\d{1,4}$/.test(given) && +given >= 1 && +given <= 1440 ? Number(given) : undefined),
    absent: null,
};
/** What cannot be called healthy must not look so in a workflow: also a `watch` of a deployment that nobody could judge. */
const isGood = ({ level, doubts }) => level === 'healthy' || (level === 'watch' && doubts.length === 0);
/** Changes nothing in production. */
/* harmony default export */ const monitor = ((0,command/* defineCommand */.N)({
    name: 'monitor',
    summary: 'Watch a deployment with the configured probes, and say whether it is bad.',
    flags: {
        minutes,
        deployment: (0,flags/* text */.Qq)('id', 'Deployment to watch, or to recover with; default of monitor: the one that is live.'),
        snapshot: flags/* FLAGS */.Wg.snapshot,
        'on-roll-back': (0,flags/* choice */.Yq)(['recommend', 'dispatch'], 'recommend', 'At the verdict roll-back: recommend a rollback, or also start the workflow that plans it and waits for approval.'),
        'on-mitigate': (0,flags/* choice */.Yq)(['recommend', 'dispatch'], 'recommend', 'At the verdict mitigate or roll-back: recommend the mitigation monitor.mitigation, or also start the workflow that plans it and waits for approval.'),
        out: flags/* FLAGS */.Wg.out,
    },
    examples: ['monitor', 'monitor --minutes 10 --on-roll-back dispatch', 'monitor --on-mitigate dispatch'],
    notes: [
        'Exit status 0: the verdict is "healthy", or "watch" with enough samples. 3: it is "mitigate", "roll-back", or',
        '"inconclusive", or a probe could not judge the deployment. The watch ends early at "roll-back". The file verdict.json',
        'in --out holds every sample, so that the verdict can be drawn once more.',
    ],
    verdicts: ['healthy', 'watch', 'mitigate', 'roll-back', 'inconclusive'],
    outputs: ['incident-id', 'snapshot-id', 'report-path'],
    async run(session) {
        const project = await session.open();
        const { inputs, context } = session;
        const { config } = project;
        if (config.probes.length === 0) {
            throw new errors/* RewindError */.Ir('input-invalid', 'The configuration has no probes, so nothing can be watched.', {
                remedy: 'Add a section "probes" to the configuration. docs/verdict.md has an example.',
            });
        }
        const { mitigation } = config.monitor;
        if (inputs.onMitigate === 'dispatch' && mitigation === undefined) {
            throw new errors/* RewindError */.Ir('input-invalid', '--on-mitigate dispatch needs to know which mitigation it starts.', {
                remedy: 'Set monitor.mitigation of the configuration to the id of a mitigation.',
            });
        }
        const frame = await frameOf(session, project, inputs.snapshot, inputs.deployment);
        const length = inputs.minutes ?? config.monitor.minutes;
        const path = session.path(`${inputs.out}/verdict.json`);
        // Fails before the watch if the path cannot be written, and removes the verdict of an earlier watch.
        await (0,files/* writeOutput */.zh)('out', path, '');
        await (0,promises_.rm)(path);
        context.log.info(`Watching ${frame.deployment ?? 'production'} for ${length} minutes with ${config.probes.length} probe(s).`);
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
            context.log.warn(`${observed.skipped} tick(s) were left out: a probe was still running.`);
        return {
            exit: isGood(verdict) ? 0 : 3,
            json: (0,json/* toJson */.a)({
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
    },
}));
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
/* unused harmony exports checkSample, countSample, assertionSample, alertSample, ERROR_REASONS, probeSeries */
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

/***/ 64227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    'aws-scaling': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5152), __webpack_require__.e(9509)]).then(__webpack_require__.bind(__webpack_require__, 19509)),
    cloudfront: () => Promise.all(/* import() */[__webpack_require__.e(6876), __webpack_require__.e(9752)]).then(__webpack_require__.bind(__webpack_require__, 49752)),
    'lambda-concurrency': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5152), __webpack_require__.e(7143)]).then(__webpack_require__.bind(__webpack_require__, 37143)),
    launchdarkly: () => Promise.all(/* import() */[__webpack_require__.e(6087), __webpack_require__.e(6841)]).then(__webpack_require__.bind(__webpack_require__, 66841)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 1329).then(__webpack_require__.bind(__webpack_require__, 51329)),
    'neon-compute': () => __webpack_require__.e(/* import() */ 5196).then(__webpack_require__.bind(__webpack_require__, 35196)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(7111), __webpack_require__.e(8710), __webpack_require__.e(1309)]).then(__webpack_require__.bind(__webpack_require__, 61309)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(5602), __webpack_require__.e(2946), __webpack_require__.e(2699)]).then(__webpack_require__.bind(__webpack_require__, 92699)),
    'rds-snapshot': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(6754), __webpack_require__.e(8710), __webpack_require__.e(5009)]).then(__webpack_require__.bind(__webpack_require__, 5009)),
    's3-bucket': () => Promise.all(/* import() */[__webpack_require__.e(6876), __webpack_require__.e(2798)]).then(__webpack_require__.bind(__webpack_require__, 72798)),
    'stripe-webhooks': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(8205)]).then(__webpack_require__.bind(__webpack_require__, 88205)),
    unleash: () => Promise.all(/* import() */[__webpack_require__.e(6087), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 80845)),
    'vercel-deployment': () => Promise.all(/* import() */[__webpack_require__.e(2838), __webpack_require__.e(1409)]).then(__webpack_require__.bind(__webpack_require__, 1409)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 275).then(__webpack_require__.bind(__webpack_require__, 40275)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 4302).then(__webpack_require__.bind(__webpack_require__, 44302)),
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
        throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${id}".`);
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

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50525);





/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs into a commit. */
const OWN_FOLDER = '.rewind';
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
        if (code === 'EEXIST')
            return;
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        if (code !== 'ENOENT' || parent === path || isFolder(parent))
            throw error;
        makeFolder(parent, mode);
        makeFolder(path, mode);
    }
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
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
/** The error for a path that the user named with a flag and that cannot be written. */
function unwritable(flag, path, error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
    if (known.code !== 'internal')
        return known;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RewindError */ .Ir('input-invalid', `--${flag}: ${path} could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
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
  iB: () => (/* binding */ byFlag),
  RO: () => (/* binding */ pullsBetween),
  w0: () => (/* binding */ pullsOf),
  yB: () => (/* binding */ readMergeCommit),
  Xl: () => (/* binding */ readNamedFlags)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
/** Looks up at most this many commits. */
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
    throw new errors/* RewindError */.Ir('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
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
/** Pull requests with commits after `base` (live again), up to `head` (rolled back). @throws HttpFailure */
async function pullsBetween(github, base, head) {
    const compared = await (0,compare/* compareCommits */.k)(github, base, head);
    return pullsOf(github, (compared?.commits ?? []).map(({ sha }) => sha));
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

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
