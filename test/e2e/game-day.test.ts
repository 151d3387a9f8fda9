import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gameDayRecord } from '../../src/engine/game-day.js';
import { GAME_DAY_FAULT_NAMES } from '../../src/engine/game-day-faults.js';
import { processesIn } from '../sandbox/game-day/run-folder.js';
import { environmentOf, FROM_SOURCES } from '../support/program.js';
import { runWarm } from '../support/program-host.js';
import { runOnTerminal, type Typed } from '../support/terminal.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOADER = `file://${join(ROOT, 'node_modules/tsx/dist/loader.mjs')}`;
const MAIN = join(ROOT, 'test/sandbox/game-day/main.ts');
const HOSTILE = '$(touch hit); ::set-output name=x::y `touch hit`';

let folder: string;
/** Game days of this suite lie here, and nothing of another run. */
let games: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rewind-game-day-test-'));
  games = mkdtempSync(join(tmpdir(), 'rewind-games-'));
  // PostgreSQL runs as another user if we are root.
  chmodSync(games, 0o711);
});
afterAll(() => {
  for (const path of [folder, games]) rmSync(path, { recursive: true, force: true });
});

const env = { GITHUB_TOKEN: 'ghs_real', VERCEL_TOKEN: 'real', DATABASE_URL: 'postgresql://real.example.com/real' };
const run = (...args: string[]) => runWarm(['drill', '--game-day', ...args], { cwd: folder, env });
const recordIn = (out: string) =>
  gameDayRecord.parse(JSON.parse(readFileSync(join(folder, out, 'game-day.json'), 'utf8')));
/** Number of an option in the last list of choices. */
const numberOf = (title: string) => (screen: string) => {
  const found = [...screen.matchAll(/^ {3}(\d) {2}(.*)$/gm)].filter(([, , text]) => text?.startsWith(title)).at(-1);
  return `${found?.[1] ?? '?'}\n`;
};
const digits = (screen: string) =>
  `${[...screen.matchAll(/Digest: ([0-9a-f]{64})/g)].at(-1)?.[1]?.slice(0, 6) ?? ''}\n`;
const CHOICE = '>> Number:';
const APPROVAL = 'else "no":';

async function onTerminal(out: string, typed: readonly Typed[]) {
  const args = ['drill', '--game-day', '--fault', 'errors', '--out', out];
  return runOnTerminal(args, typed, { cwd: folder, env: { ...env, TMPDIR: games } });
}

describe('what is refused before anything is started', () => {
  test.each<[string, string[], string]>([
    ['no terminal', [], 'There is no terminal, so nobody can play the game day.'],
    ['an unknown fault', ['--fault', HOSTILE], '--fault must be one of errors, slow'],
    ['fault and seed', ['--fault', 'slow', '--seed', '1'], '--fault and --seed cannot be combined.'],
    ['a snapshot', ['--snapshot', 'latest'], '--snapshot and --game-day cannot be combined.'],
    ['a scope', ['--scope', 'web'], '--scope and --game-day cannot be combined.'],
    ['a configuration that is not there', ['--config', 'no.yml'], 'no.yml could not be read.'],
  ])('%s', async (_name, args, message) => {
    const { status, stderr } = await run(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/^::set-output/m);
  });

  test('a configuration of production, and its values are not read', async () => {
    mkdirSync(join(folder, '.github'), { recursive: true });
    const file = join(folder, '.github/rewind.yml');
    writeFileSync(
      file,
      'version: 1\nenvironment: production\nresources:\n  - { id: web, provider: vercel-deployment, project: prj_real }\n  - { id: db, provider: postgres, url: "${DATABASE_URL}" }\n',
    );
    const { status, stderr } = await run('--yes', '--fault', 'errors');
    rmSync(file);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'names more than this machine: resource "web" (vercel-deployment), a value of the environment (${DATABASE_URL}).',
    );
    expect(stderr).not.toContain('real.example.com');
    expect(existsSync(join(folder, '.rewind'))).toBe(false);
  });

  test('a package without the sandbox says what to do', async () => {
    const { copy, words } = packageIn('package');
    const { status, stderr } = await runWarm(['drill', '--game-day', '--yes'], { cwd: copy, command: words });
    expect(status).toBe(2);
    expect(stderr).toContain('This program does not include the sandbox of a game day.');
    expect(stderr).toContain('run "npm ci" there, and then "npm run game-day"');
  });
});

