import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { Json } from '../../runtime/json.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import { readJsonPayload, requireSaved } from '../../engine/json-payload.js';
import { bringInSteps } from '../../services/flags/steps.js';
import { assertFlag } from './as-planned.js';
import { LaunchDarklyClient, type Dependent, type Instruction } from './client.js';
import type { Config } from './config.js';
import { matchVariations, PAYLOAD, payload, type Flag, type Serve, type Targeting } from './model.js';
import { params, type Params } from './state.js';
import { atStep, standingOf, type Switch } from './steps.js';

const CONFLICT_TRIES = 4;

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const task = params.parse(change.params);
  const client = new LaunchDarklyClient(config, ctx);
  if (task.kind === 'steps') return applySteps(client, task, ctx, source);
  const key = task.flag;
  switch (task.kind) {
    case 'disable-new':
      // Counts a deleted new flag as off.
      if (await client.flag(key)) await converge(client, key, turnOffInstructions);
      return;
    case 'turn-off':
      return converge(client, key, turnOffInstructions);
    case 'turn-on':
      return converge(client, key, ({ targeting }) => (targeting.on ? [] : [{ kind: 'turnFlagOn' }]));
    case 'archive':
      return converge(client, key, (live) =>
        live.archived === task.archived ? [] : [{ kind: task.archived ? 'archiveFlag' : 'restoreFlag' }],
      );
    default: {
      const { flags } = await readJsonPayload(PAYLOAD, payload, source, ctx);
      const saved = requireSaved(
        flags.find((flag) => flag.key === key),
        `flag ${key}`,
        ctx,
      );
      return restore(client, task.kind, flags, saved, (live) =>
        assertFlag({ config, change, ctx }, flags, saved, live),
      );
    }
  }
}

async function applySteps(
  client: LaunchDarklyClient,
  { flags, ...schedule }: Params & { readonly kind: 'steps' },
  ctx: Context,
  source: PayloadSource,
): Promise<void> {
  const saved = (await readJsonPayload(PAYLOAD, payload, source, ctx)).flags;
  const of = (key: string) => {
    const step = requireSaved(
      flags.find(({ flag }) => flag === key),
      `flag ${key}`,
      ctx,
    );
    const flag = requireSaved(
      saved.find((each) => each.key === key),
      `flag ${key}`,
      ctx,
    );
    return { step, goal: flag.targeting };
  };
  await bringInSteps(ctx, schedule, {
    flags: flags.map(({ flag }) => flag),
    standing: async (key) => {
      const { step, goal } = of(key);
      const live = await client.flag(key);
      return live === undefined ? null : standingOf(step, goal, live.targeting);
    },
    set: (key, percentage) => {
      const { step, goal } = of(key);
      const desired = atStep(step, goal, percentage);
      return converge(client, key, ({ targeting }) => switchInstructions(desired, targeting));
    },
  });
}

function switchInstructions(desired: Switch, is: Switch): Instruction[] {
  const instructions: Instruction[] = [];
  const serves = is.fallthrough && canonicalJson(comparableServe(is.fallthrough));
  if (desired.fallthrough && canonicalJson(comparableServe(desired.fallthrough)) !== serves) {
    instructions.push({ kind: 'updateFallthroughVariationOrRollout', ...serveFields(desired.fallthrough) });
  }
  if (desired.on !== is.on) instructions.push({ kind: desired.on ? 'turnFlagOn' : 'turnFlagOff' });
  return instructions;
}

type Check = (live: Dependent) => Promise<void>;

async function restore(
  client: LaunchDarklyClient,
  kind: 'create' | 'variations' | 'remove-variations' | 'targeting',
  flags: readonly Flag[],
  saved: Flag,
  check: Check,
): Promise<void> {
  const { key } = saved;
  switch (kind) {
    case 'create':
      if ((await client.flag(key)) === undefined) await client.create(saved);
      return;
    case 'variations':
      return converge(client, key, (live) => variationInstructions(saved, live), check);
    case 'remove-variations':
      return converge(client, key, (live) => removalInstructions(saved, live), check);
    case 'targeting':
      return converge(client, key, (live) => targetingInstructions(client, flags, saved, live), check);
  }
}

function turnOffInstructions({ targeting }: Flag): Instruction[] {
  return targeting.on ? [{ kind: 'turnFlagOff' }] : [];
}

/**
 * Reads the flag and sends the missing instructions in one atomic patch. After a concurrent change (409) it reads the
 * flag again and decides from the new state.
 * @param check of the flag before a patch
 */
async function converge(
  client: LaunchDarklyClient,
  key: string,
  missing: (live: Flag) => readonly Instruction[] | Promise<readonly Instruction[]>,
  check?: Check,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await client.dependent(key);
    if (!found) {
      throw new RewindError('api-not-found', `Flag ${key} does not exist (any more).`, {
        remedy: 'Somebody deleted the flag: plan again; the new plan creates it again.',
      });
    }
    const instructions = await missing(found.flag);
    if (instructions.length === 0) return;
    // A patch is atomic: what is live is never a part of our own.
    await check?.(found);
    try {
      await client.patch(key, instructions);
      return;
    } catch (error) {
      if (!(error instanceof HttpFailure) || error.status !== 409 || attempt === CONFLICT_TRIES) throw error;
    }
  }
}

function comparable(flag: {
  readonly variations: readonly { id: string; value: Json }[];
}): { id: string; value: string }[] {
  return flag.variations.map(({ id, value }) => ({ id, value: canonicalJson(value) }));
}

