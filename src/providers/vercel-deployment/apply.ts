import type { Change } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { params } from './state.js';
import { confirmDomains, switchProduction } from './switch.js';

export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const vercel = client(config, ctx);
  const step = params.parse(change.params);
  switch (step.kind) {
    case 'switch': {
      await switchProduction({ desired: step, vercel, config, ctx });
      // A promote turns the automatic assignment on and overrides the owner's choice.
      if (step.method === 'promote' && step.autoAssign === false) await vercel.setAutoAssign(false);
      return;
    }
    case 'alias': {
      if ((await vercel.aliasTarget(step.domain)) === step.to) return;
      await vercel.pointDomain(step.domain, step.to);
      await confirmDomains({ vercel, ctx }, `${step.domain} was pointed at ${step.to}`, step.to, [step.domain]);
      return;
    }
    case 'auto-assign': {
      const project = await vercel.project();
      if (project.autoAssignCustomDomains !== step.to) await vercel.setAutoAssign(step.to);
      return;
    }
  }
}
