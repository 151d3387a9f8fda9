import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Unleash toggles',
  captured: 'toggles, strategies, variants, segments used, per environment',
  restored: 'flag by flag; new flags are turned off',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'release plans; dependencies between flags',
  peer: 'real Unleash server 8.2 with PostgreSQL',
  affects: 'users of the toggles that change, when their client polls next',
  findings: {
    'unleash-environment': {
      meaning: 'The environment does not exist or is disabled.',
      remedy: 'Check "environment" in the configuration.',
    },
  },
} satisfies ProviderFacts;
