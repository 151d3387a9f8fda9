import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readDrills } from '../../src/engine/drill-history.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { World } from '../sandbox/demo/world.js';
import { testContext } from '../support/context.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { sourcesAfter, type ProgramResult } from '../support/program.js';
import { productionOf } from '../support/undo-world.js';

/**
 * A drill in Actions is killed (SIGKILL) at a write, and runs again. The second run leaves what one run without a kill leaves:
 * no database, role, file, server or process, one issue, and a history that can be read.
 */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
const { EVERY_WRITE } = process.env;

/** Where a drill makes its copy: on a server that it is given, or on one that it starts. */
type Place = 'given' | 'own';
/** The issue is made, or one is there and brought up to date. */
type Issue = 'new' | 'known';
interface Kill {
  readonly place: Place;
  readonly issue: Issue;
  readonly point: string;
  /** The point is reached so many times before, this time included. */
  readonly nth: number;
}

let world: World;
let scratch: TestPostgres;
let hub: GitHubSandbox;
/** Temporary files of the program. */
let tmp: string;
let clean: unknown;
let production: unknown;

beforeAll(async () => {
  [world, scratch, hub] = await Promise.all([
    World.start({ seed: false }),
    startPostgres(),
    new GitHubSandbox().start(),
  ]);
  hub.addRun({ id: 7, event: 'schedule' });
  await world.addFans(20);
  await world.postgres.query(world.database, 'CREATE ROLE "box office"; ALTER TABLE artists OWNER TO "box office"');
  tmp = join(world.root, 'tmp');
  mkdirSync(tmp);
  // Servers of PostgreSQL run as another user than root.
  chmodSync(tmp, 0o1777);
  chmodSync(world.root, 0o711);
  const config = join(world.root, '.github/rewind.yml');
  // No snapshot is as new as that: each drill misses the target, so each writes the issue.
  writeFileSync(config, `${readFileSync(config, 'utf8')}drill: { targets: { rpo-minutes: 0.0001 } }\n`);
  expect((await world.run(['snapshot'])).status).toBe(0);
  clean = await onScratch();
  production = await productionOf(world);
});
afterAll(() => Promise.all([world.stop(), scratch.stop(), hub.stop()]));

const onScratch = async (): Promise<unknown> => [
  await scratch.query('postgres', 'SELECT datname FROM pg_database ORDER BY 1'),
  await scratch.query('postgres', 'SELECT rolname FROM pg_roles ORDER BY 1'),
];

function drill(place: Place, more: Readonly<Record<string, string>> = {}): Promise<ProgramResult> {
  return world.run(['drill', '--json'], {
    command: sourcesAfter(WRITES),
    env: {
      TMPDIR: tmp,
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '7',
      GITHUB_API_URL: hub.url,
      GITHUB_TOKEN: hub.token,
      FUZZ_ROOT: world.root,
      FUZZ_PORT: String(scratch.port),
      ...(place === 'given' ? { REWIND_SCRATCH_DATABASE_URL: scratch.url('postgres') } : {}),
      ...more,
    },
  });
}

/** A drill that ends by itself. */
async function whole(place: Place, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { status, stdout, stderr } = await drill(place, more);
  if (status !== 1 || !stdout.includes('"target-missed"')) throw new Error(`${String(status)}\n${stdout}\n${stderr}`);
}

/** Each point of a drill at which it writes something. */
async function pointsOf(place: Place, issue: Issue): Promise<Kill[]> {
  if (issue === 'new') hub.issues.length = 0;
  const file = join(world.root, 'points');
  rmSync(file, { force: true });
  await whole(place, { FUZZ_LOG: file });
  const reached = new Map<string, number>();
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((point) => {
      const nth = (reached.get(point) ?? 0) + 1;
      reached.set(point, nth);
      return { place, issue, point, nth };
    });
}

/** Processes of the program and those that it started; none where there is no /proc. */
function processes(): string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const own = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`TMPDIR=${tmp}`);
      return own ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      return [];
    }
  });
}

/**
 * What is left beside the store, as soon as programs that saw the end of their parent have ended.
 * @param directories temporary ones that are expected to stay
 */
