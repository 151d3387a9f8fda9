export const id = 829;
export const ids = [829];
export const modules = {

/***/ 90829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i5: () => (/* binding */ busyFindings),
  UF: () => (/* binding */ busyNow),
  yP: () => (/* binding */ underLock)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/store/lock-owner.js
var lock_owner = __webpack_require__(13228);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/store/lock-record.js
var lock_record = __webpack_require__(48318);
;// CONCATENATED MODULE: ./lib/store/lock-words.js



/** What a run without the lock says: what the owner does, what this run has not done, and what to do after the owner. */
const WORDS = {
    change: {
        does: 'changing this environment',
        not: 'Nothing was changed by this run.',
        then: 'make a new plan',
    },
    tell: {
        does: 'notifying the channels of this environment',
        not: 'This run does not send what is left.',
        then: 'send what is left with "rewind notify"',
    },
};
/** Who has a lock. */
function ownerText({ command, by, process, run, since }) {
    const where = run === null ? `process ${process.pid} on ${process.host}` : `${run.url}, attempt ${run.attempt}`;
    return `"rewind ${command}" of ${by}, ${where}, since ${since}`;
}
/** The clock of the owner, or of this run, is wrong. */
const hasUnknownEnd = ({ until }, now) => Date.parse(until) > now.getTime() + lock_record/* LONGEST_MS */.c0;
/**
 * For a run that only reads: production, and what the run says of it, may change while another one works.
 * @returns sentences, and whether other runs are refused until a person removes the lock
 */
function heldNow({ owner, key, remove = key }, now) {
    if ('missed' in owner) {
        return {
            message: `Another run seems to be working on this environment now: ${owner.missed} times its lock below ${key}/ was gone when this run opened what the store had listed, as it is when its owner renews it. So its owner is unknown.`,
            remedy: `Wait a minute, then run this command again. If it says the same while no other run works, remove the objects below ${key}/ from the store.`,
            stays: false,
        };
    }
    if ('problem' in owner) {
        return {
            message: `Another run may work on this environment now. Its lock ${key} names no owner: ${owner.problem}.`,
            remedy: `If another run works, wait until it ends, then run this command again. Otherwise remove the lock, or no rollback begins: ${remove}`,
            stays: true,
        };
    }
    const stays = hasUnknownEnd(owner, now);
    const end = stays ? `remove the object ${key} from the store` : `its lock ends by itself at ${owner.until}`;
    return {
        message: `Another run is working on this environment now: ${ownerText(owner)}.`,
        remedy: `Wait until that run ends, then run this command again. If it was killed, ${end}.`,
        stays,
    };
}
/** @param key of the object that is the lock, and what the store knows of it */
function heldByUnknown({ does, not }, { problem }, key, known, now) {
    const written = known?.written ?? null;
    const old = (since) => (0,progress/* age */.KW)(Math.max(0, now.getTime() - since.getTime()));
    const when = written === null ? 'at an unknown time' : `at ${written.toISOString()} (${old(written)} ago)`;
    return new errors.RewindError('environment-locked', `Another run may be ${does}. Its lock ${key} names no owner: ${problem}. It was written ${when}. ${not}`, {
        remedy: `Make sure that no other run works on this environment. Then remove the lock: ${known?.remove ?? key}`,
    });
}
/** @param key of the object that is the lock */
function heldBy({ does, not, then }, owner, key, now) {
    const isUnknown = hasUnknownEnd(owner, now);
    // Messages, a promote and a migration have no plan to go on from.
    const isPlan = owner.digest !== null && does !== WORDS.tell.does;
    const sameRun = isPlan ? `${sameAs(owner)} (digest ${owner.digest})` : null;
    return new errors.RewindError('environment-locked', `Another run is ${does}: ${ownerText(owner)}. ${isUnknown ? `The end of its lock is unknown: ${owner.until} is too far away, so the clock of that machine or of this one is wrong. ` : ''}${not}`, {
        remedy: isUnknown
            ? `Wait until that run ends, then ${then}. If it was killed, remove the object ${key} from the store${sameRun === null ? '' : `, or run ${sameRun} again: it waits at most ${lock_record/* LONGEST_MS */.c0 / 1000} s and goes on from there`}.`
            : `Wait until that run ends, then ${then}. If it was killed, the lock ends by itself at ${owner.until}${sameRun === null ? '' : `; ${sameRun} goes on from there`}.`,
    });
}
/** A run of the same plan. */
const sameAs = ({ command }) => command === 'rollback' ? 'the same rollback' : `the same "rewind ${command}"`;
/**
 * @param mine the command that lost the lock
 * @param owner null if the owner is unknown
 */
function takenOver({ does, then }, mine, owner) {
    const again = mine.digest === null ? `run "rewind ${mine.command}" again` : `run ${sameAs(mine)} again: it goes on from there`;
    return new errors.RewindError('environment-locked', `Another run took the lock of this environment over${owner === null ? '' : `: ${ownerText(owner)}`}.`, { remedy: `Wait until that run ends. Then ${does === WORDS.tell.does ? then : again}.` });
}
/** @param folder below which the objects of the lock lie */
const notTaken = ({ not }, folder, tries) => new errors.RewindError('environment-locked', `This run could not take the lock of this environment: ${tries} times it could not add the next number below ${folder}/. ${not}`, {
    remedy: `Run it again. If it fails again while no other run works, remove the objects below ${folder}/ from the store.`,
});

// EXTERNAL MODULE: ./lib/runtime/operator.js
var operator = __webpack_require__(74698);
// EXTERNAL MODULE: ./lib/runtime/process-identity.js
var process_identity = __webpack_require__(82060);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/store/lock.js







const RENEW_MS = 30_000;
const POLL_MS = 2_000;
/** How often a run tries to create the next number, and the pause between two tries. */
const TRIES = 20;
const RETRY_MS = 200;
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
            process: (0,process_identity/* thisProcess */.W)(),
            run: run && { url: run.url, attempt: run.attempt },
            since: ctx.clock.now().toISOString(),
            numbersBegan: ctx.clock.now().getTime(),
        };
    }
    async acquire() {
        let watched;
        for (let tries = 0; tries < TRIES;) {
            if (this.ctx.signal.aborted) {
                throw new errors.RewindError('cancelled', `The run was cancelled before it had the lock. ${this.words.not}`);
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
            const isFresh = this.ctx.clock.now().getTime() < this.until - lock_record/* LEASE_MS */.Wf / 2;
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
        throw takenOver(this.words, this.mine, owner === 'absent' || 'problem' in owner ? null : owner);
    }
    /** Creates the number after `before`. @returns false if another run was first */
    async succeed(before, released) {
        const until = this.ctx.clock.now().getTime() + lock_record/* LEASE_MS */.Wf;
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
        return (0,lock_owner/* keyBelow */.Tv)(this.folder, number);
    }
    numbers() {
        return (0,lock_owner/* numbersBelow */.qF)(this.store, this.folder);
    }
    async highest() {
        const numbers = await this.numbers();
        return numbers.length === 0 ? null : Math.max(...numbers);
    }
    /** As `readLock`, but one that the store does not give may hold the lock. */
    async read(number) {
        try {
            return await (0,lock_owner/* readLock */.mF)(this.store, this.keyOf(number));
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
        if (owner === 'absent' || owner.released || (0,lock_owner/* isDead */.XU)(owner, this.mine.run))
            return 0;
        const unchanged = lock_record/* LONGEST_MS */.c0 - (this.ctx.clock.monotonic() - watchedSince);
        return Math.min((0,lock_owner/* endsAt */.Ek)(owner) - this.ctx.clock.now().getTime(), unchanged);
    }
    /** A process of this machine that is not gone is at work. */
    mayWait(owner) {
        const { host, machine } = this.mine.process;
        const here = owner.process.host === host && owner.process.machine === machine;
        return owner.digest !== null && owner.digest === this.mine.digest && !here;
    }
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
/** The run that works on the environment while this one reads; null if there is none. Read-only, never throws. */
async function busyNow({ context, run }, { store, config }) {
    try {
        const present = await (0,lock_owner/* presentOwner */.FB)(store, context, config.environment, run);
        if (present === null)
            return null;
        return {
            ...heldNow(present, context.clock.now()),
            digest: 'digest' in present.owner ? present.owner.digest : undefined,
        };
    }
    catch (error) {
        const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return {
            message: `Whether another run is working on this environment now is unknown: ${message}`,
            remedy,
            digest: undefined,
            stays: false,
        };
    }
}
/**
 * The same for a plan, and for a check.
 * @param staying level of a lock that only a person can remove
 */
async function busyFindings(session, project, staying = 'warning') {
    const busy = await busyNow(session, project);
    if (busy === null)
        return [];
    const { message, remedy, stays } = busy;
    return [{ level: stays ? staying : 'warning', code: 'environment-busy', resource: 'environment', message, remedy }];
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
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(code, (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sentences */ .hC)(message, 'This run changed nothing in production.'), {
        ...{ resource, problems, unwritten, retryAfterMs, cause: thrown },
        remedy: /run again|run the/i.test(remedy) ? remedy : `${remedy} Then run the same command again.`,
    });
}
/** Of a run that has not begun. @throws the error, with what it means for production */
function stopUnchanged(error) {
    throw unchanged(error);
}


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

/***/ 82060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isGone),
/* harmony export */   W: () => (/* binding */ thisProcess)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);



function thisProcess() {
    return { host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), machine: machine(), pid: process.pid, started: statOf(process.pid)?.started ?? '' };
}
/**
 * True only if the process is surely gone: it ran on this machine, and its process id is free or another process has it.
 * False for a process of another machine, whose state nobody knows.
 */
