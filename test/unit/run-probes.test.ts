import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { ProbeRun, Tick as Whole } from '../../src/probes/probe.js';
import { criteriaConfig } from '../../src/probes/criteria.js';
import type { LoadedProbe } from '../../src/probes/prepare.js';
import { takeBaselines } from '../../src/probes/take-baseline.js';
import { testContext } from '../support/context.js';
import { runProbes, type ReadyProbe } from '../../src/probes/run-probes.js';

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  jest.useRealTimers();
});

type Tick = Pick<Whole, 'dueAt' | 'signal'>;

const clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      const stop = (): void => {
        clearTimeout(timer);
        reject(new Error('aborted'));
      };
      if (signal?.aborted === true) stop();
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
const never = new AbortController().signal;
const context = { clock, signal: never };

const spec = (id: string) => ({ id, kind: 'check', area: 'content', critical: false }) as const;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function probe(id: string, run: (tick: Tick) => Promise<unknown> = async () => undefined): ReadyProbe {
  return {
    spec: spec(id),
    everyMs: 1000,
    timeoutMs: 900,
    async run(tick): Promise<ProbeRun> {
      const startedAt = Date.now();
      await run(tick);
      const sample = { kind: 'check', at: startedAt, ok: true } as const;
      return { samples: [sample], errors: [], timings: { dueAt: tick.dueAt, startedAt, endedAt: Date.now() } };
    },
  };
}

async function runWatch(probes: ReadyProbe[], durationMs: number, more: Partial<Parameters<typeof runProbes>[2]> = {}) {
  const watching = runProbes(probes, context, { durationMs, ...more });
  const outcome = watching.catch((error: unknown) => error);
  await jest.advanceTimersByTimeAsync(durationMs + 2000);
  const result = await outcome;
  if (result instanceof Error) throw result;
  return result as Awaited<ReturnType<typeof runProbes>>;
}

test('each probe runs at its interval, spread over it, and none after the end', async () => {
  const { series, skipped, startedAt, endedAt } = await runWatch([probe('a'), probe('b')], 5000);
  expect(series.map((one) => one.samples.map(({ at }) => at - startedAt))).toEqual([
    [0, 1000, 2000, 3000, 4000],
    [500, 1500, 2500, 3500, 4500],
  ]);
  expect(skipped).toBe(0);
  expect(endedAt - startedAt).toBe(4500);
});

test('a tick that hangs is ended at its time limit, also if the adapter ignores the signal, and delays nobody', async () => {
  const hangs = probe('hangs', () => new Promise(() => undefined));
  const { series } = await runWatch([hangs, probe('quick')], 4000);
  expect(series[0]?.samples).toEqual([]);
  expect(series[0]?.errors.map(({ message }) => message)).toEqual(Array(4).fill('no end within 900 ms'));
  expect(series[1]?.samples).toHaveLength(4);
});

test('a tick longer than the interval skips the next one: never two of one probe at a time', async () => {
  let running = 0;
  let most = 0;
  const slow: ReadyProbe = {
    ...probe('slow', async () => {
      running += 1;
      most = Math.max(most, running);
      await pause(1500);
      running -= 1;
    }),
    timeoutMs: 5000,
  };
  const { series, skipped } = await runWatch([slow], 6000);
  expect(most).toBe(1);
  expect(series[0]?.samples).toHaveLength(3);
  expect(skipped).toBe(3);
});

test('a program that was blocked makes up no ticks, and the next ones keep their time', async () => {
  const starts: number[] = [];
  const begin = Date.now();
  const one = probe('one', async () => void starts.push(Date.now() - begin));
  let sleeps = 0;
  // The second sleep takes 2,700 ms too long, as if the machine had been suspended.
  const late = {
    ...clock,
    sleep: (ms: number, signal?: AbortSignal) => clock.sleep((sleeps += 1) === 2 ? ms + 2700 : ms, signal),
  };
  const watching = runProbes([one], { clock: late, signal: never }, { durationMs: 7000 });
  await jest.advanceTimersByTimeAsync(8000);
  const { skipped, series } = await watching;
  expect(starts).toEqual([0, 1000, 4700, 5000, 6000]);
  expect(skipped).toBe(2);
  expect(series[0]?.samples.map((sample) => sample.lateMs ?? 0)).toEqual([0, 0, 700, 0, 0]);
});

test('what an adapter throws is an error of its series, and the others go on', async () => {
  const broken = probe('broken', () => Promise.reject(new Error('no such host')));
  const { series } = await runWatch([broken, probe('good')], 2000);
  expect(series[0]?.errors).toHaveLength(2);
  expect(series[0]?.errors[0]).toMatchObject({ reason: 'provider', message: 'no such host' });
  expect(series[1]?.samples).toHaveLength(2);
});

test('onRun ends the watch; what it throws is thrown', async () => {
  const ended = await runWatch([probe('a')], 60_000, { onRun: ({ samples }) => samples.length === 3 });
  expect(ended.series[0]?.samples).toHaveLength(3);
  expect(ended.cancelled).toBe(false);
  const fails = runWatch([probe('a')], 60_000, {
    onRun: () => {
      throw new Error('fault');
    },
  });
  await expect(fails).rejects.toThrow('fault');
});

test('a cancelled watch ends at once with what it has, and aborts what runs', async () => {
  const stop = new AbortController();
  let aborted = false;
  const hangs = probe('hangs', ({ signal }) => {
    signal.addEventListener('abort', () => (aborted = true));
    return new Promise(() => undefined);
  });
  setTimeout(() => stop.abort(new Error('the run was cancelled')), 2500);
  const { series, cancelled } = await runWatch([probe('a'), hangs], 60_000, { signal: stop.signal });
  expect(cancelled).toBe(true);
  expect(aborted).toBe(true);
  expect(series[0]?.samples).toHaveLength(3);
});

test('the signal of the run reaches the tick, and a later abort finds no listener left', async () => {
  const stop = new AbortController();
  const listeners = jest.spyOn(stop.signal, 'removeEventListener');
  await runWatch([probe('a')], 3000, { signal: stop.signal });
  expect(listeners).toHaveBeenCalledTimes(3);
});

test.each([
  ['two late ticks are repeated', 2, 24],
  ['ticks that are always late end after three times the time', 99, 0],
])('a baseline: %s', async (_, late, samples) => {
  let ticks = 0;
  const run = (): Promise<ProbeRun> => {
    ticks += 1;
    const at = Date.now();
    const sample = { kind: 'check', at, ok: true, ...(ticks <= late ? { lateMs: 5000 } : {}) } as const;
    return Promise.resolve({ samples: [sample], errors: [], timings: { dueAt: at, startedAt: at, endedAt: at } });
  };
  const loaded = { spec: spec('home'), entry: { id: 'home', every: 10 }, adapter: { id: 'fake', run } };
  const taking = takeBaselines(
    [loaded as unknown as LoadedProbe],
    testContext({ clock }),
    criteriaConfig.parse({ 'baseline-samples': 24 }),
    { control: null, identity: null, neutral: { url: '', allowPrivate: false } },
  );
  await jest.advanceTimersByTimeAsync(80_000);
  expect([(await taking)[0]?.samples, ticks]).toEqual([samples, late === 2 ? 26 : 72]);
});
