import { z } from 'zod';
import { storeConfig } from '../core/store/config.js';
import { config as cloudfront } from '../providers/cloudfront/config.js';
import { config as launchdarkly } from '../providers/launchdarkly/config.js';
import { config as postgres } from '../providers/postgres/config.js';
import { config as prisma } from '../providers/prisma/config.js';
import { config as s3Bucket } from '../providers/s3-bucket/config.js';
import { config as stripeWebhooks } from '../providers/stripe-webhooks/config.js';
import { config as unleash } from '../providers/unleash/config.js';
import { config as vercelDeployment } from '../providers/vercel-deployment/config.js';
import { config as vercelEdgeConfig } from '../providers/vercel-edge-config/config.js';
import { config as vercelEnv } from '../providers/vercel-env/config.js';
import { config as vercelFlags } from '../providers/vercel-flags/config.js';
import { config as vercelProject } from '../providers/vercel-project/config.js';

/** The one source of the types, of the validation and of schema/rewind.schema.json. */
const resource = z.discriminatedUnion('provider', [
  cloudfront,
  launchdarkly,
  unleash,
  vercelDeployment,
  vercelEdgeConfig,
  vercelEnv,
  vercelProject,
  vercelFlags,
  postgres,
  prisma,
  s3Bucket,
  stripeWebhooks,
]);

const recipient = z
  .string()
  .regex(
    /^age1[0-9a-z]+$/,
    'must be a public key (age1…); the identity (AGE-SECRET-KEY-1…) never belongs into this file',
  );

const withIds = z.looseObject({ resources: z.array(z.looseObject({ id: z.string() })) });

export const rewindConfig = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format.'),
    environment: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be the name of a GitHub environment without spaces or slashes')
      .describe('The GitHub environment whose reviewers approve a rollback.'),
    store: storeConfig.describe('Where snapshots are kept.'),
    retention: z
      .strictObject({
        'keep-last': z.number().int().min(1).default(20).describe('Snapshots that are kept whatever their age.'),
        'keep-days': z.number().int().min(1).default(90).describe('Snapshots younger than this are kept.'),
      })
      .prefault({})
      .describe('What is kept; older snapshots are removed after a successful new one.'),
    seal: z
      .strictObject({ recipients: z.array(recipient).min(1).describe('age public keys (X25519).') })
      .describe('To whom snapshots are sealed. The identity is REWIND_IDENTITY, in the approved job only.'),
    resources: z.array(resource).min(1).describe('Everything that a deploy can change.'),
  })
  .superRefine(
    (config, context) => {
      const seen = new Set<string>();
      config.resources.forEach(({ id }, index) => {
        if (seen.has(id)) {
          context.addIssue({ code: 'custom', path: ['resources', index, 'id'], message: `"${id}" is used twice` });
        }
        seen.add(id);
      });
    },
    // Also when there are other mistakes: all are told at once.
    { when: ({ value }) => withIds.safeParse(value).success },
  );

export type RewindConfig = z.infer<typeof rewindConfig>;
export type ResourceConfig = RewindConfig['resources'][number];

/** JSON Schema for editors (yaml-language-server), of what a person writes. */
export function jsonSchema(): unknown {
  return z.toJSONSchema(rewindConfig, { io: 'input', target: 'draft-7' });
}
