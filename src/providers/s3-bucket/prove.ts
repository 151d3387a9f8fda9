import { payloadDiffers, readJsonPayload } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { stateOf } from './capture.js';
import type { Config } from './config.js';
import { ASPECTS, PAYLOAD, payload } from './documents.js';
import type { State } from './state.js';

/** Compares each sealed setting with the manifest. */
export async function prove(config: Config, saved: State, ctx: Context, source: PayloadSource): Promise<Finding[]> {
  const sealed = await stateOf(config, ctx, await readJsonPayload(PAYLOAD, payload, source, ctx));
  return ASPECTS.filter((aspect) => sealed.settings[aspect]?.fingerprint !== saved.settings[aspect]?.fingerprint).map(
    (aspect) => payloadDiffers(`${aspect} of bucket ${saved.bucket}`),
  );
}
