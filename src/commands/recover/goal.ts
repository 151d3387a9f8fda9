import { heldBack } from '../../cli/quarantine-status.js';
import type { Project, Session } from '../../cli/session.js';
import { parseState } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import { withSharedDatabases, type Resource } from '../../engine/resources.js';
import { begunChanges } from '../../engine/undo.js';
import type { ObligationStatus } from '../../incident/status.js';
import type { Context } from '../../runtime/context.js';
import { forResource } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import type { PastRollback } from '../undo/past-rollbacks.js';

/** Obligations that a recovery plans; the others are discharged in other ways. */
const isPlanned = ({ kind }: ObligationStatus): boolean => kind === 'production-pinned' || kind === 'changes-undone';

/**
 * The rollback whose state before is the goal: the first one that left what is still open. Without such an obligation, the
 * newest one that changed something.
 */
export function rollbackToRecover(
  past: readonly PastRollback[],
  open: readonly ObligationStatus[],
): PastRollback | undefined {
  const left = new Set(open.filter(isPlanned).map(({ rollback }) => rollback));
  return (
    past.findLast(({ plan }) => left.has(plan.digest)) ??
    past.find(
      ({ plan, entries }) =>
        plan.undoes === null &&
        plan.recovers === undefined &&
        plan.mitigates === undefined &&
        begunChanges(plan, entries).length > 0,
    )
  );
}

/**
 * The resources of a plan: those of --scope; with a deployment, those that it can serve; with steps, those with open
 * obligations and percentages; else those with open obligations, and those that see the same databases.
 */
export function resourcesToRecover(
  { resources }: Pick<Project, 'resources'>,
  inputs: {
    readonly scope: readonly string[] | null;
    readonly deployment: string | null;
    readonly flagSteps: readonly number[] | null;
  },
  open: readonly ObligationStatus[],
  ctx: Context,
): Resource[] {
  if (inputs.scope !== null) return [...resources];
  if (inputs.deployment !== null)
    return resources.filter(({ provider }) => provider.capabilities?.forward !== undefined);
  const ids = new Set(open.filter(isPlanned).flatMap(({ resource }) => (resource === null ? [] : [resource])));
  if (inputs.flagSteps !== null)
    return resources.filter(({ id, provider }) => ids.has(id) && provider.capabilities?.inSteps !== undefined);
  return withSharedDatabases(resources, ids, ctx);
}

/** What takes production, and the resources without those that the named deployment does not belong to. */
export interface ChosenDeployments {
  readonly deployments: Readonly<Record<string, string>>;
  readonly resources: readonly Resource[];
}

/** @throws RewindError deployment-not-eligible, input-invalid */
export async function chooseDeployments(
  session: Pick<Session, 'inputs' | 'context'>,
  project: Project,
  wanted: string | null,
  manifest: Manifest,
  resources: readonly Resource[],
  ctx: Context,
): Promise<ChosenDeployments> {
  if (wanted === null) return { deployments: {}, resources };
  const deployments: Record<string, string> = {};
  const others = new Set<string>();
  for (const resource of resources) {
    const { id, config } = resource;
    const { forward } = resource.provider.capabilities ?? {};
    const captured = manifest.resources.find((one) => one.id === id);
    if (forward === undefined || captured === undefined) continue;
    const saved = parseState(resource, captured.state);
    const isHeld = async (commit: string): Promise<boolean> => (await heldBack(session, project, commit)).held;
    const chosen = await forward.choose(config, forResource(ctx, id), saved, wanted, isHeld);
    if (chosen === null) others.add(id);
    else deployments[id] = chosen;
  }
  if (Object.keys(deployments).length > 0) {
    return { deployments, resources: resources.filter(({ id }) => !others.has(id)) };
  }
  if (others.size > 0) {
    throw new RewindError(
      'deployment-not-eligible',
      `${wanted} is not a deployment of ${[...others].join(', ')}, or it does not exist any more.`,
      { remedy: 'Name the id of a deployment of production: --deployment ID.' },
    );
  }
  throw new RewindError('input-invalid', '--deployment needs a resource in scope that holds what serves production.', {
    remedy: 'Add that resource to --scope, or leave --deployment out.',
  });
}
