export const id = 6626;
export const ids = [6626];
export const modules = {

/***/ 61952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ createTeller),
/* harmony export */   OC: () => (/* binding */ isLeft),
/* harmony export */   ZA: () => (/* binding */ SILENT),
/* harmony export */   Zv: () => (/* binding */ BESIDE),
/* harmony export */   qY: () => (/* binding */ ALONE)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18775);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48204);
/* harmony import */ var _told_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29155);




/** Of a run that has other things to do. */
const BESIDE = { deliveryMs: 1_200, flushMs: 1_300, waitMs: 1_700 };
/** Of a command that does nothing else. */
const ALONE = { deliveryMs: _send_js__WEBPACK_IMPORTED_MODULE_2__/* .DELIVERY_MS */ .ah, flushMs: _send_js__WEBPACK_IMPORTED_MODULE_2__/* .DELIVERY_MS */ .ah, waitMs: _send_js__WEBPACK_IMPORTED_MODULE_2__/* .DELIVERY_MS */ .ah + 400 };
/** Milliseconds before a broken channel is tried again; the last one repeats. */
const RETRIES_MS = [5_000, 15_000, 60_000, 300_000];
/** What stays as it is for this run: the channel is not tried again, because each attempt makes the record longer. */
const LASTING = [
    ...['api-unauthorized', 'api-forbidden', 'credential-missing', 'address-refused', 'input-invalid'],
];
/** True if a later run can still tell something. */
const isLeft = ({ hindrance, attempts }) => hindrance !== null || attempts.some(isOpen);
/** Tells nobody. */
const SILENT = { wake: () => undefined, finish: () => Promise.resolve(null) };
/** While this run may send: each channel at its own pace, because a broken one holds up no other. */
class Burst {
    channels;
    tellOne;
    running = new Map();
    asked = new Set();
    constructor(channels, tellOne) {
        this.channels = channels;
        this.tellOne = tellOne;
    }
    /** The record has something new. */
    ask() {
        for (const channel of this.channels) {
            if (this.running.has(channel.entry.id))
                this.asked.add(channel.entry.id);
            else
                this.start(channel);
        }
    }
    /** Ends when no channel has anything to do. */
    async done() {
        while (this.running.size > 0)
            await Promise.all(this.running.values());
    }
    start(channel) {
        const { id } = channel.entry;
        const work = this.tellOne(channel).finally(() => {
            this.running.delete(id);
            if (this.asked.delete(id))
                this.start(channel);
        });
        this.running.set(id, work);
    }
}
function createTeller(beside) {
    const { ctx, pace } = beside;
    const latest = new Map();
    /** Monotonic time until when a channel is not tried. */
    const rests = new Map();
    const stop = new AbortController();
    let hindrance = null;
    let incident = null;
    let held;
    let endsAt = Number.POSITIVE_INFINITY;
    let failures = 0;
    let retry = new AbortController();
    let burst = null;
    let running = null;
    let asked = false;
    const isAsked = () => asked;
    let result;
    const limits = {
        deliveryMs: pace.deliveryMs,
        leftMs: () => endsAt - ctx.clock.monotonic(),
        holds: (phase) => phase === held,
        onBegin: note,
    };
    function note(attempt) {
        const key = keyOf(attempt);
        // The reason why it is not sent is worth more than that it still is not.
        if (attempt.outcome !== 'waiting' || !latest.has(key))
            latest.set(key, attempt);
    }
    async function run(id) {
        do {
            asked = false;
            try {
                const steps = beside.steps(id);
                const channels = (0,_told_js__WEBPACK_IMPORTED_MODULE_3__/* .recipientsOf */ .wX)(await steps.entries(), await beside.channels(), false);
                const isTold = (await look(steps, channels, held)).length === 0;
                if (!isTold)
                    await beside.alone(id, () => send(steps, channels));
                hindrance = isTold ? null : hindrance;
            }
            catch (error) {
                fail(error);
            }
        } while (isAsked());
        running = null;
        if ([...latest.values()].some(isOpen) || hindrance !== null)
            again(id);
        else
            failures = 0;
    }
    async function send(steps, channels) {
        burst = new Burst(channels, async (channel) => {
            const { id } = channel.entry;
            if (restMs(id) > 0)
                return;
            const attempts = await (0,_send_js__WEBPACK_IMPORTED_MODULE_2__/* .tell */ .qz)(steps, [channel], ctx, limits).catch(fail);
            attempts?.forEach(note);
            const error = attempts?.find((attempt) => attempt.error !== null)?.error;
            if (error !== undefined && error !== null)
                rests.set(id, ctx.clock.monotonic() + pauseOf(error));
        });
        hindrance = null;
        burst.ask();
        await burst.done();
        burst = null;
    }
    const restMs = (channel) => (rests.get(channel) ?? 0) - ctx.clock.monotonic();
    /** The messages that are not told. Another run may have told what this one could not. */
    async function look(steps, channels, until) {
        const found = await left(steps, channels, until);
        const keys = new Set(found.map(keyOf));
        for (const [key, attempt] of latest) {
            if (isOpen(attempt) && !keys.has(key))
                latest.set(key, { ...attempt, outcome: 'sent', error: null });
        }
        return found;
    }
    function fail(error) {
        hindrance = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error);
    }
    /** @returns when nothing is under way any more */
    function begin(id) {
        retry.abort();
        if (burst === null)
            asked = true;
        else
            burst.ask();
        return (running ??= run(id));
    }
    function again(id) {
        if (stop.signal.aborted || ctx.signal.aborted)
            return;
        const open = [...latest.values()].filter(isOpen).map(({ channel }) => Math.max(0, restMs(channel)));
        const soonest = hindrance === null ? Math.min(...open) : 0;
        if (soonest === Number.POSITIVE_INFINITY)
            return;
        const waitMs = Math.max(RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)] ?? 0, soonest);
        failures += 1;
        retry = new AbortController();
        const signal = AbortSignal.any([retry.signal, stop.signal, ctx.signal]);
        ctx.clock.sleep(waitMs, signal).then(() => void begin(id), () => undefined);
    }
    async function flush(id) {
        endsAt = ctx.clock.monotonic() + pace.flushMs;
        held = undefined;
        stop.abort();
        const over = new AbortController();
        const inTime = await Promise.race([
            begin(id)
                .then(() => remaining(id))
                .then(() => true),
            ctx.clock.sleep(pace.waitMs, over.signal).then(() => false, () => false),
        ]);
        over.abort();
        if (!inTime) {
            fail(new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-unavailable', 'The store did not save the outcome of the messages in time.'));
        }
        return { incident: id, attempts: [...latest.values()], hindrance, way: beside.way(id) };
    }
    /** What nobody has tried. */
    async function remaining(id) {
        try {
            const steps = beside.steps(id);
            const channels = (0,_told_js__WEBPACK_IMPORTED_MODULE_3__/* .recipientsOf */ .wX)(await steps.entries(), await beside.channels(), false);
            (await look(steps, channels)).forEach(note);
        }
        catch (error) {
            fail(error);
        }
    }
    return {
        wake(id, until) {
            incident = id;
            held = until;
            void begin(id);
        },
        finish: () => (result ??= incident === null ? Promise.resolve(null) : flush(incident)),
    };
}
const keyOf = ({ channel, phase }) => `${channel}/${phase}`;
const isOpen = ({ outcome }) => outcome !== 'sent' && outcome !== 'perhaps-sent';
/** Milliseconds for which a channel that failed is not tried again. */
function pauseOf({ code, retryAfterMs = 0 }) {
    return LASTING.includes(code) ? Number.POSITIVE_INFINITY : retryAfterMs;
}
/** The messages that are not told. @param held phases from this one on are not asked for */
async function left(steps, channels, held) {
    const entries = await steps.entries();
    return channels.flatMap(({ entry }) => {
        const untold = (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .messagesOf */ .cr)(entries, entry).flatMap(({ key, phase }) => {
            const { state } = (0,_told_js__WEBPACK_IMPORTED_MODULE_3__/* .tellingOf */ .Nr)(entries, key);
            return state === 'sent' || state === 'perhaps-sent' ? [] : [{ phase, state }];
        });
        const end = untold.findIndex(({ phase }) => phase === held);
        return untold.slice(0, end === -1 ? undefined : end).map(({ phase, state }) => {
            return { channel: entry.id, phase, outcome: state === 'unsure' ? 'unsure' : 'waiting', error: null };
        });
    });
}


