import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'RDS DB snapshot',
  captured: 'the whole instance, as a DB snapshot; schema and exact rows of one database, read through SQL',
  restored: 'into a new instance beside production; a person switches the application to it',
  live: 'nothing of production',
  nextDeployment: 'the switch, by hand: the host in the database URL',
  notRestored: 'rows written since; a DB snapshot that was deleted; Aurora clusters',
  peer: "moto and the API description of AWS's SDK, and PostgreSQL itself; no real RDS",
  affects: 'nobody, until the application is switched to the new instance',
  findings: {
    'rds-copy-gone': {
      meaning: 'The DB snapshot of a snapshot was deleted, or a different one has its identifier.',
      remedy: 'Choose another snapshot, or restore from the automated backups.',
    },
    'rds-copy-unusable': {
      meaning: 'The DB snapshot of a snapshot is not available.',
      remedy: 'Read its events in the RDS console.',
    },
    'rds-instance-busy': {
      meaning: "Production's instance is not available, so RDS makes no DB snapshot of it.",
      remedy: 'Wait, or repair the instance.',
    },
    'rds-instance-kept': {
      meaning: 'A rollback restored an instance beside production, and it still exists.',
      remedy: 'Switch the application to it, or delete it.',
    },
    'rds-instance-limit': {
      meaning: 'The account has hardly any DB instance left, and a restore makes one.',
      remedy: 'Delete instances, or raise the quota.',
    },
    'rds-snapshot-limit': {
      meaning: 'The account has hardly any manual DB snapshot left, and a snapshot makes one.',
      remedy: 'Delete DB snapshots, or raise the quota.',
    },
    'rds-snapshots-kept': {
      meaning: 'Rewind made DB snapshots, which never expire.',
      remedy: 'Delete those that no snapshot needs.',
    },
    'rds-source-wrong': {
      meaning: 'The URL does not lead to the instance, or the instance cannot be captured (Aurora, another engine).',
      remedy: 'Correct "instance" or "url", or set "alias".',
    },
    'rds-unencrypted': {
      meaning: 'The storage of the instance and of its DB snapshots is not encrypted.',
      remedy: 'Move to encrypted storage.',
    },
  },
} satisfies ProviderFacts;
