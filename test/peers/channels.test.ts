import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { adapter as slack } from '../../src/channels/adapters/slack.js';
import { adapter as smtp } from '../../src/channels/adapters/smtp.js';
import { exampleRecord } from '../../src/channels/example.js';
import { messagesOf, type Message } from '../../src/channels/message.js';
import { SLACK_CHANNEL, SLACK_TOKEN, SlackSandbox } from '../sandbox/slack.js';
import { testContext } from '../support/context.js';

const load = createRequire(import.meta.url);
const MESSAGES = messagesOf(exampleRecord('production', new Date('2026-11-26T10:00:00Z')), {
  ...{ id: 'team', audience: 'internal', severities: ['critical'] },
});
const deliver = (message: Message, first: string | null) => ({ message, first, unsureSince: null, deadlineMs: 5_000 });

/** `smtp-server` receives our mails, `mailparser` reads them. */
describe('mail', () => {
  interface Parsed {
    readonly messageId?: string;
    readonly inReplyTo?: string;
    readonly references?: string | string[];
    readonly subject?: string;
    readonly text?: string;
    readonly html?: string | false;
    readonly attachments: readonly { readonly contentType: string; readonly content: Buffer }[];
    readonly headers: ReadonlyMap<string, unknown>;
  }
  interface Server {
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    readonly server: { address(): AddressInfo };
  }
  interface Session {
    readonly envelope: { readonly mailFrom: { address: string }; readonly rcptTo: readonly { address: string }[] };
  }
  const { SMTPServer } = load('smtp-server') as { SMTPServer: new (options: object) => Server };
  const { simpleParser } = load('mailparser') as { simpleParser: (stream: unknown) => Promise<Parsed> };
  const mails: { readonly mail: Parsed; readonly session: Session }[] = [];
  const server = new SMTPServer({
    // Ours is refused without TLS or a login only where it leaves the machine.
    ...{ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false },
    onAuth: (
      { username, password }: Record<string, string>,
      _session: unknown,
      done: (e: unknown, r?: object) => void,
    ) =>
      username === 'rewind@acme.test' && password === 'p@ss/word' ? done(null, { user: 1 }) : done(new Error('wrong')),
    onData: (stream: unknown, session: Session, done: (error?: unknown) => void) => {
      simpleParser(stream).then((mail) => {
        mails.push({ mail, session: structuredClone({ envelope: session.envelope }) });
        done();
      }, done);
    },
  });
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  afterAll(() => new Promise<void>((done) => server.close(done)));

  const entry = smtp.config.parse({
    ...{ id: 'mail', adapter: 'smtp', from: 'rewind@acme.test', to: ['team@acme.test', 'ada@acme.test'] },
    sync: { place: 'https://meet.acme.test/1, room "A"' },
  });
  const ctx = () =>
    testContext({
      env: { SMTP_URL: `smtp://rewind%40acme.test:p%40ss%2Fword@127.0.0.1:${server.server.address().port}` },
    });

  test('a thread of one mail for each phase, as text and HTML, with an invitation that is withdrawn in the end', async () => {
    let first: string | null = null;
    for (const message of MESSAGES) first = (await smtp.send(entry, deliver(message, first), ctx())).ref;
    expect(mails.map(({ mail }) => mail.subject)).toEqual(MESSAGES.map(({ headline }) => headline.text));
    const ids = mails.map(({ mail }) => mail.messageId);
    expect([new Set(ids).size, ids[0]]).toEqual([MESSAGES.length, first]);
    expect(mails.slice(1).map(({ mail }) => [mail.inReplyTo, mail.references])).toEqual(
      mails.slice(1).map(() => [first, first]),
    );
    for (const [index, { mail, session }] of mails.entries()) {
      for (const { text } of MESSAGES[index]?.lines ?? []) expect(mail.text).toContain(text);
      expect(mail.html).toContain('<p>');
      expect(session.envelope.rcptTo.map(({ address }) => address)).toEqual(entry.to);
    }
    const invitations = mails.flatMap(({ mail }) =>
      mail.attachments
        .filter(({ contentType }) => contentType === 'text/calendar')
        .map(({ content }) => String(content)),
    );
    const shown = invitations.map((ics) =>
      [/^METHOD:(.*)\r/m, /^UID:(.*)\r/m, /^SEQUENCE:(.*)\r/m, /^DTSTART:(.*)\r/m].map((one) => one.exec(ics)?.[1]),
    );
    const event = ['20261126T100000Z-000000@acme.test'];
    // nodemailer attaches an invitation, and shows it as an alternative to the text.
    expect(new Set(shown.map((one) => one.join()))).toEqual(
      new Set(
        [
          ['REQUEST', ...event, '0', '20261126T101500Z'],
          ['CANCEL', ...event, '1', '20261126T101500Z'],
        ].map((one) => one.join()),
      ),
    );
    expect(mails.flatMap(({ mail }, index) => (mail.attachments.length > 0 ? [index] : []))).toEqual([
      0,
      MESSAGES.length - 1,
    ]);
  });

  test('a text from outside makes no header, no recipient and no element', async () => {
    const [message] = MESSAGES;
    if (message === undefined) throw new Error('no message');
    const evil = 'x\r\nBcc: eve@evil.test\r\n\r\n<script>alert(1)</script> 🦕 \u202e"<eve@evil.test>';
    mails.length = 0;
    await smtp.send(
      entry,
      deliver({ ...message, headline: { text: evil, from: [1] }, lines: [{ text: evil, from: [1] }] }, null),
      ctx(),
    );
    const [received] = mails;
    expect(received?.session.envelope.rcptTo).toHaveLength(2);
    expect([...(received?.mail.headers.keys() ?? [])].sort()).toEqual([
      ...['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'],
    ]);
    expect(received?.mail.subject).toMatch(/^x Bcc: eve@evil\.test <script>.* 🦕 /);
    expect(received?.mail.html).not.toContain('<script');
  });

  test('the inspection logs in, and sends nothing', async () => {
    mails.length = 0;
    await smtp.inspect?.(entry, ctx());
    expect(mails).toEqual([]);
    const wrong = { SMTP_URL: `smtp://rewind:wrong@127.0.0.1:${server.server.address().port}` };
    await expect(smtp.inspect?.(entry, testContext({ env: wrong }))).rejects.toMatchObject({
      code: 'api-unauthorized',
    });
  });
});

