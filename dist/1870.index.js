export const id = 1870;
export const ids = [1870];
export const modules = {

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
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
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
// EXTERNAL MODULE: ./lib/store/index.js
var lib_store = __webpack_require__(86225);
// EXTERNAL MODULE: ./lib/commands/undo/past-rollbacks.js
var past_rollbacks = __webpack_require__(79649);
// EXTERNAL MODULE: ./lib/commands/undo/unrecorded.js
var undo_unrecorded = __webpack_require__(50838);
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
        throw (0,entry/* noIncidentId */.H7)(id);
    }
    if (id !== undefined && (action === 'open' || action === 'list')) {
        throw new errors.RewindError('input-invalid', `incident ${action} takes no id (got "${id}").`, {
            remedy: action === 'open' ? 'A new incident gets its id from Rewind. Leave it out.' : 'To see one: incident show.',
        });
    }
    assertOwnFlags(action, session);
    // A head that is not compared would look like a proof.
    if (session.inputs.head !== null && action !== 'verify') {
        throw new errors.RewindError('input-invalid', `incident ${action} compares no head: --head belongs to incident verify.`, {
            remedy: `Leave --head out, or run: ${(0,command_line/* commandLine */.ay)(session, ['incident', 'verify', '--head', (0,chain/* headText */.W)(session.inputs.head)])}`,
        });
    }
    return ACTIONS[action](session, await session.open(), id);
}
/** The flags of one action, or of two. */
const OWN = {
    title: ['open'],
    severity: ['open'],
    text: ['note'],
    obligation: ['discharge'],
    reason: ['discharge', 'close'],
};
/**
 * What was typed for another action would be lost. A text that this action takes too is not lost: the form of a workflow
 * fills title, text and reason from one field.
 */
function assertOwnFlags(action, { inputs }) {
    const flags = Object.entries(OWN);
    const taken = flags.flatMap(([flag, actions]) => (actions.includes(action) ? [inputs[flag]] : []));
    const lost = flags.filter(([flag, actions]) => inputs.given.has(flag) && !actions.includes(action) && !taken.includes(inputs[flag]));
    if (lost.length === 0)
        return;
    throw new errors.RewindError('input-invalid', `incident ${action} takes no ${lost.map(([flag]) => `--${flag}`).join(', ')}.`, {
        remedy: lost
            .map(([flag, actions]) => `Leave --${flag} out: it belongs to ${actions.map((one) => `"incident ${one}"`).join(' and ')}.`)
            .join(' '),
    });
}
async function actions_open(session, project) {
    const { context: ctx, inputs } = session;
    const title = required(inputs.title, 'title', 'open');
    for (const before of await (0,incident/* openIncidentsOf */.bJ)(session, project.store, project.config.environment)) {
        ctx.log.warn(`Incident ${before.id} is still open: ${(0,report_incident/* incidentLine */.vV)(before, ctx.clock.now())}`);
    }
    const recorder = (0,incident/* recorderOf */.MU)(session, project, (0,manifest/* snapshotIdAt */.P1)(ctx.clock.now(), ctx.randomHex(2)));
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
        json: (0,json/* toJson */.aB)({ environment, incidents: rows.map(({ id, status, line }) => status ?? { id, problem: line }) }),
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
    const { environment, store } = project.config;
    // A wrong store has no open incident, too.
    const none = `No incident of "${environment}" is open in ${(0,lib_store/* placeOf */.$)(store, session.context)}`;
    const unrecorded = await (0,undo_unrecorded/* unrecordedRollback */.k)(project, await (0,past_rollbacks/* pastRollbacks */.cM)(session, project));
    const text = unrecorded === null
        ? `${none}: nothing is left to be undone or finished.`
        : `${none}, and it is unknown ${unrecorded.what}: ${unrecorded.why((words) => (0,command_line/* commandLine */.ay)(session, words))}`;
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ environment: project.config.environment, incident: null, untold: unrecorded?.digest ?? null }),
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
        throw new errors.RewindError('input-invalid', `Incident ${status.id} has no open obligation "${obligation}".`, {
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
        throw new errors.RewindError('incident-open', `Incident ${status.id} has ${(0,runtime_text/* plural */.LS)(left.length, 'open obligation')}.`, {
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
        `${incident}: ${problems.length === 0 ? `sound (${(0,runtime_text/* plural */.LS)(count, 'entry', 'entries')})` : 'DAMAGED'}`,
        ...problems.map((problem) => `  ${problem}`),
    ]);
    const sound = checked.length === 0
        ? `"${environment}" has no incidents: there is nothing to verify.`
        : `Each entry of ${(0,runtime_text/* plural */.LS)(checked.length, 'incident')} is as it was written.`;
    const headline = lost[0] ??
        (damaged.length === 0
            ? sound
            : `${damaged.length} of ${(0,runtime_text/* plural */.LS)(checked.length, 'incident')} ${damaged.length === 1 ? 'was changed after it was' : 'were changed after they were'} written.`);
    const ok = damaged.length === 0 && lost.length === 0;
    return {
        exit: ok ? 0 : 3,
        json: (0,json/* toJson */.aB)({ ok, incidents: checked, problems: lost }),
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
    throw new errors.RewindError('input-invalid', `The head ${(0,chain/* headText */.W)(head)} belongs to incident ${owner}, not to ${id}.`, {
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
            `Also open: ${(0,runtime_text/* plural */.LS)(alsoOpen.length, 'incident')}.`,
            ...alsoOpen.map((one) => `  ${one.id}  ${(0,report_incident/* incidentLine */.vV)(one, now)}`),
        ];
    return {
        exit: 0,
        json: (0,json/* toJson */.aB)({ ...status, ...(details === null ? {} : { entries, alsoOpen: alsoOpen.map((one) => one.id) }) }),
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
        throw new errors.RewindError('input-invalid', `incident ${action} needs --${flag}.`);
    }
    const most = LIMITS[flag] ?? LIMIT;
    if (value.length <= most)
        return value;
    throw new errors.RewindError('input-invalid', `--${flag} has ${value.length} characters; at most ${most} are allowed.`, {
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
            throw new errors.RewindError('input-invalid', `incident needs one of ${Object.keys(ACTIONS).join(', ')} (got "${action}").`);
        }
        return run(action, session, id);
    },
}));


/***/ }),

