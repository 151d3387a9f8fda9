import { expect, test } from '@jest/globals';
import { assertAsPlanned } from '../../src/engine/as-planned.js';
import type { Change } from '../../src/engine/change.js';
import { testContext } from '../support/context.js';

const change = (before: string | null): Change =>
  ({ id: 'flag', action: 'update', target: 'flag "checkout"', before, after: 'off' }) as unknown as Change;
const ctx = testContext({ resource: 'flags' });
const check = (before: string | null, now: string | null) => (): void =>
  assertAsPlanned(change(before), now, ctx, 'in LaunchDarkly');

test.each([
  ['on', 'on'],
  [null, null],
])('a value that is as the plan said (%s) may be written over', (before, now) => {
  expect(check(before, now)).not.toThrow();
});

test.each([
  ['on', 'other', 'it was on, and is other now'],
  ['on', null, 'it was on, and is absent now'],
  [null, 'on', 'it was absent, and is on now'],
  // Empty is a value.
  [null, '', 'it was absent, and is  now'],
])('a value that somebody changed after the plan (%s to %s) is left as it is', (before, now, said) => {
  expect(check(before, now)).toThrow(
    expect.objectContaining({
      code: 'api-conflict',
      resource: 'flags',
      message: expect.stringContaining(said),
      remedy: expect.stringContaining('Ask who changed it in LaunchDarkly. Then make a new plan'),
    }),
  );
});
