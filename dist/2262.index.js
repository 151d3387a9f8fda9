export const id = 2262;
export const ids = [2262];
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

/***/ 20904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ identityFindings),
/* harmony export */   s: () => (/* binding */ recipientFindings)
/* harmony export */ });
/* harmony import */ var _age_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56754);

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

/***/ 51063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ inspectProbes),
/* harmony export */   n: () => (/* binding */ missingCredentials)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8060);
/* harmony import */ var _not_watched_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32173);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14476);




/** Whether the alarms and monitors of all probes are active: each finding with the id of its probe. */
async function inspectProbes(entries, ctx) {
    const found = await Promise.all(entries.map(async (entry) => {
        const adapter = await (0,_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadAdapter */ .i)(entry.adapter);
        const own = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, entry.id);
        const ask = async () => (await adapter.inspect?.(entry, own)) ?? [];
        const findings = await (0,_not_watched_js__WEBPACK_IMPORTED_MODULE_2__/* .notWatched */ .q)(entry, 'What the probe asks', own, ask);
        return findings.map((finding) => ({ ...finding, resource: entry.id }));
    }));
    return found.flat();
}
/**
 * Credentials of probes that are not set here: the probe gives no sample where they are missing. A warning, because the
 * command may run in a job that runs no probe. What `inspectProbes` asks names its own credentials.
 */
async function missingCredentials(entries, { env }) {
    const findings = [];
    for (const entry of entries) {
        const adapter = await (0,_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadAdapter */ .i)(entry.adapter);
        const names = adapter.inspect === undefined ? (0,_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .variablesOf */ .ht)(entry) : [];
        for (const name of names.filter((one) => env.secret(one) === undefined)) {
            findings.push({
                level: 'warning',
                code: 'credential-missing',
                message: `The probe cannot run here: the environment variable ${name} is not set.`,
                remedy: `Set ${name} in the jobs that run "snapshot", "monitor" and "rollback".`,
                resource: entry.id,
            });
        }
    }
    return findings;
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

/***/ 52727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hz: () => (/* binding */ comparedWithBase),
  HO: () => (/* binding */ configurationFindings),
  e6: () => (/* binding */ placeholderFindings)
});

// UNUSED EXPORTS: contactFindings

// EXTERNAL MODULE: ./lib/config/load.js + 2 modules
var load = __webpack_require__(82713);
;// CONCATENATED MODULE: ./lib/config/placeholders.js
/** Words of an example that nobody replaced. */
const PLACEHOLDER = /\b(todo|tbd|fixme|changeme|change-me|placeholder|example|sample|dummy|somebody|someone|nobody|john doe|jane doe|foo|bar|your[- ]\w+)\b|<[^<>]*>|x{3,}|\.\.\.|…|\b555-?01\d\d\b|^[+\d\s()-]*0{6,}/i;
/** In capitals only: an owner may be meant. */
const OWNER = /\bOWNER\b/;
/** Keys whose values are words of ours, or names that stand for themselves. */
const NAMES = ['id', 'adapter', 'audience', 'severities'];
/** Values of contacts and channels that still need a real value. Pure. */
function placeholdersOf({ contacts, channels }) {
    return [
        ...contacts.flatMap(({ name, reach, rotation }, index) => found({ name, reach, rotation: { people: rotation?.people ?? [] } }, ['contacts', index])),
        ...channels.flatMap((channel, index) => found(Object.fromEntries(Object.entries(channel).filter(([key]) => !NAMES.includes(key))), ['channels', index])),
    ];
}
function found(value, path) {
    if (typeof value === 'string') {
        // `${NAME}` is read from the environment.
        if (value.startsWith('${') || !(PLACEHOLDER.test(value) || OWNER.test(value)))
            return [];
        const key = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
        return [{ key: key.slice(1), path, value }];
    }
    if (typeof value !== 'object' || value === null)
        return [];
    const inside = Array.isArray(value) ? value.entries() : Object.entries(value);
    return [...inside].flatMap(([key, one]) => found(one, [...path, key]));
}

// EXTERNAL MODULE: ./lib/config/yaml.js
var yaml = __webpack_require__(98099);
// EXTERNAL MODULE: ./lib/engine/key-findings.js
var key_findings = __webpack_require__(20904);
// EXTERNAL MODULE: ./lib/readiness/duplicates.js
var duplicates = __webpack_require__(62100);
// EXTERNAL MODULE: ./lib/probes/templates.js
var templates = __webpack_require__(14476);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/readiness/weaker-rule.js

