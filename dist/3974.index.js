export const id = 3974;
export const ids = [3974];
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

/***/ 58192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UF: () => (/* binding */ backupResources),
/* harmony export */   ix: () => (/* binding */ assertModeWorks),
/* harmony export */   lj: () => (/* binding */ assertDistinctDatabases),
/* harmony export */   vS: () => (/* binding */ databaseFacts)
/* harmony export */ });
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16449);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21223);
/* harmony import */ var _providers_configs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73733);
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
        const modes = _engine_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .DATABASE_MODES */ .tP.filter((mode) => members.some((member) => works(member, mode)));
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
  openProject: () => (/* binding */ openProject),
  signerOf: () => (/* binding */ signerOf),
  signingFindings: () => (/* binding */ signingFindings)
});

// EXTERNAL MODULE: ./lib/engine/claim.js
var claim = __webpack_require__(22186);
// EXTERNAL MODULE: ./lib/engine/plan.js
var plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
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
    ...provider/* PLAN_DATABASE_MODES */.ps,
    ...provider/* STAGES */.an,
    ...vocabulary/* APPROVAL_KINDS */._1,
    ...vocabulary/* REASONS */.ez,
    ...vocabulary/* ORIGINS */.o9,
    ...['done', 'failed', 'not-begun', 'command line'],
];

// EXTERNAL MODULE: ./lib/config/load.js + 3 modules
var load = __webpack_require__(36905);
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
    if (ctx.env.secret('REWIND_SIGNING_KEY') === undefined)
        return [];
    try {
        signerOf(project, ctx);
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
function signerOf({ signKeys }, ctx) {
    if (signKeys.length === 0)
        return null;
    const text = ctx.env.secret('REWIND_SIGNING_KEY');
    if (text === undefined) {
        throw new errors/* RewindError */.Ir('signing-key-missing', 'rewind.yml has sign.keys, but this job has no REWIND_SIGNING_KEY.');
    }
    const key = (0,signature/* readSigningKey */.jy)(text);
    if (signKeys.includes((0,signature/* publicKeyText */.gt)(key)))
        return key;
    throw new errors/* RewindError */.Ir('signing-key-unknown', 'The public key of REWIND_SIGNING_KEY is not in sign.keys.');
}
function readConfig({ inputs, root }, absolute) {
    try {
        return (0,load/* loadConfig */.Z)(inputs.config, absolute);
    }
    catch (error) {
        throw (0,repository_root/* withParentHint */.I)(error, root, inputs.config);
    }
}
/** @throws RewindError config-not-found, config-invalid, scope-unknown */
async function openProject(invocation, ctx, path) {
    const { env, inputs } = invocation;
    const config = readConfig(invocation, path(inputs.config));
    const resources = await (0,engine_resources/* loadResources */._H)(config.resources, inputs.scope, providers_load/* loadProvider */.C);
    ctx.masker.allow([
        ...DOCUMENT_WORDS,
        config.environment,
        ...resources.flatMap(({ id, provider }) => [id, provider.id]),
    ]);
    (0,databases/* assertDistinctDatabases */.lj)(resources, ctx, inputs.config);
    const run = (0,workflow_run/* readWorkflowRun */.h)(env);
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

/***/ 23974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commands_snapshot)
});

// EXTERNAL MODULE: ./lib/engine/snapshot.js
var snapshot = __webpack_require__(17732);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var coverage = __webpack_require__(51282);
// EXTERNAL MODULE: ./lib/report/snapshots.js
var snapshots = __webpack_require__(62467);
// EXTERNAL MODULE: ./lib/store/artifact-names.js
var artifact_names = __webpack_require__(50918);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
// EXTERNAL MODULE: ./lib/cli/project.js + 1 modules
var cli_project = __webpack_require__(18059);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/commands/snapshot/describe.js




