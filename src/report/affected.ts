import type { Plan, PlannedChange } from '../engine/plan.js';

/** Who feels a change of each provider, in words for the approver. */
const WHO: Readonly<Record<string, string>> = {
  'vercel-deployment': 'everybody who uses the site: requests go to the older deployment within seconds',
  'vercel-env': 'nobody at once: variables count from the next deployment on',
  'vercel-project': 'visitors of the domains and redirects that change; builds from now on',
  'vercel-flags': 'users of the flags that change',
  'vercel-edge-config': 'users of the flags and settings that change, within seconds',
  launchdarkly: 'users of the flags that change, within seconds',
  unleash: 'users of the toggles that change, when their client asks next',
  postgres: 'every user and job that writes: connections are cut for the moment of the exchange',
  prisma: 'code that uses what the migrations had added; tables are locked while they run',
  'stripe-webhooks': 'payments: Stripe sends its events to the endpoints as they were',
  's3-bucket': 'whoever reads or writes the bucket, under the older rules',
  cloudfront: 'visitors, while the distribution spreads and its caches fill again (minutes)',
};

/** One entry for each provider with a change; empty for a plan without changes. */
export function affectedBy(plan: Plan): { readonly who: string; readonly changes: readonly PlannedChange[] }[] {
  const groups = new Map<string, PlannedChange[]>();
  for (const change of plan.changes) {
    groups.set(change.provider, [...(groups.get(change.provider) ?? []), change]);
  }
  return [...groups].map(([provider, changes]) => ({ who: WHO[provider] ?? `users of ${provider}`, changes }));
}
