import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Vercel Edge Config',
  captured: 'every item: key, value, description',
  restored: 'all items in one request',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'stores owned by Vercel Flags or an integration',
  peer: 'none speaks this API: the SDK has no such operation; our emulator',
  reads: 'to read the store',
  writes: 'to write the store',
  time: 'one request; Vercel spreads it within ten seconds',
  affects: 'users of the flags and settings that change, within seconds',
  credentials: ['VERCEL_TOKEN'],
  object: { same: ['store', 'team'] },
  findings: {},
} satisfies ProviderFacts;
