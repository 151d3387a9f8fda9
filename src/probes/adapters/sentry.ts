import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { countSessions } from '../../services/sentry/client.js';
import { inTime } from '../in-time.js';
import { daysBefore, intervalOf } from '../intervals.js';
import { inactive, notWatched } from '../not-watched.js';
import type { CountSample, ProbeAdapter, Span } from '../probe.js';
import { runQuestion } from '../question.js';
import { sentryFields } from '../sentry-fields.js';
import { serviceFields } from '../service-fields.js';

const MINUTE_MS = 60_000;
/** SDKs on a server send the sessions of a minute together, after it. */
const SETTLE_SECONDS = 60;

export const config = z.strictObject({
  ...serviceFields('content', 60),
  adapter: z.literal('sentry').describe('Sessions with an error or a crash, among all sessions, in Sentry.'),
  ...sentryFields,
  every: z
    .number()
    .int()
    .min(60)
    .max(3600)
    .multipleOf(60, 'must be full minutes')
    .default(60)
    .describe('Seconds between two samples: full minutes.'),
});
export type Config = z.output<typeof config>;

/** Counts the sessions of full minutes. All sessions stand in the total, so that none at all is silence. */
export const adapter: ProbeAdapter<Config> = {
  id: 'sentry',
  kind: 'count',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx) => {
      const span = intervalOf({ dueAt: floorMinute(tick.dueAt) }, entry.every, SETTLE_SECONDS);
      return { samples: [await sampleOf(entry, span, ctx)] };
    }),
  history: (entry, span, context) =>
    runQuestion({ dueAt: span.to, signal: context.signal }, context, async (ctx) => {
      const samples: CountSample[] = [];
      const full = { from: floorMinute(span.from), to: floorMinute(span.to) };
      for (const day of daysBefore(full)) samples.push(await sampleOf(entry, day, ctx));
      return { samples };
    }),
  inspect: (entry, ctx) =>
    notWatched(entry, 'The sessions', ctx, async () => {
      const to = floorMinute(ctx.clock.now().getTime());
      const span = { from: to - 60 * MINUTE_MS, to };
      const { total } = await inTime(ctx, (within) => countSessions(within, entry, span));
      if (total > 0) return [];
      const message = `Sentry has no session of the last hour in the environment "${entry.environment}". Let its SDK track sessions.`;
      return [inactive(entry, 'alarm-no-data', message)];
    }),
};

const floorMinute = (at: number): number => Math.floor(at / MINUTE_MS) * MINUTE_MS;

async function sampleOf(entry: Config, span: Span, ctx: Context): Promise<CountSample> {
  const counted = await inTime(ctx, (within) => countSessions(within, entry, span));
  return { kind: 'count', from: span.from, at: span.to, ...counted };
}
