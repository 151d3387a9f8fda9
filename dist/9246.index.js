export const id = 9246;
export const ids = [9246];
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
/* harmony export */   LS: () => (/* binding */ openRecorder),
/* harmony export */   MU: () => (/* binding */ recorderOf),
/* harmony export */   bJ: () => (/* binding */ openIncidentsOf)
/* harmony export */ });
/* harmony import */ var _engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94365);
/* harmony import */ var _incident_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99069);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21022);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78101);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50918);
/* harmony import */ var _author_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33975);







/**
 * The record to write to: of the named incident, else of the newest open one.
 * @throws RewindError incident-not-found, incident-corrupt, input-invalid for a closed one
 */
async function openRecorder(session, { store, config }, id) {
    const { environment } = config;
    const [status, ...others] = id === undefined
        ? await openIncidentsOf(session, store, environment)
        : [(0,_incident_status_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c2)(await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(store, environment, id))];
    if (others.length > 0) {
        const all = [status, ...others].map((one) => `${one?.id ?? ''} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(one?.title ?? '')})`);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `${all.length} incidents are open: ${all.join(', ')}.`, {
            remedy: 'Give the id of the one that you mean.',
        });
    }
    if (status === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('incident-not-found', `No incident of "${environment}" is open.`, {
            remedy: 'Open one: rewind incident open --title "what is wrong".',
        });
    }
    if (status.closed !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `Incident ${status.id} was closed at ${status.closed.at}.`, {
            remedy: 'A closed record is not changed. Open a new incident: rewind incident open --title "what is wrong".',
        });
    }
    return recorderOf(session, { store, config }, status.id);
}
const recorderOf = (session, { store, config }, incident) => new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, config.environment, incident, (0,_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session), session.context.clock);
/**
 * The open incident that tells of one of these rollbacks; else the newest open one; else a new one with this title.
 * @param digests of the rollback, and of the one that it undoes
 * @throws RewindError incident-corrupt, store-write-failed
 */
async function openOrNewRecorder(session, project, title, digests) {
    const { store, config } = project;
    const { clock, randomHex, log } = session.context;
    const all = await openIncidentsOf(session, store, config.environment);
    const open = all.find((one) => digests.some((digest) => (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_4__/* .tellsOf */ .Cz)(one, digest))) ?? all[0];
    if (open !== undefined && all.length > 1) {
        log.warn(`${all.length} incidents are open. This rollback is written to ${open.id} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(open.title)}).`);
    }
    const id = open?.id ?? (0,_engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotIdAt */ .P1)(clock.now(), randomHex(3));
    const recorder = recorderOf(session, project, id);
    if (open === undefined)
        await recorder.add('opened', { title, severity: null });
    announceRecord(session, project, id);
    return recorder;
}
/** The open incidents, newest first. A damaged one is a warning. */
function openIncidentsOf({ context }, store, environment) {
    return (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openIncidents */ .Gy)(store, environment, ({ message }) => context.log.warn(`${message} Run "rewind incident verify".`));
}
/** Sets the outputs for the upload of the record (store "artifact"). */
function announceRecord(session, { config }, id) {
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__/* .incidentArtifact */ .vj)(config.store, config.environment, id);
    if (upload === null)
        return;
    session.setOutput('incident-artifact', upload.name);
    session.setOutput('incident-path', upload.path);
}


/***/ }),

/***/ 34903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf)
/* harmony export */ });
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61022);

/**
 * What is wrong with a record, one sentence per entry; empty for a sound one. A chain alone shows a change in the middle, not
 * a missing end, therefore the head is kept apart.
 *
 * @param stored in the order of their numbers
 * @param own the head of the store
 * @param shown a head that stood elsewhere, which must be part of the chain
 */
function problemsOf(stored, incident, own, shown = null) {
    const problems = [];
    let previous = null;
    let expected = 1;
    for (const { seq, entry } of stored) {
        for (; expected < seq; expected += 1)
            problems.push(`Entry ${expected} is missing.`);
        expected = seq + 1;
        const problem = entry === null ? 'cannot be read' : problemOf(entry, seq, incident, previous);
        if (problem !== null)
            problems.push(`Entry ${seq} ${problem}.`);
        previous = entry;
    }
    // A writer that was killed after the very first entry left no head.
    if (own === null && stored.length > 1)
        problems.push('head.json is missing: nobody can say whether the record ends here.');
    if (own === 'unreadable')
        problems.push('head.json cannot be read.');
    for (const head of [own, shown]) {
        if (head === null || head === 'unreadable')
            continue;
        const found = stored.find(({ seq }) => seq === head.seq);
        if (found === undefined)
            problems.push(`Entry ${head.seq} is missing: the record once ended with it.`);
        else if (found.entry !== null && found.entry.hash !== head.hash)
            problems.push(`Entry ${head.seq} is not the one that the record once ended with.`);
    }
    return [...new Set(problems)];
}
function problemOf(entry, seq, incident, previous) {
    if (entry.hash !== (0,_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .qQ)(entry))
        return 'was changed: its hash does not match its content';
    if (entry.incident !== incident)
        return `belongs to incident ${entry.incident}`;
    if (entry.seq !== seq)
        return `has the number ${entry.seq}`;
    if (seq === 1 && (entry.kind !== 'opened' || entry.previous !== null))
        return 'does not open an incident';
    if (previous !== null && entry.previous !== previous.hash)
        return `does not follow entry ${previous.seq}`;
    return null;
}


