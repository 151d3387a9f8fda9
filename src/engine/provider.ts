import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { LossExamples, TableLoss } from '../services/postgres/data-loss.js';
import type { Replay } from './replay.js';
import type { Salvage } from './salvage.js';
import type { Access } from '../runtime/access.js';
import type { Finding } from '../runtime/finding.js';
import type { Context } from '../runtime/context.js';
import type { Json } from '../runtime/json.js';
import type { DatabaseAddress } from '../services/postgres/database-url.js';

/**
 * Stages of a rollback, in order. Changes of one stage run in parallel across resources (in plan order within one
 * resource); a stage begins when the one before it has succeeded in everything that is live. Changes that close an exposure
 * do not wait. Code goes back before the schema: old code on a newer
 * schema is usually safe (expand/contract), new code on an older schema is not.
 */
export const STAGES = ['mitigate', 'deployment', 'database', 'configuration', 'services'] as const;
export type Stage = (typeof STAGES)[number];

/** The same for a recovery: code that goes live needs its schema and its configuration first. */
export const FORWARD_STAGES = [
  'mitigate',
  'database',
  'configuration',
  'services',
  'deployment',
] as const satisfies readonly Stage[];

/** What a rollback does to the database; the operator chooses, the default is `none`. */
export const DATABASE_MODES = ['none', 'down', 'restore'] as const;
export type DatabaseMode = (typeof DATABASE_MODES)[number];
/** What a plan does to it. `up`: a recovery applies the migrations again that were taken down, and nothing else. */
export const PLAN_DATABASE_MODES = [...DATABASE_MODES, 'up'] as const;
export type PlanDatabaseMode = (typeof PLAN_DATABASE_MODES)[number];

/** What a change would lose, by table or object. */
export interface DataAtRisk {
  readonly what: string;
  /** Rows (or objects) that would be lost; null if unknown. */
  readonly rows: number | null;
  readonly note?: string;
}

/** One idempotent step of a plan. Everything in it may be shown to anyone: it never holds a secret. */
export interface Change {
  /** Stable within the resource, e.g. `flag:maintenance`: a word, or what is done, a colon and the object. */
  readonly id: string;
  readonly stage: Stage;
  readonly action: 'create' | 'update' | 'delete' | 'run';
  /** The object of the change, in the terms of the service, e.g. `Edge Config item "maintenance"`. */
  readonly target: string;
  /** Live value, redacted; null = absent. Covered by the digest. */
  readonly before: string | null;
  /** Value after the change, redacted; null = absent. Covered by the digest. */
  readonly after: string | null;
  /** When it takes effect: at once, or with the next deployment. */
  readonly effect: 'live' | 'next-deployment';
  /**
   * The exposure that the change closes, e.g. `public access to bucket "media"`. It waits for no stage and for no failure;
   * the changes before it in its resource and stage go with it.
   */
  readonly closes?: string;
  /** True: makes everything live that waits for the next deployment. A failed change of that kind holds it back. */
  readonly deploys?: boolean;
  /** How the change itself can be undone; null = it cannot. */
  readonly undo: string | null;
  /** Applied only in this database mode. */
  readonly database?: 'down' | 'restore' | 'up';
  /** Instructions for a person, if Rewind cannot do it. Shown, never applied. */
  readonly manual?: string;
  /** The same, for a change that only a recovery makes (`up`): instructions for a rollback. */
  readonly byHand?: string;
  /** True: Rewind backs up the database of this change before its stage. */
  readonly backupFirst?: boolean;
  /**
   * Ids of changes of this resource that this one may cause, or make look different, while it is half done or when it is
   * done. After an interruption they are Rewind's own work, not drift.
   */
  readonly sideEffects?: readonly string[];
  /** What one change restores together, e.g. the keys of a store, if `narrow` can leave some of them out. */
  readonly parts?: readonly string[];
  /** Ids of the changes of this resource without which it is not needed, e.g. to empty a cache after them. */
  readonly follows?: readonly string[];
  /** For a change that brings back an old build: when it was made (milliseconds since 1970), and all names of its project. */
  readonly builds?: { readonly at: number; readonly project: readonly string[] };
  /** Data that would be lost. Not covered by the digest, because it grows while people decide. */
  readonly dataAtRisk?: readonly DataAtRisk[];
  /** Name (of a database) that the operator must type if data is at risk. */
  readonly confirm?: string;
  /**
   * Set if a restore of this very snapshot is complete and the only difference is what was written after it. Directly after
   * a rollback that is the application at work, not a failure.
   */
  readonly since?: {
    /** Identity of that restore. Covered by the digest. */
    readonly restore: string;
    readonly written: readonly DataAtRisk[];
  };
  /** Codes of findings that stand in the way only until this change is applied; they do not stop it. */
  readonly repairs?: readonly string[];
  /** What the approver must know, e.g. "opens public access". Covered by the digest. */
  readonly warnings: readonly string[];
  /** What `apply` needs besides payloads. Never a secret. Covered by the digest. */
  readonly params: Readonly<Record<string, Json>>;
}

