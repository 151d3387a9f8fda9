import { payloadDiffers, readJsonPayload } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Finding } from '../../runtime/finding.js';
import { stateOf } from './capture.js';
import type { Config } from './config.js';
import { PAYLOAD, payload } from './model.js';
import type { State } from './state.js';

/** Compares the sealed flags and segments with the manifest. */
export async function prove(config: Config, saved: State, ctx: Context, source: PayloadSource): Promise<Finding[]> {
  const sealed = await stateOf(config, ctx, await readJsonPayload(PAYLOAD, payload, source, ctx));
  const contents = ({ features, segments }: State): string => canonicalJson([features, segments]);
  return contents(sealed) === contents(saved) ? [] : [payloadDiffers('flags')];
}
