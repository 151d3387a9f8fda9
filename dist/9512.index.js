export const id = 9512;
export const ids = [9512];
export const modules = {

/***/ 34903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ problemsOf),
/* harmony export */   W: () => (/* binding */ headText)
/* harmony export */ });
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61022);

/** As it is shown, and as `incident verify --head` takes it. */
const headText = ({ seq, hash }) => `${seq}:${hash}`;
/**
 * What is wrong with a record, one sentence for each entry and each gap; empty for a sound one. A chain alone shows a change in the middle, not
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
        if (expected < seq)
            problems.push(missing(expected, seq - 1));
        expected = seq + 1;
        const problem = entry === null ? 'cannot be read' : problemOf(entry, seq, incident, previous);
        if (problem !== null)
            problems.push(`Entry ${seq} ${problem}.`);
        previous = entry;
    }
    // A writer that was killed after the very first entry left no head.
    if (own === null && stored.length > 1)
        problems.push('head.json is missing: it is unknown whether the record ends here.');
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
const missing = (from, to) => from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;
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
/* harmony export */   H7: () => (/* binding */ noIncidentId),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   zP: () => (/* binding */ INCIDENT_ID)
/* harmony export */ });
/* unused harmony exports OBLIGATIONS, VERDICTS, KINDS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _engine_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77936);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);





/** `20261126T030405Z-1a2b3c`, as for snapshots. */
const INCIDENT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;
/** The error for what a person typed in place of an id. */
const noIncidentId = (text) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('input-invalid', `"${text}" is not the id of an incident (20261126T030405Z-1a2b3c).`, {
    remedy: 'Run "rewind incident list" and use one of its ids.',
});
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
    /** Replication that stayed with the kept database. A person moves it. */
    'replication-left',
    /** An interrupted rollback left an object that nothing uses. */
    'leftover',
    /** A restore took back what the application wrote for events of a service. They are sent again. */
    'events-to-replay',
    /** A commit that must not be deployed again. */
    'quarantined-commit',
    /** A mitigation turned flags off. */
    'flag-off',
    /** A mitigation shows users a page of maintenance. */
    'maintenance-on',
    /** A mitigation added capacity. */
    'scaled-up',
];
/** What messages tell: one for each phase of a rollback and of its incident. */
const PHASES = ['opened', 'mitigated', 'rolled-back', 'verified', 'failed', 'recovered', 'closed'];
const digest = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const outcome = {
    digest,
    snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    done: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    failed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** When the approved run began. */
    startedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
};
const obligation = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    /** Identity within the incident, e.g. `pinned:web`. A second one with the same id is the same obligation. */
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(OBLIGATIONS),
    /** One sentence: what is not normal. */
    what: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    resource: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** What exactly: ids of changes, the name of a database, a commit. */
    items: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** Digest of the rollback that left it. */
    rollback: digest,
    /** Command that discharges it. */
    discharge: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    /** From then on it is discharged without a person; absent: only a person does it. */
    until: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$().exactOptional(),
    /** Of an object beside production: identifies its place, as its provider writes it. Absent if nothing told. */
    where: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).exactOptional(),
});
/** What a watch of a deployment can find, from good to bad; `inconclusive` is everything unproven. */
const VERDICTS = ['healthy', 'inconclusive', 'watch', 'mitigate', 'roll-back'];
/** The content of an entry, by its kind. No secrets: an entry may be shown to everybody who may read the repository. */
const CONTENT = {
    opened: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), severity: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(SEVERITIES).nullable() }),
    note: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ text: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** What a watch found, and the evidence of the rule that led to it. Counts, no texts of a service. */
    verdict: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        level: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(VERDICTS),
        /** Id of the watched deployment; null: any. */
        deployment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        criterion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        probe: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        rule: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        bad: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
        total: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
        /** Normal rate; null: the rule has none. */
        normal: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        /** Natural logarithm of the evidence, and what it had to reach; null: the rule has none. */
        evidence: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        threshold: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nullable(),
        /** `shared`: the previous deployment fails too. */
        suspect: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['deploy', 'shared']).nullable(),
        /** When the watch reached the level. */
        reachedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    }),
    /** What was started because of a verdict. Written before it is started, so that it is started once. */
    decided: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ workflow: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), deployment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(), reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    planned: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        digest,
        plan: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAN_KINDS */ .yX),
        snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        database: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_engine_change_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAN_DATABASE_MODES */ .ps),
        changes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int(),
        /** When the plan was made; the wait for the approval begins here. */
        plannedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
        /** Command that carries it out, and finishes it after an interruption. */
        command: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        /** Command for a person who does not finish it. */
        leave: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().exactOptional(),
        /** When the release capture that the plan uses was taken, just after the deploy; absent without one. */
        releasedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$().exactOptional(),
    }),
    approved: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, how: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), by: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) }),
    /** The outcome of a rollback, or of the undo of one. */
    'rolled-back': zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        ...outcome,
        /** Digest of the plan that it undoes; null for a rollback. */
        undoes: digest.nullable(),
        /** Runs that it took up to here; more than one: the earlier ones were interrupted, or did not finish it. */
        runs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
        /** Changes that the plan leaves to a person, as `resource/key`. */
        manual: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    }),
    /** The outcome of a recovery. `deployments`: what took production, by resource. */
    recovered: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...outcome, deployments: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) }),
    verified: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), statement: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** What the probes say after a rollback, by area. `probes`: their ids. No texts of a service. */
    observed: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        digest,
        /** Length of the watch after the verification; 0: there was none. */
        minutes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
        areas: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ area: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), state: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .RECOVERIES */ .Ym), probes: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()) })),
    }),
    obligation,
    discharged: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), how: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** The outcome of a mitigation. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** The outcome of the plan that lifts one. */
    lifted: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ digest, ok: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /**
     * A step of sending a message. `intent` stands before each attempt; after a crash it has no result, and nobody knows
     * whether the message arrived.
     */
    told: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        /** `rewind/<rollback id>/<phase>/<channel>` */
        message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        channel: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        phase: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(PHASES),
        step: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['intent', 'sent', 'not-sent', 'perhaps-sent']),
        /** What the channel calls the message; null: it has no name, or is not known. */
        ref: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    }),
    closed: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
};
const KINDS = Object.keys(CONTENT);
const head = {
    incident: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(INCIDENT_ID),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    seq: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive(),
    at: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** Login of the person, or user of the machine. */
    by: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Names the event, so that the same event is recorded once however often its writer is run; null for what people write. */
    key: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Hash of the entry before; null for the first one. */
    previous: digest.nullable(),
    hash: digest,
};
const schema = zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('opened'), data: CONTENT.opened }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('note'), data: CONTENT.note }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('verdict'), data: CONTENT.verdict }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('decided'), data: CONTENT.decided }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('planned'), data: CONTENT.planned }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('approved'), data: CONTENT.approved }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rolled-back'), data: CONTENT['rolled-back'] }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('recovered'), data: CONTENT.recovered }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('verified'), data: CONTENT.verified }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('observed'), data: CONTENT.observed }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('obligation'), data: CONTENT.obligation }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('discharged'), data: CONTENT.discharged }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('mitigated'), data: CONTENT.mitigated }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('lifted'), data: CONTENT.lifted }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('told'), data: CONTENT.told }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...head, kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('closed'), data: CONTENT.closed }),
]);
/** SHA-256 of the canonical JSON of an entry without its hash. */
function hashOf(entry) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)({ ...entry, hash: undefined }));
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('incident-corrupt', `${key} is not an entry of an incident.`, { cause: error });
    }
}


