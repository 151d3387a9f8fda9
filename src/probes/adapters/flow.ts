import { z } from 'zod';
import type { Cookies, ProbeRequest } from '../../services/probe-http/send.js';
import type { Context } from '../../runtime/context.js';
import { captured, capture } from '../capture.js';
import { checkRun, type Found } from '../check-run.js';
import { bypassHeaders, onControl } from '../control.js';
import {
  checkCaptured,
  checkRequest,
  connectionFields,
  probeFields,
  probeUrl,
  requestFields,
  stepUrl,
} from '../http-fields.js';
import { connectionOf, problemOf, requestOf } from '../http-request.js';
import { refuseLiteralSecrets } from '../literal-secrets.js';
import type { ProbeAdapter } from '../probe.js';
import { Filler } from '../templates.js';
import { addPhases, ProbeFailure, type Phases } from '../../services/probe-http/failure.js';

const step = z.strictObject({
  name: z
    .string()
    .regex(/^[\w .-]{1,40}$/, 'must be letters, digits, spaces and dashes')
    .describe('Name of the step in messages.'),
  url: stepUrl.describe('Path on the host of the flow, or an address.'),
  ...requestFields,
  capture: capture.default({}).describe('Values of the response for later steps, as {{name}}.'),
});

export const config = z
  .strictObject({
    ...probeFields,
    adapter: z.literal('flow').describe('Several HTTP requests of one session, with cookies.'),
    url: probeUrl.describe('Address of the host; steps name their paths.'),
    steps: z.array(step).min(1).max(20).describe('Requests, one after the other. The first that fails ends the flow.'),
    ...connectionFields,
    control: z
      .boolean()
      .default(false)
      .describe('true: also run the flow on the previous deployment. The same headers and bodies go there.'),
  })
  .superRefine((given, context) => {
    const add = (path: readonly (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path: [...path], message });
    const known = new Set<string>();
    given.steps.forEach((one, index) => {
      const at = (path: readonly (string | number)[], message: string): void => add(['steps', index, ...path], message);
      checkRequest(one, given.url, given['allow-private'], at);
      checkCaptured({ ...one, capture: {}, expect: {} }, known, at);
      for (const name of Object.keys(one.capture)) known.add(name);
    });
    refuseLiteralSecrets(given, context);
  });
export type Config = z.output<typeof config>;

export const adapter: ProbeAdapter<Config> = {
  id: 'flow',
  kind: 'check',
  config,
  run: (given, tick, ctx) => {
    const { control } = tick;
    const flow = (on: string | null) => (signal: AbortSignal) =>
      runSteps(given, { control: on, stays: tick.stays === true }, ctx, signal);
    return checkRun(tick, ctx, flow(null), control !== null && given.control ? flow(control) : null);
  },
};

/** A session of its own each time. @throws ProbeFailure */
async function runSteps(
  given: Config,
  { control, stays }: { readonly control: string | null; readonly stays: boolean },
  ctx: Context,
  signal: AbortSignal,
): Promise<Found> {
  const { send } = await import('../../services/probe-http/send.js');
  const { sessionCookies } = await import('../session-cookies.js');
  const base = new URL(given.url);
  const values = new Map<string, string>();
  const session = { cookies: await sessionCookies(), control, base };
  const sum: Phases = {};
  const stayOn = control === null ? (stays ? base.host : undefined) : new URL(control).host;
  for (const one of given.steps) {
    const named = (message: string): string => `step "${one.name}": ${message}`;
    const filled = requestOf(one, base, new Filler(ctx.env, given.id, values));
    const request = { ...filled, stayOn, redirects: one.redirects, ...connectionOf(given) };
    try {
      const response = await send(inSession(request, session, ctx), ctx, signal);
      addPhases(sum, response.phases);
      const problem = problemOf(response, one.expect, given, ctx);
      if (problem !== null) return { problem: named(problem), phases: sum };
      const found = captured(response, one.capture);
      if ('problem' in found) return { problem: named(found.problem), phases: sum };
      for (const [name, value] of found.values) values.set(name, value);
    } catch (error) {
      if (!(error instanceof ProbeFailure)) throw error;
      addPhases(sum, error.phases);
      throw new ProbeFailure(error.kind, named(error.message), sum);
    }
  }
  return { problem: null, phases: sum };
}

function inSession(
  request: Omit<ProbeRequest, 'cookies'>,
  { cookies, control, base }: { readonly cookies: Cookies; readonly control: string | null; readonly base: URL },
  ctx: Context,
): ProbeRequest {
  // A step on another host is the same for both deployments.
  if (control === null || request.url.origin !== base.origin) return { ...request, cookies };
  const headers = { ...request.headers, ...bypassHeaders(ctx) };
  return { ...request, url: onControl(request.url, control), headers, cookies };
}
