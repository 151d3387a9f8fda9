export const id = 815;
export const ids = [815,903];
export const modules = {

/***/ 3842:
/***/ ((module) => {

/* jshint esversion: 6 */
/* jslint node: true */


module.exports = function serialize (object) {
  if (typeof object === 'number' && isNaN(object)) {
    throw new Error('NaN is not allowed');
  }

  if (typeof object === 'number' && !isFinite(object)) {
    throw new Error('Infinity is not allowed');
  }

  if (object === null || typeof object !== 'object') {
    return JSON.stringify(object);
  }

  if (object.toJSON instanceof Function) {
    return serialize(object.toJSON());
  }

  if (Array.isArray(object)) {
    const values = object.reduce((t, cv, ci) => {
      const comma = ci === 0 ? '' : ',';
      const value = cv === undefined || typeof cv === 'symbol' ? null : cv;
      return `${t}${comma}${serialize(value)}`;
    }, '');
    return `[${values}]`;
  }

  const values = Object.keys(object).sort().reduce((t, cv) => {
    if (object[cv] === undefined ||
        typeof object[cv] === 'symbol') {
      return t;
    }
    const comma = t.length === 0 ? '' : ',';
    return `${t}${comma}${serialize(cv)}:${serialize(object[cv])}`;
  }, '');
  return `{${values}}`;
};


/***/ }),

/***/ 8648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeApproval)
/* harmony export */ });
/** "requested by ada; approved by bob" */
function describeApproval({ requestedBy, kind, approvedBy, skipped }) {
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}`;
    const left = skipped === null ? '' : `; skipped: ${skipped}`;
    return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${left}`;
}


/***/ }),

/***/ 996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xf: () => (/* binding */ approvalOf),
  Wc: () => (/* binding */ assertEnvironment),
  jq: () => (/* binding */ assertProtected),
  l1: () => (/* binding */ chooseApproval),
  tC: () => (/* binding */ projectContext)
});

;// CONCATENATED MODULE: ./lib/approval/expedited.js
/**
 * A rollback may be expedited for a configured time after the snapshot that a deploy took, and only for a rollback that loses
 * nothing, can itself be undone, and leaves nothing for a person to do or to weigh.
 *
 * @param graceMinutes for the run that carries out what was planned a moment ago
 */
function decideApproval(plan, snapshot, fast, now, graceMinutes = 0) {
    if (fast === undefined)
        return { approval: 'reviewed', closed: ['the configuration has no "expedited" section'] };
    const minutes = Math.floor((now.getTime() - Date.parse(snapshot.createdAt)) / 60_000);
    const closed = [
        ...(snapshot.reason === 'pre-deploy' ? [] : [`the snapshot is "${snapshot.reason}", not one before a deploy`]),
        ...(minutes <= fast.minutes + graceMinutes
            ? []
            : [`the snapshot is ${minutes} minutes old; the limit is ${fast.minutes}`]),
        ...(plan.database === 'none' ? [] : [`it changes the database (${plan.database})`]),
        ...plan.changes.flatMap(obstacles),
        ...plan.manual.map(({ target }) => `${target} has to be done by hand`),
    ];
    return { approval: closed.length === 0 ? 'expedited' : 'reviewed', closed };
}
function obstacles(change) {
    if ((change.dataAtRisk ?? []).length > 0 || change.confirm !== undefined)
        return [`${change.target} loses data`];
    if (change.undo === null)
        return [`${change.target} cannot be undone`];
    // Every switch of the deployment warns that later pushes wait; what else warns must be weighed by somebody.
    if (change.stage !== 'deployment' && change.warnings.length > 0)
        return [`${change.target}: ${change.warnings.join('; ')}`];
    return [];
}

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var github_environment = __webpack_require__(5567);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 1 modules
var create_context = __webpack_require__(7516);
// EXTERNAL MODULE: ./lib/approval/protection.js
var protection = __webpack_require__(5244);
;// CONCATENATED MODULE: ./lib/approval/gate.js






/** A expedited run may begin this many minutes after its time is over: it was planned while there was some left. */
const GRACE_MINUTES = 10;
function projectContext(session) {
    return (0,create_context/* createContext */.q6)(session.parts, { id: '', salt: '' });
}
/** @throws RewindError environment-mismatch */
function assertEnvironment({ inputs }, { config }) {
    if (inputs.environment === null || inputs.environment === config.environment)
        return;
    throw new errors/* RewindError */.Ir('environment-mismatch', `The workflow works with "${inputs.environment}", ${inputs.config} with "${config.environment}".`);
}
/**
 * In GitHub Actions: would somebody be asked before the rollback? Nothing is planned that nobody has to approve.
 *
 * @returns warnings for the reader of the plan
 * @throws RewindError environment-missing, environment-unprotected
 */
async function assertProtected(session, project) {
    const { config } = project;
    if (session.run === null)
        return [];
    if (config.approval === 'none')
        return [NOBODY_ASKED];
    const github = (0,client.createGitHub)(projectContext(session));
    const findings = (0,protection/* protectionFindings */.I)(config.environment, await (0,github_environment/* readEnvironment */.Qo)(github, config.environment));
    for (const { level, code, message, remedy } of findings) {
        if (level === 'error') {
            throw new errors/* RewindError */.Ir(code === 'environment-missing' ? code : 'environment-unprotected', message, {
                ...(remedy === undefined ? {} : { remedy }),
            });
        }
    }
    return findings;
}
const NOBODY_ASKED = {
    level: 'warning',
    code: 'approval-none',
    message: 'Nobody has to approve this rollback: rewind.yml says "approval: none".',
    remedy: 'Where GitHub offers required reviewers, take that line out.',
};
/** The approval that a new plan needs; expedited only where that environment exists. */
async function chooseApproval(session, { config }, plan, manifest) {
    const fast = config.expedited;
    const now = (session.parts.clock ?? create_context/* systemClock */.ml).now();
    const decision = decideApproval(plan, manifest, fast, now);
    if (session.run === null || decision.approval === 'reviewed' || fast === undefined)
        return decision;
    const environment = await (0,github_environment/* readEnvironment */.Qo)((0,client.createGitHub)(projectContext(session)), fast.environment);
    const errors = (0,protection/* protectionFindings */.I)(fast.environment, environment, false).filter(({ level }) => level === 'error');
    return errors.length === 0
        ? decision
        : { approval: 'reviewed', closed: errors.map(({ message }) => message.replace(/\.$/, '')) };
}
/**
 * Before anything is changed: was this run approved, or may this plan be expedited?
 * @throws RewindError approval-missing, expedited-closed
 */
