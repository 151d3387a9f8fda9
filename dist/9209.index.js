export const id = 9209;
export const ids = [9209,91];
export const modules = {

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

/***/ 80091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadChannels: () => (/* binding */ loadChannels)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/channels/adapters/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const CHANNEL_ADAPTERS = {
    bluesky: () => __webpack_require__.e(/* import() */ 9548).then(__webpack_require__.bind(__webpack_require__, 99548)),
    'github-issue': () => __webpack_require__.e(/* import() */ 2976).then(__webpack_require__.bind(__webpack_require__, 82976)),
    'incident-io': () => __webpack_require__.e(/* import() */ 740).then(__webpack_require__.bind(__webpack_require__, 740)),
    mastodon: () => __webpack_require__.e(/* import() */ 6886).then(__webpack_require__.bind(__webpack_require__, 66886)),
    pagerduty: () => __webpack_require__.e(/* import() */ 698).then(__webpack_require__.bind(__webpack_require__, 70698)),
    slack: () => __webpack_require__.e(/* import() */ 3681).then(__webpack_require__.bind(__webpack_require__, 73681)),
    'slack-webhook': () => __webpack_require__.e(/* import() */ 3621).then(__webpack_require__.bind(__webpack_require__, 63621)),
    smtp: () => __webpack_require__.e(/* import() */ 6897).then(__webpack_require__.bind(__webpack_require__, 56897)),
    statuspage: () => __webpack_require__.e(/* import() */ 9640).then(__webpack_require__.bind(__webpack_require__, 49640)),
    webhook: () => Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(1980)]).then(__webpack_require__.bind(__webpack_require__, 41980)),
};

// EXTERNAL MODULE: ./lib/channels/deadline.js
var deadline = __webpack_require__(56462);
;// CONCATENATED MODULE: ./lib/channels/load.js



/** Milliseconds to ask who reads a channel; no message is sent before. */
const AUDIENCE_MS = 1_000;
/**
 * Loads the adapters that the configuration names; the schema has parsed their entries.
 * @param which `private`: without those that everybody reads, which only a person's own words may reach
 * @param contactsAt whom internal messages name
 * @throws RewindError internal
 */
async function loadChannels(entries, ctx, which = 'private', contactsAt = () => []) {
    const loaders = CHANNEL_ADAPTERS;
    const loaded = await Promise.all(entries.map(async (entry) => {
        const load = loaders[entry.adapter];
        if (!load)
            throw new errors/* RewindError */.Ir('internal', `No adapter of channels is registered as "${entry.adapter}".`);
        const adapter = (await load()).adapter;
        const audience = entry.audience ?? (await adapter.audience?.((0,deadline/* within */.u)(ctx, AUDIENCE_MS))) ?? 'external';
        return { entry: { ...entry, audience, contactsAt }, adapter };
    }));
    return which === 'all' ? loaded : loaded.filter(({ adapter }) => adapter.public !== true);
}


/***/ }),

/***/ 95621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ withLimit),
/* harmony export */   Sw: () => (/* binding */ choose),
/* harmony export */   hO: () => (/* binding */ releaseText),
/* harmony export */   mn: () => (/* binding */ openSnapshots)
/* harmony export */ });
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _engine_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(16449);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64257);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21223);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84346);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64227);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50525);
/* harmony import */ var _services_github_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(44903);
/* harmony import */ var _services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19694);











/** A read-only look at production must not hold up the list of snapshots. */
const LIVE_MS = 15_000;
/**
 * Lists the snapshots and reads which deployments are live. A failure to read those is a warning: then the newest snapshot
 * counts as `latest`.
 */
async function openSnapshots(session, project, lookAtLive = true) {
    const { config, origin, store } = project;
    const history = await _engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .History */ .BZ.open(store, config.environment, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C, session.context.clock.now());
    return {
        history,
        circumstances: {
            origin,
            scope: session.inputs.scope,
            configured: config.resources.map(({ id }) => id),
            live: lookAtLive ? await liveReleases(session, project, history) : null,
            mergeCommit: (pull) => (0,_services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__/* .readMergeCommit */ .yB)((0,_services_github_client_js__WEBPACK_IMPORTED_MODULE_8__.createGitHub)(session.context), pull),
        },
    };
}
/**
 * The snapshot that a selector names.
 * @param comparing true to compare it with what is live also if the choice does not depend on that
 * @throws RewindError as `chooseSnapshot`
 */
async function choose(session, project, selector, comparing = false) {
    const dependsOnLive = (0,_engine_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSelector */ .P)(selector)?.kind === 'newest';
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
        const resources = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .loadResources */ ._H)(config.resources, ids, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C);
        const reading = Promise.all(resources.map(async ({ id, provider, config: own }) => {
            const state = await provider.capture(own, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__/* .forResource */ .i_)(ctx, id), new _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
            const release = (0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOf */ .l7)((0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_10__/* .describeState */ .Jw)(provider, state));
            return release === null ? [] : [[id, release]];
        }));
        return new Map((await withLimit(reading, ctx)).flat());
    }
    catch (error) {
        ctx.log.warn(`Could not read which deployment is live, so "latest" is the newest snapshot: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`);
        return null;
    }
}
/** @throws RewindError deadline-exceeded after 15 seconds */
async function withLimit(reading, ctx) {
    const limit = new AbortController();
    const late = ctx.clock.sleep(LIVE_MS, limit.signal).then(() => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
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

/***/ 58192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UF: () => (/* binding */ backupResources),
/* harmony export */   ix: () => (/* binding */ assertModeWorks),
/* harmony export */   lj: () => (/* binding */ assertDistinctDatabases),
/* harmony export */   vS: () => (/* binding */ databaseFacts)
/* harmony export */ });
/* harmony import */ var _engine_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77936);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21223);
/* harmony import */ var _providers_configs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22413);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);




