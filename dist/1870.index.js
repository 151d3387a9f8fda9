export const id = 1870;
export const ids = [1870];
export const modules = {

/***/ 49837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zg: () => (/* binding */ heldBack),
  xB: () => (/* binding */ showHeld),
  Kc: () => (/* binding */ showLifted),
  zM: () => (/* binding */ statusNotWritten)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/runtime/shell-word.js
var shell_word = __webpack_require__(26751);
// EXTERNAL MODULE: ./lib/incident/quarantine.js
var quarantine = __webpack_require__(62424);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/statuses.js

const statuses_status = schemas/* looseObject */._H3({ state: schemas/* string */.YjP(), context: schemas/* string */.YjP() });
/** GitHub rejects longer descriptions (REST API, "Create a commit status"). */
const DESCRIPTION_LIMIT = 140;
const permission = 'statuses: write';
/**
 * The state that GitHub shows for a context of a commit; null if it has no such status. GitHub REST API, "List commit
 * statuses for a reference": newest first.
 * @throws HttpFailure
 */
async function commitState(github, sha, context) {
    const all = await github.all({ what: `read the statuses of commit ${sha.slice(0, 12)}`, permission }, schemas/* array */.YOg(statuses_status), (page) => ({ items: page }), (rest, target) => rest.repos.listCommitStatusesForRef({ ...target, ref: sha }));
    return all.find((one) => one.context === context)?.state ?? null;
}
/** Adds a status to a commit; it replaces the one that GitHub shows for the context. @throws HttpFailure */
async function addCommitStatus(github, sha, context, { state, description, url }) {
    await github.request(
    // The same status twice says the same.
    { what: `set the status of commit ${sha.slice(0, 12)}`, permission, repeatable: true }, schemas/* unknown */.L5J(), (rest, target) => rest.repos.createCommitStatus({
        ...target,
        sha,
        context,
        state,
        description: description.slice(0, DESCRIPTION_LIMIT),
        ...(url === null ? {} : { target_url: url }),
    }));
}

;// CONCATENATED MODULE: ./lib/cli/quarantine-status.js







/**
 * Context of the status. It carries the environment: a commit may be held back in one and run in another. The record of
 * the incident is read too, so a status that somebody changes frees no commit that the record holds back.
 */
const contextOf = (environment) => `rewind/quarantine (${environment})`;
/** How a person lifts a quarantine, as the end of a sentence. */
const liftOf = (session, { incident, commit }) => {
    const obligation = ['--obligation', `quarantined-commit:${commit}`];
    return `To lift it: ${(0,command_line/* commandLine */.ay)(session, ['incident', 'discharge', incident, ...obligation, '--reason', 'why it is safe'])}`;
};
/**
 * A commit that was rolled back is not deployed again until a person lifts it. The record of the incidents says so. Without a
 * record, the failing status of the commit says so: a record that was removed frees no commit.
 * @param commit whole, or its first digits
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function heldBack(session, { store, config: { environment } }, commit) {
    const found = (await (0,quarantine/* quarantinedIn */.u)(store, environment)).find((one) => one.commit.startsWith(commit));
    if (found === undefined)
        return heldOnGitHub(session.context, { commit, environment });
    const why = `${commit.slice(0, 12)} was rolled back in incident ${found.incident}.`;
    return { held: true, why, lift: liftOf(session, found) };
}
/** What GitHub shows of the quarantine of a commit. One that cannot be read holds nothing back. */
async function heldOnGitHub(ctx, place) {
    const { commit, environment } = place;
    const context = contextOf(environment);
    try {
        const state = await commitState((0,client.createGitHub)(ctx), commit, context);
        if (state !== 'failure' && state !== 'error')
            return { held: false, why: '', lift: '' };
        return {
            held: true,
            why: `GitHub shows the failing status "${context}" of commit ${commit.slice(0, 12)}, but no incident holds it back.`,
            lift: `Either its record was removed, or the commit was lifted and the status was not written. Bring the record back from a backup of the store. If the commit is safe: ${byHand(place, 'success')} -f description="why it is safe"`,
        };
    }
    catch (error) {
        const { message } = (0,errors/* asRewindError */.m2)(error);
        const why = `The status "${context}" was not read, so only the record decides: ${message}`;
        return { held: false, why, lift: '' };
    }
}
const byHand = ({ commit, environment }, state) => `gh api 'repos/{owner}/{repo}/statuses/${commit}' -f state=${state} -f context=${(0,shell_word/* shellWord */.r)(contextOf(environment))}`;
/**
 * Shows on GitHub that a commit was rolled back. Writes nothing if GitHub shows that already.
 * @param url of the run, whose summary has the command that lifts it
 * @returns a sentence
 * @throws HttpFailure
 */
async function showHeld(github, { commit, environment }, incident, url) {
    const context = contextOf(environment);
    const said = `The status ${context} of commit ${commit.slice(0, 12)}`;
    if ((await commitState(github, commit, context)) === 'failure')
        return `${said} is failure already.`;
    await addCommitStatus(github, commit, context, {
        state: 'failure',
        description: `Rolled back in incident ${incident}. To lift it: rewind incident discharge (this run shows the command).`,
        url,
    });
    return `${said} is failure.`;
}
/**
 * Shows on GitHub that a person lifted the quarantine of a commit. Writes nothing if GitHub shows no failing status.
 * @returns a sentence; null if nothing was written
 * @throws HttpFailure
 */
async function showLifted(github, { commit, environment }, { by, reason, url }) {
    const context = contextOf(environment);
    const shown = await commitState(github, commit, context);
    if (shown === null || shown === 'success')
        return null;
    const description = (0,runtime_text/* visible */.RK)((0,runtime_text/* oneLine */.TN)(`Lifted by ${by}: ${reason}`));
    await addCommitStatus(github, commit, context, { state: 'success', description, url });
    return `The status ${context} of commit ${commit.slice(0, 12)} is now success.`;
}
/** The status could not be written. The quarantine itself stands in the record. */
function statusNotWritten(place, state, error) {
    const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
    return {
        level: 'warning',
        code: 'quarantine-status-not-written',
        message: `GitHub does not show the status ${contextOf(place.environment)} with ${state} of commit ${place.commit.slice(0, 12)}: ${message}`,
        remedy: `${remedy} To write the status by hand: ${byHand(place, state)}`,
    };
}


/***/ }),

/***/ 81870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commands_incident)
});

// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/cli/command-line.js
var command_line = __webpack_require__(21722);
// EXTERNAL MODULE: ./lib/cli/incident.js
var incident = __webpack_require__(59246);
// EXTERNAL MODULE: ./lib/cli/tell.js
var tell = __webpack_require__(92923);
// EXTERNAL MODULE: ./lib/engine/manifest.js
var manifest = __webpack_require__(94365);
// EXTERNAL MODULE: ./lib/incident/chain.js
var chain = __webpack_require__(34903);
// EXTERNAL MODULE: ./lib/incident/entry.js
var entry = __webpack_require__(61022);
// EXTERNAL MODULE: ./lib/incident/record.js
var record = __webpack_require__(99069);
// EXTERNAL MODULE: ./lib/incident/status.js
var incident_status = __webpack_require__(21022);
// EXTERNAL MODULE: ./lib/report/incident.js
var report_incident = __webpack_require__(1550);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/runtime/flow.js
var flow = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/cli/author.js
var author = __webpack_require__(33975);
// EXTERNAL MODULE: ./lib/cli/quarantine-status.js + 1 modules
var quarantine_status = __webpack_require__(49837);
// EXTERNAL MODULE: ./lib/incident/quarantine.js
var quarantine = __webpack_require__(62424);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
;// CONCATENATED MODULE: ./lib/commands/incident/lift.js




