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

// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
    webhook: () => Promise.all(/* import() */[__webpack_require__.e(8280), __webpack_require__.e(1980)]).then(__webpack_require__.bind(__webpack_require__, 41980)),
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
            throw new errors/* RewindError */.Ir('internal', `No adapter of channels is registered as "${entry.adapter}".`);
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
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8801);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50525);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .RewindError */ .Ir('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);



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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);


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
                message: 'The configuration has mitigations and no sign.approval-keys: after the time limit, nobody lifts them without a person.',
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('signing-key-missing', `rewind.yml has ${listed}, but this job has no ${name}.`);
    }
    const key = (0,_engine_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .readSigningKey */ .jy)(text, name);
    if (keys.includes((0,_engine_signature_js__WEBPACK_IMPORTED_MODULE_0__/* .publicKeyText */ .gt)(key)))
        return key;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('signing-key-unknown', `The public key of ${name} is not in ${listed}.`);
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

// EXTERNAL MODULE: ./lib/engine/live-plan.js + 2 modules
var live_plan = __webpack_require__(85836);
// EXTERNAL MODULE: ./lib/engine/key-findings.js
var key_findings = __webpack_require__(20904);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
// EXTERNAL MODULE: ./lib/report/findings.js
var report_findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/approval/environments.js + 1 modules
var environments = __webpack_require__(74219);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/cli/drills.js
var drills = __webpack_require__(88578);
// EXTERNAL MODULE: ./lib/probes/templates.js
var templates = __webpack_require__(14476);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
            const message = `The channel cannot be told here: ${unset.join(' and ')} not set.`;
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
        return { credential, writes: null, why: 'its permissions stand in the workflow, or with the token in GitHub' };
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
        ...outcomes.flatMap(({ value }) => value ?? []),
        ...(token === null || token.writes === false ? [] : [token]),
    ];
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
            message: `Whether these can write cannot be known without a write: ${unknown.join(', ')}.`,
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
        return { findings: [warning(error)], usable: false };
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
            remedy: 'Take a new snapshot. Until then choose an older one, which "rewind verify" finds sound.',
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
    refused.push(...(await goneFor(session, project, manifest)));
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
    return { findings: [...refused, ...notes], usable: refused.length === 0 };
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
    return outcomes.flatMap(({ resource, value = [] }) => value.map((finding) => ({
        ...finding,
        level: 'warning',
        message: `No rollback to snapshot ${manifest.id}: "${resource.id}": ${finding.message}`,
    })));
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
                message: `The mitigation ${(0,mitigation/* nameOf */.Vb)({ id: one.id, measure })} cannot be planned: "${resource.id}" (${resource.providerId}) does not take it.`,
                remedy: 'Name other resources in the mitigation. The pages of the providers say which measures they take.',
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
    const [onResources, onStore, onRecipients, onIdentities, onBackups, onEnvironments, access, onProbes, unset, onChannels, onDrills,] = await Promise.all([
        (0,live_plan/* checkResources */.EB)(resources, session.context),
        checkStore(store, config.environment),
        (0,key_findings/* recipientFindings */.s)(recipients),
        (0,key_findings/* identityFindings */.X)(identities, recipients),
        (0,live_plan/* checkResources */.EB)(backups, session.context),
        checkEnvironments(session, config),
        accessOf(resources, session.context, purpose),
        (0,inspect/* inspectProbes */.g)(config.probes, session.context),
        (0,inspect/* missingCredentials */.n)(config.probes, session.context),
        inspectChannels(config.channels, session.context),
        (0,drills/* drillAgeFindings */.P)(project, session.context),
    ]);
    // Only a store that can be read and holds a snapshot has one to judge.
    const hasOne = !onStore.includes(NO_SNAPSHOT) && onStore.every(({ level }) => level !== 'error');
    const latest = hasOne ? await checkLatest(session, project) : { findings: [], usable: true };
    const findings = [
        ...about('store', [...onStore, ...latest.findings, ...(0,sign_keys/* signingFindings */.aJ)(project, session.context)]),
        ...about('seal', [...onRecipients, ...onIdentities]),
        ...about('environments', onEnvironments),
        ...about('credentials', accessFindings(access, purpose)),
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
    const headline = headlineOf(ready, onStore.includes(NO_SNAPSHOT), latest.usable);
    return {
        exit: ready ? 0 : 3,
        json: (0,json/* toJson */.a)({ ok: ready, findings }),
        text: [headline, (0,report_findings/* findingsText */._g)(findings)].filter((part) => part !== '').join('\n'),
        summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : (0,report_findings/* findingsMarkdown */.O9)(findings)}\n`,
        outputs: { verdict: ready ? 'ready' : 'not-ready' },
    };
}
/** A new project has none, and may still take its first one: so this is a warning. */
const NO_SNAPSHOT = {
    level: 'warning',
    code: 'snapshot-none',
    message: 'The store has no snapshot of this environment, so a rollback is not possible yet.',
    remedy: 'Run "rewind snapshot" before the next deploy.',
};
async function checkStore(store, environment) {
    const findings = await store.check();
    if (findings.some(({ level }) => level === 'error'))
        return findings;
    try {
        return (await (0,snapshot_files/* listSnapshotIds */.DB)(store, environment)).length > 0 ? findings : [...findings, NO_SNAPSHOT];
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
function headlineOf(ready, firstSnapshot, usable) {
    if (!ready)
        return 'Not ready: a rollback would fail or be incomplete.';
    if (!usable)
        return 'Ready for the next snapshot. A rollback to the newest one would be refused.';
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

/***/ 85836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EB: () => (/* binding */ checkResources),
  _f: () => (/* binding */ compareWithLive),
  ZZ: () => (/* binding */ goalOf),
  $J: () => (/* binding */ notInSnapshot),
  Bu: () => (/* binding */ parseState),
  qY: () => (/* binding */ planFromLive),
  I$: () => (/* binding */ throwCombined)
});

// EXTERNAL MODULE: ./lib/engine/provider.js
var engine_provider = __webpack_require__(16449);
// EXTERNAL MODULE: ./lib/engine/change.js
var change = __webpack_require__(77936);
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var runtime_errors = __webpack_require__(50525);
// EXTERNAL MODULE: ./lib/runtime/progress.js
var runtime_progress = __webpack_require__(83997);
// EXTERNAL MODULE: ./lib/runtime/program.js
var runtime_program = __webpack_require__(81132);
// EXTERNAL MODULE: ./lib/runtime/text.js
var runtime_text = __webpack_require__(78101);
;// CONCATENATED MODULE: ./lib/engine/flags-on.js
/**
 * The flags of one resource that are on now, and when each was turned on. Pure.
 * @param release the state just after the deploy; null: unknown
 */
function flagsOn(resource, { saved, release, live }) {
    return [...(live.flags ?? [])].flatMap(([key, on]) => {
        if (!on)
            return [];
        if (saved.flags?.get(key) === true)
            return [{ resource, key, since: 'before' }];
        const later = release !== null && release.flags?.get(key) !== true;
        return [{ resource, key, since: later ? 'later' : 'deploy' }];
    });
}

// EXTERNAL MODULE: ./lib/engine/plan.js
var engine_plan = __webpack_require__(98479);
// EXTERNAL MODULE: ./lib/engine/mitigated.js
var mitigated = __webpack_require__(69156);
// EXTERNAL MODULE: ./lib/engine/mitigation.js + 1 modules
var mitigation = __webpack_require__(23714);
// EXTERNAL MODULE: ./lib/engine/other-object.js
var other_object = __webpack_require__(57314);
// EXTERNAL MODULE: ./lib/engine/resources.js
var engine_resources = __webpack_require__(21223);
// EXTERNAL MODULE: ./lib/engine/payload-files.js + 1 modules
var payload_files = __webpack_require__(92684);
// EXTERNAL MODULE: ./lib/engine/snapshot-files.js
var snapshot_files = __webpack_require__(84346);
;// CONCATENATED MODULE: ./lib/engine/stale-variables.js
/**
 * Adds a warning to each change that brings back an old build: variables that were set after it was built come back with the
 * value of then, for example a password that was changed. Not for those that the plan returns to a value from before the
 * build, and not if the plan builds again. Pure.
 *
 * @param stays whether a change of a resource is left out of the plan
 * @returns the changes by resource
 */
function withStaleVariables(compared, stays) {
    const undone = ({ resource, changes }) => changes.filter((change) => change.manual === undefined && !stays(change, resource));
    const rebuilds = compared.some((of) => undone(of).some(({ deploys }) => deploys === true));
    const variables = rebuilds ? [] : compared.flatMap((of) => variablesAfter(of, undone(of)));
    return new Map(compared.map(({ resource, changes }) => [resource, changes.map((change) => withWarning(change, variables))]));
}
function withWarning(change, variables) {
    const { builds } = change;
    if (builds === undefined)
        return change;
    const stale = variables.filter(({ project, changedAt }) => builds.project.includes(project) && changedAt > builds.at);
    if (stale.length === 0)
        return change;
    const names = stale.map(({ name, changedAt }) => `${name} (changed ${iso(changedAt)})`).join(', ');
    const warning = `It was built ${iso(builds.at)}. Variables that were changed later come back as they were then: ${names}. Check that the old values are still valid.`;
    return { ...change, warnings: [...change.warnings, warning] };
}
/** The variables of production as the plan leaves them. */
function variablesAfter({ saved, live }, undone) {
    const restored = new Set(undone.map(({ id }) => id));
    const of = ({ variables = [] }, wanted) => variables.filter(({ change }) => restored.has(change) === wanted);
    return [...of(live, false), ...of(saved, true)];
}
const iso = (milliseconds) => `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;

// EXTERNAL MODULE: ./lib/engine/three-way.js
var three_way = __webpack_require__(56724);
;// CONCATENATED MODULE: ./lib/engine/live-plan.js


















/** Captures the live state (read-only) and compares it with the snapshot. No failure of one resource hides another. */
async function compareWithLive(request) {
    const { manifest, resources } = request;
    const ctx = (0,create_context/* forSnapshot */.C)(request.ctx, manifest);
    const deployedBy = deployerOf(request);
    const program = (0,runtime_program/* programId */.W)();
    // Awaited below. A resource that fails before that must not leave a rejection that nobody handles.
    program.catch(() => undefined);
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, async (resource) => {
        const captured = manifest.resources.find(({ id }) => id === resource.id);
        // The resource was configured after the snapshot, which holds no state of it.
        if (!captured)
            return { changes: [], saved: {}, live: {}, on: [], blind: [], hazards: [] };
        (0,engine_resources/* assertSameProvider */.Wo)(resource, captured.provider);
        const { provider, config } = resource;
        const begun = [...(request.approved ? [request.approved] : []), ...(request.earlier ?? [])];
        const returned = await goalOf(resource, parseState(resource, captured.state), request.recovers, ctx, begun);
        const live = await provider.capture(config, (0,create_context/* forResource */.i_)(ctx, resource.id), new payload_files/* DiscardingSink */.AP(returned, request.recentMs));
        const { mitigates } = request;
        // A mitigation changes what is live; only its lift returns to a snapshot.
        const saved = mitigates?.lifts === false ? (0,mitigation/* eased */.RK)(resource, live, mitigates).desired : returned;
        const { capabilities } = provider;
        const after = request.release?.resources.find(({ id }) => id === resource.id);
        const describe = (state) => capabilities?.describeState?.(state) ?? {};
        const released = mitigates?.lifts === true
            ? { state: (0,mitigation/* eased */.RK)(resource, saved, mitigates).desired }
            : after?.provider === resource.providerId
                ? { state: parseState(resource, after.state) }
                : null;
        const described = {
            saved: describe(saved),
            release: released && describe(released.state),
            live: describe(live),
        };
        const threeWay = (release) => {
            const asked = mitigates === undefined ? live : (0,mitigation/* settled */.gu)(resource, live);
            const found = (0,three_way/* changesWithOrigin */.Qz)(provider, saved, release, live, asked);
            const approved = (request.approved?.changes ?? []).filter((change) => change.resource === resource.id);
            return (0,three_way/* withAuthors */.NZ)((0,three_way/* asApproved */.mN)(found, approved), { ...described, release: describe(release) }, deployedBy);
        };
        // A measure that the snapshot holds is not what the deploy replaced: its end is a later change.
        const held = mitigates === undefined ? (0,mitigated/* mitigatedKeys */.BA)(manifest.mitigated ?? []) : [];
        const stays = new Set([
            ...(request.stays ?? []),
            ...(mitigates?.leaves ?? []),
            ...(mitigates?.holds ?? []),
            ...held,
        ]);
        const changes = (released ? threeWay(released.state) : provider.plan(saved, live)).map((change) => stays.has((0,three_way/* objectKeyOf */.Gs)(resource.id, change.id)) ? { ...change, origin: 'later' } : change);
        const atOnce = request.recovers?.steps !== undefined && capabilities?.inSteps === undefined;
        return {
            changes: atOnce ? changes.map(notInSteps) : changes,
            saved: described.saved,
            live: described.live,
            on: flagsOn(resource.id, described),
            blind: capabilities?.blindSpots?.(saved, live) ?? [],
            // What another database lacks says nothing of what the code meets in its own.
            hazards: capabilities?.database
                ? [changes.some(other_object/* isOtherObject */.gK) ? null : capabilities.database.hazards(saved, live)]
                : [],
        };
    });
    const includeLater = request.includeLater ?? [];
    const changes = withStaleVariables(outcomes.flatMap(({ resource, value }) => (value ? [{ resource: resource.id, ...value }] : [])), (change, resource) => (0,engine_plan/* isKept */.t8)(change, resource, includeLater));
    const restored = restoredDatabases(outcomes, request.database, ctx);
    const covers = (resource, change) => isCovered(resource, change, request.database, restored, ctx);
    const plan = (0,engine_plan/* assemblePlan */.SL)({
        createdAt: ctx.clock.now(),
        program: await program,
        environment: manifest.environment,
        snapshot: manifest.id,
        snapshotDigest: await (0,snapshot_files/* manifestDigest */.It)(request.store, manifest.environment, manifest.id),
        database: request.database,
        scope: request.scope,
        undoes: request.undoes ?? null,
        recovers: request.recovers,
        mitigates: request.mitigates,
        release: request.release
            ? {
                id: request.release.id,
                digest: await (0,snapshot_files/* manifestDigest */.It)(request.store, manifest.environment, request.release.id),
            }
            : null,
        includeLater,
        stays: request.stays ?? [],
        resources: outcomes.map(({ resource }) => ({
            id: resource.id,
            provider: resource.providerId,
            changes: (changes.get(resource.id) ?? []).filter((change) => !covers(resource, change)),
        })),
    });
    return {
        plan,
        covered: outcomes.flatMap(({ resource, value }) => (value?.changes ?? [])
            .filter((change) => covers(resource, change))
            .map((change) => (0,engine_plan/* plannedChangeOf */.e6)(resource.id, resource.providerId, change))),
        described: new Map(outcomes.flatMap(({ resource, value }) => (value ? [[resource.id, value.live]] : []))),
        flagsOn: outcomes.flatMap(({ value }) => value?.on ?? []),
        flags: (0,engine_provider/* mergedFlags */.uY)(outcomes.flatMap(({ value }) => value?.live ?? [])),
        failures: outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [inResource(error, resource.id)])),
        blind: outcomes.flatMap(({ resource, value }) => (value?.blind ?? []).map((what) => ({ resource: resource.id, what }))),
        hazards: outcomes.flatMap(({ resource, value }) => (value?.hazards ?? []).map((found) => ({ resource: resource.id, found }))),
    };
}
/** Who made the deployment of the release capture; null if no resource tells. */
function deployerOf({ resources, release }) {
    const names = (release?.resources ?? []).flatMap(({ id, state }) => {
        const provider = resources.find((resource) => resource.id === id)?.provider;
        return provider === undefined ? [] : ((0,engine_provider/* describeState */.Jw)(provider, state).deployedBy ?? []);
    });
    return names[0] ?? null;
}
/**
 * The state that a plan returns to: that of the snapshot; in a recovery, with the chosen deployment or in steps.
 * @param begun plans that may be half done; only steps need them
 */
