export const id = 4672;
export const ids = [4672];
export const modules = {

/***/ 33352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hm: () => (/* binding */ feed),
  z0: () => (/* binding */ findPrograms),
  Zc: () => (/* binding */ findReader),
  EE: () => (/* binding */ outdatedClient),
  jH: () => (/* binding */ outputOf),
  ni: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(81260);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(18221);
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

// EXTERNAL MODULE: ./lib/providers/postgres/warnings.js
var postgres_warnings = __webpack_require__(68943);
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
        remedy: `Install the client of PostgreSQL ${major}: on Debian or Ubuntu "sudo apt-get install -y postgresql-client-${major}" (from PostgreSQL's own package archive, apt.postgresql.org, where the distribution has another version), on Red Hat or Fedora "sudo dnf install -y postgresql${major}" (the same, yum.postgresql.org), on Alpine "apk add postgresql${major}-client"; or name its directory as "client-bin".`,
    };
    if (first.seen.length === 0) {
        throw new errors/* RewindError */.Ir('pg-client-missing', `The server is PostgreSQL ${major}, and no pg_dump was found.${note}`, details);
    }
    throw new errors/* RewindError */.Ir('pg-client-version', `The server is PostgreSQL ${major}; pg_dump was found in version ${first.seen.join(', ')}.${note}`, details);
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
    throw new errors/* RewindError */.Ir('pg-client-missing', `The dump of snapshot ${ctx.snapshotId} is of PostgreSQL ${major}, and this machine has no client of that version or a newer one.`, {
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
const SESSION_SETTINGS = {
    // Keep-alives from the server's side: libpq's programs take those of the client only by connection string.
    tcp_keepalives_idle: '30',
    tcp_keepalives_interval: '10',
    tcp_keepalives_count: '6',
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
                remedy: /too many connections|remaining connection slots/.test(why) ? connection/* RAISE_CONNECTION_LIMIT */.m2 : undefined,
            }));
        });
    });
    // The caller may still be reading the output.
    done.catch(() => undefined);
    const complaint = () => COMPLAINT.test(messages) ? withoutRows(messages.slice(messages.search(COMPLAINT))) : null;
    return { child, done, stop, warnings: () => warnings.texts(), complaint };
}
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
/** The program's output as a stream that fails if the program fails. */
function outputOf({ child, done, stop }) {
    // At once, not with the first read: Node discards what nobody reads when the program ends.
    const output = child.stdout?.pipe(new external_node_stream_.PassThrough());
    return external_node_stream_.Readable.from((async function* () {
        try {
            if (output)
                yield* output;
            await done;
        }
        finally {
            // The reader stopped, so nothing reads the rest.
            stop();
        }
    })(), { objectMode: false });
}
/**
 * Feeds a dump to pg_restore, which stops reading after its last entry. The stream is read to its end all the same: its
 * checksum comes last.
 *
 * @param running null: only read
 * @param head that the stream must begin with
 * @throws RewindError restore-incomplete if the program reports errors and ends as if it had none; and its own error
 */
async function feed(running, dump, head) {
    running?.child.stdout?.resume();
    let at = 0;
    try {
        for await (const chunk of dump) {
            if (head &&
                at < head.length &&
                !chunk.subarray(0, head.length - at).equals(head.subarray(at, at + chunk.length))) {
                throw new errors/* RewindError */.Ir('snapshot-corrupt', 'The dump in the store changed while it was read.');
            }
            at += chunk.length;
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
    throw new errors/* RewindError */.Ir('restore-incomplete', `pg_restore ended with status 0, but reported: ${complaint}`);
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

/***/ 47581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ startLocalServer)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77030);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76760);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81260);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50525);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18221);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1176);










const NEEDED = ['postgres', 'initdb', 'pg_dump'];
const ADMIN = 'postgres';
/**
 * Waits for the server beside a reader of standard input, which ends when the process that holds the other end does. Then the
 * server ends, and its directory ($HOME_OF_SERVER) goes.
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ cat >/dev/null; kill -QUIT $server; } <&3 2>/dev/null &
reader=$!
wait $server
status=$?
kill $reader 2>/dev/null
rm -rf "$HOME_OF_SERVER"
exit $status`;
/**
 * Starts PostgreSQL on loopback, in a directory of its own.
 * @throws RewindError pg-client-missing, database-unreachable
 */
async function startLocalServer(ctx, { purpose, major, settings }) {
    const binDir = await findServer(ctx, major, purpose);
    const owner = await serverUser(ctx);
    const home = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_4__.tmpdir)(), 'rewind-scratch-'));
    const cleanUp = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(home, { recursive: true, force: true });
    const password = ctx.randomHex(16);
    ctx.masker.add(password);
    const passwordFile = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(home, 'password');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(passwordFile, password, { mode: 0o600 });
    if (owner)
        for (const path of [home, passwordFile])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chown)(path, owner.uid, owner.gid);
    const as = { cwd: home, env: { ...ctx.childEnv, LC_ALL: 'C.UTF-8', HOME_OF_SERVER: home }, ...owner };
    const data = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(home, 'data');
    const initdb = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(binDir, 'initdb'), ['-D', data, '-U', ADMIN, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N'], { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    const failed = await ended(initdb);
    if (failed !== null) {
        await cleanUp();
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('database-unreachable', `initdb failed for the scratch PostgreSQL: ${failed}`);
    }
    const port = await freePort();
    const all = ['fsync=off', 'full_page_writes=off', 'unix_socket_directories=', ...settings];
    const server = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('/bin/sh', ['-c', SUPERVISOR, 'sh', (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(binDir, 'postgres'), '-D', data, '-h', '127.0.0.1', '-p', String(port)].concat(all.flatMap((setting) => ['-c', setting])), { ...as, cwd: '/', stdio: ['pipe', 'ignore', 'pipe'] });
    server.stdin.on('error', () => undefined);
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
        child.on('close', (code) => resolve(code === 0 ? null : stderr.trim().split('\n').slice(-3).join(' ')));
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
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('database-unreachable', `The scratch PostgreSQL did not start: ${stopped ?? 'no response'}`, {
                    cause: error,
                });
            }
            await ctx.clock.sleep(100, ctx.signal);
        }
    }
}
async function findServer(ctx, major, purpose) {
    const versions = await Promise.all(['/usr/lib/postgresql', '/usr', '/opt/homebrew/opt', '/usr/local/opt'].map(async (root) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(root).catch(() => [])).flatMap((name) => {
        const version = Number(/^(?:postgresql@|pgsql-)?(\d+)$/.exec(name)?.[1]);
        return Number.isInteger(version) ? [{ version, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(root, name, 'bin') }] : [];
    })));
    const installed = versions.flat().sort((a, b) => b.version - a.version);
    const wanted = installed.filter(({ version }) => version === major);
    const onPath = (ctx.childEnv.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_5__.delimiter).filter((folder) => folder !== '');
    const folders = [...[...wanted, ...installed].map(({ folder }) => folder), ...onPath];
    const found = folders.find((folder) => NEEDED.every((program) => (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, program))));
    if (found !== undefined)
        return found;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('pg-client-missing', `This runner has no PostgreSQL server to try ${purpose} on.`, {
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
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('database-unreachable', 'PostgreSQL refuses to run as root, and the system has no user "postgres" or "nobody".', {
        remedy: 'Run the job as another user, or install PostgreSQL, which creates the user "postgres".',
    });
}
async function idOf(ctx, flag, name) {
    const { exitCode, stdout } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_6__/* .getExecOutput */ .H)('id', [flag, name], {
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
