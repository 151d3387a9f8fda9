export const id = 3098;
export const ids = [3098];
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

/***/ 7601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ prisma)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/providers/prisma/apply.js + 1 modules
var apply = __webpack_require__(5204);
// EXTERNAL MODULE: ./lib/providers/prisma/history.js
var prisma_history = __webpack_require__(9003);
;// CONCATENATED MODULE: ./lib/providers/prisma/capabilities.js

const capabilities = {
    describeState: ({ history }) => ({ migrations: (0,prisma_history.applied)(history) }),
};

// EXTERNAL MODULE: ./lib/providers/prisma/client.js
var prisma_client = __webpack_require__(3952);
// EXTERNAL MODULE: ./lib/providers/prisma/files.js
var prisma_files = __webpack_require__(6736);
;// CONCATENATED MODULE: ./lib/providers/prisma/capture.js



async function capture(config, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    return (0,prisma_client/* withHistory */.$k)(config, ctx, async (client, target) => {
        const history = await (0,prisma_client/* readHistory */.Lu)(client, target, ctx);
        const recorded = new Map((0,prisma_history/* appliedRows */.J)(history).map(({ name, checksum }) => [name, checksum]));
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

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/providers/prisma/script.js
var script = __webpack_require__(3676);
;// CONCATENATED MODULE: ./lib/providers/prisma/check.js





/** Read-only: compares the history in the database with the files of the checkout. */
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
    return (0,prisma_history/* failedRows */.l)(history).map(({ name }) => ({
        level: 'error',
        code: 'migration-failed-row',
        message: `Migration ${name} failed in the middle: every later "prisma migrate deploy" stops with P3009.`,
        remedy: `Undo its changes manually, then run "prisma migrate resolve --rolled-back ${name}".`,
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
function pending(files, history, config, ctx) {
    const present = (0,prisma_history.applied)(history);
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
        const { facts, path } = (0,script/* usable */.J)(files, entry.name, ctx);
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
        // A warning, because a database restore and rollbacks of other resources still work.
        return [{ level: 'warning', code, message, remedy, file: entry.downPath, line: 1 }];
    }
}

// EXTERNAL MODULE: ./lib/providers/prisma/plan.js
var plan = __webpack_require__(1804);
// EXTERNAL MODULE: ./lib/providers/prisma/state.js
var state = __webpack_require__(1898);
;// CONCATENATED MODULE: ./lib/providers/prisma/preflight.js




/** After the approval: checks that each script exists, is unchanged and can run. Reports all problems together. */
async function preflight(config, changes, ctx) {
    const files = await (0,prisma_files/* readMigrations */.Y)(config, ctx);
    return changes
        .flatMap((change) => state/* params */.t.parse(change.params).steps)
        .flatMap((step) => {
        try {
            (0,script/* approved */.C)(files, step, ctx);
            return [];
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ level: 'error', code, message, remedy }];
        }
    });
}

;// CONCATENATED MODULE: ./lib/providers/prisma/index.js








/* harmony default export */ const prisma = ((0,provider/* defineProvider */.Nj)({
    id: 'prisma',
    state: state/* state */.w,
    check: check,
    capture: capture,
    plan: plan/* plan */.e,
    apply: apply/* apply */.B,
    preflight: preflight,
    capabilities: capabilities,
}));


/***/ }),

/***/ 1804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downChange: () => (/* binding */ downChange),
/* harmony export */   e: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9003);

/** Pure. Compares migrations by name. */
function plan(saved, live) {
    const before = new Set((0,_history_js__WEBPACK_IMPORTED_MODULE_0__.applied)(saved.history));
    const now = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__.applied)(live.history);
    const since = now.filter((name) => !before.has(name)).reverse();
    const missing = [...before].filter((name) => !now.includes(name));
    const knownFailures = new Set((0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .failedRows */ .l)(saved.history).map(({ id }) => id));
    const failures = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .failedRows */ .l)(live.history).filter(({ id }) => !knownFailures.has(id));
    return [
        ...failures.map((failure) => manualChange(failure, live)),
        ...replaced(saved, live),
        ...(since.length === 0 ? [] : [downChange(since, now, live)]),
        ...(missing.length === 0 ? [] : [reapply(missing, live)]),
    ];
}
/** One change for all migrations, to keep their order. Each runs in its own transaction. */
function downChange(since, now, live) {
    const scripts = new Map(live.downs.map((entry) => [entry.name, entry]));
    const found = since.flatMap((name) => scripts.get(name) ?? []);
    const lacking = since.filter((name) => !scripts.has(name));
    const risks = found.flatMap(({ path, losing }) => losing.map((line) => ({ what: `${path}:${line}`, rows: null })));
    const left = now.filter((name) => !since.includes(name)).at(-1);
    return {
        id: 'down',
        stage: 'database',
        action: 'run',
        target: `${since.length} migration(s) of schema "${live.schema}" in "${live.database}"`,
        before: since.join(', '),
        after: `taken down, newest first, back to ${left ?? 'an empty history'}`,
        effect: 'live',
        undo: 'run "prisma migrate deploy" again; rows that a down.sql deleted come from the pre-rollback snapshot',
        database: 'down',
        backupFirst: true,
        ...(risks.length === 0 ? {} : { dataAtRisk: risks, confirm: live.database }),
        warnings: [
            ...(0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .failedRows */ .l)(live.history).map(({ name }) => `${name} failed in the middle: what it left may be in the way.`),
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
    const before = new Map((0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .appliedRows */ .J)(saved.history).map(({ name, checksum }) => [name, checksum]));
    return (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .appliedRows */ .J)(live.history)
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
        manual: `Undo its changes manually, then run "prisma migrate resolve --rolled-back ${failure.name}"; until then each deploy stops with P3009. Or restore the database.`,
        warnings: [],
        params: {},
    };
}
/** Migrations that only the snapshot has; Prisma must apply them. */
function reapply(missing, live) {
    return {
        id: 'up',
        stage: 'database',
        action: 'run',
        target: `migrations of schema "${live.schema}" in "${live.database}"`,
        before: `without ${missing.join(', ')}`,
        after: 'applied, as in the snapshot',
        effect: 'live',
        undo: null,
        database: 'down',
        manual: 'Run "prisma migrate deploy" from the commit of the snapshot.',
        warnings: [],
        params: {},
    };
}


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
/** RFC 8785 text of a JSON value: equal values give equal text, for any order of keys. */
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
