export const id = 5602;
export const ids = [5602,9003];
export const modules = {

/***/ 73952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ withHistory),
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   I7: () => (/* binding */ indexState),
/* harmony export */   IP: () => (/* binding */ writeNote),
/* harmony export */   L1: () => (/* binding */ closedError),
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   RC: () => (/* binding */ recordApplied),
/* harmony export */   VC: () => (/* binding */ readNote),
/* harmony export */   _V: () => (/* binding */ downInTransaction),
/* harmony export */   df: () => (/* binding */ positionOf),
/* harmony export */   du: () => (/* binding */ markRolledBack),
/* harmony export */   sA: () => (/* binding */ inTransaction),
/* harmony export */   ut: () => (/* binding */ finishByHand),
/* harmony export */   yP: () => (/* binding */ underLock)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _services_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18221);
/* harmony import */ var _services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1176);





/** Prisma's own advisory lock for migrations on PostgreSQL. */
const PRISMA_LOCK = 72_707_369;
const LOCK_TRIES = 100;
const LOCK_PAUSE_MS = 100;
/** @throws RewindError database-url-invalid, database-pooled-url, credential-missing */
function targetOf(config, ctx) {
    const url = ctx.env.resolve(config.url, ctx.resource);
    const address = (0,_services_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDatabaseUrl */ .mx)(url, ctx.childEnv, ctx.resource);
    if (address.password !== null)
        ctx.masker.add(address.password);
    (0,_services_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .requireDirect */ .VS)(address, ctx.resource);
    return { address, schema: config.schema ?? (0,_services_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .parameterOf */ .lS)(url, 'schema') ?? 'public' };
}
/** Opens one session on the database. */
async function withHistory(config, ctx, work) {
    const target = targetOf(config, ctx);
    return (0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .withDatabase */ .kR)(ctx, target.address, target.address.database, (client) => work(client, target));
}
/** The error of a database that accepts no connections or does not exist, which a restore repairs; null for any other. */
function closedError(error) {
    if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError))
        return null;
    const code = (0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error.cause);
    return code === '55000' || code === '3D000' ? error : null;
}
const tableOf = (target) => `${(0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(target.schema)}._prisma_migrations`;
const historyRow = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    started: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    finished: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    rolled: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
});
/** Rows of `_prisma_migrations`, oldest first; none if Prisma has never migrated. */
async function readHistory(client, target, ctx) {
    try {
        const { rows } = await client.query(`SELECT id, migration_name AS name, checksum, (extract(epoch FROM started_at) * 1000)::text AS started,
              finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled
         FROM ${tableOf(target)} ORDER BY started_at, migration_name`);
        return zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(historyRow)
            .parse(rows)
            .map(({ started, rolled, ...rest }) => ({ ...rest, startedAt: Number(started), rolledBack: rolled }));
    }
    catch (error) {
        if ((0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) === '42P01')
            return [];
        throw (0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseError */ .Kz)(error, ctx.resource, 'reading the migration history');
    }
}
/** Runs work under Prisma's own lock, which blocks concurrent migrations. @throws RewindError migration-lock */
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
        // A role or a database may be read-only by default. What is run here was approved.
        await client.query('SET default_transaction_read_only = off');
        return await work();
    }
    finally {
        await client.query(`SELECT pg_advisory_unlock(${PRISMA_LOCK})`).catch(() => undefined);
    }
}
async function lockHeld(client, ctx) {
    const { rows } = await client.query(`SELECT format('process %s (%s, user %s, since %s)', a.pid, coalesce(nullif(a.application_name, ''), 'no name'), a.usename, a.backend_start) AS who
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = ${PRISMA_LOCK} AND l.objsubid = 1 AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('migration-lock', `Another migration is under way: ${rows[0]?.who ?? 'unknown'}.`, {
        resource: ctx.resource,
    });
}
/** Runs work in one transaction. */
async function inTransaction(client, work) {
    await client.query('BEGIN');
    try {
        const begun = await transactionId(client);
        await work();
        if ((await transactionId(client)) !== begun) {
            throw new Error('the script ended the transaction that it was run in; what it did before that stays');
        }
        await client.query('COMMIT');
    }
    catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
    }
}
async function transactionId(client) {
    const { rows } = await client.query('SELECT txid_current()::text AS id');
    return rows[0]?.id ?? '';
}
/** Runs down.sql and marks the migration as rolled back, in one transaction. */
async function downInTransaction(client, target, config, name, script) {
    await inTransaction(client, async () => {
        await client.query(`SET LOCAL lock_timeout = '${config['lock-timeout-seconds']}s'; SET LOCAL search_path = ${(0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(target.schema)}`);
        await client.query(script);
        await markRolledBack(client, target, name);
    });
}
/** Runs a migration.sql in the present transaction, and records it as Prisma does. */
async function recordApplied(client, target, config, { id, name, checksum }, run) {
    await client.query(`SET LOCAL lock_timeout = '${config['lock-timeout-seconds']}s'; SET LOCAL search_path = ${(0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(target.schema)}`);
    await run();
    await client.query(`INSERT INTO ${tableOf(target)} (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`, [id, checksum, name]);
}
/** Applies the same settings to a script that runs statement by statement; the caller resets them. */
async function settle(client, target, config) {
    await client.query(`SET lock_timeout = '${config['lock-timeout-seconds']}s'; SET search_path = ${(0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(target.schema)}`);
}
const APPLIED = 'migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL';
/** Prisma treats a row with `rolled_back_at` as pending: the next deploy applies the migration again. */
async function markRolledBack(client, target, name) {
    const { rowCount } = await client.query(`UPDATE ${tableOf(target)} SET rolled_back_at = now(), logs = NULL WHERE ${APPLIED}`, [name]);
    if (rowCount === 0)
        throw new Error('its row in _prisma_migrations is missing');
}
/** Rewind's note in `logs`, which Prisma leaves empty for finished migrations; null if there is none. */
async function readNote(client, target, name) {
    const { rows } = await client.query(`SELECT logs FROM ${tableOf(target)} WHERE ${APPLIED}`, [
        name,
    ]);
    return rows[0]?.logs ?? null;
}
async function writeNote(client, target, name, note) {
    await client.query(`UPDATE ${tableOf(target)} SET logs = $2 WHERE ${APPLIED}`, [name, note]);
}
/** Tells whether an index of this name exists and is valid. */
async function indexState(client, index) {
    const { rows } = await client.query('SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)', [index]);
    return rows[0] === undefined ? 'missing' : rows[0].valid ? 'valid' : 'invalid';
}
/** Position of the error in the script, in characters from 1; null if the server reports none. */
function positionOf(error) {
    const position = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && 'position' in error ? Number(error.position) : Number.NaN;
    return Number.isInteger(position) && position > 0 ? position : null;
}
/** The statement with which an operator marks a manually finished script as done. */
const finishByHand = (target, name) => `UPDATE ${tableOf(target)} SET rolled_back_at = now(), logs = NULL WHERE migration_name = '${name.replaceAll("'", "''")}' AND rolled_back_at IS NULL;`;


/***/ }),

/***/ 86736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readMigrations),
/* harmony export */   n: () => (/* binding */ illegibleIn)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67217);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63799);






/**
 * Migrations of the checkout, by name, as Prisma applies them.
 * @throws RewindError migrations-unreadable
 */
async function readMigrations(config, ctx) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(ctx.root, config.migrations);
    let names;
    try {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
        names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('migrations-unreadable', `${config.migrations} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
            resource: ctx.resource,
            cause: error,
        });
    }
    return Promise.all(names.sort().map(async (name) => {
        const [up, down] = await Promise.all([
            contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name, 'migration.sql')),
            contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name, 'down.sql')),
        ]);
        const downPath = `${config.migrations}/${name}/down.sql`;
        return {
            name,
            checksum: up === null ? null : (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(up),
            up: up === null ? null : textOf(up),
            down: down === null ? null : scriptOf(down, downPath),
            downPath,
        };
    }));
}
function scriptOf(content, path) {
    const script = textOf(content);
    const facts = (0,_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .factsOf */ .xS)(script);
    const found = illegibleIn(content);
    // A letter in a comment does no harm.
    const harmless = found === NOT_UTF8 && !facts.statements.some(({ sql }) => sql.includes('\0') || sql.includes('\uFFFD'));
    return { path, sha256: (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(content), script, facts, illegible: harmless ? null : found };
}
const NOT_UTF8 = {
    why: 'is not text in UTF-8',
    remedy: 'Save the file in the encoding UTF-8.',
};
const LFS_POINTER = {
    why: 'is a pointer of Git LFS, and not the script itself',
    remedy: 'Keep migrations in the repository itself, without Git LFS.',
};
/** A NUL ends the text of a query, and bytes that are not UTF-8 would be replaced: in a value, that changes data. */
function illegibleIn(content) {
    if (content.toString('latin1', 0, 64).startsWith('version https://git-lfs.github.com/spec/'))
        return LFS_POINTER;
    return (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(content) && !content.includes(0) ? null : NOT_UTF8;
}
/** Without the byte order mark of Windows editors, which is not SQL. */
const textOf = (content) => content.toString('utf8').replace(/^\uFEFF/, '');
async function contentOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    }
}


/***/ }),

/***/ 39003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ appliedRows),
/* harmony export */   applied: () => (/* binding */ applied),
/* harmony export */   l: () => (/* binding */ failedRows)
/* harmony export */ });
/** The applied migrations, oldest first. A migration that was reverted and applied again has two rows; one counts. */
function appliedRows(history) {
    return history.filter(({ finished, rolledBack }) => finished && !rolledBack);
}
function applied(history) {
    return appliedRows(history).map(({ name }) => name);
}
/** Rows that block every later deploy (Prisma P3009). */
function failedRows(history) {
    return history.filter(({ finished, rolledBack }) => !finished && !rolledBack);
}


/***/ }),

/***/ 90899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ risksOf)
/* harmony export */ });
/** What the statements of scripts would lose. */
function risksOf(scripts) {
    return scripts.flatMap(({ path, losing }) => losing.map(({ statement, tables, how, rows, atMost }) => {
        const where = `${path}:${statement}`;
        const what = tables.length === 0 ? where : tables.join(', ');
        const bound = atMost && rows !== null ? 'at most; ' : '';
        return { what, rows, note: `${bound}${how}${what === where ? '' : `; ${where}`}` };
    }));
}


/***/ }),

/***/ 63799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ withoutControl),
/* harmony export */   GX: () => (/* binding */ statementsOf),
/* harmony export */   c1: () => (/* binding */ cannotRunInTransaction),
/* harmony export */   mh: () => (/* binding */ lineAt),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/**
 * Splits a script into statements as psql does: ignores semicolons in comments, quoted names, strings (also E'' and
 * dollar-quoted bodies), parentheses (CREATE RULE) and function bodies (BEGIN ATOMIC … END).
 * PostgreSQL documentation, "Lexical Structure"; psql's rules for function bodies are in its psqlscan.l.
 */
function statementsOf(script) {
    const statements = [];
    let kept = [];
    let words = [];
    let from = 0;
    let startLine = 1;
    let line = 1;
    let parentheses = 0;
    let bodies = 0;
    const finish = (end, to) => {
        const text = kept.join('').replace(SPACES, ' ').replace(/ $/, '');
        const sql = script.slice(from, end).replace(SPACES_AT_END, '');
        if (text !== '')
            statements.push({ text, sql, line: startLine, from, to });
        kept = [];
        words = [];
        parentheses = 0;
        bodies = 0;
    };
    for (let at = 0; at < script.length;) {
        const { kind, length } = tokenAt(script, at);
        const part = script.slice(at, at + length);
        if (kind === ';' && parentheses === 0 && bodies === 0) {
            finish(at, at + length);
        }
        else {
            if (kind === 'comment' || kind === 'space') {
                // A comment separates words like a space.
                if (kept.length > 0)
                    kept.push(' ');
            }
            else {
                if (kept.length === 0) {
                    from = at;
                    startLine = line;
                }
                kept.push(part);
            }
            if (kind === '(')
                parentheses += 1;
            else if (kind === ')')
                parentheses = Math.max(0, parentheses - 1);
            else if (kind === 'word') {
                const word = part.toLowerCase();
                if (words.length < 4)
                    words.push(word);
                if (parentheses === 0 && isRoutine(words))
                    bodies = Math.max(0, bodies + opened(word, bodies));
            }
        }
        line += part.split('\n').length - 1;
        at += length;
    }
    finish(script.length, script.length);
    return statements;
}
const isRoutine = (words) => /^create (or replace )?(function|procedure)\b/.test(words.join(' '));
/** The change of nesting that a word causes inside the body of a routine. */
function opened(word, bodies) {
    if (word === 'begin' || (word === 'case' && bodies > 0))
        return 1;
    return word === 'end' ? -1 : 0;
}
// In PostgreSQL (scan.l) every character beyond ASCII belongs to a word, including a non-breaking space.
const SPACE = /[ \t\n\r\f\v]+/y;
const SPACES = /[ \t\n\r\f\v]+/g;
const SPACES_AT_END = /[ \t\n\r\f\v]+$/;
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const COMMENT = /--[^\n\r]*/y;
/** A string may continue in the next line, with the same rules for backslashes. */
const CONTINUED = /(?:[ \t\f\v]|--[^\n\r]*)*[\n\r](?:[ \t\n\r\f\v]|--[^\n\r]*[\n\r])*(?=')/y;
function tokenAt(script, at) {
    const char = script.charAt(at);
    const two = script.slice(at, at + 2);
    if (two === '--')
        return { kind: 'comment', length: matchAt(COMMENT, script, at)?.length ?? 2 };
    if (two === '/*')
        return { kind: 'comment', length: commentLength(script, at) };
    if (char === "'" || char === '"')
        return { kind: 'quoted', length: quoteLength(script, at, char, false) };
    if (two === "E'" || two === "e'")
        return { kind: 'quoted', length: 1 + escapedLength(script, at + 1) };
    if (char === '$') {
        const tag = matchAt(DOLLAR, script, at);
        return tag === null ? { kind: 'other', length: 1 } : { kind: 'quoted', length: dollarLength(script, at, tag) };
    }
    if (char === ';' || char === '(' || char === ')')
        return { kind: char, length: 1 };
    const word = matchAt(WORD, script, at);
    if (word !== null)
        return { kind: 'word', length: word.length };
    const space = matchAt(SPACE, script, at);
    return space === null ? { kind: 'other', length: 1 } : { kind: 'space', length: space.length };
}
function matchAt(pattern, script, at) {
    pattern.lastIndex = at;
    return pattern.exec(script)?.[0] ?? null;
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
function escapedLength(script, from) {
    let length = quoteLength(script, from, "'", true);
    for (;;) {
        const gap = matchAt(CONTINUED, script, from + length);
        if (gap === null)
            return length;
        length += gap.length + quoteLength(script, from + length + gap.length, "'", true);
    }
}
function dollarLength(script, from, tag) {
    const end = script.indexOf(tag, from + tag.length);
    return end < 0 ? script.length - from : end + tag.length - from;
}
/** Statements that PostgreSQL rejects inside a transaction block. */
const NOT_IN_TRANSACTION = /^(CREATE (UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY|REINDEX\b.*\bCONCURRENTLY|REINDEX (\(.*?\) ?)?(SCHEMA|DATABASE|SYSTEM)|VACUUM|CREATE DATABASE|DROP DATABASE|CREATE TABLESPACE|DROP TABLESPACE|ALTER SYSTEM|ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY|CREATE SUBSCRIPTION|DROP SUBSCRIPTION|CLUSTER$)/i;
/** Statements that would end the transaction of a down migration. */
const TRANSACTION_CONTROL = /^(BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK|ABORT|PREPARE TRANSACTION)\b/i;
function factsOf(script) {
    const statements = statementsOf(script);
    const matching = (pattern) => statements.filter(({ text }) => pattern.test(text));
    return {
        statements,
        outsideTransaction: matching(NOT_IN_TRANSACTION),
        control: matching(TRANSACTION_CONTROL),
    };
}
const cannotRunInTransaction = ({ text }) => NOT_IN_TRANSACTION.test(text);
/** The script without BEGIN and COMMIT, which `prisma migrate diff` writes around a change of an enum. */
function withoutControl(script) {
    return factsOf(script).control.reduceRight((text, { from, to }) => {
        const after = text.slice(to).replace(/^[ \t]*\n/, '');
        return text.slice(0, from) + after;
    }, script);
}
/** Line (from 1) of a position as PostgreSQL reports it: in characters, from 1. */
function lineAt(script, position) {
    return (Array.from(script)
        .slice(0, position - 1)
        .filter((char) => char === '\n').length + 1);
}
/** The index of a CREATE or DROP INDEX CONCURRENTLY, quoted as written; null without a name or for other statements. */
function indexOf({ text }) {
    const match = /^(?:CREATE (?:UNIQUE )?INDEX CONCURRENTLY (?:IF NOT EXISTS )?|DROP INDEX CONCURRENTLY (?:IF EXISTS )?)((?:"(?:[^"]|"")+"|[^\s".(,]+)(?:\.(?:"(?:[^"]|"")+"|[^\s".(,]+))?)/i.exec(text);
    const name = match?.[1];
    return name === undefined || /^on$/i.test(name) ? null : name;
}


/***/ }),

/***/ 61898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ params),
/* harmony export */   w: () => (/* binding */ state)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _services_postgres_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85658);
/* harmony import */ var _services_postgres_reading_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97002);



const row = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Milliseconds since 1970. */
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    finished: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    rolledBack: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
const losing = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** `line: statement` */
    statement: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Tables whose rows are concerned. */
    tables: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** For people: "drops a column". */
    how: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Rows concerned, when the state was captured; null if unknown or not counted. */
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative().nullable(),
    /** True if `rows` is an upper bound. */
    atMost: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
/** A migration.sql of the checkout. */
const up = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** As Prisma records it. */
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    losing: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(losing),
    /** Why Rewind cannot apply it; null if it can. */
    obstacle: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
});
/** The files of a migration in the checkout at the time of the capture. */
const down = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Statements that lose data, or may do so. */
    losing: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(losing),
    /** `line: statement` of statements that cannot run in a transaction. */
    outsideTransaction: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** True if its migration.sql differs from the applied one. */
    edited: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
const state = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Identifies server and database; absent from snapshots of earlier versions, and if the history could not be read. */
    origin: _services_postgres_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsSchema */ .xZ.shape.origin.exactOptional(),
    /** Why the history could not be read: the database is closed or missing, which a restore repairs; else null. */
    closed: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Rows of `_prisma_migrations`, by start time. */
    history: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(row),
    downs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(down),
    /** The migrations of the checkout that are not applied; only in a state that a plan compares. */
    ups: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(up).exactOptional(),
    /** What code sees of the schema; absent if it was not read. */
    layout: _services_postgres_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .layoutSchema */ .mM.exactOptional(),
});
/** The part of a change that `apply` reads: the migrations in the order of their run, with the hashes of the approved scripts. */
const params = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('down'),
        steps: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable() })),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('up'), steps: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })) }),
]);


/***/ }),

/***/ 15602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ obstacleIn),
/* harmony export */   CQ: () => (/* binding */ upChange),
/* harmony export */   Km: () => (/* binding */ rehearse),
/* harmony export */   WF: () => (/* binding */ applyUp),
/* harmony export */   dR: () => (/* binding */ runUp)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1176);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73952);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86736);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39003);
/* harmony import */ var _risks_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(90899);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63799);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61898);









/** Why Rewind cannot apply a migration.sql; null if it can. It runs each one in a transaction together with its record. */
function obstacleIn(script, path) {
    const { outsideTransaction, control } = (0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .factsOf */ .xS)(script);
    const [first] = [...outsideTransaction, ...control];
    return first === undefined ? null : `${path}:${first.line} cannot run in a transaction of Rewind`;
}
/**
 * Migrations that only the snapshot has, oldest first. A recovery applies them again if the checkout still holds the very
 * files; else a person does.
 */
function upChange(missing, saved, live) {
    const checksums = new Map((0,_history_js__WEBPACK_IMPORTED_MODULE_7__/* .appliedRows */ .J)(saved.history).map(({ name, checksum }) => [name, checksum]));
    const files = new Map((live.ups ?? []).map((entry) => [entry.name, entry]));
    const found = missing.flatMap((name) => files.get(name) ?? []);
    const obstacles = missing.flatMap((name) => {
        const file = files.get(name);
        if (file === undefined)
            return [`${name} is not in this checkout`];
        if (file.sha256 !== checksums.get(name))
            return [`${file.path} is not the file that was applied`];
        return file.obstacle === null ? [] : [file.obstacle];
    });
    const byHand = 'Run "prisma migrate deploy" from the commit of the snapshot.';
    const change = {
        id: 'up',
        stage: 'database',
        action: 'run',
        target: `migrations of schema "${live.schema}" in "${live.database}"`,
        before: `without ${missing.join(', ')}`,
        after: 'applied, as in the snapshot',
        effect: 'live',
        database: 'up',
    };
    if (obstacles.length > 0) {
        return { ...change, undo: null, manual: `${byHand} (${obstacles.join('; ')}.)`, warnings: [], params: {} };
    }
    const risks = (0,_risks_js__WEBPACK_IMPORTED_MODULE_8__/* .risksOf */ .i)(found);
    return {
        ...change,
        undo: 'Rewind backs the database up first; "rewind undo" brings it back as it was then',
        byHand,
        backupFirst: true,
        ...(risks.length === 0 ? {} : { dataAtRisk: risks, confirm: live.database }),
        warnings: [
            'The migrations are tried on a copy of the database first. If one fails there, production is not changed.',
        ],
        params: {
            kind: 'up',
            steps: found.map(({ name, sha256 }) => ({ name, sha256 })),
        },
    };
}
/** Applies migrations again, oldest first. Skips those that are applied, so a rerun after a crash continues. */
async function applyUp(config, steps, ctx) {
    const target = (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(config, ctx);
    await (0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .withDatabase */ .kR)(ctx, target.address, target.address.database, (client) => runUp(client, target, config, steps, ctx));
}
/** Tries them on a copy of the database. Changes nothing else. */
async function rehearse(config, change, ctx, copy) {
    const step = _state_js__WEBPACK_IMPORTED_MODULE_5__/* .params */ .t.parse(change.params);
    if (step.kind !== 'up')
        return;
    const target = { ...(0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(config, ctx), address: copy.address };
    await (0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .withDatabase */ .kR)(ctx, copy.address, copy.database, (client) => runUp(client, target, config, step.steps, ctx));
}
/** Applies migrations in an open session, oldest first. */
async function runUp(client, target, config, steps, ctx) {
    const files = await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readMigrations */ .Y)(config, ctx);
    await (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .underLock */ .yP)(client, ctx, async () => {
        for (const [index, { name, sha256 }] of steps.entries()) {
            // Stops only between two migrations.
            if (ctx.signal.aborted)
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('cancelled', `Stopped before ${name}.`, { resource: ctx.resource });
            if ((0,_history_js__WEBPACK_IMPORTED_MODULE_7__.applied)(await (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .readHistory */ .Lu)(client, target, ctx)).includes(name)) {
                ctx.log.info(`${name} is applied already`);
                continue;
            }
            const file = files.find((entry) => entry.name === name);
            const path = `${config.migrations}/${name}/migration.sql`;
            if (file?.up === undefined || file.up === null || file.checksum !== sha256) {
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-drift', `${path} is not the one that was approved.`, { resource: ctx.resource });
            }
            ctx.log.info(`Applying ${name} (${index + 1} of ${steps.length})`);
            await applyOne(client, target, config, { name, sha256, script: file.up, path }, ctx);
        }
    });
}
async function applyOne(client, target, config, { name, sha256, script, path }, ctx) {
    try {
        await (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .inTransaction */ .sA)(client, async () => {
            await (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .recordApplied */ .RC)(client, target, config, { id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), name, checksum: sha256 }, () => client.query(script));
        });
    }
    catch (error) {
        const position = (0,_client_js__WEBPACK_IMPORTED_MODULE_3__/* .positionOf */ .df)(error);
        const where = position === null ? path : `${path}:${(0,_sql_js__WEBPACK_IMPORTED_MODULE_6__/* .lineAt */ .mh)(script, position)}`;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('migration-failed', `${where}: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}. Nothing of this script was kept.`, {
            resource: ctx.resource,
            cause: error,
            remedy: 'Correct the cause and run again, or deploy the fix with its own migrations ("prisma migrate deploy").',
        });
    }
}


/***/ }),

/***/ 85658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   _8: () => (/* binding */ layoutHazards),
/* harmony export */   mM: () => (/* binding */ layoutSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33220);


/** What code sees of a database: tables, views, columns, what rows must satisfy, values of enums. No rows, no secrets. */
const layoutSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** By `schema.table`, also views. */
    tables: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        /** By name: `text`, `text not null` (with a default), `text required` (NOT NULL without a default). */
        columns: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        /** Constraints and unique indexes, e.g. `check orders_total_check`. */
        rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    })),
    /** Values by `schema.type`, in order. */
    enums: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
});
const OWN = (oid, catalog) => `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' AND ($1::text IS NULL OR n.nspname = $1)
   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
const tableRow = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    columns: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});
const enumRow = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) });
/** Partitions are left out: they look like their table. @param schema null: all schemas */
async function readLayout(client, schema) {
    const tables = await client.query(`SELECT n.nspname || '.' || c.relname AS name,
            (SELECT coalesce(json_object_agg(a.attname, format_type(a.atttypid, a.atttypmod) ||
                      CASE WHEN NOT a.attnotnull THEN '' WHEN a.atthasdef OR a.attidentity <> '' THEN ' not null' ELSE ' required' END
                      ORDER BY a.attnum), '{}')
               FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
            ARRAY(SELECT CASE k.contype WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' ELSE 'exclusion' END || ' ' || k.conname
                    FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f', 'x')
                  UNION ALL
                  SELECT 'unique ' || x.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                   WHERE i.indrelid = c.oid AND i.indisunique AND NOT i.indisprimary ORDER BY 1) AS rules
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' AND NOT c.relispartition AND ${OWN('c.oid', 'pg_catalog.pg_class')}
      ORDER BY 1`, [schema]);
    const enums = await client.query(`SELECT n.nspname || '.' || t.typname AS name, ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
       FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND ${OWN('t.oid', 'pg_catalog.pg_type')} ORDER BY 1`, [schema]);
    return {
        tables: Object.fromEntries(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(tableRow)
            .parse(tables.rows)
            .map(({ name, ...rest }) => [name, rest])),
        enums: Object.fromEntries(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(enumRow)
            .parse(enums.rows)
            .map(({ name, labels }) => [name, labels])),
    };
}
/** What old code meets if the database stays as it is. Objects that only the live layout has are no hazard. Pure. */
function layoutHazards(saved, live) {
    const found = Object.entries(saved.tables).flatMap(([table, before]) => {
        const now = live.tables[table];
        const name = shown(table);
        if (now === undefined)
            return [{ kind: 'gone', text: `${name} is gone: old code that uses it fails` }];
        return [
            ...Object.entries(before.columns).flatMap(([column, type]) => columnHazards(`${name}.${column}`, type, (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(now.columns, column))),
            ...Object.entries(now.columns).flatMap(([column, type]) => Object.hasOwn(before.columns, column) || needOf(type) !== 'required'
                ? []
                : [
                    {
                        kind: 'breaks',
                        text: `${name}.${column} is new, NOT NULL and has no default: inserts of old code into ${name} fail`,
                    },
                ]),
            ...now.rules
                .filter((rule) => !before.rules.includes(rule))
                .map((rule) => ({
                kind: 'may-break',
                text: `${name} has the new constraint ${rule}: writes of old code that violate it fail`,
            })),
        ];
    });
    const order = (kind) => ['gone', 'breaks', 'may-break'].indexOf(kind);
    return [...found, ...enumHazards(saved, live)].sort((a, b) => order(a.kind) - order(b.kind));
}
function columnHazards(name, before, now) {
    if (now === undefined)
        return [{ kind: 'gone', text: `${name} is gone: old code that reads or writes it fails` }];
    const [was, is] = [typeOf(before), typeOf(now)];
    const found = [];
    if (was !== is) {
        found.push({
            kind: isWider(was, is) ? 'may-break' : 'breaks',
            text: `${name} is ${is}, and was ${was}: old code reads and writes ${was}`,
        });
    }
    if (needOf(now) !== '' && needOf(before) === '') {
        found.push({
            kind: 'may-break',
            text: `${name} no longer accepts NULL: writes of old code that leave it empty fail`,
        });
    }
    else if (needOf(now) === 'required' && needOf(before) === 'not null') {
        found.push({
            kind: 'may-break',
            text: `${name} has no default any more: inserts of old code that leave it out fail`,
        });
    }
    return found;
}
function enumHazards(saved, live) {
    return Object.entries(saved.enums).flatMap(([type, before]) => {
        const now = (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(live.enums, type);
        // Columns of the type show what became of it.
        if (now === undefined)
            return [];
        const gone = before.filter((label) => !now.includes(label));
        const added = now.filter((label) => !before.includes(label));
        const name = shown(type);
        return [
            ...gone.map((label) => ({
                kind: 'gone',
                text: `value "${label}" of ${name} is gone: old code that uses it fails`,
            })),
            ...added.map((label) => ({
                kind: 'may-break',
                text: `value "${label}" of ${name} is new: old code that reads a row with it may fail`,
            })),
        ];
    });
}
const NEED = / (not null|required)$/;
const needOf = (column) => NEED.exec(column)?.[1] ?? '';
const shown = (name) => name.replace(/^public\./, '');
const typeOf = (column) => shown(column.replace(NEED, ''));
const INTEGERS = ['smallint', 'integer', 'bigint'];
const baseOf = (type) => type.replace(/\(.*\)/, '');
const isText = (type) => /^(character varying|character|text|citext)$/.test(baseOf(type));
/** True if values of the old type keep their form: whether old code minds depends on the values. */
function isWider(was, is) {
    if (isText(was) && isText(is))
        return true;
    const [from, to] = [INTEGERS.indexOf(was), INTEGERS.indexOf(is)];
    return (from >= 0 && to >= from) || baseOf(was) === baseOf(is);
}


/***/ }),

