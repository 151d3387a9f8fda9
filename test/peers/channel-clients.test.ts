import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { adapter as mastodon } from '../../src/channels/adapters/mastodon.js';
import { adapter as pagerduty } from '../../src/channels/adapters/pagerduty.js';
import { exampleRecord } from '../../src/channels/example.js';
import { messagesOf, type Message } from '../../src/channels/message.js';
import type { Audience } from '../../src/channels/phases.js';
import { PagerDutySandbox, ROUTING_KEY } from '../sandbox/pagerduty.js';
import { testContext } from '../support/context.js';
import { freePort } from '../support/free-port.js';

const BIN = fileURLToPath(new URL('../../.cache/peers/venv/bin/', import.meta.url));
const messages = (audience: Audience): Message[] =>
  messagesOf(exampleRecord('production', new Date('2026-11-26T10:00:00Z')), {
    ...{ id: 'team', audience, severities: ['critical'] },
  });
const deliver = (message: Message) => ({ message, first: null, unsureSince: null, deadlineMs: 5_000 });

/** Runs a script of Python. @param given as JSON on stdin */
async function python(script: string, given: object): Promise<unknown> {
  const child = spawn(`${BIN}python`, ['-c', `import json, sys\ngiven = json.load(sys.stdin)\n${script}`]);
  child.stdin.end(JSON.stringify(given));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(err).toBe('');
  return JSON.parse(out) as unknown;
}

test('PagerDuty: its own client sends the same events as we do, and understands the answers of the stand-in', async () => {
  const server = await new PagerDutySandbox().start();
  try {
    const entry = pagerduty.config.parse({ id: 'team', adapter: 'pagerduty' });
    const ctx = testContext({ env: { PAGERDUTY_ROUTING_KEY: ROUTING_KEY, PAGERDUTY_EVENTS_URL: server.url } });
    const url = 'https://github.com/acme/shop/actions/runs/77';
    for (const message of messages('internal')) await pagerduty.send(entry, deliver({ ...message, url }), ctx);
    const ours = server.requests.splice(0).map(({ path, body }) => ({ path, body }));
    const script = `
from pagerduty import EventsApiV2Client
client = EventsApiV2Client(given["key"])
client._url = given["url"]  # The setter takes https:// only.
keys = []
for event in given["events"]:
    key, payload = event["dedup_key"], event["payload"]
    if event["event_action"] == "trigger":
        names = ("summary", "source", "severity", "custom_details")
        rest = {name: value for name, value in payload.items() if name not in names}
        own = {name: payload[name] for name in names}
        keys.append(client.trigger(dedup_key=key, payload=rest, links=event["links"], **own))
    else: keys.append(client.send_event(event["event_action"], dedup_key=key, payload=payload))
print(json.dumps(keys))
`;
    const events = ours.map(({ body }) => body);
    const keys = await python(script, { key: ROUTING_KEY, url: server.url, events });
    expect(keys).toEqual(events.map((body) => (body as { dedup_key: string }).dedup_key));
    expect(ours).toMatchObject(server.requests.map(({ path, body }) => ({ path, body })));
    expect(server.requests.map(({ body }) => (body as { payload: unknown }).payload)).toEqual(
      events.map((body) => (body as { payload: unknown }).payload),
    );
  } finally {
    await server.stop();
  }
});

describe('Mastodon', () => {
  let child: ChildProcess;
  let url = '';
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const options = ['serve', '--in-memory', '--host', '127.0.0.1', '--port', String(port)];
    child = spawn(`${BIN}mastodon_mock`, options, { stdio: 'ignore' });
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const up = await fetch(`${url}/api/v2/instance`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (up) return;
      await sleep(100);
    }
    throw new Error('mastodon_mock did not start');
  }, 40_000);
  afterAll(() => void child.kill('SIGTERM'));

  const entry = mastodon.config.parse({ id: 'posts', adapter: 'mastodon', server: 'https://social.example.com' });
  const ctx = (token = 'mock_token') => testContext({ env: { MASTODON_ACCESS_TOKEN: token, MASTODON_API_URL: url } });

  test('a server that nobody here wrote takes the posts; one that is sent again, also by another client, is one', async () => {
    const all = messages('external');
    const refs: unknown[] = [];
    for (const message of [...all, ...all]) refs.push((await mastodon.send(entry, deliver(message), ctx())).ref);
    expect(refs.slice(all.length)).toEqual(refs.slice(0, all.length));
    const script = `
from mastodon import Mastodon
client = Mastodon(access_token="mock_token", api_base_url=given["url"])
again = [str(client.status_post("another text", idempotency_key=key)["id"]) for key in given["keys"]]
shown = client.account_statuses(client.me()["id"])
print(json.dumps({"again": again, "shown": [[str(one["id"]), one["visibility"], one["language"], one["content"]] for one in shown]}))
`;
    const read = (await python(script, { url, keys: all.map(({ key }) => key) })) as {
      readonly again: string[];
      readonly shown: string[][];
    };
    expect(read.again).toEqual(refs.slice(0, all.length));
    const shown = read.shown.toReversed();
    expect(shown.map(([id, visibility, language]) => [id, visibility, language])).toEqual(
      read.again.map((id) => [id, 'public', 'en']),
    );
    for (const [index, { headline }] of all.entries()) expect(shown[index]?.[3]).toContain(headline.text);
  });

  test('a wrong token is refused, also by the inspection', async () => {
    const [message] = messages('external');
    if (message === undefined) throw new Error('no message');
    const wrong = { code: 'api-unauthorized' };
    await expect(mastodon.send(entry, deliver(message), ctx('wrong'))).rejects.toMatchObject(wrong);
    await expect(mastodon.inspect?.(entry, ctx('wrong'))).rejects.toMatchObject(wrong);
  });
});
