import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { adapter as sentry } from '../../src/probes/adapters/sentry.js';
import { adapter as issues } from '../../src/probes/adapters/sentry-issues.js';
import { inspectProbes } from '../../src/probes/inspect.js';
import type { ProbeRun } from '../../src/probes/probe.js';
import { SENTRY_TOKEN, SentrySandbox } from '../sandbox/sentry.js';
import { testContext } from '../support/context.js';
import { probed, tickAt } from '../support/probes.js';

let server: SentrySandbox;
beforeAll(async () => void (server = await new SentrySandbox().start()));
afterAll(() => server.stop());
beforeEach(() => {
  server.clear();
  server.clearFaults();
});

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE + 20_000;
const entry = { organization: 'acme', projects: [1, 2] };
const context = (token = SENTRY_TOKEN) => testContext({ env: { SENTRY_AUTH_TOKEN: token, SENTRY_URL: server.url } });
const sessions = (at: number, status: 'healthy' | 'errored' | 'crashed', count: number, rest: object = {}): void =>
  void server.sessions.push({ at, project: 1, environment: 'production', status, count, ...rest });
const inspected = async (adapter: typeof sentry | typeof issues, token?: string): Promise<string[]> => {
  const one = adapter.config.parse({ id: 's', adapter: adapter.id, critical: true, ...entry });
  return (await inspectProbes([one], context(token))).map(({ level, code }) => `${level} ${code}`);
};

test('sessions of full minutes: those of two ticks follow each other, and nothing else is counted', async () => {
  const minute = NOW - 20_000 - 2 * MINUTE;
  sessions(minute + 1_000, 'healthy', 90);
  sessions(minute + 2_000, 'errored', 7, { project: 2 });
  sessions(minute + 59_999, 'crashed', 3);
  sessions(minute - 1, 'errored', 100);
  sessions(minute + MINUTE, 'errored', 5);
  sessions(minute, 'errored', 100, { project: 3 });
  sessions(minute, 'errored', 100, { environment: 'preview' });
  const first = await probed(sentry, entry, context(), tickAt(NOW));
  expect(first.samples).toEqual([{ kind: 'count', from: minute, at: minute + MINUTE, bad: 10, total: 100 }]);
  const second = await probed(sentry, entry, context(), tickAt(NOW + MINUTE));
  expect(second.samples).toEqual([{ kind: 'count', from: minute + MINUTE, at: minute + 2 * MINUTE, bad: 5, total: 5 }]);
});

test('an answer that holds more minutes: only those that were asked for count; one that holds fewer is none', async () => {
  const minute = NOW - 20_000 - 3 * MINUTE;
  for (const at of [-1, 0, 1, 2]) sessions(minute + at * MINUTE, 'errored', 10 ** (at + 1));
  server.around = 2;
  const ask = () => probed(sentry, { ...entry, every: 120 }, context(), tickAt(NOW));
  expect((await ask()).samples).toMatchObject([{ bad: 110, total: 110 }]);
  server.around = -1;
  expect(await ask()).toMatchObject({ samples: [], errors: [{ reason: 'provider' }] });
});

