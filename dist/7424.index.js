export const id = 7424;
export const ids = [7424];
export const modules = {

/***/ 95621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sw: () => (/* binding */ choose),
/* harmony export */   hO: () => (/* binding */ releaseText),
/* harmony export */   mn: () => (/* binding */ openSnapshots)
/* harmony export */ });
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _engine_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16449);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64257);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21223);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84346);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64227);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50525);
/* harmony import */ var _services_github_client_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(44903);
/* harmony import */ var _services_github_pulls_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(40506);











/** A read-only look at production must not hold up the list of snapshots. */
const LIVE_MS = 15_000;
/**
 * Lists the snapshots and reads which deployments are live. A failure to read those is a warning: then the newest snapshot
 * counts as `latest`.
 */
async function openSnapshots(session, project, lookAtLive = true) {
    const { config, origin, store } = project;
    const history = await _engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .History */ .BZ.open(store, config.environment, _providers_load_js__WEBPACK_IMPORTED_MODULE_6__/* .loadProvider */ .C, session.context.clock.now());
    return {
        history,
        circumstances: {
            origin,
            scope: session.inputs.scope,
            configured: config.resources.map(({ id }) => id),
            live: lookAtLive ? await liveReleases(session, project, history) : null,
            mergeCommit: (pull) => (0,_services_github_pulls_js__WEBPACK_IMPORTED_MODULE_10__/* .readMergeCommit */ .y)((0,_services_github_client_js__WEBPACK_IMPORTED_MODULE_9__.createGitHub)(session.context), pull),
        },
    };
}
/**
 * The snapshot that a selector names.
 * @param comparing true to compare it with what is live also if the choice does not depend on that
 * @throws RewindError as `chooseSnapshot`
 */
async function choose(session, project, selector, comparing = false) {
    const dependsOnLive = (0,_engine_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSelector */ .P)(selector)?.kind === 'newest';
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
        const resources = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .loadResources */ ._H)(config.resources, ids, _providers_load_js__WEBPACK_IMPORTED_MODULE_6__/* .loadProvider */ .C);
        const reading = Promise.all(resources.map(async ({ id, provider, config: own }) => {
            const state = await provider.capture(own, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_7__/* .forResource */ .i_)(ctx, id), new _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .DiscardingSink */ .AP());
            const release = (0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOf */ .l7)((0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .describeState */ .Jw)(provider, state));
            return release === null ? [] : [[id, release]];
        }));
        return new Map((await withLimit(reading, ctx)).flat());
    }
    catch (error) {
        ctx.log.warn(`Could not read which deployment is live, so "latest" is the newest snapshot: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`);
        return null;
    }
}
async function withLimit(reading, ctx) {
    const limit = new AbortController();
    const late = ctx.clock.sleep(LIVE_MS, limit.signal).then(() => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .RewindError */ .Ir('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
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


/** A command line that works where this one was called: it repeats the files that are not at their default place. */
function commandLine({ inputs }, words) {
    const places = [
        ...(inputs.config === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMON_FLAGS */ .gd.config.default ? [] : ['--config', inputs.config]),
        ...(inputs.out === undefined || inputs.out === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out.default ? [] : ['--out', inputs.out]),
    ];
    return ['rewind', ...words, ...places].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
}
/** The one command that undoes a rollback. */
const undoCommand = (session, digest) => commandLine(session, ['undo', digest.slice(0, 12)]);


/***/ }),

/***/ 99637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ snapshotJson),
  c: () => (/* binding */ snapshotRows)
});

// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var coverage = __webpack_require__(51282);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/commits.js


const pulls = schemas/* array */.YOg(schemas/* looseObject */._H3({ number: schemas/* number */.aig(), title: schemas/* string */.YjP(), merged_at: schemas/* string */.YjP().nullish() }));
const commit = schemas/* looseObject */._H3({ commit: schemas/* looseObject */._H3({ message: schemas/* string */.YjP() }) });
/** Characters of a subject. */
const LONGEST = 72;
/**
 * The pull request of each commit ("#12 Fix the checkout"), else the first line of its message. GitHub REST API, "List pull
 * requests associated with a commit" and "Get a commit". What cannot be read is left out: it only helps people.
 */
async function describeCommits(github, commits, log) {
    const described = await Promise.all(commits.map(async (sha) => {
        try {
            const text = await describeCommit(github, sha);
            return text === null ? [] : [[sha, text]];
        }
        catch (error) {
            log.debug(`commit ${sha.slice(0, 12)}: ${(0,errors/* messageOf */.bD)(error)}`);
            return [];
        }
    }));
    return new Map(described.flat());
}
async function describeCommit(github, sha) {
    const found = await github
        .request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }))
        .catch(() => []);
    const pull = found.find(({ merged_at: at }) => at !== null && at !== undefined);
    if (pull)
        return shortened(`#${pull.number} ${pull.title}`);
    const data = await github.find({ what: `read commit ${sha}`, permission: 'contents: read' }, commit, (rest, target) => rest.repos.getCommit({ ...target, ref: sha }));
    return data && shortened(data.commit.message.split('\n')[0] ?? '');
}
const shortened = (text) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/cli/choose.js
var cli_choose = __webpack_require__(95621);
;// CONCATENATED MODULE: ./lib/cli/snapshot-rows.js







/** What a list says of the snapshots, newest first. A damaged one is listed as such. */
async function snapshotRows(session, project, { history, circumstances }, { limit, chosen, signatures = false } = {}) {
    const newest = await history.slice(0, limit);
    const further = chosen === undefined || newest.some(({ id }) => id === chosen) ? [] : [await history.entry(chosen)];
    const entries = [...newest, ...further];
    const [latest, previous] = (0,choose/* rankedIds */.qm)(newest, circumstances);
    const subjects = await subjectsOf(session, entries);
    const now = session.context.clock.now();
    return Promise.all(entries.map(async ({ id, marks, manifest, problem, releases }) => ({
        id,
        names: [...(id === latest ? ['latest'] : []), ...(id === previous ? ['previous'] : []), ...marks],
        chosen: id === chosen,
        problem: problem === null ? null : `cannot be used: ${problem.message}`,
        facts: manifest && {
            createdAt: manifest.createdAt,
            ageMs: now.getTime() - Date.parse(manifest.createdAt),
            reason: manifest.reason,
            commit: manifest.commit,
            production: releases.size === 0 ? null : (0,cli_choose/* releaseText */.hO)(releases),
            subject: subjects.get(commitOf({ manifest, releases }) ?? '') ?? null,
            coverage: (0,coverage/* coverageOf */._)(manifest, circumstances.configured),
            bytes: (0,coverage/* sealedBytes */.U)(manifest),
            signature: signatures ? await signatureText(session, project, manifest) : null,
        },
    })));
}
async function signatureText({ context }, project, manifest) {
    try {
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, context.clock.now());
        return trust.kind === 'signed' ? 'signed' : 'not signed';
    }
    catch (error) {
        return `NOT BELIEVED: ${(0,errors/* asRewindError */.m2)(error).message}`;
    }
}
/** The commit that production served; else that of the run. */
function commitOf({ manifest, releases }) {
    return [...releases.values()].find(({ commit }) => commit !== null)?.commit ?? manifest?.commit ?? null;
}
/** Message or pull request by commit; only in GitHub Actions, and only if the token may read them. */
async function subjectsOf(session, entries) {
    if (session.run === null)
        return new Map();
    const commits = new Set(entries.map(commitOf).filter((commit) => commit !== null));
    return describeCommits((0,client.createGitHub)(session.context), [...commits], session.context.log);
}
/** The same for --json: unknown values are null, lists are lists, times are ISO 8601, sizes are bytes. */
async function snapshotJson({ history }, rows) {
    return Promise.all(rows.map(async ({ id, names, problem, facts }) => {
        const { manifest, releases, marks } = await history.entry(id);
        return {
            id,
            latest: names.includes('latest'),
            previous: names.includes('previous'),
            marks,
            problem,
            createdAt: facts?.createdAt ?? null,
            ageSeconds: facts === null ? null : Math.round(facts.ageMs / 1000),
            reason: facts?.reason ?? null,
            commit: facts?.commit ?? null,
            subject: facts?.subject ?? null,
            production: Object.fromEntries([...releases].map(([resource, { deployment, commit }]) => [resource, { deployment, commit }])),
            scope: manifest?.scope ?? null,
            resources: manifest?.resources.map(({ id: resource, provider, payloads }) => ({
                id: resource,
                provider,
                sealedBytes: payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0),
            })) ?? [],
            missing: facts?.coverage.missing ?? [],
            sealedBytes: facts?.bytes ?? null,
            signed: facts === null ? null : facts.signature === 'signed',
            signature: facts?.signature ?? null,
        };
    }));
}