/**
 * Refuses two resources of one provider on one database: each would restore over the other. The comparison needs the
 * variables of the environment; a resource whose URL is not known yet is not compared.
 * @throws RewindError config-invalid
 */
function assertDistinctDatabases(resources, ctx, path) {
    const seen = new Map();
    const problems = [];
    for (const resource of resources) {
        const identity = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .identityOf */ .cu)(resource, ctx);
        if (identity === null)
            continue;
        const key = JSON.stringify([resource.providerId, identity.database, identity.part]);
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, resource.id);
        else
            problems.push(`${path}: "${first}" and "${resource.id}" are the same database, ${identity.database}.`);
    }
    if (problems.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('config-invalid', 'Two resources name one database. Nothing was changed.', {
        problems,
        remedy: 'Remove one of the two resources, or correct its URL.',
    });
}
/**
 * A resource for each database that the configuration changes but no resource of it backs up, e.g. with `prisma` alone. It
 * is captured only before a change that asks for a backup, and planned against a snapshot that holds it.
 */
async function backupResources(resources, ctx, loadProvider) {
    const known = new Set(resources.flatMap((resource) => (resource.provider.slow === true ? ((0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? []) : [])));
    const made = new Map();
    for (const resource of resources) {
        const by = resource.provider.capabilities?.database?.backupBy?.(resource.config);
        if (by === undefined)
            continue;
        const database = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? `of ${resource.id}`;
        if (known.has(database))
            continue;
        const before = made.get(database);
        if (before) {
            made.set(database, { ...before, backsUp: [...(before.backsUp ?? []), resource.id] });
            continue;
        }
        const schema = _providers_configs_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDER_CONFIGS */ .I.find(({ shape }) => shape.provider.value === by.provider);
        if (schema === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('internal', `No provider is registered as "${by.provider}".`);
        made.set(database, {
            // No configured id has a dot.
            id: `${resource.id}.database`,
            providerId: by.provider,
            config: schema.parse({ ...by.config, id: resource.id, provider: by.provider }),
            provider: await loadProvider(by.provider),
            backsUp: [resource.id],
        });
    }
    return [...made.values()];
}
const works = ({ provider }, mode) => mode !== 'none' && provider.capabilities?.database?.modes.includes(mode) === true;
/**
 * Refuses a database mode that would do nothing: somebody who asks for it believes that it does.
 *
 * @param resources those in scope, with the ones that only back up
 * @throws RewindError input-invalid
 */
async function assertModeWorks(mode, scope, resources, config, manifest, loadProvider) {
    if (mode === 'none')
        return;
    const held = (resource) => manifest.resources.some(({ id }) => id === resource.id);
    const able = resources.filter((resource) => works(resource, mode));
    if (able.some(held))
        return;
    const all = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .loadResources */ ._H)(config.resources, null, loadProvider);
    const others = all.filter((resource) => works(resource, mode) && held(resource)).map(({ id }) => id);
    const nothing = `--database ${mode} would do nothing:`;
    if (scope !== null && others.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} --scope ${scope.join(',')} has no database for it.`, {
            remedy: `Add ${others.join(' or ')} to --scope, or leave --database out.`,
        });
    }
    if (able.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} no resource of the configuration has this mode.`, {
            remedy: 'Leave --database out, or choose another mode.',
        });
    }
    const missing = able.map(({ id, backsUp }) => (backsUp === undefined ? id : `a backup of ${backsUp.join(', ')}`));
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('input-invalid', `${nothing} snapshot ${manifest.id} does not hold ${missing.join(', ')}.`, {
        remedy: 'Choose a snapshot that holds it ("rewind list" shows what each holds), or another mode.',
    });
}
/** What is known of each database of a comparison, grouped by database: two resources may work on one. */
function databaseFacts(resources, { plan, covered, hazards }, manifest, obstacles, ctx) {
    const groups = new Map();
    for (const resource of resources) {
        if (!hazards.some((entry) => entry.resource === resource.id))
            continue;
        const name = (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(resource, ctx) ?? resource.id;
        groups.set(name, [...(groups.get(name) ?? []), resource]);
    }
    // The facts must not depend on the mode of the plan.
    const changes = [...plan.changes, ...plan.manual, ...plan.notSelected, ...covered];
    return [...groups].map(([name, members]) => {
        const ids = members.map(({ id }) => id);
        const captured = manifest.resources.filter(({ id }) => ids.includes(id));
        const modes = _engine_change_js__WEBPACK_IMPORTED_MODULE_0__/* .DATABASE_MODES */ .tP.filter((mode) => members.some((member) => works(member, mode)));
        const refusing = (mode) => obstacles
            .filter(({ resource }) => members.some((member) => member.id === resource && works(member, mode)))
            .map(({ message }) => message);
        const known = hazards.flatMap(({ resource, found }) => (found !== null && ids.includes(resource) ? [found] : []));
        const slow = captured.find(({ id }) => members.some((member) => member.id === id && member.provider.slow === true));
        return {
            name,
            resources: ids,
            hazards: known.length === 0 ? null : uniqueTexts(known.flat()),
            modes,
            changes: changes.filter(({ resource, database }) => database !== undefined && ids.includes(resource)),
            obstacles: { down: refusing('down'), restore: refusing('restore') },
            backupMs: slow?.durationMs ?? null,
        };
    });
}
const uniqueTexts = (all) => [
    ...new Map(all.map((entry) => [entry.text, entry])).values(),
];


/***/ }),

