// Generated from the folder by "npm run generate". Do not edit.

export const CHANNEL_ADAPTERS = {
  bluesky: () => import('./bluesky.js'),
  'github-issue': () => import('./github-issue.js'),
  'incident-io': () => import('./incident-io.js'),
  mastodon: () => import('./mastodon.js'),
  pagerduty: () => import('./pagerduty.js'),
  slack: () => import('./slack.js'),
  'slack-webhook': () => import('./slack-webhook.js'),
  smtp: () => import('./smtp.js'),
  statuspage: () => import('./statuspage.js'),
  webhook: () => import('./webhook.js'),
};
