import type { Change } from './change.js';
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

export const LESS_CAPACITY = 'Capacity is lowered: compare it with the present load before you approve.';
/** What the approver must know of limits that are restored. Pure. */
export const lessCapacity = (before: Limits, after: Limits): string[] =>
  after.min < before.min || after.max < before.max ? [LESS_CAPACITY] : [];

/** "2 to 10" */
export const limitsText = ({ min, max }: Limits): string => `${min} to ${max}`;

/** What every change of capacity has. */
export const CAPACITY = { stage: 'configuration', effect: 'live', undo: '"rewind undo" sets it back' } as const;

/** The change of one setting of capacity; none if both texts are equal. Pure. */
export const capacityChange = (
  change: Pick<Change, 'id' | 'target' | 'params'> & { readonly before: string; readonly after: string },
  warnings: readonly string[] = [],
): Change[] =>
  change.before === change.after ? [] : [{ ...CAPACITY, action: 'update', ...change, warnings: [...warnings] }];
