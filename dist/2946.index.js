export const id = 2946;
export const ids = [2946];
export const modules = {

/***/ 5204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bb: () => (/* binding */ apply),
  s2: () => (/* binding */ runDown),
  rl: () => (/* binding */ runSteps)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/providers/prisma/client.js
var prisma_client = __webpack_require__(73952);
// EXTERNAL MODULE: ./lib/providers/prisma/files.js
var prisma_files = __webpack_require__(86736);
// EXTERNAL MODULE: ./lib/providers/prisma/history.js
var prisma_history = __webpack_require__(39003);
// EXTERNAL MODULE: ./lib/providers/prisma/script.js
var prisma_script = __webpack_require__(93676);
// EXTERNAL MODULE: ./lib/providers/prisma/sql.js
var sql = __webpack_require__(63799);
// EXTERNAL MODULE: ./lib/providers/prisma/state.js
var state = __webpack_require__(61898);
// EXTERNAL MODULE: ./lib/providers/prisma/up.js
var up = __webpack_require__(15602);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
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
/** Read again by `progressOf`: databases hold notes of earlier versions. */
const noteOf = ({ done, begun, sha256: digest }) => 
// eslint-disable-next-line no-restricted-syntax
`rewind: ${done} statement(s) of down.sql done${begun ? ', the next one begun' : ''}; sha256 ${digest}`;
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

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/providers/prisma/apply.js











/** Reverts migrations, newest first, or applies them again, oldest first. Skips reverted ones, so a rerun after a crash continues. */
async function apply(config, change, ctx) {
    const step = state/* params */.t.parse(change.params);
    if (step.kind === 'down')
        await runSteps(config, step.steps, ctx);
    else
        await (0,up/* applyUp */.WF)(config, step.steps, ctx);
}
/** The same for steps outside of a plan, e.g. a trial on a scratch database. */
async function runSteps(config, steps, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    await (0,prisma_client/* withHistory */.$k)(config, ctx, (client, target) => runDown(client, target, config, steps, files, ctx));
}
/** The same in an open session, e.g. on a copy of the database. */
async function runDown(client, target, config, steps, files, ctx) {
    await (0,prisma_client/* underLock */.yP)(client, ctx, async () => {
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
    });
}
function stopped(ctx, next) {
    return new errors.RewindError('cancelled', `Stopped before ${next}.`, { resource: ctx.resource });
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
            throw failed(ctx, where, error, (0,connection/* isAnswer */.Tq)(error) ? 'Nothing of this script was kept.' : '');
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
        const kept = done === 0
            ? 'No statement before it was run.'
            : `The ${(0,runtime_text/* plural */.LS)(done, 'statement before it is done and stays', 'statements before it are done and stay')}.`;
        if (cause !== null)
            throw failed(ctx, where, cause, kept);
        throw new errors.RewindError('migration-interrupted', `${where} was interrupted outside of a transaction, or the script was changed since: what is done is not known. ${kept}`, {
            resource: ctx.resource,
            remedy: `Check the database, finish the script manually, then run: ${(0,prisma_client/* finishByHand */.ut)(target, name)}`,
        });
    }
}
function failed(ctx, where, error, kept) {
    const lost = !(0,connection/* isAnswer */.Tq)(error) && /connection/i.test(`${(0,connection/* codeOf */.$N)(error) ?? ''} ${(0,errors/* messageOf */.bD)(error)}`);
    const remedy = lost ? LOST : remedyFor((0,connection/* codeOf */.$N)(error));
    return new errors.RewindError('migration-failed', `${where}: ${(0,errors/* messageOf */.bD)(error)}. ${kept}`.trim(), {
        resource: ctx.resource,
        cause: error,
        ...(remedy === null ? {} : { remedy }),
    });
}
const LOST = 'The connection was lost. Run again: Rewind does not repeat what is done.';
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

/***/ 82543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ lossesOf)
});

// EXTERNAL MODULE: ./lib/services/postgres/connection.js
var connection = __webpack_require__(1176);
// EXTERNAL MODULE: ./lib/providers/prisma/parser.js
var prisma_parser = __webpack_require__(44136);
// EXTERNAL MODULE: ./lib/providers/prisma/objects.js
var prisma_objects = __webpack_require__(46183);
;// CONCATENATED MODULE: ./lib/providers/prisma/countable.js



