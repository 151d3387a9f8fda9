export const id = 1563;
export const ids = [1563];
export const modules = {

/***/ 58192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UF: () => (/* binding */ backupResources),
/* harmony export */   ix: () => (/* binding */ assertModeWorks),
/* harmony export */   lj: () => (/* binding */ assertDistinctDatabases),
/* harmony export */   vS: () => (/* binding */ databaseFacts)
/* harmony export */ });
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16449);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21223);
/* harmony import */ var _providers_configs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73733);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);




/**
 * Refuses two resources of one provider on one database: each would restore over the other. The comparison needs the
 * variables of the environment; a resource whose URL is not known yet is not compared.
 * @throws RewindError config-invalid
 */
function assertDistinctDatabases(resources, ctx, path) {
    const seen = new Map();
    const problems = [];
    for (const resource of resources) {
        const identity = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .identityOf */ .cu)(resource, ctx);
        if (identity === null)
            continue;
        const key = JSON.stringify([resource.providerId, identity.database, identity.part]);
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, resource.id);
        else
            problems.push(`${path}: "${first}" and "${resource.id}" are the same database, ${identity.database}.`);
    }
    if (problems.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('config-invalid', 'Two resources name one database. Nothing was changed.', {
        problems,
        remedy: 'Remove one of the two resources, or correct its URL.',
    });
}
/**
 * A resource for each database that the configuration changes but no resource of it backs up, e.g. with `prisma` alone. It
 * is captured only before a change that asks for a backup, and planned against a snapshot that holds it.
 */
