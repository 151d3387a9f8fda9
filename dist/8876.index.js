export const id = 8876;
export const ids = [8876];
export const modules = {

/***/ 59418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readDrills),
/* harmony export */   h8: () => (/* binding */ writeDrill)
/* harmony export */ });
/* unused harmony export SHOWN_DRILLS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _runtime_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66706);
/* harmony import */ var _drill_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44753);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94365);





/** Drills that a report shows, and that the file of a drill carries along where a service deletes older ones. */
const SHOWN_DRILLS = 12;
/** `drills/<environment>/<id>/drill.json`: a file is written once. */
const keyOf = (environment, id) => `drills/${environment}/${id}/drill.json`;
const file = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    drill: _drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .drillRecord */ .Z1,
    /** Earlier drills, oldest first; only in a store that deletes them after a time. */
    earlier: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .drillRecord */ .Z1).max(SHOWN_DRILLS),
});
/**
 * The last drills of an environment. A file that is damaged, or of another environment, does not count.
 * @throws RewindError store-unreadable
 */
async function readDrills(store, environment) {
    const objects = await store.list(`drills/${environment}`, SHOWN_DRILLS);
    const ids = [...new Set(objects.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn.test(id));
    const newest = ids.sort().slice(-SHOWN_DRILLS);
    const problems = [];
    const found = new Map();
    for (const id of newest) {
        try {
            const key = keyOf(environment, id);
            const content = await (0,_runtime_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimited */ .tk)(await store.open(key), key);
            const { drill, earlier } = file.parse(JSON.parse(content.toString('utf8')));
            if (drill.id !== id)
                throw new Error(`it is the drill ${drill.id}`);
            for (const one of [...earlier, drill]) {
                if (one.environment !== environment)
                    throw new Error(`it is of "${one.environment}"`);
            }
            for (const one of [...earlier, drill])
                found.set(one.id, one);
        }
        catch (error) {
            problems.push(`Drill ${id} could not be read and does not count: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).split('\n')[0] ?? ''}.`);
        }
    }
    return { drills: [...found.values()].sort((a, b) => a.id.localeCompare(b.id)).slice(-SHOWN_DRILLS), problems };
}
/** Adds a drill. @param earlier as `readDrills` @throws RewindError store-write-failed, disk-full */
async function writeDrill(store, drill, earlier) {
    const kept = store.expires === true ? earlier.slice(-(SHOWN_DRILLS - 1)) : [];
    const content = file.parse({ version: 1, drill, earlier: kept });
    await store.put(keyOf(drill.environment, drill.id), Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}


/***/ }),

/***/ 44753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ DRILL_VERDICTS),
/* harmony export */   Ec: () => (/* binding */ missedTargets),
/* harmony export */   Kx: () => (/* binding */ RESTORE_CHECK),
/* harmony export */   R_: () => (/* binding */ hasRestored),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   Z1: () => (/* binding */ drillRecord),
/* harmony export */   cG: () => (/* binding */ recoveryMs),
/* harmony export */   t$: () => (/* binding */ newestProven),
/* harmony export */   u0: () => (/* binding */ SUBJECTS)
/* harmony export */ });
/* unused harmony export DRILL_ONLY */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39263);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94365);



