import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { HttpFailure } from '../../src/runtime/http-failure.js';
import { limitEnd } from '../../src/runtime/rate-limit.js';
import { freePort } from '../support/free-port.js';
import { muteServer } from '../support/mute-server.js';
import { testContext, type TestContextOptions } from '../support/context.js';
import { type HttpRequest } from '../../src/runtime/context.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let handlers: Handler[];
let seen: string[];
let base: string;

beforeEach(async () => {
  handlers = [];
  seen = [];
  server = createServer((request, response) => {
    seen.push(request.method ?? '');
    const handler = handlers.shift();
    if (handler) handler(request, response);
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"n":1}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const answer =
  (status: number, body = '', headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const reset: Handler = (request) => void request.socket.destroy();
const hang: Handler = () => undefined;
const truncated: Handler = (_request, response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"n":');
  response.destroy();
};

const send = (
  over: Partial<HttpRequest> = {},
  http: TestContextOptions['http'] = {},
): Promise<{ data: { n: number } }> =>
  testContext({ http }).http.request(
    { service: 'Example', what: 'read the thing', method: 'GET', url: `${base}/thing`, ...over },
    z.object({ n: z.number() }),
  );

const failureOf = async (work: Promise<unknown>): Promise<HttpFailure> => {
  const error = await work.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof HttpFailure) return error;
  throw error instanceof Error ? error : new Error(String(error));
};

describe('what is tried again', () => {
  test.each([
    ['429 with Retry-After', answer(429, '', { 'retry-after': '0' })],
    ['429 without Retry-After', answer(429)],
    ['429 with X-RateLimit-Reset in the past', answer(429, '', { 'x-ratelimit-reset': '1' })],
    ['429 with the reset of Sentry in the past', answer(429, '', { 'x-sentry-rate-limit-reset': '1' })],
    ['403 with Retry-After', answer(403, '', { 'retry-after': '0' })],
    ['403 without requests left', answer(403, '', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' })],
    ['500', answer(500)],
    ['503 with a date', answer(503, '', { 'retry-after': new Date(0).toUTCString() })],
    ['a reset connection', reset],
    ['a truncated body', truncated],
    ['an HTML error page', answer(200, '<html>Oops</html>')],
  ])('%s, for a GET', async (_name, handler) => {
    handlers = [handler, handler];
    await expect(send()).resolves.toMatchObject({ data: { n: 1 } });
    expect(seen).toHaveLength(3);
  });

  test('a hanging connection, for a GET', async () => {
    handlers = [hang];
    await expect(send({}, { timeoutMs: 60 })).resolves.toMatchObject({ data: { n: 1 } });
  });

  test('Retry-After is honoured', async () => {
    handlers = [answer(429, '', { 'retry-after': '1' })];
    const start = performance.now();
    await send();
    expect(performance.now() - start).toBeGreaterThan(900);
  });

  test('a POST is not repeated when it may have been carried out', async () => {
    for (const handler of [answer(500), reset, truncated, answer(200, '<html>')]) {
      handlers = [handler];
      seen = [];
      await failureOf(send({ method: 'POST' }));
      expect(seen).toEqual(['POST']);
    }
  });

  test('a POST is repeated when it was refused (429), or when repeating is harmless', async () => {
    handlers = [answer(429)];
    await send({ method: 'POST' });
    handlers = [answer(500)];
    await send({ method: 'POST', repeatable: true });
    expect(seen).toHaveLength(4);
  });
});

describe('what cannot become better, or not soon', () => {
  /** A clock that goes on by what is waited. */
  const waiting = () => {
    let now = 0;
    const clock = { now: () => new Date(now), monotonic: () => now, sleep: async (ms: number) => void (now += ms) };
    return { clock, waited: () => now };
  };
  const broken = (code: string, message = code) => {
    let tries = 0;
    const cause = Object.assign(new Error(message), code === '' ? {} : { code });
    const fails: typeof fetch = async () => {
      tries += 1;
      throw new TypeError('fetch failed', { cause });
    };
    return { fails, tries: () => tries };
  };
  const ask = (parts: Pick<TestContextOptions, 'fetch' | 'clock'>, over: Partial<HttpRequest> = {}) =>
    failureOf(
      testContext({ ...parts, http: { backoffMs: 500 } }).http.request(
        { service: 'Example', what: 'read', method: 'GET', url: 'https://example.com', ...over },
        z.unknown(),
      ),
    );

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', '', 'NODE_EXTRA_CA_CERTS'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '', 'NODE_EXTRA_CA_CERTS'],
    ['CERT_HAS_EXPIRED', '', 'NODE_EXTRA_CA_CERTS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', '', 'NODE_EXTRA_CA_CERTS'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', '', 'Check the address'],
    ['', 'bad port', 'Check the address'],
  ])('%s%s: tried once', async (code, message, remedy) => {
    const { fails, tries } = broken(code, message);
    const failure = await ask({ fetch: fails, ...waiting() });
    expect([failure.code, tries()]).toEqual(['api-unavailable', 1]);
    expect(failure.remedy).toContain(remedy);
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND'])('%s: for 20 s, for it may be starting', async (code) => {
    const { fails, tries } = broken(code);
    const { clock, waited } = waiting();
    expect((await ask({ fetch: fails, clock })).remedy).toContain('Check the address');
    expect([tries() > 3, waited() < 20_000]).toEqual([true, true]);
    const other = waiting();
    await ask({ fetch: broken('ECONNRESET').fails, clock: other.clock });
    expect(other.waited()).toBeGreaterThan(20_000);
  });

  test('a page with status 200 is asked for 20 s, because the service may be starting behind its proxy', async () => {
    const { clock, waited } = waiting();
    let tries = 0;
    const page: typeof fetch = async () => {
      tries += 1;
      return new Response('<!doctype html><title>Sign in</title>');
    };
    const failure = await ask({ fetch: page, clock });
    expect(failure).toMatchObject({
      code: 'api-unexpected-answer',
      remedy: 'Check the address of Example, and whether a proxy or a sign-in page is in between.',
    });
    expect([tries > 3, waited() < 20_000]).toEqual([true, true]);
  });

  test.each([{ 'retry-after': '0' }, { 'x-ratelimit-reset': '1' }])(
    'a limit with %j is not asked again at once',
    async (headers) => {
      const { clock, waited } = waiting();
      const limited: typeof fetch = async () => new Response('{}', { status: 429, headers });
      await ask({ fetch: limited, clock });
      expect(waited()).toBeGreaterThan(20_000);
    },
  );

  test('a limit that ends by the time of day is waited for as long as the request says, and no longer', async () => {
    for (const [longestResetMs, expected] of [
      [5_000, 2],
      [undefined, 1],
    ] as const) {
      let tries = 0;
      const { clock } = waiting();
      const headers = { 'x-ratelimit-reset': '600' };
      const once: typeof fetch = async () => new Response('{}', (tries += 1) === 1 ? { status: 429, headers } : {});
      await ask({ fetch: once, clock }, { longestResetMs }).catch(() => undefined);
      expect(tries).toBe(expected);
    }
  });
});

describe('what is told', () => {
  test.each([
    [401, 'api-unauthorized'],
    [403, 'api-forbidden'],
    [404, 'api-not-found'],
    [409, 'api-conflict'],
    [422, 'api-rejected'],
  ])('%d is %s, with the message of the service and the request id', async (status, code) => {
    handlers = [answer(status, '{"error":{"code":"nope","message":"not today"}}', { 'x-vercel-id': 'fra1::abc' })];
    const failure = await failureOf(send({ resource: 'web', permission: 'Project: write' }));
    expect(failure).toMatchObject({ code, status, resource: 'web' });
    expect(failure.message).toContain('nope: not today');
    expect(failure.message).toContain('fra1::abc');
    expect(failure.remedy.includes('Project: write')).toBe(status === 403);
    // A run reads from several services.
    if (status === 401) expect(failure.remedy).toBe('Replace the credential of Example.');
    expect(seen).toHaveLength(1);
  });

  test('a refused credential is named by its variable, where one holds it', async () => {
    handlers = [answer(401, '')];
    expect((await failureOf(send({ credential: 'EXAMPLE_TOKEN' }))).remedy).toBe('Replace EXAMPLE_TOKEN of Example.');
  });

  test('a limit that does not end is an error before the deadline passes', async () => {
    handlers = Array.from({ length: 20 }, () => answer(429, '', { 'retry-after': '60' }));
    const failure = await failureOf(send({ deadlineMs: 300 }));
    expect(failure.code).toBe('api-rate-limited');
  });

  test.each([
    [{ 'retry-after': '600' }, '. The limit ends at 2026-01-01T00:10:00Z'],
    [
      { 'x-ratelimit-reset': `${Date.parse('2026-01-01T00:20:00Z') / 1000}` },
      '. The limit ends at 2026-01-01T00:20:00Z',
    ],
    [{ 'retry-after': '1' }, undefined],
    [{ 'retry-after': '1e300' }, undefined],
    [{ 'x-ratelimit-reset': 'soon' }, undefined],
    [{}, undefined],
  ])('a limit says when it ends, if that is long: %j', (headers, says) => {
    const clock = { now: () => new Date('2026-01-01T00:00:00Z') };
    const end = limitEnd(clock, new Response('{}', { status: 429, headers }));
    expect(end && `. The limit ends at ${end}`).toBe(says);
  });

  test('a limit that a person must wait for is in the message', async () => {
    handlers = [answer(429, '', { 'retry-after': '600' })];
    const { message } = await failureOf(send({ deadlineMs: 300 }));
    expect(message).toMatch(/responded 429 .* The limit ends at \d{4}-\d\d-\d\dT[\d:]{8}Z$/);
  });

  test.each<Record<string, string>>([
    { 'x-sentry-rate-limit-reset': '4000000000' },
    { 'x-ratelimit-reset': '4000000000' },
    { 'retry-after': '3600' },
  ])('a limit that ends after the deadline is not waited for: %j', async (headers) => {
    handlers = [answer(429, '', headers)];
    expect((await failureOf(send())).code).toBe('api-rate-limited');
    expect(seen).toHaveLength(1);
  });

  test('403 by a limit is no missing permission; 403 with requests left is', async () => {
    handlers = [answer(403, '', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4000000000' })];
    const limited = await failureOf(send({ permission: 'Project: write' }));
    expect([limited.code, limited.status, limited.remedy.includes('Project: write')]).toEqual([
      'api-rate-limited',
      403,
      false,
    ]);
    handlers = [answer(403, '', { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': '4000000000' })];
    expect((await failureOf(send())).code).toBe('api-forbidden');
  });

  test('a wrong shape names what is wrong, and is not asked for again', async () => {
    handlers = [answer(200, '{"n":"one"}')];
    const failure = await failureOf(send());
    expect(failure.code).toBe('api-unexpected-answer');
    expect(failure.message).toContain('n:');
    expect(seen).toHaveLength(1);
  });

  test('an unreachable host says so', async () => {
    const failure = await failureOf(send({ url: 'http://127.0.0.1:9/x', deadlineMs: 200 }));
    expect(failure).toMatchObject({ code: 'api-unavailable', status: undefined });
  });

  const post = { method: 'POST', deadlineMs: 200 } as const;
  test('nothing was written if there was no connection, also if TLS did not end in time', async () => {
    const refused = await failureOf(send({ ...post, url: `http://127.0.0.1:${await freePort()}/x` }));
    const tls = await muteServer();
    const late = await failureOf(send({ ...post, url: `https://${tls.host}/x` }));
    await tls.close();
    const noTls = await failureOf(send({ ...post, url: base.replace('http:', 'https:') }));
    expect([refused, late, noTls].map(({ unwritten }) => unwritten)).toEqual([true, true, true]);
    expect(late.message).toContain('no connection in time');
  });

  test('something was perhaps written if an attempt had a connection', async () => {
    handlers = [reset, answer(500)];
    for (let n = 0; n < 2; n += 1) expect((await failureOf(send({ method: 'POST' }))).unwritten).toBe(false);
    const cancelled = new AbortController();
    handlers = [() => cancelled.abort()];
    const { http } = testContext({ signal: cancelled.signal });
    await expect(
      http.request({ service: 'Example', what: 'write', method: 'POST', url: base }, z.unknown()),
    ).rejects.toMatchObject({ code: 'cancelled', unwritten: false });
    handlers = [
      ({ socket }) => {
        server.close();
        socket.destroy();
      },
    ];
    const failure = await failureOf(send({ method: 'POST', repeatable: true }, { backoffMs: 1 }));
    expect([failure.message.includes('ECONNREFUSED'), failure.unwritten]).toEqual([true, false]);
  });

  test('a failure says how long to wait', async () => {
    for (const after of ['3600', new Date(Date.now() + 3_600_500).toUTCString()]) {
      handlers = [answer(429, '', { 'retry-after': after })];
      expect((await failureOf(send())).retryAfterMs).toBeGreaterThan(3_590_000);
    }
    handlers = [answer(401, '', { 'retry-after': '3600' })];
    expect((await failureOf(send())).retryAfterMs).toBeUndefined();
  });

  test('a redirect is a refusal, and is not followed', async () => {
    handlers = [answer(302, '', { location: 'https://sign-in.example.com/sso?token=abc' })];
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ code: 'api-rejected', status: 302 });
    expect(failure.remedy).toMatch(/^It redirects to sign-in\.example\.com, and Rewind follows no redirect\./);
    expect(seen).toHaveLength(1);
  });

  test('accepted statuses are answers', async () => {
    handlers = [answer(404, '{"n":404}')];
    await expect(send({ accept: [404] })).resolves.toMatchObject({ status: 404, data: { n: 404 } });
  });
});

test('no more requests in flight to a host than allowed', async () => {
  let open = 0;
  let most = 0;
  const slow: Handler = (_request, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end('{"n":1}');
    }, 15);
  };
  handlers = Array.from({ length: 20 }, () => slow);
  const ctx = testContext({ http: { concurrency: 3 } });
  await Promise.all(
    Array.from({ length: 20 }, () =>
      ctx.http.request({ service: 'E', what: 'x', method: 'GET', url: base }, z.object({ n: z.number() })),
    ),
  );
  expect(most).toBe(3);
});

describe('limits', () => {
  test('a response that never ends, and one that grows when it is unpacked, are not read to the end', async () => {
    let sent = 0;
    const flood: Handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64_000, ' '))) sent += 64_000;
      };
      response.on('drain', more);
      more();
    };
    handlers = [flood, answer(200, '', {})];
    const zeros = gzipSync(Buffer.alloc(2_000_000, ' '));
    handlers[1] = (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(zeros);
    for (let n = handlers.length; n > 0; n -= 1) {
      await expect(send({ maxBytes: 1_000_000 })).rejects.toMatchObject({
        code: 'too-large',
        message: expect.stringContaining('the response of Example to "read the thing"'),
      });
    }
    // Not repeated, and the connection is closed.
    expect(seen).toHaveLength(2);
    expect(sent).toBeLessThan(30_000_000);
    expect((await send({ maxBytes: 1_000_000 })).data).toEqual({ n: 1 });
  });
});
