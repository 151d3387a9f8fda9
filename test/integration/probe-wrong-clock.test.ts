import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adapter as cloudwatch } from '../../src/probes/adapters/cloudwatch.js';
import { adapter as datadog } from '../../src/probes/adapters/datadog.js';
import { adapter as sentryIssues } from '../../src/probes/adapters/sentry-issues.js';
import { adapter as sentry } from '../../src/probes/adapters/sentry.js';
import { adapter as stripePayments } from '../../src/probes/adapters/stripe-payments.js';
import { adapter as vercelRuntime } from '../../src/probes/adapters/vercel-runtime.js';
import { inspectProbes } from '../../src/probes/inspect.js';
import type { ProbeRun } from '../../src/probes/probe.js';
import type { Context } from '../../src/runtime/context.js';
import { CloudWatchSandbox } from '../sandbox/aws/cloudwatch.js';
import { DatadogSandbox } from '../sandbox/datadog.js';
import { SENTRY_TOKEN, SentrySandbox } from '../sandbox/sentry.js';
import { StripeSandbox } from '../sandbox/stripe/server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext } from '../support/context.js';
import { probed, tickAt } from '../support/probes.js';

/**
 * Probes of services on a machine whose clock is wrong by hours. What was well at another time must not count for now, and
 * what has not happened yet is no silence.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let server: SentrySandbox;
let stripe: StripeSandbox;
let vercel: VercelSandbox;
let monitors: DatadogSandbox;
let aws: CloudWatchSandbox;
let project: Project;

beforeAll(async () => {
  server = await new SentrySandbox().start();
  stripe = await new StripeSandbox().start();
  vercel = await new VercelSandbox().start();
  monitors = await new DatadogSandbox().start();
  aws = await new CloudWatchSandbox().start();
});
afterAll(async () => {
  for (const one of [server, stripe, vercel, monitors, aws]) await one.stop();
});
beforeEach(() => {
  server.clear();
  stripe.reset();
  vercel.clear();
  project = vercel.addProject('shop');
  vercel.release(project);
});

/** Also the clock of a watch that began before the clock of the machine was corrected: that of HTTP is right then. */
function contextAt(shift: number, corrected: boolean): Context {
  const { clock } = testContext();
  const wrong = { ...clock, now: () => new Date(clock.now().getTime() + shift) };
  const env = {
    ...{ SENTRY_AUTH_TOKEN: SENTRY_TOKEN, SENTRY_URL: server.url },
    ...{ STRIPE_API_KEY: 'sk_test_sandbox', STRIPE_API_URL: stripe.url },
    ...{ DD_API_KEY: 'dd-api-key-77aa', DD_APPLICATION_KEY: 'dd-app-key-88bb', DD_API_URL: monitors.url },
    ...{ AWS_ACCESS_KEY_ID: 'AKIATESTALARMS', AWS_SECRET_ACCESS_KEY: 'alarms-secret-99c0ffee' },
    ...{ AWS_ENDPOINT_URL: aws.url, ...vercel.env },
  };
  return { ...testContext({ env, ...(corrected ? {} : { clock: wrong }) }), clock: wrong };
}

/** Healthy data of the hours around now, without one bad event. */
function healthyAround(): void {
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  for (let at = now - 8 * HOUR; at <= now; at += MINUTE) {
    server.sessions.push({ at: at + 1000, project: 1, environment: 'production', status: 'healthy', count: 50 });
    stripe.happen('payment_intent.succeeded', Math.floor(at / 1000) + 1, { last_payment_error: null });
  }
  // Vercel sends entries of before, too.
  for (const minutes of [1, 30, 120]) {
    const timestampInMs = Date.now() - minutes * MINUTE;
    vercel.addLog(project, { rowId: String(minutes), responseStatusCode: 200, timestampInMs });
  }
}

