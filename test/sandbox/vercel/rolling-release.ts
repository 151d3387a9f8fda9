import { z } from 'zod';
import type { Project, RollingRelease } from './model.js';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';

type Stage = RollingRelease['stages'][number];

const isManual = ({ stages }: RollingRelease): boolean =>
  stages.some(({ requireApproval }) => requireApproval === true);

const shown = (stage: Stage, index: number, count: number) => ({
  index,
  isFinalStage: index === count - 1,
  requireApproval: stage.requireApproval ?? false,
  targetPercentage: stage.targetPercentage,
  // Minutes in the configuration, seconds in a release.
  duration: stage.duration === undefined ? null : stage.duration * 60,
});

/** A stage becomes active; the last one completes the release. */
function activate(vercel: VercelSandbox, project: Project, release: RollingRelease, index: number): void {
  Object.assign(release, { stage: index, reads: 0, updatedAt: vercel.now() });
  if (index >= release.stages.length - 1) completeRelease(vercel, project, release);
}

/** All traffic goes to the canary, as when a person completes the release. */
export function completeRelease(vercel: VercelSandbox, project: Project, release: RollingRelease): void {
  const canary = vercel.deployments.get(release.canaryDeploymentId);
  if (!canary) return;
  release.state = 'COMPLETE';
  project.autoAssignCustomDomains = true;
  const before = project.production;
  vercel.serve(project, canary, (name) => vercel.aliases.get(name)?.deploymentId === before);
}

export function rollingRoutes(vercel: VercelSandbox, register: Register): void {
  register('GET', '/v1/projects/:project/rolling-release', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    if (!project) return missing('Project');
    const release = project.rollingRelease;
    const wantedState = request.query.get('state');
    if (release === null || (wantedState !== null && wantedState !== release.state)) {
      return { status: 200, body: { rollingRelease: null } };
    }
    const { stages } = release;
    const manual = isManual(release);
    release.reads += 1;
    if (!manual && !release.paused && release.state === 'ACTIVE' && release.reads > vercel.behavior.stageReads) {
      activate(vercel, project, release, release.stage + 1);
    }
    const stageAt = (index: number): unknown => {
      const stage = release.state === 'ACTIVE' ? stages[index] : undefined;
      return stage === undefined ? null : shown(stage, index, stages.length);
    };
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
          substate: release.paused ? 'PAUSED' : null,
          currentDeployment: of(release.currentDeploymentId),
          canaryDeployment: of(release.canaryDeploymentId),
          queuedDeploymentId: null,
          advancementType: manual ? 'manual-approval' : 'automatic',
          stages: stages.map((stage, index) => shown(stage, index, stages.length)),
          activeStage: stageAt(release.stage),
          nextStage: stageAt(release.stage + 1),
          startedAt: release.startedAt,
          updatedAt: release.updatedAt,
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
    completeRelease(vercel, project, release);
    return { status: 200, body: { rollingRelease: null } };
  });
  register('POST', '/v1/projects/:project/rolling-release/approve-stage', (request, { project: wanted }) => {
    const project = vercel.project(wanted ?? '', request);
    const release = project?.rollingRelease;
    if (!project || !release) return missing('Rolling release');
    // The SDK sends two fields, the CLI three.
    const body = z
      .strictObject({
        nextStageIndex: z.number(),
        activeStageIndex: z.number().optional(),
        canaryDeploymentId: z.string(),
      })
      .parse(request.body);
    if (
      release.state !== 'ACTIVE' ||
      release.paused ||
      !isManual(release) ||
      body.canaryDeploymentId !== release.canaryDeploymentId ||
      body.nextStageIndex !== release.stage + 1 ||
      (body.activeStageIndex ?? release.stage) !== release.stage
    ) {
      return refuse(409, 'conflict', 'The stage cannot be approved.');
    }
    activate(vercel, project, release, body.nextStageIndex);
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
