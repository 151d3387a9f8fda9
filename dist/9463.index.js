export const id = 9463;
export const ids = [9463];
export const modules = {

/***/ 49463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ underLock)
/* harmony export */ });
/* harmony import */ var _store_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79653);
/* harmony import */ var _unchanged_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82467);


/**
 * Runs what changes production while no other run changes the same environment.
 * @param digest of the plan that is applied; null for a command without one
 * @param purpose what a run without the lock says; default: that it changed nothing
 * @throws RewindError environment-locked and the errors of the store, before the work begins
 */
async function underLock(session, { store, config }, command, digest, work, purpose = 'change') {
    const { environment } = config;
    const request = { environment, command, digest, run: session.run, purpose };
    const taking = (0,_store_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .acquireLock */ .I)(store, session.context, request);
    // A rollback that tells its channels has changed production.
    const lock = await (purpose === 'change' ? taking.catch(_unchanged_js__WEBPACK_IMPORTED_MODULE_1__/* .stopUnchanged */ .y) : taking);
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



/**
 * An error of the store or of a service that ended a run before its first change, with what that means for production.
 * @param thrown other errors are returned as they are: their texts say it where it matters
 */
function unchanged(thrown) {
    const { code, message, resource, remedy, problems, unwritten, retryAfterMs } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(thrown);
    if (!((0,_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfStore */ .te)(code) || (0,_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfService */ .nU)(code)) || /nothing was changed|changed nothing/i.test(message))
        return thrown;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sentences */ .hC)(message, 'This run changed nothing in production.'), {
        ...{ resource, problems, unwritten, retryAfterMs, cause: thrown },
        remedy: /run again|run the/i.test(remedy) ? remedy : `${remedy} Then run the same command again.`,
    });
}
/** Of a run that has not begun. @throws the error, with what it means for production */
function stopUnchanged(error) {
    throw unchanged(error);
}


/***/ }),

/***/ 79653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ acquireLock),
  Y: () => (/* binding */ lastOwner)
});

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
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

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./lib/store/lock-record.js

