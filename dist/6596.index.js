export const id = 6596;
export const ids = [6596];
export const modules = {

/***/ 16596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ mitigate)
});

// EXTERNAL MODULE: ./lib/approval/gate.js + 1 modules
var gate = __webpack_require__(996);
// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/config/mitigations.js
var mitigations = __webpack_require__(21422);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/report/mitigations.js




const NONE = 'The configuration has no mitigation. Flags can be turned off without one: --flags, --tags.';
/** "flags-off "checkout-off" in flags, for 60 minutes at most" */
const lineOf = (one) => `${(0,mitigation/* nameOf */.Vb)({ id: one.id, measure: (0,mitigations/* measureOf */.c)(one) })} in ${one.resources.join(', ')}, for ${one.minutes} minutes at most`;
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
    return (0,runtime_text/* textOf */.b6)(all.flatMap((one) => [lineOf(one), `  ${detailsOf(one)}`, `  ${one.command}`]));
}
/** The same for a job summary. */
function mitigationsMarkdown(all) {
    const rows = all.map((one) => [one.id, one.kind, one.resources.join(', '), detailsOf(one), String(one.minutes)]);
    return `## Mitigations\n\n${all.length === 0 ? (0,markdown/* escapeText */.X1)(NONE) : (0,markdown/* table */.tp)(['Id', 'Measure', 'Resources', 'What', 'Minutes'], rows)}\n`;
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 2 modules
var create_context = __webpack_require__(82913);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 3 modules
var publish_plan = __webpack_require__(74462);
// EXTERNAL MODULE: ./lib/cli/incident.js
var cli_incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/incident/obligations.js
var obligations = __webpack_require__(55087);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/report/timeline.js
var timeline = __webpack_require__(51451);
// EXTERNAL MODULE: ./lib/runtime/operator.js
var operator = __webpack_require__(74698);
// EXTERNAL MODULE: ./lib/commands/rollback/approved-plan.js
var approved_plan = __webpack_require__(12446);
// EXTERNAL MODULE: ./lib/commands/rollback/index.js + 6 modules
var rollback = __webpack_require__(61538);
// EXTERNAL MODULE: ./lib/commands/undo/undo-plan.js
var undo_plan = __webpack_require__(32747);
// EXTERNAL MODULE: ./lib/commands/undo/past-rollbacks.js
var past_rollbacks = __webpack_require__(79649);
;// CONCATENATED MODULE: ./lib/commands/mitigate/lift.js













/** Lifts the mitigations whose time limit is over, the newest first. One that fails hides no other. */
async function liftExpired(session, project) {
    const past = await (0,past_rollbacks/* pastRollbacks */.c)(session, project);
    const open = await openDigests(session, project);
    const all = past.flatMap((found) => {
        const { mitigates, digest, createdAt } = found.plan;
        if (mitigates?.lifts !== false || !open.has(digest))
            return [];
        return [{ found, until: (0,undo/* limitOf */.LF)(mitigates, found.entries, createdAt), name: (0,mitigation/* nameOf */.Vb)(mitigates), digest }];
    });
    const now = session.context.clock.now().toISOString();
    const expired = all.filter(({ until }) => until <= now);
    // Artifacts are uploaded by the next step of the job, which knows one rollback.
    const chosen = project.config.store.kind === 'artifact' ? expired.slice(0, 1) : expired;
    const done = [];
    for (const { found, name, digest } of chosen) {
        session.context.log.info(`Lifting the mitigation ${name} (${digest.slice(0, 12)}) …`);
        try {
            done.push({ digest, name, ...(await lift(session, project, found, past)) });
        }
        catch (error) {
            const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
            done.push({ digest, name, state: 'failed', text: `${message} ${remedy}` });
        }
    }
    const waiting = all.filter((one) => !chosen.includes(one));
    return [
        ...done,
        ...waiting.map(({ digest, name, until }) => ({
            ...{ digest, name, state: 'not-yet' },
            text: until <= now ? 'Its time is over; the next run lifts it.' : `Its time limit is ${until}.`,
        })),
    ];
}
/** Digests of the mitigations that an open incident says to be in effect, or begun. */
async function openDigests(session, { store, config }) {
    const incidents = await (0,cli_incident/* openIncidentsOf */.bJ)(session, store, config.environment);
    const left = incidents.flatMap(incident_status/* openObligations */.CJ);
    return new Set(left.flatMap(({ kind, rollback }) => ((0,obligations/* isMitigation */.iL)(kind) || kind === 'unfinished-rollback' ? [rollback] : [])));
}
async function lift(session, project, found, past) {
    const { digest } = found.plan;
    // An interrupted lift goes on with its plan, so that its journal tells what was begun.
    const interrupted = past.find(({ plan, entries }) => plan.undoes === digest &&
        plan.snapshot === (0,undo/* stateBefore */.L9)(found.entries) &&
        plan.mitigates?.lifts === true &&
        (0,undo/* begunChanges */.Ps)(plan, entries).length > 0 &&
        !entries.some(({ event, note }) => event === 'finish' && note === 'done'));
    const plan = interrupted?.plan ?? (await (0,undo_plan/* undoPlan */.o)(project, found, session.context)).plan;
    if (plan.changes.length + plan.manual.length === 0)
        return gone(session, project, digest);
    assertOnlyBack(session, plan);
    const { manifest, trust } = await (0,rollback.findTrusted)(session, project, plan.snapshot);
    const { run, context } = session;
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
    const { exit, json } = await (0,rollback.carryOut)(session, new timeline/* Timeline */.K(context.clock), begun);
    return { state: exit === 0 || json.verdict === 'not-recovered' ? 'lifted' : 'failed', text: json.title };
}
/** A lift without a person does nothing but return to the recorded state. @throws RewindError mitigation-overtaken */
function assertOnlyBack(session, { changes, manual, undoes }) {
    const overtaken = changes.filter(({ origin }) => origin === 'both');
    if (overtaken.length + manual.length === 0)
        return;
    const names = [...overtaken, ...manual].map(({ target }) => target).join(', ');
    const why = overtaken.length === 0 ? 'needs a person' : 'was changed by somebody since the mitigation';
    throw new errors/* RewindError */.Ir('mitigation-overtaken', `${names} ${why}. Nothing was changed.`, {
        remedy: `Read the plan of ${(0,command_line/* commandLine */.a)(session, ['undo', (undoes ?? '').slice(0, 12)])}, and get it approved.`,
    });
}
/** Production shows that a person lifted it. */
async function gone(session, project, digest) {
    const how = 'nothing of it is in effect any more';
    for (const incident of await (0,cli_incident/* openIncidentsOf */.bJ)(session, project.store, project.config.environment)) {
        const own = (0,incident_status/* openObligations */.CJ)(incident).filter(({ rollback }) => rollback === digest);
        if (own.length > 0)
            (0,cli_incident/* announceRecord */.HA)(session, project, incident.id);
        for (const { id } of own)
            await (0,cli_incident/* recorderOf */.MU)(session, project, incident.id).add('discharged', { id, how });
    }
    return { state: 'gone', text: 'Nothing of it is in effect any more.' };
}

// EXTERNAL MODULE: ./lib/cli/release.js
var cli_release = __webpack_require__(51971);
// EXTERNAL MODULE: ./lib/engine/provider.js
var provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
// EXTERNAL MODULE: ./lib/engine/three-way.js
var three_way = __webpack_require__(56724);
;// CONCATENATED MODULE: ./lib/commands/mitigate/measure.js









const DEFAULT_MINUTES = 60;
/** @throws RewindError mitigation-unknown */
function chooseMeasure({ config, resources }, { id, flags, tags }) {
    if (id === undefined) {
        const measure = { kind: 'flags-off', flags: [...flags], tags: [...tags] };
        const own = resources.filter((resource) => (0,mitigation/* takes */.ny)(resource, measure));
        if (own.length > 0)
            return { id: null, measure, resources: own, minutes: DEFAULT_MINUTES };
        throw new errors/* RewindError */.Ir('mitigation-unknown', 'No resource of the configuration holds feature flags.', {
            remedy: 'Add the flag service to the resources, or leave --scope out.',
        });
    }
    const found = config.mitigations.find((one) => one.id === id);
    if (found === undefined) {
        const all = config.mitigations.map((one) => one.id);
        throw new errors/* RewindError */.Ir('mitigation-unknown', `The configuration has no mitigation "${id}"${all.length === 0 ? ', and no other one' : `; it has ${all.join(', ')}`}.`, { remedy: 'Use one of these ids, name flags with --flags, or add the mitigation to the configuration.' });
    }
    const own = resources.filter((resource) => found.resources.includes(resource.id));
    const missing = found.resources.filter((one) => !own.some((resource) => resource.id === one));
    if (missing.length > 0) {
        throw new errors/* RewindError */.Ir('mitigation-unknown', `The mitigation "${id}" needs ${missing.join(', ')}, which --scope leaves out.`, {
            remedy: 'Leave --scope out.',
        });
    }
    return { id, measure: (0,mitigations/* measureOf */.c)(found), resources: own, minutes: found.minutes };
}
/**
 * Names that no resource has. A tag counts as unknown if no flag has it. Reads production.
 * @throws RewindError mitigation-unknown
 */
async function assertKnown(session, { manifest }, resources, mitigates) {
    const ctx = (0,create_context/* forSnapshot */.C)(session.context, manifest);
    const states = await Promise.all(resources.map(async (resource) => {
        const live = await resource.provider.capture(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id), new snapshot_files/* DiscardingSink */.AP());
        return (0,mitigation/* eased */.RK)(resource, live, mitigates).unknown;
    }));
    const [first = [], ...others] = states;
    const unknown = first.filter((name) => others.every((names) => names.includes(name)));
    if (unknown.length === 0)
        return;
    throw new errors/* RewindError */.Ir('mitigation-unknown', `${resources.map(({ id }) => `"${id}"`).join(' and ')} ${resources.length === 1 ? 'does' : 'do'} not have ${unknown.join(', ')}.`, { remedy: 'Correct the names. Nothing was planned: a measure in part is not what was asked for.' });
}
/**
 * Keys of the flags that the deploy changed: those that differ between the snapshot and the release capture after it.
 * @throws RewindError mitigation-unknown
 */
