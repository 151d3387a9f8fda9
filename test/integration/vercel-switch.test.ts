import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/vercel-deployment/index.js';
import { config as schema } from '../../src/providers/vercel-deployment/config.js';
import type { State } from '../../src/providers/vercel-deployment/state.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/** Production is moved once, whatever is lost on the way, with and without rolling releases. */
let vercel: VercelSandbox;
let shop: Project;
let good: Deployment;
let bad: Deployment;
let saved: State;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
beforeEach(async () => {
  vercel.clear();
  shop = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  good = vercel.release(shop);
  saved = await capture();
  bad = vercel.release(shop);
  vercel.requests.length = 0;
});

function context(timeoutMs = 5_000): TestContext {
  const ctx = testContext({
    env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url },
    http: { timeoutMs, backoffMs: 1 },
  });
  const { clock } = ctx;
  // The waits of the product are real; here they are ten times as short.
  return Object.assign(ctx, { clock: { ...clock, sleep: (ms: number) => clock.sleep(ms / 10) } });
}
const config = () => schema.parse({ id: 'web', provider: 'vercel-deployment', project: shop.id, team: TEAM });
const capture = () => provider.capture(config(), context(), new MemoryPayloads());
const planNow = async (): Promise<Change[]> => provider.plan(saved, await capture());
async function apply(changes: readonly Change[], ctx = context()): Promise<void> {
  for (const change of changes) await provider.apply(config(), change, ctx, new MemoryPayloads());
}
const sent = (): string[] => vercel.requests.map(({ method, path }) => `${method} ${path}`);
const posts = (what: string): number => sent().filter((line) => line.startsWith('POST') && line.includes(what)).length;
const serves = (host: string): string | null | undefined => vercel.aliases.get(host)?.deploymentId;