/** One line for each resource, and one for each object that the snapshot does not contain. */
function describeSnapshot(manifest, resources) {
    return (0,runtime_text/* textOf */.b6)([
        ...rowsOf(manifest).map(([id, provider, size, took]) => `  ${id} (${provider}): ${size}, ${took}`),
        ...leftOutOf(manifest, resources).map(({ resource, what }) => `  ${resource}: not in the snapshot: ${what}`),
    ]);
}
function snapshotTable(manifest, resources) {
    const lines = leftOutOf(manifest, resources).map(({ resource, what }) => `- ${(0,markdown/* escapeText */.X1)(`${resource}: not in the snapshot: ${what}`).replace(/\s+/g, ' ')}`);
    return [
        (0,markdown/* table */.tp)(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest)),
        ...(lines.length === 0 ? [] : ['', ...lines]),
    ].join('\n');
}
/** What the captured states say they lack; of the resources that the configuration still has. */
function leftOutOf(manifest, resources) {
    return manifest.resources.flatMap(({ id, provider, state }) => {
        const known = resources.find((resource) => resource.id === id && resource.providerId === provider);
        const lacking = known ? ((0,engine_provider/* describeState */.Jw)(known.provider, state).leftOut ?? []) : [];
        return lacking.map((what) => ({ resource: id, what }));
    });
}
function rowsOf(manifest) {
    return manifest.resources.map((resource) => {
        const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
        const size = resource.payloads.length === 0 ? 'state only' : (0,progress/* amount */.vj)(bytes, 'bytes');
        return [resource.id, resource.provider, size, (0,progress/* seconds */.YA)(resource.durationMs / 1000)];
    });
}

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/engine/choose.js
var engine_choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/history.js
var engine_history = __webpack_require__(17578);
// EXTERNAL MODULE: ./lib/engine/release.js
var release = __webpack_require__(35819);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/deployments.js
var deployments = __webpack_require__(94986);
;// CONCATENATED MODULE: ./lib/commands/snapshot/release.js










const after = {
    ...(0,flags/* text */.Qq)('id', 'With --reason release: the snapshot before the deploy. Default: the newest one from before it.'),
    allowed: 'the id of a snapshot',
    parse: (given) => (vocabulary/* SNAPSHOT_ID */.dn.test(given) ? given : undefined),
};
/**
 * Finds the snapshot before the deploy, and what can be captured quickly.
 * @throws RewindError snapshot-not-found, snapshot-corrupt, input-invalid
 */
async function releaseCapture(session, project, given) {
    const resources = project.resources.filter(({ provider }) => provider.slow !== true);
    const leftOut = project.resources.filter(({ provider }) => provider.slow === true);
    if (resources.length === 0) {
        throw new errors/* RewindError */.Ir('input-invalid', `Nothing to capture: ${leftOut.map(({ id }) => id).join(', ')} takes too long.`, {
            remedy: 'A release capture holds what is quick to read. Name other resources in --scope.',
        });
    }
    const { history, circumstances } = await (0,choose/* openSnapshots */.mn)(session, project);
    if (given === null)
        return { before: await (0,release/* snapshotBeforeDeploy */.H)(history, circumstances), resources, leftOut };
    const { manifest, problem, releases } = history.ids.includes(given)
        ? await history.entry(given)
        : { manifest: null, problem: null, releases: new Map() };
    if (problem !== null)
        throw problem;
    if (manifest === null) {
        throw new errors/* RewindError */.Ir('snapshot-not-found', `The store has no snapshot ${given} of "${history.environment}".`);
    }
    if (!(0,engine_choose/* isOrdinary */.P)({ scope: null, configured: [], origin: project.origin })({ manifest })) {
        throw new errors/* RewindError */.Ir('input-invalid', `${given} is a ${manifest.reason} snapshot, not one from before a deploy.`, {
            remedy: 'Give the id that "rewind snapshot" printed before the deploy.',
        });
    }
    const before = (0,engine_history/* showsLive */.d7)(releases, circumstances.live)
        ? { kind: 'none', why: `Snapshot ${given} shows this deployment already: it was taken after the deploy.` }
        : { kind: 'found', manifest };
    return { before, resources, leftOut };
}
/** The alarm if a deploy went live without a snapshot. */
function alarmOf({ before }, environment) {
    if (before.kind !== 'none')
        return [];
    return [
        {
            level: 'error',
            code: 'deploy-without-snapshot',
            message: `A deploy of "${environment}" went live without a snapshot before it. ${before.why}`,
            remedy: 'Let the deploy job need the snapshot job (examples/pre-deploy-snapshot.yml). Until the next deploy, no rollback can undo this one.',
        },
    ];
}
/**
 * Writes on GitHub's Deployments page which snapshot undoes the deploy. A failure is a warning, because the capture is good.
 * @returns a sentence; null if it was not written
 */
