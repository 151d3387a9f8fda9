import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { destinationsOf, isInScope } from './capture.js';
import { connectStripe, sign, type Hook } from './client.js';
import type { Config } from './config.js';
import { redactUrl } from './redact.js';
import { destinationOf } from './plan.js';
import type { Finding } from '../../runtime/finding.js';

/** Returns the signing secret of an endpoint, if known. */
type SecretOf = (hook: Hook) => string | undefined;

/** No integration subscribes to this type, so a receiver verifies the event and then ignores it. */
const EVENT_TYPE = 'rewind.verification';

/** Secrets given in the configuration (`signing-secrets.*.secret`). @throws RewindError credential-missing */
export function configuredSecrets(config: Config, ctx: Context): SecretOf {
  const targets = destinationsOf(config);
  const entries = Object.values(config['signing-secrets'] ?? {});
  return (hook) => {
    const shown = { url: hook.url === null ? null : redactUrl(hook.url), description: hook.description };
    const target = destinationOf(shown, targets);
    const reference = target && entries[targets.indexOf(target)]?.secret;
    return reference === undefined ? undefined : ctx.env.resolve(reference, ctx.resource);
  };
}

/**
 * Posts two events to each enabled endpoint: one signed with its secret (expects 2xx), one signed with another secret
 * (expects 4xx). The application receives them, so this needs an opt-in.
 */
export async function verifyEndpoints(
  config: Config,
  ctx: Context,
  secretOf: SecretOf,
  chosen: (hook: Hook) => boolean = (hook) => isInScope(config, hook),
): Promise<Finding[]> {
  const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
  const hooks = (await api.list()).filter((hook) => hook.enabled && hook.url !== null && chosen(hook));
  const findings = await Promise.all(hooks.map((hook) => verifyOne(ctx, hook, secretOf(hook))));
  return findings.flat();
}

async function verifyOne(ctx: Context, hook: Hook, secret: string | undefined): Promise<Finding[]> {
  const where = redactUrl(hook.url ?? '');
  if (secret === undefined) {
    const message = `The signature check of ${where} was not tried: its signing secret is not known here.`;
    const remedy = 'Add "secret: ${NAME}" to its entry under signing-secrets.';
    return [{ level: 'info', code: 'stripe-signature-untested', message, remedy }];
  }
  ctx.masker.add(secret);
  try {
    const good = await post(ctx, hook, secret);
    const bad = await post(ctx, hook, `whsec_${ctx.randomHex(24)}`);
    return [...judgeGood(where, good), ...judgeBad(where, bad)];
  } catch (error) {
    if (!(error instanceof RewindError) || error.code === 'cancelled') throw error;
    return [
      {
        level: 'error',
        code: 'stripe-endpoint-unreachable',
        message: `${where} could not be reached with a test event: ${error.message}`,
        remedy: 'Stripe cannot deliver to it either. Check the deployment behind this URL.',
      },
    ];
  }
}

function judgeGood(where: string, status: number): Finding[] {
  if (status >= 200 && status < 300) return [];
  const message = `${where} answered ${status} to a correctly signed event: it does not have this endpoint's signing secret.`;
  const remedy = "Give the app the endpoint's signing secret (Stripe dashboard) and deploy it again.";
  return [{ level: 'error', code: 'stripe-signature-refused', message, remedy }];
}

function judgeBad(where: string, status: number): Finding[] {
  if (status >= 400 && status < 500) return [];
  const message = `${where} answered ${status} to a wrongly signed event (expected 400): it does not check signatures.`;
  const remedy = 'Anyone can send it forged payments. Verify the Stripe-Signature header.';
  return [{ level: 'error', code: 'stripe-signature-unchecked', message, remedy }];
}

const ANSWERS = [400, 401, 402, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 500, 501, 502, 503];

async function post(ctx: Context, hook: Hook, secret: string): Promise<number> {
  const now = Math.floor(ctx.clock.now().getTime() / 1000);
  const body = JSON.stringify({
    id: `evt_rewind_${ctx.randomHex(8)}`,
    object: 'event',
    api_version: hook.fixed.apiVersion ?? null,
    created: now,
    livemode: hook.livemode,
    pending_webhooks: 0,
    request: { id: null, idempotency_key: null },
    type: EVENT_TYPE,
    data: { object: {} },
  });
  const answer = await ctx.http.request(
    {
      service: 'The webhook endpoint',
      what: 'post a test event',
      resource: ctx.resource,
      method: 'POST',
      url: hook.url ?? '',
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': await sign(body, secret, now) },
      body,
      accept: ANSWERS,
      deadlineMs: 30_000,
    },
    z.unknown(),
  );
  return answer.status;
}
