export const id = 7620;
export const ids = [7620];
export const modules = {

/***/ 8961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ pinRows),
/* harmony export */   SR: () => (/* binding */ eventRows),
/* harmony export */   cJ: () => (/* binding */ COMMIT),
/* harmony export */   gl: () => (/* binding */ commitRow),
/* harmony export */   ll: () => (/* binding */ EVENT)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78292);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21223);
/* harmony import */ var _services_vercel_build_event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7863);
/* harmony import */ var _quarantine_status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49837);





const COMMIT = '(commit)';
const EVENT = '(event)';
/** Whether a rollback pins production. A resource that cannot be read is `unknown`. */
async function pinRows({ context }, resources) {
    const outcomes = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .settleResources */ .D6)(resources.filter(({ provider }) => provider.capabilities?.hold !== undefined), async ({ id, provider, config }) => provider.capabilities?.hold?.read(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(context, id)));
    return {
        rows: outcomes.map(({ resource: { id }, value, error }) => {
            if (error !== undefined)
                return { id, pin: 'unknown', why: `${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .whyOf */ .gf)(error, id)}.` };
            return { id, pin: value?.pinned ?? 'unknown', why: value?.why ?? '' };
        }),
        // Where production could not be read, the row says what to do: a deploy does not help.
        pinned: outcomes.some(({ value, error }) => error === undefined && value?.pinned !== 'free'),
    };
}
/** Whether the commit was rolled back. A record that cannot be read blocks. */
async function commitRow(session, project, commit) {
    const id = COMMIT;
    if (commit === null)
        return { id, pin: 'free', why: 'no commit was checked: name it with --commit' };
    try {
        const { held, why, lift } = await (0,_quarantine_status_js__WEBPACK_IMPORTED_MODULE_4__/* .heldBack */ .Zg)(session, project, commit);
        if (held)
            return { id, pin: 'quarantined', why: `${why} ${lift}` };
        const free = `${commit.slice(0, 12)} is not held back`;
        return { id, pin: 'free', why: why === '' ? free : `${free}. ${why}` };
    }
    catch (error) {
        const { message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error);
        return { id, pin: 'unknown', why: `${message} It is unknown which commits are held back. ${remedy}` };
    }
}
/**
 * Whether the event of Vercel that started this run is about a project of the configuration. No row for another run, or
 * without a project of Vercel in the configuration.
 */
function eventRows({ context }, { config }) {
    const event = (0,_services_vercel_build_event_js__WEBPACK_IMPORTED_MODULE_3__/* .readBuildEvent */ .R)(context.env);
    const known = config.resources.flatMap((one) => ('project' in one && /^prj_/.test(one.project) ? [one.project] : []));
    if (event === null || known.length === 0)
        return [];
    const { project } = event;
    if (project !== null && known.includes(project.id)) {
        return [{ id: EVENT, pin: 'free', why: `${event.type} of ${project.id}` }];
    }
    if (project === null)
        return [{ id: EVENT, pin: 'unknown', why: `${event.type} names no project` }];
    const of = `the project ${project.id} (${JSON.stringify(project.name)})`;
    const why = `${event.type} is about ${of}; the configuration has ${[...new Set(known)].join(', ')}`;
    return [{ id: EVENT, pin: 'other-project', why }];
}


/***/ }),

/***/ 88578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ drillAgeFindings)
/* harmony export */ });
/* harmony import */ var _engine_drill_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59418);
/* harmony import */ var _readiness_freshness_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5271);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);



/**
 * Warns if the last drill that passed is too old. Nothing without any drill: `readiness` asks for the workflow. What cannot
 * be read is a warning of the log, because it stops no rollback.
 */
async function drillAgeFindings({ store, config }, ctx) {
    const days = config.readiness['drill-days'];
    if (days === 0)
        return [];
    try {
        const { drills } = await (0,_engine_drill_history_js__WEBPACK_IMPORTED_MODULE_0__/* .readDrills */ .f)(store, config.environment);
        const found = drills.length === 0 ? [] : (0,_readiness_freshness_js__WEBPACK_IMPORTED_MODULE_1__/* .drillHistoryFindings */ .Cy)(drills, days, ctx.clock.now());
        return found.map((finding) => ({ ...finding, level: 'warning' }));
    }
    catch (error) {
        ctx.log.warn(`The history of drills could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        return [];
    }
}


/***/ }),

/***/ 16188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ mitigatedFindings)
/* harmony export */ });
/* harmony import */ var _engine_mitigated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69156);

/** What a rollback to a snapshot that was taken during mitigations must know. Pure. */
const mitigatedFindings = ({ id, mitigated = [], }) => mitigated.map((one) => ({
    level: 'warning',
    code: 'snapshot-mitigated',
    resource: one.resource,
    message: `Snapshot ${id} was taken while a mitigation was in effect. It holds ${(0,_engine_mitigated_js__WEBPACK_IMPORTED_MODULE_0__/* .mitigatedText */ .Aq)(one)}.`,
    remedy: one.objects === null
        ? 'A rollback to it may bring the measure back. Compare its plan with the mitigation, or choose an older snapshot.'
        : `A rollback to it leaves these objects as they are then. To return them to before the mitigation, choose an older snapshot. To bring the measure back: --include-later-changes ${one.resource}.`,
}));


/***/ }),

/***/ 49837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zg: () => (/* binding */ heldBack),
  xB: () => (/* binding */ showHeld),
  Kc: () => (/* binding */ showLifted),
  zM: () => (/* binding */ statusNotWritten)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
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

/***/ 69100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ identityIn),
  j: () => (/* binding */ liveAddress)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/runtime/http-failure.js
var http_failure = __webpack_require__(72201);
;// CONCATENATED MODULE: ./lib/probes/identity.js

/** Probes are spread over their interval; each of them would ask the service. */
const FRESH_MS = 1000;
/** A service that does not answer is not asked by every tick: each would wait for it. */
const RETRY_MS = 10_000;
/**
 * Which deployment each host serves. The probes of one second share one request for a host.
 *
 * @param aliasOf reads the deployment that a host serves; null if it is no alias of the service
 * @returns a function of a host and the time at which the tick was due. Its result: the id of the deployment; null if it
 *   could not be read; undefined if the host is no such alias, e.g. that of a CDN
 */
function identityOf(ctx, aliasOf) {
    const read = new Map();
    return async (host, dueAt) => {
        const known = read.get(host);
        if (known !== undefined && dueAt > known.from && dueAt < known.to)
            return known.served;
        const asked = { from: dueAt - FRESH_MS, to: dueAt + FRESH_MS, served: target(host) };
        read.set(host, asked);
        const served = await asked.served;
        if (served === null)
            asked.to = dueAt + RETRY_MS;
        return served;
    };
    async function target(host) {
        try {
            return (await aliasOf(host)) ?? undefined;
        }
        catch (error) {
            if (!(error instanceof http_failure/* HttpFailure */.HR))
                throw error;
            ctx.log.debug(`which deployment ${host} serves could not be read: ${error.message}`);
            return null;
        }
    }
}

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/cli/served.js





/** Reads which deployment a host serves, by the first resource that knows; null if none does. */
function identityIn(ctx, resources) {
    for (const { id, provider, config } of resources) {
        const { capabilities } = provider;
        const within = (0,create_context/* forResource */.i_)(ctx, id);
        if (capabilities?.aliasOf === undefined)
            continue;
        return identityOf(within, async (host) => (await capabilities.aliasOf?.(config, within, host)) ?? null);
    }
    return null;
}
/** Immutable address of the deployment that is live; null if no resource tells it. What cannot be read is a warning. */
async function liveAddress(ctx, resources) {
    for (const { id, provider, config } of resources) {
        if (provider.capabilities?.aliasOf === undefined)
            continue;
        try {
            const state = await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, id), new payload_files/* DiscardingSink */.AP());
            return (0,engine_provider/* describeState */.Jw)(provider, state).address ?? null;
        }
        catch (error) {
            ctx.log.warn(`The address of the live deployment could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
    return null;
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

/***/ 89961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VF: () => (/* binding */ NOT_READ),
  kC: () => (/* binding */ SHOWN),
  Vr: () => (/* binding */ heldBy),
  FG: () => (/* binding */ measureReading),
  zC: () => (/* binding */ readElsewhere),
  dn: () => (/* binding */ sharedIn),
  KO: () => (/* binding */ sharedWith)
});

// EXTERNAL MODULE: ./lib/engine/choose.js
var choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/three-way.js
var three_way = __webpack_require__(56724);
;// CONCATENATED MODULE: ./lib/engine/in-effect.js


/**
 * The changes that end what is still in effect of a mitigation in one resource: of the objects that it changed, those that
 * are not as before and that the measure would not change again. Pure.
 * @param saved the state before the mitigation
 */
function inEffect(resource, saved, live, mitigates) {
    const { provider } = resource;
    const objectsOf = (changes) => new Set(changes.map(({ id }) => (0,three_way/* objectOf */.Xy)(id)));
    const own = objectsOf(provider.plan((0,mitigation/* eased */.RK)(resource, saved, mitigates).desired, saved));
    const given = (0,mitigation/* settled */.gu)(resource, live);
    const overtaken = objectsOf(provider.plan((0,mitigation/* eased */.RK)(resource, given, mitigates).desired, given));
    for (const object of provider.capabilities?.mitigation?.partly?.(live) ?? [])
        overtaken.delete(object);
    return provider.plan(saved, live).filter(({ id }) => own.has((0,three_way/* objectOf */.Xy)(id)) && !overtaken.has((0,three_way/* objectOf */.Xy)(id)));
}

// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/commands/mitigate/reading.js











/** Changes that a reading names. */
const SHOWN = 10;
const NOT_READ = 'its resource is not in the configuration, or not in --scope';
/** Why nothing can be said of an object if the configuration or the credential leads to another one. */
const readElsewhere = ({ before, after }) => `another object was read: ${before ?? 'none'} instead of ${after ?? 'none'}`;
/**
 * Whether something that a mitigation changed is still as it made it. What another plan or a person set to a third value is
 * in effect no more. Read-only.
 * @param only id of a resource; null: all that it changed or may have changed
 */
async function measureReading(facts, found, only) {
    const held = await heldBy(facts, found, only);
    if (typeof held === 'string')
        return { state: 'unknown', why: held };
    const left = held.flatMap(({ changes }) => changes).map(({ target }) => target);
    return left.length === 0
        ? { state: 'met', why: 'nothing of it is in effect any more' }
        : { state: 'holds', why: `still in effect: ${left.slice(0, SHOWN).join(', ')}` };
}
/**
 * The objects of a mitigation that are in effect and that another one asks for, too. Read-only.
 * @returns texts of their changes; none if they cannot be read
 */
async function sharedWith(facts, found, asked) {
    const held = await heldBy(facts, found, null);
    return typeof held === 'string' ? [] : sharedIn(held, asked).map(({ target }) => target);
}
/** What is in effect of one mitigation and another one asks for, too, with the keys of the objects. Pure. */
function sharedIn(held, { mitigates, ids }) {
    return held
        .filter(({ resource }) => ids.includes(resource.id) && (0,mitigation/* takes */.ny)(resource, mitigates.measure))
        .flatMap(({ resource, saved, changes }) => {
        const asked = resource.provider.plan((0,mitigation/* eased */.RK)(resource, saved, mitigates).desired, saved);
        const objects = new Set(asked.map(({ id }) => (0,three_way/* objectOf */.Xy)(id)));
        return changes
            .filter(({ id }) => objects.has((0,three_way/* objectOf */.Xy)(id)))
            .map(({ id, target }) => ({ key: (0,three_way/* objectKeyOf */.Gs)(resource.id, id), target }));
    });
}
/**
 * What of a mitigation is in effect, in every resource that it may have changed: also in those whose stage its journal does
 * not tell. Read-only.
 * @returns a text that says why nobody knows
 */
async function heldBy({ project, ctx }, { plan, entries }, only) {
    const { mitigates } = plan;
    const ids = [...new Set(plan.changes.map(({ resource }) => resource))].filter((id) => only === null || id === only);
    const before = (0,undo/* stateBefore */.L9)(entries);
    if (before === null || mitigates === undefined)
        return 'the store does not hold the state before it';
    const resources = project.resources.filter(({ id }) => ids.includes(id));
    if (resources.length < ids.length)
        return NOT_READ;
    const manifest = await (0,choose/* findSnapshot */.Cb)(project.store, before, project.origin);
    const within = (0,create_context/* forSnapshot */.C)(ctx, manifest);
    const read = await (0,engine_resources/* settleResources */.D6)(resources, async (resource) => {
        const { id, provider, providerId, config } = resource;
        const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
        if (captured === undefined)
            return null;
        const saved = (0,live_plan/* parseState */.Bu)(resource, captured.state);
        const live = await provider.capture(config, (0,create_context/* forResource */.i_)(within, id), new payload_files/* DiscardingSink */.AP(saved));
        const other = provider.plan(saved, live).find(other_object/* isOtherObject */.gK);
        if (other !== undefined)
            return readElsewhere(other);
        return { resource, saved, changes: inEffect(resource, saved, live, mitigates) };
    });
    const failed = read.find(({ error }) => error !== undefined);
    if (failed !== undefined)
        return (0,errors/* whyOf */.gf)(failed.error, failed.resource.id);
    const missing = read.find(({ value }) => value === null);
    if (missing !== undefined)
        return `snapshot ${before} does not hold "${missing.resource.id}"`;
    const held = read.flatMap(({ value }) => value ?? []);
    return held.find((each) => typeof each === 'string') ?? held.filter((each) => typeof each !== 'string');
}


/***/ }),