async function noteWayBack(session, release, { before }) {
    const { run, context } = session;
    if (run === null || before.kind !== 'found')
        return null;
    const shown = [...(await (0,engine_history/* releasesOf */.w0)(release, load/* loadProvider */.C)).values()];
    const commit = shown.find((one) => one.commit !== null)?.commit ?? run.sha;
    const said = `To undo this deploy: Rewind snapshot ${before.manifest.id}`;
    try {
        const id = await (0,deployments/* noteOnDeployment */.T)((0,client.createGitHub)(context), release.environment, commit, run.url, said, {
            rewind: { snapshot: before.manifest.id, release: release.id },
        });
        return `GitHub's deployment ${id} of commit ${commit.slice(0, 7)} names the snapshot.`;
    }
    catch (error) {
        const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
        context.log.warn(`GitHub's Deployments page does not name the snapshot: ${message} ${remedy}`);
        return null;
    }
}

// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/commands/snapshot/retention.js



/**
 * Removes snapshots that are both older than keep-days and beyond the newest keep-last, without a mark. A failure is only a warning,
 * because the new snapshot is good.
 * @returns ids removed
 */
async function applyRetention(session, { store, config }) {
    if (store.expires === true)
        return [];
    const { 'keep-last': keepLast, 'keep-days': keepDays } = config.retention;
    const oldest = session.context.clock.now().getTime() - keepDays * progress/* DAY_MS */.sO;
    const removed = [];
    try {
        const objects = await store.list(`snapshots/${config.environment}`);
        const ids = (0,snapshot_files/* snapshotIds */.Ns)(objects);
        const marks = (0,snapshot_files/* marksOf */.Ok)(objects);
        for (const id of ids.slice(0, Math.max(0, ids.length - keepLast))) {
            if (marks.has(id))
                continue;
            const { createdAt } = await (0,snapshot_files/* readManifest */.WI)(store, config.environment, id);
            if (Date.parse(createdAt) >= oldest)
                continue;
            await (0,snapshot_files/* removeSnapshot */.Bw)(store, config.environment, id);
            removed.push(id);
        }
    }
    catch (error) {
        session.context.log.warn(`Could not remove old snapshots: ${(0,errors/* asRewindError */.m2)(error).message}`);
    }
    return removed;
}

;// CONCATENATED MODULE: ./lib/commands/snapshot/index.js













