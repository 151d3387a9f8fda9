import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ResourceCheck } from '../../src/engine/drill-record.js';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { WatchedServer } from '../support/watched-server.js';

/** Probes of a drill, against real servers: what production, the saved deployment and the preview are asked. */
const [shop, saved, preview, login, network] = [
  new WatchedServer(),
  new WatchedServer(),
  new WatchedServer(),
  new WatchedServer(),
  new WatchedServer(),
];
const servers = [shop, saved, preview, login];
let vercel: VercelSandbox;
let project: Project;
let repository: Repository;

beforeAll(async () => {
  await Promise.all([...servers, network].map((server) => server.start()));
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  // An address of the sandbox: as deployments of Vercel have one that never changes.
  vercel.release(project, { url: saved.url().slice(0, -1) });
  repository = await makeRepository({
    store: 'store',
    resources: [resource()],
    env: { ...vercel.env, VERCEL_AUTOMATION_BYPASS_SECRET: 'bypass-4711', BASKET_KEY: 'key-4711' },
  });
  await repository.ok('snapshot');
});
afterAll(async () => {
  await vercel.stop();
  await Promise.all([...servers, network].map((server) => server.close()));
  repository.remove();
});
beforeEach(() => {
  for (const server of servers) {
    server.seen.length = 0;
    server.handler = (_request, response) => response.end('ok');
  }
});

const resource = (): string => `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`;
const probe = (id: string, more: string, adapter = 'http'): string =>
  `{ id: ${id}, adapter: ${adapter}, area: content, url: "${shop.url('/start')}", allow-private: true, ${more} }`;
const step = (name: string, url: string, method: string): string =>
  `{ name: ${name}, url: "${url}", method: ${method} }`;

interface Smoke {
  readonly status: number | null;
  /** Outcome and codes, by the id of the check. */
  readonly checks: Readonly<Record<string, string>>;
  /** The messages of their findings. */
  readonly said: readonly string[];
}
async function drilled(probes: readonly string[], drill = '{}'): Promise<Smoke> {
  repository.configure({
    store: 'store',
    resources: [resource()],
    sections: [
      `probes: [${probes.join(', ')}]`,
      `monitor: { neutral: "${network.url()}", allow-private: true }`,
      `drill: ${drill}`,
    ],
  });
  const ran = await repository.run(['drill', '--json']);
  const { checks } = ran.json<{ checks: readonly ResourceCheck[] }>();
  const application = checks.filter(({ resource: of }) => of === 'application');
  return {
    status: ran.status,
    checks: Object.fromEntries(
      application.map(({ id, outcome, findings }) => [id, [outcome, ...findings.map(({ code }) => code)].join(' ')]),
    ),
    said: application.flatMap(({ findings }) => findings.map(({ message }) => message)),
  };
}
const asked = (server: WatchedServer): string[] => server.seen.map(({ method, url }) => `${method} ${url}`).sort();

const reads = (): string[] => [probe('page', 'method: GET'), probe('head', 'method: HEAD')];
const writes = (): string[] => [
  probe('basket', 'method: POST, body: "one ticket"'),
  probe('visit', `steps: [${step('look', '/look', 'GET')}, ${step('buy', '/buy', 'POST')}]`, 'flow'),
];

describe('the saved deployment, which uses the data of production', () => {
  test('gets GET and HEAD and nothing else, and production gets nothing', async () => {
    expect(await drilled([...reads(), ...writes()])).toMatchObject({
      status: 3,
      checks: {
        'probe-page': 'passed',
        'probe-head': 'passed',
        'probe-basket': 'unverified drill-probe-not-run',
        'probe-visit': 'unverified drill-probe-not-run',
      },
    });
    expect([asked(saved), asked(shop)]).toEqual([['GET /start', 'HEAD /start'], []]);
    expect(saved.seen[0]?.headers['x-vercel-protection-bypass']).toBe('bypass-4711');
  });

  test('a probe that fails there fails the drill', async () => {
    saved.handler = (_request, response) => response.writeHead(500).end();
    expect(await drilled(reads().slice(0, 1))).toMatchObject({
      status: 1,
      checks: { 'probe-page': 'failed drill-probe-failed' },
    });
    expect(asked(shop)).toEqual([]);
  });
});

