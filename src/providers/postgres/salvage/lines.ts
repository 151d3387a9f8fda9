import { z } from 'zod';

const texts = z.array(z.string().nullable());
/** One line of the sealed part of a salvage plan, as JSON. A table's line comes before its rows. */
const line = z.union([
  z.strictObject({ table: z.string(), columns: z.array(z.string()), keys: z.number().int() }),
  /** Values of all columns. */
  z.strictObject({ insert: texts }),
  z.strictObject({ update: texts }),
  /** Values of the key. */
  z.strictObject({ delete: texts }),
  z.strictObject({ conflict: texts, why: z.string() }),
  /** An `insert` above that turned out to be a conflict. */
  z.strictObject({ withdraw: texts, why: z.string() }),
  z.strictObject({ sequence: z.string(), value: z.string() }),
  z.strictObject({ end: z.literal(true) }),
]);
export type Line = z.infer<typeof line>;

export const parseLine = (text: string): Line => line.parse(JSON.parse(text));
