import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Json } from '../../runtime/json.js';
import { RewindError } from '../../runtime/errors.js';
import { vercelApi } from '../../services/vercel/client.js';
import type { Config } from './config.js';

const row = z.object({
  id: z.string(),
  key: z.string(),
  value: z.string().nullish(),
  type: z.string(),
  target: z.union([z.string(), z.array(z.string())]).nullish(),
  gitBranch: z.string().nullish(),
  customEnvironmentIds: z.array(z.string()).nullish(),
  comment: z.string().nullish(),
  decrypted: z.boolean().nullish(),
  system: z.boolean().nullish(),
  visibility: z.string().nullish(),
  configurationId: z.string().nullish(),
  edgeConfigTokenId: z.string().nullish(),
  updatedAt: z.number().nullish(),
});
type RawRow = z.infer<typeof row>;

const list = z.union([
  z.object({ envs: z.array(row), hiddenProductionEnvCount: z.number().optional() }),
  // A single variable may come without a list around it.
  row,
]);

const written = z.object({
  failed: z.array(z.object({ error: z.object({ code: z.string(), message: z.string() }) })).nullish(),
});

export interface Variable {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly target: readonly string[];
  readonly gitBranch: string | null;
  readonly customEnvironmentIds: readonly string[];
  readonly comment: string | null;
  /** Null when Vercel never gives it back. */
  readonly value: string | null;
  readonly updatedAt: number;
}

/** What is written of a variable; the value is left out where it stays. */
export type Written = Omit<Variable, 'id' | 'value' | 'updatedAt'> & { readonly value?: string };

const isSensitive = (entry: RawRow): boolean => entry.type === 'sensitive' || entry.visibility === 'secret';
/** Literal that some reads give in the place of a sensitive value: never a value. */
const PLACEHOLDER = '[SENSITIVE]';