async function goalOf({ id, provider, config }, saved, recovers, ctx, begun = []) {
    const { capabilities } = provider;
    const { gate, steps } = recovers ?? {};
    if (capabilities?.inSteps !== undefined && steps !== undefined && gate !== undefined) {
        const own = begun.flatMap(({ changes }) => changes.filter(({ resource }) => resource === id));
        return capabilities.inSteps(config, saved, { percentages: steps, gate, earlier: own.map(({ params }) => params) });
    }
    const forward = capabilities?.forward;
    if (recovers === undefined || forward === undefined)
        return saved;
    const stages = steps === undefined ? (gate ?? null) : null;
    return forward.desired(config, (0,create_context/* forResource */.i_)(ctx, id), saved, recovers.deployments[id] ?? null, stages);
}
/** In a recovery with steps: what the approver must know of a provider without percentages. */
const notInSteps = (change) => ({
    ...change,
    warnings: [...change.warnings, 'changes at once, not in steps, and does not wait for the gate command'],
});
/** The databases that the plan restores whole. */
function restoredDatabases(outcomes, mode, ctx) {
    return new Set(outcomes.flatMap(({ resource, value }) => {
        const restores = value?.changes.some(({ database, manual }) => database === 'restore' && manual === undefined);
        return mode === 'restore' && restores === true ? ((0,engine_resources/* databaseOf */.zJ)(resource, ctx) ?? []) : [];
    }));
}
/** True for what another database mode would change inside a database that the plan restores whole. */
function isCovered(resource, { database }, mode, restored, ctx) {
    if (database === undefined || database === mode)
        return false;
    const own = (0,engine_resources/* databaseOf */.zJ)(resource, ctx);
    return own !== null && restored.has(own);
}
/** The claim names each resource that was not read, so the error must name it too. */
function inResource(error, resource) {
    const known = (0,runtime_errors/* asRewindError */.m2)(error, resource);
    if (known.resource === resource)
        return known;
    const { code, message, remedy, problems, cause } = known;
    return new runtime_errors/* RewindError */.Ir(code, message, { resource, remedy, problems, cause });
}
/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
async function planFromLive(request) {
    const { plan, failures } = await compareWithLive(request);
    throwCombined(failures);
    return plan;
}
/** The state of a resource in a manifest. @throws RewindError snapshot-unsupported */
function parseState(resource, state) {
    const parsed = resource.provider.state.safeParse(state);
    if (parsed.success)
        return parsed.data;
    throw new runtime_errors/* RewindError */.Ir('snapshot-unsupported', `This version of Rewind cannot read the state of "${resource.id}" in the snapshot.`, {
        resource: resource.id,
        problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
}
/** Resources that the snapshot does not contain: they will not be rolled back. */
function notInSnapshot(resources, manifest) {
    return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}
/** Law 4: runs the check of every provider and reports all problems together. */
async function checkResources(resources, ctx) {
    const { clock, log } = ctx;
    const progress = (0,runtime_progress/* createProgress */.mf)({ what: 'Checking the resources', unit: 'items', clock, log });
    let checked = 0;
    const outcomes = await (0,engine_resources/* settleResources */.D6)(resources, (resource) => resource.provider
        .check(resource.config, (0,create_context/* forResource */.i_)(ctx, resource.id))
        .finally(() => progress.update((checked += 1), resources.length)));
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,runtime_errors/* asRewindError */.m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
}
/**
 * Throws a single error as it is, several as one `preflight-failed` that lists them.
 * @param wayOut a sentence for the remedy: what works without these resources
 */
function throwCombined(errors, wayOut = null) {
    const [first] = errors;
    if (!first)
        return;
    // A cancelled run fails everywhere for one reason, and nothing needs repair.
    const cancelled = errors.find(({ code }) => code === 'cancelled');
    if (cancelled)
        throw new runtime_errors/* RewindError */.Ir('cancelled', 'The run was cancelled. Nothing was changed.', { cause: cancelled });
    if (errors.length === 1) {
        if (wayOut === null)
            throw first;
        const { code, message, resource, remedy, problems, cause } = first;
        throw new runtime_errors/* RewindError */.Ir(code, message, { resource, remedy: `${remedy} ${wayOut}`, problems, cause });
    }
    throw new runtime_errors/* RewindError */.Ir('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
        problems: errors.map((error) => `${error.resource ?? '?'}: ${(0,runtime_text/* sentences */.hC)(error.message, error.remedy)} (${error.code})`),
        ...(wayOut === null ? {} : { remedy: `Solve each problem, then run the same command again. ${wayOut}` }),
    });
}


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
// EXTERNAL MODULE: ./lib/runtime/create-context.js + 4 modules
var create_context = __webpack_require__(8801);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
;// CONCATENATED MODULE: ./lib/engine/measure.js

/** A measure as a plan holds it. */
const measureSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('flags-off'), flags: schemas/* array */.YOg(schemas/* string */.YjP()), tags: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz('maintenance'),
        flag: schemas/* string */.YjP().exactOptional(),
        item: schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: schemas/* json */.Pq9() }).exactOptional(),
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
    facts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9())),
    /** After so many minutes it may be lifted without a person. */
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
const impossible = ({ id, providerId }, { kind }) => new errors/* RewindError */.Ir('mitigation-impossible', `"${id}" (${providerId}) has no measure ${kind}.`, { resource: id });


