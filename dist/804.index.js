export const id = 804;
export const ids = [804];
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

/***/ 95621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ withLimit),
/* harmony export */   Sw: () => (/* binding */ choose),
/* harmony export */   hO: () => (/* binding */ releaseText),
/* harmony export */   mn: () => (/* binding */ openSnapshots)
/* harmony export */ });
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _engine_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(16449);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64257);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21223);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84346);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64227);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50525);
/* harmony import */ var _services_github_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(44903);
/* harmony import */ var _services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19694);











/** A read-only look at production must not hold up the list of snapshots. */
const LIVE_MS = 15_000;
/**
 * Lists the snapshots and reads which deployments are live. A failure to read those is a warning: then the newest snapshot
 * counts as `latest`.
 */
async function openSnapshots(session, project, lookAtLive = true) {
    const { config, origin, store } = project;
    const history = await _engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .History */ .BZ.open(store, config.environment, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C, session.context.clock.now());
    return {
        history,
        circumstances: {
            origin,
            scope: session.inputs.scope,
            configured: config.resources.map(({ id }) => id),
            live: lookAtLive ? await liveReleases(session, project, history) : null,
            mergeCommit: (pull) => (0,_services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__/* .readMergeCommit */ .yB)((0,_services_github_client_js__WEBPACK_IMPORTED_MODULE_8__.createGitHub)(session.context), pull),
        },
    };
}
/**
 * The snapshot that a selector names.
 * @param comparing true to compare it with what is live also if the choice does not depend on that
 * @throws RewindError as `chooseSnapshot`
 */
async function choose(session, project, selector, comparing = false) {
    const dependsOnLive = (0,_engine_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSelector */ .P)(selector)?.kind === 'newest';
    const snapshots = await openSnapshots(session, project, comparing || dependsOnLive);
    const { history, circumstances } = snapshots;
    const choice = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseSnapshot */ .Ip)(project.store, history, selector, circumstances);
    if (choice.because !== null)
        session.context.log.info(`Snapshot ${choice.manifest.id}: ${choice.because}`);
    return { ...snapshots, ...choice, notice: await noticeOf(choice, snapshots) };
}
async function noticeOf({ manifest }, { history, circumstances }) {
    const { releases } = await history.entry(manifest.id);
    if (!(0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(releases, circumstances.live))
        return null;
    const before = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .newestBefore */ .Yx)(history, circumstances);
    const rest = before === undefined ? 'There is none from before it.' : `The one before it is ${before}.`;
    return `The snapshot shows the deployment that is live now (${releaseText(releases)}). ${rest}`;
}
/** "dpl_123 (commit 0123456)" */
function releaseText(releases) {
    return [...releases.values()].map(oneRelease).join(', ');
}
function oneRelease({ deployment, commit }) {
    const short = commit === null ? null : `commit ${commit.slice(0, 7)}`;
    if (deployment === null)
        return short ?? 'unknown';
    return short === null ? deployment : `${deployment}, ${short}`;
}
/** The deployments of all configured resources that a recent snapshot shows, also of those out of scope. */
async function liveReleases({ context: ctx }, { config }, history) {
    // Recent ones that nobody believes, or of a part of the configuration, tell nothing.
    const recent = await history.newest((read) => read.some(({ manifest, releases }) => releases.size > 0 || manifest?.scope === null));
    const shown = new Set(recent.flatMap(({ releases }) => [...releases.keys()]));
    const ids = config.resources.map(({ id }) => id).filter((id) => shown.has(id));
    if (ids.length === 0)
        return null;
    try {
        const resources = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .loadResources */ ._H)(config.resources, ids, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C);
        const reading = Promise.all(resources.map(async ({ id, provider, config: own }) => {
            const state = await provider.capture(own, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__/* .forResource */ .i_)(ctx, id), new _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
            const release = (0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOf */ .l7)((0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_10__/* .describeState */ .Jw)(provider, state));
            return release === null ? [] : [[id, release]];
        }));
        return new Map((await withLimit(reading, ctx)).flat());
    }
    catch (error) {
        ctx.log.warn(`Could not read which deployment is live, so "latest" is the newest snapshot: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`);
        return null;
    }
}
/** @throws RewindError deadline-exceeded after 15 seconds */
async function withLimit(reading, ctx) {
    const limit = new AbortController();
    const late = ctx.clock.sleep(LIVE_MS, limit.signal).then(() => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
    });
    try {
        return await Promise.race([reading, late]);
    }
    finally {
        limit.abort();
        late.catch(() => undefined);
        reading.catch(() => undefined);
    }
}


