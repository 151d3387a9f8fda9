export const id = 7801;
export const ids = [7801,1894];
export const modules = {

/***/ 81894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ planFlags),
/* harmony export */   l: () => (/* binding */ PLAN_OUTPUTS)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);

/** Flags of the commands that make a plan. */
const planFlags = {
    plan: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.plan,
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    'typed-digest': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['typed-digest'],
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    'plan-environment': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['plan-environment'],
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};
const PLAN_OUTPUTS = [
    'snapshot-id',
    'label',
    'plan-digest',
    'plan-path',
    'changes',
    'approval',
    'unconfirmed',
];


/***/ }),

/***/ 67801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ undo)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/commands/rollback/plan-flags.js
var plan_flags = __webpack_require__(81894);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/commands/undo/flags.js


const flags_flags = { ...plan_flags/* planFlags */.j, 'include-later-changes': flags/* FLAGS */.Wg['include-later-changes'], out: flags/* FLAGS */.Wg.out };

;// CONCATENATED MODULE: ./lib/commands/undo/index.js



/** Plans the way back to the state before a rollback. The plan is approved and carried out like any other. */
/* harmony default export */ const undo = ((0,command/* defineCommand */.N)({
    name: 'undo',
    summary: 'Plan the undo of a rollback, data included: production as it was before. Changes nothing.',
    arguments: [
        {
            name: 'rollback',
            description: 'First digits of the digest of its plan, or latest. Default: the newest rollback that is not a mitigation.',
        },
    ],
    flags: flags_flags,
    examples: ['undo', 'undo 1a2b3c4d5e6f'],
    notes: [
        'The plan covers the resources that the rollback changed. A database that a restore exchanged is swapped back by name;',
        'after down migrations or a restore in place, the backup that the rollback took is restored. What was written since the',
        'rollback is counted in the plan, and kept under another name. "rewind rollback --digest DIGEST" applies the plan, and',
        '"rewind undo" undoes that, too. The undo of the lift of a mitigation is the mitigation once more, with a new time limit.',
    ],
    outputs: plan_flags/* PLAN_OUTPUTS */.l,
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(6594), __webpack_require__.e(829), __webpack_require__.e(5836), __webpack_require__.e(9220), __webpack_require__.e(3610), __webpack_require__.e(9218), __webpack_require__.e(9649), __webpack_require__.e(996), __webpack_require__.e(6915), __webpack_require__.e(170), __webpack_require__.e(5034)]).then(__webpack_require__.bind(__webpack_require__, 25034))).execute(session),
}));


/***/ })

};
