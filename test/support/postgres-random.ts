import { Dice, ident, text, TYPES, value } from './postgres-random-values.js';

/** A random database: statements that make it, and others that damage it. The server may reject a few of them. */
export interface RandomDatabase {
  readonly options: string;
  readonly make: readonly string[];
  readonly damage: readonly string[];
}

/** Roles that random objects belong to and grant to. */
export const ROLES = ['rt_clerk', 'rt "Odd" %s role', 'rt_auditor'] as const;

interface Table {
  readonly sql: string;
  readonly schema: string;
  readonly name: string;
  readonly columns: { readonly name: string; readonly type: string }[];
  /** A unique column of type int. */
  key: string | null;
  readonly partitioned: boolean;
}

/** Makes the statements of one seed. */
export function randomDatabase(seed: string): RandomDatabase {
  return new Maker(new Dice(seed)).all();
}

class Maker {
  private readonly made: string[] = [];
  private readonly schemas = ['public'];
  private readonly tables: Table[] = [];
  private readonly types: string[] = [];
  private readonly views: string[] = [];
  private readonly functions: string[] = [];
  private readonly sequences: string[] = [];
  /** Values of types of this database. */
  private readonly own: Record<string, (dice: Dice) => string> = {};

  constructor(private readonly dice: Dice) {}

  all(): RandomDatabase {
    const { dice } = this;
    const options = dice.pick(['', '', '', '', `ENCODING 'LATIN1'`, `LOCALE_PROVIDER icu ICU_LOCALE 'de'`]);
    for (let left = dice.int(0, 3); left > 0; left -= 1) this.schema();
    if (dice.chance(35)) this.extension();
    if (dice.chance(20)) this.defaultPrivileges();
    for (let left = dice.int(1, 4); left > 0; left -= 1) this.type();
    this.function();
    for (let left = dice.int(2, 6); left > 0; left -= 1) this.table();
    if (dice.chance(60)) this.partitions();
    if (dice.chance(40)) this.inheritance();
    for (const table of this.tables) this.rows(table);
    if (dice.chance(60)) this.circle();
    const further = [
      ...Array<() => void>(3).fill(() => this.constraint()),
      ...Array<() => void>(3).fill(() => this.view()),
      ...Array<() => void>(2).fill(() => this.materialized()),
      () => this.trigger(),
      () => this.rule(),
      () => this.policy(),
      () => this.index(),
      () => this.function(),
      () => this.sequence(),
      () => this.largeObject(),
      () => this.statistics(),
      () => this.publication(),
      () => this.altered(),
      () => this.comment(),
      () => this.grant(),
      () => this.defaultPrivileges(),
      () => this.properties(),
      () => this.rarities(),
    ];
    for (let left = dice.int(12, 30); left > 0; left -= 1) dice.pick(further)();
    for (const table of this.tables) if (dice.chance(50)) this.rows(table);
    return { options, make: this.made, damage: this.damage() };
  }

  private add(...statements: string[]): void {
    this.made.push(...statements);
  }

  private qualified(kind: string): { schema: string; name: string; sql: string } {
    const schema = this.dice.pick(this.schemas);
    const name = this.dice.name(kind);
    return { schema, name, sql: `${ident(schema)}.${ident(name)}` };
  }

  private schema(): void {
    const name = this.dice.name('s');
    this.schemas.push(name);
    this.add(
      `CREATE SCHEMA ${ident(name)}${this.dice.chance(20) ? ` AUTHORIZATION ${ident(this.dice.pick(ROLES))}` : ''}`,
    );
  }

  private extension(): void {
    const name = this.dice.pick(['hstore', 'citext', 'pg_trgm', 'btree_gist', 'ltree', 'intarray', 'cube']);
    this.add(`CREATE EXTENSION ${name} SCHEMA ${ident(this.dice.pick(this.schemas))}`);
    if (name === 'citext' || name === 'hstore')
      this.add(`CREATE TABLE public.with_extension (x ${name})`, `INSERT INTO public.with_extension VALUES ('a=>1')`);
  }

  private type(): void {
    const { dice } = this;
    const { sql } = this.qualified('t');
    const kind = dice.pick(['enum', 'composite', 'domain', 'range']);
    if (kind === 'enum') {
      const labels = dice.some(['a', 'b', "it's", 'ü', 'Z z', '', '%'], dice.int(1, 5));
      this.add(`CREATE TYPE ${sql} AS ENUM (${labels.map((label) => text(label)).join(', ')})`);
      this.own[sql] = (d) => d.pick(labels);
      if (dice.chance(40)) this.add(`ALTER TYPE ${sql} ADD VALUE 'later' BEFORE ${text(labels[0] ?? '')}`);
    } else if (kind === 'composite') {
      this.add(`CREATE TYPE ${sql} AS (x int, ${ident(dice.name('f'))} ${dice.pick(['text', 'date', ...this.types])})`);
      this.own[sql] = (d) => `(${d.int(0, 9)},)`;
    } else if (kind === 'domain') {
      const base = dice.pick(['int4', 'text', 'varchar(20)']);
      const check = base === 'int4' ? 'VALUE > -1000' : `VALUE IN ('a', 'b', 'c')`;
      this.add(
        `CREATE DOMAIN ${sql} AS ${base}${dice.chance(30) ? ` DEFAULT ${base === 'int4' ? 7 : `'a'`}` : ''} CONSTRAINT ${ident(dice.name('c'))} CHECK (${check})`,
      );
      this.own[sql] = (d) => (base === 'int4' ? String(d.int(0, 99)) : d.pick(['a', 'b']));
    } else {
      this.add(`CREATE TYPE ${sql} AS RANGE (subtype = ${dice.pick(['float8', 'text', 'date'])})`);
      this.own[sql] = () => 'empty';
    }
    this.types.push(sql);
  }

