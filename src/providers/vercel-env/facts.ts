import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Vercel environment variables',
  captured: 'variables with value, type, targets, branch, comment',
  restored: 'created, changed, removed, key by key',
  live: 'nothing',
  nextDeployment: 'everything',
  notRestored: 'sensitive values that are not supplied; variables of integrations',
  peer: 'official Vercel CLI and SDK (listing), against the same emulator',
  reads: 'to read the decrypted variables',
  writes: 'to write the variables',
  time: 'a request for each variable that differs; nothing that runs changes before the next deployment',
  affects: 'no running deployment: variables take effect with the next deployment',
  credentials: ['VERCEL_TOKEN'],
  object: { same: ['project', 'team'], parts: ['targets', 'custom-environments'] },
  findings: {
    'env-sensitive': {
      meaning: 'Vercel does not return the value of a sensitive variable.',
      remedy: 'Provide it as the secret REWIND_ENV_<KEY>.',
    },
    'env-skipped': { meaning: 'Variables that Vercel or an integration manages are not captured.' },
  },
} satisfies ProviderFacts;
