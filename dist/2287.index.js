export const id = 2287;
export const ids = [2287];
export const modules = {

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

/***/ 22287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34309);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29519);
/* harmony import */ var _cli_environment_lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43339);
/* harmony import */ var _report_risk_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10207);
/* harmony import */ var _rollback_undo_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16410);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99859);
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21722);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2529);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(36447);











const flags = {
    to: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)('migration', 'Go back to this migration; it stays applied (migrate down).'),
    'dry-run': (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .toggle */ .L$)('Show the changes without making them.'),
    force: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .toggle */ .L$)('Replace an existing down.sql (migrate generate).'),
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .FLAGS */ .Wg['confirm-data-loss'],
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .FLAGS */ .Wg['install-client'],
};
/** The only command for a single provider, so it imports that provider. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_5__/* .defineCommand */ .N)({
    name: 'migrate',
    summary: 'Run Prisma down migrations, or generate the down.sql of the newest migration.',
    arguments: [
        { name: 'action', description: 'down or generate.', required: true },
        { name: 'count', description: 'down: how many migrations to take down.' },
    ],
    flags,
    notes: [
        'In GitHub Actions, "migrate down" only works with --dry-run: it has no plan to approve. Use "plan --database down".',
    ],
    examples: ['migrate down 1', 'migrate down --to 20261101120000_add_orders --dry-run', 'migrate generate'],
    async run(session) {
        const [action = '', ...rest] = session.inputs.args;
        if (action === 'down')
            return down(session, rest);
        if (action === 'generate' && rest.length === 0)
            return generate(session);
        const problem = action === 'generate'
            ? `migrate generate takes no further argument (got "${rest.join(' ')}")`
            : `migrate needs down or generate (got "${action}")`;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', problem, { remedy: USAGE });
    },
}));
const USAGE = 'Use "rewind migrate down 1", "rewind migrate down --to NAME" or "rewind migrate generate".';
async function down(session, rest) {
    const { inputs } = session;
    assertTarget(rest, inputs.to);
    assertMayWrite(session);
    const { config, ctx, provider, project } = await subject(session);
    const { applied } = await __webpack_require__.e(/* import() */ 9003).then(__webpack_require__.bind(__webpack_require__, 39003));
    const { downChange } = await Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(5602), __webpack_require__.e(1804)]).then(__webpack_require__.bind(__webpack_require__, 1804));
    const live = (await provider.capture(config, ctx, { purpose: 'compare', write: async () => undefined }));
    const present = applied(live.history);
    const chosen = choose(present, rest, inputs.to);
    if (chosen.length === 0) {
        return { exit: 0, json: { ok: true, dryRun: inputs.dryRun, down: [] }, text: 'No migration to take down.' };
    }
    const change = downChange(chosen, present, live);
    const steps = describe(change, chosen);
    const findings = (await provider.preflight?.(config, [change], ctx, NO_PAYLOADS)) ?? [];
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('preflight-failed', `${errors.length} check(s) failed. Nothing was changed.`, {
            resource: config.id,
            problems: errors.map(({ message, remedy }) => `${message} ${remedy ?? ''}`.trim()),
        });
    }
    const json = { ok: true, dryRun: inputs.dryRun, down: [...chosen] };
    if (inputs.dryRun) {
        const needs = change.confirm === undefined ? '' : `\nThis needs ${(0,_engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__/* .confirmFlag */ .rJ)([change.confirm])}.`;
        return { exit: 0, json, text: `Would take down, newest first:\n${steps}${needs}` };
    }
    if (change.confirm !== undefined && change.confirm !== inputs.confirmDataLoss?.join(',')) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('data-loss-unconfirmed', `The down migrations would lose data:\n${steps}`, {
            resource: config.id,
            remedy: `The database is backed up first. Confirm with its name: ${(0,_engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__/* .confirmFlag */ .rJ)([change.confirm])}`,
        });
    }
    const { backup, back } = await (0,_cli_environment_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .underLock */ .y)(session, project, 'migrate down', null, async () => {
        const backup = change.confirm === undefined
            ? null
            : await (0,_rollback_undo_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .backupBefore */ .eg)({ session, project }, [{ backupFirst: true, resource: ctx.resource }], null);
        const back = backup === null
            ? ''
            : `Snapshot ${backup.id} holds the database as it was, with every row. To bring it back: ${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, ['plan', '--snapshot', backup.id, '--database', 'restore'])}`;
        try {
            await provider.apply(config, change, ctx, NO_PAYLOADS);
        }
        catch (thrown) {
            throw unfinished(session, thrown, present[present.length - chosen.length - 1], back);
        }
        return { backup, back };
    });
    return {
        exit: 0,
        json: backup === null ? json : { ...json, backup: backup.id },
        text: `Took down, newest first:\n${steps}\n"prisma migrate deploy" will apply them again.\n${back}`.trimEnd(),
    };
}
/** A repeated count would start at the current state and go too far: names the command that finishes instead. */
function unfinished(session, thrown, goal, back) {
    const { code, message, resource, remedy, problems } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
    const finish = goal === undefined
        ? 'run "rewind migrate down" with the number of migrations that are still applied'
        : `run "${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, ['migrate', 'down', '--to', goal])}"`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir(code, message, {
        resource,
        remedy: `${code === 'cancelled' ? '' : `${remedy} `}To finish, ${finish}. Do not repeat the count: it would be applied to the current state. ${back}`.trimEnd(),
        problems,
        cause: thrown,
    });
}
/**
 * In GitHub Actions the same migrations go down by an approved plan. This command has no plan that a reviewer could see.
 * @throws RewindError approval-missing
 */