const PERIODS = {
  sentry: (ctx: Context, dueAt: number) => probed(sentry, { organization: 'acme', projects: [1] }, ctx, tickAt(dueAt)),
  'stripe-payments': (ctx: Context, dueAt: number) => probed(stripePayments, {}, ctx, tickAt(dueAt)),
  // It listens for the shortest time.
  'vercel-runtime': (ctx: Context) => probed(vercelRuntime, { project: project.id, team: TEAM }, ctx, tickAt(0)),
} satisfies Record<string, (ctx: Context, dueAt: number) => Promise<ProbeRun>>;

describe.each(Object.entries(PERIODS))('%s counts a period', (_name, ask) => {
  test.each([
    [-3 * HOUR, '180 minutes behind that of', false],
    [3 * HOUR, '180 minutes ahead of that of', false],
    [-3 * HOUR, '180 minutes behind that of', true],
    [5 * MINUTE, '5 minutes ahead of that of', false],
    [70_000, '1 minute ahead of that of', false],
  ])('by a clock that is wrong by %d ms: no sample, and the reason', async (shift, said, corrected) => {
    healthyAround();
    const run = await ask(contextAt(shift, corrected), Date.now() + shift);
    expect(run).toMatchObject({
      samples: [],
      errors: [{ reason: 'not-watched', message: expect.stringContaining(said) }],
    });
  });

  test('by a clock that is right, or nearly: a sample', async () => {
    healthyAround();
    for (const shift of [0, -20_000, 20_000]) {
      const { samples, errors } = await ask(contextAt(shift, false), Date.now() + shift);
      expect([samples.length, errors]).toEqual([1, []]);
    }
  });
});

test('the inspection of sessions by a wrong clock calls nothing well, and says why', async () => {
  healthyAround();
  const entry = sentry.config.parse({
    id: 's',
    adapter: 'sentry',
    critical: true,
    organization: 'acme',
    projects: [1],
  });
  expect(await inspectProbes([entry], contextAt(-3 * HOUR, false))).toMatchObject([
    { level: 'warning', code: 'clock-apart', message: expect.stringContaining('180 minutes behind') },
  ]);
});

test.each([-3 * HOUR, 3 * HOUR])(
  'states of now have no period: monitors, alarms and issues are read as they are (clock wrong by %d ms)',
  async (shift) => {
    const ctx = contextAt(shift, false);
    monitors.monitors.clear();
    monitors.add(1);
    monitors.add(2, { overall_state: 'No Data' });
    aws.clear();
    aws.alarms.push({ name: 'errors', state: 'OK', actionsEnabled: true, actions: [] });
    aws.alarms.push({ name: 'idle', state: 'INSUFFICIENT_DATA', actionsEnabled: true, actions: [] });
    const read = async (run: Promise<ProbeRun>): Promise<unknown> => {
      const { samples, errors } = await run;
      return [
        samples.map((one) => one.kind === 'alert' && one.firing),
        errors.map(({ reason }) => reason),
        // Of the clock of the watch, so that they lie in it.
        samples.every(({ at }) => Math.abs(at - Date.now() - shift) < MINUTE),
      ];
    };
    const well = [[false], ['not-watched'], true];
    expect(await read(probed(datadog, { monitors: [1, 2] }, ctx))).toEqual(well);
    const alarms = { region: 'eu-central-1', alarms: ['errors', 'idle'] };
    expect(await read(probed(cloudwatch, alarms, ctx))).toEqual(well);
    const scope = { organization: 'acme', projects: [1] };
    server.addIssue();
    const { facts } = await probed(sentryIssues, scope, ctx);
    const tick = () => tickAt(Date.now() + shift, { baseline: facts ?? {} });
    expect(await read(probed(sentryIssues, scope, ctx, tick()))).toEqual([[false], [], true]);
    server.addIssue();
    expect(await read(probed(sentryIssues, scope, ctx, tick()))).toEqual([[true], [], true]);
  },
);
