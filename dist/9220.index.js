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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', `${all.length} incidents are open: ${all.join(', ')}.`, {
            remedy: 'Give the id of the one that you mean.',
        });
    }
    if (status === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('incident-not-found', `No incident of "${environment}" is open.`, {
            remedy: `Nothing has to be discharged or closed. To note something, open one: ${openOne}.`,
        });
    }
    if (status.closed !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', `Incident ${status.id} was closed at ${status.closed.at}.`, {
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
 * The open incident that mentions one of these rollbacks; else the newest open one; else a new one with this title.
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
    const id = open?.id ?? (0,_engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotIdAt */ .P1)(clock.now(), randomHex(2));
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
        session.context.log.warn((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .sentences */ .hC)(`Whether a mitigation is in effect is unknown: ${message}`, remedy));
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

/***/ 55426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bs: () => (/* binding */ stillBeside),
/* harmony export */   hM: () => (/* binding */ keptSince),
/* harmony export */   km: () => (/* binding */ keptObject),
/* harmony export */   w5: () => (/* binding */ replicationLeft),
/* harmony export */   wm: () => (/* binding */ leftover),
/* harmony export */   yg: () => (/* binding */ stillReplicated)
/* harmony export */ });
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);

/** What a rollback kept is dropped when nobody needs it. */
function keptObject({ resource, what, since, drop, name, where }, byHand, command) {
    const id = `kept-database:${(0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(`${resource} ${what}`).slice(0, 12)}`;
    return {
        id,
        kind: 'kept-database',
        what: `${what} (kept since ${since})`,
        resource,
        items: [what],
        discharge: `When nobody needs it any more: ${name === undefined ? '' : `${command(['recover', '--drop-database', name])} plans to drop it after some days. By hand: `}${drop}. Then: ${byHand(id, 'dropped')}`,
        ...(where === undefined ? {} : { where }),
    };
}
/** One at most: none if nothing replicates there. */
function replicationLeft({ resource, what, replication, where }, byHand, command) {
    const active = (replication?.left ?? []).filter((one) => one.active).map((one) => one.what);
    if (replication === undefined || active.length === 0)
        return [];
    const id = `replication-left:${(0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(`${resource} ${what}`).slice(0, 12)}`;
    return [
        {
            id,
            kind: 'replication-left',
            what: `Replication stayed with the ${what}, and does not reach what took its place: ${active.join(', ')}.`,
            resource,
            items: [what, ...active],
            discharge: `${replication.move} Then ${command(['recover'])} discharges it. If it stays there: ${byHand(id, 'why')}`,
            ...(where === undefined ? {} : { where }),
        },
    ];
}
/** Since when a database is kept, by what its obligation says; null if that does not say it. */
const keptSince = (what) => / \(kept since (\S+)\)$/.exec(what)?.[1] ?? null;
/** What an interrupted rollback left. */
function leftover(resource, { what, why, drop, where }, byHand) {
    const id = `leftover:${(0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(`${resource} ${what}`).slice(0, 12)}`;
    return {
        id,
        kind: 'leftover',
        what: why,
        resource,
        items: [what],
        discharge: `Run the rollback again, or: ${drop}. Then: ${byHand(id, 'dropped')}`,
        ...(where === undefined ? {} : { where }),
    };
}
/** What of the replication that an obligation names is not moved yet. Pure. */
const stillReplicated = ({ items }, { replication }) => (replication?.left ?? []).map(({ what }) => what).filter((what) => items.includes(what));
/**
 * What keeps an obligation about an object beside production open; undefined if nothing of what lies there does. A kept object
 * that a person gave another name is known by the time since when it is kept. Pure.
 */
const stillBeside = ({ kind, items, what: told }, objects) => {
    const isFor = ({ kind: now }) => now === 'unmarked' || (now === 'kept') === (kind === 'kept-database');
    const isNamed = (object) => {
        const begins = object.kind === 'kept' ? object.begins : undefined;
        return items.some((item) => (begins === undefined ? item === object.what : item.startsWith(begins)));
    };
    const since = kind === 'kept-database' ? keptSince(told) : null;
    return (objects.find((object) => isFor(object) && isNamed(object)) ??
        objects.find((object) => object.kind === 'kept' && object.since === since));
};


/***/ }),