/***/ }),

/***/ 54959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ leftBeside),
/* harmony export */   z: () => (/* binding */ readAside)
/* harmony export */ });
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21223);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);



/** Leaves out a resource that cannot be read. @param onFailure gets its id and the reason; the default logs a warning */
async function readAside(resources, ctx, onFailure = (resource, why) => ctx.log.warn(`"${resource}": what rollbacks put aside could not be read: ${why}`)) {
    const outcomes = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .settleResources */ .D6)(resources.filter(({ provider }) => provider.capabilities?.aside !== undefined), async ({ id, config, provider }) => (await provider.capabilities?.aside?.(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, id))) ?? []);
    for (const { error, resource } of outcomes) {
        if (error !== undefined)
            onFailure(resource.id, (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id).message);
    }
    return new Map(outcomes.flatMap(({ resource, value }) => (value === undefined ? [] : [[resource.id, value]])));
}
/** What interrupted rollbacks left beside the resources, for the plan of the next one. */
async function leftBeside(resources, ctx) {
    return [...(await readAside(resources, ctx))].flatMap(([resource, objects]) => objects.flatMap((object) => object.kind === 'kept'
        ? []
        : [
            {
                level: 'warning',
                code: 'rollback-leftover',
                resource,
                message: object.why,
                remedy: `A restore removes it, or continues from it. To remove it now: ${object.drop}`,
            },
        ]));
}


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

/***/ 48537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ assertNothingInTheWay),
/* harmony export */   M5: () => (/* binding */ isInTheWay),
/* harmony export */   fi: () => (/* binding */ backupObstacles),
/* harmony export */   qA: () => (/* binding */ obstaclesTo)
/* harmony export */ });
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14468);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21223);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73009);





/**
 * What would refuse these changes after an approval, as far as it can be known without the payloads. Read-only; reports every
 * problem of every resource.
 */
async function obstaclesTo(resources, changes, ctx) {
    const of = (id) => changes.filter(({ resource }) => resource === id);
    const touched = resources.filter(({ id }) => of(id).length > 0);
    const [checked, ahead] = await Promise.all([
        (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .EB)(touched, ctx),
        (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .settleResources */ .D6)(touched, async ({ id, provider, config }) => provider.preflight?.(config, of(id), (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__/* .forResource */ .i_)(ctx, id), null)),
    ]);
    const preflights = ahead.flatMap(({ resource: { id }, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asRewindError */ .m2)(error, id);
        return [{ level: 'error', code, message, remedy, resource: id }];
    });
    const known = new Set();
    return [...checked, ...preflights].filter((finding) => {
        const { level, resource, code, message } = finding;
        const key = JSON.stringify([resource, code, message]);
        if (level !== 'error' || known.has(key) || !isInTheWay(resource, code, changes))
            return false;
        known.add(key);
        return true;
    });
}
/** Findings about a resource that the changes do not touch, or that its change repairs, do not stop them. */
function isInTheWay(resource, code, changes) {
    const own = changes.filter((change) => change.resource === resource);
    return own.length > 0 && !own.some(({ repairs }) => repairs?.includes(code));
}
/** What keeps Rewind from taking the backup that changes of the plan need. Without it no down migration runs. */
async function backupObstacles(project, plan, ctx) {
    return (await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .EB)((0,_backup_js__WEBPACK_IMPORTED_MODULE_4__/* .backupsFor */ .B)(project, plan.changes), ctx))
        .filter(({ level }) => level === 'error')
        .map((finding) => ({
        ...finding,
        message: `The database cannot be backed up before the down migrations: ${finding.message}`,
    }));
}
/** @throws RewindError preflight-failed with every problem */
function assertNothingInTheWay(findings) {
    if (findings.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('preflight-failed', `${findings.length} check(s) failed. Nothing was changed.`, {
        problems: findings.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
    });
}


/***/ }),

/***/ 22094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lb: () => (/* binding */ PLAN_OUTPUTS),
  Nl: () => (/* binding */ assertMayPlan),
  jT: () => (/* binding */ planFlags),
  JL: () => (/* binding */ publishPlan),
  Ct: () => (/* binding */ rollbackCommand),
  pD: () => (/* binding */ writePlan)
});

// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/snapshot-rows.js + 1 modules
var snapshot_rows = __webpack_require__(99637);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(74219);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/engine/history.js
var engine_history = __webpack_require__(17578);
// EXTERNAL MODULE: ./lib/engine/confirmation.js
var confirmation = __webpack_require__(34309);
// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(82913);
// EXTERNAL MODULE: ./lib/commands/rollback/obstacles.js
var obstacles = __webpack_require__(48537);
// EXTERNAL MODULE: ./lib/report/plan-text.js + 1 modules
var plan_text = __webpack_require__(19427);
;// CONCATENATED MODULE: ./lib/commands/rollback/plan-style.js

/** The style of a line of `planText`. Pure. */
function planStyle(line) {
    if (/^ +! (data at risk|needs )/.test(line) || /^ +undo: not possible$/.test(line))
        return 'red';
    if (/^( +!|warning: )/.test(line))
        return 'yellow';
    if (/^ +undo: /.test(line))
        return 'dim';
    return line.startsWith('Plan: ') || line.startsWith(plan_text/* COUNTS */.Js) || /^\S.*:$/.test(line) ? 'bold' : null;
}

