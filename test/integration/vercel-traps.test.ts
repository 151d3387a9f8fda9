import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import { DiscardingSink } from '../../src/engine/payload-files.js';
import provider from '../../src/providers/vercel-deployment/index.js';
import { config as schema } from '../../src/providers/vercel-deployment/config.js';
import type { State } from '../../src/providers/vercel-deployment/state.js';
import type { SandboxRequest } from '../sandbox/json-server.js';
import type { AliasRequest, Deployment, Project } from '../sandbox/vercel/model.js';
import { refuse, TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { waitedClock, type WaitedClock } from '../support/waited-clock.js';

/** What happens while Rewind waits for Vercel, on a clock whose waits take no time. */
let vercel: VercelSandbox;
let shop: Project;
let good: Deployment;
let bad: Deployment;
let saved: State;
let ctx: TestContext;
let time: WaitedClock;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
beforeEach(async () => {
  vercel.clear();
  delete (vercel as Partial<VercelSandbox>).now;
  ctx = testContext({
    env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url },
    http: { backoffMs: 1 },
  });
  time = waitedClock(ctx);
  shop = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  good = vercel.release(shop);
  saved = await capture();
  bad = vercel.release(shop);
  vercel.requests.length = 0;
});

const config = () =>
  schema.parse({ id: 'web', provider: 'vercel-deployment', project: shop.id, team: TEAM, 'timeout-seconds': 20 });
const capture = () => provider.capture(config(), ctx, new MemoryPayloads());
const compared = (recentMs: number): Promise<State> =>
  provider.capture(config(), ctx, new DiscardingSink(saved, recentMs));
const planNow = async (): Promise<Change[]> => provider.plan(saved, await capture());
async function rollBack(): Promise<void> {
  const plan = await planNow();
  vercel.requests.length = 0;
  for (const change of plan) await provider.apply(config(), change, ctx, new MemoryPayloads());
}
const posts = (): string[] => vercel.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
const request = (to: string, rest: Partial<AliasRequest> = {}): AliasRequest => ({
  type: 'rollback',
  jobStatus: 'succeeded',
  requestedAt: vercel.now(),
  fromDeploymentId: bad.id,
  toDeploymentId: to,
  ...rest,
});
const isPoll = ({ method, path }: SandboxRequest): boolean =>
  method === 'GET' && path === `/v9/projects/${shop.id}` && posts().length > 0;
/** Called before each read of the project after the request to switch, with its number. */
function onPoll(act: (poll: number) => void): void {
  let poll = 0;
  vercel.before = (asked) => {
    if (isPoll(asked)) act((poll += 1));
  };
}

test('polls come every 250 to 300 ms in the first ten seconds; nothing reads the project after the last one', async () => {
  vercel.behavior.jobMs = Infinity;
  onPoll(() => {
    if (time.waited > 9_000) vercel.behavior.jobMs = 0;
  });
  await rollBack();
  expect(time.waits.length).toBeGreaterThan(30);
  expect(time.waits.filter((ms) => ms < 250 || ms > 300)).toEqual([]);
  expect(vercel.requests.slice(-2).map(({ path }) => path)).toEqual([`/v9/projects/${shop.id}`, '/v4/aliases']);
});