function isGone(owner) {
    if (owner.host !== (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)() || owner.machine !== machine())
        return false;
    const stat = statOf(owner.pid);
    if (stat !== null)
        return stat.ended || stat.started !== owner.started;
    try {
        process.kill(owner.pid, 0);
        return false;
    }
    catch (error) {
        return node_util__WEBPACK_IMPORTED_MODULE_2__.types.isNativeError(error) && 'code' in error && error.code === 'ESRCH';
    }
}
/** Two containers may have one host name, and both a process 17. */
function machine() {
    return [() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim(), () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid')]
        .map((read) => attempt(read) ?? '')
        .filter((part) => part !== '')
        .join(' ');
}
/** State and start of a process (proc_pid_stat(5)); null where there is no /proc, or no such process. */
function statOf(pid) {
    const text = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8'));
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


/***/ }),

/***/ 13228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ endsAt),
/* harmony export */   FB: () => (/* binding */ presentOwner),
/* harmony export */   Tv: () => (/* binding */ keyBelow),
/* harmony export */   XU: () => (/* binding */ isDead),
/* harmony export */   YL: () => (/* binding */ lastOwner),
/* harmony export */   mF: () => (/* binding */ readLock),
/* harmony export */   qF: () => (/* binding */ numbersBelow)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_process_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82060);
/* harmony import */ var _lock_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48318);




