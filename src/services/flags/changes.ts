/** Shown in a plan if two values differ but their texts are equal. */
export const HIDDEN_DIFFERENCE = ' (they differ in values that are not shown)';

/** What a person does with a flag that was made again with another kind: no service changes it. */
export const otherKind = (saved: string, live: string): string =>
  `The flag is ${saved} in the snapshot and ${live} now, and the kind of a flag cannot be changed. If nothing uses the new flag, delete it and plan again: the new plan creates the former one.`;

/** Turns a flag off that is newer than the snapshot. A removal has no undo and affects all environments. */
export function disableNew<Params>(key: string, environment: string, verb: 'deleted' | 'archived', params: Params) {
  return {
    id: `disable-new:${key}`,
    stage: 'configuration',
    action: 'update',
    target: `Flag "${key}" in environment "${environment}"`,
    before: 'on',
    after: `off (created after the snapshot; it is not ${verb})`,
    effect: 'live',
    undo: 'turn the flag on again',
    warnings: ['created after the snapshot: services that are not rolled back may rely on it'],
    params,
  } as const;
}
