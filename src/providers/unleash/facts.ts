import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Unleash toggles',
  captured: 'toggles, strategies, variants, segments used, per environment',
  restored: 'flag by flag; new flags are turned off',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'release plans; dependencies between flags',
  peer: 'real Unleash server 8.2 with PostgreSQL',
  reads: 'the role Viewer',
  writes: 'to create and update flags, strategies and segments in the project and environment',
  time: 'a few requests for each flag that differs',
  affects: 'users of the toggles that change, when their client polls next',
  credentials: ['UNLEASH_URL', 'UNLEASH_API_TOKEN'],
  object: { same: ['project', 'environment'] },
  findings: {
    'unleash-environment': {
      meaning: 'The environment does not exist or is disabled.',
      remedy: 'Check "environment" in the configuration.',
    },
  },
} satisfies ProviderFacts;
