import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import provider from '../../src/providers/cloudfront/index.js';
import { conformance } from '../conformance/suite.js';
import { configMutations, EdgeScene, ORIGIN_SECRET, startingConfig } from '../sandbox/aws/cloudfront-scene.js';
import { testContext } from '../support/context.js';

const MOTO = fileURLToPath(new URL('../../.cache/peers/venv/bin/moto_server', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startMoto(): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const child = spawn(MOTO, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const up = await fetch(`${url}/moto-api/data.json`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) break;
    if (child.exitCode !== null) throw new Error('moto_server ended at once');
    await sleep(100);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * Against moto, which nobody here wrote. What moto lacks is proven elsewhere (the official description decides, see
 * cloudfront-spec.test.ts): it cannot update or publish functions, takes any If-Match, and never changes an ETag or the
 * time of the last change.
 */
conformance({
  name: 'cloudfront against moto',
  provider,
  cases: 40,
  crashes: 4,
  async start() {
    const moto = await startMoto();
    const scene = new EdgeScene(moto.url);
    const distribution = await scene.createDistribution(startingConfig('media', []));
    const other = await scene.createDistribution(startingConfig('other', []));
    const ctx = testContext({
      env: {
        AWS_ACCESS_KEY_ID: 'AKIATEST',
        AWS_SECRET_ACCESS_KEY: 'aws-secret-4471c0ffee',
        AWS_ENDPOINT_URL_CLOUDFRONT: moto.url,
        REWIND_FINGERPRINT_KEY: 'fingerprint-key-for-tests-0123456789',
      },
    });
    return {
      config: {
        id: 'subject',
        provider: 'cloudfront' as const,
        distribution,
        invalidate: ['/*'],
        wait: 60,
        'poll-seconds': 0.01,
      },
      ctx,
      async reset() {
        await scene.update(distribution, (config) => Object.assign(config, startingConfig('media', [])));
      },
      mutations: configMutations(),
      mutate: (mutation) => scene.mutate(distribution, mutation),
      outside: async () => (await scene.config(other)).config,
      // moto keeps no count: that nothing is written while reading is proven against our emulator.
      writes: () => 0,
      secrets: [ORIGIN_SECRET, 'aws-secret-4471c0ffee'],
      async close() {
        scene.close();
        await moto.stop();
      },
    };
  },
});
