import { expect, test } from '@jest/globals';
import { identityOf } from '../../src/probes/identity.js';
import { HttpFailure } from '../../src/runtime/http-failure.js';
import { testContext } from '../support/context.js';

test('fifty probes of one second ask once for a host, and the next second asks again', async () => {
  const asked: string[] = [];
  const identity = identityOf(testContext(), (host) => Promise.resolve(`dpl_${asked.push(host)}`));
  const first = await Promise.all(Array.from({ length: 50 }, (_, index) => identity('shop', 1000 + index * 19)));
  expect(new Set(first)).toEqual(new Set(['dpl_1']));
  expect(await identity('other', 1500)).toBe('dpl_2');
  expect(await identity('shop', 2000)).toBe('dpl_3');
  expect(asked).toEqual(['shop', 'other', 'shop']);
});

test('a service that does not answer is asked again after ten seconds, not by every tick', async () => {
  const asked: number[] = [];
  let now = 0;
  const failure = new HttpFailure('api-unavailable', 'no answer', { remedy: 'Wait.' }, undefined, undefined);
  const identity = identityOf(testContext(), () => {
    asked.push(now);
    return now < 20_000 ? Promise.reject(failure) : Promise.resolve('dpl_1');
  });
  const told: (string | null | undefined)[] = [];
  for (; now <= 25_000; now += 5000) told.push(await identity('shop', now));
  expect([told, asked]).toEqual([
    [null, null, null, null, 'dpl_1', 'dpl_1'],
    [0, 10_000, 20_000, 25_000],
  ]);
});
