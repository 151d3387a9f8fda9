// Generated from the folder by "npm run generate". Do not edit.

export const PROBE_ADAPTERS = {
  sql: () => import('./adapters/sql.js'),
  'stripe-payments': () => import('./adapters/stripe-payments.js'),
};
