export const id = 6610;
export const ids = [6610];
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

/***/ 56415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33220);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(36447);
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99859);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(78101);
/* harmony import */ var _cli_author_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33975);
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21722);
/* harmony import */ var _cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8961);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2529);
/* harmony import */ var _cli_incident_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59246);
/* harmony import */ var _readiness_windows_gate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(22239);











const toUnblock = (session) => `To unblock: deploy the fix (it stays staged), check it, then run "${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_4__/* .commandLine */ .ay)(session, ['recover', '--deployment', 'latest'])}" and get its plan approved. Then run this deploy again.`;
const PINNED = 'production is pinned by a rollback (or its state is unknown)';
const CLOSED = 'no deploys are allowed at this time';
const QUARANTINED = 'this commit was rolled back (or the incidents could not be read)';
const OTHER_PROJECT = 'the event of Vercel is about another project';
/** Rows of an open mitigation and of the calendar. No resource has these ids. */
const MITIGATION = '(mitigation)';
const WINDOW = '(window)';
const HEADLINES = {
    [_cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .COMMIT */ .cJ]: QUARANTINED,
    [_cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .EVENT */ .ll]: OTHER_PROJECT,
    [WINDOW]: CLOSED,
};
const commitFlag = {
    ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)('sha', 'Commit that is to be deployed; default: the commit of the event of Vercel, or of the workflow run.'),
    allowed: '7 to 40 hexadecimal digits',
    parse: (given) => (/^[0-9a-f]{7,40}$/i.test(given) ? given.toLowerCase() : undefined),
};
/**
 * The calendar of `windows`; no row without one. An override is written to the newest open incident, where the store allows
 * two writers.
 */
