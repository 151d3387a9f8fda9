import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import type { Change } from '../../engine/provider.js';
import { differences, eventsText, sameUrl } from './differences.js';
import type { HookState, State, TargetState } from './state.js';

/**
 * Live is changed in place wherever Stripe allows it; an endpoint is re-created only when it is gone, and switched off
 * (never deleted) when it did not exist at the snapshot: a deleted endpoint takes its signing secret with it.
 *
 * @throws RewindError snapshot-foreign when live is another mode or account than the snapshot
 */
export function plan(saved: State, live: State): Change[] {
  refuseForeign(saved, live);
  const pairs = match(saved, live);
  const taken = new Set([...pairs.values()].map((hook) => hook?.id));
  const crowded = isCrowded(pairs, live);
  const changes = [...pairs].flatMap(([want, have]) => planOne(want, have, live, crowded));
  const extras = live.hooks.filter((hook) => hook.inScope && hook.enabled && !taken.has(hook.id)).map(disableExtra);
  return [...changes, ...extras, ...redeploys(pairs, live)];
}

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

/** For each endpoint of the snapshot the live one that is, or stands for, it. By id, by Rewind's mark, then by URL. */
function match(saved: State, live: State): Map<HookState, HookState | undefined> {
  const free = new Map(live.hooks.map((hook) => [hook.id, hook]));
  const wanted = saved.hooks.filter((hook) => hook.inScope);
  const pairs = new Map<HookState, HookState | undefined>(wanted.map((hook) => [hook, undefined]));
  const rules: ((want: HookState, have: HookState) => boolean)[] = [
    (want, have) => want.id === have.id,
    (want, have) => have.standsFor.includes(want.id),
    (want, have) => have.secret !== 'created' && isSameAddress(want, have),
  ];
  for (const rule of rules) {
    for (const want of wanted) {
      if (pairs.get(want)) continue;
      const found = [...free.values()].filter((have) => want.kind === have.kind && rule(want, have)).sort(byUse)[0];
      if (!found) continue;
      pairs.set(want, found);
      free.delete(found.id);
    }
  }
  return pairs;
}

/** A finished endpoint before one whose secret is unknown, an enabled one before a disabled one. */
function byUse(a: HookState, b: HookState): number {
  const rank = (hook: HookState): number => (hook.secret === 'created' ? 2 : 0) + (hook.enabled ? 0 : 1);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}

function isSameAddress(want: HookState, have: HookState): boolean {
  const same = want.url !== null && sameUrl(want, have) && want.connect === have.connect;
  return same && canonicalJson(want.fixed) === canonicalJson(have.fixed);
}

function label(hook: Pick<HookState, 'kind' | 'url' | 'name' | 'id'>): string {
  const what = hook.kind === 'endpoint' ? 'Stripe webhook endpoint' : 'Stripe event destination';
  return `${what} ${JSON.stringify(hook.url ?? hook.name ?? hook.id)}`;
}

/** Where the new signing secret of this endpoint goes, by its shown URL (with or without query) or description. */
export function targetOf(
  hook: Pick<HookState, 'url' | 'description'>,
  targets: readonly TargetState[],
): TargetState | undefined {
  const url = hook.url?.replace(/\?…$/, '');
  return targets.find(({ match: key }) => key === hook.url || key === url || key === hook.description);
}

/** True for an endpoint that a run which was cut off created, and whose signing secret may be in nobody's hands. */
function isLost(want: HookState, have: HookState): boolean {
  return have.id !== want.id && have.secret === 'created';
}

/** Counted as it will be in the end, so that a run that was cut off plans the same warnings again. */
function isCrowded(pairs: ReadonlyMap<HookState, HookState | undefined>, live: State): boolean {
  const kept = live.hooks.filter((hook) => hook.url !== null && hook.secret !== 'created').length;
  const added = [...pairs].filter(([want, have]) => want.url !== null && (!have || isLost(want, have))).length;
  return kept + added > ENDPOINT_LIMIT;
}

function planOne(want: HookState, have: HookState | undefined, live: State, crowded: boolean): Change[] {
  if (!have) return [recreate(want, live, crowded, 'it was deleted since the snapshot')];
  const standsIn = have.id !== want.id;
  if (isLost(want, have)) {
    const why = 'a run that was cut off created it, and its signing secret is not known to be written';
    return [recreate(want, live, crowded, why)];
  }
  const changes = updateInPlace(want, have);
  if (standsIn && !have.standsFor.includes(want.id)) changes.push(foreignSecret(want, have));
  return changes;
}

