import { payloadDiffers, readJsonPayload } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Finding } from '../../runtime/finding.js';
import { statesOf } from './capture.js';
import type { Config } from './config.js';
import { PAYLOAD, payload } from './model.js';
import type { State } from './state.js';

/** Compares the sealed flags with the manifest. */
export async function prove(config: Config, saved: State, ctx: Context, source: PayloadSource): Promise<Finding[]> {
  const { flags } = await readJsonPayload(PAYLOAD, payload, source, ctx);
  const sealed = await statesOf(ctx, flags);
  return canonicalJson(sealed) === canonicalJson(saved.flags) ? [] : [payloadDiffers('flags')];
}