async function approvalOf(session, { config }, plan, manifest) {
    const { run, inputs, parts } = session;
    if (run === null) {
        return { requestedBy: parts.env.USER ?? 'unknown', kind: 'command line', approvedBy: [], skipped: null, url: null };
    }
    const requestedBy = run.triggeredBy === run.actor ? run.actor : `${run.actor}, run again by ${run.triggeredBy}`;
    const origin = { requestedBy, url: run.url };
    if (inputs.approval === 'expedited') {
        const { closed } = decideApproval(plan, await manifest, config.expedited, (parts.clock ?? create_context/* systemClock */.ml).now(), GRACE_MINUTES);
        if (closed.length > 0) {
            throw new errors/* RewindError */.Ir('expedited-closed', 'This rollback may not be expedited. Nothing was changed.', {
                problems: closed,
            });
        }
        const { environment = '', minutes = 0 } = config.expedited ?? {};
        const approvedBy = await approvers(session, run.runId, environment);
        const skipped = `the review of "${config.environment}": the snapshot is at most ${minutes} minutes old, and nothing is lost`;
        return { ...origin, kind: 'expedited', approvedBy, skipped };
    }
    if (config.approval === 'none') {
        return { ...origin, kind: 'none', approvedBy: [], skipped: 'the approval: rewind.yml says "approval: none"' };
    }
    const approvedBy = await approvers(session, run.runId, config.environment);
    if (approvedBy.length === 0) {
        throw new errors/* RewindError */.Ir('approval-missing', `Nobody has approved run ${run.runId} for "${config.environment}".`, {
            remedy: `The job must name the environment (environment: ${config.environment}), a reviewer must approve it, and no administrator may bypass it.`,
        });
    }
    if (approvedBy.every((login) => login === run.triggeredBy)) {
        parts.log.warn(`${run.triggeredBy} approved the rollback that they started: nobody else has read the plan.`);
    }
    return { ...origin, kind: 'reviewed', approvedBy, skipped: null };
}
async function approvers(session, runId, environment) {
    const approvals = await (0,github_environment/* readApprovals */.RJ)((0,client.createGitHub)(projectContext(session)), runId, environment);
    return [...new Set(approvals.map(({ login }) => login))];
}


/***/ }),

/***/ 5244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ protectionFindings)
/* harmony export */ });
/**
 * Does an approval in this environment mean something? Errors stop a rollback before it is planned.
 *
 * @param reviewed false for the environment for expedited rollbacks, which needs no reviewers
 */
function protectionFindings(name, environment, reviewed = true) {
    const settings = `Settings → Environments → ${name}`;
    if (environment === null) {
        return [
            {
                level: 'error',
                code: 'environment-missing',
                message: `The environment "${name}" does not exist: the first job that names it would create it, unprotected, and nobody would be asked.`,
                remedy: `Create it: ${settings}, with required reviewers.`,
            },
        ];
    }
    const findings = [];
    if (reviewed && environment.reviewers === 0) {
        findings.push({
            level: 'error',
            code: 'environment-unprotected',
            message: `The environment "${name}" has no required reviewers: a rollback would run without anybody's approval.`,
            remedy: `Add reviewers: ${settings} → Required reviewers. Where the plan of the organisation has none, write "approval: none" into rewind.yml, for everybody to see.`,
        });
    }
    else if (reviewed && !environment.preventSelfReview) {
        findings.push({
            level: 'warning',
            code: 'environment-self-review',
            message: `Who starts a rollback may approve it: "${name}" does not prevent self-review.`,
            remedy: `Switch it on: ${settings} → Prevent self-review.`,
        });
    }
    if (environment.branches === 'any') {
        findings.push({
            // Without reviewers nothing else stands between a pushed branch and the secrets of production.
            level: reviewed ? 'warning' : 'error',
            code: 'environment-any-branch',
            message: `A workflow on any branch may use "${name}" and its secrets${reviewed ? '' : ', and nobody is asked'}.`,
            remedy: `Limit it: ${settings} → Deployment branches → the default branch.`,
        });
    }
    if (reviewed && environment.adminsBypass) {
        findings.push({
            level: 'warning',
            code: 'environment-admin-bypass',
            message: `Administrators may skip the approval of "${name}".`,
            remedy: `Switch it off: ${settings} → Allow administrators to bypass.`,
        });
    }
    if (environment.waitMinutes > 0) {
        findings.push({
            level: 'warning',
            code: 'environment-wait-timer',
            message: `A rollback waits ${environment.waitMinutes} minute(s) after the approval: "${name}" has a wait timer.`,
            remedy: `Remove it: ${settings} → Wait timer.`,
        });
    }
    return findings;
}


/***/ }),

/***/ 4815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  record: () => (/* binding */ record)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/engine/journal.js
var engine_journal = __webpack_require__(2657);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/services/github/comments.js
var comments = __webpack_require__(706);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/services/github/deployments.js

const deployment = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), sha: schemas/* string */.YjP(), created_at: schemas/* string */.YjP() });
const statuses = schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP() }));
/** GitHub REST API, "Create a deployment status": longer descriptions are refused. */
const DESCRIPTION_LIMIT = 140;
/**
 * Makes GitHub's Deployments page tell what is live: the deployment of `commit` succeeded, every newer one that claims to
 * be live is inactive. GitHub's own `auto_inactive` does only the deployments before, and not those of production.
 *
 * @param description shown with each status
 */