const REASONS = ['pre-deploy', 'manual', 'drill', 'release'];
const VERDICTS = { found: 'linked', returned: 'returned', none: 'no-snapshot' };
/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
/* harmony default export */ const commands_snapshot = ((0,command/* defineCommand */.N)({
    name: 'snapshot',
    summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
    flags: {
        reason: (0,flags/* choice */.Yq)(REASONS, 'pre-deploy', 'Reason for the snapshot; release: just after a deploy.'),
        after: after,
        'install-client': flags/* FLAGS */.Wg['install-client'],
    },
    examples: ['snapshot', 'snapshot --reason manual --scope db', 'snapshot --reason release'],
    notes: [
        '--reason release captures what is quick to read, no database, just after a deploy. With it, a rollback undoes what the',
        'deploy changed and keeps what was changed later. "latest" never names it. Exit status 3 (verdict "no-snapshot"): the',
        'deploy went live without a snapshot before it. Verdict "returned": production serves an older deployment again.',
    ],
    verdicts: ['linked', 'returned', 'no-snapshot'],
    outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'retention-days'],
    async run(session) {
        const project = await session.open();
        // Before anything is captured: the deploy must not rely on a snapshot that will be refused.
        await project.store.assertBelievable?.();
        const signer = (0,cli_project.signerOf)(project, session.context);
        const { reason, after: given } = session.inputs;
        if (given !== null && reason !== 'release') {
            throw new errors/* RewindError */.Ir('input-invalid', '--after belongs to --reason release.');
        }
        const release = reason === 'release' ? await releaseCapture(session, project, given) : null;
        const resources = release?.resources ?? project.resources;
        const manifest = await (0,snapshot/* takeSnapshot */.W)({
            resources,
            after: release?.before.kind === 'found' ? release.before.manifest : null,
            scope: resources.length === project.config.resources.length ? null : resources.map(({ id }) => id),
            store: project.store,
            ctx: session.context,
            origin: project.origin,
            reason,
            recipients: project.config.seal.recipients,
            identities: project.identities,
            signKeys: project.signKeys,
            signer,
        });
        const removed = await applyRetention(session, project);
        const leftOut = leftOutOf(manifest, project.resources);
        const findings = release === null ? [] : alarmOf(release, manifest.environment);
        const noted = release === null ? null : await noteWayBack(session, manifest, release);
        const said = release === null ? scopeNote(manifest, project) : releaseNote(manifest, release, project, noted);
        const alarm = findings.map(({ message, remedy }) => `${message} ${remedy ?? ''}`);
        const upload = (0,artifact_names/* snapshotArtifact */.Pm)(project.config.store, manifest.environment, manifest.id);
        return {
            exit: findings.length === 0 ? 0 : 3,
            json: (0,json/* toJson */.a)({
                ok: findings.length === 0,
                snapshot: manifest.id,
                scope: manifest.scope,
                resources: manifest.resources.map(({ id }) => id),
                leftOut,
                removed,
                ...(release === null
                    ? {}
                    : {
                        after: manifest.after?.snapshot ?? null,
                        notCaptured: release.leftOut.map(({ id }) => id),
                        findings,
                    }),
            }),
            text: [
                ...alarm,
                `Snapshot ${manifest.id} of "${manifest.environment}" is complete and was read back.`,
                describeSnapshot(manifest, project.resources),
                ...said,
            ].join('\n'),
            summary: [
                `## Snapshot \`${manifest.id}\``,
                ...alarm.map((line) => `🔴 **${(0,markdown/* escapeText */.X1)(line)}**`),
                ...(release === null ? [] : said.map(markdown/* escapeText */.X1)),
                `${snapshotTable(manifest, project.resources)}\n`,
            ].join('\n\n'),
            outputs: {
                ...(release === null ? {} : { verdict: VERDICTS[release.before.kind] }),
                'snapshot-id': manifest.id,
                ...(upload === null
                    ? {}
                    : {
                        'snapshot-artifact': upload.name,
                        'snapshot-path': upload.path,
                        'retention-days': String((0,artifact_names/* retentionDays */.Ol)(project.config)),
                    }),
            },
        };
    },
}));
/** A snapshot of some resources stands only for them. */
function scopeNote(manifest, { config }) {
    if (manifest.scope === null)
        return [];
    const covered = (0,coverage/* coverageOf */._)(manifest, config.resources.map(({ id }) => id));
    return [`It holds ${(0,snapshots/* coverageText */._)(covered)}: "latest" stands for it only with --scope ${manifest.scope.join(',')}.`];
}
/** What a release capture belongs to, and what it does not hold. */
function releaseNote(manifest, release, { config }, noted) {
    const { before, leftOut } = release;
    const covered = (0,coverage/* coverageOf */._)(manifest, config.resources.map(({ id }) => id));
    const takesLong = leftOut.map(({ id, providerId }) => `${id} (${providerId})`).join(', ');
    return [
        before.kind === 'found'
            ? `It is a release capture: it belongs to snapshot ${before.manifest.id} from before the deploy.`
            : before.kind === 'returned'
                ? 'It is a release capture of a deployment that an older snapshot shows: production returned to it, so it belongs to no snapshot.'
                : 'It is a release capture that belongs to no snapshot.',
        `It holds ${(0,snapshots/* coverageText */._)(covered)}.${takesLong === '' ? '' : ` Not read, because that takes long: ${takesLong}. A rollback cannot tell who changed it.`}`,
        ...(noted === null ? [] : [noted]),
    ];
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

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ assertProven)
/* harmony export */ });
/* harmony import */ var _runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87895);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);


/** Codes that prove damage. Any other failure says only that the proof could not be made. */
const DAMAGE = new Set([
    'snapshot-corrupt',
    'seal-corrupt',
    'dump-unreadable',
    'restore-mismatch',
]);
/** Also `payload-differs`, and the code of a provider that ends with it. */
const isDamage = (code) => DAMAGE.has(code) || code.endsWith('payload-differs');
/**
 * Passes if no finding is an error. A missing credential or a wrong identity is not a damaged snapshot: somebody would
 * throw a good backup away.
 * @throws RewindError snapshot-corrupt for damage; the code of the failures if they share one; else snapshot-unproven
 */
function assertProven(snapshot, findings) {
    const errors = findings.filter(({ level }) => level === 'error');
    const [first, ...more] = errors;
    if (!first)
        return;
    const problems = errors.map(({ resource, message, remedy, code }) => `${resource}: ${message} ${remedy ?? ''} (${code})`);
    if (errors.some(({ code }) => isDamage(code))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `Snapshot ${snapshot} cannot be restored.`, { problems });
    }
    const codes = new Set(errors.map(({ code }) => code));
    const code = codes.size === 1 && isErrorCode(first.code) ? first.code : 'snapshot-unproven';
    if (more.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `Snapshot ${snapshot} could not be proven: ${first.message}`, {
            resource: first.resource,
            remedy: first.remedy,
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `Snapshot ${snapshot} could not be proven in ${errors.length} resources.`, { problems });
}
const isErrorCode = (code) => Object.hasOwn(_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .O, code);


