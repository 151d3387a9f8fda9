export const id = 1980;
export const ids = [1980];
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

/***/ 2287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);
/* harmony import */ var _engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4309);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(358);
/* harmony import */ var _report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2367);
/* harmony import */ var _rollback_undo_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6410);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2529);







const flags = {
    to: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)('migration', 'Go back to this migration; it stays applied (migrate down).'),
    'dry-run': (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .toggle */ .L$)('Show the changes without making them.'),
    force: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .toggle */ .L$)('Replace an existing down.sql (migrate generate).'),
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .FLAGS */ .Wg['confirm-data-loss'],
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .FLAGS */ .Wg['install-client'],
};
/** The only command for a single provider, so it imports that provider. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_5__/* .defineCommand */ .N)({
    name: 'migrate',
    summary: 'Run Prisma down migrations, or generate the down.sql of the newest migration.',
    arguments: [
        { name: 'action', description: 'down or generate.', required: true },
        { name: 'count', description: 'down: how many migrations to take down.' },
    ],
    flags,
    outputs: ['undo-database-artifact', 'undo-database-path'],
    examples: ['migrate down 1', 'migrate down --to 20261101120000_add_orders --dry-run', 'migrate generate'],
    async run(session) {
        const [action = '', ...rest] = session.inputs.args;
        if (action === 'down')
            return down(session, rest);
        if (action === 'generate' && rest.length === 0)
            return generate(session);
        const problem = action === 'generate'
            ? `migrate generate takes no further argument (got "${rest.join(' ')}")`
            : `migrate needs down or generate (got "${action}")`;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', problem, { remedy: USAGE });
    },
}));
const USAGE = 'Usage: rewind migrate down 1 | rewind migrate down --to NAME | rewind migrate generate';
async function down(session, rest) {
    const { inputs } = session;
    assertTarget(rest, inputs.to);
    const { config, ctx, provider, project } = await subject(session);
    const { applied } = await __webpack_require__.e(/* import() */ 9003).then(__webpack_require__.bind(__webpack_require__, 9003));
    const { downChange } = await __webpack_require__.e(/* import() */ 1804).then(__webpack_require__.bind(__webpack_require__, 1804));
    const live = (await provider.capture(config, ctx, { purpose: 'compare', write: async () => undefined }));
    const present = applied(live.history);
    const chosen = choose(present, rest, inputs.to);
    if (chosen.length === 0) {
        return { exit: 0, json: { ok: true, dryRun: inputs.dryRun, down: [] }, text: 'No migration to take down.' };
    }
    const change = downChange(chosen, present, live);
    const steps = describe(change, chosen);
    const findings = (await provider.preflight?.(config, [change], ctx, NO_PAYLOADS)) ?? [];
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('preflight-failed', `${errors.length} check(s) failed. Nothing was changed.`, {
            resource: config.id,
            problems: errors.map(({ message, remedy }) => `${message} ${remedy ?? ''}`.trim()),
        });
    }
    const json = { ok: true, dryRun: inputs.dryRun, down: [...chosen] };
    if (inputs.dryRun) {
        const needs = change.confirm === undefined ? '' : `\nThis needs ${(0,_engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__/* .confirmFlag */ .rJ)([change.confirm])}.`;
        return { exit: 0, json, text: `Would take down, newest first:\n${steps}${needs}` };
    }
    if (change.confirm !== undefined && change.confirm !== inputs.confirmDataLoss?.join(',')) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('data-loss-unconfirmed', `The down migrations would lose data:\n${steps}`, {
            resource: config.id,
            remedy: `The database is backed up first. Confirm with its name: ${(0,_engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__/* .confirmFlag */ .rJ)([change.confirm])}`,
        });
    }
    const backup = change.confirm === undefined
        ? null
        : await (0,_rollback_undo_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .preRollbackSnapshot */ .E)({ session, project }, 'database', [{ backupFirst: true, resource: ctx.resource }]);
    const back = backup === null
        ? ''
        : `Snapshot ${backup} holds the database as it was, with every row. To bring it back: rewind plan --snapshot ${backup} --database restore`;
    try {
        await provider.apply(config, change, ctx, NO_PAYLOADS);
    }
    catch (thrown) {
        throw unfinished(thrown, present[present.length - chosen.length - 1], back);
    }
    return {
        exit: 0,
        json: backup === null ? json : { ...json, backup },
        text: `Took down, newest first:\n${steps}\n"prisma migrate deploy" will apply them again.\n${back}`.trimEnd(),
    };
}
/** A repeated count would start at the current state and go too far: names the command that finishes instead. */
function unfinished(thrown, goal, back) {
    const { code, message, resource, remedy, problems } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
    const finish = goal === undefined
        ? 'run "rewind migrate down" with the number of migrations that are still applied'
        : `run "rewind migrate down --to ${goal}"`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir(code, message, {
        resource,
        remedy: `${code === 'cancelled' ? '' : `${remedy} `}To finish, ${finish}. Do not repeat the count: it would be applied to the current state. ${back}`.trimEnd(),
        problems,
        cause: thrown,
    });
}
/** Newest first. */
/** Before anything is read: exactly one of a count and a name. @throws RewindError input-invalid */
function assertTarget(rest, to) {
    if (to === null ? rest.length === 1 && /^[1-9]\d*$/.test(rest[0] ?? '') : rest.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', 'migrate down needs a count or --to NAME, not both', { remedy: USAGE });
}
function choose(present, rest, to) {
    const applied = { remedy: `Applied migrations: ${present.join(', ') || 'none'}.` };
    if (to !== null && rest.length === 0) {
        const at = present.indexOf(to);
        if (at >= 0)
            return present.slice(at + 1).reverse();
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('migration-unknown', `"${to}" is not an applied migration.`, applied);
    }
    const count = Number(rest[0]);
    if (count > present.length) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('migration-unknown', `Only ${present.length} migration(s) are applied.`, applied);
    }
    return present.slice(-count).reverse();
}
function describe(change, names) {
    const risks = (change.dataAtRisk ?? []).map((risk) => `  ! does not come back: ${(0,_report_plan_text_js__WEBPACK_IMPORTED_MODULE_3__/* .riskText */ .P3)(risk)}`);
    return [...names.map((name) => `  ${name}`), ...change.warnings.map((warning) => `  ! ${warning}`), ...risks].join('\n');
}
async function generate(session) {
    const { inputs } = session;
    const { config, ctx } = await subject(session);
    const { generateDown } = await Promise.all(/* import() */[__webpack_require__.e(1260), __webpack_require__.e(896)]).then(__webpack_require__.bind(__webpack_require__, 8515));
    // Prisma's own configuration reads what it needs from the environment; it gets that and no other credential.
    const url = ctx.env.resolve(config.url, ctx.resource);
    const env = { DATABASE_URL: url, [config.url.slice('${'.length, -1)]: url };
    for (const name of PRISMA_VARIABLES) {
        const value = ctx.env.secret(name);
        if (value !== undefined)
            env[name] = value;
    }
    const generated = await generateDown(config, ctx, env, { force: inputs.force, dryRun: inputs.dryRun });
    const note = 'Review it before you commit it: no down.sql can restore data that a migration deleted.';
    return {
        exit: 0,
        json: { ok: true, dryRun: inputs.dryRun, path: generated.path, script: generated.script },
        text: `${inputs.dryRun ? 'Would write' : 'Wrote'} ${generated.path}:\n\n${generated.script}\n${note}`,
        summary: `## ${generated.path}\n\n\`\`\`sql\n${generated.script}\n\`\`\`\n\n${note}`,
    };
}
const PRISMA_VARIABLES = [
    'SHADOW_DATABASE_URL',
    'PRISMA_SCHEMA_ENGINE_BINARY',
    'PRISMA_ENGINES_MIRROR',
    'CHECKPOINT_DISABLE',
];
/** The one prisma resource in scope. */
async function subject(session) {
    const project = await session.open();
    const found = project.resources.filter(({ providerId }) => providerId === 'prisma');
    const [resource] = found;
    if (!resource || found.length > 1) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', `"migrate" needs one prisma resource in scope (found ${found.length})`, {
            remedy: found.length > 1
                ? `Name one with --scope: ${found.map(({ id }) => id).join(', ')}.`
                : 'Add a resource with "provider: prisma" to the configuration, or remove --scope.',
        });
    }
    return {
        project,
        config: resource.config,
        ctx: (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__/* .forResource */ .i_)(session.context, resource.id),
        provider: resource.provider,
    };
}
/** A down migration needs no snapshot. */
const NO_PAYLOADS = {
    refs: [],
    has: () => false,
    open: async () => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('internal', 'A down migration requested a payload.');
    },
    read: async () => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('internal', 'A down migration requested a payload.');
    },
};


