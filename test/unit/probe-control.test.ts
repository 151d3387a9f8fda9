import { expect, test } from '@jest/globals';
import { baselineOf, controlWorks } from '../../src/probes/baseline.js';
import { loadProbes, readyProbe, type LoadedProbe, type Surroundings } from '../../src/probes/prepare.js';
import type { CheckSample, ProbeAdapter, Tick } from '../../src/probes/probe.js';
import { testContext } from '../support/context.js';

const spec = { id: 'home', kind: 'check', area: 'content', critical: true } as const;

/** The controls that the adapter was given. */
async function controlsOf(around: Partial<Surroundings>): Promise<(string | null)[]> {
  const given: (string | null)[] = [];
  const adapter: ProbeAdapter<unknown> = {
    id: 'http',
    kind: 'check',
    config: undefined as never,
    run: (_config, tick: Tick) => {
      given.push(tick.control);
      return Promise.resolve({ samples: [], errors: [], timings: { dueAt: 0, startedAt: 0, endedAt: 0 } });
    },
  };
  const entry = { id: 'home', adapter: 'http', url: 'https://shop.example.com/', every: 5 } as LoadedProbe['entry'];
  const surroundings: Surroundings = {
    control: 'https://old.example.com',
    controlled: null,
    identity: () => Promise.resolve('dpl_1'),
    neutral: { url: 'https://example.com', allowPrivate: false },
    facts: null,
    ...around,
  };
  const probe = readyProbe({ entry, spec, adapter }, testContext(), surroundings);
  await probe.run({ dueAt: 0, signal: new AbortController().signal });
  return given;
}

test('the previous deployment is asked where the host serves a deployment and the baseline found that it answers', async () => {
  expect(await controlsOf({})).toEqual(['https://old.example.com']);
  expect(await controlsOf({ controlled: new Set(['home']) })).toEqual(['https://old.example.com']);
  expect(await controlsOf({ controlled: new Set() })).toEqual([null]);
  expect(await controlsOf({ identity: () => Promise.resolve(undefined) })).toEqual([null]);
  expect(await controlsOf({ identity: null })).toEqual([null]);
});

const check = (ok: boolean, control?: boolean): CheckSample => ({
  kind: 'check',
  at: 0,
  ok,
  latencyMs: 10,
  ...(control === undefined ? {} : { control: { ok: control } }),
});
const worksWith = (...samples: CheckSample[]): boolean =>
  controlWorks(baselineOf({ probe: spec, samples, errors: [] }, 1000));

test('a control that fails while production is good, e.g. behind a login, does not work', () => {
  expect(worksWith(check(true, true), check(true, true), check(true, false))).toBe(true);
  expect(worksWith(check(true, false), check(true, false), check(true, true))).toBe(false);
});

test('a control that failed together with production says nothing against it; one that was never asked does not work', () => {
  expect(worksWith(check(false, false), check(false, false), check(true, true))).toBe(true);
  expect(worksWith(check(true), check(true))).toBe(false);
});

const secondsOf = async (config: object): Promise<number> => {
  const entry = { id: 'home', area: 'content', critical: true, every: 5, ...config } as LoadedProbe['entry'];
  const [loaded] = await loadProbes([entry]);
  if (loaded === undefined) throw new Error('no probe');
  const around: Surroundings = {
    control: null,
    controlled: null,
    identity: null,
    neutral: { url: 'https://example.com', allowPrivate: false },
    facts: null,
  };
  return readyProbe(loaded, testContext(), around).timeoutMs / 1000;
};

/** If a tick ended before the second attempt, a production that hangs would give no sample at all, and never be found. */
test('a tick leaves time for two attempts that take their whole time, and for the neutral target', async () => {
  expect(await secondsOf({ adapter: 'http', 'timeout-seconds': 5 })).toBeGreaterThan(2 * 5 + 5);
  expect(await secondsOf({ adapter: 'flow', 'timeout-seconds': 5, steps: [{}, {}, {}] })).toBeGreaterThan(6 * 5 + 5);
  expect(await secondsOf({ adapter: 'command', 'timeout-seconds': 10 })).toBeGreaterThan(2 * 10 + 5);
  expect(await secondsOf({ adapter: 'http', 'timeout-seconds': 5, every: 60 })).toBe(60);
});
