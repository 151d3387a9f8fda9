export const id = 7545;
export const ids = [7545];
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

/***/ 7545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ check)
});

// EXTERNAL MODULE: ./lib/engine/live-plan.js
var live_plan = __webpack_require__(6112);
// EXTERNAL MODULE: ./lib/engine/key-findings.js
var key_findings = __webpack_require__(904);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(4346);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(7470);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(9859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(4219);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/cli/project.js + 1 modules
var cli_project = __webpack_require__(8059);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(3220);
// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(5621);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(6754);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(9952);
// EXTERNAL MODULE: ./lib/readiness/freshness.js
var freshness = __webpack_require__(5271);
;// CONCATENATED MODULE: ./lib/commands/check/latest.js







/**
 * What stands between the newest snapshot and a rollback to it. Warnings, because this check also runs before a snapshot is
 * taken, and the next one may be good. Reads no payload.
 */
async function checkLatest(session, project) {
    let manifest;
    try {
        ({ manifest } = await (0,choose/* choose */.Sw)(session, project, 'latest'));
    }
    catch (error) {
        return { findings: [warning(error)], usable: false };
    }
    const now = session.context.clock.now();
    const refused = [];
    const notes = [];
    try {
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, now);
        // Without keys in the configuration another finding says so.
        if (trust.kind === 'unsigned' && project.signKeys.length > 0)
            notes.push(unsigned(manifest, trust.reason));
    }
    catch (error) {
        refused.push(warning(error));
    }
    const missing = await (0,snapshot_files/* missingPayloads */.gf)(project.store, manifest).catch((error) => [
        (0,errors/* asRewindError */.m2)(error).message,
    ]);
    if (missing.length > 0) {
        refused.push({
            level: 'warning',
            code: 'snapshot-corrupt',
            message: `Snapshot ${manifest.id} is damaged: ${missing.join('; ')}.`,
            remedy: 'Take a new snapshot. Until then choose an older one, which "rewind verify" finds sound.',
        });
    }
    if (!(await opens(project, manifest))) {
        refused.push({
            level: 'warning',
            code: 'identity-not-recipient',
            message: `REWIND_IDENTITY cannot open snapshot ${manifest.id}: it was sealed to other recipients.`,
            remedy: 'Set REWIND_IDENTITY to the identity of one of its recipients, or take a new snapshot.',
        });
    }
    const left = (0,live_plan/* notInSnapshot */.$J)(project.resources, manifest);
    if (left.length > 0) {
        notes.push({
            level: 'warning',
            code: 'snapshot-partial',
            message: `Snapshot ${manifest.id} does not hold ${left.join(', ')}: a rollback to it leaves them as they are.`,
            remedy: 'Take a snapshot of the whole configuration.',
        });
    }
    const days = project.config.readiness['snapshot-days'];
    const stale = days === 0 ? [] : (0,freshness/* snapshotFindings */.N)(manifest, days, now);
    notes.push(...stale.map((finding) => ({ ...finding, level: 'warning' })));
    return { findings: [...refused, ...notes], usable: refused.length === 0 };
}
function warning(error) {
    const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
    return { level: 'warning', code, message: `No rollback to the newest snapshot: ${message}`, remedy };
}
function unsigned({ id }, reason) {
    return {
        level: 'warning',
        code: 'snapshots-unsigned',
        message: `Snapshot ${id} is not signed: ${reason}. A rollback to it is never expedited.`,
        remedy: 'Set REWIND_SIGNING_KEY in the snapshot job and take a new snapshot.',
    };
}
/** True also without an identity, and with one that another finding reports. */
async function opens({ identities }, { recipients }) {
    if (identities.length === 0)
        return true;
    const own = await Promise.all(identities.map((identity) => (0,age_keys/* recipientOf */.du)(identity).catch(() => null)));
    return own.includes(null) || own.some((recipient) => recipient !== null && recipients.includes(recipient));
}

;// CONCATENATED MODULE: ./lib/commands/check/index.js












