export const id = 8308;
export const ids = [8308];
export const modules = {

/***/ 68308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ rds_snapshot)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/services/aws/errors.js
var aws_errors = __webpack_require__(85127);
// EXTERNAL MODULE: ./lib/services/aws/query.js
var query = __webpack_require__(36754);
// EXTERNAL MODULE: ./lib/services/aws/xml.js
var xml = __webpack_require__(59599);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/names.js

const LONGEST = 63;
const TOKEN_LENGTH = 10;
/** RDS allows letters, digits and single hyphens, and stores lower case. */
const slug = (text) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
/**
 * Identifiers follow from the snapshot of Rewind alone, so a run after a killed one finds what that one made, and RDS
 * refuses a second one.
 */
const copyName = (resource, snapshot) => `rewind-${slug(resource)}-${slug(snapshot)}`;
/** The instance that a rollback restores beside `instance`. */
function restoredName(instance, resource, snapshot) {
    const end = `-rewind-${(0,digest/* sha256 */.sc)(`${resource}\n${snapshot}`).slice(0, TOKEN_LENGTH)}`;
    return `${instance.slice(0, LONGEST - end.length).replace(/-+$/, '')}${end}`;
}
/** The host of the new instance: RDS replaces the first label within one account and region. Null if it cannot be told. */
function expectedEndpoint(endpoint, instance, target) {
    return endpoint?.startsWith(`${instance}.`) === true ? `${target}${endpoint.slice(instance.length)}` : null;
}
/** How a person deletes a restored instance. */
function deletion(region, instance, { DeletionProtection: protection }) {
    const at = `--region ${region} --db-instance-identifier ${instance}`;
    const first = protection === 'true' ? `aws rds modify-db-instance ${at} --no-deletion-protection && ` : '';
    return `${first}aws rds delete-db-instance ${at} --skip-final-snapshot`;
}
/** Tags of everything that Rewind makes in RDS. */
const TAGS = {
    snapshot: 'rewind:snapshot',
    resource: 'rewind:resource',
    /** Of a restored instance: all its settings were made. */
    complete: 'rewind:complete',
};
const tagsFor = (resource, snapshot) => ({
    [TAGS.snapshot]: snapshot,
    [TAGS.resource]: resource,
});

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/settings.js


/** From this size on, RDS lets a gp3 volume of PostgreSQL have IOPS and throughput of its own. */
const GP3_GIB = 400;
/** Where an instance shows each parameter of a restore. RDS takes its defaults for all that a restore does not name. */
const RESTORE = {
    AutoMinorVersionUpgrade: ['AutoMinorVersionUpgrade'],
    BackupRetentionPeriod: ['BackupRetentionPeriod'],
    CACertificateIdentifier: ['CACertificateIdentifier'],
    CopyTagsToSnapshot: ['CopyTagsToSnapshot'],
    DBInstanceClass: ['DBInstanceClass'],
    DBParameterGroupName: ['DBParameterGroups', 'DBParameterGroup', 'DBParameterGroupName'],
    DBSubnetGroupName: ['DBSubnetGroup', 'DBSubnetGroupName'],
    DeletionProtection: ['DeletionProtection'],
    EnableIAMDatabaseAuthentication: ['IAMDatabaseAuthenticationEnabled'],
    MultiAZ: ['MultiAZ'],
    NetworkType: ['NetworkType'],
    OptionGroupName: ['OptionGroupMemberships', 'OptionGroupMembership', 'OptionGroupName'],
    Port: ['Endpoint', 'Port'],
    PreferredBackupWindow: ['PreferredBackupWindow'],
    PubliclyAccessible: ['PubliclyAccessible'],
    StorageType: ['StorageType'],
};
/** What only a modification can set. */
const MODIFY = {
    MaxAllocatedStorage: ['MaxAllocatedStorage'],
    PreferredMaintenanceWindow: ['PreferredMaintenanceWindow'],
};
/** What must be as it was before an instance is offered in place of production. */
const ESSENTIAL = /^(DBInstanceClass|DBParameterGroupName|DBSubnetGroupName|DeletionProtection|MultiAZ|Port|PubliclyAccessible|StorageType|VpcSecurityGroupIds\.)/;
const SECURITY_GROUPS = 'VpcSecurityGroupIds.VpcSecurityGroupId';
const LOGS = 'EnableCloudwatchLogsExports.member';
/** The settings of an instance, by the parameters that make them. @param instance a `<DBInstance>` */
function settingsOf(instance) {
    const of = (path) => (0,xml/* textAt */.$6)(instance, ...path);
    const found = {};
    for (const [name, path] of Object.entries({ ...RESTORE, ...MODIFY })) {
        const value = of(path);
        if (value !== undefined && value !== '')
            found[name] = value;
    }
    const storage = of(['StorageType']) ?? '';
    if (storage.startsWith('io') || (storage === 'gp3' && Number(of(['AllocatedStorage'])) >= GP3_GIB)) {
        for (const name of ['Iops', 'StorageThroughput']) {
            const value = Number(of([name]) ?? 0);
            if (value > 0 && (name === 'Iops' || storage === 'gp3'))
                found[name] = String(value);
        }
    }
    // A role without an interval is refused.
    if (Number(of(['MonitoringInterval']) ?? 0) > 0) {
        found.MonitoringInterval = of(['MonitoringInterval']) ?? '';
        found.MonitoringRoleArn = of(['MonitoringRoleArn']) ?? '';
    }
    if (of(['PerformanceInsightsEnabled']) === 'true') {
        found.EnablePerformanceInsights = 'true';
        for (const name of ['PerformanceInsightsKMSKeyId', 'PerformanceInsightsRetentionPeriod']) {
            const value = of([name]);
            if (value !== undefined)
                found[name] = value;
        }
    }
    const groups = (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(instance, 'VpcSecurityGroups') ?? instance, 'VpcSecurityGroupMembership');
    const logs = (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(instance, 'EnabledCloudwatchLogsExports') ?? instance, 'member');
    return {
        ...found,
        ...(0,query/* listOf */.c3)(SECURITY_GROUPS, groups.map((group) => (0,xml/* textAt */.$6)(group, 'VpcSecurityGroupId') ?? '').sort()),
        ...(0,query/* listOf */.c3)(LOGS, logs.map(({ text }) => text).sort()),
    };
}
const isList = (name) => name.startsWith(SECURITY_GROUPS) || name.startsWith(LOGS);
/** The parameters of a restore. A default option group comes by itself. */
function forRestore(wanted) {
    const named = (name) => name in RESTORE || isList(name) || ['Iops', 'StorageThroughput'].includes(name);
    return pick(wanted, (name) => named(name) && wanted[name]?.startsWith('default:') !== true);
}
/** Names of the settings that are not as wanted, sorted. Of what the original has not, only security groups count. */
function unlike(wanted, found) {
    const groups = Object.keys(found).filter((name) => name.startsWith(SECURITY_GROUPS));
    return [...new Set([...Object.keys(wanted), ...groups])].filter((name) => wanted[name] !== found[name]).sort();
}
const isEssential = (name) => ESSENTIAL.test(name);
/** The parameters of a modification that makes these settings. */
function forModification(wanted, names) {
    const concerned = (name) => names.includes(name) ||
        // A list is sent whole, and the role goes with the interval.
        [SECURITY_GROUPS, 'Monitoring', 'PerformanceInsights'].some((group) => name.startsWith(group) && names.some((each) => each.startsWith(group)));
    return Object.fromEntries(Object.entries(pick(wanted, concerned)).map(([name, value]) => [
        name === 'Port'
            ? 'DBPortNumber'
            : name.startsWith(LOGS)
                ? name.replace(LOGS, 'CloudwatchLogsExportConfiguration.EnableLogTypes.member')
                : name,
        value,
    ]));
}
const pick = (from, wanted) => Object.fromEntries(Object.entries(from).filter(([name]) => wanted(name)));

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/client.js






