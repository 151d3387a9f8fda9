import type { FindingFacts } from '../../../engine/provider-facts.js';

/** What a drill finds in a restored snapshot. */
export const DRILL_FINDINGS = {
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
    meaning:
      'The scratch server has other versions of collations than production. This is not an error: a restore rebuilds every index with the versions of its server.',
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
} satisfies Record<string, FindingFacts>;
