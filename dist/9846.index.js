export const id = 9846;
export const ids = [9846];
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

/***/ 9846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6112);
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7470);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2529);
/* harmony import */ var _cli_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5283);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3220);






/** Exits with status 3 if not ready. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'check',
    summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
    flags: { 'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .FLAGS */ .Wg['install-client'] },
    examples: ['check', 'check --scope db,web'],
    verdicts: ['ready', 'not-ready'],
    async run(session) {
        const project = await session.open();
        const { resources, store } = project;
        const [onResources, onStore] = await Promise.all([(0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .EB)(resources, session.context), store.check()]);
        const onSigning = (0,_cli_project_js__WEBPACK_IMPORTED_MODULE_4__.signingFindings)(project, session.context);
        const findings = [
            ...[...onStore, ...onSigning].map((finding) => ({ ...finding, resource: 'store' })),
            ...onResources,
        ];
        const ready = findings.every(({ level }) => level !== 'error');
        const headline = ready
            ? 'Ready: no check found a problem that would stop a rollback.'
            : 'Not ready: a rollback would fail or be incomplete.';
        return {
            exit: ready ? 0 : 3,
            json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_5__/* .toJson */ .a)({ ok: ready, findings }),
            text: [headline, (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsText */ ._g)(findings)].filter((part) => part !== '').join('\n'),
            summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsMarkdown */ .O9)(findings)}\n`,
            outputs: { verdict: ready ? 'ready' : 'not-ready' },
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
