import { z } from 'zod';
import type { Answer } from '../json-server.js';
import type { EnvRow, Project } from './model.js';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';

const written = z.object({
  key: z.string().min(1).optional(),
  value: z.string().optional(),
  type: z.enum(['system', 'plain', 'encrypted', 'sensitive']).optional(),
  target: z.union([z.string(), z.array(z.string())]).optional(),
  gitBranch: z.string().nullable().optional(),
  comment: z.string().optional(),
  customEnvironmentIds: z.array(z.string()).optional(),
});

const targetsOf = (target: string | string[] | undefined): string[] | undefined =>
  typeof target === 'string' ? [target] : target;

function body(row: EnvRow, decrypted: boolean): Record<string, unknown> {
  const readable = row.type === 'plain' || (decrypted && row.type !== 'sensitive');
  return {
    id: row.id,
    key: row.key,
    type: row.type,
    target: row.target,
    // Encrypted values look like values; only `decrypted` tells. Sensitive ones never come back.
    value: row.type === 'sensitive' ? '' : readable ? row.value : Buffer.from(`sealed:${row.value}`).toString('base64'),
    decrypted: readable,
    ...(row.gitBranch === null ? {} : { gitBranch: row.gitBranch }),
    ...(row.comment === null ? {} : { comment: row.comment }),
    customEnvironmentIds: row.customEnvironmentIds,
    configurationId: row.configurationId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    createdBy: 'usr_sandbox',
    updatedBy: row.updatedBy,
    securityIssues: [],
    ...(row.type === 'system' ? { system: true } : {}),
  };
}

/** Two rows collide when they give one key two values in one place. */
function collides(a: EnvRow, b: Pick<EnvRow, 'key' | 'target' | 'gitBranch' | 'customEnvironmentIds'>): boolean {
  const places =
    a.target.some((t) => b.target.includes(t)) ||
    a.customEnvironmentIds.some((c) => b.customEnvironmentIds.includes(c));
  return a.key === b.key && a.gitBranch === b.gitBranch && places;
}

function create(
  vercel: VercelSandbox,
  project: Project,
  entry: z.infer<typeof written>,
  upsert: boolean,
): EnvRow | { conflict: EnvRow } | string {
  const target = targetsOf(entry.target) ?? [];
  if (entry.key === undefined || entry.value === undefined || entry.type === undefined)
    return 'key, value and type are required';
  if (target.length === 0 && (entry.customEnvironmentIds ?? []).length === 0)
    return 'target or customEnvironmentIds is required';
  if (entry.type === 'sensitive' && target.includes('development'))
    return 'sensitive variables cannot be used in development';
  const wanted = {
    key: entry.key,
    target,
    gitBranch: entry.gitBranch ?? null,
    customEnvironmentIds: entry.customEnvironmentIds ?? [],
  };
  const present = project.env.find((row) => collides(row, wanted));
  if (present && !upsert) return { conflict: present };
  if (present) {
    Object.assign(present, {
      value: entry.value,
      type: entry.type,
      target,
      comment: entry.comment ?? null,
      updatedAt: vercel.now(),
    });
    return present;
  }
  return vercel.addEnv(project, entry.key, entry.value, {
    ...wanted,
    type: entry.type,
    comment: entry.comment ?? null,
  });
}

export function envRoutes(vercel: VercelSandbox, register: Register): void {
  for (const version of ['/v8', '/v9', '/v10']) {
    register('GET', `${version}/projects/:project/env`, (request, { project: wanted }) => {
      const project = vercel.project(wanted ?? '', request);
      if (!project) return missing('Project');
      const target = request.query.get('target');
      const rows = project.env.filter((row) => target === null || row.target.includes(target));
      return {
        status: 200,
        body: {
          // decrypt=true is known not to be reliable: it is ignored here.
          envs: rows.map((row) => body(row, false)),
          ...(project.hiddenProductionEnvCount === null
            ? { pagination: { count: rows.length, next: null, prev: null } }
            : { hiddenProductionEnvCount: project.hiddenProductionEnvCount }),
        },
      };
    });
    register('POST', `${version}/projects/:project/env`, (request, { project: wanted }): Answer => {
      const project = vercel.project(wanted ?? '', request);
      if (!project) return missing('Project');
      const many = Array.isArray(request.body);
      const entries = z.array(written).parse(many ? request.body : [request.body]);
      const results = entries.map((entry) => ({
        entry,
        result: create(vercel, project, entry, request.query.get('upsert') === 'true'),
      }));
      const failed = results.flatMap(({ entry, result }) => {
        if (typeof result === 'string') return [{ error: { code: 'BAD_REQUEST', message: result, key: entry.key } }];
        if (!('conflict' in result)) return [];
        const message = `Another variable "${entry.key ?? ''}" already exists.`;
        return [
          {
            error: {
              code: 'ENV_CONFLICT',
              message,
              key: entry.key,
              envVarKey: entry.key,
              envVarId: result.conflict.id,
              target: result.conflict.target,
            },
          },
        ];
      });
      if (!many && failed[0]) return refuse(400, failed[0].error.code, failed[0].error.message);
      const created = results.flatMap(({ result }) =>
        typeof result === 'object' && 'id' in result ? [body(result, false)] : [],
      );
      return { status: 201, body: { created: many ? created : created[0], failed } };
    });
    register('PATCH', `${version}/projects/:project/env/:env`, (request, params) => {
      const project = vercel.project(params.project ?? '', request);
      const row = project?.env.find(({ id }) => id === params.env);
      if (!project || !row) return missing('Environment variable');
      const change = written.parse(request.body);
      const target = targetsOf(change.target);
      const next = {
        ...row,
        ...(target ? { target } : {}),
        ...(change.gitBranch === undefined ? {} : { gitBranch: change.gitBranch }),
      };
      const other = project.env.find((candidate) => candidate.id !== row.id && collides(candidate, next));
      if (other) return refuse(400, 'ENV_CONFLICT', `Another variable "${row.key}" already exists.`);
      if (row.type === 'sensitive' && change.type !== undefined && change.type !== 'sensitive') {
        return refuse(400, 'bad_request', 'You cannot change the type of a Sensitive Environment Variable.');
      }
      Object.assign(row, next, {
        ...(change.key === undefined ? {} : { key: change.key }),
        ...(change.value === undefined ? {} : { value: change.value }),
        ...(change.type === undefined ? {} : { type: change.type }),
        ...(change.comment === undefined ? {} : { comment: change.comment === '' ? null : change.comment }),
        ...(change.customEnvironmentIds === undefined ? {} : { customEnvironmentIds: change.customEnvironmentIds }),
        updatedAt: vercel.now(),
      });
      return { status: 200, body: body(row, false) };
    });
    register('DELETE', `${version}/projects/:project/env/:env`, (request, params) => {
      const project = vercel.project(params.project ?? '', request);
      const at = project?.env.findIndex(({ id }) => id === params.env) ?? -1;
      if (!project || at < 0) return missing('Environment variable');
      const [gone] = project.env.splice(at, 1);
      return { status: 200, body: gone ? [body(gone, false)] : [] };
    });
  }
  register('GET', '/v1/projects/:project/env/:env', (request, params) => {
    const row = vercel.project(params.project ?? '', request)?.env.find(({ id }) => id === params.env);
    return row ? { status: 200, body: body(row, true) } : missing('Environment variable');
  });
}
