import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'AWS Lambda concurrency',
  captured: 'reserved concurrency; provisioned concurrency of one alias',
  restored: 'each by its own call; what was not there is removed',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'code and aliases of the function; provisioned concurrency of other aliases',
  peer: 'moto for reserved concurrency; our emulator for the rest',
  reads: 'lambda: GetFunctionConcurrency, GetProvisionedConcurrencyConfig',
  writes: 'also Put and Delete of both',
  time: 'one request for a reservation; at most 15 minutes until AWS has provided environments',
  affects: 'every caller of the function, if its concurrency is too low for the load',
  credentials: ['AWS'],
  object: { same: ['region', 'function', 'qualifier'] },
  findings: {
    'lambda-provision-failed': {
      meaning: 'AWS could not provide the provisioned concurrency of the alias.',
      remedy: 'Read its status in the Lambda console, and set it again.',
    },
    'lambda-switched-off': {
      meaning: 'The reserved concurrency of the function is 0, so it does not run.',
      remedy: 'Raise or remove the reservation if that is not intended.',
    },
  },
} satisfies ProviderFacts;
