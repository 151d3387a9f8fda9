import type { Context } from '../../runtime/context.js';
import { client } from './client.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/** Nothing in it is secret, so the manifest holds everything. */
export async function capture(config: Config, ctx: Context): Promise<State> {
  const { region, function: name, qualifier = null } = config;
  const lambda = await client(config, ctx);
  const reserved = await lambda.reserved();
  const found = qualifier === null ? null : await lambda.provisioned();
  const provisioned = found && { requested: found.requested, failed: found.status === 'FAILED' };
  return { schemaVersion: 1, region, function: name, qualifier, reserved, provisioned };
}
