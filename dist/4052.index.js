export const id = 4052;
export const ids = [4052];
export const modules = {

/***/ 4219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E9: () => (/* binding */ approvalFindings),
  c9: () => (/* binding */ environmentFindings),
  rA: () => (/* binding */ planJobFindings),
  fA: () => (/* binding */ protectionOf),
  HD: () => (/* binding */ readable)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var environment = __webpack_require__(5567);
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
            message: `A rollback waits ${environment.waitMinutes} minute(s): "${name}" has a wait timer.`,
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
/** How GitHub protects one environment. @throws HttpFailure */
async function protectionOf(github, name, role) {
    return protectionFindings(name, await (0,environment/* readEnvironment */.Qo)(github, name), role);
}
/** How GitHub protects the environments that hold credentials for writing. @throws HttpFailure */
async function environmentFindings(github, config) {
    const unreviewed = config.approval === 'none';
    const found = await Promise.all([
        protectionOf(github, config.environment, unreviewed ? 'expedited' : 'reviewed'),
        ...(config.expedited ? [protectionOf(github, config.expedited.environment, 'expedited')] : []),
    ]);
    return found.flat();
}
/** How GitHub protects the environment whose reviewers approve. @throws HttpFailure */
async function approvalFindings(github, config) {
    return config.approval === 'none' ? [NO_APPROVAL] : protectionOf(github, config.environment, 'reviewed');
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
  jq: () => (/* binding */ assertProtected),
  l1: () => (/* binding */ chooseApproval),
  QR: () => (/* binding */ reviewOf)
});

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
            : [`the snapshot is ${minutes} minutes old; the limit is ${rule.minutes}`]),
        ...(plan.database === 'none' ? [] : [`it changes the database (${plan.database})`]),
        ...plan.changes.flatMap(obstacles),
        ...plan.manual.map(({ target }) => `${target} needs a manual step`),
    ];
    return { approval: closed.length === 0 ? 'expedited' : 'reviewed', closed };
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

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var github_environment = __webpack_require__(5567);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(4219);
// EXTERNAL MODULE: ./lib/runtime/operator.js
var operator = __webpack_require__(4698);
;// CONCATENATED MODULE: ./lib/approval/gate.js






