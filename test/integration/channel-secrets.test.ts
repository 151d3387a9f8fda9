import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messagesOf } from '../../src/channels/message.js';
import { tell, type Steps } from '../../src/channels/send.js';
import { chain, OBLIGATIONS, PHASES, type Entry, type Unchained } from '../../src/incident/entry.js';
import type { LoadedChannel } from '../../src/channels/load.js';
import type { LoggedRequest } from '../sandbox/json-server.js';
import { SmtpSandbox } from '../sandbox/smtp.js';
import { ChannelServices, type ChannelServer } from '../support/channels.js';
import { testContext } from '../support/context.js';
import { wordedRecord } from '../support/worded-record.js';

/** What each adapter sends to its service for everybody: the bytes, not what the message is made of. */
const services = new ChannelServices();
beforeAll(() => services.start());
afterAll(() => services.stop());

const shift = (text: string, by: number): string =>
  Buffer.from(`${' '.repeat(by)}${text}`)
    .toString('base64')
    .replaceAll('=', '')
    .slice(by === 0 ? 0 : by + 1, -1);
/** Case does not count: both sides are in lower case. */
const ENCODINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => Array.from(text).reverse().join(''),
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => new URLSearchParams({ x: text }).toString().slice(2),
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => Buffer.from(text).toString('hex'),
  ...[0, 1, 2].map((by) => (text: string) => shift(text, by)),
  (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;').replaceAll('"', '&quot;'),
  (text) => Array.from(text, (one) => `&#${one.codePointAt(0)};`).join(''),
  (text) => Array.from(text, (one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  (text) => text.replace(/[\\`*_{}[\]()#+.!|<>~@-]/g, String.raw`\$&`),
];

/** Everything that a service was sent, as it came and decoded. @param from requests before it are of another run */
function sentTo(server: ChannelServer, from: number): string {
  if (server instanceof SmtpSandbox)
    return server.mails
      .map(({ content }) => mailText(content))
      .join('\n')
      .toLowerCase();
  const texts = (server.requests as readonly LoggedRequest[]).slice(from).flatMap(({ url, path, headers, bytes }) => {
    const body = bytes.toString('utf8');
    return [url, path, JSON.stringify(headers), body, [...new URLSearchParams(body)].flat().join(' ')];
  });
  return texts.join('\n').toLowerCase();
}

/** A mail as it came, and its parts without what the transfer adds. */
function mailText(content: string): string {
  const unfolded = content.replace(/=\r?\n/g, '');
  const blocks = content.match(/^(?:[A-Za-z0-9+/=]{4,}\r?\n?)+$/gm) ?? [];
  return [content, unfolded, ...blocks.map((block) => Buffer.from(block, 'base64').toString('utf8'))].join('\n');
}

function stepsOf(start: readonly Entry[]): Steps {
  const entries = [...start];
  return {
    entries: () => Promise.resolve([...entries]),
    add: (kind, data, key) => {
      const last = entries.at(-1) as Entry;
      const { incident, environment, by, run } = last;
      const at = new Date().toISOString();
      entries.push(chain({ incident, environment, at, by, run, key, kind, data } as Unchained, last));
      return Promise.resolve(true);
    },
  };
}

/** What no message of today is made from: an obligation of each kind, a verdict, links to what was told before. */
function beside(word: () => string, channels: readonly string[]): Pick<Unchained, 'kind' | 'data'>[] {
  const rollback = 'b'.repeat(64);
  return [
    ...OBLIGATIONS.map((kind) => ({
      kind: 'obligation' as const,
      data: { kind, rollback, id: word(), what: word(), resource: word(), items: [word()], discharge: word() },
    })),
    {
      kind: 'verdict',
      data: {
        ...{ level: 'roll-back', deployment: word(), criterion: word(), probe: word(), rule: word(), bad: 1, total: 2 },
        ...{ normal: null, evidence: null, threshold: null, suspect: 'deploy', reachedAt: '2026-11-26T10:00:00Z' },
      },
    },
    { kind: 'lifted', data: { digest: rollback, ok: true, title: word() } },
    ...channels.map((channel) => ({
      kind: 'told' as const,
      data: {
        message: word(),
        channel: `other-${channel}`,
        phase: 'opened' as const,
        step: 'sent' as const,
        ref: word(),
      },
    })),
  ];
}

/** A repository whose files name people. */
function repositoryOf(word: () => string): string {
  const root = mkdtempSync(join(tmpdir(), 'rewind-secrets-'));
  mkdirSync(join(root, '.github'));
  const contacts = `contacts: [{ name: ${JSON.stringify(word())}, role: owner, reach: ${JSON.stringify(word())} }]`;
  writeFileSync(join(root, '.github/rewind.yml'), `version: 1\nenvironment: production\n${contacts}\n`);
  writeFileSync(join(root, '.github/CODEOWNERS'), `* @${word()}\n`);
  return root;
}

const letters = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789')),
  minLength: 6,
  maxLength: 12,
});
const word = fc.oneof(
  letters.map((one) => `sk_live_${one}`),
  letters.map((one) => `db-${one}.internal.example.com`),
  letters.map((one) => `public.${one}_orders`),
  letters.map((one) => `Ada "Q" ${one} <ada@example.com>`),
  letters.map((one) => `postgres://u:${one}@10.1.2.3/x?y=ü&z`),
);

test('no channel for everybody sends a secret, a host, a table or a person of the record, the configuration or the variables, in no encoding', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 20, maxLength: 20 }), async (words) => {
      services.clear();
      const used: string[] = [];
      const next = (): string => {
        const one = `${words[used.length % words.length] ?? ''}~${used.length}`;
        used.push(one);
        return one;
      };
      const ids = services.subjects.map(({ id }) => id);
      const entries = wordedRecord(next, undefined, beside(next, ids));
      const root = repositoryOf(next);
      const variables = Object.fromEntries(
        ['DATABASE_URL', 'VERCEL_TOKEN', 'STRIPE_KEY'].map((name) => [name, next()]),
      );
      await Promise.all(
        services.subjects.map(async ({ id, server, channel, env }) => {
          const from = server.requests.length;
          const entry = { ...channel.entry, audience: 'external' } as LoadedChannel['entry'];
          const ctx = testContext({ root, env: { ...variables, ...env() } });
          const attempts = await tell(stepsOf(entries), [{ ...channel, entry }], ctx);
          expect([id, attempts.map(({ outcome }) => outcome)]).toEqual([id, PHASES.map(() => 'sent')]);
          const sent = sentTo(server, from);
          // The bytes are those of the messages.
          const [first] = messagesOf(entries, entry);
          expect(sent).toContain(first?.headline.text.toLowerCase());
          const leaks = used.flatMap((text) =>
            ENCODINGS.flatMap((encode, index) =>
              sent.includes(encode(text).toLowerCase()) ? [[id, index, text]] : [],
            ),
          );
          expect(leaks).toEqual([]);
        }),
      ).finally(() => rmSync(root, { recursive: true }));
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
