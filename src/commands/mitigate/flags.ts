import { FLAGS, text, toggle, type Flag, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';
import { planFlags } from '../rollback/plan-flags.js';

const names = (value: string, description: string): Flag<readonly string[] | null> => ({
  ...text(value, description),
  allowed: 'names, comma-separated',
  parse: (given) => {
    const all = given.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    return all.length === 0 ? undefined : all;
  },
  absent: null,
});
const minutes: Flag<number | null> = {
  ...text('minutes', 'Time limit in minutes, instead of the one of the mitigation.'),
  allowed: 'a whole number from 1 to 10080',
  parse: (given) => (/^[1-9]\d{0,4}$/.test(given) && Number(given) <= 10_080 ? Number(given) : undefined),
  absent: null,
};

export const flags = {
  flags: names('keys', 'Turn these feature flags off, comma-separated.'),
  tags: names('tags', 'Turn every feature flag with one of these tags off, comma-separated.'),
  'changed-by-deploy': toggle('Turn off the feature flags that the deploy changed. Needs a release capture.'),
  minutes,
  'lift-expired': toggle('Lift the mitigations whose time limit is over. Their approval covers it.'),
  'lift-environment': text(
    'name',
    'GitHub environment of --lift-expired, which nobody approves; its protection is checked.',
  ),
  snapshot: FLAGS.snapshot,
  ...planFlags,
  out: FLAGS.out,
};
export type MitigateSession = Session<InputsOf<typeof flags>>;
