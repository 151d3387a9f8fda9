// Generated from the folder by "npm run generate". Do not edit.
import { config as githubIssue } from './github-issue.js';
import { config as pagerduty } from './pagerduty.js';
import { config as slack } from './slack.js';
import { config as slackWebhook } from './slack-webhook.js';
import { config as webhook } from './webhook.js';

export const CHANNEL_CONFIGS = [githubIssue, pagerduty, slack, slackWebhook, webhook] as const;