/***/ 97002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ serverDoubt),
/* harmony export */   Ij: () => (/* binding */ isSameServer),
/* harmony export */   xZ: () => (/* binding */ rowsSchema)
/* harmony export */ });
/* unused harmony export transaction */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const table = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** `schema.name` */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** Size on disk without indexes, to divide a restore into equal parts. */
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    /** Transaction id of the newest row version (32 bits, as in the row); null if the table is empty. */
    newest: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().nullable(),
    /** Rows written since the snapshot that the database is compared with; null if not compared, or if they cannot be told. */
    changed: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().nullable(),
    /** Rows whose transaction id is of an earlier cycle of ids and looks like a future one. */
    ahead: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** The file of the table, which a rewrite replaces; null for a table without one. */
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Order-independent hash of all rows; null unless `integrity: content`. */
    content: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** `WHERE …`: the rows that pg_dump saves of an extension's configuration table; '' = all. */
    condition: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Rows written since the start of the server's statistics: for messages only, never for decisions. */
    inserted: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    updated: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    deleted: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
});
const transaction = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+$/);
/** What was read of the rows of a database at one moment, and what tells later rows from these. */
const rowsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    tables: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(table),
    /** Number, and order-independent hash of their content. */
    largeObjects: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ count: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(), content: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    /** The transactions that were finished at the moment: those below `next` except `open` (PostgreSQL: pg_snapshot). */
    boundary: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        next: transaction,
        open: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(transaction),
        /** All transactions below this one had ended. */
        oldest: transaction,
        /** Transactions from `oldest` to `next` that wrote rows of the snapshot, low 32 bits; null if they were too many. */
        seen: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(transaction).nullable(),
    }),
    /** Identifies the server (null if this user may not ask) and the database on it: transaction ids mean nothing elsewhere. */
    origin: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ server: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(), database: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    /** Rewind's last restore of this database. */
    restored: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), next: transaction }).nullable(),
    /** First transaction after this database took its name by a restore or an undo; only read for a comparison. */
    arrived: transaction.exactOptional(),
});
/** False if the servers are surely two. A user who may not ask for the identity of a server is taken at the word of the address. */
const isSameServer = (a, b) => a.server === null || b.server === null || a.server === b.server;
/** Why nothing tells whether two readings are of one server, a phrase without a full stop; null if something does. */
function serverDoubt(then, now) {
    if (then.server !== null && now.server !== null)
        return null;
    const who = now.server === null ? 'the user of the URL may not' : 'the user of that time was not allowed to';
    return `${who} call pg_control_system()`;
}


/***/ })

};
