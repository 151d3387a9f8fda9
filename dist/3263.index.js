export const id = 3263;
export const ids = [3263,4903];
export const modules = {

/***/ 8648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeApproval)
/* harmony export */ });
/** "requested by ada; approved by bob" */
function describeApproval({ requestedBy, kind, approvedBy, skipped }) {
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}`;
    const omitted = skipped === null ? '' : `; skipped: ${skipped}`;
    return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${omitted}`;
}


/***/ }),

/***/ 3339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ underLock)
});

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/runtime/operator.js
var operator = __webpack_require__(4698);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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
 * earlier attempt of this GitHub run. The rollback with the digest of the owner waits for the end of the lease; every other
 * command fails at once.
 *
 * A store without `create` has no lock: its service runs one rollback at a time.
 *
 * @throws RewindError environment-locked, cancelled, and the store's errors
 */
async function acquireLock(store, ctx, request) {
    if (store.create === undefined)
        return { assertHeld: async () => undefined, release: async () => undefined };
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
            const left = this.left(owner, watched?.number === present ? watched.since : undefined);
            if (present === null || typeof owner === 'string' || left <= 0) {
                if (owner === 'unreadable') {
                    this.ctx.log.warn(`${this.keyOf(present ?? 0)} is not a lock that Rewind can read. This run takes it over.`);
                }
                if (await this.succeed(present ?? 0, false)) {
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
        const who = typeof owner === 'string' ? 'another run' : describe(owner);
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
    /** @returns 'absent' for an object that another run has removed. What is absent or unreadable locks nothing. */
    async read(number) {
        let content;
        try {
            content = await (0,consumers_.text)(await this.store.open(this.keyOf(number)));
        }
        catch (error) {
            if ((0,errors/* asRewindError */.m2)(error).code === 'snapshot-corrupt')
                return 'absent';
            throw error;
        }
        const parsed = record.safeParse(parseJson(content));
        return parsed.success ? parsed.data : 'unreadable';
    }
    /**
     * Milliseconds until the lock is free by every clock; 0 or less if it is free.
     * @param watchedSince monotonic time since when this run has seen the same lock, which ends it whatever `until` says
     */
    left(owner, watchedSince = this.ctx.clock.monotonic()) {
        if (typeof owner === 'string' || owner.released || this.isDead(owner))
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

/***/ 6904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ flags)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);


const digest = {
    ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('sha256', 'Digest of the approved plan. Required.'),
    allowed: 'the 64 hexadecimal digits from "rewind plan"',
    parse: (given) => (/^[0-9a-f]{64}$/.test(given) ? given : undefined),
};
const flags = {
    digest,
    plan: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.plan,
    snapshot: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.snapshot,
    database: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.database,
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    approval: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .APPROVAL_KINDS */ ._1, 'reviewed', '"expedited" if the plan needs no review.'),
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    out: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out,
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};


/***/ }),

/***/ 6611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ salvage)
});

// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(9859);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(3339);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/live-plan.js
var live_plan = __webpack_require__(6112);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(6362);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
;// CONCATENATED MODULE: ./lib/engine/salvage.js



/**
 * Carrying rows over from the database that a restore kept. The rows themselves are personal data: they lie sealed beside
 * the plan, which holds only counts and names.
 */
