import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Json } from '../../runtime/json.js';
import { AwsFailure } from '../../services/aws/errors.js';
import { JSON_ANSWER } from '../../services/aws/json.js';
import { signedApi } from '../../services/aws/signed.js';
import type { Config } from './config.js';

const reservation = z.object({ ReservedConcurrentExecutions: z.number().int().nullish() });
const provision = z.object({
  RequestedProvisionedConcurrentExecutions: z.number().int(),
  Status: z.enum(['IN_PROGRESS', 'READY', 'FAILED']),
  StatusReason: z.string().optional(),
});

/** What is provisioned, or is going to be. */
export interface Provision {
  readonly requested: number;
  readonly status: z.infer<typeof provision>['Status'];
  readonly reason: string | undefined;
}

const REMEDIES = {
  ResourceNotFoundException:
    'Correct "function", "qualifier" and "region" of this resource, or use the credentials of its account.',
  InvalidParameterValueException:
    'Choose a number that fits: AWS leaves 100 of the account to functions without a reservation, and provisions no more than is reserved. Or raise the quota of concurrent executions.',
};

/** The part of Lambda's API that concurrency needs. */
export async function client({ region, function: name, qualifier }: Config, ctx: Context) {
  const api = await signedApi(ctx, { name: 'LAMBDA', title: 'Lambda', prefix: 'lambda', region });
  const send = <T>(
    action: string,
    method: 'GET' | 'PUT' | 'DELETE',
    path: string,
    what: string,
    answer: z.ZodType<T>,
    { query, json }: { readonly query?: Record<string, string>; readonly json?: Json } = {},
  ): Promise<T> =>
    api.send(
      {
        ...JSON_ANSWER,
        method,
        path,
        ...(query && { query }),
        ...(json !== undefined && { contentType: 'application/json', body: JSON.stringify(json) }),
      },
      answer,
      { what, action, remedies: REMEDIES },
    );
  // Each operation has the version of the API that introduced it.
  const writing = `/2017-10-31/functions/${name}/concurrency`;
  const provisioning = `/2019-09-30/functions/${name}/provisioned-concurrency`;
  const query = { Qualifier: qualifier ?? '' };
  const at = `${name}:${query.Qualifier}`;
  return {
    /** Null: nothing is reserved, which is not 0. */
    reserved: async (): Promise<number | null> => {
      const what = `read the reserved concurrency of ${name}`;
      const path = `/2019-09-30/functions/${name}/concurrency`;
      return (
        (await send('GetFunctionConcurrency', 'GET', path, what, reservation)).ReservedConcurrentExecutions ?? null
      );
    },
    reserve: async (count: number | null): Promise<void> => {
      const what = `set the reserved concurrency of ${name}`;
      if (count === null) await send('DeleteFunctionConcurrency', 'DELETE', writing, what, z.unknown());
      else {
        const json = { ReservedConcurrentExecutions: count };
        await send('PutFunctionConcurrency', 'PUT', writing, what, z.unknown(), { json });
      }
    },
    /** Null: nothing is provisioned. Only with a qualifier. */
    provisioned: async (): Promise<Provision | null> => {
      const what = `read the provisioned concurrency of ${at}`;
      try {
        const found = await send('GetProvisionedConcurrencyConfig', 'GET', provisioning, what, provision, { query });
        return {
          requested: found.RequestedProvisionedConcurrentExecutions,
          status: found.Status,
          reason: found.StatusReason,
        };
      } catch (error) {
        const none = 'ProvisionedConcurrencyConfigNotFoundException';
        if (error instanceof AwsFailure && error.awsCode === none) return null;
        throw error;
      }
    },
    provision: async (count: number | null): Promise<void> => {
      const what = `set the provisioned concurrency of ${at}`;
      if (count === null) {
        await send('DeleteProvisionedConcurrencyConfig', 'DELETE', provisioning, what, z.unknown(), { query });
      } else {
        const json = { ProvisionedConcurrentExecutions: count };
        await send('PutProvisionedConcurrencyConfig', 'PUT', provisioning, what, z.unknown(), { query, json });
      }
    },
  };
}

export type LambdaClient = Awaited<ReturnType<typeof client>>;