/***/ 50838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ unrecordedRollback)
/* harmony export */ });
/* harmony import */ var _engine_undo_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70826);
/* harmony import */ var _incident_recorded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86512);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);



/**
 * Finds the newest rollback whose record its store refused: nothing else says what it left.
 * @param past newest first
 * @throws RewindError store-unreadable
 */
async function unrecordedRollback({ store, config }, past) {
    const newest = past.find(({ plan, entries }) => (0,_engine_undo_js__WEBPACK_IMPORTED_MODULE_0__/* .begunChanges */ .Ps)(plan, entries).length > 0);
    if (newest === undefined)
        return null;
    const { plan, at } = newest;
    const { digest, snapshot } = plan;
    const isLost = await (0,_incident_recorded_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnrecorded */ .A)(store, config.environment, { digest, at }).catch((error) => {
        // Another line says that a record is damaged; it may be the one of this rollback.
        if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError && error.code === 'incident-corrupt')
            return false;
        throw error;
    });
    if (!isLost)
        return null;
    return {
        digest,
        what: `what the rollback ${digest.slice(0, 12)} of ${at} (to snapshot ${snapshot}) left`,
        why: (command) => `no record of an incident mentions it. If nothing changed production since, run it again: it writes the record: ${command(['rollback', '--digest', digest])}. Else read its report, open an incident by hand, and close it when nothing is left: ${command(['incident', 'open', '--title', 'what is wrong'])}`,
    };
}


/***/ }),

/***/ 45812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ contactsAt),
/* harmony export */   u: () => (/* binding */ loadContacts)
/* harmony export */ });
/**
 * The contacts at an instant: of a rotation, the one who is on call, and until when. Loads what a rotation needs: start-up
 * stays quick without one.
 */
async function loadContacts(contacts) {
    const turnOf = contacts.some(({ rotation }) => rotation !== undefined)
        ? (await Promise.all(/* import() */[__webpack_require__.e(7490), __webpack_require__.e(8734)]).then(__webpack_require__.bind(__webpack_require__, 98734))).turnOf
        : () => null;
    return (now) => contacts.map(({ name, role, reach, rotation }) => {
        if (rotation === undefined)
            return { name, role, reach };
        const turn = turnOf(rotation, now);
        if (turn === null)
            return { name: `${name} (nobody before ${rotation.start} ${rotation.timezone})`, role, reach };
        return { name: `${turn.person} (${name}, until ${turn.until})`, role, reach };
    });
}
/** The contacts at an instant. */
const contactsAt = async (contacts, now) => (await loadContacts(contacts))(now);


/***/ }),