const REVERT = 'Revert it, or let somebody who owns the production credentials approve the pull request.';
const same = (one, other) => (0,digest/* canonicalJson */.dj)(one) === (0,digest/* canonicalJson */.dj)(other);
const added = (before, now) => now.filter((x) => !before.includes(x));
const changedKeys = (one, other) => {
    const [a, b] = [one, other];
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !same(a?.[key], b?.[key]));
};

;// CONCATENATED MODULE: ./lib/readiness/weaker-store.js

/** Snapshots that are kept elsewhere, and runs whose snapshots are believed from now on. Pure. */
function* storeFindings(base, now, tell) {
    const believed = ['workflows', 'branches', 'tags'];
    const place = (store) => Object.fromEntries(Object.entries(store).filter(([key]) => !believed.includes(key)));
    if (!same(place(base), place(now))) {
        const keys = changedKeys(base, now).filter((key) => !believed.includes(key));
        const message = `Snapshots are kept elsewhere or in another way: store.${keys.join(', store.')} changed.`;
        yield tell('store-changed', message, 'Check that the older snapshots can still be used.', 'store');
    }
    if (now.kind !== 'artifact')
        return;
    const before = base.kind === 'artifact' ? base : undefined;
    // Without a list, every workflow of those branches may provide snapshots.
    const everyWorkflow = before?.workflows !== undefined && now.workflows === undefined;
    const workflows = before?.workflows === undefined ? [] : added(before.workflows, now.workflows ?? []);
    if (everyWorkflow || workflows.length > 0) {
        const which = everyWorkflow ? 'every workflow' : workflows.join(', ');
        yield tell('store-workflows-wider', `Snapshots of ${which} are believed.`, REVERT, 'store', 'workflows');
    }
    const branches = added(before?.branches ?? [], now.branches ?? []);
    if (branches.length > 0) {
        const message = `Snapshots of runs on ${branches.join(', ')} are believed.`;
        yield tell('store-branches-wider', message, REVERT, 'store', 'branches');
    }
    const tags = added(before?.tags ?? [], now.tags ?? []);
    if (tags.length > 0) {
        const message = `Snapshots of runs on the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')} are believed.`;
        yield tell('store-branches-wider', message, REVERT, 'store', 'tags');
    }
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/readiness/weaker.js




/**
 * Where a pull request makes the configuration weaker than the base: who can read snapshots, whose snapshots are believed,
 * who must approve, what is captured. Warnings, because each can be intended; never silent. Pure.
 */
function weakerFindings(base, now, at) {
    const tell = (code, message, remedy, ...path) => ({ level: 'warning', code, message, remedy, ...at(...path) });
    const keys = Object.keys(RULES);
    return keys.flatMap((key) => ruleOf(key)(base[key], now[key], tell));
}
/** The strongest first. */
const APPROVALS = ['required', 'comment', 'digest', 'none'];
/** One rule for each key of the configuration: the compiler asks for the rule of a new key. */
const RULES = {
    version: () => [],
    environment: (base, now, tell) => base === now
        ? []
        : [
            tell('environment-changed', `Other reviewers approve rollbacks: the environment is "${now}", not "${base}".`, REVERT, 'environment'),
        ],
    approval: (base, now, tell) => APPROVALS.indexOf(now) <= APPROVALS.indexOf(base)
        ? []
        : [
            tell('approval-removed', now === 'none'
                ? 'Rollbacks need no approval any more.'
                : `Rollbacks need less approval: "${now}" instead of "${base}".`, REVERT, 'approval'),
        ],
    'self-approval': (base, now, tell) => base === now || now === 'refuse'
        ? []
        : [
            tell('self-approval-allowed', 'The person who starts a rollback may approve it alone.', REVERT, 'self-approval'),
        ],
    'plan-hours': (base, now, tell) => now <= base
        ? []
        : [tell('plan-hours-longer', `A plan is valid for ${now} hours instead of ${base}.`, REVERT, 'plan-hours')],
    expedited: (base, now, tell) => {
        if (now === undefined)
            return [];
        if (base === undefined) {
            const message = `Rollbacks may skip the review for ${(0,runtime_text/* plural */.LS)(now.minutes, 'minute')} after a deploy, in "${now.environment}".`;
            return [tell('expedited-enabled', message, REVERT, 'expedited')];
        }
        if (now.minutes <= base.minutes && now.environment === base.environment)
            return [];
        const message = `More rollbacks may skip the review: ${(0,runtime_text/* plural */.LS)(now.minutes, 'minute')} in "${now.environment}" instead of ${base.minutes} in "${base.environment}".`;
        return [tell('expedited-wider', message, REVERT, 'expedited')];
    },
    contacts: (base, now, tell) => base
        .filter((contact) => !now.some((other) => same(other, contact)))
        .map(({ name, role }) => tell('contact-removed', `${name} (${role}) is no longer a contact, or is reached in another way.`, REVERT, 'contacts')),
    channels: (base, now, tell) => [
        ...base
            .filter(({ id }) => !now.some((other) => other.id === id))
            .map(({ id }) => tell('channel-removed', `"${id}" receives no messages about incidents any more.`, REVERT, 'channels')),
        ...now.flatMap((channel, index) => {
            const before = base.find(({ id }) => id === channel.id);
            if (same(before, channel))
                return [];
            const variables = (0,templates/* variablesOf */.ht)(channel).join(', ');
            const what = before === undefined
                ? `"${channel.id}" (${[channel.adapter, channel.audience].filter((word) => word !== undefined).join(', ')}) receives messages about incidents too`
                : `The messages to "${channel.id}" about incidents change: ${changedKeys(before, channel).join(', ')}`;
            const sends = variables === '' ? '' : `; it reads ${variables}`;
            return [tell('channel-changed', `${what}${sends}.`, REVERT, 'channels', index)];
        }),
    ],
    windows: (base, now, tell) => {
        if (base === undefined)
            return [];
        if (now === undefined) {
            return [tell('deploy-window-changed', 'Deploys are allowed at any time.', REVERT, 'windows')];
        }
        const parts = ['timezone', 'open', 'holidays'].filter((key) => !same(base[key], now[key]));
        const lifted = base.freezes.filter((freeze) => !now.freezes.some((other) => same(other, freeze)));
        return [
            ...parts.map((key) => tell('deploy-window-changed', `Deploys are allowed at other times: "${key}" changed.`, REVERT, 'windows', key)),
            ...lifted.map(({ from, to, reason }) => tell('deploy-window-changed', `The freeze from ${from} to ${to} is removed or changed (${reason}).`, REVERT, 'windows', 'freezes')),
        ];
    },
    readiness: (base, now, tell) => [
        ...majorWeaker(base['major-changes'], now['major-changes'], tell),
        ...['snapshot-days', 'drill-days']
            .filter((key) => base[key] !== 0 && (now[key] === 0 || now[key] > base[key]))
            .map((key) => {
            const limit = now[key] === 0 ? 'is not checked any more' : `may be ${now[key]} days old instead of ${base[key]}`;
            const what = key === 'snapshot-days' ? 'newest snapshot' : 'last drill';
            return tell('readiness-weaker', `The age of the ${what} ${limit}.`, REVERT, 'readiness', key);
        }),
    ],
    drill: (base, now, tell) => [
        ...['rto-minutes', 'rpo-minutes'].flatMap((key) => {
            const [before, after] = [base.targets[key], now.targets[key]];
            if (before === undefined || (after !== undefined && after <= before))
                return [];
            const text = after === undefined ? 'is removed' : `is ${after} instead of ${before}`;
            return [tell('drill-weaker', `The target ${key} of the drill ${text}.`, REVERT, 'drill', 'targets', key)];
        }),
        ...(now.preview === undefined || base.preview === now.preview
            ? []
            : [
                tell('drill-preview-changed', 'The drill sends the probes, with their headers and bodies, to another address.', 'Check whose address it is.', 'drill', 'preview'),
            ]),
    ],
    criteria: (base, now, tell) => same(base, now)
        ? []
        : [
            tell('criteria-changed', `A deploy counts as bad by other criteria: ${changedKeys(base, now).join(', ')}.`, 'Check that a bad deploy is still noticed.', 'criteria'),
        ],
    // How long and by whom a deploy is watched decides nothing about a rollback.
    monitor: () => [],
    store: (base, now, tell) => [...storeFindings(base, now, tell)],
    recovery: (base, now, tell) => now['keep-days'] >= base['keep-days']
        ? []
        : [
            tell('retention-shorter', `Databases that a restore kept may be dropped after ${(0,runtime_text/* plural */.LS)(now['keep-days'], 'day')} instead of ${base['keep-days']}.`, REVERT, 'recovery'),
        ],
    runbook: () => [],
    retention: (base, now, tell) => ['keep-last', 'keep-days']
        .filter((key) => now[key] < base[key])
        .map((key) => tell('retention-shorter', `Snapshots are removed earlier: ${key} is ${now[key]} instead of ${base[key]}.`, REVERT, 'retention', key)),
    seal: (base, now, tell) => [
        ...added(base.recipients, now.recipients).map((key) => tell('recipient-added', `Who holds the identity of ${key} can read every later snapshot, with all its secrets.`, 'Ask who holds it. Revert it if you do not know.', 'seal', 'recipients', now.recipients.indexOf(key))),
        ...added(now.recipients, base.recipients).map((key) => tell('recipient-removed', `The identity of ${key} opens no later snapshot.`, 'Set REWIND_IDENTITY of the environment to an identity of a recipient that stays.', 'seal', 'recipients')),
    ],
    sign: (base, now, tell) => {
        const [before, after] = [base?.keys ?? [], now?.keys ?? []];
        const approvers = now?.['approval-keys'] ?? [];
        if (before.length > 0 && after.length === 0) {
            const message = 'Snapshots are not signed any more: anyone with write access to the store can forge one.';
            return [tell('signing-removed', message, REVERT, 'sign')];
        }
        return [
            // The first key of all makes the configuration stronger.
            ...(before.length === 0 ? [] : added(before, after)).map((key) => tell('sign-key-added', `Snapshots that the key ${key} signed are believed.`, 'Ask who holds its secret key. Revert it if you do not know.', 'sign', 'keys', after.indexOf(key))),
            ...added(base?.['approval-keys'] ?? [], approvers).map((key) => tell('sign-key-added', `Mitigations that the key ${key} signed are lifted without a person.`, 'Ask who holds its secret key: only the approved job may. Revert it if you do not know.', 'sign', 'approval-keys', approvers.indexOf(key))),
            ...added(after, before).map((key) => tell('sign-key-removed', `Snapshots that the key ${key} signed are refused from now on.`, 'Keep the old key until its snapshots are too old to be used, unless it is in wrong hands.', 'sign', 'keys')),
        ];
    },
    resources: (base, now, tell) => base.flatMap((resource) => {
        const index = now.findIndex(({ id }) => id === resource.id);
        const other = now[index];
        if (other === undefined) {
            const message = `"${resource.id}" (${resource.provider}) is not captured and not rolled back any more.`;
            return [tell('resource-removed', message, 'Restore it if a deploy can still change it.', 'resources')];
        }
        if (same(resource, other))
            return [];
        return [
            tell('resource-changed', `"${resource.id}" captures or restores something else: ${changedKeys(resource, other).join(', ')}.`, 'Check that nothing which a deploy can change is left out.', 'resources', index),
        ];
    }),
    mitigations: (base, now, tell) => base
        .filter((one) => !now.some((other) => same(other, one)))
        .map(({ id, kind }) => tell('mitigation-changed', `The mitigation "${id}" (${kind}) is removed, or does something else.`, REVERT, 'mitigations')),
    probes: (base, now, tell) => [
        ...base
            .filter(({ id }) => !now.some((other) => other.id === id))
            .map(({ id }) => tell('probe-removed', `"${id}" does not watch production any more.`, REVERT, 'probes')),
        ...now.flatMap((probe, index) => {
            const before = base.find(({ id }) => id === probe.id);
            if (same(before, probe))
                return [];
            const keys = before === undefined ? [] : changedKeys(before, probe);
            const variables = (0,templates/* variablesOf */.ht)(probe).join(', ');
            const hosts = hostsOf(probe);
            return [
                ...(before === undefined
                    ? []
                    : [tell('probe-changed', `"${probe.id}" checks differently: ${keys.join(', ')}.`, REVERT, 'probes', index)]),
                ...(variables === '' || hosts === ''
                    ? []
                    : [tell('probe-sends', `"${probe.id}" sends ${variables} to ${hosts}.`, REVERT, 'probes', index)]),
            ];
        }),
    ],
};
function majorWeaker(base, now, tell) {
    const [before, after] = [base?.lines ?? Infinity, now?.lines ?? Infinity];
    const gone = added(now?.paths ?? [], base?.paths ?? []);
    const where = now === undefined ? ['readiness'] : ['readiness', 'major-changes'];
    const told = [
        ...gone.map((path) => `Changes of ${path} need no flag any more.`),
        ...(after <= before
            ? []
            : [
                `Large changes need no flag ${after === Infinity ? 'any more' : `below ${after} lines instead of ${before}`}.`,
            ]),
    ];
    return told.map((message) => tell('readiness-weaker', message, REVERT, ...where));
}
/** The hosts in the configuration of a probe, or its program; '' for a service whose host is not configured there. */
function hostsOf(probe) {
    if ('run' in probe)
        return probe.run[0];
    const urls = ['url' in probe ? probe.url : '', ...('steps' in probe ? probe.steps.map(({ url }) => url) : [])];
    return [...new Set(urls)].flatMap((url) => (URL.canParse(url) ? [new URL(url).host] : [])).join(', ');
}
/** The rule of a key, for values of that key: the compiler cannot pair them in a loop. */
const ruleOf = (key) => RULES[key];

;// CONCATENATED MODULE: ./lib/readiness/configuration.js







/**
 * The findings about where the file is weaker than the one of the base.
 * @param base text of the base's file; null if the base has none
 */
function comparedWithBase(file, text, config, base) {
    if (base === null)
        return [];
    const at = (...path) => ({ file, line: (0,yaml/* lineOf */.c)(text, path) });
    const parsed = (0,load/* parseConfig */.o4)(base);
    if ('config' in parsed)
        return weakerFindings(parsed.config, config, at);
    return [
        {
            level: 'warning',
            code: 'base-configuration-invalid',
            message: 'The configuration of the base is not valid, so this one cannot be compared with it.',
            remedy: 'Read the whole file: who can read snapshots, who signs them, who approves, what is captured.',
            ...at(),
        },
    ];
}
/** Checks the file of the pull request: it is valid, its recipients are real keys, and its contacts are people. */
async function configurationFindings(file, text) {
    const parsed = await (0,load/* checkConfig */.l2)(text);
    if ('problems' in parsed) {
        const findings = parsed.problems.map(({ line, key, message }) => ({
            level: 'error',
            code: 'config-invalid',
            message: `${key}: ${message}`,
            remedy: 'Correct this line; schema/rewind.schema.json gives completion in editors.',
            file,
            line,
        }));
        return { config: null, findings: [...findings, ...further(parsed.more, file)] };
    }
    const { config } = parsed;
    const at = (...path) => ({ file, line: (0,yaml/* lineOf */.c)(text, path) });
    return {
        config,
        findings: [
            ...(await (0,key_findings/* recipientFindings */.s)(config.seal.recipients, (index) => at('seal', 'recipients', index))),
            ...contactFindings(config, at),
            ...placeholderFindings(config, at),
            ...(0,duplicates/* duplicateFindings */.A)(config, at),
            ...approvalFindings(config, at),
        ],
    };
}
const further = (more, file) => more === 0
    ? []
    : [{ level: 'error', code: 'config-invalid', message: `… and ${(0,runtime_text/* plural */.LS)(more, 'more mistake')}`, file }];
function contactFindings({ contacts }, at) {
    if (contacts.length === 0) {
        return [
            {
                level: 'warning',
                code: 'contacts-missing',
                message: 'The configuration has no contacts for a failed rollback.',
                remedy: 'Add "contacts": name, role, and how to reach each person at night.',
                ...at(),
            },
        ];
    }
    return [];
}
/** Where somebody would call, or write to, nobody. @param at where a key is in the file; none: unknown */
function placeholderFindings(config, at = () => ({})) {
    return placeholdersOf(config).map(({ key, path, value }) => ({
        level: 'error',
        message: `${key} is "${value}", which is a placeholder.`,
        ...(path[0] === 'contacts'
            ? {
                code: 'contact-placeholder',
                remedy: 'Write a real name, and a channel, number or pager that is answered at night.',
            }
            : { code: 'channel-placeholder', remedy: 'Write the real value, or remove the channel.' }),
        ...at(...path),
    }));
}
function approvalFindings({ approval }, at) {
    if (approval === 'required')
        return [];
    return [
        {
            level: 'warning',
            code: 'approval-none',
            message: 'Rollbacks run without approval.',
            remedy: 'Remove this line if your GitHub plan offers required reviewers.',
            ...at('approval'),
        },
    ];
}


/***/ }),

