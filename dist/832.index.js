export const id = 832;
export const ids = [832];
export const modules = {

/***/ 23714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RK: () => (/* binding */ eased),
  xh: () => (/* binding */ factsFor),
  vd: () => (/* binding */ mitigationSchema),
  Vb: () => (/* binding */ nameOf),
  ny: () => (/* binding */ takes)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(82913);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/engine/measure.js

/** A measure as a plan holds it. */
const measureSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('flags-off'), flags: schemas/* array */.YOg(schemas/* string */.YjP()), tags: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('maintenance'),
        flag: schemas/* string */.YjP().exactOptional(),
        item: schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: schemas/* json */.Pq9() }).exactOptional(),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('scale-up'),
        min: schemas/* number */.aig().exactOptional(),
        max: schemas/* number */.aig().exactOptional(),
    }),
]);
const MEASURES = (/* unused pure expression or super */ null && (['flags-off', 'maintenance', 'scale-up']));

;// CONCATENATED MODULE: ./lib/engine/mitigation.js




/** What makes a plan a mitigation, or the lift of one. */
const mitigationSchema = schemas/* strictObject */.rej({
    /** Id in the configuration; null: its measure was named on the command line. */
    id: schemas/* string */.YjP().nullable(),
    measure: measureSchema,
    /** What the measure needs besides the live state, by resource. */
    facts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9())),
    /** After so many minutes it may be lifted without a person. */
    minutes: schemas/* number */.aig().int().positive(),
    /** True for the plan that lifts it: the one that returns to the state before. */
    lifts: schemas/* boolean */.zMY(),
});
/** What a mitigation is called in texts. */
const nameOf = ({ id, measure, }) => (id === null ? measure.kind : `${measure.kind} "${id}"`);
/** True if the provider of the resource can take the measure. */
const takes = ({ provider }, measure) => provider.capabilities?.mitigation?.kinds.includes(measure.kind) === true;
/**
 * The state with the measure. Pure.
 * @returns `unknown`: what the measure names and the resource does not have
 * @throws RewindError mitigation-impossible
 */
function eased(resource, state, { measure, facts }) {
    const { mitigation } = resource.provider.capabilities ?? {};
    if (mitigation === undefined || !takes(resource, measure))
        throw impossible(resource, measure);
    return mitigation.ease(resource.config, state, measure, facts[resource.id] ?? {});
}
/** What the measure needs of each resource. Read-only. @throws RewindError mitigation-impossible, and those of a provider */
async function factsFor(resources, ctx, measure) {
    const found = await Promise.all(resources.map(async (resource) => {
        const { mitigation } = resource.provider.capabilities ?? {};
        if (mitigation === undefined || !takes(resource, measure))
            throw impossible(resource, measure);
        const facts = await mitigation.facts?.(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id), measure);
        return facts === undefined ? [] : [[resource.id, { ...facts }]];
    }));
    return mitigationSchema.shape.facts.parse(Object.fromEntries(found.flat()));
}
const impossible = ({ id, providerId }, { kind }) => new errors/* RewindError */.Ir('mitigation-impossible', `"${id}" (${providerId}) has no measure ${kind}.`, { resource: id });


/***/ }),

/***/ 98479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   Pf: () => (/* binding */ essence),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   e6: () => (/* binding */ plannedChangeOf),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   t8: () => (/* binding */ isKept),
/* harmony export */   tQ: () => (/* binding */ EFFECTS),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   xZ: () => (/* binding */ afterApprovals)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77936);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23714);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8892);






