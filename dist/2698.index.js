export const id = 2698;
export const ids = [2698];
export const modules = {

/***/ 80091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ loadChannels)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/channels/adapters/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const CHANNEL_ADAPTERS = {
    'github-issue': () => __webpack_require__.e(/* import() */ 6665).then(__webpack_require__.bind(__webpack_require__, 76665)),
    pagerduty: () => __webpack_require__.e(/* import() */ 698).then(__webpack_require__.bind(__webpack_require__, 70698)),
    slack: () => __webpack_require__.e(/* import() */ 3681).then(__webpack_require__.bind(__webpack_require__, 73681)),
    'slack-webhook': () => __webpack_require__.e(/* import() */ 3621).then(__webpack_require__.bind(__webpack_require__, 63621)),
    webhook: () => Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(1980)]).then(__webpack_require__.bind(__webpack_require__, 41980)),
};

;// CONCATENATED MODULE: ./lib/channels/load.js


/** Loads the adapters that the configuration names; the schema has parsed their entries. @throws RewindError internal */
function loadChannels(entries) {
    const loaders = CHANNEL_ADAPTERS;
    return Promise.all(entries.map(async (entry) => {
        const load = loaders[entry.adapter];
        if (!load)
            throw new errors/* RewindError */.Ir('internal', `No adapter of channels is registered as "${entry.adapter}".`);
        return { entry, adapter: (await load()).adapter };
    }));
}


/***/ }),

/***/ 18775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jj: () => (/* binding */ cut),
  _Q: () => (/* binding */ fitting),
  cr: () => (/* binding */ messagesOf)
});

// EXTERNAL MODULE: ./lib/probes/probe.js
var probe = __webpack_require__(10377);
// EXTERNAL MODULE: ./lib/channels/phases.js
var phases = __webpack_require__(20010);
;// CONCATENATED MODULE: ./lib/channels/external.js


const SENTENCES = {
    opened: 'We are looking into a problem with our service.',
    mitigated: 'We have reduced the effect of a problem with our service.',
    'rolled-back': 'We have returned our service to an earlier state.',
    verified: 'We have checked our service after our changes.',
    failed: 'Our changes to end a problem with our service are not complete. We keep working on it.',
    recovered: 'We have brought our service forward to a corrected state.',
    closed: 'We have closed the incident of our service.',
};
/**
 * The text for everybody. It holds sentences of ours, times and names of areas, and nothing else of the record: so it cannot
 * name a host, a table, a person or a secret.
 */
function externalText(told) {
    const { phase, entry, entries } = told;
    const [first] = entries;
    return {
        headline: { text: SENTENCES[phase], from: [entry.seq] },
        lines: [
            { text: `Time: ${(0,phases/* timeText */.Tc)(entry.at)}`, from: [entry.seq] },
            ...(first === undefined || first.seq === entry.seq
                ? []
                : [{ text: `Known since: ${(0,phases/* timeText */.Tc)(first.at)}`, from: [first.seq] }]),
            ...areas(told),
        ],
    };
}
function areas(told) {
    const observed = (0,phases/* sameRollback */.F1)(told, 'observed');
    if (observed === undefined)
        return [];
    const inState = (state) => probe/* AREAS */.xS.filter((area) => observed.data.areas.some((one) => one.area === area && one.state === state));
    const line = (what, names) => names.length === 0 ? [] : [{ text: `${what}: ${names.join(', ')}`, from: [observed.seq] }];
    return [
        ...line('Works again', inState('recovered')),
        ...line('Does not work yet', inState('not-recovered')),
        ...line('Not yet certain', inState('inconclusive')),
    ];
}

// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(34903);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/channels/internal.js





