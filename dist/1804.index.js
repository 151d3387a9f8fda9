export const id = 1804;
export const ids = [1804];
export const modules = {

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


/***/ })

};
