import { canonicalJson } from '../../runtime/digest.js';
import { oneLine } from '../../runtime/text.js';
import type { Change } from '../../engine/change.js';
import { nameParts, otherObject } from '../../engine/other-object.js';
import { fewOf, stepsChange, takeSteps, type StepsGoal } from '../../services/flags/steps.js';
import { disableNew, HIDDEN_DIFFERENCE, otherKind } from '../../services/flags/changes.js';
import { ASPECTS, aspectsOf, namesOf, type AspectName, type Names } from './aspects.js';
import { matchVariations } from './model.js';
import type { FlagState, Params, State } from './state.js';
import { standingOf, stepOf } from './steps.js';

/**
 * Changes in an order that LaunchDarkly accepts: recreate and restore flags before others depend on them, add variations
 * before they are served, drop prerequisites before setting others (no cycles), and remove unused variations last.
 */
export function plan(saved: State, live: State): Change[] {
  const elsewhere =
    otherObject('flags', nameParts(['project', 'environment'], saved, live)) ?? otherEnvironment(saved, live);
  if (elsewhere) return [elsewhere];
  const savedFlags = new Map(saved.flags.map((flag) => [flag.key, flag]));
  const liveFlags = new Map(live.flags.map((flag) => [flag.key, flag]));
  const names = namesOf(savedFlags, liveFlags);
  const first: Change[] = [];
  const variations: Change[] = [];
  const targeting: Change[] = [];
  const last: Change[] = [];
  for (const was of saved.flags) {
    const is = liveFlags.get(was.key);
    if (is && is.kind !== was.kind) {
      first.push(kindChange(saved, was, is));
      continue;
    }
    if (!is) first.push(recreate(saved, was));
    if (is?.archived && !was.archived) first.push(archiveChange(saved, was));
    if (is) variations.push(...variationChange(was, is));
    // The targeting of an archived flag has no effect and cannot be written.
    if (!was.archived || !is?.archived) targeting.push(...targetingChange(saved, was, is, names));
    if (is) last.push(...variationRemoval(was, is));
    if (was.archived && !is?.archived) last.push(archiveChange(saved, was));
  }
  for (const { key, on, archived } of live.flags) {
    if (savedFlags.has(key) || !on || archived) continue;
    targeting.push(disableNew(key, live.environment, 'deleted', { kind: 'disable-new', flag: key } satisfies Params));
  }
  targeting.sort((a, b) => Number(b.params.dropsPrerequisites === true) - Number(a.params.dropsPrerequisites === true));
  const all = [...first, ...variations, ...targeting, ...last];
  return saved.steps === undefined ? all : withSteps(saved, saved.steps, live, names, all);
}

/** What differs of one flag that is there on both sides. @param names as the flags that it depends on have them */
export function flagChanges(saved: State, was: FlagState, is: FlagState, names: Names): Change[] {
  return [...variationChange(was, is), ...targetingChange(saved, was, is, names), ...variationRemoval(was, is)];
}

/** The only change if the token or the address leads to an environment of the same name that is another one. */
function otherEnvironment(saved: State, live: State): Change | null {
  if (saved.environmentId === undefined || live.environmentId === undefined) return null;
  const key = `environment ${saved.environment} with the id`;
  const other = otherObject('flags', [{ key, saved: saved.environmentId, live: live.environmentId }]);
  return (
    other && {
      ...other,
      before: `${key} ${live.environmentId} (where the token leads)`,
      manual:
        'Use the token and the address (LAUNCHDARKLY_API_URL) of the account of the snapshot, and plan again. If the environment was deleted and made again, choose a newer snapshot.',
    }
  );
}

