// Generated from the folder by "npm run generate". Do not edit.

export const PROVIDERS = {
  'aws-scaling': () => import('./aws-scaling/index.js'),
  cloudfront: () => import('./cloudfront/index.js'),
  'lambda-concurrency': () => import('./lambda-concurrency/index.js'),
  launchdarkly: () => import('./launchdarkly/index.js'),
  'neon-branch': () => import('./neon-branch/index.js'),
  'neon-compute': () => import('./neon-compute/index.js'),
  postgres: () => import('./postgres/index.js'),
  prisma: () => import('./prisma/index.js'),
  'rds-snapshot': () => import('./rds-snapshot/index.js'),
  's3-bucket': () => import('./s3-bucket/index.js'),
  'stripe-webhooks': () => import('./stripe-webhooks/index.js'),
  unleash: () => import('./unleash/index.js'),
  'vercel-deployment': () => import('./vercel-deployment/index.js'),
  'vercel-edge-config': () => import('./vercel-edge-config/index.js'),
  'vercel-env': () => import('./vercel-env/index.js'),
  'vercel-flags': () => import('./vercel-flags/index.js'),
  'vercel-project': () => import('./vercel-project/index.js'),
};
