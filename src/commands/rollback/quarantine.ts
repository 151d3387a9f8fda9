import { commandLine } from '../../cli/command-line.js';
import { heldBack } from '../../cli/quarantine-status.js';
import type { Project, Session } from '../../cli/session.js';
import { goalOf, parseState } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import type { Plan } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import type { Resource } from '../../engine/resources.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';

/**
 * A recovery must not deploy a commit that was rolled back, until a person lifts the quarantine. A record that cannot be
 * read stops it; a status of GitHub that cannot be read does not.
 * @param ctx for the snapshot of the plan
 * @throws RewindError commit-quarantined, incident-corrupt, store-unreadable
 */
export async function assertNotQuarantined(
  session: Pick<Session, 'inputs' | 'context'>,
  project: Project,
  plan: Plan,
  manifest: Manifest,
  resources: readonly Resource[],
  ctx: Context,
): Promise<void> {
  if (plan.recovers === undefined) return;
  const switched = new Set(plan.changes.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
  for (const resource of resources.filter(({ id }) => switched.has(id))) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    const goal = await goalOf(resource, parseState(resource, captured?.state), plan.recovers, ctx);
    const { commit, deployment } = describeState(resource.provider, goal);
    if (commit === undefined) continue;
    const { held, why, lift } = await heldBack(session, project, commit);
    if (why !== '' && !held) session.context.log.info(why);
    if (!held) continue;
    throw new RewindError(
      'commit-quarantined',
      `${deployment ?? 'The deployment'} is a build of a commit that is held back: ${why}`,
      {
        resource: resource.id,
        remedy: `Deploy the fix, then: ${commandLine(session, ['recover', '--deployment', 'latest'])}. Or recover only the other resources with --scope. ${lift}`,
      },
    );
  }
}
