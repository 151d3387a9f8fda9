import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Env } from '../../runtime/context.js';

const optional = <T>(schema: z.ZodType<T>) => schema.nullable().catch(null);

const event = z.object({
  action: z.string().regex(/^vercel\.deployment\.\w+$/),
  client_payload: z.object({
    id: optional(z.string().regex(/^dpl_\w+$/)),
    project: optional(z.object({ id: z.string().regex(/^prj_\w+$/), name: z.string().max(200).catch('') })),
    git: optional(z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/) })),
  }),
});

/** What Vercel says of a deployment that a workflow run is about. A field is null if the event lacks it. */
export interface BuildEvent {
  /** E.g. `vercel.deployment.ready`. */
  readonly type: string;
  /** Id of the deployment. */
  readonly deployment: string | null;
  readonly project: { readonly id: string; readonly name: string } | null;
  /** Commit that was built. GITHUB_SHA is another one: the newest commit of the default branch. */
  readonly commit: string | null;
}

/** The event of a run that Vercel started by `repository_dispatch`; null for any other run. */
export function readBuildEvent(env: Pick<Env, 'text'>): BuildEvent | null {
  const path = env.text('GITHUB_EVENT_PATH');
  if (env.text('GITHUB_EVENT_NAME') !== 'repository_dispatch' || path === undefined) return null;
  const read = event.safeParse(contentOf(path));
  if (!read.success) return null;
  const { action, client_payload: payload } = read.data;
  return { type: action, deployment: payload.id, project: payload.project, commit: payload.git?.sha ?? null };
}

/** Undefined if the file cannot be read. */
function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
