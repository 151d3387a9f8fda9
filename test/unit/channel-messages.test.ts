import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { issueBody } from '../../src/channels/adapters/github-issue.js';
import { CHANNEL_ADAPTERS } from '../../src/channels/adapters/registry.js';
import { mailOf, type Config as MailConfig } from '../../src/channels/adapters/smtp.js';
import { exampleRecord } from '../../src/channels/example.js';
import { cut, fitting, messagesOf, type Message } from '../../src/channels/message.js';
import { graphemes, postText } from '../../src/channels/post-text.js';
import { slackMessage } from '../../src/channels/slack-message.js';
import { parseConfig } from '../../src/config/load.js';
import { chain, PHASES, SEVERITIES, type Entry } from '../../src/incident/entry.js';
import type { HttpClient } from '../../src/runtime/context.js';
import { ChannelServices, type ChannelSubject as Subject } from '../support/channels.js';
import { testContext } from '../support/context.js';
import { wordedRecord } from '../support/worded-record.js';
import { attemptLines } from '../../src/report/notify.js';
import { RewindError } from '../../src/runtime/errors.js';

type ChannelSubject = Subject & { readonly adapter: Subject['channel']['adapter'] };
type Audience = Message['audience'];
const messages = (entries: readonly Entry[], audience: Audience, severities = [...SEVERITIES]): Message[] =>
  messagesOf(entries, { id: 'ops', audience, severities });
const textsOf = (message: Message): string[] => [message.headline, ...message.lines].map(({ text }) => text);
const EXAMPLE = exampleRecord('production', new Date('2026-11-26T10:00:00Z'));

/** The record with other words or another time in one entry, and a sound chain. */
const altered = (entries: readonly Entry[], seq: number, change: (entry: Entry) => Entry): Entry[] =>
  entries.reduce<Entry[]>((all, entry) => [...all, chain(entry.seq === seq ? change(entry) : entry, all.at(-1))], []);

describe('what is told', () => {
  test('each phase once, in order, with a key of its own', () => {
    const all = messages(EXAMPLE, 'internal');
    expect([...all.map(({ phase }) => phase)].sort()).toEqual([...PHASES].sort());
    expect(new Set(all.map(({ key }) => key)).size).toBe(PHASES.length);
    expect(all[0]?.key).toBe('rewind/20261126T100000Z-000000/opened/ops');
    expect(all[1]?.key).toBe('rewind/20261126T100000Z-000000-000000000000/mitigated/ops');
  });

  test('a rollback that is run again says only what is new; another rollback says all', () => {
    const again = altered([...EXAMPLE, ...EXAMPLE.slice(2)], 0, (entry) => entry);
    expect(messages(again, 'internal')).toHaveLength(PHASES.length);
    const other = [...EXAMPLE, ...EXAMPLE.slice(2, 7)].map((entry, index) =>
      index < EXAMPLE.length ? entry : ({ ...entry, data: { ...entry.data, digest: 'b'.repeat(64) } } as Entry),
    );
    expect(
      messages(
        altered(other, 0, (entry) => entry),
        'internal',
      ),
    ).toHaveLength(PHASES.length + 4);
  });

  test('the severity decides; an incident without one is told everywhere', () => {
    expect(messages(EXAMPLE, 'internal', ['major', 'minor'])).toEqual([]);
    const opened = altered(EXAMPLE, 1, (one) => ({ ...one, data: { title: 'x', severity: null } }) as Entry);
    expect(messages(opened, 'internal', ['minor'])).toHaveLength(PHASES.length);
  });

  test('a message does not change when messages are told, or when the incident goes on', () => {
    const before = messages(EXAMPLE.slice(0, 5), 'internal');
    const data = { message: 'x', channel: 'ops', phase: 'opened', step: 'sent', ref: null } as const;
    const told = chain({ ...(EXAMPLE[4] as Entry), kind: 'told', data }, EXAMPLE[4]);
    const longer = [...EXAMPLE.slice(0, 5), told, ...EXAMPLE.slice(6)];
    expect(messages(longer, 'internal').slice(0, 4)).toEqual(before.slice(0, 4));
  });
});

