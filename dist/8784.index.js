export const id = 8784;
export const ids = [8784,91];
export const modules = {

/***/ 56462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/** All requests together keep the deadline. */
function within(ctx, deadlineMs) {
    const endsAt = ctx.clock.monotonic() + deadlineMs;
    return {
        ...ctx,
        http: {
            request: (request, schema) => {
                const left = Math.max(1, endsAt - ctx.clock.monotonic());
                return ctx.http.request({ ...request, deadlineMs: Math.min(request.deadlineMs ?? left, left) }, schema);
            },
        },
    };
}


/***/ }),

/***/ 80091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadChannels: () => (/* binding */ loadChannels)
});

// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
;// CONCATENATED MODULE: ./lib/channels/adapters/registry.js
// Generated from the folder by "npm run generate". Do not edit.
const CHANNEL_ADAPTERS = {
    bluesky: () => __webpack_require__.e(/* import() */ 9548).then(__webpack_require__.bind(__webpack_require__, 99548)),
    'github-issue': () => __webpack_require__.e(/* import() */ 2976).then(__webpack_require__.bind(__webpack_require__, 82976)),
    'incident-io': () => __webpack_require__.e(/* import() */ 740).then(__webpack_require__.bind(__webpack_require__, 740)),
    mastodon: () => __webpack_require__.e(/* import() */ 6886).then(__webpack_require__.bind(__webpack_require__, 66886)),
    pagerduty: () => __webpack_require__.e(/* import() */ 698).then(__webpack_require__.bind(__webpack_require__, 70698)),
    slack: () => __webpack_require__.e(/* import() */ 3681).then(__webpack_require__.bind(__webpack_require__, 73681)),
    'slack-webhook': () => __webpack_require__.e(/* import() */ 3621).then(__webpack_require__.bind(__webpack_require__, 63621)),
    smtp: () => __webpack_require__.e(/* import() */ 6897).then(__webpack_require__.bind(__webpack_require__, 56897)),
    statuspage: () => __webpack_require__.e(/* import() */ 9640).then(__webpack_require__.bind(__webpack_require__, 49640)),
    webhook: () => __webpack_require__.e(/* import() */ 1980).then(__webpack_require__.bind(__webpack_require__, 41980)),
};

// EXTERNAL MODULE: ./lib/channels/deadline.js
var deadline = __webpack_require__(56462);
;// CONCATENATED MODULE: ./lib/channels/load.js



/** Milliseconds to ask who reads a channel; no message is sent before. */
const AUDIENCE_MS = 1_000;
/**
 * Loads the adapters that the configuration names; the schema has parsed their entries.
 * @param which `private`: without those that everybody reads, which only a person's own words may reach
 * @param contactsAt whom internal messages name
 * @throws RewindError internal
 */
async function loadChannels(entries, ctx, which = 'private', contactsAt = () => []) {
    const loaders = CHANNEL_ADAPTERS;
    const loaded = await Promise.all(entries.map(async (entry) => {
        const load = loaders[entry.adapter];
        if (!load)
            throw new errors.RewindError('internal', `No adapter of channels is registered as "${entry.adapter}".`);
        const adapter = (await load()).adapter;
        const audience = entry.audience ?? (await adapter.audience?.((0,deadline/* within */.u)(ctx, AUDIENCE_MS))) ?? 'external';
        return { entry: { ...entry, audience, contactsAt }, adapter };
    }));
    return which === 'all' ? loaded : loaded.filter(({ adapter }) => adapter.public !== true);
}


/***/ }),

/***/ 95621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ withLimit),
/* harmony export */   Sw: () => (/* binding */ choose),
/* harmony export */   hO: () => (/* binding */ releaseText),
/* harmony export */   mn: () => (/* binding */ openSnapshots)
/* harmony export */ });
/* harmony import */ var _engine_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _engine_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);
/* harmony import */ var _engine_provider_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(16449);
/* harmony import */ var _engine_selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64257);
/* harmony import */ var _engine_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21223);
/* harmony import */ var _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92684);
/* harmony import */ var _providers_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64227);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67217);
/* harmony import */ var _services_github_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(44903);
/* harmony import */ var _services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19694);











/** A read-only look at production must not hold up the list of snapshots. */
const LIVE_MS = 15_000;
/**
 * Lists the snapshots and reads which deployments are live. A failure to read those is a warning: then the newest snapshot
 * counts as `latest`.
 */
