export const id = 6626;
export const ids = [6626];
export const modules = {

/***/ 61952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ createTeller),
/* harmony export */   OC: () => (/* binding */ isLeft),
/* harmony export */   qY: () => (/* binding */ SILENT)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18775);
/* harmony import */ var _send_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48204);
/* harmony import */ var _told_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29155);




/** Milliseconds for one delivery beside a run. */
const DELIVERY_MS = 1_200;
/** Milliseconds for all deliveries at the end of a run; longer than one that is under way. */
const FLUSH_MS = 1_300;
/** Milliseconds until the run goes on, also if the store does not take what became of the deliveries. */
const WAIT_MS = 1_700;
/** Milliseconds before a broken channel is tried again; the last one repeats. */
const RETRIES_MS = [5_000, 15_000, 60_000, 300_000];
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
    const { ctx } = beside;
    const latest = new Map();
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
        deliveryMs: DELIVERY_MS,
        leftMs: () => endsAt - ctx.clock.monotonic(),
        holds: (phase) => phase === held,
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
                const channels = await beside.channels();
                const steps = beside.steps(id);
                if ((await left(steps, channels, held)).length === 0)
                    continue;
                await beside.alone(async () => {
                    burst = new Burst(channels, async (channel) => {
                        const attempts = await (0,_send_js__WEBPACK_IMPORTED_MODULE_2__/* .tell */ .qz)(steps, [channel], ctx, limits).catch(fail);
                        attempts?.forEach(note);
                    });
                    hindrance = null;
                    burst.ask();
                    await burst.done();
                    burst = null;
                });
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
        const waitMs = RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)] ?? 0;
        failures += 1;
        retry = new AbortController();
        const signal = AbortSignal.any([retry.signal, stop.signal, ctx.signal]);
        ctx.clock.sleep(waitMs, signal).then(() => void begin(id), () => undefined);
    }
    async function flush(id) {
        endsAt = ctx.clock.monotonic() + FLUSH_MS;
        held = undefined;
        stop.abort();
        const over = new AbortController();
        const inTime = await Promise.race([
            begin(id)
                .then(() => remaining(id))
                .then(() => true),
            ctx.clock.sleep(WAIT_MS, over.signal).then(() => false, () => false),
        ]);
        over.abort();
        if (!inTime)
            fail(new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('api-unavailable', 'The messages were not sent in time.'));
        return { incident: id, attempts: [...latest.values()], hindrance };
    }
    /** What nobody has tried. */
    async function remaining(id) {
        try {
            (await left(beside.steps(id), await beside.channels())).forEach(note);
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
/** The messages that are not told. @param held phases from this one on are not asked for */
async function left(steps, channels, held) {
    const entries = await steps.entries();
    return channels.flatMap(({ entry: { id, ...entry } }) => {
        const messages = (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .messagesOf */ .cr)(entries, { id, ...entry });
        const end = messages.findIndex(({ phase }) => phase === held);
        return messages.slice(0, end === -1 ? undefined : end).flatMap(({ key, phase }) => {
            const { state } = (0,_told_js__WEBPACK_IMPORTED_MODULE_3__/* .tellingOf */ .Nr)(entries, key);
            if (state === 'sent' || state === 'perhaps-sent')
                return [];
            return [{ channel: id, phase, outcome: state === 'unsure' ? 'unsure' : 'waiting', error: null }];
        });
    });
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

/***/ 48204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   im: () => (/* binding */ OUTCOMES),
/* harmony export */   qz: () => (/* binding */ tell)
/* harmony export */ });
/* unused harmony export DELIVERY_MS */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _services_smtp_send_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30071);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18775);
/* harmony import */ var _told_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29155);






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
    const { deliveryMs = DELIVERY_MS, leftMs = () => Number.POSITIVE_INFINITY, holds } = limits;
    const { entry } = channel;
    const attempts = [];
    const messages = (0,_message_js__WEBPACK_IMPORTED_MODULE_4__/* .messagesOf */ .cr)(await record.entries(), entry);
    for (const message of messages) {
        if (holds?.(message.phase) === true)
            break;
        const { state } = (0,_told_js__WEBPACK_IMPORTED_MODULE_5__/* .tellingOf */ .Nr)(await record.entries(), message.key);
        if (state === 'sent' || state === 'perhaps-sent')
            continue;
        const deadlineMs = Math.min(deliveryMs, leftMs());
        const halted = attempts.some(({ outcome }) => outcome !== 'sent' && outcome !== 'perhaps-sent');
        const attempt = halted || deadlineMs < SHORTEST_MS || ctx.signal.aborted
            ? { outcome: 'waiting', error: null }
            : await deliver(record, channel, message, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, entry.id), deadlineMs);
        attempts.push({ channel: entry.id, phase: message.phase, ...attempt });
    }
    return attempts;
}
async function deliver(record, { entry, adapter }, message, ctx, deadlineMs) {
    const entries = await record.entries();
    const { unsureSince, ended } = (0,_told_js__WEBPACK_IMPORTED_MODULE_5__/* .tellingOf */ .Nr)(entries, message.key);
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
        const first = (0,_told_js__WEBPACK_IMPORTED_MODULE_5__/* .firstRef */ .Oh)(entries, entry.id);
        sent = await adapter.send(entry, { message, unsureSince, first, deadlineMs }, within(ctx, deadlineMs));
    }
    catch (thrown) {
        const error = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(thrown);
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
const UNCONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_SSL_WRONG_VERSION_NUMBER|ERR_TLS_CERT_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;
function surelyNotSent(error) {
    if (REFUSALS.includes(error.code) || error instanceof _services_smtp_send_js__WEBPACK_IMPORTED_MODULE_3__/* .MailRefused */ .Eo)
        return true;
    // There was no connection, or its other end was not the service.
    let cause = error.cause;
    while (node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(cause)) {
        if ('code' in cause && UNCONNECTED.test(String(cause.code)))
            return true;
        cause = cause.cause;
    }
    return false;
}


/***/ }),

