import { payloadDiffers, readJsonPayload } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Finding } from '../../runtime/finding.js';
import { flagStatesOf } from './capture.js';
import type { Config } from './config.js';
import { FLAGS, payload } from './model.js';
import { environmentsOf, type State } from './state.js';

/** Compares the sealed flags with the manifest. */
export async function prove(_config: Config, saved: State, ctx: Context, source: PayloadSource): Promise<Finding[]> {
  // The configuration may name other environments than it did when the snapshot was taken.
  const environments = environmentsOf(saved);
  const flags = await flagStatesOf(await readJsonPayload(FLAGS, payload, source, ctx), { environments }, ctx);
  const showsKinds = saved.flags.some(({ kind }) => kind !== undefined);
  const sealed = showsKinds ? flags : flags.map((flag) => ({ ...flag, kind: undefined }));
  return canonicalJson(sealed) === canonicalJson(saved.flags) ? [] : [payloadDiffers('flags')];
}