/***/ }),

/***/ 3009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ backupsFor),
/* harmony export */   o: () => (/* binding */ assertBackupPossible)
/* harmony export */ });
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6112);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);


/** The resources that back up databases of the changes which no configured resource backs up. */
function backupsFor({ backups }, changes) {
    const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
    return backups.filter(({ backsUp }) => backsUp?.some((id) => asking.has(id)) === true);
}
/** Before anybody is asked to approve: the backup that a change needs can be taken. @throws RewindError preflight-failed */
async function assertBackupPossible(project, plan, ctx) {
    const findings = await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .checkResources */ .EB)(backupsFor(project, plan.changes), ctx);
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('preflight-failed', 'The database cannot be backed up before the down migrations.', {
        problems: errors.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
        remedy: 'Fix what is listed and plan again. Without a backup Rewind runs no down migration.',
    });
}


/***/ }),

/***/ 6410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ preRollbackSnapshot),
/* harmony export */   x: () => (/* binding */ announceUpload)
/* harmony export */ });
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7732);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(918);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3009);



/** Sets the outputs immediately, so that the next step uploads the directory even if this one is killed. */
function announceUpload(session, what, upload) {
    if (upload === null)
        return;
    session.setOutput(`${what}-artifact`, upload.name);
    session.setOutput(`${what}-path`, upload.path);
}
/**
 * Law 6: a rollback can be rolled back. Backs up databases only before a change that needs it.
 * @returns the id of the snapshot; null if there is nothing to capture
 */
