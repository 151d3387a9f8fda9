export const id = 476;
export const ids = [476,903];
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

/***/ 476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readiness: () => (/* binding */ readiness)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 1 modules
var create_context = __webpack_require__(7516);
// EXTERNAL MODULE: ./lib/engine/snapshot.js
var snapshot = __webpack_require__(7732);
// EXTERNAL MODULE: ./lib/store/index.js
var lib_store = __webpack_require__(6225);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/services/github/comments.js
var comments = __webpack_require__(706);
// EXTERNAL MODULE: ./lib/services/github/environment.js
var environment = __webpack_require__(5567);
// EXTERNAL MODULE: ./lib/providers/postgres/state.js
var state = __webpack_require__(6613);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
;// CONCATENATED MODULE: ./lib/readiness/migrations/changes.js


/**
 * Compares the checkout with where it left the base.
 *
 * @param folder of the migrations, relative to the repository
 * @param base branch or commit
 * @throws RewindError input-invalid, git-history-missing
 */
async function migrationChanges(ctx, folder, base) {
    const from = await forkPoint(ctx, base);
    const changed = await git(ctx, ['diff', '--name-status', '--no-renames', '-z', from, 'HEAD', '--', folder]);
    const present = await git(ctx, ['ls-tree', '-r', '-z', '--name-only', from, '--', `${folder}/`]);
    const fields = changed.split('\0');
    const found = { A: [], M: [], D: [] };
    for (let index = 0; index + 1 < fields.length; index += 2) {
        const name = migrationOf(folder, fields[index + 1] ?? '');
        if (name !== null)
            found[fields[index] ?? '']?.push(name);
    }
    const known = present.split('\0').flatMap((path) => migrationOf(folder, path) ?? []);
    return {
        added: (found.A ?? []).sort(),
        edited: (found.M ?? []).sort(),
        removed: (found.D ?? []).sort(),
        known: known.sort(),
    };
}
/** Is a file on the base already? @throws RewindError input-invalid, git-history-missing */
async function existsOnBase(ctx, path, base) {
    const from = await forkPoint(ctx, base);
    return (await git(ctx, ['ls-tree', '-z', '--name-only', from, '--', path])) !== '';
}
/** The commit at which the change left the base. */
async function forkPoint(ctx, base) {
    if (!/^[A-Za-z0-9][\w./-]*$/.test(base) || base.includes('..')) {
        throw new errors/* RewindError */.Ir('input-invalid', `base: "${base}" is neither a branch nor a commit`);
    }
    return (await git(ctx, ['merge-base', base, 'HEAD'])).trim();
}
/** The migration whose migration.sql this is; null for other files. */
function migrationOf(folder, path) {
    if (!path.startsWith(`${folder}/`))
        return null;
    const [name, file, ...rest] = path.slice(folder.length + 1).split('/');
    return name !== undefined && file === 'migration.sql' && rest.length === 0 ? name : null;
}
async function git(ctx, args) {
    // safe.directory: in a container the checkout often belongs to another user.
    const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)('git', ['-c', 'safe.directory=*', ...args], {
        cwd: ctx.root,
        env: { ...ctx.childEnv },
        silent: true,
        ignoreReturnCode: true,
    });
    if (exitCode === 0)
        return stdout;
    throw new errors/* RewindError */.Ir('git-history-missing', `git ${args[0] ?? ''} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`);
}

// EXTERNAL MODULE: ./lib/config/load.js + 13 modules
var load = __webpack_require__(771);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(6754);
;// CONCATENATED MODULE: ./lib/readiness/configuration.js



