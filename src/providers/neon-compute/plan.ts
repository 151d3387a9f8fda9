import type { Change } from '../../engine/change.js';
import { lessCapacity, limitsText } from '../../engine/scale-up.js';
import type { State } from './state.js';

export function plan(saved: State, live: State): Change[] {
  const change = (
    id: string,
    what: string,
    before: string,
    after: string,
    params: Change['params'],
    warnings: readonly string[],
  ): Change[] =>
    before === after
      ? []
      : [
          {
            id,
            stage: 'configuration',
            action: 'update',
            target: `${what} of compute ${saved.endpoint}`,
            before,
            after,
            effect: 'live',
            undo: '"rewind undo" sets it back',
            warnings: [...warnings],
            params,
          },
        ];
  const { limits, suspendAfter } = saved;
  return [
    ...change('limits', 'autoscaling limits', units(live), units(saved), { limits }, lessCapacity(live.limits, limits)),
    ...change('suspension', 'suspension', suspension(live), suspension(saved), { suspendAfter }, []),
  ];
}

const units = ({ limits }: State): string => `${limitsText(limits)} CU`;

function suspension({ suspendAfter }: State): string {
  if (suspendAfter === -1) return 'never';
  return suspendAfter === 0 ? "after the time of Neon's plan" : `after ${suspendAfter} s`;
}
