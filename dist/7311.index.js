export const id = 7311;
export const ids = [7311];
export const modules = {

/***/ 46621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commands_undo)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 3 modules
var publish_plan = __webpack_require__(74462);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
;// CONCATENATED MODULE: ./lib/commands/undo/not-undone.js
/**
 * What an undo does not bring back, for a person to know before the approval. Pure.
 * @param lacking ids of resources that the rollback changed and that the snapshot before it does not hold
 */
function notUndone({ manual, snapshot }, lacking) {
    const finding = (resource, message, remedy) => ({
        level: 'warning',
        code: 'undo-incomplete',
        resource,
        message,
        remedy,
    });
    return [
        ...lacking.map((id) => finding(id, `The undo does not bring back "${id}": snapshot ${snapshot} does not hold it.`, 'Set it back by hand, or plan a rollback to a snapshot that holds it ("rewind list").')),
        ...manual.map(({ resource, target, before, after, manual: how }) => finding(resource, `The undo does not bring back ${target}. It stays as it is now: ${before ?? 'absent'}. Before the rollback: ${after ?? 'absent'}.`, how ?? '')),
    ];
}

// EXTERNAL MODULE: ./lib/commands/undo/undo-plan.js
var undo_plan = __webpack_require__(32747);
// EXTERNAL MODULE: ./lib/commands/undo/past-rollbacks.js
var past_rollbacks = __webpack_require__(79649);
;// CONCATENATED MODULE: ./lib/commands/undo/index.js










/** Plans the way back to the state before a rollback. The plan is approved and carried out like any other. */
/* harmony default export */ const commands_undo = ((0,command/* defineCommand */.N)({
    name: 'undo',
    summary: 'Plan the undo of a rollback, data included: production as it was before. Changes nothing.',
    arguments: [
        {
            name: 'rollback',
            description: 'First digits of the digest of its plan, or latest. Default: the newest rollback.',
        },
    ],
    flags: { ...publish_plan/* planFlags */.jT, out: flags/* FLAGS */.Wg.out },
    examples: ['undo', 'undo 1a2b3c4d5e6f'],
    notes: [
        'The plan covers the resources that the rollback changed. A database that a restore exchanged is swapped back by name;',
        'after down migrations or a restore in place, the backup that the rollback took is restored. What was written since the',
        'rollback is counted in the plan, and kept under another name. "rewind rollback --digest DIGEST" applies the plan, and',
        '"rewind undo" undoes that, too.',
    ],
    outputs: publish_plan/* PLAN_OUTPUTS */.lb,
    async run(session) {
        const { inputs, context: ctx } = session;
        const project = await session.open();
        const cautions = await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
        const past = await (0,past_rollbacks/* pastRollbacks */.c)(session, project);
        const found = (0,past_rollbacks/* findRollback */.a)(past, inputs.args[0] ?? 'latest', project.config.environment);
        const { plan, manifest, resources } = await (0,undo_plan/* undoPlan */.o)(project, found, ctx);
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now());
        const notice = noticeOf(found, past, resources.length);
        const findings = [
            ...notUndone(plan, (0,live_plan/* notInSnapshot */.$J)(resources, manifest)),
            // Also of a database that the undo leaves as it is: the rollback was killed before it exchanged it.
            ...(await (0,aside/* leftBeside */.e)([...project.resources, ...project.backups], ctx)),
        ];
        const facts = { manifest, trust, resources, cautions, chosen: null, notice, findings, advice: null };
        const { json, text, style, summary, outputs } = await (0,publish_plan/* publishPlan */.JL)(session, project, plan, facts);
        return { exit: 0, json, text, style, summary, outputs };
    },
}));
const kindOf = ({ undoes, recovers, mitigates }) => mitigates?.lifts === false
    ? 'mitigation'
    : undoes !== null
        ? 'undo'
        : recovers === undefined
            ? 'rollback'
            : 'recovery';
