export const id = 4014;
export const ids = [4014];
export const modules = {

/***/ 16449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jw: () => (/* binding */ describeState),
/* harmony export */   Nj: () => (/* binding */ defineProvider),
/* harmony export */   uY: () => (/* binding */ mergedFlags)
/* harmony export */ });
/** Describes the state of a manifest; empty if the provider cannot describe it. */
function describeState({ state, capabilities }, captured) {
    const parsed = state.safeParse(captured);
    return (parsed.success && capabilities?.describeState?.(parsed.data)) || {};
}
/** The flags of several resources; null if none holds flags. A key of two of them is on if it is on in one. Pure. */
function mergedFlags(described) {
    const maps = described.flatMap(({ flags }) => flags ?? []);
    const all = new Map();
    for (const [key, on] of maps.flatMap((flags) => [...flags]))
        all.set(key, on || all.get(key) === true);
    return maps.length === 0 ? null : all;
}
/** Identity, for type inference: `export default defineProvider<Config, State>({...})`. */
function defineProvider(provider) {
    return provider;
}


/***/ }),

/***/ 67455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ describeLoss),
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   TH: () => (/* binding */ newerThan),
/* harmony export */   i7: () => (/* binding */ risksOf),
/* harmony export */   je: () => (/* binding */ lossOf)
/* harmony export */ });
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97002);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78101);


const CYCLE = 2n ** 32n;
/**
 * What separates the rows of a database that existed at the snapshot from those written since. Row versions store 32 bits of a transaction
 * id, which are ordered only within half a cycle and only on one server.
 *
 * @returns the reason if they cannot be separated
 */
function baselineOf(saved, now) {
    // A reference holds no rows. What counts is what was written since the live database took the name.
    if (saved.reference === true) {
        return now.arrived === undefined
            ? { unknown: 'nothing says when the database took this name' }
            : { oldest: now.arrived, seen: [] };
    }
    const moved = JSON.stringify(now.restored) !== JSON.stringify(saved.restored);
    const own = moved && now.restored?.snapshot === saved.snapshot ? now.restored.next : null;
    if (moved && own === null && now.restored !== null) {
        const since = { oldest: now.restored.next, seen: [] };
        return { unknown: `the database was restored from snapshot ${now.restored.snapshot} since`, since };
    }
    if (!(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameServer */ .Ij)(saved.origin, now.origin)) {
        return { unknown: 'the snapshot is from another server, which counts transactions on its own' };
    }
    if (own === null && saved.origin.database !== now.origin.database) {
        return { unknown: 'another database has taken this name' };
    }
    const oldest = own ?? saved.boundary.oldest;
    const next = BigInt(now.boundary.next);
    if (next < BigInt(oldest) || (own === null && next < BigInt(saved.boundary.next))) {
        return { unknown: "the server's transaction ids are lower than at the snapshot" };
    }
    if (next - BigInt(oldest) >= CYCLE / 2n) {
        return { unknown: 'more than 2^31 transactions have run since the snapshot' };
    }
    if (own !== null)
        return { oldest, seen: [] };
    const doubt = (0,_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .serverDoubt */ .A1)(saved.origin, now.origin);
    return { oldest, seen: saved.boundary.seen, ...(doubt === null ? {} : { doubt }) };
}
/**
 * SQL condition: this row version was written after the baseline. `age` counts from an id that is fixed during a
 * transaction, and is negative for ids of an earlier cycle.
 *
 * @param row alias of the table
 */