const count = schemas/* number */.aig().int().nonnegative();
const facts = schemas/* strictObject */.rej({
    database: schemas/* string */.YjP(),
    kept: schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), oid: schemas/* string */.YjP() }),
    /** The snapshot that production was restored from, and production's first transaction after that. */
    snapshot: schemas/* string */.YjP(),
    next: schemas/* string */.YjP(),
    /** True: rows that were deleted in the kept database are deleted in production too. */
    deletions: schemas/* boolean */.zMY(),
    /** Only tables with something to say. */
    tables: schemas/* array */.YOg(schemas/* strictObject */.rej({
        table: schemas/* string */.YjP(),
        insert: count,
        update: count,
        /** Rows deleted in the kept database and unchanged in production; without `deletions` they are at most so many. */
        delete: count,
        /** Rows of production by reason why they stay as they are. */
        conflicts: schemas/* record */.g1P(schemas/* string */.YjP(), count),
        notes: schemas/* array */.YOg(schemas/* string */.YjP()),
    })),
    /** Tables whose rows are only counted. */
    skipped: schemas/* array */.YOg(schemas/* strictObject */.rej({ table: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), rows: count })),
    /** Sequences that move forward to where the kept database has them. */
    sequences: schemas/* array */.YOg(schemas/* string */.YjP()),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const plan = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('rewind-salvage'),
    schemaVersion: schemas/* literal */.euz(1),
    createdAt: iso/* datetime */.w$(),
    environment: schemas/* string */.YjP(),
    resource: schemas/* string */.YjP(),
    facts,
    /** SHA-256 of the rows to carry over, before sealing. */
    rows: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP(),
});
/** The digest that is approved: everything but the time. */
const salvageDigest = ({ environment, resource, facts: content, rows }) => (0,digest/* digestOf */.ol)({ environment, resource, facts: content, rows });
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parseSalvagePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success)
        throw new errors/* RewindError */.Ir('plan-unreadable', 'The salvage plan could not be read.');
    if (salvageDigest(parsed.data) !== parsed.data.digest) {
        throw new errors/* RewindError */.Ir('plan-mismatch', 'The salvage plan was changed: its content does not match its digest.');
    }
    return parsed.data;
}

// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(4346);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(3389);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(9952);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(8101);
;// CONCATENATED MODULE: ./lib/report/salvage-text.js

const number = (count) => count.toLocaleString('en-US');
const sumOf = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
const deletedText = (count, applied) => applied
    ? `${number(count)} row(s) were deleted in the kept database: they are deleted here too`
    : `up to ${number(count)} row(s) were deleted in the kept database: they stay (--deletions finds and deletes them)`;