function noticeOf(found, past, changed) {
    const { plan, at } = found;
    const undone = past.find((other) => other.plan.digest === plan.undoes)?.plan;
    const what = plan.undoes === null
        ? kindOf(plan)
        : `undo of the ${undone === undefined ? 'rollback' : kindOf(undone)} ${plan.undoes.slice(0, 12)}`;
    const name = `the ${what} ${plan.digest.slice(0, 12)} of ${at}${plan.mitigates?.lifts === false ? '' : ` (to snapshot ${plan.snapshot}, database: ${plan.database})`}`;
    const later = past.filter((other) => other.at > at && (0,undo/* begunChanges */.Ps)(other.plan, other.entries).length > 0);
    const after = later.length === 0
        ? ''
        : ` Later rollbacks changed production, too: ${later.map(({ plan: { digest } }) => digest.slice(0, 12)).join(', ')}.`;
    if (changed > 0)
        return `This undoes ${name}.${after}`;
    const earlier = past.find((other) => other.at < at && (0,undo/* begunChanges */.Ps)(other.plan, other.entries).length > 0);
    const other = earlier === undefined ? '' : ` The one before it that did: rewind undo ${earlier.plan.digest.slice(0, 12)}`;
    return `Nothing to undo: ${name} changed nothing.${other}`;
}


/***/ }),

/***/ 79649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findRollback),
/* harmony export */   c: () => (/* binding */ pastRollbacks)
/* harmony export */ });
/* harmony import */ var _engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28230);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _rollback_approved_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12446);



/** The rollbacks of the environment, newest first. One that cannot be read is a warning. */
async function pastRollbacks(session, { store, config }) {
    const digests = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackDigests */ .AA)(store, config.environment);
    const all = await Promise.all(digests.map(async (digest) => {
        try {
            const plan = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readApprovedPlan */ .h6)(store, config.environment, digest);
            const entries = (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeJournals */ .Vj)(await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readJournal */ .a0)(store, config.environment, digest), await (0,_rollback_approved_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .readLocalJournal */ .Lm)(session, digest));
            const at = entries.findLast(({ event }) => event === 'run')?.at;
            return plan === undefined || at === undefined ? [] : [{ plan, entries, at }];
        }
        catch (error) {
            session.context.log.warn(`Rollback ${digest.slice(0, 12)} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error).message}`);
            return [];
        }
    }));
    return all.flat().sort((a, b) => b.at.localeCompare(a.at));
}
/** @param which first digits of a digest, or `latest`. @throws RewindError rollback-not-found, input-invalid */
function findRollback(past, which, environment) {
    if (!/^(latest|[0-9a-f]{4,64})$/.test(which)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('input-invalid', `"${which}" names no rollback.`, {
            remedy: 'Give the first digits (at least 4) of the digest of its plan, or "latest".',
        });
    }
    const found = which === 'latest' ? past.slice(0, 1) : past.filter(({ plan }) => plan.digest.startsWith(which));
    const [first] = found;
    const listed = (of) => of.map(({ plan, at }) => `${plan.digest.slice(0, 12)} (${at})`).join(', ');
    if (first && found.length === 1)
        return first;
    if (first)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('input-invalid', `"${which}" names ${found.length} rollbacks: ${listed(found)}.`);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('rollback-not-found', past.length === 0
        ? `The store has no rollback of "${environment}".`
        : `The store has no rollback "${which}" of "${environment}". It has: ${listed(past.slice(0, 10))}.`);
}


/***/ }),

/***/ 32747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ undoPlan)
/* harmony export */ });
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85836);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21223);
/* harmony import */ var _engine_undo_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70826);




/** The way back to the state before a rollback; of a mitigation, only of what that one changed. Reads production. */
async function undoPlan(project, found, ctx) {
    const before = (0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_3__/* .stateBefore */ .L9)(found.entries);
    const manifest = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .findSnapshot */ .Cb)(project.store, before ?? found.plan.snapshot, project.origin);
    const resources = before === null ? [] : changedResources(project, found, ctx);
    const { mitigates } = found.plan;
    const plan = await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planFromLive */ .qY)({
        ...project,
        resources,
        ctx,
        manifest,
        // The undo restores the whole backup, also after down migrations.
        database: found.plan.database === 'none' ? 'none' : 'restore',
        scope: resources.filter(({ backsUp }) => backsUp === undefined).map(({ id }) => id),
        undoes: found.plan.digest,
        mitigates: mitigates?.lifts === false ? { ...mitigates, lifts: true } : undefined,
    });
    return { plan, manifest, resources };
}
/** The resources that the rollback changed or may have changed, and those that see the same databases. */
function changedResources({ resources, backups }, { plan, entries }, ctx) {
    const all = [...resources, ...backups];
    const ids = new Set((0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_3__/* .begunChanges */ .Ps)(plan, entries).map(({ resource }) => resource));
    return (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .withSharedDatabases */ .s2)(all, ids, ctx);
}


/***/ }),

/***/ 26751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as one would type it in a shell. */
const shellWord = (word) => /^[\w.,@%+=:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
