import type { Measure } from './measure.js';

/** Capacity in the unit of the service. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** The limits with the measure: raised, never lowered. A minimum above the maximum raises the maximum too. Pure. */
export function scaledUp({ min, max }: Limits, measure: Extract<Measure, { kind: 'scale-up' }>): Limits {
  const raised = Math.max(min, measure.min ?? min);
  return { min: raised, max: Math.max(max, measure.max ?? max, raised) };
}

/** What the approver must know of limits that are restored. Pure. */
export const lessCapacity = (before: Limits, after: Limits): string[] =>
  after.min < before.min || after.max < before.max
    ? ['Capacity is lowered: compare it with the present load before you approve.']
    : [];

/** "2 to 10" */
export const limitsText = ({ min, max }: Limits): string => `${min} to ${max}`;