async function calendar(session, project, reason) {
    const { config, store } = project;
    const { clock, log } = session.context;
    const gate = await (0,_readiness_windows_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .deployGate */ .Hl)(config.windows, clock.now(), (0,_cli_author_js__WEBPACK_IMPORTED_MODULE_3__/* .authorOf */ .r)(session).by, reason);
    if (gate === null)
        return [];
    const { allowed, why, override } = gate;
    // With the store "artifact" a second writer beside a rollback would fork the record. The snapshot holds the override too.
    if (override !== null && project.store.expires !== true) {
        try {
            const [incident] = await (0,_cli_incident_js__WEBPACK_IMPORTED_MODULE_7__/* .openIncidentsOf */ .bJ)(session, store, config.environment);
            if (incident !== undefined) {
                await (0,_cli_incident_js__WEBPACK_IMPORTED_MODULE_7__/* .recorderOf */ .MU)(session, project, incident.id).add('note', { text: why });
            }
        }
        catch (error) {
            log.warn(`The override is not in the record of the incident: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asRewindError */ .m2)(error).message}`);
        }
    }
    return [{ id: WINDOW, pin: allowed ? 'free' : 'closed', why }];
}
/**
 * Blocks deploys after a rollback, because a deploy would override it, and deploys of a commit that was rolled back. Fails
 * closed: an unknown state counts as pinned. Also blocks them by the calendar, which a reason overrides. Exits with status 3 if pinned (verdict `held`).
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'guard',
    summary: 'Decide whether a deploy may go to production. Blocks it while a rollback pins production or holds back the commit, and outside of the deploy window.',
    flags: { commit: commitFlag, 'override-freeze': _cli_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .FLAGS */ .Wg['override-freeze'] },
    examples: ['guard', 'guard --commit 1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d', 'guard --override-freeze hotfix'],
    notes: [
        'Exit status 0: the deploy may go ahead ("free"). 3: it may not ("held"), also if a resource could not be read. With',
        '--override-freeze, only the calendar is overridden.',
    ],
    verdicts: ['free', 'held'],
    async run(session) {
        const project = await session.open();
        const { rows: pins, pinned } = await (0,_cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .pinRows */ .Fs)(session, project.resources);
        const commit = session.inputs.commit ?? project.origin.commit;
        const looked = pins.map(({ id }) => id);
        pins.push(await (0,_cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .commitRow */ .gl)(session, project, commit));
        pins.push(...(0,_cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .eventRows */ .SR)(session, project));
        for (const why of await (0,_cli_incident_js__WEBPACK_IMPORTED_MODULE_7__/* .mitigationsInEffect */ .lm)(session, project)) {
            pins.push({ id: MITIGATION, pin: 'free', why: `${why} A snapshot that is taken now holds it.` });
        }
        pins.push(...(await calendar(session, project, session.inputs.overrideFreeze)));
        const held = pins.filter(({ pin }) => pin !== 'free');
        const free = held.length === 0;
        const headline = free
            ? `Deploys are allowed: ${looked.length === 0 ? 'nothing that a rollback can pin was checked' : `no rollback pins ${looked.join(', ')}`}, and ${commit === null ? 'no commit was checked' : `commit ${commit.slice(0, 12)} is not held back`}.`
            : `Deploys are blocked: ${held
                .map(({ id }) => HEADLINES[id] ?? PINNED)
                .filter(first)
                .join(', and ')}.`;
        const ways = [
            ...(pinned ? [toUnblock(session)] : []),
            ...(held.some(({ id }) => id === WINDOW) ? [_readiness_windows_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .TO_OVERRIDE */ .DH] : []),
        ];
        const rows = pins.map(({ id, pin, why }) => [id, pin, why]);
        return {
            exit: free ? 0 : 3,
            json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_1__/* .toJson */ .aB)({ ok: free, resources: pins }),
            text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_9__/* .textOf */ .b6)([headline, ...pins.map(({ id, pin, why }) => `  ${id}: ${pin}: ${why}`), ...ways]),
            summary: [
                `## ${free ? '✅' : '⛔'} ${headline}`,
                rows.length === 0
                    ? 'The configuration has no resource that a rollback can pin.'
                    : (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_10__/* .table */ .tp)(['Resource', 'State', 'Why'], rows),
                ...ways,
            ].join('\n\n'),
            outputs: { verdict: free ? 'free' : 'held' },
        };
    },
}));
const first = (text, index, all) => all.indexOf(text) === index;


/***/ }),

/***/ 94365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   P1: () => (/* binding */ snapshotIdAt),
/* harmony export */   dn: () => (/* reexport safe */ _vocabulary_js__WEBPACK_IMPORTED_MODULE_3__.dn),
/* harmony export */   hh: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   mS: () => (/* binding */ snapshotTime)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33220);
/* harmony import */ var _mitigated_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69156);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8892);






const SCHEMA_VERSION = 1;
const payloadRef = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    bytes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
    sealedBytes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const json = _runtime_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .IL;
const capturedResource = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    capturedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
    /** The provider's own schema parses it before use. */
    state: json,
    payloads: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(payloadRef),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('rewind-snapshot'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(SCHEMA_VERSION),
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** Version of Rewind that wrote it. */
    writtenBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** URL of the workflow run, where there was one. */
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** Login of the person who started that run, and the event that did. */
    actor: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    event: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .REASONS */ .ez),
    /**
     * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
     * that their fingerprints can be compared.
     */
    after: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ snapshot: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(_vocabulary_js__WEBPACK_IMPORTED_MODULE_3__/* .SNAPSHOT_ID */ .dn), digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }).exactOptional(),
    /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
    override: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ by: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), closed: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }).exactOptional(),
    /** Mitigations that were in effect; not in a snapshot that a rollback took. */
    mitigated: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_mitigated_js__WEBPACK_IMPORTED_MODULE_2__/* .mitigatedSchema */ .aJ).exactOptional(),
    /** Salt of the fingerprints in the states (hex). */
    salt: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/),
    recipients: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** Resource ids that were asked for; null: all that were configured. */
    scope: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).nullable(),
    resources: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(capturedResource),
    /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
    baselines: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(json).exactOptional(),
});