function newerThan({ oldest, seen }, row) {
    const short = (id) => String(BigInt(id) % CYCLE);
    const since = `age(${row}.xmin) BETWEEN 0 AND age('${short(oldest)}'::xid)`;
    if (seen === null || seen.length === 0)
        return since;
    return `${since} AND NOT ${row}.xmin = ANY ('{${seen.map(short).join(',')}}'::xid[])`;
}
/** Pure. Tables that lose nothing and get nothing back are left out. */
function lossOf(saved, live) {
    if (saved.reference === true)
        return sinceArrival(saved, live);
    const before = new Map(saved.tables.map((entry) => [entry.name, entry]));
    const byFile = new Map(saved.tables.flatMap((entry) => (entry.file === null ? [] : [[entry.file, entry]])));
    const baseline = baselineOf(saved, live);
    const losses = live.tables
        .map((entry) => {
        const saw = before.get(entry.name);
        const file = entry.file === null ? undefined : byFile.get(entry.file);
        if (!saw && file === undefined)
            return exactly(entry.name, entry.rows, 0);
        if (saw && saw.content !== null && saw.content === entry.content)
            return exactly(entry.name, 0, 0);
        if ('unknown' in baseline) {
            const written = baseline.since === undefined ? 0 : (entry.changed ?? 0);
            if (written === 0)
                return unknown(entry, saw ?? file, baseline.unknown);
            const reason = `${baseline.unknown}, and these are newer`;
            return { table: entry.name, written, replaced: null, certainty: 'at least', reason };
        }
        if (saw && file !== undefined && file !== saw)
            return unknown(entry, saw, `the table was "${file.name}" before`);
        return compared(saw ?? file, entry, baseline);
    })
        .filter(({ written, replaced }) => written !== 0 || replaced !== 0);
    return [...losses, ...dropped(saved, live, baseline)];
}
/** Tables with rows that the snapshot holds and the database has not, also under no other name: their rows come back. */
function dropped(saved, live, baseline) {
    const why = 'unknown' in baseline ? baseline.unknown : baseline.doubt;
    const names = new Set(live.tables.map(({ name }) => name));
    const files = new Set(live.tables.map(({ file }) => file));
    return saved.tables
        .filter(({ name, file, rows }) => rows > 0 && !names.has(name) && (file === null || !files.has(file)))
        .map(({ name, rows }) => {
        if (why === undefined)
            return exactly(name, 0, rows);
        const reason = `${why}: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(rows, 'row')} in the snapshot, no such table now`;
        return { table: name, written: null, replaced: null, certainty: 'unknown', reason };
    });
}
/** What was written to a database since it took the name, or all that the one that returns lacks. */
function sinceArrival(saved, live) {
    if (live.origin.database === saved.origin.database)
        return [];
    if (live.lacking !== undefined)
        return [...live.lacking];
    const baseline = baselineOf(saved, live);
    return live.tables
        .map((entry) => 'unknown' in baseline ? unknown(entry, undefined, baseline.unknown) : exactly(entry.name, entry.changed ?? 0, 0))
        .filter(({ written }) => written !== 0);
}
const exactly = (table, written, replaced) => ({
    table,
    written,
    replaced,
    certainty: 'exact',
    reason: null,
});
/** Nothing is claimed of a table whose rows cannot be told apart; equal counts prove nothing. */
function unknown(entry, saw, why) {
    const counts = saw === undefined ? '' : `: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(saw.rows, 'row')} in the snapshot, ${entry.rows.toLocaleString('en-US')} now`;
    return { table: entry.name, written: null, replaced: null, certainty: 'unknown', reason: `${why}${counts}` };
}
function compared(saw, entry, baseline) {
    if (!saw || entry.changed === null)
        return unknown(entry, saw, 'its rows were not compared');
    const replaced = saw.rows - (entry.rows - entry.changed);
    const reason = doubt(saw, entry, baseline);
    // Rows that are older than the snapshot, but were not in it: somebody moved them here, or replaced the file.
    if (replaced < 0)
        return unknown(entry, saw, 'it holds older rows that the snapshot does not hold');
    // Another server may have given the same transaction ids to any of the rows, so the count is not even a bound.
    if (baseline.doubt !== undefined)
        return unknown(entry, saw, ifSameServer(entry.changed, baseline.doubt));
    return {
        table: entry.name,
        written: entry.changed,
        replaced,
        certainty: reason === null ? 'exact' : 'at most',
        reason,
    };
}
const ifSameServer = (written, doubt) => `nothing tells whether this is the server of the snapshot, because ${doubt} (if it is, ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(written, 'row was', 'rows were')} written since)`;
/** Why unchanged rows may look new; null if they cannot. */
function doubt(saw, entry, { seen }) {
    // ALTER TABLE rewrites every row; VACUUM FULL and CLUSTER keep the transaction ids, so old rows remain visible.
    const rewritten = saw.file !== entry.file && entry.changed === entry.rows && saw.rows > 0 && entry.rows > 0;
    if (rewritten)
        return 'the table was rewritten, so its unchanged rows look new';
    if (saw.ahead > 0)
        return 'it holds rows of an earlier cycle of transaction ids, which may look new';
    if (seen === null)
        return 'too many transactions were running at the snapshot';
    return null;
}
const SINCE_THEN = 'exact: written since the database took this name; kept aside';
/** The lines of a plan: what a restore would take. */
function risksOf(saved, live) {
    return lossOf(saved, live).map((loss) => ({
        what: loss.table,
        rows: loss.written,
        note: saved.reference === true && loss.certainty === 'exact' && loss.lackedBy === undefined
            ? SINCE_THEN
            : describeLoss(loss),
    }));
}
/** "exact: inserted since the snapshot" */
function describeLoss({ written, replaced, certainty, reason, lackedBy }) {
    if (certainty === 'unknown')
        return `unknown: ${reason ?? ''}`;
    if (lackedBy !== undefined) {
        return `${certainty}: "${lackedBy}" does not hold them${reason === null ? '' : ` (${reason})`}; kept aside`;
    }
    const taken = written === 0 || replaced === null ? '' : replaced === 0 ? 'inserted' : 'inserted or updated';
    const back = replaced === 0 || replaced === null ? '' : written === 0 ? 'deleted' : 'updated or deleted';
    if (certainty === 'at least')
        return `at least: ${reason ?? ''}`;
    const parts = [
        ...(taken === '' ? [] : [`${taken} since the snapshot`]),
        ...(back === ''
            ? []
            : [
                `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(replaced ?? 0, `row of the snapshot was ${back} and comes`, `rows of the snapshot were ${back} and come`)} back`,
            ]),
    ];
    return `${certainty}: ${parts.join('; ')}${reason === null ? '' : `; ${reason}`}`;
}


