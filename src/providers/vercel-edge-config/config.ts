import { z } from 'zod';
import { resourceId, vercelTeam } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('vercel-edge-config'),
    store: z
      .string()
      .regex(/^ecfg_\w+$/, 'must be the id of an Edge Config store (ecfg_…)')
      .describe('Edge Config (Global Config) store id.'),
    team: vercelTeam,
  })
  .describe('The items of a Vercel Edge Config (Global Config) store: flags, maintenance mode.');

export type Config = z.infer<typeof config>;
