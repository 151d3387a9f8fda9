import type { Context } from '../../runtime/context.js';
import { client } from './client.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/** Nothing in it is secret, so the manifest holds everything. */
export async function capture(config: Config, ctx: Context): Promise<State> {
  const { region, target, dimension } = config;
  return { schemaVersion: 1, region, target, dimension, scaling: await (await client(config, ctx)).read() };
}
