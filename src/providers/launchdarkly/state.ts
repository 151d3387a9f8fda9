import { z } from 'zod';
import { canonicalJson } from '../../runtime/digest.js';
import type { Change } from '../../engine/provider.js';
import { matchVariations } from './model.js';

/**
 * What the manifest says of a flag, in clear. Values of variations, targeted keys (they are often e-mail addresses) and
 * values of clauses are only marks: equal marks, equal values. The values themselves are sealed.
 */
const serve = z.strictObject({
  variation: z.string().nullable(),
  rollout: z
    .strictObject({
      weights: z.array(z.strictObject({ variation: z.string(), weight: z.number() })),
      bucketBy: z.string().nullable(),
      contextKind: z.string().nullable(),
      experiment: z.boolean(),
    })
    .nullable(),
});

const flagState = z.strictObject({
  key: z.string(),
  archived: z.boolean(),
  kind: z.string(),
  variations: z.array(
    z.strictObject({
      id: z.string(),
      /** What a person sees of it: its name, or a short value. */
      label: z.string(),
      value: z.string(),
      texts: z.string(),
    }),
  ),
  on: z.boolean(),
  /** Rises with each change in this environment; shown, never compared. */
  version: z.number(),
  offVariation: z.string().nullable(),
  fallthrough: serve.nullable(),
  targets: z.array(
    z.strictObject({ contextKind: z.string(), variation: z.string(), count: z.number(), mark: z.string() }),
  ),
  rules: z.array(
    z.strictObject({
      serve,
      summary: z.string(),
      mark: z.string(),
      trackEvents: z.boolean(),
      disabled: z.boolean(),
    }),
  ),
  prerequisites: z.array(z.strictObject({ key: z.string(), variation: z.string() })),
  trackEvents: z.boolean(),
  trackEventsFallthrough: z.boolean(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  environment: z.string(),
  flags: z.array(flagState),
});

export type State = z.infer<typeof state>;
export type FlagState = z.infer<typeof flagState>;
type ServeState = z.infer<typeof serve>;

/** Names of variations: of this flag by id, of another by its key and id. */
interface Names {
  /** Id under which the saved state knows this (live) variation of that flag; itself when it knows none. */
  readonly id: (flagKey: string, variation: string) => string;
  readonly label: (flagKey: string, variation: string) => string;
}

/** One part of a flag's targeting: a comparable form, and what a person sees of it. */
interface Aspect {
  readonly mark: unknown;
  readonly lines: readonly string[];
}

const ASPECTS = ['on', 'off', 'fallthrough', 'targets', 'rules', 'prerequisites', 'events'] as const;

/**
 * In an order that LaunchDarkly accepts: flags come back before others depend on them, variations before they are
 * served, prerequisites go before others are set (no circles), and what nothing uses any more goes last.
 */
export function plan(saved: State, live: State): Change[] {
  if (saved.project !== live.project || saved.environment !== live.environment) return [otherPlace(saved, live)];
  const savedFlags = new Map(saved.flags.map((flag) => [flag.key, flag]));
  const liveFlags = new Map(live.flags.map((flag) => [flag.key, flag]));
  const names = namesOf(savedFlags, liveFlags);
  const first: Change[] = [];
  const variations: Change[] = [];
  const targeting: Change[] = [];
  const last: Change[] = [];
  for (const was of saved.flags) {
    const is = liveFlags.get(was.key);
    if (!is) first.push(creation(saved, was));
    if (is?.archived && !was.archived) first.push(lifecycle(saved, was, 'restoreFlag'));
    if (is) variations.push(...variationChange(was, is));
    // The targeting of an archived flag has no effect, and cannot be written.
    if (!was.archived || !is?.archived) targeting.push(...targetingChange(saved, was, is, names));
    if (is) last.push(...variationRemoval(was, is));
    if (was.archived && !is?.archived) last.push(lifecycle(saved, was, 'archiveFlag'));
  }
  for (const is of live.flags) if (!savedFlags.has(is.key) && is.on && !is.archived) targeting.push(newcomer(live, is));
  targeting.sort((a, b) => Number(b.params.unties === true) - Number(a.params.unties === true));
  return [...first, ...variations, ...targeting, ...last];
}

function namesOf(saved: ReadonlyMap<string, FlagState>, live: ReadonlyMap<string, FlagState>): Names {
  const matches = new Map<string, Map<string, string>>();
  for (const [key, flag] of live) matches.set(key, matchVariations(saved.get(key)?.variations ?? [], flag.variations));
  return {
    id: (key, variation) => matches.get(key)?.get(variation) ?? variation,
    label: (key, variation) =>
      [saved.get(key), live.get(key)].flatMap((flag) => flag?.variations ?? []).find(({ id }) => id === variation)
        ?.label ?? variation,
  };
}

function aspectsOf(flag: FlagState, id: Names['id'], names: Names): Record<(typeof ASPECTS)[number], Aspect> {
  const own = (variation: string): string => id(flag.key, variation);
  const label = (variation: string): string => names.label(flag.key, variation);
  const { offVariation: off, fallthrough } = flag;
  const targets = flag.targets
    .map((each) => ({ ...each, variation: own(each.variation) }))
    .sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return {
    on: { mark: flag.on, lines: [flag.on ? 'on' : 'off'] },
    off: {
      mark: off === null ? null : own(off),
      lines: [`when off: ${off === null ? 'the default in the code' : label(own(off))}`],
    },
    fallthrough: {
      mark: fallthrough === null ? null : serveMark(fallthrough, own),
      lines: [`default rule: ${fallthrough === null ? 'none' : serveText(fallthrough, own, label)}`],
    },
    targets: {
      mark: targets,
      lines: targets.map((each) => `targets: ${each.count} of ${each.contextKind} → ${label(each.variation)}`),
    },
    rules: {
      mark: flag.rules.map((rule) => ({ ...rule, serve: serveMark(rule.serve, own) })),
      lines: flag.rules.map(
        (rule, at) =>
          `rule ${at + 1}${rule.disabled ? ' (disabled)' : ''}: ${rule.summary} → ${serveText(rule.serve, own, label)}`,
      ),
    },
    prerequisites: {
      mark: flag.prerequisites.map((each) => ({ key: each.key, variation: id(each.key, each.variation) })),
      lines: flag.prerequisites.map(
        (each) => `prerequisite: ${each.key} = ${names.label(each.key, id(each.key, each.variation))}`,
      ),
    },
    events: {
      mark: [flag.trackEvents, flag.trackEventsFallthrough],
      lines: [`events tracked: all ${yes(flag.trackEvents)}, default rule ${yes(flag.trackEventsFallthrough)}`],
    },
  };
}

function serveMark({ variation, rollout }: ServeState, own: (id: string) => string): unknown {
  return {
    variation: variation === null ? null : own(variation),
    // A variation with no share is served to nobody, named or not; one kind and one attribute are the default.
    rollout: rollout && {
      weights: Object.fromEntries(
        rollout.weights
          .filter(({ weight }) => weight > 0)
          .map((each): [string, number] => [own(each.variation), each.weight]),
      ),
      bucketBy: rollout.bucketBy ?? 'key',
      contextKind: rollout.contextKind ?? 'user',
      experiment: rollout.experiment,
    },
  };
}

function serveText(
  { variation, rollout }: ServeState,
  own: (id: string) => string,
  label: (id: string) => string,
): string {
  if (rollout === null) return variation === null ? 'nothing' : label(own(variation));
  const parts = rollout.weights.map((each) => `${each.weight / 1000} % ${label(own(each.variation))}`);
  return parts.join(', ') + (rollout.experiment ? ' (experiment)' : '');
}

function targetingChange(saved: State, was: FlagState, is: FlagState | undefined, names: Names): Change[] {
  const after = aspectsOf(was, (_key, id) => id, names);
  const before = is && aspectsOf(is, names.id, names);
  const differing = ASPECTS.filter(
    (aspect) => !before || canonicalJson(after[aspect].mark) !== canonicalJson(before[aspect].mark),
  );
  if (differing.length === 0) return [];
  const textOf = (aspects: typeof after): string =>
    differing
      .flatMap((aspect) => (aspects[aspect].lines.length > 0 ? aspects[aspect].lines : [`no ${aspect}`]))
      .join('\n');
  const afterText = textOf(after);
  const beforeText = before ? textOf(before) : null;
  const kept = new Set(was.prerequisites.map(({ key }) => key));
  const unties = is?.prerequisites.some(({ key }) => !kept.has(key)) ?? false;
  const manual = manualReason(was, differing);
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
      after: afterText === beforeText ? `${afterText} (they differ in values that are not shown)` : afterText,
      effect: 'live',
      undo: 'the snapshot taken before the rollback holds the present targeting',
      warnings,
      params: { kind: 'targeting', flag: was.key, ...(unties ? { unties } : {}) },
      ...(manual === undefined ? {} : { manual: `${manual} Set it in LaunchDarkly by hand: flag "${was.key}".` }),
    },
  ];
}

