import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';
import { runProgram, type ProgramResult } from '../support/program.js';

/** Real Prisma 7 migrates; Rewind takes down what it applied; Prisma agrees with the result. */
const HERE = fileURLToPath(new URL('.', import.meta.url));
const APP = fileURLToPath(new URL('../sandbox/demo/app', import.meta.url));
const NEWEST = '20261123020000_simplify_fans';

let server: TestPostgres;
let root: string;
let url: string;
let database: string;
let round = 0;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  database = `shop${(round += 1)}`;
  url = await server.createDatabase(database);
  root = mkdtempSync(join(tmpdir(), 'rewind-prisma-'));
  cpSync(APP, root, { recursive: true });
  symlinkSync(join(HERE, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(
    join(root, 'prisma.config.ts'),
    `export default {
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL, shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL },
};\n`,
  );
  mkdirSync(join(root, '.github'));
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(await generateIdentity())}] }
resources:
  - { id: schema, provider: prisma, url: "\${DATABASE_URL}" }
`,
  );
});
// The link to the packages is removed, not what it points to.
afterEach(() => rmSync(root, { recursive: true }));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const env = (): Record<string, string> => ({
  DATABASE_URL: url,
  SHADOW_DATABASE_URL: server.url('postgres'),
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: join(HERE, 'prisma-engine/schema-engine.mjs'),
});

function prisma(...args: string[]): { status: number | null; said: string } {
  const result = spawnSync(join(root, 'node_modules/.bin/prisma'), args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env.PATH, HOME: root, ...env() },
  });
  return { status: result.status, said: `${result.stdout}${result.stderr}` };
}

const rewind = (...args: string[]): Promise<ProgramResult> => runProgram(args, { cwd: root, env: env() });
const schemaText = (name = database): string => {
  const dump = spawnSync(
    join(server.binDir, 'pg_dump'),
    ['--schema-only', '-h', server.host, '-p', String(server.port), '-U', server.user, name],
    { env: { PGPASSWORD: server.password }, encoding: 'utf8' },
  );
  if (dump.status !== 0) throw new Error(dump.stderr);
  return dump.stdout.replace(/^\\(un)?restrict .*$/gm, '');
};
const history = (name = database): Promise<Record<string, unknown>[]> =>
  server.query(
    name,
    `SELECT migration_name, checksum, logs, applied_steps_count, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled
       FROM _prisma_migrations ORDER BY started_at, migration_name`,
  );

test('Prisma applies, Rewind takes one down, Prisma calls it pending and applies it again', async () => {
  expect(prisma('migrate', 'deploy').status).toBe(0);
  expect(prisma('migrate', 'status')).toMatchObject({ status: 0, said: expect.stringContaining('up to date') });
  const applied = schemaText();
  const down = await rewind('migrate', 'down', '1');
  expect([down.status, down.stderr]).toMatchObject([0, expect.anything()]);
  const status = prisma('migrate', 'status');
  expect(status.status).toBe(1);
  expect(status.said).toContain('have not yet been applied');
  expect(status.said).toContain(NEWEST);
  const again = prisma('migrate', 'deploy');
  expect([again.status, again.said]).toEqual([0, expect.stringContaining(NEWEST)]);
  expect(schemaText()).toBe(applied);
  expect(prisma('migrate', 'status').status).toBe(0);
  // The history keeps what happened.
  expect((await history()).map((row) => [row.migration_name, row.rolled])).toEqual([
    ['20260901090000_init', false],
    ['20260915100000_loyalty_points', false],
    [NEWEST, true],
    [NEWEST, false],
  ]);
}, 120_000);

test('back to a name, by confirmation where data is lost, and forward again', async () => {
  expect(prisma('migrate', 'deploy').status).toBe(0);
  const dry = await rewind('migrate', 'down', '--to', '20260901090000_init', '--dry-run', '--json');
  expect(dry.json()).toMatchObject({ ok: true, dryRun: true, down: [NEWEST, '20260915100000_loyalty_points'] });
  const refused = await rewind('migrate', 'down', '--to', '20260901090000_init', '--json');
  expect([refused.status, refused.json()]).toMatchObject([2, { error: { code: 'data-loss-unconfirmed' } }]);
  expect(prisma('migrate', 'status').status).toBe(0);
  const done = await rewind('migrate', 'down', '--to', '20260901090000_init', '--confirm-data-loss', database);
  expect(done.status).toBe(0);
  expect(prisma('migrate', 'status').said).toContain('20260915100000_loyalty_points');
  expect(prisma('migrate', 'deploy').status).toBe(0);
}, 120_000);

describe('rewind migrate generate', () => {
  test('the way back from a new enum value has no BEGIN and COMMIT of its own, and runs', async () => {
    const name = '20261124000000_refunds';
    const schemaFile = join(root, 'prisma/schema.prisma');
    const found = /enum PaymentStatus \{\n/.exec(readFileSync(schemaFile, 'utf8'));
    expect(found).not.toBeNull();
    mkdirSync(join(root, 'prisma/migrations', name));
    writeFileSync(
      join(root, 'prisma/migrations', name, 'migration.sql'),
      `ALTER TYPE "PaymentStatus" ADD VALUE 'DISPUTED';`,
    );
    const made = await rewind('migrate', 'generate', '--json');
    expect([made.status, made.stderr]).toMatchObject([0, expect.anything()]);
    const script = readFileSync(join(root, 'prisma/migrations', name, 'down.sql'), 'utf8');
    expect(script).toContain('CREATE TYPE');
    expect(script).not.toMatch(/^(BEGIN|COMMIT)/m);
    expect(prisma('migrate', 'deploy').status).toBe(0);
    const values = `SELECT string_agg(enumlabel, ' ' ORDER BY enumsortorder) AS labels FROM pg_enum WHERE enumtypid = '"PaymentStatus"'::regtype`;
    const [before] = await server.query(database, values);
    expect(before?.labels).toContain('DISPUTED');
    // The type of the column changes, so a value could be lost.
    expect((await rewind('migrate', 'down', '1')).status).toBe(2);
    expect((await rewind('migrate', 'down', '1', '--confirm-data-loss', database)).status).toBe(0);
    const [after] = await server.query(database, values);
    expect(`${String(after?.labels)} DISPUTED`).toBe(before?.labels);
    expect(prisma('migrate', 'deploy').status).toBe(0);
    expect(await server.query(database, values)).toEqual([before]);
  }, 180_000);

  test('of what a migration added, nothing stays: the schema is byte for byte what it was', async () => {
    expect(prisma('migrate', 'deploy').status).toBe(0);
    const before = schemaText();
    const name = '20261124000000_badges';
    mkdirSync(join(root, 'prisma/migrations', name));
    writeFileSync(
      join(root, 'prisma/migrations', name, 'migration.sql'),
      `CREATE TYPE "Badge" AS ENUM ('GOLD', 'SILVER');