/***/ 29155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nr: () => (/* binding */ tellingOf),
/* harmony export */   Oh: () => (/* binding */ firstRef),
/* harmony export */   xr: () => (/* binding */ wasTold)
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
/** What the channel calls the first message of the incident; null: there is none that has a name. */
const firstRef = (entries, channel) => toldTo(entries, channel).find(({ ref }) => ref !== null)?.ref ?? null;
const toldTo = (entries, channel) => entries.flatMap((entry) => (entry.kind === 'told' && entry.data.channel === channel ? [entry.data] : []));
/** True if messages of the incident were begun: those of a closed incident are finished too. */
const wasTold = (entries) => entries.some(({ kind }) => kind === 'told');


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
/* unused harmony exports checkSample, countSample, assertionSample, alertSample, ERROR_REASONS, probeSeries */
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
    unsure: 'an attempt began, and nobody knows whether it arrived',
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
    waiting: 'waits for the message before it',
};
/** One line for each message of a run. */
const attemptLines = (attempts) => attempts.map(({ channel, phase, outcome, error }) => {
    const why = error === null ? '' : `: ${error.message} ${error.remedy}`;
    return `${channel}, ${phase}: ${OUTCOMES[outcome]}${why}`;
});
/** One line for each message of a run that did not surely arrive; none if all did, or there was none. */
function untoldLines(told) {
    if (told === null)
        return [];
    const { hindrance } = told;
    return [
        ...(hindrance === null ? [] : [`Messages NOT SENT: ${hindrance.message} ${hindrance.remedy}`]),
        ...attemptLines(told.attempts.filter(({ outcome }) => outcome !== 'sent')).map((line) => `Message to ${line}`),
    ];
}


/***/ }),

/***/ 30071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ MailRefused),
/* harmony export */   sj: () => (/* binding */ sendMail),
/* harmony export */   v6: () => (/* binding */ verifyMail)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);