/** Tables that were only counted may lack rows, so nothing is claimed of them. */
const nothingText = ({ skipped }) => skipped.length === 0 ? '  No row is missing.' : '  No row can be carried over.';
/** A salvage plan for a person: counts and names, no values. */
function salvageText(facts) {
    const lines = facts.tables.flatMap((each) => [
        `  ${each.table}: insert ${number(each.insert)}, update ${number(each.update)}, conflicts ${number(sumOf(each.conflicts))}`,
        ...(each.delete === 0 ? [] : [`    ${deletedText(each.delete, facts.deletions)}`]),
        ...Object.entries(each.conflicts).map(([why, count]) => `    ! ${number(count)} row(s) stay as they are: ${why}`),
        ...each.notes.map((note) => `    ! ${note}`),
    ]);
    return (0,runtime_text/* textOf */.b6)([
        `Salvage: rows of "${facts.kept.name}" that "${facts.database}" lacks since the restore of snapshot ${facts.snapshot}.`,
        ...(lines.length === 0 ? [nothingText(facts)] : lines),
        ...facts.skipped.map(({ table, reason, rows }) => `  ${table}: ${number(rows)} row(s) are only counted: ${reason}`),
        ...(facts.sequences.length === 0 ? [] : [`  sequences that move forward: ${facts.sequences.join(', ')}`]),
        ...facts.warnings.map((warning) => `  ! ${warning}`),
    ]);
}
/** The outcome for a person. */
function salvagedText(facts, tables) {
    const changed = tables.reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
    return (0,runtime_text/* textOf */.b6)([
        changed === 0 ? 'No row was changed.' : `${number(changed)} row(s) were carried over into "${facts.database}".`,
        ...tables.flatMap((each) => [
            `  ${each.table}: inserted ${number(each.inserted)}, updated ${number(each.updated)}, deleted ${number(each.deleted)}, already there ${number(each.present)}`,
            ...(each.conflicts === 0
                ? []
                : [`    ! ${number(each.conflicts)} row(s) stay as production wrote them since the plan`]),
            ...Object.entries(each.refused).map(([why, count]) => `    ! ${number(count)} row(s) were refused: ${why}`),
        ]),
    ]);
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(2913);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(3220);
// EXTERNAL MODULE: ./lib/commands/rollback/flags.js
var rollback_flags = __webpack_require__(6904);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./lib/engine/seal.js
var engine_seal = __webpack_require__(6545);
;// CONCATENATED MODULE: ./lib/commands/salvage/merge-file.js









/** `salvages/<environment>/<digest>/plan.json`, and beside it the rows, sealed. */
const folderOf = (environment, digest) => `salvages/${environment}/${digest}`;
/** Seals lines into a file of the run's scratch directory: only sealed bytes reach the disk. */
class MergeWriter {
    path;
    written;
    hash = (0,external_node_crypto_.createHash)('sha256');
    input = new external_node_stream_.PassThrough();
    constructor(path, written) {
        this.path = path;
        this.written = written;
    }
    static async open(ctx, recipients) {
        const seal = await (0,engine_seal/* sealStream */.Y)(recipients);
        const path = (0,external_node_path_.join)(ctx.scratch, `salvage-${ctx.randomHex(6)}.age`);
        const written = { done: Promise.resolve() };
        const writer = new MergeWriter(path, written);
        written.done = (0,promises_.pipeline)(writer.input, seal, (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 }));
        written.done.catch(() => undefined);
        return writer;
    }
    async write(line) {
        this.hash.update(`${line}\n`);
        if (this.input.write(`${line}\n`))
            return;
        await Promise.race([new Promise((resolve) => this.input.once('drain', resolve)), this.written.done]);
    }
    /** @returns SHA-256 (hex) of the lines */
    async end() {
        this.input.end();
        await this.written.done;
        return this.hash.digest('hex');
    }
}
async function storePlan({ store }, plan, sealed) {
    const folder = folderOf(plan.environment, plan.digest);
    await store.put(`${folder}/rows.age`, (0,external_node_fs_.createReadStream)(sealed));
    await store.put(`${folder}/plan.json`, Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
}
/** @throws RewindError plan-mismatch when the store holds no such plan */
async function readPlan({ store, config }, digest) {
    const key = `${folderOf(config.environment, digest)}/plan.json`;
    const found = (await store.list(folderOf(config.environment, digest))).some((object) => object.key === key);
    if (!found) {
        throw new errors/* RewindError */.Ir('plan-mismatch', `The store holds no salvage plan ${digest} of "${config.environment}".`, {
            remedy: 'Run "rewind salvage" and get that plan approved.',
        });
    }
    const plan = parseSalvagePlan(JSON.parse(await (0,consumers_.text)(await store.open(key))));
    if (plan.digest === digest && plan.environment === config.environment)
        return plan;
    throw new errors/* RewindError */.Ir('plan-mismatch', `The store holds another salvage plan under the digest ${digest}.`);
}
/** The lines of the sealed part. Fails at their end if they are not those of the plan. */
async function* readRows({ store, identities }, plan) {
    const sealed = await store.open(`${folderOf(plan.environment, plan.digest)}/rows.age`);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of (await (0,engine_seal/* unsealStream */.P)(sealed, identities))) {
        hash.update(chunk);
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
    if (hash.digest('hex') === plan.rows && rest === '')
        return;
    throw new errors/* RewindError */.Ir('plan-mismatch', 'The rows in the store are not those of the approved salvage plan.');
}

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
;// CONCATENATED MODULE: ./lib/commands/salvage/index.js

















const salvage_flags = {
    digest: { ...rollback_flags/* flags */.M.digest, description: 'Digest of the approved salvage plan; without it, a plan is made.' },
    deletions: (0,flags/* toggle */.L$)('Also delete the rows that were deleted in the kept database.'),
    environment: flags/* FLAGS */.Wg.environment,
    'install-client': flags/* FLAGS */.Wg['install-client'],
};
/** Plans first; applies only what was approved by its digest. */
/* harmony default export */ const salvage = ((0,command/* defineCommand */.N)({
    name: 'salvage',
    summary: 'Carry rows over from the database that a restore kept: first a plan, then, by its digest, the rows.',
    flags: salvage_flags,
    examples: ['salvage', 'salvage --deletions', 'salvage --digest DIGEST'],
    verdicts: ['planned', 'salvaged', 'nothing'],
    outputs: ['plan-digest', 'snapshot-id', 'changes'],
    async run(session) {
        const project = await session.open();
        (0,gate/* assertEnvironment */.Wc)(session, project);
        return session.inputs.digest === null ? salvage_plan(session, project) : apply(session, project, session.inputs.digest);
    },
}));
async function salvage_plan(session, project) {
    const { inputs, context } = session;
    await (0,gate/* assertProtected */.jq)(session, project);
    const { resource, salvage } = subject(project);
    const { snapshot } = await salvage.find(resource.config, (0,create_context/* forResource */.i_)(context, resource.id));
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, snapshot, project.origin);
    const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, context.clock.now());
    if (trust.kind === 'unsigned')
        context.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (!captured)
        throw new errors/* RewindError */.Ir('snapshot-foreign', `Snapshot ${snapshot} holds no "${resource.id}".`);
    const ctx = (0,create_context/* forResource */.i_)((0,create_context/* forSnapshot */.C)(context, manifest), resource.id);
    const source = new snapshot_files/* SealedSource */._y(project.store, manifest, captured, project.identities);
    const rows = await MergeWriter.open(ctx, project.config.seal.recipients);
    const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
    const facts = await salvage.plan(resource.config, saved, ctx, source, inputs.deletions, (line) => rows.write(line));
    const content = {
        kind: 'rewind-salvage',
        schemaVersion: 1,
        createdAt: ctx.clock.now().toISOString(),
        environment: project.config.environment,
        resource: resource.id,
        facts,
        rows: await rows.end(),
    };
    const made = { ...content, digest: salvageDigest(content) };
    const changes = changesOf(made);
    if (changes > 0)
        await storePlan(project, made, rows.path);
    const text = salvageText(facts);
    return {
        exit: 0,
        json: (0,json/* toJson */.a)(made),
        text: changes === 0 ? text : `${text}\n\nTo carry the rows over:\n  rewind salvage --digest ${made.digest}`,
        summary: `## Salvage plan\n\n${(0,markdown/* codeBlock */.DV)('text', text)}\n\nDigest: \`${made.digest}\``,
        outputs: {
            verdict: changes === 0 ? 'nothing' : 'planned',
            'plan-digest': made.digest,
            'snapshot-id': snapshot,
            changes: String(changes),
        },
    };
}
async function apply(session, project, digest) {
    const { context } = session;
    const approved = await readPlan(project, digest);
    const { resource, salvage } = subject(project, approved.resource);
    const approval = await (0,gate/* reviewOf */.QR)(session, project.config, { digest }, false);
    if (project.identities.length === 0) {
        throw new errors/* RewindError */.Ir('identity-missing', 'The rows to carry over are sealed.', { resource: resource.id });
    }
    const ctx = (0,create_context/* forResource */.i_)(context, resource.id);
    const tables = await (0,environment_lock/* underLock */.y)(session, project, 'salvage', digest, () => salvage.apply(resource.config, approved.facts, ctx, readRows(project, approved)));
    const changed = tables.reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
    const text = `${salvagedText(approved.facts, tables)}\n(${(0,approval_record/* describeApproval */.x)(approval)})`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ ok: true, digest, tables }),
        text,
        summary: `## Salvage\n\n${(0,markdown/* codeBlock */.DV)('text', text)}`,
        outputs: {
            verdict: changed === 0 ? 'nothing' : 'salvaged',
            'plan-digest': digest,
            'snapshot-id': approved.facts.snapshot,
            changes: String(changed),
        },
    };
}
const changesOf = ({ facts }) => facts.sequences.length +
    facts.tables.reduce((sum, each) => sum + each.insert + each.update + (facts.deletions ? each.delete : 0), 0);
