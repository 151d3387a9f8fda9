import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { DATABASE, openShop } from '../sandbox/aws/rds-fixture.js';
import { RDS_KEY_ID, RDS_SECRET, RdsSandbox, type RdsInstance } from '../sandbox/aws/rds.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import type { ProgramOptions, ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** The whole way of an RDS instance through the program: snapshot, plan, rollback, what is left; and killed in its middle. */
let postgres: TestPostgres;
let rds: RdsSandbox;
let repository: Repository;

beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.createDatabase('shop');
  await postgres.query('shop', DATABASE);
  rds = await new RdsSandbox().start();
});
afterAll(async () => {
  await rds.stop();
  await postgres.stop();
});
beforeEach(async () => {
  rds.clearFaults();
  openShop(rds, postgres);
  // The program really sleeps between two readings.
  rds.slowness = 0;
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: ['{ id: db, provider: rds-snapshot, url: "${DATABASE_URL}", instance: shop, region: eu-central-1 }'],
    env: {
      AWS_ACCESS_KEY_ID: RDS_KEY_ID,
      AWS_SECRET_ACCESS_KEY: RDS_SECRET,
      AWS_ENDPOINT_URL_RDS: rds.url,
      DATABASE_URL: postgres.url('shop'),
    },
  });
});
afterEach(() => repository.remove());

