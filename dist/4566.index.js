export const id = 4566;
export const ids = [4566,4903];
export const modules = {

/***/ 4474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ record)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/engine/journal.js
var engine_journal = __webpack_require__(2657);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/services/github/comments.js
var comments = __webpack_require__(706);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/services/github/deployments.js

const deployment = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), sha: schemas/* string */.YjP(), created_at: schemas/* string */.YjP() });
const statuses = schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP() }));
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
    if (existing === undefined || (await latestState(github, live.id)) !== 'success') {
        await addStatus(github, live.id, 'success', status);
    }
    return { live: live.id, created: existing === undefined, inactive };
}
/** Newest first. Vercel's integration capitalizes the name of the environment, and GitHub's filter is exact. */
async function knownDeployments(github, environment) {
    const names = new Set([environment, environment.charAt(0).toUpperCase() + environment.slice(1)]);
    const pages = await Promise.all([...names].map((name) => github.request({ what: `list deployments of ${name}`, permission }, schemas/* array */.YOg(deployment), (rest, target) => rest.repos.listDeployments({ ...target, environment: name, per_page: 100 }))));
    const all = new Map(pages.flat().map((entry) => [entry.id, entry]));
    return [...all.values()].sort((a, b) => b.id - a.id);
}
async function latestState(github, id) {
    const [latest] = await github.request({ what: `read deployment ${id}`, permission }, statuses, (rest, target) => rest.repos.listDeploymentStatuses({ ...target, deployment_id: id, per_page: 1 }));
    return latest?.state ?? null;
}
async function createDeployment(github, environment, commit, description) {
    return github.request({ what: `create a deployment of ${commit}`, permission }, deployment, (rest, target) => rest.repos.createDeployment({
        ...target,
        ref: commit,
        environment,
        auto_merge: false,
        required_contexts: [],
        description: description.slice(0, DESCRIPTION_LIMIT),
    }));
}
async function addStatus(github, id, state, status) {
    await github.request({ what: `mark deployment ${id} as ${state}`, permission }, schemas/* unknown */.L5J(), (rest, target) => rest.repos.createDeploymentStatus({ ...target, ...status, deployment_id: id, state, auto_inactive: false }));
}

