export const id = 5578;
export const ids = [5578];
export const modules = {

/***/ 996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xf: () => (/* binding */ approvalOf),
  Wc: () => (/* binding */ assertEnvironment),
  jq: () => (/* binding */ assertProtected),
  l1: () => (/* binding */ chooseApproval)
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

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var github_environment = __webpack_require__(5567);
// EXTERNAL MODULE: ./lib/approval/protection.js
var protection = __webpack_require__(5244);
;// CONCATENATED MODULE: ./lib/approval/gate.js





/** An expedited run may begin this many minutes late, because it was planned in time. */
const GRACE_MINUTES = 10;
/** @throws RewindError environment-mismatch */
function assertEnvironment({ inputs }, { config }) {
    if (inputs.environment === null || inputs.environment === config.environment)
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
    const { config } = project;
    if (session.run === null)
        return [];
    if (config.approval === 'none')
        return [NO_APPROVAL];
    const github = (0,client.createGitHub)(session.context);
    const findings = (0,protection/* protectionFindings */.I)(config.environment, await (0,github_environment/* readEnvironment */.Qo)(github, config.environment));
    for (const { level, code, message, remedy } of findings) {
        if (level === 'error') {
            throw new errors/* RewindError */.Ir(code === 'environment-missing' ? code : 'environment-unprotected', message, {
                remedy,
            });
        }
    }
    return findings;
}
const NO_APPROVAL = {
    level: 'warning',
    code: 'approval-none',
    message: 'This rollback needs no approval: rewind.yml has "approval: none".',
    remedy: 'Remove that line if your GitHub plan offers required reviewers.',
};
/** The approval that a new plan needs; expedited only if its environment exists. */
async function chooseApproval(session, { config }, plan, manifest, trust) {
    const rule = config.expedited;
    const now = session.context.clock.now();
    const decision = decideApproval(plan, manifest, trust, rule, now);
    if (session.run === null || decision.approval === 'reviewed' || rule === undefined)
        return decision;
    const environment = await (0,github_environment/* readEnvironment */.Qo)((0,client.createGitHub)(session.context), rule.environment);
    const errors = (0,protection/* protectionFindings */.I)(rule.environment, environment, false).filter(({ level }) => level === 'error');
    return errors.length === 0
        ? decision
        : { approval: 'reviewed', closed: errors.map(({ message }) => message.replace(/\.$/, '')) };
}
/**
 * Who approved this run, or why its plan may be expedited. Called before the first change.
 * @throws RewindError approval-missing, expedited-closed
 */
async function approvalOf(session, { config }, plan, snapshot) {
    const { run, inputs, context: ctx } = session;
    if (run === null) {
        return {
            requestedBy: ctx.env.text('USER') ?? 'unknown',
            kind: 'command line',
            approvedBy: [],
            skipped: null,
            url: null,
        };
    }
    const requestedBy = run.triggeredBy === run.actor ? run.actor : `${run.actor}, re-run by ${run.triggeredBy}`;
    const origin = { requestedBy, url: run.url };
    if (inputs.approval === 'expedited') {
        const { manifest, trust } = await snapshot;
        const now = ctx.clock.now();
        const { closed } = decideApproval(plan, manifest, trust, config.expedited, now, GRACE_MINUTES);
        if (closed.length > 0) {
            throw new errors/* RewindError */.Ir('expedited-closed', 'This rollback may not be expedited. Nothing was changed.', {
                problems: closed,
            });
        }
        const { environment = '', minutes = 0 } = config.expedited ?? {};
        const approvedBy = await approvers(session, run.runId, environment);
        const skipped = `the review of "${config.environment}": the snapshot is at most ${minutes} minutes old, and no data is lost`;
        return { ...origin, kind: 'expedited', approvedBy, skipped };
    }
    if (config.approval === 'none') {
        return { ...origin, kind: 'none', approvedBy: [], skipped: 'the approval: rewind.yml has "approval: none"' };
    }
    const approvedBy = await approvers(session, run.runId, config.environment);
    if (approvedBy.length === 0) {
        throw new errors/* RewindError */.Ir('approval-missing', `Nobody has approved run ${run.runId} for "${config.environment}".`, {
            remedy: `Name the environment in the job (environment: ${config.environment}) and let a reviewer approve it. An administrator's bypass does not count.`,
        });
    }
    if (approvedBy.every((login) => login === run.triggeredBy)) {
        ctx.log.warn(`${run.triggeredBy} approved a rollback that they started themselves. Nobody else reviewed the plan.`);
    }
    return { ...origin, kind: 'reviewed', approvedBy, skipped: null };
}
async function approvers(session, runId, environment) {
    const approvals = await (0,github_environment/* readApprovals */.RJ)((0,client.createGitHub)(session.context), runId, environment);
    return [...new Set(approvals.map(({ login }) => login))];
}


/***/ }),

