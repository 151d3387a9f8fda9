import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { TargetState } from './state.js';
import type { HttpRequest } from '../../runtime/context.js';

/** A Vercel project; the parts of a target that addressing needs. */
export type VercelProject = Pick<TargetState, 'project' | 'team'>;

/** The environment whose variables the app reads in production. */
export const PRODUCTION = 'production';
const projectShape = z.object({
  name: z.string(),
  autoAssignCustomDomains: z.boolean().optional(),
  targets: z.object({ production: z.object({ id: z.string() }).nullish() }).nullish(),
});
export type ProjectShape = z.output<typeof projectShape>;

/** @throws HttpFailure */
export async function readProject(ctx: Context, project: VercelProject): Promise<ProjectShape> {
  return vercel(
    ctx,
    project,
    { method: 'GET', path: `/v9/projects/${project.project}`, what: 'read the project' },
    projectShape,
  );
}

type Call = Pick<HttpRequest, 'method' | 'what' | 'json' | 'query' | 'repeatable' | 'accept'> & {
  readonly path: string;
};

/** @throws HttpFailure, naming the permission when the token lacks it */
export async function vercel<T>(ctx: Context, project: VercelProject, call: Call, schema: z.ZodType<T>): Promise<T> {
  const { path, ...rest } = call;
  const answer = await ctx.http.request(
    {
      ...rest,
      service: 'Vercel',
      resource: ctx.resource,
      url: `${ctx.env.url('VERCEL_API_URL', 'https://api.vercel.com')}${path}`,
      query: { ...call.query, ...(project.team === null ? {} : { teamId: project.team }) },
      headers: { authorization: `Bearer ${ctx.env.require('VERCEL_TOKEN', ctx.resource)}` },
      permission: `write access to the project ${project.project} (environment variables and deployments)`,
    },
    schema,
  );
  return answer.data;
}