/***/ }),

/***/ 56462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/** All requests together keep the deadline. */
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





/** The text for the team: what happened, who approved it, what is not yet normal, how to go on, and whom to call. */
function internalText(told, contactsAt = () => []) {
    const { entry, entries } = told;
    const [first] = entries;
    const last = entries.at(-1);
    if (first?.kind !== 'opened' || last === undefined)
        throw new Error('a record begins with the entry "opened"');
    const { title, severity } = first.data;
    const said = saidOf(told);
    return {
        headline: { text: (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(`[${told.phase}] ${title}`)), from: [entry.seq, first.seq] },
        lines: [
            ...(said === null ? [] : [line(said, entry.seq)]),
            line(`Time: ${(0,phases/* timeText */.Tc)(entry.at)}, by ${entry.by}`, entry.seq),
            line(`Incident ${first.incident} (${severity ?? 'no severity'}) of ${first.environment}, open since ${(0,phases/* timeText */.Tc)(first.at)}`, first.seq),
            ...(told.phase === 'opened' ? [] : aboutRollback(told)),
            ...notNormal(told),
            ...(told.phase === 'closed' ? [] : contactsAt(new Date(entry.at))).map(({ name, role, reach }) => line(`Contact: ${name}, ${role}: ${reach}`, entry.seq)),
            line(`Head of the record: ${(0,chain/* headText */.W)({ seq: last.seq, hash: last.hash })}`, last.seq),
        ],
    };
}
const line = (text, ...from) => ({ text: (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(text)), from });
/** What the entry itself says, besides its phase. */
function saidOf({ entry }) {
    switch (entry.kind) {
        case 'mitigated':
        case 'lifted':
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
        // The next run lifts what is left; applying the mitigation again does not end it.
        ...(phase !== 'failed' || plan === undefined || entry.kind === 'lifted'
            ? []
            : [line(`To finish it: ${plan.data.command}`, plan.seq)]),
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
 * The messages that a record asks for, in the order of its phases: a view of the record and, for the team, of the contacts. Pure.
 * @param entries of a sound record
 */
function messagesOf(entries, { id, audience, severities, contactsAt }) {
    const [first] = entries;
    const severity = first?.kind === 'opened' ? first.data.severity : null;
    if (severity !== null && !severities.includes(severity))
        return [];
    return (0,phases/* phasesIn */.qb)(entries).map((told) => ({
        key: `rewind/${told.rollback}/${told.phase}/${id}`,
        ...{ incident: told.entry.incident, phase: told.phase, severity, audience, at: told.entry.at },
        ...(audience === 'external' ? externalText(told) : internalText(told, contactsAt)),
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
            return [...kept, `… and ${(0,runtime_text/* plural */.LS)(rendered.length - index, 'more line')}: rewind incident show`];
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
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21022);

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
        case 'rolled-back':
            return (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isOnlyByHand */ .PA)(entry.data) ? null : entry.data.ok ? entry.kind : 'failed';
        case 'mitigated':
        case 'recovered':
        case 'verified':
            return entry.data.ok ? entry.kind : 'failed';
        case 'lifted':
            return entry.data.ok ? null : 'failed';
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

/***/ 48204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ah: () => (/* binding */ DELIVERY_MS),
/* harmony export */   im: () => (/* binding */ OUTCOMES),
/* harmony export */   qz: () => (/* binding */ tell)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56462);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18775);
/* harmony import */ var _told_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29155);





/** Milliseconds for one delivery, with all its requests. */
const DELIVERY_MS = 5_000;
const OUTCOMES = ['sent', 'perhaps-sent', 'not-sent', 'unsure', 'waiting'];
/** With less time than this, a delivery would only become uncertain. In milliseconds. */
const SHORTEST_MS = 250;
/**
 * Sends what a record asks for and what was not told. The one rule for all channels: an entry `intent`, the message, an entry
 * with the result. An intent without a result is unknown: the same key makes the message one, or the adapter looks first, or
 * it counts as perhaps sent. The channels run beside each other, the messages of one in order; a broken one holds up no
 * other and throws nothing.
 *
 * @throws RewindError of the store: without the record nobody knows what was told
 */
async function tell(record, channels, ctx, limits = {}) {
    const told = await Promise.all(channels.map((channel) => tellOne(record, channel, ctx, limits)));
    return told.flat();
}
async function tellOne(record, channel, ctx, limits) {
    const { deliveryMs = DELIVERY_MS, leftMs = () => Number.POSITIVE_INFINITY, holds, onBegin } = limits;
    const { entry } = channel;
    const attempts = [];
    const messages = (0,_message_js__WEBPACK_IMPORTED_MODULE_2__/* .messagesOf */ .cr)(await record.entries(), entry);
    // Timers of Node refuse a part of a millisecond.
    const timeOf = () => (ctx.signal.aborted ? 0 : Math.floor(Math.min(deliveryMs, leftMs())));
    for (const message of messages) {
        const { state } = (0,_told_js__WEBPACK_IMPORTED_MODULE_3__/* .tellingOf */ .Nr)(await record.entries(), message.key);
        if (state === 'sent' || state === 'perhaps-sent')
            continue;
        if (holds?.(message.phase) === true)
            break;
        const about = { channel: entry.id, phase: message.phase };
        const halted = attempts.some(({ outcome }) => outcome !== 'sent' && outcome !== 'perhaps-sent');
        if (halted || timeOf() < SHORTEST_MS) {
            attempts.push({ ...about, outcome: 'waiting', error: null });
            continue;
        }
        onBegin?.({ ...about, outcome: 'unsure', error: null });
        const result = await deliver(record, channel, message, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, entry.id), timeOf);
        attempts.push({ ...about, ...result });
    }
    return attempts;
}
/** @param timeOf milliseconds that the delivery may take from now on */
async function deliver(record, { entry, adapter }, message, ctx, timeOf) {
    const entries = await record.entries();
    const { unsureSince, ended } = (0,_told_js__WEBPACK_IMPORTED_MODULE_3__/* .tellingOf */ .Nr)(entries, message.key);
    const write = (step, ref = null) => record.add('told', { message: message.key, channel: entry.id, phase: message.phase, step, ref }, `${message.key}/${step === 'intent' ? 'intent' : 'result'}/${ended}`);
    const first = (0,_told_js__WEBPACK_IMPORTED_MODULE_3__/* .firstRef */ .Oh)(entries, entry.id);
    const name = adapter.nameOf?.(entry, { message, first }) ?? null;
    if (unsureSince !== null && adapter.repeat === 'never') {
        await write('perhaps-sent', name);
        return { outcome: 'perhaps-sent', error: null };
    }
    // Another process began this very attempt since the record was read.
    if (unsureSince === null && !(await write('intent')))
        return { outcome: 'unsure', error: null };
    // A slow store may have used the time up. Nothing is sent after the run has said what is left.
    const deadlineMs = timeOf();
    if (deadlineMs < SHORTEST_MS) {
        if (unsureSince !== null)
            return { outcome: 'unsure', error: null };
        await write('not-sent');
        return { outcome: 'waiting', error: null };
    }
    let sent;
    try {
        sent = await adapter.send(entry, { message, unsureSince, first, deadlineMs }, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .u)(ctx, deadlineMs));
    }
    catch (thrown) {
        const error = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(thrown);
        if (!surelyNotSent(error)) {
            if (adapter.repeat !== 'never')
                return { outcome: 'unsure', error };
            await write('perhaps-sent', name);
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
const surelyNotSent = ({ code, unwritten }) => unwritten || REFUSALS.includes(code);


/***/ }),

/***/ 29155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nr: () => (/* binding */ tellingOf),
/* harmony export */   Oh: () => (/* binding */ firstRef),
/* harmony export */   wX: () => (/* binding */ recipientsOf)
/* harmony export */ });
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
/**
 * What the channel calls the first message of the incident, or the newest that took its place because it was gone; null: there
 * is none that has a name.
 */
