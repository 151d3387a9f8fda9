export const id = 896;
export const ids = [896];
export const modules = {

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

/***/ 50896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   generateDown: () => (/* binding */ generateDown)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81260);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86736);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63799);






/**
 * Writes a down.sql beside the newest migration: the output of `prisma migrate diff` from all migrations to all but the
 * newest. Runs the project's own Prisma, which needs a shadow database (prisma.config.ts).
 *
 * @throws RewindError input-invalid if one exists, migration-down-empty, tool-missing, tool-failed
 */
async function generateDown(config, ctx, env, options) {
    const files = await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readMigrations */ .Y)(config, ctx);
    const newest = files.at(-1);
    if (!newest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('migrations-unreadable', `${config.migrations} holds no migration.`, {
            resource: ctx.resource,
        });
    }
    if (newest.down !== null && !options.force && !options.dryRun) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', `${newest.downPath} already exists.`, {
            resource: ctx.resource,
            remedy: 'Edit it, or replace it with --force.',
        });
    }
    const all = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(ctx.root, config.migrations);
    const without = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(ctx.scratch, 'migrations-before');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(without, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(all, without, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(without, newest.name), { recursive: true });
    // Removes the transaction that Prisma writes around a change of an enum: Rewind opens its own.
    const script = (0,_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutControl */ .En)(await diff(ctx, env, all, without));
    if ((0,_sql_js__WEBPACK_IMPORTED_MODULE_5__/* .factsOf */ .xS)(script).statements.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('migration-down-empty', `${newest.name} changes nothing that Prisma can describe.`, {
            resource: ctx.resource,
        });
    }
    if (!options.dryRun)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(all, newest.name, 'down.sql'), script);
    return { path: newest.downPath, script };
}
async function diff(ctx, env, from, to) {
    const program = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(ctx.root, 'node_modules', '.bin', 'prisma');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(program).catch(() => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('tool-missing', 'The project has no Prisma in node_modules.', {
            resource: ctx.resource,
            remedy: 'Install the dependencies of the project (npm ci) and run again.',
        });
    });
    const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .getExecOutput */ .H)(program, ['migrate', 'diff', '--from-migrations', from, '--to-migrations', to, '--script'], { silent: true, ignoreReturnCode: true, cwd: ctx.root, env: { ...ctx.childEnv, ...env } });
    if (exitCode !== 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('tool-failed', `"prisma migrate diff" failed: ${ctx.masker.redact(stderr.trim().slice(-1_000))}`, {
            resource: ctx.resource,
        });
    }
    return stdout;
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


/***/ })

};
