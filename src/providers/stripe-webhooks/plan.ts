import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import type { Change } from '../../engine/change.js';
import { isDropped, isLeftOut, isUnread } from './covered.js';
import { differences, eventsText, sameUrl } from './differences.js';
import type { HookState, Params, SecretDestination, State } from './state.js';

/**
 * Updates an endpoint in place if Stripe allows it, re-creates it only if it is gone, and disables (never deletes) one that
 * did not exist at the snapshot: deleting an endpoint would lose its signing secret.
 *
 * @throws RewindError snapshot-foreign if live has another mode or account than the snapshot
 */
export function plan(saved: State, live: State): Change[] {
  refuseForeign(saved, live);
  const matched = match(saved, live);
  const taken = new Set([...matched.values()].map((hook) => hook?.id));
  const pairs = new Map([...matched].filter(([desired, actual]) => !isDropped(desired, actual, live)));
  const crowded = isCrowded(pairs, live);
  const extras = live.hooks
    .filter((hook) => hook.inScope && hook.enabled && !taken.has(hook.id))
    .filter((hook) => !isLeftOut(saved, hook) && !isUnread(saved, hook));
  const missed = [...pairs].flatMap(([desired, actual]) => (actual === undefined ? [desired] : []));
  const instead = new Map(missed.map((desired) => [desired, inThePlaceOf(desired, extras, live)]));
  const stay = new Set([...instead.values()].flat());
  return [
    ...[...pairs].flatMap(([desired, actual]) => planOne(desired, actual, live, crowded, instead.get(desired))),
    ...extras.filter((hook) => !stay.has(hook)).map((hook) => disableNew(hook, saved, live)),
    ...redeploys(pairs, live),
  ];
}

/**
 * The endpoints that receive the events of one that a person must create: Stripe keeps no event for an endpoint that is
 * disabled, so they stay enabled until that is done.
 */
const inThePlaceOf = (desired: HookState, extras: readonly HookState[], live: State): HookState[] =>
  desired.url === null || !desired.enabled || destinationOf(desired, live.secretDestinations) !== undefined
    ? []
    : extras.filter((hook) => sameUrl(desired, hook));

function refuseForeign(saved: State, live: State): void {
  const mode = (livemode: boolean): string => (livemode ? 'live' : 'test');
  if (saved.livemode !== live.livemode) {
    throw new RewindError(
      'snapshot-foreign',
      `The snapshot holds the ${mode(saved.livemode)}-mode endpoints of Stripe, but STRIPE_API_KEY is a ${mode(live.livemode)}-mode key.`,
      { remedy: `Give a ${mode(saved.livemode)}-mode key in STRIPE_API_KEY, or choose another snapshot.` },
    );
  }
  if (saved.account !== null && live.account !== null && saved.account !== live.account) {
    throw new RewindError(
      'snapshot-foreign',
      `The snapshot belongs to the Stripe account ${saved.account}, but STRIPE_API_KEY belongs to ${live.account}.`,
      { remedy: `Give a key of ${saved.account}, or choose another snapshot.` },
    );
  }
}

/** Pairs each endpoint of the snapshot with its live counterpart: by id, by Rewind's provenance, then by URL. */
function match(saved: State, live: State): Map<HookState, HookState | undefined> {
  const free = new Map(live.hooks.map((hook) => [hook.id, hook]));
  const scoped = saved.hooks.filter((hook) => hook.inScope && !isUnread(live, hook));
  const pairs = new Map<HookState, HookState | undefined>(scoped.map((hook) => [hook, undefined]));
  const rules: ((desired: HookState, actual: HookState) => boolean)[] = [
    (desired, actual) => desired.id === actual.id,
    (desired, actual) => actual.standsFor.includes(desired.id),
    (desired, actual) => actual.secret !== 'created' && isSameAddress(desired, actual),
  ];
  for (const rule of rules) {
    for (const desired of scoped) {
      if (pairs.get(desired)) continue;
      const found = [...free.values()]
        .filter((actual) => desired.kind === actual.kind && rule(desired, actual))
        .sort(byUse)[0];
      if (!found) continue;
      pairs.set(desired, found);
      free.delete(found.id);
    }
  }
  return pairs;
}

/** Prefers a finished endpoint over one with a lost secret, then an enabled one over a disabled one. */
function byUse(a: HookState, b: HookState): number {
  const rank = (hook: HookState): number => (hook.secret === 'created' ? 2 : 0) + (hook.enabled ? 0 : 1);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}

