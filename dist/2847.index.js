export const id = 2847;
export const ids = [2847];
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

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var environment = __webpack_require__(35567);
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
/** How GitHub protects the environment whose reviewers approve. @throws HttpFailure */
async function approvalFindings(github, config) {
    switch (config.approval) {
        case 'none':
            return [NO_APPROVAL];
        case 'digest':
            return [BY_DIGEST];
        case 'comment':
            return [];
        case 'required':
            return protectionOf(github, config.environment, 'reviewed');
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

/***/ 34903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf),
/* harmony export */   W: () => (/* binding */ headText)
/* harmony export */ });
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61022);

/** As it is shown, and as `incident verify --head` takes it. */
const headText = ({ seq, hash }) => `${seq}:${hash}`;
/**
 * What is wrong with a record, one sentence for each entry and each gap; empty for a sound one. A chain alone shows a change in the middle, not
 * a missing end, therefore the head is kept apart.
 *
 * @param stored in the order of their numbers
 * @param own the head of the store
 * @param shown a head that stood elsewhere, which must be part of the chain
 */
function problemsOf(stored, incident, own, shown = null) {
    const problems = [];
    let previous = null;
    let expected = 1;
    for (const { seq, entry } of stored) {
        if (expected < seq)
            problems.push(missing(expected, seq - 1));
        expected = seq + 1;
        const problem = entry === null ? 'cannot be read' : problemOf(entry, seq, incident, previous);
        if (problem !== null)
            problems.push(`Entry ${seq} ${problem}.`);
        previous = entry;
    }
    // A writer that was killed after the very first entry left no head.
    if (own === null && stored.length > 1)
        problems.push('head.json is missing: nobody can say whether the record ends here.');
    if (own === 'unreadable')
        problems.push('head.json cannot be read.');
    for (const head of [own, shown]) {
        if (head === null || head === 'unreadable')
            continue;
        const found = stored.find(({ seq }) => seq === head.seq);
        if (found === undefined)
            problems.push(`Entry ${head.seq} is missing: the record once ended with it.`);
        else if (found.entry !== null && found.entry.hash !== head.hash)
            problems.push(`Entry ${head.seq} is not the one that the record once ended with.`);
    }
    return [...new Set(problems)];
}
const missing = (from, to) => from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;
function problemOf(entry, seq, incident, previous) {
    if (entry.hash !== (0,_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .qQ)(entry))
        return 'was changed: its hash does not match its content';
    if (entry.incident !== incident)
        return `belongs to incident ${entry.incident}`;
    if (entry.seq !== seq)
        return `has the number ${entry.seq}`;
    if (seq === 1 && (entry.kind !== 'opened' || entry.previous !== null))
        return 'does not open an incident';
    if (previous !== null && entry.previous !== previous.hash)
        return `does not follow entry ${previous.seq}`;
    return null;
}


/***/ }),