const VERSION = '2014-10-31';
const PAGE = '100';
/** A list with more pages counts as broken paging. */
const MAX_PAGES = 200;
/** The part of RDS's API that DB snapshots need. */
async function client(config, ctx) {
    const api = await (0,query/* queryApi */.JO)(ctx, { name: 'RDS', prefix: 'rds', version: VERSION, region: config.region });
    /** @returns null if AWS answers with the code `absent` */
    const find = async (action, parameters, what, absent, read) => {
        try {
            return read(await api.send(action, parameters, { what })) ?? null;
        }
        catch (error) {
            if (isCode(error, absent))
                return null;
            throw error;
        }
    };
    const all = async (action, parameters, what, list, row) => {
        const rows = [];
        let marker;
        for (let pages = 0; pages < MAX_PAGES; pages += 1) {
            const result = await api.send(action, { ...parameters, MaxRecords: PAGE, Marker: marker }, { what });
            rows.push(...(0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, list) ?? result, row));
            marker = (0,xml/* textAt */.$6)(result, 'Marker');
            if (marker === undefined || marker === '')
                return rows;
        }
        throw new errors/* RewindError */.Ir('api-unexpected-answer', `RDS does not end its answer to "${what}".`, {
            resource: ctx.resource,
        });
    };
    const instance = (id) => find('DescribeDBInstances', { DBInstanceIdentifier: id }, `read instance ${id}`, 'DBInstanceNotFound', (result) => (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, 'DBInstances') ?? result, 'DBInstance')
        .map(instanceOf)
        .at(0));
    return {
        instance,
        /** @throws RewindError api-not-found */
        production: async () => {
            const found = await instance(config.instance);
            if (found)
                return found;
            throw new errors/* RewindError */.Ir('api-not-found', `RDS has no instance "${config.instance}" in ${config.region}.`, {
                resource: ctx.resource,
                remedy: 'Correct "instance" and "region" of this resource, or use the credentials of its account.',
            });
        },
        instances: async () => (await all('DescribeDBInstances', {}, 'list the instances', 'DBInstances', 'DBInstance')).map(instanceOf),
        snapshot: (id) => find('DescribeDBSnapshots', { DBSnapshotIdentifier: id }, `read DB snapshot ${id}`, 'DBSnapshotNotFound', (result) => (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, 'DBSnapshots') ?? result, 'DBSnapshot')
            .map(snapshotOf)
            .at(0)),
        /** Manual DB snapshots of production's instance. */
        snapshots: async () => (await all('DescribeDBSnapshots', { DBInstanceIdentifier: config.instance, SnapshotType: 'manual' }, `list the DB snapshots of ${config.instance}`, 'DBSnapshots', 'DBSnapshot')).map(snapshotOf),
        /** Quotas of the account by RDS's own names, e.g. ManualSnapshots. */
        quotas: async () => {
            const result = await api.send('DescribeAccountAttributes', {}, { what: 'read the quotas of the account' });
            return new Map((0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, 'AccountQuotas') ?? result, 'AccountQuota').map((quota) => [
                (0,xml/* textAt */.$6)(quota, 'AccountQuotaName') ?? '',
                { used: Number((0,xml/* textAt */.$6)(quota, 'Used') ?? 0), max: Number((0,xml/* textAt */.$6)(quota, 'Max') ?? 0) },
            ]));
        },
        /** Does nothing if a DB snapshot of that identifier exists. */
        createSnapshot: (id, tags) => unless('DBSnapshotAlreadyExists', () => api.send('CreateDBSnapshot', { DBSnapshotIdentifier: id, DBInstanceIdentifier: config.instance, ...(0,query/* tagsOf */.Fg)(tags) }, { what: `create DB snapshot ${id}`, remedies: QUOTA_REMEDIES })),
        /** Does nothing if an instance of that identifier exists. */
        restore: (target, copy, settings, tags) => unless('DBInstanceAlreadyExists', () => api.send('RestoreDBInstanceFromDBSnapshot', { DBInstanceIdentifier: target, DBSnapshotIdentifier: copy, ...settings, ...(0,query/* tagsOf */.Fg)(tags) }, { what: `restore instance ${target}`, remedies: QUOTA_REMEDIES })),
        /** Does nothing while RDS works on the instance. */
        modify: (id, settings) => unless('InvalidDBInstanceState', () => api.send('ModifyDBInstance', { DBInstanceIdentifier: id, ApplyImmediately: 'true', ...settings }, { what: `modify instance ${id}` })),
        markComplete: async ({ id, arn }) => {
            await api.send('AddTagsToResource', { ResourceName: arn, ...(0,query/* tagsOf */.Fg)({ [TAGS.complete]: 'true' }) }, { what: `tag instance ${id}` });
        },
    };
}
const QUOTA_REMEDIES = {
    SnapshotQuotaExceeded: 'Delete manual DB snapshots that are not needed ("rewind check" lists those of Rewind), or raise the quota.',
    InstanceQuotaExceeded: 'Delete an instance that is not needed, or raise the quota of instances.',
    StorageQuotaExceeded: 'Delete an instance that is not needed, or raise the quota of storage.',
    KMSKeyNotAccessibleFault: 'Enable the KMS key of the DB snapshot, and grant the credential kms:CreateGrant and kms:DescribeKey on it.',
};
const isCode = (error, code) => error instanceof aws_errors/* AwsFailure */.OQ && error.awsCode === code;
async function unless(code, call) {
    try {
        await call();
    }
    catch (error) {
        if (!isCode(error, code))
            throw error;
    }
}
const marked = (element) => ({
    snapshot: (0,query/* tagIn */.mg)(element, TAGS.snapshot),
    resource: (0,query/* tagIn */.mg)(element, TAGS.resource),
});
function instanceOf(element) {
    const of = (...path) => (0,xml/* textAt */.$6)(element, ...path) ?? '';
    const [host, port] = [of('Endpoint', 'Address'), of('Endpoint', 'Port')];
    return {
        ...marked(element),
        id: of('DBInstanceIdentifier'),
        arn: of('DBInstanceArn'),
        resourceId: of('DbiResourceId'),
        status: of('DBInstanceStatus'),
        engine: of('Engine'),
        cluster: (0,xml/* textAt */.$6)(element, 'DBClusterIdentifier') ?? null,
        endpoint: host === '' ? null : `${host}:${port}`,
        since: of('InstanceCreateTime'),
        pending: ((0,xml/* child */.jf)(element, 'PendingModifiedValues')?.children ?? []).length > 0,
        encrypted: of('StorageEncrypted') === 'true',
        complete: (0,query/* tagIn */.mg)(element, TAGS.complete) === 'true',
        settings: settingsOf(element),
    };
}
function snapshotOf(element) {
    const of = (name) => (0,xml/* textAt */.$6)(element, name) ?? '';
    return {
        ...marked(element),
        id: of('DBSnapshotIdentifier'),
        resourceId: of('DbiResourceId'),
        status: of('Status'),
        at: of('SnapshotCreateTime'),
        percent: Number(of('PercentProgress')),
        encrypted: of('Encrypted') === 'true',
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/services/postgres/layout.js
var layout = __webpack_require__(85658);
// EXTERNAL MODULE: ./lib/services/postgres/reading.js
var reading = __webpack_require__(97002);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/state.js



/** What SQL shows of the database. It was read just before the DB snapshot was made. */
const state_reading = schemas/* strictObject */.rej({
    ...reading/* rowsSchema */.x.shape,
    database: schemas/* string */.YjP(),
    serverMajor: schemas/* number */.aig().int(),
    /** Hash of the catalogs: all definitions of the database. */
    catalogs: schemas/* string */.YjP(),
    /** Last value of each sequence; null: not used yet. */
    sequences: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().nullable()),
    layout: layout/* layoutSchema */.mM,
    /** Other databases of the instance, sorted. They are in the DB snapshot, and are not compared. */
    others: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** Settings by the parameters of RDS's API, e.g. `MultiAZ`: "true". */
const settings = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const source = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    /** RDS never uses it again, unlike the identifier. */
    resourceId: schemas/* string */.YjP(),
    /** `host:port`; null while RDS says none. */
    endpoint: schemas/* string */.YjP().nullable(),
    settings,
});
/** The DB snapshot. */
const copy = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    /** ISO 8601 */
    at: schemas/* string */.YjP(),
    /** `available` if it can be restored. */
    status: schemas/* string */.YjP(),
    resourceId: schemas/* string */.YjP(),
});
/** The instance that a rollback restored from the DB snapshot. */
const restored = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    endpoint: schemas/* string */.YjP().nullable(),
    /** True if Rewind has finished its work on it. */
    complete: schemas/* boolean */.zMY(),
    /** ISO 8601 */
    since: schemas/* string */.YjP(),
    settings,
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    region: schemas/* string */.YjP(),
    resource: schemas/* string */.YjP(),
    /** Id of the snapshot that contains this state, or that it is compared with. */
    snapshot: schemas/* string */.YjP(),
    /** Null in a comparison if the instance does not exist any more. */
    source: source.nullable(),
    /** Null in a comparison if the database cannot be reached. */
    reading: state_reading.nullable(),
    /** Null in a comparison if the DB snapshot does not exist any more. */
    copy: copy.nullable(),
    /** Null in a snapshot. */
    compared: schemas/* strictObject */.rej({
        /** `host:port` of the URL. */
        url: schemas/* string */.YjP(),
        restored: restored.nullable(),
    })
        .nullable(),
});
/** The part of a change that `apply` reads. */
const params = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('restore'),
    /** Identifiers of the new instance and of the DB snapshot. */
    target: schemas/* string */.YjP(),
    copy: schemas/* string */.YjP(),
    snapshot: schemas/* string */.YjP(),
    /** Those of the original instance. */
    settings,
});

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/wait.js

