import { commandLine } from '../../cli/command-line.js';
import { liftOf } from '../../cli/quarantine-status.js';
import type { Project, Session } from '../../cli/session.js';
import { goalOf, parseState } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import type { Plan } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import type { Resource } from '../../engine/resources.js';
import { quarantinedIn } from '../../incident/quarantine.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';

/**
 * A recovery must not deploy a commit that was rolled back, until a person lifts the quarantine. A record that cannot be
 * read stops it.
 * @param ctx for the snapshot of the plan
 * @throws RewindError commit-quarantined, incident-corrupt, store-unreadable
 */
export async function assertNotQuarantined(
  session: Pick<Session, 'inputs'>,
  project: Project,
  plan: Plan,
  manifest: Manifest,
  resources: readonly Resource[],
  ctx: Context,
): Promise<void> {
  if (plan.recovers === undefined) return;
  const held = await quarantinedIn(project.store, plan.environment);
  if (held.length === 0) return;
  const switched = new Set(plan.changes.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
  for (const resource of resources.filter(({ id }) => switched.has(id))) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    const goal = await goalOf(resource, parseState(resource, captured?.state), plan.recovers, ctx);
    const { commit, deployment } = describeState(resource.provider, goal);
    const found = held.find((one) => one.commit === commit);
    if (found === undefined) continue;
    throw new RewindError(
      'commit-quarantined',
      `${deployment ?? 'The deployment'} is a build of commit ${found.commit.slice(0, 12)}, which was rolled back in incident ${found.incident}.`,
      {
        resource: resource.id,
        remedy: `Deploy the fix, then: ${commandLine(session, ['recover', '--deployment', 'latest'])}. Or recover only the other resources with --scope. ${liftOf(session, found)}`,
      },
    );
  }
}
