import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { vercelApi } from '../../services/vercel/client.js';
import {
  DEPLOY_PERMISSION,
  deploymentRef,
  vercelDeployments,
  type SwitchMethod,
} from '../../services/vercel/deployments.js';
import type { Config } from './config.js';

const domain = z.object({
  name: z.string(),
  redirect: z.string().nullish(),
  gitBranch: z.string().nullish(),
  customEnvironmentId: z.string().nullish(),
});

const released = deploymentRef.nullish();
const release = z.object({
  rollingRelease: z.object({ state: z.string(), currentDeployment: released, canaryDeployment: released }).nullable(),
});

/** An active rolling release: two deployments serve production. */
export interface Release {
  /** The deployment before the release, and after its rollback; null if unknown. */
  readonly base: z.infer<typeof deploymentRef> | null;
  /** The deployment that receives the traffic; null if unknown. */
  readonly canary: string | null;
}

const stage = z.object({
  /** From 0. */
  index: z.number(),
  targetPercentage: z.number(),
  isFinalStage: z.boolean(),
  /** Seconds until the next stage; null if it waits for an approval. */
  duration: z.number().nullish(),
});
export type Stage = z.infer<typeof stage>;

const rollout = z.object({
  rollingRelease: z
    .object({
      state: z.string(),
      substate: z.string().nullish(),
      currentDeployment: released,
      canaryDeployment: released,
      advancementType: z.string(),
      stages: z.array(stage),
      activeStage: stage.nullish(),
      nextStage: stage.nullish(),
      startedAt: z.number(),
    })
    .nullable(),
});
/** The last rolling release, under way or ended. */
export type Rollout = NonNullable<z.infer<typeof rollout>['rollingRelease']>;

/** Vercel returns the domain of a row as a string or as an object. */
const failedAlias = z.object({ status: z.string(), alias: z.union([z.string(), z.object({ alias: z.string() })]) });

/** Vercel REST API: projects, deployments, aliases, rolling releases. Never `/v2/user`: project-scoped tokens lack it. */
export function client(config: Config, ctx: Context) {
  const api = vercelApi(ctx, config.team);
  const path = `/v9/projects/${config.project}`;
  return {
    ...vercelDeployments(ctx, config),
    /** Names of the production domains. */
    productionDomains: async (): Promise<string[]> => {
      const rows = await api.all(
        {
          method: 'GET',
          path: `${path}/domains`,
          what: 'list the production domains',
          query: { production: true, redirects: false, verified: true },
        },
        'domains',
        domain,
      );
      return rows
        .filter(({ redirect, gitBranch, customEnvironmentId }) => !redirect && !gitBranch && !customEnvironmentId)
        .map(({ name }) => name);
    },
    /** Null without an active rolling release. */
    release: async (): Promise<Release | null> => {
      const { data } = await api.request(
        {
          method: 'GET',
          path: `/v1/projects/${config.project}/rolling-release`,
          what: 'read the rolling release',
          query: { state: 'ACTIVE' },
        },
        release,
      );
      const found = data.rollingRelease;
      if (found?.state !== 'ACTIVE') return null;
      return { base: found.currentDeployment ?? null, canary: found.canaryDeployment?.id ?? null };
    },
    /** The last rolling release, also if it ended; null if there never was one. */
    rollout: async (): Promise<Rollout | null> => {
      const path = `/v1/projects/${config.project}/rolling-release`;
      return (await api.request({ method: 'GET', path, what: 'read the rolling release' }, rollout)).data
        .rollingRelease;
    },
    /** Begins the next stage. Not repeatable: read the state before you send it again. */
    approveStage: async (canary: string, active: Stage, next: Stage): Promise<void> => {
      await api.request(
        {
          method: 'POST',
          path: `/v1/projects/${config.project}/rolling-release/approve-stage`,
          what: `approve stage ${next.index + 1} of the rolling release to ${canary}`,
          json: { nextStageIndex: next.index, activeStageIndex: active.index, canaryDeploymentId: canary },
          permission: DEPLOY_PERMISSION,
        },
        z.unknown(),
      );
    },
    /** Moves all traffic to the canary. Not repeatable: read the state before you send it again. */
    completeRelease: async (canary: string): Promise<void> => {
      await api.request(
        {
          method: 'POST',
          path: `/v1/projects/${config.project}/rolling-release/complete`,
          what: `complete the rolling release to ${canary}`,
          json: { canaryDeploymentId: canary },
          permission: DEPLOY_PERMISSION,
        },
        z.unknown(),
      );
    },
    /** Domains that the last switch failed to move. */
    failedAliases: async (method: SwitchMethod): Promise<string[]> => {
      const version = method === 'rollback' ? '/v9' : '/v1';
      const rows = await api.all(
        {
          method: 'GET',
          path: `${version}/projects/${config.project}/${method}/aliases`,
          what: 'list the domains that were not moved',
          query: { failedOnly: true, limit: 20 },
        },
        'aliases',
        failedAlias,
      );
      return rows.map(({ alias }) => (typeof alias === 'string' ? alias : alias.alias));
    },
    pointDomain: async (name: string, to: string): Promise<void> => {
      await api.request(
        {
          method: 'POST',
          path: `/v2/deployments/${to}/aliases`,
          what: `point ${name} at ${to}`,
          json: { alias: name },
          repeatable: true,
          permission: 'manage the domains of the project',
        },
        z.unknown(),
      );
    },
  };
}

export type Client = ReturnType<typeof client>;
