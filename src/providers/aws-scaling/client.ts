import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Json } from '../../runtime/json.js';
import { JSON_ANSWER } from '../../services/aws/json.js';
import { signedApi } from '../../services/aws/signed.js';
import type { Config } from './config.js';
import type { Params, Scaling } from './state.js';

const found = z.object({
  ScalableTargets: z.array(
    z.object({
      ResourceId: z.string(),
      ScalableDimension: z.string(),
      MinCapacity: z.number().int(),
      MaxCapacity: z.number().int(),
      SuspendedState: z
        .object({
          DynamicScalingInSuspended: z.boolean().default(false),
          DynamicScalingOutSuspended: z.boolean().default(false),
          ScheduledScalingSuspended: z.boolean().default(false),
        })
        .prefault({}),
    }),
  ),
});

/** The part of Application Auto Scaling's API that a scalable target needs. It speaks AWS JSON 1.1. */
export async function client({ region, target, dimension }: Config, ctx: Context) {
  const api = await signedApi(ctx, {
    name: 'APPLICATION_AUTO_SCALING',
    title: 'Application Auto Scaling',
    prefix: 'application-autoscaling',
    region,
  });
  // The first part of every dimension is its namespace.
  const namespace = dimension.split(':')[0] ?? '';
  const send = <T>(action: string, what: string, json: Readonly<Record<string, Json>>, answer: z.ZodType<T>) =>
    api.send(
      {
        ...JSON_ANSWER,
        method: 'POST',
        headers: { 'x-amz-target': `AnyScaleFrontendService.${action}` },
        contentType: 'application/x-amz-json-1.1',
        body: JSON.stringify({ ServiceNamespace: namespace, ...json }),
      },
      answer,
      { what, action },
    );
  return {
    /** @returns null if the target is not registered */
    read: async (): Promise<Scaling | null> => {
      const { ScalableTargets: targets } = await send(
        'DescribeScalableTargets',
        `read scalable target ${target}`,
        { ResourceIds: [target], ScalableDimension: dimension },
        found,
      );
      const own = targets.find((each) => each.ResourceId === target && each.ScalableDimension === dimension);
      if (!own) return null;
      const { MinCapacity: min, MaxCapacity: max, SuspendedState: suspended } = own;
      return {
        min,
        max,
        suspended: {
          scaleIn: suspended.DynamicScalingInSuspended,
          scaleOut: suspended.DynamicScalingOutSuspended,
          scheduled: suspended.ScheduledScalingSuspended,
        },
      };
    },
    /** Sets what is given and keeps the rest. A target that does not exist is made. */
    register: async ({ limits, suspended }: Params): Promise<void> => {
      await send(
        'RegisterScalableTarget',
        `register scalable target ${target}`,
        {
          ResourceId: target,
          ScalableDimension: dimension,
          ...(limits && { MinCapacity: limits.min, MaxCapacity: limits.max }),
          ...(suspended && {
            SuspendedState: {
              DynamicScalingInSuspended: suspended.scaleIn,
              DynamicScalingOutSuspended: suspended.scaleOut,
              ScheduledScalingSuspended: suspended.scheduled,
            },
          }),
        },
        z.unknown(),
      );
    },
  };
}