/***/ }),

/***/ 33598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  St: () => (/* reexport */ DUMPED_TABLES),
  hn: () => (/* binding */ LARGE_OBJECT_PARTS),
  o6: () => (/* reexport */ OURS),
  KG: () => (/* reexport */ notOfExtension),
  yv: () => (/* binding */ originOf),
  aK: () => (/* binding */ readRows)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
;// CONCATENATED MODULE: ./lib/services/postgres/dumped-tables.js
/** Excludes the server's own schemas. */
const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`;
/** Excludes objects of extensions: CREATE EXTENSION restores them. */
const notOfExtension = (catalog, oid) => `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
/**
 * The tables whose rows pg_dump saves, as `oid`, `schema`, `name`, `condition`: those of no extension, and the configuration
 * tables of extensions, which the extension names with a condition.
 */
const DUMPED_TABLES = `
SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, coalesce(x.condition, '') AS condition
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN (SELECT unnest(extconfig) AS oid, unnest(extcondition) AS condition FROM pg_catalog.pg_extension) x ON x.oid = c.oid
 WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${OURS}
   AND (x.oid IS NOT NULL OR ${notOfExtension('pg_class', 'c.oid')})`;

// EXTERNAL MODULE: ./lib/services/postgres/loss-meter.js
var loss_meter = __webpack_require__(67455);
// EXTERNAL MODULE: ./lib/services/postgres/select.js
var postgres_select = __webpack_require__(96032);
;// CONCATENATED MODULE: ./lib/services/postgres/count-tables.js






const bigint = schemas/* string */.YjP().transform(Number);
/** Half of an MD5 as a number. Hashes are summed, because a sum does not depend on an order. */
const summed = (text) => `coalesce(sum(('x' || left(md5(${text}), 16))::bit(64)::bigint::numeric), 0)::text`;
/** Bytes of all tables from which a second session is worth its start. */
const BESIDE_FROM = 16e6;
/** One more: the server is often one of production, and has other work. */
const MORE_SESSIONS = 1;
/**
 * Counts the rows of all tables, or hashes them. Large tables are divided between two sessions, the largest first.
 *
 * @param client inside the transaction of `beginSnapshot`
 * @param onNewer gets the session and each table with rows that are newer than the baseline
 */
