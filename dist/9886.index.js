export const id = 9886;
export const ids = [9886];
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50525);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8801);
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
        return { id, pin: 'unknown', why: `${message} Nobody can say which commits are held back. ${remedy}` };
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

/***/ 51971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ releaseOfPlan),
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   hF: () => (/* binding */ includeLater),
/* harmony export */   kO: () => (/* binding */ includedResources)
/* harmony export */ });
/* harmony import */ var _engine_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35819);
/* harmony import */ var _engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84346);
/* harmony import */ var _engine_trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89952);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50525);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);





/** Selects what of the later changes a rollback undoes, too. */
const includeLater = {
    ...(0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('ids', 'Resource ids, comma-separated: also undo what was changed there after the deploy. "all": everywhere.'),
    allowed: 'resource ids, comma-separated, or all',
    parse: (given) => {
        const ids = given.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
        return ids.length === 0 ? undefined : ids;
    },
    absent: null,
};
/** @throws RewindError scope-unknown */
function includedResources({ config }, given) {
    const known = config.resources.map(({ id }) => id);
    if (given === null)
        return [];
    if (given.length === 1 && given[0] === 'all')
        return known;
    const unknown = given.filter((id) => !known.includes(id));
    if (unknown.length === 0)
        return [...given];
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('scope-unknown', `--include-later-changes names ${unknown.join(', ')}; the configuration has ${known.join(', ')}.`);
}
/**
 * Finds the release capture after a snapshot. One that would not be believed counts as none.
 * @param chosen a snapshot, and what is live
 */
async function findRelease({ context: ctx }, { store, signKeys }, { manifest, history, circumstances }) {
    const digest = await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(store, manifest.environment, manifest.id);
    const release = await (0,_engine_release_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseAfter */ .Y)(history, manifest, digest, circumstances.live);
    if (release === null)
        return null;
    const unbelieved = (problem) => {
        ctx.log.warn(`The release capture ${release.id} is not used: ${problem}`);
        return null;
    };
    try {
        const trust = await (0,_engine_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .trustOf */ .An)(store, release, signKeys, ctx.clock.now());
        return trust.kind === 'unsigned' && signKeys.length > 0 ? unbelieved(`${trust.reason}.`) : release;
    }
    catch (error) {
        return unbelieved((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asRewindError */ .m2)(error).message);
    }
}
/** The release capture of an approved plan, as it was then. @throws RewindError plan-mismatch, and those of the store */
async function releaseOfPlan({ store }, { environment, release }) {
    if (release === null)
        return null;
    if ((await (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(store, environment, release.id)) !== release.digest) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RewindError */ .Ir('plan-mismatch', `The release capture ${release.id} changed after the plan was made.`);
    }
    return (0,_engine_snapshot_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(store, environment, release.id);
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
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50525);
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
        ctx.log.warn(`Whether a mitigation is in effect is unknown: ${message} ${remedy}`);
        return [];
    }
}


/***/ }),

/***/ 8376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ commands_snapshot)
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
// EXTERNAL MODULE: ./lib/cli/project.js + 1 modules
var cli_project = __webpack_require__(18059);
// EXTERNAL MODULE: ./lib/cli/deploy-rows.js
var deploy_rows = __webpack_require__(8961);
// EXTERNAL MODULE: ./lib/cli/author.js
var author = __webpack_require__(33975);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/readiness/windows/gate.js
var windows_gate = __webpack_require__(22239);
// EXTERNAL MODULE: ./lib/probes/inspect.js
var inspect = __webpack_require__(51063);
// EXTERNAL MODULE: ./lib/runtime/errors.js
var errors = __webpack_require__(50525);
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
// EXTERNAL MODULE: ./lib/engine/choose.js
var engine_choose = __webpack_require__(63389);
// EXTERNAL MODULE: ./lib/engine/history.js
var engine_history = __webpack_require__(17578);
// EXTERNAL MODULE: ./lib/engine/release.js
var release = __webpack_require__(35819);
// EXTERNAL MODULE: ./lib/engine/vocabulary.js
var vocabulary = __webpack_require__(8892);
// EXTERNAL MODULE: ./lib/providers/load.js + 1 modules
var load = __webpack_require__(64227);
// EXTERNAL MODULE: ./lib/runtime/digest.js
var digest = __webpack_require__(36362);
// EXTERNAL MODULE: ./lib/services/github/client.js
var client = __webpack_require__(44903);
// EXTERNAL MODULE: ./lib/services/github/deployments.js
var deployments = __webpack_require__(94986);
;// CONCATENATED MODULE: ./lib/commands/snapshot/release.js