/** The one resource in scope whose provider carries rows over. */
function subject({ resources }, id) {
    const found = resources.flatMap((resource) => {
        const salvage = resource.provider.capabilities?.salvage;
        return salvage && (id === undefined || resource.id === id) ? [{ resource, salvage }] : [];
    });
    const [first] = found;
    if (first && found.length === 1)
        return first;
    throw new errors/* RewindError */.Ir('input-invalid', `"salvage" needs one database in scope (found ${found.length})`, {
        remedy: found.length > 1
            ? `Name one with --scope: ${found.map(({ resource }) => resource.id).join(', ')}.`
            : 'Add a resource with "provider: postgres" to the configuration, or remove --scope.',
    });
}


/***/ }),

/***/ 3389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   Ip: () => (/* binding */ chooseSnapshot),
/* harmony export */   KL: () => (/* binding */ PAGE),
/* harmony export */   Yx: () => (/* binding */ newestBefore),
/* harmony export */   qm: () => (/* binding */ rankedIds)
/* harmony export */ });
/* unused harmony export covers */
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7578);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4365);
/* harmony import */ var _selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4257);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4346);





/** Manifests that are read at once, and that a plan shows. */
const PAGE = 10;
/**
 * Finds the snapshot that a selector names.
 *
 * @param text as the user gave it
 * @throws RewindError snapshot-not-found, snapshot-foreign, snapshot-corrupt, snapshot-unsupported, input-invalid
 */
