export const id = 1387;
export const ids = [1387];
export const modules = {

/***/ 22287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34309);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78292);
/* harmony import */ var _cli_environment_lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90829);
/* harmony import */ var _report_risk_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(10207);
/* harmony import */ var _rollback_undo_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16410);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99859);
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21722);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2529);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(36447);











const flags = {
    to: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)('migration', 'Go back to this migration; it stays applied (migrate down).'),
    'dry-run': (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .toggle */ .L$)('Show the changes without making them.'),
    force: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .toggle */ .L$)('Replace an existing down.sql (migrate generate).'),
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .FLAGS */ .Wg['confirm-data-loss'],
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .FLAGS */ .Wg['install-client'],
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
    notes: [
        'In GitHub Actions, "migrate down" only works with --dry-run: it has no plan to approve. Use "plan --database down".',
    ],
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', problem, { remedy: USAGE });
    },
}));
const USAGE = 'Use "rewind migrate down 1", "rewind migrate down --to NAME" or "rewind migrate generate".';
async function down(session, rest) {
    const { inputs } = session;
    assertTarget(rest, inputs.to);
    assertMayWrite(session);
    const { config, ctx, provider, project } = await subject(session);
    const { applied } = await __webpack_require__.e(/* import() */ 9003).then(__webpack_require__.bind(__webpack_require__, 39003));
    const { downChange } = await Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1176), __webpack_require__.e(5602), __webpack_require__.e(1804)]).then(__webpack_require__.bind(__webpack_require__, 1804));
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('preflight-failed', `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(errors.length, 'check')} failed. Nothing was changed.`, {
            resource: config.id,
            problems: errors.map(({ message, remedy }) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .sentences */ .hC)(message, remedy ?? '')),
        });
    }
    const json = { ok: true, dryRun: inputs.dryRun, down: [...chosen] };
    if (inputs.dryRun) {
        const needs = change.confirm === undefined ? '' : `\nThis needs ${(0,_engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__/* .confirmFlag */ .rJ)([change.confirm])}.`;
        return { exit: 0, json, text: `Would take down, newest first:\n${steps}${needs}` };
    }
    if (change.confirm !== undefined && change.confirm !== inputs.confirmDataLoss?.join(',')) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('data-loss-unconfirmed', `The down migrations would lose data:\n${steps}`, {
            resource: config.id,
            remedy: `The database is backed up first. Confirm with its name: ${(0,_engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__/* .confirmFlag */ .rJ)([change.confirm])}`,
        });
    }
    const { backup, back } = await (0,_cli_environment_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .underLock */ .yP)(session, project, 'migrate down', null, async () => {
        const backup = change.confirm === undefined
            ? null
            : await (0,_rollback_undo_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .backupBefore */ .eg)({ session, project }, [{ backupFirst: true, resource: ctx.resource }], null);
        const back = backup === null
            ? ''
            : `Snapshot ${backup.id} holds the database as it was, with every row. To bring it back: ${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, ['plan', '--snapshot', backup.id, '--database', 'restore'])}`;
        try {
            await provider.apply(config, change, ctx, NO_PAYLOADS);
        }
        catch (thrown) {
            throw unfinished(session, thrown, present[present.length - chosen.length - 1], back);
        }
        return { backup, back };
    });
    return {
        exit: 0,
        json: backup === null ? json : { ...json, backup: backup.id },
        text: `Took down, newest first:\n${steps}\n"prisma migrate deploy" will apply them again.\n${back}`.trimEnd(),
    };
}
/** A repeated count would start at the current state and go too far: names the command that finishes instead. */
function unfinished(session, thrown, goal, back) {
    const { code, message, resource, remedy, problems } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
    const finish = goal === undefined
        ? 'run "rewind migrate down" with the number of migrations that are still applied'
        : `run "${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .ay)(session, ['migrate', 'down', '--to', goal])}"`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError(code, message, {
        resource,
        remedy: `${code === 'cancelled' ? '' : `${remedy} `}To finish, ${finish}. Do not repeat the count: it would be applied to the current state. ${back}`.trimEnd(),
        problems,
        cause: thrown,
    });
}
/**
 * In GitHub Actions the same migrations go down by an approved plan. This command has no plan that a reviewer could see.
 * @throws RewindError approval-missing
 */