/***/ 18059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  approvalKeys: () => (/* binding */ approvalKeys),
  approvalSignerOf: () => (/* binding */ approvalSignerOf),
  liftKeyFindings: () => (/* binding */ liftKeyFindings),
  openProject: () => (/* binding */ openProject),
  signerOf: () => (/* binding */ signerOf),
  signingFindings: () => (/* binding */ signingFindings)
});

// EXTERNAL MODULE: ./lib/engine/claim.js
var claim = __webpack_require__(22186);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/change.js
var change = __webpack_require__(77936);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
;// CONCATENATED MODULE: ./lib/engine/document-words.js




/**
 * Words with a fixed meaning in the documents that other programs read: a secret that is the same word must not make a
 * result or a plan unreadable.
 */
const DOCUMENT_WORDS = [
    ...claim/* REASONS_OF_CLAIMS */.IU,
    ...claim/* VERDICTS_OF_CLAIMS */.hz,
    ...plan/* ACTIONS */.kl,
    ...plan/* EFFECTS */.tQ,
    ...change/* PLAN_DATABASE_MODES */.ps,
    ...change/* STAGES */.an,
    ...vocabulary/* APPROVAL_KINDS */._1,
    ...vocabulary/* REASONS */.ez,
    ...vocabulary/* ORIGINS */.o9,
    ...vocabulary/* PLAN_KINDS */.yX,
    ...['done', 'failed', 'not-begun', 'command line'],
];

// EXTERNAL MODULE: ./lib/config/load.js + 7 modules
var load = __webpack_require__(92707);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/services/github/workflow-run.js
var workflow_run = __webpack_require__(30233);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(56754);
// EXTERNAL MODULE: ./lib/engine/signature.js
var signature = __webpack_require__(90960);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var providers_load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/store/index.js
var store = __webpack_require__(86225);
// EXTERNAL MODULE: ./lib/cli/databases.js
var databases = __webpack_require__(58192);
// EXTERNAL MODULE: ./lib/cli/repository-root.js
var repository_root = __webpack_require__(75505);
// EXTERNAL MODULE: ./lib/runtime/version.js
var version = __webpack_require__(29984);
;// CONCATENATED MODULE: ./lib/cli/project.js












/** What `check` says of signatures: a key that no rollback would believe is an error. */
function signingFindings(project, ctx) {
    if (project.signKeys.length === 0) {
        return [
            {
                level: 'warning',
                code: 'snapshots-unsigned',
                message: 'Snapshots are not signed: anyone with write access to the store can forge one.',
                remedy: 'Create a key with "minisign -G -W", put its public key under sign.keys, and set REWIND_SIGNING_KEY.',
            },
        ];
    }
    // Only the snapshot job holds the key.
    return ctx.env.secret('REWIND_SIGNING_KEY') === undefined ? [] : faultOf(() => signerOf(project, ctx));
}
/** Whether a mitigation can be lifted without a person: the approved job signs it with a key of its own. */
function liftKeyFindings({ config }, ctx) {
    if (approvalKeys({ config }).length === 0) {
        if (config.mitigations.length === 0)
            return [];
        return [
            {
                level: 'warning',
                code: 'lift-unsigned',
                message: 'The configuration has mitigations and no sign.approval-keys: after the time limit, nobody lifts them without a person.',
                remedy: 'Create a second key with "minisign -G -W", put its public key under sign.approval-keys, and set REWIND_APPROVAL_KEY in the approved job.',
            },
        ];
    }
    // Only the approved job holds the key.
    return ctx.env.secret('REWIND_APPROVAL_KEY') === undefined ? [] : faultOf(() => approvalSignerOf({ config }, ctx));
}
function faultOf(read) {
    try {
        read();
        return [];
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return [{ level: 'error', code, message, remedy }];
    }
}
/**
 * The key that signs snapshots (REWIND_SIGNING_KEY); null if the configuration asks for no signature.
 * @throws RewindError input-invalid, signing-key-missing, signing-key-unknown
 */
const signerOf = ({ signKeys }, ctx) => keyIn(ctx, 'REWIND_SIGNING_KEY', signKeys, 'sign.keys');
/**
 * The key that signs what an approved job begins (REWIND_APPROVAL_KEY); null if the configuration names no such key.
 * @throws RewindError input-invalid, signing-key-missing, signing-key-unknown
 */
