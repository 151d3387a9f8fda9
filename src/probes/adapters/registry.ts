// Generated from the folder by "npm run generate". Do not edit.

export const PROBE_ADAPTERS = {
  cloudwatch: () => import('./cloudwatch.js'),
  command: () => import('./command.js'),
  content: () => import('./content.js'),
  datadog: () => import('./datadog.js'),
  flow: () => import('./flow.js'),
  'github-security': () => import('./github-security.js'),
  http: () => import('./http.js'),
  sentry: () => import('./sentry.js'),
  'sentry-issues': () => import('./sentry-issues.js'),
  sql: () => import('./sql.js'),
  'stripe-payments': () => import('./stripe-payments.js'),
  'vercel-runtime': () => import('./vercel-runtime.js'),
};
