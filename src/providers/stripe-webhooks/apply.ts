import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { canonicalJson, sha256 } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { own } from '../../runtime/json.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import { destinationsOf, isConnect, modeOf, savedHooks, stateOf } from './capture.js';
import { connectStripe, type Created, type Hook, type HookUpdate, type NewHook, type StripeApi } from './client.js';
import type { Config } from './config.js';
import { newProvenance, readProvenance, recordSecret, withoutProvenance } from './provenance.js';
import { redactUrl } from './redact.js';
import { redeploy } from './redeploy.js';
import { writeSecret } from './secret-destination.js';
import { destinationOf, updateInPlace } from './plan.js';
import { params, type Params, type SecretDestination } from './state.js';
import { verifyEndpoints } from './verify.js';

type ParamsOf<Kind> = Extract<Params, { readonly kind: Kind }>;

interface Applying {
  readonly config: Config;
  readonly ctx: Context;
  readonly api: StripeApi;
  readonly source: PayloadSource;
}

/** Applies one change. Decides from the live endpoints, so it can be repeated at any time. */
export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
  const run: Applying = { config, ctx, api, source };
  const step = params.parse(change.params);
  switch (step.kind) {
    case 'update':
      return update(run, step, change);
    case 'create':
      return recreate(run, step.saved, change.target);
    case 'disable':
      return disable(api, step);
    case 'redeploy':
      return deploySecrets(run, step);
  }
}

async function update(run: Applying, { saved, hook, live }: ParamsOf<'update'>, change: Change): Promise<void> {
  const desired = await savedHook(run, saved);
  const actual = await run.api.find(hook, live);
  if (!actual) {
    throw new RewindError('api-not-found', `${change.target} was deleted after the plan was made.`, {
      resource: run.ctx.resource,
      remedy: 'Run the plan again: it then re-creates the endpoint.',
    });
  }
  const [was, is] = await Promise.all([desired, actual].map((one) => stateOf(run.config, run.ctx, one)));
  const [left] = was && is ? updateInPlace(was, is) : [];
  if (left === undefined) return;
  assertAsPlanned(change, left.before, run.ctx, 'in Stripe');
  await converge(run.api, desired, actual);
}

async function disable(api: StripeApi, { hook, live }: ParamsOf<'disable'>): Promise<void> {
  const actual = await api.find(hook, live);
  if (actual?.enabled) await api.update(hook, live, { enabled: false });
}

/** Each attempt has its own idempotency key. A second one is needed only if the key holds a failure or a lost secret. */
const ATTEMPTS = 4;
/** Keys at most, also those that earlier rollbacks to the same snapshot used: Stripe keeps them for a day. */
const KEYS = 100;

/**
 * Re-creates the endpoint and writes its new signing secret to its destination. A rerun within 24 h sends the same
 * idempotency key, and Stripe repeats its response with the secret. A later rerun replaces the endpoint.
 */
async function recreate(run: Applying, saved: string, name: string): Promise<void> {
  const { ctx, api } = run;
  const desired = await savedHook(run, saved);
  const destination = requireDestination(run, desired);
  const replacements = await replacementsOf(api, desired);
  const done = replacements.find(
    (hook) => hook.id === desired.id || readProvenance(hook.metadata).secret !== 'created',
  );
  if (done) return converge(api, desired, done);

  const first = Math.max(1, ...replacements.map((hook) => readProvenance(hook.metadata).attempt));
  let failures = 0;
  for (let attempt = first; failures < ATTEMPTS && attempt < first + KEYS; attempt += 1) {
    const created = await create(run, desired, attempt);
    const actual = created && (await api.find(desired.kind, created.id));
    if (!created?.secret || !actual || !standsFor(actual, desired)) {
      if (!isUsed(created, actual, desired)) failures += 1;
      await removeLost(api, desired, undefined);
      continue;
    }
    await writeSecret(ctx, destination, created.secret);
    ctx.memory.set(created.id, created.secret);
    await converge(api, desired, actual, recordSecret('written'));
    await removeLost(api, desired, created.id);
    ctx.log.info(`Stripe: re-created ${name} and wrote its signing secret to ${destination.keys.join(', ')}`);
    return;
  }
  throw new RewindError('api-unavailable', `Could not re-create ${name} with a readable signing secret.`, {
    resource: ctx.resource,
    remedy: 'Check status.stripe.com, then run the same rollback again; nothing is lost.',
  });
}

const standsFor = (actual: Hook, desired: Hook): boolean => readProvenance(actual.metadata).of.includes(desired.id);

/**
 * True if the key belongs to an earlier rollback to this snapshot: Stripe repeats its response, but somebody removed that
 * endpoint since, or made another one of it, which this plan disables.
 */
const isUsed = (created: Created | undefined, actual: Hook | undefined, desired: Hook): boolean =>
  created !== undefined && (actual === undefined || !standsFor(actual, desired));

/** Undefined if this idempotency key can only repeat a failure. */
async function create({ config, ctx, api }: Applying, desired: Hook, attempt: number): Promise<Created | undefined> {
  const { kind, url, name, events, description, fixed, metadata } = desired;
  const provenance = newProvenance(desired.id, readProvenance(metadata).of, attempt);
  const connect = isConnect(config, desired);
  const hook: NewHook = {
    kind,
    url,
    name,
    events,
    description,
    fixed,
    connect,
    metadata: { ...withoutProvenance(metadata), ...provenance },
  };
  try {
    return await api.create(hook, `rewind-${ctx.snapshotId}-${desired.id}-${attempt}`);
  } catch (error) {
    if (error instanceof HttpFailure && (isStoredFailure(error) || isOtherParameters(error))) {
      ctx.log.debug(
        `Stripe: attempt ${attempt} to re-create ${desired.id} cannot succeed with its key: ${error.message}`,
      );
      return undefined;
    }
    throw error;
  }
}

