export const id = 5387;
export const ids = [5387];
export const modules = {

/***/ 21722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ undoCommand),
/* harmony export */   a: () => (/* binding */ commandLine)
/* harmony export */ });
/* harmony import */ var _runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26751);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);


/** Commands that are printed and write no report. */
const WITHOUT_OUT = new Set(['replay', 'verify', 'migrate']);
/** A command line that works where this one was called: it repeats the files that are not at their default place. */
function commandLine({ inputs }, words) {
    const places = [
        ...(inputs.config === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMON_FLAGS */ .gd.config.default ? [] : ['--config', inputs.config]),
        ...(inputs.out === undefined || inputs.out === _flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out.default || WITHOUT_OUT.has(words[0] ?? '')
            ? []
            : ['--out', inputs.out]),
    ];
    return ['rewind', ...words, ...places].map(_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
}
/** The one command that undoes a rollback. */
const undoCommand = (session, digest) => commandLine(session, ['undo', digest.slice(0, 12)]);


/***/ }),

/***/ 22287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _engine_confirmation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34309);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82913);
/* harmony import */ var _cli_environment_lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43339);
/* harmony import */ var _report_risk_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10207);
/* harmony import */ var _rollback_undo_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16410);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99859);
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21722);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2529);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(78101);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', problem, { remedy: USAGE });
    },
}));
const USAGE = 'Usage: rewind migrate down 1 | rewind migrate down --to NAME | rewind migrate generate';
async function down(session, rest) {
    const { inputs } = session;
    assertTarget(rest, inputs.to);
    assertMayWrite(session);
    const { config, ctx, provider, project } = await subject(session);
    const { applied } = await __webpack_require__.e(/* import() */ 9003).then(__webpack_require__.bind(__webpack_require__, 39003));
    const { downChange } = await Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(7111), __webpack_require__.e(5602), __webpack_require__.e(1804)]).then(__webpack_require__.bind(__webpack_require__, 1804));
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
    const { backup, back } = await (0,_cli_environment_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .underLock */ .y)(session, project, 'migrate down', null, async () => {
        const backup = change.confirm === undefined
            ? null
            : await (0,_rollback_undo_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .backupBefore */ .eg)({ session, project }, [{ backupFirst: true, resource: ctx.resource }], null);
        const back = backup === null
            ? ''
            : `Snapshot ${backup.id} holds the database as it was, with every row. To bring it back: ${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .a)(session, ['plan', '--snapshot', backup.id, '--database', 'restore'])}`;
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
        : `run "${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_6__/* .commandLine */ .a)(session, ['migrate', 'down', '--to', goal])}"`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir(code, message, {
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
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('approval-missing', '"migrate down" has no plan that a reviewer can approve, so it does not run in GitHub Actions. Nothing was changed.', {
        remedy: 'Run the rollback workflow with "database: down" (rewind plan --database down, then rewind rollback). It takes the migrations down after the approval.',
    });
}
/** Before anything is read: exactly one of a count and a name. @throws RewindError input-invalid */
function assertTarget(rest, to) {
    if (to === null ? rest.length === 1 && /^[1-9]\d*$/.test(rest[0] ?? '') : rest.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('input-invalid', 'migrate down needs a count or --to NAME, not both', { remedy: USAGE });
}
/** Newest first. */
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
    const risks = (change.dataAtRisk ?? []).map((risk) => `  ! does not come back: ${(0,_report_risk_js__WEBPACK_IMPORTED_MODULE_8__/* .riskText */ .P)(risk)}`);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)([...names.map((name) => `  ${name}`), ...change.warnings.map((warning) => `  ! ${warning}`), ...risks]);
}
async function generate(session) {
    const { inputs } = session;
    const { config, ctx } = await subject(session);
    const { generateDown } = await Promise.all(/* import() */[__webpack_require__.e(1260), __webpack_require__.e(896)]).then(__webpack_require__.bind(__webpack_require__, 50896));
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

/***/ 34309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ confirmationsOf),
/* harmony export */   _K: () => (/* binding */ assertConfirmed),
/* harmony export */   rJ: () => (/* binding */ confirmFlag)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
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
    return `--confirm-data-loss ${(0,_runtime_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(names.join(','))}`;
}
const listed = (names) => names.map((name) => `"${name}"`).join(', ');


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

/***/ 10207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ riskText)
/* harmony export */ });
/** "132 row(s) of fans (written since the snapshot)" */
function riskText(risk) {
    const rows = risk.rows === null ? '' : `${risk.rows.toLocaleString('en-US')} row(s) of `;
    return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
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

/***/ 74698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);


/**
 * Who runs the program outside of GitHub Actions: `ada on build-7`, with the name of git's configuration for an account that
 * several people share, `root on build-7 (git: Ada Lovelace)`. Another CI system names the person in GITHUB_ACTOR.
 */
function operatorOf(env) {
    const actor = env.text('GITHUB_ACTOR');
    if (actor !== undefined)
        return actor;
    const account = env.text('SUDO_USER') ?? accountName(env);
    const shared = account === null || account === 'root' ? gitName(env) : null;
    const name = account ?? `user ${process.getuid?.() ?? 'without an account'}`;
    return `${name} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}${shared === null ? '' : ` (git: ${shared})`}`;
}
/** A container may run a user id that has no account. */
function accountName(env) {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username;
    }
    catch {
        return env.text('USER') ?? env.text('LOGNAME') ?? null;
    }
}
function gitName(env) {
    const variables = { PATH: env.text('PATH'), HOME: env.text('HOME') };
    const { status, stdout } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', ['config', 'user.name'], {
        encoding: 'utf8',
        env: variables,
        timeout: 2_000,
    });
    const name = status === 0 ? stdout.trim() : '';
    return name === '' ? null : name;
}


/***/ }),

/***/ 26751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as one would type it in a shell. */
const shellWord = (word) => /^[\w.,@%+=:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;


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
