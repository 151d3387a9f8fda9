import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/vercel-deployment/index.js';
import { config as schema } from '../../src/providers/vercel-deployment/config.js';
import type { State } from '../../src/providers/vercel-deployment/state.js';
import { DiscardingSink } from '../../src/engine/payload-files.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { waitedClock, type WaitedClock } from '../support/waited-clock.js';
import { MemoryPayloads } from '../support/payloads.js';

/** How many requests a snapshot, a comparison and a switch need: a list of aliases stands for one request a domain. */
let vercel: VercelSandbox;
let shop: Project;
let good: Deployment;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
beforeEach(() => vercel.clear());

const context = (): TestContext =>
  testContext({ env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url }, http: { backoffMs: 1 } });
const config = () => schema.parse({ id: 'web', provider: 'vercel-deployment', project: shop.id, team: TEAM });
const hosts = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${String(at).padStart(3, '0')}.shop.example.com`);
const snapshot = (): Promise<State> => provider.capture(config(), context(), new MemoryPayloads());
const compared = (saved: State): Promise<State> => provider.capture(config(), context(), new DiscardingSink(saved));

/** A project with a good release in production. */
async function shopWith(domains: number): Promise<State> {
  shop = vercel.addProject('shop', hosts(domains));
  good = vercel.release(shop);
  return snapshot();
}
/** Requests of a step, without the project's id: "GET /v9/projects/P/domains". */
async function requestsOf(step: () => Promise<unknown>): Promise<string[]> {
  vercel.requests.length = 0;
  await step();
  return vercel.requests.map(({ method, path }) => `${method} ${path.replace(shop.id, 'P').replace(good.id, 'GOOD')}`);
}
async function rollBack(saved: State): Promise<void> {
  const ctx = context();
  waitedClock(ctx);
  for (const change of provider.plan(saved, await compared(saved))) {
    await provider.apply(config(), change, ctx, new MemoryPayloads());
  }
}
const READS = ['GET /v4/aliases', 'GET /v9/projects/P', 'GET /v9/projects/P/domains'];
const RELEASE = 'GET /v1/projects/P/rolling-release';

test.each([1, 2, 100])('with %s domains, each step costs the same', async (domains) => {
  const saved = await shopWith(domains);
  expect(saved.domains).toEqual(hosts(domains).map((name) => ({ name, deployment: good.id })));
  expect((await requestsOf(snapshot)).sort()).toEqual([RELEASE, ...READS]);
  vercel.release(shop);
  expect((await requestsOf(() => compared(saved))).sort()).toEqual(READS);
  const [change, ...more] = provider.plan(saved, await compared(saved));
  if (change === undefined) throw new Error('nothing was planned');
  const requests = await requestsOf(() => provider.apply(config(), change, context(), new MemoryPayloads()));
  expect([more, requests]).toEqual([
    [],
    [
      'GET /v9/projects/P',
      'GET /v13/deployments/GOOD',
      'POST /v1/projects/P/rollback/GOOD',
      'GET /v9/projects/P',
      domains === 1 ? 'GET /v4/aliases/000.shop.example.com' : 'GET /v4/aliases',
    ],
  ]);
  const verified = await requestsOf(async () => expect(provider.plan(saved, await compared(saved))).toEqual([]));
  expect(verified.sort()).toEqual(READS);
});

test('250 domains are read in three pages', async () => {
  await shopWith(250);
  const requests = await requestsOf(async () => expect((await snapshot()).domains).toHaveLength(250));
  expect(requests.filter((line) => line === 'GET /v4/aliases')).toHaveLength(3);
  expect(requests).toHaveLength(8);
});

test.each([
  [0, 250, 300],
  [100, 150, 200],
  [2_000, 50, 50],
])('answers of %s ms: polls begin 250 to 300 ms apart, and a slow answer is no pause', async (answer, least, most) => {
  const saved = await shopWith(1);
  vercel.release(shop);
  const plan = provider.plan(saved, await compared(saved));
  const ctx = context();
  const time = waitedClock(ctx);
  const { http } = ctx;
  const slow: TestContext['http'] = {
    request: async (request, schema) => {
      time.waited += answer;
      if (time.waits.length >= 4) vercel.behavior.jobMs = 0;
      return http.request(request, schema);
    },
  };
  vercel.behavior.jobMs = 3_600_000;
  for (const change of plan) await provider.apply(config(), change, { ...ctx, http: slow }, new MemoryPayloads());
  const [first, ...later] = time.waits.slice(0, 4);
  // Vercel's answer to the switch is no poll.
  expect(first).toBeGreaterThanOrEqual(250);
  expect(later).toHaveLength(3);
  for (const wait of later) {
    expect(wait).toBeGreaterThanOrEqual(least);
    expect(wait).toBeLessThanOrEqual(most);
  }
});

describe('one run', () => {
  let ctx: TestContext;
  let saved: State;
  let time: WaitedClock;
  beforeEach(async () => {
    ctx = context();
    time = waitedClock(ctx);
    saved = await shopWith(20);
    vercel.release(shop);
  });
  const within = (recentMs?: number): Promise<State> =>
    provider.capture(config(), ctx, new DiscardingSink(saved, recentMs));
  /** As a rollback does it, with the pre-flight between comparison and change. */
  async function switchOnly(): Promise<string[]> {
    const plan = provider.plan(saved, await within());
    await provider.preflight?.(config(), plan, ctx, null);
    return requestsOf(async () => {
      for (const change of plan) await provider.apply(config(), change, ctx, new MemoryPayloads());
    });
  }
  const SWITCH = ['POST /v1/projects/P/rollback/GOOD', 'GET /v9/projects/P', 'GET /v4/aliases'];

  test('needs six requests and the polls: the comparison, the target, the request, the domains after it', async () => {
    expect(await switchOnly()).toEqual(SWITCH);
    const verified = await requestsOf(async () => expect(provider.plan(saved, await within(2_000))).toEqual([]));
    expect(verified).toEqual([]);
    // A state that may not be used, and one that is read, are the same.
    const live = await within(2_000);
    expect((await requestsOf(async () => expect(await within()).toEqual(live))).sort()).toEqual(READS);
  });

  test.each<[string, () => unknown]>([
    ['time passed', () => (time.waited += 3_000)],
    ['this run wrote something since', () => provider.apply(config(), autoAssign(), ctx, new MemoryPayloads())],
  ])('reads again if %s', async (_, act) => {
    await switchOnly();
    await act();
    expect(await requestsOf(() => within(2_000))).toEqual(expect.arrayContaining(READS));
  });
  const autoAssign = (): Change => ({ params: { kind: 'auto-assign', to: true } }) as unknown as Change;

  test('somebody else rolled back since the comparison: their success is found, in spite of an old reading', async () => {
    const plan = provider.plan(saved, await within());
    await rollBack(saved);
    const requests = await requestsOf(async () => {
      for (const change of plan) await provider.apply(config(), change, ctx, new MemoryPayloads());
    });
    expect(requests.filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect([vercel.requests.find(({ method }) => method === 'POST')?.status, shop.production]).toEqual([409, good.id]);
  });
});

describe('what the list of aliases does not tell', () => {
  const moveAway = (name: string): void =>
    void vercel.aliases.set(name, { deploymentId: 'dpl_other', projectId: 'prj_other', redirect: null });
  const served = async (): Promise<(string | null)[]> => (await snapshot()).domains.map(({ deployment }) => deployment);

  test('a name that another project took is read by itself', async () => {
    await shopWith(3);
    moveAway('001.shop.example.com');
    expect(await served()).toEqual([good.id, 'dpl_other', good.id]);
    vercel.aliases.delete('001.shop.example.com');
    expect(await served()).toEqual([good.id, null, good.id]);
  });

  test('a list that ends late costs no more than the names: 400 newer previews', async () => {
    await shopWith(3);
    for (const name of hosts(400)) {
      vercel.aliases.set(`preview-${name}`, { deploymentId: 'dpl_preview', projectId: shop.id, redirect: null });
    }
    const requests = await requestsOf(async () => expect(await served()).toEqual([good.id, good.id, good.id]));
    expect(requests.filter((line) => line === 'GET /v4/aliases')).toHaveLength(3);
    expect(requests.filter((line) => line.startsWith('GET /v4/aliases/'))).toHaveLength(3);
  });

  test.each([
    ['refused', { error: { code: 'forbidden', message: 'Not authorized' } }, 403],
    ['of another API', { error: { code: 'not_found', message: 'No such endpoint' } }, 404],
    ['empty, and its cursor leads nowhere', { aliases: [], pagination: { count: 0, next: 1, prev: 1 } }, 200],
    [
      'one of aliases that were taken away',
      { aliases: [{ alias: '000.shop.example.com', deploymentId: 'dpl_old', deletedAt: 1 }] },
      200,
    ],
  ])('a list that is %s', async (_, body, status) => {
    await shopWith(3);
    vercel.inject({ on: /^GET \/v4\/aliases$/, times: 99, with: { kind: 'answer', answer: { status, body } } });
    const requests = await requestsOf(async () => expect(await served()).toEqual([good.id, good.id, good.id]));
    expect(requests.length).toBeLessThanOrEqual(9);
  });

  test('a token that Vercel does not know is told as such', async () => {
    await shopWith(3);
    vercel.tokens.delete('vercel-token-sandbox');
    await expect(snapshot()).rejects.toMatchObject({ code: 'api-unauthorized' });
    vercel.tokens.set('vercel-token-sandbox', 'write');
  });

  test.each([
    ['mistyped', { team: 'team_sandbx' }, 'the team (team_sandbx)'],
    ['missing', {}, 'If a team owns it, set "team".'],
  ])('a team that is %s looks like a project that does not exist: the remedy says so', async (_, team, says) => {
    await shopWith(1);
    const mistaken = schema.parse({ id: 'web', provider: 'vercel-deployment', project: shop.id, ...team });
    await expect(provider.capture(mistaken, context(), new MemoryPayloads())).rejects.toMatchObject({
      code: 'api-not-found',
      remedy: expect.stringContaining(says),
    });
  });
});

describe('a rolling release that outlives its configuration', () => {
  const begin = (canary = vercel.addDeployment(shop)): string => {
    vercel.startRelease(shop, canary);
    return canary.id;
  };

  test('to something else, while production is the target: it is found', async () => {
    const saved = await shopWith(1);
    const canary = begin();
    expect(await compared(saved)).toMatchObject({ canary, production: { id: good.id } });
    await rollBack(saved);
    expect(shop.rollingRelease?.state).toBe('ABORTED');
  });

  test('while production is newer than the target: the rollback ends it, seen or not', async () => {
    const saved = await shopWith(1);
    vercel.release(shop);
    begin();
    await rollBack(saved);
    expect([shop.rollingRelease?.state, shop.production]).toEqual(['ABORTED', good.id]);
    expect(provider.plan(saved, await compared(saved))).toEqual([]);
  });

  test('begun after a rollback: a promote ended the pin, so it is found', async () => {
    const saved = await shopWith(1);
    vercel.release(shop);
    await rollBack(saved);
    shop.autoAssignCustomDomains = true;
    const canary = begin();
    expect(await compared(saved)).toMatchObject({ canary });
  });

  test('under a rollback that failed: it ended nothing, so it is found', async () => {
    const saved = await shopWith(1);
    vercel.release(shop);
    await rollBack(saved);
    Object.assign(shop.lastAliasRequest ?? {}, { jobStatus: 'failed' });
    const canary = begin();
    expect(await compared(saved)).toMatchObject({ canary });
  });

  test('before a promote, and in a snapshot: it is found', async () => {
    const older = await shopWith(1);
    const newer = vercel.release(shop);
    const saved = await snapshot();
    await rollBack(older);
    shop.autoAssignCustomDomains = true;
    const canary = begin();
    expect(newer.id).toBe(saved.production?.id);
    expect(await compared(saved)).toMatchObject({ canary });
    expect(await compared({ ...older, forward: true })).toMatchObject({ canary });
    expect(await snapshot()).toMatchObject({ canary });
  });
});
