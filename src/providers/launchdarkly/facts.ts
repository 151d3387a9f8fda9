import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'LaunchDarkly flags',
  captured: 'targeting of every flag in one environment, variations, archive',
  restored: 'one semantic patch for each flag; new flags are turned off',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'experiments; segments',
  peer: 'official client launchdarkly-api',
  reads: 'viewProject',
  writes: 'also to update, create and archive flags of the environment',
  time: 'one request for each flag that differs',
  affects: 'users of the flags that change, within seconds',
  credentials: ['LAUNCHDARKLY_ACCESS_TOKEN'],
  object: { same: ['project', 'environment'] },
  findings: {
    'launchdarkly-approval-required': {
      meaning: 'The environment requires an approval for flag changes.',
      remedy: 'Grant the token bypassRequiredApproval.',
    },
    'launchdarkly-manual-flags': {
      meaning: 'A flag has an experiment or a disabled rule, which Rewind cannot write back.',
    },
  },
} satisfies ProviderFacts;
