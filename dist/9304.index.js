export const id = 9304;
export const ids = [9304];
export const modules = {

/***/ 64288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bh: () => (/* binding */ databaseArgument),
  hm: () => (/* binding */ feed),
  jH: () => (/* binding */ outputOf),
  ni: () => (/* binding */ start)
});

// UNUSED EXPORTS: STATEMENT_REFUSED

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/runtime/gather.js

/** Bytes of a gathered piece. */
const PIECE = 256 * 1024;
/**
 * Joins small pieces of a stream into pieces of `PIECE` bytes; the first one passes at once. A program that writes 4 kB at a
 * time (pg_dump with gzip does) would otherwise wake every later step of the stream for each of them.
 *
 * @param ended is awaited before the end of the stream; its rejection fails the stream
 */
class Gather extends external_node_stream_.Transform {
    ended;
    #held = Buffer.alloc(0);
    #used = 0;
    #begun = false;
    constructor(ended = Promise.resolve()) {
        super({ readableHighWaterMark: PIECE, writableHighWaterMark: PIECE });
        this.ended = ended;
    }
    _transform(chunk, _encoding, done) {
        if (!this.#begun || (this.#used === 0 && chunk.length >= PIECE)) {
            this.#begun = true;
            done(null, chunk);
            return;
        }
        for (let at = 0; at < chunk.length;) {
            if (this.#used === 0)
                this.#held = Buffer.allocUnsafeSlow(PIECE);
            const copied = chunk.copy(this.#held, this.#used, at);
            at += copied;
            this.#used += copied;
            if (this.#used === PIECE)
                this.#pass();
        }
        done();
    }
    _flush(done) {
        if (this.#used > 0)
            this.#pass();
        this.ended.then(() => done(), (error) => done(error instanceof Error ? error : new Error(String(error))));
    }
    #pass() {
        this.push(this.#held.subarray(0, this.#used));
        this.#used = 0;
    }
}

// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(18221);
// EXTERNAL MODULE: ./lib/providers/postgres/warnings.js
var postgres_warnings = __webpack_require__(68943);
;// CONCATENATED MODULE: ./lib/providers/postgres/client.js








const SESSION_SETTINGS = {
    // Keep-alives from the server's side: libpq's programs take those of the client only by connection string.
    tcp_keepalives_idle: '30',
    tcp_keepalives_interval: '10',
    tcp_keepalives_count: '6',
    // The programs lift these limits by statements, and such a statement may already take longer than the limit of a role.
    statement_timeout: '0',
    lock_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    // pg_dump leaves these as the database or the role has them, and they change how definitions and values are printed …
    TimeZone: 'UTC',
    bytea_output: 'hex',
    lc_monetary: 'C',
    quote_all_identifiers: 'off',
    standard_conforming_strings: 'on',
    // … and read.
    array_nulls: 'on',
    transform_null_equals: 'off',
};
/**
 * Names the database for a program that takes it from the command line only. A bare name that contains "=" would be read as
 * a connection string (libpq, "Connection Strings").
 */
const databaseArgument = (database) => `--dbname=dbname='${database.replace(/[\\']/g, '\\$&')}'`;
/**
 * Starts a program on a database. Passes the password in a password file, never by argv or the environment.
 *
 * @param failure code of the error if the program fails
 * @param database to connect to; null for programs that need no server
 * @param settings of the server for this session
 */
function start(ctx, file, args, address, database, failure, settings = {}) {
    const env = { ...ctx.childEnv, LC_ALL: 'C' };
    if (address !== null && database !== null) {
        Object.assign(env, (0,database_url/* libpqEnv */.kY)(address, database));
        const wanted = Object.entries({ ...SESSION_SETTINGS, ...settings }).map(([name, value]) => `-c ${name}=${value}`);
        env.PGOPTIONS = [env.PGOPTIONS ?? '', ...wanted].join(' ').trim();
        if (address.password !== null)
            env.PGPASSFILE = passwordFile(ctx, address);
    }
    const child = (0,external_node_child_process_.spawn)(file, [...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    // Ignores the broken pipe of a program that ends early: its status gives the cause.
    child.stdin.on('error', () => undefined);
    let messages = '';
    const warnings = new postgres_warnings/* Warnings */.e();
    child.stderr.setEncoding('utf8').on('data', (text) => {
        messages = (messages + text).slice(-20_000);
        warnings.add(text);
    });
    const stop = () => {
        if (child.exitCode === null && child.signalCode === null)
            child.kill('SIGTERM');
    };
    ctx.signal.addEventListener('abort', stop, { once: true });
    if (ctx.signal.aborted)
        stop();
    const done = new Promise((resolve, reject) => {
        child.on('error', (error) => reject(new errors.RewindError('tool-missing', `${file} could not be started: ${error.message}`, { resource: ctx.resource })));
        child.on('close', (code, signal) => {
            ctx.signal.removeEventListener('abort', stop);
            if (code === 0) {
                resolve();
                return;
            }
            const name = file.split('/').at(-1) ?? file;
            const how = signal === null ? `status ${code}` : signal;
            const why = withoutRows(messages);
            reject(new errors.RewindError(failure, `${name} ended with ${how}: ${why === '' ? 'no message' : why}`, {
                resource: ctx.resource,
                remedy: remedyOf(failure, why),
            }));
        });
    });
    // The caller may still be reading the output.
    done.catch(() => undefined);
    const complaint = () => COMPLAINT.test(messages) ? withoutRows(messages.slice(messages.search(COMPLAINT))) : null;
    return { child, done, stop, warnings: () => warnings.texts(), complaint };
}
/**
 * The server refused a statement of the dump. Its text does not tell whether the server or the dump is at fault: pg_restore
 * prints no SQLSTATE, and the language of the server is its own.
 */
const STATEMENT_REFUSED = 'Production is unchanged. If the server or the user lacks something (room, a privilege, an extension), provide it, then run the same rollback again. If the dump itself is at fault (a function that names objects without their schema, rows that break a constraint), the same run fails again: qualify the names in production (or ALTER FUNCTION … SET search_path) or correct the rows, then take a new snapshot. "rewind verify --restorable" finds such a dump before a rollback needs it.';
/** Undefined: the remedy of the code of the error. */
function remedyOf(failure, why) {
    if (/too many connections|remaining connection slots/.test(why))
        return connection/* RAISE_CONNECTION_LIMIT */.m2;
    return failure === 'restore-failed' && SERVER_ERROR.test(why) ? STATEMENT_REFUSED : undefined;
}
/** The severity, which the server prints in its own language, follows the program's own words. */
const SERVER_ERROR = /could not execute query: |COPY failed for table |psql:<stdin>:\d+: \S+: /;
const COMPLAINT = /^pg_\w+: (error:|warning: errors ignored)/m;
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
/** The program's output, in pieces of `PIECE` bytes, as a stream that fails if the program fails. */
function outputOf({ child, done, stop }) {
    const output = new Gather(done);
    // The reader stopped, so nothing reads the rest.
    output.once('close', stop);
    // At once, not with the first read: Node discards what nobody reads when the program ends.
    if (child.stdout)
        child.stdout.pipe(output);
    else
        output.end();
    return output;
}
/**
 * Feeds a dump to pg_restore, which stops reading after its last entry. The stream is read to its end all the same: its
 * checksum comes last.
 *
 * @param running null: only read
 * @param options `head`: what the stream must begin with; `passed` gets the bytes of each piece
 * @throws RewindError restore-incomplete if the program reports errors and ends as if it had none; and its own error
 */
async function feed(running, dump, { head, passed } = {}) {
    running?.child.stdout?.resume();
    let at = 0;
    try {
        for await (const chunk of dump) {
            if (head &&
                at < head.length &&
                !chunk.subarray(0, head.length - at).equals(head.subarray(at, at + chunk.length))) {
                throw new errors.RewindError('snapshot-corrupt', 'The dump in the store changed while it was read.');
            }
            at += chunk.length;
            passed?.(chunk.length);
            if (running)
                await written(running.child.stdin, chunk);
            // One that failed or was stopped needs no more of the dump.
            if (running && hasFailed(running))
                break;
        }
    }
    catch (error) {
        running?.stop();
        await running?.done.catch(() => undefined);
        throw error;
    }
    running?.child.stdin?.end();
    await running?.done;
    const complaint = running?.complaint() ?? null;
    if (complaint === null)
        return;
    throw new errors.RewindError('restore-incomplete', `pg_restore ended with status 0, but reported: ${complaint}`);
}
/** Resolves when the stream has taken the chunk, or cannot take any more. */
async function written(stream, chunk) {
    if (stream?.writable !== true)
        return;
    await new Promise((resolve) => {
        stream.once('close', resolve);
        stream.write(chunk, () => {
            stream.off('close', resolve);
            resolve();
        });
    });
}
function hasFailed({ child }) {
    return child.signalCode !== null || (child.exitCode !== null && child.exitCode !== 0);
}


/***/ }),

/***/ 68943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isHarmless),
/* harmony export */   e: () => (/* binding */ Warnings)
/* harmony export */ });
/** Limit for a program that warns about every object. */
const MAX_WARNINGS = 100;
/**
 * Collects the warnings of a PostgreSQL program from its stderr: `pg_dump: warning: …`, with the `detail:` and `hint:` lines
 * after it.
 */
class Warnings {
    #found = [];
    #rest = '';
    #inside = false;
    add(text) {
        const lines = (this.#rest + text).split('\n');
        this.#rest = lines.pop() ?? '';
        for (const line of lines)
            this.#take(line);
    }
    /** One text for each warning. Call it after the end of the program. */
    texts() {
        if (this.#rest !== '')
            this.add('\n');
        return this.#found;
    }
    #take(line) {
        const [, program, kind, said = ''] = /^(pg_\w+: )?(?:(warning|detail|hint): )?(.*)$/.exec(line) ?? [];
        if (program !== undefined && kind === 'warning') {
            this.#inside = this.#found.length < MAX_WARNINGS;
            if (this.#inside)
                this.#found.push(said);
            return;
        }
        // A line of the program that is no warning ends the one before it; a line without its name continues it.
        if (program !== undefined && kind === undefined)
            this.#inside = false;
        const last = this.#found.length - 1;
        if (this.#inside && said.trim() !== '')
            this.#found[last] = `${this.#found[last] ?? ''} ${said.trim()}`;
    }
}
/**
 * Warnings that say nothing of the content: circular foreign keys concern data-only dumps, and the order of a dependency
 * loop is for the restore to prove.
 */
const HARMLESS = [/^there are circular foreign-key constraints/];
function isHarmless(warning) {
    return HARMLESS.some((pattern) => pattern.test(warning));
}


/***/ }),

/***/ 42867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ namesFullDisk)
/* harmony export */ });
/**
 * True if a message of PostgreSQL or of its programs says that a disk is full. A file that can be extended by a part of a block
 * only is one, too: the server then names no reason.
 */
