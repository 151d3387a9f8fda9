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
        const sameRun = isPlan ? `the same rollback (digest ${owner.digest})` : null;
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

;// CONCATENATED MODULE: ./lib/cli/environment-lock.js

/**
 * Runs what changes production while no other run changes the same environment.
 * @param digest of the plan that is applied; null for a command without one
 * @param purpose what a run without the lock says; default: that it changed nothing
 * @throws RewindError environment-locked, before the work begins
 */
async function underLock(session, { store, config }, command, digest, work, purpose = 'change') {
    const { environment } = config;
    const request = { environment, command, digest, run: session.run, purpose };
    const lock = await acquireLock(store, session.context, request);
    try {
        return await work(lock);
    }
    finally {
        await lock.release();
    }
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

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
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

/***/ 85836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EB: () => (/* binding */ checkResources),
  _f: () => (/* binding */ compareWithLive),
  ZZ: () => (/* binding */ goalOf),
  $J: () => (/* binding */ notInSnapshot),
  Bu: () => (/* binding */ parseState),
  qY: () => (/* binding */ planFromLive),
  I$: () => (/* binding */ throwCombined)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/change.js
var change = __webpack_require__(77936);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var runtime_errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var runtime_progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/program.js
var runtime_program = __webpack_require__(81132);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/engine/flags-on.js
/**
 * The flags of one resource that are on now, and when each was turned on. Pure.
 * @param release the state just after the deploy; null: unknown
 */
function flagsOn(resource, { saved, release, live }) {
    return [...(live.flags ?? [])].flatMap(([key, on]) => {
        if (!on)
            return [];
        if (saved.flags?.get(key) === true)
            return [{ resource, key, since: 'before' }];
        const later = release !== null && release.flags?.get(key) !== true;
        return [{ resource, key, since: later ? 'later' : 'deploy' }];
    });
}

// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/mitigated.js
var mitigated = __webpack_require__(69156);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/engine/stale-variables.js
/**
 * Adds a warning to each change that brings back an old build: variables that were set after it was built come back with the
 * value of then, for example a password that was changed. Not for those that the plan returns to a value from before the
 * build, and not if the plan builds again. Pure.
 *
 * @param stays whether a change of a resource is left out of the plan
 * @returns the changes by resource
 */
function withStaleVariables(compared, stays) {
    const undone = ({ resource, changes }) => changes.filter((change) => change.manual === undefined && !stays(change, resource));
    const rebuilds = compared.some((of) => undone(of).some(({ deploys }) => deploys === true));
    const variables = rebuilds ? [] : compared.flatMap((of) => variablesAfter(of, undone(of)));
    return new Map(compared.map(({ resource, changes }) => [resource, changes.map((change) => withWarning(change, variables))]));
}
function withWarning(change, variables) {
    const { builds } = change;
    if (builds === undefined)
        return change;
    const stale = variables.filter(({ project, changedAt }) => builds.project.includes(project) && changedAt > builds.at);
    if (stale.length === 0)
        return change;
    const names = stale.map(({ name, changedAt }) => `${name} (changed ${iso(changedAt)})`).join(', ');
    const warning = `It was built ${iso(builds.at)}. Variables that were changed later come back as they were then: ${names}. Check that the old values are still valid.`;
    return { ...change, warnings: [...change.warnings, warning] };
}
/** The variables of production as the plan leaves them. */
function variablesAfter({ saved, live }, undone) {
    const restored = new Set(undone.map(({ id }) => id));
    const of = ({ variables = [] }, wanted) => variables.filter(({ change }) => restored.has(change) === wanted);
    return [...of(live, false), ...of(saved, true)];
}
const iso = (milliseconds) => `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;

// EXTERNAL MODULE: ./lib/engine/three-way.js
var three_way = __webpack_require__(56724);
;// CONCATENATED MODULE: ./lib/engine/live-plan.js


















/** Captures the live state (read-only) and compares it with the snapshot. No failure of one resource hides another. */
async function compareWithLive(request) {
    const { manifest, resources } = request;
    const ctx = (0,create_context/* forSnapshot */.C)(request.ctx, manifest);
    const deployedBy = deployerOf(request);
    const program = (0,runtime_program/* programId */.W)();
    // Awaited below. A resource that fails before that must not leave a rejection that nobody handles.
    program.catch(() => undefined);
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // The resource was configured after the snapshot, which holds no state of it.
        if (!captured)
            return { changes: [], saved: {}, live: {}, on: [], blind: [], hazards: [] };
        (0,engine_resources/* assertSameProvider */.Wo)(resource, captured.provider);
        const { provider, config } = resource;
        const begun = [...(request.approved ? [request.approved] : []), ...(request.earlier ?? [])];
        const returned = await goalOf(resource, parseState(resource, captured.state), request.recovers, ctx, begun);
        const live = await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, resource.id), new payload_files/* DiscardingSink */.AP(returned, request.recentMs));
        const { mitigates } = request;
        // A mitigation changes what is live; only its lift returns to a snapshot.
        const saved = mitigates?.lifts === false ? (0,mitigation/* eased */.RK)(resource, live, mitigates).desired : returned;
        const { capabilities } = provider;
        const after = request.release?.resources.find(({ id }) => id === resource.id);
        const describe = (state) => capabilities?.describeState?.(state) ?? {};
        const released = mitigates?.lifts === true
            ? { state: (0,mitigation/* eased */.RK)(resource, saved, mitigates).desired }
            : after?.provider === resource.providerId
                ? { state: parseState(resource, after.state) }
                : null;
        const described = {
            saved: describe(saved),
            release: released && describe(released.state),
            live: describe(live),
        };
        const threeWay = (release) => {
            const asked = mitigates === undefined ? live : (0,mitigation/* settled */.gu)(resource, live);
            const found = (0,three_way/* changesWithOrigin */.Qz)(provider, saved, release, live, asked);
            const approved = (request.approved?.changes ?? []).filter((change) => change.resource === resource.id);
            return (0,three_way/* withAuthors */.NZ)((0,three_way/* asApproved */.mN)(found, approved), { ...described, release: describe(release) }, deployedBy);
        };
        // A measure that the snapshot holds is not what the deploy replaced: its end is a later change.
        const held = mitigates === undefined ? (0,mitigated/* mitigatedKeys */.BA)(manifest.mitigated ?? []) : [];
        const stays = new Set([
            ...(request.stays ?? []),
            ...(mitigates?.leaves ?? []),
            ...(mitigates?.holds ?? []),
            ...held,
        ]);
        const changes = (released ? threeWay(released.state) : provider.plan(saved, live)).map((change) => stays.has((0,three_way/* objectKeyOf */.Gs)(resource.id, change.id)) ? { ...change, origin: 'later' } : change);
        const atOnce = request.recovers?.steps !== undefined && capabilities?.inSteps === undefined;
        return {
            changes: atOnce ? changes.map(notInSteps) : changes,
            saved: described.saved,
            live: described.live,
            on: flagsOn(resource.id, described),
            blind: capabilities?.blindSpots?.(saved, live) ?? [],
            // What another database lacks says nothing of what the code meets in its own.
            hazards: capabilities?.database
                ? [changes.some(other_object/* isOtherObject */.gK) ? null : capabilities.database.hazards(saved, live)]
                : [],
        };
    });
    const includeLater = request.includeLater ?? [];
    const changes = withStaleVariables(outcomes.flatMap(({ resource, value }) => (value ? [{ resource: resource.id, ...value }] : [])), (change, resource) => (0,engine_plan/* isKept */.t8)(change, resource, includeLater));
    const restored = restoredDatabases(outcomes, request.database, ctx);
    const covers = (resource, change) => isCovered(resource, change, request.database, restored, ctx);
    const plan = (0,engine_plan/* assemblePlan */.SL)({
        createdAt: ctx.clock.now(),
        program: await program,
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,snapshot_files/* manifestDigest */.It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        undoes: request.undoes ?? null,
        recovers: request.recovers,
        mitigates: request.mitigates,
        release: request.release
            ? {
                id: request.release.id,
                digest: await (0,snapshot_files/* manifestDigest */.It)(request.store, manifest.environment, request.release.id),
            }
            : null,
        includeLater,
        stays: request.stays ?? [],
        resources: outcomes.map(({ resource }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: (changes.get(resource.id) ?? []).filter((change) => !covers(resource, change)),
        })),
    });
    return {
        plan,
        covered: outcomes.flatMap(({ resource, value }) => (value?.changes ?? [])
            .filter((change) => covers(resource, change))
            .map((change) => (0,engine_plan/* plannedChangeOf */.e6)(resource.id, resource.providerId, change))),
        described: new Map(outcomes.flatMap(({ resource, value }) => (value ? [[resource.id, value.live]] : []))),
        flagsOn: outcomes.flatMap(({ value }) => value?.on ?? []),
        flags: (0,engine_provider/* mergedFlags */.uY)(outcomes.flatMap(({ value }) => value?.live ?? [])),
        failures: outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [inResource(error, resource.id)])),
        blind: outcomes.flatMap(({ resource, value }) => (value?.blind ?? []).map((what) => ({ resource: resource.id, what }))),
        hazards: outcomes.flatMap(({ resource, value }) => (value?.hazards ?? []).map((found) => ({ resource: resource.id, found }))),
    };
}
/** Who made the deployment of the release capture; null if no resource tells. */
function deployerOf({ resources, release }) {
    const names = (release?.resources ?? []).flatMap(({ id, state }) => {
        const provider = resources.find((resource) => resource.id === id)?.provider;
        return provider === undefined ? [] : ((0,engine_provider/* describeState */.Jw)(provider, state).deployedBy ?? []);
    });
    return names[0] ?? null;
}
/**
 * The state that a plan returns to: that of the snapshot; in a recovery, with the chosen deployment or in steps.
 * @param begun plans that may be half done; only steps need them
 */
async function goalOf({ id, provider, config }, saved, recovers, ctx, begun = []) {
    const { capabilities } = provider;
    const { gate, steps } = recovers ?? {};
    if (capabilities?.inSteps !== undefined && steps !== undefined && gate !== undefined) {
        const own = begun.flatMap(({ changes }) => changes.filter(({ resource }) => resource === id));
        return capabilities.inSteps(config, saved, { percentages: steps, gate, earlier: own.map(({ params }) => params) });
    }
    const forward = capabilities?.forward;
    if (recovers === undefined || forward === undefined)
        return saved;
    const stages = steps === undefined ? (gate ?? null) : null;
    return forward.desired(config, (0,create_context/* forResource */.i_)(ctx, id), saved, recovers.deployments[id] ?? null, stages);
}
/** In a recovery with steps: what the approver must know of a provider without percentages. */
const notInSteps = (change) => ({
    ...change,
    warnings: [...change.warnings, 'changes at once, not in steps, and does not wait for the gate command'],
});
/** The databases that the plan restores whole. */
function restoredDatabases(outcomes, mode, ctx) {
    return new Set(outcomes.flatMap(({ resource, value }) => {
        const restores = value?.changes.some(({ database, manual }) => database === 'restore' && manual === undefined);
        return mode === 'restore' && restores === true ? ((0,engine_resources/* databaseOf */.zJ)(resource, ctx) ?? []) : [];
    }));
}
/** True for what another database mode would change inside a database that the plan restores whole. */
function isCovered(resource, { database }, mode, restored, ctx) {
    if (database === undefined || database === mode)
        return false;
    const own = (0,engine_resources/* databaseOf */.zJ)(resource, ctx);
    return own !== null && restored.has(own);
}
/** The claim names each resource that was not read, so the error must name it too. */
function inResource(error, resource) {
    const known = (0,runtime_errors/* asRewindError */.m2)(error, resource);
    if (known.resource === resource)
        return known;
    const { code, message, remedy, problems, cause } = known;
    return new runtime_errors/* RewindError */.Ir(code, message, { resource, remedy, problems, cause });
}
/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
async function planFromLive(request) {
    const { plan, failures } = await compareWithLive(request);
    throwCombined(failures);
    return plan;
}
/** The state of a resource in a manifest. @throws RewindError snapshot-unsupported */
function parseState(resource, state) {
    const parsed = resource.provider.state.safeParse(state);
    if (parsed.success)
        return parsed.data;
    throw new runtime_errors/* RewindError */.Ir('snapshot-unsupported', `This version of Rewind cannot read the state of "${resource.id}" in the snapshot.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources that the snapshot does not contain: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/** Law 4: runs the check of every provider and reports all problems together. */
async function checkResources(resources, ctx) {
    const { clock, log } = ctx;
    const progress = (0,runtime_progress/* createProgress */.mf)({ what: 'Checking the resources', unit: 'items', clock, log });
    let checked = 0;
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, (resource) => resource.provider
        .check(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id))
        .finally(() => progress.update((checked += 1), resources.length)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,runtime_errors/* asRewindError */.m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/**
 * Throws a single error as it is, several as one `preflight-failed` that lists them.
 * @param wayOut a sentence for the remedy: what works without these resources
 */
function throwCombined(errors, wayOut = null) {
    const [first] = errors;
    if (!first)
        return;
    // A cancelled run fails everywhere for one reason, and nothing needs repair.
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled)
        throw new runtime_errors/* RewindError */.Ir('cancelled', 'The run was cancelled. Nothing was changed.', { cause: cancelled });
    if (errors.length === 1) {
        if (wayOut === null)
            throw first;
        const { code, message, resource, remedy, problems, cause } = first;
        throw new runtime_errors/* RewindError */.Ir(code, message, { resource, remedy: `${remedy} ${wayOut}`, problems, cause });
    }
    throw new runtime_errors/* RewindError */.Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${(0,runtime_text/* sentences */.hC)(error.message, error.remedy)} (${error.code})`),
        ...(wayOut === null ? {} : { remedy: `Solve each problem, then run the same command again. ${wayOut}` }),
    });
}


/***/ }),

/***/ 23714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RK: () => (/* binding */ eased),
  xh: () => (/* binding */ factsFor),
  vd: () => (/* binding */ mitigationSchema),
  Vb: () => (/* binding */ nameOf),
  gu: () => (/* binding */ settled),
  ny: () => (/* binding */ takes),
  lb: () => (/* binding */ unknownToAll)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/engine/measure.js

/** A measure as a plan holds it. */
const measureSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('flags-off'), flags: schemas/* array */.YOg(schemas/* string */.YjP()), tags: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('maintenance'),
        flag: schemas/* string */.YjP().exactOptional(),
        item: schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: schemas/* json */.Pq9() }).exactOptional(),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('scale-up'),
        min: schemas/* number */.aig().exactOptional(),
        max: schemas/* number */.aig().exactOptional(),
    }),
]);
const MEASURES = (/* unused pure expression or super */ null && (['flags-off', 'maintenance', 'scale-up']));

;// CONCATENATED MODULE: ./lib/engine/mitigation.js




/** What makes a plan a mitigation, or the lift of one. */
const mitigationSchema = schemas/* strictObject */.rej({
    /** Id in the configuration; null: its measure was named on the command line. */
    id: schemas/* string */.YjP().nullable(),
    measure: measureSchema,
    /** What the measure needs besides the live state, by resource. */
    facts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9())),
    /** After so many minutes it may be lifted without a person. */
    minutes: schemas/* number */.aig().int().positive(),
    /** True for the plan that lifts it: the one that returns to the state before. */
    lifts: schemas/* boolean */.zMY(),
    /** Of a lift: objects (`resource/object`) that it leaves as they are, because the measure is not in effect there any more. */
    leaves: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
    /** Of a lift: objects that it leaves as they are until another mitigation is lifted, too. */
    holds: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
});
/** What a mitigation is called in texts. */
const nameOf = ({ id, measure, }) => (id === null ? measure.kind : `${measure.kind} "${id}"`);
/** True if the provider of the resource can take the measure. */
const takes = ({ provider }, measure) => provider.capabilities?.mitigation?.kinds.includes(measure.kind) === true;
/**
 * The state with the measure. Pure.
 * @throws RewindError mitigation-impossible
 */
function eased(resource, state, { measure, facts }) {
    const { mitigation } = resource.provider.capabilities ?? {};
    if (mitigation === undefined || !takes(resource, measure))
        throw impossible(resource, measure);
    return mitigation.ease(resource.config, state, measure, facts[resource.id] ?? {});
}
/** Names that none of the resources has. @param unknown of each resource */
function unknownToAll(unknown) {
    const [first = [], ...others] = unknown;
    return first.filter((name) => others.every((names) => names.includes(name)));
}
/** The state as it was asked for: without what the service alone made of it. Pure. */
const settled = ({ provider }, state) => provider.capabilities?.mitigation?.settled?.(state) ?? state;
/** What the measure needs of each resource. Read-only. @throws RewindError mitigation-impossible, and those of a provider */
async function factsFor(resources, ctx, measure) {
    const found = await Promise.all(resources.map(async (resource) => {
        const { mitigation } = resource.provider.capabilities ?? {};
        if (mitigation === undefined || !takes(resource, measure))
            throw impossible(resource, measure);
        const facts = await mitigation.facts?.(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id), measure);
        return facts === undefined ? [] : [[resource.id, { ...facts }]];
    }));
    return mitigationSchema.shape.facts.parse(Object.fromEntries(found.flat()));
}
const impossible = ({ id, providerId }, { kind }) => new errors/* RewindError */.Ir('mitigation-impossible', `"${id}" (${providerId}) has no measure ${kind}.`, { resource: id });


/***/ }),

/***/ 57314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ otherObject),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   J3: () => (/* binding */ otherNames),
/* harmony export */   gK: () => (/* binding */ isOtherObject)
/* harmony export */ });
/** The parts of a name that the configuration holds under the same keys as the state. Pure. */
function nameParts(keys, saved, live) {
    return keys.map((key) => ({ key, saved: saved[key], live: live[key] }));
}
/**
 * What names the object on both sides, e.g. `project prj_1`: only the parts that differ.
 * @returns null if it is the same object
 */
function otherNames(parts) {
    const different = parts.filter(({ saved, live }) => saved !== live);
    if (different.length === 0)
        return null;
    const named = (side) => different.map((part) => `${part.key} ${part[side]}`).join(', ');
    return { saved: named('saved'), live: named('live') };
}
/** True for the change that `otherObject` makes. */
const isOtherObject = ({ id }) => id === ID;
const ID = 'other-object';
/**
 * The only change of a plan if the configuration names another object than the snapshot holds: it is left to a person.
 * What was captured of one object must never be written to another one.
 *
 * @param what of the object is restored, e.g. `environment variables`
 * @param rebuilt what to do if a person built the object again under the other name; a whole sentence
 * @returns null if it is the same object
 */
function otherObject(what, parts, rebuilt) {
    const names = otherNames(parts);
    if (names === null)
        return null;
    return {
        id: ID,
        stage: 'configuration',
        action: 'run',
        target: `${what} of ${names.saved}`,
        before: `${names.live} (in the configuration)`,
        after: `${names.saved} (in the snapshot)`,
        effect: 'live',
        undo: null,
        manual: [
            `Set ${names.saved} in the configuration and plan again, or choose a newer snapshot.`,
            ...(rebuilt === undefined ? [] : [rebuilt]),
        ].join(' '),
        warnings: [],
        params: {},
    };
}


/***/ }),

/***/ 98479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   Pf: () => (/* binding */ essence),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   e6: () => (/* binding */ plannedChangeOf),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   t8: () => (/* binding */ isKept),
/* harmony export */   tQ: () => (/* binding */ EFFECTS),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   xZ: () => (/* binding */ afterApprovals),
/* harmony export */   yM: () => (/* binding */ planKind)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77936);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23714);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8892);






const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
});
const ACTIONS = ['create', 'update', 'delete', 'run'];
const EFFECTS = ['live', 'next-deployment'];
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** Absent if it is unknown. Covered by the digest. */
    origin: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_4__/* .ORIGINS */ .o9).exactOptional(),
    /** Who made the difference, if it is not the deploy's alone; null: unknown. Not covered by the digest. */
    authors: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ deploy: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(), later: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable() }).exactOptional(),
    stage: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_2__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(ACTIONS),
    target: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(EFFECTS),
    closes: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['down', 'restore', 'up']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    byHand: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .json */ .Pq9()),
});
const recovery = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    /** Digest of the rollback whose state before is the goal. */
    rollback: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** The deployments that take production instead of those of that state, by resource. */
    deployments: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    /** Runs before each further stage of a rolling release, or step of flags; absent: no stages and no steps. */
    gate: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    /** Percentages in which flags come back, ascending to 100; absent: at once. */
    steps: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig()).exactOptional(),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAN_DATABASE_MODES */ .ps),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).nullable(),
    /** Digest of the rollback that this plan undoes; else null. */
    undoes: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    /** Set for a recovery: a plan forwards. */
    recovers: recovery.exactOptional(),
    /** Set for a mitigation, and for the plan that lifts one. */
    mitigates: _mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .mitigationSchema */ .vd.exactOptional(),
    /** The release capture that tells the deploy's changes from later ones, and SHA-256 of its manifest; null: none. */
    release: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() }).nullable(),
    /** Resource ids whose later changes are undone, too. */
    includeLater: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
    approvalsBefore: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().exactOptional(),
    /** Of an undo: the objects (`resource/object`) that somebody changed after the rollback. */
    stays: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).exactOptional(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that somebody made after the deploy, or after the rollback that is undone. They stay. */
    later: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
});
const planKind = ({ undoes, recovers, mitigates }) => mitigates !== undefined
    ? mitigates.lifts
        ? 'lift'
        : 'mitigation'
    : recovers !== undefined
        ? 'recovery'
        : undoes === null
            ? 'rollback'
            : 'undo';
/**
 * True for what was changed after the deploy and stays. The database mode is a choice of its own, and migrations after the
 * deploy cannot stay without those before them.
 */
const isKept = ({ origin, database }, resource, includeLater) => origin === 'later' && database === undefined && !includeLater.includes(resource);
/** The change of a provider as a plan holds it. @throws ZodError for a change of no valid shape */
const plannedChangeOf = (resource, provider, change) => {
    const rest = { ...change };
    // Only the comparison needs them.
    delete rest.parts;
    delete rest.follows;
    delete rest.builds;
    return plannedChange.parse({ ...rest, resource, provider });
};
/** Nobody chooses a database mode for an undo, so what only another mode would change is for a person. */
const NO_MODE = 'An undo runs no migration. Undo it by hand, or restore the database.';
/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
function assemblePlan(input) {
    const undo = (input.undoes ?? null) !== null;
    const ofMode = ({ database }) => database === undefined || database === input.database || (database === 'up' && input.database === 'down');
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChangeOf(id, provider, undo && !ofMode(change) ? { manual: NO_MODE, ...change } : change)));
    const inOrder = stagesOf(input)
        .flatMap((stage) => all.filter((change) => change.stage === stage))
        .map((change) => (input.database === 'up' ? change : asRollback(change)));
    const chosen = (change) => undo || ofMode(change);
    const includeLater = [...(input.includeLater ?? [])].sort();
    const stays = (change) => isKept(change, change.resource, includeLater);
    const remaining = inOrder.filter((change) => !stays(change));
    // What a change of another resource does is not left to a person.
    const byOther = ({ action, target, resource, manual }) => manual !== undefined &&
        action === 'create' &&
        remaining.some((other) => other.target === target && other.resource !== resource && other.manual === undefined);
    const toUndo = remaining.filter((change) => !byOther(change));
    const content = {
        program: input.program,
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        undoes: input.undoes ?? null,
        ...(input.recovers === undefined ? {} : { recovers: input.recovers }),
        ...(input.mitigates === undefined ? {} : { mitigates: input.mitigates }),
        release: input.release ?? null,
        includeLater,
        ...(input.stays === undefined || input.stays.length === 0 ? {} : { stays: [...input.stays].sort() }),
        changes: exposureFirst(toUndo.filter((change) => chosen(change) && change.manual === undefined)),
        manual: toUndo.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: toUndo.filter((change) => !chosen(change)),
        later: inOrder.filter(stays),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: planDigest(content),
    };
}
/** The stages of a plan, in their order. */
const stagesOf = ({ recovers }) => recovers === undefined ? _change_js__WEBPACK_IMPORTED_MODULE_2__/* .STAGES */ .an : _change_js__WEBPACK_IMPORTED_MODULE_2__/* .FORWARD_STAGES */ .sr;
/** Only a recovery applies migrations again; a rollback leaves that to a person. */
function asRollback(change) {
    const { byHand, ...rest } = change;
    return byHand === undefined ? change : { ...rest, manual: byHand };
}
/** Moves the changes that wait for no stage to the front. */
function exposureFirst(changes) {
    const early = earlyChanges(changes);
    return [...changes.filter((change) => early.has(change)), ...changes.filter((change) => !early.has(change))];
}
/** The changes that close an exposure, and those of the same resource and stage that come before one. */
function earlyChanges(changes) {
    return new Set(changes.filter((change, index) => changes.some((other, at) => other.closes !== undefined &&
        other.resource === change.resource &&
        other.stage === change.stage &&
        at >= index)));
}
/**
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan, the number of rows written since the snapshot, and who made a difference.
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        program: content.program,
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        undoes: content.undoes,
        ...(content.recovers === undefined ? {} : { recovers: content.recovers }),
        ...(content.mitigates === undefined ? {} : { mitigates: content.mitigates }),
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
        release: content.release,
        includeLater: content.includeLater,
        later: content.later.map(essence),
        ...(content.stays === undefined ? {} : { stays: content.stays }),
        ...(content.approvalsBefore === undefined ? {} : { approvalsBefore: content.approvalsBefore }),
    });
}
/** The plan with the approvals that were given before it, which its digest covers. */
function afterApprovals(plan, count) {
    if (count === 0)
        return plan;
    const content = { ...plan, approvalsBefore: count };
    return { ...content, digest: planDigest(content) };
}
/** A change without its volatile part. */
function essence(change) {
    const { since, ...rest } = change;
    delete rest.dataAtRisk;
    delete rest.authors;
    return since === undefined ? rest : { ...rest, since: since.restore };
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'Another version of Rewind wrote the plan file.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The plan file was changed: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/** The plan without changes that need not be applied. */
function withoutChanges(plan, done) {
    return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
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

/***/ 81132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ programId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29984);






/** Files of the program that are read at once. */
const AT_ONCE = 4;
let known;
/**
 * Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. Reading them
 * takes tens of milliseconds beside the main thread: a command that needs the text asks for it early.
 * @throws Error if a file of the program cannot be read
 */
function programId() {
    known ??= contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.argv[1] ?? '.'))).then((sha256) => `${_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x} (sha256 ${sha256})`);
    return known;
}
/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
async function contentOf(folder) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder)).filter((name) => /\.(js|cjs|mjs|ts|wasm)$/.test(name)).sort();
    const digests = await (0,_flow_js__WEBPACK_IMPORTED_MODULE_4__/* .mapLimited */ .bB)(names, AT_ONCE, async (name) => node_crypto__WEBPACK_IMPORTED_MODULE_0__.webcrypto.subtle.digest('SHA-256', await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name))));
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    digests.forEach((digest, index) => hash.update(`${names[index] ?? ''}\0`).update(new Uint8Array(digest)));
    return hash.digest('hex').slice(0, 16);
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