/***/ }),

/***/ 21722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ undoCommand),
/* harmony export */   a: () => (/* binding */ commandLine)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26751);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);


/** Commands that are printed and write no report. */
const WITHOUT_OUT = new Set(['replay', 'verify', 'migrate']);
/** A command line that works where this one was called: it repeats the files that are not at their default place. */
function commandLine({ inputs }, words) {
    const places = [
        ...(inputs.config === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMON_FLAGS */ .gd.config.default ? [] : ['--config', inputs.config]),
        ...(inputs.out === undefined || inputs.out === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out.default || WITHOUT_OUT.has(words[0] ?? '')
            ? []
            : ['--out', inputs.out]),
    ];
    return ['rewind', ...words, ...places].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
}
/** The one command that undoes a rollback. */
const undoCommand = (session, digest) => commandLine(session, ['undo', digest.slice(0, 12)]);


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

/***/ 90804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ hotfix)
});

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(43339);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/hotfix.js


/** GitHub rejects longer titles. */
const MOST = 256;
const hotfixTitle = ({ incident, commit }) => `Hotfix: ${incident === null ? `from ${commit.slice(0, 12)}` : (0,runtime_text/* oneLine */.TN)(incident.title)}`.slice(0, MOST);
/** What the draft pull request says. */
function hotfixMarkdown({ snapshot, commit, branch, base, incident }) {
    return `${[
        `This branch begins at ${(0,markdown/* codeSpan */.SS)(commit)}: the code of snapshot ${(0,markdown/* codeSpan */.SS)(snapshot)}. The first commit on it changes nothing.`,
        ...(incident === null ? [] : [`Incident ${(0,markdown/* codeSpan */.SS)(incident.id)}: ${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(incident.title))}`]),
        (0,markdown/* codeBlock */.DV)('sh', `git fetch origin ${branch}\ngit switch ${branch}`),
        [
            '- Write the fix, and a test that failed before it.',
            `- Check that the branch works with the present schema of the database: what ${(0,markdown/* codeSpan */.SS)(base)} migrated stays.`,
            '- Deploy this branch, or merge it.',
        ].join('\n'),
        `⚠️ ${(0,markdown/* codeSpan */.SS)(base)} still has every commit after ${(0,markdown/* codeSpan */.SS)(commit.slice(0, 12))}. A merge adds the fix to them and takes none of them out: revert on ${(0,markdown/* codeSpan */.SS)(base)} what must not be deployed again.`,
    ].join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/branches.js

const permission = 'contents: write';
const repository = schemas/* looseObject */._H3({ default_branch: schemas/* string */.YjP() });
const ref = schemas/* looseObject */._H3({ object: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }) });
const commit = schemas/* looseObject */._H3({ sha: schemas/* string */.YjP(), tree: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }) });
const pull = schemas/* looseObject */._H3({ number: schemas/* number */.aig(), html_url: schemas/* string */.YjP(), state: schemas/* string */.YjP() });
/** The name of the default branch. GitHub REST API, "Get a repository". @throws HttpFailure */
async function readDefaultBranch(github) {
    const { default_branch: name } = await github.request({ what: 'read the repository', permission: 'contents: read' }, repository, (rest, target) => rest.repos.get(target));
    return name;
}
/** The commit that a branch points to; null if there is no such branch. @throws HttpFailure */
async function readBranch(github, name) {
    const found = await github.find({ what: `read the branch ${name}`, permission }, ref, (rest, target) => rest.git.getRef({ ...target, ref: `heads/${name}` }));
    return found?.object.sha ?? null;
}
/** Makes a new branch. An existing one is refused, so no branch ever moves. @throws HttpFailure */
async function createBranch(github, name, sha) {
    await github.request({ what: `create the branch ${name}`, permission }, ref, (rest, target) => rest.git.createRef({ ...target, ref: `refs/heads/${name}`, sha }));
}
/**
 * Makes a commit with the files of its parent. The same input is the same commit, so a second call changes nothing.
 * @param at time of the commit (ISO 8601)
 * @returns its SHA; null if GitHub does not know the parent
 * @throws HttpFailure
 */
async function createEmptyCommit(github, given) {
    const { parent, message, at } = given;
    const found = await github.find({ what: `read commit ${parent}`, permission }, commit, (rest, target) => rest.git.getCommit({ ...target, commit_sha: parent }));
    if (found === null)
        return null;
    const author = { name: 'rewind', email: 'rewind@users.noreply.github.com', date: at };
    const call = { what: 'create a commit', permission, repeatable: true };
    const made = await github.request(call, commit, (rest, target) => rest.git.createCommit({
        ...target,
        ...{ message, tree: found.tree.sha, parents: [parent], author, committer: author },
    }));
    return made.sha;
}
const pullOf = ({ number, html_url: url, state }) => ({
    ...{ number, url, open: state === 'open' },
});
/** The pull requests of a branch of this repository, newest first. @throws HttpFailure */
async function pullsOfBranch(github, name) {
    const [owner = ''] = github.repository.split('/');
    const call = { what: `list the pull requests of ${name}`, permission: 'pull-requests: write' };
    return github.all(call, schemas/* array */.YOg(pull), (page) => ({ items: page.map(pullOf) }), (rest, target) => rest.pulls.list({ ...target, state: 'all', head: `${owner}:${name}` }));
}
/** @throws HttpFailure */
async function createDraft(github, given) {
    const call = { what: 'create a draft pull request', permission: 'pull-requests: write' };
    return pullOf(await github.request(call, pull, (rest, target) => rest.pulls.create({ ...target, ...given, draft: true })));
}

;// CONCATENATED MODULE: ./lib/commands/hotfix/open.js



/**
 * Makes the branch and its draft pull request. Safe against a kill at any request: a second run finds what the first one
 * made. It makes new branches only, and moves none.
 * @param at time of the first commit (ISO 8601); the same in each run, so that the commit is the same
 * @throws RewindError input-invalid; HttpFailure
 */
async function openHotfix(github, given, at) {
    const { branch, commit } = given;
    const hotfix = { ...given, base: await readDefaultBranch(github) };
    const isNew = (await readBranch(github, branch)) === null;
    if (isNew) {
        // GitHub refuses a pull request without a commit.
        const message = `Begin a hotfix of ${commit.slice(0, 12)}\n\nThis commit changes nothing. The fix follows.`;
        const sha = await createEmptyCommit(github, { parent: commit, message, at });
        if (sha === null) {
            throw new errors/* RewindError */.Ir('input-invalid', `${github.repository} has no commit ${commit}.`, {
                remedy: 'Set GITHUB_REPOSITORY to the repository that is deployed, or choose another snapshot with --snapshot.',
            });
        }
        await createBranch(github, branch, sha);
    }
    const pulls = isNew ? [] : await pullsOfBranch(github, branch);
    const open = pulls.find((pull) => pull.open);
    if (open !== undefined)
        return { hotfix, pull: open, created: false };
    const [closed] = pulls;
    if (closed !== undefined) {
        throw new errors/* RewindError */.Ir('input-invalid', `Pull request #${closed.number} of the branch ${branch} is closed.`, {
            remedy: `Reopen it (${closed.url}), or delete the branch ${branch} and run the command again.`,
        });
    }
    const text = { title: hotfixTitle(hotfix), body: hotfixMarkdown(hotfix) };
    return { hotfix, pull: await createDraft(github, { ...text, head: branch, base: hotfix.base }), created: true };
}