/** The text for the team: what happened, who approved it, what is not yet normal, and how to go on. */
function internalText(told) {
    const { entry, entries } = told;
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const { title, severity } = first.data;
    const said = saidOf(told);
    return {
        headline: { text: (0,runtime_text/* oneLine */.TN)(`[${told.phase}] ${title}`), from: [entry.seq, first.seq] },
        lines: [
            ...(said === null ? [] : [line(said, entry.seq)]),
            line(`Time: ${(0,phases/* timeText */.Tc)(entry.at)}, by ${entry.by}`, entry.seq),
            line(`Incident ${first.incident} (${severity ?? 'no severity'}) of ${first.environment}, open since ${(0,phases/* timeText */.Tc)(first.at)}`, first.seq),
            ...(told.phase === 'opened' ? [] : aboutRollback(told)),
            ...notNormal(told),
            line(`Head of the record: ${(0,chain/* headText */.W)({ seq: last.seq, hash: last.hash })}`, last.seq),
        ],
    };
}
const line = (text, ...from) => ({ text: (0,runtime_text/* oneLine */.TN)(text), from });
/** What the entry itself says, besides its phase. */
function saidOf({ entry }) {
    switch (entry.kind) {
        case 'mitigated':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return entry.data.statement;
        case 'closed':
            return `Closed: ${entry.data.reason}`;
        default:
            return null;
    }
}
function aboutRollback(told) {
    const { entry, entries, phase } = told;
    const [plan, approved] = [(0,phases/* sameRollback */.F1)(told, 'planned'), (0,phases/* sameRollback */.F1)(told, 'approved')];
    const [verified, observed] = [(0,phases/* sameRollback */.F1)(told, 'verified'), (0,phases/* sameRollback */.F1)(told, 'observed')];
    const failed = 'failed' in entry.data ? entry.data.failed : [];
    const [first] = entries;
    return [
        ...(approved === undefined ? [] : [line(approved.data.how, approved.seq)]),
        ...(failed.length === 0 ? [] : [line(`Not done: ${failed.join(', ')}`, entry.seq)]),
        ...(phase !== 'failed' || plan === undefined ? [] : [line(`To finish it: ${plan.data.command}`, plan.seq)]),
        ...(phase !== 'verified' || verified === undefined || first === undefined
            ? []
            : [
                line(`From the first entry to here: ${(0,progress/* seconds */.YA)((Date.parse(entry.at) - Date.parse(first.at)) / 1000)}`, first.seq, entry.seq),
            ]),
        ...(observed === undefined
            ? []
            : [
                line(`Watched for ${observed.data.minutes} min: ${observed.data.areas.map(({ area, state }) => `${area} ${state.replaceAll('-', ' ')}`).join(', ')}`, observed.seq),
            ]),
    ];
}
function notNormal({ entries }) {
    return (0,incident_status/* openObligations */.CJ)((0,incident_status/* statusOf */.c2)(entries)).map(({ id, what, discharge, since }) => {
        // An obligation to finish a rollback is calculated; the approval is its entry.
        const from = entries.findLast((one) => one.kind === 'obligation'
            ? one.data.id === id
            : one.kind === 'approved' && id.endsWith(one.data.digest.slice(0, 12)));
        return line(`Not yet normal since ${(0,phases/* timeText */.Tc)(since)}: ${what} To discharge: ${discharge}`, ...(from === undefined ? [] : [from.seq]));
    });
}

;// CONCATENATED MODULE: ./lib/channels/message.js



/**
 * The messages that a record asks for, in the order of its phases: a view of the record, and of nothing else. Pure.
 * @param entries of a sound record
 */
function messagesOf(entries, { id, audience, severities }) {
    const [first] = entries;
    const severity = first?.kind === 'opened' ? first.data.severity : null;
    if (severity !== null && !severities.includes(severity))
        return [];
    return (0,phases/* phasesIn */.qb)(entries).map((told) => ({
        key: `rewind/${told.rollback}/${told.phase}/${id}`,
        ...{ incident: told.entry.incident, phase: told.phase, severity, audience, at: told.entry.at },
        ...(audience === 'external' ? externalText(told) : internalText(told)),
        url: audience === 'external' ? null : told.entry.run,
    }));
}
/** The first characters of a text, with a mark if it is longer. @param most in UTF-16 units, at least 1 */
function cut(text, most) {
    if (text.length <= most)
        return text;
    let end = most - 1;
    // Half of a pair is no character.
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1)))
        end -= 1;
    return `${text.slice(0, end)}…`;
}
/**
 * The lines that fit. What does not fit is named, never left out in silence.
 * @param rendered as the channel writes them
 * @param most UTF-16 units for all, at least 200
 */