async function countTables(client, integrity, ctx, baseline, onNewer, openBeside) {
    const tables = await listTables(client);
    const expected = tables.reduce((sum, { estimate }) => sum + estimate, 0);
    const large = tables.length > 1 && tables.reduce((sum, { bytes }) => sum + bytes, 0) >= BESIDE_FROM;
    const beside = large ? await openBeside?.(MORE_SESSIONS) : undefined;
    const progress = ctx.progress(integrity === 'content' ? 'hashing rows' : 'counting rows', 'rows');
    const states = new Map();
    const left = [...tables].sort((a, b) => b.bytes - a.bytes);
    let done = 0;
    const work = async (session) => {
        const base = await baseOf(session);
        for (let table = left.shift(); table !== undefined; table = left.shift()) {
            try {
                const state = await countTable(session, table, integrity, baseline, base);
                if (state.changed !== null && state.changed > 0) {
                    await onNewer(session, `${(0,connection/* quoted */.TL)(table.schema)}.${(0,connection/* quoted */.TL)(table.name)}`);
                }
                states.set(table, state);
                done += state.rows;
                progress.update(done, Math.max(done, expected));
            }
            catch (error) {
                left.push(table);
                throw error;
            }
        }
    };
    try {
        const others = (beside?.sessions ?? []).map((session) => work(session).catch((error) => ctx.log.debug(`a second session failed: ${(0,errors/* messageOf */.bD)(error)}`)));
        try {
            await work(client);
        }
        catch (error) {
            left.length = 0;
            // The server would go on counting.
            await beside?.cancel();
            throw error;
        }
        finally {
            await Promise.all(others);
        }
    }
    finally {
        await beside?.end();
    }
    // What a second session did not finish. An error that is not of the session comes again.
    await work(client);
    progress.end();
    return tables.flatMap((table) => states.get(table) ?? []);
}
const tableRow = schemas/* object */.Ikc({
    schema: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    estimate: bigint,
    file: schemas/* string */.YjP().nullable(),
    bytes: bigint,
    condition: schemas/* string */.YjP(),
    columns: schemas/* array */.YOg(schemas/* string */.YjP()),
    inserted: bigint,
    updated: bigint,
    deleted: bigint,
});
function listTables(client) {
    return (0,postgres_select/* select */.L)(client, tableRow, `SELECT t.schema, t.name, t.condition, greatest(c.reltuples, 0)::bigint::text AS estimate,
            coalesce(pg_table_size(t.oid), 0)::text AS bytes,
            pg_relation_filenode(t.oid)::text AS file,
            ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                   ORDER BY a.attname) AS columns,
            coalesce(pg_stat_get_tuples_inserted(t.oid), 0)::text AS inserted,
            coalesce(pg_stat_get_tuples_updated(t.oid), 0)::text AS updated,
            coalesce(pg_stat_get_tuples_deleted(t.oid), 0)::text AS deleted
       FROM (${DUMPED_TABLES}) t JOIN pg_class c ON c.oid = t.oid WHERE t.kind = 'r' ORDER BY 1, 2`);
}
/**
 * The id from which age() counts, which orders transaction ids across their wrap-around: one that is fixed during one
 * transaction. The age of the first ordinary id (3) reveals it.
 */
async function baseOf(session) {
    const { age } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({ age: schemas/* number */.aig() }), `SELECT age('3'::xid) AS age`));
    return (3 + age + CYCLE) % CYCLE;
}
/** @param base of the session */
async function countTable(session, { schema, name, file, bytes, condition, columns, inserted, updated, deleted }, integrity, baseline, base) {
    // Without an alias, because the condition of an extension may name the table.
    const table = (0,connection/* quoted */.TL)(name);
    // By name: a reload puts the inherited columns of a child before its own, whenever they were added.
    const row = `ROW(${columns.map((column) => `${table}.${(0,connection/* quoted */.TL)(column)}`).join(', ')})`;
    const counted = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(session, schemas/* object */.Ikc({
        rows: bigint,
        youngest: bigint.nullable(),
        ahead: bigint,
        changed: bigint.nullable(),
        content: schemas/* string */.YjP().nullable(),
    }), 
    // A frozen row keeps its id, which looks like a future one half a cycle of ids later.
    `SELECT count(*)::text AS rows, (min(age(${table}.xmin)) FILTER (WHERE age(${table}.xmin) >= 0))::text AS youngest,
              (count(*) FILTER (WHERE age(${table}.xmin) < 0))::text AS ahead,
              ${baseline === null ? 'NULL' : `(count(*) FILTER (WHERE ${(0,loss_meter/* newerThan */.TH)(baseline, table)}))::text`} AS changed,
              ${integrity === 'content' ? summed(`${row}::text`) : 'NULL'} AS content
         FROM ONLY ${(0,connection/* quoted */.TL)(schema)}.${table} ${condition}`));
    const newest = counted.youngest === null ? null : (base - counted.youngest + CYCLE) % CYCLE;
    return {
        name: `${schema}.${name}`,
        rows: counted.rows,
        bytes,
        newest,
        changed: counted.changed,
        ahead: counted.ahead,
        file,
        content: counted.content,
        condition,
        inserted,
        updated,
        deleted,
    };
}
/** Row versions store 32 bits of a transaction id. */
const CYCLE = 2 ** 32;

;// CONCATENATED MODULE: ./lib/services/postgres/rows.js






/**
 * Reads rows and large objects, inside the transaction of `beginSnapshot`.
 *
 * @param saved the snapshot to compare with: rows written since are counted
 * @param pastOf reads the comment of the database; null: it has none
 * @param beside opens more sessions for large tables; default: one session reads all
 */
