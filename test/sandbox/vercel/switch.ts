import type { Answer } from '../json-server.js';
import type { AliasRequest, Project } from './model.js';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';

/** Jobs that move production, one at a time for each project: rollback and promote. */
const jobs = new WeakMap<Project, { request: AliasRequest; previous: AliasRequest | null; staleLeft: number }>();

/** Ends a job whose time has come. */
export function settle(vercel: VercelSandbox, project: Project): void {
  const job = jobs.get(project);
  if (!job || !['pending', 'in-progress'].includes(job.request.jobStatus)) return;
  if (vercel.now() < job.request.requestedAt + vercel.behavior.jobMs) return;
  const { outcome, stuckDomains } = vercel.behavior;
  job.request.jobStatus = outcome;
  const target = vercel.deployments.get(job.request.toDeploymentId);
  if (outcome !== 'succeeded' || !target) return;
  // The domains of the deployment before move; one that serves another deployment stays there.
  const before = project.production;
  vercel.serve(
    project,
    target,
    (name) => !stuckDomains.includes(name) && vercel.aliases.get(name)?.deploymentId === before,
  );
}

/** What a project read shows: for a while after a request it may still be the request before it. */
export function visibleAliasRequest(vercel: VercelSandbox, project: Project): AliasRequest | null {
  const job = jobs.get(project);
  if (vercel.behavior.noJob) return null;
  if (!job || project.lastAliasRequest !== job.request) return project.lastAliasRequest;
  if (job.staleLeft > 0) {
    job.staleLeft -= 1;
    return job.previous;
  }
  return job.request;
}

function begin(vercel: VercelSandbox, project: Project, type: AliasRequest['type'], target: string): void {
  const request: AliasRequest = {
    type,
    jobStatus: 'in-progress',
    requestedAt: vercel.now(),
    fromDeploymentId: project.production ?? '',
    toDeploymentId: target,
    ...(type === 'rollback' && project.rollingRelease?.state === 'ACTIVE'
      ? { fromRollingReleaseId: project.rollingRelease.canaryDeploymentId }
      : {}),
  };
  jobs.set(project, { request, previous: project.lastAliasRequest, staleLeft: vercel.behavior.stalePolls });
  project.lastAliasRequest = request;
  // A rollback pins production; a promote always un-pins it, whatever the owner had set.
  project.autoAssignCustomDomains = type === 'promote';
  if (type === 'rollback' && project.rollingRelease?.state === 'ACTIVE') project.rollingRelease.state = 'ABORTED';
  settle(vercel, project);
}

export function switchRoutes(vercel: VercelSandbox, register: Register): void {
  const start =
    (type: AliasRequest['type']) =>
    (request: Parameters<Parameters<Register>[2]>[0], params: Record<string, string>): Answer => {
      const project = vercel.projects.get(params.project ?? '');
      if (!project || !vercel.inTeam(request)) return missing('Project');
      settle(vercel, project);
      const target = vercel.deployments.get(params.deployment ?? '');
      if (!target || target.projectId !== project.id || target.readyState === 'DELETED') return missing('Deployment');
      const running = jobs.get(project)?.request;
      if (running && ['pending', 'in-progress'].includes(running.jobStatus)) {
        return refuse(409, 'conflict', 'Another alias request is in progress for this project.');
      }
      const releasing = project.rollingRelease?.state === 'ACTIVE';
      if (project.production === target.id && !(type === 'rollback' && releasing)) {
        return refuse(409, 'conflict', 'The deployment is already the current production deployment.');
      }
      if (target.readyState !== 'READY' || target.target !== 'production' || target.softDeletedByRetention) {
        return refuse(422, 'unprocessable_entity', 'The deployment cannot serve production.');
      }
      if (type === 'rollback') {
        if (target.readySubstate !== 'PROMOTED') {
          return refuse(422, 'unprocessable_entity', 'The deployment has never been in production.');
        }
        const before = [...vercel.deployments.values()]
          .filter(
            (other) =>
              other.projectId === project.id && other.readySubstate === 'PROMOTED' && other.id !== project.production,
          )
          .filter(
            (other) => other.createdAt < (vercel.deployments.get(project.production ?? '')?.createdAt ?? Infinity),
          )
          .sort((a, b) => b.createdAt - a.createdAt)[0];
        if (vercel.behavior.hobby && before?.id !== target.id) {
          return refuse(
            402,
            'payment_required',
            'To roll back further than the previous production deployment, upgrade to pro',
          );
        }
        project.rollbackDescription = request.query.get('description');
      } else if (project.rollingReleaseConfig !== null && project.production !== null) {
        if (releasing) return { status: 202 };
        vercel.startRelease(project, target);
        return { status: 201 };
      }
      begin(vercel, project, type, target.id);
      return { status: 201 };
    };
  for (const version of ['/v1', '/v9', '/v10']) {
    register('POST', `${version}/projects/:project/rollback/:deployment`, start('rollback'));
    register('POST', `${version}/projects/:project/promote/:deployment`, start('promote'));
    for (const type of ['rollback', 'promote']) {
      register('GET', `${version}/projects/:project/${type}/aliases`, (request, { project: wanted }) => {
        const project = vercel.project(wanted ?? '', request);
        if (!project) return missing('Project');
        const failed = project.lastAliasRequest?.jobStatus === 'failed';
        const rows = project.domains.map(({ name }) => ({
          alias: { alias: name, deploymentId: vercel.aliases.get(name)?.deploymentId ?? '' },
          id: `als_${name}`,
          status:
            failed && (vercel.behavior.stuckDomains.length === 0 || vercel.behavior.stuckDomains.includes(name))
              ? 'failed'
              : 'completed',
        }));
        const aliases =
          request.query.get('failedOnly') === 'true' ? rows.filter(({ status }) => status === 'failed') : rows;
        return { status: 200, body: { aliases, pagination: { count: aliases.length, next: null, prev: null } } };
      });
    }
  }
}