describe('a preview without data of production', () => {
  const at = (server: WatchedServer): string => `{ preview: "${server.url()}" }`;

  test('gets all of them, and no secret of the deployments', async () => {
    const { status, checks } = await drilled([...reads(), ...writes()], at(preview));
    expect([status, new Set(Object.values(checks))]).toEqual([0, new Set(['passed'])]);
    expect(asked(preview)).toEqual(['GET /look', 'GET /start', 'HEAD /start', 'POST /buy', 'POST /start']);
    expect([asked(shop), asked(saved)]).toEqual([[], []]);
    expect(preview.seen.flatMap(({ headers }) => headers['x-vercel-protection-bypass'] ?? [])).toEqual([]);
  });

  test('a step that names the host of production goes there too', async () => {
    const steps = [step('look', shop.url('/look?a=1'), 'GET'), step('buy', shop.url('/buy'), 'POST')];
    const { checks } = await drilled([probe('visit', `steps: [${steps.join(', ')}]`, 'flow')], at(preview));
    expect(checks).toEqual({ 'probe-visit': 'passed' });
    expect([asked(preview), asked(shop)]).toEqual([['GET /look?a=1', 'POST /buy'], []]);
  });

  test('a step that may write to another host is not run, and one that reads there is', async () => {
    const flow = (id: string, method: string): string =>
      probe(id, `steps: [${step('other', login.url('/session'), method)}, ${step('buy', '/buy', 'POST')}]`, 'flow');
    const { checks } = await drilled([flow('enters', 'POST'), flow('looks', 'GET')], at(preview));
    expect(checks).toEqual({ 'probe-enters': 'unverified drill-probe-not-run', 'probe-looks': 'passed' });
    expect([asked(preview), asked(login), asked(shop)]).toEqual([['POST /buy'], ['GET /session'], []]);
  });

  test('a preview that sends a POST on to production is not followed', async () => {
    preview.handler = (_request, response) => response.writeHead(307, { location: shop.url('/start') }).end();
    const { checks } = await drilled(writes().slice(0, 1), at(preview));
    expect(checks).toEqual({ 'probe-basket': 'failed drill-probe-failed' });
    expect(asked(shop)).toEqual([]);
  });

  const sendsOn =
    (to: WatchedServer): WatchedServer['handler'] =>
    (request, response) =>
      response.writeHead(request.url === '/start' ? 302 : 200, { location: to.url('/landing') }).end('ok');

  test.each<[string, WatchedServer, () => string]>([
    ['the preview', preview, () => at(preview)],
    ['the saved deployment', saved, () => '{}'],
  ])('%s that sends a GET on to production proves nothing, and is not followed', async (_name, server, drill) => {
    server.handler = sendsOn(shop);
    const flow = probe('visit', `steps: [${step('look', '/start', 'GET')}]`, 'flow');
    const asset = probe('asset', 'sha256: baseline', 'content');
    const { status, checks, said } = await drilled([...reads(), flow, asset], drill());
    expect([status, new Set(Object.values(checks))]).toEqual([3, new Set(['unverified drill-probe-not-run'])]);
    expect(said).toHaveLength(4);
    for (const text of said) expect(text).toContain(`not proven: redirected to ${new URL(shop.url()).host}`);
    expect(asked(shop)).toEqual([]);
  });

  test('a redirect on the preview, and one from a step elsewhere back to the preview, are followed', async () => {
    preview.handler = sendsOn(preview);
    login.handler = sendsOn(preview);
    const flow = probe('visit', `steps: [${step('enter', login.url('/start'), 'GET')}]`, 'flow');
    expect((await drilled([...reads(), flow], at(preview))).checks).toEqual({
      'probe-page': 'passed',
      'probe-head': 'passed',
      'probe-visit': 'passed',
    });
    expect(asked(preview).filter((one) => one.endsWith('/landing'))).toHaveLength(3);
  });

  test('with "redirects: 0" the redirect is the response', async () => {
    preview.handler = sendsOn(shop);
    const page = probe('page', 'method: GET, redirects: 0, expect: { status: 302 }');
    expect((await drilled([page], at(preview))).checks).toEqual({ 'probe-page': 'passed' });
  });

  test.each<[string, () => string]>([
    ['the host that a probe watches', () => at(shop)],
    ['that host in another scheme and case', () => `{ preview: "${shop.url().replace('http:', 'HTTP:')}" }`],
    ['a domain of the live deployment', () => '{ preview: "https://shop.example.com" }'],
  ])('%s is refused as a preview', async (_name, drill) => {
    const { status, checks } = await drilled([...reads(), ...writes()], drill());
    expect([status, new Set(Object.values(checks))]).toEqual([3, new Set(['unverified drill-preview-is-production'])]);
    expect(servers.map(asked)).toEqual([[], [], [], []]);
  });
});
