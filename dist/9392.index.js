export const id = 9392;
export const ids = [9392];
export const modules = {

/***/ 5283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openProject: () => (/* binding */ openProject),
/* harmony export */   signerOf: () => (/* binding */ signerOf),
/* harmony export */   signingFindings: () => (/* binding */ signingFindings)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6749);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1223);
/* harmony import */ var _services_github_workflow_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(233);
/* harmony import */ var _engine_age_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6754);
/* harmony import */ var _engine_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(960);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8234);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4227);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6225);
/* harmony import */ var _runtime_version_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9984);









/** What `check` says of signatures: a key that no rollback would believe is an error. */
function signingFindings(project, ctx) {
    if (project.signKeys.length === 0) {
        return [
            {
                level: 'warning',
                code: 'snapshots-unsigned',
                message: 'Snapshots are not signed: whoever can write to the store can forge one.',
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
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RewindError */ .Ir('signing-key-missing', 'rewind.yml has sign.keys, but this job has no REWIND_SIGNING_KEY.');
    }
    const key = (0,_engine_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .readSigningKey */ .jy)(text);
    if (signKeys.includes((0,_engine_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .publicKeyText */ .gt)(key)))
        return key;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .RewindError */ .Ir('signing-key-unknown', 'The public key of REWIND_SIGNING_KEY is not in sign.keys.');
}
/** @throws RewindError config-not-found, config-invalid, scope-unknown */
async function openProject(invocation, ctx, path) {
    const { env, inputs } = invocation;
    const config = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(inputs.config, path(inputs.config));
    const resources = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .loadResources */ ._)(config.resources, inputs.scope, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C);
    const run = (0,_services_github_workflow_run_js__WEBPACK_IMPORTED_MODULE_7__/* .readWorkflowRun */ .h)(env);
    return {
        config,
        resources,
        signKeys: config.sign?.keys ?? [],
        store: await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_6__/* .openStore */ .C)(config.store, ctx),
        origin: {
            environment: config.environment,
            repository: ctx.env.text('GITHUB_REPOSITORY') ?? null,
            commit: ctx.env.text('GITHUB_SHA') ?? null,
            run: run?.url ?? null,
            actor: run?.triggeredBy ?? null,
            event: run?.event ?? null,
            version: _runtime_version_js__WEBPACK_IMPORTED_MODULE_8__/* .VERSION */ .x,
        },
        identities: (0,_engine_age_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .identitiesIn */ .Af)(ctx.env.secret('REWIND_IDENTITY') ?? ''),
    };
}


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
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(918);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3997);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3021);
/* harmony import */ var _cli_project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5283);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2529);









/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCommand */ .N)({
    name: 'snapshot',
    summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
    flags: {
        reason: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['pre-deploy', 'manual', 'drill'], 'pre-deploy', 'Reason for the snapshot.'),
        'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .FLAGS */ .Wg['install-client'],
    },
    examples: ['snapshot', 'snapshot --reason manual --scope db'],
    outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'retention-days'],
    async run(session) {
        const project = await session.open();
        const signer = (0,_cli_project_js__WEBPACK_IMPORTED_MODULE_3__.signerOf)(project, session.context);
        const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W9)({
            resources: project.resources,
            store: project.store,
            ctx: session.context,
            origin: project.origin,
            reason: session.inputs.reason,
            recipients: project.config.seal.recipients,
            identities: project.identities,
            signKeys: project.signKeys,
            signer,
        });
        const removed = await applyRetention(session, project);
        const upload = (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id);
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
                        'retention-days': String((0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_6__/* .retentionDays */ .Ol)(project.config)),
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
    return (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .table */ .t)(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest));
}
function rowsOf(manifest) {
    return manifest.resources.map((resource) => {
        const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
        const size = resource.payloads.length === 0 ? 'state only' : (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_8__/* .amount */ .vj)(bytes, 'bytes');
        return [resource.id, resource.provider, size, (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_8__/* .seconds */ .YA)(resource.durationMs / 1000)];
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
    const oldest = session.context.clock.now().getTime() - keepDays * _runtime_progress_js__WEBPACK_IMPORTED_MODULE_8__/* .DAY_MS */ .sO;
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

/***/ 7732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   jr: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3220);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4365);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9461);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9952);








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
            actor: origin.actor,
            event: origin.event,
            reason: request.reason,
            recipients: [...request.recipients],
            resources: await captureAll(request, head),
        };
        const { signer } = request;
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_5__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_6__/* .commentOf */ .v)(manifest))));
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
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toJson */ .a)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toJson */ .a)(state),
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
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_6__/* .trustOf */ .A)(store, manifest, request.signKeys, ctx.clock.now());
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

/***/ 9952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ trustOf),
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8234);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4365);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(960);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9461);






/** Clocks of runners differ; a snapshot from further ahead is not believed. */
const SKEW_MS = 5 * 60_000;
/**
 * Who signed the snapshot, by the public keys of the configuration. Also compares the times that the snapshot gives.
 *
 * @param manifest as read from the store; the signed bytes must say the same
 * @param keys minisign public keys; empty if the configuration has none
 * @throws RewindError signature-invalid, signature-unknown, snapshot-time, snapshot-corrupt
 */
async function trustOf(store, manifest, keys, now) {
    assertTime(manifest, now);
    if (keys.length === 0)
        return { kind: 'unsigned', reason: 'the configuration has no "sign" section' };
    const signature = await readIfPresent(store, (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureKey */ .cx)(manifest));
    if (signature === null)
        return { kind: 'unsigned', reason: 'nobody signed it' };
    const content = await store.open((0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestKey */ .Rn)(manifest)).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer);
    if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(content.toString('utf8'), manifest.id)) !== (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(manifest)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} changed while it was read.`);
    }
    const verified = (0,_signature_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyContent */ .yS)(content, signature.toString('utf8'), keys);
    if (verified === 'unknown-key') {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-unknown', `The key that signed snapshot ${manifest.id} is not in sign.keys.`);
    }
    if (typeof verified === 'string') {
        const problem = verified === 'malformed' ? 'is not a minisign signature' : 'does not belong to this manifest';
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-invalid', `The signature of snapshot ${manifest.id} ${problem}.`);
    }
    // The comment is signed: a signature cannot be moved to another snapshot.
    if (!verified.comment.startsWith(commentOf(manifest))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('signature-invalid', `The signature of snapshot ${manifest.id} is of another snapshot.`);
    }
    return { kind: 'signed', keyId: verified.keyId };
}
/** The trusted comment of a snapshot's signature. */
function commentOf({ id, environment, createdAt }) {
    return `rewind snapshot ${id} of ${environment}, taken ${createdAt}`;
}
/** The id holds the time, and ids are sorted: a false one would stay "latest" for ever. */
function assertTime({ id, createdAt }, now) {
    const taken = Date.parse(createdAt);
    if (Math.abs((0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotTime */ .mS)(id) - taken) > SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}; its id says otherwise.`);
    }
    if (taken > now.getTime() + SKEW_MS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}: in the future.`);
    }
}
async function readIfPresent(store, key) {
    const present = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
    return present ? (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await store.open(key)) : null;
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
