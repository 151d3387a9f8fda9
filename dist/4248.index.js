export const id = 4248;
export const ids = [4248];
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

/***/ 45946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _cli_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99859);
/* harmony import */ var _cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8961);
/* harmony import */ var _cli_environment_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90829);
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2529);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67217);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33220);
/* harmony import */ var _runtime_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(36447);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78101);
/* harmony import */ var _services_vercel_build_event_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7863);










const deployment = {
    ...(0,_cli_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)('build', 'The build that takes production: its id or address. Default: the build of the event of Vercel.'),
    allowed: 'the id or the address of a deployment',
    parse: (given) => /^(?:https:\/\/)?([a-z0-9][\w.-]*)\/?$/i.exec(given)?.[1],
};
/** The deploy of a build that Vercel left staged. The snapshot was taken before, by another job. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_cli_command_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCommand */ .N)({
    name: 'promote',
    summary: 'Promote a build that was left staged, and wait until every domain serves it.',
    flags: { deployment },
    examples: ['promote', 'promote --deployment dpl_4pV2hXk8', 'promote --deployment https://shop-4pv2hxk8.vercel.app'],
    notes: [
        'For the Git integration of Vercel: take the snapshot first. Without --deployment, the run must be started by an event of',
        'Vercel (repository_dispatch). Afterwards new builds are staged again, unless the resource has "auto-assign: true": Vercel',
        'switches the automatic assignment on with every promote. A second run changes nothing.',
        'Verdict "superseded": production serves a newer build, and goes on serving it. Exit status 3 (verdict "held"): a rollback',
        'pins production, or the commit was rolled back. Verdict "other-project": the event is about a project that the',
        'configuration does not have. "guard" checks the deploy window, and "promote" does not.',
    ],
    verdicts: ['promoted', 'superseded', 'held', 'other-project'],
    async run(session) {
        const project = await session.open();
        const { inputs, context } = session;
        const event = (0,_services_vercel_build_event_js__WEBPACK_IMPORTED_MODULE_7__/* .readBuildEvent */ .R)(context.env);
        const foreign = (0,_cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .eventRows */ .SR)(session, project).filter(({ pin }) => pin !== 'free');
        if (foreign.length > 0)
            return refused(foreign, 'other-project', 'Nothing was promoted: the event of Vercel is about another project.');
        const named = inputs.deployment ?? event?.deployment ?? null;
        if (named === null) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', 'No build is named, and no event of Vercel with one started this run.', {
                remedy: 'Give --deployment, or run this on repository_dispatch "vercel.deployment.ready".',
            });
        }
        return (0,_cli_environment_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .underLock */ .yP)(session, project, 'promote', null, async (lock) => {
            const { resource, deploy, build } = await find(session, project, named);
            const { rows } = await (0,_cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .pinRows */ .Fs)(session, [resource]);
            rows.push(await (0,_cli_deploy_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .commitRow */ .gl)(session, project, build.commit));
            const held = rows.filter(({ pin }) => pin !== 'free');
            if (held.length > 0)
                return refused(rows, 'held', `${build.id} was not promoted: production is held back.`);
            const { id, config } = resource;
            return shown(id, build, await deploy.run(config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__/* .forResource */ .i_)(context, id), build.id, () => lock.assertHeld()));
        });
    },
}));
/** @throws RewindError deployment-not-eligible, input-invalid */
async function find({ context }, { resources }, named) {
    const able = resources.flatMap((resource) => {
        const { deploy } = resource.provider.capabilities ?? {};
        return deploy === undefined ? [] : [{ resource, deploy }];
    });
    for (const { resource, deploy } of able) {
        const build = await deploy.find(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__/* .forResource */ .i_)(context, resource.id), named);
        if (build !== null)
            return { resource, deploy, build };
    }
    if (able.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('input-invalid', 'No resource in scope holds a deployment that can be promoted.', {
            remedy: 'Configure a resource of the provider vercel-deployment, or add it to --scope.',
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('deployment-not-eligible', `${named} is not a deployment of ${able.map(({ resource: { id } }) => id).join(', ')}, or it does not exist any more.`, { remedy: 'Name a deployment of a configured project.' });
}
function refused(rows, verdict, headline) {
    return {
        exit: 3,
        json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB)({ ok: false, resources: rows }),
        text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .textOf */ .b6)([headline, ...rows.map(({ id, pin, why }) => `  ${id}: ${pin}: ${why}`)]),
        summary: [
            `## ⛔ ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .escapeText */ .X1)(headline)}`,
            (0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(['Resource', 'State', 'Why'], rows.map(({ id, pin, why }) => [id, pin, why])),
        ].join('\n\n'),
        outputs: { verdict },
    };
}
function shown(id, build, { kind, by }) {
    const of = build.commit === null ? '' : `, commit ${build.commit.slice(0, 12)}`;
    const headline = {
        promoted: `${build.id} serves production of ${id}${of}.`,
        unchanged: `${build.id} served production of ${id} already${of}.`,
        superseded: `${build.id} was not promoted: production of ${id} serves ${by}, which is newer.`,
    }[kind];
    return {
        exit: 0,
        json: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB)({ ok: true, resource: id, deployment: build.id, commit: build.commit, state: kind, production: by }),
        text: (0,_runtime_text_js__WEBPACK_IMPORTED_MODULE_8__/* .oneLine */ .TN)(headline),
        summary: `## ${kind === 'superseded' ? '⏭️' : '✅'} ${(0,_runtime_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .escapeText */ .X1)(headline)}`,
        outputs: { verdict: kind === 'superseded' ? 'superseded' : 'promoted' },
    };
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

/***/ 99069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ readEntries),
/* harmony export */   Gy: () => (/* binding */ openIncidents),
/* harmony export */   MZ: () => (/* binding */ listIncidents),
/* harmony export */   Q1: () => (/* binding */ INCIDENTS_AT_ONCE),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34903);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61022);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21022);