function assertMayWrite({ run, inputs }) {
    if (run === null || inputs.dryRun)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('approval-missing', '"migrate down" has no plan that a reviewer can approve, so it does not run in GitHub Actions. Nothing was changed.', {
        remedy: 'Run the rollback workflow with "database: down" ("rewind plan --database down", then "rewind rollback"). It takes the migrations down after the approval.',
    });
}
/** Before anything is read: exactly one of a count and a name. @throws RewindError input-invalid */
function assertTarget(rest, to) {
    if (to === null ? rest.length === 1 && /^[1-9]\d*$/.test(rest[0] ?? '') : rest.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', 'migrate down needs a count or --to NAME, not both', { remedy: USAGE });
}
/** Newest first. */
function choose(present, rest, to) {
    const applied = { remedy: `Applied migrations: ${present.join(', ') || 'none'}.` };
    if (to !== null && rest.length === 0) {
        const at = present.indexOf(to);
        if (at >= 0)
            return present.slice(at + 1).reverse();
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('migration-unknown', `"${to}" is not an applied migration.`, applied);
    }
    const count = Number(rest[0]);
    if (count > present.length) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('migration-unknown', `Only ${present.length} migration(s) are applied.`, applied);
    }
    return present.slice(-count).reverse();
}
function describe(change, names) {
    const risks = (change.dataAtRisk ?? []).map((risk) => `  ! does not come back: ${(0,_report_risk_js__WEBPACK_IMPORTED_MODULE_8__/* .riskText */ .P)(risk)}`);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)([...names.map((name) => `  ${name}`), ...change.warnings.map((warning) => `  ! ${warning}`), ...risks]);
}
async function generate(session) {
    const { inputs } = session;
    const { config, ctx } = await subject(session);
    const { generateDown } = await Promise.all(/* import() */[__webpack_require__.e(1260), __webpack_require__.e(896)]).then(__webpack_require__.bind(__webpack_require__, 50896));
    // Prisma's own configuration reads what it needs from the environment; it gets that and no other credential.
    const url = ctx.env.resolve(config.url, ctx.resource);
    const env = { DATABASE_URL: url, [config.url.slice('${'.length, -1)]: url };
    for (const name of PRISMA_VARIABLES) {
        const value = ctx.env.secret(name);
        if (value !== undefined)
            env[name] = value;
    }
    const generated = await generateDown(config, ctx, env, { force: inputs.force, dryRun: inputs.dryRun });
    const note = 'Review it before you commit it: no down.sql can restore data that a migration deleted.';
    return {
        exit: 0,
        json: { ok: true, dryRun: inputs.dryRun, path: generated.path, script: generated.script },
        text: `${inputs.dryRun ? 'Would write' : 'Wrote'} ${generated.path}:\n\n${generated.script}\n${note}`,
        summary: `## ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_10__/* .codeSpan */ .SS)(generated.path)}\n\n${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_10__/* .codeBlock */ .DV)('sql', generated.script)}\n\n${note}`,
    };
}
const PRISMA_VARIABLES = [
    'SHADOW_DATABASE_URL',
    'PRISMA_SCHEMA_ENGINE_BINARY',
    'PRISMA_ENGINES_MIRROR',
    'CHECKPOINT_DISABLE',
];
/** The one prisma resource in scope. */
async function subject(session) {
    const project = await session.open();
    const found = project.resources.filter(({ providerId }) => providerId === 'prisma');
    const [resource] = found;
    if (!resource || found.length > 1) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `"migrate" needs one prisma resource in scope (found ${found.length})`, {
            remedy: found.length > 1
                ? `Name one with --scope: ${found.map(({ id }) => id).join(', ')}.`
                : 'Add a resource with "provider: prisma" to the configuration, or remove --scope.',
        });
    }
    return {
        project,
        config: resource.config,
        ctx: (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__/* .forResource */ .i_)(session.context, resource.id),
        provider: resource.provider,
    };
}
/** A down migration needs no snapshot. */
const NO_PAYLOADS = {
    refs: [],
    has: () => false,
    open: async () => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('internal', 'A down migration requested a payload.');
    },
    read: async () => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('internal', 'A down migration requested a payload.');
    },
};