async function flagsOfTheDeploy(session, project, chosen, resources) {
    const release = await (0,cli_release/* findRelease */.dv)(session, project, chosen);
    if (release === null) {
        throw new errors/* RewindError */.Ir('mitigation-unknown', 'Which flags the deploy changed is unknown: there is no release capture of the deploy that is live.', { remedy: 'Name the flags: --flags a,b. For the next deploy, take a release capture after it.' });
    }
    const keys = resources.flatMap((resource) => {
        const [saved, after] = [chosen.manifest, release].map(({ resources: all }) => all.find(({ id, provider }) => id === resource.id && provider === resource.providerId));
        if (saved === undefined || after === undefined)
            return [];
        const state = (0,live_plan/* parseState */.Bu)(resource, after.state);
        const flags = (0,provider/* describeState */.Jw)(resource.provider, state).flags ?? new Map();
        const changed = resource.provider.plan((0,live_plan/* parseState */.Bu)(resource, saved.state), state).map(({ id }) => (0,three_way/* objectOf */.Xy)(id));
        return changed.filter((key) => flags.get(key) === true);
    });
    if (keys.length > 0)
        return [...new Set(keys)].sort();
    throw new errors/* RewindError */.Ir('mitigation-unknown', 'The deploy left no flag on that it changed.', {
        remedy: 'Name flags with --flags or --tags, or plan a rollback.',
    });
}

