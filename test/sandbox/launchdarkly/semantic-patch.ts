import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { bad, newId, Refusal, type FlagConfig, type SandboxFlag, type SandboxProject, type Served } from './model.js';

/** The instructions of the documentation "Update feature flag" that Rewind or a person's mistake may send. */
const serve = {
  variationId: z.string().optional(),
  rolloutWeights: z.record(z.string(), z.number().int().min(0).max(100_000)).optional(),
  rolloutBucketBy: z.string().optional(),
  rolloutContextKind: z.string().optional(),
};
const clause = z.strictObject({
  contextKind: z.string().default('user'),
  attribute: z.string(),
  op: z.string(),
  negate: z.boolean().default(false),
  values: z.array(z.json()),
});
const target = z.strictObject({
  contextKind: z.string().default('user'),
  variationId: z.string(),
  values: z.array(z.string()),
});
const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape });

const instruction = z.discriminatedUnion('kind', [
  kind('turnFlagOn', {}),
  kind('turnFlagOff', {}),
  kind('replaceTargets', { targets: z.array(target) }),
  kind('replaceRules', {
    rules: z.array(
      z.strictObject({
        ...serve,
        clauses: z.array(clause),
        description: z.string().optional(),
        trackEvents: z.boolean().default(false),
      }),
    ),
  }),
  kind('updateFallthroughVariationOrRollout', serve),
  kind('updateOffVariation', { variationId: z.string() }),
  kind('replacePrerequisites', {
    prerequisites: z.array(z.strictObject({ key: z.string(), variationId: z.string() })),
  }),
  kind('updateTrackEvents', { trackEvents: z.boolean() }),
  kind('updateTrackEventsFallthrough', { trackEvents: z.boolean() }),
  kind('addVariation', { value: z.json(), name: z.string().optional(), description: z.string().optional() }),
  kind('updateVariation', {
    variationId: z.string(),
    value: z.json().optional(),
    name: z.string().optional(),
    description: z.string().optional(),
  }),
  kind('removeVariation', { variationId: z.string() }),
  kind('archiveFlag', {}),
  kind('restoreFlag', {}),
  kind('deleteFlag', {}),
  kind('addTags', { values: z.array(z.string()) }),
  kind('removeTags', { values: z.array(z.string()) }),
]);
export type SandboxInstruction = z.input<typeof instruction>;

const body = z.strictObject({
  environmentKey: z.string().optional(),
  comment: z.string().optional(),
  instructions: z.array(instruction).min(1),
});

const FLAG_WIDE = /^(archive|restore|delete)Flag$|Variation$|Tags$/;

