export const id = 384;
export const ids = [384];
export const modules = {

/***/ 36881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ readJsonPayload),
/* harmony export */   Wv: () => (/* binding */ payloadDiffers),
/* harmony export */   bk: () => (/* binding */ requireSaved),
/* harmony export */   ex: () => (/* binding */ parsePayload)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/** Reads a payload and parses it. @throws RewindError snapshot-corrupt when it is not JSON of this schema */
async function readJsonPayload(name, schema, source, ctx) {
    const bytes = await source.read(name);
    return parsePayload(name, ctx, () => schema.parse(JSON.parse(bytes.toString('utf8'))));
}
/** Runs a parser; any error means that the payload is damaged. @throws RewindError snapshot-corrupt */
function parsePayload(name, ctx, parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw corrupt(`Payload ${name} does not have the expected format.`, ctx, cause);
    }
}
/** @throws RewindError snapshot-corrupt if the payload lacks an object of the plan */
function requireSaved(found, what, ctx) {
    if (found === undefined)
        throw corrupt(`The snapshot does not hold ${what}.`, ctx, undefined);
    return found;
}
function corrupt(message, { resource }, cause) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', message, { resource, cause });
}
/** Finding of `prove`: a payload does not match the manifest. */
function payloadDiffers(what) {
    return {
        level: 'error',
        code: 'payload-differs',
        message: `The sealed part "${what}" of the snapshot does not match its manifest.`,
        remedy: 'If REWIND_FINGERPRINT_KEY was replaced after the snapshot, run again with the earlier key (docs/keys.md). If not, do not use this snapshot: find out who wrote it, and choose another one ("rewind list").',
    };
}


/***/ }),

/***/ 80384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ postgres)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/runtime/cancel.js

/**
 * Call directly before a step that cannot be undone or must not be left half-way: a cancelled run never starts it.
 * @param step completes "… was not started", e.g. `the swap of database "shop"`
 * @throws RewindError cancelled
 */
function assertNotCancelled(ctx, step) {
    if (!ctx.signal.aborted)
        return;
    throw new errors.RewindError('cancelled', `The run was cancelled: ${step} was not started.`, { resource: ctx.resource });
}
/**
 * Why a step failed. A cancelled run stops its programs and sessions; each of them then has an error of its own, and none of
 * these is the cause.
 * @param step completes "… was stopped", e.g. `the restore of database "shop"`
 * @returns `cancelled` in a cancelled run, else the error as it is
 */
function causeOf(ctx, error, step) {
    if (!ctx.signal.aborted || (error instanceof errors.RewindError && error.code === 'cancelled'))
        return error;
    return new errors.RewindError('cancelled', `The run was cancelled: ${step} was stopped.`, {
        resource: ctx.resource,
        cause: error,
    });
}

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/services/postgres/begin-snapshot.js
var begin_snapshot = __webpack_require__(77904);
// EXTERNAL MODULE: ./lib/services/postgres/disk-full.js
var disk_full = __webpack_require__(42867);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/services/postgres/layout.js
var postgres_layout = __webpack_require__(85658);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var classic_schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/services/postgres/select.js
var postgres_select = __webpack_require__(96032);
;// CONCATENATED MODULE: ./lib/services/postgres/beside.js





/** Sessions that must stay free for others. */
const SPARE_SESSIONS = 10;
/**
 * Opens more sessions that read the snapshot of the first one.
 *
 * @param first inside the transaction of `beginSnapshot`
 * @param exported id of its snapshot
 */
function besides(ctx, address, database, first, exported) {
    return async (count) => {
        const sessions = [];
        const end = async () => {
            await Promise.all(sessions.splice(0).map((session) => session.end().catch(() => undefined)));
        };
        const pids = [];
        try {
            if (await hasRoom(first)) {
                while (sessions.length < count) {
                    const session = await (0,connection/* connect */.Ng)(ctx, address, database);
                    sessions.push(session);
                    await session.query(`SET default_transaction_deferrable = off; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
             SET TRANSACTION SNAPSHOT ${(0,connection/* literal */.eu)(exported)}; ${begin_snapshot/* FIXED_SETTINGS */.T}`);
                    pids.push(await pidOf(session));
                }
            }
        }
        catch (error) {
            ctx.log.debug(`one session reads all tables of "${database}": ${(0,errors/* messageOf */.bD)(error)}`);
            await end();
        }
        return {
            sessions,
            cancel: () => cancelSessions(ctx, address, pids),
            end,
        };
    };
}
/** Ends what sessions of ours are doing, also in a cancelled run. Never fails: the server would only go on for longer. */
async function cancelSessions(ctx, address, pids) {
    const cancelling = { ...ctx, signal: new AbortController().signal };
    await (0,connection/* withDatabase */.kR)(cancelling, address, address.database, (client) => client.query('SELECT pg_cancel_backend(pid) FROM unnest($1::int[]) AS pid', [pids])).catch((error) => ctx.log.debug(`sessions could not be cancelled: ${(0,errors/* messageOf */.bD)(error)}`));
}
/** Does what may take long. When the run is cancelled, or one session fails, the server ends what the sessions are doing. */
async function cancellable(ctx, address, sessions, work) {
    const pids = [];
    for (const session of sessions)
        pids.push(await pidOf(session));
    // It would go on reading, and hold its locks, after the end of the connections.
    const stop = () => cancelSessions(ctx, address, pids);
    const onAbort = () => void stop();
    ctx.signal.addEventListener('abort', onAbort, { once: true });
    try {
        ctx.signal.throwIfAborted();
        return await work();
    }
    catch (error) {
        await stop();
        throw error;
    }
    finally {
        ctx.signal.removeEventListener('abort', onAbort);
    }
}
const pidOf = async (session) => (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(session, classic_schemas/* object */.Ikc({ pid: classic_schemas/* number */.aig() }), 'SELECT pg_backend_pid() AS pid')).pid;
/** False if the user or the database has a limit of sessions, or if the server has few left: pg_dump needs one too. */
async function hasRoom(client) {
    return (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ room: classic_schemas/* boolean */.zMY() }), `SELECT r.rolconnlimit < 0 AND d.datconnlimit < 0
              AND (SELECT count(*) FROM pg_stat_activity) + ${SPARE_SESSIONS} < current_setting('max_connections')::int AS room
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`)).room;
}

// EXTERNAL MODULE: ./lib/services/postgres/rows.js + 2 modules
var postgres_rows = __webpack_require__(33598);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/providers/postgres/reprinted.js

const TAG = /\[rewind: prints since (\S+): ([0-9a-f ]*)\]\n?/;
/** Identifies one printed form of an object. @param hash of its definition */
function markOf(name, hash) {
    return (0,external_node_crypto_.createHash)('sha256').update(`${name}\0${hash}`).digest('hex').slice(0, 10);
}
/** Null if the comment has no marks. */
function readReprinted(comment) {
    const [tag, snapshot = '', marks = ''] = TAG.exec(comment ?? '') ?? [];
    return tag === undefined ? null : { snapshot, marks: marks.split(' ') };
}
/** Puts the marks at the beginning, because the restore tag is at the end. Without marks it removes old ones. */
function withReprinted(comment, { snapshot, marks }) {
    const own = (comment ?? '').replace(TAG, '');
    return marks.length === 0 ? own : `[rewind: prints since ${snapshot}: ${marks.join(' ')}]\n${own}`;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/restore-tag.js
/**
 * Rewind's notes in the comments of databases. A comment is used because it survives a rename, any session of the server
 * can read it, and only superusers may store custom settings in a database.
 */
/** A restored database: its snapshot, and the first transaction after the restore. */
const RESTORE_TAG = /\n?\[rewind: restored from (\S+), next transaction (\d+)(?:, for (\S+) \((\d+)\), token ([0-9a-f]+))?\]/;
const MADE_FOR = /(\[rewind: restored from \S+, next transaction \d+), for [^\]]*\]/;
/** A database that a restore is filling. */
const FILLING_TAG = /\n?\[rewind: filling from (\S+), for (\S+) \((\d+)\), token ([0-9a-f]+)\]/;
/** A database that Rewind closed to swap the names. */
const FENCE_TAG = /\n?\[rewind: closed for the swap with token ([0-9a-f]+)\]/;
/** A previous database that a restore kept. */
const KEPT_TAG = /\n?\[rewind: kept from (\S+), before the restore of (\S+), at (\S+), next transaction (\d+), rows deleted (\d+|unknown)\]/;
/** A kept database that an undo brought back: the first transaction after that. */
const RETURN_TAG = /\n?\[rewind: returned, next transaction (\d+)\]/;
function withRestoreTag(comment, snapshot, next, target) {
    const made = target === undefined ? '' : `, for ${place(target)}, token ${target.token}`;
    return tagged(comment, `restored from ${snapshot}, next transaction ${next}${made}`);
}
function withFillingTag(target) {
    return tagged(null, `filling from ${target.snapshot}, for ${place(target)}, token ${target.token}`);
}
/** Keeps the other tags: the database is still the one that they describe. */
function withFenceTag(comment, token) {
    return joined(withoutFenceTag(comment) ?? '', `closed for the swap with token ${token}`);
}
function withKeptTag(comment, database, snapshot, kept) {
    const own = (withoutFenceTag(comment) ?? '').replace(KEPT_TAG, '').replace(RETURN_TAG, '');
    const when = `at ${kept.at}, next transaction ${kept.next}, rows deleted ${kept.deleted ?? 'unknown'}`;
    return joined(own, `kept from ${encodeURIComponent(database)}, before the restore of ${snapshot}, ${when}`);
}
/** The comment of a new database once it is swapped in: from then on it holds what users write. */
function withoutTarget(comment) {
    return comment?.replace(MADE_FOR, '$1]') ?? null;
}
/** The comment of a kept database once an undo brought it back. */
function withReturnTag(comment, next) {
    const own = (withoutFenceTag(comment) ?? '').replace(KEPT_TAG, '').replace(RETURN_TAG, '');
    return joined(own, `returned, next transaction ${next}`);
}
/** The first transaction after the database took its name by a restore or an undo; null if neither did. */
function arrivedAt(comment) {
    return returnedAt(comment) ?? RESTORE_TAG.exec(comment ?? '')?.[2] ?? null;
}
/** The first transaction after an undo brought the database back; null if none did. */
const returnedAt = (comment) => RETURN_TAG.exec(comment ?? '')?.[1] ?? null;
/** Null for a comment that holds nothing else. */
function withoutFenceTag(comment) {
    const own = (comment ?? '').replace(FENCE_TAG, '');
    return own === '' ? null : own;
}
/** The comment as its owner wrote it. */
function ownComment(comment) {
    const own = (comment ?? '').replace(/\n?\[rewind: [^\]]*\]/g, '').replace(/^\n/, '');
    return own === '' ? null : own;
}
/** The token of the run that closed the database; null if Rewind did not close it. */
function fenceToken(comment) {
    return FENCE_TAG.exec(comment ?? '')?.[1] ?? null;
}
/** The name of the database before a restore kept it; null for any other database. */
function keptFrom(comment) {
    return keptBefore(comment)?.database ?? null;
}
/** The name of a kept database before, the snapshot whose restore kept it, and when; null for any other database. */
function keptBefore(comment) {
    const [tag, database = '', snapshot = '', at = '', next = '', deleted = ''] = KEPT_TAG.exec(comment ?? '') ?? [];
    if (tag === undefined)
        return null;
    const rows = deleted === 'unknown' ? null : BigInt(deleted);
    return { database: decodeURIComponent(database), snapshot, at, next, deleted: rows };
}
/** For whom a new database was made, and whether it is complete and compared; null if it is no new database. */
function madeFor(comment) {
    const finished = RESTORE_TAG.exec(comment ?? '');
    if (finished?.[3] !== undefined) {
        const [, snapshot = '', , database, oid, token = ''] = finished;
        return { snapshot, database: decodeURIComponent(database), oid: Number(oid), token, finished: true };
    }
    const filling = FILLING_TAG.exec(comment ?? '');
    if (filling === null)
        return null;
    const [, snapshot = '', database = '', oid, token = ''] = filling;
    return { snapshot, database: decodeURIComponent(database), oid: Number(oid), token, finished: false };
}
const place = ({ database, oid }) => `${encodeURIComponent(database)} (${oid})`;
function tagged(comment, tag) {
    return joined(ownComment(comment) ?? '', tag);
}
const joined = (own, tag) => `${own}${own === '' ? '' : '\n'}[rewind: ${tag}]`;

;// CONCATENATED MODULE: ./lib/providers/postgres/inspect.js





/**
 * Reads rows and large objects, inside the transaction of `beginSnapshot`.
 * @param saved the snapshot to compare with: rows written since are counted
 * @param beside opens more sessions for large tables
 */
async function inspect(client, integrity, ctx, saved, beside) {
    const pastOf = (text) => {
        const tag = RESTORE_TAG.exec(text ?? '');
        const arrived = saved ? arrivedAt(text) : null;
        return {
            restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
            ...(arrived === null ? {} : { arrived }),
            reprinted: readReprinted(text),
        };
    };
    return (0,postgres_rows/* readRows */.aK)(client, integrity, ctx, saved, pastOf, beside);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/databases.js


/** A database in the server's catalogue, readable from any database. */
const databaseRow = classic_schemas/* object */.Ikc({
    oid: classic_schemas/* number */.aig(),
    name: classic_schemas/* string */.YjP(),
    accepts: classic_schemas/* boolean */.zMY(),
    comment: classic_schemas/* string */.YjP().nullable(),
    owner: classic_schemas/* string */.YjP(),
});
const SQL = `SELECT oid::int8::float8 AS oid, datname AS name, datallowconn AS accepts,
                    shobj_description(oid, 'pg_database') AS comment, pg_get_userbyid(datdba) AS owner FROM pg_database`;
async function findDatabase(client, name) {
    const rows = await (0,postgres_select/* select */.L)(client, databaseRow, `${SQL} WHERE datname = $1`, [name]);
    return rows[0];
}
async function allDatabases(client) {
    return (0,postgres_select/* select */.L)(client, databaseRow, `${SQL} ORDER BY datname`);
}
/** Bytes on disk; null if this user may not see it. */
async function sizeOf(client, name) {
    const [row] = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ bytes: classic_schemas/* number */.aig().nullable() }), `SELECT CASE WHEN has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid)::float8 END AS bytes
       FROM pg_database WHERE datname = $1`, [name]);
    return row?.bytes ?? null;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/fence.js




/** @param maintenance the database that the statement can be run from. @returns null if the database accepts connections */
function closedBecause(entry, maintenance) {
    if (entry.accepts)
        return null;
    const byHand = `connected to "${maintenance}": ${openStatement(entry.name)};`;
    if (fenceToken(entry.comment) === null) {
        return {
            ours: false,
            why: `"${entry.name}" accepts no connections: an operator or another program set ALLOW_CONNECTIONS false`,
            remedy: `Open it as its owner, ${byHand}`,
        };
    }
    return {
        ours: true,
        why: `"${entry.name}" accepts no connections: a restore by Rewind closed it for the swap and was interrupted`,
        remedy: `Run the same rollback again to finish the restore, "rewind undo" to take it back, or "rewind unfence" to open the database at once. By hand, ${byHand}`,
    };
}
/** @throws RewindError database-fenced */
function fenced(ctx, { why, remedy }) {
    return new errors.RewindError('database-fenced', `${why}.`, { resource: ctx.resource, remedy });
}
/** Closes a database for the swap and marks it as closed by Rewind, in one transaction. */
async function fence(client, ctx, entry, token) {
    await (0,connection/* runStep */.eg)(ctx, `closing "${entry.name}"`, () => client.query([
        'BEGIN',
        commentStatement(entry.name, withFenceTag(entry.comment, token)),
        `ALTER DATABASE ${(0,connection/* quoted */.TL)(entry.name)} ALLOW_CONNECTIONS false`,
        'COMMIT',
    ].join('; ')));
}
/** Opens a database that was closed for a swap. Keeps what its comment says now, not when the entry was read. */
async function fence_open(client, ctx, { name }) {
    await (0,connection/* runStep */.eg)(ctx, `opening "${name}"`, async () => {
        await client.query('BEGIN');
        try {
            await client.query(openStatement(name));
            const comment = (await findDatabase(client, name))?.comment ?? null;
            await client.query(commentStatement(name, withoutFenceTag(comment)));
            await client.query('COMMIT');
        }
        catch (error) {
            await client.query('ROLLBACK').catch(() => undefined);
            throw error;
        }
    });
}
function openStatement(name) {
    return `ALTER DATABASE ${(0,connection/* quoted */.TL)(name)} ALLOW_CONNECTIONS true`;
}
function commentStatement(name, comment) {
    return `COMMENT ON DATABASE ${(0,connection/* quoted */.TL)(name)} IS ${comment === null ? 'NULL' : (0,connection/* literal */.eu)(comment)}`;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/session-settings.js


/** Settings of a server, role or database that would stop a restore half-way. Some exist only in newer versions. */
const LENIENT = {
    default_transaction_read_only: 'off',
    statement_timeout: '0',
    lock_timeout: '0',
    idle_session_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    transaction_timeout: '0',
    // The server then notices a dead client within two minutes, and releases its locks.
    tcp_keepalives_idle: '30',
    tcp_keepalives_interval: '10',
    tcp_keepalives_count: '6',
};
const SINCE = { idle_session_timeout: 14, transaction_timeout: 17 };
/** Sets them in an open session. */
async function lenient(client) {
    await client.query(`SELECT set_config(s.name, v.value, false) FROM pg_settings s JOIN json_each_text($1::json) v ON v.key = s.name`, [JSON.stringify(LENIENT)]);
}
/** Sets them for programs and sessions that connect with this address. @param major version of the server */
function lenientAddress(address, major) {
    const own = address.extra.PGOPTIONS;
    const options = Object.entries(LENIENT)
        .filter(([name]) => major >= (SINCE[name] ?? 0))
        .map(([name, value]) => `-c ${name}=${value}`);
    return {
        ...address,
        extra: { ...address.extra, PGOPTIONS: [...(own === undefined ? [] : [own]), ...options].join(' ') },
    };
}
/**
 * The address for pg_dump: rows leave the server in the encoding of the database. A role or a database may set another one
 * (client_encoding), which may lack characters of the rows.
 *
 * @param client a session on the database
 */
async function inServerEncoding(client, address) {
    const { encoding } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ encoding: classic_schemas/* string */.YjP() }), `SELECT pg_catalog.current_setting('server_encoding') AS encoding`));
    return { ...address, extra: { ...address.extra, PGCLIENTENCODING: encoding } };
}

;// CONCATENATED MODULE: ./lib/providers/postgres/maintenance.js






/** A waiting session asks something this often: firewalls and NAT forget a silent connection after a minute or more. */
const HEARTBEAT_MS = 20_000;
/** A session that does not answer for so long is lost. */
const PATIENCE_MS = 15_000;
/** No such database, no right to connect, closed, or refused by pg_hba.conf: another database may do. */
const NEXT_CANDIDATE = ['3D000', '42501', '55000', '28000'];
/**
 * Connects to a database of the same server that is not the restored one: the configured one, else any other that accepts
 * this user.
 * @throws RewindError of the last attempt
 */
async function connectBeside(config, ctx, address) {
    const candidates = [config['maintenance-database'], 'postgres', 'template1', 'defaultdb'];
    let failure;
    for (const database of new Set(candidates)) {
        if (database === address.database)
            continue;
        try {
            return { client: await opened(ctx, address, database), database };
        }
        catch (error) {
            failure = error;
            const code = error instanceof errors.RewindError ? (0,connection/* codeOf */.$N)(error.cause) : undefined;
            if (code === undefined || !NEXT_CANDIDATE.includes(code))
                break;
        }
    }
    throw failure;
}
/** Settings of the role (a read-only default, time-outs) must not stop what a restore does. */
async function opened(ctx, address, database) {
    const client = await (0,connection/* connect */.Ng)(ctx, address, database);
    await lenient(client);
    return client;
}
/** Opens a session beside the restored database, and always ends it. */
async function withMaintenance(config, ctx, address, work) {
    const { client, database } = await connectBeside(config, ctx, address);
    try {
        return await work(client, database);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
/** The session of a restore. It waits for hours while another program fills the new database, and is opened again if lost. */
class MaintenanceSession {
    config;
    ctx;
    address;
    client;
    pid;
    timer;
    constructor(config, ctx, address, client, pid) {
        this.config = config;
        this.ctx = ctx;
        this.address = address;
        this.client = client;
        this.pid = pid;
    }
    /** Takes the lock that keeps other runs from restoring the same database. @throws RewindError database-locked */
    static async open(config, ctx, address) {
        const { client } = await connectBeside(config, ctx, address);
        try {
            const pid = await lockRestore(client, ctx, address.database);
            const session = new MaintenanceSession(config, ctx, address, client, pid);
            session.timer = setInterval(() => void session.ping(), HEARTBEAT_MS).unref();
            return session;
        }
        catch (error) {
            await client.end().catch(() => undefined);
            throw error;
        }
    }
    /** A session that answers, with the lock. */
    async live() {
        if (await this.ping())
            return this.client;
        this.ctx.log.info('The session that waited was cut off: connecting again');
        // Not awaited: a connection that a firewall forgot does not even end.
        void this.client.end().catch(() => undefined);
        const { client } = await connectBeside(this.config, this.ctx, this.address);
        this.client = client;
        // The server may not have noticed that the old session is gone, and it would hold the lock.
        await client
            .query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE pid = $1 AND application_name = 'rewind' AND usename = current_user`, [this.pid])
            .catch(() => undefined);
        this.pid = await lockRestore(client, this.ctx, this.address.database, 50);
        return client;
    }
    async end() {
        clearInterval(this.timer);
        await this.client.end().catch(() => undefined);
    }
    async ping() {
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(() => resolve(false), PATIENCE_MS);
        });
        const answer = this.client.query('SELECT 1').then(() => true, () => false);
        try {
            return await Promise.race([answer, late]);
        }
        finally {
            clearTimeout(timer);
        }
    }
}
const lockRow = classic_schemas/* object */.Ikc({ taken: classic_schemas/* boolean */.zMY(), pid: classic_schemas/* number */.aig() });
/** @param attempts every 100 ms. @returns the process id of the session */
async function lockRestore(client, ctx, database, attempts = 1) {
    for (let attempt = 1;; attempt += 1) {
        const [row] = await (0,connection/* runStep */.eg)(ctx, `locking the restore of "${database}"`, () => (0,postgres_select/* select */.L)(client, lockRow, 'SELECT pg_try_advisory_lock($1::bigint) AS taken, pg_backend_pid() AS pid', [
            lockKey(database),
        ]));
        // The other run may have chosen another database to wait in, and advisory locks are of one database.
        if (row?.taken === true && (await restoringNow(client, database, row.pid)) === null)
            return row.pid;
        if (attempt >= attempts)
            throw await runningElsewhere(client, ctx, database);
        await ctx.clock.sleep(100, ctx.signal);
    }
}
/** Null if no run restores the database now. */
async function restoringNow(client, database, except = 0) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ who: classic_schemas/* string */.YjP() }), `SELECT format('pid %s (user %s, since %s)', a.pid, a.usename, a.backend_start) AS who
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
        AND ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint AND a.pid <> $2`, [lockKey(database), except]);
    return rows[0]?.who ?? null;
}
async function runningElsewhere(client, ctx, database) {
    const who = (await restoringNow(client, database)) ?? 'a session that has ended meanwhile';
    const pid = /\d+/.exec(who)?.[0];
    return new errors.RewindError('database-locked', `Another run of Rewind is restoring "${database}" now: ${who}.`, {
        resource: ctx.resource,
        remedy: `Wait until it ends. If its machine is gone: SELECT pg_terminate_backend(${pid ?? 'PID'}), then run again.`,
    });
}
/** A 64-bit key, which PostgreSQL shows in pg_locks as two halves. */
function lockKey(database) {
    return (0,external_node_crypto_.createHash)('sha256').update(`rewind restore ${database}`).digest().readBigInt64BE(0).toString();
}

// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(18221);
;// CONCATENATED MODULE: ./lib/providers/postgres/server.js



/** The configured database. Rejects poolers. A URL without a password takes PGPASSWORD, as libpq does. */
function addressOf(config, ctx) {
    const url = ctx.env.resolve(config.url, ctx.resource);
    const parsed = (0,database_url/* parseDatabaseUrl */.mx)(url, ctx.childEnv, ctx.resource);
    const address = { ...parsed, password: parsed.password ?? ctx.env.secret('PGPASSWORD') ?? null };
    if (address.password !== null)
        ctx.masker.add(address.password);
    (0,database_url/* requireDirect */.VS)(address, ctx.resource);
    return address;
}
async function serverOf(client, config) {
    const row = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ version: classic_schemas/* string */.YjP(), creates: classic_schemas/* boolean */.zMY(), owner: classic_schemas/* boolean */.zMY(), replayed: classic_schemas/* string */.YjP().nullable() }), `SELECT current_setting('server_version_num') AS version, r.rolcreatedb OR r.rolsuper AS creates,
              r.rolsuper OR pg_has_role(d.datdba, 'USAGE') AS owner,
              CASE WHEN pg_is_in_recovery() THEN coalesce(
                to_char(pg_last_xact_replay_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), '') END AS replayed
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`));
    const auto = row.creates && row.owner ? 'swap' : 'in-place';
    return {
        major: Math.floor(Number(row.version) / 10_000),
        strategy: config.restore === 'auto' ? auto : config.restore,
        owner: row.owner,
        replayed: row.replayed,
    };
}

// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/services/postgres/reading.js
var reading = __webpack_require__(97002);
;// CONCATENATED MODULE: ./lib/providers/postgres/catalog.js





/**
 * Facts of the system catalogs that a dump does not hold. The server makes them again during a restore. A drill compares them
 * with those of the restored copy. No rows, no secrets.
 */
const catalogSchema = classic_schemas/* strictObject */.rej({
    /** Installed version, by name. */
    extensions: (0,json/* recordOf */.zv)(classic_schemas/* string */.YjP()),
    /**
     * Version that indexes were built with and version that the server has now, by collation: the one of the database
     * (`database`), those of indexes, and the database's own. Only those that have versions.
     */
    collations: (0,json/* recordOf */.zv)(classic_schemas/* strictObject */.rej({ recorded: classic_schemas/* string */.YjP(), actual: classic_schemas/* string */.YjP() })),
    /** `schema.index` */
    invalidIndexes: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
    /** `schema.table constraint`: NOT VALID, so that older rows may violate it. */
    notValid: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
    /** Triggers that are not in the mode of a new one: `disabled`, `replica`, `always`, by `schema.table trigger`. */
    triggers: (0,json/* recordOf */.zv)(classic_schemas/* string */.YjP()),
    /** `schema.view`: materialized views without rows. */
    unpopulated: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
    /**
     * Roles that own objects, have privileges or stand in policies, with the roles that each is a member of; without those that
     * a server begins with.
     */
    roles: (0,json/* recordOf */.zv)(classic_schemas/* array */.YOg(classic_schemas/* string */.YjP())),
    /** Roles that read every row: superusers, and those that bypass row security. */
    readers: (0,json/* recordOf */.zv)(classic_schemas/* enum */.k5n(['superuser', 'bypasses row security'])),
    /** Applied migrations of Prisma, by schema, oldest first. */
    migrations: (0,json/* recordOf */.zv)(classic_schemas/* array */.YOg(classic_schemas/* string */.YjP())),
});
const names = classic_schemas/* array */.YOg(classic_schemas/* string */.YjP());
/** Reads them inside the transaction of `beginSnapshot`. */
async function readCatalog(client) {
    const row = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, catalogSchema.omit({ migrations: true, collations: true }).extend({ histories: names, major: classic_schemas/* number */.aig() }), CATALOG));
    const { histories, major, ...rest } = row;
    const collations = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), recorded: classic_schemas/* string */.YjP(), actual: classic_schemas/* string */.YjP() }), 
    // PostgreSQL 15 added the version of the database's own collation.
    `${COLLATIONS}${major >= 15 ? DATABASE_COLLATION : ''}`);
    const migrations = [];
    for (const schema of histories) {
        const { applied } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ applied: names }), `SELECT ARRAY(SELECT migration_name::text FROM ${(0,connection/* quoted */.TL)(schema)}._prisma_migrations
                       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at, migration_name) AS applied`));
        migrations.push([schema, applied]);
    }
    return {
        ...rest,
        collations: Object.fromEntries(collations.map(({ name, ...versions }) => [name, versions])),
        migrations: Object.fromEntries(migrations),
    };
}
const own = (catalog, oid) => `${postgres_rows/* OURS */.o6} AND ${(0,postgres_rows/* notOfExtension */.KG)(catalog, oid)}`;
/** Names are put together with dots, as in the other parts of the state. */
const CATALOG = `
SELECT current_setting('server_version_num')::int / 10000 AS major,
       (SELECT coalesce(json_object_agg(extname, extversion ORDER BY extname), '{}') FROM pg_extension) AS extensions,
       ARRAY(SELECT n.nspname || '.' || x.relname
               FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
              WHERE NOT i.indisvalid AND x.relpersistence <> 't' AND ${own('pg_class', 'x.oid')} ORDER BY 1) AS "invalidIndexes",
       ARRAY(SELECT coalesce(n.nspname || '.' || c.relname, m.nspname || '.' || t.typname) || ' ' || k.conname
               FROM pg_constraint k LEFT JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
               LEFT JOIN pg_type t ON t.oid = k.contypid LEFT JOIN pg_namespace m ON m.oid = t.typnamespace
              WHERE NOT k.convalidated AND coalesce(c.relpersistence, 'p') <> 't' ORDER BY 1) AS "notValid",
       (SELECT coalesce(json_object_agg(name, mode ORDER BY name), '{}')
          FROM (SELECT n.nspname || '.' || c.relname || ' ' || t.tgname AS name, ${modeOf('t.tgenabled')} AS mode
                  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE NOT t.tgisinternal AND t.tgenabled <> 'O' AND c.relpersistence <> 't' AND ${postgres_rows/* OURS */.o6}
                UNION ALL
                SELECT 'event trigger ' || e.evtname, ${modeOf('e.evtenabled')} FROM pg_event_trigger e WHERE e.evtenabled <> 'O') t
       ) AS triggers,
       ARRAY(SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind = 'm' AND NOT c.relispopulated AND ${own('pg_class', 'c.oid')} ORDER BY 1) AS unpopulated,
       (SELECT coalesce(json_object_agg(r.rolname, ARRAY(SELECT p.rolname::text FROM pg_auth_members m JOIN pg_roles p ON p.oid = m.roleid
                                                            WHERE m.member = r.oid GROUP BY 1 ORDER BY 1) ORDER BY r.rolname), '{}')
          FROM pg_roles r
         WHERE r.oid IN (SELECT s.refobjid FROM pg_shdepend s WHERE s.refclassid = 'pg_authid'::regclass
                            AND s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()))) AS roles,
       (SELECT coalesce(json_object_agg(rolname, CASE WHEN rolsuper THEN 'superuser' ELSE 'bypasses row security' END ORDER BY rolname), '{}')
          FROM pg_roles WHERE rolsuper OR rolbypassrls) AS readers,
       ARRAY(SELECT n.nspname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relname = '_prisma_migrations' AND c.relkind = 'r' AND ${postgres_rows/* OURS */.o6}
                AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
                        AND a.attname IN ('migration_name', 'started_at', 'finished_at', 'rolled_back_at')) = 4
              ORDER BY 1) AS histories`;
function modeOf(column) {
    return `CASE ${column} WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END`;
}
// OFFSET 0: the version is asked only of collations that are used. ICU takes 30 ms of the server for the 800 that it has.
const COLLATIONS = `
SELECT name, recorded, pg_collation_actual_version(oid) AS actual
  FROM (SELECT n.nspname || '.' || c.collname AS name, c.collversion AS recorded, c.oid
          FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
         WHERE c.collversion IS NOT NULL
           AND (${postgres_rows/* OURS */.o6} OR c.oid IN (SELECT unnest(i.indcollation::oid[]) FROM pg_index i WHERE i.indrelid >= 16384)) OFFSET 0) used
 WHERE pg_collation_actual_version(oid) IS NOT NULL`;
const DATABASE_COLLATION = `
UNION ALL
SELECT 'database', datcollversion, pg_database_collation_actual_version(oid)
  FROM pg_database WHERE datname = current_database() AND datcollversion IS NOT NULL AND pg_database_collation_actual_version(oid) IS NOT NULL`;

;// CONCATENATED MODULE: ./lib/providers/postgres/state.js





/** The database that a reference names, as the server holds it now. */
const referred = classic_schemas/* strictObject */.rej({
    name: classic_schemas/* string */.YjP(),
    /** When a restore or an undo put it aside; null if nothing says so. */
    since: classic_schemas/* string */.YjP().nullable(),
    /** What was done to it since, one text each; empty if nothing was. */
    touched: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
});
/** A `TableLoss`. */
const tableLoss = classic_schemas/* strictObject */.rej({
    table: classic_schemas/* string */.YjP(),
    written: classic_schemas/* number */.aig().nullable(),
    replaced: classic_schemas/* number */.aig().nullable(),
    certainty: classic_schemas/* enum */.k5n(['exact', 'at most', 'at least', 'unknown']),
    reason: classic_schemas/* string */.YjP().nullable(),
    lackedBy: classic_schemas/* string */.YjP().exactOptional(),
});
/** `closed` of a database that is missing. */
const GONE = 'does not exist';
const state = classic_schemas/* strictObject */.rej({
    ...reading/* rowsSchema */.xZ.shape,
    schemaVersion: classic_schemas/* literal */.euz(1),
    database: classic_schemas/* string */.YjP(),
    /** Id of the snapshot that contains this state, or that it is compared with. */
    snapshot: classic_schemas/* string */.YjP(),
    serverMajor: classic_schemas/* number */.aig().int(),
    /** False while the database accepts no connections or does not exist. */
    accessible: classic_schemas/* boolean */.zMY(),
    /** Why it is not accessible; else null. */
    closed: classic_schemas/* string */.YjP().nullable(),
    integrity: classic_schemas/* enum */.k5n(['rows', 'content']),
    strategy: classic_schemas/* enum */.k5n(['swap', 'in-place']),
    /** Hash of each definition, by object (`table public.fans`, `comment of function …`): all that pg_dump writes. */
    schema: (0,json/* recordOf */.zv)(classic_schemas/* string */.YjP()),
    /** What code sees of the database; absent if it was not read. */
    layout: postgres_layout/* layoutSchema */.mM.exactOptional(),
    /** What a drill compares the restored copy with; only of a snapshot, and absent from those of earlier versions. */
    catalog: catalogSchema.exactOptional(),
    /** Value of each sequence: `20000`, or `1 (not used yet)`. */
    sequences: (0,json/* recordOf */.zv)(classic_schemas/* string */.YjP()),
    /** Fingerprint of the properties payload of a snapshot; null in a comparison. */
    properties: classic_schemas/* string */.YjP().nullable(),
    /** What the dump of a snapshot lacks, one text for each object; empty in a comparison. */
    leftOut: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
    /** Roles that a restore gives objects to, each with one of them; only of a snapshot, and absent from those of earlier versions. */
    owners: (0,json/* recordOf */.zv)(classic_schemas/* string */.YjP()).exactOptional(),
    /** Why a restore in place would fail; only read for a plan of one. */
    obstacles: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()).exactOptional(),
    /** Logical replication slots; only read for a plan of a swap. */
    slots: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()).exactOptional(),
    /** Enabled subscriptions; only read for a plan of a swap. */
    subscriptions: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()).exactOptional(),
    /** Marks of objects that this database prints differently since a snapshot was reloaded into it. */
    reprinted: classic_schemas/* strictObject */.rej({ snapshot: classic_schemas/* string */.YjP(), marks: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()) }).nullable(),
    /** Set in a reference: what is wanted is this very database (`origin`), and nothing else was read. */
    reference: classic_schemas/* literal */.euz(true).exactOptional(),
    /** Only in a comparison with a reference that names another database; null: the server has no such database. */
    referred: referred.nullable().exactOptional(),
    /** The same: what the live database holds and the referred one does not; absent if the age of the rows tells it. */
    lacking: classic_schemas/* array */.YOg(tableLoss).exactOptional(),
});
/** The part of a change that `apply` reads: restores a copy, or brings back the database with an OID. */
const params = classic_schemas/* discriminatedUnion */.gMt('kind', [
    classic_schemas/* strictObject */.rej({
        kind: classic_schemas/* literal */.euz('restore'),
        database: classic_schemas/* string */.YjP(),
        /** Major version of the server that the snapshot is of. */
        serverMajor: state.shape.serverMajor,
        strategy: state.shape.strategy,
        /** Roles that the snapshot names; absent if it names none. */
        roles: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()).exactOptional(),
        owners: state.shape.owners,
    }),
    classic_schemas/* strictObject */.rej({ kind: classic_schemas/* literal */.euz('return'), database: classic_schemas/* string */.YjP(), oid: classic_schemas/* number */.aig().int() }),
]);

;// CONCATENATED MODULE: ./lib/providers/postgres/capture-closed.js









/** Works in a session of the database, or does something else if it accepts no connections or does not exist. */
async function whenOpen(ctx, address, work, otherwise, 
/** False if a missing database is an error. */
maybeGone = true) {
    let client;
    try {
        client = await (0,connection/* connect */.Ng)(ctx, address);
    }
    catch (error) {
        // 55000: closed; 3D000: missing. A restore repairs both, so neither is an error for a plan.
        const cause = error instanceof errors.RewindError ? (0,connection/* codeOf */.$N)(error.cause) : undefined;
        if (cause === '55000' || (cause === '3D000' && maybeGone))
            return otherwise();
        throw error;
    }
    try {
        return await work(client);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
/**
 * The state of a database that accepts no connections or does not exist, read from another database of the server.
 * @throws RewindError database-fenced for a snapshot
 */
async function captureClosed(config, ctx, address, purpose) {
    return withMaintenance(config, ctx, address, async (client, maintenance) => {
        const found = await findDatabase(client, address.database);
        const closed = found && closedBecause(found, maintenance);
        if (closed && purpose === 'snapshot')
            throw fenced(ctx, closed);
        const server = await serverOf(client, config);
        const tag = RESTORE_TAG.exec(found?.comment ?? '');
        return {
            schemaVersion: 1,
            database: address.database,
            snapshot: ctx.snapshotId,
            serverMajor: server.major,
            accessible: false,
            closed: found === undefined ? GONE : (closed?.why ?? 'accepted no connections a moment ago'),
            integrity: config.integrity,
            strategy: config.restore === 'in-place' ? 'in-place' : 'swap',
            tables: [],
            largeObjects: { count: 0, content: '0' },
            schema: {},
            boundary: { next: '0', open: [], oldest: '0', seen: null },
            origin: { server: (await (0,postgres_rows/* originOf */.yv)(client)).server, database: String(found?.oid ?? 0) },
            sequences: {},
            properties: null,
            leftOut: [],
            restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
            reprinted: null,
        };
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(81260);
;// CONCATENATED MODULE: ./lib/providers/postgres/install.js


/** From Debian's postgresql-common: adds PostgreSQL's own package archive, which has every version. */
const PGDG = '/usr/share/postgresql-common/pgdg/apt.postgresql.org.sh';
/** Two databases of one version must not call apt at the same time. */
const running = new Map();
/** Debian and Ubuntu; Fedora, Red Hat and Amazon Linux; Alpine. */
const MANAGERS = [
    { program: 'apt-get', nameOf: (major) => `postgresql-client-${major}`, install: withApt },
    {
        program: 'dnf',
        nameOf: (major) => `postgresql${major}`,
        install: (run, name) => run(['dnf', 'install', '-y', '-q', name]),
    },
    {
        program: 'apk',
        nameOf: (major) => `postgresql${major}-client`,
        install: (run, name) => run(['apk', 'add', '-q', '--no-cache', name]),
    },
];
/**
 * Installs the client of a major version with the package manager of the system.
 * @returns the reason of a failure, else null
 */
function installClient(ctx, major) {
    const begun = running.get(major) ?? install(ctx, major);
    running.set(major, begun);
    return begun;
}
async function install(ctx, major) {
    const call = caller(ctx);
    for (const manager of MANAGERS) {
        if ((await call([manager.program, '--version'])) !== null)
            continue;
        const run = await privileged(call);
        if (typeof run === 'string')
            return run;
        const name = manager.nameOf(major);
        ctx.log.info(`Installing ${name} …`);
        return manager.install(run, name);
    }
    return `there is no ${MANAGERS.map(({ program }) => program).join(', ')}`;
}
/** From the distribution, else from PostgreSQL's own archive. */
async function withApt(run, name) {
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
function caller(ctx) {
    const env = { ...ctx.childEnv, DEBIAN_FRONTEND: 'noninteractive' };
    return async (command) => {
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
}
/** Runs programs as root. @returns the reason if that is not possible */
async function privileged(call) {
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

;// CONCATENATED MODULE: ./lib/providers/postgres/programs.js





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
        remedy: `Install the client of PostgreSQL ${major}: on Debian or Ubuntu "sudo apt-get install -y postgresql-client-${major}" (from PostgreSQL's own package archive, apt.postgresql.org, where the distribution has another version), on Red Hat or Fedora "sudo dnf install -y postgresql${major}" (the same, yum.postgresql.org), on Alpine "apk add postgresql${major}-client"; or name its directory as "client-bin".`,
    };
    if (first.seen.length === 0) {
        throw new errors.RewindError('pg-client-missing', `The server is PostgreSQL ${major}, and no pg_dump was found.${note}`, details);
    }
    throw new errors.RewindError('pg-client-version', `The server is PostgreSQL ${major}; pg_dump was found in version ${first.seen.join(', ')}.${note}`, details);
}
/** Major versions that are looked for above that of a snapshot. */
const NEWER = 8;
/**
 * Finds a client that reads a dump of a major version: of that version, else of a newer one, which reads older dumps too.
 * @throws RewindError pg-client-missing
 */
async function findReader(ctx, major, configured) {
    for (let candidate = major; candidate <= major + NEWER; candidate += 1) {
        const found = await search(ctx, candidate, configured);
        if ('programs' in found)
            return found.programs;
    }
    if (ctx.mayInstall && configured === undefined)
        return findPrograms(ctx, major, configured);
    throw new errors.RewindError('pg-client-missing', `The dump of snapshot ${ctx.snapshotId} is from PostgreSQL ${major}, and this machine has no client of that version or a newer one.`, {
        resource: ctx.resource,
        remedy: `The snapshot is not damaged: only its dump cannot be read here. Install the client of PostgreSQL ${major} or newer (on Debian or Ubuntu "sudo apt-get install -y postgresql-client-${major}"), pass --install-client, or name its directory as "client-bin".`,
    });
}
/** First minor versions (August 2025) whose psql and pg_restore a dump cannot make run commands (CVE-2025-8714, 8715). */
const SAFE_MINOR = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };
/** What is wrong with a client that reads a dump of somebody else's database; null if nothing is. */
function outdatedClient({ major, minor, }) {
    const safe = major < 13 ? Infinity : (SAFE_MINOR[major] ?? 0);
    if (minor >= safe)
        return null;
    return {
        message: `The client programs are PostgreSQL ${major}.${minor}: a name in the database can make psql or pg_restore run commands on this machine during a restore (CVE-2025-8714, CVE-2025-8715).`,
        remedy: Number.isFinite(safe)
            ? `Update the client to ${major}.${safe} or newer: on Debian or Ubuntu "sudo apt-get install --only-upgrade postgresql-client-${major}".`
            : 'Update the server and its client to a supported version.',
    };
}
/** The directory of the client, or the other versions that were found. */
async function search(ctx, major, configured) {
    const folders = configured === undefined
        ? [
            `/usr/lib/postgresql/${major}/bin`,
            `/usr/pgsql-${major}/bin`,
            `/usr/libexec/postgresql${major}`,
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
        if (found?.major === major) {
            const inFolder = (name) => (0,external_node_path_.join)(folder, name);
            return {
                programs: { ...found, dump: inFolder('pg_dump'), restore: inFolder('pg_restore'), psql: inFolder('psql') },
            };
        }
        if (found !== undefined)
            seen.push(`${found.major} in ${folder}`);
    }
    return { seen };
}
/** Versions by file: a run asks several times, and each question is a process. */
const versions = new Map();
/** Version of the pg_dump in a directory; undefined if there is none that runs by its path. */
async function versionIn(ctx, folder) {
    const file = (0,external_node_path_.join)(folder, 'pg_dump');
    try {
        const { ino, size, mtimeMs } = await (0,promises_.stat)(file);
        const key = `${file} ${ino} ${size} ${mtimeMs}`;
        const known = versions.get(key);
        if (known !== undefined)
            return known;
        if ((await (0,promises_.realpath)(file)).endsWith('pg_wrapper'))
            return undefined;
        const { exitCode, stdout } = await (0,exec/* getExecOutput */.H)(file, ['--version'], {
            silent: true,
            ignoreReturnCode: true,
            env: { ...ctx.childEnv },
        });
        // "pg_dump (PostgreSQL) 17.6 (Debian 17.6-1)"; a test version ("18beta1") has no minor one.
        const [, major, minor] = /\) (\d+)(?:\.(\d+))?/.exec(stdout) ?? [];
        if (exitCode !== 0 || major === undefined)
            return undefined;
        const version = { major: Number(major), minor: Number(minor ?? 0) };
        versions.set(key, version);
        return version;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/providers/postgres/settings.js

/** Parameters whose value is a list of names that the server quotes itself (GUC_LIST_QUOTE), as in pg_dump. */
const QUOTED_LISTS = [
    'local_preload_libraries',
    'search_path',
    'session_preload_libraries',
    'shared_preload_libraries',
    'temp_tablespaces',
    'unix_socket_directories',
];
/** The statement that sets what pg_db_role_setting holds. @param entry.setting `name=value` */
function settingStatement(database, entry) {
    const { name, value } = splitSetting(entry.setting);
    const written = QUOTED_LISTS.includes(name.toLowerCase())
        ? listElements(value)
            .map((element) => (0,connection/* literal */.eu)(element))
            .join(', ') || `''`
        : (0,connection/* literal */.eu)(value);
    const target = entry.role === null ? `DATABASE ${(0,connection/* quoted */.TL)(database)}` : `ROLE ${(0,connection/* quoted */.TL)(entry.role)} IN DATABASE ${(0,connection/* quoted */.TL)(database)}`;
    return `ALTER ${target} SET ${(0,connection/* quoted */.TL)(name)} TO ${written}`;
}
/** @param setting `name=value` */
function splitSetting(setting) {
    const at = setting.indexOf('=');
    return { name: setting.slice(0, at), value: setting.slice(at + 1) };
}
/** Elements of a list such as `"$user", public`, without their quotes. */
function listElements(value) {
    const found = value.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,"]+))\s*(?:,|$)/g);
    return [...found].map(([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? (plain ?? '').trim());
}

;// CONCATENATED MODULE: ./lib/providers/postgres/database-properties.js






/** Name of the payload. Sealed, because settings of a database can hold secrets. */
const PROPERTIES = 'database.json';
const grant = classic_schemas/* strictObject */.rej({
    /** null: PUBLIC */
    grantee: classic_schemas/* string */.YjP().nullable(),
    privileges: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
    grantable: classic_schemas/* boolean */.zMY(),
});
/** What a dump of one database leaves out: the database itself. */
const properties = classic_schemas/* strictObject */.rej({
    owner: classic_schemas/* string */.YjP(),
    encoding: classic_schemas/* string */.YjP(),
    collate: classic_schemas/* string */.YjP(),
    ctype: classic_schemas/* string */.YjP(),
    /** c: libc, i: ICU, b: built in. */
    provider: classic_schemas/* enum */.k5n(['c', 'i', 'b']),
    /** Locale of ICU or of the built-in provider. */
    locale: classic_schemas/* string */.YjP().nullable(),
    icuRules: classic_schemas/* string */.YjP().nullable(),
    tablespace: classic_schemas/* string */.YjP(),
    connectionLimit: classic_schemas/* number */.aig(),
    template: classic_schemas/* boolean */.zMY(),
    comment: classic_schemas/* string */.YjP().nullable(),
    /** null: the privileges that every new database has. */
    grants: classic_schemas/* array */.YOg(grant).nullable(),
    /** `name=value` as in pg_db_role_setting; role null: of the database. */
    settings: classic_schemas/* array */.YOg(classic_schemas/* strictObject */.rej({ role: classic_schemas/* string */.YjP().nullable(), setting: classic_schemas/* string */.YjP() })),
});
/** Comparable stand-in for the payload: settings can hold secrets, and the state is not sealed. */
function propertiesFingerprint(ctx, wanted) {
    return ctx.fingerprint((0,digest/* canonicalJson */.dj)(wanted));
}
async function savedProperties(source) {
    return properties.parse(JSON.parse((await source.read(PROPERTIES)).toString('utf8')));
}
/** Privileges without their order; none stands for those that every new database has. */
const sorted = (acl) => `ARRAY(SELECT unnest(coalesce(${acl}, acldefault('d', d.datdba)))::text ORDER BY 1)`;
/** Reads the properties of a database from any session of its server. */
async function readProperties(client, database) {
    const columns = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'pg_database'::regclass AND attnum > 0`);
    const has = (column) => columns.some(({ name }) => name === column);
    // PostgreSQL 15 added locale providers, 16 the rules; 17 renamed the column of the locale.
    const locale = has('datlocale') ? 'd.datlocale' : has('daticulocale') ? 'd.daticulocale' : 'NULL::text';
    const row = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, properties.omit({ grants: true, settings: true }).extend({ acl: classic_schemas/* boolean */.zMY() }), `SELECT pg_get_userbyid(d.datdba) AS owner, pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collate,
              d.datctype AS ctype, ${has('datlocprovider') ? 'd.datlocprovider::text' : `'c'`} AS provider,
              ${locale} AS locale, ${has('daticurules') ? 'd.daticurules' : 'NULL::text'} AS "icuRules",
              t.spcname AS tablespace, d.datconnlimit AS "connectionLimit", d.datistemplate AS template,
              shobj_description(d.oid, 'pg_database') AS comment, ${sorted('d.datacl')} <> ${sorted(`acldefault('d', d.datdba)`)} AS acl
         FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = $1`, [database]));
    const grants = await (0,postgres_select/* select */.L)(client, grant, `SELECT CASE WHEN a.grantee <> 0 THEN pg_get_userbyid(a.grantee) END AS grantee,
            array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges, a.is_grantable AS grantable
       FROM pg_database d, aclexplode(d.datacl) a WHERE d.datname = $1 GROUP BY a.grantee, a.is_grantable ORDER BY 1, 3`, [database]);
    const settings = await (0,postgres_select/* select */.L)(client, properties.shape.settings.element, `SELECT CASE WHEN s.setrole <> 0 THEN pg_get_userbyid(s.setrole) END AS role, unnest(s.setconfig) AS setting
       FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = $1 ORDER BY 1, 2`, [database]);
    const { acl, ...rest } = row;
    return { ...rest, comment: ownComment(row.comment), grants: acl ? grants : null, settings };
}
/** @param major version of the server. @param standardTablespace that of template0 */
function createStatement(name, wanted, major, standardTablespace) {
    const { provider, locale, icuRules } = wanted;
    const rules = icuRules === null ? '' : ` ICU_RULES ${(0,connection/* literal */.eu)(icuRules)}`;
    const providers = {
        // Explicit: otherwise the provider is that of template0, which can be ICU.
        c: major >= 15 ? 'LOCALE_PROVIDER libc' : '',
        i: `LOCALE_PROVIDER icu ICU_LOCALE ${(0,connection/* literal */.eu)(locale ?? '')}${rules}`,
        b: `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${(0,connection/* literal */.eu)(locale ?? '')}`,
    };
    return [
        // Not template1: an administrator's objects in it would collide with the dump.
        `CREATE DATABASE ${(0,connection/* quoted */.TL)(name)} TEMPLATE template0 OWNER ${(0,connection/* quoted */.TL)(wanted.owner)} ENCODING ${(0,connection/* literal */.eu)(wanted.encoding)}`,
        `LC_COLLATE ${(0,connection/* literal */.eu)(wanted.collate)} LC_CTYPE ${(0,connection/* literal */.eu)(wanted.ctype)} ${providers[provider]}`,
        // Only a superuser may name pg_default; without the clause it is the one of template0.
        wanted.tablespace === standardTablespace ? '' : `TABLESPACE ${(0,connection/* quoted */.TL)(wanted.tablespace)}`,
    ].join(' ');
}
/**
 * Statements that give an empty or restored database the rest. They run after the filling: a limit of connections, a
 * read-only default or a time-out would stop it.
 */
function finishStatements(name, wanted) {
    const database = `DATABASE ${(0,connection/* quoted */.TL)(name)}`;
    const role = (grantee) => (grantee === null ? 'PUBLIC' : (0,connection/* quoted */.TL)(grantee));
    return [
        ...(wanted.grants === null ? [] : [`REVOKE ALL ON ${database} FROM PUBLIC, ${(0,connection/* quoted */.TL)(wanted.owner)}`]),
        ...(wanted.grants ?? []).map(({ grantee, privileges, grantable }) => `GRANT ${privileges.join(', ')} ON ${database} TO ${role(grantee)}${grantable ? ' WITH GRANT OPTION' : ''}`),
        ...wanted.settings.map((entry) => settingStatement(name, entry)),
        ...(wanted.connectionLimit === -1 ? [] : [`ALTER ${database} CONNECTION LIMIT ${wanted.connectionLimit}`]),
        ...(wanted.template ? [`ALTER ${database} IS_TEMPLATE true`] : []),
    ];
}
/** Statements that take away what `finishStatements` gives, from a database that has these properties: as if it were new. */
function resetStatements(name, found) {
    const database = `DATABASE ${(0,connection/* quoted */.TL)(name)}`;
    const grantees = new Set((found.grants ?? []).map(({ grantee }) => grantee));
    const roles = new Set(found.settings.map(({ role }) => role));
    return [
        ...[...grantees].map((role) => `REVOKE ALL ON ${database} FROM ${role === null ? 'PUBLIC' : (0,connection/* quoted */.TL)(role)} CASCADE`),
        ...[...roles].map((role) => role === null ? `ALTER ${database} RESET ALL` : `ALTER ROLE ${(0,connection/* quoted */.TL)(role)} IN ${database} RESET ALL`),
        ...(found.grants === null
            ? []
            : [`GRANT ALL ON ${database} TO ${(0,connection/* quoted */.TL)(found.owner)}`, `GRANT CONNECT, TEMPORARY ON ${database} TO PUBLIC`]),
        `ALTER ${database} CONNECTION LIMIT -1`,
    ];
}
/** Names of the properties in which two databases differ. The comment is Rewind's while the database is new. */
function differingProperties(wanted, found) {
    const names = Object.keys(properties.shape);
    return names.filter((name) => name !== 'comment' && JSON.stringify(wanted[name]) !== JSON.stringify(found[name]));
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(24085);
// EXTERNAL MODULE: ./lib/runtime/flow.js
var flow = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/providers/postgres/client.js + 1 modules
var postgres_client = __webpack_require__(64288);
;// CONCATENATED MODULE: ./lib/providers/postgres/compression.js

/** docs/adr/0016-parallel-restore.md has the figures of all levels. */
const ZSTD = 'zstd:3';
const ZLIB = '1';
/** The first major version of pg_dump that knows zstd. */
const ZSTD_SINCE = 16;
/** The `--compress` of a dump: as configured; else zstd if this pg_dump has it, else the fast level of zlib. */
async function compressionOf(ctx, programs, configured) {
    if (configured !== undefined)
        return configured;
    return programs.major >= ZSTD_SINCE && (await supportsZstd(ctx, programs.dump)) ? ZSTD : ZLIB;
}
/** pg_dump checks its compression before it connects, so a server that cannot exist tells a build without zstd. */
async function supportsZstd(ctx, program) {
    const nowhere = ['--host=/nonexistent', '--no-password', '--format=custom', `--compress=${ZSTD}`, 'none'];
    const { stderr } = await (0,exec/* getExecOutput */.H)(program, nowhere, {
        silent: true,
        ignoreReturnCode: true,
        env: { ...ctx.childEnv, LC_ALL: 'C' },
    });
    return /connection to server/.test(stderr);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/steady.js




/**
 * What pg_dump prints with functions of the server that do not look at its snapshot: `pg_get_function_result` gives NULL for
 * a function that was dropped since, and pg_dump then writes `RETURNS` and nothing behind it. Locks protect tables only.
 */
const OBJECTS = `
  SELECT 'schema' AS kind, n.oid, n.nspname::text AS name, '' AS form FROM pg_namespace n WHERE ${postgres_rows/* OURS */.o6}
  UNION ALL SELECT 'relation', o.oid, o.relname, '' FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace WHERE ${postgres_rows/* OURS */.o6}
  UNION ALL SELECT 'type', o.oid, o.typname, '' FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace WHERE ${postgres_rows/* OURS */.o6}
  UNION ALL SELECT 'enum value', e.oid, e.enumlabel, '' FROM pg_enum e
  UNION ALL SELECT 'function', o.oid, o.proname,
                   CASE WHEN o.pronargdefaults > 0 OR to_jsonb(o) ->> 'prosqlbody' IS NOT NULL THEN o.xmin::text ELSE '' END
              FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace WHERE ${postgres_rows/* OURS */.o6}
  UNION ALL SELECT 'operator', o.oid, o.oprname, '' FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE ${postgres_rows/* OURS */.o6}
  UNION ALL SELECT 'collation', o.oid, o.collname, '' FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace WHERE ${postgres_rows/* OURS */.o6}
  UNION ALL SELECT 'statistics', o.oid, o.stxname, '' FROM pg_statistic_ext o JOIN pg_namespace n ON n.oid = o.stxnamespace WHERE ${postgres_rows/* OURS */.o6}
  UNION ALL SELECT 'constraint', o.oid, o.conname, '' FROM pg_constraint o JOIN pg_namespace n ON n.oid = o.connamespace WHERE ${postgres_rows/* OURS */.o6}
  UNION ALL SELECT 'rule', o.oid, o.rulename, ''
              FROM pg_rewrite o JOIN pg_class c ON c.oid = o.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${postgres_rows/* OURS */.o6}`;
const objects = (client) => (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ object: classic_schemas/* string */.YjP() }), `SELECT concat_ws(' ', kind, name, oid, form) AS object FROM (${OBJECTS}) o`).then((rows) => rows.map(({ object }) => object));
/**
 * Called when pg_dump has read all definitions: requires that no object of its snapshot was dropped, renamed or replaced meanwhile.
 *
 * @param exported id of the exported snapshot; its transaction is still open
 * @throws RewindError database-locked, which starts the backup again
 */
async function assertSteady(ctx, address, exported) {
    const gone = await (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
        await client.query(`SET default_transaction_deferrable = off; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ${(0,connection/* literal */.eu)(exported)}`);
        const then = await objects(client);
        await client.query('COMMIT');
        const now = new Set(await objects(client));
        return then.filter((object) => !now.has(object));
    });
    if (gone.length === 0)
        return;
    const names = gone.map((object) => object.split(' ').slice(0, -1).join(' '));
    throw migrated(ctx.resource, `Objects were dropped, renamed or replaced during the backup: ${names.slice(0, 5).join(', ')}.`);
}
function migrated(resource, message, cause) {
    return new errors.RewindError('database-locked', message, {
        resource,
        remedy: 'Run again when no migration is running.',
        cause,
    });
}
/** `database-locked` where pg_dump stumbled over an object that was dropped while it ran; else the error as it is. */
function asMigrated(error, resource) {
    const vanished = /cache lookup failed for|could not (open|find) (relation|tuple|attribute|attrdef)|definition of view .* appears to be empty|relation ".*" does not exist|schema with OID \d+ does not exist|was concurrently (dropped|deleted)/;
    const message = (0,errors/* messageOf */.bD)(error);
    if (!(error instanceof errors.RewindError) || error.code !== 'dump-failed' || !vanished.test(message))
        return error;
    return migrated(resource, `An object was dropped while pg_dump read it. ${message}`, error);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/dump.js








/** Names of the payloads. */
const DUMP = 'dump';
/** Everything that asks for the table waits meanwhile. pg_dump can only wait for a session that waits for us. */
const LOCK_WAIT_MS = 3_000;
const LOCK_WAIT = `--lock-wait-timeout=${LOCK_WAIT_MS}`;
/** `database-locked` where pg_dump waited too long for a table; else the error as it is. */
function asLockTimeout(error, resource) {
    // pg_dump sets statement_timeout for its locks only.
    if (!/canceling statement due to (lock|statement) timeout/.test((0,errors/* messageOf */.bD)(error)))
        return error;
    return new errors.RewindError('database-locked', `pg_dump could not lock the tables within ${LOCK_WAIT_MS / 1000} s.`, {
        resource,
        remedy: 'Run again when no migration is running.',
        cause: error,
    });
}
const EXPECTED = 'expected.json';
async function readExpected(source) {
    return state.parse(JSON.parse((await source.read(EXPECTED)).toString('utf8')));
}
/**
 * Streams a dump of an exported snapshot into the sink.
 * @returns the warnings of pg_dump
 * @throws RewindError dump-failed, dump-unreadable, and the errors of the store
 */
async function dumpInto(sink, config, ctx, address, programs, exported) {
    const compress = await compressionOf(ctx, programs, config.compress);
    const args = ['--format=custom', `--snapshot=${exported}`, '--no-password', `--compress=${compress}`, LOCK_WAIT];
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
    try {
        await (0,flow/* bothEnds */.SG)(meter, (0,external_node_stream_promises_.pipeline)((0,postgres_client/* outputOf */.jH)(running), toc, meter), sink.write(DUMP, meter));
    }
    catch (error) {
        throw asMigrated(asLockTimeout(error, ctx.resource), ctx.resource);
    }
    finally {
        running.stop();
    }
    progress.end();
    await toc.verdict();
    return running.warnings();
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
    /** A stream that failed ends here, not in _flush; pg_restore would wait for its input without end. */
    _destroy(error, done) {
        if (error)
            this.running.stop();
        this.running.child.stdin?.end();
        done(error);
    }
    /** @throws RewindError dump-unreadable */
    async verdict() {
        await this.running.done;
        // pg_restore lists an archive that it cannot decompress, and only warns.
        const unable = this.running.warnings().find((warning) => warning.includes('does not support'));
        if (unable === undefined)
            return;
        throw new errors.RewindError('dump-unreadable', `pg_restore could not restore this dump: ${unable}.`, {
            remedy: 'Install a PostgreSQL client that supports the compression of the dump.',
        });
    }
}
/** Streams the whole dump through `pg_restore --list` to prove that it is readable. @throws RewindError dump-unreadable, seal-corrupt … */
async function readDump(ctx, programs, dump) {
    const toc = new TocReader(ctx, programs);
    let bytes = 0;
    await (0,external_node_stream_promises_.pipeline)(dump, toc, async (chunks) => {
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/providers/postgres/toc.js


/** Parts of a dump, in PostgreSQL's own numbers from 2 on. 1 means: the part of the entry before. */
const SECTIONS = ['pre-data', 'data', 'post-data'];
/** Entries about another object; their tag begins with its kind. */
const ABOUT = {
    ACL: 'privileges',
    COMMENT: 'comment',
    'SECURITY LABEL': 'security label',
};
/** What pg_restore restores into a database that exists: neither the database itself nor the head of the script. */
const isRestored = ({ desc, tag }) => !/^(ENCODING|STDSTRINGS|SEARCHPATH|DATABASE|DATABASE PROPERTIES)$/.test(desc) &&
    !(desc in ABOUT && tag.startsWith('DATABASE '));
/** Minor versions of the archive format: 14 is written by PostgreSQL 12 to 15, 15 by 16, 16 by 17 and 18. */
const VERSIONS = [14, 15, 16];
/** pg_dump's number of the format "custom". */
const CUSTOM = 1;
/** Fields of the date of the dump: seconds … daylight saving time. */
const DATE_FIELDS = 7;
/** The longest text that is taken for a text, not for damage: PostgreSQL's own limit of a value. */
const MAX_TEXT = 2 ** 30;
/**
 * Reads the table of contents at the head of a dump (`pg_dump --format=custom`), piece by piece.
 *
 * The archive is read instead of the text of a dump, because its names and definitions have lengths: no name and no body
 * of a function can look like another entry. PostgreSQL: src/bin/pg_dump/pg_backup_archiver.c, ReadHead and ReadToc.
 */
class TocParser {
    entries = [];
    buffer = Buffer.alloc(0);
    at = 0;
    intSize = 4;
    steps = this.parse();
    done = false;
    /**
     * Takes the next bytes of the dump; ignores those after the table of contents.
     * @returns true when all entries are read
     * @throws RewindError dump-unreadable
     */
    push(chunk) {
        if (this.done)
            return true;
        this.buffer = Buffer.concat([this.buffer.subarray(this.at), chunk]);
        this.at = 0;
        this.done = this.steps.next().done === true;
        if (this.done)
            this.buffer = Buffer.alloc(0);
        return this.done;
    }
    /** @throws RewindError dump-unreadable if the dump ended before its table of contents did */
    finish() {
        if (!this.done)
            throw unreadable('it ends within its table of contents');
        return this.entries;
    }
    *parse() {
        const magic = yield* this.bytes(5);
        if (magic.toString('latin1') !== 'PGDMP')
            throw unreadable('it does not begin as a dump');
        const [major, minor] = yield* this.bytes(3);
        if (major !== 1 || minor === undefined || !VERSIONS.includes(minor)) {
            throw unreadable(`its format ${major}.${minor} is not known to this version of Rewind`);
        }
        const [intSize = 0, offsetSize = 0, format] = yield* this.bytes(3);
        if (intSize < 4 || intSize > 8 || offsetSize > 16 || format !== CUSTOM)
            throw unreadable('its header is damaged');
        this.intSize = intSize;
        if (minor >= 15)
            yield* this.bytes(1);
        else
            yield* this.int();
        for (let field = 0; field < DATE_FIELDS; field += 1)
            yield* this.int();
        // Name of the database; versions of the server and of pg_dump.
        for (let field = 0; field < 3; field += 1)
            yield* this.text();
        const count = yield* this.int();
        for (let entry = 0; entry < count; entry += 1)
            yield* this.entry(minor, offsetSize);
    }
    *entry(minor, offsetSize) {
        const id = yield* this.int();
        yield* this.int(); // whether it has data
        yield* this.text(); // oids
        yield* this.text();
        const tag = (yield* this.text()) ?? '';
        const desc = (yield* this.text()) ?? '';
        const part = yield* this.int();
        const definition = (yield* this.text()) ?? '';
        yield* this.text(); // DROP statement
        yield* this.text(); // COPY statement
        const namespace = (yield* this.text()) ?? '';
        const tablespace = (yield* this.text()) ?? '';
        const accessMethod = (yield* this.text()) ?? '';
        if (minor >= 16)
            yield* this.int(); // kind of relation
        const owner = (yield* this.text()) ?? '';
        yield* this.text(); // WITH OIDS
        const needs = [];
        for (let need = yield* this.text(); need !== null; need = yield* this.text())
            needs.push(Number(need));
        yield* this.bytes(1 + offsetSize); // position of the data
        const section = SECTIONS[part - 2] ?? this.entries.at(-1)?.section ?? 'pre-data';
        this.entries.push({ id, section, desc, namespace, tag, definition, owner, tablespace, accessMethod, needs });
    }
    *bytes(count) {
        while (this.buffer.length - this.at < count)
            yield;
        this.at += count;
        return this.buffer.subarray(this.at - count, this.at);
    }
    /** A sign, then the lowest byte first. */
    *int() {
        const bytes = yield* this.bytes(1 + this.intSize);
        let value = 0;
        for (let index = this.intSize; index > 0; index -= 1)
            value = value * 256 + (bytes[index] ?? 0);
        return bytes[0] === 0 ? value : -value;
    }
    *text() {
        const length = yield* this.int();
        if (length < 0)
            return null;
        if (length > MAX_TEXT)
            throw unreadable('its table of contents is damaged');
        const bytes = yield* this.bytes(length);
        // In the encoding of the database. Latin 1 keeps all bytes apart, so that no difference is lost.
        return bytes.toString((0,external_node_buffer_.isUtf8)(bytes) ? 'utf8' : 'latin1');
    }
}
function unreadable(why) {
    return new errors.RewindError('dump-unreadable', `The table of contents of the dump cannot be read: ${why}.`);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/entries.js







/**
 * Reads a stored dump up to the end of its table of contents: pg_restore needs no more of it for everything but rows.
 * @returns the entries that a restore takes, in the order of the dump
 * @throws RewindError dump-unreadable, and the errors of the store
 */
async function readHead(source) {
    const toc = new TocParser();
    const chunks = [];
    for await (const chunk of (await source.open(DUMP))) {
        chunks.push(chunk);
        if (toc.push(chunk))
            break;
    }
    return { entries: toc.finish().filter(isRestored), head: Buffer.concat(chunks) };
}
/**
 * Reads the table of contents of the dump that goes into the sink. It has the values that sequences have in the dump.
 * @param atHead may reject the dump when pg_dump writes its first byte: by then it has read all definitions, and the rest is rows
 */
function watched(sink, toc, atHead) {
    const watch = async function* (content) {
        let begun = false;
        for await (const chunk of content) {
            if (!begun)
                await atHead();
            begun = true;
            toc.push(chunk);
            yield chunk;
        }
    };
    return {
        purpose: sink.purpose,
        write: (name, content) => sink.write(name, name === DUMP && content instanceof external_node_stream_.Readable ? external_node_stream_.Readable.from(watch(content), { objectMode: false }) : content),
    };
}
/**
 * Reads what a dump would hold by the command that makes it, which is stopped when it begins with the rows.
 *
 * @param exported id of the exported snapshot to read from
 * @throws RewindError dump-failed, dump-unreadable, database-locked
 */
async function readEntries(ctx, address, database, programs, exported) {
    const args = ['--format=custom', '--compress=0', `--snapshot=${exported}`, '--no-password', LOCK_WAIT];
    const running = (0,postgres_client/* start */.ni)(ctx, programs.dump, args, address, database, 'dump-failed');
    const toc = new TocParser();
    let complete = false;
    try {
        for await (const chunk of running.child.stdout) {
            complete = toc.push(chunk);
            if (complete)
                break;
        }
        // It ended by itself: its own error is the cause.
        if (!complete)
            await running.done;
    }
    catch (error) {
        throw asMigrated(asLockTimeout(error, ctx.resource), ctx.resource);
    }
    finally {
        running.child.kill('SIGTERM');
        await running.done.catch(() => undefined);
    }
    return toc.finish();
}
/**
 * Requires the dump to hold the rows of every table that has some.
 * @throws RewindError dump-failed
 */
function requireRows(entries, tables, resource) {
    const read = readingOf(entries);
    const dumped = new Set(entries
        .filter(({ desc }) => desc === 'TABLE DATA')
        .flatMap(({ namespace, tag }) => read(namespace).flatMap((schema) => read(tag).map((name) => `${schema}.${name}`))));
    const lacking = tables.filter(({ name, rows }) => rows > 0 && !dumped.has(name));
    if (lacking.length === 0)
        return;
    const names = lacking.map(({ name }) => name).join(', ');
    throw new errors.RewindError('dump-failed', `pg_dump leaves the rows of ${names} out.`, { resource });
}
/** Encodings of PostgreSQL whose name TextDecoder does not know; it knows the others without their underscore. */
const LABELS = {
    EUC_JP: 'euc-jp',
    EUC_KR: 'euc-kr',
    EUC_CN: 'gb2312',
    KOI8R: 'koi8-r',
    KOI8U: 'koi8-u',
    WIN866: 'ibm866',
    LATIN7: 'iso-8859-13',
    LATIN8: 'iso-8859-14',
    LATIN9: 'iso-8859-15',
};
/**
 * How a name of the table of contents may read. The parser takes its bytes as UTF-8, or one by one: the hashes in older snapshots
 * are of such texts. The names of the catalog come in UTF-8, from whatever encoding the database has.
 */
function readingOf(entries) {
    const found = entries.find(({ desc }) => desc === 'ENCODING')?.definition ?? '';
    const encoding = /client_encoding = '([^']+)'/.exec(found)?.[1] ?? 'UTF8';
    const label = LABELS[encoding] ?? encoding.replace(/^WIN(\d+)$/, 'windows-$1').replace(/^ISO_(\d+)_(\d+)$/, 'iso-$1-$2');
    let decoder;
    try {
        decoder = new external_node_util_.TextDecoder(label);
    }
    catch {
        return (name) => [name];
    }
    return (name) => /^[\x20-\x7e]*$/.test(name)
        ? [name]
        : [name, ...['latin1', 'utf8'].map((as) => decoder.decode(Buffer.from(name, as)))];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/foreign-grants.js


/** An object with privileges: schema or not, catalogue and its columns of the name, the owner and the privileges. */
const IN_SCHEMAS = [
    ['pg_class', 'relnamespace', 'relname', 'relowner', 'relacl'],
    ['pg_proc', 'pronamespace', 'proname', 'proowner', 'proacl'],
    ['pg_type', 'typnamespace', 'typname', 'typowner', 'typacl'],
];
/**
 * Privileges that another role than the owner granted (WITH GRANT OPTION). A dump grants them in the name of that role, by
 * SET SESSION AUTHORIZATION, which only a superuser may use. Call it for a user who is none.
 */
async function foreignGrants(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT DISTINCT format('%s (by %I)', o.name, pg_get_userbyid(a.grantor)) AS name FROM (
       ${IN_SCHEMAS.map(([catalog, schema, name, owner, acl]) => `SELECT format('%I.%I', n.nspname, o.${name}) AS name, o.${owner} AS owner, o.${acl} AS acl
              FROM ${catalog} o JOIN pg_namespace n ON n.oid = o.${schema} WHERE ${postgres_rows/* OURS */.o6} AND ${(0,postgres_rows/* notOfExtension */.KG)(catalog, 'o.oid')}`).join(' UNION ALL ')}
       UNION ALL SELECT format('%I.%I', n.nspname, c.relname), c.relowner, t.attacl
         FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE ${postgres_rows/* OURS */.o6} AND ${(0,postgres_rows/* notOfExtension */.KG)('pg_class', 'c.oid')}
       UNION ALL SELECT quote_ident(n.nspname), n.nspowner, n.nspacl FROM pg_namespace n WHERE ${postgres_rows/* OURS */.o6}
       UNION ALL SELECT 'large object ' || oid, lomowner, lomacl FROM pg_largeobject_metadata) o, aclexplode(o.acl) a
      WHERE a.grantor <> o.owner ORDER BY 1`);
    if (rows.length === 0)
        return [];
    const names = rows.map(({ name }) => name);
    const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
    return [
        {
            level: 'error',
            code: 'database-permission',
            message: `Only a superuser may restore privileges that another role than the owner granted: on ${names.slice(0, 8).join(', ')}${more}.`,
            remedy: 'Grant them as the owner instead (REVOKE … CASCADE, then GRANT), or restore with the URL of a superuser.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/in-place-privileges.js


/** The lowest OID that a user's object can have (PostgreSQL: FirstNormalObjectId). */
const FIRST_USER_OID = 16_384;
/** A kind of object with privileges: catalogue, its columns of the owner and the privileges, kind of acldefault(), keyword. */
const KINDS = [
    [
        'pg_class',
        'relowner',
        'relacl',
        `CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END`,
        `CASE o.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END`,
    ],
    ['pg_proc', 'proowner', 'proacl', `'f'`, `'ROUTINE'`],
    ['pg_type', 'typowner', 'typacl', `'T'`, `'TYPE'`],
    ['pg_language', 'lanowner', 'lanacl', `'l'`, `'LANGUAGE'`],
    ['pg_foreign_data_wrapper', 'fdwowner', 'fdwacl', `'F'`, `'FOREIGN DATA WRAPPER'`],
];
const GRANTEE = `CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END`;
/** A privilege at creation may name a role that was dropped since. */
const EXISTS = `(a.grantee = 0 OR EXISTS (SELECT 1 FROM pg_roles r WHERE r.oid = a.grantee))`;
/**
 * Statements that give the objects that stay (of the system, and of extensions) the privileges that initdb or CREATE
 * EXTENSION gave them, where they have others: a dump holds only what differs from those. Objects of roles that this user
 * does not belong to are left as they are.
 *
 * @param staying query of the OIDs of the extensions that stay, and what must stand before it
 */
async function initialPrivileges(client, staying) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ statement: classic_schemas/* string */.YjP() }), `${staying.with},
     ${differing(staying.oids)}
     SELECT statement FROM (
       SELECT DISTINCT format('REVOKE ALL %s ON %s %s FROM %s CASCADE', CASE WHEN sub > 0 THEN '(' || name || ')' END,
                              keyword, identity, ${GRANTEE}) AS statement, sub = 0 AS whole, 0 AS place
         FROM differs d, aclexplode(d.now) a WHERE mine
       UNION ALL
       SELECT format('GRANT %s %s ON %s %s TO %s%s', a.privilege_type, CASE WHEN sub > 0 THEN '(' || name || ')' END,
                     keyword, identity, ${GRANTEE}, CASE WHEN a.is_grantable AND a.grantee <> d.owner THEN ' WITH GRANT OPTION' END),
              sub = 0, 1
         FROM differs d, aclexplode(d.first) a WHERE mine AND ${EXISTS}) s
      ORDER BY place, whole DESC, statement`);
    return rows.map(({ statement }) => statement);
}
/**
 * Objects of the system and of extensions that have other privileges than at first, and belong to a role that this user is no
 * member of: a restore into a new database cannot give them these: PostgreSQL refuses it, or only warns.
 */
async function foreignSystemPrivileges(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `WITH ${differing('SELECT oid FROM pg_extension')}
     SELECT DISTINCT lower(keyword) || ' ' || identity AS name FROM differs WHERE NOT mine ORDER BY 1`);
    return rows.map(({ name }) => name);
}
/** The parts `stays` and `differs` of a WITH: what stays in each database, and of it what has other privileges than at first. */
const differing = (oids) => `
     stays AS (
       ${KINDS.map(([catalog, owner, acl, kind, keyword]) => `
       SELECT ${keyword} AS keyword, '${catalog}'::regclass::oid AS class, o.oid, 0 AS sub, '' AS name, o.${owner} AS owner,
              acldefault((${kind})::"char", o.${owner}) AS standard, o.${acl} AS acl
         FROM ${catalog} o
        WHERE ${STAYS(catalog, oids)}`).join(' UNION ALL ')}
       UNION ALL
       SELECT 'TABLE', 'pg_class'::regclass::oid, o.oid, t.attnum, quote_ident(t.attname), o.relowner, acldefault('c', o.relowner), t.attacl
         FROM pg_class o JOIN pg_attribute t ON t.attrelid = o.oid AND NOT t.attisdropped
        WHERE ${STAYS('pg_class', oids)}),
     differs AS (
       SELECT s.*, i.identity, pg_has_role(s.owner, 'USAGE') AS mine, coalesce(s.acl, s.standard) AS now,
              coalesce(p.initprivs, s.standard) AS first
         FROM stays s LEFT JOIN pg_init_privs p ON p.classoid = s.class AND p.objoid = s.oid AND p.objsubid = s.sub,
              LATERAL pg_identify_object(s.class, s.oid, 0) i
        WHERE (s.acl IS NOT NULL OR p.initprivs IS NOT NULL)
          AND ARRAY(SELECT x::text FROM unnest(coalesce(s.acl, s.standard)) x ORDER BY 1)
              <> ARRAY(SELECT x::text FROM unnest(coalesce(p.initprivs, s.standard)) x ORDER BY 1))`;
/**
 * Objects that initdb made have a lower OID than those of users. A dump has no privileges of those in information_schema.
 * Row types and arrays have none of their own.
 */
const STAYS = (catalog, oids) => {
    const [schema] = { pg_class: ['relnamespace'], pg_proc: ['pronamespace'], pg_type: ['typnamespace'] }[catalog] ?? [];
    const ofSystem = schema === undefined ? '' : ` AND o.${schema} = 'pg_catalog'::regnamespace`;
    return `(o.oid < ${FIRST_USER_OID}${ofSystem}
           OR EXISTS (SELECT 1 FROM pg_depend e
                       WHERE e.classid = '${catalog}'::regclass AND e.objid = o.oid AND e.deptype = 'e'
                         AND e.refclassid = 'pg_extension'::regclass AND e.refobjid IN (${oids})))${catalog === 'pg_type' ? ' AND o.typelem = 0 AND o.typrelid = 0' : ''}${catalog === 'pg_class' ? ` AND o.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')` : ''}`;
};

;// CONCATENATED MODULE: ./lib/providers/postgres/session-role.js



/** The role that stands for the owner of each database (PostgreSQL 14). PostgreSQL lets nobody grant it. */
const DATABASE_OWNER = 'pg_database_owner';
/** Code of findings about the owners of now: a restore needs those of the snapshot, and the return of a database none. */
const OWNERS_OF_NOW = 'database-owners';
/**
 * The remedy for what the owner of the database may do, and this session may not.
 *
 * @param otherwise another remedy. A GRANT is no help to a session that begins as another role: then it is left out.
 * @param database null: the one of this session
 * @returns `otherwise` if this session has the rights of the owner, or the database is gone
 */
async function asOwnerOr(client, otherwise, database = null) {
    const [found] = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ owner: classic_schemas/* string */.YjP(), user: classic_schemas/* string */.YjP(), role: classic_schemas/* string */.YjP(), has: classic_schemas/* boolean */.zMY() }), `SELECT pg_get_userbyid(datdba)::text AS owner, session_user::text AS user, current_user::text AS role,
            pg_has_role(datdba, 'USAGE') AS has
       FROM pg_database WHERE datname = coalesce($1, current_database())`, [database]);
    if (found === undefined || found.has)
        return otherwise;
    const { owner, user, role } = found;
    const connect = `Connect as the owner of the database, ${(0,connection/* quoted */.TL)(owner)}`;
    if (user === role)
        return otherwise === '' ? connect : `${connect}; or: ${otherwise}`;
    return `${connect}, without the setting "role": sessions of ${(0,connection/* quoted */.TL)(user)} begin as ${(0,connection/* quoted */.TL)(role)} (ALTER ROLE ${(0,connection/* quoted */.TL)(user)} RESET role, where it is set on the role)`;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/public-schema.js




/** The comment of the schema "public" in a new database. */
const STANDARD_COMMENT = 'standard public schema';
/** Reads the schema "public". @param major version of the server */
async function publicSchemaOf(client, major) {
    const may = major >= 16 ? 'SET' : 'MEMBER';
    const [live] = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({
        owner: classic_schemas/* string */.YjP(),
        mine: classic_schemas/* boolean */.zMY(),
        giveable: classic_schemas/* boolean */.zMY(),
        acl: classic_schemas/* string */.YjP().nullable(),
        comment: classic_schemas/* string */.YjP().nullable(),
    }), `SELECT pg_get_userbyid(nspowner)::text AS owner, pg_has_role(nspowner, 'USAGE') AS mine,
            pg_has_role(nspowner, '${may}') AS giveable, nspacl::text AS acl, obj_description(oid, 'pg_namespace') AS comment
       FROM pg_namespace WHERE nspname = 'public'`);
    const standard = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ owner: classic_schemas/* string */.YjP(), giveable: classic_schemas/* boolean */.zMY() }), 
    // Role 10 is the superuser that initdb made.
    `SELECT rolname::text AS owner, pg_has_role(oid, '${may}') AS giveable FROM pg_roles
        WHERE ${major >= 15 ? `rolname = '${DATABASE_OWNER}'` : 'oid = 10'}`));
    const acl = `{${standard.owner}=UC/${standard.owner},=${major >= 15 ? 'U' : 'UC'}/${standard.owner}}`;
    return {
        live: live ?? null,
        standardOwner: standard.owner,
        standardGiveable: standard.giveable,
        standard: live?.acl === acl && live.comment === STANDARD_COMMENT,
    };
}
/**
 * Why a user who is no superuser could not give the schema "public" of a restored database what this one has.
 * A database that pg_upgrade brought from PostgreSQL 14 or older keeps a superuser as the owner of "public".
 */
async function publicObstacle(client, major) {
    const { live, standardOwner, standardGiveable, standard } = await publicSchemaOf(client, major);
    if (!live)
        return null;
    if (live.owner !== standardOwner && !live.giveable) {
        return {
            message: `The schema "public" belongs to ${(0,connection/* quoted */.TL)(live.owner)}, and this user may not give that of the restored database to this role.`,
            remedy: major >= 15
                ? `As a superuser: ALTER SCHEMA public OWNER TO ${DATABASE_OWNER} (the owner that new databases have from PostgreSQL 15 on), then take a new snapshot`
                : 'Run the rollback as a superuser',
        };
    }
    // From PostgreSQL 15 on the user owns the new database, and so its "public".
    if (major >= 15 || standardGiveable || (standard && live.owner === standardOwner))
        return null;
    return {
        message: `The schema "public" of a new database belongs to ${(0,connection/* quoted */.TL)(standardOwner)}, so this user may not give it the owner, the privileges and the comment that it has here.`,
        remedy: 'Run the rollback as a superuser',
    };
}

;// CONCATENATED MODULE: ./lib/providers/postgres/in-place-drop.js





/** Name of the query of the extensions that stay. */
const STAYING = 'kept_extension';
const statement = classic_schemas/* object */.Ikc({ statement: classic_schemas/* string */.YjP() });
/** Named parts of the queries below. `names`: the extensions that stay. */
const withParts = (names) => `
  WITH ${STAYING} AS (SELECT oid, extname, extnamespace FROM pg_extension
                       WHERE extname = ANY (ARRAY[${['plpgsql', ...names].map(connection/* literal */.eu).join(', ')}]::name[])),
  member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
  -- PostgreSQL drops these together with the object that they belong to, and refuses to drop them alone. The columns of a
  -- partition key belong to their own table: such a row is about the column only.
  part AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'i' AND objsubid = 0),
  ours AS (SELECT oid, nspname, nspowner, nspacl FROM pg_namespace n
            WHERE ${postgres_rows/* OURS */.o6} AND ('pg_namespace'::regclass, n.oid) NOT IN (SELECT classid, objid FROM member)),
  -- DROP SCHEMA would drop the extension whose objects are in it.
  holding AS (SELECT extnamespace AS oid FROM ${STAYING}
              UNION SELECT s.refobjid FROM pg_depend e JOIN ${STAYING} k ON k.oid = e.refobjid
                     JOIN pg_depend s ON s.classid = e.classid AND s.objid = e.objid AND s.refclassid = 'pg_namespace'::regclass
                    WHERE e.deptype = 'e' AND e.refclassid = 'pg_extension'::regclass),
  kept_schema AS (SELECT * FROM ours WHERE nspname = 'public' OR oid IN (SELECT oid FROM holding))`;
/** Catalogues of objects in schemas: catalogue, its column of the schema. */
const in_place_drop_IN_SCHEMAS = [
    ['pg_class', 'relnamespace'],
    ['pg_type', 'typnamespace'],
    ['pg_proc', 'pronamespace'],
    ['pg_operator', 'oprnamespace'],
    ['pg_opclass', 'opcnamespace'],
    ['pg_opfamily', 'opfnamespace'],
    ['pg_collation', 'collnamespace'],
    ['pg_conversion', 'connamespace'],
    ['pg_statistic_ext', 'stxnamespace'],
    ['pg_ts_config', 'cfgnamespace'],
    ['pg_ts_dict', 'dictnamespace'],
    ['pg_ts_parser', 'prsnamespace'],
    ['pg_ts_template', 'tmplnamespace'],
];
/** Catalogues of objects outside of schemas. Event triggers go first, or they would fire at the other drops. */
const GLOBAL = [
    ['pg_event_trigger', 0],
    ['pg_publication', 1],
    ['pg_transform', 3],
    ['pg_cast', 3],
    ['pg_foreign_server', 3],
    ['pg_foreign_data_wrapper', 4],
    ['pg_language', 4],
    ['pg_am', 4],
];
/** Objects that a restore drops one by one: class, object, place in the order. */
const droppedObjects = (names) => `${withParts(names)},
  dropped AS (
    ${GLOBAL.map(([catalog, place]) => `SELECT '${catalog}'::regclass AS class, oid, ${place} AS place FROM ${catalog} WHERE oid >= ${FIRST_USER_OID}`).join('\n    UNION ALL ')}
    UNION ALL SELECT 'pg_extension'::regclass, oid, 1 FROM pg_extension WHERE oid NOT IN (SELECT oid FROM ${STAYING})
    UNION ALL SELECT 'pg_namespace'::regclass, oid, 2 FROM ours WHERE oid NOT IN (SELECT oid FROM kept_schema)
    ${in_place_drop_IN_SCHEMAS.map(([catalog, schema]) => `UNION ALL SELECT '${catalog}'::regclass, o.oid, 5 FROM ${catalog} o WHERE o.${schema} IN (SELECT oid FROM kept_schema)${catalog === 'pg_class' ? ` AND o.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')` : ''}`).join('\n    ')})
  SELECT class, oid, place FROM dropped
   WHERE (class, oid) NOT IN (SELECT classid, objid FROM member) AND (class, oid) NOT IN (SELECT classid, objid FROM part)`;
/**
 * Statements that empty the database of all that a dump brings back: whole schemas where possible, else one object at a time.
 * The schemas that hold extensions that stay are kept; these and "public" get the owner and the privileges that a dump
 * assumes.
 *
 * @param extensions names of the extensions that stay
 */
async function dropStatements(client, major, extensions) {
    const drops = await (0,postgres_select/* select */.L)(client, statement, `SELECT format('DROP %s IF EXISTS %s CASCADE',
               CASE i.type WHEN 'statistics object' THEN 'STATISTICS' ELSE replace(i.type, '-', ' ') END,
               CASE i.type WHEN 'transform' THEN replace(i.identity, ' on language ', ' LANGUAGE ') ELSE i.identity END) AS statement
       FROM (${droppedObjects(extensions)}) d, pg_identify_object(d.class, d.oid, 0) i
      ORDER BY d.place, d.class, d.oid`);
    const kept = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `${withParts(extensions)} SELECT nspname AS name FROM kept_schema WHERE nspname <> 'public' ORDER BY 1`);
    return {
        statements: [
            ...drops.map((row) => row.statement),
            ...(await texts(client, CONFIGURATION_ROWS(extensions))),
            ...(await texts(client, DEFAULT_PRIVILEGES(extensions))),
            ...(await texts(client, SCHEMA_PRIVILEGES(extensions))),
            ...(await initialPrivileges(client, { with: withParts(extensions), oids: `SELECT oid FROM ${STAYING}` })),
            ...(await publicSchema(client, major)),
            'SELECT pg_catalog.lo_unlink(oid) FROM pg_catalog.pg_largeobject_metadata',
        ],
        keptSchemas: kept.map(({ name }) => name),
    };
}
const texts = async (client, sql) => (await (0,postgres_select/* select */.L)(client, statement, sql)).map((row) => row.statement);
/** The rows of configuration tables that pg_dump dumps although an extension owns the table. */
const CONFIGURATION_ROWS = (names) => `${withParts(names)}
  SELECT format('DELETE FROM ONLY %I.%I %s', n.nspname, c.relname, condition) AS statement
    FROM pg_extension e, unnest(e.extconfig, e.extcondition) AS u (relation, condition), pg_class c, pg_namespace n
   WHERE e.oid IN (SELECT oid FROM ${STAYING}) AND c.oid = u.relation AND n.oid = c.relnamespace AND c.relkind = 'r'`;
const in_place_drop_KINDS = `CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                                    WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END`;
const in_place_drop_GRANTEE = `CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END`;
/** Default privileges would be added to those of every restored object. A dump sets its own at the end. */
const DEFAULT_PRIVILEGES = (names) => `${withParts(names)}
  SELECT statement FROM (
    SELECT DISTINCT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I %s REVOKE ALL ON %s FROM %s', pg_get_userbyid(d.defaclrole),
             CASE WHEN d.defaclnamespace <> 0 THEN format('IN SCHEMA %I', k.nspname) END, ${in_place_drop_KINDS}, ${in_place_drop_GRANTEE}) AS statement, 0 AS place
      FROM pg_default_acl d LEFT JOIN kept_schema k ON k.oid = d.defaclnamespace, aclexplode(d.defaclacl) a
     -- Those of a schema that is dropped go with it.
     WHERE d.defaclnamespace = 0 OR k.oid IS NOT NULL
    UNION ALL
    SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT %s ON %s TO %s', pg_get_userbyid(d.defaclrole), a.privilege_type, ${in_place_drop_KINDS}, ${in_place_drop_GRANTEE}), 1
      -- Of the two, only acldefault() means a foreign server by "S".
      FROM pg_default_acl d, aclexplode(acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)) a WHERE d.defaclnamespace = 0) s
  ORDER BY place, statement`;
/** Privileges of a kept schema, as a new schema has them. */
const SCHEMA_PRIVILEGES = (names) => `${withParts(names)}
  SELECT DISTINCT format('REVOKE ALL ON SCHEMA %I FROM %s', s.nspname, ${in_place_drop_GRANTEE}) AS statement
    FROM kept_schema s, aclexplode(s.nspacl) a
   WHERE s.nspname <> 'public' AND a.grantee <> s.nspowner AND pg_has_role(s.nspowner, 'USAGE')`;
/** Gives "public" the owner, the privileges and the comment of a new database: a dump holds only what differs from those. */
async function publicSchema(client, major) {
    const { live, standardOwner: owner, standardGiveable, standard } = await publicSchemaOf(client, major);
    if (live && (!live.mine || standard))
        return [];
    return [
        ...(live ? [] : ['CREATE SCHEMA public']),
        ...(await texts(client, `SELECT DISTINCT format('REVOKE ALL ON SCHEMA public FROM %s', ${in_place_drop_GRANTEE}) AS statement
         FROM pg_namespace n, aclexplode(n.nspacl) a WHERE n.nspname = 'public'`)),
        // Its owner of now keeps it where this user may not give it away: until PostgreSQL 14 to a superuser.
        ...(live?.owner === owner || !standardGiveable ? [] : [`ALTER SCHEMA public OWNER TO ${(0,connection/* quoted */.TL)(owner)}`]),
        `GRANT ALL ON SCHEMA public TO ${(0,connection/* quoted */.TL)(owner)}`,
        `GRANT ${major >= 15 ? 'USAGE' : 'ALL'} ON SCHEMA public TO PUBLIC`,
        `COMMENT ON SCHEMA public IS '${STANDARD_COMMENT}'`,
    ];
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/providers/postgres/psql-session.js






const rowsOf = classic_schemas/* array */.YOg(classic_schemas/* record */.g1P(classic_schemas/* string */.YjP(), classic_schemas/* unknown */.L5J()));
/** Keeps a session alive on networks that drop idle connections. */
const PING_MS = 20_000;
/**
 * One session of psql that answers queries: a script that only psql can read (COPY with its rows) runs in the same
 * transaction as the queries that check its result. psql ends at the first error, and the server then rolls back.
 */
class PsqlSession {
    ctx;
    running;
    waiting = [];
    ended;
    pings;
    constructor(ctx, programs, address) {
        this.ctx = ctx;
        const inUtf8 = { ...ctx, childEnv: { ...ctx.childEnv, PGCLIENTENCODING: 'UTF8' } };
        const args = ['--no-psqlrc', '--quiet', '--no-password', '--no-align', '--tuples-only'];
        this.running = (0,postgres_client/* start */.ni)(inUtf8, programs.psql, [...args, '--set=ON_ERROR_STOP=1', '--file=-'], address, address.database, 'restore-failed');
        this.ended = this.running.done.then(() => {
            throw new errors.RewindError('restore-failed', 'psql ended before the restore did.', { resource: ctx.resource });
        });
        this.ended.catch(() => undefined);
        if (this.running.child.stdout) {
            (0,external_node_readline_.createInterface)({ input: this.running.child.stdout }).on('line', (line) => this.take(line));
        }
    }
    take(line) {
        const [first] = this.waiting;
        if (!first)
            return;
        if (line === first.marker) {
            this.waiting.shift();
            first.done();
        }
        else {
            first.lines.push(line);
        }
    }
    /** Sends text and waits until psql has run it. @returns the lines that psql printed */
    async send(text) {
        const { stdin } = this.running.child;
        const marker = `rewind-${this.ctx.randomHex(8)}`;
        const lines = [];
        const answered = new Promise((done) => this.waiting.push({ lines, marker, done }));
        if (stdin && !stdin.write(`${text}\n\\echo ${marker}\n`)) {
            // A broken pipe: psql's own message is more precise.
            await Promise.race([(0,external_node_events_.once)(stdin, 'drain').catch(() => this.ended), this.ended]);
        }
        await Promise.race([answered, this.ended]);
        return lines;
    }
    /** Runs commands of psql itself, one a line. */
    async command(text) {
        await this.send(text);
    }
    /** Runs statements, in order. @throws RewindError restore-failed with the message of the server */
    async run(...statements) {
        if (statements.length > 0)
            await this.send(`${statements.join(';\n')};`);
    }
    /**
     * Runs statements, all or none. The transaction goes on also when they fail.
     * @returns the SQLSTATE: `00000` when they ran
     */
    async attempt(...statements) {
        const lines = await this.send([
            'SAVEPOINT rewind;',
            '\\set ON_ERROR_STOP 0',
            // One message: the server stops at the first error.
            `${statements.join('\\;\n')};`,
            '\\echo :SQLSTATE',
            '\\if :ERROR',
            'ROLLBACK TO SAVEPOINT rewind;',
            '\\endif',
            '\\set ON_ERROR_STOP 1',
            'RELEASE SAVEPOINT rewind;',
        ].join('\n'));
        return lines.at(-1) ?? '';
    }
    /** Runs a query whose values are JSON's: cast what a JSON number cannot hold to text. Takes no parameters. */
    async query(sql) {
        const lines = await this.send(`SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM (\n${sql}\n) r;`);
        return { rows: rowsOf.parse(JSON.parse(lines.join(''))) };
    }
    /** Runs a script of pg_dump's format, and discards what it prints. */
    async script(text) {
        const { stdin } = this.running.child;
        if (!stdin)
            throw new errors.RewindError('internal', 'psql was started without an input.');
        await this.send('\\o /dev/null');
        try {
            await (0,external_node_stream_promises_.pipeline)(text, stdin, { end: false });
        }
        catch (error) {
            // A failed psql breaks the pipe; its own message is more precise.
            if (!(error instanceof errors.RewindError))
                await this.ended;
            throw error;
        }
        await this.send('\\o\n\\encoding UTF8');
    }
    /** Asks the server for something small at intervals, until the restore begins or the session ends. */
    keepAlive() {
        this.pings ??= setInterval(() => {
            if (this.waiting.length === 0)
                this.send('SELECT 1;').catch(() => undefined);
        }, PING_MS).unref();
    }
    stopKeepAlive() {
        clearInterval(this.pings);
        this.pings = undefined;
    }
    /** Ends the session. An open transaction is rolled back. */
    async end() {
        this.stopKeepAlive();
        const { child, done } = this.running;
        if (child.exitCode === null && child.signalCode === null)
            child.stdin?.end();
        await done.catch(() => undefined);
    }
    /** Ends the session at once, in the middle of whatever it runs. An open transaction is rolled back. */
    async abort() {
        this.stopKeepAlive();
        this.running.child.kill('SIGTERM');
        await this.running.done.catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./lib/providers/postgres/in-place-lock.js








/** How long one lock may take. Without a limit, everything that queues behind the restore waits as well. */
const LOCK_TIMEOUT_MS = 30_000;
/** Tables of one LOCK statement. */
const BATCH = 500;
/** Attempts when this session loses a deadlock, or a table is dropped while the locks are taken. */
const ATTEMPTS = 5;
const RETRIED = /\b(40P01|42P01|3F000):/;
/** The transaction of a restore in place: its locks keep writers out from before the backup until the commit. */
class LockedSession {
    session;
    frozen;
    constructor(session, frozen) {
        this.session = session;
        this.frozen = frozen;
    }
    async release() {
        await this.session.end();
    }
}
/**
 * Opens the transaction of a restore, and stops all writers. Readers (and pg_dump) go on. What was acknowledged before is in
 * the backup that is taken now, and nothing is acknowledged until the transaction ends.
 *
 * @throws RewindError database-locked when another session does not release a table
 */
async function lockWriters(config, ctx, address, timeoutMs = LOCK_TIMEOUT_MS) {
    const major = await (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => (await serverOf(client, config)).major);
    const programs = await findPrograms(ctx, major, config['client-bin']);
    for (let attempt = 1;; attempt += 1) {
        const session = new PsqlSession(ctx, programs, address);
        try {
            // Shows codes of errors, which decide whether to try again.
            await session.command('\\set VERBOSITY verbose');
            await session.run(...opening(major, timeoutMs));
            const tables = await lockTables(session);
            const { pid } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(session, classic_schemas/* object */.Ikc({ pid: classic_schemas/* number */.aig() }), 'SELECT pg_catalog.pg_backend_pid() AS pid'));
            const frozen = { tables, largeObjects: await largeObjectsOf(session), pid };
            await session.command('\\set VERBOSITY default');
            session.keepAlive();
            return new LockedSession(session, frozen);
        }
        catch (error) {
            await session.abort();
            const message = (0,errors/* messageOf */.bD)(error);
            if (RETRIED.test(message) && attempt < ATTEMPTS)
                continue;
            if (!message.includes('55P03:'))
                throw error;
            throw new errors.RewindError('database-locked', `A table of "${address.database}" stayed locked for ${timeoutMs / 1000} s, so its writers could not be stopped. Nothing was changed.`, { resource: ctx.resource, cause: error });
        }
    }
}
function opening(major, timeoutMs) {
    return [
        'SET client_min_messages = warning',
        // As every session of Rewind (services/postgres/connection). The script of the dump sets its own.
        'SET search_path = pg_catalog',
        'SET statement_timeout = 0',
        'SET idle_in_transaction_session_timeout = 0',
        ...(major >= 14 ? ['SET idle_session_timeout = 0'] : []),
        ...(major >= 17 ? ['SET transaction_timeout = 0'] : []),
        // A killed psql ends the transaction in the middle of a long statement, on servers that can tell.
        `SELECT set_config('client_connection_check_interval', '1s', false) FROM pg_settings
      WHERE name = 'client_connection_check_interval' AND (SELECT version()) LIKE '%linux%'`,
        // READ COMMITTED: after waiting for a lock, a statement sees what its holder wrote.
        'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
        `SET LOCAL lock_timeout = ${timeoutMs}`,
        'SET LOCAL row_security = off',
    ];
}
/** Locks all tables against writers; repeats until no table appears meanwhile. @returns their OIDs */
async function lockTables(session) {
    const locked = new Set();
    for (;;) {
        const tables = await listTables(session);
        const missing = tables.filter(({ oid }) => !locked.has(oid));
        if (missing.length === 0)
            return tables.map(({ oid }) => oid);
        for (let from = 0; from < missing.length; from += BATCH) {
            const batch = missing.slice(from, from + BATCH);
            await session.run(`LOCK TABLE ${batch.map(({ name }) => `ONLY ${name}`).join(', ')} IN EXCLUSIVE MODE`);
            for (const { oid } of batch)
                locked.add(oid);
        }
    }
}
/** Tables whose rows a restore replaces: those of the user, and the configuration tables of extensions. */
const REPLACED_TABLES = `
  SELECT c.oid::text AS oid, format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${postgres_rows/* OURS */.o6}
     AND (NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                       WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
          OR EXISTS (SELECT 1 FROM pg_catalog.pg_extension e WHERE c.oid = ANY (e.extconfig)))
   ORDER BY c.oid`;
async function listTables(client) {
    return (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ oid: classic_schemas/* string */.YjP(), name: classic_schemas/* string */.YjP() }), REPLACED_TABLES);
}
/** Bytes of a large object that are hashed at a time. */
const PIECE = 1_048_576;
async function largeObjectsOf(client) {
    const row = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ hash: classic_schemas/* string */.YjP() }), `WITH RECURSIVE pieces AS (
         SELECT oid, 0::bigint AS at, lo_get(oid, 0, ${PIECE}) AS piece FROM pg_largeobject_metadata
         UNION ALL
         SELECT oid, at + ${PIECE}, lo_get(oid, at + ${PIECE}, ${PIECE}) FROM pieces WHERE length(piece) = ${PIECE})
       SELECT count(*)::text || ':' || coalesce(sum(('x' || left(md5(concat_ws(' ', oid, at, md5(piece))), 16))::bit(64)::bigint::numeric), 0)::text AS hash
         FROM pieces`));
    return row.hash;
}
/** Attempts to take a lock that other sessions would make a deadlock; each ends these sessions first. */
const UPGRADES = 100;
const PAUSE_MS = 20;
const DEADLOCK = '40P01';
/**
 * Locks the tables against readers too, and then runs the drops. Ends the sessions that would make it a deadlock: those that
 * hold a lock of their own in an open transaction and wait for one of ours. Their tables are being replaced.
 *
 * @throws RewindError restore-failed with the message of the server
 */
async function lockReadersAndDrop(ctx, address, { session, frozen }, drops) {
    const tables = await listTables(session);
    await (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
        const insist = async (...statements) => {
            for (let attempt = 0; attempt < UPGRADES; attempt += 1) {
                await client.query(END_WAITERS, [frozen.pid]);
                const code = await session.attempt(...statements);
                if (code === '00000')
                    return;
                if (code !== DEADLOCK)
                    break;
                await ctx.clock.sleep(PAUSE_MS, ctx.signal);
            }
            // Once more, for the message.
            await session.run(...statements);
        };
        // One by one: a table that is locked stays locked, so new sessions hold up less and less.
        for (const { name } of tables)
            await insist(`LOCK TABLE ONLY ${name} IN ACCESS EXCLUSIVE MODE`);
        await insist(...drops);
    });
}
const END_WAITERS = `
  SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid, pg_roles me
   WHERE me.rolname = current_user AND a.datname = current_database() AND a.pid <> $1
     AND (me.rolsuper OR NOT r.rolsuper AND (pg_has_role(r.oid, 'MEMBER') OR pg_has_role('pg_signal_backend', 'MEMBER')))
     AND $1 = ANY (pg_blocking_pids(a.pid))
     AND EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND l.locktype = 'relation' AND l.relation >= ${FIRST_USER_OID})`;
/**
 * Called after the drops, which are invisible to this other session: what was there then is what was there at the locks.
 * @throws RewindError restore-failed when a table or a large object came meanwhile, and so may be in no backup
 */
async function assertFrozen(ctx, address, frozen) {
    const [tables, largeObjects] = await (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => [
        await listTables(client),
        await largeObjectsOf(client),
    ]);
    const known = new Set(frozen.tables);
    const changes = [
        ...tables.filter(({ oid }) => !known.has(oid)).map(({ name }) => `table ${name} was created`),
        ...(largeObjects === frozen.largeObjects ? [] : ['large objects were written']),
    ];
    if (changes.length === 0)
        return;
    throw new errors.RewindError('restore-failed', `While "${address.database}" was backed up, ${changes.slice(0, 5).join(', ')}: the backup may not hold them. Nothing was changed.`, { resource: ctx.resource, remedy: 'Run again when nothing creates tables or writes large objects.' });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/providers/postgres/in-place-script.js









/** Extensions in a dump. The one of PL/pgSQL is not: every database has it from the start. */
function extensionsIn(toc) {
    return toc.flatMap(({ desc, tag, definition }) => {
        if (desc !== 'EXTENSION')
            return [];
        const [, quotedName, plain = ''] = / WITH SCHEMA (?:"((?:[^"]|"")+)"|([^"]+));\s*$/.exec(definition) ?? [];
        return [{ name: tag, schema: quotedName?.replaceAll('""', '"') ?? plain }];
    });
}
/**
 * Names of the extensions of a dump that stay: only a superuser could create most of them again. One that is in another
 * schema now does not stay, because the dump names its objects with their schema.
 */
async function stayingExtensions(client, toc) {
    const present = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), schema: classic_schemas/* string */.YjP() }), 'SELECT e.extname AS name, n.nspname AS schema FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace');
    return extensionsIn(toc).flatMap(({ name, schema }) => present.some((entry) => entry.name === name && entry.schema === schema) ? [name] : []);
}
/** The entries without those of objects that stay: their CREATE would fail, and their COMMENT takes their owner. */
function withoutKept(toc, extensions, schemas) {
    const kept = toc.filter(({ desc, tag }) => desc === 'EXTENSION' && extensions.includes(tag)).map(({ id }) => id);
    return toc.filter(({ id, desc, tag, needs }) => !kept.includes(id) &&
        !(desc === 'COMMENT' && needs.some((need) => kept.includes(need))) &&
        !(desc === 'SCHEMA' && schemas.includes(tag)));
}
/**
 * The dump as a script without any COMMIT. pg_restore wraps large objects into transactions of their own unless the script
 * is one transaction; then its only COMMIT is at the end, and is taken off.
 */
async function scriptOf(ctx, programs, source, database, entries) {
    const list = (0,external_node_path_.join)(ctx.scratch, `toc-${ctx.randomHex(6)}`);
    (0,external_node_fs_.writeFileSync)(list, `${entries.map(({ id }) => id).join('\n')}\n`, { mode: 0o600 });
    const args = ['--format=custom', '--single-transaction', `--use-list=${list}`, '--file=-'];
    const running = (0,postgres_client/* start */.ni)(ctx, programs.restore, args, null, null, 'restore-failed');
    const dump = metered(ctx, source, database, await source.open(DUMP));
    const fed = feedArchive(running, dump);
    fed.catch(() => undefined);
    const script = external_node_stream_.Readable.from(withoutCommit((0,postgres_client/* outputOf */.jH)(running), ctx.resource), { objectMode: false });
    return { script, fed, stop: () => void running.child.kill('SIGTERM') };
}
/** Writes a dump to pg_restore, which may stop reading early. A source that fails stops the program. */
async function feedArchive({ child }, dump) {
    try {
        if (child.stdin)
            await (0,external_node_stream_promises_.pipeline)(dump, child.stdin);
    }
    catch (error) {
        if (!(error instanceof errors.RewindError))
            return;
        child.kill('SIGTERM');
        throw error;
    }
}
/** More than what follows the COMMIT of a script. */
const TAIL = 1024;
const COMMIT = /\nCOMMIT;\n(\s*--\n-- PostgreSQL database dump complete\n--\s*(\\unrestrict \w+\s*)?)$/;
/**
 * Passes a script on without its last statement.
 * @throws RewindError restore-failed when it is not COMMIT: an unknown form of script, or a part of one
 */
async function* withoutCommit(script, resource) {
    let held = Buffer.alloc(0);
    for await (const chunk of script) {
        held = Buffer.concat([held, chunk]);
        if (held.length <= TAIL)
            continue;
        yield held.subarray(0, held.length - TAIL);
        held = held.subarray(held.length - TAIL);
    }
    // Latin 1 keeps every byte.
    const tail = held.toString('latin1');
    if (!COMMIT.test(tail)) {
        throw new errors.RewindError('restore-failed', `The script of pg_restore does not end with COMMIT. Nothing was changed.`, {
            resource,
            remedy: 'Use the programs of PostgreSQL 14 to 18 as "client-bin", or restore by swap.',
        });
    }
    yield Buffer.from(tail.replace(COMMIT, '\n$1'), 'latin1');
}

;// CONCATENATED MODULE: ./lib/providers/postgres/tablespaces.js



/** Tablespaces of tables and indexes in which this user may create nothing, so that pg_restore would stop there. */
async function closedTablespaces(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT DISTINCT s.spcname::text AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_tablespace s ON s.oid = c.reltablespace
      WHERE ${postgres_rows/* OURS */.o6} AND NOT has_tablespace_privilege(s.oid, 'CREATE') ORDER BY 1`);
    if (rows.length === 0)
        return [];
    const names = rows.map(({ name }) => (0,connection/* quoted */.TL)(name)).join(', ');
    return [
        {
            level: 'error',
            code: 'database-permission',
            message: `A restore would fail: this user may not create tables and indexes in the tablespaces that hold them now: ${names}.`,
            remedy: `As a superuser: GRANT CREATE ON TABLESPACE ${names} TO this user.`,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/in-place-obstacles.js









/** How a restore would swap databases instead. */
const swapBy = (restore) => restore === 'in-place'
    ? 'Remove "restore: in-place", so that a restore swaps databases; or'
    : 'Give this user CREATEDB and the ownership of the database, so that a restore swaps databases; or';
/**
 * What would make a restore in place fail. `check` and the preflight report it, so that the server does not stop the restore
 * in the middle.
 *
 * @param restore as configured
 * @param toc table of contents of the dump; null when no snapshot is chosen yet: then only the live database is looked at
 */
async function obstacles(client, toc, restore) {
    const { superuser } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ superuser: classic_schemas/* boolean */.zMY() }), 'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user'));
    const staying = toc === null
        ? await in_place_obstacles_names(client, 'SELECT extname AS name FROM pg_extension')
        : await stayingExtensions(client, toc);
    const entries = toc === null ? [] : withoutKept(toc, staying, []);
    return [
        ...(superuser ? [] : await foreignObjects(client, staying)),
        // Of the live database: a list of a dump does not say who granted.
        ...(superuser || toc !== null ? [] : await foreignGrants(client)),
        ...(superuser ? [] : await closedTablespaces(client)),
        ...(superuser ? [] : reservedEntries(entries)),
        ...(await missingExtensions(client, entries, superuser)),
        ...(superuser ? [] : await foreignRoles(client, entries)),
        ...(await subscriptions(client, swapBy(restore))),
        ...(await locks(client, entries, swapBy(restore))),
    ];
}
const in_place_obstacles_names = async (client, sql, values = []) => (await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), sql, values)).map(({ name }) => name);
const listed = (all) => `${all.slice(0, 8).join(', ')}${all.length > 8 ? ` and ${all.length - 8} more` : ''}`;
function refusal(message, remedy) {
    return { level: 'error', code: 'database-in-place-impossible', message, remedy };
}
/** What this user may not drop, lock or empty. Roles that a cluster begins with own what has no row in pg_shdepend. */
async function foreignObjects(client, extensions) {
    const foreign = await in_place_obstacles_names(client, `SELECT i.type || ' ' || i.identity AS name
       FROM (${droppedObjects(extensions)}) d, pg_identify_object(d.class, d.oid, 0) i
      WHERE NOT CASE d.class
              WHEN 'pg_cast'::regclass THEN (SELECT pg_has_role(s.typowner, 'USAGE') OR pg_has_role(t.typowner, 'USAGE')
                                               FROM pg_cast c, pg_type s, pg_type t WHERE c.oid = d.oid AND s.oid = c.castsource AND t.oid = c.casttarget)
              WHEN 'pg_namespace'::regclass THEN (SELECT pg_has_role(n.nspowner, 'USAGE') FROM pg_namespace n WHERE n.oid = d.oid)
              ELSE EXISTS (SELECT 1 FROM pg_shdepend o
                            WHERE o.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                              AND o.classid = d.class AND o.objid = d.oid AND o.deptype = 'o' AND pg_has_role(o.refobjid, 'USAGE'))
            END
     UNION ALL
     SELECT 'rows of ' || t.name FROM (${REPLACED_TABLES}) t
      WHERE NOT has_table_privilege(t.oid::oid, 'DELETE')
     UNION ALL
     SELECT 'large object ' || oid FROM pg_largeobject_metadata WHERE NOT pg_has_role(lomowner, 'USAGE')
     ORDER BY 1`);
    if (foreign.length === 0)
        return [];
    return [
        refusal(`A restore in place cannot replace what other roles own: ${listed(foreign)}.`, await asOwnerOr(client, 'Give them to this user (ALTER … OWNER TO), or make it a member of their owners.')),
    ];
}
/** Kinds of objects that only a superuser can create, for any owner. */
const RESERVED = [
    'EVENT TRIGGER',
    'FOREIGN DATA WRAPPER',
    'ACCESS METHOD',
    'OPERATOR CLASS',
    'OPERATOR FAMILY',
    'SHELL TYPE',
    'PROCEDURAL LANGUAGE',
    'SUBSCRIPTION',
];
function reservedEntries(entries) {
    const reserved = entries.filter(({ desc }) => RESERVED.includes(desc));
    if (reserved.length === 0)
        return [];
    return [
        refusal(`Only a superuser can create again: ${listed(reserved.map(({ desc, tag }) => `${desc.toLowerCase()} ${tag}`))}.`, 'Restore with the URL of a superuser.'),
    ];
}
async function missingExtensions(client, entries, superuser) {
    const missing = extensionsIn(entries);
    if (missing.length === 0)
        return [];
    const usable = await in_place_obstacles_names(client, `SELECT name FROM pg_available_extension_versions WHERE ${superuser ? 'true' : `trusted AND has_database_privilege(current_database(), 'CREATE')`}`);
    const refused = missing.filter(({ name }) => !usable.includes(name));
    if (refused.length === 0)
        return [];
    return [
        refusal(`The snapshot has extensions that this user cannot create here: ${listed(refused.map(({ name, schema }) => `${name} in schema ${schema}`))}.`, 'Install them on the server. As a superuser, CREATE EXTENSION them, or move them back: ALTER EXTENSION … SET SCHEMA.'),
    ];
}
/** Owners in the dump that this user may not give objects to. The preflight of every restore names those that are gone. */
async function foreignRoles(client, entries) {
    // A restore in place leaves "public" to an owner whom this user may not act for, with its privileges.
    const [ofPublic] = await in_place_obstacles_names(client, `SELECT pg_get_userbyid(nspowner) AS name FROM pg_namespace
      WHERE nspname = 'public' AND pg_get_userbyid(nspowner) <> '${DATABASE_OWNER}' AND NOT pg_has_role(nspowner, 'USAGE')`);
    const stays = ({ desc, tag, owner }) => owner === ofPublic && ((desc === 'SCHEMA' && tag === 'public') || (desc === 'ACL' && tag === 'SCHEMA public'));
    const found = new Set(await in_place_obstacles_names(client, `SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1) AND NOT pg_has_role(oid, 'MEMBER')`, [[...new Set(entries.filter((entry) => !stays(entry)).map(({ owner }) => owner))]]));
    const owned = found.delete(DATABASE_OWNER)
        ? [
            refusal('The snapshot has objects of the owner of the database (pg_database_owner), and this user is not that owner.', await asOwnerOr(client, '')),
        ]
        : [];
    if (found.size === 0)
        return owned;
    return [
        ...owned,
        refusal(`The snapshot has objects of roles that this user does not belong to: ${listed([...found].sort())}.`, await asOwnerOr(client, 'GRANT them to this user.')),
    ];
}
async function subscriptions(client, swap) {
    const found = await in_place_obstacles_names(client, `SELECT subname AS name FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database() ORDER BY 1`);
    if (found.length === 0)
        return [];
    return [
        refusal(`A transaction cannot drop and create again the subscriptions of this database: ${listed(found)}.`, `${swap} drop them before the restore.`),
    ];
}
/** Kinds of entries that become relations with a lock of their own, and how many locks each takes (with its TOAST table). */
const LOCKS = {
    TABLE: 3,
    'MATERIALIZED VIEW': 3,
    SEQUENCE: 1,
    VIEW: 1,
    INDEX: 1,
    CONSTRAINT: 1,
};
/** Dropping takes one lock for each object and each part of one, and creating one for each relation. */
async function locks(client, entries, swap) {
    const parts = [
        'pg_class',
        'pg_type',
        'pg_constraint',
        'pg_attrdef',
        'pg_trigger',
        'pg_rewrite',
        'pg_proc',
        'pg_policy',
    ];
    const row = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ dropped: classic_schemas/* number */.aig(), relations: classic_schemas/* number */.aig(), room: classic_schemas/* number */.aig(), slots: classic_schemas/* number */.aig() }), `WITH member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
       setting AS (SELECT current_setting(name)::bigint AS value, name FROM unnest(ARRAY['max_connections', 'max_prepared_transactions',
                     'autovacuum_max_workers', 'max_worker_processes', 'max_wal_senders']) AS name),
       object AS (${parts.map((catalog) => `SELECT '${catalog}'::regclass AS class, oid FROM ${catalog} WHERE oid >= ${FIRST_USER_OID}`).join(' UNION ALL ')})
       SELECT ((SELECT count(*) FROM object WHERE (class, oid) NOT IN (SELECT classid, objid FROM member))
               + (SELECT count(*) FROM pg_largeobject_metadata))::int AS dropped,
              (SELECT count(*) FROM pg_class WHERE oid >= ${FIRST_USER_OID} AND relkind <> 'c')::int AS relations,
              (current_setting('max_locks_per_transaction')::bigint * (SELECT sum(value) + 1 FROM setting))::int AS room,
              ((SELECT sum(value) + 1 FROM setting))::int AS slots`));
    const created = entries.reduce((sum, { desc }) => sum + (LOCKS[desc] ?? 0), 0);
    const needed = row.dropped + (entries.length === 0 ? row.relations : created);
    if (needed <= row.room)
        return [];
    const wanted = Math.ceil((needed * 1.2) / row.slots / 64) * 64;
    const finding = refusal(
    // No numbers: a plan shows this message, and its digest covers it.
    'A restore in place needs more locks in one transaction than the server has room for.', `${swap} set max_locks_per_transaction to at least ${wanted} and restart the server (needed: about ${needed} locks, room: ${row.room}).`);
    return [needed > row.room * SPARE ? finding : { ...finding, level: 'warning' }];
}
/** Servers grow their table of locks into spare memory: 1.3 times its size was measured to work, twice its size to fail. */
const SPARE = 1.3;

// EXTERNAL MODULE: ./lib/providers/postgres/warnings.js
var postgres_warnings = __webpack_require__(68943);
;// CONCATENATED MODULE: ./lib/providers/postgres/left-out.js



/**
 * What a dump by this user silently lacks: pg_dump reads the options of a user mapping as NULL where the user may not see
 * them, and omits subscriptions unless the user is a superuser.
 *
 * @returns one sentence for each object
 */
async function hiddenFromDump(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ text: classic_schemas/* string */.YjP() }), 
    // The condition is the one of the view pg_user_mappings. ASCII only: the encoding of the database may not have more.
    `SELECT format('the options (a password for instance) of the user mapping for %s on foreign server %s, which only a superuser or the mapped user may read',
                   CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END, quote_ident(m.srvname)) AS text
       FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid JOIN pg_roles r ON r.rolname = current_user
      WHERE m.umoptions IS NULL AND NOT r.rolsuper
        AND NOT (m.umuser <> 0 AND m.usename = current_user
                 AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE')))
        AND NOT (m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE'))
     UNION ALL
     SELECT format('the subscription %s, which only a superuser can dump', quote_ident(subname))
       FROM pg_subscription JOIN pg_roles r ON r.rolname = current_user
      WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND NOT r.rolsuper
      ORDER BY 1`);
    return rows.map(({ text }) => text);
}
/** What a snapshot lacks, by its own look and by the warnings of pg_dump. */
function leftOut(hidden, warnings) {
    const said = warnings
        // Named one by one above.
        .filter((warning) => !(0,postgres_warnings/* isHarmless */.E)(warning) && !warning.startsWith('subscriptions not dumped'))
        .map((warning) => `perhaps an object: pg_dump warned "${warning}"`);
    return [...hidden, ...new Set(said)];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/objects.js


/** Key of the aggregate of all large objects: owners, privileges, comments. There can be millions. */
const LARGE_OBJECTS = 'large objects';
/** Entries that hold rows (counted), the head of the script, or planner statistics. */
const IGNORED = ['TABLE DATA', 'BLOBS', 'STATISTICS DATA', 'ENCODING', 'STDSTRINGS', 'SEARCHPATH'];
/**
 * A hash of each object's definition and the value of each sequence, as pg_dump wrote them. Objects with equal names
 * (overloaded operators) share one hash.
 */
function objectsOf(entries) {
    const definitions = new Map();
    const sequences = {};
    for (const entry of oneByOne(entries)) {
        if (IGNORED.includes(entry.desc))
            continue;
        if (entry.desc === 'SEQUENCE SET') {
            sequences[`${entry.namespace}.${entry.tag}`] = objects_valueOf(entry.definition);
            continue;
        }
        const definition = normalised(entry);
        if (definition === null)
            continue;
        const name = objectName(entry);
        const others = definitions.get(name);
        if (others)
            others.push(definition);
        else
            definitions.set(name, [definition]);
    }
    const names = [...definitions.keys()].sort();
    return {
        schema: Object.fromEntries(names.map((name) => [name, hash(definitions.get(name)?.sort().join('\0\0') ?? '')])),
        sequences,
    };
}
/**
 * PostgreSQL 17 and later dump large objects of equal owners and privileges as one entry. Gives each the entries that
 * earlier versions write, so that a snapshot of the server before its upgrade compares equal.
 */
function* oneByOne(entries) {
    const groups = new Map();
    for (const entry of entries) {
        if (entry.desc === 'BLOB METADATA') {
            const ids = entry.definition.split('\n').filter((id) => id !== '');
            groups.set(`LARGE OBJECTS ${entry.tag}`, ids);
            for (const id of ids) {
                yield { ...entry, desc: 'BLOB', tag: id, definition: `SELECT pg_catalog.lo_create('${id}');\n` };
            }
            continue;
        }
        const ids = entry.desc === 'ACL' ? groups.get(entry.tag) : undefined;
        if (ids === undefined) {
            yield entry;
            continue;
        }
        // It names only the first of them.
        for (const id of ids) {
            const definition = entry.definition.replaceAll(/ ON LARGE OBJECT \d+ /g, ` ON LARGE OBJECT ${id} `);
            yield { ...entry, tag: `LARGE OBJECT ${id}`, definition };
        }
    }
}
const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
/** `table public.fans`, `privileges of function public.f(integer)`, `database settings`. */
function objectName({ desc, namespace, tag, owner, }) {
    if (desc === 'DATABASE')
        return 'database';
    if (desc === 'DATABASE PROPERTIES')
        return 'database settings';
    if (desc.startsWith('BLOB'))
        return LARGE_OBJECTS;
    const qualified = (name) => (namespace === '' ? name : `${namespace}.${name}`);
    if (desc === 'DEFAULT ACL') {
        return `${tag.toLowerCase()} of ${owner}${namespace === '' ? '' : ` in schema ${namespace}`}`;
    }
    const about = ABOUT[desc];
    if (about === undefined)
        return `${desc.toLowerCase()} ${qualified(tag)}`;
    if (tag.startsWith('LARGE OBJECT'))
        return LARGE_OBJECTS;
    if (tag.startsWith('DATABASE '))
        return `database ${about}`;
    const [, kind = '', name = ''] = /^((?:[A-Z]+ )+)(.*)$/s.exec(tag) ?? [];
    return `${about} of ${kind.toLowerCase()}${qualified(name === '' ? tag : name)}`;
}
/** True for properties of the database itself: they go with its name, not with its content. */
const isDatabaseProperty = (name) => /^database( |$)/.test(name);
/** Rewind's own notes in the comment of a database. */
const REWIND_TAGS = /\n?\[rewind: [^\]]*\]\n?/g;
/**
 * What a dump of PostgreSQL 14 or older says of a schema "public" that was dropped and made again, where its privileges are
 * those that a new database has. A dump of the database into which it was restored does not say it: only there the schema is
 * the one that initdb made. From 15 on a dump compares every "public" with that one, and has a REVOKE before this line.
 */
const STANDARD_PUBLIC = 'GRANT ALL ON SCHEMA public TO PUBLIC;';
/** What counts of an entry; null if nothing does. */
function normalised(entry) {
    if (entry.desc === 'ACL' && entry.tag === 'SCHEMA public' && entry.definition.trim() === STANDARD_PUBLIC)
        return null;
    const tagged = entry.desc === 'COMMENT' && entry.tag.startsWith('DATABASE ');
    const sql = tagged ? entry.definition.replace(REWIND_TAGS, '') : entry.definition;
    if (tagged && sql.endsWith(" IS '';\n"))
        return null;
    // Lists whose order means nothing, and can change with a reload.
    const unordered = entry.desc.endsWith('ACL') || entry.desc === 'DATABASE PROPERTIES';
    const text = unordered ? sql.split('\n').sort().join('\n') : sql;
    return [text, entry.owner, entry.tablespace, entry.accessMethod].join('\0');
}
/** `20000` or `1 (not used yet)`, from `SELECT pg_catalog.setval('public.fans_id_seq', 20000, true);`. */
function objects_valueOf(definition) {
    const [, value, used] = /, (-?\d+), (true|false)\);\s*$/.exec(definition) ?? [];
    return value === undefined ? definition : used === 'true' ? value : `${value} (not used yet)`;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/obstacles.js









/** Roles of hosting companies that may do what PostgreSQL allows only to superusers, within limits of their own. */
const NEARLY_SUPERUSER = [
    'rds_superuser',
    'cloudsqlsuperuser',
    'azure_pg_admin',
    'neon_superuser',
    'alloydbsuperuser',
];
/** Objects that a message names. */
const SHOWN = 8;
/**
 * What would stop a swap of this database, found before anybody is asked to approve one. Read-only.
 * @param client a session on the database
 */
async function swapObstacles(client) {
    const me = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ superuser: classic_schemas/* boolean */.zMY(), nearly: classic_schemas/* boolean */.zMY(), name: classic_schemas/* string */.YjP(), major: classic_schemas/* number */.aig() }), `SELECT rolsuper AS superuser, rolname::text AS name,
              EXISTS (SELECT 1 FROM pg_roles h WHERE h.rolname = ANY ($1) AND pg_has_role(h.oid, 'MEMBER')) AS nearly,
              current_setting('server_version_num')::int / 10000 AS major
         FROM pg_roles WHERE rolname = current_user`, [NEARLY_SUPERUSER]));
    const prepared = await preparedTransactions(client);
    if (me.superuser)
        return prepared;
    const ofPublic = await publicObstacle(client, me.major);
    // Until PostgreSQL 14 the privileges and the comment of "public" count too, and no snapshot records those.
    const publicCode = me.major >= 15 ? OWNERS_OF_NOW : 'database-permission';
    const problems = [
        ...[...(await forbiddenSettings(client, me)), ...(await untrustedExtensions(client))].map((problem) => ({
            ...problem,
            code: 'database-permission',
        })),
        ...(await foreignOwners(client, me.major)).map((problem) => ({ ...problem, code: OWNERS_OF_NOW })),
        ...(ofPublic ? [{ ...ofPublic, code: publicCode }] : []),
    ];
    return [
        ...prepared,
        ...problems.map(({ message, remedy, code, alsoInPlace = false }) => ({
            level: me.nearly ? 'warning' : 'error',
            code,
            message,
            remedy: alsoInPlace ? `${remedy}.` : `${remedy}; or set "restore: in-place".`,
        })),
        ...(await systemPrivileges(client)),
        ...(await foreignGrants(client)),
        ...(await closedTablespaces(client)),
        ...(await strongerSessions(client)),
    ];
}
/** A database with a prepared transaction cannot be renamed, and nothing in it can be finished while it is closed. */
async function preparedTransactions(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ gid: classic_schemas/* string */.YjP(), since: classic_schemas/* string */.YjP() }), `SELECT gid, to_char(prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
       FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared`);
    if (rows.length === 0)
        return [];
    return [
        {
            level: 'error',
            code: 'database-prepared-transactions',
            message: `Prepared transactions keep the database from being renamed: ${rows.map(({ gid, since }) => `${JSON.stringify(gid)} (since ${since} UTC)`).join(', ')}.`,
            remedy: 'End each of them in this database: COMMIT PREPARED or ROLLBACK PREPARED with its name.',
        },
    ];
}
/** Settings of the database that this user may not give to a new one. */
async function forbiddenSettings(client, me) {
    const settings = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({
        role: classic_schemas/* string */.YjP().nullable(),
        setting: classic_schemas/* string */.YjP(),
        context: classic_schemas/* string */.YjP().nullable(),
        mayRole: classic_schemas/* boolean */.zMY(),
    }), `SELECT r.rolname::text AS role, u.setting, p.context,
            coalesce(NOT r.rolsuper AND (r.rolname = current_user OR
                     (me.rolcreaterole AND ${me.major >= 16 ? `pg_has_role(r.oid, 'MEMBER WITH ADMIN OPTION')` : 'true'})), true) AS "mayRole"
       FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
       CROSS JOIN unnest(s.setconfig) AS u(setting) LEFT JOIN pg_roles r ON r.oid = s.setrole
       LEFT JOIN pg_settings p ON p.name = split_part(u.setting, '=', 1)
       JOIN pg_roles me ON me.rolname = current_user ORDER BY 1, 2`);
    const problems = [];
    for (const { role, setting, context, mayRole } of settings) {
        const { name } = splitSetting(setting);
        if (role !== null && !mayRole) {
            problems.push({
                message: `This user may not give the restored database the setting "${name}" of role "${role}".`,
                remedy: `Run Rewind as a user that may alter "${role}", or remove it: ALTER ROLE ${(0,connection/* quoted */.TL)(role)} IN DATABASE … RESET ${name}`,
            });
        }
        else if (!(await maySet(client, name, context, me.major))) {
            problems.push({
                message: `This user may not give the restored database the setting "${name}": only a superuser may.`,
                remedy: me.major >= 15 ? `GRANT SET ON PARAMETER ${(0,connection/* quoted */.TL)(name)} TO ${(0,connection/* quoted */.TL)(me.name)}` : 'Remove the setting',
            });
        }
    }
    return problems;
}
/** A parameter of an extension that is not loaded has no row in pg_settings; it may be one for superusers. */
async function maySet(client, name, context, major) {
    if (context === 'user' || context === 'backend')
        return true;
    if (major < 15)
        return false;
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ may: classic_schemas/* boolean */.zMY() }), `SELECT has_parameter_privilege($1, 'SET') AS may`, [name]);
    return (0,postgres_select/* only */.j)(rows).may;
}
async function untrustedExtensions(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT e.extname::text AS name FROM pg_extension e
       JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion
      WHERE v.superuser AND NOT v.trusted AND e.extname <> 'plpgsql' ORDER BY 1`);
    if (rows.length === 0)
        return [];
    const names = rows.map(({ name }) => name).join(', ');
    return [
        {
            message: `Only a superuser may create these extensions in the restored database: ${names}.`,
            remedy: 'Run the rollback as a superuser',
        },
    ];
}
/** Nobody can look into template0, of which new databases are made: a host may have given it the same privileges. */
async function systemPrivileges(client) {
    const names = await foreignSystemPrivileges(client);
    if (names.length === 0)
        return [];
    const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
    return [
        {
            level: 'warning',
            code: 'database-permission',
            message: `The privileges on objects of the system are not those of PostgreSQL, and only a superuser may give them to a new database: ${names.slice(0, SHOWN).join(', ')}${more}. If new databases do not have them, a restore fails before the swap.`,
            remedy: 'Run the rollback as a superuser, give the objects the privileges of a new database, or set "restore: in-place".',
        },
    ];
}
/**
 * pg_restore gives each object to its owner, which takes membership in that role. Only what has an owner of its own counts:
 * the array and row types and the indexes of an extension's objects are no members of the extension, but it makes them.
 */
async function foreignOwners(client, major) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ role: classic_schemas/* string */.YjP(), objects: classic_schemas/* boolean */.zMY() }), `SELECT pg_get_userbyid(o.owner)::text AS role, bool_or(o.objects) AS objects FROM (
       SELECT c.relowner AS owner, true AS objects FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE ${postgres_rows/* OURS */.o6} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND ${(0,postgres_rows/* notOfExtension */.KG)('pg_class', 'c.oid')}
       UNION SELECT p.proowner, true FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE ${postgres_rows/* OURS */.o6} AND ${(0,postgres_rows/* notOfExtension */.KG)('pg_proc', 'p.oid')}
       UNION SELECT t.typowner, true FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE ${postgres_rows/* OURS */.o6} AND t.typtype <> 'm' AND ${(0,postgres_rows/* notOfExtension */.KG)('pg_type', 't.oid')}
          AND NOT EXISTS (SELECT 1 FROM pg_type element WHERE element.typarray = t.oid)
          AND NOT EXISTS (SELECT 1 FROM pg_class row WHERE row.oid = t.typrelid AND row.relkind <> 'c')
       UNION SELECT n.nspowner, true FROM pg_namespace n WHERE ${postgres_rows/* OURS */.o6} AND n.nspname <> 'public'
         AND ${(0,postgres_rows/* notOfExtension */.KG)('pg_namespace', 'n.oid')}
       UNION SELECT d.datdba, false FROM pg_database d WHERE d.datname = current_database()) o
      -- The last part names the owner of the database itself.
      WHERE pg_get_userbyid(o.owner) <> '${DATABASE_OWNER}' AND NOT pg_has_role(o.owner, '${major >= 16 ? 'SET' : 'MEMBER'}')
      GROUP BY 1 ORDER BY 1`);
    if (rows.length === 0)
        return [];
    const names = rows.map(({ role }) => `"${role}"`).join(', ');
    return [
        {
            message: `This user may not give restored objects to their owners: ${names}.`,
            remedy: await asOwnerOr(client, `Make this user a member of them: GRANT ${rows.map(({ role }) => (0,connection/* quoted */.TL)(role)).join(', ')} TO CURRENT_USER`),
            // A restore in place keeps the database and its owner. It makes the objects again, and gives them to their owners, too.
            alsoInPlace: rows.some(({ objects }) => objects),
        },
    ];
}
/** Only a superuser ends the sessions of a superuser, and a database with sessions cannot be renamed. */
async function strongerSessions(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ who: classic_schemas/* string */.YjP() }), `SELECT DISTINCT format('%s (%s)', a.usename, coalesce(nullif(a.application_name, ''), 'no name')) AS who
       FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
      WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
        AND (r.rolsuper OR NOT (pg_has_role(r.oid, 'MEMBER') OR pg_has_role('pg_signal_backend', 'MEMBER')))
      ORDER BY 1 LIMIT 10`);
    if (rows.length === 0)
        return [];
    return [
        {
            level: 'warning',
            code: 'database-sessions',
            message: `This user cannot end sessions of ${rows.map(({ who }) => who).join(', ')}, and the swap needs the database without sessions.`,
            remedy: 'GRANT pg_signal_backend to this user; end sessions of superusers before the rollback.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/owners.js






/** Reads the owners in the table of contents of a dump. Extensions have none. */
function ownersIn(entries) {
    const owners = new Map();
    for (const entry of entries) {
        const { desc, namespace, tag, owner } = entry;
        if (owner === '' || owner === DATABASE_OWNER || desc in ABOUT || !isRestored(entry) || owners.has(owner))
            continue;
        owners.set(owner, `${desc.toLowerCase()} ${namespace === '' ? '' : `${namespace}.`}${tag}`);
    }
    return Object.fromEntries([...owners].sort(([a], [b]) => (a < b ? -1 : 1)));
}
/**
 * Owners that this user may not give the objects of a new database to: pg_restore would stop at the first of them. `check`
 * looks at the owners of now, and the snapshot may have others.
 * @param client a session on any database of the server
 */
async function forbiddenOwners(client, database, owners, major) {
    const me = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ superuser: classic_schemas/* boolean */.zMY(), nearly: classic_schemas/* boolean */.zMY(), name: classic_schemas/* string */.YjP() }), `SELECT rolsuper AS superuser, rolname::text AS name,
              EXISTS (SELECT 1 FROM pg_roles h WHERE h.rolname = ANY ($1) AND pg_has_role(h.oid, 'MEMBER')) AS nearly
         FROM pg_roles WHERE rolname = current_user`, [NEARLY_SUPERUSER]));
    if (me.superuser)
        return [];
    const roles = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), superuser: classic_schemas/* boolean */.zMY() }), `SELECT rolname::text AS name, rolsuper AS superuser FROM pg_roles
      WHERE rolname = ANY ($1) AND rolname <> '${DATABASE_OWNER}' AND NOT pg_has_role(oid, '${major >= 16 ? 'SET' : 'MEMBER'}')
      ORDER BY 1`, [Object.keys(owners)]);
    if (roles.length === 0)
        return [];
    const listed = roles.map(({ name }) => `${(0,connection/* quoted */.TL)(name)} (${owners[name] ?? ''})`).join(', ');
    return [
        {
            level: me.nearly ? 'warning' : 'error',
            code: 'database-permission',
            message: `The snapshot has objects of roles that this user may not give objects to: ${listed}.`,
            remedy: roles.some(({ superuser }) => superuser)
                ? 'Run the rollback as a superuser.'
                : await asOwnerOr(client, `Make this user a member of them: GRANT ${roles.map(({ name }) => (0,connection/* quoted */.TL)(name)).join(', ')} TO ${(0,connection/* quoted */.TL)(me.name)}`, database),
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/lock-watch.js





const EVERY_MS = 1_000;
/** Until a session that still waits is named again. */
const AGAIN_MS = 30_000;
const waiter = classic_schemas/* object */.Ikc({
    pid: classic_schemas/* number */.aig(),
    who: classic_schemas/* string */.YjP(),
    waits: classic_schemas/* string */.YjP(),
    seconds: classic_schemas/* number */.aig(),
    /** Directly behind Rewind; false: behind a session that is. */
    direct: classic_schemas/* boolean */.zMY(),
});
/**
 * Logs the sessions that wait behind the locks of a backup, while it runs: an ALTER TABLE waits for its end, and everything
 * that wants the same table waits behind the ALTER TABLE. Ends with the signal, and never fails: it is only information.
 */
async function watchWaiters(ctx, address, over) {
    const pause = () => ctx.clock.sleep(EVERY_MS, over).catch(() => undefined);
    const named = new Map();
    // A short backup takes no third connection.
    await pause();
    if (over.aborted)
        return;
    try {
        await (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
            while (!over.aborted) {
                await report(ctx, client, named);
                await pause();
            }
        });
    }
    catch (error) {
        ctx.log.debug(`sessions that wait behind the backup are not watched: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function report(ctx, client, named) {
    const waiting = await (0,postgres_select/* select */.L)(client, waiter, WAITERS);
    const behind = waiting.filter(({ direct }) => !direct).length;
    const now = ctx.clock.monotonic();
    for (const { pid, who, waits, seconds: since, direct } of waiting) {
        if (!direct || now - (named.get(pid) ?? -AGAIN_MS) < AGAIN_MS)
            continue;
        named.set(pid, now);
        const others = behind === 0 ? '' : ` ${behind} more wait behind such sessions.`;
        ctx.log.warn(`[${ctx.resource}] pid ${pid} (${who}) has waited ${(0,progress/* seconds */.YA)(since)} for ${waits}. It goes on when this backup ends.${others}`);
    }
}
/** No text of queries: it may hold data. */
const WAITERS = `
WITH ours AS (SELECT array_agg(pid) AS pids FROM pg_stat_activity
               WHERE application_name = 'rewind' AND datname = current_database())
SELECT l.pid, format('application "%s", user "%s"', a.application_name, a.usename) AS who,
       format('%s on %s', l.mode, l.relation::regclass) AS waits,
       coalesce(extract(epoch FROM clock_timestamp() - l.waitstart), 0)::float8 AS seconds,
       pg_blocking_pids(l.pid) && ours.pids AS direct
  FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid CROSS JOIN ours
 WHERE NOT l.granted AND l.locktype = 'relation' AND a.datname = current_database() AND NOT l.pid = ANY (ours.pids)
 ORDER BY l.waitstart`;

;// CONCATENATED MODULE: ./lib/providers/postgres/read-beside.js



/**
 * Reads in the session that holds the snapshot while a dump of that snapshot runs. The session must live until the dump
 * ends, so it is kept awake. If one side fails, the other one stops.
 *
 * @param read in the session
 * @param dump stops when the signal of its context fires
 * @throws the error of the side that failed first
 */
async function readBeside(ctx, client, address, read, dump) {
    const pid = await pidOf(client);
    const failed = new AbortController();
    const failures = [];
    const fail = (error) => {
        failures.push(error);
        failed.abort();
        throw error;
    };
    const dumping = dump({ ...ctx, signal: AbortSignal.any([ctx.signal, failed.signal]) }).catch(async (error) => {
        const first = failures.push(error) === 1;
        // The server would go on counting, and hold its locks, after the end of the connection.
        if (first)
            await cancelSessions(ctx, address, [pid]);
        throw error;
    });
    const reading = read()
        .then(async (found) => {
        await (0,connection/* keepAwake */.lX)(ctx, client, dumping);
        return found;
    })
        .catch(fail);
    const over = new AbortController();
    const watching = watchWaiters(ctx, address, over.signal);
    const [found, dumped] = await Promise.allSettled([reading, dumping]);
    over.abort();
    await watching;
    if (found.status === 'fulfilled' && dumped.status === 'fulfilled') {
        return { found: found.value, dumped: dumped.value };
    }
    throw (0,connection/* databaseError */.Kz)(failures[0], ctx.resource, 'keeping the snapshot open');
}

;// CONCATENATED MODULE: ./lib/providers/postgres/deleted.js




const row = classic_schemas/* object */.Ikc({ deleted: classic_schemas/* string */.YjP() });
/** Rows that were ever deleted in a database, by the statistics of the server. Any session can ask. */
async function deletedIn(client, oid) {
    const sql = 'SELECT pg_stat_get_db_tuples_deleted($1::oid)::text AS deleted';
    return BigInt((0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, row, sql, [oid])).deleted);
}
/**
 * Those of `deletedIn` that are statistics for the planner: ANALYZE replaces them, also that of autovacuum, so they say
 * nothing of what somebody did. Only a session of that database can ask.
 */
async function replacedStatistics(client) {
    const sql = `WITH kept AS (
      SELECT oid, reltoastrelid FROM pg_catalog.pg_class
       WHERE relnamespace = 'pg_catalog'::regnamespace AND relname IN ('pg_statistic', 'pg_statistic_ext_data'))
    SELECT coalesce(sum(pg_stat_get_tuples_deleted(oid)), 0)::text AS deleted
      FROM (SELECT oid FROM kept UNION ALL SELECT reltoastrelid FROM kept WHERE reltoastrelid <> 0) t`;
    return BigInt((0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, row, sql)).deleted);
}
/** Before a database is closed. @returns null if it cannot be asked, e.g. because an interrupted run closed it */
async function statisticsBefore(ctx, address, database) {
    if (database?.accepts !== true)
        return null;
    try {
        return await (0,connection/* withDatabase */.kR)(ctx, address, database.name, replacedStatistics);
    }
    catch (error) {
        ctx.log.warn(`"${database.name}": it will be unknown later whether rows were deleted in it: ${(0,errors/* messageOf */.bD)(error)}`);
        return null;
    }
}

// EXTERNAL MODULE: ./lib/services/postgres/loss-meter.js
var loss_meter = __webpack_require__(67455);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/tables.js



const column = classic_schemas/* object */.Ikc({
    name: classic_schemas/* string */.YjP(),
    /** `schema.type` without a length, quoted: a cast to it never shortens a value. */
    type: classic_schemas/* string */.YjP(),
    /** With its length, for comparison and messages. */
    full: classic_schemas/* string */.YjP(),
    generated: classic_schemas/* boolean */.zMY(),
    /** GENERATED ALWAYS AS IDENTITY: an UPDATE may not set it. */
    always: classic_schemas/* boolean */.zMY(),
    /** An INSERT must give a value. */
    required: classic_schemas/* boolean */.zMY(),
    /** A row's hash covers the type, the same in every database; other types are hashed as text. */
    hashable: classic_schemas/* boolean */.zMY(),
    /** Its cast to text is a function: another text than the one that the server writes and reads (`true` for `t`). */
    cast: classic_schemas/* boolean */.zMY(),
    /** The type is no type of the system: its cast may be any function of its owner. */
    own: classic_schemas/* boolean */.zMY(),
});
const table = classic_schemas/* object */.Ikc({
    /** `schema.name`, as in the state. */
    name: classic_schemas/* string */.YjP(),
    schema: classic_schemas/* string */.YjP(),
    relation: classic_schemas/* string */.YjP(),
    columns: classic_schemas/* array */.YOg(column),
    key: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
    /** The operator of the key's index for each column, e.g. `OPERATOR(public.=)`. */
    equals: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
    triggers: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
});
async function tablesOf(client) {
    const rows = await (0,postgres_select/* select */.L)(client, table, `SELECT n.nspname || '.' || c.relname AS name, n.nspname AS schema, c.relname AS relation,
            (SELECT json_agg(json_build_object('name', a.attname,
                      'type', quote_ident(tn.nspname) || '.' || quote_ident(t.typname),
                      'full', format_type(a.atttypid, a.atttypmod),
                      'generated', a.attgenerated <> '', 'always', a.attidentity = 'a',
                      'required', a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AND a.attgenerated = '',
                      'hashable', t.oid = ANY ('{bool,int2,int4,int8,float4,float8,numeric,text,varchar,bpchar,uuid,date,timestamp,timestamptz,time,timetz,bytea,inet,cidr,macaddr,jsonb,oid}'::regtype[])
                                  AND NOT EXISTS (SELECT FROM pg_collation l WHERE l.oid = a.attcollation AND NOT l.collisdeterministic),
                      'cast', t.typtype = 'd' OR EXISTS (SELECT FROM pg_cast k WHERE k.castsource = t.oid AND k.casttarget = 'text'::regtype AND k.castmethod = 'f'),
                      'own', tn.nspname <> 'pg_catalog')
                    ORDER BY a.attnum)
               FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace tn ON tn.oid = t.typnamespace
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
            ARRAY(SELECT a.attname::text FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY k(num, place)
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num
                   WHERE i.indrelid = c.oid AND i.indisprimary AND k.place <= i.indnkeyatts ORDER BY k.place) AS key,
            ARRAY(SELECT format('OPERATOR(%I.%s)', un.nspname, u.oprname)
                    FROM pg_index i CROSS JOIN unnest(i.indclass::oid[]) WITH ORDINALITY k(class, place)
                    JOIN pg_opclass o ON o.oid = k.class
                    JOIN pg_amop m ON m.amopfamily = o.opcfamily AND m.amoplefttype = o.opcintype AND m.amoprighttype = o.opcintype AND m.amopstrategy = 3
                    JOIN pg_operator u ON u.oid = m.amopopr JOIN pg_namespace un ON un.oid = u.oprnamespace
                   WHERE i.indrelid = c.oid AND i.indisprimary AND k.place <= i.indnkeyatts ORDER BY k.place) AS equals,
            ARRAY(SELECT g.tgname::text FROM pg_trigger g
                   WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgtype & 28 <> 0
                   ORDER BY 1) AS triggers
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${postgres_rows/* OURS */.o6} AND ${(0,postgres_rows/* notOfExtension */.KG)('pg_class', 'c.oid')}
        AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
      ORDER BY 1`);
    return new Map(rows.map((entry) => [entry.name, entry]));
}
/** Foreign keys between tables; a reference to a partitioned table counts for each of its partitions. */
async function referencesOf(client) {
    return (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ table: classic_schemas/* string */.YjP(), parent: classic_schemas/* string */.YjP() }), `SELECT DISTINCT n.nspname || '.' || c.relname AS table, pn.nspname || '.' || p.relname AS parent
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN LATERAL (SELECT k.confrelid AS oid UNION SELECT relid FROM pg_partition_tree(k.confrelid)) f ON true
       JOIN pg_class p ON p.oid = f.oid JOIN pg_namespace pn ON pn.oid = p.relnamespace
      WHERE k.contype = 'f' AND c.relkind = 'r' AND p.relkind = 'r'`);
}
/** The quoted name. */
const sqlOf = ({ schema, relation }) => `${(0,connection/* quoted */.TL)(schema)}.${(0,connection/* quoted */.TL)(relation)}`;
/** Pure. Compares the table of the kept database with production's. */
function match(theirs, ours) {
    if (!ours)
        return { skipped: 'production has no such table' };
    if (theirs.key.length === 0)
        return { skipped: 'it has no primary key' };
    if (theirs.key.join('\n') !== ours.key.join('\n'))
        return { skipped: 'its primary key differs between the two databases' };
    if (ours.columns.some(({ name, generated }) => generated && ours.key.includes(name)))
        return { skipped: 'its primary key has a generated column' };
    const there = new Map(theirs.columns.map((entry) => [entry.name, entry]));
    const usable = ours.columns.filter(({ name, generated }) => there.has(name) && !generated);
    const place = (name) => (ours.key.includes(name) ? ours.key.indexOf(name) : ours.key.length);
    const columns = usable
        .map((entry) => ({ ...entry, sameType: there.get(entry.name)?.type === entry.type }))
        .sort((a, b) => place(a.name) - place(b.name));
    if (columns.slice(0, ours.key.length).some(({ sameType }) => !sameType)) {
        return { skipped: 'its primary key has another type in the two databases' };
    }
    const here = new Set(ours.columns.map(({ name }) => name));
    const dropped = theirs.columns.filter(({ name, generated }) => !here.has(name) && !generated).map(({ name }) => name);
    const lacking = ours.columns.filter(({ name, required }) => required && !there.has(name)).map(({ name }) => name);
    const other = usable.filter(({ name, full }) => there.get(name)?.full !== full);
    return {
        shared: {
            name: ours.name,
            schema: ours.schema,
            relation: ours.relation,
            sql: sqlOf(ours),
            columns,
            keys: ours.key.length,
            equals: ours.equals,
            notes: [
                ...(dropped.length === 0 ? [] : [`production has no column ${dropped.join(', ')}: its values stay behind`]),
                ...(lacking.length === 0
                    ? []
                    : [`the kept rows have no value for ${lacking.join(', ')}: new rows are refused`]),
                ...other.map(({ name, full }) => `column ${name} is ${there.get(name)?.full ?? '?'} there and ${full} here`),
                ...(ours.triggers.length === 0 ? [] : [`these triggers fire: ${ours.triggers.join(', ')}`]),
            ],
        },
    };
}
/**
 * The text of a value. A key has the text that the server writes, which a dump holds; and no function of the application says what
 * is carried over. Other values keep the cast of the system, which another type reads (`true`). `format` has no NULL.
 *
 * @param isKey the column is one of the key
 */
function textOf({ name, cast, own }, row, isKey) {
    const value = `${row}.${(0,connection/* quoted */.TL)(name)}`;
    return cast && (own || isKey)
        ? `CASE WHEN num_nulls(${value}) = 0 THEN format('%s', ${value}) END`
        : `${value}::text`;
}
/** The texts of the first columns, e.g. `t."a"::text, t."b"::text`. */
const textsOf = ({ keys }, columns, row) => columns.map((column, at) => textOf(column, row, at < keys)).join(', ');
/** Rows of a side whose hashes equal those of equal rows on the other. */
const hashOf = (table, columns, row) => `hash_record_extended(ROW(${columns
    .map((column, at) => column.hashable && column.sameType
    ? `${row}.${(0,connection/* quoted */.TL)(column.name)}`
    : `(${textOf(column, row, at < table.keys)}) COLLATE "C"`)
    .join(', ')}), 0)`;

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/read.js



/** Rows that are read or looked up at once. */
const read_BATCH = 2000;
/** Rows of a query, as arrays of texts. */
async function textRows(client, text, values = []) {
    const { rows } = await client.query({ text, values, rowMode: 'array' });
    return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
}
let cursors = 0;
/** Reads a query in batches, in constant memory. */
async function* inBatches(client, query, size = read_BATCH) {
    const name = `rewind_${(cursors += 1)}`;
    await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${query}`);
    for (;;) {
        const rows = await textRows(client, `FETCH ${size} FROM ${name}`);
        if (rows.length > 0)
            yield rows;
        if (rows.length < size)
            break;
    }
    await client.query(`CLOSE ${name}`);
}
const newer = ({ baseline }, row) => baseline === null ? 'true' : (0,loss_meter/* newerThan */.TH)(baseline, row);
/** Rows of a table, and how many of them were written since. @param table quoted */
async function countRows(side, table) {
    const [[rows = '0', written = '0'] = []] = await textRows(side.client, `SELECT count(*), count(*) FILTER (WHERE ${newer(side, 't')}) FROM ONLY ${table} t`);
    return { rows: Number(rows), newer: Number(written) };
}
/** The rows of a side that were written since. */
const writtenRows = (side, table, columns = table.columns) => inBatches(side.client, `SELECT ${textsOf(table, columns, 't')} FROM ONLY ${table.sql} t WHERE ${newer(side, 't')}`);
/**
 * Looks up keys on a side.
 * @param keys rows that begin with the key
 * @param columns which values to read
 * @returns in the order of the keys; undefined where the side has no such row
 */
async function lookUp(side, table, keys, columns = table.columns) {
    const key = table.columns.slice(0, table.keys);
    const rows = await textRows(side.client, `SELECT s.n, ${newer(side, 't')}${columns.length === 0 ? '' : `, ${textsOf(table, columns, 't')}`}
       FROM unnest(${key.map((_, at) => `$${at + 1}::text[]`).join(', ')}) WITH ORDINALITY AS s(${key.map((_, at) => `k${at}`).join(', ')}, n)
       JOIN ONLY ${table.sql} t ON ${joinOn(table, 's', 't')}`, key.map((_, at) => keys.map((row) => row[at])));
    const found = new Array(keys.length).fill(undefined);
    for (const [place, changed, ...row] of rows)
        found[Number(place) - 1] = { changed: changed === 'true', row };
    return found;
}
/** The condition that two rows have one key; `texts` holds it as texts k0, k1, …. */
function joinOn(table, texts, row) {
    return table.columns
        .slice(0, table.keys)
        .map(({ name, type }, at) => `${row}.${(0,connection/* quoted */.TL)(name)} ${table.equals[at] ?? '='} ${texts}.k${at}::${type}`)
        .join(' AND ');
}

;// CONCATENATED MODULE: ./lib/providers/postgres/lacking.js










const tableRow = classic_schemas/* object */.Ikc({
    /** `schema.name` */
    name: classic_schemas/* string */.YjP(),
    schema: classic_schemas/* string */.YjP(),
    relation: classic_schemas/* string */.YjP(),
    /** `WHERE …` of the configuration table of an extension; else ''. */
    condition: classic_schemas/* string */.YjP(),
    /** Those that an application writes: generated ones follow from them. */
    columns: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), type: classic_schemas/* string */.YjP() })),
    estimate: classic_schemas/* number */.aig(),
});
const TABLES = `
SELECT t.schema || '.' || t.name AS name, t.schema, t.name AS relation, t.condition,
       (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attname), '[]')
          FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       greatest(c.reltuples, 0)::float8 AS estimate
  FROM (${postgres_rows/* DUMPED_TABLES */.St}) t JOIN pg_class c ON c.oid = t.oid WHERE t.kind = 'r' ORDER BY 1`;
/**
 * Counts the rows and large objects of a database that another database of the same server does not hold. Compares content,
 * so it does not matter who wrote a row, or when. The server sums hashes of rows and sends no rows.
 *
 * @param kept the other one, which returns
 */
async function lackingIn(ctx, address, kept) {
    ctx.log.info(`[${ctx.resource}] Comparing "${address.database}" with "${kept}" row by row: both are read whole`);
    try {
        return await (0,connection/* withDatabase */.kR)(ctx, address, address.database, (here) => (0,connection/* withDatabase */.kR)(ctx, address, kept, (there) => cancellable(ctx, address, [here, there], () => compare(ctx, here, there, kept))));
    }
    catch (error) {
        if (ctx.signal.aborted)
            throw causeOf(ctx, error, `the comparison of "${address.database}" with "${kept}"`);
        return [notCompared(address.database, kept, (0,errors/* messageOf */.bD)(error))];
    }
}
async function compare(ctx, here, there, kept) {
    for (const client of [here, there]) {
        await (0,begin_snapshot/* beginSnapshot */.w)(client, ctx.resource);
        // Holds all buckets of a table in memory.
        await client.query(`SET LOCAL work_mem = '64MB'`);
    }
    return [...(await lackingRows(ctx, here, there, kept)), ...(await lackingObjects(here, there, kept))];
}
const notCompared = (database, kept, why) => ({
    table: `database "${database}"`,
    written: null,
    replaced: null,
    certainty: 'unknown',
    reason: `it could not be compared with "${kept}": ${why}`,
});
const loss = (kept, table, written, reason = null, certainty = reason === null ? 'exact' : 'at most') => ({
    table,
    written,
    replaced: 0,
    certainty,
    reason,
    lackedBy: kept,
});
async function lackingRows(ctx, here, there, kept) {
    const others = new Map((await (0,postgres_select/* select */.L)(there, tableRow, TABLES)).map((entry) => [entry.name, entry]));
    const found = [];
    for (const table of await (0,postgres_select/* select */.L)(here, tableRow, TABLES)) {
        ctx.signal.throwIfAborted();
        const other = others.get(table.name);
        if (other === undefined) {
            found.push(loss(kept, table.name, await lacking_countRows(here, table), 'it has no table of this name'));
            continue;
        }
        const types = new Map(other.columns.map(({ name, type }) => [name, type]));
        const shared = table.columns.filter(({ name }) => types.has(name));
        const retyped = shared.filter(({ name, type }) => types.get(name) !== type).map(({ name }) => name);
        const extra = table.columns.filter(({ name }) => !types.has(name)).map(({ name }) => name);
        const columns = shared.map(({ name }) => name);
        const written = await surplus(here, there, hashed(table, other, columns, extra));
        if (written === 0)
            continue;
        const reasons = [
            ...(retyped.length === 0 ? [] : [`other type of column ${retyped.join(', ')}`]),
            ...(await lackingValues(here, table, extra)),
        ];
        const reason = reasons.length === 0 ? null : reasons.join('; ');
        found.push(loss(kept, table.name, written, reason, retyped.length === 0 ? 'exact' : 'at most'));
    }
    return found.filter(({ written }) => written !== 0);
}
/** What each column holds that the other database does not have. Rows are not counted by it: one row can have many values. */
async function lackingValues(here, table, columns) {
    const found = [];
    for (const name of columns) {
        const values = await lacking_countRows(here, table, name);
        if (values > 0)
            found.push(`it has no column ${name}: ${(0,runtime_text/* plural */.LS)(values, 'value')}`);
    }
    return found;
}
const lacking_sqlOf = ({ schema, relation }) => `${(0,connection/* quoted */.TL)(schema)}.${(0,connection/* quoted */.TL)(relation)}`;
/** Rows of a table, or those with a value in one column. Without an alias, because the condition of an extension may name the table. */
async function lacking_countRows(client, table, column) {
    const counted = column === undefined ? '*' : `${(0,connection/* quoted */.TL)(table.relation)}.${(0,connection/* quoted */.TL)(column)}`;
    const sql = `SELECT count(${counted})::float8 AS rows FROM ONLY ${lacking_sqlOf(table)} ${table.condition}`;
    return (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ rows: classic_schemas/* number */.aig() }), sql)).rows;
}
const ROWS_PER_BUCKET = 20;
const MAX_BITS = 18;
/**
 * A query of the hash and the bucket of each row, for both sides. Values are compared as text.
 *
 * @param extra columns of `ours` that `theirs` has not: a row with a value in one of them has no equal there
 */
function hashed(ours, theirs, columns, extra) {
    const rows = Math.max(ours.estimate, theirs.estimate);
    const bits = Math.min(MAX_BITS, Math.max(4, Math.ceil(Math.log2(rows / ROWS_PER_BUCKET + 1))));
    const of = (table, mark = '') => {
        const row = `(ROW(${listOf(table, columns)})::text${mark}) COLLATE "C"`;
        return bucketed(row, `FROM ONLY ${lacking_sqlOf(table)} ${table.condition}`, bits);
    };
    const mark = ` || CASE WHEN num_nonnulls(${listOf(ours, extra)}) > 0 THEN ' and more' ELSE '' END`;
    return [of(ours, extra.length === 0 ? '' : mark), of(theirs)];
}
const listOf = ({ relation }, columns) => columns.map((column) => `${(0,connection/* quoted */.TL)(relation)}.${(0,connection/* quoted */.TL)(column)}`).join(', ');
const bucketed = (text, from, bits) => `SELECT hash, (hash & ${2 ** bits - 1})::int AS bucket FROM (SELECT hashtextextended(${text}, 0) AS hash ${from}) h`;
/**
 * How many of the rows of one query the other one lacks; equal rows count as often as they are there. Sums of hashes by bucket
 * find where the two differ. Only of differing buckets the hashes are read, in their order, so that memory stays constant.
 */
async function surplus(here, there, [ours, theirs]) {
    const [a, b] = await Promise.all([sums(here, ours), sums(there, theirs)]);
    const differing = [...a].filter(([bucket, sum]) => b.get(bucket) !== sum).map(([bucket]) => bucket);
    if (differing.length === 0)
        return 0;
    const left = hashesIn(here, ours, differing);
    const right = hashesIn(there, theirs, differing);
    let count = 0;
    let next = await right.next();
    for await (const { hash, times } of left) {
        while (next.done !== true && next.value.hash < hash)
            next = await right.next();
        const found = next.done !== true && next.value.hash === hash ? next.value.times : 0;
        count += Math.max(0, times - found);
    }
    return count;
}
/** By bucket: number and sum of the hashes. A sum tells duplicates apart, which bit_xor does not. */
async function sums(client, query) {
    const found = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ bucket: classic_schemas/* number */.aig(), sum: classic_schemas/* string */.YjP() }), `SELECT bucket, count(*) || ' ' || sum(hash) AS sum FROM (${query}) b GROUP BY 1`);
    return new Map(found.map(({ bucket, sum }) => [bucket, sum]));
}
const HASHES_AT_ONCE = 10_000;
async function* hashesIn(client, query, buckets) {
    const sorted = `SELECT hash, count(*) FROM (${query}) b WHERE bucket IN (SELECT unnest('{${buckets.join(',')}}'::int[])) GROUP BY 1 ORDER BY 1`;
    for await (const batch of inBatches(client, sorted, HASHES_AT_ONCE)) {
        for (const [hash, times] of batch)
            yield { hash: BigInt(hash ?? '0'), times: Number(times) };
    }
}
/** A large object counts as another one if its content differs. */
const lacking_OBJECTS = `${postgres_rows/* LARGE_OBJECT_PARTS */.hn} ${bucketed(`oid || ' ' || string_agg(hash, '' ORDER BY number)`, 'FROM part GROUP BY oid', MAX_BITS)}`;
async function lackingObjects(here, there, kept) {
    const count = await surplus(here, there, [lacking_OBJECTS, lacking_OBJECTS]);
    return count === 0 ? [] : [loss(kept, 'large objects', count)];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/reference.js
















/** Reads which database has the name now, in an instant. */
async function reference(config, ctx) {
    return { ...(await identity(config, ctx, addressOf(config, ctx))), reference: true };
}
/** The state of the database without anything that takes time to read. */
async function identity(config, ctx, address) {
    return whenOpen(ctx, address, async (client) => {
        const [server, origin, entries] = [
            await serverOf(client, config),
            await (0,postgres_rows/* originOf */.yv)(client),
            await allDatabases(client),
        ];
        const comment = entries.find(({ name }) => name === address.database)?.comment ?? null;
        const tag = RESTORE_TAG.exec(comment ?? '');
        const arrived = arrivedAt(comment);
        return {
            schemaVersion: 1,
            database: address.database,
            snapshot: ctx.snapshotId,
            serverMajor: server.major,
            accessible: true,
            closed: null,
            integrity: config.integrity,
            strategy: server.strategy,
            tables: [],
            largeObjects: { count: 0, content: '0' },
            schema: {},
            sequences: {},
            properties: null,
            boundary: { next: '0', open: [], oldest: '0', seen: null },
            origin,
            leftOut: [],
            restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
            ...(arrived === null ? {} : { arrived }),
            reprinted: null,
        };
    }, () => captureClosed(config, ctx, address, 'compare'));
}
/** The database that a reference names, what was done to it since it was put aside, and what it lacks of the live one. */
async function findReferred(config, ctx, address, saved, live) {
    const all = await withMaintenance(config, ctx, address, allDatabases);
    const entry = all.find(({ oid }) => String(oid) === saved.origin.database);
    if (!entry)
        return { referred: null };
    const kept = keptBefore(entry.comment);
    const referred = {
        name: entry.name,
        since: kept?.at ?? null,
        touched: kept === null ? ['nothing says since when it has been put aside'] : await touched(ctx, address, entry, kept),
    };
    const comment = all.find(({ name }) => name === address.database)?.comment ?? null;
    // Large objects have no age that every user may read.
    const toldByAge = live.largeObjects.count === 0 && beganAsRestoreOf(comment, kept);
    if (!live.accessible || !(0,reading/* isSameServer */.Ij)(saved.origin, live.origin) || toldByAge)
        return { referred };
    return {
        referred,
        lacking: entry.accepts
            ? await lackingIn(ctx, address, entry.name)
            : [notCompared(address.database, entry.name, 'it accepts no connections')],
    };
}
/**
 * True if the live database took its name by the restore before which the other one was put aside: then all that it holds
 * besides the snapshot was written since, and the age of a row tells it. A database that an undo brought back holds older
 * rows too that the other one lacks.
 */
function beganAsRestoreOf(comment, kept) {
    const restored = RESTORE_TAG.exec(comment ?? '')?.[1];
    return restored !== undefined && returnedAt(comment) === null && restored === kept?.snapshot;
}
async function touched(ctx, address, { oid, name, accepts }, kept) {
    if (!accepts)
        return ['it was closed, and cannot be looked into'];
    const since = { oldest: kept.next, seen: [] };
    try {
        return await (0,connection/* withDatabase */.kR)(ctx, address, name, (client) => cancellable(ctx, address, [client], async () => [
            ...(await writtenTables(client, since)),
            ...deletedSince(kept, (await deletedIn(client, oid)) - (await replacedStatistics(client))),
        ]));
    }
    catch (error) {
        if (ctx.signal.aborted)
            throw causeOf(ctx, error, `the look into "${name}"`);
        return [`it cannot be looked into: ${(0,errors/* messageOf */.bD)(error)}`];
    }
}
function deletedSince({ deleted }, now) {
    if (deleted === null)
        return ['it was closed before it was put aside, so deleted rows would not be noticed'];
    if (now < deleted)
        return ['the statistics of the server were reset, so deleted rows would not be noticed'];
    return now > deleted ? ['rows or objects were deleted in it'] : [];
}
/** Catalogues in which every change of the schema leaves a new row. */
const CATALOGUES = ['pg_class', 'pg_attribute', 'pg_constraint', 'pg_type', 'pg_proc', 'pg_trigger', 'pg_namespace'];
/** Nobody uses a kept database: who holds a lock there, such as a prepared transaction, may hold it for ever. */
const LOCK_MS = 10_000;
/** What was written to the database, or changed of its schema, since the baseline: a phrase each. Deleted rows leave no trace. */
async function writtenTables(client, since) {
    const count = classic_schemas/* object */.Ikc({ rows: classic_schemas/* string */.YjP() });
    // `age` counts from an id that is fixed during a transaction.
    await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = ${LOCK_MS}; SET LOCAL row_security = off`);
    const lines = [];
    const tables = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), sql: classic_schemas/* string */.YjP() }), `SELECT schema || '.' || name AS name, format('%I.%I', schema, name) AS sql FROM (${postgres_rows/* DUMPED_TABLES */.St}) t WHERE kind = 'r' ORDER BY 1`);
    for (const { name, sql } of tables) {
        const written = await (0,postgres_select/* select */.L)(client, count, `SELECT count(*)::text AS rows FROM ONLY ${sql} t WHERE ${(0,loss_meter/* newerThan */.TH)(since, 't')}`);
        const { rows } = (0,postgres_select/* only */.j)(written);
        if (rows !== '0')
            lines.push(`${(0,runtime_text/* plural */.LS)(Number(rows), `row of ${name} was`, `rows of ${name} were`)} written`);
    }
    const changed = CATALOGUES.map((name) => `SELECT FROM pg_catalog.${name} t WHERE ${(0,loss_meter/* newerThan */.TH)(since, 't')}`).join(' UNION ALL ');
    const [{ is } = { is: false }] = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ is: classic_schemas/* boolean */.zMY() }), `SELECT EXISTS (${changed}) AS is`);
    if (is)
        lines.push('its schema was changed');
    await client.query('COMMIT');
    return lines;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/slots.js


/** Names of the logical replication slots of this database. A swap leaves them with the kept database. */
async function logicalSlots(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT slot_name::text AS name FROM pg_replication_slots WHERE database = current_database() AND NOT temporary ORDER BY 1`);
    return rows.map(({ name }) => name);
}
/** Names of the subscriptions of this database that are enabled. */
async function enabledSubscriptions(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT subname::text AS name FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
      WHERE d.datname = current_database() AND s.subenabled ORDER BY 1`);
    return rows.map(({ name }) => name);
}
/** @param subscriptions at least one */
const subscriptionsStay = (subscriptions) => `Subscriptions (${subscriptions.join(', ')}) stay enabled in the kept database: what their publishers send after the swap is written there, and not to the restored database, where they are disabled or missing.`;
/** @param slots at least one */
const slotsStay = (slots) => `Logical replication slots (${slots.join(', ')}) are not moved to the restored database: their subscribers stop, and the slots keep WAL in the kept database.`;
/** A copy meets the restored rows: a table with a key must be empty before it. */
const MOVE_SUBSCRIPTION = 'Subscription: in the kept database, ALTER SUBSCRIPTION … DISABLE, SET (slot_name = NONE), then DROP SUBSCRIPTION. In the restored one, empty its tables, ENABLE it (or create it again with create_slot = false), then REFRESH PUBLICATION: it copies the data again, because the slot does not go back.';
const MOVE_SLOT = 'Slot: drop the one of the kept database (pg_drop_replication_slot), create it in the restored one, and let the subscribers copy the data again, into empty tables.';
/**
 * What of replication belongs to the other databases of the server, by their names. A subscription is moved if the one of that
 * name is enabled in this database and in no other; the name of a slot is unique on the server.
 * @param database that production uses
 */
async function replicationBeside(client, database) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ database: classic_schemas/* string */.YjP(), what: classic_schemas/* string */.YjP(), active: classic_schemas/* boolean */.zMY(), slot: classic_schemas/* boolean */.zMY() }), `WITH own AS (SELECT s.subname, s.subenabled, d.datname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid)
     SELECT datname::text AS database, format('subscription "%s"', subname) AS what, subenabled AS active, false AS slot FROM own o
      WHERE datname <> $1
        AND (subenabled OR NOT EXISTS (SELECT FROM own l WHERE l.datname = $1 AND l.subname = o.subname AND l.subenabled))
     UNION ALL
     SELECT database::text, format('logical slot "%s"', slot_name), true, true FROM pg_replication_slots
      WHERE database <> $1 AND NOT temporary ORDER BY 1, 2`, [database]);
    const found = new Map();
    for (const { database: name } of rows) {
        const own = rows.filter((row) => row.database === name);
        const moves = [
            ...(own.some(({ slot }) => !slot) ? [MOVE_SUBSCRIPTION] : []),
            ...(own.some(({ slot }) => slot) ? [MOVE_SLOT] : []),
        ];
        found.set(name, { left: own.map(({ what, active }) => ({ what, active })), move: moves.join(' ') });
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/unrefreshable.js



const DATA = 'MATERIALIZED VIEW DATA';
const view = classic_schemas/* object */.Ikc({ namespace: classic_schemas/* string */.YjP(), tag: classic_schemas/* string */.YjP() });
/**
 * Materialized views with rows that their owner could not compute: a restore fills them as their owner, with row security off,
 * and pg_restore stops where that fails. Views are read as their owner, or as who reads them (security_invoker).
 */
async function unrefreshableViews(client) {
    // Most databases have none, and to plan the query below takes longer than to ask.
    const { some } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ some: classic_schemas/* boolean */.zMY() }), `SELECT EXISTS (${FILLED}) AS some`));
    if (!some)
        return [];
    return (0,postgres_select/* select */.L)(client, view, `WITH RECURSIVE reads AS (
       ${FILLED}
       UNION
       SELECT r.view, s.oid,
              CASE WHEN s.relkind = 'v' AND EXISTS (SELECT 1 FROM pg_options_to_table(s.reloptions) o
                                                     WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
                   THEN r.caller ELSE s.relowner END,
              CASE WHEN s.relkind = 'm' THEN s.relowner ELSE r.caller END
         FROM reads r ${DEPENDS} JOIN pg_class s ON d.refclassid = 'pg_class'::regclass AND s.oid = d.refobjid
        WHERE s.relkind IN ('v', 'm'))
     SELECT DISTINCT n.nspname AS namespace, c.relname AS tag
       FROM reads r ${DEPENDS} JOIN pg_class c ON c.oid = r.view JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_roles reader ON reader.oid = r.reader
       LEFT JOIN pg_class s ON d.refclassid = 'pg_class'::regclass AND s.oid = d.refobjid
      WHERE CASE d.refclassid
              WHEN 'pg_proc'::regclass THEN NOT has_function_privilege(r.caller, d.refobjid, 'EXECUTE')
              WHEN 'pg_class'::regclass THEN
                NOT has_table_privilege(r.reader, s.oid, 'SELECT') AND NOT
                  CASE WHEN d.refobjsubid > 0 THEN has_column_privilege(r.reader, s.oid, d.refobjsubid::smallint, 'SELECT')
                       ELSE has_any_column_privilege(r.reader, s.oid, 'SELECT') END
                OR s.relrowsecurity AND NOT reader.rolsuper AND NOT reader.rolbypassrls
                   AND (s.relforcerowsecurity OR NOT pg_has_role(r.reader, s.relowner, 'USAGE'))
              ELSE false END
      ORDER BY 1, 2`);
}
/** The materialized views that hold rows. */
const FILLED = `
  SELECT c.oid AS view, c.oid AS relation, c.relowner AS reader, c.relowner AS caller
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind = 'm' AND c.relispopulated AND ${postgres_rows/* OURS */.o6}`;
/** What the query of a view depends on. */
const DEPENDS = `
  JOIN pg_rewrite w ON w.ev_class = r.relation AND w.ev_type = '1'
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refobjid <> r.relation`;
/** One sentence for each. ASCII only: the encoding of the database may not have more. */
const describeUnrefreshable = ({ namespace, tag }) => `the rows of the materialized view ${namespace}.${tag}, whose owner may not read all that it is made of (a restore leaves it empty)`;
/** The schema without the rows of these views, as if they were empty: so it is after a restore. */
function withoutRows(schema, views) {
    const names = new Set(views.map((one) => objectName({ ...one, desc: DATA, owner: '' })));
    return Object.fromEntries(Object.entries(schema).filter(([name]) => !names.has(name)));
}
/** The entries of a dump without those that would fill a view which was unrefreshable at the snapshot. */
const withoutRefresh = (entries, expected) => entries.filter((entry) => entry.desc !== DATA || objectName(entry) in expected.schema);

;// CONCATENATED MODULE: ./lib/providers/postgres/capture.js

























/** Attempts to lock the tables for both sessions of a backup before a migration asks for one of them. */
const capture_ATTEMPTS = 5;
/**
 * Reads schema, rows and (for a snapshot) a dump, all of one moment: the counting transaction exports its snapshot to
 * pg_dump.
 */
async function capture(config, ctx, sink) {
    const address = addressOf(config, ctx);
    const saved = savedIn(sink);
    // The same database: what it holds is not compared with a reference.
    if (saved?.reference === true) {
        const live = await identity(config, ctx, address);
        if (live.origin.database === saved.origin.database)
            return live;
    }
    const live = await whenOpen(ctx, address, (client) => captureOpen(config, ctx, sink, address, client), () => captureClosed(config, ctx, address, sink.purpose), sink.purpose === 'compare');
    if (saved?.reference !== true)
        return live;
    return { ...live, ...(await findReferred(config, ctx, address, saved, live)) };
}
async function captureOpen(config, ctx, sink, address, client) {
    try {
        const server = await serverOf(client, config);
        const blocked = sink.purpose === 'compare' && server.strategy === 'in-place'
            ? await obstacles(client, null, config.restore)
            : null;
        const swaps = sink.purpose === 'compare' && server.strategy === 'swap';
        const slots = swaps ? await logicalSlots(client) : [];
        const subscriptions = swaps ? await enabledSubscriptions(client) : [];
        // Before the locks: an installation takes long.
        const programs = await findPrograms(ctx, server.major, config['client-bin']);
        const backUp = sink.purpose === 'snapshot';
        const encoded = await inServerEncoding(client, address);
        if (backUp && server.replayed !== null)
            warnOfStandby(server.replayed, ctx);
        const unfilled = await unrefreshableViews(client);
        const hidden = backUp ? [...(await hiddenFromDump(client)), ...unfilled.map(describeUnrefreshable)] : [];
        const { found, dumped } = await whileLocked(ctx, client, (exported) => readBeside(ctx, client, address, async () => {
            try {
                const layout = await (0,postgres_layout/* readLayout */.T4)(client, null);
                // Beside a dump with rows, the dump is what takes long.
                const beside = backUp ? undefined : besides(ctx, address, address.database, client, exported);
                const rows = await inspect(client, config.integrity, ctx, savedIn(sink), beside);
                return { ...rows, layout, ...(backUp ? { catalog: await readCatalog(client) } : {}) };
            }
            catch (error) {
                throw (0,connection/* databaseError */.Kz)(error, ctx.resource, 'reading the schema and counting rows');
            }
        }, async (stopping) => {
            if (!backUp) {
                const entries = await readEntries(stopping, encoded, address.database, programs, exported);
                return { entries, warnings: [] };
            }
            // It has the values that sequences have in this very dump.
            const toc = new TocParser();
            const warnings = await dumpInto(watched(sink, toc, () => assertSteady(ctx, address, exported)), config, stopping, encoded, programs, exported);
            return { entries: toc.finish(), warnings };
        }));
        requireRows(dumped.entries, found.tables, ctx.resource);
        const properties = backUp ? await readProperties(client, address.database) : null;
        const objects = objectsOf(dumped.entries);
        const result = {
            schemaVersion: 1,
            database: address.database,
            snapshot: ctx.snapshotId,
            serverMajor: server.major,
            accessible: true,
            closed: null,
            integrity: config.integrity,
            strategy: server.strategy,
            properties: properties && (await propertiesFingerprint(ctx, properties)),
            leftOut: leftOut(hidden, dumped.warnings),
            ...(backUp ? { owners: ownersIn(dumped.entries) } : {}),
            ...found,
            ...objects,
            schema: withoutRows(objects.schema, unfilled),
            ...(blocked === null ? {} : { obstacles: blocked.map(({ message }) => message) }),
            ...(slots.length === 0 ? {} : { slots }),
            ...(subscriptions.length === 0 ? {} : { subscriptions }),
        };
        for (const what of result.leftOut)
            ctx.log.warn(`[${ctx.resource}] Not in the snapshot: ${what}`);
        await sink.write(EXPECTED, Buffer.from(JSON.stringify(result)));
        if (properties !== null)
            await sink.write(PROPERTIES, Buffer.from(JSON.stringify(properties)));
        await client.query('COMMIT');
        return result;
    }
    catch (error) {
        // Each program that was stopped has an error of its own; none of them is the cause.
        if (!ctx.signal.aborted)
            throw error;
        throw new errors.RewindError('cancelled', 'The run was cancelled while it read the database.', {
            resource: ctx.resource,
            cause: error,
        });
    }
}
/** A standby may be seconds or hours behind, and nothing on it tells what it does not have yet. */
function warnOfStandby(replayed, ctx) {
    const until = replayed === '' ? '' : ` The last transaction that it has is of ${replayed}.`;
    ctx.log.warn(`[${ctx.resource}] The URL leads to a standby. What its primary committed and it has not replayed yet is not in the snapshot.${until} Set the URL to the primary server.`);
}
/** The snapshot that a plan or a verification compares with. */
function savedIn(sink) {
    return sink.saved === undefined ? undefined : state.parse(sink.saved);
}
/**
 * Locks the tables, exports the snapshot, and works with it. Starts again if pg_dump could not get its own locks (a migration
 * that queued between our lock and pg_dump's waits for us, and pg_dump waits behind the migration), and if a migration
 * dropped or replaced what no lock protects.
 */
async function whileLocked(ctx, client, work) {
    for (let attempt = 1;; attempt += 1) {
        const exported = await (0,connection/* runStep */.eg)(ctx, 'locking the tables', () => (0,begin_snapshot/* beginSnapshot */.w)(client, ctx.resource));
        try {
            return await work(exported);
        }
        catch (error) {
            if (!(error instanceof errors.RewindError) || error.code !== 'database-locked' || attempt === capture_ATTEMPTS)
                throw error;
            ctx.log.info(`[${ctx.resource}] A migration holds a lock. The backup waits for it and then starts again. ${error.message}`);
            await (0,connection/* runStep */.eg)(ctx, 'releasing the locks', () => client.query('ROLLBACK'));
        }
    }
}

;// CONCATENATED MODULE: ./lib/providers/postgres/compare.js



/**
 * The objects that differ, first those that contain others.
 *
 * @param reprinted marks of objects that a reload of the snapshot prints differently: equal too
 */
function changedObjects(saved, live, reprinted = []) {
    const marks = new Set(reprinted);
    const names = [...new Set([...Object.keys(saved), ...Object.keys(live)])];
    const found = names.flatMap((name) => {
        const now = live[name];
        // A dump names "public" only if it differs from that of a new database.
        const known = name === 'schema public';
        if (now === undefined)
            return [{ name, how: known ? 'changed' : 'is missing' }];
        if (saved[name] === undefined)
            return [{ name, how: known ? 'changed' : 'is new' }];
        return saved[name] === now || marks.has(markOf(name, now)) ? [] : [{ name, how: 'changed' }];
    });
    const rank = (name) => (CONTAINERS.test(name) ? 0 : 1);
    return found.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}
const CONTAINERS = /^(extension|foreign table|function|materialized view|schema|table|type|view) /;
/**
 * Compares a restored database with its snapshot: one line for each difference. Ignores transaction ids, which differ
 * between databases, and the properties that go with the name of the database.
 */
function mismatches(expected, found, reprinted = []) {
    const now = new Map(found.tables.map((entry) => [entry.name, entry]));
    const lines = changedObjects(expected.schema, found.schema, reprinted)
        .filter(({ name }) => !isDatabaseProperty(name))
        .map(({ name, how }) => `${name} ${how}`);
    for (const entry of expected.tables) {
        const other = now.get(entry.name);
        if (!other)
            lines.push(`${entry.name}: the table is missing`);
        else if (other.rows !== entry.rows)
            lines.push(`${entry.name}: ${(0,runtime_text/* plural */.LS)(other.rows, 'row')} instead of ${entry.rows.toLocaleString('en-US')}`);
        else if (entry.content !== null && other.content !== entry.content)
            lines.push(`${entry.name}: other content`);
    }
    for (const { name, saved, live } of movedSequences(expected.sequences, found.sequences)) {
        lines.push(`sequence ${name} is at ${live} instead of ${saved}`);
    }
    if (expected.largeObjects.count !== found.largeObjects.count) {
        lines.push(`${(0,runtime_text/* plural */.LS)(found.largeObjects.count, 'large object')} instead of ${expected.largeObjects.count}`);
    }
    else if (expected.largeObjects.content !== found.largeObjects.content) {
        lines.push('large objects: other content');
    }
    return lines;
}
/** Sequences of both with another value. */
function movedSequences(saved, live) {
    return Object.entries(saved).flatMap(([name, value]) => {
        const now = live[name];
        return now === undefined || now === value ? [] : [{ name, saved: value, live: now }];
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drop-copy.js




/**
 * Drops a database that Rewind filled and that nobody uses. PostgreSQL refuses to drop one with subscriptions, so they go
 * first: without their slot, because the slot of the publisher belongs to the subscription of production.
 * @param client a session on another database of the same server
 */
async function dropCopy(client, ctx, address, name) {
    await (0,connection/* runStep */.eg)(ctx, `dropping "${name}"`, async () => {
        const subscriptions = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT subname::text AS name FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = $1`, [name]);
        if (subscriptions.length > 0) {
            await (0,connection/* withDatabase */.kR)(ctx, address, name, async (inside) => {
                await lenient(inside);
                for (const subscription of subscriptions.map((row) => (0,connection/* quoted */.TL)(row.name))) {
                    await inside.query(`ALTER SUBSCRIPTION ${subscription} DISABLE`);
                    await inside.query(`ALTER SUBSCRIPTION ${subscription} SET (slot_name = NONE)`);
                    await inside.query(`DROP SUBSCRIPTION ${subscription}`);
                }
            });
        }
        await client.query(`DROP DATABASE IF EXISTS ${(0,connection/* quoted */.TL)(name)} WITH (FORCE)`);
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/names.js

/** PostgreSQL cuts names after 63 bytes; the rest is for a suffix such as `_2`. */
const LONGEST = 60;
/** Name of a kept previous database. Names that must be cut carry a hash of the whole name, so that they still differ. */
function derivedName(database, what, snapshot) {
    return fitted(database, `_${what}_${snapshotPart(snapshot)}`);
}
/** Name of the database that a restore fills. @param token random hex digits of the run that creates it */
function newName(database, snapshot, token) {
    return fitted(database, `_new_${snapshotPart(snapshot)}_${token}`);
}
/** True for a name that only `newName` gives, for this database and any snapshot. */
function isNewNameOf(name, database) {
    const suffix = /_new_([0-9]{8}t[0-9]{6}z_[0-9a-z]+)_([0-9a-f]{8})$/.exec(name);
    return suffix !== null && name === newName(database, suffix[1] ?? '', suffix[2] ?? '');
}
/** True for a name that only a restore gives, for this database and any snapshot: of a kept or of a new database. */
function isGivenName(name, database) {
    const kept = /_before_([0-9]{8}t[0-9]{6}z_[0-9a-z]+)((?:_[0-9]+)?)$/.exec(name);
    if (kept === null)
        return isNewNameOf(name, database);
    return name === `${derivedName(database, 'before', kept[1] ?? '')}${kept[2] ?? ''}`;
}
const snapshotPart = (snapshot) => snapshot.toLowerCase().replaceAll('-', '_');
function fitted(database, suffix) {
    if (Buffer.byteLength(database + suffix) <= LONGEST)
        return database + suffix;
    const end = `_${(0,digest/* sha256 */.sc)(Buffer.from(database)).slice(0, 8)}${suffix}`;
    let base = database;
    while (Buffer.byteLength(base + end) > LONGEST)
        base = Array.from(base).slice(0, -1).join('');
    return base + end;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/new-database.js









/** Creates the empty database that a restore fills, marked as this run's own. */
async function createNew(client, ctx, name, target, wanted) {
    await createEmpty(client, ctx, name, wanted);
    await (0,connection/* runStep */.eg)(ctx, `marking the database "${name}"`, () => client.query(`COMMENT ON DATABASE ${(0,connection/* quoted */.TL)(name)} IS ${(0,connection/* literal */.eu)(withFillingTag(target))}`));
}
/** Creates a database with the owner, encoding, locale and tablespace of another. */
async function createEmpty(client, ctx, name, wanted) {
    const server = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ version: classic_schemas/* string */.YjP(), tablespace: classic_schemas/* string */.YjP() }), `SELECT current_setting('server_version_num') AS version, t.spcname AS tablespace
         FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = 'template0'`));
    const major = Math.floor(Number(server.version) / 10_000);
    await (0,connection/* runStep */.eg)(ctx, `creating the database "${name}"`, () => client.query(createStatement(name, wanted, major, server.tablespace)));
}
/** Gives the filled database the remaining properties, and the mark that lets a later run use it. */
async function finishNew(client, ctx, name, target, wanted) {
    for (const statement of finishStatements(name, wanted)) {
        await (0,connection/* runStep */.eg)(ctx, `giving "${name}" the properties of "${target.database}"`, () => client.query(statement));
    }
    const differing = differingProperties(wanted, await readProperties(client, name));
    if (differing.length > 0) {
        throw new errors.RewindError('restore-mismatch', `The new database "${name}" differs from "${target.database}" in: ${differing.join(', ')}. The current database is unchanged.`, { resource: ctx.resource });
    }
    const tag = withRestoreTag(wanted.comment, target.snapshot, await nextTransaction(client), target);
    await (0,connection/* runStep */.eg)(ctx, `marking "${name}" as restored`, () => client.query(`COMMENT ON DATABASE ${(0,connection/* quoted */.TL)(name)} IS ${(0,connection/* literal */.eu)(tag)}`));
}
/**
 * Finds them by the mark in their comment, never by the name alone: names are cut, and two databases can share the rest.
 * Only the moment between CREATE DATABASE and COMMENT leaves one without a mark; its name holds random digits. A database
 * that was swapped in has lost the mark: it holds what users wrote. One that a person gave another name, such as that of
 * production, keeps its mark, and may hold what users wrote, too.
 *
 * @param present the live database; undefined if there is none
 */
async function newDatabases(client, database, present) {
    const all = await allDatabases(client);
    return all
        .filter(({ oid, name }) => oid !== present?.oid && name !== database)
        .map((entry) => ({ entry, made: madeFor(entry.comment) }))
        .filter(({ entry, made }) => made === null
        ? entry.comment === null && isNewNameOf(entry.name, database)
        : isNewNameOf(entry.name, made.database) && isFor(made, database, present, all));
}
/**
 * Drops the half-made ones, for a session that holds the lock of the restore.
 * @returns the complete ones, each with its snapshot
 */
async function sweepNew(client, ctx, address, present) {
    const known = await newDatabases(client, address.database, present);
    for (const { entry, made } of known)
        if (made?.finished !== true)
            await dropCopy(client, ctx, address, entry.name);
    return known.flatMap(({ entry, made }) => (made?.finished === true ? [{ entry, snapshot: made.snapshot }] : []));
}
/** A database that was dropped since leaves only its name; one that was put aside since gave it away. */
function isFor(made, database, present, all) {
    if (present !== undefined && made.oid === present.oid)
        return true;
    const target = all.find(({ oid }) => oid === made.oid);
    return made.database === database && (target === undefined || keptFrom(target.comment) === database);
}
/** The next transaction id: all lower ids belong to the restore. */
async function nextTransaction(client) {
    const row = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ next: classic_schemas/* string */.YjP() }), 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next'));
    return row.next;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/compare-restored.js



















/**
 * Compares a restored database with its snapshot.
 *
 * PostgreSQL prints some expressions differently after a reload of their own text (`IN (…)` on varchar). An object that is
 * printed differently is equal only if a second reload of the same dump, into an empty database, prints it in the same way.
 *
 * @returns marks of the objects that are printed differently
 * @throws RewindError restore-mismatch
 */
async function compareRestored(ctx, source, address, database, programs, expected) {
    return (0,connection/* withDatabase */.kR)(ctx, address, database, async (client) => {
        const { found, marks } = await readRestored(ctx, client, {
            source,
            address,
            database,
            programs,
            expected,
            reloaded: reloadName(address, expected),
        });
        const lines = mismatches(expected, found, marks);
        if (lines.length === 0)
            return marks;
        throw new errors.RewindError('restore-mismatch', `What was restored into "${database}" is not what snapshot ${expected.snapshot} says. The current database is unchanged.`, {
            resource: ctx.resource,
            problems: lines.slice(0, 20),
            ...(lines.every((line) => line.startsWith('privileges of ')) ? { remedy: ONLY_PRIVILEGES } : {}),
        });
    });
}
const ONLY_PRIVILEGES = 'This user could not give these privileges. Run the same rollback as a superuser. Or give the objects the privileges of a new database, take a new snapshot, and choose that one.';
/**
 * Reads a restored database as a snapshot is read.
 *
 * @param client a session on it
 * @returns its state, the entries of a dump of it, and the marks of objects that are printed differently and are equal
 */
async function readRestored(ctx, client, restored) {
    const { address, database, programs, expected } = restored;
    const encoded = await inServerEncoding(client, address);
    const exported = await (0,begin_snapshot/* beginSnapshot */.w)(client, ctx.resource);
    const [rows, entries] = await Promise.all([
        inspect(client, expected.integrity, ctx, undefined, besides(ctx, address, database, client, exported)),
        readEntries(ctx, encoded, database, programs, exported),
    ]);
    await client.query('COMMIT');
    const found = { ...expected, ...rows, ...objectsOf(entries) };
    const differing = changedObjects(expected.schema, found.schema)
        .filter(({ name, how }) => how === 'changed' && !isDatabaseProperty(name))
        .map(({ name }) => name);
    const reference = differing.length === 0 ? {} : (await reload(ctx, client, restored)).schema;
    const marks = differing
        .filter((name) => reference[name] === found.schema[name])
        .map((name) => markOf(name, found.schema[name] ?? ''));
    return { found, entries, marks };
}
/** The same name each time, so that the next run removes what a killed one left. */
const reloadName = (address, expected) => `rewind_reload_${(0,digest/* sha256 */.sc)(Buffer.from(`${address.database}\0${expected.snapshot}`)).slice(0, 16)}`;
/** Kinds whose definition holds expressions, and which a restore in place always drops and creates again. */
const PRINTED = /^(check constraint|constraint|default|domain|function|index|materialized view|policy|procedure|publication table|rule|statistics|table|trigger|view) /;
/**
 * Marks the objects that are printed differently since a restore in place. One transaction ran every statement of the dump,
 * so where this user cannot create a database for a reference, an object of the right name and kind is taken for it.
 */
async function markInPlace(ctx, source, address, programs, expected) {
    const { database } = address;
    await (0,connection/* withDatabase */.kR)(ctx, address, database, async (client) => {
        const encoded = await inServerEncoding(client, address);
        const exported = await (0,begin_snapshot/* beginSnapshot */.w)(client, ctx.resource);
        const { schema } = objectsOf(await readEntries(ctx, encoded, database, programs, exported));
        await client.query('COMMIT');
        const differing = changedObjects(expected.schema, schema).filter(({ name, how }) => how === 'changed' && PRINTED.test(name));
        if (differing.length === 0)
            return;
        const [role] = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ creates: classic_schemas/* boolean */.zMY() }), 'SELECT rolcreatedb OR rolsuper AS creates FROM pg_roles WHERE rolname = current_user');
        const reference = role?.creates === true
            ? (await reload(ctx, client, {
                source,
                address,
                database,
                programs,
                expected,
                reloaded: reloadName(address, expected),
            })).schema
            : schema;
        const marks = differing
            .filter(({ name }) => reference[name] === schema[name])
            .map(({ name }) => markOf(name, schema[name] ?? ''));
        await keepMarks(client, ctx, database, expected.snapshot, marks);
    });
}
/** Restores the schema of the dump into an empty database like the restored one, reads it, and drops the database. */
async function reload(ctx, client, { source, address, database: model, programs, reloaded: name }) {
    await dropCopy(client, ctx, address, name);
    try {
        await createEmpty(client, ctx, name, await readProperties(client, model));
        const args = ['--format=custom', '--schema-only', '--exit-on-error', '--no-password', (0,postgres_client/* databaseArgument */.Bh)(name)];
        await (0,postgres_client/* feed */.hm)((0,postgres_client/* start */.ni)(ctx, programs.restore, args, address, name, 'restore-failed'), external_node_stream_.Readable.from([(await readHead(source)).head]));
        return await (0,connection/* withDatabase */.kR)(ctx, address, name, async (reloaded) => {
            const encoded = await inServerEncoding(reloaded, address);
            const exported = await (0,begin_snapshot/* beginSnapshot */.w)(reloaded, ctx.resource);
            return objectsOf(await readEntries(ctx, encoded, name, programs, exported));
        });
    }
    finally {
        await dropCopy(client, ctx, address, name).catch((error) => ctx.log.warn(`"${name}" could not be dropped: ${(0,errors/* messageOf */.bD)(error)}`));
    }
}
/** Stores marks in the comment of a restored database. */
async function keepMarks(client, ctx, database, snapshot, marks) {
    if (marks.length === 0)
        return;
    const comment = withReprinted((await findDatabase(client, database))?.comment ?? null, { snapshot, marks });
    await (0,connection/* runStep */.eg)(ctx, `marking ${(0,runtime_text/* plural */.LS)(marks.length, 'object')} of "${database}"`, () => client.query(`COMMENT ON DATABASE ${(0,connection/* quoted */.TL)(database)} IS ${(0,connection/* literal */.eu)(comment)}`));
}

;// CONCATENATED MODULE: ./lib/providers/postgres/analyze.js



/** Kinds of relations, as in pg_class: tables (also partitioned ones), materialized views. */
const analyze_TABLES = ['r', 'p'];
const VIEWS = ['m'];
/**
 * Collects the planner's statistics of a restored database over several sessions; without them queries would be slow. The
 * system catalogs have those of template0: only one that the restore made larger by a tenth (the share that autovacuum waits
 * for) is analyzed again. All of them would take as long as the restore of a small database.
 * @param kinds of relations
 */
async function analyze(ctx, address, database, lanes, kinds = [...analyze_TABLES, ...VIEWS]) {
    const first = await (0,connection/* connect */.Ng)(ctx, address, database);
    const sessions = [first];
    try {
        const names = await analyze_tablesOf(first, kinds);
        while (sessions.length < Math.min(lanes, names.length))
            sessions.push(await (0,connection/* connect */.Ng)(ctx, address, database));
        // A foreign key that is checked at the same time holds locks for as long as that takes.
        await Promise.all(sessions.map((session) => session.query('SET lock_timeout = 0')));
        await (0,connection/* runStep */.eg)(ctx, `analyzing "${database}"`, () => Promise.all(sessions.map(async (session) => {
            for (let name = names.shift(); name !== undefined && !ctx.signal.aborted; name = names.shift()) {
                await session.query(`ANALYZE ${name}`);
            }
        })));
    }
    finally {
        await Promise.all(sessions.map((session) => session.end().catch(() => undefined)));
    }
}
/**
 * The largest first. ANALYZE of a partitioned table covers its partitions, also foreign ones: it would ask another server,
 * which may not answer or not know this user. So the local partitions of such a table are named one by one, and a table
 * with foreign children is left out.
 */
async function analyze_tablesOf(client, kinds) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `WITH RECURSIVE far AS (
       SELECT i.inhparent AS oid FROM pg_inherits i JOIN pg_class f ON f.oid = i.inhrelid AND f.relkind = 'f'
       UNION
       SELECT i.inhparent FROM pg_inherits i JOIN far ON far.oid = i.inhrelid)
     SELECT format('%I.%I', n.nspname, c.relname) AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind::text = ANY ($1) AND c.relpersistence <> 't' AND NOT c.relisshared
        AND c.oid NOT IN (SELECT oid FROM far)
        AND (NOT c.relispartition OR EXISTS (SELECT 1 FROM pg_inherits i JOIN far ON far.oid = i.inhparent
                                              WHERE i.inhrelid = c.oid))
        AND (${postgres_rows/* OURS */.o6} OR n.nspname = 'pg_catalog'
                        AND pg_relation_size(c.oid) > 1.1 * c.relpages * current_setting('block_size')::bigint)
      ORDER BY CASE c.relkind WHEN 'p' THEN (SELECT sum(pg_relation_size(p.relid)) FROM pg_partition_tree(c.oid) p)
                              ELSE pg_relation_size(c.oid) END DESC`, [kinds]);
    return rows.map(({ name }) => name);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/providers/postgres/schedule.js

/** pg_restore restores these after everything else, because an ACL can take a right away that the restore needs. */
const isLast = ({ desc, tag }) => ['ACL', 'DEFAULT ACL', 'EVENT TRIGGER', 'MATERIALIZED VIEW DATA'].includes(desc) ||
    (desc in ABOUT && tag.startsWith('EVENT TRIGGER '));
/** They need no other entry of their kind, and lock only the one table they are for: see `withoutWaiting`. */
const isParallel = ({ desc }) => desc === 'INDEX' || desc === 'CONSTRAINT';
/** They belong to the entry before them. */
const isAttached = ({ desc }) => desc in ABOUT;
/**
 * Divides the entries of a dump among several pg_restore. A single pg_restore restores the entries in the order of the dump;
 * this keeps all of that order that can matter. Only two kinds of work run in parallel: the data of different tables, and
 * neighbouring indexes and unique constraints. Foreign keys lock two tables, so two at a time could block each other.
 *
 * @param lanes at most this many at the same time
 * @param weightOf an entry's table, e.g. its bytes
 */
function schedule(entries, lanes, weightOf) {
    const last = entries.filter(isLast);
    const rest = (section) => entries.filter((entry) => entry.section === section && !isLast(entry));
    const serial = (list) => (list.length === 0 ? [] : [list.map(({ id }) => id)]);
    const place = new Map(entries.map(({ id }, index) => [id, index]));
    const divided = (list) => divide(list, lanes, weightOf).map((lane) => lane.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
    const tables = new Set(entries.filter(({ desc }) => desc === 'TABLE').map(({ id }) => id));
    const workOf = (unit) => ({
        ids: unit.map(({ id }) => id),
        weight: weigh(unit, weightOf),
        tables: unit.flatMap(({ needs }) => needs.filter((id) => tables.has(id))),
        excludes: unit.some(({ desc }) => desc === 'CONSTRAINT'),
    });
    const after = [];
    let analyzable = null;
    for (const { parallel, entries: run } of runs(rest('post-data'))) {
        if (run.some(({ desc }) => ANALYZED.includes(desc)))
            analyzable = null;
        if (parallel) {
            after.push(withoutWaiting(units(run).map(workOf), lanes));
            continue;
        }
        const checks = run.findIndex(({ desc }) => desc === 'FK CONSTRAINT');
        const cut = checks === -1 ? run.length : checks;
        after.push(...[run.slice(0, cut), run.slice(cut)].map(serial).filter((step) => step.length > 0));
        if (checks !== -1 && !run.slice(cut).some(({ desc }) => ANALYZED.includes(desc)))
            analyzable ??= after.length - 1;
    }
    if (last.length > 0)
        after.push(serial(last));
    return {
        before: rest('pre-data').map(({ id }) => id),
        data: divided(dataUnits(rest('data'))),
        after,
        analyzable: analyzable ?? after.length,
    };
}
/** ANALYZE collects statistics of these too: of the expressions of an index, of columns together. */
const ANALYZED = ['INDEX', 'CONSTRAINT', 'STATISTICS'];
/** Divides a list where its entries stop or begin to be parallel. */
function runs(entries) {
    const result = [];
    for (const entry of entries) {
        const current = result.at(-1);
        const parallel = isParallel(entry);
        if (current && (current.parallel === parallel || isAttached(entry)))
            current.entries.push(entry);
        else
            result.push({ parallel, entries: [entry] });
    }
    return result;
}
/** Keeps comments with their object. */
function units(entries) {
    const result = [];
    for (const entry of entries) {
        const current = result.at(-1);
        if (current && isAttached(entry))
            current.push(entry);
        else
            result.push([entry]);
    }
    return result;
}
/**
 * Tables whose data depend on each other (tables of an extension, which have their foreign keys from the beginning) stay
 * together, and so does everything that is not the data of a table.
 */
function dataUnits(entries) {
    const unitOf = new Map();
    const others = [];
    for (const entry of entries) {
        if (entry.desc !== 'TABLE DATA') {
            others.push(entry);
            continue;
        }
        const joined = new Set(entry.needs.flatMap((id) => unitOf.get(id) ?? []));
        const unit = [...joined].length === 0 ? [entry] : [...joined].concat(entry);
        for (const { id } of unit)
            unitOf.set(id, unit);
    }
    return [...new Set(unitOf.values()), others].filter((unit) => unit.length > 0);
}
/** The 1 divides units of unknown weight too. */
const weigh = (unit, weightOf) => unit.reduce((sum, entry) => sum + weightOf(entry), 1);
/**
 * Divides the work so that no lane waits for a table that another one has locked: plays the step with the weights as
 * durations. Each lane that is free takes the heaviest piece that can begin.
 */
function withoutWaiting(all, lanes) {
    const left = [...all].sort((a, b) => b.weight - a.weight);
    const players = Array.from({ length: Math.min(lanes, all.length) }, () => ({
        ids: [],
        until: 0,
        at: null,
    }));
    while (left.length > 0) {
        const free = players.reduce((first, player) => (player.until < first.until ? player : first));
        const busy = players.filter(({ until }) => until > free.until);
        const index = left.findIndex((work) => !busy.some(({ at }) => at !== null && block(at, work)));
        const [work] = index === -1 ? [] : left.splice(index, 1);
        if (work === undefined) {
            // Each piece waits for one that runs: the first that ends decides.
            free.until = Math.min(...busy.map(({ until }) => until));
            continue;
        }
        free.ids.push(...work.ids);
        free.until += work.weight;
        free.at = work;
    }
    return players.map(({ ids }) => ids).filter((lane) => lane.length > 0);
}
const block = (a, b) => (a.excludes || b.excludes) && a.tables.some((table) => b.tables.includes(table));
/** The heaviest unit first, each to the lane with the least work. */
function divide(list, lanes, weightOf) {
    const weighed = list.map((unit) => ({ unit, weight: weigh(unit, weightOf) })).sort((a, b) => b.weight - a.weight);
    const filled = Array.from({ length: Math.min(lanes, list.length) }, () => ({ weight: 0, ids: [] }));
    for (const { unit, weight } of weighed) {
        const lightest = filled.reduce((best, lane) => (lane.weight < best.weight ? lane : best));
        lightest.weight += weight;
        lightest.ids.push(...unit.map(({ id }) => id));
    }
    return filled.map(({ ids }) => ids);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/parallel-restore.js










/** Streams at the same time, within the cores of this machine: each of them decrypts and decompresses the whole dump. */
const MIN_LANES = 2;
const MAX_LANES = 4;
const defaultLanes = () => Math.min(MAX_LANES, Math.max(MIN_LANES, (0,external_node_os_.availableParallelism)()));
/**
 * Restores a dump by several pg_restore at a time. Each reads a decrypted stream of its own and takes only its entries, so
 * that no clear copy of the data touches the disk (docs/adr/0016-parallel-restore.md). If one fails, all end.
 *
 * @returns whether `beside` ran; it needs several lanes and a foreign key
 * @throws RewindError restore-failed with the message of the first that failed; the errors of the source and of `beside`
 */
async function restoreInParallel(ctx, request) {
    const { source, database, expected } = request;
    const { entries: dumped, head } = await readHead(source);
    const entries = withoutRefresh(dumped, expected);
    if (request.lanes === 1) {
        const all = await startLane(ctx, request, entries.map(({ id }) => id));
        await (0,postgres_client/* feed */.hm)(all, metered(ctx, source, database, await source.open(DUMP)));
        return false;
    }
    const plan = schedule(entries, request.lanes, weights(entries, expected));
    const step = async (lanes) => allOrNone(ctx, lanes);
    const fromHead = (lane) => async (inner) => (0,postgres_client/* feed */.hm)(await startLane(inner, request, lane), external_node_stream_.Readable.from([head]));
    const progress = ctx.progress(`restoring into "${database}"`);
    if (plan.before.length > 0)
        await step([fromHead(plan.before)]);
    const bytes = source.refs.find(({ name }) => name === DUMP)?.bytes ?? null;
    const read = new SharedProgress(progress, bytes, Math.max(1, plan.data.length));
    // Without data too the dump is read to its end: only that proves that it is the one of the manifest.
    const data = plan.data.length === 0 ? [null] : plan.data;
    await step(data.map((lane) => async (inner) => {
        const running = lane === null ? null : await startLane(inner, request, lane);
        await (0,postgres_client/* feed */.hm)(running, await source.open(DUMP), { head, passed: (bytes) => read.passed(bytes) });
    }));
    progress.end((0,runtime_text/* plural */.LS)(data.length, 'stream'));
    const building = ctx.progress(`building indexes and constraints of "${database}"`, 'items');
    const { beside } = request;
    const alone = beside === undefined ? plan.after.length : plan.analyzable;
    for (const lanes of plan.after.slice(0, alone))
        await step(lanes.map(fromHead));
    const others = plan.after.slice(alone);
    if (beside !== undefined && others.length > 0) {
        const rest = async (inner) => {
            for (const lanes of others)
                await allOrNone(inner, lanes.map(fromHead));
        };
        await allOrNone(ctx, [rest, beside]);
    }
    building.end();
    return beside !== undefined && others.length > 0;
}
/** Runs all lanes; the first failure stops the others and is the error. */
async function allOrNone(ctx, lanes) {
    const failed = new AbortController();
    const failures = [];
    const inner = { ...ctx, signal: AbortSignal.any([ctx.signal, failed.signal]) };
    await Promise.all(lanes.map((lane) => lane(inner).catch((error) => {
        failures.push(error);
        failed.abort();
    })));
    if (failures.length > 0)
        throw failures[0];
}
async function startLane(ctx, request, lane) {
    const { programs, address, database } = request;
    const list = (0,external_node_path_.join)(ctx.scratch, `entries-${ctx.randomHex(6)}`);
    await (0,promises_.writeFile)(list, `${lane.join('\n')}\n`, { mode: 0o600 });
    const args = [
        '--format=custom',
        '--exit-on-error',
        '--no-password',
        `--use-list=${list}`,
        (0,postgres_client/* databaseArgument */.Bh)(database),
    ];
    return (0,postgres_client/* start */.ni)(ctx, programs.restore, args, address, database, 'restore-failed', restoreSettings(programs.major));
}
/** Of a session that fills a database that nobody uses yet. */
function restoreSettings(major) {
    return {
        // A later commit that waits for the disk covers these, and only such a commit marks the database as complete.
        synchronous_commit: 'off',
        // A lane is idle while it reads past the entries of others.
        ...(major >= 14 ? { idle_session_timeout: '0' } : {}),
    };
}
/** The bytes of a table, for the entries that belong to one. */
function weights(entries, expected) {
    const bytes = new Map(expected.tables.map(({ name, bytes: size }) => [name, size]));
    const byId = new Map();
    for (const { id, desc, namespace, tag } of entries) {
        if (desc === 'TABLE' || desc === 'TABLE DATA')
            byId.set(id, bytes.get(`${namespace}.${tag}`) ?? 0);
    }
    return (entry) => byId.get(entry.id) ?? Math.max(0, ...entry.needs.map((id) => byId.get(id) ?? 0));
}
/** The progress of several readers of the same bytes. */
class SharedProgress {
    progress;
    total;
    readers;
    #bytes = 0;
    constructor(progress, total, readers) {
        this.progress = progress;
        this.total = total;
        this.readers = readers;
    }
    passed(count) {
        this.#bytes += count / this.readers;
        this.progress.update(this.#bytes, this.total);
    }
}

;// CONCATENATED MODULE: ./lib/providers/postgres/fill.js










/** Bytes of a dump from which several streams are worth their start. */
const PARALLEL_FROM = 16e6;
/**
 * Restores the dump into a database and compares the result with the snapshot.
 * @returns marks of the objects that are printed differently, for `keepMarks`
 */
async function fill(config, ctx, filling) {
    const { source, address, database, expected } = filling;
    const { programs, analyzeRest, hasRoom } = await load(config, ctx, filling);
    if (!hasRoom)
        await analyzeRest();
    // Both only read rows. Awaited together: after a failure the database is dropped, and nobody must use it then.
    const [analyzed, compared] = await Promise.allSettled([
        hasRoom ? analyzeRest() : undefined,
        compareRestored(ctx, source, address, database, programs, expected),
    ]);
    if (compared.status === 'rejected')
        throw compared.reason;
    if (analyzed.status === 'rejected')
        throw analyzed.reason;
    const marks = compared.value;
    ctx.log.info(`"${database}" holds what snapshot ${expected.snapshot} says: ${(0,runtime_text/* plural */.LS)(expected.tables.length, 'table')} compared`);
    return marks;
}
/**
 * Restores the dump into an empty database and analyzes it. Compares nothing.
 * @returns the programs of the server's version
 */
async function restoreInto(config, ctx, filling) {
    const { programs, analyzeRest } = await load(config, ctx, filling);
    await analyzeRest();
    return programs;
}
/** Sessions of a comparison: two that count, pg_dump, and one in reserve. */
const COMPARISON_SESSIONS = 4;
async function load(config, ctx, filling) {
    const { source, address, database } = filling;
    const { major, limit } = await (0,connection/* withDatabase */.kR)(ctx, address, database, async (client) => ({
        major: (await serverOf(client, config)).major,
        limit: await connectionLimit(client),
    }));
    const programs = await findPrograms(ctx, major, config['client-bin']);
    const bytes = source.refs.find(({ name }) => name === DUMP)?.bytes ?? 0;
    // Half of the limit: pg_restore has ended before the server has ended its session, and the next step begins meanwhile.
    const lanes = bytes < PARALLEL_FROM ? 1 : Math.max(1, Math.min(defaultLanes(), Math.floor(limit / 2)));
    // With the one that checks foreign keys, as many sessions as before.
    const beside = (inner) => analyze(inner, address, database, Math.max(1, lanes - 1), analyze_TABLES);
    const ran = await restoreInParallel(ctx, { ...filling, programs, lanes, beside });
    const hasRoom = limit >= lanes + COMPARISON_SESSIONS;
    // The comparison counts in two sessions.
    const sessions = hasRoom ? Math.max(1, lanes - 2) : lanes;
    return { programs, hasRoom, analyzeRest: () => analyze(ctx, address, database, sessions, ran ? VIEWS : undefined) };
}
/** Sessions that this user may have at once in this database; a superuser has no limit. */
async function connectionLimit(client) {
    const row = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ least: classic_schemas/* number */.aig() }), `SELECT CASE WHEN r.rolsuper THEN 100
                   ELSE least(CASE WHEN d.datconnlimit < 0 THEN 100 ELSE d.datconnlimit END,
                              CASE WHEN r.rolconnlimit < 0 THEN 100 ELSE greatest(r.rolconnlimit - 1, 1) END) END AS least
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`));
    return Math.max(1, row.least);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/in-place.js

















/**
 * For users who cannot create databases: one transaction stops the writers, drops all objects, restores the dump, compares
 * every row count (and hash) with the snapshot's, and commits as its last statement. Other sessions see nothing before the
 * commit. If anything fails or is killed before, the server rolls back.
 *
 * @param prepared the transaction that has stopped the writers before the backup; null to open one
 */
async function restoreInPlace(config, ctx, source, address, expected, prepared) {
    const locked = prepared instanceof LockedSession ? prepared : await lockWriters(config, ctx, address);
    const { session, frozen } = locked;
    session.stopKeepAlive();
    let committing = false;
    let wanted;
    try {
        wanted = await savedProperties(source);
        const server = await (0,connection/* withDatabase */.kR)(ctx, address, address.database, (client) => serverOf(client, config));
        const programs = await findPrograms(ctx, server.major, config['client-bin']);
        const outdated = outdatedClient(programs);
        if (outdated !== null)
            ctx.log.warn(`${outdated.message} ${outdated.remedy}`);
        const { entries: toc } = await readHead(source);
        const staying = await stayingExtensions(session, toc);
        ctx.log.info(`Restoring "${address.database}" in place: readers and writers wait until the transaction ends`);
        const { statements, keptSchemas } = await dropStatements(session, server.major, staying);
        await lockReadersAndDrop(ctx, address, locked, statements);
        await assertFrozen(ctx, address, frozen);
        const entries = withoutRefresh(withoutKept(toc, staying, keptSchemas), expected);
        const { script, fed, stop } = await scriptOf(ctx, programs, source, address.database, entries);
        const [written, ran] = await Promise.allSettled([
            fed,
            session.script(script).catch((error) => {
                // A psql that ended before it read anything leaves pg_restore waiting for a reader.
                stop();
                throw error;
            }),
        ]);
        // A damaged dump ends the script early, so its error is the cause, not psql's.
        for (const outcome of [written, ran])
            if (outcome.status === 'rejected')
                throw outcome.reason;
        await compareInside(session, ctx, expected);
        if (server.owner)
            await tag(session, address.database, wanted.comment, expected);
        assertNotCancelled(ctx, `the commit of the restore of database "${address.database}"`);
        committing = true;
        await commit(session, ctx, address.database);
    }
    catch (error) {
        await session.abort();
        // Of a COMMIT nobody knows whether it took effect: its error says so.
        throw committing ? error : causeOf(ctx, error, `the restore of database "${address.database}"`);
    }
    await session.end();
    await restoreProperties(ctx, address, wanted);
    ctx.log.info(`"${address.database}" holds the rows of snapshot ${expected.snapshot}: ${(0,runtime_text/* plural */.LS)(expected.tables.length, 'table')} compared before the commit`);
}
/**
 * Gives the database the properties of the snapshot, after the rows are safe. What this user may not set stays as it is:
 * the verification of the run names it.
 */
async function restoreProperties(ctx, address, wanted) {
    const { database } = address;
    await (0,connection/* withDatabase */.kR)(ctx, address, database, async (client) => {
        const found = await readProperties(client, database);
        if (differingProperties(wanted, found).length === 0)
            return;
        for (const statement of [...resetStatements(database, found), ...finishStatements(database, wanted)]) {
            await client.query(statement).catch((error) => {
                ctx.log.warn(`A property of "${database}" could not be restored: ${(0,errors/* messageOf */.bD)(error)}`);
            });
        }
    });
}
/**
 * Compares the data inside the transaction. The schema is compared after the commit, by the verification of the run.
 * @throws RewindError restore-mismatch
 */
async function compareInside(session, ctx, expected) {
    await session.run(begin_snapshot/* FIXED_SETTINGS */.T);
    const found = { ...expected, ...(await inspect(session, expected.integrity, ctx)) };
    const lines = mismatches({ ...expected, schema: {} }, { ...found, schema: {} });
    const names = new Set(found.tables.map(({ name }) => name));
    lines.push(...expected.tables.filter(({ name }) => !names.has(name)).map(({ name }) => `${name} is missing`));
    if (lines.length === 0)
        return;
    throw new errors.RewindError('restore-mismatch', `What was restored is not what snapshot ${expected.snapshot} says. The transaction was rolled back: the database is unchanged.`, { resource: ctx.resource, problems: lines.slice(0, 20) });
}
/** Writes the comment with the tag in the same transaction, so that it identifies the restored rows. Only the owner may set it. */
async function tag(session, database, comment, expected) {
    const row = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(session, classic_schemas/* object */.Ikc({ next: classic_schemas/* string */.YjP() }), 'SELECT (pg_current_xact_id()::text::numeric + 1)::text AS next'));
    const marked = withRestoreTag(comment, expected.snapshot, row.next);
    await session.run(`COMMENT ON DATABASE ${(0,connection/* quoted */.TL)(database)} IS ${(0,connection/* literal */.eu)(marked)}`);
}
/** The last statement. If its answer is lost, only the database knows whether it took effect; a rerun finds out. */
async function commit(session, ctx, database) {
    try {
        await session.run('COMMIT');
    }
    catch (error) {
        throw new errors.RewindError('restore-failed', `The connection ended during the COMMIT: "${database}" is either as before, or restored as a whole.`, { resource: ctx.resource, cause: error, remedy: 'Run the same rollback again: it finds out, and does the rest.' });
    }
}

// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
;// CONCATENATED MODULE: ./lib/providers/postgres/plan-return.js





/**
 * Plans the way back to a database that a restore or an undo put aside. Equal means: the name belongs to this very
 * database again. What it holds is not compared, because it is not a copy.
 */
function planReturn(saved, live) {
    const { database } = saved;
    // Nothing was there before, so nothing can return.
    if (saved.closed === GONE)
        return [];
    const same = live.origin.database === saved.origin.database && (0,reading/* isSameServer */.Ij)(saved.origin, live.origin);
    if (same && (live.accessible || !saved.accessible))
        return [];
    const change = {
        id: 'return',
        stage: 'database',
        action: 'run',
        target: `database "${database}"`,
        before: beforeText(saved, live, same),
        effect: 'live',
        database: 'restore',
        params: { kind: 'return', database, oid: Number(saved.origin.database) },
    };
    if (same) {
        return [
            { ...change, after: 'open', undo: 'it can be closed again', repairs: [...CLOSED, OWNERS_OF_NOW], warnings: [] },
        ];
    }
    // Two servers may number their databases alike: what has the OID on another one is not the previous database.
    const referred = (0,reading/* isSameServer */.Ij)(saved.origin, live.origin) ? live.referred : null;
    if (!referred) {
        return [
            {
                ...change,
                after: `the previous database (OID ${saved.origin.database})`,
                undo: null,
                warnings: [],
                manual: withoutIt(saved, live),
            },
        ];
    }
    const since = referred.since === null ? '' : ` since ${referred.since}`;
    const gone = live.closed === GONE;
    return [
        {
            ...change,
            after: `the previous database (OID ${saved.origin.database}), kept as "${referred.name}"${since}`,
            undo: gone
                ? 'no database is replaced'
                : `the present database is kept as "${derivedName(database, 'before', saved.snapshot)}"; "rewind undo" swaps the names back`,
            ...(gone ? {} : { dataAtRisk: lost(saved, live), confirm: database }),
            repairs: [...(live.accessible ? [] : CLOSED), OWNERS_OF_NOW],
            warnings: [
                ...(gone
                    ? []
                    : [
                        `What "${database}" holds and "${referred.name}" does not will be missing from it; the present database is kept.`,
                    ]),
                ...unknownServer(saved, live),
                ...referred.touched.map((what) => `"${referred.name}" is not as it was put aside: ${what}.`),
                ...(gone ? [] : [connectionsCut(database)]),
            ],
        },
    ];
}
/** What a swap does to applications. PgBouncer meets the closed database, and does not try again before its own time. */
const connectionsCut = (database) => `At the swap every connection to "${database}" is cut once; applications reconnect by themselves. Through PgBouncer they wait for its server_login_retry (15 seconds by default).`;
/** What a person does if the previous database is not on the server of the URL. */
function withoutIt({ database, origin }, live) {
    if (!(0,reading/* isSameServer */.Ij)(origin, live.origin))
        return `The previous database is on another server. Move "${database}" back there, then plan again.`;
    const restore = `"${database}" from a backup of the server, or from a snapshot ("rewind list") without what was written after it.`;
    const doubt = (0,reading/* serverDoubt */.A1)(origin, live.origin);
    return doubt === null
        ? `The server has no database with OID ${origin.database} any more: somebody dropped it, and its rows with it. Restore ${restore}`
        : `The server of the URL has no database with OID ${origin.database}. Nothing tells whether it is the server of the rollback: ${doubt}. If it is another one, set the URL from before the rollback, and plan again. If it is the same one, somebody dropped the database, and its rows with it: restore ${restore}`;
}
function unknownServer({ origin }, live) {
    const doubt = (0,reading/* serverDoubt */.A1)(origin, live.origin);
    return doubt === null ? [] : [`Nothing tells whether the URL leads to the server of the rollback: ${doubt}.`];
}
const CLOSED = ['database-fenced', 'database-gone'];
function beforeText(saved, live, same) {
    if (live.closed !== null)
        return live.closed === GONE ? 'no database has this name' : live.closed;
    if (same)
        return 'closed';
    const from = live.restored === null ? 'another database' : `the database restored from snapshot ${live.restored.snapshot}`;
    return `${from} (OID ${live.origin.database})`;
}
function lost(saved, live) {
    if (live.accessible)
        return (0,loss_meter/* risksOf */.i7)(saved, live);
    return [{ what: `database "${saved.database}"`, rows: null, note: 'it cannot be looked into at the moment' }];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/plan.js










/** Plans one change or none: a restore covers the whole database. */
function plan(saved, live) {
    if (saved.reference === true)
        return planReturn(saved, live);
    const other = (0,other_object/* otherObject */.A_)('rows and definitions', [{ key: 'database', saved: saved.database, live: live.database }]);
    if (other)
        return [{ ...other, stage: 'database', database: 'restore' }];
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
            after: `as in snapshot ${saved.snapshot}: ${(0,runtime_text/* plural */.LS)(saved.tables.length, 'table')}, ${(0,runtime_text/* plural */.LS)(rows, 'row')}`,
            effect: 'live',
            undo: !swap
                ? 'the database is backed up first; "rewind undo" restores that backup'
                : live.closed === GONE
                    ? 'no database is replaced; drop the restored one'
                    : `the present database is kept as "${kept}"; "rewind undo" swaps the names back`,
            database: 'restore',
            backupFirst: !swap,
            dataAtRisk: differences.atRisk,
            confirm: saved.database,
            ...(differences.since === null ? {} : { since: differences.since }),
            repairs: [
                ...(live.accessible ? [] : ['database-fenced', 'database-gone']),
                // The preflight looks at those of the snapshot.
                ...(saved.owners === undefined ? [] : [OWNERS_OF_NOW]),
            ],
            warnings: [
                ...((0,reading/* isSameServer */.Ij)(saved.origin, live.origin) ? [] : [OTHER_SERVER]),
                ...(live.closed === null ? [] : [closedWarning(saved.database, live.closed)]),
                `Everything written to "${saved.database}" since the snapshot will be missing from it.`,
                ...saved.leftOut.map((what) => `Not in the snapshot, so the restored database will not have it: ${what}.`),
                swap
                    ? connectionsCut(saved.database)
                    : `Nothing can write to "${saved.database}" from the backup before the restore until its end, and nothing can read it while it is restored.`,
                ...(swap ? [] : (live.obstacles ?? [])),
                ...(swap && live.slots !== undefined ? [slotsStay(live.slots)] : []),
                ...(swap && live.subscriptions !== undefined ? [subscriptionsStay(live.subscriptions)] : []),
            ],
            params: {
                kind: 'restore',
                database: saved.database,
                serverMajor: saved.serverMajor,
                strategy: live.strategy,
                ...rolesOf(saved),
            },
        },
    ];
}
const OTHER_SERVER = 'The URL leads to another server than the one that the snapshot is from.';
/** The roles that a restore needs: the plan job looks for them on the server, and has no payload. */
function rolesOf({ catalog, owners }) {
    const roles = Object.keys({ ...catalog?.roles, ...owners }).sort();
    return { ...(roles.length === 0 ? {} : { roles }), ...(owners === undefined ? {} : { owners }) };
}
function closedWarning(database, why) {
    return why.startsWith('"')
        ? `Applications cannot use the database now: ${why}. "rewind unfence" opens it at once if Rewind closed it; this plan finishes the restore.`
        : `The database "${database}" ${why}. The restored one takes its name.`;
}
/** The effects of a restore. */
function differencesOf(saved, live) {
    if (!live.accessible) {
        return {
            equal: false,
            summary: live.closed ?? 'accepts no connections',
            atRisk: [{ what: `database "${saved.database}"`, rows: null, note: 'it cannot be looked into at the moment' }],
            since: null,
        };
    }
    const reprinted = live.reprinted?.snapshot === saved.snapshot ? live.reprinted.marks : [];
    const moved = movedSequences(saved.sequences, live.sequences);
    const back = moved.filter((entry) => position(entry.live) < position(entry.saved));
    const objects = [
        ...changedObjects(saved.schema, live.schema, reprinted).map(({ name, how }) => `${name} ${how}`),
        ...back.map(({ name }) => `sequence ${name} was set back`),
    ];
    const written = writtenSince(saved, live);
    const atRisk = risks(saved, live);
    const largeObjects = saved.largeObjects.count !== live.largeObjects.count || saved.largeObjects.content !== live.largeObjects.content;
    const data = written.size > 0 || differingTables(saved, live).length > 0;
    const parts = [
        ...(objects.length === 0 ? [] : [`schema differs: ${plan_listed(objects)}`]),
        ...(data ? ['rows were written since'] : []),
        ...(largeObjects ? ['large objects were written since'] : []),
        // Writers move sequences all the time, so this is said only if nothing else differs: the digest covers the text.
        ...(moved.length > 0 && objects.length === 0 && !data && !largeObjects ? ['sequences were advanced since'] : []),
    ];
    const restored = live.restored?.snapshot === saved.snapshot ? live.restored : null;
    const since = restored === null || objects.length > 0 || !(data || largeObjects || moved.length > 0)
        ? null
        : { restore: `${restored.snapshot} before transaction ${restored.next}`, written: atRisk };
    return { equal: parts.length === 0, summary: parts.join('; '), atRisk, since };
}
/** Orders the values of a sequence; one that is not used yet comes before the same one used. */
const position = (value) => 2n * BigInt(/^-?\d+/.exec(value)?.[0] ?? 0) + (/ /.test(value) ? 0n : 1n);
/** Tables with a row version that is newer than the snapshot (or than a restore from it). */
function writtenSince(saved, live) {
    const restored = live.restored?.snapshot === saved.snapshot ? live.restored : null;
    const next = BigInt(restored?.next ?? saved.boundary.next);
    const unfinished = restored === null && saved.boundary.open.length > 0;
    // Another server has other transaction ids, so only rows, content and schema decide.
    if (BigInt(live.boundary.next) < next)
        return new Set();
    const names = new Set();
    const counted = !('unknown' in (0,loss_meter/* baselineOf */.Bv)(saved, live));
    const before = new Map(saved.tables.map((entry) => [entry.name, entry]));
    for (const entry of live.tables) {
        if (entry.newest === null)
            continue;
        const saw = before.get(entry.name);
        // With content hashes the rows decide, so a rewrite of equal rows is not a difference.
        if (saw && saw.content !== null && entry.content !== null) {
            if (saw.content !== entry.content)
                names.add(entry.name);
            continue;
        }
        if (counted && entry.changed !== null) {
            if (entry.changed > 0)
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
const CYCLE = 2n ** 32n;
/** Compares the low 32 bits of transaction ids, which are ordered within half a cycle. */
function isAtOrAfter(short, next) {
    return (BigInt(short) - (next % CYCLE) + CYCLE) % CYCLE < CYCLE / 2n;
}
function sameCounters(a, b) {
    return a.inserted === b.inserted && a.updated === b.updated && a.deleted === b.deleted;
}
const plan_listed = (names) => names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`;
function risks(saved, live) {
    const tables = (0,loss_meter/* risksOf */.i7)(saved, live);
    if (saved.largeObjects.content === live.largeObjects.content)
        return tables;
    const objects = live.largeObjects.count - saved.largeObjects.count;
    const note = 'at least; written since the snapshot';
    return [...tables, { what: 'large objects', rows: objects > 0 ? objects : null, note }];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/swap.js










/** Attempts, every 100 ms, until a closed database has no sessions. */
const DRAIN_ATTEMPTS = 150;
/**
 * Closes the current database, ends its sessions, and swaps the names in one transaction. Keeps the current database.
 * @param statistics what `statisticsBefore` says of the current database
 * @param again a session that answers, if this one broke during the swap
 * @throws RewindError swap-failed; the message says whether the current database is open
 */
async function swap(client, ctx, database, arrival, snapshot, statistics, again = () => Promise.resolve(client)) {
    const { entry: restored } = arrival;
    const present = await findDatabase(client, database);
    if (!present) {
        // Another client renamed or dropped it, so no database remains to be kept.
        await (0,connection/* runStep */.eg)(ctx, `renaming "${restored.name}"`, () => swap_nextTransaction(client).then((next) => client.query(['BEGIN', ...takeName(arrival, database, next), 'COMMIT'].join('; '))));
        return;
    }
    assertNotCancelled(ctx, `the swap of database "${database}"`);
    const kept = await freeName(client, derivedName(database, 'before', snapshot));
    ctx.log.info(`Swapping: "${database}" becomes "${kept}", "${restored.name}" becomes "${database}"; connections drop now`);
    await fence(client, ctx, present, madeFor(restored.comment)?.token ?? '0');
    try {
        await endSessions(client, ctx, database);
        await endSessions(client, ctx, restored.name);
        const aside = {
            at: ctx.clock.now().toISOString(),
            next: await swap_nextTransaction(client),
            deleted: statistics === null ? null : (await deletedIn(client, present.oid)) - statistics,
        };
        // One transaction: the name always belongs to one database, and a crash leaves no partial swap.
        await (0,connection/* runStep */.eg)(ctx, 'swapping the names', () => client.query([
            'BEGIN',
            `ALTER DATABASE ${(0,connection/* quoted */.TL)(database)} RENAME TO ${(0,connection/* quoted */.TL)(kept)}`,
            ...takeName(arrival, database, aside.next),
            openStatement(kept),
            commentStatement(kept, withKeptTag(present.comment, database, snapshot, aside)),
            'COMMIT',
        ].join('; ')));
    }
    catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        const left = await leftBehind(again, ctx, present, restored);
        if (left !== 'swapped') {
            throw new errors.RewindError('swap-failed', `The ${arrival.kind} database "${restored.name}" is complete but could not take the name "${database}": ${(0,errors/* messageOf */.bD)(error)}. ${left.state}`, { resource: ctx.resource, cause: error, ...(left.remedy === undefined ? {} : { remedy: left.remedy }) });
        }
    }
    ctx.log.info(`"${database}" ${arrival.kind === 'restored' ? `matches snapshot ${snapshot}` : `is the previous database (it was "${restored.name}")`}. The previous database was kept as "${kept}". Drop it when no longer needed: DROP DATABASE ${(0,connection/* quoted */.TL)(kept)}`);
}
/**
 * What a failed swap has left. A connection may have ended after the COMMIT and before its answer: then the name already
 * belongs to the new database. Otherwise opens the current one again.
 */
async function leftBehind(again, ctx, present, restored) {
    const { name } = present;
    try {
        const client = await again();
        if ((await findDatabase(client, name))?.oid === restored.oid)
            return 'swapped';
        await fence_open(client, ctx, present);
        return { state: `"${name}" is the database from before, and accepts connections again.` };
    }
    catch (failure) {
        return {
            state: `Rewind could not find out whether "${name}" accepts connections (${(0,errors/* messageOf */.bD)(failure)}).`,
            remedy: `Run "rewind unfence", or, connected to another database: ${openStatement(name)}; then run the same rollback again: it finds out what is done.`,
        };
    }
}
function takeName({ entry, kind }, database, next) {
    const rename = `ALTER DATABASE ${(0,connection/* quoted */.TL)(entry.name)} RENAME TO ${(0,connection/* quoted */.TL)(database)}`;
    if (kind === 'restored')
        return [rename, commentStatement(database, withoutTarget(entry.comment))];
    return [rename, openStatement(database), commentStatement(database, withReturnTag(entry.comment, next))];
}
/** Where the transactions stand while nobody writes to the database. */
async function swap_nextTransaction(client) {
    const sql = 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next';
    return (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ next: classic_schemas/* string */.YjP() }), sql)).next;
}
const sessionRow = classic_schemas/* object */.Ikc({ pid: classic_schemas/* number */.aig(), who: classic_schemas/* string */.YjP() });
async function endSessions(client, ctx, database) {
    let left = [];
    const refused = new Map();
    for (let tries = 0; tries < DRAIN_ATTEMPTS; tries += 1) {
        // In this order: a session that begins holds its lock until it is in pg_stat_activity.
        const beginning = await beginningSessions(client, database);
        const present = await (0,postgres_select/* select */.L)(client, sessionRow, 
        // An autovacuum worker (no user) takes a superuser to end, and RENAME ends it itself. backend_type is NULL to others.
        `SELECT pid, format('pid %s of user "%s" (%s)', pid, usename, coalesce(nullif(application_name, ''), 'no name')) AS who
         FROM pg_stat_activity WHERE datname = $1 AND usesysid IS NOT NULL`, [database]);
        left = [...beginning, ...present];
        if (left.length === 0)
            return;
        for (const { pid } of present) {
            try {
                await client.query('SELECT pg_terminate_backend($1)', [pid]);
            }
            catch (error) {
                if ((0,connection/* codeOf */.$N)(error) !== '42501')
                    throw error;
                refused.set(pid, (0,errors/* messageOf */.bD)(error));
            }
        }
        // A session of a superuser never ends by our hand.
        if (left.every(({ pid }) => refused.has(pid)) && tries >= 20)
            break;
        await ctx.clock.sleep(100, ctx.signal);
    }
    const why = [...new Set(left.flatMap(({ pid }) => refused.get(pid) ?? []))];
    throw new Error(`these sessions on "${database}" would not end: ${left.map(({ who }) => who).join(', ')}${why.length === 0 ? '' : ` (${why.join('; ')})`}`);
}
/**
 * Sessions that may have read before the fence that the database accepts connections, and that pg_stat_activity does not
 * show yet: InitPostgres of PostgreSQL locks the database until it has added the session there.
 */
async function beginningSessions(client, database) {
    return (0,postgres_select/* select */.L)(client, sessionRow, `SELECT l.pid, format('pid %s (connecting)', l.pid) AS who
       FROM pg_locks l JOIN pg_database d ON l.classid = 'pg_database'::regclass AND l.objid = d.oid
      WHERE d.datname = $1 AND l.locktype = 'object' AND l.mode = 'RowExclusiveLock' AND l.granted AND l.pid IS NOT NULL`, [database]);
}
/** Restoring the same snapshot twice keeps both previous databases. */
async function freeName(client, wanted) {
    for (let suffix = 1;; suffix += 1) {
        const name = suffix === 1 ? wanted : `${wanted}_${suffix}`;
        if (!(await findDatabase(client, name)))
            return name;
    }
}

;// CONCATENATED MODULE: ./lib/providers/postgres/return.js








/** Gives the name back to the database with this OID, and keeps the present one. Opens it if an interrupted swap closed it. */
async function returnDatabase(config, ctx, address, oid) {
    const session = await MaintenanceSession.open(config, ctx, address);
    try {
        const client = await session.live();
        const wanted = (await allDatabases(client)).find((entry) => entry.oid === oid);
        if (!wanted) {
            throw new errors.RewindError('swap-failed', `The previous database (OID ${oid}) is gone: somebody dropped it.`, {
                resource: ctx.resource,
                remedy: 'Plan again. Nothing was changed in the present database.',
            });
        }
        const present = await findDatabase(client, address.database);
        await sweepNew(client, ctx, address, present);
        if (wanted.name !== address.database) {
            const statistics = await statisticsBefore(ctx, address, present);
            await swap(client, ctx, address.database, { entry: wanted, kind: 'returned' }, ctx.snapshotId, statistics, () => session.live());
        }
        else if (!wanted.accepts && fenceToken(wanted.comment) !== null) {
            await fence_open(client, ctx, wanted);
        }
        else {
            ctx.log.info(`"${address.database}" is the previous database already`);
        }
    }
    finally {
        await session.end();
    }
}

;// CONCATENATED MODULE: ./lib/providers/postgres/apply.js






























/**
 * Restores the database to the snapshot. A rerun completes an interrupted restore: a restore by swap marks its database, and a
 * marked one that equals the snapshot is done. One without a mark differs from it: the plan said so, and this run planned again.
 */
async function apply(config, change, ctx, source, prepared = null) {
    const address = addressOf(config, ctx);
    const wanted = params.parse(change.params);
    if (wanted.kind === 'return')
        return returnDatabase(config, ctx, address, wanted.oid);
    const expected = await readExpected(source);
    const inPlace = wanted.strategy === 'in-place';
    const { major, marked } = await present(config, ctx, address, expected);
    // Only the owner can mark a database, so one without a mark may still have been restored in place.
    if ((marked || inPlace) && (await apply_isRestored(config, ctx, address, expected))) {
        ctx.log.info(`"${address.database}" already matches snapshot ${expected.snapshot}`);
        return;
    }
    const lenient = lenientAddress(address, major);
    if (!inPlace) {
        await restoreBySwap(config, ctx, source, lenient, expected);
        return;
    }
    await restoreInPlace(config, ctx, source, lenient, expected, prepared);
    // The server may have been upgraded since the snapshot.
    const programs = await findPrograms(ctx, major, config['client-bin']);
    await markInPlace(ctx, source, lenient, programs, expected);
}
/** Does the database equal the snapshot? Its rows answer first: where they differ, nobody need read the definitions. */
async function apply_isRestored(config, ctx, address, expected) {
    const rows = await whenOpen(ctx, address, (client) => readRowsNow(client, config, ctx), async () => null);
    if (rows === null || !differencesOf(expected, { ...expected, ...rows }).equal)
        return false;
    const live = await capture(config, ctx, { purpose: 'compare', write: async () => undefined });
    return differencesOf(expected, live).equal;
}
async function readRowsNow(client, config, ctx) {
    await (0,connection/* runStep */.eg)(ctx, 'locking the tables', () => (0,begin_snapshot/* beginSnapshot */.w)(client, ctx.resource));
    return (0,connection/* runStep */.eg)(ctx, 'reading rows', () => inspect(client, config.integrity, ctx));
}
/** Major version of the server, and whether an earlier restore from this snapshot marked the database. */
async function present(config, ctx, address, expected) {
    return withMaintenance(config, ctx, address, async (client) => {
        const { major } = await serverOf(client, config);
        const found = await findDatabase(client, address.database);
        return { major, marked: RESTORE_TAG.exec(found?.comment ?? '')?.[1] === expected.snapshot };
    });
}
/** Before the backup of a restore in place, stops the writers: what they wrote is in the backup or still in production. */
async function prepare(config, change, ctx) {
    const wanted = params.parse(change.params);
    if (wanted.kind === 'return' || wanted.strategy !== 'in-place')
        return null;
    return lockWriters(config, ctx, addressOf(config, ctx));
}
/** Restores into a new database, compares it, then swaps the names. Keeps the current database under another name. */
async function restoreBySwap(config, ctx, source, address, expected) {
    const { database } = address;
    const session = await MaintenanceSession.open(config, ctx, address);
    try {
        const client = await session.live();
        const present = await findDatabase(client, database);
        const known = await sweepNew(client, ctx, address, present);
        const finished = await findUntouched(ctx, address, known.flatMap(({ entry, snapshot }) => (snapshot === expected.snapshot ? [entry] : [])));
        if (finished) {
            ctx.log.info(`"${finished.name}" was restored and compared by an interrupted run; continuing from there`);
        }
        const name = finished?.name ?? (await restoreBeside(config, ctx, source, address, expected, session));
        const ready = await session.live();
        const restored = await findDatabase(ready, name);
        if (!restored) {
            throw new errors.RewindError('swap-failed', `The restored database "${name}" is gone: somebody dropped or renamed it.`, {
                resource: ctx.resource,
            });
        }
        const statistics = await statisticsBefore(ctx, address, await findDatabase(ready, database));
        await swap(ready, ctx, database, { entry: restored, kind: 'restored' }, expected.snapshot, statistics, () => session.live());
    }
    finally {
        await session.end();
    }
}
/**
 * A complete database that is still as its restore made it. It lay open until now: one that a person tried out, or that the
 * application was sent to, holds more than the snapshot.
 */
async function findUntouched(ctx, address, complete) {
    for (const entry of complete) {
        const since = { oldest: RESTORE_TAG.exec(entry.comment ?? '')?.[2] ?? '0', seen: [] };
        const written = await (0,connection/* withDatabase */.kR)(ctx, address, entry.name, (client) => writtenTables(client, since)).catch((error) => [`it cannot be looked into: ${(0,errors/* messageOf */.bD)(error)}`]);
        if (written.length === 0)
            return entry;
        ctx.log.warn(`"${entry.name}" was restored by an interrupted run, and is not as that run left it: ${written.join('; ')}. It stays as it is, and the snapshot is restored again.`);
    }
    return undefined;
}
/** Makes a new database with all that the snapshot holds. A failure leaves nothing behind. @returns its name */
async function restoreBeside(config, ctx, source, address, expected, session) {
    const { database } = address;
    const wanted = await savedProperties(source);
    const client = await session.live();
    const oid = (await findDatabase(client, database))?.oid ?? 0;
    const target = { database, oid, snapshot: expected.snapshot, token: ctx.randomHex(4) };
    const name = newName(database, expected.snapshot, target.token);
    const bytes = await sizeOf(client, database);
    const room = bytes === null ? '' : ` The present database has ${(0,progress/* amount */.vj)(bytes, 'bytes')}; the server needs that much free space.`;
    ctx.log.info(`Restoring into the new database "${name}".${room}`);
    await createNew(client, ctx, name, target, wanted);
    try {
        const marks = await fill(config, ctx, { source, address, database: name, expected });
        const ready = await session.live();
        await finishNew(ready, ctx, name, target, wanted);
        await keepMarks(ready, ctx, name, expected.snapshot, marks);
        return name;
    }
    catch (error) {
        await session
            .live()
            .then((after) => dropCopy(after, ctx, address, name))
            .catch((cleanup) => {
            ctx.log.warn(`The half-filled database "${name}" could not be dropped: ${(0,errors/* messageOf */.bD)(cleanup)}`);
        });
        throw withSpaceRemedy(causeOf(ctx, error, `the restore of database "${database}"`));
    }
}
/** A full disk is the server's, and its message is one line in the output of pg_restore. */
function withSpaceRemedy(error) {
    if (!(error instanceof errors.RewindError) || !(0,disk_full/* namesFullDisk */.R)(error.message))
        return error;
    return new errors.RewindError(error.code, `The disk of the database server is full. ${error.message}`, {
        resource: error.resource,
        cause: error,
        remedy: 'Free space on the server: a restore needs room for a second copy of the database. Databases that earlier restores kept can be dropped ("rewind check" lists them).',
    });
}

// EXTERNAL MODULE: ./lib/services/postgres/access.js
var access = __webpack_require__(44146);
// EXTERNAL MODULE: ./lib/services/postgres/write-figures.js
var write_figures = __webpack_require__(38005);
;// CONCATENATED MODULE: ./lib/providers/postgres/aside.js













/**
 * The databases that restores kept, and those that interrupted restores left. One that has such a name, while its comment was
 * replaced, is unmarked: only the comment tells what it is.
 */
async function aside(config, ctx, of) {
    const address = addressOf(config, ctx);
    const { database } = address;
    const read = async (client) => {
        if (of !== undefined)
            await assertSame(client, database, of, ctx.resource);
        const found = [...(await keptDatabases(client, database)), ...(await unfinishedDatabases(client, database))];
        const where = found.length === 0 ? null : await locationOf(client, database);
        const all = await allDatabases(client);
        const known = found.map((one) => (where === null ? one : { ...one, where: { ...where, ...identityIn(all, one) } }));
        const names = new Set(known.map(({ what }) => what));
        const others = all.filter(({ name }) => isGivenName(name, database) && !names.has(nameOf(name)));
        return [...known, ...others.map(({ name }) => unmarked(name)), ...renamed(all, of, database, names)];
    };
    return whenOpen(ctx, address, read, () => withMaintenance(config, ctx, address, read));
}
/**
 * What `where` of an object holds: the identity of the server, the database beside which the object lies, and of a kept database
 * (not in records of earlier versions) what it was as the record was written.
 */
const placeSchema = classic_schemas/* strictObject */.rej({
    server: classic_schemas/* string */.YjP(),
    database: classic_schemas/* string */.YjP(),
    oid: classic_schemas/* string */.YjP().exactOptional(),
    name: classic_schemas/* string */.YjP().exactOptional(),
});
function placeIn(where, resource) {
    const { data } = placeSchema.safeParse(where);
    if (data !== undefined)
        return data;
    throw new errors.RewindError('snapshot-foreign', 'The record names no database of a PostgreSQL server.', {
        resource,
        remedy: `Give "${resource}" the provider from before the rollback.`,
    });
}
/** What tells a kept database from others after a person changed its name and its comment. */
function identityIn(all, object) {
    const entry = object.kind === 'kept' ? all.find(({ name }) => name === object.name) : undefined;
    return entry === undefined ? {} : { oid: String(entry.oid), name: entry.name };
}
/** Null if this user may not ask for the identity of the server. */
async function locationOf(client, database) {
    const { server } = await (0,postgres_rows/* originOf */.yv)(client);
    return server === null ? null : { server, database };
}
/**
 * What lies beside another database, or on another server, says nothing of what a restore of this one kept. The address says
 * nothing of the server: it can lead to another one by now.
 */
async function assertSame(client, database, of, resource) {
    const then = 'where' in of ? placeIn(of.where, resource) : { server: of.before.origin.server, database: of.before.database };
    const { server } = await (0,postgres_rows/* originOf */.yv)(client);
    const foreign = (message, remedy = `Set the URL of "${then.database}" from before the rollback.`) => new errors.RewindError('snapshot-foreign', message, { resource, remedy });
    if (then.server !== null && server !== null && server !== then.server) {
        throw foreign('The URL leads to another server.');
    }
    if (database !== then.database)
        throw foreign(`The URL leads to "${database}" instead of "${then.database}".`);
    const doubt = (0,reading/* serverDoubt */.A1)(then, { server });
    if (doubt !== null) {
        throw foreign(`Nothing tells whether the URL leads to the server of the rollback: ${doubt}.`, 'Allow it to the user in each database: GRANT EXECUTE ON FUNCTION pg_control_system() TO … Or look at the server, and write what you find with "rewind incident discharge".');
    }
}
async function keptDatabases(client, database) {
    const replication = await replicationBeside(client, database);
    return (await allDatabases(client)).flatMap(({ name, comment }) => {
        const kept = keptBefore(comment);
        // A person who gave it the name of production back left its comment as it was.
        if (kept?.database !== database || name === database)
            return [];
        const left = replication.get(name);
        return [
            {
                kind: 'kept',
                name,
                what: nameOf(name),
                since: kept.at,
                snapshot: kept.snapshot,
                drop: `DROP DATABASE ${(0,connection/* quoted */.TL)(name)}`,
                ...(left === undefined ? {} : { replication: left }),
            },
        ];
    });
}
/** Sessions, prepared transactions, subscriptions and active slots: PostgreSQL has one code for all. */
const OBJECT_IN_USE = '55006';
const RELEASE = 'Nothing was dropped. End what uses the database, then run the same command again. Sessions: pg_stat_activity lists them. Prepared transactions: pg_prepared_xacts lists them; connect to the database, then ROLLBACK PREPARED. Active logical slot: end its subscriber. Subscription: connect to the database, then ALTER SUBSCRIPTION … DISABLE, SET (slot_name = NONE), DROP SUBSCRIPTION.';
/** What PostgreSQL refuses to do with a template. */
const WRONG_OBJECT_TYPE = '42809';
const notTemplate = (name) => `Nothing was dropped. The database is a template: ALTER DATABASE ${(0,connection/* quoted */.TL)(name)} IS_TEMPLATE false. Then run the same command again.`;
/** @throws RewindError input-invalid for a database that no restore of this one kept; the server's, if it is in use */
async function dropKept(config, ctx, name) {
    const address = addressOf(config, ctx);
    await withMaintenance(config, ctx, address, async (client) => {
        const entry = await findDatabase(client, name);
        if (entry === undefined)
            return;
        if (name === address.database || keptBefore(entry.comment)?.database !== address.database) {
            throw new errors.RewindError('input-invalid', `No restore of "${address.database}" kept the database "${name}".`, {
                resource: ctx.resource,
                remedy: 'Nothing was dropped. "rewind recover --status" names the databases that are kept.',
            });
        }
        try {
            await client.query(`DROP DATABASE ${(0,connection/* quoted */.TL)(name)}`);
        }
        catch (error) {
            const failure = (0,connection/* databaseError */.Kz)(error, ctx.resource, `dropping the kept database "${name}"`);
            const remedies = {
                [OBJECT_IN_USE]: RELEASE,
                [WRONG_OBJECT_TYPE]: notTemplate(name),
            };
            const help = remedies[(0,connection/* codeOf */.$N)(error) ?? ''];
            if (help !== undefined)
                throw new errors.RewindError(failure.code, failure.message, { resource: ctx.resource, remedy: help, cause: error });
            if ((0,connection/* isAnswer */.Tq)(error))
                throw failure;
            const why = `The answer was lost, so it is unknown whether "${name}" was dropped: ${failure.message}`;
            const again = 'Run the same command again: it drops the database if it is there, and writes the record.';
            throw new errors.RewindError(failure.code, why, {
                resource: ctx.resource,
                remedy: again,
                uncertain: true,
                cause: error,
            });
        }
    });
}
/** None while a restore runs: it fills one of them. */
async function unfinishedDatabases(client, database) {
    const found = await newDatabases(client, database, await findDatabase(client, database));
    if (found.length === 0 || (await restoringNow(client, database)) !== null)
        return [];
    return found.map(({ entry: { name }, made }) => ({
        kind: 'unfinished',
        what: nameOf(name),
        why: `An interrupted restore${made === null ? '' : ` of snapshot ${made.snapshot}`} left ${nameOf(name)}${made?.finished === true ? ', which is complete' : ''}. No application uses it.`,
        drop: `DROP DATABASE ${(0,connection/* quoted */.TL)(name)}`,
    }));
}
/** A kept database that a person gave another name, and another comment in place of the one that tells what it is. */
function renamed(all, of, database, known) {
    if (of === undefined || !('where' in of))
        return [];
    const { oid, name } = of.where;
    const entry = all.find((one) => String(one.oid) === oid && one.name !== database);
    if (entry === undefined || name === undefined || entry.name === name || known.has(nameOf(entry.name)))
        return [];
    return [
        {
            kind: 'unmarked',
            what: nameOf(name),
            why: `it has another name, "${entry.name}", and the comment of that does not say what it is`,
        },
    ];
}
const unmarked = (name) => ({
    kind: 'unmarked',
    what: nameOf(name),
    why: `a database "${name}" exists, and its comment does not say what it is`,
});
const nameOf = (name) => `database "${name}"`;

// EXTERNAL MODULE: ./lib/engine/json-payload.js
var json_payload = __webpack_require__(36881);
;// CONCATENATED MODULE: ./lib/providers/postgres/server-identity.js


async function identityOf(client) {
    const { server, database } = await (0,postgres_rows/* originOf */.yv)(client);
    const { started } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ started: classic_schemas/* string */.YjP() }), `SELECT extract(epoch FROM pg_postmaster_start_time())::text AS started`));
    return { system: server, database, started };
}
/** True for two addresses of one server, and for a physical copy of it. */
function isSameMachine(one, other) {
    if (one.system !== null && other.system !== null && one.system === other.system)
        return true;
    return one.started === other.started;
}
/** A warning if this user may not ask which server answers. */
async function hiddenIdentity(client) {
    if ((await (0,postgres_rows/* originOf */.yv)(client)).server !== null)
        return [];
    return [
        {
            level: 'warning',
            code: 'database-server-unknown',
            message: 'This user may not call pg_control_system(), so nothing tells which server answers: a plan does not count the rows that a restore loses, and "rewind recover" cannot prove that a kept database is gone.',
            remedy: 'GRANT EXECUTE ON FUNCTION pg_control_system() TO this user, in this database.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/prove.js













/** A server for test restores, e.g. a service container of the job; never production's server. */
const SCRATCH_URL = 'REWIND_SCRATCH_DATABASE_URL';
/** Proves that a dump opens and lists; on request, restores it and compares it with the snapshot. */
async function prove(config, saved, ctx, source, depth) {
    // It has no payload: the database itself is kept.
    if (saved.reference === true)
        return [];
    // What a restore is compared with must be what the manifest says.
    if ((0,digest/* canonicalJson */.dj)(await readExpected(source)) !== (0,digest/* canonicalJson */.dj)(saved))
        return [(0,json_payload/* payloadDiffers */.Wv)('expected state')];
    if (saved.properties !== (await propertiesFingerprint(ctx, await savedProperties(source)))) {
        return [(0,json_payload/* payloadDiffers */.Wv)('properties of the database')];
    }
    if (depth === 'contents')
        return [];
    if (depth === 'readable') {
        const programs = await findReader(ctx, saved.serverMajor, config['client-bin']);
        await readDump(ctx, programs, await source.open(DUMP));
        return [];
    }
    const scratch = (0,database_url/* parseDatabaseUrl */.mx)(ctx.env.require(SCRATCH_URL, ctx.resource), ctx.childEnv, ctx.resource);
    if (scratch.password !== null)
        ctx.masker.add(scratch.password);
    (0,database_url/* requireDirect */.VS)(scratch, ctx.resource);
    await refuseProduction(config, saved, ctx, scratch);
    const name = `rewind_proof_${ctx.randomHex(6)}`;
    return (0,connection/* withDatabase */.kR)(ctx, scratch, scratch.database, async (client) => {
        const { major } = await serverOf(client, config);
        if (major !== saved.serverMajor) {
            throw new errors.RewindError('pg-client-version', `The scratch server is PostgreSQL ${major}, and the snapshot is from PostgreSQL ${saved.serverMajor}: a rehearsal there would prove little.`, {
                resource: ctx.resource,
                remedy: `Use a scratch server of PostgreSQL ${saved.serverMajor}, also after an upgrade of production; or take a snapshot after the upgrade.`,
            });
        }
        await (0,connection/* runStep */.eg)(ctx, `creating "${name}"`, () => client.query(`CREATE DATABASE ${(0,connection/* quoted */.TL)(name)} TEMPLATE template0`));
        try {
            await fill(config, ctx, { source, address: scratch, database: name, expected: await readExpected(source) });
        }
        finally {
            await dropCopy(client, ctx, scratch, name);
        }
        return [
            {
                level: 'info',
                code: 'database-restorable',
                message: `The dump was restored on a scratch server and compared: ${(0,runtime_text/* plural */.LS)(saved.tables.length, 'table')}.`,
            },
        ];
    });
}
/**
 * Two names or a tunnel can lead to one server, so what the servers say of themselves is compared, too. A production that
 * does not answer is known by its address and by the snapshot.
 */
async function refuseProduction(config, saved, ctx, scratch) {
    const production = addressOf(config, ctx);
    const here = await (0,connection/* withDatabase */.kR)(ctx, scratch, scratch.database, identityOf);
    const there = await (0,connection/* withDatabase */.kR)(ctx, production, production.database, identityOf).catch(() => null);
    const same = (scratch.host === production.host && scratch.port === production.port) ||
        (there !== null && isSameMachine(here, there)) ||
        (here.system !== null && here.system === saved.origin.server);
    if (!same)
        return;
    throw new errors.RewindError('input-invalid', `${SCRATCH_URL} leads to the server of production, or to a physical copy of it; a rehearsal must not run there.`, {
        resource: ctx.resource,
        remedy: 'Give a server of its own, e.g. a "services: postgres" container of the job.',
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/copy.js









/** Restores a backup into a scratch database: on the scratch server if there is one, else beside production. */
async function withCopy(config, _saved, ctx, source, work) {
    const production = addressOf(config, ctx);
    const address = scratchAddress(ctx) ?? production;
    const database = `rewind_copy_${ctx.randomHex(6)}`;
    const wanted = await withMaintenance(config, ctx, production, (client) => readProperties(client, production.database));
    await withMaintenance(config, ctx, address, (client) => createEmpty(client, ctx, database, wanted));
    try {
        await fill(config, ctx, { source, address, database, expected: await readExpected(source) });
        await work({ address: { ...address, database }, database });
    }
    finally {
        await withMaintenance(config, ctx, address, (client) => dropCopy(client, ctx, address, database));
    }
}
function scratchAddress(ctx) {
    const url = ctx.env.secret(SCRATCH_URL);
    if (url === undefined)
        return null;
    const address = (0,database_url/* parseDatabaseUrl */.mx)(url, ctx.childEnv, ctx.resource);
    if (address.password !== null)
        ctx.masker.add(address.password);
    (0,database_url/* requireDirect */.VS)(address, ctx.resource);
    return address;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/check.js


/** The questions of a drill, in the order of a report. A drill gives an answer to each of them. */
const CHECKS = {
    restore: 'The dump restores without an error',
    'server-version': 'The scratch server has the version of production',
    'empty-restore': 'The restored database has rows, if the snapshot has some',
    truncated: 'No table lost all of its rows',
    'volume-drift': 'No table has fewer rows than the snapshot says',
    'row-content': 'The rows are those of the snapshot, by their hash',
    'large-objects': 'The large objects are those of the snapshot',
    schema: 'Every object has its definition',
    owners: 'Objects have their owners and privileges',
    roles: 'The roles of the snapshot exist in production',
    extensions: 'The extensions are there, in their versions',
    collations: 'Indexes were built with the collations that the server has',
    indexes: 'No index is invalid',
    constraints: 'Constraints are valid where production had checked them',
    'foreign-keys': 'No row refers to a missing one',
    triggers: 'Triggers are enabled as they were',
    'materialized-views': 'Materialized views have their rows',
    sequences: 'Sequences are past the values of their columns',
    migrations: 'The migrations of the snapshot are applied',
    corruption: 'Tables and indexes agree (pg_amcheck --heapallindexed)',
    canary: 'The canary row returned byte for byte',
};
/** Names of a message; a database can have a million objects. */
const MOST = 10;
/** A short list of names from outside, for a message. */
function check_listed(names, most = MOST) {
    const shown = names.slice(0, most).map((name) => (0,runtime_text/* cutText */.IN)((0,runtime_text/* oneLine */.TN)(name), 200));
    return `${shown.join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}
const failure = (code, message, remedy) => ({
    level: 'error',
    code,
    message,
    remedy,
});
/** What a check could not compare, and so does not prove. */
const gap = (message, remedy) => ({
    level: 'warning',
    code: 'drill-not-compared',
    message,
    remedy,
});
/** Worth knowing, and no failure of the snapshot: production is the same. */
const known = (code, message, remedy) => ({
    level: 'info',
    code,
    message,
    remedy,
});
/** Pure. An error fails a check. What was not compared leaves it unverified. */
function judged(id, findings) {
    const outcome = findings.some(({ level }) => level === 'error')
        ? 'failed'
        : findings.some(({ level }) => level === 'warning')
            ? 'unverified'
            : 'passed';
    return { id, title: CHECKS[id], outcome, findings };
}
const notConfigured = (id, message, remedy) => ({
    id,
    title: CHECKS[id],
    outcome: 'not-configured',
    findings: [{ level: 'info', code: 'drill-not-configured', message, remedy }],
});
/** Carries a check out. One that fails by itself proves nothing. @throws the error of a run that was cancelled */
async function tried(id, signal, work) {
    try {
        return await work();
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return judged(id, [gap(`It could not be carried out: ${(0,runtime_text/* cutText */.IN)((0,runtime_text/* oneLine */.TN)((0,errors/* messageOf */.bD)(error)), 500)}`)]);
    }
}
/** Pure. All checks in their order, those of others behind them. One without an answer is unverified; none gets lost. */
function complete(checks, why) {
    const ids = Object.keys(CHECKS);
    return [
        ...ids.flatMap((id) => {
            const answers = checks.filter((check) => check.id === id);
            return answers.length > 0 ? answers : [judged(id, [gap(why)])];
        }),
        ...checks.filter(({ id }) => !Object.hasOwn(CHECKS, id)),
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/catalog-checks.js

const NO_CATALOG = 'An earlier version of Rewind took the snapshot, which does not say how production was.';
/** Pure. What the catalogues of production and of the copy say. Adds to `explained` what it reports. */
function catalogChecks(saved, copy, explained) {
    const was = saved.catalog;
    return [
        judged('extensions', extensions(saved, copy, explained)),
        judged('collations', collations(was, copy)),
        judged('indexes', indexes(was, copy, explained)),
        judged('constraints', constraints(was, copy, explained)),
        judged('triggers', triggers(was, copy, explained)),
        judged('materialized-views', views(saved, copy, explained)),
        judged('migrations', migrations(saved, copy)),
    ];
}
/** Old snapshots have names of extensions, and no versions. */
function extensions(saved, copy, explained) {
    const names = Object.keys(saved.schema).flatMap((name) => /^extension (.*)$/s.exec(name)?.[1] ?? []);
    const absent = names.filter((name) => copy.extensions[name] === undefined);
    for (const name of absent)
        explained.add(`extension ${name}`).add(`comment of extension ${name}`);
    const versions = saved.catalog?.extensions;
    const other = Object.entries(versions ?? {}).filter(([name, version]) => copy.extensions[name] !== undefined && copy.extensions[name] !== version);
    return [
        ...(absent.length === 0
            ? []
            : [
                failure('drill-extension-absent', `Extensions of the snapshot are not in the restored database: ${check_listed(absent)}.`, 'Take a new snapshot with a role that may dump extensions.'),
            ]),
        ...(other.length === 0
            ? []
            : [
                failure('drill-extension-version', `Extensions have another version than in production: ${check_listed(other.map(([name, version]) => `${name} ${copy.extensions[name]} instead of ${version}`))}. A dump names no version, so a restore installs the default of the server.`, 'ALTER EXTENSION … UPDATE in production, or give a scratch server with the versions of production.'),
            ]),
        ...(versions === undefined && names.length > 0 ? [gap(NO_CATALOG, 'Take a new snapshot.')] : []),
    ];
}
const BUILT = (name, { recorded, actual }) => `${name === 'database' ? 'the collation of the database' : name} (built with ${recorded}, the server has ${actual})`;
function collations(was, copy) {
    const differing = (found) => Object.entries(found)
        .filter(([, { recorded, actual }]) => recorded !== actual)
        .map(([name, versions]) => BUILT(name, versions));
    const [before, now] = [differing(was?.collations ?? {}), differing(copy.collations)];
    const elsewhere = Object.entries(was?.collations ?? {}).filter(([name, { actual }]) => copy.collations[name] !== undefined && copy.collations[name].actual !== actual);
    return [
        ...(before.length === 0
            ? []
            : [
                failure('drill-collation-mismatch', `Production sorts with other versions than those that its indexes were built with: ${check_listed(before)}. Its unique indexes may let equal rows in, which a restore then refuses.`, 'REINDEX what uses the collation, then ALTER COLLATION … REFRESH VERSION (of the database: ALTER DATABASE … REFRESH COLLATION VERSION).'),
            ]),
        ...(now.length === 0
            ? []
            : [
                failure('drill-collation-mismatch', `The restored database sorts with other versions than it was built with: ${check_listed(now)}.`, 'Refresh the template databases of the scratch server.'),
            ]),
        ...(was === undefined ? [gap(NO_CATALOG, 'Take a new snapshot.')] : []),
        ...(elsewhere.length === 0
            ? []
            : [
                known('drill-collation-elsewhere', `The scratch server has other versions of collations than production: ${check_listed(elsewhere.map(([name]) => name))}. A restore rebuilds every index with the versions of its server, so this is not an error.`, 'Do nothing.'),
            ]),
    ];
}
/** What the copy has and production had not is a failure; what production had too is not. */
function since(code, was, now, say) {
    if (now.length === 0)
        return [];
    if (was === undefined)
        return [gap(`${NO_CATALOG} ${say.broken}: ${check_listed(now)}.`, 'Take a new snapshot.')];
    const broken = now.filter((name) => !was.includes(name));
    const same = now.filter((name) => was.includes(name));
    return [
        ...(broken.length === 0 ? [] : [failure(code, `${say.broken}: ${check_listed(broken)}.`, say.remedy)]),
        ...(same.length === 0 ? [] : [known(code, `${say.same}: ${check_listed(same)}.`, say.remedy)]),
    ];
}
function indexes(was, copy, explained) {
    for (const name of copy.invalidIndexes)
        explained.add(`index ${name}`);
    // pg_dump leaves them out.
    const left = (was?.invalidIndexes ?? []).filter((name) => !copy.invalidIndexes.includes(name));
    return [
        ...since('drill-index-invalid', was?.invalidIndexes, copy.invalidIndexes, {
            broken: 'Indexes are invalid, and queries do not use them',
            same: 'Indexes are invalid, as in production',
            remedy: 'Attach an index to each partition, or REINDEX.',
        }),
        ...(was === undefined ? [gap(NO_CATALOG, 'Take a new snapshot.')] : []),
        ...(left.length === 0
            ? []
            : [
                known('drill-index-invalid', `Indexes are invalid in production, and so not in the dump: ${check_listed(left)}.`, 'REINDEX INDEX CONCURRENTLY, or drop them.'),
            ]),
    ];
}
function constraints(was, copy, explained) {
    for (const name of copy.notValid) {
        if (was?.notValid.includes(name) === true)
            continue;
        for (const kind of ['fk constraint', 'check constraint', 'constraint'])
            explained.add(`${kind} ${name}`);
        // A CHECK of a table can stand in its definition.
        explained.add(`table ${tableOf(name)}`);
    }
    return since('drill-constraint-not-valid', was?.notValid, copy.notValid, {
        broken: 'Constraints are NOT VALID, and production had checked them',
        same: 'Constraints are NOT VALID, as in production',
        remedy: 'ALTER TABLE … VALIDATE CONSTRAINT, and repair the rows that it names.',
    });
}
const tableOf = (name) => name.slice(0, name.lastIndexOf(' '));
function triggers(was, copy, explained) {
    const all = new Set([...Object.keys(copy.triggers), ...Object.keys(was?.triggers ?? {})]);
    const modes = [...all].filter((name) => copy.triggers[name] !== was?.triggers[name]);
    if (was === undefined) {
        return modes.length === 0
            ? []
            : [gap(`${NO_CATALOG} Triggers are not in their usual mode: ${check_listed(modes)}.`, 'Take a new snapshot.')];
    }
    if (modes.length === 0)
        return [];
    for (const name of modes)
        explained.add(name.startsWith('event trigger ') ? name : `trigger ${name}`);
    const said = modes.map((name) => `${name} (${copy.triggers[name] ?? 'enabled'} instead of ${was.triggers[name] ?? 'enabled'})`);
    return [
        failure('drill-trigger-disabled', `Triggers do not fire as in production: ${check_listed(said)}.`, 'Dump without --disable-triggers, and ALTER TABLE … ENABLE TRIGGER.'),
    ];
}
function views(saved, copy, explained) {
    // The dump of a filled one has an entry for its rows, in snapshots of every version.
    const empty = copy.unpopulated.filter((name) => saved.schema[`materialized view data ${name}`] !== undefined);
    for (const name of empty)
        explained.add(`materialized view data ${name}`);
    if (empty.length === 0)
        return [];
    return [
        failure('drill-matview-unpopulated', `Materialized views are empty, and reading them fails: ${check_listed(empty)}.`, 'REFRESH MATERIALIZED VIEW after a restore; find out which program made a dump without it.'),
    ];
}
function migrations(saved, copy) {
    const was = saved.catalog?.migrations;
    if (was === undefined) {
        const has = saved.tables.some(({ name }) => name.endsWith('._prisma_migrations'));
        return has ? [gap(NO_CATALOG, 'Take a new snapshot.')] : [];
    }
    const missing = Object.entries(was).flatMap(([schema, applied]) => applied
        .filter((name) => copy.migrations[schema]?.includes(name) !== true)
        .map((name) => `${name} (schema ${schema})`));
    if (missing.length === 0)
        return [];
    return [
        failure('drill-migration-missing', `Migrations of the snapshot are not applied in the restored database: ${check_listed(missing)}. Prisma would run them again.`, 'Take a new snapshot after the migrations have ended.'),
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/content.js




const AGAIN = 'Take a new snapshot, and drill with it. If it has the same gap, find out which program or setting makes the dump.';
/** Pure. Rows, by their number and hash. */
function rowChecks({ expected, found }) {
    const now = new Map(found.tables.map((table) => [table.name, table]));
    const filled = expected.tables.filter(({ rows }) => rows > 0);
    const rowsNow = (name) => now.get(name)?.rows ?? 0;
    const lost = filled.filter(({ name }) => rowsNow(name) === 0);
    const empty = filled.length > 0 && lost.length === filled.length;
    const fewer = filled.filter(({ name, rows }) => rowsNow(name) > 0 && rowsNow(name) < rows);
    const more = expected.tables.filter(({ name, rows }) => rowsNow(name) > rows);
    const other = expected.tables.filter(({ name, rows, content }) => content !== null && rowsNow(name) === rows && rows > 0 && now.get(name)?.content !== content);
    const counts = (tables) => check_listed(tables.map(({ name, rows }) => `${name} (${rowsNow(name)} of ${rows})`));
    return [
        judged('empty-restore', empty
            ? [
                failure('drill-empty-restore', `The restored database has no row. The snapshot says ${(0,runtime_text/* plural */.LS)(filled.length, 'table has', 'tables have')} some.`, AGAIN),
            ]
            : []),
        judged('truncated', lost.length > 0 && !empty
            ? [failure('drill-truncated', `Tables came back without a single row: ${counts(lost)}.`, AGAIN)]
            : []),
        judged('volume-drift', fewer.length > 0
            ? [failure('drill-volume-drift', `Tables have fewer rows than the snapshot says: ${counts(fewer)}.`, AGAIN)]
            : []),
        contentCheck(expected, [
            ...(more.length > 0
                ? [failure('drill-rows-added', `Tables have more rows than the snapshot says: ${counts(more)}.`, AGAIN)]
                : []),
            ...(other.length > 0
                ? [
                    failure('drill-row-content', `Rows differ from those of the snapshot in: ${check_listed(other.map(({ name }) => name))}.`, AGAIN),
                ]
                : []),
        ]),
        judged('large-objects', largeObjects(expected, found)),
    ];
}
function contentCheck(expected, findings) {
    if (expected.integrity === 'content' || findings.length > 0)
        return judged('row-content', findings);
    return notConfigured('row-content', 'The snapshot holds no hash of the rows; only their number was compared.', 'Set "integrity: content" of the resource, and take a snapshot.');
}
function largeObjects({ largeObjects: saved }, { largeObjects: now }) {
    if (saved.count === now.count && saved.content === now.content)
        return [];
    const what = saved.count === now.count ? 'have other content' : `are ${now.count} instead of ${saved.count}`;
    return [failure('drill-large-objects', `The large objects ${what}.`, AGAIN)];
}
/**
 * Pure. Definitions, owners and privileges: of the dump, which the manifest describes to the letter, and of the copy.
 * @param explained names that another check reports
 */
function schemaChecks(copy, explained) {
    const { expected, found, marks, entries, archive } = copy;
    const ofArchive = differences(expected, objectsOf(archive).schema, []);
    const seen = new Set(ofArchive.map(({ name }) => name));
    const ofCopy = differences(expected, found.schema, marks).filter(({ name }) => !seen.has(name));
    const differing = [...ofArchive, ...ofCopy];
    const grants = differing.filter(({ name }) => isGrant(name));
    const owners = [...lostOwners(expected, ofArchive, archive), ...lostOwners(expected, ofCopy, entries)];
    const rest = differing.filter(({ name }) => !isGrant(name) && !owners.some((lost) => lost.name === name) && !explained.has(name));
    const lines = rest.map(({ name, how }) => `${name} ${how}`);
    return [
        judged('schema', rest.length === 0
            ? []
            : [failure('drill-schema-differs', `Objects differ from the snapshot: ${check_listed(lines)}.`, AGAIN)]),
        judged('owners', [
            ...(owners.length === 0
                ? []
                : [
                    failure('drill-owner-lost', `Objects have another owner: ${check_listed(owners.map(({ name, was, is }) => `${name} (${is} instead of ${was})`))}.`, 'Make the dump without --no-owner, and create the role before a restore.'),
                ]),
            ...(grants.length === 0
                ? []
                : [
                    failure('drill-privileges-lost', `Privileges differ from the snapshot: ${check_listed(grants.map(({ name, how }) => `${name} ${how}`))}.`, 'Make the dump without --no-privileges, and create the roles before a restore.'),
                ]),
        ]),
    ];
}
const isGrant = (name) => /^(privileges of |default privileges for )/.test(name);
const differences = (expected, schema, marks) => changedObjects(expected.schema, schema, marks).filter(({ name }) => !isDatabaseProperty(name));
/**
 * Changed objects that equal the snapshot as soon as another role owns them. The snapshot holds only a hash of definition and
 * owner, so each role that it names is tried.
 */
function lostOwners(expected, differing, entries) {
    const open = new Set(differing.flatMap(({ name, how }) => (how === 'changed' && !isGrant(name) ? [name] : [])));
    if (open.size === 0)
        return [];
    const candidates = new Set([...Object.keys(expected.catalog?.roles ?? {}), ...entries.map(({ owner }) => owner)]);
    const is = new Map(entries.flatMap((entry) => Object.keys(objectsOf([entry]).schema).map((name) => [name, entry.owner])));
    const lost = [];
    for (const was of candidates) {
        if (was === '' || open.size === 0)
            continue;
        const { schema } = objectsOf(entries.map((entry) => (entry.owner === '' ? entry : { ...entry, owner: was })));
        for (const name of open) {
            if (schema[name] !== expected.schema[name])
                continue;
            lost.push({ name, was, is: is.get(name) ?? 'another role' });
            open.delete(name);
        }
    }
    return lost;
}
/** Pure. Sequences that are not where the snapshot has them. */
function movedFindings({ expected, found }, behind) {
    const moved = [
        ...movedSequences(expected.sequences, found.sequences),
        ...Object.entries(expected.sequences)
            .filter(([name]) => found.sequences[name] === undefined)
            .map(([name, saved]) => ({ name, saved, live: 'missing' })),
    ].filter(({ name }) => !behind.has(name));
    if (moved.length === 0)
        return [];
    return [
        failure('drill-sequence-differs', `Sequences are not where the snapshot has them: ${check_listed(moved.map(({ name, saved, live }) => `${name} (${live} instead of ${saved})`))}.`, AGAIN),
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/corruption.js





/** Bytes of its report that are kept. */
const REPORT = 200_000;
/** Status of pg_amcheck when it found corruption. */
const CORRUPT = 2;
/**
 * Lets pg_amcheck compare each row with each btree index, in the copy: a dump holds definitions of indexes, and a function in one
 * of them that is not as immutable as it says builds an index that queries cannot use. Other kinds of indexes are not checked.
 */
async function corruptionCheck(ctx, client, address, database, programs) {
    const program = (0,external_node_path_.join)((0,external_node_path_.dirname)(programs.dump), 'pg_amcheck');
    const remedy = 'Install the server package of PostgreSQL, which has pg_amcheck and the extension, and drill as a superuser.';
    try {
        await (0,promises_.access)(program);
    }
    catch {
        return judged('corruption', [gap(`${program} was not found.`, remedy)]);
    }
    try {
        await client.query(INSTALL);
    }
    catch (error) {
        return judged('corruption', [gap(`The extension amcheck cannot be used here: ${(0,errors/* messageOf */.bD)(error)}.`, remedy)]);
    }
    try {
        return await amcheck(ctx, program, address, database, remedy);
    }
    finally {
        // What works on the copy next must find it as the snapshot has it.
        await client.query(REMOVE);
    }
}
const SCHEMA = 'rewind_amcheck';
/** Nothing is done if the database has the extension. Event triggers of the snapshot stay still. */
const INSTALL = `
  SET session_replication_role = replica;
  DO $do$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'amcheck') THEN
      CREATE SCHEMA ${SCHEMA};
      CREATE EXTENSION amcheck WITH SCHEMA ${SCHEMA};
    END IF;
  END $do$`;
const REMOVE = `DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE; RESET session_replication_role`;
async function amcheck(ctx, program, address, database, remedy) {
    const args = [
        '--heapallindexed',
        '--jobs=2',
        '--no-password',
        // Made by CREATE DATABASE, not by the snapshot.
        '--exclude-schema=pg_catalog',
        '--exclude-schema=information_schema',
        database,
    ];
    const running = (0,postgres_client/* start */.ni)(ctx, program, args, address, database, 'tool-failed');
    let report = '';
    running.child.stdout?.setEncoding('utf8').on('data', (text) => {
        if (report.length < REPORT)
            report += text;
    });
    running.child.stdin?.end();
    try {
        await running.done;
    }
    catch (error) {
        ctx.signal.throwIfAborted();
        if (/no relations to check/.test((0,errors/* messageOf */.bD)(error)))
            return judged('corruption', []);
        if (running.child.exitCode !== CORRUPT)
            return judged('corruption', [gap((0,errors/* messageOf */.bD)(error), remedy)]);
        return judged('corruption', [
            failure('drill-corruption', `Tables or indexes are corrupt: ${check_listed(corruption_objectsOf(report, database))}.`, 'REINDEX in production, and look for functions in indexes that are not immutable, and for operators that do not sort.'),
        ]);
    }
    const doubts = running.warnings();
    return judged('corruption', doubts.length === 0 ? [] : [gap(`pg_amcheck warned: ${check_listed(doubts)}.`, remedy)]);
}
/** Pure. The headings of the report: its texts may hold values. */
function corruption_objectsOf(report, database) {
    const found = [...report.matchAll(/^(heap table|btree index) "([^\n]*)"/gm)].map(([, kind = '', name = '']) => `${kind} ${name.replace(`${database}.`, '')}`);
    return found.length === 0 ? ['pg_amcheck does not name them'] : [...new Set(found)];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/databases.js






/** Names that only a drill gives. The second part is random: two drills of one run do not meet. */
const NAME = /^rewind_drill_[0-9a-f]{8}_[0-9a-f]{8}$/;
/** Beside it: the second reload that a comparison may need. */
const RELOADED = '_reload';
const drillName = (ctx, run) => `rewind_drill_${(0,digest/* sha256 */.sc)(Buffer.from(run)).slice(0, 8)}_${ctx.randomHex(4)}`;
const reloadedName = (database) => `${database}${RELOADED}`;
/** `SELECT function(key)` of the advisory lock that a drill holds while it uses a database of this name. */
const lockSql = (call) => `SELECT ${call}(hashtextextended($1, 0)) AS got`;
/**
 * Takes the name, so that `tidy` of another run leaves its database alone. The lock ends with the session.
 * @param client a session on the maintenance database of the place, which stays open for the whole drill
 */
async function claim(client, name) {
    await client.query(lockSql('pg_advisory_lock'), [name]);
}
/**
 * Creates the empty database as the one of production: encoding, locale, owner.
 * @returns what could not be had here, a sentence each
 */
async function createLike(client, ctx, name, wanted, lackingRoles) {
    const { tablespace, user } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ tablespace: classic_schemas/* string */.YjP(), user: classic_schemas/* string */.YjP() }), `SELECT t.spcname::text AS tablespace, current_user::text AS user
         FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = 'template0'`));
    // The tablespace is a place on a disk: no property of the content.
    const near = {
        ...wanted,
        tablespace,
        owner: lackingRoles.includes(wanted.owner) ? user : wanted.owner,
    };
    try {
        await createEmpty(client, ctx, name, near);
        return [];
    }
    catch (error) {
        const cause = error instanceof Error ? error.cause : undefined;
        if (!NO_LOCALE.includes((0,connection/* codeOf */.$N)(cause) ?? ''))
            throw error;
    }
    await createEmpty(client, ctx, name, {
        ...near,
        collate: 'C',
        ctype: 'C',
        provider: 'c',
        locale: null,
        icuRules: null,
    });
    return [
        `The scratch server lacks the locale of production ("${wanted.locale ?? wanted.collate}"): rows were sorted by their bytes.`,
    ];
}
/** wrong_object_type, invalid_parameter_value, feature_not_supported: a locale or a provider that is not there. */
const NO_LOCALE = ['42809', '22023', '0A000'];
async function dropDrill(client, ctx, address, name) {
    for (const database of [reloadedName(name), name])
        await dropCopy(client, ctx, address, database);
}
/** Drops the databases of drills that no session claims. @returns their names */
async function sweepDrills(client, ctx, address) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT datname::text AS name FROM pg_database WHERE datname LIKE 'rewind\\_drill\\_%' ORDER BY 1`);
    const names = new Set(rows.map(({ name }) => (name.endsWith(RELOADED) ? name.slice(0, -RELOADED.length) : name)));
    const dropped = [];
    for (const name of names) {
        if (!NAME.test(name))
            continue;
        const { got } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ got: classic_schemas/* boolean */.zMY() }), lockSql('pg_try_advisory_lock'), [name]));
        if (!got)
            continue;
        await dropDrill(client, ctx, address, name);
        await client.query(lockSql('pg_advisory_unlock'), [name]);
        dropped.push(name);
    }
    return dropped;
}

// EXTERNAL MODULE: ./lib/services/postgres/local-server.js
var local_server = __webpack_require__(47581);
;// CONCATENATED MODULE: ./lib/providers/postgres/drill/place.js







/** Sessions of a restore, of a comparison and of pg_amcheck at the same time. */
const CONNECTIONS = 40;
/** The address that the drill was given; null if it is to start a server of its own. */
function placeAddress(ctx, place) {
    const url = place ?? ctx.env.secret(SCRATCH_URL);
    if (url === undefined)
        return null;
    try {
        const address = (0,database_url/* parseDatabaseUrl */.mx)(url, ctx.childEnv, ctx.resource);
        if (address.password !== null)
            ctx.masker.add(address.password);
        (0,database_url/* requireDirect */.VS)(address, ctx.resource);
        return address;
    }
    catch (error) {
        throw ofPlace(error, ctx);
    }
}
/**
 * A session in the scratch place. That a place cannot be used says nothing of the snapshot, nor of the database of production.
 * @throws RewindError of the connection, never api-not-found; of `work`
 */
async function withPlace(ctx, address, work) {
    const reached = { yes: false };
    try {
        return await (0,connection/* withDatabase */.kR)(ctx, address, address.database, (client) => {
            reached.yes = true;
            return work(client);
        });
    }
    catch (error) {
        throw reached.yes ? error : ofPlace(error, ctx);
    }
}
function ofPlace(thrown, ctx) {
    const { code, message, remedy } = (0,errors/* asRewindError */.m2)(thrown, ctx.resource);
    return new errors.RewindError(code === 'api-not-found' ? 'database-unreachable' : code, `The scratch place: ${message}`, {
        resource: ctx.resource,
        remedy: `Correct ${SCRATCH_URL}, or leave it out: the drill then starts a server of its own. ${remedy}`,
        cause: thrown,
    });
}
/**
 * The scratch server, or one of our own on this machine.
 * @throws RewindError drill-place-is-production, pg-client-missing, database-unreachable
 */
async function openPlace(config, saved, ctx, place) {
    const address = placeAddress(ctx, place);
    if (address !== null) {
        await place_refuseProduction(config, saved, ctx, address);
        return { address, stop: async () => undefined };
    }
    const server = await (0,local_server/* startLocalServer */.P)(ctx, {
        purpose: 'a restore',
        major: saved.serverMajor,
        settings: [`max_connections=${CONNECTIONS}`, 'autovacuum=off'],
    });
    return { address: server.address, stop: server.stop };
}
/**
 * Compares what servers say of themselves: two names or a tunnel can lead to one server. Production must answer, because the
 * server that the snapshot was taken of may not be the one of today; both are compared.
 */
async function place_refuseProduction(config, saved, ctx, address) {
    const production = addressOf(config, ctx);
    const there = await (0,connection/* withDatabase */.kR)(ctx, production, production.database, identityOf);
    const here = await withPlace(ctx, address, identityOf);
    const same = isSameMachine(here, there) || (here.system !== null && here.system === saved.origin.server);
    if (!same)
        return;
    const itself = here.database === there.database;
    if (config.drill?.['same-server'] === true && !itself)
        return;
    throw new errors.RewindError('drill-place-is-production', itself
        ? `The scratch place ${address.host}:${address.port}/${address.database} is the database of production.`
        : `The scratch place ${address.host}:${address.port} is the server of production${isSameMachine(here, there) ? '' : ', as the snapshot knows it, or a physical copy of it'}.`, {
        resource: ctx.resource,
        ...(itself
            ? { remedy: 'Name another database in the URL of the scratch place, e.g. "postgres".' }
            : {
                remedy: 'Give a server of its own, e.g. a "services: postgres" container of the job, or leave the place out. "drill: { same-server: true }" of the resource allows a database beside production: it takes disk, memory and time of production.',
            }),
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/queries.js






const SEQUENCES = `
WITH used AS (
  SELECT d.objid AS seq, d.refobjid AS tab, d.refobjsubid AS num FROM pg_depend d
   WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
   UNION
  SELECT d.refobjid, a.adrelid, a.adnum FROM pg_depend d JOIN pg_attrdef a ON a.oid = d.objid
   WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass)
SELECT n.nspname || '.' || s.relname AS name, format('%I.%I', n.nspname, s.relname) AS sql, q.seqincrement::text AS step,
       format('%I.%I', m.nspname, t.relname) AS "table", format('%I', a.attname) AS "column", m.nspname || '.' || t.relname || '.' || a.attname AS shown
  FROM used u JOIN pg_class s ON s.oid = u.seq AND s.relkind = 'S' JOIN pg_namespace n ON n.oid = s.relnamespace
  JOIN pg_sequence q ON q.seqrelid = s.oid JOIN pg_class t ON t.oid = u.tab AND t.relkind IN ('r', 'p') JOIN pg_namespace m ON m.oid = t.relnamespace
  JOIN pg_attribute a ON a.attrelid = u.tab AND a.attnum = u.num
 WHERE NOT q.seqcycle AND ${postgres_rows/* OURS */.o6} AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)
 ORDER BY 1, shown`;
/** Next value of each sequence against the farthest value of its columns, in the direction of its increment. */
async function sequenceCheck(client, copy) {
    const used = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({
        name: classic_schemas/* string */.YjP(),
        sql: classic_schemas/* string */.YjP(),
        step: classic_schemas/* string */.YjP(),
        table: classic_schemas/* string */.YjP(),
        column: classic_schemas/* string */.YjP(),
        shown: classic_schemas/* string */.YjP(),
    }), SEQUENCES);
    const behind = new Map();
    for (const { name, sql, step, table, column, shown } of used) {
        const up = !step.startsWith('-');
        const { next, far, late } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ next: classic_schemas/* string */.YjP(), far: classic_schemas/* string */.YjP().nullable(), late: classic_schemas/* boolean */.zMY().nullable() }), `SELECT next::text, far::text, next ${up ? '<=' : '>='} far AS late
           FROM (SELECT last_value::numeric + CASE WHEN is_called THEN ${step} ELSE 0 END AS next FROM ${sql}) s,
                (SELECT ${up ? 'max' : 'min'}(${column}) AS far FROM ${table}) t`));
        if (late === true)
            behind.set(name, `${name} (next ${next}, and ${shown} has ${far ?? ''})`);
    }
    const { expected, found } = copy;
    // Where production is behind too, the snapshot is right, and an insert fails there as well.
    const wrong = [...behind].filter(([name]) => expected.sequences[name] !== found.sequences[name]);
    const same = [...behind].filter(([name]) => expected.sequences[name] === found.sequences[name]);
    const remedy = 'SELECT setval(…) past the highest value of the column.';
    return judged('sequences', [
        ...(wrong.length === 0
            ? []
            : [
                failure('drill-sequence-behind', `Sequences would give values that rows have: ${check_listed(wrong.map(([, text]) => text))}.`, remedy),
            ]),
        ...movedFindings(copy, new Set(wrong.map(([name]) => name))),
        ...(same.length === 0
            ? []
            : [
                known('drill-sequence-behind', `Sequences are behind their columns, as in production: ${check_listed(same.map(([, text]) => text))}.`, remedy),
            ]),
    ]);
}
const FOREIGN_KEYS = `
SELECT n.nspname || '.' || c.relname || ' ' || k.conname AS name, c.relkind = 'p' AS parted, p.relkind = 'p' AS "targetParted",
       format('%I.%I', n.nspname, c.relname) AS "table", format('%I.%I', m.nspname, p.relname) AS target,
       coalesce((to_jsonb(k) ->> 'conperiod')::boolean, false) AS period,
       ARRAY(SELECT format('f.%I IS NOT NULL', a.attname) FROM unnest(k.conkey) WITH ORDINALITY u (num, at)
               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY u.at) AS present,
       ARRAY(SELECT format('p.%I OPERATOR(%I.%s) f.%I', b.attname, o.nspname, op.oprname, a.attname)
               FROM unnest(k.conkey, k.confkey, k.conpfeqop) WITH ORDINALITY u (num, target, eq, at)
               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
               JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.target
               JOIN pg_operator op ON op.oid = u.eq JOIN pg_namespace o ON o.oid = op.oprnamespace ORDER BY u.at) AS equal
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace m ON m.oid = p.relnamespace
 WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relpersistence <> 't' AND ${postgres_rows/* OURS */.o6} ORDER BY 1`;
/** Asks each foreign key itself: a constraint that is NOT VALID, or was added by hand, does not. */
async function foreignKeyCheck(client, { expected }) {
    const keys = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({
        name: classic_schemas/* string */.YjP(),
        parted: classic_schemas/* boolean */.zMY(),
        targetParted: classic_schemas/* boolean */.zMY(),
        table: classic_schemas/* string */.YjP(),
        target: classic_schemas/* string */.YjP(),
        period: classic_schemas/* boolean */.zMY(),
        present: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
        equal: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()),
    }), FOREIGN_KEYS);
    const violated = [];
    for (const key of keys.filter(({ period }) => !period)) {
        const from = `${key.parted ? '' : 'ONLY '}${key.table} f`;
        const to = `${key.targetParted ? '' : 'ONLY '}${key.target} p`;
        const { is } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ is: classic_schemas/* boolean */.zMY() }), `SELECT EXISTS (SELECT FROM ${from} WHERE ${key.present.join(' AND ')}
                           AND NOT EXISTS (SELECT FROM ${to} WHERE ${key.equal.join(' AND ')})) AS is`));
        if (is)
            violated.push(key.name);
    }
    const unchecked = (name) => expected.catalog?.notValid.includes(name) === true;
    const [same, wrong] = [violated.filter(unchecked), violated.filter((name) => !unchecked(name))];
    const periods = keys.filter(({ period }) => period).map(({ name }) => name);
    return judged('foreign-keys', [
        ...(wrong.length === 0
            ? []
            : [
                failure('drill-foreign-key-violated', `Rows refer to rows that are not there: ${check_listed(wrong)}.`, 'Take a new snapshot. If it is the same, the rows are in production: repair them there.'),
            ]),
        ...(same.length === 0
            ? []
            : [
                known('drill-foreign-key-violated', `Rows refer to rows that are not there, which production allows (NOT VALID): ${check_listed(same)}.`, 'Repair the rows, then ALTER TABLE … VALIDATE CONSTRAINT.'),
            ]),
        ...(periods.length === 0 ? [] : [gap(`Foreign keys with a PERIOD were not compared: ${check_listed(periods)}.`)]),
    ]);
}
/** No such table, schema or column. */
const ABSENT = ['42P01', '3F000', '42703'];
/** Compares the canary row. Its values never stand in a message. */
async function canaryCheck(client, config) {
    const canary = config.drill?.canary;
    if (canary === undefined) {
        return notConfigured('canary', 'No canary row is configured.', 'Insert a row that never changes, and name it in "drill: { canary: … }" of the resource.');
    }
    const { table, key, row } = canary;
    const at = table.indexOf('.');
    const [schema, name] = at < 0 ? ['public', table] : [table.slice(0, at), table.slice(at + 1)];
    const columns = Object.keys(row);
    const keys = Object.entries(key);
    const remedy = 'Compare the row with production. If it was changed there on purpose, correct the configuration.';
    const lost = (message) => judged('canary', [failure('drill-canary', message, remedy)]);
    let rows;
    try {
        const found = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ values: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP().nullable()) }), `SELECT ARRAY[${columns.map((column) => `${(0,connection/* quoted */.TL)(column)}::text`).join(', ')}] AS values
         FROM ${(0,connection/* quoted */.TL)(schema)}.${(0,connection/* quoted */.TL)(name)}
        WHERE ${keys.map(([column], index) => `${(0,connection/* quoted */.TL)(column)}::text = $${index + 1}`).join(' AND ')} LIMIT 2`, keys.map(([, value]) => value));
        rows = found.map(({ values }) => values);
    }
    catch (error) {
        if (!ABSENT.includes((0,connection/* codeOf */.$N)(error) ?? ''))
            throw error;
        return lost(`The canary row cannot be read: ${(0,errors/* messageOf */.bD)(error)}.`);
    }
    const [values] = rows;
    if (values === undefined)
        return lost(`The canary row of ${table} is missing.`);
    if (rows.length > 1)
        return lost(`The key of the canary finds several rows of ${table}.`);
    const altered = columns.filter((column, index) => values[index] !== row[column]);
    return altered.length === 0
        ? judged('canary', [])
        : lost(`The canary row of ${table} was altered, in: ${check_listed(altered)}.`);
}
/** Roles that the snapshot needs, against those of production: a rollback restores there. */
function roleCheck(needed, present) {
    const absent = needed.filter((name) => !present.has(name));
    const findings = absent.length === 0
        ? []
        : [
            failure('drill-role-absent', `Objects of the snapshot need roles that production does not have: ${check_listed(absent)}. A restore there fails.`, 'Create the roles in production (CREATE ROLE … NOLOGIN), or take a new snapshot.'),
        ];
    return judged('roles', findings);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/roles.js



/** A name as PostgreSQL quotes it, or as it is. */
const roles_NAME = String.raw `("(?:[^"]|"")+"|[\w$]+)`;
/** Roles in the statements of grants, default privileges, policies and user mappings. */
const GRANTED = new RegExp(String.raw `(?:^|;\n)(?:GRANT|REVOKE|ALTER DEFAULT PRIVILEGES)\b[^;]*? (?:TO|FROM) ${roles_NAME}(?: WITH GRANT OPTION)?(?=;)`, 'g');
const ABOUT_ROLE = new RegExp(String.raw `\b(?:FOR ROLE|FOR USER|USER MAPPING FOR) ${roles_NAME}`, 'g');
const POLICY = new RegExp(String.raw `\bTO (${roles_NAME}(?:, ${roles_NAME})*)(?= USING \(| WITH CHECK \(|;)`);
/** Pure. The roles that the entries of a dump name: owners, and those in privileges, policies and user mappings. */
function roles_rolesOf(entries, catalog) {
    const found = new Set(Object.keys(catalog?.roles ?? {}));
    for (const { desc, owner, definition } of entries) {
        if (owner !== '')
            found.add(owner);
        if (desc === 'ACL' || desc === 'DEFAULT ACL') {
            for (const [, name = ''] of definition.matchAll(GRANTED))
                found.add(plain(name));
        }
        if (desc === 'DEFAULT ACL' || desc === 'USER MAPPING') {
            for (const [, name = ''] of definition.matchAll(ABOUT_ROLE))
                found.add(plain(name));
        }
        if (desc === 'POLICY') {
            const [, list = ''] = POLICY.exec(definition) ?? [];
            for (const [name] of list.matchAll(new RegExp(roles_NAME, 'g')))
                found.add(plain(name));
        }
    }
    found.delete('PUBLIC');
    found.delete('public');
    return [...found].sort();
}
const MARK = '[rewind: made for the drill in ';
const tagOf = (database) => `${MARK}${database}]`;
const plain = (name) => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name);
/** The roles of a server without those of drills, that nobody took over since: the scratch place may be beside production. */
async function ownRoles(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT rolname::text AS name FROM pg_roles
      WHERE rolcanlogin OR coalesce(shobj_description(oid, 'pg_authid'), '') NOT LIKE '${MARK}%'`);
    return new Set(rows.map(({ name }) => name));
}
const roles_TAG = /^\[rewind: made for the drill in (\S+)\]$/;
const LENDING = `hashtextextended('rewind: roles lent to drills', 0)`;
/** `SELECT function(key)` of the advisory lock that each drill shares while it needs lent roles, its own or another's. */
const roles_lockSql = (call) => `SELECT ${call}(${LENDING}) AS got`;
/** Gives up this session's share, if it has one: without the condition the server would log a warning. */
const roles_RELEASE = `SELECT pg_advisory_unlock_shared(${LENDING}) FROM pg_locks
  WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND mode = 'ShareLock' AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND ((classid::bigint << 32) | objid::bigint) = ${LENDING}`;
/** duplicate_object, and unique_violation when two drills create one at the same time */
const roles_EXISTS = ['42710', '23505'];
/** Lets a role read all rows. No drill makes a superuser: functions of the snapshot run as their owner. */
const READS_ALL = 'pg_read_all_data';
/**
 * Creates roles that the scratch server lacks, without a login, marked as those of this drill. They get what the filling of
 * materialized views as their owner needs: memberships among them, and for a superuser the right to read all rows. A role that
 * this user may not create is left out: the restore then says so.
 *
 * From now on no drill drops a lent role, until this session ends or calls `dropLentRoles`: the copy may use a role that
 * another drill made, and a role has nothing that keeps it before the copy exists.
 * @param client the session of the whole drill
 * @returns those that it lacks still
 */
async function lendRoles(client, ctx, database, needed, catalog) {
    await client.query(roles_lockSql('pg_advisory_lock_shared'));
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), 'SELECT rolname::text AS name FROM pg_roles');
    const present = new Set(rows.map(({ name }) => name));
    const lacking = [];
    const made = [];
    const lent = needed.filter((name) => !present.has(name));
    for (const role of lent) {
        const name = (0,connection/* quoted */.TL)(role);
        try {
            // One message is one transaction: no role stays without its mark.
            await client.query(`CREATE ROLE ${name} NOLOGIN; COMMENT ON ROLE ${name} IS ${(0,connection/* literal */.eu)(tagOf(database))}`);
            made.push(role);
        }
        catch (error) {
            // Another drill has just made it.
            if (roles_EXISTS.includes((0,connection/* codeOf */.$N)(error) ?? ''))
                continue;
            ctx.log.debug(`role "${role}" was not created: ${String(error)}`);
            lacking.push(role);
        }
    }
    for (const role of made) {
        const reads = catalog?.readers[role];
        const parents = (catalog?.roles[role] ?? []).filter((name) => made.includes(name) || (present.has(READS_ALL) && name === READS_ALL));
        const statements = [
            ...(reads === undefined ? [] : [`ALTER ROLE ${(0,connection/* quoted */.TL)(role)} BYPASSRLS`]),
            ...(reads === 'superuser' && present.has(READS_ALL) ? [`GRANT ${READS_ALL} TO ${(0,connection/* quoted */.TL)(role)}`] : []),
            ...parents.map((parent) => `GRANT ${(0,connection/* quoted */.TL)(parent)} TO ${(0,connection/* quoted */.TL)(role)}`),
        ];
        for (const statement of statements) {
            await client.query(statement).catch((error) => ctx.log.debug(`${statement}: ${String(error)}`));
        }
    }
    return lacking;
}
/** dependent_objects_still_exist */
const IN_USE = '2BP01';
/**
 * Drops the roles of drills whose database is gone, unless another drill runs: it may need them, and drops them at its end.
 * No drill lets one log in: a person who did so needs it, and nothing else keeps it from a drop.
 * Call it after the copy of this session's drill is dropped.
 * @returns their names
 */
async function dropLentRoles(client, ctx) {
    // The last of several drills that end at once finds no shared lock, and drops the roles of all.
    await client.query(roles_RELEASE);
    const { got } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ got: classic_schemas/* boolean */.zMY() }), roles_lockSql('pg_try_advisory_lock')));
    if (!got)
        return [];
    try {
        return await dropUnused(client, ctx);
    }
    finally {
        await client.query(roles_lockSql('pg_advisory_unlock'));
    }
}
async function dropUnused(client, ctx) {
    const marked = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), tag: classic_schemas/* string */.YjP() }), `SELECT r.rolname::text AS name, shobj_description(r.oid, 'pg_authid') AS tag
       FROM pg_roles r WHERE NOT r.rolcanlogin AND shobj_description(r.oid, 'pg_authid') LIKE '${MARK}%' ORDER BY 1`);
    const dropped = [];
    for (const { name, tag } of marked) {
        const database = roles_TAG.exec(tag)?.[1];
        if (database === undefined || (await roles_exists(client, database)))
            continue;
        try {
            await (0,connection/* runStep */.eg)(ctx, `dropping the role "${name}" of a drill`, () => client.query(`DROP ROLE IF EXISTS ${(0,connection/* quoted */.TL)(name)}`));
            dropped.push(name);
        }
        catch (error) {
            // Another drill uses it, and drops it at its end.
            if ((0,connection/* codeOf */.$N)(error instanceof Error ? error.cause : error) !== IN_USE)
                throw error;
        }
    }
    return dropped;
}
async function roles_exists(client, database) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), 'SELECT datname::text AS name FROM pg_database WHERE datname = $1', [database]);
    return rows.length > 0;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/drill/index.js























/** Restores a snapshot on a scratch server and asks the copy everything that `CHECKS` names. */
const drill = { restore, tidy };
async function restore(config, saved, ctx, source, options) {
    if (saved.reference === true) {
        return complete([], 'The snapshot names the database itself and holds no copy of it.');
    }
    const damaged = await prove(config, saved, ctx, source, 'contents');
    if (damaged.length > 0) {
        const what = check_listed(damaged.map(({ message }) => message));
        return complete([judged('restore', [restoreFailure(what)])], NOT_REACHED);
    }
    const place = await options.phase('scratch server', () => openPlace(config, saved, ctx, options.place));
    try {
        return await withPlace(ctx, place.address, async (client) => {
            await lenient(client);
            return (0,connection/* keepAwake */.lX)(ctx, client, inPlace({ config, saved, ctx, source, options, address: place.address, client }));
        });
    }
    finally {
        await options.phase('stop of the scratch server', place.stop);
    }
}
const NOT_REACHED = 'The drill ended before it: there was nothing to compare.';
const restoreFailure = (what, code = 'drill-restore-failed') => failure(code, what, 'Take a new snapshot, and find out why this one was accepted.');
async function inPlace(drill) {
    const { ctx, options, client } = drill;
    const database = drillName(ctx, options.run);
    const remove = () => options.phase('removal of the copy', async () => {
        await dropDrill(client, ctx, drill.address, database);
        await dropLentRoles(client, ctx);
    });
    // An error of the removal would hide the cause. The next drill tidies up.
    const removeQuietly = () => remove().catch((after) => ctx.log.warn(`The scratch database stays for now: ${(0,errors/* messageOf */.bD)(after)}`));
    let answers;
    try {
        answers = await ask(drill, database);
    }
    catch (error) {
        await removeQuietly();
        throw error;
    }
    await (answers.every(({ outcome }) => outcome === 'passed' || outcome === 'not-configured')
        ? remove()
        : removeQuietly());
    return answers;
}
async function ask(drill, database) {
    const { address, options } = drill;
    const result = await options.phase('restore', () => restoreCopy(drill, database));
    if ('broken' in result)
        return complete([judged('restore', [result.broken])], NOT_REACHED);
    const checks = await options.phase('checks', () => checkCopy(drill, database, result));
    const copy = { address: { ...address, database }, database };
    return complete([...checks, ...((await options.work?.(copy)) ?? [])], NOT_REACHED);
}
/** What the scratch server lacks and the snapshot is not to blame for. */
const OF_THE_PLACE = /permission denied|must be |tablespace ".*" does not exist|extension ".*" is not available|extension control file|could not access file/;
const STOPPED = /server closed the connection unexpectedly|terminating connection/;
const BAD_DUMP = ['restore-failed', 'restore-incomplete', 'dump-unreadable', 'snapshot-corrupt', 'seal-corrupt'];
/** Restores. A dump that does not restore is an answer, not an error of the drill. */
async function restoreCopy({ config, saved, ctx, source, address, client }, database) {
    const major = await majorOf(client);
    if (major < saved.serverMajor)
        return { broken: tooOld(saved.serverMajor, major) };
    let lacking = [];
    try {
        const wanted = await savedProperties(source);
        await claim(client, database);
        const needed = [...new Set([...roles_rolesOf((await readHead(source)).entries, saved.catalog), wanted.owner])];
        lacking = await lendRoles(client, ctx, database, needed, saved.catalog);
        const gaps = await createLike(client, ctx, database, wanted, lacking);
        if (lacking.length > 0) {
            gaps.push(`The scratch server has no roles ${check_listed(lacking)}, and this user may not create them.`);
        }
        return { programs: await restoreInto(config, ctx, { source, address, database, expected: saved }), needed, gaps };
    }
    catch (error) {
        const { code, message } = (0,errors/* asRewindError */.m2)(error);
        if (ctx.signal.aborted || !BAD_DUMP.includes(code))
            throw error;
        if (code === 'restore-incomplete')
            return { broken: restoreFailure(message, 'drill-exit-code-lied') };
        return { broken: faultOfPlace(message, lacking) ?? restoreFailure(message) };
    }
}
/** Null if nothing says that the scratch server is to blame. */
function faultOfPlace(message, lacking) {
    if ((0,disk_full/* namesFullDisk */.R)(message)) {
        const remedy = 'Free space on it. A server that the drill starts lies in the temporary directory (TMPDIR).';
        return gap(`The disk of the scratch server is full: ${message}`, remedy);
    }
    if (STOPPED.test(message)) {
        return gap(`The scratch server stopped during the restore: ${message}`, 'Find out why it stopped, and drill again.');
    }
    if (OF_THE_PLACE.test(message) || lacking.some((role) => message.includes(`role "${role}" does not exist`))) {
        return gap(`The scratch server lacks what the snapshot needs: ${message}`, 'Give a scratch server that has it.');
    }
    return null;
}
async function checkCopy({ config, saved: expected, ctx, source, address }, database, { programs, needed, gaps }) {
    const one = (id, work) => tried(id, ctx.signal, work);
    return (0,connection/* withDatabase */.kR)(ctx, address, database, async (client) => {
        const reloaded = reloadedName(database);
        const { found, entries, marks } = await readRestored(ctx, client, {
            source,
            address,
            database,
            programs,
            expected,
            reloaded,
        });
        const archive = withoutRefresh((await readHead(source)).entries, expected);
        const copy = { expected, found, entries, archive, marks };
        const catalog = await drill_reading(client, () => readCatalog(client));
        const sequences = await one('sequences', () => drill_reading(client, () => sequenceCheck(client, copy)));
        const keys = await one('foreign-keys', () => drill_reading(client, () => foreignKeyCheck(client, copy)));
        // Their metadata is an object too.
        const explained = new Set(found.largeObjects.count === expected.largeObjects.count ? [] : ['large objects']);
        const ofCatalog = catalogChecks(expected, catalog, explained);
        return [
            judged('restore', gaps.map((message) => gap(message, 'Give a scratch server that has it.'))),
            judged('server-version', versionFindings(expected, programs)),
            ...rowChecks(copy),
            ...schemaChecks(copy, explained),
            await one('roles', async () => roleCheck(needed, await productionRoles(config, ctx))),
            ...ofCatalog,
            keys,
            sequences,
            await one('canary', () => drill_reading(client, () => canaryCheck(client, config))),
            // The last one: it creates an extension.
            await one('corruption', () => corruptionCheck(ctx, client, address, database, programs)),
        ];
    });
}
/** A transaction in which values print as in a snapshot, and nothing is written. */
async function drill_reading(client, work) {
    await client.query(`BEGIN READ ONLY; ${begin_snapshot/* FIXED_SETTINGS */.T}`);
    try {
        return await work();
    }
    finally {
        await client.query('ROLLBACK');
    }
}
const versionFindings = ({ serverMajor }, { major }) => major === serverMajor
    ? []
    : [
        gap(`The snapshot is from PostgreSQL ${serverMajor}, and was restored on PostgreSQL ${major}.`, `Use a scratch server of PostgreSQL ${serverMajor}, or install it on this machine.`),
    ];
/** An older server takes neither the archive nor all of its SQL, which says nothing of the snapshot. */
const tooOld = (wanted, major) => gap(`The snapshot is from PostgreSQL ${wanted}, and the scratch server is PostgreSQL ${major}. Nothing was restored.`, `Use a scratch server of PostgreSQL ${wanted}, or install it on this machine.`);
async function majorOf(client) {
    const sql = `SELECT current_setting('server_version_num')::int / 10000 AS major`;
    return (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ major: classic_schemas/* number */.aig() }), sql)).major;
}
async function productionRoles(config, ctx) {
    const production = addressOf(config, ctx);
    try {
        return await (0,connection/* withDatabase */.kR)(ctx, production, production.database, ownRoles);
    }
    catch (error) {
        throw new errors.RewindError('database-unreachable', `Production was not asked for its roles: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** A server of our own ends with the process that started it, and leaves nothing. */
async function tidy(_config, ctx, place) {
    const address = placeAddress(ctx, place);
    if (address === null)
        return [];
    return withPlace(ctx, address, async (client) => {
        await lenient(client);
        const databases = await sweepDrills(client, ctx, address);
        const roles = await dropLentRoles(client, ctx);
        return [
            ...databases.map((name) => `the scratch database "${name}"`),
            ...roles.map((name) => `the role "${name}" of a drill`),
        ];
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/loss.js






/** Counts what a restore would take, and reads keys of some of those rows. */
async function measureLoss(config, saved, ctx, examples) {
    const live = await capture(config, ctx, { purpose: 'compare', saved, write: async () => undefined });
    if (!live.accessible) {
        const reason = `${live.closed ?? 'accepts no connections'}, so its rows cannot be read`;
        const hidden = {
            table: `database "${live.database}"`,
            written: null,
            replaced: null,
            certainty: 'unknown',
            reason,
        };
        return { losses: [{ ...hidden, note: (0,loss_meter/* describeLoss */.$4)(hidden) }], examples: [] };
    }
    const losses = (0,loss_meter/* lossOf */.je)(saved, live).map((loss) => ({ ...loss, note: (0,loss_meter/* describeLoss */.$4)(loss) }));
    const baseline = (0,loss_meter/* baselineOf */.Bv)(saved, live);
    // The age of the rows does not tell which of them the database that returns lacks.
    if (examples === 0 || 'unknown' in baseline || live.lacking !== undefined)
        return { losses, examples: [] };
    const address = addressOf(config, ctx);
    return (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
        const found = [];
        for (const { table, written } of losses) {
            if (written === null || written === 0)
                continue;
            const columns = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), sql: classic_schemas/* string */.YjP() }), `SELECT a.attname AS name, format('%I.%I', n.nspname, c.relname) AS sql
           FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
          WHERE i.indisprimary AND c.relkind = 'r' AND n.nspname || '.' || c.relname = $1 ORDER BY array_position(i.indkey::int2[], a.attnum)`, [table]);
            const [first] = columns;
            if (!first)
                continue;
            // What the server writes: a cast may be a function of the application.
            const key = columns.map(({ name }) => `format('%s', ${(0,connection/* quoted */.TL)(name)})`).join(', ');
            const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ key: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()) }), `SELECT ARRAY[${key}] AS key FROM ONLY ${first.sql} t WHERE ${(0,loss_meter/* newerThan */.TH)(baseline, 't')} LIMIT ${examples}`);
            const keys = rows.map(({ key: values }) => values.map((value, at) => `${columns[at]?.name ?? ''}=${value}`).join(', '));
            found.push({ table, keys });
        }
        return { losses, examples: found };
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/lines.js

const lines_texts = classic_schemas/* array */.YOg(classic_schemas/* string */.YjP().nullable());
/** One line of the sealed part of a salvage plan, as JSON. A table's line comes before its rows. */
const line = classic_schemas/* union */.KCZ([
    classic_schemas/* strictObject */.rej({ table: classic_schemas/* string */.YjP(), columns: classic_schemas/* array */.YOg(classic_schemas/* string */.YjP()), keys: classic_schemas/* number */.aig().int() }),
    /** Values of all columns. */
    classic_schemas/* strictObject */.rej({ insert: lines_texts }),
    classic_schemas/* strictObject */.rej({ update: lines_texts }),
    /** Values of the key. */
    classic_schemas/* strictObject */.rej({ delete: lines_texts }),
    classic_schemas/* strictObject */.rej({ conflict: lines_texts, why: classic_schemas/* string */.YjP() }),
    /** An `insert` above that turned out to be a conflict. */
    classic_schemas/* strictObject */.rej({ withdraw: lines_texts, why: classic_schemas/* string */.YjP() }),
    classic_schemas/* strictObject */.rej({ sequence: classic_schemas/* string */.YjP(), value: classic_schemas/* string */.YjP() }),
    classic_schemas/* strictObject */.rej({ end: classic_schemas/* literal */.euz(true) }),
]);
const parseLine = (text) => line.parse(JSON.parse(text));

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/merge.js
/**
 * The three-way merge by key. Base is the snapshot, "theirs" the database that a restore kept, "ours" production now.
 * Pure.
 */
const CONFLICTS = {
    'both-wrote': 'written in the kept database and in production',
    'deleted-here': 'written in the kept database, deleted in production',
    'deleted-there': 'deleted in the kept database, written in production',
    unclear: 'written in the kept database; production may have deleted it',
};
const NONE = { action: 'none' };
const conflict = (why) => ({ action: 'conflict', why });
/** What becomes of production's row. Production changes only where it still holds the row of the snapshot. */
function decide({ theirs, ours, equal, inBase }) {
    // The kept database did not write the row, so there is nothing to carry over.
    if (theirs === 'base')
        return NONE;
    if (theirs === 'absent') {
        if (ours === 'base')
            return { action: 'delete' };
        return ours === 'changed' && inBase === true ? conflict('deleted-there') : NONE;
    }
    if (ours === 'absent') {
        if (inBase === false)
            return { action: 'insert' };
        return conflict(inBase === true ? 'deleted-here' : 'unclear');
    }
    if (equal)
        return NONE;
    return ours === 'base' ? { action: 'update' } : conflict('both-wrote');
}
/**
 * Parents before children. Tables of a cycle stay in the order of their names, and are returned too.
 */
function parentsFirst(tables, references) {
    const needs = new Map(tables.map((table) => [table, new Set()]));
    for (const { table, parent } of references) {
        if (table !== parent && needs.has(parent))
            needs.get(table)?.add(parent);
    }
    const order = [];
    const cyclic = [];
    const left = [...needs.keys()].sort();
    while (left.length > 0) {
        const ready = left.findIndex((table) => [...(needs.get(table) ?? [])].every((parent) => order.includes(parent)));
        if (ready < 0)
            cyclic.push(left[0] ?? '');
        order.push(...left.splice(Math.max(ready, 0), 1));
    }
    return { order, cyclic };
}
/** Identifies a row: the texts of its key columns, in order. */
const keyText = (key) => JSON.stringify(key);

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/row-writer.js








/** Carries rows over in the present transaction of one session. */
class RowWriter {
    client;
    approved;
    ctx;
    staged = new Map();
    sequences = [];
    old;
    constructor(client, approved, ctx) {
        this.client = client;
        this.approved = approved;
        this.ctx = ctx;
        // Production still holds the row of the snapshot.
        const { baseline } = approved.production;
        this.old = baseline === null ? 'false' : `NOT (${(0,loss_meter/* newerThan */.TH)(baseline, 't')})`;
    }
    async run(lines) {
        await this.load(lines);
        const references = await referencesOf(this.client);
        const { order, cyclic } = parentsFirst([...this.staged.keys()], references);
        // A violation must be found at the statement, which then leaves the row out; in a cycle no order avoids one.
        await this.client.query(`SET CONSTRAINTS ALL ${cyclic.length === 0 ? 'IMMEDIATE' : 'DEFERRED'}`);
        const results = new Map();
        for (const name of order) {
            const staged = this.staged.get(name);
            if (staged)
                results.set(name, await this.carry(staged));
        }
        for (const name of [...order].reverse()) {
            const staged = this.staged.get(name);
            const result = results.get(name);
            if (staged && result && this.approved.deletions)
                results.set(name, await this.remove(staged, result));
        }
        await this.client.query('SET CONSTRAINTS ALL IMMEDIATE');
        for (const { name, value } of this.sequences)
            await this.advance(name, value);
        return [...results.values()];
    }
    async load(lines) {
        const known = await tablesOf(this.client);
        let current;
        let batch = [];
        let ended = false;
        const flush = async () => {
            if (current && batch.length > 0)
                await this.stage(current, batch);
            batch = [];
        };
        for await (const text of lines) {
            const line = parseLine(text);
            if ('table' in line) {
                await flush();
                current = await this.open(line, known);
            }
            else if ('insert' in line)
                batch.push({ op: 'i', row: line.insert });
            else if ('update' in line)
                batch.push({ op: 'u', row: line.update });
            else if ('delete' in line)
                batch.push({ op: 'd', row: line.delete });
            else if ('withdraw' in line)
                current?.withdrawn.push(line.withdraw);
            else if ('sequence' in line)
                this.sequences.push({ name: line.sequence, value: line.value });
            else if ('end' in line)
                ended = true;
            if (batch.length >= read_BATCH)
                await flush();
        }
        await flush();
        if (!ended)
            throw new errors.RewindError('seal-corrupt', 'The rows to carry over are not complete.');
        for (const staged of this.staged.values())
            await this.withdraw(staged);
    }
    async open(line, known) {
        const table = known.get(line.table);
        const columns = line.columns.map((name) => table?.columns.find((column) => column.name === name));
        const present = columns.flatMap((column) => (column && !column.generated ? [{ ...column, sameType: true }] : []));
        const key = line.columns.slice(0, line.keys);
        if (!table || present.length !== columns.length || table.key.join('\n') !== key.join('\n')) {
            throw new errors.RewindError('plan-drift', `The definition of ${line.table} changed after the plan was made.`, {
                resource: this.ctx.resource,
            });
        }
        const staged = {
            table: { ...table, sql: sqlOf(table), columns: present, keys: line.keys, notes: [] },
            name: `pg_temp.rewind_salvage_${this.staged.size}`,
            rows: 0,
            withdrawn: [],
        };
        const texts = present.map((_, at) => `k${at} text`).join(', ');
        await this.client.query(`CREATE TEMP TABLE ${staged.name.slice('pg_temp.'.length)} (op "char", n int, ${texts}) ON COMMIT DROP`);
        this.staged.set(table.name, staged);
        return staged;
    }
    async stage(staged, batch) {
        const columns = staged.table.columns.map((_, at) => batch.map(({ row }) => row[at] ?? null));
        await this.client.query(`INSERT INTO ${staged.name} SELECT o.op::"char", $1::int + o.n, ${columns.map((_, at) => `o.k${at}`).join(', ')}
         FROM unnest($2::text[], ${columns.map((_, at) => `$${at + 3}::text[]`).join(', ')})
              WITH ORDINALITY AS o(op, ${columns.map((_, at) => `k${at}`).join(', ')}, n)`, [staged.rows, batch.map(({ op }) => op), ...columns]);
        staged.rows += batch.length;
    }
    async withdraw({ name, table, withdrawn }) {
        const keys = table.columns.slice(0, table.keys);
        for (let from = 0; from < withdrawn.length; from += read_BATCH) {
            const chunk = withdrawn.slice(from, from + read_BATCH);
            await this.client.query(`DELETE FROM ${name} s USING unnest(${keys.map((_, at) => `$${at + 1}::text[]`).join(', ')}) AS w(${keys.map((_, at) => `k${at}`).join(', ')})
          WHERE ${keys.map((_, at) => `s.k${at} = w.k${at}`).join(' AND ')}`, keys.map((_, at) => chunk.map((row) => row[at] ?? null)));
        }
        await this.client.query(`ANALYZE ${name}`);
    }
    async count(sql, values = []) {
        return (await this.client.query(sql, values)).rowCount ?? 0;
    }
    async carry({ table, name, rows }) {
        const { columns, sql, keys } = table;
        const join = joinOn(table, 's', 't');
        const value = (at) => `s.k${at}::${columns[at]?.type ?? 'text'}`;
        const present = await this.count(`DELETE FROM ${name} s USING ONLY ${sql} t WHERE s.op <> 'd' AND ${join}
          AND ROW(${textsOf(table, columns, 't')})
              IS NOT DISTINCT FROM ROW(${columns.map((_, at) => `s.k${at}`).join(', ')})`);
        const left = async (op) => {
            const { rows: counted } = await this.client.query(`SELECT count(*)::int AS count FROM ${name} s WHERE s.op = '${op}'`);
            return counted[0]?.count ?? 0;
        };
        const [inserts, updates] = [await left('i'), await left('u')];
        const refused = {};
        // A row without a row of its key after the insert met no newer row of its own: something else keeps it out.
        let keptOut = 0;
        const inserted = inserts === 0
            ? 0
            : await this.inParts(rows, refused, async (from, to) => {
                const part = [from, to];
                const done = await this.count(`INSERT INTO ${sql} (${columns.map((column) => (0,connection/* quoted */.TL)(column.name)).join(', ')}) OVERRIDING SYSTEM VALUE
               SELECT ${columns.map((_, at) => value(at)).join(', ')} FROM ${name} s
                WHERE s.op = 'i' AND s.n BETWEEN $1 AND $2 ORDER BY s.n ON CONFLICT DO NOTHING`, part);
                if (done < inserts) {
                    keptOut += await this.count(`SELECT FROM ${name} s WHERE s.op = 'i' AND s.n BETWEEN $1 AND $2
                    AND NOT EXISTS (SELECT FROM ONLY ${sql} t WHERE ${join})`, part);
                }
                return done;
            });
        if (keptOut > 0)
            refused[TAKEN] = keptOut;
        const sets = columns.flatMap((column, at) => at < keys || column.always ? [] : [`${(0,connection/* quoted */.TL)(column.name)} = ${value(at)}`]);
        const updated = updates === 0 || sets.length === 0
            ? 0
            : await this.inParts(rows, refused, (from, to) => this.count(`UPDATE ONLY ${sql} t SET ${sets.join(', ')} FROM ${name} s
                WHERE s.op = 'u' AND s.n BETWEEN $1 AND $2 AND ${join} AND ${this.old}`, [from, to]));
        const failed = Object.values(refused).reduce((sum, each) => sum + each, 0);
        const conflicts = inserts + updates - inserted - updated - failed;
        return { table: table.name, inserted, updated, deleted: 0, present, conflicts, refused };
    }
    async remove({ table, name, rows }, result) {
        const refused = { ...result.refused };
        const deleted = await this.inParts(rows, refused, (from, to) => this.count(`DELETE FROM ONLY ${table.sql} t USING ${name} s
          WHERE s.op = 'd' AND s.n BETWEEN $1 AND $2 AND ${joinOn(table, 's', 't')} AND ${this.old}`, [from, to]));
        return { ...result, deleted, refused };
    }
    /**
     * Runs a statement for all rows; where production refuses rows (a constraint, a length), for halves, so that only those
     * rows stay out. Repeats refused rows while some of them succeed: a row may need another one of its table first.
     */
    async inParts(rows, refused, run) {
        let total = 0;
        let ranges = rows === 0 ? [] : [[1, rows]];
        for (;;) {
            const failed = [];
            const before = total;
            for (const [from, to] of ranges)
                total += await this.attempt(from, to, run, failed);
            if (failed.length === 0)
                return total;
            if (total === before) {
                for (const { why } of failed)
                    refused[why] = (refused[why] ?? 0) + 1;
                return total;
            }
            ranges = failed.map(({ at }) => [at, at]);
        }
    }
    async attempt(from, to, run, failed) {
        await this.client.query('SAVEPOINT rewind_rows');
        try {
            const done = await run(from, to);
            await this.client.query('RELEASE SAVEPOINT rewind_rows');
            return done;
        }
        catch (error) {
            const why = row_writer_refusal(error);
            if (why === null)
                throw error;
            await this.client.query('ROLLBACK TO SAVEPOINT rewind_rows; RELEASE SAVEPOINT rewind_rows');
            if (from === to) {
                failed.push({ at: from, why });
                return 0;
            }
        }
        const middle = Math.floor((from + to) / 2);
        return (await this.attempt(from, middle, run, failed)) + (await this.attempt(middle + 1, to, run, failed));
    }
    /** A sequence's quoted name, as the server writes it: never a text of the file in a statement. */
    async known(sequence) {
        const { rows } = await this.client.query(`SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences
        WHERE format('%I.%I', schemaname, sequencename) = $1`, [sequence]);
        return rows[0]?.name ?? null;
    }
    async advance(name, value) {
        const sql = await this.known(name);
        if (sql === null)
            return;
        await this.client.query(`SELECT setval($1::regclass, $2::bigint) FROM pg_sequence q, ${sql} s
        WHERE q.seqrelid = $1::regclass AND ((q.seqincrement > 0) = ($2::bigint > s.last_value)) AND $2::bigint <> s.last_value`, [sql, value]);
    }
}
/** Why a row stays out although production has none of its key. */
const TAKEN = 'another row holds its unique value, or a trigger left it out';
/** Why production refused a row, without its values; null if the error is not about a row. */
function row_writer_refusal(error) {
    const code = (0,connection/* codeOf */.$N)(error) ?? '';
    if (!/^(22|23)/.test(code) && code !== 'P0001')
        return null;
    const constraint = external_node_util_.types.isNativeError(error) && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
    if (constraint !== '')
        return `constraint ${constraint}`;
    return code === 'P0001' ? `a trigger: ${(0,errors/* messageOf */.bD)(error).slice(0, 100)}` : `SQLSTATE ${code}`;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/kept.js





const kept_row = classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), oid: classic_schemas/* string */.YjP(), comment: classic_schemas/* string */.YjP().nullable() });
/**
 * Finds what the last restore or undo of `database` put aside.
 * @param client connected to any database of the server
 * @throws RewindError salvage-nothing-kept
 */
async function findKept(client, database, resource) {
    const databases = await (0,postgres_select/* select */.L)(client, kept_row, `SELECT datname AS name, oid::text AS oid, shobj_description(oid, 'pg_database') AS comment FROM pg_database`);
    const production = databases.find(({ name }) => name === database);
    const all = databases.filter(({ name, comment }) => name !== database && keptBefore(comment)?.database === database);
    const nothing = (why) => new errors.RewindError('salvage-nothing-kept', why, { resource });
    if (production === undefined)
        throw nothing(`There is no database "${database}".`);
    const pair = pairOf(production, all);
    if (typeof pair === 'string') {
        const unmarked = databases.find(({ name, comment }) => name.includes('_before_') && isGivenName(name, database) && keptBefore(comment) === null);
        throw unmarked === undefined ? nothing(pair) : withoutMark(unmarked.name, resource);
    }
    const { found, since, snapshot } = pair;
    const others = all.filter((each) => each !== found).map(({ name }) => name);
    const restored = RESTORE_TAG.exec(production.comment ?? '')?.[2] ?? null;
    return {
        name: found.name,
        oid: found.oid,
        since,
        snapshot,
        production: { oid: production.oid, restored },
        others: others.sort(),
    };
}
/** Only its comment tells what a database is, and a person replaced it. */
const withoutMark = (name, resource) => new errors.RewindError('salvage-nothing-kept', `"${name}" has a name that a restore gives, and its comment does not say what it is. Rewind did not compare its rows.`, {
    resource,
    remedy: `If a restore kept "${name}": carry its rows over by hand, or run "rewind undo", which plans to bring the whole database back.`,
});
/** @returns what production is compared with, or why there is nothing */
function pairOf(production, all) {
    const { name, comment } = production;
    const [, snapshot, next = '0'] = RESTORE_TAG.exec(comment ?? '') ?? [];
    const returned = returnedAt(comment);
    if (returned !== null && BigInt(returned) >= BigInt(next)) {
        // The swap gives both databases the same number.
        const found = all.find((each) => keptBefore(each.comment)?.next === returned);
        if (!found) {
            return `An undo brought "${name}" back. The database that it put aside, if there was one, does not exist any more.`;
        }
        // A restore makes a new database, so the newer one of the two was restored, with the other one in its place.
        const restored = Number(found.oid) > Number(production.oid) ? found : production;
        const base = RESTORE_TAG.exec(restored.comment ?? '')?.[1];
        if (base !== undefined)
            return { found, since: 'undo', snapshot: base };
        return `Neither "${name}" nor "${found.name}" says which snapshot it was restored from.`;
    }
    if (snapshot === undefined)
        return `"${name}" was not restored from a snapshot.`;
    const found = all
        .filter((each) => keptBefore(each.comment)?.snapshot === snapshot)
        // Each restore makes a new database, so the one that was production last has the highest OID.
        .sort((a, b) => Number(a.oid) - Number(b.oid))
        .at(-1);
    if (found)
        return { found, since: 'restore', snapshot };
    return `The restore of snapshot ${snapshot} kept no database of "${name}" on this server.`;
}

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/apply.js





/** The texts of values are read as they were written; no policy hides a row; the lock of another session ends the run. */
const SETTINGS = [
    `SET LOCAL TimeZone = 'UTC'`,
    `SET LOCAL DateStyle = 'ISO, YMD'`,
    `SET LOCAL IntervalStyle = 'postgres'`,
    `SET LOCAL bytea_output = 'hex'`,
    `SET LOCAL lc_monetary = 'C'`,
    `SET LOCAL array_nulls = on`,
    `SET LOCAL xmloption = 'content'`,
    `SET LOCAL row_security = off`,
    // A trigger that fires may need it.
    `SET LOCAL search_path TO DEFAULT`,
    `SET LOCAL statement_timeout = 0`,
    `SET LOCAL lock_timeout = '30s'`,
].join('; ');
/** A row that is in production already is not carried over once more. */
const apply_AGAIN = 'Run the same command again: it carries over only what is missing.';
/** Applies approved rows in one transaction. A row that production wrote since the restore is left as it is. */
async function applySalvage(config, approved, ctx, lines, beforeCommit) {
    const address = addressOf(config, ctx);
    return (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
        const kept = await findKept(client, address.database, ctx.resource);
        const same = kept.oid === approved.kept.oid &&
            kept.snapshot === approved.snapshot &&
            kept.production.oid === approved.production.oid &&
            kept.production.restored === approved.production.restored;
        if (!same || address.database !== approved.database) {
            throw new errors.RewindError('plan-drift', `"${address.database}" was restored again, or an undo replaced it, after the plan was made.`, {
                resource: ctx.resource,
            });
        }
        try {
            // The role or the database may be read-only by default.
            await client.query(`BEGIN READ WRITE; ${SETTINGS}`);
            const done = await new RowWriter(client, approved, ctx).run(lines);
            await beforeCommit();
            await apply_commit(client, approved.database, ctx.resource);
            return done;
        }
        catch (error) {
            await client.query('ROLLBACK').catch(() => undefined);
            if (error instanceof errors.RewindError)
                throw error;
            const { message } = (0,connection/* databaseError */.Kz)(error, ctx.resource, 'carrying rows over');
            const remedy = (0,connection/* isAnswer */.Tq)(error) ? undefined : apply_AGAIN;
            throw new errors.RewindError('salvage-failed', message, { resource: ctx.resource, remedy, cause: error });
        }
    });
}
/** @throws RewindError salvage-failed if the answer was lost; the server's error if it rejected the transaction */
async function apply_commit(client, database, resource) {
    try {
        await client.query('COMMIT');
    }
    catch (error) {
        if ((0,connection/* isAnswer */.Tq)(error))
            throw error;
        throw new errors.RewindError('salvage-failed', `The COMMIT was not answered, so it is unknown whether the rows are in "${database}": ${(0,errors/* messageOf */.bD)(error)}.`, { resource, remedy: apply_AGAIN, uncertain: true, cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/base-keys.js




/**
 * Which of the keys the snapshot holds: reads the rows of one table out of the sealed dump. Needed only where production
 * deleted rows of the snapshot: then a key that is missing there may be deleted or new.
 *
 * @returns null if the dump cannot tell: it is not in UTF-8
 */
async function keysInSnapshot(ctx, programs, source, table, wanted) {
    const args = ['--data-only', `--schema=${table.schema}`, `--table=${table.relation}`, '--file=-'];
    const running = (0,postgres_client/* start */.ni)(ctx, programs.restore, args, null, null, 'restore-failed');
    const { stdin } = running.child;
    if (!stdin)
        return null;
    const reader = new CopyReader(table.columns.slice(0, table.keys).map(({ name }) => name), wanted);
    const [fed, read] = await Promise.allSettled([
        (0,external_node_stream_promises_.pipeline)(await source.open(DUMP), stdin),
        eachLine((0,postgres_client/* outputOf */.jH)(running), (line) => reader.line(line)),
    ]);
    // A program that failed breaks the pipe; its own message is more precise.
    for (const outcome of [read, fed])
        if (outcome.status === 'rejected')
            throw outcome.reason;
    return reader.encoding === 'UTF8' ? reader.found : null;
}
/** Reads keys out of the script that pg_restore prints. */
class CopyReader {
    names;
    wanted;
    found = new Set();
    encoding = null;
    /** Places of the key among the columns; null outside of a table's rows. */
    places = null;
    constructor(names, wanted) {
        this.names = names;
        this.wanted = wanted;
    }
    line(line) {
        if (this.places === null) {
            this.encoding ??= /^SET client_encoding = '(.+)';$/.exec(line)?.[1] ?? null;
            const columns = /^COPY .+? \((.+)\) FROM stdin;$/.exec(line)?.[1];
            if (columns !== undefined)
                this.places = this.names.map((name) => columnNames(columns).indexOf(name));
        }
        else if (line === '\\.')
            this.places = null;
        else {
            const values = line.split('\t');
            const key = keyText(this.places.map((place) => unescaped(values[place] ?? '')));
            if (this.wanted.has(key))
                this.found.add(key);
        }
    }
}
/** Splits at line feeds only: node's readline also splits at characters that a value may hold. */
async function eachLine(stream, use) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of stream) {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            use(line);
    }
    if (rest !== '')
        use(rest);
}
/** `id, "Name", "a ""b"""` */
function columnNames(list) {
    return [...list.matchAll(/"((?:[^"]|"")+)"|([^", ]+)/g)].map(([, quotedName, plain]) => quotedName?.replaceAll('""', '"') ?? plain ?? '');
}
const ESCAPES = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
/** A value of COPY's text format; a key is never NULL. */
const unescaped = (value) => value.replace(/\\(.)/g, (_all, letter) => ESCAPES[letter] ?? letter);

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/buckets.js



/**
 * Finds differing rows of two big tables without sending them: the server sums hashes in buckets, by the hash of the key,
 * and only differing buckets are read. One level: scattered changes make all buckets of a coarser level differ.
 */
const buckets_ROWS_PER_BUCKET = 20;
const buckets_MAX_BITS = 18;
/** Rows of differing buckets that are held at once. */
const ROWS_AT_ONCE = 100_000;
/** @param compare `rows`: the values of all shared columns; `keys`: only which keys there are */
async function* buckets_differences(first, second, table, compare, rows) {
    const bits = Math.min(buckets_MAX_BITS, Math.max(4, Math.ceil(Math.log2(rows / buckets_ROWS_PER_BUCKET + 1))));
    const hashes = buckets_hashed(table, compare, 2 ** bits - 1);
    const [a, b] = await Promise.all([buckets_sums(first, hashes, 2 ** bits), buckets_sums(second, hashes, 2 ** bits)]);
    const differing = [];
    for (let at = 0; at < a.xor.length; at += 1) {
        if (a.xor[at] !== b.xor[at] || a.count[at] !== b.count[at])
            differing.push(at);
    }
    const slice = Math.max(1, Math.floor((ROWS_AT_ONCE * 2 ** bits) / Math.max(rows, 1)));
    for (let from = 0; from < differing.length; from += slice) {
        const chosen = differing.slice(from, from + slice);
        const [left, right] = await Promise.all([
            keysIn(first, table, hashes, chosen),
            keysIn(second, table, hashes, chosen),
        ]);
        const of = (entries, test) => [...entries].filter(([key, entry]) => test(entry, key)).map(([, { key }]) => key);
        yield {
            first: of(left, ({ hash }, key) => right.get(key)?.hash !== hash),
            second: of(right, (_entry, key) => !left.has(key)),
        };
    }
}
/** The hashes of each row as columns: bucket, hash; and the texts of its key. */
function buckets_hashed(table, compare, mask) {
    const key = table.columns.slice(0, table.keys);
    const value = compare === 'keys' ? key : table.columns;
    return `SELECT (${hashOf(table, key, 't')} & ${mask})::int AS bucket, ${hashOf(table, value, 't')} AS hash,
                 ${key.map((column, at) => `${textOf(column, 't', true)} AS k${at}`).join(', ')}
            FROM ONLY ${table.sql} t`;
}
async function buckets_sums(side, hashes, buckets) {
    const result = { xor: new BigInt64Array(buckets), count: new Int32Array(buckets) };
    const query = `SELECT bucket, bit_xor(hash), count(*) FROM (${hashes}) h GROUP BY 1`;
    // Not by a cursor: the server plans none in parallel. At most 2^18 rows.
    for (const [bucket, xor, count] of await textRows(side.client, query)) {
        result.xor[Number(bucket)] = BigInt(xor ?? '0');
        result.count[Number(bucket)] = Number(count);
    }
    return result;
}
async function keysIn({ client }, table, hashes, buckets) {
    const key = table.columns.slice(0, table.keys).map((_, at) => `h.k${at}`);
    const rows = await textRows(client, `SELECT h.hash, ${key.join(', ')} FROM (${hashes}) h WHERE h.bucket = ANY ($1::int[])`, [buckets]);
    return new Map(rows.map(([hash, ...texts]) => [keyText(texts), { key: texts, hash: hash ?? '' }]));
}

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/compare-table.js



/** From this many written rows, and this part of the table, hashes are compared instead of rows. */
const MANY = 20_000;
const LARGE_PART = 0.2;
/**
 * Compares one table by key, in constant memory.
 * @param base rows of the table in the snapshot
 */
async function compareTable(theirs, ours, table, base, { deletions, inSnapshot, emit }) {
    const result = { insert: 0, update: 0, delete: 0, conflicts: {} };
    const [there, here] = await Promise.all([countRows(theirs, table.sql), countRows(ours, table.sql)]);
    // Rows of the snapshot that are not as they were: updated or deleted.
    const gone = { there: base - (there.rows - there.newer), here: base - (here.rows - here.newer) };
    if (there.newer === 0 && gone.there === 0)
        return result;
    await emit({ table: table.name, columns: table.columns.map(({ name }) => name), keys: table.keys });
    const conflict = (why) => void (result.conflicts[why] = (result.conflicts[why] ?? 0) + 1);
    const deletedHere = await mayHaveDeleted(theirs, ours, table, gone.here);
    const pending = new Set();
    let matched = 0;
    const merge = async (rows) => {
        const found = await lookUp(ours, table, rows);
        for (const [at, row] of rows.entries()) {
            const own = found[at];
            const key = row.slice(0, table.keys);
            // Whether the snapshot holds a key that production lacks is asked for all such keys together, at the end.
            const decision = decide({
                theirs: 'changed',
                ours: own === undefined ? 'absent' : own.changed ? 'changed' : 'base',
                equal: own !== undefined && row.every((value, place) => value === own.row[place]),
                inBase: false,
            });
            if (own?.changed === false)
                matched += 1;
            if (own === undefined && deletedHere)
                pending.add(keyText(key));
            if (decision.action === 'insert') {
                result.insert += 1;
                await emit({ insert: [...row] });
            }
            else if (decision.action === 'update') {
                result.update += 1;
                await emit({ update: [...row] });
            }
            else if (decision.action === 'conflict') {
                conflict(decision.why);
                await emit({ conflict: key, why: decision.why });
            }
        }
    };
    const deleted = async (keys) => {
        for (const chunk of chunks(keys)) {
            const found = await lookUp(ours, table, chunk, []);
            for (const [at, key] of chunk.entries()) {
                if (found[at]?.changed !== false)
                    continue;
                result.delete += 1;
                await emit({ delete: [...key] });
            }
        }
    };
    const rows = Math.max(there.rows, here.rows);
    if (there.newer > MANY && there.newer >= LARGE_PART * there.rows) {
        for await (const { first, second } of buckets_differences(theirs, ours, table, 'rows', rows)) {
            for (const chunk of chunks(first)) {
                const found = await lookUp(theirs, table, chunk);
                await merge(found.flatMap((entry) => (entry?.changed === true ? [entry.row] : [])));
            }
            await deleted(second);
        }
    }
    else {
        for await (const batch of writtenRows(theirs, table))
            await merge(batch);
        // Only a row that production still has as in the snapshot can be deleted.
        if (!deletions)
            result.delete = Math.max(0, Math.min(gone.there, here.rows - here.newer) - matched);
        else if (gone.there > matched) {
            for await (const { first } of buckets_differences(ours, theirs, table, 'keys', rows))
                await deleted(first);
        }
    }
    if (pending.size > 0) {
        const known = await inSnapshot(table, pending);
        for (const key of pending) {
            if (known !== null && !known.has(key))
                continue;
            const why = known === null ? 'unclear' : 'deleted-here';
            result.insert -= 1;
            conflict(why);
            await emit({ withdraw: JSON.parse(key), why });
        }
    }
    return result;
}
/**
 * True if production may have deleted rows of the snapshot since the restore. `gone` counts those that it updated or
 * deleted; those that it updated for certain are the rows it wrote under a key that the kept database holds unchanged.
 */
async function mayHaveDeleted(theirs, ours, table, gone) {
    if (gone === 0)
        return false;
    let updated = 0;
    for await (const keys of writtenRows(ours, table, table.columns.slice(0, table.keys))) {
        const found = await lookUp(theirs, table, keys, []);
        updated += found.filter((entry) => entry?.changed === false).length;
    }
    return gone > updated;
}
function* chunks(rows) {
    for (let from = 0; from < rows.length; from += read_BATCH)
        yield rows.slice(from, from + read_BATCH);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/compare.js















/** Compares the kept database with production, and writes the rows to carry over. Read-only. */
async function planSalvage(config, saved, ctx, source, deletions, write) {
    const address = addressOf(config, ctx);
    const compare = () => (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (here) => {
        const kept = await findKept(here, address.database, ctx.resource);
        return (0,connection/* withDatabase */.kR)(ctx, address, kept.name, async (there) => {
            await (0,begin_snapshot/* beginSnapshot */.w)(there, ctx.resource);
            await (0,begin_snapshot/* beginSnapshot */.w)(here, ctx.resource);
            // Holds all buckets of a table in memory; keys are read as they were written.
            for (const client of [there, here]) {
                await client.query(`SET LOCAL work_mem = '64MB'; SET LOCAL array_nulls = on`);
            }
            const theirs = { client: there, baseline: await baselineIn(there, saved, kept.snapshot) };
            const ours = { client: here, baseline: await baselineIn(here, saved, kept.snapshot) };
            const inSnapshot = async (table, wanted) => {
                try {
                    const programs = await findPrograms(ctx, (await serverOf(here, config)).major, config['client-bin']);
                    return await keysInSnapshot(ctx, programs, source, table, wanted);
                }
                catch (error) {
                    if (error instanceof errors.RewindError && error.code === 'identity-missing')
                        return null;
                    throw error;
                }
            };
            const emit = (line) => write(JSON.stringify(line));
            const facts = {
                database: address.database,
                kept: { name: kept.name, oid: kept.oid },
                since: kept.since,
                snapshot: kept.snapshot,
                production: { ...kept.production, baseline: ours.baseline && copyOf(ours.baseline) },
                deletions,
                ...(await compareTables(theirs, ours, saved, { deletions, inSnapshot, emit })),
                sequences: await compareSequences(there, here, emit),
                warnings: [
                    ...(await warningsOf(there)),
                    ...(ours.baseline === null ? [UNKNOWN] : []),
                    ...kept.others.map(compare_notCompared),
                ],
            };
            await emit({ end: true });
            return facts;
        });
    });
    return (0,connection/* runStep */.eg)(ctx, 'comparing the kept database with production', compare);
}
async function compareTables(theirs, ours, saved, options) {
    const [there, here] = [await tablesOf(theirs.client), await tablesOf(ours.client)];
    const base = new Map(saved.tables.map(({ name, rows }) => [name, rows]));
    const tables = [];
    const skipped = [];
    const { order } = parentsFirst([...there.keys()], await referencesOf(ours.client));
    for (const name of order) {
        const table = there.get(name);
        if (!table)
            continue;
        const matched = match(table, here.get(name));
        if ('skipped' in matched) {
            const counted = await countRows(theirs, sqlOf(table));
            if (counted.newer > 0)
                skipped.push({ table: name, reason: matched.skipped, rows: counted.newer });
            continue;
        }
        const { shared } = matched;
        const found = await compareTable(theirs, ours, shared, base.get(name) ?? 0, options);
        const quiet = found.insert + found.update + found.delete + Object.keys(found.conflicts).length === 0;
        if (!quiet)
            tables.push({ table: name, ...found, notes: [...shared.notes] });
    }
    return { tables, skipped };
}
/** Finds where the writes after the snapshot begin; null if the database does not show it. */
async function baselineIn(client, saved, snapshot) {
    const { next, comment } = (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ next: classic_schemas/* string */.YjP(), comment: classic_schemas/* string */.YjP().nullable() }), `SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next, shobj_description(oid, 'pg_database') AS comment
         FROM pg_database WHERE datname = current_database()`));
    const tag = RESTORE_TAG.exec(comment ?? '');
    const restored = tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null;
    // The restore was on this server, also if the snapshot is of another one. But a comment goes where a dump goes.
    if (restored?.snapshot === snapshot) {
        const own = { oldest: restored.next, seen: [] };
        return BigInt(next) - BigInt(restored.next) < 2n ** 31n && (await namedSince(client, own)) ? own : null;
    }
    const baseline = (0,loss_meter/* baselineOf */.Bv)(saved, { restored, origin: await (0,postgres_rows/* originOf */.yv)(client), boundary: { next } });
    return 'unknown' in baseline ? null : baseline;
}
/** A restore gives the database its name after it has written the comment. A server to which a person moved it counts otherwise. */
async function namedSince(client, since) {
    const sql = `SELECT ${(0,loss_meter/* newerThan */.TH)(since, 'd')} AS named FROM pg_database d WHERE datname = current_database()`;
    return (0,postgres_select/* only */.j)(await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ named: classic_schemas/* boolean */.zMY() }), sql)).named;
}
const copyOf = ({ oldest, seen }) => ({ oldest, seen: seen && [...seen] });
const UNKNOWN = 'It is unknown which rows of production were written after the snapshot, so none of them is changed.';
const compare_SEQUENCES = `SELECT format('%I.%I', schemaname, sequencename), last_value, increment_by FROM pg_sequences WHERE last_value IS NOT NULL`;
async function compareSequences(there, here, emit) {
    const known = await textRows(here, `SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences`);
    const ours = new Map(known.map(([name, value]) => [name, value]));
    const moved = [];
    for (const [name = '', value = '', step] of await textRows(there, compare_SEQUENCES)) {
        const own = ours.get(name);
        if (name === null || value === null || own === undefined)
            continue;
        const ahead = own === null || (BigInt(step ?? '1') > 0n ? BigInt(value) > BigInt(own) : BigInt(value) < BigInt(own));
        if (!ahead)
            continue;
        await emit({ sequence: name, value });
        moved.push(name);
    }
    return moved.sort();
}
const compare_notCompared = (name) => `"${name}" was kept by an earlier restore or undo. Its rows are not compared here: look into it before you drop it.`;
async function warningsOf(there) {
    const [[objects = '0'] = []] = await textRows(there, 'SELECT count(*) FROM pg_largeobject_metadata');
    return objects === '0' ? [] : [`Large objects are not carried over: the kept database holds ${objects ?? '?'}.`];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/salvage/index.js





const salvage = {
    find: async (config, ctx) => {
        const address = addressOf(config, ctx);
        return (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
            const { snapshot, name } = await findKept(client, address.database, ctx.resource);
            return { snapshot, kept: name };
        });
    },
    plan: planSalvage,
    apply: applySalvage,
};

;// CONCATENATED MODULE: ./lib/providers/postgres/unfence.js







/** Opens the database if an interrupted restore closed it. Leaves a database alone that somebody else closed. */
async function unfence(config, ctx) {
    const address = addressOf(config, ctx);
    return withMaintenance(config, ctx, address, async (client, maintenance) => {
        const found = await findDatabase(client, address.database);
        if (!found)
            return { state: 'closed', text: `There is no database "${address.database}".` };
        const closed = closedBecause(found, maintenance);
        if (closed === null)
            return { state: 'open', text: `"${found.name}" accepts connections: nothing to do.` };
        if (!closed.ours)
            return { state: 'closed', text: `${closed.why}. Rewind leaves it closed. ${closed.remedy}` };
        const running = await restoringNow(client, found.name);
        if (running !== null) {
            return {
                state: 'closed',
                text: `A restore of "${found.name}" is running: ${running}. It opens the database when it ends. If its machine is gone, end its session (SELECT pg_terminate_backend(…)) and run "rewind unfence" again.`,
            };
        }
        try {
            await fence_open(client, ctx, found);
        }
        catch (error) {
            const { message, cause } = (0,errors/* asRewindError */.m2)(error);
            // Without an answer, nobody knows whether it was opened.
            if (!(0,connection/* isAnswer */.Tq)(cause))
                throw error;
            const remedy = `Open it as its owner, connected to "${maintenance}": ${openStatement(found.name)};`;
            return { state: 'closed', text: (0,runtime_text/* sentences */.hC)(`"${found.name}" stays closed: ${message}`, remedy) };
        }
        return {
            state: 'lifted',
            text: `"${found.name}" accepts connections again, with the data from before the rollback. The rollback is not finished: run it again with the same digest to finish it, or leave the database as it is.`,
        };
    });
}

;// CONCATENATED MODULE: ./lib/providers/postgres/capabilities.js













/** Two servers may number their databases alike. Rows and definitions are compared whatever the server is. */
function capabilities_unknownServer(saved, live) {
    const doubt = (0,reading/* serverDoubt */.A1)(saved.origin, live.origin);
    return doubt === null ? [] : [`whether the URL leads to the server of the rollback: ${doubt}`];
}
const capabilities = {
    names: ({ database }, config, ctx) => [{ key: 'database', saved: database, live: addressOf(config, ctx).database }],
    access: (config, ctx) => (0,access/* databaseAccess */.e)(ctx, config.url, addressOf(config, ctx)),
    unfence: unfence,
    reference: reference,
    aside: aside,
    dropKept: dropKept,
    measureLoss: measureLoss,
    salvage: salvage,
    drill: drill,
    describeState: ({ serverMajor, tables, leftOut, reference: only, database }) => ({
        serverMajor,
        leftOut,
        ...(only === true
            ? { content: `no copy: the database "${database}" itself, which a restore by swap keeps` }
            : { tables: new Map(tables.map(({ name, rows }) => [name, rows])) }),
    }),
    blindSpots: (saved, live) => [
        ...saved.leftOut.map((what) => `not in the snapshot: ${what}`),
        ...(saved.reference === true ? capabilities_unknownServer(saved, live) : []),
    ],
    database: {
        modes: ['restore'],
        written: (config, ctx) => (0,write_figures/* readWriteFigures */.v)(ctx, addressOf(config, ctx)),
        withCopy: withCopy,
        hazards: (saved, live) => (saved.layout && live.layout ? (0,postgres_layout/* layoutHazards */._8)(saved.layout, live.layout) : null),
        identify: (config, ctx) => ({ database: (0,database_url/* identityOf */.cu)(addressOf(config, ctx)), part: '' }),
    },
};

// EXTERNAL MODULE: ./lib/services/postgres/standby.js
var standby = __webpack_require__(28539);
;// CONCATENATED MODULE: ./lib/providers/postgres/unrestorable.js


/** The newest release of PostgreSQL 17 that was seen to fail, as in server_version_num. 18.6 was seen to succeed. */
const SEEN_UNTIL = 170_010;
/**
 * Exclusion constraints of partitioned tables, which PostgreSQL has from 17 on. Version 17 does not attach the index of a
 * partition to that of its table ("The index definitions do not match"), and pg_dump writes that statement: every restore stops.
 */
async function partitionedExclusions(client) {
    const found = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), version: classic_schemas/* number */.aig() }), `SELECT format('%I on %s', k.conname, k.conrelid::regclass) AS name, current_setting('server_version_num')::int AS version
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = 'x' AND c.relkind = 'p' AND ${postgres_rows/* OURS */.o6} AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid)
        AND current_setting('server_version_num')::int BETWEEN 170000 AND 179999
      ORDER BY 1`);
    const [first] = found;
    if (first === undefined)
        return [];
    const names = found.slice(0, 10).map(({ name }) => name);
    const fails = first.version <= SEEN_UNTIL;
    return [
        {
            level: fails ? 'error' : 'warning',
            code: 'database-not-restorable',
            message: `PostgreSQL 17 ${fails ? 'cannot' : 'may not'} restore exclusion constraints of partitioned tables ("cannot attach index"): ${names.join(', ')}${found.length > names.length ? ` and ${found.length - names.length} more` : ''}.`,
            remedy: 'Give each partition an exclusion constraint of its own instead, or upgrade to PostgreSQL 18. "rewind verify --restorable" shows whether a snapshot can be restored.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/providers/postgres/check.js























/** Read-only: checks that this user can reach, read and restore the database with the installed programs. */
async function check(config, ctx) {
    const address = addressOf(config, ctx);
    const closed = await unusable(config, ctx, address);
    if (closed !== null)
        return [closed];
    return (0,connection/* withDatabase */.kR)(ctx, address, address.database, async (client) => {
        const server = await serverOf(client, config);
        const programs = await findPrograms(ctx, server.major, config['client-bin']).then(outdated, (error) => {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ level: 'error', code, message, remedy }];
        });
        const inPlace = server.strategy === 'in-place' ? await obstacles(client, null, config.restore) : [];
        const asOwner = await asOwnerOr(client, '');
        return [
            ...(0,database_url/* tlsAdvice */.SD)(address),
            ...programs,
            ...(await (0,standby/* standby */.w)(client)),
            ...(await hiddenIdentity(client)),
            ...(await check_unreadable(client)),
            ...(await unreadableObjects(client, server.major)),
            ...(await check_hidden(client)),
            ...(await partitionedExclusions(client)),
            ...strategy(config, server, asOwner, inPlace),
            ...(server.strategy === 'swap' ? await space(client, address.database) : []),
            ...(server.strategy === 'swap' ? await swapObstacles(client) : []),
            ...inPlace,
            ...(await connections(client, server.strategy === 'swap')),
            ...(await replication(client)),
            ...(await check_keptDatabases(client, address.database)),
            ...(await unfinished(client, address.database)),
        ];
    });
}
function outdated(programs) {
    const found = outdatedClient(programs);
    return found === null ? [] : [{ level: 'warning', code: 'database-client-outdated', ...found }];
}
/** A database that a restore repairs, though nothing can read it now: closed, or dropped. */
async function unusable(config, ctx, address) {
    try {
        await (0,connection/* withDatabase */.kR)(ctx, address, address.database, async () => undefined);
        return null;
    }
    catch (error) {
        const code = error instanceof errors.RewindError ? (0,connection/* codeOf */.$N)(error.cause) : undefined;
        if (code !== '55000' && code !== '3D000')
            throw error;
    }
    return withMaintenance(config, ctx, address, async (client, maintenance) => {
        const found = await findDatabase(client, address.database);
        if (!found) {
            return {
                level: 'error',
                code: 'database-gone',
                message: `There is no database "${address.database}" on the server.`,
                remedy: 'Correct the name in the URL. If it was dropped: plan a rollback with "--database restore".',
            };
        }
        const closed = closedBecause(found, maintenance);
        if (closed === null)
            return null;
        return { level: 'error', code: 'database-fenced', message: `${closed.why}.`, remedy: closed.remedy };
    });
}
/** The next restore drops the half-made ones and uses a complete one. */
async function unfinished(client, database) {
    return (await unfinishedDatabases(client, database)).map(({ why, drop }) => ({
        level: 'warning',
        code: 'database-unfinished',
        message: why,
        remedy: `Run the same rollback again, or drop it: ${drop}`,
    }));
}
async function check_unreadable(client) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), hidden: classic_schemas/* boolean */.zMY(), closed: classic_schemas/* string */.YjP().nullable() }), `SELECT c.oid::regclass::text AS name, c.relkind = 'r' AND row_security_active(c.oid) AS hidden,
            CASE WHEN NOT has_schema_privilege(n.oid, 'USAGE') THEN quote_ident(n.nspname) END AS closed
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'S', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
        AND (NOT has_table_privilege(c.oid, 'SELECT') OR NOT has_schema_privilege(n.oid, 'USAGE')
             OR (c.relkind = 'r' AND row_security_active(c.oid)))
      ORDER BY 1`);
    if (rows.length === 0)
        return [];
    const names = rows.map(({ name }) => name);
    const schemas = [...new Set(rows.flatMap(({ closed }) => closed ?? []))];
    return [
        {
            level: 'error',
            code: 'database-permission',
            message: `This user cannot read all of ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}: a backup would be incomplete, and pg_dump refuses.`,
            remedy: `GRANT SELECT on them${schemas.length === 0 ? '' : ` and USAGE on the schema ${schemas.join(', ')}`} to this user${rows.some(({ hidden }) => hidden) ? ', and BYPASSRLS where row security hides rows' : ''}; or use the owner.`,
        },
    ];
}
/** As `unreadable`, for large objects: pg_read_all_data does not give them, and pg_dump fails in the middle. */
async function unreadableObjects(client, major) {
    const readable = major >= 18
        ? `has_largeobject_privilege(m.oid, 'SELECT')`
        : `(r.rolsuper OR current_setting('lo_compat_privileges')::boolean OR pg_has_role(m.lomowner, 'USAGE')
          OR EXISTS (SELECT FROM aclexplode(m.lomacl) a
                      WHERE a.privilege_type = 'SELECT' AND (a.grantee = 0 OR pg_has_role(a.grantee, 'USAGE'))))`;
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ oid: classic_schemas/* string */.YjP(), total: classic_schemas/* string */.YjP() }), `SELECT m.oid::text AS oid, (count(*) OVER ())::text AS total FROM pg_largeobject_metadata m, pg_roles r
      WHERE r.rolname = current_user AND NOT ${readable} ORDER BY m.oid LIMIT 10`);
    const [first] = rows;
    if (!first)
        return [];
    const more = Number(first.total) - rows.length;
    return [
        {
            level: 'error',
            code: 'database-permission',
            message: `This user cannot read the large objects ${rows.map(({ oid }) => oid).join(', ')}${more > 0 ? ` and ${more} more` : ''}: pg_dump refuses.`,
            remedy: `GRANT SELECT ON LARGE OBJECT ${first.oid} TO this user, and so on; or use their owner, or a superuser.`,
        },
    ];
}
async function check_hidden(client) {
    const finding = (what, remedy) => ({
        level: 'warning',
        code: 'database-not-dumped',
        message: `A snapshot by this user does not contain ${what}.`,
        remedy,
    });
    return [
        ...(await hiddenFromDump(client)).map((what) => finding(what, 'Take snapshots as a superuser, or keep what re-creates it (with its password) elsewhere.')),
        ...(await unrefreshableViews(client)).map((view) => finding(describeUnrefreshable(view), 'GRANT SELECT on the tables of the view (EXECUTE on its functions, BYPASSRLS for row security) to its owner, or give the view to an owner who has them.')),
    ];
}
/**
 * @param asOwner how to connect as the owner
 * @param obstacles to a restore in place: what only the owner may do is no help by hashes of rows
 */
function strategy(config, server, asOwner, obstacles) {
    if (server.strategy === 'swap')
        return [];
    const how = 'A restore would run in place, in one transaction that locks the tables:';
    const findings = [
        config.restore === 'in-place'
            ? { level: 'info', code: 'database-in-place', message: `${how} "restore: in-place" is configured.` }
            : {
                level: 'info',
                code: 'database-in-place',
                message: `${how} this user may not create databases, or does not own this one.`,
                remedy: 'ALTER ROLE … CREATEDB, as the owner of the database, allows the faster swap that keeps the old database.',
            },
    ];
    if (!server.owner && config.integrity === 'rows') {
        findings.push({
            level: 'error',
            code: 'database-permission',
            message: 'This user does not own the database, so Rewind cannot tag a restore in place, and the restored rows would look like new data.',
            remedy: obstacles.some(({ level }) => level === 'error') ? asOwner : `${asOwner}; or: set "integrity: content".`,
        });
    }
    return findings;
}
/** Sessions of one backup at once: the one that reads, and pg_dump. */
const BACKUP_SESSIONS = 2;
/** Sessions of one restore at once, on the whole server: the one that waits, two that read what was restored, and pg_dump. */
const RESTORE_SESSIONS = 4;
/** Neither limit holds for a superuser. That of the database does not hold for the new one that a restore fills. */
async function connections(client, swaps) {
    const limits = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ what: classic_schemas/* string */.YjP(), role: classic_schemas/* boolean */.zMY(), room: classic_schemas/* number */.aig(), used: classic_schemas/* number */.aig() }), `SELECT format('database "%s"', d.datname) AS what, false AS role, d.datconnlimit AS room,
            (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid AND a.usesysid IS NOT NULL AND a.pid <> pg_backend_pid())::int AS used
       FROM pg_database d JOIN pg_roles r ON r.rolname = current_user
      WHERE d.datname = current_database() AND d.datconnlimit >= 0 AND NOT r.rolsuper
     UNION ALL
     SELECT format('role "%s"', r.rolname), true, r.rolconnlimit,
            (SELECT count(*) FROM pg_stat_activity a WHERE a.usesysid = r.oid AND a.pid <> pg_backend_pid())::int
       FROM pg_roles r WHERE r.rolname = current_user AND r.rolconnlimit >= 0 AND NOT r.rolsuper`);
    return limits.flatMap(({ what, role, room, used }) => {
        const never = room < BACKUP_SESSIONS;
        const finding = (message) => ({
            level: never ? 'error' : 'warning',
            code: 'database-connections',
            message: `The ${what} allows ${(0,runtime_text/* plural */.LS)(room, 'connection')}${message} at once.`,
            remedy: 'Raise its CONNECTION LIMIT, or let Rewind use a role with a limit of its own.',
        });
        if (never)
            return [finding(`: a backup takes ${BACKUP_SESSIONS}`)];
        if (swaps && role && room < RESTORE_SESSIONS)
            return [finding(`: a restore takes ${RESTORE_SESSIONS}`)];
        if (room - used >= BACKUP_SESSIONS)
            return [];
        return [finding(`, and ${used} are in use now: a backup takes ${BACKUP_SESSIONS}`)];
    });
}
async function replication(client) {
    const slots = await logicalSlots(client);
    const subscriptions = await enabledSubscriptions(client);
    const warning = (code, message, move) => ({
        level: 'warning',
        code,
        message,
        remedy: `After a restore, move them. ${move}`,
    });
    return [
        ...(slots.length === 0 ? [] : [warning('database-replication-slots', slotsStay(slots), MOVE_SLOT)]),
        ...(subscriptions.length === 0
            ? []
            : [warning('database-subscriptions', subscriptionsStay(subscriptions), MOVE_SUBSCRIPTION)]),
    ];
}
/** PostgreSQL tells nobody how much of its disk is free, so the need is said. */
async function space(client, database) {
    const bytes = await sizeOf(client, database);
    if (bytes === null)
        return [];
    return [
        {
            level: 'info',
            code: 'database-space',
            message: `A restore needs room for a second copy beside "${database}" (${(0,progress/* amount */.vj)(bytes, 'bytes')} now). PostgreSQL does not tell how much of the server's disk is free.`,
            remedy: 'Compare it with the free space that your host shows.',
        },
    ];
}
/** Previous databases that earlier restores of this database kept. */
async function check_keptDatabases(client, database) {
    // A person who gave one the name of production back left its comment as it was.
    const kept = (await allDatabases(client)).filter(({ name, comment }) => name !== database && keptFrom(comment) === database);
    return Promise.all(kept.map(async ({ name }) => {
        const bytes = await sizeOf(client, name);
        return {
            level: 'info',
            code: 'database-kept',
            message: `"${name}" (${bytes === null ? 'size unknown' : (0,progress/* amount */.vj)(bytes, 'bytes')}) was kept by a restore.`,
            remedy: `Drop it when no longer needed: DROP DATABASE ${(0,connection/* quoted */.TL)(name)}`,
        };
    }));
}

;// CONCATENATED MODULE: ./lib/providers/postgres/preflight.js














/** Checks the conditions of a restore: for a plan those that need no payload, before the first change all. */
async function preflight(config, changes, ctx, source) {
    // Nothing is restored: the plan has looked at the database that returns.
    const wanted = changes.map((change) => params.parse(change.params));
    const restores = wanted.filter((each) => each.kind === 'restore');
    if (restores.length === 0)
        return [];
    const address = addressOf(config, ctx);
    const findings = [];
    await withMaintenance(config, ctx, address, async (client) => {
        const server = await serverOf(client, config);
        findings.push(...(await (0,standby/* standby */.w)(client)));
        const programs = await findPrograms(ctx, server.major, config['client-bin']);
        if (source !== null)
            await readDump(ctx, programs, await source.open(DUMP));
        const newer = restores.find(({ serverMajor }) => serverMajor > server.major);
        if (newer !== undefined) {
            findings.push({
                level: 'error',
                code: 'pg-client-version',
                message: `The snapshot is from PostgreSQL ${newer.serverMajor}, the server is ${server.major} now.`,
                remedy: 'Restore by hand on a server of at least that version.',
            });
        }
        const entries = source === null ? null : (await readHead(source)).entries;
        const owners = entries === null ? merged(restores.map((each) => each.owners)) : ownersIn(entries);
        const lost = await missingRoles(client, [
            ...restores.flatMap(({ roles = [] }) => roles),
            ...Object.keys(owners),
            ...(source === null ? [] : rolesIn(await savedProperties(source))),
        ]);
        if (lost.length > 0) {
            findings.push({
                level: 'error',
                code: 'database-permission',
                message: `The server has no ${lost.length === 1 ? 'role' : 'roles'} ${lost.map(connection/* quoted */.TL).join(', ')} any more. In the snapshot ${lost.length === 1 ? 'it owns something, or has' : 'they own something, or have'} privileges or settings.`,
                remedy: `Create it again: CREATE ROLE ${lost.map(connection/* quoted */.TL).join('; CREATE ROLE ')}`,
            });
        }
        if (restores.some(({ strategy }) => strategy === 'swap')) {
            findings.push(...(await forbiddenOwners(client, address.database, owners, server.major)));
        }
        if (!(await findDatabase(client, address.database))) {
            findings.push({
                level: 'warning',
                code: 'database-gone',
                message: `There is no database "${address.database}": the restored one will take its name.`,
            });
        }
        if (entries !== null && restores.some(({ strategy }) => strategy === 'in-place')) {
            findings.push(...(await (0,connection/* withDatabase */.kR)(ctx, address, address.database, (live) => obstacles(live, entries, config.restore))));
        }
    });
    return findings;
}
const merged = (all) => all.reduce((sum, owners) => ({ ...sum, ...owners }), {});
const rolesIn = ({ owner, grants, settings }) => [
    owner,
    ...(grants ?? []).flatMap(({ grantee }) => grantee ?? []),
    ...settings.flatMap(({ role }) => role ?? []),
];
async function missingRoles(client, named) {
    const rows = await (0,postgres_select/* select */.L)(client, classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP() }), `SELECT DISTINCT u.name FROM unnest($1::text[]) AS u(name)
      WHERE NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = u.name) ORDER BY 1`, [named]);
    return rows.map(({ name }) => name);
}

;// CONCATENATED MODULE: ./lib/providers/postgres/index.js









/* harmony default export */ const postgres = ((0,provider/* defineProvider */.Nj)({
    id: 'postgres',
    state: state,
    slow: true,
    check: check,
    capture: capture,
    plan: plan,
    prepare: prepare,
    apply: apply,
    prove: prove,
    preflight: preflight,
    capabilities: capabilities,
}));


/***/ }),

/***/ 46466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SG: () => (/* binding */ bothEnds),
/* harmony export */   bB: () => (/* binding */ mapLimited),
/* harmony export */   v_: () => (/* binding */ bothOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * Waits for both ends of a stream: the pipeline that fills `between`, and the reader that empties it. If one end fails, the
 * other one only sees a broken stream, so the first error that says more than that is the cause.
 *
 * @throws the cause
 */
async function bothEnds(between, filling, reading) {
    const failures = [];
    const end = (work) => work.catch((error) => {
        failures.push(error);
        // A reader that failed may have left the stream open; then the pipeline would wait for it without end.
        between.destroy(node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) ? error : undefined);
    });
    await Promise.all([end(filling), end(reading)]);
    if (failures.length > 0)
        throw failures.find((error) => !isBrokenStream(error)) ?? failures[0];
}
/** As `Promise.all` for two, but a failure of one waits until the other has ended: nothing is left that still writes. */
async function bothOf(first, second) {
    await Promise.allSettled([first, second]);
    return Promise.all([first, second]);
}
/** As `Promise.all` over `items.map(work)`, with at most `limit` at once: each may hold an open file or a connection. */
async function mapLimited(items, limit, work) {
    const results = [];
    // The workers share one iterator, so each takes the next item that is left.
    const left = items.entries();
    const worker = async () => {
        for (const [at, item] of left)
            results[at] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}
function isBrokenStream(error) {
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error))
        return false;
    const code = 'code' in error ? error.code : undefined;
    return (error.name === 'AbortError' ||
        code === 'ERR_STREAM_PREMATURE_CLOSE' ||
        code === 'ERR_STREAM_DESTROYED' ||
        code === 'EPIPE');
}


/***/ }),

/***/ 44146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ databaseAccess)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1176);


const privileges = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    role: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    superuser: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    creates: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    makes: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    adds: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    writes: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    counts: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
/** MEMBER, not USAGE: a session may take the role with SET ROLE. */
const PRIVILEGES = `
  SELECT r.rolname AS role, r.rolsuper AS superuser, r.rolcreatedb AS creates, r.rolcreaterole AS makes,
         pg_has_role(d.datdba, 'MEMBER') AS owner,
         has_database_privilege(d.oid, 'CREATE') AS adds,
         EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                    AND n.nspname NOT LIKE 'pg\\_%'
                    AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')) AS writes,
         EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE n.nspname NOT LIKE 'pg\\_%'
                    AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege(c.oid, 'USAGE, UPDATE') END) AS counts
    FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`;
/** @param url as in rewind.yml, e.g. `${DATABASE_URL}` */
async function databaseAccess(ctx, url, address) {
    const credential = url.replace(/^\$\{(.*)\}$/, '$1');
    return (0,_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .withDatabase */ .kR)(ctx, address, address.database, async (client) => {
        const { rows } = await client.query(PRIVILEGES);
        const { role, superuser, creates, makes, owner, adds, writes, counts } = privileges.parse(rows[0]);
        const can = [
            ...(superuser ? ['is a superuser'] : []),
            ...(owner && !superuser ? ['owns the database'] : []),
            ...(creates && !superuser ? ['may create databases'] : []),
            ...(makes && !superuser ? ['may create roles'] : []),
            ...(adds && !owner ? ['may create schemas'] : []),
            ...(writes && !owner ? ['may change tables'] : []),
            ...(counts && !owner ? ['may advance sequences'] : []),
        ];
        return can.length > 0
            ? { credential, writes: true, why: `the role "${role}" ${can.join(', ')}` }
            : { credential, writes: false, why: `the role "${role}" has no privilege that writes` };
    });
}


/***/ }),

/***/ 77904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ FIXED_SETTINGS),
/* harmony export */   w: () => (/* binding */ beginSnapshot)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1176);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33598);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96032);





/** Fixes the settings that affect a row's text, so that equal content has equal hashes on every server. */
const FIXED_SETTINGS = [
    `SET LOCAL search_path = pg_catalog`,
    `SET LOCAL TimeZone = 'UTC'`,
    `SET LOCAL DateStyle = 'ISO, YMD'`,
    `SET LOCAL IntervalStyle = 'postgres'`,
    `SET LOCAL extra_float_digits = 3`,
    `SET LOCAL bytea_output = 'hex'`,
    `SET LOCAL lc_monetary = 'C'`,
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
const table = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ oid: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/**
 * Opens the one transaction in which everything is read, and from which pg_dump reads too.
 *
 * The tables are locked before the transaction takes its snapshot: ALTER TABLE and TRUNCATE write a new file that an older
 * snapshot sees as empty. LOCK and SET take no snapshot, so a transaction that holds such a lock has ended by then. A
 * comparison needs the same: its counts would wait for the lock without a limit, and then find the table empty.
 *
 * @returns the id of the exported snapshot
 * @throws RewindError database-locked when another session does not release a table; database-permission
 */
async function beginSnapshot(client, resource, timeoutMs = LOCK_TIMEOUT_MS) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const tables = await listTables(client);
        await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${FIXED_SETTINGS}`);
        if (await lockTables(client, resource, tables, timeoutMs)) {
            const exported = await (0,_select_js__WEBPACK_IMPORTED_MODULE_4__/* .select */ .L)(client, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }), 'SELECT pg_export_snapshot() AS id');
            const seen = await listTables(client);
            if (JSON.stringify(seen) === JSON.stringify(tables))
                return (0,_select_js__WEBPACK_IMPORTED_MODULE_4__/* .only */ .j)(exported).id;
        }
        await client.query('ROLLBACK');
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-locked', 'Tables were created or dropped during every attempt to lock them.', {
        resource,
        remedy: 'Run again when no migration is running.',
    });
}
async function listTables(client) {
    return (0,_select_js__WEBPACK_IMPORTED_MODULE_4__/* .select */ .L)(client, table, `SELECT oid::text AS oid, format('%I.%I', schema, name) AS name FROM (${_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .DUMPED_TABLES */ .St}) t ORDER BY t.oid`);
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
        const code = (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) ?? '';
        if (RETRIED.includes(code))
            return false;
        if (code === '42501') {
            // The server names the first table only.
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-permission', `This user may not read every table: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}.`, {
                resource,
                cause: error,
                remedy: 'GRANT SELECT on the table, or USAGE on the schema, to this user; or connect as its owner. "rewind check" names all that it may not read.',
            });
        }
        if (code !== '55P03')
            throw error;
        await client.query('ROLLBACK');
        const holders = await holdersOf(client, tables);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('database-locked', `A table stayed locked for ${timeoutMs / 1000} s: ${holders.join('; ') || 'the session that held it has ended'}.`, { resource });
    }
}
/** Who holds or awaits the lock that keeps readers out. No text of queries: it may hold data. */
async function holdersOf(client, tables) {
    const rows = await (0,_select_js__WEBPACK_IMPORTED_MODULE_4__/* .select */ .L)(client, zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ holder: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }), `SELECT format('%s (application "%s", user "%s") %s %s on %s', coalesce('pid ' || l.pid, 'a prepared transaction'), a.application_name, a.usename,
                   CASE WHEN l.granted THEN 'holds' ELSE 'waits for' END, l.mode, l.relation::regclass) AS holder
       FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.mode = 'AccessExclusiveLock' AND l.relation = ANY ($1::oid[])
      ORDER BY l.granted DESC, a.xact_start LIMIT 10`, [tables.map(({ oid }) => oid)]);
    return rows.map(({ holder }) => holder);
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


/***/ }),

/***/ 28539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ standby)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96032);


/** A standby takes backups, and no rollback. After a failover, the former address may lead to one. */
async function standby(client) {
    const { standby: is } = (0,_select_js__WEBPACK_IMPORTED_MODULE_0__/* .only */ .j)(await (0,_select_js__WEBPACK_IMPORTED_MODULE_0__/* .select */ .L)(client, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ standby: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() }), 'SELECT pg_is_in_recovery() AS standby'));
    if (!is)
        return [];
    return [
        {
            level: 'error',
            code: 'database-standby',
            message: 'The URL leads to a standby, which is read-only: a rollback cannot write there.',
            remedy: 'Set the URL to the primary server. After a failover, plan again there.',
        },
    ];
}


/***/ }),

/***/ 38005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readWriteFigures)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1176);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);




const row = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    counts: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    inserted: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    updated: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    deleted: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    reset: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    databases: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    roles: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    sequences: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    hidden: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
});
/**
 * PostgreSQL documentation, "The Cumulative Statistics System": pg_stat_database counts the rows that were inserted, updated
 * and deleted, those of the catalogs too, so a DDL statement or a TRUNCATE moves them as well; with track_counts off, nothing
 * is counted. They count neither the values that sequences give out nor the rows of the catalogs that all databases share
 * (databases, roles, their settings and comments), so those are read themselves. VACUUM moves datfrozenxid and datminmxid.
 */
const FIGURES = `
  SELECT current_setting('track_counts')::bool AS counts,
         s.tup_inserted::text AS inserted, s.tup_updated::text AS updated, s.tup_deleted::text AS deleted,
         coalesce(s.stats_reset::text, 'never') AS reset,
         (SELECT jsonb_agg(to_jsonb(d) - 'datfrozenxid' - 'datminmxid' ||
                           jsonb_build_object('comment', shobj_description(d.oid, 'pg_database')) ORDER BY d.oid)::text
            FROM pg_catalog.pg_database d) AS databases,
         jsonb_build_array(
           (SELECT jsonb_agg(to_jsonb(r) || jsonb_build_object('comment', shobj_description(r.oid, 'pg_authid')) ORDER BY r.oid)
              FROM pg_catalog.pg_roles r),
           (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.roleid, m.member, m.grantor) FROM pg_catalog.pg_auth_members m),
           (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.setdatabase, c.setrole) FROM pg_catalog.pg_db_role_setting c)
         )::text AS roles,
         q.sequences, q.hidden
    FROM pg_catalog.pg_stat_database s,
         (SELECT string_agg(format('%I.%I %s', n.nspname, c.relname,
                   CASE WHEN a.allowed THEN pg_catalog.pg_sequence_last_value(c.oid) END), ',' ORDER BY c.oid) AS sequences,
                 (count(*) FILTER (WHERE NOT a.allowed))::int AS hidden
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
                 LATERAL (SELECT pg_catalog.has_sequence_privilege(c.oid, 'SELECT, USAGE') AS allowed) a
           WHERE c.relkind = 'S' AND NOT pg_catalog.pg_is_other_temp_schema(n.oid)) q
   WHERE s.datname = current_database()`;
/** Reads what moves with each write to the database. @throws RewindError as a connection */
async function readWriteFigures(ctx, address) {
    return (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .withDatabase */ .kR)(ctx, address, address.database, async (client) => {
        const { rows } = await client.query(FIGURES);
        const read = row.parse(rows[0]);
        const counters = {
            'rows inserted': read.inserted,
            'rows updated': read.updated,
            'rows deleted': read.deleted,
            'reset of the counters': read.reset,
        };
        return {
            figures: {
                ...(read.counts ? counters : {}),
                'values of sequences': digestOf(read.sequences ?? ''),
                'databases of the server': digestOf(read.databases),
                'roles of the server': digestOf(read.roles),
            },
            unread: [
                ...(read.counts ? [] : ['written rows (track_counts is off)']),
                ...(read.hidden === 0 ? [] : [`${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(read.hidden, 'sequence')} that the role may not read`]),
            ],
            position: await positionOf(client),
        };
    });
}
const digestOf = (text) => (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(Buffer.from(text));
/** Position of the write-ahead log; null on a replica (55000) and without the privilege (42501). */
async function positionOf(client) {
    try {
        const { rows } = await client.query(`SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text AS position`);
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ position: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).parse(rows[0]).position;
    }
    catch (error) {
        if ((0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) === '55000' || (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) === '42501')
            return null;
        throw error;
    }
}


/***/ })

};