/***/ 37620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./lib/engine/snapshot.js
var snapshot = __webpack_require__(17732);
// EXTERNAL MODULE: ./lib/engine/coverage.js
var coverage = __webpack_require__(51282);
// EXTERNAL MODULE: ./lib/report/snapshots.js
var snapshots = __webpack_require__(62467);
// EXTERNAL MODULE: ./lib/store/artifact-names.js
var artifact_names = __webpack_require__(50918);
// EXTERNAL MODULE: ./lib/runtime/markdown.js
var markdown = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/cli/uploads.js
var uploads = __webpack_require__(95888);
// EXTERNAL MODULE: ./lib/cli/sign-keys.js
var sign_keys = __webpack_require__(60438);
// EXTERNAL MODULE: ./lib/cli/deploy-rows.js
var deploy_rows = __webpack_require__(8961);
// EXTERNAL MODULE: ./lib/cli/author.js
var author = __webpack_require__(33975);
// EXTERNAL MODULE: ./lib/readiness/windows/gate.js
var windows_gate = __webpack_require__(22239);
// EXTERNAL MODULE: ./lib/probes/inspect.js
var inspect = __webpack_require__(51063);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var progress = __webpack_require__(83997);
;// CONCATENATED MODULE: ./lib/commands/snapshot/describe.js




/** One line for each resource, and one for each object that the snapshot does not contain. */
function describeSnapshot(manifest, resources) {
    return (0,runtime_text/* textOf */.b6)([
        ...rowsOf(manifest).map(([id, provider, size, took]) => `  ${id} (${provider}): ${size}, ${took}`),
        ...leftOutOf(manifest, resources).map(({ resource, what }) => `  ${resource}: not in the snapshot: ${what}`),
    ]);
}
function snapshotTable(manifest, resources) {
    const lines = leftOutOf(manifest, resources).map(({ resource, what }) => `- ${(0,markdown/* escapeText */.X1)(`${resource}: not in the snapshot: ${what}`).replace(/\s+/g, ' ')}`);
    return [
        (0,markdown/* table */.tp)(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest)),
        ...(lines.length === 0 ? [] : ['', ...lines]),
    ].join('\n');
}
/** What the captured states say they lack; of the resources that the configuration still has. */
function leftOutOf(manifest, resources) {
    return manifest.resources.flatMap(({ id, provider, state }) => {
        const known = resources.find((resource) => resource.id === id && resource.providerId === provider);
        const lacking = known ? ((0,engine_provider/* describeState */.Jw)(known.provider, state).leftOut ?? []) : [];
        return lacking.map((what) => ({ resource: id, what }));
    });
}
function rowsOf(manifest) {
    return manifest.resources.map((resource) => {
        const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
        const size = resource.payloads.length === 0 ? 'state only' : (0,progress/* amount */.vj)(bytes, 'bytes');
        return [resource.id, resource.provider, size, (0,progress/* seconds */.YA)(resource.durationMs / 1000)];
    });
}

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/tell.js
var tell = __webpack_require__(92923);
// EXTERNAL MODULE: ./lib/engine/eligible.js
var eligible = __webpack_require__(39853);
// EXTERNAL MODULE: ./lib/engine/history.js
var engine_history = __webpack_require__(17578);
// EXTERNAL MODULE: ./lib/engine/release.js
var release = __webpack_require__(35819);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/deployments.js
var deployments = __webpack_require__(94986);
;// CONCATENATED MODULE: ./lib/commands/snapshot/release.js












/**
 * Finds the snapshot before the deploy, and what can be captured quickly.
 * @throws RewindError snapshot-not-found, snapshot-corrupt, input-invalid
 */
async function releaseCapture(session, project, given) {
    const resources = project.resources.filter(({ provider }) => provider.slow !== true);
    const leftOut = project.resources.filter(({ provider }) => provider.slow === true);
    if (resources.length === 0) {
        throw new errors.RewindError('input-invalid', `Nothing to capture: ${leftOut.map(({ id }) => id).join(', ')} ${leftOut.length === 1 ? 'takes' : 'take'} too long.`, {
            remedy: 'A release capture holds what is quick to read. Name other resources in --scope.',
        });
    }
    const { history, circumstances } = await (0,choose/* openSnapshots */.mn)(session, project);
    const earlier = (await history.slice(0, engine_history/* PAGE */.KL)).flatMap(({ manifest, releases }) => manifest?.reason === 'release' ? [releases] : []);
    const rest = { resources, leftOut, earlier };
    if (given === null)
        return { before: await (0,release/* snapshotBeforeDeploy */.H)(history, circumstances), ...rest };
    const { manifest, problem, releases } = (await history.holds(given))
        ? await history.entry(given)
        : { manifest: null, problem: null, releases: new Map() };
    if (problem !== null)
        throw problem;
    if (manifest === null) {
        throw new errors.RewindError('snapshot-not-found', `The store has no snapshot ${given} of "${history.environment}".`);
    }
    if (!(0,eligible/* isOrdinary */.P)({ scope: null, configured: [], origin: project.origin })({ manifest })) {
        throw new errors.RewindError('input-invalid', `${given} is a ${manifest.reason} snapshot, not one from before a deploy.`, {
            remedy: 'Give the id that "rewind snapshot" printed before the deploy.',
        });
    }
    const before = (0,engine_history/* showsLive */.d7)(releases, circumstances.live)
        ? { kind: 'none', why: `Snapshot ${given} shows this deployment already: it was taken after the deploy.` }
        : { kind: 'found', manifest };
    return { before, ...rest };
}
/**
 * Names of the projects of the capture, if none of them was ever deployed to production: then no deploy is live. A capture
 * that cannot read whether one was deployed fails before this is called.
 */
function neverDeployed({ resources: captured }, resources) {
    const projects = captured.flatMap(({ id, provider: providerId, state }) => {
        const provider = resources.find((one) => one.id === id && one.providerId === providerId)?.provider;
        const { project, deployment } = provider === undefined ? {} : (0,engine_provider/* describeState */.Jw)(provider, state);
        return project === undefined ? [] : [{ project, isDeployed: deployment !== undefined }];
    });
    return projects.some(({ isDeployed }) => isDeployed) ? [] : projects.map(({ project }) => project);
}
/**
 * The alarm if a deploy went live without a snapshot.
 * @param undeployed as `neverDeployed`
 */
function alarmOf({ before }, environment, undeployed) {
    if (before.kind !== 'none')
        return [];
    if (undeployed.length > 0) {
        return [
            {
                level: 'error',
                code: 'deploy-without-snapshot',
                message: `${nothingLive(undeployed)} ${before.why}`,
                remedy: 'Take a snapshot before the first deploy (examples/pre-deploy-snapshot.yml), and this capture after it.',
            },
        ];
    }
    return [
        {
            level: 'error',
            code: 'deploy-without-snapshot',
            message: `A deploy of "${environment}" went live without a snapshot before it. ${before.why}`,
            remedy: 'Let the deploy job need the snapshot job (examples/pre-deploy-snapshot.yml). Until the next deploy, no rollback can undo this one.',
        },
    ];
}
const nothingLive = (undeployed) => `No deploy is live: ${undeployed.join(', ')} ${undeployed.length === 1 ? 'was' : 'were'} never deployed to production.`;
/** Tells the team of the alarm, once for a deployment. */
async function tellOfAlarm(session, project, manifest, { earlier }, findings) {
    const [finding] = findings;
    const live = await (0,engine_history/* releasesOf */.w0)(manifest, load/* loadProvider */.C);
    if (finding === undefined || earlier.some((shown) => (0,engine_history/* showsLive */.d7)(shown, live)))
        return;
    const deployed = [...live.values()].map(({ deployment, key }) => deployment ?? key).join(', ') || manifest.id;
    await (0,tell/* tellAlarm */.hb)(session, project, {
        key: `no-snapshot-${(0,digest/* sha256 */.sc)(`${project.config.environment} ${deployed}`).slice(0, 12)}`,
        severity: 'minor',
        headline: `A deploy of "${project.config.environment}" went live without a snapshot before it`,
        lines: [`Deployment: ${deployed}`, finding.message, finding.remedy ?? ''],
        url: session.run?.url ?? null,
    });
}
/**
 * Writes on GitHub's Deployments page which snapshot undoes the deploy. A failure is a warning, because the capture is good.
 * @returns a sentence; null if it was not written
 */
