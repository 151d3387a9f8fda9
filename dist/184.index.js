export const id = 184;
export const ids = [184,898];
export const modules = {

/***/ 3842:
/***/ ((module) => {

/* jshint esversion: 6 */
/* jslint node: true */


module.exports = function serialize (object) {
  if (typeof object === 'number' && isNaN(object)) {
    throw new Error('NaN is not allowed');
  }

  if (typeof object === 'number' && !isFinite(object)) {
    throw new Error('Infinity is not allowed');
  }

  if (object === null || typeof object !== 'object') {
    return JSON.stringify(object);
  }

  if (object.toJSON instanceof Function) {
    return serialize(object.toJSON());
  }

  if (Array.isArray(object)) {
    const values = object.reduce((t, cv, ci) => {
      const comma = ci === 0 ? '' : ',';
      const value = cv === undefined || typeof cv === 'symbol' ? null : cv;
      return `${t}${comma}${serialize(value)}`;
    }, '');
    return `[${values}]`;
  }

  const values = Object.keys(object).sort().reduce((t, cv) => {
    if (object[cv] === undefined ||
        typeof object[cv] === 'symbol') {
      return t;
    }
    const comma = t.length === 0 ? '' : ',';
    return `${t}${comma}${serialize(cv)}:${serialize(object[cv])}`;
  }, '');
  return `{${values}}`;
};


/***/ }),

/***/ 3871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3842);


// The package is CommonJS with an ES default; under NodeNext its type is the module object.
const canonicalize = canonicalize__WEBPACK_IMPORTED_MODULE_1__;
/** RFC 8785 text of a JSON value: equal values give equal text, whatever the order of keys. */
function canonicalJson(value) {
    return canonicalize(value) ?? 'null';
}
/** SHA-256, hex. */
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
/** SHA-256 (hex) of the canonical text of a JSON value. */
function digestOf(value) {
    return sha256(canonicalJson(value));
}


/***/ }),

/***/ 8966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VS: () => (/* binding */ requireDirect),
/* harmony export */   kY: () => (/* binding */ libpqEnv),
/* harmony export */   mx: () => (/* binding */ parseDatabaseUrl)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(972);

const TLS_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** Query parameters of a URL that libpq knows, by the variable that carries them. */
const LIBPQ_VARIABLES = {
    options: 'PGOPTIONS',
    connect_timeout: 'PGCONNECT_TIMEOUT',
    channel_binding: 'PGCHANNELBINDING',
    gssencmode: 'PGGSSENCMODE',
    sslsni: 'PGSSLSNI',
    target_session_attrs: 'PGTARGETSESSIONATTRS',
};
/**
 * Parses `postgresql://user:password@host:port/database?sslmode=…`. Where the URL says nothing, the environment's PG*
 * settings count, as they do for libpq. Parameters of ORMs (schema, connection_limit …) are left out.
 *
 * @param env PGSSLMODE and its like
 * @throws RewindError database-url-invalid; its message never quotes the URL
 */
function parseDatabaseUrl(url, env, resource) {
    const invalid = (what) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('database-url-invalid', `The database URL ${what}.`, { resource });
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
/** Dumps, session locks and renames do not work through a pooler in transaction mode. */
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
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('database-pooled-url', `The URL points to a connection pooler (${address.pooled}); dumps, locks and renames do not work through it.`, {
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
        // Times in messages and in text output do not depend on the machine.
        PGTZ: 'UTC',
    };
}


/***/ }),

/***/ 9184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Kz: () => (/* binding */ databaseError),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   kR: () => (/* binding */ withDatabase)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3849);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(972);




