import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { vercelProject, vercelTeam } from '../../runtime/fields.js';
import { vercelDeployments } from '../../services/vercel/deployments.js';
import { listenToLogs, type RuntimeLog } from '../../services/vercel/runtime-logs.js';
import { inTime } from '../in-time.js';
import { notWatched } from '../not-watched.js';
import type { CountSample, ProbeAdapter } from '../probe.js';
import { runQuestion } from '../question.js';
import { serviceFields } from '../service-fields.js';

/** Kept free at the end of a tick. */
const MARGIN_MS = 2_000;
/** Of a tick that begins at its end. */
const SHORTEST_MS = 200;

export const config = z.strictObject({
  ...serviceFields('content', 60),
  adapter: z
    .literal('vercel-runtime')
    .describe('Responses with status 5xx, among all in the runtime logs of the production deployment on Vercel.'),
  project: vercelProject,
  team: vercelTeam,
  every: z
    .number()
    .int()
    .min(30)
    .max(270)
    .default(60)
    .describe('Seconds between two samples. Rewind listens nearly all of this time.'),
});
export type Config = z.output<typeof config>;

/**
 * Counts what is written while it listens. There is no past to read, so the baseline is one interval, which it
 * listens to during the snapshot. It leaves out older entries that Vercel sends.
 */
export const adapter: ProbeAdapter<Config> = {
  id: 'vercel-runtime',
  kind: 'count',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx) => ({ samples: [await listen(entry, tick.dueAt, ctx)] })),
  history: (entry, span, context) =>
    runQuestion({ dueAt: span.to, signal: context.signal }, context, async (ctx) => ({
      samples: [await listen(entry, span.to, ctx)],
    })),
  inspect: (entry, ctx) =>
    notWatched(entry, 'The runtime logs', ctx, async () => {
      await listenToLogs(ctx, entry, await productionOf(entry, ctx), 1);
      return [];
    }),
};

/** @param since when the interval of `every` seconds began, in milliseconds since the epoch */
async function listen(entry: Config, since: number, ctx: Context): Promise<CountSample> {
  const now = (): number => ctx.clock.now().getTime();
  // Its entries have the time of Vercel.
  const deployment = await inTime(ctx, (within) => productionOf(entry, within));
  const from = now();
  const ends = since + entry.every * 1000 - MARGIN_MS;
  const rows = await listenToLogs(ctx, entry, deployment, Math.max(SHORTEST_MS, ends - from));
  return { kind: 'count', from, at: now(), ...countResponses(rows, from) };
}

/** A request that writes several rows counts several times. @param from milliseconds since the epoch */
function countResponses(rows: readonly RuntimeLog[], from: number): Pick<CountSample, 'bad' | 'total'> {
  const statuses = new Map<string, number>();
  for (const { rowId, source, timestampInMs: at, responseStatusCode: status } of rows) {
    if (source !== 'delimiter' && at >= from && status >= 100) statuses.set(rowId, status);
  }
  return { bad: [...statuses.values()].filter((status) => status >= 500).length, total: statuses.size };
}

async function productionOf(entry: Config, ctx: Context): Promise<string> {
  const { targets } = await vercelDeployments(ctx, entry).project();
  const id = targets?.production?.id;
  if (id !== undefined) return id;
  throw new RewindError('api-not-found', `The project ${entry.project} has no production deployment.`, {
    resource: ctx.resource,
  });
}
