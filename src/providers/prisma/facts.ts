import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
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
      meaning:
        'The newest migration of the snapshot has no down.sql in this checkout, so none was taken down in the drill.',
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
} satisfies ProviderFacts;
