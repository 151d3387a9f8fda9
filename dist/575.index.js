export const id = 575;
export const ids = [575];
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

/***/ 40575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ replay)
});

// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(90829);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/replay.js
var engine_replay = __webpack_require__(79375);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/replay-text.js


const number = (count) => count.toLocaleString('en-US');
/**
 * A replay plan for a person: counts, types and times, no content of an event.
 * @param before what earlier runs of this plan sent
 */
function replayText({ snapshot, facts }, before) {
    const { events, targets, skipped, warnings, from, until } = facts;
    const types = new Map();
    for (const { type } of events)
        types.set(type, (types.get(type) ?? 0) + 1);
    const deliveries = (0,engine_replay/* deliveriesOf */.K)(facts);
    const minutes = Math.ceil(deliveries.length / engine_replay/* PER_SECOND */.R4 / 60);
    return (0,runtime_text/* textOf */.b6)([
        `Replay: events from ${from} (snapshot ${snapshot}) to ${until}, which the restored database may not hold.`,
        ...(deliveries.length === 0
            ? ['  No event is to be sent.']
            : [
                `  ${number(deliveries.length)} to send, oldest first, at most ${engine_replay/* PER_SECOND */.R4} a second: about ${(0,runtime_text/* plural */.LS)(minutes, 'minute')}.`,
                ...(before.done === 0
                    ? []
                    : [
                        `  ${(0,runtime_text/* plural */.LS)(before.done, 'of them was sent before, and is', 'of them were sent before, and are')} not sent again.`,
                    ]),
                ...[...types].sort(([, a], [, b]) => b - a).map(([type, count]) => `    ${type}: ${number(count)}`),
                ...targets.map(({ address }, at) => {
                    const count = events.filter((event) => event.targets.includes(at)).length;
                    return `  to ${address}: ${number(count)}`;
                }),
                '  ! The application must ignore an event whose id it has processed. Stripe itself may deliver an event twice.',
            ]),
        ...skipped.flatMap(({ address, reason, remedy }) => [`  ! ${address} gets no event: ${reason}`, `    ${remedy}`]),
        ...warnings.map((warning) => `  ! ${warning}`),
    ]);
}
/** The outcome for a person. */
function replayedText(plan, before, after) {
    const deliveries = (0,engine_replay/* deliveriesOf */.K)(plan.facts);
    const name = (at) => {
        const found = deliveries[at];
        return found ? `${found.event.type} ${found.event.id} to ${found.target.address}` : `delivery ${at + 1}`;
    };
    const sent = after.done - before.done;
    // A refused one may also be one that Stripe no longer keeps, so it is not told as sent.
    const refused = after.refused.length - before.refused.length;
    const sentence = refused === 0
        ? `${(0,runtime_text/* plural */.LS)(sent, 'event was', 'events were')} sent`
        : `${number(sent - refused)} of ${(0,runtime_text/* plural */.LS)(sent, 'event was', 'events were')} sent and accepted`;
    const word = after.refused.length === 0 ? 'sent' : 'tried';
    return (0,runtime_text/* textOf */.b6)([
        sent === 0
            ? deliveries.length === 0
                ? 'No event was sent: the plan has none.'
                : `No event was sent: ${after.done === 1 ? 'the one was' : `all ${number(after.done)} were`} ${word} before.`
            : `${sentence}${before.done > 0 ? `, ${number(before.done)} had been ${before.refused.length === 0 ? 'sent' : 'tried'} before` : ''}.`,
        ...after.repeated.map((at) => `  ! perhaps sent twice: ${name(at)}. An earlier run ended before it could note that it was sent`),
        ...after.refused.map(({ at, answer }) => `  ! refused: ${name(at)}: ${answer}`),
        ...(after.refused.length === 0
            ? []
            : [
                '  This plan sends no refused event again. Find the reason in the log of the application, or compare its signing secret. Then make a new plan: "rewind replay".',
            ]),
    ]);
}

// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/commands/rollback/flags.js
var rollback_flags = __webpack_require__(46904);
// EXTERNAL MODULE: ./lib/commands/replay/plan-file.js
var plan_file = __webpack_require__(35372);
;// CONCATENATED MODULE: ./lib/commands/replay/lost-since.js


/**
 * Asks the databases what they were restored from.
 * @param given the snapshot that the operator named
 * @throws RewindError input-invalid if no database says so, or several say different things
 */