/***/ }),

/***/ 61022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   zP: () => (/* binding */ INCIDENT_ID)
/* harmony export */ });
/* unused harmony exports OBLIGATIONS, KINDS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16449);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);




/** `20261126T030405Z-1a2b3c`, as for snapshots. */
const INCIDENT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;
const SEVERITIES = ['critical', 'major', 'minor'];
/** Kinds of obligations. Each one has a command that discharges it (law 11). */
const OBLIGATIONS = [
    /** A rollback that was begun and has not succeeded. Calculated, not written. */
    'unfinished-rollback',
    /** A rollback pinned production: deploys do not reach it. */
    'production-pinned',
    /** The rollback undid changes of the release, e.g. flags, variables or migrations. They come back with the fix. */
    'changes-undone',
    /** The restore kept the previous database. It is dropped after some days. */
    'kept-database',
    /** An interrupted rollback left an object that nothing uses. */
    'leftover',
    /** A restore took back what the application wrote for events of a service. They are sent again. */
    'events-to-replay',
    /** A commit that must not be deployed again. */
    'quarantined-commit',
];
const digest = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const outcome = {
    digest,
    snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    title: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    done: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** When the approved run began. */
    startedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
};
const obligation = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    /** Identity within the incident, e.g. `pinned:web`. A second one with the same id is the same obligation. */
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(OBLIGATIONS),
    /** One sentence: what is not normal. */
    what: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    resource: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** What exactly: ids of changes, the name of a database, a commit. */
    items: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** Digest of the rollback that left it. */
    rollback: digest,
    /** Command that discharges it. */
    discharge: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
/** The content of an entry, by its kind. No secrets: an entry may be shown to everybody who may read the repository. */
const CONTENT = {
    opened: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ title: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), severity: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(SEVERITIES).nullable() }),
    note: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ text: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    planned: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        digest,
        snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        database: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_engine_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAN_DATABASE_MODES */ .ps),
        changes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
        /** When the plan was made; the wait for the approval begins here. */
        plannedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
        /** Command that carries it out, and finishes it after an interruption. */
        command: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        /** When the release capture that the plan uses was taken, just after the deploy; absent without one. */
        releasedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$().exactOptional(),
    }),
    approved: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ digest, how: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), by: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) }),
    'rolled-back': zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej(outcome),
    /** The outcome of a recovery. `deployments`: what took production, by resource. */
    recovered: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...outcome, deployments: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) }),
    verified: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), statement: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    obligation,
    discharged: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), how: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    closed: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
};
const KINDS = Object.keys(CONTENT);
const head = {
    incident: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(INCIDENT_ID),
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    seq: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().positive(),
    at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Login of the person, or user of the machine. */
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** Names the event, so that the same event is recorded once however often its writer is run; null for what people write. */
    key: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** Hash of the entry before; null for the first one. */
    previous: digest.nullable(),
    hash: digest,
};
const schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('opened'), data: CONTENT.opened }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('note'), data: CONTENT.note }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('planned'), data: CONTENT.planned }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('approved'), data: CONTENT.approved }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('rolled-back'), data: CONTENT['rolled-back'] }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('recovered'), data: CONTENT.recovered }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('verified'), data: CONTENT.verified }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('obligation'), data: CONTENT.obligation }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('discharged'), data: CONTENT.discharged }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('closed'), data: CONTENT.closed }),
]);
/** SHA-256 of the canonical JSON of an entry without its hash. */
function hashOf(entry) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ ...entry, hash: undefined }));
}
/** Puts an entry behind another one. */
function chain(entry, last) {
    const placed = { ...entry, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? null };
    return schema.parse({ ...placed, hash: hashOf(placed) });
}
/** @throws RewindError incident-corrupt */
function parseEntry(text, key) {
    try {
        return schema.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('incident-corrupt', `${key} is not an entry of an incident.`, { cause: error });
    }
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24085);
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
    return [...new Set(objects.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _entry_js__WEBPACK_IMPORTED_MODULE_4__/* .INCIDENT_ID */ .zP.test(id)).sort();
}
/** Reads what is there, also if it is damaged. @throws RewindError incident-not-found */
async function readRecord(store, environment, id) {
    const objects = await store.list(folderOf(environment, id));
    const numbered = objects.flatMap(({ key }) => {
        const seq = FILE.exec(key)?.[1];
        return seq === undefined ? [] : [{ key, seq: Number(seq) }];
    });
    if (numbered.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-not-found', `There is no incident ${id} in "${environment}".`);
    }
    const stored = await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .mapLimited */ .b)(numbered, READS, async ({ key, seq }) => {
        const content = await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text);
        try {
            return { seq, entry: (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(content, key) };
        }
        catch {
            return { seq, entry: null };
        }
    });
    return { stored, head: await readHead(store, environment, id, objects) };
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
 * @throws RewindError incident-not-found, incident-corrupt
 */
