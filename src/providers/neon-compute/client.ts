import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { neonApi } from '../../services/neon/client.js';
import { neonOperations, operation } from '../../services/neon/operations.js';
import type { Config } from './config.js';
import type { Params, State } from './state.js';

const endpoint = z.object({
  autoscaling_limit_min_cu: z.number(),
  autoscaling_limit_max_cu: z.number(),
  suspend_timeout_seconds: z.number().int(),
});

/** The part of Neon's API that the size of a compute needs. */
export function client({ project, endpoint: id }: Config, ctx: Context) {
  const api = neonApi(ctx);
  const root = `/projects/${encodeURIComponent(project)}`;
  const path = `${root}/endpoints/${encodeURIComponent(id)}`;
  const { waitFor } = neonOperations(ctx, api, root);
  return {
    /** @throws RewindError api-not-found */
    read: async (): Promise<Pick<State, 'limits' | 'suspendAfter'>> => {
      try {
        const call = { method: 'GET', what: `read compute ${id}`, path } as const;
        const { endpoint: found } = await api.request(call, z.object({ endpoint }));
        return {
          limits: { min: found.autoscaling_limit_min_cu, max: found.autoscaling_limit_max_cu },
          suspendAfter: found.suspend_timeout_seconds,
        };
      } catch (error) {
        if (!(error instanceof HttpFailure && error.status === 404)) throw error;
        throw new RewindError('api-not-found', `Neon project ${project} has no compute "${id}".`, {
          resource: ctx.resource,
          cause: error,
          remedy: 'Correct "project" and "endpoint" of this resource, or use the API key of its organization.',
        });
      }
    },
    /** Sets what is given, and waits until Neon has done it. @throws RewindError restore-failed, deadline-exceeded */
    update: async (values: Params): Promise<void> => {
      const what = `resize compute ${id}`;
      const json =
        'limits' in values
          ? { autoscaling_limit_min_cu: values.limits.min, autoscaling_limit_max_cu: values.limits.max }
          : { suspend_timeout_seconds: values.suspendAfter };
      try {
        const { operations } = await api.request(
          {
            method: 'PATCH',
            what,
            path,
            json: { endpoint: json },
            // It sets values, so a repetition does no harm.
            repeatable: true,
            permission: 'write access to the project',
          },
          z.object({ operations: z.array(operation) }),
        );
        await waitFor(what, operations);
      } catch (error) {
        throw error instanceof HttpFailure && [400, 422].includes(error.status ?? 0) ? refused(error) : error;
      }
    },
  };
}

/** Neon bounds the sizes, and how far the limits may lie apart, by the plan of the account. */
const refused = (error: HttpFailure): RewindError =>
  new RewindError(error.code, error.message, {
    resource: error.resource,
    cause: error,
    remedy:
      'Nothing was changed. Choose limits that your Neon plan allows: it bounds them, and how far they lie apart.',
  });
