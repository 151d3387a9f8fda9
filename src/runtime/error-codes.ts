/**
 * Every error that Rewind throws on purpose. `docs/errors.md` is generated from it.
 *
 * `exit`: 1 = something failed and needs repair; 2 = bad usage or configuration, nothing was changed.
 * `remedy` is the next step; the caller may give a more exact one.
 */
export interface CatalogueEntry {
  readonly exit: 1 | 2;
  readonly meaning: string;
  readonly remedy: string;
}

const entry = (exit: 1 | 2, meaning: string, remedy: string): CatalogueEntry => ({ exit, meaning, remedy });

export const ERROR_CODES = {
  // usage and configuration
  'input-invalid': entry(
    2,
    'A flag or an input has a value that Rewind does not accept.',
    'Correct the named input and run again.',
  ),
  'config-not-found': entry(
    2,
    'The configuration file could not be read.',
    'Create .github/rewind.yml (see README, quick start) or pass --config.',
  ),
  'config-invalid': entry(2, 'The configuration file has mistakes.', 'Correct each listed line.'),
  'credential-missing': entry(
    2,
    'A credential that the configuration needs is missing from the environment.',
    'Set the named variable (a secret of the workflow) and run again.',
  ),
  'scope-unknown': entry(
    2,
    '--scope names a resource that the configuration does not have.',
    'Use the resource ids of the configuration file.',
  ),
  // store and snapshots
  'store-unreadable': entry(
    1,
    'The snapshot store could not be read.',
    'Check that the store exists, and grant this user read access.',
  ),
  'store-write-failed': entry(
    1,
    'The snapshot store could not be written.',
    'Grant write access to the store. Nothing in production was changed.',
  ),
  'disk-full': entry(
    1,
    'The disk that Rewind writes to is full.',
    'Free disk space or move the store. The unfinished snapshot was removed.',
  ),
  'snapshot-not-found': entry(
    2,
    'The store has no snapshot that fits: none with this id, mark, commit or time, or none that covers the scope.',
    'Run "rewind list" and use one of its ids.',
  ),
  'rollback-not-found': entry(
    2,
    'The store has no rollback that fits, so there is nothing to undo.',
    'Use the digest of a rollback: its report and its journal name it.',
  ),
  'snapshot-corrupt': entry(
    1,
    'A file of the snapshot is damaged, truncated or missing: it does not match its checksum.',
    'Nothing was changed. Choose another snapshot ("rewind list").',
  ),
  'signature-invalid': entry(
    1,
    'The signature of the snapshot does not belong to it: the snapshot or its signature was changed.',
    'Do not use this snapshot. Find out who wrote to the store. Choose another snapshot ("rewind list").',
  ),
  'signature-unknown': entry(
    1,
    'A key that is not in the configuration signed the snapshot.',
    'If you changed the key, add the old public key to sign.keys. Otherwise find out who wrote to the store.',
  ),
  'signing-key-missing': entry(
    2,
    'The configuration asks for signed snapshots, but the job has no key to sign with.',
    'Set the secret REWIND_SIGNING_KEY (the file that "minisign -G -W" wrote) in the snapshot job.',
  ),
  'signing-key-unknown': entry(
    2,
    'The signing key of the job does not match the configuration. No rollback would believe the snapshot.',
    'Add its public key to sign.keys, or use the secret key of one that is there.',
  ),
  'snapshot-time': entry(
    1,
    'The times in the snapshot contradict each other or the clock.',
    'Do not use this snapshot; name another one of "rewind list" with --snapshot. Check the clock of the machine that wrote it; otherwise find out who did.',
  ),
  'snapshot-unproven': entry(
    1,
    'Rewind could not prove that the snapshot can be restored. Nothing shows that it is damaged.',
    'Keep the snapshot. Fix every listed problem and run the same command again.',
  ),
  'snapshot-expired': entry(
    2,
    'The artifact that held this snapshot has expired, and GitHub deleted it.',
    'Choose a newer snapshot ("rewind list"). To keep snapshots longer, raise retention.keep-days or use a store of kind s3.',
  ),
  'mark-unsupported': entry(
    2,
    'The store cannot keep a mark: the service deletes each snapshot on its day, marked or not.',
    'Use a store of kind directory or s3. With the artifact store, name the snapshot by its id, commit or time.',
  ),
  'store-unsealed': entry(
    1,
    'Rewind refused to write an unsealed part of a snapshot to a place that others can read.',
    'Nothing was written. This is a bug in Rewind: report it.',
  ),
  'snapshot-not-believed': entry(
    2,
    'No rollback would believe a snapshot of this run: its branch, event, workflow or commit is not one that the store trusts.',
    'Take the snapshot in a run of the default branch, add the branch to store.branches, or use a store of kind s3 with sign.keys.',
  ),
  'snapshot-foreign': entry(
    2,
    'The snapshot belongs to another environment or repository.',
    'Choose a snapshot of this environment ("rewind list").',
  ),
  'snapshot-untrusted': entry(
    2,
    'The run that uploaded the snapshot is not one that Rewind believes: anyone who may push could have started it.',
    'Choose a snapshot of a run on the default branch. Find out who started the other run.',
  ),
  'snapshot-unsupported': entry(
    2,
    'This version of Rewind cannot read the format of the snapshot.',
    'Use the version of Rewind that wrote the snapshot, or a newer one.',
  ),
  'snapshot-incomplete': entry(
    1,
    'A resource could not be captured.',
    'Grant the missing access and take the snapshot again. Do not deploy before it succeeds.',
  ),
  // sealing
  'recipients-missing': entry(
    2,
    'The snapshot has payloads to seal, but no age recipient is configured.',
    'Create a key with "age-keygen" and put its public key under seal.recipients.',
  ),
  'identity-missing': entry(
    2,
    'Rewind must open the sealed payloads of the snapshot, but has no identity.',
    'Set REWIND_IDENTITY (an AGE-SECRET-KEY-1… line) in the approved job.',
  ),
  'identity-wrong': entry(
    1,
    'The identity does not open this snapshot.',
    'Use the identity that matches seal.recipients at the time of the snapshot.',
  ),
  'seal-corrupt': entry(
    1,
    'A sealed payload is damaged or truncated.',
    'Rewind did not use the payload. Choose another snapshot.',
  ),
  // plan and apply
  'plan-unreadable': entry(
    2,
    'The plan file cannot be read, or another version of Rewind wrote it.',
    'Run "rewind plan" again and pass its file.',
  ),
  'plan-mismatch': entry(
    2,
    'The plan does not match the approved one: its digest, snapshot or environment differs.',
    'Run "rewind plan" again and get that plan approved.',
  ),
  'plan-drift': entry(
    1,
    'Production changed after the plan was made. Rewind changed nothing.',
    'Read the new plan and get it approved.',
  ),
  'environment-locked': entry(
    1,
    'Another run of Rewind is changing this environment. This run began no further change.',
    'Wait until the named run ends, then make a new plan.',
  ),
  'approval-missing': entry(
    2,
    'A rollback needs the digest of an approved plan.',
    'Run "rewind plan", read the plan, then pass --digest.',
  ),
  'environment-missing': entry(
    2,
    'The approval environment does not exist. A job that names it would create it without protection.',
    'Create the environment in the settings of the repository and add required reviewers.',
  ),
  'environment-unprotected': entry(
    2,
    'The approval environment has no required reviewers.',
    'Add required reviewers in the settings of the repository.',
  ),
  'environment-mismatch': entry(
    2,
    'The workflow and the configuration name different environments.',
    'Use the same name in rewind.yml and in the calling workflow.',
  ),
  'approval-self': entry(
    2,
    'The person who started the rollback is the only one who approved it.',
    'Let another reviewer approve a new run. Enable "Prevent self-review" on the environment. If one person must suffice, set "self-approval: allow".',
  ),
  'approval-stale': entry(
    2,
    'The approval was given to an earlier attempt of this run. Nothing was changed.',
    'Start a new run of the workflow ("Run workflow") and let a reviewer approve it. Or let a reviewer approve this attempt with the first 12 digits of the digest in the comment.',
  ),
  'plan-expired': entry(
    2,
    'The approved plan is too old: production may have changed since then.',
    'Start a new run of the workflow, and get the new plan approved. The limit is plan-hours in the configuration.',
  ),
  'expedited-closed': entry(
    2,
    'This plan does not qualify for an expedited rollback.',
    'Start the rollback again. Rewind makes a new plan and asks for a review.',
  ),
  'production-pinned': entry(
    1,
    'A rollback pinned production: a deploy would override the rollback.',
    'Deploy the fix (it stays staged), check it, then promote it in Vercel.',
  ),
  'git-history-missing': entry(
    2,
    'The checkout does not contain the commits to compare.',
    'Check out with "fetch-depth: 0". On a command line, fetch the base or name another one with --base.',
  ),
  'data-loss-unconfirmed': entry(
    2,
    'The plan would lose data that was written after the snapshot, and this loss is not confirmed.',
    'Type the names of the databases: --confirm-data-loss NAME,NAME.',
  ),
  'preflight-failed': entry(
    1,
    'A check before the first change failed. Nothing was changed.',
    'Fix every listed problem and run again.',
  ),
  'apply-failed': entry(
    1,
    'A change failed. The report lists what was done and what was not.',
    'Fix the cause and run the same rollback again: it skips the changes that are done.',
  ),
  'verify-differs': entry(
    1,
    'After the rollback, production still differs from the snapshot.',
    'Run "rewind plan" to see what remains.',
  ),
  cancelled: entry(
    1,
    'The run was cancelled or timed out.',
    'Run the same command again. A rollback continues where it stopped.',
  ),
  // incidents
  'incident-not-found': entry(2, 'There is no such incident.', 'Run "rewind incident list" and use one of its ids.'),
  'incident-corrupt': entry(
    1,
    'The record of an incident was changed, or a part of it is missing.',
    'Run "rewind incident verify" to see which entry. Find out who wrote to the store.',
  ),
  'incident-open': entry(
    2,
    'The incident cannot be closed: something is still to be undone or finished.',
    'Discharge each listed obligation with its command. If one no longer applies, name it with --discharge and a reason.',
  ),
  // talking to services
  'api-unauthorized': entry(
    1,
    'The service refused the credential: it is wrong, expired or revoked.',
    'Replace the named credential.',
  ),
  'api-forbidden': entry(1, 'The credential is valid but lacks a permission.', 'Grant the named permission.'),
  'api-not-found': entry(
    1,
    'The service does not know this resource: it was deleted or renamed, or the credential may not see it.',
    'Check the id in the configuration and the access of the credential.',
  ),
  'api-conflict': entry(1, 'Someone else changed the resource at the same time.', 'Run the plan again.'),
  'api-rate-limited': entry(
    1,
    'The service responded "too many requests" until the deadline.',
    'Wait for the limit to reset and run again.',
  ),
  'api-unavailable': entry(
    1,
    'The service was unreachable or failing until the deadline.',
    'Check the status page of the service, then run again.',
  ),
  'api-rejected': entry(1, 'The service rejected the request.', 'Read the message of the service.'),
  'api-unexpected-answer': entry(
    1,
    'The service sent a response that Rewind does not understand.',
    'Run again. If it fails again, report the message.',
  ),
  'too-large': entry(
    1,
    'A service or the store sent more than Rewind reads into memory or unpacks.',
    'Check that the address is the one of the service, and that nobody replaced the object. If it is right, report its size.',
  ),
  'address-refused': entry(
    2,
    'The address of a service would send credentials where others can read them.',
    'Use an address that begins with https:// and holds no user name and no password.',
  ),
  'deadline-exceeded': entry(
    1,
    'A step did not finish within its time limit.',
    'Check the service, then run again: Rewind skips finished steps.',
  ),
  // vercel
  'deployment-not-eligible': entry(
    1,
    'The deployment cannot take production traffic.',
    'Choose a snapshot whose deployment still exists and was live in production.',
  ),
  'deployment-switch-failed': entry(
    1,
    'Vercel reported that it did not switch production.',
    'Check the listed domains, then run again or switch in the dashboard.',
  ),
  'vercel-plan-limit': entry(
    1,
    'The Vercel plan of this team does not allow this.',
    'On Hobby, only the previous deployment can be restored. Upgrade, or redeploy the commit.',
  ),
  'edge-config-managed': entry(
    1,
    'This Edge Config belongs to Vercel Flags or an integration. Rewind must not write it directly.',
    'Use the provider for its owner (vercel-flags).',
  ),
  // postgres
  'database-unreachable': entry(
    1,
    'The database server could not be reached.',
    'Check the host and port of the URL, the network, and that the server is running.',
  ),
  'database-auth-failed': entry(
    1,
    'The database refused the user or password.',
    'Correct the credential in the named variable.',
  ),
  'database-permission': entry(1, 'The database user lacks a privilege.', 'Grant the named privilege.'),
  'database-fenced': entry(
    1,
    'The database accepts no connections (ALLOW_CONNECTIONS is false).',
    'Run "rewind unfence" if a rollback was interrupted; else open the database as its owner.',
  ),
  'database-locked': entry(
    1,
    'Another session holds a lock that keeps Rewind from reading a table.',
    'Wait until the named session ends its transaction, or end it (pg_terminate_backend), and run again.',
  ),
  'database-pooled-url': entry(
    2,
    'The URL points to a connection pooler. Dumps and locks do not work through it.',
    'Use the direct URL of the database.',
  ),
  'database-url-invalid': entry(
    2,
    'The database URL is invalid.',
    'Use postgresql://user:password@host:5432/database.',
  ),
  'pg-client-missing': entry(
    1,
    'The PostgreSQL client programs of the required version are missing.',
    'Install the named client.',
  ),
  'pg-client-version': entry(
    1,
    'The PostgreSQL client programs do not match the server.',
    "Install the client of the server's major version.",
  ),
  'dump-failed': entry(
    1,
    'The database could not be dumped. No snapshot was written, and production is unchanged.',
    'Read the message of pg_dump.',
  ),
  'dump-unreadable': entry(
    1,
    'pg_restore cannot read the dump in the snapshot.',
    'Choose another snapshot, and find out why this one was accepted.',
  ),
  'restore-failed': entry(
    1,
    'The database could not be restored. The live database is unchanged.',
    'Read the message of pg_restore.',
  ),
  'restore-mismatch': entry(
    1,
    'The restored database does not match the snapshot. Rewind did not swap it in.',
    'Choose another snapshot, and keep this one for analysis.',
  ),
  'salvage-nothing-kept': entry(
    2,
    'There is no database that a restore kept, so there are no rows to carry over.',
    'Salvage works after a restore by swap, until the kept database is dropped. Rows from before a restore in place are in its pre-rollback snapshot.',
  ),
  'salvage-failed': entry(
    1,
    'The rows could not be carried over. The transaction was rolled back, so production is unchanged.',
    'Repair the named cause, run "rewind salvage" again, and get the new plan approved.',
  ),
  'swap-failed': entry(
    1,
    'The restored database could not be swapped in.',
    'End the sessions that the message names, if it names any. Then run the same rollback again: it continues from this state.',
  ),
  // prisma
  'migrations-unreadable': entry(
    2,
    'The migrations directory could not be read.',
    'Check "migrations" in the configuration, and that the repository is checked out.',
  ),
  'migration-down-missing': entry(
    1,
    'A migration applied since the snapshot has no down.sql.',
    'Write down.sql ("rewind migrate generate"), or restore the database instead.',
  ),
  'migration-unknown': entry(2, 'The named migration is not in the history.', 'Use one of the listed migrations.'),
  'migration-failed': entry(
    1,
    'A down migration failed. Its transaction was rolled back.',
    'Read the message of the database, correct down.sql, and run again.',
  ),
  'migration-not-transactional': entry(
    1,
    'A down.sql begins or ends transactions itself, so Rewind cannot run it as one transaction.',
    'Remove BEGIN, COMMIT and ROLLBACK from down.sql.',
  ),
  'migration-interrupted': entry(
    1,
    'A migration outside a transaction was interrupted. Its state is unknown.',
    'Check the database, finish the migration by hand, then mark it as the message says.',
  ),
  'migration-down-empty': entry(
    1,
    'Prisma finds no difference in the schema, so it cannot generate a down.sql. Nothing was written.',
    'Write down.sql by hand: the migration changes data, or an object that Prisma does not describe (a view, a function, a trigger).',
  ),
  'migration-lock': entry(
    1,
    "Another migration holds Prisma's advisory lock.",
    'Wait until the other migration has finished, then run again.',
  ),
  'tool-missing': entry(1, 'This step needs a program that is not installed.', 'Install the named program.'),
  'tool-failed': entry(1, 'A program that Rewind ran failed.', 'Read the message of the program.'),
  internal: entry(1, 'A bug in Rewind.', 'Report it with the message. Rerun with --scope to skip this resource.'),
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;