/***/ }),

/***/ 21022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ openObligations),
/* harmony export */   Cz: () => (/* binding */ tellsOf),
/* harmony export */   Fg: () => (/* binding */ unfinishedId),
/* harmony export */   Ly: () => (/* binding */ spansOf),
/* harmony export */   NV: () => (/* binding */ rollbacksOf),
/* harmony export */   PA: () => (/* binding */ isOnlyByHand),
/* harmony export */   Tk: () => (/* binding */ isInEffect),
/* harmony export */   ZK: () => (/* binding */ leaveWords),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   yP: () => (/* binding */ restoredAt)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26751);

/** Pure. @param entries of a sound record, at least one */
function statusOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const obligations = new Map();
    const plans = new Map();
    let closed = null;
    for (const { kind, data, at, by } of entries) {
        if (kind === 'planned')
            plans.set(data.digest, data);
        // The plan stands in the record after its approval. Its run may be killed between the two entries.
        if (kind === 'planned' || kind === 'approved') {
            const opened = unfinished(first.incident, data.digest, at, plans.get(data.digest));
            obligations.set(opened.id, opened);
        }
        if ((kind === 'rolled-back' || kind === 'recovered' || kind === 'mitigated' || kind === 'lifted') && data.ok) {
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
            // A run whose user may not ask for the place leaves the one that is known.
            const where = data.where ?? (still?.what === data.what ? still.where : undefined);
            const stated = where === undefined ? data : { ...data, where };
            obligations.set(data.id, { ...stated, rollback, items, since, discharged: null });
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
function unfinished(incident, digest, since, plan) {
    const leave = plan?.leave ?? ['rewind', ...leaveWords(incident, digest)].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r).join(' ');
    return {
        id: unfinishedId(digest),
        kind: 'unfinished-rollback',
        what: `The plan ${digest.slice(0, 12)} was approved, and is not carried out completely. To leave it so: ${leave}`,
        resource: null,
        items: [digest],
        rollback: digest,
        discharge: plan?.command ?? `rewind rollback --digest ${digest}`,
        since,
        discharged: null,
    };
}
/** Of the obligation to finish a rollback. */
const unfinishedId = (digest) => `unfinished-rollback:${digest.slice(0, 12)}`;
/** Words of the command for a person who does not finish a rollback. */
const leaveWords = (incident, digest) => [
    ...['incident', 'discharge', incident, '--obligation', unfinishedId(digest)],
    ...['--reason', 'why it stays unfinished'],
];
/** True if the record mentions the rollback with this digest. */
const tellsOf = ({ obligations }, digest) => obligations.some(({ kind, items }) => kind === 'unfinished-rollback' && items.includes(digest));
const openObligations = ({ obligations }) => obligations.filter(({ discharged }) => discharged === null);
/** The ends of each figure; null if the record does not hold both. Pure. */
function spansOf(entries) {
    const restored = restoredAt(entries);
    const [rollback] = rollbacksOf(entries);
    const restoring = restored === undefined ? undefined : planOf(entries, restored.data);
    const planned = rollback === undefined ? undefined : planOf(entries, rollback.data);
    const [first] = entries;
    const span = (from, to, ...of) => from === undefined || to === undefined ? null : { from, to, entries: of.filter((entry) => entry !== undefined) };
    return {
        deployToRestoredMs: span(restoring?.data.releasedAt, restored?.at, restoring, restored),
        detectedToRestoredMs: span(first?.at, restored?.at, first, restored),
        approvalWaitMs: span(planned?.data.plannedAt, rollback?.data.startedAt, planned, rollback),
    };
}
/** Outcomes of rollbacks; those of their undos are left out. Pure. */
const rollbacksOf = (entries) => entries.filter((entry) => entry.kind === 'rolled-back').filter(({ data }) => data.undoes === null);
/** True for a rollback, or an undo, that changed nothing and left to a person what still differs. It restored nothing. */
const isOnlyByHand = ({ ok, done, manual }) => ok && done.length === 0 && manual.length > 0;
/** True unless an undo took back what this plan did. An undo can be undone, too. Pure. */
const isInEffect = (entries, { seq, data: { digest } }) => !entries
    .filter((entry) => entry.kind === 'rolled-back')
    .filter(({ data }) => data.ok && !isOnlyByHand(data) && data.undoes === digest)
    .some((undo) => undo.seq > seq && isInEffect(entries, undo));
/**
 * The first verification that proves a rollback which still holds. One that a probe contradicts proves nothing.
 * Undefined: there is none.
 */
function restoredAt(entries) {
    const held = new Set(rollbacksOf(entries).flatMap((entry) => (entry.data.ok && isInEffect(entries, entry) ? [entry.data.digest] : [])));
    return entries
        .filter((entry) => entry.kind === 'verified')
        .find((entry) => entry.data.ok && held.has(entry.data.digest) && !isContradicted(entries, entry));
}
/** True if the watch after this verification found an area that does not work. */
function isContradicted(entries, { seq, data: { digest } }) {
    const next = entries.find((entry) => entry.seq > seq && entry.kind === 'verified' && entry.data.digest === digest);
    return entries
        .filter((entry) => entry.kind === 'observed')
        .filter((entry) => entry.data.digest === digest && entry.seq > seq && entry.seq < (next?.seq ?? Infinity))
        .some(({ data }) => data.areas.some(({ state }) => state === 'not-recovered'));
}
function figuresOf(entries) {
    const { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } = spansOf(entries);
    return {
        deployToRestoredMs: lengthOf(deployToRestoredMs),
        detectedToRestoredMs: lengthOf(detectedToRestoredMs),
        approvalWaitMs: lengthOf(approvalWaitMs),
    };
}
/** In milliseconds; null also if the clocks of the machines that wrote the ends disagree by more than that. */
function lengthOf(span) {
    const length = span === null ? -1 : Date.parse(span.to) - Date.parse(span.from);
    return length < 0 ? null : length;
}
const planOf = (entries, { digest }) => entries.filter((entry) => entry.kind === 'planned').find(({ data }) => data.digest === digest);


/***/ })

};