/** What the public API cannot write back. */
function manualReason(was: FlagState, differing: readonly (typeof ASPECTS)[number][]): string | undefined {
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
      before: `variations: ${before.join(', ') || 'missing'}`,
      after: `variations: ${after.join(', ')}${same}`,
      params: { kind: 'variations', flag: was.key },
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
      id: `variations-removed:${was.key}`,
      action: 'delete',
      before: `variations: ${extra.map(({ label }) => label).join(', ')}`,
      after: null,
      warnings: [EVERYWHERE, 'LaunchDarkly refuses it while another environment serves the variation'],
      params: { kind: 'variations-removed', flag: was.key },
    },
  ];
}

function variationBase(was: FlagState): Pick<Change, 'stage' | 'target' | 'effect' | 'undo' | 'warnings'> {
  return {
    stage: 'configuration',
    target: `Variations of flag "${was.key}"`,
    effect: 'live',
    undo: 'the snapshot taken before the rollback holds the present variations',
    warnings: [EVERYWHERE],
  };
}

function creation(saved: State, was: FlagState): Change {
  return {
    id: `flag:${was.key}`,
    stage: 'configuration',
    action: 'create',
    target: `Flag "${was.key}" of project "${saved.project}"`,
    before: null,
    after: `${was.kind} with variations ${was.variations.map(({ label }) => label).join(', ')}`,
    effect: 'live',
    undo: 'archive the flag in LaunchDarkly',
    warnings: [
      `the flag was deleted: it is made again, with its targeting in ${saved.environment} only; other environments begin with it off`,
    ],
    params: { kind: 'flag', flag: was.key },
  };
}