async function rewind(args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> {
  const result = await repository.run(args, options);
  for (const secret of [RDS_SECRET, postgres.password]) expect(result.stdout + result.stderr).not.toContain(secret);
  return result;
}

async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await rewind(args);
  if (result.status !== 0) throw new Error(`status ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}

const named = (instance: string): void =>
  repository.configure({
    sections: ['approval: none'],
    resources: [
      `{ id: db, provider: rds-snapshot, url: "\${DATABASE_URL}", instance: ${instance}, region: eu-central-1 }`,
    ],
  });
const ruin = (): Promise<unknown> => postgres.query('shop', 'UPDATE fans SET points = points + 1 WHERE id = 1');
const planned = async (): Promise<string[]> => {
  const { digest } = (await ok('plan', '--json', '--database', 'restore')).json<{ digest: string }>();
  return ['rollback', '--digest', digest];
};
const made = (): RdsInstance[] => [...rds.instances.values()].filter(({ from }) => from !== null);

test('snapshot, bad release, rollback: restored beside production is what every output says', async () => {
  await ok('snapshot');
  expect((await ok('verify')).stdout).toContain('No difference was found');
  await ruin();
  const plan = (await ok('plan', '--database', 'restore')).stdout;
  expect(plan).toContain('The restore is beside production, not in its place.');
  expect(plan).toContain('Users and passwords there are those of the snapshot');
  expect(plan).toContain('public.fans');
  const done = (await ok(...(await planned()))).stdout;
  const [instance, ...more] = made();
  expect(more).toEqual([]);
  expect(done).toContain('Rolled back in part: 0 of 1 resource of "production" equal snapshot');
  expect(done).toContain('db must be restored by hand');
  const id = /rewind incident show (\S+)/.exec(done)?.[1] ?? '';
  expect(done).toContain(`Set the host of the database URL to ${instance?.host ?? ''}`);
  expect(done).toMatch(
    new RegExp(
      `To undo this rollback: rewind undo .*It does not undo RDS instance "${instance?.id ?? ''}".* aws rds delete`,
    ),
  );
  expect(done).not.toContain('data included');
  const incident = (await ok('incident', 'show', id)).stdout;
  expect(incident).toContain(`RDS instance "${instance?.id ?? ''}"`);
  // Nothing of production is undone.
  expect([incident.includes('kept-database:'), incident.includes('changes-undone:')]).toEqual([true, false]);
  // Rewind deletes no instance, so no command of it is printed for that.
  expect(incident).not.toContain('--drop-database');
  const verify = await rewind(['verify']);
  expect([verify.status, verify.stdout]).toEqual([3, expect.stringContaining("the application's database URL")]);
}, 60_000);

test('the restored instance is set in the configuration, as the rollback says: the same rollback goes on with what is left', async () => {
  await ok('snapshot');
  await ruin();
  const rollback = await planned();
  named('another');
  const refused = await rewind(rollback);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('db: instance')]);
  named('shop');
  await ok(...rollback);
  const [instance] = made();
  named(instance?.id ?? '');
  expect((await ok(...rollback)).stdout).toContain('done by an earlier run: RDS instance');
  expect(made()).toHaveLength(1);
}, 60_000);

test('built again by hand under another identifier: refused with the way on, and the way leads to a restore', async () => {
  await ok('snapshot');
  const { host } = rds.instances.get('shop') ?? {};
  rds.instances.delete('shop');
  rds.addInstance('shop-by-hand', { ...(host === undefined ? {} : { host }) });
  await ruin();
  named('shop-by-hand');
  const refused = (await ok('plan', '--database', 'restore')).stdout.replace(/\s+/g, ' ');
  expect(refused).toContain('If instance "shop-by-hand" was built in place of "shop", do so as well');
  named('shop');
  expect((await ok('plan', '--database', 'restore')).stdout).not.toContain('RDS has no');
  const done = (await ok(...(await planned()))).stdout;
  const [instance, ...more] = made();
  expect(more).toEqual([]);
  expect(done).toContain(`Set the host of the database URL to ${instance?.host ?? ''}`);
  const check = await rewind(['check']);
  expect([check.status, check.stdout]).toEqual([3, expect.stringContaining('RDS has no instance "shop" in')]);
}, 60_000);

test.each([
  ['before RDS got the restore', /Restore/, false],
  ['after RDS got the restore', /Restore/, true],
  ['after the modification', /Modify/, true],
  ['before the mark', /AddTags/, false],
  ['after the mark', /AddTags/, true],
] as const)(
  'killed %s: the same command ends it',
  async (_when, on, executed) => {
    await ok('snapshot');
    await ruin();
    const rollback = await planned();
    let program: ChildProcess | undefined;
    rds.inject({
      on: ({ bytes }) => on.test(/Action=\w+/.exec(bytes.toString())?.[0] ?? ''),
      with: { kind: 'hang', executed },
    });
    const watch = setInterval(() => rds.pendingFaults === 0 && program?.kill('SIGKILL'), 5);
    const killed = await rewind(rollback, { onLog: (_text, child) => (program = child) });
    clearInterval(watch);
    expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', expect.any(String)]);
    await ok(...rollback);
    expect(made().map(({ tags, status }) => [tags.get('rewind:complete'), status])).toEqual([['true', 'available']]);
  },
  60_000,
);

test('production that cannot be reached, and a full quota of DB snapshots, do not keep it from being restored', async () => {
  await ok('snapshot');
  rds.quotas.set('ManualSnapshots', { used: 100, max: 100 });
  const shop = rds.instances.get('shop');
  Object.assign(shop?.settings ?? {}, { Port: '9' });
  repository.env.DATABASE_URL = postgres.url('shop').replace(`:${postgres.port}/`, ':9/');
  expect((await rewind(['check'])).stdout).toContain('(rds-snapshot-limit)');
  const plan = (await ok('plan', '--database', 'restore')).stdout;
  expect(plan).toContain('unknown: it cannot be reached');
  const done = await ok(...(await planned()));
  expect(done.stdout).toContain('done: RDS instance');
  expect(made()).toHaveLength(1);
}, 60_000);

test('check says that the DB snapshot of the newest snapshot is gone', async () => {
  await ok('snapshot');
  expect((await ok('check')).stdout).toMatch(/^Ready: no check found/);
  rds.snapshots.clear();
  const { stdout } = await ok('check');
  expect(stdout).toMatch(/^Ready, but the newest snapshot cannot restore the rows of each database\./);
  expect(stdout).toMatch(
    /No restore of the database from snapshot \S+: "db": .* does not exist any more.*rds-copy-gone/,
  );
}, 60_000);

test('a snapshot of an instance that RDS is busy with says to wait', async () => {
  Object.assign(rds.instances.get('shop') ?? {}, { status: 'backing-up', left: 99 });
  const { status, stderr } = await rewind(['snapshot']);
  expect([status, stderr]).toEqual([1, expect.stringContaining('Wait until it is "available"')]);
}, 60_000);