const after = {
    ...(0,flags/* text */.Qq)('id', 'With --reason release: the snapshot before the deploy. Default: the newest one from before it.'),
    allowed: 'the id of a snapshot',
    parse: (given) => (vocabulary/* SNAPSHOT_ID */.dn.test(given) ? given : undefined),
};
/**
 * Finds the snapshot before the deploy, and what can be captured quickly.
 * @throws RewindError snapshot-not-found, snapshot-corrupt, input-invalid
 */
async function releaseCapture(session, project, given) {
    const resources = project.resources.filter(({ provider }) => provider.slow !== true);
    const leftOut = project.resources.filter(({ provider }) => provider.slow === true);
    if (resources.length === 0) {
        throw new errors/* RewindError */.Ir('input-invalid', `Nothing to capture: ${leftOut.map(({ id }) => id).join(', ')} takes too long.`, {
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
        throw new errors/* RewindError */.Ir('snapshot-not-found', `The store has no snapshot ${given} of "${history.environment}".`);
    }
    if (!(0,engine_choose/* isOrdinary */.P)({ scope: null, configured: [], origin: project.origin })({ manifest })) {
        throw new errors/* RewindError */.Ir('input-invalid', `${given} is a ${manifest.reason} snapshot, not one from before a deploy.`, {
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
        context.log.warn(`GitHub's Deployments page does not name the snapshot: ${message} ${remedy}`);
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
        return taken.map((one) => (0,json/* toJson */.a)(one));
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
            : `it gave ${baseline?.samples ?? 0} samples, which are too few`;
        return [`Probe ${spec.id} cannot judge the deploy: ${found}. Correct the probe, or what it watches.`];
    });
    return [
        `Baseline of ${probes.length - refused.length} of ${probes.length} probe(s) for the verdict on the deploy.`,
        ...refused,
    ];
}

// EXTERNAL MODULE: ./lib/cli/drills.js
var cli_drills = __webpack_require__(88578);
// EXTERNAL MODULE: ./lib/cli/mitigated.js
var mitigated = __webpack_require__(16188);
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

;// CONCATENATED MODULE: ./lib/commands/snapshot/index.js























const REASONS = ['pre-deploy', 'manual', 'drill', 'release'];
const OTHER_REASON = 'For a snapshot that no deploy follows: --reason manual.';
const VERDICTS = { found: 'linked', returned: 'returned', none: 'no-snapshot' };
/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
/* harmony default export */ const commands_snapshot = ((0,command/* defineCommand */.N)({
    name: 'snapshot',
    summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
    flags: {
        reason: (0,flags/* choice */.Yq)(REASONS, 'pre-deploy', 'Reason for the snapshot; release: just after a deploy.'),
        after: after,
        'override-freeze': flags/* FLAGS */.Wg['override-freeze'],
        'install-client': flags/* FLAGS */.Wg['install-client'],
    },
    examples: ['snapshot', 'snapshot --reason manual --scope db', 'snapshot --reason release'],
    notes: [
        '--reason release captures what is quick to read, no database, just after a deploy. With it, a rollback undoes what the',
        'deploy changed and keeps what was changed later. "latest" never names it. Exit status 3 (verdict "no-snapshot"): the',
        'deploy went live without a snapshot before it. Verdict "returned": production serves an older deployment again.',
        'Verdict "closed" (exit status 3): a freeze or the deploy window forbids the deploy, and nothing was captured. Only the',
        'reason pre-deploy is a deploy; with any other, the calendar does not matter. Verdict "not-watched" (exit status 3): what a',
        'critical probe asks is not active (an alarm is off, muted, or tells nobody). Nothing was captured before that deploy.',
        'Verdict "other-project": an event of Vercel started the run, about a project that the configuration does not have.',
    ],
    verdicts: ['linked', 'returned', 'no-snapshot', 'closed', 'not-watched', 'other-project'],
    outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'index-artifact', 'index-path', 'retention-days'],
    async run(session) {
        const project = await session.open();
        const foreign = (0,deploy_rows/* eventRows */.SR)(session, project).find(({ pin }) => pin === 'other-project');
        if (foreign !== undefined)
            return otherProject(foreign.why, session.inputs.reason === 'release');
        const gate = await calendar(session, project);
        if (gate?.allowed === false)
            return snapshot_closed(gate.why);
        const unwatched = await monitoring(session, project);
        if (unwatched.length > 0)
            return notWatched(unwatched);
        // Before anything is captured: the deploy must not rely on a snapshot that will be refused.
        await project.store.assertBelievable?.();
        const signer = (0,cli_project.signerOf)(project, session.context);
        const { reason, after: given } = session.inputs;
        if (given !== null && reason !== 'release') {
            throw new errors/* RewindError */.Ir('input-invalid', '--after belongs to --reason release.');
        }
        const release = reason === 'release' ? await releaseCapture(session, project, given) : null;
        const resources = release?.resources ?? project.resources;
        const manifest = await (0,snapshot/* takeSnapshot */.W9)({
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
        const alarm = [...findings, ...(0,mitigated/* mitigatedFindings */.n)(manifest), ...drills].map(({ message, remedy }) => `${message} ${remedy ?? ''}`);
        (0,uploads/* announceIndex */.s)(session, project, 'snapshots');
        const upload = (0,artifact_names/* snapshotArtifact */.Pm)(project.config.store, manifest.environment, manifest.id);
        return {
            exit: findings.length === 0 ? 0 : 3,
            json: (0,json/* toJson */.a)({
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
    },
}));
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
function snapshot_closed(why) {
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

/***/ 79649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a5: () => (/* binding */ findRollback),
/* harmony export */   cM: () => (/* binding */ pastRollbacks),
/* harmony export */   kZ: () => (/* binding */ rollbacksOfStore),
/* harmony export */   t1: () => (/* binding */ unbegunNotice)
/* harmony export */ });
/* harmony import */ var _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28230);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _rollback_approved_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12446);




/** The rollbacks of the environment that were begun, newest first. One that cannot be read is a warning. */
const pastRollbacks = async (session, project) => (await rollbacksOfStore(session, project)).past;
/** The rollbacks of the environment. One that cannot be read is a warning. */
async function rollbacksOfStore({ context, path, inputs }, { store, config }) {
    const local = { path, inputs: { out: inputs.out ?? _cli_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.out.absent } };
    const digests = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackDigests */ .AA)(store, config.environment);
    const all = await Promise.all(digests.map(async (digest) => {
        try {
            const plan = await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readApprovedPlan */ .h6)(store, config.environment, digest);
            const entries = (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_1__/* .mergeJournals */ .Vj)(await (0,_engine_rollback_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readJournal */ .a0)(store, config.environment, digest), await (0,_rollback_approved_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalJournal */ .Lm)(local, digest));
            const at = entries.findLast(({ event }) => event === 'run')?.at;
            return plan === undefined ? [] : [{ plan, entries, at }];
        }
        catch (error) {
            context.log.warn(`Rollback ${digest.slice(0, 12)} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error).message}`);
            return [];
        }
    }));
    const read = all.flat();
    const past = read
        .flatMap(({ at, ...one }) => (at === undefined ? [] : [{ ...one, at }]))
        .sort((a, b) => b.at.localeCompare(a.at));
    const newest = past[0]?.at ?? '';
    const unbegun = read
        .flatMap(({ plan, at }) => (at === undefined && plan.createdAt > newest ? [plan] : []))
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    return { past, unbegun };
}
/**
 * Says which plans were approved and not begun: without it, a person whose run was killed before its first change reads about
 * an older rollback, or about none. Null if there is none.
 * @param command a command line from its words; null where another plan is shown, whose command must be the only one
 */
function unbegunNotice({ unbegun }, command) {
    const [newest, ...older] = unbegun;
    if (newest === undefined)
        return null;
    const which = `The plan ${newest.digest.slice(0, 12)} (to snapshot ${newest.snapshot}) was given to a rollback, and no run of it has changed anything.`;
    const more = older.length === 0
        ? ''
        : ` The same holds of: ${older
            .slice(0, 3)
            .map(({ digest }) => digest.slice(0, 12))
            .join(', ')}${older.length > 3 ? ` and ${older.length - 3} more` : ''}.`;
    return command === null
        ? `${which}${more}`
        : `${which}${more} To carry it out, if it still fits: ${command(['rollback', '--digest', newest.digest])}`;
}
/**
 * @param which first digits of a digest, or `latest`: the newest that is neither a mitigation nor the lift of one
 * @param unbegun the plans that no run began to carry out
 * @throws RewindError rollback-not-found, input-invalid
 */
function findRollback(past, which, environment, unbegun = []) {
    if (!/^(latest|[0-9a-f]{4,64})$/.test(which)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `"${which}" names no rollback.`, {
            remedy: 'Give the first digits (at least 4) of the digest of its plan, or "latest".',
        });
    }
    const found = which === 'latest'
        ? past.filter(({ plan }) => plan.mitigates === undefined).slice(0, 1)
        : past.filter(({ plan }) => plan.digest.startsWith(which));
    const [first] = found;
    const listed = (of) => of.map(({ plan, at }) => `${plan.digest.slice(0, 12)} (${at})`).join(', ');
    if (first && found.length === 1)
        return first;
    if (first)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('input-invalid', `"${which}" names ${found.length} rollbacks: ${listed(found)}.`);
    const waiting = unbegun.find(({ digest }) => which === 'latest' || digest.startsWith(which));
    if (waiting !== undefined) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('rollback-not-found', `The plan ${waiting.digest.slice(0, 12)} (to snapshot ${waiting.snapshot}) was given to a rollback, and no run of it has changed anything: there is nothing to undo or to recover from.`, {
            remedy: `To carry it out, if it still fits: "rewind rollback --digest ${waiting.digest}". To leave it, do nothing.`,
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('rollback-not-found', past.length === 0
        ? `The store has no rollback of "${environment}".`
        : which === 'latest'
            ? `The store has only mitigations and their lifts of "${environment}": ${listed(past.slice(0, 10))}. Name one of them.`
            : `The store has no rollback "${which}" of "${environment}". It has: ${listed(past.slice(0, 10))}.`);
}


/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ assertProven)
/* harmony export */ });
/* harmony import */ var _runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87895);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50525);
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir('snapshot-corrupt', `Snapshot ${snapshot} cannot be restored.`, { problems });
    }
    const codes = new Set(errors.map(({ code }) => code));
    const code = codes.size === 1 && isErrorCode(first.code) ? first.code : 'snapshot-unproven';
    if (more.length === 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `Snapshot ${snapshot} could not be proven: ${first.message}`, {
            resource: first.resource,
            remedy: first.remedy,
        });
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RewindError */ .Ir(code, `Snapshot ${snapshot} could not be proven in ${errors.length} resources.`, { problems });
}
const isErrorCode = (code) => Object.hasOwn(_runtime_error_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .ERROR_CODES */ .O, code);


