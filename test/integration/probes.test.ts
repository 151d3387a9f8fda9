import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adapter as content, config as contentConfig } from '../../src/probes/adapters/content.js';
import { adapter as flow, config as flowConfig } from '../../src/probes/adapters/flow.js';
import { adapter as http, config as httpConfig } from '../../src/probes/adapters/http.js';
import { identityOf } from '../../src/probes/identity.js';
import { answers } from '../../src/probes/neutral.js';
import type { CheckSample, ProbeRun, Tick } from '../../src/probes/probe.js';
import { vercelDeployments } from '../../src/services/vercel/deployments.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext } from '../support/context.js';
import { WatchedServer, type Handler } from '../support/watched-server.js';

const env = { PROBE_USER: 'ada', PROBE_PASSWORD: 'p@ss & "word"\n' };
const ctx = testContext({ env: { ...env, VERCEL_AUTOMATION_BYPASS_SECRET: 'bypass-4711' } });
const base = { id: 'subject', area: 'content', 'timeout-seconds': 5, 'allow-private': true };
const [shop, previous] = [new WatchedServer(), new WatchedServer()];
beforeAll(async () => {
  await Promise.all([shop.start(), previous.start()]);
});
afterAll(async () => {
  await Promise.all([shop.close(), previous.close()]);
});
beforeEach(() => {
  for (const server of [shop, previous]) {
    server.seen.length = 0;
    server.handler = (_request, response) => response.end('ok');
  }
});

const tick = (rest: Partial<Tick> = {}): Tick => ({
  ...{ dueAt: Date.now(), control: null, baseline: null, signal: ctx.signal },
  ...rest,
});
const runHttp = (rest: object, of: Partial<Tick> = {}): Promise<ProbeRun> =>
  http.run(httpConfig.parse({ ...base, adapter: 'http', url: shop.url(), ...rest }), tick(of), ctx);
const only = ({ samples, errors }: ProbeRun): CheckSample => {
  expect(errors).toEqual([]);
  expect(samples).toHaveLength(1);
  return samples[0] as CheckSample;
};

describe('http', () => {
  const page: Handler = (_request, response) =>
    response
      .writeHead(201, { 'content-type': 'application/json', 'x-cache': 'HIT, HIT' })
      .end('{"status":"ok","items":[{"unit price":4,"tags":["a","b"]}],"owner":null}');

  test.each<[what: string, expected: object, error: string | undefined]>([
    ['any status from 200 to 299', {}, undefined],
    ['a status', { status: 201 }, undefined],
    ['another status', { status: [200, 204] }, 'responded 201, expected 200 or 204'],
    ['a text', { text: ['"ok"', 'items'] }, undefined],
    ['a text that is missing', { text: 'Add to cart' }, 'the body does not hold "Add to cart"'],
    ['a header', { headers: { 'X-Cache': 'HIT' } }, undefined],
    [
      'a header with another value',
      { headers: { 'x-cache': 'MISS' } },
      'the header x-cache is "HIT, HIT", expected "MISS"',
    ],
    ['a header that is missing', { headers: { etag: '' } }, 'the header etag is missing'],
    ['JSON', { json: { '$.items[0]["unit price"]': 4, '$.items[-1].tags': ['a', 'b'], '$.owner': null } }, undefined],
    ['JSON objects', { json: { '$.items[0]': { tags: ['a', 'b'], 'unit price': 4 } } }, undefined],
    ['another JSON value', { json: { '$.status': 'fine' } }, '$.status is "ok", expected "fine"'],
    ['JSON that is missing', { json: { '$.toString': 1 } }, '$.toString is missing, expected 1'],
  ])('%s', async (_what, expected, error) => {
    shop.handler = page;
    const sample = only(await runHttp({ expect: expected }));
    expect([sample.ok, sample.error]).toEqual([error === undefined, error]);
  });

  test('a body that is not JSON', async () =>
    expect(only(await runHttp({ expect: { json: { $: 1 } } })).error).toBe('the body is not JSON'));

  test('method, headers, and bodies in which credentials keep their characters', async () => {
    const password = '${PROBE_PASSWORD}';
    await runHttp({
      method: 'PUT',
      'allow-change': true,
      json: { a: [{ password }], b: 1 },
      headers: { 'X-User': '${PROBE_USER}' },
    });
    await runHttp({ method: 'POST', form: { password, user: '${PROBE_USER}' } });
    const [put, post] = shop.seen;
    expect([put?.method, put?.headers['x-user'], put?.headers['content-type']]).toEqual([
      'PUT',
      'ada',
      'application/json',
    ]);
    expect(JSON.parse(put?.body ?? '')).toEqual({ a: [{ password: env.PROBE_PASSWORD }], b: 1 });
    expect(Object.fromEntries(new URLSearchParams(post?.body))).toEqual({ password: env.PROBE_PASSWORD, user: 'ada' });
  });

  test('a failed sample is repeated once on a new connection; a second success counts', async () => {
    let left = 1;
    shop.handler = (_request, response) => response.writeHead(left-- > 0 ? 500 : 200).end();
    const before = shop.connections;
    expect(only(await runHttp({}))).toMatchObject({ ok: true, retried: true });
    expect(shop.connections - before).toBe(2);
    expect(only(await runHttp({}))).not.toHaveProperty('retried');
  });

  test('the phases of a request add up to its latency', async () => {
    shop.handler = (_request, response) => {
      response.write('a');
      setTimeout(() => response.end('b'), 40);
    };
    const { phases = {}, latencyMs = 0 } = only(await runHttp({ url: shop.url().replace('127.0.0.1', 'localhost') }));
    expect(Object.keys(phases)).toEqual(['lookup', 'connect', 'firstByte', 'download']);
    expect(phases.download).toBeGreaterThan(30);
    const sum = Object.values(phases).reduce<number>((total, ms = 0) => total + ms, 0);
    expect(latencyMs - sum).toBeGreaterThanOrEqual(0);
    // A busy machine may wait between two phases.
    expect(latencyMs - sum).toBeLessThan(500);
  });

  test('a missing credential: no sample, and the variable is named', async () => {
    const { samples, errors } = await runHttp({ headers: { authorization: 'Bearer ${PROBE_MISSING}' } });
    expect(samples).toEqual([]);
    expect(errors).toMatchObject([{ reason: 'refused', message: expect.stringContaining('PROBE_MISSING') }]);
    expect(shop.seen).toEqual([]);
  });
});