async function backupResources(resources, ctx, loadProvider) {
    const known = new Set(resources.flatMap((resource) => (resource.provider.slow === true ? ((0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? []) : [])));
    const made = new Map();
    for (const resource of resources) {
        const by = resource.provider.capabilities?.database?.backupBy?.(resource.config);
        if (by === undefined)
            continue;
        const database = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? `of ${resource.id}`;
        if (known.has(database))
            continue;
        const before = made.get(database);
        if (before) {
            made.set(database, { ...before, backsUp: [...(before.backsUp ?? []), resource.id] });
            continue;
        }
        const schema = _providers_configs_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDER_CONFIGS */ .I.find(({ shape }) => shape.provider.value === by.provider);
        if (schema === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('internal', `No provider is registered as "${by.provider}".`);
        made.set(database, {
            // No configured id has a dot.
            id: `${resource.id}.database`,
            providerId: by.provider,
            config: schema.parse({ ...by.config, id: resource.id, provider: by.provider }),
            provider: await loadProvider(by.provider),
            backsUp: [resource.id],
        });
    }
    return [...made.values()];
}
const works = ({ provider }, mode) => mode !== 'none' && provider.capabilities?.database?.modes.includes(mode) === true;
/**
 * Refuses a database mode that would do nothing: somebody who asks for it believes that it does.
 *
 * @param resources those in scope, with the ones that only back up
 * @throws RewindError input-invalid
 */
async function assertModeWorks(mode, scope, resources, config, manifest, loadProvider) {
    if (mode === 'none')
        return;
    const held = (resource) => manifest.resources.some(({ id }) => id === resource.id);
    const able = resources.filter((resource) => works(resource, mode));
    if (able.some(held))
        return;
    const all = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .loadResources */ ._H)(config.resources, null, loadProvider);
    const others = all.filter((resource) => works(resource, mode) && held(resource)).map(({ id }) => id);
    const nothing = `--database ${mode} would do nothing:`;
    if (scope !== null && others.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} --scope ${scope.join(',')} has no database for it.`, {
            remedy: `Add ${others.join(' or ')} to --scope, or leave --database out.`,
        });
    }
    if (able.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} no resource of the configuration has this mode.`, {
            remedy: 'Leave --database out, or choose another mode.',
        });
    }
    const missing = able.map(({ id, backsUp }) => (backsUp === undefined ? id : `a backup of ${backsUp.join(', ')}`));
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} snapshot ${manifest.id} does not hold ${missing.join(', ')}.`, {
        remedy: 'Choose a snapshot that holds it ("rewind list" shows what each holds), or another mode.',
    });
}
/** What is known of each database of a comparison, grouped by database: two resources may work on one. */
function databaseFacts(resources, { plan, covered, hazards }, manifest, obstacles, ctx) {
    const groups = new Map();
    for (const resource of resources) {
        if (!hazards.some((entry) => entry.resource === resource.id))
            continue;
        const name = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? resource.id;
        groups.set(name, [...(groups.get(name) ?? []), resource]);
    }
    // The facts must not depend on the mode of the plan.
    const changes = [...plan.changes, ...plan.manual, ...plan.notSelected, ...covered];
    return [...groups].map(([name, members]) => {
        const ids = members.map(({ id }) => id);
        const captured = manifest.resources.filter(({ id }) => ids.includes(id));
        const modes = _engine_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .DATABASE_MODES */ .tP.filter((mode) => members.some((member) => works(member, mode)));
        const refusing = (mode) => obstacles
            .filter(({ resource }) => members.some((member) => member.id === resource && works(member, mode)))
            .map(({ message }) => message);
        const known = hazards.flatMap(({ resource, found }) => (found !== null && ids.includes(resource) ? [found] : []));
        const slow = captured.find(({ id }) => members.some((member) => member.id === id && member.provider.slow === true));
        return {
            name,
            resources: ids,
            hazards: known.length === 0 ? null : uniqueTexts(known.flat()),
            modes,
            changes: changes.filter(({ resource, database }) => database !== undefined && ids.includes(resource)),
            obstacles: { down: refusing('down'), restore: refusing('restore') },
            backupMs: slow?.durationMs ?? null,
        };
    });
}
const uniqueTexts = (all) => [
    ...new Map(all.map((entry) => [entry.text, entry])).values(),
];


/***/ }),

/***/ 61563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./lib/engine/words.js
var words = __webpack_require__(75095);
// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
;// CONCATENATED MODULE: ./lib/engine/database-advice.js


/** Advises a database mode by what the schema shows. Pure; the choice stays with the operator. */
function adviseDatabases(chosen, facts) {
    const databases = facts
        .filter(({ changes, hazards }) => changes.length > 0 || (hazards?.length ?? 0) > 0)
        .map(adviseOne);
    const recommended = new Set(databases.map((entry) => entry.recommended));
    const [only = null] = recommended;
    return { chosen, recommended: recommended.size === 1 ? only : null, databases };
}
function adviseOne(facts) {
    const modes = provider/* DATABASE_MODES */.tP.map((mode) => adviseMode(mode, facts));
    const { name, resources, hazards, backupMs } = facts;
    return { name, resources, hazards, backupMs, modes, ...recommend(facts, modes) };
}
function adviseMode(mode, { changes, modes, obstacles }) {
    if (mode === 'none')
        return { mode, possible: true, notes: [], losses: [], rows: 0 };
    const own = changes.filter(({ database }) => database === mode);
    const doing = own.filter(({ manual }) => manual === undefined);
    const refused = obstacles[mode] ?? [];
    const why = !modes.includes(mode)
        ? [WITHOUT[mode]]
        : doing.length === 0 && own.length === 0
            ? [NOTHING[mode]]
            : refused;
    const byHand = own.flatMap(({ target, manual }) => (manual === undefined ? [] : [`By hand: ${target}. ${manual}`]));
    const losses = doing.flatMap(({ dataAtRisk }) => dataAtRisk ?? []);
    return {
        mode,
        possible: why.length === 0 && doing.length > 0,
        notes: [...why, ...byHand],
        losses,
        rows: losses.some(({ rows }) => rows === null) ? null : losses.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    };
}
const WITHOUT = {
    down: 'No resource of this database takes migrations down.',
    restore: 'The snapshot holds no backup of this database.',
};
const NOTHING = {
    down: 'No migration was applied since the snapshot.',
    restore: 'No difference to restore.',
};
function recommend({ hazards }, modes) {
    const of = (mode) => modes.find((entry) => entry.mode === mode && entry.possible);
    const [down, restore] = [of('down'), of('restore')];
    if (hazards === null) {
        const reasons = ['It is unknown whether old code can run on the present schema: its columns were not compared.'];
        return { recommended: null, reasons };
    }
    const breaking = hazards.filter(({ kind }) => kind !== 'may-break');
    if (breaking.length === 0) {
        const fits = hazards.length === 0
            ? 'Every table and column of the snapshot is there as it was, so old code finds what it uses.'
            : 'Every table and column of the snapshot is there. Read what may break.';
        const damaged = 'If the deploy damaged rows, only restore brings their values back.';
        return { recommended: 'none', reasons: [fits, 'none loses no row.', ...(restore === undefined ? [] : [damaged])] };
    }
    const breaks = `With none, old code fails: ${(0,words/* counted */.h)(breaking.length, 'hazard')} of the schema.`;
    // Rows that restore takes away are gone from production; down.sql keeps what else was written since.
    if (restore?.rows === 0) {
        return { recommended: 'restore', reasons: [breaks, 'restore brings schema and values back, and loses no row.'] };
    }
    if (down !== undefined && down.rows !== null) {
        return { recommended: 'down', reasons: [breaks, ...downReasons(down, restore, breaking)] };
    }
    const unknownDown = 'What down loses is unknown: read the statements of its down.sql first.';
    if (restore !== undefined && restore.rows !== null) {
        const loses = `restore brings schema and values back, and loses ${rowsOf(restore.rows)} written since the snapshot.`;
        return {
            recommended: 'restore',
            reasons: [breaks, down === undefined ? 'down is not possible.' : unknownDown, loses],
        };
    }
    if (down === undefined && restore === undefined) {
        const reasons = [breaks, 'Neither down nor restore is possible. A fix of the new code may be safer than old code.'];
        return { recommended: 'none', reasons };
    }
    return {
        recommended: null,
        reasons: [
            breaks,
            ...(down === undefined ? [] : [unknownDown]),
            ...(restore === undefined ? [] : ['What restore loses is unknown.']),
        ],
    };
}
function downReasons({ rows }, restore, breaking) {
    const loses = rows === 0 ? 'loses no row' : `loses what is listed (${rowsOf(rows ?? 0)})`;
    const more = restore === undefined
        ? []
        : [`restore loses ${restore.rows === null ? 'an unknown number of rows' : rowsOf(restore.rows)} written since.`];
    return [
        `down returns the schema, keeps what else was written since the snapshot, and ${loses}.`,
        ...more,
        ...(breaking.some(({ kind }) => kind === 'gone')
            ? ['down does not bring back the values of what is gone; only restore does.']
            : []),
    ];
}
const rowsOf = (rows) => (0,words/* counted */.h)(rows, 'row');

// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(14468);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/databases.js
var databases = __webpack_require__(58192);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/release.js
var release = __webpack_require__(51971);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(82913);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
// EXTERNAL MODULE: ./lib/commands/rollback/obstacles.js
var obstacles = __webpack_require__(48537);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 17 modules
var publish_plan = __webpack_require__(22094);
;// CONCATENATED MODULE: ./lib/commands/plan.js













/** Writes the plan file. The approval is for its digest. */
/* harmony default export */ const plan = ((0,command/* defineCommand */.N)({
    name: 'plan',
    summary: 'Plan a rollback: list the changes that would return production to the snapshot. Changes nothing.',
    flags: {
        snapshot: flags/* FLAGS */.Wg.snapshot,
        database: flags/* FLAGS */.Wg.database,
        ...publish_plan/* planFlags */.jT,
        'include-later-changes': release/* includeLater */.hF,
        'exit-code': (0,flags/* toggle */.L$)('Exit with status 3 if there are changes.'),
    },
    examples: ['plan', 'plan --database restore', 'plan --snapshot 20261123T030405Z-1a2b3c --exit-code'],
    outputs: publish_plan/* PLAN_OUTPUTS */.lb,
    async run(session) {
        const { inputs, context: ctx } = session;
        const project = await session.open();
        const cautions = await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
        const chosen = await (0,choose/* choose */.Sw)(session, project, inputs.snapshot, true);
        const { manifest, notice } = chosen;
        for (const id of (0,live_plan/* notInSnapshot */.$J)(project.resources, manifest)) {
            const why = manifest.reason === 'pre-rollback'
                ? 'a rollback took it, of a part of the configuration'
                : manifest.reason === 'release' && project.resources.find((one) => one.id === id)?.provider.slow === true
                    ? 'a release capture holds no database'
                    : 'the resource was added to the configuration later';
            ctx.log.warn(`"${id}" is not in snapshot ${manifest.id} (${why}) and will not be rolled back.`);
        }
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now());
        if (trust.kind === 'unsigned')
            ctx.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
        const resources = [...project.resources, ...project.backups];
        const { database, scope } = inputs;
        await (0,databases/* assertModeWorks */.ix)(database, scope, resources, project.config, manifest, load/* loadProvider */.C);
        const compared = await (0,live_plan/* compareWithLive */._f)({
            ...project,
            resources,
            ctx,
            manifest,
            database,
            scope,
            release: await (0,release/* findRelease */.dv)(session, project, chosen),
            includeLater: (0,release/* includedResources */.kO)(project, inputs.includeLaterChanges),
        });
        (0,live_plan/* throwCombined */.I$)(compared.failures);
        // Obstacles to the other modes are advice; those to the plan itself stop it before anybody is asked to approve.
        const others = [...compared.plan.notSelected, ...compared.covered].filter(({ manual }) => manual === undefined);
        const ofOthers = await (0,obstacles/* obstaclesTo */.qA)(resources, others, (0,create_context/* forSnapshot */.C)(ctx, manifest));
        const advice = adviseDatabases(database, (0,databases/* databaseFacts */.vS)(resources, compared, manifest, ofOthers, ctx));
        const findings = await (0,aside/* leftBeside */.e)(resources, ctx);
        const facts = { manifest, trust, resources, cautions, chosen, notice, findings, advice };
        const { made, ...published } = await (0,publish_plan/* publishPlan */.JL)(session, project, compared.plan, facts);
        return { exit: inputs.exitCode && made.changes.length > 0 ? 3 : 0, ...published };
    },
}));


/***/ }),

/***/ 75095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   u: () => (/* binding */ switched)
/* harmony export */ });
/** Names in one list. */
const NAMED = 5;
/** "3 items: banner, maintenance, new-checkout" */
function counted(count, noun, names = []) {
    const more = names.length - NAMED;
    const listed = names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}${listed}`;
}
/** "14 flags, 3 on" */
function switched(flags) {
    return `${counted(flags.length, 'flag')}, ${flags.filter((on) => on).length} on`;
}