;// CONCATENATED MODULE: ./lib/commands/hotfix/index.js











/** Fix forward: changes nothing in production and no existing branch. */
/* harmony default export */ const hotfix = ((0,command/* defineCommand */.N)({
    name: 'hotfix',
    summary: 'Open a branch and a draft pull request for a fix, from the last good commit. Changes no existing branch.',
    flags: { snapshot: flags/* FLAGS */.Wg.snapshot },
    examples: ['hotfix', 'hotfix --snapshot previous'],
    notes: [
        'The branch begins at the commit of the deployment that the snapshot shows. After a rollback, the default is the snapshot that production returned to. "decide" says when a fix is the better choice.',
        'The token needs "contents: write" and "pull-requests: write", and the repository must allow Actions to create pull requests (Settings, Actions, General). Pull requests that the token of a job creates start no workflow: push the fix yourself.',
        'If .github/workflows differs between the two commits, GitHub lets no token of a job create the branch. Run the command with your own GITHUB_TOKEN then.',
    ],
    outputs: ['snapshot-id'],
    async run(session) {
        const { inputs, context } = session;
        const project = await session.open();
        const { store, config } = project;
        const [incident = null] = await (0,cli_incident/* openIncidentsOf */.bJ)(session, store, config.environment);
        const restored = incident === null ? null : restoredBy(await (0,record/* readEntries */.$2)(store, config.environment, incident.id));
        const selector = inputs.given.has('snapshot') ? inputs.snapshot : (restored ?? inputs.snapshot);
        const { manifest, history } = await (0,choose/* choose */.Sw)(session, project, selector);
        const commit = commitOf((await history.entry(manifest.id)).releases, manifest.id);
        const branch = `rewind/hotfix-${incident?.id ?? commit.slice(0, 12)}`;
        const given = { snapshot: manifest.id, commit, branch, incident };
        // Two runs at once could each open a pull request. No environment begins with "_".
        const own = { store, config: { ...config, environment: `_hotfix-${config.environment}` } };
        const { hotfix, pull, created } = await (0,environment_lock/* underLock */.y)(session, own, 'hotfix', null, () => openHotfix((0,client.createGitHub)(context), given, manifest.createdAt));
        const state = created ? 'Opened a draft pull request' : 'A draft pull request is open already';
        const steps = `git fetch origin ${branch} && git switch ${branch}`;
        return {
            exit: 0,
            json: (0,json/* toJson */.a)({ environment: config.environment, ...hotfix, incident: incident?.id ?? null, pull, created }),
            text: [`${state}: ${pull.url}`, `Branch ${branch}, from commit ${commit}.`, `  $ ${steps}`].join('\n'),
            summary: `${(0,markdown/* escapeText */.X1)(state)}: ${(0,markdown/* escapeText */.X1)(pull.url)}\n\nBranch ${(0,markdown/* codeSpan */.SS)(branch)}, from commit ${(0,markdown/* codeSpan */.SS)(commit)}.\n`,
            outputs: { 'snapshot-id': manifest.id },
        };
    },
}));
/** The snapshot that production was returned to; null: there was no rollback. `latest` is an older one after a rollback. */
const restoredBy = (entries) => entries.flatMap(({ kind, data }) => (kind === 'rolled-back' && data.ok ? [data.snapshot] : [])).at(-1) ?? null;
/** @throws RewindError input-invalid unless all deployments of the snapshot have one commit */
function commitOf(releases, snapshot) {
    const commits = [...new Set([...releases.values()].flatMap(({ commit }) => commit ?? []))];
    const [commit] = commits;
    if (commit !== undefined && commits.length === 1)
        return commit;
    const found = commits.length === 0 ? 'no commit' : `several commits: ${commits.join(', ')}`;
    throw new errors/* RewindError */.Ir('input-invalid', `The deployments of snapshot ${snapshot} show ${found}.`, {
        remedy: 'Choose another snapshot with --snapshot, or make the branch with: git switch -c hotfix COMMIT',
    });
}