async function openSnapshots(session, project, lookAtLive = true) {
    const { config, origin, store } = project;
    const history = await _engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .History */ .BZ.open(store, config.environment, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C, session.context.clock.now());
    return {
        history,
        circumstances: {
            origin,
            scope: session.inputs.scope,
            configured: config.resources.map(({ id }) => id),
            live: lookAtLive ? await liveReleases(session, project, history) : null,
            mergeCommit: (pull) => (0,_services_github_pulls_js__WEBPACK_IMPORTED_MODULE_9__/* .readMergeCommit */ .yB)((0,_services_github_client_js__WEBPACK_IMPORTED_MODULE_8__.createGitHub)(session.context), pull),
        },
    };
}
/**
 * The snapshot that a selector names.
 * @param comparing true to compare it with what is live also if the choice does not depend on that
 * @throws RewindError as `chooseSnapshot`
 */
async function choose(session, project, selector, comparing = false) {
    const dependsOnLive = (0,_engine_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSelector */ .P)(selector)?.kind === 'newest';
    const snapshots = await openSnapshots(session, project, comparing || dependsOnLive);
    const { history, circumstances } = snapshots;
    const choice = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseSnapshot */ .Ip)(project.store, history, selector, circumstances);
    if (choice.because !== null)
        session.context.log.info(`Snapshot ${choice.manifest.id}: ${choice.because}`);
    return { ...snapshots, ...choice, notice: await noticeOf(choice, snapshots) };
}
async function noticeOf({ manifest }, { history, circumstances }) {
    const { releases } = await history.entry(manifest.id);
    if (!(0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(releases, circumstances.live))
        return null;
    const before = await (0,_engine_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .newestBefore */ .Yx)(history, circumstances);
    const rest = before === undefined ? 'There is none from before it.' : `The one before it is ${before}.`;
    return `The snapshot shows the deployment that is live now (${releaseText(releases)}). ${rest}`;
}
/** "dpl_123 (commit 0123456)" */
function releaseText(releases) {
    return [...releases.values()].map(oneRelease).join(', ');
}
function oneRelease({ deployment, commit }) {
    const short = commit === null ? null : `commit ${commit.slice(0, 7)}`;
    if (deployment === null)
        return short ?? 'unknown';
    return short === null ? deployment : `${deployment}, ${short}`;
}
/** The deployments of all configured resources that a recent snapshot shows, also of those out of scope. */
async function liveReleases({ context: ctx }, { config }, history) {
    // Recent ones that nobody believes, or of a part of the configuration, tell nothing.
    const recent = await history.newest((read) => read.some(({ manifest, releases }) => releases.size > 0 || manifest?.scope === null));
    const shown = new Set(recent.flatMap(({ releases }) => [...releases.keys()]));
    const ids = config.resources.map(({ id }) => id).filter((id) => shown.has(id));
    if (ids.length === 0)
        return null;
    try {
        const resources = await (0,_engine_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .loadResources */ ._H)(config.resources, ids, _providers_load_js__WEBPACK_IMPORTED_MODULE_5__/* .loadProvider */ .C);
        const reading = Promise.all(resources.map(async ({ id, provider, config: own }) => {
            const state = await provider.capture(own, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__/* .forResource */ .i_)(ctx, id), new _engine_payload_files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiscardingSink */ .AP());
            const release = (0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOf */ .l7)((0,_engine_provider_js__WEBPACK_IMPORTED_MODULE_10__/* .describeState */ .Jw)(provider, state));
            return release === null ? [] : [[id, release]];
        }));
        return new Map((await withLimit(reading, ctx)).flat());
    }
    catch (error) {
        ctx.log.warn(`Could not read which deployment is live, so "latest" is the newest snapshot: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`);
        return null;
    }
}
/** @throws RewindError deadline-exceeded after 15 seconds */
async function withLimit(reading, ctx) {
    const limit = new AbortController();
    const late = ctx.clock.sleep(LIVE_MS, limit.signal).then(() => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__.RewindError('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
    });
    try {
        return await Promise.race([reading, late]);
    }
    finally {
        limit.abort();
        late.catch(() => undefined);
        reading.catch(() => undefined);
    }
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

/***/ 88784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: ./lib/engine/check-resources.js
var check_resources = __webpack_require__(91978);
// EXTERNAL MODULE: ./lib/engine/key-findings.js
var key_findings = __webpack_require__(20904);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
// EXTERNAL MODULE: ./lib/engine/snapshot-not-found.js
var snapshot_not_found = __webpack_require__(78073);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(74219);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/cli/drills.js
var drills = __webpack_require__(88578);
// EXTERNAL MODULE: ./lib/cli/environment-lock.js + 2 modules
var environment_lock = __webpack_require__(90829);
// EXTERNAL MODULE: ./lib/probes/templates.js
var templates = __webpack_require__(14476);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 8 modules
var create_context = __webpack_require__(78292);
// EXTERNAL MODULE: ./lib/runtime/errors.js + 1 modules
var errors = __webpack_require__(67217);
// EXTERNAL MODULE: ./lib/channels/load.js + 1 modules
var load = __webpack_require__(80091);
;// CONCATENATED MODULE: ./lib/channels/inspect.js




/**
 * What would keep a message from its channel: a credential that is not set, or that the service refuses. Warnings, because the
 * command may run in a job that tells nobody. Sends no message.
 */
async function inspectChannels(entries, ctx) {
    const found = await Promise.all((await (0,load.loadChannels)(entries, ctx, 'all')).map(async ({ entry, adapter }) => {
        const warning = { level: 'warning', resource: entry.id };
        const unset = (0,templates/* variablesOf */.ht)(entry).filter((name) => ctx.env.secret(name) === undefined);
        if (unset.length > 0) {
            const message = `The channel cannot be notified here: ${unset.join(' and ')} ${unset.length === 1 ? 'is' : 'are'} not set.`;
            const remedy = `Set ${unset.join(' and ')} in the job that runs "notify".`;
            return [{ ...warning, code: 'credential-missing', message, remedy }];
        }
        try {
            await adapter.inspect?.(entry, (0,create_context/* forResource */.i_)(ctx, entry.id));
            return [];
        }
        catch (error) {
            const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
            return [{ ...warning, code, message, remedy }];
        }
    }));
    return found.flat();
}

// EXTERNAL MODULE: ./lib/probes/inspect.js
var inspect = __webpack_require__(51063);
// EXTERNAL MODULE: ./lib/runtime/json.js
var json = __webpack_require__(33220);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/services/github/token.js

/** Scopes of a classic token that write to a repository. */
const WRITES = /^(repo|public_repo|repo:status|repo_deployment|workflow|security_events|delete_repo|write:.+|admin:.+)$/;
/** What GITHUB_TOKEN can do. GitHub tells the scopes of a classic token only. Null without a token. */
async function tokenAccess(ctx) {
    const token = ctx.env.secret('GITHUB_TOKEN');
    if (token === undefined)
        return null;
    const credential = 'GITHUB_TOKEN';
    if (!token.startsWith('ghp_')) {
        return { credential, writes: null, why: 'its permissions are set in the workflow, or with the token in GitHub' };
    }
    const { headers } = await ctx.http.request({
        service: 'GitHub',
        what: 'read the scopes of the token',
        method: 'GET',
        url: `${ctx.env.url('GITHUB_API_URL', 'https://api.github.com')}/rate_limit`,
        headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    }, schemas/* unknown */.L5J());
    const scopes = (headers.get('x-oauth-scopes') ?? '')
        .split(',')
        .map((scope) => scope.trim())
        .filter((scope) => scope !== '');
    return {
        credential,
        writes: scopes.some((scope) => WRITES.test(scope)),
        why: scopes.length === 0 ? 'it has no scope' : `it has the scopes ${scopes.join(', ')}`,
    };
}

;// CONCATENATED MODULE: ./lib/commands/check/access.js




/** What the credentials of this run can do. A resource that cannot be reached has a finding of its own. */
async function accessOf(resources, ctx, purpose) {
    // A rollback does not write to GitHub, so a token that only reads is right everywhere.
    const [outcomes, token] = await Promise.all([
        (0,engine_resources/* settleResources */.D6)(resources, async ({ id, provider, config }) => provider.capabilities?.access?.(config, (0,create_context/* forResource */.i_)(ctx, id))),
        purpose === 'writes'
            ? null
            : tokenAccess(ctx).catch((error) => {
                ctx.log.debug(`The scopes of GITHUB_TOKEN could not be read: ${(0,errors/* asRewindError */.m2)(error).message}`);
                return null;
            }),
    ]);
    return [
        ...outcomes.flatMap(({ resource, value }) => (value === undefined ? [] : { ...value, resource: resource.id })),
        ...(token === null || token.writes === false ? [] : [{ ...token, resource: null }]),
    ];
}
/**
 * Pure. Leaves out credentials that their service refused. The form of some keys tells what they may do, but a revoked key may do
 * nothing. @param findings of the checks of the resources
 */
function withoutRefused(all, findings) {
    const refused = new Set(findings.flatMap(({ code, resource }) => (code === 'api-unauthorized' ? [resource] : [])));
    return all.filter(({ resource }) => resource === null || !refused.has(resource));
}
/** Pure. One finding for each kind of answer, not for each resource. */
function accessFindings(all, purpose) {
    const listed = (writes) => [
        ...new Set(all.filter((each) => each.writes === writes).map(({ credential, why }) => `${credential} (${why})`)),
    ];
    const [writers, readers, unknown] = [listed(true), listed(false), listed(null)];
    const findings = [];
    if (readers.length > 0 && purpose !== 'reads') {
        findings.push({
            level: purpose === 'writes' ? 'error' : 'warning',
            code: 'credential-read-only',
            message: `A rollback would fail with credentials that cannot write: ${readers.join(', ')}.`,
            remedy: 'Use the credentials of the rollback. If this job only takes snapshots and plans, set plan-environment.',
        });
    }
    if (writers.length > 0) {
        findings.push(purpose === 'reads'
            ? {
                level: 'warning',
                code: 'credential-can-write',
                message: `This job only reads, and nobody approves it, but it holds credentials that can write: ${writers.join(', ')}.`,
                remedy: 'Use credentials that only read in this environment, where the service has them. Move the others to the environment with reviewers.',
            }
            : { level: 'info', code: 'credential-can-write', message: `Can write: ${writers.join(', ')}.` });
    }
    if (unknown.length > 0) {
        findings.push({
            level: 'info',
            code: 'credential-write-unknown',
            message: `It is unknown whether these can write, because only a write would show it: ${unknown.join(', ')}.`,
        });
    }
    return findings;
}

// EXTERNAL MODULE: ./lib/cli/choose.js
var choose = __webpack_require__(95621);
// EXTERNAL MODULE: ./lib/cli/mitigated.js
var mitigated = __webpack_require__(16188);
// EXTERNAL MODULE: ./lib/engine/age-keys.js
var age_keys = __webpack_require__(56754);
// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/trust.js
var engine_trust = __webpack_require__(89952);
// EXTERNAL MODULE: ./lib/readiness/freshness.js
var freshness = __webpack_require__(5271);
;// CONCATENATED MODULE: ./lib/commands/check/latest.js











/**
 * What stands between the newest snapshot and a rollback to it. Warnings, because this check also runs before a snapshot is
 * taken, and the next one may be good. Reads no payload.
 */
async function checkLatest(session, project) {
    let manifest;
    try {
        ({ manifest } = await (0,choose/* choose */.Sw)(session, project, 'latest'));
    }
    catch (error) {
        return { findings: [warning(error)], usable: false, restorable: false };
    }
    const now = session.context.clock.now();
    const refused = [];
    const notes = [];
    try {
        const trust = await (0,engine_trust/* trustOf */.An)(project.store, manifest, project.signKeys, now);
        // Without keys in the configuration another finding says so.
        if (trust.kind === 'unsigned' && project.signKeys.length > 0)
            notes.push(unsigned(manifest, trust.reason));
    }
    catch (error) {
        refused.push(warning(error));
    }
    const missing = await (0,payload_files/* missingPayloads */.gf)(project.store, manifest).catch((error) => [
        (0,errors/* asRewindError */.m2)(error).message,
    ]);
    if (missing.length > 0) {
        refused.push({
            level: 'warning',
            code: 'snapshot-corrupt',
            message: `Snapshot ${manifest.id} is damaged: ${missing.join('; ')}.`,
            remedy: 'Take a new snapshot. Until then, choose an older one that "rewind verify" finds sound.',
        });
    }
    if (!(await opens(project, manifest))) {
        refused.push({
            level: 'warning',
            code: 'identity-not-recipient',
            message: `REWIND_IDENTITY cannot open snapshot ${manifest.id}: it was sealed to other recipients.`,
            remedy: 'Set REWIND_IDENTITY to the identity of one of its recipients, or take a new snapshot.',
        });
    }
    refused.push(...foreignIn(project, manifest));
    const gone = await goneFor(session, project, manifest);
    refused.push(...gone.filter(({ rows }) => !rows).map(({ finding }) => finding));
    const lost = gone.filter(({ rows }) => rows).map(({ finding }) => finding);
    notes.push(...lost);
    notes.push(...renamedIn(session, project, manifest));
    const left = (0,live_plan/* notInSnapshot */.$J)(project.resources, manifest);
    if (left.length > 0) {
        notes.push({
            level: 'warning',
            code: 'snapshot-partial',
            message: `Snapshot ${manifest.id} does not hold ${left.join(', ')}: a rollback to it leaves them as they are.`,
            remedy: 'Take a snapshot of the whole configuration.',
        });
    }
    notes.push(...(0,mitigated/* mitigatedFindings */.n)(manifest));
    const days = project.config.readiness['snapshot-days'];
    const stale = days === 0 ? [] : (0,freshness/* snapshotFindings */.N9)(manifest, days, now);
    notes.push(...stale.map((finding) => ({ ...finding, level: 'warning' })));
    return { findings: [...refused, ...notes], usable: refused.length === 0, restorable: lost.length === 0 };
}
/** Resources that another provider captured: the configuration changed since. */
function foreignIn({ resources }, manifest) {
    return resources.flatMap((resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        if (captured === undefined)
            return [];
        try {
            (0,engine_resources/* assertSameProvider */.Wo)(resource, captured.provider);
            return [];
        }
        catch (error) {
            return [
                { ...warning(error), message: `No rollback to snapshot ${manifest.id}: ${(0,errors/* asRewindError */.m2)(error).message}` },
            ];
        }
    });
}
/** Resources that name another object now: a rollback leaves them to a person, and restores the others. */
function renamedIn({ context }, { resources }, manifest) {
    const ctx = (0,create_context/* forSnapshot */.C)(context, manifest);
    return resources.flatMap(({ id, config, provider, providerId }) => {
        const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
        const saved = provider.state.safeParse(captured?.state);
        if (captured === undefined || !saved.success)
            return [];
        const names = (0,other_object/* otherNames */.J3)(partsOf(provider, saved.data, config, (0,create_context/* forResource */.i_)(ctx, id)));
        if (names === null)
            return [];
        return [
            {
                level: 'warning',
                code: 'other-object',
                message: `A rollback to snapshot ${manifest.id} does not restore "${id}": the snapshot holds ${names.saved}, and the configuration names ${names.live}.`,
                remedy: `Set ${names.saved} in the configuration, or take a new snapshot.`,
            },
        ];
    });
}
/** Empty if the configuration cannot say it, e.g. without the variable of the URL: the check of the resource reports that. */
function partsOf({ capabilities }, saved, config, ctx) {
    try {
        return capabilities?.names?.(saved, config, ctx) ?? [];
    }
    catch {
        return [];
    }
}
/** What the snapshot refers to and is not there any more, e.g. a deployment that was deleted. */
async function goneFor({ context }, { resources }, manifest) {
    const ctx = (0,create_context/* forSnapshot */.C)(context, manifest);
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, async ({ id, config, provider, providerId }) => {
        const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
        const saved = provider.state.safeParse(captured?.state);
        if (captured === undefined || !saved.success)
            return [];
        return (await provider.capabilities?.stillThere?.(config, saved.data, (0,create_context/* forResource */.i_)(ctx, id))) ?? [];
    });
    // A resource that cannot be read has a finding of its own.
    return outcomes.flatMap(({ resource, value = [] }) => {
        const rows = resource.provider.capabilities?.database !== undefined;
        const what = rows ? 'No restore of the database from' : 'No rollback to';
        return value.map((finding) => ({
            rows,
            finding: {
                ...finding,
                level: 'warning',
                message: `${what} snapshot ${manifest.id}: "${resource.id}": ${finding.message}`,
            },
        }));
    });
}
function warning(error) {
    const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
    return { level: 'warning', code, message: `No rollback to the newest snapshot: ${message}`, remedy };
}
function unsigned({ id }, reason) {
    return {
        level: 'warning',
        code: 'snapshots-unsigned',
        message: `Snapshot ${id} is not signed: ${reason}. A rollback to it is never expedited.`,
        remedy: 'Set REWIND_SIGNING_KEY in the snapshot job and take a new snapshot.',
    };
}
/** True also without an identity, and with one that another finding reports. */
async function opens({ identities }, { recipients }) {
    if (identities.length === 0)
        return true;
    const own = await Promise.all(identities.map((identity) => (0,age_keys/* recipientOf */.du)(identity).catch(() => null)));
    return own.includes(null) || own.some((recipient) => recipient !== null && recipients.includes(recipient));
}