/***/ 61022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   zP: () => (/* binding */ INCIDENT_ID)
/* harmony export */ });
/* unused harmony exports OBLIGATIONS, VERDICTS, KINDS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _engine_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77936);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);





/** `20261126T030405Z-1a2b3c`, as for snapshots. */
const INCIDENT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;
const SEVERITIES = ['critical', 'major', 'minor'];
/** Kinds of obligations. Each one has a command that discharges it (law 11). */
const OBLIGATIONS = [
    /** A rollback that was begun and has not succeeded. Calculated, not written. */
    'unfinished-rollback',
    /** A rollback pinned production: deploys do not reach it. */
    'production-pinned',
    /** The rollback undid changes of the release, e.g. flags, variables or migrations. They come back with the fix. */
    'changes-undone',
    /** The restore kept the previous database. It is dropped after some days. */
    'kept-database',
    /** An interrupted rollback left an object that nothing uses. */
    'leftover',
    /** A restore took back what the application wrote for events of a service. They are sent again. */
    'events-to-replay',
    /** A commit that must not be deployed again. */
    'quarantined-commit',
    /** A mitigation turned flags off. */
    'flag-off',
    /** A mitigation shows users a page of maintenance. */
    'maintenance-on',
    /** A mitigation added capacity. */
    'scaled-up',
];
/** What messages tell: one for each phase of a rollback and of its incident. */
const PHASES = ['opened', 'mitigated', 'rolled-back', 'verified', 'failed', 'recovered', 'closed'];
const digest = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const outcome = {
    digest,
    snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    done: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** When the approved run began. */
    startedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
};
const obligation = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    /** Identity within the incident, e.g. `pinned:web`. A second one with the same id is the same obligation. */
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(OBLIGATIONS),
    /** One sentence: what is not normal. */
    what: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    resource: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** What exactly: ids of changes, the name of a database, a commit. */
    items: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** Digest of the rollback that left it. */
    rollback: digest,
    /** Command that discharges it. */
    discharge: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    /** From then on it is discharged without a person; absent: only a person does it. */
    until: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$().exactOptional(),
});
/** What a watch of a deployment can find, from good to bad; `inconclusive` is everything unproven. */
const VERDICTS = ['healthy', 'inconclusive', 'watch', 'mitigate', 'roll-back'];
/** The content of an entry, by its kind. No secrets: an entry may be shown to everybody who may read the repository. */
const CONTENT = {
    opened: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), severity: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(SEVERITIES).nullable() }),
    note: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ text: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** What a watch found, and the evidence of the rule that led to it. Counts, no texts of a service. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        level: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(VERDICTS),
        /** Id of the watched deployment; null: any. */
        deployment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        criterion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        probe: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        rule: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        bad: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
        total: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
        /** Normal rate; null: the rule has none. */
        normal: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        /** Natural logarithm of the evidence, and what it had to reach; null: the rule has none. */
        evidence: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        threshold: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        /** `shared`: the previous deployment fails too. */
        suspect: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['deploy', 'shared']).nullable(),
        /** When the watch reached the level. */
        reachedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    }),
    /** What was started because of a verdict. Written before it is started, so that it is started once. */
    decided: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ workflow: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), deployment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(), reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    planned: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        digest,
        plan: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAN_KINDS */ .yX),
        snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        database: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_engine_change_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAN_DATABASE_MODES */ .ps),
        changes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int(),
        /** When the plan was made; the wait for the approval begins here. */
        plannedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
        /** Command that carries it out, and finishes it after an interruption. */
        command: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        /** Command for a person who does not finish it. */
        leave: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().exactOptional(),
        /** When the release capture that the plan uses was taken, just after the deploy; absent without one. */
        releasedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$().exactOptional(),
    }),
    approved: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, how: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), by: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) }),
    /** The outcome of a rollback, or of the undo of one. */
    'rolled-back': zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        ...outcome,
        /** Digest of the plan that it undoes; null for a rollback. */
        undoes: digest.nullable(),
        /** Runs that it took up to here; more than one: the earlier ones were interrupted, or did not finish it. */
        runs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
        /** Changes that the plan leaves to a person, as `resource/key`. */
        manual: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    }),
    /** The outcome of a recovery. `deployments`: what took production, by resource. */
    recovered: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...outcome, deployments: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) }),
    verified: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), statement: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** What the probes say after a rollback, by area. `probes`: their ids. No texts of a service. */
    observed: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        digest,
        /** Length of the watch after the verification; 0: there was none. */
        minutes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
        areas: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ area: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), state: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .RECOVERIES */ .Ym), probes: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) })),
    }),
    obligation,
    discharged: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), how: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** The outcome of a mitigation. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** The outcome of the plan that lifts one. */
    lifted: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /**
     * A step of sending a message. `intent` stands before each attempt; after a crash it has no result, and nobody knows
     * whether the message arrived.
     */
    told: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        /** `rewind/<rollback id>/<phase>/<channel>` */
        message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        channel: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        phase: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(PHASES),
        step: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['intent', 'sent', 'not-sent', 'perhaps-sent']),
        /** What the channel calls the message; null: it has no name, or is not known. */
        ref: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    }),
    closed: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
};
const KINDS = Object.keys(CONTENT);
const head = {
    incident: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(INCIDENT_ID),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    seq: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive(),
    at: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** Login of the person, or user of the machine. */
    by: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Names the event, so that the same event is recorded once however often its writer is run; null for what people write. */
    key: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Hash of the entry before; null for the first one. */
    previous: digest.nullable(),
    hash: digest,
};
const schema = zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('opened'), data: CONTENT.opened }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('note'), data: CONTENT.note }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('verdict'), data: CONTENT.verdict }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('decided'), data: CONTENT.decided }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('planned'), data: CONTENT.planned }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('approved'), data: CONTENT.approved }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rolled-back'), data: CONTENT['rolled-back'] }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('recovered'), data: CONTENT.recovered }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('verified'), data: CONTENT.verified }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('observed'), data: CONTENT.observed }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('obligation'), data: CONTENT.obligation }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('discharged'), data: CONTENT.discharged }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('mitigated'), data: CONTENT.mitigated }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('lifted'), data: CONTENT.lifted }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('told'), data: CONTENT.told }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('closed'), data: CONTENT.closed }),
]);
/** SHA-256 of the canonical JSON of an entry without its hash. */
function hashOf(entry) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)({ ...entry, hash: undefined }));
}
/** Puts an entry behind another one. */
function chain(entry, last) {
    const placed = { ...entry, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? null };
    return schema.parse({ ...placed, hash: hashOf(placed) });
}
/** @throws RewindError incident-corrupt */
function parseEntry(text, key) {
    try {
        return schema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('incident-corrupt', `${key} is not an entry of an incident.`, { cause: error });
    }
}