function assertMayWrite({ run, inputs }) {
    if (run === null || inputs.dryRun)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('approval-missing', '"migrate down" has no plan that a reviewer can approve, so it does not run in GitHub Actions. Nothing was changed.', {
        remedy: 'Run the rollback workflow with "database: down" ("rewind plan --database down", then "rewind rollback"). It takes the migrations down after the approval.',
    });
}
/** Before anything is read: exactly one of a count and a name. @throws RewindError input-invalid */
function assertTarget(rest, to) {
    if (to === null ? rest.length === 1 && /^[1-9]\d*$/.test(rest[0] ?? '') : rest.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', 'migrate down needs a count or --to NAME, not both', { remedy: USAGE });
}
/** Newest first. */
function choose(present, rest, to) {
    const applied = { remedy: `Applied migrations: ${present.join(', ') || 'none'}.` };
    if (to !== null && rest.length === 0) {
        const at = present.indexOf(to);
        if (at >= 0)
            return present.slice(at + 1).reverse();
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('migration-unknown', `"${to}" is not an applied migration.`, applied);
    }
    const count = Number(rest[0]);
    if (count > present.length) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('migration-unknown', `Only ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(present.length, 'migration is', 'migrations are')} applied.`, applied);
    }
    return present.slice(-count).reverse();
}
function describe(change, names) {
    const risks = (change.dataAtRisk ?? []).map((risk) => `  ! does not come back: ${(0,_report_risk_js__WEBPACK_IMPORTED_MODULE_9__/* .riskText */ .P)(risk)}`);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .textOf */ .b6)([...names.map((name) => `  ${name}`), ...change.warnings.map((warning) => `  ! ${warning}`), ...risks]);
}
async function generate(session) {
    const { inputs } = session;
    const { config, ctx } = await subject(session);
    const { generateDown } = await Promise.all(/* import() */[__webpack_require__.e(1260), __webpack_require__.e(896)]).then(__webpack_require__.bind(__webpack_require__, 50896));
    // Prisma's own configuration reads what it needs from the environment; it gets that and no other credential.
    // As Rewind reads it: without the blanks of a copy.
    const url = ctx.env.resolve(config.url, ctx.resource).trim();
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
        summary: `## ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_10__/* .codeSpan */ .SS)(generated.path)}\n\n${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_10__/* .codeBlock */ .DV)('sql', generated.script)}\n\n${note}`,
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', `"migrate" needs one prisma resource in scope (found ${found.length})`, {
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('internal', 'A down migration requested a payload.');
    },
    read: async () => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('internal', 'A down migration requested a payload.');
    },
};


/***/ }),

/***/ 73009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ backupsFor)
/* harmony export */ });
/** The resources that back up databases of the changes which no configured resource backs up. */
function backupsFor({ backups }, changes) {
    const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
    return backups.filter(({ backsUp }) => backsUp?.some((id) => asking.has(id)) === true);
}


/***/ }),

/***/ 16410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ holdBefore),
/* harmony export */   Pi: () => (/* binding */ correctedBefore),
/* harmony export */   eg: () => (/* binding */ backupBefore),
/* harmony export */   xj: () => (/* binding */ announceUpload)
/* harmony export */ });
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21223);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17732);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50918);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73009);




/** Sets the outputs immediately, so that the next step uploads the directory even if this one is killed. */
function announceUpload(session, what, upload) {
    if (upload === null)
        return;
    session.setOutput(`${what}-artifact`, upload.name);
    session.setOutput(`${what}-path`, upload.path);
}
/**
 * Law 6: a rollback can be undone. Captures everything but the databases, also what is out of scope; of a database only
 * which one it is: a rollback that exchanges it keeps it.
 * @param compared the snapshot that the rollback returns to, if its state decides what a capture must tell
 * @returns what writes the snapshot; until then, nothing of it is in the store
 */
