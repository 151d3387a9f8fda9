import type { PayloadSource } from '../../engine/payload.js';
import type { ProofDepth } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Finding } from '../../runtime/finding.js';
import { savedHooks, stateOf } from './capture.js';
import type { Config } from './config.js';
import type { State } from './state.js';
import { configuredSecrets, verifyEndpoints } from './verify.js';

/** Compares the payload with the manifest; on request, tests that live endpoints verify signatures. */
export async function prove(
  config: Config,
  saved: State,
  ctx: Context,
  source: PayloadSource,
  depth: ProofDepth,
): Promise<Finding[]> {
  const hooks = await savedHooks(ctx, source);
  const states = await Promise.all(hooks.map((hook) => stateOf(config, ctx, hook)));
  const comparable = (list: State['hooks']): string =>
    // Ignores scope and connect: they follow the configuration, which may have changed.
    canonicalJson(list.map((hook) => ({ ...hook, inScope: true, connect: false })));
  const findings: Finding[] = [];
  if (comparable(states) !== comparable(saved.hooks)) {
    const message = 'The sealed Stripe endpoints are not the ones that the manifest describes.';
    const remedy = 'Choose another snapshot.';
    findings.push({ level: 'error', code: 'stripe-payload-differs', message, remedy });
  }
  if (depth === 'restorable' && config['verify-events']) {
    findings.push(...(await verifyEndpoints(config, ctx, configuredSecrets(config, ctx))));
  }
  return findings;
}
