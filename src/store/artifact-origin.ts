import type { Artifact } from '../services/github/artifacts.js';
import type { RunOrigin } from '../services/github/run-origin.js';
import { describeRefs, fits, type TrustedRefs } from './artifact-refs.js';
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

/** What the runner says of its own run. */
export interface OwnRun {
  readonly event: string;
  /** `refs/heads/main`; empty for a deployment of a bare commit. */
  readonly ref: string;
  /** Path of the workflow file, without the ref; null if unknown. */
  readonly workflow: string | null;
}

/**
 * Why no rollback would believe a snapshot of this run, as a clause; null if nothing speaks against it. Pure.
 * @param refs those whose runs may provide snapshots
 */
export function ownRunProblem(
  { event, ref, workflow }: OwnRun,
  refs: TrustedRefs,
  config: ArtifactStoreConfig,
): string | null {
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  const trusted = kind === 'heads' ? refs.branches : kind === 'tags' ? refs.tags : [];
  if (!trusted.some((pattern) => fits(pattern, name))) {
    return `it runs on ${ref === '' ? 'no branch' : ref}, not on ${describeRefs(refs)}`;
  }
  return runProblem(
    { event, workflow: workflow ?? '' },
    { ...config, workflows: workflow === null ? undefined : config.workflows },
  );
}

function runProblem(
  { event, workflow }: Pick<RunOrigin, 'event' | 'workflow'>,
  { workflows }: Pick<ArtifactStoreConfig, 'workflows'>,
): string | null {
  if (!EVENTS.includes(event)) return `an event "${event}" started its run`;
  if (workflows && !workflows.includes(workflow)) {
    return `its run belongs to ${workflow}, which is not in store.workflows`;
  }
  return null;
}

/** Why the run of an artifact is not believed, as a clause; null if nothing speaks against it. Pure. */
export function originProblem(
  artifact: Pick<Artifact, 'name' | 'createdAt'>,
  origin: RunOrigin | null,
  config: ArtifactStoreConfig,
): string | null {
  if (origin === null) return 'its run was deleted';
  const problem = runProblem(origin, config);
  if (problem !== null) return problem;
  const claimed = claimedTime(artifact.name);
  if (claimed === null) return null;
  const begun = Date.parse(origin.createdAt) - SKEW_MS;
  const uploaded = Date.parse(artifact.createdAt) + SKEW_MS;
  if (claimed >= begun && claimed <= uploaded) return null;
  return `its name says ${new Date(claimed).toISOString()}, but its run began ${origin.createdAt} and uploaded it ${artifact.createdAt}`;
}