/** A payload in the store. */
export interface PayloadRef {
  readonly name: string;
  /** Bytes before sealing. */
  readonly bytes: number;
  /** Bytes and SHA-256 (hex) of the sealed file in the store. */
  readonly sealedBytes: number;
  readonly sha256: string;
}

/** Where `capture` writes large or secret values. */
export interface PayloadSink {
  /**
   * `snapshot`: payloads are stored. `compare`: only the state counts (for a plan or a verification), so a provider skips
   * costly payloads such as a dump; all writes are discarded.
   */
  readonly purpose: 'snapshot' | 'compare';
  /** The state of the snapshot that the capture is compared with, so that a provider counts what was written since. */
  readonly saved?: unknown;
  /** Seals the content and puts it into the store. Streams; memory stays constant. Names are unique per resource. */
  write(name: string, content: Readable | Uint8Array): Promise<void>;
}

/** Where `apply` reads payloads: decrypted, and verified against the manifest's SHA-256. */
export interface PayloadSource {
  /** @throws RewindError snapshot-corrupt | identity-missing | identity-wrong | seal-corrupt */
  open(name: string): Promise<Readable>;
  /** The whole payload; for small ones. */
  read(name: string): Promise<Buffer>;
  has(name: string): boolean;
  readonly refs: readonly PayloadRef[];
}

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
  /** Optional features that some commands use. */
  readonly capabilities?: Capabilities<Config, State>;
}

export interface Capabilities<Config, State> {
  /** Pure. */
  describeState?(state: State): StateDescription;
  /** Id of the deployment that a host name serves now; null if the service does not know the host. Read-only. */
  aliasOf?(config: Config, ctx: Context, host: string): Promise<string | null>;
  /** Whether the credential can change production, as far as that can be known without a write. Read-only. */
  access?(config: Config, ctx: Context): Promise<Access>;
  /** Counts what a restore would take, table by table. Read-only. @param examples keys to read from each table */
  measureLoss?(
    config: Config,
    saved: State,
    ctx: Context,
    examples: number,
  ): Promise<{
    readonly losses: readonly (TableLoss & { note: string })[];
    readonly examples: readonly LossExamples[];
  }>;
  /** Carries rows over from a database that a restore or an undo kept. */
  readonly salvage?: Salvage<Config, State, PayloadSource>;
  /** Sends events again that a restore of the database took back. */
  readonly replay?: Replay<Config>;
  /** Pure. Values that `plan` cannot compare, a short phrase each; a claim of equality leaves them out. */
  blindSpots?(saved: State, live: State): string[];
  /**
   * Present if production can be pinned, so that a deploy does not reach it.
   * @param before the state before a rollback, if known: what is off since then is not the choice of the owner
   */
  readonly hold?: { read(config: Config, ctx: Context, before?: State): Promise<Hold> };
  readonly database?: DatabaseCapability<Config, State>;
  /**
   * Reads only what identifies the resource, for the snapshot before a rollback. With it as the saved state, `plan` brings
   * back this very object, which the rollback keeps beside, instead of a copy. Read-only, and quick.
   */
  reference?(config: Config, ctx: Context): Promise<State>;
  /** What rollbacks put aside or left unfinished, and what is still there. Read-only. */
  aside?(config: Config, ctx: Context): Promise<readonly SetAside[]>;
  /** Drops what a rollback kept, by its name. Idempotent; refuses what no rollback kept, and what is in use. */
  dropKept?(config: Config, ctx: Context, name: string): Promise<void>;
  readonly forward?: Forward<Config, State>;
  /** True if it holds feature flags: its plan alone may end an incident, without a deployment. */
  readonly flags?: true;
  /**
   * For flags with percentages. Pure. The goal of a recovery that brings flags forward in steps: for it, `plan` makes one
   * change of all flags that can be stepped, and says of each other flag why it changes at once.
   */
  inSteps?(config: Config, saved: State, steps: Steps): State;
  /** Opens what an interrupted rollback left closed to users. Idempotent; needs no plan, because it only returns access. */
  unfence?(config: Config, ctx: Context): Promise<FenceReport>;
}

/** How a recovery brings flags forward. */
export interface Steps {
  /** Ascending; the last is 100. */
  readonly percentages: readonly number[];
  /** A shell command that decides before each further step. */
  readonly gate: string;
  /** Parameters of the changes of this resource in plans that may be half done, newest first. */
  readonly earlier: readonly Readonly<Record<string, unknown>>[];
}

/** The way forward after a rollback, for a provider that holds what serves production. */
export interface Forward<Config, State> {
  /**
   * Finds the deployment that is to take production. Read-only.
   * @param before the state before the rollback
   * @param wanted an id, or `latest`: the newest one that is ready, is newer than the one before the rollback, and belongs
   *   to the default branch
   * @param isHeld true for a commit that must not be deployed
   * @returns its id; null if the id belongs to another resource
   * @throws RewindError deployment-not-eligible, commit-quarantined
   */
  choose(
    config: Config,
    ctx: Context,
    before: State,
    wanted: string,
    isHeld: (commit: string) => boolean,
  ): Promise<string | null>;
  /**
   * The state that a recovery returns to. Read-only.
   * @param deployment takes production; null: the one of `before`
   * @param gate a shell command that decides before each further stage of a release in stages; null: no stages
   */
  desired(config: Config, ctx: Context, before: State, deployment: string | null, gate: string | null): Promise<State>;
}

