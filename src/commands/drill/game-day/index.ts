import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CommandResult } from '../../../cli/result.js';
import type { CommonInputs } from '../../../cli/flags.js';
import type { Session } from '../../../cli/session.js';
import { isTerminal } from '../../../cli/terminal.js';
import { gameDayRecordOf } from '../../../engine/game-day.js';
import { drawFault, GAME_DAY_FAULT_NAMES, type GameDayFault } from '../../../engine/game-day-faults.js';
import { gameDayMarkdown, gameDayText } from '../../../report/game-day.js';
import { RewindError } from '../../../runtime/errors.js';
import { assertWritable, writeOutput } from '../../../runtime/files.js';
import { toJson } from '../../../runtime/json.js';
import { outsideOf } from './outside.js';
import { nothingLeft, ownCheckout, playInSandbox, sandboxIn } from './sandbox.js';

export interface GameDayInputs extends CommonInputs {
  readonly out: string;
  readonly fault: GameDayFault | null;
  readonly seed: number | null;
  readonly yes: boolean;
}

const STATUS = { passed: 0, failed: 1, unverified: 3 } as const;
/** At most this many things of a refused configuration are listed. */
const LISTED = 5;

/**
 * A fault in a sandbox of its own, and how it was met. Reads no credential, and no configuration but to refuse it.
 * @throws RewindError input-invalid, game-day-not-sandbox, game-day-no-sandbox, game-day-failed, cancelled
 */
export async function gameDay(
  session: Session<GameDayInputs>,
): Promise<CommandResult<keyof typeof STATUS, 'report-path'>> {
  const { inputs, context: ctx } = session;
  if (inputs.fault !== null && inputs.seed !== null) {
    throw new RewindError('input-invalid', '--fault and --seed cannot be combined.');
  }
  const own = ownCheckout();
  await assertSandbox(session, own);
  const checkout = sandboxIn(own);
  if (!inputs.yes && !isTerminal(ctx.env.text('CI'), process.stderr)) {
    throw new RewindError('input-invalid', 'There is no terminal, so nobody can play the game day.', {
      remedy: 'Run it on a terminal, or add --yes: the program then plays alone.',
    });
  }
  const seed = inputs.fault === null ? (inputs.seed ?? randomInt(1_000_000)) : null;
  const fault = inputs.fault ?? drawFault(seed ?? 0);
  const json = `${inputs.out}/game-day.json`;
  const page = `${inputs.out}/game-day.md`;
  // Fail before the game, not after it, if the report cannot be written.
  await assertWritable('out', session.path(page));
  const startedAt = ctx.clock.now().toISOString();
  const played = await playInSandbox(ctx, checkout, { fault, auto: inputs.yes });
  const endedAt = ctx.clock.now().toISOString();
  const record = gameDayRecordOf(played, { startedAt, endedAt, seed, clean: nothingLeft(played) });
  const summary = gameDayMarkdown(record);
  await writeOutput('out', session.path(json), `${JSON.stringify(record, null, 2)}\n`);
  await writeOutput('out', session.path(page), `${summary}\n`);
  return {
    exit: STATUS[record.verdict],
    json: toJson({ ok: record.verdict === 'passed', ...record, report: page }),
    text: `${gameDayText(record)}\nScoring sheet: ${page}`,
    summary,
    outputs: { verdict: record.verdict, 'report-path': page },
  };
}

/**
 * Refuses to run beside the configuration of a real environment. The game day would not use that configuration, but a
 * person who names it expects that the game day works on production.
 */
async function assertSandbox(session: Session<GameDayInputs>, checkout: string | null): Promise<void> {
  const { inputs } = session;
  const named = inputs.given.has('config');
  // The checkout of the sandbox has a configuration for its own tests.
  if (!named && checkout !== null && session.path(inputs.config) === join(checkout, inputs.config)) return;
  let text: string;
  try {
    text = await readFile(session.path(inputs.config), 'utf8');
  } catch (error) {
    if (!named) return;
    throw new RewindError('config-not-found', `${inputs.config} could not be read.`, {
      remedy: 'Leave --config out: a game day makes its own configuration.',
      cause: error,
    });
  }
  const outside = outsideOf(documentIn(text));
  if (outside.length === 0) return;
  const more = outside.length > LISTED ? `, and ${outside.length - LISTED} more` : '';
  throw new RewindError(
    'game-day-not-sandbox',
    `${inputs.config} names more than this machine: ${outside.slice(0, LISTED).join(', ')}${more}. No game day was started.`,
  );
}

/** What cannot be read may name anything. */
function documentIn(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return { resources: [null] };
  }
}

export const isFault = (text: string): GameDayFault | undefined => GAME_DAY_FAULT_NAMES.find((name) => name === text);