test('what did not end in time is named, and there is no TLS over http', async () => {
  shop.handler = () => undefined;
  expect(only(await runHttp({ 'timeout-seconds': 0.1 })).error).toBe('the response did not end within 0.1 s');
});

describe('the control', () => {
  const control = (): string => previous.url().replace(/\/$/, '');

  test('asks the previous deployment for the same path, with what opens it; production never gets that', async () => {
    shop.handler = (_request, response) => response.writeHead(500).end();
    const sample = only(await runHttp({ url: shop.url('//evil.example.com/a?b=1') }, { control: control() }));
    expect(sample).toMatchObject({ ok: false, control: { ok: true } });
    expect(previous.seen.map(({ url }) => url)).toEqual(['//evil.example.com/a?b=1']);
    expect(previous.seen[0]?.headers['x-vercel-protection-bypass']).toBe('bypass-4711');
    expect(JSON.stringify(shop.seen)).not.toContain('bypass');
  });

  test('its redirect to production is not followed: production would answer in its place', async () => {
    previous.handler = (_request, response) => response.writeHead(302, { location: shop.url('/login') }).end();
    const sample = only(await runHttp({}, { control: control() }));
    expect([sample.ok, sample.control]).toEqual([true, undefined]);
    expect(shop.seen.map(({ url }) => url)).toEqual(['/']);
    expect(JSON.stringify(shop.seen)).not.toContain('bypass');
  });

  test('it fails too', async () => {
    previous.handler = (_request, response) => response.writeHead(500).end();
    expect(only(await runHttp({}, { control: control() })).control).toMatchObject({ ok: false });
  });

  test('one that cannot be asked says nothing', async () => {
    const sample = only(await runHttp({}, { control: 'http://169.254.169.254' }));
    expect(sample).not.toHaveProperty('control');
    expect(sample.ok).toBe(true);
  });

  test('a request that changes something goes there only if that is configured', async () => {
    expect(only(await runHttp({ method: 'POST' }, { control: control() }))).not.toHaveProperty('control');
    expect(only(await runHttp({ method: 'POST', control: true }, { control: control() }))).toHaveProperty('control');
  });
});