describe('one switch, one request', () => {
  test('a rollback reads the project and the target, asks once, and ends with the domains', async () => {
    const plan = await planNow();
    vercel.requests.length = 0;
    await apply(plan);
    expect(sent().slice(0, 4)).toEqual([
      `GET /v9/projects/${shop.id}`,
      `GET /v13/deployments/${good.id}`,
      `POST /v1/projects/${shop.id}/rollback/${good.id}`,
      `GET /v9/projects/${shop.id}`,
    ]);
    expect(sent().slice(4)).toEqual(['GET /v4/aliases']);
    expect(vercel.requests.every(({ query }) => query.get('teamId') === TEAM)).toBe(true);
  });

  test('a token of one project is enough', async () => {
    vercel.behavior.projectToken = true;
    await apply(await planNow());
    expect(serves('www.shop.example.com')).toBe(good.id);
    expect(sent().filter((line) => line.includes('/user') || line.includes('/teams'))).toEqual([]);
  });

  test.each([
    ['cut off', { kind: 'reset', executed: true } as const],
    ['an error page', { kind: 'html' } as const],
  ])(
    'the answer is lost (%s) while an older request is still shown: it is not sent twice in vain',
    async (_, fault) => {
      shop.lastAliasRequest = {
        type: 'rollback',
        jobStatus: 'succeeded',
        requestedAt: Date.now() - 60_000,
        fromDeploymentId: bad.id,
        toDeploymentId: good.id,
      };
      const plan = await planNow();
      Object.assign(vercel.behavior, { stalePolls: 2, jobMs: 300 });
      vercel.inject({ on: /^POST .*\/rollback\//, with: fault });
      await apply(plan);
      expect(posts('/rollback/')).toBe(fault.kind === 'reset' ? 1 : 2);
      expect(vercel.writes).toBeGreaterThan(0);
      expect(await planNow()).toEqual([]);
    },
  );

  test('409, for another operator has asked for the same: we wait for theirs', async () => {
    const plan = await planNow();
    Object.assign(vercel.behavior, { stalePolls: 3, jobMs: 200 });
    await Promise.all([apply(plan), apply(plan)]);
    expect(vercel.requests.filter(({ status, method }) => method === 'POST' && status === 201)).toHaveLength(1);
    expect(await planNow()).toEqual([]);
  });

  test('409, for another operator goes elsewhere: we stop and say so', async () => {
    const other = vercel.release(shop);
    const plan = await planNow();
    // After our first look, and before our request.
    vercel.before = ({ path }) => {
      if (!path.startsWith('/v13/deployments/')) return;
      shop.lastAliasRequest = {
        type: 'promote',
        jobStatus: 'in-progress',
        requestedAt: vercel.now(),
        fromDeploymentId: other.id,
        toDeploymentId: bad.id,
      };
    };
    vercel.inject({ on: /^POST/, times: 9, with: { kind: 'answer', answer: { status: 409, body: {} } } });
    await expect(apply(plan)).rejects.toMatchObject({ code: 'api-conflict' });
    expect(shop.production).toBe(other.id);
  });

  test('a domain that lags behind is waited for', async () => {
    const plan = await planNow();
    let reads = 0;
    vercel.before = ({ path }) => {
      if (!path.startsWith('/v4/aliases')) return;
      reads += 1;
      vercel.aliases.set('shop.example.com', {
        deploymentId: reads > 2 ? good.id : bad.id,
        projectId: shop.id,
        redirect: null,
      });
    };
    await apply(plan);
    expect(reads).toBe(3);
  });
});

describe('after a rollback', () => {
  test('pushes stay STAGED; that is said by check, and is no difference', async () => {
    await apply(await planNow());
    const staged = vercel.release(shop);
    expect([staged.readySubstate, shop.production]).toEqual(['STAGED', good.id]);
    expect(await planNow()).toEqual([]);
    expect(await provider.check(config(), context())).toContainEqual(
      expect.objectContaining({
        code: 'production-pinned',
        remedy: expect.stringContaining('rewind recover --deployment latest'),
      }),
    );
  });

  test('two rollbacks, undone one after the other: production and the setting of the owner are as before', async () => {
    const back = async (to: State): Promise<State> => {
      const before = await capture();
      await apply(provider.plan(to, before));
      return before;
    };
    const newest = vercel.release(shop);
    const middle: State = { ...(await capture()), production: { ...bad, commit: null, ref: null, rebuildOf: null } };
    const first = await back({ ...middle, domains: middle.domains.map(({ name }) => ({ name, deployment: bad.id })) });
    const second = await back(saved);
    expect([shop.production, first.production?.id, second]).toMatchObject([good.id, newest.id, { pinned: true }]);
    await back(second);
    expect([shop.production, shop.autoAssignCustomDomains]).toEqual([bad.id, false]);
    // The promote of the first undo hides that the assignment is off because of a rollback.
    expect(await provider.capabilities?.hold?.read(config(), context())).toMatchObject({ pinned: 'free' });
    expect(await provider.capabilities?.hold?.read(config(), context(), first)).toMatchObject({ pinned: 'held' });
    await back(first);
    expect([shop.production, shop.autoAssignCustomDomains]).toEqual([newest.id, true]);
    expect(serves('www.shop.example.com')).toBe(newest.id);
  });

  test('assignment that is off without a switch on record is told as unknown', async () => {
    shop.autoAssignCustomDomains = false;
    expect(await provider.check(config(), context())).toContainEqual(
      expect.objectContaining({ code: 'production-pin-unknown', message: expect.stringContaining('not assigned') }),
    );
  });
});

describe('rolling releases', () => {
  const STAGES = { target: 'production' as const, stages: [{ targetPercentage: 10 }, { targetPercentage: 100 }] };
  /** Saved: the newer deployment. Live: held by a rollback to the older one. */
  async function heldByRollback(): Promise<void> {
    shop.rollingReleaseConfig = STAGES;
    saved = await capture();
    expect(saved).toMatchObject({ production: { id: bad.id }, stages: [10, 100] });
    vercel.serve(shop, good);
    shop.autoAssignCustomDomains = false;
    shop.lastAliasRequest = {
      type: 'rollback',
      jobStatus: 'succeeded',
      requestedAt: vercel.now(),
      fromDeploymentId: bad.id,
      toDeploymentId: good.id,
    };
  }
  const done = async (): Promise<void> => {
    expect(serves('shop.example.com')).toBe(bad.id);
    expect(shop.rollingRelease?.state).toBe('COMPLETE');
    expect(await planNow()).toEqual([]);
  };

  test('a promote starts a release; it is completed', async () => {
    await heldByRollback();
    const plan = await planNow();
    expect(plan[0]).toMatchObject({ params: { method: 'promote' } });
    await apply(plan);
    await done();
    expect([posts('/promote/'), posts('/rolling-release/complete')]).toEqual([1, 1]);
  });

  test.each(['/promote/', '/rolling-release/complete'])('the answer to %s is lost: no harm', async (what) => {
    await heldByRollback();
    const plan = await planNow();
    vercel.inject({ on: new RegExp(`^POST .*${what}`), with: { kind: 'reset', executed: true } });
    await apply(plan);
    await done();
    expect([posts('/promote/'), posts('/rolling-release/complete')]).toEqual([1, 1]);
  });

  test('somebody has promoted it in stages already: it is completed', async () => {
    await heldByRollback();
    vercel.startRelease(shop, bad);
    await apply(await planNow());
    await done();
    expect(posts('/promote/')).toBe(0);
  });

  test('a release to something else that began after the plan: we stop', async () => {
    await heldByRollback();
    const plan = await planNow();
    vercel.startRelease(shop, vercel.addDeployment(shop));
    await expect(apply(plan)).rejects.toMatchObject({
      code: 'api-conflict',
      message: expect.stringContaining('release'),
    });
    expect(posts('')).toBe(0);
    // A new plan ends it.
    expect((await planNow())[0]).toMatchObject({ params: { method: 'rollback' } });
    await apply(await planNow());
    expect(shop.rollingRelease?.state).toBe('ABORTED');
    expect(await planNow()).toEqual([]);
  });

  test.each([
    ['named by the project as production', { canaryAsTarget: true }],
    ['known by the release only', {}],
    ['while the project never shows the request', { noJob: true }],
  ])('two deployments serve: the base is captured, the release is ended (%s)', async (_, behavior) => {
    shop.rollingReleaseConfig = STAGES;
    saved = await capture();
    Object.assign(vercel.behavior, behavior);
    vercel.startRelease(shop, vercel.addDeployment(shop));
    const during = await capture();
    expect(during.production).toEqual(saved.production);
    expect(during.production?.commit).toMatch(/^[0-9a-f]{40}$/);
    // Switched off for what comes; the release in flight goes on.
    shop.rollingReleaseConfig = null;
    await apply(await planNow());
    expect(shop.rollingRelease?.state).toBe('ABORTED');
    expect(await planNow()).toEqual([]);
  });
});
