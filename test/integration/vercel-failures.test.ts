import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import deployment from '../../src/providers/vercel-deployment/index.js';
import edgeConfig from '../../src/providers/vercel-edge-config/index.js';
import env from '../../src/providers/vercel-env/index.js';
import flags from '../../src/providers/vercel-flags/index.js';
import project from '../../src/providers/vercel-project/index.js';
import { config as deploymentConfig } from '../../src/providers/vercel-deployment/config.js';
import { config as envConfig } from '../../src/providers/vercel-env/config.js';
import { config as flagsConfig } from '../../src/providers/vercel-flags/config.js';
import type { Change } from '../../src/engine/change.js';
import type { Provider } from '../../src/engine/provider.js';
import { failures } from '../conformance/failures.suite.js';
import type { Fault } from '../sandbox/json-server.js';
import { newFlag } from '../sandbox/vercel/flags.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { waitedClock } from '../support/waited-clock.js';

/** Every Vercel provider meets everything that goes wrong between here and there. */
interface ProviderCase {
  readonly id: string;
  readonly provider: Provider<unknown, unknown>;
  readonly config: () => unknown;
  /** What a bad deploy does. */
  readonly breakIt: () => void;
}

let vercel: VercelSandbox;
let shop: Project;
let store: ConfigStore;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
function reset(): void {
  vercel.clear();
  vercel.requests.length = 0;
  shop = vercel.addProject('shop', ['shop.example.com']);
  vercel.release(shop);
  vercel.release(shop);
  vercel.addEnv(shop, 'API_URL', 'https://api.example.com');
  vercel.flagsOf(shop).set('checkout', newFlag('checkout'));
  store = vercel.addStore('flags', { maintenance: false });
}
beforeEach(reset);

const as = <C, S>(provider: Provider<C, S>): Provider<unknown, unknown> => provider;
const base = (provider: string) => ({ id: 'subject', provider, team: TEAM });
const SUBJECTS: ProviderCase[] = [
  {
    id: 'vercel-deployment',
    provider: as(deployment),
    config: () => deploymentConfig.parse({ ...base('vercel-deployment'), project: shop.id }),
    breakIt: () => void vercel.release(shop),
  },
  {
    id: 'vercel-edge-config',
    provider: as(edgeConfig),
    config: () => ({ ...base('vercel-edge-config'), store: store.id }),
    breakIt: () => void store.items.set('maintenance', { value: true, description: null, createdAt: 1, updatedAt: 2 }),
  },
  {
    id: 'vercel-env',
    provider: as(env),
    config: () => envConfig.parse({ ...base('vercel-env'), project: shop.id }),
    breakIt: () => {
      const [row] = shop.env;
      if (row) Object.assign(row, { value: 'https://wrong.example.com', updatedAt: vercel.now() });
    },
  },
  {
    id: 'vercel-project',
    provider: as(project),
    config: () => ({ ...base('vercel-project'), project: shop.id }),
    breakIt: () => void (shop.settings.nodeVersion = '18.x'),
  },
  {
    id: 'vercel-flags',
    provider: as(flags),
    config: () => flagsConfig.parse({ ...base('vercel-flags'), project: shop.id }),
    breakIt: () => {
      const flag = vercel.flagsOf(shop).get('checkout');
      if (flag?.environments.production) Object.assign(flag.environments.production, { active: false });
      if (flag) flag.revision += 1;
    },
  },
];

const context = (timeoutMs = 5_000, more: Record<string, string | undefined> = {}): TestContext =>
  testContext({
    env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url, REWIND_FINGERPRINT_KEY: 'k', ...more },
    http: { timeoutMs, backoffMs: 1 },
  });

interface Broken {
  readonly plan: Change[];
  readonly left: () => Promise<Change[]>;
  readonly apply: (ctx?: TestContext) => Promise<void>;
}

/** Snapshot, bad deploy, plan. */
async function broken({ provider, config, breakIt }: ProviderCase): Promise<Broken> {
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config(), context(), payloads);
  breakIt();
  const planNow = async (): Promise<Change[]> =>
    provider.plan(saved, await provider.capture(config(), context(), new MemoryPayloads('compare')));
  const plan = await planNow();
  expect(plan.length).toBeGreaterThan(0);
  return {
    plan,
    left: planNow,
    apply: async (ctx = context()) => {
      for (const change of plan) await provider.apply(config(), change, ctx, payloads);
    },
  };
}