const POLL_MS = 15_000;
/** The first DB snapshot of a large instance, or a restore that provisions storage, may take hours. */
const LONGEST_MS = 8 * 3_600_000;
/** States that RDS does not leave by itself. */
const STUCK = /^(failed|deleting|deleted|error|restore-error|storage-full|stopped|insufficient-capacity|inaccessible-encryption-credentials|incompatible-.*)$/;
/**
 * Reads again until `done`. @param read null: it does not exist (any more)
 * @throws RewindError restore-failed or snapshot-incomplete (`failure`) for a state without an end, deadline-exceeded
 */
async function untilDone(ctx, what, failure, read, done) {
    const until = ctx.clock.monotonic() + LONGEST_MS;
    const progress = ctx.progress(`waiting for ${what}`, 'items');
    let said = '';
    try {
        for (;;) {
            const found = await read();
            if (found && done(found))
                return found;
            if (found === null || STUCK.test(found.status)) {
                throw new errors/* RewindError */.Ir(failure, found === null ? `${what} does not exist any more.` : `${what} is "${found.status}".`, {
                    resource: ctx.resource,
                    remedy: 'Read the events of it in the RDS console, repair the cause, and run again.',
                });
            }
            if (found.status !== said) {
                said = found.status;
                ctx.log.info(`[${ctx.resource}] ${what}: ${said}`);
            }
            progress.update(found.percent ?? 0, found.percent === undefined ? null : 100);
            if (ctx.clock.monotonic() >= until) {
                throw new errors/* RewindError */.Ir('deadline-exceeded', `RDS did not finish: ${what} is "${found.status}".`, {
                    resource: ctx.resource,
                    remedy: 'Run the same command again: it goes on waiting.',
                });
            }
            await ctx.clock.sleep(POLL_MS, ctx.signal);
        }
    }
    finally {
        progress.end();
    }
}

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/apply.js






