import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { roomToRestore } from './check.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { NAMES } from './kinds.js';
import { params } from './state.js';

/** Checks that RDS has room for what is restored. A started restore has it already. */
export async function preflight(config: Config, changes: readonly Change[], ctx: Context): Promise<Finding[]> {
  const planned = changes.filter(({ manual }) => manual === undefined).map((change) => params.parse(change.params));
  for (const { target, copy } of planned) {
    const rds = await client(config, ctx, copy.kind);
    const found = await rds.server(target);
    if (found !== null && (copy.kind === 'instance' || found.members.length > 0)) continue;
    // A cluster that exists, such as a clone, only needs its instance.
    const needed = found === null ? NAMES[copy.kind].quotas : (['DBInstances'] as const);
    return roomToRestore(await rds.quotas(), needed).filter(({ level }) => level === 'error');
  }
  return [];
}