/** What tells another format. */
const head = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), schemaVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), writtenBy: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} is not JSON.`, { cause: error });
    }
    const told = head.safeParse(content);
    if (told.success && told.data.kind === 'rewind-snapshot' && told.data.schemaVersion !== SCHEMA_VERSION) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-unsupported', `Snapshot ${id} has format ${told.data.schemaVersion} (written by Rewind ${told.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`);
    }
    const parsed = manifest.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} is not a valid manifest.`, {
            problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
        });
    }
    if (parsed.data.id !== id) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-corrupt', `The manifest of snapshot ${id} names another snapshot, ${parsed.data.id}.`);
    }
    return parsed.data;
}
/** The time in a snapshot id, in milliseconds since 1970; NaN for another form. */
function snapshotTime(id) {
    return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
/**
 * `20261123T030405Z-1a2b3c`: ids sort by time. The first two digits after the dash are the 256th part of the second, so that of
 * two snapshots of one second the later one is the latest; the other four are random.
 * @param random four hexadecimal digits
 */
function snapshotIdAt(at, random) {
    const part = Math.floor((at.getUTCMilliseconds() * 256) / 1000);
    const second = at.toISOString().replace(/[-:]/g, '').slice(0, 15);
    return `${second}Z-${part.toString(16).padStart(2, '0')}${random}`;
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

/***/ 23714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RK: () => (/* binding */ eased),
  xh: () => (/* binding */ factsFor),
  vd: () => (/* binding */ mitigationSchema),
  Vb: () => (/* binding */ nameOf),
  gu: () => (/* binding */ settled),
  ny: () => (/* binding */ takes),
  lb: () => (/* binding */ unknownToAll)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/engine/measure.js


/** A measure as a plan holds it. */
const measureSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('flags-off'), flags: schemas/* array */.YOg(schemas/* string */.YjP()), tags: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('maintenance'),
        flag: schemas/* string */.YjP().exactOptional(),
        item: schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: json/* jsonValue */.IL }).exactOptional(),
    }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('scale-up'),
        min: schemas/* number */.aig().exactOptional(),
        max: schemas/* number */.aig().exactOptional(),
    }),
]);
const MEASURES = (/* unused pure expression or super */ null && (['flags-off', 'maintenance', 'scale-up']));

;// CONCATENATED MODULE: ./lib/engine/mitigation.js





/** What makes a plan a mitigation, or the lift of one. */
const mitigationSchema = schemas/* strictObject */.rej({
    /** Id in the configuration; null: its measure was named on the command line. */
    id: schemas/* string */.YjP().nullable(),
    measure: measureSchema,
    /** What the measure needs besides the live state, by resource. */
    facts: (0,json/* recordOf */.zv)((0,json/* recordOf */.zv)(json/* jsonValue */.IL)),
    /** After this many minutes it may be lifted without a person. */
    minutes: schemas/* number */.aig().int().positive(),
    /** True for the plan that lifts it: the one that returns to the state before. */
    lifts: schemas/* boolean */.zMY(),
    /** Of a lift: objects (`resource/object`) that it leaves as they are, because the measure is not in effect there any more. */
    leaves: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
    /** Of a lift: objects that it leaves as they are until another mitigation is lifted, too. */
    holds: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
});
/** What a mitigation is called in texts. */
const nameOf = ({ id, measure, }) => (id === null ? measure.kind : `${measure.kind} "${id}"`);
/** True if the provider of the resource can take the measure. */
const takes = ({ provider }, measure) => provider.capabilities?.mitigation?.kinds.includes(measure.kind) === true;
/**
 * The state with the measure. Pure.
 * @throws RewindError mitigation-impossible
 */
