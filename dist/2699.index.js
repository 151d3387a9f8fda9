export const id = 2699;
export const ids = [2699,1804];
export const modules = {

/***/ 92699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ prisma)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/providers/prisma/apply.js + 1 modules
var apply = __webpack_require__(5204);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/services/postgres/access.js
var access = __webpack_require__(44146);
// EXTERNAL MODULE: ./lib/services/postgres/database-url.js
var database_url = __webpack_require__(18221);
// EXTERNAL MODULE: ./lib/services/postgres/write-figures.js
var write_figures = __webpack_require__(38005);
// EXTERNAL MODULE: ./lib/services/postgres/layout.js
var layout = __webpack_require__(85658);
// EXTERNAL MODULE: ./lib/providers/prisma/client.js
var prisma_client = __webpack_require__(73952);
// EXTERNAL MODULE: ./lib/providers/prisma/history.js
var prisma_history = __webpack_require__(39003);
// EXTERNAL MODULE: ./lib/providers/prisma/origin.js
var origin = __webpack_require__(5225);
// EXTERNAL MODULE: ./lib/providers/prisma/plan.js
var plan = __webpack_require__(1804);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/providers/prisma/files.js
var prisma_files = __webpack_require__(86736);
// EXTERNAL MODULE: ./lib/providers/prisma/up.js
var prisma_up = __webpack_require__(15602);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/prisma/round-trip.js










const DOWN = { id: 'migrations-down', title: 'migrations taken down by their down.sql, newest first' };
const UP = { id: 'migrations-up', title: 'the same migrations applied again' };
const LAYOUT = { id: 'migrations-layout', title: 'tables, columns and rules as before, after down and up' };
/**
 * Takes the newest migrations that have a down.sql down, on a copy, applies them again, and compares the layout. Changes only
 * the copy.
 * @throws RewindError migrations-unreadable, or why the copy cannot be read
 */
async function roundTrip(config, ctx, copy) {
    const target = { ...(0,prisma_client/* targetOf */.$r)(config, ctx), address: copy.address };
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    return (0,connection/* withDatabase */.kR)(ctx, copy.address, copy.database, async (client) => {
        const history = (0,prisma_history/* appliedRows */.J)(await (0,prisma_client/* readHistory */.Lu)(client, target, ctx));
        const steps = withDown(history, files);
        const [newest] = steps;
        if (newest === undefined)
            return [unverified(DOWN, nothingToTakeDown(history))];
        const before = await (0,layout/* readLayout */.T4)(client, target.schema);
        const down = await tried(DOWN, ctx, () => (0,apply/* runDown */.s2)(client, target, config, steps, files, ctx));
        if (down.outcome !== 'passed')
            return [down];
        const taken = {
            ...down,
            title: `the newest ${steps.length} of ${(0,runtime_text/* plural */.LS)(history.length, 'migration')} taken down by their down.sql`,
        };
        const up = await upAgain(client, target, config, steps, files, ctx);
        if (up.outcome !== 'passed')
            return [taken, up];
        const after = await (0,layout/* readLayout */.T4)(client, target.schema);
        const same = (0,digest/* canonicalJson */.dj)(before) === (0,digest/* canonicalJson */.dj)(after);
        return [taken, up, same ? passed(LAYOUT) : failed(LAYOUT, layoutDiffers(steps.map(({ name }) => name)))];
    });
}
/** The newest migrations, newest first, up to the first one without a down.sql. Pure. */
function withDown(history, files) {
    const scripts = new Map(files.map((file) => [file.name, file.down]));
    const steps = [];
    for (const { name, checksum } of [...history].reverse()) {
        const down = scripts.get(name) ?? null;
        if (down === null)
            break;
        steps.push({ name, sha256: down.sha256, checksum });
    }
    return steps;
}
async function upAgain(client, target, config, steps, files, ctx) {
    const byName = new Map(files.map((file) => [file.name, file]));
    const obstacles = steps.flatMap(({ name, checksum }) => {
        const file = byName.get(name);
        if (file?.up == null)
            return [`${name} has no migration.sql`];
        if (file.checksum !== checksum)
            return [`migration.sql of ${name} is not the file that was applied`];
        const obstacle = (0,prisma_up/* obstacleIn */.$6)(file.up, `${config.migrations}/${name}/migration.sql`);
        return obstacle === null ? [] : [obstacle];
    });
    if (obstacles.length > 0) {
        const message = `The migrations were not applied again: ${obstacles.join('; ')}.`;
        return unverified(UP, { level: 'warning', code: 'drill-up-missing', message });
    }
    const ups = [...steps].reverse().map(({ name, checksum }) => ({ name, sha256: checksum }));
    return tried(UP, ctx, () => (0,prisma_up/* runUp */.dR)(client, target, config, ups, ctx));
}
const passed = (about) => ({ ...about, outcome: 'passed', findings: [] });
const failed = (about, finding) => ({ ...about, outcome: 'failed', findings: [finding] });
const unverified = (about, finding) => ({
    ...about,
    outcome: 'unverified',
    findings: [finding],
});
async function tried(about, ctx, work) {
    try {
        await work();
        return passed(about);
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error, ctx.resource);
        const finding = { level: 'error', code, message, remedy };
        // A cancelled run or a lock that another session holds says nothing about the script.
        return code === 'cancelled' || code === 'migration-lock' ? unverified(about, finding) : failed(about, finding);
    }
}
function nothingToTakeDown(history) {
    const newest = history.at(-1);
    return newest === undefined
        ? {
            level: 'warning',
            code: 'drill-migrations-empty',
            message: 'The snapshot holds no applied migration, so none was taken down.',
        }
        : {
            level: 'warning',
            code: 'drill-down-missing',
            message: `The newest migration of the snapshot, ${newest.name}, has no down.sql in this checkout, so none was taken down.`,
            remedy: 'Write its down.sql ("rewind migrate generate"), or check out the commit of the snapshot.',
        };
}
const layoutDiffers = (names) => ({
    level: 'error',
    code: 'drill-layout-differs',
    message: `After ${names.join(', ')} ${names.length === 1 ? 'was' : 'were'} taken down and applied again, tables, columns or rules are not as before.`,
    remedy: 'Correct the down.sql of the migration, and run the drill again.',
});