function variationInstructions(saved: Flag, live: Flag): Instruction[] {
  const liveOf = new Map([...matchVariations(comparable(saved), comparable(live))].map(([is, was]) => [was, is]));
  return saved.variations.flatMap((was): Instruction[] => {
    const is = live.variations.find(({ id }) => id === liveOf.get(was.id));
    const texts = { name: was.name ?? '', description: was.description ?? '' };
    if (!is) return [{ kind: 'addVariation', value: was.value, ...texts }];
    const value = canonicalJson(is.value) === canonicalJson(was.value) ? {} : { value: was.value };
    const named = (is.name ?? '') === texts.name && (is.description ?? '') === texts.description ? {} : texts;
    const update = { ...value, ...named };
    return Object.keys(update).length === 0 ? [] : [{ kind: 'updateVariation', variationId: is.id, ...update }];
  });
}

function removalInstructions(saved: Flag, live: Flag): Instruction[] {
  const matched = matchVariations(comparable(saved), comparable(live));
  return live.variations
    .filter(({ id }) => !matched.has(id))
    .map(({ id }) => ({ kind: 'removeVariation', variationId: id }));
}

async function targetingInstructions(
  client: LaunchDarklyClient,
  flags: readonly Flag[],
  saved: Flag,
  live: Flag,
): Promise<Instruction[]> {
  const own = await liveNames(client, flags, saved.key, live);
  const others = new Map<string, (id: string) => string>();
  for (const { key } of saved.targeting.prerequisites) others.set(key, await liveNames(client, flags, key));
  // The saved targeting, with the live ids of the variations.
  const desired = renamed(saved.targeting, own, (key, id) => others.get(key)?.(id) ?? id);
  const is = live.targeting;
  const instructions: Instruction[] = [];
  const differs = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b);
  if (differs(desired.prerequisites, is.prerequisites)) {
    const prerequisites = desired.prerequisites.map(({ key, variation }) => ({ key, variationId: variation }));
    instructions.push({ kind: 'replacePrerequisites', prerequisites });
  }
  if (differs(sortedTargets(desired), sortedTargets(is))) {
    const targets = desired.targets.map(({ contextKind, variation, values }) => ({
      contextKind,
      variationId: variation,
      values,
    }));
    instructions.push({ kind: 'replaceTargets', targets });
  }
  if (differs(comparableRules(desired), comparableRules(is))) {
    const rules = desired.rules.map(({ serve, clauses, description, trackEvents }) => ({
      ...serveFields(serve),
      clauses,
      ...(description === null ? {} : { description }),
      trackEvents,
    }));
    instructions.push({ kind: 'replaceRules', rules });
  }
  if (desired.offVariation !== null && desired.offVariation !== is.offVariation) {
    instructions.push({ kind: 'updateOffVariation', variationId: desired.offVariation });
  }
  for (const name of ['trackEvents', 'trackEventsFallthrough'] as const) {
    const kind = name === 'trackEvents' ? 'updateTrackEvents' : 'updateTrackEventsFallthrough';
    if (desired[name] !== is[name]) instructions.push({ kind, trackEvents: desired[name] });
  }
  return [...instructions, ...switchInstructions(desired, is)];
}

/** Saved id → live id of one flag's variations. */
async function liveNames(
  client: LaunchDarklyClient,
  flags: readonly Flag[],
  key: string,
  live?: Flag,
): Promise<(id: string) => string> {
  const saved = flags.find((flag) => flag.key === key);
  const variations = live?.variations ?? (await client.variations(key)) ?? [];
  if (!saved) return (id) => id;
  const matched = matchVariations(comparable(saved), comparable({ variations }));
  const byName = new Map([...matched].map(([is, was]) => [was, is]));
  return (id) => byName.get(id) ?? id;
}

function renamed(
  targeting: Targeting,
  own: (id: string) => string,
  other: (key: string, id: string) => string,
): Targeting {
  const serve = ({ variation, rollout }: Serve): Serve => ({
    variation: variation === null ? null : own(variation),
    rollout: rollout && {
      ...rollout,
      weights: rollout.weights.map((each) => ({ ...each, variation: own(each.variation) })),
    },
  });
  return {
    ...targeting,
    offVariation: targeting.offVariation === null ? null : own(targeting.offVariation),
    fallthrough: targeting.fallthrough && serve(targeting.fallthrough),
    targets: targeting.targets.map((each) => ({ ...each, variation: own(each.variation) })),
    rules: targeting.rules.map((rule) => ({ ...rule, serve: serve(rule.serve) })),
    prerequisites: targeting.prerequisites.map((each) => ({ ...each, variation: other(each.key, each.variation) })),
  };
}

function serveFields({ variation, rollout }: Serve): { [field: string]: Json } {
  if (!rollout) return variation === null ? {} : { variationId: variation };
  return {
    rolloutWeights: Object.fromEntries(rollout.weights.map((each) => [each.variation, each.weight])),
    ...(rollout.bucketBy === null ? {} : { rolloutBucketBy: rollout.bucketBy }),
    ...(rollout.contextKind === null ? {} : { rolloutContextKind: rollout.contextKind }),
  };
}

function comparableServe({ variation, rollout }: Serve): unknown {
  return {
    variation,
    rollout: rollout && {
      weights: shares(rollout.weights),
      bucketBy: rollout.bucketBy ?? 'key',
      contextKind: rollout.contextKind ?? 'user',
    },
  };
}

/** By variation, without empty shares, because the order of the list does not matter. */
function shares(weights: readonly { readonly variation: string; readonly weight: number }[]): unknown {
  return Object.fromEntries(weights.filter(({ weight }) => weight > 0).map((each) => [each.variation, each.weight]));
}

function comparableRules({ rules }: Targeting): unknown {
  return rules.map((rule) => ({ ...rule, serve: comparableServe(rule.serve) }));
}

function sortedTargets({ targets }: Targeting): string[] {
  return targets.map((each) => canonicalJson(each)).sort();
}
