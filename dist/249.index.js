export const id = 249;
export const ids = [249];
export const modules = {

/***/ 3842:
/***/ ((module) => {

/* jshint esversion: 6 */
/* jslint node: true */


module.exports = function serialize (object) {
  if (typeof object === 'number' && isNaN(object)) {
    throw new Error('NaN is not allowed');
  }

  if (typeof object === 'number' && !isFinite(object)) {
    throw new Error('Infinity is not allowed');
  }

  if (object === null || typeof object !== 'object') {
    return JSON.stringify(object);
  }

  if (object.toJSON instanceof Function) {
    return serialize(object.toJSON());
  }

  if (Array.isArray(object)) {
    const values = object.reduce((t, cv, ci) => {
      const comma = ci === 0 ? '' : ',';
      const value = cv === undefined || typeof cv === 'symbol' ? null : cv;
      return `${t}${comma}${serialize(value)}`;
    }, '');
    return `[${values}]`;
  }

  const values = Object.keys(object).sort().reduce((t, cv) => {
    if (object[cv] === undefined ||
        typeof object[cv] === 'symbol') {
      return t;
    }
    const comma = t.length === 0 ? '' : ',';
    return `${t}${comma}${serialize(cv)}:${serialize(object[cv])}`;
  }, '');
  return `{${values}}`;
};


/***/ }),

/***/ 8156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openProject: () => (/* binding */ openProject),
  signerOf: () => (/* binding */ signerOf),
  signingFindings: () => (/* binding */ signingFindings)
});

// EXTERNAL MODULE: ./lib/config/load.js + 3 modules
var load = __webpack_require__(6905);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/services/github/workflow-run.js
var workflow_run = __webpack_require__(233);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(6754);
// EXTERNAL MODULE: ./lib/engine/signature.js
var signature = __webpack_require__(960);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(525);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var providers_load = __webpack_require__(4227);
// EXTERNAL MODULE: ./lib/store/index.js
var store = __webpack_require__(6225);
// EXTERNAL MODULE: ./lib/providers/configs.js + 13 modules
var configs = __webpack_require__(1074);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 3 modules
var create_context = __webpack_require__(358);
;// CONCATENATED MODULE: ./lib/cli/databases.js



/**
 * Refuses two resources of one provider on one database: each would restore over the other. The comparison needs the
 * variables of the environment; a resource whose URL is not known yet is not compared.
 * @throws RewindError config-invalid
 */
function assertDistinctDatabases(resources, ctx, path) {
    const seen = new Map();
    const problems = [];
    for (const resource of resources) {
        const identity = identityOf(resource, ctx);
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
    throw new errors/* RewindError */.Ir('config-invalid', 'Two resources name one database. Nothing was changed.', {
        problems,
        remedy: 'Remove one of the two resources, or correct its URL.',
    });
}
/**
 * A resource for each database that the configuration changes but no resource of it backs up, e.g. with `prisma` alone. It
 * is captured only before a change that asks for a backup, and planned against a snapshot that holds it.
 */
async function backupResources(resources, ctx, loadProvider) {
    const known = new Set(resources.flatMap((resource) => resource.provider.slow === true ? (identityOf(resource, ctx)?.database ?? []) : []));
    const made = new Map();
    for (const resource of resources) {
        const by = resource.provider.capabilities?.database?.backupBy?.(resource.config);
        if (by === undefined)
            continue;
        const database = identityOf(resource, ctx)?.database ?? `of ${resource.id}`;
        if (known.has(database))
            continue;
        const before = made.get(database);
        if (before) {
            made.set(database, { ...before, backsUp: [...(before.backsUp ?? []), resource.id] });
            continue;
        }
        const schema = configs/* PROVIDER_CONFIGS */.I.find(({ shape }) => shape.provider.value === by.provider);
        if (schema === undefined)
            throw new errors/* RewindError */.Ir('internal', `No provider is registered as "${by.provider}".`);
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
function identityOf(resource, ctx) {
    try {
        return resource.provider.capabilities?.database?.identify(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id)) ?? null;
    }
    catch {
        // The resource itself reports a missing variable or a wrong URL.
        return null;
    }
}

// EXTERNAL MODULE: ./lib/cli/repository-root.js
var repository_root = __webpack_require__(5505);
// EXTERNAL MODULE: ./lib/runtime/version.js
var version = __webpack_require__(9984);
;// CONCATENATED MODULE: ./lib/cli/project.js











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
    assertDistinctDatabases(resources, ctx, inputs.config);
    const run = (0,workflow_run/* readWorkflowRun */.h)(env);
    return {
        config,
        resources,
        backups: await backupResources(resources, ctx, providers_load/* loadProvider */.C),
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

/***/ 9846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6112);
/* harmony import */ var _engine_key_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(904);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4346);
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7470);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2529);
/* harmony import */ var _cli_project_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8156);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(525);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3220);