/***/ }),

/***/ 21223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82913);


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

/***/ 64227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ loadProvider)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/providers/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROVIDERS = {
    'aws-scaling': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(3825), __webpack_require__.e(9509)]).then(__webpack_require__.bind(__webpack_require__, 19509)),
    cloudfront: () => __webpack_require__.e(/* import() */ 9752).then(__webpack_require__.bind(__webpack_require__, 49752)),
    'lambda-concurrency': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(3825), __webpack_require__.e(7143)]).then(__webpack_require__.bind(__webpack_require__, 37143)),
    launchdarkly: () => __webpack_require__.e(/* import() */ 6841).then(__webpack_require__.bind(__webpack_require__, 66841)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 1329).then(__webpack_require__.bind(__webpack_require__, 51329)),
    'neon-compute': () => __webpack_require__.e(/* import() */ 5196).then(__webpack_require__.bind(__webpack_require__, 35196)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(7111), __webpack_require__.e(8349), __webpack_require__.e(4855)]).then(__webpack_require__.bind(__webpack_require__, 74855)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(5602), __webpack_require__.e(2946), __webpack_require__.e(8949)]).then(__webpack_require__.bind(__webpack_require__, 78949)),
    'rds-snapshot': () => Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(6754), __webpack_require__.e(8349), __webpack_require__.e(5009)]).then(__webpack_require__.bind(__webpack_require__, 5009)),
    's3-bucket': () => __webpack_require__.e(/* import() */ 2798).then(__webpack_require__.bind(__webpack_require__, 72798)),
    'stripe-webhooks': () => __webpack_require__.e(/* import() */ 8205).then(__webpack_require__.bind(__webpack_require__, 88205)),
    unleash: () => __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 80845)),
    'vercel-deployment': () => __webpack_require__.e(/* import() */ 3149).then(__webpack_require__.bind(__webpack_require__, 33149)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 275).then(__webpack_require__.bind(__webpack_require__, 40275)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 4302).then(__webpack_require__.bind(__webpack_require__, 44302)),
    'vercel-flags': () => __webpack_require__.e(/* import() */ 646).then(__webpack_require__.bind(__webpack_require__, 90646)),
    'vercel-project': () => __webpack_require__.e(/* import() */ 5239).then(__webpack_require__.bind(__webpack_require__, 5239)),
};