/**
 * After the discharge of an obligation: if it was a quarantine, the status of its commit on GitHub becomes success. The lift
 * stands in the record already, so a failure is a warning.
 * @param id of the obligation
 */
async function liftOnGitHub(session, { store, config }, recorder, id) {
    const { context: ctx, run, inputs } = session;
    const entries = await recorder.entries();
    const held = entries.flatMap((entry) => entry.kind === 'obligation' && entry.data.kind === 'quarantined-commit' && entry.data.id === id ? [entry] : []);
    // Only a workflow writes the status.
    if (run === null && held.every((entry) => entry.run === null))
        return;
    const { by } = (0,author/* authorOf */.r)(session);
    for (const commit of new Set(held.flatMap(({ data }) => data.items))) {
        const place = { commit, environment: config.environment };
        try {
            const still = (await (0,quarantine/* quarantinedIn */.u)(store, config.environment)).find((one) => one.commit === commit);
            const said = still === undefined
                ? await (0,quarantine_status/* showLifted */.Kc)((0,client.createGitHub)(ctx), place, {
                    by,
                    reason: ctx.masker.redact(inputs.reason ?? ''),
                    url: run?.url ?? null,
                })
                : `Commit ${commit.slice(0, 12)} is still held back in incident ${still.incident}.`;
            if (said !== null)
                ctx.log.info(said);
        }
        catch (error) {
            const { message, remedy, code } = (0,quarantine_status/* statusNotWritten */.zM)(place, 'success', error);
            ctx.log.warn(`${message} (${code}) ${remedy ?? ''}`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/commands/incident/actions.js















/** Each action by its name. */
const ACTIONS = { open: actions_open, list, show, note, discharge, close: actions_close, verify };
async function run(action, session, id) {
    if (id !== undefined && !entry/* INCIDENT_ID */.zP.test(id)) {
        throw new errors/* RewindError */.Ir('input-invalid', `"${id}" is not the id of an incident (20261126T030405Z-1a2b3c).`);
    }
    if (id !== undefined && (action === 'open' || action === 'list')) {
        throw new errors/* RewindError */.Ir('input-invalid', `incident ${action} takes no id (got "${id}").`, {
            remedy: action === 'open' ? 'A new incident gets its id from Rewind. Leave it out.' : 'To see one: incident show.',
        });
    }
    // A head that is not compared would look like a proof.
    if (session.inputs.head !== null && action !== 'verify') {
        throw new errors/* RewindError */.Ir('input-invalid', `incident ${action} compares no head: --head belongs to incident verify.`, {
            remedy: `Leave --head out, or run: ${(0,command_line/* commandLine */.ay)(session, ['incident', 'verify', '--head', (0,chain/* headText */.W)(session.inputs.head)])}`,
        });
    }
    return ACTIONS[action](session, await session.open(), id);
}
async function actions_open(session, project) {
    const { context: ctx, inputs } = session;
    const title = required(inputs.title, 'title', 'open');
    for (const before of await (0,incident/* openIncidentsOf */.bJ)(session, project.store, project.config.environment)) {
        ctx.log.warn(`Incident ${before.id} is still open: ${(0,report_incident/* incidentLine */.vV)(before, ctx.clock.now())}`);
    }
    const recorder = (0,incident/* recorderOf */.MU)(session, project, (0,manifest/* snapshotIdAt */.P1)(ctx.clock.now(), ctx.randomHex(3)));
    await recorder.add('opened', { title, severity: inputs.severity });
    return told(session, project, recorder.incident);
}
async function list(session, project) {
    const { environment } = project.config;
    const now = session.context.clock.now();
    const ids = (await (0,record/* listIncidents */.MZ)(project.store, environment)).reverse();
    const rows = await (0,flow/* mapLimited */.bB)(ids, record/* INCIDENTS_AT_ONCE */.Q1, async (id) => {
        try {
            const status = (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(project.store, environment, id));
            return { id, status, line: (0,report_incident/* incidentLine */.vV)(status, now) };
        }
        catch (error) {
            return { id, status: null, line: `DAMAGED: ${(0,errors/* asRewindError */.m2)(error).message}` };
        }
    });
    const empty = `"${environment}" has no incidents.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment, incidents: rows.map(({ id, status, line }) => status ?? { id, problem: line }) }),
        text: rows.length === 0 ? empty : (0,runtime_text/* textOf */.b6)(rows.map(({ id, line }) => `${id}  ${line}`)),
        summary: `## Incidents of ${(0,markdown/* codeSpan */.SS)(environment)}\n\n${rows.length === 0
            ? (0,markdown/* escapeText */.X1)(empty)
            : rows.map(({ id, line }) => `- ${(0,markdown/* codeSpan */.SS)(id)} ${(0,markdown/* escapeText */.X1)(line)}`).join('\n')}\n`,
    };
}
async function show(session, project, id) {
    const openOnes = id === undefined ? incident/* openIncidentsToChoose */.q2 : incident/* openIncidentsOf */.bJ;
    const open = await openOnes(session, project.store, project.config.environment);
    const chosen = id ?? open[0]?.id;
    if (chosen !== undefined) {
        return shown(session, project, chosen, { alsoOpen: open.filter((one) => one.id !== chosen) });
    }
    const text = `No incident of "${project.config.environment}" is open: nothing is left to be undone or finished.`;
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ environment: project.config.environment, incident: null }),
        text,
        summary: `${(0,markdown/* escapeText */.X1)(text)}\n`,
        outputs: { verdict: 'none' },
    };
}
async function note(session, project, id) {
    const text = required(session.inputs.text, 'text', 'note');
    const recorder = await (0,incident/* openRecorder */.LS)(session, project, id);
    await recorder.add('note', { text });
    return shown(session, project, recorder.incident);
}
async function discharge(session, project, id) {
    const obligation = required(session.inputs.obligation, 'obligation', 'discharge');
    const reason = required(session.inputs.reason, 'reason', 'discharge');
    const recorder = await (0,incident/* openRecorder */.LS)(session, project, id);
    const status = (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(project.store, project.config.environment, recorder.incident));
    const known = (0,incident_status/* openObligations */.CJ)(status).map(({ id: name }) => name);
    if (!known.includes(obligation)) {
        throw new errors/* RewindError */.Ir('input-invalid', `Incident ${status.id} has no open obligation "${obligation}".`, {
            remedy: known.length === 0 ? 'No obligation is open.' : `Open are: ${known.join(', ')}.`,
        });
    }
    await recorder.add('discharged', { id: obligation, how: reason });
    await liftOnGitHub(session, project, recorder, obligation);
    return shown(session, project, recorder.incident);
}
async function actions_close(session, project, id) {
    const reason = required(session.inputs.reason, 'reason', 'close');
    const recorder = await (0,incident/* openRecorder */.LS)(session, project, id);
    const status = (0,incident_status/* statusOf */.c2)(await (0,record/* readEntries */.$2)(project.store, project.config.environment, recorder.incident));
    const left = (0,incident_status/* openObligations */.CJ)(status);
    if (left.length > 0) {
        throw new errors/* RewindError */.Ir('incident-open', `Incident ${status.id} has ${left.length} open obligation(s).`, {
            problems: left.map(({ id: name, what, discharge: how }) => `${name}: ${what} To discharge: ${how}`),
        });
    }
    await recorder.add('closed', { reason });
    return told(session, project, recorder.incident);
}
/** Tells the channels. A broken one is named, and changes nothing in the result. */
async function told(session, project, id) {
    await (0,tell/* tellNow */.mx)(session, project, id);
    return shown(session, project, id);
}
async function verify(session, project, id) {
    const { environment } = project.config;
    const ids = id === undefined ? await (0,record/* listIncidents */.MZ)(project.store, environment) : [id];
    const { head } = session.inputs;
    if (id !== undefined && head !== null)
        await assertNotOfAnother(session, project, id, head);
    const records = await (0,flow/* mapLimited */.bB)(ids, record/* INCIDENTS_AT_ONCE */.Q1, async (incident) => ({
        incident,
        ...(await (0,record/* readRecord */.aE)(project.store, environment, incident)),
    }));
    const checked = records.map(({ incident, stored, head: own }) => ({
        incident,
        entries: stored.length,
        problems: (0,chain/* problemsOf */.G)(stored, incident, own, id === undefined ? null : head),
    }));
    const entries = records.flatMap(({ stored }) => stored.map(({ entry }) => entry?.hash));
    const lost = head === null || id !== undefined || entries.includes(head.hash)
        ? []
        : [`No record of "${environment}" holds entry ${(0,chain/* headText */.W)(head)}: a record was cut, replaced or removed.`];
    const damaged = checked.filter(({ problems }) => problems.length > 0);
    const lines = checked.flatMap(({ incident, entries: count, problems }) => [
        `${incident}: ${problems.length === 0 ? `sound (${count} entries)` : 'DAMAGED'}`,
        ...problems.map((problem) => `  ${problem}`),
    ]);
    const sound = checked.length === 0
        ? `"${environment}" has no incidents: there is nothing to verify.`
        : `Each entry of ${checked.length} incident(s) is as it was written.`;
    const headline = lost[0] ??
        (damaged.length === 0
            ? sound
            : `${damaged.length} of ${checked.length} incident(s) were changed after they were written.`);
    const ok = damaged.length === 0 && lost.length === 0;
    return {
        exit: ok ? 0 : 3,
        json: (0,json/* toJson */.a)({ ok, incidents: checked, problems: lost }),
        text: (0,runtime_text/* textOf */.b6)([headline, ...lines]),
        summary: [`## ${(0,markdown/* escapeText */.X1)(headline)}`, ...lines.map((line) => `- ${(0,markdown/* escapeText */.X1)(line.trim())}`)].join('\n\n'),
        outputs: { verdict: ok ? 'sound' : 'damaged' },
    };
}
/** @throws RewindError input-invalid if the head is that of another incident: it says nothing about this one */
async function assertNotOfAnother(session, { store, config }, id, head) {
    const { environment } = config;
    const all = await (0,flow/* mapLimited */.bB)(await (0,record/* listIncidents */.MZ)(store, environment), record/* INCIDENTS_AT_ONCE */.Q1, async (incident) => {
        const { stored } = await (0,record/* readRecord */.aE)(store, environment, incident);
        return stored.some(({ entry }) => entry?.hash === head.hash) ? [incident] : [];
    });
    const [owner, ...more] = all.flat();
    if (owner === undefined || owner === id || more.includes(id))
        return;
    throw new errors/* RewindError */.Ir('input-invalid', `The head ${(0,chain/* headText */.W)(head)} belongs to incident ${owner}, not to ${id}.`, {
        remedy: `Verify the incident that it belongs to: ${(0,command_line/* commandLine */.ay)(session, ['incident', 'verify', owner, '--head', (0,chain/* headText */.W)(head)])}`,
    });
}
/** @param details null after a write, for the state without the timeline */
async function shown(session, project, id, details = null) {
    const { config, store } = project;
    const entries = await (0,record/* readEntries */.$2)(store, config.environment, id);
    const status = (0,incident_status/* statusOf */.c2)(entries);
    const now = session.context.clock.now();
    (0,incident/* announceRecord */.HA)(session, project, id);
    if (details === null)
        (0,incident/* warnIfLocal */.zp)(session, project, id);
    const timeline = details === null ? null : entries;
    const { alsoOpen } = details ?? { alsoOpen: [] };
    const others = alsoOpen.length === 0
        ? []
        : [
            `Also open: ${alsoOpen.length} incident(s).`,
            ...alsoOpen.map((one) => `  ${one.id}  ${(0,report_incident/* incidentLine */.vV)(one, now)}`),
        ];
    return {
        exit: 0,
        json: (0,json/* toJson */.a)({ ...status, ...(details === null ? {} : { entries, alsoOpen: alsoOpen.map((one) => one.id) }) }),
        text: [(0,report_incident/* incidentText */.Kc)(status, timeline, now), (0,runtime_text/* textOf */.b6)(others)].filter((part) => part !== '').join('\n\n'),
        summary: [(0,report_incident/* incidentMarkdown */.kM)(status, timeline, now), ...others.map((line) => (0,markdown/* escapeText */.X1)(line.trim()))].join('\n'),
        outputs: { 'incident-id': id, verdict: status.closed === null ? 'open' : 'closed' },
    };
}
/** A timeline holds each other text. In characters. */
const LIMITS = { title: incident/* TITLE */.ly };
const LIMIT = 4000;
/** @throws RewindError input-invalid */
function required(value, flag, action) {
    if (value === null || value.trim() === '') {
        throw new errors/* RewindError */.Ir('input-invalid', `incident ${action} needs --${flag}.`);
    }
    const most = LIMITS[flag] ?? LIMIT;
    if (value.length <= most)
        return value;
    throw new errors/* RewindError */.Ir('input-invalid', `--${flag} has ${value.length} characters; at most ${most} are allowed.`, {
        remedy: 'Shorten it. A record is append-only: keep long texts elsewhere and give their address.',
    });
}

;// CONCATENATED MODULE: ./lib/commands/incident/flags.js


const severity = {
    ...(0,flags/* text */.Qq)(entry/* SEVERITIES */.oC.join('|'), 'How bad it is (incident open).'),
    allowed: `one of ${entry/* SEVERITIES */.oC.join(', ')}`,
    parse: (given) => entry/* SEVERITIES */.oC.find((word) => word === given),
    absent: null,
};
const head = {
    ...(0,flags/* text */.Qq)('seq:hash', 'End of the record as it was once shown; it must still be part of a record (incident verify).'),
    allowed: 'a number, a colon and 64 hexadecimal digits',
    parse: (given) => {
        const [, seq, hash] = /^(\d{1,6}):([0-9a-f]{64})$/.exec(given) ?? [];
        return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
    },
    absent: null,
};
const flags_flags = {
    title: (0,flags/* text */.Qq)('text', 'What is wrong, in a few words (incident open).'),
    severity,
    text: (0,flags/* text */.Qq)('text', 'The note (incident note).'),
    obligation: (0,flags/* text */.Qq)('id', 'Obligation that is undone or finished (incident discharge).'),
    reason: (0,flags/* text */.Qq)('text', 'Why it is closed, or how the obligation was discharged.'),
    head,
};

;// CONCATENATED MODULE: ./lib/commands/incident/index.js





/** The record of an incident: what happened, and what is not yet normal. Writes to the store only. */
/* harmony default export */ const commands_incident = ((0,command/* defineCommand */.N)({
    name: 'incident',
    summary: 'Read and write the record of an incident: what happened, and what is not yet normal.',
    arguments: [
        { name: 'action', description: `${Object.keys(ACTIONS).join(', ')}.`, required: true },
        {
            name: 'incident',
            description: 'Id of the incident. Needed if several are open; "show" takes the newest of them, "verify" checks all. "open" and "list" take none.',
        },
    ],
    flags: { ...flags_flags, out: flags/* FLAGS */.Wg.out },
    examples: [
        'incident open --title checkout-broken --severity critical',
        'incident show',
        'incident discharge --obligation production-pinned:web --reason promoted',
        'incident verify',
    ],
    notes: [
        'An incident opens by itself with the first rollback. It can be closed when no obligation is open.',
        'Exit status 3 ("damaged"): "verify" found an entry that was changed, removed or moved.',
    ],
    verdicts: ['sound', 'damaged', 'open', 'closed', 'none'],
    outputs: ['incident-id', 'incident-artifact', 'incident-path', 'index-artifact', 'index-path'],
    async run(session) {
        const [action = '', id, ...rest] = session.inputs.args;
        if (!Object.hasOwn(ACTIONS, action) || rest.length > 0) {
            throw new errors/* RewindError */.Ir('input-invalid', `incident needs one of ${Object.keys(ACTIONS).join(', ')} (got "${action}").`);
        }
        return run(action, session, id);
    },
}));


/***/ }),

