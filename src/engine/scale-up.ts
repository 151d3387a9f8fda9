import type { Measure } from './measure.js';

export type ScaleUp = Extract<Measure, { kind: 'scale-up' }>;

/** Capacity in the unit of the service. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** The limits with the measure: raised, never lowered. A minimum above the maximum raises the maximum too. Pure. */
export function scaledUp({ min, max }: Limits, measure: ScaleUp): Limits {
  const raised = Math.max(min, measure.min ?? min);
  return { min: raised, max: Math.max(max, measure.max ?? max, raised) };
}

/** The measure for a service that counts in whole numbers: rounded up. Pure. */
export const wholeNumbers = ({ min, max, kind }: ScaleUp): ScaleUp => ({
  kind,
  ...(min !== undefined && { min: Math.ceil(min) }),
  ...(max !== undefined && { max: Math.ceil(max) }),
});

/** What the approver must know of limits that are restored. Pure. */
export const lessCapacity = (before: Limits, after: Limits): string[] =>
  after.min < before.min || after.max < before.max
    ? ['Capacity is lowered: compare it with the present load before you approve.']
    : [];

/** "2 to 10" */
export const limitsText = ({ min, max }: Limits): string => `${min} to ${max}`;