/***/ 1550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   Kc: () => (/* binding */ incidentText),
/* harmony export */   bd: () => (/* binding */ moreOf),
/* harmony export */   kC: () => (/* binding */ SHOWN),
/* harmony export */   kM: () => (/* binding */ incidentMarkdown),
/* harmony export */   vV: () => (/* binding */ incidentLine)
/* harmony export */ });
/* harmony import */ var _incident_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34903);
/* harmony import */ var _incident_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21022);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78101);
/* harmony import */ var _areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24408);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36447);






/** "Checkout is broken": open for 3 h, 2 of 5 obligations open. */
function incidentLine(status, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status).length;
    const of = `${open} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(status.obligations.length, 'obligation')} open`;
    const state = status.closed === null ? `open for ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(status.openedAt))}` : 'closed';
    return `${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(status.title)} (${status.severity ?? 'no severity'}): ${state}, ${of}`;
}
/** An incident for a terminal. @param entries its timeline; null to leave it out */
function incidentText(status, entries, now) {
    const open = (0,_incident_status_js__WEBPACK_IMPORTED_MODULE_2__/* .openObligations */ .CJ)(status);
    return (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)([
        `Incident ${status.id}: ${incidentLine(status, now)}`,
        ...(status.closed === null
            ? []
            : [`  closed by ${status.closed.by} at ${status.closed.at}: ${status.closed.reason}`]),
        ...figures(status).map((line) => `  ${line}`),
        ...(open.length === 0 ? ['  No obligation is open.'] : ['', 'Not yet normal, oldest first:']),
        ...open.slice(0, SHOWN).flatMap((obligation) => obligationText(obligation, now)),
        ...moreOf(open).map((line) => `  - ${line}`),
        ...(entries === null
            ? []
            : ['', `${timelineTitle(entries)}:`, ...newest(entries).map((entry) => `  ${entry.at}  ${sentenceOf(entry)}`)]),
        '',
        `Head of the record: ${(0,_incident_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .headText */ .W)(status.head)}`,
    ]);
}
/** Entries and obligations that are shown: the summary of a job holds 1 MiB. */
const SHOWN = 100;
const newest = (entries) => entries.slice(-SHOWN);
const timelineTitle = ({ length }) => `Timeline (UTC)${length > SHOWN ? `, the last ${SHOWN} of ${length} entries (--json shows all)` : ''}`;
/** A line about what is not shown, if anything is not. */
const moreOf = ({ length }) => length > SHOWN ? [`… and ${length - SHOWN} more (--json shows all)`] : [];
function obligationText({ id, what, since, discharge }, now) {
    return [
        `  - ${what}`,
        `      since ${since} (${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .age */ .KW)(now.getTime() - Date.parse(since))}); id ${id}`,
        `      to discharge: ${discharge}`,
    ];
}
function figures({ figures: { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } }) {
    const took = (ms) => (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .seconds */ .YA)(ms / 1000);
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
                (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['Not yet normal', 'Since', 'To discharge'], open.slice(0, SHOWN).map(({ what, since, discharge }) => [what, since, discharge])),
                ...moreOf(open),
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
            return `planned: ${plan}${to}, ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(changes, 'change')}, digest ${digest.slice(0, 12)}`;
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

/***/ 86225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   C: () => (/* binding */ openStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where the store is, for people. */
function placeOf(config, ctx) {
    switch (config.kind) {
        case 'directory':
            return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path);
        case 's3':
            return `s3://${config.bucket}/${config.prefix}`;
        case 'artifact':
            return `the artifacts of ${ctx.env.text('GITHUB_REPOSITORY') ?? 'the repository'}`;
    }
}
/** The configured store. Loads each kind only when needed: the S3 SDK takes 90 ms to load. */
async function openStore(config, ctx) {
    switch (config.kind) {
        case 'directory': {
            const { createDirectoryStore } = await __webpack_require__.e(/* import() */ 3606).then(__webpack_require__.bind(__webpack_require__, 3606));
            return createDirectoryStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ctx.root, config.path), ctx);
        }
        case 's3': {
            const { createS3Store } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(3711), __webpack_require__.e(980)]).then(__webpack_require__.bind(__webpack_require__, 40980));
            return createS3Store(config, ctx);
        }
        case 'artifact': {
            const [{ createArtifactStore }, { createGitHub }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(3606), __webpack_require__.e(1766)]).then(__webpack_require__.bind(__webpack_require__, 91766)),
                Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44903)),
            ]);
            return createArtifactStore(config, ctx, createGitHub(ctx));
        }
    }
}


/***/ })

};
