import type { Change } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { room } from './check.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { params } from './state.js';

/** Checks that RDS has room for the new instance. A started restore has it already. */
export async function preflight(config: Config, changes: readonly Change[], ctx: Context): Promise<Finding[]> {
  const targets = changes.filter(({ manual }) => manual === undefined).map((change) => params.parse(change.params));
  const rds = await client(config, ctx);
  for (const { target } of targets) {
    if ((await rds.instance(target)) !== null) continue;
    return room((await rds.quotas()).get('DBInstances'), 'DB instances', 'rds-instance-limit').filter(
      ({ level }) => level === 'error',
    );
  }
  return [];
}
