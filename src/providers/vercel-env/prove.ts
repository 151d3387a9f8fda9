import { payloadDiffers, readJsonPayload } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Finding } from '../../runtime/finding.js';
import { rowsOf, VALUES } from './capture.js';
import { hide } from './client.js';
import type { Config } from './config.js';
import { savedVariables, type State } from './state.js';

/** Compares the sealed variables with the manifest. */
export async function prove(_config: Config, saved: State, ctx: Context, source: PayloadSource): Promise<Finding[]> {
  const variables = await readJsonPayload(VALUES, savedVariables, source, ctx);
  for (const variable of variables) hide(variable, ctx);
  const rows = await rowsOf(variables, ctx);
  return canonicalJson(rows) === canonicalJson(saved.rows) ? [] : [payloadDiffers('variables')];
}