const DRILL_VERDICTS = ['passed', 'failed', 'unverified', 'target-missed'];
/** Phases of a drill that no rollback has. All others count for the recovery time. */
const DRILL_ONLY = [
    'production before',
    'production after',
    'tidy',
    'scratch server',
    'removal of the copy',
    'stop of the scratch server',
    'migrations',
    'recovery point',
    'watch',
    'decision',
];
const amount = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative();
/** One drill: times, counts and codes. No text of a service, no row, no secret. */
const drillRecord = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .SNAPSHOT_ID */ .dn),
    environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('drill'),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    endedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    /** Null: no snapshot could be chosen. */
    snapshot: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), takenAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() }).nullable(),
    /** Resource ids that were asked for; null: all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['passed', 'failed', 'unverified']),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(DRILL_VERDICTS),
    /** Milliseconds. Their sum is the time of the drill. */
    phases: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(100), ms: amount })),
    /** Time of the phases that a rollback has, without a person. */
    rtoMs: amount,
    /** Median wait from a plan to its approval in past rollbacks; null: not measured. */
    waitMs: amount.nullable(),
    /** Age of the newest snapshot that passed its last drill; null: none did. */
    rpoMs: amount.nullable(),
    /** Rows that a restore of that snapshot would take; null: not known. */
    rowsSince: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative().nullable(),
    targets: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ rtoMinutes: amount.nullable(), rpoMinutes: amount.nullable() }),
    missed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['rto', 'rpo'])),
    checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        resource: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['passed', 'failed', 'unverified', 'not-configured']),
        codes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    })),
});
/** The check that something was restored into a scratch place. */
const RESTORE_CHECK = 'restore';
/** Whether the drill restored something. One that did not has measured no recovery time. Pure. */
const hasRestored = (checks) => checks.some(({ id, outcome }) => id === RESTORE_CHECK && outcome === 'passed');
/** The recovery time: the phases that a rollback has. Pure. */
const recoveryMs = (phases) => phases.reduce((sum, { name, ms }) => (DRILL_ONLY.includes(name) ? sum : sum + ms), 0);
/** The targets that were missed. A value that is not known misses none; `verdictOf` tells what it means. Pure. */
function missedTargets({ checks, rtoMs, waitMs, rpoMs, targets }) {
    const over = (ms, target) => target !== null && ms > target * 60_000;
    return [
        ...(hasRestored(checks) && over(rtoMs + (waitMs ?? 0), targets.rtoMinutes) ? ['rto'] : []),
        ...(rpoMs !== null && over(rpoMs, targets.rpoMinutes) ? ['rpo'] : []),
    ];
}
/**
 * `passed` only if each check passed and each target was measured and reached. A failed check outweighs one that could not
 * be carried out, and both outweigh a target. Pure.
 */
function verdictOf(measured) {
    const outcome = (0,_drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillOutcome */ .q)(measured.checks);
    if (outcome !== 'passed')
        return { outcome, verdict: outcome };
    if (missedTargets(measured).length > 0)
        return { outcome, verdict: 'target-missed' };
    const { targets, rpoMs, checks } = measured;
    const unknown = (targets.rpoMinutes !== null && rpoMs === null) || (targets.rtoMinutes !== null && !hasRestored(checks));
    return { outcome, verdict: unknown ? 'unverified' : 'passed' };
}
/** What a check is about, if it is no resource of the configuration. */
const SUBJECTS = { snapshot: 'snapshot', application: 'application', production: 'production' };
/** What a drill says of the snapshot alone: not of the deployment that served the smoke probes, not of production. */
const testOf = ({ checks }) => (0,_drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillOutcome */ .q)(checks.filter(({ resource }) => resource !== SUBJECTS.application && resource !== SUBJECTS.production));
/**
 * The newest snapshot that passed its last drill; null if there is none. Only drills of the whole configuration count: what a
 * drill left out was not tested. Pure.
 */
function newestProven(drills) {
    const last = new Map();
    for (const one of [...drills].sort((a, b) => a.startedAt.localeCompare(b.startedAt))) {
        if (one.snapshot !== null && one.scope === null)
            last.set(one.snapshot.id, one);
    }
    const proven = [...last.values()].flatMap((one) => testOf(one) === 'passed' && one.snapshot !== null ? [one.snapshot] : []);
    return proven.sort((a, b) => b.takenAt.localeCompare(a.takenAt))[0] ?? null;
}


/***/ }),

/***/ 39263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ drillOutcome)
/* harmony export */ });
/** Pure. No check at all is no proof, and neither are checks that nobody configured. */
function drillOutcome(checks) {
    if (checks.some(({ outcome }) => outcome === 'failed'))
        return 'failed';
    const asked = checks.filter(({ outcome }) => outcome !== 'not-configured');
    return asked.length > 0 && asked.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'unverified';
}


/***/ }),

/***/ 51063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ inspectProbes),
/* harmony export */   n: () => (/* binding */ missingCredentials)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8801);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8060);
/* harmony import */ var _not_watched_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32173);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14476);




/** Whether the alarms and monitors of all probes are active: each finding with the id of its probe. */
async function inspectProbes(entries, ctx) {
    const found = await Promise.all(entries.map(async (entry) => {
        const adapter = await (0,_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadAdapter */ .i)(entry.adapter);
        const own = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, entry.id);
        const ask = async () => (await adapter.inspect?.(entry, own)) ?? [];
        const findings = await (0,_not_watched_js__WEBPACK_IMPORTED_MODULE_2__/* .notWatched */ .q)(entry, 'What the probe asks', own, ask);
        return findings.map((finding) => ({ ...finding, resource: entry.id }));
    }));
    return found.flat();
}
/**
 * Credentials of probes that are not set here: the probe gives no sample where they are missing. A warning, because the
 * command may run in a job that runs no probe. What `inspectProbes` asks names its own credentials.
 */
