export const id = 610;
export const ids = [610,903];
export const modules = {

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

/***/ 4610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan),
  writePlan: () => (/* binding */ writePlan)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/engine/live-plan.js
var live_plan = __webpack_require__(6112);
// EXTERNAL MODULE: ./lib/engine/snapshot.js
var snapshot = __webpack_require__(7732);
;// CONCATENATED MODULE: ./lib/report/affected.js
/** Who feels a change of each provider, in words for the approver. */
const WHO = {
    'vercel-deployment': 'everybody who uses the site: requests go to the older deployment within seconds',
    'vercel-env': 'nobody at once: variables count from the next deployment on',
    'vercel-project': 'visitors of the domains and redirects that change; builds from now on',
    'vercel-flags': 'users of the flags that change',
    'vercel-edge-config': 'users of the flags and settings that change, within seconds',
    launchdarkly: 'users of the flags that change, within seconds',
    unleash: 'users of the toggles that change, when their client asks next',
    postgres: 'every user and job that writes: connections are cut for the moment of the exchange',
    prisma: 'code that uses what the migrations had added; tables are locked while they run',
    'stripe-webhooks': 'payments: Stripe sends its events to the endpoints as they were',
    's3-bucket': 'whoever reads or writes the bucket, under the older rules',
    cloudfront: 'visitors, while the distribution spreads and its caches fill again (minutes)',
};
/** One entry for each provider with a change; empty for a plan without changes. */
function affectedBy(plan) {
    const groups = new Map();
    for (const change of plan.changes) {
        groups.set(change.provider, [...(groups.get(change.provider) ?? []), change]);
    }
    return [...groups].map(([provider, changes]) => ({ who: WHO[provider] ?? `users of ${provider}`, changes }));
}

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/approver.js


function approverMarkdown(plan, facts) {
    const { manifest, asked, reason, cautions, contacts } = facts;
    const affected = affectedBy(plan);
    return [
        affected.length === 0
            ? ''
            : `### Who is affected\n\n${(0,markdown/* table */.t)(['Who', 'By'], affected.map(({ who, changes }) => [who, changes.map(({ target }) => target).join(', ')]))}`,
        '### Circumstances',
        [
            ...(asked === null
                ? []
                : [`- Asked by: **${(0,markdown/* escapeText */.X)(asked)}**${reason === null ? '' : `: ${(0,markdown/* escapeText */.X)(reason)}`}`]),
            `- Snapshot: \`${manifest.id}\`, taken ${manifest.createdAt} (${manifest.reason}, at commit \`${manifest.commit ?? '-'}\`)`,
            ...laneLines(facts),
            ...cautions.map(({ message, remedy }) => `- ⚠️ ${(0,markdown/* escapeText */.X)(`${message} ${remedy ?? ''}`.trim())}`),
        ].join('\n'),
        contacts.length === 0
            ? ''
            : `### Whom to call\n\n${(0,markdown/* table */.t)(['Who', 'For', 'How'], contacts.map(({ name, role, reach }) => [name, role, reach]))}`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function laneLines({ decision, fast, asked }) {
    if (asked === null || fast === null)
        return [];
    if (decision.approval === 'expedited') {
        return [
            `- **Expedited**: it runs in "${(0,markdown/* escapeText */.X)(fast.environment)}", without the usual review, for the snapshot is at most ${fast.minutes} minutes old and nothing is lost.`,
        ];
    }
    return [`- This rollback may not be expedited: ${(0,markdown/* escapeText */.X)(decision.closed.join('; '))}.`];
}

// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(2367);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
;// CONCATENATED MODULE: ./lib/commands/plan.js







/** What would be changed to return to the snapshot. Reads only; writes the plan file whose digest is approved. */
async function plan(session) {
    const { inputs, parts } = session;
    const project = await session.open();
    (0,gate/* assertEnvironment */.Wc)(session, project);
    const cautions = await (0,gate/* assertProtected */.jq)(session, project);
    const manifest = await (0,snapshot/* findSnapshot */.Cb)(project.store, inputs.snapshot, project.origin);
    for (const id of (0,live_plan/* notInSnapshot */.$J)(project.resources, manifest)) {
        parts.log.warn(`"${id}" is not in snapshot ${manifest.id}: it was configured later and will not be rolled back.`);
    }
    const made = await (0,live_plan/* planFromLive */.qY)({ ...project, parts, manifest, database: inputs.database, scope: inputs.scope });
    await writePlan(session, made);
    const decision = await (0,gate/* chooseApproval */.l1)(session, project, made, manifest);
    const facts = {
        manifest,
        decision,
        fast: project.config.expedited ?? null,
        asked: session.run?.triggeredBy ?? null,
        reason: inputs.reason,
        cautions,
        contacts: project.config.contacts,
    };
    return {
        exit: inputs.exitCode && made.changes.length > 0 ? 3 : 0,
        json: made,
        text: `${(0,plan_text/* planText */.Pt)(made)}\n\nWritten to ${inputs.plan}. To carry it out:\n  rewind rollback --plan ${inputs.plan} --digest ${made.digest}`,
        summary: (0,plan_text/* planMarkdown */.Xg)(made, approverMarkdown(made, facts)),
        outputs: {
            'snapshot-id': made.snapshot,
            'plan-digest': made.digest,
            'plan-path': inputs.plan,
            changes: String(made.changes.length),
            approval: decision.approval,
        },
    };
}
async function writePlan(session, made) {
    const path = session.path(session.inputs.plan);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
}


/***/ }),

