import type { Artifact } from '../services/github/artifacts.js';
import type { RunOrigin } from '../services/github/run-origin.js';
import type { ArtifactStoreConfig } from './config.js';

/**
 * Events whose runs take the workflow file from a commit of the repository that the run names. A pull request does not:
 * its workflow comes from a merge that nobody has reviewed.
 */
const EVENTS = [
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'deployment',
  'deployment_status',
  'release',
  'merge_group',
  'workflow_run',
];

/** Clocks differ. */
const SKEW_MS = 5 * 60_000;

/** The time that the name of a snapshot's artifact claims, in milliseconds; null for other artifacts. */
function claimedTime(name: string): number | null {
  const found = /-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-[0-9a-f]{6}$/.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

/** Why the run of an artifact is not believed, as a clause; null if nothing speaks against it. Pure. */
export function originProblem(
  artifact: Pick<Artifact, 'name' | 'createdAt'>,
  origin: RunOrigin | null,
  config: ArtifactStoreConfig,
): string | null {
  if (origin === null) return 'its run was deleted';
  if (!EVENTS.includes(origin.event)) return `an event "${origin.event}" started its run`;
  if (config.workflows && !config.workflows.includes(origin.workflow)) {
    return `its run is of ${origin.workflow}, which is not in store.workflows`;
  }
  const claimed = claimedTime(artifact.name);
  if (claimed === null) return null;
  const begun = Date.parse(origin.createdAt) - SKEW_MS;
  const uploaded = Date.parse(artifact.createdAt) + SKEW_MS;
  if (claimed >= begun && claimed <= uploaded) return null;
  return `its name says ${new Date(claimed).toISOString()}, but its run began ${origin.createdAt} and uploaded it ${artifact.createdAt}`;
}
