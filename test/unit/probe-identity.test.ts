import { expect, test } from '@jest/globals';
import { identityOf } from '../../src/probes/identity.js';
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
