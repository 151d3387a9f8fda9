export const id = 6817;
export const ids = [6817];
export const modules = {

/***/ 3352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hm: () => (/* binding */ feed),
  z0: () => (/* binding */ findPrograms),
  jH: () => (/* binding */ outputOf),
  ni: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(8221);
;// CONCATENATED MODULE: ./lib/providers/postgres/install.js


/** From Debian's postgresql-common: adds PostgreSQL's own package archive, which has every version. */
const PGDG = '/usr/share/postgresql-common/pgdg/apt.postgresql.org.sh';
/** Two databases of one version must not call apt at the same time. */
const running = new Map();
/**
 * Installs the client of a major version with apt: from the distribution, else from PostgreSQL's own archive.
 * @returns the reason of a failure, else null
 */
function installClient(ctx, major) {
    const begun = running.get(major) ?? install(ctx, major);
    running.set(major, begun);
    return begun;
}
async function install(ctx, major) {
    const run = await privileged(ctx);
    if (typeof run === 'string')
        return run;
    const name = `postgresql-client-${major}`;
    ctx.log.info(`Installing ${name} …`);
    const packages = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends'];
    await run(['apt-get', 'update', '-qq']);
    if ((await run([...packages, name])) === null)
        return null;
    const missing = await run([...packages, 'postgresql-common', 'ca-certificates']);
    if (missing !== null)
        return missing;
    const failed = (await exists(PGDG)) ? await run([PGDG, '-y']) : `${PGDG} is not there`;
    return failed ?? (await run([...packages, name]));
}
/** Runs a program as root. @returns the last line of its output if it fails, else null */
async function privileged(ctx) {
    const env = { ...ctx.childEnv, DEBIAN_FRONTEND: 'noninteractive' };
    const call = async (command) => {
        const [file = ''] = command;
        try {
            // env looks the program up on the PATH of the context, not on that of our process.
            const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)('/usr/bin/env', [...command], {
                silent: true,
                ignoreReturnCode: true,
                env,
            });
            if (exitCode === 0)
                return null;
            return `${stderr}\n${stdout}`.trim().split('\n').at(-1) ?? `${file} ended with ${exitCode}`;
        }
        catch {
            return `${file} is not there`;
        }
    };
    if ((await call(['apt-get', '--version'])) !== null)
        return 'there is no apt-get';
    if (process.getuid?.() === 0)
        return call;
    // sudo clears the environment, so apt's variables are passed explicitly.
    const sudo = ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'];
    if ((await call([...sudo, 'true'])) !== null)
        return 'sudo asks for a password';
    return (command) => call([...sudo, ...command]);
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/client.js










/**
 * Finds the client of the server's major version. An older pg_dump fails; the dump of a newer one may contain settings
 * that the server does not know. Installs a missing client if the run may install programs.
 *
 * @throws RewindError pg-client-missing, pg-client-version
 */
async function findPrograms(ctx, major, configured) {
    const first = await search(ctx, major, configured);
    if ('programs' in first)
        return first.programs;
    let note = '';
    if (ctx.mayInstall && configured === undefined) {
        const failed = await installClient(ctx, major);
        const second = await search(ctx, major, configured);
        if ('programs' in second)
            return second.programs;
        note = ` It could not be installed: ${failed ?? 'it is still not found after its installation'}.`;
    }
    const details = {
        resource: ctx.resource,
        remedy: `Install the client of PostgreSQL ${major}: on Debian or Ubuntu "sudo apt-get install -y postgresql-client-${major}" (from PostgreSQL's own package archive, apt.postgresql.org, where the distribution has another version); or name its directory as "client-bin".`,
    };
    if (first.seen.length === 0) {
        throw new errors/* RewindError */.Ir('pg-client-missing', `The server is PostgreSQL ${major}, and no pg_dump was found.${note}`, details);
    }
    throw new errors/* RewindError */.Ir('pg-client-version', `The server is PostgreSQL ${major}; pg_dump was found in version ${first.seen.join(', ')}.${note}`, details);
}
/** The directory of the client, or the other versions that were found. */
async function search(ctx, major, configured) {
    const folders = configured === undefined
        ? [
            `/usr/lib/postgresql/${major}/bin`,
            `/usr/pgsql-${major}/bin`,
            `/opt/homebrew/opt/postgresql@${major}/bin`,
            `/opt/homebrew/opt/libpq@${major}/bin`,
            `/usr/local/opt/postgresql@${major}/bin`,
            `/Library/PostgreSQL/${major}/bin`,
            ...(ctx.childEnv.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== ''),
        ]
        : [configured];
    const seen = [];
    for (const folder of folders) {
        const found = await versionIn(ctx, folder);
        if (found === major) {
            const inFolder = (name) => (0,external_node_path_.join)(folder, name);
            return { programs: { dump: inFolder('pg_dump'), restore: inFolder('pg_restore'), psql: inFolder('psql') } };
        }
        if (found !== undefined)
            seen.push(`${found} in ${folder}`);
    }
    return { seen };
}
/** Major version of the pg_dump in a directory; undefined if there is none that runs by its path. */
async function versionIn(ctx, folder) {
    const file = (0,external_node_path_.join)(folder, 'pg_dump');
    try {
        await (0,promises_.access)(file);
        if ((await (0,promises_.realpath)(file)).endsWith('pg_wrapper'))
            return undefined;
        const { exitCode, stdout } = await (0,exec/* getExecOutput */.H)(file, ['--version'], {
            silent: true,
            ignoreReturnCode: true,
            env: { ...ctx.childEnv },
        });
        const major = /\) (\d+)/.exec(stdout)?.[1];
        return exitCode === 0 && major !== undefined ? Number(major) : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Starts a program on a database. Passes the password in a password file, never by argv or the environment.
 *
 * @param failure code of the error if the program fails
 * @param database to connect to; null for programs that need no server
 */
function start(ctx, file, args, address, database, failure) {
    const env = { ...ctx.childEnv, LC_ALL: 'C' };
    if (address !== null && database !== null) {
        Object.assign(env, (0,database_url/* libpqEnv */.kY)(address, database));
        if (address.password !== null)
            env.PGPASSFILE = passwordFile(ctx, address);
    }
    const child = (0,external_node_child_process_.spawn)(file, [...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    // Ignores the broken pipe of a program that ends early: its status gives the cause.
    child.stdin.on('error', () => undefined);
    let messages = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        messages = (messages + text).slice(-20_000);
    });
    const stop = () => void child.kill('SIGTERM');
    ctx.signal.addEventListener('abort', stop, { once: true });
    const done = new Promise((resolve, reject) => {
        child.on('error', (error) => reject(new errors/* RewindError */.Ir('tool-missing', `${file} could not be started: ${error.message}`, { resource: ctx.resource })));
        child.on('close', (code, signal) => {
            ctx.signal.removeEventListener('abort', stop);
            if (code === 0) {
                resolve();
                return;
            }
            const name = file.split('/').at(-1) ?? file;
            const how = signal === null ? `status ${code}` : signal;
            const why = withoutRows(messages);
            reject(new errors/* RewindError */.Ir(failure, `${name} ended with ${how}: ${why === '' ? 'no message' : why}`, {
                resource: ctx.resource,
            }));
        });
    });
    // The caller may still be reading the output.
    done.catch(() => undefined);
    return { child, done };
}
/** Removes the lines in which the server quotes rows or statements. */
function withoutRows(messages) {
    const kept = [];
    let skipping = false;
    for (const line of messages.split('\n')) {
        if (/^(DETAIL|CONTEXT|STATEMENT|HINT|LINE \d+|QUERY)|^Command was:/.test(line))
            skipping = true;
        else if (/^(pg_dump|pg_restore|psql|ERROR|FATAL|WARNING)/.test(line))
            skipping = false;
        if (!skipping && line.trim() !== '')
            kept.push(line.trim());
    }
    return kept.slice(-6).join(' ');
}
/** libpq's password file. Only this user can read it; it is deleted with the run's scratch directory. */
function passwordFile(ctx, address) {
    const path = (0,external_node_path_.join)(ctx.scratch, `pgpass-${ctx.randomHex(6)}`);
    const escape = (text) => text.replaceAll('\\', '\\\\').replaceAll(':', '\\:');
    (0,external_node_fs_.writeFileSync)(path, `*:*:*:${escape(address.user)}:${escape(address.password ?? '')}\n`, { mode: 0o600 });
    return path;
}
/** The program's output as a stream that fails if the program fails. */
function outputOf({ child, done }) {
    return external_node_stream_.Readable.from((async function* () {
        try {
            if (child.stdout)
                yield* child.stdout;
            await done;
        }
        finally {
            // The reader stopped, so nothing reads the rest.
            if (child.exitCode === null && child.signalCode === null)
                child.kill('SIGTERM');
        }
    })(), { objectMode: false });
}
/** Writes streams to a program, one after the other, and waits for its end. */
async function feed({ child, done }, ...sources) {
    child.stdout?.resume();
    try {
        for (const source of sources) {
            if (child.stdin)
                await (0,external_node_stream_promises_.pipeline)(source, child.stdin, { end: source === sources.at(-1) });
        }
    }
    catch (error) {
        // A failed program breaks the pipe; its own message is more precise. A broken source must stop the program.
        if (error instanceof errors/* RewindError */.Ir) {
            child.kill('SIGTERM');
            await done.catch(() => undefined);
            throw error;
        }
        await done;
        throw error;
    }
    await done;
}


/***/ }),

/***/ 6817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ postgres)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/providers/postgres/restore-tag.js
/**
 * The comment of a restored database: its snapshot, and the first transaction after the restore. A comment is used
 * because only superusers may store custom settings in a database.
 */