/** The server certainly did not take the mail. */
class MailRefused extends _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir {
}
/**
 * Sends a mail, once.
 * @param address as in "smtps://user:password@mail.example.com"
 * @returns how many recipients the server refused; others got the mail
 * @throws MailRefused; RewindError api-unavailable: nobody knows whether it was taken; address-refused
 */
async function sendMail(ctx, address, mail, deadlineMs) {
    const { from, to, subject, text, html, messageId, thread, invitation } = mail;
    const transport = await transportTo(ctx, address, deadlineMs);
    const message = {
        ...{ from, to: [...to], subject, text, html, messageId },
        ...{ disableFileAccess: true, disableUrlAccess: true },
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(thread === null ? {} : { inReplyTo: thread, references: [thread] }),
        ...(invitation === null ? {} : { icalEvent: { ...invitation, filename: 'invitation.ics' } }),
        signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(deadlineMs)]),
    };
    try {
        return (await transport.sendMail(message)).rejected.length;
    }
    catch (error) {
        throw failureOf(ctx, error);
    }
    finally {
        transport.close();
    }
}
/** Connects and logs in, without a mail. @throws RewindError like `sendMail` */
async function verifyMail(ctx, address, deadlineMs) {
    const transport = await transportTo(ctx, address, deadlineMs);
    try {
        await transport.verify();
    }
    catch (error) {
        throw failureOf(ctx, error);
    }
    finally {
        transport.close();
    }
}
async function transportTo(ctx, address, deadlineMs) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('address-refused', 'The address of the mail server is not smtps://… or smtp://….', {
            resource: ctx.resource,
            remedy: 'Use smtps://user:password@host, with a password in URL encoding.',
        });
    }
    const secure = url.protocol === 'smtps:';
    const [user, pass] = [decode(url.username), decode(url.password)];
    if (pass !== '')
        ctx.masker.add(pass);
    // Without it, a start takes the time to load it.
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    return createTransport({
        ...{ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || (secure ? 465 : 587), secure },
        // Nothing leaves this machine in clear.
        requireTLS: !secure && !/^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname),
        ...(user === '' ? {} : { auth: { user, pass } }),
        ...{
            connectionTimeout: deadlineMs,
            greetingTimeout: deadlineMs,
            socketTimeout: deadlineMs,
            dnsTimeout: deadlineMs,
        },
        ...{ disableFileAccess: true, disableUrlAccess: true },
    });
}
/** A wrong encoding is taken literally. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** Ends of an attempt before the mail was sent. */
const BEFORE = new Set(['EDNS', 'ETLS', 'EAUTH', 'EENVELOPE', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
/** No TLS at all, or a certificate that nobody should trust. */
const NO_TLS = /^ERR_SSL_WRONG_VERSION_NUMBER$|^ERR_SSL_PACKET_LENGTH|CERT|^UNABLE_TO_/;
const BEFORE_TIMES = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);
function failureOf(ctx, thrown) {
    const failure = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(thrown) ? thrown : {};
    const { code, originalCode, responseCode, timeoutType } = failure;
    const said = ctx.masker.redact((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)).replace(/\s+/g, ' ').slice(0, 200);
    const details = { resource: ctx.resource, cause: thrown };
    const reply = typeof responseCode === 'number' && responseCode >= 400 ? responseCode : null;
    if (reply !== null)
        return new MailRefused(codeOf(code, reply), `The mail server refused the mail: ${said}`, details);
    const before = BEFORE.has(code) || BEFORE.has(originalCode) || BEFORE_TIMES.has(timeoutType) || NO_TLS.test(String(originalCode));
    const message = `The mail server did not take the mail: ${said}`;
    if (before)
        return new MailRefused(code === 'EAUTH' ? 'api-unauthorized' : 'api-unavailable', message, details);
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('api-unavailable', `The mail server did not answer: ${said}`, details);
}
function codeOf(code, reply) {
    if (code === 'EAUTH')
        return 'api-unauthorized';
    return reply < 500 ? 'api-rate-limited' : 'api-rejected';
}


/***/ })

};
