export const id = 6641;
export const ids = [6641];
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

/***/ 96898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ postmortem)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(43339);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(61022);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/report/incident.js
var incident = __webpack_require__(1550);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
;// CONCATENATED MODULE: ./lib/report/postmortem-facts.js




const postmortem_facts_all = (entries, kind) => entries.filter((entry) => entry.kind === kind);
const fact = (text, ...from) => ({ text, from });
/** A longer wait for an approval is worth a word. */
const LONG_WAIT_MS = 10 * 60_000;
/** Levels that say that something is wrong. */
const WRONG = ['watch', 'mitigate', 'roll-back'];
/**
 * What the record of an incident says for its post-mortem. Pure: every number and time comes from an entry.
 * @param entries of a sound record, at least one
 */
function factsOf(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    if (first === undefined || last === undefined)
        throw new Error('a record has an entry');
    const status = (0,incident_status/* statusOf */.c2)(entries);
    const spans = (0,incident_status/* spansOf */.Ly)(entries);
    const verdicts = postmortem_facts_all(entries, 'verdict').filter(({ data }) => WRONG.includes(data.level));
    const [seen] = verdicts;
    const closed = postmortem_facts_all(entries, 'closed').at(-1);
    const rolledBack = postmortem_facts_all(entries, 'rolled-back');
    const verified = postmortem_facts_all(entries, 'verified');
    const ended = rolledBack.at(-1);
    const open = new Set((0,incident_status/* openObligations */.CJ)(status).map(({ id }) => id));
    const obligations = new Map(postmortem_facts_all(entries, 'obligation').map((entry) => [entry.data.id, entry]));
    const left = [...obligations.values()].filter(({ data }) => open.has(data.id));
    const untold = [...lastSteps(entries).values()].filter(({ data }) => data.step === 'not-sent' || data.step === 'perhaps-sent');
    const isLate = spans.approvalWaitMs !== null && lengthOf(spans.approvalWaitMs) >= LONG_WAIT_MS;
    const wait = isLate ? spanFact(spans, 'approvalWaitMs', 'The plan waited for its approved run') : [];
    const helped = postmortem_facts_all(entries, 'mitigated');
    const unproven = verified.filter(({ data }) => !data.ok);
    const failed = rolledBack.filter(({ data }) => !data.ok);
    const noRelease = postmortem_facts_all(entries, 'planned').filter(({ data }) => data.releasedAt === undefined);
    const watches = postmortem_facts_all(entries, 'observed');
    const lacking = watches.filter(({ data }) => data.areas.some(({ state }) => state === 'not-recovered'));
    const whole = watches.filter(({ data }) => data.areas.length > 0 && data.areas.every(isRecovered));
    return {
        summary: [
            fact(`The incident "${status.title}" was opened at ${first.at}. Severity: ${status.severity ?? 'not stated'}.`, first),
            ...(ended === undefined ? [] : [fact(`The last rollback ended at ${ended.at}: ${ended.data.title}`, ended)]),
            ...verified.slice(-1).map((entry) => fact(sentence(entry), entry)),
            closed === undefined
                ? fact(`The incident is not closed. ${left.length} obligation(s) of the record are open.`, last)
                : fact(`The incident was closed at ${closed.at}: ${closed.data.reason}`, closed),
        ],
        impact: [
            ...spanFact(spans, 'deployToRestoredMs', 'Failed deployment recovery time (from deploy to restored)'),
            ...spanFact(spans, 'detectedToRestoredMs', 'From detected to restored'),
            ...worst(verdicts).map((entry) => fact(measured(entry.data), entry)),
            ...[...obligations.values()].filter(({ data }) => DATA.has(data.kind)).map(obligationFact),
        ],
        detection: [
            seen === undefined
                ? fact(`No verdict of a watch is in the record. The record begins at ${first.at}.`, first)
                : fact(`A watch reached the level "${seen.data.level}" at ${seen.data.reachedAt}: ${measured(seen.data)}`, seen),
            ...(seen === undefined ? [] : evidenceOf(seen)),
        ],
        trigger: [
            ...postmortem_facts_all(entries, 'planned').flatMap((entry) => entry.data.releasedAt === undefined
                ? []
                : [fact(`The deploy was captured at ${entry.data.releasedAt}, just after it was made.`, entry)]),
            ...(seen?.data.deployment == null ? [] : [fact(`The watched deployment is ${seen.data.deployment}.`, seen)]),
            ...[...obligations.values()]
                .filter(({ data }) => data.kind === 'quarantined-commit')
                .map((entry) => fact(`The rollback took this code out of production: ${entry.data.items.join(', ')}.`, entry)),
        ],
        causes: [
            ...verdicts.flatMap((entry) => (entry.data.suspect === null ? [] : [fact(SUSPECTS[entry.data.suspect], entry)])),
            ...postmortem_facts_all(entries, 'planned').map((entry) => fact(`${entry.data.changes} change(s) lay between production and snapshot ${entry.data.snapshot} (database mode of the plan: ${entry.data.database}).`, entry)),
        ],
        resolution: entries
            .filter(({ kind }) => RESOLUTION.has(kind))
            .map((entry) => fact(`${timeOf(entry)}: ${sentence(entry)}`, entry)),
        well: [
            ...(seen !== undefined && seen.seq <= 2 ? [fact('A watch noticed the failure first.', seen)] : []),
            ...helped.filter(({ data }) => data.ok).map((entry) => fact(`A mitigation worked: ${entry.data.title}`, entry)),
            ...(rolledBack[0]?.data.ok === true
                ? [fact('The first run of the rollback did everything.', rolledBack[0])]
                : []),
            ...verified.filter(({ data }) => data.ok).map((entry) => fact(sentence(entry), entry)),
            ...whole.map((entry) => fact(`Every watched area recovered: ${sentence(entry)}`, entry)),
        ],
        badly: [
            ...[...failed, ...helped.filter(({ data }) => !data.ok)].map((entry) => fact(`Not everything succeeded: ${entry.data.title}`, entry)),
            ...unproven.map((entry) => fact(sentence(entry), entry)),
            ...lacking.map((entry) => fact(`An area did not recover: ${sentence(entry)}`, entry)),
            ...wait,
            ...untold.map((entry) => fact(sentence(entry), entry)),
        ],
        lucky: [
            ...(seen === undefined ? [fact('No watch saw the failure, and it was noticed all the same.', first)] : []),
            ...noRelease.map((entry) => fact('There was no release capture: the plan could not tell the deploy from later changes.', entry)),
            ...failed
                .filter((entry) => rolledBack.some(({ seq, data }) => seq > entry.seq && data.ok))
                .map((entry) => fact('A second run did what the first one left open.', entry)),
        ],
        actions: [
            { kind: 'prevent', ...fact('Find the root cause, and remove it.', seen ?? first) },
            ...(seen === undefined
                ? [{ kind: 'detect', ...fact('Add a probe that sees this failure: no watch reported it.', first) }]
                : []),
            ...worst(verdicts).map((entry) => ({
                kind: 'detect',
                ...fact(`Add a test case that fails as the probe ${entry.data.probe} did (criterion ${entry.data.criterion}).`, entry),
            })),
            ...(helped.length === 0
                ? [{ kind: 'mitigate', ...fact('Decide what would ease such a failure before a rollback.', first) }]
                : []),
            ...failed.map((entry) => ({
                kind: 'mitigate',
                ...fact(`Find out how these changes of the rollback failed: ${entry.data.failed.join(', ')}.`, entry),
            })),
            ...wait.map((one) => ({ kind: 'process', ...one, text: `Make the approval faster. ${one.text}` })),
            ...noRelease.map((entry) => ({
                kind: 'process',
                ...fact('Take a release capture after each deploy.', entry),
            })),
            ...untold.map((entry) => ({
                kind: 'process',
                ...fact(`Repair the channel: ${sentence(entry)}.`, entry),
            })),
            ...left.map((entry) => ({
                kind: 'process',
                ...fact(`${entry.data.what} To discharge: ${entry.data.discharge}`, entry),
            })),
            { kind: 'process', ...fact('Add to the runbook what was missing in it.', first) },
        ],
        evidence: [
            ...runsOf(entries),
            ...postmortem_facts_all(entries, 'planned').map((entry) => fact(`Plan ${entry.data.digest} to snapshot ${entry.data.snapshot}`, entry)),
            fact(`Head of the record: ${last.seq}:${last.hash}`, last),
        ],
    };
}
const RESOLUTION = new Set([
    ...['mitigated', 'planned', 'approved', 'rolled-back', 'verified', 'observed', 'recovered'],
]);
/** Obligations that tell of data. */
const DATA = new Set(['kept-database', 'events-to-replay']);
const SUSPECTS = {
    shared: 'The previous deployment failed too: suspect what both share, the database or a service.',
    deploy: 'The previous deployment did not fail: suspect what the deploy changed.',
};
const [RECOVERED] = vocabulary/* RECOVERIES */.Ym;
const isRecovered = ({ state }) => state === RECOVERED;
const sentence = (entry) => (0,incident/* sentenceOf */.$N)(entry).replace(/^./, (letter) => letter.toUpperCase());
const timeOf = ({ at, data }) => ('startedAt' in data ? `From ${data.startedAt} to ${at}` : `At ${at}`);
const obligationFact = (entry) => fact(entry.data.what, entry);
const lengthOf = ({ from, to }) => Date.parse(to) - Date.parse(from);
function spanFact(spans, name, title) {
    const span = spans[name];
    if (span === null)
        return [];
    return [fact(`${title}: ${(0,progress/* seconds */.YA)(lengthOf(span) / 1000)}, from ${span.from} to ${span.to}.`, ...span.entries)];
}
const measured = ({ criterion, probe, rule, bad, total }) => `${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad.`;
function evidenceOf(entry) {
    const { normal, evidence, threshold } = entry.data;
    const parts = [
        ...(normal === null ? [] : [`normal is up to ${(100 * normal).toFixed(1)} %`]),
        ...(evidence === null || threshold === null
            ? []
            : [`the evidence was ${evidence.toFixed(1)}, and ${threshold.toFixed(1)} was needed`]),
    ];
    return parts.length === 0 ? [] : [fact(`Evidence: ${parts.join('; ')}.`, entry)];
}
/** Of each criterion and probe, the verdict with most failures. */
function worst(verdicts) {
    const found = new Map();
    for (const entry of verdicts) {
        const key = JSON.stringify([entry.data.criterion, entry.data.probe]);
        const before = found.get(key);
        if (before === undefined || before.data.bad < entry.data.bad)
            found.set(key, entry);
    }
    return [...found.values()];
}
/** The last step of each message. */
const lastSteps = (entries) => new Map(postmortem_facts_all(entries, 'told').map((entry) => [entry.data.message, entry]));
/** Each run once, with its first entry. */
function runsOf(entries) {
    const runs = new Map();
    for (const entry of entries) {
        if (entry.run !== null && !runs.has(entry.run))
            runs.set(entry.run, entry);
    }
    return [...runs].map(([url, entry]) => fact(`Run ${url}`, entry));
}