;// CONCATENATED MODULE: ./lib/providers/load.js


/**
 * Loads a provider when a configuration names it: the SDKs of providers make start-up slow.
 * `unknown` stands for each provider's own Config and State; schemas parse both before a provider gets them.
 *
 * @throws RewindError internal
 */
async function loadProvider(id) {
    const loaders = PROVIDERS;
    const load = loaders[id];
    if (!load)
        throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${id}".`);
    return (await load()).default;
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
function gitName(env) {
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

/***/ 73041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ compareCommits)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const person = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish();
const comparison = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    total_commits: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().optional(),
    commits: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), author: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish() }).optional(),
        author: person,
    })),
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).optional(),
});
/** Commits of a page. */
const PAGE = 100;
/**
 * Compares two commits. GitHub REST API, "Compare two commits".
 * @returns null if GitHub does not know one of them
 * @throws HttpFailure
 */
async function compareCommits(github, base, head) {
    const call = { what: `compare ${base.slice(0, 7)} with ${head.slice(0, 7)}`, permission: 'contents: read' };
    const basehead = `${base}...${head}`;
    const found = await github.find(call, comparison, (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead }));
    if (found === null)
        return null;
    const total = found.total_commits ?? found.commits.length;
    // GitHub sends the first 250, the oldest ones. The last page may hold one commit only.
    const last = Math.ceil(total / PAGE);
    const newest = total <= found.commits.length
        ? [found]
        : await Promise.all([last - 1, last].filter((page) => page > 0).map(pageOf));
    return {
        url: found.html_url ?? null,
        total,
        commits: newest
            .flatMap(({ commits }) => commits)
            .map(({ sha, html_url: url, commit, author }) => ({
            sha,
            subject: commit?.message.split('\n')[0] ?? '',
            author: author?.login ?? commit?.author?.name ?? null,
            url: url ?? null,
        })),
        files: found.files?.length ?? null,
    };
    function pageOf(page) {
        return github.request(call, comparison, (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead, per_page: PAGE, page }));
    }
}


/***/ }),

/***/ 19694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iB: () => (/* binding */ byFlag),
  RO: () => (/* binding */ pullsBetween),
  w0: () => (/* binding */ pullsOf),
  yB: () => (/* binding */ readMergeCommit),
  Xl: () => (/* binding */ readNamedFlags)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/services/flags/named.js