/** Slack's own client speaks to the stand-in: it must understand each answer, and read what we wrote. */
describe('Slack', () => {
  interface Official {
    readonly auth: { test(): Promise<unknown> };
    readonly chat: { postMessage(given: object): Promise<unknown>; update(given: object): Promise<unknown> };
    readonly conversations: { history(given: object): Promise<unknown>; replies(given: object): Promise<unknown> };
  }
  const { WebClient } = load('@slack/web-api') as { WebClient: new (token: string, options: object) => Official };
  const sandbox = new SlackSandbox();
  const client = (token = SLACK_TOKEN): Official =>
    new WebClient(token, {
      ...{ slackApiUrl: `${sandbox.url}/api/`, retryConfig: { retries: 0 }, timeout: 2_000 },
      ...{ rejectRateLimitedCalls: true, allowAbsoluteUrls: false },
    });
  const posted = z.looseObject({ ok: z.literal(true), ts: z.string() });
  const listed = z.looseObject({
    messages: z.array(
      z.looseObject({
        ts: z.string(),
        text: z.string(),
        metadata: z.looseObject({ event_payload: z.looseObject({ key: z.string() }) }).optional(),
      }),
    ),
  });
  beforeAll(() => sandbox.start());
  afterAll(() => sandbox.stop());

  test('the client posts, updates, replies and reads in the stand-in, and understands its refusals', async () => {
    const official = client();
    expect(await official.auth.test()).toMatchObject({ ok: true });
    const metadata = { event_type: 'rewind_message', event_payload: { key: 'k' } };
    const { ts } = posted.parse(await official.chat.postMessage({ channel: SLACK_CHANNEL, text: 'one', metadata }));
    await official.chat.update({ channel: SLACK_CHANNEL, ts, text: 'two' });
    await official.chat.postMessage({ channel: SLACK_CHANNEL, text: 'reply', thread_ts: ts, metadata });
    const read = { channel: SLACK_CHANNEL, include_all_metadata: true };
    const history = listed.parse(await official.conversations.history(read));
    expect(history.messages).toMatchObject([{ ts, text: 'two', metadata }]);
    const thread = listed.parse(await official.conversations.replies({ ...read, ts }));
    expect(thread.messages.map(({ text }) => text).sort()).toEqual(['reply', 'two']);
    await expect(client('xoxb-wrong').auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    sandbox.inject({ with: { kind: 'answer', answer: { status: 429, headers: { 'retry-after': '60' }, body: {} } } });
    await expect(official.auth.test()).rejects.toMatchObject({ retryAfter: 60 });
  });

  test('the client sends a message as we do, field for field, and reads ours', async () => {
    sandbox.messages.length = 0;
    sandbox.requests.length = 0;
    const entry = slack.config.parse({ id: 'team', adapter: 'slack', channel: SLACK_CHANNEL });
    const ctx = testContext({ env: { SLACK_BOT_TOKEN: SLACK_TOKEN, SLACK_API_URL: `${sandbox.url}/api` } });
    const [message] = MESSAGES;
    if (message === undefined) throw new Error('no message');
    await slack.send(entry, deliver(message, null), ctx);
    const ours = sandbox.requests[0];
    const fields = Object.fromEntries(new URLSearchParams(String(ours?.body)));
    const given = { ...fields, mrkdwn: false, unfurl_links: false, unfurl_media: false };
    const [blocks, metadata] = [fields.blocks, fields.metadata].map((one) => JSON.parse(one ?? '') as object);
    await client().chat.postMessage({ ...given, blocks, metadata });
    const theirs = sandbox.requests[1];
    expect(theirs?.path).toBe(ours?.path);
    expect(Object.fromEntries(new URLSearchParams(String(theirs?.body)))).toEqual(fields);
    const read = { channel: SLACK_CHANNEL, include_all_metadata: true };
    const { messages } = listed.parse(await client().conversations.history(read));
    expect(messages.map(({ metadata }) => metadata?.event_payload.key)).toEqual([message.key, message.key]);
  });
});
