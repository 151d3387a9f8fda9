// Generated from the folder by "npm run generate". Do not edit.

export const PROBE_ADAPTERS = {
  cloudwatch: () => import('./cloudwatch.js'),
  command: () => import('./command.js'),
  content: () => import('./content.js'),
  datadog: () => import('./datadog.js'),
  flow: () => import('./flow.js'),
  http: () => import('./http.js'),
  sql: () => import('./sql.js'),
  'stripe-payments': () => import('./stripe-payments.js'),
};