/** More flags in one pull request are not read. */
const MOST = 20;
/** Of a text from outside that is shown. */
const LONGEST = 200;
/** A key as LaunchDarkly, Unleash, Vercel Flags and Edge Config allow it. */
const KEY = /^[A-Za-z0-9_][A-Za-z0-9._~-]{0,255}$/;
const LABEL = /^flag:\s*(.*)$/i;
const LINE = /^[ \t>*-]*rewind-flag[ \t]*:(.*)$/gim;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const NONE = /^none(?=$|[\s:,;.(])[\s:,;.–-]*/i;
/**
 * Reads labels `flag:KEY` and lines `Rewind-Flag: KEY` or `Rewind-Flag: none: reason`. Several keys are separated by commas.
 * Comments of Markdown are left out, because templates contain examples. Pure.
 */
function namedFlags(labels, description) {
    const fromLabels = labels.flatMap((label) => LABEL.exec(label)?.[1] ?? []);
    const fromLines = [...description.replace(COMMENT, '').matchAll(LINE)].map(([, rest = '']) => rest.trim());
    const reasons = fromLines.filter((text) => NONE.test(text)).map((text) => text.replace(NONE, '').trim());
    const words = [...fromLabels, ...fromLines.filter((text) => !NONE.test(text)).flatMap((text) => text.split(','))]
        .map((text) => text.trim().replace(/^([`'"])(.*)\1$/, '$2'))
        .filter((text) => text !== '');
    const distinct = [...new Set(words)].slice(0, MOST);
    const reason = reasons.find((text) => text !== '');
    return {
        keys: distinct.filter((text) => KEY.test(text)),
        none: reason === undefined ? null : shown(reason),
        malformed: [
            ...distinct.filter((text) => !KEY.test(text)).map(shown),
            ...(reasons.length > 0 && reason === undefined ? ['none'] : []),
        ],
    };
}
function shown(text) {
    const line = (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(text));
    return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}

// EXTERNAL MODULE: ./lib/services/github/compare.js
var compare = __webpack_require__(73041);
;// CONCATENATED MODULE: ./lib/services/github/pulls.js




const pulls_text = schemas/* looseObject */._H3({ body: schemas/* string */.YjP().nullish(), labels: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })) });
const pulls = schemas/* array */.YOg(pulls_text.extend({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }).nullish(),
}));
/** Looks up at most this many commits. */
const MOST_COMMITS = 30;
const merged = schemas/* looseObject */._H3({ merged: schemas/* boolean */.zMY(), merge_commit_sha: schemas/* string */.YjP().nullish() });
/**
 * The commit with which a pull request was merged. GitHub REST API, "Get a pull request".
 * @throws RewindError input-invalid if it does not exist or is not merged; credential-missing; HttpFailure
 */
async function readMergeCommit(github, number) {
    const pull = await github.find({ what: `read pull request #${number}`, permission: 'pull-requests: read' }, merged, (rest, target) => rest.pulls.get({ ...target, pull_number: number }));
    if (pull?.merged === true && pull.merge_commit_sha)
        return pull.merge_commit_sha;
    const problem = pull === null ? 'does not exist' : 'is not merged';
    throw new errors/* RewindError */.Ir('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
}
/**
 * The flags that a pull request names. GitHub REST API, "Get a pull request".
 * @returns null if it does not exist
 * @throws HttpFailure
 */
async function readNamedFlags(github, number) {
    const pull = await github.find({ what: `read pull request #${number}`, permission: 'pull-requests: read' }, pulls_text, (rest, target) => rest.pulls.get({ ...target, pull_number: number }));
    return pull === null ? null : flagsOf(pull);
}
const flagsOf = ({ body, labels }) => namedFlags(labels.map(({ name }) => name), body ?? '');
/** Pull requests with commits after `base` (live again), up to `head` (rolled back). @throws HttpFailure */
async function pullsBetween(github, base, head) {
    const compared = await (0,compare/* compareCommits */.k)(github, base, head);
    return pullsOf(github, (compared?.commits ?? []).map(({ sha }) => sha));
}
/** Pull requests of the last 30 of these commits, newest first. @throws HttpFailure */
async function pullsOf(github, commits) {
    const pages = await Promise.all(commits
        .slice(-MOST_COMMITS)
        .map((sha) => github.request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }))));
    const all = new Map(pages.flat().map((pull) => [pull.number, pull]));
    return [...all.values()]
        .sort((a, b) => b.number - a.number)
        .map(({ number, title, html_url: url, user, ...rest }) => ({
        number,
        title,
        url,
        flags: flagsOf(rest).keys,
        author: user?.login ?? null,
    }));
}
/** The flags of a deploy, by the pull requests in it. Pure. */
function byFlag(pulls) {
    const distinct = [...new Map(pulls.map((pull) => [pull.number, pull])).values()];
    const keys = [...new Set(distinct.flatMap(({ flags }) => flags))].sort();
    return keys.map((key) => ({ key, pulls: distinct.filter(({ flags }) => flags.includes(key)) }));
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