/***/ 94365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_2__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _mitigated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69156);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8892);





const SCHEMA_VERSION = 1;
const payloadRef = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().nonnegative(),
    sealedBytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().nonnegative(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const json = zod__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq9();
const capturedResource = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    capturedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nonnegative(),
    /** The provider's own schema parses it before use. */
    state: json,
    payloads: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(payloadRef),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('rewind-snapshot'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(SCHEMA_VERSION),
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_ID */ .dn),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    /** Version of Rewind that wrote it. */
    writtenBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** URL of the workflow run, where there was one. */
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** Login of the person who started that run, and the event that did. */
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    event: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .REASONS */ .ez),
    /**
     * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
     * that their fingerprints can be compared.
     */
    after: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_ID */ .dn), digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).exactOptional(),
    /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
    override: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), closed: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).exactOptional(),
    /** Mitigations that were in effect; not in a snapshot that a rollback took. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_mitigated_js__WEBPACK_IMPORTED_MODULE_1__/* .mitigatedSchema */ .aJ).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(capturedResource),
    /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
    baselines: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(json).exactOptional(),
});

/** What tells another format. */
const head = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), writtenBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/**
 * Parses the text of manifest.json, after its checksum was verified.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
function parseManifest(text, id) {
    let content;
    try {
        content = JSON.parse(text);
    }
    catch (error) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${id} is not JSON.`, { cause: error });
    }
    const told = head.safeParse(content);
    if (told.success && told.data.kind === 'rewind-snapshot' && told.data.schemaVersion !== SCHEMA_VERSION) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-unsupported', `Snapshot ${id} has format ${told.data.schemaVersion} (written by Rewind ${told.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`);
    }
    const parsed = manifest.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `manifest.json of snapshot ${id} is not a valid manifest.`, {
            problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
        });
    }
    if (parsed.data.id !== id) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RewindError */ .Ir('snapshot-corrupt', `The manifest of snapshot ${id} names another snapshot, ${parsed.data.id}.`);
    }
    return parsed.data;
}
/** The time in a snapshot id, in milliseconds since 1970; NaN for another form. */
function snapshotTime(id) {
    return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
/** `20261123T030405Z-1a2b3c`: sorts by time, and two in one second differ. */
function snapshotIdAt(at, random) {
    return `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z-${random}`;
}


/***/ }),