/** What a rollback put aside, e.g. the database that production used before. */
export interface KeptObject {
  readonly what: string;
  /** ISO 8601 */
  readonly since: string;
  /** How it is removed when nobody needs it. */
  readonly drop: string;
}

/** An object beside production that a person removes, by `drop`. */
export type SetAside =
  /** `snapshot`: the one whose rollback put it aside. `name`: as one types it for `dropKept`; absent: only by hand. */
  | (KeptObject & { readonly kind: 'kept'; readonly snapshot: string; readonly name?: string })
  /** An interrupted rollback left it. `why` says that in whole sentences. */
  | { readonly kind: 'unfinished'; readonly what: string; readonly why: string; readonly drop: string };

/** What code of the snapshot meets in a database that stays as it is. */
export interface SchemaHazard {
  /** `gone`: the code uses what is missing. `breaks`: a write or a read fails. `may-break`: it depends on the values. */
  readonly kind: 'gone' | 'breaks' | 'may-break';
  /** A sentence without a full stop, e.g. "orders.note is gone: old code that reads or writes it fails". */
  readonly text: string;
}

/** For a provider that works on a database. */
export interface DatabaseCapability<Config, State> {
  /** The database modes that make this provider change anything. */
  readonly modes: readonly Exclude<DatabaseMode, 'none'>[];
  /** Pure. Null if it is unknown. */
  hazards(saved: State, live: State): readonly SchemaHazard[] | null;
  /**
   * The same `database` for two configurations of one database. `part`: what the provider works on inside it, e.g. a schema.
   * Holds no secret. @throws RewindError credential-missing, database-url-invalid
   */
  identify(config: Config, ctx: Context): DatabaseIdentity;
  /**
   * Restores a backup of the database into a copy of its own, and drops the copy after the work. Never touches the database
   * of production.
   */
  withCopy?(
    config: Config,
    saved: State,
    ctx: Context,
    source: PayloadSource,
    work: (copy: DatabaseCopy) => Promise<void>,
  ): Promise<void>;
  /** Carries a change out on a copy of the database. @throws the error that production would meet */
  rehearse?(config: Config, change: Change, ctx: Context, copy: DatabaseCopy): Promise<void>;
  /** The provider that can back up the database, and its configuration, if this provider cannot. */
  backupBy?(config: Config): { readonly provider: string; readonly config: Readonly<Record<string, unknown>> };
}

/** A scratch database. */
export interface DatabaseCopy {
  readonly address: DatabaseAddress;
  /** Its name on that server. */
  readonly database: string;
}

export interface DatabaseIdentity {
  readonly database: string;
  readonly part: string;
}

/** `open`: it was open; `lifted`: Rewind opened it; `closed`: it stays closed, and the text says why and what to do. */
export interface FenceReport {
  readonly state: 'open' | 'lifted' | 'closed';
  readonly text: string;
}

export interface Author {
  /** As the service names the person, e.g. a login or an id. */
  readonly by: string;
  readonly at: number;
}

/** What a captured state tells about production. */
export interface StateDescription {
  readonly commit?: string;
  readonly deployment?: string;
  /** Address that serves this deployment for ever, also when production has moved on. */
  readonly address?: string;
  /** The deployment that `deployment` is a rebuild of. */
  readonly rebuildOf?: string;
  /** Its content in a few words, e.g. "14 flags, 3 on"; no secrets. */
  readonly content?: string;
  /** By key: whether the flag is on in production. Archived flags are left out. */
  readonly flags?: ReadonlyMap<string, boolean>;
  /** Applied migrations, oldest first. */
  readonly migrations?: readonly string[];
  /** Who made the deployment. */
  readonly deployedBy?: string;
  /** Who last changed an object, by its name in the ids of changes, and when (milliseconds since 1970). Only what is known. */
  readonly authors?: ReadonlyMap<string, Author>;
  /** Rows by `schema.table`. */
  readonly tables?: ReadonlyMap<string, number>;
  readonly serverMajor?: number;
  /** Variables that a build of production takes, the name of their project, and the change that would restore each. */
  readonly variables?: readonly {
    readonly project: string;
    readonly name: string;
    /** Milliseconds since 1970. */
    readonly changedAt: number;
    readonly change: string;
  }[];
  /** What the capture does not contain, one text for each object, e.g. `the subscription "a", which …`. */
  readonly leftOut?: readonly string[];
}

/** Whether a rollback pinned production (`held`). A deploy guard treats `unknown` as `held`. */
export interface Hold {
  readonly pinned: 'free' | 'held' | 'unknown';
  readonly why: string;
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
