import { z } from 'zod';
import { awsRegion, resourceId } from '../../runtime/fields.js';

export const config = z
  .strictObject({
    id: resourceId,
    provider: z.literal('aws-scaling'),
    region: awsRegion.describe('AWS region of the scalable target.'),
    target: z
      .string()
      .regex(/^[\x21-\x7e]{1,1600}$/, 'must be the resource id of a scalable target, such as service/shop/web')
      .describe('Resource id of the scalable target, e.g. "service/CLUSTER/SERVICE" of ECS.'),
    dimension: z
      .string()
      .regex(/^[a-z0-9-]+(:[A-Za-z0-9-]+){2}$/, 'must be a scalable dimension such as ecs:service:DesiredCount')
      .describe('What is scaled, e.g. "ecs:service:DesiredCount".'),
  })
  .describe('A scalable target of AWS Application Auto Scaling: its limits, and what of its scaling is suspended.');

export type Config = z.infer<typeof config>;
