export const id = 6597;
export const ids = [6597];
export const modules = {

/***/ 20118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ claimOfProject)
/* harmony export */ });
/* harmony import */ var _engine_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22186);

/** The claim about all resources of the configuration and of the snapshot, also those out of scope. */
function claimOfProject({ config }, manifest, facts) {
    return (0,_engine_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)({
        environment: manifest.environment,
        snapshot: manifest.id,
        configured: config.resources.map(({ id }) => id),
        captured: manifest.resources.map(({ id }) => id),
        ...facts,
    });
}


/***/ }),

/***/ 60438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ liftKeyFindings),
/* harmony export */   Kv: () => (/* binding */ signerOf),
/* harmony export */   RS: () => (/* binding */ approvalSignerOf),
/* harmony export */   aJ: () => (/* binding */ signingFindings),
/* harmony export */   gC: () => (/* binding */ approvalKeys)
/* harmony export */ });
/* harmony import */ var _engine_signature_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90960);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);


/** What `check` says of signatures: a key that no rollback would believe is an error. */
function signingFindings(project, ctx) {
    if (project.signKeys.length === 0) {
        return [
            {
                level: 'warning',
                code: 'snapshots-unsigned',
                message: 'Snapshots are not signed: anyone with write access to the store can forge one.',
                remedy: 'Create a key with "minisign -G -W", put its public key under sign.keys, and set REWIND_SIGNING_KEY.',
            },
        ];
    }
    // Only the snapshot job holds the key.
    return ctx.env.secret('REWIND_SIGNING_KEY') === undefined ? [] : faultOf(() => signerOf(project, ctx));
}
/** Whether a mitigation can be lifted without a person: the approved job signs it with a key of its own. */
function liftKeyFindings({ config }, ctx) {
    if (approvalKeys({ config }).length === 0) {
        if (config.mitigations.length === 0)
            return [];
        return [
            {
                level: 'warning',
                code: 'lift-unsigned',
                message: 'The configuration has mitigations and no sign.approval-keys: after the time limit, a person must lift them.',
                remedy: 'Create a second key with "minisign -G -W", put its public key under sign.approval-keys, and set REWIND_APPROVAL_KEY in the approved job.',
            },
        ];
    }
    // Only the approved job holds the key.
    return ctx.env.secret('REWIND_APPROVAL_KEY') === undefined ? [] : faultOf(() => approvalSignerOf({ config }, ctx));
}
function faultOf(read) {
    try {
        read();
        return [];
    }
    catch (error) {
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error);
        return [{ level: 'error', code, message, remedy }];
    }
}
/**
 * The key that signs snapshots (REWIND_SIGNING_KEY); null if the configuration asks for no signature.
 * @throws RewindError input-invalid, signing-key-missing, signing-key-unknown
 */
const signerOf = ({ signKeys }, ctx) => keyIn(ctx, 'REWIND_SIGNING_KEY', signKeys, 'sign.keys');
/**
 * The key that signs what an approved job begins (REWIND_APPROVAL_KEY); null if the configuration names no such key.
 * @throws RewindError input-invalid, signing-key-missing, signing-key-unknown
 */
const approvalSignerOf = ({ config }, ctx) => keyIn(ctx, 'REWIND_APPROVAL_KEY', approvalKeys({ config }), 'sign.approval-keys');
/** Public keys of the configuration for what an approved job begins. */
const approvalKeys = ({ config }) => config.sign?.['approval-keys'] ?? [];
function keyIn(ctx, name, keys, listed) {
    if (keys.length === 0)
        return null;
    const text = ctx.env.secret(name);
    if (text === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('signing-key-missing', `rewind.yml has ${listed}, but this job has no ${name}.`);
    }
    const key = (0,_engine_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .readSigningKey */ .jy)(text, name);
    if (keys.includes((0,_engine_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .publicKeyText */ .gt)(key)))
        return key;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('signing-key-unknown', `The public key of ${name} is not in ${listed}.`);
}


/***/ }),

/***/ 92923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ warnOfUntold),
/* harmony export */   HN: () => (/* binding */ aloneTelling),
/* harmony export */   Ku: () => (/* binding */ tellBeside),
/* harmony export */   hb: () => (/* binding */ tellAlarm),
/* harmony export */   mx: () => (/* binding */ tellNow)
/* harmony export */ });
/* harmony import */ var _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61952);
/* harmony import */ var _config_contacts_now_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45812);
/* harmony import */ var _report_notify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36333);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78101);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21722);
/* harmony import */ var _environment_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90829);
/* harmony import */ var _incident_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59246);








/** Tells the configured channels beside this run. */
function tellBeside(session, project, pace = _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .BESIDE */ .Zv) {
    const { context } = session;
    const { contacts } = project.config;
    const channels = channelsOf(session, project);
    if (channels.length === 0)
        return _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .SILENT */ .ZA;
    return (0,_channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .createTeller */ .Ld)({
        ctx: context,
        // Loaded beside the run, and once.
        channels: once(async () => {
            const { loadChannels } = await __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 80091));
            return loadChannels(channels, context, 'private', await (0,_config_contacts_now_js__WEBPACK_IMPORTED_MODULE_6__/* .loadContacts */ .u)(contacts));
        }),
        steps: (incident) => (0,_incident_js__WEBPACK_IMPORTED_MODULE_5__/* .recorderOf */ .MU)(session, project, incident),
        alone: (incident, work) => aloneTelling(session, project, incident, work),
        way: (incident) => wayToSend(session, project, incident),
        pace,
    });
}
/** The channels of the configuration that this run can reach. */
function channelsOf({ context }, { config: { channels } }) {
    const [first, ...others] = channels;
    // The default of the configuration. Without a token, "check" reports it to a person who did not ask for it.
    const isDefault = first?.id === 'github-issue' && first.adapter === 'github-issue' && others.length === 0;
    const hasGitHub = context.env.secret('GITHUB_TOKEN') !== undefined && context.env.text('GITHUB_REPOSITORY');
    return isDefault && !hasGitHub ? [] : channels;
}
/** Tells the team of something that belongs to no incident. A channel that it does not reach is a warning. */
async function tellAlarm(session, project, alarm) {
    const { context } = session;
    const entries = channelsOf(session, project);
    if (entries.length === 0)
        return;
    const [{ loadChannels }, { sendAlarm }] = await Promise.all([
        __webpack_require__.e(/* import() */ 91).then(__webpack_require__.bind(__webpack_require__, 80091)),
        __webpack_require__.e(/* import() */ 4573).then(__webpack_require__.bind(__webpack_require__, 24573)),
    ]);
    const failed = await sendAlarm(await loadChannels(entries, context), alarm, context);
    for (const { channel, error } of failed) {
        context.log.warn((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_7__/* .sentences */ .hC)(`The channel ${channel} was not notified: ${error.message}`, error.remedy));
    }
}
/** Tells the channels of what a command wrote into a record. What does not surely arrive is a warning. */
async function tellNow(session, project, incident) {
    const teller = tellBeside(session, project, _channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .ALONE */ .qY);
    teller.wake(incident);
    warnOfUntold(session, await teller.finish());
}
/** Names each message that did not surely arrive. */
function warnOfUntold(session, told) {
    for (const line of (0,_report_notify_js__WEBPACK_IMPORTED_MODULE_1__/* .untoldLines */ .e7)(told))
        session.context.log.warn(line);
    if (told === null || !(0,_channels_beside_js__WEBPACK_IMPORTED_MODULE_0__/* .isLeft */ .OC)(told))
        return;
    session.context.log.warn(`To send what was not sent: ${told.way}`);
}
/**
 * Runs what sends messages while no other run tells the same channels. No environment begins with "_", so this lock is not
 * that of a rollback.
 * @throws RewindError environment-locked; input-invalid if workflows could not read what this run writes
 */
async function aloneTelling(session, project, incident, work) {
    const { store, config } = project;
    const isAlone = session.run === null && store.expires === true;
    if (isAlone && isOfWorkflow(await (0,_incident_js__WEBPACK_IMPORTED_MODULE_5__/* .recorderOf */ .MU)(session, project, incident).entries())) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('input-invalid', `A workflow wrote to incident ${incident}, and workflows cannot read what this machine writes: they would send each message once more.`, { remedy: `Let a workflow send the messages: ${inWorkflow(incident)}.` });
    }
    const own = { store, config: { ...config, environment: `_notify-${config.environment}` } };
    return (0,_environment_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .underLock */ .yP)(session, own, 'notify', null, work, 'tell');
}
const isOfWorkflow = (entries) => entries.some(({ run }) => run !== null);
/** With the store "artifact", a workflow reads only what workflows wrote. */
const wayToSend = (session, { store }, incident) => session.run !== null && store.expires === true ? inWorkflow(incident) : (0,_command_line_js__WEBPACK_IMPORTED_MODULE_3__/* .commandLine */ .ay)(session, ['notify', incident]);
const inWorkflow = (incident) => `start the workflow of examples/incident.yml with the action notify and the incident ${incident}`;
function once(make) {
    let made;
    return () => (made ??= make());
}


/***/ }),

/***/ 58086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ findTrusted),
/* harmony export */   q: () => (/* binding */ begin)
/* harmony export */ });
/* harmony import */ var _approval_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(996);
/* harmony import */ var _cli_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51971);
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63389);
/* harmony import */ var _engine_confirmation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34309);
/* harmony import */ var _engine_trust_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89952);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67217);
/* harmony import */ var _runtime_program_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81132);
/* harmony import */ var _approved_plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12446);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78101);









/** Finds the approved plan and its snapshot, and who approved it. */
async function begin(session) {
    const program = (0,_runtime_program_js__WEBPACK_IMPORTED_MODULE_6__/* .programId */ .W)();
    program.catch(() => undefined);
    const project = await session.open();
    (0,_approval_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .assertEnvironment */ .Wc)(session, project);
    const approved = await (0,_approved_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .approvedPlan */ .XB)(session, project);
    // Checks the whole approved plan, not the changes that are left: the command that finishes an interrupted rollback
    // then needs the same --confirm-data-loss.
    (0,_engine_confirmation_js__WEBPACK_IMPORTED_MODULE_3__/* .assertConfirmed */ ._K)(approved, session.inputs.confirmDataLoss);
    const found = findTrusted(session, project, approved);
    // Awaited below. A rejection before that must not end the program: the reason would be a stack trace.
    found.catch(() => undefined);
    const journal = await (0,_approved_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .openJournal */ ._0)(session, project, approved);
    try {
        if (session.run !== null)
            journal.log.opened(session.run.url, session.run.attempt);
        assertFresh(session, project, approved, journal.log, await program);
        const begun = journal.log.wasBegunBy(session.run?.url ?? '');
        const [{ manifest, trust }, approval, release] = await Promise.all([
            found,
            (0,_approval_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .approvalOf */ .xf)(session, project, approved, begun, found),
            (0,_cli_release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOfPlan */ .Ge)(project, approved),
        ]);
        return { project, approved, manifest, release, trust, approval, journal };
    }
    catch (error) {
        journal.log.close();
        await found.catch(() => undefined);
        throw error;
    }
}
/** How far the clock of the machine that made the plan may be ahead: 5 minutes. */
const CLOCK_SKEW_HOURS = 5 / 60;
/**
 * A plan is for the production of its day and for the program that made it. A rollback that already began goes on.
 * @throws RewindError plan-expired, plan-mismatch
 */
function assertFresh(session, { config }, approved, journal, program) {
    if (journal.wasBegun())
        return;
    const hours = (session.context.clock.now().getTime() - Date.parse(approved.createdAt)) / 3_600_000;
    // The digest does not cover this time. A plan with a time far in the future would stay valid until then.
    if (hours < -CLOCK_SKEW_HOURS) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('plan-expired', `The plan has a time in the future: ${approved.createdAt}.`, {
            remedy: 'Check the clocks of the machines that plan and roll back. Make a new plan, and get it approved.',
        });
    }
    if (hours > config['plan-hours']) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('plan-expired', `The plan was made ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(Math.floor(hours), 'hour')} ago.`);
    }
    if (approved.program !== program) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('plan-mismatch', `Rewind ${approved.program} made the plan; this is Rewind ${program}. Nothing was changed.`, { remedy: 'Use the same version in both jobs: pin the action to a commit. Then run the workflow again.' });
    }
}
/** The snapshot of an approved plan, and who signed it. */
async function findTrusted({ context: ctx }, { store, origin, signKeys }, { snapshot, undoes, recovers }) {
    const manifest = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_2__/* .findSnapshot */ .Cb)(store, snapshot, origin);
    const now = undoes === null && recovers === undefined ? ctx.clock.now() : null;
    return { manifest, trust: await (0,_engine_trust_js__WEBPACK_IMPORTED_MODULE_4__/* .trustOf */ .An)(store, manifest, signKeys, now) };
}