/** Applies all instructions, or none. @throws Refusal as the service would answer */
export function patchFlag(project: SandboxProject, flag: SandboxFlag, json: unknown): void {
  const parsed = body.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw bad(`invalid semantic patch: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { environmentKey, instructions } = parsed.data;
  const draft = structuredClone(flag);
  const needsEnvironment = instructions.some(
    (each) => each.kind === 'updateOffVariation' || !FLAG_WIDE.test(each.kind),
  );
  const settings = environmentKey === undefined ? undefined : project.environments.get(environmentKey);
  const config = environmentKey === undefined ? undefined : draft.environments.get(environmentKey);
  if (environmentKey !== undefined && !config) throw new Refusal(404, 'not_found', 'Unknown environment key');
  if (needsEnvironment && !config) throw bad('environmentKey is required');
  if (needsEnvironment && settings?.approvals) {
    throw new Refusal(405, 'method_not_allowed', 'Approval is required to make this request');
  }
  if (draft.archived && needsEnvironment) throw bad('cannot update targeting of an archived flag');
  for (const each of instructions) {
    if (each.kind === 'deleteFlag') {
      refuseWhileNeeded(project, flag, 'delete');
      project.flags.delete(flag.key);
      return;
    }
    step(project, draft, config, each);
  }
  checkVariations(draft);
  for (const [, each] of draft.environments) checkConfig(each);
  if (config && !isDeepStrictEqual(config, flag.environments.get(environmentKey ?? ''))) {
    config.version += 1;
    config.lastModified += 1000;
  }
  draft.version += 1;
  project.flags.set(flag.key, draft);
}

function step(
  project: SandboxProject,
  flag: SandboxFlag,
  config: FlagConfig | undefined,
  each: z.infer<typeof instruction>,
): void {
  const at = (id: string, of = flag): number => {
    const index = of.variations.findIndex(({ _id }) => _id === id);
    if (index < 0) throw bad(`unknown variation ID ${id}`);
    return index;
  };
  const servedBy = (from: z.infer<z.ZodObject<typeof serve>>): Served => {
    if (from.variationId !== undefined) return { variation: at(from.variationId) };
    if (!from.rolloutWeights) throw bad('either variationId or rolloutWeights is required');
    const weights = Object.entries(from.rolloutWeights).map(([id, weight]) => ({ variation: at(id), weight }));
    if (weights.reduce((sum, { weight }) => sum + weight, 0) !== 100_000)
      throw bad('rollout weights must sum to 100000');
    return {
      rollout: {
        variations: weights.sort((a, b) => a.variation - b.variation),
        bucketBy: from.rolloutBucketBy ?? 'key',
        contextKind: from.rolloutContextKind ?? 'user',
      },
    };
  };
  const here = (): FlagConfig => {
    if (!config) throw bad('environmentKey is required');
    return config;
  };
  switch (each.kind) {
    case 'turnFlagOn':
    case 'turnFlagOff':
      here().on = each.kind === 'turnFlagOn';
      return;
    case 'replaceTargets': {
      const targets = each.targets.map(({ contextKind, variationId, values }) => ({
        contextKind,
        variation: at(variationId),
        values,
      }));
      const users = targets.filter(({ contextKind }) => contextKind === 'user');
      here().targets = users;
      // The placeholder of a user target has no values; it only keeps the order.
      here().contextTargets = targets.map((each) => (each.contextKind === 'user' ? { ...each, values: [] } : each));
      return;
    }
    case 'replaceRules':
      here().rules = each.rules.map((rule) => ({
        _id: newId('rule'),
        ...servedBy(rule),
        clauses: rule.clauses.map((one) => ({ _id: newId('clause'), ...one })),
        trackEvents: rule.trackEvents,
        ...(rule.description === undefined ? {} : { description: rule.description }),
      }));
      return;
    case 'updateFallthroughVariationOrRollout':
      here().fallthrough = servedBy(each);
      return;
    case 'updateOffVariation':
      here().offVariation = at(each.variationId);
      return;
    case 'replacePrerequisites':
      here().prerequisites = each.prerequisites.map(({ key, variationId }) => {
        const other = project.flags.get(key);
        if (!other || other.archived) throw bad(`prerequisite flag ${key} does not exist or is archived`);
        if (
          reaches(
            project,
            flag,
            [...project.environments.keys()].find((env) => flag.environments.get(env) === config),
            key,
          )
        )
          throw bad(`prerequisite ${key} would make a circle`);
        return { key, variation: at(variationId, other) };
      });
      return;
    case 'updateTrackEvents':
      here().trackEvents = each.trackEvents;
      return;
    case 'updateTrackEventsFallthrough':
      here().trackEventsFallthrough = each.trackEvents;
      return;
    case 'addVariation':
      flag.variations.push({ _id: newId('variation'), value: each.value, ...texts(each) });
      return;
    case 'updateVariation': {
      const variation = flag.variations[at(each.variationId)];
      if (!variation) return;
      if (each.value !== undefined) variation.value = each.value;
      for (const name of ['name', 'description'] as const) {
        const text = each[name];
        if (text === '') Reflect.deleteProperty(variation, name);
        else if (text !== undefined) variation[name] = text;
      }
      return;
    }
    case 'removeVariation': {
      removeVariation(project, flag, at(each.variationId));
      return;
    }
    case 'archiveFlag':
      refuseWhileNeeded(project, flag, 'archive');
      flag.archived = true;
      for (const one of flag.environments.values()) one.archived = true;
      return;
    case 'restoreFlag':
      flag.archived = false;
      for (const one of flag.environments.values()) one.archived = false;
      return;
    case 'addTags':
      flag.tags = [...new Set([...flag.tags, ...each.values])];
      return;
    case 'removeTags':
      flag.tags = flag.tags.filter((tag) => !each.values.includes(tag));
      return;
    case 'deleteFlag':
  }
}

function texts(from: { name?: string | undefined; description?: string | undefined }): {
  name?: string;
  description?: string;
} {
  return { ...(from.name ? { name: from.name } : {}), ...(from.description ? { description: from.description } : {}) };
}

/** Would `flag` come back to itself through the prerequisites of `key`? */
function reaches(project: SandboxProject, flag: SandboxFlag, environment: string | undefined, key: string): boolean {
  const seen = new Set<string>();
  const look = (at: string): boolean => {
    if (at === flag.key) return true;
    if (seen.has(at) || environment === undefined) return false;
    seen.add(at);
    return (project.flags.get(at)?.environments.get(environment)?.prerequisites ?? []).some((next) => look(next.key));
  };
  return look(key);
}

export function dependants(project: SandboxProject, key: string): { flag: SandboxFlag; variation: number }[] {
  return [...project.flags.values()].flatMap((flag) =>
    [...flag.environments.values()].flatMap((config) =>
      config.prerequisites.filter((each) => each.key === key).map(({ variation }) => ({ flag, variation })),
    ),
  );
}

function refuseWhileNeeded(project: SandboxProject, flag: SandboxFlag, verb: string): void {
  if (dependants(project, flag.key).length > 0)
    throw bad(`cannot ${verb} a flag that is a prerequisite of other flags`);
}

function usedIn(config: FlagConfig): Set<number> {
  const used = new Set<number>();
  const add = ({ variation, rollout }: Served): void => {
    if (variation !== undefined) used.add(variation);
    for (const each of rollout?.variations ?? []) used.add(each.variation);
  };
  add(config.fallthrough);
  config.rules.forEach(add);
  for (const each of [...config.targets, ...config.contextTargets]) used.add(each.variation);
  if (config.offVariation !== undefined) used.add(config.offVariation);
  return used;
}

function removeVariation(project: SandboxProject, flag: SandboxFlag, index: number): void {
  const needed =
    [...flag.environments.values()].some((config) => usedIn(config).has(index)) ||
    dependants(project, flag.key).some(({ variation }) => variation === index);
  if (needed) throw bad('cannot remove a variation that is in use');
  flag.variations.splice(index, 1);
  // Places move up.
  const moved = (at: number): number => (at > index ? at - 1 : at);
  const shift = (one: Served): void => {
    if (one.variation !== undefined) one.variation = moved(one.variation);
    for (const each of one.rollout?.variations ?? []) each.variation = moved(each.variation);
  };
  for (const config of flag.environments.values()) {
    shift(config.fallthrough);
    config.rules.forEach(shift);
    for (const each of [...config.targets, ...config.contextTargets]) each.variation = moved(each.variation);
    if (config.offVariation !== undefined) config.offVariation = moved(config.offVariation);
  }
  for (const other of project.flags.values()) {
    for (const config of other.environments.values()) {
      for (const each of config.prerequisites) if (each.key === flag.key) each.variation = moved(each.variation);
    }
  }
}

function checkVariations({ kind, variations }: SandboxFlag): void {
  if (variations.length < 2) throw bad('a flag must have at least two variations');
  const values = variations.map(({ value }) => JSON.stringify(value));
  if (new Set(values).size !== values.length) throw bad('variation values must be unique');
  if (kind === 'boolean' && [...values].sort().join() !== 'false,true') {
    throw bad('the variations of a boolean flag must be true and false');
  }
}

function checkConfig({ targets, contextTargets }: FlagConfig): void {
  const seen = new Set<string>();
  for (const { contextKind, values } of [...targets, ...contextTargets]) {
    for (const value of values) {
      const key = `${contextKind}\0${value}`;
      if (seen.has(key)) throw bad(`context key ${value} is targeted in several variations`);
      seen.add(key);
    }
  }
}
