import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Json } from '../../runtime/json.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { vercelApi } from '../../services/vercel/client.js';
import type { Config } from './config.js';
import type { Domain } from './state.js';

const project = z.looseObject({
  id: z.string(),
  name: z.string(),
  crons: z.object({ disabledAt: z.number().nullish() }).nullish(),
  security: z.object({ firewallConfigVersion: z.number().nullish() }).nullish(),
});

const domain = z.object({
  name: z.string(),
  redirect: z.string().nullish(),
  redirectStatusCode: z.number().nullish(),
  gitBranch: z.string().nullish(),
  customEnvironmentId: z.string().nullish(),
});

export const rollingRelease = z
  .object({
    stages: z.array(
      z.object({
        targetPercentage: z.number(),
        duration: z.number().nullish(),
        requireApproval: z.boolean().nullish(),
      }),
    ),
    canaryResponseHeader: z.boolean().nullish(),
  })
  .nullable();
type RollingRelease = z.infer<typeof rollingRelease>;

/** Vercel REST API: settings, domains, crons, firewall and rolling release configuration of a project. */
export function client(config: Config, ctx: Context) {
  const api = vercelApi(ctx, config.team);
  const path = `/v9/projects/${config.project}`;
  const permission = 'change the settings of the project';
  const send = async (
    method: 'POST' | 'PATCH' | 'DELETE',
    at: string,
    what: string,
    json?: Json,
    query?: Record<string, string>,
    accept: readonly number[] = [],
  ): Promise<void> => {
    // Every write sets a value, so it can be repeated.
    const body = { ...(json === undefined ? {} : { json }), ...(query ? { query } : {}) };
    await api.request({ method, path: at, what, ...body, accept, repeatable: true, permission }, z.unknown());
  };
  const has = async (domain: string): Promise<boolean> => {
    const what = `read domain ${domain}`;
    const call = { method: 'GET', path: `${path}/domains/${domain}`, what, accept: [404] } as const;
    return (await api.request(call, z.unknown())).status === 200;
  };
  return {
    project: async () =>
      (
        await api.request(
          { method: 'GET', path, what: `read project ${config.project}`, permission: 'read the project' },
          project,
        )
      ).data,
    domains: async (): Promise<Domain[]> => {
      const rows = await api.all(
        { method: 'GET', path: `${path}/domains`, what: 'list the domains' },
        'domains',
        domain,
      );
      return rows.map(({ name, redirect, redirectStatusCode, gitBranch, customEnvironmentId }) => ({
        name,
        redirect: redirect ?? null,
        redirectStatusCode: redirectStatusCode ?? null,
        gitBranch: gitBranch ?? null,
        customEnvironmentId: customEnvironmentId ?? null,
      }));
    },
    rollingRelease: async (): Promise<RollingRelease> =>
      (
        await api.request(
          {
            method: 'GET',
            path: `/v1/projects/${config.project}/rolling-release/config`,
            what: 'read the rolling release configuration',
          },
          z.object({ rollingRelease }),
        )
      ).data.rollingRelease,
    set: (name: string, value: Json) => send('PATCH', path, `set ${name}`, { [name]: value }),
    setCrons: (enabled: boolean) =>
      send('PATCH', `/v1/projects/${config.project}/crons`, `switch cron jobs ${enabled ? 'on' : 'off'}`, { enabled }),
    activateFirewall: (version: number) =>
      send(
        'POST',
        `/v1/security/firewall/config/${version}/activate`,
        `activate firewall version ${version}`,
        {},
        {
          projectId: config.project,
        },
      ),
    /** Reads return requireApproval in each stage; writes take one advancementType. Durations are in minutes. */
    setRollingRelease: (wanted: RollingRelease) =>
      send(
        'PATCH',
        `/v1/projects/${config.project}/rolling-release/config`,
        'set the rolling release configuration',
        wanted === null
          ? { enabled: false }
          : {
              enabled: true,
              advancementType: wanted.stages.some(({ requireApproval }) => requireApproval)
                ? 'manual-approval'
                : 'automatic',
              stages: wanted.stages.map(({ targetPercentage, duration }) => ({
                targetPercentage,
                ...(duration == null ? {} : { duration }),
              })),
              ...(wanted.canaryResponseHeader == null ? {} : { canaryResponseHeader: wanted.canaryResponseHeader }),
            },
      ),
    /**
     * Vercel refuses a domain of this project (400) and of another one (409).
     * Source: https://vercel.com/docs/rest-api/projects/add-a-domain-to-a-project
     * @throws RewindError api-conflict if another project has it
     */
    addDomain: async ({ name, ...rest }: Domain): Promise<void> => {
      try {
        await send('POST', `/v10/projects/${config.project}/domains`, `add ${name}`, { name, ...known(rest) });
      } catch (error) {
        if (!(error instanceof HttpFailure) || (error.status !== 400 && error.status !== 409)) throw error;
        // An earlier request, whose response was lost, may have added it.
        if (await has(name)) return;
        if (error.status === 400) throw error;
        const remedy = `Move ${name} back to this project in the settings of the project that has it now. Then make a new plan.`;
        throw new RewindError(error.code, error.message, { resource: ctx.resource, remedy, cause: error });
      }
    },
    editDomain: ({ name, ...rest }: Domain) => send('PATCH', `${path}/domains/${name}`, `change ${name}`, rest),
    removeDomain: (name: string) =>
      send('DELETE', `${path}/domains/${name}`, `remove ${name}`, undefined, undefined, [404]),
  };
}

const known = (rest: Omit<Domain, 'name'>): Record<string, Json> =>
  Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
