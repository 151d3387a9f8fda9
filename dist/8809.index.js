export const id = 8809;
export const ids = [8809,1894];
export const modules = {

/***/ 58809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ mitigate)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/commands/rollback/plan-flags.js
var plan_flags = __webpack_require__(81894);
;// CONCATENATED MODULE: ./lib/commands/mitigate/flags.js


const names = (value, description) => ({
    ...(0,flags/* text */.Qq)(value, description),
    allowed: 'names, comma-separated',
    parse: (given) => {
        const all = given.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
        return all.length === 0 ? undefined : all;
    },
    absent: null,
});
const minutes = {
    ...(0,flags/* text */.Qq)('minutes', 'Time limit in minutes, instead of the one of the mitigation.'),
    allowed: 'a whole number from 1 to 10080',
    parse: (given) => (/^[1-9]\d{0,4}$/.test(given) && Number(given) <= 10_080 ? Number(given) : undefined),
    absent: null,
};
const flags_flags = {
    flags: names('keys', 'Turn these feature flags off, comma-separated.'),
    tags: names('tags', 'Turn every feature flag with one of these tags off, comma-separated.'),
    'changed-by-deploy': (0,flags/* toggle */.L$)('Turn off the feature flags that the deploy changed. Needs a release capture.'),
    minutes,
    'lift-expired': (0,flags/* toggle */.L$)('Lift the mitigations whose time limit is over. Their approval covers it.'),
    'lift-environment': (0,flags/* text */.Qq)('name', 'GitHub environment of --lift-expired, which nobody approves; its protection is checked.'),
    snapshot: flags/* FLAGS */.Wg.snapshot,
    ...plan_flags/* planFlags */.j,
    out: flags/* FLAGS */.Wg.out,
};

// EXTERNAL MODULE: ./lib/commands/rollback/flags.js
var rollback_flags = __webpack_require__(46904);
;// CONCATENATED MODULE: ./lib/commands/mitigate/index.js




/** Plans a reversible measure, and lifts those whose time limit is over. */
/* harmony default export */ const mitigate = ((0,command/* defineCommand */.N)({
    name: 'mitigate',
    summary: 'Plan a reversible measure that eases an incident: flags off, maintenance, more capacity. With a time limit.',
    arguments: [{ name: 'mitigation', description: 'Its id in the configuration. Without it: list them.' }],
    flags: flags_flags,
    examples: [
        'mitigate',
        'mitigate checkout-off',
        'mitigate --flags new-checkout,new-search --minutes 30',
        'mitigate --changed-by-deploy',
        'mitigate --lift-expired',
    ],
    notes: [
        '"rewind rollback --digest DIGEST" applies the plan, after the approval. "rewind undo DIGEST" plans the way back at any time.',
        'The approval of a mitigation also covers its lift: after the time limit, --lift-expired returns exactly what the mitigation',
        'changed to the recorded state before. If somebody changed the same object since, it changes nothing and says so; what they',
        'changed elsewhere stays.',
        'Exit status 1 ("not-lifted"): a mitigation whose time is over could not be lifted.',
    ],
    verdicts: ['listed', 'planned', 'in-effect', 'nothing-to-lift', 'lifted', 'not-lifted'],
    outputs: [...new Set([...plan_flags/* PLAN_OUTPUTS */.l, ...rollback_flags/* RUN_OUTPUTS */.r])],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(6594), __webpack_require__.e(829), __webpack_require__.e(5836), __webpack_require__.e(9220), __webpack_require__.e(3610), __webpack_require__.e(9218), __webpack_require__.e(9649), __webpack_require__.e(6626), __webpack_require__.e(996), __webpack_require__.e(6915), __webpack_require__.e(170), __webpack_require__.e(7581), __webpack_require__.e(9621), __webpack_require__.e(7763), __webpack_require__.e(6597), __webpack_require__.e(3947)]).then(__webpack_require__.bind(__webpack_require__, 73947))).execute(session),
}));


/***/ }),

/***/ 46904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ flags),
/* harmony export */   r: () => (/* binding */ RUN_OUTPUTS)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8892);


const digest = {
    ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('sha256', 'Digest of the approved plan. Required.'),
    allowed: 'the 64 hexadecimal digits from "rewind plan"',
    parse: (given) => {
        const digits = given.trim().toLowerCase();
        return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
    },
};
const flags = {
    digest,
    plan: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.plan,
    snapshot: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.snapshot,
    database: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.database,
    'include-later-changes': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['include-later-changes'],
    'confirm-data-loss': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['confirm-data-loss'],
    approval: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(_engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_1__/* .APPROVAL_KINDS */ ._1, 'reviewed', '"expedited" if the plan needs no review.'),
    'typed-digest': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['typed-digest'],
    incident: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.incident,
    reason: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.reason,
    environment: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.environment,
    out: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out,
    'install-client': _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg['install-client'],
};
/** Outputs of the commands that carry a plan out. */
const RUN_OUTPUTS = [
    'label',
    'snapshot-id',
    'report-path',
    'changes',
    'index-artifact',
    'index-path',
    'retention-days',
    'rollback-artifact',
    'rollback-path',
    'undo-config-artifact',
    'undo-config-path',
    'undo-database-artifact',
    'undo-database-path',
    'incident-id',
    'incident-artifact',
    'incident-path',
];


/***/ }),

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


/***/ })

};