/**
 * Files of one incident, under `incidents/<environment>/<id>/`:
 *   000001.json …   entries, one object each, never written twice
 *   head.json       number and hash of the last entry, written after it
 */
const folderOf = (environment, id) => `incidents/${environment}/${id}`;
const FILE = /\/(\d{6})\.json$/;
const keyOf = (environment, id, seq) => `${folderOf(environment, id)}/${String(seq).padStart(6, '0')}.json`;
const headKey = (environment, id) => `${folderOf(environment, id)}/head.json`;
const head = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ seq: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().positive(), hash: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() });
/** Times that an entry is placed again because another process wrote the same number. */
const RETRIES = 20;
/** Records that are read at once. */
const INCIDENTS_AT_ONCE = 4;
/** Entries of a record that are read at once. */
const READS = 32;
/** Ids of the incidents of an environment, oldest first. */
async function listIncidents(store, environment) {
    const objects = await store.list(`incidents/${environment}`);
    const own = objects.filter(({ key }) => FILE.test(key) || key.endsWith('/head.json'));
    return [...new Set(own.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => _entry_js__WEBPACK_IMPORTED_MODULE_4__/* .INCIDENT_ID */ .zP.test(id)).sort();
}
/**
 * Reads what is there, also if it is damaged.
 * @param known the first entries, as they were read before: entries are never written twice
 * @throws RewindError incident-not-found
 */
async function readRecord(store, environment, id, known = []) {
    const folder = folderOf(environment, id);
    const listed = await store.list(folder);
    const end = await readHead(store, environment, id, listed);
    // Another writer may have added entries after the listing. A head is written after its entry, so a new listing has it.
    const isOld = end !== null && end !== 'unreadable' && !listed.some(({ key }) => key === keyOf(environment, id, end.seq));
    const numbered = (isOld ? await store.list(folder) : listed).flatMap(({ key }) => {
        const seq = FILE.exec(key)?.[1];
        return seq === undefined ? [] : [{ key, seq: Number(seq) }];
    });
    if (numbered.length === 0 && end === null) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('incident-not-found', `There is no incident ${id} in "${environment}".`);
    }
    const stored = await (0,_runtime_flow_js__WEBPACK_IMPORTED_MODULE_2__/* .mapLimited */ .bB)(numbered, READS, async ({ key, seq }) => {
        const before = known[seq - 1];
        if (before !== undefined)
            return { seq, entry: before };
        const content = await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text);
        try {
            return { seq, entry: (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(content, key) };
        }
        catch {
            return { seq, entry: null };
        }
    });
    return { stored, head: end };
}
async function readHead(store, environment, id, objects) {
    const key = headKey(environment, id);
    // A writer that was killed between the first entry and its head.
    if (!objects.some((object) => object.key === key))
        return null;
    try {
        return head.parse(JSON.parse(await store.open(key).then(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)));
    }
    catch {
        return 'unreadable';
    }
}
/**
 * The entries of a sound record.
 * @param known the first entries, as they were read before
 * @throws RewindError incident-not-found, incident-corrupt
 */