/***/ }),

/***/ 73733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ PROVIDER_CONFIGS)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/fields.js
var fields = __webpack_require__(97455);
;// CONCATENATED MODULE: ./lib/providers/cloudfront/config.js


const config = schemas/* strictObject */.rej({
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
        .describe('Seconds between two looks at the status while waiting.'),
});

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/config.js


const key = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][\w.-]*$/, 'must be a LaunchDarkly key (letters, digits, dots, dashes, underscores), not a name');
const config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('launchdarkly').describe('Feature flags of one LaunchDarkly project in one environment.'),
    project: key.describe('Key of the project, as in the address bar of the dashboard.'),
    environment: key.describe('Key of the environment whose targeting is captured and restored.'),
});

;// CONCATENATED MODULE: ./lib/providers/neon-branch/config.js


/** Neon keeps an expiring branch for at most so many days. */
const LONGEST_DAYS = 30;
const neon_branch_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('neon-branch'),
    project: schemas/* string */.YjP()
        .regex(/^[a-z0-9-]{1,60}$/, 'must be the id of a Neon project, not its name')
        .describe('Neon project id.'),
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

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/config.js


const rds_snapshot_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('rds-snapshot'),
    url: fields/* secretReference */.QO.describe('Direct (not pooled) URL of production\'s database on the instance, e.g. "${DATABASE_URL}". Rewind only reads through it.'),
    instance: schemas/* string */.YjP()
        .regex(/^[a-z](?!.*--)[a-z0-9-]{0,61}[a-z0-9]$/, 'must be the identifier of an RDS instance, in lower case')
        .describe('Identifier of the RDS instance (not of an Aurora cluster).'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1')
        .describe('AWS region of the instance.'),
    alias: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe("Host name in the URL, if it is an alias of the instance's endpoint (a CNAME). Rewind cannot check where an alias leads."),
})
    .describe('An RDS for PostgreSQL instance: a DB snapshot by RDS, and a restore into a new instance beside production.');

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/config.js


const s3_bucket_config_config = schemas/* strictObject */.rej({
    id: fields/* resourceId */.a,
    provider: schemas/* literal */.euz('s3-bucket').describe('The settings of one Amazon S3 bucket (not its objects).'),
    bucket: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name (3 to 63 lower-case letters, digits, dots, dashes)')
        .describe('Name of the bucket.'),
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1')
        .describe('AWS region of the bucket.'),
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
    'gate-timeout-seconds': schemas/* number */.aig()
        .int()
        .min(1)
        .max(21_600)
        .default(600)
        .describe('How long the gate command of a recovery may run at one stage of a rolling release.'),
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
    neon_branch_config_config,
    postgres_config_config,
    prisma_config_config,
    rds_snapshot_config_config,
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

/***/ 97455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ secretReference),
/* harmony export */   TU: () => (/* binding */ vercelTeam),
/* harmony export */   a: () => (/* binding */ resourceId),
/* harmony export */   tD: () => (/* binding */ vercelProject)
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


/***/ })

};
