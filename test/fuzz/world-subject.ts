import { isDeepStrictEqual } from 'node:util';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { SNAPSHOTS } from '../sandbox/demo/services.js';
import { World, type Facts } from '../sandbox/demo/world.js';
import type { TestPostgres } from '../support/postgres.js';
import { tidyFiles, type Subject } from './subject.js';

export interface WorldSubjectOptions {
  readonly postgres: TestPostgres;
  readonly database: 'none' | 'down' | 'restore';
  readonly restore?: 'swap' | 'in-place';
  readonly services: boolean;
  readonly store?: 'directory' | 's3';
  readonly scope?: readonly string[];
}

/** Rows of the table `fans` before the first bad release. */
const FANS = 500;
const ROLE = 'shop_application';

/** The shop of the demo. */
export async function worldSubject(options: WorldSubjectOptions): Promise<Subject> {
  const { database: mode, restore = 'swap', scope, store = 'directory' } = options;
  const { postgres } = options;
  const world = await World.start({
    postgres,
    seed: false,
    services: options.services || store === 's3',
    integrity: 'rows',
    restore,
    store,
  });
  const { database } = world;
  await postgres.query(
    database,
    `INSERT INTO fans (email, display_name, country, loyalty_points)
       SELECT 'f' || i || '@example.com', 'F', 'DE', i FROM generate_series(1, ${FANS}) i;
     DO $$ BEGIN CREATE ROLE ${ROLE} LOGIN PASSWORD '${ROLE}'; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
     GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${ROLE};
     GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${ROLE}`,
  );
  const scoped = scope === undefined ? [] : ['--scope', scope.join(',')];
  const taken = await world.run(['snapshot', '--json', ...scoped]);
  if (taken.status !== 0) throw new Error(taken.stderr);
  const snapshot = taken.json<{ snapshot: string }>().snapshot;
  const saved = await world.facts();
  /** Names of the artists that the application wrote, and got an answer for. */
  let acknowledged: string[] = [];
  let written = 0;

  const asApplication = async (sql: string): Promise<boolean> => {
    const url = new URL(postgres.url(database));
    url.username = url.password = ROLE;
    const client = new Client({ connectionString: url.href });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(sql);
      return true;
    } catch (error) {
      // Closed for the swap, or renamed at this moment. Any other refusal is an error of the test.
      if (/accepting connections|does not exist|terminating connection/.test(String(error))) return false;
      throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const ask = (sql: string, from = 'postgres') => postgres.query(from, sql);
  const databases = async (): Promise<string[]> =>
    (await ask(`SELECT datname AS name FROM pg_database WHERE starts_with(datname, '${database}_')`)).map(({ name }) =>
      String(name),
    );
  const namesIn = async (from: string): Promise<Set<string>> =>
    new Set((await ask('SELECT name FROM artists', from)).map(({ name }) => String(name)));

  /** Names that are in no database; in place, the backups before the restore must hold as many rows. */
  const lost = async (): Promise<string[]> => {
    const live = await namesIn(database);
    const kept = new Set<string>();
    for (const other of await databases()) for (const name of await namesIn(other)) kept.add(name);
    const gone = acknowledged.filter((name) => !live.has(name) && !kept.has(name));
    if (gone.length === 0) return [];
    if (mode !== 'restore' || restore !== 'in-place') return [`rows are lost: ${gone.join(', ')}`];
    const most = Math.max(0, ...backedUp());
    return most >= gone.length ? [] : [`${gone.length} rows are in no database, and ${most} in a backup`];
  };
  /** Rows of the table `artists` in each backup of the database. */
  const backedUp = (): number[] => {
    const folder = join(world.root, '.rewind/store/snapshots/production');
    return readdirSync(folder).flatMap((id) => {
      const manifest = join(folder, id, 'manifest.json');
      if (id === snapshot || !existsSync(manifest)) return [];
      const { resources } = JSON.parse(readFileSync(manifest, 'utf8')) as {
        resources: { id: string; state: { tables?: { name: string; rows: number }[] } }[];
      };
      const tables = resources.find(({ id: resource }) => resource === 'db')?.state.tables ?? [];
      return tables.filter(({ name }) => name.endsWith('artists')).map(({ rows }) => rows);
    });
  };

  const same = (now: Facts): string[] => {
    const wanted: [string, unknown, unknown][] = [
      ['deployment', saved.deployment, now.deployment],
      ['domains', saved.domains, now.domains],
      ['flags', saved.flags, now.flags],
    ];
    if (options.services) wanted.push(['services', saved.services, now.services]);
    if (mode === 'restore') wanted.push(['loyalty points', saved.loyaltyPoints, now.loyaltyPoints]);
    return wanted.flatMap(([what, before, after]) =>
      isDeepStrictEqual(before, after)
        ? []
        : [`${what} differ: ${JSON.stringify(before)} in the snapshot, ${JSON.stringify(after)} now`],
    );
  };

  return {
    root: world.root,
    port: postgres.port,
    choice: ['--snapshot', snapshot, '--database', mode, ...scoped],
    confirmation: mode === 'none' ? [] : ['--confirm-data-loss', database],
    run: (args, more) => world.run(args, more),
    damage: async () => {
      world.project.autoAssignCustomDomains = true;
      await world.badRelease();
    },
    use: async () => {
      if (mode === 'none') return true;
      const name = `acknowledged-${(written += 1)}`;
      if (!(await asApplication(`INSERT INTO artists (slug, name) VALUES ('${name}', '${name}')`))) return false;
      acknowledged.push(name);
      return true;
    },
    settled: async () => {
      for (let tries = 0; ; tries += 1) {
        const left = await ask(
          `SELECT datname, application_name AS name FROM pg_stat_activity WHERE starts_with(datname, '${database}')`,
        );
        if (left.length === 0) return;
        if (tries > 400) throw new Error(`sessions of the killed run stay: ${JSON.stringify(left)}`);
        await sleep(25);
      }
    },
    problems: async () => {
      const found = [...same(await world.facts()), ...(await lost())];
      if (mode === 'none') return found;
      const fans = Number(
        (await ask(`SELECT count(*) FROM fans WHERE loyalty_points IS NOT NULL`, database))[0]?.count,
      );
      if (fans < FANS) found.push(`only ${fans} of ${FANS} fans are there`);
      const unfinished = (await databases()).filter((name) => name.includes('_new_'));
      if (unfinished.length > 0) found.push(`unfinished databases are left: ${unfinished.join(', ')}`);
      return found;
    },
    tidy: async () => {
      for (const name of await databases()) await postgres.dropDatabase(name);
      if (mode !== 'none') await ask(`DELETE FROM artists WHERE name LIKE 'acknowledged-%'`, database);
      acknowledged = [];
      const stored = world.services?.s3.contents.get(SNAPSHOTS)?.versions;
      for (const key of stored?.keys() ?? []) if (!key.includes(`/${snapshot}/`)) stored?.delete(key);
      tidyFiles(world.root, snapshot);
    },
    stop: () => world.stop(),
  };
}
