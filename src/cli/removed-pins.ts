import type { Comparison } from '../engine/live-plan.js';
import type { Manifest } from '../engine/manifest.js';
import type { PlannedChange } from '../engine/plan.js';
import { readApprovedPlan } from '../engine/rollback-files.js';
import { openObligations } from '../incident/status.js';
import { forResource } from '../runtime/create-context.js';
import { asRewindError } from '../runtime/errors.js';
import { commandLine } from './command-line.js';
import { openIncidentsOf } from './incident.js';
import type { Project, Session } from './session.js';

/**
 * Pins of production that a rollback to this snapshot set, that the record of an incident still names, and that
 * somebody removed while the deployment of the rollback serves. The settings then are those of the snapshot, so no
 * comparison finds it, and the next push goes live.
 *
 * A record that cannot be read does not stop the comparison: then each pin is one more thing that was not compared.
 *
 * @param live production as it was compared; a resource with a change of its deployment was promoted, not unpinned
 * @returns `manual`: differences for a person; `blind`: of which resources it is unknown, and why
 */
export async function removedPins(
  session: Session,
  { store, resources, config }: Pick<Project, 'store' | 'resources' | 'config'>,
  { id: snapshot, environment }: Pick<Manifest, 'id' | 'environment'>,
  { plan, failures }: Pick<Comparison, 'plan' | 'failures'>,
): Promise<{ readonly manual: PlannedChange[]; readonly blind: Comparison['blind'] }> {
  const able = resources.filter(({ provider }) => provider.capabilities?.hold !== undefined);
  if (able.length === 0) return { manual: [], blind: [] };
  const read = await openIncidentsOf(session, store, config.environment).then(
    (open) => ({ open, problem: null }),
    (error: unknown) => ({ open: [], problem: asRewindError(error) }),
  );
  if (read.problem !== null) {
    const { message, remedy } = read.problem;
    session.context.log.warn(`Open incidents could not be listed: ${message} ${remedy}`.trim());
    const what = `whether a pin of production was removed (open incidents could not be listed: ${message})`;
    return { manual: [], blind: able.map(({ id }) => ({ resource: id, what })) };
  }
  const { open } = read;
  const pins = open.flatMap((status) => openObligations(status)).filter(({ kind }) => kind === 'production-pinned');
  const switched = [...plan.changes, ...plan.manual].filter(({ stage }) => stage === 'deployment');
  const found = await Promise.all(
    pins.map(async ({ resource: id, rollback }): Promise<PlannedChange[]> => {
      const resource = able.find((one) => one.id === id);
      const hold = resource?.provider.capabilities?.hold;
      if (resource === undefined || hold === undefined) return [];
      if ([...switched, ...failures].some((one) => one.resource === resource.id)) return [];
      if ((await readApprovedPlan(store, environment, rollback))?.snapshot !== snapshot) return [];
      const now = await hold.read(resource.config, forResource(session.context, resource.id));
      if (now.pinned !== 'free') return [];
      return [
        {
          resource: resource.id,
          provider: resource.providerId,
          id: 'pin',
          stage: 'deployment',
          action: 'update',
          target: `pin of production of "${resource.id}"`,
          before: 'removed, so the next push goes live',
          after: `set by the rollback ${rollback.slice(0, 12)}`,
          effect: 'next-deployment',
          undo: null,
          manual: `Set the pin again in the settings of the service, or deploy the fix: ${commandLine(session, ['recover', '--deployment', 'latest'])}.`,
          warnings: [],
          params: {},
        },
      ];
    }),
  );
  // Several incidents may name one pin.
  const manual = found
    .flat()
    .filter((one, index, all) => all.findIndex(({ resource }) => resource === one.resource) === index);
  return { manual, blind: [] };
}
