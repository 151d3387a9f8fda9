export const id = 2413;
export const ids = [2413,1450];
export const modules = {

/***/ 22413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ PROVIDER_CONFIGS)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
;// CONCATENATED MODULE: ./lib/providers/aws-scaling/config.js


const config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('aws-scaling'),
    region: fields/* awsRegion */.Ue.describe('AWS region of the scalable target.'),
    target: schemas/* string */.YjP()
        .regex(/^[\x21-\x7e]{1,1600}$/, 'must be the resource id of a scalable target, such as service/shop/web')
        .describe('Resource id of the scalable target, e.g. "service/CLUSTER/SERVICE" of ECS.'),
    dimension: schemas/* string */.YjP()
        .regex(/^[a-z0-9-]+(:[A-Za-z0-9-]+){2}$/, 'must be a scalable dimension such as ecs:service:DesiredCount')
        .describe('What is scaled, e.g. "ecs:service:DesiredCount".'),
})
    .describe('A scalable target of AWS Application Auto Scaling: its limits, and what of its scaling is suspended.');

;// CONCATENATED MODULE: ./lib/providers/cloudfront/config.js


const config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('cloudfront').describe('One CloudFront distribution and the CloudFront Functions it uses.'),
    distribution: schemas/* string */.YjP()
        .regex(/^E[A-Z0-9]{5,}$/, 'must be a distribution id (E…), not a domain name')
        .describe('Id of the distribution.'),
    invalidate: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\//, 'must begin with /'))
        .max(3000)
        .default([])
        .describe('Paths whose cached copies are dropped after a restore, e.g. ["/*"]; empty = none.'),
    wait: schemas/* int */.Whr()
        .min(0)
        .max(7200)
        .default(1800)
        .describe('Seconds to wait until a restored distribution is Deployed everywhere; 0 = do not wait.'),
    'poll-seconds': schemas/* number */.aig()
        .min(0.01)
        .max(120)
        .default(10)
        .describe('Seconds between two reads of the status while waiting.'),
});

;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/config.js


const lambda_concurrency_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('lambda-concurrency'),
    region: fields/* awsRegion */.Ue.describe('AWS region of the function.'),
    function: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be the name of a function, not its ARN')
        .describe('Name of the Lambda function.'),
    qualifier: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9_-]{1,128}$/, 'must be an alias, or the number of a version')
        .optional()
        .describe('Alias (or version) whose provisioned concurrency is captured. Leave it out if a scalable target sets it.'),
})
    .describe('Concurrency of an AWS Lambda function: reserved, and provisioned for one alias.');

// EXTERNAL MODULE: ./lib/services/gate.js
var gate = __webpack_require__(33861);
;// CONCATENATED MODULE: ./lib/providers/launchdarkly/config.js



const key = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][\w.-]*$/, 'must be a LaunchDarkly key (letters, digits, dots, dashes, underscores), not a name');
const launchdarkly_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('launchdarkly').describe('Feature flags of one LaunchDarkly project in one environment.'),
    project: key.describe('Key of the project, as in the address bar of the dashboard.'),
    environment: key.describe('Key of the environment whose targeting is captured and restored.'),
    'gate-timeout-seconds': gate/* gateTimeout */.rD.describe('How long the gate command of a recovery may run at one step of its flags.'),
});

;// CONCATENATED MODULE: ./lib/providers/neon-branch/config.js


/** Neon keeps an expiring branch for at most this many days. */
const LONGEST_DAYS = 30;
const neon_branch_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('neon-branch'),
    project: fields/* neonProject */.w_,
    branch: schemas/* string */.YjP().min(1).max(256).describe("Id (br-…) or name of production's branch."),
    url: fields/* secretReference */.QO
        .optional()
        .describe('Direct URL of a database of the branch, as a prisma resource has it: its down migrations are then backed up as a branch, not by pg_dump. Rewind does not connect to it.'),
    'keep-days': schemas/* number */.aig()
        .int()
        .min(0)
        .max(LONGEST_DAYS)
        .default(LONGEST_DAYS)
        .describe('Days until Neon deletes the branch of a snapshot (at most 30); 0: never, you delete it.'),
})
    .describe('All databases of a Neon branch: a snapshot is a child branch, a restore takes seconds at any size.');

;// CONCATENATED MODULE: ./lib/providers/neon-compute/config.js


const neon_compute_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('neon-compute'),
    project: fields/* neonProject */.w_,
    endpoint: schemas/* string */.YjP()
        .regex(/^ep-[a-z0-9-]{1,60}$/, 'must be the id of a compute endpoint (ep-…), without "-pooler"')
        .describe('Id of the compute endpoint (ep-…): the first part of the host name in the database URL.'),
})
    .describe('Size of a Neon compute: its autoscaling limits, and when it is suspended.');

