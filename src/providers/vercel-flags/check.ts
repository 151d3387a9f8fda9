import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { connectVercelFlags } from './client.js';
import type { Config } from './config.js';
import { hasExperiment, type Flag } from './model.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const flags = await connectVercelFlags(config, ctx).flags();
  const runsExperiment = ({ environments }: Flag): boolean =>
    config.environments.some((name) => environments[name] && hasExperiment(environments[name]));
  return flags.filter(runsExperiment).map(({ slug }) => ({
    level: 'warning',
    code: 'flag-experiment',
    message: `Flag ${slug} runs an experiment: its targeting can be read, but not written back.`,
    remedy: 'Note its settings; after a rollback set them in the dashboard.',
  }));
}