/***/ 2367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Xg: () => (/* binding */ planMarkdown)
/* harmony export */ });
/* unused harmony export riskText */
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8479);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);


/** The plan for a terminal. */
function planText(plan) {
    const lines = [`Plan: return "${plan.environment}" to snapshot ${plan.snapshot} (database: ${plan.database})`, ''];
    if (plan.changes.length === 0)
        lines.push('Nothing to do: production equals the snapshot in all that this plan covers.');
    let stage = '';
    plan.changes.forEach((change, index) => {
        if (change.stage !== stage)
            lines.push(`${change.stage}:`);
        stage = change.stage;
        lines.push(`  ${index + 1}. ${change.target}`, `     ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change).replaceAll('\n', '; ')}${when(change)}`, ...details(change, '     '));
    });
    lines.push(...section('By hand (Rewind cannot do these):', plan.manual, (change) => change.manual ?? ''));
    lines.push(...section('Not in this plan:', plan.notSelected, (change) => `use --database ${change.database ?? ''}`));
    lines.push('', `Digest: ${plan.digest}`);
    return lines.join('\n');
}
const when = (change) => change.effect === 'live' ? '' : '  (takes effect with the next deployment)';
function details(change, indent) {
    return [
        ...change.warnings.map((warning) => `${indent}! ${warning}`),
        ...(change.dataAtRisk ?? []).map((risk) => `${indent}! data at risk: ${riskText(risk)}`),
        ...(change.confirm === undefined ? [] : [`${indent}! needs --confirm-data-loss ${change.confirm}`]),
        `${indent}undo: ${change.undo ?? 'not possible'}`,
    ];
}
function section(title, changes, note) {
    if (changes.length === 0)
        return [];
    return ['', title, ...changes.map((change) => `  - ${change.target}: ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change)}: ${note(change)}`)];
}
/** "132 rows of fans (written since the snapshot)" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : `${risk.rows.toLocaleString('en-US')} row(s) of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}
/**
 * The plan for a job summary: what the approver reads.
 * @param circumstances what the approver should know beside the plan, in Markdown
 */
function planMarkdown(plan, circumstances = '') {
    const parts = [`## Rollback plan: \`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(plan.environment)}\` → snapshot \`${plan.snapshot}\``];
    parts.push(plan.changes.length === 0
        ? '**Nothing to do**: production equals the snapshot in all that this plan covers.'
        : `**${plan.changes.length} change(s)**, database: \`${plan.database}\`. Nothing has been changed yet.`);
    if (plan.changes.length > 0)
        parts.push(changesTable(plan.changes), riskMarkdown(plan.changes));
    if (plan.manual.length > 0) {
        parts.push('### By hand', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['Resource', 'What', 'Now → then', 'What to do'], plan.manual.map((change) => [change.resource, change.target, (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change), change.manual ?? ''])));
    }
    if (plan.notSelected.length > 0) {
        parts.push('### Not in this plan', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['Resource', 'What', 'Now → then', 'Would need'], plan.notSelected.map((change) => [
            change.resource,
            change.target,
            (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change),
            `database: ${change.database ?? ''}`,
        ])));
    }
    parts.push(circumstances, `Digest (this is what is approved): \`${plan.digest}\``);
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function changesTable(changes) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .t)(['#', 'Stage', 'Resource', 'What', 'Now', 'Then', 'Effect', 'Undo'], changes.map((change, index) => [
        String(index + 1),
        change.stage,
        change.resource,
        change.target,
        change.before ?? 'absent',
        change.after ?? 'absent',
        change.effect === 'live' ? 'at once' : 'next deployment',
        change.undo ?? 'not possible',
    ]));
}
function riskMarkdown(changes) {
    const warnings = changes.flatMap((change) => [
        ...change.warnings.map((warning) => `- ⚠️ **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(change.target)}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(warning)}`),
        ...(change.dataAtRisk ?? []).map((risk) => `- 🔴 **data at risk**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(riskText(risk))}`),
        ...(change.confirm === undefined
            ? []
            : [`- 🔴 the operator must type the name of the database: \`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(change.confirm)}\``]),
    ]);
    return warnings.length === 0 ? '' : ['### Read this before you approve', ...warnings].join('\n');
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


/***/ })

};
