export const id = 7914;
export const ids = [7914];
export const modules = {

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

/***/ 87914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ rds_snapshot)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/aws/errors.js
var aws_errors = __webpack_require__(85127);
// EXTERNAL MODULE: ./lib/services/aws/query.js
var query = __webpack_require__(36754);
// EXTERNAL MODULE: ./lib/services/aws/xml.js
var xml = __webpack_require__(59599);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/kinds.js
const NAMES = {
    instance: {
        title: 'instance',
        describe: 'DescribeDBInstances',
        list: 'DBInstances',
        row: 'DBInstance',
        id: 'DBInstanceIdentifier',
        arn: 'DBInstanceArn',
        resourceId: 'DbiResourceId',
        status: 'DBInstanceStatus',
        since: 'InstanceCreateTime',
        absent: 'DBInstanceNotFound',
        exists: 'DBInstanceAlreadyExists',
        busy: 'InvalidDBInstanceState',
        modify: 'ModifyDBInstance',
        snapshot: {
            title: 'DB snapshot',
            create: 'CreateDBSnapshot',
            describe: 'DescribeDBSnapshots',
            list: 'DBSnapshots',
            row: 'DBSnapshot',
            id: 'DBSnapshotIdentifier',
            absent: 'DBSnapshotNotFound',
            exists: 'DBSnapshotAlreadyExists',
            restore: 'RestoreDBInstanceFromDBSnapshot',
            source: 'DBSnapshotIdentifier',
            quota: 'ManualSnapshots',
        },
        pointInTime: {
            restore: 'RestoreDBInstanceToPointInTime',
            target: 'TargetDBInstanceIdentifier',
            source: 'SourceDBInstanceIdentifier',
            sourceId: 'SourceDbiResourceId',
            time: 'RestoreTime',
        },
        quotas: ['DBInstances'],
    },
    cluster: {
        title: 'cluster',
        describe: 'DescribeDBClusters',
        list: 'DBClusters',
        row: 'DBCluster',
        id: 'DBClusterIdentifier',
        arn: 'DBClusterArn',
        resourceId: 'DbClusterResourceId',
        status: 'Status',
        since: 'ClusterCreateTime',
        absent: 'DBClusterNotFoundFault',
        exists: 'DBClusterAlreadyExistsFault',
        busy: 'InvalidDBClusterStateFault',
        modify: 'ModifyDBCluster',
        snapshot: {
            title: 'DB cluster snapshot',
            create: 'CreateDBClusterSnapshot',
            describe: 'DescribeDBClusterSnapshots',
            list: 'DBClusterSnapshots',
            row: 'DBClusterSnapshot',
            id: 'DBClusterSnapshotIdentifier',
            absent: 'DBClusterSnapshotNotFoundFault',
            exists: 'DBClusterSnapshotAlreadyExistsFault',
            restore: 'RestoreDBClusterFromSnapshot',
            source: 'SnapshotIdentifier',
            quota: 'ManualClusterSnapshots',
        },
        pointInTime: {
            restore: 'RestoreDBClusterToPointInTime',
            target: 'DBClusterIdentifier',
            source: 'SourceDBClusterIdentifier',
            sourceId: 'SourceDbClusterResourceId',
            time: 'RestoreToTime',
        },
        quotas: ['DBClusters', 'DBInstances'],
    },
};
/** The engine that can be captured. */
const ENGINES = { instance: 'postgres', cluster: 'aurora-postgresql' };

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
/** What a rollback restores beside `source`; also a clone, which becomes that. */
function restoredName(source, resource, snapshot) {
    const end = `-rewind-${(0,digest/* sha256 */.sc)(`${resource}\n${snapshot}`).slice(0, TOKEN_LENGTH)}`;
    return `${source.slice(0, LONGEST - end.length).replace(/-+$/, '')}${end}`;
}
/**
 * Whether one identifier is of what a rollback restored from the other one, or both are of restores of one server: an
 * application moves to a restore, and may move back.
 */
