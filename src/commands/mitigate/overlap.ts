import { openIncidentsOf } from '../../cli/incident.js';
import type { Project, Session } from '../../cli/session.js';
import type { PlannedMitigation } from '../../engine/mitigation.js';
import type { ResourceFinding } from '../../report/findings.js';
import type { PastRollback } from '../undo/past-rollbacks.js';
import { openMitigations, type OpenMitigation } from './open.js';
import { sharedWith } from './reading.js';

const openIn = async (
  session: Session,
  { store, config }: Project,
  past: readonly PastRollback[],
): Promise<readonly OpenMitigation[]> =>
  openMitigations(await openIncidentsOf(session, store, config.environment), past);

const named = ({ name, digest, until }: OpenMitigation): string =>
  `the mitigation ${name} (${digest.slice(0, 12)}), which has a time limit until ${until}`;

/**
 * What a new mitigation asks for and an open one did already. Read-only.
 * @param asked the new one, and the ids of its resources; `begins`: it has other changes to make
 * @returns sentences
 */
export async function alreadyEased(
  session: Session,
  project: Project,
  past: readonly PastRollback[],
  asked: { readonly mitigates: PlannedMitigation; readonly ids: readonly string[]; readonly begins: boolean },
): Promise<string[]> {
  const end = asked.begins
    ? 'It ends when both are over.'
    : 'This plan does not change that limit: to keep it longer, plan it again when that mitigation is over.';
  const all = await Promise.all(
    (await openIn(session, project, past)).map(async (one) => {
      const targets = await sharedWith({ project, ctx: session.context }, one.found, asked);
      if (targets.length === 0) return [];
      return [`${targets.join(', ')}: in effect already by ${named(one)}. ${end}`];
    }),
  );
  return all.flat();
}

/** What the undo of a mitigation ends although another open one asks for it, too. Read-only. */
export async function stillAskedFor(
  session: Session,
  project: Project,
  past: readonly PastRollback[],
  undone: PastRollback,
): Promise<ResourceFinding[]> {
  if (undone.plan.mitigates?.lifts !== false) return [];
  const others = (await openIn(session, project, past)).filter(({ digest }) => digest !== undone.plan.digest);
  const all = await Promise.all(
    others.map(async (one) => {
      const { mitigates, plan } = one.found;
      const ids = plan.scope ?? [];
      const targets = await sharedWith({ project, ctx: session.context }, undone, { mitigates, ids });
      if (targets.length === 0) return [];
      return [
        {
          level: 'warning' as const,
          code: 'mitigation-shared' as const,
          resource: ids.join(', '),
          message: `The undo ends what another mitigation asks for, too: ${targets.join(', ')}. It is ${named(one)}.`,
          remedy: 'Apply it only if that may end as well. Or undo the other one first.',
        },
      ];
    }),
  );
  return all.flat();
}