const RESTORE_TAG = /\n?\[rewind: restored from (\S+), next transaction (\d+)\]$/;
function withRestoreTag(comment, snapshot, next) {
    const own = (comment ?? '').replace(RESTORE_TAG, '');
    return `${own}${own === '' ? '' : '\n'}[rewind: restored from ${snapshot}, next transaction ${next}]`;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/inspect.js




/** The parsed rows of a query. */
async function inspect_select(client, row, sql, params = []) {
    const { rows } = await client.query(sql, [...params]);
    return schemas/* array */.YOg(row).parse(rows);
}
function only(rows) {
    const [row] = rows;
    if (row === undefined)
        throw new Error('a query that always gives a row gave none');
    return row;
}
const bigint = schemas/* string */.YjP().transform(Number);
/** Excludes the server's own schemas. */
const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`;
/** Excludes objects of extensions: CREATE EXTENSION restores them. */
const notOfExtension = (catalog, oid) => `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
/** Reads the state of the database, inside the transaction of `beginSnapshot`. */
async function inspect(client, integrity, ctx) {
    const head = only(await inspect_select(client, schemas/* object */.Ikc({ next: schemas/* string */.YjP(), open: schemas/* array */.YOg(schemas/* string */.YjP()), objects: bigint, comment: schemas/* string */.YjP().nullable() }), `SELECT pg_snapshot_xmax(s)::text AS next, ARRAY(SELECT pg_snapshot_xip(s)::text) AS open,
              (SELECT count(*) FROM pg_largeobject_metadata)::text AS objects,
              (SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()) AS comment
         FROM pg_current_snapshot() s`));
    const tag = RESTORE_TAG.exec(head.comment ?? '');
    return {
        boundary: { next: head.next, open: head.open },
        largeObjects: head.objects,
        restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
        schema: await schemaOf(client),
        tables: await countTables(client, integrity, ctx),
    };
}
async function countTables(client, integrity, ctx) {
    const tables = await inspect_select(client, schemas/* object */.Ikc({
        schema: schemas/* string */.YjP(),
        name: schemas/* string */.YjP(),
        estimate: bigint,
        inserted: bigint,
        updated: bigint,
        deleted: bigint,
    }), `SELECT n.nspname AS schema, c.relname AS name, greatest(c.reltuples, 0)::bigint::text AS estimate,
            coalesce(pg_stat_get_tuples_inserted(c.oid), 0)::text AS inserted,
            coalesce(pg_stat_get_tuples_updated(c.oid), 0)::text AS updated,
            coalesce(pg_stat_get_tuples_deleted(c.oid), 0)::text AS deleted
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${OURS} AND ${notOfExtension('pg_class', 'c.oid')}
      ORDER BY 1, 2`);
    const expected = tables.reduce((sum, { estimate }) => sum + estimate, 0);
    const progress = ctx.progress(integrity === 'content' ? 'hashing rows' : 'counting rows', 'rows');
    const result = [];
    // age() orders transaction ids across their wrap-around. It counts from an id that is fixed during one transaction;
    // the age of the first ordinary id (3) reveals that id.
    const { age } = only(await inspect_select(client, schemas/* object */.Ikc({ age: schemas/* number */.aig() }), `SELECT age('3'::xid) AS age`));
    const base = (3 + age + CYCLE) % CYCLE;
    let done = 0;
    for (const { schema, name, inserted, updated, deleted } of tables) {
        const counted = only(await inspect_select(client, schemas/* object */.Ikc({ rows: bigint, youngest: bigint.nullable(), content: schemas/* string */.YjP().nullable() }), `SELECT count(*)::text AS rows, min(age(t.xmin))::text AS youngest, ${integrity === 'content' ? CONTENT : 'NULL'} AS content
           FROM ONLY ${(0,connection/* quoted */.TL)(schema)}.${(0,connection/* quoted */.TL)(name)} t`));
        done += counted.rows;
        progress.update(done, Math.max(done, expected));
        const newest = counted.youngest === null ? null : (base - counted.youngest + CYCLE) % CYCLE;
        result.push({
            name: `${schema}.${name}`,
            rows: counted.rows,
            newest,
            content: counted.content,
            inserted,
            updated,
            deleted,
        });
    }
    progress.end();
    return result;
}
/** Row versions store 32 bits of a transaction id. */
const CYCLE = 2 ** 32;
/** Sums half of each row's MD5 as a number, because a sum does not depend on the order of rows. */
const CONTENT = `coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0)::text`;
/**
 * A hash of each object's definition, as the catalogue prints it. Sorts columns by name: their position does not affect
 * programs.
 */
async function schemaOf(client) {
    const rows = await inspect_select(client, schemas/* object */.Ikc({ object: schemas/* string */.YjP(), definition: schemas/* string */.YjP() }), SCHEMA_SQL);
    return Object.fromEntries(rows
        .map(({ object, definition }) => [object, (0,external_node_crypto_.createHash)('sha256').update(definition).digest('hex').slice(0, 16)])
        .sort(([a], [b]) => (a < b ? -1 : 1)));
}
const SCHEMA_SQL = `
SELECT 'schema ' || n.nspname AS object, concat_ws('|', n.nspowner::regrole, n.nspacl::text) AS definition
  FROM pg_namespace n WHERE ${OURS} AND ${notOfExtension('pg_namespace', 'n.oid')}
UNION ALL
SELECT 'extension ' || extname, extversion FROM pg_extension
UNION ALL
SELECT CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view ' WHEN 'S' THEN 'sequence '
                      WHEN 'f' THEN 'foreign table ' ELSE 'table ' END || n.nspname || '.' || c.relname,
       concat_ws(E'\\n', c.relkind, c.relpersistence, c.relowner::regrole, c.relacl::text, c.relrowsecurity, c.relforcerowsecurity,
         c.reloptions::text, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid),
         CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
         (SELECT concat_ws(',', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle)
            FROM pg_sequence s WHERE s.seqrelid = c.oid),
         (SELECT string_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                   a.attgenerated, CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation END,
                   pg_get_expr(ad.adbin, ad.adrelid), a.attacl::text, col_description(c.oid, a.attnum)), E'\\n' ORDER BY a.attname)
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
           WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind <> 'S'),
         (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), E'\\n' ORDER BY k.conname)
            FROM pg_constraint k WHERE k.conrelid = c.oid),
         (SELECT string_agg(pg_get_indexdef(i.indexrelid) || i.indisvalid::text, E'\\n' ORDER BY i.indexrelid::regclass::text)
            FROM pg_index i WHERE i.indrelid = c.oid),
         (SELECT string_agg(pg_get_triggerdef(g.oid) || g.tgenabled::text, E'\\n' ORDER BY g.tgname)
            FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal),
         (SELECT string_agg(concat_ws(' ', p.polname, p.polcmd, p.polpermissive,
                   (SELECT string_agg(coalesce(r.rolname, 'public'), ',' ORDER BY r.rolname)
                      FROM unnest(p.polroles) u LEFT JOIN pg_roles r ON r.oid = u),
                   pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), E'\\n' ORDER BY p.polname)
            FROM pg_policy p WHERE p.polrelid = c.oid),
         obj_description(c.oid, 'pg_class'))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't' AND ${OURS} AND ${notOfExtension('pg_class', 'c.oid')}
UNION ALL
SELECT 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
       concat_ws(E'\\n', p.proowner::regrole, p.proacl::text,
         CASE WHEN p.prokind = 'a' THEN (SELECT concat_ws(' ', a.aggtransfn, a.aggfinalfn, a.agginitval, format_type(a.aggtranstype, NULL))
                                           FROM pg_aggregate a WHERE a.aggfnoid = p.oid)
              ELSE pg_get_functiondef(p.oid) END)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS} AND ${notOfExtension('pg_proc', 'p.oid')}
UNION ALL
SELECT 'type ' || n.nspname || '.' || t.typname,
       concat_ws(E'\\n', t.typtype, t.typowner::regrole, t.typacl::text, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
         (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
         (SELECT string_agg(k.conname || pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid),
         (SELECT string_agg(a.attname || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attname)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'c'
           WHERE c.oid = t.typrelid AND NOT a.attisdropped))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class r ON r.oid = t.typrelid
 WHERE (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND r.relkind = 'c')) AND ${OURS} AND ${notOfExtension('pg_type', 't.oid')}
UNION ALL
SELECT 'publication ' || p.pubname, concat_ws('|', p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate,
         (SELECT string_agg(r.prrelid::regclass::text, ',' ORDER BY 1) FROM pg_publication_rel r WHERE r.prpubid = p.oid))
  FROM pg_publication p
UNION ALL
SELECT 'event trigger ' || e.evtname, concat_ws('|', e.evtevent, e.evtfoid::regproc, e.evtenabled, e.evttags::text)
  FROM pg_event_trigger e WHERE ${notOfExtension('pg_event_trigger', 'e.oid')}`;
/** A database in the server's catalogue, readable from any database. */
const databaseRow = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    accepts: schemas/* boolean */.zMY(),
    comment: schemas/* string */.YjP().nullable(),
    owner: schemas/* string */.YjP(),
});
async function findDatabase(client, name) {
    const rows = await inspect_select(client, databaseRow, `SELECT datname AS name, datallowconn AS accepts, shobj_description(oid, 'pg_database') AS comment,
            pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = ${(0,connection/* literal */.eu)(name)}`);
    return rows[0];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/begin-snapshot.js




/** Fixes the settings that affect a row's text, so that equal content has equal hashes on every server. */
const FIXED_SETTINGS = [
    `SET LOCAL search_path = pg_catalog`,
    `SET LOCAL TimeZone = 'UTC'`,
    `SET LOCAL DateStyle = 'ISO, YMD'`,
    `SET LOCAL IntervalStyle = 'postgres'`,
    `SET LOCAL extra_float_digits = 3`,
    `SET LOCAL bytea_output = 'hex'`,
    // A policy that hides rows must raise an error instead of a lower count.
    `SET LOCAL row_security = off`,
    `SET LOCAL statement_timeout = 0`,
    `SET LOCAL idle_in_transaction_session_timeout = 0`,
].join('; ');
/** How long one lock may take. Without a limit, everything that queues behind the snapshot waits as well. */
const LOCK_TIMEOUT_MS = 30_000;
/** Tables of one LOCK statement. */
const BATCH = 500;
/** Attempts until no table appears or disappears while the locks are taken. */
const ATTEMPTS = 10;
/** A table was dropped or its schema renamed (42P01, 3F000), or this session lost a deadlock (40P01). */
const RETRIED = ['42P01', '3F000', '40P01'];
const table = schemas/* object */.Ikc({ oid: schemas/* string */.YjP(), name: schemas/* string */.YjP() });
/**
 * Opens the one transaction in which everything is read, and from which pg_dump reads too.
 *
 * The tables are locked before the transaction takes its snapshot: ALTER TABLE and TRUNCATE write a new file that an older
 * snapshot sees as empty. LOCK and SET take no snapshot, so a transaction that holds such a lock has ended by then. A
 * comparison needs the same: its counts would wait for the lock without a limit, and then find the table empty.
 *
 * @returns the id of the exported snapshot
 * @throws RewindError database-locked when another session does not release a table
 */
async function beginSnapshot(client, resource, timeoutMs = LOCK_TIMEOUT_MS) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const tables = await listTables(client);
        await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${FIXED_SETTINGS}`);
        if (await lockTables(client, resource, tables, timeoutMs)) {
            const exported = await inspect_select(client, schemas/* object */.Ikc({ id: schemas/* string */.YjP() }), 'SELECT pg_export_snapshot() AS id');
            const seen = await listTables(client);
            if (JSON.stringify(seen) === JSON.stringify(tables))
                return only(exported).id;
        }
        await client.query('ROLLBACK');
    }
    throw new errors/* RewindError */.Ir('database-locked', 'Tables were created or dropped during every attempt to lock them.', {
        resource,
        remedy: 'Run again when no migration is running.',
    });
}
async function listTables(client) {
    return inspect_select(client, table, `SELECT c.oid::text AS oid, format('%I.%I', n.nspname, c.relname) AS name
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${OURS} AND ${notOfExtension('pg_class', 'c.oid')}
      ORDER BY c.oid`);
}
/** Locks tables against rewrites; false when the list of tables is out of date. */
async function lockTables(client, resource, tables, timeoutMs) {
    try {
        await client.query(`SET LOCAL lock_timeout = ${timeoutMs}`);
        for (let from = 0; from < tables.length; from += BATCH) {
            const names = tables.slice(from, from + BATCH).map(({ name }) => `ONLY ${name}`);
            await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
        }
        return true;
    }
    catch (error) {
        const code = (0,connection/* codeOf */.$N)(error) ?? '';
        if (RETRIED.includes(code))
            return false;
        if (code !== '55P03')
            throw error;
        await client.query('ROLLBACK');
        const holders = await holdersOf(client, tables);
        throw new errors/* RewindError */.Ir('database-locked', `A table stayed locked for ${timeoutMs / 1000} s: ${holders.join('; ') || 'the session that held it has ended'}.`, { resource });
    }
}
/** Who holds or awaits the lock that keeps readers out. No text of queries: it may hold data. */
async function holdersOf(client, tables) {
    const rows = await inspect_select(client, schemas/* object */.Ikc({ holder: schemas/* string */.YjP() }), `SELECT format('%s (application "%s", user "%s") %s %s on %s', coalesce('pid ' || l.pid, 'a prepared transaction'), a.application_name, a.usename,
                   CASE WHEN l.granted THEN 'holds' ELSE 'waits for' END, l.mode, l.relation::regclass) AS holder
       FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.mode = 'AccessExclusiveLock' AND l.relation = ANY ($1::oid[])
      ORDER BY l.granted DESC, a.xact_start LIMIT 10`, [tables.map(({ oid }) => oid)]);
    return rows.map(({ holder }) => holder);
}

// EXTERNAL MODULE: ./lib/providers/postgres/client.js + 1 modules
var postgres_client = __webpack_require__(3352);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/providers/postgres/state.js

const state_table = schemas/* strictObject */.rej({
    /** `schema.name` */
    name: schemas/* string */.YjP(),
    rows: schemas/* number */.aig().int().nonnegative(),
    /** Transaction id of the newest row version (32 bits, as in the row); null if the table is empty. */
    newest: schemas/* number */.aig().int().nonnegative().nullable(),
    /** Order-independent hash of all rows; null unless `integrity: content`. */
    content: schemas/* string */.YjP().nullable(),
    /** Rows written since the start of the server's statistics: for messages only, never for decisions. */
    inserted: schemas/* number */.aig().nonnegative(),
    updated: schemas/* number */.aig().nonnegative(),
    deleted: schemas/* number */.aig().nonnegative(),
});
/** The transactions that were finished at a moment: those below `next` except `open` (PostgreSQL: pg_snapshot). */
const boundary = schemas/* strictObject */.rej({
    next: schemas/* string */.YjP().regex(/^\d+$/),
    open: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\d+$/)),
});
const state = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    database: schemas/* string */.YjP(),
    /** Id of the snapshot that contains this state, or that it is compared with. */
    snapshot: schemas/* string */.YjP(),
    serverMajor: schemas/* number */.aig().int(),
    /** False while the database accepts no connections: an interrupted restore or an operator fenced it. */
    accessible: schemas/* boolean */.zMY(),
    integrity: schemas/* enum */.k5n(['rows', 'content']),
    strategy: schemas/* enum */.k5n(['swap', 'in-place']),
    tables: schemas/* array */.YOg(state_table),
    largeObjects: schemas/* number */.aig().int().nonnegative(),
    /** Hash of each definition, by object (`table public.fans`, `function …`). */
    schema: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    boundary,
    /** Rewind's last restore of this database. */
    restored: schemas/* strictObject */.rej({ snapshot: schemas/* string */.YjP(), next: schemas/* string */.YjP() }).nullable(),
});
/** The part of a change that `apply` reads. */
const params = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('restore'),
    database: schemas/* string */.YjP(),
    strategy: state.shape.strategy,
});

;// CONCATENATED MODULE: ./lib/providers/postgres/dump.js




/** Names of the payloads. */
const DUMP = 'dump';
const EXPECTED = 'expected.json';
async function readExpected(source) {
    return state.parse(JSON.parse((await source.read(EXPECTED)).toString('utf8')));
}
async function dumpInto(sink, config, ctx, address, programs, exported) {
    const args = ['--format=custom', `--snapshot=${exported}`, '--no-password'];
    if (config.compress !== undefined)
        args.push(`--compress=${config.compress}`);
    const running = (0,postgres_client/* start */.ni)(ctx, programs.dump, args, address, address.database, 'dump-failed');
    const toc = new TocReader(ctx, programs);
    const progress = ctx.progress(`backing up database "${address.database}"`);
    let bytes = 0;
    const meter = new external_node_stream_.Transform({
        transform: (chunk, _encoding, next) => {
            bytes += chunk.length;
            progress.update(bytes, null);
            next(null, chunk);
        },
    });
    const output = new external_node_stream_.PassThrough();
    await Promise.all([(0,promises_.pipeline)((0,postgres_client/* outputOf */.jH)(running), toc, meter, output), sink.write(DUMP, output)]);
    progress.end();
    await toc.verdict();
}
/**
 * Passes a dump on while pg_restore reads its table of contents, so that an unreadable dump fails the snapshot.
 * pg_restore reads only the beginning, then closes its input.
 */
class TocReader extends external_node_stream_.Transform {
    running;
    listening = true;
    constructor(ctx, programs) {
        super();
        this.running = (0,postgres_client/* start */.ni)(ctx, programs.restore, ['--list'], null, null, 'dump-unreadable');
        this.running.child.stdout?.resume();
        this.running.child.on('close', () => (this.listening = false));
        this.running.child.stdin?.on('error', () => (this.listening = false));
    }
    _transform(chunk, _encoding, done) {
        const input = this.running.child.stdin;
        if (!this.listening || !input || input.destroyed) {
            done(null, chunk);
            return;
        }
        // Waits until pg_restore accepts or rejects the chunk, so that memory stays constant.
        const go = () => {
            input.off('drain', go).off('close', go).off('error', go);
            done(null, chunk);
        };
        if (input.write(chunk)) {
            done(null, chunk);
            return;
        }
        input.once('drain', go).once('close', go).once('error', go);
    }
    _flush(done) {
        this.running.child.stdin?.end();
        done();
    }
    /** @throws RewindError dump-unreadable */
    async verdict() {
        await this.running.done;
    }
}
/** Streams the whole dump through `pg_restore --list` to prove that it is readable. @throws RewindError dump-unreadable, seal-corrupt … */
async function readDump(ctx, programs, dump) {
    const toc = new TocReader(ctx, programs);
    let bytes = 0;
    await (0,promises_.pipeline)(dump, toc, async (chunks) => {
        for await (const chunk of chunks)
            bytes += chunk.length;
    });
    await toc.verdict();
    return bytes;
}
/** Passes the dump on and reports the progress of the restore. */
function metered(ctx, source, database, dump) {
    const total = source.refs.find(({ name }) => name === DUMP)?.bytes ?? null;
    const progress = ctx.progress(`restoring into "${database}"`);
    let bytes = 0;
    return external_node_stream_.Readable.from((async function* () {
        for await (const chunk of dump) {
            bytes += chunk.length;
            progress.update(bytes, total);
            yield chunk;
        }
        progress.end();
    })(), { objectMode: false });
}

// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(8221);
;// CONCATENATED MODULE: ./lib/providers/postgres/server.js



/** The configured database. Rejects poolers. */
function addressOf(config, ctx) {
    const url = ctx.env.resolve(config.url, ctx.resource);
    const address = (0,database_url/* parseDatabaseUrl */.mx)(url, ctx.childEnv, ctx.resource);
    if (address.password !== null)
        ctx.masker.add(address.password);
    (0,database_url/* requireDirect */.VS)(address, ctx.resource);
    return address;
}
async function serverOf(client, config) {
    const row = only(await inspect_select(client, schemas/* object */.Ikc({ version: schemas/* string */.YjP(), creates: schemas/* boolean */.zMY(), owner: schemas/* boolean */.zMY() }), `SELECT current_setting('server_version_num') AS version, r.rolcreatedb OR r.rolsuper AS creates,
              r.rolsuper OR pg_has_role(d.datdba, 'USAGE') AS owner
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`));
    const auto = row.creates && row.owner ? 'swap' : 'in-place';
    return {
        major: Math.floor(Number(row.version) / 10_000),
        strategy: config.restore === 'auto' ? auto : config.restore,
        owner: row.owner,
    };
}

;// CONCATENATED MODULE: ./lib/providers/postgres/capture.js








/**
 * Reads schema, rows and (for a snapshot) a dump, all of one moment: the counting transaction exports its snapshot to
 * pg_dump.
 */
async function capture(config, ctx, sink) {
    const address = addressOf(config, ctx);
    let client;
    try {
        client = await (0,connection/* connect */.Ng)(ctx, address);
    }
    catch (error) {
        // 55000: fenced; 3D000: missing. Both can be an interrupted swap, which a rerun finishes, so neither is an error.
        const cause = error instanceof errors/* RewindError */.Ir ? (0,connection/* codeOf */.$N)(error.cause) : undefined;
        if (sink.purpose === 'compare' && (cause === '55000' || cause === '3D000'))
            return captureFenced(config, ctx, address);
        throw error;
    }
    try {
        const server = await serverOf(client, config);
        const exported = await (0,connection/* runStep */.eg)(ctx, 'locking the tables', () => beginSnapshot(client, ctx.resource));
        const programs = sink.purpose === 'snapshot' ? await (0,postgres_client/* findPrograms */.z0)(ctx, server.major, config['client-bin']) : null;
        // In parallel: the counting session keeps the exported snapshot alive for pg_dump. If one fails, the other stops.
        const failed = new AbortController();
        const stopping = { ...ctx, signal: AbortSignal.any([ctx.signal, failed.signal]) };
        const stop = (error) => {
            failed.abort();
            throw (0,connection/* databaseError */.Kz)(error, ctx.resource, 'reading the schema and counting rows');
        };
        const [inside, dumped] = await Promise.allSettled([
            inspect(client, config.integrity, ctx).catch(stop),
            programs && dumpInto(sink, config, stopping, address, programs, exported),
        ]);
        if (inside.status === 'rejected')
            throw inside.reason;
        if (dumped.status === 'rejected')
            throw dumped.reason;
        const result = {
            schemaVersion: 1,
            database: address.database,
            snapshot: ctx.snapshotId,
            serverMajor: server.major,
            accessible: true,
            integrity: config.integrity,
            strategy: server.strategy,
            ...inside.value,
        };
        await sink.write(EXPECTED, Buffer.from(JSON.stringify(result)));
        await client.query('COMMIT');
        return result;
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
/** The state of a database that accepts no connections, read from another database of the server. */
async function captureFenced(config, ctx, address) {
    return (0,connection/* withDatabase */.kR)(ctx, address, config['maintenance-database'], async (client) => {
        const found = await findDatabase(client, address.database);
        const server = await serverOf(client, config);
        const tag = RESTORE_TAG.exec(found?.comment ?? '');
        return {
            schemaVersion: 1,
            database: address.database,
            snapshot: ctx.snapshotId,
            serverMajor: server.major,
            accessible: false,
            integrity: config.integrity,
            strategy: config.restore === 'in-place' ? 'in-place' : 'swap',
            tables: [],
            largeObjects: 0,
            schema: {},
            boundary: { next: '0', open: [] },
            restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
        };
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/compare.js
/** `table public.fans changed`, in order. */
function changedObjects(saved, live) {
    const names = [...new Set([...Object.keys(saved), ...Object.keys(live)])].sort();
    return names.flatMap((name) => {
        if (!(name in live))
            return [`${name} is missing`];
        if (!(name in saved))
            return [`${name} is new`];
        return saved[name] === live[name] ? [] : [`${name} changed`];
    });
}
/**
 * Compares a restored database with its snapshot: one line for each difference. Ignores transaction ids, which differ
 * between databases.
 */
function mismatches(expected, found) {
    const now = new Map(found.tables.map((entry) => [entry.name, entry]));
    const lines = changedObjects(expected.schema, found.schema);
    for (const entry of expected.tables) {
        const other = now.get(entry.name);
        if (!other)
            continue;
        if (other.rows !== entry.rows)
            lines.push(`${entry.name}: ${other.rows} rows instead of ${entry.rows}`);
        else if (entry.content !== null && other.content !== entry.content)
            lines.push(`${entry.name}: other content`);
    }
    if (expected.largeObjects !== found.largeObjects) {
        lines.push(`${found.largeObjects} large objects instead of ${expected.largeObjects}`);
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/in-place.js









/**
 * For users who cannot create databases: one transaction drops all objects, restores the dump, counts, and commits only
 * if every count equals the snapshot's. Other sessions see nothing before the commit, and any failure rolls back.
 */
async function restoreInPlace(config, ctx, source, address, expected) {
    const { drops, tag, major } = await (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
        const server = await serverOf(client, config);
        return {
            drops: await dropStatements(client),
            tag: await tagStatements(client, server.owner, address, expected),
            major: server.major,
        };
    });
    const programs = await (0,postgres_client/* findPrograms */.z0)(ctx, major, config['client-bin']);
    const script = (0,postgres_client/* start */.ni)(ctx, programs.restore, ['--format=custom', '--file=-'], null, null, 'restore-failed');
    const psql = (0,postgres_client/* start */.ni)(ctx, programs.psql, ['--no-psqlrc', '--quiet', '--no-password', '--set=ON_ERROR_STOP=1', '--file=-'], address, address.database, 'restore-failed');
    // psql's --single-transaction commits at the end of its input, and a feeder that dies ends the input too. An explicit
    // COMMIT is reached only by a complete script: without it, the end of the session rolls back.
    const before = ['BEGIN', "SET LOCAL lock_timeout = '60s'", 'SET LOCAL client_min_messages = warning', ...drops];
    const after = [...checkStatements(expected), ...tag, 'COMMIT'];
    const text = (statements) => external_node_stream_.Readable.from([`${statements.join(';\n')};\n`]);
    const dump = metered(ctx, source, address.database, await source.open(DUMP));
    const [fed, restored] = await Promise.allSettled([
        feedScript(script, dump),
        (0,postgres_client/* feed */.hm)(psql, text(before), (0,postgres_client/* outputOf */.jH)(script), text(after)),
    ]);
    // A damaged dump ends the script early, so its error is the cause, not psql's.
    for (const outcome of [fed, restored])
        if (outcome.status === 'rejected')
            throw outcome.reason;
    ctx.log.info(`"${address.database}" is as in snapshot ${expected.snapshot}: ${expected.tables.length} tables compared`);
}
/** Writes the dump to pg_restore; psql reads the output. */
async function feedScript(script, dump) {
    if (!script.child.stdin)
        throw new errors/* RewindError */.Ir('internal', 'pg_restore was started without an input.');
    const { pipeline } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6466, 19));
    try {
        await pipeline(dump, script.child.stdin);
    }
    catch (error) {
        if (error instanceof errors/* RewindError */.Ir)
            script.child.kill('SIGTERM');
        throw error;
    }
}
/** Drops all objects except the server's and those of extensions; keeps schemas that contain an extension's objects. */
async function dropStatements(client) {
    const rows = await inspect_select(client, schemas/* object */.Ikc({ statement: schemas/* string */.YjP() }), `WITH ours AS (SELECT oid, nspname FROM pg_namespace n
                    WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg\\_%'
                      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')),
          extended AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
     SELECT format('DROP PUBLICATION IF EXISTS %I', pubname) AS statement, 0 AS place FROM pg_publication
     UNION ALL
     SELECT format('DROP %s IF EXISTS %I.%I CASCADE', CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                   WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, o.nspname, c.relname), 1
       FROM pg_class c JOIN ours o ON o.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM extended)
     UNION ALL
     SELECT format('DROP %s IF EXISTS %I.%I(%s) CASCADE', CASE p.prokind WHEN 'a' THEN 'AGGREGATE' WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
                   o.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), 2
       FROM pg_proc p JOIN ours o ON o.oid = p.pronamespace
      WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM extended)
     UNION ALL
     SELECT format('DROP TYPE IF EXISTS %I.%I CASCADE', o.nspname, t.typname), 3
       FROM pg_type t JOIN ours o ON o.oid = t.typnamespace LEFT JOIN pg_class r ON r.oid = t.typrelid
      WHERE (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND r.relkind = 'c'))
        AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM extended)
     UNION ALL
     SELECT format('DROP SCHEMA IF EXISTS %I CASCADE', o.nspname), 4 FROM ours o
      WHERE o.nspname <> 'public' AND NOT EXISTS (SELECT 1 FROM pg_extension e WHERE e.extnamespace = o.oid)
     ORDER BY 2`);
    return [
        ...rows.map(({ statement }) => statement),
        'SELECT pg_catalog.lo_unlink(oid) FROM pg_catalog.pg_largeobject_metadata',
    ];
}
/** A different count raises an error, which rolls the transaction back. The message names only the table. */
function checkStatements(expected) {
    const checks = expected.tables.map(({ name, rows }) => {
        const [schema = '', ...rest] = name.split('.');
        const table = `${(0,connection/* quoted */.TL)(schema)}.${(0,connection/* quoted */.TL)(rest.join('.'))}`;
        return `IF (SELECT count(*) FROM ONLY ${table}) <> ${rows} THEN RAISE EXCEPTION ${(0,connection/* literal */.eu)(`restored rows of ${name.replaceAll('%', '%%')} are not ${rows}`)}; END IF;`;
    });
    return [`DO $rewind$ BEGIN ${checks.join(' ')} END $rewind$`];
}
/** Writes the tag in the same transaction, so that it identifies the restored rows. Only the owner may set it. */
async function tagStatements(client, owner, address, expected) {
    if (!owner)
        return [];
    const rows = await inspect_select(client, schemas/* object */.Ikc({ comment: schemas/* string */.YjP().nullable() }), `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()`);
    // The transaction's id is available only inside it.
    const marked = withRestoreTag(rows[0]?.comment ?? null, expected.snapshot, '%NEXT%');
    const name = (0,connection/* quoted */.TL)(address.database);
    return [
        `DO $rewind$ BEGIN EXECUTE format('COMMENT ON DATABASE ${name.replaceAll(`'`, `''`).replaceAll('%', '%%')} IS %L', replace(${(0,connection/* literal */.eu)(marked)}, '%NEXT%', (pg_current_xact_id()::text::numeric + 1)::text)); END $rewind$`,
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/names.js
/** Name of a kept previous database; PostgreSQL's limit is 63 bytes. */
function derivedName(database, what, snapshot) {
    const suffix = `_${what}_${snapshot.toLowerCase().replaceAll('-', '_')}`;
    let base = database;
    while (Buffer.byteLength(base + suffix) > 60)
        base = base.slice(0, -1);
    return base + suffix;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/new-database.js



/** Creates an empty database with the owner, encoding, locale, privileges and settings of another. */
async function makeEmptyLike(maintenance, ctx, model, name) {
    try {
        await maintenance.query(await createStatement(maintenance, model, name));
        for (const statement of await copiedSettings(maintenance, model, name))
            await maintenance.query(statement);
    }
    catch (error) {
        throw (0,connection/* databaseError */.Kz)(error, ctx.resource, `creating the database "${name}"`);
    }
}
async function createStatement(maintenance, model, name) {
    const columns = await inspect_select(maintenance, schemas/* object */.Ikc({ name: schemas/* string */.YjP() }), `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'pg_database'::regclass AND attnum > 0`);
    const has = (column) => columns.some((entry) => entry.name === column);
    // PostgreSQL 15 added locale providers; 17 renamed the column of the ICU locale.
    const locale = has('datlocale') ? 'datlocale' : has('daticulocale') ? 'daticulocale' : 'NULL::text';
    const row = only(await inspect_select(maintenance, schemas/* object */.Ikc({
        owner: schemas/* string */.YjP(),
        encoding: schemas/* string */.YjP(),
        collate: schemas/* string */.YjP(),
        ctype: schemas/* string */.YjP(),
        provider: schemas/* string */.YjP(),
        locale: schemas/* string */.YjP().nullable(),
        limit: schemas/* number */.aig(),
        tablespace: schemas/* string */.YjP(),
        standard: schemas/* string */.YjP(),
    }), `SELECT pg_get_userbyid(d.datdba) AS owner, pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collate,
              d.datctype AS ctype, ${has('datlocprovider') ? 'd.datlocprovider::text' : `'c'`} AS provider,
              ${locale} AS locale, d.datconnlimit AS limit, t.spcname AS tablespace,
              (SELECT p.spcname FROM pg_database e JOIN pg_tablespace p ON p.oid = e.dattablespace WHERE e.datname = 'template0') AS standard
         FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = ${(0,connection/* literal */.eu)(model)}`));
    const providers = {
        // Explicit: otherwise the provider is that of template0, which can be ICU.
        c: has('datlocprovider') ? 'LOCALE_PROVIDER libc' : '',
        i: `LOCALE_PROVIDER icu ICU_LOCALE ${(0,connection/* literal */.eu)(row.locale ?? '')}`,
        b: `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${(0,connection/* literal */.eu)(row.locale ?? '')}`,
    };
    return [
        // Not template1: an administrator's objects in it would collide with the dump.
        `CREATE DATABASE ${(0,connection/* quoted */.TL)(name)} TEMPLATE template0 OWNER ${(0,connection/* quoted */.TL)(row.owner)} ENCODING ${(0,connection/* literal */.eu)(row.encoding)}`,
        `LC_COLLATE ${(0,connection/* literal */.eu)(row.collate)} LC_CTYPE ${(0,connection/* literal */.eu)(row.ctype)} ${providers[row.provider] ?? ''}`,
        // Only a superuser may name pg_default; without the clause it is the one of template0.
        row.tablespace === row.standard ? '' : `TABLESPACE ${(0,connection/* quoted */.TL)(row.tablespace)}`,
        `CONNECTION LIMIT ${row.limit}`,
    ].join(' ');
}
/** GRANTs and settings of a database. Without --create, pg_dump omits them. */
async function copiedSettings(maintenance, model, name) {
    const grants = await inspect_select(maintenance, schemas/* object */.Ikc({ grantee: schemas/* string */.YjP(), privileges: schemas/* string */.YjP(), grantable: schemas/* boolean */.zMY() }), `SELECT CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS grantee,
            string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS privileges, a.is_grantable AS grantable
       FROM pg_database d, aclexplode(d.datacl) a WHERE d.datname = ${(0,connection/* literal */.eu)(model)} GROUP BY 1, 3`);
    const settings = await inspect_select(maintenance, schemas/* object */.Ikc({ role: schemas/* string */.YjP().nullable(), setting: schemas/* string */.YjP() }), `SELECT CASE WHEN s.setrole <> 0 THEN quote_ident(pg_get_userbyid(s.setrole)) END AS role, unnest(s.setconfig) AS setting
       FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = ${(0,connection/* literal */.eu)(model)}`);
    return [
        ...(grants.length === 0 ? [] : [`REVOKE ALL ON DATABASE ${(0,connection/* quoted */.TL)(name)} FROM PUBLIC`]),
        ...grants.map(({ grantee, privileges, grantable }) => `GRANT ${privileges} ON DATABASE ${(0,connection/* quoted */.TL)(name)} TO ${grantee}${grantable ? ' WITH GRANT OPTION' : ''}`),
        ...settings.map(({ role, setting }) => {
            const at = setting.indexOf('=');
            const parameter = setting.slice(0, at);
            const value = setting.slice(at + 1);
            // A search path is a list; one quoted literal would name one schema.
            const written = parameter === 'search_path' ? value : (0,connection/* literal */.eu)(value);
            const target = role === null ? `DATABASE ${(0,connection/* quoted */.TL)(name)}` : `ROLE ${role} IN DATABASE ${(0,connection/* quoted */.TL)(name)}`;
            return `ALTER ${target} SET ${parameter} = ${written === '' ? `''` : written}`;
        }),
    ];
}
/** The next transaction id: all lower ids belong to the restore. */
async function nextTransaction(client) {
    const row = only(await inspect_select(client, schemas/* object */.Ikc({ next: schemas/* string */.YjP() }), 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next'));
    return row.next;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/plan.js


/** Plans one change or none: a restore covers the whole database. */
function plan(saved, live) {
    const differences = differencesOf(saved, live);
    if (differences.equal)
        return [];
    const rows = saved.tables.reduce((sum, { rows: count }) => sum + count, 0);
    const kept = derivedName(saved.database, 'before', saved.snapshot);
    const swap = live.strategy === 'swap';
    return [
        {
            id: 'restore',
            stage: 'database',
            action: 'run',
            target: `database "${saved.database}"`,
            before: differences.summary,
            after: `as in snapshot ${saved.snapshot}: ${saved.tables.length} tables, ${rows.toLocaleString('en-US')} rows`,
            effect: 'live',
            undo: swap
                ? `the present database is kept as "${kept}"; swap the names back`
                : 'restore the pre-rollback snapshot that is taken first',
            database: 'restore',
            backupFirst: !swap,
            dataAtRisk: differences.atRisk,
            confirm: saved.database,
            warnings: [
                `Everything written to "${saved.database}" since the snapshot will be missing from it.`,
                swap
                    ? `At the swap every connection to "${saved.database}" is cut once; applications reconnect by themselves.`
                    : `The tables of "${saved.database}" are locked while it is restored.`,
            ],
            params: { kind: 'restore', database: saved.database, strategy: live.strategy },
        },
    ];
}
/** The effects of a restore. */
function differencesOf(saved, live) {
    if (!live.accessible) {
        return {
            equal: false,
            summary: 'accepts no connections (fenced by an interrupted restore or an operator)',
            atRisk: [{ what: `database "${saved.database}"`, rows: null, note: 'it cannot be looked into at the moment' }],
        };
    }
    const objects = changedObjects(saved.schema, live.schema);
    const written = writtenSince(saved, live);
    const atRisk = risks(saved, live, written);
    const data = written.size > 0 || saved.largeObjects !== live.largeObjects || differingTables(saved, live).length > 0;
    const parts = [
        ...(objects.length === 0 ? [] : [`schema differs: ${listed(objects)}`]),
        ...(data ? ['rows were written since'] : []),
    ];
    return { equal: parts.length === 0, summary: parts.join('; '), atRisk };
}
/** Tables with a row version that is newer than the snapshot (or than a restore from it). */
function writtenSince(saved, live) {
    const restored = live.restored?.snapshot === saved.snapshot ? live.restored : null;
    const next = BigInt(restored?.next ?? saved.boundary.next);
    const unfinished = restored === null && saved.boundary.open.length > 0;
    // Another server has other transaction ids, so only rows, content and schema decide.
    if (BigInt(live.boundary.next) < next)
        return new Set();
    const names = new Set();
    const before = new Map(saved.tables.map((entry) => [entry.name, entry]));
    for (const entry of live.tables) {
        if (entry.newest === null)
            continue;
        const saw = before.get(entry.name);
        // With content hashes the rows decide, so a rewrite of equal rows is no difference.
        if (saw && saw.content !== null && entry.content !== null) {
            if (saw.content !== entry.content)
                names.add(entry.name);
            continue;
        }
        // A transaction that was open at the snapshot may have written rows with older ids than the newest one. Only the
        // server's statistics show them.
        const moved = saw !== undefined && unfinished && !sameCounters(saw, entry);
        if (isAtOrAfter(entry.newest, next) || moved)
            names.add(entry.name);
    }
    return names;
}
/** Names of tables with another number of rows or other content. */
function differingTables(saved, live) {
    const now = new Map(live.tables.map((entry) => [entry.name, entry]));
    return saved.tables.flatMap((entry) => {
        const other = now.get(entry.name);
        if (!other)
            return [entry.name];
        const content = entry.content !== null && other.content !== null && entry.content !== other.content;
        return entry.rows !== other.rows || content ? [entry.name] : [];
    });
}
const plan_CYCLE = 2n ** 32n;
/** Compares the low 32 bits of transaction ids, which are ordered within half a cycle. */
function isAtOrAfter(short, next) {
    return (BigInt(short) - (next % plan_CYCLE) + plan_CYCLE) % plan_CYCLE < plan_CYCLE / 2n;
}
function sameCounters(a, b) {
    return a.inserted === b.inserted && a.updated === b.updated && a.deleted === b.deleted;
}
const listed = (names) => names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`;
function risks(saved, live, written) {
    const before = new Map(saved.tables.map((entry) => [entry.name, entry]));
    return live.tables.flatMap((entry) => {
        const saw = before.get(entry.name);
        if (!saw)
            return [{ what: entry.name, rows: entry.rows, note: 'the table is not in the snapshot' }];
        if (!written.has(entry.name) && saw.rows === entry.rows)
            return [];
        const counts = [
            { word: 'inserted', count: entry.inserted - saw.inserted },
            { word: 'updated', count: entry.updated - saw.updated },
            { word: 'deleted', count: entry.deleted - saw.deleted },
        ];
        // The server's statistics lag and can be reset; the fallback is the difference of the counts.
        const known = live.restored === null && counts.every(({ count }) => count >= 0) && counts.some(({ count }) => count > 0);
        if (!known) {
            const more = entry.rows - saw.rows;
            return [{ what: entry.name, rows: more > 0 ? more : null, note: 'at least; written since the snapshot' }];
        }
        return [
            {
                what: entry.name,
                rows: counts.reduce((sum, { count }) => sum + count, 0),
                note: `${counts.map(({ word, count }) => `${count} ${word}`).join(', ')} since the snapshot`,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/swap.js




/** Attempts, every 100 ms, until a fenced database has no sessions. */
const DRAIN_ATTEMPTS = 150;
/** Fences the current database, ends its sessions, and swaps the names in one transaction. */
async function swap(maintenance, ctx, database, restored, expected) {
    const present = await findDatabase(maintenance, database);
    if (!present) {
        // Another client renamed or dropped it, so no database remains to be kept.
        await (0,connection/* runStep */.eg)(ctx, `renaming "${restored}"`, () => maintenance.query(`ALTER DATABASE ${(0,connection/* quoted */.TL)(restored)} RENAME TO ${(0,connection/* quoted */.TL)(database)}`));
        return;
    }
    const kept = await freeName(maintenance, derivedName(database, 'before', expected.snapshot));
    ctx.log.info(`Swapping: "${database}" becomes "${kept}", "${restored}" becomes "${database}"; connections drop now`);
    await (0,connection/* runStep */.eg)(ctx, `fencing "${database}" off`, () => maintenance.query(`ALTER DATABASE ${(0,connection/* quoted */.TL)(database)} ALLOW_CONNECTIONS false`));
    try {
        await endSessions(maintenance, ctx, database);
        await endSessions(maintenance, ctx, restored);
        // One transaction: the name always belongs to one database, and a crash leaves no partial swap.
        await (0,connection/* runStep */.eg)(ctx, 'swapping the names', () => maintenance.query([
            'BEGIN',
            `ALTER DATABASE ${(0,connection/* quoted */.TL)(database)} RENAME TO ${(0,connection/* quoted */.TL)(kept)}`,
            `ALTER DATABASE ${(0,connection/* quoted */.TL)(restored)} RENAME TO ${(0,connection/* quoted */.TL)(database)}`,
            `ALTER DATABASE ${(0,connection/* quoted */.TL)(kept)} ALLOW_CONNECTIONS true`,
            'COMMIT',
        ].join('; ')));
    }
    catch (error) {
        await maintenance.query('ROLLBACK').catch(() => undefined);
        // Lifts the fence after a failed swap.
        try {
            await maintenance.query(`ALTER DATABASE ${(0,connection/* quoted */.TL)(database)} ALLOW_CONNECTIONS true`);
        }
        catch (unfence) {
            ctx.log.error(`"${database}" still accepts no connections (${(0,errors/* messageOf */.bD)(unfence)}): run ALTER DATABASE ${(0,connection/* quoted */.TL)(database)} ALLOW_CONNECTIONS true`);
        }
        throw new errors/* RewindError */.Ir('swap-failed', `The restored database "${restored}" is complete but could not take the name "${database}": ${(0,errors/* messageOf */.bD)(error)}`, { resource: ctx.resource, cause: error });
    }
    ctx.log.info(`"${database}" matches snapshot ${expected.snapshot}. The previous database was kept as "${kept}". Drop it when no longer needed: DROP DATABASE ${(0,connection/* quoted */.TL)(kept)}`);
}
async function endSessions(maintenance, ctx, database) {
    for (let tries = 0; tries < DRAIN_ATTEMPTS; tries += 1) {
        const { rows } = await maintenance.query(
        // An autovacuum worker (no user) takes a superuser to end, and RENAME ends it itself. backend_type is NULL to others.
        `SELECT count(pg_terminate_backend(pid))::int AS left FROM pg_stat_activity
        WHERE datname = ${(0,connection/* literal */.eu)(database)} AND usesysid IS NOT NULL`);
        if (rows[0]?.left === 0)
            return;
        await ctx.clock.sleep(100, ctx.signal);
    }
    throw new Error(`sessions on "${database}" would not end`);
}
/** Restoring the same snapshot twice keeps both previous databases. */
async function freeName(maintenance, wanted) {
    for (let suffix = 1;; suffix += 1) {
        const name = suffix === 1 ? wanted : `${wanted}_${suffix}`;
        if (!(await findDatabase(maintenance, name)))
            return name;
    }
}

;// CONCATENATED MODULE: ./lib/providers/postgres/apply.js
















/** Restores the database to the snapshot. Decides from the live state, so a rerun completes an interrupted restore. */
async function apply(config, change, ctx, source) {
    const address = addressOf(config, ctx);
    const expected = await readExpected(source);
    const live = await capture(config, ctx, { purpose: 'compare', write: async () => undefined });
    if (differencesOf(expected, live).equal) {
        ctx.log.info(`"${address.database}" already matches snapshot ${expected.snapshot}`);
        return;
    }
    if (params.parse(change.params).strategy === 'in-place')
        await restoreInPlace(config, ctx, source, address, expected);
    else
        await restoreBySwap(config, ctx, source, address, expected);
}
/** Restores into a new database, compares it, then swaps the names. Keeps the current database under another name. */
async function restoreBySwap(config, ctx, source, address, expected) {
    const fresh = derivedName(address.database, 'new', expected.snapshot);
    const maintenance = await (0,connection/* connect */.Ng)(ctx, address, config['maintenance-database']);
    try {
        if (await isFinished(maintenance, fresh)) {
            ctx.log.info(`"${fresh}" was restored and compared by an interrupted run; continuing from there`);
        }
        else {
            await (0,connection/* runStep */.eg)(ctx, `dropping the unfinished database "${fresh}"`, () => maintenance.query(`DROP DATABASE IF EXISTS ${(0,connection/* quoted */.TL)(fresh)}`));
            await makeEmptyLike(maintenance, ctx, address.database, fresh);
            await fill(config, ctx, source, address, fresh, expected);
            await tagFinished(maintenance, ctx, address.database, fresh, expected);
        }
        await swap(maintenance, ctx, address.database, fresh, expected);
    }
    finally {
        await maintenance.end().catch(() => undefined);
    }
}
/** True for a database that was restored and compared: only then does it carry the tag. */
async function isFinished(maintenance, fresh) {
    const found = await findDatabase(maintenance, fresh);
    return found?.comment?.includes('[rewind: restored from') ?? false;
}
/** Restores the dump into a database and compares the result with the snapshot. */
async function fill(config, ctx, source, address, database, expected) {
    const major = await (0,connection/* withDatabase */.kR)(ctx, address, database, async (client) => (await serverOf(client, config)).major);
    const programs = await (0,postgres_client/* findPrograms */.z0)(ctx, major, config['client-bin']);
    const args = ['--format=custom', '--exit-on-error', '--no-password', `--dbname=${database}`];
    const running = (0,postgres_client/* start */.ni)(ctx, programs.restore, args, address, database, 'restore-failed');
    await (0,postgres_client/* feed */.hm)(running, metered(ctx, source, database, await source.open(DUMP)));
    await (0,connection/* withDatabase */.kR)(ctx, address, database, async (client) => {
        // A restored database has no planner statistics, so the first queries would be slow.
        await (0,connection/* runStep */.eg)(ctx, `analyzing "${database}"`, () => client.query('ANALYZE'));
        await beginSnapshot(client, ctx.resource);
        const found = { ...expected, ...(await inspect(client, expected.integrity, ctx)) };
        await client.query('COMMIT');
        const lines = mismatches(expected, found);
        if (lines.length === 0)
            return;
        throw new errors/* RewindError */.Ir('restore-mismatch', `What was restored into "${database}" is not what snapshot ${expected.snapshot} says. The current database is unchanged.`, { resource: ctx.resource, problems: lines.slice(0, 20) });
    });
    ctx.log.info(`"${database}" holds what snapshot ${expected.snapshot} says: ${expected.tables.length} tables compared`);
}
async function tagFinished(maintenance, ctx, database, fresh, expected) {
    const old = await findDatabase(maintenance, database);
    const tag = withRestoreTag(old?.comment ?? null, expected.snapshot, await nextTransaction(maintenance));
    await (0,connection/* runStep */.eg)(ctx, `marking "${fresh}" as restored`, () => maintenance.query(`COMMENT ON DATABASE ${(0,connection/* quoted */.TL)(fresh)} IS ${(0,connection/* literal */.eu)(tag)}`));
}

;// CONCATENATED MODULE: ./lib/providers/postgres/capabilities.js
const capabilities = {
    describeState: ({ serverMajor, tables }) => ({
        serverMajor,
        tables: new Map(tables.map(({ name, rows }) => [name, rows])),
    }),
};

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(3997);
;// CONCATENATED MODULE: ./lib/providers/postgres/check.js







/** Read-only: checks that this user can reach, read and restore the database with the installed programs. */
async function check(config, ctx) {
    const address = addressOf(config, ctx);
    return (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
        const server = await serverOf(client, config);
        const programs = await (0,postgres_client/* findPrograms */.z0)(ctx, server.major, config['client-bin']).then(() => [], (error) => {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ level: 'error', code, message, remedy }];
        });
        return [
            ...programs,
            ...(await unreadable(client)),
            ...strategy(config, server),
            ...(await replication(client)),
            ...(await keptDatabases(client, address.database)),
        ];
    });
}
async function unreadable(client) {
    const rows = await inspect_select(client, schemas/* object */.Ikc({ name: schemas/* string */.YjP(), hidden: schemas/* boolean */.zMY() }), `SELECT c.oid::regclass::text AS name, has_table_privilege(c.oid, 'SELECT') AS hidden
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'S', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
        AND (NOT has_table_privilege(c.oid, 'SELECT') OR (c.relkind = 'r' AND row_security_active(c.oid)))
      ORDER BY 1`);
    if (rows.length === 0)
        return [];
    const names = rows.map(({ name }) => name);
    return [
        {
            level: 'error',
            code: 'database-permission',
            message: `This user cannot read all of ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}: a backup would be incomplete, and pg_dump refuses.`,
            remedy: `GRANT SELECT on them to this user${rows.some(({ hidden }) => hidden) ? ', and BYPASSRLS where row security hides rows' : ''}; or use the owner.`,
        },
    ];
}
function strategy(config, server) {
    if (server.strategy === 'swap')
        return [];
    const findings = [
        {
            level: 'info',
            code: 'database-in-place',
            message: 'A restore would run in place, in one transaction that locks the tables: this user may not create databases, or "restore: in-place" is configured.',
            remedy: 'ALTER ROLE … CREATEDB, as the owner of the database, allows the faster swap that keeps the old database.',
        },
    ];
    if (!server.owner && config.integrity === 'rows') {
        findings.push({
            level: 'error',
            code: 'database-permission',
            message: 'This user does not own the database, so Rewind cannot tag a restore in place, and the restored rows would look like new data.',
            remedy: 'Use the owner of the database, or set "integrity: content".',
        });
    }
    return findings;
}
async function replication(client) {
    const rows = await inspect_select(client, schemas/* object */.Ikc({ name: schemas/* string */.YjP() }), `SELECT slot_name::text AS name FROM pg_replication_slots WHERE database = current_database()`);
    if (rows.length === 0)
        return [];
    return [
        {
            level: 'warning',
            code: 'database-replication-slots',
            message: `Logical replication slots (${rows.map(({ name }) => name).join(', ')}) are not moved to the restored database.`,
            remedy: 'After a restore, re-create the slots and let the subscribers copy the data again.',
        },
    ];
}
/** Previous databases that earlier restores kept. */
async function keptDatabases(client, database) {
    const rows = await inspect_select(client, schemas/* object */.Ikc({ name: schemas/* string */.YjP(), bytes: schemas/* string */.YjP().nullable() }), `SELECT datname AS name, CASE WHEN has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid)::text END AS bytes
       FROM pg_database WHERE starts_with(datname, left($1, 30)) AND datname ~ '_before_[0-9]{8}t[0-9]{6}z_' ORDER BY 1`, [database]);
    return rows.map(({ name, bytes }) => ({
        level: 'info',
        code: 'database-kept',
        message: `"${name}" (${bytes === null ? 'size unknown' : (0,progress/* amount */.vj)(Number(bytes), 'bytes')}) was kept by a restore.`,
        remedy: `Drop it when no longer needed: DROP DATABASE ${(0,connection/* quoted */.TL)(name)}`,
    }));
}

;// CONCATENATED MODULE: ./lib/providers/postgres/preflight.js





/** After the approval, before the first change: checks the conditions of a restore. */
async function preflight(config, _changes, ctx, source) {
    const address = addressOf(config, ctx);
    const expected = await readExpected(source);
    const findings = [];
    await (0,connection/* withDatabase */.kR)(ctx, address, config['maintenance-database'], async (client) => {
        const server = await serverOf(client, config);
        const programs = await (0,postgres_client/* findPrograms */.z0)(ctx, server.major, config['client-bin']);
        await readDump(ctx, programs, await source.open(DUMP));
        if (expected.serverMajor > server.major) {
            findings.push({
                level: 'error',
                code: 'pg-client-version',
                message: `The snapshot is of PostgreSQL ${expected.serverMajor}, the server is ${server.major} now.`,
                remedy: 'Restore by hand on a server of at least that version.',
            });
        }
        if (!(await findDatabase(client, address.database))) {
            findings.push({
                level: 'warning',
                code: 'database-gone',
                message: `There is no database "${address.database}": the restored one will take its name.`,
            });
        }
    });
    return findings;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/prove.js







/** A server for test restores, e.g. a service container of the job; never production's server. */
const SCRATCH_URL = 'REWIND_SCRATCH_DATABASE_URL';
/** Proves that a dump opens and lists; on request, restores it and compares it with the snapshot. */
async function prove(config, saved, ctx, source, depth) {
    const programs = await (0,postgres_client/* findPrograms */.z0)(ctx, saved.serverMajor, config['client-bin']);
    if (depth === 'readable') {
        await readExpected(source);
        await readDump(ctx, programs, await source.open(DUMP));
        return [];
    }
    const scratch = (0,database_url/* parseDatabaseUrl */.mx)(ctx.env.require(SCRATCH_URL, ctx.resource), ctx.childEnv, ctx.resource);
    if (scratch.password !== null)
        ctx.masker.add(scratch.password);
    (0,database_url/* requireDirect */.VS)(scratch, ctx.resource);
    const production = addressOf(config, ctx);
    if (scratch.host === production.host && scratch.port === production.port) {
        throw new errors/* RewindError */.Ir('input-invalid', `${SCRATCH_URL} names the server of production; a rehearsal must not run there.`, {
            resource: ctx.resource,
            remedy: 'Give a server of its own, e.g. a "services: postgres" container of the job.',
        });
    }
    const name = `rewind_proof_${ctx.randomHex(6)}`;
    return (0,connection/* withDatabase */.kR)(ctx, scratch, scratch.database, async (client) => {
        const { major } = await serverOf(client, config);
        if (major !== saved.serverMajor) {
            throw new errors/* RewindError */.Ir('pg-client-version', `The scratch server is PostgreSQL ${major}, production ${saved.serverMajor}: a rehearsal there would prove little.`, { resource: ctx.resource, remedy: `Use a scratch server of PostgreSQL ${saved.serverMajor}.` });
        }
        await (0,connection/* runStep */.eg)(ctx, `creating "${name}"`, () => client.query(`CREATE DATABASE ${(0,connection/* quoted */.TL)(name)} TEMPLATE template0`));
        try {
            await fill(config, ctx, source, scratch, name, await readExpected(source));
        }
        finally {
            await client.query(`DROP DATABASE IF EXISTS ${(0,connection/* quoted */.TL)(name)} WITH (FORCE)`);
        }
        return [
            {
                level: 'info',
                code: 'database-restorable',
                message: `The dump was restored on a scratch server and compared: ${saved.tables.length} tables.`,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/index.js









/* harmony default export */ const postgres = ((0,provider/* defineProvider */.Nj)({
    id: 'postgres',
    state: state,
    slow: true,
    check: check,
    capture: capture,
    plan: plan,
    apply: apply,
    prove: prove,
    preflight: preflight,
    capabilities: capabilities,
}));


/***/ }),

/***/ 1176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Kz: () => (/* binding */ databaseError),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   eg: () => (/* binding */ runStep),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   kR: () => (/* binding */ withDatabase)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3849);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8234);




const CONNECT_TIMEOUT_MS = 15_000;
/**
 * Opens one session, which the caller must end; `withDatabase` does both.
 * @throws RewindError database-unreachable, database-auth-failed, database-permission, and the SQLSTATE in `cause`
 */
async function connect(ctx, address, database = address.database) {
    if (address.password !== null)
        ctx.masker.add(address.password);
    const attempts = address.tls.mode === 'disable'
        ? [false]
        : address.tls.mode === 'allow'
            ? [false, tlsOptions(address.tls)]
            : address.tls.mode === 'prefer'
                ? [tlsOptions(address.tls), false]
                : [tlsOptions(address.tls)];
    let failure;
    for (const ssl of attempts) {
        const client = new pg__WEBPACK_IMPORTED_MODULE_2__/* ["default"].Client */ .Ay.Client({
            host: address.host,
            port: address.port,
            user: address.user,
            password: address.password ?? '',
            database,
            ssl,
            application_name: 'rewind',
            connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
            ...(address.extra.PGOPTIONS === undefined ? {} : { options: address.extra.PGOPTIONS }),
        });
        // If the server ends the session (a fenced database), the next query must fail, not the process.
        client.on('error', (error) => ctx.log.debug(`database session ended: ${error.message}`));
        try {
            await client.connect();
            return client;
        }
        catch (error) {
            failure = error;
            await client.end().catch(() => undefined);
            if (!/does not support SSL|no pg_hba.conf entry/.test((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)))
                break;
        }
    }
    throw databaseError(failure, ctx.resource, `connecting to database "${database}" on ${address.host}:${address.port}`);
}
/** Opens a session and always ends it. */
async function withDatabase(ctx, address, database, work) {
    const client = await connect(ctx, address, database);
    try {
        return await work(client);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
/** Follows libpq, which differs from the pg package: `require` encrypts but does not verify. */
function tlsOptions(tls) {
    const file = (path) => (path === null ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    const ca = tls.rootCert === 'system' ? undefined : file(tls.rootCert);
    const cert = file(tls.cert);
    const key = file(tls.key);
    const verifies = tls.mode.startsWith('verify') || (tls.mode === 'require' && tls.rootCert !== null);
    return {
        rejectUnauthorized: verifies,
        ...(ca === undefined ? {} : { ca }),
        ...(cert === undefined ? {} : { cert }),
        ...(key === undefined ? {} : { key }),
        ...(tls.mode === 'verify-full' || tls.rootCert === 'system' ? {} : { checkServerIdentity: () => undefined }),
    };
}
/** SQLSTATE of a server error, or the code of a network error; undefined if it has none. */
function codeOf(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_1__.types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
/** Classifies by SQLSTATE (PostgreSQL documentation, appendix A). Omits details and context: they may hold rows. */
function databaseError(error, resource, doing) {
    if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir)
        return error;
    const code = codeOf(error);
    const table = {
        '28P01': 'database-auth-failed',
        '28000': 'database-auth-failed',
        '42501': 'database-permission',
        '3D000': 'api-not-found',
    };
    const known = (code === undefined ? undefined : table[code]) ??
        (code === undefined || /^E[A-Z]+$/.test(code) || /^(08|57P|53)/.test(code)
            ? 'database-unreachable'
            : 'tool-failed');
    const remedies = {
        'api-not-found': 'Check the name of the database in the URL.',
        'tool-failed': 'Read the message of the database, repair the cause, and run again.',
    };
    const remedy = remedies[known];
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir(known, `Failed ${doing}: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) || (code ?? 'unknown error')}`, {
        resource,
        cause: error,
        ...(remedy === undefined ? {} : { remedy }),
    });
}
/** Runs a step and names it in its error. @param doing e.g. `renaming "shop"` */
async function runStep(ctx, doing, work) {
    try {
        return await work();
    }
    catch (error) {
        throw databaseError(error, ctx.resource, doing);
    }
}
/** Quotes an identifier. */
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
/** Quotes a literal. */
function literal(value) {
    return pg__WEBPACK_IMPORTED_MODULE_2__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(value);
}


/***/ }),

/***/ 8221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VS: () => (/* binding */ requireDirect),
/* harmony export */   kY: () => (/* binding */ libpqEnv),
/* harmony export */   mx: () => (/* binding */ parseDatabaseUrl)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

const TLS_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** The libpq variable of each query parameter. */
const LIBPQ_VARIABLES = {
    options: 'PGOPTIONS',
    connect_timeout: 'PGCONNECT_TIMEOUT',
    channel_binding: 'PGCHANNELBINDING',
    gssencmode: 'PGGSSENCMODE',
    sslsni: 'PGSSLSNI',
    target_session_attrs: 'PGTARGETSESSIONATTRS',
};
/**
 * Parses `postgresql://user:password@host:port/database?sslmode=…`. The PG* variables supply what the URL omits, as in
 * libpq. Ignores parameters of ORMs (schema, connection_limit …).
 *
 * @param env PGSSLMODE and similar variables
 * @throws RewindError database-url-invalid; its message never quotes the URL
 */
function parseDatabaseUrl(url, env, resource) {
    const invalid = (what) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('database-url-invalid', `The database URL ${what}.`, { resource });
    let parsed;
    try {
        parsed = new URL(url);
    }
    catch {
        throw invalid('is not a URL');
    }
    if (!/^postgres(ql)?:$/.test(parsed.protocol))
        throw invalid(`begins with "${parsed.protocol}//", not postgresql://`);
    const query = parsed.searchParams;
    const host = query.get('host') ?? decodeURIComponent(parsed.hostname).replace(/^\[|\]$/g, '');
    const database = decodeURIComponent(parsed.pathname.slice(1));
    if (host === '')
        throw invalid('names no host');
    if (database === '')
        throw invalid('names no database');
    if (parsed.username === '')
        throw invalid('names no user');
    const mode = query.get('sslmode') ?? env.PGSSLMODE ?? 'prefer';
    const known = TLS_MODES.find((candidate) => candidate === mode);
    if (!known)
        throw invalid(`has an unknown sslmode; use one of ${TLS_MODES.join(', ')}`);
    const extra = {};
    for (const [parameter, variable] of Object.entries(LIBPQ_VARIABLES)) {
        const value = query.get(parameter);
        if (value !== null)
            extra[variable] = value;
    }
    return {
        host,
        port: Number(query.get('port') ?? (parsed.port === '' ? '5432' : parsed.port)),
        user: decodeURIComponent(parsed.username),
        password: parsed.password === '' ? null : decodeURIComponent(parsed.password),
        database,
        tls: {
            mode: known,
            rootCert: query.get('sslrootcert') ?? env.PGSSLROOTCERT ?? null,
            cert: query.get('sslcert') ?? env.PGSSLCERT ?? null,
            key: query.get('sslkey') ?? env.PGSSLKEY ?? null,
        },
        extra,
        pooled: pooledBecause(host, parsed),
    };
}
/** Dumps, session locks and renames fail through a pooler in transaction mode. */
function pooledBecause(host, url) {
    if (/-pooler(\.|$)/.test(host))
        return `its host name has "-pooler"`;
    if (/(^|\.)pooler\./.test(host))
        return `its host is a pooler`;
    if (/pgbouncer|pgcat|supavisor/i.test(host))
        return `its host is named like a pooler`;
    if (url.port === '6543')
        return `its port is 6543`;
    if (url.port === '6432')
        return `its port is 6432, PgBouncer's`;
    if (url.searchParams.get('pgbouncer') === 'true')
        return `it has pgbouncer=true`;
    return null;
}
/** @throws RewindError database-pooled-url */
function requireDirect(address, resource) {
    if (address.pooled === null)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('database-pooled-url', `The URL points to a connection pooler (${address.pooled}); dumps, locks and renames do not work through it.`, {
        resource,
        remedy: 'Give the direct URL: on Neon the host without "-pooler", on Supabase port 5432 of the database host, else the address of the server behind PgBouncer.',
    });
}
/** The environment for libpq programs; the password goes through PGPASSFILE, never here. */
function libpqEnv(address, database = address.database) {
    const { tls } = address;
    return {
        ...address.extra,
        PGHOST: address.host,
        PGPORT: String(address.port),
        PGUSER: address.user,
        PGDATABASE: database,
        PGSSLMODE: tls.mode,
        ...(tls.rootCert === null ? {} : { PGSSLROOTCERT: tls.rootCert }),
        ...(tls.cert === null ? {} : { PGSSLCERT: tls.cert }),
        ...(tls.key === null ? {} : { PGSSLKEY: tls.key }),
        PGAPPNAME: 'rewind',
        // Makes times in messages and text output independent of the machine.
        PGTZ: 'UTC',
    };
}


/***/ })

};
