import { choice, FLAGS, text, type Flag, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';
import { APPROVAL_KINDS } from '../../engine/vocabulary.js';

const digest: Flag<string | null> = {
  ...text('sha256', 'Digest of the approved plan. Required.'),
  allowed: 'the 64 hexadecimal digits from "rewind plan"',
  parse: (given) => {
    const digits = given.trim().toLowerCase();
    return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
  },
};

export const flags = {
  digest,
  plan: FLAGS.plan,
  snapshot: FLAGS.snapshot,
  database: FLAGS.database,
  'include-later-changes': FLAGS['include-later-changes'],
  'confirm-data-loss': FLAGS['confirm-data-loss'],
  approval: choice(APPROVAL_KINDS, 'reviewed', '"expedited" if the plan needs no review.'),
  'typed-digest': FLAGS['typed-digest'],
  incident: FLAGS.incident,
  reason: FLAGS.reason,
  environment: FLAGS.environment,
  out: FLAGS.out,
  'install-client': FLAGS['install-client'],
};
export type RollbackSession = Session<InputsOf<typeof flags>>;

/** Outputs of the commands that carry a plan out. */
export const RUN_OUTPUTS = [
  'label',
  'snapshot-id',
  'report-path',
  'changes',
  'index-artifact',
  'index-path',
  'retention-days',
  'rollback-artifact',
  'rollback-path',
  'undo-config-artifact',
  'undo-config-path',
  'undo-database-artifact',
  'undo-database-path',
  'incident-id',
  'incident-artifact',
  'incident-path',
] as const;
