import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { neonApi } from '../../services/neon/client.js';
import { isOpen, neonOperations, operation } from '../../services/neon/operations.js';
import type { Config } from './config.js';

const branch = z.object({
  id: z.string(),
  name: z.string(),
  parent_id: z.string().optional(),
  parent_lsn: z.string().optional(),
  current_state: z.string(),
  pending_state: z.string().optional(),
  state_changed_at: z.string(),
  created_at: z.string(),
  last_reset_at: z.string().optional(),
  expires_at: z.string().nullish(),
  logical_size: z.number().optional(),
  written_data_bytes: z.number(),
  active_time_seconds: z.number(),
  protected: z.boolean(),
  restricted_actions: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
});
export type Branch = z.infer<typeof branch>;

const compute = z.object({
  id: z.string(),
  type: z.string(),
  current_state: z.string(),
  pending_state: z.string().optional(),
  suspended_at: z.string().optional(),
});
export type Compute = z.infer<typeof compute>;

const project = z.object({
  history_retention_seconds: z.number(),
  owner: z.object({ branches_limit: z.number().optional() }).optional(),
});

/** The part of Neon's API that branches need. */
export function client(config: Config, ctx: Context) {
  const api = neonApi(ctx);
  const root = `/projects/${encodeURIComponent(config.project)}`;
  const branchPath = (id: string): string => `${root}/branches/${encodeURIComponent(id)}`;
  const one = z.object({ branch });
  const changed = z.object({ branch, operations: z.array(operation) });
  const write = 'write access to the project';

  const readBranch = async (id: string): Promise<Branch> =>
    (await api.request({ method: 'GET', what: `read branch ${id}`, path: branchPath(id) }, one)).branch;

  const findBranches = (search: string): Promise<Branch[]> =>
    api.all(
      { method: 'GET', what: `list the branches of ${config.project}`, path: `${root}/branches`, query: { search } },
      'branches',
      branch,
    );

  const { poll, waitFor } = neonOperations(ctx, api, root);

  return {
    project: async () =>
      (await api.request({ method: 'GET', what: `read project ${config.project}`, path: root }, z.object({ project })))
        .project,
    branchCount: async () =>
      (
        await api.request(
          { method: 'GET', what: 'count the branches', path: `${root}/branches/count` },
          z.object({ count: z.number() }),
        )
      ).count,
    /** Production's branch, by id or name. @throws RewindError api-not-found */
    production: async (): Promise<Branch> => {
      const { branch: wanted } = config;
      if (/^br-[a-z0-9-]+$/.test(wanted)) {
        try {
          return await readBranch(wanted);
        } catch (error) {
          if (!(error instanceof HttpFailure && error.status === 404)) throw error;
        }
      }
      const found = (await findBranches(wanted)).find(({ name }) => name === wanted);
      if (found) return found;
      throw new RewindError('api-not-found', `Neon project ${config.project} has no branch "${wanted}".`, {
        resource: ctx.resource,
      });
    },
    /** @returns null for a branch that does not exist */
    branch: async (id: string): Promise<Branch | null> => {
      try {
        return await readBranch(id);
      } catch (error) {
        if (error instanceof HttpFailure && error.status === 404) return null;
        throw error;
      }
    },
    /** Branches whose name or id contains a text. */
    search: findBranches,
    computes: async (id: string): Promise<Compute[]> =>
      (
        await api.request(
          { method: 'GET', what: `read the computes of branch ${id}`, path: `${branchPath(id)}/endpoints` },
          z.object({ endpoints: z.array(compute) }),
        )
      ).endpoints,
    /**
     * Creates a branch without a compute at the present end of its parent, and waits until it can be used.
     * @returns its id
     */
    create: async (parent: string, name: string, expires: string | null): Promise<string> => {
      const what = `create branch ${name}`;
      const made = { parent_id: parent, name, ...(expires === null ? {} : { expires_at: expires }) };
      const { branch: answer, operations } = await api.request(
        { method: 'POST', what, path: `${root}/branches`, json: { branch: made }, permission: write },
        changed,
      );
      await waitFor(what, operations, 'snapshot-incomplete');
      return answer.id;
    },
    update: async (id: string, values: { name: string } | { expires_at: null }): Promise<void> => {
      const what = `update branch ${id}`;
      const { operations } = await api.request(
        { method: 'PATCH', what, path: branchPath(id), json: { branch: values }, permission: write },
        changed,
      );
      await waitFor(what, operations);
    },
    restore: async (id: string, source: string, keep: string): Promise<void> => {
      const what = `restore branch ${id}`;
      const json = { source_branch_id: source, preserve_under_name: keep };
      try {
        const path = `${branchPath(id)}/restore`;
        const { operations } = await api.request({ method: 'POST', what, path, json, permission: write }, changed);
        await waitFor(what, operations, 'restore-failed');
      } catch (error) {
        throw error instanceof HttpFailure && [400, 422].includes(error.status ?? 0) ? refused(error) : error;
      }
    },
    /** Waits until no operation of the branch is left, those of an interrupted run included. */
    settle: (id: string): Promise<void> =>
      poll(`the operations of branch ${id}`, async () => {
        const running = await api.request(
          { method: 'GET', what: 'read the operations', path: `${root}/operations`, query: { limit: 100 } },
          z.object({ operations: z.array(operation) }),
        );
        const open = running.operations.some(({ branch_id: of, status }) => of === id && isOpen(status));
        if (open) return false;
        const { current_state: current, pending_state: pending } = await readBranch(id);
        return ['ready', 'archived'].includes(current) && pending === undefined;
      }),
  };
}

/** Neon refused a restore: the usual reason is a protected branch. */
function refused(error: HttpFailure): RewindError {
  return new RewindError(error.code, error.message, {
    resource: error.resource,
    cause: error,
    remedy: 'Nothing was restored. Remove what Neon names, e.g. the protection of the branch, and run again.',
  });
}

export type NeonClient = ReturnType<typeof client>;
