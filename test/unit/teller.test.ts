import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, test } from '@jest/globals';
import { BESIDE, createTeller, type Beside, type Teller, type Told } from '../../src/channels/beside.js';
import type { Delivery } from '../../src/channels/channel.js';
import { exampleRecord } from '../../src/channels/example.js';
import type { LoadedChannel } from '../../src/channels/load.js';
import { recordBegin } from '../../src/commands/rollback/incident.js';
import type { Entry } from '../../src/incident/entry.js';
import { Recorder } from '../../src/incident/record.js';
import type { Clock } from '../../src/runtime/context.js';
import { RewindError } from '../../src/runtime/errors.js';
import type { Store } from '../../src/store/store.js';
import { testContext } from '../support/context.js';
import { memoryStore } from '../support/memory-store.js';

/** Messages beside a run, with a clock that the test moves. */
const INCIDENT = '20261126T000000Z-abcdef';

class MovedClock implements Clock {
  private at = 1_000;
  private sleepers: { at: number; wake: () => void }[] = [];
  now = (): Date => new Date(Date.parse('2026-11-26T00:00:00Z') + this.at);
  monotonic = (): number => this.at;
  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
      this.sleepers.push({ at: this.at + ms, wake: resolve });
    });

  async move(ms: number): Promise<void> {
    this.at += ms;
    const due = this.sleepers.filter(({ at }) => at <= this.at);
    this.sleepers = this.sleepers.filter(({ at }) => at > this.at);
    for (const { wake } of due) wake();
    await settled();
  }
}
/** Nothing waits for anything but the clock: what can happen has happened after some turns. */
async function settled(): Promise<void> {
  for (let n = 0; n < 60; n += 1) await turn();
}

let clock: MovedClock;
let store: ReturnType<typeof memoryStore>;
/** `<channel> <phase>` of each delivery. */
let sent: string[];

beforeEach(async () => {
  clock = new MovedClock();
  store = memoryStore();
  sent = [];
  await recorded('opened');
});

const recorderOn = (at: Store): Recorder => {
  const author = { by: 'ada', run: null, redact: (text: string) => text };
  return new Recorder(at, 'production', INCIDENT, author, clock);
};
/** Another process writes the entries of the example that have this kind. */
async function recorded(kind: Entry['kind'], digest?: string): Promise<void> {
  for (const { kind: own, data } of exampleRecord('production', new Date())) {
    if (own === kind) await recorderOn(store).add(own, digest === undefined ? data : { ...data, digest });
  }
}
function channel(id: string, send: (delivery: Delivery) => Error | null = () => null): LoadedChannel {
  const entry = { id, adapter: 'webhook', audience: 'internal', severities: ['critical', 'major', 'minor'] };
  return {
    entry: entry as unknown as LoadedChannel['entry'],
    adapter: {
      id: 'webhook',
      repeat: 'same-key',
      config: undefined as never,
      send: (_config, delivery) => {
        sent.push(`${id} ${delivery.message.phase}`);
        const error = send(delivery);
        return error === null ? Promise.resolve({ ref: null }) : Promise.reject(error);
      },
    },
  };
}
function tellerOf(channels: readonly LoadedChannel[], more: Partial<Beside> = {}): Teller {
  const recorder = recorderOn(store);
  return createTeller({
    ctx: { ...testContext(), clock },
    channels: () => Promise.resolve(channels),
    steps: () => {
      recorder.refresh();
      return recorder;
    },
    alone: (_incident, work) => work(),
    way: (incident) => `rewind notify ${incident}`,
    pace: BESIDE,
    ...more,
  });
}
async function finished(teller: Teller): Promise<Told | null> {
  const end = teller.finish();
  await settled();
  await clock.move(BESIDE.waitMs);
  return end;
}
const attempts = (told: Told | null): string[] =>
  (told?.attempts ?? []).map(({ channel: id, phase, outcome }) => `${id} ${phase} ${outcome}`);
const toldEntries = async (): Promise<number> =>
  (await recorderOn(store).entries()).filter(({ kind }) => kind === 'told').length;

test('a store that takes the intent after the end of the run: nothing is sent any more, and the record says so', async () => {
  let release = (): void => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  const create = store.create?.bind(store);
  store.create = async (key, content) => {
    await slow;
    return (await create?.(key, content)) ?? false;
  };
  const teller = tellerOf([channel('team')]);
  teller.wake(INCIDENT);
  const told = await finished(teller);
  expect([attempts(told), told?.hindrance?.code]).toEqual([['team opened unsure'], 'api-unavailable']);
  release();
  await settled();
  expect(sent).toEqual([]);
  const steps = (await recorderOn(store).entries()).flatMap((entry) => (entry.kind === 'told' ? entry.data.step : []));
  expect(steps).toEqual(['intent', 'not-sent']);
});