async function recordLive(github, environment, commit, logUrl, description) {
    const known = await knownDeployments(github, environment);
    const found = known.find(({ sha }) => sha === commit);
    const live = found ?? (await createDeployment(github, environment, commit, description));
    const inactive = [];
    for (const other of known) {
        if (other.id === live.id || (await latestState(github, other.id)) !== 'success')
            continue;
        await addStatus(github, other.id, 'inactive', logUrl, description);
        inactive.push(other.id);
    }
    // Last: the newest status of the page is then the one that is true.
    if (found === undefined || (await latestState(github, live.id)) !== 'success') {
        await addStatus(github, live.id, 'success', logUrl, description);
    }
    return { live: live.id, created: found === undefined, inactive };
}
/** Newest first. Vercel's integration writes the name of the environment with a capital, and GitHub's filter is exact. */
async function knownDeployments(github, environment) {
    const names = new Set([environment, environment.charAt(0).toUpperCase() + environment.slice(1)]);
    const found = await Promise.all([...names].map((name) => github.request({
        what: `list deployments of ${name}`,
        path: '/deployments',
        query: { environment: name, per_page: 100 },
        permission: 'deployments: write',
    }, schemas/* array */.YOg(deployment))));
    const all = new Map(found.flatMap(({ data }) => data.map((entry) => [entry.id, entry])));
    return [...all.values()].sort((a, b) => b.id - a.id);
}
async function latestState(github, id) {
    const { data } = await github.request({
        what: `read deployment ${id}`,
        path: `/deployments/${id}/statuses`,
        query: { per_page: 1 },
        permission: 'deployments: write',
    }, statuses);
    return data[0]?.state ?? null;
}
async function createDeployment(github, environment, commit, description) {
    const { data } = await github.request({
        what: `create a deployment of ${commit}`,
        path: '/deployments',
        method: 'POST',
        json: {
            ref: commit,
            environment,
            auto_merge: false,
            required_contexts: [],
            description: description.slice(0, DESCRIPTION_LIMIT),
        },
        permission: 'deployments: write',
    }, deployment);
    return data;
}
async function addStatus(github, id, state, logUrl, description) {
    await github.request({
        what: `mark deployment ${id} as ${state}`,
        path: `/deployments/${id}/statuses`,
        method: 'POST',
        json: {
            state,
            description: description.slice(0, DESCRIPTION_LIMIT),
            auto_inactive: false,
            ...(logUrl === null ? {} : { log_url: logUrl }),
        },
        permission: 'deployments: write',
    }, schemas/* unknown */.L5J());
}

// EXTERNAL MODULE: ./lib/services/github/environment.js
var environment = __webpack_require__(5567);
;// CONCATENATED MODULE: ./lib/services/github/pulls.js

const comparison = schemas/* looseObject */._H3({ commits: schemas/* array */.YOg(schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() })) });
const pulls = schemas/* array */.YOg(schemas/* looseObject */._H3({ number: schemas/* number */.aig(), title: schemas/* string */.YjP(), html_url: schemas/* string */.YjP() }));
/** More commits than this are not looked up one by one: a rollback of so many has no "the pull request". */
const MOST_COMMITS = 30;
/** Pull requests whose commits lie between what production serves again and what was rolled back. */
async function pullsBetween(github, base, head) {
    const { status, data } = await github.request({
        what: `compare ${base.slice(0, 7)} with ${head.slice(0, 7)}`,
        path: `/compare/${base}...${head}`,
        permission: 'contents: read',
        accept: [404],
    }, comparison.partial());
    if (status === 404)
        return [];
    const found = await Promise.all((data.commits ?? [])
        .slice(-MOST_COMMITS)
        .map(({ sha }) => github.request({ what: `find the pull request of ${sha}`, path: `/commits/${sha}/pulls`, permission: 'pull-requests: read' }, pulls)));
    const all = new Map(found.flatMap((answer) => answer.data.map((pull) => [pull.number, pull])));
    return [...all.values()]
        .sort((a, b) => b.number - a.number)
        .map(({ number, title, html_url: url }) => ({ number, title, url }));
}

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/report/result-file.js
var result_file = __webpack_require__(8028);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(8648);
;// CONCATENATED MODULE: ./lib/commands/record.js














/**
 * After a rollback: tells GitHub what is live now, and the issue of the incident what was done. Runs in a job of its own,
 * which holds no credential of production. Each part is tried whatever becomes of the others.
 */
