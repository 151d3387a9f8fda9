import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http.js';
import type { Json } from '../../runtime/json.js';
import type { Change, PayloadSource } from '../../engine/provider.js';
import { savedFlags } from './capture.js';
import { LaunchDarklyClient, type Instruction } from './client.js';
import type { Config } from './config.js';
import { matchVariations, type Flag, type Serve, type Targeting } from './model.js';

const params = z.object({
  kind: z.enum(['flag', 'lifecycle', 'variations', 'targeting', 'variations-removed', 'newcomer']),
  flag: z.string(),
  instruction: z.enum(['restoreFlag', 'archiveFlag']).optional(),
});

const CONFLICT_TRIES = 4;

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const { kind, flag: key, instruction } = params.parse(change.params);
  const client = new LaunchDarklyClient(config, ctx);
  if (kind === 'newcomer') return turnOffFlag(client, key);
  if (kind === 'lifecycle') {
    return converge(client, key, (live) => {
      const archive = instruction === 'archiveFlag';
      if (live.archived === archive) return [];
      return [{ kind: archive ? 'archiveFlag' : 'restoreFlag' }];
    });
  }
  const flags = await savedFlags(ctx, source);
  const saved = flags.find((flag) => flag.key === key);
  if (!saved) {
    throw new RewindError('snapshot-corrupt', `the sealed payload does not hold flag ${key}`, {
      resource: ctx.resource,
    });
  }
  if (kind === 'flag') {
    if ((await client.flag(key)) === undefined) await client.create(saved);
    return;
  }
  if (kind === 'variations') return converge(client, key, (live) => variationInstructions(saved, live));
  if (kind === 'variations-removed') return converge(client, key, (live) => removalInstructions(saved, live));
  return converge(client, key, (live) => targetingInstructions(client, flags, saved, live));
}

/** Off now or made off; a flag that is gone is as good as off. Used by mitigation too. @returns whether it was on */
export async function turnOffFlag(client: LaunchDarklyClient, key: string): Promise<void> {
  const live = await client.flag(key);
  if (live?.targeting.on) await client.patch(key, [{ kind: 'turnFlagOff' }]);
}

/**
 * Reads the flag, and sends what is lacking in one patch, which takes effect as a whole. When somebody else changed the
 * flag at that moment (409), it is read again: what is still lacking is decided from what is there then.
 */
async function converge(
  client: LaunchDarklyClient,
  key: string,
  lacking: (live: Flag) => readonly Instruction[] | Promise<readonly Instruction[]>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const live = await client.flag(key);
    if (!live) {
      throw new RewindError('api-not-found', `flag ${key} is not there (any more)`, {
        remedy: 'Somebody deleted the flag meanwhile: plan again, and the plan will make it again.',
      });
    }
    const instructions = await lacking(live);
    if (instructions.length === 0) return;
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
  // What is wanted, with the names that the variations have now.
  const wanted = renamed(saved.targeting, own, (key, id) => others.get(key)?.(id) ?? id);
  const is = live.targeting;
  const instructions: Instruction[] = [];
  const differs = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b);
  if (differs(wanted.prerequisites, is.prerequisites)) {
    const prerequisites = wanted.prerequisites.map(({ key, variation }) => ({ key, variationId: variation }));
    instructions.push({ kind: 'replacePrerequisites', prerequisites });
  }
  if (differs(sortedTargets(wanted), sortedTargets(is))) {
    const targets = wanted.targets.map(({ contextKind, variation, values }) => ({
      contextKind,
      variationId: variation,
      values,
    }));
    instructions.push({ kind: 'replaceTargets', targets });
  }
  if (differs(plainRules(wanted), plainRules(is))) {
    const rules = wanted.rules.map(({ serve, clauses, description, trackEvents }) => ({
      ...serveFields(serve),
      clauses,
      ...(description === null ? {} : { description }),
      trackEvents,
    }));
    instructions.push({ kind: 'replaceRules', rules });
  }
  if (wanted.fallthrough && differs(plainServe(wanted.fallthrough), is.fallthrough && plainServe(is.fallthrough))) {
    instructions.push({ kind: 'updateFallthroughVariationOrRollout', ...serveFields(wanted.fallthrough) });
  }
  if (wanted.offVariation !== null && wanted.offVariation !== is.offVariation) {
    instructions.push({ kind: 'updateOffVariation', variationId: wanted.offVariation });
  }
  for (const name of ['trackEvents', 'trackEventsFallthrough'] as const) {
    const kind = name === 'trackEvents' ? 'updateTrackEvents' : 'updateTrackEventsFallthrough';
    if (wanted[name] !== is[name]) instructions.push({ kind, trackEvents: wanted[name] });
  }
  if (wanted.on !== is.on) instructions.push({ kind: wanted.on ? 'turnFlagOn' : 'turnFlagOff' });
  return instructions;
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

function plainServe({ variation, rollout }: Serve): unknown {
  return {
    variation,
    rollout: rollout && {
      weights: shares(rollout.weights),
      bucketBy: rollout.bucketBy ?? 'key',
      contextKind: rollout.contextKind ?? 'user',
    },
  };
}

/** In one order, whatever the place of the variations; a share of nothing is none. */
function shares(weights: readonly { readonly variation: string; readonly weight: number }[]): unknown {
  return Object.fromEntries(weights.filter(({ weight }) => weight > 0).map((each) => [each.variation, each.weight]));
}

function plainRules({ rules }: Targeting): unknown {
  return rules.map((rule) => ({ ...rule, serve: plainServe(rule.serve) }));
}

function sortedTargets({ targets }: Targeting): string[] {
  return targets.map((each) => canonicalJson(each)).sort();
}