async function noteWayBack(session, release, { before }) {
    const { run, context } = session;
    if (run === null || before.kind !== 'found')
        return null;
    const shown = [...(await (0,engine_history/* releasesOf */.w0)(release, load/* loadProvider */.C)).values()];
    const commit = shown.find((one) => one.commit !== null)?.commit ?? run.sha;
    const said = `To undo this deploy: Rewind snapshot ${before.manifest.id}`;
    try {
        const id = await (0,deployments/* noteOnDeployment */.T)((0,client.createGitHub)(context), release.environment, commit, run.url, said, {
            rewind: { snapshot: before.manifest.id, release: release.id },
        });
        return `GitHub's deployment ${id} of commit ${commit.slice(0, 7)} names the snapshot.`;
    }
    catch (error) {
        const { message, remedy } = (0,errors/* asRewindError */.m2)(error);
        context.log.warn(`GitHub's Deployments page does not name the snapshot: ${(0,runtime_text/* sentences */.hC)(message, remedy)}`);
        return null;
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./lib/cli/served.js + 1 modules
var served = __webpack_require__(69100);
// EXTERNAL MODULE: ./lib/probes/baseline.js
var probes_baseline = __webpack_require__(29504);
// EXTERNAL MODULE: ./lib/probes/prepare.js + 1 modules
var prepare = __webpack_require__(66910);
// EXTERNAL MODULE: ./lib/probes/run-probes.js
var run_probes = __webpack_require__(64388);
;// CONCATENATED MODULE: ./lib/probes/take-baseline.js




/** Checks of a baseline follow each other quickly, because a deploy waits for them. */
const EVERY_MS = 1000;
/** Time for a few readings, also if the first ones come late. */
const LEAST_MS = 30_000;
/** What is true or false is read twice, so that one false reading is seen. */
const READINGS = 2;
/** Length of the past intervals that counts are compared with. */
const HISTORY_MS = 30 * 60 * 1000;
/**
 * Measures how production behaves now, before a deploy. It takes about a second for each sample that the criteria ask for.
 *
 * @param around with the immutable address of the deployment that is live: it is the control of the next watch
 * @returns one baseline for each probe; a probe that gave no sample has one without samples
 */
async function takeBaselines(probes, ctx, criteria, around) {
    const surroundings = { ...around, controlled: null, facts: null };
    const facts = new Map();
    /** Probes whose facts changed meanwhile, e.g. an asset that a deploy replaced: nothing can be compared with them. */
    const unstable = new Set();
    const progress = ctx.progress('measuring how production behaves', 'items');
    const wanted = (probe) => probe.spec.kind === 'check' ? criteria['baseline-samples'] : probe.spec.kind === 'count' ? 0 : READINGS;
    const total = probes.reduce((sum, probe) => sum + wanted(probe), 0);
    let done = 0;
    const live = await Promise.all(probes.map(async (probe) => {
        const count = wanted(probe);
        if (count === 0)
            return historyOf(probe, ctx);
        const ready = { ...(0,prepare/* readyProbe */.I)(probe, ctx, surroundings), everyMs: EVERY_MS };
        let ticks = 0;
        const { series } = await (0,run_probes/* runProbes */.j)([ready], ctx, {
            // A slow check skips ticks; the time still has an end.
            durationMs: Math.max(LEAST_MS, 3 * count * EVERY_MS),
            onRun: ({ samples }, run) => {
                // What a busy machine or a lost network blurs is asked once more.
                const blurred = run.samples.length > 0 && samples.slice(-run.samples.length).every((one) => (0,probes_baseline/* isBlind */.iE)(one, EVERY_MS));
                if (blurred)
                    return false;
                const known = facts.get(probe.spec.id);
                if (known !== undefined && run.facts !== undefined && (0,digest/* canonicalJson */.dj)(known) !== (0,digest/* canonicalJson */.dj)(run.facts)) {
                    unstable.add(probe.spec.id);
                }
                if (run.facts !== undefined)
                    facts.set(probe.spec.id, run.facts);
                ticks += 1;
                progress.update((done += 1), total);
                return ticks >= count;
            },
        });
        return series[0] ?? { probe: probe.spec, samples: [], errors: [] };
    }));
    progress.end();
    for (const id of unstable) {
        ctx.log.warn(`[${id}] What the baseline would keep changed while it was taken, so later runs compare it with nothing.`);
        facts.delete(id);
    }
    return live.map((series) => {
        const baseline = (0,probes_baseline/* baselineOf */.Bv)(series, EVERY_MS);
        const why = (0,probes_baseline/* limitsOf */.Af)(series.probe, baseline, criteria).refused === null ? null : lastProblemOf(series);
        if (why !== null)
            ctx.log.warn(`[${series.probe.id}] The baseline judges nothing. The last check said: ${why}`);
        const known = facts.get(series.probe.id);
        return known === undefined ? baseline : { ...baseline, facts: known };
    });
}
/** What went wrong last in a series; null if nothing did. */
function lastProblemOf({ samples, errors }) {
    const error = errors.at(-1);
    if (error !== undefined)
        return error.message;
    const bad = samples.findLast((one) => one.kind === 'check' ? (0,probes_baseline/* failedFirst */.Yk)(one) : one.kind === 'assertion' && !one.holds);
    if (bad?.kind === 'check')
        return bad.error ?? null;
    return bad?.kind === 'assertion' ? (bad.detail ?? null) : null;
}
/** Counts are compared with those of the past. An adapter that cannot read them has no baseline. */
async function historyOf({ adapter, entry, spec }, ctx) {
    const to = ctx.clock.now().getTime();
    const run = await adapter.history?.(entry, { from: to - HISTORY_MS, to }, ctx);
    return { probe: spec, samples: run?.samples ?? [], errors: run?.errors ?? [] };
}

;// CONCATENATED MODULE: ./lib/commands/snapshot/baselines.js







/** Measures the probes of the configuration beside the captures; null if the snapshot needs no baseline. */
function measurement({ context }, { config, resources }, reason) {
    if (config.probes.length === 0 || (reason !== 'pre-deploy' && reason !== 'manual'))
        return null;
    const neutral = { url: config.monitor.neutral, allowPrivate: config.monitor['allow-private'] };
    return async (signal) => {
        // Each check in flight listens to it, and Node warns of a leak beyond ten listeners.
        (0,external_node_events_.setMaxListeners)(0, signal);
        const ctx = { ...context, signal };
        const [probes, control] = await Promise.all([(0,prepare/* loadProbes */.y)(config.probes), (0,served/* liveAddress */.j)(ctx, resources)]);
        const around = { control, identity: (0,served/* identityIn */.K)(ctx, resources), neutral };
        const taken = await takeBaselines(probes, ctx, config.criteria, around);
        return taken.map((one) => (0,json/* toJson */.aB)(one));
    };
}
/** Sentences about probes that cannot judge the deploy, because of what they found before it. */
async function baselineNotes(manifest, { config }) {
    if (manifest.baselines === undefined)
        return [];
    const taken = new Map(manifest.baselines.map((one) => probes_baseline/* probeBaseline */.Es.parse(one)).map((one) => [one.probe, one]));
    const probes = await (0,prepare/* loadProbes */.y)(config.probes);
    const refused = probes.flatMap(({ spec }) => {
        const baseline = taken.get(spec.id) ?? null;
        const { refused: why } = (0,probes_baseline/* limitsOf */.Af)(spec, baseline, config.criteria);
        if (why === null)
            return [];
        const found = why === 'fails-on-baseline'
            ? `it fails before the deploy too (${baseline?.failures ?? 0} of ${baseline?.samples ?? 0})`
            : `it gave ${(0,runtime_text/* plural */.LS)(baseline?.samples ?? 0, 'sample, which is', 'samples, which are')} too few`;
        return [`Probe ${spec.id} cannot judge the deploy: ${found}. Correct the probe, or what it watches.`];
    });
    return [
        `Baseline of ${probes.length - refused.length} of ${(0,runtime_text/* plural */.LS)(probes.length, 'probe')} for the verdict on the deploy.`,
        ...refused,
    ];
}

// EXTERNAL MODULE: ./lib/cli/drills.js
var cli_drills = __webpack_require__(88578);
// EXTERNAL MODULE: ./lib/commands/mitigate/open.js
var mitigate_open = __webpack_require__(25929);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/commands/snapshot/retention.js



/**
 * Removes snapshots that are both older than keep-days and beyond the newest keep-last, without a mark. A failure is only a warning,
 * because the new snapshot is good.
 * @returns ids removed
 */
async function applyRetention(session, { store, config }) {
    if (store.expires === true)
        return [];
    const { 'keep-last': keepLast, 'keep-days': keepDays } = config.retention;
    const oldest = session.context.clock.now().getTime() - keepDays * progress/* DAY_MS */.sO;
    const removed = [];
    try {
        const objects = await store.list(`snapshots/${config.environment}`);
        const ids = (0,snapshot_files/* snapshotIds */.Ns)(objects);
        const marks = (0,snapshot_files/* marksOf */.Ok)(objects);
        for (const id of ids.slice(0, Math.max(0, ids.length - keepLast))) {
            if (marks.has(id))
                continue;
            const { createdAt } = await (0,snapshot_files/* readManifest */.WI)(store, config.environment, id);
            if (Date.parse(createdAt) >= oldest)
                continue;
            await (0,snapshot_files/* removeSnapshot */.Bw)(store, config.environment, id);
            removed.push(id);
        }
    }
    catch (error) {
        session.context.log.warn(`Could not remove old snapshots: ${(0,errors/* asRewindError */.m2)(error).message}`);
    }
    return removed;
}

// EXTERNAL MODULE: ./lib/cli/mitigated.js
var mitigated = __webpack_require__(16188);
;// CONCATENATED MODULE: ./lib/commands/snapshot/execute.js





















const OTHER_REASON = 'For a snapshot that no deploy follows: --reason manual.';
const VERDICTS = { found: 'linked', returned: 'returned', none: 'no-snapshot' };
/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
async function execute(session) {
    const project = await session.open();
    const foreign = (0,deploy_rows/* eventRows */.SR)(session, project).find(({ pin }) => pin === 'other-project');
    if (foreign !== undefined)
        return otherProject(foreign.why, session.inputs.reason === 'release');
    const gate = await calendar(session, project);
    if (gate?.allowed === false)
        return execute_closed(gate.why);
    const unwatched = await monitoring(session, project);
    if (unwatched.length > 0)
        return notWatched(unwatched);
    // Before anything is captured: the deploy must not rely on a snapshot that will be refused.
    await project.store.assertBelievable?.();
    const signer = (0,sign_keys/* signerOf */.Kv)(project, session.context);
    const { reason, after: given } = session.inputs;
    if (given !== null && reason !== 'release') {
        throw new errors.RewindError('input-invalid', '--after belongs to --reason release.');
    }
    const release = reason === 'release' ? await releaseCapture(session, project, given) : null;
    const resources = release?.resources ?? project.resources;
    const manifest = await (0,snapshot/* takeSnapshot */.W)({
        resources,
        after: release?.before.kind === 'found' ? release.before.manifest : null,
        override: gate?.override ?? null,
        measure: measurement(session, project, reason),
        mitigated: () => (0,mitigate_open/* mitigatedNow */.p)(session, project, resources),
        scope: resources.length === project.config.resources.length ? null : resources.map(({ id }) => id),
        store: project.store,
        ctx: session.context,
        origin: project.origin,
        reason,
        recipients: project.config.seal.recipients,
        identities: project.identities,
        signKeys: project.signKeys,
        signer,
    });
    const removed = await applyRetention(session, project);
    const leftOut = leftOutOf(manifest, project.resources);
    const undeployed = release === null ? [] : neverDeployed(manifest, resources);
    const findings = release === null ? [] : alarmOf(release, manifest.environment, undeployed);
    if (release !== null && undeployed.length === 0)
        await tellOfAlarm(session, project, manifest, release, findings);
    const noted = release === null ? null : await noteWayBack(session, manifest, release);
    const said = release === null ? scopeNote(manifest, project) : releaseNote(manifest, release, project, noted);
    if (undeployed.length > 0 && findings.length === 0)
        said.push(nothingLive(undeployed));
    said.push(...(await baselineNotes(manifest, project)));
    const drills = await (0,cli_drills/* drillAgeFindings */.P)(project, session.context);
    const alarm = [...findings, ...(0,mitigated/* mitigatedFindings */.n)(manifest), ...drills].map(({ message, remedy }) => (0,runtime_text/* sentences */.hC)(message, remedy ?? ''));
    (0,uploads/* announceIndex */.s)(session, project, 'snapshots');
    const upload = (0,artifact_names/* snapshotArtifact */.Pm)(project.config.store, manifest.environment, manifest.id);
    return {
        exit: findings.length === 0 ? 0 : 3,
        json: (0,json/* toJson */.aB)({
            ok: findings.length === 0,
            snapshot: manifest.id,
            scope: manifest.scope,
            resources: manifest.resources.map(({ id }) => id),
            leftOut,
            mitigated: manifest.mitigated ?? [],
            removed,
            ...(release === null
                ? {}
                : {
                    after: manifest.after?.snapshot ?? null,
                    notCaptured: release.leftOut.map(({ id }) => id),
                    findings,
                }),
        }),
        text: [
            ...alarm,
            `Snapshot ${manifest.id} of "${manifest.environment}" is complete and was read back.`,
            describeSnapshot(manifest, project.resources),
            ...said,
            ...(manifest.override === undefined ? [] : [(0,windows_gate/* overrideText */.K9)(manifest.override)]),
        ].join('\n'),
        summary: [
            `## Snapshot \`${manifest.id}\``,
            ...alarm.map((line) => `🔴 **${(0,markdown/* escapeText */.X1)(line)}**`),
            ...said.map(markdown/* escapeText */.X1),
            ...(manifest.override === undefined ? [] : [(0,markdown/* escapeText */.X1)((0,windows_gate/* overrideText */.K9)(manifest.override))]),
            `${snapshotTable(manifest, project.resources)}\n`,
        ].join('\n\n'),
        outputs: {
            ...(release === null ? {} : { verdict: VERDICTS[release.before.kind] }),
            'snapshot-id': manifest.id,
            ...(upload === null
                ? {}
                : {
                    'snapshot-artifact': upload.name,
                    'snapshot-path': upload.path,
                    'retention-days': String((0,artifact_names/* retentionDays */.Ol)(project.config)),
                }),
        },
    };
}
/** The calendar counts only for a deploy. */
async function calendar(session, { config }) {
    const { reason, overrideFreeze } = session.inputs;
    if (reason !== 'pre-deploy')
        return null;
    const { by, redact } = (0,author/* authorOf */.r)(session);
    const given = overrideFreeze === null ? null : redact(overrideFreeze);
    return (0,windows_gate/* deployGate */.Hl)(config.windows, session.context.clock.now(), by, given);
}
/** Nobody would notice that a deploy is bad: each line says why. Only critical probes stop a deploy; others are a warning. */
async function monitoring({ inputs, context }, { config }) {
    if (inputs.reason !== 'pre-deploy')
        return [];
    const lines = (await (0,inspect/* inspectProbes */.g)(config.probes, context)).map(({ level, resource, message }) => ({
        level,
        text: `[${resource}] ${message}`,
    }));
    for (const { level, text } of lines)
        if (level === 'warning')
            context.log.warn(text);
    return lines.flatMap(({ level, text }) => (level === 'error' ? [text] : []));
}
function notWatched(why) {
    const head = 'No snapshot was taken, because nobody would notice that this deploy is bad.';
    return {
        exit: 3,
        json: { ok: false, notWatched: why },
        text: (0,runtime_text/* textOf */.b6)([head, ...why.map((line) => `  ${line}`), OTHER_REASON]),
        summary: [`## 🔴 ${head}`, ...why.map((line) => `- ${(0,markdown/* escapeText */.X1)(line)}`), (0,markdown/* escapeText */.X1)(OTHER_REASON)].join('\n'),
        outputs: { verdict: 'not-watched' },
    };
}
/** A repository may deploy several projects. @param ok a deploy does not wait for it */
function otherProject(why, ok) {
    const head = 'No snapshot was taken, because the event of Vercel is about another project.';
    return {
        exit: ok ? 0 : 3,
        json: { ok, otherProject: why },
        text: (0,runtime_text/* textOf */.b6)([head, why]),
        summary: [`## ${head}`, (0,markdown/* escapeText */.X1)(why)].join('\n\n'),
        outputs: { verdict: 'other-project' },
    };
}
function execute_closed(why) {
    const lines = [`No snapshot was taken, because this deploy is not allowed. ${why}`, windows_gate/* TO_OVERRIDE */.DH, OTHER_REASON];
    return {
        exit: 3,
        json: { ok: false, closed: why },
        text: lines.join('\n'),
        summary: [`## ⛔ No deploys are allowed at this time`, ...lines.map(markdown/* escapeText */.X1)].join('\n\n'),
        outputs: { verdict: 'closed' },
    };
}
/** A snapshot of some resources stands only for them. */
function scopeNote(manifest, { config }) {
    if (manifest.scope === null)
        return [];
    const covered = (0,coverage/* coverageOf */._)(manifest, config.resources.map(({ id }) => id));
    return [`It holds ${(0,snapshots/* coverageText */._)(covered)}: "latest" stands for it only with --scope ${manifest.scope.join(',')}.`];
}
/** What a release capture belongs to, and what it does not hold. */
function releaseNote(manifest, release, { config }, noted) {
    const { before, leftOut } = release;
    const covered = (0,coverage/* coverageOf */._)(manifest, config.resources.map(({ id }) => id));
    const takesLong = leftOut.map(({ id, providerId }) => `${id} (${providerId})`).join(', ');
    return [
        before.kind === 'found'
            ? `It is a release capture: it belongs to snapshot ${before.manifest.id} from before the deploy.`
            : before.kind === 'returned'
                ? 'It is a release capture of a deployment that an older snapshot shows: production returned to it, so it belongs to no snapshot.'
                : 'It is a release capture that belongs to no snapshot.',
        `It holds ${(0,snapshots/* coverageText */._)(covered)}.${takesLong === '' ? '' : ` Not read, because that takes long: ${takesLong}. A rollback cannot tell who changed it.`}`,
        ...(noted === null ? [] : [noted]),
    ];
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

/***/ 51282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ sealedBytes),
/* harmony export */   _: () => (/* binding */ coverageOf)
/* harmony export */ });
/** Pure. @param configured all resource ids of the configuration */
function coverageOf(manifest, configured) {
    const ids = manifest.resources.map(({ id }) => id);
    return {
        held: configured.filter((id) => ids.includes(id)),
        missing: configured.filter((id) => !ids.includes(id)),
        unknown: ids.filter((id) => !configured.includes(id)),
    };
}
/** Bytes of all sealed payloads. */
function sealedBytes(manifest) {
    return manifest.resources.flatMap(({ payloads }) => payloads).reduce((sum, ref) => sum + ref.sealedBytes, 0);
}