async function chooseSnapshot(store, history, text, circumstances) {
    const selector = (0,_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSelector */ .P)(text);
    if (selector === undefined)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `"${text}" names no snapshot.`);
    switch (selector.kind) {
        case 'id':
            return { manifest: await byId(store, history, selector.id, circumstances), because: null };
        case 'newest':
            return byRank(history, selector.back, text, circumstances);
        case 'time': {
            const upTo = history.ids.findIndex((id) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotTime */ .mS)(id) <= selector.at.getTime());
            const found = upTo < 0 ? undefined : await firstOf(history, upTo, circumstances, isOrdinary(circumstances));
            if (found === undefined)
                throw notFound(history, `was taken at or before ${selector.at.toISOString()}`, circumstances);
            return { manifest: found, because: `It is the newest one at or before ${selector.at.toISOString()}.` };
        }
        case 'mark':
            return byMark(history, selector, circumstances);
        case 'commit':
            return byCommit(history, selector.sha, `commit ${selector.sha}`, circumstances);
        case 'pull': {
            const sha = await circumstances.mergeCommit(selector.number);
            return byCommit(history, sha, `#${selector.number} (merged as ${sha.slice(0, 12)})`, circumstances);
        }
    }
}
/** The newest snapshot from before the deployments that are live; undefined if there is none, or they are unknown. */
async function newestBefore(history, circumstances) {
    if (circumstances.live === null)
        return undefined;
    const { before } = await ranked(history, 1, circumstances);
    return before.find(({ manifest }) => manifest !== null)?.id;
}
/**
 * Ids that `latest`, `previous` and `~2` … stand for, as far as they are in these entries; none after one that cannot be
 * read, because a choice stops there.
 */
function rankedIds(entries, circumstances) {
    const { chosen } = rank(entries, circumstances);
    const broken = chosen.findIndex(isBroken);
    return (broken < 0 ? chosen : chosen.slice(0, broken)).map(({ id }) => id);
}
async function byRank(history, back, text, circumstances) {
    const { before, chosen } = await ranked(history, back + 1, circumstances);
    const found = atRank(chosen, back, circumstances);
    if (found === undefined)
        throw notFound(history, back === 0 ? 'covers the scope' : `is "${text}"`, circumstances);
    if (circumstances.live === null || chosen !== before)
        return { manifest: found, because: null };
    const which = back === 0 ? 'the newest one' : `${back} before the newest one`;
    return { manifest: found, because: `It is ${which} from before the deployment that is live now.` };
}
/** Reads as many pages as are needed for so many snapshots. */
async function ranked(history, wanted, circumstances) {
    for (let end = PAGE;; end += PAGE) {
        const result = rank(await history.slice(0, end), circumstances);
        if (end >= history.ids.length || result.before.filter(isOrdinary(circumstances)).length >= wanted)
            return result;
    }
}
/**
 * Pure. A snapshot that is newer than one which shows the live deployments was taken after they went live, even if it shows
 * others: production was rolled back in between.
 */