async function record(session) {
    const { run, inputs } = session;
    if (run === null)
        throw new errors/* RewindError */.Ir('input-invalid', '"record" speaks to GitHub: it runs in a workflow only.');
    const github = (0,client.createGitHub)((0,gate/* projectContext */.tC)(session));
    const result = await readResult(session);
    const headline = result?.title ?? (await withoutResult(session, github, run));
    const told = [];
    const problems = [];
    const attempt = async (what, step) => {
        try {
            const said = await step();
            told.push(said);
            return said;
        }
        catch (error) {
            const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
            problems.push(`${what}: ${message} ${remedy}`);
            return '';
        }
    };
    const commit = result?.commit ?? null;
    if (result !== null && commit !== null) {
        await attempt('Deployments page', () => deployments(github, result, commit, run));
    }
    const pulls = commit === null ? '' : await attempt('Pull requests', () => rolledBack(github, commit, run.sha));
    if (inputs.incident !== null) {
        const { incident } = inputs;
        await attempt(`Issue #${incident}`, async () => {
            const body = incidentComment(result, headline, run, pulls);
            return `told #${incident}: ${await (0,comments/* upsertComment */.l)(github, incident, `run-${run.runId}`, body, 'issues: write')}`;
        });
    }
    return {
        exit: problems.length === 0 ? 0 : 1,
        json: { ok: problems.length === 0, told, problems },
        text: [headline, ...told.map((line) => `  ${line}`), ...problems.map((line) => `  FAILED: ${line}`)].join('\n'),
        summary: [
            `## ${(0,markdown/* escapeText */.X)(headline)}`,
            ...told.map((line) => `- ${(0,markdown/* escapeText */.X)(line)}`),
            ...problems.map((line) => `- ❌ ${(0,markdown/* escapeText */.X)(line)}`),
        ].join('\n\n'),
        outputs: { verdict: result === null ? 'unknown' : result.ok ? 'rolled-back' : 'incomplete' },
    };
}
async function readResult(session) {
    const path = session.path((0,external_node_path_.join)(session.inputs.out, 'result.json'));
    if (!(0,external_node_fs_.existsSync)(path))
        return null;
    return (0,result_file/* parseResult */.F)(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
}
async function deployments(github, result, commit, run) {
    const said = `Rolled back to snapshot ${result.snapshot}`;
    const { live, created, inactive } = await recordLive(github, result.environment, commit, run.url, said);
    const others = inactive.length === 0 ? '' : `; ${inactive.length} other(s) marked inactive`;
    return `Deployments page: ${commit.slice(0, 7)} is live (${created ? 'new ' : ''}deployment ${live})${others}`;
}
async function rolledBack(github, base, head) {
    const pulls = await pullsBetween(github, base, head);
    if (pulls.length === 0)
        return 'No pull request lies between what is live and what was rolled back.';
    return `Not live any more: ${pulls.map(({ number, title }) => `#${number} ${title}`).join('; ')}`;
}
/** Why there is no result, as far as it can be told: whoever reads it must know whether something was changed. */
async function withoutResult(session, github, run) {
    const journal = session.path((0,external_node_path_.join)(session.inputs.out, 'journal'));
    const files = (0,external_node_fs_.existsSync)(journal) ? await (0,promises_.readdir)(journal) : null;
    const texts = await Promise.all((files ?? []).map((name) => (0,promises_.readFile)((0,external_node_path_.join)(journal, name), 'utf8')));
    if (texts.flatMap(engine_journal/* parseJournal */.z8).some(({ event }) => event === 'begin')) {
        return 'The rollback did NOT finish: it was stopped in the middle. Its journal says how far it came; run the failed job again, it goes on from there.';
    }
    if (files !== null)
        return 'Nothing was changed: the rollback stopped before its first change. Its log says why.';
    const rejected = await (0,environment/* readReviews */.UM)(github, run.runId).then((reviews) => reviews.filter(({ state }) => state === 'rejected'), () => []);
    const [first] = rejected;
    if (first) {
        const why = first.comment === '' ? '' : `: ${first.comment}`;
        return `Nothing was changed: ${first.login} did not approve the rollback${why}.`;
    }
    return 'The rollback left no result, and nothing says how far it came: look at its log, then plan anew, which shows what is left to do.';
}
function incidentComment(result, headline, run, pulls) {
    if (result === null)
        return `**${(0,markdown/* escapeText */.X)(headline)}** [The run](${run.url})`;
    return [
        `**${(0,markdown/* escapeText */.X)(result.title)}**`,
        `${(0,markdown/* escapeText */.X)((0,approval_record/* describeApproval */.x)(result.evidence))}. [Run](${run.url}), snapshot \`${result.snapshot}\`, plan \`${result.digest.slice(0, 12)}\`.`,
        ...result.failed.map(({ change, status, message }) => `- ${status}: \`${change}\` ${(0,markdown/* escapeText */.X)(message ?? '')}`),
        ...(result.manual.length === 0
            ? []
            : [`Still to be done by hand: ${result.manual.map((key) => `\`${key}\``).join(', ')}`]),
        pulls === '' ? '' : (0,markdown/* escapeText */.X)(pulls),
        ...(result.undo.length === 0
            ? []
            : [`To undo this rollback: snapshot ${result.undo.map((id) => `\`${id}\``).join(' and ')}.`]),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}


/***/ }),

/***/ 2657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ Journal),
/* harmony export */   VM: () => (/* binding */ interrupted),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);



const entry = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    event: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['run', 'begin', 'end', 'fail', 'stage', 'finish']),
    /** Key of the change, name of the stage, or digest of the plan. */
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
});
/**
 * What was begun and ended, and when: one JSON line each, on disk (fsync) before the step it announces begins, so that it
 * is true even when the process is killed. Never holds a secret.
 */
class Journal {
    path;
    clock;
    previous;
    file;
    /** @param previous what earlier runs of the same plan had written */
    constructor(path, clock, previous = []) {
        this.path = path;
        this.clock = clock;
        this.previous = previous;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        this.file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a', 0o600);
    }
    record(event, what, note) {
        const line = {
            at: this.clock.now().toISOString(),
            event,
            what,
            ...(note === undefined ? {} : { note }),
        };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.file, `${JSON.stringify(line)}\n`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(this.file);
    }
    /** Everything so far: earlier runs, then this one. */
    entries() {
        return [...this.previous, ...parseJournal((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, 'utf8'))];
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.file);
    }
}
/** A last line cut off by a crash is dropped: its step was not announced in full and so was not begun. */
function parseJournal(text) {
    return text.split('\n').flatMap((line) => {
        if (line === '')
            return [];
        try {
            return [entry.parse(JSON.parse(line))];
        }
        catch {
            return [];
        }
    });
}
/** Changes that were begun and did not end: the process died in them, or they failed half-way. */
function interrupted(entries) {
    const open = new Set();
    for (const { event, what } of entries) {
        if (event === 'begin')
            open.add(what);
        if (event === 'end')
            open.delete(what);
    }
    return open;
}


/***/ }),

/***/ 8479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);




const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
});
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['create', 'update', 'delete', 'run']),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['live', 'next-deployment']),
    undo: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['down', 'restore']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: another content under the same id is another plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    /** What will be applied, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that Rewind cannot restore: a person must. */
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** Pure: orders the changes by stage, sorts out what is not to be applied, and seals it all with a digest. */
function assemblePlan(input) {
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChange.parse({ ...change, resource: id, provider })));
    const inOrder = _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an.flatMap((stage) => all.filter((change) => change.stage === stage));
    const chosen = (change) => change.database === undefined || change.database === input.database;
    const content = {
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        changes: inOrder.filter((change) => chosen(change) && change.manual === undefined),
        manual: inOrder.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: inOrder.filter((change) => !chosen(change)),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: planDigest(content),
    };
}
/**
 * What is approved: everything that would be done, and to what. Left out is only what grows by itself while people read
 * (when the plan was made, how many rows have been written since).
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
    });
}
/** A change without its volatile part. */
function essence(change) {
    const rest = { ...change };
    delete rest.dataAtRisk;
    return rest;
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'The plan file is not a plan of this version.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The plan file was altered: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/**
 * Law 5: what is applied is what was planned. Compares the plan made now with the approved one: each change of now must
 * have been approved in just this form. A change that was approved and is not needed any more was done before (by an
 * interrupted run, or by hand) and is left out. A change that an interrupted run of ours had begun may look different
 * on its
 * "before" side, and may have less left to do, never more.
 *
 * @param begun keys of changes that a journal shows as begun and not ended
 * @returns what differs, one line each; empty when the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    return now.changes.flatMap((change) => {
        const before = known.get(keyOf(change));
        if (!before)
            return [`${keyOf(change)}: not in the approved plan (${change.target}: ${describe(change)})`];
        if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(before)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)))
            return [];
        if (begun.has(keyOf(change)) && isRemainder(before.params, change.params))
            return [];
        return [`${keyOf(change)}: approved as ${describe(before)}, now ${describe(change)}`];
    });
}
/** What is left of a change that was begun: the same parameters, lists at most as long as the approved ones. */
function isRemainder(approved, now) {
    return [...new Set([...Object.keys(approved), ...Object.keys(now)])].every((name) => {
        const before = approved[name];
        const after = now[name];
        if (!Array.isArray(before) || !Array.isArray(after))
            return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(after);
        const known = new Set(before.map((entry) => (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
        return after.every((entry) => known.has((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
    });
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ escapeText),
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** A Markdown table; cells may hold anything. */
function table(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
/** Text inside a table cell: no line breaks, no pipes, no HTML. */
function cell(text) {
    return (escapeText(text)
        .replace(/\s*\n\s*/g, ' ⏎ ')
        .replaceAll('|', '\\|') || ' ');
}
/** What comes from outside is shown as text, never as markup. */
function escapeText(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}


/***/ }),

/***/ 8028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ rollbackResult),
/* harmony export */   F: () => (/* binding */ parseResult),
/* harmony export */   Zk: () => (/* binding */ writeResult)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8234);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8479);





const result = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rewind-result'),
    ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    applied: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        change: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    })),
    /** Changes that a new plan would hold; null when production could not be read again. */
    planAfter: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
    manual: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    undo: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    /** What took how long, in milliseconds since the program began. */
    timeline: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ what: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), from: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), to: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig() })),
    /** Commit that production serves now, as far as it is known; null when the deployment was not switched. */
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        requestedBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['reviewed', 'expedited', 'none', 'command line']),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
        skipped: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    }),
    report: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ markdown: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), html: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
});
function rollbackResult(facts) {
    const { ok, title, manifest, approved, outcomes, left, manual, undo, evidence, timeline, commit, report } = facts;
    const done = outcomes.filter(({ status }) => status === 'done');
    return {
        kind: 'rewind-result',
        ok,
        title,
        environment: manifest.environment,
        snapshot: manifest.id,
        digest: approved.digest,
        applied: done.map(({ change }) => (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(change)),
        failed: outcomes
            .filter(({ status }) => status !== 'done')
            .map(({ change, status, error }) => ({
            change: (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(change),
            status,
            code: error?.code ?? null,
            message: error?.message ?? null,
        })),
        planAfter: left === null ? null : left.length,
        manual: manual.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN),
        undo: [...undo],
        durationMs: timeline.totalMs(),
        timeline: [...timeline.entries],
        commit,
        evidence: { ...evidence, approvedBy: [...evidence.approvedBy] },
        report,
    };
}
/** @param text as JSON, with secrets already taken out */
async function writeResult(path, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${text}\n`);
}
/** @throws RewindError plan-unreadable */
function parseResult(content) {
    const parsed = result.safeParse(content);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-unreadable', 'The result file is not one of this version.', {
        problems: parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
}


/***/ }),

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q6: () => (/* binding */ createContext),
  i_: () => (/* binding */ forResource),
  ml: () => (/* binding */ systemClock)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/runtime/env.js
