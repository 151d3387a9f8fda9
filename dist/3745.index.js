export const id = 3745;
export const ids = [3745,1894];
export const modules = {

/***/ 42721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ assertTogether),
/* harmony export */   M: () => (/* binding */ flags)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _rollback_flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46904);
/* harmony import */ var _rollback_plan_flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81894);




const flags = {
    status: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .toggle */ .L$)('Only show what is not yet normal, and what production says of it. Changes nothing.'),
    deployment: (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('id', 'The fix that takes production: the id of a deployment, or latest.'),
    'flag-steps': {
        ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('percentages', 'Bring flags forward in these steps, e.g. 10,50,100. Needs --gate-command.'),
        allowed: 'two or more rising whole numbers from 1 to 100, comma-separated; the last is 100',
        parse: stepsOf,
        absent: null,
    },
    'gate-command': {
        ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('command', 'With --deployment or --flag-steps: release in stages, and run this shell command before each further stage.'),
        allowed: 'a shell command',
        // An empty command would pass every stage.
        parse: (given) => (given.trim() === '' ? undefined : given),
    },
    'drop-database': (0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('name', 'Plan the drop of this database, which a restore kept. With --digest: drop it.'),
    digest: { ..._rollback_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .flags */ .M.digest, description: 'Digest of the approved drop (--drop-database).' },
    ..._rollback_plan_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .planFlags */ .j,
    incident: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.incident,
    out: _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out,
};
/** @returns undefined if they are no steps */
function stepsOf(given) {
    const steps = given.split(',').map((one) => (/^ *\d{1,3} *$/.test(one) ? Number(one) : Number.NaN));
    const rise = steps.every((one, at) => one > (steps[at - 1] ?? 0));
    return steps.length > 1 && rise && steps.at(-1) === 100 ? steps : undefined;
}
/** A flag that would be ignored is refused: above all, --status never drops a database. @throws RewindError input-invalid */
function assertTogether(inputs) {
    const { status, deployment, dropDatabase: name, digest, args, flagSteps, gateCommand } = inputs;
    const given = [
        ...(args.length === 0 ? [] : ['a rollback']),
        ...(deployment === null ? [] : ['--deployment']),
        ...(flagSteps === null ? [] : ['--flag-steps']),
        ...(gateCommand === null ? [] : ['--gate-command']),
        ...(name === null ? [] : ['--drop-database']),
        ...(digest === null ? [] : ['--digest']),
    ];
    const refuse = (flag, others) => {
        if (others.length === 0)
            return;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', `${flag} cannot be combined with ${others.join(', ')}.`, {
            remedy: `Leave ${flag} or ${others.join(', ')} out.`,
        });
    };
    if (status)
        refuse('--status', given);
    if (flagSteps !== null && deployment !== null)
        refuse('--flag-steps', ['--deployment']);
    if (flagSteps !== null && gateCommand === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', '--flag-steps needs --gate-command.', {
            remedy: 'Name the command that decides before each further step, or leave --flag-steps out.',
        });
    }
    if (gateCommand !== null && deployment === null && flagSteps === null && name === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', '--gate-command needs --deployment or --flag-steps.', {
            remedy: 'Name the deployment or the steps, or leave --gate-command out.',
        });
    }
    if (name !== null) {
        refuse('--drop-database', given.filter((one) => one !== '--drop-database' && one !== '--digest'));
    }
    else if (digest !== null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('input-invalid', '--digest belongs to --drop-database.', {
            remedy: 'To apply the plan of a recovery: "rewind rollback --digest DIGEST".',
        });
    }
}


/***/ }),

/***/ 63745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99859);
/* harmony import */ var _rollback_plan_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81894);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42721);



/** The way forward after a rollback. Plans; the plan is approved and carried out like any other. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCommand */ .N)({
    name: 'recover',
    summary: 'Show what is not yet normal after a rollback, and plan the way forward: the fix, and the changes that were undone.',
    arguments: [
        {
            name: 'rollback',
            description: 'First digits of the digest of its plan, or latest. Default: the first one that left something to recover.',
        },
    ],
    flags: _flags_js__WEBPACK_IMPORTED_MODULE_2__/* .flags */ .M,
    examples: [
        'recover --status',
        'recover --deployment latest',
        "recover --deployment latest --gate-command './smoke-test.sh'",
        "recover --flag-steps 10,50,100 --gate-command './check-errors.sh'",
        'recover --scope flags,env',
        'recover --drop-database shop_before_20261126t030405z_1a2b3c',
    ],
    notes: [
        'Without --status, the incident first records as discharged what production shows as finished. What cannot be read stays open.',
        'The goal is the state before the rollback. With --deployment it is that deployment in production, and nothing else, unless',
        '--scope names more resources. Migrations that were taken down are applied again; data that a restore replaced comes back',
        'only by "rewind undo". "rewind rollback --digest DIGEST" applies the plan.',
        'The plan shows the gate command. It runs with "sh -c" in the root of the repository. Its environment has REWIND_STAGE,',
        'REWIND_STAGES, REWIND_PERCENTAGE, REWIND_DEPLOYMENT or REWIND_FLAGS, the variables GATE_…, and no credential of Rewind.',
        'Exit status 0: the next stage begins; any other: production returns to the deployment before, or the flags return to what',
        'they were before the first step, and the recovery is incomplete.',
        '--flag-steps needs a flag service with percentages. Without --scope it plans the resources of such services. Bring the',
        'deployment forward first: flags are changed before a deployment of the same plan. The plan names the flags that change',
        'at once.',
        'A build of a commit that was rolled back is refused until a person lifts the quarantine.',
    ],
    verdicts: ['normal', 'open', 'planned', 'dropped', 'not-kept'],
    outputs: [..._rollback_plan_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAN_OUTPUTS */ .l, 'incident-artifact', 'incident-path', 'index-artifact', 'index-path'],
    run: async (session) => (await Promise.all(/* import() */[__webpack_require__.e(3160), __webpack_require__.e(2857), __webpack_require__.e(9512), __webpack_require__.e(8656), __webpack_require__.e(6027), __webpack_require__.e(6594), __webpack_require__.e(829), __webpack_require__.e(5836), __webpack_require__.e(9220), __webpack_require__.e(3610), __webpack_require__.e(9218), __webpack_require__.e(9649), __webpack_require__.e(996), __webpack_require__.e(6915), __webpack_require__.e(170), __webpack_require__.e(7581), __webpack_require__.e(7763), __webpack_require__.e(4379)]).then(__webpack_require__.bind(__webpack_require__, 64379))).execute(session),
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