/**
 * The condition of a DELETE or UPDATE of one table, if the rows that it meets can be counted: no other table, and no
 * function that could do more than read. A statement without a condition meets all rows.
 * @returns null if it cannot be counted
 */
function countableWhere(parser, sql, node) {
    const statement = 'DeleteStmt' in node ? node.DeleteStmt : 'UpdateStmt' in node ? node.UpdateStmt : null;
    if (statement === null)
        return null;
    const others = 'DeleteStmt' in node ? node.DeleteStmt.usingClause : 'UpdateStmt' in node && node.UpdateStmt.fromClause;
    if (statement.withClause !== undefined || (Array.isArray(others) && others.length > 0))
        return null;
    const wanted = statement.whereClause;
    if (wanted === undefined)
        return { where: null, atMost: false };
    const calls = [...(0,prisma_parser/* nodesIn */.vx)(wanted, 'FuncCall')].map(({ funcname }) => (0,prisma_objects/* partsOf */.CI)(funcname));
    if (!calls.every((parts) => PURE.test(parts.filter((part) => part !== 'pg_catalog').join('.'))))
        return null;
    const condition = textOfWhere(parser, sql);
    if (condition === null)
        return null;
    const alias = statement.relation?.alias?.aliasname;
    const where = { alias: alias === undefined ? '' : (0,connection/* quoted */.TL)(alias), condition };
    return isSame(parser, condition, wanted) ? { where, atMost: false } : null;
}
/** Functions that only compute. */
const PURE = /^(lower|upper|length|char_length|octet_length|btrim|ltrim|rtrim|left|right|substring|position|replace|concat|md5|abs|round|floor|ceil|mod|now|date_trunc|date_part|extract|to_char|to_date|age|starts_with|array_length|cardinality|jsonb_typeof|jsonb_array_length|count|max|min|sum)$/;
/** The text between WHERE and RETURNING, outside of parentheses. Offsets of the scanner are bytes. */
function textOfWhere(parser, sql) {
    const bytes = Buffer.from(sql);
    let depth = 0;
    let from = null;
    let to = bytes.length;
    for (const { start, end, text } of parser.scanSync(sql).tokens) {
        if (text === '(')
            depth += 1;
        else if (text === ')')
            depth -= 1;
        else if (depth === 0 && from === null && /^where$/i.test(text))
            from = end;
        else if (depth === 0 && from !== null && /^returning$/i.test(text))
            to = Math.min(to, start);
    }
    return from === null ? null : bytes.subarray(from, to).toString();
}
/** True if the text, in parentheses, means what the statement means. */
function isSame(parser, condition, wanted) {
    try {
        const statement = parser.parseSync(`SELECT 1 WHERE (${condition}\n)`).stmts;
        const node = statement?.length === 1 ? statement[0]?.stmt : undefined;
        if (node === undefined || !('SelectStmt' in node))
            return false;
        return shapeOf(node.SelectStmt.whereClause) === shapeOf(wanted);
    }
    catch {
        return false;
    }
}
const shapeOf = (node) => JSON.stringify(node, (key, value) => (/location$|_start$|_end$/.test(key) ? undefined : value));

;// CONCATENATED MODULE: ./lib/providers/prisma/losses.js




