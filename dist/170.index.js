export const id = 170;
export const ids = [170];
export const modules = {

/***/ 99637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rG: () => (/* binding */ isDisbelieved),
  by: () => (/* binding */ snapshotJson),
  cn: () => (/* binding */ snapshotRows)
});

// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var coverage = __webpack_require__(51282);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/commits.js


const pulls = schemas/* array */.YOg(schemas/* looseObject */._H3({ number: schemas/* number */.aig(), title: schemas/* string */.YjP(), merged_at: schemas/* string */.YjP().nullish() }));
const commit = schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ message: schemas/* string */.YjP() }) });
/** Characters of a subject. */
const LONGEST = 72;
/**
 * The pull request of each commit ("#12 Fix the checkout"), else the first line of its message. GitHub REST API, "List pull
 * requests associated with a commit" and "Get a commit". What cannot be read is left out: it only helps people.
 */
async function describeCommits(github, commits, log) {
    const described = await Promise.all(commits.map(async (sha) => {
        try {
            const text = await describeCommit(github, sha);
            return text === null ? [] : [[sha, text]];
        }
        catch (error) {
            log.debug(`commit ${sha.slice(0, 12)}: ${(0,errors/* messageOf */.bD)(error)}`);
            return [];
        }
    }));
    return new Map(described.flat());
}
async function describeCommit(github, sha) {
    const found = await github
        .request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }))
        .catch(() => []);
    const pull = found.find(({ merged_at: at }) => at !== null && at !== undefined);
    if (pull)
        return shortened(`#${pull.number} ${pull.title}`);
    const data = await github.find({ what: `read commit ${sha}`, permission: 'contents: read' }, commit, (rest, target) => rest.repos.getCommit({ ...target, ref: sha }));
    return data && shortened(data.commit.message.split('\n')[0] ?? '');
}
const shortened = (text) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/cli/choose.js
var cli_choose = __webpack_require__(95621);
;// CONCATENATED MODULE: ./lib/cli/snapshot-rows.js







/** What a list says of the snapshots, newest first. A damaged one is listed as such. */
async function snapshotRows(session, project, { history, circumstances }, { limit, chosen, signatures = false } = {}) {
    const newest = await history.slice(0, limit);
    const further = chosen === undefined || newest.some(({ id }) => id === chosen) ? [] : [await history.entry(chosen)];
    const entries = [...newest, ...further];
    const [latest, previous] = (0,choose/* rankedIds */.qm)(newest, circumstances);
    const subjects = await subjectsOf(session, entries);
    const now = session.context.clock.now();
    return Promise.all(entries.map(async ({ id, marks, manifest, problem, releases }) => ({
        id,
        names: [...(id === latest ? ['latest'] : []), ...(id === previous ? ['previous'] : []), ...marks],
        chosen: id === chosen,
        problem: problem === null ? null : `cannot be used: ${problem.message}`,
        facts: manifest && {
            createdAt: manifest.createdAt,
            ageMs: now.getTime() - Date.parse(manifest.createdAt),
            reason: manifest.reason,
            commit: manifest.commit,
            production: releases.size === 0 ? null : (0,cli_choose/* releaseText */.hO)(releases),
            subject: subjects.get(commitOf({ manifest, releases }) ?? '') ?? null,
            coverage: (0,coverage/* coverageOf */._)(manifest, circumstances.configured),
            bytes: (0,coverage/* sealedBytes */.U)(manifest),
            mitigated: [...new Set((manifest.mitigated ?? []).map(({ name }) => name))],
            signature: signatures ? await signatureText(session, project, manifest) : null,
        },
    })));
}
const DISBELIEVED = 'NOT BELIEVED: ';
/** Whether a rollback would refuse it for its signature. Only known of rows with `signatures`. */
const isDisbelieved = ({ signature }) => signature?.startsWith(DISBELIEVED) === true;
async function signatureText({ context }, project, manifest) {
    try {
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, context.clock.now());
        return trust.kind === 'signed' ? 'signed' : 'not signed';
    }
    catch (error) {
        return `${DISBELIEVED}${(0,errors/* asRewindError */.m2)(error).message}`;
    }
}
/** The commit that production served; else that of the run. */
function commitOf({ manifest, releases }) {
    return [...releases.values()].find(({ commit }) => commit !== null)?.commit ?? manifest?.commit ?? null;
}
/** Message or pull request by commit; only in GitHub Actions, and only if there is a token that may read them. */
async function subjectsOf(session, entries) {
    // A list without them is better than none.
    if (session.run === null || session.context.env.secret('GITHUB_TOKEN') === undefined)
        return new Map();
    const commits = new Set(entries.map(commitOf).filter((commit) => commit !== null));
    return describeCommits((0,client.createGitHub)(session.context, undefined, 0), [...commits], session.context.log);
}
/** The same for --json: unknown values are null, lists are lists, times are ISO 8601, sizes are bytes. */
async function snapshotJson({ history }, rows) {
    return Promise.all(rows.map(async ({ id, names, problem, facts }) => {
        const { manifest, releases, marks } = await history.entry(id);
        return {
            id,
            latest: names.includes('latest'),
            previous: names.includes('previous'),
            marks,
            problem,
            createdAt: facts?.createdAt ?? null,
            ageSeconds: facts === null ? null : Math.round(facts.ageMs / 1000),
            reason: facts?.reason ?? null,
            commit: facts?.commit ?? null,
            subject: facts?.subject ?? null,
            production: Object.fromEntries([...releases].map(([resource, { deployment, commit }]) => [resource, { deployment, commit }])),
            scope: manifest?.scope ?? null,
            resources: manifest?.resources.map(({ id: resource, provider, payloads }) => ({
                id: resource,
                provider,
                sealedBytes: payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0),
            })) ?? [],
            missing: facts?.coverage.missing ?? [],
            mitigated: manifest?.mitigated ?? [],
            sealedBytes: facts?.bytes ?? null,
            signed: facts === null ? null : facts.signature === 'signed',
            signature: facts?.signature ?? null,
        };
    }));
}


