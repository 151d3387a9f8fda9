import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { backupResources } from '../../src/cli/databases.js';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/neon-branch/index.js';
import type { State } from '../../src/providers/neon-branch/state.js';
import { neonContext, openShop, type NeonShop } from '../sandbox/neon/fixture.js';
import { NeonSandbox, type SandboxBranch } from '../sandbox/neon/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/** What a restore of a Neon branch keeps, loses and refuses, beyond what every provider must do. */
const SNAPSHOT = '20261126T120000Z-abc123';
const COPY = `rewind-subject-${SNAPSHOT}`;

let neon: NeonSandbox;
let shop: NeonShop;
let ctx: TestContext;
beforeAll(async () => {
  neon = await new NeonSandbox().start();
});
beforeEach(() => {
  shop = openShop(neon);
  ctx = neonContext(neon, { snapshotId: SNAPSHOT });
});
afterAll(() => neon.stop());

const none = new MemoryPayloads();
const snapshot = (): Promise<State> => provider.capture(shop.config, ctx, new MemoryPayloads('snapshot'));
const live = (): Promise<State> => provider.capture(shop.config, ctx, new MemoryPayloads('compare'));
const planNow = async (saved: State): Promise<Change[]> => provider.plan(saved, await live());
const apply = (change: Change | undefined): Promise<void> => {
  if (!change) throw new Error('nothing was planned');
  return provider.apply(shop.config, change, ctx, none);
};
const named = (part: string): SandboxBranch[] =>
  [...shop.project.branches.values()].filter(({ name }) => name.includes(part));
const restoresSent = (): number =>
  neon.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/restore')).length;
const codes = async (): Promise<string[]> =>
  (await provider.check(shop.config, ctx)).map(({ level, code }) => `${level} ${code}`);

describe('a restore', () => {
  test('returns what production held, keeps what it held since, and touches no other branch', async () => {
    const saved = await snapshot();
    expect(named(COPY)[0]).toMatchObject({ data: 'orders: 1', parentId: shop.main.id, computes: [] });
    expect(Date.parse(named(COPY)[0]?.expiresAt ?? '') - Date.now()).toBeGreaterThan(29 * 86_400_000);
    neon.write(shop.main, 'orders: 2');
    const [change] = await planNow(saved);
    expect(change).toMatchObject({ database: 'restore', confirm: 'shop-1/main', dataAtRisk: [{ rows: null }] });
    expect(change?.dataAtRisk?.[0]?.note).toContain('8,192 bytes');
    expect(change?.warnings.join()).toContain('unless their password was changed since the snapshot');
    await apply(change);
    expect(shop.main).toMatchObject({ name: 'main', data: 'orders: 1', isDefault: true });
    expect(named('-before-')).toMatchObject([
      { name: expect.stringMatching(/^rewind-subject-before-1-.*-now-/), data: 'orders: 2' },
    ]);
    expect(shop.preview.data).toBe('orders: test');
    // Otherwise Neon would delete what production is made from.
    expect(named(COPY)[0]?.expiresAt).toBeNull();
    expect(await planNow(saved)).toEqual([]);
  });

  test('is planned although the meter shows no write yet, and not after a proof that nothing ran', async () => {
    const saved = await snapshot();
    expect(await planNow(saved)).toEqual([]);
    neon.write(shop.main, 'orders: 2', false);
    expect((await planNow(saved)).map(({ before }) => before)).toEqual([
      'its compute has run since the snapshot; rows may have been written',
    ]);
    neon.run(shop.main, 'suspended');
    expect(await planNow(saved)).toHaveLength(1);
  });

  test('a compute that ran and was deleted since is no proof that nothing ran', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2', false);
    shop.main.computes.length = 0;
    expect(await planNow(saved)).toHaveLength(1);
  });

  test('a compute that was exchanged for an idle one is no proof that nothing ran', async () => {
    const idle = neon.addCompute(shop.preview);
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2', false);
    shop.main.computes.splice(0, 1, idle);
    expect(await planNow(saved)).toHaveLength(1);
  });

  test('is sent once: what was written after it survives the same rollback, run again', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [change] = await planNow(saved);
    await apply(change);
    neon.write(shop.main, 'orders: 3');
    await apply(change);
    expect([shop.main.data, restoresSent()]).toEqual(['orders: 3', 1]);
  });

  test.each(['reset', 'truncated'] as const)('a lost answer (%s) is not a second restore', async (kind) => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [change] = await planNow(saved);
    neon.inject({ on: /POST .*\/restore/, with: { kind, executed: true } });
    await apply(change);
    expect([shop.main.data, named('-before-').length, restoresSent()]).toEqual(['orders: 1', 1, 1]);
    expect(await planNow(saved)).toEqual([]);
  });

  test('an interrupted run: the plan is the approved one, its end is the next run', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [approved] = await planNow(saved);
    neon.operationRequests = 40;
    neon.inject({ on: /GET .*\/operations\//, times: 99, with: { kind: 'answer', answer: { status: 400, body: {} } } });
    await expect(apply(approved)).rejects.toMatchObject({ code: 'api-rejected' });
    neon.clearFaults();
    expect(await codes()).toContain('warning neon-restore-unfinished');
    const [rest] = await planNow(saved);
    expect(rest?.params).toEqual(approved?.params);
    expect(rest?.before).toContain('not finished');
    await apply(rest);
    expect([shop.main.data, shop.main.state, restoresSent()]).toEqual(['orders: 1', 'ready', 1]);
    expect(await planNow(saved)).toEqual([]);
  });

  test('that Neon kept and did not carry out is never called done', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [change] = await planNow(saved);
    neon.failing = 'create_timeline';
    await expect(apply(change)).rejects.toMatchObject({ code: 'restore-failed' });
    await expect(apply((await planNow(saved))[0])).rejects.toMatchObject({
      code: 'restore-failed',
      message: expect.stringContaining('did not restore'),
    });
    expect(shop.main.data).toBe('orders: 2');
    expect(await planNow(saved)).toHaveLength(1);
  });

  test('that Neon refuses names the way out, and changes nothing', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [change] = await planNow(saved);
    shop.main.isProtected = true;
    await expect(apply(change)).rejects.toMatchObject({
      message: expect.stringMatching(/422 to "restore branch br-sandbox-\d+": protected branches/),
      remedy: expect.stringContaining('protection'),
    });
    expect([shop.main.data, named('-before-')]).toEqual(['orders: 2', []]);
  });

  test('waits while another operation locks the project', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [change] = await planNow(saved);
    neon.inject({ on: /POST|PATCH/, times: 3, with: { kind: 'answer', answer: neon.failure(423) } });
    await apply(change);
    expect([shop.main.data, neon.pendingFaults]).toEqual(['orders: 1', 0]);
  });
});

