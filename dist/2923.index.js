export const id = 2923;
export const ids = [2923];
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

/***/ 43339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ underLock)
});

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/operator.js
var operator = __webpack_require__(74698);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/runtime/process-identity.js



function thisProcess() {
    return { host: (0,external_node_os_.hostname)(), machine: machine(), pid: process.pid, started: statOf(process.pid)?.started ?? '' };
}
/**
 * True only if the process is surely gone: it ran on this machine, and its process id is free or another process has it.
 * False for a process of another machine, whose state nobody knows.
 */
function isGone(owner) {
    if (owner.host !== (0,external_node_os_.hostname)() || owner.machine !== machine())
        return false;
    const stat = statOf(owner.pid);
    if (stat !== null)
        return stat.ended || stat.started !== owner.started;
    try {
        process.kill(owner.pid, 0);
        return false;
    }
    catch (error) {
        return external_node_util_.types.isNativeError(error) && 'code' in error && error.code === 'ESRCH';
    }
}
/** Two containers may have one host name, and both a process 17. */
function machine() {
    return [() => (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim(), () => (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid')]
        .map((read) => attempt(read) ?? '')
        .filter((part) => part !== '')
        .join(' ');
}
/** State and start of a process (proc_pid_stat(5)); null where there is no /proc, or no such process. */
function statOf(pid) {
    const text = attempt(() => (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8'));
    // The name of the program stands in parentheses and may hold anything.
    const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
    if (fields === undefined)
        return null;
    return { started: fields[19] ?? '', ended: ['Z', 'X', 'x'].includes(fields[0] ?? '') };
}
function attempt(read) {
    try {
        return read();
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
;// CONCATENATED MODULE: ./lib/store/lock.js






/** Milliseconds after which a lock that its owner does not renew belongs to nobody. */
const LEASE_MS = 90_000;
/** Clocks of two machines differ. */
const SKEW_MS = 30_000;
const RENEW_MS = 30_000;
const POLL_MS = 2_000;
/** No owner that lives leaves its lock unchanged for longer, and none writes an end that is further away. */
const LONGEST_MS = LEASE_MS + SKEW_MS;
/** How often a run tries to create the next number, and the pause between two tries. */
const TRIES = 20;
const RETRY_MS = 200;
/** No lock gets a number with more digits. `Number` is exact up to here. */
const NUMBER = /^(\d{9,15})\.json$/;
const record = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('rewind-lock'),
    schemaVersion: schemas/* literal */.euz(1),
    token: schemas/* string */.YjP(),
    /** Of the plan that is applied; null for a command without one. */
    digest: schemas/* string */.YjP().nullable(),
    command: schemas/* string */.YjP(),
    /** Who runs it, for people. */
    by: schemas/* string */.YjP(),
    process: schemas/* strictObject */.rej({ host: schemas/* string */.YjP(), machine: schemas/* string */.YjP(), pid: schemas/* number */.aig(), started: schemas/* string */.YjP() }),
    run: schemas/* strictObject */.rej({ url: schemas/* string */.YjP(), attempt: schemas/* number */.aig() }).nullable(),
    since: iso/* datetime */.w$(),
    until: iso/* datetime */.w$(),
    /** When the numbers began, in milliseconds: with the first lock, and again after a person removed the lock. */
    numbersBegan: schemas/* number */.aig().int(),
    released: schemas/* boolean */.zMY(),
});
/**
 * One run at a time changes an environment. The lock is the object with the highest number below `locks/<environment>/`.
 * Taking, renewing and releasing it each creates the next number, only if it is absent, and removes the ones before: of two
 * runs one wins, and nobody can renew what another one took over. The highest number is never removed, so no number is
 * used twice.
 *
 * A lock is free when it was released, has expired, was not renewed while this run watched it for the longest time that a
 * lease can last, or when its owner is surely gone: its process on this machine, or an
 * earlier attempt of this GitHub run. A lock that cannot be read is held by an unknown owner until a person removes it. The rollback with the digest of the owner waits for the end of the lease; every other
 * command fails at once.
 *
 * A store without `create` has no lock: its service runs one rollback at a time.
 *
 * @throws RewindError environment-locked, cancelled, and the store's errors
 */
async function acquireLock(store, ctx, request) {
    if (store.create === undefined) {
        return { order: null, assertHeld: async () => undefined, release: async () => undefined };
    }
    const held = new HeldLock(store, store.create.bind(store), ctx, request);
    await held.acquire();
    return held;
}
class HeldLock {
    store;
    create;
    ctx;
    folder;
    mine;
    number = 0;
    /** Also higher after the numbers began again: no run takes a number a millisecond. */
    order = 0;
    until = 0;
    timer;
    /** One step at a time: two renewals at once would take each other for another run. */
    last = Promise.resolve();
    constructor(store, create, ctx, { environment, command, digest, run }) {
        this.store = store;
        this.create = create;
        this.ctx = ctx;
        this.folder = `locks/${environment}`;
        this.mine = {
            kind: 'rewind-lock',
            schemaVersion: 1,
            token: ctx.randomHex(16),
            digest,
            command,
            by: run?.triggeredBy ?? (0,operator/* operatorOf */.g)(ctx.env),
            process: thisProcess(),
            run: run && { url: run.url, attempt: run.attempt },
            since: ctx.clock.now().toISOString(),
            numbersBegan: ctx.clock.now().getTime(),
        };
    }
    async acquire() {
        let watched;
        for (let tries = 0; tries < TRIES;) {
            if (this.ctx.signal.aborted) {
                throw new errors/* RewindError */.Ir('cancelled', 'The run was cancelled before it had the lock. Nothing was changed by this run.');
            }
            const present = await this.highest();
            const owner = present === null ? 'absent' : await this.read(present);
            if (owner !== 'absent' && 'problem' in owner)
                throw await this.heldByUnknown(this.keyOf(present ?? 0), owner);
            const left = this.left(owner, watched?.number === present ? watched.since : undefined);
            if (present === null || owner === 'absent' || left <= 0) {
                if (owner !== 'absent')
                    this.mine = { ...this.mine, numbersBegan: owner.numbersBegan };
                if (await this.succeed(present ?? 0, false)) {
                    this.order = this.mine.numbersBegan + this.number;
                    this.timer = setInterval(() => this.renewInBackground(), RENEW_MS).unref();
                    return;
                }
                tries += 1;
                await this.ctx.clock.sleep(RETRY_MS, this.ctx.signal);
                continue;
            }
            // A renewal in the meantime proves that the owner lives.
            const renewed = watched !== undefined && watched.number !== present;
            if (renewed || !this.mayWait(owner))
                throw locked(owner, this.keyOf(present), this.hasUnknownEnd(owner));
            if (watched === undefined) {
                this.ctx.log.info(`An interrupted run of this rollback still has the lock (${describe(owner)}). If it does not renew it, this run continues in at most ${Math.ceil(left / 1000)} s.`);
                watched = { number: present, since: this.ctx.clock.monotonic() };
            }
            await this.ctx.clock.sleep(Math.min(POLL_MS, Math.max(1, left)), this.ctx.signal);
        }
        throw new errors/* RewindError */.Ir('environment-locked', `This run could not take the lock of this environment: ${TRIES} times it could not add the next number below ${this.folder}/. Nothing was changed by this run.`, {
            remedy: `Run it again. If it fails again while no other run works, remove the objects below ${this.folder}/ from the store.`,
        });
    }
    assertHeld() {
        return this.inTurn(async () => {
            const isFresh = this.ctx.clock.now().getTime() < this.until - LEASE_MS / 2;
            if (!isFresh || (await this.highest()) !== this.number)
                await this.renew();
        });
    }
    release() {
        clearInterval(this.timer);
        return this.inTurn(async () => {
            await this.succeed(this.number, true);
        }).catch((error) => {
            this.ctx.log.warn(`The lock of the environment could not be released: ${(0,errors/* asRewindError */.m2)(error).message} It ends by itself at ${new Date(this.until).toISOString()}.`);
        });
    }
    inTurn(step) {
        const turn = this.last.then(step);
        this.last = turn.catch(() => undefined);
        return turn;
    }
    renewInBackground() {
        this.inTurn(() => this.renew()).catch((error) => {
            this.ctx.log.warn(`The lock of the environment could not be renewed: ${(0,errors/* asRewindError */.m2)(error).message}`);
        });
    }
    async renew() {
        if (await this.succeed(this.number, false))
            return;
        const present = await this.highest();
        const owner = present === null ? 'absent' : await this.read(present);
        const who = owner === 'absent' || 'problem' in owner ? 'another run' : describe(owner);
        throw new errors/* RewindError */.Ir('environment-locked', `Another run took the lock of this environment over: ${who}.`, {
            remedy: 'Wait until that run ends. Then run the same rollback again: it goes on from there.',
        });
    }
    /** Creates the number after `before`. @returns false if another run was first */
    async succeed(before, released) {
        const until = this.ctx.clock.now().getTime() + LEASE_MS;
        const next = { ...this.mine, until: new Date(until).toISOString(), released };
        const number = before + 1;
        if (!(await this.create(this.keyOf(number), Buffer.from(`${JSON.stringify(next)}\n`))))
            return false;
        // A number that was removed before can be created again; then there is a higher one.
        if ((await this.highest()) !== number)
            return false;
        this.number = number;
        this.until = until;
        for (const each of await this.numbers())
            if (each < number)
                await this.store.delete(this.keyOf(each));
        return true;
    }
    keyOf(number) {
        return `${this.folder}/${String(number).padStart(9, '0')}.json`;
    }
    async numbers() {
        const objects = await this.store.list(this.folder);
        return objects.flatMap(({ key }) => {
            const found = NUMBER.exec(key.slice(this.folder.length + 1))?.[1];
            // Only the name that `keyOf` gives: one number has one object.
            return found !== undefined && key === this.keyOf(Number(found)) ? [Number(found)] : [];
        });
    }
    async highest() {
        const numbers = await this.numbers();
        return numbers.length === 0 ? null : Math.max(...numbers);
    }
    /** @returns 'absent' for an object that another run has removed: it locks nothing. An unreadable one may hold the lock. */
    async read(number) {
        let content;
        try {
            content = await (0,consumers_.text)(await this.store.open(this.keyOf(number)));
        }
        catch (error) {
            const { code, message } = (0,errors/* asRewindError */.m2)(error);
            if (code === 'snapshot-corrupt')
                return 'absent';
            if (this.ctx.signal.aborted)
                throw error;
            return { problem: `it cannot be read: ${message.replace(/\.$/, '')}` };
        }
        const parsed = record.safeParse(parseJson(content));
        return parsed.success ? parsed.data : { problem: 'its content is not a lock of this version of Rewind' };
    }
    async heldByUnknown(key, { problem }) {
        const known = await this.store.describe?.(key);
        const written = known?.written ?? null;
        const when = written === null ? 'at an unknown time' : `at ${written.toISOString()} (${this.ageOf(written)} ago)`;
        return new errors/* RewindError */.Ir('environment-locked', `Another run may be changing this environment. Its lock ${key} names no owner: ${problem}. It was written ${when}. Nothing was changed by this run.`, {
            remedy: `Make sure that no other run works on this environment. Then remove the lock: ${known?.remove ?? key}`,
        });
    }
    ageOf(written) {
        return (0,progress/* age */.KW)(Math.max(0, this.ctx.clock.now().getTime() - written.getTime()));
    }
    /**
     * Milliseconds until the lock is free by every clock; 0 or less if it is free.
     * @param watchedSince monotonic time since when this run has seen the same lock, which ends it whatever `until` says
     */
    left(owner, watchedSince = this.ctx.clock.monotonic()) {
        if (owner === 'absent' || owner.released || this.isDead(owner))
            return 0;
        const unchanged = LONGEST_MS - (this.ctx.clock.monotonic() - watchedSince);
        return Math.min(Date.parse(owner.until) + SKEW_MS - this.ctx.clock.now().getTime(), unchanged);
    }
    /** The clock of the owner, or of this run, is wrong. */
    hasUnknownEnd(owner) {
        return Date.parse(owner.until) > this.ctx.clock.now().getTime() + LONGEST_MS;
    }
    isDead(owner) {
        const { run } = this.mine;
        if (run && owner.run?.url === run.url && owner.run.attempt < run.attempt)
            return true;
        return isGone(owner.process);
    }
    /** A process of this machine that is not gone is at work. */
    mayWait(owner) {
        const { host, machine } = this.mine.process;
        const here = owner.process.host === host && owner.process.machine === machine;
        return owner.digest !== null && owner.digest === this.mine.digest && !here;
    }
}
function parseJson(content) {
    try {
        return JSON.parse(content);
    }
    catch {
        return null;
    }
}
function describe({ command, by, process, run, since }) {
    const where = run === null ? `process ${process.pid} on ${process.host}` : `${run.url}, attempt ${run.attempt}`;
    return `"rewind ${command}" of ${by}, ${where}, since ${since}`;
}
/** @param key of the object that is the lock */
function locked(owner, key, hasUnknownEnd) {
    const digest = owner.digest ?? 'none';
    return new errors/* RewindError */.Ir('environment-locked', `Another run is changing this environment: ${describe(owner)}. ${hasUnknownEnd ? `The end of its lock is unknown: ${owner.until} is too far away, so the clock of that machine or of this one is wrong. ` : ''}Nothing was changed by this run.`, {
        remedy: hasUnknownEnd
            ? `Wait until that run ends, then make a new plan. If it was killed, remove the object ${key} from the store, or run the same rollback (digest ${digest}) again: it waits at most ${LONGEST_MS / 1000} s and goes on from there.`
            : `Wait until that run ends, then make a new plan. If it was killed, the lock ends by itself at ${owner.until}; the same rollback (digest ${digest}) goes on from there.`,
    });
}

;// CONCATENATED MODULE: ./lib/cli/environment-lock.js

/**
 * Runs what changes production while no other run changes the same environment.
 * @param digest of the plan that is applied; null for a command without one
 * @throws RewindError environment-locked, before the work begins
 */
async function underLock(session, { store, config }, command, digest, work) {
    const { environment } = config;
    const lock = await acquireLock(store, session.context, { environment, command, digest, run: session.run });
    try {
        return await work(lock);
    }
    finally {
        await lock.release();
    }
}


/***/ }),

/***/ 59246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ openOrNewRecorder),
/* harmony export */   HA: () => (/* binding */ announceRecord),
/* harmony export */   LS: () => (/* binding */ openRecorder),
/* harmony export */   MU: () => (/* binding */ recorderOf),
/* harmony export */   bJ: () => (/* binding */ openIncidentsOf),
/* harmony export */   q2: () => (/* binding */ openIncidentsToChoose),
/* harmony export */   zp: () => (/* binding */ warnIfLocal)
/* harmony export */ });
/* harmony import */ var _engine_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94365);
/* harmony import */ var _incident_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99069);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21022);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78101);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50918);
/* harmony import */ var _author_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33975);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21722);








