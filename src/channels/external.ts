import type { Phase } from '../incident/entry.js';
import { AREAS } from '../probes/probe.js';
import { sameRollback, timeText, type Line, type Text, type Told } from './phases.js';

export const SENTENCES: Readonly<Record<Phase, string>> = {
  opened: 'We are looking into a problem with our service.',
  mitigated: 'We have reduced the effect of a problem with our service.',
  'rolled-back': 'We have returned our service to an earlier state.',
  verified: 'We have checked our service after our changes.',
  failed: 'Our changes to end a problem with our service are not complete. We keep working on it.',
  recovered: 'We have brought our service forward to a corrected state.',
  closed: 'We have closed the incident of our service.',
};

/**
 * The text for everybody. It holds sentences of ours, times and names of areas, and nothing else of the record: so it cannot
 * name a host, a table, a person or a secret.
 */
export function externalText(told: Told): Text {
  const { phase, entry, entries } = told;
  const [first] = entries;
  return {
    headline: { text: SENTENCES[phase], from: [entry.seq] },
    lines: [
      { text: `Time: ${timeText(entry.at)}`, from: [entry.seq] },
      ...(first === undefined || first.seq === entry.seq
        ? []
        : [{ text: `Known since: ${timeText(first.at)}`, from: [first.seq] }]),
      ...areas(told),
    ],
  };
}

function areas(told: Told): Line[] {
  const observed = sameRollback(told, 'observed');
  if (observed === undefined) return [];
  const inState = (state: string): string[] =>
    AREAS.filter((area) => observed.data.areas.some((one) => one.area === area && one.state === state));
  const line = (what: string, names: readonly string[]): Line[] =>
    names.length === 0 ? [] : [{ text: `${what}: ${names.join(', ')}`, from: [observed.seq] }];
  return [
    ...line('Works again', inState('recovered')),
    ...line('Does not work yet', inState('not-recovered')),
    ...line('Not yet certain', inState('inconclusive')),
  ];
}
