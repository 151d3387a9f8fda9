// Generated from the folder by "npm run generate". Do not edit.
import { config as bluesky } from './bluesky.js';
import { config as githubIssue } from './github-issue.js';
import { config as incidentIo } from './incident-io.js';
import { config as mastodon } from './mastodon.js';
import { config as pagerduty } from './pagerduty.js';
import { config as slack } from './slack.js';
import { config as slackWebhook } from './slack-webhook.js';
import { config as smtp } from './smtp.js';
import { config as statuspage } from './statuspage.js';
import { config as webhook } from './webhook.js';

export const CHANNEL_CONFIGS = [
  bluesky,
  githubIssue,
  incidentIo,
  mastodon,
  pagerduty,
  slack,
  slackWebhook,
  smtp,
  statuspage,
  webhook,
] as const;
