import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { findMaintenance, makeMaintenance } from '../../src/services/vercel/maintenance.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from '../support/context.js';

/** The deployment for maintenance is made by the official client (@vercel/client), against the emulator. */
let vercel: VercelSandbox;
let shop: Project;
let live: Deployment;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
beforeEach(() => {
  vercel.clear();
  shop = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  live = vercel.release(shop);
  vercel.requests.length = 0;
});

function context(env: Record<string, string> = {}): TestContext {
  const ctx = testContext({
    env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url, ...env },
    http: { backoffMs: 1 },
  });
  const { clock } = ctx;
  return Object.assign(ctx, {
    clock: { ...clock, sleep: (ms: number, signal?: AbortSignal) => clock.sleep(ms / 20, signal) },
  });
}
const at = () => ({ project: shop.id, team: TEAM });
const make = (page: string | null = null, ctx = context()) => makeMaintenance(ctx, at(), page);
const posts = (path: string) => vercel.requests.filter((each) => each.method === 'POST' && each.path === path);
const serves = () => shop.domains.map(({ name }) => vercel.aliases.get(name)?.deploymentId);
const content = (id: string, path: string): string =>
  vercel.files.get(vercel.deployments.get(id)?.files.get(path) ?? '')?.toString('utf8') ?? '';

describe('made ahead', () => {
  test('the real client makes a staged deployment to production; production is not touched, at no request', async () => {
    vercel.behavior.buildReads = 2;
    const seen = new Set<unknown>();
    vercel.before = () => serves().forEach((id) => seen.add(id));
    const { id, made } = await make();
    expect(made).toBe(true);
    expect([...seen, ...serves(), shop.production]).toEqual([live.id, live.id, live.id, live.id]);
    expect(vercel.deployments.get(id)).toMatchObject({
      target: 'production',
      readyState: 'READY',
      readySubstate: 'STAGED',
      meta: { rewindMaintenance: '1' },
    });
    expect(shop.autoAssignCustomDomains).toBe(true);
    expect(JSON.parse(content(id, '.vercel/output/config.json'))).toEqual({
      version: 3,
      routes: [
        {
          src: '/(.*)',
          status: 503,
          headers: { 'retry-after': '300', 'cache-control': 'no-store' },
          dest: '/index.html',
        },
      ],
    });
    expect(content(id, '.vercel/output/static/index.html')).toContain('under maintenance');
    expect(posts('/v13/deployments')[0]?.body).toMatchObject({ project: shop.id, autoAssignCustomDomains: false });
    expect(vercel.requests.every(({ query }) => query.get('teamId') === TEAM)).toBe(true);
  });

  test('a second run makes none; another page makes another, and the newest is found', async () => {
    const first = await make();
    vercel.requests.length = 0;
    expect(await make()).toEqual({ id: first.id, made: false });
    expect(posts('/v13/deployments')).toEqual([]);
    const own = await make('<h1>Back at noon</h1>');
    expect(own.made).toBe(true);
    expect(content(own.id, '.vercel/output/static/index.html')).toBe('<h1>Back at noon</h1>');
    expect((await findMaintenance(context(), at()))?.id).toBe(own.id);
  });

  test('killed at every write, run again: one deployment', async () => {
    for (let write = 1; ; write += 1) {
      vercel.files.clear();
      const page = `<p>${write}</p>`;
      vercel.crashAfterWrite(write);
      const whole = await make(page, context()).then(
        () => true,
        () => false,
      );
      vercel.crashAfterWrite(0);
      await make(page, context());
      const all = [...vercel.deployments.values()].filter(
        ({ id }) => content(id, '.vercel/output/static/index.html') === page,
      );
      expect(all).toHaveLength(1);
      expect(serves()).toEqual([live.id, live.id]);
      if (whole) {
        expect(write).toBe(4);
        break;
      }
    }
  });
});

describe('not made', () => {
  test.each([
    [
      '403',
      { kind: 'answer', answer: { status: 403, body: { error: { code: 'forbidden', message: 'no' } } } },
      /HTTP 403, forbidden, no/,
    ],
    ['an error page', { kind: 'html' }, /Invalid JSON/],
    ['a cut connection', { kind: 'reset' }, /fetch failed: /],
  ] as const)('%s: says so, and production is unchanged', async (_, fault, message) => {
    vercel.inject({ on: /^POST \/v13/, times: 9, with: fault });
    await expect(make()).rejects.toMatchObject({
      code: 'maintenance-not-made',
      message: expect.stringMatching(message),
    });
    expect(serves()).toEqual([live.id, live.id]);
  });

  test('the build fails', async () => {
    vercel.behavior.buildOutcome = 'ERROR';
    await expect(make()).rejects.toMatchObject({ code: 'maintenance-not-made' });
    expect(await findMaintenance(context(), at())).toBeNull();
  });

  test('the client hangs: the time limit ends it', async () => {
    const ctx = context();
    const { clock } = ctx;
    const fast = { ...clock, sleep: (ms: number, signal?: AbortSignal) => clock.sleep(ms / 3_000, signal) };
    vercel.inject({ on: /^POST \/v13/, with: { kind: 'hang' } });
    await expect(make(null, Object.assign(ctx, { clock: fast }))).rejects.toMatchObject({ code: 'deadline-exceeded' });
  });

  test('no production deployment: the first one would take production', async () => {
    shop.production = null;
    await expect(make()).rejects.toMatchObject({ code: 'maintenance-not-made' });
    expect(vercel.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('VERCEL_TEAM_ID, which the client would add to each request, is refused', async () => {
    await expect(make(null, context({ VERCEL_TEAM_ID: 'team_other' }))).rejects.toMatchObject({
      code: 'maintenance-not-made',
    });
  });
});

describe('found', () => {
  test('not one that was deleted, removed by the retention, or made by somebody else', async () => {
    const { id } = await make();
    const made = vercel.deployments.get(id);
    if (!made) throw new Error('not made');
    made.softDeletedByRetention = true;
    expect(await findMaintenance(context(), at())).toBeNull();
    made.softDeletedByRetention = false;
    expect((await findMaintenance(context(), at()))?.id).toBe(id);
    made.readyState = 'DELETED';
    expect(await findMaintenance(context(), at())).toBeNull();
  });
});
