export const id = 3806;
export const ids = [3806];
export const modules = {

/***/ 13806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78292);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21223);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99859);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78101);






const HEADLINES = {
    closed: 'Not everything is open.',
    unknown: 'It is unknown whether everything is open.',
};
/**
 * Returns access that an interrupted rollback took away. Needs no plan and no approval: it changes no data, and
 * the outage lasts until access is back. Exits with status 3 if something stays closed, or may be.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'unfence',
    summary: 'Open a database that an interrupted rollback left closed. Needs no plan.',
    flags: {},
    examples: ['unfence', 'unfence --scope db'],
    notes: [
        'Exit status 3 ("closed"): a database stays closed. Exit status 3 ("unknown"): none was found closed, but one could not be read.',
    ],
    verdicts: ['open', 'closed', 'unknown'],
    async run(session) {
        const { resources } = await session.open();
        const able = resources.filter(({ provider }) => provider.capabilities?.unfence !== undefined);
        // A database outside of the scope may be closed: "nothing was closed" would be said without a look at it.
        if (able.length === 0 && session.inputs.scope !== null) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('input-invalid', 'No resource in scope is a database that a rollback can close.', {
                remedy: 'Leave --scope out, or name the database in it.',
            });
        }
        const outcomes = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .settleResources */ .D6)(able, async (resource) => resource.provider.capabilities?.unfence?.(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(session.context, resource.id)));
        const reports = outcomes.map(({ resource: { id }, value, error }) => {
            if (value !== undefined)
                return { id, ...value };
            const { message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error, id);
            return { id, state: 'unknown', text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .sentences */ .hC)(message, remedy) };
        });
        const is = (wanted) => reports.some(({ state }) => state === wanted);
        const verdict = is('closed') ? 'closed' : is('unknown') ? 'unknown' : 'open';
        const open = verdict === 'open';
        const lifted = reports.filter(({ state }) => state === 'lifted').length;
        const headline = !open
            ? HEADLINES[verdict]
            : lifted > 0
                ? `Opened ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(lifted, 'database')}. The rollback that closed ${lifted === 1 ? 'it' : 'them'} is not finished.`
                : able.length === 0
                    ? 'No resource is a database that a rollback can close.'
                    : 'Nothing was closed by a rollback.';
        return {
            exit: open ? 0 : 3,
            json: { ok: open, resources: reports },
            text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)([headline, ...reports.map(({ id, state, text }) => `  ${id}: ${state}: ${text}`)]),
            summary: [
                `## ${open ? '✅' : '⛔'} ${headline}`,
                ...(reports.length === 0
                    ? []
                    : [
                        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Resource', 'State', 'What'], reports.map(({ id, state, text }) => [id, state, text])),
                    ]),
            ].join('\n\n'),
            outputs: { verdict },
        };
    },
}));


/***/ }),

/***/ 21223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   Wo: () => (/* binding */ assertSameProvider),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78292);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/**
 * An id may have got another provider after the snapshot: what one captured, the other can neither read nor write.
 * @param captured the provider in the snapshot
 * @throws RewindError snapshot-foreign
 */
function assertSameProvider({ id, providerId }, captured) {
    if (captured === providerId)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-foreign', `"${id}" is a ${captured} in the snapshot, but a ${providerId} in the configuration.`, {
        resource: id,
        remedy: `Give the ${providerId} an id of its own in the configuration, or choose a snapshot from after that change.`,
    });
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


/***/ })

};