/** Words that stand where somebody was to write something real. */
const PLACEHOLDER = /\b(todo|tbd|fixme|changeme|change-me|placeholder|example|sample|dummy|somebody|someone|nobody|john doe|jane doe|foo|bar|your[- ]\w+)\b|<[^>]*>|x{3,}|\.\.\.|…|\b555-?01\d\d\b|^[+\d\s()-]*0{6,}/i;
/** The file as a pull request would merge it: valid, sealed to real keys, and with people to call. */
async function configurationFindings(file, text) {
    const parsed = (0,load/* parseConfig */.o4)(text);
    if ('problems' in parsed) {
        const findings = parsed.problems.map(({ line, key, message }) => ({
            level: 'error',
            code: 'config-invalid',
            message: `${key}: ${message}`,
            remedy: 'Correct this line; schema/rewind.schema.json gives completion in editors.',
            file,
            line,
        }));
        return { config: null, findings };
    }
    const { config } = parsed;
    const at = (...path) => ({ file, line: (0,load/* lineOf */.cA)(text, path) });
    return {
        config,
        findings: [
            ...(await recipientFindings(config, at)),
            ...contactFindings(config, at),
            ...approvalFindings(config, at),
        ],
    };
}
async function recipientFindings({ seal }, at) {
    const found = await Promise.all(seal.recipients.map(async (recipient, index) => {
        try {
            await (0,age_keys/* assertRecipient */.Cz)(recipient);
            return [];
        }
        catch (error) {
            const { message } = (0,errors/* asRewindError */.m2)(error);
            const remedy = 'Copy the public key (age1…) that age-keygen printed.';
            return [{ level: 'error', code: 'recipient-invalid', message, remedy, ...at('seal', 'recipients', index) }];
        }
    }));
    return found.flat();
}
function contactFindings({ contacts }, at) {
    if (contacts.length === 0) {
        return [
            {
                level: 'warning',
                code: 'contacts-missing',
                message: 'The configuration names nobody to call when a rollback does not go well.',
                remedy: 'Add "contacts": who, what for, and how they are reached at night.',
                ...at(),
            },
        ];
    }
    return contacts.flatMap((contact, index) => ['name', 'reach'].flatMap((key) => PLACEHOLDER.test(contact[key])
        ? [
            {
                level: 'error',
                code: 'contact-placeholder',
                message: `contacts[${index}].${key} is "${contact[key]}": at 3 a.m. that reaches nobody.`,
                remedy: 'Write a real name, and a channel, number or pager that is answered at night.',
                ...at('contacts', index, key),
            },
        ]
        : []));
}
function approvalFindings({ approval }, at) {
    if (approval === 'required')
        return [];
    return [
        {
            level: 'warning',
            code: 'approval-none',
            message: 'Nobody has to approve a rollback.',
            remedy: 'Where GitHub offers required reviewers, take this line out.',
            ...at('approval'),
        },
    ];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/readiness/freshness.js

const DAY = 86_400_000;
/** The caller's workflow that rehearses a restore. */
const DRILL_WORKFLOW = 'rewind-drill.yml';
/**
 * @param newest null when there is none
 * @param introduced the pull request brings Rewind in: there cannot be a snapshot yet
 */
function snapshotFindings(newest, maxDays, now, introduced = false) {
    if (newest === null) {
        return [
            {
                level: introduced ? 'warning' : 'error',
                code: 'snapshot-none',
                message: 'There is no snapshot of this environment: a deploy now could not be rolled back.',
                remedy: 'Let the snapshot workflow run before the deploy (examples/pre-deploy-snapshot.yml).',
            },
        ];
    }
    const days = Math.floor((now.getTime() - Date.parse(newest.createdAt)) / DAY);
    if (days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'snapshot-stale',
            message: `The newest snapshot (${newest.id}) is ${days} days old; at most ${maxDays} are allowed.`,
            remedy: 'Look why the snapshot workflow does not run before deploys, and run it.',
        },
    ];
}
const runs = schemas/* looseObject */._H3({ workflow_runs: schemas/* array */.YOg(schemas/* looseObject */._H3({ updated_at: schemas/* string */.YjP() })) });
/** When a restore was last rehearsed with success: GitHub runs a schedule late, or stops running it, without a word. */
async function drillFindings(github, maxDays, now) {
    const { status, data } = await github.request({
        what: 'find the last drill',
        path: `/actions/workflows/${DRILL_WORKFLOW}/runs`,
        query: { status: 'success', per_page: 1 },
        permission: 'actions: read',
        accept: [404],
    }, runs.partial());
    if (status === 404) {
        return [
            {
                level: 'warning',
                code: 'drill-none',
                message: `There is no workflow ${DRILL_WORKFLOW}: nobody rehearses a restore.`,
                remedy: 'Rehearse one ("verify" with "restorable"), in a workflow of that name, so that its age is seen.',
            },
        ];
    }
    const last = data.workflow_runs?.[0];
    const days = last ? Math.floor((now.getTime() - Date.parse(last.updated_at)) / DAY) : null;
    if (days !== null && days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'drill-stale',
            message: days === null
                ? `The drill (${DRILL_WORKFLOW}) has never succeeded.`
                : `The last successful drill was ${days} days ago; at most ${maxDays} are allowed.`,
            remedy: `Run ${DRILL_WORKFLOW}, and repair what it finds.`,
        },
    ];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/providers/prisma/down.js + 1 modules
var down = __webpack_require__(6925);
// EXTERNAL MODULE: ./lib/providers/prisma/files.js
var prisma_files = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/providers/prisma/sql.js
var prisma_sql = __webpack_require__(3799);
;// CONCATENATED MODULE: ./lib/readiness/migrations/hazards.js

/** Tables with fewer rows are rewritten, scanned or indexed within moments. */
const LARGE = 100_000;
const NAME = String.raw `((?:"(?:[^"]|"")+"|[\w$]+)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[\w$]+))?)`;
const ALTER = String.raw `^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?${NAME}`;
const pattern = (text) => new RegExp(text, 'i');
const EXPAND = 'Expand first, contract later: remove it in a release after the one that stopped using it.';
/**
 * After a rollback the older code runs on the newer schema, for code goes back first and the database often stays. These
 * statements break that older code, or lose what no down migration brings back.
 */
