import { createHook } from 'node:async_hooks';
import dns from 'node:dns';
import net from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { adapter, config } from '../../src/probes/adapters/http.js';
import { refusalOf } from '../../src/services/probe-http/address.js';
import { send } from '../../src/services/probe-http/send.js';
import type { ProbeRun } from '../../src/probes/probe.js';
import { testContext } from '../support/context.js';
import { selfSigned, trust, WatchedServer } from '../support/watched-server.js';

const ctx = testContext({ env: { SHOP_TOKEN: 'token-4711-of-the-shop', SHOP_PASSWORD: 'password-4711-of-the-shop' } });
const probe = (rest: object): Promise<ProbeRun> => {
  const given = config.parse({ id: 'home', adapter: 'http', area: 'content', 'timeout-seconds': 2, ...rest });
  return adapter.run(given, { dueAt: Date.now(), control: null, baseline: null, signal: ctx.signal }, ctx);
};

/** Addresses that a name resolves to, for names that no server of DNS knows. */
const names = new Map<string, string[]>();
/** Calls of connect() to the operating system, counted where Node makes them. */
let connects = 0;
const counter = createHook({ init: (_id, type) => void (connects += type === 'TCPCONNECTWRAP' ? 1 : 0) });
beforeAll(() => void counter.enable());
afterAll(() => void counter.disable());
beforeEach(() => {
  connects = 0;
  const real = dns.lookup;
  jest.spyOn(dns, 'lookup').mockImplementation(((name: string, options: dns.LookupAllOptions, done: LookupDone) => {
    const known = names.get(name);
    // As Node does it: beside an error there is no list.
    if (name.endsWith('.invalid'))
      setImmediate(done as (error: Error) => void, new Error(`getaddrinfo ENOTFOUND ${name}`));
    else if (known === undefined) real(name, options, done);
    else
      done(
        null,
        known.map((address) => ({ address, family: net.isIP(address) })),
      );
  }) as typeof dns.lookup);
});
afterEach(() => {
  jest.restoreAllMocks();
  names.clear();
});
type LookupDone = (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void;

/** Where a probe must never connect to; `*`: also not with allow-private. */
const HOSTILE: readonly string[] = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://2130706433/',
  'http://①②⑦.0.0.1/',
  'http://１２７。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://[fd12:3456::1]/',
  '*http://0.0.0.0/',
  '*http://0/',
  '*http://[::]/',
  '*http://[::7f00:1]/',
  '*http://169.254.169.254/latest/meta-data/iam/security-credentials/',
  '*http://[::ffff:169.254.169.254]/',
  '*http://2852039166/',
  '*http://169.254.170.2/v2/credentials/',
  '*http://[fe80::1]/',
  '*http://[fd00:ec2::254]/',
  '*http://[fd20:ce::254]/',
  '*http://100.100.100.200/',
  '*http://168.63.129.16/',
  '*http://192.0.0.192/',
  '*http://[64:ff9b::a9fe:a9fe]/',
  '*http://[2002:7f00:1::]/',
  '*http://[2001:0:7f00:1::]/',
  '*http://[fec0::1]/',
  '*http://224.0.0.1/',
  '*http://255.255.255.255/',
  '*http://240.0.0.1/',
  '*http://198.18.0.1/',
];