const firstRef = (entries, channel) => toldTo(entries, channel).findLast(({ ref }) => ref !== null)?.ref ?? null;
const toldTo = (entries, channel) => entries.flatMap((entry) => (entry.kind === 'told' && entry.data.channel === channel ? [entry.data] : []));
/**
 * The channels that the phases of a record are news for. Of a closed incident, a private channel gets messages only if it got
 * one before: nobody is paged because of an incident that is over. Pure.
 * @param named true: a person named the incident. Only then every channel gets a message of a closed one.
 */
function recipientsOf(entries, channels, named) {
    const closed = entries.findIndex(({ kind }) => kind === 'closed');
    if (closed === -1)
        return [...channels];
    const before = entries.slice(0, closed);
    return channels.filter(({ entry, adapter }) => adapter.public === true ? named : toldTo(before, entry.id).length > 0);
}


/***/ }),

/***/ 10377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kt: () => (/* binding */ probeSpec),
/* harmony export */   XM: () => (/* binding */ sample),
/* harmony export */   ah: () => (/* binding */ appendRun),
/* harmony export */   ej: () => (/* binding */ probeRun),
/* harmony export */   vF: () => (/* binding */ probeError),
/* harmony export */   xF: () => (/* binding */ SAMPLE_KINDS),
/* harmony export */   xS: () => (/* binding */ AREAS)
/* harmony export */ });
/* unused harmony export probeSeries */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** What a probe checks; the parts of a system that the report answers for. */
const AREAS = ['authentication', 'payments', 'content', 'performance', 'data', 'security'];
/**
 * What the samples of a probe are:
 * - `check`: one request, or one flow of requests; it succeeds or fails, with a latency
 * - `count`: bad events among all events of an interval (payments, errors of an application)
 * - `assertion`: a statement about the data that must be true
 * - `alert`: the state of an alarm or a monitor of another service
 */