var env = __webpack_require__(3031);
;// CONCATENATED MODULE: ./lib/runtime/fingerprint.js

/** scrypt at N=2^12, r=8 takes about 10 ms: guessing a short secret from a public manifest becomes costly. */
const COST = { N: 4096, r: 8, p: 1 };
/**
 * A comparable stand-in for secret values: HMAC when a key is given (REWIND_FINGERPRINT_KEY), else scrypt with the
 * snapshot's salt. See docs/adr on fingerprints.
 */
function createFingerprint(salt, key) {
    const known = new Map();
    const compute = (value) => {
        if (key !== undefined && key !== '') {
            return Promise.resolve((0,external_node_crypto_.createHmac)('sha256', key).update(salt).update('\0').update(value).digest('hex').slice(0, 32));
        }
        return new Promise((resolve, reject) => {
            (0,external_node_crypto_.scrypt)(value, salt, 16, COST, (error, hash) => (error ? reject(error) : resolve(hash.toString('hex'))));
        });
    };
    return (value) => {
        const cached = known.get(value);
        if (cached)
            return cached;
        const result = compute(value);
        known.set(value, result);
        return result;
    };
}

// EXTERNAL MODULE: ./lib/runtime/http.js
var http = __webpack_require__(1906);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
;// CONCATENATED MODULE: ./lib/runtime/create-context.js






const systemClock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => (0,promises_.setTimeout)(ms, undefined, signal ? { signal } : {}),
};
/** @param snapshot the snapshot in hand: its id, and its salt for fingerprints */
function createContext(parts, snapshot, resource = '') {
    const clock = parts.clock ?? systemClock;
    const random = parts.random ?? Math.random;
    return {
        clock,
        random,
        randomHex: parts.randomHex ?? ((bytes) => (0,external_node_crypto_.randomBytes)(bytes).toString('hex')),
        http: (0,http/* createHttpClient */.u)({
            fetch: parts.fetch ?? fetch,
            clock,
            random,
            log: parts.log,
            masker: parts.masker,
            signal: parts.signal,
            userAgent: 'rewind',
            backoffMs: 500,
            concurrency: 8,
            timeoutMs: 30_000,
            ...parts.http,
        }),
        fetch: parts.fetch ?? fetch,
        log: parts.log,
        masker: parts.masker,
        credentials: (0,env/* createCredentials */.z)(parts.env, parts.masker),
        signal: parts.signal,
        scratch: parts.scratch,
        root: parts.root,
        resource,
        snapshotId: snapshot.id,
        mayInstall: parts.mayInstall ?? false,
        childEnv: (0,env/* childEnv */.g)(parts.env),
        fingerprint: createFingerprint(snapshot.salt, parts.env.REWIND_FINGERPRINT_KEY),
        progress: (what, unit) => (0,progress/* createProgress */.mf)({ what, unit: unit ?? 'bytes', clock, log: parts.log }),
    };
}
/** The same context, for one resource. */
function forResource(ctx, resource) {
    return { ...ctx, resource };
}