const CONNECT_TIMEOUT_MS = 15_000;
/**
 * Opens one session. The caller ends it; `withDatabase` does both.
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
        // A session that is cut off (a fenced database) must fail its next query, not the process.
        client.on('error', (error) => ctx.log.debug(`database session ended: ${error.message}`));
        try {
            await client.connect();
            return client;
        }
        catch (error) {
            failure = error;
            await client.end().catch(() => undefined);
            if (!/does not support SSL|no pg_hba.conf entry/.test((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)))
                break;
        }
    }
    throw databaseError(failure, ctx.resource, `connecting to database "${database}" on ${address.host}:${address.port}`);
}
/** Opens a session, and ends it whatever happens. */
async function withDatabase(ctx, address, database, work) {
    const client = await connect(ctx, address, database);
    try {
        return await work(client);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
/** libpq's meanings, which differ from those of the pg package: `require` encrypts and does not verify. */
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
/** SQLSTATE of an error of the server, or the code of a network error; undefined when it has none. */
function codeOf(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_1__.types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
/** Classifies by SQLSTATE (PostgreSQL documentation, appendix A). Details and context may hold rows: left out. */
function databaseError(error, resource, doing) {
    if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir)
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
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir(known, `Failed ${doing}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) || (code ?? 'unknown error')}`, {
        resource,
        cause: error,
        ...(remedy === undefined ? {} : { remedy }),
    });
}
/** Quotes an identifier. */
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
/** Quotes a literal. */
function literal(value) {
    return pg__WEBPACK_IMPORTED_MODULE_2__/* ["default"].escapeLiteral */ .Ay.escapeLiteral(value);
}


/***/ }),

/***/ 1222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ readMigrations)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/digest.js
var digest = __webpack_require__(3871);
// EXTERNAL MODULE: ./lib/core/errors.js + 1 modules
var errors = __webpack_require__(972);
;// CONCATENATED MODULE: ./lib/providers/prisma/sql.js
/**
 * Splits a script into its statements: comments, quoted names, strings (also E'' and dollar-quoted bodies) are understood,
 * so that a semicolon inside them does not count. PostgreSQL documentation, "Lexical Structure".
 */
