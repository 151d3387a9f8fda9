import { z } from 'zod';
import { deploymentBody } from './deployments.js';
import { missing, type Register, type VercelSandbox } from './server.js';

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
      return deployment ? { ...deploymentBody(vercel, deployment), target: 'production' } : null;
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
    release.state = 'COMPLETE';
    project.autoAssignCustomDomains = true;
    vercel.serve(project, canary);
    return { status: 200, body: { rollingRelease: null } };
  });
}
