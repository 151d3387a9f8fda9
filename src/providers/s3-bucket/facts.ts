import type { ProviderFacts } from '../../engine/provider-facts.js';

export const facts = {
  title: 'Amazon S3 bucket',
  captured: 'policy, CORS, public access block, ownership, versioning, encryption, lifecycle, website',
  restored: 'each as the document that it was; "not set" too',
  live: 'everything',
  nextDeployment: 'nothing',
  notRestored: 'versioning that was never set; MFA delete',
  peer: 'moto',
  reads: 's3:Get… of each part that is captured',
  writes: 'also s3:Put… and Delete… of them',
  time: 'one request for each part that differs',
  affects: 'everyone who reads or writes the bucket, under the older rules',
  credentials: ['AWS'],
  object: { same: ['bucket'] },
  findings: {
    's3-acl-not-captured': {
      meaning: 'ACLs are in force, and they are not captured.',
      remedy: 'Set object ownership to BucketOwnerEnforced.',
    },
    's3-mfa-delete': {
      meaning: 'MFA delete is on: only the root user can change versioning.',
      remedy: 'Expect a manual step.',
    },
    's3-policy-dead-principal': {
      meaning: 'The policy names users or roles that do not exist.',
      remedy: 'Remove them from the policy.',
    },
  },
} satisfies ProviderFacts;
