import { ClockSkew } from '../runtime/clock-skew.js';
import type { Context } from '../runtime/context.js';
import { RewindError } from '../runtime/errors.js';
import { plural } from '../runtime/text.js';

/** The interval that these probes count unless told otherwise: clocks that are further apart do not mean the same one. */
const APART_MS = 60_000;

/**
 * Asks a service for what happened in an interval of the clock of this run. If the clock of the service is elsewhere, its
 * answer is about another time: what was well then is not well now, and what has not happened yet is no silence. A service
 * that does not tell its time is believed.
 *
 * Not `ctx.skew`: one near answer of any other service would do there, and a watch keeps its clock when that of the machine is
 * corrected.
 * @throws RewindError clock-apart; what the question throws
 */
export async function inTime<T>(ctx: Context, question: (ctx: Context) => Promise<T>): Promise<T> {
  const skew = new ClockSkew();
  const http: Context['http'] = {
    request: async (request, schema) => {
      const answer = await ctx.http.request(request, schema);
      skew.heard(request.service, answer.headers, ctx.clock.now());
      return answer;
    },
  };
  const answer = await question({ ...ctx, http });
  const found = skew.beyond(APART_MS);
  if (found === null) return answer;
  const minutes = Math.round(Math.abs(found.ms) / 60_000);
  throw new RewindError(
    'clock-apart',
    `The clock of this run is ${plural(minutes, 'minute')} ${found.ms > 0 ? 'ahead of' : 'behind'} that of ${found.service}: what it counts belongs to another time.`,
    { resource: ctx.resource },
  );
}
