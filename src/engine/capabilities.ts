import type { LossExamples, TableLoss } from '../services/postgres/data-loss.js';
import type { NamePart } from './other-object.js';
import type { Replay } from './replay.js';
import type { LeftReplication } from './replication.js';
import type { Mitigation } from './measure.js';
import type { DatabaseCopy } from './database-copy.js';
import type { DrillCapability, DrillCheck } from './drill.js';
import type { Salvage } from './salvage.js';
import type { Access } from '../runtime/access.js';
import type { Context } from '../runtime/context.js';
import type { Finding } from '../runtime/finding.js';
import type { DatabaseMode, Change } from './change.js';
import type { PayloadSource } from './payload.js';

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
   * Pure. Why a rollback could not return to this state; null if it could. Only the state before a rollback is stored then.
   */
  unreturnable?(state: State): Pick<Finding, 'message' | 'remedy'> | null;
  /** Codes of findings of `check` that say that nothing can return to what is live, also no undo. */
  readonly notReturnable?: readonly string[];
  /** Codes of warnings of `check` that say that the service may refuse a change: the plan shows them to the approver. */
  readonly mayRefuse?: readonly string[];
  /** Pure. What names the object, in the snapshot and in the configuration: `plan` writes nothing if they differ. */
  names?(saved: State, config: Config, ctx: Context): readonly NamePart[];
  /**
   * Errors if something that a snapshot refers to is gone, so that a rollback to it would be refused, or the rows of a database
   * could come back only by hand. Read-only, and quick.
   */
  stillThere?(config: Config, saved: State, ctx: Context): Promise<Finding[]>;
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
  /**
   * What rollbacks put aside or left unfinished, and what is still there. Read-only.
   * @param of the place that is asked about
   * @throws RewindError snapshot-foreign if the configuration leads to another place, or nothing tells whether it does
   */
  aside?(config: Config, ctx: Context, of?: Place<State>): Promise<readonly SetAside[]>;
  /** Drops what a rollback kept, by its name. Idempotent; refuses what no rollback kept, and what is in use. */
  dropKept?(config: Config, ctx: Context, name: string): Promise<void>;
  readonly forward?: Forward<Config, State>;
  /**
   * Finds what a switch replaced, if that is not what the state before it holds: something went live between the read and
   * the switch. Read-only, and quick directly after the switch.
   * @param changes of the plan, of this resource
   */
  replaced?(
    config: Config,
    ctx: Context,
    before: State,
    changes: readonly Pick<Change, 'params'>[],
  ): Promise<Replaced<State> | null>;
  readonly deploy?: Deploy<Config>;
  readonly mitigation?: Mitigation<Config, State>;
  readonly drill?: DrillCapability<Config, State>;
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

/** What a switch found in production in place of what was read before it. */
export interface Replaced<State> {
  /** The state before, corrected; null if what was replaced is gone, so that nothing can return to it. */
  readonly state: State | null;
  /** What was in production at the read, and what the switch replaced, in a few words. */
  readonly expected: string;
  readonly replaced: string;
}

/** The way forward after a rollback, for a provider that holds what serves production. */
export interface Forward<Config, State> {
  /**
   * Finds the deployment that is to take production. Read-only.
   * @param before the state before the rollback
   * @param wanted an id, or `latest`: the newest one that is ready, is newer than the one before the rollback, and belongs
   *   to the default branch
   * @param isHeld whether a commit must not be deployed
   * @returns its id; null if the id belongs to another resource
   * @throws RewindError deployment-not-eligible, commit-quarantined
   */
  choose(
    config: Config,
    ctx: Context,
    before: State,
    wanted: string,
    isHeld: (commit: string) => Promise<boolean>,
  ): Promise<string | null>;
  /**
   * The state that a recovery returns to. Read-only.
   * @param deployment takes production; null: the one of `before`
   * @param gate a shell command that decides before each further stage of a release in stages; null: no stages
   */
  desired(config: Config, ctx: Context, before: State, deployment: string | null, gate: string | null): Promise<State>;
}

/** A build that waits beside production. */
export interface Build {
  readonly id: string;
  /** Commit that was built; null if it is unknown. */
  readonly commit: string | null;
}

