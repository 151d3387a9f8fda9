import { z } from 'zod';
import { canonicalJson } from '../../runtime/digest.js';
import type { Change } from '../../engine/provider.js';

/**
 * What the manifest says, in clear. Values of constraints (user ids, e-mail addresses) and payloads of variants are only
 * in the marks: equal marks, equal values. The values themselves are sealed.
 */
const feature = z.strictObject({
  name: z.string(),
  type: z.string(),
  stale: z.boolean(),
  impressionData: z.boolean(),
  description: z.string(),
  enabled: z.boolean(),
  strategies: z.array(z.strictObject({ summary: z.string(), active: z.boolean(), mark: z.string() })),
  variants: z.strictObject({ names: z.array(z.string()), mark: z.string() }),
  dependencies: z.array(z.string()),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  environment: z.string(),
  features: z.array(feature),
  /** `used`: by a strategy here. Only those are restored; what nobody here uses is not ours. */
  segments: z.array(z.strictObject({ name: z.string(), used: z.boolean(), summary: z.string(), mark: z.string() })),
});

export type State = z.infer<typeof state>;
export type FeatureState = z.infer<typeof feature>;

/** Segments before the strategies that use them, flags before their strategies. */
export function plan(saved: State, live: State): Change[] {
  if (saved.project !== live.project || saved.environment !== live.environment) return [otherPlace(saved, live)];
  const liveFeatures = new Map(live.features.map((each) => [each.name, each]));
  const savedNames = new Set(saved.features.map(({ name }) => name));
  const segments = segmentChanges(saved, live);
  const features = saved.features.flatMap((was) => {
    const is = liveFeatures.get(was.name);
    return [...(is ? metadataChange(was, is) : [comeback(saved, was)]), ...targetingChange(saved, was, is)];
  });
  const dependencies = saved.features.flatMap((was) => dependencyChange(was, liveFeatures.get(was.name)));
  const newcomers = live.features
    .filter(({ name, enabled }) => enabled && !savedNames.has(name))
    .map((is) => newcomer(live, is));
  return [...segments, ...features, ...dependencies, ...newcomers];
}

const UNDO = 'the snapshot taken before the rollback holds the present settings';

function segmentChanges(saved: State, live: State): Change[] {
  return saved.segments.flatMap((was): Change[] => {
    const is = live.segments.find(({ name }) => name === was.name);
    if (!was.used || is?.mark === was.mark) return [];
    const same = is?.summary === was.summary ? ' (they differ in values that are not shown)' : '';
    return [
      {
        id: `segment:${was.name}`,
        stage: 'configuration',
        action: is ? 'update' : 'create',
        target: `Segment "${was.name}"`,
        before: is ? is.summary : null,
        after: was.summary + same,
        effect: 'live',
        undo: UNDO,
        warnings: ['a segment is shared: every strategy of every project and environment that uses it changes with it'],
        params: { kind: 'segment', name: was.name },
      },
    ];
  });
}

function metadataChange(was: FeatureState, is: FeatureState): Change[] {
  const lines = (each: FeatureState): string[] => [
    `type: ${each.type}`,
    `stale: ${each.stale}`,
    `impression data: ${each.impressionData}`,
    ...(was.description === is.description ? [] : ['description (not shown)']),
  ];
  const same = (each: FeatureState): string =>
    canonicalJson([each.type, each.stale, each.impressionData, each.description]);
  if (same(was) === same(is)) return [];
  const before = lines(is).join('\n');
  const after = lines(was).join('\n');
  return [
    {
      id: `flag:${was.name}`,
      stage: 'configuration',
      action: 'update',
      target: `Flag "${was.name}"`,
      before,
      after: before === after ? `${after}, as it was` : after,
      effect: 'live',
      undo: UNDO,
      warnings: ['these settings hold in every environment'],
      params: { kind: 'metadata', name: was.name },
    },
  ];
}