async function readEntries(store, environment, id) {
    const { stored, head: end } = await readRecord(store, environment, id);
    const problems = (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsOf */ .G)(stored, id, end);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
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
            if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir) || error.code !== 'incident-corrupt')
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
    /** The record as this process knows it: read once, because a record grows. */
    known = null;
    /** Number of entries that this process copied. */
    carried = 0;
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
    async add(kind, data, key = null) {
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
                this.known = null;
                continue;
            }
            this.known = [...entries, entry];
            await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
            return true;
        }
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('store-write-failed', `Another process keeps writing to incident ${incident}.`);
    }
    /** The entries, with those that this process wrote. @throws RewindError incident-not-found, incident-corrupt */
    async entries() {
        return this.read(false);
    }
    async read(first) {
        try {
            this.known ??= await readEntries(this.store, this.environment, this.incident);
            return this.known;
        }
        catch (error) {
            if (first && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir && error.code === 'incident-not-found')
                return [];
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

/***/ 21022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ openObligations),
/* harmony export */   Cz: () => (/* binding */ tellsOf),
/* harmony export */   Fg: () => (/* binding */ unfinishedId),
/* harmony export */   c2: () => (/* binding */ statusOf)
/* harmony export */ });
/** Pure. @param entries of a sound record, at least one */
function statusOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const obligations = new Map();
    const commands = new Map();
    let closed = null;
    for (const { kind, data, at, by } of entries) {
        if (kind === 'planned')
            commands.set(data.digest, data.command);
        if (kind === 'approved') {
            const command = commands.get(data.digest) ?? `rewind rollback --digest ${data.digest}`;
            const opened = unfinished(data.digest, at, command);
            obligations.set(opened.id, opened);
        }
        if ((kind === 'rolled-back' || kind === 'recovered') && data.ok) {
            const id = unfinishedId(data.digest);
            const open = obligations.get(id);
            if (open !== undefined)
                obligations.set(id, { ...open, discharged: { at, by, how: data.title } });
        }
        if (kind === 'obligation') {
            const open = obligations.get(data.id);
            // A rollback that is run again, or a second one, states its obligations again. They are open since the first time.
            const still = open?.discharged === null ? open : null;
            const since = still?.since ?? at;
            const rollback = still?.rollback ?? data.rollback;
            const items = [...new Set([...(still?.items ?? []), ...data.items])];
            obligations.set(data.id, { ...data, rollback, items, since, discharged: null });
        }
        if (kind === 'discharged') {
            const open = obligations.get(data.id);
            if (open !== undefined)
                obligations.set(data.id, { ...open, discharged: { at, by, how: data.how } });
        }
        if (kind === 'closed')
            closed = { at, by, reason: data.reason };
    }
    return {
        id: first.incident,
        environment: first.environment,
        title: first.data.title,
        severity: first.data.severity,
        openedAt: first.at,
        openedBy: first.by,
        closed,
        obligations: [...obligations.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
        figures: figuresOf(entries),
        head: { seq: last.seq, hash: last.hash },
    };
}
/** A rollback that was approved is to be finished, also if its run was killed before it wrote anything else. */
function unfinished(digest, since, discharge) {
    return {
        id: unfinishedId(digest),
        kind: 'unfinished-rollback',
        what: `The plan ${digest.slice(0, 12)} was approved, and is not carried out completely.`,
        resource: null,
        items: [digest],
        rollback: digest,
        discharge,
        since,
        discharged: null,
    };
}
/** Of the obligation to finish a rollback. */
const unfinishedId = (digest) => `unfinished-rollback:${digest.slice(0, 12)}`;
/** True if the record tells of the rollback with this digest. */
const tellsOf = ({ obligations }, digest) => obligations.some(({ kind, items }) => kind === 'unfinished-rollback' && items.includes(digest));
const openObligations = ({ obligations }) => obligations.filter(({ discharged }) => discharged === null);
function figuresOf(entries) {
    const restored = entries.find((entry) => entry.kind === 'verified' && entry.data.ok);
    const rollback = entries.find((entry) => entry.kind === 'rolled-back');
    const restoring = restored === undefined ? undefined : planOf(entries, restored.data);
    const planned = rollback === undefined ? undefined : planOf(entries, rollback.data);
    const between = (from, to) => from === undefined || to === undefined ? null : Date.parse(to) - Date.parse(from);
    return {
        deployToRestoredMs: between(restoring?.releasedAt, restored?.at),
        detectedToRestoredMs: between(entries[0]?.at, restored?.at),
        approvalWaitMs: between(planned?.plannedAt, rollback?.data.startedAt),
    };
}
function planOf(entries, { digest }) {
    return entries.flatMap((entry) => (entry.kind === 'planned' && entry.data.digest === digest ? [entry.data] : []))[0];
}


/***/ }),

/***/ 50918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
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
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ })

};
