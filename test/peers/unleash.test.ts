import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import provider from '../../src/providers/unleash/index.js';
import { mitigation } from '../../src/providers/unleash/mitigate.js';
import { conformance } from '../conformance/suite.js';
import { mutations, PERSON, sampled, UnleashFixture, SECRET } from '../sandbox/unleash/fixture.js';
import { UnleashSandbox } from '../sandbox/unleash/server.js';
import { testContext } from '../support/context.js';
import { freePort } from '../support/free-port.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const TOKEN = '*:*.4471c0ffee-unleash-admin';
/** Unleash 8 wants Node 22 or newer; the repository brings one. */
const NODE = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Starts the real server, with no calls home; the token is the only way in. */
const SCRIPT = `
import { start } from 'unleash-server';
await start({
  databaseUrl: process.env.DATABASE_URL,
  db: { ssl: false },
  server: { host: '127.0.0.1', port: Number(process.env.UNLEASH_PORT), gracefulShutdownEnable: false },
  versionCheck: { enable: false },
  telemetry: false,
  disableLegacyFeaturesApi: true,
  logLevel: 'error',
  authentication: {
    type: 'open-source',
    initApiTokens: [{ tokenName: 'rewind', type: 'admin', environment: '*', projects: ['*'], secret: process.env.TOKEN }],
  },
});
// Its bookkeeping of an archived flag goes on after the answer, fails when the flag is deleted meanwhile, and would end it.
process.removeAllListeners('unhandledRejection');
process.on('unhandledRejection', () => undefined);
`;

interface RealServer {
  readonly url: string;
  readonly database: TestPostgres;
  stop(): Promise<void>;
}

async function startUnleash(): Promise<RealServer> {
  const database = await startPostgres();
  const url = await database.createDatabase('unleash');
  const port = await freePort();
  const child = spawn(NODE, ['--input-type=module', '-e', SCRIPT], {
    cwd: HERE,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      DATABASE_SSL: 'false',
      UNLEASH_PORT: String(port),
      TOKEN,
      CHECK_VERSION: 'false',
      SEND_TELEMETRY: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void log.push(text));
  }
  const base = `http://127.0.0.1:${port}`;
  child.once('exit', (code, signal) => {
    if (signal !== 'SIGKILL') console.error(`Unleash ended (${code ?? signal}):\n${log.join('').slice(-2000)}`);
  });
  await untilHealthy(child, base, log);
  return {
    url: base,
    database,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await gone;
      }
      await database.stop();
    },
  };
}

async function untilHealthy(child: ChildProcess, base: string, log: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`Unleash did not start:\n${log.join('')}`);
    const answer = await fetch(`${base}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  child.kill('SIGKILL');
  throw new Error(`Unleash did not answer within 60 s:\n${log.join('')}`);
}

const config = {
  id: 'subject',
  provider: 'unleash' as const,
  project: 'default',
  environment: 'production',
  'gate-timeout-seconds': 30,
};
const contextFor = (url: string) => testContext({ env: { UNLEASH_API_TOKEN: TOKEN, UNLEASH_URL: url } });

let real: RealServer;
beforeAll(async () => {
  real = await startUnleash();
}, 120_000);
afterAll(() => real.stop());

conformance({
  name: 'unleash against the real server',
  provider,
  // The plan itself creates what is absent, and a switch has only two values.
  writesOver: ({ before, params: { kind } }) => before === null || kind === 'turn-on' || kind === 'turn-off',
  cases: 25,
  async start() {
    const scene = new UnleashFixture(real.url, TOKEN);
    return {
      config,
      ctx: contextFor(real.url),
      reset: () => scene.reset(),
      mutations,
      mutate: (mutation) => scene.mutate(mutation),
      outside: () => scene.outside(),
      // Each write is recorded as an event; reading is shown to record none below.
      writes: () => 0,
      secrets: [TOKEN, SECRET, PERSON],
      close: async () => undefined,
    };
  },
});

describe('the real server', () => {
  test('reading changes nothing: no event is recorded', async () => {
    const scene = new UnleashFixture(real.url, TOKEN);
    await scene.reset();
    const events = async (): Promise<unknown> => real.database.query('unleash', 'select count(*) from events');
    const before = await events();
    await provider.check(config, contextFor(real.url));
    await provider.capture(config, contextFor(real.url), new MemoryPayloads());
    expect(await events()).toEqual(before);
  });

  test('the other environment is not touched by a restore', async () => {
    const scene = new UnleashFixture(real.url, TOKEN);
    await scene.reset();
    const ctx = contextFor(real.url);
    const elsewhere = await scene.elsewhere('banner');
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(config, ctx, payloads);
    await scene.mutate({ do: 'turn', flag: 'banner', on: false });
    await scene.mutate({ do: 'remove', flag: 'banner', place: 0 });
    const plan = provider.plan(saved, await provider.capture(config, ctx, new MemoryPayloads('compare')));
    expect(plan.map(({ id }) => id)).toEqual(['targeting:banner']);
    for (const change of plan) await provider.apply(config, change, ctx, payloads);
    expect(provider.plan(saved, await provider.capture(config, ctx, new MemoryPayloads('compare')))).toEqual([]);
    expect(await scene.elsewhere('banner')).toEqual(elsewhere);
  });

  test('a mitigation turns flags off, once', async () => {
    const scene = new UnleashFixture(real.url, TOKEN);
    await scene.reset();
    await scene.call('POST', 'features/banner/tags', { type: 'simple', value: 'risky' });
    const ctx = contextFor(real.url);
    const run = async (): Promise<string[]> => {
      const live = await provider.capture(config, ctx, new MemoryPayloads('compare'));
      const { desired } = mitigation.ease(
        config,
        live,
        { kind: 'flags-off', tags: ['risky'], flags: ['colors', 'nope'] },
        {},
      );
      const changes = provider.plan(desired, live);
      for (const change of changes) await provider.apply(config, change, ctx, new MemoryPayloads());
      return changes.map(({ id }) => id);
    };
    expect(await run()).toEqual(['targeting:banner', 'targeting:colors']);
    expect(await run()).toEqual([]);
  });

  test('a project that is not there is told, and never taken for one without flags', async () => {
    const wrong = { ...config, project: 'nowhere' };
    const run = provider.capture(wrong, contextFor(real.url), new MemoryPayloads());
    await expect(run).rejects.toMatchObject({ code: 'api-not-found' });
  });

  test('a wrong token is refused (401)', async () => {
    const wrong = testContext({ env: { UNLEASH_API_TOKEN: '*:*.wrong', UNLEASH_URL: real.url } });
    await expect(provider.capture(config, wrong, new MemoryPayloads())).rejects.toMatchObject({
      code: 'api-unauthorized',
    });
  });
});

test('our sandbox and the real server end in the same state after the same mutations', async () => {
  const sandbox = await new UnleashSandbox().start();
  sandbox.tokens.set(TOKEN, 'admin');
  try {
    const scenes = [new UnleashFixture(real.url, TOKEN), new UnleashFixture(sandbox.url, TOKEN)];
    const contexts = scenes.map(({ url }) => contextFor(url));
    for (const list of sampled(25)) {
      const states = await Promise.all(
        scenes.map(async (scene, at) => {
          await scene.reset();
          for (const mutation of list) await scene.mutate(mutation);
          return provider.capture(config, contexts[at] ?? contextFor(scene.url), new MemoryPayloads('compare'));
        }),
      );
      expect({ list, state: states[1] }).toEqual({ list, state: states[0] });
    }
  } finally {
    await sandbox.stop();
  }
}, 120_000);
