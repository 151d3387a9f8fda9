import type { Json } from '../runtime/json.js';

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
  /** Codes of findings that do not stop this change: it repairs them, or does not need what they say is missing. */
  readonly repairs?: readonly string[];
  /** What the approver must know, e.g. "opens public access". Covered by the digest. */
  readonly warnings: readonly string[];
  /** What `apply` needs besides payloads. Never a secret. Covered by the digest. */
  readonly params: Readonly<Record<string, Json>>;
}
