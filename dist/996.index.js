export const id = 996;
export const ids = [996];
export const modules = {

/***/ 74219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E9: () => (/* binding */ approvalFindings),
  c9: () => (/* binding */ environmentFindings),
  wM: () => (/* binding */ liftFindings),
  rA: () => (/* binding */ planJobFindings),
  fA: () => (/* binding */ protectionOf),
  HD: () => (/* binding */ readable)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var environment = __webpack_require__(35567);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/approval/protection.js

/**
 * Checks the protection of an environment. An error stops a rollback before it is planned; of the environment of the plan
 * there are only warnings, because a rollback must not fail at them.
 */
function protectionFindings(name, environment, role = 'reviewed') {
    const reviewed = role === 'reviewed';
    const settings = `Settings → Environments → ${name}`;
    if (environment === null) {
        return [
            {
                level: role === 'plan' ? 'warning' : 'error',
                code: 'environment-missing',
                message: `The environment "${name}" does not exist. The first job that names it would create it without protection.`,
                remedy: reviewed
                    ? `Create it with required reviewers: ${settings}.`
                    : `Create it, and limit it to the default branch: ${settings}.`,
            },
        ];
    }
    const findings = [];
    if (reviewed && environment.reviewers === 0) {
        findings.push({
            level: 'error',
            code: 'environment-unprotected',
            message: `The environment "${name}" has no required reviewers: a rollback would run without approval.`,
            remedy: `Add reviewers: ${settings} → Required reviewers. If your GitHub plan does not offer them, set "approval: none" in rewind.yml.`,
        });
    }
    else if (reviewed && !environment.preventSelfReview) {
        findings.push({
            level: 'warning',
            code: 'environment-self-review',
            message: `The person who starts a rollback may approve it: "${name}" does not prevent self-review.`,
            remedy: `Enable it: ${settings} → Prevent self-review.`,
        });
    }
    if (role === 'plan' && environment.reviewers > 0) {
        findings.push({
            level: 'warning',
            code: 'plan-environment-reviewed',
            message: `Snapshots and plans wait for a review, because "${name}" has required reviewers.`,
            remedy: `Remove them: ${settings} → Required reviewers. Give this environment only credentials that read.`,
        });
    }
    if (environment.openTo.length > 0) {
        findings.push({
            // Without reviewers, only the branch policy protects the secrets of production from a pushed branch.
            level: role === 'expedited' ? 'error' : 'warning',
            code: 'environment-any-branch',
            message: `A workflow on ${environment.openTo.join(' or ')} may use "${name}" and its secrets${reviewed ? '' : ' without a review'}.`,
            remedy: `Limit it: ${settings} → Deployment branches → the default branch.`,
        });
    }
    if (reviewed && environment.adminsBypass) {
        findings.push({
            level: 'warning',
            code: 'environment-admin-bypass',
            message: `Administrators may skip the approval of "${name}".`,
            remedy: `Disable it: ${settings} → Allow administrators to bypass.`,
        });
    }
    if (environment.waitMinutes > 0) {
        findings.push({
            level: 'warning',
            code: 'environment-wait-timer',
            message: `A rollback waits ${(0,runtime_text/* plural */.LS)(environment.waitMinutes, 'minute')}: "${name}" has a wait timer.`,
            remedy: `Remove it: ${settings} → Wait timer.`,
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./lib/approval/environments.js




const NO_APPROVAL = {
    level: 'warning',
    code: 'approval-none',
    message: 'This rollback needs no approval: rewind.yml has "approval: none".',
    remedy: 'Remove that line if your GitHub plan offers required reviewers.',
};
const BY_DIGEST = {
    level: 'warning',
    code: 'approval-digest',
    message: 'One person is enough for a rollback: rewind.yml has "approval: digest".',
    remedy: 'Use "approval: comment" if a second person must approve.',
};
/** How GitHub protects one environment. @throws HttpFailure */
async function protectionOf(github, name, role) {
    return protectionFindings(name, await (0,environment/* readEnvironment */.Qo)(github, name), role);
}
/** How GitHub protects the environments that hold credentials for writing. @throws HttpFailure */
async function environmentFindings(github, config) {
    const unreviewed = config.approval !== 'required';
    const found = await Promise.all([
        protectionOf(github, config.environment, unreviewed ? 'expedited' : 'reviewed'),
        ...(config.expedited ? [protectionOf(github, config.expedited.environment, 'expedited')] : []),
    ]);
    return found.flat();
}
/** How GitHub protects the environment whose reviewers approve. Without reviewers, GitHub is not asked. @throws HttpFailure */
async function approvalFindings(ctx, config) {
    switch (config.approval) {
        case 'none':
            return [NO_APPROVAL];
        case 'digest':
            return [BY_DIGEST];
        case 'comment':
            return [];
        case 'required':
            return protectionOf((0,client.createGitHub)(ctx), config.environment, 'reviewed');
    }
}
/**
 * What a snapshot or plan job holds that it should not. Warnings only: a rollback must not fail at them.
 *
 * @param planEnvironment the GitHub environment of this job, as its workflow says; null if the job names none
 */
async function planJobFindings(ctx, config, planEnvironment) {
    const findings = [];
    if (ctx.env.secret('REWIND_IDENTITY') !== undefined) {
        findings.push({
            level: 'warning',
            code: 'identity-outside-approval',
            message: 'This job holds REWIND_IDENTITY, although nobody has to approve it.',
            remedy: `Keep it in the secrets of the environment "${config.environment}" only. If it was a secret of the repository, replace the key.`,
        });
    }
    const used = [config.environment, ...(config.expedited ? [config.expedited.environment] : [])];
    if (planEnvironment === null) {
        findings.push({
            level: 'warning',
            code: 'plan-environment-none',
            message: 'This job names no environment: a workflow on any branch can use its credentials.',
            remedy: 'Create an environment without reviewers, limited to the default branch. Move credentials that only read, and the signing key, to its secrets. Set plan-environment.',
        });
    }
    else if (used.some((name) => (0,environment/* isSameName */.yS)(name, planEnvironment))) {
        findings.push({
            level: 'warning',
            code: 'plan-environment-shared',
            message: `This job runs in "${planEnvironment}", which holds the credentials for writing.`,
            remedy: 'Use a separate environment with credentials that only read, and set plan-environment.',
        });
    }
    else {
        findings.push(...(await readable(() => protectionOf((0,client.createGitHub)(ctx), planEnvironment, 'plan'))));
    }
    return findings;
}
/**
 * What is wrong with the environment of the lift, which writes to production without a reviewer.
 *
 * @param lift as the workflow says; null if it names none
 * @param plan the environment of its plan job; null if it names none
 * @throws HttpFailure
 */
async function liftFindings(ctx, config, lift, plan) {
    const remedy = 'Create an environment without reviewers, limited to the default branch, with credentials that write flags and capacity only. Set lift-environment.';
    if (lift === null) {
        const message = 'The lift of mitigations names no environment: a workflow on any branch can use its credentials.';
        return [{ level: 'error', code: 'lift-environment-none', message, remedy }];
    }
    const used = [config.environment, config.expedited?.environment, plan].filter((name) => typeof name === 'string');
    if (used.some((name) => (0,environment/* isSameName */.yS)(name, lift))) {
        const message = `The lift of mitigations runs in "${lift}", which is also the environment of another job.`;
        return [{ level: 'error', code: 'lift-environment-shared', message, remedy }];
    }
    return protectionOf((0,client.createGitHub)(ctx), lift, 'expedited');
}
/** What GitHub does not let this token read becomes a warning. */
async function readable(ask) {
    try {
        return await ask();
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return [{ level: 'warning', code, message, remedy }];
    }
}


/***/ }),

/***/ 996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xf: () => (/* binding */ approvalOf),
  KN: () => (/* binding */ approvalsSoFar),
  Wc: () => (/* binding */ assertEnvironment),
  ZN: () => (/* binding */ assertExpedited),
  yM: () => (/* binding */ assertLiftProtected),
  jq: () => (/* binding */ assertProtected),
  l1: () => (/* binding */ chooseApproval),
  QR: () => (/* binding */ reviewOf)
});

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/approval/expedited.js

/**
 * A rollback may be expedited for a configured time after the signed snapshot of a deploy, if it loses no data, can itself be
 * undone, and needs no decision or manual step.
 *
 * @param graceMinutes extra minutes for the run that executes a plan made in time
 */
function decideApproval(plan, snapshot, trust, rule, now, graceMinutes = 0) {
    if (rule === undefined)
        return { approval: 'reviewed', closed: ['the configuration has no "expedited" section'] };
    const minutes = Math.floor((now.getTime() - Date.parse(snapshot.createdAt)) / 60_000);
    const closed = [
        ...(trust.kind === 'signed' ? [] : [`the snapshot is not signed: ${trust.reason}`]),
        ...(snapshot.reason === 'pre-deploy' ? [] : [`the snapshot is "${snapshot.reason}", not "pre-deploy"`]),
        ...(minutes <= rule.minutes + graceMinutes
            ? []
            : [`the snapshot is ${(0,runtime_text/* plural */.LS)(minutes, 'minute')} old; the limit is ${rule.minutes}`]),
        ...(plan.database === 'none' ? [] : [`it changes the database (${plan.database})`]),
        ...ofMeasure(plan),
        ...plan.changes.flatMap(obstacles),
        ...plan.manual.map(({ target }) => `${target} needs a manual step`),
    ];
    return { approval: closed.length === 0 ? 'expedited' : 'reviewed', closed };
}
/** A page for every user, and what capacity costs, are decided by a reviewer. */
function ofMeasure({ mitigates }) {
    const kind = mitigates?.measure.kind ?? 'flags-off';
    return kind === 'flags-off' ? [] : [`it is a measure "${kind}"`];
}
function obstacles(change) {
    if ((change.dataAtRisk ?? []).length > 0 || change.confirm !== undefined)
        return [`${change.target} loses data`];
    if (change.undo === null)
        return [`${change.target} cannot be undone`];
    // Every deployment switch warns that later pushes stay staged. A reviewer must read all other warnings.
    if (change.stage !== 'deployment' && change.warnings.length > 0)
        return [`${change.target}: ${change.warnings.join('; ')}`];
    return [];
}

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var github_environment = __webpack_require__(35567);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(74219);
// EXTERNAL MODULE: ./lib/approval/starters.js
var starters = __webpack_require__(63907);
// EXTERNAL MODULE: ./lib/approval/typed-digest.js + 1 modules
var typed_digest = __webpack_require__(91544);
// EXTERNAL MODULE: ./lib/runtime/operator.js
var operator = __webpack_require__(74698);
;// CONCATENATED MODULE: ./lib/approval/gate.js









/** An expedited run may begin this many minutes late, because it was planned in time. */
const GRACE_MINUTES = 10;
/** @throws RewindError environment-mismatch */
function assertEnvironment({ inputs }, { config }) {
    if (inputs.environment === null || (0,github_environment/* isSameName */.yS)(inputs.environment, config.environment))
        return;
    throw new errors.RewindError('environment-mismatch', `The workflow uses environment "${inputs.environment}", but ${inputs.config} uses "${config.environment}".`);
}
/**
 * In GitHub Actions, fails unless the environment requires a reviewer.
 *
 * @returns warnings for the reader of the plan
 * @throws RewindError environment-missing, environment-unprotected
 */
async function assertProtected(session, project) {
    if (session.run === null)
        return [];
    return refused(await (0,environments/* approvalFindings */.E9)(session.context, project.config));
}
/**
 * In GitHub Actions, fails unless the lift of mitigations runs in its own environment, which only the default branch may
 * use: nobody approves it.
 * @throws RewindError environment-missing, environment-unprotected
 */
async function assertLiftProtected(session, { config }) {
    if (session.run === null)
        return;
    const { liftEnvironment, planEnvironment } = session.inputs;
    refused(await (0,environments/* liftFindings */.wM)(session.context, config, liftEnvironment, planEnvironment));
}
function refused(findings) {
    for (const { level, code, message, remedy } of findings) {
        if (level === 'error') {
            throw new errors.RewindError(code === 'environment-missing' ? code : 'environment-unprotected', message, {
                remedy,
            });
        }
    }
    return findings;
}
/** The approval that a new plan needs; expedited only if its environment exists. */
async function chooseApproval(session, { config }, plan, manifest, trust) {
    const rule = config.expedited;
    const now = session.context.clock.now();
    const decision = decideApproval(plan, manifest, trust, rule, now);
    if (session.run === null || decision.approval === 'reviewed' || rule === undefined)
        return decision;
    const findings = await (0,environments/* protectionOf */.fA)((0,client.createGitHub)(session.context), rule.environment, 'expedited');
    const errors = findings.filter(({ level }) => level === 'error');
    return errors.length === 0
        ? decision
        : { approval: 'reviewed', closed: errors.map(({ message }) => message.replace(/\.$/, '')) };
}
/**
 * Who approved this run, or why its plan may be expedited. Called before the first change.
 *
 * @param begun true if an earlier attempt of this run began this very plan: its approval still holds
 * @throws RewindError approval-missing, approval-self, approval-stale, expedited-closed
 */
async function approvalOf(session, { config }, plan, begun, snapshot) {
    const { run, inputs } = session;
    (0,typed_digest/* assertTyped */.jz)(inputs.typedDigest, plan.digest);
    if (inputs.approval === 'expedited') {
        const { manifest, trust } = await snapshot;
        assertExpedited(session, config, plan, manifest, trust);
    }
    if (run === null)
        return onCommandLine(session);
    const origin = originOf(run);
    if (inputs.approval === 'expedited') {
        const { environment = '', minutes = 0 } = config.expedited ?? {};
        const approvedBy = loginsOf(await approvals(session, run.runId, environment));
        const skipped = `the review of "${config.environment}": the snapshot is at most ${(0,runtime_text/* plural */.LS)(minutes, 'minute')} old, and no data is lost`;
        return { ...origin, kind: 'expedited', approvedBy, skipped };
    }
    return reviewOf(session, config, plan, begun);
}
/**
 * Called with the plan file before anything is read, and with the plan that is made from live state just before the first
 * change: the digest does not cover how many rows are at risk, so the file alone could hide them.
 * @throws RewindError expedited-closed
 */
function assertExpedited({ context, run }, config, plan, manifest, trust) {
    const { closed } = decideApproval(plan, manifest, trust, config.expedited, context.clock.now(), GRACE_MINUTES);
    if (closed.length === 0)
        return;
    throw new errors.RewindError('expedited-closed', 'This rollback may not be expedited. This run changed nothing.', {
        problems: closed,
        ...(run === null
            ? { remedy: 'Leave --approval out: on a command line, the person who runs the command approves the rollback.' }
            : {}),
    });
}
/** How many approvals the run had when the plan was made: those of other jobs, and of earlier attempts. */
async function approvalsSoFar(session, { config }) {
    if (session.run === null || config.approval !== 'required')
        return 0;
    return (await approvals(session, session.run.runId, config.environment)).length;
}
/**
 * Who reviewed this run. For a change that can never be expedited.
 *
 * @param approved digest of what is approved, and how many approvals the run had before it was planned
 * @param begun true if an earlier attempt of this run began this very plan
 * @throws RewindError approval-missing, approval-self, approval-stale, plan-mismatch
 */
async function reviewOf(session, config, approved, begun) {
    const { run, context: ctx } = session;
    if (run === null)
        return onCommandLine(session);
    const origin = originOf(run);
    if (config.approval === 'none') {
        return { ...origin, kind: 'none', approvedBy: [], skipped: 'the approval: rewind.yml has "approval: none"' };
    }
    const { approval } = config;
    if ((0,typed_digest/* isDigestRule */.bq)(approval)) {
        const approvedBy = await (0,typed_digest/* digestApproval */.k)(session, { ...config, approval }, run, approved.digest, session.inputs);
        return { ...origin, kind: approval, approvedBy, skipped: null };
    }
    const given = await approvals(session, run.runId, config.environment);
    const approvedBy = loginsOf(given);
    if (approvedBy.length === 0)
        throw await nobodyApproved(session, run, config.environment);
    if ((await (0,starters/* otherThanStarters */.O)((0,client.createGitHub)(ctx), run, given)).length === 0) {
        const message = `${approvedBy.join(', ')} approved a rollback that they started themselves. Nobody else reviewed the plan.`;
        if (config['self-approval'] === 'refuse')
            throw new errors.RewindError('approval-self', message);
        ctx.log.warn(message);
    }
    assertOfThisPlan(given, run, approved, begun);
    return { ...origin, kind: 'reviewed', approvedBy, skipped: null };
}
/** GitHub may list no review at all of a job that records no deployment: that is not the fault of the reviewer. */
async function nobodyApproved(session, { runId }, environment) {
    const github = (0,client.createGitHub)(session.context);
    const [reviews, known] = await Promise.all([
        (0,github_environment/* readReviews */.UM)(github, runId).catch(() => []),
        (0,github_environment/* readEnvironment */.Qo)(github, environment).catch(() => null),
    ]);
    const unlisted = reviews.length === 0 && (known?.reviewers ?? 0) > 0;
    return new errors.RewindError('approval-missing', `Nobody has approved run ${runId} for "${environment}".`, {
        remedy: unlisted
            ? `The environment requires reviewers, and GitHub lists no review of this run. If a reviewer did approve it, set record-deployment: true in the caller of rollback.yml, recover.yml or mitigate.yml (in your own jobs: remove "deployment: false"), and start again. If an administrator bypassed the review, let a reviewer approve a new run.`
            : `Name the environment in the job (environment: ${environment}) and let a reviewer approve it. An administrator's bypass does not count.`,
    });
}
function onCommandLine({ context }) {
    const requestedBy = (0,operator/* operatorOf */.g)(context.env);
    return { requestedBy, kind: 'command line', approvedBy: [], skipped: null, url: null, attempt: null };
}
function originOf(run) {
    const requestedBy = run.triggeredBy === run.actor ? run.actor : `${run.actor}, re-run by ${run.triggeredBy}`;
    return { requestedBy, url: run.url, attempt: run.attempt };
}
/**
 * GitHub keeps the approvals of all attempts and jobs of a run together, and an administrator may skip the one of a later
 * attempt, or of a later job that names the environment too. Therefore there must be one approval for each attempt, and one
 * more than there were when the plan was made; or one whose comment names the digest.
 */
function assertOfThisPlan(given, { attempt, runId }, { digest, approvalsBefore = 0 }, begun) {
    if (begun || given.length >= Math.max(attempt, approvalsBefore + 1))
        return;
    if (given.some(({ comment }) => comment.includes(digest.slice(0, 12))))
        return;
    throw new errors.RewindError('approval-stale', `Attempt ${attempt} of run ${runId} has ${(0,runtime_text/* plural */.LS)(given.length, 'approval')}, ${approvalsBefore} of them from before the plan: they may belong to another attempt, or to another job that names the environment.`);
}
const approvals = (session, runId, environment) => (0,github_environment/* readApprovals */.RJ)((0,client.createGitHub)(session.context), runId, environment);
const loginsOf = (given) => [...new Set(given.map(({ login }) => login))];


/***/ }),

