export const id = 898;
export const ids = [898];
export const modules = {

/***/ 1898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jh: () => (/* binding */ appliedRows),
/* harmony export */   applied: () => (/* binding */ applied),
/* harmony export */   downChange: () => (/* binding */ downChange),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   lG: () => (/* binding */ failedRows),
/* harmony export */   tz: () => (/* binding */ params),
/* harmony export */   wk: () => (/* binding */ state)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const row = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Milliseconds since 1970. */
    startedAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    finished: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    rolledBack: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
/** What stands beside a migration in the checkout at the time of the capture. */
const down = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `line: statement` of those that lose data. */
    losing: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** `line: statement` of those that cannot run in a transaction. */
    outsideTransaction: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** The migration.sql beside it is not the one that was applied. */
    edited: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
const state = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    database: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Rows of `_prisma_migrations`, in the order of their beginning. */
    history: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(row),
    downs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(down),
});
/** What `apply` is told: which migrations, newest first, and by which scripts. What was approved is what runs. */
const params = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })),
});
/** What is in the database, oldest first. A migration that was taken down and applied again has two rows; one counts. */
function appliedRows(history) {
    return history.filter(({ finished, rolledBack }) => finished && !rolledBack);
}
function applied(history) {
    return appliedRows(history).map(({ name }) => name);
}
/** Rows that block every later deploy (Prisma P3009). */
function failedRows(history) {
    return history.filter(({ finished, rolledBack }) => !finished && !rolledBack);
}
/** Pure. Compares names: a migration is in the database or it is not. */
function plan(saved, live) {
    const before = new Set(applied(saved.history));
    const now = applied(live.history);
    const since = now.filter((name) => !before.has(name)).reverse();
    const missing = [...before].filter((name) => !now.includes(name));
    const knownFailures = new Set(failedRows(saved.history).map(({ id }) => id));
    const failures = failedRows(live.history).filter(({ id }) => !knownFailures.has(id));
    return [
        ...failures.map((failure) => byHand(failure, live)),
        ...replaced(saved, live),
        ...(since.length === 0 ? [] : [downChange(since, now, live)]),
        ...(missing.length === 0 ? [] : [upAgain(missing, live)]),
    ];
}
/** One change for all of them: their order must hold, and each is its own transaction. */
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
            ...failedRows(live.history).map(({ name }) => `${name} failed in the middle: what it left may be in the way.`),
            ...lacking.map((name) => `${name} has no down.sql: this plan cannot be carried out.`),
            ...found
                .filter(({ edited }) => edited)
                .map(({ name }) => `migration.sql of ${name} was edited after it was applied: its down.sql may not fit.`),
            ...found.flatMap(({ path, outsideTransaction }) => outsideTransaction.map((line) => `${path}:${line} cannot run in a transaction: this script runs statement by statement, and what it did before a failure stays.`)),
        ],
        params: { steps: since.map((name) => ({ name, sha256: scripts.get(name)?.sha256 ?? null })) },
    };
}
/** Taken down and applied again with other content: no down.sql leads back to what it was. */
function replaced(saved, live) {
    const before = new Map(appliedRows(saved.history).map(({ name, checksum }) => [name, checksum]));
    return appliedRows(live.history)
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
function byHand(failure, live) {
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
        manual: `Undo by hand what it did, then "prisma migrate resolve --rolled-back ${failure.name}"; until then each deploy stops with P3009. Or restore the database.`,
        warnings: [],
        params: {},
    };
}
/** The snapshot has more: going back means going up, which is Prisma's own business. */
function upAgain(missing, live) {
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


/***/ })

};