function statementsOf(script) {
    const statements = [];
    let text = '';
    let line = 1;
    let startLine = 1;
    let at = 0;
    const take = (length, keep) => {
        const part = script.slice(at, at + length);
        if (text.trim() === '' && part.trim() !== '' && keep)
            startLine = line;
        // A comment separates words like a space does.
        text += keep ? part : ' ';
        line += part.split('\n').length - 1;
        at += length;
    };
    const finish = () => {
        const trimmed = text.replace(/\s+/g, ' ').trim();
        if (trimmed !== '')
            statements.push({ text: trimmed, line: startLine });
        text = '';
    };
    while (at < script.length) {
        const rest = script.slice(at, at + 2);
        const char = script.charAt(at);
        if (rest === '--')
            take(lengthUntil(script, at, '\n', 0), false);
        else if (rest === '/*')
            take(commentLength(script, at), false);
        else if (char === "'")
            take(quoteLength(script, at, "'", /[eE]$/.test(text)), true);
        else if (char === '"')
            take(quoteLength(script, at, '"', false), true);
        else if (char === '$' && dollarTag(script, at) !== null)
            take(dollarLength(script, at), true);
        else if (char === ';') {
            at += 1;
            finish();
        }
        else
            take(1, true);
    }
    finish();
    return statements;
}
function lengthUntil(script, from, what, including) {
    const end = script.indexOf(what, from);
    return end < 0 ? script.length - from : end - from + including;
}
/** Block comments nest. */
function commentLength(script, from) {
    let depth = 0;
    for (let at = from; at < script.length; at += 1) {
        const two = script.slice(at, at + 2);
        if (two === '/*') {
            depth += 1;
            at += 1;
        }
        else if (two === '*/') {
            depth -= 1;
            at += 1;
            if (depth === 0)
                return at + 1 - from;
        }
    }
    return script.length - from;
}
function quoteLength(script, from, quote, escapes) {
    for (let at = from + 1; at < script.length; at += 1) {
        const char = script.charAt(at);
        if (escapes && char === '\\')
            at += 1;
        else if (char === quote) {
            if (script.charAt(at + 1) !== quote)
                return at + 1 - from;
            at += 1;
        }
    }
    return script.length - from;
}
function dollarTag(script, at) {
    // "a$b$" is a name: a tag begins where no word is under way.
    if (/[\w$]/.test(script.charAt(at - 1)))
        return null;
    return /^\$([A-Za-z_]\w*)?\$/.exec(script.slice(at, at + 66))?.[0] ?? null;
}
function dollarLength(script, from) {
    const tag = dollarTag(script, from) ?? '$$';
    const end = script.indexOf(tag, from + tag.length);
    return end < 0 ? script.length - from : end + tag.length - from;
}
/** Statements that PostgreSQL refuses inside a transaction block. */
const NOT_IN_TRANSACTION = /^(CREATE (UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY|REINDEX\b.*\bCONCURRENTLY|VACUUM|CREATE DATABASE|DROP DATABASE|CREATE TABLESPACE|DROP TABLESPACE|ALTER SYSTEM|ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY|CREATE SUBSCRIPTION|DROP SUBSCRIPTION|CLUSTER$)/i;
/** Statements that would end the transaction that makes a down migration all or nothing. */
const TRANSACTION_CONTROL = /^(BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK|ABORT|PREPARE TRANSACTION)\b/i;
const LOSES_DATA = /\b(DROP TABLE|DROP COLUMN|DROP SCHEMA|DROP MATERIALIZED VIEW|TRUNCATE|DELETE FROM)\b|^ALTER TABLE .* DROP (?!CONSTRAINT|DEFAULT|NOT NULL|IDENTITY|EXPRESSION)/i;
/** Can be run again after an interruption without an error. */
const REPEATABLE = /\bIF (NOT )?EXISTS\b|^(VACUUM|REINDEX)/i;
function factsOf(script) {
    const statements = statementsOf(script);
    const matching = (pattern) => statements.filter(({ text }) => pattern.test(text));
    return {
        statements: statements.length,
        outsideTransaction: matching(NOT_IN_TRANSACTION),
        control: matching(TRANSACTION_CONTROL),
        losing: matching(LOSES_DATA),
        repeatable: statements.every(({ text }) => REPEATABLE.test(text)),
    };
}

;// CONCATENATED MODULE: ./lib/providers/prisma/files.js





/**
 * Migrations of the checkout, in the order of their names, which is the order in which Prisma applies them.
 * @throws RewindError migrations-unreadable
 */
async function readMigrations(config, ctx) {
    const folder = (0,external_node_path_.resolve)(ctx.root, config.migrations);
    let names;
    try {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    }
    catch (error) {
        throw new errors/* RewindError */.Ir('migrations-unreadable', `${config.migrations} could not be read: ${(0,errors/* messageOf */.bD)(error)}`, {
            resource: ctx.resource,
            cause: error,
        });
    }
    return Promise.all(names.sort().map(async (name) => {
        const [up, down] = await Promise.all([
            contentOf((0,external_node_path_.join)(folder, name, 'migration.sql')),
            contentOf((0,external_node_path_.join)(folder, name, 'down.sql')),
        ]);
        const script = down?.toString('utf8');
        return {
            name,
            checksum: up === null ? null : (0,digest/* sha256 */.sc)(up),
            down: down === null || script === undefined ? null : { sha256: (0,digest/* sha256 */.sc)(down), script, facts: factsOf(script) },
            downPath: `${config.migrations}/${name}/down.sql`,
        };
    }));
}
async function contentOf(path) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    }
}


/***/ }),

/***/ 184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ prisma)
});

// EXTERNAL MODULE: ./lib/core/provider.js
var provider = __webpack_require__(7990);
// EXTERNAL MODULE: ./lib/core/errors.js + 1 modules
var errors = __webpack_require__(972);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/providers/database/address.js
var database_address = __webpack_require__(8966);
// EXTERNAL MODULE: ./lib/providers/database/connect.js
var connect = __webpack_require__(9184);
;// CONCATENATED MODULE: ./lib/providers/prisma/client.js