/** Exits with status 3 if not ready. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCommand */ .N)({
    name: 'check',
    summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
    flags: { 'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .FLAGS */ .Wg['install-client'] },
    examples: ['check', 'check --scope db,web'],
    verdicts: ['ready', 'not-ready'],
    async run(session) {
        const project = await session.open();
        const { resources, backups, store, config, identities } = project;
        const { recipients } = config.seal;
        const [onResources, onStore, onRecipients, onIdentities, onBackups] = await Promise.all([
            (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .EB)(resources, session.context),
            checkStore(store, config.environment),
            (0,_engine_key_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .recipientFindings */ .s)(recipients),
            (0,_engine_key_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .identityFindings */ .X)(identities, recipients),
            (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .EB)(backups, session.context),
        ]);
        const findings = [
            ...about('store', [...onStore, ...(0,_cli_project_js__WEBPACK_IMPORTED_MODULE_6__.signingFindings)(project, session.context)]),
            ...about('seal', [...onRecipients, ...onIdentities]),
            ...onResources,
            ...beforeDown(onBackups, backups, onResources),
        ];
        const ready = findings.every(({ level }) => level !== 'error');
        const headline = headlineOf(ready, onStore.includes(NO_SNAPSHOT));
        return {
            exit: ready ? 0 : 3,
            json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_8__/* .toJson */ .a)({ ok: ready, findings }),
            text: [headline, (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .findingsText */ ._g)(findings)].filter((part) => part !== '').join('\n'),
            summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .findingsMarkdown */ .O9)(findings)}\n`,
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
        return (await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_2__/* .listSnapshotIds */ .DB)(store, environment)).length > 0 ? findings : [...findings, NO_SNAPSHOT];
    }
    catch (error) {
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .asRewindError */ .m2)(error);
        return [...findings, { level: 'error', code, message, remedy }];
    }
}
const about = (resource, findings) => findings.map((finding) => ({ ...finding, resource }));
function headlineOf(ready, firstSnapshot) {
    if (!ready)
        return 'Not ready: a rollback would fail or be incomplete.';
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

/***/ 904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ identityFindings),
/* harmony export */   s: () => (/* binding */ recipientFindings)
/* harmony export */ });
/* harmony import */ var _age_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6754);

/** One finding for each recipient that nothing can be sealed to. @param at where the recipient is in a file */
async function recipientFindings(recipients, at = () => ({})) {
    const faults = await Promise.all(recipients.map(_age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .recipientFault */ .cB));
    return faults.flatMap((fault, index) => fault === null
        ? []
        : [
            {
                level: 'error',
                code: 'recipient-invalid',
                message: `seal.recipients[${index}] ${fault}.`,
                remedy: 'Copy the public key (age1…) that age-keygen printed.',
                ...at(index),
            },
        ]);
}
/** Whether the identities of this job can open what is sealed to the recipients. A job without any is not at fault. */
async function identityFindings(identities, recipients) {
    const faults = (await Promise.all(identities.map(_age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .identityFault */ .XH))).filter((fault) => fault !== null);
    if (faults.length > 0) {
        return faults.map((fault) => ({
            level: 'error',
            code: 'identity-invalid',
            message: `An identity in REWIND_IDENTITY ${fault}.`,
            remedy: _age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .IDENTITY_REMEDY */ .Ep,
        }));
    }
    const own = await Promise.all(identities.map(_age_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .recipientOf */ .du));
    if (own.length === 0 || own.some((recipient) => recipients.includes(recipient)))
        return [];
    return [
        {
            level: 'warning',
            code: 'identity-not-recipient',
            message: 'REWIND_IDENTITY does not belong to any of seal.recipients. It cannot open the next snapshot.',
            remedy: 'Set REWIND_IDENTITY to the identity of a recipient, or add its public key (age-keygen -y) to seal.recipients.',
        },
    ];
}


/***/ }),

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ notInSnapshot),
/* harmony export */   Bu: () => (/* binding */ parseState),
/* harmony export */   EB: () => (/* binding */ checkResources),
/* harmony export */   I$: () => (/* binding */ throwCombined),
/* harmony export */   _f: () => (/* binding */ compareWithLive),
/* harmony export */   qY: () => (/* binding */ planFromLive)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _runtime_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1132);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8479);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4346);






/** Captures the live state (read-only) and compares it with the snapshot. No failure of one resource hides another. */
async function compareWithLive(request) {
    const { manifest, resources } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // The resource was configured after the snapshot, which holds no state of it.
        if (!captured)
            return { changes: [], blind: [] };
        if (captured.provider !== resource.providerId) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-foreign', `"${resource.id}" is a ${captured.provider} in the snapshot, but a ${resource.providerId} in the configuration.`, { resource: resource.id });
        }
        const { provider, config } = resource;
        const saved = parseState(resource, captured.state);
        const live = await provider.capture(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .DiscardingSink */ .AP(saved));
        return { changes: provider.plan(saved, live), blind: provider.capabilities?.blindSpots?.(saved, live) ?? [] };
    });
    const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .assemblePlan */ .SL)({
        createdAt: ctx.clock.now(),
        program: (0,_runtime_program_js__WEBPACK_IMPORTED_MODULE_2__/* .programId */ .W)(),
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestDigest */ .It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        resources: outcomes.map(({ resource, value }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: value?.changes ?? [],
        })),
    });
    return {
        plan,
        failures: outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [inResource(error, resource.id)])),
        blind: outcomes.flatMap(({ resource, value }) => (value?.blind ?? []).map((what) => ({ resource: resource.id, what }))),
    };
}
/** The claim names each resource that was not read, so the error must name it too. */
function inResource(error, resource) {
    const known = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource);
    if (known.resource === resource)
        return known;
    const { code, message, remedy, problems, cause } = known;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, message, { resource, remedy, problems, cause });
}
/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
async function planFromLive(request) {
    const { plan, failures } = await compareWithLive(request);
    throwCombined(failures);
    return plan;
}
/** The state of a resource in a manifest. @throws RewindError snapshot-unsupported */
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
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(resources, (resource) => resource.provider.check(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id)));
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
    // A cancelled run fails everywhere for one reason, and nothing needs repair.
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('cancelled', 'The run was cancelled. Nothing was changed.', { cause: cancelled });
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
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   kb: () => (/* binding */ writtenSinceRestore),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
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
    closes: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['down', 'restore']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .json */ .Pq9()),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
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
        program: input.program,
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        changes: exposureFirst(inOrder.filter((change) => chosen(change) && change.manual === undefined)),
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
 * time of the plan and the number of rows written since the snapshot.
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
        program: content.program,
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
    const { since, ...rest } = change;
    delete rest.dataAtRisk;
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
/**
 * Law 5: Rewind applies what was approved. Compares the current plan with the approved one:
 * - a change in the same form is fine;
 * - an approved change that is gone was already done, by an interrupted run or by hand;
 * - a change that an interrupted run had begun may differ in its text and may have less to do, never more. The same holds
 *   for a side effect of a begun change; it may also be new.
 *
 * Everything that a change writes comes from the snapshot, whose digest is compared apart: the target stays the approved one.
 *
 * @param begun from the journal of this plan
 * @returns the differences, one line each; empty if the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    const ours = new Set(approved.changes
        .filter((change) => begun.ever.has(keyOf(change)))
        .flatMap(({ resource, sideEffects }) => (sideEffects ?? []).map((id) => keyOf({ resource, id }))));
    return now.changes.flatMap((change) => {
        const key = keyOf(change);
        const before = known.get(key);
        if (!before) {
            return ours.has(key) ? [] : [`${key}: not in the approved plan (${change.target}: ${describe(change)})`];
        }
        if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(before)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(essence(change)))
            return [];
        if ((begun.open.has(key) || ours.has(key)) && isRemainder(before.params, change.params))
            return [];
        return [`${key}: approved as ${describe(before)}, now ${describe(change)}`];
    });
}
/**
 * Approved changes that are done although production differs: the data was restored after the approval, and only the
 * application wrote to it since.
 */
function writtenSinceRestore(approved, now) {
    const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
    return now.changes.filter((change) => {
        const before = known.get(keyOf(change));
        return before !== undefined && change.since !== undefined && before.since?.restore !== change.since.restore;
    });
}
/** The plan without changes that need not be applied. */
function withoutChanges(plan, done) {
    return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
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
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   _H: () => (/* binding */ loadResources)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);

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
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'Resource', 'Finding', 'What to do'], findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']));
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export tableOfMarkup */
/** A Markdown table; cells may hold any text, and it stays text. */
function table(head, rows) {
    return tableOfMarkup(head.map(escapeText), rows.map((cells) => cells.map(escapeText)));
}
/** A Markdown table whose cells are Markdown of our own. */
function tableOfMarkup(head, rows) {
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
/** A table cell: no line breaks, no pipes. */
function cell(text) {
    return text.replace(/\s*\n\s*/g, ' ⏎ ').replaceAll('|', '\\|') || ' ';
}
/** Escapes text for HTML. */
function escapeHtml(text) {
    return text
        .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd') // changes of the writing direction
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
/** Breaks a pattern that GitHub looks for in the finished text, where a backslash is gone already. */
const BREAK = '\u200b';
/**
 * Makes text from outside inert in Markdown: no HTML, emphasis, code, link, image, heading or list; nobody is mentioned,
 * no issue is referred to. Bare addresses stay links.
 */
function escapeText(text) {
    return escapeHtml(text)
        .replace(/[\\`*[\]!~$]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        .replace(/^(\s*)([#+=-])/gm, '$1\\$2')
        .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
        .replace(/@(?=[\p{L}\p{N}])/gu, `@${BREAK}`)
        .replace(/(#|GH-)(?=\d)/gi, `$1${BREAK}`);
}
/** Text from outside as code: nothing in it counts as markup. The fence is longer than any in the text. */
function codeSpan(text) {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    const pad = text.startsWith('`') || text.endsWith('`') || text.trim() === '' ? ' ' : '';
    return `${fence}${pad}${text.replace(/\s*\n\s*/g, ' ')}${pad}${fence}`;
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

/***/ 1132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ programId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9984);




let known;
/** Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. */
function programId() {
    known ??= `${_version_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x} (sha256 ${contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.argv[1] ?? '.')))})`;
    return known;
}
/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
function contentOf(folder) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder).sort()) {
        if (/\.(js|cjs|mjs|ts|wasm)$/.test(name))
            hash.update(`${name}\0`).update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)));
    }
    return hash.digest('hex').slice(0, 16);
}


/***/ })

};
