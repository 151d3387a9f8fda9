// Generated from the folder by "npm run generate". Do not edit.
import { config as cloudwatch } from './cloudwatch.js';
import { config as command } from './command.js';
import { config as content } from './content.js';
import { config as datadog } from './datadog.js';
import { config as flow } from './flow.js';
import { config as githubSecurity } from './github-security.js';
import { config as http } from './http.js';
import { config as sentry } from './sentry.js';
import { config as sentryIssues } from './sentry-issues.js';
import { config as sql } from './sql.js';
import { config as stripePayments } from './stripe-payments.js';
import { config as vercelRuntime } from './vercel-runtime.js';

export const PROBE_CONFIGS = [
  cloudwatch,
  command,
  content,
  datadog,
  flow,
  githubSecurity,
  http,
  sentry,
  sentryIssues,
  sql,
  stripePayments,
  vercelRuntime,
] as const;
