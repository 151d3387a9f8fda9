import { capacityChange, lessCapacity, limitsText } from '../../engine/scale-up.js';
import type { Change } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import type { Scaling, State, Suspended } from './state.js';

export function plan(saved: State, live: State): Change[] {
  const other = otherObject('capacity', [
    { key: 'region', saved: saved.region, live: live.region },
    { key: 'target', saved: saved.target, live: live.target },
    { key: 'dimension', saved: saved.dimension, live: live.dimension },
  ]);
  if (other) return [other];
  const [to, now] = [saved.scaling, live.scaling];
  if (to === null) return now === null ? [] : [deregistration(saved, now)];
  if (now === null) return [registration(saved, to)];
  const { min, max, suspended } = to;
  const target = (id: string): string => `${id} of ${nameOf(saved)}`;
  return [
    ...capacityChange(
      {
        id: 'capacity',
        target: target('capacity'),
        before: textOf('capacity', now),
        after: limitsText(to),
        params: { limits: { min, max } },
      },
      [
        ...lessCapacity(now, to),
        ...(max > now.max && suspended.scaleOut
          ? ['Scaling out is suspended: a higher maximum adds no capacity.']
          : []),
      ],
    ),
    ...capacityChange({
      id: 'suspension',
      target: target('suspension'),
      before: textOf('suspension', now),
      after: suspendedText(suspended),
      params: { suspended },
    }),
  ];
}

/** What a change of this id says of what is live. */
export function textOf(id: string, now: Scaling): string {
  if (id === 'registration') return all(now);
  return id === 'capacity' ? limitsText(now) : suspendedText(now.suspended);
}

const nameOf = ({ target, dimension }: State): string => `scalable target ${target} (${dimension})`;

const all = ({ suspended, ...limits }: Scaling): string => `${limitsText(limits)}, ${suspendedText(suspended)}`;

function registration(saved: State, to: Scaling): Change {
  const { min, max, suspended } = to;
  return {
    id: 'registration',
    stage: 'configuration',
    action: 'create',
    target: nameOf(saved),
    before: null,
    after: all(to),
    effect: 'live',
    undo: 'deregister it in AWS',
    repairs: ['scaling-target-absent'],
    // What a later registration brought is replaced with it.
    sideEffects: ['capacity', 'suspension'],
    warnings: ['Its scaling policies and scheduled actions were deleted with it, and do not come back.'],
    params: { limits: { min, max }, suspended },
  };
}

function deregistration(saved: State, now: Scaling): Change {
  return {
    id: 'registration',
    stage: 'configuration',
    action: 'delete',
    target: nameOf(saved),
    before: all(now),
    after: null,
    effect: 'live',
    undo: null,
    manual: 'Deregister it in AWS if nobody needs it: its scaling policies and scheduled actions go with it.',
    warnings: [],
    params: {},
  };
}

const WORDS: Readonly<Record<keyof Suspended, string>> = {
  scaleIn: 'scaling in',
  scaleOut: 'scaling out',
  scheduled: 'scheduled scaling',
};

function suspendedText(suspended: Suspended): string {
  const names = (Object.keys(WORDS) as (keyof Suspended)[])
    .filter((name) => suspended[name])
    .map((name) => WORDS[name]);
  return names.length === 0 ? 'nothing suspended' : `suspended: ${names.join(', ')}`;
}
