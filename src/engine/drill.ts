import type { Context } from '../runtime/context.js';
import type { Finding } from '../runtime/finding.js';
import type { DatabaseCopy } from './database-copy.js';
import type { PayloadSource } from './payload.js';

/** `unverified`: the check was not carried out, or only in part. It never counts as passed. */
export type DrillOutcome = 'passed' | 'failed' | 'unverified';

/** One question that a drill asks of a restored snapshot. */
export interface DrillCheck {
  /** In kebab-case, e.g. `row-counts`. */
  readonly id: string;
  /** What was compared, in a few words. */
  readonly title: string;
  /** `not-configured`: nobody asked for it. It is listed, and proves nothing. */
  readonly outcome: DrillOutcome | 'not-configured';
  /** What was found, or why it is unverified. Empty only if `passed`. */
  readonly findings: readonly Finding[];
}

export interface DrillOptions {
  /** Address of the scratch server; null: a server of our own on this machine. */
  readonly place: string | null;
  /** Names the scratch objects, so that the next run finds and removes those of a killed one. */
  readonly run: string;
  /** More work on the restored copy, e.g. migrations down and up. Its checks are added. */
  readonly work?: (copy: DatabaseCopy) => Promise<readonly DrillCheck[]>;
  /** Runs one part and takes its times. */
  readonly phase: <T>(name: string, part: () => Promise<T>) => Promise<T>;
}

/** For a provider whose snapshot can be restored into a scratch place. */
export interface DrillCapability<Config, State> {
  /**
   * Restores a captured state into a scratch place, checks it there, and removes it. Reads production at most.
   * @throws RewindError drill-place-is-production; whatever stops the restore itself
   */
  restore(
    config: Config,
    saved: State,
    ctx: Context,
    source: PayloadSource,
    options: DrillOptions,
  ): Promise<readonly DrillCheck[]>;
  /** Removes what killed drills left in the scratch place. Idempotent. @returns what was removed, in a few words each */
  tidy(config: Config, ctx: Context, place: string | null): Promise<readonly string[]>;
}

/** Pure. No check at all is no proof, and neither are checks that nobody configured. */
export function drillOutcome(checks: readonly Pick<DrillCheck, 'outcome'>[]): DrillOutcome {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'failed';
  const asked = checks.filter(({ outcome }) => outcome !== 'not-configured');
  return asked.length > 0 && asked.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'unverified';
}