test('a refusal that stays is tried once in a run, and named; a channel that may come back is tried again', async () => {
  const refused = new RewindError('api-forbidden', 'Grant it.');
  const teller = tellerOf([
    channel('forbidden', () => refused),
    channel('busy', () => new RewindError('api-rate-limited', 'Later.')),
  ]);
  teller.wake(INCIDENT);
  await settled();
  for (let minute = 0; minute < 30; minute += 1) await clock.move(60_000);
  await recorded('mitigated');
  teller.wake(INCIDENT);
  await settled();
  const told = await finished(teller);
  expect(sent.filter((one) => one.startsWith('forbidden'))).toEqual(['forbidden opened']);
  expect(sent.filter((one) => one.startsWith('busy')).length).toBeGreaterThan(5);
  expect(attempts(told)).toEqual(expect.arrayContaining(['forbidden opened not-sent', 'forbidden mitigated waiting']));
  expect(told?.attempts[0]?.error).toBe(refused);
});

test('a run with one refused channel does nothing more', async () => {
  const teller = tellerOf([channel('forbidden', () => new RewindError('credential-missing', 'X is not set.'))]);
  teller.wake(INCIDENT);
  await settled();
  store.opened.length = 0;
  for (let minute = 0; minute < 180; minute += 10) await clock.move(600_000);
  expect([await toldEntries(), store.opened.filter((key) => /0[2-9]\.json$/.test(key))]).toEqual([
    2,
    expect.any(Array),
  ]);
  expect(sent).toHaveLength(1);
  await finished(teller);
  expect(sent).toHaveLength(1);
});

test('a channel that says when it takes the next request is not tried before, also not at the end', async () => {
  const times: number[] = [];
  const busy = new RewindError('api-rate-limited', 'Later.', { retryAfterMs: 200_000 });
  const send = (): Error => {
    times.push(clock.monotonic() - 1_000);
    return busy;
  };
  const teller = tellerOf([channel('busy', send), channel('team')]);
  teller.wake(INCIDENT);
  await settled();
  await recorded('mitigated');
  teller.wake(INCIDENT);
  await settled();
  expect(sent).toContain('team mitigated');
  for (let second = 0; second < 300; second += 10) await clock.move(10_000);
  expect(times).toEqual([0, 200_000]);
  expect(attempts(await finished(teller))).toContain('busy opened not-sent');
  expect(times).toHaveLength(2);
});

test('what another run told in the meantime is not left', async () => {
  let isLocked = true;
  const teller = tellerOf([channel('team')], {
    alone: (_incident, work) =>
      isLocked ? Promise.reject(new RewindError('environment-locked', 'Another run tells.')) : work(),
  });
  teller.wake(INCIDENT);
  await settled();
  const other = tellerOf([channel('team')]);
  other.wake(INCIDENT);
  await finished(other);
  isLocked = false;
  await clock.move(5_000);
  const told = await finished(teller);
  expect([attempts(told), told?.hindrance, sent]).toEqual([[], null, ['team opened']]);
});

test('what another run sent after it failed here is told', async () => {
  let isBroken = true;
  const broken = channel('team', () => (isBroken ? new RewindError('api-rate-limited', 'Later.') : null));
  const teller = tellerOf([broken]);
  teller.wake(INCIDENT);
  await settled();
  isBroken = false;
  const other = tellerOf([broken]);
  other.wake(INCIDENT);
  await finished(other);
  expect(attempts(await finished(teller))).toEqual(['team opened sent']);
  expect(sent).toEqual(['team opened', 'team opened']);
});

test('a phase that is held waits for the end; the same phase of an earlier rollback holds up nothing', async () => {
  await recorded('verified', '1'.repeat(64));
  const first = tellerOf([channel('team')]);
  first.wake(INCIDENT);
  await finished(first);
  sent.length = 0;
  const teller = tellerOf([channel('team')]);
  await recorded('rolled-back', '2'.repeat(64));
  await recorded('verified', '2'.repeat(64));
  teller.wake(INCIDENT, 'verified');
  await settled();
  expect(sent).not.toContain('team verified');
  expect(sent).toContain('team rolled-back');
  await finished(teller);
  expect(sent.at(-1)).toBe('team verified');
});

test('a rollback holds its verification from the begin on, also when it is run again', async () => {
  const held: unknown[] = [];
  const { context, digest } = { context: { ...testContext(), clock }, digest: '3'.repeat(64) };
  const run = {
    session: { context, inputs: { reason: null, plan: null, config: '' }, run: null, setOutput: () => undefined },
    project: { store, config: { environment: 'production', store: { kind: 'directory', path: 'x' } } },
    approved: {
      digest,
      snapshot: 'x',
      database: 'none',
      changes: [],
      undoes: null,
      createdAt: clock.now().toISOString(),
    },
    ...{ approval: { kind: 'none', approvedBy: [] }, release: null },
    teller: { wake: (_incident: string, until?: string) => held.push(until) },
  } as unknown as Parameters<typeof recordBegin>[0];
  await recordBegin(run);
  await recordBegin(run);
  expect([context.lines, held]).toEqual([[], ['verified', 'verified']]);
});

test('a record that grew is read from where it ended', async () => {
  const recorder = recorderOn(store);
  await recorder.entries();
  await recorded('note');
  await recorderOn(store).add('note', { text: 'one more' });
  store.opened.length = 0;
  recorder.refresh();
  const entries = await recorder.entries();
  expect(store.opened.filter((key) => key.endsWith('000001.json'))).toEqual([]);
  expect(entries.at(-1)).toMatchObject({ kind: 'note', data: { text: 'one more' } });
});