;// CONCATENATED MODULE: ./lib/providers/postgres/config.js


const postgres_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('postgres'),
    url: fields/* secretReference */.QO.describe('Direct (not pooled) URL of the database, e.g. "${DATABASE_URL}".'),
    integrity: schemas/* enum */.k5n(['rows', 'content'])
        .default('rows')
        .describe('What a restore is compared by: the exact number of rows of each table, or also a hash of their content.'),
    restore: schemas/* enum */.k5n(['auto', 'swap', 'in-place'])
        .default('auto')
        .describe('swap: into a new database that then takes the name (the old one is kept); in-place: one transaction in the same database; auto: swap where this user may create databases.'),
    'maintenance-database': schemas/* string */.YjP()
        .default('postgres')
        .describe('A database of the same server to be connected to while names are swapped.'),
    'client-bin': schemas/* string */.YjP()
        .optional()
        .describe("Directory of pg_dump and pg_restore of the server's major version, when they are in an unusual place."),
    compress: schemas/* string */.YjP()
        .regex(/^[a-z0-9:=,-]+$/)
        .optional()
        .describe("pg_dump's --compress, e.g. zstd:3 (PostgreSQL 16 and later) or 1; left out: zstd where pg_dump has it, else a fast level of gzip."),
    drill: schemas/* strictObject */.rej({
        'same-server': schemas/* boolean */.zMY()
            .default(false)
            .describe('true: a drill may make its databases beside production, if the scratch place is on that server.'),
        canary: schemas/* strictObject */.rej({
            table: schemas/* string */.YjP().describe('Table of the row, as "schema.table".'),
            key: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
                .refine((key) => Object.keys(key).length > 0, 'Name at least one column.')
                .describe('Columns that find the row, with their values as text.'),
            row: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().nullable())
                .refine((row) => Object.keys(row).length > 0, 'Name at least one column.')
                .describe('Columns that must return, with their values as PostgreSQL prints them; null: NULL.'),
        })
            .optional()
            .describe('A row that never changes. A drill fails if it does not return byte for byte.'),
    })
        .optional()
        .describe('What a drill does with this database.'),
})
    .describe('A PostgreSQL database: schema and rows.');

;// CONCATENATED MODULE: ./lib/providers/prisma/config.js


const prisma_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('prisma'),
    url: fields/* secretReference */.QO.describe('Direct (not pooled) URL of the database, e.g. "${DATABASE_URL}".'),
    migrations: schemas/* string */.YjP()
        .min(1)
        .default('prisma/migrations')
        .describe('Directory of the migrations, relative to the repository.'),
    schema: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('Database schema of the migrations; left out: "schema" of the URL, else public.'),
    'lock-timeout-seconds': schemas/* number */.aig()
        .int()
        .min(1)
        .max(600)
        .default(30)
        .describe('How long a down migration may wait for locks on tables before it gives up.'),
    'client-bin': schemas/* string */.YjP()
        .optional()
        .describe('Directory of pg_dump for the backup before down migrations, when it is in an unusual place.'),
})
    .describe('The migration history of Prisma, with a down.sql beside each migration.sql.');

// EXTERNAL MODULE: ./lib/providers/rds-snapshot/config.js
var rds_snapshot_config = __webpack_require__(46299);
;// CONCATENATED MODULE: ./lib/providers/s3-bucket/config.js


const s3_bucket_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('s3-bucket').describe('The settings of one Amazon S3 bucket (not its objects).'),
    bucket: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name (3 to 63 lower-case letters, digits, dots, dashes)')
        .describe('Name of the bucket.'),
    region: fields/* awsRegion */.Ue.describe('AWS region of the bucket.'),
    'expected-owner': schemas/* string */.YjP()
        .regex(/^\d{12}$/, 'must be a 12-digit AWS account id')
        .optional()
        .describe('Account that must own the bucket; S3 refuses every call when another one does.'),
});

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/config.js