/** A package that holds the program and no sandbox. */
function packageIn(name: string): { readonly copy: string; readonly words: readonly string[] } {
  const copy = join(folder, name);
  mkdirSync(join(copy, 'dist'), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{ "name": "rewind" }');
  const bundle = FROM_SOURCES.at(-1) ?? '';
  for (const file of ['main.cjs', 'program.cjs']) {
    writeFileSync(join(copy, 'dist', file), readFileSync(join(bundle, '..', file)));
  }
  return { copy, words: [...FROM_SOURCES.slice(0, -1), join(copy, 'dist/main.cjs')] };
}

test('a game that fails leaves the report of an earlier one', async () => {
  const { copy, words } = packageIn('broken');
  for (const [file, text] of [
    ['test/sandbox/game-day/main.ts', 'process.exit(3);\n'],
    ['node_modules/tsx/dist/loader.mjs', 'export {};\n'],
    ['.rewind/game-day.md', 'the game of Monday\n'],
  ] as const) {
    mkdirSync(join(copy, file, '..'), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
  const { status, stderr } = await runWarm(['drill', '--game-day', '--yes'], { cwd: copy, command: words });
  expect([status, stderr]).toEqual([1, expect.stringContaining('game-day-failed')]);
  expect(readFileSync(join(copy, '.rewind/game-day.md'), 'utf8')).toBe('the game of Monday\n');
});

test('a person refuses a plan, then takes the right way out, and is scored; nothing is left', async () => {
  const { status, screen } = await onTerminal('right', [
    { when: CHOICE, type: `${HOSTILE}\n` },
    { when: CHOICE, type: numberOf('Flags back') },
    { when: APPROVAL, type: 'no\n' },
    { when: CHOICE, type: numberOf('Code and configuration back:') },
    { when: APPROVAL, type: digits },
    // Only if this machine was too busy for the probes to prove the recovery.
    { when: CHOICE, type: '0\n' },
  ]);
  const record = recordIn('right');
  expect(screen).toContain('That is none of the answers.');
  // Hidden until the score.
  expect(screen.slice(0, screen.indexOf('The sandbox is removed'))).not.toContain('Fault: errors');
  expect(screen).toContain('Fault: errors: the home page answers 500');
  expect(screen).toContain('Decision: code and configuration back, the database stays. That was right.');
  expect(record).toMatchObject({ fault: 'errors', auto: false, recommended: ['code'], clean: true });
  expect(record.watch?.evidence).toContainEqual({ criterion: 'critical-functionality', probe: 'home' });
  expect(record.steps[0]).toMatchObject({ option: 'code', recommended: true });
  expect(record.steps[0]?.decideMs).toBeGreaterThan(0);
  expect(['recovered', 'inconclusive']).toContain(record.recovery);
  expect(status).toBe(record.recovery === 'recovered' ? 0 : 3);
  expect(record.scores.find(({ part }) => part === 'decision')?.points).toBe(30);
  expect(JSON.stringify(record)).not.toContain('touch');
  expect([existsSync(join(folder, 'hit')), readdirSync(games)]).toEqual([false, []]);
}, 600_000);

test('both programs killed in the middle: the next one leaves nothing', async () => {
  const [file = '', ...words] = FROM_SOURCES;
  const child = spawn(file, [...words, 'drill', '--game-day', '--yes', '--fault', 'errors', '--out', 'killed'], {
    cwd: folder,
    env: environmentOf({ cwd: folder, env: { TMPDIR: games } }),
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const run = (): string | undefined => {
    const [own] = readdirSync(games).filter((name) => name.startsWith('rewind-game-day-'));
    const [game] = own === undefined ? [] : readdirSync(join(games, own));
    return own === undefined || game === undefined ? undefined : join(games, own, game);
  };
  // PostgreSQL and a program of the game are at work.
  const works = (): boolean => {
    const path = run();
    return (
      path !== undefined &&
      processesIn(path).length > 2 &&
      readdirSync(path).some((name) => name.startsWith('rewind-repository-'))
    );
  };
  while (!works() && child.exitCode === null) await sleep(50);
  const path = run() ?? '';
  const { pid } = JSON.parse(readFileSync(join(path, 'owner.json'), 'utf8')) as { pid: number };
  for (const id of [pid, child.pid ?? 0]) process.kill(id, 'SIGKILL');
  await gone;
  expect([existsSync(path), processesIn(path).length > 0]).toEqual([true, true]);

  const tidy = spawn(process.execPath, ['--import', LOADER, MAIN, '--tidy'], {
    cwd: ROOT,
    env: environmentOf({ cwd: ROOT, env: { TMPDIR: games } }),
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => tidy.once('exit', resolve))).toBe(0);
  expect([readdirSync(games).filter((name) => name.startsWith('rewind-game-day-')), processesIn(path)]).toEqual([
    [],
    [],
  ]);
  expect(existsSync(join(folder, 'killed/game-day.json'))).toBe(false);
}, 300_000);

// Each takes about two minutes: GAME_DAYS=1.
if (process.env.GAME_DAYS !== undefined) {
  test('a person takes the wrong way first: no points for the decision, and what would have been right', async () => {
    const { status, screen } = await onTerminal('wrong', [
      { when: CHOICE, type: numberOf('Flags back') },
      { when: APPROVAL, type: digits },
      { when: CHOICE, type: numberOf('Code and configuration back:') },
      { when: APPROVAL, type: digits },
      { when: CHOICE, type: '0\n' },
    ]);
    const record = recordIn('wrong');
    expect(status).toBe(1);
    expect(screen).toContain('It called for: code and configuration back, the database stays');
    expect(record.steps.map(({ option }) => option).slice(0, 2)).toEqual(['flags', 'code']);
    const points = Object.fromEntries(record.scores.map((one) => [one.part, one.points]));
    expect(points).toMatchObject({ decision: 0, speed: 0 });
    expect(readdirSync(games)).toEqual([]);
  }, 600_000);

  test('a person ends the game: no score, and nothing is left', async () => {
    const { status, screen } = await onTerminal('ended', [{ when: CHOICE, type: 'q\n' }]);
    expect([status, existsSync(join(folder, 'ended/game-day.json'))]).toEqual([1, false]);
    expect(screen).toContain('The game day was stopped before its end. It has no score. Nothing of it is left.');
    expect(readdirSync(games)).toEqual([]);
  }, 600_000);

  test.each(GAME_DAY_FAULT_NAMES)(
    'the program alone, with the fault %s',
    async (fault) => {
      const args = ['drill', '--game-day', '--yes', '--fault', fault, '--out', fault];
      const result = await runWarm(args, { cwd: folder, env: { TMPDIR: games } });
      const record = recordIn(fault);
      expect(record).toMatchObject({ fault, auto: true, clean: true });
      expect(record.scores.find(({ part }) => part === 'speed')?.points).toBe(null);
      expect([fault, record.watch?.level, record.recovery, result.status]).toEqual([
        fault,
        expect.stringMatching(/^(roll-back|mitigate)$/),
        'recovered',
        0,
      ]);
      expect(readdirSync(games)).toEqual([]);
    },
    600_000,
  );
}
