export const id = 5725;
export const ids = [5725];
export const modules = {

/***/ 65725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21223);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67217);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78101);








const flags = {
    page: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('file', 'An HTML file of the repository, ending in .html: the page. Without it, a plain page.'),
    check: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .toggle */ .L$)('Only say whether it is there. Changes nothing.'),
};
/** Every path gets this one file. */
const MAX_BYTES = 1_000_000;
/** Makes ahead what the measure "maintenance" needs. Users see nothing of it until a mitigation puts it into production. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_1__/* .defineCommand */ .N)({
    name: 'maintenance',
    summary: 'Prepare maintenance: build the deployment that shows the maintenance page. Production stays as it is.',
    flags,
    examples: ['maintenance', 'maintenance --page ops/maintenance.html', 'maintenance --check'],
    notes: [
        'It is staged: it gets no domain, and production stays as it is. A mitigation puts it into production, and its undo takes',
        'it back. It answers every path with the page, status 503 and Retry-After, so the page must not need other files. A second',
        'run with the same page changes nothing. Exit status 3 (verdict "not-ready"): a resource has none.',
    ],
    verdicts: ['ready', 'not-ready'],
    async run(session) {
        const { resources } = await session.open();
        const able = resources.filter(({ provider }) => provider.capabilities?.mitigation?.prepare !== undefined);
        if (able.length === 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', 'No resource in scope can prepare maintenance.', {
                remedy: 'Configure a resource of the provider vercel-deployment. A flag or an item needs no preparation.',
            });
        }
        const page = await readPage(session);
        const outcomes = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .settleResources */ .D6)(able, (resource) => readyOf(session, resource, page));
        const found = outcomes.map(({ resource: { id }, value, error }) => {
            if (value !== undefined)
                return { id, ready: true, text: value };
            const { message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .asRewindError */ .m2)(error, id);
            return { id, ready: false, text: `${message} ${remedy}` };
        });
        const ready = found.every((each) => each.ready);
        const headline = ready ? 'Ready for maintenance.' : 'Not ready for maintenance.';
        return {
            exit: ready ? 0 : 3,
            json: { ok: ready, resources: found },
            text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)([headline, ...found.map(({ id, text: said }) => `  ${id}: ${said}`)]),
            summary: [
                `## ${ready ? '✅' : '⛔'} ${headline}`,
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .table */ .tp)(['Resource', 'What'], found.map(({ id, text: said }) => [id, said])),
            ].join('\n\n'),
            outputs: { verdict: ready ? 'ready' : 'not-ready' },
        };
    },
}));
/** @returns a sentence */
async function readyOf({ context, inputs }, resource, page) {
    const { mitigation } = resource.provider.capabilities ?? {};
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__/* .forResource */ .i_)(context, resource.id);
    if (inputs.check) {
        const facts = await mitigation?.facts?.(resource.config, ctx, { kind: 'maintenance' });
        return `${JSON.stringify(facts?.id)} can take production.`;
    }
    const prepared = await mitigation?.prepare?.(resource.config, ctx, page);
    return `${prepared?.id ?? ''} ${prepared?.made === true ? 'was made' : 'was already there'}, and can take production.`;
}
/** The page is public from now on, at the address of its deployment. @throws RewindError input-invalid */
async function readPage(session) {
    const { page } = session.inputs;
    if (page === null)
        return null;
    const invalid = (why) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', `--page: "${page}" ${why}.`);
    if (!/\.html?$/i.test(page))
        throw invalid('is not an HTML file: its name must end in .html');
    let content;
    try {
        content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(session.path(page));
    }
    catch (error) {
        throw invalid(`cannot be read (${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error)})`);
    }
    if (content.length === 0)
        throw invalid('is empty');
    if (content.length > MAX_BYTES)
        throw invalid(`has ${content.length} bytes, more than ${MAX_BYTES}`);
    const html = content.toString('utf8');
    if (session.context.masker.redact(html) !== html)
        throw invalid('holds a secret of this run, and everybody could read it');
    return html;
}


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