const namesFullDisk = (message) => /No space left on device|disk full|Disk quota exceeded|wrote only \d+ of \d+ bytes/i.test(message);


/***/ }),

/***/ 47581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ startLocalServer)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77030);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81260);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67217);
/* harmony import */ var _runtime_scratch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21954);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18221);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1176);
/* harmony import */ var _disk_full_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(42867);











const NEEDED = ['postgres', 'initdb', 'pg_dump'];
const ADMIN = 'postgres';
/**
 * Waits for a program beside a reader of standard input, which ends when the process that holds the other end does. Then the
 * program ends, and the directory of the server ($HOME_OF_SERVER) goes. It stays after a success if $KEEP is set. The signal is
 * sent until the program ends: a shell starts it with SIGQUIT ignored, so that one that came too early would be lost. The removal
 * is repeated until the directory is empty: a process that initdb started may still write. The directory itself may be in one
 * where the user of the server may not write; then our own process removes it.
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ cat >/dev/null; : >"$HOME_OF_SERVER/ended"; while kill -QUIT $program; do sleep 1; done; } <&3 2>/dev/null &
reader=$!
wait $program
status=$?
kill $reader 2>/dev/null
if [ $status != 0 ] || [ -z "$KEEP" ] || [ -e "$HOME_OF_SERVER/ended" ]; then
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf "$HOME_OF_SERVER" 2>/dev/null
    [ -z "$(ls -A "$HOME_OF_SERVER" 2>/dev/null)" ] && break
    sleep 1
  done
fi
exit $status`;
/** Starts of a server whose port another process took between the look for a free one and the start. */
const MAX_STARTS = 3;
/**
 * Starts PostgreSQL on loopback, in a directory of its own.
 * @throws RewindError pg-client-missing, disk-full, database-unreachable
 */