const envName = schemas/* string */.YjP().regex(/^[A-Za-z_]\w*$/, 'must be the name of an environment variable');
/** The destination of the signing secret of a re-created endpoint. */
const signingSecret = schemas/* strictObject */.rej({
    'vercel-env': schemas/* union */.KCZ([envName, schemas/* array */.YOg(envName).min(1)])
        .describe('Name (or names) of the Vercel environment variable that holds the signing secret.'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    secret: fields/* secretReference */.QO
        .optional()
        .describe('The signing secret in use now, as ${NAME}: only needed for verify-events.'),
});
const stripe_webhooks_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('stripe-webhooks').describe('Webhook endpoints and event destinations of a Stripe account.'),
    endpoints: schemas/* array */.YOg(schemas/* url */.OZ5())
        .min(1)
        .optional()
        .describe('Only endpoints whose URL begins with one of these; all when left out.'),
    connect: schemas/* array */.YOg(schemas/* url */.OZ5())
        .optional()
        .describe('URLs of Connect endpoints. Stripe never says which those are, and a re-created one must be told.'),
    'event-destinations': schemas/* boolean */.zMY()
        .default(true)
        .describe('Also capture event destinations of the v2 API (thin events, EventBridge).'),
    'signing-secrets': schemas/* record */.g1P(schemas/* string */.YjP().min(1), signingSecret)
        .optional()
        .describe('By endpoint URL (without query) or description: where the signing secret of a re-created endpoint is written. ' +
        'An endpoint without an entry is never re-created by Rewind.'),
    'verify-events': schemas/* boolean */.zMY()
        .default(false)
        .describe('Post one correctly and one wrongly signed test event to each endpoint when a restore is proven.'),
});

;// CONCATENATED MODULE: ./lib/providers/unleash/config.js



const config_name = schemas/* string */.YjP().regex(/^[A-Za-z0-9][\w.~-]*$/, 'must be an Unleash id (letters, digits, . _ ~ -)');
const unleash_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('unleash').describe('Feature flags of one Unleash project in one environment.'),
    project: config_name.default('default').describe('Id of the project, as in the address bar of the dashboard.'),
    environment: config_name.describe('Environment whose switches, strategies and variants are captured and restored.'),
    'gate-timeout-seconds': gate/* gateTimeout */.rD.describe('How long the gate command of a recovery may run at one step of its flags.'),
});

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/config.js



const vercel_deployment_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-deployment'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    'timeout-seconds': schemas/* number */.aig()
        .int()
        .min(10)
        .max(3600)
        .default(300)
        .describe('How long a switch of production may take.'),
    'gate-timeout-seconds': gate/* gateTimeout */.rD.describe('How long the gate command of a recovery may run at one stage of a rolling release.'),
    'auto-assign': schemas/* boolean */.zMY()
        .optional()
        .describe('Whether new builds get the production domains by themselves. false: "rewind promote" gives them, after the snapshot. The check says if the project differs.'),
    maintenance: schemas/* boolean */.zMY()
        .default(false)
        .describe('Whether there must be a deployment for maintenance, made by "rewind maintenance". The check says if not.'),
})
    .describe('The deployment that serves production on Vercel, domain by domain.');

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/config.js


const vercel_edge_config_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-edge-config'),
    store: schemas/* string */.YjP()
        .regex(/^ecfg_\w+$/, 'must be the id of an Edge Config store (ecfg_…)')
        .describe('Edge Config (Global Config) store id.'),
    team: fields/* vercelTeam */.TU,
})
    .describe('The items of a Vercel Edge Config (Global Config) store: flags, maintenance mode.');

;// CONCATENATED MODULE: ./lib/providers/vercel-env/config.js


const vercel_env_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-env'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    targets: schemas/* array */.YOg(schemas/* enum */.k5n(['production', 'preview', 'development']))
        .default(['production'])
        .describe('Variables of these targets are captured; one that also has other targets is captured whole.'),
    'custom-environments': schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Ids of custom environments whose variables are captured too.'),
    ignore: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Keys that are left alone, such as signing secrets that stripe-webhooks writes.'),
    'git-branches': schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether variables of single Git branches (of the target preview) are captured too.'),
})
    .describe('Environment variables of a Vercel project; a change takes effect with the next deployment.');

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/config.js


const vercel_flags_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-flags'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
    environments: schemas/* array */.YOg(schemas/* enum */.k5n(['production', 'preview', 'development']))
        .min(1)
        .default(['production'])
        .describe('Environments whose targeting is captured and restored.'),
})
    .describe('Vercel Flags of a project: variants, and per environment on or off, rules, targets.');

;// CONCATENATED MODULE: ./lib/providers/vercel-project/config.js


const vercel_project_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('vercel-project'),
    project: fields/* vercelProject */.tD,
    team: fields/* vercelTeam */.TU,
})
    .describe('Settings of a Vercel project: build, security, domains and redirects, crons, firewall, rolling releases.');

;// CONCATENATED MODULE: ./lib/providers/configs.js
// Generated from the folder by "npm run generate". Do not edit.

















