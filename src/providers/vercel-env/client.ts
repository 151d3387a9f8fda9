import type { Context } from '../../runtime/context.js';
import type { Json } from '../../runtime/json.js';
import { RewindError } from '../../runtime/errors.js';
import { vercelEnv, type EnvRow } from '../../services/vercel/env.js';
import type { Config } from './config.js';
import { plural } from '../../runtime/text.js';

export interface Variable {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly target: readonly string[];
  readonly gitBranch: string | null;
  readonly customEnvironmentIds: readonly string[];
  readonly comment: string | null;
  /** Null if Vercel never returns it. */
  readonly value: string | null;
  readonly updatedAt: number;
  /** Id of the user who wrote it last. */
  readonly by?: string;
}

/** Where a variable counts. */
export type Place = Pick<Variable, 'key' | 'target' | 'gitBranch' | 'customEnvironmentIds'>;

/** The written fields of a variable, without an unchanged value. */
export type Written = Omit<Variable, 'id' | 'value' | 'updatedAt' | 'by'> & { readonly value?: string };

const isSensitive = (entry: EnvRow): boolean => entry.type === 'sensitive' || entry.visibility === 'secret';
/** Placeholder that some reads return instead of a sensitive value. */
const PLACEHOLDER = '[SENSITIVE]';

/** Vercel REST API: environment variables of a project. */
export function client(config: Config, ctx: Context) {
  const env = vercelEnv(ctx, config);

  const body = (entry: Written): { readonly key: string; readonly [field: string]: Json } => ({
    key: entry.key,
    type: entry.type,
    target: [...entry.target],
    ...(entry.comment === null ? {} : { comment: entry.comment }),
    ...(entry.value === undefined ? {} : { value: entry.value }),
    ...(entry.gitBranch === null ? {} : { gitBranch: entry.gitBranch }),
    ...(entry.customEnvironmentIds.length === 0 ? {} : { customEnvironmentIds: [...entry.customEnvironmentIds] }),
  });

  /** Accepts a value only if it is certainly in clear; else reads the variable by id. */
  const valueOf = async (entry: EnvRow): Promise<string | null> => {
    if (isSensitive(entry)) return null;
    if ((entry.decrypted === true || entry.type === 'plain') && typeof entry.value === 'string') return entry.value;
    const data = await env.read(entry);
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

  const inScope = (entry: EnvRow): boolean => {
    const targets = targetsOf(entry);
    const custom = entry.customEnvironmentIds ?? [];
    if (config.ignore.includes(entry.key) || (entry.gitBranch && !config['git-branches'])) return false;
    return (
      targets.some((target) => (config.targets as readonly string[]).includes(target)) ||
      custom.some((id) => config['custom-environments'].includes(id))
    );
  };

  return {
    /**
     * The variables that this resource covers, the keys that it skips, and the places of all other rows.
     * @throws RewindError snapshot-incomplete if Vercel hides variables from the token
     */
    variables: async (): Promise<{ variables: Variable[]; skipped: string[]; beside: Place[] }> => {
      const { rows, hidden } = await env.list(true);
      if (hidden > 0) {
        throw new RewindError(
          'snapshot-incomplete',
          `Vercel hides ${plural(hidden, 'production variable')} from this token.`,
          {
            resource: ctx.resource,
            remedy: 'Use a token of a member who may read the production environment variables.',
          },
        );
      }
      const ours = rows.filter(inScope);
      const foreign = (entry: EnvRow): boolean =>
        entry.system === true ||
        entry.type === 'system' ||
        Boolean(entry.configurationId) ||
        Boolean(entry.edgeConfigTokenId);
      const variables = await Promise.all(
        ours
          .filter((entry) => !foreign(entry))
          .map(async (entry): Promise<Variable> => {
            const value = await valueOf(entry);
            const type = isSensitive(entry) ? 'sensitive' : entry.type;
            hide({ type, value }, ctx);
            const by = entry.updatedBy ?? entry.createdBy;
            return {
              id: entry.id,
              ...placeOf(entry),
              type,
              comment: entry.comment ? entry.comment : null,
              value,
              updatedAt: entry.updatedAt ?? 0,
              ...(by ? { by } : {}),
            };
          }),
      );
      return {
        variables,
        skipped: ours.filter(foreign).map(({ key }) => key),
        beside: rows.filter((entry) => !inScope(entry) || foreign(entry)).map(placeOf),
      };
    },
    create: (entries: readonly Written[]) => env.create(entries.map(body)),
    edit: (id: string, entry: Written) =>
      env.edit(
        { id, key: entry.key },
        {
          ...body(entry),
          // Omitted fields keep their value; an empty comment removes the old one.
          comment: entry.comment ?? '',
          gitBranch: entry.gitBranch,
          customEnvironmentIds: [...entry.customEnvironmentIds],
        },
      ),
    remove: (id: string, key: string) => env.remove({ id, key }),
  };
}

/**
 * Masks a value in messages of other programs. Vercel shows plain values to every member of the team, so most of them are
 * settings; one that looks random may still be a secret.
 */
export function hide({ type, value }: Pick<Variable, 'type' | 'value'>, ctx: Context): void {
  if (value === null) return;
  if (type !== 'plain' || (value.length >= 12 && /\d/.test(value) && /[A-Za-z]/.test(value))) ctx.masker.add(value);
}

const placeOf = (entry: EnvRow): Place => ({
  key: entry.key,
  target: targetsOf(entry),
  gitBranch: entry.gitBranch ?? null,
  customEnvironmentIds: [...(entry.customEnvironmentIds ?? [])].sort(),
});

const targetsOf = (entry: EnvRow): string[] => [...entry.target].sort();

export type Client = ReturnType<typeof client>;
