import type { Change } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { params } from './state.js';
import { confirmDomains, switchProduction } from './switch.js';

export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const vercel = client(config, ctx);
  const wanted = params.parse(change.params);
  switch (wanted.kind) {
    case 'switch': {
      await switchProduction(wanted, vercel, config, ctx);
      // A promote turns the automatic assignment on, whatever the owner had chosen.
      if (wanted.method === 'promote' && wanted.autoAssign === false) await vercel.setAutoAssign(false);
      return;
    }
    case 'alias': {
      if ((await vercel.aliasTarget(wanted.domain)) === wanted.to) return;
      await vercel.pointDomain(wanted.domain, wanted.to);
      await confirmDomains(`${wanted.domain} was pointed at ${wanted.to}`, wanted.to, [wanted.domain], vercel, ctx);
      return;
    }
    case 'auto-assign': {
      const project = await vercel.project();
      if (project.autoAssignCustomDomains !== wanted.to) await vercel.setAutoAssign(wanted.to);
      return;
    }
  }
}