const answer = (
  status: number,
  body: unknown = { error: { code: 'x', message: 'injected' } },
  headers: Record<string, string> = {},
): Fault['with'] => ({
  kind: 'answer',
  answer: { status, body, headers },
});

describe.each(SUBJECTS)('$id', (subject) => {
  const { provider, config } = subject;

  failures({
    name: subject.id,
    provider,
    service: 'Vercel',
    credential: 'VERCEL_TOKEN',
    start: async () => ({
      server: vercel,
      config,
      context: ({ timeoutMs, env } = {}) => context(timeoutMs, env),
      reset: async () => reset(),
      breakIt: subject.breakIt,
      close: async () => undefined,
    }),
  });

  test('a token that Vercel does not know: the variable is named, whether Vercel says it with 401 or with 403', async () => {
    const remedy = 'Replace VERCEL_TOKEN: Vercel does not know this token (it is mistyped, expired or revoked).';
    const { apply, plan, left } = await broken(subject);
    for (const refusal of [answer(401), answer(403, { error: { code: 'forbidden', invalidToken: true } })]) {
      vercel.inject({ times: 99, with: refusal });
      const reading = provider.capture(config(), context(), new MemoryPayloads());
      await expect(reading).rejects.toMatchObject({ code: 'api-unauthorized', remedy });
      await expect(apply()).rejects.toMatchObject({ code: 'api-unauthorized', remedy });
      vercel.clearFaults();
    }
    expect(await left()).toEqual(plan);
  });

  test('a token that may read and not write: the permission is named, nothing is changed', async () => {
    const { apply, plan, left } = await broken(subject);
    vercel.tokens.set('vercel-token-sandbox', 'read');
    try {
      await expect(apply()).rejects.toMatchObject({
        code: 'api-forbidden',
        remedy: expect.stringContaining('Grant the credential this permission'),
      });
    } finally {
      vercel.tokens.set('vercel-token-sandbox', 'write');
    }
    expect(await left()).toEqual(plan);
  });

  test('a resource that was deleted', async () => {
    const wanted = config();
    vercel.projects.clear();
    vercel.stores.clear();
    await expect(provider.capture(wanted, context(), new MemoryPayloads())).rejects.toMatchObject({
      code: 'api-not-found',
    });
  });

  test('two operators at once', async () => {
    const { apply, left } = await broken(subject);
    vercel.behavior.jobMs = 100;
    const outcomes = await Promise.allSettled([apply(), apply()]);
    // The slower one may be told that somebody else is at it; nobody may be told that all is well when it is not.
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await left()).toEqual([]);
  });
});

describe.each(SUBJECTS.filter(({ id }) => ['vercel-edge-config', 'vercel-flags'].includes(id)))(
  '$id reads its write back',
  (subject) => {
    const refused = answer(403, { error: { code: 'forbidden', message: 'no more reading' } });
    const patches = () => vercel.requests.filter(({ method }) => method === 'PATCH');

    /** From the first write on, every reading is refused. */
    const blind = (): void => {
      vercel.before = ({ method }) => {
        if (method === 'PATCH') vercel.inject({ on: /^GET /, times: 99, with: refused });
      };
    };
    const seeing = (): void => {
      vercel.before = () => undefined;
      vercel.clearFaults();
    };

    test('the write succeeds and the reading fails: the result is unknown, and the next run settles it', async () => {
      const { apply, left } = await broken(subject);
      blind();
      await expect(apply()).rejects.toMatchObject({
        uncertain: true,
        message: expect.stringMatching(/ (was|were) sent, and the result is unknown: .*no more reading/),
        remedy: expect.stringContaining('Grant the credential this permission'),
      });
      seeing();
      expect(patches()).toHaveLength(1);
      await apply();
      expect([patches().length, await left()]).toEqual([1, []]);
    });

    test('the answer to the write is lost, and the reading fails: unknown; a refused write is not', async () => {
      const { apply, plan, left } = await broken(subject);
      vercel.inject({ on: /^PATCH /, with: { kind: 'reset', executed: true } });
      blind();
      await expect(apply()).rejects.toMatchObject({ uncertain: true, code: 'api-forbidden' });
      seeing();
      await apply();
      expect(await left()).toEqual([]);

      subject.breakIt();
      vercel.inject({ on: /^PATCH /, with: answer(409), times: 99 });
      await expect(apply()).rejects.toMatchObject({ uncertain: false, code: 'api-conflict' });
      vercel.clearFaults();
      expect(await left()).toEqual(plan);
    });
  },
);

