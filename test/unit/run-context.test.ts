import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { defineProvider } from '../../src/engine/provider.js';
import type { Resource } from '../../src/engine/resources.js';
import { takeSnapshot } from '../../src/engine/snapshot.js';
import { forSnapshot } from '../../src/runtime/create-context.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import { RewindError } from '../../src/runtime/errors.js';
import { testContext } from '../support/context.js';

const LIMIT = 3;
const REQUESTS = 10;

let server: Server;
let inFlight: number;
let most: number;

beforeEach(async () => {
  [inFlight, most] = [0, 0];
  server = createServer((_request, response) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    setTimeout(() => {
      inFlight -= 1;
      response.end('{}');
    }, 10);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => void server.close());

/** Captures with many parallel requests to one host. */
function busyResource(): Resource {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = defineProvider<unknown, null>({
    id: 'busy',
    state: z.null(),
    check: async () => [],
    capture: async (_config, ctx) => {
      const request = { service: 'Busy', what: 'read', method: 'GET', url } as const;
      await Promise.all(Array.from({ length: REQUESTS }, () => ctx.http.request(request, z.unknown())));
      return null;
    },
    plan: () => [],
    apply: async () => undefined,
  });
  return { id: 'busy', providerId: 'busy', config: {}, provider };
}

const origin = {
  environment: 'production',
  repository: null,
  commit: null,
  run: null,
  actor: null,
  event: null,
  version: 'test',
};
const unsigned = { scope: null, origin, recipients: [], identities: [], signKeys: [], signer: null };

test('a snapshot that fills the disk says that it was removed', async () => {
  const ctx = testContext();
  const store = createDirectoryStore(ctx.scratch, ctx);
  const busy = busyResource();
  const full = new RewindError('disk-full', 'Could not write the dump: the disk is full.');
  const resource = { ...busy, provider: { ...busy.provider, capture: () => Promise.reject(full) } };
  const taken = takeSnapshot({ ...unsigned, resources: [resource], store, ctx, reason: 'manual' });
  await expect(taken).rejects.toMatchObject({ code: 'disk-full', remedy: expect.not.stringContaining('snapshot') });
  expect(ctx.lines).toContainEqual(expect.stringMatching(/^info The unfinished snapshot \S+ was removed\.$/));
});

describe('one context for a run', () => {
  test('two parallel captures together never exceed the limit of requests per host', async () => {
    const ctx = testContext({ http: { concurrency: LIMIT } });
    const store = createDirectoryStore(ctx.scratch, ctx);
    const request = { ...unsigned, resources: [busyResource()], store, ctx };
    await Promise.all([takeSnapshot({ ...request, reason: 'manual' }), takeSnapshot({ ...request, reason: 'drill' })]);
    expect(most).toBe(LIMIT);
  });

  test('fingerprints are comparable within a snapshot, and not between two', async () => {
    const ctx = testContext();
    const [one, same, other] = ['aa', 'aa', 'bb'].map((salt) => forSnapshot(ctx, { id: salt, salt }));
    const value = await one?.fingerprint('secret');
    expect(await same?.fingerprint('secret')).toBe(value);
    expect(await other?.fingerprint('secret')).not.toBe(value);
  });
});
