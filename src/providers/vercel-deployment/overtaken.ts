import type { Change } from '../../engine/change.js';
import type { Replaced } from '../../engine/capabilities.js';
import type { Context } from '../../runtime/context.js';
import { isAfterTime, productionOf } from './alias-request.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { described } from './described.js';
import { named } from './plan.js';
import { params, type State } from './state.js';

/**
 * Finds a deployment that went live after the last read of the state before, and that the switch replaced. Vercel names it
 * in the request for the switch. Says nothing unless that request is later than the state, leads to the deployment of the
 * switch, and this deployment is in production.
 *
 * @param changes of the plan that switched production
 * @returns the state before with that deployment; null if the switch replaced what the state holds
 */
export async function replaced(
  config: Config,
  ctx: Context,
  before: State,
  changes: readonly Pick<Change, 'params'>[],
): Promise<Replaced<State> | null> {
  const to = changes.flatMap(({ params: of }) => {
    const step = params.safeParse(of).data;
    return step?.kind === 'switch' ? [step.to] : [];
  })[0];
  const { production, lastSwitch } = before;
  if (to === undefined || production === null || lastSwitch === undefined) return null;
  const vercel = client(config, ctx);
  const project = (await vercel.recentProject()) ?? (await vercel.project());
  const last = project.lastAliasRequest;
  const from = last?.fromDeploymentId;
  // The end of a rolling release has two deployments before it.
  if (!last || !from || last.fromRollingReleaseId || !isAfterTime(last, lastSwitch)) return null;
  if (last.toDeploymentId !== to || productionOf(project) !== to) return null;
  if ([production.id, to].includes(from)) return null;
  const found = await vercel.deployment(from);
  const { url, createdAt, meta } = found ?? {};
  if (url === undefined || createdAt === undefined) return { state: null, expected: named(production), replaced: from };
  const really = described({ id: from, url, createdAt }, meta);
  const domains = before.domains.map(({ name, deployment }) => ({
    name,
    deployment: deployment === production.id ? from : deployment,
  }));
  return {
    state: { ...before, production: really, overtaken: production, domains },
    expected: named(production),
    replaced: named(really),
  };
}