function fitting(rendered, most) {
    const kept = [];
    let left = most - 100;
    for (const [index, text] of rendered.entries()) {
        const short = cut(text, Math.max(1, Math.floor(most / 2)));
        left -= short.length + 1;
        if (left < 0)
            return [...kept, `… and ${rendered.length - index} more line(s): rewind incident show`];
        kept.push(short);
    }
    return kept;
}


/***/ }),

/***/ 20010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ sameRollback),
/* harmony export */   Mh: () => (/* binding */ AUDIENCES),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   qb: () => (/* binding */ phasesIn)
/* harmony export */ });
/** `internal`: the team. `external`: everybody; such a text names no host, table, person or secret. */
const AUDIENCES = ['internal', 'external'];
/**
 * The phases of a record. Each one comes once for a rollback: one that is run again tells only what is new. Pure.
 * @param entries of a sound record
 */
function phasesIn(entries) {
    const told = new Map();
    entries.forEach((entry, index) => {
        const phase = phaseOf(entry);
        if (phase === null)
            return;
        const rollback = 'digest' in entry.data ? `${entry.incident}-${entry.data.digest.slice(0, 12)}` : entry.incident;
        const key = `${rollback}/${phase}`;
        if (!told.has(key))
            told.set(key, { phase, rollback, entry, index });
    });
    const begins = [...told.values()];
    return begins.map(({ phase, rollback, entry }, at) => ({
        ...{ phase, rollback, entry },
        entries: entries.slice(0, begins[at + 1]?.index).filter(({ kind }) => kind !== 'told'),
    }));
}
function phaseOf(entry) {
    switch (entry.kind) {
        case 'opened':
        case 'closed':
            return entry.kind;
        case 'mitigated':
        case 'rolled-back':
        case 'recovered':
        case 'verified':
            return entry.data.ok ? entry.kind : 'failed';
        default:
            return null;
    }
}
/** "2026-11-26 14:03 UTC" */
const timeText = (at) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
/** The last entry of a kind that belongs to the same rollback as the phase. */
function sameRollback({ entry, entries }, kind) {
    if (!('digest' in entry.data))
        return undefined;
    const { digest } = entry.data;
    return entries.findLast((one) => one.kind === kind && 'digest' in one.data && one.data.digest === digest);
}


/***/ }),

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
const recorderOf = (session, { store, config }, incident) => new _incident_record_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(store, config.environment, incident, (0,_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session), session.context.clock);
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

/***/ 22698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ notify)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(43339);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(61022);
;// CONCATENATED MODULE: ./lib/channels/example.js

/** A record with every phase, for a preview without an incident. Pure. @param now when its first phase began */
function exampleRecord(environment, now) {
    const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '');
    const incident = `${stamp}Z-000000`;
    const digest = '0'.repeat(64);
    const startedAt = now.toISOString();
    const end = { digest, snapshot: incident, done: [], startedAt };
    const contents = [
        { kind: 'opened', data: { title: 'Example: checkout fails', severity: 'critical' } },
        { kind: 'mitigated', data: { digest, ok: true, title: 'Example: the new checkout is switched off' } },
        {
            kind: 'rolled-back',
            data: { ...end, ok: false, title: 'Example: 1 of 2 changes done', failed: ['web/promote'] },
        },
        { kind: 'rolled-back', data: { ...end, ok: true, title: 'Example: 2 of 2 changes done', failed: [] } },
        { kind: 'verified', data: { digest, ok: true, statement: 'Example: production equals the snapshot' } },
        {
            kind: 'observed',
            data: { digest, minutes: 5, areas: [{ area: 'payments', state: 'recovered', probes: ['checkout'] }] },
        },
        { kind: 'recovered', data: { ...end, ok: true, title: 'Example: the fix is live', failed: [], deployments: {} } },
        { kind: 'closed', data: { reason: 'Example: nothing is left to do' } },
    ];
    return contents.reduce((entries, content, index) => {
        const at = new Date(now.getTime() + index * 60_000).toISOString();
        const head = { incident, environment, at, by: 'rewind', run: null, key: null };
        return [...entries, (0,entry/* chain */.cy)({ ...head, ...content }, entries.at(-1))];
    }, []);
}