async function readEntries(store, environment, id, known = []) {
    const { stored, head: end } = await readRecord(store, environment, id, known);
    const problems = (0,_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .problemsOf */ .G)(stored, id, end);
    if (problems.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
    }
    return stored.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}
/**
 * The incidents that are not closed, newest first.
 * @param onDamaged gets the error of each damaged record; the result leaves that incident out
 */
async function openIncidents(store, environment, onDamaged) {
    const open = [];
    for (const id of (await listIncidents(store, environment)).reverse()) {
        try {
            const status = (0,_status_js__WEBPACK_IMPORTED_MODULE_6__/* .statusOf */ .c2)(await readEntries(store, environment, id));
            if (status.closed === null)
                open.push(status);
        }
        catch (error) {
            if (!(error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError) || error.code !== 'incident-corrupt')
                throw error;
            onDamaged(error);
        }
    }
    return open;
}
/** Reads and writes one record. Entries with a key are written once. */
class Recorder {
    store;
    environment;
    incident;
    author;
    clock;
    /** The record as this process knows it: each entry is read once, because a record grows. */
    known = null;
    /** True: there may be more entries. */
    isOld = false;
    /** Number of entries that this process copied. */
    carried = 0;
    /** One step at a time: messages are sent beside a rollback, and both write. */
    last = Promise.resolve();
    constructor(store, environment, incident, author, clock) {
        this.store = store;
        this.environment = environment;
        this.incident = incident;
        this.author = author;
        this.clock = clock;
    }
    /**
     * Appends an entry. Safe against a kill at any write and against a second writer: a number is written only once.
     * @returns false if the entry with this key was there already
     * @throws RewindError incident-corrupt, store-unreadable, store-write-failed
     */
    add(kind, data, key = null) {
        return this.inTurn(() => this.append(kind, data, key));
    }
    /** The entries, with those that this process wrote. @throws RewindError incident-not-found, incident-corrupt */
    entries() {
        return this.inTurn(() => this.read(false));
    }
    /** Looks for new entries before the next step: another process may have written. */
    refresh() {
        this.isOld = true;
    }
    inTurn(step) {
        const turn = this.last.then(step, step);
        this.last = turn.catch(() => undefined);
        return turn;
    }
    async append(kind, data, key) {
        const { environment, incident, store } = this;
        for (let tries = 0; tries < RETRIES; tries += 1) {
            const entries = await this.read(kind === 'opened');
            if (key !== null && entries.some((entry) => entry.key === key))
                return false;
            const { by, run, redact } = this.author;
            const at = this.clock.now().toISOString();
            const clean = JSON.parse(redact(JSON.stringify(data)));
            const content = { incident, environment, at, by, run, key, kind, data: clean };
            const entry = (0,_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .chain */ .cy)(content, entries.at(-1));
            await this.carry(entries);
            if (!(await create(store, keyOf(environment, incident, entry.seq), entry))) {
                // Another writer was faster.
                this.isOld = true;
                continue;
            }
            this.known = [...entries, entry];
            await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
            return true;
        }
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError('store-write-failed', `Another process keeps writing to incident ${incident}.`);
    }
    async read(first) {
        if (this.known !== null && !this.isOld)
            return this.known;
        this.isOld = false;
        try {
            this.known = await readEntries(this.store, this.environment, this.incident, this.known ?? []);
            return this.known;
        }
        catch (error) {
            if (first && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__.RewindError && error.code === 'incident-not-found')
                return [];
            this.isOld = true;
            throw error;
        }
    }
    /** An artifact of a run holds the whole record, because the artifacts of earlier runs expire. */
    async carry(entries) {
        if (this.store.expires !== true)
            return;
        for (const entry of entries.slice(this.carried)) {
            await this.store.put(keyOf(this.environment, this.incident, entry.seq), encode(entry));
        }
        this.carried = entries.length;
    }
}
const encode = (content) => Buffer.from(`${JSON.stringify(content)}\n`);
/** @returns false if the object exists. A store that cannot tell is used by one run at a time. */
async function create(store, key, entry) {
    if (store.create !== undefined)
        return store.create(key, encode(entry));
    await store.put(key, encode(entry));
    return true;
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