/** Attempts to make the settings that a restore does not take. RDS refuses one while it still works on the instance. */
const ATTEMPTS = 3;
/** Restores an instance beside production. Its identifier and its tags say how far an earlier run came. */
async function apply(config, change, ctx) {
    const wanted = params.parse(change.params);
    const rds = await client(config, ctx);
    const found = await rds.instance(wanted.target);
    if (found?.complete !== true) {
        if (found === null) {
            await rds.restore(wanted.target, wanted.copy, forRestore(wanted.settings), tagsFor(ctx.resource, wanted.snapshot));
        }
        const made = await settle(rds, wanted, ctx);
        await rds.markComplete(made);
    }
    const now = await rds.instance(wanted.target);
    ctx.log.info(`[${ctx.resource}] Restored beside production: instance "${wanted.target}" at ${now?.endpoint ?? 'no address yet'}. ` +
        'The application still uses the previous instance. Switch its database URL by hand.');
}
/** Waits for the instance and gives it the settings of the original. @throws RewindError restore-failed */
async function settle(rds, { target, settings, snapshot }, ctx) {
    const ready = () => untilDone(ctx, `instance "${target}"`, 'restore-failed', () => rds.instance(target), ({ status, pending }) => status === 'available' && !pending);
    let found = await ready();
    if (found.snapshot !== snapshot || found.resource !== ctx.resource) {
        throw new errors/* RewindError */.Ir('restore-failed', `Instance "${target}" exists, and Rewind did not make it.`, {
            resource: ctx.resource,
            remedy: 'Rename or delete that instance, and run the same rollback again.',
        });
    }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const left = unlike(settings, found.settings);
        if (left.length === 0)
            return found;
        ctx.log.info(`[${ctx.resource}] setting ${left.join(', ')} of "${target}"`);
        await rds.modify(target, forModification(settings, left));
        found = await ready();
    }
    const left = unlike(settings, found.settings);
    const essential = left.filter(isEssential);
    if (essential.length === 0) {
        if (left.length > 0)
            ctx.log.warn(`[${ctx.resource}] "${target}" differs from the original in ${left.join(', ')}.`);
        return found;
    }
    throw new errors/* RewindError */.Ir('restore-failed', `Instance "${target}" is restored, but differs from the original in ${essential.join(', ')}.`, {
        resource: ctx.resource,
        remedy: 'Set these in the RDS console, and run the same rollback again. Production is unchanged.',
    });
}

// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(18221);
// EXTERNAL MODULE: ./lib/services/postgres/begin-snapshot.js
var begin_snapshot = __webpack_require__(77904);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/services/postgres/rows.js
var rows = __webpack_require__(77201);
// EXTERNAL MODULE: ./lib/services/postgres/select.js
var postgres_select = __webpack_require__(96032);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/reading.js








/** The configured database. Rejects poolers. A URL without a password takes PGPASSWORD, as libpq does. */
function addressOf(config, ctx) {
    const parsed = (0,database_url/* parseDatabaseUrl */.mx)(ctx.env.resolve(config.url, ctx.resource), ctx.childEnv, ctx.resource);
    const address = { ...parsed, password: parsed.password ?? ctx.env.secret('PGPASSWORD') ?? null };
    if (address.password !== null)
        ctx.masker.add(address.password);
    (0,database_url/* requireDirect */.VS)(address, ctx.resource);
    return address;
}
const endpointOf = ({ host, port }) => `${host.toLowerCase()}:${port}`;
/**
 * Reads in one transaction what proves that nothing was written: rows, large objects, sequences and definitions.
 * @param saved the snapshot to compare with: rows written since are counted
 */