/** v1 stores the response of a request that failed with 500 and repeats it for 24 hours. */
function isStoredFailure(failure: HttpFailure): boolean {
  return failure.status === 500;
}

function isOtherParameters(failure: HttpFailure): boolean {
  const body = z.object({ error: z.object({ type: z.literal('idempotency_error') }) }).safeParse(failure.body);
  return failure.status === 400 && body.success;
}

/** This live endpoint and its replacements. */
async function replacementsOf(api: StripeApi, desired: Hook): Promise<Hook[]> {
  const live = await api.list();
  return live.filter(
    (hook) =>
      hook.kind === desired.kind && (hook.id === desired.id || readProvenance(hook.metadata).of.includes(desired.id)),
  );
}

/** Removes unusable endpoints: an interrupted run created them, and their secret is lost. */
async function removeLost(api: StripeApi, desired: Hook, keep: string | undefined): Promise<void> {
  for (const hook of await replacementsOf(api, desired)) {
    if (hook.id !== keep && hook.id !== desired.id && readProvenance(hook.metadata).secret === 'created') {
      await api.remove(hook.kind, hook.id);
    }
  }
}

/** Rebuilds production once with all written secrets, then clears the provenance states. */
async function deploySecrets({ config, ctx, api }: Applying, { project, team }: ParamsOf<'redeploy'>): Promise<void> {
  const destinations = destinationsOf(config);
  const waiting = (await api.list()).filter(
    (hook) =>
      readProvenance(hook.metadata).secret === 'written' &&
      destinationOf(shown(hook), destinations)?.project === project,
  );
  if (waiting.length === 0) return;
  const token = sha256(canonicalJson([ctx.snapshotId, ...waiting.map((hook) => hook.id).sort()])).slice(0, 24);
  await redeploy(ctx, { project, team }, token);
  if (config['verify-events']) await requireSignatures(config, ctx, waiting);
  for (const hook of waiting) await api.update(hook.kind, hook.id, { metadata: recordSecret(null) });
}

/** The app behind each endpoint must accept events that are signed with the new secret, and reject others. */
async function requireSignatures(config: Config, ctx: Context, hooks: readonly Hook[]): Promise<void> {
  const ids = new Set(hooks.map((hook) => hook.id).filter((id) => ctx.memory.has(id)));
  const findings = await verifyEndpoints(
    config,
    ctx,
    (hook) => ctx.memory.get(hook.id),
    (hook) => ids.has(hook.id),
  );
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return;
  throw new RewindError(
    'verify-differs',
    'Production was rebuilt, but the app does not verify signatures with the new secret.',
    {
      resource: ctx.resource,
      problems: errors.map(({ message }) => message),
      remedy: 'Check that the app reads the variable named under signing-secrets, then deploy it again.',
    },
  );
}

/** Sends only the differences, if any. */
async function converge(
  api: StripeApi,
  desired: Hook,
  actual: Hook,
  provenance: HookUpdate['metadata'] = {},
): Promise<void> {
  const change = updateFor(desired, actual, provenance);
  if (Object.keys(change).length > 0) await api.update(actual.kind, actual.id, change);
}

function updateFor(desired: Hook, actual: Hook, provenance: Record<string, string | null>): HookUpdate {
  const metadata = {
    ...metadataChange(withoutProvenance(desired.metadata), withoutProvenance(actual.metadata)),
    ...provenance,
  };
  return {
    ...(desired.url === null || desired.url === actual.url ? {} : { url: desired.url }),
    ...(desired.name === null || desired.name === actual.name ? {} : { name: desired.name }),
    ...(canonicalJson(desired.events) === canonicalJson(actual.events) ? {} : { events: desired.events }),
    ...(desired.enabled === actual.enabled ? {} : { enabled: desired.enabled }),
    ...(desired.description === actual.description ? {} : { description: desired.description }),
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
  };
}

function metadataChange(
  desired: Record<string, string>,
  actual: Record<string, string>,
): Record<string, string | null> {
  const removed = Object.keys(actual).filter((key) => !Object.hasOwn(desired, key));
  const set = Object.entries(desired).filter(([key, value]) => own(actual, key) !== value);
  return { ...Object.fromEntries(removed.map((key) => [key, null])), ...Object.fromEntries(set) };
}

async function savedHook({ ctx, api, source }: Applying, id: string): Promise<Hook> {
  const hook = (await savedHooks(ctx, source)).find((candidate) => candidate.id === id);
  if (!hook) {
    throw new RewindError('snapshot-corrupt', `Endpoint ${id} is in the manifest, but not in the payload.`, {
      resource: ctx.resource,
    });
  }
  if (hook.livemode !== modeOf(ctx, api, [])) {
    throw new RewindError(
      'snapshot-foreign',
      'The snapshot and STRIPE_API_KEY do not have the same mode (test or live).',
      {
        resource: ctx.resource,
      },
    );
  }
  return hook;
}

function requireDestination({ config, ctx }: Applying, desired: Hook): SecretDestination {
  const destination = destinationOf(shown(desired), destinationsOf(config));
  if (destination) return destination;
  throw new RewindError('plan-mismatch', 'The signing-secrets entry that the plan relied on is no longer configured.', {
    resource: ctx.resource,
  });
}

function shown(hook: Hook): { url: string | null; description: string | null } {
  return { url: hook.url === null ? null : redactUrl(hook.url), description: hook.description };
}
