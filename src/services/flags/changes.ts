/** The project and environment of the flags. Rewind never writes a flag to another one. */
export interface FlagScope {
  readonly project: string;
  readonly environment: string;
}

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

/** The change for a snapshot of another project or environment; null if both are the same. */
export function wrongEnvironment(service: string, saved: FlagScope, live: FlagScope) {
  if (saved.project === live.project && saved.environment === live.environment) return null;
  return {
    id: 'environment',
    stage: 'configuration',
    action: 'run',
    target: `${service} flags of project "${saved.project}", environment "${saved.environment}"`,
    before: `project "${live.project}", environment "${live.environment}" (in the configuration)`,
    after: `project "${saved.project}", environment "${saved.environment}" (in the snapshot)`,
    effect: 'live',
    undo: null,
    manual: 'Set project and environment back in the configuration and plan again, or choose a newer snapshot.',
    warnings: [],
    params: {},
  } as const;
}