test('branches are found on every page of the list', async () => {
  neon.largestPage = 1;
  neon.addBranch(shop.project, 'not-main', '');
  const saved = await snapshot();
  neon.write(shop.main, 'orders: 2');
  await apply((await planNow(saved))[0]);
  expect([await planNow(saved), shop.main.data]).toEqual([[], 'orders: 1']);
});

describe('after a restore', () => {
  test('one by hand shows again, and a second restore keeps the first', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    await apply((await planNow(saved))[0]);
    neon.restore(shop.project, shop.main, shop.preview, undefined);
    const [again] = await planNow(saved);
    expect(again?.before).toContain('reset or restored since');
    await apply(again);
    expect(shop.main.data).toBe('orders: 1');
    expect(named('-before-').map(({ data }) => data)).toEqual(['orders: 2', 'orders: test']);
  });

  test('the old plan, run once more after a reset by hand, does not claim that reset', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [change] = await planNow(saved);
    await apply(change);
    neon.restore(shop.project, shop.main, shop.preview, undefined);
    await apply(change);
    expect([await planNow(saved), shop.main.data]).toMatchObject([[{ id: 'restore' }], 'orders: test']);
  });

  test('Neon may take production off its parent: it stays restored', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    await apply((await planNow(saved))[0]);
    Object.assign(shop.main, { parentId: null, parentLsn: null });
    expect(await planNow(saved)).toEqual([]);
  });

  test('what the application writes then is told apart, and a new plan may restore again', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [first] = await planNow(saved);
    expect(first?.since).toBeUndefined();
    await apply(first);
    expect(await planNow(saved)).toEqual([]);
    neon.write(shop.main, 'orders: 3', false);
    const [again] = await planNow(saved);
    expect(again?.since).toMatchObject({ restore: named('-before-')[0]?.name, written: [{ rows: null }] });
    await apply(again);
    expect(shop.main.data).toBe('orders: 1');
    expect(named('-before-').map(({ data }) => data)).toEqual(['orders: 2', 'orders: 3']);
  });
});