/** The losses of a script, in order, by PostgreSQL's own grammar. A table that the script itself created loses nothing. */
async function lossesOf(script) {
    const [parser, statements] = await Promise.all([(0,prisma_parser/* loadParser */.qd)(), (0,prisma_parser/* parseStatements */.YK)(script)]);
    const created = new Set();
    return statements.flatMap((statement) => {
        if ('refused' in statement) {
            return [
                {
                    statement,
                    how: `may lose data: PostgreSQL's parser does not know it`,
                    certain: false,
                    rows: [],
                    deletesFrom: [],
                },
            ];
        }
        const found = inStatement(parser, statement).filter(({ of }) => of === null || !created.has(of));
        const name = createdBy(statement.node);
        if (name !== null)
            created.add(name);
        const [first] = found;
        if (first === undefined)
            return [];
        const certain = found.some((part) => part.certain);
        const [told = first] = found.filter((part) => part.certain === certain);
        const rows = found.flatMap((part) => part.rows ?? []);
        const deletesFrom = [...new Set(found.flatMap((part) => part.deletesFrom ?? []))];
        return [{ statement, how: told.how, certain, rows: uniqueTables(rows), deletesFrom }];
    });
}
const UNKNOWN = 'may lose data: what it does is not known before it runs';
const unknown = (how = UNKNOWN) => ({ of: null, how, certain: false });
function inStatement(parser, statement) {
    const { node } = statement;
    if ('DropStmt' in node)
        return dropped(node.DropStmt);
    if ('DropdbStmt' in node)
        return [{ of: null, how: 'drops a database', certain: true }];
    if ('DropOwnedStmt' in node)
        return [{ of: null, how: 'drops everything that the role owns', certain: true }];
    if ('TruncateStmt' in node) {
        const { relations = [], behavior } = node.TruncateStmt;
        const more = behavior === 'DROP_CASCADE' ? ', and those of every table that refers to it' : '';
        return tablesIn(relations).map((relation) => whole(relation, `deletes all rows${more}`));
    }
    if ('AlterTableStmt' in node) {
        const { relation, cmds = [] } = node.AlterTableStmt;
        return cmds.flatMap((cmd) => ('AlterTableCmd' in cmd ? altered(cmd.AlterTableCmd, relation) : []));
    }
    if ('DoStmt' in node)
        return statement.opaque ? [unknown()] : [];
    if ('CallStmt' in node)
        return [unknown()];
    if (!(0,prisma_objects/* isDml */.yf)(node))
        return [];
    return [...written(parser, statement), ...(callsUnknown(node) ? [unknown()] : [])];
}
function dropped({ removeType, objects = [], behavior }) {
    const cascade = behavior === 'DROP_CASCADE';
    // A view holds no rows; CASCADE reaches only what reads it.
    if (removeType === 'OBJECT_VIEW')
        return [];
    if ((0,prisma_objects/* isRelation */.LL)(removeType)) {
        return objects.map((object) => {
            const [name = '', schema] = (0,prisma_objects/* droppedParts */.JI)(object).reverse();
            return whole({ relname: name, ...(schema === undefined ? {} : { schemaname: schema }) }, 'drops a table');
        });
    }
    if (removeType === 'OBJECT_SEQUENCE')
        return [{ of: null, how: 'drops a sequence, and where it was', certain: true }];
    // Without CASCADE, PostgreSQL refuses to drop what a table or a column uses.
    if (!cascade || (removeType !== undefined && HARMLESS.has(removeType)))
        return [];
    const columns = removeType === 'OBJECT_TYPE' || removeType === 'OBJECT_DOMAIN' || removeType === 'OBJECT_EXTENSION';
    if (removeType === 'OBJECT_SCHEMA')
        return [{ of: null, how: 'drops a schema with its tables', certain: true }];
    return columns
        ? [{ of: null, how: 'drops every column that uses it', certain: true }]
        : [unknown('may lose data: CASCADE drops what depends on it')];
}
const HARMLESS = new Set(['OBJECT_INDEX', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE', 'OBJECT_EVENT_TRIGGER']);
function altered({ subtype, def }, relation) {
    if (subtype === 'AT_DropColumn')
        return [whole(relation, 'drops a column')];
    if (subtype !== 'AT_AlterColumnType' || def === undefined || !('ColumnDef' in def))
        return [];
    const { typeName, raw_default: using } = def.ColumnDef;
    // Other types can cut values, and the grammar does not know the old type.
    const unlimited = /^(text|varchar)$/.test((0,prisma_objects/* typeNamed */.wo)(typeName)) && typeName?.typmods === undefined;
    return unlimited && using === undefined
        ? []
        : [whole(relation, 'changes the type of a column, which can cut values')];
}
/** DELETE, UPDATE, MERGE and INSERT … ON CONFLICT DO UPDATE, also in a WITH clause. */
function written(parser, { node, sql }) {
    const of = (kind) => [...(0,prisma_parser/* nodesIn */.vx)(node, kind)].map(({ relation }) => relation);
    const simple = sql === null ? null : countableWhere(parser, sql, node);
    const part = (relation, how) => simple === null
        ? whole(relation, how, true)
        : { ...whole(relation, how), rows: [{ table: sqlOf(relation), ...simple }] };
    const upserts = [...(0,prisma_parser/* nodesIn */.vx)(node, 'InsertStmt')].filter(({ onConflictClause }) => onConflictClause?.action === 'ONCONFLICT_UPDATE');
    return [
        ...of('DeleteStmt').map((relation) => deleting(relation, part(relation, 'deletes rows'))),
        ...of('UpdateStmt').map((relation) => part(relation, 'overwrites values')),
        ...of('MergeStmt').map((relation) => deleting(relation, whole(relation, 'overwrites or deletes rows', true))),
        ...upserts.map(({ relation }) => whole(relation, 'overwrites values', true)),
    ];
}
const deleting = (relation, part) => ({ ...part, deletesFrom: [sqlOf(relation)] });
function whole(relation, how, atMost = false) {
    if (relation === undefined)
        return { of: null, how, certain: true };
    return { of: keyOf(relation), how, certain: true, rows: [{ table: sqlOf(relation), where: null, atMost }] };
}
const keyOf = ({ schemaname, relname }) => JSON.stringify([schemaname ?? null, relname]);
const sqlOf = ({ schemaname, relname }) => [schemaname, relname].flatMap((part) => (part === undefined || part === '' ? [] : (0,connection/* quoted */.TL)(part))).join('.');
const tablesIn = (nodes) => nodes.flatMap((entry) => ('RangeVar' in entry ? [entry.RangeVar] : []));
/** The table that a statement certainly creates. With IF NOT EXISTS it may have been there, with its rows. */
function createdBy(node) {
    if ('CreateStmt' in node) {
        const { relation, if_not_exists: maybe } = node.CreateStmt;
        return maybe === true || relation === undefined ? null : keyOf(relation);
    }
    if (!('CreateTableAsStmt' in node))
        return null;
    const { into, if_not_exists: maybe } = node.CreateTableAsStmt;
    return maybe === true || into?.rel === undefined ? null : keyOf(into.rel);
}
function uniqueTables(rows) {
    return [...new Map(rows.map((entry) => [JSON.stringify(entry), entry])).values()];
}
/** A SELECT that only calls functions, of which one is not known to leave the rows alone. */
function callsUnknown(node) {
    if (!('SelectStmt' in node))
        return false;
    const { fromClause = [] } = node.SelectStmt;
    if (fromClause.some((entry) => !('RangeFunction' in entry)))
        return false;
    return [...(0,prisma_parser/* nodesIn */.vx)(node, 'FuncCall')].some(({ funcname }) => {
        const parts = (0,prisma_objects/* partsOf */.CI)(funcname);
        return !KNOWN_FUNCTIONS.test(parts.at(-1) ?? '') || (parts.length > 1 && parts[0] !== 'pg_catalog');
    });
}
const KNOWN_FUNCTIONS = /^(set_config|current_setting|setval|nextval|currval|pg_sleep|pg_(try_)?advisory_\w+|pg_get_\w+|to_reg\w+|txid_current|version|now|clock_timestamp|count|max|min|sum|coalesce|format|concat|lower|upper|length|quote_\w+|gen_random_uuid|generate_series|pg_notify|pg_typeof|array_\w+|jsonb?_\w+)$/;


/***/ }),

