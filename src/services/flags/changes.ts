/** Shown in a plan if two values differ but their texts are equal. */
export const HIDDEN_DIFFERENCE = ' (they differ in values that are not shown)';

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
