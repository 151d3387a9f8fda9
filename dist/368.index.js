export const id = 368;
export const ids = [368];
export const modules = {

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8234);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9461);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3021);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9859);




/** Lists a damaged snapshot as damaged, and continues. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'list',
    summary: 'List the snapshots of the environment, newest first.',
    flags: {},
    examples: ['list', 'list --json'],
    async run(session) {
        const { store, config } = await session.open();
        const ids = (await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .listSnapshotIds */ .DB)(store, config.environment)).reverse();
        const rows = await Promise.all(ids.map(async (id) => {
            try {
                return [id, ...summaryOf(await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(store, config.environment, id))];
            }
            catch (error) {
                return [id, 'damaged', '-', (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error).message];
            }
        }));
        return {
            exit: 0,
            json: {
                environment: config.environment,
                snapshots: rows.map(([id = '', reason = '', commit = '', resources = '']) => ({
                    id,
                    reason,
                    commit,
                    resources,
                })),
            },
            text: rows.length === 0
                ? `"${config.environment}" has no snapshots yet.`
                : rows.map((row) => row.join('  ')).join('\n'),
            summary: `## Snapshots of \`${config.environment}\`\n\n${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .t)(['Id', 'Reason', 'Commit', 'Resources'], rows)}\n`,
        };
    },
}));
function summaryOf(manifest) {
    return [manifest.reason, manifest.commit?.slice(0, 12) ?? '-', manifest.resources.map(({ id }) => id).join(',')];
}


/***/ })

};