const SAMPLE_KINDS = ['check', 'count', 'assertion', 'alert'];
const instant = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative().describe('Milliseconds since the epoch.');
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative();
/** Short text of ours or of a service; inert, without secrets. */
const shortText = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(500);
/** What all code needs to know of a probe. The configuration of its adapter holds the rest. */
const probeSpec = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter'),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(SAMPLE_KINDS),
    area: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(AREAS),
    /** True: the probe alone may lead to the verdict `roll-back`. */
    critical: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Latency in milliseconds above which a check counts as slow, whatever the baseline is. */
    limitMs: milliseconds.positive().optional(),
});
/** Milliseconds of each part of a request, as far as it went. */
const phases = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    lookup: milliseconds.optional(),
    connect: milliseconds.optional(),
    tls: milliseconds.optional(),
    firstByte: milliseconds.optional(),
    download: milliseconds.optional(),
});
const lateMs = milliseconds.optional().describe('How much later than planned the tick began. Set by `appendRun`.');
const checkSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('check'),
    /** When the request began. */
    at: instant,
    /** The result; of the second attempt if there was one. */
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    latencyMs: milliseconds.optional(),
    phases: phases.optional(),
    /** Why it failed. */
    error: shortText.optional(),
    /** True: the first attempt failed, and this is the second one, on a new connection. */
    retried: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    /** The same check of the previous deployment at its immutable address, in the same tick. */
    control: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), latencyMs: milliseconds.optional() }).optional(),
    /** A check of a target that has nothing to do with production, in the same tick. False: we are the ones without network. */
    neutral: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }).optional(),
    /**
     * Id of the deployment that served the request, or that the domain pointed at. `null`: it could not be read. Absent: the
     * check does not go to a deployment.
     */
    deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200).nullable().optional(),
    lateMs,
});
const countSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('count'),
    /** The interval, from (inclusive) … at (exclusive). Intervals of one probe do not overlap. */
    from: instant,
    at: instant,
    bad: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    /** All events, the bad ones included. 0 is an answer (silence); an interval that could not be read has no sample. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().nonnegative(),
    lateMs,
});
const assertionSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('assertion'),
    at: instant,
    holds: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** What was found, e.g. "3 orders without a customer". */
    detail: shortText.optional(),
    lateMs,
});
const alertSample = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('alert'),
    at: instant,
    /** Name of the alarm in its service. */
    name: shortText,
    firing: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    detail: shortText.optional(),
    lateMs,
});
const sample = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [checkSample, countSample, assertionSample, alertSample])
    .refine((one) => one.kind !== 'count' || (one.bad <= one.total && one.from <= one.at), 'bad events exceed all events');
