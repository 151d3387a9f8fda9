export const id = 5204;
export const ids = [5204,9003];
export const modules = {

/***/ 5204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ apply),
  r: () => (/* binding */ runSteps)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/providers/prisma/client.js
var prisma_client = __webpack_require__(3952);
// EXTERNAL MODULE: ./lib/providers/prisma/files.js
var prisma_files = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/providers/prisma/history.js
var prisma_history = __webpack_require__(9003);
// EXTERNAL MODULE: ./lib/providers/prisma/script.js
var prisma_script = __webpack_require__(3676);
// EXTERNAL MODULE: ./lib/providers/prisma/sql.js
var sql = __webpack_require__(3799);
// EXTERNAL MODULE: ./lib/providers/prisma/state.js
var state = __webpack_require__(1898);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(6362);
;// CONCATENATED MODULE: ./lib/providers/prisma/statements.js




/** A statement that failed or has an unknown outcome. */
class StatementError extends Error {
    statement;
    done;
    cause;
    constructor(statement, 
    /** Number of statements before it, which stay applied. */
    done, 
    /** The server's error; null if the statement was interrupted and cannot be repeated. */
    cause) {
        super(statement.text);
        this.statement = statement;
        this.done = done;
        this.cause = cause;
    }
}
const prefix = (statements, done) => (0,digest/* sha256 */.sc)(statements
    .slice(0, done)
    .map(({ sql }) => sql)
    .join(';\n'));
const noteOf = ({ done, begun, sha256: digest }) => `rewind: ${done} statement(s) of down.sql done${begun ? ', the next one begun' : ''}; sha256 ${digest}`;
/** The progress of an earlier run; null if none began statement by statement. */
async function progressOf(client, target, name) {
    const note = await (0,prisma_client/* readNote */.VC)(client, target, name);
    const found = /^rewind: (\d+) statement\(s\) of down\.sql done(, the next one begun)?; sha256 (\w{64})$/.exec(note ?? '');
    return found === null ? null : { done: Number(found[1]), begun: found[2] !== undefined, sha256: found[3] ?? '' };
}
/**
 * Runs a script with a statement that PostgreSQL rejects in a transaction. Every other statement runs in a transaction
 * together with the progress note. Before such a statement the note says "begun", so that after a crash the next run
 * continues there and checks the live state before it repeats.
 *
 * @throws StatementError
 */
async function downByStatement(client, target, config, name, statements) {
    const before = await progressOf(client, target, name);
    const [first] = statements;
    if (before && first && before.sha256 !== prefix(statements, before.done)) {
        // The script has changed, so it is unknown which of its statements are applied.
        throw new StatementError(statements[before.done] ?? first, before.done, null);
    }
    const note = (done, begun) => (0,prisma_client/* writeNote */.IP)(client, target, name, noteOf({ done, begun, sha256: prefix(statements, done) }));
    await (0,prisma_client/* settle */.G9)(client, target, config);
    try {
        for (const [index, statement] of statements.entries()) {
            if (index < (before?.done ?? 0))
                continue;
            const interrupted = before?.begun === true && index === before.done;
            try {
                if (!(0,sql/* cannotRunInTransaction */.c1)(statement)) {
                    await (0,prisma_client/* inTransaction */.sA)(client, async () => {
                        await client.query(statement.sql);
                        await note(index + 1, false);
                    });
                    continue;
                }
                const next = interrupted ? await afterInterruption(client, statement) : 'run';
                if (next === 'unknown')
                    throw new StatementError(statement, index, null);
                await note(index, true);
                if (next === 'run')
                    await client.query(statement.sql);
                await note(index + 1, false);
            }
            catch (error) {
                if (error instanceof StatementError)
                    throw error;
                // PostgreSQL raises SQLSTATE class 42 before any effect (a missing or duplicate name, a privilege).
                if ((0,connection/* codeOf */.$N)(error)?.startsWith('42'))
                    await note(index, false).catch(() => undefined);
                throw new StatementError(statement, index, error);
            }
        }
        await (0,prisma_client/* markRolledBack */.du)(client, target, name);
    }
    finally {
        await client.query('RESET ALL').catch(() => undefined);
    }
}
/** The remaining work of a statement that an interrupted run began, derived from the live state. */
async function afterInterruption(client, statement) {
    if (/^(VACUUM|REINDEX|CLUSTER|ALTER SYSTEM)\b/i.test(statement.text))
        return 'run';
    const index = (0,sql/* indexOf */.qh)(statement);
    if (index === null)
        return 'unknown';
    const state = await (0,prisma_client/* indexState */.I7)(client, index);
    if (/^DROP/i.test(statement.text))
        return state === 'missing' ? 'done' : 'run';
    // An interrupted CREATE INDEX CONCURRENTLY leaves an invalid index, which must be dropped first.
    if (state === 'invalid')
        await client.query(`DROP INDEX CONCURRENTLY ${index}`);
    return state === 'valid' ? 'done' : 'run';
}

