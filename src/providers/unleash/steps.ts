import { canonicalJson } from '../../runtime/digest.js';
import { earlierOf, type StepsGoal } from '../../services/flags/steps.js';
import { comparableRest, comparableVariants, percentageOf, withPercentage, type Feature } from './model.js';
import { steppedFlag, type FeatureState, type SteppedFlag } from './state.js';

/**
 * How the flag can be brought to its goal in steps, or why it cannot. Each user keeps the flag, once it is on, because only
 * percentages grow: stickiness and group of the strategies stay.
 * @param changing ids of all changes of the plan
 */
export function stepOf(
  was: FeatureState,
  is: FeatureState | undefined,
  changing: ReadonlySet<string>,
  earlier: StepsGoal['earlier'],
): SteppedFlag | string {
  if (is === undefined) return 'the flag does not exist';
  if (!was.enabled) return 'it is turned off';
  const others = ({ strategies, variants }: FeatureState): string =>
    canonicalJson([strategies.map(({ fingerprint }) => fingerprint), variants.fingerprint]);
  if (others(was) !== others(is)) return 'more than its switch and its percentages change';
  if (was.strategies.some(({ active, percentage }) => active && percentage === null))
    return 'not each of its strategies has a percentage that stays with the user';
  if ([...changing].some((id) => id.startsWith('segment:'))) return 'a segment changes, too';
  if (was.dependencies.some((parent) => changing.has(`targeting:${parent.split(' ')[0] ?? ''}`)))
    return 'a flag that it depends on changes, too';
  const percentages = is.strategies.map(({ percentage }) => percentage);
  const from = { enabled: is.enabled, percentages };
  const falls = was.strategies.some(({ active, percentage }, at) => active && (percentage ?? 0) < startOf(from, at));
  if (falls) return 'a percentage falls';
  const begun = earlierOf(earlier, steppedFlag, was.name);
  const goesOn =
    is.enabled &&
    begun?.from.percentages.length === percentages.length &&
    percentages.every((now, at) => startOf(begun.from, at) <= (now ?? 0));
  return { flag: was.name, from: goesOn ? begun.from : from };
}

/** The percentage of a strategy before the first step, as users meet it. */
const startOf = ({ enabled, percentages }: SteppedFlag['from'], at: number): number =>
  enabled ? (percentages[at] ?? 0) : 0;

/** The flag at a percentage of the way; null: before the first step. Pure. */
export function atStep({ from }: SteppedFlag, goal: Feature, percentage: number | null): Feature {
  const strategies = goal.strategies.map((strategy, at) => {
    const most = percentageOf(strategy);
    if (most === null) return strategy;
    if (percentage === null) return withPercentage(strategy, from.percentages[at] ?? most);
    return strategy.disabled
      ? strategy
      : withPercentage(strategy, Math.max(startOf(from, at), Math.min(percentage, most)));
  });
  return { ...goal, enabled: percentage === null ? from.enabled : true, strategies };
}

/** Up to which percentage of the way a live flag is; null if neither a step nor the goal makes it so. Pure. */
export function standingOf({ from }: SteppedFlag, goal: Feature, live: Feature): number | null {
  const others = ({ strategies, variants }: Feature): string =>
    canonicalJson([strategies.map(comparableRest), comparableVariants(variants)]);
  if (others(live) !== others(goal)) return null;
  if (!live.enabled) return from.enabled ? null : 0;
  const state = ({ strategies, enabled }: Feature) => ({
    enabled,
    strategies: strategies.map((each) => ({ active: !each.disabled, percentage: percentageOf(each) })),
  });
  return shareOf(state(goal), state(live));
}

interface Shares {
  readonly enabled: boolean;
  readonly strategies: readonly { readonly active: boolean; readonly percentage: number | null }[];
}

/** Up to which percentage of the way the least strategy is, where only switch and percentages differ. */
export function shareOf(goal: Shares, live: Shares): number {
  if (!live.enabled) return 0;
  const reached = goal.strategies.flatMap(({ active, percentage: most }, at) => {
    const now = live.strategies[at]?.percentage ?? most;
    return !active || most === null || now === null ? [] : [now >= most ? 100 : now];
  });
  return Math.min(100, ...reached);
}