/***/ }),

/***/ 35819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ snapshotBeforeDeploy),
/* harmony export */   Y: () => (/* binding */ releaseAfter)
/* harmony export */ });
/* harmony import */ var _choose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63389);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17578);


/** Snapshots that are looked at to find the one before a deploy. */
const LOOK_BACK = 3 * _history_js__WEBPACK_IMPORTED_MODULE_1__/* .PAGE */ .KL;
/**
 * The snapshot that was taken before the deploy that is live, and after the one before it. A release capture of another
 * deployment that is newer than every snapshot proves that there is none. Without a resource that shows a deployment, the
 * newest snapshot counts.
 */
async function snapshotBeforeDeploy(history, { live, configured, origin }) {
    const ordinary = (0,_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .isOrdinary */ .P)({ scope: null, configured, origin });
    const all = await history.slice(0, LOOK_BACK);
    const entries = all.filter(({ manifest }) => manifest !== null && (0,_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(manifest, origin));
    const shown = (entry) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .showsLive */ .d7)(entry.releases, live);
    const at = entries.findIndex((entry) => (ordinary(entry) || (entry.manifest?.reason === 'release' && live !== null)) && !shown(entry));
    const found = entries[at];
    if (entries.slice(at + 1).some((entry) => at >= 0 && shown(entry)))
        return { kind: 'returned' };
    if (found?.manifest && ordinary(found))
        return { kind: 'found', manifest: found.manifest };
    const why = found === undefined
        ? entries.some(shown)
            ? 'Every snapshot in the store shows this deployment already.'
            : none(all)
        : `The newest capture of the deployment before it is ${found.id}, and no snapshot was taken after that one.`;
    return { kind: 'none', why };
}
/** Why none of these counts. A snapshot that cannot be believed, e.g. one from the future of this machine's clock, is one. */
function none(all) {
    const [newest] = all;
    if (newest === undefined)
        return 'The store has no snapshot.';
    const why = newest.problem?.message ?? 'It is of another repository or environment.';
    return `None of the ${all.length} newest snapshot(s) in the store counts. The newest is ${newest.id}: ${why}`;
}
/**
 * The newest release capture that can tell the deploy's changes from later ones: it belongs to the snapshot, and no deploy
 * followed it. A rollback of that deploy may have followed.
 *
 * @param snapshot the one that a rollback returns to
 * @param digest SHA-256 of its manifest
 * @returns null if there is none
 */