async function holdBefore(taking, compared) {
    const { resources, backups } = taking.project;
    const request = requestOf(taking, {
        resources: resources.filter(({ provider }) => provider.slow !== true),
        references: [...resources, ...backups].filter(({ provider }) => provider.slow === true && provider.capabilities?.reference !== undefined),
        // A database that an interrupted restore closed is what this rollback repairs.
        leaveOut: ['database-fenced'],
    });
    const write = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .holdSnapshot */ .S)({ ...request, compared });
    return async () => announced(taking, 'undo-config', await write());
}
/**
 * Backs up the databases of the changes that ask for it, directly before them.
 * @param before the snapshot before the rollback, which becomes a part of this one; null for none
 * @returns null if there is nothing to back up
 */
async function backupBefore(taking, changes, before) {
    const { project, session } = taking;
    const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
    const resources = [
        ...(0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withSharedDatabases */ .s2)(project.resources, asking, session.context).filter(({ provider }) => provider.slow === true),
        ...(0,_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .backupsFor */ .B)(project, changes),
    ];
    if (resources.length === 0)
        return null;
    return announced(taking, 'undo-database', await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W)(requestOf(taking, { resources, including: before })));
}
/** Writes a snapshot before a rollback once more, with states that were corrected. */
const correctedBefore = async (taking, including) => announced(taking, 'undo-config', await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W)(requestOf(taking, { resources: [], including })));
function requestOf({ session, project }, what) {
    const { resources, references = [], including } = what;
    return {
        ...what,
        scope: [...new Set([...resources, ...references, ...(including?.resources ?? [])].map(({ id }) => id))],
        store: project.store,
        ctx: session.context,
        origin: project.origin,
        reason: 'pre-rollback',
        recipients: project.config.seal.recipients,
        identities: [],
        // The approved job does not hold the signing key: the undo of this rollback needs a review.
        signKeys: [],
        signer: null,
    };
}
function announced({ session, project }, output, manifest) {
    announceUpload(session, output, (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id));
    const held = manifest.resources.map(({ id }) => id).join(', ');
    // Before a database is backed up, there may be nothing else to hold.
    if (held !== '')
        session.context.log.info(`Snapshot ${manifest.id} holds the state before the first change of this run (${held}).`);
    return manifest;
}


/***/ }),

/***/ 34309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ confirmationsOf),
/* harmony export */   _K: () => (/* binding */ assertConfirmed),
/* harmony export */   qy: () => (/* binding */ confirmWords),
/* harmony export */   rJ: () => (/* binding */ confirmFlag)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26751);


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
    // The flag trims its names.
    const isIn = (list, name) => list.some((each) => each.trim() === name.trim());
    const missing = needed.filter((name) => !isIn(names, name));
    const wrong = names.filter((name) => !isIn(needed, name));
    if (missing.length === 0 && wrong.length === 0)
        return;
    const losing = plan.changes.filter(({ confirm }) => confirm !== undefined);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('data-loss-unconfirmed', `The plan can lose data in ${listed(needed)}; confirmed: ${names.length === 0 ? 'none' : listed(names)}.`, {
        resource: losing.find(({ confirm }) => confirm === missing[0])?.resource,
        problems: losing.map(({ resource, target, after }) => `${resource}: ${target}: ${after ?? 'removed'}`),
        remedy: `Confirm with the names of the databases: ${confirmFlag(needed)}`,
    });
}
/** The words of the flag. A name that begins like a flag stands behind an equals sign. */
function confirmWords(names) {
    const value = names.join(',');
    return value.startsWith('-') ? [`--confirm-data-loss=${value}`] : ['--confirm-data-loss', value];
}
/** The flag as one would type it in a shell. */
function confirmFlag(names) {
    return confirmWords(names).map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
}
const listed = (names) => names.map((name) => `"${name}"`).join(', ');