async function read(ctx, address, saved) {
    return (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (session) => {
        await (0,connection/* runStep */.eg)(ctx, 'locking the tables', () => (0,begin_snapshot/* beginSnapshot */.w)(session, ctx.resource));
        try {
            const base = saved?.reading ? { ...saved.reading, snapshot: saved.snapshot } : undefined;
            const found = {
                ...(await (0,rows/* readRows */.aK)(session, 'rows', ctx, base, () => ({ restored: null }))),
                ...(await readServer(session)),
                catalogs: await hashCatalogs(session),
                sequences: await readSequences(session),
                layout: await (0,layout/* readLayout */.T4)(session, null),
            };
            await session.query('COMMIT');
            return found;
        }
        catch (error) {
            throw (0,connection/* databaseError */.Kz)(error, ctx.resource, 'reading the schema and counting rows');
        }
    });
}
/** Not a database of a user: RDS's own, and the templates. */
const OWN = "'rdsadmin', 'template0', 'template1'";
async function readServer(session) {
    return (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ database: schemas/* string */.YjP(), serverMajor: schemas/* number */.aig(), others: schemas/* array */.YOg(schemas/* string */.YjP()) }), `SELECT current_database()::text AS database, current_setting('server_version_num')::int / 10000 AS "serverMajor",
              ARRAY(SELECT datname::text FROM pg_database WHERE datname <> current_database() AND datallowconn
                       AND datname NOT IN (${OWN}) ORDER BY 1) AS others`));
}
async function readSequences(session) {
    const rows = await (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ name: schemas/* string */.YjP(), value: schemas/* string */.YjP().nullable() }), `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value FROM pg_sequences
      WHERE schemaname NOT LIKE 'pg\\_temp%' ORDER BY 1`);
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
/** Columns that VACUUM, ANALYZE and REINDEX change. */
const VOLATILE = [
    'relpages',
    'reltuples',
    'relallvisible',
    'relallfrozen',
    'relfrozenxid',
    'relminmxid',
    'relfilenode',
    'relhasindex',
    'relhasrules',
    'relhastriggers',
    'relhassubclass',
    'indcheckxmin',
];
/** Columns that lead from a row of a catalog to the table or schema that it belongs to. */
const OWNERS = [
    'oid',
    'attrelid',
    'adrelid',
    'indrelid',
    'indexrelid',
    'inhrelid',
    'conrelid',
    'ev_class',
    'tgrelid',
    'relnamespace',
    'typnamespace',
    'typrelid',
    'objid',
    'refobjid',
    'pronamespace',
];
/**
 * A hash of all definitions: every catalog of the database that this user may read, without statistics and what belongs to
 * temporary tables. DDL cannot leave it as it was.
 */
async function hashCatalogs(session) {
    const catalogs = await (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ name: schemas/* string */.YjP(), columns: schemas/* array */.YOg(schemas/* string */.YjP()) }), `SELECT c.relname AS name, ARRAY(SELECT a.attname::text FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns
       FROM pg_class c WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
        AND NOT c.relisshared AND c.relname NOT IN ('pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject')
        AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`);
    const { ids } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ ids: schemas/* array */.YOg(schemas/* string */.YjP()) }), `SELECT ARRAY(SELECT oid::text FROM pg_namespace WHERE nspname ~ '^pg_(toast_)?temp_' UNION ALL
                    SELECT c.oid::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.nspname ~ '^pg_(toast_)?temp_') AS ids`));
    const parts = catalogs.map(({ name, columns }) => {
        const row = columns.filter((column) => !VOLATILE.includes(column)).map((column) => `t.${(0,connection/* quoted */.TL)(column)}`);
        const owners = columns.filter((column) => OWNERS.includes(column)).map((column) => `t.${(0,connection/* quoted */.TL)(column)}::text`);
        const where = ids.length === 0 || owners.length === 0 ? '' : `WHERE NOT ARRAY[${owners.join(', ')}] && $1::text[]`;
        return `SELECT ${(0,connection/* literal */.eu)(name)} AS name, sum(hashtextextended(ROW(${row.join(', ')})::text, 0)::numeric)::text AS hash
              FROM pg_catalog.${(0,connection/* quoted */.TL)(name)} t ${where}`;
    });
    const hashes = await (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ name: schemas/* string */.YjP(), hash: schemas/* string */.YjP().nullable() }), `${parts.join(' UNION ALL ')} ORDER BY 1`, ids.length === 0 ? [] : [ids]);
    return (0,digest/* digestOf */.ol)(hashes);
}

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/capabilities.js





const capabilities = {
    access: async () => ({ credential: 'AWS credentials', writes: null, why: 'AWS answers only to a write' }),
    describeState: ({ reading, copy }) => ({
        ...(reading === null
            ? {}
            : {
                serverMajor: reading.serverMajor,
                tables: new Map(reading.tables.map(({ name, rows }) => [name, rows])),
            }),
        leftOut: copy === null ? [] : [`the rows: they are in RDS, in DB snapshot "${copy.id}", as long as nobody deletes it`],
    }),
    blindSpots: ({ reading }) => (reading?.others ?? []).map((name) => `database "${name}" of the same instance: its rows were not compared`),
    /** Instances that rollbacks restored beside production. The one that production uses is none of them. */
    async aside(config, ctx) {
        const instances = await (await client(config, ctx)).instances();
        return instances
            .filter(({ id, resource }) => resource === ctx.resource && id !== config.instance)
            .map(({ id, endpoint, since, snapshot, settings }) => ({
            kind: 'kept',
            what: `RDS instance "${id}" at ${endpoint ?? 'no address yet'}, restored beside production ("${config.instance}")`,
            since,
            snapshot: snapshot ?? '',
            drop: `${deletion(config.region, id, settings)} (unless the application was switched to it: then set "instance: ${id}")`,
        }));
    },
    database: {
        modes: ['restore'],
        hazards: (saved, live) => saved.reading && live.reading ? (0,layout/* layoutHazards */._8)(saved.reading.layout, live.reading.layout) : null,
        identify: (config, ctx) => ({ database: (0,database_url/* identityOf */.cu)(addressOf(config, ctx)), part: '' }),
    },
};

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/capture.js






