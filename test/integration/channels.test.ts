import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { exampleRecord } from '../../src/channels/example.js';
import { inspectChannels } from '../../src/channels/inspect.js';
import { loadChannels, type ChannelEntry } from '../../src/channels/load.js';
import { tell, type Attempt } from '../../src/channels/send.js';
import { tellingOf } from '../../src/channels/told.js';
import { Recorder } from '../../src/incident/record.js';
import type { Store } from '../../src/store/store.js';
import type { Answer, CrashPoint } from '../sandbox/json-server.js';
import { ChannelServices, type ChannelSubject } from '../support/channels.js';
import { testContext } from '../support/context.js';
import { freePort } from '../support/free-port.js';
import { memoryStore } from '../support/memory-store.js';
import { muteServer } from '../support/mute-server.js';

/** The rule of sending, on each channel and its service. */
const INCIDENT = '20261126T000000Z-abcdef';
const PHASES = ['opened', 'mitigated', 'failed', 'rolled-back', 'verified', 'recovered', 'closed'];
const NAMES = [
  ...['github-issue', 'slack', 'slack-webhook', 'pagerduty', 'webhook'],
  ...['statuspage', 'incident-io', 'smtp', 'bluesky', 'mastodon'],
];
/** Long enough for a loopback server on a busy machine, short enough for a server that hangs. */
const DELIVERY_MS = 900;

const services = new ChannelServices();
beforeAll(() => services.start());
afterAll(() => services.stop());
beforeEach(() => services.clear());

const named = (id: string): ChannelSubject => {
  const found = services.subjects.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no subject ${id}`);
  return found;
};
const recorderOn = (store: Store): Recorder => {
  const author = { by: 'ada', run: 'https://github.com/acme/shop/actions/runs/77', redact: (text: string) => text };
  return new Recorder(store, 'production', INCIDENT, author, testContext().clock);
};

/** Adds the entries of the example up to a phase to a record, or makes one. */
async function recorded(phases: number, store: Store = memoryStore()): Promise<Store> {
  const recorder = recorderOn(store);
  let left = phases;
  for (const [index, { kind, data }] of exampleRecord('production', new Date()).entries()) {
    if (kind !== 'observed' && left-- <= 0) break;
    await recorder.add(kind, data, `example/${index}`);
  }
  return store;
}

const run = (
  store: Store,
  { channel, env }: ChannelSubject,
  url?: string,
  deliveryMs = DELIVERY_MS,
): Promise<Attempt[]> => tell(recorderOn(store), [channel], testContext({ env: env(url) }), { deliveryMs });
const outcomes = (attempts: readonly Attempt[]): string[] => attempts.map(({ outcome }) => outcome);

test('every adapter is here', () => expect(services.subjects.map(({ id }) => id)).toEqual(NAMES));

describe.each(NAMES)('%s', (name) => {
  test('tells each phase once; a second run tells nothing', async () => {
    const [subject, store] = [named(name), await recorded(9)];
    // The first delivery loads the client.
    expect(outcomes(await run(store, subject, undefined, 5_000))).toEqual(PHASES.map(() => 'sent'));
    const { length } = subject.server.requests;
    expect(subject.phases()).toEqual(PHASES);
    expect(await run(store, subject)).toEqual([]);
    expect(subject.server.requests).toHaveLength(length);
  });

  const repeats = name !== 'slack-webhook' && name !== 'smtp';
  // What these ask before they write fails too.
  const asks = ['smtp', 'bluesky', 'mastodon'].includes(name);
  const maybe = asks ? 'not-sent' : repeats ? 'unsure' : 'perhaps-sent';
  const mute = { status: 200, body: { ok: false, error: 'restricted_action' } };
  test.each([
    // A request on its own connection does not tell why it failed in a way that its sender could rely on.
    ['refuses the connection', 'refused', name === 'webhook' ? 'unsure' : 'not-sent'],
    ['hangs', { kind: 'hang' }, maybe],
    [
      'answers 429',
      { kind: 'answer', answer: { status: 429, headers: { 'retry-after': '60' }, body: {} } },
      'not-sent',
    ],
    ['answers 500', { kind: 'answer', answer: { status: 500, body: {} } }, maybe],
    [
      'answers 200 with ok: false',
      { kind: 'answer', answer: mute },
      { slack: 'not-sent', webhook: 'sent', mastodon: 'unsure' }[name] ?? maybe,
    ],
  ] as const)('a service that %s: said in time, and told later', async (_what, fault, outcome) => {
    const [subject, store] = [named(name), await recorded(1)];
    if (fault !== 'refused') subject.server.inject({ times: 99, with: fault });
    const began = performance.now();
    const attempts = await run(
      store,
      subject,
      fault === 'refused' ? `http://127.0.0.1:${await freePort()}` : undefined,
      DELIVERY_MS,
    );
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(outcomes(attempts)).toEqual([outcome]);
    expect(subject.phases()).toEqual([]);
    subject.server.clearFaults();
    const again = await run(store, subject);
    const ended = outcome === 'sent' || outcome === 'perhaps-sent';
    expect(outcomes(again)).toEqual(ended ? [] : ['sent']);
    expect(subject.phases()).toEqual(ended ? [] : ['opened']);
  });

  test('killed at every write of two messages, run again: no message twice, and exactly one where that can be known', async () => {
    let kills = 0;
    for (let n = 1; ; n += 1) {
      services.clear();
      const [subject, store] = [named(name), await recorded(2)];
      services.crashPoint.arm(n);
      await run(mortal(store, services.crashPoint), subject).catch(() => undefined);
      if (!services.crashPoint.closed) break;
      kills += 1;
      services.crashPoint.arm(0);
      await run(store, subject);
      expect(await run(store, subject)).toEqual([]);
      const entries = await recorderOn(store).entries();
      const certain = PHASES.slice(0, 2).filter(
        (phase) => tellingOf(entries, `rewind/${keyed(phase)}/${name}`).state === 'sent',
      );
      const shown = subject.phases();
      expect([n, new Set(shown).size]).toEqual([n, shown.length]);
      expect([n, shown]).toEqual([n, expect.arrayContaining(certain)]);
      if (repeats) expect([n, shown]).toEqual([n, PHASES.slice(0, 2)]);
    }
    // Two messages: an intent, a request and a result each, every entry with its head.
    expect(kills).toBeGreaterThanOrEqual(10);
  });
});

