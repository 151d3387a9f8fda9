import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';

/** What is read of an organization: these projects, one environment. */
export interface SentryScope {
  readonly organization: string;
  readonly projects: readonly number[];
  readonly environment: string;
}

const CREDENTIAL = 'SENTRY_AUTH_TOKEN';
const issue = z.object({
  /** Digits. A later issue has a higher id. */
  id: z.string().regex(/^\d+$/),
  /** As people name it, e.g. SHOP-12. */
  shortId: z.string(),
  title: z.string(),
  level: z.string(),
});
export type SentryIssue = z.infer<typeof issue>;

const FIELD = 'sum(session)';
const sessions = z.object({
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  intervals: z.array(z.iso.datetime()),
  groups: z.array(
    z.object({
      by: z.object({ 'session.status': z.string() }),
      series: z.object({ [FIELD]: z.array(z.number().int().nonnegative().nullable()) }),
    }),
  ),
});

/**
 * Issues, the newest first.
 *
 * @param query in Sentry's search syntax; empty: also those that are resolved or ignored
 * @param limit at most 100
 * @throws HttpFailure; RewindError credential-missing
 */
export async function newestIssues(
  ctx: Context,
  scope: SentryScope,
  query: string,
  limit: number,
): Promise<SentryIssue[]> {
  const parameters = [
    ['query', query],
    ['sort', 'new'],
    ['limit', String(limit)],
    ['collapse', 'stats'],
  ] as const;
  return read(ctx, scope, { path: 'issues', what: 'list the issues', scope: 'event:read' }, parameters, z.array(issue));
}

/**
 * Sessions that began in a span, and those of them with an error or a crash.
 *
 * @param from and `to`: full minutes, milliseconds since the epoch
 * @throws HttpFailure; RewindError credential-missing; api-unexpected-answer if Sentry did not count each minute
 */
export async function countSessions(
  ctx: Context,
  scope: SentryScope,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<{ readonly bad: number; readonly total: number }> {
  const parameters = [
    ['field', FIELD],
    ['groupBy', 'session.status'],
    ['interval', '1m'],
    ['start', new Date(from).toISOString()],
    ['end', new Date(to).toISOString()],
  ] as const;
  const call = { path: 'sessions', what: 'count the sessions', scope: 'org:read' };
  const { start, end, intervals, groups } = await read(ctx, scope, call, parameters, sessions);
  const inside = intervals.flatMap((at, index) => (Date.parse(at) >= from && Date.parse(at) < to ? [index] : []));
  // The answer may hold more than was asked for, and steps of an hour, which its documentation names as the shortest.
  const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
  const isWhole = groups.every(({ series }) => series[FIELD].length === intervals.length);
  if (inside.length !== (to - from) / 60_000 || Math.ceil(minutes) !== intervals.length || !isWhole) {
    throw new RewindError('api-unexpected-answer', 'Sentry did not count the sessions of each minute.', {
      resource: ctx.resource,
    });
  }
  const counts = groups.map(({ by, series }) => ({
    healthy: by['session.status'] === 'healthy',
    count: inside.reduce((sum, index) => sum + (series[FIELD][index] ?? 0), 0),
  }));
  const sum = (of: typeof counts): number => of.reduce((all, { count }) => all + count, 0);
  return { bad: sum(counts.filter(({ healthy }) => !healthy)), total: sum(counts) };
}

async function read<T>(
  ctx: Context,
  { organization, projects, environment }: SentryScope,
  { path, what, scope }: { readonly path: string; readonly what: string; readonly scope: string },
  parameters: readonly (readonly [string, string])[],
  schema: z.ZodType<T>,
): Promise<T> {
  const query = new URLSearchParams([
    ...parameters.map(([name, value]): [string, string] => [name, value]),
    ...projects.map((id): [string, string] => ['project', String(id)]),
    ['environment', environment],
  ]);
  const { data } = await ctx.http.request(
    {
      service: 'Sentry',
      credential: CREDENTIAL,
      what,
      resource: ctx.resource,
      method: 'GET',
      url: `${ctx.env.url('SENTRY_URL', 'https://sentry.io')}/api/0/organizations/${organization}/${path}/?${query.toString()}`,
      headers: { authorization: `Bearer ${ctx.env.token(CREDENTIAL, ctx.resource)}` },
      permission: `the scope ${scope} of SENTRY_AUTH_TOKEN`,
    },
    schema,
  );
  return data;
}
