import { z } from 'zod';

/** Milliseconds after which a lock that its owner does not renew belongs to nobody. */
export const LEASE_MS = 90_000;
/** Clocks of two machines differ. */
export const SKEW_MS = 30_000;
/** No owner that lives leaves its lock unchanged for longer, and none writes an end that is further away. */
export const LONGEST_MS = LEASE_MS + SKEW_MS;

const record = z.strictObject({
  kind: z.literal('rewind-lock'),
  schemaVersion: z.literal(1),
  token: z.string(),
  /** Of the plan that is applied; null for a command without one. */
  digest: z.string().nullable(),
  command: z.string(),
  /** Who runs it, for people. */
  by: z.string(),
  process: z.strictObject({ host: z.string(), machine: z.string(), pid: z.number(), started: z.string() }),
  run: z.strictObject({ url: z.string(), attempt: z.number() }).nullable(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** When the numbers began, in milliseconds: with the first lock, and again after a person removed the lock. */
  numbersBegan: z.number().int(),
  released: z.boolean(),
});
export type LockRecord = z.infer<typeof record>;

/** What stands in the place of a lock, and why its owner is unknown. */
export interface Unreadable {
  readonly problem: string;
}

/** The content of an object of a lock. */
export function parseLock(content: string): LockRecord | Unreadable {
  const parsed = record.safeParse(parseJson(content));
  return parsed.success ? parsed.data : { problem: 'its content is not a lock of this version of Rewind' };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