/***/ 62100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ duplicateFindings)
/* harmony export */ });
/* harmony import */ var _providers_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3610);

const FACTS = _providers_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_FACTS */ .g;
/**
 * Resources that name the same object of a service as one before them, e.g. the same Vercel project. A project that one
 * names by its id and the other by its name is not recognised. Databases are compared by the loader, which refuses them.
 * @param at where a key is in the file; none: unknown
 */
function duplicateFindings({ resources }, at = () => ({})) {
    return resources.flatMap((resource, index) => {
        const first = resources.slice(0, index).find((other) => isSame(other, resource));
        const facts = FACTS[resource.provider];
        if (first === undefined || facts === undefined)
            return [];
        return [
            {
                level: 'warning',
                code: 'resource-duplicate',
                message: `"${first.id}" and "${resource.id}" are the same ${facts.title}${nameOf(resource, facts)}. Each plan shows its changes twice.`,
                remedy: `Remove one of the two resources, or correct what "${resource.id}" names.`,
                ...at('resources', index),
            },
        ];
    });
}
const valueOf = (entry, key) => Object.entries(entry).find(([name]) => name === key)?.[1];
function isSame(one, other) {
    const { object } = FACTS[one.provider] ?? {};
    if (one.provider !== other.provider || object === undefined)
        return false;
    if (object.same.some((key) => valueOf(one, key) !== valueOf(other, key)))
        return false;
    const { parts = [] } = object;
    return parts.length === 0 || parts.some((key) => overlap(valueOf(one, key), valueOf(other, key)));
}
/** Two lists; one that is not set holds everything. */
function overlap(one, other) {
    if (!Array.isArray(one) || !Array.isArray(other))
        return true;
    return one.some((part) => other.includes(part));
}
function nameOf(resource, { object }) {
    const named = (object?.same ?? []).flatMap((key) => {
        const value = valueOf(resource, key);
        return typeof value === 'string' ? [`${key} ${value}`] : [];
    });
    return named.length === 0 ? '' : ` (${named.join(', ')})`;
}


