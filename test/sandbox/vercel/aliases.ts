import { z } from 'zod';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';

type Alias = VercelSandbox['aliases'] extends Map<string, infer Entry> ? Entry : never;

const FIRST_CREATED = 1_767_225_600_000;
const NO_PAGES = { count: 0, next: null, prev: null };

/** What a host name really serves: the most exact answer to "what is live?". */
export function aliasRoutes(vercel: VercelSandbox, register: Register): void {
  const created = (name: string): number => FIRST_CREATED + [...vercel.aliases.keys()].indexOf(name);
  const row = (name: string, { deploymentId, projectId, redirect }: Alias): Record<string, unknown> => {
    const deployment = deploymentId === null ? undefined : vercel.deployments.get(deploymentId);
    return {
      uid: `als_${name}`,
      alias: name,
      created: new Date(created(name)).toISOString(),
      createdAt: created(name),
      deploymentId,
      projectId,
      redirect,
      ...(deployment ? { deployment: { id: deployment.id, url: deployment.url, meta: '{}' } } : {}),
    };
  };
  register('GET', '/v4/aliases/:alias', (request, { alias: name = '' }) => {
    const found = vercel.aliases.get(name);
    if (!found || !vercel.inTeam(request)) return missing('Alias');
    vercel.project(found.projectId, request);
    return { status: 200, body: row(name, vercel.aliases.get(name) ?? found) };
  });
  // Newest first; the time of the last row is the cursor to the next page.
  register('GET', '/v4/aliases', (request) => {
    if (!vercel.inTeam(request)) return { status: 200, body: { aliases: [], pagination: NO_PAGES } };
    const { query } = request;
    const [projectId, domains] = [query.get('projectId'), query.getAll('domain')];
    if (projectId !== null) vercel.project(projectId, request);
    const number = (key: string, otherwise: number): number => Number(query.get(key) ?? otherwise);
    const rows = [...vercel.aliases]
      .filter(([, alias]) => projectId === null || alias.projectId === projectId)
      .filter(([name]) => domains.length === 0 || domains.some((of) => name === of || name.endsWith(`.${of}`)))
      .map(([name, alias]) => ({ at: created(name), body: row(name, alias) }))
      .filter(({ at }) => at < number('until', Infinity) && at > number('since', number('from', 0)))
      .reverse();
    const page = rows.slice(0, Math.min(100, number('limit', 20)));
    const [first, last] = [page[0], page.at(-1)];
    return {
      status: 200,
      body: {
        aliases: page.map(({ body }) => body),
        pagination: {
          count: page.length,
          next: last === undefined || rows.length === page.length ? null : last.at,
          prev: first?.at ?? null,
        },
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
    if (old === deployment.id) {
      return refuse(409, 'alias_in_use', 'The provided alias is already assigned to the given deployment');
    }
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
