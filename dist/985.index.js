export const id = 985;
export const ids = [985,392];
export const modules = {

/***/ 7985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7732);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9392);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);





/** States hold no secrets; sealed parts stay sealed. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'show',
    summary: 'Show one snapshot: its origin and its content.',
    arguments: [{ name: 'snapshot', description: 'Snapshot id, or "latest" (the default).' }],
    flags: { snapshot: _cli_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .FLAGS */ .Wg.snapshot },
    examples: ['show', 'show 20261123T030405Z-1a2b3c'],
    async run(session) {
        const [given] = session.inputs.args;
        const id = given === undefined ? session.inputs.snapshot : _cli_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .FLAGS */ .Wg.snapshot.parse(given);
        if (id === undefined) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `<snapshot> must be ${_cli_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .FLAGS */ .Wg.snapshot.allowed} (got "${given ?? ''}")`);
        }
        const { store, origin } = await session.open();
        const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .findSnapshot */ .Cb)(store, id, origin);
        const head = [
            `Snapshot ${manifest.id} of "${manifest.environment}" (${manifest.reason})`,
            `  taken ${manifest.createdAt} by Rewind ${manifest.writtenBy}`,
            `  repository ${manifest.repository ?? '-'}, commit ${manifest.commit ?? '-'}, run ${manifest.run ?? '-'}`,
        ];
        return {
            exit: 0,
            json: manifest,
            text: `${head.join('\n')}\n${(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.describeSnapshot)(manifest)}`,
            summary: `## Snapshot \`${manifest.id}\`\n\n${(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.snapshotTable)(manifest)}\n`,
        };
    },
}));


/***/ }),

/***/ 9392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   describeSnapshot: () => (/* binding */ describeSnapshot),
/* harmony export */   snapshotTable: () => (/* binding */ snapshotTable)
/* harmony export */ });
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9461);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7732);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8234);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(918);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3997);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3021);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);








/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'snapshot',
    summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
    flags: {
        reason: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .choice */ .Yq)(['pre-deploy', 'manual', 'drill'], 'pre-deploy', 'Reason for the snapshot.'),
        'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .FLAGS */ .Wg['install-client'],
    },
    examples: ['snapshot', 'snapshot --reason manual --scope db'],
    outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'retention-days'],
    async run(session) {
        const project = await session.open();
        const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W9)({
            resources: project.resources,
            store: project.store,
            ctx: session.context,
            origin: project.origin,
            reason: session.inputs.reason,
            recipients: project.config.seal.recipients,
            identities: project.identities,
        });
        const removed = await applyRetention(session, project);
        const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id);
        return {
            exit: 0,
            json: { ok: true, snapshot: manifest.id, resources: manifest.resources.map(({ id }) => id), removed },
            text: `Snapshot ${manifest.id} of "${manifest.environment}" is complete and was read back.\n${describeSnapshot(manifest)}`,
            summary: `## Snapshot \`${manifest.id}\`\n\n${snapshotTable(manifest)}\n`,
            outputs: {
                'snapshot-id': manifest.id,
                ...(upload === null
                    ? {}
                    : {
                        'snapshot-artifact': upload.name,
                        'snapshot-path': upload.path,
                        'retention-days': String((0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_5__/* .retentionDays */ .Ol)(project.config)),
                    }),
            },
        };
    },
}));
/** One line for each resource. */
function describeSnapshot(manifest) {
    return rowsOf(manifest)
        .map(([id, provider, size, took]) => `  ${id} (${provider}): ${size}, ${took}`)
        .join('\n');
}
function snapshotTable(manifest) {
    return (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .t)(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest));
}
function rowsOf(manifest) {
    return manifest.resources.map((resource) => {
        const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
        const size = resource.payloads.length === 0 ? 'state only' : (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_7__/* .amount */ .vj)(bytes, 'bytes');
        return [resource.id, resource.provider, size, (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_7__/* .seconds */ .YA)(resource.durationMs / 1000)];
    });
}
/**
 * Removes snapshots that are both older than keep-days and beyond the newest keep-last. A failure is only a warning,
 * because the new snapshot is good.
 * @returns ids removed
 */
async function applyRetention(session, { store, config }) {
    if (store.expires === true)
        return [];
    const { 'keep-last': keepLast, 'keep-days': keepDays } = config.retention;
    const oldest = session.context.clock.now().getTime() - keepDays * _runtime_progress_js__WEBPACK_IMPORTED_MODULE_7__/* .DAY_MS */ .sO;
    const removed = [];
    try {
        const ids = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listSnapshotIds */ .DB)(store, config.environment);
        for (const id of ids.slice(0, Math.max(0, ids.length - keepLast))) {
            const { createdAt } = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readManifest */ .WI)(store, config.environment, id);
            if (Date.parse(createdAt) >= oldest)
                continue;
            await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .removeSnapshot */ .Bw)(store, config.environment, id);
            removed.push(id);
        }
    }
    catch (error) {
        session.context.log.warn(`Could not remove old snapshots: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error).message}`);
    }
    return removed;
}


