import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { openShop, type NeonShop } from '../sandbox/neon/fixture.js';
import { NEON_KEY, NeonSandbox } from '../sandbox/neon/server.js';
import type { ProgramOptions, ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** The whole way of a Neon branch through the program: snapshot, plan, rollback, again; and killed in its middle. */
let neon: NeonSandbox;
let shop: NeonShop;
let repository: Repository;

beforeAll(async () => {
  neon = await new NeonSandbox().start();
});
afterAll(() => neon.stop());
beforeEach(async () => {
  shop = openShop(neon);
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: ['{ id: db, provider: neon-branch, project: shop-1, branch: main }'],
    env: { NEON_API_KEY: NEON_KEY, NEON_API_URL: neon.url },
  });
});
afterEach(() => repository.remove());

async function rewind(args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> {
  const result = await repository.run(args, options);
  expect(result.stdout + result.stderr).not.toContain(NEON_KEY);
  return result;
}

async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await rewind(args);
  if (result.status !== 0) throw new Error(`status ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}

const planned = async (): Promise<string[]> => {
  const { digest } = (await ok('plan', '--json', '--database', 'restore')).json<{ digest: string }>();
  return ['rollback', '--digest', digest, '--confirm-data-loss', 'shop-1/main'];
};
const restoresSent = (): number =>
  neon.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/restore')).length;
const keptData = (): string[] =>
  [...shop.project.branches.values()].filter(({ name }) => name.includes('-before-')).map(({ data }) => data);

test('snapshot, bad release, rollback, the same again, another one', async () => {
  await ok('check');
  await ok('snapshot');
  expect((await ok('verify')).stdout).toContain('Equal');
  neon.write(shop.main, 'orders: ruined', false);
  // Not without being asked: a plan for the code leaves the database, and says so.
  expect((await ok('plan')).stdout).toContain('rows may have been written');
  const loss = (await ok('loss')).stdout;
  expect(loss).toMatch(/^It is unknown what a restore of snapshot \S+ would lose\.\nNot counted: db\. "rewind plan/);
  expect((await rewind(['verify'])).status).toBe(3);
  const rollback = await planned();
  expect((await rewind(rollback.slice(0, 3))).stderr).toContain('data-loss-unconfirmed');
  expect(restoresSent()).toBe(0);

  const done = await ok(...rollback);
  expect(done.stdout).toContain('Rolled back');
  expect(done.stderr).not.toContain('this run ()');
  expect([shop.main.data, keptData()]).toEqual(['orders: 1', ['orders: ruined']]);
  const proof = (await ok('verify', '--restorable')).stdout;
  expect(proof).toContain('Equal');
  // Nothing was rehearsed, and nothing says so.
  expect(proof).toContain('(snapshot proven: checksums, restorable, not db)');

  neon.write(shop.main, 'orders: 3');
  const again = await ok(...rollback);
  expect([shop.main.data, restoresSent(), again.stdout]).toEqual(['orders: 3', 1, expect.stringContaining('perhaps')]);

  await ok(...(await planned()));
  expect([shop.main.data, keptData()]).toEqual(['orders: 1', ['orders: ruined', 'orders: 3']]);
}, 60_000);

test('check says that the branch of the newest snapshot is gone; the approver reads what Neon may refuse', async () => {
  await ok('snapshot');
  neon.write(shop.main, 'orders: ruined');
  expect((await ok('check')).stdout).toMatch(/^Ready: no check found/);
  shop.main.isProtected = true;
  shop.project.branchesLimit = shop.project.branches.size + 1;
  const { findings } = (await ok('plan', '--database', 'restore', '--json')).json<{ findings: { code: string }[] }>();
  expect(findings.map(({ code }) => code)).toEqual(['neon-branch-protected', 'neon-branch-limit']);
  for (const { id, name } of shop.project.branches.values())
    if (name.startsWith('rewind-')) shop.project.branches.delete(id);
  const { stdout } = await ok('check');
  expect(stdout).toMatch(/^Ready, but the newest snapshot cannot restore the rows of each database\./);
  expect(stdout).toMatch(
    /No restore of the database from snapshot \S+: "db": .* does not exist any more.*neon-copy-gone/,
  );
}, 60_000);

// Each write of a restore; `after`: writes of that form before it; `sent`: restores that the test then saw.
test.each([
  { when: 'before Neon got the restore', on: /^POST .*\/restore/, executed: false, after: 0, sent: 2 },
  { when: 'after Neon got the restore', on: /^POST .*\/restore/, executed: true, after: 0, sent: 1 },
  { when: 'before the restore is marked as finished', on: /^PATCH /, executed: false, after: 1, sent: 1 },
  { when: 'after the restore was marked as finished', on: /^PATCH /, executed: true, after: 1, sent: 1 },
])(
  'killed $when: the same command ends it',
  async ({ on, executed, after, sent }) => {
    await ok('snapshot');
    neon.write(shop.main, 'orders: ruined');
    const rollback = await planned();
    let program: ChildProcess | undefined;
    neon.inject({ on, after, with: { kind: 'hang', executed } });
    const watch = setInterval(() => neon.pendingFaults === 0 && program?.kill('SIGKILL'), 5);
    const killed = await rewind(rollback, { onLog: (_text, child) => (program = child) });
    clearInterval(watch);
    expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', expect.any(String)]);
    const ended = await ok(...rollback);
    expect(ended.stdout).toMatch(/^(Rolled back|Nothing to do)/);
    expect([shop.main.data, keptData(), restoresSent()]).toEqual(['orders: 1', ['orders: ruined'], sent]);
  },
  60_000,
);