/***/ 63907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ otherThanStarters)
/* harmony export */ });
/* harmony import */ var _services_github_run_origin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49186);

/**
 * Those of the approvers who did not start the run. GitHub compares logins without regard to case, and who renames the account
 * after the start has another login than the run: the id stays.
 * @throws HttpFailure
 */
async function otherThanStarters(github, { runId, actor, triggeredBy }, approvers) {
    const logins = [actor, triggeredBy].map((login) => login.toLowerCase());
    const ids = await (0,_services_github_run_origin_js__WEBPACK_IMPORTED_MODULE_0__/* .readStarters */ .TJ)(github, runId);
    const isStarter = ({ login, userId }) => logins.includes(login.toLowerCase()) || (userId !== null && ids.includes(userId));
    return approvers.filter((one) => !isStarter(one));
}


/***/ }),

/***/ 91544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jz: () => (/* binding */ assertTyped),
  k: () => (/* binding */ digestApproval),
  Og: () => (/* binding */ howToType),
  bq: () => (/* binding */ isDigestRule)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/issue-ref.js
var issue_ref = __webpack_require__(32225);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
;// CONCATENATED MODULE: ./lib/services/github/person-comments.js



const comments = schemas/* array */.YOg(schemas/* looseObject */._H3({
    body: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    updated_at: schemas/* string */.YjP(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP(), id: schemas/* number */.aig().optional(), type: schemas/* string */.YjP() }).nullish(),
}));
const access = schemas/* looseObject */._H3({ permission: schemas/* string */.YjP() });
/**
 * The comments of an issue that persons wrote, not apps. GitHub REST API, "List issue comments".
 * @throws RewindError input-invalid if the issue does not exist; HttpFailure
 */