/***/ }),

/***/ 96597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  carryOut: () => (/* binding */ carryOut),
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./lib/engine/apply.js
var apply = __webpack_require__(20546);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var runtime_errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/flow.js
var flow = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/runtime/files.js
var files = __webpack_require__(58795);
// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/approval/approval-record.js
var approval_record = __webpack_require__(78648);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(90829);
// EXTERNAL MODULE: ./lib/cli/unchanged.js
var unchanged = __webpack_require__(82467);
// EXTERNAL MODULE: ./lib/cli/tell.js
var tell = __webpack_require__(92923);
// EXTERNAL MODULE: ./lib/report/timeline.js
var report_timeline = __webpack_require__(51451);
// EXTERNAL MODULE: ./lib/cli/uploads.js
var uploads = __webpack_require__(95888);
// EXTERNAL MODULE: ./lib/store/artifact-names.js
var artifact_names = __webpack_require__(50918);
// EXTERNAL MODULE: ./lib/commands/rollback/begin.js
var begin = __webpack_require__(58086);
// EXTERNAL MODULE: ./lib/incident/recorded.js
var recorded = __webpack_require__(86512);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/cli/sign-keys.js
var sign_keys = __webpack_require__(60438);
// EXTERNAL MODULE: ./lib/engine/lift-proof.js
var lift_proof = __webpack_require__(85898);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/rollback-files.js
var rollback_files = __webpack_require__(28230);
// EXTERNAL MODULE: ./lib/incident/obligations.js
var incident_obligations = __webpack_require__(55087);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/report/outcome.js
var report_outcome = __webpack_require__(65102);
// EXTERNAL MODULE: ./lib/commands/recover/readings.js + 2 modules
var recover_readings = __webpack_require__(38557);
// EXTERNAL MODULE: ./lib/commands/undo/past-rollbacks.js
var past_rollbacks = __webpack_require__(79649);
;// CONCATENATED MODULE: ./lib/commands/rollback/gone-beside.js


const BESIDE = new Set([
    'kept-database',
    'leftover',
    'replication-left',
]);
/**
 * The obligations whose object does not lie beside production any more, and how that was read. The run may have the URL of
 * another server, so only a comparison with the place of the object proves it.
 */
async function goneBeside({ session, project }, open) {
    const { context: ctx } = session;
    const beside = open.filter(({ kind }) => BESIDE.has(kind));
    // A cancelled run has seconds left, and its requests no longer go out.
    if (beside.length === 0 || ctx.signal.aborted)
        return [];
    const readings = await (0,recover_readings/* readingsOf */.R)(beside, { project, ctx, past: await (0,past_rollbacks/* pastRollbacks */.cM)(session, project) });
    return beside.flatMap(({ id }, at) => {
        const reading = readings[at];
        return reading?.state === 'met' ? [{ id, how: `production was read: ${reading.why}` }] : [];
    });
}

// EXTERNAL MODULE: ./lib/commands/mitigate/reading.js + 1 modules
var reading = __webpack_require__(89961);
// EXTERNAL MODULE: ./lib/commands/rollback/approved-plan.js
var approved_plan = __webpack_require__(12446);
;// CONCATENATED MODULE: ./lib/commands/rollback/measures.js





/** How an obligation was discharged whose measure a plan ended. */
const overtakenBy = (digest) => `overtaken by the plan ${digest.slice(0, 12)}`;
/**
 * Reads whether the mitigations of other plans are in effect in what this run changed, and writes it down. A rollback or a
 * recovery may end a measure; the undo of that one may bring it back.
 * @param begun what this run changed or may have changed
 * @param met ids of obligations that were discharged already
 */
async function followMeasures(run, begun, recorder, { obligations }, met) {
    const { digest, undoes } = run.approved;
    const changed = new Set(begun.map(({ resource }) => resource));
    // A cancelled run has seconds left, and its requests no longer go out.
    if (run.session.context.signal.aborted || changed.size === 0)
        return;
    for (const obligation of obligations) {
        const { id, kind, resource, rollback, discharged } = obligation;
        const isOpen = discharged === null;
        if (isOpen ? met.has(id) : undoes === null || !discharged.how.startsWith(overtakenBy(undoes)))
            continue;
        if (!((0,incident_obligations/* isMitigation */.iL)(kind) || kind === 'unfinished-rollback') || rollback === digest)
            continue;
        if (rollback === undoes || (resource !== null && !changed.has(resource)))
            continue;
        const { state, why } = await readMeasure(run, rollback, resource, changed);
        if (isOpen && state === 'met')
            await recorder.add('discharged', { id, how: `${overtakenBy(digest)}: ${why}` });
        if (!isOpen && state === 'holds')
            await recorder.add('obligation', stated(obligation));
    }
}
/** As the record holds it. */
function stated({ id, kind, what, resource, items, rollback, discharge, until }) {
    return { id, kind, what, resource, items, rollback, discharge, ...(until === undefined ? {} : { until }) };
}
async function readMeasure(run, digest, resource, changed) {
    const { project, session } = run;
    const { context: ctx } = session;
    const unknown = { state: 'unknown', why: '' };
    try {
        const past = await readMitigation(run, digest);
        if (past === null || !past.plan.changes.some((change) => changed.has(change.resource)))
            return unknown;
        return await (0,reading/* measureReading */.FG)({ project, ctx }, past, resource);
    }
    catch (error) {
        ctx.log.warn(`Whether the mitigation ${digest.slice(0, 12)} is still in effect is unknown: ${(0,runtime_errors/* whyOf */.gf)(error)}.`);
        return unknown;
    }
}
/** @returns null if it is not a mitigation, or the store does not hold it */
async function readMitigation({ session, project: { store }, approved: { environment } }, digest) {
    const plan = await (0,rollback_files/* readApprovedPlan */.h6)(store, environment, digest);
    if (plan?.mitigates?.lifts !== false)
        return null;
    const [stored, local] = await Promise.all([
        (0,rollback_files/* readJournal */.a0)(store, environment, digest),
        (0,approved_plan/* readLocalJournal */.Lm)(session, digest),
    ]);
    return { plan, entries: (0,rollback_files/* mergeJournals */.Vj)(stored, local) };
}

// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 7 modules
var publish_plan = __webpack_require__(38240);
;// CONCATENATED MODULE: ./lib/commands/rollback/record-attempt.js

