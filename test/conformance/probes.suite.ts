import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { probeRun, type ProbeAdapter, type ProbeRun, type Sample } from '../../src/probes/probe.js';
import type { TestContext } from '../support/context.js';
import { HOSTILE } from '../support/hostile.js';

/** What the watched system (or the service that knows about it) does. */
export const FAULTS = [
  'refuses the connection',
  'never answers',
  'resets the connection',
  'breaks off in the body',
  'sends its body too slowly',
  'sends a body without end',
  'sends a body that unpacks to gigabytes',
  'sends no HTTP',
  'sends endless headers',
  'has a certificate of another host',
  'has a certificate that nobody signed',
] as const;
export type FaultName = (typeof FAULTS)[number];

export interface ProbeHarness<Config> {
  readonly config: Config;
  /** Credentials that the probe sends. The watched system sends them back in each text of `hostile`. */
  readonly secrets: readonly string[];
  readonly ctx: TestContext;
  healthy(): void;
  fault(name: FaultName): void;
  /** A failing answer that holds the text wherever the adapter reads one, and all that was sent. */
  hostile(text: string): void;
  /** Connections that are open. */
  open(): number;
  close(): Promise<void>;
}

export interface ProbeCase<Config> {
  readonly adapter: ProbeAdapter<Config>;
  /** Faults that it cannot meet, each with the reason. */
  readonly without?: Partial<Record<FaultName, string>>;
  start(): Promise<ProbeHarness<Config>>;
}

/** What a fault may take on a busy machine. It is shorter than the time limit of the probes, which ends the slow faults only. */
const LIMIT_MS = 4_000;

const saidBy = (sample: Sample): string | undefined =>
  sample.kind === 'check' ? sample.error : sample.kind === 'count' ? undefined : sample.detail;

/** The one suite that every adapter passes. */
export function probeSuite<Config>(subject: ProbeCase<Config>): void {
  const { adapter } = subject;
  describe(`probe: ${adapter.id}`, () => {
    let stage: ProbeHarness<Config>;
    beforeAll(async () => {
      stage = await subject.start();
    });
    beforeEach(() => stage.healthy());
    afterAll(() => stage.close());

    const run = async (signal: AbortSignal = new AbortController().signal, ctx = stage.ctx): Promise<ProbeRun> => {
      const tick = { dueAt: Date.now(), control: null, baseline: null, signal };
      const result = await adapter.run(stage.config, tick, ctx);
      // What is kept is what is read back.
      expect(probeRun.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
      const { dueAt, startedAt, endedAt } = result.timings;
      expect(dueAt).toBeLessThanOrEqual(startedAt);
      expect(startedAt).toBeLessThanOrEqual(endedAt);
      const visible = JSON.stringify([result, stage.ctx.lines]);
      for (const secret of stage.secrets) expect(visible).not.toContain(secret);
      return result;
    };
    const closed = async (): Promise<void> => {
      const until = Date.now() + LIMIT_MS;
      while (stage.open() > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(stage.open()).toBe(0);
    };
    /** Production is at fault: for a check that is a failed sample, for all others no sample. */
    const expectFailure = ({ samples, errors }: ProbeRun): void => {
      if (adapter.kind === 'check') {
        expect(errors).toEqual([]);
        expect(samples).toMatchObject([{ kind: 'check', ok: false, retried: true, error: expect.stringMatching(/./) }]);
      } else {
        expect(samples).toEqual([]);
        expect(errors).toMatchObject([{ reason: 'provider', message: expect.stringMatching(/./) }]);
      }
    };

    test('healthy: a sample, no error, nothing left open', async () => {
      const { samples, errors } = await run();
      expect(errors).toEqual([]);
      expect(samples.length).toBeGreaterThan(0);
      for (const sample of samples) {
        expect(sample.kind).toBe(adapter.kind);
        if (sample.kind === 'check') expect(sample).toMatchObject({ ok: true, latencyMs: expect.any(Number) });
      }
      await closed();
    });

    const met = FAULTS.filter((name) => subject.without?.[name] === undefined);
    test.each(met)('%s: failed in time, nothing left open, healthy again after it', async (name) => {
      stage.fault(name);
      const begin = performance.now();
      expectFailure(await run());
      expect(performance.now() - begin).toBeLessThan(LIMIT_MS);
      await closed();
      stage.healthy();
      expect((await run()).errors).toEqual([]);
    });

    test('hostile texts: one short inert line each', async () => {
      for (const text of HOSTILE) {
        stage.hostile(text);
        const { samples, errors } = await run();
        const said = [...samples.map(saidBy), ...errors.map(({ message }) => message)].filter(
          (line) => line !== undefined,
        );
        expect(said.length).toBeGreaterThan(0);
        for (const line of said) {
          expect(line.length).toBeLessThanOrEqual(500);
          // eslint-disable-next-line no-control-regex
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        }
      }
    });

    test.each(['the tick', 'the run'])(
      '%s is ended while the answer is outstanding: no sample, at once',
      async (who) => {
        stage.fault('never answers');
        const end = new AbortController();
        const ctx = who === 'the run' ? { ...stage.ctx, signal: end.signal } : stage.ctx;
        const running = run(who === 'the tick' ? end.signal : undefined, ctx);
        while (stage.open() === 0) await new Promise((resolve) => setTimeout(resolve, 2));
        const begin = performance.now();
        end.abort();
        const { samples, errors } = await running;
        expect(performance.now() - begin).toBeLessThan(1_500);
        expect(samples).toEqual([]);
        expect(errors.map(({ reason }) => reason)).toEqual(['refused']);
        await closed();
      },
    );

    test('a tick that has ended already makes no connection', async () => {
      const { samples, errors } = await run(AbortSignal.abort());
      expect([samples.length, errors.length]).toEqual([0, 1]);
    });
  });
}