function eased(resource, state, { measure, facts }) {
    const { mitigation } = resource.provider.capabilities ?? {};
    if (mitigation === undefined || !takes(resource, measure))
        throw impossible(resource, measure);
    return mitigation.ease(resource.config, state, measure, facts[resource.id] ?? {});
}
/** Names that none of the resources has. @param unknown of each resource */
function unknownToAll(unknown) {
    const [first = [], ...others] = unknown;
    return first.filter((name) => others.every((names) => names.includes(name)));
}
/** The state as it was asked for: without what the service alone made of it. Pure. */
const settled = ({ provider }, state) => provider.capabilities?.mitigation?.settled?.(state) ?? state;
/** What the measure needs of each resource. Read-only. @throws RewindError mitigation-impossible, and those of a provider */
async function factsFor(resources, ctx, measure) {
    const found = await Promise.all(resources.map(async (resource) => {
        const { mitigation } = resource.provider.capabilities ?? {};
        if (mitigation === undefined || !takes(resource, measure))
            throw impossible(resource, measure);
        const facts = await mitigation.facts?.(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id), measure);
        return facts === undefined ? [] : [[resource.id, { ...facts }]];
    }));
    return mitigationSchema.shape.facts.parse(Object.fromEntries(found.flat()));
}
const impossible = ({ id, providerId }, { kind }) => new errors.RewindError('mitigation-impossible', `"${id}" (${providerId}) has no measure ${kind}.`, { resource: id });


/***/ }),

/***/ 57314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ otherObject),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   J3: () => (/* binding */ otherNames),
/* harmony export */   Mm: () => (/* binding */ sidesOf),
/* harmony export */   gK: () => (/* binding */ isOtherObject)
/* harmony export */ });
/** The parts of a name that the configuration holds under the same keys as the state. Pure. */
function nameParts(keys, saved, live) {
    return keys.map((key) => ({ key, saved: saved[key], live: live[key] }));
}
/**
 * What names the object on both sides, e.g. `project prj_1`: only the parts that differ.
 * @returns null if it is the same object
 */
function otherNames(parts) {
    const different = parts.filter(({ saved, live }) => saved !== live);
    if (different.length === 0)
        return null;
    const named = (side) => different.map((part) => `${part.key} ${part[side]}`).join(', ');
    return { saved: named('saved'), live: named('live') };
}
/** True for the change that `otherObject` makes. */
const isOtherObject = ({ id }) => id === ID;
const ID = 'other-object';
const LIVE = 'in the configuration';
const SAVED = 'in the snapshot';
/** What the two sides of the change that `otherObject` makes are: "project a in the configuration, project b in the snapshot". */
const sidesOf = ({ before, after }) => [before, after].map((side) => (side ?? '').replace(/ \(([^()]*)\)$/, ' $1')).join(', ');
/**
 * The only change of a plan if the configuration names another object than the snapshot holds: it is left to a person.
 * What was captured of one object must never be written to another one.
 *
 * @param what of the object is restored, e.g. `environment variables`
 * @param rebuilt what to do if a person built the object again under the other name; a whole sentence
 * @returns null if it is the same object
 */
function otherObject(what, parts, rebuilt) {
    const names = otherNames(parts);
    if (names === null)
        return null;
    return {
        id: ID,
        stage: 'configuration',
        action: 'run',
        target: `${what} of ${names.saved}`,
        before: `${names.live} (${LIVE})`,
        after: `${names.saved} (${SAVED})`,
        effect: 'live',
        undo: null,
        manual: [
            `Set ${names.saved} in the configuration and plan again, or choose a newer snapshot.`,
            ...(rebuilt === undefined ? [] : [rebuilt]),
        ].join(' '),
        warnings: [],
        params: {},
    };
}


/***/ }),

/***/ 98479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   Pf: () => (/* binding */ essence),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   p8: () => (/* binding */ plannedChange),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   tQ: () => (/* binding */ EFFECTS),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   xZ: () => (/* binding */ afterApprovals),
/* harmony export */   yM: () => (/* binding */ planKind)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64377);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33220);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67217);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77936);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23714);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8892);







