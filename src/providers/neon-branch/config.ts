import { z } from 'zod';
import { neonProject, resourceId, secretReference } from '../../runtime/fields.js';

/** Neon keeps an expiring branch for at most this many days. */
const LONGEST_DAYS = 30;

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('neon-branch'),
    project: neonProject,
    branch: z.string().min(1).max(256).describe("Id (br-…) or name of production's branch."),
    url: secretReference
      .optional()
      .describe(
        'Direct URL of a database of the branch, as a prisma resource has it: its down migrations are then backed up as a branch, not by pg_dump. Rewind does not connect to it.',
      ),
    'keep-days': z
      .number()
      .int()
      .min(0)
      .max(LONGEST_DAYS)
      .default(LONGEST_DAYS)
      .describe('Days until Neon deletes the branch of a snapshot (at most 30); 0: never, you delete it.'),
  })
  .describe('All databases of a Neon branch: a snapshot is a child branch, a restore takes seconds at any size.');

export type Config = z.infer<typeof config>;
