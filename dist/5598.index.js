export const id = 5598;
export const ids = [5598];
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

/***/ 55598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ show)
});

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var engine_coverage = __webpack_require__(51282);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
// EXTERNAL MODULE: ./lib/engine/words.js
var words = __webpack_require__(75095);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
;// CONCATENATED MODULE: ./lib/report/snapshot-content.js


/** Tables named in one line. */
const TABLES = 3;
/** What the state of one resource holds, in words; empty if its provider says nothing of it. */
function contentText(described) {
    const { deployment, commit, rebuildOf, migrations, tables, serverMajor, content } = described;
    return [
        ...(deployment === undefined ? [] : [`deployment ${deployment}`]),
        ...(rebuildOf === undefined ? [] : [`a rebuild of ${rebuildOf}`]),
        ...(commit === undefined ? [] : [`commit ${commit.slice(0, 12)}`]),
        ...(migrations === undefined ? [] : [migrationsText(migrations)]),
        ...(tables === undefined ? [] : [tablesText(tables)]),
        ...(serverMajor === undefined ? [] : [`PostgreSQL ${serverMajor}`]),
        ...(content === undefined ? [] : [content]),
    ].join(', ');
}
function migrationsText(migrations) {
    const last = migrations.at(-1);
    return last === undefined ? 'no migration' : `${(0,words/* counted */.h)(migrations.length, 'migration')}, the last ${last}`;
}
function tablesText(tables) {
    const largest = [...tables].sort(([, a], [, b]) => b - a).slice(0, TABLES);
    const rows = [...tables.values()].reduce((sum, count) => sum + count, 0);
    const named = largest.map(([name, count]) => `${name} ${count.toLocaleString('en-US')}`).join(', ');
    return `${(0,words/* counted */.h)(tables.size, 'table')}, ${(0,words/* counted */.h)(rows, 'row')}${named === '' ? '' : ` (${named})`}`;
}
/** "1.2 MB sealed, 0.4 s" */
function sizeText({ payloads, durationMs }) {
    const bytes = payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
    return `${payloads.length === 0 ? 'state only' : `${(0,progress/* amount */.vj)(bytes, 'bytes')} sealed`}, ${(0,progress/* seconds */.YA)(durationMs / 1000)}`;
}

// EXTERNAL MODULE: ./lib/report/snapshots.js
var snapshots = __webpack_require__(62467);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/commands/show.js












/** States hold no secrets; sealed parts stay sealed. */
/* harmony default export */ const show = ((0,command/* defineCommand */.N)({
    name: 'show',
    summary: 'Show one snapshot: its origin and its content.',
    arguments: [{ name: 'snapshot', description: 'Which snapshot, as for --snapshot; "latest" if not given.' }],
    flags: { snapshot: flags/* FLAGS */.Wg.snapshot },
    examples: ['show', 'show 20261123T030405Z-1a2b3c', 'show previous'],
    async run(session) {
        const [given] = session.inputs.args;
        const id = given === undefined ? session.inputs.snapshot : flags/* FLAGS */.Wg.snapshot.parse(given);
        if (id === undefined) {
            throw new errors/* RewindError */.Ir('input-invalid', `<snapshot> must be ${flags/* FLAGS */.Wg.snapshot.allowed} (got "${given ?? ''}")`);
        }
        const project = await session.open();
        const { manifest, history } = await (0,choose/* choose */.Sw)(session, project, id);
        const now = session.context.clock.now();
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, now);
        const coverage = (0,snapshots/* coverageText */._)((0,engine_coverage/* coverageOf */._)(manifest, project.config.resources.map((resource) => resource.id)));
        const marks = history.marks.get(manifest.id) ?? [];
        const taken = `taken ${(0,snapshots/* dateText */.MK)(manifest.createdAt)}, ${(0,progress/* age */.KW)(now.getTime() - Date.parse(manifest.createdAt))} ago`;
        const head = [
            `${taken}, by Rewind ${manifest.writtenBy}`,
            `repository ${manifest.repository ?? 'unknown'}, commit ${manifest.commit ?? 'unknown'}, run ${manifest.run ?? 'none: a command line'}`,
            trust.kind === 'signed' ? `signed with key ${trust.keyId}` : `not signed: ${trust.reason}`,
            `holds ${coverage}`,
            ...(marks.length === 0 ? [] : [`marks: ${marks.join(', ')}`]),
        ];
        const content = await contentOf(manifest);
        return {
            exit: 0,
            json: manifest,
            text: [
                `Snapshot ${manifest.id} of "${manifest.environment}" (${manifest.reason})`,
                ...[
                    ...head,
                    ...content.flatMap(({ resource, provider, words, size, leftOut }) => [
                        `${resource} (${provider}): ${words}; ${size}`,
                        ...leftOut.map((what) => `${resource}: not in the snapshot: ${what}`),
                    ]),
                ].flatMap((line) => (0,snapshots/* wrap */.LV)(line, 2)),
            ].join('\n'),
            summary: [
                `## Snapshot ${(0,markdown/* codeSpan */.SS)(manifest.id)} (${manifest.reason})`,
                head.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`).join('\n'),
                `${(0,markdown/* table */.tp)(['Resource', 'Content'], content.map(({ resource, words, size, leftOut }) => [
                    resource,
                    [`${words}; ${size}`, ...leftOut.map((what) => `not in the snapshot: ${what}`)].join('\n'),
                ]))}\n`,
            ].join('\n\n'),
        };
    },
}));
async function contentOf(manifest) {
    return Promise.all(manifest.resources.map(async (captured) => {
        // A provider of another version of Rewind may be unknown here.
        const provider = await (0,load/* loadProvider */.C)(captured.provider).catch(() => null);
        const described = provider === null ? {} : (0,engine_provider/* describeState */.Jw)(provider, captured.state);
        return {
            resource: captured.id,
            provider: captured.provider,
            words: contentText(described) || 'no description',
            size: sizeText(captured),
            leftOut: described.leftOut ?? [],
        };
    }));
}


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

/***/ 21223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82913);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/** The resources in a scope (null = all), and those that back up a database of them. */
function inScope(resources, scope) {
    return resources.filter(({ id, backsUp }) => scope === null || scope.includes(id) || backsUp?.some((of) => scope.includes(of)) === true);
}
/** What identifies the database that a resource works on; null if it works on none, or its address is not known. */
function databaseOf(resource, ctx) {
    return identityOf(resource, ctx)?.database ?? null;
}
function identityOf({ id, provider, config }, ctx) {
    try {
        return provider.capabilities?.database?.identify(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, id)) ?? null;
    }
    catch {
        // The resource itself reports a missing variable or a wrong URL.
        return null;
    }
}
/** The resources with these ids, and those that work on the same databases. */
function withSharedDatabases(resources, ids, ctx) {
    const databases = new Set(resources.map((resource) => (ids.has(resource.id) ? databaseOf(resource, ctx) : null)));
    return resources.filter((resource) => {
        const database = databaseOf(resource, ctx);
        return ids.has(resource.id) || (database !== null && databases.has(database));
    });
}
/** Runs a step for all resources in parallel and keeps every outcome: no failure hides another. */
async function settleResources(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
}


/***/ }),

/***/ 75095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   u: () => (/* binding */ switched)
/* harmony export */ });
/** Names in one list. */
const NAMED = 5;
/** "3 items: banner, maintenance, new-checkout" */
function counted(count, noun, names = []) {
    const more = names.length - NAMED;
    const listed = names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}${listed}`;
}
/** "14 flags, 3 on" */
function switched(flags) {
    return `${counted(flags.length, 'flag')}, ${flags.filter((on) => on).length} on`;
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
