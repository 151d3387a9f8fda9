// Generated from the folder by "npm run generate". Do not edit.
import { facts as awsScaling } from './aws-scaling/facts.js';
import { facts as cloudfront } from './cloudfront/facts.js';
import { facts as lambdaConcurrency } from './lambda-concurrency/facts.js';
import { facts as launchdarkly } from './launchdarkly/facts.js';
import { facts as neonBranch } from './neon-branch/facts.js';
import { facts as neonCompute } from './neon-compute/facts.js';
import { facts as postgres } from './postgres/facts.js';
import { facts as prisma } from './prisma/facts.js';
import { facts as rdsSnapshot } from './rds-snapshot/facts.js';
import { facts as s3Bucket } from './s3-bucket/facts.js';
import { facts as stripeWebhooks } from './stripe-webhooks/facts.js';
import { facts as unleash } from './unleash/facts.js';
import { facts as vercelDeployment } from './vercel-deployment/facts.js';
import { facts as vercelEdgeConfig } from './vercel-edge-config/facts.js';
import { facts as vercelEnv } from './vercel-env/facts.js';
import { facts as vercelFlags } from './vercel-flags/facts.js';
import { facts as vercelProject } from './vercel-project/facts.js';

export const PROVIDER_FACTS = {
  'aws-scaling': awsScaling,
  cloudfront: cloudfront,
  'lambda-concurrency': lambdaConcurrency,
  launchdarkly: launchdarkly,
  'neon-branch': neonBranch,
  'neon-compute': neonCompute,
  postgres: postgres,
  prisma: prisma,
  'rds-snapshot': rdsSnapshot,
  's3-bucket': s3Bucket,
  'stripe-webhooks': stripeWebhooks,
  unleash: unleash,
  'vercel-deployment': vercelDeployment,
  'vercel-edge-config': vercelEdgeConfig,
  'vercel-env': vercelEnv,
  'vercel-flags': vercelFlags,
  'vercel-project': vercelProject,
};
