import type { Change } from '../../engine/change.js';
import { nameParts, otherObject, type NamePart } from '../../engine/other-object.js';
import { CAPACITY, LESS_CAPACITY } from '../../engine/scale-up.js';
import type { Provisioned, State } from './state.js';

/** Each cannot be restored alone where the other would not fit to it: then they go together. */
const RESERVED = 'reserved-concurrency';
const PROVISIONED = 'provisioned-concurrency';

/**
 * What is provisioned must fit into what is reserved at every moment: a reservation that grows comes first, one that
 * shrinks comes last.
 */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('concurrency', partsOf(saved, live));
  if (other) return [other];
  const reserved = reservedChange(saved, live);
  const provisioned = provisionedChange(saved, live);
  const grows = saved.reserved === null || (live.reserved !== null && saved.reserved > live.reserved);
  return grows ? [...reserved, ...provisioned] : [...provisioned, ...reserved];
}

type Named = Pick<State, 'region' | 'function' | 'qualifier'>;

/** What names the concurrency. A snapshot without a qualifier says nothing of any. */
export const partsOf = (saved: Named, live: Named): NamePart[] => [
  ...nameParts(['region', 'function'], saved, live),
  ...(saved.qualifier === null ? [] : [{ key: 'qualifier', saved: saved.qualifier, live: live.qualifier ?? 'none' }]),
];

/** Null is more than every number: what is left of the account. */
const fewer = (to: number | null, now: number | null): boolean => to !== null && (now === null || to < now);

function reservedChange(saved: State, live: State): Change[] {
  const [to, now] = [saved.reserved, live.reserved];
  if (to === now) return [];
  return [
    {
      ...CAPACITY,
      id: RESERVED,
      action: 'update',
      target: `reserved concurrency of ${saved.function}`,
      before: reservedText(now),
      after: reservedText(to),
      warnings: [
        ...(to === 0 ? [`0 switches ${saved.function} off.`] : fewer(to, now) ? [LESS_CAPACITY] : []),
        ...(now === 0 ? [`0 has switched ${saved.function} off: it runs again.`] : []),
      ],
      ...(to !== null && to < (live.provisioned?.requested ?? 0) && { sideEffects: [PROVISIONED] }),
      params: { kind: 'reserved', count: to },
    },
  ];
}

function provisionedChange(saved: State, live: State): Change[] {
  if (saved.qualifier === null) return [];
  const [to, now] = [saved.provisioned, live.provisioned];
  const failed = now?.failed === true && to?.failed === false;
  if (to?.requested === now?.requested && !failed) return [];
  return [
    {
      ...CAPACITY,
      id: PROVISIONED,
      action: now === null ? 'create' : to === null ? 'delete' : 'update',
      target: `provisioned concurrency of ${saved.function}:${saved.qualifier}`,
      before: provisionedText(now),
      after: to && String(to.requested),
      warnings: now !== null && (to?.requested ?? 0) < now.requested ? [LESS_CAPACITY] : [],
      ...(live.reserved !== null && live.reserved < (to?.requested ?? 0) && { sideEffects: [RESERVED] }),
      params: { kind: 'provisioned', count: to?.requested ?? null },
    },
  ];
}

export const reservedText = (count: number | null): string => (count === null ? 'not reserved' : String(count));
export const provisionedText = (of: Provisioned | null): string | null =>
  of && (of.failed ? `${of.requested}, which AWS could not provide` : String(of.requested));
