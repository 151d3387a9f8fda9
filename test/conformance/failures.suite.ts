import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import type { Provider } from '../../src/engine/provider.js';
import { RewindError } from '../../src/runtime/errors.js';
import { isWrite, type Fault, type JsonServer, type SandboxRequest } from '../sandbox/json-server.js';
import type { TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/** A running emulator with one resource of the provider in it. */
export interface FailureHarness<Config> {
  readonly server: JsonServer;
  readonly config: () => Config;
  /** @param env replaces variables; undefined removes one */
  context(options?: { timeoutMs?: number; env?: Record<string, string | undefined> }): TestContext;
  /** Puts the service into its starting state. */
  reset(): Promise<void>;
  /** What a bad deploy does. */
  breakIt(): Promise<void> | void;
  close(): Promise<void>;
}

export interface FailureCase<Config, State> {
  readonly name: string;
  readonly provider: Provider<Config, State>;
  /** Stands in the message of every failure. */
  readonly service: string;
  /** The variable that holds the credential. */
  readonly credential: string;
  /** The client of the provider ends a call that is never answered after `timeoutMs`. */
  readonly hangs?: boolean;
  /** Codes that differ from the usual ones. */
  readonly codes?: Readonly<Record<string, string>>;
  /** For a service whose readings are a POST too. */
  readonly writes?: (request: SandboxRequest) => boolean;
  start(): Promise<FailureHarness<Config>>;
}

/** Milliseconds after which a call that is never answered is given up. */
const SHORT = 300;
const FOREVER = 1000;

/** What goes wrong in place of an answer. */
function faults(server: JsonServer): Record<string, Fault['with']> {
  const answer = (status: number, headers?: Record<string, string>): Fault['with'] => ({
    kind: 'answer',
    answer: server.failure(status, headers),
  });
  return {
    '429 with Retry-After': answer(429, { 'retry-after': '0' }),
    '429 without Retry-After': answer(429),
    '500': answer(500),
    '503 with Retry-After': answer(503, { 'retry-after': '0' }),
    'an HTML page with status 200': { kind: 'html', status: 200 },
    'an HTML page with status 502': { kind: 'html' },
    'a truncated answer': { kind: 'truncated' },
    'an answer that breaks off': { kind: 'cut' },
    'a connection reset': { kind: 'reset' },
    'an answer that never comes': { kind: 'hang' },
  };
}

const TRANSIENT = Object.keys(faults({ failure: () => ({ status: 0 }) } as unknown as JsonServer));
/** Faults after which the request was carried out all the same. */
const EXECUTED = ['500', 'an HTML page with status 502', 'a connection reset'];
const LASTING: readonly (readonly [number | 'reset' | 'html', string])[] = [
  [401, 'api-unauthorized'],
  [403, 'api-forbidden'],
  [404, 'api-not-found'],
  [429, 'api-rate-limited'],
  [500, 'api-unavailable'],
  ['reset', 'api-unavailable'],
  ['html', 'api-unexpected-answer'],
];

/** The pauses of a provider last a tenth of the time here; its clock counts them in full, so its deadlines stay what they are. */
function inHaste(ctx: TestContext): TestContext {
  const { clock } = ctx;
  let saved = 0;
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    await clock.sleep(ms / 10, signal);
    saved += ms * 0.9;
  };
  return { ...ctx, clock: { ...clock, monotonic: () => clock.monotonic() + saved, sleep } };
}

/** The RewindError that a promise fails with. */
export async function failureOf(run: Promise<unknown>): Promise<RewindError> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RewindError)) throw new Error(`expected a RewindError, got ${String(error)}`);
  return error;
}

/** The one suite of failures that every provider of an HTTP service passes. */
export function failures<Config, State>(subject: FailureCase<Config, State>): void {
  const { provider } = subject;
  const transient = TRANSIENT.filter((name) => subject.hangs !== false || name !== 'an answer that never comes');

  describe(`failures: ${subject.name}`, () => {
    let harness: FailureHarness<Config>;
    beforeAll(async () => {
      harness = await subject.start();
    });
    afterAll(() => harness.close());
    beforeEach(async () => {
      harness.server.clearFaults();
      await harness.reset();
    });

    const context: FailureHarness<Config>['context'] = (options) => inHaste(harness.context(options));
    const capture = async (ctx = context(), payloads = new MemoryPayloads()): Promise<State> =>
      provider.capture(harness.config(), ctx, payloads);
    const drifted = async (): Promise<{
      left: () => Promise<Change[]>;
      apply: (ctx: TestContext) => Promise<void>;
    }> => {
      const payloads = new MemoryPayloads();
      const saved = await capture(context(), payloads);
      await harness.breakIt();
      const left = async (): Promise<Change[]> =>
        provider
          .plan(saved, await capture(context(), new MemoryPayloads('compare', saved)))
          .filter(({ manual }) => manual === undefined);
      const changes = await left();
      expect(changes.length).toBeGreaterThan(0);
      const apply = async (ctx: TestContext): Promise<void> => {
        for (const change of changes) await provider.apply(harness.config(), change, ctx, payloads);
      };
      return { left, apply };
    };
    const fault = (name: string): Fault['with'] => {
      const found = faults(harness.server)[name];
      if (!found) throw new Error(`unknown fault ${name}`);
      return found;
    };

    test.each(transient)('%s: the snapshot is the same', async (name) => {
      const saved = await capture();
      harness.server.inject({ times: 2, with: fault(name) });
      expect(provider.plan(saved, await capture(context({ timeoutMs: SHORT })))).toEqual([]);
      expect(harness.server.pendingFaults).toBe(0);
    });

    test.each(transient)('%s in place of the answer to a write: restored', async (name) => {
      const { left, apply } = await drifted();
      harness.server.inject({ on: subject.writes ?? isWrite, times: 2, with: fault(name) });
      await apply(context({ timeoutMs: SHORT }));
      harness.server.clearFaults();
      expect(await left()).toEqual([]);
    });

    test.each(EXECUTED)('%s after a write was carried out: restored', async (name) => {
      const { left, apply } = await drifted();
      harness.server.inject({ on: subject.writes ?? isWrite, with: { ...fault(name), executed: true } });
      await apply(context());
      expect(await left()).toEqual([]);
    });

    test.each(LASTING)('%s for ever: %s, the service is named, nothing is written', async (kind, code) => {
      const { apply } = await drifted();
      const { server } = harness;
      server.inject({
        times: FOREVER,
        with: typeof kind === 'number' ? { kind: 'answer', answer: server.failure(kind) } : { kind, status: 200 },
      });
      const before = server.writes;
      const errors = [
        await failureOf(capture(context({ env: { AWS_MAX_ATTEMPTS: '2' } }))),
        await failureOf(apply(context({ env: { AWS_MAX_ATTEMPTS: '2' } }))),
      ];
      for (const error of errors) expect(error.code).toBe(subject.codes?.[kind] ?? code);
      expect(JSON.stringify([errors[0]?.message, errors[0]?.problems])).toContain(subject.service);
      if (kind === 401) for (const { remedy } of errors) expect(remedy).toContain(subject.credential);
      expect(server.writes).toBe(before);
    });

    test('no credential: the variable is named', async () => {
      const error = await failureOf(capture(context({ env: { [subject.credential]: undefined } })));
      expect(error.code).toBe('credential-missing');
      expect(error.message).toContain(subject.credential);
    });
  });
}