const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
});
const ACTIONS = ['create', 'update', 'delete', 'run'];
const EFFECTS = ['live', 'next-deployment'];
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** Absent if it is unknown. Covered by the digest. */
    origin: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_4__/* .ORIGINS */ .o9).exactOptional(),
    /** Who made the difference, if it is not the deploy's alone; null: unknown. Not covered by the digest. */
    authors: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ deploy: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(), later: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable() }).exactOptional(),
    stage: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_2__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(ACTIONS),
    target: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(EFFECTS),
    closes: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['down', 'restore', 'up']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    byHand: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .json */ .Pq9()),
});
const recovery = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    /** Digest of the rollback whose state before is the goal. */
    rollback: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** The deployments that take production instead of those of that state, by resource. */
    deployments: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    /** Runs before each further stage of a rolling release, or step of flags; absent: no stages and no steps. */
    gate: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    /** Percentages in which flags come back, ascending to 100; absent: at once. */
    steps: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig()).exactOptional(),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAN_DATABASE_MODES */ .ps),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).nullable(),
    /** Digest of the rollback that this plan undoes; else null. */
    undoes: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    /** Set for a recovery: a plan forwards. */
    recovers: recovery.exactOptional(),
    /** Set for a mitigation, and for the plan that lifts one. */
    mitigates: _mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .mitigationSchema */ .vd.exactOptional(),
    /** The release capture that tells the deploy's changes from later ones, and SHA-256 of its manifest; null: none. */
    release: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() }).nullable(),
    /** Resource ids whose later changes are undone, too. */
    includeLater: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
    approvalsBefore: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().exactOptional(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that somebody made after the deploy. They stay. */
    later: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
});
/**
 * True for what was changed after the deploy and stays. The database mode is a choice of its own, and migrations after the
 * deploy cannot stay without those before them.
 */
const isKept = ({ origin, database }, resource, includeLater) => origin === 'later' && database === undefined && !includeLater.includes(resource);
/** The change of a provider as a plan holds it. @throws ZodError for a change of no valid shape */
const plannedChangeOf = (resource, provider, change) => {
    const rest = { ...change };
    // Only the comparison needs them.
    delete rest.parts;
    delete rest.follows;
    delete rest.builds;
    return plannedChange.parse({ ...rest, resource, provider });
};
/** Nobody chooses a database mode for an undo, so what only another mode would change is for a person. */
const NO_MODE = 'An undo runs no migration. Undo it by hand, or restore the database.';
/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
function assemblePlan(input) {
    const undo = (input.undoes ?? null) !== null;
    const ofMode = ({ database }) => database === undefined || database === input.database || (database === 'up' && input.database === 'down');
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChangeOf(id, provider, undo && !ofMode(change) ? { manual: NO_MODE, ...change } : change)));
    const inOrder = stagesOf(input)
        .flatMap((stage) => all.filter((change) => change.stage === stage))
        .map((change) => (input.database === 'up' ? change : asRollback(change)));
    const chosen = (change) => undo || ofMode(change);
    const includeLater = [...(input.includeLater ?? [])].sort();
    const stays = (change) => isKept(change, change.resource, includeLater);
    const toUndo = inOrder.filter((change) => !stays(change));
    const content = {
        program: input.program,
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        undoes: input.undoes ?? null,
        ...(input.recovers === undefined ? {} : { recovers: input.recovers }),
        ...(input.mitigates === undefined ? {} : { mitigates: input.mitigates }),
        release: input.release ?? null,
        includeLater,
        changes: exposureFirst(toUndo.filter((change) => chosen(change) && change.manual === undefined)),
        manual: toUndo.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: toUndo.filter((change) => !chosen(change)),
        later: inOrder.filter(stays),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: planDigest(content),
    };
}
/** The stages of a plan, in their order. */
const stagesOf = ({ recovers }) => recovers === undefined ? _change_js__WEBPACK_IMPORTED_MODULE_2__/* .STAGES */ .an : _change_js__WEBPACK_IMPORTED_MODULE_2__/* .FORWARD_STAGES */ .sr;
/** Only a recovery applies migrations again; a rollback leaves that to a person. */
function asRollback(change) {
    const { byHand, ...rest } = change;
    return byHand === undefined ? change : { ...rest, manual: byHand };
}
/** Moves the changes that wait for no stage to the front. */
function exposureFirst(changes) {
    const early = earlyChanges(changes);
    return [...changes.filter((change) => early.has(change)), ...changes.filter((change) => !early.has(change))];
}
/** The changes that close an exposure, and those of the same resource and stage that come before one. */
function earlyChanges(changes) {
    return new Set(changes.filter((change, index) => changes.some((other, at) => other.closes !== undefined &&
        other.resource === change.resource &&
        other.stage === change.stage &&
        at >= index)));
}
/**
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan, the number of rows written since the snapshot, and who made a difference.
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        program: content.program,
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        undoes: content.undoes,
        ...(content.recovers === undefined ? {} : { recovers: content.recovers }),
        ...(content.mitigates === undefined ? {} : { mitigates: content.mitigates }),
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
        release: content.release,
        includeLater: content.includeLater,
        later: content.later.map(essence),
        ...(content.approvalsBefore === undefined ? {} : { approvalsBefore: content.approvalsBefore }),
    });
}
/** The plan with the approvals that were given before it, which its digest covers. */
function afterApprovals(plan, count) {
    if (count === 0)
        return plan;
    const content = { ...plan, approvalsBefore: count };
    return { ...content, digest: planDigest(content) };
}
/** A change without its volatile part. */
function essence(change) {
    const { since, ...rest } = change;
    delete rest.dataAtRisk;
    delete rest.authors;
    return since === undefined ? rest : { ...rest, since: since.restore };
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'Another version of Rewind wrote the plan file.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The plan file was changed: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/** The plan without changes that need not be applied. */
function withoutChanges(plan, done) {
    return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
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

/***/ 94986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ noteOnDeployment),
/* harmony export */   e: () => (/* binding */ recordLive)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const deployment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), created_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const statuses = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish() }));
/** GitHub rejects longer descriptions (REST API, "Create a deployment status"). */
const DESCRIPTION_LIMIT = 140;
const permission = 'deployments: write';
/**
 * Marks the deployment of `commit` as successful and all others of the environment as inactive. GitHub's own
 * `auto_inactive` changes only older deployments, and never production's.
 *
 * @param logUrl link of each status
 * @param description text of each status
 */
