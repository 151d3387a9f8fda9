import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Vercel Flags',
  captured: 'variants, on or off, rules, targets, per environment',
  restored: 'with the ETag of what was read; new flags are turned off',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'experiments; segments',
  peer: 'our emulator; shapes from the official SDK',
  reads: 'to read the flags of the project',
  writes: 'to manage the flags of the project',
  time: 'one request for each flag that differs',
  affects: 'users of the flags that change',
  credentials: ['VERCEL_TOKEN'],
  object: { same: ['project', 'team'], parts: ['environments'] },
  findings: {
    'flag-experiment': {
      meaning: 'A flag runs an experiment, which Rewind cannot write back.',
      remedy: 'Note its settings.',
    },
  },
} satisfies ProviderFacts;
