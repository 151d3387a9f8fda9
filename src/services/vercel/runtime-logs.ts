import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { vercelApi, type VercelProject } from './client.js';

/** A busy project writes more in a minute; then the reading ends early. */
const MOST_BYTES = 20_000_000;

const row = z.object({
  rowId: z.string(),
  /** A row "delimiter" belongs to no request: Vercel says that it ends the stream. */
  source: z.string(),
  timestampInMs: z.number(),
  /** Below 100: there was no response. */
  responseStatusCode: z.number(),
});
export type RuntimeLog = z.infer<typeof row>;

/**
 * Listens to the runtime logs of a deployment. Vercel sends what is written from now on, for 5 minutes at most, and takes
 * no times.
 *
 * @param ms how long to listen
 * @throws HttpFailure; RewindError credential-missing
 */
export async function listenToLogs(
  ctx: Context,
  { project, team }: VercelProject,
  deployment: string,
  ms: number,
): Promise<RuntimeLog[]> {
  const { data } = await vercelApi(ctx, team).request(
    {
      method: 'GET',
      what: 'read the runtime logs',
      path: `/v1/projects/${encodeURIComponent(project)}/deployments/${encodeURIComponent(deployment)}/runtime-logs`,
      headers: { accept: 'application/stream+json' },
      permission: 'read access to the logs of the project',
      decode: linesOf,
      readMs: ms,
      maxBytes: MOST_BYTES,
      deadlineMs: ms + 10_000,
    },
    // Nothing was written.
    z.array(row).default([]),
  );
  return data;
}

/** @throws SyntaxError if a line is not JSON */
const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
