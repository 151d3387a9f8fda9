import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { parseArgs } from 'node:util';
import { GAME_DAY_FAULT_NAMES } from '../../../src/engine/game-day-faults.js';
import type { PlayedGame } from '../../../src/engine/game-day.js';
import { environmentOf, resultOf, type ProgramResult } from '../../support/program.js';
import { startShopWorld, type ShopWorld } from '../shop/world.js';
import { play } from './play.js';
import { openTable, Stopped, type Table } from './referee.js';
import { makeRunFolder, tidyDead } from './run-folder.js';

/**
 * The sandbox of a game day. "rewind drill --game-day" starts it and scores what it measured:
 *
 *   main.ts --fault NAME --result FILE [--auto] -- PROGRAM …   plays one game, with the command line of the program
 *   main.ts --tidy                                             removes what killed games left
 */
/** Fast enough for an hour with several games, slow enough for a busy machine. */
const FACTOR = 5;
/** A watch needs 60 samples of each check to call production well. */
const AFTER_MINUTES = 2.2;
/** Status for a game that the person or a signal ended. */
const STOPPED = 130;

const { values, positionals: program } = parseArgs({
  allowPositionals: true,
  options: {
    fault: { type: 'string' },
    result: { type: 'string' },
    auto: { type: 'boolean', default: false },
    tidy: { type: 'boolean', default: false },
  },
});

const stop = new AbortController();
let running: ChildProcess | undefined;
const cancel = (): void => {
  stop.abort();
  running?.kill('SIGKILL');
};
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => {
    cancel();
    // Whoever sends a second one does not want to wait.
    process.once(name, () => process.exit(128 + constants.signals[name]));
  });
}
// Who started the game was killed: nobody waits for the result.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && cancel(), 500).unref();

async function game(): Promise<void> {
  const fault = GAME_DAY_FAULT_NAMES.find((name) => name === values.fault);
  if (fault === undefined || values.result === undefined || program.length === 0) {
    throw new Error('--fault, --result and the program are needed: start it with "rewind drill --game-day"');
  }
  const table = openTable(stop.signal);
  for (const folder of await tidyDead()) table.say(`Removed what a killed game day left: ${folder}`);
  const folder = makeRunFolder();
  const pids: number[] = [];
  const worlds: ShopWorld[] = [];
  try {
    table.chapter('A shop under watch: Vercel, PostgreSQL, Stripe, a flag, and customers who buy');
    table.say(
      `   All of it runs on this machine alone. The clock of its programs runs ${FACTOR} times as fast as ours.`,
    );
    const world = await startShopWorld({ factor: FACTOR, afterMinutes: AFTER_MINUTES, database: true });
    worlds.push(world);
    pids.push(world.serverPid);
    if (stop.signal.aborted) throw new Stopped('cancelled');
    const { repository, clock } = world;
    const run = (args: readonly string[], shown: boolean): Promise<ProgramResult> =>
      runOnce(table, [...program.slice(0, 1), '--import', clock, ...program.slice(1), ...args], args, shown, {
        cwd: repository.root,
        env: repository.env,
      });
    const played = await play({ world, table, fault, clock: FACTOR, auto: values.auto, signal: stop.signal, run });
    const result: PlayedGame = { version: 1, ...played, left: { folder: folder.path, pids } };
    writeFileSync(values.result, JSON.stringify(result));
  } catch (error) {
    if (!(error instanceof Stopped) && !stop.signal.aborted) throw error;
    process.exitCode = STOPPED;
  } finally {
    table.close();
    table.say('\nThe sandbox is removed …');
    for (const world of worlds) await world.close();
    await folder.remove();
  }
}

/** Runs the program, and shows the command and what it prints. */
async function runOnce(
  table: Table,
  [file = '', ...words]: readonly string[],
  args: readonly string[],
  shown: boolean,
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<ProgramResult> {
  if (stop.signal.aborted) throw new Stopped('cancelled');
  if (!args.includes('--json')) table.say(`   $ rewind ${args.map((w) => (w.includes(' ') ? `'${w}'` : w)).join(' ')}`);
  // Nothing of our environment but PATH, HOME, TMPDIR and TZ: no credential of this machine reaches the game.
  const child = spawn(file, words, {
    cwd: options.cwd,
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject).on('close', (code, by) => resolve([code, by]));
  }).finally(() => (running = undefined));
  if (shown) table.quote(stdout);
  if (status !== 0 && stderr !== '') table.quote(stderr);
  return resultOf({ status, signal, stdout, stderr });
}

if (values.tidy) await tidyDead();
else await game();