;// CONCATENATED MODULE: ./lib/providers/prisma/capabilities.js











const capabilities = {
    names: (saved, config, ctx) => {
        const { address, schema } = (0,prisma_client/* targetOf */.$r)(config, ctx);
        return (0,other_object/* nameParts */.IN)(plan/* NAMES */.X, saved, { database: address.database, schema });
    },
    access: (config, ctx) => (0,access/* databaseAccess */.e)(ctx, config.url, (0,prisma_client/* targetOf */.$r)(config, ctx).address),
    blindSpots: origin/* serverBlindSpots */.W,
    describeState: ({ history }) => ({ migrations: (0,prisma_history.applied)(history) }),
    database: {
        modes: ['down'],
        hazards: (saved, live) => (saved.layout && live.layout ? (0,layout/* layoutHazards */._8)(saved.layout, live.layout) : null),
        identify: (config, ctx) => {
            const { address, schema } = (0,prisma_client/* targetOf */.$r)(config, ctx);
            return { database: (0,database_url/* identityOf */.cu)(address), part: `${schema} ${config.migrations}` };
        },
        rehearse: prisma_up/* rehearse */.Km,
        roundTrip: roundTrip,
        written: (config, ctx) => (0,write_figures/* readWriteFigures */.v)(ctx, (0,prisma_client/* targetOf */.$r)(config, ctx).address),
        // Content hashes: the owner of the tables can restore it even if another role owns the database.
        backupBy: ({ url, 'client-bin': bin }) => ({
            provider: 'postgres',
            config: { url, integrity: 'content', ...(bin === undefined ? {} : { 'client-bin': bin }) },
        }),
    },
};