/***/ }),

/***/ 21022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ openObligations),
/* harmony export */   Cz: () => (/* binding */ tellsOf),
/* harmony export */   Fg: () => (/* binding */ unfinishedId),
/* harmony export */   Ly: () => (/* binding */ spansOf),
/* harmony export */   NV: () => (/* binding */ rollbacksOf),
/* harmony export */   Tk: () => (/* binding */ isInEffect),
/* harmony export */   ZK: () => (/* binding */ leaveWords),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   yP: () => (/* binding */ restoredAt)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26751);

/** Pure. @param entries of a sound record, at least one */
function statusOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const obligations = new Map();
    const plans = new Map();
    let closed = null;
    for (const { kind, data, at, by } of entries) {
        if (kind === 'planned')
            plans.set(data.digest, data);
        if (kind === 'approved') {
            const opened = unfinished(first.incident, data.digest, at, plans.get(data.digest));
            obligations.set(opened.id, opened);
        }
        if ((kind === 'rolled-back' || kind === 'recovered' || kind === 'mitigated' || kind === 'lifted') && data.ok) {
            const id = unfinishedId(data.digest);
            const open = obligations.get(id);
            if (open !== undefined)
                obligations.set(id, { ...open, discharged: { at, by, how: data.title } });
        }
        if (kind === 'obligation') {
            const open = obligations.get(data.id);
            // A rollback that is run again, or a second one, states its obligations again. They are open since the first time.
            const still = open?.discharged === null ? open : null;
            const since = still?.since ?? at;
            const rollback = still?.rollback ?? data.rollback;
            const items = [...new Set([...(still?.items ?? []), ...data.items])];
            obligations.set(data.id, { ...data, rollback, items, since, discharged: null });
        }
        if (kind === 'discharged') {
            const open = obligations.get(data.id);
            if (open !== undefined)
                obligations.set(data.id, { ...open, discharged: { at, by, how: data.how } });
        }
        if (kind === 'closed')
            closed = { at, by, reason: data.reason };
    }
    return {
        id: first.incident,
        environment: first.environment,
        title: first.data.title,
        severity: first.data.severity,
        openedAt: first.at,
        openedBy: first.by,
        closed,
        obligations: [...obligations.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
        figures: figuresOf(entries),
        head: { seq: last.seq, hash: last.hash },
    };
}
/** A rollback that was approved is to be finished, also if its run was killed before it wrote anything else. */
function unfinished(incident, digest, since, plan) {
    const leave = plan?.leave ?? ['rewind', ...leaveWords(incident, digest)].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r).join(' ');
    return {
        id: unfinishedId(digest),
        kind: 'unfinished-rollback',
        what: `The plan ${digest.slice(0, 12)} was approved, and is not carried out completely. To leave it so: ${leave}`,
        resource: null,
        items: [digest],
        rollback: digest,
        discharge: plan?.command ?? `rewind rollback --digest ${digest}`,
        since,
        discharged: null,
    };
}
/** Of the obligation to finish a rollback. */
const unfinishedId = (digest) => `unfinished-rollback:${digest.slice(0, 12)}`;
/** Words of the command for a person who does not finish a rollback. */
const leaveWords = (incident, digest) => [
    ...['incident', 'discharge', incident, '--obligation', unfinishedId(digest)],
    ...['--reason', 'why it stays unfinished'],
];
/** True if the record tells of the rollback with this digest. */
const tellsOf = ({ obligations }, digest) => obligations.some(({ kind, items }) => kind === 'unfinished-rollback' && items.includes(digest));
const openObligations = ({ obligations }) => obligations.filter(({ discharged }) => discharged === null);
/** The ends of each figure; null if the record does not hold both. Pure. */
function spansOf(entries) {
    const restored = restoredAt(entries);
    const [rollback] = rollbacksOf(entries);
    const restoring = restored === undefined ? undefined : planOf(entries, restored.data);
    const planned = rollback === undefined ? undefined : planOf(entries, rollback.data);
    const [first] = entries;
    const span = (from, to, ...of) => from === undefined || to === undefined ? null : { from, to, entries: of.filter((entry) => entry !== undefined) };
    return {
        deployToRestoredMs: span(restoring?.data.releasedAt, restored?.at, restoring, restored),
        detectedToRestoredMs: span(first?.at, restored?.at, first, restored),
        approvalWaitMs: span(planned?.data.plannedAt, rollback?.data.startedAt, planned, rollback),
    };
}
/** Outcomes of rollbacks; those of their undos are left out. Pure. */
const rollbacksOf = (entries) => entries.filter((entry) => entry.kind === 'rolled-back').filter(({ data }) => data.undoes === null);
/** True unless an undo took back what this plan did. An undo can be undone, too. Pure. */
const isInEffect = (entries, { seq, data: { digest } }) => !entries
    .filter((entry) => entry.kind === 'rolled-back')
    .some((undo) => undo.seq > seq && undo.data.ok && undo.data.undoes === digest && isInEffect(entries, undo));
