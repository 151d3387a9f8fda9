import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { VercelProject } from '../../services/vercel/client.js';
import { MAINTENANCE } from '../../services/vercel/maintenance-page.js';
import { vercelDeployments, type Deployment, type Project } from '../../services/vercel/deployments.js';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;
const BUILD_LIMIT_MS = 30 * 60_000;
const SWITCH_LIMIT_MS = 5 * 60_000;
const TOKEN = 'rewindSecrets';
const AUTO_ASSIGN = 'rewindAutoAssign';
const REBUILD_OF = 'rewindRebuildOf';
const FAILED = ['ERROR', 'CANCELED', 'DELETED', 'BLOCKED'];

interface Redeploy {
  readonly ctx: Context;
  readonly vercel: ReturnType<typeof vercelDeployments>;
  /** Identifies the secrets of the build; stored in the metadata of the deployment. */
  readonly token: string;
}

/**
 * Rebuilds the production deployment with the current variables and switches production to the result. After a crash,
 * the next run finds the build by its token and continues.
 *
 * @throws RewindError deployment-switch-failed | deadline-exceeded
 */
export async function redeploy(ctx: Context, project: VercelProject, token: string): Promise<void> {
  const run: Redeploy = { ctx, token, vercel: vercelDeployments(ctx, project) };
  const before = await run.vercel.project();
  const current = before.targets?.production?.id;
  if (current === undefined) {
    ctx.log.warn(`Vercel: project ${project.project} has no production deployment, so there is nothing to rebuild`);
    return;
  }
  if (before.targets?.production?.meta?.[MAINTENANCE] === '1') {
    throw new RewindError(
      'deployment-switch-failed',
      'The maintenance page is in production, so the deployment that needs the new signing secret cannot be told.',
      { resource: ctx.resource, remedy: 'End the mitigation, then run the same command again.' },
    );
  }
  const id = (await findBuild(run)) ?? (await startBuild(run, before, current));
  const built = await waitForBuild(run, id);
  await serve(run, id);
  // A promote turns automatic domain assignment on; a rolled-back project must keep it off.
  if (built.meta?.[AUTO_ASSIGN] !== 'false') return;
  if ((await run.vercel.project()).autoAssignCustomDomains !== false) await run.vercel.setAutoAssign(false);
}

/** An earlier build for the same secrets. A failed one does not count: the next run builds again. */
async function findBuild({ vercel, token }: Redeploy): Promise<string | undefined> {
  const rows = await vercel.recent();
  return rows.find((row) => row.meta?.[TOKEN] === token && !FAILED.includes(row.readyState ?? ''))?.uid;
}

function startBuild({ vercel, token }: Redeploy, project: Project, current: string): Promise<string> {
  return vercel.rebuild(project.name, current, {
    action: 'redeploy',
    [TOKEN]: token,
    [REBUILD_OF]: current,
    [AUTO_ASSIGN]: String(project.autoAssignCustomDomains !== false),
  });
}

async function waitForBuild({ ctx, vercel }: Redeploy, id: string): Promise<Deployment> {
  const progress = ctx.progress(`Vercel builds ${id}`, 'items');
  const built = await poll(ctx, BUILD_LIMIT_MS, `the build ${id}`, async () => {
    const found = await vercel.deployment(id);
    const readyState = found?.readyState ?? 'DELETED';
    if (FAILED.includes(readyState)) {
      throw new RewindError(
        'deployment-switch-failed',
        `Vercel could not build ${id} with the new signing secret (${readyState}).`,
        {
          resource: ctx.resource,
          remedy:
            'Check its build log in the Vercel dashboard, then run the same rollback again to rebuild. Until then, signature checks of webhooks fail.',
        },
      );
    }
    return found && readyState === 'READY' ? found : undefined;
  });
  progress.end('ready');
  return built;
}

/** Waits until production serves the build; promotes the build if Vercel does not assign the domains automatically. */
async function serve({ ctx, vercel, token }: Redeploy, id: string): Promise<void> {
  const serves = async (): Promise<true | undefined> => {
    const live = (await vercel.project()).targets?.production?.id;
    if (live === undefined || live === id) return live === undefined ? undefined : true;
    // Another operator's build for the same secrets is equivalent.
    return (await vercel.deployment(live))?.meta?.[TOKEN] === token ? true : undefined;
  };
  if (await serves()) return;
  const { autoAssignCustomDomains } = await vercel.project();
  if (autoAssignCustomDomains === false) {
    // 409: a switch is in progress or already done. The live production deployment decides.
    await vercel.requestSwitch('promote', id).catch((error: unknown) => {
      if (!(error instanceof HttpFailure) || error.status !== 409) throw error;
    });
  }
  await poll(ctx, SWITCH_LIMIT_MS, `production to serve ${id}`, serves);
}

async function poll<T>(ctx: Context, limitMs: number, what: string, read: () => Promise<T | undefined>): Promise<T> {
  const end = ctx.clock.monotonic() + limitMs;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 1.5)) {
    const found = await read();
    if (found !== undefined) return found;
    if (ctx.clock.monotonic() >= end) {
      throw new RewindError('deadline-exceeded', `Waited ${limitMs / 60_000} minutes for ${what}.`, {
        resource: ctx.resource,
      });
    }
    await ctx.clock.sleep(wait * (0.75 + ctx.random() / 2), ctx.signal);
  }
}
