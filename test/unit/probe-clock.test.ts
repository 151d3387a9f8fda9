import { expect, test } from '@jest/globals';
import { readyProbe, type LoadedProbe } from '../../src/probes/prepare.js';
import type { ProbeAdapter } from '../../src/probes/probe.js';
import { testContext } from '../support/context.js';

test('a system clock that is corrected during a watch moves no sample', async () => {
  let [seconds, corrected] = [0, 0];
  const clock = {
    ...testContext().clock,
    now: () => new Date((seconds + corrected) * 1000),
    monotonic: () => seconds * 1000,
  };
  const adapter: ProbeAdapter<unknown> = {
    id: 'sql',
    kind: 'assertion',
    config: undefined as never,
    run(_config, _tick, ctx) {
      const at = ctx.clock.now().getTime();
      const timings = { dueAt: at, startedAt: at, endedAt: at };
      return Promise.resolve({ samples: [{ kind: 'assertion', at, holds: true }], errors: [], timings });
    },
  };
  const spec = { id: 'orders', kind: 'assertion', area: 'data', critical: true } as const;
  const entry = { id: 'orders', adapter: 'sql', every: 5 } as LoadedProbe['entry'];
  const neutral = { url: 'https://example.com', allowPrivate: false };
  const around = { control: null, controlled: null, identity: null, neutral, facts: null };
  const probe = readyProbe({ entry, spec, adapter }, { ...testContext(), clock }, around);
  const times: number[] = [];
  for (const jump of [0, 3600, -3600]) {
    [seconds, corrected] = [seconds + 5, jump];
    const run = await probe.run({ dueAt: seconds * 1000, signal: new AbortController().signal });
    times.push(run.samples[0]?.at ?? -1, run.timings.startedAt);
  }
  expect(times).toEqual([5000, 5000, 10_000, 10_000, 15_000, 15_000]);
});