async function lostSince(ctx, { resources }, given) {
    const spans = [];
    for (const { id, config, provider } of resources) {
        const able = provider.capabilities;
        const own = (0,create_context/* forResource */.i_)(ctx, id);
        const snapshot = given ?? (await able?.salvage?.find(config, own).then((found) => found.snapshot, nothingKept));
        if (snapshot === undefined)
            continue;
        for (const object of (await able?.aside?.(config, own)) ?? []) {
            if (object.kind === 'kept' && object.snapshot === snapshot)
                spans.push({ snapshot, until: object.since });
        }
    }
    const [first] = spans;
    if (given !== null)
        return first ?? { snapshot: given, until: null };
    if (first && spans.every(({ snapshot }) => snapshot === first.snapshot))
        return latest(spans, first);
    throw new errors.RewindError('input-invalid', first
        ? `The databases were restored from different snapshots: ${[...new Set(spans.map((each) => each.snapshot))].join(', ')}.`
        : 'No database says which snapshot it was restored from.', { remedy: 'Name the snapshot with --from.' });
}
/** Production ran on a mixture until the last database was restored. */
const latest = (spans, first) => spans.reduce((a, b) => ((a.until ?? '') < (b.until ?? '') ? b : a), first);
function nothingKept(error) {
    if (error instanceof errors.RewindError && error.code === 'salvage-nothing-kept')
        return undefined;
    throw error;
}

;// CONCATENATED MODULE: ./lib/commands/replay/index.js
















const replay_flags = {
    digest: { ...rollback_flags/* flags */.M.digest, description: 'Digest of the approved replay plan; without it, a plan is made.' },
    from: {
        ...(0,flags/* text */.Qq)('snapshot', 'Snapshot that the database was restored from; default: the one that the database names.'),
        allowed: flags/* FLAGS */.Wg.snapshot.allowed,
        parse: flags/* FLAGS */.Wg.snapshot.parse,
    },
    'typed-digest': flags/* FLAGS */.Wg['typed-digest'],
    incident: flags/* FLAGS */.Wg.incident,
    environment: flags/* FLAGS */.Wg.environment,
};
/** Plans first; sends only what was approved by its digest. */
/* harmony default export */ const replay = ((0,command/* defineCommand */.N)({
    name: 'replay',
    summary: 'Send Stripe events again that a restore took back: first a plan, then, by its digest, the events.',
    flags: replay_flags,
    examples: ['replay', 'replay --from 20260102T030405Z-a1b2c3', 'replay --digest DIGEST'],
    verdicts: ['planned', 'replayed', 'nothing'],
    outputs: ['plan-digest', 'snapshot-id', 'changes'],
    async run(session) {
        const project = await session.open();
        (0,gate/* assertEnvironment */.Wc)(session, project);
        return session.inputs.digest === null ? plan(session, project) : send(session, project, session.inputs.digest);
    },
}));
async function plan(session, project) {
    const { inputs, context } = session;
    await (0,gate/* assertProtected */.jq)(session, project);
    const { resource, replay } = subject(session, project);
    const lost = await lostSince(context, project, inputs.from);
    const { id, createdAt } = await (0,choose/* findSnapshot */.Cb)(project.store, lost.snapshot, project.origin);
    const until = lost.until ?? context.clock.now().toISOString();
    const facts = await replay.plan(resource.config, (0,create_context/* forResource */.i_)(context, resource.id), createdAt, until);
    const content = {
        kind: 'rewind-replay',
        schemaVersion: 1,
        createdAt: context.clock.now().toISOString(),
        environment: project.config.environment,
        resource: resource.id,
        snapshot: id,
        named: inputs.from !== null,
        facts,
    };
    const made = { ...content, digest: (0,engine_replay/* replayDigest */.SV)(content) };
    const some = facts.events.length > 0;
    // Also an empty one: it shows that there was nothing to send.
    await (0,plan_file/* storePlan */.lU)(project, made);
    const shown = replayText(made, await (0,plan_file/* readProgress */.gQ)(project, made));
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)(made),
        text: some
            ? `${shown}\n\nTo send the events:\n  ${(0,command_line/* commandLine */.ay)(session, ['replay', '--digest', made.digest])}`
            : shown,
        summary: `## Replay plan\n\n${(0,markdown/* codeBlock */.DV)('text', shown)}\n\nDigest: \`${made.digest}\``,
        outputs: {
            verdict: some ? 'planned' : 'nothing',
            'plan-digest': made.digest,
            'snapshot-id': id,
            changes: String((0,engine_replay/* deliveriesOf */.K)(facts).length),
        },
    };
}
async function send(session, project, digest) {
    const { context } = session;
    const approved = await (0,plan_file/* readPlan */.m3)(project, digest);
    const { resource, replay } = subject(session, project, approved.resource);
    const approval = await (0,gate/* reviewOf */.QR)(session, project.config, { digest }, false);
    const ctx = (0,create_context/* forResource */.i_)(context, resource.id);
    const deliveries = (0,engine_replay/* deliveriesOf */.K)(approved.facts);
    const { before, after } = await (0,environment_lock/* underLock */.yP)(session, project, 'replay', digest, async (lock) => {
        const before = await (0,plan_file/* readProgress */.gQ)(project, approved);
        if (before.done < deliveries.length)
            await assertStillRestored(session, project, approved);
        const deliver = await replay.sender(resource.config, ctx, approved.facts);
        const progress = context.progress('sending events', 'items');
        const after = await (0,engine_replay/* sendAll */.Sl)(deliveries, before, ctx, deliver, async (state) => {
            await lock.assertHeld();
            await (0,plan_file/* noteProgress */.Qy)(project, approved, state);
            progress.update(state.done, deliveries.length);
        });
        progress.end();
        return { before, after };
    });
    const sent = after.done - before.done;
    const shown = `${replayedText(approved, before, after)}\n(${(0,approval_record/* describeApproval */.x)(approval)})`;
    const failed = after.refused.length > 0;
    return {
        exit: failed ? 1 : 0,
        json: (0,json/* toJson */.aB)({ ok: !failed, digest, sent, ...after }),
        text: shown,
        summary: `## Replay\n\n${(0,markdown/* codeBlock */.DV)('text', shown)}`,
        outputs: {
            verdict: sent === 0 ? 'nothing' : 'replayed',
            'plan-digest': digest,
            'snapshot-id': approved.snapshot,
            changes: String(sent),
        },
    };
}
/**
 * After an undo the database holds what the application wrote for the events, after another restore it lacks others.
 * @throws RewindError plan-drift
 */