/***/ }),

/***/ 57314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ otherObject),
/* harmony export */   IN: () => (/* binding */ nameParts),
/* harmony export */   J3: () => (/* binding */ otherNames),
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
        before: `${names.live} (in the configuration)`,
        after: `${names.saved} (in the snapshot)`,
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
/* harmony export */   Hj: () => (/* binding */ earlyChanges),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   Pf: () => (/* binding */ essence),
/* harmony export */   SL: () => (/* binding */ assemblePlan),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   e6: () => (/* binding */ plannedChangeOf),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   t8: () => (/* binding */ isKept),
/* harmony export */   tQ: () => (/* binding */ EFFECTS),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   xZ: () => (/* binding */ afterApprovals),
/* harmony export */   yM: () => (/* binding */ planKind)
/* harmony export */ });
/* unused harmony export planDigest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64377);
/* harmony import */ var _runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36362);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77936);
/* harmony import */ var _mitigation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23714);
/* harmony import */ var _vocabulary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8892);






const dataAtRisk = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    what: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable(),
    note: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
});
const ACTIONS = ['create', 'update', 'delete', 'run'];
const EFFECTS = ['live', 'next-deployment'];
const plannedChange = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    resource: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    provider: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** Absent if it is unknown. Covered by the digest. */
    origin: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_vocabulary_js__WEBPACK_IMPORTED_MODULE_4__/* .ORIGINS */ .o9).exactOptional(),
    /** Who made the difference, if it is not the deploy's alone; null: unknown. Not covered by the digest. */
    authors: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ deploy: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(), later: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable() }).exactOptional(),
    stage: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_2__/* .STAGES */ .an),
    action: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(ACTIONS),
    target: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    effect: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(EFFECTS),
    closes: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    deploys: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().exactOptional(),
    undo: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    database: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['down', 'restore', 'up']).exactOptional(),
    manual: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    byHand: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    backupFirst: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().exactOptional(),
    sideEffects: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).exactOptional(),
    dataAtRisk: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(dataAtRisk).exactOptional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    since: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ restore: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), written: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(dataAtRisk) }).exactOptional(),
    repairs: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).exactOptional(),
    warnings: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    params: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .json */ .Pq9()),
});
const recovery = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    /** Digest of the rollback whose state before is the goal. */
    rollback: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** The deployments that take production instead of those of that state, by resource. */
    deployments: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    /** Runs before each further stage of a rolling release, or step of flags; absent: no stages and no steps. */
    gate: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().exactOptional(),
    /** Percentages in which flags come back, ascending to 100; absent: at once. */
    steps: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig()).exactOptional(),
});
const plan = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('rewind-plan'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(1),
    createdAt: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$(),
    /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
    program: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
    snapshotDigest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    database: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_change_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAN_DATABASE_MODES */ .ps),
    /** Resource ids, or null for all. */
    scope: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).nullable(),
    /** Digest of the rollback that this plan undoes; else null. */
    undoes: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    /** Set for a recovery: a plan forwards. */
    recovers: recovery.exactOptional(),
    /** Set for a mitigation, and for the plan that lifts one. */
    mitigates: _mitigation_js__WEBPACK_IMPORTED_MODULE_3__/* .mitigationSchema */ .vd.exactOptional(),
    /** The release capture that tells the deploy's changes from later ones, and SHA-256 of its manifest; null: none. */
    release: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() }).nullable(),
    /** Resource ids whose later changes are undone, too. */
    includeLater: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
    approvalsBefore: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().exactOptional(),
    /** Of an undo: the objects (`resource/object`) that somebody changed after the rollback. */
    stays: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).exactOptional(),
    /** Changes to apply, in order. */
    changes: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that a person must restore, because Rewind cannot. */
    manual: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that another database mode would restore. */
    notSelected: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    /** Differences that somebody made after the deploy, or after the rollback that is undone. They stay. */
    later: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(plannedChange),
    digest: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
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
/**
 * True for what was changed after the deploy and stays. The database mode is a choice of its own, and migrations after the
 * deploy cannot stay without those before them.
 */
