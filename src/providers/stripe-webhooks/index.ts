import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { defineProvider, type PayloadSource, type ProofDepth } from '../../engine/provider.js';
import { apply } from './apply.js';
import { capture, savedHooks, stateOf } from './capture.js';
import { check, preflight } from './check.js';
import type { Config } from './config.js';
import { plan } from './plan.js';
import { state, type State } from './state.js';
import { configuredSecrets, verifyEndpoints } from './verify.js';
import { type Finding } from '../../runtime/finding.js';

export { verifyEndpoints } from './verify.js';

/** Webhook endpoints (v1) and event destinations (v2) of one Stripe account, in the mode of the key. */
export default defineProvider<Config, State>({
  id: 'stripe-webhooks',
  state,
  check,
  capture,
  plan,
  apply,
  prove,
  preflight,
});

/** The payload holds what the manifest says; and, when asked for, live endpoints check signatures as they should. */
async function prove(
  config: Config,
  saved: State,
  ctx: Context,
  source: PayloadSource,
  depth: ProofDepth,
): Promise<Finding[]> {
  const hooks = await savedHooks(ctx, source);
  const states = await Promise.all(hooks.map((hook) => stateOf(config, ctx, hook)));
  const comparable = (list: State['hooks']): string =>
    // Scope and connect follow the configuration, which may have changed since.
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