describe('addresses that a probe does not open: no connection, no sample', () => {
  test.each(HOSTILE.map((target) => target.replace('*', '')))('%s', async (url) => {
    const { samples, errors } = await probe({ url });
    expect([samples.length, errors.map(({ reason }) => reason)]).toEqual([0, ['refused']]);
    expect(connects).toBe(0);
  });

  test.each(HOSTILE.filter((target) => target.startsWith('*')).map((target) => target.slice(1)))(
    '%s, also with allow-private',
    async (url) => {
      const { errors } = await probe({ url, 'allow-private': true });
      expect(errors.map(({ reason }) => reason)).toEqual(['refused']);
      expect(connects).toBe(0);
    },
  );

  test.each([
    ['one private address', ['10.0.0.5']],
    ['a private address after a public one', ['93.184.215.14', '127.0.0.1']],
    ['a metadata service', ['169.254.169.254']],
    ['IPv4 in IPv6', ['::ffff:10.0.0.1']],
  ])('a name with %s', async (_what, addresses) => {
    names.set('trap.example.com', addresses);
    const { errors } = await probe({ url: 'https://trap.example.com/' });
    expect(errors.map(({ reason }) => reason)).toEqual(['refused']);
    expect(connects).toBe(0);
  });

  test('public addresses are open', () => {
    for (const address of ['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '::ffff:1.1.1.1']) {
      expect([address, refusalOf(address, false)]).toEqual([address, null]);
    }
    for (const address of ['10.1.2.3', '192.168.0.1', 'fd12::1', '127.0.0.1', '::1', '100.64.0.1']) {
      expect([address, refusalOf(address, true)]).toEqual([address, null]);
    }
  });

  test('the connection goes to the address that was checked: a name that changes is looked up once', async () => {
    const server = await new WatchedServer().start();
    names.set('shop.example.com', ['127.0.0.1']);
    const { samples } = await probe({ url: `http://shop.example.com:${server.port}/`, 'allow-private': true });
    await server.close();
    expect(samples).toMatchObject([{ ok: true }]);
    expect(jest.mocked(dns.lookup).mock.calls.filter(([name]) => name === 'shop.example.com')).toHaveLength(1);
    expect(connects).toBe(1);
  });
});

test('a name whose lookup hangs is looked up once at a time, and again after it: two would hold back every other name', async () => {
  const asked: LookupDone[] = [];
  jest
    .spyOn(dns, 'lookup')
    .mockImplementation(
      ((_name: string, _options: dns.LookupAllOptions, done: LookupDone) => void asked.push(done)) as typeof dns.lookup,
    );
  const request = {
    method: 'GET',
    url: new URL('http://hangs.example.com/'),
    headers: {},
    redirects: 0,
    maxBytes: 100,
  };
  const all = Array.from({ length: 5 }, () => send({ ...request, allowPrivate: false, timeoutMs: 100 }, ctx));
  while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const other = probe({ url: 'http://other.example.com/' });
  while (asked.length === 1) await new Promise((resolve) => setImmediate(resolve));
  asked[1]?.(null, [{ address: '10.0.0.1', family: 4 }]);
  expect((await other).errors.map(({ reason }) => reason)).toEqual(['refused']);
  for (const result of await Promise.allSettled(all)) {
    expect(result).toMatchObject({ reason: { message: expect.stringMatching(/^the lookup of the name did not end/) } });
  }
  expect(asked).toHaveLength(2);
  asked[0]?.(new Error('getaddrinfo EAI_AGAIN hangs.example.com'), []);
  await new Promise((resolve) => setImmediate(resolve));
  const later = probe({ url: 'http://hangs.example.com/' });
  while (asked.length === 2) await new Promise((resolve) => setImmediate(resolve));
  asked[2]?.(null, [{ address: '10.0.0.1', family: 4 }]);
  expect((await later).errors).toHaveLength(1);
});

test('a name that nobody knows is a failed check, not the end of the program', async () => {
  const { samples, errors } = await probe({ url: 'http://shop.invalid/' });
  expect([samples, errors]).toEqual([[expect.objectContaining({ ok: false, retried: true })], []]);
  expect(connects).toBe(0);
});

describe('redirects', () => {
  const certificate = selfSigned('IP:127.0.0.1');
  const [shop, other, secure] = [new WatchedServer(), new WatchedServer(), new WatchedServer(certificate)];
  let distrust: () => void;
  beforeAll(async () => {
    distrust = trust(certificate);
    await Promise.all([shop.start(), other.start(), secure.start()]);
  });
  afterAll(async () => {
    distrust();
    await Promise.all([shop.close(), other.close(), secure.close()]);
  });
  beforeEach(() => {
    for (const server of [shop, other, secure]) server.seen.length = server.connections = 0;
  });
  const to = (location: string, status = 302) => {
    shop.handler = ({ url }, response) =>
      url === '/' ? response.writeHead(status, { location }).end() : response.end('arrived');
  };
  const headers = {
    authorization: 'Bearer ${SHOP_TOKEN}',
    cookie: 'session=${SHOP_TOKEN}',
    'x-api-key': '${SHOP_TOKEN}',
    'x-vercel-protection-bypass': '${SHOP_TOKEN}',
    'x-anything': 'configured',
    'user-agent': 'configured',
  };
  const private_ = { 'allow-private': true };

  test.each([301, 302, 303, 307, 308])('%i to the same origin: headers go along', async (status) => {
    to('/next', status);
    const { samples } = await probe({ url: shop.url(), headers, expect: { text: 'arrived' }, ...private_ });
    expect(samples).toMatchObject([{ ok: true }]);
    expect(shop.seen.map(({ url, headers: { 'x-api-key': key } }) => [url, key])).toEqual([
      ['/', 'token-4711-of-the-shop'],
      ['/next', 'token-4711-of-the-shop'],
    ]);
  });

  test.each([301, 302, 303, 307, 308])('%i to another origin: nothing configured goes along', async (status) => {
    to(other.url('/landing'), status);
    const { samples } = await probe({ url: shop.url(), headers, ...private_ });
    expect(samples).toMatchObject([{ ok: true }]);
    expect(other.seen).toHaveLength(1);
    const [{ headers: arrived }] = other.seen as [(typeof other.seen)[number]];
    expect(Object.keys(arrived).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    expect(JSON.stringify(other.seen)).not.toMatch(/4711|configured/);
  });

  test('from there back to the first origin: still nothing', async () => {
    to(other.url('/landing'));
    other.handler = (_request, response) => response.writeHead(302, { location: shop.url('/back') }).end();
    await probe({ url: shop.url(), headers, ...private_ });
    other.handler = (_request, response) => response.end('ok');
    expect(shop.seen.map(({ url }) => url)).toEqual(['/', '/back']);
    expect(JSON.stringify(shop.seen[1])).not.toMatch(/4711|configured/);
  });

  test.each<[number, object, string[]]>([
    [301, { method: 'POST' }, ['GET /landing ']],
    [303, { method: 'PUT', 'allow-change': true }, ['GET /landing ']],
    // Another origin must not get the body, and the method without it would be another request.
    [307, { method: 'POST' }, []],
    [308, { method: 'POST' }, []],
  ])('a body and %i to another origin', async (status, rest, arrived) => {
    to(other.url('/landing'), status);
    await probe({ url: shop.url(), json: { password: '${SHOP_PASSWORD}' }, ...rest, ...private_ });
    expect(other.seen.map(({ method, url, body }) => `${method} ${url} ${body}`)).toEqual(arrived);
    expect(other.connections).toBe(arrived.length);
  });

  test('307 to the same origin repeats method and body', async () => {
    to('/next', 307);
    await probe({ url: shop.url(), method: 'POST', json: { password: '${SHOP_PASSWORD}' }, ...private_ });
    expect(shop.seen.map(({ method, body }) => `${method} ${body}`)).toEqual(
      Array<string>(2).fill('POST {"password":"password-4711-of-the-shop"}'),
    );
  });

  test('never from https to http', async () => {
    secure.handler = (_request, response) => response.writeHead(302, { location: other.url() }).end();
    const { samples } = await probe({ url: secure.url(), ...private_ });
    expect(samples).toMatchObject([{ ok: false, error: expect.stringContaining('from https to http') }]);
    expect(other.connections).toBe(0);
    secure.handler = (_request, response) => response.end('ok');
    expect((await probe({ url: secure.url(), ...private_ })).samples).toMatchObject([{ ok: true }]);
  });

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    '//0/',
    'http://metadata.example.com/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:70/',
    'javascript:alert(1)',
    'http://[broken/',
  ])('to %s: production has failed, and no connection is made there', async (location) => {
    names.set('metadata.example.com', ['169.254.169.254']);
    to(location);
    const { samples } = await probe({ url: shop.url(), ...private_ });
    expect(samples).toMatchObject([{ ok: false, retried: true }]);
    expect(connects).toBe(2);
    expect(shop.connections).toBe(2);
  });

  test('the certificate must be valid for this many more days', async () => {
    const ask = async (days: number) => (await probe({ url: secure.url(), 'tls-days': days, ...private_ })).samples;
    expect(await ask(29)).toMatchObject([{ ok: true }]);
    const error = expect.stringMatching(/^the certificate is valid for (29\.\d|30\.0) more days, expected 31$/);
    expect(await ask(31)).toMatchObject([{ ok: false, error }]);
  });

  test('a body of a GET does not go to another origin', async () => {
    to(other.url('/landing'));
    const request = { method: 'GET', url: new URL(shop.url()), headers: {}, body: Buffer.from('configured') };
    await send({ ...request, redirects: 1, allowPrivate: true, timeoutMs: 2_000, maxBytes: 100 }, ctx);
    expect(shop.seen.map(({ body }) => body)).toEqual(['configured']);
    expect(other.seen.map(({ body }) => body)).toEqual(['']);
  });

  test('credentials in a location are not sent', async () => {
    to(`http://user:password@127.0.0.1:${other.port}/`);
    await probe({ url: shop.url(), ...private_ });
    expect(other.seen.map(({ headers: { authorization } }) => authorization)).toEqual([undefined]);
  });

  test('a circle ends', async () => {
    to('/');
    const { samples } = await probe({ url: shop.url(), redirects: 3, ...private_ });
    expect(samples).toMatchObject([{ ok: false, error: 'there are more than 3 redirects' }]);
    expect(shop.seen).toHaveLength(8);
  });

  test('redirects: 0: the redirect is the response', async () => {
    to('/next');
    const expected = { status: 302, headers: { location: '/next' } };
    const { samples } = await probe({ url: shop.url(), redirects: 0, expect: expected, ...private_ });
    expect(samples).toMatchObject([{ ok: true }]);
    expect(shop.seen).toHaveLength(1);
  });
});