/** Milliseconds after which a lock that its owner does not renew belongs to nobody. */
const LEASE_MS = 90_000;
/** Clocks of two machines differ. */
const SKEW_MS = 30_000;
/** No owner that lives leaves its lock unchanged for longer, and none writes an end that is further away. */
const LONGEST_MS = LEASE_MS + SKEW_MS;
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
/** The content of an object of a lock. */
function parseLock(content) {
    const parsed = record.safeParse(parseJson(content));
    return parsed.success ? parsed.data : { problem: 'its content is not a lock of this version of Rewind' };
}
function parseJson(content) {
    try {
        return JSON.parse(content);
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
;// CONCATENATED MODULE: ./lib/store/lock-words.js



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
/** Who has a lock. */
function ownerText({ command, by, process, run, since }) {
    const where = run === null ? `process ${process.pid} on ${process.host}` : `${run.url}, attempt ${run.attempt}`;
    return `"rewind ${command}" of ${by}, ${where}, since ${since}`;
}
/** @param key of the object that is the lock, and what the store knows of it */
function heldByUnknown({ does, not }, { problem }, key, known, now) {
    const written = known?.written ?? null;
    const old = (since) => (0,progress/* age */.KW)(Math.max(0, now.getTime() - since.getTime()));
    const when = written === null ? 'at an unknown time' : `at ${written.toISOString()} (${old(written)} ago)`;
    return new errors/* RewindError */.Ir('environment-locked', `Another run may be ${does}. Its lock ${key} names no owner: ${problem}. It was written ${when}. ${not}`, {
        remedy: `Make sure that no other run works on this environment. Then remove the lock: ${known?.remove ?? key}`,
    });
}
/** @param key of the object that is the lock */
function heldBy({ does, not, then }, owner, key, now) {
    // The clock of the owner, or of this run, is wrong.
    const hasUnknownEnd = Date.parse(owner.until) > now.getTime() + LONGEST_MS;
    // Messages, a promote and a migration have no plan to go on from.
    const isPlan = owner.digest !== null && does !== WORDS.tell.does;
    const again = owner.command === 'rollback' ? 'the same rollback' : `the same "rewind ${owner.command}"`;
    const sameRun = isPlan ? `${again} (digest ${owner.digest})` : null;
    return new errors/* RewindError */.Ir('environment-locked', `Another run is ${does}: ${ownerText(owner)}. ${hasUnknownEnd ? `The end of its lock is unknown: ${owner.until} is too far away, so the clock of that machine or of this one is wrong. ` : ''}${not}`, {
        remedy: hasUnknownEnd
            ? `Wait until that run ends, then ${then}. If it was killed, remove the object ${key} from the store${sameRun === null ? '' : `, or run ${sameRun} again: it waits at most ${LONGEST_MS / 1000} s and goes on from there`}.`
            : `Wait until that run ends, then ${then}. If it was killed, the lock ends by itself at ${owner.until}${sameRun === null ? '' : `; ${sameRun} goes on from there`}.`,
    });
}
/** @param owner null if nobody can say who it is */
const takenOver = (owner) => new errors/* RewindError */.Ir('environment-locked', `Another run took the lock of this environment over: ${owner === null ? 'another run' : ownerText(owner)}.`, { remedy: 'Wait until that run ends. Then run the same rollback again: it goes on from there.' });
/** @param folder below which the objects of the lock lie */
const notTaken = ({ not }, folder, tries) => new errors/* RewindError */.Ir('environment-locked', `This run could not take the lock of this environment: ${tries} times it could not add the next number below ${folder}/. ${not}`, {
    remedy: `Run it again. If it fails again while no other run works, remove the objects below ${folder}/ from the store.`,
});

;// CONCATENATED MODULE: ./lib/store/lock.js







const RENEW_MS = 30_000;
const POLL_MS = 2_000;
/** How often a run tries to create the next number, and the pause between two tries. */
const TRIES = 20;
const RETRY_MS = 200;
/** No lock gets a number with more digits. `Number` is exact up to here. */
const NUMBER = /^(\d{9,15})\.json$/;
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
/** The owner of the last lock of an environment, also of one that was released; null if nothing tells who it was. */
async function lastOwner(store, environment) {
    const folder = `locks/${environment}`;
    const number = Math.max(0, ...(await numbersBelow(store, folder)));
    if (number === 0)
        return null;
    const read = await readLock(store, keyBelow(folder, number));
    return read === 'absent' || 'problem' in read ? null : read;
}
/**
 * @returns 'absent' for an object that another run has removed since it was listed: it locks nothing
 * @throws the store's errors
 */
async function readLock(store, key) {
    let content;
    try {
        content = await (0,consumers_.text)(await store.open(key));
    }
    catch (error) {
        if ((0,errors/* asRewindError */.m2)(error).code === 'snapshot-corrupt')
            return 'absent';
        throw error;
    }
    return parseLock(content);
}
const keyBelow = (folder, number) => `${folder}/${String(number).padStart(9, '0')}.json`;
async function numbersBelow(store, folder) {
    const objects = await store.list(folder);
    return objects.flatMap(({ key }) => {
        const found = NUMBER.exec(key.slice(folder.length + 1))?.[1];
        // Only the name that `keyBelow` gives: one number has one object.
        return found !== undefined && key === keyBelow(folder, Number(found)) ? [Number(found)] : [];
    });
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
                throw await this.unknownOwner(this.keyOf(present ?? 0), owner);
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
            if (renewed || !this.mayWait(owner)) {
                throw heldBy(this.words, owner, this.keyOf(present), this.ctx.clock.now());
            }
            if (watched === undefined) {
                this.ctx.log.info(`An interrupted run of this rollback still has the lock (${ownerText(owner)}). If it does not renew it, this run continues in at most ${Math.ceil(left / 1000)} s.`);
                watched = { number: present, since: this.ctx.clock.monotonic() };
            }
            await this.ctx.clock.sleep(Math.min(POLL_MS, Math.max(1, left)), this.ctx.signal);
        }
        throw notTaken(this.words, this.folder, TRIES);
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
        throw takenOver(owner === 'absent' || 'problem' in owner ? null : owner);
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
        return keyBelow(this.folder, number);
    }
    numbers() {
        return numbersBelow(this.store, this.folder);
    }
    async highest() {
        const numbers = await this.numbers();
        return numbers.length === 0 ? null : Math.max(...numbers);
    }
    /** As `readLock`, but one that the store does not give may hold the lock. */
    async read(number) {
        try {
            return await readLock(this.store, this.keyOf(number));
        }
        catch (error) {
            if (this.ctx.signal.aborted)
                throw error;
            return { problem: `it cannot be read: ${(0,errors/* asRewindError */.m2)(error).message.replace(/\.$/, '')}` };
        }
    }
    async unknownOwner(key, owner) {
        return heldByUnknown(this.words, owner, key, await this.store.describe?.(key), this.ctx.clock.now());
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


/***/ })

};
