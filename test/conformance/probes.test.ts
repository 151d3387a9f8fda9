import { expect, test } from '@jest/globals';
import { PROBE_ADAPTERS } from '../../src/probes/adapters/registry.js';
import { adapter as content, config as contentConfig } from '../../src/probes/adapters/content.js';
import { adapter as flow, config as flowConfig } from '../../src/probes/adapters/flow.js';
import { adapter as http, config as httpConfig } from '../../src/probes/adapters/http.js';
import { testContext } from '../support/context.js';
import { freePort } from '../support/free-port.js';
import { HTTP_FAULTS } from '../support/watched-faults.js';
import { selfSigned, trust, WatchedServer, type Handler } from '../support/watched-server.js';
import { probeSuite, type FaultName, type ProbeCase, type ProbeHarness } from './probes.suite.js';

const TOKEN = 'token-4711-of-the-probe';
const PASSWORD = 'p@ss word/4711+"quoted"';

/** Faults that only the time limit ends. */
const SLOW: readonly FaultName[] = ['never answers', 'sends its body too slowly'];

/**
 * The stage of an adapter that speaks HTTP with what is watched.
 * @param config of the adapter, for an address and a time limit
 */
async function httpStage<Config>(
  config: (base: string, seconds: number) => Config,
  page: Handler,
): Promise<ProbeHarness<Config>> {
  const good = selfSigned('IP:127.0.0.1');
  const distrust = trust(good);
  const server = await new WatchedServer(good).start();
  const others: Partial<Record<FaultName, WatchedServer>> = {
    'has a certificate of another host': await new WatchedServer(selfSigned('DNS:other.example.com')).start(),
    'has a certificate that nobody signed': await new WatchedServer(selfSigned('IP:127.0.0.1')).start(),
  };
  const nobody = await freePort();
  let target = server.url();
  let seconds = 5;
  let layout = 0;
  return {
    get config() {
      return config(target, seconds);
    },
    ctx: testContext({ env: { PROBE_TOKEN: TOKEN, PROBE_PASSWORD: PASSWORD } }),
    secrets: [TOKEN.slice(0, 8), PASSWORD.slice(0, 8), encodeURIComponent(PASSWORD).slice(0, 10)],
    healthy: () => {
      seconds = 5;
      target = server.url();
      server.handler = page;
    },
    fault: (name) => {
      if (SLOW.includes(name)) seconds = 0.25;
      target = name === 'refuses the connection' ? `https://127.0.0.1:${nobody}/` : (others[name] ?? server).url();
      server.handler = (_request, response, socket) => HTTP_FAULTS[name]?.(response, socket, server);
    },
    hostile: (text) => {
      // Each text stands elsewhere, so that a cut goes through the credentials too.
      layout += 1;
      const pad = '.'.repeat((layout * 7) % 60);
      server.handler = ({ headers, body }, response) => {
        const sent = `${headers.authorization ?? ''}${decodeURIComponent(body)}`;
        const said = layout % 2 === 0 ? `${pad}${sent}${text}` : `${text}${pad}${sent}`;
        response.setHeader('x-state', said.replace(/[^\t\x20-\x7e\x80-\xff]/g, ' ').slice(0, 8_000));
        response.end(JSON.stringify({ status: said, value: text }));
      };
    },
    open: () => [server, ...Object.values(others)].reduce((sum, { sockets }) => sum + sockets.size, 0),
    close: async () => {
      distrust();
      await Promise.all([server, ...Object.values(others)].map((one) => one.close()));
    },
  };
}

const connection = { area: 'content', 'max-bytes': 100_000, 'allow-private': true };
const authorization = 'Bearer ${PROBE_TOKEN}';

/** Adapters that do not speak HTTP with what is watched have suites of their own. */
type OtherSuites =
  | 'cloudwatch'
  | 'command'
  | 'datadog'
  | 'github-security'
  | 'sentry'
  | 'sentry-issues'
  | 'sql'
  | 'stripe-payments'
  | 'vercel-runtime';

/** One for each adapter that does: the compiler asks for that of a new one. */
const CASES: { readonly [Id in Exclude<keyof typeof PROBE_ADAPTERS, OtherSuites>]: ProbeCase<never> } = {
  http: {
    adapter: http,
    start: () =>
      httpStage(
        (url, seconds) =>
          httpConfig.parse({
            ...{
              ...connection,
              'timeout-seconds': seconds,
              id: 'subject',
              adapter: 'http',
              url,
              method: 'POST',
              headers: { authorization },
            },
            json: { password: '${PROBE_PASSWORD}' },
            expect: { json: { '$.status': 'ok' } },
          }),
        (_request, response) => response.end('{"status":"ok"}'),
      ),
  } as ProbeCase<never>,
  flow: {
    adapter: flow,
    start: () =>
      httpStage(
        (url, seconds) =>
          flowConfig.parse({
            ...{ ...connection, 'timeout-seconds': seconds, id: 'subject', adapter: 'flow', url },
            steps: [
              { name: 'form', url: '/login', capture: { value: { json: '$.value' } } },
              {
                ...{ name: 'login', url: '/session', method: 'POST', headers: { authorization } },
                form: { password: '${PROBE_PASSWORD}', value: '{{value}}' },
                expect: { headers: { 'x-state': 'signed in' } },
              },
              { name: 'account', url: '/account/{{value}}', expect: { text: 'Sign out' } },
            ],
          }),
        (_request, response) => {
          response.setHeader('x-state', 'signed in');
          response.end('{"value":"abc","page":"Sign out"}');
        },
      ),
  } as ProbeCase<never>,
  content: {
    adapter: content,
    start: () =>
      httpStage(
        (url, seconds) =>
          contentConfig.parse({
            ...{
              ...connection,
              'timeout-seconds': seconds,
              id: 'subject',
              adapter: 'content',
              url,
              headers: { authorization },
            },
            expect: { headers: { 'x-state': 'HIT' } },
          }),
        (_request, response) => {
          response.setHeader('x-state', 'HIT');
          response.end('body {}');
        },
      ),
  } as ProbeCase<never>,
};

for (const subject of Object.values(CASES)) probeSuite(subject);

test('the registry knows each adapter by its id', async () => {
  for (const [id, load] of Object.entries(PROBE_ADAPTERS)) expect((await load()).adapter.id).toBe(id);
});

test('each adapter that counts reads the past: without it, its probe would have no baseline', async () => {
  // One after the other: the loader of Jest fails on modules that are imported at the same time.
  const counting: [id: string, readsPast: boolean][] = [];
  for (const load of Object.values(PROBE_ADAPTERS)) {
    const { adapter } = await load();
    if (adapter.kind === 'count') counting.push([adapter.id, 'history' in adapter]);
  }
  expect(counting.length).toBeGreaterThan(0);
  for (const [id, readsPast] of counting) expect([id, readsPast]).toEqual([id, true]);
});