/***/ }),

/***/ 54959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ leftBeside),
/* harmony export */   z: () => (/* binding */ readAside)
/* harmony export */ });
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21223);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);



/** Leaves out a resource that cannot be read. @param onFailure gets its id and the reason; the default logs a warning */
async function readAside(resources, ctx, onFailure = (resource, why) => ctx.log.warn(`"${resource}": what rollbacks put aside could not be read: ${why}`)) {
    const outcomes = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .settleResources */ .D6)(resources.filter(({ provider }) => provider.capabilities?.aside !== undefined), async ({ id, config, provider }) => (await provider.capabilities?.aside?.(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, id))) ?? []);
    for (const { error, resource } of outcomes) {
        if (error !== undefined)
            onFailure(resource.id, (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id).message);
    }
    return new Map(outcomes.flatMap(({ resource, value }) => (value === undefined ? [] : [[resource.id, value]])));
}
/** What interrupted rollbacks left beside the resources, for the plan of the next one. */
async function leftBeside(resources, ctx) {
    return [...(await readAside(resources, ctx))].flatMap(([resource, objects]) => objects.flatMap((object) => object.kind !== 'unfinished'
        ? []
        : [
            {
                level: 'warning',
                code: 'rollback-leftover',
                resource,
                message: object.why,
                remedy: `A restore removes it, or continues from it. To remove it now: ${object.drop}`,
            },
        ]));
}


/***/ }),

/***/ 38240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nl: () => (/* binding */ assertMayPlan),
  JL: () => (/* binding */ publishPlan),
  Ct: () => (/* binding */ rollbackCommand),
  pD: () => (/* binding */ writePlan)
});

// EXTERNAL MODULE: ./lib/config/contacts-now.js
var contacts_now = __webpack_require__(45812);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(90829);
// EXTERNAL MODULE: ./lib/cli/snapshot-rows.js + 1 modules
var snapshot_rows = __webpack_require__(99637);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(74219);
// EXTERNAL MODULE: ./lib/approval/typed-digest.js + 1 modules
var typed_digest = __webpack_require__(91544);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/waiting-runs.js

const runs = schemas/* looseObject */._H3({
    workflow_runs: schemas/* array */.YOg(schemas/* looseObject */._H3({
        id: schemas/* number */.aig(),
        path: schemas/* string */.YjP(),
        display_title: schemas/* string */.YjP(),
        html_url: schemas/* string */.YjP(),
        run_started_at: schemas/* string */.YjP().nullish(),
        actor: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }).nullish(),
        referenced_workflows: schemas/* array */.YOg(schemas/* looseObject */._H3({ path: schemas/* string */.YjP() })).nullish(),
    })),
});
/** Reusable workflows whose jobs queue for the environment. */
const QUEUES = /\/(?:rollback|recover|mitigate)\.ya?ml@/;
const MOST = 50;
/**
 * Runs that wait for a reviewer: of the same workflow, and of those that call a workflow which changes production. GitHub
 * REST API, "List workflow runs for a repository".
 * @param workflow path of the file of this run; null if it is unknown
 * @throws HttpFailure
 */
async function waitingRuns(github, workflow, ownRun) {
    const { workflow_runs: found } = await github.request({ what: 'read which runs wait for a reviewer', permission: 'actions: read' }, runs, (rest, target) => rest.actions.listWorkflowRunsForRepo({ ...target, status: 'waiting', per_page: MOST }));
    return found
        .filter(({ id, path, referenced_workflows: called }) => id !== ownRun && (path.split('@')[0] === workflow || (called ?? []).some((one) => QUEUES.test(one.path))))
        .map(({ id, display_title: title, html_url: url, run_started_at: since, actor }) => ({
        id,
        title,
        url,
        startedBy: actor?.login ?? null,
        since: since ?? null,
    }));
}

;// CONCATENATED MODULE: ./lib/approval/waiting.js



/**
 * GitHub runs the jobs of an environment one after another, and one that waits for a reviewer holds that queue for up to 30
 * days. GitHub does not show the reason to those behind it.
 */
