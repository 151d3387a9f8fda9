import type { Context } from '../../runtime/context.js';
import { client } from './client.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/** Nothing in it is secret, so the manifest holds everything. */
export async function capture(config: Config, ctx: Context): Promise<State> {
  const { project, endpoint } = config;
  return { schemaVersion: 1, project, endpoint, ...(await client(config, ctx).read()) };
}
