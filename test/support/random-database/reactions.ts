import { ident } from './values.js';
import { ROLES, type Made } from './made.js';

export function makeTrigger(db: Made): void {
  const { dice } = db;
  const made = db.qualified('tf').sql;
  const name = ident(dice.name('trg'));
  const table = dice.pick(db.tables);
  db.add(
    `CREATE FUNCTION ${made}() RETURNS trigger LANGUAGE plpgsql AS $t$ BEGIN IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $t$`,
  );
  db.add(
    dice.pick([
      `CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON ${table.sql} FOR EACH ROW EXECUTE FUNCTION ${made}('a', 'it''s', '\\x')`,
      `CREATE TRIGGER ${name} AFTER DELETE ON ${table.sql} FOR EACH ROW WHEN (OLD IS NOT NULL) EXECUTE FUNCTION ${made}()`,
      `CREATE CONSTRAINT TRIGGER ${name} AFTER UPDATE ON ${table.sql} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ${made}()`,
      `CREATE TRIGGER ${name} AFTER UPDATE ON ${table.sql} REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION ${made}()`,
      ...(db.views.length > 0
        ? [`CREATE TRIGGER ${name} INSTEAD OF INSERT ON ${dice.pick(db.views)} FOR EACH ROW EXECUTE FUNCTION ${made}()`]
        : []),
    ]),
  );
  if (dice.chance(40))
    db.add(`ALTER TABLE ${table.sql} ${dice.pick(['DISABLE', 'ENABLE ALWAYS', 'ENABLE REPLICA'])} TRIGGER ${name}`);
  if (dice.chance(15)) db.add(`ALTER TABLE ${table.sql} DISABLE TRIGGER ALL`);
}

export function makeRule(db: Made): void {
  const { dice } = db;
  const table = dice.pick(db.tables).sql;
  const name = ident(dice.name('rule'));
  db.add(
    dice.pick([
      `CREATE RULE ${name} AS ON DELETE TO ${table} DO INSTEAD NOTHING`,
      `CREATE RULE ${name} AS ON UPDATE TO ${table} DO ALSO NOTIFY ${ident(dice.name('n'))}`,
      `CREATE RULE ${name} AS ON INSERT TO ${table} DO ALSO SELECT 1`,
    ]),
  );
  if (dice.chance(50)) db.add(`ALTER TABLE ${table} ${dice.pick(['DISABLE', 'ENABLE REPLICA'])} RULE ${name}`);
}

export function makePolicy(db: Made): void {
  const { dice } = db;
  const table = dice.pick(db.tables).sql;
  db.add(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  if (dice.chance(25)) db.add(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  const to = dice.pick(['PUBLIC', ident(dice.pick(ROLES)), 'CURRENT_USER']);
  db.add(
    `CREATE POLICY ${ident(dice.name('pol'))} ON ${table} AS ${dice.pick(['PERMISSIVE', 'RESTRICTIVE'])} FOR ${dice.pick([`SELECT TO ${to} USING (current_user::varchar IN ('a', 'b'))`, `INSERT TO ${to} WITH CHECK (true)`, `ALL TO ${to} USING (EXISTS (SELECT 1 FROM ${dice.pick(db.tables).sql}))`])}`,
  );
}

export function makePublication(db: Made): void {
  const { dice } = db;
  const table = dice.pick(db.tables);
  db.add(
    `CREATE PUBLICATION ${ident(dice.name('pub'))} ${dice.pick([`FOR TABLE ${table.sql}`, `FOR TABLE ${table.sql} WHERE (true)`, 'FOR ALL TABLES', `FOR TABLES IN SCHEMA ${ident(table.schema)}`, ''])} WITH (publish = '${dice.pick(['insert', 'insert, truncate', 'update, delete'])}', publish_via_partition_root = ${dice.pick(['true', 'false'])})`,
  );
}
