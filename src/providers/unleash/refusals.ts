import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { Config } from './config.js';

/** The body of a refusal. */
export const failed = z.object({ name: z.string().optional(), message: z.string().optional() });

/** Paths that each server has. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  '/api/admin/environments',
  '/api/admin/segments',
  '/api/admin/projects',
]);

/** The same failure with a remedy that its status alone does not tell. */
export function withRemedy(error: unknown, path: string, config: Config, ctx: Context): unknown {
  if (!(error instanceof HttpFailure)) return error;
  const remedy = remedyOf(error, path, config);
  if (remedy === undefined) return error;
  const details = { resource: ctx.resource, remedy, cause: error };
  return new HttpFailure(error.code, error.message, details, error.status, error.body);
}

function remedyOf({ status, message }: HttpFailure, path: string, config: Config): string | undefined {
  if (status === 404 && EVERYWHERE.has(path))
    return 'Correct UNLEASH_URL: it must be the address of the server, with or without /api at its end.';
  // With change requests in force no permission to write is missing.
  if (status === 403 && /change requests?/i.test(message))
    return `Give the service account the permission SKIP_CHANGE_REQUEST in ${config.environment}, or turn change requests off there for project ${config.project}, and run again.`;
  return undefined;
}

/** For a flag that cannot be revived: Unleash refuses one of another project with 403, as if a permission were missing. */
export function notRevived(error: unknown, flag: string, { project }: Config, ctx: Context): unknown {
  if (!(error instanceof HttpFailure) || failed.safeParse(error.body).data?.name !== 'InvalidOperationError')
    return error;
  return new RewindError('api-conflict', `Unleash has the flag ${flag} in another project than ${project}.`, {
    resource: ctx.resource,
    remedy: `Move the flag back to project ${project} in Unleash, then plan again. To leave it there, choose a newer snapshot.`,
  });
}