const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
});
const ACTIONS = ['create', 'update', 'delete', 'run'];
const EFFECTS = ['live', 'next-deployment'];
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** Absent if it is unknown. Covered by the digest. */
    origin: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_5__/* .ORIGINS */ .o9).exactOptional(),
    /** Who made the difference, if it is not the deploy's alone; null: unknown. Not covered by the digest. */
    authors: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ deploy: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(), later: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable() }).exactOptional(),
    stage: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(ACTIONS),
    target: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(EFFECTS),
    closes: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['down', 'restore', 'up']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    byHand: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    params: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonValue */ .IL),
});
const recovery = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    /** Digest of the rollback whose state before is the goal. */
    rollback: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** The deployments that take production instead of those of that state, by resource. */
    deployments: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    /** Runs before each further stage of a rolling release, or step of flags; absent: no stages and no steps. */
    gate: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().exactOptional(),
    /** Percentages in which flags come back, ascending to 100; absent: at once. */
    steps: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig()).exactOptional(),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_7__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_3__/* .PLAN_DATABASE_MODES */ .ps),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).nullable(),
    /** Digest of the rollback that this plan undoes; else null. */
    undoes: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Set for a recovery: a plan forwards. */
    recovers: recovery.exactOptional(),
    /** Set for a mitigation, and for the plan that lifts one. */
    mitigates: _mitigation_js__WEBPACK_IMPORTED_MODULE_4__/* .mitigationSchema */ .vd.exactOptional(),
    /** The release capture that tells the deploy's changes from later ones, and SHA-256 of its manifest; null: none. */
    release: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }).nullable(),
    /** Resource ids whose later changes are undone, too. */
    includeLater: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
    approvalsBefore: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().int().exactOptional(),
    /** Of an undo: the objects (`resource/object`) that somebody changed after the rollback. */
    stays: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()).exactOptional(),
    /** What each resource with a difference was planned with; plans of earlier versions do not say it. */
    configured: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP())).exactOptional(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    /** Differences that somebody made after the deploy, or after the rollback that is undone. They stay. */
    later: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
});
const planKind = ({ undoes, recovers, mitigates }) => mitigates !== undefined
    ? mitigates.lifts
        ? 'lift'
        : 'mitigation'
    : recovers !== undefined
        ? 'recovery'
        : undoes === null
            ? 'rollback'
            : 'undo';
/** The stages of a plan, in their order. */
const stagesOf = ({ recovers }) => recovers === undefined ? _change_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGES */ .an : _change_js__WEBPACK_IMPORTED_MODULE_3__/* .FORWARD_STAGES */ .sr;
/** The changes that close an exposure, and those of the same resource and stage that come before one. */
function earlyChanges(changes) {
    return new Set(changes.filter((change, index) => changes.some((other, at) => other.closes !== undefined &&
        other.resource === change.resource &&
        other.stage === change.stage &&
        at >= index)));
}
/**
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan, the number of rows written since the snapshot, and who made a difference.
 */