;// CONCATENATED MODULE: ./lib/providers/prisma/apply.js









/** Reverts migrations, newest first. Skips reverted ones, so a rerun after a crash continues. */
async function apply(config, change, ctx) {
    await runSteps(config, state/* params */.t.parse(change.params).steps, ctx);
}
/** The same for steps outside of a plan, e.g. a trial on a scratch database. */
async function runSteps(config, steps, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    await (0,prisma_client/* withHistory */.$k)(config, ctx, (client, target) => (0,prisma_client/* underLock */.yP)(client, ctx, async () => {
        for (const [index, step] of steps.entries()) {
            // Stops only between two migrations.
            if (ctx.signal.aborted)
                throw stopped(ctx, step.name);
            const present = (0,prisma_history.applied)(await (0,prisma_client/* readHistory */.Lu)(client, target, ctx));
            if (!present.includes(step.name)) {
                ctx.log.info(`${step.name} is down already`);
                continue;
            }
            const script = (0,prisma_script/* approved */.C)(files, step, ctx);
            ctx.log.info(`Taking ${step.name} down (${index + 1} of ${steps.length})`);
            await takeDown(client, target, config, ctx, step.name, script);
        }
    }));
}
function stopped(ctx, next) {
    return new errors/* RewindError */.Ir('cancelled', `Stopped before ${next}.`, { resource: ctx.resource });
}
async function takeDown(client, target, config, ctx, name, down) {
    const { script, facts, path } = down;
    // Continues statement by statement if it began so, even if the corrected script could run in a transaction.
    if (facts.outsideTransaction.length === 0 && (await progressOf(client, target, name)) === null) {
        try {
            await (0,prisma_client/* downInTransaction */._V)(client, target, config, name, script);
        }
        catch (error) {
            const position = (0,prisma_client/* positionOf */.df)(error);
            const where = position === null ? path : `${path}:${(0,sql/* lineAt */.mh)(script, position)}`;
            throw failed(ctx, where, error, isAnswer(error) ? 'Nothing of this script was kept.' : '');
        }
        return;
    }
    try {
        await downByStatement(client, target, config, name, facts.statements);
    }
    catch (error) {
        if (!(error instanceof StatementError))
            throw failed(ctx, path, error, '');
        const { statement, done, cause } = error;
        const where = `${path}:${statement.line}`;
        const kept = done === 0 ? 'No statement before it was run.' : `The ${done} statement(s) before it are done and stay.`;
        if (cause !== null)
            throw failed(ctx, where, cause, kept);
        throw new errors/* RewindError */.Ir('migration-interrupted', `${where} was interrupted outside of a transaction, or the script was changed since: what is done is not known. ${kept}`, {
            resource: ctx.resource,
            remedy: `Check the database, finish the script manually, then run: ${(0,prisma_client/* finishByHand */.ut)(target, name)}`,
        });
    }
}
function failed(ctx, where, error, kept) {
    const lost = !isAnswer(error) && /connection/i.test(`${(0,connection/* codeOf */.$N)(error) ?? ''} ${(0,errors/* messageOf */.bD)(error)}`);
    const remedy = lost ? LOST : remedyFor((0,connection/* codeOf */.$N)(error));
    return new errors/* RewindError */.Ir('migration-failed', `${where}: ${(0,errors/* messageOf */.bD)(error)}. ${kept}`.trim(), {
        resource: ctx.resource,
        cause: error,
        ...(remedy === null ? {} : { remedy }),
    });
}
const LOST = 'The connection was lost. Run again: what is done is not done twice.';
/** True if the server rejected the statement: an SQLSTATE outside of the connection classes. */
const isAnswer = (error) => /^(?!08|57P)[0-9A-Z]{5}$/.test((0,connection/* codeOf */.$N)(error) ?? '');
/** SQLSTATE: PostgreSQL documentation, appendix A. */
function remedyFor(code) {
    if (code === '55P03') {
        return 'Another session holds a table (see pg_stat_activity and pg_blocking_pids). Run again when it has ended, or raise lock-timeout-seconds.';
    }
    if (code === '55P04') {
        return 'A value that ALTER TYPE … ADD VALUE adds cannot be used in the same transaction: use it in the down.sql of another migration.';
    }
    if (code === '42501')
        return 'Use the role that owns the tables, which is the one that runs the migrations.';
    return null;
}


/***/ }),