;// CONCATENATED MODULE: ./lib/report/postmortem.js





/** The parts of a post-mortem that become issues of their own. */
const PARTS = ['root-cause', 'test-cases', 'documentation'];
/** Questions that a record cannot answer. They ask how, not why, and for nobody's name. */
const ASK = {
    impact: 'How many users were affected, how did they notice it, and what did it cost? The record does not say.',
    trigger: 'How did this change reach production, and how did it pass the checks before?',
    causes: 'How did each condition contribute? Describe systems and decisions, not persons.',
    well: 'What else went well?',
    badly: 'What else went badly, and how did it look to those who were there?',
    lucky: 'What else could have been worse?',
    tests: 'How would a test have seen this before the deploy?',
    documentation: 'How did the runbook help, and what was missing in it?',
};
const ask = (question) => `_${ASK[question]}_`;
/** Number of an entry as it stands behind each figure and each time. As code, GitHub makes no link to an issue of it. */
const refs = (from) => [...new Set(from.map(({ seq }) => seq))].map((seq) => (0,markdown/* codeSpan */.SS)(`[#${seq}]`)).join(' ');
const line = ({ text, from }) => `- ${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(text))} ${refs(from)}`;
function section(title, facts, question) {
    const lines = facts.map(line);
    const shown = lines.length === 0 && question === undefined ? ['The record says nothing about it.'] : lines;
    return [`### ${title}`, ...(shown.length === 0 ? [] : [shown.join('\n')]), ...(question ? [ask(question)] : [])].join('\n\n');
}
/**
 * The post-mortem of an incident in Markdown, from its record alone.
 * @param entries of a sound record, at least one
 */