async function releaseAfter(history, snapshot, digest, live) {
    await history.reach((ids) => ids.includes(snapshot.id));
    const newer = await history.slice(0, Math.max(0, history.ids.indexOf(snapshot.id)));
    const before = (await history.entry(snapshot.id)).releases;
    for (const { manifest, releases } of newer) {
        const deploying = manifest?.reason === 'pre-deploy' && manifest.scope === null;
        const { after } = manifest ?? {};
        if (manifest && after?.snapshot === snapshot.id && after.digest === digest && manifest.salt === snapshot.salt) {
            return sameDeploy(releases, before, live) === false ? null : manifest;
        }
        // Nobody says which deployment is live, and there may be a newer one.
        if (deploying && sameDeploy(releases, releases, live) === undefined)
            return null;
    }
    return null;
}
/** Whether production serves what the release or the snapshot before it shows; undefined if nobody says. */
function sameDeploy(release, before, live) {
    const known = [...(live ?? [])].filter(([id]) => release.has(id));
    if (known.length === 0)
        return undefined;
    return known.every(([id, { key }]) => release.get(id)?.key === key || before.get(id)?.key === key);
}


/***/ }),

/***/ 17732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Su: () => (/* binding */ holdSnapshot),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   e7: () => (/* binding */ readBack),
/* harmony export */   jr: () => (/* binding */ proveSnapshot)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8801);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50525);
/* harmony import */ var _runtime_flow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _runtime_json_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(33220);
/* harmony import */ var _runtime_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(78101);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94365);
/* harmony import */ var _live_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85836);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8540);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21223);
/* harmony import */ var _payload_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92684);
/* harmony import */ var _snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(84346);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(90960);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(89952);














