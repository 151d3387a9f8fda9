import { z } from 'zod';
import { ask } from '../ask.js';
import { checkRun } from '../check-run.js';
import { checkCaptured, checkRequest, connectionFields, probeFields, probeUrl, requestFields } from '../http-fields.js';
import { problemOf } from '../http-request.js';
import { refuseLiteralSecrets } from '../literal-secrets.js';
import type { ProbeAdapter } from '../probe.js';

export const config = z
  .strictObject({
    ...probeFields,
    adapter: z.literal('http').describe('One HTTP request, and what its response must be.'),
    url: probeUrl.describe('Address of the request.'),
    ...requestFields,
    ...connectionFields,
    control: z
      .boolean()
      .optional()
      .describe('true: also ask the previous deployment, with the same headers and body. Default: for GET and HEAD.'),
  })
  .superRefine((given, context) => {
    const add = (path: readonly (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path: [...path], message });
    checkRequest(given, given.url, given['allow-private'], add);
    checkCaptured({ ...given, expect: {} }, new Set(), add);
    refuseLiteralSecrets(given, context);
  });
export type Config = z.output<typeof config>;

export const adapter: ProbeAdapter<Config> = {
  id: 'http',
  kind: 'check',
  config,
  run(given, tick, ctx) {
    const check = (control: string | null) =>
      ask(given, { control, stays: tick.stays === true }, ctx, (response) => ({
        problem: problemOf(response, given.expect, given, ctx),
      }));
    const asks = given.control ?? (given.method === 'GET' || given.method === 'HEAD');
    return checkRun(tick, ctx, check(null), tick.control !== null && asks ? check(tick.control) : null);
  },
};
