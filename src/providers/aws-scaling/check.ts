import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const found = await (await client(config, ctx)).read();
  const { target, dimension, region } = config;
  if (found === null) {
    return [
      {
        level: 'error',
        code: 'scaling-target-absent',
        message: `${target} is not registered for ${dimension} in ${region}.`,
        remedy: 'Correct "target", "dimension" and "region" of this resource, or register the target in AWS.',
      },
    ];
  }
  if (!found.suspended.scaleOut) return [];
  return [
    {
      level: 'warning',
      code: 'scaling-out-suspended',
      message: `Scaling out of ${target} is suspended: a higher maximum adds no capacity.`,
      remedy: 'Resume it in AWS if that is not intended.',
    },
  ];
}