async function waitingFindings({ context, run }) {
    if (run === null)
        return [];
    const workflow = /^[^/]+\/[^/]+\/([^@]+)@/.exec(context.env.text('GITHUB_WORKFLOW_REF') ?? '')?.[1] ?? null;
    return (0,environments/* readable */.HD)(async () => (await waitingRuns((0,client.createGitHub)(context), workflow, run.runId)).map(({ id, title, url, startedBy, since }) => ({
        level: 'warning',
        code: 'run-waits',
        message: `Run ${id} ("${title}"${startedBy === null ? '' : `, started by ${startedBy}`}${since === null ? '' : `, ${since}`}) waits for a reviewer. If it belongs to this environment, this rollback begins only after it: ${url}`,
        remedy: 'Reject or cancel it first, unless you want it to run.',
    })));
}

// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/engine/history.js
var engine_history = __webpack_require__(17578);
// EXTERNAL MODULE: ./lib/engine/confirmation.js
var confirmation = __webpack_require__(34309);
// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/commands/rollback/obstacles.js
var rollback_obstacles = __webpack_require__(48537);
// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(82367);
;// CONCATENATED MODULE: ./lib/commands/rollback/plan-style.js

/** The style of a line of `planText`. Pure. */
function planStyle(line) {
    if (/^ +! (data at risk|needs )/.test(line) || /^ +undo: not possible$/.test(line))
        return 'red';
    if (/^( +!|warning: )/.test(line))
        return 'yellow';
    if (/^ +undo: /.test(line))
        return 'dim';
    return line.startsWith('Plan: ') || line.startsWith(plan_text/* COUNTS */.Js) || /^\S.*:$/.test(line) ? 'bold' : null;
}

// EXTERNAL MODULE: ./lib/providers/facts.js + 18 modules
var providers_facts = __webpack_require__(3610);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/approver.js



