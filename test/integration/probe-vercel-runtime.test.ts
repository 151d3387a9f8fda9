import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { adapter } from '../../src/probes/adapters/vercel-runtime.js';
import { inspectProbes } from '../../src/probes/inspect.js';
import type { ProbeRun } from '../../src/probes/probe.js';
import { vercelDeployments } from '../../src/services/vercel/deployments.js';
import type { Fault } from '../sandbox/json-server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext } from '../support/context.js';
import { probed, tickAt } from '../support/probes.js';

let vercel: VercelSandbox;
let project: Project;
beforeAll(async () => void (vercel = await new VercelSandbox().start()));
afterAll(() => vercel.stop());
beforeEach(() => {
  vercel.clear();
  vercel.requests.length = 0;
  project = vercel.addProject('shop');
  vercel.release(project);
});

const later = Date.now() + 3_600_000;
const log = (rowId: string, responseStatusCode: number, rest: object = {}): void =>
  vercel.addLog(project, { rowId, responseStatusCode, timestampInMs: later, ...rest });
const entry = () => ({ project: project.id, team: TEAM });
/** A tick that listens for the shortest time. */
const ask = (): Promise<ProbeRun> =>
  probed(adapter, entry(), testContext({ env: vercel.env, http: { backoffMs: 0.01 } }), tickAt(0));
const onLogs = { on: /runtime-logs/, times: 50 };

test('responses of all sources, each row once; nothing of before, and no row without a response', async () => {
  log('1', 200, { source: 'request' });
  log('2', 500);
  log('2', 500);
  log('3', 503, { source: 'edge-function' });
  log('4', 404, { source: 'edge-middleware' });
  log('5', 500, { timestampInMs: Date.now() - 60_000 });
  log('6', 0);
  log('7', 500, { source: 'delimiter' });
  const { samples, errors } = await ask();
  expect(errors).toEqual([]);
  expect(samples).toMatchObject([{ kind: 'count', bad: 2, total: 4 }]);
});

test('the baseline is what it hears in the interval that begins now', async () => {
  log('1', 200);
  log('2', 500);
  const config = adapter.config.parse({ id: 'logs', adapter: 'vercel-runtime', ...entry() });
  const now = Date.now();
  const run = await adapter.history?.(config, { from: now - 1000, to: now }, testContext({ env: vercel.env }));
  expect(run).toMatchObject({ samples: [{ kind: 'count', bad: 1, total: 2 }], errors: [] });
  expect(vercel.requests.filter(({ path }) => path.endsWith('/runtime-logs'))).toHaveLength(1);
});

test('only the deployment that serves production', async () => {
  log('1', 500);
  vercel.release(project);
  log('2', 200);
  expect((await ask()).samples).toMatchObject([{ bad: 0, total: 1 }]);
});

test('it listens for its time and keeps the full lines; silence is an answer', async () => {
  vercel.logsStayOpen = true;
  const begin = performance.now();
  const [silent] = (await ask()).samples;
  expect(performance.now() - begin).toBeGreaterThan(190);
  expect(silent).toMatchObject({ total: 0 });
  log('1', 500);
  const full = JSON.stringify({ rowId: '2', responseStatusCode: 200, timestampInMs: later, source: 'serverless' });
  const body = `${full}\n{"rowId":"3","respon`;
  vercel.inject({ ...onLogs, with: { kind: 'answer', answer: { status: 200, body, open: true } } });
  const { samples, errors } = await ask();
  expect([samples, errors]).toMatchObject([[{ bad: 0, total: 1 }], []]);
  const [one] = samples;
  if (one?.kind !== 'count') throw new Error('no count');
  expect(one.at - one.from).toBeGreaterThanOrEqual(190);
});

test('a stream with more than the limit is read to the limit', async () => {
  const line = `${JSON.stringify({ rowId: '1', responseStatusCode: 500, timestampInMs: later, source: 'request' })}\n`;
  const filler = Buffer.from(`{"rowId":"${'x'.repeat(1_000_000)}"`);
  const body = [Buffer.from(line), ...Array<Buffer>(25).fill(filler)];
  vercel.inject({ ...onLogs, with: { kind: 'answer', answer: { status: 200, body } } });
  // It would listen for 10 s, and the service ends in the middle of a line.
  const tick = tickAt(Date.now() - 48_000);
  const run = await probed(adapter, entry(), testContext({ env: vercel.env, http: { backoffMs: 0.01 } }), tick);
  expect(run).toMatchObject({ samples: [{ bad: 1, total: 1 }], errors: [] });
});

test('listening is no request without an answer in time, and keeps no other request back', async () => {
  vercel.logsStayOpen = true;
  const ctx = testContext({ env: vercel.env, http: { backoffMs: 0.01, timeoutMs: 300, concurrency: 1 } });
  let heard: ProbeRun | undefined;
  const listening = probed(adapter, entry(), ctx, tickAt(Date.now() - 57_500)).then((run) => (heard = run));
  while (!vercel.requests.some(({ path }) => path.endsWith('/runtime-logs'))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await vercelDeployments(ctx, entry()).project();
  expect(heard).toBeUndefined();
  expect((await listening).errors).toEqual([]);
});

test.each<[string, Fault['with'], string]>([
  [
    '403',
    { kind: 'answer', answer: { status: 403, body: { error: { code: 'forbidden', message: 'no' } } } },
    'not-watched',
  ],
  [
    '404',
    { kind: 'answer', answer: { status: 404, body: { error: { code: 'not_found', message: 'no' } } } },
    'not-watched',
  ],
  [
    '400',
    { kind: 'answer', answer: { status: 400, body: { error: { code: 'bad_request', message: 'no' } } } },
    'provider',
  ],
  ['a page of a proxy', { kind: 'html', status: 200 }, 'provider'],
  ['rows of another shape', { kind: 'answer', answer: { status: 200, body: '{"surprise":true}\n' } }, 'provider'],
  ['a last line that is cut', { kind: 'answer', answer: { status: 200, body: '{"rowId":"1"' } }, 'provider'],
  ['a broken connection', { kind: 'cut' }, 'provider'],
])('the stream: %s is no sample', async (_what, fault, reason) => {
  log('1', 500);
  vercel.inject({ ...onLogs, with: fault });
  expect(await ask()).toMatchObject({ samples: [], errors: [{ reason }] });
});

test('a project without production is not watched; the inspection says so', async () => {
  project = vercel.addProject('new');
  expect((await ask()).errors).toMatchObject([
    { reason: 'not-watched', message: expect.stringContaining('no production') },
  ]);
  const one = adapter.config.parse({ id: 'logs', adapter: 'vercel-runtime', critical: true, ...entry() });
  const found = await inspectProbes([one], testContext({ env: vercel.env }));
  expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual(['error alarm-not-watched']);
  vercel.release(project);
  expect(await inspectProbes([one], testContext({ env: vercel.env }))).toEqual([]);
});
