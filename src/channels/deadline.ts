import type { Context } from '../runtime/context.js';

/** All requests together keep the deadline. */
export function within(ctx: Context, deadlineMs: number): Context {
  const endsAt = ctx.clock.monotonic() + deadlineMs;
  return {
    ...ctx,
    http: {
      request: (request, schema) => {
        const left = Math.max(1, endsAt - ctx.clock.monotonic());
        return ctx.http.request({ ...request, deadlineMs: Math.min(request.deadlineMs ?? left, left) }, schema);
      },
    },
  };
}