/** No lock gets a number with more digits. `Number` is exact up to here. */
const NUMBER = /^(\d{9,15})\.json$/;
/** How often a lock is listed again that its owner renewed between the list and the reading. */
const TRIES = 5;
/**
 * What has the lock of an environment now, as far as the store tells: the owner may have been killed a moment ago. Read-only.
 * @param run of the reader, whose earlier attempts are gone
 * @returns null if the lock is free, or if the store has no locks
 * @throws the store's errors
 */
async function presentOwner(store, { clock }, environment, run) {
    if (store.create === undefined)
        return null;
    const folder = `locks/${environment}`;
    for (let tries = 0; tries < TRIES; tries += 1) {
        const number = Math.max(0, ...(await numbersBelow(store, folder)));
        if (number === 0)
            return null;
        const key = keyBelow(folder, number);
        const owner = await readLock(store, key);
        if (owner === 'absent')
            continue;
        if ('problem' in owner)
            return { owner, key, remove: (await store.describe?.(key))?.remove ?? key };
        const isFree = owner.released || isDead(owner, run) || endsAt(owner) <= clock.now().getTime();
        return isFree ? null : { owner, key };
    }
    return { owner: { missed: TRIES }, key: folder };
}
/** When a lock that is not renewed is free by every clock, in milliseconds since 1970. */
const endsAt = ({ until }) => Date.parse(until) + _lock_record_js__WEBPACK_IMPORTED_MODULE_3__/* .SKEW_MS */ .eK;
/** True if the owner is surely gone. @param run of the reader */
function isDead(owner, run) {
    if (run && owner.run?.url === run.url && owner.run.attempt < run.attempt)
        return true;
    return (0,_runtime_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .isGone */ .S)(owner.process);
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
        content = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(await store.open(key));
    }
    catch (error) {
        if ((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error).code === 'snapshot-corrupt')
            return 'absent';
        throw error;
    }
    return (0,_lock_record_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLock */ .PG)(content);
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


/***/ }),

/***/ 48318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ parseLock),
/* harmony export */   Wf: () => (/* binding */ LEASE_MS),
/* harmony export */   c0: () => (/* binding */ LONGEST_MS),
/* harmony export */   eK: () => (/* binding */ SKEW_MS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);

/** Milliseconds after which a lock that its owner does not renew belongs to nobody. */
const LEASE_MS = 90_000;
/** Clocks of two machines differ. */
const SKEW_MS = 30_000;
/** No owner that lives leaves its lock unchanged for longer, and none writes an end that is further away. */
const LONGEST_MS = LEASE_MS + SKEW_MS;
const record = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('rewind-lock'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    token: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Of the plan that is applied; null for a command without one. */
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Who runs it, for people. */
    by: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    process: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ host: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), machine: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), pid: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), started: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), attempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }).nullable(),
    since: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    until: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    /** When the numbers began, in milliseconds: with the first lock, and again after a person removed the lock. */
    numbersBegan: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    released: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
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


/***/ })

};
