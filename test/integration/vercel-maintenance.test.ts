import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Measure } from '../../src/engine/measure.js';
import type { Change } from '../../src/engine/change.js';
import { redeploy } from '../../src/providers/stripe-webhooks/redeploy.js';
import { config as schema } from '../../src/providers/vercel-deployment/config.js';
import provider from '../../src/providers/vercel-deployment/index.js';
import type { State } from '../../src/providers/vercel-deployment/state.js';
import { findMaintenance, makeMaintenance } from '../../src/services/vercel/maintenance.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

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
/** A state but for the time of the last switch, which is no part of what a rollback restores. */
const compared = (state: State): State => ({ ...state, lastSwitch: 0 });
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
    // The time is over when the request has come.
    const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
      while (posts('/v13/deployments').length === 0) await clock.sleep(Math.min(ms, 20), signal);
    };
    vercel.inject({ on: /^POST \/v13/, with: { kind: 'hang' } });
    await expect(make(null, Object.assign(ctx, { clock: { ...clock, sleep } }))).rejects.toMatchObject({
      code: 'deadline-exceeded',
    });
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

describe('as a measure', () => {
  const config = () => schema.parse({ id: 'web', provider: 'vercel-deployment', project: shop.id, team: TEAM });
  const capture = () => provider.capture(config(), context(), new MemoryPayloads());
  const measure = { kind: 'maintenance' } as const;
  const mitigation = provider.capabilities?.mitigation;
  if (!mitigation) throw new Error('no mitigation');
  const facts = async (wanted: Measure = measure) => (await mitigation.facts?.(config(), context(), wanted)) ?? {};
  const prepare = async (html: string | null = null) =>
    (await mitigation.prepare?.(config(), context(), html))?.id ?? '';
  const goalOf = async (): Promise<State> => mitigation.ease(config(), await capture(), measure, await facts()).desired;
  /** The changes of a goal, as a journal has them. */
  const planTo = async (saved: State): Promise<Change[]> => provider.plan(saved, await capture());
  async function apply(changes: readonly Change[]): Promise<void> {
    for (const change of changes) await provider.apply(config(), change, context(), new MemoryPayloads());
  }
  const on = async (): Promise<void> => apply(await planTo(await goalOf()));
  const methods = (changes: readonly Change[]) => changes.map(({ params }) => params.method ?? params.kind);
  let page: string;
  beforeEach(async () => {
    page = await prepare();
    // What is deployed after it is newer, as it is in an incident.
    live = vercel.release(shop);
  });

  test('on: promoted, and a push does not replace it; off: as before, and a push goes live again', async () => {
    const before = await capture();
    const plan = await planTo(await goalOf());
    expect(plan.map(({ before, after }) => [before, after])).toEqual([
      [expect.stringContaining(live.id), `${page} (maintenance page)`],
    ]);
    expect(await provider.preflight?.(config(), plan, context(), null)).toEqual([]);
    await apply(plan);
    expect(serves()).toEqual([page, page]);
    expect(await planTo(await goalOf())).toEqual([]);
    vercel.release(shop);
    expect(serves()).toEqual([page, page]);
    expect(await capture()).toMatchObject({ production: { id: page, maintenance: true }, instead: { id: live.id } });
    const back = await planTo(before);
    expect(methods(back)).toEqual(['promote']);
    expect(await provider.preflight?.(config(), back, context(), null)).toEqual([]);
    await apply(back);
    expect(compared(await capture())).toEqual(compared(before));
    const push = vercel.release(shop);
    expect(serves()).toEqual([push.id, push.id]);
  });

  test.each([
    ['the owner assigns by hand', () => (shop.autoAssignCustomDomains = false)],
    [
      'a rollback pins production',
      () => {
        const [first] = vercel.deployments.values();
        shop.lastAliasRequest = {
          type: 'rollback',
          jobStatus: 'succeeded',
          requestedAt: vercel.now(),
          fromDeploymentId: live.id,
          toDeploymentId: first?.id ?? '',
        };
        if (first) vercel.serve(shop, first);
        shop.autoAssignCustomDomains = false;
      },
    ],
    [
      'a domain serves an older deployment',
      () => {
        const [first] = vercel.deployments.keys();
        vercel.aliases.set('www.shop.example.com', { deploymentId: first ?? '', projectId: shop.id, redirect: null });
      },
    ],
    [
      'the project has rolling releases',
      () => {
        shop.rollingReleaseConfig = {
          target: 'production',
          stages: [{ targetPercentage: 10 }, { targetPercentage: 100 }],
        };
      },
    ],
    ['the maintenance deployment is newer', () => undefined],
  ])('%s: off is as before', async (what, arrange) => {
    arrange();
    if (what.endsWith('newer')) page = await prepare('<p>newer</p>');
    const before = await capture();
    await on();
    expect(shop.production).toBe(page);
    expect(shop.autoAssignCustomDomains).toBe(false);
    expect(await planTo(await goalOf())).toEqual([]);
    await apply(await planTo(before));
    expect(await planTo(before)).toEqual([]);
    expect(compared(await capture())).toEqual(compared(before));
  });

  test('a rollback during maintenance is a rollback, although its target is newer than the page: it pins production', async () => {
    const good = await capture();
    vercel.release(shop);
    await on();
    const plan = await planTo(good);
    expect(methods(plan)).toEqual(['rollback']);
    await apply(plan);
    expect(await capture()).toMatchObject({ production: { id: live.id }, pinned: true, autoAssign: false });
    expect(await planTo(good)).toEqual([]);
  });

  test.each(['on', 'off'] as const)('killed at every write of "%s", run again: it converges', async (way) => {
    let crashed = 0;
    for (let write = 1; ; write += 1) {
      const before = await capture();
      if (way === 'off') await on();
      const goal = way === 'on' ? await goalOf() : before;
      const plan = await planTo(goal);
      vercel.crashAfterWrite(write);
      const whole = await apply(plan).then(
        () => true,
        () => false,
      );
      vercel.crashAfterWrite(0);
      if (!whole) crashed += 1;
      // The live state is read again: the goal of a measure is computed from it.
      await apply(await planTo(way === 'on' ? await goalOf() : before));
      expect(await planTo(way === 'on' ? await goalOf() : before)).toEqual([]);
      expect([shop.production, shop.autoAssignCustomDomains]).toEqual(way === 'on' ? [page, false] : [live.id, true]);
      await apply(await planTo(before));
      expect(compared(await capture())).toEqual(compared(before));
      if (whole) break;
    }
    // The promote, and for "on" the assignment after it.
    expect(crashed).toBe(way === 'on' ? 2 : 1);
  });

  test('a snapshot and the choice of one go by the release that the page stands in for; a deploy is held', async () => {
    await on();
    const state = await capture();
    expect(provider.capabilities?.describeState?.(state)).toMatchObject({ deployment: live.id });
    expect(await provider.capabilities?.hold?.read(config(), context())).toMatchObject({ pinned: 'held' });
    expect((await provider.check(config(), context())).map(({ code }) => code)).toContain('maintenance-live');
  });

  test('a new secret of a webhook does not rebuild the page', async () => {
    await on();
    vercel.requests.length = 0;
    await expect(redeploy(context(), at(), 'token')).rejects.toMatchObject({ code: 'deployment-switch-failed' });
    expect(vercel.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('with a flag or an item it is for another resource', async () => {
    const state = await capture();
    const other = { kind: 'maintenance', flag: 'closed' } as const;
    expect(mitigation.ease(config(), state, other, await facts(other))).toEqual({
      ...{ desired: state, unknown: [] },
      impossible: ['A deployment takes maintenance without "flag" and "item".'],
    });
  });

  test('"latest" of a recovery is never the maintenance deployment', async () => {
    const before = await capture();
    const id = await prepare('<p>newer</p>');
    const latest = async () =>
      provider.capabilities?.forward?.choose(config(), context(), before, 'latest', async () => false);
    await expect(latest()).rejects.toThrow(id);
    const fix = vercel.addDeployment(shop);
    expect(await latest()).toBe(fix.id);
  });

  test('a recovery after a rollback that began during maintenance brings back the release, not the page', async () => {
    const before = await capture();
    await on();
    const goal = await provider.capabilities?.forward?.desired(config(), context(), await capture(), null, null);
    const production = { ...before.production, by: undefined };
    const { lastSwitch } = await capture();
    expect(goal).toEqual({ ...before, production, lastSwitch, forward: true, autoAssign: null });
  });

  test('the check before a deploy finds that it is gone', async () => {
    const required = { ...config(), maintenance: true };
    const codes = async () => (await provider.check(required, context())).map(({ code }) => code);
    expect(await codes()).toEqual([]);
    const made = vercel.deployments.get(page);
    if (made) made.softDeletedByRetention = true;
    expect(await codes()).toEqual(['maintenance-missing']);
    expect((await provider.check(config(), context())).map(({ code }) => code)).toEqual([]);
    await expect(facts()).rejects.toMatchObject({ code: 'maintenance-missing' });
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