async function personsComments(github, issue) {
    const reading = github.all({ what: `read the comments of #${issue}`, permission: 'issues: read' }, comments, (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: issue }));
    const all = await reading.catch((error) => {
        if (!(error instanceof http_failure/* HttpFailure */.HR) || ![404, 410].includes(error.status ?? 0))
            throw error;
        throw new errors.RewindError('input-invalid', `Issue #${issue} of ${github.repository} does not exist.`);
    });
    return all.flatMap(({ body, created_at: created, updated_at: updated, user }) => user?.type === 'User'
        ? [{ login: user.login, userId: user.id ?? null, body: body ?? '', edited: updated !== created }]
        : []);
}
/** True if this person may push to the repository. GitHub REST API, "Get repository permissions for a user". @throws HttpFailure */
async function mayWrite(github, login) {
    const found = await github.find({ what: `read the access of ${login}`, permission: 'metadata: read' }, access, (rest, target) => rest.repos.getCollaboratorPermissionLevel({ ...target, username: login }));
    return found !== null && ['admin', 'write'].includes(found.permission);
}

// EXTERNAL MODULE: ./lib/approval/starters.js
var starters = __webpack_require__(63907);
;// CONCATENATED MODULE: ./lib/approval/typed-digest.js





/** Digits by which people name a digest. */
const SHOWN = 12;
const isDigestRule = (approval) => approval === 'digest' || approval === 'comment';
/** What a person does to apply a plan that was shown. @param digest of the plan */
function howToType(rule, digest) {
    const digits = digest.slice(0, SHOWN);
    return rule === 'digest'
        ? `To apply this plan, start the workflow again with the same inputs and digest: ${digits}.`
        : `To apply this plan, let somebody else with write access comment "rewind approve ${digits}" in the incident issue. Then start the workflow again with the same inputs, the number of that issue as incident, and digest: ${digits}.`;
}
/**
 * The person who approved a plan by its digest: the one who typed it, or the one who commented it. The digest must be the
 * one of this plan.
 * @throws RewindError approval-missing, plan-mismatch, approval-self, input-invalid for an issue that does not exist; HttpFailure
 */