/** The name of the rollback and the phase in a key. */
const keyed = (phase: string): string =>
  phase === 'opened' ? `${INCIDENT}/opened` : `${INCIDENT}-${'0'.repeat(12)}/${phase}`;

/** A store that dies with its process: after the write at which the client dies, nothing works. */
function mortal(store: Store, point: CrashPoint): Store {
  const dying = async <T>(write: () => Promise<T>): Promise<T> => {
    if (point.closed) throw new Error('killed');
    const result = await write();
    if (point.wrote()) throw new Error('killed');
    return result;
  };
  return {
    ...store,
    put: (key, content) => dying(() => store.put(key, content)),
    create: (key, content) => dying(async () => (await store.create?.(key, content)) ?? false),
  };
}

test('a broken channel holds up no other one, and its own later messages wait', async () => {
  const store = await recorded(2);
  const [bad, good] = [named('pagerduty'), named('webhook')];
  bad.server.inject({ times: 99, with: { kind: 'hang' } });
  const attempts = await tell(
    recorderOn(store),
    [bad.channel, good.channel],
    testContext({ env: { ...bad.env(), ...good.env() } }),
    { deliveryMs: DELIVERY_MS },
  );
  expect(outcomes(attempts)).toEqual(['unsure', 'waiting', 'sent', 'sent']);
});

test('two runs at once send a message once', async () => {
  const [subject, store] = [named('slack'), await recorded(1)];
  await Promise.all([run(store, subject), run(store, subject)]);
  await run(store, subject);
  expect(subject.phases()).toEqual(['opened']);
});

