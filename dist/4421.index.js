export const id = 4421;
export const ids = [4421];
export const modules = {

/***/ 84421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ readiness)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/commands/readiness/flags.js

const flags_flags = {
    base: (0,flags/* textOr */.ph)('origin/main', 'ref', 'Commit or branch that the change is compared with.'),
};

;// CONCATENATED MODULE: ./lib/commands/readiness/index.js


/**
 * Works for forks, which have no secrets: a check without its secret becomes a warning. Exits with status 3 if not ready.
 */
/* harmony default export */ const readiness = ((0,command/* defineCommand */.N)({
    name: 'readiness',
    summary: 'Check a pull request: can what it deploys be rolled back? Needs no secret.',
    flags: flags_flags,
    examples: ['readiness', 'readiness --base origin/release'],
    notes: ['Exit status 0: there is no error ("ready"); warnings may remain. 3: there is an error ("not-ready").'],
    verdicts: ['ready', 'not-ready'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(3867), __webpack_require__.e(3849), __webpack_require__.e(1260), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(3610), __webpack_require__.e(4457), __webpack_require__.e(2413), __webpack_require__.e(5032), __webpack_require__.e(1176), __webpack_require__.e(2713), __webpack_require__.e(5602), __webpack_require__.e(2262), __webpack_require__.e(2946), __webpack_require__.e(6184), __webpack_require__.e(9304), __webpack_require__.e(5839)]).then(__webpack_require__.bind(__webpack_require__, 75860))).execute(session),
}));


/***/ })

};