function planDigest(content) {
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)({
        program: content.program,
        environment: content.environment,
        snapshot: content.snapshot,
        snapshotDigest: content.snapshotDigest,
        database: content.database,
        scope: content.scope,
        undoes: content.undoes,
        ...(content.recovers === undefined ? {} : { recovers: content.recovers }),
        ...(content.mitigates === undefined ? {} : { mitigates: content.mitigates }),
        changes: content.changes.map(essence),
        manual: content.manual.map(essence),
        release: content.release,
        includeLater: content.includeLater,
        later: content.later.map(essence),
        ...(content.stays === undefined ? {} : { stays: content.stays }),
        ...(content.configured === undefined ? {} : { configured: content.configured }),
        ...(content.approvalsBefore === undefined ? {} : { approvalsBefore: content.approvalsBefore }),
    });
}
/** The plan with the approvals that were given before it, which its digest covers. */
function afterApprovals(plan, count) {
    if (count === 0)
        return plan;
    const content = { ...plan, approvalsBefore: count };
    return { ...content, digest: planDigest(content) };
}
/** A change without its volatile part. */
function essence(change) {
    const { since, ...rest } = change;
    delete rest.dataAtRisk;
    delete rest.authors;
    return since === undefined ? rest : { ...rest, since: since.restore };
}
/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
function parsePlan(content) {
    const parsed = plan.safeParse(content);
    if (!parsed.success) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-unreadable', 'Another version of Rewind wrote the plan file.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__.RewindError('plan-mismatch', 'The plan file was changed: its content does not match its digest.');
    }
    return parsed.data;
}
/** Key of a change across plans. */
const keyOf = (change) => `${change.resource}/${change.id}`;
/** The plan without changes that need not be applied. */
function withoutChanges(plan, done) {
    return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
}
/** "on → off" */
function describe(change) {
    return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}


/***/ }),

/***/ 21223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ settleResources),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   Wo: () => (/* binding */ assertSameProvider),
/* harmony export */   _H: () => (/* binding */ loadResources),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   s2: () => (/* binding */ withSharedDatabases),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67217);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78292);


/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
async function loadResources(configs, scope, loadProvider) {
    const known = configs.map((config) => config.id);
    const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
    if (unknownIds.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('scope-unknown', `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`);
    }
    const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
    return Promise.all(chosen.map(async (config) => ({
        id: config.id,
        providerId: config.provider,
        config,
        provider: await loadProvider(config.provider),
    })));
}
/**
 * An id may have got another provider after the snapshot: what one captured, the other can neither read nor write.
 * @param captured the provider in the snapshot
 * @throws RewindError snapshot-foreign
 */
function assertSameProvider({ id, providerId }, captured) {
    if (captured === providerId)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__.RewindError('snapshot-foreign', `"${id}" is a ${captured} in the snapshot, but a ${providerId} in the configuration.`, {
        resource: id,
        remedy: `Give the ${providerId} an id of its own in the configuration, or choose a snapshot from after that change.`,
    });
}
/** The resources in a scope (null = all), and those that back up a database of them. */
function inScope(resources, scope) {
    return resources.filter(({ id, backsUp }) => scope === null || scope.includes(id) || backsUp?.some((of) => scope.includes(of)) === true);
}
/** What identifies the database that a resource works on; null if it works on none, or its address is not known. */
function databaseOf(resource, ctx) {
    return identityOf(resource, ctx)?.database ?? null;
}
function identityOf({ id, provider, config }, ctx) {
    try {
        return provider.capabilities?.database?.identify(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, id)) ?? null;
    }
    catch {
        // The resource itself reports a missing variable or a wrong URL.
        return null;
    }
}
/** The resources with these ids, and those that work on the same databases. */
function withSharedDatabases(resources, ids, ctx) {
    const databases = new Set(resources.map((resource) => (ids.has(resource.id) ? databaseOf(resource, ctx) : null)));
    return resources.filter((resource) => {
        const database = databaseOf(resource, ctx);
        return ids.has(resource.id) || (database !== null && databases.has(database));
    });
}
/** Runs a step for all resources in parallel and keeps every outcome: no failure hides another. */
async function settleResources(resources, step) {
    return Promise.all(resources.map(async (resource) => {
        try {
            return { resource, value: await step(resource) };
        }
        catch (error) {
            return { resource, error };
        }
    }));
}


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
/* harmony import */ var _other_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57314);

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
    const [byDeploy, since] = [plan(saved, release), plan(release, asked)];
    // A capture of another object tells nothing of this one. As later changes, those of the deploy would stay.
    if ([...byDeploy, ...since].some(_other_object_js__WEBPACK_IMPORTED_MODULE_0__/* .isOtherObject */ .gK))
        return plan(saved, live);
    const originOf = originsIn(touched(byDeploy), touched(since));
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