async function digestApproval(session, { approval, 'self-approval': self }, run, digest, { typedDigest, incident }) {
    if (typedDigest === null) {
        const message = `Nobody has typed the digest of the plan: rewind.yml has "approval: ${approval}".`;
        throw new errors.RewindError('approval-missing', message, { remedy: howToType(approval, digest) });
    }
    assertTyped(typedDigest, digest);
    if (approval === 'digest')
        return [run.actor];
    const approvers = await commenters(session, incident, digest);
    const approvedBy = approvers.map(({ login }) => login);
    const isSelf = approvers.length > 0 && (await (0,starters/* otherThanStarters */.O)((0,client.createGitHub)(session.context), run, approvers)).length === 0;
    if (isSelf && self === 'refuse') {
        const message = `${approvedBy.join(', ')} approved a rollback that they started themselves. Nobody else reviewed the plan.`;
        throw new errors.RewindError('approval-self', message, { remedy: howToType(approval, digest) });
    }
    if (approvedBy.length === 0) {
        const where = incident === null ? 'No incident issue is named.' : `Issue #${incident.number} has no comment that counts.`;
        const message = `Nobody has approved the plan ${digest.slice(0, SHOWN)} in a comment. ${where}`;
        throw new errors.RewindError('approval-missing', message, {
            remedy: `${howToType('comment', digest)} The comment of a bot, of a person without write access, one that was edited, and a line that is a quotation or code do not count.`,
        });
    }
    return approvedBy;
}
/** Null: nothing was typed. @throws RewindError plan-mismatch */
function assertTyped(typed, digest) {
    if (typed === null || digest.startsWith(typed))
        return;
    throw new errors.RewindError('plan-mismatch', `The plan has the digest ${digest.slice(0, SHOWN)}; the digest ${typed.slice(0, SHOWN)} was typed. Nothing was changed.`, { remedy: 'Read the new plan, and start again with its digest.' });
}
/** Persons with write access who approved the digest in a comment. */
async function commenters(session, issue, digest) {
    if (issue === null)
        return [];
    const github = (0,client.createGitHub)(session.context);
    const all = await personsComments(github, (0,issue_ref/* numberOf */.rl)(github, issue));
    const approving = all.filter(({ body, edited }) => !edited && approves(body, digest));
    const persons = [...new Map(approving.map((one) => [one.login, one])).values()];
    const able = await Promise.all(persons.map(({ login }) => mayWrite(github, login)));
    return persons.filter((_, at) => able[at] === true);
}
/** Text that GitHub does not show, or shows as code: comments of HTML, and fences up to their end. */
const UNSAID = /<!--[^]*?(?:-->|$(?![^]))|^ {0,3}(```+|~~~+)[^]*?(?:^ {0,3}\1|$(?![^]))/gm;
/** A line of its own that a reader sees as text, so that a comment that quotes, hides or explains it does not approve. */
const approves = (body, digest) => body
    .replace(/\r\n/g, '\n')
    .replace(UNSAID, '-')
    .split('\n')
    .some((line) => {
    const [, digits = '-'] = /^ {0,3}rewind approve `?([0-9a-f]{12,64})`?\s*$/i.exec(line) ?? [];
    return digest.startsWith(digits.toLowerCase());
});


/***/ }),

/***/ 35567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   UM: () => (/* binding */ readReviews),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const environment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
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
const policies = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    total_count: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
});
/** @returns null if the environment does not exist (a job that names it would create it without protection) */
async function readEnvironment(github, name) {
    const data = await github.find({ what: `read the environment "${name}"`, permission: 'actions: read' }, environment, (rest, target) => rest.repos.getEnvironment({ ...target, environment_name: name }));
    if (data === null)
        return null;
    const rules = data.protection_rules ?? [];
    const review = rules.find(({ type }) => type === 'required_reviewers');
    return {
        name,
        reviewers: review?.reviewers?.length ?? 0,
        preventSelfReview: review?.prevent_self_review ?? false,
        // Counts an unknown value as allowed, GitHub's default.
        adminsBypass: data.can_admins_bypass ?? true,
        openTo: await openRefs(github, name, data.deployment_branch_policy),
        waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    };
}
/** A policy is only as narrow as its patterns: `*` is any branch, and anyone with push access can push a tag. */
async function openRefs(github, name, policy) {
    if (!policy)
        return ['any branch'];
    if (policy.protected_branches)
        return [];
    const listed = await github.all({ what: `read the branches of the environment "${name}"`, permission: 'actions: read' }, policies, (page) => ({ items: page.branch_policies, total: page.total_count }), (rest, target) => rest.repos.listDeploymentBranchPolicies({ ...target, environment_name: name }));
    return listed.flatMap(({ name: pattern = '', type }) => {
        if (type === 'tag')
            return [`the tags "${pattern}"`];
        return /^[*/]+$/.test(pattern) ? ['any branch'] : [];
    });
}
/** GitHub compares the names of environments without regard to case. */
const isSameName = (one, other) => one.toLowerCase() === other.toLowerCase();
const reviews = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    environments: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional() }).nullish(),
}));
/** Approvals of a run for one environment. GitHub REST API, "Get the review history for a workflow run". */
async function readApprovals(github, runId, environment) {
    return ((await readReviews(github, runId))
        .filter(({ state, environments }) => state === 'approved' && environments.some((name) => isSameName(name, environment)))
        // A deleted user is nobody who could be asked.
        .flatMap(({ login, userId, comment }) => (login === null ? [] : [{ login, userId, comment }])));
}
/** All reviews of a run: `approved` or `rejected`. None of a run that GitHub does not know. */
async function readReviews(github, runId) {
    const data = await github.find({ what: 'read who approved this run', permission: 'actions: read' }, reviews, (rest, target) => rest.actions.getReviewsForRun({ ...target, run_id: runId }));
    return (data ?? []).map(({ state, environments, user, comment }) => ({
        state,
        environments: environments.flatMap(({ name }) => name ?? []),
        login: user?.login ?? null,
        userId: user?.id ?? null,
        comment: comment ?? '',
    }));
}


/***/ }),

/***/ 49186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TJ: () => (/* binding */ readStarters),
/* harmony export */   qM: () => (/* binding */ readRunOrigin),
/* harmony export */   sL: () => (/* binding */ isOnBranch)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const run = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    event: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    head_sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const person = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }).nullish();
const started = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ actor: person, triggering_actor: person });
/** The ids of who started a run, and its newest attempt. GitHub REST API, "Get a workflow run". @throws HttpFailure */
async function readStarters(github, runId) {
    const data = await github.find({ what: `read who started run ${runId}`, permission: 'actions: read' }, started, (rest, target) => rest.actions.getWorkflowRun({ ...target, run_id: runId }));
    return [data?.actor, data?.triggering_actor].flatMap((one) => (one ? [one.id] : []));
}
const comparison = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** @returns null if the run was deleted */
async function readRunOrigin(github, runId) {
    const data = await github.find({ what: `read run ${runId}`, permission: 'actions: read' }, run, (rest, target) => rest.actions.getWorkflowRun({ ...target, run_id: runId }));
    return (data && {
        event: data.event,
        workflow: data.path.split('@')[0] ?? '',
        sha: data.head_sha,
        createdAt: data.created_at,
    });
}
/** True if the commit is part of the branch. GitHub REST API, "Compare two commits". */
async function isOnBranch(github, branch, sha) {
    const data = await github.find({ what: `compare ${sha.slice(0, 12)} with ${branch}`, permission: 'contents: read' }, comparison, 
    // One commit a page: only the status counts. `refs/heads/`, because a tag may have the name of the branch.
    (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead: `refs/heads/${branch}...${sha}`, per_page: 1 }));
    return data !== null && (data.status === 'identical' || data.status === 'behind');
}


/***/ })

};