// EXTERNAL MODULE: ./lib/channels/load.js + 1 modules
var load = __webpack_require__(80091);
// EXTERNAL MODULE: ./lib/channels/message.js + 2 modules
var message = __webpack_require__(18775);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(82913);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/channels/told.js
/** Pure. @param key of the message */
function tellingOf(entries, key) {
    const steps = entries.filter((entry) => entry.kind === 'told').filter(({ data }) => data.message === key);
    const last = steps.at(-1);
    const ended = steps.filter(({ data }) => data.step !== 'intent').length;
    const step = last?.data.step;
    if (step === 'intent')
        return { state: 'unsure', ended, unsureSince: last?.at ?? null };
    return { state: step === 'sent' || step === 'perhaps-sent' ? step : 'due', ended, unsureSince: null };
}
/** What the channel calls the first message of the incident; null: there is none that has a name. */
const firstRef = (entries, channel) => toldTo(entries, channel).find(({ ref }) => ref !== null)?.ref ?? null;
const toldTo = (entries, channel) => entries.flatMap((entry) => (entry.kind === 'told' && entry.data.channel === channel ? [entry.data] : []));
/** True if messages of the incident were begun: those of a closed incident are finished too. */
const wasTold = (entries) => entries.some(({ kind }) => kind === 'told');

;// CONCATENATED MODULE: ./lib/channels/send.js





/** Milliseconds for one delivery, with all its requests. */
const DELIVERY_MS = 5_000;
/**
 * Sends what a record asks for and what was not told. The one rule for all channels: an entry `intent`, the message, an entry
 * with the result. An intent without a result is unknown: the same key makes the message one, or the adapter looks first, or
 * it counts as perhaps sent. The channels run beside each other, the messages of one in order; a broken one holds up no
 * other and throws nothing.
 *
 * @throws RewindError of the store: without the record nobody knows what was told
 */
async function tell(steps, channels, ctx, deliveryMs = DELIVERY_MS) {
    const record = inTurn(steps);
    const told = await Promise.all(channels.map((channel) => tellOne(record, channel, ctx, deliveryMs)));
    return told.flat();
}
async function tellOne(record, channel, ctx, deliveryMs) {
    const { entry } = channel;
    const attempts = [];
    const messages = (0,message/* messagesOf */.cr)(await record.entries(), entry);
    for (const message of messages) {
        const { state } = tellingOf(await record.entries(), message.key);
        if (state === 'sent' || state === 'perhaps-sent')
            continue;
        const halted = attempts.some(({ outcome }) => outcome !== 'sent' && outcome !== 'perhaps-sent');
        const attempt = halted
            ? { outcome: 'waiting', error: null }
            : await deliver(record, channel, message, (0,create_context/* forResource */.i_)(ctx, entry.id), deliveryMs);
        attempts.push({ channel: entry.id, phase: message.phase, ...attempt });
    }
    return attempts;
}
async function deliver(record, { entry, adapter }, message, ctx, deadlineMs) {
    const entries = await record.entries();
    const { unsureSince, ended } = tellingOf(entries, message.key);
    const write = (step, ref = null) => record.add('told', { message: message.key, channel: entry.id, phase: message.phase, step, ref }, `${message.key}/${step === 'intent' ? 'intent' : 'result'}/${ended}`);
    if (unsureSince !== null && adapter.repeat === 'never') {
        await write('perhaps-sent');
        return { outcome: 'perhaps-sent', error: null };
    }
    // Another process began this very attempt since the record was read.
    if (unsureSince === null && !(await write('intent')))
        return { outcome: 'unsure', error: null };
    let sent;
    try {
        const first = firstRef(entries, entry.id);
        sent = await adapter.send(entry, { message, unsureSince, first, deadlineMs }, within(ctx, deadlineMs));
    }
    catch (thrown) {
        const error = (0,errors/* asRewindError */.m2)(thrown);
        if (!surelyNotSent(error)) {
            if (adapter.repeat !== 'never')
                return { outcome: 'unsure', error };
            await write('perhaps-sent');
            return { outcome: 'perhaps-sent', error };
        }
        // Nothing is known of the attempt before this one.
        if (unsureSince !== null)
            return { outcome: 'unsure', error };
        await write('not-sent');
        return { outcome: 'not-sent', error };
    }
    const outcome = sent.perhaps === true ? 'perhaps-sent' : 'sent';
    await write(outcome, sent.ref);
    return { outcome, error: null };
}
/** All requests of a delivery together keep the deadline. */
function within(ctx, deadlineMs) {
    const endsAt = ctx.clock.monotonic() + deadlineMs;
    return {
        ...ctx,
        http: {
            request: (request, schema) => {
                const left = Math.max(1, endsAt - ctx.clock.monotonic());
                return ctx.http.request({ ...request, deadlineMs: Math.min(request.deadlineMs ?? left, left) }, schema);
            },
        },
    };
}
/** The service refused the message, or nothing was sent at all. */
const REFUSALS = [
    ...[
        'api-unauthorized',
        'api-forbidden',
        'api-not-found',
        'api-conflict',
        'api-rate-limited',
        'api-rejected',
    ],
    ...['address-refused', 'credential-missing', 'input-invalid'],
];
function surelyNotSent(error) {
    if (REFUSALS.includes(error.code))
        return true;
    // There was no connection.
    let cause = error.cause;
    while (external_node_util_.types.isNativeError(cause)) {
        if ('code' in cause && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(String(cause.code)))
            return true;
        cause = cause.cause;
    }
    return false;
}
/** Channels run beside each other, and a record has one writer at a time. */
function inTurn(steps) {
    let last = Promise.resolve();
    const next = (work) => {
        const mine = last.then(work, work);
        last = mine;
        return mine;
    };
    return { add: (...given) => next(() => steps.add(...given)), entries: () => next(() => steps.entries()) };
}

// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/notify.js


const STATES = {
    due: 'not yet sent',
    unsure: 'an attempt began, and nobody knows whether it arrived',
    sent: 'sent',
    'perhaps-sent': 'perhaps sent; it is not sent again',
};
const headOf = ({ channel, adapter, message, state }) => `${channel} (${adapter}, ${message.audience}), ${message.phase}: ${STATES[state]}`;
function previewText(headline, messages) {
    return (0,runtime_text/* textOf */.b6)([
        headline,
        ...messages.flatMap((one) => [
            '',
            headOf(one),
            ...[one.message.headline, ...one.message.lines].map(({ text }) => `  ${text}`),
        ]),
    ]);
}
function previewMarkdown(headline, messages) {
    return `${[
        `## ${(0,markdown/* escapeText */.X1)(headline)}`,
        ...messages.flatMap((one) => [
            `### ${(0,markdown/* escapeText */.X1)(headOf(one))}`,
            [one.message.headline, ...one.message.lines].map(({ text }) => `- ${(0,markdown/* escapeText */.X1)(text)}`).join('\n'),
        ]),
    ].join('\n\n')}\n`;
}
const OUTCOMES = {
    sent: 'sent',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
    'not-sent': 'NOT SENT',
    unsure: 'PERHAPS SENT; run the same command again to find out or to send it',
    waiting: 'waits for the message before it',
};
/** One line for each message of a run. */
const attemptLines = (attempts) => attempts.map(({ channel, phase, outcome, error }) => {
    const why = error === null ? '' : `: ${error.message} ${error.remedy}`;
    return `${channel}, ${phase}: ${OUTCOMES[outcome]}${why}`;
});

// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
;// CONCATENATED MODULE: ./lib/commands/notify.js
















const notify_flags = {
    preview: (0,flags/* toggle */.L$)('Show every message of the incident, or of an example if there is none. Sends and writes nothing.'),
};
/** Sends what the record of an incident asks for and what was not told. */
/* harmony default export */ const notify = ((0,command/* defineCommand */.N)({
    name: 'notify',
    summary: 'Tell the configured channels of an incident: each phase once, from its record.',
    arguments: [
        {
            name: 'incident',
            description: 'Id of the incident. Default: the newest one that is open, or has messages that were begun.',
        },
    ],
    flags: notify_flags,
    examples: ['notify --preview', 'notify'],
    notes: [
        'A message is sent once. After a crash, a channel that cannot tell whether it arrived gets it no second time: the record then says "perhaps sent".',
        'Exit status 1 ("not-told"): a message was not sent, or nobody knows. Run the same command again.',
    ],
    verdicts: ['told', 'not-told', 'none'],
    outputs: ['incident-id', 'incident-artifact', 'incident-path'],
    async run(session) {
        const [id] = session.inputs.args;
        if (id !== undefined && !entry/* INCIDENT_ID */.zP.test(id)) {
            throw new errors/* RewindError */.Ir('input-invalid', `"${id}" is not the id of an incident (20261126T030405Z-1a2b3c).`);
        }
        const project = await session.open();
        const channels = await (0,load/* loadChannels */.d)(project.config.channels);
        const entries = id === undefined
            ? await chosen(session, project, channels)
            : await (0,record/* readEntries */.$2)(project.store, project.config.environment, id);
        if (session.inputs.preview)
            return preview(session, project, channels, entries);
        return entries === null ? nothing(project) : send(session, project, channels, entries);
    },
}));
/** The newest incident with something to tell, else the newest open one; null if there is none. */
async function chosen({ context }, { store, config }, channels) {
    let open = null;
    for (const id of (await (0,record/* listIncidents */.MZ)(store, config.environment)).reverse()) {
        try {
            const entries = await (0,record/* readEntries */.$2)(store, config.environment, id);
            const isOpen = !entries.some(({ kind }) => kind === 'closed');
            const isDue = shownOf(entries, channels).some(({ state }) => state === 'due' || state === 'unsure');
            if ((isOpen || wasTold(entries)) && isDue)
                return entries;
            if (isOpen)
                open ??= entries;
        }
        catch (error) {
            const { code, message } = (0,errors/* asRewindError */.m2)(error);
            if (code !== 'incident-corrupt')
                throw error;
            context.log.warn(`${message} Run "rewind incident verify".`);
        }
    }
    return open;
}
const shownOf = (entries, channels) => channels.flatMap(({ entry }) => (0,message/* messagesOf */.cr)(entries, entry).map((message) => ({
    channel: entry.id,
    adapter: entry.adapter,
    message,
    state: tellingOf(entries, message.key).state,
})));
function preview({ context }, { config }, channels, found) {
    const entries = found ?? exampleRecord(config.environment, context.clock.now());
    const messages = shownOf(entries, channels);
    const due = messages.filter(({ state }) => state === 'due' || state === 'unsure').length;
    const incident = entries[0]?.incident ?? '';
    const headline = found === null
        ? `No incident is open. These are the messages of an example, ${messages.length} in all.`
        : `Incident ${incident}: ${due} of ${messages.length} message(s) not yet told.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment: config.environment, incident: found === null ? null : incident, messages }),
        text: previewText(headline, messages),
        summary: previewMarkdown(headline, messages),
        outputs: { verdict: found === null ? 'none' : due === 0 ? 'told' : 'not-told' },
    };
}
function nothing({ config }) {
    const text = `No incident of "${config.environment}" is open: there is nothing to tell.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment: config.environment, incident: null, messages: [] }),
        text,
        summary: `${(0,markdown/* escapeText */.X1)(text)}\n`,
        outputs: { verdict: 'none' },
    };
}
async function send(session, project, channels, entries) {
    const incident = entries[0]?.incident ?? '';
    const recorder = (0,cli_incident/* recorderOf */.MU)(session, project, incident);
    const { store, config } = project;
    // Two runs at once could each look for a message that the other one is about to send. No environment begins with "_", so
    // this lock is not that of a rollback.
    const own = { store, config: { ...config, environment: `_notify-${config.environment}` } };
    const attempts = await (0,environment_lock/* underLock */.y)(session, own, 'notify', null, () => tell(recorder, channels, session.context));
    (0,cli_incident/* announceRecord */.HA)(session, project, incident);
    if (attempts.length > 0)
        (0,cli_incident/* warnIfLocal */.zp)(session, project, incident);
    const sent = attempts.filter(({ outcome }) => outcome === 'sent').length;
    const ok = sent === attempts.length;
    const headline = attempts.length === 0
        ? `Incident ${incident}: every channel was told everything.`
        : `Incident ${incident}: ${sent} of ${attempts.length} message(s) sent.`;
    const lines = attemptLines(attempts);
    return {
        exit: ok ? 0 : 1,
        json: (0,json/* toJson */.a)({ environment: project.config.environment, incident, messages: attempts.map(notify_json) }),
        text: (0,runtime_text/* textOf */.b6)([headline, ...lines.map((line) => `  ${line}`)]),
        summary: `${[`## ${(0,markdown/* escapeText */.X1)(headline)}`, ...lines.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`)].join('\n\n')}\n`,
        outputs: { 'incident-id': incident, verdict: ok ? 'told' : 'not-told' },
    };
}
const notify_json = ({ error, ...attempt }) => ({
    ...attempt,
    error: error === null ? null : { code: error.code, message: error.message, remedy: error.remedy },
});


/***/ }),

