import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { VERCEL, vercelApi, type VercelProject } from './client.js';
import { PRODUCTION } from './env.js';

const aliasRequest = z.object({
  type: z.string(),
  jobStatus: z.string(),
  requestedAt: z.number(),
  fromDeploymentId: z.string().nullish(),
  toDeploymentId: z.string(),
  /** Set if a rollback ended a rolling release: its canary. */
  fromRollingReleaseId: z.string().nullish(),
});
export type AliasRequest = z.infer<typeof aliasRequest>;

/** `deletedAt` is set in the row of an alias that was taken away. */
const aliasPage = z.object({
  aliases: z.array(
    z.object({ alias: z.string(), deploymentId: z.string().nullish(), deletedAt: z.number().nullish() }),
  ),
  pagination: z.object({ next: z.number().nullish() }).nullish(),
});

const metaSchema = z.record(z.string(), z.unknown()).nullish();

const creator = z.object({ username: z.string().nullish() }).nullish();

/** A deployment as it appears in a project. */
export const deploymentRef = z.object({
  id: z.string(),
  url: z.string(),
  createdAt: z.number(),
  meta: metaSchema,
  creator,
});

const project = z.object({
  id: z.string(),
  name: z.string(),
  autoAssignCustomDomains: z
    .boolean()
    .nullable()
    .transform((value) => value ?? undefined)
    .optional(),
  /** Null or absent: the scripts of package.json in `rootDirectory` build. */
  buildCommand: z.string().nullish(),
  rootDirectory: z.string().nullish(),
  /** The Git repository; `productionBranch` builds for production. */
  link: z.object({ productionBranch: z.string().nullish() }).nullish(),
  targets: z.object({ production: deploymentRef.nullish() }).nullish(),
  lastAliasRequest: aliasRequest.nullish(),
  /** The configuration for later deployments; null or absent = off. An active release may outlive it. */
  rollingRelease: z.object({ stages: z.array(z.object({ targetPercentage: z.number() })).nullish() }).nullish(),
});
export type Project = z.infer<typeof project>;

const deployment = z.object({
  id: z.string(),
  /** Absent if the token has no access to the project, so absence does not prove another project. */
  projectId: z.string().optional(),
  target: z.string().nullish(),
  readyState: z.string(),
  readySubstate: z.string().nullish(),
  softDeletedByRetention: z.boolean().nullish(),
  /** Absent if the token has no access to the project. */
  url: z.string().optional(),
  createdAt: z.number().optional(),
  meta: metaSchema,
  creator,
});
export type Deployment = z.infer<typeof deployment>;

const deploymentRow = z.object({
  uid: z.string(),
  readyState: z.string().nullish(),
  readySubstate: z.string().nullish(),
  createdAt: z.number().optional(),
  meta: metaSchema,
});
export type DeploymentRow = z.infer<typeof deploymentRow>;

/** A request to switch may be decided by what was read so long ago: if something has changed since, Vercel refuses it. */
export const RECENT_MS = 5_000;

/** The operation that moves production to another deployment. */
export type SwitchMethod = 'rollback' | 'promote';

/** What a switch does, after "to" or "could not". */
export const switchText = (method: SwitchMethod, to: string): string =>
  method === 'rollback' ? `roll production back to ${to}` : `promote ${to}`;

export const DEPLOY_PERMISSION =
  'deploy to production (member, developer, project administrator, or Full Production Deployment)';