// EXTERNAL MODULE: ./lib/services/postgres/rows.js + 2 modules
var rows = __webpack_require__(33598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/providers/prisma/count.js



/** Time for one count, and for all of them: a plan must not wait for the size of a table. */
const COUNT_MS = 5_000;
const ALL_COUNTS_MS = 20_000;
/** The foreign keys with an action for DELETE, followed from $1. Partitions repeat those of their table. */
const REACHED = `
  WITH RECURSIVE reached (oid, deleted) AS (
      SELECT pg_catalog.to_regclass($1)::oid, true
       UNION
      SELECT c.conrelid, c.confdeltype = 'c'
        FROM reached r JOIN pg_catalog.pg_constraint c ON c.confrelid = r.oid
       WHERE r.deleted AND c.contype = 'f' AND c.confdeltype IN ('c', 'n', 'd')
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint p WHERE p.oid = c.conparentid AND p.confrelid = c.confrelid))
  SELECT oid::pg_catalog.regclass::text AS table, bool_or(deleted) AS deleted
    FROM reached WHERE oid <> pg_catalog.to_regclass($1) GROUP BY oid ORDER BY 1`;
/** Counts rows read-only, each question once. */
class RowCounter {
    client;
    target;
    ctx;
    known = new Map();
    end;
    constructor(client, target, ctx) {
        this.client = client;
        this.target = target;
        this.ctx = ctx;
        this.end = ctx.clock.monotonic() + ALL_COUNTS_MS;
    }
    async of({ rows }) {
        if (rows.length === 0)
            return { rows: null, atMost: false };
        let sum = 0;
        for (const entry of rows) {
            const count = await this.count(entry);
            if (count === null)
                return { rows: null, atMost: false };
            sum += count;
        }
        return { rows: sum, atMost: rows.some(({ atMost }) => atMost) };
    }
    /** The other tables that the foreign keys of these reach. None of a table that is not there yet. */
    async reachedFrom(tables) {
        const found = [];
        for (const table of tables) {
            found.push(...((await this.reading(reachedSchema, REACHED, [table])) ?? []));
        }
        return found;
    }
    count({ table, where }) {
        const condition = where === null ? '' : ` ${where.alias} WHERE (${where.condition}\n)`;
        const sql = `SELECT count(*)::text AS rows FROM ${table}${condition}`;
        const begun = this.known.get(sql) ?? this.ask(sql);
        this.known.set(sql, begun);
        return begun;
    }
    async ask(sql) {
        const rows = await this.reading(countSchema, sql);
        return rows?.[0] === undefined ? null : Number(rows[0].rows);
    }
    async reading(schema, sql, values = []) {
        if (this.ctx.clock.monotonic() > this.end)
            return null;
        try {
            await this.client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${COUNT_MS}; SET LOCAL lock_timeout = ${COUNT_MS}; SET LOCAL search_path = ${(0,connection/* quoted */.TL)(this.target.schema)}`);
            const { rows } = await this.client.query(sql, values);
            return schemas/* array */.YOg(schema).parse(rows);
        }
        catch (error) {
            // A table that is gone already, a missing privilege, or too many rows: the loss stays, its size is unknown.
            this.ctx.log.debug(`rows at risk were not counted: ${(0,errors/* messageOf */.bD)(error)}`);
            return null;
        }
        finally {
            await this.client.query('ROLLBACK').catch(() => undefined);
        }
    }
}
const countSchema = schemas/* object */.Ikc({ rows: schemas/* string */.YjP() });
const reachedSchema = schemas/* object */.Ikc({ table: schemas/* string */.YjP(), deleted: schemas/* boolean */.zMY() });

// EXTERNAL MODULE: ./lib/providers/prisma/losses.js + 1 modules
var losses = __webpack_require__(82543);
;// CONCATENATED MODULE: ./lib/providers/prisma/capture.js








/** Rows are counted for this many of the newest applied migrations: a rollback seldom goes back further. */
const COUNTED = 20;
async function capture(config, ctx, sink) {
    try {
        return await captureOpen(config, ctx, sink);
    }
    catch (error) {
        const closed = (0,prisma_client/* closedError */.L1)(error);
        // A snapshot without the history would look like one of an empty history.
        if (closed === null || sink.purpose === 'snapshot')
            throw error;
        const { address, schema } = (0,prisma_client/* targetOf */.$r)(config, ctx);
        return {
            schemaVersion: 1,
            database: address.database,
            schema,
            closed: `${closed.message} ${closed.remedy}`,
            history: [],
            downs: [],
        };
    }
}
async function captureOpen(config, ctx, sink) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    return (0,prisma_client/* withHistory */.$k)(config, ctx, async (client, target) => {
        const history = await (0,prisma_client/* readHistory */.Lu)(client, target, ctx);
        const recorded = new Map((0,prisma_history/* appliedRows */.J)(history).map(({ name, checksum }) => [name, checksum]));
        const counter = new RowCounter(client, target, ctx);
        // Only for a plan: nobody asks a snapshot what it would lose.
        const newest = sink.purpose === 'compare' ? [...recorded.keys()].slice(-COUNTED) : [];
        const downs = [];
        for (const { name, checksum, down } of files) {
            if (down === null)
                continue;
            const losing = await losingOf(down.script, newest.includes(name) ? counter : null);
            downs.push({
                name,
                sha256: down.sha256,
                path: down.path,
                losing,
                outsideTransaction: down.facts.outsideTransaction.map(brief),
                edited: recorded.has(name) && recorded.get(name) !== checksum,
            });
        }
        return {
            schemaVersion: 1,
            database: target.address.database,
            schema: target.schema,
            origin: await (0,rows/* originOf */.yv)(client),
            closed: null,
            history,
            downs,
            ...(sink.purpose === 'compare' ? { ups: await pending(files, recorded, counter, config) } : {}),
            layout: await (0,layout/* readLayout */.T4)(client, target.schema),
        };
    });
}
/** @param counter null: the rows are not counted */
async function losingOf(script, counter) {
    const losing = [];
    for (const loss of await (0,losses/* lossesOf */.R)(script)) {
        const counted = counter === null ? { rows: null, atMost: false } : await counter.of(loss);
        losing.push({ ...told(loss), ...counted });
        for (const { table, deleted } of (await counter?.reachedFrom(loss.deletesFrom)) ?? []) {
            losing.push({
                ...{ statement: brief(loss.statement), tables: [table], rows: null, atMost: false },
                how: deleted
                    ? 'deletes rows that refer to deleted ones (ON DELETE CASCADE)'
                    : 'empties references to deleted rows (ON DELETE SET)',
            });
        }
    }
    return losing;
}
/** The migrations that are not applied: a recovery applies those of them that were taken down. */
async function pending(files, recorded, counter, config) {
    const ups = [];
    for (const { name, checksum, up } of files) {
        if (recorded.has(name) || up === null || checksum === null)
            continue;
        const path = `${config.migrations}/${name}/migration.sql`;
        ups.push({ name, sha256: checksum, path, losing: await losingOf(up, counter), obstacle: (0,prisma_up/* obstacleIn */.$6)(up, path) });
    }
    return ups;
}
const told = ({ statement, how, rows }) => ({
    statement: brief(statement),
    tables: rows.map(({ table }) => table),
    how,
});
const brief = ({ line, text }) => `${line}: ${text.slice(0, 80)}`;

// EXTERNAL MODULE: ./lib/runtime/shell-word.js
var shell_word = __webpack_require__(26751);
// EXTERNAL MODULE: ./lib/providers/prisma/script.js
var prisma_script = __webpack_require__(93676);
;// CONCATENATED MODULE: ./lib/providers/prisma/check.js









/** Read-only: compares the history in the database with the files of the checkout. */
async function check(config, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    let history;
    try {
        history = await (0,prisma_client/* withHistory */.$k)(config, ctx, (client, target) => (0,prisma_client/* readHistory */.Lu)(client, target, ctx));
    }
    catch (error) {
        const closed = (0,prisma_client/* closedError */.L1)(error);
        if (closed === null)
            throw error;
        return [{ level: 'error', code: closed.code, message: closed.message, remedy: closed.remedy }];
    }
    return [
        ...(0,database_url/* tlsAdvice */.SD)((0,prisma_client/* targetOf */.$r)(config, ctx).address),
        ...(history.length === 0 ? [NO_HISTORY] : []),
        ...failures(history),
        ...compared(files, history, config),
        ...(await check_pending(files, history, config, ctx)),
    ];
}
const NO_HISTORY = {
    level: 'info',
    code: 'migrations-none',
    message: 'Prisma has not migrated this database yet: there is no history.',
};
function failures(history) {
    return (0,prisma_history/* failedRows */.l)(history).map(({ name }) => ({
        level: 'error',
        code: 'migration-failed-row',
        message: `Migration ${name} failed in the middle: every later "prisma migrate deploy" stops with P3009.`,
        remedy: `Undo its changes manually, then run "prisma migrate resolve --rolled-back ${(0,shell_word/* shellWord */.r)(name)}".`,
    }));
}
function compared(files, history, config) {
    const known = new Map(files.map((entry) => [entry.name, entry]));
    return (0,prisma_history/* appliedRows */.J)(history).flatMap((row) => {
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
/** Checks that the migrations of the next deploy can be reverted. */
async function check_pending(files, history, config, ctx) {
    const present = (0,prisma_history.applied)(history);
    const coming = files.filter(({ name, checksum }) => checksum !== null && !present.includes(name));
    if (coming.length === 0)
        return [];
    return [
        {
            level: 'info',
            code: 'migrations-pending',
            message: `${(0,prisma_history/* failedRows */.l)(history).length === 0 ? 'The' : 'Once no failed migration is left, the'} next "prisma migrate deploy" applies ${(0,runtime_text/* plural */.LS)(coming.length, 'migration')}: ${coming.map(({ name }) => name).join(', ')}.`,
            file: config.migrations,
        },
        ...(await Promise.all(coming.map((entry) => revertible(files, entry, ctx)))).flat(),
    ];
}
async function revertible(files, entry, ctx) {
    try {
        const { facts, path, script } = (0,prisma_script/* usable */.J)(files, entry.name, ctx);
        return [
            ...(await (0,losses/* lossesOf */.R)(script)).map(({ statement: { line, text }, certain }) => ({
                level: 'warning',
                code: 'migration-down-loses-data',
                message: `${path}:${line} ${certain ? 'loses' : 'may lose'} data: ${text.slice(0, 80)}`,
                file: path,
                line,
            })),
            ...facts.outsideTransaction.map(({ line, text }) => ({
                level: 'warning',
                code: 'migration-outside-transaction',
                message: `${path}:${line} cannot run in a transaction, so the script runs statement by statement: ${text.slice(0, 80)}`,
                remedy: 'A migration of its own for this statement keeps the others all or nothing.',
                file: path,
                line,
            })),
        ];
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        // A warning, because a database restore and rollbacks of other resources still work.
        return [{ level: 'warning', code, message, remedy, file: entry.downPath, line: 1 }];
    }
}

// EXTERNAL MODULE: ./lib/services/postgres/standby.js
var standby = __webpack_require__(28539);
// EXTERNAL MODULE: ./lib/providers/prisma/state.js
var state = __webpack_require__(61898);
;// CONCATENATED MODULE: ./lib/providers/prisma/preflight.js






/** Checks that the database can be written, and that each script exists, is unchanged and can run. Reports all problems together. */
async function preflight(config, changes, ctx) {
    if (changes.length === 0)
        return [];
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    const writable = await (0,prisma_client/* withHistory */.$k)(config, ctx, (client) => (0,standby/* standby */.w)(client));
    const scripts = changes
        .flatMap((change) => {
        const step = state/* params */.t.parse(change.params);
        return step.kind === 'down' ? step.steps : [];
    })
        .flatMap((step) => {
        try {
            (0,prisma_script/* approved */.C)(files, step, ctx);
            return [];
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ level: 'error', code, message, remedy }];
        }
    });
    return [...writable, ...scripts];
}

;// CONCATENATED MODULE: ./lib/providers/prisma/index.js








/* harmony default export */ const prisma = ((0,provider/* defineProvider */.Nj)({
    id: 'prisma',
    state: state/* state */.w,
    check: check,
    capture: capture,
    plan: plan/* plan */.e,
    apply: apply/* apply */.Bb,
    preflight: preflight,
    capabilities: capabilities,
}));


/***/ }),

/***/ 5225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ onSameServer),
/* harmony export */   W: () => (/* binding */ serverBlindSpots)
/* harmony export */ });
/* harmony import */ var _engine_other_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57314);
/* harmony import */ var _services_postgres_reading_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97002);


/** True if the URL surely leads to another server than that of the snapshot. */
const isElsewhere = (saved, live) => saved.origin !== undefined && live.origin !== undefined && !(0,_services_postgres_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameServer */ .Ij)(saved.origin, live.origin);
/** Why nothing tells whether the URL leads to the server of the snapshot; null if something does, or nothing was read. */
function doubtOf(saved, live) {
    if (live.origin === undefined)
        return null;
    if (saved.origin === undefined)
        return 'an earlier version of Rewind took the snapshot, and did not record it';
    return (0,_services_postgres_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .serverDoubt */ .A1)(saved.origin, live.origin);
}
/**
 * The changes of a history, with what is known of the server and the database that they are for. The history of another server
 * is left to a person: its migrations must not be taken down because a snapshot of this one lacks them. Pure.
 */
function onSameServer(changes, saved, live) {
    if (changes.length === 0)
        return [];
    if (isElsewhere(saved, live)) {
        const server = (of) => of.origin?.server ?? 'unknown';
        const moved = 'The URL says which server it is. If the database was moved there, take a new snapshot of it.';
        const parts = [{ key: 'server', saved: server(saved), live: server(live) }];
        const other = (0,_engine_other_object_js__WEBPACK_IMPORTED_MODULE_1__/* .otherObject */ .A_)('migrations', parts, moved);
        return other === null ? [] : [{ ...other, stage: 'database', database: 'down' }];
    }
    const warnings = [...unknownServer(saved, live), ...otherDatabase(saved, live)];
    return changes.map((change) => ({ ...change, warnings: [...change.warnings, ...warnings] }));
}
function unknownServer(saved, live) {
    const doubt = doubtOf(saved, live);
    return doubt === null ? [] : [`Nothing tells whether the URL leads to the server of the snapshot: ${doubt}.`];
}
function otherDatabase({ origin: then }, { origin: now, database }) {
    if (then === undefined || now === undefined || then.database === now.database)
        return [];
    return [`"${database}" is another database than at the snapshot: a restore or a person gave it the name since.`];
}
/** What a claim leaves out: equal histories do not tell whether they are of one server. Pure. */
function serverBlindSpots(saved, live) {
    if (isElsewhere(saved, live))
        return ['the history of the server of the snapshot: the URL leads to another server'];
    const doubt = doubtOf(saved, live);
    return doubt === null ? [] : [`whether the URL leads to the server of the snapshot: ${doubt}`];
}


/***/ }),

/***/ 1804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ NAMES),
/* harmony export */   downChange: () => (/* binding */ downChange),
/* harmony export */   e: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26751);
/* harmony import */ var _engine_other_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57314);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39003);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5225);
/* harmony import */ var _risks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90899);
/* harmony import */ var _up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15602);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78101);







/** Of a history: each schema of a database has its own. The migrations of another one are not new. */
const NAMES = ['database', 'schema'];
/** Pure. Compares migrations by name. */
function plan(saved, live) {
    const other = (0,_engine_other_object_js__WEBPACK_IMPORTED_MODULE_2__/* .otherObject */ .A_)('migrations', (0,_engine_other_object_js__WEBPACK_IMPORTED_MODULE_2__/* .nameParts */ .IN)(NAMES, saved, live));
    if (other)
        return [{ ...other, stage: 'database', database: 'down' }];
    if (live.closed !== null)
        return [unreadable(live, live.closed)];
    const before = new Set((0,_history_js__WEBPACK_IMPORTED_MODULE_3__.applied)(saved.history));
    const now = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__.applied)(live.history);
    const since = now.filter((name) => !before.has(name)).reverse();
    const missing = [...before].filter((name) => !now.includes(name));
    const knownFailures = new Set((0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .failedRows */ .l)(saved.history).map(({ id }) => id));
    const failures = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .failedRows */ .l)(live.history).filter(({ id }) => !knownFailures.has(id));
    const changes = [
        ...failures.map((failure) => manualChange(failure, live)),
        ...replaced(saved, live),
        ...(since.length === 0 ? [] : [downChange(since, now, live)]),
        ...(missing.length === 0 ? [] : [(0,_up_js__WEBPACK_IMPORTED_MODULE_1__/* .upChange */ .CQ)(missing, saved, live)]),
    ];
    return (0,_origin_js__WEBPACK_IMPORTED_MODULE_0__/* .onSameServer */ .R)(changes, saved, live);
}
/** Nothing is known of the history, so nothing is planned. */
function unreadable(live, why) {
    return {
        id: 'closed',
        stage: 'database',
        action: 'run',
        target: `migrations of "${live.database}"`,
        before: 'not readable: the database accepts no connections or does not exist',
        after: 'compared with the snapshot',
        effect: 'live',
        undo: null,
        database: 'down',
        manual: `Open or restore the database, then plan again. ${why}`,
        warnings: [],
        params: {},
    };
}
/** One change for all migrations, to keep their order. Each runs in its own transaction. */
function downChange(since, now, live) {
    const scripts = new Map(live.downs.map((entry) => [entry.name, entry]));
    const found = since.flatMap((name) => scripts.get(name) ?? []);
    const lacking = since.filter((name) => !scripts.has(name));
    const risks = (0,_risks_js__WEBPACK_IMPORTED_MODULE_4__/* .risksOf */ .i)(found);
    const left = now.filter((name) => !since.includes(name)).at(-1);
    return {
        id: 'down',
        stage: 'database',
        action: 'run',
        target: `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(since.length, 'migration')} of schema "${live.schema}" in "${live.database}"`,
        before: since.join(', '),
        after: `taken down, newest first, back to ${left ?? 'an empty history'}`,
        effect: 'live',
        undo: 'Rewind backs the database up first; "rewind undo" brings it back as it was then, its rows and these migrations',
        database: 'down',
        backupFirst: true,
        ...(risks.length === 0 ? {} : { dataAtRisk: risks, confirm: live.database }),
        warnings: [
            ...(0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .failedRows */ .l)(live.history).map(({ name }) => `${name} failed in the middle: what it left may be in the way.`),
            ...lacking.map((name) => `${name} has no down.sql: this plan cannot be carried out.`),
            ...found
                .filter(({ edited }) => edited)
                .map(({ name }) => `migration.sql of ${name} was edited after it was applied: its down.sql may not fit.`),
            ...found.flatMap(({ path, outsideTransaction }) => outsideTransaction.map((line) => `${path}:${line} cannot run in a transaction: this script runs statement by statement, and what it did before a failure stays.`)),
        ],
        params: {
            kind: 'down',
            steps: since.map((name) => ({ name, sha256: scripts.get(name)?.sha256 ?? null })),
        },
    };
}
/** Migrations that were reverted and applied again with other content; no down.sql restores the old content. */
function replaced(saved, live) {
    const before = new Map((0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .appliedRows */ .J)(saved.history).map(({ name, checksum }) => [name, checksum]));
    return (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .appliedRows */ .J)(live.history)
        .filter(({ name, checksum }) => before.has(name) && before.get(name) !== checksum)
        .map(({ name, checksum }) => ({
        id: `replaced:${name}`,
        stage: 'database',
        action: 'run',
        target: `migration ${name} of "${live.database}"`,
        before: `applied from a file with SHA-256 ${checksum.slice(0, 12)}…`,
        after: `applied from a file with SHA-256 ${before.get(name)?.slice(0, 12) ?? ''}…`,
        effect: 'live',
        undo: null,
        database: 'down',
        manual: `Compare both versions of ${name}/migration.sql in git and write a new migration for the difference, or restore the database.`,
        warnings: [],
        params: {},
    }));
}
function manualChange(failure, live) {
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
        manual: `Undo its changes manually, then run "prisma migrate resolve --rolled-back ${(0,_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_6__/* .shellWord */ .r)(failure.name)}"; until then each deploy stops with P3009. Or restore the database.`,
        warnings: [],
        params: {},
    };
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
