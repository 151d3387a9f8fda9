/** Where flags belong: no flag is ever written to another project or environment. */
export interface FlagScope {
  readonly project: string;
  readonly environment: string;
}

/** A plan shows this when two texts are equal but the values behind them are not. */
export const HIDDEN_DIFFERENCE = ' (they differ in values that are not shown)';

/** A flag that was created after the snapshot: off, because removing it could not be undone and reaches all environments. */
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

/** The configuration has changed since the snapshot. Null when both are of one project and environment. */
export function wrongEnvironment(service: string, saved: FlagScope, live: FlagScope) {
  if (saved.project === live.project && saved.environment === live.environment) return null;
  return {
    id: 'environment',
    stage: 'configuration',
    action: 'run',
    target: `${service} flags of project "${saved.project}", environment "${saved.environment}"`,
    before: `the configuration names project "${live.project}", environment "${live.environment}"`,
    after: `the snapshot holds project "${saved.project}", environment "${saved.environment}"`,
    effect: 'live',
    undo: null,
    manual: 'Set project and environment back in the configuration and plan again, or choose a newer snapshot.',
    warnings: [],
    params: {},
  } as const;
}