function isRestoreOf(one, other) {
    const [first, second] = [one, other].map((id) => id.replace(RESTORED, '').slice(0, KEPT).replace(/-+$/, ''));
    return first === second && (RESTORED.test(one) || RESTORED.test(other));
}
/** The end of `restoredName`, also repeated, and the part of the source that it always keeps. */
const RESTORED = new RegExp(`(-rewind-[0-9a-f]{${TOKEN_LENGTH}})+$`);
const KEPT = LONGEST - '-rewind-'.length - TOKEN_LENGTH;
/** The host of what is restored: RDS replaces the first label within one account and region. Null if it cannot be told. */
function expectedEndpoint(endpoint, instance, target) {
    return endpoint?.startsWith(`${instance}.`) === true ? `${target}${endpoint.slice(instance.length)}` : null;
}
/** A copy, in messages. */
function titleOf({ kind, method, id, at }) {
    const titles = {
        snapshot: `${NAMES[kind].snapshot.title} "${id}"`,
        'point-in-time': `instant ${at} in the automated backups of ${kind} "${id}"`,
        clone: `clone "${id}"`,
    };
    return titles[method];
}
/** How a person deletes what was restored. */
function deletion(region, kind, id, { DeletionProtection: protection }) {
    const at = `--region ${region} --db-${kind}-identifier ${id}`;
    return [
        ...(protection === 'true' ? [`aws rds modify-db-${kind} ${at} --no-deletion-protection`] : []),
        ...(kind === 'cluster' ? [`aws rds delete-db-instance --region ${region} --db-instance-identifier ${id}`] : []),
        `aws rds delete-db-${kind} ${at} --skip-final-snapshot`,
    ].join(' && ');
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
/** The same of a cluster. */
const RESTORE_CLUSTER = {
    BackupRetentionPeriod: ['BackupRetentionPeriod'],
    CopyTagsToSnapshot: ['CopyTagsToSnapshot'],
    DBClusterParameterGroupName: ['DBClusterParameterGroup'],
    DBSubnetGroupName: ['DBSubnetGroup'],
    DeletionProtection: ['DeletionProtection'],
    EnableIAMDatabaseAuthentication: ['IAMDatabaseAuthenticationEnabled'],
    NetworkType: ['NetworkType'],
    Port: ['Port'],
    PreferredBackupWindow: ['PreferredBackupWindow'],
    StorageType: ['StorageType'],
    'ServerlessV2ScalingConfiguration.MinCapacity': ['ServerlessV2ScalingConfiguration', 'MinCapacity'],
    'ServerlessV2ScalingConfiguration.MaxCapacity': ['ServerlessV2ScalingConfiguration', 'MaxCapacity'],
    'ServerlessV2ScalingConfiguration.SecondsUntilAutoPause': [
        'ServerlessV2ScalingConfiguration',
        'SecondsUntilAutoPause',
    ],
};
/** What only a modification can set. */
const MODIFY = {
    MaxAllocatedStorage: ['MaxAllocatedStorage'],
    PreferredMaintenanceWindow: ['PreferredMaintenanceWindow'],
};
const MODIFY_CLUSTER = {
    PreferredMaintenanceWindow: ['PreferredMaintenanceWindow'],
};
/** Settings that belong to the instances of a cluster, not to the cluster. */
const WRITER = 'Writer.';
const OF_WRITER = /^(AutoMinorVersionUpgrade|CACertificateIdentifier|DBInstanceClass|DBParameterGroupName|PreferredMaintenanceWindow|PubliclyAccessible)$|^(Monitoring|(Enable)?PerformanceInsights)/;
/** What must be as it was before an instance is offered in place of production. */
const ESSENTIAL = /^(Writer\.)?(DBInstanceClass|DBClusterParameterGroupName|DBParameterGroupName|DBSubnetGroupName|DeletionProtection|MultiAZ|Port|PubliclyAccessible|StorageType|VpcSecurityGroupIds\.)/;
const SECURITY_GROUPS = 'VpcSecurityGroupIds.VpcSecurityGroupId';
const LOGS = 'EnableCloudwatchLogsExports.member';
/** The settings of an instance, by the parameters that make them. @param instance a `<DBInstance>` */
function settingsOf(instance) {
    const of = (path) => (0,xml/* textAt */.$6)(instance, ...path);
    const found = shown(instance, { ...RESTORE, ...MODIFY });
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
    return { ...found, ...listsOf(instance) };
}
/**
 * The settings of a cluster, and of its writer.
 * @param cluster a `<DBCluster>`
 * @param writer undefined: the cluster has no instance
 */
function clusterSettingsOf(cluster, writer) {
    const own = pick(writer ?? {}, (name) => OF_WRITER.test(name));
    return {
        ...shown(cluster, { ...RESTORE_CLUSTER, ...MODIFY_CLUSTER }),
        ...listsOf(cluster),
        ...Object.fromEntries(Object.entries(own).map(([name, value]) => [`${WRITER}${name}`, value])),
    };
}
function shown(element, names) {
    const found = Object.entries(names).map(([name, path]) => [name, (0,xml/* textAt */.$6)(element, ...path) ?? '']);
    return Object.fromEntries(found.filter(([, value]) => value !== ''));
}
function listsOf(element) {
    const groups = (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(element, 'VpcSecurityGroups') ?? element, 'VpcSecurityGroupMembership');
    const logs = (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(element, 'EnabledCloudwatchLogsExports') ?? element, 'member');
    return {
        ...(0,query/* listOf */.c3)(SECURITY_GROUPS, groups.map((group) => (0,xml/* textAt */.$6)(group, 'VpcSecurityGroupId') ?? '').sort()),
        ...(0,query/* listOf */.c3)(LOGS, logs.map(({ text }) => text).sort()),
    };
}
const isList = (name) => name.startsWith(SECURITY_GROUPS) || name.startsWith(LOGS);
/** The parameters of a restore. A default option group comes by itself. */
function forRestore(kind, wanted, method) {
    const known = kind === 'cluster' ? RESTORE_CLUSTER : RESTORE;
    const named = (name) => name in known || isList(name) || (kind === 'instance' && ['Iops', 'StorageThroughput'].includes(name));
    return pick(wanted, (name) => named(name) &&
        wanted[name]?.startsWith('default:') !== true &&
        // A clone waits for a rollback: until then somebody must be able to delete it.
        !(method === 'clone' && name === 'DeletionProtection'));
}
/** The parameters of the instance that a restored cluster gets. */
const forWriter = (wanted) => unprefixed(pick(wanted, (name) => name.startsWith(WRITER)));
const unprefixed = (settings) => Object.fromEntries(Object.entries(settings).map(([name, value]) => [name.slice(WRITER.length), value]));
/** Names of the settings that are not as wanted, sorted. Of what the original has not, only security groups count. */
function unlike(wanted, found) {
    const groups = Object.keys(found).filter((name) => name.startsWith(SECURITY_GROUPS));
    return [...new Set([...Object.keys(wanted), ...groups])].filter((name) => wanted[name] !== found[name]).sort();
}
const isEssential = (name) => ESSENTIAL.test(name);
/** @param names of the settings that differ */
function modificationOf(kind, wanted, names) {
    const ofWriter = (name) => name.startsWith(WRITER);
    const own = forModification(pick(wanted, (name) => !ofWriter(name)), names.filter((name) => !ofWriter(name)), kind);
    const writer = names.filter(ofWriter).map((name) => name.slice(WRITER.length));
    return { own, writer: forModification(forWriter(wanted), writer, 'instance') };
}
function forModification(wanted, names, kind) {
    const concerned = (name) => names.includes(name) ||
        // A list is sent whole, and the role goes with the interval.
        [SECURITY_GROUPS, 'Monitoring', 'PerformanceInsights', 'ServerlessV2ScalingConfiguration'].some((group) => name.startsWith(group) && names.some((each) => each.startsWith(group)));
    return Object.fromEntries(Object.entries(pick(wanted, concerned)).map(([name, value]) => [
        name === 'Port' && kind === 'instance'
            ? 'DBPortNumber'
            : name.startsWith(LOGS)
                ? name.replace(LOGS, 'CloudwatchLogsExportConfiguration.EnableLogTypes.member')
                : name,
        value,
    ]));
}
const pick = (from, wanted) => Object.fromEntries(Object.entries(from).filter(([name]) => wanted(name)));

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/answers.js





const marked = (element) => ({
    snapshot: (0,query/* tagIn */.mg)(element, TAGS.snapshot),
    resource: (0,query/* tagIn */.mg)(element, TAGS.resource),
});
/** @param element a `<DBInstance>` */
function instanceOf(element) {
    return {
        ...common('instance', element, (0,xml/* textAt */.$6)(element, 'Endpoint', 'Address'), (0,xml/* textAt */.$6)(element, 'Endpoint', 'Port')),
        mode: null,
        cluster: (0,xml/* textAt */.$6)(element, 'DBClusterIdentifier') ?? null,
        members: [],
        settings: settingsOf(element),
    };
}
/** @param element a `<DBCluster>` @param writer undefined: it has no instance, or it was not read */
function clusterOf(element, writer) {
    const cluster = common('cluster', element, (0,xml/* textAt */.$6)(element, 'Endpoint'), (0,xml/* textAt */.$6)(element, 'Port'));
    return {
        ...cluster,
        status: cluster.status === 'available' && writer ? writer.status : cluster.status,
        pending: cluster.pending || writer?.pending === true,
        mode: (0,xml/* textAt */.$6)(element, 'EngineMode') ?? null,
        cluster: null,
        members: membersOf(element),
        settings: clusterSettingsOf(element, writer?.settings),
    };
}
/** @param cluster a `<DBCluster>` */
function membersOf(cluster) {
    const members = (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(cluster, 'DBClusterMembers') ?? cluster, 'DBClusterMember');
    const isWriter = (member) => (0,xml/* textAt */.$6)(member, 'IsClusterWriter') === 'true';
    return [...members.filter(isWriter), ...members.filter((member) => !isWriter(member))].map((member) => (0,xml/* textAt */.$6)(member, 'DBInstanceIdentifier') ?? '');
}
function common(kind, element, host, port) {
    const names = NAMES[kind];
    const of = (name) => (0,xml/* textAt */.$6)(element, name) ?? '';
    return {
        ...marked(element),
        kind,
        id: of(names.id),
        arn: of(names.arn),
        resourceId: of(names.resourceId),
        status: of(names.status),
        engine: of('Engine'),
        endpoint: host === undefined || host === '' ? null : `${host}:${port ?? ''}`,
        since: of(names.since),
        pending: ((0,xml/* child */.jf)(element, 'PendingModifiedValues')?.children ?? []).length > 0,
        encrypted: of('StorageEncrypted') === 'true',
        complete: (0,query/* tagIn */.mg)(element, TAGS.complete) === 'true',
        window: windowOf(element, 'EarliestRestorableTime', 'LatestRestorableTime'),
    };
}
/** @param earliest and latest names of the elements */
function windowOf(element, earliest, latest) {
    return { earliest: (0,xml/* textAt */.$6)(element, earliest) ?? null, latest: (0,xml/* textAt */.$6)(element, latest) ?? null };
}
/** @param element a `<DBSnapshot>` or `<DBClusterSnapshot>` */
function snapshotOf(kind, element) {
    const of = (name) => (0,xml/* textAt */.$6)(element, name) ?? '';
    return {
        ...marked(element),
        id: of(NAMES[kind].snapshot.id),
        resourceId: of(NAMES[kind].resourceId),
        status: of('Status'),
        at: of('SnapshotCreateTime'),
        percent: Number(of('PercentProgress')),
        version: (0,xml/* textAt */.$6)(element, 'EngineVersion') ?? null,
    };
}

// EXTERNAL MODULE: ./lib/providers/rds-snapshot/config.js
var rds_snapshot_config = __webpack_require__(46299);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/client.js








const VERSION = '2014-10-31';
const PAGE = '100';
/** A list with more pages counts as broken paging. */
const MAX_PAGES = 200;
/**
 * The part of RDS's API that copies and restores need.
 * @param kind by default what the configuration names
 */
async function client(config, ctx, kind = (0,rds_snapshot_config/* kindOf */.I)(config)) {
    const api = await (0,query/* queryApi */.JO)(ctx, { name: 'RDS', prefix: 'rds', version: VERSION, region: config.region });
    const { title, snapshot: copies, pointInTime, ...names } = NAMES[kind];
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
        throw new errors.RewindError('api-unexpected-answer', `RDS does not end its answer to "${what}".`, {
            resource: ctx.resource,
        });
    };
    const instance = (id) => find('DescribeDBInstances', { DBInstanceIdentifier: id }, `read instance ${id}`, 'DBInstanceNotFound', (result) => (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, 'DBInstances') ?? result, 'DBInstance')
        .map(instanceOf)
        .at(0));
    const cluster = async (id) => {
        const found = await find(names.describe, { [names.id]: id }, `read cluster ${id}`, names.absent, (result) => (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, names.list) ?? result, names.row)[0]);
        const [writer] = found ? membersOf(found) : [];
        return found && clusterOf(found, writer === undefined ? undefined : ((await instance(writer)) ?? undefined));
    };
    const server = kind === 'cluster' ? cluster : instance;
    const sourceOf = async (target, { method, id, at, resourceId, version }) => {
        if (method === 'snapshot') {
            const source = { [names.id]: target, [copies.source]: id };
            // Without them, RDS takes its default version.
            return kind === 'cluster' ? { ...source, Engine: ENGINES.cluster, EngineVersion: version ?? undefined } : source;
        }
        // Another one may have the identifier of a deleted one.
        const same = (await server(id))?.resourceId === resourceId;
        return {
            [pointInTime.target]: target,
            ...(same ? { [pointInTime.source]: id } : { [pointInTime.sourceId]: resourceId }),
            [pointInTime.time]: at,
        };
    };
    return {
        kind,
        instance,
        /** The instance or cluster of that identifier. */
        server,
        /** @throws RewindError api-not-found */
        production: async () => {
            const id = (0,rds_snapshot_config/* sourceIdOf */.GC)(config);
            const found = await server(id);
            if (found)
                return found;
            throw new errors.RewindError('api-not-found', `RDS has no ${title} "${id}" in ${config.region}.`, {
                resource: ctx.resource,
                remedy: `Correct "${kind}" and "region" of this resource, or use the credentials of its account.`,
            });
        },
        /** Of clusters without what their writers show. */
        servers: async () => (await all(names.describe, {}, `list the ${title}s`, names.list, names.row)).map((element) => kind === 'cluster' ? clusterOf(element) : instanceOf(element)),
        snapshot: (id) => find(copies.describe, { [copies.id]: id }, `read ${copies.title} ${id}`, copies.absent, (result) => (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, copies.list) ?? result, copies.row)
            .map((element) => snapshotOf(kind, element))
            .at(0)),
        /** Manual snapshots of production. */
        snapshots: async () => (await all(copies.describe, { [names.id]: (0,rds_snapshot_config/* sourceIdOf */.GC)(config), SnapshotType: 'manual' }, `list the ${copies.title}s of ${(0,rds_snapshot_config/* sourceIdOf */.GC)(config)}`, copies.list, copies.row)).map((element) => snapshotOf(kind, element)),
        /** What the automated backups of an instance or cluster can restore; null if there are none (any more). */
        window: async (id, resourceId) => {
            if (kind === 'cluster') {
                const found = await cluster(id);
                return found?.resourceId === resourceId ? found.window : null;
            }
            const backups = await find('DescribeDBInstanceAutomatedBackups', { DbiResourceId: resourceId }, `read the automated backups of ${id}`, 'DBInstanceAutomatedBackupNotFound', (result) => (0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, 'DBInstanceAutomatedBackups') ?? result, 'DBInstanceAutomatedBackup')[0]);
            const window = backups && (0,xml/* child */.jf)(backups, 'RestoreWindow');
            return window ? windowOf(window, 'EarliestTime', 'LatestTime') : null;
        },
        /** Quotas of the account by RDS's own names, e.g. ManualSnapshots. */
        quotas: async () => {
            const result = await api.send('DescribeAccountAttributes', {}, { what: 'read the quotas of the account' });
            return new Map((0,xml/* childrenOf */.LU)((0,xml/* child */.jf)(result, 'AccountQuotas') ?? result, 'AccountQuota').map((quota) => [
                (0,xml/* textAt */.$6)(quota, 'AccountQuotaName') ?? '',
                { used: Number((0,xml/* textAt */.$6)(quota, 'Used') ?? 0), max: Number((0,xml/* textAt */.$6)(quota, 'Max') ?? 0) },
            ]));
        },
        /** Does nothing if a snapshot of that identifier exists. */
        createSnapshot: (id, tags) => unless(copies.exists, () => api.send(copies.create, { [copies.id]: id, [names.id]: (0,rds_snapshot_config/* sourceIdOf */.GC)(config), ...(0,query/* tagsOf */.Fg)(tags) }, { what: `create ${copies.title} ${id}`, remedies: { ...QUOTA_REMEDIES, [names.busy]: BUSY_REMEDY } })),
        /** Makes a copy-on-write clone of production, without an instance. Does nothing if a cluster of that identifier exists. */
        clone: (id, settings, tags) => unless(names.exists, () => api.send(pointInTime.restore, {
            [pointInTime.target]: id,
            [pointInTime.source]: (0,rds_snapshot_config/* sourceIdOf */.GC)(config),
            RestoreType: 'copy-on-write',
            UseLatestRestorableTime: 'true',
            ...settings,
            ...(0,query/* tagsOf */.Fg)(tags),
        }, {
            what: `clone cluster ${(0,rds_snapshot_config/* sourceIdOf */.GC)(config)}`,
            remedies: { ...QUOTA_REMEDIES, [names.busy]: BUSY_REMEDY },
        })),
        /** Restores a snapshot, or an instant of the automated backups. Does nothing if `target` exists. */
        restore: (target, origin, settings, tags) => unless(names.exists, async () => api.send(origin.method === 'snapshot' ? copies.restore : pointInTime.restore, { ...(await sourceOf(target, origin)), ...settings, ...(0,query/* tagsOf */.Fg)(tags) }, { what: `restore ${title} ${target}`, remedies: QUOTA_REMEDIES })),
        /** Makes the instance of a restored cluster. Does nothing if an instance of that identifier exists. */
        createWriter: (id, settings, tags) => unless('DBInstanceAlreadyExists', () => api.send('CreateDBInstance', {
            DBInstanceIdentifier: id,
            DBClusterIdentifier: id,
            Engine: ENGINES.cluster,
            ...settings,
            ...(0,query/* tagsOf */.Fg)(tags),
        }, { what: `create instance ${id}`, remedies: QUOTA_REMEDIES })),
        /** Does nothing while RDS works on it. @param writer the instance that has the settings of the writer */
        modify: async (id, { own, writer: ofWriter }, writer) => {
            const send = async (of, name, settings) => {
                if (Object.keys(settings).length === 0)
                    return;
                await unless(NAMES[of].busy, () => api.send(NAMES[of].modify, { [NAMES[of].id]: name, ApplyImmediately: 'true', ...settings }, { what: `modify ${of} ${name}` }));
            };
            await send(kind, id, own);
            if (writer !== undefined)
                await send('instance', writer, ofWriter);
        },
        markComplete: async ({ id, arn }) => {
            await api.send('AddTagsToResource', { ResourceName: arn, ...(0,query/* tagsOf */.Fg)({ [TAGS.complete]: 'true' }) }, { what: `tag ${title} ${id}` });
        },
    };
}
/** E.g. while RDS makes its daily backup. */
const BUSY_REMEDY = 'Wait until it is "available" ("rewind check" shows its status), or repair it, and take the snapshot again.';
const QUOTA_REMEDIES = {
    SnapshotQuotaExceeded: 'Delete manual snapshots that are not needed ("rewind check" counts those of Rewind), or raise the quota.',
    InstanceQuotaExceeded: 'Delete an instance that is not needed, or raise the quota of instances.',
    DBClusterQuotaExceededFault: 'Delete a cluster that is not needed, or raise the quota of clusters.',
    StorageQuotaExceeded: 'Delete an instance that is not needed, or raise the quota of storage.',
    PointInTimeRestoreNotEnabled: 'Turn automated backups on, or restore another snapshot.',
    KMSKeyNotAccessibleFault: 'Enable the KMS key of the copy, and grant the credential kms:CreateGrant and kms:DescribeKey on it.',
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/services/postgres/layout.js
var layout = __webpack_require__(85658);
// EXTERNAL MODULE: ./lib/services/postgres/reading.js
var reading = __webpack_require__(97002);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/state.js





/** What SQL shows of the database. It was read just before the copy was made. */
const state_reading = schemas/* strictObject */.rej({
    ...reading/* rowsSchema */.xZ.shape,
    database: schemas/* string */.YjP(),
    serverMajor: schemas/* number */.aig().int(),
    /** Hash of the catalogs: all definitions of the database. */
    catalogs: schemas/* string */.YjP(),
    /** Last value of each sequence; null: not used yet. */
    sequences: (0,json/* recordOf */.zv)(schemas/* string */.YjP().nullable()),
    layout: layout/* layoutSchema */.mM,
    /** Other databases of the server, sorted. They are in the copy, and are not compared. */
    others: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** Settings by the parameters of RDS's API, e.g. `MultiAZ`: "true"; of the writer of a cluster as `Writer.DBInstanceClass`. */
const settings = (0,json/* recordOf */.zv)(schemas/* string */.YjP());
const source = schemas/* strictObject */.rej({
    kind: rds_snapshot_config/* kind */.fM,
    id: schemas/* string */.YjP(),
    /** RDS never uses it again, unlike the identifier. */
    resourceId: schemas/* string */.YjP(),
    /** `host:port`; null while RDS says none. */
    endpoint: schemas/* string */.YjP().nullable(),
    /** Instances of a cluster; 0: it is an instance. */
    members: schemas/* number */.aig().int(),
    settings,
});
/** What a restore is made from. */
const copy = schemas/* strictObject */.rej({
    kind: rds_snapshot_config/* kind */.fM,
    method: rds_snapshot_config/* method */.EJ,
    /** Identifier of the snapshot or of the clone; with `point-in-time` that of the source. */
    id: schemas/* string */.YjP(),
    /** ISO 8601. With `point-in-time` the instant to restore. */
    at: schemas/* string */.YjP(),
    /** `available` if it can be restored. */
    status: schemas/* string */.YjP(),
    /** Of the source; of a clone its own. RDS never uses it again. */
    resourceId: schemas/* string */.YjP(),
    /** Version of the engine, if a restore must name it. */
    version: schemas/* string */.YjP().nullable(),
});
/** The instance or cluster that a rollback restored from the copy. */
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
    /** Null in a comparison if it does not exist any more. */
    source: source.nullable(),
    /** Null in a comparison if the database cannot be reached. */
    reading: state_reading.nullable(),
    /** Null in a comparison if the copy does not exist any more. */
    copy: copy.nullable(),
    /** Null in a snapshot. */
    compared: schemas/* strictObject */.rej({
        /** `host:port` of the URL. */
        url: schemas/* string */.YjP(),
        restored: restored.nullable(),
    })
        .nullable(),
});
const origin = copy.omit({ status: true });
/** The part of a change that `apply` reads. */
const params = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('restore'),
    /** Identifier of the new instance or cluster. */
    target: schemas/* string */.YjP(),
    copy: origin,
    snapshot: schemas/* string */.YjP(),
    /** Those of the original. */
    settings,
});

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/wait.js

