import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { read, saved, shownOf, VALUES, type Saved } from './capture.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { plan } from './plan.js';
import { params, type Domain, type Params, type State } from './state.js';

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const vercel = client(config, ctx);
  const desired = params.parse(change.params);
  const values = saved.parse(JSON.parse((await source.read(VALUES)).toString('utf8')));
  const now = await read(config, ctx);
  await assertAsApproved(change, desired, values, now, ctx);
  switch (desired.kind) {
    case 'setting': {
      const value = values.settings[desired.name] ?? null;
      if (canonicalJson(now.settings[desired.name]) !== canonicalJson(value)) await vercel.set(desired.name, value);
      return;
    }
    case 'domain':
      await restoreDomain(vercel, values.domains, now.domains, desired.name);
      return;
    case 'crons':
      if (now.cronsEnabled !== values.cronsEnabled) await vercel.setCrons(values.cronsEnabled);
      return;
    case 'firewall':
      if (now.firewall !== desired.version) await vercel.activateFirewall(desired.version);
      return;
    case 'rolling-release':
      if (canonicalJson(now.rollingRelease) !== canonicalJson(values.rollingRelease)) {
        await vercel.setRollingRelease(values.rollingRelease);
      }
  }
}

/**
 * Somebody may have written between the plan and this change: Vercel takes the last write, so theirs would be lost.
 * @throws RewindError api-conflict unless the live value is the approved one, or is restored already
 */
async function assertAsApproved(
  change: Change,
  desired: Params,
  values: Saved,
  now: Awaited<ReturnType<typeof read>>,
  ctx: Context,
): Promise<void> {
  const stateOf = async (of: Saved, firewall: number | null): Promise<State> => ({
    ...{ schemaVersion: 1, project: '', name: now.name, firewall },
    ...(await shownOf(of, ctx)),
  });
  const wanted = await stateOf(values, desired.kind === 'firewall' ? desired.version : now.firewall);
  const left = plan(wanted, await stateOf(now, now.firewall)).find((one) => one.id === change.id);
  if (left !== undefined) assertAsPlanned(change, left.before, ctx, 'on Vercel');
}

async function restoreDomain(
  vercel: ReturnType<typeof client>,
  saved: readonly Domain[],
  live: readonly Domain[],
  name: string,
): Promise<void> {
  const desired = saved.find((entry) => entry.name === name);
  const now = live.find((entry) => entry.name === name);
  if (!desired) {
    if (now) await vercel.removeDomain(name);
    return;
  }
  if (!now) await vercel.addDomain(desired);
  if (!now || canonicalJson(now) !== canonicalJson(desired)) await vercel.editDomain(desired);
}
