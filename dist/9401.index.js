export const id = 9401;
export const ids = [9401];
export const modules = {

/***/ 9401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5621);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4346);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8892);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3021);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(525);







const name = {
    description: 'Name of the mark; choose the snapshot by it later.',
    value: 'name',
    default: 'good',
    allowed: 'small letters, digits and dashes, beginning with a letter; no selector and no commit',
    parse: (given) => (_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_4__/* .MARK_NAME */ .Gx.test(given) ? given : undefined),
    absent: 'good',
};
/** Writes one small object beside the snapshot. The snapshot itself and its signature stay as they are. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_1__/* .defineCommand */ .N)({
    name: 'mark',
    summary: 'Mark a snapshot as good: retention keeps it, and "--snapshot good" chooses it.',
    arguments: [{ name: 'snapshot', description: 'Which snapshot, as for --snapshot.', required: true }],
    flags: { name, remove: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .toggle */ .L$)('Remove the mark.') },
    examples: ['mark 20261123T030405Z-1a2b3c', 'mark latest --name before-black-friday', 'mark good --remove'],
    outputs: ['snapshot-id'],
    async run(session) {
        const { inputs, context } = session;
        const selector = _cli_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .FLAGS */ .Wg.snapshot.parse(inputs.args[0] ?? '');
        if (selector === undefined) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .RewindError */ .Ir('input-invalid', `<snapshot> must be ${_cli_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .FLAGS */ .Wg.snapshot.allowed} (got "${inputs.args[0] ?? ''}")`);
        }
        const project = await session.open();
        const { store } = project;
        const { environment } = project.config;
        // The service deletes the snapshot on its day, whatever anybody marks.
        if (store.expires === true)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .RewindError */ .Ir('mark-unsupported', `The store "${store.kind}" cannot keep a mark.`);
        const { manifest } = await (0,_cli_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .choose */ .Sw)(session, project, selector);
        const { id } = manifest;
        if (inputs.remove) {
            const present = (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_3__/* .marksOf */ .Ok)(await store.list(`snapshots/${environment}`)).get(id) ?? [];
            if (!present.includes(inputs.name)) {
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .RewindError */ .Ir('input-invalid', `Snapshot ${id} has no mark "${inputs.name}".`, {
                    remedy: present.length === 0 ? 'It has none at all.' : `It has ${present.join(', ')}.`,
                });
            }
            await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeMark */ .i4)(store, environment, id, inputs.name);
        }
        else {
            const by = session.run?.triggeredBy ?? context.env.text('USER') ?? 'unknown';
            await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_3__/* .putMark */ .ZF)(store, environment, id, inputs.name, { by, at: context.clock.now().toISOString() });
        }
        const text = inputs.remove
            ? `Snapshot ${id} no longer has the mark "${inputs.name}".`
            : `Snapshot ${id} has the mark "${inputs.name}". Retention keeps it. To choose it: --snapshot ${inputs.name}`;
        return {
            exit: 0,
            json: { ok: true, snapshot: id, mark: inputs.name, marked: !inputs.remove },
            text,
            summary: `## Mark ${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeSpan */ .SS)(inputs.name)}\n\nSnapshot \`${id}\`: ${inputs.remove ? 'removed' : 'set'}.\n`,
            outputs: { 'snapshot-id': id },
        };
    },
}));


/***/ })

};
