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
/* harmony import */ var _runtime_operator_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4698);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9859);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2529);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4346);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8892);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3021);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(525);








const name = {
    description: 'Name of the mark; choose the snapshot by it later.',
    value: 'name',
    default: 'good',
    allowed: 'small letters, digits and dashes, beginning with a letter; no selector and no commit',
    parse: (given) => (_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_5__/* .MARK_NAME */ .Gx.test(given) ? given : undefined),
    absent: 'good',
};
/** Writes one small object beside the snapshot. The snapshot itself and its signature stay as they are. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'mark',
    summary: 'Mark a snapshot as good: retention keeps it, and "--snapshot good" chooses it.',
    arguments: [{ name: 'snapshot', description: 'Which snapshot, as for --snapshot.', required: true }],
    flags: { name, remove: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .toggle */ .L$)('Remove the mark.') },
    examples: ['mark 20261123T030405Z-1a2b3c', 'mark latest --name before-black-friday', 'mark good --remove'],
    outputs: ['snapshot-id'],
    async run(session) {
        const { inputs, context } = session;
        const selector = _cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .FLAGS */ .Wg.snapshot.parse(inputs.args[0] ?? '');
        if (selector === undefined) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .RewindError */ .Ir('input-invalid', `<snapshot> must be ${_cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .FLAGS */ .Wg.snapshot.allowed} (got "${inputs.args[0] ?? ''}")`);
        }
        const project = await session.open();
        const { store } = project;
        const { environment } = project.config;
        // The service deletes the snapshot on its day, also when it is marked.
        if (store.expires === true)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .RewindError */ .Ir('mark-unsupported', `The store "${store.kind}" cannot keep a mark.`);
        const { manifest } = await (0,_cli_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .choose */ .Sw)(session, project, selector);
        const { id } = manifest;
        if (inputs.remove) {
            const present = (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .marksOf */ .Ok)(await store.list(`snapshots/${environment}`)).get(id) ?? [];
            if (!present.includes(inputs.name)) {
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .RewindError */ .Ir('input-invalid', `Snapshot ${id} has no mark "${inputs.name}".`, {
                    remedy: present.length === 0 ? 'It has none at all.' : `It has ${present.join(', ')}.`,
                });
            }
            await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .removeMark */ .i4)(store, environment, id, inputs.name);
        }
        else {
            const by = session.run?.triggeredBy ?? (0,_runtime_operator_js__WEBPACK_IMPORTED_MODULE_1__/* .operatorOf */ .g)(context.env);
            await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_4__/* .putMark */ .ZF)(store, environment, id, inputs.name, { by, at: context.clock.now().toISOString() });
        }
        const text = inputs.remove
            ? `Snapshot ${id} no longer has the mark "${inputs.name}".`
            : `Snapshot ${id} has the mark "${inputs.name}". Retention keeps it. To choose it: --snapshot ${inputs.name}`;
        return {
            exit: 0,
            json: { ok: true, snapshot: id, mark: inputs.name, marked: !inputs.remove },
            text,
            summary: `## Mark ${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .codeSpan */ .SS)(inputs.name)}\n\nSnapshot \`${id}\`: ${inputs.remove ? 'removed' : 'set'}.\n`,
            outputs: { 'snapshot-id': id },
        };
    },
}));


/***/ }),

/***/ 4698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


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


/***/ })

};