;// CONCATENATED MODULE: ./lib/commands/mitigate/index.js

















const names = (value, description) => ({
    ...(0,flags/* text */.Qq)(value, description),
    allowed: 'names, comma-separated',
    parse: (given) => {
        const all = given.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
        return all.length === 0 ? undefined : all;
    },
    absent: null,
});
const minutes = {
    ...(0,flags/* text */.Qq)('minutes', 'Time limit in minutes, instead of the one of the mitigation.'),
    allowed: 'a whole number from 1 to 10080',
    parse: (given) => (/^[1-9]\d{0,4}$/.test(given) && Number(given) <= 10_080 ? Number(given) : undefined),
    absent: null,
};
const mitigate_flags = {
    flags: names('keys', 'Turn these feature flags off, comma-separated.'),
    tags: names('tags', 'Turn every feature flag with one of these tags off, comma-separated.'),
    'changed-by-deploy': (0,flags/* toggle */.L$)('Turn off the feature flags that the deploy changed. Needs a release capture.'),
    minutes,
    'lift-expired': (0,flags/* toggle */.L$)('Lift the mitigations whose time limit is over. Their approval covers it.'),
    snapshot: flags/* FLAGS */.Wg.snapshot,
    ...publish_plan/* planFlags */.jT,
    out: flags/* FLAGS */.Wg.out,
};
/** Plans a reversible measure, and lifts those whose time limit is over. */
/* harmony default export */ const mitigate = ((0,command/* defineCommand */.N)({
    name: 'mitigate',
    summary: 'Plan a reversible measure that eases an incident: flags off, maintenance, more capacity. With a time limit.',
    arguments: [{ name: 'mitigation', description: 'Its id in the configuration. Without it: list them.' }],
    flags: mitigate_flags,
    examples: [
        'mitigate',
        'mitigate checkout-off',
        'mitigate --flags new-checkout,new-search --minutes 30',
        'mitigate --changed-by-deploy',
        'mitigate --lift-expired',
    ],
    notes: [
        '"rewind rollback --digest DIGEST" applies the plan, after the approval. "rewind undo DIGEST" plans the way back at any time.',
        'The approval of a mitigation also covers its lift: after the time limit, --lift-expired returns exactly what the mitigation',
        'changed to the recorded state before. If somebody changed the same object since, it changes nothing and says so; what they',
        'changed elsewhere stays.',
        'Exit status 1 ("not-lifted"): a mitigation whose time is over could not be lifted.',
    ],
    verdicts: ['listed', 'planned', 'in-effect', 'nothing-to-lift', 'lifted', 'not-lifted'],
    outputs: [
        ...publish_plan/* PLAN_OUTPUTS */.lb,
        'report-path',
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
    ],
    async run(session) {
        assertTogether(session.inputs);
        const project = await session.open();
        const { inputs } = session;
        if (inputs.liftExpired)
            return lifted(session, project);
        const asked = inputs.args.length > 0 || inputs.changedByDeploy || inputs.flags !== null || inputs.tags !== null;
        return asked ? plan(session, project) : listed(session, project);
    },
}));
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
        throw new errors/* RewindError */.Ir('input-invalid', `${what} does not go together with ${others.join(', ')}.`, {
            remedy: `Leave ${what} or ${others.join(', ')} out.`,
        });
    };
    const id = args.length > 0 ? ['the id of a mitigation'] : [];
    if (lifts)
        refuse('--lift-expired', [...id, ...named, ...(limit === null ? [] : ['--minutes'])]);
    if (args.length > 0)
        refuse('The id of a mitigation', named);
}
function listed(session, { config }) {
    const command = (id) => (0,command_line/* commandLine */.a)(session, ['mitigate', id]);
    const all = config.mitigations.map((one) => ({ ...one, command: command(one.id) }));
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment: config.environment, mitigations: all }),
        text: mitigationsText(all),
        summary: mitigationsMarkdown(all),
        outputs: { verdict: 'listed', changes: '0' },
    };
}
async function plan(session, project) {
    const { inputs, context: ctx } = session;
    const cautions = await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
    const { changedByDeploy, flags: keys, tags } = inputs;
    const wanted = { id: inputs.args[0], flags: keys ?? [], tags: tags ?? [], changedByDeploy };
    const { id, resources, ...own } = chooseMeasure(project, wanted);
    const scope = resources.map((one) => one.id);
    const chosen = await (0,choose/* choose */.Sw)({ ...session, inputs: { ...inputs, scope } }, project, inputs.snapshot);
    const { manifest } = chosen;
    const missing = (0,live_plan/* notInSnapshot */.$J)(resources, manifest);
    if (missing.length > 0) {
        throw new errors/* RewindError */.Ir('mitigation-impossible', `Snapshot ${manifest.id} does not hold ${missing.join(', ')}.`, {
            remedy: 'Take a snapshot ("rewind snapshot"), and plan again.',
        });
    }
    const measure = changedByDeploy && own.measure.kind === 'flags-off'
        ? {
            ...own.measure,
            flags: [...new Set([...own.measure.flags, ...(await flagsOfTheDeploy(session, project, chosen, resources))])],
        }
        : own.measure;
    const facts = await (0,mitigation/* factsFor */.xh)(resources, (0,create_context/* forSnapshot */.C)(ctx, manifest), measure);
    const minutesOf = inputs.minutes ?? own.minutes;
    const mitigates = mitigation/* mitigationSchema */.vd.parse({ id, measure, facts, minutes: minutesOf, lifts: false });
    await assertKnown(session, chosen, resources, mitigates);
    const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, ctx.clock.now());
    const made = await (0,live_plan/* planFromLive */.qY)({ ...project, resources, ctx, manifest, database: 'none', scope, mitigates });
    const notice = `The approval of this plan also covers its lift: ${mitigates.minutes} minutes after it is begun, "${(0,command_line/* commandLine */.a)(session, ['mitigate', '--lift-expired'])}" returns exactly these objects to the state before, without a person, unless somebody changed them since.`;
    const findings = await (0,aside/* leftBeside */.e)(resources, ctx);
    const published = await (0,publish_plan/* publishPlan */.JL)(session, project, made, {
        ...{ manifest, trust, resources, cautions, notice, findings },
        chosen: null,
        advice: null,
    });
    const { json, text: shown, style, summary, outputs } = published;
    const verdict = made.changes.length === 0 ? 'in-effect' : 'planned';
    return { exit: 0, json, text: shown, style, summary, outputs: { ...outputs, verdict } };
}
async function lifted(session, project) {
    (0,gate/* assertEnvironment */.Wc)(session, project);
    const inputs = {
        ...session.inputs,
        digest: null,
        database: 'none',
        includeLaterChanges: null,
        approval: 'reviewed',
    };
    const all = await liftExpired({ ...session, inputs }, project);
    const failed = all.some(({ state }) => state === 'failed');
    const acted = all.some(({ state }) => state === 'lifted' || state === 'gone');
    const lines = all.map(({ name, digest, state, text: why }) => `${state}: ${name} (${digest.slice(0, 12)}): ${why}`);
    const shown = lines.length === 0 ? 'No mitigation is in effect.' : lines.join('\n');
    return {
        exit: failed ? 1 : 0,
        json: (0,json/* toJson */.a)({ environment: project.config.environment, mitigations: all }),
        text: shown,
        summary: `## Mitigations\n\n${lines.length === 0 ? shown : lines.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`).join('\n')}\n`,
        outputs: { verdict: failed ? 'not-lifted' : acted ? 'lifted' : 'nothing-to-lift' },
    };
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
    resources: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourceId */ .a).min(1).describe('Resources that take the measure.'),
    minutes: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .int()
        .min(1)
        .max(10_080)
        .default(60)
        .describe('After so many minutes "mitigate --lift-expired" lifts it without a person.'),
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
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('maintenance').describe('Users get a page that says so.'),
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