/***/ }),

/***/ 73009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ backupsFor)
/* harmony export */ });
/** The resources that back up databases of the changes which no configured resource backs up. */
function backupsFor({ backups }, changes) {
    const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
    return backups.filter(({ backsUp }) => backsUp?.some((id) => asking.has(id)) === true);
}


/***/ }),

/***/ 16410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ holdBefore),
/* harmony export */   Pi: () => (/* binding */ correctedBefore),
/* harmony export */   eg: () => (/* binding */ backupBefore),
/* harmony export */   xj: () => (/* binding */ announceUpload)
/* harmony export */ });
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21223);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17732);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50918);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73009);




/** Sets the outputs immediately, so that the next step uploads the directory even if this one is killed. */
function announceUpload(session, what, upload) {
    if (upload === null)
        return;
    session.setOutput(`${what}-artifact`, upload.name);
    session.setOutput(`${what}-path`, upload.path);
}
/**
 * Law 6: a rollback can be undone. Captures everything but the databases, also what is out of scope; of a database only
 * which one it is: a rollback that exchanges it keeps it.
 * @param compared the snapshot that the rollback returns to, if its state decides what a capture must tell
 * @returns what writes the snapshot; until then, nothing of it is in the store
 */
async function holdBefore(taking, compared) {
    const { resources, backups } = taking.project;
    const request = requestOf(taking, {
        resources: resources.filter(({ provider }) => provider.slow !== true),
        references: [...resources, ...backups].filter(({ provider }) => provider.slow === true && provider.capabilities?.reference !== undefined),
        // A database that an interrupted restore closed is what this rollback repairs.
        leaveOut: ['database-fenced'],
    });
    const write = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .holdSnapshot */ .Su)({ ...request, compared });
    return async () => announced(taking, 'undo-config', await write());
}
/**
 * Backs up the databases of the changes that ask for it, directly before them.
 * @param before the snapshot before the rollback, which becomes a part of this one; null for none
 * @returns null if there is nothing to back up
 */
async function backupBefore(taking, changes, before) {
    const { project, session } = taking;
    const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
    const resources = [
        ...(0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withSharedDatabases */ .s2)(project.resources, asking, session.context).filter(({ provider }) => provider.slow === true),
        ...(0,_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .backupsFor */ .B)(project, changes),
    ];
    if (resources.length === 0)
        return null;
    return announced(taking, 'undo-database', await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W9)(requestOf(taking, { resources, including: before })));
}
/** Writes a snapshot before a rollback once more, with states that were corrected. */
const correctedBefore = async (taking, including) => announced(taking, 'undo-config', await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W9)(requestOf(taking, { resources: [], including })));
function requestOf({ session, project }, what) {
    const { resources, references = [], including } = what;
    return {
        ...what,
        scope: [...new Set([...resources, ...references, ...(including?.resources ?? [])].map(({ id }) => id))],
        store: project.store,
        ctx: session.context,
        origin: project.origin,
        reason: 'pre-rollback',
        recipients: project.config.seal.recipients,
        identities: [],
        // The approved job does not hold the signing key: the undo of this rollback needs a review.
        signKeys: [],
        signer: null,
    };
}
function announced({ session, project }, output, manifest) {
    announceUpload(session, output, (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id));
    session.context.log.info(`Snapshot ${manifest.id} holds the state before the first change of this run (${manifest.resources.map(({ id }) => id).join(', ')}).`);
    return manifest;
}


/***/ }),

/***/ 34309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ confirmationsOf),
/* harmony export */   _K: () => (/* binding */ assertConfirmed),
/* harmony export */   rJ: () => (/* binding */ confirmFlag)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26751);


