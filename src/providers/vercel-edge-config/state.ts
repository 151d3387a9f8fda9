import { z } from 'zod';
import { recordOf } from '../../runtime/json.js';

/** A value that a preview shows whole, so that it can be compared without its fingerprint. */
export const scalar = z.union([z.boolean(), z.number(), z.string(), z.null()]);

const item = z.strictObject({
  key: z.string(),
  /** Fingerprint of the sealed value. */
  value: z.string(),
  /** A preview of the value; null if it is long or may be secret. */
  preview: z.string().nullable(),
  description: z.string().nullable(),
  /** Only in the goal of a measure, and never secret: the value itself. It has no fingerprint, but a preview. */
  set: scalar.exactOptional(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  store: z.string(),
  slug: z.string(),
  /** Set if the store belongs to Vercel Flags or an integration: Rewind never writes to it. */
  purpose: z.string().nullable(),
  items: z.array(item),
});

/** The part of a change that `apply` reads: it writes these items and no others. */
export const params = z.strictObject({
  kind: z.literal('items'),
  keys: z.array(z.string()),
  /** Values of a measure, which are in no payload. */
  set: recordOf(scalar).exactOptional(),
});
export type Params = z.infer<typeof params>;

export type State = z.infer<typeof state>;
export type ItemState = State['items'][number];
