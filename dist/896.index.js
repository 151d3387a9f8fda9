export const id = 896;
export const ids = [896];
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

/***/ 8515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   generateDown: () => (/* binding */ generateDown)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1260);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(972);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1222);





/**
 * Writes a down.sql beside the newest migration: what `prisma migrate diff` says leads from all migrations back to all
 * but that one. Runs the project's own Prisma, which needs a shadow database (prisma.config.ts).
 *
 * @throws RewindError input-invalid when there is one already, tool-missing, tool-failed
 */
async function generateDown(config, ctx, env, options) {
    const files = await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readMigrations */ .Y)(config, ctx);
    const newest = files.at(-1);
    if (!newest) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('migrations-unreadable', `${config.migrations} holds no migration.`, {
            resource: ctx.resource,
        });
    }
    if (newest.down !== null && !options.force && !options.dryRun) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${newest.downPath} is there already.`, {
            resource: ctx.resource,
            remedy: 'Edit it, or replace it with --force.',
        });
    }
    const all = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(ctx.root, config.migrations);
    const without = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(ctx.scratch, 'migrations-before');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(without, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(all, without, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(without, newest.name), { recursive: true });
    const script = await diff(ctx, env, all, without);
    if (!options.dryRun)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(all, newest.name, 'down.sql'), script);
    return { path: newest.downPath, script };
}
async function diff(ctx, env, from, to) {
    const program = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(ctx.root, 'node_modules', '.bin', 'prisma');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(program).catch(() => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('tool-missing', 'The project has no Prisma in node_modules.', {
            resource: ctx.resource,
            remedy: 'Install the dependencies of the project (npm ci) and run again.',
        });
    });
    const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .getExecOutput */ .H)(program, ['migrate', 'diff', '--from-migrations', from, '--to-migrations', to, '--script'], { silent: true, ignoreReturnCode: true, cwd: ctx.root, env: { ...ctx.childEnv, ...env } });
    if (exitCode !== 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('tool-failed', `"prisma migrate diff" failed: ${ctx.masker.redact(stderr.trim().slice(-1_000))}`, {
            resource: ctx.resource,
        });
    }
    return stdout;
}


/***/ })

};
