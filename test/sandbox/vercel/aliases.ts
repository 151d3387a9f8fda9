import { z } from 'zod';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';

/** What a host name really serves: the most exact answer to "what is live?". */
export function aliasRoutes(vercel: VercelSandbox, register: Register): void {
  register('GET', '/v4/aliases/:alias', (request, { alias: name }) => {
    const found = vercel.aliases.get(name ?? '');
    if (!found || !vercel.inTeam(request)) return missing('Alias');
    vercel.project(found.projectId, request);
    const now = vercel.aliases.get(name ?? '') ?? found;
    const deployment = now.deploymentId === null ? undefined : vercel.deployments.get(now.deploymentId);
    return {
      status: 200,
      body: {
        uid: `als_${name ?? ''}`,
        alias: name,
        created: '2026-01-01T00:00:00.000Z',
        createdAt: 1_767_225_600_000,
        deploymentId: now.deploymentId,
        projectId: now.projectId,
        redirect: now.redirect,
        ...(deployment ? { deployment: { id: deployment.id, url: deployment.url, meta: '{}' } } : {}),
      },
    };
  });
  register('GET', '/v2/deployments/:deployment/aliases', (_, { deployment }) => ({
    status: 200,
    body: {
      aliases: [...vercel.aliases]
        .filter(([, entry]) => entry.deploymentId === deployment)
        .map(([alias]) => ({ uid: `als_${alias}`, alias, created: '2026-01-01T00:00:00.000Z' })),
    },
  }));
  // Moves one host name, past the bookkeeping of rollbacks: auto-assign stays as it is.
  register('POST', '/v2/deployments/:deployment/aliases', (request, { deployment: id }) => {
    const deployment = vercel.deployments.get(id ?? '');
    if (!deployment || !vercel.inTeam(request)) return missing('Deployment');
    const { alias } = z.object({ alias: z.string() }).parse(request.body);
    if (deployment.readyState !== 'READY') {
      return refuse(400, 'deployment_not_ready', 'The supplied deployment is not ready.');
    }
    const old = vercel.aliases.get(alias)?.deploymentId ?? null;
    vercel.aliases.set(alias, { deploymentId: deployment.id, projectId: deployment.projectId, redirect: null });
    return {
      status: 200,
      body: {
        uid: `als_${alias}`,
        alias,
        created: '2026-01-01T00:00:00.000Z',
        ...(old === null ? {} : { oldDeploymentId: old }),
      },
    };
  });
}
