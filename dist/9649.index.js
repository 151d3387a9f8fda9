export const id = 9649;
export const ids = [9649];
export const modules = {

/***/ 51971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ releaseOfPlan),
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   kO: () => (/* binding */ includedResources)
/* harmony export */ });
/* harmony import */ var _engine_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35819);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84346);
/* harmony import */ var _engine_trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89952);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);




/** @throws RewindError scope-unknown */
function includedResources({ config }, given) {
    const known = config.resources.map(({ id }) => id);
    if (given === null)
        return [];
    if (given.length === 1 && given[0] === 'all')
        return known;
    const unknown = given.filter((id) => !known.includes(id));
    if (unknown.length === 0)
        return [...given];
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('scope-unknown', `--include-later-changes names ${unknown.join(', ')}; the configuration has ${known.join(', ')}.`);
}
/**
 * Finds the release capture after a snapshot. One that would not be believed counts as none.
 * @param chosen a snapshot, and what is live
 */
async function findRelease({ context: ctx }, { store, signKeys }, { manifest, history, circumstances }) {
    const digest = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(store, manifest.environment, manifest.id);
    const release = await (0,_engine_release_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseAfter */ .Y)(history, manifest, digest, circumstances.live);
    if (release === null)
        return null;
    const unbelieved = (problem) => {
        ctx.log.warn(`The release capture ${release.id} is not used: ${problem}`);
        return null;
    };
    try {
        const trust = await (0,_engine_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .trustOf */ .An)(store, release, signKeys, ctx.clock.now());
        return trust.kind === 'unsigned' && signKeys.length > 0 ? unbelieved(`${trust.reason}.`) : release;
    }
    catch (error) {
        return unbelieved((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asRewindError */ .m2)(error).message);
    }
}
/** The release capture of an approved plan, as it was then. @throws RewindError plan-mismatch, and those of the store */
async function releaseOfPlan({ store }, { environment, release }) {
    if (release === null)
        return null;
    if ((await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(store, environment, release.id)) !== release.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('plan-mismatch', `The release capture ${release.id} changed after the plan was made.`);
    }
    return (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(store, environment, release.id);
}


/***/ }),

/***/ 12446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ readLocalJournal),
/* harmony export */   XB: () => (/* binding */ approvedPlan),
/* harmony export */   _0: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85836);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67217);
/* harmony import */ var _runtime_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58795);
/* harmony import */ var _engine_journal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12657);
/* harmony import */ var _engine_configured_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72028);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98479);
/* harmony import */ var _runtime_program_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81132);
/* harmony import */ var _engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28230);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(64257);
/* harmony import */ var _cli_choose_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(95621);
/* harmony import */ var _cli_release_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(51971);













/**
 * Finds the approved plan by its digest: in the plan file, else in the store (from an interrupted run), else by a new plan,
 * which has the same digest if nothing changed.
 * @throws RewindError approval-missing, plan-unreadable, plan-mismatch
 */
async function approvedPlan(session, project) {
    const { digest, plan: file } = session.inputs;
    if (digest === null)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('approval-missing', '--digest is missing. Pass the digest of the approved plan.');
    const path = session.path(file);
    const given = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? await fromFile(path, file) : undefined;
    // A later plan may have been written over the file; an interrupted run left the approved one in the store.
    const found = given?.digest === digest
        ? given
        : ((await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__/* .readApprovedPlan */ .h6)(project.store, project.config.environment, digest)) ?? given);
    if (found === undefined && session.inputs.given.has('plan')) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('plan-unreadable', `The file ${file} does not exist. This run changed nothing.`, {
            remedy: 'Name the file that "rewind plan" wrote: --plan FILE. Without --plan, Rewind plans again, and the digest decides.',
        });
    }
    const plan = found ?? (await remakePlan(session, project));
    if (plan.digest !== digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('plan-mismatch', `Plan digest ${plan.digest} does not match the approved digest ${digest}.`, {
            remedy: 'Name the file of the approved plan with --plan. If another plan was written over it, run the command that made it again (plan, undo or recover), and get that plan approved.',
        });
    }
    if (plan.environment !== project.config.environment) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('plan-mismatch', `The plan is for "${plan.environment}"; the configuration is for "${project.config.environment}".`);
    }
    await assertSameChoice(session, project, plan);
    return plan;
}
/**
 * The flags say how the plan is made again; the plan that was found decides. A flag that contradicts it is refused: a
 * narrower scope would leave changes out, and any other would not be what the operator asked for.
 * @throws RewindError plan-mismatch; as `choose` if the snapshot is named by other than its id
 */