const approvalSignerOf = ({ config }, ctx) => keyIn(ctx, 'REWIND_APPROVAL_KEY', approvalKeys({ config }), 'sign.approval-keys');
/** Public keys of the configuration for what an approved job begins. */
const approvalKeys = ({ config }) => config.sign?.['approval-keys'] ?? [];
function keyIn(ctx, name, keys, listed) {
    if (keys.length === 0)
        return null;
    const text = ctx.env.secret(name);
    if (text === undefined) {
        throw new errors/* RewindError */.Ir('signing-key-missing', `rewind.yml has ${listed}, but this job has no ${name}.`);
    }
    const key = (0,signature/* readSigningKey */.jy)(text, name);
    if (keys.includes((0,signature/* publicKeyText */.gt)(key)))
        return key;
    throw new errors/* RewindError */.Ir('signing-key-unknown', `The public key of ${name} is not in ${listed}.`);
}
async function readConfig({ inputs, root }, absolute) {
    try {
        return await (0,load/* loadConfig */.Z9)(inputs.config, absolute);
    }
    catch (error) {
        throw (0,repository_root/* withParentHint */.I)(error, root, inputs.config);
    }
}
/** @throws RewindError config-not-found, config-invalid, scope-unknown */
async function openProject(invocation, ctx, path) {
    const { env, inputs } = invocation;
    const config = await readConfig(invocation, path(inputs.config));
    const resources = await (0,engine_resources/* loadResources */._H)(config.resources, inputs.scope, providers_load/* loadProvider */.C);
    ctx.masker.allow([
        ...DOCUMENT_WORDS,
        config.environment,
        ...resources.flatMap(({ id, provider }) => [id, provider.id]),
    ]);
    (0,databases/* assertDistinctDatabases */.lj)(resources, ctx, inputs.config);
    const run = (0,workflow_run/* readWorkflowRun */.hO)(env);
    return {
        config,
        resources,
        backups: await (0,databases/* backupResources */.UF)(resources, ctx, providers_load/* loadProvider */.C),
        signKeys: config.sign?.keys ?? [],
        store: await (0,store/* openStore */.C)(config.store, ctx),
        origin: {
            environment: config.environment,
            repository: ctx.env.text('GITHUB_REPOSITORY') ?? null,
            commit: ctx.env.text('GITHUB_SHA') ?? null,
            run: run?.url ?? null,
            actor: run?.triggeredBy ?? null,
            event: run?.event ?? null,
            version: version/* VERSION */.x,
        },
        identities: (0,age_keys/* identitiesIn */.Af)(ctx.env.secret('REWIND_IDENTITY') ?? ''),
    };
}


/***/ }),

/***/ 59209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ check)
});

// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/key-findings.js
var key_findings = __webpack_require__(20904);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(74219);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/cli/project.js + 1 modules
var cli_project = __webpack_require__(18059);
// EXTERNAL MODULE: ./lib/probes/templates.js
var templates = __webpack_require__(14476);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(82913);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/channels/load.js + 1 modules
var load = __webpack_require__(80091);
;// CONCATENATED MODULE: ./lib/channels/inspect.js




/**
 * What would keep a channel from being told: a credential that is not set, or that the service refuses. Warnings, because the
 * command may run in a job that tells nobody. Sends no message.
 */
async function inspectChannels(entries, ctx) {
    const found = await Promise.all((await (0,load.loadChannels)(entries, ctx, 'all')).map(async ({ entry, adapter }) => {
        const warning = { level: 'warning', resource: entry.id };
        const unset = (0,templates/* variablesOf */.ht)(entry).filter((name) => ctx.env.secret(name) === undefined);
        if (unset.length > 0) {
            const message = `The channel cannot be told here: ${unset.join(' and ')} not set.`;
            const remedy = `Set ${unset.join(' and ')} in the job that runs "notify".`;
            return [{ ...warning, code: 'credential-missing', message, remedy }];
        }
        try {
            await adapter.inspect?.(entry, (0,create_context/* forResource */.i_)(ctx, entry.id));
            return [];
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ ...warning, code, message, remedy }];
        }
    }));
    return found.flat();
}

// EXTERNAL MODULE: ./lib/probes/inspect.js
var inspect = __webpack_require__(51063);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/readiness/configuration.js + 2 modules
var configuration = __webpack_require__(63589);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/token.js

/** Scopes of a classic token that write to a repository. */
const WRITES = /^(repo|public_repo|repo:status|repo_deployment|workflow|security_events|delete_repo|write:.+|admin:.+)$/;
/** What GITHUB_TOKEN can do. GitHub tells the scopes of a classic token only. Null without a token. */
async function tokenAccess(ctx) {
    const token = ctx.env.secret('GITHUB_TOKEN');
    if (token === undefined)
        return null;
    const credential = 'GITHUB_TOKEN';
    if (!token.startsWith('ghp_')) {
        return { credential, writes: null, why: 'its permissions stand in the workflow, or with the token in GitHub' };
    }
    const { headers } = await ctx.http.request({
        service: 'GitHub',
        what: 'read the scopes of the token',
        method: 'GET',
        url: `${ctx.env.url('GITHUB_API_URL', 'https://api.github.com')}/rate_limit`,
        headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    }, schemas/* unknown */.L5J());
    const scopes = (headers.get('x-oauth-scopes') ?? '')
        .split(',')
        .map((scope) => scope.trim())
        .filter((scope) => scope !== '');
    return {
        credential,
        writes: scopes.some((scope) => WRITES.test(scope)),
        why: scopes.length === 0 ? 'it has no scope' : `it has the scopes ${scopes.join(', ')}`,
    };
}