const PROVIDER_CONFIGS = [
    config,
    config_config,
    lambda_concurrency_config_config,
    launchdarkly_config_config,
    neon_branch_config_config,
    neon_compute_config_config,
    postgres_config_config,
    prisma_config_config,
    rds_snapshot_config/* config */.$W,
    s3_bucket_config_config,
    stripe_webhooks_config_config,
    unleash_config_config,
    vercel_deployment_config_config,
    vercel_edge_config_config_config,
    vercel_env_config_config,
    vercel_flags_config_config,
    vercel_project_config_config,
];


/***/ }),

/***/ 46299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   EJ: () => (/* binding */ method),
/* harmony export */   GC: () => (/* binding */ sourceIdOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   fM: () => (/* binding */ kind)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97455);


/** What is captured: an RDS instance, or an Aurora cluster. */
const kind = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['instance', 'cluster']);
/** How the rows are kept: in a snapshot of RDS, in its continuous backups, or in a copy-on-write clone of a cluster. */
const method = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['snapshot', 'point-in-time', 'clone']);
const identifier = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[a-z](?!.*--)[a-z0-9-]{0,61}[a-z0-9]$/, 'must be an identifier of RDS, in lower case');
const config = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a,
    provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('rds-snapshot'),
    url: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .secretReference */ .QO.describe('Direct (not pooled) URL of production\'s database on it, e.g. "${DATABASE_URL}". Rewind only reads through it.'),
    instance: identifier.optional().describe('Identifier of the RDS instance. Set either "instance" or "cluster".'),
    cluster: identifier.optional().describe('Identifier of the Aurora PostgreSQL cluster, in place of "instance".'),
    method: method
        .default('snapshot')
        .describe('What keeps the rows: "snapshot" (a manual snapshot in RDS), "point-in-time" (the automated backups, which RDS deletes after their retention), or "clone" (a copy-on-write clone, of a cluster only).'),
    region: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .awsRegion */ .Ue.describe('AWS region of the instance or cluster.'),
    alias: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .min(1)
        .optional()
        .describe('Host name in the URL, if it is an alias (a CNAME) of the endpoint. Rewind cannot check where an alias leads.'),
})
    .refine(({ instance, cluster }) => (instance === undefined) !== (cluster === undefined), {
    message: 'Set either "instance" or "cluster".',
    path: ['instance'],
})
    .refine(({ cluster, method: chosen }) => cluster !== undefined || chosen !== 'clone', {
    message: 'Only a cluster can be cloned: set "cluster", or another method.',
    path: ['method'],
})
    .describe('An RDS for PostgreSQL instance or an Aurora PostgreSQL cluster: a copy in RDS, and a restore beside production.');
/** What production runs on. */
const kindOf = ({ cluster }) => (cluster === undefined ? 'instance' : 'cluster');
const sourceIdOf = ({ instance, cluster }) => cluster ?? instance ?? '';


/***/ }),

/***/ 97455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ secretReference),
/* harmony export */   TU: () => (/* binding */ vercelTeam),
/* harmony export */   Ue: () => (/* binding */ awsRegion),
/* harmony export */   a: () => (/* binding */ resourceId),
/* harmony export */   tD: () => (/* binding */ vercelProject),
/* harmony export */   w_: () => (/* binding */ neonProject)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Field types shared by the configurations of providers. */
const resourceId = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
    .describe('Name of this resource in plans, reports and --scope.');
/** `${NAME}`: read from the environment when Rewind needs it. A literal secret in the file is an error. */
const secretReference = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: do not put secrets in this file');
/** Vercel ids, as in the dashboard's settings pages. */
const vercelProject = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^prj_\w+$/, 'must be a project id (prj_…), not a name')
    .describe('Vercel project id.');
const vercelTeam = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^team_\w+$/, 'must be a team id (team_…)')
    .optional()
    .describe('Vercel team id; leave out for a personal account.');
const awsRegion = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1');
const neonProject = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z0-9-]{1,60}$/, 'must be the id of a Neon project, not its name')
    .describe('Neon project id.');


/***/ }),

/***/ 71450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell),
/* harmony export */   runProgram: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46193);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);



/** Time between SIGTERM and SIGKILL, and for the output that is left after the end. */
const GRACE_MS = 2_000;
/** More lines of output are counted, not logged. */
const MAX_LINES = 500;
/** The rest of a longer line is dropped. */
const MAX_LINE = 2_000;
/**
 * Runs a command with `sh -c` and logs its output line by line. It gets no credential of Rewind: the environment of child
 * processes, the variables GATE_…, and what the caller adds.
 *
 * @throws RewindError tool-missing, cancelled
 */