/***/ }),

/***/ 35819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ snapshotBeforeDeploy),
/* harmony export */   Y: () => (/* binding */ releaseAfter)
/* harmony export */ });
/* harmony import */ var _choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);


/** Snapshots that are looked at to find the one before a deploy. */
const LOOK_BACK = 3 * _history_js__WEBPACK_IMPORTED_MODULE_1__/* .PAGE */ .KL;
/**
 * The snapshot that was taken before the deploy that is live, and after the one before it. A release capture of another
 * deployment that is newer than every snapshot proves that there is none. Without a resource that shows a deployment, the
 * newest snapshot counts.
 */
async function snapshotBeforeDeploy(history, { live, configured, origin }) {
    const ordinary = (0,_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .isOrdinary */ .P)({ scope: null, configured, origin });
    const all = await history.slice(0, LOOK_BACK);
    const entries = all.filter(({ manifest }) => manifest !== null && (0,_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(manifest, origin));
    const shown = (entry) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(entry.releases, live);
    const at = entries.findIndex((entry) => (ordinary(entry) || (entry.manifest?.reason === 'release' && live !== null)) && !shown(entry));
    const found = entries[at];
    if (entries.slice(at + 1).some((entry) => at >= 0 && shown(entry)))
        return { kind: 'returned' };
    if (found?.manifest && ordinary(found))
        return { kind: 'found', manifest: found.manifest };
    const why = found === undefined
        ? entries.some(shown)
            ? 'Every snapshot in the store shows this deployment already.'
            : 'The store has no snapshot.'
        : `The newest capture of the deployment before it is ${found.id}, and no snapshot was taken after that one.`;
    return { kind: 'none', why };
}
/**
 * The newest release capture that can tell the deploy's changes from later ones: it belongs to the snapshot, and no deploy
 * followed it. A rollback of that deploy may have followed.
 *
 * @param snapshot the one that a rollback returns to
 * @param digest SHA-256 of its manifest
 * @returns null if there is none
 */
async function releaseAfter(history, snapshot, digest, live) {
    const newer = await history.slice(0, Math.max(0, history.ids.indexOf(snapshot.id)));
    const before = (await history.entry(snapshot.id)).releases;
    for (const { manifest, releases } of newer) {
        const deploying = manifest?.reason === 'pre-deploy' && manifest.scope === null;
        const { after } = manifest ?? {};
        if (manifest && after?.snapshot === snapshot.id && after.digest === digest && manifest.salt === snapshot.salt) {
            return sameDeploy(releases, before, live) === false ? null : manifest;
        }
        // Nobody says which deployment is live, and there may be a newer one.
        if (deploying && sameDeploy(releases, releases, live) === undefined)
            return null;
    }
    return null;
}
/** Whether production serves what the release or the snapshot before it shows; undefined if nobody says. */
function sameDeploy(release, before, live) {
    const known = [...(live ?? [])].filter(([id]) => release.has(id));
    if (known.length === 0)
        return undefined;
    return known.every(([id, { key }]) => release.get(id)?.key === key || before.get(id)?.key === key);
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

/***/ 17732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ takeSnapshot),
/* harmony export */   j: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82913);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(33220);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94365);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8540);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84346);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89952);









/**
 * Captures all resources in parallel, writes the snapshot and verifies it (law 9). Removes it after a failure.
 * @throws RewindError snapshot-incomplete with one line per resource that failed; snapshot-corrupt; store errors
 */
