import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { adapter, config, recordKey } from '../../src/channels/adapters/bluesky.js';
import { exampleRecord } from '../../src/channels/example.js';
import { inspectChannels } from '../../src/channels/inspect.js';
import { messagesOf, type Message } from '../../src/channels/message.js';
import { PHASES, SEVERITIES } from '../../src/incident/entry.js';
import { asRewindError } from '../../src/runtime/errors.js';
import { BLUESKY, BlueskySandbox } from '../sandbox/bluesky.js';
import { testContext } from '../support/context.js';

/** The adapter and the stand-in against the real server of Bluesky, offline. */
const folder = mkdtempSync(join(tmpdir(), 'rewind-pds-'));
const CWD = fileURLToPath(new URL('bluesky/', import.meta.url));
const sandbox = new BlueskySandbox();
const entry = config.parse({ id: 'posts', adapter: 'bluesky', handle: 'acme-status.test' });
const messages = messagesOf(exampleRecord('production', new Date('2026-11-26T10:00:00Z')), {
  ...{ id: 'posts', audience: 'external', severities: SEVERITIES },
});
const [first] = messages as [Message];

let server: ChildProcess;
let url: string;
let password: string;

beforeAll(async () => {
  server = spawn(compiledFor(), ['server.mjs', folder], {
    cwd: CWD,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: server.stdout as NodeJS.ReadableStream });
  [url] = (await once(lines, 'line')) as [string];
  await sandbox.start();
  const account = await call(url, 'com.atproto.server.createAccount', {
    ...{ handle: entry.handle, password: 'the-first-password', email: 'status@example.com' },
  });
  if (account.status !== 200) throw new Error(JSON.stringify(account.body));
  const made = await call(url, 'com.atproto.server.createAppPassword', { name: 'rewind' }, tokenOf(account));
  password = String(made.body.password);
}, 30_000);
afterAll(async () => {
  server.stdin?.end();
  await once(server, 'exit');
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Its database is compiled for the Node.js that installed it, which need not be the one of the tests. */
function compiledFor(): string {
  const probe = "new (require('better-sqlite3'))(':memory:')";
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = [process.execPath, ...folders.map((one) => join(one, 'node'))].find(
    (node) => spawnSync(node, ['-e', probe], { cwd: CWD }).status === 0,
  );
  if (found === undefined) throw new Error('Run "npm rebuild" in test/peers/bluesky.');
  return found;
}

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const tokenOf = ({ body }: Answered): string => z.string().parse(body.accessJwt);

async function call(base: string, method: string, body?: object, token?: string): Promise<Answered> {
  const response = await fetch(`${base}/xrpc/${method}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const ctx = (env: Record<string, string> = {}) =>
  testContext({ env: { BLUESKY_API_URL: url, BLUESKY_APP_PASSWORD: password, ...env } });
const send = (message: Message) =>
  adapter.send(entry, { message, unsureSince: null, first: null, deadlineMs: 5_000 }, ctx());

/** What a reader sees, oldest first. */
async function posts(): Promise<{ readonly uri: string; readonly text: string; readonly createdAt: string }[]> {
  const { body } = await call(
    url,
    `com.atproto.repo.listRecords?repo=${entry.handle}&collection=app.bsky.feed.post&reverse=true&limit=100`,
  );
  const list = z.looseObject({
    records: z.array(
      z.looseObject({ uri: z.string(), value: z.looseObject({ text: z.string(), createdAt: z.string() }) }),
    ),
  });
  return list.parse(body).records.map(({ uri, value }) => ({ uri, text: value.text, createdAt: value.createdAt }));
}

test('each phase is one post, however often it is sent, in the order of the phases', async () => {
  const refs: (string | null)[] = [];
  for (const message of messages) {
    const one = await send(message);
    refs.push(one.ref);
  }
  expect(await send(first)).toEqual({ ref: refs[0] });
  const seen = await posts();
  expect(seen).toHaveLength(PHASES.length);
  expect(seen.map(({ uri }) => uri)).toEqual(refs);
  expect(seen.map(({ createdAt }) => createdAt)).toEqual(messages.map(({ at }) => at));
  for (const [index, { text }] of seen.entries()) expect(text).toContain(messages[index]?.headline.text);
});

test.each([
  ['characters of one byte', 'a'],
  ['of four bytes', '🦕'],
  ['of many', '👩‍👩‍👧‍👦'],
])('a text that is too long, %s: cut to what the server takes', async (_what, unit) => {
  const at = new Date(Date.parse(first.at) - unit.length * 1_000).toISOString();
  const message = { ...first, key: `${first.key}-${unit}`, at, headline: { text: unit.repeat(400), from: [1] } };
  await send(message);
  const found = (await posts()).find(({ createdAt }) => createdAt === at);
  expect(found?.text).toMatch(/…$/);
});

test('the inspection finds the account, and a wrong password', async () => {
  expect(await inspectChannels([entry], ctx())).toEqual([]);
  expect(await inspectChannels([entry], ctx({ BLUESKY_APP_PASSWORD: 'wrong-password' }))).toMatchObject([
    { resource: 'posts', code: 'api-unauthorized' },
  ]);
});

test('the stand-in answers as the server does', async () => {
  const both = async (ask: (base: string, handle: string, secret: string) => Promise<Answered>) => {
    const answers = await Promise.all([
      ask(url, entry.handle, password),
      ask(sandbox.url, BLUESKY.handle, BLUESKY.password),
    ]);
    const [real, ours] = answers.map(({ status, body }) => ({ status, error: body.error, keys: Object.keys(body) }));
    expect({ status: ours?.status, error: ours?.error }).toEqual({ status: real?.status, error: real?.error });
    expect(real?.keys).toEqual(
      expect.arrayContaining((ours?.keys ?? []).filter((key) => key !== 'validationStatus' && key !== 'cid')),
    );
    return real?.status;
  };
  const session = (base: string, identifier: string, secret: string) =>
    call(base, 'com.atproto.server.createSession', { identifier, password: secret });
  const put = (text: string, rkey: string, token?: string) => async (base: string, handle: string, secret: string) => {
    const { body } = await session(base, handle, secret);
    const record = { $type: 'app.bsky.feed.post', text, createdAt: first.at, langs: ['en'] };
    const given = { repo: body.did, collection: 'app.bsky.feed.post', rkey, record };
    return call(base, 'com.atproto.repo.putRecord', given, token ?? tokenOf({ status: 200, body }));
  };
  const rkey = recordKey({ key: 'another', at: first.at });
  expect(await both(session)).toBe(200);
  expect(await both((base, handle) => session(base, handle, 'wrong'))).toBe(401);
  expect(await both(put('a'.repeat(300), rkey))).toBe(200);
  expect(await both(put('a'.repeat(301), rkey))).toBe(400);
  expect(await both(put('👩‍👩‍👧‍👦'.repeat(200), rkey))).toBe(400);
  expect(await both(put('a', 'no-tid'))).toBe(400);
  expect(await both(put('a', rkey, 'not-a-token'))).toBe(400);
  const refused = await adapter
    .send(
      entry,
      { message: first, unsureSince: null, first: null, deadlineMs: 5_000 },
      ctx({ BLUESKY_APP_PASSWORD: 'wrong' }),
    )
    .catch(asRewindError);
  expect(refused).toMatchObject({ code: 'api-unauthorized' });
});