const POLL_MS = 15_000;
/** The first snapshot of a large instance, or a restore that provisions storage, may take hours. */
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
                throw new errors.RewindError(failure, found === null ? `${what} does not exist any more.` : `${what} is "${found.status}".`, {
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
                throw new errors.RewindError('deadline-exceeded', `RDS did not finish: ${what} is "${found.status}".`, {
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
/** Restores beside production. The identifier and the tags say how far an earlier run came. */
async function apply(config, change, ctx) {
    const wanted = params.parse(change.params);
    const { target, copy, settings, snapshot } = wanted;
    const rds = await client(config, ctx, copy.kind);
    const found = await rds.server(target);
    if (found?.complete !== true) {
        // A clone is the target itself.
        if (found === null && copy.method !== 'clone') {
            await rds.restore(target, copy, forRestore(copy.kind, settings, copy.method), tagsFor(ctx.resource, snapshot));
        }
        await rds.markComplete(await settle(rds, wanted, ctx));
    }
    const now = await rds.server(target);
    ctx.log.info(`[${ctx.resource}] Restored beside production: ${copy.kind} "${target}" at ${now?.endpoint ?? 'no address yet'}. ` +
        `The application still uses the previous ${copy.kind}. Switch its database URL by hand.`);
}
/** Waits for what is restored, and gives it the settings of the original. @throws RewindError restore-failed */
async function settle(rds, { target, copy, settings, snapshot }, ctx) {
    const what = `${copy.kind} "${target}"`;
    const ready = (instances = 0) => untilDone(ctx, what, 'restore-failed', () => rds.server(target), ({ status, pending, members }) => status === 'available' && !pending && members.length >= instances);
    let found = await ready();
    if (found.snapshot !== snapshot || found.resource !== ctx.resource)
        throw foreign(ctx, what);
    if (copy.method === 'clone' && found.resourceId !== copy.resourceId)
        throw foreign(ctx, what);
    if (copy.kind === 'cluster') {
        if (found.members.some((member) => member !== target))
            throw foreign(ctx, `instance of ${what}`);
        await rds.createWriter(target, forWriter(settings), tagsFor(ctx.resource, snapshot));
        if ((await rds.instance(target))?.cluster !== target)
            throw foreign(ctx, `instance "${target}"`);
        found = await ready(1);
    }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const left = unlike(settings, found.settings);
        if (left.length === 0)
            return found;
        ctx.log.info(`[${ctx.resource}] setting ${left.join(', ')} of "${target}"`);
        await rds.modify(target, modificationOf(copy.kind, settings, left), found.members[0]);
        found = await ready();
    }
    const left = unlike(settings, found.settings);
    const essential = left.filter(isEssential);
    if (essential.length === 0) {
        if (left.length > 0)
            ctx.log.warn(`[${ctx.resource}] "${target}" differs from the original in ${left.join(', ')}.`);
        return found;
    }
    throw new errors.RewindError('restore-failed', `The ${what} is restored, but differs from the original in ${essential.join(', ')}.`, {
        resource: ctx.resource,
        remedy: 'Set these in the RDS console, and run the same rollback again. Production is unchanged.',
    });
}
const foreign = ({ resource }, what) => new errors.RewindError('restore-failed', `The ${what} exists, and Rewind did not make it.`, {
    resource,
    remedy: 'Rename or delete it, and run the same rollback again.',
});

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/services/aws/access.js
var access = __webpack_require__(13146);
// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(18221);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/aside.js




/** What `where` of a server holds: the region, and the server beside which it was restored, which proves the account. */
const placeSchema = schemas/* strictObject */.rej({ region: schemas/* string */.YjP(), kind: rds_snapshot_config/* kind */.fM, id: schemas/* string */.YjP(), resourceId: schemas/* string */.YjP() });
/** Null if the server of the configuration is gone. */
async function locationOf(config, rds) {
    const source = await rds.server((0,rds_snapshot_config/* sourceIdOf */.GC)(config));
    if (source === null)
        return null;
    const { id, resourceId } = source;
    return { region: config.region, kind: rds.kind, id, resourceId };
}
function placeIn(where, resource) {
    const { data } = placeSchema.safeParse(where);
    if (data === undefined) {
        throw new errors.RewindError('snapshot-foreign', 'The record names no server of RDS.', {
            resource,
            remedy: `Give "${resource}" the provider from before the rollback.`,
        });
    }
    const { region, ...source } = data;
    return { region, source };
}
/**
 * Another account, another region, and the list of the other kind do not show what a rollback restored here. Two things prove
 * the same account: the saved server, or a server that a rollback restored from it for this resource.
 * @returns the identifier of the saved server
 * @throws RewindError snapshot-foreign
 */
async function assertSame(config, { resource }, rds, of) {
    const { region, source } = 'where' in of ? placeIn(of.where, resource) : of.before;
    const foreign = (message) => new errors.RewindError('snapshot-foreign', message, {
        resource,
        remedy: `Use the account, the region and the ${source?.kind ?? rds.kind} from before the rollback.`,
    });
    if (region !== config.region)
        throw foreign(`The configuration names the region ${config.region} instead of ${region}.`);
    if (source === null)
        throw foreign('The snapshot does not say which server it is from.');
    if (source.kind !== rds.kind) {
        throw foreign(`The configuration names a ${rds.kind} instead of the ${source.kind} "${source.id}".`);
    }
    const servers = await rds.servers();
    const isKnown = servers.some(({ id, resourceId, resource: of }) => resourceId === source.resourceId || (id === (0,rds_snapshot_config/* sourceIdOf */.GC)(config) && of === resource && isRestoreOf(source.id, id)));
    if (isKnown)
        return source.id;
    throw foreign(`This account has neither the ${source.kind} "${source.id}" from before the rollback nor a server that Rewind restored from it.`);
}

// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/services/postgres/rows.js + 2 modules
var rows = __webpack_require__(33598);
// EXTERNAL MODULE: ./lib/services/postgres/select.js
var postgres_select = __webpack_require__(96032);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/copies.js






/**
 * Makes what a restore is made from, and waits until RDS can restore it.
 * @param after an instant after which the database was read, by the clock of the database
 * @throws RewindError snapshot-incomplete, deadline-exceeded
 */
async function makeCopy(config, ctx, rds, source, after) {
    switch (config.method) {
        case 'snapshot':
            return makeSnapshot(config, ctx, rds, source);
        case 'clone':
            return makeClone(config, ctx, rds, source);
        case 'point-in-time':
            return recordInstant(ctx, rds, source, await after());
    }
}
/** Reads a copy again. @returns null if it does not exist any more */
async function readCopy(rds, saved) {
    switch (saved.method) {
        case 'snapshot': {
            const found = await rds.snapshot(saved.id);
            return found && snapshotCopy(rds.kind, found);
        }
        case 'clone': {
            const found = await rds.server(saved.id);
            return found && cloneCopy(found);
        }
        case 'point-in-time': {
            const window = await rds.window(saved.id, saved.resourceId);
            return window && { ...saved, status: statusOf(saved.at, window) };
        }
    }
}
/** What keeps a copy from being restored; null: nothing. */
function copyProblem(saved, live) {
    if (live?.resourceId !== saved.resourceId || live.at !== saved.at) {
        return {
            code: 'rds-copy-gone',
            text: `The ${titleOf(saved)} does not exist any more, or a different one has its identifier.`,
        };
    }
    if (live.status === 'available')
        return null;
    return { code: 'rds-copy-unusable', text: `The ${titleOf(saved)} is "${live.status}": RDS does not restore it.` };
}
async function makeSnapshot(config, ctx, rds, source) {
    const name = copyName(ctx.resource, ctx.snapshotId);
    const { title } = NAMES[rds.kind].snapshot;
    ctx.log.info(`[${ctx.resource}] making ${title} "${name}" of ${rds.kind} "${source.id}"`);
    await rds.createSnapshot(name, tagsFor(ctx.resource, ctx.snapshotId));
    const made = await untilDone(ctx, `${title} "${name}"`, 'snapshot-incomplete', () => rds.snapshot(name), ({ status }) => status === 'available');
    if (made.resourceId !== source.resourceId)
        throw copies_foreign(ctx, `${title} "${name}"`);
    requireOwn(ctx, made, `${title} "${name}"`);
    return snapshotCopy(rds.kind, made);
}
/** A clone has no instance, so nothing can write to it until a rollback gives it one. */
async function makeClone(config, ctx, rds, source) {
    const name = restoredName((0,rds_snapshot_config/* sourceIdOf */.GC)(config), ctx.resource, ctx.snapshotId);
    ctx.log.info(`[${ctx.resource}] making clone "${name}" of cluster "${source.id}"`);
    await rds.clone(name, forRestore(rds.kind, source.settings, 'clone'), tagsFor(ctx.resource, ctx.snapshotId));
    const made = await untilDone(ctx, `clone "${name}"`, 'snapshot-incomplete', () => rds.server(name), ({ status }) => status === 'available');
    requireOwn(ctx, made, `clone "${name}"`);
    return cloneCopy(made);
}
/**
 * Nothing is made. RDS can restore an instant only some minutes later, and a snapshot that cannot be restored is none:
 * so the snapshot waits for that.
 */
async function recordInstant(ctx, rds, { id, resourceId }, after) {
    // RDS takes whole seconds. The next but one is later than every write that was read.
    const at = new Date((Math.floor(after.getTime() / 1000) + 2) * 1000).toISOString().replace('.000Z', 'Z');
    ctx.log.info(`[${ctx.resource}] recording the instant ${at} of ${rds.kind} "${id}"`);
    await untilDone(ctx, `the automated backups of "${id}" to reach ${at}`, 'snapshot-incomplete', () => rds.server(id), ({ window: { latest } }) => latest !== null && Date.parse(latest) >= Date.parse(at));
    return { kind: rds.kind, method: 'point-in-time', id, at, status: 'available', resourceId, version: null };
}
function requireOwn({ resource, snapshotId }, made, what) {
    if (made.snapshot !== snapshotId || made.resource !== resource)
        throw copies_foreign({ resource }, what);
}
const copies_foreign = ({ resource }, what) => new errors.RewindError('snapshot-incomplete', `${what} is not one that this resource made.`, {
    resource,
    remedy: 'Delete it in RDS if nobody needs it, and take the snapshot again.',
});
const snapshotCopy = (kind, { id, at, status, resourceId, version }) => ({
    kind,
    method: 'snapshot',
    id,
    at,
    status,
    resourceId,
    version: kind === 'cluster' ? version : null,
});
/** The instance that a rollback gives to a clone has its identifier. */
function cloneCopy({ kind, id, since, status, resourceId, members }) {
    const other = members.find((member) => member !== id);
    return {
        kind,
        method: 'clone',
        id,
        at: since,
        status: other === undefined ? (members.length > 0 ? 'available' : status) : `in use by instance ${other}`,
        resourceId,
        version: null,
    };
}
/** @param at ISO 8601 */
function statusOf(at, { earliest, latest }) {
    if (earliest === null || latest === null)
        return 'without automated backups';
    if (Date.parse(at) < Date.parse(earliest))
        return `expired: RDS holds what was since ${earliest}`;
    return Date.parse(at) > Date.parse(latest) ? `not restorable yet: RDS holds what was until ${latest}` : 'available';
}
/** Where production stands, as a snapshot keeps it. */
const sourceOf = ({ kind, id, resourceId, endpoint, members, settings }) => ({
    kind,
    id,
    resourceId,
    endpoint,
    members: members.length,
    settings,
});

// EXTERNAL MODULE: ./lib/services/postgres/begin-snapshot.js
var begin_snapshot = __webpack_require__(77904);
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
/** The time by the clock of the server, which also stamps its commits. */
async function clockOf(ctx, address) {
    return (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (session) => {
        const found = await (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ now: schemas/* date */.p6U() }), 'SELECT clock_timestamp() AS now');
        return (0,postgres_select/* only */.j)(found).now;
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

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/capture.js








/**
 * A snapshot makes a copy in RDS; a comparison only reads. The database is read before the copy is made, so a write in
 * between shows as a difference later.
 */
async function capture(config, ctx, sink) {
    const rds = await client(config, ctx);
    const address = addressOf(config, ctx);
    const common = { schemaVersion: 1, region: config.region, resource: ctx.resource, snapshot: ctx.snapshotId };
    if (sink.purpose === 'snapshot') {
        const production = await rds.production();
        requireSource(config, ctx, production, endpointOf(address));
        const reading = await read(ctx, address, undefined);
        const copy = await makeCopy(config, ctx, rds, production, () => clockOf(ctx, address));
        return { ...common, source: sourceOf(production), reading, copy, compared: null };
    }
    const saved = sink.saved === undefined ? undefined : state.parse(sink.saved);
    const source = saved?.source ?? null;
    // The snapshot may be of an instance, and the configuration of a cluster by now.
    const then = source === null || source.kind === rds.kind ? rds : await client(config, ctx, source.kind);
    const [production, copy, restored] = await Promise.all([
        rds.server((0,rds_snapshot_config/* sourceIdOf */.GC)(config)),
        saved?.copy ? readCopy(then, saved.copy) : null,
        source && then.server(restoredName(source.id, ctx.resource, ctx.snapshotId)),
    ]);
    return {
        ...common,
        source: production && sourceOf(production),
        reading: await readIfReachable(ctx, () => read(ctx, address, saved)),
        copy,
        compared: { url: endpointOf(address), restored: restored && restoredOf(restored) },
    };
}
/** A copy of one server proves nothing of the rows that were read on another one. */
function requireSource(config, { resource }, production, url) {
    const problem = mismatch(config, production, url);
    if (problem === null)
        return;
    throw new errors.RewindError('snapshot-incomplete', problem.message, { resource, remedy: problem.remedy });
}
/** Why the configured server and `url` are not the same, or cannot be captured; null if they are, and can. */
function mismatch(config, { cluster, engine, endpoint, mode, members, settings }, url) {
    const kind = (0,rds_snapshot_config/* kindOf */.I)(config);
    const what = `${kind === 'cluster' ? 'Cluster' : 'Instance'} "${(0,rds_snapshot_config/* sourceIdOf */.GC)(config)}"`;
    if (cluster !== null) {
        return {
            message: `${what} belongs to the cluster "${cluster}", which has the storage.`,
            remedy: `Set "cluster: ${cluster}" in place of "instance". A Multi-AZ DB cluster cannot be captured: use the postgres provider.`,
        };
    }
    if (engine !== ENGINES[kind]) {
        return { message: `${what} runs ${engine}, not ${ENGINES[kind]}.`, remedy: `Correct "${kind}".` };
    }
    if (mode !== null && mode !== 'provisioned') {
        return {
            message: `${what} has the engine mode "${mode}", which has no instances to restore.`,
            remedy: 'Use the postgres provider for this database.',
        };
    }
    if (kind === 'cluster' && members.length === 0) {
        return { message: `${what} has no instance.`, remedy: 'Set "cluster" to the one that production uses.' };
    }
    if (config.method === 'point-in-time' && Number(settings.BackupRetentionPeriod ?? 0) === 0) {
        return {
            message: `${what} has no automated backups, and the method "point-in-time" restores from them.`,
            remedy: 'Set its backup retention period to the days that a rollback may need, or choose another method.',
        };
    }
    const expected = config.alias === undefined ? endpoint : `${config.alias.toLowerCase()}:${endpoint?.split(':')[1] ?? ''}`;
    if (expected?.toLowerCase() === url)
        return null;
    return {
        message: `The URL leads to ${url}, but ${kind} "${(0,rds_snapshot_config/* sourceIdOf */.GC)(config)}" is at ${expected ?? 'no address yet'}.`,
        remedy: `Set "${kind}" to the one that production uses. If the URL has an alias (CNAME) of it, set "alias" to its host.`,
    };
}
const restoredOf = ({ id, status, endpoint, complete, since, settings }) => ({
    id,
    status,
    endpoint,
    complete,
    since,
    settings,
});
/** Production may be what fails: then the plan must say so, and a restore beside it must stay possible. */
async function readIfReachable(ctx, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors.RewindError) || error.code !== 'database-unreachable')
            throw error;
        ctx.log.warn(`[${ctx.resource}] ${error.message}`);
        return null;
    }
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/check.js













/** From this clone on, Aurora copies the whole storage instead of sharing it. */
const MAX_CLONES = 15;
/** Read-only: reads everything that a snapshot and a restore need. RDS tells nobody beforehand whether a write is allowed. */
async function check(config, ctx) {
    const rds = await client(config, ctx);
    const address = addressOf(config, ctx);
    const id = (0,rds_snapshot_config/* sourceIdOf */.GC)(config);
    const production = await rds.server(id);
    const quotas = await rds.quotas();
    const forRestore = roomToRestore(quotas, NAMES[rds.kind].quotas);
    if (production === null) {
        const message = `RDS has no ${rds.kind} "${id}" in ${config.region}.`;
        const remedy = `Correct "${rds.kind}" and "region" of this resource, or use the credentials of its account.`;
        return [{ level: 'error', code: 'rds-source-gone', message, remedy }, ...forRestore];
    }
    const { title, quota } = NAMES[rds.kind].snapshot;
    return [
        ...(0,database_url/* tlsAdvice */.SD)(address),
        ...check_source(config, production, endpointOf(address)),
        ...(config.method === 'snapshot' ? room(quotas.get(quota), `manual ${title}s`, 'rds-snapshot-limit') : []),
        ...forRestore,
        ...expiry(config, production),
        ...(await kept(config, ctx, rds)),
        ...(await unreadable(ctx, address)),
    ];
}
function check_source(config, production, url) {
    const problem = mismatch(config, production, url);
    const { kind, id, status } = production;
    return [
        ...(problem === null ? [] : [{ level: 'error', code: 'rds-source-wrong', ...problem }]),
        ...(status === 'available'
            ? []
            : [
                {
                    level: 'warning',
                    code: 'rds-instance-busy',
                    message: `The ${kind} "${id}" is "${status}". RDS copies only an available one.`,
                    remedy: 'Wait until it is available, or repair it.',
                },
            ]),
        ...(production.encrypted
            ? []
            : [
                {
                    level: 'warning',
                    code: 'rds-unencrypted',
                    message: `The storage of "${id}" is not encrypted, so its copies are not either.`,
                    remedy: 'Move to encrypted storage, or restrict who may share, copy and restore it.',
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
/** @param needed quotas that a restore takes from */
function roomToRestore(quotas, needed) {
    const titles = { DBClusters: 'DB clusters', DBInstances: 'DB instances' };
    return needed.flatMap((name) => room(quotas.get(name), titles[name], 'rds-instance-limit'));
}
/** Says how long a snapshot can be restored, if RDS decides that. */
function expiry({ method }, { kind, id, settings }) {
    const days = Number(settings.BackupRetentionPeriod ?? 0);
    if (method !== 'point-in-time' || days === 0)
        return [];
    return [
        {
            level: 'info',
            code: 'rds-backups-expire',
            message: `A snapshot can be restored for ${(0,runtime_text/* plural */.LS)(days, 'day')}: then RDS deletes the automated backups of ${kind} "${id}".`,
            remedy: 'Raise the backup retention period if a rollback may be needed later.',
        },
    ];
}
/**
 * What rollbacks restored. A clone without an instance waits for a rollback.
 * @param before identifier that production had before a rollback
 */
async function restoredBeside(config, { resource }, rds, before) {
    return (await ownServers(config, resource, rds, before)).filter(isStarted);
}
const isStarted = ({ kind, members }) => kind === 'instance' || members.length > 0;
/** Another repository or environment of this account may have a resource of this id: what it restored may be in use there. */
async function ownServers(config, resource, rds, before) {
    const source = (0,rds_snapshot_config/* sourceIdOf */.GC)(config);
    return (await rds.servers()).filter(({ id, resource: of }) => of === resource && id !== source && [source, before ?? source].some((from) => isRestoreOf(from, id)));
}
async function kept(config, { resource }, rds) {
    const snapshots = (await rds.snapshots()).filter((each) => each.resource === resource);
    const servers = await ownServers(config, resource, rds);
    const clones = servers.filter((each) => !isStarted(each));
    const oldest = [...snapshots.map(({ at }) => at), ...clones.map(({ since }) => since)].sort()[0];
    const { title } = NAMES[rds.kind].snapshot;
    return [
        ...(oldest === undefined
            ? []
            : [
                {
                    level: 'info',
                    code: 'rds-snapshots-kept',
                    message: `Rewind made ${(0,runtime_text/* plural */.LS)(snapshots.length, title)} and ${(0,runtime_text/* plural */.LS)(clones.length, 'clone')} of "${(0,rds_snapshot_config/* sourceIdOf */.GC)(config)}"; the oldest is of ${oldest}. They never expire.`,
                    remedy: 'Delete those in RDS that no snapshot of "rewind list" needs.',
                },
            ]),
        ...(config.method !== 'clone' || clones.length < MAX_CLONES
            ? []
            : [
                {
                    level: 'warning',
                    code: 'rds-clone-limit',
                    message: `"${(0,rds_snapshot_config/* sourceIdOf */.GC)(config)}" has ${clones.length} clones. Aurora makes the next one as a full copy, which is slow and paid in full.`,
                    remedy: 'Delete clones that no snapshot of "rewind list" needs.',
                },
            ]),
        ...servers.filter(isStarted).map(({ kind, id, since }) => ({
            level: 'warning',
            code: 'rds-instance-kept',
            message: `A rollback restored ${kind} "${id}" at ${since}, and it is paid for.`,
            remedy: `Switch the application to it and set "${kind}" in the configuration, or delete it.`,
        })),
    ];
}
/** Tables that this user may not read, or why the database cannot be read: a snapshot would fail. */
async function unreadable(ctx, address) {
    let tables;
    try {
        tables = await (0,connection/* withDatabase */.kR)(ctx, address, address.database, (session) => (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ name: schemas/* string */.YjP() }), `SELECT format('%I.%I', schema, name) AS name FROM (${rows/* DUMPED_TABLES */.St}) t
          WHERE NOT has_table_privilege(t.oid, 'SELECT') OR NOT has_schema_privilege(t.schema, 'USAGE') ORDER BY 1 LIMIT 20`));
    }
    catch (error) {
        // What RDS itself says is worth as much then.
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error, ctx.resource);
        return [{ level: 'error', code, message, remedy }];
    }
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

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/prove.js



/** Compares the copy with the manifest. Its rows are not read: that needs an instance. */
const prove = async (config, saved, ctx, _source, depth) => {
    // Elsewhere nothing is found, which proves nothing.
    if (saved.region !== config.region)
        return [elsewhere(saved.region, config.region)];
    return proveCopy(config, saved, ctx, depth);
};
/** Errors if the copy is gone, or cannot be restored any more. */
const stillThere = async (config, saved, ctx) => saved.region === config.region ? proveCopy(config, saved, ctx, 'contents') : [];
async function proveCopy(config, { copy }, ctx, depth) {
    if (copy === null)
        return [];
    const rds = await client(config, ctx, copy.kind);
    const problem = copyProblem(copy, await readCopy(rds, copy));
    if (problem !== null) {
        return [
            {
                level: 'error',
                code: problem.code,
                message: problem.text,
                remedy: 'Choose another snapshot, or restore from the automated backups in the RDS console.',
            },
        ];
    }
    if (depth !== 'restorable')
        return [];
    return [
        {
            level: 'warning',
            code: 'not-rehearsed',
            message: `The ${titleOf(copy)} can be restored, says RDS. Rewind did not read its rows and did not rehearse the restore.`,
            remedy: 'Rehearse a restore by hand once, under another identifier.',
        },
    ];
}
const elsewhere = (saved, live) => ({
    level: 'error',
    code: 'other-object',
    message: `The copy of the snapshot is in region ${saved}, and the configuration names ${live}.`,
    remedy: `Set region ${saved} in the configuration, or choose another snapshot.`,
});

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/capabilities.js











/** How long the rows are there. */
const LIFE = {
    snapshot: 'as long as nobody deletes it',
    'point-in-time': 'until the retention of these backups ends',
    clone: 'as long as nobody deletes it or gives it an instance',
};
const capabilities = {
    access: access/* awsAccess */.S,
    names: (saved, config) => (0,other_object/* nameParts */.IN)(['region'], saved, config),
    stillThere: stillThere,
    describeState: ({ reading, copy }) => ({
        ...(reading === null
            ? {}
            : {
                serverMajor: reading.serverMajor,
                tables: new Map(reading.tables.map(({ name, rows }) => [name, rows])),
            }),
        leftOut: copy === null ? [] : [`the rows: they are in RDS, in ${titleOf(copy)}, ${LIFE[copy.method]}`],
    }),
    blindSpots: ({ reading }) => (reading?.others ?? []).map((name) => `database "${name}" of the same server: its rows were not compared`),
    /** What rollbacks restored beside production. What production uses is none of it, and neither is an unused clone. */
    async aside(config, ctx, of) {
        const rds = await client(config, ctx);
        const before = of === undefined ? undefined : await assertSame(config, ctx, rds, of);
        const restored = await restoredBeside(config, ctx, rds, before);
        const where = restored.length === 0 ? null : await locationOf(config, rds);
        return restored.map(({ kind, id, endpoint, since, snapshot, settings }) => {
            const begins = `RDS ${kind} "${id}" at `;
            return {
                kind: 'kept',
                what: `${begins}${endpoint ?? 'no address yet'}, restored beside production ("${(0,rds_snapshot_config/* sourceIdOf */.GC)(config)}")`,
                begins,
                since,
                snapshot: snapshot ?? '',
                drop: `${deletion(config.region, kind, id, settings)} (unless the application was switched to it: then set "${kind}: ${id}")`,
                ...(where === null ? {} : { where }),
            };
        });
    },
    database: {
        modes: ['restore'],
        hazards: (saved, live) => saved.reading && live.reading ? (0,layout/* layoutHazards */._8)(saved.reading.layout, live.reading.layout) : null,
        identify: (config, ctx) => ({ database: (0,database_url/* identityOf */.cu)(addressOf(config, ctx)), part: '' }),
    },
};

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
const MOMENT = 'those written just before the copy was made are in it';
/** What the restored database would lack. The count begins before the copy was made, so it is an upper bound. */
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
    const server = otherServer(source, live.source);
    const other = (0,other_object/* otherObject */.A_)('rows and definitions', [
        { key: 'region', saved: saved.region, live: live.region },
        ...server,
        { key: 'database', saved: reading.database, live: live.reading?.database ?? reading.database },
    ], ...server.map(rebuilt));
    if (other)
        return [{ ...other, stage: 'database', database: 'restore' }];
    const difference = live.reading && differenceOf(reading, saved.snapshot, live.reading);
    if (live.reading && difference === null)
        return [];
    const before = difference === null
        ? 'cannot be reached'
        : `written to since the snapshot${difference.schema ? ', also its schema' : ''}`;
    const restored = live.compared?.restored ?? null;
    const target = restored?.id ?? restoredName(source.id, saved.resource, saved.snapshot);
    if (restored?.complete === true)
        return [afterwards(saved, live, source, restored, before)];
    const { kind } = source;
    const present = presentOf(source, live);
    const endpoint = restored?.endpoint ?? expectedEndpoint(present.endpoint, present.id, target);
    const problem = copyProblem(copy, live.copy);
    const { method, id, at, resourceId, version } = copy;
    return [
        {
            id: 'restore',
            stage: 'database',
            action: 'create',
            target: `RDS ${kind} "${target}", beside production`,
            before: null,
            after: `the rows of snapshot ${saved.snapshot}: ${titleOf(copy)}${method === 'point-in-time' ? '' : ` of ${at}`}`,
            effect: 'live',
            undo: deletion(saved.region, kind, target, present.settings),
            database: 'restore',
            // It needs the copy of the snapshot, neither the server that was copied nor room for another copy.
            repairs: [
                'rds-snapshot-limit',
                ...(live.source === null ? ['rds-source-gone'] : []),
                ...(live.reading === null ? ['database-unreachable'] : []),
            ],
            dataAtRisk: risksOf(saved, live),
            warnings: [
                `Production ("${source.id}", ${before}) is not changed: the application uses it until a person switches it.`,
                `The new ${kind} is paid for until somebody deletes it. It begins with cold storage: the first reads are slow.`,
                ...(present.members > 1
                    ? [`Production has ${present.members} instances, and the new cluster gets one. Add the readers by hand.`]
                    : []),
            ],
            params: {
                kind: 'restore',
                target,
                copy: { kind, method, id, at, resourceId, version },
                snapshot: saved.snapshot,
                settings: present.settings,
            },
            ...(problem === null ? {} : { manual: `${problem.text} Choose another snapshot, or restore by hand.` }),
        },
        switchChange(saved, live, kind, target, endpoint),
    ];
}
/**
 * Production may have moved: to another identifier (the server keeps its resource id), to what a rollback restored from it,
 * to a cluster. The identifier may also belong to a new server.
 */
function otherServer(saved, live) {
    if (live?.kind !== saved.kind || live.resourceId === saved.resourceId || isRestoreOf(saved.id, live.id))
        return [];
    return [{ key: saved.kind, saved: saved.id, live: live.id }];
}
/** A restore needs only the copy of the snapshot, so the old identifier serves also when nothing has it any more. */
const rebuilt = ({ key, saved, live }) => `If ${key} "${live}" was built in place of "${saved}", do so as well, for this plan only: "${saved}" need not exist any more. The restore is a new ${key} beside production and changes neither.`;
/** Where the settings of the restore come from: production now, unless it is gone or of the other kind. */
const presentOf = (source, live) => (live.source?.kind === source.kind ? live.source : source);
/** What a person does when the restore is ready. */
function switchChange(saved, live, kind, target, endpoint, warnings = []) {
    const at = endpoint ?? `the endpoint of ${kind} "${target}"`;
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
        manual: `The restore is beside production, not in its place. Set the host of the database URL to ${at} and deploy, so that all programs use it. Users and passwords there are those of the snapshot: set a password that was changed since there, too. Then set "${kind}: ${target}" in the configuration.`,
        warnings,
        params: {},
    };
}
/** The restore is ready, and production still differs from the snapshot. */
function afterwards(saved, live, source, restored, before) {
    const others = unlike(presentOf(source, live).settings, restored.settings);
    if (live.compared?.url !== restored.endpoint) {
        const warnings = others.length === 0 ? [] : [`"${restored.id}" differs from "${source.id}" in ${others.join(', ')}.`];
        const change = switchChange(saved, live, source.kind, restored.id, restored.endpoint, warnings);
        return { ...change, dataAtRisk: risksOf(saved, live) };
    }
    const copy = saved.copy && titleOf(saved.copy);
    return {
        id: 'switched',
        stage: 'database',
        action: 'run',
        target: `RDS ${source.kind} "${restored.id}", restored from this snapshot`,
        before,
        after: `as in snapshot ${saved.snapshot}`,
        effect: 'live',
        undo: null,
        database: 'restore',
        dataAtRisk: risksOf(saved, live),
        manual: `Production already uses the ${source.kind} that was restored from this snapshot; it was written to since, or just before the copy was made. ${saved.copy?.method === 'clone'
            ? `A clone can be used once: choose another snapshot.`
            : `To restore once more, restore the ${copy ?? 'copy'} by hand under another identifier.`}`,
        warnings: [],
        params: {},
    };
}

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/preflight.js




/** Checks that RDS has room for what is restored. A started restore has it already. */
async function preflight(config, changes, ctx) {
    const planned = changes.filter(({ manual }) => manual === undefined).map((change) => params.parse(change.params));
    for (const { target, copy } of planned) {
        const rds = await client(config, ctx, copy.kind);
        const found = await rds.server(target);
        if (found !== null && (copy.kind === 'instance' || found.members.length > 0))
            continue;
        // A cluster that exists, such as a clone, only needs its instance.
        const needed = found === null ? NAMES[copy.kind].quotas : ['DBInstances'];
        return roomToRestore(await rds.quotas(), needed).filter(({ level }) => level === 'error');
    }
    return [];
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

/***/ 13146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ awsAccess)
/* harmony export */ });
/** What AWS says of a credential without a write. */
const awsAccess = async () => ({
    credential: 'AWS credentials',
    writes: null,
    why: 'AWS answers only to a write',
});


/***/ }),

