import { commandLine } from '../../cli/command-line.js';
import { heldBack } from '../../cli/quarantine-status.js';
import type { Project, Session } from '../../cli/session.js';
import { goalOf } from '../../engine/goal.js';
import { parseState } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import type { Plan } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import type { Resource } from '../../engine/resources.js';
import type { ResourceFinding } from '../../report/findings.js';
import { forSnapshot } from '../../runtime/create-context.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';

interface HeldDeployment {
  readonly resource: string;
  /** Its id, or a word for it. */
  readonly name: string;
  readonly why: string;
  readonly lift: string;
}
type Asking = Pick<Session, 'inputs' | 'context'>;

/**
 * The deployments of a plan that are builds of commits that were rolled back.
 * @param ctx for the snapshot of the plan
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function heldIn(
  session: Asking,
  project: Project,
  { changes, recovers }: Plan,
  manifest: Manifest,
  resources: readonly Resource[],
  ctx: Context,
): Promise<HeldDeployment[]> {
  const switched = new Set(changes.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
  const found: HeldDeployment[] = [];
  for (const resource of resources.filter(({ id }) => switched.has(id))) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    const goal = await goalOf(resource, parseState(resource, captured?.state), recovers, ctx);
    const { commit, deployment } = describeState(resource.provider, goal);
    if (commit === undefined) continue;
    const { held, why, lift } = await heldBack(session, project, commit);
    if (held) found.push({ resource: resource.id, name: deployment ?? 'The deployment', why, lift });
    else if (why !== '') session.context.log.info(why);
  }
  return found;
}

/**
 * A recovery must not deploy a commit that was rolled back, until a person lifts the quarantine. A record that cannot be
 * read stops it; a status of GitHub that cannot be read does not.
 * @param ctx for the snapshot of the plan
 * @throws RewindError commit-quarantined, incident-corrupt, store-unreadable
 */
export async function assertNotQuarantined(
  session: Asking,
  project: Project,
  plan: Plan,
  manifest: Manifest,
  resources: readonly Resource[],
  ctx: Context,
): Promise<void> {
  if (plan.recovers === undefined) return;
  const [first] = await heldIn(session, project, plan, manifest, resources, ctx);
  if (first === undefined) return;
  throw new RewindError('commit-quarantined', `${first.name} is a build of a commit that is held back: ${first.why}`, {
    resource: first.resource,
    remedy: `Deploy the fix, then: ${commandLine(session, ['recover', '--deployment', 'latest'])}. Or recover only the other resources with --scope. ${first.lift}`,
  });
}

/**
 * The undo of a mitigation returns to the deployment from before it, which may have been rolled back since.
 * @throws RewindError incident-corrupt, store-unreadable
 */
export async function quarantinedByUndo(
  session: Asking,
  project: Project,
  plan: Plan,
  manifest: Manifest,
  resources: readonly Resource[],
): Promise<ResourceFinding[]> {
  if (plan.mitigates?.lifts !== true) return [];
  const held = await heldIn(session, project, plan, manifest, resources, forSnapshot(session.context, manifest));
  return held.map(({ resource, name, why }) => ({
    level: 'warning',
    code: 'undo-quarantined',
    resource,
    message: `The undo gives production to ${name}, a build of a commit that is held back: ${why}`,
    remedy: `Deploy the fix, and bring production forward instead: ${commandLine(session, ['recover', '--deployment', 'latest'])}`,
  }));
}
