import { canonicalJson } from '../../runtime/digest.js';
import { oneLine } from '../../runtime/text.js';
import type { Change } from '../../engine/change.js';
import { nameParts, otherObject } from '../../engine/other-object.js';
import { disableNew, HIDDEN_DIFFERENCE } from '../../services/flags/changes.js';
import { fewOf, stepsChange, takeSteps, type StepsGoal } from '../../services/flags/steps.js';
import type { FeatureState, Params, State } from './state.js';
import { shareOf, stepOf } from './steps.js';

/** Orders segments before the strategies that use them, and flags before their strategies. */
export function plan(saved: State, live: State): Change[] {
  const elsewhere = otherObject('flags', nameParts(['project', 'environment'], saved, live));
  if (elsewhere) return [elsewhere];
  const liveFeatures = new Map(live.features.map((each) => [each.name, each]));
  const savedNames = new Set(saved.features.map(({ name }) => name));
  const segments = segmentChanges(saved, live);
  const features = saved.features.flatMap((was) => {
    const is = liveFeatures.get(was.name);
    return [...(is ? metadataChange(was, is) : [recreate(saved, was)]), ...targetingChange(saved, was, is)];
  });
  const dependencies = saved.features.flatMap((was) => dependencyChange(was, liveFeatures.get(was.name)));
  const added = live.features
    .filter(({ name, enabled }) => enabled && !savedNames.has(name))
    .map(({ name }) => disableNew(name, live.environment, 'archived', { kind: 'disable-new', name } satisfies Params));
  const all = [...segments, ...features, ...dependencies, ...added];
  return saved.steps === undefined ? all : withSteps(saved, saved.steps, live, all);
}

/** The same, with one change of all flags that can be stepped before the others. */
function withSteps(saved: State, steps: StepsGoal, live: State, changes: readonly Change[]): Change[] {
  const changing = new Set(changes.map(({ id }) => id));
  const { stepped, others } = takeSteps(changes, ({ id }) => {
    const was = saved.features.find(({ name }) => id === `targeting:${name}`);
    if (was === undefined) return null;
    const is = live.features.find(({ name }) => name === was.name);
    return stepOf(was, is, changing, steps.earlier);
  });
  const names = stepped.map(({ flag }) => flag);
  if (names.length === 0) return others;
  const { percentages, gate } = steps;
  const lines = (from: State): string =>
    fewOf(
      names
        .flatMap((flag) => from.features.filter(({ name }) => name === flag))
        .map(({ name, enabled, strategies }) =>
          enabled ? `${name}: ${strategies.map(({ summary }) => summary).join('; ')}` : `${name}: off`,
        ),
      '\n',
    );
  const at = stepped.map(({ flag }) => {
    const [was, is] = [saved, live].map(({ features }) => features.find(({ name }) => name === flag));
    return was === undefined || is === undefined ? null : shareOf(was, is);
  });
  const change = {
    ...stepsChange(saved.environment, names, steps, at),
    before: lines(live),
    after: lines(saved),
    params: { kind: 'steps', percentages, gate, flags: stepped } satisfies Params,
  };
  return [change, ...others];
}

const UNDO = '"rewind undo" sets the current settings again';

function segmentChanges(saved: State, live: State): Change[] {
  return saved.segments.flatMap((was): Change[] => {
    const is = live.segments.find(({ name }) => name === was.name);
    if (!was.used || is?.fingerprint === was.fingerprint) return [];
    const same = is?.summary === was.summary ? HIDDEN_DIFFERENCE : '';
    return [
      {
        id: `segment:${was.name}`,
        stage: 'configuration',
        action: is ? 'update' : 'create',
        target: `Segment "${was.name}"`,
        before: is ? oneLine(is.summary) : null,
        after: oneLine(was.summary + same),
        effect: 'live',
        // No undo compares a segment that no strategy used before the rollback.
        undo: is?.used ? UNDO : is ? 'set the segment in Unleash back by hand' : 'delete the segment in Unleash',
        warnings: ['the segment is shared: it changes for every project and environment that uses it'],
        params: { kind: 'segment', name: was.name } satisfies Params,
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
      after: before === after ? after + HIDDEN_DIFFERENCE : after,
      effect: 'live',
      undo: UNDO,
      warnings: ['these settings apply to every environment'],
      params: { kind: 'metadata', name: was.name } satisfies Params,
    },
  ];
}

function recreate(saved: State, was: FeatureState): Change {
  return {
    id: `flag:${was.name}`,
    stage: 'configuration',
    action: 'create',
    target: `Flag "${was.name}" of project "${saved.project}"`,
    before: null,
    after: `${was.type} flag, restored from the archive or created again`,
    effect: 'live',
    undo: 'archive the flag in Unleash',
    warnings: [`its strategies are restored in ${saved.environment} only; it is off in the other environments`],
    // A new flag has the settings that the service gives it.
    sideEffects: [`targeting:${was.name}`],
    params: { kind: 'recreate', name: was.name } satisfies Params,
  };
}

function targetingChange(saved: State, was: FeatureState, is: FeatureState | undefined): Change[] {
  const fingerprints = ({ strategies }: FeatureState): string =>
    canonicalJson(strategies.map(({ fingerprint, percentage }) => [fingerprint, percentage]));
  const differs = {
    enabled: was.enabled !== is?.enabled,
    strategies: !is || fingerprints(was) !== fingerprints(is),
    variants: !is || was.variants.fingerprint !== is.variants.fingerprint,
  };
  if (!differs.enabled && !differs.strategies && !differs.variants) return [];
  const lines = (each: FeatureState): string[] => [
    ...(differs.enabled ? [each.enabled ? 'on' : 'off'] : []),
    ...(differs.strategies ? each.strategies.map(({ summary }, at) => `strategy ${at + 1}: ${summary}`) : []),
    ...(differs.strategies && each.strategies.length === 0 ? ['no strategies'] : []),
    ...(differs.variants ? [`variants: ${each.variants.names.join(', ') || 'none'}`] : []),
  ];
  // Names of segments, variants and fields come from outside: none of them makes a line of its own.
  const text = (each: FeatureState): string => lines(each).map(oneLine).join('\n');
  const before = is ? text(is) : null;
  const after = text(was);
  const onlySwitches =
    is !== undefined && (!was.enabled || saved.switched === true) && !differs.strategies && !differs.variants;
  const unreachable = was.enabled && !was.strategies.some(({ active }) => active);
  return [
    {
      id: `targeting:${was.name}`,
      stage: 'configuration',
      action: is ? 'update' : 'create',
      target: `Flag "${was.name}" in environment "${saved.environment}"`,
      before,
      after: before === after ? after + HIDDEN_DIFFERENCE : after,
      effect: 'live',
      undo: UNDO,
      warnings: was.enabled && !is?.enabled ? ['switches the flag on for users at once'] : [],
      params: {
        kind: !onlySwitches ? 'targeting' : was.enabled ? 'turn-on' : 'turn-off',
        name: was.name,
      } satisfies Params,
      ...(unreachable
        ? {
            manual: `Set flag "${was.name}" in Unleash by hand: Unleash adds a default strategy when a flag without an active strategy is turned on.`,
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
      manual: `Set the parent flags of "${was.name}" back in Unleash by hand.`,
    },
  ];
}
