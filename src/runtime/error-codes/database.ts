import { entry, type CatalogueEntry } from './entry.js';

/** PostgreSQL and Prisma. */
export const DATABASE_ERRORS = {
  'database-unreachable': entry(
    1,
    'The database server could not be reached, or it accepts no further session.',
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
  'restore-incomplete': entry(
    1,
    'pg_restore reported errors, and ended as if it had succeeded. The live database is unchanged.',
    'Read the errors, and make sure that the pg_restore which runs is the one of PostgreSQL ("client-bin", PATH).',
  ),
  'drill-place-is-production': entry(
    2,
    'The scratch place of a drill is on the server of production.',
    'Give a server of its own, or leave the place out: the drill then starts one on its own machine.',
  ),
  'restore-failed': entry(
    1,
    'The database could not be restored. With PostgreSQL, the live database is unchanged, unless the message says that a COMMIT was not answered.',
    'Repair what the message names, then run the same rollback again.',
  ),
  'restore-mismatch': entry(
    1,
    'The restored database does not match the snapshot. Rewind did not swap it in.',
    'Choose another snapshot, and keep this one for analysis.',
  ),
  'salvage-nothing-kept': entry(
    2,
    'Rewind found no database that a restore or an undo kept, so it compared no rows.',
    'Salvage works after a restore by swap, and after its undo, until the kept database is dropped. Rows from before a restore in place are in its pre-rollback snapshot.',
  ),
  'salvage-failed': entry(
    1,
    'The rows could not be carried over. The transaction was rolled back, so production is unchanged, unless the message says that the COMMIT was not answered.',
    'Repair the named cause, run "rewind salvage" again, and get the new plan approved.',
  ),
  'swap-failed': entry(
    1,
    'The restored database could not take the name. The message says whether the present one is open.',
    'End the sessions that the message names, if it names any. Then run the same rollback again: it continues from this state.',
  ),
  'migrations-unreadable': entry(
    2,
    'The migrations directory, or a script in it, could not be read.',
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
} as const satisfies Record<string, CatalogueEntry>;