/**
 * A snapshot makes a DB snapshot; a comparison only reads. The database is read before the DB snapshot is made, so a write in
 * between shows as a difference later.
 */
async function capture(config, ctx, sink) {
    const rds = await client(config, ctx);
    const address = addressOf(config, ctx);
    const common = { schemaVersion: 1, region: config.region, resource: ctx.resource, snapshot: ctx.snapshotId };
    const name = copyName(ctx.resource, ctx.snapshotId);
    if (sink.purpose === 'snapshot') {
        const production = await rds.production();
        requireSource(config, ctx, production, endpointOf(address));
        const reading = await read(ctx, address, undefined);
        const copy = await makeCopy(config, ctx, rds, production, name);
        return { ...common, source: sourceOf(production), reading, copy, compared: null };
    }
    const saved = sink.saved === undefined ? undefined : state.parse(sink.saved);
    const [production, copy, restored] = await Promise.all([
        rds.instance(config.instance),
        rds.snapshot(name),
        rds.instance(restoredName(config.instance, ctx.resource, ctx.snapshotId)),
    ]);
    return {
        ...common,
        source: production && sourceOf(production),
        reading: await readIfReachable(ctx, () => read(ctx, address, saved)),
        copy: copy && copyOf(copy),
        compared: { url: endpointOf(address), restored: restored && restoredOf(restored) },
    };
}
/** A DB snapshot of one instance proves nothing of the rows that were read on another one. */
function requireSource({ instance, alias }, { resource }, production, url) {
    const problem = mismatch(instance, alias, production, url);
    if (problem === null)
        return;
    throw new errors/* RewindError */.Ir('snapshot-incomplete', problem.message, { resource, remedy: problem.remedy });
}
/** Why `instance` and `url` are not the same server, or not one that can be captured; null if they are. */
function mismatch(instance, alias, { cluster, engine, endpoint }, url) {
    if (cluster !== null) {
        return {
            message: `Instance "${instance}" belongs to the Aurora cluster "${cluster}", whose storage has no DB snapshots.`,
            remedy: 'Use the postgres provider for this database.',
        };
    }
    if (engine !== 'postgres') {
        return { message: `Instance "${instance}" runs ${engine}, not PostgreSQL.`, remedy: 'Correct "instance".' };
    }
    const expected = alias === undefined ? endpoint : `${alias.toLowerCase()}:${endpoint?.split(':')[1] ?? ''}`;
    if (expected?.toLowerCase() === url)
        return null;
    return {
        message: `The URL leads to ${url}, but instance "${instance}" is at ${expected ?? 'no address yet'}.`,
        remedy: 'Set "instance" to the one that production uses. If the URL has an alias (CNAME) of the instance, set "alias" to its host.',
    };
}
const sourceOf = ({ id, resourceId, endpoint, settings }) => ({
    id,
    resourceId,
    endpoint,
    settings,
});
const restoredOf = ({ id, status, endpoint, complete, since, settings }) => ({
    id,
    status,
    endpoint,
    complete,
    since,
    settings,
});
const copyOf = ({ id, at, status, resourceId }) => ({ id, at, status, resourceId });
/** Production may be what fails: then the plan must say so, and a restore beside it must stay possible. */
async function readIfReachable(ctx, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* RewindError */.Ir) || error.code !== 'database-unreachable')
            throw error;
        ctx.log.warn(`[${ctx.resource}] ${error.message}`);
        return null;
    }
}
async function makeCopy(config, ctx, rds, source, name) {
    ctx.log.info(`[${ctx.resource}] making DB snapshot "${name}" of instance "${config.instance}"`);
    await rds.createSnapshot(name, tagsFor(ctx.resource, ctx.snapshotId));
    const made = await untilDone(ctx, `DB snapshot "${name}"`, 'snapshot-incomplete', () => rds.snapshot(name), ({ status }) => status === 'available');
    const { resourceId, snapshot, resource } = made;
    if (resourceId !== source.resourceId || snapshot !== ctx.snapshotId || resource !== ctx.resource) {
        throw new errors/* RewindError */.Ir('snapshot-incomplete', `DB snapshot "${name}" is not one that this resource made.`, {
            resource: ctx.resource,
            remedy: 'Delete it in RDS if nobody needs it, and take the snapshot again.',
        });
    }
    return copyOf(made);
}

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/check.js