function postmortemMarkdown(entries, { most = Infinity } = {}) {
    for (let shown = entries.length;; shown = Math.floor(shown / 2)) {
        const text = withTimeline(entries, shown);
        if (text.length <= most)
            return text;
        if (shown === 0)
            return `${text.slice(0, most - CUT.length)}${CUT}`;
    }
}
const CUT = '\n\n… The rest is left out: it is too long for GitHub. The option `--file` writes the whole text.\n';
function withTimeline(entries, shown) {
    const { id, environment, title } = (0,incident_status/* statusOf */.c2)(entries);
    const facts = factsOf(entries);
    return `${[
        `## Post-mortem: ${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(title))}`,
        `Incident ${(0,markdown/* codeSpan */.SS)(id)} of ${(0,markdown/* codeSpan */.SS)(environment)}. Each ${(0,markdown/* codeSpan */.SS)('[#n]')} is the number of an entry of its record. The lines in italics are questions: answer them in place.`,
        section('Summary', facts.summary),
        section('Impact', facts.impact, 'impact'),
        section('Detection', facts.detection),
        section('Trigger', facts.trigger, 'trigger'),
        section('Contributing causes', facts.causes, 'causes'),
        section('Resolution', facts.resolution),
        timeline(entries, shown),
        section('What went well', facts.well, 'well'),
        section('What went badly', facts.badly, 'badly'),
        section('Where we were lucky', facts.lucky, 'lucky'),
        '### Action items',
        (0,markdown/* tableOfMarkup */.O7)(['Kind', 'Action', 'Owner', 'Due', 'From'], facts.actions.map(({ kind, text, from }) => [kind, (0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(text)), '', '', refs(from)])),
        section('Evidence', facts.evidence),
    ].join('\n\n')}\n`;
}
function timeline(entries, shown) {
    const newest = shown === 0 ? [] : entries.slice(-shown);
    const [first] = newest;
    const cut = newest.length === entries.length
        ? []
        : [
            first === undefined
                ? `The timeline is left out: it is too long for GitHub. The option ${(0,markdown/* codeSpan */.SS)('--file')} writes it.`
                : `The entries before ${refs([first])} are left out: they are too long for GitHub. The option ${(0,markdown/* codeSpan */.SS)('--file')} writes them.`,
        ];
    const rows = newest.map((entry) => [
        entry.at,
        (0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)((0,incident/* sentenceOf */.$N)(entry))),
        `${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(entry.by))}${entry.run === null ? '' : `, ${(0,markdown/* escapeText */.X1)((0,runtime_text/* oneLine */.TN)(entry.run))}`} ${refs([entry])}`,
    ]);
    return [
        '### Timeline (UTC)',
        ...cut,
        ...(rows.length === 0 ? [] : [(0,markdown/* tableOfMarkup */.O7)(['Time', 'What', 'Source'], rows)]),
    ].join('\n\n');
}
/** Title of the issue. */
const postmortemTitle = (entries) => `Post-mortem: ${(0,runtime_text/* oneLine */.TN)((0,incident_status/* statusOf */.c2)(entries).title)}`;
/** One part as an issue of its own. */
function partOf(entries, part) {
    const { id, title } = (0,incident_status/* statusOf */.c2)(entries);
    const facts = factsOf(entries);
    const detect = facts.actions.filter(({ kind }) => kind === 'detect');
    const process = facts.actions.filter(({ kind }) => kind === 'process');
    const of = `Of the post-mortem of incident ${(0,markdown/* codeSpan */.SS)(id)}. Each ${(0,markdown/* codeSpan */.SS)('[#n]')} is the number of an entry of its record.`;
    const named = (what, sections) => ({
        title: `${what}: ${(0,runtime_text/* oneLine */.TN)(title)}`,
        body: `${[of, ...sections].join('\n\n')}\n`,
    });
    switch (part) {
        case 'root-cause':
            return named('Root cause', [
                section('Trigger', facts.trigger, 'trigger'),
                section('Contributing causes', facts.causes, 'causes'),
            ]);
        case 'test-cases':
            return named('Test cases to add', [section('What was not tested', detect, 'tests')]);
        case 'documentation':
            return named('Documentation', [section('What to document', process, 'documentation')]);
    }
}

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/issues.js
var github_issues = __webpack_require__(28012);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/services/github/unedited.js


/**
 * A text for GitHub that Rewind may replace later: its marker, the hash of the text, the text.
 * @param marker by which it is found again
 */
const sealedText = (marker, text) => `${marker}\n${hashLine(text)}\n${text}`;
/** True if nobody has edited a text since `sealedText` made it. */
function isUnedited(marker, body) {
    const [first, second, ...rest] = normal(body).split('\n');
    return first === marker && second === hashLine(rest.join('\n'));
}
/** A person's browser sends other line ends; GitHub may cut blanks at the end. */
const normal = (text) => text.replaceAll('\r\n', '\n').trimEnd();
const hashLine = (text) => (0,github_issues/* markerOf */.we)(`sha256/${(0,digest/* sha256 */.sc)(normal(text))}`);

;// CONCATENATED MODULE: ./lib/commands/postmortem/publish.js



/** Rewind finds its issues by this label. */
const LABEL = 'rewind-postmortem';
/** GitHub rejects longer titles and bodies. */
const LIMITS = { title: 256, body: 65_000 };
/** The clock of GitHub is not ours. */
const CLOCK_MS = 300_000;
/**
 * Writes the post-mortem as an issue, and each part as a sub-issue of it. Safe against a kill at any request: a second run
 * finds what the first one made. An issue is edited only while nobody else has edited it.
 * @param entries of a sound record, at least one
 * @throws HttpFailure
 */
async function publish(github, entries) {
    const [first] = entries;
    if (first === undefined)
        return [];
    const name = `postmortem/${first.incident}`;
    const wanted = [
        {
            part: 'post-mortem',
            marker: (0,github_issues/* markerOf */.we)(name),
            title: postmortemTitle(entries),
            body: postmortemMarkdown(entries, { most: LIMITS.body }),
        },
        ...PARTS.map((part) => ({ part, marker: (0,github_issues/* markerOf */.we)(`${name}/${part}`), ...partOf(entries, part) })),
    ];
    const since = new Date(Date.parse(first.at) - CLOCK_MS).toISOString();
    const found = await (0,github_issues/* findIssues */.I0)(github, LABEL, wanted.map(({ marker }) => marker), since);
    const issues = [];
    for (const { part, marker, title, body } of wanted) {
        const text = sealedText(marker, body.slice(0, LIMITS.body));
        const before = found.get(marker);
        issues.push({
            part,
            ...(before === undefined
                ? {
                    ...(await (0,github_issues/* createIssue */.Ko)(github, { title: title.slice(0, LIMITS.title), body: text, label: LABEL })),
                    outcome: 'created',
                }
                : { ...before, outcome: await updated(github, before, marker, text) }),
        });
    }
    const [parent, ...parts] = issues;
    if (parent !== undefined) {
        const linked = await (0,github_issues/* listSubIssues */.lo)(github, parent.number);
        for (const { id } of parts) {
            if (!linked.includes(id))
                await (0,github_issues/* addSubIssue */.$7)(github, parent.number, id);
        }
    }
    return issues.map(({ part, number, url, outcome }) => ({ part, number, url, outcome }));
}
async function updated(github, { number, body }, marker, text) {
    if (!isUnedited(marker, body))
        return 'kept';
    if (body.trimEnd() === text.trimEnd())
        return 'unchanged';
    await (0,github_issues/* editIssue */._e)(github, number, text);
    return 'updated';
}

;// CONCATENATED MODULE: ./lib/commands/postmortem/index.js











const postmortem_flags = {
    file: (0,flags/* text */.Qq)('file', 'Write the post-mortem to this Markdown file.'),
    issue: (0,flags/* toggle */.L$)('Write the post-mortem as an issue of the repository, with sub-issues for root cause, test cases and documentation.'),
};
/** A view of the record. It writes nothing into the record, so it also works for a closed incident. */
/* harmony default export */ const postmortem = ((0,command/* defineCommand */.N)({
    name: 'postmortem',
    summary: 'Write the post-mortem of an incident from its record, as a file or as an issue with sub-issues.',
    arguments: [{ name: 'incident', description: 'Id of the incident. Default: the newest one, open or closed.' }],
    flags: postmortem_flags,
    examples: ['postmortem', 'postmortem --file docs/postmortems/checkout.md', 'postmortem --issue'],
    notes: [
        'Each figure and each time names the entry of the record that it comes from, as [#3]. What a record cannot tell stands there as a question.',
        'A second run updates the issue. It leaves an issue alone that somebody has edited.',
    ],
    outputs: ['incident-id'],
    async run(session) {
        const [given] = session.inputs.args;
        const project = await session.open();
        const id = given ?? (await newest(project));
        if (!entry/* INCIDENT_ID */.zP.test(id)) {
            throw new errors/* RewindError */.Ir('input-invalid', `"${id}" is not the id of an incident (20261126T030405Z-1a2b3c).`);
        }
        const entries = await (0,record/* readEntries */.$2)(project.store, project.config.environment, id);
        const markdown = postmortemMarkdown(entries);
        const { file, issue } = session.inputs;
        if (file !== null)
            await (0,files/* writeOutput */.zh)('file', file, markdown);
        const issues = issue ? await published(session, project, entries) : [];
        const lines = [
            ...(file === null ? [] : [`Post-mortem of incident ${id}: ${file}`]),
            ...issues.map(({ part, number, url, outcome }) => `${part}: issue ${number} ${WORDS[outcome]}, ${url}`),
        ];
        return {
            exit: 0,
            json: (0,json/* toJson */.a)({ environment: project.config.environment, incident: id, file, issues, markdown }),
            text: lines.length === 0 ? markdown.trimEnd() : lines.join('\n'),
            summary: markdown,
            outputs: { 'incident-id': id },
        };
    },
}));
const WORDS = {
    created: 'created',
    updated: 'updated',
    unchanged: 'is up to date',
    kept: 'is left as it is, because somebody edited it',
};
/** @throws RewindError incident-not-found */
async function newest({ store, config }) {
    const id = (await (0,record/* listIncidents */.MZ)(store, config.environment)).at(-1);
    if (id !== undefined)
        return id;
    throw new errors/* RewindError */.Ir('incident-not-found', `"${config.environment}" has no incidents.`, {
        remedy: 'An incident opens with the first rollback, or with: rewind incident open --title "what is wrong"',
    });
}
/** Two runs at once could each create the issue. No environment begins with "_", so this lock is not that of a rollback. */
function published(session, project, entries) {
    const { store, config } = project;
    const own = { store, config: { ...config, environment: `_postmortem-${config.environment}` } };
    return (0,environment_lock/* underLock */.y)(session, own, 'postmortem', null, () => publish((0,client.createGitHub)(session.context), entries));
}


/***/ }),

/***/ 24408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ areasClause),
/* harmony export */   W0: () => (/* binding */ statesText),
/* harmony export */   eq: () => (/* binding */ areasMarkdown),
/* harmony export */   g_: () => (/* binding */ areasText),
/* harmony export */   gf: () => (/* binding */ whyOf),
/* harmony export */   p1: () => (/* binding */ notRecovered),
/* harmony export */   q9: () => (/* binding */ WORDS)
/* harmony export */ });
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8892);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36447);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60975);




const WORDS = {
    recovered: 'recovered',
    'not-recovered': 'not recovered',
    inconclusive: 'inconclusive',
    'not-watched': 'not watched',
};
const ICONS = { recovered: '🟢', 'not-recovered': '🔴', inconclusive: '⚪', 'not-watched': '➖' };
const OTHER_DOUBTS = {
    unusual: 'something is unusual, and it proves nothing yet',
    settled: 'it failed after the rollback, and the newest samples are good',
    'few-latencies': 'too few response times to compare',
    'no-watch': 'nobody watched after the changes',
};
const DOUBT_TEXTS = { ..._verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .DOUBTS */ .gG, ...OTHER_DOUBTS };
const namesOf = (areas, state) => areas.flatMap((one) => (one.state === state ? [one.area] : []));
/** "recovered: content, performance; not recovered: payments; not watched: data" */
const statesText = (areas) => _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .RECOVERIES */ .Ym.flatMap((state) => {
    const names = namesOf(areas, state);
    return names.length === 0 ? [] : [`${WORDS[state]}: ${names.join(', ')}`];
}).join('; ');
/** Areas that a probe proves to be not recovered. */
const notRecovered = (watched) => watched === null ? [] : namesOf(watched.areas, 'not-recovered');
/** What the title adds to "production equals the snapshot": ", but payments is not recovered; recovered: content" */
function areasClause(watched) {
    if (watched === null)
        return '';
    const bad = notRecovered(watched);
    const [good, open] = [namesOf(watched.areas, 'recovered'), namesOf(watched.areas, 'inconclusive')];
    return [
        bad.length === 0 ? '' : `, but ${bad.join(' and ')} ${bad.length === 1 ? 'is' : 'are'} not recovered`,
        good.length === 0 ? '' : `; recovered: ${good.join(', ')}`,
        open.length === 0 ? '' : `; recovery inconclusive: ${open.join(', ')}`,
    ].join('');
}
/** Why an area has its state, without the text of a service. */
function whyOf({ state, decisive, doubts, probes }, { unwatched }) {
    if (state === 'not-watched')
        return 'no probe';
    if (unwatched !== null)
        return unwatched;
    const found = decisive === null ? [] : [`${decisive.probe}: ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .measureText */ .kD)(decisive)}`];
    const why = [...doubts.map((one) => DOUBT_TEXTS[one]), ...found];
    return why.length === 0 ? `healthy: ${probes.join(', ')}` : why.join('; ');
}
/** Lines for a terminal. */
function areasText(watched) {
    const width = Math.max(...watched.areas.map(({ area }) => area.length));
    return [
        `Recovery by area${watched.minutes === 0 ? '' : `, watched for ${watched.minutes} min after the verification`}:`,
        ...watched.areas.flatMap((one) => [
            `  ${one.area.padEnd(width)}  ${WORDS[one.state].padEnd(13)}  ${whyOf(one, watched)}`,
            ...chartsOf(watched, one.area).map((line) => `    ${line}`),
        ]),
        ...(watched.series.length === 0 ? [] : [`  ${LEGEND}`]),
    ];
}
/** For the report and the job summary. */
function areasMarkdown(watched) {
    return [
        `### Recovery by area`,
        watched.minutes === 0
            ? ''
            : `Watched for ${watched.minutes} minutes after the verification, against the baseline of the snapshot.`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['', 'Area', 'State', 'Why'], watched.areas.map((one) => [ICONS[one.state], one.area, WORDS[one.state], whyOf(one, watched)])),
        ...(watched.series.length === 0
            ? []
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeBlock */ .DV)('text', watched.areas
                    .flatMap(({ area }) => {
                    const charts = chartsOf(watched, area);
                    return charts.length === 0 ? [] : [area, ...charts.map((line) => `  ${line}`)];
                })
                    .join('\n')),
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(LEGEND),
            ]),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
