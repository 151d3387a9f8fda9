import { z } from 'zod';
import type { Project } from './model.js';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';
import { deploymentBody } from './deployments.js';
import { visibleAliasRequest } from './switch.js';

/** Fields that PATCH accepts beside the free settings; the rest of a project is read-only there. */
const READ_ONLY = [
  'live',
  'paused',
  'crons',
  'targets',
  'lastAliasRequest',
  'rollingRelease',
  'env',
  'link',
  'id',
  'accountId',
];

export function projectBody(vercel: VercelSandbox, project: Project, rollbackInfo: boolean): Record<string, unknown> {
  const canary =
    vercel.behavior.canaryAsTarget && project.rollingRelease?.state === 'ACTIVE'
      ? project.rollingRelease.canaryDeploymentId
      : null;
  const production = vercel.deployments.get(canary ?? project.production ?? '');
  return {
    id: project.id,
    name: project.name,
    accountId: project.accountId,
    createdAt: 1_700_000_000_000,
    updatedAt: 1_700_000_000_000,
    directoryListing: false,
    live: false,
    resourceConfig: { functionDefaultRegions: ['iad1'], fluid: true },
    defaultResourceConfig: { functionDefaultRegions: ['iad1'], fluid: true },
    deploymentExpiration: { expirationDays: 180, deploymentsToKeep: 10 },
    paused: project.paused,
    ...project.settings,
    ...(project.autoAssignCustomDomains === undefined
      ? {}
      : { autoAssignCustomDomains: project.autoAssignCustomDomains }),
    targets: { production: production ? deploymentBody(vercel, production) : null },
    alias: [],
    latestDeployments: [],
    crons: project.crons,
    security: project.security,
    rollingRelease: project.rollingReleaseConfig,
    // Only the undocumented rollbackInfo=true brings it.
    ...(rollbackInfo ? { lastAliasRequest: visibleAliasRequest(vercel, project), lastRollbackTarget: null } : {}),
    ...(project.rollbackDescription === null
      ? {}
      : {
          rollbackDescription: {
            description: project.rollbackDescription,
            userId: 'usr_sandbox',
            username: 'ops',
            createdAt: 1,
          },
        }),
  };
}