/***/ }),

/***/ 6362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3842);


// The package is CommonJS with an ES default; under NodeNext its type is the module object.
const canonicalize = canonicalize__WEBPACK_IMPORTED_MODULE_1__;
/** RFC 8785 text of a JSON value: equal values give equal text, whatever the order of keys. */
function canonicalJson(value) {
    return canonicalize(value) ?? 'null';
}
/** SHA-256, hex. */
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
/** SHA-256 (hex) of the canonical text of a JSON value. */
function digestOf(value) {
    return sha256(canonicalJson(value));
}


/***/ }),

/***/ 3031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ childEnv),
/* harmony export */   z: () => (/* binding */ createCredentials)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

function createCredentials(env, masker) {
    const get = (name) => {
        const value = env[name];
        if (value === undefined || value === '')
            return undefined;
        masker.add(value);
        return value;
    };
    const require = (name, resource) => {
        const value = get(name);
        if (value !== undefined)
            return value;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('credential-missing', `The environment variable ${name} is not set.`, {
            ...(resource === undefined ? {} : { resource }),
            remedy: `Set ${name} (in a workflow: env: { ${name}: \${{ secrets.${name} }} }) and run again.`,
        });
    };
    return {
        get,
        require,
        resolve: (reference, resource) => {
            const name = /^\$\{(\w+)\}$/.exec(reference)?.[1];
            return name === undefined ? reference : require(name, resource);
        },
        address: (name, fallback) => {
            const value = env[name];
            return value === undefined || value === '' ? fallback : value.replace(/\/+$/, '');
        },
    };
}
/**
 * What child processes may see: everything that configures tools and the network, none of the credentials. Listed rather
 * than filtered, so that an unknown secret is left out by default.
 */
function childEnv(env) {
    const names = /^(PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|PGSSL\w+|PGOPTIONS|PGCONNECT_TIMEOUT|SystemRoot)$/;
    const result = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && names.test(name))
            result[name] = value;
    }
    return result;
}


/***/ }),

/***/ 1906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure),
/* harmony export */   u: () => (/* binding */ createHttpClient)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(370);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4995);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);




