import type { Chosen } from '../../cli/choose.js';
import { findRelease } from '../../cli/release.js';
import type { Project, Session } from '../../cli/session.js';
import { measureOf } from '../../config/mitigations.js';
import { parseState } from '../../engine/live-plan.js';
import type { Measure } from '../../engine/measure.js';
import { eased, takes, unknownToAll, type PlannedMitigation } from '../../engine/mitigation.js';
import { describeState } from '../../engine/provider.js';
import type { Resource } from '../../engine/resources.js';
import { DiscardingSink } from '../../engine/payload-files.js';
import { objectOf } from '../../engine/three-way.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';

/** What the operator asks for. */
export interface Wanted {
  /** Id in the configuration; undefined: flags are named instead. */
  readonly id: string | undefined;
  readonly flags: readonly string[];
  readonly tags: readonly string[];
  readonly changedByDeploy: boolean;
}

/** A measure, and who takes it. */
export interface ChosenMeasure {
  readonly id: string | null;
  readonly measure: Measure;
  readonly resources: readonly Resource[];
  readonly minutes: number;
}

const DEFAULT_MINUTES = 60;
/** Unknown names that a message lists. */
const SHOWN = 10;

/** @throws RewindError mitigation-unknown */
export function chooseMeasure(
  { config, resources }: Pick<Project, 'config' | 'resources'>,
  { id, flags, tags }: Wanted,
): ChosenMeasure {
  if (id === undefined) {
    const measure = { kind: 'flags-off', flags: [...flags], tags: [...tags] } as const;
    const own = resources.filter((resource) => takes(resource, measure));
    if (own.length > 0) return { id: null, measure, resources: own, minutes: DEFAULT_MINUTES };
    throw new RewindError('mitigation-unknown', 'No resource of the configuration holds feature flags.', {
      remedy: 'Add the flag service to the resources, or leave --scope out.',
    });
  }
  const found = config.mitigations.find((one) => one.id === id);
  if (found === undefined) {
    const all = config.mitigations.map((one) => one.id);
    throw new RewindError(
      'mitigation-unknown',
      `The configuration has no mitigation "${id}"${all.length === 0 ? ', and no other one' : `; it has ${all.join(', ')}`}.`,
      { remedy: 'Use one of these ids, name flags with --flags, or add the mitigation to the configuration.' },
    );
  }
  const own = resources.filter((resource) => found.resources.includes(resource.id));
  const missing = found.resources.filter((one) => !own.some((resource) => resource.id === one));
  if (missing.length > 0) {
    throw new RewindError(
      'mitigation-unknown',
      `The mitigation "${id}" needs ${missing.join(', ')}, which --scope leaves out.`,
      {
        remedy: 'Leave --scope out.',
      },
    );
  }
  return { id, measure: measureOf(found), resources: own, minutes: found.minutes };
}

/**
 * Each resource can take the measure, and each name belongs to one of them. A tag counts as unknown if no flag has it. Reads
 * production.
 * @throws RewindError mitigation-unknown, mitigation-impossible
 */
export async function assertPossible(
  session: Session,
  { manifest }: Pick<Chosen, 'manifest'>,
  resources: readonly Resource[],
  mitigates: PlannedMitigation,
): Promise<void> {
  const ctx = forSnapshot(session.context, manifest);
  const states = await Promise.all(
    resources.map(async (resource) => {
      const live = await resource.provider.capture(
        resource.config,
        forResource(ctx, resource.id),
        new DiscardingSink(),
      );
      return eased(resource, live, mitigates);
    }),
  );
  const problems = states.flatMap(({ impossible = [] }) => impossible);
  if (problems.length > 0) {
    throw new RewindError('mitigation-impossible', 'A resource does not support the measure. Nothing was planned.', {
      problems,
      remedy: 'Correct this, or take the resource out of the mitigation.',
    });
  }
  const unknown = unknownToAll(states.map(({ unknown: names }) => names));
  if (unknown.length === 0) return;
  throw new RewindError(
    'mitigation-unknown',
    `${resources.map(({ id }) => `"${id}"`).join(' and ')} ${resources.length === 1 ? 'does' : 'do'} not have ${unknown.slice(0, SHOWN).join(', ')}${unknown.length > SHOWN ? ` and ${unknown.length - SHOWN} more` : ''}.`,
    { remedy: 'Correct the names. Nothing was planned: Rewind does not plan a part of a measure.' },
  );
}

/**
 * Keys of the flags that the deploy changed: those that differ between the snapshot and the release capture after it.
 * @throws RewindError mitigation-unknown
 */
export async function flagsOfTheDeploy(
  session: Session,
  project: Project,
  chosen: Chosen,
  resources: readonly Resource[],
): Promise<string[]> {
  const release = await findRelease(session, project, chosen);
  if (release === null) {
    throw new RewindError(
      'mitigation-unknown',
      'Which flags the deploy changed is unknown: there is no release capture of the deploy that is live.',
      { remedy: 'Name the flags: --flags a,b. For the next deploy, take a release capture after it.' },
    );
  }
  const keys = resources.flatMap((resource) => {
    const [saved, after] = [chosen.manifest, release].map(({ resources: all }) =>
      all.find(({ id, provider }) => id === resource.id && provider === resource.providerId),
    );
    if (saved === undefined || after === undefined) return [];
    const state = parseState(resource, after.state);
    const flags = describeState(resource.provider, state).flags ?? new Map<string, boolean>();
    const changed = resource.provider.plan(parseState(resource, saved.state), state).map(({ id }) => objectOf(id));
    return changed.filter((key) => flags.get(key) === true);
  });
  if (keys.length > 0) return [...new Set(keys)].sort();
  throw new RewindError('mitigation-unknown', 'No flag that the deploy changed is on.', {
    remedy: 'Name flags with --flags or --tags, or plan a rollback.',
  });
}
