import { z } from 'zod';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';

export function rollingRoutes(vercel: VercelSandbox, register: Register): void {
  register('GET', '/v1/projects/:project/rolling-release', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    if (!project) return missing('Project');
    const release = project.rollingRelease;
    const wantedState = request.query.get('state');
    if (release === null || (wantedState !== null && wantedState !== release.state)) {
      return { status: 200, body: { rollingRelease: null } };
    }
    const stages = project.rollingReleaseConfig?.stages ?? [];
    const active = release.state === 'ACTIVE';
    const of = (id: string): unknown => {
      const deployment = vercel.deployments.get(id);
      if (!deployment) return null;
      // Few fields, and no commit.
      const { name, url, createdAt, readyState, target } = deployment;
      return { id, name, url, createdAt, readyState, readyStateAt: createdAt, target, source: 'git' };
    };
    return {
      status: 200,
      body: {
        rollingRelease: {
          state: release.state,
          substate: null,
          currentDeployment: of(release.currentDeploymentId),
          canaryDeployment: of(release.canaryDeploymentId),
          queuedDeploymentId: null,
          advancementType: stages.some(({ requireApproval }) => requireApproval) ? 'manual-approval' : 'automatic',
          stages: stages.map((stage, index) => ({
            index,
            isFinalStage: index === stages.length - 1,
            requireApproval: stage.requireApproval ?? false,
            targetPercentage: stage.targetPercentage,
            // Minutes in the configuration, seconds in a release.
            duration: stage.duration === undefined ? null : stage.duration * 60,
          })),
          activeStage:
            active && stages[0]
              ? {
                  index: 0,
                  isFinalStage: false,
                  targetPercentage: stages[0].targetPercentage,
                  requireApproval: false,
                  duration: null,
                }
              : null,
          nextStage: null,
          startedAt: release.startedAt,
          updatedAt: release.startedAt,
        },
      },
    };
  });
  register('GET', '/v1/projects/:project/rolling-release/config', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    return project ? { status: 200, body: { rollingRelease: project.rollingReleaseConfig } } : missing('Project');
  });
  register('PATCH', '/v1/projects/:project/rolling-release/config', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    if (!project) return missing('Project');
    const stage = z.strictObject({ targetPercentage: z.number(), duration: z.number().optional() });
    const body = z
      .union([
        z.strictObject({ enabled: z.literal(false) }),
        z.strictObject({
          enabled: z.literal(true),
          advancementType: z.enum(['automatic', 'manual-approval']),
          stages: z.array(stage).min(2).max(10),
          canaryResponseHeader: z.boolean().optional(),
        }),
      ])
      .parse(request.body);
    project.rollingReleaseConfig = !body.enabled
      ? null
      : {
          target: 'production',
          // Written as one advancementType, read back as requireApproval of each stage.
          stages: body.stages.map(({ targetPercentage, duration }) => ({
            targetPercentage,
            ...(duration === undefined ? {} : { duration }),
            requireApproval: body.advancementType === 'manual-approval' && targetPercentage < 100,
          })),
          ...(body.canaryResponseHeader === undefined ? {} : { canaryResponseHeader: body.canaryResponseHeader }),
        };
    return { status: 200, body: { rollingRelease: project.rollingReleaseConfig } };
  });
  register('POST', '/v1/projects/:project/rolling-release/complete', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    const release = project?.rollingRelease;
    const canary = release ? vercel.deployments.get(release.canaryDeploymentId) : undefined;
    if (!project || !release || !canary) return missing('Rolling release');
    const body = z.strictObject({ canaryDeploymentId: z.string() }).parse(request.body);
    if (release.state !== 'ACTIVE' || body.canaryDeploymentId !== canary.id) {
      return refuse(409, 'conflict', 'This canary is not part of an active rolling release.');
    }
    release.state = 'COMPLETE';
    project.autoAssignCustomDomains = true;
    const before = project.production;
    vercel.serve(project, canary, (name) => vercel.aliases.get(name)?.deploymentId === before);
    return { status: 200, body: { rollingRelease: null } };
  });
  register('POST', '/v1/projects/:project/rolling-release/start', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    const { canaryDeploymentId } = z.strictObject({ canaryDeploymentId: z.string() }).parse(request.body);
    const canary = vercel.deployments.get(canaryDeploymentId);
    if (!project || canary?.projectId !== project.id) return missing('Deployment');
    if (project.rollingReleaseConfig === null || project.production === null) {
      return refuse(422, 'unprocessable_entity', 'Rolling releases are not enabled for this project.');
    }
    const active = project.rollingRelease?.state === 'ACTIVE' ? project.rollingRelease : null;
    if (active !== null && active.canaryDeploymentId !== canary.id) {
      return refuse(409, 'conflict', 'Another rolling release is active.');
    }
    // The same canary again changes nothing.
    if (active === null) vercel.startRelease(project, canary);
    return { status: 200, body: { rollingRelease: null } };
  });
  // For deployments to come: a release in flight goes on.
  register('DELETE', '/v1/projects/:project/rolling-release/config', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    if (!project) return missing('Project');
    project.rollingReleaseConfig = null;
    return { status: 200, body: { rollingRelease: null } };
  });
}