/***/ 94365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_1__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);




const SCHEMA_VERSION = 1;
const payloadRef = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
    sealedBytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const json = zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9();
const capturedResource = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    capturedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    /** The provider's own schema parses it before use. */
    state: json,
    payloads: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(payloadRef),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-snapshot'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(SCHEMA_VERSION),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .SNAPSHOT_ID */ .dn),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    /** Version of Rewind that wrote it. */
    writtenBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** URL of the workflow run, where there was one. */
    run: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Login of the person who started that run, and the event that did. */
    actor: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    event: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .REASONS */ .ez),
    /**
     * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
     * that their fingerprints can be compared.
     */
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .SNAPSHOT_ID */ .dn), digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).exactOptional(),
    /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
    override: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ by: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), closed: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(capturedResource),
    /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
    baselines: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(json).exactOptional(),
});

/**
 * Parses the text of manifest.json, after its checksum was verified.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
function parseManifest(text, id) {
    let content;
    try {
        content = JSON.parse(text);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${id} is not JSON.`, { cause: error });
    }
    const head = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), writtenBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).safeParse(content);
    if (head.success && head.data.kind === 'rewind-snapshot' && head.data.schemaVersion !== SCHEMA_VERSION) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-unsupported', `Snapshot ${id} has format ${head.data.schemaVersion} (written by Rewind ${head.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`);
    }
    const parsed = manifest.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${id} is not a valid manifest.`, {
            problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
        });
    }
    if (parsed.data.id !== id) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `The manifest of snapshot ${id} names another snapshot, ${parsed.data.id}.`);
    }
    return parsed.data;
}
/** The time in a snapshot id, in milliseconds since 1970; NaN for another form. */
function snapshotTime(id) {
    return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
/** `20261123T030405Z-1a2b3c`: sorts by time, and two in one second differ. */
function snapshotIdAt(at, random) {
    return `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z-${random}`;
}


/***/ }),