/***/ 77904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ FIXED_SETTINGS),
/* harmony export */   w: () => (/* binding */ beginSnapshot)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1176);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33598);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96032);





/** Fixes the settings that affect a row's text, so that equal content has equal hashes on every server. */
const FIXED_SETTINGS = [
    `SET LOCAL search_path = pg_catalog`,
    `SET LOCAL TimeZone = 'UTC'`,
    `SET LOCAL DateStyle = 'ISO, YMD'`,
    `SET LOCAL IntervalStyle = 'postgres'`,
    `SET LOCAL extra_float_digits = 3`,
    `SET LOCAL bytea_output = 'hex'`,
    `SET LOCAL lc_monetary = 'C'`,
    // A policy that hides rows must raise an error instead of a lower count.
    `SET LOCAL row_security = off`,
    `SET LOCAL statement_timeout = 0`,
    `SET LOCAL idle_in_transaction_session_timeout = 0`,
].join('; ');
/** How long one lock may take. Without a limit, everything that queues behind the snapshot waits as well. */
const LOCK_TIMEOUT_MS = 30_000;
/** Tables of one LOCK statement. */
const BATCH = 500;
/** Attempts until no table appears or disappears while the locks are taken. */
const ATTEMPTS = 10;
/** A table was dropped or its schema renamed (42P01, 3F000), or this session lost a deadlock (40P01). */
const RETRIED = ['42P01', '3F000', '40P01'];
const table = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ oid: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/**
 * Opens the one transaction in which everything is read, and from which pg_dump reads too.
 *
 * The tables are locked before the transaction takes its snapshot: ALTER TABLE and TRUNCATE write a new file that an older
 * snapshot sees as empty. LOCK and SET take no snapshot, so a transaction that holds such a lock has ended by then. A
 * comparison needs the same: its counts would wait for the lock without a limit, and then find the table empty.
 *
 * @returns the id of the exported snapshot
 * @throws RewindError database-locked when another session does not release a table; database-permission
 */