/***/ }),

/***/ 59418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readDrills),
/* harmony export */   h8: () => (/* binding */ writeDrill)
/* harmony export */ });
/* unused harmony export SHOWN_DRILLS */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17761);
/* harmony import */ var _drill_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44753);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94365);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78101);






/** Drills that a report shows, and that the file of a drill carries along where a service deletes older ones. */
const SHOWN_DRILLS = 12;
/** `drills/<environment>/<id>/drill.json`: a file is written once. */
const keyOf = (environment, id) => `drills/${environment}/${id}/drill.json`;
const file = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    drill: _drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .drillRecord */ .Z1,
    /** Earlier drills, oldest first; only in a store that deletes them after a time. */
    earlier: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .drillRecord */ .Z1).max(SHOWN_DRILLS),
});
/**
 * The last drills of an environment. A file that is damaged, or of another environment, does not count.
 * @throws RewindError store-unreadable
 */
async function readDrills(store, environment) {
    const objects = await store.list(`drills/${environment}`, SHOWN_DRILLS);
    const ids = [...new Set(objects.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn.test(id));
    const newest = ids.sort().slice(-SHOWN_DRILLS);
    const problems = [];
    const found = new Map();
    for (const id of newest) {
        try {
            const key = keyOf(environment, id);
            const content = await (0,_runtime_byte_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimited */ .tk)(await store.open(key), key);
            const { drill, earlier } = file.parse(JSON.parse(content.toString('utf8')));
            if (drill.id !== id)
                throw new Error(`it is the drill ${drill.id}`);
            for (const one of [...earlier, drill]) {
                if (one.environment !== environment)
                    throw new Error(`it belongs to "${one.environment}"`);
            }
            for (const one of [...earlier, drill])
                found.set(one.id, one);
        }
        catch (error) {
            problems.push(`Drill ${id} could not be read and does not count: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).split('\n')[0] ?? ''}.`);
        }
    }
    return { drills: [...found.values()].sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .al)(a.id, b.id)).slice(-SHOWN_DRILLS), problems };
}
/** Adds a drill. @param earlier as `readDrills` @throws RewindError store-write-failed, disk-full */
async function writeDrill(store, drill, earlier) {
    const kept = store.expires === true ? earlier.slice(-(SHOWN_DRILLS - 1)) : [];
    const content = file.parse({ version: 1, drill, earlier: kept });
    await store.put(keyOf(drill.environment, drill.id), Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}


/***/ }),

/***/ 44753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ DRILL_VERDICTS),
/* harmony export */   Ec: () => (/* binding */ missedTargets),
/* harmony export */   Kx: () => (/* binding */ RESTORE_CHECK),
/* harmony export */   R_: () => (/* binding */ hasRestored),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   Z1: () => (/* binding */ drillRecord),
/* harmony export */   cG: () => (/* binding */ recoveryMs),
/* harmony export */   t$: () => (/* binding */ newestProven),
/* harmony export */   u0: () => (/* binding */ SUBJECTS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39263);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94365);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78101);




const DRILL_VERDICTS = ['passed', 'failed', 'unverified', 'target-missed'];
/** Phases of a drill that no rollback has. All others count for the recovery time. */
const DRILL_ONLY = [
    'production before',
    'production after',
    'tidy',
    'scratch server',
    'removal of the copy',
    'stop of the scratch server',
    'migrations',
    'recovery point',
    'watch',
    'decision',
];
const amount = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative();
/** One drill: times, counts and codes. No text of a service, no row, no secret. */
const drillRecord = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .SNAPSHOT_ID */ .dn),
    environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('drill'),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    endedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    /** URL of the workflow run; null on a command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    /** Null: no snapshot could be chosen. */
    snapshot: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), takenAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$() }).nullable(),
    /** Resource ids that were asked for; null: all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['passed', 'failed', 'unverified']),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(DRILL_VERDICTS),
    /** Milliseconds. Their sum is the time of the drill. */
    phases: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(100), ms: amount })),
    /** Time of the phases that a rollback has, without a person. */
    rtoMs: amount,
    /** Median wait from a plan to its approval in past rollbacks; null: not measured. */
    waitMs: amount.nullable(),
    /** Age of the newest snapshot that passed its last drill; null: none did. */
    rpoMs: amount.nullable(),
    /** Rows that a restore of that snapshot would take; null: not known. */
    rowsSince: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative().nullable(),
    targets: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ rtoMinutes: amount.nullable(), rpoMinutes: amount.nullable() }),
    missed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['rto', 'rpo'])),
    checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        resource: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['passed', 'failed', 'unverified', 'not-configured']),
        codes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    })),
});
/** The check that something was restored into a scratch place. */
const RESTORE_CHECK = 'restore';
/** Whether the drill restored something. One that did not has measured no recovery time. Pure. */
const hasRestored = (checks) => checks.some(({ id, outcome }) => id === RESTORE_CHECK && outcome === 'passed');
/** The recovery time: the phases that a rollback has. Pure. */
const recoveryMs = (phases) => phases.reduce((sum, { name, ms }) => (DRILL_ONLY.includes(name) ? sum : sum + ms), 0);
/** The targets that were missed. A value that is not known misses none; `verdictOf` tells what it means. Pure. */
function missedTargets({ checks, rtoMs, waitMs, rpoMs, targets }) {
    const over = (ms, target) => target !== null && ms > target * 60_000;
    return [
        ...(hasRestored(checks) && over(rtoMs + (waitMs ?? 0), targets.rtoMinutes) ? ['rto'] : []),
        ...(rpoMs !== null && over(rpoMs, targets.rpoMinutes) ? ['rpo'] : []),
    ];
}
/**
 * `passed` only if each check passed and each target was measured and reached. A failed check outweighs one that could not
 * be carried out, and both outweigh a target. Pure.
 */
function verdictOf(measured) {
    const outcome = (0,_drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillOutcome */ .q)(measured.checks);
    if (outcome !== 'passed')
        return { outcome, verdict: outcome };
    if (missedTargets(measured).length > 0)
        return { outcome, verdict: 'target-missed' };
    const { targets, rpoMs, checks } = measured;
    const unknown = (targets.rpoMinutes !== null && rpoMs === null) || (targets.rtoMinutes !== null && !hasRestored(checks));
    return { outcome, verdict: unknown ? 'unverified' : 'passed' };
}
/** What a check is about, if it is no resource of the configuration. */
const SUBJECTS = { snapshot: 'snapshot', application: 'application', production: 'production' };
/** What a drill says of the snapshot alone: not of the deployment that served the smoke probes, not of production. */
const testOf = ({ checks }) => (0,_drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillOutcome */ .q)(checks.filter(({ resource }) => resource !== SUBJECTS.application && resource !== SUBJECTS.production));
/**
 * The newest snapshot that passed its last drill; null if there is none. Only drills of the whole configuration count: what a
 * drill left out was not tested. Pure.
 */
function newestProven(drills) {
    const last = new Map();
    for (const one of [...drills].sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(a.startedAt, b.startedAt))) {
        if (one.snapshot !== null && one.scope === null)
            last.set(one.snapshot.id, one);
    }
    const proven = [...last.values()].flatMap((one) => testOf(one) === 'passed' && one.snapshot !== null ? [one.snapshot] : []);
    return proven.sort((a, b) => (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(b.takenAt, a.takenAt))[0] ?? null;
}


/***/ }),

/***/ 39263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ drillOutcome)
/* harmony export */ });
/** Pure. No check at all is no proof, and neither are checks that nobody configured. */
function drillOutcome(checks) {
    if (checks.some(({ outcome }) => outcome === 'failed'))
        return 'failed';
    const asked = checks.filter(({ outcome }) => outcome !== 'not-configured');
    return asked.length > 0 && asked.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'unverified';
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

/***/ 29504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ limitsOf),
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   C2: () => (/* binding */ controlWorks),
/* harmony export */   Es: () => (/* binding */ probeBaseline),
/* harmony export */   Yk: () => (/* binding */ failedFirst),
/* harmony export */   iE: () => (/* binding */ isBlind),
/* harmony export */   lS: () => (/* binding */ isLate)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10377);
/* harmony import */ var _statistics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17052);



