import { z } from 'zod';
import { sha256 } from '../../runtime/digest.js';
import { ask } from '../ask.js';
import { checkRun, type Found } from '../check-run.js';
import {
  assetExpectation,
  checkCaptured,
  checkRequest,
  connectionFields,
  probeFields,
  probeUrl,
  requestFields,
} from '../http-fields.js';
import { problemOf } from '../http-request.js';
import { refuseLiteralSecrets } from '../literal-secrets.js';
import type { ProbeAdapter, Tick } from '../probe.js';
import { ProbeFailure } from '../../services/probe-http/failure.js';

export const config = z
  .strictObject({
    ...probeFields,
    adapter: z.literal('content').describe('One asset as visitors get it through the CDN.'),
    url: probeUrl.describe('Address of the asset.'),
    headers: requestFields.headers,
    redirects: requestFields.redirects,
    expect: assetExpectation.prefault({}).describe('Status and headers, such as cache-control, of the response.'),
    sha256: z
      .union([z.literal('baseline'), z.string().regex(/^[0-9a-f]{64}$/, 'must be baseline or 64 hexadecimal digits')])
      .optional()
      .describe('SHA-256 of the asset; baseline: the one at the snapshot. Not compared when left out.'),
    ...connectionFields,
    control: z.boolean().default(true).describe('true: also ask the previous deployment.'),
  })
  .superRefine((given, context) => {
    const add = (path: readonly (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path: [...path], message });
    checkRequest({ ...given, method: 'GET' }, given.url, given['allow-private'], add);
    checkCaptured({ ...given, expect: {} }, new Set(), add);
    refuseLiteralSecrets(given, context);
  });
export type Config = z.output<typeof config>;

export const adapter: ProbeAdapter<Config> = {
  id: 'content',
  kind: 'check',
  config,
  run(given, tick, ctx) {
    const check = (control: string | null) =>
      ask({ ...given, method: 'GET' }, { control, stays: tick.stays === true }, ctx, (response) => {
        const problem = problemOf(response, given.expect, given, ctx);
        return problem === null ? checksumOf(response.body, given, tick) : { problem };
      });
    return checkRun(tick, ctx, check(null), tick.control !== null && given.control ? check(tick.control) : null);
  },
};

/** The checksum is a fact, so that the baseline keeps it. */
function checksumOf(body: Buffer, { sha256: wanted }: Config, { baseline }: Tick): Omit<Found, 'phases'> {
  const found = sha256(body);
  const facts = { sha256: found };
  const expected = wanted === 'baseline' ? baseline?.sha256 : wanted;
  if (expected === undefined) {
    if (wanted === undefined || baseline === null) return { problem: null, facts };
    throw new ProbeFailure('refused', 'the baseline holds no checksum of the asset; take a new snapshot');
  }
  const problem =
    found === expected ? null : `its SHA-256 is ${found.slice(0, 12)}…, expected ${expected.slice(0, 12)}…`;
  return { problem, facts };
}
