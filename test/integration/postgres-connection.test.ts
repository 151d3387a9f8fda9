import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import provider from '../../src/providers/postgres/index.js';
import { config as schema } from '../../src/providers/postgres/config.js';
import { libpqEnv, parseDatabaseUrl, tlsAdvice } from '../../src/services/postgres/database-url.js';
import { connect } from '../../src/services/postgres/connection.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const parse = (url: string, env: Record<string, string> = {}) => parseDatabaseUrl(url, env, 'db');

describe('a server that asks for the password in clear text', () => {
  const PASSWORD = 'Sup3rSecretPw';
  let fake: Server;
  let received = '';
  let port: number;

  // It refuses TLS, and answers the start of a session by AuthenticationCleartextPassword.
  beforeAll(async () => {
    fake = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .on('data', (bytes) => {
          received += bytes.toString('latin1');
          if (bytes.length < 8) return;
          if (bytes.readInt32BE(4) === 80877103) socket.write('N');
          else if (bytes.readInt32BE(4) === 196608) socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
        });
    });
    await new Promise<void>((resolve) => fake.listen(0, '0.0.0.0', resolve));
    port = (fake.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => fake.close(resolve)));

  /** An address of this machine that is not loopback. */
  const outside = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

  test.each([
    ['on loopback', '127.0.0.1', '', 'database-auth-failed'],
    ['on loopback, prefer', '127.0.0.1', '?sslmode=prefer', 'database-auth-failed'],
    ...(outside === undefined
      ? []
      : [
          ['over a network', outside, '', 'database-unreachable'],
          ['over a network, prefer', outside, '?sslmode=prefer', 'database-unreachable'],
          ['over a network, allow', outside, '?sslmode=allow', 'database-unreachable'],
          ['over a network, disable', outside, '?sslmode=disable', 'database-auth-failed'],
        ]),
  ])('does not get it: %s', async (_, host, query, code) => {
    received = '';
    const address = parse(`postgresql://u:${PASSWORD}@${host}:${port}/app${query}`);
    await expect(connect(testContext(), address)).rejects.toMatchObject({ code });
    expect(received).not.toBe('');
    expect(received).not.toContain(PASSWORD);
  });
});

describe('the forms of a URL', () => {
  let server: TestPostgres;
  let sockets: string;
  let base: URL;

  beforeAll(async () => {
    sockets = mkdtempSync(join(tmpdir(), 'rewind-socket-'));
    chmodSync(sockets, 0o777);
    server = await startPostgres({
      settings: ['listen_addresses=127.0.0.1,::1', `unix_socket_directories=${sockets}`],
    });
    base = new URL(await server.createDatabase('shop'));
    await server.query('shop', 'CREATE TABLE fans (id int); INSERT INTO fans VALUES (1)');
    // pg_hba.conf of initdb asks a password on sockets too.
  });
  afterAll(async () => {
    await server.stop();
    rmSync(sockets, { recursive: true, force: true });
  });

  const user = (): string => `${base.username}:${base.password}`;

  test.each<[string, () => string]>([
    ['a socket as the parameter host', () => `postgresql://${user()}@/shop?host=${sockets}&port=${base.port}`],
    ['a socket with the port before the name', () => `postgresql://${user()}@:${base.port}/shop?host=${sockets}`],
    ['a socket as the host', () => `postgresql://${user()}@${encodeURIComponent(sockets)}:${base.port}/shop`],
    [
      'a socket, with sslmode=require',
      () => `postgresql://${user()}@:${base.port}/shop?host=${sockets}&sslmode=require`,
    ],
    ['an IPv6 address', () => `postgresql://${user()}@[::1]:${base.port}/shop`],
  ])('%s: Rewind and pg_dump reach the server', async (_, url) => {
    // PGSERVICE, PGHOST and PGHOSTADDR of the machine do not lead elsewhere.
    const env = { DATABASE_URL: url(), PGSERVICE: 'elsewhere', PGHOST: '192.0.2.1', PGHOSTADDR: '192.0.2.1' };
    const payloads = new MemoryPayloads('snapshot');
    const config = schema.parse({ id: 'db', provider: 'postgres', url: '${DATABASE_URL}' });
    const state = await provider.capture(config, testContext({ env }), payloads);
    expect(state.tables).toMatchObject([{ name: 'public.fans', rows: 1 }]);
    expect(payloads.refs.map(({ name }) => name)).toContain('dump');
  });

  test.each([
    ['postgresql://u:sw0rdfish@h1:5432,h2:5433/app?target_session_attrs=read-write', 'several hosts'],
    ['postgresql://u:sw0rdfish@[::1]:5432,h2/app', 'several hosts'],
    ['postgresql://u:sw0rdfish@/app?host=h1,h2', 'several hosts'],
    ['postgresql://u:sw0rdfish@h/app?service=x', '"service"'],
    ['postgresql://u:sw0rdfish@h/app?hostaddr=192.0.2.1', '"hostaddr"'],
    ['postgresql://u:sw0rdfish@/app', 'no host'],
  ])('%s is refused, without quoting it', (url, says) => {
    expect(() => parse(url)).toThrow(says);
    expect(() => parse(url)).not.toThrow(/sw0rdfish/);
  });
});

describe('TLS', () => {
  test.each([
    ['postgresql://u:p@db.example.com/app', 'require', 1],
    ['postgresql://u:p@db.example.com/app?sslmode=prefer', 'require', 1],
    ['postgresql://u:p@db.example.com/app?sslmode=disable', 'disable', 1],
    ['postgresql://u:p@db.example.com/app?sslmode=verify-full', 'verify-full', 0],
    ['postgresql://u:p@localhost/app', 'prefer', 0],
  ])('%s: %s, %d advice', (url, mode, advice) => {
    expect(parse(url).tls.mode).toBe(mode);
    expect(libpqEnv(parse(url)).PGSSLMODE).toBe(mode);
    expect(tlsAdvice(parse(url))).toHaveLength(advice);
  });

  test.each(['', '&sslmode=require', '&sslmode=verify-full'])('a socket has none: %p', (query) => {
    const address = parse(`postgresql://u:p@/app?host=/run/postgresql${query}`);
    expect(libpqEnv(address).PGSSLMODE).toBe('disable');
    expect(tlsAdvice(address)).toEqual([]);
  });
});
