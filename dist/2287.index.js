export const id = 2287;
export const ids = [2287];
export const modules = {

/***/ 2287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(358);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2529);




const flags = {
    to: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)('migration', 'Go back to this migration; it stays applied (migrate down).'),
    'dry-run': (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Show the changes without making them.'),
    force: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Replace an existing down.sql (migrate generate).'),
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .FLAGS */ .Wg['confirm-data-loss'],
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .FLAGS */ .Wg['install-client'],
};
/** The only command for a single provider, so it imports that provider. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'migrate',
    summary: 'Run Prisma down migrations, or generate the down.sql of the newest migration.',
    arguments: [
        { name: 'action', description: 'down or generate.', required: true },
        { name: 'count', description: 'down: how many migrations to take down.' },
    ],
    flags,
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
    const { config, ctx, provider } = await subject(session);
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
        const needs = change.confirm === undefined ? '' : `\nThis needs --confirm-data-loss ${change.confirm}.`;
        return { exit: 0, json, text: `Would take down, newest first:\n${steps}${needs}` };
    }
    if (change.confirm !== undefined && change.confirm !== inputs.confirmDataLoss) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('data-loss-unconfirmed', `The down migrations would lose data:\n${steps}`, {
            resource: config.id,
            // Unlike a rollback, this command takes no snapshot of its own.
            remedy: `This command takes no snapshot. If you may need the data, run "rewind snapshot" first. Then confirm with the name of the database: --confirm-data-loss ${change.confirm}`,
        });
    }
    try {
        await provider.apply(config, change, ctx, NO_PAYLOADS);
    }
    catch (thrown) {
        throw unfinished(thrown, present[present.length - chosen.length - 1]);
    }
    return { exit: 0, json, text: `Took down, newest first:\n${steps}\n"prisma migrate deploy" will apply them again.` };
}
/** A repeated count would start at the current state and go too far: names the command that finishes instead. */
function unfinished(thrown, goal) {
    const { code, message, resource, remedy, problems } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
    const finish = goal === undefined
        ? 'run "rewind migrate down" with the number of migrations that are still applied'
        : `run "rewind migrate down --to ${goal}"`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir(code, message, {
        resource,
        remedy: `${code === 'cancelled' ? '' : `${remedy} `}To finish, ${finish}. Do not repeat the count: it would be applied to the current state.`,
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
    const risks = (change.dataAtRisk ?? []).map(({ what }) => `  ! loses data: ${what}`);
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
        config: resource.config,
        ctx: (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(session.context, resource.id),
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


/***/ })

};