const TO_VERIFY = 'Run "rewind incident verify".';
/**
 * The record to write to: of the named incident, else of the newest open one.
 * @throws RewindError incident-not-found, incident-corrupt, input-invalid for a closed one
 */
async function openRecorder(session, { store, config }, id) {
    const { environment } = config;
    const openOne = (0,_command_line_js__WEBPACK_IMPORTED_MODULE_4__/* .commandLine */ .a)(session, ['incident', 'open', '--title', 'what is wrong']);
    const [status, ...others] = id === undefined
        ? await openIncidentsToChoose(session, store, environment)
        : [(0,_incident_status_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c2)(await (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(store, environment, id))];
    if (others.length > 0) {
        const all = [status, ...others].map((one) => `${one?.id ?? ''} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(one?.title ?? '')})`);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `${all.length} incidents are open: ${all.join(', ')}.`, {
            remedy: 'Give the id of the one that you mean.',
        });
    }
    if (status === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('incident-not-found', `No incident of "${environment}" is open.`, {
            remedy: `Nothing has to be discharged or closed. To note something, open one: ${openOne}.`,
        });
    }
    if (status.closed !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `Incident ${status.id} was closed at ${status.closed.at}.`, {
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
    const recorder = known.get(incident) ?? new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, config.environment, incident, (0,_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session), context.clock);
    recorders.set(context, known.set(incident, recorder));
    recorder.forget();
    return recorder;
}
/**
 * The open incident that tells of one of these rollbacks; else the newest open one; else a new one with this title.
 * @param digests of the rollback, and of the one that it undoes
 * @throws RewindError incident-corrupt, store-write-failed
 */
async function openOrNewRecorder(session, project, title, digests) {
    const { store, config } = project;
    const { clock, randomHex, log } = session.context;
    const all = await openIncidentsOf(session, store, config.environment);
    const open = all.find((one) => digests.some((digest) => (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_5__/* .tellsOf */ .Cz)(one, digest))) ?? all[0];
    if (open !== undefined && all.length > 1) {
        warnOnce(log, `${all.length} incidents are open. This rollback is written to ${open.id} (${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(open.title)}).`);
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
    return (0,_incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openIncidents */ .Gy)(store, environment, ({ message }) => warnOnce(context.log, `${message} ${TO_VERIFY}`));
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
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_7__/* .incidentArtifact */ .vj)(config.store, config.environment, id);
    if (upload === null || run !== null)
        return;
    context.log.warn(`The entry is only in ${upload.path} on this machine: the store "artifact" takes records from workflows only. Write it with the workflow of examples/incident.yml.`);
}
/** Sets the outputs for the upload of the record (store "artifact"). */
function announceRecord(session, { config }, id) {
    const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_7__/* .incidentArtifact */ .vj)(config.store, config.environment, id);
    if (upload === null)
        return;
    session.setOutput('incident-artifact', upload.name);
    session.setOutput('incident-path', upload.path);
}


