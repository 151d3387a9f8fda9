import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { playedGame, type PlayedGame } from '../../../engine/game-day.js';
import type { GameDayFault } from '../../../engine/game-day-faults.js';
import type { Context } from '../../../runtime/context.js';
import { messageOf, RewindError } from '../../../runtime/errors.js';

const SCRIPT = 'test/sandbox/game-day/main.ts';
const LOADER = 'node_modules/tsx/dist/loader.mjs';
/** Status of the sandbox for a game that a person or a signal ended. */
const STOPPED = 130;
/** Only these variables reach the sandbox: no credential, no address of a service, and no home with credentials in it. */
const VARIABLES = /^(PATH|TMPDIR|TZ|LANG|LC_\w+|SystemRoot)$/;

/** The checkout that this program belongs to; null: a package without the sandbox. Never a folder of the caller. */
export function ownCheckout(program = process.argv[1] ?? '.'): string | null {
  let folder = dirname(realpathSync(program));
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) return null;
    folder = dirname(folder);
  }
  const { data } = z.looseObject({ name: z.string() }).safeParse(readJson(join(folder, 'package.json')));
  return data?.name === 'rewind' && existsSync(join(folder, SCRIPT)) ? folder : null;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The checkout, ready to run the sandbox.
 * @throws RewindError game-day-no-sandbox
 */
export function sandboxIn(checkout: string | null): string {
  if (checkout === null) {
    throw new RewindError('game-day-no-sandbox', 'This program does not include the sandbox of a game day.');
  }
  if (!existsSync(join(checkout, LOADER))) {
    throw new RewindError('game-day-no-sandbox', `${checkout} has no installed dependencies.`, {
      remedy: 'Run "npm ci" there, and then "npm run game-day".',
    });
  }
  return checkout;
}

export interface GameOptions {
  readonly fault: GameDayFault;
  readonly auto: boolean;
}

/**
 * Plays one game in a sandbox of its own. The terminal belongs to the sandbox meanwhile; stdout stays free for the result.
 * @throws RewindError cancelled, game-day-failed
 */
export async function playInSandbox(ctx: Context, checkout: string, options: GameOptions): Promise<PlayedGame> {
  const result = join(ctx.scratch, 'game.json');
  const program = [process.execPath, ...process.execArgv, realpathSync(process.argv[1] ?? '.')];
  const words = ['--fault', options.fault, '--result', result, ...(options.auto ? ['--auto'] : [])];
  const status = await runSandbox(ctx, checkout, [...words, '--', ...program]);
  if (status === 0) {
    const read = playedGame.safeParse(readJson(result));
    if (read.success) return read.data;
  }
  // It may have been killed. One that ended in order has nothing to remove.
  const tidied = await runSandbox({ ...ctx, signal: new AbortController().signal }, checkout, ['--tidy']);
  const rest = tidied === 0 ? 'Nothing of it is left.' : 'The next game day removes what it left.';
  if (status === STOPPED || ctx.signal.aborted) {
    throw new RewindError('cancelled', `The game day was stopped before its end. It has no score. ${rest}`, {
      remedy: 'Start another one.',
    });
  }
  const how = status === null ? 'was killed' : status === 0 ? 'gave no result' : `ended with status ${status}`;
  throw new RewindError('game-day-failed', `The sandbox ${how}. The game day has no score. ${rest}`);
}

/** @returns its exit status; null: a signal ended it */
async function runSandbox(ctx: Context, checkout: string, words: readonly string[]): Promise<number | null> {
  const variables = Object.entries(ctx.childEnv).filter(([name]) => VARIABLES.test(name));
  const child = spawn(
    process.execPath,
    ['--import', `file://${join(checkout, LOADER)}`, join(checkout, SCRIPT), ...words],
    {
      cwd: checkout,
      // The compiler keeps no files of its own beside the sandbox.
      env: { ...Object.fromEntries(variables), TSX_DISABLE_CACHE: '1' },
      stdio: ['inherit', 2, 'inherit'],
    },
  );
  const stop = (): void => void child.kill('SIGTERM');
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<number | null>((resolve, reject) => {
      child.on('error', (error) =>
        reject(new RewindError('game-day-failed', `The sandbox could not be started: ${messageOf(error)}`)),
      );
      child.on('close', resolve);
    });
  } finally {
    ctx.signal.removeEventListener('abort', stop);
  }
}

/** Nothing of the game is left: neither its folder nor its server; null: it cannot be told. */
export function nothingLeft({ left: { folder, pids } }: PlayedGame): boolean | null {
  const runs = pids.map((pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      const { data } = z.object({ code: z.string() }).safeParse(error);
      return data?.code === 'ESRCH' ? false : null;
    }
  });
  if (existsSync(folder) || runs.includes(true)) return false;
  return runs.includes(null) ? null : true;
}
