import { z } from 'zod';
import { resourceId, vercelProject, vercelTeam } from '../../runtime/fields.js';
import { gateTimeout } from '../../services/gate.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('vercel-deployment'),
    project: vercelProject,
    team: vercelTeam,
    'timeout-seconds': z
      .number()
      .int()
      .min(10)
      .max(3600)
      .default(300)
      .describe('How long a switch of production may take.'),
    'gate-timeout-seconds': gateTimeout.describe(
      'How long the gate command of a recovery may run at one stage of a rolling release.',
    ),
    'auto-assign': z
      .boolean()
      .optional()
      .describe(
        'Whether new builds get the production domains by themselves. false: "rewind promote" gives them, after the snapshot. The check says if the project differs.',
      ),
    maintenance: z
      .boolean()
      .default(false)
      .describe(
        'Whether there must be a deployment for maintenance, made by "rewind maintenance". The check says if not.',
      ),
  })
  .describe('The deployment that serves production on Vercel, domain by domain.');

export type Config = z.infer<typeof config>;
