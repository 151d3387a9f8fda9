import fc from 'fast-check';
import type { Config } from '../../src/providers/rds-snapshot/config.js';
import provider from '../../src/providers/rds-snapshot/index.js';
import type { State } from '../../src/providers/rds-snapshot/state.js';
import { DATABASE, openShop, rdsConfig, rdsContext } from '../sandbox/aws/rds-fixture.js';
import { RDS_SECRET, RdsSandbox } from '../sandbox/aws/rds.js';
import { startPostgres } from '../support/postgres.js';
import { conformance } from './suite.js';

/** What people, programs and bad migrations do to a database. */
const MUTATIONS: Readonly<Record<string, string>> = {
  insert: `INSERT INTO fans (email) VALUES ('new')`,
  update: `UPDATE fans SET points = points + 1 WHERE id % 3 = 0`,
  'insert and delete': `INSERT INTO notes VALUES ('c'); DELETE FROM notes WHERE body = 'c'`,
  delete: `DELETE FROM fans WHERE id = (SELECT max(id) FROM fans)`,
  'replace a function': `CREATE OR REPLACE FUNCTION total() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT sum(points) + 1 FROM fans'`,
  grant: `GRANT SELECT ON fans TO PUBLIC; REVOKE SELECT ON notes FROM PUBLIC`,
  'advance a sequence': `SELECT nextval('fans_id_seq')`,
  'a large object': `SELECT lo_from_bytea(0, 'x')`,
  vacuum: `VACUUM ANALYZE`,
};

conformance<Config, State, string>({
  name: 'rds-snapshot',
  provider,
  database: 'restore',
  cases: 25,
  crashes: 3,
  async start() {
    const postgres = await startPostgres();
    const url = await postgres.createDatabase('shop');
    await postgres.query('shop', DATABASE);
    const rds = await new RdsSandbox().start();
    const ctx = rdsContext(rds, url);
    openShop(rds, postgres);
    return {
      config: rdsConfig(),
      ctx,
      async reset() {
        openShop(rds, postgres);
      },
      mutations: fc.constantFrom(...Object.keys(MUTATIONS)),
      async mutate(mutation) {
        await postgres.query('shop', MUTATIONS[mutation] ?? '');
      },
      // Production itself is not touched either.
      outside: async () =>
        JSON.stringify(
          [...rds.instances.values()]
            .filter(({ id }) => ['shop', 'other'].includes(id))
            .map(({ tags, ...rest }) => [rest, [...tags]]),
        ),
      // A snapshot creates a DB snapshot, by design: that leaves production as it is.
      writes: () =>
        rds.requests.filter(({ method, bytes }) => method !== 'GET' && !bytes.includes('Action=CreateDBSnapshot'))
          .length,
      secrets: [RDS_SECRET, postgres.password],
      crashAfterWrite: (n) => rds.crashAfterWrite(n),
      async close() {
        await rds.stop();
        await postgres.stop();
      },
    };
  },
});
