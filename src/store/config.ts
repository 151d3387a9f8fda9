import { z } from 'zod';

const directory = z.strictObject({
  kind: z.literal('directory'),
  path: z.string().min(1).describe('Directory, relative to the repository or absolute. Created if missing.'),
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
    .refine(
      (path) => !path.split('/').some((part) => part === '.' || part === '..'),
      'must not hold "." or ".." as a part',
    )
    .default('rewind')
    .describe('Path in the bucket for all objects; several projects may share a bucket.'),
  region: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a region like eu-central-1, or as an S3-compatible service names it')
    .describe('Region of the bucket.'),
  'kms-key': z
    .string()
    .min(1)
    .optional()
    .describe('KMS key (ARN, id or alias) for encryption by S3. Default: the default encryption of the bucket.'),
  'object-lock': z
    .strictObject({
      mode: z
        .enum(['governance', 'compliance'])
        .describe('governance: a special permission allows deletion; compliance: nobody can delete.'),
      days: z.number().int().min(1).max(36_500).describe('Days without deletion.'),
    })
    .optional()
    .describe('Object lock for new objects; the bucket must have object lock enabled.'),
  'bucket-owner': z
    .string()
    .regex(/^\d{12}$/, 'must be an AWS account id: 12 digits, in quotes')
    .optional()
    .describe('Account that must own the bucket; S3 refuses every request if another account owns it.'),
});

const refName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !name.startsWith('refs/'), 'must be a name without "refs/heads/" or "refs/tags/"');

const artifact = z.strictObject({
  kind: z.literal('artifact'),
  'retention-days': z
    .number()
    .int()
    .min(1)
    .max(400)
    .optional()
    .describe('Days that GitHub keeps the artifacts. Default: retention.keep-days.'),
  name: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,60}$/, 'must be letters, digits, dot, dash or underscore')
    .optional()
    .describe('First part of the artifact names. Default: "rewind".'),
  workflows: z
    .array(z.string().regex(/^\.github\/workflows\/[^/]+\.ya?ml$/, 'must be a path like .github/workflows/deploy.yml'))
    .min(1)
    .optional()
    .describe('Workflow files whose runs may provide snapshots. Default: every one on those branches.'),
  branches: z
    .array(refName)
    .min(1)
    .optional()
    .describe(
      'Branches whose runs may provide snapshots: names, or patterns such as release/**, which a ruleset must restrict. Default: the default branch of the repository.',
    ),
  tags: z
    .array(refName)
    .min(1)
    .optional()
    .describe('Tags whose runs may provide snapshots, e.g. v*, if their commit is part of one of those branches.'),
});

/** Where snapshots are kept, as in rewind.yml. */
export const storeConfig = z.discriminatedUnion('kind', [directory, s3, artifact]);
export type StoreConfig = z.infer<typeof storeConfig>;
export type S3StoreConfig = z.infer<typeof s3>;
export type ArtifactStoreConfig = z.infer<typeof artifact>;