describe('another environment has its branch in this project, and a resource of this id', () => {
  /** A restore of that branch after ours, which keeps a branch with a higher number. */
  const restoreStaging = async (): Promise<void> => {
    const theirs = neonContext(neon, { snapshotId: '20261127T120000Z-def456' });
    const config = { ...shop.config, branch: shop.preview.name };
    const saved = await provider.capture(config, theirs, new MemoryPayloads('snapshot'));
    neon.addCompute(shop.preview);
    neon.write(shop.preview, 'orders: theirs');
    const [change] = provider.plan(saved, await provider.capture(config, theirs, new MemoryPayloads('compare')));
    if (!change) throw new Error('nothing was planned');
    await provider.apply(config, change, theirs, none);
  };

  test('what was restored stays restored', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    await apply((await planNow(saved))[0]);
    await restoreStaging();
    expect(await planNow(saved)).toEqual([]);
  });

  test('an interrupted restore is finished', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [approved] = await planNow(saved);
    neon.inject({ on: /PATCH/, after: 1, with: { kind: 'answer', answer: { status: 400, body: {} } } });
    await expect(apply(approved)).rejects.toMatchObject({ code: 'api-rejected' });
    await restoreStaging();
    const [rest] = await planNow(saved);
    expect(rest?.params).toEqual(approved?.params);
    await apply(rest);
    expect([shop.main.data, await planNow(saved)]).toEqual(['orders: 1', []]);
  });

  test('a restore of ours from another snapshot is the last one, though an older one was not finished', async () => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const later = neonContext(neon, { snapshotId: '20261127T130000Z-aaa111' });
    const other = await provider.capture(shop.config, later, new MemoryPayloads('snapshot'));
    neon.inject({ on: /PATCH/, after: 1, with: { kind: 'answer', answer: { status: 400, body: {} } } });
    await expect(apply((await planNow(saved))[0])).rejects.toMatchObject({ code: 'api-rejected' });
    const [change] = provider.plan(other, await provider.capture(shop.config, later, new MemoryPayloads('compare')));
    if (!change) throw new Error('nothing was planned');
    await provider.apply(shop.config, change, later, none);
    expect(shop.main.data).toBe('orders: 2');
    expect((await planNow(saved))[0]?.before).toContain('reset or restored since');
  });
});

describe('the branch of a snapshot', () => {
  test.each<[string, (saved: State) => unknown]>([
    ['deleted', () => undefined],
    ['made again under its name', () => void neon.addBranch(shop.project, COPY, 'orders: evil', shop.main)],
    [
      'made again at the same LSN',
      ({ copy }: State) =>
        Object.assign(neon.addBranch(shop.project, COPY, 'orders: evil', shop.main), { parentLsn: copy?.lsn }),
    ],
    [
      'reset to another state',
      ({ copy }: State) => {
        neon.write(shop.preview, 'orders: evil');
        const made = neon.addBranch(shop.project, COPY, 'orders: evil', shop.preview);
        shop.project.branches.set(copy?.id ?? '', { ...made, id: copy?.id ?? '' });
        shop.project.branches.delete(made.id);
      },
    ],
  ])('that was %s: a person must act, and nothing else is restored', async (_, then) => {
    const saved = await snapshot();
    neon.write(shop.main, 'orders: 2');
    const [before] = await planNow(saved);
    shop.project.branches.delete(saved.copy?.id ?? '');
    then(saved);
    expect((await planNow(saved))[0]?.manual).toContain('7 days');
    await expect(apply(before)).rejects.toMatchObject({ code: 'snapshot-corrupt' });
    const proof = await provider.prove?.(shop.config, saved, ctx, none, 'contents');
    expect(proof).toMatchObject([{ level: 'error', code: 'neon-copy-gone' }]);
    expect([shop.main.data, restoresSent()]).toEqual(['orders: 2', 0]);
  });

  test('that can be written to is named in plan and proof; its rows are never called read', async () => {
    const saved = await snapshot();
    const prove = (): unknown => provider.prove?.(shop.config, saved, ctx, none, 'restorable');
    expect(await prove()).toMatchObject([{ level: 'warning', code: 'not-rehearsed' }]);
    neon.write(shop.main, 'orders: 2');
    const warned = async (): Promise<boolean> => /may not hold/.test((await planNow(saved))[0]?.warnings.join() ?? '');
    const [copy] = named(COPY);
    if (!copy) throw new Error('no copy');
    expect(await warned()).toBe(false);
    copy.written += 8192;
    expect(await warned()).toBe(true);
    copy.written -= 8192;
    neon.addCompute(copy, 'read_only');
    expect(await warned()).toBe(false);
    neon.addCompute(copy);
    expect(await warned()).toBe(true);
    expect(await prove()).toMatchObject([{ code: 'neon-copy-touched' }, { code: 'not-rehearsed' }]);
  });

  test('is made once although the answer was lost', async () => {
    neon.inject({ on: /POST .*\/branches$/, with: { kind: 'reset', executed: true } });
    expect((await snapshot()).copy?.name).toBe(COPY);
    expect(named(COPY)).toHaveLength(1);
  });

  test('without room for it: the error names limit and expiration; keep-days 0 sends none', async () => {
    shop.project.branchesLimit = 2;
    await expect(snapshot()).rejects.toMatchObject({ remedy: expect.stringContaining('limit of branches') });
    shop.project.branchesLimit = 9;
    Object.assign(shop.config, { 'keep-days': 0 });
    expect((await snapshot()).copy?.expires).toBeNull();
  });
});