/** Read-only: reads everything that a snapshot and a restore need. RDS tells nobody beforehand whether a write is allowed. */
async function check(config, ctx) {
    const rds = await client(config, ctx);
    const address = addressOf(config, ctx);
    const production = await rds.production();
    const quotas = await rds.quotas();
    return [
        ...(0,database_url/* tlsAdvice */.SD)(address),
        ...check_source(config, production, endpointOf(address)),
        ...room(quotas.get('ManualSnapshots'), 'manual DB snapshots', 'rds-snapshot-limit'),
        ...room(quotas.get('DBInstances'), 'DB instances', 'rds-instance-limit'),
        ...(await kept(config, ctx, rds)),
        ...(await unreadable(ctx, address)),
    ];
}
function check_source(config, production, url) {
    const problem = mismatch(config.instance, config.alias, production, url);
    const { status } = production;
    return [
        ...(problem === null ? [] : [{ level: 'error', code: 'rds-source-wrong', ...problem }]),
        ...(status === 'available'
            ? []
            : [
                {
                    level: 'warning',
                    code: 'rds-instance-busy',
                    message: `Instance "${config.instance}" is "${status}". RDS makes a DB snapshot only of an available one.`,
                    remedy: 'Wait until it is available, or repair it.',
                },
            ]),
        ...(production.encrypted
            ? []
            : [
                {
                    level: 'warning',
                    code: 'rds-unencrypted',
                    message: `The storage of "${config.instance}" is not encrypted, so its DB snapshots are not either.`,
                    remedy: 'Move to encrypted storage, or restrict who may share and copy DB snapshots.',
                },
            ]),
    ];
}
/** @param quota undefined: the account does not say */
function room(quota, what, code) {
    if (quota === undefined || quota.max <= 0 || quota.used + 1 < quota.max)
        return [];
    return [
        {
            level: quota.used >= quota.max ? 'error' : 'warning',
            code,
            message: `The account has ${quota.used} of ${quota.max} ${what}.`,
            remedy: `Delete ${what} that are not needed, or raise the quota.`,
        },
    ];
}
async function kept(config, { resource }, rds) {
    const own = (await rds.snapshots()).filter((each) => each.resource === resource);
    const instances = (await rds.instances()).filter((each) => each.resource === resource && each.id !== config.instance);
    const oldest = own.map(({ at }) => at).sort()[0];
    return [
        ...(oldest === undefined
            ? []
            : [
                {
                    level: 'info',
                    code: 'rds-snapshots-kept',
                    message: `Rewind made ${own.length} DB snapshot(s) of "${config.instance}"; the oldest is of ${oldest}. They never expire.`,
                    remedy: 'Delete those in RDS that no snapshot of "rewind list" needs.',
                },
            ]),
        ...instances.map(({ id, since }) => ({
            level: 'warning',
            code: 'rds-instance-kept',
            message: `A rollback restored instance "${id}" at ${since}, and it is paid for.`,
            remedy: 'Switch the application to it and set "instance" in the configuration, or delete it.',
        })),
    ];
}
/** Tables that this user may not read: a snapshot would fail. */
async function unreadable(ctx, address) {
    const tables = await (0,connection/* withDatabase */.kR)(ctx, address, address.database, (session) => (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ name: schemas/* string */.YjP() }), `SELECT format('%I.%I', schema, name) AS name FROM (${rows/* DUMPED_TABLES */.St}) t
        WHERE NOT has_table_privilege(t.oid, 'SELECT') OR NOT has_schema_privilege(t.schema, 'USAGE') ORDER BY 1 LIMIT 20`));
    if (tables.length === 0)
        return [];
    return [
        {
            level: 'error',
            code: 'database-permission',
            message: `This user may not read ${tables.map(({ name }) => name).join(', ')}.`,
            remedy: 'Grant it pg_read_all_data, or SELECT on these tables and USAGE on their schemas.',
        },
    ];
}

// EXTERNAL MODULE: ./lib/services/postgres/loss-meter.js
var loss_meter = __webpack_require__(67455);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/compare.js

/**
 * Compares what SQL showed. Only the database of the URL is compared.
 * @returns null if it is proven that nothing was written
 */
function differenceOf(saved, snapshot, live) {
    const schema = saved.catalogs !== live.catalogs;
    const data = isWritten({ ...saved, snapshot }, { ...live, snapshot }) ||
        saved.largeObjects.content !== live.largeObjects.content ||
        saved.largeObjects.count !== live.largeObjects.count ||
        JSON.stringify(saved.sequences) !== JSON.stringify(live.sequences);
    return schema || data ? { schema, data } : null;
}
/** False only if no table can have been written to. */
function isWritten(saved, live) {
    if ('unknown' in (0,loss_meter/* baselineOf */.Bv)(saved, live))
        return true;
    const now = new Map(live.tables.map((entry) => [entry.name, entry]));
    return saved.tables.some((saw) => {
        const entry = now.get(saw.name);
        if (entry?.rows !== saw.rows)
            return true;
        if (entry.changed !== null)
            return entry.changed > 0;
        // Without a count, the newest row version decides, unless an older transaction was still running.
        return entry.newest !== saw.newest || saved.boundary.open.length > 0;
    });
}
const MOMENT = 'those written just before the DB snapshot are in it';
/** What the restored instance would lack. The count begins before the DB snapshot, so it is an upper bound. */
function risksOf(saved, live) {
    if (saved.reading === null)
        return [];
    if (live.reading === null) {
        return [{ what: `database "${saved.reading.database}"`, rows: null, note: 'unknown: it cannot be reached' }];
    }
    const of = (reading) => ({ ...reading, snapshot: saved.snapshot });
    return (0,loss_meter/* lossOf */.je)(of(saved.reading), of(live.reading)).map((loss) => ({
        what: loss.table,
        rows: loss.written,
        note: (0,loss_meter/* describeLoss */.$4)(loss.certainty === 'exact' ? { ...loss, certainty: 'at most', reason: MOMENT } : loss),
    }));
}

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/plan.js



/**
 * Plans a restore beside production, and the switch of the application, which is a person's. Empty only if it is proven
 * that nothing was written since the snapshot to the database that the URL leads to.
 */
