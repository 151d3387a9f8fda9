import { canonicalJson } from '../../runtime/digest.js';
import type { Change } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import { disableNew } from '../../services/flags/changes.js';
import { isOn, type FlagState, type Params, type State } from './state.js';
import { plural } from '../../runtime/text.js';

/** One change for each flag. Turns a flag off, instead of deleting it, if it is newer than the snapshot. */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('flags', [{ key: 'project', saved: saved.project, live: live.project }]);
  if (other) return [other];
  const slugs = [...new Set([...saved.flags, ...live.flags].map(({ slug }) => slug))].sort();
  return slugs.flatMap((slug): Change[] => {
    const desired = saved.flags.find((flag) => flag.slug === slug);
    const actual = live.flags.find((flag) => flag.slug === slug);
    if (desired) return actual && same(desired, actual) ? [] : [restoreFlag(desired, actual, saved.switched === true)];
    if (!actual || !isOn(actual)) return [];
    const environments = Object.keys(actual.environments).join(', ');
    return [disableNew(slug, environments, 'deleted', { kind: 'disable-new', slug } satisfies Params)];
  });
}

function same(desired: FlagState, actual: FlagState): boolean {
  const comparable = (flag: FlagState): string => canonicalJson({ ...flag, tags: [], author: undefined });
  return comparable(desired) === comparable(actual);
}

function restoreFlag(desired: FlagState, actual: FlagState | undefined, switches: boolean): Change {
  const { slug } = desired;
  const experiment = Object.values(desired.environments).some((entry) => entry.experiment);
  const off = actual !== undefined && isOn(actual) && same(desired, switched(actual, false));
  const on = switches && actual !== undefined && same(desired, switched(actual, true));
  return {
    id: `flag:${slug}`,
    stage: 'configuration',
    action: actual ? 'update' : 'create',
    target: `flag ${slug}`,
    before: actual ? describeFlag(actual) : null,
    after: describeFlag(desired),
    effect: 'live',
    undo: actual ? '"rewind undo" sets it back' : `archive ${slug}`,
    warnings: [],
    params: { kind: off ? 'turn-off' : on ? 'turn-on' : 'restore', slug } satisfies Params,
    ...(experiment
      ? { manual: `${slug} ran an experiment, which the API does not accept: set it in the dashboard.` }
      : {}),
  };
}

/** The flag, on or off in every captured environment. */
export function switched(flag: FlagState, on: boolean): FlagState {
  const environments = Object.entries(flag.environments).map(
    ([name, entry]) => [name, { ...entry, active: on }] as const,
  );
  return { ...flag, environments: Object.fromEntries(environments) };
}

function describeFlag(flag: FlagState): string {
  if (flag.state !== 'active') return flag.state;
  const parts = Object.entries(flag.environments).map(
    ([name, { active, rules, targeting }]) =>
      `${name}: ${active ? 'on' : 'off'}, ${plural(rules, 'rule')}, targeting ${targeting.slice(0, 6)}`,
  );
  return [...parts, `variants ${flag.variants.slice(0, 6)}`].join('; ');
}