test('the team reads who was on call when the phase began; nobody else does', () => {
  const contactsAt = (now: Date) => [{ name: `Ada at ${now.toISOString()}`, role: 'database', reach: 'pager 1' }];
  const told = (audience: Audience): string[][] =>
    messagesOf(EXAMPLE, { id: 'ops', audience, severities: [...SEVERITIES], contactsAt }).map((message) =>
      textsOf(message).filter((text) => text.includes('Ada')),
    );
  const [first, ...others] = told('internal');
  expect(first).toEqual(['Contact: Ada at 2026-11-26T10:00:00.000Z, database: pager 1']);
  expect(others.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 0]);
  expect(told('external').flat()).toEqual([]);
});

test('control characters and changes of the writing direction are visible in each message', () => {
  const title = 'down \u202eevil\u0007\u001b[31m\nsecond';
  const opened = altered(EXAMPLE, 1, (one) => ({ ...one, data: { title, severity: null } }) as Entry);
  expect(messages(opened, 'internal')[0]?.headline.text).toBe('[opened] down \ufffdevil\ufffd\ufffd[31m ⏎ second');
});

describe('every fact stands in an entry', () => {
  const entries = wordedRecord(() => 'word');

  test.each(['internal', 'external'] as const)(
    '%s: a line names its entries, and says something else if they do',
    (audience) => {
      const before = messages(entries, audience);
      for (const message of before) {
        for (const [index, { text, from }] of [message.headline, ...message.lines].entries()) {
          expect([text, from.length > 0]).toEqual([text, true]);
          if (!/\d{4}-\d\d-\d\d|\d (s|min|h)\b/.test(text)) continue;
          const changed = from.map((seq) => {
            const later = altered(entries, seq, (one) => ({
              ...one,
              at: new Date(Date.parse(one.at) + 61_000).toISOString(),
            }));
            const now = messages(later, audience).find(({ key }) => key === message.key);
            return now !== undefined && textsOf(now)[index] !== text;
          });
          // The length of a watch is a figure of its entry, not of its time.
          if (!text.startsWith('Watched')) expect([text, changed]).toEqual([text, from.map(() => true)]);
        }
      }
    },
  );

  test('the words of an entry are in the message of its phase', () => {
    let count = 0;
    const own = wordedRecord(() => `word-${(count += 1)}-`);
    const text = messages(own, 'internal').flatMap(textsOf).join('\n');
    const quoted = own.flatMap(({ data }) =>
      Object.entries(data).flatMap(([name, value]) =>
        ['title', 'statement', 'how', 'what', 'command'].includes(name) && typeof value === 'string' ? [value] : [],
      ),
    );
    // "how" of a discharge is in the record only.
    const missing = quoted.filter((word) => !text.includes(word));
    expect(missing).toHaveLength(1);
  });
});

test('a text for everybody holds no secret, host, table or person of the record, in no encoding', () => {
  const name = fc.string({
    unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789')),
    minLength: 5,
    maxLength: 12,
  });
  const word = fc.oneof(
    name.map((one) => `sk_live_${one}`),
    name.map((one) => `db-${one}.internal.example.com`),
    name.map((one) => `public.${one}_orders`),
    name.map((one) => `Ada Q${one}`),
    name.map((one) => `postgres://u:${one}@10.1.2.3/x?y=ü&z`),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 60, maxLength: 60 }), (words) => {
      const used: string[] = [];
      const entries = wordedRecord(() => {
        const next = `${words[used.length % words.length] ?? ''}~${used.length}`;
        used.push(next);
        return next;
      });
      const all = messages(entries, 'external');
      expect(all).toHaveLength(PHASES.length);
      const said = all
        .map((message) => [JSON.stringify(message), slackMessage(message).text, issueBody(message)].join('\n'))
        .join('\n');
      const encodings: ((text: string) => string)[] = [
        (text) => text,
        (text) => encodeURIComponent(text),
        (text) => Buffer.from(text).toString('base64'),
        (text) => Buffer.from(text).toString('hex'),
        (text) => JSON.stringify(text).slice(1, -1),
      ];
      for (const one of used) for (const encode of encodings) expect(said).not.toContain(encode(one));
    }),
    { numRuns: 25 },
  );
});

