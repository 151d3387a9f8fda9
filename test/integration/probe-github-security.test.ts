import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { adapter } from '../../src/probes/adapters/github-security.js';
import { inspectProbes } from '../../src/probes/inspect.js';
import type { ProbeRun } from '../../src/probes/probe.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { testContext } from '../support/context.js';
import { probed, tickAt } from '../support/probes.js';

let hub: GitHubSandbox;
beforeAll(async () => void (hub = await new GitHubSandbox().start()));
afterAll(() => hub.stop());
beforeEach(() => {
  hub.alerts.length = 0;
  hub.alertsOff.clear();
  hub.rateUsed = 0;
  hub.requests.length = 0;
});

const ALL = { alerts: ['code-scanning', 'dependabot', 'secret-scanning'] };
const context = (env: Record<string, string> = { GITHUB_TOKEN: hub.token }) =>
  testContext({ env: { ...env, GITHUB_API_URL: hub.url, GITHUB_REPOSITORY: 'acme/shop' } });
const ask = (entry: object = ALL, baseline: ProbeRun['facts'] | null = null): Promise<ProbeRun> =>
  probed(adapter, { ...entry }, context(), tickAt(Date.now(), { baseline }));
const firing = ({ samples }: ProbeRun) =>
  samples.flatMap((one) => (one.kind === 'alert' && one.firing ? [one.name.replace(' alerts', '')] : []));

test('alerts of before the deploy do not fire; a new one fires, by its own source', async () => {
  hub.addAlert('code-scanning');
  hub.addAlert('dependabot', { severity: 'critical' });
  const before = await ask();
  expect(firing(before)).toEqual([]);
  expect(before.facts).toEqual({ 'code-scanning': '1', dependabot: '1', 'secret-scanning': '0' });
  expect(firing(await ask(ALL, before.facts))).toEqual([]);
  hub.addAlert('dependabot', { title: 'Prototype pollution' });
  const after = await ask(ALL, before.facts);
  expect(firing(after)).toEqual(['dependabot']);
  expect(after.samples[1]).toMatchObject({ detail: '#2, high: left-pad: Prototype pollution' });
});

test('a new alert counts from its severity on, also that of a tool without security severities; a secret counts', async () => {
  const none = { 'code-scanning': '0', dependabot: '0', 'secret-scanning': '0' };
  hub.addAlert('code-scanning', { severity: null, tool: 'warning' });
  hub.addAlert('dependabot', { severity: 'medium' });
  hub.addAlert('code-scanning', { severity: 'critical', open: false });
  expect(firing(await ask(ALL, none))).toEqual([]);
  expect(firing(await ask({ ...ALL, severity: 'medium' }, none))).toEqual(['code-scanning', 'dependabot']);
  hub.addAlert('code-scanning', { severity: null, tool: 'error' });
  hub.addAlert('secret-scanning', { severity: null });
  expect(firing(await ask({ ...ALL, severity: 'high' }, none))).toEqual(['code-scanning', 'secret-scanning']);
});

test('the newest of several, one line, among the newest hundred of a long list', async () => {
  for (let n = 0; n < 101; n += 1) hub.addAlert('code-scanning');
  const before = await ask();
  hub.addAlert('code-scanning');
  hub.addAlert('code-scanning');
  hub.addAlert('code-scanning', { title: 'Injection\n::error::\u001b[31m' });
  const [sample] = (await ask(ALL, before.facts)).samples;
  expect(sample).toMatchObject({
    firing: true,
    detail: expect.stringMatching(/^3 new alerts\. #104, high: Injection/),
  });
  expect(JSON.stringify(sample)).not.toMatch(/\\n|\\u001b/);
});

test('a tool that gives a security severity is held to it, not to its other one', async () => {
  hub.addAlert('code-scanning', { severity: 'low', tool: 'error' });
  expect(firing(await ask(ALL, { 'code-scanning': '0', dependabot: '0', 'secret-scanning': '0' }))).toEqual([]);
});

test('the secret itself is not asked for', async () => {
  hub.addAlert('secret-scanning');
  await ask({ alerts: ['secret-scanning'] });
  expect(JSON.stringify(hub.requests.map(({ answer }) => answer?.body))).not.toContain('AKIASANDBOX');
});

test('a source that is off or refused is not watched, never without alerts; it hides no other', async () => {
  hub.alertsOff.add('dependabot');
  hub.permissions.delete('secret-scanning-alerts:read');
  const { samples, errors, facts } = await ask();
  expect(samples.map((one) => (one.kind === 'alert' ? one.name : ''))).toEqual(['code-scanning alerts']);
  expect(errors.map(({ reason }) => reason)).toEqual(['not-watched', 'not-watched']);
  expect(facts).toEqual({ 'code-scanning': '0' });
  const entry = adapter.config.parse({ id: 's', adapter: 'github-security', ...ALL, critical: true });
  const found = await inspectProbes([entry], context());
  expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual([
    'error alarm-not-watched',
    'error alarm-not-watched',
  ]);
  hub.permissions.add('secret-scanning-alerts:read');
});

test('a baseline that could not read a source calls nothing new', async () => {
  hub.addAlert('dependabot');
  const { samples, errors } = await ask({ alerts: ['dependabot'] }, {});
  expect(samples).toEqual([]);
  expect(errors[0]).toMatchObject({ reason: 'not-watched', message: expect.stringContaining('baseline') });
});

test.each(['the limit of an hour', 'the secondary limit'])(
  '%s is an outage of GitHub, not a list that is not watched',
  async (which) => {
    if (which === 'the limit of an hour') hub.rateUsed = hub.rateLimit;
    else hub.inject({ times: 50, with: { kind: 'answer', answer: hub.secondaryLimit(60) } });
    const { samples, errors } = await ask();
    expect([samples, errors.map(({ reason }) => reason)]).toEqual([[], ['provider', 'provider', 'provider']]);
    const entry = adapter.config.parse({ id: 's', adapter: 'github-security', critical: true });
    const found = await inspectProbes([entry], context());
    expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual(
      Array<string>(2).fill('warning api-rate-limited'),
    );
    hub.clearFaults();
  },
);

test('a token of its own', async () => {
  const entry = { token: '${ALERTS_TOKEN}' };
  const env = { GITHUB_TOKEN: 'another-token', ALERTS_TOKEN: hub.token };
  expect((await probed(adapter, entry, context(env))).samples).toHaveLength(2);
});
