import { z } from 'zod';
import type { Context, Masker } from '../../runtime/context.js';
import { canonicalJson, sha256 } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http.js';
import type { Change, PayloadSource } from '../../engine/provider.js';
import { isConnect, modeOf, savedHooks, targetsOf } from './capture.js';
import { connectStripe, type Created, type Hook, type HookUpdate, type NewHook, type StripeApi } from './client.js';
import type { Config } from './config.js';
import { markSecret, newMarks, readMarks, withoutMarks } from './marks.js';
import { redactUrl } from './redact.js';
import { redeploy } from './redeploy.js';
import { writeSecret } from './secret-target.js';
import { targetOf } from './plan.js';
import type { TargetState } from './state.js';
import { verifyEndpoints } from './verify.js';

const kind = z.enum(['endpoint', 'destination']);
const updateParams = z.object({ saved: z.string(), live: z.string(), kind });
const createParams = z.object({ saved: z.string() });
const disableParams = z.object({ live: z.string(), kind });
const redeployParams = z.object({ project: z.string(), team: z.string().nullable() });

/** Carries out one change of the plan; decides from what Stripe says now, so that it may be run again at any time. */
export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
  const [verb] = change.id.split(':');
  if (verb === 'update') return update(change, ctx, api, source);
  if (verb === 'create') return recreate(config, change, ctx, api, source);
  if (verb === 'disable') return disable(change, api);
  if (verb === 'redeploy') return deploySecrets(config, change, ctx, api);
  throw new RewindError('internal', `There is no such change: ${change.id}`, { resource: ctx.resource });
}

async function update(change: Change, ctx: Context, api: StripeApi, source: PayloadSource): Promise<void> {
  const params = updateParams.parse(change.params);
  const want = await savedHook(ctx, api, source, params.saved);
  const have = await api.find(params.kind, params.live);
  if (!have) {
    throw new RewindError('api-not-found', `${change.target} was deleted after the plan was made.`, {
      resource: ctx.resource,
      remedy: 'Run the plan again: it will then re-create the endpoint.',
    });
  }
  await converge(api, want, have);
}

async function disable(change: Change, api: StripeApi): Promise<void> {
  const params = disableParams.parse(change.params);
  const have = await api.find(params.kind, params.live);
  if (have?.enabled) await api.update(params.kind, params.live, { enabled: false });
}

/** Each attempt has its own idempotency key; another one is needed only when the key holds a failure or a lost secret. */
const ATTEMPTS = 4;

/**
 * Creates the endpoint again and writes its new signing secret to the target. A crash anywhere is repaired by running it
 * again: under the same idempotency key Stripe repeats its answer, secret included (24 h); when it no longer does, the
 * endpoint whose secret nobody saw is replaced by another one.
 */
async function recreate(
  config: Config,
  change: Change,
  ctx: Context,
  api: StripeApi,
  source: PayloadSource,
): Promise<void> {
  const want = await savedHook(ctx, api, source, createParams.parse(change.params).saved);
  const target = requireTarget(config, ctx, want);
  const family = await standIns(api, want);
  const done = family.find((hook) => hook.id === want.id || readMarks(hook.metadata).secret !== 'created');
  if (done) return converge(api, want, done);

  const first = Math.max(1, ...family.map((hook) => readMarks(hook.metadata).attempt));
  for (let attempt = first; attempt < first + ATTEMPTS; attempt += 1) {
    const made = await create(config, ctx, api, want, attempt);
    const have = made && (await api.find(want.kind, made.id));
    if (!made?.secret || !have) {
      await removeLost(api, want, undefined);
      continue;
    }
    await writeSecret(ctx, target, made.secret);
    remember(ctx, made.id, made.secret);
    await converge(api, want, have, markSecret('written'));
    await removeLost(api, want, made.id);
    ctx.log.info(`Stripe: re-created ${change.target}; its signing secret was written to ${target.keys.join(', ')}`);
    return;
  }
  throw new RewindError(
    'api-unavailable',
    `${change.target} could not be re-created with a signing secret that can be read.`,
    {
      resource: ctx.resource,
      remedy: 'Look at status.stripe.com and run the same rollback again; nothing is lost.',
    },
  );
}

/**
 * Signing secrets received in this run, by endpoint: no one can read them again, and verify-events needs them. In memory
 * only; the masker stands for the run.
 */
const received = new WeakMap<Masker, Map<string, string>>();

function remember(ctx: Context, id: string, secret: string): void {
  const known = received.get(ctx.masker) ?? new Map<string, string>();
  received.set(ctx.masker, known.set(id, secret));
}

/** Undefined when this key can only repeat a failure. */
async function create(
  config: Config,
  ctx: Context,
  api: StripeApi,
  want: Hook,
  attempt: number,
): Promise<Created | undefined> {
  const hook: NewHook = {
    kind: want.kind,
    url: want.url,
    name: want.name,
    events: want.events,
    description: want.description,
    fixed: want.fixed,
    connect: isConnect(config, want),
    metadata: { ...withoutMarks(want.metadata), ...newMarks(want.id, readMarks(want.metadata).of, attempt) },
  };
  try {
    return await api.create(hook, `rewind-${ctx.snapshotId}-${want.id}-${attempt}`);
  } catch (error) {
    if (error instanceof HttpFailure && (isStoredFailure(error) || isOtherParameters(error))) {
      ctx.log.debug(
        `Stripe: attempt ${attempt} to re-create ${want.id} cannot succeed under its key: ${error.message}`,
      );
      return undefined;
    }
    throw error;
  }
}

