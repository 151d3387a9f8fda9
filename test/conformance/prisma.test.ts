import fc from 'fast-check';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import provider from '../../src/providers/prisma/index.js';
import { config as schema } from '../../src/providers/prisma/config.js';
import { testContext } from '../support/context.js';
import { startPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';
import { conformance } from './suite.js';

const COUNT = 6;
const nameOf = (index: number): string => `2026010${index}000000_step_${index}`;

conformance({
  name: 'prisma',
  provider,
  database: 'down',
  cases: 100,
  crashes: 4,
  async start() {
    const server = await startPostgres();
    const root = mkdtempSync(join(tmpdir(), 'rewind-prisma-'));
    const folder = join(root, 'prisma/migrations');
    for (let index = 1; index <= COUNT; index += 1) {
      mkdirSync(join(folder, nameOf(index)), { recursive: true });
      writeFileSync(join(folder, nameOf(index), 'migration.sql'), `CREATE TABLE step_${index} (id int);`);
      writeFileSync(join(folder, nameOf(index), 'down.sql'), `DROP TABLE step_${index};`);
    }
    const url = await server.createDatabase('app');
    await server.createDatabase('other');
    return {
      config: schema.parse({ id: 'subject', provider: 'prisma', url: '${DATABASE_URL}' }),
      ctx: testContext({ env: { DATABASE_URL: url }, root }),
      async reset() {
        await server.query(
          'app',
          'DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)',
        );
        await deployMigrations(url, folder, nameOf(2));
      },
      // Migrations are deployed up to some point: backwards is what is planned.
      mutations: fc.integer({ min: 1, max: COUNT }),
      mutate: async (index: number) => {
        await deployMigrations(url, folder, nameOf(index));
      },
      outside: () => server.query('app', 'SELECT count(*)::int AS kept FROM kept'),
      writes: () => 0,
      secrets: [server.password],
      close: () => server.stop(),
    };
  },
});