/***/ 33220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   IL: () => (/* binding */ jsonValue),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** The value after a JSON round trip: drops `undefined` members, turns dates into text. */
const toJson = (value) => JSON.parse(JSON.stringify(value));
/** A number that JSON can hold; null for infinity, NaN and no number. */
const finite = (value) => value == null || !Number.isFinite(value) ? null : value;
/** A member by a name from outside: `constructor` and the like are no members of a record that does not hold them. */
const own = (record, key) => Object.hasOwn(record, key) ? record[key] : undefined;
/** A value out of a JSON text, as it is: `z.json()` leaves out a member with the name `__proto__`, at any depth. */
const jsonValue = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => value !== undefined);
/**
 * A record by names from outside, e.g. those of columns or of metadata: `z.record()` leaves out the name `__proto__`, so that a
 * difference in it would not be seen.
 */
const recordOf = (value) => zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => typeof given === 'object' && given !== null && !Array.isArray(given), 'expected an object')
    .transform((given, ctx) => {
    const entries = Object.entries(given).map(([name, each]) => {
        const parsed = value.safeParse(each);
        if (parsed.success)
            return [name, parsed.data];
        for (const { path, message } of parsed.error.issues) {
            ctx.issues.push({ code: 'custom', path: [name, ...path], message, input: each });
        }
        return [name, undefined];
    });
    return Object.fromEntries(entries);
});


/***/ }),

/***/ 74698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);


/**
 * Who runs the program outside of GitHub Actions: `ada on build-7`, with the name of git's configuration for an account that
 * several people share, `root on build-7 (git: Ada Lovelace)`. Another CI system names the person in GITHUB_ACTOR.
 */
function operatorOf(env) {
    const actor = env.text('GITHUB_ACTOR');
    if (actor !== undefined)
        return actor;
    const account = env.text('SUDO_USER') ?? accountName(env);
    const shared = account === null || account === 'root' ? gitName(env) : null;
    const name = account ?? `user ${process.getuid?.() ?? 'without an account'}`;
    return `${name} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}${shared === null ? '' : ` (git: ${shared})`}`;
}
/** A container may run a user id that has no account. */
function accountName(env) {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username;
    }
    catch {
        return env.text('USER') ?? env.text('LOGNAME') ?? null;
    }
}
/** By what decides it: starting git takes longer than the rest of a short command. */
const names = new Map();
function gitName(env) {
    const key = JSON.stringify([env.text('PATH'), env.text('HOME'), process.cwd()]);
    const known = names.has(key) ? (names.get(key) ?? null) : askGit(env);
    names.set(key, known);
    return known;
}
function askGit(env) {
    const variables = { PATH: env.text('PATH'), HOME: env.text('HOME') };
    const { status, stdout } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('git', ['config', 'user.name'], {
        encoding: 'utf8',
        env: variables,
        timeout: 2_000,
    });
    const name = status === 0 ? stdout.trim() : '';
    return name === '' ? null : name;
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72201);
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30233);





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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
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
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('internal', `Octokit sent no request to ${call.what}.`);
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
                if (!(error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR) || error.code !== 'api-rate-limited')
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
                if (error instanceof _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR && error.status === 404)
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
    return new _runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .HR('api-rate-limited', message, { remedy, retryAfterMs }, status, body);
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
        isThrottled: (refused) => /secondary rate limit/i.test((0,_runtime_http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceMessage */ .XK)(refused)),
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
    };
}
/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx, token, baseUrl) {
    const { getOctokit } = await (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_4__/* .loadActionsGitHub */ .H_)();
    // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
    const debug = (message) => ctx.log.debug(`Octokit: ${message}`);
    return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}
/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && error.cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError ? error.cause : error;
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