/** A failed request: the status and the service's own code, so that a provider can decide from them. */
class HttpFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir {
    status;
    body;
    malformed;
    name = 'HttpFailure';
    constructor(code, message, details, 
    /** Undefined when there was no answer at all. */
    status, 
    /** The parsed body of the failure, where it was JSON. */
    body, 
    /** The answer was no JSON at all: an error page, or cut short. */
    malformed = false) {
        super(code, message, details);
        this.status = status;
        this.body = body;
        this.malformed = malformed;
    }
}
const MAX_RETRIES = 8;
const MAX_BACKOFF_MS = 30_000;
/** The connection broke, timed out or the body was cut short: nothing is known about what the server did. */
const NO_ANSWER = undefined;
function createHttpClient(settings) {
    const limits = new Map();
    const limitFor = (url) => {
        const host = new URL(url).host;
        const known = limits.get(host);
        if (known)
            return known;
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(settings.concurrency);
        limits.set(host, limit);
        return limit;
    };
    return {
        request: (request, schema) => limitFor(request.url)(() => sendWithRetries(settings, request, schema)),
    };
}
/** A failure of one try, and how long the server asked us to wait. */
class AttemptError extends Error {
    failure;
    retryAfterMs;
    constructor(failure, retryAfterMs) {
        super(failure.message);
        this.failure = failure;
        this.retryAfterMs = retryAfterMs;
    }
}
async function sendWithRetries(settings, request, schema) {
    const deadlineAt = settings.clock.monotonic() + (request.deadlineMs ?? 120_000);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .Ay)(() => sendOnce(settings, request, schema, deadlineAt), {
            retries: MAX_RETRIES,
            minTimeout: 0,
            maxTimeout: 0,
            signal: settings.signal,
            shouldRetry: async ({ error, attemptNumber }) => {
                if (!(error instanceof AttemptError) || !mayRepeat(request, error.failure))
                    return false;
                const wait = error.retryAfterMs ?? backoff(settings, attemptNumber);
                if (settings.clock.monotonic() + wait >= deadlineAt)
                    return false;
                settings.log.debug(`${request.service}: ${request.what}: ${error.message}; trying again in ${(wait / 1000).toFixed(1)} s`);
                await settings.clock.sleep(wait, settings.signal);
                return true;
            },
        });
    }
    catch (error) {
        throw error instanceof AttemptError ? error.failure : error;
    }
}
/** Exponential with ±50 % jitter, so that many callers do not come back at the same moment. */
function backoff(settings, attempt) {
    return Math.min(MAX_BACKOFF_MS, settings.backoffMs * 2 ** (attempt - 1)) * (0.5 + settings.random());
}
function mayRepeat(request, failure) {
    if (failure.status === 429)
        return true;
    const repeatable = request.repeatable ?? ['GET', 'PUT', 'DELETE'].includes(request.method);
    if (!repeatable)
        return false;
    return failure.status === NO_ANSWER || failure.status === 408 || failure.status >= 500 || failure.malformed;
}
async function sendOnce(settings, request, schema, deadlineAt) {
    const left = Math.max(1, deadlineAt - settings.clock.monotonic());
    const timeout = AbortSignal.timeout(Math.ceil(Math.min(settings.timeoutMs, left)));
    let response;
    let text;
    try {
        response = await settings.fetch(urlOf(request), {
            method: request.method,
            headers: headersOf(settings, request),
            signal: AbortSignal.any([settings.signal, timeout]),
            redirect: 'error',
            ...bodyOf(request),
        });
        text = await response.text();
    }
    catch (error) {
        if (settings.signal.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('cancelled', `stopped while ${request.what}`, { cause: error });
        throw new AttemptError(networkError(request, error, timeout.aborted), undefined);
    }
    const body = parseJson(text);
    if (!response.ok && !(request.accept ?? []).includes(response.status)) {
        throw new AttemptError(errorResponse(settings, request, response, body), retryAfterMs(settings, response));
    }
    const parsed = schema.safeParse(body === NOT_JSON ? text : body);
    if (parsed.success)
        return { status: response.status, headers: response.headers, data: parsed.data };
    const problem = body === NOT_JSON
        ? `the answer is not JSON (it begins with ${JSON.stringify(settings.masker.redact(text.slice(0, 60)))})`
        : parsed.error.issues
            .slice(0, 5)
            .map((issue) => `${issue.path.join('.') || 'answer'}: ${issue.message}`)
            .join('; ');
    throw new AttemptError(malformedResponse(request, response, problem, body === NOT_JSON), undefined);
}
function urlOf(request) {
    const url = new URL(request.url);
    for (const [key, value] of Object.entries(request.query ?? {})) {
        if (value !== undefined)
            url.searchParams.set(key, String(value));
    }
    return url;
}
function headersOf(settings, request) {
    return {
        'user-agent': settings.userAgent,
        accept: 'application/json',
        ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
    };
}
function bodyOf(request) {
    if (request.json !== undefined)
        return { body: JSON.stringify(request.json) };
    return request.body === undefined ? {} : { body: request.body };
}
const NOT_JSON = Symbol('not json');
function parseJson(text) {
    if (text.trim() === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return NOT_JSON;
    }
}
/** Milliseconds from Retry-After (seconds or a date), else from X-RateLimit-Reset. */
function retryAfterMs(settings, response) {
    if (response.status !== 429 && response.status !== 503)
        return undefined;
    const now = settings.clock.now().getTime();
    const header = response.headers.get('retry-after');
    if (header !== null) {
        const seconds = Number(header);
        const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
        if (Number.isFinite(wait))
            return Math.max(0, wait);
    }
    const reset = Number(response.headers.get('x-ratelimit-reset') ?? Number.NaN);
    if (response.status !== 429 || !Number.isFinite(reset))
        return undefined;
    // Seconds since 1970 as a rule; LaunchDarkly counts milliseconds.
    return Math.max(0, (reset > 1e11 ? reset : reset * 1000) - now);
}
function networkError(request, error, timedOut) {
    // fetch says only "fetch failed"; the reason is its cause.
    const cause = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error.cause) ? error.cause : error;
    const why = timedOut ? 'no answer in time' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause);
    const message = `${request.service} could not be reached to ${request.what}: ${why}`;
    return new HttpFailure('api-unavailable', message, detailsOf(request, error), NO_ANSWER, undefined);
}
function malformedResponse(request, response, problem, broken) {
    const message = `${request.service} gave an answer to "${request.what}" that Rewind cannot use: ${problem}${requestId(response)}`;
    // A body that is no JSON is a proxy's error page or a cut connection and may be asked again; a wrong shape will stay.
    return new HttpFailure('api-unexpected-answer', message, detailsOf(request), response.status, undefined, broken);
}
function errorResponse(settings, request, response, body) {
    const said = settings.masker.redact(serviceMessage(body)).slice(0, 300);
    const message = `${request.service} answered ${response.status} to "${request.what}"${said ? `: ${said}` : ''}${requestId(response)}`;
    const permission = response.status === 403 && request.permission !== undefined
        ? { remedy: `Grant the credential this permission: ${request.permission}.` }
        : {};
    const details = { ...detailsOf(request), ...permission };
    return new HttpFailure(codeOf(response.status), message, details, response.status, body === NOT_JSON ? undefined : body);
}
function codeOf(status) {
    if (status === 401)
        return 'api-unauthorized';
    if (status === 403)
        return 'api-forbidden';
    if (status === 404 || status === 410)
        return 'api-not-found';
    if (status === 409 || status === 412)
        return 'api-conflict';
    if (status === 429)
        return 'api-rate-limited';
    return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}
function detailsOf(request, cause) {
    return { ...(request.resource === undefined ? {} : { resource: request.resource }), ...(cause ? { cause } : {}) };
}
/** Services name the request in one of these headers; their support asks for it. */
function requestId(response) {
    const names = ['x-vercel-id', 'request-id', 'x-request-id', 'x-amzn-requestid', 'x-github-request-id'];
    const id = names.map((name) => response.headers.get(name)).find((value) => value !== null);
    return id === undefined ? '' : ` (request ${id})`;
}
/** The human message in the error bodies of the services that we talk to. */
function serviceMessage(body) {
    if (typeof body !== 'object' || body === null)
        return '';
    const record = body;
    if (typeof record.error === 'object' && record.error !== null)
        return serviceMessage(record.error);
    const parts = [record.code, record.message, record.error].filter((part) => typeof part === 'string');
    return parts.join(': ');
}


/***/ }),

/***/ 3997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   mf: () => (/* binding */ createProgress),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
const EVERY_MS = 2_000;
/** Says at most every two seconds: what, how much of how much, how fast, how long still. */
function createProgress({ what, unit, clock, log }) {
    const start = clock.monotonic();
    let shown = start;
    let last = 0;
    const rateOf = (done) => done / Math.max(0.001, (clock.monotonic() - start) / 1000);
    return {
        update(done, total) {
            last = done;
            const now = clock.monotonic();
            if (now - shown < EVERY_MS)
                return;
            shown = now;
            const rate = rateOf(done);
            const of = total == null ? '' : ` of ${amount(total, unit)} (${((100 * done) / Math.max(1, total)).toFixed(0)} %)`;
            const left = total == null || rate === 0 ? '' : `, about ${seconds((total - done) / rate)} left`;
            log.info(`${what}: ${amount(done, unit)}${of}, ${amount(rate, unit)}/s${left}`);
        },
        end(note) {
            const took = seconds((clock.monotonic() - start) / 1000);
            const much = last === 0 ? '' : `: ${amount(last, unit)} in ${took}, ${amount(rateOf(last), unit)}/s`;
            log.info(`${what} done${much === '' ? ` in ${took}` : much}${note ? ` (${note})` : ''}`);
        },
    };
}
/** "12.3 MB", "1,204 rows". */
function amount(value, unit) {
    if (unit !== 'bytes')
        return `${Math.round(value).toLocaleString('en-US')} ${unit}`;
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let size = value;
    let index = 0;
    while (size >= 1000 && index < units.length - 1) {
        size /= 1000;
        index += 1;
    }
    return `${index === 0 ? Math.round(size) : size.toFixed(1)} ${units[index] ?? 'TB'}`;
}
/** "0.4 s", "12 s", "3 min 20 s". */
function seconds(value) {
    if (value < 10)
        return `${Math.max(0, value).toFixed(1)} s`;
    if (value < 90)
        return `${Math.round(value)} s`;
    return `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`;
}


