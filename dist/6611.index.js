export const id = 6611;
export const ids = [6611];
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

/***/ 46611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ salvage)
});

// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(90829);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/unchanged.js
var unchanged = __webpack_require__(82467);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/engine/salvage.js



/**
 * Carrying rows over from the database that a restore or an undo kept. The rows themselves are personal data: they lie sealed beside
 * the plan, which holds only counts and names.
 */
const count = schemas/* number */.aig().int().nonnegative();
const facts = schemas/* strictObject */.rej({
    database: schemas/* string */.YjP(),
    kept: schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), oid: schemas/* string */.YjP() }),
    /** What put the kept database aside. */
    since: schemas/* enum */.k5n(['restore', 'undo']),
    /** The snapshot that one of the two databases was restored from; the other one is, or was, the database of it. */
    snapshot: schemas/* string */.YjP(),
    /** Production when the plan was made. */
    production: schemas/* strictObject */.rej({
        oid: schemas/* string */.YjP(),
        /** Its first transaction after it was restored; null if it was not. */
        restored: schemas/* string */.YjP().nullable(),
        /** Which of its rows were written after the snapshot; null if that is unknown. */
        baseline: schemas/* strictObject */.rej({ oldest: schemas/* string */.YjP(), seen: schemas/* array */.YOg(schemas/* string */.YjP()).nullable() }).nullable(),
    }),
    /** True: rows that were deleted in the kept database are deleted in production too. */
    deletions: schemas/* boolean */.zMY(),
    /** Only tables with something to say. */
    tables: schemas/* array */.YOg(schemas/* strictObject */.rej({
        table: schemas/* string */.YjP(),
        insert: count,
        update: count,
        /** Rows deleted in the kept database and unchanged in production; without `deletions` they are at most this many. */
        delete: count,
        /** Rows of production by reason why they stay as they are. */
        conflicts: schemas/* record */.g1P(schemas/* string */.YjP(), count),
        notes: schemas/* array */.YOg(schemas/* string */.YjP()),
    })),
    /** Tables whose rows are only counted. */
    skipped: schemas/* array */.YOg(schemas/* strictObject */.rej({ table: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), rows: count })),
    /** Sequences that move forward to where the kept database has them. */
    sequences: schemas/* array */.YOg(schemas/* string */.YjP()),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const plan = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('rewind-salvage'),
    schemaVersion: schemas/* literal */.euz(1),
    createdAt: iso/* datetime */.w$(),
    environment: schemas/* string */.YjP(),
    resource: schemas/* string */.YjP(),
    facts,
    /** SHA-256 of the rows to carry over, before sealing. */
    rows: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP(),
});
/** The digest that is approved: everything but the time. */
const salvageDigest = ({ environment, resource, facts: content, rows }) => (0,digest/* digestOf */.ol)({ environment, resource, facts: content, rows });
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parseSalvagePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success)
        throw new errors.RewindError('plan-unreadable', 'The salvage plan could not be read.');
    if (salvageDigest(parsed.data) !== parsed.data.digest) {
        throw new errors.RewindError('plan-mismatch', 'The salvage plan was changed: its content does not match its digest.');
    }
    return parsed.data;
}

// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/salvage-text.js

const number = (count) => count.toLocaleString('en-US');
const sumOf = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
const deletedText = (count, applied) => applied
    ? `${(0,runtime_text/* plural */.LS)(count, 'row was deleted in the kept database: it is', 'rows were deleted in the kept database: they are')} deleted here too`
    : `up to ${(0,runtime_text/* plural */.LS)(count, 'row was', 'rows were')} deleted in the kept database: no row is deleted here (--deletions finds and deletes them)`;
