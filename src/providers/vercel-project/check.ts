import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const project = await client(config, ctx).project();
  if (!project.passwordProtection) return [];
  return [
    {
      level: 'info',
      code: 'project-password-not-captured',
      message: 'The project is protected by a password, which Vercel does not give back: it is not captured.',
      remedy: 'If a deploy changes it, set it again in the dashboard.',
    },
  ];
}