/***/ 46183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   JI: () => (/* binding */ droppedParts),
/* harmony export */   LL: () => (/* binding */ isRelation),
/* harmony export */   LX: () => (/* binding */ qualified),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ZC: () => (/* binding */ nameIn),
/* harmony export */   wo: () => (/* binding */ typeNamed),
/* harmony export */   yf: () => (/* binding */ isDml)
/* harmony export */ });
/** Names of the objects of a parsed statement. */
/** Names as PostgreSQL resolves them: folded by the grammar; `public` is what an unqualified name means. */
const qualified = (...parts) => {
    const known = parts.filter((part) => part !== undefined && part !== '');
    return (known.length > 1 && known[0] === 'public' ? known.slice(1) : known).join('.');
};
const nameOf = (relation) => qualified(relation?.schemaname, relation?.relname);
const nameIn = (parts) => qualified(...partsOf(parts));
const partsOf = (parts) => (parts ?? []).flatMap((part) => ('String' in part ? (part.String.sval ?? '') : []));
/** The parts of the name of an object in a DROP. */
function droppedParts(object) {
    if ('List' in object)
        return partsOf(object.List.items);
    if ('TypeName' in object)
        return partsOf(object.TypeName.names);
    return partsOf([object]);
}
/** The last part of the name of a type, e.g. `varchar`. */
function typeNamed(type) {
    return partsOf(type?.names).at(-1) ?? '';
}
const isRelation = (type) => type === 'OBJECT_TABLE' || type === 'OBJECT_VIEW' || type === 'OBJECT_MATVIEW' || type === 'OBJECT_FOREIGN_TABLE';
/** True for a statement that reads or writes rows now; the bodies of functions and rules do not run now. */
const isDml = (node) => ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CreateTableAsStmt'].some((kind) => kind in node);


