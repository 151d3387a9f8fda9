import type { Session } from '../../cli/session.js';
import { choice, FLAGS, text, type InputsOf } from '../../cli/flags.js';
import { SNAPSHOT_ID } from '../../engine/vocabulary.js';

const after = {
  ...text('id', 'With --reason release: the snapshot before the deploy. Default: the newest one from before it.'),
  allowed: 'the id of a snapshot',
  parse: (given: string) => (SNAPSHOT_ID.test(given) ? given : undefined),
};

const REASONS = ['pre-deploy', 'manual', 'drill', 'release'] as const;

export const flags = {
  reason: choice(REASONS, 'pre-deploy', 'Reason for the snapshot; release: just after a deploy.'),
  after,
  'override-freeze': FLAGS['override-freeze'],
  'install-client': FLAGS['install-client'],
};
export type SnapshotSession = Session<InputsOf<typeof flags>>;