async function startLocalServer(ctx, options) {
    for (let starts = 1;; starts += 1) {
        try {
            return await startOnce(ctx, options);
        }
        catch (error) {
            if (starts === MAX_STARTS || !isPortTaken(error))
                throw error;
            ctx.log.debug(`${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}; starting it on another port`);
        }
    }
}
/** By the server's own words, which do not depend on the language: it starts with LC_ALL=C.UTF-8. */
const isPortTaken = (error) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error).includes('could not create any TCP/IP sockets');
async function startOnce(ctx, { purpose, major, settings }) {
    const binDir = await findServer(ctx, major, purpose);
    const owner = await serverUser(ctx);
    // Killed while no supervisor runs, it leaves the directory to the next run.
    const home = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,_runtime_scratch_js__WEBPACK_IMPORTED_MODULE_7__/* .scratchPrefix */ .F)());
    const cleanUp = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(home, { recursive: true, force: true });
    const password = ctx.randomHex(16);
    ctx.masker.add(password);
    const passwordFile = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, 'password');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(passwordFile, password, { mode: 0o600 });
    if (owner)
        for (const path of [home, passwordFile])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chown)(path, owner.uid, owner.gid);
    const env = { ...ctx.childEnv, LC_ALL: 'C.UTF-8', HOME_OF_SERVER: home };
    const supervised = (program, args, more = {}) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('/bin/sh', ['-c', SUPERVISOR, 'sh', (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(binDir, program), ...args], {
            cwd: '/',
            env: { ...env, ...more },
            stdio: ['pipe', 'ignore', 'pipe'],
            // A group of its own: a terminal that closes signals our whole group, and would end the supervisor before its program.
            detached: true,
            ...owner,
        });
        child.stdin.on('error', () => undefined);
        return child;
    };
    const data = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(home, 'data');
    const failed = await ended(supervised('initdb', ['-D', data, '-U', ADMIN, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N'], { KEEP: '1' }));
    if (failed !== null) {
        await cleanUp();
        throw notStarted(`initdb failed for the scratch PostgreSQL: ${failed}`);
    }
    const port = await freePort();
    const all = ['fsync=off', 'full_page_writes=off', 'unix_socket_directories=', ...settings];
    const server = supervised('postgres', [
        ...['-D', data, '-h', '127.0.0.1', '-p', String(port)],
        ...all.flatMap((setting) => ['-c', setting]),
    ]);
    const end = ended(server);
    const kill = () => void server.stdin.end();
    ctx.signal.addEventListener('abort', kill, { once: true });
    if (ctx.signal.aborted)
        kill();
    const url = (user, secret, database) => `postgresql://${user}:${secret}@127.0.0.1:${port}/${database}?sslmode=disable`;
    const address = (0,_database_url_js__WEBPACK_IMPORTED_MODULE_8__/* .parseDatabaseUrl */ .mx)(url(ADMIN, password, 'postgres'), {}, ctx.resource);
    const asAdmin = (sql) => (0,_connection_js__WEBPACK_IMPORTED_MODULE_9__/* .withDatabase */ .kR)(ctx, address, address.database, (client) => client.query(sql));
    const stop = async () => {
        ctx.signal.removeEventListener('abort', kill);
        kill();
        await end;
        await cleanUp();
    };
    try {
        await untilReady(ctx, end, () => asAdmin('SELECT 1'));
    }
    catch (error) {
        await stop();
        throw error;
    }
    return { binDir, address, asAdmin, url, kill, stop };
}
/** The error of the program; null if it succeeded. */
function ended(child) {
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
        stderr = (stderr + text).slice(-4000);
    });
    return new Promise((resolve) => {
        child.on('error', (error) => resolve(error.message));
        child.on('close', (code) => resolve(code === 0 ? null : reasonIn(stderr.trim().split('\n'))));
    });
}
/** The last lines; of a full disk the line that says so, because the ones after it tell only what followed. */
const reasonIn = (lines) => lines.find(_disk_full_js__WEBPACK_IMPORTED_MODULE_10__/* .namesFullDisk */ .R) ?? lines.slice(-3).join(' ');
/** No address is wrong: this machine is to blame. */
function notStarted(message, cause) {
    const isFull = (0,_disk_full_js__WEBPACK_IMPORTED_MODULE_10__/* .namesFullDisk */ .R)(message);
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError(isFull ? 'disk-full' : 'database-unreachable', message, {
        ...(cause === undefined ? {} : { cause }),
        remedy: isFull
            ? 'Free disk space on this machine, or set TMPDIR to a directory with more of it.'
            : 'Read the message, repair the cause on this machine, and run again.',
    });
}
async function untilReady(ctx, end, ask) {
    let stopped;
    void end.then((why) => {
        stopped = why;
    });
    for (let attempt = 1;; attempt += 1) {
        try {
            await ask();
            return;
        }
        catch (error) {
            if (stopped !== undefined || attempt === 200) {
                throw notStarted(`The scratch PostgreSQL did not start: ${stopped ?? 'no response'}`, error);
            }
            await ctx.clock.sleep(100, ctx.signal);
        }
    }
}
async function findServer(ctx, major, purpose) {
    const versions = await Promise.all(['/usr/lib/postgresql', '/usr', '/opt/homebrew/opt', '/usr/local/opt'].map(async (root) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(root).catch(() => [])).flatMap((name) => {
        const version = Number(/^(?:postgresql@|pgsql-)?(\d+)$/.exec(name)?.[1]);
        return Number.isInteger(version) ? [{ version, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(root, name, 'bin') }] : [];
    })));
    const installed = versions.flat().sort((a, b) => b.version - a.version);
    const wanted = installed.filter(({ version }) => version === major);
    const onPath = (ctx.childEnv.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter).filter((folder) => folder !== '');
    // Who puts a server on the PATH wants that one, unless the version that is asked for stands in its usual place.
    const folders = [...wanted.map(({ folder }) => folder), ...onPath, ...installed.map(({ folder }) => folder)];
    const found = folders.find((folder) => NEEDED.every((program) => (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, program))));
    if (found !== undefined)
        return found;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('pg-client-missing', `This runner has no PostgreSQL server to try ${purpose} on.`, {
        remedy: 'GitHub\'s Ubuntu runners have one. On other runners, add a step first: "sudo apt-get install -y postgresql" (Debian, Ubuntu), "sudo dnf install -y postgresql-server" (Red Hat, Fedora) or "apk add postgresql" (Alpine).',
    });
}
/** PostgreSQL refuses to run as root: root starts it as another user. */
async function serverUser(ctx) {
    if (process.getuid?.() !== 0)
        return undefined;
    for (const name of ['postgres', 'nobody']) {
        const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => idOf(ctx, flag, name)));
        if (uid !== undefined && gid !== undefined)
            return { uid, gid };
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('database-unreachable', 'PostgreSQL refuses to run as root, and the system has no user "postgres" or "nobody".', {
        remedy: 'Run the job as another user, or install PostgreSQL, which creates the user "postgres".',
    });
}
async function idOf(ctx, flag, name) {
    const { exitCode, stdout } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_5__/* .getExecOutput */ .H)('id', [flag, name], {
        env: { ...ctx.childEnv },
        silent: true,
        ignoreReturnCode: true,
    });
    return exitCode === 0 ? Number(stdout.trim()) : undefined;
}
async function freePort() {
    const server = (0,node_net__WEBPACK_IMPORTED_MODULE_3__.createServer)();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return port;
}


/***/ })

};
