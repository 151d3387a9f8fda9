import { canonicalJson } from '../../runtime/digest.js';
import type { Change } from '../../engine/change.js';
import { otherObject, type NamePart } from '../../engine/other-object.js';
import { disableNew, otherKind } from '../../services/flags/changes.js';
import { environmentsOf, isOn, type FlagState, type Params, type State } from './state.js';
import { plural } from '../../runtime/text.js';

/** One change for each flag. Turns a flag off, instead of deleting it, if it is newer than the snapshot. */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('flags', names(saved, live, environmentsOf(live)));
  if (other) return [other];
  const slugs = [...new Set([...saved.flags, ...live.flags].map(({ slug }) => slug))].sort();
  return slugs.flatMap((slug): Change[] => {
    const desired = saved.flags.find((flag) => flag.slug === slug);
    const actual = live.flags.find((flag) => flag.slug === slug);
    if (desired) return actual && same(desired, actual) ? [] : [restoreFlag(desired, actual, saved.switched === true)];
    if (!actual || !isOn(actual)) return [];
    const environments = Object.keys(actual.environments).join(', ');
    const change = disableNew(slug, environments, 'deleted', { kind: 'disable-new', slug } satisfies Params);
    const manual = `${slug} runs an experiment, which the API does not accept: turn it off in the dashboard.`;
    return [runsExperiment(actual) ? { ...change, manual } : change];
  });
}

/**
 * What names the flags: also the environments, because nothing is known of one that the snapshot does not hold. A state
 * without flags does not tell them.
 */
export function names(
  saved: Pick<State, 'project' | 'flags'>,
  live: Pick<State, 'project'>,
  environments: readonly string[],
): NamePart[] {
  const [was, is] = [environmentsOf(saved), [...environments].sort()].map((all) => all.join(', '));
  const project = { key: 'project', saved: saved.project, live: live.project };
  return was && is ? [project, { key: 'environments', saved: was, live: is }] : [project];
}

const runsExperiment = ({ environments }: FlagState): boolean =>
  Object.values(environments).some(({ experiment }) => experiment);

function same(desired: FlagState, actual: FlagState): boolean {
  const comparable = (flag: FlagState): string =>
    canonicalJson({ ...flag, tags: [], author: undefined, kind: undefined });
  return comparable(desired) === comparable(actual);
}

function restoreFlag(desired: FlagState, actual: FlagState | undefined, switches: boolean): Change {
  const { slug } = desired;
  const ends = actual !== undefined && runsExperiment(actual);
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
    undo: ends ? null : actual ? '"rewind undo" sets it back' : `archive ${slug}`,
    warnings: ends ? ['an experiment runs on this flag: this ends it, and the API cannot begin it again'] : [],
    params: { kind: off ? 'turn-off' : on ? 'turn-on' : 'restore', slug } satisfies Params,
    ...manualPart(desired, actual),
  };
}

/** Instructions for a person, if the API cannot write the saved flag. */
function manualPart(desired: FlagState, actual: FlagState | undefined): Pick<Change, 'manual'> {
  const { slug, kind } = desired;
  if (kind !== undefined && actual?.kind !== undefined && kind !== actual.kind)
    return { manual: `${slug}: ${otherKind(kind, actual.kind)}` };
  if (!runsExperiment(desired)) return {};
  return { manual: `${slug} ran an experiment, which the API does not accept: set it in the dashboard.` };
}

/** The flag, on or off in every captured environment. */
export function switched(flag: FlagState, on: boolean): FlagState {
  const environments = Object.entries(flag.environments).map(
    ([name, entry]) => [name, { ...entry, active: on }] as const,
  );
  return { ...flag, environments: Object.fromEntries(environments) };
}

const SEPARATOR = '; ';

/** A flag as a plan tells it. The order of the environments in the configuration is not told. */
export function describeFlag(flag: FlagState): string {
  if (flag.state !== 'active') return flag.state;
  const parts = Object.entries(flag.environments)
    .map(
      ([name, { active, rules, targeting }]) =>
        `${name}: ${active ? 'on' : 'off'}, ${plural(rules, 'rule')}, targeting ${targeting.slice(0, 6)}`,
    )
    .sort();
  return [...parts, `variants ${flag.variants.slice(0, 6)}`].join(SEPARATOR);
}

/** The parts of what `describeFlag` says. */
export const partsOfText = (text: string): string[] => text.split(SEPARATOR);
