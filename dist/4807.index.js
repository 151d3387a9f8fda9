export const id = 4807;
export const ids = [4807];
export const modules = {

/***/ 54807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ snapshot)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
;// CONCATENATED MODULE: ./lib/commands/snapshot/flags.js


const after = {
    ...(0,flags/* text */.Qq)('id', 'With --reason release: the snapshot before the deploy. Default: the newest one from before it.'),
    allowed: 'the id of a snapshot',
    parse: (given) => (vocabulary/* SNAPSHOT_ID */.dn.test(given) ? given : undefined),
};
const REASONS = ['pre-deploy', 'manual', 'drill', 'release'];
const flags_flags = {
    reason: (0,flags/* choice */.Yq)(REASONS, 'pre-deploy', 'Reason for the snapshot; release: just after a deploy.'),
    after,
    'override-freeze': flags/* FLAGS */.Wg['override-freeze'],
    'install-client': flags/* FLAGS */.Wg['install-client'],
};

;// CONCATENATED MODULE: ./lib/commands/snapshot/index.js


/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
/* harmony default export */ const snapshot = ((0,command/* defineCommand */.N)({
    name: 'snapshot',
    summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
    flags: flags_flags,
    examples: ['snapshot', 'snapshot --reason manual --scope db', 'snapshot --reason release'],
    notes: [
        '--reason release captures what is quick to read, no database, just after a deploy. With it, a rollback undoes what the',
        'deploy changed and keeps what was changed later. "latest" never names it. Exit status 3 (verdict "no-snapshot"): the',
        'deploy went live without a snapshot before it. Verdict "returned": production serves an older deployment again.',
        'Verdict "closed" (exit status 3): a freeze or the deploy window forbids the deploy, and nothing was captured. Only the',
        'reason pre-deploy is a deploy; with any other, the calendar does not matter. Verdict "not-watched" (exit status 3): what a',
        'critical probe asks is not active (an alarm is off, muted, or notifies nobody). Nothing was captured before that deploy.',
        'Verdict "other-project": an event of Vercel started the run, about a project that the configuration does not have.',
    ],
    verdicts: ['linked', 'returned', 'no-snapshot', 'closed', 'not-watched', 'other-project'],
    outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'index-artifact', 'index-path', 'retention-days'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(6594), __webpack_require__.e(829), __webpack_require__.e(5836), __webpack_require__.e(9220), __webpack_require__.e(9218), __webpack_require__.e(9649), __webpack_require__.e(6626), __webpack_require__.e(7620)]).then(__webpack_require__.bind(__webpack_require__, 37620))).execute(session),
}));


/***/ })

};
