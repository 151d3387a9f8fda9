export const id = 3947;
export const ids = [3947];
export const modules = {

/***/ 73947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute_execute)
});

// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(74219);
// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/config/mitigations.js
var mitigations = __webpack_require__(21422);
// EXTERNAL MODULE: ./lib/engine/counted.js
var counted = __webpack_require__(1940);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/mitigations.js





const NONE = 'The configuration has no mitigation. Flags can be turned off without one: --flags, --tags.';
/** "flags-off "checkout-off" in flags, for 60 minutes at most" */
const lineOf = (one) => `${(0,mitigation/* nameOf */.Vb)({ id: one.id, measure: (0,mitigations/* measureOf */.c)(one) })} in ${one.resources.join(', ')}, for ${(0,counted/* counted */.h)(one.minutes, 'minute')} at most`;
/** What the measure says besides its kind. */
function detailsOf(one) {
    return Object.entries((0,mitigations/* measureOf */.c)(one))
        .filter(([name]) => name !== 'kind')
        .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(', ');
}
/** The mitigations that are prepared, for a terminal. */
function mitigationsText(all) {
    if (all.length === 0)
        return NONE;
    return (0,runtime_text/* textOf */.b6)(all.flatMap((one) => [
        lineOf(one),
        ...[detailsOf(one), one.command].flatMap((line) => (line === '' ? [] : `  ${line}`)),
    ]));
}
/** The same for a job summary. */
function mitigationsMarkdown(all) {
    const rows = all.map((one) => [one.id, one.kind, one.resources.join(', '), detailsOf(one), String(one.minutes)]);
    return `## Mitigations\n\n${all.length === 0 ? (0,markdown/* escapeText */.X1)(NONE) : (0,markdown/* table */.tp)(['Id', 'Measure', 'Resources', 'What', 'Minutes'], rows)}\n`;
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 7 modules
var publish_plan = __webpack_require__(38240);
// EXTERNAL MODULE: ./lib/commands/undo/past-rollbacks.js
var past_rollbacks = __webpack_require__(79649);
// EXTERNAL MODULE: ./lib/incident/obligations.js
var obligations = __webpack_require__(55087);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
;// CONCATENATED MODULE: ./lib/commands/mitigate/elsewhere.js



/**
 * The other environments of the store whose open incidents name a mitigation, sorted. None if the store cannot tell that
 * quickly. A record that cannot be read counts as none.
 */
async function mitigatedElsewhere({ store, config }) {
    // Each list of artifacts is a request of GitHub, and this is asked on a schedule.
    if (store.expires === true)
        return [];
    const keys = (await store.list('incidents')).map(({ key }) => key.split('/')[1] ?? '');
    const others = [...new Set(keys)].filter((name) => name !== '' && name !== config.environment).sort();
    const found = [];
    for (const environment of others) {
        const incidents = await (0,record/* openIncidents */.Gy)(store, environment, () => undefined);
        if (incidents.flatMap(incident_status/* openObligations */.CJ).some(({ kind }) => (0,obligations/* isMitigation */.iL)(kind)))
            found.push(environment);
    }
    return found;
}

// EXTERNAL MODULE: ./lib/cli/sign-keys.js
var sign_keys = __webpack_require__(60438);
// EXTERNAL MODULE: ./lib/engine/lift-proof.js
var lift_proof = __webpack_require__(85898);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
// EXTERNAL MODULE: ./lib/engine/three-way.js
var three_way = __webpack_require__(56724);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/report/timeline.js
var timeline = __webpack_require__(51451);
// EXTERNAL MODULE: ./lib/runtime/operator.js
var operator = __webpack_require__(74698);
// EXTERNAL MODULE: ./lib/commands/rollback/approved-plan.js
var approved_plan = __webpack_require__(12446);
// EXTERNAL MODULE: ./lib/commands/rollback/begin.js
var begin = __webpack_require__(58086);
// EXTERNAL MODULE: ./lib/commands/rollback/execute.js + 17 modules
var execute = __webpack_require__(96597);
// EXTERNAL MODULE: ./lib/commands/undo/undo-plan.js
var undo_plan = __webpack_require__(32747);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/cli/tell.js
var tell = __webpack_require__(92923);
// EXTERNAL MODULE: ./lib/engine/rollback-files.js
var rollback_files = __webpack_require__(28230);
;// CONCATENATED MODULE: ./lib/commands/mitigate/lift-record.js






const NOT_IN_EFFECT = 'Production shows that it is not in effect any more';
/** Discharges what production shows to be over: somebody lifted it, or a rollback or a recovery changed the object since. */
async function endOvertaken(session, project, digest, held) {
    const still = new Set(held.flatMap(({ resource, changes }) => (changes.length === 0 ? [] : [resource.id])));
    await discharge(session, project, NOT_IN_EFFECT, ({ rollback, kind, resource }) => {
        if (rollback !== digest)
            return false;
        if (kind === 'unfinished-rollback')
            return still.size === 0;
        return (0,obligations/* isMitigation */.iL)(kind) && resource !== null && !still.has(resource);
    });
    if (still.size > 0)
        return;
    const lifts = await unfinishedLifts(session, project, digest);
    await discharge(session, project, NOT_IN_EFFECT, ({ kind, rollback }) => kind === 'unfinished-rollback' && lifts.has(rollback));
}
/** Digests of the lifts of a mitigation that were killed: one may have done everything, and not have written it down. */
async function unfinishedLifts(session, project, digest) {
    const { store, config } = project;
    const open = (await (0,cli_incident/* openIncidentsOf */.bJ)(session, store, config.environment)).flatMap(incident_status/* openObligations */.CJ);
    const unfinished = open.filter(({ kind }) => kind === 'unfinished-rollback');
    const plans = await Promise.all(unfinished.map(({ rollback }) => (0,rollback_files/* readApprovedPlan */.h6)(store, config.environment, rollback).catch(() => undefined)));
    return new Set(plans.flatMap((plan) => (plan?.undoes === digest && plan.mitigates?.lifts === true ? [plan.digest] : [])));
}
/**
 * Discharges what a lift left that was killed, after another one did the rest.
 * @param lifts digests of the lifts of the same mitigation
 */
const endUnfinishedLifts = (session, project, lifts, by) => discharge(session, project, `finished by the plan ${by.slice(0, 12)}`, ({ kind, rollback }) => kind === 'unfinished-rollback' && lifts.has(rollback));
async function discharge(session, project, how, isMet) {
    for (const incident of await (0,cli_incident/* openIncidentsOf */.bJ)(session, project.store, project.config.environment)) {
        const met = (0,incident_status/* openObligations */.CJ)(incident).filter(isMet);
        if (met.length > 0)
            (0,cli_incident/* announceRecord */.HA)(session, project, incident.id);
        for (const { id } of met)
            await (0,cli_incident/* recorderOf */.MU)(session, project, incident.id).add('discharged', { id, how });
    }
}
/** Writes once into each incident of a mitigation that it was not lifted, and tells the channels. Never rejects. */
async function recordFailure(session, project, digest, title) {
    try {
        for (const incident of await (0,cli_incident/* openIncidentsOf */.bJ)(session, project.store, project.config.environment)) {
            if (!(0,incident_status/* openObligations */.CJ)(incident).some(({ rollback }) => rollback === digest))
                continue;
            const recorder = (0,cli_incident/* recorderOf */.MU)(session, project, incident.id);
            if (!(await recorder.add('lifted', { digest, ok: false, title }, `not-lifted:${digest}`)))
                continue;
            (0,cli_incident/* announceRecord */.HA)(session, project, incident.id);
            await (0,tell/* tellNow */.mx)(session, project, incident.id);
        }
    }
    catch (error) {
        session.context.log.warn(`The record of the incident could not be written: ${(0,errors/* asRewindError */.m2)(error).message}`);
    }
}

// EXTERNAL MODULE: ./lib/commands/mitigate/open.js
var mitigate_open = __webpack_require__(25929);
// EXTERNAL MODULE: ./lib/commands/mitigate/reading.js + 1 modules
var reading = __webpack_require__(89961);
;// CONCATENATED MODULE: ./lib/commands/mitigate/lift.js




















/** Lifts the mitigations whose time limit is over, the newest first. One that fails hides no other. */
async function liftExpired(session, project) {
    const { context } = session;
    const past = await (0,past_rollbacks/* pastRollbacks */.cM)(session, project);
    const { open, unreadable } = await openOrUnreadable(session, project, past);
    const now = context.clock.now().toISOString();
    // One whose time is over holds no other one: they would wait for each other.
    const holding = open.filter(({ until }) => until > now);
    // Artifacts are uploaded by the next step of the job, which knows one rollback.
    const onlyOne = project.config.store.kind === 'artifact';
    const done = await inTurn(open, now, onlyOne, async (one) => {
        context.log.info(`Lifting the mitigation ${one.name} (${one.digest.slice(0, 12)}) …`);
        try {
            return await lift(session, project, one, holding, past);
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            // A rollback that runs now is not a reason to notify anybody.
            if (code !== 'environment-locked' && code !== 'cancelled') {
                await recordFailure(session, project, one.digest, `The mitigation ${one.name} was not lifted: ${message}`);
            }
            return { state: 'failed', text: `${message} ${remedy}`, acted: false };
        }
    });
    return [...unreadable, ...done];
}
/**
 * Lifts in turn those whose time limit is over.
 * @param onlyOne true: after one that changed something, the others wait for the next run
 */
async function inTurn(open, now, onlyOne, liftOne) {
    const done = [];
    let changed = false;
    for (const one of open) {
        const { digest, name, until } = one;
        let outcome;
        if (until > now)
            outcome = { state: 'waiting', text: `Its time limit is ${until}.`, acted: false };
        else if (onlyOne && changed) {
            outcome = { state: 'waiting', text: 'Its time is over; the next run lifts it.', acted: false };
        }
        else
            outcome = await liftOne(one);
        const { acted, ...rest } = outcome;
        changed ||= acted;
        done.push({ digest, name, ...rest });
    }
    return done;
}
/** The open mitigations, the newest first, and those that nobody can lift. */
async function openOrUnreadable(session, { store, config }, past) {
    const unreadable = [];
    const incidents = await (0,record/* openIncidents */.Gy)(store, config.environment, ({ message, remedy }) => unreadable.push({ digest: null, name: 'an incident', state: 'failed', text: `${message} ${remedy}` }));
    const open = (0,mitigate_open/* openMitigations */.d)(incidents, past);
    for (const { kind, rollback, id } of incidents.flatMap(incident_status/* openObligations */.CJ)) {
        if (!(0,obligations/* isMitigation */.iL)(kind) || open.some(({ digest }) => digest === rollback))
            continue;
        const undo = (0,command_line/* commandLine */.ay)(session, ['undo', rollback.slice(0, 12)]);
        const text = `The store has no plan of it with a journal that this version of Rewind can read. The obligation ${id} stays open. Read the plan of ${undo} with the version that applied it, or set it back by hand and discharge the obligation with a reason.`;
        unreadable.push({ digest: rollback, name: 'a mitigation', state: 'failed', text });
    }
    return { open, unreadable };
}
async function lift(session, project, { found, digest, isStated }, others, past) {
    const { run, context } = session;
    // Its run may be just before its first change.
    if ((0,undo/* begunChanges */.Ps)(found.plan, found.entries).length === 0 && !isStated) {
        return { state: 'waiting', text: 'It was approved, and its journal has no change that was begun.', acted: false };
    }
    const stated = await (0,lift_proof/* findLiftProof */.Xi)(project.store, found.plan, (0,sign_keys/* approvalKeys */.gC)(project), context.clock.now());
    if (typeof stated !== 'string')
        assertSameResources(session, project, found, stated);
    const held = await (0,reading/* heldBy */.Vr)({ project, ctx: context }, found, null);
    if (typeof held === 'string')
        throw notCompared(held);
    const inEffect = new Set(held.flatMap(({ resource, changes }) => changes.map(({ id }) => (0,three_way/* objectKeyOf */.Gs)(resource.id, id))));
    await endOvertaken(session, project, digest, held);
    if (inEffect.size === 0)
        return { state: 'gone', text: `${NOT_IN_EFFECT}.`, acted: false };
    const proof = proven(session, found, stated);
    const now = context.clock.now().toISOString();
    if (proof.until > now)
        return { state: 'waiting', text: `Its time limit is ${proof.until}.`, acted: false };
    const needing = others.flatMap((other) => {
        const { mitigates, plan } = other.found;
        const keys = (0,reading/* sharedIn */.dn)(held, { mitigates, ids: plan.scope ?? [] }).map(({ key }) => key);
        return keys.length === 0 ? [] : [{ ...other, keys }];
    });
    const holds = new Set(needing.flatMap(({ keys }) => keys));
    const by = needing.map(({ name, digest: id, until }) => `${name} (${id.slice(0, 12)}, until ${until})`).join(', ');
    if (holds.size === inEffect.size) {
        return { state: 'waiting', text: `Another mitigation needs what it changed: ${by}.`, acted: false };
    }
    const all = new Set(found.plan.changes.map(({ resource, id }) => (0,three_way/* objectKeyOf */.Gs)(resource, id)));
    const leaves = [...all].filter((key) => !inEffect.has(key));
    const { plan } = await (0,undo_plan/* undoPlan */.o)(project, found, context, {
        ...(leaves.length === 0 ? {} : { leaves }),
        ...(holds.size === 0 ? {} : { holds: [...holds] }),
    });
    assertProven(session, plan, proof);
    const { manifest, trust } = await (0,begin/* findTrusted */.f)(session, project, plan);
    await (0,snapshot_files/* assertManifest */.Mo)(project.store, manifest, proof.before.digest);
    const approval = {
        requestedBy: run?.triggeredBy ?? (0,operator/* operatorOf */.g)(context.env),
        kind: 'covered',
        approvedBy: [],
        skipped: `a review of its own: the approval of the mitigation ${digest.slice(0, 12)} covers its lift`,
        url: run?.url ?? null,
        attempt: run?.attempt ?? null,
    };
    const journal = await (0,approved_plan/* openJournal */._0)(session, project, plan);
    const begun = { project, approved: plan, manifest, release: null, trust, approval, journal };
    const { exit, json } = await (0,execute.carryOut)(session, new timeline/* Timeline */.K(context.clock), begun);
    if (exit !== 0 && json.verdict !== 'not-recovered')
        return { state: 'failed', text: json.title, acted: true };
    const lifts = past.flatMap(({ plan: other }) => other.undoes === digest && other.mitigates?.lifts === true ? [other.digest] : []);
    await endUnfinishedLifts(session, project, new Set(lifts), plan.digest);
    if (holds.size === 0)
        return { state: 'lifted', text: json.title, acted: true };
    const kept = `The rest waits, because another mitigation needs it: ${by}.`;
    return { state: 'waiting', text: `${json.title} ${kept}`, acted: true };
}
/** What is read of another project or account says nothing of the mitigation. @throws RewindError mitigation-unproven */
function assertSameResources(session, { resources }, { plan }, stated) {
    if (stated.resources === (0,lift_proof/* configurationDigest */.LL)(plan, resources))
        return;
    throw unproven(session, plan.digest, 'The configuration of its resources was changed since it began');
}
/**
 * What the approved job signed of the mitigation.
 * @param stated what the store has of it
 * @throws RewindError mitigation-unproven
 */
function proven(session, { plan, entries }, stated) {
    if (typeof stated === 'string') {
        throw unproven(session, plan.digest, `It is not proven that it was approved: ${stated}`);
    }
    if (stated.before.id === (0,undo/* stateBefore */.L9)(entries))
        return stated;
    const why = `The signed statement names the snapshot ${stated.before.id}, its journal ${(0,undo/* stateBefore */.L9)(entries) ?? 'none'}`;
    throw unproven(session, plan.digest, why);
}
const notCompared = (why) => new errors.RewindError('mitigation-unproven', `What is in effect was not compared: ${why}. Nothing was changed.`, {
    remedy: `${why === reading/* NOT_READ */.VF ? 'Bring the resource back into the configuration as it was' : 'Correct this, and run it again'}. Or set it back by hand, and discharge the obligation with a reason.`,
});
const unproven = (session, digest, why) => new errors.RewindError('mitigation-unproven', `${why}. Nothing was changed, and its obligation stays open.`, {
    remedy: `Read the plan of ${(0,command_line/* commandLine */.ay)(session, ['undo', digest.slice(0, 12)])}, and get it approved.`,
});
/**
 * A lift without a person does nothing but return to the proven state.
 * @throws RewindError mitigation-overtaken, mitigation-unproven
 */
function assertProven(session, plan, proof) {
    const { changes, manual, undoes, snapshot, snapshotDigest } = plan;
    const overtaken = changes.filter(({ origin }) => origin !== 'deploy');
    if (overtaken.length + manual.length > 0) {
        const names = [...overtaken, ...manual].map(({ target }) => target).join(', ');
        const why = overtaken.length === 0 ? 'needs a person' : 'was changed by somebody since the mitigation';
        throw new errors.RewindError('mitigation-overtaken', `${names} ${why}. Nothing was changed.`, {
            remedy: `Read the plan of ${(0,command_line/* commandLine */.ay)(session, ['undo', (undoes ?? '').slice(0, 12)])}, and get it approved.`,
        });
    }
    if (snapshot !== proof.before.id || snapshotDigest !== proof.before.digest) {
        throw unproven(session, undoes ?? '', `Snapshot ${snapshot} is not the one that was signed`);
    }
    // It is in effect, so something must be to do.
    if (changes.length === 0)
        throw unproven(session, undoes ?? '', 'The way back is not known: its journal is not whole');
}

// EXTERNAL MODULE: ./lib/commands/mitigate/measure.js
var mitigate_measure = __webpack_require__(51397);
// EXTERNAL MODULE: ./lib/commands/mitigate/notice.js
var mitigate_notice = __webpack_require__(25473);
// EXTERNAL MODULE: ./lib/commands/mitigate/overlap.js
var overlap = __webpack_require__(64426);
;// CONCATENATED MODULE: ./lib/commands/mitigate/execute.js




















/** Plans a reversible measure, and lifts those whose time limit is over. */
async function execute_execute(session) {
    assertTogether(session.inputs);
    const project = await session.open();
    const { inputs } = session;
    if (inputs.liftExpired)
        return lifted(session, project);
    const { changedByDeploy, flags: keys, tags } = inputs;
    const asked = inputs.args.length > 0 || changedByDeploy || keys !== null || tags !== null;
    if (asked)
        return plan(session, project);
    if (inputs.minutes === null)
        return listed(session, project);
    throw new errors.RewindError('input-invalid', '--minutes is given without a mitigation.', {
        remedy: 'Name a mitigation, or flags with --flags or --tags.',
    });
}
/** A flag that would be ignored is refused. @throws RewindError input-invalid */
function assertTogether({ args, flags: keys, tags, changedByDeploy, minutes: limit, liftExpired: lifts, }) {
    const named = [
        ...(keys === null ? [] : ['--flags']),
        ...(tags === null ? [] : ['--tags']),
        ...(changedByDeploy ? ['--changed-by-deploy'] : []),
    ];
    const refuse = (what, others) => {
        if (others.length === 0)
            return;
        throw new errors.RewindError('input-invalid', `${what} cannot be combined with ${others.join(', ')}.`, {
            remedy: 'Use only one of them.',
        });
    };
    const id = args.length > 0 ? ['the id of a mitigation'] : [];
    if (lifts)
        refuse('--lift-expired', [...id, ...named, ...(limit === null ? [] : ['--minutes'])]);
    if (args.length > 0)
        refuse('The id of a mitigation', named);
}
function listed(session, { config }) {
    const command = (id) => (0,command_line/* commandLine */.ay)(session, ['mitigate', id]);
    const all = config.mitigations.map((one) => ({ ...one, command: command(one.id) }));
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ environment: config.environment, mitigations: all }),
        text: mitigationsText(all),
        summary: mitigationsMarkdown(all),
        outputs: { verdict: 'listed', changes: '0' },
    };
}
async function plan(session, project) {
    const { inputs, context: ctx } = session;
    const cautions = [...(await (0,publish_plan/* assertMayPlan */.Nl)(session, project)), ...(await liftCautions(session, project))];
    const { changedByDeploy, flags: keys, tags } = inputs;
    const wanted = { id: inputs.args[0], flags: keys ?? [], tags: tags ?? [], changedByDeploy };
    const { id, resources, ...own } = (0,mitigate_measure/* chooseMeasure */.YL)(project, wanted);
    const scope = resources.map((one) => one.id);
    const chosen = await (0,choose/* choose */.Sw)({ ...session, inputs: { ...inputs, scope } }, project, inputs.snapshot);
    const { manifest } = chosen;
    const missing = (0,live_plan/* notInSnapshot */.$J)(resources, manifest);
    if (missing.length > 0) {
        throw new errors.RewindError('mitigation-impossible', `Snapshot ${manifest.id} does not hold ${missing.join(', ')}.`, {
            remedy: 'Take a snapshot ("rewind snapshot"), and plan again.',
        });
    }
    const measure = changedByDeploy && own.measure.kind === 'flags-off'
        ? {
            ...own.measure,
            flags: [...new Set([...own.measure.flags, ...(await (0,mitigate_measure/* flagsOfTheDeploy */.ZJ)(session, project, chosen, resources))])],
        }
        : own.measure;
    const facts = await (0,mitigation/* factsFor */.xh)(resources, (0,create_context/* forSnapshot */.C)(ctx, manifest), measure);
    const minutesOf = inputs.minutes ?? own.minutes;
    const mitigates = mitigation/* mitigationSchema */.vd.parse({ id, measure, facts, minutes: minutesOf, lifts: false });
    await (0,mitigate_measure/* assertPossible */.Af)(session, chosen, resources, mitigates);
    const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now());
    const made = await (0,live_plan/* planFromLive */.qY)({ ...project, resources, ctx, manifest, database: 'none', scope, mitigates });
    const asked = { mitigates, ids: scope, begins: made.changes.length > 0 };
    const already = await (0,overlap/* alreadyEased */.T)(session, project, await (0,past_rollbacks/* pastRollbacks */.cM)(session, project), asked);
    const notice = [...already, ...(made.changes.length === 0 ? [] : [(0,mitigate_notice/* liftNotice */.C)(session, project, mitigates)])].join(' ') || null;
    const findings = await (0,aside/* leftBeside */.e)(resources, ctx);
    const published = await (0,publish_plan/* publishPlan */.JL)(session, project, made, {
        ...{ manifest, trust, resources, cautions, notice, findings },
        chosen: null,
        advice: null,
    });
    const { exit, json, text: shown, style, summary, outputs } = published;
    const verdict = made.changes.length === 0 ? 'in-effect' : 'planned';
    return { exit, json, text: shown, style, summary, outputs: { ...outputs, verdict } };
}
/** What would stop the lift, before the measure is approved. */
async function liftCautions({ run, inputs, context }, { config }) {
    const { liftEnvironment, planEnvironment } = inputs;
    if (run === null || liftEnvironment === null)
        return [];
    const found = await (0,environments/* readable */.HD)(() => (0,environments/* liftFindings */.wM)(context, config, liftEnvironment, planEnvironment));
    return found.map((finding) => ({ ...finding, level: 'warning' }));
}
async function lifted(session, project) {
    (0,gate/* assertEnvironment */.Wc)(session, project);
    await (0,gate/* assertLiftProtected */.yM)(session, project);
    const inputs = {
        ...session.inputs,
        digest: null,
        incident: null,
        database: 'none',
        includeLaterChanges: null,
        approval: 'reviewed',
    };
    const all = await liftExpired({ ...session, inputs }, project);
    const failed = all.some(({ state }) => state === 'failed');
    const acted = all.some(({ state }) => state === 'lifted' || state === 'gone');
    const lines = all.map(({ name, digest, state, text: why }) => `${state}: ${name}${digest === null ? '' : ` (${digest.slice(0, 12)})`}: ${why}`);
    const shown = lines.length === 0 ? await noneText(project) : lines.join('\n');
    return {
        exit: failed ? 1 : 0,
        json: (0,json/* toJson */.aB)({ environment: project.config.environment, mitigations: all }),
        text: shown,
        summary: `## Mitigations\n\n${lines.length === 0 ? (0,markdown/* escapeText */.X1)(shown) : lines.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`).join('\n')}\n`,
        outputs: { verdict: failed ? 'not-lifted' : acted ? 'lifted' : 'nothing-to-lift' },
    };
}
/** A schedule with the configuration of another environment lifts nothing, and nobody would notice. */
async function noneText(project) {
    const { environment } = project.config;
    const others = await mitigatedElsewhere(project);
    const none = 'No open mitigation is recorded.';
    if (others.length === 0)
        return none;
    const names = others.map((name) => `"${name}"`).join(', ');
    return `${none} This configuration is for "${environment}", and the store has open mitigations of ${names}: lift them with the configuration of that environment.`;
}


/***/ }),

/***/ 51397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ assertPossible),
/* harmony export */   YL: () => (/* binding */ chooseMeasure),
/* harmony export */   ZJ: () => (/* binding */ flagsOfTheDeploy)
/* harmony export */ });
/* harmony import */ var _cli_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51971);
/* harmony import */ var _config_mitigations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21422);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85836);
/* harmony import */ var _engine_mitigation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23714);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16449);
/* harmony import */ var _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92684);
/* harmony import */ var _engine_three_way_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56724);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67217);









const DEFAULT_MINUTES = 60;
/** Unknown names that a message lists. */
const SHOWN = 10;
/** @throws RewindError mitigation-unknown */
function chooseMeasure({ config, resources }, { id, flags, tags }) {
    if (id === undefined) {
        const measure = { kind: 'flags-off', flags: [...flags], tags: [...tags] };
        const own = resources.filter((resource) => (0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .takes */ .ny)(resource, measure));
        if (own.length > 0)
            return { id: null, measure, resources: own, minutes: DEFAULT_MINUTES };
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', 'No resource of the configuration holds feature flags.', {
            remedy: 'Add the flag service to the resources, or leave --scope out.',
        });
    }
    const found = config.mitigations.find((one) => one.id === id);
    if (found === undefined) {
        const all = config.mitigations.map((one) => one.id);
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', `The configuration has no mitigation "${id}"${all.length === 0 ? ', and no other one' : `; it has ${all.join(', ')}`}.`, { remedy: 'Use one of these ids, name flags with --flags, or add the mitigation to the configuration.' });
    }
    const own = resources.filter((resource) => found.resources.includes(resource.id));
    const missing = found.resources.filter((one) => !own.some((resource) => resource.id === one));
    if (missing.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', `The mitigation "${id}" needs ${missing.join(', ')}, which --scope leaves out.`, {
            remedy: 'Leave --scope out.',
        });
    }
    return { id, measure: (0,_config_mitigations_js__WEBPACK_IMPORTED_MODULE_1__/* .measureOf */ .c)(found), resources: own, minutes: found.minutes };
}
/**
 * Each resource can take the measure, and each name belongs to one of them. A tag counts as unknown if no flag has it. Reads
 * production.
 * @throws RewindError mitigation-unknown, mitigation-impossible
 */
async function assertPossible(session, { manifest }, resources, mitigates) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_5__/* .forSnapshot */ .C)(session.context, manifest);
    const states = await Promise.all(resources.map(async (resource) => {
        const live = await resource.provider.capture(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_5__/* .forResource */ .i_)(ctx, resource.id), new _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
        return (0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .eased */ .RK)(resource, live, mitigates);
    }));
    const problems = states.flatMap(({ impossible = [] }) => impossible);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-impossible', 'A resource does not support the measure. Nothing was planned.', {
            problems,
            remedy: 'Correct this, or take the resource out of the mitigation.',
        });
    }
    const unknown = (0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownToAll */ .lb)(states.map(({ unknown: names }) => names));
    if (unknown.length === 0)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', `${resources.map(({ id }) => `"${id}"`).join(' and ')} ${resources.length === 1 ? 'does' : 'do'} not have ${unknown.slice(0, SHOWN).join(', ')}${unknown.length > SHOWN ? ` and ${unknown.length - SHOWN} more` : ''}.`, { remedy: 'Correct the names. Nothing was planned: Rewind does not plan a part of a measure.' });
}
/**
 * Keys of the flags that the deploy changed: those that differ between the snapshot and the release capture after it.
 * @throws RewindError mitigation-unknown
 */
async function flagsOfTheDeploy(session, project, chosen, resources) {
    const release = await (0,_cli_release_js__WEBPACK_IMPORTED_MODULE_0__/* .findRelease */ .dv)(session, project, chosen);
    if (release === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', 'Which flags the deploy changed is unknown: there is no release capture of the deploy that is live.', { remedy: 'Name the flags: --flags a,b. For the next deploy, take a release capture after it.' });
    }
    const keys = resources.flatMap((resource) => {
        const [saved, after] = [chosen.manifest, release].map(({ resources: all }) => all.find(({ id, provider }) => id === resource.id && provider === resource.providerId));
        if (saved === undefined || after === undefined)
            return [];
        const state = (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, after.state);
        const flags = (0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_7__/* .describeState */ .Jw)(resource.provider, state).flags ?? new Map();
        const changed = resource.provider.plan((0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(resource, saved.state), state).map(({ id }) => (0,_engine_three_way_js__WEBPACK_IMPORTED_MODULE_8__/* .objectOf */ .Xy)(id));
        return changed.filter((key) => flags.get(key) === true);
    });
    if (keys.length > 0)
        return [...new Set(keys)].sort();
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_6__.RewindError('mitigation-unknown', 'No flag that the deploy changed is on.', {
        remedy: 'Name flags with --flags or --tags, or plan a rollback.',
    });
}


/***/ }),

/***/ 25473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ liftNotice)
/* harmony export */ });
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21722);
/* harmony import */ var _cli_sign_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60438);
/* harmony import */ var _engine_counted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1940);



/** What the approval of a mitigation means for its end. */
const liftNotice = (session, project, { minutes }) => (0,_cli_sign_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalKeys */ .gC)(project).length === 0
    ? `The configuration has no sign.approval-keys: after ${(0,_engine_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(minutes, 'minute')} a person must plan the way back ("rewind undo") and get it approved.`
    : `The approval of this plan also covers its lift: ${(0,_engine_counted_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(minutes, 'minute')} after it is begun, "${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .ay)(session, ['mitigate', '--lift-expired'])}" returns exactly these objects to the state before, without a person, unless somebody changed them since.`;


/***/ }),

/***/ 25929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ openMitigations),
/* harmony export */   p: () => (/* binding */ mitigatedNow)
/* harmony export */ });
/* harmony import */ var _cli_incident_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59246);
/* harmony import */ var _engine_mitigation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23714);
/* harmony import */ var _engine_undo_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70826);
/* harmony import */ var _incident_obligations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55087);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21022);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78101);
/* harmony import */ var _undo_past_rollbacks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79649);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89961);









/** The open mitigations of the incidents, in the order of `past`. Pure. */
function openMitigations(incidents, past) {
    const left = incidents.flatMap(_incident_status_js__WEBPACK_IMPORTED_MODULE_7__/* .openObligations */ .CJ);
    const stated = new Set(left.flatMap(({ kind, rollback }) => ((0,_incident_obligations_js__WEBPACK_IMPORTED_MODULE_3__/* .isMitigation */ .iL)(kind) ? [rollback] : [])));
    const unfinished = new Set(left.flatMap(({ kind, rollback }) => (kind === 'unfinished-rollback' ? [rollback] : [])));
    return past.flatMap(({ plan, entries, at }) => {
        const { mitigates, digest, createdAt } = plan;
        if (mitigates?.lifts !== false || !(stated.has(digest) || unfinished.has(digest)))
            return [];
        const until = (0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_2__/* .limitOf */ .LF)(mitigates, entries, createdAt);
        return [
            { found: { plan, entries, at, mitigates }, until, name: (0,_engine_mitigation_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(mitigates), digest, isStated: stated.has(digest) },
        ];
    });
}
/**
 * What of the open mitigations is in effect in these resources. Read-only. No failure stops the command: it is a warning, and
 * the mitigation counts as in effect.
 */
async function mitigatedNow(session, project, resources) {
    const { context: ctx } = session;
    try {
        const incidents = await (0,_cli_incident_js__WEBPACK_IMPORTED_MODULE_0__/* .openIncidentsOf */ .bJ)(session, project.store, project.config.environment);
        const left = incidents.flatMap(_incident_status_js__WEBPACK_IMPORTED_MODULE_7__/* .openObligations */ .CJ);
        if (!left.some(({ kind }) => (0,_incident_obligations_js__WEBPACK_IMPORTED_MODULE_3__/* .isMitigation */ .iL)(kind) || kind === 'unfinished-rollback'))
            return [];
        const open = openMitigations(incidents, await (0,_undo_past_rollbacks_js__WEBPACK_IMPORTED_MODULE_5__/* .pastRollbacks */ .cM)(session, project));
        const ids = new Set(resources.map(({ id }) => id));
        const known = open.flatMap(({ found, name, digest }) => [...new Set(found.plan.changes.map(({ resource }) => resource))].map((resource) => ({
            ...{ found, name, plan: digest, resource },
        })));
        const read = known
            .filter(({ resource }) => ids.has(resource))
            .map(async ({ found, ...one }) => {
            const held = await (0,_reading_js__WEBPACK_IMPORTED_MODULE_6__/* .heldBy */ .Vr)({ project, ctx }, found, one.resource);
            if (typeof held !== 'string') {
                return { ...one, objects: held.flatMap(({ changes }) => changes.map(({ id, target }) => ({ id, target }))) };
            }
            ctx.log.warn(`What of the mitigation ${one.name} is in effect in "${one.resource}" is unknown: ${held}.`);
            return { ...one, objects: null };
        });
        // The store has no plan of these.
        const unread = left.flatMap(({ kind, rollback, resource }) => !(0,_incident_obligations_js__WEBPACK_IMPORTED_MODULE_3__/* .isMitigation */ .iL)(kind) || resource === null || !ids.has(resource) || known.some(({ plan }) => plan === rollback)
            ? []
            : [{ plan: rollback, name: kind, resource, objects: null }]);
        return [...(await Promise.all(read)), ...unread].filter(({ objects }) => objects?.length !== 0);
    }
    catch (error) {
        const { message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asRewindError */ .m2)(error);
        ctx.log.warn((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .sentences */ .hC)(`Whether a mitigation is in effect is unknown: ${message}`, remedy));
        return [];
    }
}


/***/ }),

/***/ 64426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ alreadyEased),
/* harmony export */   k: () => (/* binding */ stillAskedFor)
/* harmony export */ });
/* harmony import */ var _cli_incident_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59246);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25929);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89961);



const openIn = async (session, { store, config }, past) => (0,_open_js__WEBPACK_IMPORTED_MODULE_1__/* .openMitigations */ .d)(await (0,_cli_incident_js__WEBPACK_IMPORTED_MODULE_0__/* .openIncidentsOf */ .bJ)(session, store, config.environment), past);
const named = ({ name, digest, until }) => `the mitigation ${name} (${digest.slice(0, 12)}), which has a time limit until ${until}`;
/**
 * What a new mitigation asks for and an open one did already. Read-only.
 * @param asked the new one, and the ids of its resources; `begins`: it has other changes to make
 * @returns sentences
 */
async function alreadyEased(session, project, past, asked) {
    const end = asked.begins
        ? 'It ends when both are over.'
        : 'This plan does not change that limit: to keep it longer, plan it again when that mitigation is over.';
    const all = await Promise.all((await openIn(session, project, past)).map(async (one) => {
        const targets = await (0,_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .sharedWith */ .KO)({ project, ctx: session.context }, one.found, asked);
        if (targets.length === 0)
            return [];
        return [`${targets.join(', ')}: in effect already by ${named(one)}. ${end}`];
    }));
    return all.flat();
}
/** What the undo of a mitigation ends although another open one asks for it, too. Read-only. */
async function stillAskedFor(session, project, past, undone) {
    if (undone.plan.mitigates?.lifts !== false)
        return [];
    const others = (await openIn(session, project, past)).filter(({ digest }) => digest !== undone.plan.digest);
    const all = await Promise.all(others.map(async (one) => {
        const { mitigates, plan } = one.found;
        const ids = plan.scope ?? [];
        const targets = await (0,_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .sharedWith */ .KO)({ project, ctx: session.context }, undone, { mitigates, ids });
        if (targets.length === 0)
            return [];
        return [
            {
                level: 'warning',
                code: 'mitigation-shared',
                resource: ids.join(', '),
                message: `The undo ends what another mitigation asks for, too: ${targets.join(', ')}. It is ${named(one)}.`,
                remedy: 'Apply it only if that may end as well. Or undo the other one first.',
            },
        ];
    }));
    return all.flat();
}


/***/ }),

/***/ 32747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ undoPlan)
/* harmony export */ });
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85836);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16449);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21223);
/* harmony import */ var _engine_three_way_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56724);
/* harmony import */ var _engine_undo_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70826);






/**
 * The way back to the state before a rollback; of a mitigation, only of what that one changed. The undo of a lift is the
 * mitigation once more, with a time limit of its own. Reads production.
 */
async function undoPlan(project, found, ctx, { past = [], includeLater = [], ...stays } = {}) {
    const before = (0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_3__/* .stateBefore */ .L9)(found.entries);
    const manifest = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .findSnapshot */ .Cb)(project.store, before ?? found.plan.snapshot, project.origin);
    const resources = before === null ? [] : changedResources(project, found, ctx);
    const { mitigates } = found.plan;
    const request = {
        ...project,
        resources,
        ctx,
        manifest,
        // The undo restores the whole backup, also after down migrations.
        database: found.plan.database === 'none' ? 'none' : 'restore',
        scope: resources.filter(({ backsUp }) => backsUp === undefined).map(({ id }) => id),
        undoes: found.plan.digest,
        mitigates: mitigates && turned(mitigates, stays),
        includeLater,
    };
    const now = await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .compareWithLive */ ._f)(request);
    (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .throwCombined */ .I$)(now.failures);
    const later = await promotedLater(project, found, past, resources, now);
    // The objects are part of the plan: what is promoted after it is drift.
    const plan = later.length === 0 ? now.plan : await (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planFromLive */ .qY)({ ...request, stays: later });
    return { plan, manifest, resources };
}
/**
 * The objects of deployments that production serves though neither the rollback nor a later plan put them there: somebody
 * promoted a fix by hand.
 */
async function promotedLater(project, { plan: rollback, entries, at }, past, resources, { plan, described }) {
    if (rollback.mitigates !== undefined)
        return [];
    const isOf = (changes, { id }) => changes.some(({ stage, resource }) => stage === 'deployment' && resource === id);
    const switched = resources.filter((resource) => isOf(plan.changes, resource) &&
        isOf((0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_3__/* .begunChanges */ .Ps)(rollback, entries), resource) &&
        !past.some((other) => other.at > at && isOf((0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_3__/* .begunChanges */ .Ps)(other.plan, other.entries), resource)));
    if (switched.length === 0)
        return [];
    const manifest = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .findSnapshot */ .Cb)(project.store, rollback.snapshot, project.origin);
    return switched.flatMap(({ id, provider }) => {
        const captured = manifest.resources.find((one) => one.id === id);
        const left = rollback.recovers?.deployments[id] ??
            (captured === undefined ? undefined : (0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .describeState */ .Jw)(provider, captured.state).deployment);
        const { deployment, rebuildOf } = described.get(id) ?? {};
        if (left === undefined || deployment === undefined || [deployment, rebuildOf].includes(left))
            return [];
        return plan.changes
            .filter(({ stage, resource }) => stage === 'deployment' && resource === id)
            .map((change) => (0,_engine_three_way_js__WEBPACK_IMPORTED_MODULE_5__/* .objectKeyOf */ .Gs)(id, change.id));
    });
}
/** The lift of a mitigation; of a lift, the mitigation once more. */
function turned({ id, measure, facts, minutes, lifts }, stays) {
    const same = { id, measure, facts, minutes };
    return lifts ? { ...same, lifts: false } : { ...same, lifts: true, ...stays };
}
/** The resources that the rollback changed or may have changed, and those that see the same databases. */
function changedResources({ resources, backups }, { plan, entries }, ctx) {
    const all = [...resources, ...backups];
    const ids = new Set((0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_3__/* .begunChanges */ .Ps)(plan, entries).map(({ resource }) => resource));
    return (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .withSharedDatabases */ .s2)(all, ids, ctx);
}


/***/ }),

/***/ 21422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ mitigationConfig),
/* harmony export */   c: () => (/* binding */ measureOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97455);


const common = {
    id: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a,
    resources: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a).min(1).describe('Resources that support the measure.'),
    minutes: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .int()
        .min(1)
        .max(10_080)
        .default(60)
        .describe('After this many minutes "mitigate --lift-expired" lifts it without a person.'),
};
const names = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(256)).max(200);
/** A measure that is prepared before an incident. */
const mitigationConfig = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('flags-off').describe('Turns feature flags off.'),
        flags: names.default([]).describe('Keys of flags.'),
        tags: names.default([]).describe('Every flag with one of these tags, too.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('maintenance').describe('Users get a maintenance page.'),
        flag: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(256).exactOptional().describe('Key of the flag that the application asks for it.'),
        item: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ key: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).describe('Its key.'), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9().describe('Its value.') })
            .exactOptional()
            .describe('The item of an Edge Config that the application asks for it.'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ...common,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('scale-up').describe('More capacity, never less.'),
        min: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().exactOptional().describe('Capacity at least.'),
        max: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().exactOptional().describe('Limit of the capacity.'),
    }),
])
    .superRefine((measure, context) => {
    const { kind } = measure;
    const refuse = (message) => context.addIssue({ code: 'custom', message });
    if (kind === 'flags-off' && measure.flags.length + measure.tags.length === 0)
        refuse('must have flags, tags, or both');
    if (kind === 'maintenance' && measure.flag !== undefined && measure.item !== undefined)
        refuse('must have flag or item, not both');
    if (kind === 'scale-up' && measure.min === undefined && measure.max === undefined)
        refuse('must have min, max, or both');
});
/** What the engine does for it. */
function measureOf(config) {
    switch (config.kind) {
        case 'flags-off':
            return { kind: config.kind, flags: config.flags, tags: config.tags };
        case 'maintenance': {
            const { kind, flag, item } = config;
            return { kind, ...(flag === undefined ? {} : { flag }), ...(item === undefined ? {} : { item }) };
        }
        case 'scale-up': {
            const { kind, min, max } = config;
            return { kind, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
        }
    }
}


/***/ }),

/***/ 97455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ secretReference),
/* harmony export */   TU: () => (/* binding */ vercelTeam),
/* harmony export */   Ue: () => (/* binding */ awsRegion),
/* harmony export */   a: () => (/* binding */ resourceId),
/* harmony export */   tD: () => (/* binding */ vercelProject),
/* harmony export */   w_: () => (/* binding */ neonProject)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Field types shared by the configurations of providers. */
const resourceId = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
    .describe('Name of this resource in plans, reports and --scope.');
/** `${NAME}`: read from the environment when Rewind needs it. A literal secret in the file is an error. */
const secretReference = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: do not put secrets in this file');
/** Vercel ids, as in the dashboard's settings pages. */
const vercelProject = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^prj_\w+$/, 'must be a project id (prj_…), not a name')
    .describe('Vercel project id.');
const vercelTeam = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^team_\w+$/, 'must be a team id (team_…)')
    .optional()
    .describe('Vercel team id; leave out for a personal account.');
const awsRegion = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1');
const neonProject = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[a-z0-9-]{1,60}$/, 'must be the id of a Neon project, not its name')
    .describe('Neon project id.');


/***/ })

};