function isSameAddress(desired: HookState, actual: HookState): boolean {
  const same = desired.url !== null && sameUrl(desired, actual) && desired.connect === actual.connect;
  return same && canonicalJson(desired.fixed) === canonicalJson(actual.fixed);
}

function label(hook: Pick<HookState, 'kind' | 'url' | 'name' | 'id'>): string {
  const what = hook.kind === 'endpoint' ? 'Stripe webhook endpoint' : 'Stripe event destination';
  return `${what} ${JSON.stringify(hook.url ?? hook.name ?? hook.id)}`;
}

/** The destination of the endpoint's new signing secret, by its redacted URL (with or without query) or description. */
export function destinationOf(
  hook: Pick<HookState, 'url' | 'description'>,
  targets: readonly SecretDestination[],
): SecretDestination | undefined {
  const url = hook.url?.replace(/\?…$/, '');
  return targets.find(({ match: key }) => key === hook.url || key === url || key === hook.description);
}

/** True for an endpoint that an interrupted run created, and whose signing secret may be lost. */
function isLost(desired: HookState, actual: HookState): boolean {
  return actual.id !== desired.id && actual.secret === 'created';
}

/** Counts the final number of endpoints, so that the plan after an interrupted run has the same warnings. */
function isCrowded(pairs: ReadonlyMap<HookState, HookState | undefined>, live: State): boolean {
  const kept = live.hooks.filter((hook) => hook.url !== null && hook.secret !== 'created').length;
  const added = [...pairs].filter(
    ([desired, actual]) => desired.url !== null && (!actual || isLost(desired, actual)),
  ).length;
  return kept + added > ENDPOINT_LIMIT;
}

function planOne(
  desired: HookState,
  actual: HookState | undefined,
  live: State,
  crowded: boolean,
  instead: readonly HookState[] = [],
): Change[] {
  if (!actual) return [recreate(desired, live, crowded, 'it was deleted since the snapshot', instead)];
  const standsIn = actual.id !== desired.id;
  if (isLost(desired, actual)) {
    const why = 'an interrupted run created it, and its signing secret may be lost';
    return [recreate(desired, live, crowded, why)];
  }
  const changes = updateInPlace(desired, actual);
  if (standsIn && !actual.standsFor.includes(desired.id)) changes.push(unknownSecret(desired, actual));
  return changes;
}

/** The change of the fields that differ, if any. */
export function updateInPlace(desired: HookState, actual: HookState): Change[] {
  const fields = differences(desired, actual);
  if (fields.length === 0) return [];
  const text = (side: 'before' | 'after'): string => fields.map((field) => `${field.name}: ${field[side]}`).join('\n');
  const moved = fields.some((field) => field.name === 'url');
  return [
    {
      id: `update:${actual.id}`,
      stage: 'services',
      action: 'update',
      target: label(desired),
      before: text('before'),
      after: text('after'),
      effect: 'live',
      undo: 'Set the earlier values again; id and signing secret stay the same.',
      warnings: [
        ...(moved ? ['Events will go to another URL.'] : []),
        ...(desired.enabled || !actual.enabled
          ? []
          : ['This endpoint will receive no more events: it was disabled at the snapshot.']),
      ],
      params: { kind: 'update', hook: desired.kind, saved: desired.id, live: actual.id } satisfies Params,
    },
  ];
}

/** @param instead the endpoints that stay enabled until a person has created this one */
function recreate(
  desired: HookState,
  live: State,
  crowded: boolean,
  why: string,
  instead: readonly HookState[] = [],
): Change {
  const target = destinationOf(desired, live.secretDestinations);
  const connect = desired.connect || (desired.url !== null && live.connect.includes(desired.url));
  const base: Change = {
    id: `create:${desired.id}`,
    stage: 'services',
    action: 'create',
    target: label(desired),
    before: null,
    after: `${desired.enabled ? 'enabled' : 'disabled'}, events: ${eventsText(desired.events)}`,
    effect: 'live',
    undo: 'Disable the new endpoint.',
    warnings: [
      `Re-created, because ${why}: it gets a new id and a new signing secret. It does not receive the events of the meantime.`,
      target
        ? `The new secret is written to ${target.keys.join(', ')} of Vercel project ${target.project}; give it to every other program that verifies signatures.`
        : 'No signing-secrets entry is configured for it: signature checks fail until the app has the new secret.',
      ...(desired.kind === 'endpoint' && !connect ? [CONNECT_WARNING] : []),
      ...(crowded ? [`The account would have more than ${ENDPOINT_LIMIT} endpoints: Stripe may refuse this one.`] : []),
    ],
    params: { kind: 'create', hook: desired.kind, saved: desired.id, connect } satisfies Params,
  };
  if (desired.url === null) {
    return {
      ...base,
      manual: `Create it in the Stripe dashboard and associate it again in AWS or Azure (${why}).`,
    };
  }
  if (target) return base;
  const manual =
    `Create it in the Stripe dashboard and give its signing secret to the app; or add a signing-secrets entry for ` +
    `${JSON.stringify(desired.url.replace(/\?…$/, ''))} to this resource and plan again, so that Rewind does both.`;
  const stays =
    instead.length === 0
      ? ''
      : ` At this URL there is now ${instead.map(({ id }) => id).join(' and ')}, which did not exist at the snapshot and stays enabled until then. Plan again afterwards, so that Rewind disables it.`;
  return { ...base, manual: `${manual}${stays}` };
}

