import { adapter as githubIssue } from '../../src/channels/adapters/github-issue.js';
import { adapter as pagerduty } from '../../src/channels/adapters/pagerduty.js';
import { adapter as slackWebhook } from '../../src/channels/adapters/slack-webhook.js';
import { adapter as slack } from '../../src/channels/adapters/slack.js';
import { adapter as webhook } from '../../src/channels/adapters/webhook.js';
import type { ChannelAdapter } from '../../src/channels/channel.js';
import type { LoadedChannel } from '../../src/channels/load.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { CrashPoint, type JsonServer } from '../sandbox/json-server.js';
import { PagerDutySandbox, ROUTING_KEY } from '../sandbox/pagerduty.js';
import { SLACK_CHANNEL, SLACK_TOKEN, SlackSandbox } from '../sandbox/slack.js';
import { WEBHOOK_SECRET, WebhookReceiver } from '../sandbox/webhook.js';

/** A channel with the service behind it. */
export interface ChannelSubject {
  readonly id: string;
  readonly server: JsonServer;
  readonly channel: LoadedChannel;
  /** Its line in rewind.yml. */
  readonly yaml: string;
  /** Phases that the service shows, each as often as somebody reads it. */
  readonly phases: () => string[];
  /** With the address of the service, or of another one. */
  readonly env: (url?: string) => Record<string, string>;
}

/** The services of all channels. A death of the client at a write of one is a death at all. */
export class ChannelServices {
  readonly crashPoint = new CrashPoint();
  readonly hub = new GitHubSandbox();
  readonly slack = new SlackSandbox(this.crashPoint);
  readonly hook = new SlackSandbox(this.crashPoint);
  readonly pagerduty = new PagerDutySandbox(this.crashPoint);
  readonly receiver = new WebhookReceiver(this.crashPoint);

  constructor() {
    Object.defineProperty(this.hub, 'crashPoint', { value: this.crashPoint });
  }

  private get all(): JsonServer[] {
    return [this.hub, this.slack, this.hook, this.pagerduty, this.receiver];
  }

  async start(): Promise<this> {
    await Promise.all(this.all.map((server) => server.start()));
    return this;
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((server) => server.stop()));
  }

  /** Forgets every message and every fault. */
  clear(): void {
    this.crashPoint.arm(0);
    for (const list of [this.hub.issues, this.hub.comments, this.slack.messages, this.hook.messages]) list.length = 0;
    this.pagerduty.incidents.length = 0;
    this.receiver.messages.clear();
    for (const server of this.all) server.clearFaults();
  }

  get subjects(): ChannelSubject[] {
    const { hub, slack: web, hook, pagerduty: events, receiver } = this;
    const inText = (texts: readonly string[]): string[] =>
      texts.flatMap((text) => /\[([a-z-]+)\\?\]/.exec(text)?.[1] ?? []);
    return [
      subject(
        githubIssue,
        hub,
        {},
        {
          phases: () => inText([...hub.issues, ...hub.comments].map(({ body }) => body ?? '')),
          env: (url = hub.url) => ({ GITHUB_TOKEN: hub.token, GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: url }),
        },
      ),
      subject(
        slack,
        web,
        { channel: SLACK_CHANNEL },
        {
          phases: () => inText(firstTexts(web)),
          env: (url = web.url) => ({ SLACK_BOT_TOKEN: SLACK_TOKEN, SLACK_API_URL: `${url}/api` }),
        },
      ),
      subject(
        slackWebhook,
        hook,
        {},
        {
          phases: () => inText(hook.texts.top),
          env: (url = hook.url) => ({ SLACK_WEBHOOK_URL: `${url}/hook/secret` }),
        },
      ),
      subject(
        pagerduty,
        events,
        {},
        {
          phases: () =>
            events.incidents.flatMap(({ events: all }) => [
              ...new Set(all.map(({ payload }) => String(payload.custom_details.phase))),
            ]),
          env: (url = events.url) => ({ PAGERDUTY_ROUTING_KEY: ROUTING_KEY, PAGERDUTY_EVENTS_URL: url }),
        },
      ),
      subject(
        webhook,
        receiver,
        { 'allow-private': true },
        {
          phases: () => [...receiver.messages.values()].map(({ type }) => type.replace('rewind.incident.', '')),
          env: (url = receiver.url) => ({
            REWIND_WEBHOOK_URL: `${url}/incidents`,
            REWIND_WEBHOOK_SECRET: WEBHOOK_SECRET,
          }),
        },
      ),
    ];
  }
}

/** What was posted; the first message is updated later, so its metadata tells. */
const firstTexts = ({ messages }: SlackSandbox): string[] =>
  messages.map(({ metadata }) => {
    const { key } = (metadata as { event_payload: { key: string } }).event_payload;
    return `[${key.split('/')[2] ?? ''}]`;
  });

function subject<C>(
  adapter: ChannelAdapter<C>,
  server: JsonServer,
  more: Readonly<Record<string, unknown>>,
  rest: Pick<ChannelSubject, 'phases' | 'env'>,
): ChannelSubject {
  const given = { id: adapter.id, adapter: adapter.id, ...more };
  const entry = adapter.config.parse(given) as LoadedChannel['entry'];
  return {
    ...{ id: adapter.id, server, ...rest },
    channel: { entry, adapter: adapter },
    yaml: `  - ${JSON.stringify(given)}`,
  };
}
