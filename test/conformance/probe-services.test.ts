import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { adapter as stripePayments } from '../../src/probes/adapters/stripe-payments.js';
import { adapter as cloudwatch } from '../../src/probes/adapters/cloudwatch.js';
import { adapter as datadog } from '../../src/probes/adapters/datadog.js';
import { adapter as githubSecurity } from '../../src/probes/adapters/github-security.js';
import { adapter as sentry } from '../../src/probes/adapters/sentry.js';
import { adapter as sentryIssues } from '../../src/probes/adapters/sentry-issues.js';
import { SENTRY_TOKEN, SentrySandbox } from '../sandbox/sentry.js';
import { DatadogSandbox } from '../sandbox/datadog.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { CloudWatchSandbox } from '../sandbox/aws/cloudwatch.js';
import { StripeSandbox } from '../sandbox/stripe/server.js';
import { adapter as vercelRuntime } from '../../src/probes/adapters/vercel-runtime.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { refuse } from '../sandbox/stripe/model.js';
import { probeServiceSuite } from './probe-services.suite.js';

probeServiceSuite({
  adapter: stripePayments,
  credential: 'STRIPE_API_KEY',
  refusal: (status, message) => refuse(status, { message }),
  start: async () => {
    const server = await new StripeSandbox().start();
    const env = { STRIPE_API_KEY: 'sk_test_sandbox', STRIPE_API_URL: server.url };
    return { server, env, entry: {}, reset: () => server.reset(), close: () => server.stop() };
  },
});

probeServiceSuite({
  adapter: cloudwatch,
  reads: ({ bytes }) => /(^|&)Action=(Describe|List)/.test(bytes.toString('utf8')),
  credential: 'AWS_SECRET_ACCESS_KEY',
  refusal: (status, message) => new CloudWatchSandbox().refusal(status, message),
  start: async () => {
    const server = await new CloudWatchSandbox().start();
    const env = {
      AWS_ACCESS_KEY_ID: 'AKIATESTALARMS',
      AWS_SECRET_ACCESS_KEY: 'alarms-secret-99c0ffee',
      AWS_ENDPOINT_URL_CLOUDWATCH: server.url,
    };
    const reset = (): void => {
      server.clear();
      server.alarms.push({ name: 'errors', state: 'OK', actionsEnabled: true, actions: [] });
    };
    const entry = { region: 'eu-central-1', alarms: ['errors'] };
    return { server, env, entry, reset, close: () => server.stop() };
  },
});

probeServiceSuite({
  adapter: datadog,
  credential: 'DD_API_KEY',
  refusal: (status, message) => new DatadogSandbox().refusal(status, message),
  start: async () => {
    const server = await new DatadogSandbox().start();
    const env = { DD_API_KEY: 'dd-api-key-77aa', DD_APPLICATION_KEY: 'dd-app-key-88bb', DD_API_URL: server.url };
    const close = (): Promise<void> => server.stop();
    return { server, env, entry: { monitors: [1] }, reset: () => void server.add(1), close };
  },
});

const sentryCase = {
  credential: 'SENTRY_AUTH_TOKEN',
  refusal: (status: number, message: string) => new SentrySandbox().refusal(status, message),
  start: async () => {
    const server = await new SentrySandbox().start();
    const env = { SENTRY_AUTH_TOKEN: SENTRY_TOKEN, SENTRY_URL: server.url };
    const entry = { organization: 'acme', projects: [1] };
    return { server, env, entry, reset: () => server.clear(), close: () => server.stop() };
  },
};
probeServiceSuite({ adapter: sentry, ...sentryCase });
probeServiceSuite({ adapter: sentryIssues, ...sentryCase });

probeServiceSuite({
  adapter: githubSecurity,
  credential: 'GITHUB_TOKEN',
  refusal: (status, message) => ({ status, body: { message, documentation_url: 'https://docs.github.com/rest' } }),
  start: async () => {
    const server = await new GitHubSandbox().start();
    const env = { GITHUB_TOKEN: server.token, GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: server.url };
    return { server, env, entry: {}, reset: () => void (server.rateUsed = 0), close: () => server.stop() };
  },
});

probeServiceSuite({
  adapter: vercelRuntime,
  credential: 'VERCEL_TOKEN',
  refusal: (status, message) => ({ status, body: { error: { code: 'refused', message } } }),
  start: async () => {
    const server = await new VercelSandbox().start();
    const project = server.addProject('shop');
    server.release(project);
    const reset = (): void => server.addLog(project, { rowId: 'a', responseStatusCode: 200 });
    const entry = { project: project.id, team: TEAM };
    return { server, env: server.env, entry, reset, close: () => server.stop() };
  },
});

/** Adapters that ask no service over HTTP have suites of their own. */
const OTHERS = ['command', 'content', 'flow', 'http', 'sql'];

test('every adapter that asks a service is held to this suite', async () => {
  const folder = fileURLToPath(new URL('../../src/probes/adapters', import.meta.url));
  const adapters = readdirSync(folder)
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => name !== 'registry' && name !== 'configs');
  const held = [
    'cloudwatch',
    'datadog',
    'github-security',
    'sentry',
    'sentry-issues',
    'stripe-payments',
    'vercel-runtime',
  ];
  expect(adapters.filter((id) => !OTHERS.includes(id) && !held.includes(id))).toEqual([]);
});
