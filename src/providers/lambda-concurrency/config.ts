import { z } from 'zod';
import { awsRegion, resourceId } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('lambda-concurrency'),
    region: awsRegion.describe('AWS region of the function.'),
    function: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be the name of a function, not its ARN')
      .describe('Name of the Lambda function.'),
    qualifier: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,128}$/, 'must be an alias, or the number of a version')
      .optional()
      .describe(
        'Alias (or version) whose provisioned concurrency is captured. Leave it out if a scalable target sets it.',
      ),
  })
  .describe('Concurrency of an AWS Lambda function: reserved, and provisioned for one alias.');

export type Config = z.infer<typeof config>;
