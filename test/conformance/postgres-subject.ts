import fc from 'fast-check';
import provider from '../../src/providers/postgres/index.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import { testContext } from '../support/context.js';
import { keptSession, type KeptSession } from '../support/kept-session.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { conformance } from './suite.js';

/** What people, programs and bad migrations do to a database. */
const MUTATIONS: Record<string, string> = {
  insert: `INSERT INTO fans (email, points) VALUES ('new-' || random() || '@example.com', 5)`,
  update: `UPDATE fans SET points = points + 1 WHERE id % 3 = 0`,
  'update through a savepoint': `DO $$ BEGIN BEGIN UPDATE fans SET points = 0 WHERE id = 2; EXCEPTION WHEN others THEN NULL; END; END $$`,
  delete: `DELETE FROM fans WHERE id = (SELECT max(id) FROM fans)`,
  'drop a column': `ALTER TABLE fans DROP COLUMN IF EXISTS points CASCADE; UPDATE artists SET name = name`,
  'add a column': `ALTER TABLE artists ADD COLUMN IF NOT EXISTS extra text DEFAULT 'x'`,
  'drop a table': `DROP TABLE IF EXISTS payments CASCADE`,
  'new table': `CREATE TABLE IF NOT EXISTS surprise (id int PRIMARY KEY, fan int)`,
  'new schema': `CREATE SCHEMA IF NOT EXISTS extra; CREATE TABLE IF NOT EXISTS extra.things (id int)`,
  'drop an index': `DROP INDEX IF EXISTS fans_email_index`,
  'replace a view': `CREATE OR REPLACE VIEW paying AS SELECT fan_id, count(*)::bigint AS paid FROM artists, (SELECT 1 AS fan_id) x GROUP BY 1`,
  'an enum value': `ALTER TYPE tier ADD VALUE IF NOT EXISTS 'platinum'`,
  truncate: `TRUNCATE notes`,
};

const STATEMENTS = `
CREATE TYPE tier AS ENUM ('free', 'gold');
CREATE TABLE artists (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE fans (id serial PRIMARY KEY, email text NOT NULL, points int NOT NULL DEFAULT 0, tier tier NOT NULL DEFAULT 'free');
CREATE INDEX fans_email_index ON fans (email);
CREATE TABLE payments (id bigserial PRIMARY KEY, fan_id int NOT NULL REFERENCES fans, cents int CHECK (cents > 0));
CREATE TABLE notes (body text);
CREATE VIEW paying AS SELECT fan_id, count(*)::bigint AS paid FROM payments GROUP BY 1;
CREATE FUNCTION total(int) RETURNS bigint LANGUAGE sql STABLE AS 'SELECT sum(cents) FROM payments WHERE fan_id = $1';
INSERT INTO artists (name) VALUES ('Ada'), ('Grace');
INSERT INTO fans (email, points) SELECT 'fan' || i || '@example.com', i FROM generate_series(1, 30) i;
INSERT INTO payments (fan_id, cents) SELECT 1 + i % 30, 100 + i FROM generate_series(1, 60) i;
INSERT INTO notes VALUES ('a'), ('b');`;

/** The suite for one way of restoring. Each way has a file of its own, so that two workers share the time. */
export function postgresConformance(name: string, options: Partial<Config>, cases: number): void {
  conformance({
    name: `postgres, ${name}`,
    provider,
    database: 'restore',
    cases,
    crashes: 2,
    async start() {
      const server: TestPostgres = await startPostgres();
      await server.createDatabase('other');
      await server.query('other', 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)');
      let round = 0;
      let tokens = 0;
      let database = '';
      const beside = keptSession(server.url('postgres'));
      const other = keptSession(server.url('other'));
      // A swap cuts it: the next mutation connects again, as an application does.
      let app: KeptSession | null = null;
      /** Drops the databases that the cases left. @param present whether that includes the one that they are about */
      const drop = async (present: boolean): Promise<void> => {
        const left = await beside.query(
          `SELECT datname FROM pg_database WHERE datname LIKE 'app%' AND ($1 OR datname <> $2)`,
          [present, database],
        );
        for (const { datname } of left) await beside.query(`DROP DATABASE IF EXISTS "${String(datname)}" WITH (FORCE)`);
      };
      const ctx = testContext();
      const env = new Map<string, string>();
      Object.assign(ctx, {
        env: { ...ctx.env, resolve: () => env.get('DATABASE_URL') ?? '' },
        randomHex: (bytes: number) => (tokens++).toString(16).padStart(2 * bytes, '0'),
      });
      return {
        config: schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}', ...options }),
        ctx,
        async reset() {
          await app?.end();
          if (database !== '') await drop(true);
          round += 1;
          database = `app${round}`;
          await beside.query(`CREATE DATABASE "${database}"`);
          env.set('DATABASE_URL', server.url(database));
          app = keptSession(server.url(database));
          await app.query(STATEMENTS);
        },
        resume: () => drop(false),
        mutations: fc.constantFrom(...Object.keys(MUTATIONS)),
        mutate: async (mutation) => {
          // One may stand in the way of another (a dropped column): as for a person, it is refused then.
          await app?.query(MUTATIONS[mutation] ?? '').catch(() => undefined);
        },
        outside: () => other.query('SELECT count(*) FROM kept'),
        writes: () => 0,
        secrets: [server.password],
        close: async () => {
          await Promise.all([beside.end(), other.end(), app?.end()]);
          await server.stop();
        },
      };
    },
  });
}