const LEGEND = 'Before the mark │: during the rollback; after it: the watch. The height is the response time, ✗ a failure, · nothing.';
/** "home  ▁▁✗✗│▁▁▁▁  median 12 ms, p95 20 ms, 0 of 60 bad" */
function chartsOf({ series }, area) {
    return series.flatMap(({ during, after }) => {
        if (after.probe.area !== area)
            return [];
        const top = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .slowestOf */ .xM)([...during.samples, ...after.samples]);
        const before = during.samples.length === 0 ? '' : (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .chartOf */ .IS)(during, 30, top);
        const why = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .lastFailure */ .xW)(after);
        return [
            `${after.probe.id}  ${before}│${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .chartOf */ .IS)(after, 60, top)}  ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesText */ .L4)(after)}`,
            ...(why === null ? [] : [`  last failure: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(why)}`]),
        ];
    });
}


/***/ }),

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   kM: () => (/* binding */ incidentMarkdown),
/* harmony export */   vV: () => (/* binding */ incidentLine)
/* harmony export */ });
/* harmony import */ var _incident_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34903);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);






/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).length;
    const of = `${open} of ${status.obligations.length} obligation(s) open`;
    const state = status.closed === null ? `open for ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .age */ .KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)([
        `Incident ${status.id}: ${incidentLine(status, now)}`,
        ...(status.closed === null
            ? []
            : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
        ...figures(status).map((line) => `  ${line}`),
        ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
        ...open.flatMap((obligation) => obligationText(obligation, now)),
        ...(entries === null
            ? []
            : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${(0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head)}`,
    ]);
}
/** Entries that are shown: the summary of a job holds 1 MiB. */
const SHOWN = 100;
const newest = (entries) => entries.slice(-SHOWN);
const timelineTitle = ({ length }) => `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;
function obligationText({ id, what, since, discharge }, now) {
    return [
        `  - ${what}`,
        `      since ${since} (${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .age */ .KW)(now.getTime() - Date.parse(since))}); id ${id}`,
        `      to discharge: ${discharge}`,
    ];
}
function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(ms / 1000);
    return [
        ...(deployToRestoredMs === null
            ? []
            : [`from the release capture after the deploy to the verified rollback: ${took(deployToRestoredMs)}`]),
        ...(detectedToRestoredMs === null
            ? []
            : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
        ...(approvalWaitMs === null ? [] : [`from the plan to the start of the approved run: ${took(approvalWaitMs)}`]),
    ];
}
/** An incident for a job summary. */
function incidentMarkdown(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return `${[
        `## Incident ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(status.id)}`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(incidentLine(status, now)),
        ...figures(status).map((line) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line)}`),
        ...(open.length === 0
            ? ['No obligation is open.']
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Not yet normal', 'Since', 'To discharge'], open.map(({ what, since, discharge }) => [what, since, discharge])),
            ]),
        ...(entries === null
            ? []
            : [
                `### ${timelineTitle(entries)}`,
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['UTC', 'By', 'What'], newest(entries).map((entry) => [entry.at, entry.by, sentenceOf(entry)])),
            ]),
        `Head of the record: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)((0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head))}`,
    ].join('\n\n')}\n`;
}
const TOLD = {
    intent: 'about to be sent',
    sent: 'sent',
    'not-sent': 'NOT SENT',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
};
/** What an entry says. */
function sentenceOf(entry) {
    switch (entry.kind) {
        case 'opened':
            return `opened by ${entry.by}: ${entry.data.title}`;
        case 'note':
            return `${entry.by}: ${entry.data.text}`;
        case 'verdict': {
            const { level, deployment, criterion, probe, rule, bad, total, suspect } = entry.data;
            const shared = suspect === 'shared' ? '; the previous deployment fails too' : '';
            return `verdict on ${deployment ?? 'production'}: ${level} (${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad${shared})`;
        }
        case 'decided':
            return `started ${entry.data.workflow}: ${entry.data.reason}`;
        case 'planned': {
            const { changes, snapshot, database, digest } = entry.data;
            return `planned: ${changes} change(s) to return to snapshot ${snapshot} (database: ${database}), digest ${digest.slice(0, 12)}`;
        }
        case 'approved':
            return entry.data.how;
        case 'mitigated':
        case 'lifted':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
        case 'observed':
            return `watched for ${entry.data.minutes} min after the rollback: ${(0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .statesText */ .W0)(entry.data.areas)}`;
        case 'obligation':
            return `to be undone or finished: ${entry.data.what}`;
        case 'discharged':
            return `discharged ${entry.data.id}: ${entry.data.how}`;
        case 'told':
            return `message "${entry.data.phase}" to ${entry.data.channel}: ${TOLD[entry.data.step]}`;
        case 'closed':
            return `closed by ${entry.by}: ${entry.data.reason}`;
    }
}


/***/ }),

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ verdictMarkdown),
/* harmony export */   IS: () => (/* binding */ chartOf),
/* harmony export */   L4: () => (/* binding */ seriesText),
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   O3: () => (/* binding */ decisiveOf),
/* harmony export */   Pi: () => (/* binding */ highestOf),
/* harmony export */   Y3: () => (/* binding */ ruleText),
/* harmony export */   YV: () => (/* binding */ quantile),
/* harmony export */   e2: () => (/* binding */ isBad),
/* harmony export */   gG: () => (/* binding */ DOUBTS),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   kD: () => (/* binding */ measureText),
/* harmony export */   nc: () => (/* binding */ cellsOf),
/* harmony export */   nt: () => (/* binding */ verdictText),
/* harmony export */   xM: () => (/* binding */ slowestOf),
/* harmony export */   xW: () => (/* binding */ lastFailure)
/* harmony export */ });
/* unused harmony export headlineOf */
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);


const HEADLINES = {
    healthy: 'healthy: nothing was found',
    inconclusive: 'inconclusive: nobody can say whether the deploy is good',
    watch: 'watch: something is unusual, and it proves nothing yet',
    mitigate: 'mitigate: the deploy does harm, or something behind it does',
    'roll-back': 'roll back: the deploy is bad',
};
const DOUBTS = {
    running: 'the watch ended before its time was over',
    'few-samples': 'a critical probe has too few samples',
    'no-data': 'samples stopped coming',
    provider: 'a service that is asked does not answer',
    'not-watched': 'what a probe asks is not watched, or the credential may not read it',
    refused: 'a probe could not be run',
    blind: 'a neutral target did not answer either, so the network of Rewind fails',
    late: 'samples came late, so the runner is overloaded',
    elsewhere: 'the domain served another deployment',
    'unknown-deployment': 'nobody could read which deployment the domain serves',
    'fails-on-baseline': 'a probe failed before the deploy too',
    'no-baseline': 'a probe has no baseline from before the deploy',
    'short-baseline': 'a baseline has too few samples',
};
const RULES = {
    failures: 'failures',
    'unknown-deployment': 'failures, while nobody could read which deployment the domain serves',
    'in-a-row': 'failures in a row',
    'slow-tail': 'much slower than the slowest before',
    'slow-body': 'slower than usual',
    'slow-limit': 'above the limit',
    silence: 'no events',
    assertion: 'false assertions',
    alert: 'firing alerts',
    'slower-at-end': 'slower over the whole watch',
};
/** Without a level there is nothing to claim, so the sentence says what is unproven. */
const headlineOf = ({ level }) => HEADLINES[level];
/** "mitigate: … (performance, probe home: slower than usual, 12 of 24)" */
function verdictLine(verdict) {
    const decisive = decisiveOf(verdict);
    const shared = verdict.suspect === 'shared'
        ? '; the previous deployment fails too: suspect the database or a provider before the code'
        : '';
    return `${headlineOf(verdict)}${decisive === null ? '' : ` (${decisive}${shared})`}`;
}
/** What led to the verdict, or is nearest to an alarm; null if no rule sees anything. */
function decisiveOf(verdict) {
    const top = highestOf(verdict);
    if (top?.decisive == null || top.decisive.bad === 0)
        return null;
    return `${top.criterion}, probe ${top.decisive.probe}: ${measureText(top.decisive)}`;
}
const ORDER = [
    'not-watched',
    'healthy',
    'inconclusive',
    'watch',
    'mitigate',
    'roll-back',
];
/** The criterion with the highest level. */
function highestOf({ criteria }) {
    return criteria.reduce((top, one) => (top === null || ORDER.indexOf(one.level) > ORDER.indexOf(top.level) ? one : top), null);
}
/** "failures, 12 of 30 (normal: at most 5.0 %), evidence 14.2 of 9.8" */
function measureText({ rule, bad, total, p0, evidence, thresholds, level }) {
    const normal = p0 === null ? '' : ` (normal: up to ${(100 * p0).toFixed(1)} %)`;
    const needed = level === 'healthy' ? (thresholds.watch ?? thresholds.mitigate) : thresholds[level];
    const proof = evidence === null || needed === undefined || !Number.isFinite(evidence)
        ? ''
        : `, evidence ${evidence.toFixed(1)} of ${needed.toFixed(1)}`;
    return `${RULES[rule]}, ${bad} of ${total}${normal}${proof}`;
}
const doubtsText = (doubts) => doubts.map((one) => DOUBTS[one]).join('; ');
const CELLS = 60;
const BARS = '▁▂▃▄▅▆▇█';
/**
 * A chart of one probe in one line, oldest first: the height is the latency, ✗ a failure, · nothing. A cell holds the worst
 * of its samples.
 *
 * @param top latency of the highest bar in milliseconds
 */
function chartOf({ probe, samples }, width = CELLS, top = slowestOf(samples)) {
    if (samples.length === 0)
        return '(no samples)';
    return cellsOf(samples, width)
        .map((cell) => {
        if (cell.some(isBad))
            return '✗';
        if (probe.kind !== 'check')
            return cell.some((one) => one.kind === 'count' && one.total > 0) ? '▄' : '·';
        const worst = Math.max(...cell.map((one) => (one.kind === 'check' ? (one.latencyMs ?? 0) : 0)));
        return BARS[Math.min(BARS.length - 1, Math.floor((worst / top) * BARS.length))] ?? '';
    })
        .join('');
}
/** Neighbouring samples together, in at most `width` groups. */
function cellsOf(samples, width) {
    const size = Math.max(1, Math.ceil(samples.length / width));
    return Array.from({ length: Math.ceil(samples.length / size) }, (_, index) => samples.slice(index * size, (index + 1) * size));
}
/** The highest latency, in milliseconds; at least 1. */
const slowestOf = (samples) => samples.reduce((top, one) => Math.max(top, one.kind === 'check' ? (one.latencyMs ?? 0) : 0), 1);
function isBad(one) {
    switch (one.kind) {
        case 'check':
            return !one.ok;
        case 'count':
            return one.bad > 0;
        case 'assertion':
            return !one.holds;
        case 'alert':
            return one.firing;
    }
}
/** @param latencies ascending */
const quantile = (latencies, share) => latencies.length === 0
    ? null
    : Math.round(latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0);
function figuresOf(samples) {
    const latencies = samples
        .flatMap((one) => (one.kind === 'check' && one.ok && one.latencyMs !== undefined ? [one.latencyMs] : []))
        .sort((a, b) => a - b);
    return {
        samples: samples.length,
        bad: samples.filter(isBad).length,
        median: quantile(latencies, 0.5),
        p95: quantile(latencies, 0.95),
        events: samples.reduce((sum, one) => one.kind === 'count' ? { bad: (sum?.bad ?? 0) + one.bad, total: (sum?.total ?? 0) + one.total } : sum, null),
    };
}
/** "median 120 ms, p95 340 ms, 3 of 60 bad" */
function seriesText({ samples, errors }) {
    const { bad, median, p95 } = figuresOf(samples);
    return [
        ...(median === null ? [] : [`median ${median} ms, p95 ${p95} ms`]),
        `${bad} of ${samples.length} bad`,
        ...(errors.length === 0 ? [] : [`${errors.length} not answered`]),
    ].join(', ');
}
const levelText = ({ level, doubts }) => level === 'inconclusive' ? `inconclusive: ${doubtsText(doubts)}` : level;
const subjectOf = ({ deployment, elapsedMs }) => `${deployment ?? 'production'} after ${Math.floor(elapsedMs / 60_000)} min ${Math.round((elapsedMs % 60_000) / 1000)} s`;
/** Why the newest bad sample is bad, else why the newest tick has none; text of a service. */
const lastFailure = ({ samples, errors }) => {
    const bad = samples.filter(isBad).at(-1);
    const text = bad?.kind === 'check' ? bad.error : bad?.kind === 'assertion' || bad?.kind === 'alert' ? bad.detail : undefined;
    return text ?? errors.at(-1)?.message ?? null;
};
function criterionRow({ criterion, level, probes, decisive }) {
    const why = decisive === null ? (probes.length === 0 ? 'no probe' : '') : `${decisive.probe}: ${measureText(decisive)}`;
    return [criterion, level === 'not-watched' ? 'not watched' : level, why];
}
function nextOf({ next }) {
    return next.length === 0 ? [] : ['', 'What to do:', ...next.map((line) => `  ${line}`)];
}
/** For a terminal. */
function verdictText(shown) {
    const { verdict, series } = shown;
    const width = Math.max(...verdict.criteria.map(({ criterion }) => criterion.length));
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)([
        `Verdict on ${subjectOf(shown)}: ${verdictLine(verdict)}.`,
        ...(verdict.level === 'inconclusive' ? [`Why: ${doubtsText(verdict.doubts) || 'no probe is critical'}.`] : []),
        '',
        ...verdict.criteria.map((one) => {
            const [criterion = '', level = '', why = ''] = criterionRow(one);
            return `  ${criterion.padEnd(width)}  ${level.padEnd(12)}  ${why}`.trimEnd();
        }),
        '',
        ...series.flatMap((one) => {
            const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
            const why = lastFailure(one);
            return [
                `  ${one.probe.id} (${one.probe.area}${one.probe.critical ? ', critical' : ''}): ${judged === undefined ? '' : levelText(judged)}`,
                `    ${chartOf(one)}  ${seriesText(one)}`,
                ...(why === null ? [] : [`    last: ${why}`]),
            ];
        }),
        ...nextOf(shown),
    ]);
}
/** For a job summary. */
function verdictMarkdown(shown) {
    const { verdict, series } = shown;
    const mark = { healthy: '🟢', inconclusive: '⚪', watch: '🟡', mitigate: '🟠', 'roll-back': '🔴' }[verdict.level];
    return `${[
        `## ${mark} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(`Verdict: ${verdictLine(verdict)}`)}`,
        `Of ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(subjectOf(shown))}.`,
        ...(verdict.level === 'inconclusive'
            ? [`**Why:** ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(doubtsText(verdict.doubts) || 'no probe is critical')}.`]
            : []),
        ...(shown.next.length === 0 ? [] : [`### What to do`, (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', shown.next.join('\n'))]),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Criterion', 'Verdict', 'Evidence'], verdict.criteria.map(criterionRow)),
        '### Probes',
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', series.map((one) => `${one.probe.id}\n  ${chartOf(one)}\n  ${seriesText(one)}`).join('\n')),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Probe', 'Area', 'Critical', 'Verdict', 'Last failure'], series.map((one) => {
            const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
            return [
                one.probe.id,
                one.probe.area,
                one.probe.critical ? 'yes' : 'no',
                judged === undefined ? '' : levelText(judged),
                lastFailure(one) ?? '',
            ];
        })),
        'One cell is the worst of its samples, oldest first: the height is the latency, ✗ a failure, · nothing.',
    ].join('\n\n')}\n`;
}
/** A rule in words; an entry of the incident record holds only its name. */
const ruleText = (rule) => new Map(Object.entries(RULES)).get(rule) ?? rule;


/***/ }),

/***/ 58795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50525);





/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs into a commit. */
const OWN_FOLDER = '.rewind';
/**
 * Creates a folder and the folders above it. The recursive mkdir of Node never returns if a parent exists and refuses the
 * new folder with ENOENT, as /proc does. Git ignores a new folder `.rewind` and everything in it.
 *
 * @param mode of each new folder
 */
function makeFolder(path, mode = 0o777) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode });
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path) === OWN_FOLDER)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, '.gitignore'), '*\n');
    }
    catch (error) {
        const code = node_util__WEBPACK_IMPORTED_MODULE_3__.types.isNativeError(error) && 'code' in error ? error.code : undefined;
        if (code === 'EEXIST')
            return;
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
        if (code !== 'ENOENT' || parent === path || isFolder(parent))
            throw error;
        makeFolder(parent, mode);
        makeFolder(path, mode);
    }
}
const isFolder = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** Writes a file that the user named with a flag, and its folder. @throws RewindError input-invalid, disk-full */
async function writeOutput(flag, path, text, mode = 0o666) {
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { mode });
    }
    catch (error) {
        throw unwritable(flag, path, error);
    }
}
/** The error for a path that the user named with a flag and that cannot be written. */
function unwritable(flag, path, error) {
    const known = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
    if (known.code !== 'internal')
        return known;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RewindError */ .Ir('input-invalid', `--${flag}: ${path} could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
        remedy: `Name a path with --${flag} that this user can write.`,
        cause: error,
    });
}