/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ assertProven)
/* harmony export */ });
/* harmony import */ var _runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87895);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



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
    const problems = errors.map(({ resource, message, remedy, code }) => `${resource}: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sentences */ .hC)(message, remedy ?? '')} (${code})`);
    if (errors.some(({ code }) => isDamage(code))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-corrupt', `Snapshot ${snapshot} cannot be restored.`, { problems });
    }
    const codes = new Set(errors.map(({ code }) => code));
    const code = codes.size === 1 && isErrorCode(first.code) ? first.code : 'snapshot-unproven';
    if (more.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(code, `Snapshot ${snapshot} could not be proven: ${first.message}`, {
            resource: first.resource,
            remedy: first.remedy,
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(code, `Snapshot ${snapshot} could not be proven in ${errors.length} resources.`, { problems });
}
const isErrorCode = (code) => Object.hasOwn(_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .OQ, code);


/***/ }),

/***/ 76314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readBack),
/* harmony export */   j: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85836);
/* harmony import */ var _payload_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92684);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21223);





/**
 * Checks all payloads, and proves those of the resources; without an identity it only checks. Reads each payload once: a proof
 * reads payloads to their end, and the check reads only the others. A restore carries out what a dump says, so before that
 * the check reads all, and a damaged snapshot is not restored.
 *
 * @throws RewindError of the store, if it cannot be read
 */
async function readBack(request) {
    const { store, manifest, identities, depth } = request;
    const intact = new Set();
    const prove = async () => identities.length === 0 ? [] : proveSnapshot({ ...request, intact });
    if (depth === 'restorable') {
        const damaged = await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPayloads */ .M1)(store, manifest);
        return { damaged, findings: damaged.length > 0 ? [] : await prove() };
    }
    const findings = await prove();
    return { findings, damaged: await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPayloads */ .M1)(store, manifest, undefined, intact) };
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities, request.intact);
        (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .assertSameProvider */ .Wo)(resource, captured.provider);
        const state = (0,_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .drain */ .Ze)(await source.open(ref.name));
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

/***/ 17732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ holdSnapshot),
/* harmony export */   W: () => (/* binding */ takeSnapshot)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33220);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(78101);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94365);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8540);
/* harmony import */ var _read_back_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76314);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(21223);
/* harmony import */ var _payload_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92684);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(84346);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(90960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(89952);














function headOf({ ctx, including, compared, after }) {
    // The fingerprints of the included states have the salt of their snapshot, and those of two snapshots that are compared
    // need the same one.
    const salt = including?.salt ?? after?.salt ?? compared?.salt ?? ctx.randomHex(16);
    // One time for the id and the manifest, from before the captures: a backup may take hours.
    const takenAt = ctx.clock.now();
    return { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotIdAt */ .P1)(takenAt, ctx.randomHex(2)), salt, takenAt };
}
/**
 * Captures all resources in parallel, writes the snapshot and verifies it (law 9). Removes it after a failure.
 * @throws RewindError snapshot-incomplete with one line per resource that failed; snapshot-corrupt; store errors
 */
function takeSnapshot(request) {
    const head = headOf(request);
    return wholeOrGone(request, head, async () => {
        return writeSnapshot(request, head, await captureAndMeasure(request, head));
    });
}
/** Objects that are written at once. */
const WRITES_AT_ONCE = 8;
/**
 * Captures all resources in parallel. Their payloads stay in memory, so only for resources whose payloads are small.
 * @returns what writes and verifies the snapshot, and removes it after a failure; until then, nothing of it is in the store
 * @throws RewindError snapshot-incomplete with one line per resource that failed
 */
