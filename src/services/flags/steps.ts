import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { gate, runGate } from '../gate.js';
import { plural } from '../../runtime/text.js';

/** Percentages (ascending, the last is 100), and what decides before each further one. */
export const schedule = z.strictObject({ percentages: z.array(z.number()), gate });
export type Schedule = z.infer<typeof schedule>;

/** Set in the goal of a recovery that brings flags forward in steps, never in a snapshot. */
export const stepsGoal = schedule.extend({
  /** Parameters of changes that may be half done: they hold what a flag served before its first step. */
  earlier: z.array(z.record(z.string(), z.unknown())).readonly(),
});

export type StepsGoal = z.infer<typeof stepsGoal>;

/** @param seconds how long the gate command may run */
export const goalInSteps = (
  {
    percentages,
    gate: command,
    earlier,
  }: { readonly percentages: readonly number[]; readonly gate: string; readonly earlier: StepsGoal['earlier'] },
  seconds: number,
): StepsGoal => ({ percentages: [...percentages], gate: { command, seconds }, earlier });

/**
 * Takes the changes out that can be made in steps; each of the others says why it is made at once.
 * @param stepOf how a change is made in steps, or why it cannot be; null: it is no change of what users get
 */
export function takeSteps<C extends { readonly warnings: readonly string[]; readonly manual?: string }, S>(
  changes: readonly C[],
  stepOf: (change: C) => S | string | null,
): { readonly stepped: S[]; readonly others: C[] } {
  const stepped: S[] = [];
  const others = changes.flatMap((change): C[] => {
    const step = change.manual === undefined ? stepOf(change) : null;
    if (step === null) return [change];
    if (typeof step === 'string')
      return [
        { ...change, warnings: [...change.warnings, `changes at once, after the last step of the others: ${step}`] },
      ];
    stepped.push(step);
    return [];
  });
  return { stepped, others };
}

/**
 * The fields of a change in steps that do not depend on the service.
 * @param live up to which percentage each flag is now, in the order of the flags
 */
export const stepsChange = (
  environment: string,
  flags: readonly string[],
  { percentages, gate: { command, seconds } }: Schedule,
  live: readonly (number | null)[],
) =>
  ({
    id: 'steps',
    stage: 'configuration',
    action: 'update',
    target: `${plural(flags.length, 'flag')} in environment "${environment}", in steps: ${fewOf(flags.map((flag) => `"${flag}"`))}`,
    effect: 'live',
    undo: '"rewind undo" sets them back',
    warnings: [
      `In steps: ${stepsFrom(percentages, Math.min(...live.map((at) => at ?? 0)))}. Before each further step this shell command runs, for at most ${seconds} s: ${command}`,
      'If the command fails, these flags return to what they were before the first step.',
    ],
  }) as const;

/** Flags that a text names; it counts the others. */
const SHOWN = 10;
/** Names a few of many. The parameters of a change hold all of them, and the digest of the plan binds those. */
export const fewOf = (all: readonly string[], separator = ', '): string =>
  `${all.slice(0, SHOWN).join(separator)}${all.length > SHOWN ? ` and ${all.length - SHOWN} more` : ''}`;

/** The steps that are still to come, after what all flags have already. */
const stepsFrom = (percentages: readonly number[], live: number): string =>
  [
    ...(live > 0 ? [`${live} % (now)`] : []),
    ...percentages.filter((each) => each > live).map((each) => `${each} %`),
  ].join(' → ');

/** The parameters of the flag in an earlier change in steps; undefined if there is none. */
export function earlierOf<T extends { readonly flag: string }>(
  earlier: readonly Readonly<Record<string, unknown>>[],
  schema: z.ZodType<T>,
  flag: string,
): T | undefined {
  const all = earlier.flatMap(({ kind, flags }) =>
    kind === 'steps' && Array.isArray(flags) ? (flags as unknown[]) : [],
  );
  return all.map((one) => schema.safeParse(one).data).find((one) => one?.flag === flag);
}

