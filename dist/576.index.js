export const id = 576;
export const ids = [576];
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


/** Ships with Debian's postgresql-common: adds PostgreSQL's own package archive, which holds every version. */
const PGDG = '/usr/share/postgresql-common/pgdg/apt.postgresql.org.sh';
/** Two databases of one version must not call apt at the same time. */
const running = new Map();
/**
 * Installs the client of a major version on the runner, by apt: from the distribution, else from PostgreSQL's own archive.
 * @returns why it could not be done; null when it was
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
/** Runs as root; the answer is null, or the last line that the program printed. */
async function privileged(ctx) {
    const env = { ...ctx.childEnv, DEBIAN_FRONTEND: 'noninteractive' };
    const call = async (command) => {
        const [file = ''] = command;
        try {
            // By env, which looks the program up on the PATH that we were given rather than on that of our process.
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
    // sudo forgets the environment: what apt must know goes along.
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
 * Finds the client of the server's major version. An older pg_dump refuses; the dump of a newer one may hold settings that
 * the server does not know when it is restored. Where the run may install programs, a missing client is installed.
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
/** Where the client is; or which others were seen. */
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
/** Major version of the pg_dump in a directory; undefined where there is none that can be called by its path. */
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
 * Starts a program on a database. The password goes by a password file, never by argv or the environment.
 *
 * @param failure code of the error when the program fails
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
    // A program that ends early closes its input: its status says why, not the broken pipe.
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
    // The caller may still be reading its output when it fails.
    done.catch(() => undefined);
    return { child, done };
}
/** Messages without the lines in which the server quotes rows or statements. */
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
/** libpq's password file; only this run can read it, and it goes with the run's scratch directory. */
function passwordFile(ctx, address) {
    const path = (0,external_node_path_.join)(ctx.scratch, `pgpass-${ctx.randomHex(6)}`);
    const escape = (text) => text.replaceAll('\\', '\\\\').replaceAll(':', '\\:');
    (0,external_node_fs_.writeFileSync)(path, `*:*:*:${escape(address.user)}:${escape(address.password ?? '')}\n`, { mode: 0o600 });
    return path;
}
/** The program's output as a stream that fails when the program does. */
function outputOf({ child, done }) {
    return external_node_stream_.Readable.from((async function* () {
        try {
            if (child.stdout)
                yield* child.stdout;
            await done;
        }
        finally {
            // The reader gave up: nothing will ever read the rest.
            if (child.exitCode === null && child.signalCode === null)
                child.kill('SIGTERM');
        }
    })(), { objectMode: false });
}
/** Feeds a program from streams, one after the other, and waits for its end. */
async function feed({ child, done }, ...sources) {
    child.stdout?.resume();
    try {
        for (const source of sources) {
            if (child.stdin)
                await (0,external_node_stream_promises_.pipeline)(source, child.stdin, { end: source === sources.at(-1) });
        }
    }
    catch (error) {
        // A program that failed broke the pipe: its own message is the better one. A broken source must stop the program.
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

/***/ 6613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ derivedName),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   g6: () => (/* binding */ differencesOf),
/* harmony export */   gN: () => (/* binding */ sizesOf),
/* harmony export */   vJ: () => (/* binding */ mismatches),
/* harmony export */   wk: () => (/* binding */ state)
/* harmony export */ });
/* unused harmony export changedObjects */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const table = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** `schema.name` */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** Transaction id of the newest row version (32 bits, as in the row); null when the table is empty. */
    newest: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().nullable(),
    /** Order-independent hash of all rows; null unless `integrity: content`. */
    content: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Rows written since the server's statistics began: only for telling people how much, never for deciding. */
    inserted: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    updated: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    deleted: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
});
/** Which transactions were finished at a moment: those below `next` except `open` (PostgreSQL: pg_snapshot). */
const boundary = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    next: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+$/),
    open: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+$/)),
});
const state = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    database: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Id of the snapshot that this state belongs to, or is compared with. */
    snapshot: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    serverMajor: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    /** False while the database accepts no connections: a restore was interrupted, or somebody fenced it. */
    accessible: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    integrity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['rows', 'content']),
    strategy: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['swap', 'in-place']),
    tables: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(table),
    largeObjects: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** Object (`table public.fans`, `function …`) to the hash of its definition. */
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    boundary,
    /** What the database was last restored from, by Rewind. */
    restored: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), next: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullable(),
});
/** What a captured state says of the size of tables (`schema.name`) and of the server; null when it is no such state. */
function sizesOf(captured) {
    const parsed = state.safeParse(captured);
    if (!parsed.success)
        return null;
    return { major: parsed.data.serverMajor, tables: new Map(parsed.data.tables.map(({ name, rows }) => [name, rows])) };
}
/** Kept databases are named so; 63 bytes is PostgreSQL's limit. */
function derivedName(database, what, snapshot) {
    const suffix = `_${what}_${snapshot.toLowerCase().replaceAll('-', '_')}`;
    let base = database;
    while (Buffer.byteLength(base + suffix) > 60)
        base = base.slice(0, -1);
    return base + suffix;
}
/** One change, or none: a database is restored whole or not at all. */
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
            params: { database: saved.database, strategy: live.strategy },
        },
    ];
}
/** What a restore would change. */
function differencesOf(saved, live) {
    if (!live.accessible) {
        return {
            equal: false,
            summary: 'accepts no connections (an interrupted restore, or fenced by somebody)',
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
/** Tables that differ in the number of rows or in content, by name. */
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
/** Tables with a row version that the snapshot (or, after a restore from it, that restore) had not seen. */
function writtenSince(saved, live) {
    const restored = live.restored?.snapshot === saved.snapshot ? live.restored : null;
    const next = BigInt(restored?.next ?? saved.boundary.next);
    const unfinished = restored === null && saved.boundary.open.length > 0;
    // Another server counts transactions from elsewhere: then rows, content and schema must decide.
    if (BigInt(live.boundary.next) < next)
        return new Set();
    const names = new Set();
    const before = new Map(saved.tables.map((entry) => [entry.name, entry]));
    for (const entry of live.tables) {
        if (entry.newest === null)
            continue;
        const saw = before.get(entry.name);
        // With content hashes the rows themselves decide, and a rewrite of equal rows is no difference.
        if (saw && saw.content !== null && entry.content !== null) {
            if (saw.content !== entry.content)
                names.add(entry.name);
            continue;
        }
        // A transaction that was open at the snapshot may have written rows older than the newest one; only the server's
        // statistics show that.
        const moved = saw !== undefined && unfinished && !sameCounters(saw, entry);
        if (isAtOrAfter(entry.newest, next) || moved)
            names.add(entry.name);
    }
    return names;
}
const CYCLE = 2n ** 32n;
/** Row versions carry the low 32 bits of a transaction id; which came first is told within half the cycle. */
function isAtOrAfter(short, next) {
    return (BigInt(short) - (next % CYCLE) + CYCLE) % CYCLE < CYCLE / 2n;
}
function sameCounters(a, b) {
    return a.inserted === b.inserted && a.updated === b.updated && a.deleted === b.deleted;
}
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
        // The server's statistics lag and can be reset: without them, the difference of the counts is what is known.
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
/**
 * Compares a restored database with the state that it was restored from; what differs, one line each. Transaction ids are
 * another database's and do not count.
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


/***/ })

};