describe('domains that move after the job', () => {
  /** The job succeeds, and the domains follow after this time. */
  function lag(ms: number, domains: readonly string[]): void {
    vercel.before = ({ path }) => {
      if (!path.startsWith('/v4/aliases')) return;
      const deploymentId = time.waited < ms ? bad.id : good.id;
      for (const name of domains) vercel.aliases.set(name, { deploymentId, projectId: shop.id, redirect: null });
    };
  }

  test.each([
    ['one', 8_000, ['www.shop.example.com']],
    ['all', 6_000, ['shop.example.com', 'www.shop.example.com']],
    ['one, at the end of the time', 19_000, ['www.shop.example.com']],
  ])('%s: the time of the configuration is theirs', async (_, ms, domains) => {
    lag(0, []);
    const plan = await planNow();
    lag(ms, domains);
    for (const change of plan) await provider.apply(config(), change, ctx, new MemoryPayloads());
    expect(time.waited).toBeGreaterThanOrEqual(ms);
  });

  test('meanwhile production is taken away: the run ends in seconds, and names what serves', async () => {
    vercel.behavior.stuckDomains = ['www.shop.example.com'];
    const other = vercel.addDeployment(shop);
    let isTaken = false;
    vercel.before = ({ path }) => {
      if (isTaken || posts().length === 0 || !path.startsWith('/v4/aliases')) return;
      isTaken = true;
      // Ours is done, and its domains follow.
      shop.lastAliasRequest = request(other.id, { type: 'promote', requestedAt: vercel.now() + 60_000 });
      vercel.serve(shop, other);
    };
    await expect(rollBack()).rejects.toMatchObject({
      code: 'api-conflict',
      message: `Production was ${good.id} for a moment, and is ${other.id} now: a later promote by somebody else has succeeded.`,
    });
    expect(time.waited).toBeLessThan(3_000);
  });

  test('meanwhile another domain moves: the verification reads again, and finds it', async () => {
    lag(0, []);
    vercel.addDomain(shop, 'third.example.com');
    saved = { ...saved, domains: [...saved.domains, { name: 'third.example.com', deployment: good.id }] };
    lag(3_000, ['www.shop.example.com']);
    const plan = provider.plan(saved, await compared(0));
    vercel.requests.length = 0;
    for (const change of plan) await provider.apply(config(), change, ctx, new MemoryPayloads());
    vercel.aliases.set('third.example.com', { deploymentId: bad.id, projectId: shop.id, redirect: null });
    const left = provider.plan(saved, await compared(1_000));
    expect(left.map(({ id }) => id)).toEqual(['alias:third.example.com']);
  });

  test.each([
    ['moved to another deployment', 'dpl_stranger'],
    ['removed', null],
  ])('one that somebody %s between the drift check and the switch is named in seconds', async (_, serves) => {
    const plan = await planNow();
    vercel.before = () => {
      if (posts().length === 0) return;
      if (serves === null) vercel.aliases.delete('www.shop.example.com');
      else vercel.aliases.set('www.shop.example.com', { deploymentId: serves, projectId: shop.id, redirect: null });
    };
    vercel.requests.length = 0;
    const applied = provider.apply(config(), plan[0] as Change, ctx, new MemoryPayloads());
    await expect(applied).rejects.toMatchObject({
      code: 'deployment-switch-failed',
      message: `Production is ${good.id}, but www.shop.example.com serves ${serves ?? 'nothing'}: somebody moved or removed it meanwhile.`,
    });
    expect(time.waited).toBeLessThan(4_000);
  });

  test('a build that went live between the drift check and the switch is what its domains served before', async () => {
    const plan = await planNow();
    const pushed = vercel.release(shop);
    lag(0, []);
    vercel.before = ({ path }) => {
      if (!path.startsWith('/v4/aliases')) return;
      const deploymentId = time.waited < 8_000 ? pushed.id : good.id;
      vercel.aliases.set('www.shop.example.com', { deploymentId, projectId: shop.id, redirect: null });
    };
    for (const change of plan) await provider.apply(config(), change, ctx, new MemoryPayloads());
    expect(time.waited).toBeGreaterThanOrEqual(8_000);
  });

  test('never: the domain is named at the end of that time', async () => {
    vercel.behavior.stuckDomains = ['www.shop.example.com'];
    await expect(rollBack()).rejects.toMatchObject({
      code: 'deployment-switch-failed',
      message: expect.stringContaining(`www.shop.example.com serves ${bad.id}`),
    });
    expect(time.waited).toBeGreaterThanOrEqual(20_000);
    expect(time.waited).toBeLessThan(26_000);
  });
});

describe('somebody else replaces our request', () => {
  test.each([
    ['ours was shown before, theirs is in progress', 2, 'in-progress', 'is in progress'],
    ['ours was shown before, theirs is done', 2, 'succeeded', 'has succeeded'],
    ['ours was never shown', 1, 'in-progress', 'is in progress'],
  ] as const)('%s', async (_, from, jobStatus, says) => {
    vercel.behavior.jobMs = Infinity;
    const other = vercel.addDeployment(shop);
    const theirs = request(other.id, { jobStatus, requestedAt: vercel.now() + 60_000 });
    onPoll((poll) => {
      if (poll >= from) shop.lastAliasRequest = theirs;
    });
    await expect(rollBack()).rejects.toMatchObject({
      code: 'api-conflict',
      message: `Somebody else replaced the rollback to ${good.id}: a later rollback to ${other.id} ${says}.`,
    });
    expect(time.waited).toBeLessThan(2_000);
  });

  test('a slow read that shows the request before ours is none', async () => {
    const before = request(bad.id, { type: 'promote', requestedAt: vercel.now() });
    shop.lastAliasRequest = before;
    vercel.behavior.stalePolls = 9;
    await rollBack();
    expect(shop.production).toBe(good.id);
  });

  test('a slow read that shows a request from between our read and ours is none', async () => {
    vercel.behavior.jobMs = Infinity;
    const between = request(bad.id, { type: 'promote', requestedAt: vercel.now() });
    let ours: AliasRequest | null = null;
    onPoll((poll) => {
      ours ??= shop.lastAliasRequest;
      shop.lastAliasRequest = poll < 4 ? between : ours;
      if (poll === 6) vercel.behavior.jobMs = 0;
    });
    await rollBack();
    expect(shop.production).toBe(good.id);
  });
});