// EXTERNAL MODULE: ./lib/services/github/environment.js
var environment = __webpack_require__(5567);
// EXTERNAL MODULE: ./lib/services/github/pulls.js
var github_pulls = __webpack_require__(506);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(3021);
// EXTERNAL MODULE: ./lib/report/rollback-report.js
var rollback_report = __webpack_require__(5815);
// EXTERNAL MODULE: ./lib/report/result-file.js
var result_file = __webpack_require__(8028);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(8648);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(9859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(8101);
;// CONCATENATED MODULE: ./lib/commands/record.js

















const incident = {
    ...(0,flags/* text */.Qq)('issue', 'Number or URL of the incident issue; the outcome is posted there.'),
    allowed: 'the number or the URL of an issue of this repository',
    parse: (given) => {
        const number = /^(?:#|https:\/\/.*\/(?:issues|pull)\/)?(\d{1,9})$/.exec(given)?.[1];
        return number === undefined ? undefined : Number(number);
    },
    absent: null,
};
/**
 * Runs in a separate job without production credentials. Tries each part even if another one fails.
 */
/* harmony default export */ const record = ((0,command/* defineCommand */.N)({
    name: 'record',
    summary: 'Record a rollback in GitHub: update the Deployments page and comment in the incident issue.',
    flags: { out: flags/* FLAGS */.Wg.out, incident },
    examples: ['record --incident 42'],
    verdicts: ['rolled-back', 'incomplete', 'unknown'],
    async run(session) {
        const { run, inputs } = session;
        if (run === null)
            throw new errors/* RewindError */.Ir('input-invalid', '"record" runs only in a GitHub Actions workflow.');
        const github = (0,client.createGitHub)(session.context);
        const result = await readResult(session, run);
        const headline = result?.title ?? (await withoutResult(session, github, run));
        const done = [];
        const problems = [];
        const attempt = async (what, step) => {
            try {
                const said = await step();
                done.push(said);
                return said;
            }
            catch (error) {
                const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
                problems.push(`${what}: ${message} ${remedy}`);
                return '';
            }
        };
        const commit = result?.commit ?? null;
        if (result !== null && commit !== null) {
            await attempt('Deployments page', () => deployments(github, result, commit, run));
        }
        const pulls = commit === null ? '' : await attempt('Pull requests', () => rolledBack(github, commit, run.sha));
        if (inputs.incident !== null) {
            const { incident } = inputs;
            await attempt(`Issue #${incident}`, async () => {
                const body = incidentComment(result, headline, run, pulls);
                return `Commented in #${incident}: ${await (0,comments/* upsertComment */.l)(github, incident, `run-${run.runId}`, body, 'issues: write')}`;
            });
        }
        return {
            exit: problems.length === 0 ? 0 : 1,
            json: { ok: problems.length === 0, done, problems },
            text: (0,runtime_text/* textOf */.b6)([headline, ...done.map((line) => `  ${line}`), ...problems.map((line) => `  FAILED: ${line}`)]),
            summary: [
                `## ${(0,markdown/* escapeText */.X1)(headline)}`,
                ...done.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`),
                ...problems.map((line) => `- ❌ ${(0,markdown/* escapeText */.X1)(line)}`),
            ].join('\n\n'),
            outputs: { verdict: result === null ? 'unknown' : result.ok ? 'rolled-back' : 'incomplete' },
        };
    },
}));
/** The result of this attempt of this run. A self-hosted runner may still hold that of an earlier one. */
async function readResult(session, run) {
    const path = session.path((0,external_node_path_.join)(session.inputs.out, 'result.json'));
    if (!(0,external_node_fs_.existsSync)(path))
        return null;
    const result = (0,result_file/* parseResult */.F)(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    const { url, attempt } = result.approval;
    if (url === run.url && attempt === run.attempt)
        return result;
    const of = url === null ? 'on a command line' : `${url}, attempt ${attempt ?? '?'}`;
    session.context.log.warn(`${path} is the result of another run (${of}).`);
    return null;
}
async function deployments(github, result, commit, run) {
    const said = `Rolled back to snapshot ${result.snapshot}`;
    const { live, created, inactive } = await recordLive(github, result.environment, commit, run.url, said);
    const others = inactive.length === 0 ? '' : `; ${inactive.length} other(s) marked inactive`;
    return `Deployments page: ${commit.slice(0, 7)} is live (${created ? 'new ' : ''}deployment ${live})${others}`;
}
async function rolledBack(github, base, head) {
    const pulls = await (0,github_pulls/* pullsBetween */.R)(github, base, head);
    if (pulls.length === 0)
        return 'No pull request was rolled back.';
    return `No longer live: ${pulls.map(({ number, title }) => `#${number} ${title}`).join('; ')}`;
}
/** Explains a missing result: the reader must know whether anything was changed. */
async function withoutResult(session, github, run) {
    const journal = session.path((0,external_node_path_.join)(session.inputs.out, 'journal'));
    const files = (0,external_node_fs_.existsSync)(journal) ? await (0,promises_.readdir)(journal) : [];
    const texts = await Promise.all(files.map((name) => (0,promises_.readFile)((0,external_node_path_.join)(journal, name), 'utf8')));
    const own = texts.flatMap((text) => (0,engine_journal/* entriesOf */.Mc)((0,engine_journal/* parseJournal */.z8)(text), run.url, run.attempt) ?? []);
    const opened = texts.some((text) => (0,engine_journal/* entriesOf */.Mc)((0,engine_journal/* parseJournal */.z8)(text), run.url, run.attempt) !== null);
    if (own.some(({ event }) => event === 'begin')) {
        return 'The rollback did NOT finish: it was stopped part-way. Run the failed job again; it continues from its journal.';
    }
    if (opened) {
        const which = run.attempt === 1 ? 'Nothing was changed' : `Attempt ${run.attempt} changed nothing`;
        return `${which}: the rollback stopped before its first change. See the job log for the reason.`;
    }
    const rejected = await (0,environment/* readReviews */.UM)(github, run.runId).then((reviews) => reviews.filter(({ state }) => state === 'rejected'), () => []);
    const [first] = rejected;
    if (first) {
        const why = first.comment === '' ? '' : `: ${first.comment}`;
        return `Nothing was changed: ${first.login} did not approve the rollback${why}.`;
    }
    return 'No result file was found. Check the job log, then run "rewind plan" to see what remains.';
}
function incidentComment(result, headline, run, pulls) {
    if (result === null)
        return `**${(0,markdown/* escapeText */.X1)(headline)}** [The run](${run.url})`;
    return [
        `**${(0,markdown/* escapeText */.X1)(result.title)}**`,
        `${(0,markdown/* escapeText */.X1)((0,approval_record/* describeApproval */.x)(result.approval))}. [Run](${run.url}), snapshot \`${result.snapshot}\`, plan \`${result.digest.slice(0, 12)}\`.`,
        ...result.failed.map(({ change, status, message }) => `- ${status}: ${(0,markdown/* codeSpan */.SS)(change)} ${(0,markdown/* escapeText */.X1)(message ?? '')}`),
        ...[...result.claim.differs, ...result.claim.notCompared].map(({ resource, reason, detail }) => `- ${rollback_report/* WHY */.b$[reason]}: ${(0,markdown/* codeSpan */.SS)(resource)} ${(0,markdown/* escapeText */.X1)(detail)}`),
        ...(result.manual.length === 0 ? [] : [`Do by hand: ${result.manual.map(markdown/* codeSpan */.SS).join(', ')}`]),
        pulls === '' ? '' : (0,markdown/* escapeText */.X1)(pulls),
        ...result.kept.map(({ what, since }) => `Kept since ${since}: ${(0,markdown/* escapeText */.X1)(what)}.`),
        ...(result.undo === null
            ? []
            : [
                `To undo this rollback: start the workflow again with \`undo: ${result.digest.slice(0, 12)}\`, or \`${result.undo}\`.`,
            ]),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}


/***/ }),

/***/ 8479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   e6: () => (/* binding */ plannedChangeOf),
/* harmony export */   hu: () => (/* binding */ untouchedOf),
/* harmony export */   kb: () => (/* binding */ writtenSinceRestore),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   tQ: () => (/* binding */ EFFECTS),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   xZ: () => (/* binding */ afterApprovals)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);




const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
});
const ACTIONS = ['create', 'update', 'delete', 'run'];
const EFFECTS = ['live', 'next-deployment'];
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(ACTIONS),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(EFFECTS),
    closes: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['down', 'restore']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    /** Digest of the rollback that this plan undoes; else null. */
    undoes: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
    approvalsBefore: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().exactOptional(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** The change of a provider as a plan holds it. @throws ZodError for a change of no valid shape */
const plannedChangeOf = (resource, provider, change) => plannedChange.parse({ ...change, resource, provider });
/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
function assemblePlan(input) {
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChangeOf(id, provider, change)));
    const inOrder = _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an.flatMap((stage) => all.filter((change) => change.stage === stage));
    const chosen = (change) => change.database === undefined || change.database === input.database;
    const content = {
        program: input.program,
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        undoes: input.undoes ?? null,
        changes: exposureFirst(inOrder.filter((change) => chosen(change) && change.manual === undefined)),
        manual: inOrder.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: inOrder.filter((change) => !chosen(change)),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: planDigest(content),
    };
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
 * time of the plan and the number of rows written since the snapshot.
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
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
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
/**
 * Law 5: Rewind applies what was approved. Compares the current plan with the approved one:
 * - a change in the same form is fine;
 * - an approved change that is gone was already done, by an interrupted run or by hand;
 * - a change that an interrupted run had begun may differ in its text and may have less to do, never more. The same holds
 *   for a side effect of a begun change; it may also be new.
 *
 * Everything that a change writes comes from the snapshot, whose digest is compared apart: the target stays the approved one.
 *
 * @param begun from the journal of this plan
 * @returns the differences, one line each; empty if the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    const ours = new Set(approved.changes
        .filter((change) => begun.ever.has(keyOf(change)))
        .flatMap(({ resource, sideEffects }) => (sideEffects ?? []).map((id) => keyOf({ resource, id }))));
    return now.changes.flatMap((change) => {
        const key = keyOf(change);
        const before = known.get(key);
        if (!before) {
            return ours.has(key) ? [] : [`${key}: not in the approved plan (${change.target}: ${describe(change)})`];
        }
        if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(before)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)))
            return [];
        if ((begun.open.has(key) || ours.has(key)) && isRemainder(before.params, change.params))
            return [];
        return [`${key}: ${driftBetween(before, change)}`];
    });
}
/** The approved changes that production still needs in their very form: nothing of them was done yet. */
function untouchedOf(approved, now) {
    const left = new Map(now.changes.map((change) => [keyOf(change), (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change))]));
    return approved.changes.filter((change) => left.get(keyOf(change)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)));
}
/** What differs between the approved form of a change and the present one. */
function driftBetween(before, now) {
    if (describe(before) !== describe(now))
        return `approved as ${describe(before)}, now ${describe(now)}`;
    const parts = differingValues(essence(before), essence(now), '');
    return `${describe(now)} as approved, but changed in ${parts.slice(0, 5).join('; ')}`;
}
/** `params.steps[2_notes].sha256: "ab…" → "cd…"`, for each value that differs. */
function differingValues(before, now, path) {
    if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before ?? null) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(now ?? null))
        return [];
    if (!isObject(before) || !isObject(now))
        return [`${path}: ${brief(before)} → ${brief(now)}`];
    const label = (key) => {
        const { name } = (now[key] ?? before[key] ?? {});
        if (Array.isArray(now))
            return `${path}[${typeof name === 'string' ? name : key}]`;
        return path === '' ? key : `${path}.${key}`;
    };
    const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return keys.flatMap((key) => differingValues(before[key], now[key], label(key)));
}
const isObject = (value) => typeof value === 'object' && value !== null;
function brief(value) {
    const text = value === undefined ? 'absent' : JSON.stringify(value);
    return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
/**
 * Approved changes that are done although production differs: the data was restored after the approval, and only the
 * application wrote to it since.
 */
function writtenSinceRestore(approved, now) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    return now.changes.filter((change) => {
        const before = known.get(keyOf(change));
        return before !== undefined && change.since !== undefined && before.since?.restore !== change.since.restore;
    });
}
/** The plan without changes that need not be applied. */
function withoutChanges(plan, done) {
    return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
}
/** True if the change is the rest of one that was begun: the same parameters, lists with no new entries. */
function isRemainder(approved, now) {
    return [...new Set([...Object.keys(approved), ...Object.keys(now)])].every((name) => {
        const before = approved[name];
        const after = now[name];
        if (!Array.isArray(before) || !Array.isArray(after))
            return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(after);
        const known = new Set(before.map((entry) => (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
        return after.every((entry) => known.has((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
    });
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}


/***/ }),

/***/ 8795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(525);





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

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9966);



const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @throws RewindError credential-missing
 */
function createGitHub(ctx) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = ctx.env.token('GITHUB_TOKEN');
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
                if (error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H && error.status === 404)
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
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const comment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
});
/** Whose name is on what a job's own token writes. A login with brackets belongs to an app; no person can take it. */
const AUTHOR = 'github-actions[bot]';
/** GitHub rejects longer bodies. */
const LIMIT = 65_000;
/**
 * Creates or updates one comment in an issue or a pull request, identified by an invisible marker and by its author.
 * Whoever may comment can write the marker too: their comment stays theirs, because they could edit it later. With a token
 * that is not the job's own, each call creates a comment.
 *
 * @param name of the comment: letters, digits, dashes
 * @returns its URL
 */
async function upsertComment(github, issue, name, body, permission) {
    const marker = `<!-- rewind:${name} -->`;
    const cut = `${body.slice(0, LIMIT)}\n\n… truncated: the summary of the run holds the rest.`;
    const text = `${marker}\n${body.length > LIMIT ? cut : body}`;
    const comments = await github.all({ what: `read the comments of #${issue}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(comment), (page) => ({ items: page }), (rest, target) => rest.issues.listComments({ ...target, issue_number: issue }));
    const existing = comments.find(({ body: old, user }) => old?.startsWith(marker) === true && user?.type === 'Bot' && user.login === AUTHOR);
    const saved = existing === undefined
        ? await github.request({ what: `comment in #${issue}`, permission }, comment, (rest, target) => rest.issues.createComment({ ...target, issue_number: issue, body: text }))
        : await github.request({ what: `update the comment in #${issue}`, permission, repeatable: true }, comment, (rest, target) => rest.issues.updateComment({ ...target, comment_id: existing.id, body: text }));
    return saved.html_url;
}


/***/ }),

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   UM: () => (/* binding */ readReviews),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

const environment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    can_admins_bypass: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    protection_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        reviewers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).nullish(),
        prevent_self_review: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        wait_timer: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    }))
        .optional(),
    deployment_branch_policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ protected_branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), custom_branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() })
        .nullish(),
});
const policies = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    total_count: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
});
/** @returns null if the environment does not exist (a job that names it would create it without protection) */
async function readEnvironment(github, name) {
    const data = await github.find({ what: `read the environment "${name}"`, permission: 'actions: read' }, environment, (rest, target) => rest.repos.getEnvironment({ ...target, environment_name: name }));
    if (data === null)
        return null;
    const rules = data.protection_rules ?? [];
    const review = rules.find(({ type }) => type === 'required_reviewers');
    return {
        name,
        reviewers: review?.reviewers?.length ?? 0,
        preventSelfReview: review?.prevent_self_review ?? false,
        // Counts an unknown value as allowed, GitHub's default.
        adminsBypass: data.can_admins_bypass ?? true,
        openTo: await openRefs(github, name, data.deployment_branch_policy),
        waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    };
}
/** A policy is only as narrow as its patterns: `*` is any branch, and anyone with push access can push a tag. */
async function openRefs(github, name, policy) {
    if (!policy)
        return ['any branch'];
    if (policy.protected_branches)
        return [];
    const listed = await github.all({ what: `read the branches of the environment "${name}"`, permission: 'actions: read' }, policies, (page) => ({ items: page.branch_policies, total: page.total_count }), (rest, target) => rest.repos.listDeploymentBranchPolicies({ ...target, environment_name: name }));
    return listed.flatMap(({ name: pattern = '', type }) => {
        if (type === 'tag')
            return [`the tags "${pattern}"`];
        return /^[*/]+$/.test(pattern) ? ['any branch'] : [];
    });
}
/** GitHub compares the names of environments without regard to case. */
const isSameName = (one, other) => one.toLowerCase() === other.toLowerCase();
const reviews = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    environments: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() })),
    user: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullish(),
}));
/** Approvals of a run for one environment. GitHub REST API, "Get the review history for a workflow run". */
async function readApprovals(github, runId, environment) {
    return ((await readReviews(github, runId))
        .filter(({ state, environments }) => state === 'approved' && environments.some((name) => isSameName(name, environment)))
        // A deleted user is nobody who could be asked.
        .filter(({ login }) => login !== null)
        .map(({ login, comment }) => ({ login: login ?? '', comment })));
}
/** All reviews of a run: `approved` or `rejected`. None of a run that GitHub does not know. */
async function readReviews(github, runId) {
    const data = await github.find({ what: 'read who approved this run', permission: 'actions: read' }, reviews, (rest, target) => rest.actions.getReviewsForRun({ ...target, run_id: runId }));
    return (data ?? []).map(({ state, environments, user, comment }) => ({
        state,
        environments: environments.flatMap(({ name }) => name ?? []),
        login: user?.login ?? null,
        comment: comment ?? '',
    }));
}