/***/ }),

/***/ 92923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ warnOfUntold),
/* harmony export */   HN: () => (/* binding */ aloneTelling),
/* harmony export */   Ku: () => (/* binding */ tellBeside),
/* harmony export */   mx: () => (/* binding */ tellNow)
/* harmony export */ });
/* harmony import */ var _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61952);
/* harmony import */ var _report_notify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36333);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21722);
/* harmony import */ var _environment_lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43339);
/* harmony import */ var _incident_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59246);





/** Tells the configured channels beside this run. */
function tellBeside(session, project) {
    const { context } = session;
    const { channels } = project.config;
    const [first, ...others] = channels;
    // The default of the configuration. Somebody who did not ask for it and has no token is told by "check".
    const isDefault = first?.id === 'github-issue' && first.adapter === 'github-issue' && others.length === 0;
    const hasGitHub = context.env.secret('GITHUB_TOKEN') !== undefined && context.env.text('GITHUB_REPOSITORY');
    if (channels.length === 0 || (isDefault && !hasGitHub))
        return _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .SILENT */ .qY;
    return (0,_channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .createTeller */ .Ld)({
        ctx: context,
        // Loaded beside the run, and once.
        channels: once(async () => (await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 80091))).loadChannels(channels)),
        steps: (incident) => (0,_incident_js__WEBPACK_IMPORTED_MODULE_4__/* .recorderOf */ .MU)(session, project, incident),
        alone: (work) => aloneTelling(session, project, work),
    });
}
/** Tells the channels of what a command wrote into a record. What does not surely arrive is a warning. */
async function tellNow(session, project, incident) {
    const teller = tellBeside(session, project);
    teller.wake(incident);
    warnOfUntold(session, await teller.finish());
}
/** Names each message that did not surely arrive. */
function warnOfUntold(session, told) {
    for (const line of (0,_report_notify_js__WEBPACK_IMPORTED_MODULE_1__/* .untoldLines */ .e7)(told))
        session.context.log.warn(line);
    if (told === null || !(0,_channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .isLeft */ .OC)(told))
        return;
    session.context.log.warn(`To send what was not sent: ${(0,_command_line_js__WEBPACK_IMPORTED_MODULE_2__/* .commandLine */ .a)(session, ['notify', told.incident])}`);
}
/**
 * Runs what sends messages while no other run tells the same channels. No environment begins with "_", so this lock is not
 * that of a rollback.
 * @throws RewindError environment-locked
 */
function aloneTelling(session, { store, config }, work) {
    const own = { store, config: { ...config, environment: `_notify-${config.environment}` } };
    return (0,_environment_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .underLock */ .y)(session, own, 'notify', null, work);
}
function once(make) {
    let made;
    return () => (made ??= make());
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
