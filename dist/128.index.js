export const id = 128;
export const ids = [128];
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

/***/ 9691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ prisma)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/providers/prisma/client.js
var prisma_client = __webpack_require__(3952);
// EXTERNAL MODULE: ./lib/providers/prisma/down.js + 1 modules
var down = __webpack_require__(6925);
// EXTERNAL MODULE: ./lib/providers/prisma/files.js
var prisma_files = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/providers/prisma/state.js
var state = __webpack_require__(1898);
;// CONCATENATED MODULE: ./lib/providers/prisma/check.js





/** Compares the history in the database with the files of the checkout. Read-only. */
async function check(config, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    const history = await (0,prisma_client/* withHistory */.$k)(config, ctx, (client, target) => (0,prisma_client/* readHistory */.Lu)(client, target, ctx));
    return [
        ...(history.length === 0 ? [NO_HISTORY] : []),
        ...failures(history),
        ...compared(files, history, config),
        ...pending(files, history, config, ctx),
    ];
}
const NO_HISTORY = {
    level: 'info',
    code: 'migrations-none',
    message: 'Prisma has not migrated this database yet: there is no history.',
};
function failures(history) {
    return (0,state/* failedRows */.lG)(history).map(({ name }) => ({
        level: 'error',
        code: 'migration-failed-row',
        message: `Migration ${name} failed in the middle: every later "prisma migrate deploy" stops with P3009.`,
        remedy: `Undo by hand what it did, then "prisma migrate resolve --rolled-back ${name}".`,
    }));
}
function compared(files, history, config) {
    const known = new Map(files.map((entry) => [entry.name, entry]));
    return (0,state/* appliedRows */.Jh)(history).flatMap((row) => {
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
/** Migrations that the coming deploy will apply: can they be taken down? */
function pending(files, history, config, ctx) {
    const present = (0,state.applied)(history);
    const coming = files.filter(({ name, checksum }) => checksum !== null && !present.includes(name));
    if (coming.length === 0)
        return [];
    return [
        {
            level: 'info',
            code: 'migrations-pending',
            message: `The next "prisma migrate deploy" applies ${coming.length} migration(s): ${coming.map(({ name }) => name).join(', ')}.`,
            file: config.migrations,
        },
        ...coming.flatMap((entry) => revertible(files, entry, ctx)),
    ];
}
function revertible(files, entry, ctx) {
    try {
        const { facts, path } = (0,down/* usable */.Je)(files, entry.name, ctx);
        return [
            ...facts.losing.map(({ line, text }) => ({
                level: 'warning',
                code: 'migration-down-loses-data',
                message: `${path}:${line} loses data: ${text.slice(0, 80)}`,
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
        // Not an error: the database can still be restored, and a rollback of something else must not be stopped by it.
        return [{ level: 'warning', code, message, remedy, file: entry.downPath, line: 1 }];
    }
}
/** After the approval: is each script there, unchanged, and of a kind that can be run? All problems at once. */
async function preflight(config, changes, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    return changes
        .flatMap((change) => state/* params */.tz.parse(change.params).steps)
        .flatMap((step) => {
        try {
            (0,down/* approved */.CJ)(files, step, ctx);
            return [];
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ level: 'error', code, message, remedy }];
        }
    });
}

;// CONCATENATED MODULE: ./lib/providers/prisma/index.js






async function capture(config, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    return (0,prisma_client/* withHistory */.$k)(config, ctx, async (client, target) => {
        const history = await (0,prisma_client/* readHistory */.Lu)(client, target, ctx);
        const recorded = new Map((0,state/* appliedRows */.Jh)(history).map(({ name, checksum }) => [name, checksum]));
        return {
            schemaVersion: 1,
            database: target.address.database,
            schema: target.schema,
            history,
            downs: files.flatMap(({ name, checksum, down }) => down === null
                ? []
                : [
                    {
                        name,
                        sha256: down.sha256,
                        path: down.path,
                        losing: down.facts.losing.map(brief),
                        outsideTransaction: down.facts.outsideTransaction.map(brief),
                        edited: recorded.has(name) && recorded.get(name) !== checksum,
                    },
                ]),
        };
    });
}
const brief = ({ line, text }) => `${line}: ${text.slice(0, 80)}`;
/* harmony default export */ const prisma = ((0,provider/* defineProvider */.Nj)({
    id: 'prisma',
    state: state/* state */.wk,
    check: check,
    capture,
    plan: state/* plan */.et,
    apply: down/* runDown */.s2,
    preflight: preflight,
}));


/***/ }),

/***/ 6362:
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


/***/ })

};
