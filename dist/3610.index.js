export const id = 3610;
export const ids = [3610];
export const modules = {

/***/ 3610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ PROVIDER_FACTS)
});

;// CONCATENATED MODULE: ./lib/providers/aws-scaling/facts.js
const facts = {
    title: 'AWS scalable target',
    captured: 'minimum, maximum, what is suspended',
    restored: 'by registration, which sets only what differs',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'scaling policies, scheduled actions, the present capacity',
    peer: 'moto',
    reads: 'application-autoscaling:DescribeScalableTargets',
    writes: 'also application-autoscaling:RegisterScalableTarget',
    time: 'one request; AWS then scales in its own time',
    affects: 'every user of the service, if its capacity is too low for the load',
    credentials: ['AWS'],
    object: { same: ['region', 'target', 'dimension'] },
    findings: {
        'scaling-out-suspended': {
            meaning: 'The target does not scale out on its own, so a higher maximum adds no capacity.',
            remedy: 'Resume scaling out in AWS if that is not intended.',
        },
        'scaling-target-absent': {
            meaning: 'No such scalable target is registered in this region and account.',
            remedy: 'Correct target, dimension and region, or register the target.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/cloudfront/facts.js
const facts_facts = {
    title: 'Amazon CloudFront distribution',
    captured: 'distribution config and associated functions',
    restored: 'with ETag; then invalidation',
    live: 'everything, in minutes',
    nextDeployment: 'nothing',
    notRestored: 'deleted distributions',
    peer: "moto (parts), botocore's description, the AWS SDK",
    reads: 'cloudfront: GetDistribution, ListInvalidations, GetInvalidation, DescribeFunction, GetFunction',
    writes: 'also to update the distribution and its functions, and to invalidate',
    time: 'minutes: until CloudFront says Deployed, at most "wait" (1800 seconds by default)',
    affects: 'visitors, while the distribution deploys and its caches fill again (minutes)',
    credentials: ['AWS'],
    object: { same: ['distribution'] },
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

;// CONCATENATED MODULE: ./lib/providers/lambda-concurrency/facts.js
const lambda_concurrency_facts_facts = {
    title: 'AWS Lambda concurrency',
    captured: 'reserved concurrency; provisioned concurrency of one alias',
    restored: 'each by its own call; what was not there is removed',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'code and aliases of the function; provisioned concurrency of other aliases',
    peer: 'moto for reserved concurrency; our emulator for the rest',
    reads: 'lambda: GetFunctionConcurrency, GetProvisionedConcurrencyConfig',
    writes: 'also Put and Delete of both',
    time: 'one request for a reservation; at most 15 minutes until AWS has provided environments',
    affects: 'every caller of the function, if its concurrency is too low for the load',
    credentials: ['AWS'],
    object: { same: ['region', 'function', 'qualifier'] },
    findings: {
        'lambda-provision-failed': {
            meaning: 'AWS could not provide the provisioned concurrency of the alias.',
            remedy: 'Read its status in the Lambda console, and set it again.',
        },
        'lambda-switched-off': {
            meaning: 'The reserved concurrency of the function is 0, so it does not run.',
            remedy: 'Raise or remove the reservation if that is not intended.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/facts.js
const launchdarkly_facts_facts = {
    title: 'LaunchDarkly flags',
    captured: 'targeting of every flag in one environment, variations, archive',
    restored: 'one semantic patch for each flag; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'experiments; segments',
    peer: 'official client launchdarkly-api',
    reads: 'viewProject',
    writes: 'also to update, create and archive flags of the environment',
    time: 'one request for each flag that differs',
    affects: 'users of the flags that change, within seconds',
    credentials: ['LAUNCHDARKLY_ACCESS_TOKEN'],
    object: { same: ['project', 'environment'] },
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

;// CONCATENATED MODULE: ./lib/providers/neon-branch/facts.js
const neon_branch_facts_facts = {
    title: 'Neon branch',
    captured: 'all databases of the branch, as a child branch without a compute',
    restored: 'from the child branch, in seconds; Neon keeps the state before as another branch',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'rows written since (in the kept branch, not merged); a snapshot whose branch was deleted',
    peer: "Neon's official client and OpenAPI description, against our emulator; no real Neon",
    reads: 'snapshot: a key that may create branches; plan: one that may read the project',
    writes: 'the key of the snapshot',
    time: "seconds whatever the size, by Neon's description; not measured against Neon",
    affects: 'every user and job of all databases of the branch: Neon interrupts their connections for some seconds',
    credentials: ['NEON_API_KEY'],
    object: { same: ['project', 'branch'] },
    findings: {
        'neon-branch-expires': {
            meaning: "Production's branch has an expiration, so Neon makes no child of it.",
            remedy: 'Remove the expiration.',
        },
        'neon-branch-kept': {
            meaning: 'Restores kept branches with what production held before.',
            remedy: 'Delete them when they are not needed, if Neon allows it.',
        },
        'neon-branch-limit': {
            meaning: 'The project has too few branches left for a snapshot and a restore.',
            remedy: 'Delete branches, lower keep-days, or raise the limit.',
        },
        'neon-branch-protected': {
            meaning: "Production's branch is protected; Neon may refuse to restore it.",
            remedy: 'Rehearse, and remove the protection before a rollback if Neon refuses.',
        },
        'neon-copy-gone': {
            meaning: 'The branch of a snapshot was deleted or expired, or a different branch has its name.',
            remedy: 'Recover it within 7 days, or choose another snapshot.',
        },
        'neon-copy-touched': {
            meaning: 'The branch of a snapshot has a read-write compute, was reset, or was written to.',
            remedy: 'Compare its rows before a restore.',
        },
        'neon-history-short': {
            meaning: 'The history window is shorter than the time that snapshots are kept.',
            remedy: 'Do not delete branches of snapshots, or raise the window.',
        },
        'neon-restore-restricted': {
            meaning: 'Neon does not restore this branch at present.',
            remedy: 'Remove the reason that Neon names.',
        },
        'neon-restore-unfinished': {
            meaning: 'An interrupted rollback has begun a restore.',
            remedy: 'Run the same rollback again.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/neon-compute/facts.js
const neon_compute_facts_facts = {
    title: 'Neon compute',
    captured: 'autoscaling limits, time until it is suspended',
    restored: 'each by its own call',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'settings of PostgreSQL, pooling, read replicas; a compute that was deleted',
    peer: "Neon's official client and OpenAPI description, against our emulator; no real Neon",
    reads: 'a key that may read the project',
    writes: 'a key that may write to the project',
    time: 'one request, and until Neon has finished its operation',
    affects: 'every query on the branch, if the compute is too small for the load; a restart of it may break connections',
    credentials: ['NEON_API_KEY'],
    object: { same: ['project', 'endpoint'] },
    findings: {},
};

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/facts.js
/** What a drill finds in a restored snapshot. */
const DRILL_FINDINGS = {
    'drill-restore-failed': {
        meaning: 'The dump of the snapshot cannot be restored.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-exit-code-lied': {
        meaning: 'pg_restore reported errors and ended with status 0.',
        remedy: 'Make sure that the pg_restore which runs is the one of PostgreSQL ("client-bin", PATH).',
    },
    'drill-empty-restore': {
        meaning: 'The restored database has no row, and the snapshot says that it has some.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-truncated': {
        meaning: 'Tables came back without a single row.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-volume-drift': {
        meaning: 'Tables have fewer rows than the snapshot says.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-rows-added': {
        meaning: 'Tables have more rows than the snapshot says.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-row-content': {
        meaning: 'Rows differ from those of the snapshot.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-large-objects': {
        meaning: 'Large objects differ from those of the snapshot.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-schema-differs': {
        meaning: 'Objects are missing or new, or have another definition than in the snapshot.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-owner-lost': {
        meaning: 'Objects have another owner than in the snapshot.',
        remedy: 'Make the dump without --no-owner, and create the role before a restore.',
    },
    'drill-privileges-lost': {
        meaning: 'Privileges differ from those of the snapshot.',
        remedy: 'Make the dump without --no-privileges, and create the roles before a restore.',
    },
    'drill-role-absent': {
        meaning: 'The snapshot needs a role that production does not have, so that a restore fails.',
        remedy: 'Create the role in production, or take a new snapshot.',
    },
    'drill-extension-absent': {
        meaning: 'An extension of the snapshot is not in the restored database.',
        remedy: 'Take a new snapshot with a role that may dump extensions.',
    },
    'drill-extension-version': {
        meaning: 'An extension has another version than in production.',
        remedy: 'Update it in production, or give a scratch server with the same versions.',
    },
    'drill-collation-mismatch': {
        meaning: 'Indexes were built with another version of a collation than the server has now.',
        remedy: 'REINDEX, then ALTER COLLATION … REFRESH VERSION.',
    },
    'drill-collation-elsewhere': {
        meaning: 'The scratch server has other versions of collations than production. This is not an error: a restore rebuilds every index with the versions of its server.',
    },
    'drill-index-invalid': {
        meaning: 'An index is invalid: queries do not use it.',
        remedy: 'REINDEX it, or attach an index to each partition.',
    },
    'drill-constraint-not-valid': {
        meaning: 'A constraint is NOT VALID: rows may violate it.',
        remedy: 'ALTER TABLE … VALIDATE CONSTRAINT, and repair the rows that it names.',
    },
    'drill-foreign-key-violated': {
        meaning: 'Rows refer to rows that are not there.',
        remedy: 'Repair the rows in production, or take a new snapshot.',
    },
    'drill-trigger-disabled': {
        meaning: 'Triggers do not fire as they do in production.',
        remedy: 'ALTER TABLE … ENABLE TRIGGER, and dump without --disable-triggers.',
    },
    'drill-matview-unpopulated': {
        meaning: 'A materialized view has no rows, and reading it fails.',
        remedy: 'REFRESH MATERIALIZED VIEW after a restore.',
    },
    'drill-sequence-behind': {
        meaning: 'A sequence would give values that rows have, so that inserts fail.',
        remedy: 'SELECT setval(…) past the highest value of the column.',
    },
    'drill-sequence-differs': {
        meaning: 'A sequence is not where the snapshot has it.',
        remedy: 'Take a new snapshot, and find out why this one was accepted.',
    },
    'drill-migration-missing': {
        meaning: 'A migration of the snapshot is not applied in the restored database.',
        remedy: 'Take a new snapshot after the migrations have ended.',
    },
    'drill-corruption': {
        meaning: 'pg_amcheck found that a table or an index is corrupt.',
        remedy: 'REINDEX, and look for functions in indexes that are not immutable.',
    },
    'drill-canary': {
        meaning: 'The canary row is missing or was altered.',
        remedy: 'Compare the row with production. If it was changed there on purpose, correct the configuration.',
    },
    'drill-not-compared': {
        meaning: 'A check of a drill was not carried out, or only in part: it proves nothing.',
        remedy: 'Do what the finding says.',
    },
    'drill-not-configured': {
        meaning: 'This check of a drill is not configured.',
        remedy: 'Configure it as the finding says.',
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
    reads: 'CONNECT; SELECT on all tables and sequences; BYPASSRLS where row security hides rows',
    writes: 'by swap: owner of the database with CREATEDB; in place: owner of the database',
    time: 'grows with the database: a plan shows how long the backup took; at the swap, connections are cut once',
    affects: 'every user and job that writes: connections are cut while the databases are swapped',
    credentials: [],
    findings: {
        'database-connections': {
            meaning: 'The connection limit of the database or the role is too low for a backup or a restore.',
            remedy: 'Raise the limit.',
        },
        'database-client-outdated': {
            meaning: 'The client is from before August 2025: a restore with it can run commands that a name in the database holds.',
            remedy: 'Update the client programs.',
        },
        'database-gone': {
            meaning: 'The database does not exist.',
            remedy: 'Correct the URL, or restore the database: the restored one takes the name.',
        },
        'database-in-place': {
            meaning: 'A restore locks the tables while it runs, because it cannot create a database.',
            remedy: 'Grant CREATEDB, unless "restore: in-place" is intended.',
        },
        'database-in-place-impossible': {
            meaning: 'A restore in place would fail: this user may not replace an object, or the server has too few locks.',
            remedy: 'Do what the finding says before an incident, or let a restore swap databases.',
        },
        'database-kept': {
            meaning: 'An earlier restore kept a database.',
            remedy: 'Drop it when it is not needed any more.',
        },
        'database-not-dumped': {
            meaning: 'A snapshot lacks something: this user may not read it, or the owner of a materialized view could not fill it again.',
            remedy: 'Do what the finding says, or keep what re-creates the object elsewhere.',
        },
        'database-not-restorable': {
            meaning: 'PostgreSQL would stop a restore at an object of the database.',
            remedy: 'Do what the finding says before an incident.',
        },
        'database-owners': {
            meaning: 'A new snapshot would hold owners that this user may not give objects to. A plan looks at those of its own snapshot.',
            remedy: 'Do what the finding says, and take a new snapshot.',
        },
        'database-prepared-transactions': {
            meaning: 'A prepared transaction keeps the database from being renamed.',
            remedy: 'COMMIT PREPARED or ROLLBACK PREPARED it.',
        },
        'database-replication-slots': {
            meaning: 'Logical replication slots stay with the old database after a restore.',
            remedy: 'Create the slots again after a restore.',
        },
        'database-server-unknown': {
            meaning: 'The user may not ask which server answers, so what depends on it is unknown.',
            remedy: 'GRANT EXECUTE ON FUNCTION pg_control_system() to the user.',
        },
        'database-sessions': {
            meaning: 'Rewind cannot end sessions that would stop the swap.',
            remedy: 'Grant pg_signal_backend, or end the sessions first.',
        },
        'database-space': {
            meaning: 'A restore needs disk space for a second copy of the database.',
            remedy: 'Compare it with the free space of the server.',
        },
        'database-standby': {
            meaning: 'The URL leads to a read-only standby, so a restore would fail.',
            remedy: 'Set the URL to the primary server.',
        },
        'database-subscriptions': {
            meaning: 'Enabled subscriptions stay with the old database after a restore.',
            remedy: 'Move the subscriptions to the restored database.',
        },
        'database-unfinished': {
            meaning: 'An interrupted restore left a new database.',
            remedy: 'Run the same rollback again, or drop it.',
        },
        'database-restorable': { meaning: 'The dump was restored on a scratch server and compared.' },
        ...DRILL_FINDINGS,
    },
};

;// CONCATENATED MODULE: ./lib/providers/prisma/facts.js
const prisma_facts_facts = {
    title: 'Prisma migrations',
    captured: 'migration history, down.sql of each migration',
    restored: 'by down.sql, newest first; in a recovery, by the migration.sql of those that were taken down',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'content of dropped columns and tables',
    peer: 'real Prisma 7',
    reads: 'SELECT on _prisma_migrations',
    writes: 'the role that runs the migrations, with a direct URL',
    time: 'as long as the down.sql run, and a backup of the whole database before them',
    affects: 'code that uses what the migrations added; tables are locked while they run',
    credentials: [],
    findings: {
        'migration-directory-missing': {
            meaning: 'An applied migration is not in this checkout.',
            remedy: 'Check out the deployed commit.',
        },
        'migration-failed-row': {
            meaning: 'A migration failed in the middle; "prisma migrate deploy" stops with P3009.',
            remedy: 'Undo it, then run "prisma migrate resolve".',
        },
        'migration-outside-transaction': {
            meaning: 'A statement cannot run in a transaction.',
            remedy: 'Give this statement its own migration.',
        },
        'drill-down-missing': {
            meaning: 'The newest migration of the snapshot has no down.sql in this checkout, so none was taken down in the drill.',
            remedy: 'Write its down.sql ("rewind migrate generate").',
        },
        'drill-up-missing': {
            meaning: 'A migration that the drill took down cannot be applied again from this checkout.',
            remedy: 'Check out the commit of the snapshot.',
        },
        'drill-layout-differs': {
            meaning: 'After migrations were taken down and applied again, tables, columns or rules are not as before.',
            remedy: 'Correct the down.sql of the migration.',
        },
        'drill-migrations-empty': { meaning: 'The snapshot holds no applied migration, so there was none to take down.' },
        'migrations-none': { meaning: 'Prisma has not migrated this database yet.' },
        'migrations-pending': { meaning: 'The next "prisma migrate deploy" applies migrations.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/facts.js
const rds_snapshot_facts_facts = {
    title: 'RDS and Aurora',
    captured: 'the whole instance or Aurora cluster, as a snapshot, an instant of its backups, or a clone; schema and exact rows of one database, read through SQL',
    restored: 'into a new instance or cluster beside production; a person switches the application to it',
    live: 'nothing of production',
    nextDeployment: 'the switch, by hand: the host in the database URL',
    notRestored: 'rows written since; a copy that was deleted or has expired; reader instances',
    peer: "moto and the API description of AWS's SDK, and PostgreSQL itself; no real RDS",
    reads: 'rds:Describe…; a snapshot also AddTagsToResource and the call that makes the copy; SELECT through SQL',
    writes: 'also the Restore… and Modify… calls of the instance or cluster',
    time: 'as long as RDS takes to make an instance or cluster, longer for a large one; not measured against RDS',
    affects: 'nobody, until the application is switched to what was restored',
    credentials: ['AWS'],
    object: { same: ['region', 'instance', 'cluster'] },
    findings: {
        'rds-backups-expire': {
            meaning: 'Snapshots are instants of the automated backups, which RDS deletes after their retention.',
            remedy: 'Raise the backup retention period if a rollback may be needed later.',
        },
        'rds-clone-limit': {
            meaning: 'The cluster has so many clones that Aurora makes the next one as a full copy.',
            remedy: 'Delete clones that no snapshot needs.',
        },
        'rds-copy-gone': {
            meaning: 'The copy in RDS was deleted, or a different one has its identifier.',
            remedy: 'Choose another snapshot, or restore from the automated backups.',
        },
        'rds-copy-unusable': {
            meaning: 'The copy in RDS cannot be restored: not available, expired, or in use.',
            remedy: 'Choose another snapshot, or read its events in the RDS console.',
        },
        'rds-instance-busy': {
            meaning: "Production's instance or cluster is not available, so RDS makes no copy of it.",
            remedy: 'Wait, or repair the instance.',
        },
        'rds-instance-kept': {
            meaning: 'A rollback restored an instance or cluster beside production, and it still exists.',
            remedy: 'Switch the application to it, or delete it.',
        },
        'rds-instance-limit': {
            meaning: 'The account has hardly any DB instance or cluster left, and a restore makes one.',
            remedy: 'Delete some, or raise the quota.',
        },
        'rds-snapshot-limit': {
            meaning: 'The account has hardly any manual snapshot left, and a snapshot makes one.',
            remedy: 'Delete manual snapshots, or raise the quota.',
        },
        'rds-snapshots-kept': {
            meaning: 'Rewind made snapshots or clones in RDS, which never expire.',
            remedy: 'Delete those that no snapshot needs.',
        },
        'rds-source-gone': {
            meaning: 'The instance or cluster of the configuration does not exist.',
            remedy: 'Correct "instance", "cluster" and "region", or use the credentials of its account.',
        },
        'rds-source-wrong': {
            meaning: 'The URL does not lead to the instance or cluster, or it cannot be captured (another engine, no backups).',
            remedy: 'Correct "instance", "cluster", "url" or "method", or set "alias".',
        },
        'rds-unencrypted': {
            meaning: 'The storage of production and of its copies is not encrypted.',
            remedy: 'Move to encrypted storage.',
        },
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
    reads: 's3:Get… of each part that is captured',
    writes: 'also s3:Put… and Delete… of them',
    time: 'one request for each part that differs',
    affects: 'everyone who reads or writes the bucket, under the older rules',
    credentials: ['AWS'],
    object: { same: ['bucket'] },
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
    reads: 'restricted key: Webhook endpoints and Event destinations, Read',
    writes: 'the same with Write; to pass a signing secret on, a Vercel token that writes variables and promotes deployments',
    time: 'one request for each endpoint that differs; with a new signing secret, also a deployment',
    affects: 'payments: Stripe sends its events to the endpoints of the snapshot',
    credentials: ['STRIPE_API_KEY'],
    object: { same: [], parts: ['endpoints'] },
    findings: {
        'stripe-endpoint-disabled': { meaning: 'An endpoint is disabled.', remedy: 'Enable it, or delete it.' },
        'stripe-endpoint-limit': {
            meaning: 'The account has no room for the endpoints to re-create.',
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
            meaning: 'The snapshot and the key have different modes.',
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
            meaning: 'A rollback that re-created an endpoint did not finish.',
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
    reads: 'the role Viewer',
    writes: 'to create and update flags, strategies and segments in the project and environment',
    time: 'a few requests for each flag that differs',
    affects: 'users of the toggles that change, when their client polls next',
    credentials: ['UNLEASH_URL', 'UNLEASH_API_TOKEN'],
    object: { same: ['project', 'environment'] },
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
    reads: 'to read the project',
    writes: 'to deploy to production; to manage domains, if one must be pointed by itself',
    time: 'seconds; at most timeout-seconds (300 by default)',
    affects: 'everyone who uses the site: requests go to the older deployment within seconds',
    credentials: ['VERCEL_TOKEN'],
    object: { same: ['project', 'team'] },
    findings: {
        'no-production-deployment': { meaning: 'The project was never deployed to production.' },
        'production-not-returnable': {
            meaning: 'The deployment in production could not be returned to after the next deploy.',
            remedy: 'Deploy again, and check the retention policy of the project.',
        },
        'production-unknown': {
            meaning: 'Vercel does not say which deployment is in production.',
            remedy: 'Promote a deployment in Vercel, and grant the token full read access to the project.',
        },
        'production-pin-unknown': {
            meaning: 'Vercel does not say whether a rollback pins production.',
            remedy: 'Grant the token read access to the project.',
        },
        'auto-assign-on': {
            meaning: 'Pushes go live without a snapshot: the automatic assignment is on, and auto-assign is false.',
            remedy: 'Turn off "Auto-assign Custom Production Domains" in Vercel.',
        },
        'auto-assign-off': { meaning: 'New builds stay staged: the automatic assignment is off, and auto-assign is true.' },
        'build-migrates': {
            meaning: 'The build on Vercel migrates the database before the snapshot is taken.',
            remedy: 'Run the migrations between the snapshot and the promote.',
        },
        'rolling-release-missing': {
            meaning: 'A recovery has a gate command, but the project has no rolling releases.',
            remedy: 'Configure the stages of a rolling release in Vercel. Or plan without --gate-command.',
        },
        'maintenance-live': {
            meaning: 'The maintenance page is in production.',
            remedy: 'End the mitigation: its undo returns to the deployment before.',
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
    reads: 'to read the store',
    writes: 'to write the store',
    time: 'one request; Vercel spreads it within ten seconds',
    affects: 'users of the flags and settings that change, within seconds',
    credentials: ['VERCEL_TOKEN'],
    object: { same: ['store', 'team'] },
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
    reads: 'to read the decrypted variables',
    writes: 'to write the variables',
    time: 'a request for each variable that differs; nothing that runs changes before the next deployment',
    affects: 'no running deployment: variables take effect with the next deployment',
    credentials: ['VERCEL_TOKEN'],
    object: { same: ['project', 'team'], parts: ['targets', 'custom-environments'] },
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
    reads: 'to read the flags of the project',
    writes: 'to manage the flags of the project',
    time: 'one request for each flag that differs',
    affects: 'users of the flags that change',
    credentials: ['VERCEL_TOKEN'],
    object: { same: ['project', 'team'], parts: ['environments'] },
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
    reads: 'to read the project and its domains',
    writes: 'to change project settings, domains and the firewall',
    time: 'one request for each setting or domain that differs',
    affects: 'visitors of the domains and redirects that change; builds from now on',
    credentials: ['VERCEL_TOKEN'],
    object: { same: ['project', 'team'] },
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
    'aws-scaling': facts,
    cloudfront: facts_facts,
    'lambda-concurrency': lambda_concurrency_facts_facts,
    launchdarkly: launchdarkly_facts_facts,
    'neon-branch': neon_branch_facts_facts,
    'neon-compute': neon_compute_facts_facts,
    postgres: postgres_facts_facts,
    prisma: prisma_facts_facts,
    'rds-snapshot': rds_snapshot_facts_facts,
    's3-bucket': s3_bucket_facts_facts,
    'stripe-webhooks': stripe_webhooks_facts_facts,
    unleash: unleash_facts_facts,
    'vercel-deployment': vercel_deployment_facts_facts,
    'vercel-edge-config': vercel_edge_config_facts_facts,
    'vercel-env': vercel_env_facts_facts,
    'vercel-flags': vercel_flags_facts_facts,
    'vercel-project': vercel_project_facts_facts,
};


/***/ })

};