/** Vercel REST API: one project, its deployments, and which of them serves production. */
export function vercelDeployments(ctx: Context, { project: id, team }: VercelProject) {
  const api = vercelApi(ctx, team);
  const path = `/v9/projects/${id}`;
  /** An error with the status of a success must not pass for "there is none". */
  const errorInBody = (what: string): RewindError =>
    new RewindError('api-unexpected-answer', `Vercel sent an error with the status of a success to "${what}".`, {
      resource: ctx.resource,
    });
  /** Id of the deployment that a host name serves; null if none. @param deadlineMs for all attempts together */
  const aliasTarget = async (name: string, deadlineMs?: number): Promise<string | null> => {
    const { status, data } = await api.request(
      {
        method: 'GET',
        path: `/v4/aliases/${encodeURIComponent(name)}`,
        what: `read what ${name} serves`,
        accept: [404],
        deadlineMs,
      },
      z.object({ deploymentId: z.string().nullish(), error: z.unknown().optional() }),
    );
    if (status !== 404 && data.error) throw errorInBody(`read what ${name} serves`);
    return data.deploymentId ?? null;
  };
  /** The aliases of the project, newest first; none if the token may read only single ones. */
  const aliases = async (until: number | undefined): Promise<z.infer<typeof aliasPage>> => {
    const { data } = await api.request(
      {
        method: 'GET',
        path: '/v4/aliases',
        what: 'list the aliases of the project',
        query: { projectId: id, limit: 100, until },
        accept: [403, 404],
      },
      z.union([aliasPage, z.object({ error: z.unknown() })]),
    );
    return 'aliases' in data ? data : { aliases: [] };
  };
  const { reads } = ctx;
  /** Null if it does not exist (any more). */
  const readDeployment = async (wanted: string): Promise<Deployment | null> => {
    const { status, data } = await api.request(
      { method: 'GET', path: `/v13/deployments/${wanted}`, what: `read deployment ${wanted}`, accept: [404, 410] },
      z.union([deployment, z.object({ error: z.unknown() })]),
    );
    if (status === 404 || status === 410) return null;
    if ('error' in data) throw errorInBody(`read deployment ${wanted}`);
    return data;
  };
  return {
    /** Sends `rollbackInfo`: only then does Vercel return `lastAliasRequest`. */
    project: (): Promise<Project> =>
      reads.read(VERCEL, `project ${id}`, async () => {
        const query = { rollbackInfo: true };
        const permission = 'read access to the project';
        return (await api.request({ method: 'GET', path, what: `read project ${id}`, query, permission }, project))
          .data;
      }),
    /** What this run read moments ago; undefined if it must be read again. */
    recentProject: (): Promise<Project> | undefined => reads.get(VERCEL, `project ${id}`, RECENT_MS),
    /** @param maxAgeMs of what this run has read already; default: it is read again. Null if it does not exist (any more) */
    deployment: (wanted: string, maxAgeMs = 0): Promise<Deployment | null> =>
      reads.get<Deployment | null>(VERCEL, `deployment ${wanted}`, maxAgeMs) ??
      reads.read(VERCEL, `deployment ${wanted}`, () => readDeployment(wanted)),
    aliasTarget,
    /**
     * The deployment that each host name serves; null if none. Reads the list of the project, so that a request answers for
     * up to 100 names, and the names that it lacks one by one. A project with many previews has many more aliases than names:
     * it reads no more pages than names are left.
     *
     * @param wanted a promise if the names are read at the same time
     */
    serving: async (wanted: readonly string[] | Promise<readonly string[]>): Promise<Map<string, string | null>> => {
      if (!(wanted instanceof Promise) && wanted.length < 2) {
        return new Map(await Promise.all(wanted.map(async (name) => [name, await aliasTarget(name)] as const)));
      }
      const listed = new Map<string, string | null>();
      const isUnlisted = (name: string): boolean => !listed.has(name);
      for (let pages = 1, until: number | undefined; ; pages += 1) {
        const [page, names] = await Promise.all([aliases(until), wanted]);
        for (const { alias, deploymentId, deletedAt } of page.aliases) {
          if (!deletedAt && isUnlisted(alias)) listed.set(alias, deploymentId ?? null);
        }
        until = page.pagination?.next ?? undefined;
        if (until !== undefined && names.filter(isUnlisted).length > pages) continue;
        const read = async (name: string) =>
          [name, isUnlisted(name) ? await aliasTarget(name) : (listed.get(name) ?? null)] as const;
        return new Map(await Promise.all(names.map(read)));
      }
    },
    /** The newest deployments to production. */
    recent: async (): Promise<DeploymentRow[]> => {
      const query = { projectId: id, target: PRODUCTION, limit: 50 };
      const { data } = await api.request(
        { method: 'GET', path: '/v7/deployments', what: 'list the deployments', query },
        z.object({ deployments: z.array(deploymentRow) }),
      );
      return data.deployments;
    },
    /** The deployments to production with these entries in their meta, newest first. */
    marked: async (meta: Readonly<Record<string, string>>): Promise<DeploymentRow[]> => {
      // The description of the API lacks this filter; the official CLI uses it.
      const filter = Object.entries(meta).map(([key, value]) => [`meta-${key}`, value] as const);
      const query = { projectId: id, target: PRODUCTION, ...Object.fromEntries(filter) };
      const rows = await api.all(
        { method: 'GET', path: '/v7/deployments', what: 'list the deployments for maintenance', query },
        'deployments',
        deploymentRow,
      );
      return rows
        .filter((row) => Object.entries(meta).every(([key, value]) => row.meta?.[key] === value))
        .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
    },
    /** Builds a deployment again with the current variables. @returns the id of the new deployment */
    rebuild: async (name: string, of: string, meta: Readonly<Record<string, string>>): Promise<string> => {
      const { data } = await api.request(
        {
          method: 'POST',
          path: '/v13/deployments',
          what: `build ${of} again`,
          query: { forceNew: 1 },
          json: { name, project: id, deploymentId: of, target: PRODUCTION, meta: { ...meta } },
          permission: DEPLOY_PERMISSION,
        },
        z.object({ id: z.string() }),
      );
      return data.id;
    },
    /**
     * Returns when Vercel accepts the request; the domains move later. Not repeatable: read the project before you send
     * it again.
     *
     * @param description shown in the dashboard; only for a rollback
     * @param deadlineMs for all attempts together, if a rate limit refuses the first ones
     * @returns whether Vercel has begun, or waits for the end of a rolling release
     */
    requestSwitch: async (
      method: SwitchMethod,
      to: string,
      description = '',
      deadlineMs?: number,
    ): Promise<'begun' | 'queued'> => {
      const version = method === 'rollback' ? '/v1' : '/v10';
      const { status } = await api.request(
        {
          method: 'POST',
          path: `${version}/projects/${id}/${method}/${to}`,
          what: switchText(method, to),
          json: {},
          query: method === 'rollback' ? { description } : {},
          deadlineMs,
          permission: DEPLOY_PERMISSION,
        },
        z.unknown(),
      );
      return status === 202 ? 'queued' : 'begun';
    },
    setAutoAssign: async (value: boolean): Promise<void> => {
      await api.request(
        {
          method: 'PATCH',
          path,
          what: 'set the automatic assignment of domains',
          json: { autoAssignCustomDomains: value },
          repeatable: true,
          permission: 'change the project settings',
        },
        z.unknown(),
      );
    },
  };
}