/** The flags of one change in steps. Percentages are parts of the way: 100 is the goal. */
export interface SteppedFlags {
  readonly flags: readonly string[];
  /** Up to which percentage the flag is; 0: as before the first step; null: as neither the steps nor the goal make it. */
  readonly standing: (flag: string) => Promise<number | null>;
  /** Idempotent. @param percentage null: as before the first step */
  readonly set: (flag: string, percentage: number | null) => Promise<void>;
}

/**
 * Brings flags to their goal, all of them step by step. Before each further step the gate command decides; if it fails, the
 * flags return to what they were. After an interruption, it goes on with the gate of the step that all flags have reached. A
 * flag that somebody else changes meanwhile stops it.
 *
 * @throws RewindError release-gate-failed, flag-steps-stopped, and the errors of the service: the flags stay at their step
 */
export async function bringInSteps(ctx: Context, { percentages, gate: command }: Schedule, run: SteppedFlags) {
  const { flags } = run;
  const first = await standings(ctx, run);
  const lowest = Math.min(...first.values());
  let reached = percentages.filter((each) => lowest >= each).length;
  if (reached === 0) await raise(ctx, run, first, percentages[reached++] ?? 100);
  for (; reached < percentages.length; reached += 1) {
    const percentage = percentages[reached - 1] ?? 0;
    const before = await standings(ctx, run);
    const fallen = flags.find((flag) => (before.get(flag) ?? 0) < percentage);
    if (fallen !== undefined) throw stopped(ctx, fallen);
    // An earlier run with other steps may have brought the flags further than this step.
    const live = Math.min(...before.values());
    const shares = new Set(before.values()).size === 1 ? '' : fewOf([...before].map(([flag, at]) => `${flag} ${at} %`));
    const where = `step ${reached} of ${percentages.length} (${shares || `${live} %`})`;
    ctx.log.info(`${fewOf(flags)}: at ${where}; the gate command runs …`);
    const at = { stage: reached, stages: percentages.length, percentage: live };
    try {
      await runGate(ctx, command, where, at, { REWIND_FLAGS: flags.join(' ') });
    } catch (error) {
      const failed = error instanceof RewindError && error.code === 'release-gate-failed';
      if (!failed || ctx.signal.aborted) throw error;
      throw await returned(ctx, run, error);
    }
    const now = await standings(ctx, run);
    const moved = flags.find((flag) => now.get(flag) !== before.get(flag));
    if (moved !== undefined) throw stopped(ctx, moved);
    await raise(ctx, run, now, percentages[reached] ?? 100);
  }
}

/** @throws RewindError flag-steps-stopped */
async function standings(ctx: Context, { flags, standing }: SteppedFlags): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const flag of flags) {
    const at = await standing(flag);
    if (at === null) throw stopped(ctx, flag);
    found.set(flag, at);
  }
  return found;
}

async function raise(ctx: Context, { set }: SteppedFlags, now: ReadonlyMap<string, number>, to: number): Promise<void> {
  for (const [flag, at] of now) {
    if (at >= to) continue;
    await set(flag, to);
    ctx.log.info(`${flag}: ${to} %`);
  }
}

const stopped = (ctx: Context, flag: string): RewindError =>
  new RewindError('flag-steps-stopped', `Somebody else changed flag ${flag} between two steps.`, {
    resource: ctx.resource,
  });

/** @returns the error to throw: why, and what the flags are now */
async function returned(ctx: Context, { flags, standing, set }: SteppedFlags, why: RewindError): Promise<RewindError> {
  ctx.log.warn(`${why.message} The flags return to what they were before the first step …`);
  const left: string[] = [];
  for (const flag of flags) {
    try {
      // What somebody else made of it meanwhile stays.
      if ((await standing(flag)) === null) left.push(`${flag}: somebody else changed it`);
      else await set(flag, null);
    } catch (error) {
      left.push(`${flag}: ${asRewindError(error).message}`);
    }
  }
  const back = `Each of these flags is again as before the first step: ${fewOf(flags)}.`;
  const now = left.length === 0 ? back : `These flags did not return: ${fewOf(left, '; ')}.`;
  return new RewindError(why.code, `${why.message} ${now}`, {
    resource: ctx.resource,
    ...(left.length === 0 ? {} : { remedy: 'Set them back in the flag service. Then run "rewind recover --status".' }),
    cause: why,
  });
}