async function runShell(ctx, command, env, seconds) {
    for (const [name, value] of Object.entries(ctx.childEnv))
        if (name.startsWith('GATE_'))
            ctx.masker.add(value);
    let count = 0;
    return runProgram(ctx, ['sh', '-c', command], { ...ctx.childEnv, ...env }, seconds, (line) => {
        count += 1;
        if (count <= MAX_LINES)
            ctx.log.info(`  | ${line}`);
        if (count === MAX_LINES)
            ctx.log.info('  | … (more output is not shown)');
    });
}
/**
 * Runs a program in the root of the repository. At the time limit, and when the run is cancelled, it and its children are
 * ended.
 *
 * @param env the whole environment of the program
 * @param onLine gets each line of the output that is not empty, cut to 2,000 characters
 * @throws RewindError tool-missing, cancelled
 */
async function runProgram(ctx, [program, ...rest], env, seconds, onLine = () => undefined) {
    assertNotCancelled(ctx);
    // A process group of its own, so that its children end with it.
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, rest, { cwd: ctx.root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let last = null;
    for (const output of [child.stdout, child.stderr]) {
        eachLine(output, (line) => {
            last = line;
            onLine(line);
        });
    }
    const limit = { reached: false };
    const timer = setTimeout(() => {
        limit.reached = true;
        stop(child);
    }, seconds * 1000);
    const onAbort = () => stop(child);
    ctx.signal.addEventListener('abort', onAbort, { once: true });
    try {
        const { status, failure } = await ended(child, program, ctx);
        assertNotCancelled(ctx);
        return { status, failure: limit.reached ? `no end after ${seconds} s` : failure, lastLine: last };
    }
    finally {
        clearTimeout(timer);
        ctx.signal.removeEventListener('abort', onAbort);
    }
}
/** @throws RewindError cancelled */
function assertNotCancelled({ signal, resource }) {
    if (signal.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('cancelled', 'The run was cancelled.', { resource });
}
function ended(child, program, ctx) {
    return new Promise((resolve, reject) => {
        child.on('error', (error) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('tool-missing', `${program} could not be started: ${error.message}`, {
            resource: ctx.resource,
        })));
        child.on('exit', (status, signal) => {
            const how = { status, failure: signal ?? (status === 0 ? null : `exit status ${status}`) };
            // A child that it left behind may hold the output open.
            const timer = setTimeout(() => resolve(how), GRACE_MS);
            child.on('close', () => {
                clearTimeout(timer);
                resolve(how);
            });
            kill(child, 'SIGTERM');
        });
    });
}
function stop(child) {
    kill(child, 'SIGTERM');
    setTimeout(() => kill(child, 'SIGKILL'), GRACE_MS).unref();
}
function kill({ pid }, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // The whole group has ended.
    }
}
/** Keeps no more than one line, cut, in memory, however long a line is. */
function eachLine(input, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    let begun = '';
    const add = (text) => {
        begun += text.slice(0, MAX_LINE - begun.length);
    };
    const end = () => {
        const line = begun.trimEnd();
        begun = '';
        if (line.trim() !== '')
            onLine(line);
    };
    input.on('data', (bytes) => {
        const [first = '', ...others] = decoder.write(bytes).split('\n');
        add(first);
        for (const text of others) {
            end();
            add(text);
        }
    });
    input.on('end', end);
}


/***/ }),

/***/ 33861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ gate),
/* harmony export */   Rg: () => (/* binding */ runGate),
/* harmony export */   rD: () => (/* binding */ gateTimeout)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71450);



/** A shell command that decides whether a release goes on, and how many seconds it may run. */
const gate = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ command: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() });
/** The setting `gate-timeout-seconds` of a provider. */
const gateTimeout = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().min(1).max(21_600).default(600);
/**
 * Runs the gate command at one stage of a release.
 * @param where names the stage in an error, e.g. "stage 2 of 3 (50 %)"
 * @param env variables besides those of the stage
 * @throws RewindError release-gate-failed, cancelled
 */
async function runGate(ctx, { command, seconds }, where, { stage, stages, percentage }, env) {
    const all = {
        REWIND_STAGE: String(stage),
        REWIND_STAGES: String(stages),
        REWIND_PERCENTAGE: String(percentage),
        ...env,
    };
    const { failure, lastLine } = await (0,_runtime_shell_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runShell */ .E)(ctx, command, all, seconds);
    if (failure === null)
        return;
    const said = lastLine === null ? '' : `: ${ctx.masker.redact(lastLine).slice(0, 300)}`;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('release-gate-failed', `The gate command failed at ${where} with ${failure}${said}.`, {
        resource: ctx.resource,
    });
}


/***/ })

};
