import { z } from 'zod';

const production = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** True if the branch has no parent. */
  root: z.boolean(),
  /** Changes whenever the branch is reset or restored, by anyone: see production.ts. */
  mark: z.string(),
  /** Time of the last reset or restore; null: never. */
  resetAt: z.string().nullable(),
  /** Neon's meters of the branch. They lag by about 15 minutes and start again with each billing period. */
  written: z.number().nonnegative(),
  activeSeconds: z.number().nonnegative(),
  /** Bytes; null: Neon does not say. */
  size: z.number().nullable(),
  /** Ids of its read-write computes, sorted. */
  computes: z.array(z.string()),
});

/** The branch that holds the snapshot. */
const copy = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Position in production's write-ahead log, and time of the copy. */
  lsn: z.string(),
  at: z.string(),
  /** When Neon deletes it; null: never. */
  expires: z.string().nullable(),
  /** True if the copy has a read-write compute, or was reset. */
  writable: z.boolean(),
  /** Neon's meter of the copy. */
  written: z.number().nonnegative(),
});

/** A branch that a restore kept: what production held before. */
const kept = z.strictObject({
  /** Name without the mark that the end of the restore adds. */
  name: z.string(),
  /** Of the newest restore. */
  number: z.number().int(),
  snapshot: z.string(),
  /** Mark of production after the restore; null: the restore is not finished. */
  now: z.string().nullable(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  /** Id of the snapshot that contains this state, or that it is compared with. */
  snapshot: z.string(),
  production,
  /** Null in a comparison if the branch of the snapshot does not exist any more. */
  copy: copy.nullable(),
  /** Null in a snapshot. */
  compared: z
    .strictObject({
      /** When the last read-write compute was suspended; null: one is running, or Neon does not say. */
      idleSince: z.string().nullable(),
      /** The last restore by Rewind from the snapshot that is compared, else the newest from any snapshot. */
      restore: kept.nullable(),
    })
    .nullable(),
});

export type State = z.infer<typeof state>;
export type Production = State['production'];
export type Copy = z.infer<typeof copy>;
export type Kept = z.infer<typeof kept>;

/** The part of a change that `apply` reads. */
export const params = z.strictObject({
  kind: z.literal('restore'),
  /** Id of production's branch. */
  target: z.string(),
  /** Id and LSN of the snapshot's branch. */
  source: z.string(),
  lsn: z.string(),
  /** Name for the branch that keeps what production holds now. It contains production's mark. */
  keep: z.string(),
});
export type Params = z.infer<typeof params>;
