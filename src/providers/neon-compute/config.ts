import { z } from 'zod';
import { neonProject, resourceId } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('neon-compute'),
    project: neonProject,
    endpoint: z
      .string()
      .regex(/^ep-[a-z0-9-]{1,60}$/, 'must be the id of a compute endpoint (ep-…), without "-pooler"')
      .describe('Id of the compute endpoint (ep-…): the first part of the host name in the database URL.'),
  })
  .describe('Size of a Neon compute: its autoscaling limits, and when it is suspended.');

export type Config = z.infer<typeof config>;