/** A record that cannot be written never stops a rollback. @param failed gets the reason. @returns null if it failed */
async function attempt({ session }, write, failed = () => undefined) {
    try {
        return await write();
    }
    catch (error) {
        const why = (0,runtime_errors/* asRewindError */.m2)(error).message.replace(/([^.])$/, '$1.');
        failed(why);
        session.context.log.warn(`The record of the incident could not be written: ${why} This alone does not stop the rollback. What it leaves to be undone or finished is then only in its report, and the guard does not know its commit.`);
        return null;
    }
}
/** As `attempt`, for what must not begin without its record. @throws RewindError */
async function orStop(_, write) {
    try {
        return await write();
    }
    catch (error) {
        const { code, message, remedy } = (0,runtime_errors/* asRewindError */.m2)(error);
        throw new runtime_errors.RewindError(code, `The record of the incident could not be written: ${message} Nothing was changed: a mitigation without a record is never lifted.`, { remedy, cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/commands/rollback/incident.js























/** The message about the verification waits for the result of the watch. Also a retry between the two must not send it. */
const HELD = 'verified';
/**
 * Before the first change: what was planned and who approved it. Opens an incident if none is open.
 * @throws RewindError of a mitigation that could not be written: nobody would know that it must be lifted
 */
async function recordBegin(run) {
    const how = run.approved.mitigates?.lifts === false ? orStop : attempt;
    await how(run, async () => {
        const recorder = await openRecord(run);
        await writeBegin(run, recorder);
        run.teller.wake(recorder.incident, HELD);
        return null;
    });
}
async function writeBegin({ session, approved, approval, release }, recorder) {
    const { digest, snapshot, database, changes, createdAt } = approved;
    const entries = await recorder.entries();
    const isBegun = (0,incident_status/* openObligations */.CJ)((0,incident_status/* statusOf */.c2)(entries)).some(({ id }) => id === (0,incident_status/* unfinishedId */.Fg)(digest));
    // Else an earlier run of this rollback was interrupted.
    if (!isBegun) {
        await recorder.add('planned', {
            digest,
            plan: (0,engine_plan/* planKind */.yM)(approved),
            snapshot,
            database,
            changes: changes.length,
            plannedAt: createdAt,
            command: (0,publish_plan/* rollbackCommand */.Ct)(session, approved, session.inputs.plan),
            leave: (0,command_line/* commandLine */.ay)(session, (0,incident_status/* leaveWords */.ZK)(recorder.incident, digest)),
            ...(release === null ? {} : { releasedAt: release.createdAt }),
        });
    }
    const last = entries.findLast(({ kind, data }) => kind === 'planned' && data.digest === digest)?.seq ?? 0;
    const isApproved = entries.some(({ kind, data, seq }) => kind === 'approved' && data.digest === digest && seq > last);
    if (!isBegun || !isApproved)
        await recorder.add('approved', { digest, how: (0,approval_record/* describeApproval */.x)(approval), by: [...approval.approvedBy] });
}
/**
 * After the verification: the outcome, and what is now to be undone or finished. A run that had nothing to do adds only to
 * a record that is open and mentions this rollback, or for an earlier run whose entries were refused.
 */
async function recordEnd(run, outcome) {
    const { session, project, approved } = run;
    let unrecorded = null;
    const write = async () => {
        const open = await (0,cli_incident/* openIncidentsOf */.bJ)(session, project.store, approved.environment);
        const told = outcome.acted || open.some((one) => (0,incident_status/* tellsOf */.Cz)(one, approved.digest));
        const missed = !told && (await wasMissed(run, outcome));
        const recorder = told || missed ? await openRecord(run) : null;
        if (missed && recorder !== null)
            await writeBegin(run, recorder);
        const undoes = await bringsBack(run);
        const pinned = undoes ? await pinnedNow(run, outcome) : new Set();
        if (recorder !== null)
            await recordOutcome(run, outcome, recorder, { undoes, pinned });
        await dischargeMet(run, outcome, { undoes, pinned });
        if (recorder !== null)
            run.teller.wake(recorder.incident, HELD);
        return recorder === null
            ? null
            : (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(project.store, approved.environment, recorder.incident));
    };
    const incident = await attempt(run, write, (why) => (unrecorded = why));
    return { incident, unrecorded };
}
/** True if the record of an earlier run, which changed production, was refused. */
async function wasMissed({ project, approved, journal }, { begun }) {
    const earlier = journal.log.previous.findLast(({ event }) => event === 'run');
    if (earlier === undefined || begun.length === 0)
        return false;
    return (0,recorded/* isUnrecorded */.A)(project.store, approved.environment, { digest: approved.digest, at: earlier.at });
}
/** After the watch: what the probes say of each area. @returns what the record says then */
async function recordWatch(run, incident, { minutes, areas }) {
    const { session, project, approved } = run;
    const told = await attempt(run, async () => {
        const recorder = (0,cli_incident/* recorderOf */.MU)(session, project, incident.id);
        const now = (0,incident_status/* statusOf */.c2)(await recorder.entries());
        // A person closed it while production was watched.
        if (now.closed !== null)
            return now;
        const stated = areas.map(({ area, state, probes }) => ({ area, state, probes: [...probes] }));
        await recorder.add('observed', { digest: approved.digest, minutes, areas: stated });
        return (0,incident_status/* statusOf */.c2)(await recorder.entries());
    });
    return told ?? incident;
}
/** An undo may return to a deployment by an instant rollback, or to a state that an earlier rollback pinned. */
async function pinnedNow({ session, resources }, { begun }) {
    const switched = new Set(begun.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
    const read = await (0,engine_resources/* settleResources */.D6)(resources.filter(({ id }) => switched.has(id)), async ({ id, provider, config }) => provider.capabilities?.hold?.read(config, (0,create_context/* forResource */.i_)(session.context, id)));
    return new Set(read.flatMap(({ resource, value }) => (value?.pinned === 'held' ? [resource.id] : [])));
}
async function recordOutcome(run, outcome, recorder, after) {
    const { approved, journal, resources, session } = run;
    const { ok, title, claim, acted, left, begun, manual, kept, aside, atChecks, meanwhile } = outcome;
    const { digest, snapshot } = approved;
    const open = new Set(left.map(engine_plan/* keyOf */.TN));
    const done = begun.filter((change) => !open.has((0,engine_plan/* keyOf */.TN)(change)));
    const obligations = (0,incident_obligations/* obligationsAfter */.ov)({
        incident: recorder.incident,
        digest,
        done,
        manual,
        snapshot,
        replays: new Set(run.project.resources.flatMap(({ id, provider }) => (provider.capabilities?.replay === undefined ? [] : [id]))),
        holds: new Set(resources.flatMap(({ id, provider }) => (provider.capabilities?.hold === undefined ? [] : [id]))),
        // One that went live meanwhile was not judged.
        commits: await commitsTakenBack(run, atChecks),
        meanwhile: new Map(meanwhile.map((one) => [one.resource, (0,report_outcome/* meanwhileText */.Sd)(one)])),
        kept,
        aside,
        ...after,
        recovers: approved.recovers?.rollback ?? null,
        mitigation: await mitigationOf(run),
        command: (words) => (0,command_line/* commandLine */.ay)(session, words),
    });
    // First: a run that is killed after the next line must not leave something temporary without a word.
    for (const one of obligations) {
        // The texts of providers, e.g. of what a person does by hand.
        const obligation = { ...one, discharge: (0,command_line/* completeText */.Pl)(session, one.discharge) };
        if (await isNews(run, recorder, obligation))
            await recorder.add('obligation', obligation);
    }
    const entries = await recorder.entries();
    const unfinished = (0,incident_status/* openObligations */.CJ)((0,incident_status/* statusOf */.c2)(entries)).some(({ id }) => id === (0,incident_status/* unfinishedId */.Fg)(digest));
    if (approved.mitigates !== undefined) {
        const kind = approved.mitigates.lifts ? 'lifted' : 'mitigated';
        if (acted || unfinished)
            await recorder.add(kind, { digest, ok, title });
        return;
    }
    if (acted || unfinished) {
        const runs = journal.log.entries().filter(({ event }) => event === 'run');
        const startedAt = runs[0]?.at ?? approved.createdAt;
        const result = { digest, ok, failed: [...open], snapshot, title, done: done.map(engine_plan/* keyOf */.TN), startedAt };
        if (approved.recovers === undefined) {
            const byHand = manual.map(engine_plan/* keyOf */.TN);
            const rolledBack = { ...result, undoes: approved.undoes, runs: runs.length, manual: byHand };
            await recorder.add('rolled-back', rolledBack);
            if ((0,incident_status/* isOnlyByHand */.PA)(rolledBack))
                return;
        }
        else
            await recorder.add('recovered', { ...result, deployments: approved.recovers.deployments });
    }
    else {
        const last = entries.findLast(({ kind }) => ['rolled-back', 'recovered', 'verified'].includes(kind));
        if (last === undefined || last.kind === 'verified')
            return;
        if (last.kind === 'rolled-back' && (0,incident_status/* isOnlyByHand */.PA)(last.data) && manual.length > 0)
            return;
    }
    await recorder.add('verified', { digest, ok, statement: claim.sentence });
}
async function mitigationOf({ approved, project, journal, session }) {
    const { mitigates, createdAt } = approved;
    if (mitigates?.lifts !== false)
        return null;
    const until = (0,undo/* limitOf */.LF)(mitigates, journal.log.entries(), createdAt);
    const proof = await (0,lift_proof/* findLiftProof */.Xi)(project.store, approved, (0,sign_keys/* approvalKeys */.gC)(project), session.context.clock.now());
    return { of: mitigates, until, proven: typeof proof !== 'string' };
}
/** An obligation that is open with this content, or that was discharged after the last change of its resource, is not. */
async function isNews({ approved, journal }, recorder, obligation) {
    const known = (0,incident_status/* statusOf */.c2)(await recorder.entries()).obligations.find(({ id }) => id === obligation.id);
    if (known === undefined)
        return true;
    const { discharged } = known;
    if (discharged === null) {
        // A record of an earlier version does not say where the object lies.
        const tellsMore = known.where === undefined && obligation.where !== undefined;
        return tellsMore || known.what !== obligation.what || known.discharge !== obligation.discharge;
    }
    const later = journal.log.entries().filter(({ at }) => at > discharged.at);
    return (0,undo/* begunChanges */.Ps)(approved, later).some(({ resource }) => resource === obligation.resource);
}
/** What an undo brought back, and what does not lie beside production any more; in every open incident. */
async function dischargeMet(run, outcome, { undoes, pinned }) {
    const { session, project, approved } = run;
    const { ok, begun, left, manual } = outcome;
    const notDone = new Set([...left, ...manual].map(({ resource }) => resource));
    const undone = new Set(begun.flatMap(({ resource }) => (notDone.has(resource) ? [] : [resource])));
    const of = approved.undoes ?? approved.recovers?.rollback ?? null;
    const word = approved.undoes === null ? 'recovered' : 'undone';
    const undo = 
    // The lift of a mitigation brings back what that one changed, and nothing that others left.
    ok && undoes && of !== null && approved.mitigates === undefined
        ? { digest: approved.digest, of, began: await beginOf(run, of), word }
        : null;
    // What another mitigation holds is still to be lifted.
    const whole = (approved.mitigates?.holds ?? []).length === 0;
    const undid = ok && whole && approved.undoes !== null ? { digest: approved.digest, of: approved.undoes } : null;
    for (const status of await (0,cli_incident/* openIncidentsOf */.bJ)(session, project.store, approved.environment)) {
        const recorder = (0,cli_incident/* recorderOf */.MU)(session, project, status.id);
        const open = (0,incident_status/* openObligations */.CJ)(status);
        const met = [...(0,incident_obligations/* metObligations */.IA)(open, { undo, undid, undone, pinned }), ...(await goneBeside(run, open))];
        for (const one of met)
            await recorder.add('discharged', one);
        await followMeasures(run, begun, recorder, status, new Set(met.map(({ id }) => id)));
    }
}
/** When a rollback began; null if the store does not tell. */
async function beginOf({ project, approved }, digest) {
    const entries = await (0,rollback_files/* readableJournal */.O)(project.store, approved.environment, digest);
    return entries.find(({ event }) => event === 'run')?.at ?? null;
}
/** True for a recovery and for the undo of a rollback. The undo of an undo is the rollback once more. */
async function bringsBack({ project, approved }) {
    let plan = approved;
    let undo = false;
    while (plan !== undefined && plan.undoes !== null) {
        undo = !undo;
        plan = await (0,rollback_files/* readApprovedPlan */.h6)(project.store, approved.environment, plan.undoes);
    }
    return plan?.recovers === undefined ? undo : !undo;
}
function openRecord({ session, project, approved }) {
    const { mitigates, snapshot } = approved;
    const what = mitigates === undefined ? `Rollback to snapshot ${snapshot}` : `Mitigation ${(0,mitigation/* nameOf */.Vb)(mitigates)}`;
    const title = session.inputs.reason ?? what;
    return (0,cli_incident/* openOrNewRecorder */.GC)(session, project, title, [approved.digest, approved.undoes, approved.recovers?.rollback ?? null].filter((digest) => digest !== null));
}
/** The commits that served production before the rollback, and that it took out of production. None if they are unknown. */
async function commitsTakenBack({ project, resources, manifest }, id) {
    if (id === null)
        return [];
    const before = await (0,choose/* findSnapshot */.Cb)(project.store, id, project.origin).catch(() => null);
    for (const captured of before?.resources ?? []) {
        const provider = resources.find((resource) => resource.id === captured.id)?.provider;
        if (provider === undefined)
            continue;
        const { commit, arriving } = (0,engine_provider/* describeState */.Jw)(provider, captured.state);
        if (commit === undefined)
            continue;
        const target = manifest.resources.find((saved) => saved.id === captured.id);
        // Another build of the same commit, or the end of a rolling release: the commit serves production as before.
        const serves = target === undefined ? undefined : (0,engine_provider/* describeState */.Jw)(provider, target.state).commit;
        return [commit, arriving].flatMap((one) => (one === undefined || one === serves ? [] : [one]));
    }
    return [];
}

;// CONCATENATED MODULE: ./lib/commands/rollback/by-hand.js



/**
 * Before the outcome of a rollback, or of an undo, whose plan holds only changes by hand: records it as any other one. A
 * repeat, and a recovery or a mitigation that has nothing to do, add nothing.
 */
async function recordByHand(run, { manual }) {
    const { approved, journal, project } = run;
    const { changes, recovers, mitigates, environment, digest } = approved;
    if (changes.length > 0 || manual.length === 0 || recovers !== undefined || mitigates !== undefined)
        return;
    const earlier = journal.log.previous.findLast(({ event }) => event === 'run');
    const isTold = await attempt(run, async () => earlier !== undefined && !(await (0,recorded/* isUnrecorded */.A)(project.store, environment, { digest, at: earlier.at })));
    if (isTold === false)
        await recordBegin(run);
}

// EXTERNAL MODULE: ./lib/cli/project-claim.js
var project_claim = __webpack_require__(20118);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/drift.js
var engine_drift = __webpack_require__(25661);
// EXTERNAL MODULE: ./lib/engine/journal.js
var engine_journal = __webpack_require__(12657);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
;// CONCATENATED MODULE: ./lib/commands/rollback/conclude.js











/** The last change has just read what it proved. */
const RECENT_MS = 1_000;
/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
async function reread(run) {
    const { session, project, approved, manifest, release, resources } = run;
    const { context: ctx } = session;
    // A cancelled run has seconds left, and its requests no longer go out.
    if (ctx.signal.aborted)
        return { notRead: 'production was not read again, because the run was cancelled' };
    try {
        const { database, scope, undoes, recovers, mitigates, includeLater, stays } = approved;
        const choice = {
            database,
            scope,
            undoes,
            recovers,
            mitigates,
            release,
            includeLater,
            stays,
            approved,
            recentMs: RECENT_MS,
        };
        return await (0,live_plan/* compareWithLive */._f)({ ...project, resources, ctx, manifest, ...choice });
    }
    catch (error) {
        return { notRead: `production could not be read again: ${(0,runtime_errors/* asRewindError */.m2)(error).message}` };
    }
}
/** Writes the outcome into the record of the incident. A run that is killed later leaves nothing without a word. */
async function conclude(run, plan, outcomes, reread, meanwhile) {
    const { session, project, manifest, approved, timeline, approval } = run;
    const { database, scope, recovers, mitigates } = approved;
    const entries = run.journal.log.entries();
    const begun = (0,undo/* begunChanges */.Ps)(approved, entries);
    // What the application wrote after the restore is not a difference that this rollback left.
    const written = 'notRead' in reread ? [] : (0,engine_drift/* writtenSinceRestore */.kb)(approved, reread.plan);
    const live = 'notRead' in reread ? reread : { ...reread, plan: (0,engine_plan/* withoutChanges */.MT)(reread.plan, written) };
    for (const key of refusedIn(approved, outcomes, live))
        run.journal.log.record('fail', key, engine_journal/* LEFT */.M3);
    const done = outcomes.every(({ status }) => status === 'done');
    const read = !('notRead' in live) && live.failures.length === 0;
    const aside = await asideOf(run);
    const facts = {
        ok: done && read && live.plan.changes.length === 0,
        cancelled: session.context.signal.aborted,
        manifest,
        approved,
        outcomes,
        earlier: begunEarlier(run, outcomes),
        live,
        claim: (0,project_claim/* claimOfProject */.Z)(project, manifest, { database, scope, live, recovers, mitigates }),
        manual: 'notRead' in live ? plan.manual : live.plan.manual,
        written: written.flatMap(({ since }) => since?.written ?? []),
        undo: begun.length === 0 ? null : (0,command_line/* undoCommand */.Eb)(session, approved.digest),
        command: (words) => (0,command_line/* commandLine */.ay)(session, words),
        before: begun.length === 0 ? null : (0,undo/* stateBefore */.L9)(entries),
        kept: keptBy(aside, begun, manifest.id),
        meanwhile,
        timeline,
        tookMs: timeline.totalMs(),
        watched: null,
        told: null,
        unrecorded: null,
        reason: session.inputs.reason,
        approval,
    };
    const { incident, unrecorded } = await recordEnd(run, {
        ...facts,
        title: (0,report_outcome/* titleOf */.Gg)(facts),
        atChecks: (0,undo/* stateAtChecks */.i9)(entries),
        left: outcomes.flatMap(({ change, status }) => (status === 'done' ? [] : [change])),
        acted: outcomes.length > 0,
        begun,
        aside,
        manual: [...facts.manual, ...leftInRecovery(approved, live)],
    });
    return { facts: { ...facts, unrecorded }, incident };
}
const REFUSALS = [
    'api-unauthorized',
    'api-forbidden',
    'api-not-found',
    'api-conflict',
    'api-rejected',
    'api-rate-limited',
    'credential-missing',
];
/**
 * Keys of the changes that a service refused, and of which production still holds what was approved. They are no interrupted
 * work: the approval does not cover what somebody makes of them until the next run.
 */
function refusedIn(approved, outcomes, live) {
    if ('notRead' in live)
        return [];
    const untouched = new Set((0,engine_drift/* untouchedOf */.hu)(approved, live.plan).map(engine_plan/* keyOf */.TN));
    const touched = new Set(live.plan.changes.map(engine_plan/* keyOf */.TN).filter((key) => !untouched.has(key)));
    return outcomes.flatMap(({ change, error }) => {
        if (error === undefined || !(error.unwritten || REFUSALS.includes(error.code)))
            return [];
        const { resource, stage, sideEffects = [] } = change;
        const isOurs = sideEffects.some((id) => touched.has((0,engine_plan/* keyOf */.TN)({ resource, id })));
        // A deployment or a database may be half-way, and still look as before.
        const isOne = stage === 'configuration' || stage === 'services';
        return isOne && !isOurs && untouched.has((0,engine_plan/* keyOf */.TN)(change)) ? [(0,engine_plan/* keyOf */.TN)(change)] : [];
    });
}
/** What earlier runs of this plan began, and what is no longer a difference. */
function begunEarlier({ approved, journal }, outcomes) {
    const now = new Set(outcomes.map(({ change }) => (0,engine_plan/* keyOf */.TN)(change)));
    return (0,undo/* begunChanges */.Ps)(approved, journal.log.previous).filter((change) => !now.has((0,engine_plan/* keyOf */.TN)(change)));
}
/** Also of what is out of scope: its credential may be missing, and nobody asked for it. */
async function asideOf({ session, project, resources }) {
    const { context: ctx } = session;
    // The requests of a cancelled run no longer go out.
    if (ctx.signal.aborted)
        return new Map();
    return (0,aside/* readAside */.z)([...project.resources, ...project.backups], ctx, (id, why) => {
        if (!resources.some((resource) => resource.id === id))
            return;
        ctx.log.warn(`"${id}": what rollbacks put aside could not be read: ${why}`);
    });
}
/** What the changes of this rollback put aside. */
function keptBy(aside, begun, snapshot) {
    const changed = [...aside].filter(([id]) => begun.some(({ resource }) => resource === id));
    return changed.flatMap(([resource, objects]) => objects.flatMap((object) => {
        if (object.kind !== 'kept' || object.snapshot !== snapshot)
            return [];
        const { what, since, name, drop, where, replication } = object;
        const more = {
            ...(name === undefined ? {} : { name }),
            ...(where === undefined ? {} : { where }),
            ...(replication === undefined ? {} : { replication }),
        };
        return [{ resource, what, since, drop, ...more }];
    }));
}
/** What a recovery leaves besides what is for a person; what came after the rollback is not part of what it undid. */
function leftInRecovery({ recovers }, live) {
    if (recovers === undefined || 'notRead' in live)
        return [];
    return live.plan.notSelected.filter(({ database }) => database !== 'down');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/engine/goal.js
var engine_goal = __webpack_require__(98079);
// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(34903);
// EXTERNAL MODULE: ./lib/report/result-file.js
var result_file = __webpack_require__(38028);
// EXTERNAL MODULE: ./lib/report/rollback-report.js + 1 modules
var rollback_report = __webpack_require__(20426);
// EXTERNAL MODULE: ./lib/config/contacts-now.js
var contacts_now = __webpack_require__(45812);
;// CONCATENATED MODULE: ./lib/commands/rollback/page-facts.js



/** What the HTML report shows besides the facts of the rollback. */
async function pageFacts(run, incident) {
    const { project, session, trust } = run;
    const entries = incident === null ? [] : await entriesOf(run, incident);
    return {
        entries,
        contacts: await (0,contacts_now/* contactsAt */.F)(project.config.contacts, session.context.clock.now()),
        links: [...linksOf(run), ...messageLinks(entries)],
        unsigned: trust.kind === 'signed' ? null : trust.reason,
    };
}
/** A record that cannot be read now must not take the place of the report. */
async function entriesOf({ session, project, approved }, { id }) {
    try {
        return await (0,record/* readEntries */.$2)(project.store, approved.environment, id);
    }
    catch (error) {
        session.context.log.warn(`The timeline of the report is without the incident: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        return [];
    }
}
function linksOf({ session, approval, manifest, release }) {
    const { repository, commit } = manifest;
    const deployed = release?.commit ?? null;
    const server = session.context.env.url('GITHUB_SERVER_URL', 'https://github.com');
    const page = (path) => `${server}/${repository ?? ''}/${path}`;
    return [
        ...(approval.url === null ? [] : [{ words: 'The run of this report', url: approval.url }]),
        ...(manifest.run === null ? [] : [{ words: 'The run that took the snapshot', url: manifest.run }]),
        ...(repository === null || commit === null
            ? []
            : [{ words: `The commit of the snapshot, ${commit.slice(0, 10)}`, url: page(`commit/${commit}`) }]),
        ...(repository === null || commit === null || deployed === null || deployed === commit
            ? []
            : [
                { words: 'What the deploy changed in the code', url: page(`compare/${commit}...${deployed}`) },
                { words: 'The pull request of the deploy', url: page(`pulls?q=${encodeURIComponent(`is:pr ${deployed}`)}`) },
            ]),
    ];
}
/** The messages about the incident that have an address. */
const messageLinks = (entries) => {
    const links = entries.flatMap(({ kind, data }) => kind === 'told' && data.ref !== null && URL.canParse(data.ref)
        ? [{ words: `The message in ${data.channel}`, url: data.ref }]
        : []);
    return [...new Map(links.map((one) => [one.url, one])).values()];
};

;// CONCATENATED MODULE: ./lib/commands/rollback/present.js















/** Writes the report and the result. Law 8: a file that cannot be written or drawn does not take the place of the outcome. */
async function present(run, { facts, incident }) {
    const { session, manifest } = run;
    const { masker } = session.context;
    const { out } = session.inputs;
    const { outcomes } = facts;
    const report = (0,rollback_report/* rollbackReport */.F3)(facts);
    const verdict = (0,report_outcome/* verdictOf */.Vj)(facts);
    const deployments = await switched(run, outcomes);
    const about = {
        title: report.title,
        commit: deployments.some((one) => one.commit === null) ? null : (deployments[0]?.commit ?? null),
        deployments,
        incident: incident && { id: incident.id, head: (0,chain/* headText */.W)(incident.head), quarantined: quarantinedBy(incident) },
    };
    const save = (name, text) => present_attempt(run, (0,external_node_path_.join)(out, name), async (path) => (0,promises_.writeFile)(path, masker.redact(await text())));
    const saveResult = async (files) => {
        const result = (0,result_file/* rollbackResult */.Ax)(facts, { ...about, report: files });
        await present_attempt(run, (0,external_node_path_.join)(out, 'result.json'), (path) => (0,result_file/* writeResult */.Zk)(path, masker.redact(JSON.stringify(result))));
        return result;
    };
    const markdown = await save('report.md', () => report.markdown);
    // Before the page, which takes the longest: \`record\` needs it, whatever ends this run.
    await saveResult({ markdown, html: null });
    const html = await save('report.html', async () => {
        const { htmlReport } = await __webpack_require__.e(/* import() */ 4959).then(__webpack_require__.bind(__webpack_require__, 94959));
        return htmlReport(facts, report, await pageFacts(run, incident));
    });
    const result = await saveResult({ markdown, html });
    return {
        exit: verdict === 'rolled-back' ? 0 : 1,
        json: result,
        text: [
            report.text,
            ...(markdown === null ? [] : [`Report: ${markdown}`]),
            ...(incident === null
                ? []
                : [`What is not yet normal: ${(0,command_line/* commandLine */.ay)(session, ['incident', 'show', incident.id])}`]),
        ].join('\n'),
        summary: report.markdown,
        outputs: {
            verdict,
            'snapshot-id': manifest.id,
            'report-path': html ?? markdown ?? '',
            changes: String(outcomes.length),
            ...(incident === null ? {} : { 'incident-id': incident.id }),
        },
    };
}
/** @param file relative to the repository. @returns it; null if it could not be written */
async function present_attempt({ session }, file, write) {
    try {
        (0,files/* makeFolder */.fc)(session.path(session.inputs.out));
        await write(session.path(file));
        return file;
    }
    catch (error) {
        session.context.log.warn(`${file} could not be written: ${(0,runtime_errors/* asRewindError */.m2)(error).message} The outcome stands.`);
        return null;
    }
}
const quarantinedBy = (status) => (0,incident_status/* openObligations */.CJ)(status).flatMap(({ kind, items, discharge }) => kind === 'quarantined-commit' ? items.map((commit) => ({ commit, lift: discharge })) : []);
/** The deployments that the plan switched; empty if it switched none. */
async function switched({ session, manifest, approved, resources, project }, outcomes) {
    const described = ({ id, provider }) => {
        const captured = manifest.resources.find((one) => one.id === id);
        return captured === undefined ? {} : (0,engine_provider/* describeState */.Jw)(provider, captured.state);
    };
    const isShared = project.resources.filter((resource) => described(resource).project !== undefined).length > 1;
    // From the approved plan: an earlier, interrupted run may have switched it.
    const changed = approved.changes.filter(({ stage }) => stage === 'deployment').map(({ resource }) => resource);
    return Promise.all(resources
        .filter(({ id }) => changed.includes(id))
        .map(async (resource) => {
        const failed = outcomes.some(({ status, change }) => status !== 'done' && change.stage === 'deployment' && change.resource === resource.id);
        const commit = failed ? null : await commitOf(resource, manifest, approved.recovers, session);
        return { resource: resource.id, project: described(resource).project ?? null, isShared, commit };
    }));
}
/** The commit of the deployment that a resource serves again; null if it is unknown. */
async function commitOf(resource, manifest, recovers, session) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (captured === undefined)
        return null;
    try {
        const goal = await (0,engine_goal/* goalOf */.Z)(resource, (0,live_plan/* parseState */.Bu)(resource, captured.state), recovers, (0,create_context/* forSnapshot */.C)(session.context, manifest));
        return (0,engine_provider/* describeState */.Jw)(resource.provider, goal).commit ?? null;
    }
    catch {
        // The report says what could not be read; only the page of GitHub is without the commit.
        return null;
    }
}

// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
;// CONCATENATED MODULE: ./lib/commands/rollback/preflight.js





/**
 * Opens the payloads that the plan needs, and compares them with the manifest: the plan shows what the manifest says, so what
 * would be written must be the same. Called before production is read, so that every secret in them is masked before a text
 * from outside can print.
 */
async function provePayloads(run) {
    const ctx = (0,create_context/* forSnapshot */.C)(run.session.context, run.manifest);
    if (writesNoPayload(run.approved))
        return [];
    const touched = new Set(run.approved.changes.map(({ resource }) => resource));
    return (0,engine_resources/* settleResources */.D6)(run.resources.filter(({ id }) => touched.has(id)), async (resource) => {
        const { provider, config } = resource;
        const state = provider.state.parse(capturedOf(run, resource).state);
        const source = sourceOf(run, resource);
        return (await provider.prove?.(config, state, (0,create_context/* forResource */.i_)(ctx, resource.id), source, 'contents')) ?? [];
    });
}
/**
 * The payloads are intact and open with the identity; the providers confirm that their changes would succeed.
 * @throws RewindError snapshot-corrupt, preflight-failed, and those of a provider
 */
async function preflight(run, plan, proofs) {
    const { project, manifest, session } = run;
    const touched = new Set(plan.changes.map(({ resource }) => resource));
    const fromSnapshot = !writesNoPayload(run.approved);
    const ctx = (0,create_context/* forSnapshot */.C)(session.context, manifest);
    const intact = new Set();
    const outcomes = await (0,engine_resources/* settleResources */.D6)(run.resources.filter(({ id }) => touched.has(id)), async (resource) => {
        const source = sourceOf(run, resource, intact);
        // The header proves that the identity opens it; the checksum covers the rest.
        if (fromSnapshot)
            for (const ref of source.refs)
                (await source.open(ref.name)).destroy();
        const proof = proofs.find((outcome) => outcome.resource.id === resource.id);
        if (proof?.error !== undefined)
            throw (0,runtime_errors/* asRewindError */.m2)(proof.error, resource.id);
        const { provider, config } = resource;
        const changes = plan.changes.filter((change) => change.resource === resource.id);
        const within = (0,create_context/* forResource */.i_)(ctx, resource.id);
        return [...(proof?.value ?? []), ...((await provider.preflight?.(config, changes, within, source)) ?? [])];
    });
    // What a provider has read to its end is intact; a damaged payload is not among it, and is named here.
    const problems = fromSnapshot ? await (0,payload_files/* checkPayloads */.M1)(project.store, manifest, touched, intact) : [];
    if (problems.length > 0) {
        throw new runtime_errors.RewindError('snapshot-corrupt', 'Sealed parts of the snapshot are damaged. This run changed nothing.', {
            problems,
        });
    }
    const errors = outcomes.flatMap(({ resource, value, error }) => {
        if (error !== undefined)
            return [(0,runtime_errors/* asRewindError */.m2)(error, resource.id)];
        return (value ?? [])
            .filter(({ level }) => level === 'error')
            .map(({ code, message, remedy }) => new runtime_errors.RewindError(code.endsWith('payload-differs') ? 'snapshot-corrupt' : 'preflight-failed', message, {
            resource: resource.id,
            remedy,
        }));
    });
    const [first] = errors;
    if (first && errors.length === 1)
        throw first;
    if (first) {
        throw new runtime_errors.RewindError('preflight-failed', `${errors.length} checks failed. This run changed nothing.`, {
            problems: errors.map((error) => `${error.resource ?? '?'}: ${(0,runtime_text/* sentences */.hC)(error.message, error.remedy)}`),
        });
    }
}
/** A mitigation changes what is live; only its lift returns to a snapshot. */
const writesNoPayload = ({ mitigates }) => mitigates?.lifts === false;
function capturedOf({ manifest }, resource) {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (!captured)
        throw new runtime_errors.RewindError('internal', `"${resource.id}" is planned but not in the snapshot.`);
    return captured;
}
/** @param intact gets the payloads that are read to their end */
function sourceOf(run, resource, intact) {
    return new payload_files/* SealedSource */._y(run.project.store, run.manifest, capturedOf(run, resource), run.project.identities, intact);
}

// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/commands/rollback/prove-lift.js





/**
 * Before the first change of a mitigation: signs what its lift without a person acts on. What cannot be signed does not stop
 * the mitigation; then a person lifts it.
 * @param note of the snapshot of the state before
 */
async function proveLift({ session, project, approved }, before, note) {
    const { mitigates, environment, digest } = approved;
    // After an interruption, the statement of the first run counts.
    if (mitigates?.lifts !== false || !(0,undo/* isWhole */.wP)(note))
        return;
    const { context: ctx } = session;
    try {
        const key = (0,sign_keys/* approvalSignerOf */.RS)(project, ctx);
        if (key === null)
            return;
        const begun = ctx.clock.now();
        const content = {
            environment,
            plan: digest,
            begunAt: begun.toISOString(),
            until: new Date(begun.getTime() + mitigates.minutes * 60_000).toISOString(),
            before: { id: before.id, digest: await (0,snapshot_files/* manifestDigest */.It)(project.store, environment, before.id) },
            resources: (0,lift_proof/* configurationDigest */.LL)(approved, project.resources),
        };
        await (0,lift_proof/* writeLiftProof */.to)(project.store, content, key);
    }
    catch (error) {
        ctx.log.warn(`The mitigation will not be lifted without a person: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
    }
}

// EXTERNAL MODULE: ./lib/engine/check-resources.js
var check_resources = __webpack_require__(91978);
// EXTERNAL MODULE: ./lib/report/plan-text.js
var plan_text = __webpack_require__(82367);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
;// CONCATENATED MODULE: ./lib/commands/rollback/after-lifts.js






/**
 * The approved plan, if it had been made after the lift of a mitigation that was in effect then: its changes begin where that
 * mitigation had begun, and do the same. Only mitigations count whose approval is proven.
 * @param now the plan of what production is now
 */
async function afterLifts(run, now) {
    const { approved } = run;
    const known = new Map(approved.changes.map((change) => [(0,engine_plan/* keyOf */.TN)(change), change]));
    const others = now.changes.flatMap((change) => {
        const was = known.get((0,engine_plan/* keyOf */.TN)(change));
        return was !== undefined && was.before !== change.before && doTheSame(was, change) ? [{ was, is: change }] : [];
    });
    if (others.length === 0)
        return approved;
    const eased = (await provenMitigations(run)).flatMap(({ changes }) => changes);
    const lifted = others.filter(({ was, is }) => eased.some((one) => (0,engine_plan/* keyOf */.TN)(one) === (0,engine_plan/* keyOf */.TN)(was) && one.after === was.before && one.before === is.before));
    return { ...approved, changes: approved.changes.map((one) => lifted.find(({ was }) => was === one)?.is ?? one) };
}
const doTheSame = (was, is) => was.after === is.after && was.target === is.target && (0,digest/* digestOf */.ol)(was.params) === (0,digest/* digestOf */.ol)(is.params);
async function provenMitigations({ project, session, approved: { environment } }) {
    const { store } = project;
    const { clock, log } = session.context;
    const found = await Promise.all((await (0,rollback_files/* rollbackDigests */.AA)(store, environment)).map(async (digest) => {
        try {
            const plan = await (0,rollback_files/* readApprovedPlan */.h6)(store, environment, digest);
            if (plan?.mitigates?.lifts !== false)
                return [];
            const proof = await (0,lift_proof/* findLiftProof */.Xi)(store, plan, (0,sign_keys/* approvalKeys */.gC)(project), clock.now());
            return typeof proof === 'string' ? [] : [plan];
        }
        catch (error) {
            log.debug(`The plan ${digest.slice(0, 12)} could not be read: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
            return [];
        }
    }));
    return found.flat();
}

;// CONCATENATED MODULE: ./lib/engine/reworded.js


/**
 * The approved plan in the words of this version of Rewind. The typed data of a change carry the approval; its text is made
 * of them and of the two states, so a later version may word it otherwise. Only a change with the same typed data gets the
 * other words; what this version sees otherwise stays as it was approved, and then counts as drift. Pure.
 *
 * @param then the plan that this version makes of the states of which `approved` was made: the snapshot, and production as an
 * earlier run of `approved` found it before its first change
 */
function reworded(approved, then) {
    const known = new Map(then.changes.map((change) => [(0,engine_plan/* keyOf */.TN)(change), change]));
    const changes = approved.changes.map((change) => {
        const same = known.get((0,engine_plan/* keyOf */.TN)(change));
        return same !== undefined && meaningOf(same) === meaningOf(change) ? same : change;
    });
    return { ...approved, changes };
}
/** A change may have them or not. */
const TEXTS = ['before', 'after', 'undo', 'closes', 'manual', 'byHand'];
const OTHERS = [...TEXTS, 'target', 'warnings', 'dataAtRisk', 'authors', 'since'];
/** All of a change but its text. That there is a text, and how many warnings, is more than another wording. */
function meaningOf(change) {
    return (0,digest/* digestOf */.ol)({
        typed: Object.fromEntries(Object.entries(change).filter(([key]) => !OTHERS.includes(key))),
        since: change.since?.restore ?? null,
        said: TEXTS.map((key) => (change[key] ?? null) !== null),
        warnings: change.warnings.length,
    });
}

;// CONCATENATED MODULE: ./lib/commands/rollback/reworded-plan.js





/**
 * The approved plan of another version of Rewind, as this one words it. What that version found before its first change is
 * in the snapshot that it took: the same states, so a text that differs is another wording, not another production. Databases
 * are not in that snapshot and keep their approved words.
 *
 * @param request of the comparison with what is live
 * @returns the plan as it was approved, if that snapshot was not taken or cannot be read
 */
async function inOurWords({ journal, project, session }, approved, request) {
    const taken = journal.log.previous.findLast(({ event, note }) => event === 'before' && (0,undo/* isWhole */.wP)(note ?? ''));
    if (taken === undefined)
        return approved;
    try {
        const before = await (0,choose/* findSnapshot */.Cb)(project.store, taken.what, project.origin);
        const resources = request.resources.filter(({ id, providerId, provider }) => provider.slow !== true && before.resources.some((one) => one.id === id && one.provider === providerId));
        return reworded(approved, await (0,live_plan/* planFromLive */.qY)({ ...request, resources, liveOf: before }));
    }
    catch (error) {
        session.context.log.debug(`The approved plan keeps its texts: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        return approved;
    }
}

// EXTERNAL MODULE: ./lib/commands/rollback/obstacles.js
var obstacles = __webpack_require__(48537);
// EXTERNAL MODULE: ./lib/commands/rollback/quarantine.js
var quarantine = __webpack_require__(26007);
;// CONCATENATED MODULE: ./lib/commands/rollback/recheck.js
















/** Laws 4 and 5: checks and captures everything again; the new plan must match the approved one. */
async function recheck(run) {
    const { session, project, approved, manifest, release, resources } = run;
    const { context: ctx } = session;
    const { database, scope, undoes, recovers, mitigates, includeLater, stays } = approved;
    const changed = new Set(approved.changes.map(({ resource }) => resource));
    // A database can only be restored, and nobody chose that: no drift in it stops this run. Rows take long to count, and the
    // verification counts them.
    const leftAsItIs = ({ provider }) => provider.slow === true && database !== 'restore' && undoes === null;
    const request = {
        ...project,
        resources: resources.filter((resource) => !leftAsItIs(resource)),
        ctx,
        manifest,
        database,
        scope,
        undoes,
        recovers,
        mitigates,
        release,
        includeLater,
        stays,
        approved,
    };
    const [findings, found] = await Promise.all([
        // What is found of another resource is not in the way.
        (0,check_resources/* checkResources */.E)(resources.filter(({ id, provider }) => changed.has(id) && provider.preflightIsEnough !== true), (0,create_context/* forSnapshot */.C)(ctx, manifest)),
        (0,live_plan/* planFromLive */.qY)(request),
        warmUp(run),
    ]);
    // An interrupted run of this plan restored the data: a second restore would take away what was written since.
    const written = (0,engine_drift/* writtenSinceRestore */.kb)(approved, found);
    const now = (0,engine_plan/* withoutChanges */.MT)(found, written);
    await (0,quarantine/* assertNotQuarantined */.c)(session, project, now, manifest, resources, (0,create_context/* forSnapshot */.C)(ctx, manifest));
    const errors = findings.filter(({ level, resource, code }) => level === 'error' && (0,obstacles/* isInTheWay */.M5)(resource, code, now.changes));
    (0,obstacles/* assertNothingInTheWay */.F0)([...errors, ...(await (0,obstacles/* backupObstacles */.fi)(project, now, (0,create_context/* forSnapshot */.C)(ctx, manifest)))]);
    if (now.snapshotDigest !== approved.snapshotDigest) {
        throw new runtime_errors.RewindError('plan-mismatch', `Snapshot ${manifest.id} changed after the plan was made.`);
    }
    if (session.inputs.approval === 'expedited')
        (0,gate/* assertExpedited */.ZN)(session, project.config, now, manifest, run.trust);
    const drift = await driftSince(run, now, request);
    if (drift.length > 0) {
        const file = besidePlan(session.inputs.plan);
        const next = written.length === 0 ? now : await (0,live_plan/* planFromLive */.qY)(besideRestored(request, now, written));
        await (0,publish_plan/* writePlan */.pD)(session, next, file);
        ctx.log.info(`\n${(0,plan_text/* planText */.Pt)(next)}\n`);
        const begun = run.journal.log.wasBegun() ? ' An earlier run of this plan made changes or began them.' : '';
        const message = `Production changed after the plan was made. This run changed nothing.${begun}`;
        throw new runtime_errors.RewindError('plan-drift', message, {
            problems: drift,
            remedy: `${otherVersion(approved, now)}Review the new plan and get it approved. To apply it: ${(0,publish_plan/* rollbackCommand */.Ct)(session, next, file)}`,
        });
    }
    return now;
}
/** What is left beside a restore that is done. In a plan of its own, the rows written since would be a reason to restore again. */
function besideRestored(request, { changes }, written) {
    if (changes.every(({ database }) => database === undefined))
        return { ...request, database: 'none' };
    const resources = request.resources.filter(({ id }) => !written.some(({ resource }) => resource === id));
    const ids = resources.flatMap(({ id, backsUp }) => (backsUp === undefined ? [id] : []));
    return { ...request, resources, scope: request.scope?.filter((id) => ids.includes(id)) ?? ids };
}
/** The differences between what was approved and what is planned now, whatever version of Rewind worded the approved plan. */
async function driftSince(run, now, request) {
    const [approved, begun] = await Promise.all([afterLifts(run, now), begunBefore(run)]);
    const drift = (0,engine_drift/* driftOf */.$p)(approved, now, begun);
    if (drift.length === 0 || approved.program === now.program)
        return drift;
    return (0,engine_drift/* driftOf */.$p)(await inOurWords(run, approved, request), now, begun);
}
/** Another version may only word a change otherwise. */
const otherVersion = ({ program }, now) => program === now.program
    ? ''
    : `Rewind ${program} made the approved plan and began it; this is Rewind ${now.program}, whose texts may differ. That version may go on without another approval. Or: `;
/**
 * Sends the reads of the pre-flight at the same time as those of the drift check, so that it need not wait for them: the
 * reads of a run are shared. What they say is judged there.
 */
async function warmUp({ session, resources, approved, manifest }) {
    const ctx = (0,create_context/* forSnapshot */.C)(session.context, manifest);
    await (0,engine_resources/* settleResources */.D6)(resources.filter(({ provider }) => provider.preflightIsEnough === true), async ({ id, provider, config }) => {
        const changes = approved.changes.filter(({ resource }) => resource === id);
        await provider.preflight?.(config, changes, (0,create_context/* forResource */.i_)(ctx, id), null);
    });
}
/**
 * What earlier runs of this plan began. A change that another plan began after them is no interrupted work any more:
 * production may be what that plan made of it.
 */
async function begunBefore({ journal, project, approved }) {
    const { previous } = journal.log;
    if (!journal.log.wasBegun())
        return (0,engine_journal/* begunIn */.ZQ)(previous);
    const others = await (0,rollback_files/* otherJournals */.rl)(project.store, approved.environment, approved.digest);
    return (0,engine_journal/* begunIn */.ZQ)(previous, (0,engine_journal/* overtakenIn */.Vk)(previous, others, 'begin'));
}
/** The approved plan stays where it is: the same rollback may be started again. */
const besidePlan = (file) => `${file.replace(/\.json$/, '')}-new.json`;

// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/commands/rollback/undo-snapshot.js
var undo_snapshot = __webpack_require__(16410);
;// CONCATENATED MODULE: ./lib/commands/rollback/meanwhile.js








/**
 * What went live between the checks of a rollback and its switch. Corrects the snapshot that the undo returns to, once.
 * Never throws: the rollback goes on.
 */
async function wentLiveMeanwhile(run) {
    const { session } = run;
    try {
        return await find(run);
    }
    catch (error) {
        if (!session.context.signal.aborted) {
            session.context.log.warn(`Whether something went live between the checks and the switch could not be read: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        }
        return [];
    }
}
async function find(run) {
    const { session, project, approved, resources, journal } = run;
    const entries = journal.log.entries();
    const id = (0,undo/* stateAtChecks */.i9)(entries);
    const begun = new Set(entries.flatMap(({ event, what }) => (event === 'begin' ? [what] : [])));
    const switches = approved.changes.filter((change) => change.stage === 'deployment' && begun.has((0,engine_plan/* keyOf */.TN)(change)));
    const switched = resources.filter((resource) => resource.provider.capabilities?.replaced !== undefined && switches.some((one) => one.resource === resource.id));
    if (id === null || switched.length === 0)
        return [];
    const before = await (0,choose/* findSnapshot */.Cb)(project.store, id, project.origin);
    const ctx = (0,create_context/* forSnapshot */.C)(session.context, before);
    const found = await Promise.all(switched.map(async (resource) => {
        const captured = before.resources.find((one) => one.id === resource.id);
        if (captured === undefined)
            return [];
        const { provider, config } = resource;
        const changes = switches.filter((one) => one.resource === resource.id);
        const state = (0,live_plan/* parseState */.Bu)(resource, captured.state);
        const answer = await provider.capabilities?.replaced?.(config, (0,create_context/* forResource */.i_)(ctx, resource.id), state, changes);
        return answer ? [{ captured, ...answer }] : [];
    }));
    const all = found.flat();
    const corrected = all.flatMap(({ captured, state }) => state === null ? [] : [{ ...captured, state: (0,json/* toJson */.aB)(state) }]);
    const returns = corrected.length > 0 && (await correct(run, before, corrected));
    return all.map(({ captured, expected, replaced, state }) => ({
        resource: captured.id,
        expected,
        replaced,
        undoReturns: returns && state !== null,
    }));
}
/** @returns whether an undo returns to the corrected state */
async function correct(run, before, corrected) {
    const { session, project, approved, journal } = run;
    // The permission to lift a mitigation without a person was signed before the switch. It names the uncorrected snapshot.
    if (approved.mitigates !== undefined)
        return false;
    const entries = journal.log.entries();
    if (entries.some(({ event }) => event === 'replaced'))
        return true;
    // A backup of the databases holds the pre-rollback state, and an undo returns to it.
    if (entries.some(({ event }) => event === 'backup'))
        return false;
    const own = new Map(corrected.map((one) => [one.id, one]));
    const resources = before.resources.map((one) => own.get(one.id) ?? one);
    const manifest = await (0,undo_snapshot/* correctedBefore */.Pi)({ session, project }, { ...before, resources });
    const { note } = entries.findLast(({ event, what }) => event === 'before' && what === before.id) ?? {};
    journal.log.record('replaced', manifest.id, note);
    await journal.persist();
    return true;
}

;// CONCATENATED MODULE: ./lib/commands/rollback/rehearse.js




/**
 * Carries out, on a copy of the database, the changes that a provider can rehearse. A failure there stops them before
 * production is changed.
 * @param backup holds the database as it is now
 * @throws RewindError of the change that failed, or why there is no copy
 */
async function rehearse({ session, project, resources }, backup, changes) {
    const ctx = (0,create_context/* forSnapshot */.C)(session.context, backup);
    const all = [...project.resources, ...project.backups];
    for (const change of changes) {
        const resource = resources.find(({ id }) => id === change.resource);
        const able = resource?.provider.capabilities?.database;
        if (change.database !== 'up' || resource === undefined || able?.rehearse === undefined)
            continue;
        const database = (0,engine_resources/* databaseOf */.zJ)(resource, ctx);
        const holder = all.find((other) => other.provider.capabilities?.database?.withCopy !== undefined && (0,engine_resources/* databaseOf */.zJ)(other, ctx) === database);
        const captured = backup.resources.find(({ id }) => id === holder?.id);
        if (holder === undefined || captured === undefined) {
            ctx.log.warn(`${change.target}: not tried on a copy, because no provider can make one.`);
            continue;
        }
        const source = new payload_files/* SealedSource */._y(project.store, backup, captured, project.identities);
        const within = (0,create_context/* forResource */.i_)(ctx, holder.id);
        await holder.provider.capabilities?.database?.withCopy?.(holder.config, (0,live_plan/* parseState */.Bu)(holder, captured.state), within, source, async (copy) => able.rehearse?.(resource.config, change, (0,create_context/* forResource */.i_)(ctx, resource.id), copy));
        ctx.log.info(`${change.target}: tried on a copy of the database`);
    }
}

;// CONCATENATED MODULE: ./lib/commands/rollback/save-failure.js



/** For the job that records the rollback in GitHub: it must say why the rollback stopped. */
async function saveFailure(session, thrown) {
    const { run, inputs, context } = session;
    if (run === null)
        return;
    const said = (0,result_file/* rollbackFailure */.Df)((0,runtime_errors/* asRewindError */.m2)(thrown), { url: run.url, attempt: run.attempt });
    const complete = (text) => (0,command_line/* completeText */.Pl)(session, text);
    const failure = {
        ...said,
        message: complete(said.message),
        remedy: complete(said.remedy),
        problems: said.problems.map(complete),
    };
    const path = session.path(`${inputs.out}/result.json`);
    await (0,result_file/* writeResult */.Zk)(path, context.masker.redact(JSON.stringify(failure))).catch(
    // The error itself is what counts.
    () => undefined);
}

;// CONCATENATED MODULE: ./lib/commands/rollback/execute.js



























/** Changes nothing before `apply`. */
async function execute(session) {
    const timeline = new report_timeline/* Timeline */.K(session.context.clock);
    try {
        const begun = await timeline.step('plan and approval', () => (0,begin/* begin */.q)(session)).catch(unchanged/* stopUnchanged */.y);
        return await carryOut(session, timeline, begun);
    }
    catch (error) {
        await saveFailure(session, error);
        throw error;
    }
}
/** Carries an approved plan out, verifies it and reports it. Closes the journal. */
async function carryOut(session, timeline, begun) {
    const { project, approved, journal } = begun;
    const resources = (0,engine_resources/* inScope */.SB)([...project.resources, ...project.backups], approved.scope);
    (0,undo_snapshot/* announceUpload */.xj)(session, 'rollback', (0,artifact_names/* rollbackArtifact */.Rr)(project.config.store, approved.environment, approved.digest));
    (0,uploads/* announceIndex */.s)(session, project, 'records');
    session.setOutput('retention-days', String((0,artifact_names/* retentionDays */.Ol)(project.config)));
    const watch = watchBeside({ session, resources, ...begun });
    const teller = (0,tell/* tellBeside */.Ku)(session, project);
    try {
        const { run, concluded } = await (0,environment_lock/* underLock */.yP)(session, project, 'rollback', approved.digest, async (lock) => {
            journal.log.locked(approved.digest, lock.order);
            const own = { session, resources, lock, timeline, teller, ...begun };
            return { run: own, concluded: await rollBack(own) };
        });
        // Without the lock: if production has not recovered, nobody must wait for the end of the watch.
        return await present(run, await told(run, await watched(run, concluded, await watch)));
    }
    catch (error) {
        // A run without a report: what was begun is ended.
        (0,tell/* warnOfUntold */.A2)(session, await teller.finish());
        throw journal.log.cameToFirstChange() ? error : (0,unchanged/* unchanged */.C)(error);
    }
    finally {
        journal.log.close();
        void watch.then((beside) => beside?.stop());
    }
}
/**
 * Runs the configured probes from now on. Nothing waits for them, and nothing is loaded without them.
 * @returns null without probes, and for maintenance; never rejects
 */
async function watchBeside(run) {
    const { probes, monitor } = run.project.config;
    if (probes.length === 0 || monitor['after-rollback-minutes'] === 0)
        return null;
    const { mitigates } = run.approved;
    // Users get the maintenance page: each probe fails, as intended.
    if (mitigates?.lifts === false && mitigates.measure.kind === 'maintenance')
        return null;
    try {
        const { beginWatch } = await Promise.all(/* import() */[__webpack_require__.e(8646), __webpack_require__.e(8455)]).then(__webpack_require__.bind(__webpack_require__, 88455));
        return beginWatch(run);
    }
    catch (error) {
        run.session.context.log.warn(`The probes could not run: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        return null;
    }
}
/** Adds what the probes say after the verification. */
async function watched(run, concluded, watch) {
    if (watch === null)
        return concluded;
    const { session } = run;
    const { facts, incident } = concluded;
    const found = await watch.conclude(facts.ok ? null : 'not watched, because the changes are not complete');
    if (found.proof !== null) {
        const file = `${session.inputs.out}/recovery.json`;
        await (0,files/* writeOutput */.zh)('out', session.path(file), `${JSON.stringify(found.proof)}\n`).catch((error) => {
            session.context.log.warn(`${file} could not be written: ${(0,runtime_errors/* asRewindError */.m2)(error).message} The outcome stands.`);
        });
    }
    return {
        facts: { ...facts, watched: found },
        incident: incident === null ? null : await recordWatch(run, incident, found),
    };
}
/** Adds what became of the messages. */
async function told({ teller, timeline }, { facts, incident }) {
    return { facts: { ...facts, told: await timeline.step('messages', () => teller.finish()) }, incident };
}
async function rollBack(run) {
    const { session, journal, timeline, approved } = run;
    try {
        const proofs = await timeline.step('sealed values', () => provePayloads(run));
        const reading = readingOnce(run);
        const held = (0,undo_snapshot/* holdBefore */.PG)(inPart(reading), comparedWith(run));
        // The record names the command that finishes this rollback; on another machine it needs the plan.
        const kept = journal.persist();
        // Both are awaited below. What recheck finds matters more than a capture or a store that fails.
        held.catch(() => undefined);
        kept.catch(() => undefined);
        const plan = await timeline.step('checks and drift', () => recheck(reading));
        await timeline.step('pre-flight', () => preflight(reading, plan, proofs));
        await kept;
        let saved = null;
        if (plan.changes.length === 0)
            await recordByHand(run, plan);
        else
            [saved] = await (0,flow/* bothOf */.v_)(takeBefore(run, plan, held), recordBegin(run));
        const outcomes = await execute_apply(run, plan, saved);
        const live = await timeline.step('verification', () => reread(run));
        return await conclude(run, plan, outcomes, live, await wentLiveMeanwhile(run));
    }
    catch (error) {
        if (!journal.log.cameToFirstChange())
            journal.log.refused(approved.digest, (0,runtime_errors/* asRewindError */.m2)(error).code);
        throw error;
    }
    finally {
        // A store that fails now, also because the run was cancelled, must not take the place of the report.
        await journal.persist().catch((error) => {
            session.context.log.warn(`The journal could not be copied to the store: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        });
    }
}
/** The drift check, the pre-flight and the pre-rollback snapshot share their reads, because nothing is written yet. */
function readingOnce(run) {
    const { session } = run;
    return { ...run, session: { ...session, context: (0,create_context/* sharingReads */.G2)(session.context, 10_000) } };
}
/** A mitigation needs only the state of what it changes: a resource that cannot be read must not delay it. */
const inPart = (run) => run.approved.mitigates === undefined
    ? run
    : { ...run, project: { ...run.project, resources: [...run.resources], backups: [] } };
/** The snapshot whose state decides what a capture before the rollback must contain; null: everything. */
const comparedWith = ({ approved, manifest }) => approved.undoes === null && approved.recovers === undefined && approved.mitigates === undefined ? manifest : null;
/** Writes the snapshot that the undo returns to, and records its id. */
async function takeBefore(run, plan, held) {
    const manifest = await run.timeline.step('pre-rollback snapshot', async () => (await held)());
    const note = (0,undo/* noteOf */.kH)(run.approved, plan, () => true);
    run.journal.log.record('before', manifest.id, note);
    await proveLift(run, manifest, note);
    return manifest;
}
/** The same with the databases, directly before they are changed. */
async function takeBackup(run, plan, before, changes) {
    const { session, project, journal, timeline, approved } = run;
    // The backup becomes what the undo returns to.
    await wentLiveMeanwhile(run);
    const manifest = await timeline.step('backup before database', async () => (0,undo_snapshot/* backupBefore */.eg)({ session, project }, changes, await firstBefore(run, before)));
    if (manifest === null)
        return;
    journal.log.record('backup', manifest.id, (0,undo/* noteOf */.kH)(approved, plan, ({ backupFirst }) => backupFirst === true));
    // On another machine, an undo knows only what is in the store.
    await journal.persist();
    if (changes.some(({ database }) => database === 'up'))
        await timeline.step('rehearsal', () => rehearse(run, manifest, changes));
}
/** The snapshot before the first run of this rollback; that of this run if it cannot be read. */
async function firstBefore({ project, journal, session }, own) {
    const id = (0,undo/* stateBefore */.L9)(journal.log.entries().filter(({ event }) => event !== 'backup'));
    if (id === null || id === own?.id)
        return own;
    return (0,choose/* findSnapshot */.Cb)(project.store, id, project.origin).catch((error) => {
        session.context.log.warn(`Snapshot ${id} could not be read: ${(0,runtime_errors/* asRewindError */.m2)(error).message}`);
        return own;
    });
}
async function execute_apply(run, plan, before) {
    const { session, manifest, journal, timeline } = run;
    journal.log.record('run', plan.digest, `${(0,approval_record/* describeApproval */.x)(run.approval)}; run ${run.approval.url ?? 'on a command line'}`);
    const outcomes = await (0,apply/* applyPlan */.g)({
        plan,
        resources: run.resources,
        ctx: (0,create_context/* forSnapshot */.C)(session.context, manifest),
        sourceOf: (resource) => sourceOf(run, resource),
        journal: journal.log,
        beforeStage: async (_stage, changes) => {
            await (0,flow/* bothOf */.v_)(run.lock.assertHeld(), journal.persist());
            if (changes.some(({ backupFirst }) => backupFirst === true))
                await takeBackup(run, plan, before, changes);
        },
        onChange: (change, from, to) => timeline.add(`${change.resource}: ${change.target}`, from, to),
    });
    journal.log.record('finish', plan.digest, outcomes.every(({ status }) => status === 'done') ? 'done' : 'incomplete');
    return outcomes;
}


/***/ }),

/***/ 16410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ holdBefore),
/* harmony export */   Pi: () => (/* binding */ correctedBefore),
/* harmony export */   eg: () => (/* binding */ backupBefore),
/* harmony export */   xj: () => (/* binding */ announceUpload)
/* harmony export */ });
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21223);
/* harmony import */ var _engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17732);
/* harmony import */ var _store_artifact_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50918);
/* harmony import */ var _backup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73009);




/** Sets the outputs immediately, so that the next step uploads the directory even if this one is killed. */
function announceUpload(session, what, upload) {
    if (upload === null)
        return;
    session.setOutput(`${what}-artifact`, upload.name);
    session.setOutput(`${what}-path`, upload.path);
}
/**
 * Law 6: a rollback can be undone. Captures everything but the databases, also what is out of scope; of a database only
 * which one it is: a rollback that exchanges it keeps it.
 * @param compared the snapshot that the rollback returns to, if its state decides what a capture must tell
 * @returns what writes the snapshot; until then, nothing of it is in the store
 */
async function holdBefore(taking, compared) {
    const { resources, backups } = taking.project;
    const request = requestOf(taking, {
        resources: resources.filter(({ provider }) => provider.slow !== true),
        references: [...resources, ...backups].filter(({ provider }) => provider.slow === true && provider.capabilities?.reference !== undefined),
        // A database that an interrupted restore closed is what this rollback repairs.
        leaveOut: ['database-fenced'],
    });
    const write = await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .holdSnapshot */ .S)({ ...request, compared });
    return async () => announced(taking, 'undo-config', await write());
}
/**
 * Backs up the databases of the changes that ask for it, directly before them.
 * @param before the snapshot before the rollback, which becomes a part of this one; null for none
 * @returns null if there is nothing to back up
 */
async function backupBefore(taking, changes, before) {
    const { project, session } = taking;
    const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
    const resources = [
        ...(0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withSharedDatabases */ .s2)(project.resources, asking, session.context).filter(({ provider }) => provider.slow === true),
        ...(0,_backup_js__WEBPACK_IMPORTED_MODULE_2__/* .backupsFor */ .B)(project, changes),
    ];
    if (resources.length === 0)
        return null;
    return announced(taking, 'undo-database', await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W)(requestOf(taking, { resources, including: before })));
}
/** Writes a snapshot before a rollback once more, with states that were corrected. */
const correctedBefore = async (taking, including) => announced(taking, 'undo-config', await (0,_engine_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .takeSnapshot */ .W)(requestOf(taking, { resources: [], including })));
function requestOf({ session, project }, what) {
    const { resources, references = [], including } = what;
    return {
        ...what,
        scope: [...new Set([...resources, ...references, ...(including?.resources ?? [])].map(({ id }) => id))],
        store: project.store,
        ctx: session.context,
        origin: project.origin,
        reason: 'pre-rollback',
        recipients: project.config.seal.recipients,
        identities: [],
        // The approved job does not hold the signing key: the undo of this rollback needs a review.
        signKeys: [],
        signer: null,
    };
}
function announced({ session, project }, output, manifest) {
    announceUpload(session, output, (0,_store_artifact_names_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotArtifact */ .Pm)(project.config.store, manifest.environment, manifest.id));
    const held = manifest.resources.map(({ id }) => id).join(', ');
    // Before a database is backed up, there may be nothing else to hold.
    if (held !== '')
        session.context.log.info(`Snapshot ${manifest.id} holds the state before the first change of this run (${held}).`);
    return manifest;
}


/***/ }),

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LL: () => (/* binding */ configurationDigest),
/* harmony export */   Xi: () => (/* binding */ findLiftProof),
/* harmony export */   to: () => (/* binding */ writeLiftProof)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17761);
/* harmony import */ var _rollback_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28230);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90960);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78101);






/** What the approved job states of a mitigation before its first change. The lift without a person acts on nothing else. */
const proof = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rewind-lift-proof'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    /** Digest of the plan of the mitigation. */
    plan: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    begunAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** End of the time limit. */
    until: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** The snapshot of the state before, and SHA-256 of its manifest. */
    before: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    /** SHA-256 of the configuration of the resources that the plan changes. */
    resources: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
});
/** A proof as it lies in the store: the signed text, and its signature in the format of minisign. */
const signed = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ statement: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), signature: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/** Beside plan and journal. One for each snapshot that was taken before anything of the mitigation was done. */
const NAME = /^lift-[0-9A-Za-z-]+\.json$/;
const commentOf = ({ plan, environment, begunAt }) => `rewind lift of ${plan} in ${environment}, begun ${begunAt}`;
/** How long after the time limit a proof counts. An older one could be put back into the store. */
const VALID_MS = 24 * 3_600_000;
/** SHA-256 of the configuration of the resources that a plan changes. One that is not configured any more is null in it. */
function configurationDigest(plan, resources) {
    const ids = [...new Set(plan.changes.map(({ resource }) => resource))].sort();
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(ids.map((id) => resources.find((resource) => resource.id === id)?.config ?? null));
}
/** Signs a proof and writes it beside the plan. @throws RewindError store-write-failed */
async function writeLiftProof(store, content, key) {
    const stated = { kind: 'rewind-lift-proof', schemaVersion: 1, ...content };
    const statement = JSON.stringify(stated);
    const signature = (0,_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .signContent */ .fv)(Buffer.from(statement), key, commentOf(stated));
    const { environment, plan, before } = stated;
    await store.put((0,_rollback_files_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackFile */ .NV)(environment, plan, `lift-${before.id}.json`), Buffer.from(`${JSON.stringify({ statement, signature }, null, 2)}\n`));
}
/**
 * The newest proof of a mitigation that one of these keys signed.
 * @param keys minisign public keys (sign.approval-keys)
 * @returns a clause of why there is none, e.g. "the configuration has no sign.approval-keys"
 */
async function findLiftProof(store, { environment, digest }, keys, now) {
    if (keys.length === 0)
        return 'the configuration has no sign.approval-keys';
    const folder = (0,_rollback_files_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackFile */ .NV)(environment, digest, '');
    const listed = (await store.list(folder.slice(0, -1))).filter(({ key }) => NAME.test(key.slice(folder.length)));
    // One that somebody planted does not hide the true one.
    const read = await Promise.all(listed.map(async ({ key }) => verified((await (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimited */ .tk)(await store.open(key), key)).toString('utf8'), keys)));
    const own = read.flatMap((one) => typeof one !== 'string' && one.environment === environment && one.plan === digest ? [one] : []);
    const newest = own.sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_6__/* .inOrder */ .al)(b.begunAt, a.begunAt))[0];
    if (newest === undefined) {
        return (read.find((one) => typeof one === 'string') ?? 'the approved job left no signed statement of it in the store');
    }
    if (now.getTime() > Date.parse(newest.until) + VALID_MS) {
        return `its time limit was ${newest.until}, and the approval covers the lift for 24 hours after it`;
    }
    return newest;
}
/** @returns why it does not count */
function verified(text, keys) {
    try {
        const { statement, signature } = signed.parse(JSON.parse(text));
        const found = (0,_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyContent */ .yS)(Buffer.from(statement), signature, keys);
        if (found === 'unknown-key')
            return 'a key that is not in sign.approval-keys signed it';
        if (typeof found === 'string')
            return 'its signature does not belong to it';
        const stated = proof.parse(JSON.parse(statement));
        return found.comment === commentOf(stated) ? stated : 'its signature belongs to another statement';
    }
    catch {
        return 'the signed statement of it is damaged';
    }
}


/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ assertProven)
/* harmony export */ });
/* harmony import */ var _runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87895);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



/** Codes that prove damage. Any other failure says only that the proof could not be made. */
const DAMAGE = new Set([
    'snapshot-corrupt',
    'seal-corrupt',
    'dump-unreadable',
    'restore-mismatch',
]);
/** Also `payload-differs`, and the code of a provider that ends with it. */
const isDamage = (code) => DAMAGE.has(code) || code.endsWith('payload-differs');
/**
 * Passes if no finding is an error. A missing credential or a wrong identity is not a damaged snapshot: somebody would
 * throw a good backup away.
 * @throws RewindError snapshot-corrupt for damage; the code of the failures if they share one; else snapshot-unproven
 */
function assertProven(snapshot, findings) {
    const errors = findings.filter(({ level }) => level === 'error');
    const [first, ...more] = errors;
    if (!first)
        return;
    const problems = errors.map(({ resource, message, remedy, code }) => `${resource}: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sentences */ .hC)(message, remedy ?? '')} (${code})`);
    if (errors.some(({ code }) => isDamage(code))) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('snapshot-corrupt', `Snapshot ${snapshot} cannot be restored.`, { problems });
    }
    const codes = new Set(errors.map(({ code }) => code));
    const code = codes.size === 1 && isErrorCode(first.code) ? first.code : 'snapshot-unproven';
    if (more.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(code, `Snapshot ${snapshot} could not be proven: ${first.message}`, {
            resource: first.resource,
            remedy: first.remedy,
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError(code, `Snapshot ${snapshot} could not be proven in ${errors.length} resources.`, { problems });
}
const isErrorCode = (code) => Object.hasOwn(_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .OQ, code);


/***/ }),

/***/ 76314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readBack),
/* harmony export */   j: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85836);
/* harmony import */ var _payload_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92684);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21223);





/**
 * Checks all payloads, and proves those of the resources; without an identity it only checks. Reads each payload once: a proof
 * reads payloads to their end, and the check reads only the others. A restore carries out what a dump says, so before that
 * the check reads all, and a damaged snapshot is not restored.
 *
 * @throws RewindError of the store, if it cannot be read
 */
async function readBack(request) {
    const { store, manifest, identities, depth } = request;
    const intact = new Set();
    const prove = async () => identities.length === 0 ? [] : proveSnapshot({ ...request, intact });
    if (depth === 'restorable') {
        const damaged = await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPayloads */ .M1)(store, manifest);
        return { damaged, findings: damaged.length > 0 ? [] : await prove() };
    }
    const findings = await prove();
    return { findings, damaged: await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPayloads */ .M1)(store, manifest, undefined, intact) };
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .settleResources */ .D6)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities, request.intact);
        (0,_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .assertSameProvider */ .Wo)(resource, captured.provider);
        const state = (0,_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_3__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}


/***/ }),

/***/ 17732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ holdSnapshot),
/* harmony export */   W: () => (/* binding */ takeSnapshot)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33220);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(78101);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94365);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8540);
/* harmony import */ var _read_back_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76314);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(21223);
/* harmony import */ var _payload_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92684);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(84346);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(90960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(89952);














function headOf({ ctx, including, compared, after }) {
    // The fingerprints of the included states have the salt of their snapshot, and those of two snapshots that are compared
    // need the same one.
    const salt = including?.salt ?? after?.salt ?? compared?.salt ?? ctx.randomHex(16);
    // One time for the id and the manifest, from before the captures: a backup may take hours.
    const takenAt = ctx.clock.now();
    return { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .snapshotIdAt */ .P1)(takenAt, ctx.randomHex(2)), salt, takenAt };
}
/**
 * Captures all resources in parallel, writes the snapshot and verifies it (law 9). Removes it after a failure.
 * @throws RewindError snapshot-incomplete with one line per resource that failed; snapshot-corrupt; store errors
 */
function takeSnapshot(request) {
    const head = headOf(request);
    return wholeOrGone(request, head, async () => {
        return writeSnapshot(request, head, await captureAndMeasure(request, head));
    });
}
/** Objects that are written at once. */
const WRITES_AT_ONCE = 8;
/**
 * Captures all resources in parallel. Their payloads stay in memory, so only for resources whose payloads are small.
 * @returns what writes and verifies the snapshot, and removes it after a failure; until then, nothing of it is in the store
 * @throws RewindError snapshot-incomplete with one line per resource that failed
 */
async function holdSnapshot(request) {
    const { store } = request;
    const head = headOf(request);
    const held = new Map();
    const memory = {
        put: async (key, content) => {
            const bytes = content instanceof Uint8Array ? Buffer.from(content) : await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(content);
            held.set(key, bytes);
            return { key, bytes: bytes.length };
        },
    };
    const captured = await captureAll(request, head, memory);
    return () => wholeOrGone(request, head, async () => {
        await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_3__/* .mapLimited */ .bB)([...held], WRITES_AT_ONCE, ([key, content]) => store.put(key, content));
        return writeSnapshot(request, head, { captured, baselines: null, mitigated: [] });
    });
}
/** What fails leaves nothing of the snapshot in the store. */
async function wholeOrGone({ store, ctx, origin }, { id }, work) {
    try {
        return await work();
    }
    catch (error) {
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__/* .removeSnapshot */ .Bw)(store, origin.environment, id).then(() => {
            // Who frees disk space must know that this snapshot takes none.
            if ((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error).code === 'disk-full')
                ctx.log.info(`The unfinished snapshot ${id} was removed.`);
        }, (cleanup) => {
            ctx.log.warn(`The unfinished snapshot ${id} could not be removed: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(cleanup).message}`);
        });
        throw error;
    }
}
async function writeSnapshot(request, { id, salt, takenAt }, { captured, baselines, mitigated }) {
    const { store, origin, after, signer } = request;
    // The undo of a rollback names its snapshot: no time chooses it, and no clock may stop a rollback. A release capture comes
    // with an alarm, which must not fail.
    if (request.reason !== 'pre-rollback' && request.reason !== 'release')
        (0,_trust_js__WEBPACK_IMPORTED_MODULE_12__/* .assertClock */ .R7)(request.ctx);
    const manifest = {
        kind: 'rewind-snapshot',
        schemaVersion: _manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_VERSION */ .hh,
        id,
        salt,
        createdAt: takenAt.toISOString(),
        writtenBy: origin.version,
        environment: origin.environment,
        repository: origin.repository,
        commit: origin.commit,
        run: origin.run,
        actor: origin.actor,
        event: origin.event,
        reason: request.reason,
        ...(after
            ? { after: { snapshot: after.id, digest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__/* .manifestDigest */ .It)(store, after.environment, after.id) } }
            : {}),
        ...(request.override ? { override: request.override } : {}),
        ...(mitigated.length === 0 ? {} : { mitigated: [...mitigated] }),
        recipients: [...request.recipients],
        scope: request.scope === null ? null : [...request.scope],
        resources: [...captured, ...(await included(request, id))],
        ...(baselines === null ? {} : { baselines: [...baselines] }),
    };
    await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_11__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_12__/* .commentOf */ .vm)(manifest))));
    await verifyWritten(request, manifest);
    return manifest;
}
/** A capture that fails ends the measurement, which takes longer. */
async function captureAndMeasure(request, head) {
    const stop = new AbortController();
    const measuring = request.measure?.(AbortSignal.any([request.ctx.signal, stop.signal])) ?? null;
    measuring?.catch(() => undefined);
    const mitigated = request.mitigated?.() ?? [];
    try {
        return {
            captured: await captureAll(request, head, request.store),
            baselines: await measuring,
            mitigated: await mitigated,
        };
    }
    finally {
        stop.abort();
    }
}
/** @param store for the payloads */
async function captureAll(request, head, store) {
    const { resources, origin, recipients } = request;
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forSnapshot */ .C)(request.ctx, head);
    const { clock } = ctx;
    const { references = [] } = request;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_8__/* .settleResources */ .D6)([...resources, ...references], async (resource) => {
        const saved = request.compared?.resources.find(({ id }) => id === resource.id)?.state;
        const sink = new _payload_files_js__WEBPACK_IMPORTED_MODULE_9__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id, saved);
        const start = clock.monotonic();
        const { provider, config } = resource;
        const within = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, resource.id);
        const captured = references.includes(resource)
            ? await provider.capabilities?.reference?.(config, within)
            : await provider.capture(config, within, sink);
        // Through JSON and the schema, because the snapshot is read back that way.
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJson */ .aB)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        // Law 9. The undo of a rollback returns to whatever was there.
        const problem = request.reason === 'pre-rollback' ? null : provider.capabilities?.unreturnable?.(state);
        if (problem) {
            const { message, remedy } = problem;
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('snapshot-incomplete', message, { resource: resource.id, remedy });
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJson */ .aB)(state),
            payloads: sink.refs,
        };
    });
    const failures = outcomes.filter(({ resource, error }) => {
        if (error === undefined)
            return false;
        const { code, message } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id);
        if (request.leaveOut?.includes(code) !== true)
            return true;
        ctx.log.warn(`"${resource.id}" is not in this snapshot: ${message}`);
        return false;
    });
    if (failures.length === 0)
        return outcomes.flatMap(({ value }) => (value ? [value] : []));
    const errors = failures.map(({ error, resource }) => (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id));
    // A single failure keeps its code and remedy; several are reported together.
    const [first] = errors;
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('cancelled', 'The run was cancelled before the snapshot was complete.', { cause: cancelled });
    }
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_13__/* .sentences */ .hC)(error.message, error.remedy)} (${error.code})`),
        remedy: 'Fix all of them. Do not deploy before a snapshot succeeds.',
    });
}
/** Copies what the included snapshot holds of other resources. The sealed files stay as they are. */
async function included({ including, resources, store }, id) {
    if (!including)
        return [];
    const others = including.resources.filter((captured) => !resources.some((own) => own.id === captured.id));
    for (const captured of others) {
        for (const ref of captured.payloads)
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_9__/* .copyPayload */ .mx)(store, including, id, captured.id, ref);
    }
    return others;
}
async function verifyWritten(request, written) {
    const { store, ctx } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_10__/* .readManifest */ .WI)(store, written.environment, written.id);
    const { damaged, findings } = await (0,_read_back_js__WEBPACK_IMPORTED_MODULE_7__/* .readBack */ .e)({ ...request, manifest, depth: 'readable' });
    if (damaged.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('snapshot-corrupt', 'The new snapshot cannot be read back.', {
            problems: damaged,
            remedy: 'Do not deploy. Find out why the store gives back something else ("rewind check"), then take a new snapshot.',
        });
    }
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_12__/* .trustOf */ .An)(store, manifest, request.signKeys, ctx.clock.now());
    (0,_proof_js__WEBPACK_IMPORTED_MODULE_6__/* .assertProven */ .L)(manifest.id, findings);
    ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}


/***/ }),

/***/ 51451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ Timeline)
/* harmony export */ });
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36447);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83997);


/** Mermaid draws only an error in place of a chart of more than 50,000 characters. */
const LONGEST_CHART = 49_000;
/** Durations of the steps, for the chart of the report and the figures of a drill. */
class Timeline {
    clock;
    entries = [];
    startedAt;
    start;
    constructor(clock) {
        this.clock = clock;
        this.start = clock.monotonic();
        this.startedAt = clock.now();
    }
    async step(what, work) {
        const from = this.clock.monotonic();
        try {
            return await work();
        }
        finally {
            this.add(what, from, this.clock.monotonic());
        }
    }
    /** @param from and to on the clock's monotonic scale */
    add(what, from, to) {
        this.entries.push({ what, from: Math.round(from - this.start), to: Math.round(to - this.start) });
    }
    totalMs() {
        return Math.round(this.clock.monotonic() - this.start);
    }
    /** A Mermaid chart, which GitHub draws in a job summary; a table if it is too long for that. */
    markdown() {
        const rows = this.entries.map(({ what, from, to }) => `  ${what.replace(/[^\p{L}\p{N} ._/()-]/gu, ' ')} : ${from}, ${Math.max(to, from + 1)}`);
        const chart = ['gantt', '  dateFormat x', '  axisFormat %M:%S', '  title Timeline', ...rows].join('\n');
        if (chart.length <= LONGEST_CHART)
            return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('mermaid', chart);
        return (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['What', 'After', 'Took'], this.entries.map(({ what, from, to }) => [what, (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(from / 1000), (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)((to - from) / 1000)]));
    }
}


/***/ })

};