// EXTERNAL MODULE: ./lib/cli/sign-keys.js
var sign_keys = __webpack_require__(60438);
// EXTERNAL MODULE: ./lib/config/mitigations.js
var mitigations = __webpack_require__(21422);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
;// CONCATENATED MODULE: ./lib/commands/check/mitigations.js



/** What would stop a configured mitigation, or its lift without a person. Reads no service. Of resources in scope only. */
function mitigationFindings(project, ctx) {
    const wrong = project.config.mitigations.flatMap((one) => project.resources.flatMap((resource) => {
        const measure = (0,mitigations/* measureOf */.c)(one);
        if (!one.resources.includes(resource.id) || (0,mitigation/* takes */.ny)(resource, measure))
            return [];
        return [
            {
                level: 'warning',
                code: 'mitigation-impossible',
                message: `The mitigation ${(0,mitigation/* nameOf */.Vb)({ id: one.id, measure })} cannot be planned: "${resource.id}" (${resource.providerId}) does not support it.`,
                remedy: 'Name other resources in the mitigation. The pages of the providers say which measures they support.',
            },
        ];
    }));
    return [...wrong, ...(0,sign_keys/* liftKeyFindings */.Hx)(project, ctx)];
}

// EXTERNAL MODULE: ./lib/readiness/configuration.js + 4 modules
var configuration = __webpack_require__(52727);
// EXTERNAL MODULE: ./lib/readiness/duplicates.js
var duplicates = __webpack_require__(62100);
;// CONCATENATED MODULE: ./lib/commands/check/execute.js




