async function preRollbackSnapshot({ session, project }, which, changes = []) {
    // All resources, even those out of scope: the undo must also cover a rollback with a wrong scope.
    const resources = [
        ...project.resources.filter(({ provider }) => (provider.slow ?? false) === (which === 'database')),
        ...(which === 'database' ? (0,_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .backupsFor */ .B)(project, changes) : []),
    ];
    if (resources.length === 0)
        return null;
    const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .takeSnapshot */ .W)({
        resources,
        scope: resources.map(({ id }) => id),
        store: project.store,
        ctx: session.context,
        origin: project.origin,
        reason: 'pre-rollback',
        recipients: project.config.seal.recipients,
        identities: [],
        // The approved job does not hold the signing key: whoever undoes this rollback gets a review.
        signKeys: [],
        signer: null,
        // A database that an interrupted restore closed is what this rollback repairs. A backup leaves nothing out.
        leaveOut: which === 'config' ? ['database-fenced'] : [],
    });
    announceUpload(session, `undo-${which}`, (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id));
    session.context.log.info(`Snapshot ${manifest.id} holds the state before this rollback (${manifest.resources.map(({ id }) => id).join(', ')}).`);
    return manifest.id;
}


/***/ }),

/***/ 4309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ confirmationsOf),
/* harmony export */   _K: () => (/* binding */ assertConfirmed),
/* harmony export */   rJ: () => (/* binding */ confirmFlag)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(525);

/** Names of the databases whose data the plan may lose, in the order of the plan. */
function confirmationsOf(plan) {
    return [...new Set(plan.changes.flatMap(({ confirm }) => confirm ?? []))];
}
/**
 * Compares the names that the operator typed with those of the plan. A plan that loses no data needs none, and ignores any.
 * @param given null: none
 * @throws RewindError data-loss-unconfirmed, with both lists
 */