async function takeSnapshot(request) {
    const { ctx, store, origin } = request;
    const { clock } = ctx;
    const { including, after } = request;
    // The fingerprints of the included states have the salt of their snapshot, and those of two snapshots that are compared
    // need the same one.
    const salt = including?.salt ?? after?.salt ?? ctx.randomHex(16);
    const head = { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotIdAt */ .P1)(clock.now(), ctx.randomHex(3)), salt };
    try {
        const manifest = {
            kind: 'rewind-snapshot',
            schemaVersion: _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_VERSION */ .hh,
            ...head,
            createdAt: clock.now().toISOString(),
            writtenBy: origin.version,
            environment: origin.environment,
            repository: origin.repository,
            commit: origin.commit,
            run: origin.run,
            actor: origin.actor,
            event: origin.event,
            reason: request.reason,
            ...(after
                ? { after: { snapshot: after.id, digest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestDigest */ .It)(store, after.environment, after.id) } }
                : {}),
            recipients: [...request.recipients],
            scope: request.scope === null ? null : [...request.scope],
            resources: [...(await captureAll(request, head)), ...(await included(request, head.id))],
        };
        const { signer } = request;
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_6__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_7__/* .commentOf */ .vm)(manifest))));
        await verifyWritten(request, manifest);
        return manifest;
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .removeSnapshot */ .Bw)(store, origin.environment, head.id).then(() => {
            // Who frees disk space must know that this snapshot takes none.
            if ((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error).code === 'disk-full') {
                ctx.log.info(`The unfinished snapshot ${head.id} was removed.`);
            }
        }, (cleanup) => {
            ctx.log.warn(`The unfinished snapshot ${head.id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function captureAll(request, head) {
    const { resources, store, origin, recipients } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, head);
    const { clock } = ctx;
    const { references = [] } = request;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)([...resources, ...references], async (resource) => {
        const sink = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id);
        const start = clock.monotonic();
        const { provider, config } = resource;
        const within = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id);
        const captured = references.includes(resource)
            ? await provider.capabilities?.reference?.(config, within)
            : await provider.capture(config, within, sink);
        // Through JSON and the schema, because the snapshot is read back that way.
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_8__/* .toJson */ .a)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_8__/* .toJson */ .a)(state),
            payloads: sink.refs,
        };
    });
    const failures = outcomes.filter(({ resource, error }) => {
        if (error === undefined)
            return false;
        const { code, message } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        if (request.leaveOut?.includes(code) !== true)
            return true;
        ctx.log.warn(`"${resource.id}" is not in this snapshot: ${message}`);
        return false;
    });
    if (failures.length === 0)
        return outcomes.flatMap(({ value }) => (value ? [value] : []));
    const errors = failures.map(({ error, resource }) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id));
    // A single failure keeps its code and remedy; several are reported together.
    const [first] = errors;
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('cancelled', 'The run was cancelled before the snapshot was complete.', { cause: cancelled });
    }
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
        remedy: 'Fix all of them. Do not deploy before a snapshot succeeds.',
    });
}
/** Copies what the included snapshot holds of other resources. The sealed files stay as they are. */
async function included({ including, resources, store }, id) {
    if (!including)
        return [];
    const others = including.resources.filter((captured) => !resources.some((own) => own.id === captured.id));
    for (const captured of others) {
        for (const ref of captured.payloads)
            await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .copyPayload */ .mx)(store, including, id, captured.id, ref);
    }
    return others;
}
async function verifyWritten(request, written) {
    const { store, ctx, identities } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readManifest */ .WI)(store, written.environment, written.id);
    const problems = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .checkPayloads */ .M1)(store, manifest);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', 'The new snapshot cannot be read back.', { problems });
    }
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_7__/* .trustOf */ .An)(store, manifest, request.signKeys, ctx.clock.now());
    if (identities.length > 0) {
        (0,_proof_js__WEBPACK_IMPORTED_MODULE_3__/* .assertProven */ .L)(manifest.id, await proveSnapshot({ ...request, manifest, depth: 'readable' }));
    }
    ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities);
        const state = resource.provider.state.parse(captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
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

/***/ 33220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 50918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact),
/* harmony export */   vj: () => (/* binding */ incidentArtifact)
/* harmony export */ });
/** Directory in the repository for files of the store `artifact`, until a workflow step uploads them. */
const STAGING = '.rewind/store';
const artifactPrefix = (config) => `${config.name ?? 'rewind'}-`;
/** @returns null if the store needs no upload by a step */
function snapshotArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}snapshot-${environment}-${id}`,
        path: `${STAGING}/snapshots/${environment}/${id}`,
    };
}
/** Plan and journal. The workflow adds `-<run>-<attempt>` to the name: the journal of each attempt is kept. */
function rollbackArtifact(store, environment, digest) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}rollback-${environment}-${digest}`,
        path: `${STAGING}/rollbacks/${environment}/${digest}`,
    };
}
/** The record of an incident. The workflow adds `-<run>-<attempt>`: each artifact holds the record up to its run. */
function incidentArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}incident-${environment}-${id}`,
        path: `${STAGING}/incidents/${environment}/${id}`,
    };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ })

};