/** The same, with one change of all flags that can be stepped before the others. */
function withSteps(saved: State, steps: StepsGoal, live: State, names: Names, changes: readonly Change[]): Change[] {
  const of = (id: string): string => id.slice(id.indexOf(':') + 1);
  const targeting = new Set(changes.flatMap(({ id }) => (id.startsWith('targeting:') ? [of(id)] : [])));
  const { stepped, others } = takeSteps(changes, ({ id }) => {
    const was = saved.flags.find(({ key }) => id === `targeting:${key}`);
    if (was === undefined) return null;
    const is = live.flags.find(({ key }) => key === was.key);
    return stepOf(was, is, differing(was, is, names), targeting, steps.earlier);
  });
  const keys = stepped.map(({ flag }) => flag);
  if (keys.length === 0) return others;
  const { percentages, gate } = steps;
  const lines = (from: State, id: Names['id']): string =>
    fewOf(
      keys
        .flatMap((key) => from.flags.filter((flag) => flag.key === key))
        .map((flag) => {
          const { on, fallthrough } = aspectsOf(flag, id, names);
          return oneLine(`${flag.key}: ${(flag.on ? fallthrough : on).lines.join(', ')}`);
        }),
      '\n',
    );
  const at = stepped.map((step) => {
    const [was, is] = [saved, live].map(({ flags }) => flags.find(({ key }) => key === step.flag));
    return was === undefined || is === undefined ? null : standingOf(step, was, is);
  });
  const change = {
    ...stepsChange(saved.environment, keys, steps, at),
    before: lines(live, names.id),
    after: lines(saved, (_key, id) => id),
    params: { kind: 'steps', percentages, gate, flags: stepped } satisfies Params,
  };
  return [change, ...others];
}

/** The parts of the targeting that differ. */
function differing(was: FlagState, is: FlagState | undefined, names: Names): AspectName[] {
  const after = aspectsOf(was, (_key, id) => id, names);
  const before = is && aspectsOf(is, names.id, names);
  return ASPECTS.filter(
    (aspect) => !before || canonicalJson(after[aspect].comparable) !== canonicalJson(before[aspect].comparable),
  );
}

function targetingChange(saved: State, was: FlagState, is: FlagState | undefined, names: Names): Change[] {
  const after = aspectsOf(was, (_key, id) => id, names);
  const before = is && aspectsOf(is, names.id, names);
  const differs = differing(was, is, names);
  if (differs.length === 0) return [];
  const textOf = (aspects: typeof after): string =>
    differs
      .flatMap((aspect) => (aspects[aspect].lines.length > 0 ? aspects[aspect].lines : [`no ${aspect}`]))
      // Names of variations and attributes come from outside: none of them makes a line of its own.
      .map(oneLine)
      .join('\n');
  const afterText = textOf(after);
  const beforeText = before ? textOf(before) : null;
  const kept = new Set(was.prerequisites.map(({ key }) => key));
  const dropsPrerequisites = is?.prerequisites.some(({ key }) => !kept.has(key)) ?? false;
  const manual = manualReason(was, differs);
  const onlySwitches =
    is !== undefined && (!was.on || saved.switched === true) && differs.every((aspect) => aspect === 'on');
  const warnings: string[] = [];
  if (is && !is.on && was.on) warnings.push('switches the flag on for users at once');
  if (is?.rules.some(({ serve: { rollout } }) => rollout?.experiment) || is?.fallthrough?.rollout?.experiment)
    warnings.push('an experiment runs on this flag; replacing its rules ends the measurement');
  return [
    {
      id: `targeting:${was.key}`,
      stage: 'configuration',
      action: is ? 'update' : 'create',
      target: `Flag "${was.key}" in environment "${saved.environment}"`,
      before: beforeText,
      after: afterText === beforeText ? afterText + HIDDEN_DIFFERENCE : afterText,
      effect: 'live',
      undo: is && manualReason(is, differs) !== undefined ? null : '"rewind undo" sets the current targeting again',
      warnings,
      params: (onlySwitches
        ? { kind: was.on ? 'turn-on' : 'turn-off', flag: was.key }
        : { kind: 'targeting', flag: was.key, dropsPrerequisites }) satisfies Params,
      ...(manual === undefined ? {} : { manual: `${manual} Set flag "${was.key}" in LaunchDarkly by hand.` }),
    },
  ];
}

/** Why the public API cannot write the targeting, so that an operator must set it. */
function manualReason(was: FlagState, differing: readonly AspectName[]): string | undefined {
  const rules = differing.includes('rules');
  const serves = [
    ...(rules ? was.rules.map((rule) => rule.serve) : []),
    ...(differing.includes('fallthrough') && was.fallthrough ? [was.fallthrough] : []),
  ];
  if (serves.some(({ rollout }) => rollout?.experiment)) return 'The saved rollout belongs to an experiment.';
  if (rules && was.rules.some(({ disabled }) => disabled)) return 'A saved rule is disabled.';
  if (differing.includes('off') && was.offVariation === null) return 'The saved flag had no off variation.';
  if (differing.includes('fallthrough') && was.fallthrough === null) return 'The saved flag had no default rule.';
  return undefined;
}