function assertConfirmed(plan, given) {
    const needed = confirmationsOf(plan);
    if (needed.length === 0)
        return;
    const names = given ?? [];
    // The name of a database may hold a comma.
    if (names.join(',') === needed.join(','))
        return;
    const missing = needed.filter((name) => !names.includes(name));
    const wrong = names.filter((name) => !needed.includes(name));
    if (missing.length === 0 && wrong.length === 0)
        return;
    const losing = plan.changes.filter(({ confirm }) => confirm !== undefined);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('data-loss-unconfirmed', `The plan can lose data in ${listed(needed)}; confirmed: ${names.length === 0 ? 'none' : listed(names)}.`, {
        resource: losing.find(({ confirm }) => confirm === missing[0])?.resource,
        problems: losing.map(({ resource, target, after }) => `${resource}: ${target}: ${after ?? 'removed'}`),
        remedy: `Confirm with the names of the databases: ${confirmFlag(needed)}`,
    });
}
/** The flag as one would type it in a shell. */
function confirmFlag(names) {
    const list = names.join(',');
    return `--confirm-data-loss ${/^[\w.,@%+=:-]+$/.test(list) ? list : `'${list.replaceAll("'", `'\\''`)}'`}`;
}
const listed = (names) => names.map((name) => `"${name}"`).join(', ');


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

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ assertProven)
/* harmony export */ });
/* harmony import */ var _runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1181);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);


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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);


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
/* harmony export */   W: () => (/* binding */ takeSnapshot),
/* harmony export */   j: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(358);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(525);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3220);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4365);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8540);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1223);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4346);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9952);









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
            scope: request.scope === null ? null : [...request.scope],
            resources: await captureAll(request, head),
        };
        const { signer } = request;
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_6__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_7__/* .commentOf */ .v)(manifest))));
        await verifyWritten(request, manifest);
        return manifest;
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .removeSnapshot */ .Bw)(store, origin.environment, head.id).catch((cleanup) => {
            ctx.log.warn(`The unfinished snapshot ${head.id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function captureAll(request, head) {
    const { resources, store, origin, recipients } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, head);
    const { clock } = ctx;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(resources, async (resource) => {
        const sink = new _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id);
        const start = clock.monotonic();
        const captured = await resource.provider.capture(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), sink);
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
async function verifyWritten(request, written) {
    const { store, ctx, identities } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readManifest */ .WI)(store, written.environment, written.id);
    const problems = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__/* .checkPayloads */ .M1)(store, manifest);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', 'The new snapshot cannot be read back.', { problems });
    }
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_7__/* .trustOf */ .A)(store, manifest, request.signKeys, ctx.clock.now());
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

/***/ 9952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ trustOf),
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(525);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4365);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(960);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4346);






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

/***/ 2367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P3: () => (/* binding */ riskText),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Xg: () => (/* binding */ planMarkdown)
/* harmony export */ });
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8479);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);


/**
 * The plan for a terminal.
 * @param notice a sentence if the snapshot shows what is live, so that an empty plan is no answer
 */
function planText(plan, notice = null) {
    const lines = [`Plan: return "${plan.environment}" to snapshot ${plan.snapshot} (database: ${plan.database})`, ''];
    if (notice !== null)
        lines.push(notice, ...(plan.changes.length === 0 ? [`No changes: ${covered(plan)}`] : ['']));
    else if (plan.changes.length === 0)
        lines.push(`Nothing to do: ${covered(plan)}`);
    let heading = '';
    const early = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .earlyChanges */ .Hj)(plan.changes);
    plan.changes.forEach((change, index) => {
        const stage = early.has(change) ? 'at once (closes an exposure)' : change.stage;
        if (stage !== heading)
            lines.push(`${stage}:`);
        heading = stage;
        lines.push(`  ${index + 1}. ${change.target}`, `     ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change).replaceAll('\n', '; ')}${when(change)}`, ...details(change, '     '));
    });
    lines.push(...section('By hand (Rewind cannot do these):', plan.manual, (change) => change.manual ?? ''));
    lines.push(...section('Not in this plan:', plan.notSelected, (change) => `use --database ${change.database ?? ''}`));
    lines.push('', `Digest: ${plan.digest}`);
    return lines.join('\n');
}
/** What a plan without changes says of production: it may leave differences to a person or to another database mode. */
function covered({ manual, notSelected, database }) {
    const left = [
        ...(manual.length === 0 ? [] : [`${manual.length} must be restored by hand`]),
        ...(notSelected.length === 0 ? [] : [`${notSelected.length} left as it is by choice (--database ${database})`]),
    ];
    if (left.length === 0)
        return 'production equals the snapshot in everything that this plan covers.';
    return `Rewind has no change to make, but production differs from the snapshot: ${left.join(', ')} (below).`;
}
const when = (change) => change.effect === 'live' ? '' : '  (takes effect with the next deployment)';
function details(change, indent) {
    return [
        ...(change.closes === undefined ? [] : [`${indent}closes ${change.closes}`]),
        ...change.warnings.map((warning) => `${indent}! ${warning}`),
        ...(change.dataAtRisk ?? []).map((risk) => `${indent}! data at risk: ${riskText(risk)}`),
        ...(change.confirm === undefined ? [] : [`${indent}! needs --confirm-data-loss ${change.confirm}`]),
        `${indent}undo: ${change.undo ?? 'not possible'}`,
    ];
}
function section(title, changes, note) {
    if (changes.length === 0)
        return [];
    return ['', title, ...changes.map((change) => `  - ${change.target}: ${(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change)}: ${note(change)}`)];
}
/** "132 rows of fans (written since the snapshot)" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : `${risk.rows.toLocaleString('en-US')} row(s) of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}
/**
 * The plan for a job summary, for the approver.
 * @param circumstances facts for the approver besides the plan, in Markdown
 * @param notice as for `planText`
 */
