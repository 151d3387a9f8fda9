export const id = 2177;
export const ids = [2177];
export const modules = {

/***/ 12177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ check)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/commands/check/flags.js

const flags_flags = { 'install-client': flags/* FLAGS */.Wg['install-client'], 'plan-environment': flags/* FLAGS */.Wg['plan-environment'] };

;// CONCATENATED MODULE: ./lib/commands/check/index.js


/** Exits with status 3 if not ready. */
/* harmony default export */ const check = ((0,command/* defineCommand */.N)({
    name: 'check',
    summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
    flags: flags_flags,
    examples: ['check', 'check --scope db,web'],
    notes: ['Exit status 0: there is no error ("ready"); warnings may remain. 3: there is an error ("not-ready").'],
    verdicts: ['ready', 'not-ready'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(3867), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(6594), __webpack_require__.e(829), __webpack_require__.e(5836), __webpack_require__.e(3610), __webpack_require__.e(4457), __webpack_require__.e(2413), __webpack_require__.e(5032), __webpack_require__.e(2713), __webpack_require__.e(2262), __webpack_require__.e(8784)]).then(__webpack_require__.bind(__webpack_require__, 88784))).execute(session),
}));


/***/ })

};
