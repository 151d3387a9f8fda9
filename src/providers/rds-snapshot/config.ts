import { z } from 'zod';
import { resourceId, secretReference } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('rds-snapshot'),
    url: secretReference.describe(
      'Direct (not pooled) URL of production\'s database on the instance, e.g. "${DATABASE_URL}". Rewind only reads through it.',
    ),
    instance: z
      .string()
      .regex(/^[a-z](?!.*--)[a-z0-9-]{0,61}[a-z0-9]$/, 'must be the identifier of an RDS instance, in lower case')
      .describe('Identifier of the RDS instance (not of an Aurora cluster).'),
    region: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1')
      .describe('AWS region of the instance.'),
    alias: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Host name in the URL, if it is an alias of the instance's endpoint (a CNAME). Rewind cannot check where an alias leads.",
      ),
  })
  .describe(
    'An RDS for PostgreSQL instance: a DB snapshot by RDS, and a restore into a new instance beside production.',
  );

export type Config = z.infer<typeof config>;