/***/ }),

/***/ 5271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ drillHistoryFindings),
/* harmony export */   N9: () => (/* binding */ snapshotFindings),
/* harmony export */   OA: () => (/* binding */ drillFindings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78101);



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
            message: `The newest snapshot (${newest.id}) is ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(days, 'day')} old; at most ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(maxDays, 'day is', 'days are')} allowed.`,
            remedy: 'Find out why the snapshot workflow did not run, then run it.',
        },
    ];
}
/**
 * The age of the last drill that passed, by the history in the store. GitHub disables schedules of a quiet repository
 * without notice, so a deploy must notice it. Pure.
 * @param drills oldest first, at least one
 */
function drillHistoryFindings(drills, maxDays, now) {
    const last = drills.findLast(({ verdict }) => verdict === 'passed');
    if (last === undefined) {
        const newest = drills.at(-1);
        return [
            {
                level: 'error',
                code: 'drill-never-passed',
                message: `None of the last drills (${drills.length}) passed; the newest ended as "${newest?.verdict ?? 'unknown'}".`,
                remedy: 'Correct what the drill reports, and run it again.',
            },
        ];
    }
    const days = Math.floor((now.getTime() - Date.parse(last.endedAt)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
    if (days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'drill-stale',
            message: `The last drill that passed was ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(days, 'day')} ago; at most ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(maxDays, 'day is', 'days are')} allowed.`,
            remedy: `Run "rewind drill". If ${DRILL_WORKFLOW} has a schedule, check whether GitHub disabled it.`,
        },
    ];
}
const runs = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ workflow_runs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ updated_at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })) });
/** The age of the last successful drill. GitHub delays or disables scheduled workflows without notice. */
async function drillFindings(github, maxDays, now) {
    const data = await github.find({ what: 'find the last drill', permission: 'actions: read' }, runs, (rest, target) => rest.actions.listWorkflowRuns({ ...target, workflow_id: DRILL_WORKFLOW, status: 'success', per_page: 1 }));
    if (data === null) {
        return [
            {
                level: 'warning',
                code: 'drill-none',
                message: `The repository has no workflow ${DRILL_WORKFLOW}. Without it, no restore is rehearsed.`,
                remedy: 'Copy examples/drill.yml to .github/workflows/rewind-drill.yml. Rewind checks the age of its last success.',
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
                : `The last successful drill was ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(days, 'day')} ago; at most ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(maxDays, 'day is', 'days are')} allowed.`,
            remedy: `Run ${DRILL_WORKFLOW}, and fix what it reports.`,
        },
    ];
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


/***/ })

};