async function beginSnapshot(client, resource, timeoutMs = LOCK_TIMEOUT_MS) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const tables = await listTables(client);
        await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${FIXED_SETTINGS}`);
        if (await lockTables(client, resource, tables, timeoutMs)) {
            const exported = await (0,_select_js__WEBPACK_IMPORTED_MODULE_4__/* .select */ .L)(client, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }), 'SELECT pg_export_snapshot() AS id');
            const seen = await listTables(client);
            if (JSON.stringify(seen) === JSON.stringify(tables))
                return (0,_select_js__WEBPACK_IMPORTED_MODULE_4__/* .only */ .j)(exported).id;
        }
        await client.query('ROLLBACK');
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-locked', 'Tables were created or dropped during every attempt to lock them.', {
        resource,
        remedy: 'Run again when no migration is running.',
    });
}
async function listTables(client) {
    return (0,_select_js__WEBPACK_IMPORTED_MODULE_4__/* .select */ .L)(client, table, `SELECT oid::text AS oid, format('%I.%I', schema, name) AS name FROM (${_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .DUMPED_TABLES */ .St}) t ORDER BY t.oid`);
}
/** Locks tables against rewrites; false when the list of tables is out of date. */
async function lockTables(client, resource, tables, timeoutMs) {
    try {
        await client.query(`SET LOCAL lock_timeout = ${timeoutMs}`);
        for (let from = 0; from < tables.length; from += BATCH) {
            const names = tables.slice(from, from + BATCH).map(({ name }) => `ONLY ${name}`);
            await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
        }
        return true;
    }
    catch (error) {
        const code = (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) ?? '';
        if (RETRIED.includes(code))
            return false;
        if (code === '42501') {
            // The server names the first table only.
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-permission', `This user may not read every table: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}.`, {
                resource,
                cause: error,
                remedy: 'GRANT SELECT on the table, or USAGE on the schema, to this user; or connect as its owner. "rewind check" names all that it may not read.',
            });
        }
        if (code !== '55P03')
            throw error;
        await client.query('ROLLBACK');
        const holders = await holdersOf(client, tables);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-locked', `A table stayed locked for ${timeoutMs / 1000} s: ${holders.join('; ') || 'the session that held it has ended'}.`, { resource });
    }
}
/** Who holds or awaits the lock that keeps readers out. No text of queries: it may hold data. */
async function holdersOf(client, tables) {
    const rows = await (0,_select_js__WEBPACK_IMPORTED_MODULE_4__/* .select */ .L)(client, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ holder: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }), `SELECT format('%s (application "%s", user "%s") %s %s on %s', coalesce('pid ' || l.pid, 'a prepared transaction'), a.application_name, a.usename,
                   CASE WHEN l.granted THEN 'holds' ELSE 'waits for' END, l.mode, l.relation::regclass) AS holder
       FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.mode = 'AccessExclusiveLock' AND l.relation = ANY ($1::oid[])
      ORDER BY l.granted DESC, a.xact_start LIMIT 10`, [tables.map(({ oid }) => oid)]);
    return rows.map(({ holder }) => holder);
}


/***/ }),

/***/ 85658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   _8: () => (/* binding */ layoutHazards),
/* harmony export */   mM: () => (/* binding */ layoutSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33220);


/** What code sees of a database: tables, views, columns, what rows must satisfy, values of enums. No rows, no secrets. */
const layoutSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** By `schema.table`, also views. */
    tables: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        /** By name: `text`, `text not null` (with a default), `text required` (NOT NULL without a default). */
        columns: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        /** Constraints and unique indexes, e.g. `check orders_total_check`. */
        rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    })),
    /** Values by `schema.type`, in order. */
    enums: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
});
const OWN = (oid, catalog) => `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' AND ($1::text IS NULL OR n.nspname = $1)
   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