test('the baseline: the same half hour of each of the last 7 days', async () => {
  const span = { from: NOW - 30 * MINUTE, to: NOW };
  for (let day = 1; day <= 8; day += 1) sessions(NOW - 5 * MINUTE - day * 86_400_000, 'healthy', day);
  const run = await sentry.history?.(sentry.config.parse({ id: 's', adapter: 'sentry', ...entry }), span, context());
  expect(run?.samples.map((one) => (one.kind === 'count' ? one.total : null))).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test.each([3600, 120])('counts in steps of %d s are no counts of a minute', async (resolution) => {
  server.resolution = resolution;
  const hour = Math.floor(NOW / 3_600_000) * 3_600_000;
  sessions(hour, 'healthy', 100);
  // The minute that is asked for is the first of an hour: the number of steps alone would be right.
  const { samples, errors } = await probed(sentry, entry, context(), tickAt(hour + 2 * MINUTE));
  expect([samples, errors.map(({ reason }) => reason)]).toEqual([[], ['provider']]);
});

test('a list of counts that is shorter than its minutes is no silence', async () => {
  const minute = Math.floor(NOW / MINUTE) * MINUTE;
  const [start, end] = [minute, minute + MINUTE].map((at) => new Date(at).toISOString());
  const group = { by: { 'session.status': 'healthy' }, totals: {}, series: { 'sum(session)': [] } };
  const body = { start, end, intervals: [start], groups: [group] };
  server.inject({ on: /sessions/, with: { kind: 'answer', answer: { status: 200, body } } });
  const { samples, errors } = await probed(sentry, entry, context(), tickAt(minute + 2 * MINUTE));
  expect([samples, errors.map(({ reason }) => reason)]).toEqual([[], ['provider']]);
});

test('an issue is new if it came after the baseline; one that was resolved before and comes back is not', async () => {
  server.addIssue({ title: 'old' });
  server.addIssue({ title: 'resolved', unresolved: false });
  const before = await probed(issues, entry, context());
  expect(before).toMatchObject({ samples: [{ firing: false }], facts: { newest: '4000000002' } });
  const after = (): Promise<ProbeRun> =>
    probed(issues, entry, context(), tickAt(Date.now(), { baseline: before.facts }));
  server.issues[1] = { ...server.issues[1], unresolved: true } as (typeof server.issues)[number];
  server.addIssue({ environment: 'preview' });
  server.addIssue({ project: 3 });
  expect((await after()).samples).toMatchObject([{ firing: false }]);
  server.addIssue({ title: 'first' });
  expect((await after()).samples).toMatchObject([{ firing: true, detail: 'SHOP-5, error: first' }]);
  server.addIssue({ title: 'second\n::error::', level: 'fatal' });
  expect((await after()).samples).toMatchObject([
    { firing: true, detail: expect.stringMatching(/^2 new issues\. SHOP-6, fatal: second/) },
  ]);
  expect(JSON.stringify((await after()).samples)).not.toContain('\\n');
});

test('no issue at all before the deploy; a baseline that could not read them calls none new', async () => {
  const before = await probed(issues, entry, context());
  server.addIssue();
  const ask = (baseline: ProbeRun['facts']) => probed(issues, entry, context(), tickAt(Date.now(), { baseline }));
  expect((await ask(before.facts)).samples).toMatchObject([{ firing: true }]);
  expect(await ask({})).toMatchObject({ samples: [], errors: [{ reason: 'not-watched' }] });
});

test('the inspection: nothing to say, no sessions, a token that may not read', async () => {
  expect(await inspected(sentry)).toEqual(['error alarm-no-data']);
  sessions(Date.now() - 10 * MINUTE, 'healthy', 1);
  expect([await inspected(sentry), await inspected(issues)]).toEqual([[], []]);
  expect(await inspected(sentry, 'another-token')).toEqual(['error alarm-not-watched']);
  expect(await inspected(issues, 'another-token')).toEqual(['error alarm-not-watched']);
});

test('the end of the limit is waited for if it comes before the end of the request', async () => {
  const limited = (reset: number) => ({
    ...server.refusal(429, 'You are attempting to use this endpoint too frequently'),
    headers: { 'x-sentry-rate-limit-reset': String(reset) },
  });
  server.inject({ with: { kind: 'answer', answer: limited(1) } });
  expect((await probed(issues, entry, context())).samples).toHaveLength(1);
  server.requests.length = 0;
  server.inject({ times: 50, with: { kind: 'answer', answer: limited(4_000_000_000) } });
  expect((await probed(issues, entry, context())).errors).toMatchObject([
    { reason: 'provider', message: expect.stringContaining('too frequently') },
  ]);
  expect(server.requests).toHaveLength(1);
});

test('a search and an organization', () => {
  const parse = (rest: object) => sentry.config.safeParse({ id: 's', adapter: 'sentry', ...entry, ...rest }).success;
  expect([parse({}), parse({ every: 90 }), parse({ organization: '../x' }), parse({ projects: [] })]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
