export const id = 5034;
export const ids = [5034];
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

/***/ 83004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ damagedFindings)
/* harmony export */ });
/* harmony import */ var _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92684);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);


/**
 * The comparison with production takes the manifest alone. So a plan without a change says nothing of the payloads, and one
 * with changes would be refused only after the approval.
 */
async function damagedFindings(store, manifest, ctx) {
    try {
        return [...(await (0,_engine_payload_files_js__WEBPACK_IMPORTED_MODULE_0__/* .plainlyDamaged */ .h1)(store, manifest))].map(([resource, problems]) => ({
            level: 'warning',
            code: 'snapshot-corrupt',
            resource,
            message: `Snapshot ${manifest.id} is damaged: ${problems.map((each) => each.replace(/\.$/, '')).join('; ')}. A run that needs it is refused.`,
            remedy: 'Bring the file back from a backup of the store, or plan with a snapshot that "rewind verify" finds sound.',
        }));
    }
    catch (error) {
        ctx.log.warn(`Whether the payloads of snapshot ${manifest.id} are whole is unknown: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        return [];
    }
}


/***/ }),

/***/ 26007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ quarantinedByUndo),
/* harmony export */   c: () => (/* binding */ assertNotQuarantined)
/* harmony export */ });
/* harmony import */ var _cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21722);
/* harmony import */ var _cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49837);
/* harmony import */ var _engine_goal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98079);
/* harmony import */ var _engine_live_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85836);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16449);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67217);







/**
 * The deployments of a plan that are builds of commits that were rolled back.
 * @param ctx for the snapshot of the plan
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function heldIn(session, project, { changes, recovers }, manifest, resources, ctx) {
    const switched = new Set(changes.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
    const found = [];
    for (const resource of resources.filter(({ id }) => switched.has(id))) {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        const goal = await (0,_engine_goal_js__WEBPACK_IMPORTED_MODULE_2__/* .goalOf */ .Z)(resource, (0,_engine_live_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .parseState */ .Bu)(resource, captured?.state), recovers, ctx);
        const { commit, deployment } = (0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_6__/* .describeState */ .Jw)(resource.provider, goal);
        if (commit === undefined)
            continue;
        const { held, why, lift } = await (0,_cli_quarantine_status_js__WEBPACK_IMPORTED_MODULE_1__/* .heldBack */ .Zg)(session, project, commit);
        if (held)
            found.push({ resource: resource.id, name: deployment ?? 'The deployment', why, lift });
        else if (why !== '')
            session.context.log.info(why);
    }
    return found;
}
/**
 * A recovery must not deploy a commit that was rolled back, until a person lifts the quarantine. A record that cannot be
 * read stops it; a status of GitHub that cannot be read does not.
 * @param ctx for the snapshot of the plan
 * @throws RewindError commit-quarantined, incident-corrupt, store-unreadable
 */
async function assertNotQuarantined(session, project, plan, manifest, resources, ctx) {
    if (plan.recovers === undefined)
        return;
    const [first] = await heldIn(session, project, plan, manifest, resources, ctx);
    if (first === undefined)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__.RewindError('commit-quarantined', `${first.name} is a build of a commit that is held back: ${first.why}`, {
        resource: first.resource,
        remedy: `Deploy the fix, then: ${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .ay)(session, ['recover', '--deployment', 'latest'])}. Or recover only the other resources with --scope. ${first.lift}`,
    });
}
/**
 * The undo of a mitigation returns to the deployment from before it, which may have been rolled back since.
 * @throws RewindError incident-corrupt, store-unreadable
 */
async function quarantinedByUndo(session, project, plan, manifest, resources) {
    if (plan.mitigates?.lifts !== true)
        return [];
    const held = await heldIn(session, project, plan, manifest, resources, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_4__/* .forSnapshot */ .C)(session.context, manifest));
    return held.map(({ resource, name, why }) => ({
        level: 'warning',
        code: 'undo-quarantined',
        resource,
        message: `The undo gives production to ${name}, a build of a commit that is held back: ${why}`,
        remedy: `Deploy the fix, and bring production forward instead: ${(0,_cli_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .ay)(session, ['recover', '--deployment', 'latest'])}`,
    }));
}


/***/ }),

/***/ 25034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./lib/cli/release.js
var release = __webpack_require__(51971);
// EXTERNAL MODULE: ./lib/engine/configured.js
var configured = __webpack_require__(72028);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/engine/undo.js
var undo = __webpack_require__(70826);
// EXTERNAL MODULE: ./lib/commands/mitigate/notice.js
var mitigate_notice = __webpack_require__(25473);
// EXTERNAL MODULE: ./lib/commands/mitigate/overlap.js
var overlap = __webpack_require__(64426);
// EXTERNAL MODULE: ./lib/commands/rollback/publish-plan.js + 7 modules
var publish_plan = __webpack_require__(38240);
// EXTERNAL MODULE: ./lib/commands/rollback/quarantine.js
var quarantine = __webpack_require__(26007);
// EXTERNAL MODULE: ./lib/commands/rollback/aside.js
var aside = __webpack_require__(54959);
// EXTERNAL MODULE: ./lib/commands/rollback/damaged.js
var damaged = __webpack_require__(83004);
// EXTERNAL MODULE: ./lib/commands/undo/undo-plan.js
var undo_plan = __webpack_require__(32747);
// EXTERNAL MODULE: ./lib/commands/undo/past-rollbacks.js
var past_rollbacks = __webpack_require__(79649);
;// CONCATENATED MODULE: ./lib/commands/undo/not-undone.js
/**
 * What an undo does not bring back, for a person to know before the approval. Pure.
 * @param lacking ids of resources that the rollback changed and that the snapshot before it does not hold
 * @param reconfigured by id of a resource, the keys of its configuration that were changed since the rollback
 * @param done the changes that the rollback made or may have made
 */
function notUndone({ manual, snapshot }, lacking, reconfigured, done = []) {
    const finding = (resource, message, remedy) => ({
        level: 'warning',
        code: 'undo-incomplete',
        resource,
        message,
        remedy,
    });
    return [
        ...lacking.map((id) => finding(id, `The undo does not bring back "${id}": snapshot ${snapshot} does not hold it.`, besideOf(done, id).join(' ') ||
            'Set it back by hand, or plan a rollback to a snapshot that holds it ("rewind list").')),
        ...[...reconfigured].map(([id, keys]) => finding(id, `The configuration of "${id}" was changed since the rollback (${keys.join(', ')}). The undo does not bring back what it no longer covers.`, 'Set these keys as they were, and plan the undo again.')),
        ...manual.map(({ resource, target, before, after, manual: how }) => finding(resource, `The undo does not bring back ${target}. It stays as it is now: ${before ?? 'absent'}. Before the rollback: ${after ?? 'absent'}.`, how ?? '')),
    ];
}
/** A restore beside production is removed by a command of its own. */
const besideOf = (done, id) => done.flatMap(({ resource, database, target, undo }) => resource === id && database === 'restore' && undo?.includes('rewind undo') === false
    ? [`To undo ${target}: ${undo}`]
    : []);

;// CONCATENATED MODULE: ./lib/commands/undo/execute.js














/** Plans the way back to the state before a rollback. The plan is approved and carried out like any other. */
async function execute(session) {
    const { inputs, context: ctx } = session;
    const project = await session.open();
    const cautions = await (0,publish_plan/* assertMayPlan */.Nl)(session, project);
    const rollbacks = await (0,past_rollbacks/* rollbacksOfStore */.kZ)(session, project);
    const { past, unbegun } = rollbacks;
    const found = (0,past_rollbacks/* findRollback */.a5)(rollbacks, inputs.args[0] ?? 'latest', project.config.environment);
    const { plan, manifest, resources } = await (0,undo_plan/* undoPlan */.o)(project, found, ctx, {
        past,
        includeLater: (0,release/* includedResources */.kO)(project, inputs.includeLaterChanges),
    });
    const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, null);
    const { mitigates } = plan;
    const notice = [
        noticeOf(found, past, resources.length),
        ...[(0,past_rollbacks/* unbegunNotice */.t1)({ unbegun }, null)].filter((text) => text !== null),
        ...(mitigates?.lifts === false ? [(0,mitigate_notice/* liftNotice */.C)(session, project, mitigates)] : []),
    ].join(' ');
    const findings = [
        ...(await (0,damaged/* damagedFindings */.s)(project.store, manifest, ctx)),
        ...notUndone(plan, (0,live_plan/* notInSnapshot */.$J)(resources, manifest), (0,configured/* otherwiseConfigured */.BE)(found.plan, resources, plan.program), (0,undo/* begunChanges */.Ps)(found.plan, found.entries)),
        ...(await (0,quarantine/* quarantinedByUndo */.a)(session, project, plan, manifest, resources)),
        ...(await (0,overlap/* stillAskedFor */.k)(session, project, past, found)),
        // Also of a database that the undo leaves as it is: the rollback was killed before it exchanged it.
        ...(await (0,aside/* leftBeside */.e)([...project.resources, ...project.backups], ctx)),
    ];
    const facts = { manifest, trust, resources, cautions, chosen: null, notice, findings, advice: null };
    const { exit, json, text, style, summary, outputs } = await (0,publish_plan/* publishPlan */.JL)(session, project, plan, facts);
    return { exit, json, text, style, summary, outputs };
}
const kindOf = ({ undoes, recovers, mitigates }) => mitigates?.lifts === false
    ? 'mitigation'
    : undoes !== null
        ? 'undo'
        : recovers === undefined
            ? 'rollback'
            : 'recovery';
/** "undo 9e6b79b922c9 of the rollback f1a81717d063" */
function nameOf(plan, past) {
    const name = `${kindOf(plan)} ${plan.digest.slice(0, 12)}`;
    if (plan.mitigates?.lifts === false || plan.undoes === null)
        return name;
    const undone = past.find((other) => other.plan.digest === plan.undoes)?.plan;
    return `${name} of the ${undone === undefined ? 'rollback' : kindOf(undone)} ${plan.undoes.slice(0, 12)}`;
}
function noticeOf(found, past, changed) {
    const { plan, at } = found;
    const name = `the ${nameOf(plan, past)}, last begun at ${at}${plan.mitigates?.lifts === false ? '' : ` (to snapshot ${plan.snapshot}, database: ${plan.database})`}`;
    const later = past.filter((other) => other.at > at && (0,undo/* begunChanges */.Ps)(other.plan, other.entries).length > 0);
    const names = later.map((other) => `the ${nameOf(other.plan, past)}`).join(', ');
    // The undo of a lift is the mitigation once more: nobody means that.
    const newest = later.find((other) => other.plan.mitigates?.lifts !== true)?.plan.digest.slice(0, 12);
    const instead = newest === undefined ? '' : ` To undo the newest of them instead: "rewind undo ${newest}".`;
    const after = names === '' ? '' : ` After it, these changed production, too: ${names}.${instead}`;
    if (changed > 0)
        return `This undoes ${name}.${after}`;
    const earlier = past.find((other) => other.at < at && (0,undo/* begunChanges */.Ps)(other.plan, other.entries).length > 0);
    const other = earlier === undefined ? '' : ` The one before it that did: "rewind undo ${earlier.plan.digest.slice(0, 12)}"`;
    return `Nothing to undo: ${name}, changed nothing.${other}`;
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


/***/ })

};