;// CONCATENATED MODULE: ./lib/commands/check/access.js




/** What the credentials of this run can do. A resource that cannot be reached has a finding of its own. */
async function accessOf(resources, ctx, purpose) {
    // A rollback does not write to GitHub, so a token that only reads is right everywhere.
    const [outcomes, token] = await Promise.all([
        (0,engine_resources/* settleResources */.D6)(resources, async ({ id, provider, config }) => provider.capabilities?.access?.(config, (0,create_context/* forResource */.i_)(ctx, id))),
        purpose === 'writes'
            ? null
            : tokenAccess(ctx).catch((error) => {
                ctx.log.debug(`The scopes of GITHUB_TOKEN could not be read: ${(0,errors/* asRewindError */.m2)(error).message}`);
                return null;
            }),
    ]);
    return [
        ...outcomes.flatMap(({ value }) => value ?? []),
        ...(token === null || token.writes === false ? [] : [token]),
    ];
}
/** Pure. One finding for each kind of answer, not for each resource. */
function accessFindings(all, purpose) {
    const listed = (writes) => [
        ...new Set(all.filter((each) => each.writes === writes).map(({ credential, why }) => `${credential} (${why})`)),
    ];
    const [writers, readers, unknown] = [listed(true), listed(false), listed(null)];
    const findings = [];
    if (readers.length > 0 && purpose !== 'reads') {
        findings.push({
            level: purpose === 'writes' ? 'error' : 'warning',
            code: 'credential-read-only',
            message: `A rollback would fail with credentials that cannot write: ${readers.join(', ')}.`,
            remedy: 'Use the credentials of the rollback. If this job only takes snapshots and plans, set plan-environment.',
        });
    }
    if (writers.length > 0) {
        findings.push(purpose === 'reads'
            ? {
                level: 'warning',
                code: 'credential-can-write',
                message: `This job only reads, and nobody approves it, but it holds credentials that can write: ${writers.join(', ')}.`,
                remedy: 'Use credentials that only read in this environment, where the service has them. Move the others to the environment with reviewers.',
            }
            : { level: 'info', code: 'credential-can-write', message: `Can write: ${writers.join(', ')}.` });
    }
    if (unknown.length > 0) {
        findings.push({
            level: 'info',
            code: 'credential-write-unknown',
            message: `Whether these can write cannot be known without a write: ${unknown.join(', ')}.`,
        });
    }
    return findings;
}

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(56754);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/readiness/freshness.js
var freshness = __webpack_require__(5271);
;// CONCATENATED MODULE: ./lib/commands/check/latest.js







/**
 * What stands between the newest snapshot and a rollback to it. Warnings, because this check also runs before a snapshot is
 * taken, and the next one may be good. Reads no payload.
 */
async function checkLatest(session, project) {
    let manifest;
    try {
        ({ manifest } = await (0,choose/* choose */.Sw)(session, project, 'latest'));
    }
    catch (error) {
        return { findings: [warning(error)], usable: false };
    }
    const now = session.context.clock.now();
    const refused = [];
    const notes = [];
    try {
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, now);
        // Without keys in the configuration another finding says so.
        if (trust.kind === 'unsigned' && project.signKeys.length > 0)
            notes.push(unsigned(manifest, trust.reason));
    }
    catch (error) {
        refused.push(warning(error));
    }
    const missing = await (0,snapshot_files/* missingPayloads */.gf)(project.store, manifest).catch((error) => [
        (0,errors/* asRewindError */.m2)(error).message,
    ]);
    if (missing.length > 0) {
        refused.push({
            level: 'warning',
            code: 'snapshot-corrupt',
            message: `Snapshot ${manifest.id} is damaged: ${missing.join('; ')}.`,
            remedy: 'Take a new snapshot. Until then choose an older one, which "rewind verify" finds sound.',
        });
    }
    if (!(await opens(project, manifest))) {
        refused.push({
            level: 'warning',
            code: 'identity-not-recipient',
            message: `REWIND_IDENTITY cannot open snapshot ${manifest.id}: it was sealed to other recipients.`,
            remedy: 'Set REWIND_IDENTITY to the identity of one of its recipients, or take a new snapshot.',
        });
    }
    const left = (0,live_plan/* notInSnapshot */.$J)(project.resources, manifest);
    if (left.length > 0) {
        notes.push({
            level: 'warning',
            code: 'snapshot-partial',
            message: `Snapshot ${manifest.id} does not hold ${left.join(', ')}: a rollback to it leaves them as they are.`,
            remedy: 'Take a snapshot of the whole configuration.',
        });
    }
    const days = project.config.readiness['snapshot-days'];
    const stale = days === 0 ? [] : (0,freshness/* snapshotFindings */.N)(manifest, days, now);
    notes.push(...stale.map((finding) => ({ ...finding, level: 'warning' })));
    return { findings: [...refused, ...notes], usable: refused.length === 0 };
}
function warning(error) {
    const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
    return { level: 'warning', code, message: `No rollback to the newest snapshot: ${message}`, remedy };
}
function unsigned({ id }, reason) {
    return {
        level: 'warning',
        code: 'snapshots-unsigned',
        message: `Snapshot ${id} is not signed: ${reason}. A rollback to it is never expedited.`,
        remedy: 'Set REWIND_SIGNING_KEY in the snapshot job and take a new snapshot.',
    };
}
/** True also without an identity, and with one that another finding reports. */
async function opens({ identities }, { recipients }) {
    if (identities.length === 0)
        return true;
    const own = await Promise.all(identities.map((identity) => (0,age_keys/* recipientOf */.du)(identity).catch(() => null)));
    return own.includes(null) || own.some((recipient) => recipient !== null && recipients.includes(recipient));
}

