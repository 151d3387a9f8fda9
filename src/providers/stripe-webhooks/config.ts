import { z } from 'zod';
import { resourceId, secretReference, vercelProject, vercelTeam } from '../../runtime/fields.js';

const envName = z.string().regex(/^[A-Za-z_]\w*$/, 'must be the name of an environment variable');

/** The destination of the signing secret of a re-created endpoint. */
const signingSecret = z.strictObject({
  'vercel-env': z
    .union([envName, z.array(envName).min(1)])
    .describe('Name (or names) of the Vercel environment variable that holds the signing secret.'),
  project: vercelProject,
  team: vercelTeam,
  secret: secretReference
    .optional()
    .describe('The signing secret in use now, as ${NAME}: only needed for verify-events.'),
});

export const config = z.strictObject({
  id: resourceId,
  provider: z.literal('stripe-webhooks').describe('Webhook endpoints and event destinations of a Stripe account.'),
  endpoints: z
    .array(z.url())
    .min(1)
    .optional()
    .describe('Only endpoints whose URL begins with one of these; all when left out.'),
  connect: z
    .array(z.url())
    .optional()
    .describe('URLs of Connect endpoints. Stripe never says which those are, and a re-created one must be told.'),
  'event-destinations': z
    .boolean()
    .default(true)
    .describe('Also capture event destinations of the v2 API (thin events, EventBridge).'),
  'signing-secrets': z
    .record(z.string().min(1), signingSecret)
    .optional()
    .describe(
      'By endpoint URL (without query) or description: where the signing secret of a re-created endpoint is written. ' +
        'An endpoint without an entry is never re-created by Rewind.',
    ),
  'verify-events': z
    .boolean()
    .default(false)
    .describe('Post one correctly and one wrongly signed test event to each endpoint when a restore is proven.'),
});

export type Config = z.output<typeof config>;