/***/ }),

/***/ 24085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ bothEnds),
/* harmony export */   b: () => (/* binding */ mapLimited)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * Waits for both ends of a stream: the pipeline that fills `between`, and the reader that empties it. If one end fails, the
 * other one only sees a broken stream, so the first error that says more than that is the cause.
 *
 * @throws the cause
 */
async function bothEnds(between, filling, reading) {
    const failures = [];
    const end = (work) => work.catch((error) => {
        failures.push(error);
        // A reader that failed may have left the stream open; then the pipeline would wait for it without end.
        between.destroy(node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) ? error : undefined);
    });
    await Promise.all([end(filling), end(reading)]);
    if (failures.length > 0)
        throw failures.find((error) => !isBrokenStream(error)) ?? failures[0];
}
/** As `Promise.all` over `items.map(work)`, with at most `limit` at once: each may hold an open file or a connection. */
async function mapLimited(items, limit, work) {
    const results = [];
    // The workers share one iterator, so each takes the next item that is left.
    const left = items.entries();
    const worker = async () => {
        for (const [at, item] of left)
            results[at] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}
function isBrokenStream(error) {
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error))
        return false;
    const code = 'code' in error ? error.code : undefined;
    return (error.name === 'AbortError' ||
        code === 'ERR_STREAM_PREMATURE_CLOSE' ||
        code === 'ERR_STREAM_DESTROYED' ||
        code === 'EPIPE');
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

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9966);