function rank(entries, circumstances) {
    const last = entries.findLastIndex(({ releases }) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(releases, circumstances.live));
    const counts = isOrdinary(circumstances);
    // Entries that cannot be read stay: the command that reaches one says so.
    const countable = (entry) => isBroken(entry) || counts(entry);
    const before = entries.slice(last + 1).filter(countable);
    if (before.some(counts))
        return { before, chosen: before };
    const all = entries.filter(countable);
    // One that shows another deployment is newer than the live one, for example the release that was rolled back.
    const unmoved = all.filter(({ releases }) => !(0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsOther */ .Hr)(releases, circumstances.live));
    return { before, chosen: unmoved.some(counts) ? unmoved : all };
}
/** The entry at a place; those that cannot be believed do not count. @throws the problem of a damaged one before it */
function atRank(entries, back, circumstances) {
    let left = back;
    for (const entry of entries) {
        const manifest = readable(entry, circumstances);
        if (manifest === null)
            continue;
        if (left === 0)
            return manifest;
        left -= 1;
    }
    return undefined;
}
/** What nobody believes does not count: it must not hide the honest ones. */
const UNBELIEVED = ['snapshot-untrusted', 'snapshot-time'];
const isBroken = ({ problem }) => problem !== null && !UNBELIEVED.includes(problem.code);
/**
 * The manifest of an entry; null for one that is not believed: anyone who may push can upload an artifact, and a wrong clock
 * gives a time in the future, which would stay the newest.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported, snapshot-foreign
 */
function readable({ manifest, problem }, { origin }) {
    if (problem !== null && isBroken({ problem }))
        throw problem;
    if (manifest !== null)
        assertOurs(manifest, origin);
    return manifest;
}
/** Covers the scope, and is not the state in the middle of an incident. */
const isOrdinary = (circumstances) => ({ manifest }) => manifest !== null && manifest.reason !== 'pre-rollback' && covers(manifest, circumstances);
/**
 * A snapshot of only some resources does not stand for all. One of the whole configuration does, although resources may
 * have been added later.
 */
function covers(manifest, { scope, configured }) {
    const holds = (id) => manifest.resources.some((captured) => captured.id === id);
    const wanted = scope ?? configured;
    return wanted.every(holds) || (manifest.scope === null && (scope === null || scope.some(holds)));
}
async function firstOf(history, from, circumstances, fits) {
    for (let start = from; start < history.ids.length; start += PAGE) {
        for (const entry of await history.slice(start, start + PAGE)) {
            const manifest = readable(entry, circumstances);
            if (manifest !== null && fits(entry))
                return manifest;
        }
    }
    return undefined;
}
/** Production served the commit; else the snapshot was taken for the deploy of it, before it. */
async function byCommit(history, sha, what, circumstances) {
    const entries = (await history.slice(0)).filter(isOrdinary(circumstances));
    const is = (commit) => commit?.toLowerCase().startsWith(sha) === true;
    const chosen = (entry, because) => {
        const manifest = readable(entry, circumstances);
        if (manifest === null)
            throw notFound(history, `is of ${what}`, circumstances);
        return { manifest, because };
    };
    const served = entries.find(({ releases }) => [...releases.values()].some(({ commit }) => is(commit)));
    if (served)
        return chosen(served, `Production served ${what} when it was taken.`);
    const deploying = entries.find(({ manifest }) => is(manifest?.commit ?? null));
    if (deploying)
        return chosen(deploying, `A run of ${what} took it, before that commit was deployed.`);
    throw notFound(history, `is of ${what}`, circumstances);
}
async function byMark(history, { name }, circumstances) {
    const fits = ({ marks, manifest }) => (name === null ? marks.length > 0 : marks.includes(name)) && manifest !== null && covers(manifest, circumstances);
    const ids = history.ids.filter((id) => history.marks.has(id));
    for (const id of ids) {
        const entry = await history.entry(id);
        const wanted = name === null || entry.marks.includes(name);
        const manifest = wanted ? readable(entry, circumstances) : null;
        if (manifest !== null && fits(entry)) {
            return { manifest, because: `It is the newest one with the mark ${name ?? entry.marks.join(', ')}.` };
        }
    }
    const known = [...new Set([...history.marks.values()].flat())].sort();
    throw notFound(history, name === null ? 'has a mark' : `has the mark "${name}"`, circumstances, known);
}
async function byId(store, history, id, { origin }) {
    if (!history.ids.includes(id)) {
        const elsewhere = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentsHolding */ ._n)(store, id);
        if (elsewhere.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-foreign', `${id} is a snapshot of "${elsewhere.join('", "')}", not of "${origin.environment}".`);
        }
        const known = await store.whyMissing?.(`snapshots/${origin.environment}/${id}`);
        if (known)
            throw known;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-not-found', `The store has no snapshot ${id} of "${origin.environment}".`);
    }
    const { manifest, problem } = await history.entry(id);
    if (problem !== null)
        throw problem;
    if (manifest === null)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('internal', `Snapshot ${id} was not read.`);
    assertOurs(manifest, origin);
    return manifest;
}
function assertOurs({ id, environment, repository }, origin) {
    const foreign = repository !== null && origin.repository !== null && repository.toLowerCase() !== origin.repository.toLowerCase();
    if (environment === origin.environment && !foreign)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-foreign', `Snapshot ${id} belongs to ${repository ?? 'no repository'}, environment "${environment}".`);
}
function noneYet({ environment }) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-not-found', `The store has no snapshot of "${environment}" yet.`, {
        remedy: 'Run "rewind snapshot" before each deploy; see examples/pre-deploy-snapshot.yml.',
    });
}
function notFound(history, which, { scope }, marks = []) {
    if (history.ids.length === 0)
        return noneYet(history);
    const of = scope === null ? '' : ` (scope: ${scope.join(', ')})`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-not-found', `No snapshot of "${history.environment}" ${which}${of}.`, {
        ...(marks.length === 0 ? {} : { remedy: `The store has the marks ${marks.join(', ')}. Run "rewind list".` }),
    });
}
/** For commands that need no live production: `latest` is the newest one that covers the scope. */
async function findSnapshot(store, text, origin, known = {}) {
    const history = await _history_js__WEBPACK_IMPORTED_MODULE_1__/* .History */ .BZ.open(store, origin.environment, null);
    const circumstances = {
        origin,
        scope: null,
        configured: [],
        live: null,
        mergeCommit: () => Promise.reject(new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', 'This command knows no pull requests.')),
        ...known,
    };
    return (await chooseSnapshot(store, history, text, circumstances)).manifest;
}


/***/ }),