function planMarkdown(plan, circumstances = '', notice = null) {
    const parts = [`## Rollback plan: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(plan.environment)} → snapshot \`${plan.snapshot}\``];
    if (notice !== null)
        parts.push(`⚠️ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(notice)}`);
    parts.push(plan.changes.length === 0
        ? `**${notice === null ? 'Nothing to do' : 'No changes'}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(covered(plan))}`
        : `**${plan.changes.length} change(s)**, database: \`${plan.database}\`. Nothing has been changed yet.`);
    if (plan.changes.length > 0)
        parts.push(changesTable(plan.changes), riskMarkdown(plan.changes));
    if (plan.manual.length > 0) {
        parts.push('### By hand', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Resource', 'What', 'Now → then', 'What to do'], plan.manual.map((change) => [change.resource, change.target, (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change), change.manual ?? ''])));
    }
    if (plan.notSelected.length > 0) {
        parts.push('### Not in this plan', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Resource', 'What', 'Now → then', 'Would need'], plan.notSelected.map((change) => [
            change.resource,
            change.target,
            (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(change),
            `database: ${change.database ?? ''}`,
        ])));
    }
    parts.push(circumstances, `Digest (the approval is for this digest): \`${plan.digest}\``);
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
function changesTable(changes) {
    const early = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .earlyChanges */ .Hj)(changes);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['#', 'Stage', 'Resource', 'What', 'Now', 'Then', 'Effect', 'Undo'], changes.map((change, index) => [
        String(index + 1),
        early.has(change) ? 'at once' : change.stage,
        change.resource,
        change.target,
        change.before ?? 'absent',
        change.after ?? 'absent',
        change.effect === 'live' ? 'at once' : 'next deployment',
        change.undo ?? 'not possible',
    ]));
}
function riskMarkdown(changes) {
    const warnings = changes.flatMap((change) => [
        ...change.warnings.map((warning) => `- ⚠️ **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(change.target)}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(warning)}`),
        ...(change.dataAtRisk ?? []).map((risk) => `- 🔴 **data at risk**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(riskText(risk))}`),
        ...(change.confirm === undefined
            ? []
            : [`- 🔴 the operator must type the name of the database: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(change.confirm)}`]),
    ]);
    return warnings.length === 0 ? '' : ['### Read this before you approve', ...warnings].join('\n');
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
