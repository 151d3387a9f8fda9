import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'AWS scalable target',
  captured: 'minimum, maximum, what is suspended',
  restored: 'by registration, which sets only what differs',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'scaling policies, scheduled actions, the present capacity',
  peer: 'moto',
  reads: 'application-autoscaling:DescribeScalableTargets',
  writes: 'also application-autoscaling:RegisterScalableTarget',
  time: 'one request; AWS then scales in its own time',
  affects: 'every user of the service, if its capacity is too low for the load',
  credentials: ['AWS'],
  object: { same: ['region', 'target', 'dimension'] },
  findings: {
    'scaling-out-suspended': {
      meaning: 'The target does not scale out on its own, so a higher maximum adds no capacity.',
      remedy: 'Resume scaling out in AWS if that is not intended.',
    },
    'scaling-target-absent': {
      meaning: 'No such scalable target is registered in this region and account.',
      remedy: 'Correct target, dimension and region, or register the target.',
    },
  },
} satisfies ProviderFacts;