/***/ 7578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ History),
/* harmony export */   Hr: () => (/* binding */ showsOther),
/* harmony export */   d7: () => (/* binding */ showsLive),
/* harmony export */   l7: () => (/* binding */ releaseOf)
/* harmony export */ });
/* unused harmony export releasesOf */
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4346);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9952);




/** The snapshots of one environment, newest first. Reads each manifest once, when it is asked for. */
class History {
    store;
    environment;
    ids;
    marks;
    loadProvider;
    now;
    entries = new Map();
    constructor(store, environment, 
    /** Newest first. */
    ids, 
    /** Names by snapshot id. */
    marks, loadProvider, now) {
        this.store = store;
        this.environment = environment;
        this.ids = ids;
        this.marks = marks;
        this.loadProvider = loadProvider;
        this.now = now;
    }
    /**
     * @param loadProvider reads the deployments from the manifests; without it they stay unknown
     * @param now a snapshot from the future has the problem snapshot-time; null: times are not compared
     * @throws RewindError store-unreadable
     */
    static async open(store, environment, loadProvider, now = null) {
        const objects = await store.list(`snapshots/${environment}`);
        return new History(store, environment, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotIds */ .Ns)(objects).reverse(), (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .marksOf */ .Ok)(objects), loadProvider, now);
    }
    entry(id) {
        const known = this.entries.get(id) ?? this.read(id);
        this.entries.set(id, known);
        return known;
    }
    /** The entries from one place to another in `ids`, read in parallel. */
    slice(from, to) {
        return Promise.all(this.ids.slice(from, to).map((id) => this.entry(id)));
    }
    async read(id) {
        const marks = this.marks.get(id) ?? [];
        try {
            const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(this.store, this.environment, id);
            if (this.now !== null)
                (0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .assertTime */ .Qk)(manifest, this.now);
            const releases = this.loadProvider === null ? new Map() : await releasesOf(manifest, this.loadProvider);
            return { id, marks, manifest, problem: null, releases };
        }
        catch (error) {
            return { id, marks, manifest: null, problem: (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error), releases: new Map() };
        }
    }
}
/** The deployments that a snapshot shows. */
async function releasesOf(manifest, loadProvider) {
    const all = await Promise.all(manifest.resources.map(async ({ id, provider: providerId, state }) => {
        // A provider of another version of Rewind may be unknown here.
        const provider = await loadProvider(providerId).catch(() => null);
        // A database shows no deployment, and its state may be large.
        const release = provider === null || provider.slow === true ? null : releaseOf((0,_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .describeState */ .Jw)(provider, state));
        return release === null ? [] : [[id, release]];
    }));
    return new Map(all.flat());
}
/** Null if the description names no deployment. */
function releaseOf(described) {
    const { deployment = null, commit = null, rebuildOf } = described;
    const key = rebuildOf ?? deployment ?? commit;
    return key === null ? null : { deployment, commit, key };
}
/** True if a snapshot shows the deployments that are live: all that both know are the same. */
function showsLive(shown, live) {
    const known = knownToBoth(shown, live);
    return known.length > 0 && known.every(([id, { key }]) => shown.get(id)?.key === key);
}
/** True if a snapshot shows a deployment that is not the live one. */
function showsOther(shown, live) {
    return knownToBoth(shown, live).some(([id, { key }]) => shown.get(id)?.key !== key);
}
const knownToBoth = (shown, live) => [...(live ?? [])].filter(([id]) => shown.has(id));


