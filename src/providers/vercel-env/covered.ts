import { z } from 'zod';
import { nameParts, type NamePart } from '../../engine/other-object.js';
import type { Config } from './config.js';

/** Which variables a capture holds: by these keys of the configuration. */
export const covered = z.strictObject({
  targets: z.array(z.string()),
  'custom-environments': z.array(z.string()),
  'git-branches': z.boolean(),
  ignore: z.array(z.string()),
});
type Covered = z.infer<typeof covered>;

const CUSTOM = 'custom-environments';

/** One side of a comparison. A snapshot of an older version does not say what it covers. */
interface Side {
  readonly project: string;
  readonly covered?: Covered;
}

export const coveredBy = (config: Config): Covered => ({
  targets: [...config.targets].sort(),
  'custom-environments': [...config['custom-environments']].sort(),
  'git-branches': config['git-branches'],
  ignore: [...config.ignore].sort(),
});

/**
 * What names the variables: the project, and each key by which `live` covers more than the snapshot. What the snapshot does
 * not cover would count as added since, and be removed.
 */
export function partsOf(saved: Side, live: Side): NamePart[] {
  const project = nameParts(['project'], saved, live);
  const [was, is] = [saved.covered, live.covered];
  if (was === undefined || is === undefined) return project;
  const part = (key: string, before: readonly string[], now: readonly string[], isWider: boolean): NamePart[] =>
    isWider ? [{ key, saved: before.join('+') || 'none', live: now.join('+') || 'none' }] : [];
  const more = (one: readonly string[], other: readonly string[]): boolean => one.some((each) => !other.includes(each));
  const reachesBranches = is['git-branches'] && !was['git-branches'] && is.targets.includes('preview');
  return [
    ...project,
    ...part('targets', was.targets, is.targets, more(is.targets, was.targets)),
    ...part(CUSTOM, was[CUSTOM], is[CUSTOM], more(is[CUSTOM], was[CUSTOM])),
    ...part('git-branches', ['false'], ['true'], reachesBranches),
    ...part('ignore', was.ignore, is.ignore, more(was.ignore, is.ignore)),
  ];
}