const check_flags = { 'install-client': flags/* FLAGS */.Wg['install-client'], 'plan-environment': flags/* FLAGS */.Wg['plan-environment'] };
/** Exits with status 3 if not ready. */
/* harmony default export */ const check = ((0,command/* defineCommand */.N)({
    name: 'check',
    summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
    flags: check_flags,
    examples: ['check', 'check --scope db,web'],
    verdicts: ['ready', 'not-ready'],
    async run(session) {
        const project = await session.open();
        const { resources, backups, store, config, identities } = project;
        const { recipients } = config.seal;
        const [onResources, onStore, onRecipients, onIdentities, onBackups, onEnvironments] = await Promise.all([
            (0,live_plan/* checkResources */.EB)(resources, session.context),
            checkStore(store, config.environment),
            (0,key_findings/* recipientFindings */.s)(recipients),
            (0,key_findings/* identityFindings */.X)(identities, recipients),
            (0,live_plan/* checkResources */.EB)(backups, session.context),
            checkEnvironments(session, config),
        ]);
        // Only a store that can be read and holds a snapshot has one to judge.
        const hasOne = !onStore.includes(NO_SNAPSHOT) && onStore.every(({ level }) => level !== 'error');
        const latest = hasOne ? await checkLatest(session, project) : { findings: [], usable: true };
        const findings = [
            ...about('store', [...onStore, ...latest.findings, ...(0,cli_project.signingFindings)(project, session.context)]),
            ...about('seal', [...onRecipients, ...onIdentities]),
            ...about('environments', onEnvironments),
            ...onResources,
            ...beforeDown(onBackups, backups, onResources),
        ];
        const ready = findings.every(({ level }) => level !== 'error');
        const headline = headlineOf(ready, onStore.includes(NO_SNAPSHOT), latest.usable);
        return {
            exit: ready ? 0 : 3,
            json: (0,json/* toJson */.a)({ ok: ready, findings }),
            text: [headline, (0,report_findings/* findingsText */._g)(findings)].filter((part) => part !== '').join('\n'),
            summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : (0,report_findings/* findingsMarkdown */.O9)(findings)}\n`,
            outputs: { verdict: ready ? 'ready' : 'not-ready' },
        };
    },
}));
/** A new project has none, and may still take its first one: so this is a warning. */
const NO_SNAPSHOT = {
    level: 'warning',
    code: 'snapshot-none',
    message: 'The store has no snapshot of this environment, so a rollback is not possible yet.',
    remedy: 'Run "rewind snapshot" before the next deploy.',
};
async function checkStore(store, environment) {
    const findings = await store.check();
    if (findings.some(({ level }) => level === 'error'))
        return findings;
    try {
        return (await (0,snapshot_files/* listSnapshotIds */.DB)(store, environment)).length > 0 ? findings : [...findings, NO_SNAPSHOT];
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return [...findings, { level: 'error', code, message, remedy }];
    }
}
/** GitHub knows environments; a command line has none. */
async function checkEnvironments({ run, context: ctx, inputs }, config) {
    if (run === null)
        return [];
    const found = await Promise.all([
        (0,environments/* readable */.HD)(() => (0,environments/* environmentFindings */.c9)((0,client.createGitHub)(ctx), config)),
        (0,environments/* planJobFindings */.rA)(ctx, config, inputs.planEnvironment),
    ]);
    return found.flat();
}
const about = (resource, findings) => findings.map((finding) => ({ ...finding, resource }));
function headlineOf(ready, firstSnapshot, usable) {
    if (!ready)
        return 'Not ready: a rollback would fail or be incomplete.';
    if (!usable)
        return 'Ready for the next snapshot. A rollback to the newest one would be refused.';
    if (firstSnapshot)
        return 'Ready for the first snapshot. There is no snapshot to roll back to yet.';
    return 'Ready: no check found a problem that would stop a rollback.';
}
/** Only a rollback with --database down needs these backups, so what would stop one is a warning. */
function beforeDown(findings, backups, known) {
    return findings.flatMap((finding) => {
        const of = backups.find(({ id }) => id === finding.resource)?.backsUp?.[0] ?? finding.resource;
        if (finding.level !== 'error' || known.some(({ code, resource }) => code === finding.code && resource === of))
            return [];
        return [
            { ...finding, level: 'warning', resource: of, message: `No backup before down migrations: ${finding.message}` },
        ];
    });
}


/***/ }),

/***/ 904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ identityFindings),
/* harmony export */   s: () => (/* binding */ recipientFindings)
/* harmony export */ });
/* harmony import */ var _age_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6754);

/** One finding for each recipient that nothing can be sealed to. @param at where the recipient is in a file */
async function recipientFindings(recipients, at = () => ({})) {
    const faults = await Promise.all(recipients.map(_age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .recipientFault */ .cB));
    return faults.flatMap((fault, index) => fault === null
        ? []
        : [
            {
                level: 'error',
                code: 'recipient-invalid',
                message: `seal.recipients[${index}] ${fault}.`,
                remedy: 'Copy the public key (age1…) that age-keygen printed.',
                ...at(index),
            },
        ]);
}
/** Whether the identities of this job can open what is sealed to the recipients. A job without any is not at fault. */
async function identityFindings(identities, recipients) {
    const faults = (await Promise.all(identities.map(_age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .identityFault */ .XH))).filter((fault) => fault !== null);
    if (faults.length > 0) {
        return faults.map((fault) => ({
            level: 'error',
            code: 'identity-invalid',
            message: `An identity in REWIND_IDENTITY ${fault}.`,
            remedy: _age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .IDENTITY_REMEDY */ .Ep,
        }));
    }
    const own = await Promise.all(identities.map(_age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .recipientOf */ .du));
    if (own.length === 0 || own.some((recipient) => recipients.includes(recipient)))
        return [];
    return [
        {
            level: 'warning',
            code: 'identity-not-recipient',
            message: 'REWIND_IDENTITY does not belong to any of seal.recipients. It cannot open the next snapshot.',
            remedy: 'Set REWIND_IDENTITY to the identity of a recipient, or add its public key (age-keygen -y) to seal.recipients.',
        },
    ];
}


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

/***/ 5271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ snapshotFindings),
/* harmony export */   O: () => (/* binding */ drillFindings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3997);


/** The workflow of the user that rehearses a restore. */
const DRILL_WORKFLOW = 'rewind-drill.yml';
/**
 * @param newest null if there is none
 * @param introduced the pull request adds Rewind, so no snapshot can exist yet
 */
function snapshotFindings(newest, maxDays, now, introduced = false) {
    if (newest === null) {
        return [
            {
                level: introduced ? 'warning' : 'error',
                code: 'snapshot-none',
                message: 'There is no snapshot of this environment: a deploy now could not be rolled back.',
                remedy: 'Run the snapshot workflow before the deploy (examples/pre-deploy-snapshot.yml).',
            },
        ];
    }
    const days = Math.floor((now.getTime() - Date.parse(newest.createdAt)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
    if (days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'snapshot-stale',
            message: `The newest snapshot (${newest.id}) is ${days} days old; at most ${maxDays} are allowed.`,
            remedy: 'Find out why the snapshot workflow did not run, then run it.',
        },
    ];
}
const runs = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ workflow_runs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ updated_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })) });
/** The age of the last successful drill. GitHub delays or disables scheduled workflows without notice. */
async function drillFindings(github, maxDays, now) {
    const data = await github.find({ what: 'find the last drill', permission: 'actions: read' }, runs, (rest, target) => rest.actions.listWorkflowRuns({ ...target, workflow_id: DRILL_WORKFLOW, status: 'success', per_page: 1 }));
    if (data === null) {
        return [
            {
                level: 'warning',
                code: 'drill-none',
                message: `The repository has no workflow ${DRILL_WORKFLOW}. Without it, no restore is rehearsed.`,
                remedy: 'Add a workflow with that name that runs "verify" with "restorable". Rewind checks the age of its last success.',
            },
        ];
    }
    const last = data.workflow_runs[0];
    const days = last ? Math.floor((now.getTime() - Date.parse(last.updated_at)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO) : null;
    if (days !== null && days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'drill-stale',
            message: days === null
                ? `The drill (${DRILL_WORKFLOW}) has never succeeded.`
                : `The last successful drill was ${days} days ago; at most ${maxDays} are allowed.`,
            remedy: `Run ${DRILL_WORKFLOW}, and fix what it reports.`,
        },
    ];
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ findingsMarkdown),
/* harmony export */   _g: () => (/* binding */ findingsText),
/* harmony export */   kb: () => (/* binding */ ICON)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8101);


const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' };
function findingsText(findings) {
    return findings
        .map(({ level, resource, message, remedy, code }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(remedy)}`;
        return `${level}: [${resource}] ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(message)} (${code})${next}`;
    })
        .join('\n');
}
function findingsMarkdown(findings) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
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