/***/ 3952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ withHistory),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   I7: () => (/* binding */ indexState),
/* harmony export */   IP: () => (/* binding */ writeNote),
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   VC: () => (/* binding */ readNote),
/* harmony export */   _V: () => (/* binding */ downInTransaction),
/* harmony export */   df: () => (/* binding */ positionOf),
/* harmony export */   du: () => (/* binding */ markRolledBack),
/* harmony export */   sA: () => (/* binding */ inTransaction),
/* harmony export */   ut: () => (/* binding */ finishByHand),
/* harmony export */   yP: () => (/* binding */ underLock)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _services_postgres_database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8221);
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
    return { address, schema: config.schema ?? new URL(url).searchParams.get('schema') ?? 'public' };
}
/** Opens one session on the database. */
async function withHistory(config, ctx, work) {
    const target = targetOf(config, ctx);
    return (0,_services_postgres_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .withDatabase */ .kR)(ctx, target.address, target.address.database, (client) => work(client, target));
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
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('migration-lock', `Another migration is under way: ${rows[0]?.who ?? 'unknown'}.`, {
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

/***/ 6736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readMigrations)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8234);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3799);





/**
 * Migrations of the checkout, by name, as Prisma applies them.
 * @throws RewindError migrations-unreadable
 */
async function readMigrations(config, ctx) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(ctx.root, config.migrations);
    let names;
    try {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
        names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('migrations-unreadable', `${config.migrations} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, {
            resource: ctx.resource,
            cause: error,
        });
    }
    return Promise.all(names.sort().map(async (name) => {
        const [up, down] = await Promise.all([
            contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name, 'migration.sql')),
            contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name, 'down.sql')),
        ]);
        const downPath = `${config.migrations}/${name}/down.sql`;
        return {
            name,
            checksum: up === null ? null : (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(up),
            down: down === null ? null : scriptOf(down, downPath),
            downPath,
        };
    }));
}
function scriptOf(content, path) {
    // Removes the byte order mark of Windows editors, which is not SQL.
    const script = content.toString('utf8').replace(/^\uFEFF/, '');
    return { path, sha256: (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(content), script, facts: (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .factsOf */ .xS)(script) };
}
async function contentOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    }
}


/***/ }),

/***/ 9003:
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

/***/ 3676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ approved),
/* harmony export */   J: () => (/* binding */ usable)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

/**
 * Reads the script of a planned step.
 * @throws RewindError migration-down-missing, migration-not-transactional, plan-drift
 */
function approved(files, step, ctx) {
    const down = usable(files, step.name, ctx);
    if (step.sha256 === down.sha256)
        return down;
    // Includes a script that did not exist at the plan, because nobody has approved it.
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('plan-drift', `${down.path} is not the one that was approved.`, { resource: ctx.resource });
}
/**
 * Reads the script of a migration, which must exist and be able to run.
 * @throws RewindError migration-down-missing, migration-not-transactional
 */
function usable(files, name, ctx) {
    const found = files.find((entry) => entry.name === name);
    const details = { resource: ctx.resource };
    if (!found) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('migration-down-missing', `${name} is not in this checkout.`, {
            ...details,
            remedy: 'Run from the commit that was deployed, which has its down.sql; or restore the database instead.',
        });
    }
    if (!found.down)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('migration-down-missing', `${name} has no down.sql.`, details);
    const [control] = found.down.facts.control;
    if (control) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('migration-not-transactional', `${found.downPath}:${control.line} says "${control.text.slice(0, 30)}"; Rewind runs the script in its own transaction.`, { ...details, remedy: 'Remove BEGIN, COMMIT and ROLLBACK from down.sql.' });
    }
    return found.down;
}


/***/ }),

/***/ 3799:
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
const LOSES_DATA = /\b(DROP TABLE|DROP COLUMN|DROP SCHEMA|DROP MATERIALIZED VIEW|DROP SEQUENCE|DROP OWNED|DROP DATABASE|DROP ATTRIBUTE|TRUNCATE|DELETE FROM)\b|^DROP (TYPE|DOMAIN|EXTENSION) .*\bCASCADE$|^ALTER TABLE .* DROP (?!CONSTRAINT|DEFAULT|NOT NULL|IDENTITY|EXPRESSION)/i;
function factsOf(script) {
    const statements = statementsOf(script);
    const matching = (pattern) => statements.filter(({ text }) => pattern.test(text));
    return {
        statements,
        outsideTransaction: matching(NOT_IN_TRANSACTION),
        control: matching(TRANSACTION_CONTROL),
        losing: matching(LOSES_DATA),
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

/***/ 1898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ params),
/* harmony export */   w: () => (/* binding */ state)
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
/** The files of a migration in the checkout at the time of the capture. */
const down = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `line: statement` of statements that lose data. */
    losing: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** `line: statement` of statements that cannot run in a transaction. */
    outsideTransaction: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** True if its migration.sql differs from the applied one. */
    edited: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
const state = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    database: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Rows of `_prisma_migrations`, by start time. */
    history: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(row),
    downs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(down),
});
/** The part of a change that `apply` reads: the migrations, newest first, with the hashes of the approved scripts. */
const params = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('down'),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })),
});


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
