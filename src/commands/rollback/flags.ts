import { choice, FLAGS, text, type Flag, type InputsOf } from '../../cli/flags.js';
import { includeLater } from '../../cli/release.js';
import type { Session } from '../../cli/session.js';
import { APPROVAL_KINDS } from '../../engine/vocabulary.js';

const digest: Flag<string | null> = {
  ...text('sha256', 'Digest of the approved plan. Required.'),
  allowed: 'the 64 hexadecimal digits from "rewind plan"',
  parse: (given) => (/^[0-9a-f]{64}$/.test(given) ? given : undefined),
};

export const flags = {
  digest,
  plan: FLAGS.plan,
  snapshot: FLAGS.snapshot,
  database: FLAGS.database,
  'include-later-changes': includeLater,
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