async function leftOver(directories = 0): Promise<{ scratch: unknown; files: string[]; processes: string[] }> {
  const left = async () => ({ scratch: await onScratch(), files: readdirSync(tmp), processes: processes() });
  // initdb ends after the step that it is in, which takes seconds on a busy machine.
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const now = await left();
    const { files, ...rest } = now;
    const asBefore = JSON.stringify(rest) === JSON.stringify({ scratch: clean, processes: [] });
    if (asBefore && files.length === directories) return now;
    await sleep(100);
  }
  return left();
}

const history = () => readDrills(createDirectoryStore(join(world.root, '.rewind/store'), testContext()), 'production');

/** @returns false if this drill did not come to the point */
async function killed({ place, issue, point, nth }: Kill): Promise<boolean> {
  rmSync(join(world.root, '.rewind/store/drills'), { recursive: true, force: true });
  for (const name of readdirSync(tmp)) rmSync(join(tmp, name), { recursive: true, force: true });
  if (issue === 'new') hub.issues.length = 0;
  const kill = { point, nth, children: false };
  const { signal } = await drill(place, { FUZZ_KILL: JSON.stringify(kill) });
  const kept = (await history()).drills.length;
  await whole(place);
  const { drills, problems } = await history();
  expect({
    point,
    left: await leftOver(),
    issues: hub.issues.map(({ state }) => state),
    drills: drills.length,
    problems,
  }).toEqual({
    point,
    left: { scratch: clean, files: [], processes: [] },
    issues: ['open'],
    drills: kept + 1,
    problems: [],
  });
  return signal === 'SIGKILL';
}

/** Statistics of the copy: one of these statements is like another. */
const ALIKE = /ANALYZE (pg_catalog|public)\.\w+/;
/** Each point, with the server that is given and, for what only the other one has, with it. */
async function allPoints(): Promise<Kill[]> {
  const all = [
    ...(await pointsOf('given', 'new')),
    ...(await pointsOf('given', 'known')),
    ...(await pointsOf('own', 'known')),
  ];
  const seen = new Set<string>();
  return all.filter(({ point, nth }) => {
    const alike = `${point.replace(ALIKE, 'ANALYZE')} ${nth}`;
    return !seen.has(alike) && seen.add(alike);
  });
}

if (EVERY_WRITE === undefined) {
  test.each<Kill>([
    { place: 'given', issue: 'new', point: 'program pg_amcheck: started', nth: 1 },
    // The shell that supervises the server of its own; the one before supervises initdb (next test).
    { place: 'own', issue: 'known', point: 'program sh: started', nth: 2 },
    { place: 'given', issue: 'new', point: 'http POST /repos/acme/shop/issues: answered', nth: 1 },
  ])('killed at $point', async (kill) => {
    expect(await killed(kill)).toBe(true);
  });

  test('killed while initdb runs: initdb ends too, and its files go without another run', async () => {
    const kill = { point: 'program sh: started', nth: 1, children: false };
    const { signal } = await drill('own', { FUZZ_KILL: JSON.stringify(kill) });
    expect(signal).toBe('SIGKILL');
    // What the program itself left: its own temporary directory, which the next run removes.
    expect(await leftOver(1)).toEqual({ scratch: clean, files: [expect.any(String)], processes: [] });
  });
} else {
  // EVERY_WRITE=2/5: every fifth point, from the second on.
  test('killed at every write', async () => {
    const [part = 1, parts = 1] = EVERY_WRITE.split('/').map(Number);
    const points = await allPoints();
    const own = points.filter((_, at) => at % parts === part - 1);
    const missed: string[] = [];
    const wrong: string[] = [];
    for (const kill of own) {
      try {
        if (!(await killed(kill))) missed.push(kill.point);
      } catch (error) {
        wrong.push(String(error));
      }
    }
    const said = `EVERY_WRITE: ${own.length} of ${points.length} points, ${wrong.length} wrong, not reached: ${missed.join(', ')}\n`;
    process.stdout.write(said);
    expect(wrong).toEqual([]);
  }, 3_600_000);
}

test('production was not written', async () => {
  expect(await productionOf(world)).toEqual(production);
});