/** An expedited run may begin this many minutes late, because it was planned in time. */
const GRACE_MINUTES = 10;
/** @throws RewindError environment-mismatch */
function assertEnvironment({ inputs }, { config }) {
    if (inputs.environment === null || (0,github_environment/* isSameName */.yS)(inputs.environment, config.environment))
        return;
    throw new errors/* RewindError */.Ir('environment-mismatch', `The workflow uses environment "${inputs.environment}", but ${inputs.config} uses "${config.environment}".`);
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
    const findings = await (0,environments/* approvalFindings */.E9)((0,client.createGitHub)(session.context), project.config);
    for (const { level, code, message, remedy } of findings) {
        if (level === 'error') {
            throw new errors/* RewindError */.Ir(code === 'environment-missing' ? code : 'environment-unprotected', message, {
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
    const { run, inputs, context: ctx } = session;
    if (run === null)
        return onCommandLine(session);
    const origin = originOf(run);
    if (inputs.approval === 'expedited') {
        const { manifest, trust } = await snapshot;
        assertExpedited(ctx, config, plan, manifest, trust);
        const { environment = '', minutes = 0 } = config.expedited ?? {};
        const approvedBy = loginsOf(await approvals(session, run.runId, environment));
        const skipped = `the review of "${config.environment}": the snapshot is at most ${minutes} minutes old, and no data is lost`;
        return { ...origin, kind: 'expedited', approvedBy, skipped };
    }
    return reviewOf(session, config, plan, begun);
}
/**
 * Called with the plan file before anything is read, and with the plan that is made from live state just before the first
 * change: the digest does not cover how many rows are at risk, so the file alone could hide them.
 * @throws RewindError expedited-closed
 */
function assertExpedited(ctx, config, plan, manifest, trust) {
    const { closed } = decideApproval(plan, manifest, trust, config.expedited, ctx.clock.now(), GRACE_MINUTES);
    if (closed.length === 0)
        return;
    throw new errors/* RewindError */.Ir('expedited-closed', 'This rollback may not be expedited. Nothing was changed.', {
        problems: closed,
    });
}
/** How many approvals the run had when the plan was made: those of other jobs, and of earlier attempts. */
async function approvalsSoFar(session, { config }) {
    if (session.run === null || config.approval === 'none')
        return 0;
    return (await approvals(session, session.run.runId, config.environment)).length;
}
/**
 * Who reviewed this run. For a change that can never be expedited.
 *
 * @param approved digest of what is approved, and how many approvals the run had before it was planned
 * @param begun true if an earlier attempt of this run began this very plan
 * @throws RewindError approval-missing, approval-self, approval-stale
 */
async function reviewOf(session, config, approved, begun) {
    const { run, context: ctx } = session;
    if (run === null)
        return onCommandLine(session);
    const origin = originOf(run);
    if (config.approval === 'none') {
        return { ...origin, kind: 'none', approvedBy: [], skipped: 'the approval: rewind.yml has "approval: none"' };
    }
    const given = await approvals(session, run.runId, config.environment);
    const approvedBy = loginsOf(given);
    if (approvedBy.length === 0) {
        throw new errors/* RewindError */.Ir('approval-missing', `Nobody has approved run ${run.runId} for "${config.environment}".`, {
            remedy: `Name the environment in the job (environment: ${config.environment}) and let a reviewer approve it. An administrator's bypass does not count.`,
        });
    }
    if (approvedBy.every((login) => login === run.triggeredBy || login === run.actor)) {
        const message = `${approvedBy.join(', ')} approved a rollback that they started themselves. Nobody else reviewed the plan.`;
        if (config['self-approval'] === 'refuse')
            throw new errors/* RewindError */.Ir('approval-self', message);
        ctx.log.warn(message);
    }
    assertOfThisPlan(given, run, approved, begun);
    return { ...origin, kind: 'reviewed', approvedBy, skipped: null };
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
    throw new errors/* RewindError */.Ir('approval-stale', `Attempt ${attempt} of run ${runId} has ${given.length} approval(s), ${approvalsBefore} of them from before the plan: they may be of another attempt, or of another job that names the environment.`);
}
const approvals = (session, runId, environment) => (0,github_environment/* readApprovals */.RJ)((0,client.createGitHub)(session.context), runId, environment);
const loginsOf = (given) => [...new Set(given.map(({ login }) => login))];


/***/ }),

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ notInSnapshot),
/* harmony export */   Bu: () => (/* binding */ parseState),
/* harmony export */   EB: () => (/* binding */ checkResources),
/* harmony export */   I$: () => (/* binding */ throwCombined),
/* harmony export */   _f: () => (/* binding */ compareWithLive),
/* harmony export */   qY: () => (/* binding */ planFromLive)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3997);
/* harmony import */ var _runtime_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1132);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8479);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4346);