describe('limits', () => {
  test('0 to 500 changes with characters of four bytes stay below the limits of each channel, and nothing is cut in silence', () => {
    for (const count of [0, 1, 50, 500]) {
      let words = 0;
      const entries = wordedRecord(() => `${'🦕'.repeat(count)}${(words += 1)}`);
      for (const message of messages(entries, 'internal')) {
        const { text: slack } = slackMessage(message);
        expect(slack.length).toBeLessThanOrEqual(3_000);
        // Half of a pair would become another character.
        expect(Buffer.from(slack).toString('utf8')).toBe(slack);
        expect(issueBody(message).length).toBeLessThan(65_000);
        if (message.lines.length > 4 && count === 500) expect(slack).toMatch(/…/);
      }
    }
  });

  /** Characters that a service takes in a field of a request. */
  const FIELDS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    'github-issue': { title: 256, body: 65_536 },
    slack: { text: 3_000 },
    'slack-webhook': { text: 3_000 },
    pagerduty: { summary: 1_024, dedup_key: 255, message: 400_000 },
    statuspage: { name: 255, body: 25_000 },
    'incident-io': { name: 255, summary: 10_000, idempotency_key: 255 },
    // UTF-16 units of what is counted as a reader does: the test of public posts counts so.
    bluesky: { text: 3_000 },
    mastodon: { status: 2_000 },
    smtp: { subject: 255, text: 1_000_000, html: 1_000_000 },
  };
  /** The requests of one message, whatever the service answers. */
  async function requestsOf({ id, adapter, channel }: ChannelSubject, message: Message, env: Record<string, string>) {
    if (id === 'smtp') return [mailOf(channel.entry as MailConfig, message, null)];
    const requests: unknown[] = [];
    const answer = { ok: true, ts: '1.2', status: 'success', incident: { id: '7' } };
    const ofBluesky = { did: 'did:plc:a', accessJwt: 'a', uri: 'at://a' };
    const ofGitHub = {
      number: 7,
      id: 7,
      html_url: 'https://a',
      body: '',
      user: { login: 'x', type: 'Bot' },
      author_association: 'OWNER',
    };
    const answers = [{ ...answer, ...ofBluesky, id: '7' }, ofGitHub, 'ok', []];
    const request: HttpClient['request'] = ({ json, body }, schema) => {
      requests.push(
        json ?? (body?.startsWith('{') === true ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))),
      );
      const data = answers.map((one) => schema.safeParse(one)).find(({ success }) => success)?.data;
      if (data === undefined) throw new Error(`no answer for ${id}`);
      return Promise.resolve({ status: 200, headers: new Headers(), data });
    };
    for (const first of [null, '7']) {
      const delivery = { message, first, unsureSince: null, deadlineMs: 1_000 };
      await adapter.send(channel.entry, delivery, { ...testContext({ env }), http: { request } });
    }
    return requests;
  }

  test('every channel but your own service has limits', () => {
    expect(Object.keys(FIELDS).sort()).toEqual(
      Object.keys(CHANNEL_ADAPTERS)
        .filter((id) => id !== 'webhook')
        .sort(),
    );
  });
  test.each(Object.keys(FIELDS))('%s: no request exceeds what the service takes, for 0 to 500 changes', async (id) => {
    const services = new ChannelServices();
    const subject = services.subjects.find((one) => one.id === id);
    const [limits, adapter] = [FIELDS[id], subject?.channel.adapter];
    if (subject === undefined || limits === undefined || adapter === undefined) throw new Error(`no ${id}`);
    const env = subject.env('http://127.0.0.1:1');
    const unit = fc.constantFrom('🦕', 'a', '\n', '&', '<', '"', 'ü', '\u202e', '𝒳');
    const word = fc.string({ unit, minLength: 1, maxLength: 100 });
    const used = new Set<string>();
    const run = async (count: number, text: string): Promise<void> => {
      const failed = Array.from({ length: count }, (_, index) => `${text}${index}`);
      const entries = wordedRecord(() => text.repeat(count % 7 || 1)).map((one) =>
        one.kind === 'rolled-back' ? { ...one, data: { ...one.data, ok: false, failed, done: failed } } : one,
      );
      const all = messages(
        altered(entries, 0, (one) => one),
        'internal',
      );
      for (const message of all) {
        for (const request of await requestsOf({ ...subject, adapter }, message, env)) {
          // JSON.stringify writes half of a pair as an escape.
          expect(JSON.stringify(request)).not.toMatch(/\\ud[89a-f]/i);
          JSON.stringify(request, (name, value: unknown) => {
            const most = limits[name];
            if (most !== undefined && typeof value === 'string') {
              used.add(name);
              expect([name, value.length <= most, value.length > 0]).toEqual([name, true, true]);
            }
            return value;
          });
        }
      }
    };
    await run(500, '🦕'.repeat(200));
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 500 }), word, run), { numRuns: 3 });
    expect([...used].sort()).toEqual(Object.keys(limits).sort());
  });

  test('what does not fit is named', () => {
    const lines = Array.from({ length: 10 }, (_, index) => `${index}`.repeat(50));
    expect(fitting(lines, 400).at(-1)).toBe('… and 5 more lines: rewind incident show');
    expect(fitting(lines, 1000)).toEqual(lines);
    expect(cut('a🦕b', 3)).toBe('a…');
  });
});

