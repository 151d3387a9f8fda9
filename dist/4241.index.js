export const id = 4241;
export const ids = [4241];
export const modules = {

/***/ 4241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6112);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8479);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9461);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7732);
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7470);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3021);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2529);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3220);










/**
 * Checks that the snapshot is intact (with an identity: readable; with --restorable: restorable), then compares production
 * with it. Exits with status 3 if the snapshot is sound but production differs.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_6__/* .defineCommand */ .N)({
    name: 'verify',
    summary: 'Verify that the snapshot is sound and that production equals it. Changes nothing.',
    flags: {
        snapshot: _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .FLAGS */ .Wg.snapshot,
        database: _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .FLAGS */ .Wg.database,
        'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .FLAGS */ .Wg['install-client'],
        restorable: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .toggle */ .L$)('Restore the database into a scratch place and compare it, instead of only reading the backup.'),
    },
    examples: ['verify', 'verify --database restore', 'verify --restorable'],
    verdicts: ['equal', 'differs'],
    outputs: ['snapshot-id'],
    async run(session) {
        const { inputs, context: ctx } = session;
        const project = await session.open();
        const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .findSnapshot */ .Cb)(project.store, inputs.snapshot, project.origin);
        const damaged = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPayloads */ .M1)(project.store, manifest);
        if (damaged.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `Snapshot ${manifest.id} is damaged.`, { problems: damaged });
        }
        if (inputs.restorable && project.identities.length === 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('identity-missing', '--restorable needs an identity to open the snapshot.');
        }
        const depth = inputs.restorable ? 'restorable' : 'readable';
        const proof = project.identities.length === 0 ? [] : await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .proveSnapshot */ .jr)({ ...project, ctx, manifest, depth });
        const broken = proof.filter(({ level }) => level === 'error');
        if (broken.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `Snapshot ${manifest.id} cannot be restored.`, {
                problems: broken.map(({ resource, message }) => `${resource}: ${message}`),
            });
        }
        const plan = await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planFromLive */ .qY)({ ...project, ctx, manifest, database: inputs.database, scope: inputs.scope });
        const differences = [...plan.changes, ...plan.manual];
        const proven = project.identities.length === 0 ? 'checksums' : `checksums, ${depth}`;
        const headline = differences.length === 0
            ? `Production equals snapshot ${manifest.id} (snapshot proven: ${proven}).`
            : `Production differs from snapshot ${manifest.id} in ${differences.length} place(s) (snapshot proven: ${proven}).`;
        const rows = differences.map((change) => [(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(change), change.target, (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(change)]);
        return {
            exit: differences.length === 0 ? 0 : 3,
            json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_8__/* .toJson */ .a)({ ok: differences.length === 0, snapshot: manifest.id, proven, differences, findings: proof }),
            text: [headline, ...rows.map((row) => `  ${row.join('  ')}`), (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .findingsText */ ._g)(proof)]
                .filter((line) => line !== '')
                .join('\n'),
            summary: [
                `## ${headline}`,
                ...(rows.length === 0 ? [] : [(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .t)(['Change', 'What', 'Now → then'], rows)]),
                ...(proof.length === 0 ? [] : [(0,_report_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .findingsMarkdown */ .O9)(proof)]),
            ].join('\n\n'),
            outputs: { verdict: differences.length === 0 ? 'equal' : 'differs', 'snapshot-id': manifest.id },
        };
    },
}));


/***/ }),

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ notInSnapshot),
/* harmony export */   EB: () => (/* binding */ checkResources),
/* harmony export */   qY: () => (/* binding */ planFromLive)
/* harmony export */ });
/* unused harmony export throwCombined */
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8479);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9461);





