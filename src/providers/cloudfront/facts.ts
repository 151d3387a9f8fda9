import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Amazon CloudFront distribution',
  captured: 'distribution config and associated functions',
  restored: 'with ETag; then invalidation',
  live: 'everything, in minutes',
  nextDeployment: 'nothing',
  notRestored: 'deleted distributions',
  peer: "moto (parts), botocore's description, the AWS SDK",
  reads: 'cloudfront: GetDistribution, ListInvalidations, GetInvalidation, DescribeFunction, GetFunction',
  writes: 'also to update the distribution and its functions, and to invalidate',
  time: 'minutes: until CloudFront says Deployed, at most "wait" (1800 seconds by default)',
  affects: 'visitors, while the distribution deploys and its caches fill again (minutes)',
  credentials: ['AWS'],
  object: { same: ['distribution'] },
  findings: {
    'cloudfront-continuous-deployment': {
      meaning: 'The distribution takes part in a continuous deployment, which Rewind leaves alone.',
      remedy: 'Finish or abandon it before a rollback.',
    },
    'cloudfront-function-missing': {
      meaning: 'A CloudFront Function in use has no LIVE stage.',
      remedy: 'Publish it, or remove it from the distribution.',
    },
    'cloudfront-key-value-store': {
      meaning: 'A function reads a key-value store, which is not captured.',
      remedy: 'Keep its contents under version control.',
    },
  },
} satisfies ProviderFacts;