async function recordLive(github, environment, commit, logUrl, description) {
    const known = await knownDeployments(github, environment);
    const existing = known.find(({ sha }) => sha === commit);
    const live = existing ?? (await createDeployment(github, environment, commit, description));
    const status = { description: description.slice(0, DESCRIPTION_LIMIT), log_url: logUrl };
    const inactive = [];
    for (const other of known) {
        if (other.id === live.id || (await latestState(github, other.id)) !== 'success')
            continue;
        await addStatus(github, other.id, 'inactive', status);
        inactive.push(other.id);
    }
    // Written last, so that the page shows it as the newest status.
    const newest = existing === undefined ? undefined : await latestStatus(github, live.id);
    if (newest?.state !== 'success' || newest.description !== status.description) {
        await addStatus(github, live.id, 'success', status);
    }
    return { live: live.id, created: existing === undefined, inactive };
}
/**
 * Writes a text on the deployment of `commit`, which is live, as a further status. Creates the deployment if GitHub has none.
 *
 * @param payload of a new deployment; GitHub does not change that of an existing one
 * @returns the id of the deployment
 */
async function noteOnDeployment(github, environment, commit, logUrl, said, payload) {
    const existing = (await knownDeployments(github, environment)).find(({ sha }) => sha === commit);
    const { id } = existing ?? (await createDeployment(github, environment, commit, said, payload));
    const description = said.slice(0, DESCRIPTION_LIMIT);
    if ((await latestStatus(github, id))?.description !== description) {
        await addStatus(github, id, 'success', { description, log_url: logUrl });
    }
    return id;
}
/** Newest first. Vercel's integration capitalizes the name of the environment, and GitHub's filter is exact. */
async function knownDeployments(github, environment) {
    const names = new Set([environment, environment.charAt(0).toUpperCase() + environment.slice(1)]);
    const pages = await Promise.all([...names].map((name) => github.request({ what: `list deployments of ${name}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(deployment), (rest, target) => rest.repos.listDeployments({ ...target, environment: name, per_page: 100 }))));
    const all = new Map(pages.flat().map((entry) => [entry.id, entry]));
    return [...all.values()].sort((a, b) => b.id - a.id);
}
async function latestState(github, id) {
    return (await latestStatus(github, id))?.state ?? null;
}
async function latestStatus(github, id) {
    const [latest] = await github.request({ what: `read deployment ${id}`, permission }, statuses, (rest, target) => rest.repos.listDeploymentStatuses({ ...target, deployment_id: id, per_page: 1 }));
    return latest;
}
async function createDeployment(github, environment, commit, description, payload = {}) {
    return github.request({ what: `create a deployment of ${commit}`, permission }, deployment, (rest, target) => rest.repos.createDeployment({
        ...target,
        ref: commit,
        environment,
        auto_merge: false,
        required_contexts: [],
        payload: { ...payload },
        description: description.slice(0, DESCRIPTION_LIMIT),
    }));
}
async function addStatus(github, id, state, status) {
    await github.request({ what: `mark deployment ${id} as ${state}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J(), (rest, target) => rest.repos.createDeploymentStatus({ ...target, ...status, deployment_id: id, state, auto_inactive: false }));
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


/***/ })

};
