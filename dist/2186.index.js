export const id = 2186;
export const ids = [2186];
export const modules = {

/***/ 99637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ snapshotJson),
  c: () => (/* binding */ snapshotRows)
});

// EXTERNAL MODULE: ./lib/engine/choose.js + 1 modules
var choose = __webpack_require__(59157);
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
            mitigated: [...new Set((manifest.mitigated ?? []).map(({ name }) => name))],
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
    return describeCommits((0,client.createGitHub)(session.context, undefined, 0), [...commits], session.context.log);
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
            mitigated: manifest?.mitigated ?? [],
            sealedBytes: facts?.bytes ?? null,
            signed: facts === null ? null : facts.signature === 'signed',
            signature: facts?.signature ?? null,
        };
    }));
}


/***/ }),

/***/ 80368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95621);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99859);
/* harmony import */ var _cli_snapshot_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99637);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36447);
/* harmony import */ var _report_snapshots_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62467);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33220);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86225);







/** Lists a damaged snapshot as damaged, and continues. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_1__/* .defineCommand */ .N)({
    name: 'list',
    summary: 'List the snapshots of the environment, newest first.',
    flags: {},
    examples: ['list', 'list --json'],
    async run(session) {
        const project = await session.open();
        const { environment, store } = project.config;
        const snapshots = await (0,_cli_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .openSnapshots */ .mn)(session, project);
        const rows = await (0,_cli_snapshot_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotRows */ .c)(session, project, snapshots, { signatures: true });
        const place = (0,_store_index_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(store, session.context);
        const title = `Snapshots of "${environment}", newest first:`;
        const empty = `"${environment}" has no snapshots yet in ${place}.`;
        return {
            exit: 0,
            json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJson */ .a)({ environment, store: place, snapshots: await (0,_cli_snapshot_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotJson */ .b)(snapshots, rows) }),
            text: rows.length === 0 ? empty : [title, (0,_report_snapshots_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotsText */ .TP)(rows), ...legend(rows)].join('\n'),
            summary: `## Snapshots of ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeSpan */ .SS)(environment)}\n\n${rows.length === 0 ? (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeText */ .X1)(empty) : (0,_report_snapshots_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotsMarkdown */ .lZ)(rows)}\n`,
        };
    },
}));
function legend(rows) {
    if (rows.some(({ names }) => names.includes('latest')))
        return [];
    return ['', 'None of them is "latest": the newest is damaged, or none covers what is asked for. Use --snapshot ID.'];
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

/***/ 86225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ openStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where the store is, for people. */
function placeOf(config, ctx) {
    switch (config.kind) {
        case 'directory':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path);
        case 's3':
            return `s3://${config.bucket}/${config.prefix}`;
        case 'artifact':
            return `the artifacts of ${ctx.env.text('GITHUB_REPOSITORY') ?? 'the repository'}`;
    }
}
/** The configured store. Loads each kind only when needed: the S3 SDK takes 90 ms to load. */
async function openStore(config, ctx) {
    switch (config.kind) {
        case 'directory': {
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 330).then(__webpack_require__.bind(__webpack_require__, 20330));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(3199)]).then(__webpack_require__.bind(__webpack_require__, 33199));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(1619)]).then(__webpack_require__.bind(__webpack_require__, 81619)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
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