async function holdSnapshot(request) {
    const { store } = request;
    const head = headOf(request);
    const held = new Map();
    const memory = {
        put: async (key, content) => {
            const bytes = content instanceof Uint8Array ? Buffer.from(content) : await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(content);
            held.set(key, bytes);
            return { key, bytes: bytes.length };
        },
    };
    const captured = await captureAll(request, head, memory);
    return () => wholeOrGone(request, head, async () => {
        await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_3__/* .mapLimited */ .bB)([...held], WRITES_AT_ONCE, ([key, content]) => store.put(key, content));
        return writeSnapshot(request, head, { captured, baselines: null, mitigated: [] });
    });
}
/** What fails leaves nothing of the snapshot in the store. */
async function wholeOrGone({ store, ctx, origin }, { id }, work) {
    try {
        return await work();
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__/* .removeSnapshot */ .Bw)(store, origin.environment, id).then(() => {
            // Who frees disk space must know that this snapshot takes none.
            if ((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error).code === 'disk-full')
                ctx.log.info(`The unfinished snapshot ${id} was removed.`);
        }, (cleanup) => {
            ctx.log.warn(`The unfinished snapshot ${id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function writeSnapshot(request, { id, salt, takenAt }, { captured, baselines, mitigated }) {
    const { store, origin, after, signer } = request;
    // The undo of a rollback names its snapshot: no time chooses it, and no clock may stop a rollback. A release capture comes
    // with an alarm, which must not fail.
    if (request.reason !== 'pre-rollback' && request.reason !== 'release')
        (0,_trust_js__WEBPACK_IMPORTED_MODULE_12__/* .assertClock */ .R7)(request.ctx);
    const manifest = {
        kind: 'rewind-snapshot',
        schemaVersion: _manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_VERSION */ .hh,
        id,
        salt,
        createdAt: takenAt.toISOString(),
        writtenBy: origin.version,
        environment: origin.environment,
        repository: origin.repository,
        commit: origin.commit,
        run: origin.run,
        actor: origin.actor,
        event: origin.event,
        reason: request.reason,
        ...(after
            ? { after: { snapshot: after.id, digest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__/* .manifestDigest */ .It)(store, after.environment, after.id) } }
            : {}),
        ...(request.override ? { override: request.override } : {}),
        ...(mitigated.length === 0 ? {} : { mitigated: [...mitigated] }),
        recipients: [...request.recipients],
        scope: request.scope === null ? null : [...request.scope],
        resources: [...captured, ...(await included(request, id))],
        ...(baselines === null ? {} : { baselines: [...baselines] }),
    };
    await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_11__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_12__/* .commentOf */ .vm)(manifest))));
    await verifyWritten(request, manifest);
    return manifest;
}
/** A capture that fails ends the measurement, which takes longer. */
async function captureAndMeasure(request, head) {
    const stop = new AbortController();
    const measuring = request.measure?.(AbortSignal.any([request.ctx.signal, stop.signal])) ?? null;
    measuring?.catch(() => undefined);
    const mitigated = request.mitigated?.() ?? [];
    try {
        return {
            captured: await captureAll(request, head, request.store),
            baselines: await measuring,
            mitigated: await mitigated,
        };
    }
    finally {
        stop.abort();
    }
}
/** @param store for the payloads */
async function captureAll(request, head, store) {
    const { resources, origin, recipients } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forSnapshot */ .C)(request.ctx, head);
    const { clock } = ctx;
    const { references = [] } = request;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_8__/* .settleResources */ .D6)([...resources, ...references], async (resource) => {
        const saved = request.compared?.resources.find(({ id }) => id === resource.id)?.state;
        const sink = new _payload_files_js__WEBPACK_IMPORTED_MODULE_9__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id, saved);
        const start = clock.monotonic();
        const { provider, config } = resource;
        const within = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, resource.id);
        const captured = references.includes(resource)
            ? await provider.capabilities?.reference?.(config, within)
            : await provider.capture(config, within, sink);
        // Through JSON and the schema, because the snapshot is read back that way.
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJson */ .aB)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        // Law 9. The undo of a rollback returns to whatever was there.
        const problem = request.reason === 'pre-rollback' ? null : provider.capabilities?.unreturnable?.(state);
        if (problem) {
            const { message, remedy } = problem;
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('snapshot-incomplete', message, { resource: resource.id, remedy });
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJson */ .aB)(state),
            payloads: sink.refs,
        };
    });
    const failures = outcomes.filter(({ resource, error }) => {
        if (error === undefined)
            return false;
        const { code, message } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id);
        if (request.leaveOut?.includes(code) !== true)
            return true;
        ctx.log.warn(`"${resource.id}" is not in this snapshot: ${message}`);
        return false;
    });
    if (failures.length === 0)
        return outcomes.flatMap(({ value }) => (value ? [value] : []));
    const errors = failures.map(({ error, resource }) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id));
    // A single failure keeps its code and remedy; several are reported together.
    const [first] = errors;
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('cancelled', 'The run was cancelled before the snapshot was complete.', { cause: cancelled });
    }
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_13__/* .sentences */ .hC)(error.message, error.remedy)} (${error.code})`),
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
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_9__/* .copyPayload */ .mx)(store, including, id, captured.id, ref);
    }
    return others;
}
async function verifyWritten(request, written) {
    const { store, ctx } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__/* .readManifest */ .WI)(store, written.environment, written.id);
    const { damaged, findings } = await (0,_read_back_js__WEBPACK_IMPORTED_MODULE_7__/* .readBack */ .e)({ ...request, manifest, depth: 'readable' });
    if (damaged.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('snapshot-corrupt', 'The new snapshot cannot be read back.', {
            problems: damaged,
            remedy: 'Do not deploy. Find out why the store gives back something else ("rewind check"), then take a new snapshot.',
        });
    }
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_12__/* .trustOf */ .An)(store, manifest, request.signKeys, ctx.clock.now());
    (0,_proof_js__WEBPACK_IMPORTED_MODULE_6__/* .assertProven */ .L)(manifest.id, findings);
    ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}


