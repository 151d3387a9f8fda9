export const id = 9220;
export const ids = [9220];
export const modules = {

/***/ 33975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ authorOf)
/* harmony export */ });
/* harmony import */ var _runtime_operator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74698);

/** Who runs the command: for records that people read later. */
function authorOf({ run, context }) {
    return {
        by: run?.triggeredBy ?? (0,_runtime_operator_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorOf */ .g)(context.env),
        run: run?.url ?? null,
        redact: (text) => context.masker.redact(text),
    };
}


/***/ }),

/***/ 59246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ openOrNewRecorder),
/* harmony export */   HA: () => (/* binding */ announceRecord),
/* harmony export */   Ix: () => (/* binding */ openMitigationFindings),
/* harmony export */   LS: () => (/* binding */ openRecorder),
/* harmony export */   MU: () => (/* binding */ recorderOf),
/* harmony export */   bJ: () => (/* binding */ openIncidentsOf),
/* harmony export */   lm: () => (/* binding */ mitigationsInEffect),
/* harmony export */   ly: () => (/* binding */ TITLE),
/* harmony export */   q2: () => (/* binding */ openIncidentsToChoose),
/* harmony export */   zp: () => (/* binding */ warnIfLocal)
/* harmony export */ });
/* harmony import */ var _engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94365);
/* harmony import */ var _incident_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99069);
/* harmony import */ var _incident_obligations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55087);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21022);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78101);
/* harmony import */ var _uploads_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(95888);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50918);
/* harmony import */ var _author_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33975);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21722);










const TO_VERIFY = 'Run "rewind incident verify".';
/**
 * The record to write to: of the named incident, else of the newest open one.
 * @throws RewindError incident-not-found, incident-corrupt, input-invalid for a closed one
 */