/** Captures the live state (read-only) and compares it with the snapshot. No failure of one resource hides another. */
async function compareWithLive(request) {
    const { manifest, resources } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // The resource was configured after the snapshot, which holds no state of it.
        if (!captured)
            return { changes: [], blind: [], hazards: [] };
        if (captured.provider !== resource.providerId) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `"${resource.id}" is a ${captured.provider} in the snapshot, but a ${resource.providerId} in the configuration.`, { resource: resource.id });
        }
        const { provider, config } = resource;
        const saved = parseState(resource, captured.state);
        const live = await provider.capture(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .DiscardingSink */ .AP(saved));
        const { capabilities } = provider;
        return {
            changes: provider.plan(saved, live),
            blind: capabilities?.blindSpots?.(saved, live) ?? [],
            hazards: capabilities?.database ? [capabilities.database.hazards(saved, live)] : [],
        };
    });
    const restored = restoredDatabases(outcomes, request.database, ctx);
    const covers = (resource, change) => isCovered(resource, change, request.database, restored, ctx);
    const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .assemblePlan */ .SL)({
        createdAt: ctx.clock.now(),
        program: (0,_runtime_program_js__WEBPACK_IMPORTED_MODULE_2__/* .programId */ .W)(),
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestDigest */ .It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        undoes: request.undoes ?? null,
        resources: outcomes.map(({ resource, value }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: (value?.changes ?? []).filter((change) => !covers(resource, change)),
        })),
    });
    return {
        plan,
        covered: outcomes.flatMap(({ resource, value }) => (value?.changes ?? [])
            .filter((change) => covers(resource, change))
            .map((change) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .plannedChangeOf */ .e6)(resource.id, resource.providerId, change))),
        failures: outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [inResource(error, resource.id)])),
        blind: outcomes.flatMap(({ resource, value }) => (value?.blind ?? []).map((what) => ({ resource: resource.id, what }))),
        hazards: outcomes.flatMap(({ resource, value }) => (value?.hazards ?? []).map((found) => ({ resource: resource.id, found }))),
    };
}
/** The databases that the plan restores whole. */
function restoredDatabases(outcomes, mode, ctx) {
    return new Set(outcomes.flatMap(({ resource, value }) => {
        const restores = value?.changes.some(({ database, manual }) => database === 'restore' && manual === undefined);
        return mode === 'restore' && restores === true ? ((0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseOf */ .zJ)(resource, ctx) ?? []) : [];
    }));
}
/** True for what another database mode would change inside a database that the plan restores whole. */
function isCovered(resource, { database }, mode, restored, ctx) {
    if (database === undefined || database === mode)
        return false;
    const own = (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseOf */ .zJ)(resource, ctx);
    return own !== null && restored.has(own);
}
/** The claim names each resource that was not read, so the error must name it too. */
function inResource(error, resource) {
    const known = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource);
    if (known.resource === resource)
        return known;
    const { code, message, remedy, problems, cause } = known;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, message, { resource, remedy, problems, cause });
}
/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
async function planFromLive(request) {
    const { plan, failures } = await compareWithLive(request);
    throwCombined(failures);
    return plan;
}
/** The state of a resource in a manifest. @throws RewindError snapshot-unsupported */
function parseState(resource, state) {
    const parsed = resource.provider.state.safeParse(state);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-unsupported', `This version of Rewind cannot read the state of "${resource.id}" in the snapshot.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources that the snapshot does not contain: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/** Law 4: runs the check of every provider and reports all problems together. */
async function checkResources(resources, ctx) {
    const { clock, log } = ctx;
    const progress = (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_6__/* .createProgress */ .mf)({ what: 'Checking the resources', unit: 'items', clock, log });
    let checked = 0;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(resources, (resource) => resource.provider
        .check(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id))
        .finally(() => progress.update((checked += 1), resources.length)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/** Throws a single error as it is, several as one `preflight-failed` that lists them. */
function throwCombined(errors) {
    const [first] = errors;
    if (!first)
        return;
    // A cancelled run fails everywhere for one reason, and nothing needs repair.
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('cancelled', 'The run was cancelled. Nothing was changed.', { cause: cancelled });
    if (errors.length === 1)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
    });
}


/***/ }),

/***/ 8479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   e6: () => (/* binding */ plannedChangeOf),
/* harmony export */   hu: () => (/* binding */ untouchedOf),
/* harmony export */   kb: () => (/* binding */ writtenSinceRestore),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   tQ: () => (/* binding */ EFFECTS),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   xZ: () => (/* binding */ afterApprovals)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);




