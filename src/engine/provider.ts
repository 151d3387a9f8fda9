import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Finding } from '../runtime/finding.js';
import type { Context } from '../runtime/context.js';
import type { Json } from '../runtime/json.js';

/**
 * Stages of a rollback, in order. Changes of one stage run in parallel across resources (in plan order within one
 * resource); a stage begins when the one before it has succeeded. Code goes back before the schema: old code on a newer
 * schema is usually safe (expand/contract), new code on an older schema is not.
 */
export const STAGES = ['mitigate', 'deployment', 'database', 'configuration', 'services'] as const;
export type Stage = (typeof STAGES)[number];

/** What happens to the database in a rollback; chosen by the operator, `none` unless asked. */
export const DATABASE_MODES = ['none', 'down', 'restore'] as const;
export type DatabaseMode = (typeof DATABASE_MODES)[number];

/** What a change would lose, by table or object. */
export interface DataAtRisk {
  readonly what: string;
  /** Rows (or objects) that would be lost, as far as can be told; null when it cannot be told. */
  readonly rows: number | null;
  readonly note?: string;
}

/** One idempotent step of a plan. Everything in it may be shown to anyone: it never holds a secret. */
export interface Change {
  /** Stable within the resource, e.g. `item:maintenance` or `down:20260101000000_add_points`. */
  readonly id: string;
  readonly stage: Stage;
  readonly action: 'create' | 'update' | 'delete' | 'run';
  /** What is changed, in the service's own words, e.g. `Edge Config item "maintenance"`. */
  readonly target: string;
  /** Live value, redacted; null = absent. Covered by the digest. */
  readonly before: string | null;
  /** Value after the change, redacted; null = absent. Covered by the digest. */
  readonly after: string | null;
  /** When users feel it: at once, or with the next deployment. */
  readonly effect: 'live' | 'next-deployment';
  /** How the change itself can be undone; null = it cannot. */
  readonly undo: string | null;
  /** Applied only when the operator chose this database mode. */
  readonly database?: 'down' | 'restore';
  /** Set when Rewind cannot do it and a person must: what to do. It is shown, never applied. */
  readonly manual?: string;
  /** True = before the stage of this change, slow resources (databases) are backed up in full. */
  readonly backupFirst?: boolean;
  /** What would be lost. Not covered by the digest: it grows while people decide. */
  readonly dataAtRisk?: readonly DataAtRisk[];
  /** Name that the operator must type when data is at risk (a database). */
  readonly confirm?: string;
  /** Things that the approver must not overlook, e.g. "opens public access". Covered by the digest. */
  readonly warnings: readonly string[];
  /** What `apply` needs besides payloads. Never a secret. Covered by the digest. */
  readonly params: Readonly<Record<string, Json>>;
}

/** A payload as it lies in the store. */
export interface PayloadRef {
  readonly name: string;
  /** Bytes before sealing. */
  readonly bytes: number;
  /** Bytes and SHA-256 (hex) of the sealed file in the store. */
  readonly sealedBytes: number;
  readonly sha256: string;
}

/** Where `capture` puts what is large or secret. */
export interface PayloadSink {
  /**
   * `snapshot`: payloads are wanted. `compare`: only the state is (for a plan or a verification), so a provider skips
   * what is costly, such as a dump; whatever is written is discarded.
   */
  readonly purpose: 'snapshot' | 'compare';
  /** Seals the content and puts it into the store. Streams; memory stays constant. Names are unique per resource. */
  write(name: string, content: Readable | Uint8Array): Promise<void>;
}

/** Where `apply` reads payloads from; they come out in clear, already checked against the manifest's SHA-256. */
export interface PayloadSource {
  /** @throws RewindError snapshot-corrupt | identity-missing | identity-wrong | seal-corrupt */
  open(name: string): Promise<Readable>;
  /** The whole payload; for small ones. */
  read(name: string): Promise<Buffer>;
  has(name: string): boolean;
  readonly refs: readonly PayloadRef[];
}

/**
 * The code that captures, plans and applies one kind of resource. Nothing here writes to production except `apply`.
 *
 * A `State` is stored in clear in the manifest: it holds no secrets. Secret or bulky values go to the sink, and the
 * state keeps `ctx.fingerprint(value)` in their place, which is comparable within one snapshot and says nothing else.
 */
export interface Provider<Config, State> {
  readonly id: string;
  /** Parses a state read back from a manifest; older schema versions are migrated in it. */
  readonly state: z.ZodType<State>;
  /** True when capturing in full takes long (a database); then it is only backed up when a change needs it. */
  readonly slow?: boolean;
  /** Read-only: reachable? permitted? recoverable? Reports every problem; throws only when it cannot tell at all. */
  check(config: Config, ctx: Context): Promise<Finding[]>;
  /** Read-only. */
  capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State>;
  /** Pure. Empty when live equals saved. */
  plan(saved: State, live: State): Change[];
  /** Idempotent: applied to a resource that already is as wanted, it does nothing; after a crash, it finishes. */
  apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void>;
  /**
   * Proves what was captured: `readable` (decrypts, parses, table of contents), or `restorable` (restored for real into a
   * scratch place and compared). Called when an identity is at hand. Never writes to production.
   */
  prove?(config: Config, saved: State, ctx: Context, source: PayloadSource, depth: ProofDepth): Promise<Finding[]>;
  /** Checks made after the approval and before the first change: would `apply` succeed? Read-only. */
  preflight?(config: Config, changes: readonly Change[], ctx: Context, source: PayloadSource): Promise<Finding[]>;
}

export type ProofDepth = 'readable' | 'restorable';

/** Identity, for type inference: `export default defineProvider<Config, State>({...})`. */
export function defineProvider<Config, State>(provider: Provider<Config, State>): Provider<Config, State> {
  return provider;
}