/** The advisory lock under which Prisma itself migrates on PostgreSQL. */
const PRISMA_LOCK = 72_707_369;
const LOCK_TRIES = 100;
const LOCK_PAUSE_MS = 100;
/** Left in `logs` while a script outside of a transaction runs: after a crash it says that its end is not known. */
const BEGUN = 'rewind: down.sql was begun outside of a transaction';
/** @throws RewindError database-url-invalid, database-pooled-url, credential-missing */
function targetOf(config, ctx) {
    const url = ctx.credentials.resolve(config.url, ctx.resource);
    const address = (0,database_address/* parseDatabaseUrl */.mx)(url, ctx.childEnv, ctx.resource);
    if (address.password !== null)
        ctx.masker.add(address.password);
    (0,database_address/* requireDirect */.VS)(address, ctx.resource);
    return { address, schema: config.schema ?? new URL(url).searchParams.get('schema') ?? 'public' };
}
/** One session on the database. */
async function withHistory(config, ctx, work) {
    const target = targetOf(config, ctx);
    return (0,connect/* withDatabase */.kR)(ctx, target.address, target.address.database, (client) => work(client, target));
}
const tableOf = (target) => `${(0,connect/* quoted */.TL)(target.schema)}._prisma_migrations`;
const historyRow = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    checksum: schemas/* string */.YjP(),
    started: schemas/* string */.YjP(),
    finished: schemas/* boolean */.zMY(),
    rolled: schemas/* boolean */.zMY(),
});
/** Rows of `_prisma_migrations`, oldest first; none where Prisma has never migrated. */
async function readHistory(client, target, ctx) {
    try {
        const { rows } = await client.query(`SELECT id, migration_name AS name, checksum, (extract(epoch FROM started_at) * 1000)::text AS started,
              finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled
         FROM ${tableOf(target)} ORDER BY started_at, migration_name`);
        return schemas/* array */.YOg(historyRow)
            .parse(rows)
            .map(({ started, rolled, ...rest }) => ({ ...rest, startedAt: Number(started), rolledBack: rolled }));
    }
    catch (error) {
        if ((0,connect/* codeOf */.$N)(error) === '42P01')
            return [];
        throw (0,connect/* databaseError */.Kz)(error, ctx.resource, 'reading the migration history');
    }
}
/** Runs work under Prisma's own lock, so that no deploy of migrations is under way. @throws RewindError migration-lock */
async function underLock(client, ctx, work) {
    for (let tries = 1;; tries += 1) {
        const { rows } = await client.query(`SELECT pg_try_advisory_lock(${PRISMA_LOCK}) AS taken`);
        if (rows[0]?.taken === true)
            break;
        if (tries >= LOCK_TRIES)
            throw await lockHeld(client, ctx);
        await ctx.clock.sleep(LOCK_PAUSE_MS, ctx.signal);
    }
    try {
        return await work();
    }
    finally {
        await client.query(`SELECT pg_advisory_unlock(${PRISMA_LOCK})`).catch(() => undefined);
    }
}
async function lockHeld(client, ctx) {
    const { rows } = await client.query(`SELECT format('process %s (%s, user %s, since %s)', a.pid, coalesce(nullif(a.application_name, ''), 'no name'), a.usename, a.backend_start) AS who
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.objid = ${PRISMA_LOCK} AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
    return new errors/* RewindError */.Ir('migration-lock', `Another migration is under way: ${rows[0]?.who ?? 'unknown'}.`, {
        resource: ctx.resource,
    });
}
/** Runs down.sql and takes the migration out of the history, both or neither. */
async function downInTransaction(client, target, config, name, script) {
    await client.query('BEGIN');
    try {
        await client.query(`SET LOCAL lock_timeout = '${config['lock-timeout-seconds']}s'; SET LOCAL search_path = ${(0,connect/* quoted */.TL)(target.schema)}`);
        await client.query(script);
        await markRolledBack(client, target, name);
        await client.query('COMMIT');
    }
    catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
    }
}
/** For the one statement that PostgreSQL refuses in a transaction. */
async function downOutside(client, target, name, script) {
    await client.query(`UPDATE ${tableOf(target)} SET logs = $1 WHERE migration_name = $2 AND rolled_back_at IS NULL`, [
        BEGUN,
        name,
    ]);
    await client.query(`SET search_path = ${(0,connect/* quoted */.TL)(target.schema)}`);
    try {
        await client.query(script);
    }
    finally {
        await client.query('RESET search_path').catch(() => undefined);
    }
    await client.query(`UPDATE ${tableOf(target)} SET logs = NULL WHERE migration_name = $1 AND logs = $2`, [
        name,
        BEGUN,
    ]);
    await markRolledBack(client, target, name);
}
async function wasInterrupted(client, target, name) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${tableOf(target)} WHERE migration_name = $1 AND logs = $2 AND rolled_back_at IS NULL`, [name, BEGUN]);
    return (rowCount ?? 0) > 0;
}
/** Prisma takes a row with `rolled_back_at` for pending: the next deploy applies the migration again. */
async function markRolledBack(client, target, name) {
    await client.query(`UPDATE ${tableOf(target)} SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL`, [name]);
}
/** How a person says that an interrupted script has been finished by hand. */
const finishByHand = (target, name) => `UPDATE ${tableOf(target)} SET rolled_back_at = now(), logs = NULL WHERE migration_name = '${name.replaceAll("'", "''")}' AND rolled_back_at IS NULL;`;

