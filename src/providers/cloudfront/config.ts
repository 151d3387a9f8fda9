import { z } from 'zod';
import { resourceId } from '../../runtime/fields.js';

export const config = z.strictObject({
  id: resourceId,
  provider: z.literal('cloudfront').describe('One CloudFront distribution and the CloudFront Functions it uses.'),
  distribution: z
    .string()
    .regex(/^E[A-Z0-9]{5,}$/, 'must be a distribution id (E…), not a domain name')
    .describe('Id of the distribution.'),
  invalidate: z
    .array(z.string().regex(/^\//, 'must begin with /'))
    .max(3000)
    .default([])
    .describe('Paths whose cached copies are dropped after a restore, e.g. ["/*"]; empty = none.'),
  wait: z
    .int()
    .min(0)
    .max(7200)
    .default(1800)
    .describe('Seconds to wait until a restored distribution is Deployed everywhere; 0 = do not wait.'),
  'poll-seconds': z
    .number()
    .min(0.01)
    .max(120)
    .default(10)
    .describe('Seconds between two reads of the status while waiting.'),
});

export type Config = z.infer<typeof config>;