test('Slack: one message that shows the newest phase, the others in its thread; without the scope to look up, never twice', async () => {
  const [subject, store] = [named('slack'), await recorded(9)];
  await run(store, subject);
  const { top, replies } = services.slack.texts;
  expect([top.length, replies.length]).toEqual([1, PHASES.length - 1]);
  expect(top[0]).toContain('[closed]');
  services.clear();
  services.slack.scopes.delete('channels:history');
  const other = await recorded(1);
  subject.server.inject({ with: { kind: 'reset', executed: true } });
  expect(outcomes(await run(other, subject))).toEqual(['unsure']);
  expect(outcomes(await run(other, subject))).toEqual(['perhaps-sent']);
  expect(subject.phases()).toEqual(['opened']);
  services.slack.scopes.add('channels:history');
});

describe('a first message that somebody deleted', () => {
  /** Removes the first message from the service. */
  const remove: Readonly<Record<string, () => void>> = {
    'github-issue': () => {
      services.hub.issues.length = 0;
      // No number is given twice.
      services.hub.addIssue({ title: 'another', number: 99 });
    },
    slack: () => void (services.slack.messages.length = 0),
    statuspage: () => void (services.statuspage.incidents.length = 0),
    'incident-io': () => void (services.incidentIo.incidents.length = 0),
  };
  const WRITES = /^POST \S+\/(issues|chat\.postMessage|incidents)$/;

  test.each(Object.keys(remove))(
    '%s: a new one takes its place, also after a crash; the later ones follow it',
    async (name) => {
      const [subject, store] = [named(name), await recorded(1)];
      expect(outcomes(await run(store, subject))).toEqual(['sent']);
      remove[name]?.();
      await recorded(2, store);
      subject.server.inject({ on: WRITES, with: { kind: 'reset', executed: true } });
      // Its key makes a repetition at once harmless.
      expect(outcomes(await run(store, subject))).toEqual([name === 'incident-io' ? 'sent' : 'unsure']);
      await recorded(9, store);
      expect(outcomes(await run(store, subject))).toHaveLength(name === 'incident-io' ? 5 : 6);
      expect(subject.phases()).toEqual(PHASES.slice(1));
      const heads = [
        services.hub.issues.filter(({ labels }) => labels.length > 0),
        services.slack.texts.top,
        services.statuspage.incidents,
        services.incidentIo.incidents,
      ];
      expect(heads.map(({ length }) => length).reduce((sum, one) => sum + one)).toBe(1);
    },
  );

  test('GitHub: an issue that was moved to another repository is none of ours', async () => {
    const [subject, store] = [named('github-issue'), await recorded(1)];
    await run(store, subject);
    await recorded(2, store);
    const answer = { status: 301, headers: { location: 'https://api.github.com/repositories/1/issues/1' }, body: {} };
    subject.server.inject({ on: /comments$/, with: { kind: 'answer', answer } });
    expect(outcomes(await run(store, subject))).toEqual(['sent']);
    expect(services.hub.issues).toHaveLength(2);
  });
});

test.each(['edit_window_closed', 'cant_update_message', 'access_denied'])(
  'Slack: if it refuses to update the first message (%s), the reply is sent all the same',
  async (error) => {
    const [subject, store] = [named('slack'), await recorded(1)];
    await run(store, subject);
    await recorded(2, store);
    subject.server.inject({ on: /chat\.update$/, with: { kind: 'answer', answer: services.slack.refusal(error) } });
    expect(outcomes(await run(store, subject))).toEqual(['sent']);
    expect(services.slack.texts.replies).toEqual([expect.stringContaining('[mitigated]')]);
  },
);

test('Slack: nothing of a title is markup, in the first message either', async () => {
  const [subject, store] = [named('slack'), memoryStore()];
  const title = '*all* `rm` ~x~ @channel <!here> :fire:';
  await recorderOn(store).add('opened', { title, severity: 'major' });
  await run(store, subject);
  await recorderOn(store).add('closed', { reason: title });
  await run(store, subject);
  expect(services.slack.messages).toHaveLength(2);
  for (const { text, blocks } of services.slack.messages) {
    expect(text).toContain('@channel &lt;!here&gt;');
    expect(blocks).toEqual([{ type: 'section', text: { type: 'plain_text', text, emoji: false } }]);
  }
  expect(services.slack.texts.top).toEqual([expect.stringContaining('[closed]')]);
  const forms = subject.server.requests.map((one) => new URLSearchParams(String((one as { body: unknown }).body)));
  expect(forms.flatMap((form) => form.getAll('parse')).slice(-3)).toEqual(['none', 'none', 'none']);
});