;// CONCATENATED MODULE: ./lib/providers/cloudfront/facts.js
const facts = {
    title: 'Amazon CloudFront distribution',
    captured: 'distribution config and associated functions',
    restored: 'with ETag; then invalidation',
    live: 'everything, in minutes',
    nextDeployment: 'nothing',
    notRestored: 'deleted distributions',
    peer: "moto (parts), botocore's description, the AWS SDK",
    affects: 'visitors, while the distribution deploys and its caches fill again (minutes)',
    findings: {
        'cloudfront-continuous-deployment': {
            meaning: 'The distribution takes part in a continuous deployment, which Rewind leaves alone.',
            remedy: 'Finish or abandon it before a rollback.',
        },
        'cloudfront-function-missing': {
            meaning: 'A CloudFront Function in use has no LIVE stage.',
            remedy: 'Publish it, or remove it from the distribution.',
        },
        'cloudfront-key-value-store': {
            meaning: 'A function reads a key-value store, which is not captured.',
            remedy: 'Keep its contents under version control.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/launchdarkly/facts.js
const facts_facts = {
    title: 'LaunchDarkly flags',
    captured: 'targeting of every flag in one environment, variations, archive',
    restored: 'one semantic patch for each flag; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'experiments; segments',
    peer: 'official client launchdarkly-api',
    affects: 'users of the flags that change, within seconds',
    findings: {
        'launchdarkly-approval-required': {
            meaning: 'The environment requires an approval for flag changes.',
            remedy: 'Grant the token bypassRequiredApproval.',
        },
        'launchdarkly-manual-flags': {
            meaning: 'A flag has an experiment or a disabled rule, which Rewind cannot write back.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/neon-branch/facts.js
const neon_branch_facts_facts = {
    title: 'Neon branch',
    captured: 'all databases of the branch, as a child branch without a compute',
    restored: 'from the child branch, in seconds; Neon keeps the state before as another branch',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'rows written since (in the kept branch, not merged); a snapshot whose branch was deleted',
    peer: "Neon's official client and OpenAPI description, against our emulator; no real Neon",
    affects: 'every user and job of all databases of the branch: Neon interrupts their connections for some seconds',
    findings: {
        'neon-branch-expires': {
            meaning: "Production's branch has an expiration, so Neon makes no child of it.",
            remedy: 'Remove the expiration.',
        },
        'neon-branch-kept': {
            meaning: 'Restores kept branches with what production held before.',
            remedy: 'Delete them when they are not needed, if Neon allows it.',
        },
        'neon-branch-limit': {
            meaning: 'The project has too few branches left for a snapshot and a restore.',
            remedy: 'Delete branches, lower keep-days, or raise the limit.',
        },
        'neon-branch-protected': {
            meaning: "Production's branch is protected; Neon may refuse to restore it.",
            remedy: 'Rehearse, and remove the protection before a rollback if Neon refuses.',
        },
        'neon-copy-gone': {
            meaning: 'The branch of a snapshot was deleted or expired, or a different branch has its name.',
            remedy: 'Recover it within 7 days, or choose another snapshot.',
        },
        'neon-copy-touched': {
            meaning: 'The branch of a snapshot has a read-write compute, was reset, or was written to.',
            remedy: 'Compare its rows before a restore.',
        },
        'neon-history-short': {
            meaning: 'The history window is shorter than the time that snapshots are kept.',
            remedy: 'Do not delete branches of snapshots, or raise the window.',
        },
        'neon-restore-restricted': {
            meaning: 'Neon does not restore this branch at present.',
            remedy: 'Remove the reason that Neon names.',
        },
        'neon-restore-unfinished': {
            meaning: 'An interrupted rollback has begun a restore.',
            remedy: 'Run the same rollback again.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/postgres/facts.js
const postgres_facts_facts = {
    title: 'PostgreSQL database',
    captured: 'schema, exact rows, a dump of the same moment',
    restored: 'into a new database that takes the name, or in place',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'roles and other objects of the server; rows written since (kept aside)',
    peer: 'PostgreSQL itself; the stock age program',
    affects: 'every user and job that writes: connections are cut while the databases are swapped',
    findings: {
        'database-connections': {
            meaning: 'The connection limit of the database or the role is too low for a backup.',
            remedy: 'Raise the limit.',
        },
        'database-client-outdated': {
            meaning: 'The client is from before August 2025: a restore with it can run commands that a name in the database holds.',
            remedy: 'Update the client programs.',
        },
        'database-gone': {
            meaning: 'The database does not exist.',
            remedy: 'Correct the URL, or restore the database: the restored one takes the name.',
        },
        'database-in-place': {
            meaning: 'A restore locks the tables while it runs, because it cannot create a database.',
            remedy: 'Grant CREATEDB, unless "restore: in-place" is intended.',
        },
        'database-in-place-impossible': {
            meaning: 'A restore in place would fail: of objects that this user may not replace, or for want of locks.',
            remedy: 'Do what the finding says before an incident, or let a restore swap databases.',
        },
        'database-kept': {
            meaning: 'An earlier restore kept a database.',
            remedy: 'Drop it when it is not needed any more.',
        },
        'database-not-dumped': {
            meaning: 'A snapshot lacks something: this user may not read it, or the owner of a materialized view could not fill it again.',
            remedy: 'Do what the finding says, or keep what re-creates the object elsewhere.',
        },
        'database-prepared-transactions': {
            meaning: 'A prepared transaction keeps the database from being renamed.',
            remedy: 'COMMIT PREPARED or ROLLBACK PREPARED it.',
        },
        'database-replication-slots': {
            meaning: 'Logical replication slots stay with the old database after a restore.',
            remedy: 'Recreate the slots after a restore.',
        },
        'database-sessions': {
            meaning: 'Rewind cannot end sessions that would stop the swap.',
            remedy: 'Grant pg_signal_backend, or end the sessions first.',
        },
        'database-space': {
            meaning: 'A restore needs disk space for a second copy of the database.',
            remedy: 'Compare it with the free space of the server.',
        },
        'database-unfinished': {
            meaning: 'An interrupted restore left a new database.',
            remedy: 'Run the same rollback again, or drop it.',
        },
        'database-restorable': { meaning: 'The dump was restored on a scratch server and compared.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/prisma/facts.js
const prisma_facts_facts = {
    title: 'Prisma migrations',
    captured: 'migration history, down.sql of each migration',
    restored: 'by down.sql, newest first; in a recovery, by the migration.sql of those that were taken down',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'content of dropped columns and tables',
    peer: 'real Prisma 7',
    affects: 'code that uses what the migrations added; tables are locked while they run',
    findings: {
        'migration-directory-missing': {
            meaning: 'An applied migration is not in this checkout.',
            remedy: 'Check out the deployed commit.',
        },
        'migration-failed-row': {
            meaning: 'A migration failed halfway; "prisma migrate deploy" stops with P3009.',
            remedy: 'Undo it, then run "prisma migrate resolve".',
        },
        'migration-outside-transaction': {
            meaning: 'A statement cannot run in a transaction.',
            remedy: 'Give this statement its own migration.',
        },
        'migrations-none': { meaning: 'Prisma has not migrated this database yet.' },
        'migrations-pending': { meaning: 'The next "prisma migrate deploy" applies migrations.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/rds-snapshot/facts.js
const rds_snapshot_facts_facts = {
    title: 'RDS DB snapshot',
    captured: 'the whole instance, as a DB snapshot; schema and exact rows of one database, read through SQL',
    restored: 'into a new instance beside production; a person switches the application to it',
    live: 'nothing of production',
    nextDeployment: 'the switch, by hand: the host in the database URL',
    notRestored: 'rows written since; a DB snapshot that was deleted; Aurora clusters',
    peer: "moto and the API description of AWS's SDK, and PostgreSQL itself; no real RDS",
    affects: 'nobody, until the application is switched to the new instance',
    findings: {
        'rds-copy-gone': {
            meaning: 'The DB snapshot of a snapshot was deleted, or a different one has its identifier.',
            remedy: 'Choose another snapshot, or restore from the automated backups.',
        },
        'rds-copy-unusable': {
            meaning: 'The DB snapshot of a snapshot is not available.',
            remedy: 'Read its events in the RDS console.',
        },
        'rds-instance-busy': {
            meaning: "Production's instance is not available, so RDS makes no DB snapshot of it.",
            remedy: 'Wait, or repair the instance.',
        },
        'rds-instance-kept': {
            meaning: 'A rollback restored an instance beside production, and it still exists.',
            remedy: 'Switch the application to it, or delete it.',
        },
        'rds-instance-limit': {
            meaning: 'The account has hardly any DB instance left, and a restore makes one.',
            remedy: 'Delete instances, or raise the quota.',
        },
        'rds-snapshot-limit': {
            meaning: 'The account has hardly any manual DB snapshot left, and a snapshot makes one.',
            remedy: 'Delete DB snapshots, or raise the quota.',
        },
        'rds-snapshots-kept': {
            meaning: 'Rewind made DB snapshots, which never expire.',
            remedy: 'Delete those that no snapshot needs.',
        },
        'rds-source-wrong': {
            meaning: 'The URL does not lead to the instance, or the instance cannot be captured (Aurora, another engine).',
            remedy: 'Correct "instance" or "url", or set "alias".',
        },
        'rds-unencrypted': {
            meaning: 'The storage of the instance and of its DB snapshots is not encrypted.',
            remedy: 'Move to encrypted storage.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/s3-bucket/facts.js
const s3_bucket_facts_facts = {
    title: 'Amazon S3 bucket',
    captured: 'policy, CORS, public access block, ownership, versioning, encryption, lifecycle, website',
    restored: 'each as the document that it was; "not set" too',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'versioning that was never set; MFA delete',
    peer: 'moto',
    affects: 'everyone who reads or writes the bucket, under the older rules',
    findings: {
        's3-acl-not-captured': {
            meaning: 'ACLs are in force, and they are not captured.',
            remedy: 'Set object ownership to BucketOwnerEnforced.',
        },
        's3-mfa-delete': {
            meaning: 'MFA delete is on: only the root user can change versioning.',
            remedy: 'Expect a manual step.',
        },
        's3-policy-dead-principal': {
            meaning: 'The policy names users or roles that do not exist.',
            remedy: 'Remove them from the policy.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/stripe-webhooks/facts.js
const stripe_webhooks_facts_facts = {
    title: 'Stripe webhook endpoints',
    captured: 'endpoints: url, events, status, description, metadata, API version, connect',
    restored: 'in place; re-created where Stripe allows nothing else',
    live: 'endpoints',
    nextDeployment: 'a new signing secret reaches the code with a deployment',
    notRestored: 'the signing secret of a deleted endpoint',
    peer: 'stripe-mock',
    affects: 'payments: Stripe sends its events to the endpoints of the snapshot',
    findings: {
        'stripe-endpoint-disabled': { meaning: 'An endpoint is disabled.', remedy: 'Enable it, or delete it.' },
        'stripe-endpoint-limit': {
            meaning: 'The account has no room for the endpoints to recreate.',
            remedy: 'Delete unused endpoints.',
        },
        'stripe-endpoint-unreachable': {
            meaning: 'A test event did not reach an endpoint.',
            remedy: 'Check the deployment behind the URL.',
        },
        'stripe-endpoints': { meaning: 'Number of endpoints in scope.' },
        'stripe-key-invalid': { meaning: 'Stripe rejects the API key.', remedy: 'Replace STRIPE_API_KEY.' },
        'stripe-live-key': {
            meaning: 'A live key is used for a resource whose name says that it is not production.',
            remedy: 'Check that this is the intended key.',
        },
        'stripe-mode-mismatch': {
            meaning: 'The snapshot and the key are of different modes.',
            remedy: 'Use a key of the mode of the snapshot.',
        },
        'stripe-near-limit': { meaning: 'The account is near the limit of endpoints.', remedy: 'Delete unused endpoints.' },
        'stripe-no-secret-target': {
            meaning: 'A new signing secret of an endpoint has no target.',
            remedy: 'Add it under signing-secrets.',
        },
        'stripe-payload-differs': {
            meaning: 'The sealed endpoints do not match the manifest.',
            remedy: 'Take a new snapshot.',
        },
        'stripe-permission': { meaning: 'The key lacks a permission.', remedy: 'Grant the permission in the message.' },
        'stripe-secret-target-missing': {
            meaning: 'The variable for a signing secret does not exist.',
            remedy: 'Check its name under signing-secrets.',
        },
        'stripe-secret-target-unreachable': {
            meaning: 'A new signing secret could not be written to its target.',
            remedy: 'Grant access to the target.',
        },
        'stripe-signature-refused': {
            meaning: 'The application rejects correctly signed events.',
            remedy: 'Deploy it with the right signing secret.',
        },
        'stripe-signature-unchecked': {
            meaning: 'The application accepts wrongly signed events.',
            remedy: 'Verify the Stripe-Signature header.',
        },
        'stripe-signature-untested': {
            meaning: 'The signing secret is unknown, so the signature was not tested.',
            remedy: 'Add it under signing-secrets.',
        },
        'stripe-unfinished-restore': {
            meaning: 'A rollback that recreated an endpoint did not finish.',
            remedy: 'Run the rollback again.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/unleash/facts.js
const unleash_facts_facts = {
    title: 'Unleash toggles',
    captured: 'toggles, strategies, variants, segments used, per environment',
    restored: 'flag by flag; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'release plans; dependencies between flags',
    peer: 'real Unleash server 8.2 with PostgreSQL',
    affects: 'users of the toggles that change, when their client polls next',
    findings: {
        'unleash-environment': {
            meaning: 'The environment does not exist or is disabled.',
            remedy: 'Check "environment" in the configuration.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-deployment/facts.js
const vercel_deployment_facts_facts = {
    title: 'Vercel production deployment',
    captured: 'deployment in production, what each domain serves, automatic assignment, rolling release',
    restored: 'by instant rollback or promote; stray domains; automatic assignment',
    live: 'deployment and domains, in seconds',
    nextDeployment: 'automatic assignment of domains',
    notRestored: 'deleted deployments; a rolling release under way',
    peer: 'official Vercel CLI and SDK, against the same emulator',
    affects: 'everyone who uses the site: requests go to the older deployment within seconds',
    findings: {
        'no-production-deployment': { meaning: 'The project was never deployed to production.' },
        'production-pin-unknown': {
            meaning: 'Vercel does not say whether a rollback pins production.',
            remedy: 'Grant the token read access to the project.',
        },
        'rolling-release-missing': {
            meaning: 'A recovery has a gate command, but the project has no rolling releases.',
            remedy: 'Configure the stages of a rolling release in Vercel. Or plan without --gate-command.',
        },
        'rolling-release-active': { meaning: 'A rolling release is in progress; a snapshot holds its base.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-edge-config/facts.js
const vercel_edge_config_facts_facts = {
    title: 'Vercel Edge Config',
    captured: 'every item: key, value, description',
    restored: 'all items in one request',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'stores owned by Vercel Flags or an integration',
    peer: 'none speaks this API: the SDK has no such operation; our emulator',
    affects: 'users of the flags and settings that change, within seconds',
    findings: {},
};

;// CONCATENATED MODULE: ./lib/providers/vercel-env/facts.js
const vercel_env_facts_facts = {
    title: 'Vercel environment variables',
    captured: 'variables with value, type, targets, branch, comment',
    restored: 'created, changed, removed, key by key',
    live: 'nothing',
    nextDeployment: 'everything',
    notRestored: 'sensitive values that are not supplied; variables of integrations',
    peer: 'official Vercel CLI and SDK (listing), against the same emulator',
    affects: 'no running deployment: variables take effect with the next deployment',
    findings: {
        'env-sensitive': {
            meaning: 'Vercel does not return the value of a sensitive variable.',
            remedy: 'Provide it as the secret REWIND_ENV_<KEY>.',
        },
        'env-skipped': { meaning: 'Variables that Vercel or an integration manages are not captured.' },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-flags/facts.js
const vercel_flags_facts_facts = {
    title: 'Vercel Flags',
    captured: 'variants, on or off, rules, targets, per environment',
    restored: 'with the ETag of what was read; new flags are turned off',
    live: 'everything',
    nextDeployment: 'nothing',
    notRestored: 'experiments; segments',
    peer: 'our emulator; shapes from the official SDK',
    affects: 'users of the flags that change',
    findings: {
        'flag-experiment': {
            meaning: 'A flag runs an experiment, which Rewind cannot write back.',
            remedy: 'Note its settings.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/vercel-project/facts.js
const vercel_project_facts_facts = {
    title: 'Vercel project settings',
    captured: 'build and security settings, domains, crons, firewall version, rolling release configuration',
    restored: 'each by its own call',
    live: 'protection, domains, redirects, crons, firewall',
    nextDeployment: 'build settings, rolling releases',
    notRestored: 'passwords; removing the last firewall configuration',
    peer: 'official Vercel SDK (reading), against the same emulator',
    affects: 'visitors of the domains and redirects that change; builds from now on',
    findings: {
        'project-password-not-captured': {
            meaning: 'Vercel does not return the password of the project.',
            remedy: 'Set it again in the dashboard if a deploy changes it.',
        },
    },
};

;// CONCATENATED MODULE: ./lib/providers/facts.js
// Generated from the folder by "npm run generate". Do not edit.














const PROVIDER_FACTS = {
    cloudfront: facts,
    launchdarkly: facts_facts,
    'neon-branch': neon_branch_facts_facts,
    postgres: postgres_facts_facts,
    prisma: prisma_facts_facts,
    'rds-snapshot': rds_snapshot_facts_facts,
    's3-bucket': s3_bucket_facts_facts,
    'stripe-webhooks': stripe_webhooks_facts_facts,
    unleash: unleash_facts_facts,
    'vercel-deployment': vercel_deployment_facts_facts,
    'vercel-edge-config': vercel_edge_config_facts_facts,
    'vercel-env': vercel_env_facts_facts,
    'vercel-flags': vercel_flags_facts_facts,
    'vercel-project': vercel_project_facts_facts,
};

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
;// CONCATENATED MODULE: ./lib/report/approver.js


function approverMarkdown(plan, facts) {
    const { manifest, requestedBy, reason, cautions, contacts } = facts;
    const affected = affectedBy(plan);
    return [
        affected.length === 0 ? '' : `### Who is affected\n\n${(0,markdown/* table */.tp)(['Who', 'By'], affected)}`,
        '### Circumstances',
        [
            ...(requestedBy === null
                ? []
                : [`- Requested by: **${(0,markdown/* escapeText */.X1)(requestedBy)}**${reason === null ? '' : `: ${(0,markdown/* escapeText */.X1)(reason)}`}`]),
            `- Snapshot: \`${manifest.id}\`, taken ${manifest.createdAt} (${manifest.reason}, at commit \`${manifest.commit ?? '-'}\`)`,
            originLine(facts),
            trustLine(facts),
            ...expeditedLines(facts),
            ...cautions.map(({ message, remedy }) => `- ⚠️ ${(0,markdown/* escapeText */.X1)(`${message} ${remedy ?? ''}`.trim())}`),
        ].join('\n'),
        contacts.length === 0
            ? ''
            : `### Whom to call\n\n${(0,markdown/* table */.tp)(['Who', 'For', 'How'], contacts.map(({ name, role, reach }) => [name, role, reach]))}`,
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function originLine({ manifest: { actor, event, run } }) {
    if (run === null)
        return '- Made on a command line. GitHub does not know who made it.';
    return `- Made by a run that ${(0,markdown/* escapeText */.X1)(actor ?? 'nobody')} started (${(0,markdown/* escapeText */.X1)(event ?? 'unknown event')}): ${(0,markdown/* escapeText */.X1)(run)}`;
}
function trustLine({ manifest: { id }, trust }) {
    if (trust.kind === 'signed')
        return `- Signed with the key \`${trust.keyId}\` of the configuration.`;
    return `- 🔴 **Not signed**: ${(0,markdown/* escapeText */.X1)(trust.reason)}. Anyone with write access to the store can have made it. Find out who made ${id} before you approve.`;
}
function expeditedLines({ decision, fast, requestedBy }) {
    if (requestedBy === null || fast === null)
        return [];
    if (decision.approval === 'expedited') {
        return [
            `- **Expedited**: it runs in "${(0,markdown/* escapeText */.X1)(fast.environment)}", without the usual review: the snapshot is at most ${fast.minutes} minutes old and nothing is lost.`,
        ];
    }
    return [`- This rollback may not be expedited: ${(0,markdown/* escapeText */.X1)(decision.closed.join('; '))}.`];
}
/** One row for each provider with a change: the affected people, and the changes. */
function affectedBy(plan) {
    const facts = PROVIDER_FACTS;
    return [...new Set(plan.changes.map(({ provider }) => provider))].map((id) => [
        facts[id]?.affects ?? `users of ${id}`,
        plan.changes.flatMap(({ provider, target }) => (provider === id ? [target] : [])).join(', '),
    ]);
}

// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/report/snapshots.js
var snapshots = __webpack_require__(62467);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
;// CONCATENATED MODULE: ./lib/commands/rollback/publish-plan.js

















const TITLE = 'The last snapshots';
/** Flags of the commands that make a plan. */
const planFlags = {
    plan: flags/* FLAGS */.Wg.plan,
    'confirm-data-loss': flags/* FLAGS */.Wg['confirm-data-loss'],
    reason: flags/* FLAGS */.Wg.reason,
    environment: flags/* FLAGS */.Wg.environment,
    'plan-environment': flags/* FLAGS */.Wg['plan-environment'],
    'install-client': flags/* FLAGS */.Wg['install-client'],
};
const PLAN_OUTPUTS = ['snapshot-id', 'plan-digest', 'plan-path', 'changes', 'approval', 'unconfirmed'];
/** @returns what the approver should know of the environments. @throws RewindError as the gate */
async function assertMayPlan(session, project) {
    (0,gate/* assertEnvironment */.Wc)(session, project);
    return [
        ...(await (0,gate/* assertProtected */.jq)(session, project)),
        ...(session.run === null
            ? []
            : await (0,environments/* planJobFindings */.rA)(session.context, project.config, session.inputs.planEnvironment)),
    ];
}
/**
 * Writes the plan file and says what the approver must know. What would stop the plan after the approval stops it here.
 * @throws RewindError preflight-failed, data-loss-unconfirmed
 */
async function publishPlan(session, project, plan, facts) {
    const { inputs } = session;
    const { manifest, trust, resources, cautions, chosen, notice, findings, advice } = facts;
    const made = (0,engine_plan/* afterApprovals */.xZ)(plan, await (0,gate/* approvalsSoFar */.KN)(session, project));
    const within = (0,create_context/* forSnapshot */.C)(session.context, manifest);
    const [inTheWay, ofBackup] = await Promise.all([
        (0,obstacles/* obstaclesTo */.qA)(resources, made.changes, within),
        (0,obstacles/* backupObstacles */.fi)(project, made, within),
    ]);
    (0,obstacles/* assertNothingInTheWay */.F0)([...inTheWay, ...ofBackup]);
    // A plan without the names shows which ones are needed.
    if (inputs.confirmDataLoss !== null)
        (0,confirmation/* assertConfirmed */._K)(made, inputs.confirmDataLoss);
    await writePlan(session, made, inputs.plan);
    const decision = await (0,gate/* chooseApproval */.l1)(session, project, made, manifest, trust);
    const circumstances = {
        manifest,
        trust,
        decision,
        fast: project.config.expedited ?? null,
        requestedBy: session.run?.triggeredBy ?? null,
        reason: inputs.reason,
        cautions,
        contacts: project.config.contacts,
    };
    const others = chosen === null ? [] : await (0,snapshot_rows/* snapshotRows */.c)(session, project, chosen, { limit: engine_history/* PAGE */.KL, chosen: manifest.id });
    const list = others.length === 0 ? '' : `\n\n${TITLE}:\n${(0,snapshots/* snapshotsText */.TP)(others, true)}`;
    const listMarkdown = others.length === 0 ? '' : `\n### ${TITLE}\n\n${(0,snapshots/* snapshotsMarkdown */.lZ)(others)}\n`;
    const hazards = findings.length === 0 ? '' : `${(0,report_findings/* findingsText */._g)(findings)}\n\n`;
    const hazardsMarkdown = findings.length === 0 ? '' : `### What this plan leaves\n\n${(0,report_findings/* findingsMarkdown */.O9)(findings)}\n\n`;
    return {
        made,
        json: (0,json/* toJson */.a)({ ...made, findings, advice }),
        text: `${hazards}${(0,plan_text/* planText */.Pt)(made, notice, advice)}${list}\n\nPlan written to ${inputs.plan}.${howToApply(session, made)}`,
        style: planStyle,
        summary: `${(0,plan_text/* planMarkdown */.Xg)(made, `${hazardsMarkdown}${approverMarkdown(made, circumstances)}`, notice, advice)}${listMarkdown}`,
        outputs: {
            'snapshot-id': made.snapshot,
            'plan-digest': made.digest,
            'plan-path': inputs.plan,
            changes: String(made.changes.length),
            approval: decision.approval,
            unconfirmed: inputs.confirmDataLoss === null ? (0,confirmation/* confirmationsOf */.Av)(made).join(',') : '',
        },
    };
}
function howToApply(session, made) {
    return made.changes.length === 0 ? '' : ` To apply it:\n  ${rollbackCommand(session, made, session.inputs.plan)}`;
}
/** The command that applies a plan. @param file relative to the working directory */
function rollbackCommand(session, made, file) {
    const needed = (0,confirmation/* confirmationsOf */.Av)(made);
    const confirm = needed.length === 0 ? [] : ['--confirm-data-loss', needed.join(',')];
    return (0,command_line/* commandLine */.a)(session, ['rollback', '--plan', file, '--digest', made.digest, ...confirm]);
}
/** @param file relative to the repository */
async function writePlan(session, made, file) {
    await (0,files/* writeOutput */.zh)('plan', session.path(file), `${JSON.stringify(made, null, 2)}\n`, 0o600);
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

/***/ 51282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ sealedBytes),
/* harmony export */   _: () => (/* binding */ coverageOf)
/* harmony export */ });
/** Pure. @param configured all resource ids of the configuration */
function coverageOf(manifest, configured) {
    const ids = manifest.resources.map(({ id }) => id);
    return {
        held: configured.filter((id) => ids.includes(id)),
        missing: configured.filter((id) => !ids.includes(id)),
        unknown: ids.filter((id) => !configured.includes(id)),
    };
}
/** Bytes of all sealed payloads. */
function sealedBytes(manifest) {
    return manifest.resources.flatMap(({ payloads }) => payloads).reduce((sum, ref) => sum + ref.sealedBytes, 0);
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
    cloudfront: () => __webpack_require__.e(/* import() */ 9752).then(__webpack_require__.bind(__webpack_require__, 49752)),
    launchdarkly: () => __webpack_require__.e(/* import() */ 1577).then(__webpack_require__.bind(__webpack_require__, 41577)),
    'neon-branch': () => __webpack_require__.e(/* import() */ 9897).then(__webpack_require__.bind(__webpack_require__, 49897)),
    postgres: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(7111), __webpack_require__.e(7997), __webpack_require__.e(4855)]).then(__webpack_require__.bind(__webpack_require__, 74855)),
    prisma: () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(5602), __webpack_require__.e(2946), __webpack_require__.e(8949)]).then(__webpack_require__.bind(__webpack_require__, 78949)),
    'rds-snapshot': () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(5118), __webpack_require__.e(7111), __webpack_require__.e(7997), __webpack_require__.e(2358)]).then(__webpack_require__.bind(__webpack_require__, 22358)),
    's3-bucket': () => __webpack_require__.e(/* import() */ 2798).then(__webpack_require__.bind(__webpack_require__, 72798)),
    'stripe-webhooks': () => __webpack_require__.e(/* import() */ 2278).then(__webpack_require__.bind(__webpack_require__, 29897)),
    unleash: () => __webpack_require__.e(/* import() */ 2680).then(__webpack_require__.bind(__webpack_require__, 2680)),
    'vercel-deployment': () => __webpack_require__.e(/* import() */ 5746).then(__webpack_require__.bind(__webpack_require__, 75746)),
    'vercel-edge-config': () => __webpack_require__.e(/* import() */ 5074).then(__webpack_require__.bind(__webpack_require__, 25074)),
    'vercel-env': () => __webpack_require__.e(/* import() */ 4302).then(__webpack_require__.bind(__webpack_require__, 44302)),
    'vercel-flags': () => __webpack_require__.e(/* import() */ 2349).then(__webpack_require__.bind(__webpack_require__, 92349)),
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

/***/ 37470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ findingsMarkdown),
/* harmony export */   _g: () => (/* binding */ findingsText),
/* harmony export */   kb: () => (/* binding */ ICON)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63021);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);


const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' };
function findingsText(findings) {
    return findings
        .map(({ level, resource, message, remedy, code }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(remedy)}`;
        return `${level}: [${resource}] ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .indented */ .gu)(message)} (${code})${next}`;
    })
        .join('\n');
}
function findingsMarkdown(findings) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
}


/***/ }),

/***/ 19427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Js: () => (/* binding */ COUNTS),
  Xg: () => (/* binding */ planMarkdown),
  Pt: () => (/* binding */ planText)
});

// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
// EXTERNAL MODULE: ./lib/report/risk.js
var report_risk = __webpack_require__(10207);
;// CONCATENATED MODULE: ./lib/report/advice.js



/** Hazards that are listed one by one. */
const LISTED = 12;
/** The database modes of a plan for a terminal, as lines; none if no database differs. */
function adviceText({ chosen, databases }) {
    return databases.flatMap((entry) => [
        '',
        `Database mode for ${entry.name} (${entry.resources.join(', ')}): chosen ${chosen}, recommended ${entry.recommended ?? 'unknown'}`,
        ...entry.reasons.map((reason) => `  ${reason}`),
        ...entry.modes.flatMap((mode) => {
            const [first = '', ...rest] = linesOf(mode, entry);
            return [`  ${mode.mode.padEnd(8)} ${first}`, ...rest.map((line) => `           - ${line}`)];
        }),
        ...(databases.length > 1 ? [`  ${ONE_MODE}`] : []),
    ]);
}
/** The same for a job summary; '' if no database differs. */
function adviceMarkdown({ chosen, databases }) {
    return databases
        .map((entry) => [
        `### Database mode for ${(0,markdown/* codeSpan */.SS)(entry.name)}`,
        `Chosen: \`${chosen}\`. Recommended: **${entry.recommended ?? 'unknown'}**${entry.recommended === null || entry.recommended === chosen ? '' : ' ⚠️'}`,
        entry.reasons.map((reason) => `- ${(0,markdown/* escapeText */.X1)(reason)}`).join('\n'),
        (0,markdown/* table */.tp)(['Mode', 'Possible', 'What it means'], entry.modes.map((mode) => [mode.mode, mode.possible ? 'yes' : 'no', linesOf(mode, entry).join('\n')])),
        ...(databases.length > 1 ? [ONE_MODE] : []),
    ].join('\n\n'))
        .join('\n\n');
}
const ONE_MODE = 'One mode applies to every database in the scope: plan them apart with --scope if they need different ones.';
/** The first line says whether it is possible and what it loses. */
function linesOf(mode, { hazards, backupMs }) {
    if (mode.mode === 'none')
        return ['loses nothing.', ...hazardLines(hazards)];
    if (!mode.possible)
        return ['not possible.', ...mode.notes];
    const time = mode.mode === 'restore' && backupMs !== null
        ? [`The backup took ${(0,progress/* seconds */.YA)(backupMs / 1000)}. No restore was measured; it usually takes longer.`]
        : [];
    return [mode.losses.length === 0 ? 'loses nothing.' : 'loses:', ...mode.losses.map(report_risk/* riskText */.P), ...mode.notes, ...time];
}
function hazardLines(hazards) {
    if (hazards === null)
        return ['What old code meets is unknown.'];
    if (hazards.length === 0)
        return ['No hazard for old code was found in tables, columns, constraints and enums.'];
    const more = hazards.length - LISTED;
    return [
        ...hazards.slice(0, LISTED).map(({ kind, text }) => `${kind === 'may-break' ? 'May break: ' : ''}${text}.`),
        ...(more > 0 ? [`and ${more} more`] : []),
    ];
}

;// CONCATENATED MODULE: ./lib/report/plan-text.js





/**
 * The plan for a terminal.
 * @param notice a sentence if the snapshot shows what is live, so that an empty plan is no answer
 * @param advice what to know before the choice of a database mode
 */
function planText(plan, notice = null, advice = null) {
    const lines = [`Plan: ${goalOf(plan)} (database: ${plan.database})`, ''];
    if (notice !== null)
        lines.push(notice, ...(plan.changes.length === 0 ? [`No changes: ${covered(plan)}`] : ['']));
    else if (plan.changes.length === 0)
        lines.push(`Nothing to do: ${covered(plan)}`);
    let heading = '';
    const early = (0,engine_plan/* earlyChanges */.Hj)(plan.changes);
    plan.changes.forEach((change, index) => {
        const stage = early.has(change) ? 'at once (closes an exposure)' : change.stage;
        if (stage !== heading)
            lines.push(`${stage}:`);
        heading = stage;
        lines.push(`  ${index + 1}. ${change.target}`, `     ${(0,engine_plan/* describe */.q0)(change).replaceAll('\n', '; ')}${when(change)}`, ...details(change, '     '));
    });
    lines.push(...section('By hand (Rewind cannot do these):', plan.manual, (change) => change.manual ?? ''));
    lines.push(...section('Not in this plan:', plan.notSelected, wouldNeed(plan)));
    lines.push(...section('Changed after the deploy; these stay:', plan.later, toInclude));
    const origin = originLine(plan);
    if (origin !== null)
        lines.push('', origin);
    if (advice !== null)
        lines.push(...adviceText(advice));
    lines.push('', ...countsText(plan), `Digest: ${plan.digest}`);
    return (0,runtime_text/* textOf */.b6)(lines);
}
const goalOf = ({ environment, snapshot, undoes, recovers }) => recovers !== undefined
    ? `recover from rollback ${recovers.rollback.slice(0, 12)}: bring "${environment}" forward to snapshot ${snapshot}, taken before it${withDeployments(recovers)}`
    : undoes === null
        ? `return "${environment}" to snapshot ${snapshot}`
        : `undo rollback ${undoes.slice(0, 12)}: return "${environment}" to snapshot ${snapshot}, taken before it`;
const withDeployments = ({ deployments }) => Object.entries(deployments)
    .map(([id, deployment]) => `, but with ${deployment} as production of ${id}`)
    .join('');
/** The line of counts begins with it. */
const COUNTS = 'In all:';
/** "In all: 1 create, 2 update; 1 cannot be undone; data at risk: 4 row(s) in 2 object(s)." Nothing without a change. */
function countsText({ changes, manual, notSelected, later }) {
    if (changes.length === 0)
        return [];
    const actions = engine_plan/* ACTIONS */.kl.flatMap((action) => {
        const count = changes.filter((change) => change.action === action).length;
        return count === 0 ? [] : [`${count} ${action}`];
    });
    const stuck = changes.filter(({ undo }) => undo === null).length;
    const risks = changes.flatMap(({ dataAtRisk }) => dataAtRisk ?? []);
    const rows = risks.reduce((sum, risk) => sum + (risk.rows ?? 0), 0);
    const unknown = risks.filter((risk) => risk.rows === null).length;
    const parts = [
        actions.join(', '),
        stuck === 0 ? 'each can be undone' : `${stuck} cannot be undone`,
        risks.length === 0
            ? 'no data at risk'
            : `data at risk: ${rows} row(s) in ${risks.length} object(s)${unknown === 0 ? '' : `, and rows that were not counted in ${unknown} of them`}`,
        ...(manual.length === 0 ? [] : [`${manual.length} by hand`]),
        ...(notSelected.length === 0 ? [] : [`${notSelected.length} left as it is`]),
        ...(later.length === 0 ? [] : [`${later.length} later change(s) kept`]),
    ];
    return [`${COUNTS} ${parts.join('; ')}.`];
}
/** What tells the deploy's changes from later ones. Without a release capture, a rollback undoes the later ones, too. */
function originLine({ release, undoes, recovers, changes }) {
    if (release !== null) {
        return `Release capture ${release.id} tells what the deploy changed from what was changed after it.`;
    }
    return undoes !== null || recovers !== undefined || changes.length === 0
        ? null
        : 'Origin unknown: there is no release capture of the deploy that is live, so this plan also undoes what was changed after it.';
}
const BY_BOTH = 'The deploy changed it, and somebody changed it again after the deploy: the later value is lost.';
const BY_OTHERS = 'It was changed after the deploy, not by it.';
/** What the approver must know of who made the difference. */
function originNote({ origin }) {
    return origin === 'both' ? [BY_BOTH] : origin === 'later' ? [BY_OTHERS] : [];
}
/** How a later change is undone, too. */
const toInclude = ({ resource, closes }) => `${closes === undefined ? '' : `to undo it closes ${closes}; `}use --include-later-changes ${resource}`;
/** What a plan without changes says of production: it may leave differences to a person or to another database mode. */
function covered({ manual, notSelected, later, database, recovers }) {
    const why = recovers === undefined ? `by choice (--database ${database})` : 'in a recovery';
    const left = [
        ...(manual.length === 0 ? [] : [`${manual.length} must be restored by hand`]),
        ...(notSelected.length === 0 ? [] : [`${notSelected.length} left as it is ${why}`]),
        ...(later.length === 0 ? [] : [`${later.length} changed after the deploy`]),
    ];
    if (left.length === 0)
        return 'production equals the snapshot in everything that this plan covers.';
    return `Rewind has no change to make, but production differs from the snapshot: ${left.join(', ')} (below).`;
}
const when = (change) => change.effect === 'live' ? '' : '  (takes effect with the next deployment)';
function details(change, indent) {
    return [
        ...(change.closes === undefined ? [] : [`${indent}closes ${change.closes}`]),
        ...[...originNote(change), ...change.warnings].map((warning) => `${indent}! ${warning}`),
        ...(change.dataAtRisk ?? []).map((risk) => `${indent}! data at risk: ${(0,report_risk/* riskText */.P)(risk)}`),
        ...(change.confirm === undefined ? [] : [`${indent}! needs --confirm-data-loss ${change.confirm}`]),
        `${indent}undo: ${change.undo ?? 'not possible'}`,
    ];
}
/** What would restore a difference that the plan leaves. */
const STAYS = {
    down: 'it came after the rollback, and stays',
    restore: 'only "rewind undo" brings it back',
    up: 'it is left to a person',
};
const wouldNeed = ({ recovers }) => ({ manual, database }) => manual ?? (recovers === undefined ? `use --database ${database ?? ''}` : STAYS[database ?? 'restore']);
function section(title, changes, note) {
    if (changes.length === 0)
        return [];
    return ['', title, ...changes.map((change) => `  - ${change.target}: ${(0,engine_plan/* describe */.q0)(change)}: ${note(change)}`)];
}
/**
 * The plan for a job summary, for the approver.
 * @param circumstances facts for the approver besides the plan, in Markdown
 * @param notice as for `planText`
 * @param advice as for `planText`
 */
function planMarkdown(plan, circumstances = '', notice = null, advice = null) {
    const undo = plan.recovers !== undefined
        ? (0,markdown/* escapeText */.X1)(withDeployments(plan.recovers))
        : plan.undoes === null
            ? ''
            : ` (undo of rollback \`${plan.undoes.slice(0, 12)}\`)`;
    const title = plan.recovers === undefined ? 'Rollback plan' : 'Recovery plan';
    const parts = [`## ${title}: ${(0,markdown/* codeSpan */.SS)(plan.environment)} → snapshot \`${plan.snapshot}\`${undo}`];
    if (notice !== null)
        parts.push(`⚠️ ${(0,markdown/* escapeText */.X1)(notice)}`);
    parts.push(plan.changes.length === 0
        ? `**${notice === null ? 'Nothing to do' : 'No changes'}**: ${(0,markdown/* escapeText */.X1)(covered(plan))}`
        : `**${plan.changes.length} change(s)**, database: \`${plan.database}\`. Nothing has been changed yet.`);
    if (plan.changes.length > 0)
        parts.push(changesTable(plan.changes), riskMarkdown(plan.changes));
    if (plan.manual.length > 0) {
        parts.push('### By hand', (0,markdown/* table */.tp)(['Resource', 'What', 'Now → then', 'What to do'], plan.manual.map((change) => [change.resource, change.target, (0,engine_plan/* describe */.q0)(change), change.manual ?? ''])));
    }
    if (plan.notSelected.length > 0) {
        parts.push('### Not in this plan', (0,markdown/* table */.tp)(['Resource', 'What', 'Now → then', 'Would need'], plan.notSelected.map((change) => [change.resource, change.target, (0,engine_plan/* describe */.q0)(change), wouldNeed(plan)(change)])));
    }
    if (plan.later.length > 0) {
        parts.push('### Changed after the deploy; these stay', (0,markdown/* table */.tp)(['Resource', 'What', 'Now', 'In the snapshot', 'To undo it, too'], plan.later.map((change) => [
            change.resource,
            change.target,
            change.before ?? 'absent',
            change.after ?? 'absent',
            toInclude(change),
        ])));
    }
    const origin = originLine(plan);
    if (origin !== null)
        parts.push(`${plan.release === null ? '⚠️ ' : ''}${(0,markdown/* escapeText */.X1)(origin)}`);
    if (advice !== null)
        parts.push(adviceMarkdown(advice));
    parts.push(circumstances, `Digest (the approval is for this digest): \`${plan.digest}\``);
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function changesTable(changes) {
    const early = (0,engine_plan/* earlyChanges */.Hj)(changes);
    return (0,markdown/* table */.tp)(['#', 'Stage', 'Resource', 'What', 'Now', 'Then', 'Effect', 'Undo'], changes.map((change, index) => [
        String(index + 1),
        early.has(change) ? 'at once' : change.stage,
        change.resource,
        change.target,
        change.before ?? 'absent',
        change.after ?? 'absent',
        change.effect === 'live' ? 'at once' : 'next deployment',
        change.undo ?? 'not possible',
    ]));
}
function riskMarkdown(changes) {
    const warnings = changes.flatMap((change) => [
        ...[...originNote(change), ...change.warnings].map((warning) => `- ⚠️ **${(0,markdown/* escapeText */.X1)(change.target)}**: ${(0,markdown/* escapeText */.X1)(warning)}`),
        ...(change.dataAtRisk ?? []).map((risk) => `- 🔴 **data at risk**: ${(0,markdown/* escapeText */.X1)((0,report_risk/* riskText */.P)(risk))}`),
        ...(change.confirm === undefined
            ? []
            : [`- 🔴 the operator must type the name of the database: ${(0,markdown/* codeSpan */.SS)(change.confirm)}`]),
    ]);
    return warnings.length === 0 ? '' : ['### Read this before you approve', ...warnings].join('\n');
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

/***/ 62467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   MK: () => (/* binding */ dateText),
/* harmony export */   TP: () => (/* binding */ snapshotsText),
/* harmony export */   _: () => (/* binding */ coverageText),
/* harmony export */   lZ: () => (/* binding */ snapshotsMarkdown)
/* harmony export */ });
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83997);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63021);


/** Columns of a terminal that a listing fits into. */
const WIDTH = 100;
/** Ids named in one line. */
const NAMED = 6;
/**
 * For a terminal.
 * @param brief one line for each snapshot, two if it is long: below a plan
 */
function snapshotsText(rows, brief = false) {
    return rows
        .flatMap((row) => [
        `${row.chosen ? '>' : ' '} ${row.id}${row.names.length === 0 ? '' : `  [${row.names.join(', ')}]`}`,
        ...(row.facts === null ? [row.problem ?? ''] : (brief ? briefly : linesOf)(row.facts)).flatMap((line) => wrap(line, 4)),
    ])
        .join('\n');
}
/** For a job summary: a list, because a telephone shows no wide table. */
function snapshotsMarkdown(rows) {
    return rows
        .map(({ id, names, chosen, facts, problem }) => {
        const marks = names.map((name) => ` **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(name)}**`).join(',');
        const head = `- ${chosen ? '➡️ ' : ''}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(id)}${marks}`;
        const lines = facts === null ? [problem ?? ''] : linesOf(facts);
        return [head, ...lines.map((line) => `  <br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(line)}`)].join('\n');
    })
        .join('\n');
}
function linesOf(facts) {
    const { createdAt, ageMs, reason, commit, production, subject, coverage, bytes, signature } = facts;
    const by = commit === null ? reason : `${reason} of commit ${commit.slice(0, 7)}`;
    const shown = production === null ? 'shows no deployment' : `production was ${production}`;
    return [
        `${dateText(createdAt)}, ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago; ${by}`,
        subject === null ? shown : `${shown}: ${subject}`,
        [coverageText(coverage), (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(bytes, 'bytes'), ...(signature === null ? [] : [signature])].join('; '),
    ];
}
function briefly({ ageMs, reason, production, subject, coverage }) {
    const shown = production === null ? 'shows no deployment' : `was ${production}`;
    return [
        `${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago, ${reason}; ${subject === null ? shown : `${shown}: ${subject}`}; ${coverageText(coverage)}`,
    ];
}
/** "2026-11-23 03:04 UTC" */
function dateText(iso) {
    return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
/** "all 12 resources", "2 of 12 resources (web, flags), not db, schema" */
function coverageText({ held, missing, unknown }) {
    const of = held.length + missing.length;
    const others = unknown.length === 0 ? '' : `, and ${named(unknown)}, no longer configured`;
    if (missing.length === 0)
        return `all ${of} resources${others}`;
    return `${held.length} of ${of} resources${held.length === 0 ? '' : ` (${named(held)})`}, not ${named(missing)}${others}`;
}
function named(ids) {
    const more = ids.length - NAMED;
    return more <= 0 ? ids.join(', ') : `${ids.slice(0, NAMED).join(', ')} and ${more} more`;
}
/** Breaks a line between words. A word that is longer than a line is cut. */
function wrap(text, indent) {
    const room = WIDTH - indent;
    const lines = [];
    for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${room - 2}}`, 'gu')) ?? [])) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= room)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(lines.length === 0 ? word : `  ${word}`);
    }
    return lines.map((line) => `${' '.repeat(indent)}${line}`);
}


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

/***/ 26751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as one would type it in a shell. */
const shellWord = (word) => /^[\w.,@%+=:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;


/***/ }),

/***/ 40506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ pullsBetween),
/* harmony export */   y: () => (/* binding */ readMergeCommit)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);


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
