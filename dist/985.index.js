export const id = 985;
export const ids = [985,392];
export const modules = {

/***/ 7985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   show: () => (/* binding */ show)
/* harmony export */ });
/* harmony import */ var _core_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4587);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9392);


/** One snapshot: where it comes from and what it holds. States hold no secrets; sealed parts stay sealed. */
async function show(session) {
    const { store, origin } = await session.open();
    const manifest = await (0,_core_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .findSnapshot */ .Cb)(store, session.inputs.args[0] ?? session.inputs.snapshot, origin);
    const head = [
        `Snapshot ${manifest.id} of "${manifest.environment}" (${manifest.reason})`,
        `  taken ${manifest.createdAt} by Rewind ${manifest.writtenBy}`,
        `  repository ${manifest.repository ?? '-'}, commit ${manifest.commit ?? '-'}, run ${manifest.run ?? '-'}`,
    ];
    return {
        exit: 0,
        json: manifest,
        text: `${head.join('\n')}\n${(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.describeSnapshot)(manifest)}`,
        summary: `## Snapshot \`${manifest.id}\`\n\n${(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.snapshotTable)(manifest)}\n`,
    };
}


/***/ }),

/***/ 9392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeSnapshot: () => (/* binding */ describeSnapshot),
/* harmony export */   snapshot: () => (/* binding */ snapshot),
/* harmony export */   snapshotTable: () => (/* binding */ snapshotTable)
/* harmony export */ });
/* harmony import */ var _core_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _core_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4587);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(972);
/* harmony import */ var _core_progress_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6264);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3021);
/* harmony import */ var _runtime_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7341);






/** Captures everything, seals it, and verifies what was written. Fails the deploy gate when it cannot. */
async function snapshot(session) {
    const project = await session.open();
    const manifest = await (0,_core_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W9)({
        resources: project.resources,
        store: project.store,
        parts: session.parts,
        origin: project.origin,
        reason: (session.inputs.reason ?? 'pre-deploy'),
        recipients: project.config.seal.recipients,
        identities: project.identities,
    });
    const removed = await applyRetention(session, project);
    return {
        exit: 0,
        json: { ok: true, snapshot: manifest.id, resources: manifest.resources.map(({ id }) => id), removed },
        text: `Snapshot ${manifest.id} of "${manifest.environment}" is complete and was read back.\n${describeSnapshot(manifest)}`,
        summary: `## Snapshot \`${manifest.id}\`\n\n${snapshotTable(manifest)}\n`,
        outputs: { 'snapshot-id': manifest.id },
    };
}
/** One line for each resource. */
function describeSnapshot(manifest) {
    return rowsOf(manifest)
        .map(([id, provider, size, took]) => `  ${id} (${provider}): ${size}, ${took}`)
        .join('\n');
}
function snapshotTable(manifest) {
    return (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .t)(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest));
}
function rowsOf(manifest) {
    return manifest.resources.map((resource) => {
        const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
        const size = resource.payloads.length === 0 ? 'state only' : (0,_core_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .amount */ .vj)(bytes, 'bytes');
        return [resource.id, resource.provider, size, (0,_core_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .seconds */ .YA)(resource.durationMs / 1000)];
    });
}
/**
 * Removes snapshots that are both older than keep-days and beyond the newest keep-last. A failure here is a warning: the
 * new snapshot is good.
 * @returns ids removed
 */
async function applyRetention(session, { store, config }) {
    const { 'keep-last': keepLast, 'keep-days': keepDays } = config.retention;
    const oldest = (session.parts.clock ?? _runtime_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .ml).now().getTime() - keepDays * 86_400_000;
    const removed = [];
    try {
        const ids = await (0,_core_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listSnapshotIds */ .DB)(store, config.environment);
        for (const id of ids.slice(0, Math.max(0, ids.length - keepLast))) {
            const { createdAt } = await (0,_core_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readManifest */ .WI)(store, config.environment, id);
            if (Date.parse(createdAt) >= oldest)
                continue;
            await (0,_core_snapshot_files_js__WEBPACK_IMPORTED_MODULE_0__/* .removeSnapshot */ .Bw)(store, config.environment, id);
            removed.push(id);
        }
    }
    catch (error) {
        session.parts.log.warn(`Old snapshots could not be removed: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error).message}`);
    }
    return removed;
}


/***/ })

};
