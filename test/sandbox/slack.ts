import { JsonServer, type Answer, type SandboxRequest } from './json-server.js';

export const SLACK_TOKEN = 'xoxb-slack-sandbox-token-1234';
export const SLACK_CHANNEL = 'C0123456789';

export interface SlackMessage {
  readonly ts: string;
  readonly channel: string;
  /** `ts` of the message above; the own `ts` of a message that is no reply. */
  readonly thread: string;
  text: string;
  /** What people see in place of the text. */
  blocks: readonly SlackBlock[];
  readonly metadata: unknown;
}

interface SlackBlock {
  readonly type: 'section';
  readonly text: { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string };
}

/** The part of Slack's Web API that Rewind uses, and an incoming webhook. Slack answers refusals with status 200. */
export class SlackSandbox extends JsonServer {
  readonly messages: SlackMessage[] = [];
  readonly scopes = new Set(['chat:write', 'channels:history']);
  private last = 0;

  constructor(crashPoint?: JsonServer['crashPoint']) {
    super(crashPoint);
    this.method('chat.postMessage', 'chat:write', ({ channel = '', text = '', blocks = '[]', ...more }) => {
      const shown = JSON.parse(blocks) as SlackBlock[];
      const long = this.tooLong(text, shown);
      if (long) return long;
      const ts = this.stamp();
      const { thread_ts: thread = ts, metadata } = more;
      this.messages.push({ ts, channel, text, blocks: shown, thread, metadata: metadata && JSON.parse(metadata) });
      return this.fine({ channel, ts });
    });
    this.method('chat.update', 'chat:write', ({ text = '', ts, blocks }) => {
      const found = this.messages.find((message) => message.ts === ts);
      if (!found) return this.refusal('message_not_found');
      // Without blocks, the old ones stay.
      const shown = blocks === undefined ? found.blocks : (JSON.parse(blocks) as SlackBlock[]);
      const long = this.tooLong(text, shown);
      if (long) return long;
      Object.assign(found, { text, blocks: shown });
      return this.fine({ channel: found.channel, ts: found.ts });
    });
    this.route('POST', '/api/auth.test', ({ headers }) =>
      headers.authorization === `Bearer ${SLACK_TOKEN}` ? this.fine({ team: 'acme' }) : this.refusal('invalid_auth'),
    );
    this.method('conversations.history', 'channels:history', (fields) =>
      this.listed(fields, ({ ts, thread }) => ts === thread),
    );
    this.method('conversations.replies', 'channels:history', (fields) =>
      this.messages.some(({ ts }) => ts === fields.ts)
        ? this.listed(fields, ({ thread }) => thread === fields.ts)
        : this.refusal('thread_not_found'),
    );
    this.route('POST', '/hook/secret', ({ body }) => {
      const { text = '', blocks = [] } = body as { text?: string; blocks?: SlackBlock[] };
      if (text === '' || this.tooLong(text, blocks)) return { status: 400, body: 'invalid_payload' };
      const ts = this.stamp();
      this.messages.push({ ts, thread: ts, channel: 'webhook', text, blocks, metadata: undefined });
      return { status: 200, body: 'ok', headers: { 'content-type': 'text/html' } };
    });
  }

  /** Texts of the messages that are no replies, and of the replies. */
  get texts(): { readonly top: string[]; readonly replies: string[] } {
    const text = ({ text: one, blocks }: SlackMessage): string =>
      blocks.length === 0 ? one : blocks.map((block) => block.text.text).join('\n');
    return {
      top: this.messages.filter(({ ts, thread }) => ts === thread).map(text),
      replies: this.messages.filter(({ ts, thread }) => ts !== thread).map(text),
    };
  }

  refusal(error: string): Answer {
    return { status: 200, body: { ok: false, error } };
  }

  private method(name: string, scope: string, run: (fields: Record<string, string | undefined>) => Answer): void {
    this.route('POST', `/api/${name}`, ({ headers, body }) => {
      if (headers.authorization !== `Bearer ${SLACK_TOKEN}`) return this.refusal('invalid_auth');
      if (!this.scopes.has(scope)) return this.refusal('missing_scope');
      const fields = Object.fromEntries(new URLSearchParams(String(body)));
      return fields.channel === SLACK_CHANNEL ? run(fields) : this.refusal('channel_not_found');
    });
  }

  private listed(
    { oldest = '0', limit = '100' }: Record<string, string | undefined>,
    which: (one: SlackMessage) => boolean,
  ): Answer {
    const found = this.messages.filter((one) => which(one) && Number(one.ts) >= Number(oldest)).reverse();
    return this.fine({ messages: found.slice(0, Number(limit)), has_more: found.length > Number(limit) });
  }

  private tooLong(text: string, blocks: readonly SlackBlock[]): Answer | undefined {
    if (blocks.some((block) => block.text.text.length > 3_000)) return this.refusal('invalid_blocks');
    return text.length > 40_000 ? this.refusal('msg_too_long') : undefined;
  }

  private stamp(): string {
    this.last = Math.max(this.last + 1, Date.now() * 1000);
    return `${Math.floor(this.last / 1e6)}.${String(this.last % 1e6).padStart(6, '0')}`;
  }

  private readonly fine = (body: object): Answer => ({ status: 200, body: { ok: true, ...body } });

  /** A refusal is no write, although its status is 200. */
  protected override counts(request: SandboxRequest, answer: Answer): boolean {
    const reads = /conversations\.|auth\.test/.test(request.path);
    return !reads && super.counts(request, answer) && (answer.body as { ok?: boolean }).ok !== false;
  }

  protected override parse(raw: Buffer): unknown {
    const text = raw.toString('utf8');
    return text.startsWith('{') ? JSON.parse(text) : text;
  }
}
