import { expect, test } from '@jest/globals';
import { criteriaConfig } from '../../src/probes/criteria.js';
import { loadProbes, type ProbeEntry } from '../../src/probes/prepare.js';
import { takeBaselines } from '../../src/probes/take-baseline.js';
import { testContext } from '../support/context.js';

/** A clock whose waits take no time. */
function fastClock() {
  let ahead = 0;
  const monotonic = (): number => performance.now() + ahead;
  const sleep = async (ms: number): Promise<void> => {
    ahead += ms;
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { now: () => new Date(Date.now() + ahead), monotonic, sleep };
}

test('a baseline that judges nothing says why, so that it can be corrected before the deploy', async () => {
  const common = { area: 'content', critical: true, every: 1, headers: {}, method: 'GET', redirects: 5, expect: {} };
  const connection = { 'timeout-seconds': 5, 'max-bytes': 1000, 'allow-private': false };
  const entry = (id: string, more: object) =>
    ({ ...common, ...connection, id, adapter: 'http', ...more }) as unknown as ProbeEntry;
  const probes = await loadProbes([
    entry('private', { url: 'http://10.0.0.1/' }),
    entry('token', { url: 'https://shop.example.com/', headers: { authorization: 'Bearer ${NOT_SET}' } }),
  ]);
  const ctx = testContext({ clock: fastClock() });
  const neutral = { url: 'https://example.com', allowPrivate: false };
  const taken = await takeBaselines(probes, ctx, criteriaConfig.parse({}), { control: null, identity: null, neutral });
  expect(taken.map(({ samples }) => samples)).toEqual([0, 0]);
  expect(ctx.lines.filter((line) => line.startsWith('warn'))).toEqual([
    'warn [private] The baseline judges nothing. The last check said: the address is private (private); set allow-private only for your own services',
    'warn [token] The baseline judges nothing. The last check said: The environment variable NOT_SET is not set.',
  ]);
});