/***/ 99069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Gy: () => (/* binding */ openIncidents),
/* harmony export */   MZ: () => (/* binding */ listIncidents),
/* harmony export */   Q1: () => (/* binding */ INCIDENTS_AT_ONCE),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24085);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34903);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61022);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21022);







/**
 * Files of one incident, under `incidents/<environment>/<id>/`:
 *   000001.json …   entries, one object each, never written twice
 *   head.json       number and hash of the last entry, written after it
 */
const folderOf = (environment, id) => `incidents/${environment}/${id}`;
const FILE = /\/(\d{6})\.json$/;
const keyOf = (environment, id, seq) => `${folderOf(environment, id)}/${String(seq).padStart(6, '0')}.json`;
const headKey = (environment, id) => `${folderOf(environment, id)}/head.json`;
const head = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ seq: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().positive(), hash: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() });
/** Times that an entry is placed again because another process wrote the same number. */
const RETRIES = 20;
/** Records that are read at once. */
const INCIDENTS_AT_ONCE = 4;
/** Entries of a record that are read at once. */
const READS = 32;
/** Ids of the incidents of an environment, oldest first. */
async function listIncidents(store, environment) {
    const objects = await store.list(`incidents/${environment}`);
    const own = objects.filter(({ key }) => FILE.test(key) || key.endsWith('/head.json'));
    return [...new Set(own.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _entry_js__WEBPACK_IMPORTED_MODULE_4__/* .INCIDENT_ID */ .zP.test(id)).sort();
}
/** Reads what is there, also if it is damaged. @throws RewindError incident-not-found */
async function readRecord(store, environment, id) {
    const folder = folderOf(environment, id);
    const listed = await store.list(folder);
    const end = await readHead(store, environment, id, listed);
    // Another writer may have added entries after the listing. A head is written after its entry, so a new listing has it.
    const isOld = end !== null && end !== 'unreadable' && !listed.some(({ key }) => key === keyOf(environment, id, end.seq));
    const numbered = (isOld ? await store.list(folder) : listed).flatMap(({ key }) => {
        const seq = FILE.exec(key)?.[1];
        return seq === undefined ? [] : [{ key, seq: Number(seq) }];
    });
    if (numbered.length === 0 && end === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-not-found', `There is no incident ${id} in "${environment}".`);
    }
    const stored = await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .mapLimited */ .b)(numbered, READS, async ({ key, seq }) => {
        const content = await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text);
        try {
            return { seq, entry: (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(content, key) };
        }
        catch {
            return { seq, entry: null };
        }
    });
    return { stored, head: end };
}
async function readHead(store, environment, id, objects) {
    const key = headKey(environment, id);
    // A writer that was killed between the first entry and its head.
    if (!objects.some((object) => object.key === key))
        return null;
    try {
        return head.parse(JSON.parse(await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)));
    }
    catch {
        return 'unreadable';
    }
}
/**
 * The entries of a sound record.
 * @throws RewindError incident-not-found, incident-corrupt
 */
