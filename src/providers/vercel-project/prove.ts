import { payloadDiffers, readJsonPayload } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Finding } from '../../runtime/finding.js';
import { saved as payload, shownOf, VALUES } from './capture.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/** Compares the sealed settings with the manifest. */
export async function prove(_config: Config, saved: State, ctx: Context, source: PayloadSource): Promise<Finding[]> {
  const { settings, domains, cronsEnabled, rollingRelease } = saved;
  const sealed = await shownOf(await readJsonPayload(VALUES, payload, source, ctx), ctx);
  return canonicalJson(sealed) === canonicalJson({ settings, domains, cronsEnabled, rollingRelease })
    ? []
    : [payloadDiffers('project settings')];
}
