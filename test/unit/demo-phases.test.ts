import { expect, test } from '@jest/globals';
import type { Entry } from '../../src/incident/entry.js';
import { phaseLines, phasesOf, wrongIn } from '../sandbox/demo/phases.js';

const DEPLOYED = Date.UTC(2026, 10, 27);
const verdict = { level: 'roll-back', criterion: 'payments', probe: 'payments', suspect: 'deploy' };
const observed = { areas: [{ area: 'payments', state: 'recovered', probes: [] }] };
const STORY: readonly (readonly [kind: string, data: object])[] = [
  ['verdict', verdict],
  ['approved', {}],
  ['mitigated', { ok: true }],
  ['approved', {}],
  ['rolled-back', { ok: true }],
  ['verified', { ok: true }],
  ['observed', observed],
  ['recovered', { ok: true }],
  ['observed', observed],
  ['closed', {}],
];
const record = (story: typeof STORY): Entry[] =>
  story.map(
    ([kind, data], at) =>
      ({ kind, data, at: new Date(DEPLOYED + 65_000 * (at + 1)).toISOString() }) as unknown as Entry,
  );

test('the phases of the demo and their times', () => {
  const phases = phasesOf(record(STORY), DEPLOYED);
  expect(phases.map(({ seconds }) => seconds)).toEqual([65, 195, 260, 325, 390, 455, 520, 585, 650]);
  expect(phaseLines(phases).slice(0, 2)).toEqual(['   1:05  detected', '   3:15  mitigated']);
  expect(wrongIn(record(STORY), ['payments'])).toEqual([]);
});

test.each([
  [
    'verdict',
    { ...verdict, criterion: 'performance' },
    'The watch blames performance, not the payments of the deploy.',
  ],
  ['verdict', { ...verdict, suspect: 'shared' }, 'The watch blames payments, not the payments of the deploy.'],
  ['rolled-back', { ok: false }, 'The record does not say "rolled back".'],
  [
    'observed',
    { areas: [{ area: 'payments', state: 'inconclusive', probes: [] }] },
    'The area payments is inconclusive.',
  ],
])('%s of %j: the demo ends as wrong', (kind, data, said) => {
  const changed = STORY.map((one) => (one[0] === kind ? ([kind, data] as const) : one));
  expect(wrongIn(record(changed), ['payments'])).toContain(said);
});

test('each phase that is missing is said', () => {
  // The approval of the mitigation is no phase.
  const phases = [...STORY.keys()].filter((at) => at !== 1);
  for (const at of phases) expect(wrongIn(record(STORY.toSpliced(at, 1)), ['payments'])).not.toEqual([]);
});
