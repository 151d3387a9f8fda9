import type { Entry } from '../../../src/incident/entry.js';

export interface Phase {
  readonly name: string;
  /** Seconds of the programs from the deploy to the end of the phase; null: it was not reached. */
  readonly seconds: number | null;
}

/** What must follow one another in the record of the incident. */
const PHASES: readonly (readonly [name: string, is: (entry: Entry) => boolean])[] = [
  ['detected', ({ kind, data }) => kind === 'verdict' && data.level === 'roll-back'],
  ['mitigated', ({ kind, data }) => kind === 'mitigated' && data.ok],
  ['decided, planned and approved', ({ kind }) => kind === 'approved'],
  ['rolled back', ({ kind, data }) => kind === 'rolled-back' && data.ok],
  ['verified', ({ kind, data }) => kind === 'verified' && data.ok],
  ['areas recovered', ({ kind }) => kind === 'observed'],
  ['the fix in production', ({ kind, data }) => kind === 'recovered' && data.ok],
  ['areas still well with the fix', ({ kind }) => kind === 'observed'],
  ['closed', ({ kind }) => kind === 'closed'],
];

/** When each phase ended, by the record of the incident. Pure. @param deployedAt milliseconds since the epoch */
export function phasesOf(record: readonly Entry[], deployedAt: number): Phase[] {
  let from = 0;
  return PHASES.map(([name, is]) => {
    const found = record.findIndex((entry, at) => at >= from && is(entry));
    if (found === -1) return { name, seconds: null };
    from = found + 1;
    return { name, seconds: Math.round((Date.parse(record[found]?.at ?? '') - deployedAt) / 1000) };
  });
}

/** What the record says that the story does not allow, a sentence each. Pure. @param areas those that must have recovered */
export function wrongIn(record: readonly Entry[], areas: readonly string[]): string[] {
  const missing = phasesOf(record, 0).flatMap(({ name, seconds }) =>
    seconds === null ? [`The record does not say "${name}".`] : [],
  );
  const verdict = record.flatMap((entry) => (entry.kind === 'verdict' ? [entry.data] : [])).at(-1);
  const blamed =
    verdict?.criterion === 'payments' && verdict.probe === 'payments' && verdict.suspect === 'deploy'
      ? []
      : [`The watch blames ${verdict?.criterion ?? 'nothing'}, not the payments of the deploy.`];
  const unwell = record
    .flatMap((entry) => (entry.kind === 'observed' ? entry.data.areas : []))
    .filter(({ area, state }) => areas.includes(area) && state !== 'recovered')
    .map(({ area, state }) => `The area ${area} is ${state}.`);
  return [...missing, ...blamed, ...unwell];
}

/** "2:05" */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** One line a phase. */
export const phaseLines = (phases: readonly Phase[]): string[] =>
  phases.map(({ name, seconds }) => `${seconds === null ? '  never' : clock(seconds).padStart(7)}  ${name}`);