// EXTERNAL MODULE: ./lib/providers/prisma/files.js + 1 modules
var prisma_files = __webpack_require__(1222);
// EXTERNAL MODULE: ./lib/providers/prisma/state.js
var state = __webpack_require__(1898);
;// CONCATENATED MODULE: ./lib/providers/prisma/down.js




/** Takes migrations down, newest first. What is already down is left out, so a re-run after a crash goes on. */
async function runDown(config, change, ctx) {
    const { steps } = state/* params */.tz.parse(change.params);
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    await withHistory(config, ctx, (client, target) => underLock(client, ctx, async () => {
        for (const [index, step] of steps.entries()) {
            const present = (0,state.applied)(await readHistory(client, target, ctx));
            if (!present.includes(step.name)) {
                ctx.log.info(`${step.name} is down already`);
                continue;
            }
            const { script, facts } = usable(files, step, ctx);
            ctx.log.info(`Taking ${step.name} down (${index + 1} of ${steps.length})`);
            const outside = facts.outsideTransaction.length > 0;
            if (outside && !facts.repeatable && (await wasInterrupted(client, target, step.name))) {
                throw new errors/* RewindError */.Ir('migration-interrupted', `The down.sql of ${step.name} was interrupted outside of a transaction.`, {
                    resource: ctx.resource,
                    remedy: `Look at the database, finish by hand, then run: ${finishByHand(target, step.name)}`,
                });
            }
            try {
                if (outside)
                    await downOutside(client, target, step.name, script);
                else
                    await downInTransaction(client, target, config, step.name, script);
            }
            catch (error) {
                throw new errors/* RewindError */.Ir('migration-failed', `The down.sql of ${step.name} failed: ${(0,errors/* messageOf */.bD)(error)}`, {
                    resource: ctx.resource,
                    cause: error,
                });
            }
        }
    }));
}
/**
 * The script of a step, as it was approved.
 * @throws RewindError migration-down-missing, migration-not-transactional, plan-drift
 */
function usable(files, step, ctx) {
    const found = files.find(({ name }) => name === step.name);
    const details = { resource: ctx.resource };
    if (!found?.down) {
        const why = found ? 'has no down.sql' : 'is not in this checkout';
        throw new errors/* RewindError */.Ir('migration-down-missing', `${step.name} ${why}.`, details);
    }
    const { facts, sha256 } = found.down;
    const [control] = facts.control;
    if (control) {
        throw new errors/* RewindError */.Ir('migration-not-transactional', `${found.downPath}:${control.line} says "${control.text.slice(0, 30)}"; Rewind runs the script in its own transaction.`, { ...details, remedy: 'Remove BEGIN, COMMIT and ROLLBACK from down.sql.' });
    }
    const [outside] = facts.outsideTransaction;
    if (outside && facts.statements > 1) {
        throw new errors/* RewindError */.Ir('migration-not-transactional', `${found.downPath}:${outside.line} cannot run in a transaction, and stands beside other statements.`, details);
    }
    if (step.sha256 !== null && step.sha256 !== sha256) {
        throw new errors/* RewindError */.Ir('plan-drift', `${found.downPath} is not the one that was approved.`, details);
    }
    return found.down;
}

;// CONCATENATED MODULE: ./lib/providers/prisma/check.js





