import { text, type Flag, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';
import { SEVERITIES, type Severity } from '../../incident/entry.js';
import type { Head } from '../../incident/chain.js';

const severity: Flag<Severity | null> = {
  ...text(SEVERITIES.join('|'), 'How bad it is (incident open).'),
  allowed: `one of ${SEVERITIES.join(', ')}`,
  parse: (given) => SEVERITIES.find((word) => word === given),
  absent: null,
};

const head: Flag<Head | null> = {
  ...text('seq:hash', 'End of the record as it was once shown; it must still be part of a record (incident verify).'),
  allowed: 'a number, a colon and 64 hexadecimal digits',
  parse: (given) => {
    const [, seq, hash] = /^(\d{1,6}):([0-9a-f]{64})$/.exec(given) ?? [];
    return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
  },
  absent: null,
};

export const flags = {
  title: text('text', 'What is wrong, in a few words (incident open).'),
  severity,
  text: text('text', 'The note (incident note).'),
  obligation: text('id', 'Obligation that is undone or finished (incident discharge).'),
  reason: text('text', 'Why it is closed, or how the obligation was discharged.'),
  head,
};
export type IncidentSession = Session<InputsOf<typeof flags>>;