/** Exits with status 3 if not ready. */
async function execute(session) {
    const project = await session.open();
    const { resources, backups, store, config, identities } = project;
    const { recipients } = config.seal;
    const purpose = purposeOf(session);
    const [onResources, onStore, onRecipients, onIdentities, onBackups, onEnvironments, access, onProbes, unset, onChannels, onDrills, onLock,] = await Promise.all([
        (0,check_resources/* checkResources */.E)(resources, session.context),
        checkStore(store, config.environment),
        (0,key_findings/* recipientFindings */.s)(recipients),
        (0,key_findings/* identityFindings */.X)(identities, recipients),
        (0,check_resources/* checkResources */.E)(backups, session.context),
        checkEnvironments(session, config),
        accessOf(resources, session.context, purpose),
        (0,inspect/* inspectProbes */.g)(config.probes, session.context),
        (0,inspect/* missingCredentials */.n)(config.probes, session.context),
        inspectChannels(config.channels, session.context),
        (0,drills/* drillAgeFindings */.P)(project, session.context),
        (0,environment_lock/* busyFindings */.i5)(session, project, 'error'),
    ]);
    // Only a store that can be read and holds a snapshot has one to judge.
    const hasNone = onStore.some(({ code }) => code === 'snapshot-none');
    const hasOne = !hasNone && onStore.every(({ level }) => level !== 'error');
    const unknown = { findings: [], usable: true, restorable: true };
    const latest = hasOne ? await checkLatest(session, project) : unknown;
    const findings = [
        ...about('store', [...onStore, ...latest.findings, ...(0,sign_keys/* signingFindings */.aJ)(project, session.context)]),
        ...about('seal', [...onRecipients, ...onIdentities]),
        // Of a store that cannot be read, one error is enough.
        ...(onStore.some(({ level }) => level === 'error') ? [] : onLock),
        ...about('environments', onEnvironments),
        ...about('credentials', accessFindings(withoutRefused(access, onResources), purpose)),
        ...onResources,
        ...onProbes,
        ...unset,
        ...onChannels,
        ...about('drill', onDrills),
        ...about('mitigations', mitigationFindings(project, session.context)),
        ...about('configuration', [...(0,configuration/* placeholderFindings */.e6)(config), ...(0,duplicates/* duplicateFindings */.A)(config)]),
        ...beforeDown(onBackups, backups, onResources),
    ];
    const ready = findings.every(({ level }) => level !== 'error');
    const headline = headlineOf(ready, hasNone, latest);
    return {
        exit: ready ? 0 : 3,
        json: (0,json/* toJson */.aB)({ ok: ready, findings }),
        text: [headline, (0,report_findings/* findingsText */._g)(findings)].filter((part) => part !== '').join('\n'),
        summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : (0,report_findings/* findingsMarkdown */.O9)(findings)}\n`,
        outputs: { verdict: ready ? 'ready' : 'not-ready' },
    };
}
/**
 * A new project has none, and may still take its first one: so this is a warning.
 * @param others a sentence that names the other environments of the store; '' if there are none
 */
const noSnapshot = (others) => ({
    level: 'warning',
    code: 'snapshot-none',
    message: (0,runtime_text/* sentences */.hC)('The store has no snapshot of this environment, so a rollback is not possible yet.', others),
    remedy: (0,runtime_text/* sentences */.hC)('Run "rewind snapshot" before the next deploy.', others === '' ? '' : snapshot_not_found/* OTHER_ENVIRONMENT */.xV),
});
async function checkStore(store, environment) {
    const findings = await store.check();
    if (findings.some(({ level }) => level === 'error'))
        return findings;
    try {
        if ((await (0,snapshot_files/* listSnapshotIds */.DB)(store, environment)).length > 0)
            return findings;
        return [...findings, noSnapshot(await (0,snapshot_files/* otherEnvironments */.Z9)(store, environment))];
    }
    catch (error) {
        const { code, message, remedy } = (0,errors/* asRewindError */.m2)(error);
        return [...findings, { level: 'error', code, message, remedy }];
    }
}
/** GitHub knows environments; a command line has none. */
async function checkEnvironments({ run, context: ctx, inputs }, config) {
    if (run === null)
        return [];
    const found = await Promise.all([
        (0,environments/* readable */.HD)(() => (0,environments/* environmentFindings */.c9)((0,client.createGitHub)(ctx), config)),
        (0,environments/* planJobFindings */.rA)(ctx, config, inputs.planEnvironment),
    ]);
    return found.flat();
}
/** A job without plan-environment may be either. */
function purposeOf({ run, inputs }) {
    if (inputs.planEnvironment !== null)
        return 'reads';
    return run === null ? 'writes' : 'unknown';
}
const about = (resource, findings) => findings.map((finding) => ({ ...finding, resource }));
function headlineOf(ready, firstSnapshot, { usable, restorable }) {
    if (!ready)
        return 'Not ready: a rollback would fail or be incomplete.';
    if (!usable)
        return 'Ready for the next snapshot. A rollback to the newest one would be refused.';
    if (!restorable)
        return 'Ready, but the newest snapshot cannot restore the rows of each database.';
    if (firstSnapshot)
        return 'Ready for the first snapshot. There is no snapshot to roll back to yet.';
    return 'Ready: no check found a problem that would stop a rollback.';
}
/** Only a rollback with --database down needs these backups, so what would stop one is a warning. */
function beforeDown(findings, backups, known) {
    return findings.flatMap((finding) => {
        const of = backups.find(({ id }) => id === finding.resource)?.backsUp?.[0] ?? finding.resource;
        if (finding.level !== 'error' || known.some(({ code, resource }) => code === finding.code && resource === of))
            return [];
        return [
            { ...finding, level: 'warning', resource: of, message: `No backup before down migrations: ${finding.message}` },
        ];
    });
}


/***/ }),

/***/ 91978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ checkResources)
/* harmony export */ });
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78292);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67217);
/* harmony import */ var _runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83997);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21223);




/** Law 4: runs the check of every provider and reports all problems together. */
async function checkResources(resources, ctx) {
    const { clock, log } = ctx;
    const progress = (0,_runtime_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .createProgress */ .mf)({ what: 'Checking the resources', unit: 'items', clock, log });
    let checked = 0;
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .settleResources */ .D6)(resources, (resource) => resource.provider
        .check(resource.config, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_0__/* .forResource */ .i_)(ctx, resource.id))
        .finally(() => progress.update((checked += 1), resources.length)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}


/***/ })

};