function updateInPlace(want: HookState, have: HookState): Change[] {
  const fields = differences(want, have);
  if (fields.length === 0) return [];
  const text = (side: 'before' | 'after'): string => fields.map((field) => `${field.name}: ${field[side]}`).join('\n');
  const moved = fields.some((field) => field.name === 'url');
  return [
    {
      id: `update:${have.id}`,
      stage: 'services',
      action: 'update',
      target: label(want),
      before: text('before'),
      after: text('after'),
      effect: 'live',
      undo: 'Set the earlier values again; id and signing secret stay the same.',
      warnings: [
        ...(moved ? ['Events go to another URL from then on.'] : []),
        ...(want.enabled || !have.enabled
          ? []
          : ['This endpoint receives no more events: it was disabled at the snapshot.']),
      ],
      params: { saved: want.id, live: have.id, kind: want.kind },
    },
  ];
}

function recreate(want: HookState, live: State, crowded: boolean, why: string): Change {
  const target = targetOf(want, live.targets);
  const connect = want.connect || (want.url !== null && live.connect.includes(want.url));
  const base: Change = {
    id: `create:${want.id}`,
    stage: 'services',
    action: 'create',
    target: label(want),
    before: null,
    after: `${want.enabled ? 'enabled' : 'disabled'}, events: ${eventsText(want.events)}`,
    effect: 'live',
    undo: 'Disable the new endpoint.',
    warnings: [
      `Re-created, because ${why}: it gets a new id and a new signing secret. Events sent meanwhile are not delivered to it.`,
      target
        ? `The new secret is written to ${target.keys.join(', ')} of Vercel project ${target.project}; anything else that verifies signatures must be given it by hand.`
        : 'No signing-secrets entry is configured for it: signature checks would fail until the app has the new secret.',
      ...(want.kind === 'endpoint' && !connect ? [CONNECT_WARNING] : []),
      ...(crowded
        ? [`The account would have more than ${ENDPOINT_LIMIT} endpoints then: Stripe may refuse this one.`]
        : []),
    ],
    params: { saved: want.id, kind: want.kind, connect },
  };
  if (want.url === null) {
    return {
      ...base,
      manual: `Create it in the Stripe dashboard and associate it again on the side of AWS or Azure (${why}).`,
    };
  }
  if (target) return base;
  const manual =
    `Create it in the Stripe dashboard and give its signing secret to the app; or add a signing-secrets entry for ` +
    `${JSON.stringify(want.url.replace(/\?…$/, ''))} to this resource and plan again: Rewind then does both.`;
  return { ...base, manual };
}

/** Endpoints per account and mode, as far as known; only used to warn. */
export const ENDPOINT_LIMIT = 16;
const CONNECT_WARNING =
  'It is created as an account endpoint; if it was a Connect endpoint, list its URL under "connect" first.';

/** Somebody else re-created it: everything is equal or can be made so, except the secret, which nobody can read. */
function foreignSecret(want: HookState, have: HookState): Change {
  return {
    id: `secret:${have.id}`,
    stage: 'services',
    action: 'run',
    target: label(want),
    before: `id ${have.id}`,
    after: `id ${want.id}`,
    effect: 'live',
    undo: null,
    manual:
      `It was deleted and created again by hand since the snapshot (${want.id} is now ${have.id}), so its signing secret is another ` +
      'one. Make sure that the restored app has the secret of the new one: see "Signing secret" in the Stripe dashboard.',
    warnings: [],
    params: {},
  };
}

function disableExtra(hook: HookState): Change {
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
      'It did not exist at the snapshot. It is disabled, not deleted: deleting would lose its signing secret for good.',
    ],
    params: { live: hook.id, kind: hook.kind },
  };
}

/** A deployment carries its environment from build time, so a new secret is only in use after a re-deploy. */
function redeploys(pairs: ReadonlyMap<HookState, HookState | undefined>, live: State): Change[] {
  const projects = new Map<string, TargetState>();
  for (const [want, have] of pairs) {
    const target = targetOf(want, live.targets);
    const renewed = !have || (have.id !== want.id && have.secret !== null);
    if (target && renewed && want.url !== null) projects.set(target.project, target);
  }
  return [...projects.values()].map((target) => ({
    id: `redeploy:${target.project}`,
    stage: 'services' as const,
    action: 'run' as const,
    target: `Vercel project ${target.project}`,
    before: 'production was built with the old signing secret',
    after: 'the same deployment, built again with the new signing secret',
    effect: 'live' as const,
    undo: 'Point production back to the deployment before (its signature checks would fail).',
    warnings: ['Production serves a rebuild of its present deployment afterwards, under a new deployment id.'],
    params: { project: target.project, team: target.team },
  }));
}
