import { expect, test } from '@jest/globals';
import { plan } from '../../src/providers/unleash/plan.js';
import type { State } from '../../src/providers/unleash/state.js';

type Segment = State['segments'][number];
const segment = (fingerprint: string, used = true): Segment => ({
  name: 'beta',
  used,
  summary: fingerprint,
  fingerprint,
});
const state = (...segments: Segment[]): State => ({
  ...{ schemaVersion: 1, project: 'default', environment: 'production', features: [] },
  segments,
});

test.each<[string, Segment[], string]>([
  ['is used by a strategy', [segment('b')], '"rewind undo" sets the current settings again'],
  ['is used by none: no undo compares it', [segment('b', false)], 'set the segment in Unleash back by hand'],
  ['was deleted: no undo deletes it', [], 'delete the segment in Unleash'],
])('the undo of a segment that %s', (_, live, undo) => {
  expect(plan(state(segment('a')), state(...live))).toMatchObject([{ id: 'segment:beta', undo }]);
  // What it says of `rewind undo` is what that one plans.
  const undone = plan(state(...live), state(segment('a')));
  expect(undone.length > 0).toBe(undo.includes('rewind undo'));
});
