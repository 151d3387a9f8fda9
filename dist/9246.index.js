export const id = 9246;
export const ids = [9246];
export const modules = {

/***/ 3975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ authorOf)
/* harmony export */ });
/* harmony import */ var _runtime_operator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4698);

/** Who runs the command: for records that people read later. */
function authorOf({ run, context }) {
    return {
        by: run?.triggeredBy ?? (0,_runtime_operator_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorOf */ .g)(context.env),
        run: run?.url ?? null,
        redact: (text) => context.masker.redact(text),
    };
}


/***/ }),

/***/ 9246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ openOrNewRecorder),
/* harmony export */   HA: () => (/* binding */ announceRecord),
/* harmony export */   LS: () => (/* binding */ openRecorder),
/* harmony export */   bJ: () => (/* binding */ openIncidentsOf)
/* harmony export */ });
/* harmony import */ var _engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4365);
/* harmony import */ var _incident_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9069);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8641);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8101);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(918);
/* harmony import */ var _author_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3975);







/**
 * The record to write to: of the named incident, else of the newest open one.
 * @throws RewindError incident-not-found, incident-corrupt, input-invalid for a closed one
 */
async function openRecorder(session, { store, config }, id) {
    const { environment } = config;
    const [status, ...others] = id === undefined
        ? await openIncidentsOf(session, store, environment)
        : [(0,_incident_status_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(store, environment, id))];
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
    return new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, environment, status.id, (0,_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session), session.context.clock);
}
/** The newest open incident, or a new one with this title. @throws RewindError incident-corrupt, store-write-failed */
async function openOrNewRecorder(session, project, title) {
    const { store, config } = project;
    const { clock, randomHex } = session.context;
    const [open] = await openIncidentsOf(session, store, config.environment);
    const id = open?.id ?? (0,_engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotIdAt */ .P1)(clock.now(), randomHex(3));
    const recorder = new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, config.environment, id, (0,_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session), clock);
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

/***/ 7284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf)
/* harmony export */ });
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1022);

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

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   zP: () => (/* binding */ INCIDENT_ID)
/* harmony export */ });
/* unused harmony exports OBLIGATIONS, KINDS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);




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
    /** A commit that must not be deployed again. */
    'quarantined-commit',
];
const digest = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const obligation = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** Identity within the incident, e.g. `pinned:web`. A second one with the same id is the same obligation. */
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(OBLIGATIONS),
    /** One sentence: what is not normal. */
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** What exactly: ids of changes, the name of a database, a commit. */
    items: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Command that discharges it. */
    discharge: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** The content of an entry, by its kind. No secrets: an entry may be shown to everybody who may read the repository. */
const CONTENT = {
    opened: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), severity: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(SEVERITIES).nullable() }),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ text: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    planned: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        digest,
        snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_engine_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
        changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int(),
        /** When the plan was made; the wait for the approval begins here. */
        plannedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    }),
    approved: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ digest, how: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), by: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) }),
    'rolled-back': zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        digest,
        snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        ok: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        done: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        failed: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        /** When the approved run began. */
        startedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    }),
    verified: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), statement: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    obligation,
    discharged: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), how: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    closed: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
};
const KINDS = Object.keys(CONTENT);
const head = {
    incident: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(INCIDENT_ID),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    seq: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().positive(),
    at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Login of the person, or user of the machine. */
    by: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Names the event, so that the same event is recorded once however often its writer is run; null for what people write. */
    key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Hash of the entry before; null for the first one. */
    previous: digest.nullable(),
    hash: digest,
};
const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('opened'), data: CONTENT.opened }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('note'), data: CONTENT.note }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('planned'), data: CONTENT.planned }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('approved'), data: CONTENT.approved }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rolled-back'), data: CONTENT['rolled-back'] }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('verified'), data: CONTENT.verified }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('obligation'), data: CONTENT.obligation }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('discharged'), data: CONTENT.discharged }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('closed'), data: CONTENT.closed }),
]);
/** SHA-256 of the canonical JSON of an entry without its hash. */
function hashOf(entry) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)({ ...entry, hash: undefined }));
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-corrupt', `${key} is not an entry of an incident.`, { cause: error });
    }
}


/***/ }),

/***/ 9069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Gy: () => (/* binding */ openIncidents),
/* harmony export */   MZ: () => (/* binding */ listIncidents),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7284);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8641);






/**
 * Files of one incident, under `incidents/<environment>/<id>/`:
 *   000001.json …   entries, one object each, never written twice
 *   head.json       number and hash of the last entry, written after it
 */