test('a public post keeps its limits, and says with "…" that something is missing', () => {
  const unit = fc.constantFrom('a', 'ü', '🦕', '👩‍👩‍👧‍👦', ' ', 'e\u0301');
  const line = fc.string({ unit, maxLength: 200 }).map((text) => ({ text, from: [1] }));
  const limits = fc.record({ characters: fc.integer({ min: 2, max: 400 }), bytes: fc.integer({ min: 4, max: 4_000 }) });
  const [message] = messages(EXAMPLE, 'external') as [Message];
  fc.assert(
    fc.property(line, fc.array(line, { maxLength: 5 }), limits, (headline, lines, most) => {
      const text = postText({ ...message, headline, lines }, most);
      expect(graphemes(text).length).toBeLessThanOrEqual(most.characters);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most.bytes);
      const whole = [headline, ...lines].map((one) => one.text).join('\n');
      if (text !== whole) expect(text).toMatch(/…$/);
      expect(`${whole}\n`).toContain(text.replace(/\n?…$/, ''));
    }),
    { numRuns: 200 },
  );
});

describe('the configuration', () => {
  const parsed = (channels: string) =>
    parseConfig(`version: 1
environment: production
store: { kind: directory, path: s }
seal: { recipients: [age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p] }
resources: [{ id: db, provider: postgres, url: '\${DATABASE_URL}' }]
${channels}`);

  test('without the key, an incident is told in an issue; an empty list tells nobody', () => {
    expect(parsed('')).toMatchObject({ config: { channels: [{ id: 'github-issue', adapter: 'github-issue' }] } });
    expect(parsed('channels: []')).toMatchObject({ config: { channels: [] } });
  });

  test.each([
    ['{ id: a, adapter: slack, channel: C0123456789, token: xoxb-1234567890-abc }', 'must be a reference'],
    ['{ id: a, adapter: slack-webhook, url: "https://hooks.slack.com/services/T/B/x" }', 'must be a reference'],
    ['{ id: a, adapter: pagerduty, routing-key: 0123456789abcdef0123456789abcdef }', 'must be a reference'],
    ['{ id: a, adapter: webhook, secret: whsec_abc }', 'must be a reference'],
    ['{ id: a, adapter: slack, channel: "#incidents" }', 'must be the id of a channel'],
    ['{ id: a, adapter: bluesky, handle: a.test, audience: internal }', 'external'],
    ['{ id: a, adapter: bluesky, handle: "@a.test" }', 'must be a handle'],
    ['{ id: a, adapter: mastodon, server: "http://a.test" }', 'must be the address'],
    ['{ id: a, adapter: webhook }, { id: a, adapter: pagerduty }', 'is used twice'],
  ])('%s is refused, and the value is not repeated', (entry, message) => {
    const result = parsed(`channels: [${entry}]`);
    if (!('problems' in result)) throw new Error('it was accepted');
    expect(result.problems.map((one) => one.message).join()).toContain(message);
    expect(JSON.stringify(result.problems)).not.toMatch(/xoxb|services\/T|0123456789abcdef|whsec_abc/);
  });
});

test('a message that is not sent again has no remedy that says to run again', () => {
  const error = new RewindError('api-unavailable', 'Slack responded 503.');
  const line = (outcome: 'perhaps-sent' | 'not-sent'): string =>
    attemptLines([{ channel: 'ops', phase: 'opened', outcome, error }]).join('\n');
  expect(line('not-sent')).toMatch(/run again/i);
  expect(line('perhaps-sent')).toBe(
    'ops, opened: PERHAPS SENT; it is not sent again: Slack responded 503. Look into the channel; write the message by hand if it is missing.',
  );
});
