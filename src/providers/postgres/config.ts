import { z } from 'zod';
import { resourceId, secretReference } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('postgres'),
    url: secretReference.describe('Direct (not pooled) URL of the database, e.g. "${DATABASE_URL}".'),
    integrity: z
      .enum(['rows', 'content'])
      .default('rows')
      .describe(
        'What a restore is compared by: the exact number of rows of each table, or also a hash of their content.',
      ),
    restore: z
      .enum(['auto', 'swap', 'in-place'])
      .default('auto')
      .describe(
        'swap: into a new database that then takes the name (the old one is kept); in-place: one transaction in the same database; auto: swap where this user may create databases.',
      ),
    'maintenance-database': z
      .string()
      .default('postgres')
      .describe('A database of the same server to be connected to while names are swapped.'),
    'client-bin': z
      .string()
      .optional()
      .describe(
        "Directory of pg_dump and pg_restore of the server's major version, when they are in an unusual place.",
      ),
    compress: z
      .string()
      .regex(/^[a-z0-9:=,-]+$/)
      .optional()
      .describe(
        "pg_dump's --compress, e.g. zstd:3 (PostgreSQL 16 and later) or 1; left out: zstd where pg_dump has it, else a fast level of gzip.",
      ),
    drill: z
      .strictObject({
        'same-server': z
          .boolean()
          .default(false)
          .describe('true: a drill may make its databases beside production, if the scratch place is on that server.'),
        canary: z
          .strictObject({
            table: z.string().describe('Table of the row, as "schema.table".'),
            key: z
              .record(z.string(), z.string())
              .refine((key) => Object.keys(key).length > 0, 'Name at least one column.')
              .describe('Columns that find the row, with their values as text.'),
            row: z
              .record(z.string(), z.string().nullable())
              .refine((row) => Object.keys(row).length > 0, 'Name at least one column.')
              .describe('Columns that must return, with their values as PostgreSQL prints them; null: NULL.'),
          })
          .optional()
          .describe('A row that never changes. A drill fails if it does not return byte for byte.'),
      })
      .optional()
      .describe('What a drill does with this database.'),
  })
  .describe('A PostgreSQL database: schema and rows.');

export type Config = z.infer<typeof config>;
