import { payloadDiffers } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Finding } from '../../runtime/finding.js';
import { describeConfig, shownOf } from './capture.js';
import type { Config } from './config.js';
import { readConfig, readFunction } from './payload.js';
import type { State } from './state.js';

/** Compares the sealed config and each sealed function with the manifest. */
export async function prove(_config: Config, saved: State, ctx: Context, source: PayloadSource): Promise<Finding[]> {
  const of = `of distribution ${saved.distribution}`;
  const findings: Finding[] = [];
  const { fields, sealed } = await describeConfig(ctx, await readConfig(ctx, source));
  if (canonicalJson([fields, sealed]) !== canonicalJson([saved.fields, saved.sealed])) {
    findings.push(payloadDiffers(`config ${of}`));
  }
  for (const [name, { fields: savedFields, code: savedCode }] of Object.entries(saved.functions)) {
    const { config, code } = await readFunction(ctx, source, name);
    const found = [shownOf(config), await ctx.fingerprint(code.toString('base64'))];
    if (canonicalJson(found) !== canonicalJson([savedFields, savedCode])) {
      findings.push(payloadDiffers(`function ${name} ${of}`));
    }
  }
  return findings;
}