test('a branch that Neon does not make is a snapshot that failed, not a restore', async () => {
  neon.failing = 'create_branch';
  await expect(snapshot()).rejects.toMatchObject({ code: 'snapshot-incomplete' });
});

test('in another project than the configuration names, nothing is said to be gone', async () => {
  const saved = await snapshot();
  const elsewhere = { ...shop.config, project: 'other-2' };
  expect(await provider.prove?.(elsewhere, saved, ctx, none, 'contents')).toMatchObject([
    { level: 'error', code: 'other-object', remedy: expect.stringContaining('Set project shop-1') },
  ]);
  expect(await provider.capabilities?.stillThere?.(elsewhere, saved, ctx)).toEqual([]);
  expect(provider.capabilities?.names?.(saved, elsewhere, ctx)).toEqual([
    { key: 'project', saved: 'shop-1', live: 'other-2' },
  ]);
});

test('a name that a command line would take apart is confirmed by its id', async () => {
  const saved = await snapshot();
  neon.write(shop.main, 'orders: 2');
  shop.main.name = 'main, live $(x)';
  const at = { ...shop.config, branch: shop.main.id };
  const [change] = provider.plan(saved, await provider.capture(at, ctx, new MemoryPayloads('compare')));
  expect(change?.confirm).toBe(`shop-1/${shop.main.id}`);
});

test('a snapshot says where its rows are, and until when', async () => {
  const left = async () => provider.capabilities?.describeState?.(await snapshot()).leftOut;
  const [{ expiresAt } = { expiresAt: '' }, text] = await left().then((found) => [named(COPY)[0], found?.[0]] as const);
  expect(text).toContain(`"${COPY}", until Neon deletes that branch at ${expiresAt}`);
});

test('the database of a prisma resource with the same URL is backed up by a branch, not by pg_dump', async () => {
  const prisma = (await import('../../src/providers/prisma/index.js')).default;
  const url = '${DATABASE_URL}';
  const migrations = { id: 'schema', provider: 'prisma', url, migrations: 'prisma/migrations' };
  const env = { DATABASE_URL: 'postgresql://u:p@ep-a-1.eu.aws.neon.tech/shop?sslmode=require' };
  const backups = (config: object) =>
    backupResources(
      [
        { id: 'schema', providerId: 'prisma', provider: prisma, config: migrations },
        { id: 'db', providerId: 'neon-branch', provider: provider, config },
      ],
      testContext({ env }),
      async () => provider,
    );
  expect(await backups(shop.config)).toHaveLength(1);
  expect(await backups({ ...shop.config, url })).toEqual([]);
});

describe('check', () => {
  test('a usual project: only that its history is short', async () => {
    expect(await codes()).toEqual(['info neon-history-short']);
    shop.project.historySeconds = 30 * 86_400;
    expect(await codes()).toEqual([]);
  });

  test.each<[string, () => void]>([
    ['error neon-branch-limit', () => Object.assign(shop.project, { branchesLimit: 2 })],
    ['warning neon-branch-limit', () => Object.assign(shop.project, { branchesLimit: 3 })],
    ['warning neon-branch-protected', () => Object.assign(shop.main, { isProtected: true })],
    ['error neon-branch-expires', () => Object.assign(shop.main, { expiresAt: '2027-01-01T00:00:00Z' })],
    ['error neon-restore-restricted', () => shop.main.restricted.push({ name: 'restore', reason: 'it is moving' })],
  ])('%s', async (code, change) => {
    change();
    expect(await codes()).toContain(code);
  });

  test('a wrong key, project or branch has its own error', async () => {
    const check = (config: Partial<NeonShop['config']>, env = {}) =>
      provider.check({ ...shop.config, ...config }, neonContext(neon, env));
    await expect(check({ project: 'nobody-1' })).rejects.toMatchObject({ code: 'api-not-found' });
    await expect(check({ branch: 'nobody' })).rejects.toMatchObject({ code: 'api-not-found' });
    await expect(check({ branch: 'br-nobody-1' })).rejects.toMatchObject({ code: 'api-not-found' });
    const key = { env: { NEON_API_KEY: 'another-key-000', NEON_API_URL: neon.url } };
    await expect(check({}, key)).rejects.toMatchObject({ code: 'api-unauthorized' });
    expect(await provider.check({ ...shop.config, branch: shop.main.id }, ctx)).toHaveLength(1);
  });
});
