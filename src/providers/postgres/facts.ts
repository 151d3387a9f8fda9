import type { ProviderFacts } from '../../engine/provider-facts.js';
import { DRILL_FINDINGS } from './drill/facts.js';

export const facts = {
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
      meaning:
        'The client is from before August 2025: a restore with it can run commands that a name in the database holds.',
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
      meaning:
        'A snapshot lacks something: this user may not read it, or the owner of a materialized view could not fill it again.',
      remedy: 'Do what the finding says, or keep what re-creates the object elsewhere.',
    },
    'database-not-restorable': {
      meaning: 'PostgreSQL would stop a restore at an object of the database.',
      remedy: 'Do what the finding says before an incident.',
    },
    'database-owners': {
      meaning:
        'A new snapshot would hold owners that this user may not give objects to. A plan looks at those of its own snapshot.',
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
} satisfies ProviderFacts;