const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
});
const ACTIONS = ['create', 'update', 'delete', 'run'];
const EFFECTS = ['live', 'next-deployment'];
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(ACTIONS),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(EFFECTS),
    closes: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['down', 'restore']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    /** Digest of the rollback that this plan undoes; else null. */
    undoes: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
    approvalsBefore: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().exactOptional(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** The change of a provider as a plan holds it. @throws ZodError for a change of no valid shape */
const plannedChangeOf = (resource, provider, change) => plannedChange.parse({ ...change, resource, provider });
/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
function assemblePlan(input) {
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChangeOf(id, provider, change)));
    const inOrder = _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an.flatMap((stage) => all.filter((change) => change.stage === stage));
    const chosen = (change) => change.database === undefined || change.database === input.database;
    const content = {
        program: input.program,
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        undoes: input.undoes ?? null,
        changes: exposureFirst(inOrder.filter((change) => chosen(change) && change.manual === undefined)),
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
/** Moves the changes that wait for no stage to the front. */
function exposureFirst(changes) {
    const early = earlyChanges(changes);
    return [...changes.filter((change) => early.has(change)), ...changes.filter((change) => !early.has(change))];
}
/** The changes that close an exposure, and those of the same resource and stage that come before one. */
function earlyChanges(changes) {
    return new Set(changes.filter((change, index) => changes.some((other, at) => other.closes !== undefined &&
        other.resource === change.resource &&
        other.stage === change.stage &&
        at >= index)));
}
/**
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan and the number of rows written since the snapshot.
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        program: content.program,
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        undoes: content.undoes,
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
        ...(content.approvalsBefore === undefined ? {} : { approvalsBefore: content.approvalsBefore }),
    });
}
/** The plan with the approvals that were given before it, which its digest covers. */
function afterApprovals(plan, count) {
    if (count === 0)
        return plan;
    const content = { ...plan, approvalsBefore: count };
    return { ...content, digest: planDigest(content) };
}
/** A change without its volatile part. */
function essence(change) {
    const { since, ...rest } = change;
    delete rest.dataAtRisk;
    return since === undefined ? rest : { ...rest, since: since.restore };
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'Another version of Rewind wrote the plan file.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The plan file was changed: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/**
 * Law 5: Rewind applies what was approved. Compares the current plan with the approved one:
 * - a change in the same form is fine;
 * - an approved change that is gone was already done, by an interrupted run or by hand;
 * - a change that an interrupted run had begun may differ in its text and may have less to do, never more. The same holds
 *   for a side effect of a begun change; it may also be new.
 *
 * Everything that a change writes comes from the snapshot, whose digest is compared apart: the target stays the approved one.
 *
 * @param begun from the journal of this plan
 * @returns the differences, one line each; empty if the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    const ours = new Set(approved.changes
        .filter((change) => begun.ever.has(keyOf(change)))
        .flatMap(({ resource, sideEffects }) => (sideEffects ?? []).map((id) => keyOf({ resource, id }))));
    return now.changes.flatMap((change) => {
        const key = keyOf(change);
        const before = known.get(key);
        if (!before) {
            return ours.has(key) ? [] : [`${key}: not in the approved plan (${change.target}: ${describe(change)})`];
        }
        if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(before)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)))
            return [];
        if ((begun.open.has(key) || ours.has(key)) && isRemainder(before.params, change.params))
            return [];
        return [`${key}: ${driftBetween(before, change)}`];
    });
}
/** The approved changes that production still needs in their very form: nothing of them was done yet. */
function untouchedOf(approved, now) {
    const left = new Map(now.changes.map((change) => [keyOf(change), (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change))]));
    return approved.changes.filter((change) => left.get(keyOf(change)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)));
}
/** What differs between the approved form of a change and the present one. */
function driftBetween(before, now) {
    if (describe(before) !== describe(now))
        return `approved as ${describe(before)}, now ${describe(now)}`;
    const parts = differingValues(essence(before), essence(now), '');
    return `${describe(now)} as approved, but changed in ${parts.slice(0, 5).join('; ')}`;
}
/** `params.steps[2_notes].sha256: "ab…" → "cd…"`, for each value that differs. */
function differingValues(before, now, path) {
    if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before ?? null) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(now ?? null))
        return [];
    if (!isObject(before) || !isObject(now))
        return [`${path}: ${brief(before)} → ${brief(now)}`];
    const label = (key) => {
        const { name } = (now[key] ?? before[key] ?? {});
        if (Array.isArray(now))
            return `${path}[${typeof name === 'string' ? name : key}]`;
        return path === '' ? key : `${path}.${key}`;
    };
    const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return keys.flatMap((key) => differingValues(before[key], now[key], label(key)));
}
const isObject = (value) => typeof value === 'object' && value !== null;
function brief(value) {
    const text = value === undefined ? 'absent' : JSON.stringify(value);
    return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
/**
 * Approved changes that are done although production differs: the data was restored after the approval, and only the
 * application wrote to it since.
 */
function writtenSinceRestore(approved, now) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    return now.changes.filter((change) => {
        const before = known.get(keyOf(change));
        return before !== undefined && change.since !== undefined && before.since?.restore !== change.since.restore;
    });
}
/** The plan without changes that need not be applied. */
function withoutChanges(plan, done) {
    return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
}
/** True if the change is the rest of one that was begun: the same parameters, lists with no new entries. */
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

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 4698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/**
 * Who runs the program outside of GitHub Actions: `ada on build-7`, with the name of git's configuration for an account that
 * several people share, `root on build-7 (git: Ada Lovelace)`. Another CI system names the person in GITHUB_ACTOR.
 */