/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
async function planFromLive(request) {
    const { manifest, resources } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // The resource was configured after the snapshot, which holds no state of it.
        if (!captured)
            return [];
        if (captured.provider !== resource.providerId) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `"${resource.id}" is a ${captured.provider} in the snapshot, but a ${resource.providerId} in the configuration.`, { resource: resource.id });
        }
        const saved = parseState(resource, captured.state);
        const live = await resource.provider.capture(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
        return resource.provider.plan(saved, live);
    });
    throwCombined(outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id)])));
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .assemblePlan */ .SL)({
        createdAt: ctx.clock.now(),
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestDigest */ .It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        resources: outcomes.map(({ resource, value }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: value ?? [],
        })),
    });
}
function parseState(resource, state) {
    const parsed = resource.provider.state.safeParse(state);
    if (parsed.success)
        return parsed.data;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-unsupported', `This version of Rewind cannot read the state of "${resource.id}" in the snapshot.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources that the snapshot does not contain: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/** Law 4: runs the check of every provider and reports all problems together. */
async function checkResources(resources, ctx) {
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D)(resources, (resource) => resource.provider.check(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/** Throws a single error as it is, several as one `preflight-failed` that lists them. */
function throwCombined(errors) {
    const [first] = errors;
    if (!first)
        return;
    if (errors.length === 1)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
    });
}


/***/ }),

/***/ 8479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6449);




const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
});
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['create', 'update', 'delete', 'run']),
    target: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['live', 'next-deployment']),
    undo: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['down', 'restore']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .DATABASE_MODES */ .tP),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullable(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
function assemblePlan(input) {
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChange.parse({ ...change, resource: id, provider })));
    const inOrder = _provider_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an.flatMap((stage) => all.filter((change) => change.stage === stage));
    const chosen = (change) => change.database === undefined || change.database === input.database;
    const content = {
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        changes: inOrder.filter((change) => chosen(change) && change.manual === undefined),
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
/**
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan and the number of rows written since the snapshot.
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
    });
}
/** A change without its volatile part. */
function essence(change) {
    const rest = { ...change };
    delete rest.dataAtRisk;
    return rest;
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
 * - a change that an interrupted run had begun may differ in `before` and may have less to do, never more.
 *
 * @param begun keys of changes that a journal shows as begun and not ended
 * @returns the differences, one line each; empty if the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    return now.changes.flatMap((change) => {
        const before = known.get(keyOf(change));
        if (!before)
            return [`${keyOf(change)}: not in the approved plan (${change.target}: ${describe(change)})`];
        if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(before)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)))
            return [];
        if (begun.has(keyOf(change)) && isRemainder(before.params, change.params))
            return [];
        return [`${keyOf(change)}: approved as ${describe(before)}, now ${describe(change)}`];
    });
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

/***/ 960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eT: () => (/* binding */ publicKeyProblem),
/* harmony export */   fv: () => (/* binding */ signContent),
/* harmony export */   gt: () => (/* binding */ publicKeyText),
/* harmony export */   jy: () => (/* binding */ readSigningKey),
/* harmony export */   yS: () => (/* binding */ verifyContent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);


/**
 * Ed25519 signatures in the format of minisign (https://jedisct1.github.io/minisign), so that `minisign -V` verifies what
 * Rewind signs. Signatures are of the prehashed kind ("ED"): over the BLAKE2b-512 of the content.
 */
/** Ed25519 keys in DER: fixed prefixes of RFC 8410, then the 32 bytes. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
/** Sizes of the parts, in bytes. */
const ALGORITHM = 2;
const KEY_ID = 8;
const KEY = 32;
const SIGNATURE = 64;
/** Before the key id of a secret key: algorithm, kind of encryption, kind of checksum, salt, two limits. */
const SECRET_HEAD = 2 + 2 + 2 + 32 + 8 + 8;
const SECRET_SIZE = SECRET_HEAD + KEY_ID + 2 * KEY + 32;
/** minisign prints the id as a little-endian number. */
const idText = (id) => Buffer.from(id).reverse().toString('hex').toUpperCase();
/** The last line that holds a key: people give the whole file or only its second line. */
const keyLine = (text) => text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('untrusted comment:'))
    .at(-1) ?? '';
/** Bytes of strict base64; null for anything else. */
function base64(text) {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text ? bytes : null;
}
function publicKeyOf(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([PUBLIC_PREFIX, bytes]), format: 'der', type: 'spki' });
}
function readPublicKey(text) {
    const bytes = base64(text);
    if (bytes?.length !== ALGORITHM + KEY_ID + KEY || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
        return null;
    return {
        id: idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID)),
        key: publicKeyOf(bytes.subarray(ALGORITHM + KEY_ID)),
    };
}
/** The mistake in a public key of the configuration, or null. Never contains the text: it may be a secret key. */
function publicKeyProblem(text) {
    if (base64(text)?.length === SECRET_SIZE) {
        return ('is a secret key, not a public key. Anyone who reads this file has it: create a new pair with ' +
            '"minisign -G -W", and put only the public key (RW…) here');
    }
    return readPublicKey(text) === null ? 'is not a minisign public key (the second line of the .pub file)' : null;
}
/**
 * Reads a secret key without a password, as `minisign -G -W` writes it: the whole file, or its second line.
 * @throws RewindError input-invalid, without the text itself
 */
