export const id = 9458;
export const ids = [9458];
export const modules = {

/***/ 74219:
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
    'vercel-runtime': () => __webpack_require__.e(/* import() */ 5032).then(__webpack_require__.bind(__webpack_require__, 65032)),
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
