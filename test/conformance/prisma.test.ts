import fc from 'fast-check';
import { connect, createServer, type AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import provider from '../../src/providers/prisma/index.js';
import { config as schema } from '../../src/providers/prisma/config.js';
import { testContext } from '../support/context.js';
import { keptSession } from '../support/kept-session.js';
import { startPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';
import { conformance } from './suite.js';

const COUNT = 6;
/** Every second one leaves the transaction, so that crashes meet both kinds. */
const downOf = (index: number): string =>
  index % 2 === 0
    ? `DROP TABLE step_${index};`
    : `DROP INDEX CONCURRENTLY step_${index}_id_idx; DROP TABLE step_${index};`;
const nameOf = (index: number): string => `2026010${index}000000_step_${index}`;

/** What PostgreSQL answers to statements that write (protocol 3.0, CommandComplete). */
const WRITTEN = /(?:INSERT 0 \d+|UPDATE \d+|DELETE \d+|CREATE \w+|DROP \w+|ALTER \w+|COMMIT)\0/g;

/**
 * Stands between Rewind and the server: counts what was written, and can cut the connection after a statement or a commit
 * was carried out and before its answer arrives, as when the runner is killed.
 */
async function between(host: string, port: number) {
  let writes = 0;
  let left = 0;
  const proxy = createServer((client) => {
    const upstream = connect(port, host);
    client.pipe(upstream);
    upstream.on('data', (chunk) => {
      const written = chunk.toString('latin1').match(WRITTEN)?.length ?? 0;
      writes += written;
      const cut = left > 0 && written >= left;
      left = Math.max(0, left - written);
      if (cut) client.destroy();
      else client.write(chunk);
    });
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    writes: () => writes,
    crashAfterWrite: (n: number) => void (left = n),
    close: () => new Promise<void>((resolve) => void proxy.close(() => resolve())),
  };
}

conformance({
  name: 'prisma',
  provider,
  writesOver: 'a down migration is a script of its own; it writes no value that a plan has read',
  database: 'down',
  cases: 200,
  crashes: 6,
  async start() {
    const server = await startPostgres();
    const root = mkdtempSync(join(tmpdir(), 'rewind-prisma-'));
    const folder = join(root, 'prisma/migrations');
    for (let index = 1; index <= COUNT; index += 1) {
      mkdirSync(join(folder, nameOf(index)), { recursive: true });
      writeFileSync(
        join(folder, nameOf(index), 'migration.sql'),
        `CREATE TABLE step_${index} (id int); CREATE INDEX ON step_${index} (id);`,
      );
      writeFileSync(join(folder, nameOf(index), 'down.sql'), downOf(index));
    }
    const url = await server.createDatabase('app');
    const proxy = await between(server.host, server.port);
    const app = keptSession(url);
    const proxied = new URL(url);
    proxied.host = `127.0.0.1:${proxy.port}`;
    return {
      config: schema.parse({ id: 'subject', provider: 'prisma', url: '${DATABASE_URL}' }),
      ctx: testContext({ env: { DATABASE_URL: proxied.href }, root }),
      async reset() {
        await app.query(
          'DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)',
        );
        await deployMigrations(await app.client(), folder, nameOf(2));
      },
      // What is left of a case would make the history of the next ones longer. A table that is left makes the next deploy fail.
      resume: async () => {
        await app.query('DELETE FROM _prisma_migrations WHERE rolled_back_at IS NOT NULL');
      },
      // Migrations are deployed up to some point: backwards is what is planned.
      mutations: fc.integer({ min: 1, max: COUNT }),
      mutate: async (index: number) => {
        await deployMigrations(await app.client(), folder, nameOf(index));
      },
      outside: () => app.query('SELECT count(*)::int AS kept FROM kept'),
      writes: proxy.writes,
      crashAfterWrite: proxy.crashAfterWrite,
      secrets: [server.password],
      close: async () => {
        await proxy.close();
        await app.end();
        await server.stop();
        rmSync(root, { recursive: true });
      },
    };
  },
});
