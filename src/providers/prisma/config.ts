import { z } from 'zod';
import { resourceId, secretReference } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('prisma'),
    url: secretReference.describe('Direct (not pooled) URL of the database, e.g. "${DATABASE_URL}".'),
    migrations: z
      .string()
      .min(1)
      .default('prisma/migrations')
      .describe('Directory of the migrations, relative to the repository.'),
    schema: z
      .string()
      .min(1)
      .optional()
      .describe('Database schema of the migrations; left out: "schema" of the URL, else public.'),
    'lock-timeout-seconds': z
      .number()
      .int()
      .min(1)
      .max(600)
      .default(30)
      .describe('How long a down migration may wait for locks on tables before it gives up.'),
    'client-bin': z
      .string()
      .optional()
      .describe('Directory of pg_dump for the backup before down migrations, when it is in an unusual place.'),
  })
  .describe('The migration history of Prisma, with a down.sql beside each migration.sql.');

export type Config = z.infer<typeof config>;