/** Names of the databases whose data the plan may lose, in the order of the plan. */
function confirmationsOf(plan) {
    return [...new Set(plan.changes.flatMap(({ confirm }) => confirm ?? []))];
}
/**
 * Compares the names that the operator typed with those of the plan. A plan that loses no data needs none, and ignores any.
 * @param given null: none
 * @throws RewindError data-loss-unconfirmed, with both lists
 */
function assertConfirmed(plan, given) {
    const needed = confirmationsOf(plan);
    if (needed.length === 0)
        return;
    const names = given ?? [];
    // The name of a database may hold a comma.
    if (names.join(',') === needed.join(','))
        return;
    const missing = needed.filter((name) => !names.includes(name));
    const wrong = names.filter((name) => !needed.includes(name));
    if (missing.length === 0 && wrong.length === 0)
        return;
    const losing = plan.changes.filter(({ confirm }) => confirm !== undefined);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('data-loss-unconfirmed', `The plan can lose data in ${listed(needed)}; confirmed: ${names.length === 0 ? 'none' : listed(names)}.`, {
        resource: losing.find(({ confirm }) => confirm === missing[0])?.resource,
        problems: losing.map(({ resource, target, after }) => `${resource}: ${target}: ${after ?? 'removed'}`),
        remedy: `Confirm with the names of the databases: ${confirmFlag(needed)}`,
    });
}
/** The flag as one would type it in a shell. */
function confirmFlag(names) {
    return `--confirm-data-loss ${(0,_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(names.join(','))}`;
}
const listed = (names) => names.map((name) => `"${name}"`).join(', ');


/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ assertProven)
/* harmony export */ });
/* harmony import */ var _runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87895);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



/** Codes that prove damage. Any other failure says only that the proof could not be made. */
const DAMAGE = new Set([
    'snapshot-corrupt',
    'seal-corrupt',
    'dump-unreadable',
    'restore-mismatch',
]);
/** Also `payload-differs`, and the code of a provider that ends with it. */
const isDamage = (code) => DAMAGE.has(code) || code.endsWith('payload-differs');
/**
 * Passes if no finding is an error. A missing credential or a wrong identity is not a damaged snapshot: somebody would
 * throw a good backup away.
 * @throws RewindError snapshot-corrupt for damage; the code of the failures if they share one; else snapshot-unproven
 */
function assertProven(snapshot, findings) {
    const errors = findings.filter(({ level }) => level === 'error');
    const [first, ...more] = errors;
    if (!first)
        return;
    const problems = errors.map(({ resource, message, remedy, code }) => `${resource}: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sentences */ .hC)(message, remedy ?? '')} (${code})`);
    if (errors.some(({ code }) => isDamage(code))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `Snapshot ${snapshot} cannot be restored.`, { problems });
    }
    const codes = new Set(errors.map(({ code }) => code));
    const code = codes.size === 1 && isErrorCode(first.code) ? first.code : 'snapshot-unproven';
    if (more.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `Snapshot ${snapshot} could not be proven: ${first.message}`, {
            resource: first.resource,
            remedy: first.remedy,
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `Snapshot ${snapshot} could not be proven in ${errors.length} resources.`, { problems });
}
const isErrorCode = (code) => Object.hasOwn(_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .O, code);


/***/ }),

/***/ 17732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Su: () => (/* binding */ holdSnapshot),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   e7: () => (/* binding */ readBack),
/* harmony export */   jr: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29519);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(33220);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(78101);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94365);
/* harmony import */ var _live_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85836);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8540);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21223);
/* harmony import */ var _payload_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92684);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(84346);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(90960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(89952);














function headOf({ ctx, including, after }) {
    // The fingerprints of the included states have the salt of their snapshot, and those of two snapshots that are compared
    // need the same one.
    const salt = including?.salt ?? after?.salt ?? ctx.randomHex(16);
    // One time for the id and the manifest, from before the captures: a backup may take hours.
    const takenAt = ctx.clock.now();
    return { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .snapshotIdAt */ .P1)(takenAt, ctx.randomHex(3)), salt, takenAt };
}
/**
 * Captures all resources in parallel, writes the snapshot and verifies it (law 9). Removes it after a failure.
 * @throws RewindError snapshot-incomplete with one line per resource that failed; snapshot-corrupt; store errors
 */