/***/ }),

/***/ 44136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YK: () => (/* binding */ parseStatements),
/* harmony export */   qd: () => (/* binding */ loadParser),
/* harmony export */   vx: () => (/* binding */ nodesIn)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63799);


/** The grammar is 1.7 MB of WebAssembly: loaded only for a script that is there. */
async function loadParser() {
    const parser = await __webpack_require__.e(/* import() */ 2627).then(__webpack_require__.t.bind(__webpack_require__, 2627, 19));
    try {
        await parser.loadModule();
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('program-damaged', `The grammar of PostgreSQL could not be loaded: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, {
            cause: error,
        });
    }
    return parser;
}
/**
 * Parses each statement separately, so that a refused one does not hide the others. The statements in the body of a DO
 * block follow the block.
 */
async function parseStatements(script) {
    const parser = await loadParser();
    const lines = lineStarts(script);
    return (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .statementsOf */ .GX)(script).flatMap(({ sql, text, line, from }) => {
        const at = (length) => positionAt(lines, from + length);
        try {
            // In C, a NUL ends the text: the parser would ignore the rest.
            if (sql.includes('\0'))
                return [{ refused: 'it contains a NUL character', line, text, locate: () => at(sql.indexOf('\0')) }];
            const node = parser.parseSync(sql).stmts?.[0]?.stmt;
            if (node === undefined)
                return [];
            const locate = (offset) => at(Buffer.from(sql).subarray(0, offset).toString().length);
            const statement = { node, line, text, sql, opaque: false, locate };
            const inner = blockStatements(parser, sql, statement);
            return inner === null
                ? [{ ...statement, opaque: true }]
                : [{ ...statement, ...inner.block }, ...inner.statements];
        }
        catch (error) {
            const characters = parser.hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : 0;
            const length = Array.from(sql).slice(0, characters).join('').length;
            // Of the parser, or of what reads its result: neither says anything about the statement.
            const refused = error instanceof RangeError ? 'it is nested too deeply' : (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
            return [{ refused, line, text, locate: () => at(length) }];
        }
    });
}
/** The offset of the first character of each line. */
function lineStarts(script) {
    const starts = [0];
    for (let at = script.indexOf('\n'); at >= 0; at = script.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** By halves: a script may have any number of lines, and as many findings. */
function positionAt(starts, offset) {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
/** The SQL of a DO block, without text that the block builds at run time and EXECUTEs; null if it cannot be read. */
function blockStatements(parser, sql, block) {
    if (!('DoStmt' in block.node))
        return { block: { opaque: false }, statements: [] };
    const body = block.node.DoStmt.args?.flatMap((arg) => ('DefElem' in arg ? [arg.DefElem] : []));
    const as = body?.find(({ defname }) => defname === 'as');
    const language = body?.find(({ defname }) => defname === 'language')?.arg;
    if (language !== undefined && !('String' in language && language.String.sval === 'plpgsql'))
        return null;
    let tree;
    try {
        tree = parser.parsePlPgSQLSync(sql);
    }
    catch {
        // An error that the scratch database reports when it runs the block.
        return null;
    }
    const start = block.locate(as?.location ?? 0);
    let opaque = [...nodesIn(tree, 'PLpgSQL_stmt_dynexecute'), ...nodesIn(tree, 'PLpgSQL_stmt_dynfors')].length > 0;
    const statements = [...stepsIn(tree)].flatMap(({ step, query }) => {
        const node = parsedOr(parser, query);
        if (node === undefined) {
            opaque = true;
            return [];
        }
        const line = start.line + (typeof step.lineno === 'number' ? step.lineno : 1) - 1;
        const locate = () => ({ line, column: 1 });
        return [{ node, line: block.line, text: query, sql: null, opaque: false, locate }];
    });
    return { block: { opaque }, statements };
}
function parsedOr(parser, query) {
    try {
        return parser.parseSync(query).stmts?.[0]?.stmt;
    }
    catch {
        return undefined;
    }
}
/** Each statement of PL/pgSQL with a whole query, or with an assignment, as a query. */
function* stepsIn(tree) {
    if (typeof tree !== 'object' || tree === null)
        return;
    for (const [key, value] of Object.entries(tree)) {
        if (key.startsWith('PLpgSQL_stmt_') && typeof value === 'object' && value !== null) {
            const step = value;
            for (const part of Object.values(step)) {
                const query = queryOf(part);
                if (query !== null)
                    yield { step, query };
            }
        }
        yield* stepsIn(value);
    }
}
/** The query of an expression: parse mode 0 is a statement, 3 and above an assignment (PostgreSQL's parser.h). */
function queryOf(part) {
    if (typeof part !== 'object' || part === null || !('PLpgSQL_expr' in part))
        return null;
    const { query, parseMode = 0 } = part.PLpgSQL_expr;
    if (typeof query !== 'string' || typeof parseMode !== 'number')
        return null;
    if (parseMode === 0)
        return query;
    return parseMode >= 3 ? query.replace(/^[^=]*?:?=/, 'SELECT ') : null;
}
/** Every node of a kind in a tree, at any depth. Without recursion: each `||` of an expression is one level deeper. */
function* nodesIn(tree, kind) {
    const left = [['', tree]];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const [key, value] = next;
        if (key === kind)
            yield value;
        if (typeof value !== 'object' || value === null)
            continue;
        // One by one: the list of an INSERT may be longer than the arguments of a call.
        for (const entry of Object.entries(value).reverse())
            left.push(entry);
    }
}


/***/ }),

/***/ 93676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ approved),
/* harmony export */   J: () => (/* binding */ usable)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/**
 * Reads the script of a planned step.
 * @throws RewindError migration-down-missing, migrations-unreadable, migration-not-transactional, plan-drift
 */
function approved(files, step, ctx) {
    const down = usable(files, step.name, ctx);
    if (step.sha256 === down.sha256)
        return down;
    // Includes a script that did not exist at the plan, because nobody has approved it.
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('plan-drift', `${down.path} is not the one that was approved.`, { resource: ctx.resource });
}
/**
 * Reads the script of a migration, which must exist and be able to run.
 * @throws RewindError migration-down-missing, migrations-unreadable, migration-not-transactional
 */
function usable(files, name, ctx) {
    const found = files.find((entry) => entry.name === name);
    const details = { resource: ctx.resource };
    if (!found) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('migration-down-missing', `${name} is not in this checkout.`, {
            ...details,
            remedy: 'Run from the commit that was deployed, which has its down.sql; or restore the database instead.',
        });
    }
    if (!found.down)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('migration-down-missing', `${name} has no down.sql.`, details);
    const { illegible, facts } = found.down;
    if (illegible !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('migrations-unreadable', `${found.downPath} ${illegible.why}.`, {
            ...details,
            remedy: `${illegible.remedy} Or restore the database instead.`,
        });
    }
    const [control] = facts.control;
    if (control) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('migration-not-transactional', `${found.downPath}:${control.line} says "${control.text.slice(0, 30)}"; Rewind runs the script in its own transaction.`, { ...details, remedy: 'Remove BEGIN, COMMIT and ROLLBACK from down.sql.' });
    }
    return found.down;
}


/***/ })

};