/** `superseded`: production serves a newer build. `by`: the deployment in production. */
export interface Deployed {
  readonly kind: 'promoted' | 'unchanged' | 'superseded';
  readonly by: string;
}

/** A deploy of a build that was left staged until its snapshot was taken. */
export interface Deploy<Config> {
  /**
   * Read-only.
   * @param wanted an id or an address
   * @returns null if it belongs to another resource
   * @throws RewindError deployment-not-eligible
   */
  find(config: Config, ctx: Context, wanted: string): Promise<Build | null>;
  /**
   * Returns when the build serves production. Idempotent; finishes after a crash. Writes nothing over a newer build.
   * @param mayWrite called before the first write; it throws if another run has the lock
   */
  run(config: Config, ctx: Context, id: string, mayWrite: () => Promise<void>): Promise<Deployed>;
}

/**
 * Identifies the place of an object beside production, e.g. its server, as its provider writes it. No secret and no address:
 * one address can lead to two servers.
 */
export type Where = Readonly<Record<string, string>>;

/** A place beside production: where an object was found, or that of the state before its rollback. */
export type Place<State> = { readonly where: Where } | { readonly before: State };

/** What a rollback put aside, e.g. the database that production used before. */
export interface KeptObject {
  readonly what: string;
  /** The beginning of `what` that names the object, if the rest may change, e.g. its address; absent: all of `what`. */
  readonly begins?: string;
  /** ISO 8601 */
  readonly since: string;
  /** How it is removed when nobody needs it. */
  readonly drop: string;
  /** As one types it for `dropKept`; absent: only by hand. */
  readonly name?: string;
  /** Replication that a person moves to what took its place; absent if nothing is left to move. */
  readonly replication?: LeftReplication;
  /** Absent if the provider cannot tell. */
  readonly where?: Where;
}

/** An object beside production that a person removes, by `drop`. */
export type SetAside =
  /** `snapshot`: the one whose rollback put it aside. */
  | (KeptObject & { readonly kind: 'kept'; readonly snapshot: string })
  /** An interrupted rollback left it. `why` says that in whole sentences. */
  | {
      readonly kind: 'unfinished';
      readonly what: string;
      readonly why: string;
      readonly drop: string;
      readonly where?: Where;
    }
  /** It has a name that Rewind gives, and nothing tells what it is. `why`: a sentence without a full stop. */
  | { readonly kind: 'unmarked'; readonly what: string; readonly why: string };

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
  /**
   * Takes migrations down on a copy of the database and applies them again. Changes only the copy.
   * @returns what was tried; what could not be tried is `unverified`
   */
  roundTrip?(config: Config, ctx: Context, copy: DatabaseCopy): Promise<readonly DrillCheck[]>;
  /** Figures of the server that move with each write to the database, by whomever. Read-only, and quick. */
  written?(config: Config, ctx: Context): Promise<WriteFigures>;
  /** Carries a change out on a copy of the database. @throws the error that production would meet */
  rehearse?(config: Config, change: Change, ctx: Context, copy: DatabaseCopy): Promise<void>;
  /** The provider that can back up the database, and its configuration, if this provider cannot. */
  backupBy?(config: Config): { readonly provider: string; readonly config: Readonly<Record<string, unknown>> };
}

/** What moves with each write, at one moment. */
export interface WriteFigures {
  /** By a name for people. They are the same as long as nobody writes a row, changes an object, or takes a number of a sequence. */
  readonly figures: Readonly<Record<string, string>>;
  /** What could not be read, and so no reading compares, a phrase each. */
  readonly unread: readonly string[];
  /**
   * Position of the log of the server in bytes; null: it cannot be read. It also moves without a write, e.g. at a checkpoint,
   * and not with each number of a sequence.
   */
  readonly position: string | null;
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
  /** Commit of a build that serves a part of production beside it, until its release is completed or ended. */
  readonly arriving?: string;
  readonly deployment?: string;
  /** Name of the project that is deployed. */
  readonly project?: string;
  /** Address that serves this deployment forever, also when production has moved on. */
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
