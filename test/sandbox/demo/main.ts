import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DATABASE_MODES, type DatabaseMode } from '../../../src/engine/change.js';
import { closing } from './closing.js';
import { paymentsIncident, writePhases } from './incident.js';
import { phaseLines } from './phases.js';
import { World, type Facts } from './world.js';

/**
 * The main job, on this machine alone: a bad release is rolled back for real. The compiled program does it, as it would in
 * production; only the addresses differ (a real PostgreSQL of our own, a loopback double of Vercel).
 *
 *   npm run demo                       the database is restored from the snapshot
 *   npm run demo -- --database down    the migration is taken down instead: the column comes back, its content does not
 *   npm run demo -- --database none    the database is left as it is
 *   npm run demo -- --incident payments   an incident from the deploy to its end: detected, decided, rolled back, recovered
 *
 * The files of the last run stay in out/demo: the plan that the approver saw, the report, and the result.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const OUT = join(ROOT, 'out/demo');

const PROGRAM = [process.execPath, join(ROOT, 'dist/index.js')];

const { values } = parseArgs({
  options: { database: { type: 'string', default: 'restore' }, incident: { type: 'string' } },
});
const mode = modeOf(values.database);

const say = (text: string): void => console.log(text);
const chapter = (title: string): void => say(`\n━━ ${title}`);
const quote = (text: string): void => say(text.trimEnd().replace(/^/gm, '   │ '));

function modeOf(given: string): DatabaseMode {
  const mode = DATABASE_MODES.find((known) => known === given);
  if (mode === undefined) throw new Error(`--database must be one of ${DATABASE_MODES.join(', ')}`);
  return mode;
}

async function main(): Promise<void> {
  const started = Date.now();
  // Without a handler, Node ends at once and leaves PostgreSQL and the program running.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  await (values.incident === undefined ? rollback(started) : incident(started, values.incident));
}

async function incident(started: number, name: string): Promise<void> {
  if (name !== 'payments') throw new Error('--incident must be payments');
  chapter('A shop under watch: Vercel, PostgreSQL, Stripe, a flag, and customers who buy');
  say('   The time of each program runs ten times as fast, so a watch of 2 minutes takes 12 seconds.');
  const result = await paymentsIncident(PROGRAM, { say, chapter, quote }, OUT);
  writePhases(OUT, result);
  chapter(result.ok ? 'The incident is over. Since the deploy, by its record (minutes:seconds):' : 'Not as expected');
  for (const line of phaseLines(result.phases)) say(`   ${line}`);
  for (const line of result.wrong) say(`   ✗ ${line}`);
  say(`   ${join('out/demo', 'report.html')} is the report of the rollback.`);
  say(`   The demo took ${Math.round((Date.now() - started) / 1000)} s.`);
  if (!result.ok) process.exitCode = 1;
}

async function rollback(started: number): Promise<void> {
  chapter('A shop: Vercel, PostgreSQL with Prisma, Stripe, S3, CloudFront, and flags in four places');
  const world = await World.start({ command: PROGRAM, services: true });
  try {
    const result = await story(world);
    writeFileSync(
      join(OUT, 'result.json'),
      `${JSON.stringify({ ...result, durationMs: Date.now() - started }, null, 2)}\n`,
    );
    chapter(result.title);
    for (const line of result.differences) say(`   ${result.ok ? '·' : '✗'} ${line}`);
    say(`   ${join('out/demo', 'result.json')}, plan.txt, report.md and report.html hold the proof.`);
    if (!result.ok) process.exitCode = 1;
  } finally {
    await world.stop();
  }
}

async function story(world: World) {
  const before = await world.facts();
  describe(before);

  chapter('On each pull request and before each deploy: is it ready to be rolled back?');
  await run(world, ['check']);

  chapter('Before the deploy: a snapshot');
  await run(world, ['snapshot']);

  chapter(
    'A bad release goes out: new code, a migration that drops a column with data, and something wrong everywhere else',
  );
  await world.badRelease();
  const broken = await world.facts();
  describe(broken);
  if (broken.loyaltyPoints !== null)
    throw new Error('the bad release did not drop the column: the demo proves nothing');

  chapter('3 a.m.: what would a rollback change?');
  const planned = await run(world, ['plan', '--database', mode]);
  writeFileSync(join(OUT, 'plan.txt'), planned);
  const plan = JSON.parse(readFileSync(join(world.root, '.rewind/plan.json'), 'utf8')) as { digest: string };

  chapter('A second person has read the plan and approves it');
  const confirm = mode === 'restore' ? ['--confirm-data-loss', world.database] : [];
  await run(world, [
    'rollback',
    '--plan',
    '.rewind/plan.json',
    '--digest',
    plan.digest,
    ...confirm,
    '--reason',
    'Checkout is broken',
  ]);

  chapter('Proof');
  const verified = await world.run(['verify', '--database', mode]);
  quote(verified.stdout);
  const left = (await world.run(['plan', '--database', mode, '--json'])).json<{ changes: unknown[] }>();
  const after = await world.facts();
  describe(after);
  const { ok, title, lines } = closing(mode, before, after);
  copyReports(world);
  // A database that is left as it is differs, and verify says so.
  const expected = lines.length === 0 ? 0 : 3;
  return {
    ok: ok && left.changes.length === 0 && verified.status === expected,
    title: left.changes.length === 0 && verified.status === expected ? title : 'The rollback could not be verified',
    database: mode,
    remaining: left.changes.length,
    rows: after.rows,
    loyaltyPoints: { before: before.loyaltyPoints, broken: broken.loyaltyPoints, after: after.loyaltyPoints },
    differences: lines,
  };
}

/** Runs a command and shows its progress and its answer; anything but success ends the demo. @returns the answer */
async function run(world: World, args: readonly string[]): Promise<string> {
  say(`   $ rewind ${args.join(' ')}`);
  const { status, stdout } = await world.run(args, { onLog: quote });
  quote(stdout);
  if (status === 0) return stdout;
  throw new Error(`"rewind ${args.join(' ')}" ended with status ${status}`);
}

function describe(facts: Facts): void {
  const rows = Object.entries(facts.rows).map(([table, count]) => `${count.toLocaleString('en-US')} ${table}`);
  say(`   live: ${facts.deployment ?? 'nothing'}; ${rows.join(', ')}`);
  say(`   loyalty points: ${facts.loyaltyPoints === null ? 'GONE' : `content hash ${facts.loyaltyPoints}`}`);
  say(`   flags: ${JSON.stringify(facts.flags)}`);
}

/** The report stays when the world is gone. */
function copyReports(world: World): void {
  const folder = join(world.root, '.rewind');
  for (const name of readdirSync(folder)) {
    if (/^report.*\.(md|html)$/.test(name)) copyFileSync(join(folder, name), join(OUT, name));
  }
  if (!existsSync(join(OUT, 'report.md'))) throw new Error('the rollback left no report');
}

await main();
