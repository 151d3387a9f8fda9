import { adapter as bluesky } from '../../src/channels/adapters/bluesky.js';
import { adapter as githubIssue } from '../../src/channels/adapters/github-issue.js';
import { adapter as incidentIo } from '../../src/channels/adapters/incident-io.js';
import { adapter as mastodon } from '../../src/channels/adapters/mastodon.js';
import { adapter as pagerduty } from '../../src/channels/adapters/pagerduty.js';
import { adapter as slackWebhook } from '../../src/channels/adapters/slack-webhook.js';
import { adapter as slack } from '../../src/channels/adapters/slack.js';
import { adapter as smtp } from '../../src/channels/adapters/smtp.js';
import { adapter as statuspage } from '../../src/channels/adapters/statuspage.js';
import { adapter as webhook } from '../../src/channels/adapters/webhook.js';
import type { ChannelAdapter } from '../../src/channels/channel.js';
import { SENTENCES } from '../../src/channels/external.js';
import type { LoadedChannel } from '../../src/channels/load.js';
import { BLUESKY, BlueskySandbox } from '../sandbox/bluesky.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { INCIDENT_IO_KEY, IncidentIoSandbox } from '../sandbox/incident-io.js';
import { CrashPoint, type JsonServer } from '../sandbox/json-server.js';
import { MASTODON_TOKEN, MastodonSandbox } from '../sandbox/mastodon.js';
import { PagerDutySandbox, ROUTING_KEY } from '../sandbox/pagerduty.js';
import { SLACK_CHANNEL, SLACK_TOKEN, SlackSandbox } from '../sandbox/slack.js';
import { SmtpSandbox } from '../sandbox/smtp.js';
import { STATUSPAGE_KEY, STATUSPAGE_PAGE, StatuspageSandbox } from '../sandbox/statuspage.js';
import { WEBHOOK_SECRET, WebhookReceiver } from '../sandbox/webhook.js';

/** The service of a channel: most speak HTTP. */
export interface ChannelServer extends Pick<JsonServer, 'stop' | 'url' | 'inject' | 'clearFaults'> {
  start(): Promise<unknown>;
  readonly requests: readonly unknown[];
}

/** A channel with the service behind it. */
export interface ChannelSubject {
  readonly id: string;
  readonly server: ChannelServer;
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
  readonly statuspage = new StatuspageSandbox(this.crashPoint);
  readonly incidentIo = new IncidentIoSandbox(this.crashPoint);
  readonly mail = new SmtpSandbox(this.crashPoint);
  readonly bluesky = new BlueskySandbox(this.crashPoint);
  readonly mastodon = new MastodonSandbox(this.crashPoint);

  constructor() {
    Object.defineProperty(this.hub, 'crashPoint', { value: this.crashPoint });
  }

  private get all(): ChannelServer[] {
    const { hub, slack, hook, receiver, mail } = this;
    return [
      hub,
      slack,
      hook,
      this.pagerduty,
      receiver,
      this.statuspage,
      this.incidentIo,
      mail,
      this.bluesky,
      this.mastodon,
    ];
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
    for (const { incidents } of [this.pagerduty, this.statuspage, this.incidentIo]) incidents.length = 0;
    this.mail.mails.length = 0;
    this.receiver.messages.clear();
    this.bluesky.posts.clear();
    this.mastodon.statuses.length = 0;
    for (const server of this.all) server.clearFaults();
  }

  /** Those that are told without `--public`. */
  get told(): ChannelSubject[] {
    return this.subjects.filter(({ channel }) => channel.adapter.public !== true);
  }

  get subjects(): ChannelSubject[] {
    const { hub, slack: web, hook, pagerduty: events, receiver, statuspage: page, incidentIo: io, mail } = this;
    const inKey = (text: string): string => /rewind[./][^./]+[./]([a-z-]+)[./]/.exec(text)?.[1] ?? '';
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
      subject(
        statuspage,
        page,
        { page: STATUSPAGE_PAGE },
        {
          phases: () => page.incidents.flatMap(({ updates }) => updates.map(({ key }) => inKey(key))),
          env: (url = page.url) => ({ STATUSPAGE_API_KEY: STATUSPAGE_KEY, STATUSPAGE_API_URL: url }),
        },
      ),
      subject(
        incidentIo,
        io,
        {},
        {
          phases: () => io.incidents.flatMap(({ summaries }) => summaries.map(inKey)),
          env: (url = io.url) => ({ INCIDENT_IO_API_KEY: INCIDENT_IO_KEY, INCIDENT_IO_API_URL: url }),
        },
      ),
      subject(
        smtp,
        mail,
        {
          from: 'rewind@acme.test',
          to: ['team@acme.test', 'ada@acme.test'],
          sync: { place: 'https://meet.acme.test/1' },
        },
        {
          phases: () => mail.mails.map(({ content }) => inKey(/^Message-ID:\s*(\S+)/im.exec(content)?.[1] ?? '')),
          env: (url = mail.url) => ({ SMTP_URL: url.replace('http:', 'smtp:') }),
        },
      ),
      subject(
        bluesky,
        this.bluesky,
        { handle: BLUESKY.handle },
        {
          phases: () => [...this.bluesky.posts.values()].map(phaseOf),
          env: (url = this.bluesky.url) => ({ BLUESKY_APP_PASSWORD: BLUESKY.password, BLUESKY_API_URL: url }),
        },
      ),
      subject(
        mastodon,
        this.mastodon,
        { server: 'https://social.example.com' },
        {
          phases: () => this.mastodon.statuses.map(({ text }) => phaseOf(text)),
          env: (url = this.mastodon.url) => ({ MASTODON_ACCESS_TOKEN: MASTODON_TOKEN, MASTODON_API_URL: url }),
        },
      ),
    ];
  }
}

/** The phase that a text for everybody tells. */
const phaseOf = (text: string): string =>
  Object.entries(SENTENCES).find(([, sentence]) => text.startsWith(sentence))?.[0] ?? text;

/** What was posted; the first message is updated later, so its metadata tells. */
const firstTexts = ({ messages }: SlackSandbox): string[] =>
  messages.map(({ metadata }) => {
    const { key } = (metadata as { event_payload: { key: string } }).event_payload;
    return `[${key.split('/')[2] ?? ''}]`;
  });

function subject<C>(
  adapter: ChannelAdapter<C>,
  server: ChannelServer,
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
