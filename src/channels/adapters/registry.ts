// Generated from the folder by "npm run generate". Do not edit.

export const CHANNEL_ADAPTERS = {
  'github-issue': () => import('./github-issue.js'),
  pagerduty: () => import('./pagerduty.js'),
  slack: () => import('./slack.js'),
  'slack-webhook': () => import('./slack-webhook.js'),
  webhook: () => import('./webhook.js'),
};
