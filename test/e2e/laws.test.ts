import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { recipientOf } from '../../src/engine/age-keys.js';
import { sealStream, unsealStream } from '../../src/engine/seal.js';
import type { Manifest } from '../../src/engine/manifest.js';
import { commitSnapshot } from '../../src/engine/snapshot-files.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import { testContext } from '../support/context.js';
import { sha256 } from '../../src/runtime/digest.js';
import { World } from '../sandbox/demo/world.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import type { ProgramResult } from '../support/program.js';

/** The laws of the design, each by its name, on the whole program as a process, with a real database. */
let postgres: TestPostgres;
let world: World;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  world = await World.start({ postgres, integrity: 'rows', seed: false });
  await world.addFans(50);
});
afterEach(() => world.stop());

const unsealed = async (file: string): Promise<Buffer> =>
  buffer(await unsealStream(Readable.from([readFileSync(file)]), [world.env.REWIND_IDENTITY ?? '']));
const resealed = async (plain: Buffer): Promise<Buffer> =>
  buffer(Readable.from([plain]).pipe(await sealStream([await recipientOf(world.env.REWIND_IDENTITY ?? '')])));

const ok = (result: ProgramResult): ProgramResult => {
  if (result.status !== 0) throw new Error(`status ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
};

interface Plan {
  readonly digest: string;
  readonly changes: readonly { readonly resource: string; readonly id: string }[];
}

async function plan(database: string, ...more: string[]): Promise<Plan> {
  return ok(await world.run(['plan', '--json', '--database', database, ...more])).json<Plan>();
}

const rollback = (approved: Plan, database: string): Promise<ProgramResult> =>
  world.run([
    'rollback',
    '--json',
    '--plan',
    '.rewind/plan.json',
    '--digest',
    approved.digest,
    ...(database === 'none' ? [] : ['--confirm-data-loss', world.database]),
  ]);

const databases = async (): Promise<unknown> =>
  postgres.query(
    'postgres',
    `SELECT datname, datallowconn FROM pg_database WHERE starts_with(datname, '${world.database}') ORDER BY 1`,
  );

/** Everything that production holds, to be compared. */
const production = async (): Promise<unknown> => [await world.facts(), await databases(), world.vercel.writes];

test('law 1: read-only commands change nothing', async () => {
  ok(await world.run(['snapshot']));
  await world.badRelease();
  const before = await production();
  const { snapshot } = ok(await world.run(['snapshot', '--json'])).json<{ snapshot: string }>();
  for (const args of [
    ['check'],
    ['decide'],
    ['list'],
    ['show'],
    ['plan', '--database', 'restore'],
    ['plan', '--database', 'down'],
  ]) {
    ok(await world.run(args));
  }
  expect((await world.run(['verify', '--snapshot', snapshot])).status).toBe(0);
  expect((await world.run(['migrate', 'down', '1', '--dry-run'])).status).toBe(0);
  expect(await production()).toEqual(before);
});

test('law 2: the plan is empty directly after a snapshot, and after a rollback', async () => {
  ok(await world.run(['snapshot']));
  for (const mode of ['none', 'down', 'restore']) expect((await plan(mode)).changes).toEqual([]);
  await world.badRelease();
  const approved = await plan('restore');
  expect(approved.changes.map(({ resource }) => resource)).toEqual(['web', 'db', 'flags']);
  expect(ok(await rollback(approved, 'restore')).json()).toMatchObject({ ok: true, remaining: 0 });
  for (const mode of ['none', 'down', 'restore']) expect((await plan(mode)).changes).toEqual([]);
  expect((await world.run(['verify', '--database', 'restore'])).status).toBe(0);
});

test('law 3: apply is idempotent: the same approved plan once more changes nothing', async () => {
  ok(await world.run(['snapshot']));
  await world.badRelease();
  const approved = await plan('down');
  ok(await rollback(approved, 'down'));
  const before = await production();
  expect(ok(await rollback(approved, 'down')).json()).toMatchObject({ ok: true, applied: [], remaining: 0 });
  expect(await production()).toEqual(before);
});

test('law 4: everything is validated before the first change, and all problems are reported together', async () => {
  const bad = await (async () => {
    ok(await world.run(['snapshot']));
    return world.badRelease();
  })();
  const approved = await plan('down');
  // Between the plan and the approval the deployment to return to is removed.
  const target = [...world.vercel.deployments.values()].filter(({ id }) => id !== bad.id).at(-1);
  if (target) target.softDeletedByRetention = true;
  const before = await production();
  const store = join(world.root, '.rewind/store');
  const flags =
    spawnSync('find', [store, '-name', 'items.json.age'], { encoding: 'utf8' }).stdout.trim().split('\n')[0] ?? '';
  const sealed = readFileSync(flags);
  writeFileSync(flags, sealed.subarray(0, sealed.length - 1));
  const first = await rollback(approved, 'down');
  expect(first.status).toBe(1);
  expect(first.json()).toMatchObject({ error: { code: 'snapshot-corrupt' } });
  writeFileSync(flags, sealed);
  // With the wrong identity the sealed flags cannot be opened either.
  const second = await world.run(
    [
      'rollback',
      '--json',
      '--plan',
      '.rewind/plan.json',
      '--digest',
      approved.digest,
      '--confirm-data-loss',
      world.database,
    ],
    {
      env: { REWIND_IDENTITY: 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQS8DKVZ' },
    },
  );
  expect(second.status).not.toBe(0);
  const reported = JSON.stringify(second.json<{ error: unknown }>().error);
  expect(reported).toContain('web');
  expect(reported).toContain('flags');
  expect(await production()).toEqual(before);
  // A down.sql that becomes unusable is no longer the script that was approved.
  const down = join(world.root, 'prisma/migrations/20261123020000_simplify_fans/down.sql');
  writeFileSync(down, `BEGIN;\n${readFileSync(down, 'utf8')}COMMIT;\n`);
  expect((await rollback(approved, 'down')).json()).toMatchObject({
    error: { code: 'plan-drift', problems: [expect.stringContaining('schema/down')] },
  });
  expect(await production()).toEqual(before);
});

describe('law 5: what is applied is what was planned', () => {
  test('production drifted in what the plan touches: the run stops and shows the new plan', async () => {
    ok(await world.run(['snapshot']));
    await world.badRelease();
    const approved = await plan('none');
    world.flags.items.set('new-checkout', { value: 'half', description: null, createdAt: 1, updatedAt: 2 });
    const before = await production();
    const result = await rollback(approved, 'none');
    expect(result.status).toBe(1);
    expect(result.json()).toMatchObject({
      error: { code: 'plan-drift', problems: [expect.stringContaining('flags/items')] },
    });
    expect(result.stderr).toContain('Plan: return "production"');
    expect(await production()).toEqual(before);
    const read = (name: string) => JSON.parse(readFileSync(join(world.root, '.rewind', name), 'utf8')) as Plan;
    const renewed = read('plan-new.json');
    expect(renewed.digest).not.toBe(approved.digest);
    // The approved plan stays: a failing rollback overwrites nothing.
    expect(read('plan.json').digest).toBe(approved.digest);
    ok(await world.run(['rollback', '--plan', '.rewind/plan-new.json', '--digest', renewed.digest]));
  });

  test('customers who go on buying are no drift; another digest, and an edited plan, are refused', async () => {
    ok(await world.run(['snapshot']));
    await world.badRelease();
    const approved = await plan('restore');
    await world.sell(7);
    const before = await production();
    const wrong = await rollback({ ...approved, digest: 'ab'.repeat(32) }, 'restore');
    expect([wrong.status, wrong.json()]).toMatchObject([2, { error: { code: 'plan-mismatch' } }]);
    const file = join(world.root, '.rewind/plan.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"new-checkout: false"', '"new-checkout: true"'));
    const edited = await rollback(approved, 'restore');
    expect([edited.status, edited.json()]).toMatchObject([2, { error: { code: 'plan-mismatch' } }]);
    writeFileSync(file, text);
    expect(await production()).toEqual(before);
    expect((await rollback(approved, 'restore')).status).toBe(0);
  });

  test('a payload holds other values than the manifest: nothing is written', async () => {
    ok(await world.run(['snapshot']));
    world.flags.items.set('new-checkout', { value: true, description: null, createdAt: 1, updatedAt: 1 });
    // Whoever may write to the store needs no secret to seal: the recipient stands in the manifest.
    const [id = ''] = readdirSync(join(world.root, '.rewind/store/snapshots/production'));
    const folder = join(world.root, '.rewind/store/snapshots/production', id);
    const payload = join(folder, 'flags/items.json.age');
    const items = JSON.parse((await unsealed(payload)).toString()) as { key: string; value: unknown }[];
    const forged = items.map((item) => (item.key === 'banner' ? { ...item, value: 'Buy at evil.example' } : item));
    const sealed = await resealed(Buffer.from(JSON.stringify(forged)));
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const [ref] = manifest.resources.find((resource) => resource.id === 'flags')?.payloads ?? [];
    Object.assign(ref ?? {}, {
      sha256: sha256(sealed),
      bytes: JSON.stringify(forged).length,
      sealedBytes: sealed.length,
    });
    writeFileSync(payload, sealed);
    // The store writes the sums, too: the forged snapshot is complete.
    await commitSnapshot(createDirectoryStore(join(world.root, '.rewind/store'), testContext()), manifest);
    const approved = await plan('none');
    const writes = world.vercel.writes;
    const result = await rollback(approved, 'none');
    expect([result.status, result.json()]).toMatchObject([
      1,
      { error: { code: 'snapshot-corrupt', resource: 'flags' } },
    ]);
    expect(world.vercel.writes).toEqual(writes);
    expect((await world.facts()).flags).toMatchObject({ banner: 'Tour dates are out', 'new-checkout': true });
  });
});

test('law 6: nothing destructive without its undo: one command undoes a rollback, data included', async () => {
  ok(await world.run(['snapshot']));
  const bad = await world.badRelease();
  const broken = await world.facts();
  const result = ok(await rollback(await plan('restore'), 'restore')).json<{ undo: string; kept: unknown[] }>();
  // The previous database is kept under another name, with all that was written to it.
  const kept = (await databases()) as { datname: string }[];
  expect(kept.map(({ datname }) => datname)).toContainEqual(expect.stringContaining('_before_'));
  const [name] = kept.map(({ datname }) => datname).filter((datname) => datname.includes('_before_'));
  expect(await postgres.query(name ?? '', 'SELECT count(*)::int AS count FROM payments')).toEqual([
    { count: broken.rows.payments },
  ]);
  expect(result.kept).toEqual([
    { resource: 'db', what: `database "${name}"`, since: expect.stringMatching(/^2/), drop: `DROP DATABASE "${name}"` },
  ]);
  const back = ok(await world.run([...result.undo.split(' ').slice(1), '--json'])).json<Plan>();
  expect(back.changes.map(({ resource, id }) => `${resource}/${id}`)).toEqual([
    'web/switch',
    'db/return',
    'flags/items',
  ]);
  ok(await rollback(back, 'restore'));
  expect(world.project.production).toBe(bad.id);
  expect(world.project.autoAssignCustomDomains).toBe(true);
  expect(await world.facts()).toEqual(broken);
});

test('law 7: a secret value never leaves in clear', async () => {
  const canary = 'canary-Zx81/+secret value';
  world.flags.items.set('signing-key', { value: canary, description: null, createdAt: 1, updatedAt: 1 });
  const outputs: string[] = [];
  const keep = (result: ProgramResult): ProgramResult => {
    outputs.push(result.stdout, result.stderr);
    return result;
  };
  keep(await world.run(['check']));
  ok(keep(await world.run(['snapshot'])));
  world.flags.items.set('signing-key', { value: `${canary}-2`, description: null, createdAt: 1, updatedAt: 1 });
  await world.badRelease();
  for (const args of [['show'], ['list'], ['plan', '--database', 'restore']]) keep(await world.run(args));
  const approved = JSON.parse(readFileSync(join(world.root, '.rewind/plan.json'), 'utf8')) as Plan;
  // One run that fails half-way, one that succeeds.
  world.vercel.inject({
    on: /PATCH .*items/,
    times: 20,
    with: {
      kind: 'answer',
      answer: {
        status: 400,
        body: { error: { code: 'bad_request', message: `token ${world.env.VERCEL_TOKEN ?? ''} ${canary}` } },
      },
    },
  });
  expect(keep(await rollback(approved, 'restore')).status).toBe(1);
  world.vercel.clearFaults();
  expect(keep(await rollback(approved, 'restore')).status).toBe(0);
  keep(await world.run(['verify', '--database', 'restore', '--json']));
  const written = spawnSync('find', [join(world.root, '.rewind'), '-type', 'f'], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  expect(written.length).toBeGreaterThan(10);
  const text = [...outputs, ...written.map((file) => readFileSync(file, 'latin1'))].join('\n');
  const secrets = [canary, world.env.VERCEL_TOKEN ?? '', world.env.REWIND_IDENTITY ?? '', postgres.password];
  const found = secrets.flatMap((secret) =>
    [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')]
      .map((form) => text.indexOf(form))
      .filter((at) => at >= 0)
      // The place tells what leaked; the text around it, in a test of made-up secrets, may be shown.
      .map((at) => text.slice(Math.max(0, at - 150), at + 60)),
  );
  expect(found).toEqual([]);
});

test('law 8: a cancelled rollback says so at once, starts nothing more, and its last words are true', async () => {
  ok(await world.run(['snapshot']));
  await world.badRelease();
  const approved = await plan('none');
  let told = 0;
  const cancelled = await world.run(['rollback', '--json', '--digest', approved.digest], {
    onLog: (text, child) => {
      // The first change has begun.
      if (text.includes('(rollback): ') && told++ === 0) child.kill('SIGINT');
    },
  });
  expect(cancelled.status).toBe(1);
  expect(cancelled.stderr).toContain('SIGINT: cancelled. No new step starts');
  expect(cancelled.stderr).toContain('Cancelled; this step still runs, and ends safely: production of shop');
  expect(cancelled.json()).toMatchObject({
    ok: false,
    title: expect.stringContaining('Rollback cancelled: 0 of 2 changes done'),
    failed: [{ change: 'web/switch' }, { change: 'flags/items', status: 'not-begun' }],
    claim: { verdict: 'not-compared', equal: [] },
    remaining: null,
  });
  const report = readFileSync(join(world.root, '.rewind/report.md'), 'utf8');
  expect(report).toContain('production was not read again, because the run was cancelled');
  expect(report).toContain('it goes on where this run stopped');
  expect(report).not.toMatch(/Nothing was changed|still different/);
  expect((await world.facts()).flags).toMatchObject({ 'new-checkout': true });
  ok(await rollback(approved, 'none'));
});

test("law 8: one provider's failure never hides another's result", async () => {
  ok(await world.run(['snapshot']));
  await world.badRelease();
  const approved = await plan('restore');
  world.vercel.inject({
    on: /PATCH .*items/,
    times: 50,
    with: { kind: 'answer', answer: { status: 403, body: { error: { code: 'forbidden', message: 'no' } } } },
  });
  const failed = await rollback(approved, 'restore');
  expect(failed.status).toBe(1);
  expect(failed.json()).toMatchObject({
    ok: false,
    applied: ['web/switch', 'db/restore'],
    failed: [{ change: 'flags/items', status: 'failed', code: 'api-forbidden' }],
    remaining: 1,
  });
  const report = readFileSync(join(world.root, '.rewind/report.md'), 'utf8');
  expect(report).toContain('write access to the store');
  expect(report).toMatch(/run the same rollback again/i);
  world.vercel.clearFaults();
  expect(ok(await rollback(approved, 'restore')).json()).toMatchObject({
    ok: true,
    applied: ['flags/items'],
    remaining: 0,
  });
});

test('law 9: a snapshot that cannot be restored is not a snapshot', async () => {
  // A client that says that all is well, and gives half a dump.
  const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
  for (const name of ['pg_restore', 'psql']) {
    writeFileSync(join(folder, name), `#!/bin/sh\nexec ${postgres.binDir}/${name} "$@"\n`);
  }
  writeFileSync(
    join(folder, 'pg_dump'),
    `#!/bin/sh\n[ "$1" = --version ] && exec ${postgres.binDir}/pg_dump --version\n${postgres.binDir}/pg_dump "$@" | head -c 700\n`,
  );
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o755);
  const file = join(world.root, '.github/rewind.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('integrity: rows', `integrity: rows, client-bin: ${folder}`));
  const result = await world.run(['snapshot', '--json']);
  expect([result.status, result.json()]).toMatchObject([1, { error: { code: 'dump-unreadable', resource: 'db' } }]);
  expect(ok(await world.run(['list', '--json'])).json()).toMatchObject({ snapshots: [] });
  const left = existsSync(join(world.root, '.rewind/store'))
    ? spawnSync('find', [join(world.root, '.rewind/store'), '-type', 'f'], { encoding: 'utf8' }).stdout
    : '';
  expect(left).toBe('');
});

