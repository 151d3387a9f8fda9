/**
 * Every error that Rewind raises on purpose, in one place. `docs/errors.md` is generated from it.
 *
 * `exit`: 1 = something failed and has to be repaired; 2 = bad usage or configuration, nothing was touched.
 * `remedy` is what the reader should do next; a raise site may replace it by a more exact one.
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
  'config-invalid': entry(
    2,
    'The configuration file has mistakes; all of them are listed.',
    'Correct each listed line.',
  ),
  'credential-missing': entry(
    2,
    'A credential that the configuration needs is not in the environment.',
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
    'Check that the store exists and that this user may read it.',
  ),
  'store-write-failed': entry(
    1,
    'The snapshot store could not be written.',
    'Check permissions of the store; nothing in production was changed.',
  ),
  'disk-full': entry(
    1,
    'There is no space left where Rewind writes.',
    'Free space or point the store elsewhere; the unfinished snapshot is not listed and was removed.',
  ),
  'snapshot-not-found': entry(
    2,
    'No snapshot of this id exists in the store.',
    'Run "rewind list" and use one of the ids shown, or "latest".',
  ),
  'snapshot-corrupt': entry(
    1,
    'A file of the snapshot is not what was written: damaged, truncated or missing.',
    'Nothing was changed. Choose another snapshot ("rewind list").',
  ),
  'snapshot-expired': entry(
    2,
    'The artifact that held this snapshot has expired: GitHub has deleted it.',
    'Choose a newer snapshot ("rewind list"); keep them longer with retention.keep-days, or in a store of kind s3.',
  ),
  'store-unsealed': entry(
    1,
    'A part of a snapshot that is not sealed was about to be written where others can read it.',
    'Nothing was written. This is a mistake in Rewind: please report it.',
  ),
  'snapshot-foreign': entry(
    2,
    'The snapshot belongs to another environment or repository.',
    'Choose a snapshot of this environment ("rewind list").',
  ),
  'snapshot-unsupported': entry(
    2,
    'The snapshot was written by a version of Rewind that this one cannot read.',
    'Use the Rewind version named in the snapshot, or a newer one.',
  ),
  'snapshot-incomplete': entry(
    1,
    'Something that must be in the snapshot could not be captured.',
    'Grant the missing access and take the snapshot again; the deploy should wait.',
  ),
  // sealing
  'recipients-missing': entry(
    2,
    'The snapshot holds secret or bulky parts, but no age recipient is configured.',
    'Create a key with "age-keygen", put its public key under seal.recipients.',
  ),
  'identity-missing': entry(
    2,
    'The sealed parts of the snapshot must be opened, but no identity was given.',
    'Provide REWIND_IDENTITY (an AGE-SECRET-KEY-1… line) in the approved job.',
  ),
  'identity-wrong': entry(
    1,
    'The identity given does not open this snapshot.',
    'Use the identity whose public key was configured when the snapshot was taken.',
  ),
  'seal-corrupt': entry(
    1,
    'A sealed payload is damaged or truncated.',
    'Nothing was changed from it. Choose another snapshot.',
  ),
  // plan and apply
  'plan-unreadable': entry(
    2,
    'The plan file could not be read, or is not a plan of this version.',
    'Run "rewind plan" again and pass its file.',
  ),
  'plan-mismatch': entry(
    2,
    'The plan is not the one that was approved: its digest differs, or it is for another snapshot or environment.',
    'Run "rewind plan" again and have that plan approved.',
  ),
  'plan-drift': entry(
    1,
    'Production changed after the plan was made, in what the plan touches. Nothing was changed.',
    'Read the new plan below, and have it approved.',
  ),
  'approval-missing': entry(
    2,
    'A rollback needs the digest of a plan that a person has read.',
    'Run "rewind plan", read it, then pass --digest (or --plan FILE --digest).',
  ),
  'environment-missing': entry(
    2,
    'The GitHub environment that must approve a rollback does not exist; a job that names it would create it, unprotected.',
    'Create it in the settings of the repository, with required reviewers.',
  ),
  'environment-unprotected': entry(
    2,
    'The GitHub environment that must approve a rollback asks nobody.',
    'Give it required reviewers in the settings of the repository.',
  ),
  'environment-mismatch': entry(
    2,
    'The workflow names another environment than the configuration.',
    'Write the same name into rewind.yml and into the caller.',
  ),
  'expedited-closed': entry(
    2,
    'An expedited rollback was requested, but this plan does not qualify for it.',
    'Start the rollback again: its plan decides anew, and goes to the reviewers.',
  ),
  'production-pinned': entry(
    1,
    'Production is held by a rollback: a deploy now would go over it.',
    'Repair what was wrong, then lift the hold (recover): promote the repaired deployment in Vercel.',
  ),
  'git-history-missing': entry(
    2,
    'The checkout does not hold the commits that are compared.',
    'Check out with "fetch-depth: 0".',
  ),
  'data-loss-unconfirmed': entry(
    2,
    'The plan would lose data written since the snapshot, and that was not confirmed.',
    'Type the name of the database: --confirm-data-loss NAME.',
  ),
  'preflight-failed': entry(
    1,
    'A check before the first change failed. Nothing was changed.',
    'Repair what is listed, all of it, and run again.',
  ),
  'apply-failed': entry(
    1,
    'A change failed. What was done, and what was not, is listed.',
    'Repair the cause and run the same rollback again: what is done is not done twice.',
  ),
  'verify-differs': entry(
    1,
    'After the rollback, production still differs from the snapshot.',
    'Run "rewind plan" to see what is left.',
  ),
  cancelled: entry(
    1,
    'The run was cancelled or timed out. The journal says how far it came.',
    'Run the same rollback again: it goes on from where it stopped.',
  ),
  // talking to services
  'api-unauthorized': entry(
    1,
    'The service refused the credential (expired, revoked or wrong).',
    'Replace the credential named above.',
  ),
  'api-forbidden': entry(1, 'The credential is valid but lacks a permission.', 'Grant the permission named above.'),
  'api-not-found': entry(
    1,
    'The service does not know this resource (deleted, renamed, or out of sight of this credential).',
    'Check the id in the configuration and what the credential may see.',
  ),
  'api-conflict': entry(1, 'Somebody else changed the resource at the same moment.', 'Run the plan again.'),
  'api-rate-limited': entry(
    1,
    'The service kept answering "too many requests" until the deadline.',
    'Wait for the limit to reset and run again.',
  ),
  'api-unavailable': entry(
    1,
    'The service could not be reached, or kept failing, until the deadline.',
    'Look at its status page, and run again.',
  ),
  'api-rejected': entry(1, 'The service rejected the request.', 'Read its message above.'),
  'api-unexpected-answer': entry(
    1,
    'The service answered something that Rewind does not understand.',
    'Run again; if it stays, report the message above.',
  ),
  'deadline-exceeded': entry(
    1,
    'A step did not finish within its time limit.',
    'Look at the service, then run again: a finished step is not repeated.',
  ),
  // vercel
  'deployment-not-eligible': entry(
    1,
    'The deployment cannot take production traffic.',
    'Choose a snapshot whose deployment still exists and was live in production.',
  ),
  'deployment-switch-failed': entry(
    1,
    'Vercel reported that the switch of production failed or was skipped.',
    'See the domains listed above; run again, or switch in the dashboard.',
  ),
  'vercel-plan-limit': entry(
    1,
    'The Vercel plan of this team does not allow this.',
    'On Hobby only the immediately previous deployment can be restored; upgrade, or redeploy the commit.',
  ),
  'edge-config-managed': entry(
    1,
    'This store belongs to Vercel Flags or an integration and must not be written directly.',
    'Use the provider that owns it (vercel-flags).',
  ),
  // postgres
  'database-unreachable': entry(
    1,
    'The database server could not be reached.',
    'Check host, port and network of the URL, and that the server runs.',
  ),
  'database-auth-failed': entry(
    1,
    'The database refused the user or password.',
    'Correct the credential in the named variable.',
  ),
  'database-permission': entry(1, 'The database user lacks a privilege.', 'Grant the privilege named above.'),
  'database-pooled-url': entry(
    2,
    'The URL points to a connection pooler, through which dumps and locks do not work.',
    'Give the direct URL of the database.',
  ),
  'database-url-invalid': entry(
    2,
    'The database URL cannot be understood.',
    'Use postgresql://user:password@host:5432/database.',
  ),
  'pg-client-missing': entry(
    1,
    'No PostgreSQL client programs of the needed version were found.',
    'Install the client named above.',
  ),
  'pg-client-version': entry(
    1,
    'The PostgreSQL client programs do not match the server.',
    "Install the client of the server's major version.",
  ),
  'dump-failed': entry(
    1,
    'The database could not be dumped. The snapshot was not written; production is unchanged.',
    'Read the message of pg_dump above.',
  ),
  'dump-unreadable': entry(
    1,
    'The dump in the snapshot cannot be read by pg_restore.',
    'Choose another snapshot; check why this one was accepted.',
  ),
  'restore-failed': entry(
    1,
    'The database could not be restored. The present database is untouched.',
    'Read the message of pg_restore above.',
  ),
  'restore-mismatch': entry(
    1,
    'The restored database does not hold what the snapshot says. It was not put in place.',
    'Choose another snapshot; keep this one for analysis.',
  ),
  'swap-failed': entry(
    1,
    'The restored database could not be put in place.',
    'Run the same rollback again; it goes on from this state.',
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
    'Write it ("rewind migrate generate"), or restore the database instead.',
  ),
  'migration-unknown': entry(
    2,
    'The migration named is not in the history.',
    'Use one of the applied migrations, which are listed above.',
  ),
  'migration-failed': entry(
    1,
    'A down migration failed. What ran in a transaction was undone.',
    'Read the message of the database above, correct down.sql, run again.',
  ),
  'migration-not-transactional': entry(
    1,
    'A down.sql begins or ends transactions itself, so it would not be all or nothing.',
    'Remove BEGIN, COMMIT and ROLLBACK from it.',
  ),
  'migration-interrupted': entry(
    1,
    'A migration outside a transaction was interrupted; its state is not known.',
    'Look at the database, finish by hand, then mark it as told above.',
  ),
  'migration-down-empty': entry(
    1,
    'Prisma sees no difference in the schema, so it has no way back to offer. Nothing was written.',
    'Write down.sql by hand: the migration changes data, or something that Prisma does not describe (a view, a function, a trigger).',
  ),
  'migration-lock': entry(
    1,
    "Another migration holds Prisma's advisory lock.",
    'Wait until the other migration has finished, and run again.',
  ),
  'tool-missing': entry(1, 'A program that this step needs is not installed.', 'Install the program named above.'),
  'tool-failed': entry(1, 'A program that Rewind ran failed.', 'Read its message above.'),
  internal: entry(
    1,
    'A mistake in Rewind itself.',
    'Report it with the message above; run again with --scope to go round it.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;