describe('the clock of Vercel differs from ours', () => {
  test.each([
    ['behind', -600_000, 'failed', 'could not roll production back'],
    ['behind', -600_000, 'skipped', 'skipped'],
    ['ahead', 600_000, 'failed', 'could not roll production back'],
    ['ahead', 600_000, 'skipped', 'skipped'],
  ] as const)('ten minutes %s: a first request that is %s counts as ours', async (_, by, outcome, says) => {
    Object.assign(vercel, { now: () => Date.now() + by });
    vercel.behavior.outcome = outcome;
    expect(shop.lastAliasRequest).toBeNull();
    await expect(rollBack()).rejects.toMatchObject({
      code: 'deployment-switch-failed',
      message: expect.stringContaining(says),
    });
    expect(time.waited).toBeLessThan(1_000);
  });

  test('an old request to the same deployment that failed is not ours', async () => {
    shop.lastAliasRequest = request(good.id, { jobStatus: 'failed', requestedAt: Date.now() + 500_000 });
    Object.assign(vercel, { now: () => Date.now() + 600_000 });
    vercel.behavior.stalePolls = 3;
    await rollBack();
    expect(shop.production).toBe(good.id);
  });
});

describe('after Vercel accepted the request', () => {
  test('a token that is revoked: the error says that production may move, and how to go on', async () => {
    vercel.behavior.jobMs = Infinity;
    onPoll(() => vercel.tokens.delete('vercel-token-sandbox'));
    try {
      await expect(rollBack()).rejects.toMatchObject({
        code: 'api-unauthorized',
        message: expect.stringMatching(`Vercel accepted the rollback to ${good.id}, so production may move to it.`),
        remedy: expect.stringMatching(/VERCEL_TOKEN.*run the same command again/),
      });
    } finally {
      vercel.tokens.set('vercel-token-sandbox', 'write');
    }
  });

  test('domains that cannot be read: the same', async () => {
    await planNow();
    vercel.inject({
      on: /^GET \/v4\/aliases/,
      after: 1,
      times: 99,
      with: { kind: 'answer', answer: refuse(403, 'x', 'no') },
    });
    await expect(rollBack()).rejects.toMatchObject({
      code: 'api-forbidden',
      message: expect.stringContaining('Vercel accepted'),
    });
  });

  test('a promote that is queued and never begun: the deadline says so', async () => {
    const newer = await capture();
    await rollBack();
    saved = { ...newer, forward: true };
    vercel.inject({ on: /^POST .*\/promote\//, with: { kind: 'answer', answer: { status: 202 } } });
    await expect(rollBack()).rejects.toMatchObject({
      code: 'deadline-exceeded',
      message: expect.stringMatching(
        `has queued the promote to ${bad.id} behind a rolling release, and has not begun it`,
      ),
      remedy: expect.stringContaining('Complete or abort the rolling release'),
    });
    expect(posts()).toHaveLength(1);
  });
});

describe('a domain that is pointed by itself', () => {
  beforeEach(() => {
    vercel.serve(shop, good);
    vercel.aliases.set('www.shop.example.com', { deploymentId: bad.id, projectId: shop.id, redirect: null });
  });

  test('the answer is lost, and the repeated request is refused as done', async () => {
    const failed = refuse(500, 'internal_server_error', 'injected');
    vercel.inject({ on: /^POST .*\/aliases$/, with: { kind: 'answer', answer: failed, executed: true } });
    await rollBack();
    expect(posts()).toHaveLength(2);
    expect(await planNow()).toEqual([]);
  });

  test('a refusal for another reason stays one', async () => {
    const taken = refuse(409, 'alias_in_use', 'The alias is used by another project');
    vercel.inject({ on: /^POST .*\/aliases$/, times: 9, with: { kind: 'answer', answer: taken } });
    await expect(rollBack()).rejects.toMatchObject({ code: 'api-conflict' });
  });
});

test('a request on record without the deployment before it is read', async () => {
  shop.lastAliasRequest = { ...request(bad.id), fromDeploymentId: undefined as unknown as string };
  await rollBack();
  expect(shop.production).toBe(good.id);
});