async function assertSameChoice(session, project, plan) {
    const { inputs } = session;
    const { scope, given } = inputs;
    const covered = plan.scope ?? project.config.resources.map(({ id }) => id);
    if (scope !== null && !(covered.every((id) => scope.includes(id)) && scope.every((id) => covered.includes(id)))) {
        throw contradiction('scope', scope.join(','), `covers ${plan.scope?.join(', ') ?? 'all resources'}`);
    }
    assertConfigured(project, plan);
    await assertSameConfiguration(session, project, plan);
    if (given.has('database') && inputs.database !== plan.database) {
        throw contradiction('database', inputs.database, `has the database mode ${plan.database}`);
    }
    const { includeLaterChanges: later } = inputs;
    const included = (0,_cli_release_js__WEBPACK_IMPORTED_MODULE_12__/* .includedResources */ .kO)(project, later);
    if (later !== null && [...included].sort().join() !== plan.includeLater.join()) {
        const planned = plan.includeLater.length === 0 ? 'nothing' : plan.includeLater.join(', ');
        throw contradiction('include-later-changes', later.join(','), `includes the later changes of ${planned}`);
    }
    if (!given.has('snapshot'))
        return;
    const selector = (0,_engine_selector_js__WEBPACK_IMPORTED_MODULE_10__/* .parseSelector */ .P)(inputs.snapshot);
    // What `latest`, `previous` and `~N` name depends on what is live, which an interrupted run of this plan has changed.
    if (selector === undefined || (selector.kind === 'newest' && (await wasBegun(session, project, plan))))
        return;
    const asPlanned = { ...session, inputs: { ...inputs, scope: plan.scope } };
    const named = selector.kind === 'id' ? selector.id : (await (0,_cli_choose_js__WEBPACK_IMPORTED_MODULE_11__/* .choose */ .Sw)(asPlanned, project, inputs.snapshot)).manifest.id;
    if (named !== plan.snapshot) {
        throw contradiction('snapshot', inputs.snapshot, `restores the snapshot ${plan.snapshot}`);
    }
}
/**
 * What is no longer configured can neither be changed nor compared, and would count as done.
 * @throws RewindError plan-mismatch
 */
function assertConfigured({ config, resources, backups }, { changes }) {
    const known = new Map([
        ...config.resources.map(({ id, provider }) => [id, provider]),
        ...[...resources, ...backups].map(({ id, providerId }) => [id, providerId]),
    ]);
    const gone = [
        ...new Set(changes.flatMap(({ resource, provider }) => (known.get(resource) === provider ? [] : [resource]))),
    ];
    if (gone.length === 0)
        return;
    const ids = gone.join(', ');
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('plan-mismatch', `The approved plan changes ${ids}, which the configuration no longer has, or has with another provider. This run changed nothing.`, { remedy: `Configure ${ids} again as in the approved plan. Or make a new plan, and get that plan approved.` });
}
/**
 * A change that the configuration no longer covers is not a difference, and would count as done. Of a resource whose
 * changes are done, the configuration may follow what they did, e.g. name the server that was restored.
 * @throws RewindError plan-mismatch
 */