export function projectRoutes(vercel: VercelSandbox, register: Register): void {
  for (const version of ['/v9', '/v10']) {
    register('GET', `${version}/projects/:project`, (request, { project: wanted }) => {
      const project = vercel.project(wanted ?? '', request);
      if (!project) return missing('Project');
      return { status: 200, body: projectBody(vercel, project, request.query.get('rollbackInfo') === 'true') };
    });
    register('PATCH', `${version}/projects/:project`, (request, { project: wanted }) => {
      const project = vercel.project(wanted ?? '', request);
      if (!project) return missing('Project');
      const body = z.record(z.string(), z.unknown()).parse(request.body);
      const refused = Object.keys(body).find((key) => READ_ONLY.includes(key));
      if (refused !== undefined) {
        return refuse(400, 'bad_request', `Invalid request: should NOT have additional property \`${refused}\`.`);
      }
      const { autoAssignCustomDomains, ...settings } = body;
      if (typeof autoAssignCustomDomains === 'boolean') project.autoAssignCustomDomains = autoAssignCustomDomains;
      Object.assign(project.settings, settings);
      return { status: 200, body: projectBody(vercel, project, false) };
    });
  }

  register('GET', '/v9/projects/:project/domains', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    if (!project) return missing('Project');
    const { query } = request;
    const rows = project.domains.filter(
      (domain) =>
        (query.get('production') !== 'true' || (domain.gitBranch === null && domain.customEnvironmentId === null)) &&
        (query.get('redirects') !== 'false' || domain.redirect === null) &&
        (query.get('verified') !== 'true' || domain.verified),
    );
    // The real page size is 100 at most; a smaller one makes two pages of two domains.
    const limit = Math.min(100, Number(query.get('limit') ?? 20));
    const from = Number(query.get('until') ?? 0);
    const page = rows.slice(from, from + limit);
    const next = from + limit < rows.length ? from + limit : null;
    return {
      status: 200,
      body: {
        domains: page.map((domain) => ({
          ...domain,
          apexName: domain.name,
          projectId: project.id,
          createdAt: 1,
          updatedAt: 1,
        })),
        pagination: { count: page.length, next, prev: null },
      },
    };
  });
  register('GET', '/v9/projects/:project/domains/:domain', (request, params) => {
    const project = vercel.project(params.project ?? '', request);
    const domain = project?.domains.find(({ name }) => name === params.domain);
    return domain
      ? { status: 200, body: { ...domain, apexName: domain.name, projectId: project?.id } }
      : missing('Domain');
  });
  const edited = z.strictObject({
    name: z.string().optional(),
    redirect: z.string().nullable().optional(),
    redirectStatusCode: z.number().nullable().optional(),
    gitBranch: z.string().nullable().optional(),
    customEnvironmentId: z.string().nullable().optional(),
  });
  register('POST', '/v10/projects/:project/domains', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    if (!project) return missing('Project');
    const { name, ...rest } = edited.parse(request.body);
    if (name === undefined) return refuse(400, 'bad_request', 'name is required');
    if (project.domains.some((domain) => domain.name === name)) {
      return refuse(400, 'domain_already_in_use', `${name} is already used by this project.`);
    }
    if ([...vercel.projects.values()].some(({ domains }) => domains.some((domain) => domain.name === name))) {
      return refuse(409, 'domain_already_in_use', `${name} is already used by another project.`);
    }
    vercel.addDomain(
      project,
      name,
      Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    );
    return { status: 200, body: project.domains.at(-1) };
  });
  register('PATCH', '/v9/projects/:project/domains/:domain', (request, params) => {
    const domain = vercel.project(params.project ?? '', request)?.domains.find(({ name }) => name === params.domain);
    if (!domain) return missing('Domain');
    Object.assign(domain, edited.parse(request.body));
    return { status: 200, body: domain };
  });
  register('DELETE', '/v9/projects/:project/domains/:domain', (request, params) => {
    const project = vercel.project(params.project ?? '', request);
    const at = project?.domains.findIndex(({ name }) => name === params.domain) ?? -1;
    if (!project || at < 0) return missing('Domain');
    project.domains.splice(at, 1);
    vercel.aliases.delete(params.domain ?? '');
    return { status: 200, body: {} };
  });
  // Visitors get an error page. It switches the automatic assignment off, and back on, whatever the owner had set.
  for (const [verb, paused] of [
    ['pause', true],
    ['unpause', false],
  ] as const) {
    register('POST', `/v1/projects/:project/${verb}`, (request, { project: wanted }) => {
      const project = vercel.project(wanted ?? '', request);
      if (!project) return missing('Project');
      project.paused = paused;
      project.autoAssignCustomDomains = !paused;
      return { status: 200 };
    });
  }
  register('PATCH', '/v1/projects/:project/crons', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    if (!project) return missing('Project');
    const { enabled } = z.strictObject({ enabled: z.boolean() }).parse(request.body);
    project.crons.disabledAt = enabled ? null : vercel.now();
    return { status: 200, body: {} };
  });
  register('POST', '/v1/security/firewall/config/:version/activate', (request, { version }) => {
    const project = vercel.project(request.query.get('projectId') ?? '', request);
    if (!project) return missing('Project');
    project.security.firewallConfigVersion = Number(version);
    return { status: 200, body: { active: { version: Number(version) } } };
  });
  register('GET', '/projects/:project/custom-environments', (request, { project: wanted }) =>
    vercel.project(wanted ?? '', request) ? { status: 200, body: { environments: [] } } : missing('Project'),
  );
  register('GET', '/v9/projects/:project/custom-environments', (request, { project: wanted }) =>
    vercel.project(wanted ?? '', request) ? { status: 200, body: { environments: [] } } : missing('Project'),
  );
}