/** With fewer samples, a baseline says nothing. */
const FEWEST_SAMPLES = 24;
/** How a probe behaved before the deploy. It holds what was seen; `limitsOf` draws the conclusions. */
const probeBaseline = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    probe: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_probe_js__WEBPACK_IMPORTED_MODULE_0__/* .SAMPLE_KINDS */ .xF),
    /** Samples that count. */
    samples: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    /** Checks whose first attempt failed, false assertions, firing alerts; of `count`, 0. */
    failures: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    /** Milliseconds of the checks that succeeded, ascending, to a tenth. */
    latencies: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative()),
    /** How much the latency of a check depends on that of the check before it, 0 … 0.95; 0 if it may be chance. */
    correlation: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(0.95),
    /** Of `count`: the same hours of the last days. */
    windows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        ms: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
        bad: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
        total: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    })),
    /**
     * Checks that the immutable address of the same deployment answered too, and those in which it failed while production
     * was good: with a wrong bypass secret it always fails, and would excuse every deploy.
     */
    control: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ asked: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(), failed: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative() }),
    /** What the adapter compares later runs with, e.g. the checksum of an asset. */
    facts: _probe_js__WEBPACK_IMPORTED_MODULE_0__/* .probeRun */ .ej.shape.facts,
});
/** True if we were the ones who saw badly: without network, or behind our own clock. */
const isBlind = (one, intervalMs) => (one.kind === 'check' && one.neutral?.ok === false) || isLate(one, intervalMs);
/** A tick that begins later than half its interval says more of our runner than of production. */
const isLate = (one, intervalMs) => (one.lateMs ?? 0) > Math.max(1000, intervalMs / 2);
/** True if the first attempt failed. A second attempt that succeeds does not change what a user would have met. */
const failedFirst = (one) => !one.ok || one.retried === true;
/** What a series from before the deploy tells. @param intervalMs of the probe's ticks */
function baselineOf({ probe, samples }, intervalMs) {
    const counted = samples.filter((one) => !isBlind(one, intervalMs));
    const checks = counted.filter((one) => one.kind === 'check');
    const latencies = counted.flatMap((one) => one.kind === 'check' && one.ok && one.latencyMs !== undefined ? [Math.round(one.latencyMs * 10) / 10] : []);
    return {
        probe: probe.id,
        kind: probe.kind,
        samples: counted.length,
        failures: counted.filter((one) => (one.kind === 'check' && failedFirst(one)) ||
            (one.kind === 'assertion' && !one.holds) ||
            (one.kind === 'alert' && one.firing)).length,
        latencies: [...latencies].sort((a, b) => a - b),
        correlation: correlationOf(latencies.map((value) => Math.log(value + 1))),
        control: {
            asked: checks.filter(({ ok, control }) => ok && control !== undefined).length,
            failed: checks.filter(({ ok, control }) => ok && control?.ok === false).length,
        },
        windows: counted.flatMap((one) => one.kind === 'count' ? [{ ms: one.at - one.from, bad: one.bad, total: one.total }] : []),
    };
}
/** True if the previous deployment, asked at its immutable address, answers as production does. */
const controlWorks = ({ control }) => control.asked > 0 && control.failed <= control.asked / 2;
/** What a probe is held to. Without a baseline it cannot be judged. */
function limitsOf(spec, baseline, criteria) {
    const none = { refused: null, short: false, failures: criteria.failures.highest, slow: [], eventsPerMs: 0 };
    if (baseline === null || baseline.samples === 0)
        return { ...none, refused: 'no-baseline', short: true };
    if (spec.kind === 'assertion' || spec.kind === 'alert') {
        return { ...none, refused: baseline.failures > 0 ? 'fails-on-baseline' : null };
    }
    return spec.kind === 'check' ? checkLimits(spec, baseline, criteria) : countLimits(baseline, criteria);
}
function checkLimits(spec, baseline, criteria) {
    const { samples, failures, latencies } = baseline;
    const { lowest, highest } = criteria.failures;
    const fails = failures > samples * highest;
    const few = samples < FEWEST_SAMPLES;
    return {
        refused: fails ? 'fails-on-baseline' : few ? 'no-baseline' : null,
        short: samples < criteria['baseline-samples'],
        failures: Math.min(highest, Math.max(lowest, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .upperRate */ .hG)(failures, samples))),
        slow: latencies.length < FEWEST_SAMPLES ? [] : slowLimits(spec, baseline, criteria),
        eventsPerMs: 0,
    };
}
/**
 * The normal rates hold for every distribution of latency: whatever lies above an order statistic has a probability that
 * follows a Beta distribution of the rank alone. Its upper bound of 95 % is taken. Samples that depend on each other say as
 * much as fewer samples that do not.
 */
function slowLimits(spec, { latencies: sorted, correlation }, { latency }) {
    const n = sorted.length;
    const worth = (1 - correlation) / (1 + correlation);
    const limit = (rule, quantile) => {
        const { factor, 'add-ms': add } = rule === 'slow-tail' ? latency.tail : latency.body;
        const value = (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .orderStatistic */ .vu)(sorted, quantile);
        const rank = (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .rankOf */ .IQ)(quantile, n);
        return {
            rule,
            aboveMs: Math.max(value * factor, value + add),
            p0: (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .betaQuantile */ .O9)(0.95, (n - rank + 1) * worth, rank * worth),
        };
    };
    const limits = [limit('slow-tail', 0.95), limit('slow-body', 0.5)];
    if (spec.limitMs === undefined)
        return limits;
    const above = sorted.filter((value) => value > (spec.limitMs ?? 0)).length;
    return [...limits, { rule: 'slow-limit', aboveMs: spec.limitMs, p0: Math.min(0.99, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .upperRate */ .hG)(above, n)) }];
}
/** Correlation of each value with the next one. */
function correlationOf(values) {
    const n = values.length;
    if (n < FEWEST_SAMPLES)
        return 0;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const pairs = values
        .slice(1)
        .reduce((sum, value, index) => sum + (value - mean) * ((values[index] ?? mean) - mean), 0);
    const found = variance === 0 ? 0 : pairs / variance;
    return found < 2 / Math.sqrt(n) ? 0 : Math.min(0.95, found);
}
/**
 * Counts vary from day to day by more than chance. So the normal rate of failures is the rate of all windows, or that of the
 * worst tenth if it is higher; and the events that are sure to come are half of those of the quietest window.
 */
function countLimits({ windows }, criteria) {
    const bad = windows.reduce((sum, one) => sum + one.bad, 0);
    const total = windows.reduce((sum, one) => sum + one.total, 0);
    const ms = windows.reduce((sum, one) => sum + one.ms, 0);
    const rates = windows.filter((one) => one.total >= 20).map((one) => one.bad / one.total);
    rates.sort((a, b) => a - b);
    const worst = rates.length === 0 ? 0 : (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .orderStatistic */ .vu)(rates, 0.9);
    const quietest = Math.min(...windows.map((one) => (one.ms === 0 ? 0 : one.total / one.ms)));
    return {
        refused: total > 0 && bad > total / 2 ? 'fails-on-baseline' : total < FEWEST_SAMPLES ? 'no-baseline' : null,
        short: false,
        failures: Math.min(0.9, Math.max(criteria.failures.lowest, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .upperRate */ .hG)(bad, total), worst)),
        slow: [],
        eventsPerMs: ms === 0 ? 0 : Math.min(quietest, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .lowerCount */ .Pp)(total) / ms) / 2,
    };
}


/***/ }),

/***/ 51063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ inspectProbes),
/* harmony export */   n: () => (/* binding */ missingCredentials)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8060);
/* harmony import */ var _not_watched_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32173);
/* harmony import */ var _templates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14476);




/** Whether the alarms and monitors of all probes are active: each finding with the id of its probe. */
async function inspectProbes(entries, ctx) {
    const found = await Promise.all(entries.map(async (entry) => {
        const adapter = await (0,_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadAdapter */ .i)(entry.adapter);
        const own = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, entry.id);
        const ask = async () => (await adapter.inspect?.(entry, own)) ?? [];
        const findings = await (0,_not_watched_js__WEBPACK_IMPORTED_MODULE_2__/* .notWatched */ .q)(entry, 'What the probe asks', own, ask);
        return findings.map((finding) => ({ ...finding, resource: entry.id }));
    }));
    return found.flat();
}
/**
 * Credentials of probes that are not set here: the probe gives no sample where they are missing. A warning, because the
 * command may run in a job that runs no probe. What `inspectProbes` asks names its own credentials.
 */
async function missingCredentials(entries, { env }) {
    const findings = [];
    for (const entry of entries) {
        const adapter = await (0,_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadAdapter */ .i)(entry.adapter);
        const names = adapter.inspect === undefined ? (0,_templates_js__WEBPACK_IMPORTED_MODULE_3__/* .variablesOf */ .ht)(entry) : [];
        for (const name of names.filter((one) => env.secret(one) === undefined)) {
            findings.push({
                level: 'warning',
                code: 'credential-missing',
                message: `The probe cannot run here: the environment variable ${name} is not set.`,
                remedy: `Set ${name} in the jobs that run "snapshot", "monitor" and "rollback".`,
                resource: entry.id,
            });
        }
    }
    return findings;
}


/***/ }),

/***/ 8060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ loadAdapter),
  r: () => (/* binding */ specOf)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/probes/adapters/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const PROBE_ADAPTERS = {
    cloudwatch: () => __webpack_require__.e(/* import() */ 4902).then(__webpack_require__.bind(__webpack_require__, 24902)),
    command: () => __webpack_require__.e(/* import() */ 7597).then(__webpack_require__.bind(__webpack_require__, 87597)),
    content: () => Promise.all(/* import() */[__webpack_require__.e(4457), __webpack_require__.e(1013)]).then(__webpack_require__.bind(__webpack_require__, 81013)),
    datadog: () => __webpack_require__.e(/* import() */ 8395).then(__webpack_require__.bind(__webpack_require__, 68395)),
    flow: () => Promise.all(/* import() */[__webpack_require__.e(4457), __webpack_require__.e(9921)]).then(__webpack_require__.bind(__webpack_require__, 29921)),
    'github-security': () => __webpack_require__.e(/* import() */ 947).then(__webpack_require__.bind(__webpack_require__, 90947)),
    http: () => Promise.all(/* import() */[__webpack_require__.e(4457), __webpack_require__.e(9278)]).then(__webpack_require__.bind(__webpack_require__, 49278)),
    sentry: () => __webpack_require__.e(/* import() */ 7965).then(__webpack_require__.bind(__webpack_require__, 87965)),
    'sentry-issues': () => __webpack_require__.e(/* import() */ 8482).then(__webpack_require__.bind(__webpack_require__, 38482)),
    sql: () => __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 83940)),
    'stripe-payments': () => __webpack_require__.e(/* import() */ 7163).then(__webpack_require__.bind(__webpack_require__, 27163)),
    'vercel-runtime': () => Promise.all(/* import() */[__webpack_require__.e(5032), __webpack_require__.e(5173)]).then(__webpack_require__.bind(__webpack_require__, 65032)),
};

;// CONCATENATED MODULE: ./lib/probes/load.js


/**
 * Loads an adapter when a configuration names it. `unknown` stands for its own Config, which the schema of the configuration
 * has parsed.
 *
 * @throws RewindError internal
 */
async function loadAdapter(id) {
    const loaders = PROBE_ADAPTERS;
    const load = loaders[id];
    if (!load)
        throw new errors.RewindError('internal', `No adapter of probes is registered as "${id}".`);
    return (await load()).adapter;
}
/** What the verdict needs to know of an entry of `probes`. */
function specOf(entry, { kind }) {
    const { id, area, critical, limitMs } = entry;
    return { id, kind, area, critical, ...(limitMs === undefined ? {} : { limitMs }) };
}


/***/ }),

/***/ 32173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ inactive),
/* harmony export */   q: () => (/* binding */ notWatched)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94399);


/** A finding about what a probe asks. Only a critical probe makes it an error. */
function inactive({ critical }, code, message) {
    return { level: critical ? 'error' : 'warning', code, message };
}
const REFUSALS = ['api-forbidden', 'api-not-found', 'api-unauthorized'];
/**
 * A question that the service may refuse: then it is not watched, never well. Another failure is a warning, because an
 * outage of the service says nothing about the alarm.
 *
 * @param what completes "… cannot be read"
 */
async function notWatched(entry, what, ctx, question) {
    try {
        return await question();
    }
    catch (thrown) {
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(thrown);
        const said = (0,_question_js__WEBPACK_IMPORTED_MODULE_1__/* .shortText */ .os)(ctx, message);
        if (code === 'internal' || code === 'program-damaged')
            throw thrown;
        if (REFUSALS.includes(code)) {
            return [{ ...inactive(entry, 'alarm-not-watched', `${what} cannot be read: not watched. ${said}`), remedy }];
        }
        const level = code === 'credential-missing' && entry.critical ? 'error' : 'warning';
        return [{ level, code, message: `${what} cannot be read now. ${said}`, remedy }];
    }
}


