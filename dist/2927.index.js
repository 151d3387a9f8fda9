export const id = 2927;
export const ids = [2927];
export const modules = {

/***/ 22927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ monitor)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/commands/monitor/flags.js

const minutes = {
    ...(0,flags/* text */.Qq)('minutes', 'How long to watch; default: monitor.minutes of the configuration.'),
    allowed: 'a whole number of minutes from 1 to 1440',
    parse: (given) => (/^\d{1,4}$/.test(given) && +given >= 1 && +given <= 1440 ? Number(given) : undefined),
    absent: null,
};
const flags_flags = {
    minutes,
    deployment: (0,flags/* text */.Qq)('id', 'Id of the deployment to watch. Default: the one that is live.'),
    snapshot: flags/* FLAGS */.Wg.snapshot,
    'on-roll-back': (0,flags/* choice */.Yq)(['recommend', 'dispatch'], 'recommend', 'At the verdict roll-back: recommend a rollback, or also start the workflow that plans it and waits for approval.'),
    'on-mitigate': (0,flags/* choice */.Yq)(['recommend', 'dispatch'], 'recommend', 'At the verdict mitigate or roll-back: recommend the mitigation monitor.mitigation, or also start the workflow that plans it and waits for approval.'),
    out: flags/* FLAGS */.Wg.out,
};

;// CONCATENATED MODULE: ./lib/commands/monitor/index.js


/** Changes nothing in production. */
/* harmony default export */ const monitor = ((0,command/* defineCommand */.N)({
    name: 'monitor',
    summary: 'Watch a deployment with the configured probes, and say whether it is bad.',
    flags: flags_flags,
    examples: ['monitor', 'monitor --minutes 10 --on-roll-back dispatch', 'monitor --on-mitigate dispatch'],
    notes: [
        'Exit status 0: the verdict is "healthy", or "watch" with enough samples. 3: it is "mitigate", "roll-back", or',
        '"inconclusive", or a probe could not judge the deployment. The watch ends early at "roll-back". The file verdict.json',
        'in --out holds every sample, so that the verdict can be drawn again.',
    ],
    verdicts: ['healthy', 'watch', 'mitigate', 'roll-back', 'inconclusive'],
    outputs: ['incident-id', 'snapshot-id', 'report-path'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(6594), __webpack_require__.e(829), __webpack_require__.e(9220), __webpack_require__.e(6626), __webpack_require__.e(8646), __webpack_require__.e(5000)]).then(__webpack_require__.bind(__webpack_require__, 67344))).execute(session),
}));


/***/ })

};
