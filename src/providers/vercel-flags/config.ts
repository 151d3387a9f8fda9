import { z } from 'zod';
import { resourceId, vercelProject, vercelTeam } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('vercel-flags'),
    project: vercelProject,
    team: vercelTeam,
    environments: z
      .array(z.enum(['production', 'preview', 'development']))
      .min(1)
      .default(['production'])
      .describe('Environments whose targeting is captured and restored.'),
  })
  .describe('Vercel Flags of a project: variants, and per environment on or off, rules, targets.');

export type Config = z.infer<typeof config>;