/***/ }),

/***/ 66910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ loadProbes),
  I: () => (/* binding */ readyProbe)
});

// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/probes/load.js + 1 modules
var load = __webpack_require__(8060);
// EXTERNAL MODULE: ./lib/services/probe-http/failure.js
var failure = __webpack_require__(30734);
;// CONCATENATED MODULE: ./lib/probes/neutral.js

/**
 * Does a target answer that has nothing to do with production? If not, Rewind itself has no network. Any response
 * counts, whatever its status. Null: the request was stopped, so nobody knows.
 */
async function answers({ url, allowPrivate }, ctx, signal) {
    const { send } = await __webpack_require__.e(/* import() */ 7503).then(__webpack_require__.bind(__webpack_require__, 17503));
    const connection = { redirects: 0, allowPrivate, timeoutMs: 5_000, maxBytes: 1_000_000 };
    try {
        await send({ method: 'HEAD', url: new URL(url), headers: {}, ...connection }, ctx, signal);
        return true;
    }
    catch (error) {
        if (error instanceof failure/* ProbeFailure */.BU)
            return error.kind === 'stopped' ? null : false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/probes/prepare.js



/** Loads the adapters that the configuration names. */
function loadProbes(entries) {
    return Promise.all(entries.map(async (entry) => {
        const adapter = await (0,load/* loadAdapter */.i)(entry.adapter);
        const limitMs = 'limit-ms' in entry ? entry['limit-ms'] : undefined;
        const { id, area, critical } = entry;
        return { entry, adapter, spec: (0,load/* specOf */.r)({ id, area, critical, limitMs }, adapter) };
    }));
}
/** A probe that can run: its adapter, and what only the watch knows of each tick. */
function readyProbe({ entry, spec, adapter }, ctx, { control, stays = false, controlled, identity, neutral, facts }) {
    const context = { ...(0,create_context/* forResource */.i_)(ctx, spec.id), clock: steadyClock(ctx.clock) };
    const baseline = facts === null ? null : (facts.get(spec.id) ?? {});
    const host = spec.kind === 'check' ? hostOf(entry) : null;
    return {
        spec,
        everyMs: entry.every * 1000,
        timeoutMs: limitOf(entry),
        async run({ dueAt, signal }) {
            const startedAt = context.clock.now().getTime();
            // Before the check: what is read after it could belong to the next deployment.
            const deployment = host === null || identity === null ? undefined : await identity(host, dueAt);
            // A host that serves no deployment, e.g. that of a CDN, is not what the previous deployment would answer.
            const beside = deployment === undefined || controlled?.has(spec.id) === false ? null : control;
            const ran = await adapter.run(entry, { dueAt, control: beside, stays, baseline, signal }, context);
            // A service that is slow to say which deployment is served makes no tick late: late ticks mean that we are too slow.
            const run = { ...ran, timings: { ...ran.timings, startedAt: Math.min(startedAt, ran.timings.startedAt) } };
            if (spec.kind !== 'check')
                return run;
            const failed = run.samples.some((one) => one.kind === 'check' && (!one.ok || one.retried === true));
            // Asked after a failure only: the answer matters for nothing else.
            const sees = failed ? await answers(neutral, context, signal) : null;
            const more = {
                ...(deployment === undefined ? {} : { deployment }),
                ...(sees === null ? {} : { neutral: { ok: sees } }),
            };
            return { ...run, samples: run.samples.map((one) => (one.kind === 'check' ? { ...one, ...more } : one)) };
        },
    };
}
/**
 * The time since now, by the monotonic clock. A system clock that is corrected during a watch would move its samples: forward
 * they would count as late, backward as older than the watch.
 */
function steadyClock(clock) {
    const [began, at] = [clock.now().getTime(), clock.monotonic()];
    return { ...clock, now: () => new Date(began + clock.monotonic() - at) };
}
/** The host that a check asks; null if it asks none. */
function hostOf(entry) {
    const url = 'url' in entry && entry.adapter !== 'sql' ? entry.url : null;
    return url !== null && URL.canParse(url) ? new URL(url).host : null;
}
/** For what a tick asks beside its check: which deployment is served, and whether the neutral target answers. */
const BESIDE_SECONDS = 8;
/** Milliseconds for a tick: a check that takes its whole time, each step of a flow, and all of it a second time. */
function limitOf(entry) {
    const one = 'timeout-seconds' in entry ? entry['timeout-seconds'] : 'timeout' in entry ? entry.timeout : 10;
    const requests = 'steps' in entry ? entry.steps.length : 1;
    return 1000 * Math.max(entry.every, 2 * requests * one + BESIDE_SECONDS);
}


/***/ }),

/***/ 94399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   _B: () => (/* binding */ runQuestion),
/* harmony export */   os: () => (/* binding */ shortText)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78101);


/** As in the schema of samples. */
const LONGEST_TEXT = 500;
/**
 * One tick: runs the question until it is answered or the tick ends, and turns a failure into an error of the result.
 * A question that is left behind at the end of its tick must end by itself; its context has the signal.
 *
 * @throws what is not a RewindError: a fault of the program
 */
async function runQuestion(tick, ctx, question) {
    const now = () => ctx.clock.now().getTime();
    const startedAt = now();
    const signal = AbortSignal.any([ctx.signal, tick.signal]);
    let found;
    try {
        found = await untilAborted(() => question({ ...ctx, signal }, startedAt), signal);
    }
    catch (error) {
        if (!signal.aborted && !(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError))
            throw error;
        const ended = ctx.signal.aborted
            ? { at: startedAt, reason: 'refused', message: 'The run was cancelled.' }
            : tick.signal.aborted
                ? { at: startedAt, reason: 'provider', message: 'No answer before the end of the tick.' }
                : null;
        found = { samples: [], errors: [ended ?? errorOf(ctx, error, startedAt)] };
    }
    return {
        samples: [...found.samples],
        errors: [...(found.errors ?? [])],
        ...(found.facts !== undefined && { facts: found.facts }),
        timings: { dueAt: tick.dueAt, startedAt, endedAt: now() },
    };
}
async function untilAborted(work, signal) {
    signal.throwIfAborted();
    const running = work();
    running.catch(() => undefined);
    let stop = () => undefined;
    const aborted = new Promise((_resolve, reject) => {
        stop = () => reject(new Error('aborted'));
        signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([running, aborted]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}
/** The service answers, but not to us, or we cannot ask it at all. */
const NOT_WATCHED = new Set([
    'api-forbidden',
    'api-not-found',
    'api-unauthorized',
    'clock-apart',
    'credential-missing',
    'database-auth-failed',
    'database-permission',
    'database-pooled-url',
    'database-url-invalid',
    'input-invalid',
    'tool-missing',
]);
/** A failure as an error of a tick. */
function errorOf(ctx, error, at) {
    const code = error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError ? error.code : null;
    const reason = code === 'address-refused' ? 'refused' : code !== null && NOT_WATCHED.has(code) ? 'not-watched' : 'provider';
    return { at, reason, message: shortText(ctx, (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) };
}
/** A text of a service or about it: one line, inert, without secrets, short enough for a sample. */
function shortText(ctx, text) {
    const line = (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(ctx.masker.redact(text)));
    return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}


/***/ }),

/***/ 64388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runOnce),
/* harmony export */   j: () => (/* binding */ runProbes)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10377);


/**
 * Runs probes for a time, each at its own interval. Deadlines are monotonic, so that neither a slow tick nor a corrected
 * clock moves later ones. Ticks that were missed are not made up: a burst of requests would measure itself.
 *
 * Never throws for a probe: what an adapter throws is an error of its series. What `onRun` throws ends the run.
 */
async function runProbes(probes, { clock, signal: cancelled }, { durationMs, onRun, signal = cancelled }) {
    const begin = clock.monotonic();
    const startedAt = clock.now().getTime();
    const epochOf = (monotonic) => Math.round(startedAt + monotonic - begin);
    const end = begin + durationMs;
    const all = probes.map((probe, index) => {
        // Spread over the interval, so that the probes do not measure each other.
        const due = begin + (probe.everyMs * index) / probes.length;
        return { probe, series: { probe: probe.spec, samples: [], errors: [] }, due, busy: false };
    });
    const flights = new Set();
    const stop = new AbortController();
    const over = AbortSignal.any([signal, stop.signal]);
    let skipped = 0;
    let fault;
    const fly = async (one, due) => {
        const { probe, series } = one;
        const run = await runOnce(probe, epochOf(due), signal, () => epochOf(clock.monotonic()));
        (0,_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .appendRun */ .ah)(series, run);
        one.busy = false;
        if (onRun?.(series, run, clock.monotonic() - begin) === true)
            stop.abort();
    };
    while (!over.aborted) {
        const now = clock.monotonic();
        for (const one of all) {
            if (one.due > now || one.due >= end)
                continue;
            const due = one.due;
            const missed = Math.floor((now - due) / one.probe.everyMs);
            one.due += (missed + 1) * one.probe.everyMs;
            skipped += missed;
            if (one.busy) {
                skipped += 1;
                continue;
            }
            one.busy = true;
            const flight = fly(one, due + missed * one.probe.everyMs)
                .catch((error) => {
                fault ??= asError(error);
                stop.abort();
            })
                .finally(() => flights.delete(flight));
            flights.add(flight);
        }
        const next = Math.min(...all.map(({ due }) => due));
        if (next >= end)
            break;
        await clock.sleep(Math.max(0, next - clock.monotonic()), over).catch(() => undefined);
    }
    // The last ticks run to their own end, at most their time limit.
    await Promise.all(flights);
    if (fault !== undefined)
        throw fault;
    return {
        series: all.map(({ series }) => series),
        startedAt,
        endedAt: epochOf(clock.monotonic()),
        skipped,
        cancelled: signal.aborted,
    };
}
/** One tick within its time limit, also if the adapter ignores the signal. */
async function runOnce(probe, dueAt, cancelled, now) {
    const startedAt = now();
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new Error(`no end within ${probe.timeoutMs} ms`)), probe.timeoutMs);
    const onCancel = () => limit.abort(cancelled.reason);
    cancelled.addEventListener('abort', onCancel, { once: true });
    const ended = new Promise((_, reject) => {
        limit.signal.addEventListener('abort', () => reject(asError(limit.signal.reason)), { once: true });
    });
    try {
        return await Promise.race([probe.run({ dueAt, signal: limit.signal }), ended]);
    }
    catch (error) {
        const at = now();
        const message = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).slice(0, 500);
        return { samples: [], errors: [{ at, reason: 'provider', message }], timings: { dueAt, startedAt, endedAt: at } };
    }
    finally {
        clearTimeout(timer);
        cancelled.removeEventListener('abort', onCancel);
    }
}
const asError = (reason) => (reason instanceof Error ? reason : new Error((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(reason)));


/***/ }),

/***/ 17052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   Ik: () => (/* binding */ betaCdf),
/* harmony export */   O9: () => (/* binding */ betaQuantile),
/* harmony export */   Pi: () => (/* binding */ mannWhitney),
/* harmony export */   Pp: () => (/* binding */ lowerCount),
/* harmony export */   hG: () => (/* binding */ upperRate),
/* harmony export */   l_: () => (/* binding */ lnBeta),
/* harmony export */   vu: () => (/* binding */ orderStatistic)
/* harmony export */ });
/* unused harmony export normalUpper */
/** The functions of statistics that the verdict needs, held to SciPy by tests to 1e-9. Pure. */
// Read once: the loops below run thousands of times a second, and tests run in a context where globals are slow.
const { abs, ceil, exp, log, log1p, max, sqrt } = Math;
/** Natural logarithm of the gamma function, x > 0. Stirling's series, after the recursion to x ≥ 15. */
function lnGamma(x) {
    let shift = 1;
    let y = x;
    while (y < 15) {
        shift *= y;
        y += 1;
    }
    const z = 1 / (y * y);
    const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / y;
    return (y - 0.5) * log(y) - y + 0.5 * log(2 * Math.PI) + series - log(shift);
}
/** Natural logarithm of the beta function. */
const lnBeta = (a, b) => lnGamma(a) + lnGamma(b) - lnGamma(a + b);
/** Distribution function of Beta(a, b) at x: the regularized incomplete beta function. */
function betaCdf(x, a, b) {
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const front = exp(a * log(x) + b * log1p(-x) - lnBeta(a, b));
    // The continued fraction converges fast on this side of the mean only.
    return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}