const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @throws RewindError credential-missing
 */
function createGitHub(ctx, given) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = given ?? ctx.env.token('GITHUB_TOKEN');
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
                if (error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
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
        // A secondary limit may come with status 403 and without a header; it says nothing about permissions.
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4794)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ }),

/***/ 28012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ addSubIssue),
/* harmony export */   BC: () => (/* binding */ addComment),
/* harmony export */   I0: () => (/* binding */ findIssues),
/* harmony export */   Ko: () => (/* binding */ createIssue),
/* harmony export */   QR: () => (/* binding */ hasComment),
/* harmony export */   Ry: () => (/* binding */ findIssue),
/* harmony export */   _e: () => (/* binding */ editIssue),
/* harmony export */   lo: () => (/* binding */ listSubIssues),
/* harmony export */   wS: () => (/* binding */ closeIssue),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const user = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish();
const issue = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    user,
    author_association: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional(),
});
const comment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(), user, author_association: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const permission = 'issues: write';
const AUTHOR = 'github-actions[bot]';
const MEMBERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/** An invisible line by which a text is found again. @param name letters, digits, dashes, slashes */
const markerOf = (name) => `<!-- rewind:${name} -->`;
/** Everybody who may comment can write a marker. It counts only in a text of the job's own token or of a member. */
const isOurs = ({ body, user: author, author_association: association }, marker) => body?.startsWith(marker) === true &&
    ((author?.type === 'Bot' && author.login === AUTHOR) || MEMBERS.includes(association));