const BREAKING = [
    {
        code: 'migration-drops-table',
        level: 'error',
        pattern: pattern(`^DROP (?:TABLE|VIEW|MATERIALIZED VIEW) (?:IF EXISTS )?${NAME}`),
        message: 'is dropped: the older code still asks for it, and a down migration brings back no row',
        remedy: EXPAND,
    },
    {
        code: 'migration-drops-column',
        level: 'error',
        pattern: pattern(String.raw `${ALTER}.*?\bDROP (?!CONSTRAINT|DEFAULT|NOT NULL|IDENTITY|EXPRESSION)(?:COLUMN )?(?:IF EXISTS )?["\w]`),
        message: 'loses a column: the older code still asks for it, and a down migration brings back no value',
        remedy: EXPAND,
    },
    {
        code: 'migration-renames',
        level: 'error',
        pattern: pattern(String.raw `${ALTER} RENAME (?!CONSTRAINT)`),
        message: 'changes a name that the older code uses',
        remedy: 'Add the new name beside the old one, write both, and remove the old one in a later release.',
    },
    {
        code: 'migration-not-null-without-default',
        level: 'error',
        pattern: pattern(String.raw `${ALTER}.*?\bADD (?:COLUMN )?(?!CONSTRAINT)(?:(?!\bDEFAULT\b|\bGENERATED\b|\bSERIAL\b|\bBIGSERIAL\b|, ADD).)*\bNOT NULL\b(?!(?:(?!, ADD).)*\b(?:DEFAULT|GENERATED)\b)`),
        message: 'gets a column that must have a value and has no default: inserts of the older code fail',
        remedy: 'Give it a default, or let it be null until every release that writes the table fills it.',
    },
    {
        code: 'migration-changes-type',
        level: 'error',
        pattern: pattern(String.raw `${ALTER}.*?\bALTER (?:COLUMN )?(?:"(?:[^"]|"")+"|[\w$]+) (?:SET DATA )?TYPE\b`),
        message: 'gets a column of another type: the older code reads and writes the former one, and the table is rewritten',
        remedy: 'Add a column of the new type, fill both, and remove the old one in a later release.',
    },
    {
        code: 'migration-enum-value',
        level: 'error',
        pattern: pattern(String.raw `^ALTER TYPE ${NAME} ADD VALUE`),
        message: 'gets a value that can never be taken out again, and that the older code does not know when it reads it',
        remedy: 'Release code that can read the value first; accept it here once that code is the one to go back to.',
    },
    {
        code: 'migration-deletes-rows',
        level: 'error',
        pattern: pattern(String.raw `^(?:TRUNCATE (?:TABLE )?(?:ONLY )?|DELETE FROM (?:ONLY )?)${NAME}`),
        message: 'loses rows that no down migration brings back',
        remedy: 'Move them into a table of their own, and remove that in a later release.',
    },
];
/** Statements that hold up others while they run over the whole table. */
const LOCKING = [
    {
        code: 'migration-sets-not-null',
        level: 'warning',
        pattern: pattern(String.raw `${ALTER}.*?\bALTER (?:COLUMN )?(?:"(?:[^"]|"")+"|[\w$]+) SET NOT NULL\b`),
        message: 'is read whole under a lock, and the older code may still write null',
        remedy: 'Add a CHECK (… IS NOT NULL) NOT VALID, validate it, then set NOT NULL.',
    },
    {
        code: 'migration-locks-table',
        level: 'warning',
        pattern: pattern(String.raw `^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY\b)(?:IF NOT EXISTS )?.*?\bON (?:ONLY )?${NAME}`),
        message: 'cannot be written while the index is built',
        remedy: 'CREATE INDEX CONCURRENTLY, in a migration of its own.',
    },
    {
        code: 'migration-locks-table',
        level: 'warning',
        pattern: pattern(String.raw `${ALTER}.*?\bADD (?:CONSTRAINT \S+ )?(?:FOREIGN KEY|CHECK)\b(?!.*\bNOT VALID\b)`),
        message: 'is read whole under a lock while the constraint is checked',
        remedy: 'Add it NOT VALID, and validate it in a migration of its own.',
    },
    {
        code: 'migration-locks-table',
        level: 'warning',
        pattern: pattern(String.raw `${ALTER}.*?\bADD (?:CONSTRAINT \S+ )?(?:UNIQUE|PRIMARY KEY)\b(?!.*\bUSING INDEX\b)`),
        message: 'can be neither read nor written while the index of the constraint is built',
        remedy: 'Build the index CONCURRENTLY first, then add the constraint USING INDEX.',
    },
    {
        code: 'migration-locks-table',
        level: 'warning',
        pattern: pattern(String.raw `^(?:VACUUM \(?FULL\)?|CLUSTER|LOCK(?: TABLE)?) (?:ONLY )?${NAME}`),
        message: 'can be neither read nor written meanwhile',
        remedy: 'Leave it out of a migration.',
    },
];
const CODES = new Set([...BREAKING, ...LOCKING].map(({ code }) => code).concat('migration-down-loses-data'));
/**
 * What a migration.sql does that makes a rollback impossible or a deploy dangerous, line by line.
 *
 * An author may accept a finding in a comment right above the statement: `-- rewind: accept CODE: reason`.
 *
 * @param tables rows per `schema.table` in the newest snapshot; null when not known
 */