const EVERYWHERE = 'variations belong to the flag: this changes every environment of the project';

function variationChange(was: FlagState, is: FlagState): Change[] {
  const match = matchVariations(was.variations, is.variations);
  const liveOf = new Map([...match].map(([liveId, savedId]) => [savedId, liveId]));
  const lost = was.variations.filter(({ id }) => !liveOf.has(id));
  const changed = was.variations.filter((variation) => {
    const now = is.variations.find(({ id }) => id === liveOf.get(variation.id));
    return now && (now.value !== variation.value || now.texts !== variation.texts);
  });
  if (lost.length + changed.length === 0) return [];
  const touched = new Set([...lost, ...changed].map(({ id }) => id));
  const before = is.variations.filter(({ id }) => touched.has(match.get(id) ?? '')).map(({ label }) => label);
  const after = was.variations.filter(({ id }) => touched.has(id)).map(({ label }) => label);
  const same = before.join() === after.join() ? ' (they differ in values or texts that are not shown)' : '';
  return [
    {
      ...variationBase(was),
      id: `variations:${was.key}`,
      action: 'update',
      before: oneLine(`variations: ${before.join(', ') || 'missing'}`),
      after: oneLine(`variations: ${after.join(', ')}${same}`),
      params: { kind: 'variations', flag: was.key } satisfies Params,
    },
  ];
}

function variationRemoval(was: FlagState, is: FlagState): Change[] {
  const match = matchVariations(was.variations, is.variations);
  const extra = is.variations.filter(({ id }) => !match.has(id));
  if (extra.length === 0) return [];
  return [
    {
      ...variationBase(was),
      id: `remove-variations:${was.key}`,
      action: 'delete',
      before: oneLine(`variations: ${extra.map(({ label }) => label).join(', ')}`),
      after: null,
      warnings: [EVERYWHERE, 'LaunchDarkly refuses to remove a variation that another environment serves'],
      params: { kind: 'remove-variations', flag: was.key } satisfies Params,
    },
  ];
}

function variationBase(was: FlagState): Pick<Change, 'stage' | 'target' | 'effect' | 'undo' | 'warnings'> {
  return {
    stage: 'configuration',
    target: `Variations of flag "${was.key}"`,
    effect: 'live',
    undo: '"rewind undo" sets the current variations again',
    warnings: [EVERYWHERE],
  };
}

/** Leaves a flag to a person that was deleted and made again with another kind. */
function kindChange(saved: State, was: FlagState, is: FlagState): Change {
  const text = ({ kind, variations }: FlagState): string =>
    oneLine(`${kind} with variations ${variations.map(({ label }) => label).join(', ')}`);
  return {
    id: `kind:${was.key}`,
    stage: 'configuration',
    action: 'update',
    target: `Flag "${was.key}" of project "${saved.project}"`,
    before: text(is),
    after: text(was),
    effect: 'live',
    undo: null,
    warnings: [],
    params: {},
    manual: otherKind(was.kind, is.kind),
  };
}

function recreate(saved: State, was: FlagState): Change {
  return {
    id: `flag:${was.key}`,
    stage: 'configuration',
    action: 'create',
    target: `Flag "${was.key}" of project "${saved.project}"`,
    before: null,
    after: oneLine(`${was.kind} with variations ${was.variations.map(({ label }) => label).join(', ')}`),
    effect: 'live',
    undo: 'archive the flag in LaunchDarkly',
    warnings: [
      `the flag was deleted: it is created again with its targeting in ${saved.environment} only; it starts off in the other environments`,
    ],
    // A new flag has the settings that the service gives it.
    sideEffects: [`targeting:${was.key}`],
    params: { kind: 'create', flag: was.key } satisfies Params,
  };
}

function archiveChange(saved: State, was: FlagState): Change {
  const archives = was.archived;
  return {
    id: `${archives ? 'archive' : 'unarchive'}:${was.key}`,
    stage: 'configuration',
    action: 'update',
    target: `Flag "${was.key}" of project "${saved.project}"`,
    before: archives ? 'not archived' : 'archived',
    after: archives ? 'archived' : 'not archived',
    effect: 'live',
    undo: archives ? 'restore the flag from the archive' : 'archive the flag again',
    warnings: ['archiving affects every environment of the project'],
    params: { kind: 'archive', flag: was.key, archived: was.archived } satisfies Params,
  };
}
