import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import { config as schema } from '../../src/providers/vercel-deployment/config.js';
import provider from '../../src/providers/vercel-deployment/index.js';
import type { State } from '../../src/providers/vercel-deployment/state.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { completeRelease } from '../sandbox/vercel/rolling-release.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/**
 * A recovery by a rolling release, with a gate command before each further stage: whatever fails at whatever stage, the base
 * serves again or the fix serves fully, and what others did is left as it is.
 */
const STAGES = [10, 50, 100];
let vercel: VercelSandbox;
let shop: Project;
let base: Deployment;
let fix: Deployment;
let before: State;
let folder: string;
let changes: readonly Change[];

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
beforeEach(async () => {
  vercel.clear();
  folder = mkdtempSync(join(tmpdir(), 'rewind-stages-'));
  shop = vercel.addProject('shop', ['shop.example.com']);
  base = vercel.release(shop);
  const bad = vercel.release(shop);
  configure(true);
  before = await capture();
  vercel.serve(shop, base);
  shop.autoAssignCustomDomains = false;
  shop.lastAliasRequest = {
    type: 'rollback',
    jobStatus: 'succeeded',
    requestedAt: vercel.now(),
    fromDeploymentId: bad.id,
    toDeploymentId: base.id,
  };
  fix = vercel.release(shop);
  changes = await planned(log());
  vercel.requests.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function configure(manual: boolean): void {
  shop.rollingReleaseConfig = {
    target: 'production',
    stages: STAGES.map((targetPercentage) => ({ targetPercentage, requireApproval: manual && targetPercentage < 100 })),
  };
}
function context(env: Record<string, string> = {}): TestContext {
  const ctx = testContext({
    env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url, ...env },
    http: { timeoutMs: 2_000, backoffMs: 1 },
    root: folder,
  });
  const { clock } = ctx;
  return Object.assign(ctx, { clock: { ...clock, sleep: (ms: number) => clock.sleep(ms / 20) } });
}
const config = (seconds = 30) =>
  schema.parse({
    id: 'web',
    provider: 'vercel-deployment',
    project: shop.id,
    team: TEAM,
    'gate-timeout-seconds': seconds,
  });
const capture = () => provider.capture(config(), context(), new MemoryPayloads());
/** The recovery to the fix, with a gate command. */
async function planned(gate: string | null, seconds = 30): Promise<Change[]> {
  const { forward } = provider.capabilities ?? {};
  const goal = await forward?.desired(config(seconds), context(), before, fix.id, gate);
  if (goal === undefined) throw new Error('no way forward');
  return provider.plan(goal, await capture());
}
async function apply(ctx = context()): Promise<void> {
  for (const change of changes) await provider.apply(config(), change, ctx, new MemoryPayloads());
}
/** A gate that writes its stage, and then does more. */
const log = (more = ''): string => `echo $REWIND_STAGE/$REWIND_STAGES:$REWIND_PERCENTAGE >> stages; ${more}`;
const judged = (): string[] =>
  existsSync(join(folder, 'stages')) ? readFileSync(join(folder, 'stages'), 'utf8').trim().split('\n') : [];
const posts = (what: string): number =>
  vercel.requests.filter(({ method, path }) => method === 'POST' && path.includes(what)).length;
const serves = (): string | null | undefined => vercel.aliases.get('shop.example.com')?.deploymentId;
function expectFix(): void {
  expect([shop.production, serves(), shop.rollingRelease?.state]).toEqual([fix.id, fix.id, 'COMPLETE']);
  expect(shop.autoAssignCustomDomains).toBe(true);
}
function expectBase(): void {
  expect([shop.production, serves(), shop.rollingRelease?.state]).toEqual([base.id, base.id, 'ABORTED']);
  // Still pinned: the obligation stays open.
  expect([shop.autoAssignCustomDomains, shop.lastAliasRequest?.type]).toEqual([false, 'rollback']);
}
/** Runs once, at the first request that matches while the stage is active. */
function at(stage: number, on: RegExp, act: () => void): void {
  let done = false;
  vercel.before = ({ method, path }) => {
    if (done || shop.rollingRelease?.stage !== stage || !on.test(`${method} ${path}`)) return;
    done = true;
    act();
  };
}
const release = () => {
  if (shop.rollingRelease === null) throw new Error('no release');
  return shop.rollingRelease;
};

describe('the gate passes', () => {
  test.each([
    ['approved by Rewind', true],
    ['automatic', false],
  ])('%s: it runs once before each further stage, then the fix serves, assigned as before', async (_, manual) => {
    configure(manual);
    vercel.behavior.stageReads = 2;
    await apply();
    expectFix();
    expect(judged()).toEqual(['1/3:10', '2/3:50']);
    expect([posts('/promote/'), posts('/approve-stage'), posts('/complete')]).toEqual([1, manual ? 2 : 0, 0]);
    expect(await planned(log())).toEqual([]);
  });

  test('the owner assigns by hand: set again after the release', async () => {
    before = { ...before, autoAssign: false };
    changes = await planned(log());
    await apply();
    expect([shop.production, shop.autoAssignCustomDomains]).toEqual([fix.id, false]);
  });

  test('the command is a part of the plan, with its stages; without stages it is refused', async () => {
    expect(changes[0]).toMatchObject({ params: { gate: { command: log(), seconds: 30, stages: STAGES } } });
    expect(changes[0]?.warnings[0]).toContain(`10 % → 50 % → 100 %. Before each further stage this shell command runs`);
    expect(changes[0]?.warnings[0]).toContain(log());
    shop.rollingReleaseConfig = null;
    const found = await provider.preflight?.(config(), await planned(log()), context(), null);
    expect(found).toContainEqual(expect.objectContaining({ level: 'error', code: 'rolling-release-missing' }));
  });

  test('it has its own variables and no credential; its output is masked and logged', async () => {
    changes = await planned('env > vars; echo "token=$GATE_TOKEN"');
    const ctx = context({ GATE_TOKEN: 'gate-secret-1', REWIND_IDENTITY: 'AGE-SECRET-KEY-1' });
    await apply(ctx);
    const vars = readFileSync(join(folder, 'vars'), 'utf8');
    expect(vars).toContain('GATE_TOKEN=gate-secret-1');
    expect(vars).toContain(`REWIND_DEPLOYMENT=${fix.id}`);
    expect(vars).not.toMatch(/VERCEL_TOKEN|REWIND_IDENTITY/);
    expect(ctx.lines).toContain('info   | token=***');
  });
});

describe.each([0, 1])('a fault at stage index %i', (k) => {
  const name = `stage ${k + 1} of 3 (${STAGES[k] ?? 0} %)`;

  test('the command fails: the base serves again, and the error says at which stage and why', async () => {
    changes = await planned(log(`[ $REWIND_STAGE -le ${k} ] || { echo checkout is slow; exit 3; }`));
    await expect(apply()).rejects.toMatchObject({
      code: 'release-gate-failed',
      message: `The gate command failed at ${name} with exit status 3: checkout is slow. The rolling release was ended: production is ${base.id} again, and pinned to it.`,
    });
    expectBase();
    expect(judged()).toHaveLength(k + 1);
    // The same command again starts a new release.
    changes = await planned(log());
    await apply();
    expectFix();
  });

  test('the command does not end: it and its children are ended, and the base serves again', async () => {
    changes = await planned(log(`[ $REWIND_STAGE -le ${k} ] || { sleep 60 & echo $! > child; wait; }`), 1);
    await expect(apply()).rejects.toMatchObject({
      message: expect.stringContaining(`at ${name} with no end after 1 s`),
    });
    expectBase();
    const pid = Number(readFileSync(join(folder, 'child'), 'utf8'));
    // Ended; its parent may not have read its status yet.
    expect(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()).toMatch(/^(Z.*)?$/);
  });

  test.each([
    ['the answer to the approval is lost', { kind: 'reset', executed: true } as const, 1],
    ['the approval fails once', { kind: 'answer', answer: { status: 500, body: {} } } as const, 1],
  ])('%s: the release goes on, each stage approved once', async (_, fault, times) => {
    at(k, /GET .*rolling-release/, () => vercel.inject({ on: /approve-stage/, times, with: fault }));
    await apply();
    expectFix();
    expect(judged()).toEqual(['1/3:10', '2/3:50']);
  });

  test.each([500, 403])('the approval fails for good (%i): the base serves again', async (status) => {
    at(k, /GET .*rolling-release/, () =>
      vercel.inject({ on: /approve-stage/, times: 99, with: { kind: 'answer', answer: { status, body: {} } } }),
    );
    await expect(apply()).rejects.toMatchObject({ message: expect.stringContaining(`production is ${base.id} again`) });
    expectBase();
  });

  test('the release cannot be read for a while: the base serves again', async () => {
    at(k, /GET .*rolling-release/, () =>
      vercel.inject({ on: /GET .*rolling-release/, with: { kind: 'answer', answer: { status: 403, body: {} } } }),
    );
    await expect(apply()).rejects.toMatchObject({ code: 'api-forbidden' });
    expectBase();
  });

  test('a person completes it while the command runs: the fix stays, and what was not checked is said', async () => {
    at(k, /GET .*\/v9\/projects/, () => completeRelease(vercel, shop, release()));
    const ctx = context();
    await apply(ctx);
    expectFix();
    expect(ctx.lines.join('\n')).toContain(`completed by somebody else: the gate command did not pass ${name}`);
    expect([posts('/approve-stage'), posts('/rollback/')]).toEqual([k, 0]);
  });

  test('a person aborts it, or a gate of Vercel rolls it back: left as it is, and said', async () => {
    at(k, /GET .*\/v9\/projects/, () => {
      release().state = 'ABORTED';
      Object.assign(shop, { production: base.id });
    });
    await expect(apply()).rejects.toMatchObject({ code: 'rolling-release-stopped' });
    expect([shop.production, serves(), posts('/rollback/'), posts('/promote/')]).toEqual([base.id, base.id, 0, 1]);
  });

  test('it is paused: left as it is, and said; continued, the same command goes on', async () => {
    at(k, /GET .*\/v9\/projects/, () => (release().paused = true));
    await expect(apply()).rejects.toMatchObject({
      code: 'rolling-release-stopped',
      message: expect.stringContaining(`was paused at ${name}`),
    });
    expect([release().state, release().stage, posts('/rollback/')]).toEqual(['ACTIVE', k, 0]);
    release().paused = false;
    changes = await planned(log());
    await apply();
    expectFix();
    expect(posts('/promote/')).toBe(1);
  });

  test('the command fails after a person completed the release: the fix stays, and the failure is said', async () => {
    changes = await planned(log(`[ $REWIND_STAGE -le ${k} ] || { sleep 0.2; exit 1; }`));
    let seen = false;
    const poll = setInterval(() => {
      if (seen || judged().length <= k) return;
      seen = true;
      completeRelease(vercel, shop, release());
    }, 10);
    await expect(apply()).rejects.toMatchObject({
      code: 'release-gate-failed',
      message: expect.stringContaining(`No rolling release to ${fix.id} is active; production is ${fix.id}.`),
    });
    clearInterval(poll);
    expect([shop.production, posts('/rollback/')]).toEqual([fix.id, 0]);
  });

  test('a person pauses it while the command runs: no approval is sent', async () => {
    changes = await planned(log(`[ $REWIND_STAGE -le ${k} ] || sleep 0.2`));
    const poll = setInterval(() => {
      if (judged().length > k) release().paused = true;
    }, 10);
    await expect(apply()).rejects.toMatchObject({ code: 'rolling-release-stopped' });
    clearInterval(poll);
    expect([release().state, release().stage, posts('/approve-stage')]).toEqual(['ACTIVE', k, k]);
  });

  test('a person approves the next stage while the command runs: the command runs there, too', async () => {
    changes = await planned(log(`[ $REWIND_STAGE -le ${k} ] || sleep 0.2`));
    let done = false;
    const poll = setInterval(() => {
      if (done || judged().length <= k) return;
      done = true;
      if (k === 0) release().stage = 1;
      else completeRelease(vercel, shop, release());
    }, 10);
    await apply();
    clearInterval(poll);
    expectFix();
    expect([judged(), posts('/approve-stage')]).toEqual([['1/3:10', '2/3:50'], 1]);
  });

  test('the return to the base fails: that two deployments serve is said', async () => {
    changes = await planned(log(`[ $REWIND_STAGE -le ${k} ]`));
    vercel.inject({ on: /POST .*rollback/, times: 99, with: { kind: 'answer', answer: { status: 403, body: {} } } });
    await expect(apply()).rejects.toMatchObject({
      code: 'release-gate-failed',
      message: expect.stringContaining('two deployments may serve production'),
      remedy: expect.stringContaining('Abort the rolling release in Vercel'),
    });
  });

  test('cancelled while the command runs: the release stays at its stage; run again, it goes on', async () => {
    const stop = new AbortController();
    const ctx = Object.assign(context(), { signal: stop.signal });
    changes = await planned(log(`[ $REWIND_STAGE -le ${k} ] || sleep 60`));
    const poll = setInterval(() => {
      if (judged().length > k) stop.abort();
    }, 10);
    await expect(apply(ctx)).rejects.toMatchObject({ code: 'cancelled' });
    clearInterval(poll);
    expect([release().state, release().stage]).toEqual(['ACTIVE', k]);
    changes = await planned(log());
    await apply();
    expectFix();
    expect(posts('/promote/')).toBe(1);
  });
});

test.each([1, 2, 3])(
  'the process dies right after its write %i: run again, it goes on, nothing is sent twice',
  async (n) => {
    vercel.crashAfterWrite(n);
    await expect(apply()).rejects.toThrow();
    vercel.crashAfterWrite(0);
    changes = await planned(log());
    await apply();
    expectFix();
    const writes = vercel.requests.filter(({ method, status }) => method === 'POST' && status !== null);
    expect(writes.map(({ path }) => path.replace(/.*\/(promote|rollback|approve-stage).*/, '$1'))).toEqual([
      'promote',
      'approve-stage',
      'approve-stage',
    ]);
  },
);

test('the answer to the promote is lost, and reads lag behind: it is not sent twice', async () => {
  vercel.inject({ on: /promote/, with: { kind: 'reset', executed: true } });
  vercel.inject({
    on: ({ path }) => path.endsWith('/rolling-release') && shop.rollingRelease !== null,
    times: 2,
    with: { kind: 'answer', answer: { status: 200, body: { rollingRelease: null } } },
  });
  await apply();
  expectFix();
  expect(posts('/promote/')).toBe(1);
});

test('a release that has no active stage does not spin: the base serves again', async () => {
  configure(true);
  at(0, /approve-stage/, () => (release().stages = []));
  const short = schema.parse({ ...config(), 'timeout-seconds': 10 });
  const ctx = context();
  let now = 0;
  // Each wait takes a second of the deadline.
  Object.assign(ctx, {
    clock: { ...ctx.clock, monotonic: () => now, sleep: () => Promise.resolve(void (now += 1_000)) },
  });
  const [change] = changes;
  if (change === undefined) throw new Error('no change');
  await expect(provider.apply(short, change, ctx, new MemoryPayloads())).rejects.toMatchObject({
    message: expect.stringContaining(`production is ${base.id} again`),
  });
  expectBase();
  expect(vercel.requests.length).toBeLessThan(60);
});

test('a release to something else is not touched', async () => {
  const other = vercel.addDeployment(shop);
  vercel.startRelease(shop, other);
  await expect(apply()).rejects.toMatchObject({ code: 'api-conflict' });
  expect([release().state, posts('')]).toEqual(['ACTIVE', 0]);
});
