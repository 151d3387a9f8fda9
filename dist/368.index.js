export const id = 368;
export const ids = [368];
export const modules = {

/***/ 9637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ snapshotJson),
  c: () => (/* binding */ snapshotRows)
});

// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(3389);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var coverage = __webpack_require__(1282);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(9952);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
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
var client = __webpack_require__(4903);
// EXTERNAL MODULE: ./lib/cli/choose.js
var cli_choose = __webpack_require__(5621);
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

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5621);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9859);
/* harmony import */ var _cli_snapshot_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9637);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3021);
/* harmony import */ var _report_snapshots_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2467);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3220);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6225);







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
            summary: `## Snapshots of ${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeSpan */ .SS)(environment)}\n\n${rows.length === 0 ? (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeText */ .X1)(empty) : (0,_report_snapshots_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotsMarkdown */ .lZ)(rows)}\n`,
        };
    },
}));
function legend(rows) {
    if (rows.some(({ names }) => names.includes('latest')))
        return [];
    return ['', 'None of them is "latest": the newest is damaged, or none covers what is asked for. Use --snapshot ID.'];
}


/***/ }),

/***/ 1282:
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

/***/ 2467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   MK: () => (/* binding */ dateText),
/* harmony export */   TP: () => (/* binding */ snapshotsText),
/* harmony export */   _: () => (/* binding */ coverageText),
/* harmony export */   lZ: () => (/* binding */ snapshotsMarkdown)
/* harmony export */ });
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3997);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3021);


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

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 6225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ openStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

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
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 194).then(__webpack_require__.bind(__webpack_require__, 194));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(3199)]).then(__webpack_require__.bind(__webpack_require__, 3199));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(5126)]).then(__webpack_require__.bind(__webpack_require__, 5126)),
                __webpack_require__.e(/* import() */ 4903).then(__webpack_require__.bind(__webpack_require__, 4903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
}


/***/ })

};