/***/ }),

/***/ 506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ pullsBetween),
/* harmony export */   y: () => (/* binding */ readMergeCommit)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);


const comparison = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ commits: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })) });
const pulls = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), html_url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }));
/** Looks up at most this many commits. */
const MOST_COMMITS = 30;
const merged = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ merged: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), merge_commit_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish() });
/**
 * The commit with which a pull request was merged. GitHub REST API, "Get a pull request".
 * @throws RewindError input-invalid if it does not exist or is not merged; credential-missing; HttpFailure
 */
async function readMergeCommit(github, number) {
    const pull = await github.find({ what: `read pull request #${number}`, permission: 'pull-requests: read' }, merged, (rest, target) => rest.pulls.get({ ...target, pull_number: number }));
    if (pull?.merged === true && pull.merge_commit_sha)
        return pull.merge_commit_sha;
    const problem = pull === null ? 'does not exist' : 'is not merged';
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
}
/** Pull requests with commits after `base` (live again), up to `head` (rolled back). */
async function pullsBetween(github, base, head) {
    const compared = await github.find({ what: `compare ${base.slice(0, 7)} with ${head.slice(0, 7)}`, permission: 'contents: read' }, comparison, (rest, target) => rest.repos.compareCommitsWithBasehead({ ...target, basehead: `${base}...${head}` }));
    const pages = await Promise.all((compared?.commits ?? [])
        .slice(-MOST_COMMITS)
        .map(({ sha }) => github.request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }))));
    const all = new Map(pages.flat().map((pull) => [pull.number, pull]));
    return [...all.values()]
        .sort((a, b) => b.number - a.number)
        .map(({ number, title, html_url: url }) => ({ number, title, url }));
}


/***/ })

};
