import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Json } from '../../runtime/json.js';
import { vercelApi, type VercelProject } from './client.js';
import { plural } from '../../runtime/text.js';

/** The environment whose variables the app reads in production. */
export const PRODUCTION = 'production';

const envRow = z.object({
  id: z.string(),
  key: z.string(),
  value: z.string().nullish(),
  type: z.string(),
  target: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .transform((value) => [value ?? []].flat()),
  gitBranch: z.string().nullish(),
  customEnvironmentIds: z.array(z.string()).nullish(),
  comment: z.string().nullish(),
  decrypted: z.boolean().nullish(),
  system: z.boolean().nullish(),
  visibility: z.string().nullish(),
  configurationId: z.string().nullish(),
  edgeConfigTokenId: z.string().nullish(),
  updatedAt: z.number().nullish(),
  /** Ids of users. */
  createdBy: z.string().nullish(),
  updatedBy: z.string().nullish(),
});
export type EnvRow = z.infer<typeof envRow>;

const envList = z.union([
  z.object({ envs: z.array(envRow), hiddenProductionEnvCount: z.number().optional() }),
  // Vercel may return a single variable without a list.
  envRow,
]);

const created = z.object({
  failed: z.array(z.object({ error: z.object({ code: z.string(), message: z.string().nullish() }) })).nullish(),
});

/** Fields of a row as Vercel accepts them. */
type EnvFields = Readonly<Record<string, Json>>;

/** Vercel REST API: environment variables of one project. Every write sets a value, so it can be repeated. */
export function vercelEnv(ctx: Context, { project, team }: VercelProject) {
  const api = vercelApi(ctx, team);
  const path = `/v10/projects/${project}/env`;
  const permission = `read and write the environment variables of project ${project}`;
  const write = { repeatable: true, permission };
  return {
    /** Rows, and the number of production rows hidden from this token. @param decrypt requests clear values */
    list: async (decrypt: boolean): Promise<{ readonly rows: EnvRow[]; readonly hidden: number }> => {
      const query = decrypt ? { decrypt } : {};
      const { data } = await api.request(
        { method: 'GET', path, what: 'list the environment variables', query, permission },
        envList,
      );
      return 'envs' in data
        ? { rows: data.envs, hidden: data.hiddenProductionEnvCount ?? 0 }
        : { rows: [data], hidden: 0 };
    },
    read: async ({ id, key }: Pick<EnvRow, 'id' | 'key'>): Promise<EnvRow> => {
      const one = `/v1/projects/${project}/env/${id}`;
      const { data } = await api.request(
        { method: 'GET', path: one, what: `read the value of ${key}`, permission },
        envRow,
      );
      return data;
    },
    /** Sends one request. A 201 may still contain failures. @throws RewindError api-rejected */
    create: async (entries: readonly (EnvFields & { readonly key: string })[]): Promise<void> => {
      const what = `write ${entries.map(({ key }) => key).join(', ')}`;
      const { data } = await api.request(
        { method: 'POST', path, what, query: { upsert: true }, json: entries.map((entry) => ({ ...entry })), ...write },
        created,
      );
      const failed = data.failed ?? [];
      if (failed.length === 0) return;
      throw new RewindError(
        'api-rejected',
        `Vercel rejected ${failed.length} of ${plural(entries.length, 'variable')}.`,
        {
          resource: ctx.resource,
          problems: failed.map(({ error }) => `${error.code}: ${error.message ?? 'no message'}`),
          remedy: `Repair the variables (${entries.map(({ key }) => key).join(', ')}) in Vercel project ${project}, then run the same command again.`,
        },
      );
    },
    /** Omitted fields keep their value. */
    edit: async ({ id, key }: Pick<EnvRow, 'id' | 'key'>, change: EnvFields): Promise<void> => {
      const one = `/v9/projects/${project}/env/${id}`;
      await api.request(
        { method: 'PATCH', path: one, what: `change ${key}`, json: { ...change }, ...write },
        z.unknown(),
      );
    },
    remove: async ({ id, key }: Pick<EnvRow, 'id' | 'key'>): Promise<void> => {
      const one = `/v9/projects/${project}/env/${id}`;
      await api.request({ method: 'DELETE', path: one, what: `remove ${key}`, accept: [404], permission }, z.unknown());
    },
  };
}