function readSigningKey(text) {
    const fail = (problem) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('input-invalid', `The signing key ${problem}.`, {
        remedy: 'Create a pair with "minisign -G -W", and put the whole .key file into REWIND_SIGNING_KEY.',
    });
    const bytes = base64(keyLine(text));
    if (bytes?.length !== SECRET_SIZE || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
        throw fail('is not a minisign secret key');
    if (bytes.readUInt16LE(ALGORITHM) !== 0)
        throw fail('is protected by a password, which Rewind cannot enter');
    const id = bytes.subarray(SECRET_HEAD, SECRET_HEAD + KEY_ID);
    const seed = bytes.subarray(SECRET_HEAD + KEY_ID, SECRET_HEAD + KEY_ID + KEY);
    const half = bytes.subarray(SECRET_HEAD + KEY_ID + KEY, SECRET_HEAD + KEY_ID + 2 * KEY);
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    const derived = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    // A key without a password has no checksum of its own; its public half serves as one.
    if (!half.equals(derived))
        throw fail('is mistyped or truncated');
    return { id, key };
}
/** The public key of a signing key, as it stands under `sign.keys`. */
function publicKeyText({ id, key }) {
    const half = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
    return Buffer.concat([Buffer.from('Ed'), id, half]).toString('base64');
}
const hashOf = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('blake2b512').update(content).digest();
/** The text of a `.minisig` file. @param comment one line, signed as the trusted comment */
function signContent(content, { id, key }, comment) {
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, hashOf(content), key);
    const whole = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.concat([signature, Buffer.from(comment)]), key);
    return [
        'untrusted comment: signature of a Rewind snapshot; verify it with minisign -V',
        Buffer.concat([Buffer.from('ED'), id, signature]).toString('base64'),
        `trusted comment: ${comment}`,
        whole.toString('base64'),
        '',
    ].join('\n');
}
/**
 * Verifies the text of a `.minisig` file.
 *
 * @param keys public keys, as in the configuration
 * @returns the key and the trusted comment; or why the signature does not count
 */
function verifyContent(content, text, keys) {
    const [, head = '', trusted = '', whole = ''] = text.split(/\r?\n/);
    const bytes = base64(head);
    const signedWhole = base64(whole);
    const prefix = 'trusted comment: ';
    if (bytes?.length !== ALGORITHM + KEY_ID + SIGNATURE ||
        signedWhole?.length !== SIGNATURE ||
        !trusted.startsWith(prefix))
        return 'malformed';
    const algorithm = bytes.toString('latin1', 0, ALGORITHM);
    if (algorithm !== 'ED' && algorithm !== 'Ed')
        return 'malformed';
    const keyId = idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID));
    const signer = keys.map(readPublicKey).find((key) => key?.id === keyId);
    if (!signer)
        return 'unknown-key';
    const signature = bytes.subarray(ALGORITHM + KEY_ID);
    const comment = trusted.slice(prefix.length);
    const valid = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, algorithm === 'ED' ? hashOf(content) : content, signer.key, signature) &&
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.concat([signature, Buffer.from(comment)]), signer.key, signedWhole);
    return valid ? { keyId, comment } : 'forged';
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

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ findingsMarkdown),
/* harmony export */   _g: () => (/* binding */ findingsText),
/* harmony export */   kb: () => (/* binding */ ICON)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3021);

const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' };
function findingsText(findings) {
    return findings
        .map(({ level, resource, message, remedy, code }) => {
        const next = remedy === undefined ? '' : `\n    What to do: ${remedy}`;
        return `${level}: [${resource}] ${message} (${code})${next}`;
    })
        .join('\n');
}
function findingsMarkdown(findings) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
}


/***/ }),

/***/ 3220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));


/***/ })

};
