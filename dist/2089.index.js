export const id = 2089;
export const ids = [2089];
export const modules = {

/***/ 50086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ REPOSITORY),
/* harmony export */   M: () => (/* binding */ flags)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);

/** `owner/name`, or `host/owner/name` of a server of your own. */
const REPOSITORY = /^(?:([A-Za-z0-9][A-Za-z0-9.-]*(?::\d+)?)\/)?([\w.-]+\/[\w.-]+)$/;
const flags = {
    check: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .toggle */ .L$)('Write nothing; exit with status 3 if the committed runbook is not current.'),
    output: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('file', 'The runbook. Default: "runbook" of the configuration, or docs/runbook.md.'),
    print: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .toggle */ .L$)('Print the runbook, and write nothing.'),
    repository: {
        ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('name', 'Repository of the links: owner/name. Default: as in the runbook, else of the run or the checkout.'),
        allowed: 'owner/name, or host/owner/name of a server of your own',
        parse: (given) => (REPOSITORY.test(given) ? given : undefined),
    },
};


/***/ }),

/***/ 52089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99859);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50086);


/** Needs no credential and no network: a runbook must be made before an incident, by anybody. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCommand */ .N)({
    name: 'runbook',
    summary: "Write the team's runbook from the configuration and the workflows, or check that it is current.",
    flags: _flags_js__WEBPACK_IMPORTED_MODULE_1__/* .flags */ .M,
    examples: ['runbook', 'runbook --check', 'runbook --output RUNBOOK.md', 'runbook --print'],
    notes: [
        'Text between the lines <!-- rewind:own --> and <!-- /rewind:own --> of a section is yours: it stays when the file is',
        'renewed. A file that Rewind did not write is never overwritten.',
    ],
    verdicts: ['current', 'stale', 'written'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(3867), __webpack_require__.e(1260), __webpack_require__.e(9512), __webpack_require__.e(3610), __webpack_require__.e(4457), __webpack_require__.e(2413), __webpack_require__.e(5032), __webpack_require__.e(2713), __webpack_require__.e(3949), __webpack_require__.e(6184), __webpack_require__.e(4313)]).then(__webpack_require__.bind(__webpack_require__, 84002))).execute(session),
}));


/***/ })

};