/** Vercel REST API: environment variables of a project. */
export function client(config: Config, ctx: Context) {
  const api = vercelApi(ctx, config.team);
  const path = `/v10/projects/${config.project}/env`;
  const permission = 'read and write environment variables of the project';

  const body = (entry: Written): Record<string, Json> => ({
    key: entry.key,
    type: entry.type,
    target: [...entry.target],
    ...(entry.comment === null ? {} : { comment: entry.comment }),
    ...(entry.value === undefined ? {} : { value: entry.value }),
    ...(entry.gitBranch === null ? {} : { gitBranch: entry.gitBranch }),
    ...(entry.customEnvironmentIds.length === 0 ? {} : { customEnvironmentIds: [...entry.customEnvironmentIds] }),
  });

  /** A value is taken only where it is known to be in clear; else it is asked for by id. */
  const valueOf = async (entry: RawRow): Promise<string | null> => {
    if (isSensitive(entry)) return null;
    if ((entry.decrypted === true || entry.type === 'plain') && typeof entry.value === 'string') return entry.value;
    const { data } = await api.request(
      {
        method: 'GET',
        path: `/v1/projects/${config.project}/env/${entry.id}`,
        what: `read the value of ${entry.key}`,
        permission,
      },
      row,
    );
    if (
      (data.decrypted === true || data.type === 'plain') &&
      typeof data.value === 'string' &&
      data.value !== PLACEHOLDER
    ) {
      return data.value;
    }
    throw new RewindError(
      'snapshot-incomplete',
      `Vercel does not give back the value of ${entry.key} (${entry.type}).`,
      {
        resource: ctx.resource,
        remedy: 'Give the token the right to read the decrypted environment variables of the project.',
      },
    );
  };

  const inScope = (entry: RawRow): boolean => {
    const targets = targetsOf(entry);
    const custom = entry.customEnvironmentIds ?? [];
    if (config.ignore.includes(entry.key) || (entry.gitBranch && !config['git-branches'])) return false;
    return (
      targets.some((target) => (config.targets as readonly string[]).includes(target)) ||
      custom.some((id) => config['custom-environments'].includes(id))
    );
  };

  return {
    /** @throws RewindError snapshot-incomplete when the token does not see everything */
    variables: async (): Promise<{ variables: Variable[]; skipped: string[] }> => {
      const { data } = await api.request(
        { method: 'GET', path, what: 'list the environment variables', query: { decrypt: true }, permission },
        list,
      );
      const rows = 'envs' in data ? data.envs : [data];
      const hidden = 'envs' in data ? (data.hiddenProductionEnvCount ?? 0) : 0;
      if (hidden > 0) {
        throw new RewindError('snapshot-incomplete', `Vercel hides ${hidden} production variable(s) from this token.`, {
          resource: ctx.resource,
          remedy: 'Use a token of a member who may read the production environment variables.',
        });
      }
      const ours = rows.filter(inScope);
      const foreign = (entry: RawRow): boolean =>
        entry.system === true ||
        entry.type === 'system' ||
        Boolean(entry.configurationId) ||
        Boolean(entry.edgeConfigTokenId);
      const variables = await Promise.all(
        ours
          .filter((entry) => !foreign(entry))
          .map(async (entry): Promise<Variable> => {
            const value = await valueOf(entry);
            if (value !== null) hide(value, ctx);
            return {
              id: entry.id,
              key: entry.key,
              type: isSensitive(entry) ? 'sensitive' : entry.type,
              target: targetsOf(entry),
              gitBranch: entry.gitBranch ?? null,
              customEnvironmentIds: [...(entry.customEnvironmentIds ?? [])].sort(),
              comment: entry.comment ? entry.comment : null,
              value,
              updatedAt: entry.updatedAt ?? 0,
            };
          }),
      );
      return { variables, skipped: ours.filter(foreign).map(({ key }) => key) };
    },
    /** All in one request. A 201 may still hold failures. @throws RewindError api-rejected */
    create: async (entries: readonly Written[]): Promise<void> => {
      const { data } = await api.request(
        {
          method: 'POST',
          path,
          what: `write ${entries.map(({ key }) => key).join(', ')}`,
          query: { upsert: true },
          json: entries.map(body),
          repeatable: true,
          permission,
        },
        written,
      );
      const failed = data.failed ?? [];
      if (failed.length === 0) return;
      const problems = failed.map(({ error }) => `${error.code}: ${error.message}`);
      throw new RewindError('api-rejected', `Vercel did not take ${failed.length} of ${entries.length} variable(s).`, {
        resource: ctx.resource,
        problems,
      });
    },
    edit: async (id: string, entry: Written): Promise<void> => {
      await api.request(
        {
          method: 'PATCH',
          path: `/v9/projects/${config.project}/env/${id}`,
          what: `change ${entry.key}`,
          // Left out, they would stay; an empty comment takes an old one away.
          json: {
            ...body(entry),
            comment: entry.comment ?? '',
            gitBranch: entry.gitBranch,
            customEnvironmentIds: [...entry.customEnvironmentIds],
          },
          repeatable: true,
          permission,
        },
        z.unknown(),
      );
    },
    remove: async (id: string, key: string): Promise<void> => {
      await api.request(
        {
          method: 'DELETE',
          path: `/v9/projects/${config.project}/env/${id}`,
          what: `remove ${key}`,
          accept: [404],
          permission,
        },
        z.unknown(),
      );
    },
  };
}

/**
 * Keeps a value out of messages of others. Plain words are left alone: NODE_ENV is "production", and a report in which
 * every "production" is hidden helps nobody.
 */
export function hide(value: string, ctx: Context): void {
  if (value.length >= 12 && /\d/.test(value) && /[A-Za-z]/.test(value)) ctx.masker.add(value);
}

const targetsOf = (entry: RawRow): string[] =>
  (typeof entry.target === 'string' ? [entry.target] : (entry.target ?? [])).slice().sort();

export type Client = ReturnType<typeof client>;
