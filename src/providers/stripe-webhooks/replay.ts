import { z } from 'zod';
import type { Answer, Delivery, Replay, ReplayFacts } from '../../engine/replay.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { isConnect, isInScope } from './capture.js';
import { connectStripe, sign, type Hook } from './client.js';
import type { Config } from './config.js';
import { redactUrl, secretsOf } from './redact.js';
import { configuredSecrets } from './verify.js';

const DAY_MS = 86_400_000;
/** Stripe deletes older events. */
const KEPT_DAYS = 30;
/** More than a plan can show, and some 3 hours of sending. */
const MOST_EVENTS = 50_000;
/** The application refused the event: to send it again does not help. 408 and 429 are temporary. */
const REFUSED = Array.from({ length: 100 }, (_, index) => 400 + index).filter((code) => code !== 408 && code !== 429);

/** Sends Stripe's events to the endpoints again, signed with their secrets: Stripe has no public call for it. */
export const replay: Replay<Config> = { plan, sender };

async function plan(config: Config, ctx: Context, from: string, until: string): Promise<ReplayFacts> {
  const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
  const { chosen, skipped } = sortEndpoints(config, ctx, await api.list());
  const events: ReplayFacts['events'] = [];
  const versions = new Set<string>();
  for await (const { id, type, created, api_version: version } of api.events(seconds(from), seconds(until))) {
    const targets = chosen.flatMap(({ hook }, at) => (subscribes(hook, type) ? [at] : []));
    if (targets.length === 0) continue;
    events.push({ id, type, created: new Date(created * 1000).toISOString(), targets });
    for (const at of targets) {
      const wanted = chosen[at]?.hook.fixed.apiVersion;
      if (version && typeof wanted === 'string' && wanted !== version) versions.add(`${version} instead of ${wanted}`);
    }
    if (events.length > MOST_EVENTS) {
      throw new RewindError('too-large', `Stripe lists more than ${MOST_EVENTS} events since ${from}.`, {
        resource: ctx.resource,
        remedy: 'Limit "endpoints" of the resource in rewind.yml, or let the application read the objects from Stripe.',
      });
    }
  }
  const oldest = ctx.clock.now().getTime() - KEPT_DAYS * DAY_MS;
  return {
    from,
    until,
    events: events.reverse(),
    targets: chosen.map(({ hook }) => ({ id: hook.id, address: redactUrl(hook.url ?? '') })),
    skipped,
    warnings: [
      ...(Date.parse(from) < oldest
        ? [`Stripe keeps events for ${KEPT_DAYS} days: those before ${new Date(oldest).toISOString()} are gone.`]
        : []),
      ...[...versions].sort().map((each) => `Some events are sent in API version ${each} of the endpoint.`),
    ],
  };
}

async function sender(
  config: Config,
  ctx: Context,
  approved: ReplayFacts,
): Promise<(one: Delivery) => Promise<Answer>> {
  const api = await connectStripe(ctx, { destinations: config['event-destinations'] });
  const { chosen } = sortEndpoints(config, ctx, await api.list());
  const byId = new Map(chosen.map((each) => [each.hook.id, each]));
  for (const { id, address } of approved.targets) {
    if (redactUrl(byId.get(id)?.hook.url ?? '') === address) continue;
    throw new RewindError('plan-drift', `The endpoint ${id} (${address}) is not what was approved any more.`, {
      resource: ctx.resource,
      remedy: 'Make a new plan: "rewind replay". Events that were sent already are in it again.',
    });
  }
  return async ({ event, target }) => {
    const to = byId.get(target.id);
    const content = await api.event(event.id);
    if (!to || !content) return { kind: 'refused', answer: 'Stripe no longer keeps this event' };
    return post(ctx, to, content, `send ${event.type} ${event.id} again`);
  };
}

interface Endpoint {
  readonly hook: Hook;
  readonly secret: string;
}

/** The endpoints that can be sent to, by id, and the others with the reason. */
function sortEndpoints(config: Config, ctx: Context, hooks: readonly Hook[]) {
  const secretOf = configuredSecrets(config, ctx);
  const chosen: Endpoint[] = [];
  const skipped: ReplayFacts['skipped'] = [];
  for (const hook of hooks.filter((each) => each.enabled && isInScope(config, each))) {
    const why = obstacle(config, hook);
    const secret = why === null ? secretOf(hook) : undefined;
    const address = hook.url === null ? (hook.name ?? hook.id) : redactUrl(hook.url);
    if (why !== null) skipped.push({ address, ...why });
    else if (secret === undefined) skipped.push({ address, ...NO_SECRET });
    else {
      for (const each of [secret, ...secretsOf(hook.url ?? '')]) ctx.masker.add(each);
      chosen.push({ hook, secret });
    }
  }
  return { chosen, skipped };
}

const NO_SECRET = {
  reason: 'its signing secret is not known here',
  remedy: 'Add "secret: ${NAME}" to its entry under signing-secrets, and give this job that secret.',
};
const BY_HAND = 'Send its events with "stripe events resend", or let the application read the objects from Stripe.';

function obstacle(config: Config, hook: Hook): { reason: string; remedy: string } | null {
  if (hook.url === null) return { reason: 'it is not a webhook', remedy: BY_HAND };
  if (hook.kind === 'destination' && hook.fixed.eventPayload !== 'snapshot') {
    return { reason: 'it takes thin events, which Stripe does not list', remedy: BY_HAND };
  }
  if (isConnect(config, hook)) return { reason: 'its events belong to connected accounts', remedy: BY_HAND };
  return null;
}

const subscribes = ({ events }: Hook, type: string): boolean => events.includes('*') || events.includes(type);
const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** @throws HttpFailure when the application does not answer, or says that it failed */
async function post(
  ctx: Context,
  { hook, secret }: Endpoint,
  event: Readonly<Record<string, unknown>>,
  what: string,
): Promise<Answer> {
  const body = JSON.stringify(event, null, 2);
  const signature = await sign(body, secret, Math.floor(ctx.clock.now().getTime() / 1000));
  const { status } = await ctx.http.request(
    {
      service: 'The webhook endpoint',
      what,
      resource: ctx.resource,
      method: 'POST',
      url: hook.url ?? '',
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
      body,
      // Stripe itself delivers at least once; the application knows the event by its id.
      repeatable: true,
      accept: REFUSED,
      deadlineMs: 60_000,
    },
    z.unknown(),
  );
  return status < 300 ? { kind: 'accepted' } : { kind: 'refused', answer: `HTTP ${status}` };
}
