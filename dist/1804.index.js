export const id = 1804;
export const ids = [1804];
export const modules = {

/***/ 1804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downChange: () => (/* binding */ downChange),
/* harmony export */   e: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26751);
/* harmony import */ var _engine_other_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57314);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39003);
/* harmony import */ var _risks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90899);
/* harmony import */ var _up_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15602);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78101);






/** Pure. Compares migrations by name. */
function plan(saved, live) {
    const other = (0,_engine_other_object_js__WEBPACK_IMPORTED_MODULE_1__/* .otherObject */ .A_)('migrations', [{ key: 'database', saved: saved.database, live: live.database }]);
    if (other)
        return [{ ...other, stage: 'database', database: 'down' }];
    if (live.closed !== null)
        return [unreadable(live, live.closed)];
    const before = new Set((0,_history_js__WEBPACK_IMPORTED_MODULE_2__.applied)(saved.history));
    const now = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__.applied)(live.history);
    const since = now.filter((name) => !before.has(name)).reverse();
    const missing = [...before].filter((name) => !now.includes(name));
    const knownFailures = new Set((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .failedRows */ .l)(saved.history).map(({ id }) => id));
    const failures = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .failedRows */ .l)(live.history).filter(({ id }) => !knownFailures.has(id));
    return [
        ...failures.map((failure) => manualChange(failure, live)),
        ...replaced(saved, live),
        ...(since.length === 0 ? [] : [downChange(since, now, live)]),
        ...(missing.length === 0 ? [] : [(0,_up_js__WEBPACK_IMPORTED_MODULE_0__/* .upChange */ .CQ)(missing, saved, live)]),
    ];
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
    const risks = (0,_risks_js__WEBPACK_IMPORTED_MODULE_3__/* .risksOf */ .i)(found);
    const left = now.filter((name) => !since.includes(name)).at(-1);
    return {
        id: 'down',
        stage: 'database',
        action: 'run',
        target: `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(since.length, 'migration')} of schema "${live.schema}" in "${live.database}"`,
        before: since.join(', '),
        after: `taken down, newest first, back to ${left ?? 'an empty history'}`,
        effect: 'live',
        undo: 'Rewind backs the database up first; "rewind undo" brings it back as it was then, its rows and these migrations',
        database: 'down',
        backupFirst: true,
        ...(risks.length === 0 ? {} : { dataAtRisk: risks, confirm: live.database }),
        warnings: [
            ...(0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .failedRows */ .l)(live.history).map(({ name }) => `${name} failed in the middle: what it left may be in the way.`),
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
    const before = new Map((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .appliedRows */ .J)(saved.history).map(({ name, checksum }) => [name, checksum]));
    return (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .appliedRows */ .J)(live.history)
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
        manual: `Undo its changes manually, then run "prisma migrate resolve --rolled-back ${(0,_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_5__/* .shellWord */ .r)(failure.name)}"; until then each deploy stops with P3009. Or restore the database.`,
        warnings: [],
        params: {},
    };
}


/***/ })

};
