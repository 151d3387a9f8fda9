import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { destinationsOf, modeOf, savedHooks } from './capture.js';
import { connectStripe } from './client.js';
import type { Config } from './config.js';
import { ENDPOINT_LIMIT } from './plan.js';
import { checkDestination } from './secret-destination.js';
import { params } from './state.js';

/** Checks the key's mode (by the payloads), free slots for new endpoints, and secret destinations. */
export async function preflight(
  config: Config,
  changes: readonly Change[],
  ctx: Context,
  source: PayloadSource | null,
): Promise<Finding[]> {
  const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
  const [hooks, saved] = await Promise.all([api.list(), source === null ? [] : savedHooks(ctx, source)]);
  const findings: Finding[] = [];
  if (saved[0] && saved[0].livemode !== modeOf(ctx, api, hooks)) {
    const message = 'The snapshot and STRIPE_API_KEY do not have the same mode (test or live).';
    const remedy = 'Use a key of the mode that the snapshot was taken in.';
    findings.push({ level: 'error', code: 'stripe-mode-mismatch', message, remedy });
  }
  const creates = changes.filter(
    (change) => change.manual === undefined && params.parse(change.params).kind === 'create',
  );
  const webhooks = hooks.filter((hook) => hook.url !== null).length;
  if (creates.length > 0 && webhooks + creates.length > ENDPOINT_LIMIT) {
    const message = `Stripe allows about ${ENDPOINT_LIMIT} endpoints; the account has ${webhooks}, and ${creates.length} must be re-created.`;
    const remedy = 'Delete endpoints that are no longer needed, then run again.';
    findings.push({ level: 'warning', code: 'stripe-endpoint-limit', message, remedy });
  }
  if (creates.length === 0) return findings;
  const targets = await Promise.all(destinationsOf(config).map((target) => checkDestination(ctx, target)));
  return [...findings, ...targets.flat()];
}