/***/ }),

/***/ 1223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ settleResources),
/* harmony export */   _: () => (/* binding */ loadResources)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);

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

/***/ 7732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   jr: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3220);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4365);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9461);






/**
 * Captures all resources in parallel, writes the snapshot and verifies it (law 9). Removes it after a failure.
 * @throws RewindError snapshot-incomplete with one line per resource that failed; snapshot-corrupt; store errors
 */
async function takeSnapshot(request) {
    const { ctx, store, origin } = request;
    const { clock } = ctx;
    const head = { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotIdAt */ .P1)(clock.now(), ctx.randomHex(3)), salt: ctx.randomHex(16) };
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
            reason: request.reason,
            recipients: [...request.recipients],
            resources: await captureAll(request, head),
        };
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .commitSnapshot */ .Ge)(store, manifest);
        await verifyWritten(request, manifest);
        return manifest;
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .removeSnapshot */ .Bw)(store, origin.environment, head.id).catch((cleanup) => {
            ctx.log.warn(`The unfinished snapshot ${head.id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function captureAll(request, head) {
    const { resources, store, origin, recipients } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, head);
    const { clock } = ctx;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D)(resources, async (resource) => {
        const sink = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id);
        const start = clock.monotonic();
        const captured = await resource.provider.capture(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), sink);
        // Through JSON and the schema, because the snapshot is read back that way.
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_5__/* .toJson */ .a)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_5__/* .toJson */ .a)(state),
            payloads: sink.refs,
        };
    });
    const failures = outcomes.filter((outcome) => outcome.error !== undefined);
    if (failures.length === 0)
        return outcomes.flatMap(({ value }) => (value ? [value] : []));
    const errors = failures.map(({ error, resource }) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id));
    // A single failure keeps its code and remedy; several are reported together.
    const [first] = errors;
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
        remedy: 'Fix all of them. Do not deploy before a snapshot succeeds.',
    });
}
async function verifyWritten(request, written) {
    const { store, ctx, identities } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readManifest */ .WI)(store, written.environment, written.id);
    const problems = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .checkPayloads */ .M1)(store, manifest);
    if (identities.length > 0) {
        const findings = await proveSnapshot({ ...request, manifest, depth: 'readable' });
        problems.push(...findings.filter(({ level }) => level === 'error').map(({ resource, message }) => `${resource}: ${message}`));
    }
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', 'The new snapshot cannot be read back.', { problems });
    }
    ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities);
        const state = resource.provider.state.parse(captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/**
 * Finds a snapshot by id, or by `latest` the newest that is not a `pre-rollback`, and checks its manifest.
 * @throws RewindError snapshot-not-found, snapshot-foreign, snapshot-corrupt, snapshot-unsupported
 */
async function findSnapshot(store, selector, origin) {
    const ids = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .listSnapshotIds */ .DB)(store, origin.environment);
    if (selector !== 'latest' && !ids.includes(selector)) {
        const elsewhere = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentsHolding */ ._n)(store, selector);
        if (elsewhere.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `${selector} is a snapshot of "${elsewhere.join('", "')}", not of "${origin.environment}".`);
        }
        const known = await store.whyMissing?.(`snapshots/${origin.environment}/${selector}`);
        if (known)
            throw known;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-not-found', `The store has no snapshot ${selector} of "${origin.environment}".`);
    }
    for (const id of selector === 'latest' ? ids.reverse() : [selector]) {
        const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readManifest */ .WI)(store, origin.environment, id);
        if (manifest.environment !== origin.environment || isForeign(manifest.repository, origin.repository)) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `Snapshot ${id} belongs to ${manifest.repository ?? 'no repository'}, environment "${manifest.environment}".`);
        }
        if (selector !== 'latest' || manifest.reason !== 'pre-rollback')
            return manifest;
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-not-found', `The store has no snapshot of "${origin.environment}" yet.`, {
        remedy: 'Run "rewind snapshot" before each deploy; see examples/pre-deploy-snapshot.yml.',
    });
}
const isForeign = (actual, expected) => actual !== null && expected !== null && actual.toLowerCase() !== expected.toLowerCase();


/***/ }),

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ }),

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   sM: () => (/* binding */ folderOfArtifact)
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
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
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