/**
 * Why a tick has no sample:
 * - `not-watched`: the service refuses to answer (403, 404), or the alarm does not exist or is switched off
 * - `provider`: the service failed or did not answer in time
 * - `refused`: we did not ask, e.g. the address is private
 */
const ERROR_REASONS = ['not-watched', 'provider', 'refused'];
const probeError = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ at: instant, reason: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ERROR_REASONS), message: shortText });
/** What an adapter returns for one tick. An unreachable production is a failed sample; everything else is an error. */
const probeRun = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
    /** What a later run compares with, e.g. the checksum of an asset. The baseline keeps the last ones. */
    facts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(40), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200)).optional(),
    timings: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ dueAt: instant, startedAt: instant, endedAt: instant }),
});
/** All that is known of one probe, in the order of time. */
const probeSeries = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    probe: probeSpec,
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(sample),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(probeError),
});
/** Adds a tick to the series, in place: a watch of a day has many. A late tick marks its samples. */
function appendRun(series, run) {
    const late = Math.max(0, run.timings.startedAt - run.timings.dueAt);
    for (const one of run.samples)
        series.samples.push(late === 0 ? one : { ...one, lateMs: late });
    series.errors.push(...run.errors);
}


/***/ }),

/***/ 36333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wi: () => (/* binding */ previewText),
/* harmony export */   e7: () => (/* binding */ untoldLines),
/* harmony export */   ib: () => (/* binding */ previewMarkdown),
/* harmony export */   xS: () => (/* binding */ attemptLines)
/* harmony export */ });
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);