/** Lentz's method. It needs about √max(a, b) steps. */
function betaFraction(x, a, b) {
    const tiny = 1e-300;
    const away = (value) => (abs(value) < tiny ? tiny : value);
    let c = 1;
    let d = 1 / away(1 - ((a + b) * x) / (a + 1));
    let sum = d;
    for (let m = 1; m <= 10_000; m += 1) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        sum *= c * d;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        const factor = c * d;
        sum *= factor;
        if (abs(factor - 1) < 1e-15)
            break;
    }
    return sum;
}
/** The x at which Beta(a, b) has the probability p below it. By bisection: it is needed a few times a watch. */
function betaQuantile(p, a, b) {
    let low = 0;
    let high = 1;
    for (let step = 0; step < 60; step += 1) {
        const middle = (low + high) / 2;
        if (betaCdf(middle, a, b) < p)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
/** Upper bound of a rate after k of n, by Clopper and Pearson. 1 if nothing is known. */
const upperRate = (k, n, confidence = 0.95) => k >= n ? 1 : betaQuantile(confidence, k + 1, n - k);
/** Lower bound of the mean of a Poisson count, by Byar: below the exact one, by less than 1 % from 3 events on. */
function lowerCount(events) {
    if (events === 0)
        return 0;
    const z = 1.6448536269514722;
    return events * max(0, 1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3;
}
/** P(Z > z) of the standard normal distribution. */
function normalUpper(z) {
    if (z < 0)
        return 1 - normalUpper(-z);
    const density = exp((-z * z) / 2) / sqrt(2 * Math.PI);
    if (z > 3) {
        let fraction = z;
        for (let level = 100; level >= 1; level -= 1)
            fraction = z + level / fraction;
        return density / fraction;
    }
    let term = z;
    let sum = z;
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
        term *= (z * z) / odd;
        sum += term;
    }
    return 0.5 - density * sum;
}
/**
 * Mann–Whitney, one-sided: the probability that `later` lies above `earlier` by chance as far as it does. The normal
 * approximation with the corrections for ties and for continuity; 1 if the values do not differ at all.
 */
function mannWhitney(later, earlier) {
    const all = [...later.map((value) => ({ value, mine: true })), ...earlier.map((value) => ({ value, mine: false }))];
    all.sort((a, b) => a.value - b.value);
    const n = all.length;
    let ranks = 0;
    let ties = 0;
    for (let start = 0, end = 0; start < n; start = end) {
        while (end < n && all[end]?.value === all[start]?.value)
            end += 1;
        const size = end - start;
        ties += size ** 3 - size;
        for (let index = start; index < end; index += 1)
            if (all[index]?.mine === true)
                ranks += (start + end + 1) / 2;
    }
    const pairs = later.length * earlier.length;
    const variance = (pairs / 12) * (n + 1 - ties / (n * (n - 1)));
    if (!(variance > 0))
        return 1;
    const above = ranks - (later.length * (later.length + 1)) / 2;
    return normalUpper((above - pairs / 2 - 0.5) / sqrt(variance));
}
/** Rank (from 1) of the order statistic that stands for a quantile of n values. */
const rankOf = (quantile, n) => max(1, ceil(quantile * n - 1e-9));
/** The value of that rank. @param sorted at least one, ascending */
const orderStatistic = (sorted, quantile) => sorted[rankOf(quantile, sorted.length) - 1] ?? Number.NaN;


/***/ }),

/***/ 14476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dz: () => (/* binding */ literalPart),
/* harmony export */   QQ: () => (/* binding */ stringsIn),
/* harmony export */   Qf: () => (/* binding */ placeholdersIn),
/* harmony export */   dN: () => (/* binding */ Filler),
/* harmony export */   ht: () => (/* binding */ variablesOf)
/* harmony export */ });
/** `${NAME}` is a variable of the environment; `{{name}}` is what an earlier step of a flow captured. */
const PLACEHOLDER = /\$\{([A-Z_][A-Z0-9_]*)\}|\{\{([a-z][a-z0-9-]*)\}\}/g;
/** The text without its placeholders. */
const literalPart = (text) => text.replace(PLACEHOLDER, '');
/** Names of the variables and of the captured values in a text. */
function placeholdersIn(text) {
    const found = [...text.matchAll(PLACEHOLDER)];
    return {
        variables: found.flatMap(([, variable]) => variable ?? []),
        captured: found.flatMap(([, , captured]) => captured ?? []),
    };
}
/** All strings inside of a value, each with its path. */
function stringsIn(value, path = []) {
    if (typeof value === 'string')
        return [{ text: value, path }];
    if (Array.isArray(value))
        return value.flatMap((one, index) => stringsIn(one, [...path, index]));
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, one]) => stringsIn(one, [...path, key]));
}
/** Names of the variables that a configuration reads, sorted. */
const variablesOf = (config) => [...new Set(stringsIn(config).flatMap(({ text }) => placeholdersIn(text).variables))].sort();
/** Fills placeholders. The values are put in after the text was taken apart, so they cannot add placeholders. */
class Filler {
    env;
    probe;
    captured;
    constructor(env, probe, captured = new Map()) {
        this.env = env;
        this.probe = probe;
        this.captured = captured;
    }
    /**
     * @param encode how a value stands in the text, e.g. encoded for a URL
     * @throws RewindError credential-missing
     */
    text(text, encode = (value) => value) {
        return this.fill(text, (name) => encode(this.env.require(name, this.probe)), encode);
    }
    /** @throws RewindError credential-missing; input-invalid if no header can hold the variable */
    header(text) {
        return this.fill(text, (name) => this.env.token(name, this.probe));
    }
    fill(text, read, encode = (value) => value) {
        return text.replace(PLACEHOLDER, (_all, variable, captured) => variable === undefined ? encode(this.captured.get(captured ?? '') ?? '') : read(variable));
    }
    /** Fills all strings of a JSON value. @throws RewindError credential-missing */
    json(value) {
        if (typeof value === 'string')
            return this.text(value);
        if (Array.isArray(value))
            return value.map((one) => this.json(one));
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.json(one)]));
    }
}


/***/ }),

/***/ 5271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ drillHistoryFindings),
/* harmony export */   N9: () => (/* binding */ snapshotFindings),
/* harmony export */   OA: () => (/* binding */ drillFindings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83997);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78101);



/** The workflow of the user that rehearses a restore. */
const DRILL_WORKFLOW = 'rewind-drill.yml';
/**
 * @param newest null if there is none
 * @param introduced the pull request adds Rewind, so no snapshot can exist yet
 */
function snapshotFindings(newest, maxDays, now, introduced = false) {
    if (newest === null) {
        return [
            {
                level: introduced ? 'warning' : 'error',
                code: 'snapshot-none',
                message: 'There is no snapshot of this environment: a deploy now could not be rolled back.',
                remedy: 'Run the snapshot workflow before the deploy (examples/pre-deploy-snapshot.yml).',
            },
        ];
    }
    const days = Math.floor((now.getTime() - Date.parse(newest.createdAt)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
    if (days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'snapshot-stale',
            message: `The newest snapshot (${newest.id}) is ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(days, 'day')} old; at most ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(maxDays, 'day is', 'days are')} allowed.`,
            remedy: 'Find out why the snapshot workflow did not run, then run it.',
        },
    ];
}
/**
 * The age of the last drill that passed, by the history in the store. GitHub disables schedules of a quiet repository
 * without notice, so a deploy must notice it. Pure.
 * @param drills oldest first, at least one
 */
function drillHistoryFindings(drills, maxDays, now) {
    const last = drills.findLast(({ verdict }) => verdict === 'passed');
    if (last === undefined) {
        const newest = drills.at(-1);
        return [
            {
                level: 'error',
                code: 'drill-never-passed',
                message: `None of the last drills (${drills.length}) passed; the newest ended as "${newest?.verdict ?? 'unknown'}".`,
                remedy: 'Correct what the drill reports, and run it again.',
            },
        ];
    }
    const days = Math.floor((now.getTime() - Date.parse(last.endedAt)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
    if (days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'drill-stale',
            message: `The last drill that passed was ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(days, 'day')} ago; at most ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(maxDays, 'day is', 'days are')} allowed.`,
            remedy: `Run "rewind drill". If ${DRILL_WORKFLOW} has a schedule, check whether GitHub disabled it.`,
        },
    ];
}
const runs = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ workflow_runs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ updated_at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })) });
/** The age of the last successful drill. GitHub delays or disables scheduled workflows without notice. */
async function drillFindings(github, maxDays, now) {
    const data = await github.find({ what: 'find the last drill', permission: 'actions: read' }, runs, (rest, target) => rest.actions.listWorkflowRuns({ ...target, workflow_id: DRILL_WORKFLOW, status: 'success', per_page: 1 }));
    if (data === null) {
        return [
            {
                level: 'warning',
                code: 'drill-none',
                message: `The repository has no workflow ${DRILL_WORKFLOW}. Without it, no restore is rehearsed.`,
                remedy: 'Copy examples/drill.yml to .github/workflows/rewind-drill.yml. Rewind checks the age of its last success.',
            },
        ];
    }
    const last = data.workflow_runs[0];
    const days = last ? Math.floor((now.getTime() - Date.parse(last.updated_at)) / _runtime_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO) : null;
    if (days !== null && days <= maxDays)
        return [];
    return [
        {
            level: 'error',
            code: 'drill-stale',
            message: days === null
                ? `The drill (${DRILL_WORKFLOW}) has never succeeded.`
                : `The last successful drill was ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(days, 'day')} ago; at most ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(maxDays, 'day is', 'days are')} allowed.`,
            remedy: `Run ${DRILL_WORKFLOW}, and fix what it reports.`,
        },
    ];
}


/***/ }),

/***/ 22239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ TO_OVERRIDE),
/* harmony export */   Hl: () => (/* binding */ deployGate),
/* harmony export */   K9: () => (/* binding */ overrideText)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60694);

/**
 * May a deploy go ahead now?
 * @param by who runs the command
 * @param reason of `--override-freeze`; null if it was not given
 * @returns null without a `windows` section
 */
async function deployGate(windows, now, by, reason) {
    if (windows === undefined)
        return null;
    const { open, why } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__/* .deployState */ .$)(windows, now);
    if (open || reason === null)
        return { allowed: open, why, override: null };
    const override = { by, reason, closed: why };
    return { allowed: true, why: overrideText(override), override };
}
const overrideText = ({ by, reason, closed }) => `${by} allowed a deploy: ${reason}. ${closed}`;
const TO_OVERRIDE = 'To deploy at this time, give a reason: --override-freeze "reason" (input override-freeze). Your name and the reason are recorded.';


/***/ }),

/***/ 60694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ deployState),
/* harmony export */   H: () => (/* binding */ windowFindings)
/* harmony export */ });
/**
 * Reads the calendar. Loads it, and the holidays, only when it is called.
 * @param now the time that counts, whatever the time zone of the machine
 */