/***/ 69156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ mitigatedText),
/* harmony export */   BA: () => (/* binding */ mitigatedKeys),
/* harmony export */   aJ: () => (/* binding */ mitigatedSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _three_way_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56724);


/** A mitigation that was in effect when a snapshot was taken: the snapshot holds what it changed as it made it. */
const mitigatedSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Digest of its plan. */
    plan: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What it is called in texts. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Id of the resource. */
    resource: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What was as the mitigation made it; null: that could not be read. */
    objects: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).nullable(),
});
/** Objects named in one line. */
const NAMED = 5;
/** `the mitigation flags-off "checkout-off" (0123456789ab): Flag "checkout", Flag "banner"` */
function mitigatedText({ plan, name, resource, objects }) {
    const targets = objects?.map(({ target }) => target) ?? null;
    const more = (targets?.length ?? 0) - NAMED;
    const what = targets === null
        ? `"${resource}" (which objects could not be read)`
        : `${targets.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `the mitigation ${name} (${plan.slice(0, 12)}): ${what}`;
}
/** The objects (`resource/object`) of all of them. */
const mitigatedKeys = (all) => new Set(all.flatMap(({ resource, objects }) => (objects ?? []).map(({ id }) => (0,_three_way_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKeyOf */ .Gs)(resource, id))));


/***/ }),

/***/ 56724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ objectKeyOf),
/* harmony export */   NZ: () => (/* binding */ withAuthors),
/* harmony export */   Qz: () => (/* binding */ changesWithOrigin),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   mN: () => (/* binding */ asApproved)
/* harmony export */ });
/**
 * Tells what the deploy changed from what was changed after it, by three comparisons of one provider: snapshot with live,
 * snapshot with release, release with live. Pure.
 *
 * A difference counts as `later` only if the deploy did not touch its object in any way. In doubt it is the deploy's, and a
 * rollback undoes it.
 *
 * @param release the state just after the deploy; its fingerprints have the salt of `saved`
 * @param asked the live state as it was asked for, if the service did not give all of it
 * @returns the changes that make live equal to the snapshot
 */
function changesWithOrigin({ plan, narrow }, saved, release, live, asked = live) {
    const originOf = originsIn(touched(plan(saved, release)), touched(plan(release, asked)));
    const changes = plan(saved, live).flatMap((change) => {
        const { id, parts } = change;
        if (!parts || !narrow)
            return [{ ...change, origin: originOf(objectOf(id)) }];
        const later = parts.filter((part) => originOf(partOf(id, part)) === 'later');
        const others = parts.filter((part) => !later.includes(part));
        const both = others.some((part) => originOf(partOf(id, part)) === 'both');
        return [
            ...narrow(saved, live, others).map((one) => ({ ...one, origin: both ? 'both' : 'deploy' })),
            ...narrow(saved, live, later).map((one) => ({ ...one, id: `${id}:later`, origin: 'later' })),
        ];
    });
    return afterCauses(withSideEffects(changes));
}
/**
 * Adds who made each difference that is not the deploy's alone. A name counts only if the service wrote it between the two
 * states: the name on what is left of an object does not tell who deleted the rest. Pure.
 * @param deployedBy who made the deployment; null if unknown
 */
function withAuthors(changes, { saved, release, live }, deployedBy) {
    const authorOf = (object, before, after) => {
        const last = after.authors?.get(object);
        return last === undefined || last.at <= (before.authors?.get(object)?.at ?? 0) ? null : last.by;
    };
    return changes.map((change) => {
        if (change.origin !== 'both' && change.origin !== 'later')
            return change;
        const object = objectOf(change.id);
        const deploy = change.origin === 'both' ? (authorOf(object, saved, release) ?? deployedBy) : null;
        return { ...change, authors: { deploy, later: authorOf(object, release, live) } };
    });
}
/** What an undone change touches on its way cannot stay as it is. */
function withSideEffects(changes) {
    const undone = changes.filter(({ origin }) => origin !== 'later');
    const side = new Set(undone.flatMap(({ sideEffects = [] }) => sideEffects));
    const caught = changes.filter(({ id, origin }) => origin === 'later' && side.has(id));
    if (caught.length === 0)
        return changes;
    return withSideEffects(changes.map((change) => (caught.includes(change) ? { ...change, origin: 'both' } : change)));
}
/** A change that only follows others goes or stays with them. */
function afterCauses(changes) {
    return changes.map((change) => {
        const causes = changes.filter(({ id }) => change.follows?.includes(id) === true);
        if (causes.length === 0)
            return change;
        if (causes.every(({ origin }) => origin === 'later'))
            return { ...change, origin: 'later' };
        return change.origin === 'later' ? { ...change, origin: 'both' } : change;
    });
}
/**
 * The changes of an approved plan keep the origin that was approved: a run that was interrupted left objects half-way, and
 * what a change touches on its way is no later change of somebody else.
 */
function asApproved(changes, approved) {
    const known = new Map(approved.map((change) => [change.id, change]));
    const side = new Set(approved.flatMap(({ sideEffects = [] }) => sideEffects));
    const approvedOrigins = changes.map((change) => {
        const same = known.get(change.id);
        if (same?.origin !== undefined)
            return { ...change, origin: same.origin };
        return change.origin === 'later' && side.has(change.id) ? { ...change, origin: 'both' } : change;
    });
    return afterCauses(approvedOrigins);
}
const originsIn = (byDeploy, since) => (object) => !since.has(object) ? 'deploy' : byDeploy.has(object) ? 'both' : 'later';
/** The objects of changes, of their parts, and of their side effects. */
function touched(changes) {
    return new Set(changes.flatMap(({ id, parts = [], sideEffects = [] }) => [
        ...[id, ...sideEffects].map(objectOf),
        ...parts.map((part) => partOf(id, part)),
    ]));
}
/** `update:we_1` and `create:we_1` are about one object. */
const objectOf = (id) => id.slice(id.indexOf(':') + 1);
/** Key of the object of a change across resources. */
const objectKeyOf = (resource, id) => `${resource}/${objectOf(id)}`;
const partOf = (id, part) => `${id}/${part}`;


/***/ }),

/***/ 62424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ quarantinedIn)
/* harmony export */ });
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46466);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99069);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);



/**
 * Commits that were rolled back and that nobody released since. Those of closed incidents included: an incident is closed
 * only after each of them was discharged.
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function quarantinedIn(store, environment) {
    const all = await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_0__/* .mapLimited */ .bB)(await (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .listIncidents */ .MZ)(store, environment), _record_js__WEBPACK_IMPORTED_MODULE_1__/* .INCIDENTS_AT_ONCE */ .Q1, async (incident) => {
        const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(await (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)(store, environment, incident));
        const open = (0,_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).filter(({ kind }) => kind === 'quarantined-commit');
        return open.flatMap(({ items }) => items.map((commit) => ({ commit, incident })));
    });
    return all.flat();
}


/***/ }),

/***/ 24408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ areasClause),
/* harmony export */   W0: () => (/* binding */ statesText),
/* harmony export */   eq: () => (/* binding */ areasMarkdown),
/* harmony export */   g_: () => (/* binding */ areasText),
/* harmony export */   gf: () => (/* binding */ whyOf),
/* harmony export */   o3: () => (/* binding */ comparedWith),
/* harmony export */   p1: () => (/* binding */ notRecovered),
/* harmony export */   q9: () => (/* binding */ WORDS)
/* harmony export */ });
/* harmony import */ var _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8892);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36447);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60975);




const WORDS = {
    recovered: 'recovered',
    'not-recovered': 'not recovered',
    inconclusive: 'inconclusive',
    'not-watched': 'not watched',
};
const ICONS = { recovered: '🟢', 'not-recovered': '🔴', inconclusive: '⚪', 'not-watched': '➖' };
const OTHER_DOUBTS = {
    unusual: 'something is unusual, and it proves nothing yet',
    settled: 'it failed after the rollback, and the newest samples are good',
    'few-latencies': 'too few response times to compare',
    'no-watch': 'nobody watched after the changes',
};
const DOUBT_TEXTS = { ..._verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .DOUBTS */ .gG, ...OTHER_DOUBTS };
const namesOf = (areas, state) => areas.flatMap((one) => (one.state === state ? [one.area] : []));
/** "recovered: content, performance; not recovered: payments; not watched: data" */
const statesText = (areas) => _engine_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .RECOVERIES */ .Ym.flatMap((state) => {
    const names = namesOf(areas, state);
    return names.length === 0 ? [] : [`${WORDS[state]}: ${names.join(', ')}`];
}).join('; ');
/** Areas that a probe proves to be not recovered. */
const notRecovered = (watched) => watched === null ? [] : namesOf(watched.areas, 'not-recovered');
/** What the title adds to "production equals the snapshot": ", but payments is not recovered; recovered: content" */
function areasClause(watched) {
    if (watched === null)
        return '';
    const bad = notRecovered(watched);
    const [good, open] = [namesOf(watched.areas, 'recovered'), namesOf(watched.areas, 'inconclusive')];
    return [
        bad.length === 0 ? '' : `, but ${bad.join(' and ')} ${bad.length === 1 ? 'is' : 'are'} not recovered`,
        good.length === 0 ? '' : `; recovered: ${good.join(', ')}`,
        open.length === 0 ? '' : `; recovery inconclusive: ${open.join(', ')}`,
    ].join('');
}
/** Why an area has its state, without the text of a service. */
function whyOf({ state, decisive, doubts, probes }, { unwatched }) {
    if (state === 'not-watched')
        return 'no probe';
    if (unwatched !== null)
        return unwatched;
    const found = decisive === null ? [] : [`${decisive.probe}: ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .measureText */ .kD)(decisive)}`];
    const why = [...doubts.map((one) => DOUBT_TEXTS[one]), ...found];
    return why.length === 0 ? `healthy: ${probes.join(', ')}` : why.join('; ');
}
/** What the watch was held to. */
const comparedWith = ({ series }) => series.some(({ before }) => before !== null)
    ? 'compared with the time before the deploy'
    : 'with nothing to compare with: there is no baseline from before the deploy';
/** Lines for a terminal. */
function areasText(watched) {
    const width = Math.max(...watched.areas.map(({ area }) => area.length));
    return [
        `Recovery by area${watched.minutes === 0 ? '' : `, watched for ${watched.minutes} min after the verification`}:`,
        ...watched.areas.flatMap((one) => [
            `  ${one.area.padEnd(width)}  ${WORDS[one.state].padEnd(13)}  ${whyOf(one, watched)}`,
            ...chartsOf(watched, one.area).map((line) => `    ${line}`),
        ]),
        ...(watched.series.length === 0 ? [] : [`  ${LEGEND}`]),
    ];
}
/** For the report and the job summary. */
function areasMarkdown(watched) {
    return [
        `### Recovery by area`,
        watched.minutes === 0
            ? ''
            : `Watched for ${watched.minutes} minutes after the verification, ${comparedWith(watched)}.`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['', 'Area', 'State', 'Why'], watched.areas.map((one) => [ICONS[one.state], one.area, WORDS[one.state], whyOf(one, watched)])),
        ...(watched.series.length === 0
            ? []
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeBlock */ .DV)('text', watched.areas
                    .flatMap(({ area }) => {
                    const charts = chartsOf(watched, area);
                    return charts.length === 0 ? [] : [area, ...charts.map((line) => `  ${line}`)];
                })
                    .join('\n')),
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeText */ .X1)(LEGEND),
            ]),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