/***/ 55087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IA: () => (/* binding */ metObligations),
/* harmony export */   iL: () => (/* binding */ isMitigation),
/* harmony export */   ov: () => (/* binding */ obligationsAfter)
/* harmony export */ });
/* harmony import */ var _engine_mitigation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23714);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98479);
/* harmony import */ var _beside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55426);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);




/** What must be undone or finished after a rollback (law 11). Pure. */
function obligationsAfter(facts) {
    const { incident, digest, snapshot, done, manual, holds, replays, commits, kept, aside, pinned, command } = facts;
    const byHand = (id, reason) => command(['incident', 'discharge', incident, '--obligation', id, '--reason', reason]);
    const ways = { digest, byHand, command };
    const of = (all) => all.map((one) => ({ ...one, rollback: digest }));
    const beside = [
        ...kept.flatMap((one) => [(0,_beside_js__WEBPACK_IMPORTED_MODULE_2__/* .keptObject */ .km)(one, byHand, command), ...(0,_beside_js__WEBPACK_IMPORTED_MODULE_2__/* .replicationLeft */ .w5)(one, byHand, command)]),
        ...[...aside].flatMap(([resource, objects]) => objects.flatMap((object) => (object.kind === 'unfinished' ? [(0,_beside_js__WEBPACK_IMPORTED_MODULE_2__/* .leftover */ .wm)(resource, object, byHand)] : []))),
    ];
    const { mitigation } = facts;
    if (mitigation !== null) {
        return of([...unique(done).map((resource) => inEffect(resource, done, mitigation, ways)), ...beside]);
    }
    const pin = (resource) => productionPinned(resource, facts.meanwhile.get(resource), ways);
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
    const others = done.filter((change) => !switched.includes(change) && !isBeside(change));
    const restored = unique(done.filter(({ database }) => database === 'restore'));
    return of([
        ...unique(switched).map(pin),
        ...unique(others).map((resource) => changesUndone(resource, others, ways)),
        ...(restored.length === 0 ? [] : [...replays]).map((resource) => toReplay(resource, snapshot, restored, ways)),
        ...beside,
        ...switched.slice(0, 1).flatMap(({ resource }) => commits.map((commit) => quarantined(commit, resource, byHand))),
    ]);
}
function inEffect(resource, done, { of: planned, until, proven }, { digest, command }) {
    const kind = MITIGATED[planned.measure.kind];
    const after = proven
        ? ` After the time limit, ${command(['mitigate', '--lift-expired'])} lifts it without a person.`
        : ' A person must lift it: its approved job signed nothing (sign.approval-keys).';
    return {
        id: `${kind}:${resource}:${digest.slice(0, 12)}`,
        kind,
        what: `The mitigation ${(0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(planned)} is in effect in "${resource}", with a time limit until ${until}.`,
        resource,
        items: done.filter((change) => change.resource === resource).map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN),
        discharge: `${command(['undo', digest.slice(0, 12)])} plans the way back.${after}`,
        until,
    };
}
/** @param meanwhile what went live between the checks and the switch, a whole sentence */
function productionPinned(resource, meanwhile, { byHand, command }) {
    const id = `production-pinned:${resource}`;
    const after = meanwhile === undefined ? '' : ` ${meanwhile}`;
    return {
        id,
        kind: 'production-pinned',
        what: `Production of "${resource}" is pinned to an earlier deployment: new deployments do not reach it.${after}`,
        resource,
        items: [],
        discharge: `Deploy the fix and check it. ${command(['recover', '--deployment', 'latest'])} plans to promote it. If it was promoted in Vercel: ${byHand(id, 'the fix is live')}`,
    };
}
function changesUndone(resource, changes, { digest, byHand, command }) {
    const id = `changes-undone:${resource}`;
    const own = changes.filter((change) => change.resource === resource);
    const items = own.map(_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN);
    const one = items.length === 1;
    const undo = command(['undo', digest.slice(0, 12)]);
    // A recovery never brings back the data that a restore replaced.
    const back = own.every(({ database }) => database === 'restore')
        ? `${undo} plans to bring all changes of the rollback back; a recovery does not bring data back.`
        : `${command(['recover', '--scope', resource])} plans to bring ${one ? 'it' : 'them'} back; ${undo} plans to bring all changes of the rollback back.`;
    return {
        id,
        kind: 'changes-undone',
        what: `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(items.length, `change of "${resource}" is undone. It`, `changes of "${resource}" are undone. They`)} must come back with the fix, or not at all.`,
        resource,
        items,
        discharge: `${back} If ${one ? 'it stays' : 'they stay'} undone: ${byHand(id, 'why')}`,
    };
}
/** @param restored ids of the databases that were restored */
function toReplay(resource, snapshot, restored, { byHand, command }) {
    const id = `events-to-replay:${resource}`;
    return {
        id,
        kind: 'events-to-replay',
        what: `What the application wrote for events of "${resource}" since snapshot ${snapshot} was taken back with the database.`,
        resource,
        items: [snapshot, ...restored],
        discharge: `${command(['replay', '--scope', [resource, ...restored].join(',')])} plans to send the events again. If that is not needed: ${byHand(id, 'why')}`,
    };
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
 * The open obligations that a run met, and how. What lies beside production is none of them: only a reading that knows its
 * place proves that it is gone. Pure.
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
const quarantined = (commit, resource, byHand) => ({
    id: `quarantined-commit:${commit}`,
    kind: 'quarantined-commit',
    what: `Commit ${commit.slice(0, 12)} was rolled back. The guard blocks each deploy of it.`,
    resource,
    items: [commit],
    discharge: byHand(`quarantined-commit:${commit}`, 'why it is safe now'),
});
/** A restore beside production has undone nothing: the object that it made is an obligation of its own. */
const isBeside = ({ database, action }) => database === 'restore' && action === 'create';
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


/***/ }),