function takeSnapshot(request) {
    const head = headOf(request);
    return wholeOrGone(request, head, async () => {
        return writeSnapshot(request, head, await captureAndMeasure(request, head));
    });
}
/** Objects that are written at once. */
const WRITES_AT_ONCE = 8;
/**
 * Captures all resources in parallel. Their payloads stay in memory, so only for resources whose payloads are small.
 * @returns what writes and verifies the snapshot, and removes it after a failure; until then, nothing of it is in the store
 * @throws RewindError snapshot-incomplete with one line per resource that failed
 */
async function holdSnapshot(request) {
    const { store } = request;
    const head = headOf(request);
    const held = new Map();
    const memory = {
        put: async (key, content) => {
            const bytes = content instanceof Uint8Array ? Buffer.from(content) : await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(content);
            held.set(key, bytes);
            return { key, bytes: bytes.length };
        },
    };
    const captured = await captureAll(request, head, memory);
    return () => wholeOrGone(request, head, async () => {
        await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_3__/* .mapLimited */ .bB)([...held], WRITES_AT_ONCE, ([key, content]) => store.put(key, content));
        return writeSnapshot(request, head, { captured, baselines: null, mitigated: [] });
    });
}
/** What fails leaves nothing of the snapshot in the store. */
async function wholeOrGone({ store, ctx, origin }, { id }, work) {
    try {
        return await work();
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__/* .removeSnapshot */ .Bw)(store, origin.environment, id).then(() => {
            // Who frees disk space must know that this snapshot takes none.
            if ((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error).code === 'disk-full')
                ctx.log.info(`The unfinished snapshot ${id} was removed.`);
        }, (cleanup) => {
            ctx.log.warn(`The unfinished snapshot ${id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function writeSnapshot(request, { id, salt, takenAt }, { captured, baselines, mitigated }) {
    const { store, origin, after, signer } = request;
    // The undo of a rollback names its snapshot: no time chooses it, and no clock may stop a rollback. A release capture comes
    // with an alarm, which must not fail.
    if (request.reason !== 'pre-rollback' && request.reason !== 'release')
        (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .assertClock */ .R7)(request.ctx);
    const manifest = {
        kind: 'rewind-snapshot',
        schemaVersion: _manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_VERSION */ .hh,
        id,
        salt,
        createdAt: takenAt.toISOString(),
        writtenBy: origin.version,
        environment: origin.environment,
        repository: origin.repository,
        commit: origin.commit,
        run: origin.run,
        actor: origin.actor,
        event: origin.event,
        reason: request.reason,
        ...(after
            ? { after: { snapshot: after.id, digest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestDigest */ .It)(store, after.environment, after.id) } }
            : {}),
        ...(request.override ? { override: request.override } : {}),
        ...(mitigated.length === 0 ? {} : { mitigated: [...mitigated] }),
        recipients: [...request.recipients],
        scope: request.scope === null ? null : [...request.scope],
        resources: [...captured, ...(await included(request, id))],
        ...(baselines === null ? {} : { baselines: [...baselines] }),
    };
    await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_10__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .commentOf */ .vm)(manifest))));
    await verifyWritten(request, manifest);
    return manifest;
}
/** A capture that fails ends the measurement, which takes longer. */
async function captureAndMeasure(request, head) {
    const stop = new AbortController();
    const measuring = request.measure?.(AbortSignal.any([request.ctx.signal, stop.signal])) ?? null;
    measuring?.catch(() => undefined);
    const mitigated = request.mitigated?.() ?? [];
    try {
        return {
            captured: await captureAll(request, head, request.store),
            baselines: await measuring,
            mitigated: await mitigated,
        };
    }
    finally {
        stop.abort();
    }
}
/** @param store for the payloads */
async function captureAll(request, head, store) {
    const { resources, origin, recipients } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forSnapshot */ .C)(request.ctx, head);
    const { clock } = ctx;
    const { references = [] } = request;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_7__/* .settleResources */ .D6)([...resources, ...references], async (resource) => {
        const saved = request.compared?.resources.find(({ id }) => id === resource.id)?.state;
        const sink = new _payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id, saved);
        const start = clock.monotonic();
        const { provider, config } = resource;
        const within = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, resource.id);
        const captured = references.includes(resource)
            ? await provider.capabilities?.reference?.(config, within)
            : await provider.capture(config, within, sink);
        // Through JSON and the schema, because the snapshot is read back that way.
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_12__/* .toJson */ .a)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        // Law 9. The undo of a rollback returns to whatever was there.
        const problem = request.reason === 'pre-rollback' ? null : provider.capabilities?.unreturnable?.(state);
        if (problem) {
            const { message, remedy } = problem;
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-incomplete', message, { resource: resource.id, remedy });
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_12__/* .toJson */ .a)(state),
            payloads: sink.refs,
        };
    });
    const failures = outcomes.filter(({ resource, error }) => {
        if (error === undefined)
            return false;
        const { code, message } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id);
        if (request.leaveOut?.includes(code) !== true)
            return true;
        ctx.log.warn(`"${resource.id}" is not in this snapshot: ${message}`);
        return false;
    });
    if (failures.length === 0)
        return outcomes.flatMap(({ value }) => (value ? [value] : []));
    const errors = failures.map(({ error, resource }) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id));
    // A single failure keeps its code and remedy; several are reported together.
    const [first] = errors;
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('cancelled', 'The run was cancelled before the snapshot was complete.', { cause: cancelled });
    }
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_13__/* .sentences */ .hC)(error.message, error.remedy)} (${error.code})`),
        remedy: 'Fix all of them. Do not deploy before a snapshot succeeds.',
    });
}
/** Copies what the included snapshot holds of other resources. The sealed files stay as they are. */
async function included({ including, resources, store }, id) {
    if (!including)
        return [];
    const others = including.resources.filter((captured) => !resources.some((own) => own.id === captured.id));
    for (const captured of others) {
        for (const ref of captured.payloads)
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .copyPayload */ .mx)(store, including, id, captured.id, ref);
    }
    return others;
}
async function verifyWritten(request, written) {
    const { store, ctx } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__/* .readManifest */ .WI)(store, written.environment, written.id);
    const { damaged, findings } = await readBack({ ...request, manifest, depth: 'readable' });
    if (damaged.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-corrupt', 'The new snapshot cannot be read back.', { problems: damaged });
    }
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .trustOf */ .An)(store, manifest, request.signKeys, ctx.clock.now());
    (0,_proof_js__WEBPACK_IMPORTED_MODULE_6__/* .assertProven */ .L)(manifest.id, findings);
    ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}