describe('flow', () => {
  /** Login with a token of the form, a session cookie, a protected page. */
  const app: Handler = ({ method, url, headers, body }, response) => {
    const cookies = headers.cookie ?? '';
    if (url === '/login' && method === 'GET') {
      response.setHeader('set-cookie', ['form=f1; Path=/; HttpOnly', 'evil=1; Domain=com']);
      response.end('<input name="csrf" value="c&1 2">');
    } else if (url === '/session') {
      const given = new URLSearchParams(body);
      const good =
        given.get('csrf') === 'c&1 2' && given.get('password') === env.PROBE_PASSWORD && cookies === 'form=f1';
      response.setHeader('set-cookie', 'session=s1; Path=/');
      response.writeHead(good ? 303 : 401, { location: '/account' }).end();
    } else if (url === '/account') {
      const signedIn = cookies.includes('session=s1');
      response
        .writeHead(signedIn ? 200 : 302, { location: '/login' })
        .end(signedIn ? '{"id":"a/b","page":"Sign out"}' : '');
    } else if (url === '/orders/a%2Fb' && headers['x-id'] === 'a/b') response.end('3 orders');
    else response.writeHead(404).end();
  };
  const steps = [
    { name: 'form', url: '/login', capture: { csrf: { text: 'name="csrf" value="([^"]+)"' } } },
    {
      ...{ name: 'login', url: '/session', method: 'POST' },
      form: { user: '${PROBE_USER}', password: '${PROBE_PASSWORD}', csrf: '{{csrf}}' },
      expect: { text: 'Sign out' },
      capture: { account: { json: '$.id' } },
    },
    { name: 'orders', url: '/orders/{{account}}', headers: { 'x-id': '{{account}}' }, expect: { text: 'orders' } },
  ];
  const run = (rest: object = {}, of: Partial<Tick> = {}): Promise<ProbeRun> =>
    flow.run(flowConfig.parse({ ...base, adapter: 'flow', url: shop.url(), steps, ...rest }), tick(of), ctx);

  test('login, session, protected page; each sample is a session of its own', async () => {
    shop.handler = app;
    expect(only(await run()).ok).toBe(true);
    expect(only(await run()).ok).toBe(true);
    expect(shop.seen).toHaveLength(8);
    expect(shop.seen[4]?.headers.cookie).toBeUndefined();
    expect(JSON.stringify(shop.seen)).not.toContain('evil');
  });

  test('the failed step is named', async () => {
    shop.handler = (request, response, socket) =>
      request.url === '/session' ? void response.writeHead(500).end() : app(request, response, socket);
    expect(only(await run())).toMatchObject({ ok: false, error: 'step "login": responded 500, expected 200 to 299' });
    shop.handler = (_request, response) => response.end('<form>');
    expect(only(await run()).error).toBe('step "form": the response has no value for "csrf"');
  });

  test('cookies stay with their origin', async () => {
    shop.handler = ({ url }, response) => {
      response.setHeader('set-cookie', 'session=s1; Path=/');
      if (url === '/') response.writeHead(302, { location: previous.url() });
      response.end();
    };
    const all = [
      { name: 'own', url: '/' },
      { name: 'other', url: previous.url('/other') },
      { name: 'own again', url: '/again' },
    ];
    expect(only(await run({ steps: all })).ok).toBe(true);
    expect(previous.seen.map(({ url, headers: { cookie } }) => [url, cookie])).toEqual([
      ['/', undefined],
      ['/other', undefined],
    ]);
    expect(shop.seen.map(({ url, headers: { cookie } }) => [url, cookie])).toEqual([
      ['/', undefined],
      ['/again', 'session=s1'],
    ]);
  });

  test('a body on which an expression backtracks for hours ends in time', async () => {
    shop.handler = (_request, response) => response.end(`${'a'.repeat(60)}!`);
    const all = [{ name: 'form', url: '/', capture: { csrf: { text: '^((?:a+)+)$' } } }];
    const begin = performance.now();
    expect(only(await run({ steps: all })).ok).toBe(false);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  test('what is captured is no template, and no header can be broken with it', async () => {
    shop.handler = (_request, response) => response.end('{"a":"${PROBE_PASSWORD}{{a}}","b":"x\\r\\ny: z"}');
    const [a, b] = [{ json: '$.a' }, { json: '$.b' }];
    const first = { name: 'first', url: '/', capture: { a, b } };
    expect(only(await run({ steps: [first, { name: 'second', url: '/', method: 'POST', body: '{{a}}' }] })).ok).toBe(
      true,
    );
    expect(shop.seen[1]?.body).toBe('${PROBE_PASSWORD}{{a}}');
    const broken = await run({ steps: [first, { name: 'second', url: '/', headers: { 'x-b': '{{b}}' } }] });
    expect(only(broken)).toMatchObject({ ok: false, error: expect.stringContaining('step "second"') });
    expect(shop.seen.every(({ headers }) => headers.y === undefined)).toBe(true);
  });

  test('on the control only if configured, with a session of its own', async () => {
    shop.handler = app;
    previous.handler = app;
    const control = previous.url();
    expect(only(await run({}, { control }))).not.toHaveProperty('control');
    expect(only(await run({ control: true }, { control })).control).toMatchObject({ ok: true });
    expect(previous.seen).toHaveLength(4);
    expect(previous.seen[0]?.headers['x-vercel-protection-bypass']).toBe('bypass-4711');
  });
});

describe('content', () => {
  const sha256 = createHash('sha256').update('body {}').digest('hex');
  const run = (rest: object, of: Partial<Tick> = {}): Promise<ProbeRun> =>
    content.run(contentConfig.parse({ ...base, adapter: 'content', url: shop.url('/a.css'), ...rest }), tick(of), ctx);
  beforeEach(() => {
    shop.handler = (_request, response) =>
      response.writeHead(200, { 'cache-control': 'public, max-age=31536000, immutable' }).end('body {}');
  });

  test('status, cache header and checksum', async () => {
    const expected = { headers: { 'cache-control': 'immutable' } };
    expect(only(await run({ expect: expected, sha256 })).ok).toBe(true);
    expect(only(await run({ expect: { headers: { 'cache-control': 'no-store' } } })).ok).toBe(false);
    expect(only(await run({ sha256: '0'.repeat(64) })).error).toMatch(
      /^its SHA-256 is [0-9a-f]{12}…, expected 0{12}…$/,
    );
  });

  test('the checksum of the baseline', async () => {
    const { facts } = await run({ sha256: 'baseline' });
    expect(facts).toEqual({ sha256 });
    expect(only(await run({ sha256: 'baseline' }, { baseline: facts })).ok).toBe(true);
    expect(only(await run({ sha256: 'baseline' }, { baseline: { sha256: '0'.repeat(64) } })).ok).toBe(false);
    const { samples, errors } = await run({ sha256: 'baseline' }, { baseline: {} });
    expect([samples, errors.map(({ reason }) => reason)]).toEqual([[], ['refused']]);
  });
});

describe('the second opinions of a tick', () => {
  test('the neutral target: any response counts; a private one is never asked', async () => {
    const asked = (allowPrivate: boolean) => answers({ url: shop.url(), allowPrivate }, ctx, ctx.signal);
    expect(await asked(false)).toBe(false);
    expect(shop.seen).toEqual([]);
    shop.handler = (_request, response) => response.writeHead(503).end();
    expect(await asked(true)).toBe(true);
    shop.handler = (_request, _response, socket) => void socket.destroy();
    expect(await asked(true)).toBe(false);
    // A request that the end of a tick stopped says nothing about our network.
    expect(await answers({ url: shop.url(), allowPrivate: true }, ctx, AbortSignal.abort())).toBeNull();
  });

  test('identity: one request for a host and a second, however many probes ask', async () => {
    const vercel = await new VercelSandbox().start();
    try {
      const project = vercel.addProject('shop');
      const asked = testContext({ env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url } });
      const { aliasTarget } = vercelDeployments(asked, { project: project.id, team: TEAM });
      const identity = identityOf(asked, (host) => aliasTarget(host, 2_000));
      vercel.aliases.set('shop.example.com', { deploymentId: 'dpl_a', projectId: project.id, redirect: null });
      const ask = (dueAt: number, host = 'shop.example.com') => identity(host, dueAt);
      expect(await Promise.all([ask(1), ask(1), ask(1)])).toEqual(['dpl_a', 'dpl_a', 'dpl_a']);
      vercel.aliases.set('shop.example.com', { deploymentId: 'dpl_b', projectId: project.id, redirect: null });
      expect([await ask(1), await ask(1001)]).toEqual(['dpl_a', 'dpl_b']);
      expect(vercel.requests).toHaveLength(2);
      expect(await ask(1001, 'cdn.example.com')).toBeUndefined();
      vercel.inject({ times: 100, with: { kind: 'answer', answer: vercel.failure(403) } });
      expect(await ask(2001)).toBeNull();
    } finally {
      await vercel.stop();
    }
  });
});