/***/ 99069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Gy: () => (/* binding */ openIncidents),
/* harmony export */   MZ: () => (/* binding */ listIncidents),
/* harmony export */   Q1: () => (/* binding */ INCIDENTS_AT_ONCE),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34903);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61022);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21022);







/**
 * Files of one incident, under `incidents/<environment>/<id>/`:
 *   000001.json …   entries, one object each, never written twice
 *   head.json       number and hash of the last entry, written after it
 */
const folderOf = (environment, id) => `incidents/${environment}/${id}`;
const FILE = /\/(\d{6})\.json$/;
const keyOf = (environment, id, seq) => `${folderOf(environment, id)}/${String(seq).padStart(6, '0')}.json`;
const headKey = (environment, id) => `${folderOf(environment, id)}/head.json`;
const head = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ seq: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().positive(), hash: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() });
/** Times that an entry is placed again because another process wrote the same number. */
const RETRIES = 20;
/** Records that are read at once. */
const INCIDENTS_AT_ONCE = 4;
/** Entries of a record that are read at once. */
const READS = 32;
/** Ids of the incidents of an environment, oldest first. */
async function listIncidents(store, environment) {
    const objects = await store.list(`incidents/${environment}`);
    const own = objects.filter(({ key }) => FILE.test(key) || key.endsWith('/head.json'));
    return [...new Set(own.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _entry_js__WEBPACK_IMPORTED_MODULE_4__/* .INCIDENT_ID */ .zP.test(id)).sort();
}
/**
 * Reads what is there, also if it is damaged.
 * @param known the first entries, as they were read before: entries are never written twice
 * @throws RewindError incident-not-found
 */
async function readRecord(store, environment, id, known = []) {
    const folder = folderOf(environment, id);
    const listed = await store.list(folder);
    const end = await readHead(store, environment, id, listed);
    // Another writer may have added entries after the listing. A head is written after its entry, so a new listing has it.
    const isOld = end !== null && end !== 'unreadable' && !listed.some(({ key }) => key === keyOf(environment, id, end.seq));
    const numbered = (isOld ? await store.list(folder) : listed).flatMap(({ key }) => {
        const seq = FILE.exec(key)?.[1];
        return seq === undefined ? [] : [{ key, seq: Number(seq) }];
    });
    if (numbered.length === 0 && end === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('incident-not-found', `There is no incident ${id} in "${environment}".`);
    }
    const stored = await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .mapLimited */ .bB)(numbered, READS, async ({ key, seq }) => {
        const before = known[seq - 1];
        if (before !== undefined)
            return { seq, entry: before };
        const content = await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text);
        try {
            return { seq, entry: (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(content, key) };
        }
        catch {
            return { seq, entry: null };
        }
    });
    return { stored, head: end };
}
async function readHead(store, environment, id, objects) {
    const key = headKey(environment, id);
    // A writer that was killed between the first entry and its head.
    if (!objects.some((object) => object.key === key))
        return null;
    try {
        return head.parse(JSON.parse(await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)));
    }
    catch {
        return 'unreadable';
    }
}
/**
 * The entries of a sound record.
 * @param known the first entries, as they were read before
 * @throws RewindError incident-not-found, incident-corrupt
 */