  private columnType(): string {
    const { dice } = this;
    if (this.types.length > 0 && dice.chance(20)) return dice.pick(this.types);
    return dice.pick(Object.keys(TYPES));
  }

  private table(): void {
    const { dice } = this;
    const { schema, name, sql } = this.qualified('t');
    const columns: Table['columns'] = [];
    const parts: string[] = [];
    let key: string | null = null;
    const id = dice.name('id');
    const keyed = dice.pick(['serial', 'identity', 'always', 'plain', 'odd', 'none']);
    if (keyed !== 'none') {
      key = id;
      const clause = {
        serial: 'serial PRIMARY KEY',
        identity: 'int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY',
        always: 'int GENERATED ALWAYS AS IDENTITY (START 5 INCREMENT 3) UNIQUE',
        plain: `int CONSTRAINT ${ident(dice.name('pk'))} PRIMARY KEY DEFERRABLE`,
        odd: 'int GENERATED BY DEFAULT AS IDENTITY (MINVALUE -50 START -50 MAXVALUE 1000000 CACHE 7 CYCLE) PRIMARY KEY',
      }[keyed];
      parts.push(`${ident(id)} ${clause}`);
    }
    for (let left = dice.int(1, 9); left > 0; left -= 1) {
      const column = { name: dice.name('c'), type: this.columnType() };
      columns.push(column);
      const extra = [
        dice.chance(10) ? ' NOT NULL' : '',
        dice.chance(12) ? ` DEFAULT ${value(dice, column.type, TYPES[column.type] ?? this.own[column.type])}` : '',
        dice.chance(10) && /text|varchar|char\(/.test(column.type) && !column.type.includes('[') ? ' COLLATE "C"' : '',
      ];
      parts.push(`${ident(column.name)} ${column.type}${extra[2]}${extra[1]}${extra[0]}`);
    }
    if (dice.chance(40)) {
      parts.push(`kind varchar(9) CHECK (kind IN ('a', 'b', 'c'))`);
      columns.push({ name: 'kind', type: 'varchar(9)' });
      this.own['varchar(9)'] ??= (d) => d.pick(['a', 'b', 'c']);
    }
    if (dice.chance(30)) parts.push(`n int DEFAULT 3, doubled int GENERATED ALWAYS AS (n * 2) STORED`);
    if (key !== null && dice.chance(15))
      parts.push(`CONSTRAINT ${ident(dice.name('k'))} CHECK (${ident(key)} IS DISTINCT FROM -99) NO INHERIT`);
    const using = dice.chance(10) ? ` WITH (fillfactor = ${dice.int(50, 99)}, autovacuum_enabled = false)` : '';
    this.add(`CREATE ${dice.chance(6) ? 'UNLOGGED ' : ''}TABLE ${sql} (${parts.join(', ')})${using}`);
    if (dice.chance(15)) this.add(`ALTER TABLE ${sql} OWNER TO ${ident(dice.pick(ROLES))}`);
    this.tables.push({ sql, schema, name, columns, key, partitioned: false });
  }

  private partitions(): void {
    const { dice } = this;
    const { schema, name, sql } = this.qualified('p');
    const by = dice.pick(['RANGE', 'LIST', 'HASH']);
    this.add(`CREATE TABLE ${sql} (k int NOT NULL, v text, w numeric DEFAULT 1) PARTITION BY ${by} (k)`);
    const bounds =
      {
        RANGE: ['FROM (MINVALUE) TO (0)', 'FROM (0) TO (20)', 'FROM (20) TO (1000)'],
        LIST: ['IN (0, 1, 2, 3)', 'IN (4, 5, 6, NULL)', 'IN (7)'],
        HASH: ['WITH (MODULUS 2, REMAINDER 0)', 'WITH (MODULUS 4, REMAINDER 1)', 'WITH (MODULUS 4, REMAINDER 3)'],
      }[by] ?? [];
    for (const [index, bound] of bounds.entries()) {
      const part = this.qualified('part').sql;
      if (index === 1 && dice.chance(50)) {
        // Other order of columns, and a dropped one.
        this.add(
          `CREATE TABLE ${part} (w numeric, gone int, v text, k int NOT NULL)`,
          `ALTER TABLE ${part} DROP COLUMN gone`,
        );
        this.add(`ALTER TABLE ${sql} ATTACH PARTITION ${part} FOR VALUES ${bound}`);
      } else if (index === 2 && dice.chance(50)) {
        this.add(
          `CREATE TABLE ${part} PARTITION OF ${sql} (v DEFAULT 'own') FOR VALUES ${bound} PARTITION BY HASH (k)`,
        );
        for (const rest of [0, 1])
          this.add(
            `CREATE TABLE ${this.qualified('sub').sql} PARTITION OF ${part} FOR VALUES WITH (MODULUS 2, REMAINDER ${rest})`,
          );
      } else {
        this.add(`CREATE TABLE ${part} PARTITION OF ${sql} FOR VALUES ${bound}`);
      }
    }
    if (by !== 'HASH' && dice.chance(60))
      this.add(`CREATE TABLE ${this.qualified('rest').sql} PARTITION OF ${sql} DEFAULT`);
    if (dice.chance(60))
      this.add(
        `ALTER TABLE ${sql} ADD CONSTRAINT ${ident(dice.name('pk'))} PRIMARY KEY (k${dice.chance(50) ? ', v' : ''})`,
      );
    else this.add(`CREATE INDEX ${ident(dice.name('i'))} ON ${sql} (v)`);
    for (let k = 0; k < 40; k += dice.int(1, 4))
      this.add(`INSERT INTO ${sql} VALUES (${k}, ${text(dice.pick(['x', 'y', '\\N']))})`);
    this.tables.push({ sql, schema, name, columns: [], key: null, partitioned: true });
  }

  private inheritance(): void {
    const { dice } = this;
    const parent = this.qualified('parent');
    const child = this.qualified('child');
    this.add(`CREATE TABLE ${parent.sql} (a int DEFAULT 1 CHECK (a > 0), b text NOT NULL)`);
    this.add(`CREATE TABLE ${child.sql} (c date, b text DEFAULT 'child') INHERITS (${parent.sql})`);
    this.add(
      `INSERT INTO ${parent.sql} VALUES (1, 'p'), (2, 'q')`,
      `INSERT INTO ${child.sql} VALUES (3, 'r', '2020-01-01')`,
    );
    if (dice.chance(50)) this.add(`ALTER TABLE ${child.sql} ALTER a SET DEFAULT 9, ADD CHECK (a < 1000)`);
    if (dice.chance(30)) this.add(`CREATE TABLE ${this.qualified('grand').sql} () INHERITS (${child.sql})`);
    if (dice.chance(20)) this.add(`ALTER TABLE ${child.sql} NO INHERIT ${parent.sql}`);
    for (const table of [parent, child]) this.tables.push({ ...table, columns: [], key: null, partitioned: false });
  }

  private rows({ sql, columns, partitioned }: Table): void {
    const { dice } = this;
    if (partitioned || columns.length === 0) return;
    const names = columns.map(({ name }) => ident(name)).join(', ');
    const row = (): string =>
      `(${columns.map(({ type }) => value(dice, type, this.own[type] ?? TYPES[type])).join(', ')})`;
    for (let left = dice.pick([0, 1, 3, 6]); left > 0; left -= 1) {
      this.add(`INSERT INTO ${sql} (${names}) VALUES ${Array.from({ length: dice.int(1, 3) }, row).join(', ')}`);
    }
    if (dice.chance(15))
      this.add(`INSERT INTO ${sql} (${names}) SELECT ${names} FROM ${sql}, generate_series(1, ${dice.int(10, 400)})`);
  }

  private keyed(): Table & { readonly key: string } {
    const found = this.tables.filter((table): table is Table & { key: string } => table.key !== null);
    if (found.length > 0) return this.dice.pick(found);
    const { schema, name, sql } = this.qualified('keyed');
    this.add(
      `CREATE TABLE ${sql} (id int PRIMARY KEY, t text)`,
      `INSERT INTO ${sql} SELECT i, 'x' FROM generate_series(1, 9) i`,
    );
    const table = { sql, schema, name, columns: [], key: 'id', partitioned: false };
    this.tables.push(table);
    return table;
  }

  /** Two tables that refer to each other, and one that refers to itself. */
  private circle(): void {
    const { dice } = this;
    const one = this.qualified('one').sql;
    const two = this.qualified('two').sql;
    this.add(`CREATE TABLE ${one} (id int PRIMARY KEY, two int, up int REFERENCES ${one} ON DELETE SET NULL)`);
    this.add(
      `CREATE TABLE ${two} (id int PRIMARY KEY, one int REFERENCES ${one} DEFERRABLE INITIALLY ${dice.pick(['DEFERRED', 'IMMEDIATE'])})`,
    );
    this.add(
      `ALTER TABLE ${one} ADD CONSTRAINT ${ident(dice.name('fk'))} FOREIGN KEY (two) REFERENCES ${two} ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED`,
    );
    this.add(
      `BEGIN; INSERT INTO ${one} SELECT i, i, greatest(i - 1, 1) FROM generate_series(1, 20) i; INSERT INTO ${two} SELECT i, 21 - i FROM generate_series(1, 20) i; COMMIT`,
    );
  }

  private constraint(): void {
    const { dice } = this;
    const table = dice.pick(this.tables);
    const name = ident(dice.name('con'));
    const column = table.columns.length > 0 ? ident(dice.pick(table.columns).name) : 'k';
    const keyed = this.keyed();
    const clause = dice.pick([
      `CHECK (${column} IS NOT NULL) NOT VALID`,
      `CHECK (${column}::text <> 'never')`,
      `CHECK (${column}::text IN ('a', 'b') OR true)`,
      `UNIQUE (${column})${dice.chance(50) ? ' DEFERRABLE INITIALLY DEFERRED' : ''}`,
      `UNIQUE NULLS NOT DISTINCT (${column}) INCLUDE (${column})`,
      `EXCLUDE USING gist (${column} WITH &&)`,
      `EXCLUDE USING hash (${column} WITH =) WHERE (${column} IS NOT NULL) DEFERRABLE`,
      `FOREIGN KEY (${column}) REFERENCES ${keyed.sql} (${ident(keyed.key)}) NOT VALID`,
      `FOREIGN KEY (${ident(keyed.key)}) REFERENCES ${keyed.sql} (${ident(keyed.key)}) ON DELETE CASCADE`,
    ]);
    this.add(`ALTER TABLE ${table.sql} ADD CONSTRAINT ${name} ${clause}`);
  }

  private view(): void {
    const { dice } = this;
    const { sql } = this.qualified('v');
    const table = dice.pick(this.tables);
    const keyed = this.keyed();
    const other = this.views.length > 0 ? dice.pick(this.views) : table.sql;
    this.add(
      dice.pick([
        `CREATE VIEW ${sql} AS SELECT * FROM ${table.sql}`,
        `CREATE VIEW ${sql} WITH (security_barrier) AS SELECT x.* FROM ${table.sql} x WHERE x::text IN ('a', 'b')`,
        `CREATE VIEW ${sql} AS SELECT * FROM ${keyed.sql} WHERE ${ident(keyed.key)} > 2 WITH LOCAL CHECK OPTION`,
        // Depends on the primary key, so pg_dump prints it in two parts.
        `CREATE VIEW ${sql} AS SELECT x.*, count(*) AS how_many FROM ${keyed.sql} x GROUP BY ${ident(keyed.key)}`,
        `CREATE VIEW ${sql} AS SELECT count(*) AS c, 'x'::varchar IN ('x', 'y') AS i FROM ${other}`,
        `CREATE RECURSIVE VIEW ${sql} (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM ${ident(this.dice.name('never'))} WHERE n < 5`,
        `CREATE VIEW ${sql} AS SELECT a.* FROM ${table.sql} a LEFT JOIN LATERAL (SELECT 1 AS one FROM ${other} LIMIT 1) b ON true`,
        `CREATE VIEW ${sql} AS SELECT current_date + interval '1 day' AS d, ARRAY[1, 2]::int[] AS a, (ROW(1, 'x')).f1 AS r`,
      ]),
    );
    this.views.push(sql);
  }

  private materialized(): void {
    const { dice } = this;
    const { sql } = this.qualified('m');
    const from = dice.pick([...this.tables.map((table) => table.sql), ...this.views]);
    this.add(
      `CREATE MATERIALIZED VIEW ${sql} AS SELECT count(*) AS n, 'x'::text AS t FROM ${from}${dice.chance(40) ? ' WITH NO DATA' : ''}`,
    );
    if (dice.chance(50)) this.add(`CREATE UNIQUE INDEX ${ident(dice.name('mi'))} ON ${sql} (n)`);
    this.views.push(sql);
  }

  private function(): void {
    const { dice } = this;
    const { sql } = this.qualified('f');
    const body = text(dice.pick(['SELECT 1', "SELECT 1 -- it's", 'SELECT 1 /* $$ ; */']));
    const table = this.tables.length > 0 ? dice.pick(this.tables).sql : null;
    const [signature, statement] = dice.pick([
      [
        `(int)`,
        `CREATE FUNCTION ${sql}(int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 7 AS ${body}`,
      ],
      [
        `(int, text)`,
        `CREATE FUNCTION ${sql}(i int DEFAULT 3, t text DEFAULT 'x''y') RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${ident(dice.pick(this.schemas))}, pg_temp AS ${body}`,
      ],
      [`(int[])`, `CREATE FUNCTION ${sql}(VARIADIC a int[]) RETURNS SETOF record LANGUAGE sql ROWS 5 AS 'SELECT 1, 2'`],
      [
        `()`,
        `CREATE FUNCTION ${sql}() RETURNS TABLE (${ident(dice.name('o'))} int, b text) LANGUAGE plpgsql AS $f$ BEGIN RETURN QUERY SELECT 1, 'x'::text; END $f$`,
      ],
      [
        `(int)`,
        `CREATE FUNCTION ${sql}(x int) RETURNS bigint BEGIN ATOMIC SELECT count(*) ${table === null ? '' : `FROM ${table}`}; END`,
      ],
      [`(int)`, `CREATE PROCEDURE ${sql}(INOUT x int) LANGUAGE sql AS ${body}`],
      [`(int)`, `CREATE AGGREGATE ${sql}(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')`],
    ] as const);
    this.add(statement);
    this.functions.push(`ROUTINE ${sql}${signature}`);
    if (dice.chance(20)) this.add(`REVOKE EXECUTE ON ROUTINE ${sql}${signature} FROM PUBLIC`);
  }

  private trigger(): void {
    const { dice } = this;
    const made = this.qualified('tf').sql;
    const name = ident(dice.name('trg'));
    const table = dice.pick(this.tables);
    this.add(
      `CREATE FUNCTION ${made}() RETURNS trigger LANGUAGE plpgsql AS $t$ BEGIN IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $t$`,
    );
    this.add(
      dice.pick([
        `CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON ${table.sql} FOR EACH ROW EXECUTE FUNCTION ${made}('a', 'it''s', '\\x')`,
        `CREATE TRIGGER ${name} AFTER DELETE ON ${table.sql} FOR EACH ROW WHEN (OLD IS NOT NULL) EXECUTE FUNCTION ${made}()`,
        `CREATE CONSTRAINT TRIGGER ${name} AFTER UPDATE ON ${table.sql} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ${made}()`,
        `CREATE TRIGGER ${name} AFTER UPDATE ON ${table.sql} REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION ${made}()`,
        ...(this.views.length > 0
          ? [
              `CREATE TRIGGER ${name} INSTEAD OF INSERT ON ${dice.pick(this.views)} FOR EACH ROW EXECUTE FUNCTION ${made}()`,
            ]
          : []),
      ]),
    );
    if (dice.chance(40))
      this.add(`ALTER TABLE ${table.sql} ${dice.pick(['DISABLE', 'ENABLE ALWAYS', 'ENABLE REPLICA'])} TRIGGER ${name}`);
    if (dice.chance(15)) this.add(`ALTER TABLE ${table.sql} DISABLE TRIGGER ALL`);
  }

  private rule(): void {
    const { dice } = this;
    const table = dice.pick(this.tables).sql;
    const name = ident(dice.name('rule'));
    this.add(
      dice.pick([
        `CREATE RULE ${name} AS ON DELETE TO ${table} DO INSTEAD NOTHING`,
        `CREATE RULE ${name} AS ON UPDATE TO ${table} DO ALSO NOTIFY ${ident(dice.name('n'))}`,
        `CREATE RULE ${name} AS ON INSERT TO ${table} DO ALSO SELECT 1`,
      ]),
    );
    if (dice.chance(50)) this.add(`ALTER TABLE ${table} ${dice.pick(['DISABLE', 'ENABLE REPLICA'])} RULE ${name}`);
  }

  private policy(): void {
    const { dice } = this;
    const table = dice.pick(this.tables).sql;
    this.add(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    if (dice.chance(25)) this.add(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    const to = dice.pick(['PUBLIC', ident(dice.pick(ROLES)), 'CURRENT_USER']);
    this.add(
      `CREATE POLICY ${ident(dice.name('pol'))} ON ${table} AS ${dice.pick(['PERMISSIVE', 'RESTRICTIVE'])} FOR ${dice.pick([`SELECT TO ${to} USING (current_user::varchar IN ('a', 'b'))`, `INSERT TO ${to} WITH CHECK (true)`, `ALL TO ${to} USING (EXISTS (SELECT 1 FROM ${dice.pick(this.tables).sql}))`])}`,
    );
  }

  private index(): void {
    const { dice } = this;
    const table = dice.pick(this.tables);
    const column = table.columns.length > 0 ? ident(dice.pick(table.columns).name) : 'k';
    const name = ident(dice.name('idx'));
    this.add(
      `CREATE INDEX ${name} ON ${table.sql} ${dice.pick([`(${column} DESC NULLS LAST)`, `USING hash (${column})`, `((${column}::text || 'x')) WHERE ${column} IS NOT NULL`, `(${column}) INCLUDE (${column}) WITH (fillfactor = 70)`, `USING brin (${column})`])}`,
    );
    const more = dice.pick([
      `ALTER TABLE ${table.sql} CLUSTER ON ${name}`,
      `ALTER INDEX ${ident(table.schema)}.${name} ALTER COLUMN 1 SET STATISTICS 77`,
      `ALTER TABLE ${table.sql} REPLICA IDENTITY ${dice.pick(['FULL', 'NOTHING'])}`,
    ]);
    if (dice.chance(40)) this.add(more);
  }

  private sequence(): void {
    const { dice } = this;
    const { sql } = this.qualified('seq');
    this.add(
      `CREATE SEQUENCE ${sql} ${dice.pick(['', 'AS smallint INCREMENT -3 MINVALUE -900 MAXVALUE 500 START 77 CACHE 5 CYCLE', 'START 9223372036854775806', 'INCREMENT 1000 MINVALUE 0 START 0'])}`,
    );
    this.add(
      dice.pick([
        `SELECT setval('${sql.replaceAll("'", "''")}', 50, false)`,
        `SELECT nextval('${sql.replaceAll("'", "''")}')`,
        `SELECT setval('${sql.replaceAll("'", "''")}', 51)`,
      ]),
    );
    const keyed = this.keyed();
    if (dice.chance(25) && keyed.schema === 'public')
      this.add(`ALTER SEQUENCE ${sql} OWNED BY ${keyed.sql}.${ident(keyed.key)}`);
    this.sequences.push(sql);
  }

  private largeObject(): void {
    const { dice } = this;
    const oid = dice.int(100_000, 999_999);
    this.add(`SELECT lo_from_bytea(${oid}, decode(repeat('00ff5c0a', ${dice.int(0, 2000)}), 'hex'))`);
    if (dice.chance(30)) this.add(`COMMENT ON LARGE OBJECT ${oid} IS 'a '' note'`);
    if (dice.chance(30)) this.add(`GRANT SELECT ON LARGE OBJECT ${oid} TO ${ident(dice.pick(ROLES))}`);
    if (dice.chance(15)) this.add(`ALTER LARGE OBJECT ${oid} OWNER TO ${ident(dice.pick(ROLES))}`);
    if (dice.chance(10)) this.add(`SELECT lo_put(${oid}, 3000000, 'far')`);
  }

  private statistics(): void {
    const table = this.dice.pick(
      this.tables.filter(({ columns }) => columns.length > 1).concat(this.tables.slice(0, 1)),
    );
    const [one, two] = this.dice.some(table.columns, 2).map(({ name }) => ident(name));
    const { sql } = this.qualified('stat');
    this.add(
      `CREATE STATISTICS ${sql} ${this.dice.pick(['', '(ndistinct)', '(mcv, dependencies)'])} ON ${one ?? 'k'}, ${two ?? 'v'} FROM ${table.sql}`,
    );
    if (this.dice.chance(40)) this.add(`ALTER STATISTICS ${sql} SET STATISTICS 55`);
  }

  private publication(): void {
    const { dice } = this;
    const table = dice.pick(this.tables);
    this.add(
      `CREATE PUBLICATION ${ident(dice.name('pub'))} ${dice.pick([`FOR TABLE ${table.sql}`, `FOR TABLE ${table.sql} WHERE (true)`, 'FOR ALL TABLES', `FOR TABLES IN SCHEMA ${ident(table.schema)}`, ''])} WITH (publish = '${dice.pick(['insert', 'insert, truncate', 'update, delete'])}', publish_via_partition_root = ${dice.pick(['true', 'false'])})`,
    );
  }

  /** Tables whose history shows: dropped columns, later columns, storage. */
  private altered(): void {
    const { dice } = this;
    const table = dice.pick(this.tables);
    const { sql } = table;
    const column = ident(dice.name('added'));
    this.add(
      `ALTER TABLE ${sql} ADD COLUMN ${column} text DEFAULT 'fast' NOT NULL`,
      ...dice.some(
        [
          `ALTER TABLE ${sql} ALTER ${column} DROP DEFAULT, ALTER ${column} SET STORAGE EXTERNAL`,
          `ALTER TABLE ${sql} ALTER ${column} SET STATISTICS 3, ALTER ${column} SET (n_distinct = -0.5)`,
          `ALTER TABLE ${sql} ALTER ${column} SET COMPRESSION pglz`,
          `ALTER TABLE ${sql} ALTER ${column} TYPE varchar(30) USING ${column} || 'x'`,
          `ALTER TABLE ${sql} DROP COLUMN ${column}`,
          `ALTER TABLE ${sql} RENAME ${column} TO ${ident(dice.name('renamed'))}`,
          `ALTER TABLE ${sql} SET (toast.autovacuum_enabled = false)`,
        ],
        2,
      ),
    );
  }

  private comment(): void {
    const { dice } = this;
    const table = dice.pick(this.tables);
    const said = text(
      dice.pick([
        "it's",
        'line\n--\n-- Name: x; Type: TABLE; Schema: public; Owner: y\n--\n',
        '\\',
        'ü',
        '[rewind: a note]',
        '$$;',
      ]),
    );
    this.add(
      dice.pick([
        `COMMENT ON TABLE ${table.sql} IS ${said}`,
        ...(table.columns.length > 0
          ? [`COMMENT ON COLUMN ${table.sql}.${ident(dice.pick(table.columns).name)} IS ${said}`]
          : []),
        `COMMENT ON SCHEMA ${ident(dice.pick(this.schemas))} IS ${said}`,
        ...(this.types.length > 0 ? [`COMMENT ON TYPE ${dice.pick(this.types)} IS ${said}`] : []),
        ...(this.functions.length > 0 ? [`COMMENT ON ${dice.pick(this.functions)} IS ${said}`] : []),
        ...(this.views.length > 0 ? [`COMMENT ON VIEW ${dice.pick(this.views)} IS ${said}`] : []),
      ]),
    );
  }

  private grant(): void {
    const { dice } = this;
    const role = ident(dice.pick(ROLES));
    const table = dice.pick(this.tables);
    this.add(
      dice.pick([
        `GRANT SELECT, UPDATE ON ${table.sql} TO ${role}${dice.chance(40) ? ' WITH GRANT OPTION' : ''}`,
        ...(table.columns.length > 0
          ? [
              `GRANT UPDATE (${ident(dice.pick(table.columns).name)}), SELECT (${ident(dice.pick(table.columns).name)}) ON ${table.sql} TO ${role}`,
            ]
          : []),
        `GRANT USAGE ON SCHEMA ${ident(table.schema)} TO ${role}`,
        `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
        `GRANT CREATE ON SCHEMA ${ident(table.schema)} TO PUBLIC`,
        `REVOKE ALL ON ${table.sql} FROM CURRENT_USER`,
        ...(this.types.length > 0 ? [`REVOKE USAGE ON TYPE ${dice.pick(this.types)} FROM PUBLIC`] : []),
        ...(this.functions.length > 0 ? [`GRANT EXECUTE ON ${dice.pick(this.functions)} TO ${role}`] : []),
        ...(this.sequences.length > 0 ? [`GRANT USAGE ON SEQUENCE ${dice.pick(this.sequences)} TO ${role}`] : []),
        // A chain: the second grant is of another role.
        `GRANT SELECT ON ${table.sql} TO ${ident(ROLES[0])} WITH GRANT OPTION; SET ROLE ${ident(ROLES[0])}; GRANT SELECT ON ${table.sql} TO ${ident(ROLES[2])}; RESET ROLE`,
      ]),
    );
  }

  private defaultPrivileges(): void {
    const { dice } = this;
    const role = ident(dice.pick(ROLES));
    const where = dice.chance(50) ? `IN SCHEMA ${ident(dice.pick(this.schemas))} ` : '';
    const of = dice.chance(30) ? `FOR ROLE ${ident(dice.pick(ROLES))} ` : '';
    this.add(
      `ALTER DEFAULT PRIVILEGES ${of}${where}${dice.pick([`GRANT SELECT, INSERT ON TABLES TO ${role}`, `GRANT USAGE ON SEQUENCES TO ${role} WITH GRANT OPTION`, `REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`, `REVOKE USAGE ON TYPES FROM PUBLIC`, `GRANT EXECUTE ON FUNCTIONS TO ${role}`])}`,
    );
  }

  /** Properties of the database. DATABASE stands for its name. */
  private properties(): void {
    const { dice } = this;
    const role = ident(dice.pick(ROLES));
    this.add(
      `${dice.pick([
        `ALTER DATABASE DATABASE SET`,
        `ALTER ROLE ${role} IN DATABASE DATABASE SET`,
      ])} ${dice.pick([`work_mem = '7MB'`, `search_path = ${ident(dice.pick(this.schemas))}, public`, `"DateStyle" = 'German'`, `"IntervalStyle" = 'iso_8601'`, `bytea_output = 'escape'`, `"TimeZone" = 'Asia/Kathmandu'`, 'extra_float_digits = 0', 'default_transaction_read_only = on', `statement_timeout = '30s'`, 'quote_all_identifiers = on', 'standard_conforming_strings = off', 'check_function_bodies = off', 'row_security = off', `default_transaction_isolation = 'serializable'`, 'array_nulls = off', 'xmloption = document', `default_tablespace = ''`, `lc_monetary = 'C'`, `my.own = 'it''s "x", y'`, 'default_with_oids = off', `default_text_search_config = 'pg_catalog.german'`, 'default_transaction_deferrable = on', `client_min_messages = 'error'`, `client_encoding = 'UTF8'`, 'transform_null_equals = on', 'default_toast_compression = pglz'])}`,
      ...(dice.chance(30) ? [`GRANT CONNECT, TEMPORARY ON DATABASE DATABASE TO ${role}`] : []),
      ...(dice.chance(20) ? [`REVOKE CONNECT ON DATABASE DATABASE FROM PUBLIC`] : []),
      ...(dice.chance(20) ? [`COMMENT ON DATABASE DATABASE IS 'shop''s [main] database'`] : []),
      ...(dice.chance(20) ? [`ALTER DATABASE DATABASE CONNECTION LIMIT 40`] : []),
    );
  }

  private rarities(): void {
    const { dice } = this;
    const { sql } = this.qualified('rare');
    const name = ident(dice.name('rare'));
    const statements = dice.pick([
      [`CREATE TEXT SEARCH CONFIGURATION ${sql} (COPY = simple)`],
      [`CREATE TEXT SEARCH DICTIONARY ${sql} (TEMPLATE = simple, STOPWORDS = english)`],
      [`CREATE COLLATION ${sql} (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', DETERMINISTIC = false)`],
      [`CREATE CONVERSION ${sql} FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8`],
      [
        `CREATE FUNCTION ${sql}() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'`,
        `CREATE EVENT TRIGGER ${name} ON sql_drop EXECUTE FUNCTION ${sql}()`,
      ],
      [
        `CREATE FOREIGN DATA WRAPPER ${name}`,
        `CREATE SERVER ${name} FOREIGN DATA WRAPPER ${name} OPTIONS (a 'it''s')`,
        `CREATE USER MAPPING FOR ${ident(ROLES[0])} SERVER ${name}`,
        `CREATE FOREIGN TABLE ${sql} (i int OPTIONS (x 'y')) SERVER ${name}`,
      ],
      [
        `CREATE ACCESS METHOD ${name} TYPE TABLE HANDLER heap_tableam_handler`,
        `CREATE TABLE ${sql} (i int) USING ${name}`,
        `INSERT INTO ${sql} VALUES (1)`,
      ],
      [
        `CREATE OPERATOR CLASS ${sql} FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(int, int)`,
      ],
      [`CREATE OPERATOR ${sql.split('.')[0] ?? ''}.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)`],
      [
        `CREATE FUNCTION ${sql}(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 > -5'`,
        `CREATE TABLE ${this.qualified('uses').sql} (i int DEFAULT 1 CHECK (${sql}(i)), j bool GENERATED ALWAYS AS (${sql}(3)) STORED)`,
      ],
      ...(this.types.length > 0
        ? [
            [`CREATE CAST (${dice.pick(this.types)} AS int) WITH INOUT AS ASSIGNMENT`],
            [`CREATE TABLE ${sql} OF ${dice.pick(this.types)}`, `INSERT INTO ${sql} VALUES (5)`],
            [`CREATE TABLE ${sql} (a ${dice.pick(this.types)}[] DEFAULT '{}')`, `INSERT INTO ${sql} DEFAULT VALUES`],
          ]
        : []),
      [`CREATE TABLE ${sql} ()`, `INSERT INTO ${sql} DEFAULT VALUES`],
      [
        `CREATE TABLE ${sql} (${ident(sql.slice(-9))} int, "xmin_" int, "t" int, "row" int)`,
        `INSERT INTO ${sql} VALUES (1, 2, 3, 4)`,
      ],
      [`CREATE SCHEMA ${name}`, `ALTER SCHEMA ${name} RENAME TO ${ident(dice.name('moved'))}`],
      [`ALTER SCHEMA public OWNER TO CURRENT_USER`],
    ]);
    this.add(...statements);
  }

  /** What happens to the database after its snapshot. */
  private damage(): string[] {
    const { dice } = this;
    const table = (): string => dice.pick(this.tables).sql;
    const maybe = <T>(from: readonly T[], make: (one: T) => string): string[] =>
      from.length > 0 ? [make(dice.pick(from))] : [];
    const kinds: (() => string[])[] = [
      () => [`DROP TABLE ${table()} CASCADE`],
      () => [`DELETE FROM ${table()}`],
      () => [`TRUNCATE ${table()} CASCADE`],
      () => [`ALTER TABLE ${table()} ADD COLUMN ${ident(dice.name('new'))} int DEFAULT 5`],
      () => [`ALTER TABLE ${table()} RENAME TO ${ident(dice.name('other'))}`],
      () =>
        maybe(
          this.tables.filter(({ columns }) => columns.length > 0),
          ({ sql, columns }) => `ALTER TABLE ${sql} DROP COLUMN ${ident(dice.pick(columns).name)} CASCADE`,
        ),
      () => maybe(this.views, (view) => `DROP VIEW ${view} CASCADE`),
      () => maybe(this.views, (view) => `REFRESH MATERIALIZED VIEW ${view}`),
      () => maybe(this.functions, (routine) => `DROP ${routine} CASCADE`),
      () => maybe(this.types, (type) => `DROP TYPE ${type} CASCADE`),
      () => maybe(this.sequences, (sequence) => `ALTER SEQUENCE ${sequence} RESTART WITH 99`),
      () => maybe(this.sequences, (sequence) => `DROP SEQUENCE ${sequence} CASCADE`),
      () => maybe(this.schemas, (schema) => `DROP SCHEMA ${ident(schema)} CASCADE`),
      () => maybe(this.schemas, (schema) => `ALTER SCHEMA ${ident(schema)} RENAME TO ${ident(dice.name('away'))}`),
      () => [`SELECT lo_unlink(oid) FROM pg_largeobject_metadata`],
      () => [`SELECT lo_put(oid, 0, 'damaged') FROM pg_largeobject_metadata`],
      () => [`SELECT lo_from_bytea(0, 'new')`],
      () => [`ALTER DATABASE DATABASE SET work_mem = '9MB'`, `ALTER DATABASE DATABASE RESET "DateStyle"`],
      () => [`ALTER TABLE ${table()} OWNER TO ${ident(dice.pick(ROLES))}`],
      () => [
        `REVOKE ALL ON ALL TABLES IN SCHEMA ${ident(dice.pick(this.schemas))} FROM ${ROLES.map(ident).join(', ')}`,
      ],
      () => [`ALTER SCHEMA public OWNER TO ${ident(dice.pick(ROLES))}`],
      () => [`ALTER TABLE ${table()} FORCE ROW LEVEL SECURITY`],
      () => [
        `DO $d$ DECLARE x record; BEGIN FOR x IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE conrelid >= 16384 LIMIT 3 LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', x.t, x.conname); END LOOP; END $d$`,
      ],
      () => [`CREATE EXTENSION ${dice.pick(['hstore', 'citext', 'pg_trgm'])}`],
      () => [`DROP EXTENSION ${dice.pick(['hstore', 'citext', 'pg_trgm', 'btree_gist', 'ltree'])} CASCADE`],
      () => [`CREATE VIEW public.${ident(dice.name('late'))} AS SELECT * FROM ${table()}`],
      () => [`COMMENT ON SCHEMA public IS 'damaged'`],
      () => [`CREATE SCHEMA late AUTHORIZATION ${ident(dice.pick(ROLES))}`, `CREATE TABLE late.x (i serial)`],
      () => [`ALTER TABLE ${table()} SET SCHEMA ${ident(dice.pick(this.schemas))}`],
    ];
    const before = this.made.length;
    // New objects of each kind, too.
    for (const make of dice.some(
      [
        () => this.table(),
        () => this.partitions(),
        () => this.inheritance(),
        () => this.circle(),
        () => this.trigger(),
        () => this.policy(),
        () => this.defaultPrivileges(),
        () => this.properties(),
        () => this.rarities(),
        () => this.publication(),
        () => this.materialized(),
        () => this.type(),
      ],
      dice.int(0, 4),
    ))
      make();
    const later = this.made.splice(before);
    const hurt = Array.from({ length: dice.int(1, 8) }, () => dice.pick(kinds)()).flat();
    return [...later, ...hurt, 'CREATE TABLE public.damaged (i int)'];
  }
}
