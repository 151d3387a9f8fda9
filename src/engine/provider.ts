import type { z } from 'zod';
import type { Finding } from '../runtime/finding.js';
import type { Context } from '../runtime/context.js';
import type { Change } from './change.js';
import type { PayloadSink, PayloadSource } from './payload.js';
import type { Capabilities, StateDescription } from './capabilities.js';

/** What a provider holds from before the backup until its change is applied, e.g. locks. */
export interface Prepared {
  /** Gives it up. Never throws; harmless when nothing is held any more. */
  release(): Promise<void>;
}

/**
 * The code that captures, plans and applies one kind of resource. Nothing here writes to production except `apply`.
 *
 * The manifest stores a `State` in clear, so a state holds no secrets. Secret or large values go to the sink. The state
 * keeps `ctx.fingerprint(value)` in their place, which can be compared within one snapshot and reveals nothing else.
 */
export interface Provider<Config, State> {
  readonly id: string;
  /** Parses a state from a manifest, and migrates older schema versions. */
  readonly state: z.ZodType<State>;
  /** True if a full capture takes long (a database): it is backed up only before a change that needs it. */
  readonly slow?: boolean;
  /** Checks access, permissions and recoverability. Read-only. Reports every problem; throws only if it cannot check. */
  check(config: Config, ctx: Context): Promise<Finding[]>;
  /** Read-only in production. For a `snapshot` it may add a copy beside production, e.g. a branch of the storage. */
  capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State>;
  /** Pure. Empty when live equals saved. */
  plan(saved: State, live: State): Change[];
  /** Pure. The change that has parts, with only these; none if no part is given. */
  narrow?(saved: State, live: State, parts: readonly string[]): Change[];
  /** Idempotent: it does nothing if the resource is already in the desired state, and finishes after a crash. */
  apply(config: Config, change: Change, ctx: Context, source: PayloadSource, prepared?: Prepared | null): Promise<void>;
  /**
   * Called before the backup of a change with `backupFirst`, e.g. to stop writers. `apply` gets what it returns, and the engine
   * releases it after the stage, also when the backup fails. Changes nothing that outlives the process.
   */
  prepare?(config: Config, change: Change, ctx: Context): Promise<Prepared | null>;
  /**
   * Proves a capture: `contents` (the values that `apply` would write are those that the manifest describes), `readable`
   * (also decrypts everything, parses, table of contents), or `restorable` (also restores into a scratch place and
   * compares). Called if there is an identity, and by a rollback before its first write. Never writes to production.
   */
  prove?(config: Config, saved: State, ctx: Context, source: PayloadSource, depth: ProofDepth): Promise<Finding[]>;
  /**
   * Read-only checks that `apply` will succeed: for a plan, and again after the approval, before the first change.
   * @param source null for a plan: the plan job may not open payloads, so only the rest is checked
   */
  preflight?(
    config: Config,
    changes: readonly Change[],
    ctx: Context,
    source: PayloadSource | null,
  ): Promise<Finding[]>;
  /** True if `preflight` finds all that `check` would find in the way of a change: a rollback then runs only the former. */
  readonly preflightIsEnough?: boolean;
  /** Optional features that some commands use. */
  readonly capabilities?: Capabilities<Config, State>;
}

/** Describes the state of a manifest; empty if the provider cannot describe it. */
export function describeState(
  { state, capabilities }: Pick<Provider<unknown, unknown>, 'state' | 'capabilities'>,
  captured: unknown,
): StateDescription {
  const parsed = state.safeParse(captured);
  return (parsed.success && capabilities?.describeState?.(parsed.data)) || {};
}

/** The flags of several resources; null if none holds flags. A key of two of them is on if it is on in one. Pure. */
export function mergedFlags(described: readonly StateDescription[]): ReadonlyMap<string, boolean> | null {
  const maps = described.flatMap(({ flags }) => flags ?? []);
  const all = new Map<string, boolean>();
  for (const [key, on] of maps.flatMap((flags) => [...flags])) all.set(key, on || all.get(key) === true);
  return maps.length === 0 ? null : all;
}
export type ProofDepth = 'contents' | 'readable' | 'restorable';

/** Identity, for type inference: `export default defineProvider<Config, State>({...})`. */
export function defineProvider<Config, State>(provider: Provider<Config, State>): Provider<Config, State> {
  return provider;
}
