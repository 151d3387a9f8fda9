import { z } from 'zod';

const directory = z.strictObject({
  kind: z.literal('directory'),
  path: z.string().min(1).describe('Directory, relative to the repository or absolute. Made when it is missing.'),
});

const s3 = z.strictObject({
  kind: z.literal('s3'),
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, not an address or an ARN')
    .describe('Bucket, used for snapshots only.'),
  prefix: z
    .string()
    .regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'must be a path like "rewind/shop", without slashes at its ends')
    .default('rewind')
    .describe('Path inside the bucket below which everything is kept; several projects may share a bucket.'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'must be a region like eu-central-1')
    .describe('Region of the bucket.'),
  'kms-key': z
    .string()
    .min(1)
    .optional()
    .describe("KMS key (ARN, id or alias) to encrypt with on S3's side; left out, the bucket's default applies."),
  'object-lock': z
    .strictObject({
      mode: z
        .enum(['governance', 'compliance'])
        .describe('governance: who has a special permission can still delete; compliance: nobody can.'),
      days: z.number().int().min(1).max(36_500).describe('For how long nothing can be deleted.'),
    })
    .optional()
    .describe('Object lock for what is written; the bucket must have been created with object lock on.'),
  'bucket-owner': z
    .string()
    .regex(/^\d{12}$/, 'must be an AWS account id: 12 digits, in quotes')
    .optional()
    .describe('Account that must own the bucket; each request is refused when another one does.'),
});

const artifact = z.strictObject({
  kind: z.literal('artifact'),
  'retention-days': z
    .number()
    .int()
    .min(1)
    .max(400)
    .optional()
    .describe('Days that GitHub keeps the artifacts; left out, retention.keep-days.'),
  name: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,60}$/, 'must be letters, digits, dot, dash or underscore')
    .optional()
    .describe('First part of the names of the artifacts; "rewind" when left out.'),
  branches: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe(
      "Branches whose runs are believed: a snapshot from a run of any other is not used. Left out, the repository's default branch.",
    ),
});

/** Where snapshots are kept, as in rewind.yml. */
export const storeConfig = z.discriminatedUnion('kind', [directory, s3, artifact]);
export type StoreConfig = z.infer<typeof storeConfig>;
export type S3StoreConfig = z.infer<typeof s3>;
export type ArtifactStoreConfig = z.infer<typeof artifact>;