/***/ }),

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

const PAGE = 100;
/** GitHub's own jobs cannot run while it is down for long: better an error soon than a silent wait. */
const DEADLINE_MS = 30_000;
/**
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY say who asks whom about what, as Actions sets them.
 * @throws RewindError credential-missing
 */
function createGitHub(ctx) {
    const repository = ctx.credentials.address('GITHUB_REPOSITORY', '');
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it; elsewhere set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = ctx.credentials.require('GITHUB_TOKEN');
    const base = `${ctx.credentials.address('GITHUB_API_URL', 'https://api.github.com')}/repos/${repository}`;
    const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
    };
    const request = ({ path, what, method, query, json, permission, accept, repeatable }, schema) => ctx.http.request({
        service: 'GitHub',
        what,
        method: method ?? 'GET',
        url: `${base}${path}`,
        headers,
        deadlineMs: DEADLINE_MS,
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
        ...(query === undefined ? {} : { query }),
        ...(json === undefined ? {} : { json }),
        ...(accept === undefined ? {} : { accept }),
        ...(repeatable === undefined ? {} : { repeatable }),
    }, schema);
    return {
        repository,
        request,
        all: async (asked, schema, itemsOf) => {
            const page = async (number) => itemsOf((await request({ ...asked, query: { ...asked.query, per_page: PAGE, page: number } }, schema)).data);
            const first = await page(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const rest = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => page(index + 2)));
                return [...items, ...rest.flatMap((entry) => entry.items)];
            }
            for (let number = 2, last = first; last.items.length === PAGE; number += 1) {
                last = await page(number);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({ url: `${base}${path}`, headers }),
    };
}


/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ pullRequestOf),
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);


const comment = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(), html_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
/** GitHub refuses longer bodies. */
const LIMIT = 65_000;
const payload = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() }).optional() });
/** Number of the pull request that started the run; null for other events. */
function pullRequestOf({ eventPath }) {
    if (eventPath === null)
        return null;
    try {
        return payload.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(eventPath, 'utf8'))).pull_request?.number ?? null;
    }
    catch {
        // An event that cannot be read is one without a pull request: the comment is left out, the summary stays.
        return null;
    }
}
/**
 * Keeps one comment in an issue or a pull request: found again by an invisible mark, written anew in its place.
 *
 * @param mark names the comment; letters, digits, dashes
 * @returns its address
 */
async function upsertComment(github, issue, mark, body, permission) {
    const hidden = `<!-- rewind:${mark} -->`;
    const text = `${hidden}\n${body.length > LIMIT ? `${body.slice(0, LIMIT)}\n\n… cut: the whole is in the run's summary.` : body}`;
    const present = await github.all({ what: `read the comments of #${issue}`, path: `/issues/${issue}/comments`, permission }, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(comment), (page) => ({ items: page }));
    const own = present.find((entry) => entry.body?.startsWith(hidden) === true);
    const { data } = await github.request(own
        ? {
            what: `update the comment in #${issue}`,
            path: `/issues/comments/${own.id}`,
            method: 'PATCH',
            json: { body: text },
            permission,
            repeatable: true,
        }
        : {
            what: `comment in #${issue}`,
            path: `/issues/${issue}/comments`,
            method: 'POST',
            json: { body: text },
            permission,
        }, comment);
    return data.html_url;
}


/***/ }),

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   UM: () => (/* binding */ readReviews)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const answer = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    can_admins_bypass: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    protection_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        reviewers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
        prevent_self_review: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        wait_timer: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    }))
        .optional(),
    deployment_branch_policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ protected_branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), custom_branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() })
        .nullish(),
});
/** @returns null when there is no such environment: a job that names it would create it, unprotected */
async function readEnvironment(github, name) {
    const { status, data } = await github.request({
        what: `read the environment "${name}"`,
        path: `/environments/${encodeURIComponent(name)}`,
        permission: 'actions: read',
        accept: [404],
    }, answer);
    if (status === 404)
        return null;
    const rules = data.protection_rules ?? [];
    const review = rules.find(({ type }) => type === 'required_reviewers');
    const policy = data.deployment_branch_policy;
    return {
        name,
        reviewers: review?.reviewers?.length ?? 0,
        preventSelfReview: review?.prevent_self_review ?? false,
        // Unknown counts as allowed: GitHub's default.
        adminsBypass: data.can_admins_bypass ?? true,
        branches: !policy ? 'any' : policy.protected_branches ? 'protected' : 'listed',
        waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    };
}
const reviews = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    environments: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
}));
/** Approvals of a run for one environment. GitHub REST API, "Get the review history for a workflow run". */
async function readApprovals(github, runId, environment) {
    return (await readReviews(github, runId))
        .filter(({ state, environments }) => state === 'approved' && environments.includes(environment))
        .map(({ login, comment }) => ({ login, comment }));
}
/** Everything that reviewers have said to a run: `approved` or `rejected`. */
async function readReviews(github, runId) {
    const { data } = await github.request({ what: 'read who approved this run', path: `/actions/runs/${runId}/approvals`, permission: 'actions: read' }, reviews);
    return data.map(({ state, environments, user, comment }) => ({
        state,
        environments: environments.flatMap(({ name }) => name ?? []),
        login: user?.login ?? 'unknown',
        comment: comment ?? '',
    }));
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ }),

/***/ 4995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);



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