async function assertStillRestored({ context }, project, { snapshot, named }) {
    if (named)
        return;
    const now = await lostSince(context, project, null).catch((error) => {
        if (error instanceof errors.RewindError && error.code === 'input-invalid')
            return null;
        throw error;
    });
    if (now?.snapshot === snapshot)
        return;
    throw new errors.RewindError('plan-drift', `The databases in scope do not say any more that they were restored from snapshot ${snapshot}. No event was sent by this run.`, {
        remedy: `If a restore was undone, send nothing: the events are in the database. To send them all the same, plan again: "rewind replay --from ${snapshot}".`,
    });
}
/** The one resource in scope whose provider sends events again. */
function subject({ inputs }, { resources }, id) {
    const found = resources.flatMap((resource) => {
        const replay = resource.provider.capabilities?.replay;
        return replay && (id === undefined || resource.id === id) ? [{ resource, replay }] : [];
    });
    const [first] = found;
    if (first && found.length === 1)
        return first;
    throw new errors.RewindError('input-invalid', `"replay" needs one Stripe account in scope (found ${found.length}).`, {
        remedy: found.length > 1
            ? `Name one with --scope: ${found.map(({ resource }) => resource.id).join(', ')}.`
            : `Add a resource with "provider: stripe-webhooks" to the configuration${inputs.scope === null ? '' : ', or remove --scope'}.`,
    });
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-mismatch', `The store holds no replay plan ${digest} of "${environment}".`, {
            remedy: 'Run "rewind replay" and get that plan approved.',
        });
    }
    const plan = (0,_engine_replay_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReplayPlan */ .kl)(content);
    if (plan.digest === digest && plan.environment === environment)
        return plan;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-mismatch', `The store holds another replay plan under the digest ${digest}.`);
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
/** Undefined if the store does not hold it; null if it is not JSON. */
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
    parse: (given) => {
        const digits = given.trim().toLowerCase();
        return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
    },
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);



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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-unreadable', 'The replay plan could not be read.');
    if (replayDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-mismatch', 'The replay plan was changed: its content does not match its digest.');
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
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('plan-unreadable', 'The store holds a damaged note of how many events were sent.', {
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