describe('traps of a switch of production', () => {
  const [subject] = SUBJECTS as [ProviderCase];

  test('a slow job is waited for, with pauses that grow', async () => {
    const { apply, left } = await broken(subject);
    vercel.behavior.jobMs = 1_200;
    vercel.requests.length = 0;
    await apply();
    const reads = vercel.requests.filter(({ path }) => path === `/v9/projects/${shop.id}`).length;
    expect(reads).toBeLessThan(8);
    expect(await left()).toEqual([]);
    expect(vercel.requests.some(({ path }) => path.includes('/v2/user'))).toBe(false);
  });

  test('a job that never ends: the deadline says so', async () => {
    const payloads = new MemoryPayloads();
    const saved = await deployment.capture(subject.config() as never, context(), payloads);
    vercel.release(shop);
    const plan = deployment.plan(saved, await deployment.capture(subject.config() as never, context(), payloads));
    vercel.behavior.jobMs = 3_600_000;
    const ctx = context();
    waitedClock(ctx);
    const [change] = plan;
    if (!change) throw new Error('nothing was planned');
    await expect(deployment.apply(subject.config() as never, change, ctx, new MemoryPayloads())).rejects.toMatchObject({
      code: 'deadline-exceeded',
    });
  });

  test('an older request that is still shown does not count, nor does none at all', async () => {
    for (const behavior of [{ stalePolls: 3 }, { noJob: true }]) {
      const { apply, left } = await broken(subject);
      Object.assign(vercel.behavior, { jobMs: 300, ...behavior });
      await apply();
      expect(await left()).toEqual([]);
      vercel.behavior.noJob = false;
      shop.autoAssignCustomDomains = true;
    }
  });

  test.each<[string, () => unknown, string, string]>([
    [
      'failed',
      () => Object.assign(vercel.behavior, { outcome: 'failed', stuckDomains: ['shop.example.com'] }),
      'deployment-switch-failed',
      'shop.example.com',
    ],
    ['skipped', () => Object.assign(vercel.behavior, { outcome: 'skipped' }), 'deployment-switch-failed', 'skipped'],
    [
      'a domain that does not move',
      () => Object.assign(vercel.behavior, { stuckDomains: ['shop.example.com'] }),
      'deployment-switch-failed',
      'shop.example.com',
    ],
    ['the Hobby plan', () => (vercel.behavior.hobby = true), 'vercel-plan-limit', 'upgrade to pro'],
  ])('%s', async (name, arrange, code, says) => {
    const payloads = new MemoryPayloads();
    const saved = await deployment.capture(subject.config() as never, context(), payloads);
    vercel.release(shop);
    // On the Hobby plan only one step back is allowed: this is two.
    if (name === 'the Hobby plan') vercel.release(shop);
    const [change] = deployment.plan(saved, await deployment.capture(subject.config() as never, context(), payloads));
    if (!change) throw new Error('nothing was planned');
    arrange();
    const ctx = context();
    waitedClock(ctx);
    const failure = deployment.apply(subject.config() as never, change, ctx, payloads);
    await expect(failure).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
  });

  test.each<[string, (id: string) => void, string]>([
    ['deleted', (id) => void vercel.deployments.delete(id), 'does not exist any more'],
    [
      'removed by retention',
      (id) => Object.assign(vercel.deployments.get(id) ?? {}, { softDeletedByRetention: true }),
      'retention',
    ],
    ['a preview', (id) => Object.assign(vercel.deployments.get(id) ?? {}, { target: null }), 'preview'],
    ['broken', (id) => Object.assign(vercel.deployments.get(id) ?? {}, { readyState: 'ERROR' }), 'ERROR'],
    [
      'never live',
      (id) => Object.assign(vercel.deployments.get(id) ?? {}, { readySubstate: 'STAGED' }),
      'never served',
    ],
    [
      "another project's",
      (id) => Object.assign(vercel.deployments.get(id) ?? {}, { projectId: 'prj_other' }),
      'belongs to',
    ],
  ])('a target that is %s: found by the pre-flight, and by apply before anything is sent', async (_, spoil, says) => {
    const payloads = new MemoryPayloads();
    const saved = await deployment.capture(subject.config() as never, context(), payloads);
    const target = shop.production ?? '';
    vercel.release(shop);
    const plan = deployment.plan(saved, await deployment.capture(subject.config() as never, context(), payloads));
    spoil(target);
    const before = vercel.writes;
    expect(await deployment.preflight?.(subject.config() as never, plan, context(), payloads)).toMatchObject([
      { level: 'error', code: 'deployment-not-eligible', message: expect.stringContaining(says) },
    ]);
    const [change] = plan;
    if (!change) throw new Error('nothing was planned');
    await expect(deployment.apply(subject.config() as never, change, context(), payloads)).rejects.toMatchObject({
      code: 'deployment-not-eligible',
    });
    expect(vercel.writes).toBe(before);
  });

  test('a switch of somebody else under way: not ours to overtake', async () => {
    const payloads = new MemoryPayloads();
    const saved = await deployment.capture(subject.config() as never, context(), payloads);
    const newer = vercel.release(shop);
    const [change] = deployment.plan(saved, await deployment.capture(subject.config() as never, context(), payloads));
    if (!change) throw new Error('nothing was planned');
    shop.lastAliasRequest = {
      type: 'promote',
      jobStatus: 'in-progress',
      requestedAt: Date.now(),
      fromDeploymentId: 'x',
      toDeploymentId: newer.id,
    };
    await expect(deployment.apply(subject.config() as never, change, context(), payloads)).rejects.toMatchObject({
      code: 'api-conflict',
    });
  });

  test('a field that Vercel leaves out is not taken for "not rolled back"', async () => {
    shop.autoAssignCustomDomains = undefined;
    const state = await deployment.capture(subject.config() as never, context(), new MemoryPayloads());
    expect(state.autoAssign).toBeNull();
    expect(await deployment.check(subject.config() as never, context())).toContainEqual(
      expect.objectContaining({ code: 'production-pin-unknown' }),
    );
  });
});

