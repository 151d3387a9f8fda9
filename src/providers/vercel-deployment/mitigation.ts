import { z } from 'zod';
import type { Measure, Mitigation } from '../../engine/measure.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Json } from '../../runtime/json.js';
import { findMaintenance, makeMaintenance } from '../../services/vercel/maintenance.js';
import { MAINTENANCE } from '../../services/vercel/maintenance-page.js';
import type { Config } from './config.js';
import { described } from './described.js';
import type { State } from './state.js';

const facts = z.object({ id: z.string(), url: z.string(), createdAt: z.number() });

/** The deployment that was made ahead takes production. The undo returns to the deployment and the assignment before. */
export const mitigation: Mitigation<Config, State> = {
  kinds: ['maintenance'],
  facts: async (config, ctx, measure) => (isOfOthers(measure) ? {} : maintenanceOf(config, ctx)),
  ease: (_, live, measure, given) =>
    isOfOthers(measure)
      ? { desired: live, unknown: [], impossible: ['A deployment takes maintenance without "flag" and "item".'] }
      : { desired: withMaintenance(live, given), unknown: [] },
  prepare: async (config, ctx, page) => {
    const { id, made } = await makeMaintenance(ctx, config, page);
    return { id, made };
  },
};

/** Whether it names what only another resource has. */
const isOfOthers = (measure: Measure): boolean =>
  measure.kind === 'maintenance' && (measure.flag !== undefined || measure.item !== undefined);

/** @throws RewindError maintenance-missing */
async function maintenanceOf(config: Config, ctx: Context): Promise<Readonly<Record<string, Json>>> {
  const found = await findMaintenance(ctx, config);
  if (found?.url === undefined || found.createdAt === undefined) {
    throw new RewindError(
      'maintenance-missing',
      'The project has no maintenance deployment that can take production.',
      {
        resource: ctx.resource,
      },
    );
  }
  return { id: found.id, url: found.url, createdAt: found.createdAt };
}

function withMaintenance(live: State, given: Readonly<Record<string, Json>>): State {
  // A push must not replace it. While this is off, Vercel builds pushes and leaves them staged.
  const autoAssign = false;
  // Another deployment for maintenance, made later, changes nothing for users.
  if (live.production?.maintenance === true) return { ...live, autoAssign };
  const production = described(facts.parse(given), { [MAINTENANCE]: '1' });
  return {
    ...live,
    forward: true,
    canary: null,
    pinned: false,
    autoAssign,
    production,
    instead: live.production,
    domains: live.domains.map(({ name, deployment }) => ({
      name,
      deployment: deployment === live.production?.id ? production.id : deployment,
    })),
  };
}