async function deployState(windows, now) {
    const [{ Temporal }, { calendarOf, HORIZON_DAYS, nextChange, obstacleAt }] = await Promise.all([
        __webpack_require__.e(/* import() */ 7490).then(__webpack_require__.bind(__webpack_require__, 57490)),
        Promise.all(/* import() */[__webpack_require__.e(7490), __webpack_require__.e(7982)]).then(__webpack_require__.bind(__webpack_require__, 77982)),
    ]);
    const at = (date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(windows.timezone);
    const brief = (time) => `${time.toLocaleString('en-GB', { weekday: 'short' })} ${minute(time.toPlainDateTime())} ${time.offset}`;
    const shown = (time) => `${brief(time)} ${windows.timezone} (${minute(time.toInstant())} UTC)`;
    const local = at(now);
    const calendar = calendarOf(windows, await holidaysAround(windows.holidays, local.year));
    const obstacle = obstacleAt(calendar, local);
    const change = nextChange(calendar, local);
    if (obstacle === null) {
        return { open: true, why: `Deploys are allowed${change === null ? '' : ` until ${shown(change)}`}.` };
    }
    const next = change === null
        ? `No window opens in the next ${HORIZON_DAYS} days.`
        : `Deploys are allowed again from ${shown(change)}.`;
    if (obstacle === 'outside-window')
        return { open: false, why: `It is outside the deploy window (${rulesText(windows)}). ${next}` };
    const { kind, reason, from, to } = obstacle;
    const what = kind === 'freeze' ? 'Deploys are frozen' : `It is a public holiday in ${placeText(windows.holidays)}`;
    return { open: false, why: `${what}: ${reason} (${brief(from)} to ${brief(to)}). ${next}` };
}
const minute = (time) => time.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace(/Z$/, '');
async function holidaysAround(place, year) {
    if (place === undefined)
        return [];
    const { holidaysOf } = await Promise.all(/* import() */[__webpack_require__.e(5026), __webpack_require__.e(5657)]).then(__webpack_require__.bind(__webpack_require__, 25657));
    // A holiday of the year before may reach into this one; the next opening may be in the year after.
    return [year - 1, year, year + 1, year + 2].flatMap((each) => holidaysOf(place, each));
}
const rulesText = ({ open = [], timezone }) => `${open.map(({ days, from, to }) => `${days.join(', ')} ${from} to ${to}`).join('; ')}; ${timezone}`;
const placeText = (place) => [place?.country, place?.state, place?.region].filter((part) => part !== undefined).join('-');
/** Warns about a merge that would deploy now. Not an error: a fix may be urgent, and time passes before the merge. */
async function windowFindings(windows, now) {
    if (windows === undefined)
        return [];
    const { open, why } = await deployState(windows, now);
    if (open)
        return [];
    return [
        {
            level: 'warning',
            code: 'deploy-window',
            message: why,
            remedy: 'Merge when deploys are allowed. For a fix of an incident, deploy with --override-freeze "reason".',
        },
    ];
}


/***/ }),

/***/ 62467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   MK: () => (/* binding */ dateText),
/* harmony export */   TP: () => (/* binding */ snapshotsText),
/* harmony export */   _: () => (/* binding */ coverageText),
/* harmony export */   lZ: () => (/* binding */ snapshotsMarkdown)
/* harmony export */ });
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83997);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78101);



/** Columns of a terminal that a listing fits into. */
const WIDTH = 100;
/** Ids named in one line. */
const NAMED = 6;
/**
 * For a terminal.
 * @param brief one line for each snapshot, two if it is long: below a plan
 */
function snapshotsText(rows, brief = false) {
    return rows
        .flatMap((row) => [
        `${row.chosen ? '>' : ' '} ${row.id}${row.names.length === 0 ? '' : `  [${row.names.join(', ')}]`}`,
        ...(row.facts === null ? [row.problem ?? ''] : (brief ? briefly : linesOf)(row.facts)).flatMap((line) => wrap(line, 4)),
    ])
        .join('\n');
}
/** For a job summary: a list, because a telephone shows no wide table. */
function snapshotsMarkdown(rows) {
    return rows
        .map(({ id, names, chosen, facts, problem }) => {
        const marks = names.map((name) => ` **${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(name)}**`).join(',');
        const head = `- ${chosen ? '➡️ ' : ''}${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(id)}${marks}`;
        const lines = facts === null ? [problem ?? ''] : linesOf(facts);
        return [head, ...lines.map((line) => `  <br>${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(line)}`)].join('\n');
    })
        .join('\n');
}
function linesOf(facts) {
    const { createdAt, ageMs, reason, commit, production, subject, coverage, bytes, signature } = facts;
    const by = commit === null ? reason : `${reason} of commit ${commit.slice(0, 7)}`;
    const shown = production === null ? 'shows no deployment' : `production was ${production}`;
    return [
        `${dateText(createdAt)}, ${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago; ${by}`,
        subject === null ? shown : `${shown}: ${subject}`,
        [coverageText(coverage), (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(bytes, 'bytes'), ...(signature === null ? [] : [signature])].join('; '),
        ...duringText(facts),
    ];
}
function briefly(facts) {
    const { ageMs, reason, production, subject, coverage } = facts;
    const shown = production === null ? 'shows no deployment' : `was ${production}`;
    return [
        `${(0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .age */ .KW)(ageMs)} ago, ${reason}; ${subject === null ? shown : `${shown}: ${subject}`}; ${coverageText(coverage)}`,
        ...duringText(facts),
    ];
}
const duringText = ({ mitigated }) => mitigated.length === 0 ? [] : [`taken while a mitigation was in effect: ${mitigated.join(', ')}`];
/** "2026-11-23 03:04 UTC" */
function dateText(iso) {
    return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
/** "all 12 resources", "2 of 12 resources (web, flags), not db, schema" */
function coverageText({ held, missing, unknown }) {
    const of = held.length + missing.length;
    const others = unknown.length === 0 ? '' : `, and ${named(unknown)}, no longer configured`;
    if (missing.length === 0)
        return `${of === 1 ? 'the one resource' : `all ${of} resources`}${others}`;
    return `${held.length} of ${(0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(of, 'resource')}${held.length === 0 ? '' : ` (${named(held)})`}, not ${named(missing)}${others}`;
}
function named(ids) {
    const more = ids.length - NAMED;
    return more <= 0 ? ids.join(', ') : `${ids.slice(0, NAMED).join(', ')} and ${more} more`;
}
/** Breaks a line between words. A word that is longer than a line is cut. */
function wrap(text, indent) {
    const room = WIDTH - indent;
    const lines = [];
    for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${room - 2}}`, 'gu')) ?? [])) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= room)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(lines.length === 0 ? word : `  ${word}`);
    }
    return lines.map((line) => `${' '.repeat(indent)}${line}`);
}


/***/ }),

/***/ 94986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ noteOnDeployment),
/* harmony export */   e: () => (/* binding */ recordLive)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const deployment = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), created_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), environment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const statuses = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish() }));
/** GitHub rejects longer descriptions (REST API, "Create a deployment status"). */
const DESCRIPTION_LIMIT = 140;
const permission = 'deployments: write';
/**
 * Marks the deployment of `commit` as successful and all others of the place as inactive. GitHub's own
 * `auto_inactive` changes only older deployments, and never production's.
 *
 * @param logUrl link of each status
 * @param description text of each status
 */
async function recordLive(github, place, commit, logUrl, description) {
    const { names, known } = await knownAt(github, place);
    const existing = known.find(({ sha }) => sha === commit);
    // As the others of the place are called, so that they are seen together.
    const name = known[0]?.environment ?? names[0] ?? place.environment;
    const live = existing ?? (await createDeployment(github, name, commit, description));
    const status = { description: description.slice(0, DESCRIPTION_LIMIT), log_url: logUrl };
    const inactive = [];
    for (const other of known) {
        if (other.id === live.id || (await latestState(github, other.id)) !== 'success')
            continue;
        await addStatus(github, other.id, 'inactive', status);
        inactive.push(other.id);
    }
    // Written last, so that the page shows it as the newest status.
    const newest = existing === undefined ? undefined : await latestStatus(github, live.id);
    if (newest?.state !== 'success' || newest.description !== status.description) {
        await addStatus(github, live.id, 'success', status);
    }
    return { live: live.id, created: existing === undefined, inactive };
}
/**
 * Writes a text on the deployment of `commit`, which is live, as a further status. Creates the deployment if GitHub has none.
 *
 * @param payload of a new deployment; GitHub does not change that of an existing one
 * @returns the id of the deployment
 */
async function noteOnDeployment(github, environment, commit, logUrl, said, payload) {
    const existing = (await knownDeployments(github, namesOf(environment))).find(({ sha }) => sha === commit);
    const { id } = existing ?? (await createDeployment(github, environment, commit, said, payload));
    const description = said.slice(0, DESCRIPTION_LIMIT);
    if ((await latestStatus(github, id))?.description !== description) {
        await addStatus(github, id, 'success', { description, log_url: logUrl });
    }
    return id;
}
/**
 * Names that the place may have on GitHub. Vercel's integration capitalizes the name of the environment; where a repository
 * has several projects, it adds that of the project: "Production – app". GitHub's filter is exact.
 */
function namesOf(environment, project = null) {
    const names = new Set([environment, environment.charAt(0).toUpperCase() + environment.slice(1)]);
    return [...names].map((name) => (project === null ? name : `${name} – ${project}`));
}
/** Under the name of the project, if there are any: the project may share its repository with others that Rewind does not know. */
async function knownAt(github, { environment, project, isShared }) {
    const names = namesOf(environment, project);
    const known = await knownDeployments(github, names);
    if (known.length > 0 || isShared || project === null)
        return { names, known };
    const common = namesOf(environment);
    return { names: common, known: await knownDeployments(github, common) };
}
/** Newest first. */
async function knownDeployments(github, names) {
    const pages = await Promise.all(names.map((name) => github.request({ what: `list deployments of ${name}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(deployment), (rest, target) => rest.repos.listDeployments({ ...target, environment: name, per_page: 100 }))));
    const all = new Map(pages.flat().map((entry) => [entry.id, entry]));
    return [...all.values()].sort((a, b) => b.id - a.id);
}
async function latestState(github, id) {
    return (await latestStatus(github, id))?.state ?? null;
}
async function latestStatus(github, id) {
    const [latest] = await github.request({ what: `read deployment ${id}`, permission }, statuses, (rest, target) => rest.repos.listDeploymentStatuses({ ...target, deployment_id: id, per_page: 1 }));
    return latest;
}
async function createDeployment(github, environment, commit, description, payload = {}) {
    return github.request({ what: `create a deployment of ${commit}`, permission }, deployment, (rest, target) => rest.repos.createDeployment({
        ...target,
        ref: commit,
        environment,
        auto_merge: false,
        required_contexts: [],
        payload: { ...payload },
        description: description.slice(0, DESCRIPTION_LIMIT),
    }));
}
async function addStatus(github, id, state, status) {
    await github.request({ what: `mark deployment ${id} as ${state}`, permission }, zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J(), (rest, target) => rest.repos.createDeploymentStatus({ ...target, ...status, deployment_id: id, state, auto_inactive: false }));
}


/***/ }),

/***/ 30734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   BU: () => (/* binding */ ProbeFailure),
/* harmony export */   KM: () => (/* binding */ addPhases)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** Adds the parts of one more request. */
function addPhases(sum, part) {
    for (const [phase, ms] of Object.entries(part))
        sum[phase] = (sum[phase] ?? 0) + ms;
}
/** A request without a usable response. The message is ours: it holds no header, no body, and of
 * the text from outside only the host of a refused redirect. */
class ProbeFailure extends Error {
    kind;
    phases;
    name = 'ProbeFailure';
    constructor(kind, message, phases = {}) {
        super(message);
        this.kind = kind;
        this.phases = phases;
    }
}
const REASONS = [
    [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'the name of the host could not be resolved'],
    [/^ECONNREFUSED$/, 'the host refused the connection'],
    [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, 'the host broke the connection'],
    [/^(ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$/, 'the host is unreachable'],
    [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'the certificate has expired or is not valid yet'],
    [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'the certificate belongs to another host'],
    [/CERT|ISSUER|SELF_SIGNED|VERIFY/, 'the certificate is not trusted'],
    [/SSL|TLS|^EPROTO$/, 'TLS could not be established'],
    [/^HPE_HEADER_OVERFLOW$/, 'the headers are too large'],
    [/^HPE_/, 'the response is not HTTP'],
];
/** The reason in our words and the code of Node; never the message of Node, which repeats names from the certificate. */
function reasonOf(error) {
    const code = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'the request failed';
    return `${reason} (${code})`;
}


/***/ }),

/***/ 7863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readBuildEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);


const optional = (schema) => schema.nullable().catch(null);
const event = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^vercel\.deployment\.\w+$/),
    client_payload: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        id: optional(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^dpl_\w+$/)),
        project: optional(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^prj_\w+$/), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(200).catch('') })),
        git: optional(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/) })),
    }),
});
/** The event of a run that Vercel started by `repository_dispatch`; null for any other run. */
function readBuildEvent(env) {
    const path = env.text('GITHUB_EVENT_PATH');
    if (env.text('GITHUB_EVENT_NAME') !== 'repository_dispatch' || path === undefined)
        return null;
    const read = event.safeParse(contentOf(path));
    if (!read.success)
        return null;
    const { action, client_payload: payload } = read.data;
    return { type: action, deployment: payload.id, project: payload.project, commit: payload.git?.sha ?? null };
}
/** Undefined if the file cannot be read. */
function contentOf(path) {
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ })

};
