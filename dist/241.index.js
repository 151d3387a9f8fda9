export const id = 241;
export const ids = [241];
export const modules = {

/***/ 4241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6112);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8234);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8479);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9461);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7732);
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7470);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3021);







/**
 * Two questions, both read-only: is the snapshot what was written (and, with an identity, readable; with --restorable,
 * really restorable)? Does production equal it? Status 3 = the snapshot is sound, but production differs.
 */
async function verify(session) {
    const { inputs, parts } = session;
    const project = await session.open();
    const manifest = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .findSnapshot */ .Cb)(project.store, inputs.snapshot, project.origin);
    const damaged = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPayloads */ .M1)(project.store, manifest);
    if (damaged.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `Snapshot ${manifest.id} is damaged.`, { problems: damaged });
    }
    if (inputs.restorable && project.identities.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('identity-missing', '--restorable must open the snapshot.');
    }
    const depth = inputs.restorable ? 'restorable' : 'readable';
    const proof = project.identities.length === 0 ? [] : await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .proveSnapshot */ .jr)({ ...project, parts, manifest, depth });
    const broken = proof.filter(({ level }) => level === 'error');
    if (broken.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `Snapshot ${manifest.id} cannot be restored.`, {
            problems: broken.map(({ resource, message }) => `${resource}: ${message}`),
        });
    }
    const plan = await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planFromLive */ .qY)({ ...project, parts, manifest, database: inputs.database, scope: inputs.scope });
    const differences = [...plan.changes, ...plan.manual];
    const proven = project.identities.length === 0 ? 'checksums' : `checksums, ${depth}`;
    const headline = differences.length === 0
        ? `Production equals snapshot ${manifest.id} (snapshot proven: ${proven}).`
        : `Production differs from snapshot ${manifest.id} in ${differences.length} place(s) (snapshot proven: ${proven}).`;
    const rows = differences.map((change) => [(0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(change), change.target, (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(change)]);
    return {
        exit: differences.length === 0 ? 0 : 3,
        json: JSON.parse(JSON.stringify({ ok: differences.length === 0, snapshot: manifest.id, proven, differences, findings: proof })),
        text: [headline, ...rows.map((row) => `  ${row.join('  ')}`), (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .findingsText */ ._)(proof)]
            .filter((line) => line !== '')
            .join('\n'),
        summary: [
            `## ${headline}`,
            ...(rows.length === 0 ? [] : [(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .t)(['Change', 'What', 'Now → then'], rows)]),
            ...(proof.length === 0 ? [] : [(0,_report_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .findingsMarkdown */ .O)(proof)]),
        ].join('\n\n'),
        outputs: { verdict: differences.length === 0 ? 'equal' : 'differs', 'snapshot-id': manifest.id },
    };
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findingsMarkdown),
/* harmony export */   _: () => (/* binding */ findingsText)
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


/***/ })

};