const isKept = ({ origin, database }, resource, includeLater) => origin === 'later' && database === undefined && !includeLater.includes(resource);
/** The change of a provider as a plan holds it. @throws ZodError for a change of no valid shape */
const plannedChangeOf = (resource, provider, change) => {
    const rest = { ...change };
    // Only the comparison needs them.
    delete rest.parts;
    delete rest.follows;
    delete rest.builds;
    return plannedChange.parse({ ...rest, resource, provider });
};
/** Nobody chooses a database mode for an undo, so what only another mode would change is for a person. */
const NO_MODE = 'An undo runs no migration. Undo it by hand, or restore the database.';
/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
function assemblePlan(input) {
    const undo = (input.undoes ?? null) !== null;
    const ofMode = ({ database }) => database === undefined || database === input.database || (database === 'up' && input.database === 'down');
    const all = input.resources.flatMap(({ id, provider, changes }) => changes.map((change) => plannedChangeOf(id, provider, undo && !ofMode(change) ? { manual: NO_MODE, ...change } : change)));
    const inOrder = stagesOf(input)
        .flatMap((stage) => all.filter((change) => change.stage === stage))
        .map((change) => (input.database === 'up' ? change : asRollback(change)));
    const chosen = (change) => undo || ofMode(change);
    const includeLater = [...(input.includeLater ?? [])].sort();
    const stays = (change) => isKept(change, change.resource, includeLater);
    const remaining = inOrder.filter((change) => !stays(change));
    // What a change of another resource does is not left to a person.
    const byOther = ({ action, target, resource, manual }) => manual !== undefined &&
        action === 'create' &&
        remaining.some((other) => other.target === target && other.resource !== resource && other.manual === undefined);
    const toUndo = remaining.filter((change) => !byOther(change));
    const content = {
        program: input.program,
        environment: input.environment,
        snapshot: input.snapshot,
        snapshotDigest: input.snapshotDigest,
        database: input.database,
        scope: input.scope === null ? null : [...input.scope].sort(),
        undoes: input.undoes ?? null,
        ...(input.recovers === undefined ? {} : { recovers: input.recovers }),
        ...(input.mitigates === undefined ? {} : { mitigates: input.mitigates }),
        release: input.release ?? null,
        includeLater,
        ...(input.stays === undefined || input.stays.length === 0 ? {} : { stays: [...input.stays].sort() }),
        changes: exposureFirst(toUndo.filter((change) => chosen(change) && change.manual === undefined)),
        manual: toUndo.filter((change) => chosen(change) && change.manual !== undefined),
        notSelected: toUndo.filter((change) => !chosen(change)),
        later: inOrder.filter(stays),
    };
    return {
        kind: 'rewind-plan',
        schemaVersion: 1,
        createdAt: input.createdAt.toISOString(),
        ...content,
        digest: planDigest(content),
    };
}
/** The stages of a plan, in their order. */
const stagesOf = ({ recovers }) => recovers === undefined ? _change_js__WEBPACK_IMPORTED_MODULE_2__/* .STAGES */ .an : _change_js__WEBPACK_IMPORTED_MODULE_2__/* .FORWARD_STAGES */ .sr;
/** Only a recovery applies migrations again; a rollback leaves that to a person. */
function asRollback(change) {
    const { byHand, ...rest } = change;
    return byHand === undefined ? change : { ...rest, manual: byHand };
}
/** Moves the changes that wait for no stage to the front. */
function exposureFirst(changes) {
    const early = earlyChanges(changes);
    return [...changes.filter((change) => early.has(change)), ...changes.filter((change) => !early.has(change))];
}
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
    return (0,_runtime_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-unreadable', 'Another version of Rewind wrote the plan file.', {
            problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
        });
    }
    if (planDigest(parsed.data) !== parsed.data.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('plan-mismatch', 'The plan file was changed: its content does not match its digest.');
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

/***/ 81132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ programId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _flow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29984);






/** Files of the program that are read at once. */
const AT_ONCE = 4;
let known;
/**
 * Version and content of the program that runs: `0.1.0 (sha256 1a2b3c…)`. The same files give the same text. Reading them
 * takes tens of milliseconds beside the main thread: a command that needs the text asks for it early.
 * @throws Error if a file of the program cannot be read
 */
function programId() {
    known ??= contentOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.argv[1] ?? '.'))).then((sha256) => `${_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x} (sha256 ${sha256})`);
    return known;
}
/** SHA-256 over the files of the program: the bundle and its chunks. Not `import.meta.url`: the compiler fixes it. */
async function contentOf(folder) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder)).filter((name) => /\.(js|cjs|mjs|ts|wasm)$/.test(name)).sort();
    const digests = await (0,_flow_js__WEBPACK_IMPORTED_MODULE_4__/* .mapLimited */ .bB)(names, AT_ONCE, async (name) => node_crypto__WEBPACK_IMPORTED_MODULE_0__.webcrypto.subtle.digest('SHA-256', await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name))));
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    digests.forEach((digest, index) => hash.update(`${names[index] ?? ''}\0`).update(new Uint8Array(digest)));
    return hash.digest('hex').slice(0, 16);
}


/***/ })

};