const tableRow = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    columns: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});
const enumRow = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) });
/** Partitions are left out: they look like their table. @param schema null: all schemas */
async function readLayout(client, schema) {
    const tables = await client.query(`SELECT n.nspname || '.' || c.relname AS name,
            (SELECT coalesce(json_object_agg(a.attname, format_type(a.atttypid, a.atttypmod) ||
                      CASE WHEN NOT a.attnotnull THEN '' WHEN a.atthasdef OR a.attidentity <> '' THEN ' not null' ELSE ' required' END
                      ORDER BY a.attnum), '{}')
               FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
            ARRAY(SELECT CASE k.contype WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' ELSE 'exclusion' END || ' ' || k.conname
                    FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f', 'x')
                  UNION ALL
                  SELECT 'unique ' || x.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                   WHERE i.indrelid = c.oid AND i.indisunique AND NOT i.indisprimary ORDER BY 1) AS rules
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' AND NOT c.relispartition AND ${OWN('c.oid', 'pg_catalog.pg_class')}
      ORDER BY 1`, [schema]);
    const enums = await client.query(`SELECT n.nspname || '.' || t.typname AS name, ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
       FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND ${OWN('t.oid', 'pg_catalog.pg_type')} ORDER BY 1`, [schema]);
    return {
        tables: Object.fromEntries(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(tableRow)
            .parse(tables.rows)
            .map(({ name, ...rest }) => [name, rest])),
        enums: Object.fromEntries(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(enumRow)
            .parse(enums.rows)
            .map(({ name, labels }) => [name, labels])),
    };
}
/** What old code meets if the database stays as it is. Objects that only the live layout has are no hazard. Pure. */
function layoutHazards(saved, live) {
    const found = Object.entries(saved.tables).flatMap(([table, before]) => {
        const now = live.tables[table];
        const name = shown(table);
        if (now === undefined)
            return [{ kind: 'gone', text: `${name} is gone: old code that uses it fails` }];
        return [
            ...Object.entries(before.columns).flatMap(([column, type]) => columnHazards(`${name}.${column}`, type, (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(now.columns, column))),
            ...Object.entries(now.columns).flatMap(([column, type]) => Object.hasOwn(before.columns, column) || needOf(type) !== 'required'
                ? []
                : [
                    {
                        kind: 'breaks',
                        text: `${name}.${column} is new, NOT NULL and has no default: inserts of old code into ${name} fail`,
                    },
                ]),
            ...now.rules
                .filter((rule) => !before.rules.includes(rule))
                .map((rule) => ({
                kind: 'may-break',
                text: `${name} has the new constraint ${rule}: writes of old code that violate it fail`,
            })),
        ];
    });
    const order = (kind) => ['gone', 'breaks', 'may-break'].indexOf(kind);
    return [...found, ...enumHazards(saved, live)].sort((a, b) => order(a.kind) - order(b.kind));
}
function columnHazards(name, before, now) {
    if (now === undefined)
        return [{ kind: 'gone', text: `${name} is gone: old code that reads or writes it fails` }];
    const [was, is] = [typeOf(before), typeOf(now)];
    const found = [];
    if (was !== is) {
        found.push({
            kind: isWider(was, is) ? 'may-break' : 'breaks',
            text: `${name} is ${is}, and was ${was}: old code reads and writes ${was}`,
        });
    }
    if (needOf(now) !== '' && needOf(before) === '') {
        found.push({
            kind: 'may-break',
            text: `${name} no longer accepts NULL: writes of old code that leave it empty fail`,
        });
    }
    else if (needOf(now) === 'required' && needOf(before) === 'not null') {
        found.push({
            kind: 'may-break',
            text: `${name} has no default any more: inserts of old code that leave it out fail`,
        });
    }
    return found;
}
function enumHazards(saved, live) {
    return Object.entries(saved.enums).flatMap(([type, before]) => {
        const now = (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(live.enums, type);
        // Columns of the type show what became of it.
        if (now === undefined)
            return [];
        const gone = before.filter((label) => !now.includes(label));
        const added = now.filter((label) => !before.includes(label));
        const name = shown(type);
        return [
            ...gone.map((label) => ({
                kind: 'gone',
                text: `value "${label}" of ${name} is gone: old code that uses it fails`,
            })),
            ...added.map((label) => ({
                kind: 'may-break',
                text: `value "${label}" of ${name} is new: old code that reads a row with it may fail`,
            })),
        ];
    });
}
const NEED = / (not null|required)$/;
const needOf = (column) => NEED.exec(column)?.[1] ?? '';
const shown = (name) => name.replace(/^public\./, '');
const typeOf = (column) => shown(column.replace(NEED, ''));
const INTEGERS = ['smallint', 'integer', 'bigint'];
const baseOf = (type) => type.replace(/\(.*\)/, '');
const isText = (type) => /^(character varying|character|text|citext)$/.test(baseOf(type));
/** True if values of the old type keep their form: whether old code minds depends on the values. */
function isWider(was, is) {
    if (isText(was) && isText(is))
        return true;
    const [from, to] = [INTEGERS.indexOf(was), INTEGERS.indexOf(is)];
    return (from >= 0 && to >= from) || baseOf(was) === baseOf(is);
}


/***/ }),

