import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const { variables, skipped } = await client(config, ctx).variables();
  const sensitive = variables.filter(
    ({ key, value }) => value === null && ctx.env.secret(`REWIND_ENV_${key}`) === undefined,
  );
  return [
    ...sensitive.map(({ key }): Finding => ({
      level: 'warning',
      code: 'env-sensitive',
      message: `${key} is sensitive: Vercel never gives its value back. If a deploy changes or deletes it, a snapshot cannot restore it.`,
      remedy: `Keep the value where the rollback job can read it, as the secret REWIND_ENV_${key}.`,
    })),
    ...(skipped.length === 0
      ? []
      : [
          {
            level: 'info' as const,
            code: 'env-skipped' as const,
            message: `Not captured, because Vercel or an integration manages them: ${[...new Set(skipped)].sort().join(', ')}.`,
          },
        ]),
  ];
}
