import { z } from 'zod';
import { resourceId, vercelProject, vercelTeam } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('vercel-project'),
    project: vercelProject,
    team: vercelTeam,
  })
  .describe('Settings of a Vercel project: build, security, domains and redirects, crons, firewall, rolling releases.');

export type Config = z.infer<typeof config>;
