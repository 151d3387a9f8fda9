import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { adapter as datadog } from '../../src/probes/adapters/datadog.js';
import { inspectProbes } from '../../src/probes/inspect.js';
import { DatadogSandbox, type SandboxMonitor } from '../sandbox/datadog.js';
import { testContext } from '../support/context.js';
import { probed } from '../support/probes.js';

let server: DatadogSandbox;
beforeAll(async () => void (server = await new DatadogSandbox().start()));
afterAll(() => server.stop());
beforeEach(() => server.monitors.clear());

const context = (key = 'dd-api-key-77aa') =>
  testContext({ env: { DD_API_KEY: key, DD_APPLICATION_KEY: 'dd-app-key-88bb', DD_API_URL: server.url } });
const inspected = async (id: number, key?: string): Promise<string[]> => {
  const entry = datadog.config.parse({ id: 'd', adapter: 'datadog', monitors: [id], critical: true });
  return (await inspectProbes([entry], context(key))).map(({ level, code }) => `${level} ${code}`);
};

test('each monitor is a sample; one that is unknown or has no data hides no other', async () => {
  server.add(1);
  server.add(2, { overall_state: 'Alert' });
  server.add(3, { overall_state: 'Warn' });
  server.add(4, { overall_state: 'No Data' });
  const { samples, errors } = await probed(datadog, { monitors: [1, 2, 3, 4, 5] }, context());
  expect(samples.map((sample) => (sample.kind === 'alert' ? sample.firing : null))).toEqual([false, true, false]);
  expect(errors.map(({ reason }) => reason)).toEqual(['not-watched', 'not-watched']);
});

test.each<[string, Partial<SandboxMonitor>, string[]]>([
  ['well', {}, []],
  ['a draft', { draft_status: 'draft' }, ['error alarm-disabled']],
  ['in a downtime', { matching_downtimes: [{ id: 1 }] }, ['error alarm-muted']],
  ['silenced', { options: { silenced: { '*': null } } }, ['error alarm-muted']],
  ['without data', { overall_state: 'No Data' }, ['error alarm-no-data']],
  ['without a recipient', { message: 'mail a@example.com' }, ['warning alarm-no-recipient']],
])('the inspection of a monitor that is %s', async (_what, rest, codes) => {
  server.add(7, rest);
  expect(await inspected(7)).toEqual(codes);
});

test('a monitor that does not exist, and keys that may not read it: not watched', async () => {
  expect(await inspected(9)).toEqual(['error alarm-not-watched']);
  expect(await inspected(9, 'other-key-00')).toEqual(['error alarm-not-watched']);
});

test('no configuration sends the keys to another host', () => {
  const entry = { id: 'd', adapter: 'datadog', monitors: [1], site: 'evil.example.com' };
  expect(datadog.config.safeParse(entry).success).toBe(false);
});