/** v1 keeps the answer of a request that failed with 500, and repeats it for 24 hours. */
function isStoredFailure(failure: HttpFailure): boolean {
  return failure.status === 500;
}

function isOtherParameters(failure: HttpFailure): boolean {
  const body = z.object({ error: z.object({ type: z.literal('idempotency_error') }) }).safeParse(failure.body);
  return failure.status === 400 && body.success;
}

/** The live endpoints that are, or were made to stand for, this one. */
async function standIns(api: StripeApi, want: Hook): Promise<Hook[]> {
  const live = await api.list();
  return live.filter(
    (hook) => hook.kind === want.kind && (hook.id === want.id || readMarks(hook.metadata).of.includes(want.id)),
  );
}

/** Removes endpoints that a run which was cut off made, and whose secret nobody knows: nobody can have used them. */
async function removeLost(api: StripeApi, want: Hook, keep: string | undefined): Promise<void> {
  for (const hook of await standIns(api, want)) {
    if (hook.id !== keep && hook.id !== want.id && readMarks(hook.metadata).secret === 'created') {
      await api.remove(hook.kind, hook.id);
    }
  }
}

/** After the secrets are written: production is built again with them, once, and the marks are taken off. */
async function deploySecrets(config: Config, change: Change, ctx: Context, api: StripeApi): Promise<void> {
  const { project, team } = redeployParams.parse(change.params);
  const targets = targetsOf(config);
  const waiting = (await api.list()).filter(
    (hook) => readMarks(hook.metadata).secret === 'written' && targetOf(shown(hook), targets)?.project === project,
  );
  if (waiting.length === 0) return;
  const token = sha256(canonicalJson([ctx.snapshotId, ...waiting.map((hook) => hook.id).sort()])).slice(0, 24);
  await redeploy(ctx, { project, team }, token);
  if (config['verify-events']) await requireSignatures(config, ctx, waiting);
  for (const hook of waiting) await api.update(hook.kind, hook.id, { metadata: markSecret(null) });
}

/** The app behind each of these must accept what is signed with the new secret, and refuse the rest. */
async function requireSignatures(config: Config, ctx: Context, hooks: readonly Hook[]): Promise<void> {
  const known = received.get(ctx.masker);
  const ids = new Set(hooks.map((hook) => hook.id).filter((id) => known?.has(id)));
  const findings = await verifyEndpoints(
    config,
    ctx,
    (hook) => known?.get(hook.id),
    (hook) => ids.has(hook.id),
  );
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return;
  throw new RewindError(
    'verify-differs',
    'Production was built again, but the app does not check the new signing secret as it should.',
    {
      resource: ctx.resource,
      problems: errors.map(({ message }) => message),
      remedy: 'Check that the app reads the variable named under signing-secrets, then deploy it again.',
    },
  );
}

/** Sends only what differs; nothing when nothing does. */
async function converge(api: StripeApi, want: Hook, have: Hook, marks: HookUpdate['metadata'] = {}): Promise<void> {
  const change = updateFor(want, have, marks);
  if (Object.keys(change).length > 0) await api.update(have.kind, have.id, change);
}

function updateFor(want: Hook, have: Hook, marks: Record<string, string | null>): HookUpdate {
  const metadata = { ...metadataChange(withoutMarks(want.metadata), withoutMarks(have.metadata)), ...marks };
  return {
    ...(want.url === null || want.url === have.url ? {} : { url: want.url }),
    ...(want.name === null || want.name === have.name ? {} : { name: want.name }),
    ...(canonicalJson(want.events) === canonicalJson(have.events) ? {} : { events: want.events }),
    ...(want.enabled === have.enabled ? {} : { enabled: want.enabled }),
    ...(want.description === have.description ? {} : { description: want.description }),
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
  };
}

function metadataChange(want: Record<string, string>, have: Record<string, string>): Record<string, string | null> {
  const removed = Object.keys(have).filter((key) => !(key in want));
  const set = Object.entries(want).filter(([key, value]) => have[key] !== value);
  return { ...Object.fromEntries(removed.map((key) => [key, null])), ...Object.fromEntries(set) };
}

async function savedHook(ctx: Context, api: StripeApi, source: PayloadSource, id: string): Promise<Hook> {
  const hook = (await savedHooks(ctx, source)).find((candidate) => candidate.id === id);
  if (!hook) {
    throw new RewindError('snapshot-corrupt', `The endpoint ${id} is in the manifest but not in its payload.`, {
      resource: ctx.resource,
    });
  }
  if (hook.livemode !== modeOf(ctx, api, [])) {
    throw new RewindError(
      'snapshot-foreign',
      'The snapshot and STRIPE_API_KEY are not of the same mode (test or live).',
      {
        resource: ctx.resource,
      },
    );
  }
  return hook;
}

function requireTarget(config: Config, ctx: Context, want: Hook): TargetState {
  const target = targetOf(shown(want), targetsOf(config));
  if (target) return target;
  throw new RewindError('plan-mismatch', 'The signing-secrets entry that the plan relied on is no longer configured.', {
    resource: ctx.resource,
  });
}

function shown(hook: Hook): { url: string | null; description: string | null } {
  return { url: hook.url === null ? null : redactUrl(hook.url), description: hook.description };
}