/** Compares the history in the database with the files of the checkout. Read-only. */
async function check(config, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    const history = await withHistory(config, ctx, (client, target) => readHistory(client, target, ctx));
    if (history.length === 0) {
        return [
            {
                level: 'info',
                code: 'migrations-none',
                message: 'Prisma has not migrated this database yet: there is no history.',
            },
        ];
    }
    return [...failures(history), ...compared(files, history, config), ...pending(files, history, ctx)];
}
function failures(history) {
    return (0,state/* failedRows */.lG)(history).map(({ name }) => ({
        level: 'error',
        code: 'migration-failed-row',
        message: `Migration ${name} failed in the middle: every later "prisma migrate deploy" stops with P3009.`,
        remedy: `Undo by hand what it did, then "prisma migrate resolve --rolled-back ${name}".`,
    }));
}
function compared(files, history, config) {
    const known = new Map(files.map((entry) => [entry.name, entry]));
    const names = (0,state.applied)(history);
    return history
        .filter(({ name, finished, rolledBack }) => finished && !rolledBack && names.includes(name))
        .flatMap((row) => {
        const found = known.get(row.name);
        if (!found) {
            return [
                {
                    level: 'warning',
                    code: 'migration-directory-missing',
                    message: `Migration ${row.name} is in the database, but its directory is not in this checkout: it cannot be taken down from here.`,
                    remedy: 'Check out the commit that was deployed, or restore the directory.',
                    file: config.migrations,
                },
            ];
        }
        if (found.checksum === null || found.checksum === row.checksum)
            return [];
        return [
            {
                level: 'warning',
                code: 'migration-edited',
                message: `migration.sql of ${row.name} was edited after it was applied: its down.sql may not fit what is in the database.`,
                remedy: 'Restore the file as it was applied, and write a new migration for the rest.',
                file: `${config.migrations}/${row.name}/migration.sql`,
                line: 1,
            },
        ];
    });
}
/** Migrations that the coming deploy will apply: can they be taken down? */
function pending(files, history, ctx) {
    const present = (0,state.applied)(history);
    return files
        .filter(({ name }) => !present.includes(name))
        .flatMap((entry) => {
        try {
            usable(files, { name: entry.name, sha256: null }, ctx);
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            // Not an error: the database can still be restored, and a rollback of something else must not be stopped by it.
            return [{ level: 'warning', code, message, remedy, file: entry.downPath, line: 1 }];
        }
        return (entry.down?.facts.losing ?? []).map(({ line, text }) => ({
            level: 'warning',
            code: 'migration-down-loses-data',
            message: `${entry.downPath}:${line} loses data: ${text.slice(0, 80)}`,
            file: entry.downPath,
            line,
        }));
    });
}
/** After the approval: is each script there, unchanged, and of a kind that can be run? All problems at once. */
async function preflight(config, changes, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    return changes
        .flatMap((change) => state/* params */.tz.parse(change.params).steps)
        .flatMap((step) => {
        try {
            usable(files, step, ctx);
            return [];
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ level: 'error', code, message, remedy }];
        }
    });
}

;// CONCATENATED MODULE: ./lib/providers/prisma/index.js






async function capture(config, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    return withHistory(config, ctx, async (client, target) => ({
        schemaVersion: 1,
        database: target.address.database,
        schema: target.schema,
        history: await readHistory(client, target, ctx),
        downs: files.flatMap(({ name, down, downPath }) => down === null
            ? []
            : [
                {
                    name,
                    sha256: down.sha256,
                    path: downPath,
                    losing: down.facts.losing.map(({ line, text }) => `${line}: ${text.slice(0, 80)}`),
                    outsideTransaction: down.facts.outsideTransaction.length > 0,
                },
            ]),
    }));
}
/* harmony default export */ const prisma = ((0,provider/* defineProvider */.Nj)({
    id: 'prisma',
    state: state/* state */.wk,
    check: check,
    capture,
    plan: state/* plan */.et,
    apply: runDown,
    preflight: preflight,
}));


/***/ }),

/***/ 1898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applied: () => (/* binding */ applied),
/* harmony export */   downChange: () => (/* binding */ downChange),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   lG: () => (/* binding */ failedRows),
/* harmony export */   tz: () => (/* binding */ params),
/* harmony export */   wk: () => (/* binding */ state)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const row = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Milliseconds since 1970. */
    startedAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    finished: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    rolledBack: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