const LEGEND = 'Before the mark │: during the rollback; after it: the watch. The height is the response time, ✗ a failure, · nothing.';
/** "home  ▁▁✗✗│▁▁▁▁  median 12 ms, p95 20 ms, 0 of 60 bad" */
function chartsOf({ series }, area) {
    return series.flatMap(({ during, after }) => {
        if (after.probe.area !== area || during.samples.length + after.samples.length === 0)
            return [];
        const top = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .slowestOf */ .xM)([...during.samples, ...after.samples]);
        const before = during.samples.length === 0 ? '' : (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .chartOf */ .IS)(during, 30, top);
        const why = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .lastFailure */ .xW)(after);
        return [
            after.samples.length === 0
                ? `${after.probe.id}  ${before}│  during the changes: ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesText */ .L4)(during)}`
                : `${after.probe.id}  ${before}│${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .chartOf */ .IS)(after, 60, top)}  ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesText */ .L4)(after)}`,
            ...(why === null ? [] : [`  last failure: ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(why)}`]),
        ];
    });
}


/***/ }),

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   kM: () => (/* binding */ incidentMarkdown),
/* harmony export */   vV: () => (/* binding */ incidentLine)
/* harmony export */ });
/* harmony import */ var _incident_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34903);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);






/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).length;
    const of = `${open} of ${status.obligations.length} obligation(s) open`;
    const state = status.closed === null ? `open for ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .age */ .KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)([
        `Incident ${status.id}: ${incidentLine(status, now)}`,
        ...(status.closed === null
            ? []
            : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
        ...figures(status).map((line) => `  ${line}`),
        ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
        ...open.flatMap((obligation) => obligationText(obligation, now)),
        ...(entries === null
            ? []
            : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${(0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head)}`,
    ]);
}
/** Entries that are shown: the summary of a job holds 1 MiB. */
const SHOWN = 100;
const newest = (entries) => entries.slice(-SHOWN);
const timelineTitle = ({ length }) => `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;
function obligationText({ id, what, since, discharge }, now) {
    return [
        `  - ${what}`,
        `      since ${since} (${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .age */ .KW)(now.getTime() - Date.parse(since))}); id ${id}`,
        `      to discharge: ${discharge}`,
    ];
}
function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(ms / 1000);
    return [
        ...(deployToRestoredMs === null
            ? []
            : [`from the release capture after the deploy to the verified rollback: ${took(deployToRestoredMs)}`]),
        ...(detectedToRestoredMs === null
            ? []
            : [`from the first entry to the verified rollback: ${took(detectedToRestoredMs)}`]),
        ...(approvalWaitMs === null ? [] : [`from the plan to the start of the approved run: ${took(approvalWaitMs)}`]),
    ];
}
/** An incident for a job summary. */
function incidentMarkdown(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return `${[
        `## Incident ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(status.id)}`,
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(incidentLine(status, now)),
        ...figures(status).map((line) => `- ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .escapeText */ .X1)(line)}`),
        ...(open.length === 0
            ? ['No obligation is open.']
            : [
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Not yet normal', 'Since', 'To discharge'], open.map(({ what, since, discharge }) => [what, since, discharge])),
            ]),
        ...(entries === null
            ? []
            : [
                `### ${timelineTitle(entries)}`,
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['UTC', 'By', 'What'], newest(entries).map((entry) => [entry.at, entry.by, sentenceOf(entry)])),
            ]),
        `Head of the record: ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)((0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head))}`,
    ].join('\n\n')}\n`;
}
const TOLD = {
    intent: 'about to be sent',
    sent: 'sent',
    'not-sent': 'NOT SENT',
    'perhaps-sent': 'PERHAPS SENT; it is not sent again',
};
/** What an entry says. */
function sentenceOf(entry) {
    switch (entry.kind) {
        case 'opened':
            return `opened by ${entry.by}: ${entry.data.title}`;
        case 'note':
            return `${entry.by}: ${entry.data.text}`;
        case 'verdict': {
            const { level, deployment, criterion, probe, rule, bad, total, suspect } = entry.data;
            const shared = suspect === 'shared' ? '; the previous deployment fails too' : '';
            return `verdict on ${deployment ?? 'production'}: ${level} (${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad${shared})`;
        }
        case 'decided':
            return `started ${entry.data.workflow}: ${entry.data.reason}`;
        case 'planned': {
            const { plan, changes, snapshot, database, digest } = entry.data;
            const to = plan === 'rollback' ? ` to snapshot ${snapshot} (database: ${database})` : '';
            return `planned: ${plan}${to}, ${changes} change(s), digest ${digest.slice(0, 12)}`;
        }
        case 'approved':
            return entry.data.how;
        case 'mitigated':
        case 'lifted':
        case 'rolled-back':
        case 'recovered':
            return entry.data.title;
        case 'verified':
            return `${entry.data.ok ? 'verified' : 'not verified'}: ${entry.data.statement}`;
        case 'observed':
            return `watched for ${entry.data.minutes} min after the rollback: ${(0,_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .statesText */ .W0)(entry.data.areas)}`;
        case 'obligation':
            return `to be undone or finished: ${entry.data.what}`;
        case 'discharged':
            return `discharged ${entry.data.id}: ${entry.data.how}`;
        case 'told':
            return `message "${entry.data.phase}" to ${entry.data.channel}: ${TOLD[entry.data.step]}`;
        case 'closed':
            return `closed by ${entry.by}: ${entry.data.reason}`;
    }
}


/***/ }),

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ verdictMarkdown),
/* harmony export */   IS: () => (/* binding */ chartOf),
/* harmony export */   L4: () => (/* binding */ seriesText),
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   O3: () => (/* binding */ decisiveOf),
/* harmony export */   Pi: () => (/* binding */ highestOf),
/* harmony export */   Y3: () => (/* binding */ ruleText),
/* harmony export */   YV: () => (/* binding */ quantile),
/* harmony export */   e2: () => (/* binding */ isBad),
/* harmony export */   gG: () => (/* binding */ DOUBTS),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   kD: () => (/* binding */ measureText),
/* harmony export */   nc: () => (/* binding */ cellsOf),
/* harmony export */   nt: () => (/* binding */ verdictText),
/* harmony export */   xM: () => (/* binding */ slowestOf),
/* harmony export */   xW: () => (/* binding */ lastFailure)
/* harmony export */ });
/* unused harmony export headlineOf */
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78101);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36447);


const HEADLINES = {
    healthy: 'healthy: nothing was found',
    inconclusive: 'inconclusive: nobody can say whether the deploy is good',
    watch: 'watch: something is unusual, and it proves nothing yet',
    mitigate: 'mitigate: the deploy does harm, or something behind it does',
    'roll-back': 'roll back: the deploy is bad',
};
const DOUBTS = {
    running: 'the watch ended before its time was over',
    'few-samples': 'a critical probe has too few samples',
    'no-data': 'samples stopped coming',
    provider: 'a service that is asked does not answer',
    'not-watched': 'what a probe asks is not watched, or the credential may not read it',
    refused: 'a probe could not be run',
    blind: 'a neutral target did not answer either, so the network of Rewind fails',
    late: 'samples came late, so the runner is overloaded',
    elsewhere: 'the domain served another deployment',
    'unknown-deployment': 'nobody could read which deployment the domain serves',
    'fails-on-baseline': 'a probe failed before the deploy too',
    'no-baseline': 'a probe has no baseline from before the deploy',
    'short-baseline': 'a baseline has too few samples',
};
const RULES = {
    failures: 'failures',
    'unknown-deployment': 'failures, while nobody could read which deployment the domain serves',
    'in-a-row': 'failures in a row',
    'slow-tail': 'much slower than the slowest before',
    'slow-body': 'slower than usual',
    'slow-limit': 'above the limit',
    silence: 'no events',
    assertion: 'false assertions',
    alert: 'firing alerts',
    'slower-at-end': 'slower over the whole watch',
};
/** Without a level there is nothing to claim, so the sentence says what is unproven. */
const headlineOf = ({ level }) => HEADLINES[level];
/** "mitigate: … (performance, probe home: slower than usual, 12 of 24)" */
function verdictLine(verdict) {
    const decisive = decisiveOf(verdict);
    const shared = verdict.suspect === 'shared'
        ? '; the previous deployment fails too: suspect the database or a provider before the code'
        : '';
    return `${headlineOf(verdict)}${decisive === null ? '' : ` (${decisive}${shared})`}`;
}
/** What led to the verdict, or is nearest to an alarm; null if no rule sees anything. */
function decisiveOf(verdict) {
    const top = highestOf(verdict);
    if (top?.decisive == null || top.decisive.bad === 0)
        return null;
    return `${top.criterion}, probe ${top.decisive.probe}: ${measureText(top.decisive)}`;
}
const ORDER = [
    'not-watched',
    'healthy',
    'inconclusive',
    'watch',
    'mitigate',
    'roll-back',
];
/** The criterion with the highest level. */
function highestOf({ criteria }) {
    return criteria.reduce((top, one) => (top === null || ORDER.indexOf(one.level) > ORDER.indexOf(top.level) ? one : top), null);
}
/** "failures, 12 of 30 (normal: at most 5.0 %), evidence 14.2 of 9.8" */
function measureText({ rule, bad, total, p0, evidence, thresholds, level }) {
    const normal = p0 === null ? '' : ` (normal: up to ${(100 * p0).toFixed(1)} %)`;
    const needed = level === 'healthy' ? (thresholds.watch ?? thresholds.mitigate) : thresholds[level];
    const proof = evidence === null || needed === undefined || !Number.isFinite(evidence)
        ? ''
        : `, evidence ${evidence.toFixed(1)} of ${needed.toFixed(1)}`;
    return `${RULES[rule]}, ${bad} of ${total}${normal}${proof}`;
}
const doubtsText = (doubts) => doubts.map((one) => DOUBTS[one]).join('; ');
const CELLS = 60;
const BARS = '▁▂▃▄▅▆▇█';
/**
 * A chart of one probe in one line, oldest first: the height is the latency, ✗ a failure, · nothing. A cell holds the worst
 * of its samples.
 *
 * @param top latency of the highest bar in milliseconds
 */
function chartOf({ probe, samples }, width = CELLS, top = slowestOf(samples)) {
    if (samples.length === 0)
        return '(no samples)';
    return cellsOf(samples, width)
        .map((cell) => {
        if (cell.some(isBad))
            return '✗';
        if (probe.kind !== 'check')
            return cell.some((one) => one.kind === 'count' && one.total > 0) ? '▄' : '·';
        const worst = Math.max(...cell.map((one) => (one.kind === 'check' ? (one.latencyMs ?? 0) : 0)));
        return BARS[Math.min(BARS.length - 1, Math.floor((worst / top) * BARS.length))] ?? '';
    })
        .join('');
}
/** Neighbouring samples together, in at most `width` groups. */
function cellsOf(samples, width) {
    const size = Math.max(1, Math.ceil(samples.length / width));
    return Array.from({ length: Math.ceil(samples.length / size) }, (_, index) => samples.slice(index * size, (index + 1) * size));
}
/** The highest latency, in milliseconds; at least 1. */
const slowestOf = (samples) => samples.reduce((top, one) => Math.max(top, one.kind === 'check' ? (one.latencyMs ?? 0) : 0), 1);
function isBad(one) {
    switch (one.kind) {
        case 'check':
            return !one.ok;
        case 'count':
            return one.bad > 0;
        case 'assertion':
            return !one.holds;
        case 'alert':
            return one.firing;
    }
}
/** @param latencies ascending */
const quantile = (latencies, share) => latencies.length === 0
    ? null
    : Math.round(latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0);
function figuresOf(samples) {
    const latencies = samples
        .flatMap((one) => (one.kind === 'check' && one.ok && one.latencyMs !== undefined ? [one.latencyMs] : []))
        .sort((a, b) => a - b);
    return {
        samples: samples.length,
        bad: samples.filter(isBad).length,
        median: quantile(latencies, 0.5),
        p95: quantile(latencies, 0.95),
        events: samples.reduce((sum, one) => one.kind === 'count' ? { bad: (sum?.bad ?? 0) + one.bad, total: (sum?.total ?? 0) + one.total } : sum, null),
    };
}
/** "median 120 ms, p95 340 ms, 3 of 60 bad" */
function seriesText({ samples, errors }) {
    const { bad, median, p95 } = figuresOf(samples);
    return [
        ...(median === null ? [] : [`median ${median} ms, p95 ${p95} ms`]),
        `${bad} of ${samples.length} bad`,
        ...(errors.length === 0 ? [] : [`${errors.length} not answered`]),
    ].join(', ');
}
const levelText = ({ level, doubts }) => level === 'inconclusive' ? `inconclusive: ${doubtsText(doubts)}` : level;
const subjectOf = ({ deployment, elapsedMs }) => `${deployment ?? 'production'} after ${Math.floor(elapsedMs / 60_000)} min ${Math.round((elapsedMs % 60_000) / 1000)} s`;
/** Why the newest bad sample is bad, else why the newest tick has none; text of a service. */
const lastFailure = ({ samples, errors }) => {
    const bad = samples.filter(isBad).at(-1);
    const text = bad?.kind === 'check' ? bad.error : bad?.kind === 'assertion' || bad?.kind === 'alert' ? bad.detail : undefined;
    return text ?? errors.at(-1)?.message ?? null;
};
function criterionRow({ criterion, level, probes, decisive }) {
    const why = decisive === null ? (probes.length === 0 ? 'no probe' : '') : `${decisive.probe}: ${measureText(decisive)}`;
    return [criterion, level === 'not-watched' ? 'not watched' : level, why];
}
function nextOf({ next }) {
    return next.length === 0 ? [] : ['', 'What to do:', ...next.map((line) => `  ${line}`)];
}
/** For a terminal. */
function verdictText(shown) {
    const { verdict, series } = shown;
    const width = Math.max(...verdict.criteria.map(({ criterion }) => criterion.length));
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)([
        `Verdict on ${subjectOf(shown)}: ${verdictLine(verdict)}.`,
        ...(verdict.level === 'inconclusive' ? [`Why: ${doubtsText(verdict.doubts) || 'no probe is critical'}.`] : []),
        '',
        ...verdict.criteria.map((one) => {
            const [criterion = '', level = '', why = ''] = criterionRow(one);
            return `  ${criterion.padEnd(width)}  ${level.padEnd(12)}  ${why}`.trimEnd();
        }),
        '',
        ...series.flatMap((one) => {
            const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
            const why = lastFailure(one);
            return [
                `  ${one.probe.id} (${one.probe.area}${one.probe.critical ? ', critical' : ''}): ${judged === undefined ? '' : levelText(judged)}`,
                `    ${chartOf(one)}  ${seriesText(one)}`,
                ...(why === null ? [] : [`    last: ${why}`]),
            ];
        }),
        ...nextOf(shown),
    ]);
}
/** For a job summary. */
function verdictMarkdown(shown) {
    const { verdict, series } = shown;
    const mark = { healthy: '🟢', inconclusive: '⚪', watch: '🟡', mitigate: '🟠', 'roll-back': '🔴' }[verdict.level];
    return `${[
        `## ${mark} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(`Verdict: ${verdictLine(verdict)}`)}`,
        `Of ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(subjectOf(shown))}.`,
        ...(verdict.level === 'inconclusive'
            ? [`**Why:** ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(doubtsText(verdict.doubts) || 'no probe is critical')}.`]
            : []),
        ...(shown.next.length === 0 ? [] : [`### What to do`, (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', shown.next.join('\n'))]),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Criterion', 'Verdict', 'Evidence'], verdict.criteria.map(criterionRow)),
        '### Probes',
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', series.map((one) => `${one.probe.id}\n  ${chartOf(one)}\n  ${seriesText(one)}`).join('\n')),
        (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Probe', 'Area', 'Critical', 'Verdict', 'Last failure'], series.map((one) => {
            const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
            return [
                one.probe.id,
                one.probe.area,
                one.probe.critical ? 'yes' : 'no',
                judged === undefined ? '' : levelText(judged),
                lastFailure(one) ?? '',
            ];
        })),
        'One cell is the worst of its samples, oldest first: the height is the latency, ✗ a failure, · nothing.',
    ].join('\n\n')}\n`;
}
/** A rule in words; an entry of the incident record holds only its name. */
const ruleText = (rule) => new Map(Object.entries(RULES)).get(rule) ?? rule;


/***/ }),

/***/ 46466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SG: () => (/* binding */ bothEnds),
/* harmony export */   bB: () => (/* binding */ mapLimited),
/* harmony export */   v_: () => (/* binding */ bothOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * Waits for both ends of a stream: the pipeline that fills `between`, and the reader that empties it. If one end fails, the
 * other one only sees a broken stream, so the first error that says more than that is the cause.
 *
 * @throws the cause
 */
async function bothEnds(between, filling, reading) {
    const failures = [];
    const end = (work) => work.catch((error) => {
        failures.push(error);
        // A reader that failed may have left the stream open; then the pipeline would wait for it without end.
        between.destroy(node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) ? error : undefined);
    });
    await Promise.all([end(filling), end(reading)]);
    if (failures.length > 0)
        throw failures.find((error) => !isBrokenStream(error)) ?? failures[0];
}
/** As `Promise.all` for two, but a failure of one waits until the other has ended: nothing is left that still writes. */
async function bothOf(first, second) {
    await Promise.allSettled([first, second]);
    return Promise.all([first, second]);
}
/** As `Promise.all` over `items.map(work)`, with at most `limit` at once: each may hold an open file or a connection. */
async function mapLimited(items, limit, work) {
    const results = [];
    // The workers share one iterator, so each takes the next item that is left.
    const left = items.entries();
    const worker = async () => {
        for (const [at, item] of left)
            results[at] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}
function isBrokenStream(error) {
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error))
        return false;
    const code = 'code' in error ? error.code : undefined;
    return (error.name === 'AbortError' ||
        code === 'ERR_STREAM_PREMATURE_CLOSE' ||
        code === 'ERR_STREAM_DESTROYED' ||
        code === 'EPIPE');
}


/***/ }),

/***/ 44903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitHub: () => (/* binding */ createGitHub)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91688);




const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/** All waits of one client for GitHub's limits together. The hourly quota can be further away than that. */
const PATIENCE_MS = 180_000;
/** GitHub asks for a minute at least, where it does not say how long. */
const UNSAID_MS = 60_000;
/** A service that asks for no wait at all must not be asked without end. */
const LEAST_WAIT_MS = 1_000;
const viewer = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    data: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ viewer: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ login: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }) }).nullish(),
});
/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @param patienceMs how long all waits for GitHub's limits may take together; 0 for what nobody must wait for
 * @throws RewindError credential-missing
 */
function createGitHub(ctx, given, patienceMs = PATIENCE_MS) {
    const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
            remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
        });
    }
    const token = given ?? ctx.env.token('GITHUB_TOKEN');
    const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
    const headers = { 'x-github-api-version': '2022-11-28' };
    let octokit;
    const once = async (call, schema, send) => {
        const { rest } = await (octokit ??= loadOctokit(ctx, token, baseUrl));
        const responses = [];
        const fetch = async (url, init) => {
            const response = await ctx.http.request(requestOf(call, url, init), schema);
            responses.push(response);
            return Response.json(response.data ?? null);
        };
        try {
            await send(rest, { owner, repo, headers, request: { fetch } });
        }
        catch (error) {
            throw unwrapped(error);
        }
        const [response] = responses;
        if (response === undefined)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('internal', `Octokit sent no request to ${call.what}.`);
        return response.data;
    };
    let patience = patienceMs;
    let pause;
    /** Requests that meet the limit at the same time wait together. @throws HttpFailure */
    const waitForLimit = (error) => {
        if (pause !== undefined)
            return pause;
        const wait = Math.max(error.retryAfterMs ?? UNSAID_MS, LEAST_WAIT_MS) * (1 + ctx.random() / 10);
        if (wait > patience)
            throw overLimit(ctx, error);
        patience -= wait;
        ctx.log.info(`GitHub limits the requests of this repository: waiting ${Math.ceil(wait / 1000)} s.`);
        pause = ctx.clock.sleep(wait, ctx.signal).finally(() => (pause = undefined));
        return pause;
    };
    const request = async (call, schema, send) => {
        for (;;) {
            try {
                return await once(call, schema, send);
            }
            catch (error) {
                if (!(error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR) || error.code !== 'api-rate-limited')
                    throw error;
                await waitForLimit(error);
            }
        }
    };
    let login;
    const readLogin = async () => {
        const { data } = await ctx.http.request({
            ...{ service: 'GitHub', what: 'read the login of the token', method: 'POST', repeatable: true },
            // GitHub Enterprise Server: /api/v3 and /api/graphql.
            url: ctx.env.url('GITHUB_GRAPHQL_URL', `${baseUrl.replace(/\/v3$/, '')}/graphql`),
            headers: { authorization: `Bearer ${token}` },
            json: { query: '{ viewer { login } }' },
            deadlineMs: DEADLINE_MS,
        }, viewer);
        return data.data?.viewer.login ?? null;
    };
    return {
        repository,
        request,
        login: () => (login ??= readLogin().catch(() => null)),
        find: async (call, schema, send) => {
            try {
                return await request(call, schema, send);
            }
            catch (error) {
                if (error instanceof _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
                    return null;
                throw error;
            }
        },
        all: async (call, schema, itemsOf, send) => {
            const read = async (page) => itemsOf(await request(call, schema, (rest, target) => send(rest, { ...target, per_page: PAGE, page })));
            const first = await read(1);
            const items = [...first.items];
            if (first.total !== undefined) {
                const count = Math.ceil(first.total / PAGE);
                const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2)));
                return [...items, ...others.flatMap((page) => page.items)];
            }
            for (let page = 2, last = first; last.items.length === PAGE; page += 1) {
                last = await read(page);
                items.push(...last.items);
            }
            return items;
        },
        download: (path) => ({
            url: `${baseUrl}/repos/${repository}${path}`,
            headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        }),
    };
}
/** Every workflow of a repository takes from the same hourly quota, 1,000 requests with GITHUB_TOKEN. */
function overLimit(ctx, { message, status, body, retryAfterMs }) {
    const until = retryAfterMs === undefined ? undefined : new Date(ctx.clock.now().getTime() + retryAfterMs);
    const when = until === undefined ? 'in some minutes' : `after ${until.toISOString().slice(11, 16)} UTC`;
    const remedy = `Run again ${when}. The requests of all workflows of the repository count for this limit: see which of them send many, or give Rewind the token of a GitHub App (github-token), which has its own.`;
    return new _runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR('api-rate-limited', message, { remedy, retryAfterMs }, status, body);
}
function requestOf({ what, permission, repeatable }, url, init) {
    const { method, headers, body } = init;
    return {
        service: 'GitHub',
        what,
        method,
        url,
        headers,
        body,
        repeatable,
        deadlineMs: DEADLINE_MS,
        // A secondary limit may come with status 403 and without a header; it says nothing about permissions.
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4794)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir ? error.cause : error;
}


/***/ })

};
