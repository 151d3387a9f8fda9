export const id = 6611;
export const ids = [6611];
export const modules = {

/***/ 78648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeApproval)
/* harmony export */ });
/** "requested by ada; approved by bob" */
function describeApproval({ requestedBy, kind, approvedBy, skipped }) {
    const how = kind === 'digest' ? ', who typed the digest' : kind === 'comment' ? ' in a comment' : '';
    const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}${how}`;
    const omitted = skipped === null ? '' : `; skipped: ${skipped}`;
    return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${omitted}`;
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
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
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
/** What a run without the lock says: what the owner does, what this run has not done, and what to do after the owner. */
const WORDS = {
    change: {
        does: 'changing this environment',
        not: 'Nothing was changed by this run.',
        then: 'make a new plan',
    },
    tell: {
        does: 'telling the channels of this environment',
        not: 'This run does not send what is left.',
        then: 'send what is left with "rewind notify"',
    },
};
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
    /** One warning of old objects is enough. */
    warned = false;
    /** One step at a time: two renewals at once would take each other for another run. */
    last = Promise.resolve();
    words;
    constructor(store, create, ctx, { environment, command, digest, run, purpose = 'change' }) {
        this.store = store;
        this.create = create;
        this.ctx = ctx;
        this.words = WORDS[purpose];
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
                throw new errors/* RewindError */.Ir('cancelled', `The run was cancelled before it had the lock. ${this.words.not}`);
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
                throw this.locked(owner, this.keyOf(present));
            if (watched === undefined) {
                this.ctx.log.info(`An interrupted run of this rollback still has the lock (${describe(owner)}). If it does not renew it, this run continues in at most ${Math.ceil(left / 1000)} s.`);
                watched = { number: present, since: this.ctx.clock.monotonic() };
            }
            await this.ctx.clock.sleep(Math.min(POLL_MS, Math.max(1, left)), this.ctx.signal);
        }
        throw new errors/* RewindError */.Ir('environment-locked', `This run could not take the lock of this environment: ${TRIES} times it could not add the next number below ${this.folder}/. ${this.words.not}`, {
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
            this.ctx.log.warn((0,runtime_text/* sentences */.hC)(`The lock of the environment could not be released: ${(0,errors/* asRewindError */.m2)(error).message}`, `It ends by itself at ${new Date(this.until).toISOString()}.`));
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
        await this.removeBefore(number);
        return true;
    }
    /** The lock is taken already, and older numbers lock nothing: a store that keeps them stops no run. */
    async removeBefore(number) {
        try {
            for (const each of await this.numbers())
                if (each < number)
                    await this.store.delete(this.keyOf(each));
        }
        catch (error) {
            if (this.ctx.signal.aborted || this.warned)
                return;
            this.warned = true;
            const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
            this.ctx.log.warn((0,runtime_text/* sentences */.hC)(`Old objects of the lock could not be removed: ${message}`, 'They lock nothing.', remedy));
        }
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
        return new errors/* RewindError */.Ir('environment-locked', `Another run may be ${this.words.does}. Its lock ${key} names no owner: ${problem}. It was written ${when}. ${this.words.not}`, {
            remedy: `Make sure that no other run works on this environment. Then remove the lock: ${known?.remove ?? key}`,
        });
    }
    /** @param key of the object that is the lock */
    locked(owner, key) {
        const { does, not, then } = this.words;
        const hasUnknownEnd = this.hasUnknownEnd(owner);
        // Messages, a promote and a migration have no plan to go on from.
        const isPlan = owner.digest !== null && does !== WORDS.tell.does;
        const again = owner.command === 'rollback' ? 'the same rollback' : `the same "rewind ${owner.command}"`;
        const sameRun = isPlan ? `${again} (digest ${owner.digest})` : null;
        return new errors/* RewindError */.Ir('environment-locked', `Another run is ${does}: ${describe(owner)}. ${hasUnknownEnd ? `The end of its lock is unknown: ${owner.until} is too far away, so the clock of that machine or of this one is wrong. ` : ''}${not}`, {
            remedy: hasUnknownEnd
                ? `Wait until that run ends, then ${then}. If it was killed, remove the object ${key} from the store${sameRun === null ? '' : `, or run ${sameRun} again: it waits at most ${LONGEST_MS / 1000} s and goes on from there`}.`
                : `Wait until that run ends, then ${then}. If it was killed, the lock ends by itself at ${owner.until}${sameRun === null ? '' : `; ${sameRun} goes on from there`}.`,
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

// EXTERNAL MODULE: ./lib/cli/unchanged.js
var unchanged = __webpack_require__(82467);
;// CONCATENATED MODULE: ./lib/cli/environment-lock.js


/**
 * Runs what changes production while no other run changes the same environment.
 * @param digest of the plan that is applied; null for a command without one
 * @param purpose what a run without the lock says; default: that it changed nothing
 * @throws RewindError environment-locked and the errors of the store, before the work begins
 */
async function underLock(session, { store, config }, command, digest, work, purpose = 'change') {
    const { environment } = config;
    const request = { environment, command, digest, run: session.run, purpose };
    const taking = acquireLock(store, session.context, request);
    // A rollback that tells its channels has changed production.
    const lock = await (purpose === 'change' ? taking.catch(unchanged/* stopUnchanged */.y) : taking);
    try {
        return await work(lock);
    }
    finally {
        await lock.release();
    }
}


/***/ }),

/***/ 82467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ unchanged),
/* harmony export */   y: () => (/* binding */ stopUnchanged)
/* harmony export */ });
/* harmony import */ var _runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87895);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