/***/ 2267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ plan),
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
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(9952);
;// CONCATENATED MODULE: ./lib/providers/cloudfront/facts.js
const facts = {
    title: 'Amazon CloudFront distribution',
    captured: 'distribution config and associated functions',
    restored: 'with ETag; then invalidation',
    live: 'everything, in minutes',
    nextDeployment: 'nothing',
    notRestored: 'deleted distributions',
    peer: "moto (parts), botocore's description, the AWS SDK",
    affects: 'visitors, while the distribution deploys and its caches fill again (minutes)',
    findings: {
        'cloudfront-continuous-deployment': {
            meaning: 'The distribution takes part in a continuous deployment, which Rewind leaves alone.',
            remedy: 'Finish or abandon it before a rollback.',
        },
        'cloudfront-function-missing': {
            meaning: 'A CloudFront Function in use has no LIVE stage.',
            remedy: 'Publish it, or remove it from the distribution.',
        },
        'cloudfront-key-value-store': {
            meaning: 'A function reads a key-value store, which is not captured.',
            remedy: 'Keep its contents under version control.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/facts.js
const facts_facts = {
    title: 'LaunchDarkly flags',
    captured: 'targeting of every flag in one environment, variations, archive',
    restored: 'one semantic patch for each flag; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'experiments; segments',
    peer: 'official client launchdarkly-api',
    affects: 'users of the flags that change, within seconds',
    findings: {
        'launchdarkly-approval-required': {
            meaning: 'The environment requires an approval for flag changes.',
            remedy: 'Grant the token bypassRequiredApproval.',
        },
        'launchdarkly-manual-flags': {
            meaning: 'A flag has an experiment or a disabled rule, which Rewind cannot write back.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/postgres/facts.js
const postgres_facts_facts = {
    title: 'PostgreSQL database',
    captured: 'schema, exact rows, a dump of the same moment',
    restored: 'into a new database that takes the name, or in place',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'roles and other objects of the server; rows written since (kept aside)',
    peer: 'PostgreSQL itself; the stock age program',
    affects: 'every user and job that writes: connections are cut while the databases are swapped',
    findings: {
        'database-gone': { meaning: 'The database does not exist; the restored one takes its name.' },
        'database-in-place': {
            meaning: 'A restore locks the tables while it runs, because it cannot create a database.',
            remedy: 'Grant CREATEDB.',
        },
        'database-kept': {
            meaning: 'An earlier restore kept a database.',
            remedy: 'Drop it when it is not needed any more.',
        },
        'database-replication-slots': {
            meaning: 'Logical replication slots stay with the old database after a restore.',
            remedy: 'Recreate the slots after a restore.',
        },
        'database-restorable': { meaning: 'The dump was restored on a scratch server and compared.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/prisma/facts.js
const prisma_facts_facts = {
    title: 'Prisma migrations',
    captured: 'migration history, down.sql of each migration',
    restored: 'by down.sql, newest first',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'content of dropped columns and tables',
    peer: 'real Prisma 7',
    affects: 'code that uses what the migrations added; tables are locked while they run',
    findings: {
        'migration-directory-missing': {
            meaning: 'An applied migration is not in this checkout.',
            remedy: 'Check out the deployed commit.',
        },
        'migration-failed-row': {
            meaning: 'A migration failed halfway; "prisma migrate deploy" stops with P3009.',
            remedy: 'Undo it, then run "prisma migrate resolve".',
        },
        'migration-outside-transaction': {
            meaning: 'A statement cannot run in a transaction.',
            remedy: 'Give this statement its own migration.',
        },
        'migrations-none': { meaning: 'Prisma has not migrated this database yet.' },
        'migrations-pending': { meaning: 'The next "prisma migrate deploy" applies migrations.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/facts.js
const s3_bucket_facts_facts = {
    title: 'Amazon S3 bucket',
    captured: 'policy, CORS, public access block, ownership, versioning, encryption, lifecycle, website',
    restored: 'each as the document that it was; "not set" too',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'versioning that was never set; MFA delete',
    peer: 'moto',
    affects: 'everyone who reads or writes the bucket, under the older rules',
    findings: {
        's3-acl-not-captured': {
            meaning: 'ACLs are in force, and they are not captured.',
            remedy: 'Set object ownership to BucketOwnerEnforced.',
        },
        's3-mfa-delete': {
            meaning: 'MFA delete is on: only the root user can change versioning.',
            remedy: 'Expect a manual step.',
        },
        's3-policy-dead-principal': {
            meaning: 'The policy names users or roles that do not exist.',
            remedy: 'Remove them from the policy.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/facts.js
const stripe_webhooks_facts_facts = {
    title: 'Stripe webhook endpoints',
    captured: 'endpoints: url, events, status, description, metadata, API version, connect',
    restored: 'in place; re-created where Stripe allows nothing else',
    live: 'endpoints',
    nextDeployment: 'a new signing secret reaches the code with a deployment',
    notRestored: 'the signing secret of a deleted endpoint',
    peer: 'stripe-mock',
    affects: 'payments: Stripe sends its events to the endpoints of the snapshot',
    findings: {
        'stripe-endpoint-disabled': { meaning: 'An endpoint is disabled.', remedy: 'Enable it, or delete it.' },
        'stripe-endpoint-limit': {
            meaning: 'The account has no room for the endpoints to recreate.',
            remedy: 'Delete unused endpoints.',
        },
        'stripe-endpoint-unreachable': {
            meaning: 'A test event did not reach an endpoint.',
            remedy: 'Check the deployment behind the URL.',
        },
        'stripe-endpoints': { meaning: 'Number of endpoints in scope.' },
        'stripe-key-invalid': { meaning: 'Stripe rejects the API key.', remedy: 'Replace STRIPE_API_KEY.' },
        'stripe-live-key': {
            meaning: 'A live key is used for a resource whose name says that it is not production.',
            remedy: 'Check that this is the intended key.',
        },
        'stripe-mode-mismatch': {
            meaning: 'The snapshot and the key are of different modes.',
            remedy: 'Use a key of the mode of the snapshot.',
        },
        'stripe-near-limit': { meaning: 'The account is near the limit of endpoints.', remedy: 'Delete unused endpoints.' },
        'stripe-no-secret-target': {
            meaning: 'A new signing secret of an endpoint has no target.',
            remedy: 'Add it under signing-secrets.',
        },
        'stripe-payload-differs': {
            meaning: 'The sealed endpoints do not match the manifest.',
            remedy: 'Take a new snapshot.',
        },
        'stripe-permission': { meaning: 'The key lacks a permission.', remedy: 'Grant the permission in the message.' },
        'stripe-restricted-key': { meaning: 'The key is restricted.' },
        'stripe-secret-target-missing': {
            meaning: 'The variable for a signing secret does not exist.',
            remedy: 'Check its name under signing-secrets.',
        },
        'stripe-secret-target-unreachable': {
            meaning: 'A new signing secret could not be written to its target.',
            remedy: 'Grant access to the target.',
        },
        'stripe-signature-refused': {
            meaning: 'The application rejects correctly signed events.',
            remedy: 'Deploy it with the right signing secret.',
        },
        'stripe-signature-unchecked': {
            meaning: 'The application accepts wrongly signed events.',
            remedy: 'Verify the Stripe-Signature header.',
        },
        'stripe-signature-untested': {
            meaning: 'The signing secret is unknown, so the signature was not tested.',
            remedy: 'Add it under signing-secrets.',
        },
        'stripe-unfinished-restore': {
            meaning: 'A rollback that recreated an endpoint did not finish.',
            remedy: 'Run the rollback again.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/unleash/facts.js
const unleash_facts_facts = {
    title: 'Unleash toggles',
    captured: 'toggles, strategies, variants, segments used, per environment',
    restored: 'flag by flag; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'release plans; dependencies between flags',
    peer: 'real Unleash server 8.2 with PostgreSQL',
    affects: 'users of the toggles that change, when their client polls next',
    findings: {
        'unleash-environment': {
            meaning: 'The environment does not exist or is disabled.',
            remedy: 'Check "environment" in the configuration.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/facts.js
const vercel_deployment_facts_facts = {
    title: 'Vercel production deployment',
    captured: 'deployment in production, what each domain serves, automatic assignment, rolling release',
    restored: 'by instant rollback or promote; stray domains; automatic assignment',
    live: 'deployment and domains, in seconds',
    nextDeployment: 'automatic assignment of domains',
    notRestored: 'deleted deployments; a rolling release under way',
    peer: 'official Vercel CLI and SDK, against the same emulator',
    affects: 'everyone who uses the site: requests go to the older deployment within seconds',
    findings: {
        'no-production-deployment': { meaning: 'The project was never deployed to production.' },
        'production-pin-unknown': {
            meaning: 'Vercel does not say whether a rollback pins production.',
            remedy: 'Grant the token read access to the project.',
        },
        'rolling-release-active': { meaning: 'A rolling release is in progress; a snapshot holds its base.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/facts.js
const vercel_edge_config_facts_facts = {
    title: 'Vercel Edge Config',
    captured: 'every item: key, value, description',
    restored: 'all items in one request',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'stores owned by Vercel Flags or an integration',
    peer: 'none speaks this API: the SDK has no such operation; our emulator',
    affects: 'users of the flags and settings that change, within seconds',
    findings: {},
};

;// CONCATENATED MODULE: ./lib/providers/vercel-env/facts.js
const vercel_env_facts_facts = {
    title: 'Vercel environment variables',
    captured: 'variables with value, type, targets, branch, comment',
    restored: 'created, changed, removed, key by key',
    live: 'nothing',
    nextDeployment: 'everything',
    notRestored: 'sensitive values that are not supplied; variables of integrations',
    peer: 'official Vercel CLI and SDK (listing), against the same emulator',
    affects: 'nobody at once: variables take effect with the next deployment',
    findings: {
        'env-sensitive': {
            meaning: 'Vercel does not return the value of a sensitive variable.',
            remedy: 'Provide it as the secret REWIND_ENV_<KEY>.',
        },
        'env-skipped': { meaning: 'Variables that Vercel or an integration manages are not captured.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/facts.js
const vercel_flags_facts_facts = {
    title: 'Vercel Flags',
    captured: 'variants, on or off, rules, targets, per environment',
    restored: 'with the ETag of what was read; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'experiments; segments',
    peer: 'our emulator; shapes from the official SDK',
    affects: 'users of the flags that change',
    findings: {
        'flag-experiment': {
            meaning: 'A flag runs an experiment, which Rewind cannot write back.',
            remedy: 'Note its settings.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-project/facts.js
const vercel_project_facts_facts = {
    title: 'Vercel project settings',
    captured: 'build and security settings, domains, crons, firewall version, rolling release configuration',
    restored: 'each by its own call',
    live: 'protection, domains, redirects, crons, firewall',
    nextDeployment: 'build settings, rolling releases',
    notRestored: 'passwords; removing the last firewall configuration',
    peer: 'official Vercel SDK (reading), against the same emulator',
    affects: 'visitors of the domains and redirects that change; builds from now on',
    findings: {
        'project-password-not-captured': {
            meaning: 'Vercel does not return the password of the project.',
            remedy: 'Set it again in the dashboard if a deploy changes it.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/facts.js
// Generated from the folder by "npm run generate". Do not edit.












const PROVIDER_FACTS = {
    cloudfront: facts,
    launchdarkly: facts_facts,
    postgres: postgres_facts_facts,
    prisma: prisma_facts_facts,
    's3-bucket': s3_bucket_facts_facts,
    'stripe-webhooks': stripe_webhooks_facts_facts,
    unleash: unleash_facts_facts,
    'vercel-deployment': vercel_deployment_facts_facts,
    'vercel-edge-config': vercel_edge_config_facts_facts,
    'vercel-env': vercel_env_facts_facts,
    'vercel-flags': vercel_flags_facts_facts,
    'vercel-project': vercel_project_facts_facts,
};

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/approver.js


function approverMarkdown(plan, facts) {
    const { manifest, requestedBy, reason, cautions, contacts } = facts;
    const affected = affectedBy(plan);
    return [
        affected.length === 0 ? '' : `### Who is affected\n\n${(0,markdown/* table */.t)(['Who', 'By'], affected)}`,
        '### Circumstances',
        [
            ...(requestedBy === null
                ? []
                : [`- Requested by: **${(0,markdown/* escapeText */.X)(requestedBy)}**${reason === null ? '' : `: ${(0,markdown/* escapeText */.X)(reason)}`}`]),
            `- Snapshot: \`${manifest.id}\`, taken ${manifest.createdAt} (${manifest.reason}, at commit \`${manifest.commit ?? '-'}\`)`,
            originLine(facts),
            trustLine(facts),
            ...expeditedLines(facts),
            ...cautions.map(({ message, remedy }) => `- ⚠️ ${(0,markdown/* escapeText */.X)(`${message} ${remedy ?? ''}`.trim())}`),
        ].join('\n'),
        contacts.length === 0
            ? ''
            : `### Whom to call\n\n${(0,markdown/* table */.t)(['Who', 'For', 'How'], contacts.map(({ name, role, reach }) => [name, role, reach]))}`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function originLine({ manifest: { actor, event, run } }) {
    if (run === null)
        return '- Made on a command line, by nobody that GitHub knows.';
    return `- Made by a run that ${(0,markdown/* escapeText */.X)(actor ?? 'nobody')} started (${(0,markdown/* escapeText */.X)(event ?? 'unknown event')}): ${(0,markdown/* escapeText */.X)(run)}`;
}
function trustLine({ manifest: { id }, trust }) {
    if (trust.kind === 'signed')
        return `- Signed with the key \`${trust.keyId}\` of the configuration.`;
    return `- 🔴 **Not signed**: ${(0,markdown/* escapeText */.X)(trust.reason)}. Whoever can write to the store can have made it. Find out who made ${id} before you approve.`;
}
function expeditedLines({ decision, fast, requestedBy }) {
    if (requestedBy === null || fast === null)
        return [];
    if (decision.approval === 'expedited') {
        return [
            `- **Expedited**: it runs in "${(0,markdown/* escapeText */.X)(fast.environment)}", without the usual review: the snapshot is at most ${fast.minutes} minutes old and nothing is lost.`,
        ];
    }
    return [`- This rollback may not be expedited: ${(0,markdown/* escapeText */.X)(decision.closed.join('; '))}.`];
}
/** One row for each provider with a change: the affected people, and the changes. */
function affectedBy(plan) {
    const facts = PROVIDER_FACTS;
    return [...new Set(plan.changes.map(({ provider }) => provider))].map((id) => [
        facts[id]?.affects ?? `users of ${id}`,
        plan.changes.flatMap(({ provider, target }) => (provider === id ? [target] : [])).join(', '),
    ]);
}

// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(2367);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(9859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(3220);
;// CONCATENATED MODULE: ./lib/commands/plan.js











/** Writes the plan file. The approval is for its digest. */
/* harmony default export */ const plan = ((0,command/* defineCommand */.N)({
    name: 'plan',
    summary: 'Plan a rollback: list the changes that would return production to the snapshot. Changes nothing.',
    flags: {
        snapshot: flags/* FLAGS */.Wg.snapshot,
        database: flags/* FLAGS */.Wg.database,
        plan: flags/* FLAGS */.Wg.plan,
        reason: flags/* FLAGS */.Wg.reason,
        environment: flags/* FLAGS */.Wg.environment,
        'install-client': flags/* FLAGS */.Wg['install-client'],
        'exit-code': (0,flags/* toggle */.L$)('Exit with status 3 if there are changes.'),
    },
    examples: ['plan', 'plan --database restore', 'plan --snapshot 20261123T030405Z-1a2b3c --exit-code'],
    outputs: ['snapshot-id', 'plan-digest', 'plan-path', 'changes', 'approval'],
    async run(session) {
        const { inputs, context: ctx } = session;
        const project = await session.open();
        (0,gate/* assertEnvironment */.Wc)(session, project);
        const cautions = await (0,gate/* assertProtected */.jq)(session, project);
        const manifest = await (0,snapshot/* findSnapshot */.Cb)(project.store, inputs.snapshot, project.origin);
        for (const id of (0,live_plan/* notInSnapshot */.$J)(project.resources, manifest)) {
            ctx.log.warn(`"${id}" is not in snapshot ${manifest.id}: it was added to the configuration later and will not be rolled back.`);
        }
        const trust = await (0,engine_trust/* trustOf */.A)(project.store, manifest, project.signKeys, ctx.clock.now());
        if (trust.kind === 'unsigned')
            ctx.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
        const made = await (0,live_plan/* planFromLive */.qY)({ ...project, ctx, manifest, database: inputs.database, scope: inputs.scope });
        await writePlan(session, made);
        const decision = await (0,gate/* chooseApproval */.l1)(session, project, made, manifest, trust);
        const facts = {
            manifest,
            trust,
            decision,
            fast: project.config.expedited ?? null,
            requestedBy: session.run?.triggeredBy ?? null,
            reason: inputs.reason,
            cautions,
            contacts: project.config.contacts,
        };
        return {
            exit: inputs.exitCode && made.changes.length > 0 ? 3 : 0,
            json: (0,json/* toJson */.a)(made),
            text: `${(0,plan_text/* planText */.Pt)(made)}\n\nPlan written to ${inputs.plan}. To apply it:\n  rewind rollback --plan ${inputs.plan} --digest ${made.digest}`,
            summary: (0,plan_text/* planMarkdown */.Xg)(made, approverMarkdown(made, facts)),
            outputs: {
                'snapshot-id': made.snapshot,
                'plan-digest': made.digest,
                'plan-path': inputs.plan,
                changes: String(made.changes.length),
                approval: decision.approval,
            },
        };
    },
}));
async function writePlan(session, made) {
    const path = session.path(session.inputs.plan);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
}


/***/ }),

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ notInSnapshot),
/* harmony export */   EB: () => (/* binding */ checkResources),
/* harmony export */   qY: () => (/* binding */ planFromLive)
/* harmony export */ });
/* unused harmony export throwCombined */
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8479);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9461);





/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
async function planFromLive(request) {
    const { manifest, resources } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // The resource was configured after the snapshot, which holds no state of it.
        if (!captured)
            return [];
        if (captured.provider !== resource.providerId) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `"${resource.id}" is a ${captured.provider} in the snapshot, but a ${resource.providerId} in the configuration.`, { resource: resource.id });
        }
        const saved = parseState(resource, captured.state);
        const live = await resource.provider.capture(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
        return resource.provider.plan(saved, live);
    });
    throwCombined(outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id)])));
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .assemblePlan */ .SL)({
        createdAt: ctx.clock.now(),
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestDigest */ .It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        resources: outcomes.map(({ resource, value }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: value ?? [],
        })),
    });
}
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
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D)(resources, (resource) => resource.provider.check(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id)));
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
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
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
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan and the number of rows written since the snapshot.
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
 * - a change that an interrupted run had begun may differ in `before` and may have less to do, never more.
 *
 * @param begun keys of changes that a journal shows as begun and not ended
 * @returns the differences, one line each; empty if the approved plan still holds
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

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ settleResources),
/* harmony export */   _: () => (/* binding */ loadResources)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/** Runs a step for all resources in parallel and keeps every outcome: no failure hides another. */
async function settleResources(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
}


/***/ }),

/***/ 960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eT: () => (/* binding */ publicKeyProblem),
/* harmony export */   fv: () => (/* binding */ signContent),
/* harmony export */   gt: () => (/* binding */ publicKeyText),
/* harmony export */   jy: () => (/* binding */ readSigningKey),
/* harmony export */   yS: () => (/* binding */ verifyContent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);


/**
 * Ed25519 signatures in the format of minisign (https://jedisct1.github.io/minisign), so that `minisign -V` verifies what
 * Rewind signs. Signatures are of the prehashed kind ("ED"): over the BLAKE2b-512 of the content.
 */
/** Ed25519 keys in DER: fixed prefixes of RFC 8410, then the 32 bytes. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
/** Sizes of the parts, in bytes. */
const ALGORITHM = 2;
const KEY_ID = 8;
const KEY = 32;
const SIGNATURE = 64;
/** Before the key id of a secret key: algorithm, kind of encryption, kind of checksum, salt, two limits. */
const SECRET_HEAD = 2 + 2 + 2 + 32 + 8 + 8;
const SECRET_SIZE = SECRET_HEAD + KEY_ID + 2 * KEY + 32;
/** minisign prints the id as a little-endian number. */
const idText = (id) => Buffer.from(id).reverse().toString('hex').toUpperCase();
/** The last line that holds a key: people give the whole file or only its second line. */
const keyLine = (text) => text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('untrusted comment:'))
    .at(-1) ?? '';
/** Bytes of strict base64; null for anything else. */
function base64(text) {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text ? bytes : null;
}
function publicKeyOf(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([PUBLIC_PREFIX, bytes]), format: 'der', type: 'spki' });
}
function readPublicKey(text) {
    const bytes = base64(text);
    if (bytes?.length !== ALGORITHM + KEY_ID + KEY || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
        return null;
    return {
        id: idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID)),
        key: publicKeyOf(bytes.subarray(ALGORITHM + KEY_ID)),
    };
}
/** The mistake in a public key of the configuration, or null. Never contains the text: it may be a secret key. */
function publicKeyProblem(text) {
    if (base64(text)?.length === SECRET_SIZE) {
        return ('is a secret key, not a public key. Anyone who reads this file has it: create a new pair with ' +
            '"minisign -G -W", and put only the public key (RW…) here');
    }
    return readPublicKey(text) === null ? 'is not a minisign public key (the second line of the .pub file)' : null;
}
/**
 * Reads a secret key without a password, as `minisign -G -W` writes it: the whole file, or its second line.
 * @throws RewindError input-invalid, without the text itself
 */
function readSigningKey(text) {
    const fail = (problem) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('input-invalid', `The signing key ${problem}.`, {
        remedy: 'Create a pair with "minisign -G -W", and put the whole .key file into REWIND_SIGNING_KEY.',
    });
    const bytes = base64(keyLine(text));
    if (bytes?.length !== SECRET_SIZE || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
        throw fail('is not a minisign secret key');
    if (bytes.readUInt16LE(ALGORITHM) !== 0)
        throw fail('is protected by a password, which Rewind cannot enter');
    const id = bytes.subarray(SECRET_HEAD, SECRET_HEAD + KEY_ID);
    const seed = bytes.subarray(SECRET_HEAD + KEY_ID, SECRET_HEAD + KEY_ID + KEY);
    const half = bytes.subarray(SECRET_HEAD + KEY_ID + KEY, SECRET_HEAD + KEY_ID + 2 * KEY);
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    const derived = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    // A key without a password has no checksum of its own; its public half serves as one.
    if (!half.equals(derived))
        throw fail('is mistyped or truncated');
    return { id, key };
}
/** The public key of a signing key, as it stands under `sign.keys`. */
function publicKeyText({ id, key }) {
    const half = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    return Buffer.concat([Buffer.from('Ed'), id, half]).toString('base64');
}
const hashOf = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('blake2b512').update(content).digest();
/** The text of a `.minisig` file. @param comment one line, signed as the trusted comment */
function signContent(content, { id, key }, comment) {
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, hashOf(content), key);
    const whole = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.concat([signature, Buffer.from(comment)]), key);
    return [
        'untrusted comment: signature of a Rewind snapshot; verify it with minisign -V',
        Buffer.concat([Buffer.from('ED'), id, signature]).toString('base64'),
        `trusted comment: ${comment}`,
        whole.toString('base64'),
        '',
    ].join('\n');
}
/**
 * Verifies the text of a `.minisig` file.
 *
 * @param keys public keys, as in the configuration
 * @returns the key and the trusted comment; or why the signature does not count
 */
function verifyContent(content, text, keys) {
    const [, head = '', trusted = '', whole = ''] = text.split(/\r?\n/);
    const bytes = base64(head);
    const signedWhole = base64(whole);
    const prefix = 'trusted comment: ';
    if (bytes?.length !== ALGORITHM + KEY_ID + SIGNATURE ||
        signedWhole?.length !== SIGNATURE ||
        !trusted.startsWith(prefix))
        return 'malformed';
    const algorithm = bytes.toString('latin1', 0, ALGORITHM);
    if (algorithm !== 'ED' && algorithm !== 'Ed')
        return 'malformed';
    const keyId = idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID));
    const signer = keys.map(readPublicKey).find((key) => key?.id === keyId);
    if (!signer)
        return 'unknown-key';
    const signature = bytes.subarray(ALGORITHM + KEY_ID);
    const comment = trusted.slice(prefix.length);
    const valid = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, algorithm === 'ED' ? hashOf(content) : content, signer.key, signature) &&
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.concat([signature, Buffer.from(comment)]), signer.key, signedWhole);
    return valid ? { keyId, comment } : 'forged';
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
        lines.push('Nothing to do: production equals the snapshot in everything that this plan covers.');
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
 * The plan for a job summary, for the approver.
 * @param circumstances facts for the approver besides the plan, in Markdown
 */
function planMarkdown(plan, circumstances = '') {
    const parts = [`## Rollback plan: \`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X)(plan.environment)}\` → snapshot \`${plan.snapshot}\``];
    parts.push(plan.changes.length === 0
        ? '**Nothing to do**: production equals the snapshot in everything that this plan covers.'
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
    parts.push(circumstances, `Digest (the approval is for this digest): \`${plan.digest}\``);
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


/***/ })

};
