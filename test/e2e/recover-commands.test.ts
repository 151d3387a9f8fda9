import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CrashPoint } from '../sandbox/json-server.js';
import { WebhookReceiver } from '../sandbox/stripe/receiver.js';
import { StripeSandbox } from '../sandbox/stripe/server.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { FROM_SOURCES, runProgram, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/**
 * Law 11: from a rollback to the closed incident by nothing but the lines that the program prints, as they are printed. The
 * configuration and the report do not lie at their default places. The tests go on where the one before ended.
 */
const SECRET = 'whsec_0123456789abcdef0123456789abcdef';
let postgres: TestPostgres;
let vercel: VercelSandbox;
let stripe: StripeSandbox;
let app: WebhookReceiver;
let project: Project;
let flags: ConfigStore;
let repository: Repository;
let bin: string;

beforeAll(async () => {
  [postgres, vercel, stripe, app] = await Promise.all([
    startPostgres(),
    new VercelSandbox().start(),
    new StripeSandbox(new CrashPoint()).start(),
    WebhookReceiver.start(() => SECRET),
  ]);
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  vercel.addEnv(project, 'STRIPE_WEBHOOK_SECRET', SECRET);
  flags = vercel.addStore('flags', { checkout: 'old' });
  stripe.add({ url: app.url, events: ['charge.succeeded'] });
  repository = await makeRepository({
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
      '{ id: db, provider: postgres, url: "${DATABASE_URL}" }',
      `id: pay
provider: stripe-webhooks
signing-secrets:
  ${app.url}: { vercel-env: STRIPE_WEBHOOK_SECRET, project: ${project.id}, team: ${TEAM}, secret: "\${STRIPE_WEBHOOK_SECRET}" }`,
    ],
    env: {
      ...vercel.env,
      DATABASE_URL: await postgres.createDatabase('shop'),
      STRIPE_WEBHOOK_SECRET: SECRET,
      STRIPE_API_KEY: 'sk_test_sandbox',
      STRIPE_API_URL: stripe.url,
    },
  });
  const { root, configFile } = repository;
  mkdirSync(join(root, 'ops'));
  renameSync(configFile, join(root, 'ops/rewind.yml'));
  // `rewind` on the PATH, as the printed commands need it.
  bin = join(root, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'rewind'), `#!/bin/sh\nexec ${FROM_SOURCES.map((word) => `'${word}'`).join(' ')} "$@"\n`);
  chmodSync(join(bin, 'rewind'), 0o755);
  await postgres.query('shop', 'CREATE TABLE payments (event text PRIMARY KEY)');
  vercel.release(project);
}, 60_000);
afterAll(async () => {
  repository.remove();
  await Promise.all([postgres.stop(), vercel.stop(), stripe.stop(), app.close()]);
});

