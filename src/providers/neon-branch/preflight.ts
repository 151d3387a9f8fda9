import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { restorable } from './check.js';
import { client } from './client.js';
import type { Config } from './config.js';

/** Checks that Neon allows the restore. */
export async function preflight(config: Config, _changes: readonly Change[], ctx: Context): Promise<Finding[]> {
  return restorable(await client(config, ctx).production());
}
