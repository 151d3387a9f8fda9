import type { Change } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import { capacityChange, lessCapacity, limitsText } from '../../engine/scale-up.js';
import type { State } from './state.js';

export function plan(saved: State, live: State): Change[] {
  const { endpoint, limits, suspendAfter } = saved;
  const other = otherObject('limits', [
    { key: 'project', saved: saved.project, live: live.project },
    { key: 'endpoint', saved: endpoint, live: live.endpoint },
  ]);
  if (other) return [other];
  return [
    ...capacityChange(
      {
        id: 'limits',
        target: `autoscaling limits of compute ${endpoint}`,
        before: units(live),
        after: units(saved),
        params: { limits },
      },
      lessCapacity(live.limits, limits),
    ),
    ...capacityChange({
      id: 'suspension',
      target: `suspension of compute ${endpoint}`,
      before: suspension(live),
      after: suspension(saved),
      params: { suspendAfter },
    }),
  ];
}

export const units = ({ limits }: Pick<State, 'limits'>): string => `${limitsText(limits)} CU`;

export function suspension({ suspendAfter }: Pick<State, 'suspendAfter'>): string {
  if (suspendAfter === -1) return 'never';
  return suspendAfter === 0 ? "after the time of Neon's plan" : `after ${suspendAfter} s`;
}
