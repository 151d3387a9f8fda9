/** A shop with something of each kind that a drill checks, and what is done to its snapshots. */
export const SHOP = `
  CREATE EXTENSION pg_trgm; CREATE EXTENSION citext;
  CREATE TABLE fans (id serial PRIMARY KEY, email text UNIQUE, points int CONSTRAINT positive CHECK (points >= 0));
  CREATE TABLE payments (id bigserial PRIMARY KEY, fan int CONSTRAINT payer REFERENCES fans, cents int);
  CREATE INDEX by_fan ON payments (fan);
  CREATE TABLE events (at date NOT NULL, what text) PARTITION BY RANGE (at);
  CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  CREATE INDEX events_at ON events (at);
  CREATE TABLE canary (id int PRIMARY KEY, note text, weight numeric, seen timestamptz);
  CREATE TABLE _prisma_migrations (id text, migration_name text, started_at timestamptz, finished_at timestamptz, rolled_back_at timestamptz);
  CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TRIGGER audited BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION audit();
  INSERT INTO fans (email, points) SELECT 'fan' || i, i FROM generate_series(1, 40) i;
  INSERT INTO payments (fan, cents) SELECT 1 + i % 40, i FROM generate_series(1, 90) i;
  INSERT INTO events SELECT '2026-02-01'::date + i, 'x' FROM generate_series(1, 20) i;
  INSERT INTO canary VALUES (1, 'yellow', 0.10, NULL);
  INSERT INTO _prisma_migrations VALUES ('a', '1_init', '2026-01-01', '2026-01-01', NULL), ('b', '2_points', '2026-01-02', '2026-01-02', NULL);
  CREATE MATERIALIZED VIEW top AS SELECT fan, sum(cents) FROM payments GROUP BY fan;
  SELECT lo_from_bytea(4711, 'ticket');
  ALTER TABLE payments OWNER TO drill_owner;
  GRANT SELECT ON fans TO drill_reader;`;

export const CANARY = { table: 'public.canary', key: { id: '1' }, row: { note: 'yellow', weight: '0.10', seen: null } };

export const ORPHANS = `ALTER TABLE payments DISABLE TRIGGER ALL; UPDATE payments SET fan = 999 WHERE id = 1; ALTER TABLE payments ENABLE TRIGGER ALL`;

/** What is done to the database before the dump, options of pg_dump, and the checks that fail. */
export const BAD: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'no rows',
    '',
    ['--schema-only'],
    [
      'empty-restore: drill-empty-restore',
      'large-objects: drill-large-objects',
      'materialized-views: drill-matview-unpopulated',
      'sequences: drill-sequence-differs',
      'migrations: drill-migration-missing',
      'canary: drill-canary',
    ],
  ],
  ['a table without its rows', '', ['--exclude-table-data=payments'], ['truncated: drill-truncated']],
  ['fewer rows', 'DELETE FROM payments WHERE id > 5', [], ['volume-drift: drill-volume-drift']],
  ['more rows', 'INSERT INTO payments VALUES (-1, 1, 1)', [], ['row-content: drill-rows-added']],
  ['other rows', `UPDATE fans SET email = 'x' WHERE id = 7`, [], ['row-content: drill-row-content']],
  ['a sequence behind', `SELECT setval('payments_id_seq', 3)`, [], ['sequences: drill-sequence-behind']],
  ['a sequence ahead', `SELECT setval('payments_id_seq', 1000)`, [], ['sequences: drill-sequence-differs']],
  ['no extension', 'DROP EXTENSION pg_trgm', [], ['extensions: drill-extension-absent']],
  [
    'a partitioned index that is not built',
    'DROP INDEX events_at; CREATE INDEX events_at ON ONLY events (at)',
    [],
    ['schema: drill-schema-differs', 'indexes: drill-index-invalid'],
  ],
  [
    'a constraint that is not validated',
    'ALTER TABLE fans DROP CONSTRAINT positive; ALTER TABLE fans ADD CONSTRAINT positive CHECK (points >= 0) NOT VALID',
    [],
    ['constraints: drill-constraint-not-valid'],
  ],
  [
    'rows without the row that they refer to',
    `ALTER TABLE payments DROP CONSTRAINT payer; ALTER TABLE payments DISABLE TRIGGER ALL; UPDATE payments SET fan = 999 WHERE id = 1;
     ALTER TABLE payments ENABLE TRIGGER ALL; ALTER TABLE payments ADD CONSTRAINT payer FOREIGN KEY (fan) REFERENCES fans NOT VALID`,
    [],
    [
      'row-content: drill-row-content',
      'constraints: drill-constraint-not-valid',
      'foreign-keys: drill-foreign-key-violated',
    ],
  ],
  ['a disabled trigger', 'ALTER TABLE payments DISABLE TRIGGER audited', [], ['triggers: drill-trigger-disabled']],
  [
    'an empty materialized view',
    'REFRESH MATERIALIZED VIEW top WITH NO DATA',
    [],
    ['materialized-views: drill-matview-unpopulated'],
  ],
  ['another owner', 'ALTER TABLE payments OWNER TO drill_reader', [], ['owners: drill-owner-lost']],
  ['no privileges', '', ['--no-privileges'], ['owners: drill-privileges-lost']],
  [
    'a migration that is missing',
    `DELETE FROM _prisma_migrations WHERE id = 'b'`,
    [],
    ['volume-drift: drill-volume-drift', 'migrations: drill-migration-missing'],
  ],
  ['no canary', 'DELETE FROM canary', [], ['truncated: drill-truncated', 'canary: drill-canary']],
  [
    'a canary with another byte',
    'UPDATE canary SET weight = 0.1',
    [],
    ['row-content: drill-row-content', 'canary: drill-canary'],
  ],
  ['a large object that was overwritten', `SELECT lo_put(4711, 0, 'T')`, [], ['large-objects: drill-large-objects']],
  ['an index that is missing', 'DROP INDEX by_fan', [], ['schema: drill-schema-differs']],
  ['a foreign key that does not hold', ORPHANS, [], ['restore: drill-restore-failed']],
];
