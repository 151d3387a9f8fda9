export const id = 8938;
export const ids = [8938];
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

/***/ 35372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ pastReplays),
/* harmony export */   Qy: () => (/* binding */ noteProgress),
/* harmony export */   gQ: () => (/* binding */ readProgress),
/* harmony export */   lU: () => (/* binding */ storePlan),
/* harmony export */   m3: () => (/* binding */ readPlan)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _engine_replay_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79375);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);




/** `replays/<environment>/<digest>/plan.json`, and beside it how far the sending is. */
const fileOf = (environment, digest, name) => `replays/${environment}/${digest}/${name}.json`;
const bytesOf = (content) => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
async function storePlan({ store }, plan) {
    await store.put(fileOf(plan.environment, plan.digest, 'plan'), bytesOf(plan));
}
/** @throws RewindError plan-mismatch when the store holds no such plan */
async function readPlan(project, digest) {
    const { environment } = project.config;
    const content = await read(project, fileOf(environment, digest, 'plan'));
    if (content === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-mismatch', `The store holds no replay plan ${digest} of "${environment}".`, {
            remedy: 'Run "rewind replay" and get that plan approved.',
        });
    }
    const plan = (0,_engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReplayPlan */ .kl)(content);
    if (plan.digest === digest && plan.environment === environment)
        return plan;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('plan-mismatch', `The store holds another replay plan under the digest ${digest}.`);
}
/** Every replay of the store, newest plan first. */
async function pastReplays(project) {
    const folder = `replays/${project.config.environment}`;
    const keys = (await project.store.list(folder)).flatMap(({ key }) => (key.endsWith('/plan.json') ? [key] : []));
    const plans = await Promise.all(keys.map(async (key) => (0,_engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReplayPlan */ .kl)(await read(project, key))));
    const all = await Promise.all(plans.map(async (plan) => ({ plan, progress: await readProgress(project, plan) })));
    return all.sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(b.plan.createdAt, a.plan.createdAt));
}
async function readProgress(project, { digest }) {
    const content = await read(project, fileOf(project.config.environment, digest, 'progress'));
    return content === undefined ? _engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_BEGUN */ .gr : (0,_engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProgress */ .TS)(content);
}
async function noteProgress({ store }, plan, progress) {
    await store.put(fileOf(plan.environment, plan.digest, 'progress'), bytesOf(progress));
}
/** Undefined if the store does not hold it; null if it is no JSON. */
async function read({ store }, key) {
    const folder = key.slice(0, key.lastIndexOf('/'));
    if (!(await store.list(folder)).some((object) => object.key === key))
        return undefined;
    try {
        return JSON.parse(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(await store.open(key)));
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return null;
        throw error;
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

/***/ 79375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ deliveriesOf),
/* harmony export */   R4: () => (/* binding */ PER_SECOND),
/* harmony export */   SV: () => (/* binding */ replayDigest),
/* harmony export */   Sl: () => (/* binding */ sendAll),
/* harmony export */   TS: () => (/* binding */ parseProgress),
/* harmony export */   gr: () => (/* binding */ NOT_BEGUN),
/* harmony export */   kl: () => (/* binding */ parseReplayPlan)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);



/**
 * Sending events again that a service delivered after the snapshot: a restore took back what the application wrote for
 * them. A plan names events by id and type; their content, personal data, is read from the service when they are sent.
 */
const facts = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** Events created from here (inclusive) to here (exclusive); ISO 8601. */
    from: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    until: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    /** Oldest first: the order of sending. */
    events: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        created: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
        /** Indices into `targets`. */
        targets: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative()),
    })),
    /** The endpoints that get them; the address may be shown. */
    targets: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    /** Endpoints that get nothing, and why. */
    skipped: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), remedy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-replay'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** True if the operator named the snapshot (--from); else the databases said that they were restored from it. */
    named: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    facts,
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** The digest that is approved: everything but the time. */
const replayDigest = ({ environment, resource, snapshot, named, facts: sent, }) => (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({ environment, resource, snapshot, named, facts: sent });
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parseReplayPlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'The replay plan could not be read.');
    if (replayDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The replay plan was changed: its content does not match its digest.');
    }
    return parsed.data;
}
/** Events that are sent in a second. An application that was just restored should not be flooded. */
const PER_SECOND = 5;
/** Every delivery of a plan, in the order of sending. */
const deliveriesOf = ({ events, targets }) => events.flatMap((event) => event.targets.flatMap((at) => (targets[at] ? [{ event, target: targets[at] }] : [])));
const progress = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** Deliveries that are finished, from the first. */
    done: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
    /** True: the next one was begun; whether it arrived is unknown. */
    begun: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    /** Deliveries, by their number, that the application refused, with its answer. */
    refused: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ at: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int(), answer: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    /** Deliveries, by their number, that were sent a second time because a run ended between sending and noting it. */
    repeated: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int()),
});
const NOT_BEGUN = { done: 0, begun: false, refused: [], repeated: [] };
/** @throws RewindError plan-unreadable */
function parseProgress(content) {
    const parsed = progress.safeParse(content);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'The store holds a damaged note of how many events were sent.', {
        remedy: 'Compare the events that the application received with the plan. Then make a new plan: "rewind replay".',
    });
}
/**
 * Sends what is not sent yet, in order, at most PER_SECOND a second.
 * @param note keeps the progress before and after each delivery
 * @throws RewindError of the sender; a later call with the progress noted last goes on there
 */
async function sendAll(deliveries, before, ctx, send, note) {
    let state = before.begun
        ? { ...before, begun: false, repeated: [...before.repeated, before.done] }
        : before;
    for (const [at, delivery] of deliveries.entries()) {
        if (at < state.done)
            continue;
        ctx.signal.throwIfAborted();
        const started = ctx.clock.now().getTime();
        await note({ ...state, begun: true });
        const answer = await send(delivery);
        const refused = answer.kind === 'refused' ? [...state.refused, { at, answer: answer.answer }] : state.refused;
        state = { ...state, done: at + 1, begun: false, refused };
        await note(state);
        const rest = 1000 / PER_SECOND - (ctx.clock.now().getTime() - started);
        if (rest > 0 && at + 1 < deliveries.length)
            await ctx.clock.sleep(rest, ctx.signal);
    }
    return state;
}


/***/ })

};