CREATE TABLE "badges" ("id" SERIAL PRIMARY KEY, "fan_id" INTEGER NOT NULL, "badge" "Badge" NOT NULL DEFAULT 'GOLD');
ALTER TABLE "fans" ADD COLUMN "motto" TEXT;
CREATE UNIQUE INDEX "badges_fan_id_badge_key" ON "badges" ("fan_id", "badge");
CREATE INDEX "fans_motto_idx" ON "fans" ("motto");
ALTER TABLE "badges" ADD CONSTRAINT "badges_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "fans" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
`,
    );
    expect((await rewind('migrate', 'generate')).status).toBe(0);
    expect(prisma('migrate', 'deploy').status).toBe(0);
    const deployed = schemaText();
    expect(deployed).not.toBe(before);
    const down = await rewind('migrate', 'down', '1', '--confirm-data-loss', database);
    expect([down.status, down.stderr]).toMatchObject([0, expect.anything()]);
    expect(schemaText()).toBe(before);
    expect(prisma('migrate', 'deploy').status).toBe(0);
    expect(schemaText()).toBe(deployed);
  }, 180_000);

  test('a migration of data has no way back that Prisma knows: nothing is written', async () => {
    const name = '20261124000000_backfill';
    mkdirSync(join(root, 'prisma/migrations', name));
    writeFileSync(
      join(root, 'prisma/migrations', name, 'migration.sql'),
      `UPDATE "fans" SET "email" = lower("email");`,
    );
    const refused = await rewind('migrate', 'generate', '--json');
    expect([refused.status, refused.json()]).toMatchObject([1, { error: { code: 'migration-down-empty' } }]);
    expect(existsSync(join(root, 'prisma/migrations', name, 'down.sql'))).toBe(false);
  }, 60_000);

  test('writes a down.sql by prisma migrate diff, which really reverts', async () => {
    const file = join(root, 'prisma/migrations', NEWEST, 'down.sql');
    const kept = await rewind('migrate', 'generate', '--json');
    expect([kept.status, kept.json()]).toMatchObject([2, { error: { code: 'input-invalid' } }]);
    rmSync(file);
    const dry = await rewind('migrate', 'generate', '--dry-run');
    expect([dry.status, existsSync(file)]).toEqual([0, false]);
    const made = await rewind('migrate', 'generate', '--json');
    expect([made.status, made.stderr]).toMatchObject([0, expect.anything()]);
    expect(readFileSync(file, 'utf8')).toContain('ADD COLUMN');
    // Up to the one before, then up and down again: the schema is the same.
    const newest = join(root, 'prisma/migrations', NEWEST);
    cpSync(newest, join(root, 'aside'), { recursive: true });
    rmSync(newest, { recursive: true });
    expect(prisma('migrate', 'deploy').status).toBe(0);
    const before = await server.query(
      database,
      `SELECT attname FROM pg_attribute WHERE attrelid = 'fans'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1`,
    );
    cpSync(join(root, 'aside'), newest, { recursive: true });
    expect(prisma('migrate', 'deploy').status).toBe(0);
    expect((await rewind('migrate', 'down', '1')).status).toBe(0);
    expect(
      await server.query(
        database,
        `SELECT attname FROM pg_attribute WHERE attrelid = 'fans'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1`,
      ),
    ).toEqual(before);
    expect(
      prisma('migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code')
        .status,
    ).toBe(0);
  }, 180_000);
});

test('the stand-in for places without Prisma records what Prisma records', async () => {
  const other = `${database}_standin`;
  const standIn = await server.createDatabase(other);
  expect(prisma('migrate', 'deploy').status).toBe(0);
  await deployMigrations(standIn, join(root, 'prisma/migrations'));
  expect(await history(other)).toEqual(await history());
  expect(schemaText(other)).toBe(schemaText());
}, 120_000);

test('of a migration that fails, too; Prisma then refuses (P3009), and so does the stand-in; Rewind says it first', async () => {
  const broken = '20261124000000_broken';
  mkdirSync(join(root, 'prisma/migrations', broken));
  writeFileSync(join(root, 'prisma/migrations', broken, 'migration.sql'), 'CREATE TABLE half (id int); SELECT 1 / 0;');
  const other = `${database}_standin`;
  const standIn = await server.createDatabase(other);
  expect(prisma('migrate', 'deploy')).toMatchObject({ status: 1, said: expect.stringContaining('division by zero') });
  await expect(deployMigrations(standIn, join(root, 'prisma/migrations'))).rejects.toThrow('P3018');
  const without = (rows: Record<string, unknown>[]) =>
    rows.map(({ logs, ...row }) => ({ ...row, logs: logs !== null }));
  const rows = without(await history());
  expect(rows.at(-1)).toMatchObject({ migration_name: broken, finished: false, rolled: false, logs: true });
  expect(without(await history(other))).toEqual(rows);
  expect(schemaText(other)).toBe(schemaText());

  expect(prisma('migrate', 'deploy')).toMatchObject({ status: 1, said: expect.stringContaining('P3009') });
  await expect(deployMigrations(standIn, join(root, 'prisma/migrations'))).rejects.toThrow('P3009');
  expect((await rewind('check')).stdout).toContain('P3009');
  // What Rewind tells the operator to do is what unblocks Prisma.
  rmSync(join(root, 'prisma/migrations', broken, 'migration.sql'));
  writeFileSync(join(root, 'prisma/migrations', broken, 'migration.sql'), 'CREATE TABLE half (id int);');
  expect(prisma('migrate', 'resolve', '--rolled-back', broken).status).toBe(0);
  expect(prisma('migrate', 'deploy').status).toBe(0);
}, 120_000);