/**
 * An error of the store that ended a run before its first change, with what that means for production.
 * @param thrown other errors are returned as they are: their texts say it where it matters
 */
function unchanged(thrown) {
    const { code, message, resource, remedy, problems, unwritten, retryAfterMs } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(thrown);
    if (!(0,_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfStore */ .t)(code) || /nothing was changed|changed nothing/i.test(message))
        return thrown;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sentences */ .hC)(message, 'This run changed nothing in production.'), {
        ...{ resource, problems, unwritten, retryAfterMs, cause: thrown },
        remedy: `${remedy} Then run the same command again.`,
    });
}
/** Of a run that has not begun. @throws the error, with what it means for production */
function stopUnchanged(error) {
    throw unchanged(error);
}


/***/ }),

/***/ 46904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ flags),
/* harmony export */   r: () => (/* binding */ RUN_OUTPUTS)
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
    'include-later-changes': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['include-later-changes'],
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    approval: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .APPROVAL_KINDS */ ._1, 'reviewed', '"expedited" if the plan needs no review.'),
    'typed-digest': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['typed-digest'],
    incident: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.incident,
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    out: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out,
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};
/** Outputs of the commands that carry a plan out. */
const RUN_OUTPUTS = [
    'label',
    'snapshot-id',
    'report-path',
    'changes',
    'index-artifact',
    'index-path',
    'retention-days',
    'rollback-artifact',
    'rollback-path',
    'undo-config-artifact',
    'undo-config-path',
    'undo-database-artifact',
    'undo-database-path',
    'incident-id',
    'incident-artifact',
    'incident-path',
];


/***/ }),

/***/ 46611:
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
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(43339);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/engine/salvage.js



/**
 * Carrying rows over from the database that a restore or an undo kept. The rows themselves are personal data: they lie sealed beside
 * the plan, which holds only counts and names.
 */
const count = schemas/* number */.aig().int().nonnegative();
const facts = schemas/* strictObject */.rej({
    database: schemas/* string */.YjP(),
    kept: schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), oid: schemas/* string */.YjP() }),
    /** What put the kept database aside. */
    since: schemas/* enum */.k5n(['restore', 'undo']),
    /** The snapshot that one of the two databases was restored from; the other one is, or was, the database of it. */
    snapshot: schemas/* string */.YjP(),
    /** Production when the plan was made. */
    production: schemas/* strictObject */.rej({
        oid: schemas/* string */.YjP(),
        /** Its first transaction after it was restored; null if it was not. */
        restored: schemas/* string */.YjP().nullable(),
        /** Which of its rows were written after the snapshot; null if nobody can tell. */
        baseline: schemas/* strictObject */.rej({ oldest: schemas/* string */.YjP(), seen: schemas/* array */.YOg(schemas/* string */.YjP()).nullable() }).nullable(),
    }),
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

// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
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
        `Salvage: rows of "${facts.kept.name}" that "${facts.database}" lacks since the ${facts.since === 'restore' ? '' : 'undo of the '}restore of snapshot ${facts.snapshot}.`,
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

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 5 modules
var create_context = __webpack_require__(29519);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/commands/rollback/flags.js
var rollback_flags = __webpack_require__(46904);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(24085);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/engine/seal.js
var engine_seal = __webpack_require__(16545);
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

// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
;// CONCATENATED MODULE: ./lib/commands/salvage/index.js


















const salvage_flags = {
    digest: { ...rollback_flags/* flags */.M.digest, description: 'Digest of the approved salvage plan; without it, a plan is made.' },
    deletions: (0,flags/* toggle */.L$)('Also delete the rows that were deleted in the kept database.'),
    'typed-digest': flags/* FLAGS */.Wg['typed-digest'],
    incident: flags/* FLAGS */.Wg.incident,
    environment: flags/* FLAGS */.Wg.environment,
    'install-client': flags/* FLAGS */.Wg['install-client'],
};
/** Plans first; applies only what was approved by its digest. */
/* harmony default export */ const salvage = ((0,command/* defineCommand */.N)({
    name: 'salvage',
    summary: 'Carry rows over from the database that a restore or an undo kept: first a plan, then, by its digest, the rows.',
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
    const source = new payload_files/* SealedSource */._y(project.store, manifest, captured, project.identities);
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
        text: changes === 0
            ? text
            : `${text}\n\nTo carry the rows over:\n  ${(0,command_line/* commandLine */.ay)(session, ['salvage', '--digest', made.digest])}`,
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

/***/ 33220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


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