describe('environment variables that cannot be read, or not all', () => {
  const subject = SUBJECTS.find(({ id }) => id === 'vercel-env') as ProviderCase;

  test('hidden ones make the snapshot fail', async () => {
    shop.hiddenProductionEnvCount = 2;
    await expect(subject.provider.capture(subject.config(), context(), new MemoryPayloads())).rejects.toMatchObject({
      code: 'snapshot-incomplete',
    });
  });

  test('sensitive ones are told by name; changed or deleted, they are for a person unless a value is supplied', async () => {
    const row = vercel.addEnv(shop, 'SIGNING_SECRET', 'never-given-back-123', { type: 'sensitive' });
    expect(await subject.provider.check(subject.config(), context())).toContainEqual(
      expect.objectContaining({ code: 'env-sensitive', message: expect.stringContaining('SIGNING_SECRET') }),
    );
    const payloads = new MemoryPayloads();
    const saved = await subject.provider.capture(subject.config(), context(), payloads);
    expect(JSON.stringify([...payloads.contents.values()].map(String))).not.toContain('never-given-back-123');
    Object.assign(row, { value: 'changed', updatedAt: vercel.now() });
    const plan = async (ctx: TestContext) =>
      subject.provider.plan(
        saved,
        await subject.provider.capture(subject.config(), ctx, new MemoryPayloads('compare')),
      );
    expect(await plan(context())).toMatchObject([
      { id: 'env:SIGNING_SECRET', manual: expect.stringContaining('REWIND_ENV_SIGNING_SECRET') },
    ]);
    const supplied = testContext({
      env: {
        VERCEL_TOKEN: 'vercel-token-sandbox',
        VERCEL_API_URL: vercel.url,
        REWIND_FINGERPRINT_KEY: 'k',
        REWIND_ENV_SIGNING_SECRET: 'never-given-back-123',
      },
    });
    const [change] = await plan(supplied);
    expect(change?.manual).toBeUndefined();
    if (change) await subject.provider.apply(subject.config(), change, supplied, payloads);
    expect(row.value).toBe('never-given-back-123');
    expect(await plan(supplied)).toEqual([]);
    // Written once more by somebody: seen, although the value cannot be.
    Object.assign(row, { value: 'again', updatedAt: Date.now() + 120_000 });
    expect(await plan(supplied)).toHaveLength(1);
  });

  test('a failure inside a 201 is a failure', async () => {
    const { apply } = await broken({ ...subject, breakIt: () => void (shop.env.length = 0) });
    vercel.inject({
      on: /^POST .*\/env$/,
      with: answer(201, {
        created: [],
        failed: [{ error: { code: 'ENV_CONFLICT', message: 'Another variable exists', key: 'API_URL' } }],
      }),
    });
    await expect(apply()).rejects.toMatchObject({
      code: 'api-rejected',
      problems: [expect.stringContaining('ENV_CONFLICT')],
    });
  });
});

