// Generated from the folder by "npm run generate". Do not edit.
import { config as awsScaling } from './aws-scaling/config.js';
import { config as cloudfront } from './cloudfront/config.js';
import { config as lambdaConcurrency } from './lambda-concurrency/config.js';
import { config as launchdarkly } from './launchdarkly/config.js';
import { config as neonBranch } from './neon-branch/config.js';
import { config as neonCompute } from './neon-compute/config.js';
import { config as postgres } from './postgres/config.js';
import { config as prisma } from './prisma/config.js';
import { config as rdsSnapshot } from './rds-snapshot/config.js';
import { config as s3Bucket } from './s3-bucket/config.js';
import { config as stripeWebhooks } from './stripe-webhooks/config.js';
import { config as unleash } from './unleash/config.js';
import { config as vercelDeployment } from './vercel-deployment/config.js';
import { config as vercelEdgeConfig } from './vercel-edge-config/config.js';
import { config as vercelEnv } from './vercel-env/config.js';
import { config as vercelFlags } from './vercel-flags/config.js';
import { config as vercelProject } from './vercel-project/config.js';

export const PROVIDER_CONFIGS = [
  awsScaling,
  cloudfront,
  lambdaConcurrency,
  launchdarkly,
  neonBranch,
  neonCompute,
  postgres,
  prisma,
  rdsSnapshot,
  s3Bucket,
  stripeWebhooks,
  unleash,
  vercelDeployment,
  vercelEdgeConfig,
  vercelEnv,
  vercelFlags,
  vercelProject,
] as const;
