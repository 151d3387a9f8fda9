import { afterAll, beforeAll } from '@jest/globals';
import fc from 'fast-check';
import type { Config } from '../../src/providers/rds-snapshot/config.js';
import provider from '../../src/providers/rds-snapshot/index.js';
import type { State } from '../../src/providers/rds-snapshot/state.js';
import { auroraConfig, DATABASE, openAurora, openShop, rdsConfig, rdsContext } from '../sandbox/aws/rds-fixture.js';
import { AuroraSandbox } from '../sandbox/aws/rds-clusters.js';
import { RDS_SECRET } from '../sandbox/aws/rds.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
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

/** The requests that make a copy. */
const COPIES = /Action=CreateDB(Cluster)?Snapshot|RestoreType=copy-on-write/;

let postgres: TestPostgres;
let url: string;
beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.createDatabase('shop');
  await postgres.query('shop', DATABASE);
});
afterAll(() => postgres.stop());

const SUBJECTS = [
  { name: 'rds-snapshot', config: rdsConfig(), open: openShop, cases: 12, crashes: 2 },
  {
    name: 'rds-snapshot, point-in-time',
    config: rdsConfig({ method: 'point-in-time' }),
    open: openShop,
    cases: 2,
    crashes: 1,
  },
  { name: 'rds-snapshot of Aurora', config: auroraConfig(), open: openAurora, cases: 2, crashes: 1 },
  {
    name: 'rds-snapshot of Aurora, clone',
    config: auroraConfig({ method: 'clone' }),
    open: openAurora,
    cases: 2,
    crashes: 1,
  },
];

for (const { name, config, open, cases, crashes } of SUBJECTS) {
  conformance<Config, State, string>({
    name,
    provider,
    database: 'restore',
    cases,
    crashes,
    async start() {
      const rds = await new AuroraSandbox().start();
      open(rds, postgres);
      return {
        config,
        ctx: rdsContext(rds, url),
        async reset() {
          open(rds, postgres);
        },
        mutations: fc.constantFrom(...Object.keys(MUTATIONS)),
        async mutate(mutation) {
          await postgres.query('shop', MUTATIONS[mutation] ?? '');
        },
        // Production itself is not touched either.
        outside: async () =>
          JSON.stringify(
            [...rds.instances.values(), ...rds.clusters.values()]
              .filter(({ id }) => ['shop', 'shop-1', 'shop-2', 'other'].includes(id))
              .map(({ tags, ...rest }) => [rest, [...tags]]),
          ),
        // A snapshot creates a copy in RDS, by design: that leaves production as it is.
        writes: () =>
          rds.requests.filter(({ method, bytes }) => method !== 'GET' && !COPIES.test(String(bytes))).length,
        secrets: [RDS_SECRET, postgres.password],
        crashAfterWrite: (n) => rds.crashAfterWrite(n),
        close: () => rds.stop(),
      };
    },
  });
}
