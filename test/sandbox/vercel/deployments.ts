import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Deployment } from './model.js';
import { missing, refuse, TEAM, type Register, type VercelSandbox } from './server.js';

export function deploymentBody(vercel: VercelSandbox, deployment: Deployment): Record<string, unknown> {
  const alias = [...vercel.aliases]
    .filter(([, { deploymentId }]) => deploymentId === deployment.id)
    .map(([name]) => name);
  return {
    id: deployment.id,
    url: deployment.url,
    name: deployment.name,
    projectId: deployment.projectId,
    ownerId: TEAM,
    team: { id: TEAM, name: 'Sandbox', slug: 'sandbox' },
    target: deployment.target,
    readyState: deployment.readyState,
    status: deployment.readyState,
    ...(deployment.readySubstate === null ? {} : { readySubstate: deployment.readySubstate }),
    alias,
    aliasAssigned: alias.length > 0,
    aliasError: null,
    autoAssignCustomDomains: deployment.autoAssign,
    meta: deployment.meta,
    createdAt: deployment.createdAt,
    buildingAt: deployment.createdAt,
    ready: deployment.createdAt,
    createdIn: 'sfo1',
    regions: ['iad1'],
    type: 'LAMBDAS',
    plan: 'pro',
    version: 2,
    public: false,
    bootedAt: deployment.createdAt,
    build: { env: [] },
    env: Object.keys(deployment.env),
    inspectorUrl: `https://vercel.com/sandbox/${deployment.name}/${deployment.id.slice(4)}`,
    isInConcurrentBuildsQueue: false,
    isInSystemBuildsQueue: false,
    projectSettings: {},
    creator: { uid: 'usr_sandbox', username: 'ops' },
    ...(deployment.softDeletedByRetention ? { softDeletedByRetention: true } : {}),
  };
}

/** Reads left until the build of a deployment ends. */
const builds = new WeakMap<Deployment, number>();

/** A build ends once: then its domains are assigned, unless the project keeps new deployments staged. */
function proceed(vercel: VercelSandbox, deployment: Deployment): void {
  const left = builds.get(deployment);
  if (left === undefined) return;
  builds.set(deployment, left - 1);
  if (left > 1) return;
  builds.delete(deployment);
  deployment.readyState = vercel.behavior.buildOutcome;
  const project = vercel.projects.get(deployment.projectId);
  const assigns = deployment.autoAssign && project?.autoAssignCustomDomains !== false;
  if (project && deployment.readyState === 'READY' && assigns) {
    vercel.serve(project, deployment);
  }
}

const rebuild = z.strictObject({
  name: z.string(),
  project: z.string(),
  deploymentId: z.string(),
  target: z.literal('production'),
  meta: z.record(z.string(), z.string()),
});

/** As the official client sends it: files that were uploaded, and a build that is done. */
const prebuilt = z.strictObject({
  name: z.string(),
  project: z.string(),
  target: z.literal('production'),
  // In the types of the client, and absent from the description of the API.
  autoAssignCustomDomains: z.boolean().default(true),
  meta: z.record(z.string(), z.string()),
  version: z.literal(2),
  files: z.array(z.strictObject({ file: z.string(), sha: z.string(), size: z.number(), mode: z.number() }).readonly()),
});

export function deploymentRoutes(vercel: VercelSandbox, register: Register): void {
  register('GET', '/v13/deployments/:deployment', (request, { deployment: wanted }) => {
    const found =
      vercel.deployments.get(wanted ?? '') ?? [...vercel.deployments.values()].find(({ url }) => url === wanted);
    if (!found || !vercel.inTeam(request) || found.readyState === 'DELETED') return missing('Deployment');
    proceed(vercel, found);
    return { status: 200, body: deploymentBody(vercel, found) };
  });
  register('POST', '/v13/deployments', (request) => {
    const body = z.union([rebuild, prebuilt]).parse(request.body);
    const { meta } = body;
    const project = vercel.project(body.project, request);
    if (!('deploymentId' in body)) {
      if (!project) return missing('Project');
      if (request.query.get('prebuilt') !== '1') return refuse(400, 'bad_request', 'The files are no sources.');
      const lacking = body.files.map(({ sha }) => sha).filter((sha) => !vercel.files.has(sha));
      if (lacking.length > 0) return refuse(400, 'missing_files', 'Missing files', { missing: lacking });
      const autoAssign = body.autoAssignCustomDomains;
      const files = new Map(body.files.map(({ file, sha }) => [file, sha]));
      const made = vercel.addDeployment(project, { readyState: 'BUILDING', meta, autoAssign, files });
      builds.set(made, vercel.behavior.buildReads);
      return { status: 200, body: deploymentBody(vercel, made) };
    }
    const { deploymentId } = body;
    const source = vercel.deployments.get(deploymentId);
    if (!project || source?.projectId !== project.id) return missing('Deployment');
    const made = vercel.addDeployment(project, { readyState: 'BUILDING', meta: { ...source.meta, ...meta } });
    builds.set(made, vercel.behavior.buildReads);
    return { status: 200, body: deploymentBody(vercel, made) };
  });
  register('POST', '/v2/files', (request) => {
    const { bytes, headers } = request;
    const sha = createHash('sha1').update(bytes).digest('hex');
    if (!vercel.inTeam(request)) return refuse(403, 'forbidden', 'Not authorized');
    if (headers['x-now-digest'] !== sha || Number(headers['content-length']) !== bytes.length) {
      return refuse(400, 'invalid_sha', 'The digest is not that of the file.');
    }
    vercel.files.set(sha, bytes);
    return { status: 200, body: {} };
  });
  for (const version of ['/v6', '/v7']) {
    register('GET', `${version}/deployments`, (request) => {
      const { query } = request;
      const rows = [...vercel.deployments.values()]
        .filter((deployment) => query.get('projectId') === null || deployment.projectId === query.get('projectId'))
        .filter((deployment) => query.get('target') === null || deployment.target === query.get('target'))
        .filter((deployment) => query.get('state') === null || deployment.readyState === query.get('state'))
        .filter(({ meta }) =>
          [...query].every(([key, value]) => !key.startsWith('meta-') || meta[key.slice('meta-'.length)] === value),
        )
        .sort((a, b) => b.createdAt - a.createdAt);
      return {
        status: 200,
        body: {
          deployments: rows.map((deployment) => {
            const { id, ...rest } = deploymentBody(vercel, deployment);
            return {
              uid: id,
              ...rest,
              state: deployment.readyState,
              created: deployment.createdAt,
              isRollbackCandidate: deployment.readySubstate === 'PROMOTED',
            };
          }),
          pagination: { count: rows.length, next: null, prev: null },
        },
      };
    });
  }
}