function operatorOf(env) {
    const actor = env.text('GITHUB_ACTOR');
    if (actor !== undefined)
        return actor;
    const account = env.text('SUDO_USER') ?? accountName(env);
    const shared = account === null || account === 'root' ? gitName(env) : null;
    const name = account ?? `user ${process.getuid?.() ?? 'without an account'}`;
    return `${name} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}${shared === null ? '' : ` (git: ${shared})`}`;
}
/** A container may run a user id that has no account. */
function accountName(env) {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username;
    }
    catch {
        return env.text('USER') ?? env.text('LOGNAME') ?? null;
    }
}
function gitName(env) {
    const variables = { PATH: env.text('PATH'), HOME: env.text('HOME') };
    const { status, stdout } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', ['config', 'user.name'], {
        encoding: 'utf8',
        env: variables,
        timeout: 2_000,
    });
    const name = status === 0 ? stdout.trim() : '';
    return name === '' ? null : name;
}


/***/ }),

/***/ 1132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ programId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9984);




let known;
/** Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. */
function programId() {
    known ??= `${_version_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x} (sha256 ${contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.argv[1] ?? '.')))})`;
    return known;
}
/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
function contentOf(folder) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder).sort()) {
        if (/\.(js|cjs|mjs|ts|wasm)$/.test(name))
            hash.update(`${name}\0`).update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)));
    }
    return hash.digest('hex').slice(0, 16);
}


/***/ }),

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   UM: () => (/* binding */ readReviews),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

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
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
}));
/** Approvals of a run for one environment. GitHub REST API, "Get the review history for a workflow run". */
async function readApprovals(github, runId, environment) {
    return ((await readReviews(github, runId))
        .filter(({ state, environments }) => state === 'approved' && environments.some((name) => isSameName(name, environment)))
        // A deleted user is nobody who could be asked.
        .filter(({ login }) => login !== null)
        .map(({ login, comment }) => ({ login: login ?? '', comment })));
}
/** All reviews of a run: `approved` or `rejected`. None of a run that GitHub does not know. */
async function readReviews(github, runId) {
    const data = await github.find({ what: 'read who approved this run', permission: 'actions: read' }, reviews, (rest, target) => rest.actions.getReviewsForRun({ ...target, run_id: runId }));
    return (data ?? []).map(({ state, environments, user, comment }) => ({
        state,
        environments: environments.flatMap(({ name }) => name ?? []),
        login: user?.login ?? null,
        comment: comment ?? '',
    }));
}


/***/ })

};