/** Runs a line in a shell, as it was printed. */
async function typed(line: string): Promise<ProgramResult> {
  const result = await runProgram([], {
    cwd: repository.root,
    command: ['/bin/sh', '-c', line],
    env: { ...repository.env, PATH: `${bin}:${process.env.PATH ?? ''}` },
  });
  if (result.status !== 0) throw new Error(`${line}: ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}
const STATUS = 'rewind recover --status --config ops/rewind.yml';

/** The commands of a text that stand on lines of their own, e.g. below "To apply it:". */
const offered = ({ stdout }: ProgramResult): string[] =>
  [...stdout.matchAll(/^ {2}(rewind .+)$/gm)].map(([, line = '']) => line);
/** Runs the line, and what it offers to apply what it planned. */
async function carryOut(line: string, more = ''): Promise<void> {
  for (const next of offered(await typed(line))) await typed(`${next}${more}`);
}
/** Each obligation of a status, with the commands that its last line prints. Prose stands between them. */
function discharges({ stdout }: ProgramResult): { id: string; commands: string[] }[] {
  return [...stdout.matchAll(/; id (\S+)\n.*\n {6}to discharge: (.+)$/gm)].map(([, id = '', how = '']) => ({
    id: id.replace(/^(kept-database|quarantined-commit):.*/, '$1'),
    commands: [...how.matchAll(/rewind .+?(?= plans to|\. By hand: |\. Then: |, rewind |$)/g)].map(([each]) => each),
  }));
}
const happen = (): string => stripe.happen('charge.succeeded', Math.floor(Date.now() / 1000), {}).id;
/** Stripe tells times in whole seconds. */
const nextSecond = (): Promise<void> => sleep(1000 - (Date.now() % 1000) + 5);

/** The days for which a restore keeps the database are over. */
async function ageKeptDatabase(): Promise<void> {
  const [row] = await postgres.query(
    'postgres',
    `SELECT datname, shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE starts_with(datname, 'shop_before')`,
  );
  const old = new Date(Date.now() - 8 * 86_400_000).toISOString();
  const comment = String(row?.comment)
    .replace(/at 20\S+Z/, `at ${old}`)
    .replaceAll("'", "''");
  await postgres.query('postgres', `COMMENT ON DATABASE "${String(row?.datname)}" IS '${comment}'`);
}

test('a rollback is carried out by the lines that it prints, and its status prints a command for each obligation', async () => {
  await typed('rewind snapshot --config ops/rewind.yml');
  await nextSecond();
  vercel.release(project);
  flags.items.set('checkout', { value: 'new', description: null, createdAt: 1, updatedAt: vercel.now() });
  await postgres.query('shop', `INSERT INTO payments VALUES ('lost')`);
  happen();
  await nextSecond();
  await carryOut('rewind plan --database restore --confirm-data-loss shop --config ops/rewind.yml', ' --out ops/out');
  expect(await postgres.query('shop', 'SELECT * FROM payments')).toEqual([]);
  const open = discharges(await typed(STATUS));
  expect(open.map(({ id }) => id).sort()).toEqual([
    ...['changes-undone:db', 'changes-undone:flags', 'events-to-replay:pay'],
    ...['kept-database', 'production-pinned:web', 'quarantined-commit'],
  ]);
  expect(open.filter(({ commands }) => commands.length === 0)).toEqual([]);
}, 120_000);

test('each printed command works as it stands, until the incident is closed', async () => {
  const ran = new Map<string, string[]>();
  const fix = vercel.release(project);

  let status = await typed(STATUS);
  for (let rounds = 0; discharges(status).length > 0; rounds += 1) {
    expect([rounds < 12, status.stdout]).toEqual([true, expect.any(String)]);
    const [{ id, commands } = { id: '', commands: [] }] = discharges(status);
    if (id === 'kept-database') await ageKeptDatabase();
    // The first one is the way of Rewind; the undo, and what a person does by hand, come after it.
    const line = commands.find((one) => !one.startsWith('rewind undo')) ?? '';
    ran.set(id, [...(ran.get(id) ?? []), line.replace(/^rewind (\S+ \S+).*/, '$1')]);
    await carryOut(line);
    status = await typed(STATUS);
  }
  expect(Object.fromEntries(ran)).toEqual({
    'production-pinned:web': ['recover --deployment'],
    'changes-undone:db': ['incident discharge'],
    'changes-undone:flags': ['recover --scope'],
    'events-to-replay:pay': ['replay --scope', 'recover --config'],
    'kept-database': ['recover --drop-database'],
    'quarantined-commit': ['incident discharge'],
  });
  expect([project.production, project.autoAssignCustomDomains]).toEqual([fix.id, true]);
  expect([flags.items.get('checkout')?.value, app.ids.length]).toEqual(['new', 1]);
  const close = /To close the incident: (.+)$/m.exec(status.stdout)?.[1] ?? status.stdout;
  await typed(close);
  expect((await typed(STATUS)).stdout).toContain('No incident of "production" is open');
}, 240_000);

test('a pin that no incident tells of is lifted by the command that the status prints', async () => {
  const pinned = vercel.deployments.get(project.production ?? '');
  const requestedAt = vercel.now();
  const [fromDeploymentId, toDeploymentId] = [pinned?.id ?? '', pinned?.id ?? ''];
  project.autoAssignCustomDomains = false;
  project.lastAliasRequest = {
    type: 'rollback',
    jobStatus: 'succeeded',
    requestedAt,
    fromDeploymentId,
    toDeploymentId,
  };
  const fix = vercel.release(project);
  const { stdout } = await typed(STATUS);
  const line = /no incident says so: .*To discharge: (rewind .+)$/m.exec(stdout)?.[1] ?? stdout;
  await carryOut(line);
  expect([project.production, project.autoAssignCustomDomains]).toEqual([fix.id, true]);
  expect((await typed(STATUS)).stdout).not.toContain('pinned');
}, 120_000);