function headOf({ ctx, including, after }) {
    // The fingerprints of the included states have the salt of their snapshot, and those of two snapshots that are compared
    // need the same one.
    const salt = including?.salt ?? after?.salt ?? ctx.randomHex(16);
    // One time for the id and the manifest, from before the captures: a backup may take hours.
    const takenAt = ctx.clock.now();
    return { id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .snapshotIdAt */ .P1)(takenAt, ctx.randomHex(3)), salt, takenAt };
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
        await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__/* .removeSnapshot */ .Bw)(store, origin.environment, id).then(() => {
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
    const manifest = {
        kind: 'rewind-snapshot',
        schemaVersion: _manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_VERSION */ .hh,
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
            ? { after: { snapshot: after.id, digest: await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestDigest */ .It)(store, after.environment, after.id) } }
            : {}),
        ...(request.override ? { override: request.override } : {}),
        ...(mitigated.length === 0 ? {} : { mitigated: [...mitigated] }),
        recipients: [...request.recipients],
        scope: request.scope === null ? null : [...request.scope],
        resources: [...captured, ...(await included(request, id))],
        ...(baselines === null ? {} : { baselines: [...baselines] }),
    };
    await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__/* .commitSnapshot */ .Ge)(store, manifest, signer && ((content) => (0,_signature_js__WEBPACK_IMPORTED_MODULE_10__/* .signContent */ .fv)(content, signer, (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .commentOf */ .vm)(manifest))));
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
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_7__/* .settleResources */ .D6)([...resources, ...references], async (resource) => {
        const saved = request.compared?.resources.find(({ id }) => id === resource.id)?.state;
        const sink = new _payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .SealingSink */ .hh(store, recipients, origin.environment, head.id, resource.id, saved);
        const start = clock.monotonic();
        const { provider, config } = resource;
        const within = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, resource.id);
        const captured = references.includes(resource)
            ? await provider.capabilities?.reference?.(config, within)
            : await provider.capture(config, within, sink);
        // Through JSON and the schema, because the snapshot is read back that way.
        const state = resource.provider.state.parse((0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_12__/* .toJson */ .a)(captured));
        const differences = resource.provider.plan(state, captured);
        if (differences.length > 0) {
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('internal', `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`);
        }
        // Law 9. The undo of a rollback returns to whatever was there.
        const problem = request.reason === 'pre-rollback' ? null : provider.capabilities?.unreturnable?.(state);
        if (problem) {
            const { message, remedy } = problem;
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-incomplete', message, { resource: resource.id, remedy });
        }
        return {
            id: resource.id,
            provider: resource.providerId,
            capturedAt: clock.now().toISOString(),
            durationMs: Math.round(clock.monotonic() - start),
            state: (0,_runtime_json_js__WEBPACK_IMPORTED_MODULE_12__/* .toJson */ .a)(state),
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
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('cancelled', 'The run was cancelled before the snapshot was complete.', { cause: cancelled });
    }
    if (errors.length === 1 && first)
        throw first;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-incomplete', `${errors.length} of ${resources.length} resources could not be captured.`, {
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
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .copyPayload */ .mx)(store, including, id, captured.id, ref);
    }
    return others;
}
async function verifyWritten(request, written) {
    const { store, ctx } = request;
    const manifest = await (0,_snapshot_files_js__WEBPACK_IMPORTED_MODULE_9__/* .readManifest */ .WI)(store, written.environment, written.id);
    const { damaged, findings } = await readBack({ ...request, manifest, depth: 'readable' });
    if (damaged.length > 0) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RewindError */ .Ir('snapshot-corrupt', 'The new snapshot cannot be read back.', { problems: damaged });
    }
    if (request.signer !== null)
        await (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .trustOf */ .An)(store, manifest, request.signKeys, ctx.clock.now());
    (0,_proof_js__WEBPACK_IMPORTED_MODULE_6__/* .assertProven */ .L)(manifest.id, findings);
    ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}
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
        const damaged = await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .checkPayloads */ .M1)(store, manifest);
        return { damaged, findings: damaged.length > 0 ? [] : await prove() };
    }
    const findings = await prove();
    return { findings, damaged: await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .checkPayloads */ .M1)(store, manifest, undefined, intact) };
}
/** Decrypts every payload; a provider with its own proof runs that instead. */
async function proveSnapshot(request) {
    const ctx = (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forSnapshot */ .C)(request.ctx, request.manifest);
    const outcomes = await (0,_resources_js__WEBPACK_IMPORTED_MODULE_7__/* .settleResources */ .D6)(request.resources, async (resource) => {
        const captured = request.manifest.resources.find(({ id }) => id === resource.id);
        if (!captured)
            return [];
        const source = new _payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .SealedSource */ ._y(request.store, request.manifest, captured, request.identities, request.intact);
        (0,_resources_js__WEBPACK_IMPORTED_MODULE_7__/* .assertSameProvider */ .Wo)(resource, captured.provider);
        const state = (0,_live_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .parseState */ .Bu)(resource, captured.state);
        if (resource.provider.prove) {
            return resource.provider.prove(resource.config, state, (0,_runtime_create_context_js__WEBPACK_IMPORTED_MODULE_1__/* .forResource */ .i_)(ctx, resource.id), source, request.depth);
        }
        for (const ref of captured.payloads)
            await (0,_payload_files_js__WEBPACK_IMPORTED_MODULE_8__/* .drain */ .Ze)(await source.open(ref.name));
        return [];
    });
    return outcomes.flatMap(({ resource, value, error }) => {
        if (error === undefined)
            return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
        const { code, message, remedy } = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRewindError */ .m2)(error, resource.id);
        return [{ level: 'error', code, message, remedy, resource: resource.id }];
    });
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


/***/ })

};