test.each([
  ['slack', 9, /chat\.update$/],
  ['github-issue', 9, /^PATCH/],
  ['bluesky', 1, /createSession$/],
  ['mastodon', 1, /instance$/],
])('%s: if a request before the message fails, the message is not sent', async (name, phases, on) => {
  const [subject, store] = [named(name), await recorded(1)];
  if (phases > 1) await run(store, subject);
  await recorded(phases, store);
  subject.server.inject({ on, times: 99, with: { kind: 'answer', answer: { status: 500, body: {} } } });
  expect(outcomes(await run(store, subject)).find((one) => one !== 'sent')).toBe('not-sent');
});

test('GitHub: a marker that a stranger wrote is not ours', async () => {
  const [subject, store] = [named('github-issue'), await recorded(1)];
  subject.server.inject({ on: /^POST/, with: { kind: 'html', status: 502 } });
  expect(outcomes(await run(store, subject))).toEqual(['unsure']);
  const body = `<!-- rewind:rewind/${INCIDENT}/opened/github-issue -->\nnothing happened`;
  services.hub.addIssue({ title: 'x', body, labels: ['rewind-incident'], author: 'dependabot[bot]' });
  expect(outcomes(await run(store, subject))).toEqual(['sent']);
  expect(subject.phases()).toEqual(['opened']);
});

test('GitHub: the issue is closed with the incident', async () => {
  await run(await recorded(9), named('github-issue'));
  expect(services.hub.issues.map(({ state, labels }) => [state, labels])).toEqual([['closed', ['rewind-incident']]]);
});

test('PagerDuty: one incident, resolved with ours', async () => {
  await run(await recorded(9), named('pagerduty'));
  expect(services.pagerduty.incidents.map(({ state }) => state)).toEqual(['resolved']);
});

test('Statuspage: one incident with an update for each phase, for everybody, resolved with ours; nobody is written to if so configured', async () => {
  const { channel, env } = named('statuspage');
  await run(await recorded(9), named('statuspage'));
  const [incident] = services.statuspage.incidents;
  expect([incident?.name, incident?.status]).toEqual(['We are looking into a problem with our service.', 'resolved']);
  expect(incident?.updates.map(({ notified }) => notified)).toEqual(PHASES.map(() => true));
  expect(JSON.stringify(incident)).not.toMatch(/Example|checkout|actions\/runs/);
  const entry = { ...channel.entry, 'notify-subscribers': false } as typeof channel.entry;
  await tell(recorderOn(await recorded(1)), [{ ...channel, entry }], testContext({ env: env() }), {
    deliveryMs: DELIVERY_MS,
  });
  expect(services.statuspage.incidents[1]?.updates.map(({ notified }) => notified)).toEqual([false]);
});

test('Statuspage: an incident that somebody resolved after the crash is found too', async () => {
  const [subject, store] = [named('statuspage'), await recorded(1)];
  subject.server.inject({ on: /^POST/, with: { kind: 'reset', executed: true } });
  expect(outcomes(await run(store, subject))).toEqual(['unsure']);
  for (const incident of services.statuspage.incidents) incident.status = 'resolved';
  expect(outcomes(await run(store, subject))).toEqual(['sent']);
  expect(subject.phases()).toEqual(['opened']);
});

test('incident.io: one incident, closed with ours if a status is configured', async () => {
  const { channel, env } = named('incident-io');
  const status = '01FH5TZRWMNAFB0DZ23FD1TV96';
  const entry = { ...channel.entry, mode: 'test', 'closed-status-id': status } as typeof channel.entry;
  await tell(recorderOn(await recorded(9)), [{ ...channel, entry }], testContext({ env: env() }), {
    deliveryMs: DELIVERY_MS,
  });
  expect(services.incidentIo.incidents).toMatchObject([{ mode: 'test', status }]);
});

