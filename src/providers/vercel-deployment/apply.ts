import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { recentNames, remember } from './capture.js';
import { client, type Client } from './client.js';
import type { Config } from './config.js';
import { params } from './state.js';
import { releaseByStages } from './stages.js';
import { confirmDomains } from './confirm.js';
import { switchProduction } from './switch.js';

export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const vercel = client(config, ctx);
  const step = params.parse(change.params);
  switch (step.kind) {
    case 'switch': {
      const run = { desired: step, vercel, config, ctx };
      if (step.gate === undefined) {
        const names = await recentNames(config, ctx);
        const switched = await switchProduction(run, names);
        if (switched && names) await remember(config, ctx, switched, names);
      } else await releaseByStages(run, step.gate);
      // A promote turns the automatic assignment on and overrides the owner's choice.
      if (step.method === 'promote' && step.autoAssign !== null) await assign(vercel, step.autoAssign, ctx);
      return;
    }
    case 'alias': {
      const before = await vercel.aliasTarget(step.domain);
      if (before === step.to) return;
      const deadline = ctx.clock.monotonic() + config['timeout-seconds'] * 1000;
      await point(vercel, step);
      const wanted = { to: step.to, domains: [step.domain], from: new Set([before]) };
      await confirmDomains({ vercel, ctx }, `${step.domain} was pointed at ${step.to}`, wanted, deadline);
      return;
    }
    case 'auto-assign': {
      await assign(vercel, step.to, ctx);
      return;
    }
  }
}

async function point(vercel: Client, { domain, to }: { readonly domain: string; readonly to: string }): Promise<void> {
  try {
    await vercel.pointDomain(domain, to);
  } catch (error) {
    // Vercel also refuses what is done already, e.g. by a request whose response was lost.
    const isRefused = error instanceof HttpFailure && error.status === 409;
    if (!isRefused || (await vercel.aliasTarget(domain)) !== to) throw error;
  }
}

/** Sets the automatic assignment, and reads it back. @throws RewindError deployment-switch-failed */
async function assign(vercel: Client, wanted: boolean, ctx: Context): Promise<void> {
  const read = async (): Promise<boolean | undefined> => (await vercel.project()).autoAssignCustomDomains;
  if ((await read()) === wanted) return;
  await vercel.setAutoAssign(wanted);
  const now = await read();
  if (now === wanted) return;
  const [asked, found] = [wanted, now].map((value) => (value === undefined ? 'unknown' : value ? 'on' : 'off'));
  throw new RewindError(
    'deployment-switch-failed',
    `The automatic assignment of domains was set ${asked ?? ''}, but Vercel shows it ${found ?? ''}.`,
    { resource: ctx.resource, remedy: 'Set it in the project settings on Vercel, then run again.' },
  );
}
