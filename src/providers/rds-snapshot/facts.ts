import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'RDS and Aurora',
  captured:
    'the whole instance or Aurora cluster, as a snapshot, an instant of its backups, or a clone; schema and exact rows of one database, read through SQL',
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
      meaning:
        'The URL does not lead to the instance or cluster, or it cannot be captured (another engine, no backups).',
      remedy: 'Correct "instance", "cluster", "url" or "method", or set "alias".',
    },
    'rds-unencrypted': {
      meaning: 'The storage of production and of its copies is not encrypted.',
      remedy: 'Move to encrypted storage.',
    },
  },
} satisfies ProviderFacts;