/** Who asked for the plan, and what is known of the snapshot. */
function approverMarkdown(facts) {
    const { manifest, requestedBy, reason, cautions } = facts;
    return [
        '### Circumstances',
        [
            ...(requestedBy === null
                ? []
                : [`- Requested by: **${(0,markdown/* escapeText */.X1)(requestedBy)}**${reason === null ? '' : `:${(0,markdown/* remark */.Vg)(reason, '  ')}`}`]),
            `- Snapshot: \`${manifest.id}\`, taken ${manifest.createdAt} (${manifest.reason}, at commit \`${manifest.commit ?? '-'}\`)`,
            originLine(facts),
            trustLine(facts),
            ...expeditedLines(facts),
            ...cautions.map(({ message, remedy }) => `- ⚠️ ${(0,markdown/* escapeText */.X1)(`${message} ${remedy ?? ''}`.trim())}`),
        ].join('\n'),
    ].join('\n\n');
}
/** Whom the plan affects, and whom to call. */
function peopleMarkdown(plan, { contacts }) {
    const affected = affectedBy(plan);
    return [
        affected.length === 0 ? '' : `### Who is affected\n\n${(0,markdown/* table */.tp)(['Who', 'By'], affected)}`,
        contacts.length === 0
            ? ''
            : `### Who to call\n\n${(0,markdown/* table */.tp)(['Who', 'For', 'How'], contacts.map(({ name, role, reach }) => [name, role, reach]))}`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function originLine({ manifest: { actor, event, run } }) {
    if (run === null)
        return '- Made on a command line. GitHub does not know who made it.';
    return `- Made by a run that ${(0,markdown/* escapeText */.X1)(actor ?? 'nobody')} started (${(0,markdown/* escapeText */.X1)(event ?? 'unknown event')}): ${(0,markdown/* escapeText */.X1)(run)}`;
}
function trustLine({ manifest: { id }, trust }) {
    if (trust.kind === 'signed')
        return `- Signed with the key \`${trust.keyId}\` of the configuration.`;
    return `- 🔴 **Not signed**: ${(0,markdown/* escapeText */.X1)(trust.reason)}. Anyone with write access to the store can have made it. Find out who made ${id} before you approve.`;
}
function expeditedLines({ decision, fast, requestedBy }) {
    if (requestedBy === null || fast === null)
        return [];
    if (decision.approval === 'expedited') {
        return [
            `- **Expedited**: it runs in "${(0,markdown/* escapeText */.X1)(fast.environment)}", without the usual review: the snapshot is at most ${(0,runtime_text/* plural */.LS)(fast.minutes, 'minute')} old and nothing is lost.`,
        ];
    }
    return [`- This rollback may not be expedited: ${(0,markdown/* escapeText */.X1)(decision.closed.join('; '))}.`];
}
/** One row for each provider with a change: the affected people, and the changes. */
function affectedBy(plan) {
    const facts = providers_facts/* PROVIDER_FACTS */.g;
    return [...new Set(plan.changes.map(({ provider }) => provider))].map((id) => [
        facts[id]?.affects ?? `users of ${id}`,
        briefly(plan.changes.flatMap(({ provider, target }) => (provider === id ? [target] : []))),
    ]);
}
/** All of them stand in the table of changes. */
const SHOWN = 8;
const briefly = (names) => [...names.slice(0, SHOWN), ...(names.length > SHOWN ? [`and ${names.length - SHOWN} more`] : [])].join(', ');

// EXTERNAL MODULE: ./lib/report/deploy-flags.js
var deploy_flags = __webpack_require__(40949);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/runtime/markdown-cut.js
var markdown_cut = __webpack_require__(10166);
// EXTERNAL MODULE: ./lib/report/advice.js
var report_advice = __webpack_require__(30248);
// EXTERNAL MODULE: ./lib/report/risk.js
var report_risk = __webpack_require__(10207);
;// CONCATENATED MODULE: ./lib/report/plan-markdown.js







/** Rows of a table before the rest is folded. */
const ROWS = 25;
/** Bytes of a part above the changes. A longer one is cut, so that what stands beneath it is not lost. */
const PART = 300_000;
/**
 * The plan for a job summary, for the approver. What the approver must not miss stands above the changes: a summary that is
 * too long for GitHub loses its end.
 */
function planMarkdown(plan, surroundings = {}) {
    const { circumstances = '', more = '', notice = null, advice = null } = surroundings;
    const undo = plan.recovers !== undefined
        ? (0,markdown/* escapeText */.X1)((0,plan_text/* withDeployments */.JX)(plan.recovers))
        : plan.undoes === null
            ? ''
            : ` (undo of rollback \`${plan.undoes.slice(0, 12)}\`)`;
    const title = plan.recovers === undefined ? 'Rollback plan' : 'Recovery plan';
    const parts = [
        plan.mitigates === undefined
            ? `## ${title}: ${(0,markdown/* codeSpan */.SS)(plan.environment)} → snapshot \`${plan.snapshot}\`${undo}`
            : `## Mitigation plan: ${(0,markdown/* escapeText */.X1)((0,plan_text/* mitigationOf */.$g)(plan, plan.mitigates))}`,
    ];
    if (notice !== null)
        parts.push(`⚠️ ${(0,markdown/* escapeText */.X1)(notice)}`);
    parts.push(plan.changes.length === 0
        ? `**${notice === null ? 'Nothing to do' : 'No changes'}**: ${(0,markdown/* escapeText */.X1)((0,plan_text/* covered */.p_)(plan))}`
        : `**${(0,runtime_text/* plural */.LS)(plan.changes.length, 'change')}**${(0,plan_text/* saysMode */.mX)(plan) ? `, database: \`${plan.database}\`` : ''}. Nothing has been changed yet.`);
    parts.push(`Digest (the approval is for this digest): \`${plan.digest}\``, bounded(redFacts(plan)), bounded(circumstances));
    if (plan.changes.length > 0)
        parts.push('### Changes', changesTable(plan.changes));
    if (plan.manual.length > 0) {
        parts.push('### By hand', (0,markdown/* foldedTable */.vd)(['What', 'Now → then', 'What to do'], plan.manual.map((change) => [nameOf(change), (0,engine_plan/* describe */.q0)(change), change.manual ?? '']), ROWS));
    }
    const origin = (0,plan_text/* originLine */.rH)(plan);
    if (origin !== null)
        parts.push(`${plan.release === null ? '⚠️ ' : ''}${(0,markdown/* escapeText */.X1)(origin)}`);
    if (advice !== null)
        parts.push((0,report_advice/* adviceMarkdown */.m)(advice));
    parts.push(more.trim(), stays(plan));
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
const bounded = (part) => (0,markdown_cut/* cutMarkdown */.G)(part, { most: PART, size: markdown_cut/* bytes */.e, rest: 'The log of this step names them.' }).trimEnd();
const nameOf = ({ resource, target }) => `${resource}: ${target}`;
function changesTable(changes) {
    const early = (0,engine_plan/* earlyChanges */.Hj)(changes);
    const stage = (change) => change.effect !== 'live' ? 'next deployment' : early.has(change) ? 'at once' : change.stage;
    const undo = (0,markdown/* foldedTable */.vd)(['#', 'Undo'], changes.map((change, index) => [String(index + 1), change.undo ?? 'not possible']), ROWS);
    return [
        (0,markdown/* foldedTable */.vd)(['#', 'What', 'Now', 'Then', 'When'], changes.map((change, index) => [
            String(index + 1),
            nameOf(change),
            change.before ?? 'absent',
            change.after ?? 'absent',
            stage(change),
        ]), ROWS),
        (0,markdown/* details */.zH)('How each change is undone', undo),
    ].join('\n\n');
}
/** What an approver must not miss, the worst first: it stands above the changes. */
function redFacts(plan) {
    const { changes } = plan;
    const red = changes.flatMap((change) => [
        ...(change.dataAtRisk ?? []).map((risk) => `- 🔴 **data at risk**: ${(0,markdown/* escapeText */.X1)((0,report_risk/* riskText */.P)(risk))}`),
        ...(change.confirm === undefined
            ? []
            : [`- 🔴 the operator must type the name of the database: ${(0,markdown/* codeSpan */.SS)(change.confirm)}`]),
        ...(change.undo === null ? [`- 🔴 **cannot be undone**: ${(0,markdown/* escapeText */.X1)(change.target)}`] : []),
    ]);
    const others = changes.flatMap((change) => [...(0,plan_text/* originNote */.$C)(plan, change), ...change.warnings].map((warning) => `- ⚠️ **${(0,markdown/* escapeText */.X1)(change.target)}**: ${(0,markdown/* escapeText */.X1)(warning)}`));
    const all = [...red, ...others];
    return all.length === 0 ? '' : ['### Read this before you approve', ...all].join('\n');
}
/** What the plan leaves as it is, folded. */
function stays(plan) {
    const { notSelected, later } = plan;
    return [
        ...(notSelected.length === 0
            ? []
            : [
                (0,markdown/* details */.zH)(`Not in this plan: ${notSelected.length}`, (0,markdown/* table */.tp)(['What', 'Now → then', 'Would need'], notSelected.map((change) => [nameOf(change), (0,engine_plan/* describe */.q0)(change), (0,plan_text/* wouldNeed */.qr)(plan)(change)]))),
            ]),
        ...(later.length === 0
            ? []
            : [
                (0,markdown/* details */.zH)(`Changed after the ${(0,plan_text/* sinceOf */.ek)(plan)}; these stay: ${later.length}`, (0,markdown/* table */.tp)(['What', 'Now', 'In the snapshot', 'By whom, and how to undo it, too'], later.map((change) => [
                    nameOf(change),
                    change.before ?? 'absent',
                    change.after ?? 'absent',
                    (0,plan_text/* toInclude */.u2)(plan)(change),
                ]))),
            ]),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/report/snapshots.js
var snapshots = __webpack_require__(62467);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/services/github/pulls.js + 1 modules
var github_pulls = __webpack_require__(19694);
;// CONCATENATED MODULE: ./lib/report/taken-back.js



/** Rows of a table. */
const taken_back_SHOWN = 30;
/**
 * What a rollback takes back, for a job summary; '' if there is nothing to say.
 * @param page of the repository on GitHub, e.g. `https://github.com/acme/shop`
 */
function takenBackMarkdown({ releases, missing }, page, environment) {
    if (missing !== null)
        return `### What this takes back\n\nUnknown: ${(0,markdown/* escapeText */.X1)(missing)}\n\n`;
    if (releases.length === 0)
        return '';
    const deployments = `${page}/deployments/${encodeURIComponent(environment)}`;
    return `### What this takes back\n\n${releases.map((one) => releaseMarkdown(one, page)).join('\n\n')}\n\n[Deployments of this environment](${deployments})\n\n`;
}
function releaseMarkdown({ resources, base, head, comparison, pulls }, page) {
    const names = (0,markdown/* escapeText */.X1)(resources.join(', '));
    if (comparison === null) {
        return `${names}: GitHub does not know the commit ${taken_back_link(page, base)} or ${taken_back_link(page, head)}.`;
    }
    const { total, commits } = comparison;
    const range = /^[0-9a-f]+$/.test(base + head)
        ? `[${base.slice(0, 7)}...${head.slice(0, 7)}](${page}/compare/${base}...${head})`
        : '';
    // A deployment that is older than the snapshot has no commit more.
    const found = (0,runtime_text/* plural */.LS)(pulls.length, 'pull request');
    const where = total > github_pulls/* MOST_COMMITS */.L4 ? ` in the newest ${github_pulls/* MOST_COMMITS */.L4} of them` : '';
    const facts = `${names}: ${(0,runtime_text/* plural */.LS)(total, 'commit')}, ${found}${where} ${range}`.trim();
    const parts = [
        facts,
        ...(pulls.length === 0
            ? []
            : [
                (0,markdown/* tableOfMarkup */.O7)(['Pull request', 'Title', 'By'], pulls
                    .slice(0, taken_back_SHOWN)
                    .map(({ number, title, author }) => [
                    `[#${number}](${page}/pull/${number})`,
                    (0,markdown/* escapeText */.X1)(title),
                    (0,markdown/* escapeText */.X1)(author ?? ''),
                ])),
            ]),
        ...(commits.length === 0
            ? []
            : [
                (0,markdown/* details */.zH)(`The newest ${Math.min(taken_back_SHOWN, commits.length)} of ${(0,runtime_text/* plural */.LS)(total, 'commit')}`, (0,markdown/* tableOfMarkup */.O7)(['Commit', 'Subject', 'By'], [...commits]
                    .reverse()
                    .slice(0, taken_back_SHOWN)
                    .map(({ sha, subject, author }) => [taken_back_link(page, sha), (0,markdown/* escapeText */.X1)(subject), (0,markdown/* escapeText */.X1)(author ?? '')]))),
            ]),
    ];
    return parts.join('\n\n');
}
/** Only a hash becomes part of an address. */
const taken_back_link = (page, sha) => /^[0-9a-f]{7,64}$/.test(sha) ? `[${sha.slice(0, 7)}](${page}/commit/${sha})` : (0,markdown/* escapeText */.X1)(sha);

// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/commands/rollback/plan-flags.js
var plan_flags = __webpack_require__(81894);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/commands/rollback/plan-place.js



/** A plan says its kind at its beginning. */
const HEAD_BYTES = 4096;
const KIND = /"kind":\s*"rewind-plan"/;
/**
 * Refuses a place for a plan that holds something else, e.g. the configuration: the plan would replace it. A plan, the
 * rest of one, an empty file and a device may be replaced.
 *
 * @param path absolute
 * @throws RewindError input-invalid
 */
async function assertPlanPlace(path) {
    const head = await headOf(path).catch((error) => {
        throw (0,files/* unwritable */.mP)('plan', path, error);
    });
    if (head === '' || KIND.test(head))
        return;
    throw new errors.RewindError('input-invalid', `--plan: ${path} is not a plan of Rewind, and a plan would replace it.`, {
        remedy: 'Name a new file with --plan, or remove this one.',
    });
}
/** The beginning of a file; empty if there is none, or if it is a device or a pipe: to open a pipe waits for a writer. */
async function headOf(path) {
    const found = await (0,promises_.stat)(path).catch((error) => {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    });
    if (found?.isDirectory() === true)
        throw new Error('it is a folder');
    if (found?.isFile() !== true)
        return '';
    const file = await (0,promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
        return buffer.toString('utf8', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./lib/commands/rollback/publish-plan.js

























const TITLE = 'The last snapshots';
/** @returns what the approver should know of the environments. @throws RewindError as the gate; input-invalid for --plan */
async function assertMayPlan(session, project) {
    (0,gate/* assertEnvironment */.Wc)(session, project);
    await assertPlanPlace(session.path(session.inputs.plan));
    return [
        ...(await (0,gate/* assertProtected */.jq)(session, project)),
        ...(await waitingFindings(session)),
        ...(session.run === null
            ? []
            : await (0,environments/* planJobFindings */.rA)(session.context, project.config, session.inputs.planEnvironment)),
    ];
}
/**
 * Writes the plan file and says what the approver must know. What would stop the plan after the approval stops it here.
 * @throws RewindError preflight-failed, data-loss-unconfirmed
 */
async function publishPlan(session, project, plan, facts) {
    const { inputs } = session;
    const { manifest, trust, resources, cautions, chosen, advice, flags = null, taken = null } = facts;
    const made = (0,engine_plan/* afterApprovals */.xZ)(plan, await (0,gate/* approvalsSoFar */.KN)(session, project));
    const within = (0,create_context/* forSnapshot */.C)(session.context, manifest);
    const [{ obstacles, warnings }, ofBackup, busy] = await Promise.all([
        (0,rollback_obstacles/* lookAhead */.Rf)(resources, made.changes, within),
        (0,rollback_obstacles/* backupObstacles */.fi)(project, made, within),
        // The last reading: what the plan says of production may have been true for a moment only.
        (0,environment_lock/* busyFindings */.i5)(session, project),
    ]);
    (0,rollback_obstacles/* assertNothingInTheWay */.F0)([...obstacles, ...ofBackup]);
    const findings = [...busy, ...facts.findings, ...warnings];
    // A plan without the names shows which ones are needed.
    if (inputs.confirmDataLoss !== null)
        (0,confirmation/* assertConfirmed */._K)(made, inputs.confirmDataLoss);
    await writePlan(session, made, inputs.plan);
    const decision = await (0,gate/* chooseApproval */.l1)(session, project, made, manifest, trust);
    const typed = typedText(session, project, made, decision.approval);
    const notice = [typed?.text, facts.notice].filter((one) => typeof one === 'string').join(' ') || null;
    const circumstances = {
        manifest,
        trust,
        decision,
        fast: project.config.expedited ?? null,
        requestedBy: session.run?.triggeredBy ?? null,
        reason: inputs.reason,
        cautions,
        contacts: await (0,contacts_now/* contactsAt */.F)(project.config.contacts, session.context.clock.now()),
    };
    const others = chosen === null ? [] : await (0,snapshot_rows/* snapshotRows */.cn)(session, project, chosen, { limit: engine_history/* PAGE */.KL, chosen: manifest.id });
    const list = others.length === 0 ? '' : `\n\n${TITLE}:\n${(0,snapshots/* snapshotsText */.TP)(others, true)}`;
    const listMarkdown = others.length === 0 ? '' : `\n### ${TITLE}\n\n${(0,snapshots/* snapshotsMarkdown */.lZ)(others)}\n`;
    const hazards = findings.length === 0 ? '' : `${(0,report_findings/* findingsText */._g)(findings)}\n\n`;
    const hazardsMarkdown = findings.length === 0 ? '' : `### What this plan leaves\n\n${(0,report_findings/* findingsMarkdown */.O9)(findings)}\n\n`;
    const page = session.run?.url.split('/actions/')[0];
    const takenMarkdown = taken === null || page === undefined || made.changes.length === 0
        ? ''
        : takenBackMarkdown(taken, page, made.environment);
    return {
        made,
        exit: typed?.refused === true ? 3 : 0,
        json: (0,json/* toJson */.aB)({ ...made, findings, advice, ...(flags === null ? {} : { flags: (0,deploy_flags/* deployFlagsJson */.lF)(flags) }) }),
        text: `${typed?.refused === true ? `${typed.text}\n\n` : ''}${hazards}${(0,deploy_flags/* deployFlagsText */.OX)(flags)}${(0,plan_text/* planText */.Pt)(made, notice, advice)}${list}\n\nPlan written to ${inputs.plan}.${howToApply(session, made)}`,
        style: planStyle,
        summary: `${planMarkdown(made, {
            circumstances: approverMarkdown(circumstances),
            more: `${takenMarkdown}${hazardsMarkdown}${(0,deploy_flags/* deployFlagsMarkdown */.M7)(flags)}${peopleMarkdown(made, circumstances)}`,
            notice,
            advice,
        })}${listMarkdown}`,
        outputs: {
            'snapshot-id': made.snapshot,
            'plan-digest': made.digest,
            'plan-path': inputs.plan,
            changes: String(made.changes.length),
            approval: typed === null ? decision.approval : 'digest',
            unconfirmed: inputs.confirmDataLoss === null ? (0,confirmation/* confirmationsOf */.Av)(made).join(',') : '',
        },
    };
}
/**
 * What is said of the digest that a person types, if the plan is not to be applied now: it is typed for another plan, or not
 * yet. Null if the plan may be applied.
 */
function typedText({ run, inputs }, { config: { approval } }, { digest, changes }, needs) {
    const { typedDigest } = inputs;
    if (run === null && typedDigest === null)
        return null;
    if (changes.length === 0)
        return null;
    if (typedDigest !== null) {
        if (digest.startsWith(typedDigest))
            return null;
        const text = `The digest ${typedDigest} was typed, and this plan has another one, ${digest.slice(0, 12)}: production, the snapshot or an input is not what it was. Nothing was changed. If you agree with this plan, start again with its digest.`;
        return { text, refused: true };
    }
    if (needs === 'expedited' || !(0,typed_digest/* isDigestRule */.bq)(approval))
        return null;
    return { text: (0,typed_digest/* howToType */.Og)(approval, digest), refused: false };
}
function howToApply(session, made) {
    return made.changes.length === 0 ? '' : ` To apply it:\n  ${rollbackCommand(session, made, session.inputs.plan)}`;
}
/** The command that applies a plan. @param file relative to the working directory */
function rollbackCommand(session, made, file) {
    const needed = (0,confirmation/* confirmationsOf */.Av)(made);
    const confirm = needed.length === 0 ? [] : (0,confirmation/* confirmWords */.qy)(needed);
    return (0,command_line/* commandLine */.ay)(session, ['rollback', '--plan', file, '--digest', made.digest, ...confirm]);
}
/** @param file relative to the repository */
async function writePlan(session, made, file) {
    await (0,files/* writeOutput */.zh)('plan', session.path(file), `${JSON.stringify(made, null, 2)}\n`, 0o600);
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

/***/ 34309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ confirmationsOf),
/* harmony export */   _K: () => (/* binding */ assertConfirmed),
/* harmony export */   qy: () => (/* binding */ confirmWords),
/* harmony export */   rJ: () => (/* binding */ confirmFlag)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26751);


/** Names of the databases whose data the plan may lose, in the order of the plan. */
function confirmationsOf(plan) {
    return [...new Set(plan.changes.flatMap(({ confirm }) => confirm ?? []))];
}
/**
 * Compares the names that the operator typed with those of the plan. A plan that loses no data needs none, and ignores any.
 * @param given null: none
 * @throws RewindError data-loss-unconfirmed, with both lists
 */
function assertConfirmed(plan, given) {
    const needed = confirmationsOf(plan);
    if (needed.length === 0)
        return;
    const names = given ?? [];
    // The name of a database may hold a comma.
    if (names.join(',') === needed.join(','))
        return;
    // The flag trims its names.
    const isIn = (list, name) => list.some((each) => each.trim() === name.trim());
    const missing = needed.filter((name) => !isIn(names, name));
    const wrong = names.filter((name) => !isIn(needed, name));
    if (missing.length === 0 && wrong.length === 0)
        return;
    const losing = plan.changes.filter(({ confirm }) => confirm !== undefined);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('data-loss-unconfirmed', `The plan can lose data in ${listed(needed)}; confirmed: ${names.length === 0 ? 'none' : listed(names)}.`, {
        resource: losing.find(({ confirm }) => confirm === missing[0])?.resource,
        problems: losing.map(({ resource, target, after }) => `${resource}: ${target}: ${after ?? 'removed'}`),
        remedy: `Confirm with the names of the databases: ${confirmFlag(needed)}`,
    });
}
/** The words of the flag. A name that begins like a flag stands behind an equals sign. */
function confirmWords(names) {
    const value = names.join(',');
    return value.startsWith('-') ? [`--confirm-data-loss=${value}`] : ['--confirm-data-loss', value];
}
/** The flag as one would type it in a shell. */
function confirmFlag(names) {
    return confirmWords(names).map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
}
const listed = (names) => names.map((name) => `"${name}"`).join(', ');


/***/ }),

/***/ 51282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ sealedBytes),
/* harmony export */   _: () => (/* binding */ coverageOf)
/* harmony export */ });
/** Pure. @param configured all resource ids of the configuration */
function coverageOf(manifest, configured) {
    const ids = manifest.resources.map(({ id }) => id);
    return {
        held: configured.filter((id) => ids.includes(id)),
        missing: configured.filter((id) => !ids.includes(id)),
        unknown: ids.filter((id) => !configured.includes(id)),
    };
}
/** Bytes of all sealed payloads. */
function sealedBytes(manifest) {
    return manifest.resources.flatMap(({ payloads }) => payloads).reduce((sum, ref) => sum + ref.sealedBytes, 0);
}


/***/ }),

