import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { PayloadSink, PayloadSource } from '../../engine/payload.js';
import { connectStripe, type Hook, type StripeApi } from './client.js';
import type { Config } from './config.js';
import { endpointsOf } from './covered.js';
import { readProvenance, withoutProvenance } from './provenance.js';
import { looksSecret, redactUrl, secretsOf } from './redact.js';
import { hookPayload, type HookState, type State, type SecretDestination } from './state.js';

/** Name of the payload: URLs and metadata in clear; the state holds them redacted. */
const HOOKS_PAYLOAD = 'endpoints.json';

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
  const [hooks, account] = await Promise.all([api.list(), api.account()]);
  hideSecrets(ctx, hooks);
  const states = await Promise.all(hooks.map((hook) => stateOf(config, ctx, hook)));
  await sink.write(HOOKS_PAYLOAD, Buffer.from(JSON.stringify(hooks)));
  return {
    schemaVersion: 1,
    account: account ?? null,
    livemode: modeOf(ctx, api, hooks),
    destinations: config['event-destinations'],
    endpoints: endpointsOf(config),
    hooks: states,
    secretDestinations: destinationsOf(config),
    connect: (config.connect ?? []).map(redactUrl),
  };
}

/** The captured endpoints, with values in clear. @throws RewindError snapshot-corrupt */
export async function savedHooks(ctx: Context, source: PayloadSource): Promise<Hook[]> {
  const bytes = await source.read(HOOKS_PAYLOAD);
  const parsed = hookPayload.array().safeParse(parseJson(bytes.toString('utf8')));
  if (!parsed.success) {
    throw new RewindError('snapshot-corrupt', 'The captured Stripe endpoints cannot be read.', {
      resource: ctx.resource,
    });
  }
  hideSecrets(ctx, parsed.data);
  return parsed.data;
}

/** True in live mode, by the key, else by the endpoints. @throws RewindError api-unexpected-answer if unclear */
export function modeOf(ctx: Context, api: StripeApi, hooks: readonly Hook[]): boolean {
  const mode = api.livemode ?? hooks[0]?.livemode;
  if (mode !== undefined) return mode;
  throw new RewindError('api-unexpected-answer', 'Cannot tell whether STRIPE_API_KEY is a test or a live key.', {
    resource: ctx.resource,
    remedy: 'Use a secret or restricted key (sk_test_…, sk_live_…, rk_test_…, rk_live_…).',
  });
}

export function isInScope(config: Config, hook: Pick<Hook, 'url'>): boolean {
  if (!config.endpoints) return true;
  const { url } = hook;
  return url !== null && config.endpoints.some((prefix) => url.startsWith(prefix));
}

export function isConnect(config: Config, hook: Pick<Hook, 'url' | 'connect'>): boolean {
  return hook.connect || (hook.url !== null && (config.connect ?? []).includes(hook.url));
}

export function destinationsOf(config: Config): SecretDestination[] {
  return Object.entries(config['signing-secrets'] ?? {}).map(([match, target]) => ({
    match: URL.canParse(match) ? redactUrl(match) : match,
    keys: [target['vercel-env']].flat(),
    project: target.project,
    team: target.team ?? null,
  }));
}

export async function stateOf(config: Config, ctx: Context, hook: Hook): Promise<HookState> {
  const provenance = readProvenance(hook.metadata);
  const given = Object.entries(withoutProvenance(hook.metadata));
  const metadata = Object.fromEntries(given.filter(([key]) => !looksSecret(key)));
  const secretMetadata = Object.fromEntries(
    await Promise.all(
      given
        .filter(([key]) => looksSecret(key))
        .map(async ([key, value]) => [key, await ctx.fingerprint(value)] as const),
    ),
  );
  const url = hook.url === null ? null : redactUrl(hook.url);
  return {
    kind: hook.kind,
    id: hook.id,
    url,
    urlFingerprint: hook.url === null || url === hook.url ? null : await ctx.fingerprint(hook.url),
    name: hook.name,
    events: [...hook.events],
    enabled: hook.enabled,
    description: hook.description,
    metadata,
    secretMetadata,
    fixed: hook.fixed,
    connect: isConnect(config, hook),
    inScope: isInScope(config, hook),
    standsFor: [...provenance.of],
    secret: provenance.secret,
  };
}

/** Masks the secret parts of URLs, because Stripe repeats URLs in error messages. */
function hideSecrets(ctx: Context, hooks: readonly Hook[]): void {
  for (const hook of hooks) {
    if (hook.url !== null) for (const secret of secretsOf(hook.url)) ctx.masker.add(secret);
    for (const [key, value] of Object.entries(hook.metadata)) if (looksSecret(key)) ctx.masker.add(value);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