/***/ }),

/***/ 10207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ riskText)
/* harmony export */ });
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);

/** "132 rows of fans (written since the snapshot)"; of a table whose rows only come back "no row of fans" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : risk.rows === 0 ? 'no row of ' : `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(risk.rows, 'row')} of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}


/***/ }),

/***/ 50918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ STAGING),
/* harmony export */   DS: () => (/* binding */ artifactPrefix),
/* harmony export */   E5: () => (/* binding */ drillArtifact),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pm: () => (/* binding */ snapshotArtifact),
/* harmony export */   Rr: () => (/* binding */ rollbackArtifact),
/* harmony export */   V4: () => (/* binding */ indexArtifact),
/* harmony export */   mo: () => (/* binding */ indexName),
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
/** The result of a drill. Its id is new in each run. */
function drillArtifact(store, environment, id) {
    if (store.kind !== 'artifact')
        return null;
    return {
        name: `${artifactPrefix(store)}drill-${environment}-${id}`,
        path: `${STAGING}/drills/${environment}/${id}`,
    };
}
/**
 * A small artifact with the same name in each run that uploads something of an environment. GitHub finds artifacts only
 * by their whole name: in a repository with many artifacts this name leads to the runs. What it holds is not read.
 */
function indexName(config, index, environment) {
    return `${artifactPrefix(config)}${index}-${environment}`;
}
/** @returns patterns of files, one a line, as `path` */
function indexArtifact(store, index, environment) {
    if (store.kind !== 'artifact')
        return null;
    const files = index === 'snapshots'
        ? [`snapshots/${environment}/*/manifest.json`]
        : [
            `rollbacks/${environment}/*/plan.json`,
            `incidents/${environment}/*/head.json`,
            `drills/${environment}/*/drill.json`,
        ];
    return { name: indexName(store, index, environment), path: files.map((file) => `${STAGING}/${file}`).join('\n') };
}
/** The folder of the store that an artifact holds; null for one that is not ours. */
function folderOfArtifact(config, name) {
    const prefix = artifactPrefix(config);
    if (!name.startsWith(prefix))
        return null;
    const [, kind, environment, id] = /^(snapshot)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(rollback)-(.+)-([0-9a-f]{64})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        /^(drill)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})$/.exec(name.slice(prefix.length)) ??
        /^(incident)-(.+)-(\d{8}T\d{6}Z-[0-9a-f]{6})-\d+-\d+$/.exec(name.slice(prefix.length)) ??
        [];
    return kind === undefined ? null : `${kind}s/${environment ?? ''}/${id ?? ''}`;
}
/** Retention of the artifacts in days. */
function retentionDays(config) {
    const own = config.store.kind === 'artifact' ? config.store['retention-days'] : undefined;
    return own ?? config.retention['keep-days'];
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
