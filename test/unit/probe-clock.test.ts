import { expect, test } from '@jest/globals';
import { readyProbe, type LoadedProbe, type Surroundings } from '../../src/probes/prepare.js';
import type { ProbeAdapter } from '../../src/probes/probe.js';
import { testContext } from '../support/context.js';

/** A probe whose adapter tells the time, with a clock that a test moves. */
function probeAt(now: () => number, monotonic: () => number, identity: Surroundings['identity']) {
  const clock = { ...testContext().clock, now: () => new Date(now()), monotonic };
  const adapter: ProbeAdapter<unknown> = {
    id: 'http',
    kind: 'check',
    config: undefined as never,
    run(_config, _tick, ctx) {
      const at = ctx.clock.now().getTime();
      const timings = { dueAt: at, startedAt: at, endedAt: at };
      return Promise.resolve({ samples: [{ kind: 'check', at, ok: true }], errors: [], timings });
    },
  };
  const spec = { id: 'home', kind: 'check', area: 'content', critical: true } as const;
  const entry = { id: 'home', adapter: 'http', url: 'https://shop.example.com/', every: 5 } as LoadedProbe['entry'];
  const neutral = { url: 'https://example.com', allowPrivate: false };
  const around = { control: null, controlled: null, identity, neutral, facts: null };
  return readyProbe({ entry, spec, adapter }, { ...testContext(), clock }, around);
}

test('a service that is slow to say which deployment is served makes no tick late', async () => {
  let ms = 0;
  const probe = probeAt(
    () => ms,
    () => ms,
    () => {
      ms += 5000;
      return Promise.resolve(null);
    },
  );
  const run = await probe.run({ dueAt: 0, signal: new AbortController().signal });
  expect([run.timings.startedAt, run.samples[0]?.at]).toEqual([0, 5000]);
});

test('a system clock that is corrected during a watch moves no sample', async () => {
  let [seconds, corrected] = [0, 0];
  const probe = probeAt(
    () => (seconds + corrected) * 1000,
    () => seconds * 1000,
    null,
  );
  const times: number[] = [];
  for (const jump of [0, 3600, -3600]) {
    [seconds, corrected] = [seconds + 5, jump];
    const run = await probe.run({ dueAt: seconds * 1000, signal: new AbortController().signal });
    times.push(run.samples[0]?.at ?? -1, run.timings.startedAt);
  }
  expect(times).toEqual([5000, 5000, 10_000, 10_000, 15_000, 15_000]);
});