async function missingCredentials(entries, { env }) {
    const findings = [];
    for (const entry of entries) {
        const adapter = await (0,_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadAdapter */ .i)(entry.adapter);
        const names = adapter.inspect === undefined ? (0,_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .variablesOf */ .ht)(entry) : [];
        for (const name of names.filter((one) => env.secret(one) === undefined)) {
            findings.push({
                level: 'warning',
                code: 'credential-missing',
                message: `The probe cannot run here: the environment variable ${name} is not set.`,
                remedy: `Set ${name} in the jobs that run "snapshot", "monitor" and "rollback".`,
                resource: entry.id,
            });
        }
    }
    return findings;
}


/***/ }),

/***/ 5271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ drillHistoryFindings),
/* harmony export */   N9: () => (/* binding */ snapshotFindings),
/* harmony export */   OA: () => (/* binding */ drillFindings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83997);


/** The workflow of the user that rehearses a restore. */
const DRILL_WORKFLOW = 'rewind-drill.yml';
/**
 * @param newest null if there is none
 * @param introduced the pull request adds Rewind, so no snapshot can exist yet
 */
function snapshotFindings(newest, maxDays, now, introduced = false) {
    if (newest === null) {
        return [
            {
                level: introduced ? 'warning' : 'error',
                code: 'snapshot-none',
                message: 'There is no snapshot of this environment: a deploy now could not be rolled back.',
                remedy: 'Run the snapshot workflow before the deploy (examples/pre-deploy-snapshot.yml).',
            },
        ];
    }
    const days = Math.floor((now.getTime() - Date.parse(newest.createdAt)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
    if (days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'snapshot-stale',
            message: `The newest snapshot (${newest.id}) is ${days} days old; at most ${maxDays} are allowed.`,
            remedy: 'Find out why the snapshot workflow did not run, then run it.',
        },
    ];
}
/**
 * The age of the last drill that passed, by the history in the store. GitHub disables schedules of a quiet repository
 * without notice, so a deploy must notice it. Pure.
 * @param drills oldest first, at least one
 */
function drillHistoryFindings(drills, maxDays, now) {
    const last = drills.findLast(({ verdict }) => verdict === 'passed');
    if (last === undefined) {
        const newest = drills.at(-1);
        return [
            {
                level: 'error',
                code: 'drill-never-passed',
                message: `None of the last ${drills.length} drill(s) passed; the newest ended as "${newest?.verdict ?? 'unknown'}".`,
                remedy: 'Correct what the drill reports, and run it again.',
            },
        ];
    }
    const days = Math.floor((now.getTime() - Date.parse(last.endedAt)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
    if (days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'drill-stale',
            message: `The last drill that passed was ${days} days ago; at most ${maxDays} are allowed.`,
            remedy: `Run "rewind drill". If ${DRILL_WORKFLOW} has a schedule, look whether GitHub disabled it.`,
        },
    ];
}
const runs = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ workflow_runs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ updated_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })) });
/** The age of the last successful drill. GitHub delays or disables scheduled workflows without notice. */
async function drillFindings(github, maxDays, now) {
    const data = await github.find({ what: 'find the last drill', permission: 'actions: read' }, runs, (rest, target) => rest.actions.listWorkflowRuns({ ...target, workflow_id: DRILL_WORKFLOW, status: 'success', per_page: 1 }));
    if (data === null) {
        return [
            {
                level: 'warning',
                code: 'drill-none',
                message: `The repository has no workflow ${DRILL_WORKFLOW}. Without it, no restore is rehearsed.`,
                remedy: 'Copy examples/drill.yml to .github/workflows/rewind-drill.yml. Rewind checks the age of its last success.',
            },
        ];
    }
    const last = data.workflow_runs[0];
    const days = last ? Math.floor((now.getTime() - Date.parse(last.updated_at)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO) : null;
    if (days !== null && days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'drill-stale',
            message: days === null
                ? `The drill (${DRILL_WORKFLOW}) has never succeeded.`
                : `The last successful drill was ${days} days ago; at most ${maxDays} are allowed.`,
            remedy: `Run ${DRILL_WORKFLOW}, and fix what it reports.`,
        },
    ];
}


/***/ })

};