/** What stands beside a migration in the checkout at the time of the capture. */
const down = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `line: statement` of those that lose data. */
    losing: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** It holds a statement that cannot run in a transaction. */
    outsideTransaction: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
const state = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    database: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Rows of `_prisma_migrations`, in the order of their beginning. */
    history: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(row),
    downs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(down),
});
/** What `apply` is told: which migrations, newest first, and by which scripts. What was approved is what runs. */
const params = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })),
});
/** Names of the migrations that are in the database, oldest first. A migration may have been taken down and applied again. */
function applied(history) {
    return history.filter(({ finished, rolledBack }) => finished && !rolledBack).map(({ name }) => name);
}
/** Rows that block every later deploy (Prisma P3009). */
function failedRows(history) {
    return history.filter(({ finished, rolledBack }) => !finished && !rolledBack);
}
function plan(saved, live) {
    const before = new Set(applied(saved.history));
    const now = applied(live.history);
    const since = now.filter((name) => !before.has(name)).reverse();
    const missing = [...before].filter((name) => !now.includes(name));
    const knownFailures = new Set(failedRows(saved.history).map(({ id }) => id));
    const failures = failedRows(live.history).filter(({ id }) => !knownFailures.has(id));
    return [
        ...failures.map((failure) => byHand(failure, live)),
        ...(since.length === 0 ? [] : [downChange(since, now, live)]),
        ...(missing.length === 0 ? [] : [upAgain(missing, live)]),
    ];
}
/** One change for all of them: their order must hold, and each is its own transaction. */
function downChange(since, now, live) {
    const scripts = new Map(live.downs.map((entry) => [entry.name, entry]));
    const found = since.flatMap((name) => scripts.get(name) ?? []);
    const lacking = since.filter((name) => !scripts.has(name));
    const risks = found.flatMap(({ path, losing }) => losing.map((line) => ({ what: `${path}:${line}`, rows: null })));
    const left = now.filter((name) => !since.includes(name)).at(-1);
    return {
        id: 'down',
        stage: 'database',
        action: 'run',
        target: `${since.length} migration(s) of schema "${live.schema}" in "${live.database}"`,
        before: since.join(', '),
        after: `taken down, newest first, back to ${left ?? 'an empty history'}`,
        effect: 'live',
        undo: 'run "prisma migrate deploy" again; rows that a down.sql deleted come from the pre-rollback snapshot',
        database: 'down',
        backupFirst: true,
        ...(risks.length === 0 ? {} : { dataAtRisk: risks, confirm: live.database }),
        warnings: [
            ...lacking.map((name) => `${name} has no down.sql: this plan cannot be carried out.`),
            ...found
                .filter(({ outsideTransaction }) => outsideTransaction)
                .map(({ path }) => `${path} runs outside of a transaction: if it fails in the middle, a person must finish it.`),
        ],
        params: { steps: since.map((name) => ({ name, sha256: scripts.get(name)?.sha256 ?? null })) },
    };
}
function byHand(failure, live) {
    return {
        id: `failed:${failure.name}`,
        stage: 'database',
        action: 'run',
        target: `migration ${failure.name} of "${live.database}"`,
        before: 'failed in the middle',
        after: 'resolved',
        effect: 'live',
        undo: null,
        database: 'down',
        manual: `Undo by hand what it did, then "prisma migrate resolve --rolled-back ${failure.name}"; until then each deploy stops with P3009. Or restore the database.`,
        warnings: [],
        params: {},
    };
}
/** The snapshot has more: going back means going up, which is Prisma's own business. */
function upAgain(missing, live) {
    return {
        id: 'up',
        stage: 'database',
        action: 'run',
        target: `migrations of schema "${live.schema}" in "${live.database}"`,
        before: `without ${missing.join(', ')}`,
        after: 'applied, as in the snapshot',
        effect: 'live',
        undo: null,
        database: 'down',
        manual: 'Run "prisma migrate deploy" from the commit of the snapshot.',
        warnings: [],
        params: {},
    };
}


/***/ })

};