const folderOf = (environment, id) => `incidents/${environment}/${id}`;
const FILE = /\/(\d{6})\.json$/;
const keyOf = (environment, id, seq) => `${folderOf(environment, id)}/${String(seq).padStart(6, '0')}.json`;
const headKey = (environment, id) => `${folderOf(environment, id)}/head.json`;
const head = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ seq: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive(), hash: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/** Times that an entry is placed again because another process wrote the same number. */
const RETRIES = 20;
/** Ids of the incidents of an environment, oldest first. */
async function listIncidents(store, environment) {
    const objects = await store.list(`incidents/${environment}`);
    return [...new Set(objects.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _entry_js__WEBPACK_IMPORTED_MODULE_3__/* .INCIDENT_ID */ .zP.test(id)).sort();
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
    const stored = await Promise.all(numbered.map(async ({ key, seq }) => {
        const content = await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text);
        try {
            return { seq, entry: (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEntry */ .ER)(content, key) };
        }
        catch {
            return { seq, entry: null };
        }
    }));
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
    const problems = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .problemsOf */ .G)(stored, id, end);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
    }
    return stored.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}
/**
 * The incidents that are not closed, newest first.
 * @param onDamaged is told of each one whose record is damaged; it is left out
 */
async function openIncidents(store, environment, onDamaged) {
    const open = [];
    for (const id of (await listIncidents(store, environment)).reverse()) {
        try {
            const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(await readEntries(store, environment, id));
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
/** Writes to one record. Entries with a key are written once. */
class Recorder {
    store;
    environment;
    incident;
    author;
    clock;
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
            const entries = await this.entries(kind === 'opened');
            if (key !== null && entries.some((entry) => entry.key === key))
                return false;
            const { by, run, redact } = this.author;
            const at = this.clock.now().toISOString();
            const clean = JSON.parse(redact(JSON.stringify(data)));
            const content = { incident, environment, at, by, run, key, kind, data: clean };
            const entry = (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .chain */ .cy)(content, entries.at(-1));
            await this.carry(entries);
            if (!(await create(store, keyOf(environment, incident, entry.seq), entry)))
                continue;
            await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
            return true;
        }
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('store-write-failed', `Another process keeps writing to incident ${incident}.`);
    }
    async entries(first) {
        try {
            return await readEntries(this.store, this.environment, this.incident);
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
        for (const entry of entries) {
            await this.store.put(keyOf(this.environment, this.incident, entry.seq), encode(entry));
        }
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

/***/ 8641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openObligations),
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/** Pure. @param entries of a sound record, at least one */
function statusOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const obligations = new Map();
    let closed = null;
    for (const { kind, data, at, by } of entries) {
        if (kind === 'approved')
            obligations.set(...unfinished(data.digest, at));
        if (kind === 'rolled-back' && data.ok) {
            const [id] = unfinished(data.digest, at);
            const open = obligations.get(id);
            if (open !== undefined)
                obligations.set(id, { ...open, discharged: { at, by, how: data.title } });
        }
        if (kind === 'obligation') {
            const open = obligations.get(data.id);
            // A rollback that is run again states its obligations again. They are open since the first time.
            const since = open?.discharged === null ? open.since : at;
            obligations.set(data.id, { ...data, since, discharged: null });
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
function unfinished(digest, since) {
    const id = `unfinished-rollback:${digest.slice(0, 12)}`;
    return [
        id,
        {
            id,
            kind: 'unfinished-rollback',
            what: `The rollback ${digest.slice(0, 12)} was begun and is not complete.`,
            resource: null,
            items: [digest],
            discharge: `rewind rollback --digest ${digest}`,
            since,
            discharged: null,
        },
    ];
}
const openObligations = ({ obligations }) => obligations.filter(({ discharged }) => discharged === null);
function figuresOf(entries) {
    const restored = entries.find((entry) => entry.kind === 'verified' && entry.data.ok);
    const rollback = entries.find((entry) => entry.kind === 'rolled-back');
    const planned = rollback === undefined ? undefined : planOf(entries, rollback.data);
    const between = (from, to) => from === undefined || to === undefined ? null : Date.parse(to) - Date.parse(from);
    return {
        detectedToRestoredMs: between(entries[0]?.at, restored?.at),
        approvalWaitMs: between(planned?.plannedAt, rollback?.data.startedAt),
    };
}
function planOf(entries, { digest }) {
    return entries.flatMap((entry) => (entry.kind === 'planned' && entry.data.digest === digest ? [entry.data] : []))[0];
}


/***/ })

};
