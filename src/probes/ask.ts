import type { ProbeResponse } from '../services/probe-http/send.js';
import type { Context } from '../runtime/context.js';
import type { Found, Try } from './check-run.js';
import { bypassHeaders, onControl } from './control.js';
import type { RequestConfig } from './http-fields.js';
import { connectionOf, requestOf, type ConnectionConfig } from './http-request.js';
import { Filler } from './templates.js';

type OneRequest = RequestConfig & ConnectionConfig & { readonly id: string; readonly redirects: number };

/**
 * One request as a try.
 * @param control the address of the previous deployment, to ask it in place of production; it must answer itself
 * @param stays true: the host of the request must answer itself
 * @param judge the judgement of the response
 */
export function ask(
  given: OneRequest,
  { control, stays }: { readonly control: string | null; readonly stays: boolean },
  ctx: Context,
  judge: (response: ProbeResponse) => Omit<Found, 'phases'>,
): Try {
  return async (signal) => {
    const { send } = await import('../services/probe-http/send.js');
    const own = requestOf(given, new URL(given.url), new Filler(ctx.env, given.id));
    const target =
      control === null
        ? own
        : { ...own, url: onControl(own.url, control), headers: { ...own.headers, ...bypassHeaders(ctx) } };
    const stayOn = stays || control !== null ? target.url.host : undefined;
    const response = await send({ ...target, stayOn, redirects: given.redirects, ...connectionOf(given) }, ctx, signal);
    return { ...judge(response), phases: response.phases };
  };
}
