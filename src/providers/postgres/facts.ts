import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'PostgreSQL database',
  captured: 'schema, exact rows, a dump of the same moment',
  restored: 'into a new database that takes the name, or in place',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'roles and other objects of the server; rows written since (kept aside)',
  peer: 'PostgreSQL itself; the stock age program',
  affects: 'every user and job that writes: connections are cut while the databases are swapped',
  findings: {
    'database-gone': { meaning: 'The database does not exist; the restored one takes its name.' },
    'database-in-place': {
      meaning: 'A restore locks the tables while it runs, because it cannot create a database.',
      remedy: 'Grant CREATEDB.',
    },
    'database-kept': {
      meaning: 'An earlier restore kept a database.',
      remedy: 'Drop it when it is not needed any more.',
    },
    'database-not-dumped': {
      meaning: 'pg_dump leaves an object out, because this user may not read it.',
      remedy: 'Take snapshots as a superuser, or keep what re-creates the object elsewhere.',
    },
    'database-replication-slots': {
      meaning: 'Logical replication slots stay with the old database after a restore.',
      remedy: 'Recreate the slots after a restore.',
    },
    'database-restorable': { meaning: 'The dump was restored on a scratch server and compared.' },
  },
} satisfies ProviderFacts;