async function readEntries(store, environment, id, known = []) {
    const { stored, head: end } = await readRecord(store, environment, id, known);
    const problems = (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsOf */ .G)(stored, id, end);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
    }
    return stored.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}
/**
 * The incidents that are not closed, newest first.
 * @param onDamaged gets the error of each damaged record; the result leaves that incident out
 */
async function openIncidents(store, environment, onDamaged) {
    const open = [];
    for (const id of (await listIncidents(store, environment)).reverse()) {
        try {
            const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_6__/* .statusOf */ .c2)(await readEntries(store, environment, id));
            if (status.closed === null)
                open.push(status);
        }
        catch (error) {
            if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError) || error.code !== 'incident-corrupt')
                throw error;
            onDamaged(error);
        }
    }
    return open;
}
/** Reads and writes one record. Entries with a key are written once. */
class Recorder {
    store;
    environment;
    incident;
    author;
    clock;
    /** The record as this process knows it: each entry is read once, because a record grows. */
    known = null;
    /** True: there may be more entries. */
    isOld = false;
    /** Number of entries that this process copied. */
    carried = 0;
    /** One step at a time: messages are sent beside a rollback, and both write. */
    last = Promise.resolve();
    constructor(store, environment, incident, author, clock) {
        this.store = store;
        this.environment = environment;
        this.incident = incident;
        this.author = author;
        this.clock = clock;
    }
    /**
     * Appends an entry. Safe against a kill at any write and against a second writer: a number is written only once.
     * @returns false if the entry with this key was there already
     * @throws RewindError incident-corrupt, store-unreadable, store-write-failed
     */
    add(kind, data, key = null) {
        return this.inTurn(() => this.append(kind, data, key));
    }
    /** The entries, with those that this process wrote. @throws RewindError incident-not-found, incident-corrupt */
    entries() {
        return this.inTurn(() => this.read(false));
    }
    /** Looks for new entries before the next step: another process may have written. */
    refresh() {
        this.isOld = true;
    }
    inTurn(step) {
        const turn = this.last.then(step, step);
        this.last = turn.catch(() => undefined);
        return turn;
    }
    async append(kind, data, key) {
        const { environment, incident, store } = this;
        for (let tries = 0; tries < RETRIES; tries += 1) {
            const entries = await this.read(kind === 'opened');
            if (key !== null && entries.some((entry) => entry.key === key))
                return false;
            const { by, run, redact } = this.author;
            const at = this.clock.now().toISOString();
            const clean = JSON.parse(redact(JSON.stringify(data)));
            const content = { incident, environment, at, by, run, key, kind, data: clean };
            const entry = (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .chain */ .cy)(content, entries.at(-1));
            await this.carry(entries);
            if (!(await create(store, keyOf(environment, incident, entry.seq), entry))) {
                // Another writer was faster.
                this.isOld = true;
                continue;
            }
            this.known = [...entries, entry];
            await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
            return true;
        }
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('store-write-failed', `Another process keeps writing to incident ${incident}.`);
    }
    async read(first) {
        if (this.known !== null && !this.isOld)
            return this.known;
        this.isOld = false;
        try {
            this.known = await readEntries(this.store, this.environment, this.incident, this.known ?? []);
            return this.known;
        }
        catch (error) {
            if (first && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError && error.code === 'incident-not-found')
                return [];
            this.isOld = true;
            throw error;
        }
    }
    /** An artifact of a run holds the whole record, because the artifacts of earlier runs expire. */
    async carry(entries) {
        if (this.store.expires !== true)
            return;
        for (const entry of entries.slice(this.carried)) {
            await this.store.put(keyOf(this.environment, this.incident, entry.seq), encode(entry));
        }
        this.carried = entries.length;
    }
}
const encode = (content) => Buffer.from(`${JSON.stringify(content)}\n`);
/** @returns false if the object exists. A store that cannot tell is used by one run at a time. */
async function create(store, key, entry) {
    if (store.create !== undefined)
        return store.create(key, encode(entry));
    await store.put(key, encode(entry));
    return true;
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
