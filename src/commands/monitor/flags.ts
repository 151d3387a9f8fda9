import { choice, FLAGS, text, type Flag, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';

const minutes: Flag<number | null> = {
  ...text('minutes', 'How long to watch; default: monitor.minutes of the configuration.'),
  allowed: 'a whole number of minutes from 1 to 1440',
  parse: (given) => (/^\d{1,4}$/.test(given) && +given >= 1 && +given <= 1440 ? Number(given) : undefined),
  absent: null,
};
export const flags = {
  minutes,
  deployment: text('id', 'Id of the deployment to watch. Default: the one that is live.'),
  snapshot: FLAGS.snapshot,
  'on-roll-back': choice(
    ['recommend', 'dispatch'],
    'recommend',
    'At the verdict roll-back: recommend a rollback, or also start the workflow that plans it and waits for approval.',
  ),
  'on-mitigate': choice(
    ['recommend', 'dispatch'],
    'recommend',
    'At the verdict mitigate or roll-back: recommend the mitigation monitor.mitigation, or also start the workflow that plans it and waits for approval.',
  ),
  out: FLAGS.out,
};

export type MonitorSession = Session<InputsOf<typeof flags>>;