describe('law 10: a claim is never larger than its proof', () => {
  /** What verify says and its status. */
  const verify = async (...more: string[]): Promise<[number | null, Record<string, unknown>]> => {
    const result = await world.run(['verify', '--json', ...more]);
    return [result.status, result.json<{ claim: Record<string, unknown> }>().claim];
  };

  test('a database that is left as it is by choice is never called equal', async () => {
    ok(await world.run(['snapshot']));
    expect(await verify()).toMatchObject([0, { verdict: 'equal', compared: ['web', 'db', 'schema', 'flags'] }]);
    await world.badRelease();
    const result = ok(await rollback(await plan('none'), 'none'));
    const left = { resource: 'db', reason: 'database-mode', detail: expect.stringContaining('schema differs: table') };
    expect(result.json()).toMatchObject({
      ok: true,
      title: expect.stringMatching(/^Rolled back: 2 of 4 resources .* db left as it is by choice \(--database none\)/),
      claim: { verdict: 'differs', equal: ['web', 'flags'], differs: [left, { resource: 'schema' }], notCompared: [] },
    });
    for (const file of ['report.md', 'report.html']) {
      const report = readFileSync(join(world.root, '.rewind', file), 'utf8');
      expect(report).toContain('2 of 4 resources');
      expect(report).not.toMatch(/equals snapshot|nothing differs/);
    }
    expect(await verify()).toMatchObject([3, { verdict: 'differs', differs: [left, { resource: 'schema' }] }]);
    expect(await verify('--scope', 'web,flags')).toMatchObject([
      0,
      {
        verdict: 'partly-compared',
        equal: ['web', 'flags'],
        notCompared: [{ resource: 'db' }, { resource: 'schema' }],
      },
    ]);
    const again = ok(await world.run(['plan'])).stdout;
    expect(again).toContain('production differs from the snapshot: 2 left as they are by choice (--database none)');
  });

  test('down migrations bring the schema back, not the data, and the claim says so', async () => {
    ok(await world.run(['snapshot']));
    await world.badRelease();
    const { title, claim } = ok(await rollback(await plan('down'), 'down')).json();
    expect(title).toMatch(/^Rolled back: 3 of 4 resources .* db left as it is by choice \(--database down\)/);
    expect(claim).toMatchObject({ verdict: 'differs', differs: [{ resource: 'db', reason: 'database-mode' }] });
  });

  test('"Now" in the report of a failed change is what is, not what was wanted', async () => {
    ok(await world.run(['snapshot']));
    await world.badRelease();
    const approved = await plan('none');
    world.vercel.inject({
      on: /PATCH .*items/,
      times: 9,
      with: { kind: 'answer', answer: { status: 403, body: { error: { code: 'forbidden', message: 'no' } } } },
    });
    expect((await rollback(approved, 'none')).status).toBe(1);
    const row = readFileSync(join(world.root, '.rewind/report.md'), 'utf8')
      .split('\n')
      .find((line) => line.startsWith('| ❌'));
    expect(row?.split(' | ').slice(2, 4)).toEqual(['new-checkout: true', 'new-checkout: true']);
  });
});