/***/ 97002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ serverDoubt),
/* harmony export */   Ij: () => (/* binding */ isSameServer),
/* harmony export */   xZ: () => (/* binding */ rowsSchema)
/* harmony export */ });
/* unused harmony export transaction */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const table = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** `schema.name` */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** Size on disk without indexes, to divide a restore into equal parts. */
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    /** Transaction id of the newest row version (32 bits, as in the row); null if the table is empty. */
    newest: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().nullable(),
    /** Rows written since the snapshot that the database is compared with; null if not compared, or if they cannot be told. */
    changed: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().nullable(),
    /** Rows whose transaction id is of an earlier cycle of ids and looks like a future one. */
    ahead: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** The file of the table, which a rewrite replaces; null for a table without one. */
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Order-independent hash of all rows; null unless `integrity: content`. */
    content: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** `WHERE …`: the rows that pg_dump saves of an extension's configuration table; '' = all. */
    condition: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Rows written since the start of the server's statistics: for messages only, never for decisions. */
    inserted: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    updated: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    deleted: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
});
const transaction = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+$/);
/** What was read of the rows of a database at one moment, and what tells later rows from these. */
const rowsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    tables: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(table),
    /** Number, and order-independent hash of their content. */
    largeObjects: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ count: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(), content: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    /** The transactions that were finished at the moment: those below `next` except `open` (PostgreSQL: pg_snapshot). */
    boundary: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        next: transaction,
        open: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(transaction),
        /** All transactions below this one had ended. */
        oldest: transaction,
        /** Transactions from `oldest` to `next` that wrote rows of the snapshot, low 32 bits; null if they were too many. */
        seen: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(transaction).nullable(),
    }),
    /** Identifies the server (null if this user may not ask) and the database on it: transaction ids mean nothing elsewhere. */
    origin: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ server: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(), database: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    /** Rewind's last restore of this database. */
    restored: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), next: transaction }).nullable(),
    /** First transaction after this database took its name by a restore or an undo; only read for a comparison. */
    arrived: transaction.exactOptional(),
});
/** False if the servers are surely two. A user who may not ask for the identity of a server is taken at the word of the address. */
const isSameServer = (a, b) => a.server === null || b.server === null || a.server === b.server;
/** Why nothing tells whether two readings are of one server, a phrase without a full stop; null if something does. */
function serverDoubt(then, now) {
    if (then.server !== null && now.server !== null)
        return null;
    const who = now.server === null ? 'the user of the URL may not' : 'the user of that time was not allowed to';
    return `${who} call pg_control_system()`;
}


/***/ })

};