test.each([
  ['hangs', { kind: 'hang', executed: true }],
  ['breaks the connection', { kind: 'reset', executed: true }],
] as const)('mail: a server that takes it and %s: perhaps sent, and not sent again', async (_what, fault) => {
  const [subject, store] = [named('smtp'), await recorded(1)];
  subject.server.inject({ with: fault });
  expect(outcomes(await run(store, subject, undefined, DELIVERY_MS))).toEqual(['perhaps-sent']);
  expect(await run(store, subject)).toEqual([]);
  expect(subject.phases()).toEqual(['opened']);
});

test.each(['AUTH', 'MAIL', 'RCPT', 'DATA'])(
  'mail: a server that does not reply to %s in time has no mail; it gets it later',
  async (verb) => {
    const [subject, store] = [named('smtp'), await recorded(1)];
    services.mail.login = 'rewind:right';
    services.mail.mute = verb;
    const url = services.mail.url.replace('http://', 'http://rewind:right@');
    const shortly = testContext({ env: subject.env(url) });
    const attempts = await tell(recorderOn(store), [subject.channel], shortly, { deliveryMs: 300 });
    expect(outcomes(attempts)).toEqual(['not-sent']);
    expect(services.mail.requests.at(-1)).toContain(verb);
    services.mail.mute = null;
    expect(outcomes(await run(store, subject, url))).toEqual(['sent']);
    expect(subject.phases()).toEqual(['opened']);
    services.mail.login = null;
  },
);

test.each([
  ['does not end TLS', 'https'],
  ['redirects', 'http'],
])('slack-webhook: a host that %s has no message; it gets it later', async (_what, protocol) => {
  const [subject, store] = [named('slack-webhook'), await recorded(1)];
  const mute = await muteServer(
    protocol === 'http' ? 'HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n' : undefined,
  );
  const url = `${protocol}://${mute.host}`;
  const ctx = testContext({ env: subject.env(url) });
  expect(outcomes(await tell(recorderOn(store), [subject.channel], ctx, { deliveryMs: 300 }))).toEqual(['not-sent']);
  await mute.close();
  expect(outcomes(await run(store, subject))).toEqual(['sent']);
});

test.each([
  ['another protocol', 'http://127.0.0.1/', 'address-refused'],
  ['a server without TLS that is not on this machine', 'smtp://u:p@[::ffff:127.0.0.1]:PORT', 'api-rejected'],
  ['TLS that is none', 'smtps://127.0.0.1:PORT', 'api-unavailable'],
])('mail: %s gets no mail', async (_what, address, code) => {
  const { channel } = named('smtp');
  const port = new URL(services.mail.url).port;
  const ctx = testContext({ env: { SMTP_URL: address.replace('PORT', port) } });
  const [attempt] = await tell(recorderOn(await recorded(1)), [channel], ctx, { deliveryMs: DELIVERY_MS });
  expect([attempt?.outcome, attempt?.error?.code]).toEqual(['not-sent', code]);
  expect(services.mail.mails).toEqual([]);
});

test('Mastodon: a key that the server has forgotten is not sent again', async () => {
  const [subject, store] = [named('mastodon'), await recorded(1)];
  subject.server.inject({ on: /^POST/, times: 99, with: { kind: 'reset', executed: true } });
  expect(outcomes(await run(store, subject))).toEqual(['unsure']);
  subject.server.clearFaults();
  const later = (minutes: number): Promise<Attempt[]> => {
    const now = (): Date => new Date(Date.now() + minutes * 60_000);
    services.mastodon.clock = () => now().getTime();
    const ctx = testContext({ env: subject.env() });
    return tell(
      recorderOn(store),
      [subject.channel],
      { ...ctx, clock: { ...ctx.clock, now } },
      { deliveryMs: DELIVERY_MS },
    );
  };
  expect(outcomes(await later(61))).toEqual(['perhaps-sent']);
  expect(subject.phases()).toEqual(['opened']);
  services.mastodon.clock = Date.now;
});