async function readRows(client, integrity, ctx, saved, pastOf, beside) {
    const { comment, ...head } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, schemas/* object */.Ikc({ next: schemas/* string */.YjP(), oldest: schemas/* string */.YjP(), open: schemas/* array */.YOg(schemas/* string */.YjP()), comment: schemas/* string */.YjP().nullable() }), `SELECT pg_snapshot_xmax(s)::text AS next, pg_snapshot_xmin(s)::text AS oldest,
              ARRAY(SELECT pg_snapshot_xip(s)::text) AS open,
              (SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()) AS comment
         FROM pg_current_snapshot() s`));
    const past = pastOf(comment);
    const origin = await originOf(client);
    const own = { oldest: head.oldest, seen: [] };
    const baseline = saved ? (0,loss_meter/* baselineOf */.Bv)(saved, { ...past, origin, boundary: head }) : own;
    const seen = { ids: new Set(), complete: true };
    const tables = await countTables(client, integrity, ctx, 'unknown' in baseline ? (baseline.since ?? null) : baseline, 
    // Without a snapshot to compare with, the counted rows are those of transactions that ended while older ones ran.
    async (session, table) => {
        if (saved === undefined && seen.complete)
            seen.complete = await addSeen(session, table, own, seen.ids);
    }, beside);
    return {
        boundary: { ...head, seen: seen.complete ? [...seen.ids].sort() : null },
        largeObjects: (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, schemas/* object */.Ikc({ count: bigint, content: schemas/* string */.YjP() }), LARGE_OBJECTS)),
        ...past,
        origin,
        tables: saved ? tables : tables.map((entry) => ({ ...entry, changed: null })),
    };
}
/** Identifies server and database. */
async function originOf(client) {
    const { database, may } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, schemas/* object */.Ikc({ database: schemas/* string */.YjP(), may: schemas/* boolean */.zMY() }), `SELECT oid::text AS database, has_function_privilege('pg_control_system()', 'EXECUTE') AS may
         FROM pg_database WHERE datname = current_database()`));
    const server = may
        ? await (0,postgres_select/* select */.L)(client, schemas/* object */.Ikc({ id: schemas/* string */.YjP() }), 'SELECT system_identifier::text AS id FROM pg_control_system()')
        : [];
    return { server: server[0]?.id ?? null, database };
}
/** More are not listed: the loss meter then says "at most". */
const MAX_SEEN = 2000;
/** Adds the transactions that wrote rows of one table. @returns false if they are too many */
async function addSeen(client, table, own, seen) {
    const found = await (0,postgres_select/* select */.L)(client, schemas/* object */.Ikc({ id: schemas/* string */.YjP() }), `SELECT DISTINCT t.xmin::text AS id FROM ONLY ${table} t WHERE ${(0,loss_meter/* newerThan */.TH)(own, 't')} LIMIT ${MAX_SEEN + 1}`);
    for (const { id } of found)
        seen.add(id);
    return seen.size <= MAX_SEEN;
}
/** Bytes of one read of a large object, which can be longer than a value (1 GiB). */
const PART = 2 ** 24;
/** All large objects, in parts. Only superusers may read pg_largeobject; lo_get asks for SELECT on the object. */
const LARGE_OBJECT_PARTS = `
WITH RECURSIVE part(oid, number, bytes, hash) AS (
  SELECT m.oid, 0, length(x.body), md5(x.body)
    FROM pg_largeobject_metadata m, LATERAL (SELECT lo_get(m.oid, 0, ${PART}) AS body OFFSET 0) x
  UNION ALL
  SELECT p.oid, p.number + 1, length(x.body), md5(x.body)
    FROM part p, LATERAL (SELECT lo_get(p.oid, (p.number + 1) * ${PART}::bigint, ${PART}) AS body OFFSET 0) x
   WHERE p.bytes = ${PART})`;
const LARGE_OBJECTS = `${LARGE_OBJECT_PARTS}
SELECT count(*) FILTER (WHERE number = 0)::text AS count, ${summed(`concat_ws(' ', oid, number, hash)`)} AS content FROM part`;


/***/ }),

/***/ 96032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ select),
/* harmony export */   j: () => (/* binding */ only)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** The parsed rows of a query. */
async function select(client, row, sql, params = []) {
    const { rows } = await client.query(sql, [...params]);
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(row).parse(rows);
}
function only(rows) {
    const [row] = rows;
    if (row === undefined)
        throw new Error('a query that always gives a row gave none');
    return row;
}


/***/ })

};
