import { z } from 'zod';
import { awsRegion, resourceId } from '../../runtime/fields.js';

export const config = z.strictObject({
  id: resourceId,
  provider: z.literal('s3-bucket').describe('The settings of one Amazon S3 bucket (not its objects).'),
  bucket: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'must be a bucket name (3 to 63 lower-case letters, digits, dots, dashes)',
    )
    .describe('Name of the bucket.'),
  region: awsRegion.describe('AWS region of the bucket.'),
  'expected-owner': z
    .string()
    .regex(/^\d{12}$/, 'must be a 12-digit AWS account id')
    .optional()
    .describe('Account that must own the bucket; S3 refuses every call when another one does.'),
});

export type Config = z.infer<typeof config>;