test('Mastodon: a post has the length that the server takes; one of before 4.0 does not say it', async () => {
  const subject = named('mastodon');
  services.mastodon.characters = 100;
  await run(await recorded(1), subject);
  expect(services.mastodon.statuses.map(({ text }) => text.length <= 100)).toEqual([true]);
  services.clear();
  services.mastodon.characters = null;
  expect(outcomes(await run(await recorded(9), subject))).toEqual(PHASES.map(() => 'sent'));
  services.mastodon.characters = 500;
});

test('an issue in a public repository is for everybody, unless the configuration says otherwise', async () => {
  const { hub } = services;
  const audienceOf = async (env: Record<string, string>, entry: object = {}): Promise<string | undefined> => {
    const parsed = named('github-issue').channel.adapter.config.parse({
      id: 'issue',
      adapter: 'github-issue',
      ...entry,
    });
    const [loaded] = await loadChannels([parsed as ChannelEntry], testContext({ env }));
    return loaded?.entry.audience;
  };
  const env = named('github-issue').env();
  expect(await audienceOf(env)).toBe('internal');
  hub.visibility = 'public';
  expect(await audienceOf(env)).toBe('external');
  expect(await audienceOf(env, { audience: 'internal' })).toBe('internal');
  hub.visibility = 'internal';
  expect(await audienceOf(env)).toBe('internal');
  // Nobody knows who reads it.
  expect(await audienceOf({})).toBe('external');
  hub.visibility = 'private';
});

test('what everybody reads is told only on demand', async () => {
  const entries = services.subjects.map(({ channel }) => channel.entry as ChannelEntry);
  const ids = async (which?: 'all'): Promise<string[]> =>
    (await loadChannels(entries, testContext(), which)).map(({ entry }) => entry.id);
  expect(await ids('all')).toEqual(NAMES);
  expect(await ids()).toEqual(NAMES.filter((name) => name !== 'bluesky' && name !== 'mastodon'));
  expect(() =>
    named('bluesky').channel.adapter.config.parse({ ...named('bluesky').channel.entry, audience: 'internal' }),
  ).toThrow('external');
});

test('mail: one that was perhaps sent begins the thread', async () => {
  const [subject, store] = [named('smtp'), await recorded(1)];
  subject.server.inject({ with: { kind: 'reset', executed: true } });
  expect(outcomes(await run(store, subject))).toEqual(['perhaps-sent']);
  await recorded(9, store);
  await run(store, subject);
  const [first = '', ...later] = services.mail.mails.map(({ content }) => content);
  const id = /^Message-ID:\s*(\S+)/im.exec(first)?.[1];
  expect(later.map((content) => /^In-Reply-To:\s*(\S+)/im.exec(content)?.[1])).toEqual(PHASES.slice(1).map(() => id));
});

test.each<Answer>([
  { status: 200, body: 'x'.repeat(300_000) },
  { status: 200, headers: { 'content-encoding': 'zstd' }, body: 'x' },
])('webhook: the status decides, whatever the body of the answer is', async (answer) => {
  services.receiver.answer = answer;
  expect(outcomes(await run(await recorded(2), named('webhook')))).toEqual(['sent', 'sent']);
  services.receiver.answer = { status: 204 };
});

test('the channels hand over how long a service asks to wait', async () => {
  const answer = { status: 429, headers: { 'retry-after': '60' }, body: {} };
  for (const subject of services.subjects.filter(({ id }) => id !== 'smtp')) {
    subject.server.inject({ times: 99, with: { kind: 'answer', answer } });
    const [attempt] = await run(await recorded(1), subject);
    expect([subject.id, attempt?.outcome, attempt?.error?.retryAfterMs]).toEqual([subject.id, 'not-sent', 60_000]);
  }
});

