import { z } from 'zod';
import type { Context } from '../runtime/context.js';
import { RewindError } from '../runtime/errors.js';
import { runShell } from '../runtime/shell-command.js';

/** A shell command that decides whether a release goes on, and how many seconds it may run. */
export const gate = z.strictObject({ command: z.string(), seconds: z.number() });
export type Gate = z.infer<typeof gate>;

/** The setting `gate-timeout-seconds` of a provider. */
export const gateTimeout = z.number().int().min(1).max(21_600).default(600);

/** Where a release is. `stage` counts from 1. */
export interface GateStage {
  readonly stage: number;
  readonly stages: number;
  readonly percentage: number;
}

/**
 * Runs the gate command at one stage of a release.
 * @param where names the stage in an error, e.g. "stage 2 of 3 (50 %)"
 * @param env variables besides those of the stage
 * @throws RewindError release-gate-failed, cancelled
 */
export async function runGate(
  ctx: Context,
  { command, seconds }: Gate,
  where: string,
  { stage, stages, percentage }: GateStage,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const all = {
    REWIND_STAGE: String(stage),
    REWIND_STAGES: String(stages),
    REWIND_PERCENTAGE: String(percentage),
    ...env,
  };
  const { failure, lastLine } = await runShell(ctx, command, all, seconds);
  if (failure === null) return;
  const said = lastLine === null ? '' : `: ${ctx.masker.redact(lastLine).slice(0, 300)}`;
  throw new RewindError('release-gate-failed', `The gate command failed at ${where} with ${failure}${said}.`, {
    resource: ctx.resource,
  });
}
