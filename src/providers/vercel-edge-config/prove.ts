import { payloadDiffers, readJsonPayload } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Finding } from '../../runtime/finding.js';
import { ITEMS, itemStatesOf, maskHidden, savedItems } from './capture.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/** Compares the sealed items with the manifest. */
export async function prove(_config: Config, saved: State, ctx: Context, source: PayloadSource): Promise<Finding[]> {
  const items = await readJsonPayload(ITEMS, savedItems, source, ctx);
  maskHidden(items, ctx);
  return canonicalJson(await itemStatesOf(items, ctx)) === canonicalJson(saved.items) ? [] : [payloadDiffers('items')];
}