async function openRecorder(session, { store, config }, id) {
    const { environment } = config;
    const openOne = (0,_command_line_js__WEBPACK_IMPORTED_MODULE_5__/* .commandLine */ .ay)(session, ['incident', 'open', '--title', 'what is wrong']);
    const [status, ...others] = id === undefined
        ? await openIncidentsToChoose(session, store, environment)
        : [(0,_incident_status_js__WEBPACK_IMPORTED_MODULE_6__/* .statusOf */ .c2)(await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(store, environment, id))];
    if (others.length > 0) {
        const all = [status, ...others].map((one) => `${one?.id ?? ''} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(one?.title ?? '')})`);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${all.length} incidents are open: ${all.join(', ')}.`, {
            remedy: 'Give the id of the one that you mean.',
        });
    }
    if (status === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('incident-not-found', `No incident of "${environment}" is open.`, {
            remedy: `Nothing has to be discharged or closed. To note something, open one: ${openOne}.`,
        });
    }
    if (status.closed !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `Incident ${status.id} was closed at ${status.closed.at}.`, {
            remedy: `A closed record is not changed. Open a new incident: ${openOne}.`,
        });
    }
    return recorderOf(session, { store, config }, status.id);
}
/** Of each run, its recorders by incident. A store may not tell that an entry exists, so a record has one writer in a run. */
const recorders = new WeakMap();
/** The record of an incident, as the store holds it now. */
function recorderOf(session, { store, config }, incident) {
    const { context } = session;
    const known = recorders.get(context) ?? new Map();
    const recorder = known.get(incident) ?? new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, config.environment, incident, (0,_author_js__WEBPACK_IMPORTED_MODULE_4__/* .authorOf */ .r)(session), context.clock);
    recorders.set(context, known.set(incident, recorder));
    recorder.refresh();
    return recorder;
}
/** Characters of a title: every list and every message repeats it. */
const TITLE = 200;
/**
 * The open incident that tells of one of these rollbacks; else the newest open one; else a new one with this title.
 * @param digests of the rollback, and of the one that it undoes
 * @throws RewindError incident-corrupt, store-write-failed
 */
async function openOrNewRecorder(session, project, title, digests) {
    const { store, config } = project;
    const { clock, randomHex, log } = session.context;
    const all = await openIncidentsOf(session, store, config.environment);
    const open = all.find((one) => digests.some((digest) => (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_6__/* .tellsOf */ .Cz)(one, digest))) ?? all[0];
    if (open !== undefined && all.length > 1) {
        warnOnce(log, `${all.length} incidents are open. This rollback is written to ${open.id} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(open.title)}).`);
    }
    const id = open?.id ?? (0,_engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotIdAt */ .P1)(clock.now(), randomHex(3));
    const recorder = recorderOf(session, project, id);
    if (open === undefined)
        await recorder.add('opened', { title: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .cutText */ .IN)(title.trim(), TITLE), severity: null });
    announceRecord(session, project, id);
    return recorder;
}
/** The open incidents, newest first. A damaged one is a warning. */
function openIncidentsOf({ context }, store, environment) {
    return (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openIncidents */ .Gy)(store, environment, ({ message }) => warnOnce(context.log, `${message} ${TO_VERIFY}`));
}
/** For a plan: until when each mitigation is in effect that an open incident names. */
const openMitigationFindings = async (session, project) => (await mitigationsInEffect(session, project)).map((message) => ({
    level: 'warning',
    code: 'mitigation-open',
    resource: 'mitigations',
    message,
    remedy: 'Its end changes production, too. A change that only begins where the mitigation had begun stays valid after its lift.',
}));
/**
 * The mitigations that the open incidents say to be in effect, a sentence each. A record that cannot be read is a warning.
 */
async function mitigationsInEffect(session, { store, config }) {
    try {
        const open = await openIncidentsOf(session, store, config.environment);
        return open.flatMap(_incident_status_js__WEBPACK_IMPORTED_MODULE_6__/* .openObligations */ .CJ).flatMap(({ kind, what }) => ((0,_incident_obligations_js__WEBPACK_IMPORTED_MODULE_2__/* .isMitigation */ .iL)(kind) ? [what] : []));
    }
    catch (error) {
        const { message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asRewindError */ .m2)(error);
        session.context.log.warn(`Whether a mitigation is in effect is unknown: ${message} ${remedy}`);
        return [];
    }
}
/**
 * As `openIncidentsOf`, for a command that was given no id.
 * @throws RewindError incident-corrupt if none is open and a record is damaged, because that one may be open
 */
async function openIncidentsToChoose({ context }, store, environment) {
    const damaged = [];
    const open = await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openIncidents */ .Gy)(store, environment, (error) => damaged.push(error));
    if (open.length === 0 && damaged[0] !== undefined)
        throw damaged[0];
    for (const { message } of damaged)
        warnOnce(context.log, `${message} ${TO_VERIFY}`);
    return open;
}
/** One command reads the incidents several times. */
const warned = new WeakMap();
function warnOnce(log, message) {
    const before = warned.get(log) ?? new Set();
    if (before.has(message))
        return;
    warned.set(log, before.add(message));
    log.warn(message);
}
/** With the store "artifact", only a workflow step can upload what was written. */
function warnIfLocal({ run, context }, { config }, id) {
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_8__/* .incidentArtifact */ .vj)(config.store, config.environment, id);
    if (upload === null || run !== null)
        return;
    context.log.warn(`The entry is only in ${upload.path} on this machine: the store "artifact" takes records from workflows only. Write it with the workflow of examples/incident.yml.`);
}
/** Sets the outputs for the upload of the record (store "artifact"). */
function announceRecord(session, project, id) {
    const { config } = project;
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_8__/* .incidentArtifact */ .vj)(config.store, config.environment, id);
    if (upload === null)
        return;
    (0,_uploads_js__WEBPACK_IMPORTED_MODULE_9__/* .announceIndex */ .s)(session, project, 'records');
    session.setOutput('incident-artifact', upload.name);
    session.setOutput('incident-path', upload.path);
}


/***/ }),

/***/ 95888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ announceIndex)
/* harmony export */ });
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50918);

/** Sets the outputs for the upload of the entry in an index (store "artifact"). */
function announceIndex(session, { config }, index) {
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_0__/* .indexArtifact */ .V4)(config.store, index, config.environment);
    if (upload === null)
        return;
    session.setOutput('index-artifact', upload.name);
    session.setOutput('index-path', upload.path);
}


/***/ }),

/***/ 55087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IA: () => (/* binding */ metObligations),
/* harmony export */   bs: () => (/* binding */ stillBeside),
/* harmony export */   hM: () => (/* binding */ keptSince),
/* harmony export */   iL: () => (/* binding */ isMitigation),
/* harmony export */   ov: () => (/* binding */ obligationsAfter)
/* harmony export */ });
/* harmony import */ var _engine_mitigation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23714);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98479);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36362);



/** What must be undone or finished after a rollback (law 11). Pure. */
function obligationsAfter(facts) {
    const { incident, digest, snapshot, done, manual, holds, replays, commit, kept, aside, pinned, command } = facts;
    const byHand = (id, reason) => command(['incident', 'discharge', incident, '--obligation', id, '--reason', reason]);
    const of = (all) => all.map((one) => ({ ...one, rollback: digest }));
    const beside = [
        ...kept.map((one) => keptObject(one, byHand, command)),
        ...[...aside].flatMap(([resource, objects]) => objects.flatMap((object) => (object.kind === 'unfinished' ? [leftover(resource, object, byHand)] : []))),
    ];
    if (facts.mitigation !== null) {
        const { of: planned, until, proven } = facts.mitigation;
        const after = proven
            ? ` After the time limit, ${command(['mitigate', '--lift-expired'])} lifts it without a person.`
            : ' Nobody lifts it without a person: its approved job signed nothing (sign.approval-keys).';
        const kind = MITIGATED[planned.measure.kind];
        return of([
            ...unique(done).map((resource) => ({
                id: `${kind}:${resource}:${digest.slice(0, 12)}`,
                kind,
                what: `The mitigation ${(0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(planned)} is in effect in "${resource}", with a time limit until ${until}.`,
                resource,
                items: done.filter((change) => change.resource === resource).map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN),
                discharge: `${command(['undo', digest.slice(0, 12)])} plans the way back.${after}`,
                until,
            })),
            ...beside,
        ]);
    }
    const after = (resource) => facts.meanwhile.has(resource) ? ` ${facts.meanwhile.get(resource)}` : '';
    const pin = (resource) => ({
        id: `production-pinned:${resource}`,
        kind: 'production-pinned',
        what: `Production of "${resource}" is pinned to an earlier deployment: new deployments do not reach it.${after(resource)}`,
        resource,
        items: [],
        discharge: `Deploy the fix and check it. ${command(['recover', '--deployment', 'latest'])} plans to promote it. If it was promoted in Vercel: ${byHand(`production-pinned:${resource}`, 'the fix is live')}`,
    });
    // What an undo or a recovery does not bring back is what the rollback undid.
    if (facts.undoes) {
        const { recovers } = facts;
        const by = recovers === null
            ? { name: 'undo', left: '' }
            : { name: 'recovery', left: `${command(['undo', recovers.slice(0, 12)])} plans to bring it back.` };
        const left = unique(manual).map((resource) => lost(resource, manual, by, byHand));
        return of([...[...pinned].map(pin), ...left, ...beside]);
    }
    const switched = done.filter(({ stage, resource }) => stage === 'deployment' && holds.has(resource));
    const others = done.filter((change) => !switched.includes(change));
    const restored = unique(done.filter(({ database }) => database === 'restore'));
    return of([
        ...unique(switched).map(pin),
        ...unique(others).map((resource) => {
            const own = others.filter((change) => change.resource === resource);
            const items = own.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN);
            const undo = command(['undo', digest.slice(0, 12)]);
            // A recovery never brings back the data that a restore replaced.
            const back = own.every(({ database }) => database === 'restore')
                ? `${undo} plans to bring all changes of the rollback back; a recovery does not bring data back.`
                : `${command(['recover', '--scope', resource])} plans to bring them back, ${undo} plans to bring all of them back.`;
            return {
                id: `changes-undone:${resource}`,
                kind: 'changes-undone',
                what: `${items.length} change(s) of "${resource}" are undone. They must come back with the fix, or not at all.`,
                resource,
                items,
                discharge: `${back} If they stay undone: ${byHand(`changes-undone:${resource}`, 'why')}`,
            };
        }),
        ...(restored.length === 0 ? [] : [...replays]).map((resource) => ({
            id: `events-to-replay:${resource}`,
            kind: 'events-to-replay',
            what: `What the application wrote for events of "${resource}" since snapshot ${snapshot} was taken back with the database.`,
            resource,
            items: [snapshot, ...restored],
            discharge: `${command(['replay', '--scope', [resource, ...restored].join(',')])} plans to send the events again. If that is not needed: ${byHand(`events-to-replay:${resource}`, 'why')}`,
        })),
        ...beside,
        ...(commit === null ? [] : switched.slice(0, 1).map(({ resource }) => quarantined(commit, resource, byHand))),
    ]);
}
/** What a measure leaves to be undone. */
const MITIGATED = {
    'flags-off': 'flag-off',
    maintenance: 'maintenance-on',
    'scale-up': 'scaled-up',
};
/** True for the obligation to lift a mitigation. */
const isMitigation = (kind) => Object.values(MITIGATED).includes(kind);
/**
 * The open obligations that a run met, and how. What lies beside production is none of them: only a reading that knows the
 * state before its rollback proves that it is gone. Pure.
 */
function metObligations(open, { undo, undid, undone, pinned }) {
    return open.flatMap(({ id, kind, resource, items, rollback, since }) => {
        const byUndo = undo === null ? [] : [{ id, how: `${undo.word} by the plan ${undo.digest.slice(0, 12)}` }];
        if (kind === 'unfinished-rollback') {
            if (items.includes(undo?.of ?? ''))
                return byUndo;
            // Undone, so nobody finishes it.
            return undid === null || !items.includes(undid.of)
                ? []
                : [{ id, how: `undone by the plan ${undid.digest.slice(0, 12)}` }];
        }
        // The database with what was written for them is back.
        if (kind === 'events-to-replay') {
            return undo?.of === rollback && items.slice(1).every((database) => undone.has(database)) ? byUndo : [];
        }
        if (resource === null)
            return [];
        if (isMitigation(kind)) {
            return undid?.of === rollback && undone.has(resource)
                ? [{ id, how: `lifted by the plan ${undid.digest.slice(0, 12)}` }]
                : [];
        }
        if (kind === 'changes-undone' || kind === 'production-pinned') {
            // What an earlier rollback left is open: production is again as that one left it.
            const covered = undo !== null && (rollback === undo.of || (undo.began !== null && since >= undo.began));
            const met = covered && undone.has(resource) && (kind === 'changes-undone' || !pinned.has(resource));
            return met ? byUndo : [];
        }
        return [];
    });
}
/** What keeps an obligation about an object beside production open; undefined if nothing of what lies there does. Pure. */
const stillBeside = ({ kind, items }, objects) => objects.find((object) => {
    const { what, kind: now } = object;
    const begins = now === 'kept' ? object.begins : undefined;
    const isNamed = items.some((item) => (begins === undefined ? item === what : item.startsWith(begins)));
    return isNamed && (now === 'unmarked' || (now === 'kept') === (kind === 'kept-database'));
});
const quarantined = (commit, resource, byHand) => ({
    id: `quarantined-commit:${commit}`,
    kind: 'quarantined-commit',
    what: `Commit ${commit.slice(0, 12)} was rolled back. The guard lets no deploy of it through.`,
    resource,
    items: [commit],
    discharge: byHand(`quarantined-commit:${commit}`, 'why it is safe now'),
});
const unique = (changes) => [...new Set(changes.map(({ resource }) => resource))];
function lost(resource, manual, by, byHand) {
    const id = `changes-undone:${resource}`;
    const own = manual.filter((change) => change.resource === resource);
    return {
        id,
        kind: 'changes-undone',
        what: `The ${by.name} did not bring back ${own.map(({ target }) => target).join(', ')}.`,
        resource,
        items: own.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN),
        discharge: `${own.map((change) => change.manual ?? by.left).join(' ')} Then: ${byHand(id, 'how')}`,
    };
}
function keptObject({ resource, what, since, drop, name }, byHand, command) {
    const id = `kept-database:${(0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(`${resource} ${what}`).slice(0, 12)}`;
    return {
        id,
        kind: 'kept-database',
        what: `${what} (kept since ${since})`,
        resource,
        items: [what],
        discharge: `When nobody needs it any more: ${name === undefined ? '' : `${command(['recover', '--drop-database', name])} plans to drop it after some days. By hand: `}${drop}. Then: ${byHand(id, 'dropped')}`,
    };
}
/** Since when a database is kept, by what its obligation says; null if that does not say it. */
const keptSince = (what) => / \(kept since (\S+)\)$/.exec(what)?.[1] ?? null;
function leftover(resource, { what, why, drop }, byHand) {
    const id = `leftover:${(0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(`${resource} ${what}`).slice(0, 12)}`;
    return {
        id,
        kind: 'leftover',
        what: why,
        resource,
        items: [what],
        discharge: `Run the rollback again, or: ${drop}. Then: ${byHand(id, 'dropped')}`,
    };
}


/***/ }),

/***/ 74698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);


/**
 * Who runs the program outside of GitHub Actions: `ada on build-7`, with the name of git's configuration for an account that
 * several people share, `root on build-7 (git: Ada Lovelace)`. Another CI system names the person in GITHUB_ACTOR.
 */
function operatorOf(env) {
    const actor = env.text('GITHUB_ACTOR');
    if (actor !== undefined)
        return actor;
    const account = env.text('SUDO_USER') ?? accountName(env);
    const shared = account === null || account === 'root' ? gitName(env) : null;
    const name = account ?? `user ${process.getuid?.() ?? 'without an account'}`;
    return `${name} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}${shared === null ? '' : ` (git: ${shared})`}`;
}
/** A container may run a user id that has no account. */
function accountName(env) {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username;
    }
    catch {
        return env.text('USER') ?? env.text('LOGNAME') ?? null;
    }
}
/** By what decides it: starting git takes longer than the rest of a short command. */
const names = new Map();
function gitName(env) {
    const key = JSON.stringify([env.text('PATH'), env.text('HOME'), process.cwd()]);
    const known = names.has(key) ? (names.get(key) ?? null) : askGit(env);
    names.set(key, known);
    return known;
}
function askGit(env) {
    const variables = { PATH: env.text('PATH'), HOME: env.text('HOME') };
    const { status, stdout } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', ['config', 'user.name'], {
        encoding: 'utf8',
        env: variables,
        timeout: 2_000,
    });
    const name = status === 0 ? stdout.trim() : '';
    return name === '' ? null : name;
}


/***/ }),

/***/ 50918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   E5: () => (/* binding */ drillArtifact),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   V4: () => (/* binding */ indexArtifact),
/* harmony export */   mo: () => (/* binding */ indexName),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact),
/* harmony export */   vj: () => (/* binding */ incidentArtifact)
/* harmony export */ });
/** Directory in the repository for files of the store `artifact`, until a workflow step uploads them. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null if the store needs no upload by a step */
function snapshotArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
        path: `${STAGING}/snapshots/${environment}/${id}`,
    };
}
/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
function rollbackArtifact(store, environment, digest) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}rollback-${environment}-${digest}`,
        path: `${STAGING}/rollbacks/${environment}/${digest}`,
    };
}
/** The record of an incident. The workflow adds `-<run>-<attempt>`: each artifact holds the record up to its run. */
function incidentArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}incident-${environment}-${id}`,
        path: `${STAGING}/incidents/${environment}/${id}`,
    };
}
/** The result of a drill. Its id is new in each run. */
function drillArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}drill-${environment}-${id}`,
        path: `${STAGING}/drills/${environment}/${id}`,
    };
}
/**
 * A small artifact with the same name in each run that uploads something of an environment. GitHub finds artifacts only
 * by their whole name: in a repository with many artifacts this name leads to the runs. What it holds is not read.
 */
function indexName(config, index, environment) {
    return `${artifactPrefix(config)}${index}-${environment}`;
}
/** @returns patterns of files, one a line, as `path` */
function indexArtifact(store, index, environment) {
    if (store.kind !== 'artifact')
        return null;
    const files = index === 'snapshots'
        ? [`snapshots/${environment}/*/manifest.json`]
        : [
            `rollbacks/${environment}/*/plan.json`,
            `incidents/${environment}/*/head.json`,
            `drills/${environment}/*/drill.json`,
        ];
    return { name: indexName(store, index, environment), path: files.map((file) => `${STAGING}/${file}`).join('\n') };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        /^(drill)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