/***/ 37470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ findingsMarkdown),
/* harmony export */   _g: () => (/* binding */ findingsText),
/* harmony export */   kb: () => (/* binding */ ICON)
/* harmony export */ });
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);


const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' };
function findingsText(findings) {
    return findings
        .map(({ level, resource, message, remedy, code, ...place }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(remedy)}`;
        return `${level}: [${resource}] ${placeOf(place, message)}${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(message)} (${code})${next}`;
    })
        .join('\n');
}
/** Nothing if the message names the file itself. */
function placeOf({ file, line }, message) {
    if (file === undefined || message.includes(file))
        return '';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(file)}${line === undefined ? '' : `:${line}`}: `;
}
function findingsMarkdown(findings) {
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
}


/***/ }),

/***/ 62467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   MK: () => (/* binding */ dateText),
/* harmony export */   TP: () => (/* binding */ snapshotsText),
/* harmony export */   _: () => (/* binding */ coverageText),
/* harmony export */   lZ: () => (/* binding */ snapshotsMarkdown)
/* harmony export */ });
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83997);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



/** Columns of a terminal that a listing fits into. */
const WIDTH = 100;
/** Ids named in one line. */
const NAMED = 6;
/**
 * For a terminal.
 * @param brief one line for each snapshot, two if it is long: below a plan
 */
