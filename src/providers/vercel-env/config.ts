import { z } from 'zod';
import { resourceId, vercelProject, vercelTeam } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('vercel-env'),
    project: vercelProject,
    team: vercelTeam,
    targets: z
      .array(z.enum(['production', 'preview', 'development']))
      .default(['production'])
      .describe('Variables of these targets are captured; one that also has other targets is captured whole.'),
    'custom-environments': z
      .array(z.string().min(1))
      .default([])
      .describe('Ids of custom environments whose variables are captured too.'),
    ignore: z
      .array(z.string().min(1))
      .default([])
      .describe('Keys that are left alone, such as signing secrets that stripe-webhooks writes.'),
    'git-branches': z
      .boolean()
      .default(true)
      .describe('Whether variables of single Git branches (of the target preview) are captured too.'),
  })
  .describe('Environment variables of a Vercel project; a change takes effect with the next deployment.');

export type Config = z.infer<typeof config>;