/***/ }),

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2913);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/** The resources in a scope (null = all), and those that back up a database of them. */
function inScope(resources, scope) {
    return resources.filter(({ id, backsUp }) => scope === null || scope.includes(id) || backsUp?.some((of) => scope.includes(of)) === true);
}
/** What identifies the database that a resource works on; null if it works on none, or its address is not known. */
function databaseOf(resource, ctx) {
    return identityOf(resource, ctx)?.database ?? null;
}
function identityOf({ id, provider, config }, ctx) {
    try {
        return provider.capabilities?.database?.identify(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, id)) ?? null;
    }
    catch {
        // The resource itself reports a missing variable or a wrong URL.
        return null;
    }
}
/** The resources with these ids, and those that work on the same databases. */
function withSharedDatabases(resources, ids, ctx) {
    const databases = new Set(resources.map((resource) => (ids.has(resource.id) ? databaseOf(resource, ctx) : null)));
    return resources.filter((resource) => {
        const database = databaseOf(resource, ctx);
        return ids.has(resource.id) || (database !== null && databases.has(database));
    });
}
/** Runs a step for all resources in parallel and keeps every outcome: no failure hides another. */
async function settleResources(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
}


/***/ }),

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9966);



const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @throws RewindError credential-missing
 */
function createGitHub(ctx) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const request = async (call, schema, send) => {
        const { rest } = await (octokit ??= loadOctokit(ctx, token, baseUrl));
        const responses = [];
        const fetch = async (url, init) => {
            const response = await ctx.http.request(requestOf(call, url, init), schema);
            responses.push(response);
            return Response.json(response.data ?? null);
        };
        try {
            await send(rest, { owner, repo, headers, request: { fetch } });
        }
        catch (error) {
            throw unwrapped(error);
        }
        const [response] = responses;
        if (response === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    return {
        repository,
        request,
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H && error.status === 404)
                    return null;
                throw error;
            }
        },
        all: async (call, schema, itemsOf, send) => {
            const read = async (page) => itemsOf(await request(call, schema, (rest, target) => send(rest, { ...target, per_page: PAGE, page })));
            const first = await read(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2)));
                return [...items, ...others.flatMap((page) => page.items)];
            }
            for (let page = 2, last = first; last.items.length === PAGE; page += 1) {
                last = await read(page);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({
            url: `${baseUrl}/repos/${repository}${path}`,
            headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        }),
    };
}
function requestOf({ what, permission, repeatable }, url, init) {
    const { method, headers, body } = init;
    return {
        service: 'GitHub',
        what,
        method,
        url,
        headers,
        body,
        repeatable,
        deadlineMs: DEADLINE_MS,
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ })

};
