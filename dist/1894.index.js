export const id = 1894;
export const ids = [1894];
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


/***/ })

};
