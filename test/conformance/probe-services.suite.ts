import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ProbeAdapter, ProbeRun } from '../../src/probes/probe.js';
import type { Answer, Fault, JsonServer, SandboxRequest } from '../sandbox/json-server.js';
import { testContext } from '../support/context.js';
import { probed, tickAt } from '../support/probes.js';

export interface ProbeScene {
  readonly server: JsonServer;
  /** The entry of rewind.yml without id and probe. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** Credentials and addresses. */
  readonly env: Readonly<Record<string, string>>;
  /** The service is well and has something to say. */
  reset(): void;
  close(): Promise<void>;
}

export interface ProbeCase<Config> {
  readonly adapter: ProbeAdapter<Config>;
  /** The variable that holds the credential. */
  readonly credential: string;
  /** An answer in the form of the service whose message is the text. */
  readonly refusal: (status: number, message: string) => Answer;
  /** Whether a request only reads; a GET when left out. */
  readonly reads?: (request: SandboxRequest) => boolean;
  /** Statuses that mean something else for this service. */
  readonly reasons?: Readonly<Record<number, string>>;
  start(): Promise<ProbeScene>;
}

const HOSTILE = '\u001b[31m::error::<script>@everyone\n::stop-commands::x\u202e';

/** What every adapter that asks a service must do when the service does not answer as it should: an error, never a sample. */
export function probeServiceSuite<Config>(given: ProbeCase<Config>): void {
  describe(`${given.adapter.id}: whatever the service does`, () => {
    let scene: ProbeScene;
    beforeAll(async () => void (scene = await given.start()));
    afterAll(() => scene.close());
    beforeEach(() => {
      scene.server.clearFaults();
      scene.reset();
      scene.server.requests.length = 0;
    });

    /** @param ms length of the tick */
    async function run(env: Record<string, string | undefined> = {}, ms = 20_000, stop?: AbortController) {
      const end = stop ?? new AbortController();
      const tick = tickAt(Date.now(), { signal: AbortSignal.timeout(ms) });
      const ctx = testContext({ env: { ...scene.env, ...env }, signal: end.signal });
      const result = await probed(given.adapter, scene.entry, ctx, tick);
      if (stop === undefined) end.abort();
      const secret = scene.env[given.credential] ?? '';
      expect(JSON.stringify([result, ctx.lines])).not.toContain(secret);
      return result;
    }
    const always = (kind: Fault['with']): void => scene.server.inject({ times: 1000, with: kind });
    const only = ({ samples, errors }: ProbeRun): ProbeRun['errors'][number] | undefined => {
      expect(samples).toEqual([]);
      expect(errors.length).toBeGreaterThan(0);
      return errors[0];
    };

    test('it is well: samples, and no error', async () => {
      const { samples, errors } = await run();
      expect(errors).toEqual([]);
      expect(samples.length).toBeGreaterThan(0);
      expect(samples.every(({ kind }) => kind === given.adapter.kind)).toBe(true);
      const reads = given.reads ?? (({ method }) => method === 'GET');
      expect(scene.server.requests.every(reads)).toBe(true);
    });

    test.each([401, 403, 404])('%d: not watched', async (status) => {
      const reason = given.reasons?.[status] ?? 'not-watched';
      always({ kind: 'answer', answer: given.refusal(status, 'no') });
      expect(only(await run())?.reason).toBe(reason);
    });

    test('a limit of requests is waited for', async () => {
      scene.server.inject({
        with: { kind: 'answer', answer: { ...given.refusal(429, 'slow down'), headers: { 'retry-after': '0' } } },
      });
      expect((await run()).samples.length).toBeGreaterThan(0);
    });

    test.each<[string, Fault['with']]>([
      ['is down', { kind: 'answer', answer: given.refusal(500, 'down') }],
      ['limits requests for the whole tick', { kind: 'answer', answer: given.refusal(429, 'slow down') }],
      ['answers with the page of a proxy', { kind: 'html', status: 200 }],
      ['cuts its answer short', { kind: 'truncated' }],
      ['resets the connection', { kind: 'reset' }],
      ['hangs', { kind: 'hang' }],
    ])('it %s: an error of the service, at the end of the tick at the latest', async (_what, kind) => {
      always(kind);
      expect(only(await run({}, 250))?.reason).toBe('provider');
    });

    test('an answer of another shape, and one that is too large', async () => {
      always({ kind: 'answer', answer: { status: 200, body: { surprise: true } } });
      expect(only(await run())?.reason).toBe('provider');
      scene.server.clearFaults();
      always({ kind: 'answer', answer: { status: 200, body: Buffer.alloc(51_000_000, ' ') } });
      expect(only(await run())?.reason).toBe('provider');
    });

    test('its text is inert', async () => {
      always({ kind: 'answer', answer: given.refusal(403, HOSTILE) });
      const { message = '' } = only(await run()) ?? {};
      expect(message).not.toContain('\n');
      expect(message).not.toContain('\u001b');
      expect(message).not.toContain('\u202e');
      expect(message.length).toBeLessThanOrEqual(500);
    });

    test('no credential: not watched, and nothing is asked', async () => {
      expect(only(await run({ [given.credential]: undefined }))).toMatchObject({
        reason: 'not-watched',
        message: expect.stringContaining(given.credential),
      });
      expect(scene.server.requests).toEqual([]);
    });

    test('a cancelled run ends at once', async () => {
      always({ kind: 'hang' });
      const stop = new AbortController();
      scene.server.before = undefined;
      const asked = run({}, 20_000, stop);
      while (scene.server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
      stop.abort();
      expect(only(await asked)).toMatchObject({ reason: 'refused', message: 'The run was cancelled.' });
    });
  });
}