// EXTERNAL MODULE: ./lib/config/mitigations.js
var mitigations = __webpack_require__(21422);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
;// CONCATENATED MODULE: ./lib/commands/check/mitigations.js



/** What would stop a configured mitigation, or its lift without a person. Reads no service. Of resources in scope only. */
function mitigationFindings(project, ctx) {
    const wrong = project.config.mitigations.flatMap((one) => project.resources.flatMap((resource) => {
        const measure = (0,mitigations/* measureOf */.c)(one);
        if (!one.resources.includes(resource.id) || (0,mitigation/* takes */.ny)(resource, measure))
            return [];
        return [
            {
                level: 'warning',
                code: 'mitigation-impossible',
                message: `The mitigation ${(0,mitigation/* nameOf */.Vb)({ id: one.id, measure })} cannot be planned: "${resource.id}" (${resource.providerId}) does not take it.`,
                remedy: 'Name other resources in the mitigation. The pages of the providers say which measures they take.',
            },
        ];
    }));
    return [...wrong, ...(0,cli_project.liftKeyFindings)(project, ctx)];
}

;// CONCATENATED MODULE: ./lib/commands/check/index.js

















const check_flags = { 'install-client': flags/* FLAGS */.Wg['install-client'], 'plan-environment': flags/* FLAGS */.Wg['plan-environment'] };
/** Exits with status 3 if not ready. */
/* harmony default export */ const check = ((0,command/* defineCommand */.N)({
    name: 'check',
    summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
    flags: check_flags,
    examples: ['check', 'check --scope db,web'],
    verdicts: ['ready', 'not-ready'],
    async run(session) {
        const project = await session.open();
        const { resources, backups, store, config, identities } = project;
        const { recipients } = config.seal;
        const purpose = purposeOf(session);
        const [onResources, onStore, onRecipients, onIdentities, onBackups, onEnvironments, access, onProbes, unset, onChannels,] = await Promise.all([
            (0,live_plan/* checkResources */.EB)(resources, session.context),
            checkStore(store, config.environment),
            (0,key_findings/* recipientFindings */.s)(recipients),
            (0,key_findings/* identityFindings */.X)(identities, recipients),
            (0,live_plan/* checkResources */.EB)(backups, session.context),
            checkEnvironments(session, config),
            accessOf(resources, session.context, purpose),
            (0,inspect/* inspectProbes */.g)(config.probes, session.context),
            (0,inspect/* missingCredentials */.n)(config.probes, session.context),
            inspectChannels(config.channels, session.context),
        ]);
        // Only a store that can be read and holds a snapshot has one to judge.
        const hasOne = !onStore.includes(NO_SNAPSHOT) && onStore.every(({ level }) => level !== 'error');
        const latest = hasOne ? await checkLatest(session, project) : { findings: [], usable: true };
        const findings = [
            ...about('store', [...onStore, ...latest.findings, ...(0,cli_project.signingFindings)(project, session.context)]),
            ...about('seal', [...onRecipients, ...onIdentities]),
            ...about('environments', onEnvironments),
            ...about('credentials', accessFindings(access, purpose)),
            ...onResources,
            ...onProbes,
            ...unset,
            ...onChannels,
            ...about('mitigations', mitigationFindings(project, session.context)),
            ...about('configuration', (0,configuration/* placeholderFindings */.e6)(config)),
            ...beforeDown(onBackups, backups, onResources),
        ];
        const ready = findings.every(({ level }) => level !== 'error');
        const headline = headlineOf(ready, onStore.includes(NO_SNAPSHOT), latest.usable);
        return {
            exit: ready ? 0 : 3,
            json: (0,json/* toJson */.a)({ ok: ready, findings }),
            text: [headline, (0,report_findings/* findingsText */._g)(findings)].filter((part) => part !== '').join('\n'),
            summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : (0,report_findings/* findingsMarkdown */.O9)(findings)}\n`,
            outputs: { verdict: ready ? 'ready' : 'not-ready' },
        };
    },
}));
/** A new project has none, and may still take its first one: so this is a warning. */
const NO_SNAPSHOT = {
    level: 'warning',
    code: 'snapshot-none',
    message: 'The store has no snapshot of this environment, so a rollback is not possible yet.',
    remedy: 'Run "rewind snapshot" before the next deploy.',
};
async function checkStore(store, environment) {
    const findings = await store.check();
    if (findings.some(({ level }) => level === 'error'))
        return findings;
    try {
        return (await (0,snapshot_files/* listSnapshotIds */.DB)(store, environment)).length > 0 ? findings : [...findings, NO_SNAPSHOT];
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return [...findings, { level: 'error', code, message, remedy }];
    }
}
/** GitHub knows environments; a command line has none. */
async function checkEnvironments({ run, context: ctx, inputs }, config) {
    if (run === null)
        return [];
    const found = await Promise.all([
        (0,environments/* readable */.HD)(() => (0,environments/* environmentFindings */.c9)((0,client.createGitHub)(ctx), config)),
        (0,environments/* planJobFindings */.rA)(ctx, config, inputs.planEnvironment),
    ]);
    return found.flat();
}
/** A job without plan-environment may be either. */
function purposeOf({ run, inputs }) {
    if (inputs.planEnvironment !== null)
        return 'reads';
    return run === null ? 'writes' : 'unknown';
}
const about = (resource, findings) => findings.map((finding) => ({ ...finding, resource }));
function headlineOf(ready, firstSnapshot, usable) {
    if (!ready)
        return 'Not ready: a rollback would fail or be incomplete.';
    if (!usable)
        return 'Ready for the next snapshot. A rollback to the newest one would be refused.';
    if (firstSnapshot)
        return 'Ready for the first snapshot. There is no snapshot to roll back to yet.';
    return 'Ready: no check found a problem that would stop a rollback.';
}
/** Only a rollback with --database down needs these backups, so what would stop one is a warning. */
function beforeDown(findings, backups, known) {
    return findings.flatMap((finding) => {
        const of = backups.find(({ id }) => id === finding.resource)?.backsUp?.[0] ?? finding.resource;
        if (finding.level !== 'error' || known.some(({ code, resource }) => code === finding.code && resource === of))
            return [];
        return [
            { ...finding, level: 'warning', resource: of, message: `No backup before down migrations: ${finding.message}` },
        ];
    });
}


/***/ }),

/***/ 22186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ REASONS_OF_CLAIMS),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   hz: () => (/* binding */ VERDICTS_OF_CLAIMS),
/* harmony export */   p: () => (/* binding */ presentValue),
/* harmony export */   qy: () => (/* binding */ claimSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98479);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23714);



const reason = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n([
    // Differences
    'changed',
    'by-hand',
    'database-mode',
    'later',
    // Not compared
    'out-of-scope',
    'not-in-snapshot',
    'not-configured',
    'unreadable',
    'unreadable-value',
]);
const REASONS_OF_CLAIMS = reason.options;
const remainder = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** `changed`: differs. `by-hand`: differs, and only a person can restore it. `database-mode`: differs, left by choice. `later`: differs, because somebody changed it after the deploy; it stays. */
    reason,
    detail: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
const verdict = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['equal', 'partly-compared', 'differs', 'not-compared']);
const VERDICTS_OF_CLAIMS = verdict.options;
const claimSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /**
     * `equal`: every resource was compared and is equal. `partly-compared`: what was compared is equal, something was not
     * compared. `differs`: a difference is known, also one that is left by choice. `not-compared`: nothing was compared.
     */
    verdict,
    /** The whole claim in one line, without a full stop. */
    sentence: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Ids of the resources that were read and equal the snapshot. */
    equal: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Ids of the resources that were read and compared: the equal ones and the different ones. */
    compared: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    differs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(remainder),
    notCompared: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(remainder),
});
/** Law 10: a claim is never larger than its proof. Pure. */
function claimOf(facts) {
    const all = [...facts.configured, ...facts.captured.filter((id) => !facts.configured.includes(id))];
    const equal = [];
    const compared = [];
    const differs = [];
    const notCompared = [];
    for (const resource of all) {
        const missing = whyNotCompared(resource, facts);
        if (missing) {
            notCompared.push(missing);
            continue;
        }
        compared.push(resource);
        const found = differencesOf(resource, facts);
        differs.push(...found);
        if (found.length === 0)
            equal.push(resource);
        if ('notRead' in facts.live)
            continue;
        for (const blind of facts.live.blind.filter((entry) => entry.resource === resource)) {
            notCompared.push({ resource, reason: 'unreadable-value', detail: blind.what });
        }
    }
    const verdict = differs.length > 0
        ? 'differs'
        : compared.length === 0
            ? 'not-compared'
            : notCompared.length > 0
                ? 'partly-compared'
                : 'equal';
    const lists = { equal, compared, differs, notCompared };
    return { verdict, sentence: sentenceOf(facts, all.length, lists), ...lists };
}
function whyNotCompared(resource, facts) {
    const { configured, captured, scope, live } = facts;
    if (!configured.includes(resource)) {
        return { resource, reason: 'not-configured', detail: 'in the snapshot, but no longer in the configuration' };
    }
    if (scope !== null && !scope.includes(resource))
        return { resource, reason: 'out-of-scope', detail: 'out of scope' };
    if (!captured.includes(resource))
        return { resource, reason: 'not-in-snapshot', detail: 'not in the snapshot' };
    if ('notRead' in live)
        return { resource, reason: 'unreadable', detail: live.notRead };
    const failure = live.failures.find((error) => error.resource === resource);
    return failure && { resource, reason: 'unreadable', detail: failure.message };
}
function differencesOf(resource, { live }) {
    if ('notRead' in live)
        return [];
    const own = (changes, why) => changes
        .filter((change) => change.resource === resource)
        .map((change) => ({ resource, reason: why, detail: detailOf(change, why) }));
    return [
        ...own(live.plan.changes, 'changed'),
        ...own(live.plan.manual, 'by-hand'),
        ...own(live.plan.notSelected, 'database-mode'),
        ...own(live.plan.later, 'later'),
    ];
}
/** A change that another database mode would make has its difference in `before`; its `after` says what that mode does. */
function detailOf(change, why) {
    const text = why === 'database-mode' || why === 'later' ? (change.before ?? 'absent') : (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change);
    return `${change.target}: ${text}`;
}
function sentenceOf(facts, total, { equal, differs, notCompared }) {
    const { environment, database, recovers, mitigates } = facts;
    const chosen = Object.entries(recovers?.deployments ?? {}).map(([id, deployment]) => `${id}: ${deployment}`);
    const snapshot = `${facts.snapshot}${chosen.length === 0 ? '' : `, with the chosen deployment (${chosen.join(', ')})`}`;
    if (mitigates?.lifts !== false && equal.length === total && notCompared.length === 0) {
        return `"${environment}" equals snapshot ${snapshot} (${count(total)} compared)`;
    }
    const of = (why) => differs.filter((entry) => entry.reason === why);
    const since = mitigates === undefined ? 'deploy' : 'mitigation';
    const parts = [
        mitigates?.lifts === false
            ? `the measure ${(0,_mitigation_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(mitigates)} is in effect in ${equal.length === 0 ? 'no resource' : equal.join(', ')} of "${environment}"`
            : `${equal.length} of ${count(total)} of "${environment}" ${equal.length === 1 ? 'equals' : 'equal'} snapshot ${snapshot}`,
        ...of('changed').map(({ resource, detail }) => `${resource} differs: ${brief(detail)}`),
        ...of('by-hand').map(({ resource, detail }) => `${resource} must be restored by hand: ${brief(detail)}`),
        ...of('database-mode').map(({ resource, detail }) => `${resource} left as it is ${recovers === undefined ? `by choice (--database ${database})` : 'in a recovery'}: ${brief(detail)}`),
        ...of('later').map(({ resource, detail }) => `${resource} kept as it is, because it was changed after the ${since}: ${brief(detail)}`),
        // A mitigation says nothing of what is out of its scope.
        ...grouped(mitigates?.lifts === false ? notCompared.filter(({ reason: why }) => why !== 'out-of-scope') : notCompared),
    ];
    return parts.join('; ');
}
/** One clause for each reason: "not compared: cdn, media (out of scope)". */
function grouped(entries) {
    const byDetail = new Map();
    for (const { resource, detail } of entries) {
        const text = brief(detail);
        byDetail.set(text, [...(byDetail.get(text) ?? []), resource]);
    }
    return [...byDetail].map(([detail, ids]) => `not compared: ${ids.join(', ')} (${detail})`);
}
const count = (total) => `${total} ${total === 1 ? 'resource' : 'resources'}`;
function brief(text) {
    const line = text.replaceAll('\n', ', ');
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
/**
 * The present value of a change's object, by a comparison that was made after it.
 * @returns undefined if it was not read again
 */
function presentValue(change, live) {
    if ('notRead' in live || live.failures.some(({ resource }) => resource === change.resource))
        return undefined;
    const { changes, manual, notSelected, later } = live.plan;
    const found = [...changes, ...manual, ...notSelected, ...later].find((other) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(other) === (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(change));
    return (found ? found.before : change.after) ?? 'absent';
}


/***/ }),

/***/ 23714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RK: () => (/* binding */ eased),
  xh: () => (/* binding */ factsFor),
  vd: () => (/* binding */ mitigationSchema),
  Vb: () => (/* binding */ nameOf),
  gu: () => (/* binding */ settled),
  ny: () => (/* binding */ takes),
  lb: () => (/* binding */ unknownToAll)
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
    /** Of a lift: objects (`resource/object`) that it leaves as they are, because the measure is not in effect there any more. */
    leaves: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
    /** Of a lift: objects that it leaves as they are until another mitigation is lifted, too. */
    holds: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
});
/** What a mitigation is called in texts. */
const nameOf = ({ id, measure, }) => (id === null ? measure.kind : `${measure.kind} "${id}"`);
/** True if the provider of the resource can take the measure. */
const takes = ({ provider }, measure) => provider.capabilities?.mitigation?.kinds.includes(measure.kind) === true;
/**
 * The state with the measure. Pure.
 * @throws RewindError mitigation-impossible
 */
function eased(resource, state, { measure, facts }) {
    const { mitigation } = resource.provider.capabilities ?? {};
    if (mitigation === undefined || !takes(resource, measure))
        throw impossible(resource, measure);
    return mitigation.ease(resource.config, state, measure, facts[resource.id] ?? {});
}
/** Names that none of the resources has. @param unknown of each resource */
function unknownToAll(unknown) {
    const [first = [], ...others] = unknown;
    return first.filter((name) => others.every((names) => names.includes(name)));
}
/** The state as it was asked for: without what the service alone made of it. Pure. */
const settled = ({ provider }, state) => provider.capabilities?.mitigation?.settled?.(state) ?? state;
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
/* harmony export */   xZ: () => (/* binding */ afterApprovals),
/* harmony export */   yM: () => (/* binding */ planKind)
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
const planKind = ({ undoes, recovers, mitigates }) => mitigates !== undefined
    ? mitigates.lifts
        ? 'lift'
        : 'mitigation'
    : recovers !== undefined
        ? 'recovery'
        : undoes === null
            ? 'rollback'
            : 'undo';
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


/***/ })

};