function comeback(saved: State, was: FeatureState): Change {
  return {
    id: `flag:${was.name}`,
    stage: 'configuration',
    action: 'create',
    target: `Flag "${was.name}" of project "${saved.project}"`,
    before: null,
    after: `${was.type} flag, from the archive or made again`,
    effect: 'live',
    undo: 'archive the flag in Unleash',
    warnings: [`its strategies come back in ${saved.environment} only; it is off in the other environments`],
    params: { kind: 'comeback', name: was.name },
  };
}

function targetingChange(saved: State, was: FeatureState, is: FeatureState | undefined): Change[] {
  const marks = ({ strategies }: FeatureState): string => canonicalJson(strategies.map(({ mark }) => mark));
  const differs = {
    enabled: was.enabled !== is?.enabled,
    strategies: !is || marks(was) !== marks(is),
    variants: !is || was.variants.mark !== is.variants.mark,
  };
  if (!differs.enabled && !differs.strategies && !differs.variants) return [];
  const lines = (each: FeatureState): string[] => [
    ...(differs.enabled ? [each.enabled ? 'on' : 'off'] : []),
    ...(differs.strategies ? each.strategies.map(({ summary }, at) => `strategy ${at + 1}: ${summary}`) : []),
    ...(differs.strategies && each.strategies.length === 0 ? ['no strategies'] : []),
    ...(differs.variants ? [`variants: ${each.variants.names.join(', ') || 'none'}`] : []),
  ];
  const before = is ? lines(is).join('\n') : null;
  const after = lines(was).join('\n');
  const unreachable = was.enabled && !was.strategies.some(({ active }) => active);
  return [
    {
      id: `targeting:${was.name}`,
      stage: 'configuration',
      action: is ? 'update' : 'create',
      target: `Flag "${was.name}" in environment "${saved.environment}"`,
      before,
      after: before === after ? `${after} (they differ in values that are not shown)` : after,
      effect: 'live',
      undo: UNDO,
      warnings: was.enabled && !is?.enabled ? ['switches the flag on for users at once'] : [],
      params: { kind: 'targeting', name: was.name },
      ...(unreachable
        ? {
            manual: `Unleash adds a strategy of its own when a flag without an active one is turned on: decide by hand what "${was.name}" shall do.`,
          }
        : {}),
    },
  ];
}

function dependencyChange(was: FeatureState, is: FeatureState | undefined): Change[] {
  const before = is?.dependencies.join(', ') ?? '';
  const after = was.dependencies.join(', ');
  if (before === after) return [];
  return [
    {
      id: `dependencies:${was.name}`,
      stage: 'configuration',
      action: 'update',
      target: `Dependencies of flag "${was.name}"`,
      before: before || 'none',
      after: after || 'none',
      effect: 'live',
      undo: null,
      warnings: [],
      params: {},
      manual: `Set the parents of flag "${was.name}" back in Unleash by hand.`,
    },
  ];
}

/** Not archived: that would reach into every environment. */
function newcomer(live: State, is: FeatureState): Change {
  return {
    id: `newcomer:${is.name}`,
    stage: 'configuration',
    action: 'update',
    target: `Flag "${is.name}" in environment "${live.environment}"`,
    before: 'on',
    after: 'off (created after the snapshot; it is not removed)',
    effect: 'live',
    undo: 'turn the flag on again',
    warnings: ['created after the snapshot: services that are not rolled back may rely on it'],
    params: { kind: 'newcomer', name: is.name },
  };
}

/** The configuration was edited since: one environment's flags are never put on another. */
function otherPlace(saved: State, live: State): Change {
  return {
    id: 'environment',
    stage: 'configuration',
    action: 'run',
    target: `Unleash flags of project "${saved.project}", environment "${saved.environment}"`,
    before: `the configuration now names project "${live.project}", environment "${live.environment}"`,
    after: `the snapshot holds project "${saved.project}", environment "${saved.environment}"`,
    effect: 'live',
    undo: null,
    manual: 'Set project and environment back in the configuration and plan again, or choose a newer snapshot.',
    warnings: [],
    params: {},
  };
}