function snapshotsText(rows, brief = false) {
    return rows
        .flatMap((row) => [
        `${row.chosen ? '>' : ' '} ${row.id}${row.names.length === 0 ? '' : `  [${row.names.join(', ')}]`}`,
        ...(row.facts === null ? [row.problem ?? ''] : (brief ? briefly : linesOf)(row.facts)).flatMap((line) => wrap(line, 4)),
    ])
        .join('\n');
}
/** For a job summary: a list, because a telephone shows no wide table. */
function snapshotsMarkdown(rows) {
    return rows
        .map(({ id, names, chosen, facts, problem }) => {
        const marks = names.map((name) => ` **${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(name)}**`).join(',');
        const head = `- ${chosen ? '➡️ ' : ''}${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(id)}${marks}`;
        const lines = facts === null ? [problem ?? ''] : linesOf(facts);
        return [head, ...lines.map((line) => `  <br>${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(line)}`)].join('\n');
    })
        .join('\n');
}
function linesOf(facts) {
    const { createdAt, ageMs, reason, commit, production, subject, coverage, bytes, signature } = facts;
    const by = commit === null ? reason : `${reason} of commit ${commit.slice(0, 7)}`;
    const shown = production === null ? 'shows no deployment' : `production was ${production}`;
    return [
        `${dateText(createdAt)}, ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago; ${by}`,
        subject === null ? shown : `${shown}: ${subject}`,
        [coverageText(coverage), (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(bytes, 'bytes'), ...(signature === null ? [] : [signature])].join('; '),
        ...duringText(facts),
    ];
}
function briefly(facts) {
    const { ageMs, reason, production, subject, coverage } = facts;
    const shown = production === null ? 'shows no deployment' : `was ${production}`;
    return [
        `${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago, ${reason}; ${subject === null ? shown : `${shown}: ${subject}`}; ${coverageText(coverage)}`,
        ...duringText(facts),
    ];
}
const duringText = ({ mitigated }) => mitigated.length === 0 ? [] : [`taken while a mitigation was in effect: ${mitigated.join(', ')}`];
/** "2026-11-23 03:04 UTC" */
function dateText(iso) {
    return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
/** "all 12 resources", "2 of 12 resources (web, flags), not db, schema" */
function coverageText({ held, missing, unknown }) {
    const of = held.length + missing.length;
    const others = unknown.length === 0 ? '' : `, and ${named(unknown)}, no longer configured`;
    if (missing.length === 0)
        return `${of === 1 ? 'the one resource' : `all ${of} resources`}${others}`;
    return `${held.length} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(of, 'resource')}${held.length === 0 ? '' : ` (${named(held)})`}, not ${named(missing)}${others}`;
}
function named(ids) {
    const more = ids.length - NAMED;
    return more <= 0 ? ids.join(', ') : `${ids.slice(0, NAMED).join(', ')} and ${more} more`;
}
/** Breaks a line between words. A word that is longer than a line is cut. */
function wrap(text, indent) {
    const room = WIDTH - indent;
    const lines = [];
    for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${room - 2}}`, 'gu')) ?? [])) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= room)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(lines.length === 0 ? word : `  ${word}`);
    }
    return lines.map((line) => `${' '.repeat(indent)}${line}`);
}


/***/ })

};