const STATES = {
    due: 'not yet sent',
    unsure: 'an attempt began, and it is unknown whether the message arrived',
    sent: 'sent',
    'perhaps-sent': 'perhaps sent; it is not sent again',
};
const headOf = ({ channel, adapter, message, state }) => `${channel} (${adapter}, ${message.audience}), ${message.phase}: ${STATES[state]}`;
function previewText(headline, messages) {
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)([
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
        `## ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(headline)}`,
        ...messages.flatMap((one) => [
            `### ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(headOf(one))}`,
            [one.message.headline, ...one.message.lines].map(({ text }) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(text)}`).join('\n'),
        ]),
    ].join('\n\n')}\n`;
}
const OUTCOMES = {
    sent: 'sent',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
    'not-sent': 'NOT SENT',
    unsure: 'PERHAPS SENT; run the same command again to find out or to send it',
    waiting: 'not sent yet',
};
/** One line for each message of a run. */
const attemptLines = (attempts) => attempts.map(({ channel, phase, outcome, error }) => {
    // The remedy of the error is another run, which sends nothing.
    const remedy = outcome === 'perhaps-sent' ? 'Look into the channel; write the message by hand if it is missing.' : error?.remedy;
    const why = error === null ? '' : `: ${error.message.replace(/[^.!?]$/u, '$&.')} ${remedy}`;
    return `${channel}, ${phase}: ${OUTCOMES[outcome]}${why}`;
});
/** One line for each message of a run that did not surely arrive; none if all did, or there was none. */
function untoldLines(told) {
    if (told === null)
        return [];
    const { hindrance } = told;
    return [
        ...(hindrance === null ? [] : [`NOT ALL MESSAGES ARE SURELY SENT: ${hindrance.message} ${hindrance.remedy}`]),
        ...attemptLines(told.attempts.filter(({ outcome }) => outcome !== 'sent')).map((line) => `Message to ${line}`),
    ];
}


/***/ })

};
