import { earlierOf, type StepsGoal } from '../../services/flags/steps.js';
import type { AspectName } from './aspects.js';
import type { Serve } from './model.js';
import { steppedFlag, type FlagState, type SteppedFlag } from './state.js';

/** Weight of 1 % and of everybody. */
const PERCENT = 1000;
const EVERYBODY = 100 * PERCENT;

/** What decides what users get that no target and no rule catches. */
export interface Switch {
  readonly on: boolean;
  readonly offVariation: string | null;
  readonly fallthrough: Serve | null;
}

/** Weights by variation, without empty ones; null if LaunchDarkly does not divide users by plain weights here. */
function sharesOf({ on, offVariation, fallthrough }: Switch): Map<string, number> | null {
  if (!on) return offVariation === null ? null : new Map([[offVariation, EVERYBODY]]);
  if (fallthrough === null || fallthrough.rollout?.experiment === true) return null;
  const { variation, rollout } = fallthrough;
  if (rollout === null) return variation === null ? null : new Map([[variation, EVERYBODY]]);
  return new Map(rollout.weights.filter(({ weight }) => weight > 0).map((each) => [each.variation, each.weight]));
}

/** Weight of the growing variation: null if other variations are served, too. */
export function shareOf(flag: Switch, { to, rest }: Pick<SteppedFlag, 'to' | 'rest'>): number | null {
  const shares = sharesOf(flag);
  return shares === null || [...shares.keys()].some((id) => id !== to && id !== rest) ? null : (shares.get(to) ?? 0);
}

/**
 * How the flag can be brought to its goal in steps, or why it cannot. With two variations and one way to divide users, each
 * user keeps the variation `to`, once served, because LaunchDarkly orders the weights as the variations of the flag.
 * @param differing what differs between the goal and the live flag
 * @param changing keys of all flags whose targeting changes
 */
export function stepOf(
  was: FlagState,
  is: FlagState | undefined,
  differing: readonly AspectName[],
  changing: ReadonlySet<string>,
  earlier: StepsGoal['earlier'],
): SteppedFlag | string {
  if (is === undefined) return 'the flag does not exist';
  if (!was.on) return 'it is turned off';
  if (differing.some((aspect) => aspect !== 'on' && aspect !== 'fallthrough'))
    return 'more than its switch and its default rule change';
  if (is.archived || was.archived) return 'it is archived';
  if (!is.on && was.rules.length > 0) return 'its rules apply to users as soon as it is on';
  if (was.prerequisites.some(({ key }) => changing.has(key))) return 'a flag that it depends on changes, too';
  const [goal, now] = [sharesOf(was), sharesOf(is)];
  if (goal === null || now === null) return 'its users are not divided by percentages';
  const [to, rest, ...others] = [...new Set([...goal.keys(), ...now.keys()])].sort(
    (a, b) => growth(goal, now, b) - growth(goal, now, a),
  );
  if (to === undefined || rest === undefined || others.length > 0)
    return 'it does not pass from one variation to one other';
  const known = [was, is].every(({ variations }) =>
    [to, rest].every((id) => variations.some((each) => each.id === id)),
  );
  if (!known) return 'its variations change';
  if (
    was.fallthrough?.rollout &&
    is.on &&
    is.fallthrough?.rollout &&
    division(was.fallthrough) !== division(is.fallthrough)
  )
    return 'the attribute by which users are divided changes';
  const begun = earlierOf(earlier, steppedFlag, was.key);
  const goesOn =
    is.on && begun?.to === to && begun.rest === rest && (shareOf(begun.from, begun) ?? EVERYBODY) < (now.get(to) ?? 0);
  const from = goesOn ? begun.from : { on: is.on, offVariation: is.offVariation, fallthrough: is.fallthrough };
  return { flag: was.key, to, rest, from };
}

const growth = (goal: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>, id: string): number =>
  (goal.get(id) ?? 0) - (now.get(id) ?? 0);

const division = ({ rollout }: Serve): string => `${rollout?.contextKind ?? 'user'} ${rollout?.bucketBy ?? 'key'}`;

/** The switch at a percentage of the way; null: before the first step. Pure. */
export function atStep(step: SteppedFlag, goal: Switch, percentage: number | null): Switch {
  const { from, to, rest } = step;
  if (percentage === null) return from;
  const most = shareOf(goal, step) ?? EVERYBODY;
  const weight = Math.max(shareOf(from, step) ?? 0, Math.min(percentage * PERCENT, most));
  if (weight === most) return goal;
  const divided = goal.fallthrough?.rollout ?? (from.on ? from.fallthrough?.rollout : null);
  const rollout = {
    weights: [
      { variation: to, weight },
      { variation: rest, weight: EVERYBODY - weight },
    ],
    bucketBy: divided?.bucketBy ?? null,
    contextKind: divided?.contextKind ?? null,
    experiment: false,
  };
  return { ...goal, fallthrough: { variation: null, rollout } };
}

/** Up to which percentage of the way a live flag is; null if neither a step nor the goal makes it so. Pure. */
export function standingOf(step: SteppedFlag, goal: Switch, live: Switch): number | null {
  if (!live.on) return step.from.on ? null : 0;
  const share = shareOf(live, step);
  const least = shareOf(step.from, step) ?? 0;
  if (share === null || share < least) return null;
  if (share >= (shareOf(goal, step) ?? EVERYBODY)) return 100;
  return share / PERCENT;
}
