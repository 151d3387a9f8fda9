import type { Context } from '../runtime/context.js';

/** Vercel's own name of the secret that opens protected deployments to programs. */
const BYPASS = 'VERCEL_AUTOMATION_BYPASS_SECRET';

/** The same path on the previous deployment. */
export function onControl(url: URL, control: string): URL {
  const moved = new URL(control);
  // Set apart: a path like //host would name another host if it were resolved.
  moved.pathname = url.pathname;
  moved.search = url.search;
  return moved;
}

/** The headers that open a protected deployment, for its host only. */
export function bypassHeaders(ctx: Context): Record<string, string> {
  const secret = ctx.env.secret(BYPASS);
  return secret === undefined ? {} : { 'x-vercel-protection-bypass': secret };
}