function hazardsOf(script, file, tables) {
    const statements = (0,prisma_sql/* statementsOf */.GX)(script);
    const own = new Set(statements.flatMap(({ text }) => createdBy(text)));
    const findings = statements.flatMap((statement) => {
        const { text, line } = statement;
        const matches = (rules) => rules.flatMap((rule) => {
            const name = rule.pattern.exec(text)?.[1];
            // What this very script has created, no older code and no other session uses.
            return name === undefined || own.has(plain(name)) ? [] : [[rule, plain(name)]];
        });
        return [
            ...matches(BREAKING).map(([{ code, level, message, remedy }, name]) => ({
                level,
                code,
                message: `${name} ${message}.`,
                remedy,
                file,
                line,
            })),
            ...matches(LOCKING).map(([rule, name]) => locking(rule, name, tables, file, line)),
        ].map((finding) => accepted(script, statement, finding));
    });
    return [...findings, ...unknownAcceptances(script, file)];
}
function locking({ code, message, remedy }, name, tables, file, line) {
    const rows = tables?.get(name.includes('.') ? name : `public.${name}`);
    const known = rows === undefined ? 'Its size is not known.' : `It has ${rows.toLocaleString('en-US')} rows.`;
    const level = rows !== undefined && rows < LARGE ? 'info' : 'warning';
    return { level, code, message: `${name} ${message}. ${known}`, remedy, file, line };
}
/** What a down.sql loses: structure comes back by it, data does not. */
function downHazards(script, file) {
    return (0,prisma_sql/* factsOf */.xS)(script).losing.map((statement) => accepted(script, statement, {
        level: 'warning',
        code: 'migration-down-loses-data',
        message: `Taking it down loses data: ${statement.text.slice(0, 80)}`,
        remedy: 'The plan of a rollback names it too; accept it here where that is meant.',
        file,
        line: statement.line,
    }));
}
/** `"Fans"` and `fans` as PostgreSQL means them, with their schema where it is written. */
function plain(name) {
    const parts = name.match(/"(?:[^"]|"")+"|[\w$]+/g) ?? [];
    const folded = parts.map((part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase());
    return folded[0] === 'public' && folded.length === 2 ? (folded[1] ?? '') : folded.join('.');
}
const CREATED = new RegExp(String.raw `^CREATE (?:(?:GLOBAL |LOCAL )?TEMP(?:ORARY)? |UNLOGGED )?(?:TABLE|TYPE) (?:IF NOT EXISTS )?${NAME}`, 'i');
function createdBy(text) {
    const name = CREATED.exec(text)?.[1];
    return name === undefined ? [] : [plain(name)];
}
const ACCEPT = /--\s*rewind:\s*accept\s+([\w-]+)\s*(?::\s*(.*\S))?\s*$/i;
/** Comments right above a statement, from the nearest upwards. */
function commentsAbove(script, { line }) {
    const lines = script.split('\n');
    const above = [];
    for (let index = line - 2; index >= 0 && /^\s*--/.test(lines[index] ?? ''); index -= 1)
        above.push(lines[index] ?? '');
    return above;
}
function accepted(script, statement, finding) {
    if (finding.level === 'info')
        return finding;
    for (const comment of commentsAbove(script, statement)) {
        const [, code, reason] = ACCEPT.exec(comment) ?? [];
        if (code !== finding.code)
            continue;
        if (reason === undefined) {
            return { ...finding, remedy: `It is not accepted, for no reason is given: "-- rewind: accept ${code}: why".` };
        }
        return { ...finding, level: 'info', message: `${finding.message} Accepted: ${reason}` };
    }
    return finding;
}
function unknownAcceptances(script, file) {
    return script.split('\n').flatMap((text, index) => {
        const code = ACCEPT.exec(text)?.[1];
        if (code === undefined || CODES.has(code))
            return [];
        return [
            {
                level: 'warning',
                code: 'migration-accept-unknown',
                message: `"${code}" is not a finding that can be accepted.`,
                remedy: `Use one of ${[...CODES].sort().join(', ')}.`,
                file,
                line: index + 1,
            },
        ];
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(6362);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(8221);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/providers/postgres/client.js + 1 modules
var postgres_client = __webpack_require__(3352);
// EXTERNAL MODULE: ./lib/providers/prisma/client.js
var prisma_client = __webpack_require__(3952);
;// CONCATENATED MODULE: ./lib/readiness/migrations/revert.js














/** Lines of difference that are shown. */
const SHOWN = 20;
/**
 * Does each down.sql really revert its migration? Up, down and up again on an empty scratch database, with the very code
 * that a rollback uses; the text of the schema must be the same before and after. Data cannot be tried: tables are empty.
 *
 * @param names migrations to prove; those that lack a down.sql are applied, and left out of the proof
 */
async function proveReverts(config, names, ctx, server) {
    const trial = { config, ctx, server, files: await (0,prisma_files/* readMigrations */.Y)(config, ctx) };
    const findings = [];
    // After a failure the database is in an unknown state: the next one starts on a new one.
    let database = null;
    const wanted = trial.files.filter(({ name, checksum }) => names.includes(name) && checksum !== null);
    for (const migration of wanted) {
        if (database === null) {
            const built = await build(trial, migration.name);
            if ('failed' in built)
                return [...findings, built.failed];
            database = built.url;
        }
        const outcome = await prove(trial, migration, database);
        findings.push(...outcome.findings);
        if (!outcome.sound)
            database = null;
    }
    return findings;
}
/** A database with every migration before one of them. */
async function build(trial, before) {
    const url = await trial.server.createDatabase(`readiness_${trial.ctx.randomHex(6)}`);
    for (const migration of trial.files) {
        if (migration.name >= before || migration.checksum === null)
            continue;
        const failed = await up(trial, migration, url);
        if (failed !== null)
            return { failed };
    }
    return { url };
}
async function prove(trial, migration, url) {
    const { ctx } = trial;
    const begun = ctx.clock.monotonic();
    const bad = (...findings) => ({ sound: false, findings });
    const before = await schemaText(trial, url);
    const failed = await up(trial, migration, url);
    if (failed !== null)
        return bad(failed);
    if (migration.down === null)
        return { sound: true, findings: [] };
    const after = await schemaText(trial, url);
    const place = { file: migration.downPath, line: 1 };
    try {
        await revert_down(trial, migration, url);
    }
    catch (error) {
        const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
        const line = Number(/down\.sql:(\d+)/.exec(message)?.[1] ?? onlyLine(migration.down.script));
        return bad({ level: 'error', code: 'migration-down-fails', message, remedy, file: migration.downPath, line });
    }
    const left = differences(before, await schemaText(trial, url));
    if (left.length > 0) {
        return bad({
            level: 'error',
            code: 'migration-does-not-revert',
            message: `After up and down, the schema is not what it was (- before, + after):\n${left.slice(0, SHOWN).join('\n')}`,
            remedy: 'Complete down.sql; "rewind migrate generate" writes one.',
            ...place,
        });
    }
    const again = await up(trial, migration, url);
    if (again !== null) {
        return bad({
            ...again,
            code: 'migration-up-again-fails',
            message: `After it was taken down, it cannot be applied again: ${again.message}`,
        });
    }
    const other = differences(after, await schemaText(trial, url));
    if (other.length > 0) {
        return bad({
            level: 'error',
            code: 'migration-up-again-differs',
            message: `Applied again, it leads to another schema (- first, + again):\n${other.slice(0, SHOWN).join('\n')}`,
            remedy: 'Complete down.sql: something that it leaves behind changes what the migration does.',
            ...place,
        });
    }
    const took = (0,progress/* seconds */.YA)((ctx.clock.monotonic() - begun) / 1000);
    return {
        sound: true,
        findings: [
            {
                level: 'info',
                code: 'migration-reverts',
                message: `${migration.name}: up, down and up again lead to the same schema (${took}; empty tables).`,
                ...place,
            },
        ],
    };
}
/** Applies migration.sql as Prisma does: one script, recorded in its table. */
async function up({ config, ctx }, migration, url) {
    const file = `${config.migrations}/${migration.name}/migration.sql`;
    const script = await (0,promises_.readFile)((0,external_node_path_.join)(ctx.root, file));
    const sql = script.toString('utf8').replace(/^\uFEFF/, '');
    try {
        await session(ctx, url, async (client) => {
            await client.query(HISTORY_TABLE);
            await client.query(sql);
            await client.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), 1)`, [(0,external_node_crypto_.randomUUID)(), (0,digest/* sha256 */.sc)(script), migration.name]);
        });
        return null;
    }
    catch (error) {
        const position = (0,prisma_client/* positionOf */.df)(error);
        return {
            level: 'error',
            code: 'migration-up-fails',
            message: `It cannot be applied to an empty database with the migrations before it: ${(0,errors/* messageOf */.bD)(error)}`,
            remedy: 'Correct the migration; where it needs an extension or a role of the server, see docs/readiness.md.',
            file,
            line: position === null ? onlyLine(sql) : (0,prisma_sql/* lineAt */.mh)(sql, position),
        };
    }
}
/** The server does not always say where: then a script of one statement leaves no doubt. */
function onlyLine(script) {
    const [first, ...more] = (0,prisma_sql/* statementsOf */.GX)(script);
    return first && more.length === 0 ? first.line : 1;
}
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;
/** As a rollback would. */
async function revert_down({ config, ctx }, { name, down: script }, url) {
    const elsewhere = { ...ctx, credentials: { ...ctx.credentials, resolve: () => url } };
    const own = { ...config, schema: config.schema ?? 'public' };
    await (0,down/* runSteps */.rl)(own, [{ name, sha256: script?.sha256 ?? null }], elsewhere);
}
function session(ctx, url, work) {
    const address = (0,database_url/* parseDatabaseUrl */.mx)(url, {}, ctx.resource);
    return (0,connection/* withDatabase */.kR)(ctx, address, address.database, work);
}
/** The schema as pg_dump writes it, without what says nothing; the order of columns has no meaning to Prisma. */
async function schemaText({ ctx, server }, url) {
    const address = (0,database_url/* parseDatabaseUrl */.mx)(url, {}, ctx.resource);
    const args = ['--schema-only', '--no-owner', '--no-privileges', '--exclude-table=*._prisma_migrations'];
    const running = (0,postgres_client/* start */.ni)(ctx, (0,external_node_path_.join)(server.binDir, 'pg_dump'), args, address, address.database, 'dump-failed');
    const lines = (await (0,consumers_.text)((0,postgres_client/* outputOf */.jH)(running))).split('\n');
    const kept = lines.filter((line) => line.trim() !== '' && !/^(--|SET |SELECT pg_catalog\.set_config|\\)/.test(line));
    return sortedColumns(kept);
}
function sortedColumns(lines) {
    const result = [];
    let columns = null;
    for (const line of lines) {
        if (columns !== null && line.startsWith('    '))
            columns.push(line.replace(/,$/, ''));
        else {
            result.push(...(columns ?? []).sort());
            columns = null;
            result.push(line);
            if (/^CREATE (UNLOGGED )?TABLE /.test(line))
                columns = [];
        }
    }
    return result;
}
/** Lines that only one of the two has. */
function differences(before, after) {
    const count = new Map();
    for (const line of before)
        count.set(line, (count.get(line) ?? 0) - 1);
    for (const line of after)
        count.set(line, (count.get(line) ?? 0) + 1);
    return [...count].flatMap(([line, times]) => Array.from({ length: Math.abs(times) }, () => `${times < 0 ? '-' : '+'} ${line.trim()}`));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/readiness/migrations/scratch-postgres.js










const NEEDED = ['postgres', 'initdb', 'pg_dump'];
/** Who owns the scratch databases: scripts of a pull request must not run as superuser, who may start programs. */
const OWNER = 'rewind_scratch';
/**
 * Starts PostgreSQL on loopback, in a directory of its own. The version of production is taken where it is installed.
 *
 * @param major version of production; null when not known: then the newest that is installed
 * @throws RewindError pg-client-missing, database-unreachable
 */
async function startScratchPostgres(ctx, major) {
    const binDir = await findServer(ctx, major);
    const owner = await serverUser(ctx);
    const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'rewind-scratch-'));
    const password = ctx.randomHex(16);
    ctx.masker.add(password);
    const passwordFile = (0,external_node_path_.join)(home, 'password');
    await (0,promises_.writeFile)(passwordFile, password, { mode: 0o600 });
    if (owner)
        for (const path of [home, passwordFile])
            await (0,promises_.chown)(path, owner.uid, owner.gid);
    const as = { cwd: home, env: { ...ctx.childEnv, LC_ALL: 'C.UTF-8' }, ...owner };
    const data = (0,external_node_path_.join)(home, 'data');
    const initdb = (0,external_node_child_process_.spawn)((0,external_node_path_.join)(binDir, 'initdb'), ['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N'], { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    const cleanUp = () => (0,promises_.rm)(home, { recursive: true, force: true });
    const failed = await ended(initdb);
    if (failed !== null) {
        await cleanUp();
        throw new errors/* RewindError */.Ir('database-unreachable', `A scratch PostgreSQL could not be made: ${failed}`);
    }
    const port = await freePort();
    const settings = ['fsync=off', 'full_page_writes=off', 'unix_socket_directories=', 'max_connections=20'];
    const server = (0,external_node_child_process_.spawn)((0,external_node_path_.join)(binDir, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    const end = ended(server);
    const stop = async () => {
        ctx.signal.removeEventListener('abort', onAbort);
        server.kill('SIGQUIT');
        await end;
        await cleanUp();
    };
    const onAbort = () => void server.kill('SIGQUIT');
    ctx.signal.addEventListener('abort', onAbort, { once: true });
    const url = (user, database) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
    const asAdmin = (sql) => {
        const address = (0,database_url/* parseDatabaseUrl */.mx)(url('postgres', 'postgres'), {}, ctx.resource);
        return (0,connection/* withDatabase */.kR)(ctx, address, 'postgres', (client) => client.query(sql));
    };
    try {
        await untilReady(ctx, end, () => asAdmin(`CREATE ROLE ${OWNER} LOGIN NOSUPERUSER PASSWORD '${password}'`));
    }
    catch (error) {
        await stop();
        throw error;
    }
    return {
        binDir,
        createDatabase: async (name) => {
            await asAdmin(`CREATE DATABASE ${(0,connection/* quoted */.TL)(name)} OWNER ${OWNER}`);
            return url(OWNER, name);
        },
        stop,
    };
}
/** Why the program failed; null when it ended well. */
function ended(child) {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
        said = (said + text).slice(-4000);
    });
    return new Promise((resolve) => {
        child.on('error', (error) => resolve(error.message));
        child.on('close', (code) => resolve(code === 0 ? null : said.trim().split('\n').slice(-3).join(' ')));
    });
}
async function untilReady(ctx, end, ask) {
    let stopped;
    void end.then((why) => {
        stopped = why;
    });
    for (let attempt = 1;; attempt += 1) {
        try {
            await ask();
            return;
        }
        catch (error) {
            if (stopped !== undefined || attempt === 200) {
                throw new errors/* RewindError */.Ir('database-unreachable', `The scratch PostgreSQL did not start: ${stopped ?? 'no answer'}`, {
                    cause: error,
                });
            }
            await ctx.clock.sleep(100, ctx.signal);
        }
    }
}
async function findServer(ctx, major) {
    const versions = await Promise.all(['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'].map(async (root) => (await (0,promises_.readdir)(root).catch(() => [])).flatMap((name) => {
        const version = Number(/^(?:postgresql@)?(\d+)$/.exec(name)?.[1]);
        return Number.isInteger(version) ? [{ version, folder: (0,external_node_path_.join)(root, name, 'bin') }] : [];
    })));
    const installed = versions.flat().sort((a, b) => b.version - a.version);
    const wanted = installed.filter(({ version }) => version === major);
    const onPath = (ctx.childEnv.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    const folders = [...[...wanted, ...installed].map(({ folder }) => folder), ...onPath];
    const found = folders.find((folder) => NEEDED.every((program) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, program))));
    if (found !== undefined)
        return found;
    throw new errors/* RewindError */.Ir('pg-client-missing', 'There is no PostgreSQL on this runner to try the migrations on.', {
        remedy: 'GitHub\'s Ubuntu runners have one. Elsewhere add a step before: "sudo apt-get install -y postgresql" (Debian, Ubuntu).',
    });
}
/** PostgreSQL refuses to run as root: then it is another user's. */
async function serverUser(ctx) {
    if (process.getuid?.() !== 0)
        return undefined;
    for (const name of ['postgres', 'nobody']) {
        const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => idOf(ctx, flag, name)));
        if (uid !== undefined && gid !== undefined)
            return { uid, gid };
    }
    throw new errors/* RewindError */.Ir('database-unreachable', 'PostgreSQL does not run as root, and there is no other user for it.', {
        remedy: 'Run the job as another user, or install PostgreSQL, which brings its own.',
    });
}
async function idOf(ctx, flag, name) {
    const { exitCode, stdout } = await (0,exec/* getExecOutput */.H)('id', [flag, name], {
        env: { ...ctx.childEnv },
        silent: true,
        ignoreReturnCode: true,
    });
    return exitCode === 0 ? Number(stdout.trim()) : undefined;
}
async function freePort() {
    const server = (0,external_node_net_.createServer)();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return port;
}

;// CONCATENATED MODULE: ./lib/readiness/migrations/index.js









/**
 * The migrations of a pull request: nothing old was changed, each new one has a down.sql that reverts it, and what cannot
 * be reverted is pointed out by line.
 */
async function migrationFindings(config, ctx, question) {
    const folder = config.migrations.replace(/^\.\//, '').replace(/\/+$/, '');
    const changes = await migrationChanges(ctx, folder, question.base);
    const added = await addedFindings({ ...config, migrations: folder }, changes, ctx, question);
    return [...historyFindings(folder, changes), ...added];
}
/** What is applied somewhere must stay as it was applied. */
function historyFindings(folder, { added, edited, removed, known }) {
    const newest = known.at(-1) ?? '';
    const file = (name) => `${folder}/${name}/migration.sql`;
    return [
        ...edited.map((name) => ({
            level: 'error',
            code: 'migration-edited',
            message: `${name} was edited. Where it is applied already, Prisma does not apply it again and says nothing; its down.sql would not fit what is there.`,
            remedy: 'Restore the file, and write a new migration for the rest.',
            file: file(name),
            line: 1,
        })),
        ...removed.map((name) => ({
            level: 'error',
            code: 'migration-removed',
            message: `${name} was removed: it stays in every database that has it, and can no longer be taken down.`,
            remedy: 'Restore the directory, and write a new migration that undoes it.',
            file: folder,
        })),
        ...added
            .filter((name) => name < newest)
            .map((name) => ({
            level: 'error',
            code: 'migration-out-of-order',
            message: `${name} sorts before ${newest}, which is on the base already: databases would have applied the two in different orders.`,
            remedy: 'Name its directory anew, with a later time.',
            file: file(name),
            line: 1,
        })),
    ];
}
async function addedFindings(config, { added }, ctx, { tables, major }) {
    if (added.length === 0)
        return [];
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    const findings = [];
    for (const name of added) {
        const file = `${config.migrations}/${name}/migration.sql`;
        findings.push(...hazardsOf(await (0,promises_.readFile)((0,external_node_path_.join)(ctx.root, file), 'utf8'), file, tables));
        try {
            const { script, path } = (0,down/* usable */.Je)(files, name, ctx);
            findings.push(...downHazards(script, path));
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            findings.push({ level: 'error', code, message, remedy, file, line: 1 });
        }
    }
    const provable = added.some((name) => files.some((entry) => entry.name === name && entry.down !== null));
    if (!provable)
        return findings;
    const server = await startScratchPostgres(ctx, major);
    try {
        return [...findings, ...(await proveReverts(config, added, ctx, server))];
    }
    finally {
        await server.stop();
    }
}

;// CONCATENATED MODULE: ./lib/readiness/window.js
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Is this a good moment to deploy: are those who would roll back awake? A warning only: a repair may be urgent. */
function windowFindings(window, now) {
    if (window === undefined || isInside(window, now))
        return [];
    const { days, from, to, timezone } = window;
    return [
        {
            level: 'warning',
            code: 'deploy-window',
            message: `It is outside the window for deploys (${days.join(', ')} ${from}–${to} ${timezone}): merging this deploys it now.`,
            remedy: 'Merge inside the window, unless this is the repair of something worse.',
        },
    ];
}
function isInside({ timezone, days, from, to }, now) {
    const parts = new Intl.DateTimeFormat('en-GB', {
        timeZone: timezone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
    }).formatToParts(now);
    const part = (type) => parts.find((entry) => entry.type === type)?.value ?? '';
    const today = part('weekday').toLowerCase();
    const time = `${part('hour')}:${part('minute')}`;
    const open = (day) => days.some((name) => name === day);
    if (from <= to)
        return open(today) && time >= from && time <= to;
    // A window over midnight belongs to the day on which it begins.
    const yesterday = DAYS[(DAYS.indexOf(today) + 6) % 7];
    return (open(today) && time >= from) || (open(yesterday) && time <= to);
}

// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(7470);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/report/readiness.js

const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' };
const ORDER = { error: 0, warning: 1, info: 2 };
/** The same text for the summary of the job and for the comment in the pull request. */
function readinessMarkdown(ready, headline, findings) {
    const rows = [...findings]
        .sort((a, b) => ORDER[a.level] - ORDER[b.level])
        .map(({ level, resource, file, line, message, remedy, code }) => [
        `${ICON[level]} ${code}`,
        file === undefined ? resource : `${file}${line === undefined ? '' : `:${line}`}`,
        message,
        remedy ?? '',
    ]);
    return [
        `## ${ready ? '✅' : '❌'} Rollback readiness`,
        `**${(0,markdown/* escapeText */.X)(headline)}**`,
        rows.length === 0 ? 'Nothing to remark.' : (0,markdown/* table */.t)(['', 'Where', 'What', 'What to do'], rows),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/approval/protection.js
var approval_protection = __webpack_require__(5244);
;// CONCATENATED MODULE: ./lib/commands/readiness.js


















/**
 * On a pull request: could what it deploys be rolled back? Needs no secret, so it works for forks. What cannot be asked
 * without one is said, not guessed. Status 3 = no.
 */
async function readiness(session) {
    const { inputs, parts } = session;
    const ctx = (0,gate/* projectContext */.tC)(session);
    const { config, findings: aboutFile } = await configurationFindings(inputs.config, await readConfig(session));
    const rest = config === null ? [] : await examine(session, config, ctx);
    const findings = [...aboutFile.map((finding) => ({ ...finding, resource: 'configuration' })), ...rest];
    const ready = findings.every(({ level }) => level !== 'error');
    const headline = ready
        ? 'Ready: what this pull request deploys can be rolled back.'
        : 'Not ready: what this pull request deploys could not be rolled back.';
    const markdown = readinessMarkdown(ready, headline, findings);
    await comment(session, ctx, markdown);
    for (const finding of findings)
        annotate(session, finding);
    parts.log.debug(`${findings.length} findings`);
    return {
        exit: ready ? 0 : 3,
        json: JSON.parse(JSON.stringify({ ok: ready, findings })),
        text: [headline, (0,report_findings/* findingsText */._)(findings)].filter((part) => part !== '').join('\n'),
        summary: markdown,
        outputs: { verdict: ready ? 'ready' : 'not-ready' },
    };
}
async function readConfig(session) {
    const { inputs } = session;
    try {
        return await (0,promises_.readFile)(session.path(inputs.config), 'utf8');
    }
    catch (error) {
        throw new errors/* RewindError */.Ir('config-not-found', `${inputs.config} could not be read: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
        });
    }
}
const asked = (about, ask) => [about, ask];
/** Every question is asked whatever becomes of the others; one that fails becomes a finding. */
async function examine(session, config, ctx) {
    const now = (session.parts.clock ?? create_context/* systemClock */.ml).now();
    const newest = newestSnapshot(session, config, ctx);
    // Whoever asks for it hears of a failure; when nobody does, it is none.
    newest.catch(() => undefined);
    const snapshots = async () => {
        const known = await existsOnBase(ctx, session.inputs.config, session.inputs.base);
        return snapshotFindings(await newest, config.readiness['snapshot-days'], now, !known);
    };
    const parts = [
        ...(config.readiness['snapshot-days'] === 0 ? [] : [asked('snapshots', snapshots)]),
        asked('deploy window', async () => windowFindings(config['deploy-window'], now)),
        ...config.resources
            .filter((resource) => resource.provider === 'prisma')
            .map((resource) => asked(resource.id, async () => {
            const manifest = await newest.catch(() => null);
            const captured = manifest?.resources.find(({ provider }) => provider === 'postgres');
            const sizes = (0,state/* sizesOf */.gN)(captured?.state);
            return migrationFindings(resource, (0,create_context/* forResource */.i_)(ctx, resource.id), {
                base: session.inputs.base,
                tables: sizes?.tables ?? null,
                major: sizes?.major ?? null,
            });
        })),
        ...(session.run === null ? [] : onGitHub(config, ctx, now)),
    ];
    const found = await Promise.all(parts.map(async ([resource, ask]) => {
        try {
            return (await ask()).map((finding) => ({ ...finding, resource }));
        }
        catch (error) {
            return [{ ...unanswered(error), resource }];
        }
    }));
    return found.flat();
}
function onGitHub(config, ctx, now) {
    const github = (0,client.createGitHub)(ctx);
    const protection = async (name, reviewed) => (0,approval_protection/* protectionFindings */.I)(name, await (0,environment/* readEnvironment */.Qo)(github, name), reviewed);
    const fast = config.expedited;
    return [
        asked('approval', () => protection(config.environment, config.approval === 'required')),
        ...(fast ? [asked('expedited environment', () => protection(fast.environment, false))] : []),
        ...(config.readiness['drill-days'] === 0
            ? []
            : [asked('drill', () => drillFindings(github, config.readiness['drill-days'], now))]),
    ];
}
/** A missing credential is no fault of the pull request: a fork has none. */
function unanswered(error) {
    const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
    const excused = code === 'credential-missing' || code === 'api-forbidden';
    return { level: excused ? 'warning' : 'error', code, message: `Could not be checked: ${message}`, remedy };
}
async function newestSnapshot(session, config, ctx) {
    const store = await (0,lib_store/* openStore */.C)(config.store, ctx);
    const repository = session.run?.repository ?? null;
    try {
        return await (0,snapshot/* findSnapshot */.Cb)(store, 'latest', { environment: config.environment, repository });
    }
    catch (error) {
        if (error instanceof errors/* RewindError */.Ir && error.code === 'snapshot-not-found')
            return null;
        throw error;
    }
}
/** On the line itself, where the runner shows it in the pull request. */
function annotate({ parts: { log } }, { level, message, remedy, file, line, code }) {
    if (file === undefined)
        return;
    const text = `${message} ${remedy ?? ''}`.trim();
    const at = { file, ...(line === undefined ? {} : { line }), title: code };
    if (level === 'error')
        log.error(text, at);
    else if (level === 'warning')
        log.warn(text, at);
    else
        log.info(text, at);
}
/** One comment, kept up to date. A fork's token may not write: then the summary has to do. */
async function comment(session, ctx, markdown) {
    const number = session.run === null ? null : (0,comments/* pullRequestOf */._)(session.run);
    if (number === null)
        return;
    try {
        const body = session.parts.masker.redact(markdown);
        const url = await (0,comments/* upsertComment */.l)((0,client.createGitHub)(ctx), number, 'readiness', body, 'pull-requests: write');
        session.parts.log.info(`Comment: ${url}`);
    }
    catch (error) {
        session.parts.log.info(`No comment in the pull request (see the summary instead): ${(0,errors/* asRewindError */.m2)(error).message}`);
    }
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findingsMarkdown),
/* harmony export */   _: () => (/* binding */ findingsText)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3021);

const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' };
function findingsText(findings) {
    return findings
        .map(({ level, resource, message, remedy, code }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${remedy}`;
        return `${level}: [${resource}] ${message} (${code})${next}`;
    })
        .join('\n');
}
function findingsMarkdown(findings) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
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


/***/ })

};