/**
 * Checks all payloads, and proves those of the resources; without an identity it only checks. Reads each payload once: a proof
 * reads payloads to their end, and the check reads only the others. A restore carries out what a dump says, so before that
 * the check reads all, and a damaged snapshot is not restored.
 *
 * @throws RewindError of the store, if it cannot be read
 */
async function readBack(request) {
    const { store, manifest, identities, depth } = request;
    const intact = new Set();
    const prove = async () => identities.length === 0 ? [] : proveSnapshot({ ...request, intact });
    if (depth === 'restorable') {
        const damaged = await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .checkPayloads */ .M1)(store, manifest);
        return { damaged, findings: damaged.length > 0 ? [] : await prove() };
    }
    const findings = await prove();
    return { findings, damaged: await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .checkPayloads */ .M1)(store, manifest, undefined, intact) };
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_7__/* .settleResources */ .D6)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities, request.intact);
        (0,_resources_js__WEBPACK_IMPORTED_MODULE_7__/* .assertSameProvider */ .Wo)(resource, captured.provider);
        const state = (0,_live_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .parseState */ .Bu)(resource, captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}


/***/ }),

/***/ 10207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ riskText)
/* harmony export */ });
/** "132 row(s) of fans (written since the snapshot)" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : `${risk.rows.toLocaleString('en-US')} row(s) of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
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

/***/ 50918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   E5: () => (/* binding */ drillArtifact),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   V4: () => (/* binding */ indexArtifact),
/* harmony export */   mo: () => (/* binding */ indexName),
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
/** The result of a drill. Its id is new in each run. */
function drillArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}drill-${environment}-${id}`,
        path: `${STAGING}/drills/${environment}/${id}`,
    };
}
/**
 * A small artifact with the same name in each run that uploads something of an environment. GitHub finds artifacts only
 * by their whole name: in a repository with many artifacts this name leads to the runs. What it holds is not read.
 */
function indexName(config, index, environment) {
    return `${artifactPrefix(config)}${index}-${environment}`;
}
/** @returns patterns of files, one a line, as `path` */
function indexArtifact(store, index, environment) {
    if (store.kind !== 'artifact')
        return null;
    const files = index === 'snapshots'
        ? [`snapshots/${environment}/*/manifest.json`]
        : [
            `rollbacks/${environment}/*/plan.json`,
            `incidents/${environment}/*/head.json`,
            `drills/${environment}/*/drill.json`,
        ];
    return { name: indexName(store, index, environment), path: files.map((file) => `${STAGING}/${file}`).join('\n') };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        /^(drill)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
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