/** Endpoints per account and mode, as far as known; only for a warning. */
export const ENDPOINT_LIMIT = 16;
const CONNECT_WARNING =
  'It is created as an account endpoint; if it was a Connect endpoint, list its URL under "connect" first.';

/** Another client re-created it. Rewind restores everything except the secret, which Stripe does not return. */
function unknownSecret(desired: HookState, actual: HookState): Change {
  return {
    id: `secret:${actual.id}`,
    stage: 'services',
    action: 'run',
    target: label(desired),
    before: `id ${actual.id}`,
    after: `id ${desired.id}`,
    effect: 'live',
    undo: null,
    manual:
      `It was deleted and created again by hand since the snapshot (${desired.id} is now ${actual.id}), so its signing secret is another one. ` +
      'Make sure that the restored app has the secret of the new one: see "Signing secret" in the Stripe dashboard.',
    warnings: [],
    params: {},
  };
}

function disableNew(hook: HookState, saved: State, live: State): Change {
  const target = hook.secret === null ? undefined : destinationOf(hook, live.secretDestinations);
  const stays = saved.hooks.some((other) => other.enabled && sameUrl(other, hook));
  return {
    id: `disable:${hook.id}`,
    stage: 'services',
    action: 'update',
    target: label(hook),
    before: 'enabled',
    after: 'disabled',
    effect: 'live',
    undo: 'Enable it again in the Stripe dashboard.',
    warnings: [
      'It did not exist at the snapshot. It is disabled, not deleted: deleting it would lose its signing secret.',
      ...(target !== undefined && stays
        ? [
            `${target.keys.join(', ')} of Vercel project ${target.project} has the signing secret of the endpoint that is disabled. Give the app the secret of the one that stays (Stripe dashboard), or its signature checks fail.`,
          ]
        : []),
    ],
    params: { kind: 'disable', hook: hook.kind, live: hook.id } satisfies Params,
  };
}

/** A deployment has the variables of its build time, so a new secret takes effect only after a redeploy. */
function redeploys(pairs: ReadonlyMap<HookState, HookState | undefined>, live: State): Change[] {
  const projects = new Map<string, SecretDestination>();
  // By project: the changes that make a new secret, and whether an endpoint has one already.
  const due = new Set<string>();
  const causes = new Map<string, string[]>();
  for (const [desired, actual] of pairs) {
    const target = destinationOf(desired, live.secretDestinations);
    const renewed = !actual || (actual.id !== desired.id && actual.secret !== null);
    if (!target || !renewed || desired.url === null) continue;
    projects.set(target.project, target);
    const known = causes.get(target.project) ?? [];
    if (actual) due.add(target.project);
    else causes.set(target.project, [...known, `create:${desired.id}`]);
  }
  return [...projects.values()].map((target) => ({
    id: `redeploy:${target.project}`,
    stage: 'services' as const,
    action: 'run' as const,
    target: `Vercel project ${target.project}`,
    before: 'production was built with the old signing secret',
    after: 'the same deployment, rebuilt with the new signing secret',
    effect: 'live' as const,
    deploys: true,
    follows: due.has(target.project) ? [] : (causes.get(target.project) ?? []),
    undo: 'Switch production back to the previous deployment (its signature checks would fail).',
    warnings: ['Afterwards production serves a rebuild of its current deployment, with a new deployment id.'],
    params: { kind: 'redeploy', project: target.project, team: target.team } satisfies Params,
  }));
}