function plan(saved, live) {
    const { copy, source, reading } = saved;
    if (copy === null || source === null || reading === null)
        return [];
    const difference = live.reading && differenceOf(reading, saved.snapshot, live.reading);
    if (live.reading && difference === null)
        return [];
    const before = difference === null
        ? 'cannot be reached'
        : `written to since the snapshot${difference.schema ? ', also its schema' : ''}`;
    const restored = live.compared?.restored ?? null;
    const target = restored?.id ?? restoredName(source.id, saved.resource, saved.snapshot);
    if (restored?.complete === true)
        return [afterwards(saved, live, restored, before)];
    const endpoint = restored?.endpoint ?? expectedEndpoint((live.source ?? source).endpoint, source.id, target);
    const gone = copyProblem(copy, live.copy);
    return [
        {
            id: 'restore',
            stage: 'database',
            action: 'create',
            target: `RDS instance "${target}", beside production`,
            before: null,
            after: `the rows of snapshot ${saved.snapshot}: DB snapshot "${copy.id}" of ${copy.at}`,
            effect: 'live',
            undo: deletion(saved.region, target, (live.source ?? source).settings),
            database: 'restore',
            dataAtRisk: risksOf(saved, live),
            warnings: [
                `Production ("${source.id}", ${before}) is not changed: the application uses it until a person switches it.`,
                'The new instance is paid for until somebody deletes it. It begins with cold storage: the first reads are slow.',
            ],
            params: {
                kind: 'restore',
                target,
                copy: copy.id,
                snapshot: saved.snapshot,
                settings: (live.source ?? source).settings,
            },
            ...(gone === null ? {} : { manual: gone }),
        },
        switchChange(saved, live, target, endpoint),
    ];
}
function copyProblem(saved, live) {
    if (live?.resourceId === saved.resourceId && live.at === saved.at) {
        return live.status === 'available'
            ? null
            : `The DB snapshot "${saved.id}" is "${live.status}": RDS does not restore it.`;
    }
    return `The DB snapshot "${saved.id}" of the snapshot is gone. Restore the instance by hand to ${saved.at} from its automated backups, if RDS still holds that time.`;
}
/** What a person does when the new instance is ready. */
function switchChange(saved, live, target, endpoint, warnings = []) {
    const at = endpoint ?? `the endpoint of instance "${target}"`;
    return {
        id: 'switch',
        stage: 'database',
        action: 'update',
        target: "the application's database URL",
        before: live.compared?.url ?? null,
        after: at,
        effect: 'next-deployment',
        undo: 'set the previous host again',
        database: 'restore',
        manual: `The restore stands beside production, not in its place. Set the host of the database URL to ${at} (user, password and database stay the same) and deploy, so that all programs use it. Then set "instance: ${target}" in the configuration.`,
        warnings,
        params: {},
    };
}
/** The instance is ready, and production still differs from the snapshot. */
function afterwards(saved, live, restored, before) {
    const others = unlike((live.source ?? saved.source)?.settings ?? {}, restored.settings);
    if (live.compared?.url !== restored.endpoint) {
        const warnings = others.length === 0 ? [] : [`"${restored.id}" differs from "${saved.source?.id ?? ''}" in ${others.join(', ')}.`];
        return { ...switchChange(saved, live, restored.id, restored.endpoint, warnings), dataAtRisk: risksOf(saved, live) };
    }
    return {
        id: 'switched',
        stage: 'database',
        action: 'run',
        target: `RDS instance "${restored.id}", restored from this snapshot`,
        before,
        after: `as in snapshot ${saved.snapshot}`,
        effect: 'live',
        undo: null,
        database: 'restore',
        dataAtRisk: risksOf(saved, live),
        manual: `Production already uses the instance that was restored from this snapshot; it was written to since, or just before the DB snapshot. To restore once more, restore the DB snapshot "${saved.copy?.id ?? ''}" by hand under another identifier.`,
        warnings: [],
        params: {},
    };
}

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/preflight.js



/** Checks that RDS has room for the new instance. A started restore has it already. */
async function preflight(config, changes, ctx) {
    const targets = changes.filter(({ manual }) => manual === undefined).map((change) => params.parse(change.params));
    const rds = await client(config, ctx);
    for (const { target } of targets) {
        if ((await rds.instance(target)) !== null)
            continue;
        return room((await rds.quotas()).get('DBInstances'), 'DB instances', 'rds-instance-limit').filter(({ level }) => level === 'error');
    }
    return [];
}

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/prove.js

/** Compares the DB snapshot with the manifest. Its rows are not read: that needs an instance. */
async function prove(config, { copy }, ctx, _source, depth) {
    if (copy === null)
        return [];
    const findings = await copyFindings(config, copy, ctx);
    if (depth !== 'restorable' || findings.length > 0)
        return findings;
    return [
        {
            level: 'warning',
            code: 'not-rehearsed',
            message: `DB snapshot "${copy.id}" is available. Rewind did not read its rows and did not rehearse the restore.`,
            remedy: 'Rehearse a restore by hand once, under another identifier.',
        },
    ];
}
/** What keeps a DB snapshot from being restored. */
async function copyFindings(config, { id, at, resourceId }, ctx) {
    const now = await (await client(config, ctx)).snapshot(id);
    if (now?.at !== at || now.resourceId !== resourceId) {
        return [
            {
                level: 'error',
                code: 'rds-copy-gone',
                message: `The DB snapshot "${id}" does not exist any more, or a different one has its identifier.`,
                remedy: 'Choose another snapshot, or restore from the automated backups of the instance.',
            },
        ];
    }
    if (now.status === 'available')
        return [];
    return [
        {
            level: 'error',
            code: 'rds-copy-unusable',
            message: `The DB snapshot "${id}" is "${now.status}": RDS does not restore it.`,
            remedy: 'Read its events in the RDS console, or choose another snapshot.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/index.js









/* harmony default export */ const rds_snapshot = ((0,provider/* defineProvider */.Nj)({
    id: 'rds-snapshot',
    state: state,
    slow: true,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    prove: prove,
    preflight: preflight,
    capabilities: capabilities,
}));


/***/ })

};