function lifecycle(saved: State, was: FlagState, instruction: 'restoreFlag' | 'archiveFlag'): Change {
  const archives = instruction === 'archiveFlag';
  return {
    id: `${archives ? 'archive' : 'unarchive'}:${was.key}`,
    stage: 'configuration',
    action: 'update',
    target: `Flag "${was.key}" of project "${saved.project}"`,
    before: archives ? 'not archived' : 'archived',
    after: archives ? 'archived' : 'not archived',
    effect: 'live',
    undo: archives ? 'restore the flag from the archive' : 'archive the flag again',
    warnings: ['archiving concerns every environment of the project'],
    params: { kind: 'lifecycle', flag: was.key, instruction },
  };
}

/** Not deleted: that could not be undone, and would reach into every environment. */
function newcomer(live: State, is: FlagState): Change {
  return {
    id: `newcomer:${is.key}`,
    stage: 'configuration',
    action: 'update',
    target: `Flag "${is.key}" in environment "${live.environment}"`,
    before: 'on',
    after: 'off (created after the snapshot; it is not deleted)',
    effect: 'live',
    undo: 'turn the flag on again',
    warnings: ['created after the snapshot: services that are not rolled back may rely on it'],
    params: { kind: 'newcomer', flag: is.key },
  };
}

/** The configuration was edited since: one environment's flags are never put on another. */
function otherPlace(saved: State, live: State): Change {
  return {
    id: 'environment',
    stage: 'configuration',
    action: 'run',
    target: `LaunchDarkly flags of project "${saved.project}", environment "${saved.environment}"`,
    before: `the configuration now names project "${live.project}", environment "${live.environment}"`,
    after: `the snapshot holds project "${saved.project}", environment "${saved.environment}"`,
    effect: 'live',
    undo: null,
    manual: 'Set project and environment back in the configuration and plan again, or choose a newer snapshot.',
    warnings: [],
    params: {},
  };
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no';
}
