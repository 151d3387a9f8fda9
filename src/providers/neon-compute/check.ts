import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';

/** Whether the compute can be read; each of its sizes can be restored. */
export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  await client(config, ctx).read();
  return [];
}