test('a store with a purpose is never written', async () => {
  const subject = SUBJECTS.find(({ id }) => id === 'vercel-edge-config') as ProviderCase;
  const { plan, apply } = await broken(subject);
  store.purpose = { type: 'flags', resourceId: 'x' };
  const before = vercel.writes;
  await expect(apply()).rejects.toMatchObject({ code: 'edge-config-managed' });
  expect(vercel.writes).toBe(before);
  expect(plan[0]?.manual).toBeUndefined();
});

describe('vercel-project: a domain that Vercel does not add', () => {
  const settings = SUBJECTS.find(({ id }) => id === 'vercel-project') as ProviderCase;
  const removed = { ...settings, breakIt: () => void (shop.domains.length = 0) };

  test('another project has it now: said, with what to do; both keep what they have', async () => {
    const { apply } = await broken(removed);
    const other = vercel.addProject('other', ['shop.example.com']);
    await expect(apply()).rejects.toMatchObject({
      code: 'api-conflict',
      message: expect.stringContaining('already used by another project'),
      remedy: expect.stringContaining('Move shop.example.com back to this project'),
    });
    expect([shop.domains, other.domains]).toEqual([[], [expect.objectContaining({ name: 'shop.example.com' })]]);
  });

  test('it was added, and the response is lost: the repeated request is refused as done', async () => {
    const { apply, left } = await broken(removed);
    vercel.inject({ on: /^POST .*\/domains$/, with: { kind: 'reset', executed: true } });
    await apply();
    expect(await left()).toEqual([]);
  });

  test('it is refused for another reason: the reason stays', async () => {
    const { apply } = await broken(removed);
    const refused = { error: { code: 'invalid_domain', message: 'no such top level' } };
    vercel.inject({ on: /^POST .*\/domains$/, with: answer(400, refused) });
    await expect(apply()).rejects.toMatchObject({ message: expect.stringContaining('no such top level') });
  });
});

describe('vercel-project: somebody writes between the plan and the change', () => {
  const settings = SUBJECTS.find(({ id }) => id === 'vercel-project') as ProviderCase;

  test.each([
    [
      'a setting',
      'setting:nodeVersion',
      () => void (shop.settings.nodeVersion = '16.x'),
      () => shop.settings.nodeVersion,
    ],
    [
      'a secret one',
      'setting:buildCommand',
      () => void (shop.settings.buildCommand = 'npm run fix --token=abc'),
      () => shop.settings.buildCommand,
    ],
    [
      'a domain',
      'domain:shop.example.com',
      () => void Object.assign(shop.domains[0] ?? {}, { redirect: 'theirs.example.com' }),
      () => shop.domains[0]?.redirect,
    ],
    [
      'the firewall',
      'firewall',
      () => void (shop.security.firewallConfigVersion = 9),
      () => shop.security.firewallConfigVersion,
    ],
  ])('%s: their value stays, and the error names it', async (_, id, write, value) => {
    shop.security.firewallConfigVersion = 3;
    shop.settings.buildCommand = 'npm run build -- --token=first';
    const breakIt = (): void => {
      settings.breakIt();
      shop.settings.buildCommand = 'npm run build -- --token=second';
      Object.assign(shop.domains[0] ?? {}, { redirect: 'bad.example.com' });
      shop.security.firewallConfigVersion = 4;
    };
    const { plan, apply } = await broken({ ...settings, breakIt });
    expect(plan.map((change) => change.id)).toContain(id);
    write();
    const theirs = value();
    await expect(apply()).rejects.toMatchObject({
      code: 'api-conflict',
      message: expect.stringContaining('after the plan'),
    });
    expect(value()).toBe(theirs);
  });
});