/**
 * The first verification that proves a rollback which still holds. One that a probe contradicts proves nothing.
 * Undefined: there is none.
 */
function restoredAt(entries) {
    const held = new Set(rollbacksOf(entries).flatMap((entry) => (entry.data.ok && isInEffect(entries, entry) ? [entry.data.digest] : [])));
    return entries
        .filter((entry) => entry.kind === 'verified')
        .find((entry) => entry.data.ok && held.has(entry.data.digest) && !isContradicted(entries, entry));
}
/** True if the watch after this verification found an area that does not work. */
function isContradicted(entries, { seq, data: { digest } }) {
    const next = entries.find((entry) => entry.seq > seq && entry.kind === 'verified' && entry.data.digest === digest);
    return entries
        .filter((entry) => entry.kind === 'observed')
        .filter((entry) => entry.data.digest === digest && entry.seq > seq && entry.seq < (next?.seq ?? Infinity))
        .some(({ data }) => data.areas.some(({ state }) => state === 'not-recovered'));
}
function figuresOf(entries) {
    const { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } = spansOf(entries);
    return {
        deployToRestoredMs: lengthOf(deployToRestoredMs),
        detectedToRestoredMs: lengthOf(detectedToRestoredMs),
        approvalWaitMs: lengthOf(approvalWaitMs),
    };
}
/** In milliseconds; null also if the clocks of the machines that wrote the ends disagree by more than that. */
function lengthOf(span) {
    const length = span === null ? -1 : Date.parse(span.to) - Date.parse(span.from);
    return length < 0 ? null : length;
}
const planOf = (entries, { digest }) => entries.filter((entry) => entry.kind === 'planned').find(({ data }) => data.digest === digest);


/***/ }),

/***/ 51063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ inspectProbes),
/* harmony export */   n: () => (/* binding */ missingCredentials)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82913);
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

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
        throw new errors/* RewindError */.Ir('internal', `No adapter of probes is registered as "${id}".`);
    return (await load()).adapter;
}
/** What the verdict needs to know of an entry of `probes`. */
function specOf(entry, { kind }) {
    const { id, area, critical, limitMs } = entry;
    return { id, kind, area, critical, ...(limitMs === undefined ? {} : { limitMs }) };
}


/***/ }),