const issueOf = ({ id, number, html_url: url, body }) => ({
    ...{ id, number, url },
    body: body ?? '',
});
/**
 * The issues that begin with one of these markers, by marker. Issues are listed by their label, because the index of the
 * search lags minutes behind.
 * @param since ISO 8601; older issues are not read
 * @throws HttpFailure
 */
async function findIssues(github, label, markers, since) {
    const issues = await github.all({ what: `list the issues with the label ${label}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(issue), (page) => ({ items: page }), (rest, target) => rest.issues.listForRepo({ ...target, labels: label, state: 'all', since }));
    const own = issues.filter((one) => one.pull_request === undefined);
    return new Map(markers.flatMap((marker) => {
        const found = own.find((one) => isOurs(one, marker));
        return found === undefined ? [] : [[marker, issueOf(found)]];
    }));
}
/** The number of the issue that begins with a marker; null if there is none. @throws HttpFailure */
async function findIssue(github, label, marker, since) {
    return (await findIssues(github, label, [marker], since)).get(marker)?.number ?? null;
}
/** @throws HttpFailure */
async function createIssue(github, given) {
    const { title, body, label } = given;
    return issueOf(await github.request({ what: 'create an issue', permission }, issue, (rest, target) => rest.issues.create({ ...target, title, body, labels: [label] })));
}
/** @throws HttpFailure */
async function editIssue(github, number, body) {
    await github.request({ what: `edit issue #${number}`, permission, repeatable: true }, issue, (rest, target) => rest.issues.update({ ...target, issue_number: number, body }));
}
/** Ids of the sub-issues of an issue. GitHub REST API, "List sub-issues". @throws HttpFailure */
async function listSubIssues(github, number) {
    return github.all({ what: `list the sub-issues of #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })), (page) => ({ items: page.map(({ id }) => id) }), (rest, target) => rest.issues.listSubIssues({ ...target, issue_number: number }));
}
/** @param id of the issue that becomes a sub-issue, not its number. @throws HttpFailure */
async function addSubIssue(github, number, id) {
    await github.request({ what: `add a sub-issue to #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J(), (rest, target) => rest.issues.addSubIssue({ ...target, issue_number: number, sub_issue_id: id }));
}
/** @throws HttpFailure */
async function closeIssue(github, number) {
    await github.request({ what: `close issue #${number}`, permission, repeatable: true }, issue, (rest, target) => rest.issues.update({ ...target, issue_number: number, state: 'closed' }));
}
/** True if the issue has a comment that begins with the marker. @throws HttpFailure */
async function hasComment(github, number, marker) {
    const comments = await github.all({ what: `read the comments of #${number}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: number }));
    return comments.some((one) => isOurs(one, marker));
}
/** @throws HttpFailure */
async function addComment(github, number, body) {
    await github.request({ what: `comment in #${number}`, permission }, comment, (rest, target) => rest.issues.createComment({ ...target, issue_number: number, body }));
}


/***/ })

};