async function readEntries(store, environment, id) {
    const { stored, head: end } = await readRecord(store, environment, id);
    const problems = (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsOf */ .G)(stored, id, end);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
    }
    return stored.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}
/**
 * The incidents that are not closed, newest first.
 * @param onDamaged gets the error of each damaged record; the result leaves that incident out
 */
async function openIncidents(store, environment, onDamaged) {
    const open = [];
    for (const id of (await listIncidents(store, environment)).reverse()) {
        try {
            const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_6__/* .statusOf */ .c2)(await readEntries(store, environment, id));
            if (status.closed === null)
                open.push(status);
        }
        catch (error) {
            if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir) || error.code !== 'incident-corrupt')
                throw error;
            onDamaged(error);
        }
    }
    return open;
}
/** Reads and writes one record. Entries with a key are written once. */
class Recorder {
    store;
    environment;
    incident;
    author;
    clock;
    /** The record as this process knows it: read once, because a record grows. */
    known = null;
    /** Number of entries that this process copied. */
    carried = 0;
    constructor(store, environment, incident, author, clock) {
        this.store = store;
        this.environment = environment;
        this.incident = incident;
        this.author = author;
        this.clock = clock;
    }
    /**
     * Appends an entry. Safe against a kill at any write and against a second writer: a number is written only once.
     * @returns false if the entry with this key was there already
     * @throws RewindError incident-corrupt, store-unreadable, store-write-failed
     */
    async add(kind, data, key = null) {
        const { environment, incident, store } = this;
        for (let tries = 0; tries < RETRIES; tries += 1) {
            const entries = await this.read(kind === 'opened');
            if (key !== null && entries.some((entry) => entry.key === key))
                return false;
            const { by, run, redact } = this.author;
            const at = this.clock.now().toISOString();
            const clean = JSON.parse(redact(JSON.stringify(data)));
            const content = { incident, environment, at, by, run, key, kind, data: clean };
            const entry = (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .chain */ .cy)(content, entries.at(-1));
            await this.carry(entries);
            if (!(await create(store, keyOf(environment, incident, entry.seq), entry))) {
                // Another writer was faster.
                this.known = null;
                continue;
            }
            this.known = [...entries, entry];
            await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
            return true;
        }
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('store-write-failed', `Another process keeps writing to incident ${incident}.`);
    }
    /** The entries, with those that this process wrote. @throws RewindError incident-not-found, incident-corrupt */
    async entries() {
        return this.read(false);
    }
    async read(first) {
        try {
            this.known ??= await readEntries(this.store, this.environment, this.incident);
            return this.known;
        }
        catch (error) {
            if (first && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir && error.code === 'incident-not-found')
                return [];
            throw error;
        }
    }
    /** An artifact of a run holds the whole record, because the artifacts of earlier runs expire. */
    async carry(entries) {
        if (this.store.expires !== true)
            return;
        for (const entry of entries.slice(this.carried)) {
            await this.store.put(keyOf(this.environment, this.incident, entry.seq), encode(entry));
        }
        this.carried = entries.length;
    }
}
const encode = (content) => Buffer.from(`${JSON.stringify(content)}\n`);
/** @returns false if the object exists. A store that cannot tell is used by one run at a time. */
async function create(store, key, entry) {
    if (store.create !== undefined)
        return store.create(key, encode(entry));
    await store.put(key, encode(entry));
    return true;
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
