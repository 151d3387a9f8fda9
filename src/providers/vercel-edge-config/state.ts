import { z } from 'zod';

const item = z.strictObject({
  key: z.string(),
  /** Comparable stand-in for the value, which is sealed. */
  value: z.string(),
  /** What a person may see of the value; null when it is long or may be secret. */
  preview: z.string().nullable(),
  description: z.string().nullable(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  store: z.string(),
  slug: z.string(),
  /** Set when the store belongs to Vercel Flags or an integration: it is never written. */
  purpose: z.string().nullable(),
  items: z.array(item),
});

/** What `apply` needs: nothing. The keys are listed for people, and for the digest. */
export const params = z.strictObject({ kind: z.literal('items'), keys: z.array(z.string()) });
export type Params = z.infer<typeof params>;

export type State = z.infer<typeof state>;
export type ItemState = State['items'][number];