async function assertSameConfiguration(session, project, plan) {
    const { inputs } = session;
    const all = (0,_engine_configured_js__WEBPACK_IMPORTED_MODULE_6__/* .otherwiseConfigured */ .BE)(plan, [...project.resources, ...project.backups], await (0,_runtime_program_js__WEBPACK_IMPORTED_MODULE_8__/* .programId */ .W)());
    if (all.size === 0)
        return;
    const ended = await endedOf(session, project, plan);
    const isLeft = (id) => {
        const own = plan.changes.filter(({ resource }) => resource === id);
        // The report at the end of the first run names what a person does by hand.
        return own.length === 0
            ? plan.manual.some(({ resource }) => resource === id)
            : own.some((change) => !ended.has((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .keyOf */ .TN)(change)));
    };
    const changed = new Map([...all].filter(([id]) => isLeft(id)));
    if (changed.size === 0)
        return;
    const problems = [...changed].map(([id, keys]) => `${id}: ${keys.join(', ')}`);
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('plan-mismatch', `${inputs.config} was changed after the plan was made: ${[...changed.keys()].join(', ')}. This run changed nothing.`, {
        problems,
        remedy: `Set the named keys in ${inputs.config} as they were. Or make a new plan, and get that plan approved.`,
    });
}
/** The journal of this plan, of the store and of this machine. */
async function journalOf(session, { store }, { environment, digest }) {
    return (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__/* .mergeJournals */ .Vj)(await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__/* .readJournal */ .a0)(store, environment, digest), await readLocalJournal(session, digest));
}
const wasBegun = async (session, project, plan) => (await journalOf(session, project, plan)).some(({ event }) => event === 'run');
/** The keys of the changes that earlier runs of this plan carried out, and no other plan took up since. */
async function endedOf(session, project, plan) {
    const entries = await journalOf(session, project, plan);
    const others = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__/* .otherJournals */ .rl)(project.store, plan.environment, plan.digest);
    return (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .endedIn */ .OG)(entries, (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .overtakenIn */ .Vk)(entries, others, 'begin'));
}
const contradiction = (flag, given, planned) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('plan-mismatch', `The approved plan ${planned}; this command has --${flag} ${given}. This run changed nothing.`, { remedy: `Leave --${flag} out. Or make a new plan with --${flag} ${given}, and get that plan approved.` });
async function fromFile(path, shown) {
    let content;
    try {
        content = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8'));
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__.RewindError('plan-unreadable', `${shown} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
    return (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .parsePlan */ .vS)(content);
}
async function remakePlan(session, project) {
    const { inputs, context: ctx } = session;
    const chosen = await (0,_cli_choose_js__WEBPACK_IMPORTED_MODULE_11__/* .choose */ .Sw)(session, project, inputs.snapshot, true);
    return (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planFromLive */ .qY)({
        ...project,
        resources: [...project.resources, ...project.backups],
        ctx,
        manifest: chosen.manifest,
        database: inputs.database,
        scope: inputs.scope,
        release: await (0,_cli_release_js__WEBPACK_IMPORTED_MODULE_12__/* .findRelease */ .dv)(session, project, chosen),
        includeLater: (0,_cli_release_js__WEBPACK_IMPORTED_MODULE_12__/* .includedResources */ .kO)(project, inputs.includeLaterChanges),
    });
}
async function openJournal(session, project, plan) {
    const { store } = project;
    const path = journalPath(session, plan.digest);
    const remote = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__/* .readJournal */ .a0)(store, plan.environment, plan.digest);
    const log = createJournal(path, session, (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__/* .mergeJournals */ .Vj)(remote, await readLocalJournal(session, plan.digest)));
    return { log, persist: (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__/* .copiesOf */ .lS)(store, plan, () => (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_9__/* .mergeJournals */ .Vj)(log.previous, log.entries())) };
}
const journalPath = (session, digest) => session.path(`${session.inputs.out}/journal/${digest}.jsonl`);
/** The journal of this machine: it may have lines that no run copied to the store. */
async function readLocalJournal(session, digest) {
    const path = journalPath(session, digest);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJournal */ .z8)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8')) : [];
}
/** @throws RewindError input-invalid if the output directory cannot be written */
function createJournal(path, session, previous) {
    try {
        return new _engine_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .Journal */ .CQ(path, session.context.clock, previous);
    }
    catch (error) {
        throw (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_4__/* .unwritable */ .mP)('out', path, error);
    }
}


/***/ }),

/***/ 79649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a5: () => (/* binding */ findRollback),
/* harmony export */   cM: () => (/* binding */ pastRollbacks),
/* harmony export */   kZ: () => (/* binding */ rollbacksOfStore),
/* harmony export */   t1: () => (/* binding */ unbegunNotice)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _engine_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12657);
/* harmony import */ var _engine_undo_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70826);
/* harmony import */ var _engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28230);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67217);
/* harmony import */ var _rollback_approved_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12446);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78101);







/** The rollbacks of the environment that were begun, newest first. One that cannot be read is a warning. */
const pastRollbacks = async (session, project) => (await rollbacksOfStore(session, project)).past;
/** The rollbacks of the environment. One that cannot be read is a warning. */
async function rollbacksOfStore({ context, path, inputs }, { store, config }) {
    const local = { path, inputs: { out: inputs.out ?? _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out.absent } };
    const digests = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_3__/* .rollbackDigests */ .AA)(store, config.environment);
    const unreadable = new Map();
    const all = await Promise.all(digests.map(async (digest) => {
        try {
            const plan = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readApprovedPlan */ .h6)(store, config.environment, digest);
            const entries = (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_3__/* .mergeJournals */ .Vj)(await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)(store, config.environment, digest), await (0,_rollback_approved_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .readLocalJournal */ .Lm)(local, digest));
            const run = entries.findLast(({ event }) => event === 'run');
            if (plan === undefined && run !== undefined)
                throw (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_3__/* .planUnreadable */ .ZG)(config.environment, digest, 'is missing');
            const began = lastBegin(entries) ?? run;
            const at = entries.findLastIndex(({ event }) => event === 'lock');
            const refused = entries.slice(at + 1).findLast(({ event }) => event === 'refused');
            return plan === undefined ? [] : [{ plan, entries, run, began, lock: entries[at], refused }];
        }
        catch (error) {
            const problem = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
            unreadable.set(digest, problem);
            context.log.warn(`Rollback ${digest.slice(0, 12)} could not be read: ${problem.message}`);
            return [];
        }
    }));
    const read = all.flat();
    const past = read
        .flatMap(({ plan, entries, began }) => (began === undefined ? [] : [{ plan, entries, at: began.at, began }]))
        .sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_6__/* .inOrder */ .al)(b.at, a.at));
    const newest = past[0]?.began;
    const unbegun = read
        .filter((one) => isUnbegun(one, newest))
        .map(({ plan, run, lock, refused }) => ({
        plan,
        refused: refused?.note ?? null,
        again: run === undefined || lock === undefined ? null : lock.at,
        at: lock?.at ?? plan.createdAt,
    }))
        .sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_6__/* .inOrder */ .al)(b.at, a.at));
    return { past, unbegun, unreadable };
}
/** The last run that came to a change: a repeat that has nothing to do begins no stage, and makes no rollback newer. */
function lastBegin(entries) {
    const stage = (0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_2__/* .begunStages */ .Jc)(entries).at(-1);
    if (stage === undefined)
        return undefined;
    return entries.slice(0, entries.indexOf(stage)).findLast(({ event }) => event === 'run');
}
/** True if the last run of a plan began nothing, and no other plan was begun since. @param newest the newest run of all plans */
function isUnbegun({ plan, run, lock }, newest) {
    // A journal of an earlier version has no such line, and the journal of a runner that was lost has none either.
    if (lock === undefined)
        return run === undefined && plan.createdAt > (newest?.at ?? '');
    return (run === undefined || (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .isLater */ .d8)(lock, run)) && (newest === undefined || (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .isLater */ .d8)(lock, newest));
}
/**
 * Says which plans were approved and not begun: without it, a person whose run was killed before its first change reads about
 * an older rollback, or about none. Null if there is none.
 * @param command a command line from its words; null where another plan is shown, whose command must be the only one
 */
function unbegunNotice({ unbegun }, command) {
    const [newest, ...older] = unbegun;
    if (newest === undefined)
        return null;
    const { plan, again, refused } = newest;
    const name = `The plan ${plan.digest.slice(0, 12)} (to snapshot ${plan.snapshot})`;
    const ended = (run) => refused === null ? '' : ` ${run} ended before its first change (${refused}).`;
    const which = again === null
        ? `${name} was given to a rollback, and no run of it has changed anything.${ended('The last one')}`
        : `${name} was given to a rollback again at ${again}, and that run has not changed anything.${ended('It')}`;
    const more = older.length === 0
        ? ''
        : ` The same is true of: ${older
            .slice(0, 3)
            .map((one) => one.plan.digest.slice(0, 12))
            .join(', ')}${older.length > 3 ? ` and ${older.length - 3} more` : ''}.`;
    return command === null
        ? `${which}${more}`
        : `${which}${more} To carry it out, if it still fits: ${command(['rollback', '--digest', plan.digest])}`;
}
const NONE_HERE = 'There is nothing to undo. If somebody rolled back, check whether "environment" and "store" in the configuration are the ones of that rollback.';
/**
 * @param which first digits of a digest, or `latest`: the newest that is neither a mitigation nor the lift of one
 * @throws RewindError rollback-not-found, input-invalid, and the error of one that cannot be read
 */
function findRollback({ past, unbegun, unreadable }, which, environment) {
    if (!/^(latest|[0-9a-f]{4,64})$/.test(which)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('input-invalid', `"${which}" names no rollback.`, {
            remedy: 'Give the first digits (at least 4) of the digest of its plan, or "latest".',
        });
    }
    const found = which === 'latest'
        ? past.filter(({ plan }) => plan.mitigates === undefined).slice(0, 1)
        : past.filter(({ plan }) => plan.digest.startsWith(which));
    const [first] = found;
    const listed = (of) => of.map(({ plan, at }) => `${plan.digest.slice(0, 12)} (${at})`).join(', ');
    if (first && found.length === 1)
        return first;
    if (first)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('input-invalid', `"${which}" names ${found.length} rollbacks: ${listed(found)}.`);
    const [damaged] = [...unreadable].flatMap(([digest, error]) => which === 'latest' || digest.startsWith(which) ? [error] : []);
    if (damaged !== undefined)
        throw damaged;
    const waiting = unbegun.find(({ plan }) => which === 'latest' || plan.digest.startsWith(which))?.plan;
    if (waiting !== undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('rollback-not-found', `The plan ${waiting.digest.slice(0, 12)} (to snapshot ${waiting.snapshot}) was given to a rollback, and no run of it has changed anything: there is nothing to undo or to recover from.`, {
            remedy: `To carry it out, if it still fits: "rewind rollback --digest ${waiting.digest}". To leave it, do nothing.`,
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__.RewindError('rollback-not-found', past.length === 0
        ? `The store has no rollback of "${environment}".`
        : which === 'latest'
            ? `The store has only mitigations and their lifts of "${environment}": ${listed(past.slice(0, 10))}. Name one of them.`
            : `The store has no rollback "${which}" of "${environment}". It has: ${listed(past.slice(0, 10))}.`, past.length === 0 ? { remedy: NONE_HERE } : {});
}


/***/ }),

/***/ 20546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ EXPOSURE),
/* harmony export */   g: () => (/* binding */ applyPlan)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _as_planned_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50603);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12657);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98479);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77936);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83997);









/** Stands in the journal for the changes that wait for no stage. */
const EXPOSURE = 'exposure';
/**
 * Applies the changes of a plan, stage by stage; within a stage, resources in parallel and the changes of one resource in
 * order. What closes an exposure begins at once, beside the stages. A failed change does not throw: the result holds its
 * outcome, and a person decides what to do next. It holds back what needs it:
 * - a failed live change holds back the later changes of its resource and all later stages: code must be back before the
 *   schema;
 * - a failed change that would take effect with the next deployment holds back its like in the resource, and what deploys.
 */
async function applyPlan(request) {
    const { plan, ctx } = request;
    const early = (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .earlyChanges */ .Hj)(plan.changes);
    const exposure = await beginExposure(request, [...early]);
    const outcomes = [];
    for (const stage of (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .stagesOf */ .ZL)(plan)) {
        const changes = plan.changes.filter((change) => change.stage === stage && !early.has(change));
        if (changes.length === 0)
            continue;
        if (ctx.signal.aborted || outcomes.some((outcome) => isOpen(outcome) && outcome.change.effect === 'live')) {
            outcomes.push(...changes.map((change) => notBegun(change)));
            continue;
        }
        outcomes.push(...(await applyStage(request, stage, changes, exposure, outcomes.filter(isOpen))));
    }
    return [...(await Promise.all(exposure.values())).flat(), ...outcomes];
}
const isOpen = ({ status }) => status !== 'done';
/** True if a change that is not done holds this one back. */
function isHeldBack(change, { change: open }) {
    if (open.effect === 'next-deployment' && change.deploys === true)
        return true;
    if (open.resource !== change.resource)
        return false;
    return open.effect === 'live' || change.effect === 'next-deployment';
}
const notBegun = (change, error) => ({
    change,
    status: 'not-begun',
    durationMs: 0,
    error,
});
async function beginExposure(request, changes) {
    if (changes.length === 0)
        return new Map();
    const failure = await beginStage(request, EXPOSURE, changes, new Map());
    const resources = request.resources.filter(({ id }) => changes.some(({ resource }) => resource === id));
    return new Map(resources.map((resource) => {
        const own = changes.filter((change) => change.resource === resource.id);
        const run = failure
            ? Promise.resolve(own.map((change) => notBegun(change, failure)))
            : applyInOrder(request, resource, own, [], new Map());
        return [resource.id, run];
    }));
}
/** @returns the error if the stage must not begin */
async function beginStage(request, stage, changes, held) {
    request.journal.record('stage', stage);
    try {
        await prepareStage(request, changes, held);
        await request.beforeStage?.(stage, changes);
        return undefined;
    }
    catch (error) {
        const failure = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error);
        request.journal.record('fail', stage, failure.code);
        return failure;
    }
}
/** Lets the providers hold what must not change between the backup and their changes. */
async function prepareStage(request, changes, held) {
    for (const change of changes.filter(({ backupFirst }) => backupFirst === true)) {
        const resource = request.resources.find(({ id }) => id === change.resource);
        const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(request.ctx, change.resource);
        const prepared = await resource?.provider.prepare?.(resource.config, change, ctx);
        if (prepared)
            held.set(change, prepared);
    }
}
/** @param open outcomes of earlier stages that are not done */
async function applyStage(request, stage, changes, exposure, open) {
    const held = new Map();
    try {
        const failure = await beginStage(request, stage, changes, held);
        if (failure)
            return changes.map((change) => notBegun(change, failure));
        const perResource = request.resources.map(async (resource) => {
            const own = changes.filter((change) => change.resource === resource.id);
            if (own.length === 0)
                return [];
            const before = (await exposure.get(resource.id)) ?? [];
            return applyInOrder(request, resource, own, [...open, ...before.filter(isOpen)], held);
        });
        return (await Promise.all(perResource)).flat();
    }
    finally {
        await Promise.all([...held.values()].map((prepared) => prepared.release()));
    }
}
/** Applies changes of one resource, one after the other. @param open earlier outcomes that may hold one back */
async function applyInOrder(request, resource, changes, open, held) {
    const results = [];
    for (const change of changes) {
        const blocked = [...open, ...results.filter(isOpen)].some((outcome) => isHeldBack(change, outcome));
        const may = !blocked && !request.ctx.signal.aborted;
        results.push(may ? await applyChange(request, resource, change, held.get(change) ?? null) : notBegun(change));
    }
    return results;
}
async function applyChange(request, resource, change, prepared) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(request.ctx, resource.id);
    const start = ctx.clock.monotonic();
    const took = () => Math.round(ctx.clock.monotonic() - start);
    const onCancel = () => ctx.log.warn(`Cancelled; this step still runs, and ends safely: ${change.target}`);
    ctx.signal.addEventListener('abort', onCancel, { once: true });
    request.journal.record('begin', (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change));
    ctx.log.info(`${change.target}: ${change.before ?? 'absent'} → ${change.after ?? 'absent'} …`);
    try {
        await resource.provider.apply(resource.config, change, ctx, request.sourceOf(resource), prepared);
    }
    catch (error) {
        const failure = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        request.journal.record('fail', (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change), (0,_as_planned_js__WEBPACK_IMPORTED_MODULE_2__/* .isOvertaken */ .iN)(failure) ? _journal_js__WEBPACK_IMPORTED_MODULE_3__/* .LEFT */ .M3 : failure.code);
        ctx.log.error((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .WE)(failure));
        request.onChange?.(change, start, ctx.clock.monotonic());
        return { change, status: 'failed', error: failure, durationMs: took() };
    }
    finally {
        ctx.signal.removeEventListener('abort', onCancel);
    }
    request.journal.record('end', (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(change));
    request.onChange?.(change, start, ctx.clock.monotonic());
    ctx.log.info(`${change.target}: done in ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_6__/* .seconds */ .YA)(took() / 1000)}`);
    return { change, status: 'done', durationMs: took() };
}


/***/ }),

/***/ 50603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ assertAsPlanned),
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   iN: () => (/* binding */ isOvertaken)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);

/**
 * Somebody may have written between the drift check and this change: no snapshot holds their value, so it would be lost if it
 * was written over. Call it with what was read just before the write, once that is known to differ from the wanted value. A
 * window between this read and the write stays, except where the service compares an ETag.
 *
 * @param now what a plan would say of the live value; null: absent
 * @param where the service, for the remedy
 * @throws RewindError api-conflict if it is not what the plan said
 */
function assertAsPlanned(change, now, ctx, where) {
    if (now !== change.before)
        throw overtaken(change, now, ctx, where);
}
/** The error for a value that is neither the planned one nor the wanted one. Parameters as above. */
function overtaken({ target, before }, now, ctx, where) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('api-conflict', `Somebody changed ${target} after the plan: it was ${before ?? 'absent'}, and is ${now ?? 'absent'} now. It was left as it is.`, {
        resource: ctx.resource,
        remedy: `Ask who changed it ${where}. Then make a new plan and get it approved.`,
        unwritten: true,
    });
}
/** True for that error: the change wrote nothing, and its approval does not cover what is live now. */
const isOvertaken = ({ code, unwritten }) => code === 'api-conflict' && unwritten;


/***/ }),

/***/ 25661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   hu: () => (/* binding */ untouchedOf),
/* harmony export */   kb: () => (/* binding */ writtenSinceRestore)
/* harmony export */ });
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _other_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57314);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98479);



/**
 * Law 5: Rewind applies what was approved. Compares the current plan with the approved one:
 * - a change in the same form is fine;
 * - an approved change that is gone was already done, by an interrupted run or by hand, unless the configuration or the
 *   credential leads to another object than when the plan was made;
 * - a change that an interrupted run had begun may differ in its text and may have less to do, never more. The same holds
 *   for a side effect of a begun change; it may also be new.
 *
 * Everything that a change writes comes from the snapshot, whose digest is compared apart: the target stays the approved one.
 *
 * @param begun from the journal of this plan
 * @returns the differences, one line each; empty if the approved plan still holds
 */
function driftOf(approved, now, begun) {
    const known = new Map(approved.changes.map((change) => [(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change), change]));
    const ours = new Set(approved.changes
        .filter((change) => begun.ever.has((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change)))
        .flatMap(({ resource, sideEffects }) => (sideEffects ?? []).map((id) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)({ resource, id }))));
    const elsewhere = now.manual.filter((change) => (0,_other_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isOtherObject */ .gK)(change) && !approved.manual.some((one) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(one) === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change)));
    const differing = now.changes.flatMap((change) => {
        const key = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change);
        const before = known.get(key);
        if (!before) {
            return ours.has(key) ? [] : [`${key}: not in the approved plan (${change.target}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change)})`];
        }
        if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .essence */ .Pf)(before)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .essence */ .Pf)(change)))
            return [];
        if ((begun.open.has(key) || ours.has(key)) && isRemainder(before.params, change.params))
            return [];
        return [`${key}: ${driftBetween(before, change)}`];
    });
    return [...elsewhere.map((change) => `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change)}: ${change.target}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(change)}`), ...differing];
}
/** The approved changes that production still needs in their very form: nothing of them was done yet. */
function untouchedOf(approved, now) {
    const left = new Map(now.changes.map((change) => [(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change), (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .essence */ .Pf)(change))]));
    return approved.changes.filter((change) => left.get((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change)) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .essence */ .Pf)(change)));
}
/** What differs between the approved form of a change and the present one. */
function driftBetween(before, now) {
    if ((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(before) !== (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(now))
        return `approved as ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(before)}, now ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(now)}`;
    const parts = differingValues((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .essence */ .Pf)(before), (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .essence */ .Pf)(now), '');
    return `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(now)} as approved, but changed in ${parts.slice(0, 5).join('; ')}`;
}
/** `params.steps[2_notes].sha256: "ab…" → "cd…"`, for each value that differs. */
function differingValues(before, now, path) {
    if ((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before ?? null) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(now ?? null))
        return [];
    if (!isObject(before) || !isObject(now))
        return [`${path}: ${brief(before)} → ${brief(now)}`];
    const entries = differingEntries(before, now);
    if (entries.length > 0)
        return [`${path}: ${entries.join(', ')}`];
    const label = (key) => {
        const { name } = (now[key] ?? before[key] ?? {});
        if (Array.isArray(now))
            return `${path}[${typeof name === 'string' ? name : key}]`;
        return path === '' ? key : `${path}.${key}`;
    };
    const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return keys.flatMap((key) => differingValues(before[key], now[key], label(key)));
}
/** Of two lists of texts, in which one new entry moves all that follow: `added "b"`; none if they are no such lists. */
function differingEntries(before, now) {
    if (!isTexts(before) || !isTexts(now))
        return [];
    const named = (word, texts, others) => {
        const own = texts.filter((text) => !others.includes(text)).map(brief);
        const more = own.length > 5 ? ` and ${own.length - 5} more` : '';
        return own.length === 0 ? [] : [`${word} ${own.slice(0, 5).join(', ')}${more}`];
    };
    return [...named('added', now, before), ...named('removed', before, now)];
}
const isTexts = (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string');
const isObject = (value) => typeof value === 'object' && value !== null;
function brief(value) {
    const text = value === undefined ? 'absent' : JSON.stringify(value);
    return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
/**
 * Approved changes that are done although production differs: the data was restored after the approval, and only the
 * application wrote to it since.
 */
function writtenSinceRestore(approved, now) {
    const known = new Map(approved.changes.map((change) => [(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change), change]));
    return now.changes.filter((change) => {
        const before = known.get((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change));
        return before !== undefined && change.since !== undefined && before.since?.restore !== change.since.restore;
    });
}
/** True if the change is the rest of one that was begun: the same parameters, lists with no new entries. */
function isRemainder(approved, now) {
    return [...new Set([...Object.keys(approved), ...Object.keys(now)])].every((name) => {
        const before = approved[name];
        const after = now[name];
        if (!Array.isArray(before) || !Array.isArray(after))
            return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(before) === (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(after);
        const known = new Set(before.map((entry) => (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
        return after.every((entry) => known.has((0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(entry)));
    });
}


/***/ }),

/***/ 35819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ snapshotBeforeDeploy),
/* harmony export */   Y: () => (/* binding */ releaseAfter)
/* harmony export */ });
/* harmony import */ var _eligible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39853);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);


/** Snapshots that are looked at to find the one before a deploy. */
const LOOK_BACK = 3 * _history_js__WEBPACK_IMPORTED_MODULE_1__/* .PAGE */ .KL;
/**
 * The snapshot that was taken before the deploy that is live, and after the one before it. A release capture of another
 * deployment that is newer than every snapshot proves that there is none. Without a resource that shows a deployment, the
 * newest snapshot counts.
 */
async function snapshotBeforeDeploy(history, { live, configured, origin }) {
    const ordinary = (0,_eligible_js__WEBPACK_IMPORTED_MODULE_0__/* .isOrdinary */ .P)({ scope: null, configured, origin });
    const all = await history.slice(0, LOOK_BACK);
    const entries = all.filter(({ manifest }) => manifest !== null && (0,_eligible_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(manifest, origin));
    const shown = (entry) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(entry.releases, live);
    const at = entries.findIndex((entry) => (ordinary(entry) || (entry.manifest?.reason === 'release' && live !== null)) && !shown(entry));
    const found = entries[at];
    if (entries.slice(at + 1).some((entry) => at >= 0 && shown(entry)))
        return { kind: 'returned' };
    if (found?.manifest && ordinary(found))
        return { kind: 'found', manifest: found.manifest };
    const why = found === undefined
        ? entries.some(shown)
            ? 'Every snapshot in the store shows this deployment already.'
            : none(all)
        : `The newest capture of the deployment before it is ${found.id}, and no snapshot was taken after that one.`;
    return { kind: 'none', why };
}
/** Why none of these counts. A snapshot that cannot be believed, e.g. one from the future of this machine's clock, is one. */
function none(all) {
    const [newest] = all;
    if (newest === undefined)
        return 'The store has no snapshot.';
    const why = newest.problem?.message ?? 'It belongs to another repository or environment.';
    return `None of the newest snapshots in the store (${all.length}) counts. The newest is ${newest.id}: ${why}`;
}
/**
 * The newest release capture that can tell the deploy's changes from later ones: it belongs to the snapshot, and no deploy
 * followed it. A rollback of that deploy may have followed.
 *
 * @param snapshot the one that a rollback returns to
 * @param digest SHA-256 of its manifest
 * @returns null if there is none
 */
async function releaseAfter(history, snapshot, digest, live) {
    await history.reach((ids) => ids.includes(snapshot.id));
    const newer = await history.slice(0, Math.max(0, history.ids.indexOf(snapshot.id)));
    const before = (await history.entry(snapshot.id)).releases;
    for (const { manifest, releases } of newer) {
        const deploying = manifest?.reason === 'pre-deploy' && manifest.scope === null;
        const { after } = manifest ?? {};
        if (manifest && after?.snapshot === snapshot.id && after.digest === digest && manifest.salt === snapshot.salt) {
            return sameDeploy(releases, before, live) === false ? null : manifest;
        }
        // Nobody says which deployment is live, and there may be a newer one.
        if (deploying && sameDeploy(releases, releases, live) === undefined)
            return null;
    }
    return null;
}
/** Whether production serves what the release or the snapshot before it shows; undefined if nobody says. */
function sameDeploy(release, before, live) {
    const known = [...(live ?? [])].filter(([id]) => release.has(id));
    if (known.length === 0)
        return undefined;
    return known.every(([id, { key }]) => release.get(id)?.key === key || before.get(id)?.key === key);
}


/***/ }),

/***/ 70826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jc: () => (/* binding */ begunStages),
/* harmony export */   L9: () => (/* binding */ stateBefore),
/* harmony export */   LF: () => (/* binding */ limitOf),
/* harmony export */   Ps: () => (/* binding */ begunChanges),
/* harmony export */   i9: () => (/* binding */ stateAtChecks),
/* harmony export */   kH: () => (/* binding */ noteOf),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20546);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25661);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98479);



/** Stands in the journal beside a snapshot that was taken before anything of its part of the plan was done. */
const WHOLE = 'nothing was done yet';
const PARTLY = 'an earlier run had begun';
/**
 * The note of a snapshot that a rollback takes before it changes something.
 * @param of the changes that the snapshot is taken for
 */
function noteOf(approved, now, of) {
    return (0,_drift_js__WEBPACK_IMPORTED_MODULE_1__/* .untouchedOf */ .hu)(approved, now).filter(of).length === approved.changes.filter(of).length ? WHOLE : PARTLY;
}
/** True for the note of a snapshot of a state in which nothing of the plan was done. */
const isWhole = (note) => note === WHOLE;
/**
 * Id of the snapshot that holds the state before a rollback; null if none was taken. An interrupted rollback that was run
 * again has several: the right one is the last that was taken before anything was done. One with the databases is
 * complete, because it includes the one without. One that was corrected after the switch (`replaced`) is right in all it
 * holds.
 */
function stateBefore(entries) {
    return before(entries, 'backup') ?? before(entries, 'replaced') ?? stateAtChecks(entries);
}
/** Id of the snapshot of the state that the checks of a rollback saw; null if none was taken. */
const stateAtChecks = (entries) => before(entries, 'before');
function before(entries, kind) {
    const all = entries.filter(({ event }) => event === kind);
    return (all.findLast(({ note }) => note === WHOLE) ?? all[0])?.what ?? null;
}
/**
 * The changes that a rollback made or may have made. The journal in the store knows the stages that were begun; what was
 * begun in them is only in the journal of the machine, which may be lost. A stage that failed itself, e.g. because the journal
 * could not be copied, began none of its changes in that run.
 */
function begunChanges(plan, entries) {
    const early = (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .earlyChanges */ .Hj)(plan.changes);
    const stages = new Set(begunStages(entries).map(({ what }) => what));
    return plan.changes.filter((change) => stages.has(early.has(change) ? _apply_js__WEBPACK_IMPORTED_MODULE_0__/* .EXPOSURE */ .E : change.stage));
}
/** The lines of the stages that were begun and did not fail themselves, in order. */
function begunStages(entries) {
    const begun = [];
    for (const one of entries) {
        if (one.event === 'stage')
            begun.push(one);
        if (one.event !== 'fail')
            continue;
        const failed = begun.findLastIndex(({ what }) => what === one.what);
        if (failed >= 0)
            begun.splice(failed, 1);
    }
    return begun;
}
/**
 * End of the time limit of a mitigation (ISO 8601). The time begins with the first run that may have changed something; after
 * an interruption it goes on. One that is done can be begun again, e.g. in the next incident with the same plan.
 * @param otherwise the begin, if it was not begun
 */
function limitOf({ minutes }, entries, otherwise) {
    let run = otherwise;
    let began = null;
    let isDone = false;
    const stages = new Set(begunStages(entries));
    for (const one of entries) {
        const { event, at, note } = one;
        if (event === 'run')
            run = at;
        if (stages.has(one) && (began === null || isDone)) {
            began = run;
            isDone = false;
        }
        if (event === 'finish' && note === 'done')
            isDone = true;
    }
    return new Date(Date.parse(began ?? otherwise) + minutes * 60_000).toISOString();
}


/***/ })

};