/** Tables that were only counted may lack rows, so nothing is claimed of them. */
const nothingText = ({ skipped }) => skipped.length === 0 ? '  No row is missing.' : '  No row can be carried over.';
/** A salvage plan for a person: counts and names, no values. */
function salvageText(facts) {
    const lines = facts.tables.flatMap((each) => [
        `  ${each.table}: insert ${number(each.insert)}, update ${number(each.update)}, conflicts ${number(sumOf(each.conflicts))}`,
        ...(each.delete === 0 ? [] : [`    ${deletedText(each.delete, facts.deletions)}`]),
        ...Object.entries(each.conflicts).map(([why, count]) => `    ! ${(0,runtime_text/* plural */.LS)(count, 'row stays as it is', 'rows stay as they are')}: ${why}`),
        ...each.notes.map((note) => `    ! ${note}`),
    ]);
    return (0,runtime_text/* textOf */.b6)([
        `Salvage: rows of "${facts.kept.name}" that "${facts.database}" lacks since the ${facts.since === 'restore' ? '' : 'undo of the '}restore of snapshot ${facts.snapshot}.`,
        ...(lines.length === 0 ? [nothingText(facts)] : lines),
        ...facts.skipped.map(({ table, reason, rows }) => `  ${table}: ${(0,runtime_text/* plural */.LS)(rows, 'row is', 'rows are')} only counted: ${reason}`),
        ...(facts.sequences.length === 0 ? [] : [`  sequences that move forward: ${facts.sequences.join(', ')}`]),
        ...facts.warnings.map((warning) => `  ! ${warning}`),
    ]);
}
/** The outcome for a person. */
function salvagedText(facts, tables) {
    const changed = tables.reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
    return (0,runtime_text/* textOf */.b6)([
        changed === 0
            ? 'No row was changed.'
            : `${(0,runtime_text/* plural */.LS)(changed, 'row was', 'rows were')} carried over into "${facts.database}".`,
        ...tables.flatMap((each) => [
            `  ${each.table}: inserted ${number(each.inserted)}, updated ${number(each.updated)}, deleted ${number(each.deleted)}, already there ${number(each.present)}`,
            ...(each.conflicts === 0
                ? []
                : [
                    `    ! ${(0,runtime_text/* plural */.LS)(each.conflicts, 'row stays as production wrote it', 'rows stay as production wrote them')} since the plan`,
                ]),
            ...Object.entries(each.refused).map(([why, count]) => `    ! ${(0,runtime_text/* plural */.LS)(count, 'row was', 'rows were')} refused: ${why}`),
        ]),
    ]);
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/commands/rollback/flags.js
var rollback_flags = __webpack_require__(46904);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(24085);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./lib/engine/seal.js
var engine_seal = __webpack_require__(16545);
;// CONCATENATED MODULE: ./lib/commands/salvage/merge-file.js









/** `salvages/<environment>/<digest>/plan.json`, and beside it the rows, sealed. */
const folderOf = (environment, digest) => `salvages/${environment}/${digest}`;
/** Seals lines into a file of the run's scratch directory: only sealed bytes reach the disk. */
class MergeWriter {
    path;
    written;
    hash = (0,external_node_crypto_.createHash)('sha256');
    input = new external_node_stream_.PassThrough();
    constructor(path, written) {
        this.path = path;
        this.written = written;
    }
    static async open(ctx, recipients) {
        const seal = await (0,engine_seal/* sealStream */.Y)(recipients);
        const path = (0,external_node_path_.join)(ctx.scratch, `salvage-${ctx.randomHex(6)}.age`);
        const written = { done: Promise.resolve() };
        const writer = new MergeWriter(path, written);
        written.done = (0,promises_.pipeline)(writer.input, seal, (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 }));
        written.done.catch(() => undefined);
        return writer;
    }
    async write(line) {
        this.hash.update(`${line}\n`);
        if (this.input.write(`${line}\n`))
            return;
        await Promise.race([new Promise((resolve) => this.input.once('drain', resolve)), this.written.done]);
    }
    /** @returns SHA-256 (hex) of the lines */
    async end() {
        this.input.end();
        await this.written.done;
        return this.hash.digest('hex');
    }
}
async function storePlan({ store }, plan, sealed) {
    const folder = folderOf(plan.environment, plan.digest);
    await store.put(`${folder}/rows.age`, (0,external_node_fs_.createReadStream)(sealed));
    await store.put(`${folder}/plan.json`, Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
}
/** @throws RewindError plan-mismatch when the store holds no such plan */
async function readPlan({ store, config }, digest) {
    const key = `${folderOf(config.environment, digest)}/plan.json`;
    const found = (await store.list(folderOf(config.environment, digest))).some((object) => object.key === key);
    if (!found) {
        throw new errors.RewindError('plan-mismatch', `The store holds no salvage plan ${digest} of "${config.environment}".`, {
            remedy: 'Run "rewind salvage" and get that plan approved.',
        });
    }
    const plan = parseSalvagePlan(JSON.parse(await (0,consumers_.text)(await store.open(key))));
    if (plan.digest === digest && plan.environment === config.environment)
        return plan;
    throw new errors.RewindError('plan-mismatch', `The store holds another salvage plan under the digest ${digest}.`);
}
/** The lines of the sealed part. Fails at their end if they are not those of the plan. */
async function* readRows({ store, identities }, plan) {
    const sealed = await store.open(`${folderOf(plan.environment, plan.digest)}/rows.age`);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of (await (0,engine_seal/* unsealStream */.P)(sealed, identities))) {
        hash.update(chunk);
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
    if (hash.digest('hex') === plan.rows && rest === '')
        return;
    throw new errors.RewindError('plan-mismatch', 'The rows in the store are not those of the approved salvage plan.');
}

// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
;// CONCATENATED MODULE: ./lib/commands/salvage/index.js



















const salvage_flags = {
    digest: { ...rollback_flags/* flags */.M.digest, description: 'Digest of the approved salvage plan; without it, a plan is made.' },
    deletions: (0,flags/* toggle */.L$)('Also delete the rows that were deleted in the kept database.'),
    'typed-digest': flags/* FLAGS */.Wg['typed-digest'],
    incident: flags/* FLAGS */.Wg.incident,
    environment: flags/* FLAGS */.Wg.environment,
    'install-client': flags/* FLAGS */.Wg['install-client'],
};
/** Plans first; applies only what was approved by its digest. */
/* harmony default export */ const salvage = ((0,command/* defineCommand */.N)({
    name: 'salvage',
    summary: 'Carry rows over from the database that a restore or an undo kept: first a plan, then, by its digest, the rows.',
    flags: salvage_flags,
    examples: ['salvage', 'salvage --deletions', 'salvage --digest DIGEST'],
    verdicts: ['planned', 'salvaged', 'nothing'],
    outputs: ['plan-digest', 'snapshot-id', 'changes'],
    async run(session) {
        const project = await session.open();
        (0,gate/* assertEnvironment */.Wc)(session, project);
        return session.inputs.digest === null ? salvage_plan(session, project) : apply(session, project, session.inputs.digest);
    },
}));
async function salvage_plan(session, project) {
    const { inputs, context } = session;
    await (0,gate/* assertProtected */.jq)(session, project);
    const { resource, salvage } = subject(project);
    const { snapshot } = await salvage.find(resource.config, (0,create_context/* forResource */.i_)(context, resource.id));
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, snapshot, project.origin);
    const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, context.clock.now());
    if (trust.kind === 'unsigned')
        context.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (!captured)
        throw new errors.RewindError('snapshot-foreign', `Snapshot ${snapshot} holds no "${resource.id}".`);
    const ctx = (0,create_context/* forResource */.i_)((0,create_context/* forSnapshot */.C)(context, manifest), resource.id);
    const source = new payload_files/* SealedSource */._y(project.store, manifest, captured, project.identities);
    const rows = await MergeWriter.open(ctx, project.config.seal.recipients);
    const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
    const facts = await salvage.plan(resource.config, saved, ctx, source, inputs.deletions, (line) => rows.write(line));
    const content = {
        kind: 'rewind-salvage',
        schemaVersion: 1,
        createdAt: ctx.clock.now().toISOString(),
        environment: project.config.environment,
        resource: resource.id,
        facts,
        rows: await rows.end(),
    };
    const made = { ...content, digest: salvageDigest(content) };
    const changes = changesOf(made);
    if (changes > 0)
        await storePlan(project, made, rows.path);
    const text = salvageText(facts);
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)(made),
        text: changes === 0
            ? text
            : `${text}\n\nTo carry the rows over:\n  ${(0,command_line/* commandLine */.ay)(session, ['salvage', '--digest', made.digest])}`,
        summary: `## Salvage plan\n\n${(0,markdown/* codeBlock */.DV)('text', text)}\n\nDigest: \`${made.digest}\``,
        outputs: {
            verdict: changes === 0 ? 'nothing' : 'planned',
            'plan-digest': made.digest,
            'snapshot-id': snapshot,
            changes: String(changes),
        },
    };
}
async function apply(session, project, digest) {
    const { context } = session;
    const approved = await readPlan(project, digest).catch(unchanged/* stopUnchanged */.y);
    const { resource, salvage } = subject(project, approved.resource);
    const approval = await (0,gate/* reviewOf */.QR)(session, project.config, { digest }, false);
    if (project.identities.length === 0) {
        throw new errors.RewindError('identity-missing', 'The rows to carry over are sealed.', { resource: resource.id });
    }
    const ctx = (0,create_context/* forResource */.i_)(context, resource.id);
    const tables = await (0,environment_lock/* underLock */.yP)(session, project, 'salvage', digest, (lock) => 
    // The store is asked for nothing after the COMMIT.
    salvage
        .apply(resource.config, approved.facts, ctx, readRows(project, approved), () => lock.assertHeld())
        .catch(unchanged/* stopUnchanged */.y));
    const changed = tables.reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
    const text = `${salvagedText(approved.facts, tables)}\n(${(0,approval_record/* describeApproval */.x)(approval)})`;
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ ok: true, digest, tables }),
        text,
        summary: `## Salvage\n\n${(0,markdown/* codeBlock */.DV)('text', text)}`,
        outputs: {
            verdict: changed === 0 ? 'nothing' : 'salvaged',
            'plan-digest': digest,
            'snapshot-id': approved.facts.snapshot,
            changes: String(changed),
        },
    };
}
const changesOf = ({ facts }) => facts.sequences.length +
    facts.tables.reduce((sum, each) => sum + each.insert + each.update + (facts.deletions ? each.delete : 0), 0);
/** The one resource in scope whose provider carries rows over. */
function subject({ resources }, id) {
    const found = resources.flatMap((resource) => {
        const salvage = resource.provider.capabilities?.salvage;
        return salvage && (id === undefined || resource.id === id) ? [{ resource, salvage }] : [];
    });
    const [first] = found;
    if (first && found.length === 1)
        return first;
    throw new errors.RewindError('input-invalid', `"salvage" needs one database in scope (found ${found.length})`, {
        remedy: found.length > 1
            ? `Name one with --scope: ${found.map(({ resource }) => resource.id).join(', ')}.`
            : 'Add a resource with "provider: postgres" to the configuration, or remove --scope.',
    });
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