/***/ 63589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hz: () => (/* binding */ comparedWithBase),
  HO: () => (/* binding */ configurationFindings),
  e6: () => (/* binding */ placeholderFindings)
});

// UNUSED EXPORTS: contactFindings

// EXTERNAL MODULE: ./lib/config/load.js + 7 modules
var load = __webpack_require__(92707);
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
// EXTERNAL MODULE: ./lib/probes/templates.js
var templates = __webpack_require__(14476);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/readiness/weaker.js


const REVERT = 'Revert it, or let somebody who owns the production credentials approve the pull request.';
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
            const message = `Rollbacks may skip the review for ${now.minutes} minutes after a deploy, in "${now.environment}".`;
            return [tell('expedited-enabled', message, REVERT, 'expedited')];
        }
        if (now.minutes <= base.minutes && now.environment === base.environment)
            return [];
        const message = `More rollbacks may skip the review: ${now.minutes} minutes in "${now.environment}" instead of ${base.minutes} in "${base.environment}".`;
        return [tell('expedited-wider', message, REVERT, 'expedited')];
    },
    contacts: (base, now, tell) => base
        .filter((contact) => !now.some((other) => same(other, contact)))
        .map(({ name, role }) => tell('contact-removed', `${name} (${role}) is no contact any more, or is reached otherwise.`, REVERT, 'contacts')),
    channels: (base, now, tell) => [
        ...base
            .filter(({ id }) => !now.some((other) => other.id === id))
            .map(({ id }) => tell('channel-removed', `"${id}" is not told of incidents any more.`, REVERT, 'channels')),
        ...now.flatMap((channel, index) => {
            const before = base.find(({ id }) => id === channel.id);
            if (same(before, channel))
                return [];
            const variables = (0,templates/* variablesOf */.ht)(channel).join(', ');
            const what = before === undefined
                ? `Incidents are told to "${channel.id}" (${[channel.adapter, channel.audience].filter((word) => word !== undefined).join(', ')}) too`
                : `"${channel.id}" tells of incidents otherwise: ${changedKeys(before, channel).join(', ')}`;
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
            tell('retention-shorter', `Databases that a restore kept may be dropped after ${now['keep-days']} days instead of ${base['keep-days']}.`, REVERT, 'recovery'),
        ],
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
                    : [tell('probe-changed', `"${probe.id}" checks otherwise: ${keys.join(', ')}.`, REVERT, 'probes', index)]),
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
function* storeFindings(base, now, tell) {
    const believed = ['workflows', 'branches', 'tags'];
    const place = (store) => Object.fromEntries(Object.entries(store).filter(([key]) => !believed.includes(key)));
    if ((0,digest/* canonicalJson */.dj)(place(base)) !== (0,digest/* canonicalJson */.dj)(place(now))) {
        const keys = changedKeys(base, now).filter((key) => !believed.includes(key));
        const message = `Snapshots are kept elsewhere or otherwise: store.${keys.join(', store.')} changed.`;
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
        const message = `Snapshots of runs on the tags ${tags.join(', ')} are believed.`;
        yield tell('store-branches-wider', message, REVERT, 'store', 'tags');
    }
}
/** The rule of a key, for values of that key: the compiler cannot pair them in a loop. */
const ruleOf = (key) => RULES[key];
const same = (one, other) => (0,digest/* canonicalJson */.dj)(one) === (0,digest/* canonicalJson */.dj)(other);
const added = (before, now) => now.filter((x) => !before.includes(x));
const changedKeys = (one, other) => {
    const [a, b] = [one, other];
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !same(a?.[key], b?.[key]));
};

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
            ...approvalFindings(config, at),
        ],
    };
}
const further = (more, file) => more === 0 ? [] : [{ level: 'error', code: 'config-invalid', message: `… and ${more} more mistakes`, file }];
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

/***/ 5271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ snapshotFindings),
/* harmony export */   O: () => (/* binding */ drillFindings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83997);


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
        .map(({ level, resource, message, remedy, code }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(remedy)}`;
        return `${level}: [${resource}] ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(message)} (${code})${next}`;
    })
        .join('\n');
}
function findingsMarkdown(findings) {
    return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
}


/***/ }),

/***/ 33220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 26751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as one would type it in a shell. */
const shellWord = (word) => /^[\w.,@%+=:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;


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


/***/ })

};
