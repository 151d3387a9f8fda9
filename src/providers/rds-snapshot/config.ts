import { z } from 'zod';
import { awsRegion, resourceId, secretReference } from '../../runtime/fields.js';

/** What is captured: an RDS instance, or an Aurora cluster. */
export const kind = z.enum(['instance', 'cluster']);
export type Kind = z.infer<typeof kind>;

/** How the rows are kept: in a snapshot of RDS, in its continuous backups, or in a copy-on-write clone of a cluster. */
export const method = z.enum(['snapshot', 'point-in-time', 'clone']);
export type Method = z.infer<typeof method>;

const identifier = z
  .string()
  .regex(/^[a-z](?!.*--)[a-z0-9-]{0,61}[a-z0-9]$/, 'must be an identifier of RDS, in lower case');

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('rds-snapshot'),
    url: secretReference.describe(
      'Direct (not pooled) URL of production\'s database on it, e.g. "${DATABASE_URL}". Rewind only reads through it.',
    ),
    instance: identifier.optional().describe('Identifier of the RDS instance. Set either "instance" or "cluster".'),
    cluster: identifier.optional().describe('Identifier of the Aurora PostgreSQL cluster, in place of "instance".'),
    method: method
      .default('snapshot')
      .describe(
        'What keeps the rows: "snapshot" (a manual snapshot in RDS), "point-in-time" (the automated backups, which RDS deletes after their retention), or "clone" (a copy-on-write clone, of a cluster only).',
      ),
    region: awsRegion.describe('AWS region of the instance or cluster.'),
    alias: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Host name in the URL, if it is an alias (a CNAME) of the endpoint. Rewind cannot check where an alias leads.',
      ),
  })
  .refine(({ instance, cluster }) => (instance === undefined) !== (cluster === undefined), {
    message: 'Set either "instance" or "cluster".',
    path: ['instance'],
  })
  .refine(({ cluster, method: chosen }) => cluster !== undefined || chosen !== 'clone', {
    message: 'Only a cluster can be cloned: set "cluster", or another method.',
    path: ['method'],
  })
  .describe(
    'An RDS for PostgreSQL instance or an Aurora PostgreSQL cluster: a copy in RDS, and a restore beside production.',
  );

export type Config = z.infer<typeof config>;

/** What production runs on. */
export const kindOf = ({ cluster }: Config): Kind => (cluster === undefined ? 'instance' : 'cluster');
export const sourceIdOf = ({ instance, cluster }: Config): string => cluster ?? instance ?? '';