test('each channel takes the time that is left of a run, which is no whole number', async () => {
  for (const { id, channel, env } of services.subjects) {
    const limits = { leftMs: () => 4_321.098_7 };
    const attempts = await tell(recorderOn(await recorded(1)), [channel], testContext({ env: env() }), limits);
    expect([id, attempts]).toMatchObject([id, [{ outcome: 'sent', error: null }]]);
  }
});

test('Bluesky: the token of a session is not shown', async () => {
  const { channel, env, server } = named('bluesky');
  const ctx = testContext({ env: env() });
  await tell(recorderOn(await recorded(1)), [channel], ctx);
  const { headers } = server.requests.at(-1) as { readonly headers: { readonly authorization: string } };
  const token = headers.authorization.replace('Bearer ', '');
  expect([token.length > 10, ctx.masker.redact(token).includes(token)]).toEqual([true, false]);
});

test.each([
  ['a private address', { 'allow-private': false }, 'https://127.0.0.1/incidents', 'address-refused'],
  ['a metadata service', { 'allow-private': true }, 'http://169.254.169.254/incidents', 'address-refused'],
  ['http to a public host', { 'allow-private': false }, 'http://example.com/incidents', 'address-refused'],
  ['a redirect', { 'allow-private': true }, null, 'api-rejected'],
])('webhook: %s is not followed, and no message repeats the address', async (_what, more, url, code) => {
  const { channel, env } = named('webhook');
  const entry = { ...channel.entry, ...more } as typeof channel.entry;
  const address = url ?? `${services.receiver.url}/moved`;
  const ctx = testContext({ env: { ...env(), REWIND_WEBHOOK_URL: address } });
  const [attempt] = await tell(recorderOn(await recorded(1)), [{ ...channel, entry }], ctx, {
    deliveryMs: DELIVERY_MS,
  });
  expect([attempt?.outcome, attempt?.error?.code]).toEqual(['not-sent', code]);
  expect(attempt?.error?.message).not.toContain('incidents');
  expect(services.receiver.messages.size).toBe(0);
});

test('the inspection names an unset credential and one that Slack refuses, and sends nothing', async () => {
  const entries = services.subjects.map(({ channel }) => channel.entry as ChannelEntry);
  const env = Object.assign({}, ...services.subjects.map((one) => one.env())) as Record<string, string>;
  const found = async (changed: Record<string, string | undefined>): Promise<string[]> => {
    const findings = await inspectChannels(entries, testContext({ env: { ...env, ...changed } }));
    return findings.map(({ level, resource, code }) => `${level} ${resource} ${code}`);
  };
  expect(await found({})).toEqual([]);
  services.mail.login = 'rewind:right';
  const wrong = {
    SLACK_BOT_TOKEN: 'xoxb-wrong-1234',
    PAGERDUTY_ROUTING_KEY: undefined,
    STATUSPAGE_API_KEY: 'wrong-1234',
    INCIDENT_IO_API_KEY: 'wrong-1234',
    SMTP_URL: services.mail.url.replace('http://', 'smtp://rewind:wrong@'),
  };
  expect(await found(wrong)).toEqual([
    'warning slack api-unauthorized',
    'warning pagerduty credential-missing',
    'warning statuspage api-unauthorized',
    'warning incident-io api-unauthorized',
    'warning smtp api-unauthorized',
  ]);
  services.mail.login = null;
  const inClear = 'http://hooks.example.com/secret-path';
  expect(await found({ SLACK_WEBHOOK_URL: inClear, REWIND_WEBHOOK_URL: 'ftp://hooks.example.com' })).toEqual([
    'warning slack-webhook address-refused',
    'warning webhook address-refused',
  ]);
  // The key of another API of PagerDuty; a password in the address of the webhook.
  const forms = {
    PAGERDUTY_ROUTING_KEY: 'u+Zk3yVbMxyz4t8cQ2aa',
    REWIND_WEBHOOK_URL: 'https://me:pw@hooks.example.com/',
  };
  expect(await found(forms)).toEqual(['warning pagerduty api-unauthorized', 'warning webhook address-refused']);
  expect(services.subjects.flatMap(({ phases }) => phases())).toEqual([]);
});
